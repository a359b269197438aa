/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What an incident may cost: compensation after a leak of personal data (JO model), and the effect of a standstill and
 * of lost customers on sales and profit. Estimates for planning, not forecasts of what a court would award. */

#pragma once

#include <glib.h>

#include "mezasu/maybe.h"

G_BEGIN_DECLS

/**
 * MZ_JO_BASE_YEN:
 *
 * Basic information value 基礎情報価値 of the JO model, in yen.
 */
#define MZ_JO_BASE_YEN 500

/**
 * MzEpLevel:
 * @x: mental distress 精神的苦痛, 1..3; the horizontal axis of the EP map
 * @y: economic loss 経済的損失, 1..3; the vertical axis
 *
 * Where one kind of personal data stands on the EP (economic-privacy) map.
 */
typedef struct
{
  gint64 x;
  gint64 y;
} MzEpLevel;

/**
 * MzEpKind:
 * @id: name for machines
 * @label: what it is, marked for translation
 * @level: its usual place on the EP map
 *
 * A kind of personal data. The table is a starting point; a firm may place a kind elsewhere.
 */
typedef struct
{
  const char *id;
  const char *label;
  MzEpLevel level;
} MzEpKind;

/**
 * MzJoInput:
 * @items: (array length=n_items): the places of all leaked kinds of data; one at least
 * @n_items: how many
 * @identifiability: 本人特定容易度: 6 name and address, 3 name alone or address with phone, 1 otherwise
 * @social: 社会的責任度: 2 higher than usual (public bodies, health, finance, telecom, well-known firms), 1 usual
 * @response: 事後対応評価: 2 inadequate, 1 adequate or unknown; not given means unknown
 * @persons: people whose data leaked, 0 or more
 * @claim_ppm: share of them who claim, 0..10^6; not given means all, as the JNSA reports assume
 */
typedef struct
{
  const MzEpLevel *items;
  gsize n_items;
  MzMaybe identifiability;
  MzMaybe social;
  MzMaybe response;
  MzMaybe persons;
  MzMaybe claim_ppm;
} MzJoInput;

/**
 * MzJoResult:
 * @level: the highest x and the highest y among the kinds, taken apart
 * @sensitivity: 機微情報度, 10^(x-1) + 5^(y-1)
 * @per_person_yen: 1,000..1,500,000
 * @total_yen: per person · persons · claim share, rounded half away from zero
 */
typedef struct
{
  MzEpLevel level;
  gint64 sensitivity;
  gint64 per_person_yen;
  gint64 total_yen;
} MzJoResult;

/**
 * mz_damage_ep_kinds:
 * @n_kinds: (out): how many
 *
 * Returns: (transfer none) (array length=n_kinds): the usual places of common kinds of personal data
 */
const MzEpKind *mz_damage_ep_kinds (gsize *n_kinds);

/**
 * mz_damage_jo:
 * @input: the leak
 * @result: (out): the estimate; untouched on failure
 *
 * JNSA Damage Operation Model for Individual Information Leak (reports of 2003 to 2018):
 *
 *     per person [yen] = 500 · (10^(x-1) + 5^(y-1)) · identifiability · social · response
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT names `items_xy`, `identifiability`, `social`, `response`, `persons` or
 *   `claim_ppm`; %MZ_ERROR_OVERFLOW when the total is beyond 9·10^15
 */
gboolean mz_damage_jo (const MzJoInput *input, MzJoResult *result, GError **error);

/**
 * MzImpactInput:
 * @annual_sales_yen: present sales, 0 or more
 * @contribution_ppm: contribution margin 限界利益率, 0..10^6
 * @downtime_days: days of standstill, 0 or more; not given: no standstill is described
 * @deferred_ppm: share of the sales that come later instead, 0..10^6; not given: none
 * @business_days: days a year on which sales are made, more than 0; not given: 365
 * @churned_customers: customers lost, 0 or more; not given: no churn is described
 * @sales_per_customer_year_yen: sales per customer and year, 0 or more
 * @churn_years: years for which they are missed, 0 or more; not given: 1
 * @one_off_yen: (array length=n_one_off) (nullable): one-off losses: compensation, investigation, litigation, ...;
 *   %NULL: not given
 * @n_one_off: how many
 */
typedef struct
{
  MzMaybe annual_sales_yen;
  MzMaybe contribution_ppm;
  MzMaybeDecimal downtime_days;
  MzMaybe deferred_ppm;
  MzMaybeDecimal business_days;
  MzMaybe churned_customers;
  MzMaybe sales_per_customer_year_yen;
  MzMaybeDecimal churn_years;
  const gint64 *one_off_yen;
  gsize n_one_off;
} MzImpactInput;

/**
 * MzImpactGap:
 * @MZ_IMPACT_NEEDS_SALES: a standstill is described, the annual sales are not given
 * @MZ_IMPACT_NEEDS_CUSTOMER_SALES: churn is described, the sales per customer are not given
 * @MZ_IMPACT_NEEDS_CONTRIBUTION: sales are lost, the contribution margin is not given
 * @MZ_IMPACT_NEEDS_ANYTHING: neither standstill nor churn nor one-off loss is described
 *
 * Why a figure of #MzImpactResult is missing.
 */
typedef enum
{
  MZ_IMPACT_NEEDS_SALES = 1 << 0,
  MZ_IMPACT_NEEDS_CUSTOMER_SALES = 1 << 1,
  MZ_IMPACT_NEEDS_CONTRIBUTION = 1 << 2,
  MZ_IMPACT_NEEDS_ANYTHING = 1 << 3,
} MzImpactGap;

/**
 * MzImpactResult:
 * @lost_sales_yen: sales lost in the standstill
 * @lost_contribution_yen: what they would have contributed to profit
 * @churn_sales_yen: sales lost with the customers
 * @churn_contribution_yen: what they would have contributed
 * @extraordinary_loss_yen: sum of the one-off losses
 * @total_profit_effect_yen: lost contribution + churn contribution + one-off losses, a loss being positive. Missing when
 *   a part that is described cannot be computed; a part that is not described takes no part in it
 * @gaps: what is missing
 */
typedef struct
{
  MzMaybe lost_sales_yen;
  MzMaybe lost_contribution_yen;
  MzMaybe churn_sales_yen;
  MzMaybe churn_contribution_yen;
  MzMaybe extraordinary_loss_yen;
  MzMaybe total_profit_effect_yen;
  MzImpactGap gaps;
} MzImpactResult;

/**
 * mz_damage_impact:
 * @input: the incident
 * @result: (out): its effect on sales and profit; untouched on failure
 *
 *     lost sales         = annual sales · days / business days · (1 - deferred share)
 *     churned sales      = customers · yearly sales per customer · years
 *     contribution       = sales · contribution margin
 *     effect on profit   = lost contribution + churned contribution + one-off losses
 *
 * Each figure is rounded once from its unrounded product. Lost sales are never added to losses: the variable cost of
 * what is not sold is saved.
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT names the field; %MZ_ERROR_OVERFLOW beyond ±9·10^15
 */
gboolean mz_damage_impact (const MzImpactInput *input, MzImpactResult *result, GError **error);

/**
 * mz_damage_impact_reason:
 * @gap: one gap
 *
 * Returns: (transfer none): the reason in words, in the language of the screen
 */
const char *mz_damage_impact_reason (MzImpactGap gap);

G_END_DECLS
