/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The tables of a workbook (.xlsx) that came back: values only, as a person would write them. */

#pragma once

#include "mezasu/csv.h"

G_BEGIN_DECLS

/**
 * MzWorkbookTable:
 * @name: name of the sheet
 * @table: its cells from row 1 and column A on; empty cells and rows are kept, so that places are those of the sheet
 */
typedef struct
{
  char *name;
  MzCsv *table;
} MzWorkbookTable;

/**
 * mz_workbook_read:
 * @data: (array length=length): the bytes of the file
 * @length: how many
 * @name: what they are called in an error, usually a file name
 * @error: return location for a #MzStoreError
 *
 * Reads all sheets. A formula counts with the value that was saved with it. Numbers that are shown as percentages come as
 * `5%`, days as `2026-04-01`, truth values as `true` and `false`, errors as the word that the sheet shows, such as
 * `#REF!`. Nothing outside the file is ever looked at; document types and entities are refused.
 *
 * Errors: %MZ_STORE_ERROR_MALFORMED when it is no workbook; %MZ_STORE_ERROR_REFUSED when it passes a limit: 128 MiB
 * unpacked, 1,000 parts, and those of mz_csv_parse() for rows, columns and cells.
 *
 * Returns: (transfer full) (nullable) (element-type MzWorkbookTable): the sheets
 */
GPtrArray *mz_workbook_read (const char *data, gsize length, const char *name, GError **error);

/**
 * mz_workbook_load:
 * @path: (type filename): a regular file
 * @error: return location for a #MzStoreError
 *
 * Reads a file with mz_workbook_read(). The size is checked before memory is taken.
 *
 * Returns: (transfer full) (nullable) (element-type MzWorkbookTable): the sheets
 */
GPtrArray *mz_workbook_load (const char *path, GError **error);

G_END_DECLS
