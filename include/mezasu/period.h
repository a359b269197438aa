/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Values by period: the actuals of KPIs and the values of indicators, in the order of their periods however they were
 * entered. A period is named by its first day; a month or a quarter of the calendar. */

#pragma once

#include "mezasu/maybe.h"
#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * MzPeriodValue:
 * @record: the value's record
 * @period: first day of its period, `YYYY-MM-DD`; borrowed from @record
 * @value: the value
 */
typedef struct
{
  MzRecord *record;
  const char *period;
  double value;
} MzPeriodValue;

typedef struct _MzPeriodValues MzPeriodValues;

/**
 * mz_period_values_new:
 * @model: a model
 * @kind: kind of the values: `kpi_value` or `indicator_value`
 *
 * Collects the values of every owner in one pass. Records without a value are left out. What they hold is borrowed from
 * the model and good until its next edit.
 *
 * Returns: (transfer full): the values
 */
MzPeriodValues *mz_period_values_new (MzModel *model, const char *kind);
void mz_period_values_free (MzPeriodValues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzPeriodValues, mz_period_values_free)

/**
 * mz_period_values_count:
 * @self: values
 * @owner: a KPI or an indicator
 *
 * Returns: how many values it has
 */
guint mz_period_values_count (const MzPeriodValues *self, MzRecord *owner);

/** mz_period_values_nth: Returns: (transfer none): value @index of @owner, oldest first */
const MzPeriodValue *mz_period_values_nth (const MzPeriodValues *self, MzRecord *owner, guint index);

/**
 * mz_period_values_at:
 * @self: values
 * @owner: a KPI or an indicator
 * @period: first day of a period
 *
 * Returns: (transfer none) (nullable): its value in that period
 */
const MzPeriodValue *mz_period_values_at (const MzPeriodValues *self, MzRecord *owner,
                                          const char *period);

/** mz_period_values_before: Returns: (transfer none) (nullable): its latest value of an earlier period */
const MzPeriodValue *mz_period_values_before (const MzPeriodValues *self, MzRecord *owner,
                                              const char *period);

/**
 * mz_period_first_day:
 * @date: a date, `YYYY-MM-DD`
 * @months: length of a period: 1 or 3
 *
 * Returns: (transfer full) (nullable): first day of the month or calendar quarter that it lies in, %NULL for what is no date
 */
char *mz_period_first_day (const char *date, guint months);

/**
 * mz_period_move:
 * @period: a date
 * @months: how many months later, or earlier when negative
 *
 * Returns: (transfer full) (nullable): first day of that month, %NULL for what is no date or leaves the years 1 to 9999
 */
char *mz_period_move (const char *period, int months);

/**
 * mz_period_rhythm:
 * @model: a model
 *
 * Returns: 3 when values have been entered and all of their periods begin a calendar quarter, else 1
 */
guint mz_period_rhythm (MzModel *model);

/**
 * mz_period_latest:
 * @model: a model
 *
 * Returns: (transfer none) (nullable): the latest period that any KPI or indicator has a value for
 */
const char *mz_period_latest (MzModel *model);

/**
 * mz_period_text:
 * @period: first day of a period
 * @months: its length: 1 or 3
 *
 * Returns: (transfer full): its name for people, such as `2026-04` or `2026-04 to 06`
 */
char *mz_period_text (const char *period, guint months);

G_END_DECLS
