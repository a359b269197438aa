/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The income statement (P/L) with and without an incident, and the traces of security in the balance sheet
 * (JNSA CISO handbook talk 2018: where each effect of security shows in the accounts). */

#pragma once

#include <glib.h>

#include "mezasu/maybe.h"

G_BEGIN_DECLS

/**
 * MzProfitAndLoss:
 * @sales: 売上高
 * @cost_of_sales: 売上原価, positive
 * @sga: selling, general and administrative expenses 販管費, positive
 * @non_operating_income: 営業外収益
 * @non_operating_expense: 営業外費用, positive
 * @extraordinary_income: 特別利益
 * @extraordinary_loss: 特別損失, positive
 * @tax: 法人税等, positive when paid
 *
 * The entered lines of an income statement, in yen.
 */
typedef struct
{
  MzMaybe sales;
  MzMaybe cost_of_sales;
  MzMaybe sga;
  MzMaybe non_operating_income;
  MzMaybe non_operating_expense;
  MzMaybe extraordinary_income;
  MzMaybe extraordinary_loss;
  MzMaybe tax;
} MzProfitAndLoss;

/**
 * MzProfitLevels:
 * @gross: 売上総利益 = sales - cost of sales
 * @operating: 営業利益 = gross - SG&A
 * @ordinary: 経常利益 = operating + non-operating income - non-operating expense
 * @before_tax: 税引前当期純利益 = ordinary + extraordinary income - extraordinary loss
 * @net: 当期純利益 = before tax - tax
 *
 * The derived lines, in yen. A line is missing when one that it needs is missing.
 */
typedef struct
{
  MzMaybe gross;
  MzMaybe operating;
  MzMaybe ordinary;
  MzMaybe before_tax;
  MzMaybe net;
} MzProfitLevels;

/**
 * MzOneOffLine:
 * @MZ_ONE_OFF_EXTRAORDINARY: 特別損失, the usual place of a large and rare loss
 * @MZ_ONE_OFF_SGA: 販管費, for small or recurring amounts
 * @MZ_ONE_OFF_NON_OPERATING: 営業外費用, likewise
 *
 * The line that takes the one-off losses.
 */
typedef enum
{
  MZ_ONE_OFF_EXTRAORDINARY,
  MZ_ONE_OFF_SGA,
  MZ_ONE_OFF_NON_OPERATING,
} MzOneOffLine;

/**
 * MzIncidentEffect:
 * @lost_sales: lost plus churned sales, yen
 * @lost_contribution: their contribution, yen
 * @one_off: one-off losses, yen
 * @one_off_line: where these are booked
 * @tax: tax in the year with the incident; not given: as without it
 */
typedef struct
{
  gint64 lost_sales;
  gint64 lost_contribution;
  gint64 one_off;
  MzOneOffLine one_off_line;
  MzMaybe tax;
} MzIncidentEffect;

/**
 * mz_profit_levels:
 * @lines: an income statement
 * @levels: (out): its results; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_OVERFLOW beyond ±9·10^15
 */
gboolean mz_profit_levels (const MzProfitAndLoss *lines, MzProfitLevels *levels, GError **error);

/**
 * mz_profit_with_incident:
 * @without: the income statement without the incident
 * @effect: the incident
 * @with: (out): the same statement with it; untouched on failure
 *
 * Lost sales lower the sales. Their variable cost, lost sales - lost contribution, is saved: it lowers the cost of
 * sales down to 0 and what is left over lowers SG&A. One-off losses raise the line that @effect names. So profit before
 * tax falls by exactly lost contribution + one-off losses. A line that is not given stays so.
 *
 * Returns: %TRUE, or %MZ_ERROR_OVERFLOW beyond ±9·10^15
 */
gboolean mz_profit_with_incident (const MzProfitAndLoss *without, const MzIncidentEffect *effect,
                                  MzProfitAndLoss *with, GError **error);

/**
 * MzBalanceYear:
 * @book_value: software: cost - accumulated depreciation, yen
 * @cash_effect: cumulative flow after tax, yen
 * @provision: provision 引当金 for a probable loss, as an effect: 0 or negative
 * @equity_effect: the sum of the three
 */
typedef struct
{
  gint64 book_value;
  gint64 cash_effect;
  gint64 provision;
  gint64 equity_effect;
} MzBalanceYear;

/**
 * mz_balance_effect:
 * @capitalised: (array length=n_years): cost put into the balance sheet in each year, yen
 * @depreciation: (array length=n_years): depreciation of each year, yen
 * @flows: (array length=n_years): cash flow after tax of each year, yen
 * @provisions: (array length=n_years): provision that stands at the end of each year, yen, 0 or more
 * @n_years: how many
 * @years: (out caller-allocates) (array length=n_years): the traces in the balance sheet; undefined on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_OVERFLOW beyond ±9·10^15
 */
gboolean
mz_balance_effect (const gint64 *capitalised, const gint64 *depreciation, const gint64 *flows,
                   const gint64 *provisions, gsize n_years, MzBalanceYear *years, GError **error);

G_END_DECLS
