/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Loss data from a table: a risk a row, with how often it happens and what one event costs. The result is an edit, so
 * that trying it out and doing it are the same. */

#pragma once

#include "mezasu/csv.h"
#include "mezasu/model.h"
#include "mezasu/sheet-import.h"

G_BEGIN_DECLS

/**
 * MzLossColumn:
 * @MZ_LOSS_COLUMN_ID: id or number of the risk; needed
 * @MZ_LOSS_COLUMN_NAME: what it is called; needed
 * @MZ_LOSS_COLUMN_FREQUENCY: events a year, also as "once in 50 years"; needed
 * @MZ_LOSS_COLUMN_LOW: least loss of one event, or the lower end of its 90 % interval; needed
 * @MZ_LOSS_COLUMN_MODE: most likely loss; where it is given, low and high are the ends of a PERT distribution, else those
 *   of the 90 % interval of a lognormal one
 * @MZ_LOSS_COLUMN_HIGH: greatest loss, or the upper end; needed
 */
typedef enum
{
  MZ_LOSS_COLUMN_ID,
  MZ_LOSS_COLUMN_NAME,
  MZ_LOSS_COLUMN_FREQUENCY,
  MZ_LOSS_COLUMN_LOW,
  MZ_LOSS_COLUMN_MODE,
  MZ_LOSS_COLUMN_HIGH,
  MZ_LOSS_N_COLUMNS,
} MzLossColumn;

/** mz_loss_column_name: Returns: (transfer none): its name, which is also the heading looked for unless told otherwise */
const char *mz_loss_column_name (MzLossColumn column);

/** mz_loss_column_from_name: Returns: whether there is a column of that name */
gboolean mz_loss_column_from_name (const char *name, MzLossColumn *column);

/**
 * MzLossImportFault:
 * @row: row of the table, from 1 and counted as a spreadsheet does
 * @column: where in it
 * @message: what is wrong and what would be right, one sentence
 */
typedef struct
{
  guint row;
  MzLossColumn column;
  char *message;
} MzLossImportFault;

/**
 * mz_loss_import:
 * @csv: the table, headings in its first row
 * @model: the model that the risks go into; only read
 * @headings: (nullable) (array fixed-size=6): the heading of each column, %NULL for its own name
 * @label: (nullable): label of the edit
 * @faults: (out) (transfer full) (element-type MzLossImportFault): everything that is wrong, row by row
 * @error: return location for a #MzStoreError: %MZ_STORE_ERROR_MALFORMED when a column is missing,
 *   %MZ_STORE_ERROR_REFUSED when a row is wrong
 *
 * Risks that @model has, by id or number, are changed, others are added. Amounts are read as people write them, in yen.
 * Empty rows are passed over. One bad row refuses the whole table.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MzEdit *mz_loss_import (const MzCsv *csv, MzModel *model, const char *const *headings,
                        const char *label, GPtrArray **faults, GError **error);

/**
 * mz_loss_import_profile:
 *
 * The same table for mz_sheet_import_new(), where a person says which column is which and chooses the rows; its targets stand
 * in the order of #MzLossColumn.
 *
 * Returns: (transfer none): the profile
 */
const MzSheetProfile *mz_loss_import_profile (void);

G_END_DECLS
