/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A sheet: rows of cells as text, wherever they come from: a clipboard, a CSV file, a workbook. */

#pragma once

#include "mezasu/csv.h"

G_BEGIN_DECLS

/** MZ_SHEET_MAX_ROWS: how many rows a sheet takes */
#define MZ_SHEET_MAX_ROWS 100000

/**
 * MzSheet:
 *
 * Rows of cells. Cells are UTF-8 and never %NULL.
 */
typedef struct _MzSheet MzSheet;

/** mz_sheet_new: Returns: (transfer full): a sheet without rows */
MzSheet *mz_sheet_new (void);

/** mz_sheet_free: @self: (nullable) (transfer full): a sheet */
void mz_sheet_free (MzSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzSheet, mz_sheet_free)

/**
 * mz_sheet_take_row:
 * @self: a sheet
 * @number: number of the row where it comes from, from 1 as a spreadsheet counts
 * @cells: (transfer full) (array zero-terminated=1): its cells
 */
void mz_sheet_take_row (MzSheet *self, guint number, char **cells);

/**
 * mz_sheet_parse:
 * @text: what was copied; bytes that are not UTF-8, and NUL, become U+FFFD
 * @length: how many bytes, or -1 when @text ends with NUL
 * @error: return location for %MZ_STORE_ERROR_REFUSED when there are too many rows
 *
 * Reads what a spreadsheet puts into the clipboard: cells parted by tabs, or by commas when there is no tab at all. A cell
 * that holds a separator, a line feed or a quotation mark stands in quotation marks; one that merely begins with a quotation
 * mark and does not end so is taken as typed. Nothing is refused for its form.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
MzSheet *mz_sheet_parse (const char *text, gssize length, GError **error);

/** mz_sheet_from_csv: Returns: (transfer full): a sheet with the cells of @csv */
MzSheet *mz_sheet_from_csv (const MzCsv *csv);

/** mz_sheet_n_rows: Returns: number of rows, a heading included */
guint mz_sheet_n_rows (const MzSheet *self);

/** mz_sheet_n_columns: Returns: number of cells of the longest row */
guint mz_sheet_n_columns (const MzSheet *self);

/** mz_sheet_cell: Returns: (transfer none): a cell; the empty text behind the end of a short row */
const char *mz_sheet_cell (const MzSheet *self, guint row, guint column);

/** mz_sheet_number: Returns: number of row @row where it comes from, from 1 */
guint mz_sheet_number (const MzSheet *self, guint row);

/** mz_sheet_is_blank: Returns: whether all cells of the row are empty */
gboolean mz_sheet_is_blank (const MzSheet *self, guint row);

/** mz_sheet_append_tsv: appends @cell to @text as a cell of a table parted by tabs, in quotation marks where it needs them */
void mz_sheet_append_tsv (GString *text, const char *cell);

G_END_DECLS
