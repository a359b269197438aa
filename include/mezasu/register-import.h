/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Registers that were edited in a spreadsheet, taken back as one edit. */

#pragma once

#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * MzRegisterFault:
 * @sheet: name of the sheet
 * @row: row, from 1 and counted as a spreadsheet does
 * @column: (nullable): heading of the column; %NULL for the row as a whole
 * @message: what is wrong and what would be right, one sentence
 */
typedef struct
{
  char *sheet;
  guint row;
  char *column;
  char *message;
} MzRegisterFault;

/**
 * MzRegisterSummary:
 * @n_sheets: sheets that are registers
 * @n_changed: records with a changed cell
 * @n_new: rows that become records
 * @n_left: records of these kinds that have no row; they stay
 */
typedef struct
{
  guint n_sheets;
  guint n_changed;
  guint n_new;
  guint n_left;
} MzRegisterSummary;

/**
 * mz_register_import:
 * @sheets: (element-type MzWorkbookTable): the sheets of a workbook
 * @model: the model that they go into; only read
 * @label: (nullable): label of the edit
 * @summary: (out): what the edit does
 * @faults: (out) (transfer full) (element-type MzRegisterFault): everything that is wrong, row by row
 * @error: return location for a #MzStoreError: %MZ_STORE_ERROR_MALFORMED when no sheet is a register,
 *   %MZ_STORE_ERROR_REFUSED when a row is wrong
 *
 * A register is a sheet with the hidden row of mz_workbook_registers(); columns that it does not name are passed over, and
 * so are other sheets. A cell that shows what the record holds anyway changes nothing, also where the sheet cannot show it
 * whole. A row without an id, or with one that stands above it already because a row was copied, becomes a new record.
 * Records without a row stay. One bad row refuses the whole workbook.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MzEdit *mz_register_import (GPtrArray *sheets, MzModel *model, const char *label,
                            MzRegisterSummary *summary, GPtrArray **faults, GError **error);

G_END_DECLS
