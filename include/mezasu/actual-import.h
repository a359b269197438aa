/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Actuals from a table: a row says what a KPI or an indicator was in a period. The result is an edit, so that trying it out
 * and doing it are the same. */

#pragma once

#include "mezasu/csv.h"
#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * MzActualColumn:
 * @MZ_ACTUAL_COLUMN_KPI: name or id of a KPI or an indicator
 * @MZ_ACTUAL_COLUMN_PERIOD: a month, a quarter or a day in it: `2026-04`, `2026/4`, `2026年4月`, `2026Q2`, `2026-04-01`
 * @MZ_ACTUAL_COLUMN_ACTUAL: the value; a row without one is passed over, because nothing measured is not 0
 */
typedef enum
{
  MZ_ACTUAL_COLUMN_KPI,
  MZ_ACTUAL_COLUMN_PERIOD,
  MZ_ACTUAL_COLUMN_ACTUAL,
  MZ_ACTUAL_N_COLUMNS,
} MzActualColumn;

/** mz_actual_column_name: Returns: (transfer none): its name, which is also the heading looked for unless told otherwise */
const char *mz_actual_column_name (MzActualColumn column);

/** mz_actual_column_from_name: Returns: whether there is a column of that name */
gboolean mz_actual_column_from_name (const char *name, MzActualColumn *column);

/**
 * MzActualImportFault:
 * @row: row of the table, from 1 and counted as a spreadsheet does
 * @column: where in it
 * @message: what is wrong and what would be right, one sentence
 */
typedef struct
{
  guint row;
  MzActualColumn column;
  char *message;
} MzActualImportFault;

/** mz_actual_import_fits: Returns: whether the first row of @csv has the headings of a table of actuals */
gboolean mz_actual_import_fits (const MzCsv *csv);

/**
 * mz_actual_period:
 * @text: a month, a quarter or a day as people write them
 *
 * Quarters are those of the calendar: `2026Q2` begins in April.
 *
 * Returns: (transfer full) (nullable): first day of the period, `YYYY-MM-DD`, %NULL for what is none
 */
char *mz_actual_period (const char *text);

/**
 * mz_actual_import:
 * @csv: the table, headings in its first row
 * @model: the model that the values go into; only read
 * @headings: (nullable) (array fixed-size=3): the heading of each column, %NULL for its own name
 * @label: (nullable): label of the edit
 * @faults: (out) (transfer full) (element-type MzActualImportFault): everything that is wrong, row by row
 * @error: return location for a #MzStoreError: %MZ_STORE_ERROR_MALFORMED when a column is missing,
 *   %MZ_STORE_ERROR_REFUSED when a row is wrong
 *
 * A value that the model has for the period is changed, others are added. Rows may come in any order. Empty rows are
 * passed over. One bad row refuses the whole table.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MzEdit *mz_actual_import (const MzCsv *csv, MzModel *model, const char *const *headings,
                          const char *label, GPtrArray **faults, GError **error);

/**
 * mz_actual_set:
 * @edit: an edit
 * @model: the model that it is for
 * @owner: a KPI or an indicator
 * @period: first day of the period
 * @value: (nullable): its value in that period; %NULL takes the value away
 *
 * Changes, adds or deletes the record that holds the value.
 *
 * Returns: whether the edit has something to do
 */
gboolean mz_actual_set (MzEdit *edit, MzModel *model, MzRecord *owner, const char *period,
                        const double *value);

G_END_DECLS
