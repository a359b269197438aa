/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Comma-separated values (RFC 4180) in and out, as Japanese offices exchange them: in any of the encodings that Excel
 * saves, and out in the one that it opens with a double click. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MZ_CSV_MAX_ROWS:
 *
 * How many rows are read: 1,000,000.
 */
#define MZ_CSV_MAX_ROWS 1000000

/**
 * MZ_CSV_MAX_COLUMNS:
 *
 * How many cells a row may have: 1,000.
 */
#define MZ_CSV_MAX_COLUMNS 1000

/**
 * MZ_CSV_MAX_CELL:
 *
 * How many characters a cell may have: 100,000.
 */
#define MZ_CSV_MAX_CELL 100000

/**
 * MzCsvEncoding:
 * @MZ_CSV_ENCODING_UTF8: UTF-8 without a byte order mark
 * @MZ_CSV_ENCODING_UTF8_BOM: UTF-8 with one, which Excel needs in order to see UTF-8
 * @MZ_CSV_ENCODING_CP932: Microsoft's Shift_JIS, what Japanese Excel saves as "CSV"
 * @MZ_CSV_ENCODING_UTF16LE: UTF-16, low byte first, what Excel saves as "Unicode text"
 * @MZ_CSV_ENCODING_UTF16BE: UTF-16, high byte first
 */
typedef enum
{
  MZ_CSV_ENCODING_UTF8,
  MZ_CSV_ENCODING_UTF8_BOM,
  MZ_CSV_ENCODING_CP932,
  MZ_CSV_ENCODING_UTF16LE,
  MZ_CSV_ENCODING_UTF16BE,
} MzCsvEncoding;

/**
 * mz_csv_encoding_name:
 * @encoding: an encoding
 *
 * Returns: (transfer none): its name for people, such as `CP932 (Shift_JIS)`; not translated
 */
const char *mz_csv_encoding_name (MzCsvEncoding encoding);

/**
 * MzCsv:
 *
 * A table that was read. Cells are UTF-8 and never %NULL.
 */
typedef struct _MzCsv MzCsv;

/**
 * MzCsvReadFlags:
 * @MZ_CSV_READ_DEFAULT: cells as they stand
 * @MZ_CSV_READ_UNGUARD: the apostrophe that the writer puts before a formula is taken off again
 */
typedef enum
{
  MZ_CSV_READ_DEFAULT = 0,
  MZ_CSV_READ_UNGUARD = 1 << 0,
} MzCsvReadFlags;

/**
 * mz_csv_parse:
 * @data: (array length=length): the bytes
 * @length: how many, at most %MZ_FILE_TEXT_LIMIT
 * @name: what they are called in an error, usually a file name
 * @flags: how cells are taken
 * @error: return location for a #MzStoreError
 *
 * Reads a table. The encoding is found by its byte order mark, else UTF-8 if the bytes are valid UTF-8, else UTF-16 if
 * there are zero bytes, else CP932; mz_csv_get_encoding() tells the guess so that a person can confirm it. The separator
 * is the comma, or the tab when the first row has tabs and no comma. Rows end with CR LF, LF or CR. Rows may differ in
 * length. A quotation mark inside a cell that is not quoted, and anything between a closing quotation mark and the next
 * separator, is refused.
 *
 * Errors: %MZ_STORE_ERROR_MALFORMED with row and column, both from 1 and counted as a spreadsheet does;
 * %MZ_STORE_ERROR_REFUSED when a limit is passed.
 *
 * Returns: (transfer full) (nullable): the table
 */
MzCsv *mz_csv_parse (const char *data, gsize length, const char *name, MzCsvReadFlags flags,
                     GError **error);

/**
 * mz_csv_load:
 * @path: (type filename): a regular file, or `-` for the standard input
 * @flags: how cells are taken
 * @error: return location for a #MzStoreError
 *
 * Reads a file with mz_csv_parse(). The size is checked before memory is taken.
 *
 * Returns: (transfer full) (nullable): the table
 */
