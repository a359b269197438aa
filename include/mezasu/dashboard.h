/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The CISO dashboard of a model (JNSA, CISO handbook talk, 2018): indicators of the four conditions attack, protect,
 * suspicious and indirect, each with its values by period and its light. The state is the worst light; there is no
 * weighted number, because the source gives no formula for one. */

#pragma once

#include "mezasu/kpi.h"
#include "mezasu/period.h"

G_BEGIN_DECLS

/**
 * MzDashboardItem:
 * @record: the indicator
 * @area: the condition that it tells of
 * @latest: (nullable): its latest value
 * @previous: (nullable): the value before
 * @light: its light, grey without a value or without usable limits
 * @problem: (nullable): why it has no light although there is a value, one sentence
 */
typedef struct
{
  MzRecord *record;
  MzDashboardArea area;
  const MzPeriodValue *latest;
  const MzPeriodValue *previous;
  MzLight light;
  char *problem;
} MzDashboardItem;

/**
 * MzDashboard:
 * @items: (element-type MzDashboardItem): every indicator, in list order
 * @values: their values by period
 * @state: worst light of each condition and of all
 * @period: (nullable): the latest period that any of them has a value for
 */
typedef struct
{
  GArray *items;
  MzPeriodValues *values;
  MzDashboardState state;
  const char *period;
} MzDashboard;

/**
 * mz_dashboard_new:
 * @model: a model
 *
 * Returns: (transfer full): its dashboard; records are borrowed from the model
 */
MzDashboard *mz_dashboard_new (MzModel *model);
void mz_dashboard_free (MzDashboard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzDashboard, mz_dashboard_free)

/** mz_dashboard_item: Returns: (transfer none): indicator @index */
const MzDashboardItem *mz_dashboard_item (const MzDashboard *self, guint index);

/**
 * mz_dashboard_light:
 * @indicator: a record of the kind `indicator`
 * @value: a value of it, or nothing
 * @light: (out): its light; untouched on failure
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT when a limit is missing or the alarm limit is the better of the two
 */
gboolean mz_dashboard_light (MzRecord *indicator, MzMaybeReal value, MzLight *light,
                             GError **error);

/** mz_dashboard_area_of: Returns: the condition that @indicator tells of */
MzDashboardArea mz_dashboard_area_of (MzRecord *indicator);

G_END_DECLS