MzCsv *mz_csv_load (const char *path, MzCsvReadFlags flags, GError **error);

/**
 * mz_csv_free:
 * @csv: (nullable) (transfer full): a table
 */
void mz_csv_free (MzCsv *csv);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzCsv, mz_csv_free)

/**
 * mz_csv_get_encoding:
 * @csv: a table
 *
 * Returns: the encoding that was found or guessed
 */
MzCsvEncoding mz_csv_get_encoding (const MzCsv *csv);

/**
 * mz_csv_get_separator:
 * @csv: a table
 *
 * Returns: the comma or the tab
 */
char mz_csv_get_separator (const MzCsv *csv);

/**
 * mz_csv_get_n_rows:
 * @csv: a table
 *
 * Returns: the number of rows, a header row included
 */
guint mz_csv_get_n_rows (const MzCsv *csv);

/**
 * mz_csv_get_n_cells:
 * @csv: a table
 * @row: a row, from 0
 *
 * Returns: the number of cells in the row, at least 1
 */
guint mz_csv_get_n_cells (const MzCsv *csv, guint row);

/**
 * mz_csv_get_cell:
 * @csv: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): the cell; the empty text behind the end of a short row
 */
const char *mz_csv_get_cell (const MzCsv *csv, guint row, guint column);

/**
 * MzCsvWriter:
 *
 * A table that is being written.
 */
typedef struct _MzCsvWriter MzCsvWriter;

/**
 * MzCsvWriteFlags:
 * @MZ_CSV_WRITE_DEFAULT: UTF-8 with a byte order mark, CR LF, formulas guarded: what Excel opens rightly and safely
 * @MZ_CSV_WRITE_NO_BOM: no byte order mark
 * @MZ_CSV_WRITE_LF: rows end with LF
 * @MZ_CSV_WRITE_UNGUARDED: cells are written as they are, also where a spreadsheet would run them as a formula
 * @MZ_CSV_WRITE_CP932: CP932 instead of UTF-8, for programs that know nothing else; implies no byte order mark
 */
typedef enum
{
  MZ_CSV_WRITE_DEFAULT = 0,
  MZ_CSV_WRITE_NO_BOM = 1 << 0,
  MZ_CSV_WRITE_LF = 1 << 1,
  MZ_CSV_WRITE_UNGUARDED = 1 << 2,
  MZ_CSV_WRITE_CP932 = 1 << 3,
} MzCsvWriteFlags;

/**
 * mz_csv_writer_new:
 * @flags: the form
 *
 * Starts a table. Unless told otherwise, a cell that a spreadsheet would take for a formula (it begins with = + - @, a
 * tab, a carriage return, or the full-width ＝ ＋ － ＠) gets an apostrophe in front, but a negative number does not
 * (OWASP, "CSV Injection"). This alters the data; %MZ_CSV_READ_UNGUARD restores it exactly.
 *
 * Returns: (transfer full): a writer
 */
MzCsvWriter *mz_csv_writer_new (MzCsvWriteFlags flags);

/**
 * mz_csv_writer_free:
 * @writer: (nullable) (transfer full): a writer
 */
void mz_csv_writer_free (MzCsvWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzCsvWriter, mz_csv_writer_free)

/**
 * mz_csv_writer_add:
 * @writer: a writer
 * @cell: (nullable): the next cell of the current row; %NULL is the empty text. Bytes that are not UTF-8 become U+FFFD.
 */
void mz_csv_writer_add (MzCsvWriter *writer, const char *cell);

/**
 * mz_csv_writer_end_row:
 * @writer: a writer
 *
 * Ends the current row. A row without cells is read back as one empty cell.
 */
void mz_csv_writer_end_row (MzCsvWriter *writer);

/**
 * mz_csv_writer_finish:
 * @writer: a writer
 * @error: return location for a #MzStoreError
 *
 * Errors: %MZ_STORE_ERROR_REFUSED when a character cannot be written in CP932; the message lists the first ten.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *mz_csv_writer_finish (MzCsvWriter *writer, GError **error);

G_END_DECLS
