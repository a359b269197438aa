/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Reads comma-separated values. Cells are cut out of the decoded text in place: a cell never grows when its quotation
 * marks are resolved, so a table costs its text and four bytes a cell. */

#include "config.h"

#include "mezasu/csv.h"

#include "csv-private.h"
#include "mezasu/file.h"
#include "mezasu/store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MzCsv
{
  char *text;
  GArray *cells; /* guint32: where in the text each cell begins */
  GArray *rows;  /* guint32: the first cell of each row */
  MzCsvEncoding encoding;
  char separator;
};

typedef struct
{
  MzCsv *csv;
  char *at;
  char *end;
  MzCsvReadFlags flags;
  guint row; /* from 1, as a spreadsheet counts; so is the column */
  guint column;
  const char *reason; /* not yet translated */
  gboolean too_much;  /* refused for its size, not for its form */
} Reader;

static gboolean
refuse (Reader *reader, const char *reason)
{
  reader->reason = reason;
  return FALSE;
}

static gboolean
refuse_size (Reader *reader, const char *reason)
{
  reader->too_much = TRUE;
  return refuse (reader, reason);
}

static gboolean
starts_formula (const char *cell)
{
  static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (cell, starts[i]))
      return TRUE;
  return FALSE;
}

/* A minus, digits (with or without commas between thousands), a fraction, an exponent. */
static gboolean
is_negative_number (const char *cell)
{
  if (*cell++ != '-')
    return FALSE;
  gsize first = strspn (cell, "0123456789");
  if (first == 0)
    return FALSE;
  cell += first;
  while (first <= 3 && *cell == ',' && strspn (cell + 1, "0123456789") == 3)
    cell += 4;
  if (*cell == '.')
    {
      gsize fraction = strspn (cell + 1, "0123456789");
      if (fraction == 0)
        return FALSE;
      cell += 1 + fraction;
    }
  if (*cell == 'e' || *cell == 'E')
    {
      cell += cell[1] == '+' || cell[1] == '-' ? 2 : 1;
      gsize exponent = strspn (cell, "0123456789");
      if (exponent == 0)
        return FALSE;
      cell += exponent;
    }
  return *cell == '\0';
}

gboolean
mz_csv_needs_guard (const char *cell)
{
  cell += strspn (cell, "'");
  return starts_formula (cell) && !is_negative_number (cell);
}

/* The cell is complete between @from and @to, where a zero byte now stands. */
static gboolean
keep_cell (Reader *reader, char *from, char *to)
{
  if (to - from > MZ_CSV_MAX_CELL && g_utf8_strlen (from, to - from) > MZ_CSV_MAX_CELL)
    return refuse_size (reader, N_ ("a cell has at most 100,000 characters"));
  if ((reader->flags & MZ_CSV_READ_UNGUARD) && *from == '\'' && mz_csv_needs_guard (from))
    from++;
  guint32 offset = from - reader->csv->text;
  g_array_append_val (reader->csv->cells, offset);
  return TRUE;
}

/* @stop receives what ends the cell: the separator, CR, LF, or zero at the end of the text. */
static gboolean
read_plain (Reader *reader, char *stop)
{
  char ends[] = {reader->csv->separator, '\r', '\n', '"', '\0'};
  char *from = reader->at;
  reader->at += strcspn (from, ends);
  *stop = *reader->at;
  if (*stop == '"')
    return refuse (
        reader,
        N_ ("a cell with quotation marks stands in quotation marks, and those inside are doubled"));
  *reader->at = '\0';
  return keep_cell (reader, from, reader->at);
}

static gboolean
read_quoted (Reader *reader, char *stop)
{
  char *from = reader->at + 1;
  char *to = from;
  char *at = from;
  for (;;)
    {
      char *mark = memchr (at, '"', reader->end - at);
      if (mark == NULL)
        return refuse (reader, N_ ("the cell that begins here needs a closing quotation mark"));
      memmove (to, at, mark - at);
      to += mark - at;
      at = mark + 1;
      if (*at != '"')
        break;
      *to++ = '"';
      at++;
    }
  *stop = *at;
  reader->at = at;
  if (*stop != reader->csv->separator && *stop != '\r' && *stop != '\n' && *stop != '\0')
    return refuse (
        reader,
        N_ ("after the closing quotation mark the cell ends; quotation marks inside are doubled"));
  *to = '\0';
  return keep_cell (reader, from, to);
}

static gboolean
read_row (Reader *reader)
{
  if (reader->csv->rows->len == MZ_CSV_MAX_ROWS)
    return refuse_size (reader, N_ ("a table has at most 1,000,000 rows"));
  guint32 first = reader->csv->cells->len;
  g_array_append_val (reader->csv->rows, first);
  for (reader->column = 1;; reader->column++)
    {
      char stop;
      if (reader->column > MZ_CSV_MAX_COLUMNS)
        return refuse_size (reader, N_ ("a row has at most 1,000 cells"));
      if (!(*reader->at == '"' ? read_quoted (reader, &stop) : read_plain (reader, &stop)))
        return FALSE;
      if (stop == '\0')
        return TRUE;
      reader->at++;
      if (stop == reader->csv->separator)
        continue;
      if (stop == '\r' && *reader->at == '\n')
        reader->at++;
      return TRUE;
    }
}

static gboolean
read_rows (Reader *reader)
{
  for (reader->row = 1; reader->at < reader->end; reader->row++)
    {
      reader->column = 1;
      if (!read_row (reader))
        return FALSE;
    }
  return TRUE;
}

/* The comma, unless the first row has tabs outside quotation marks and no comma there. */
static char
find_separator (const char *text)
{
  gboolean quoted = FALSE;
  gboolean tabs = FALSE;
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        quoted = !quoted;
      if (quoted)
        continue;
      if (*text == ',')
        return ',';
      if (*text == '\n' || *text == '\r')
        break;
      tabs = tabs || *text == '\t';
    }
  return tabs ? '\t' : ',';
}

static void
set_error (const Reader *reader, const char *name, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);
  g_set_error (
      error, MZ_STORE_ERROR, reader->too_much ? MZ_STORE_ERROR_REFUSED : MZ_STORE_ERROR_MALFORMED,
      /* Translators: the last placeholder is the rest of the sentence: what would be right at that place. */
      _ ("“%s”, row %u, column %u: %s."), shown, reader->row, reader->column, _ (reader->reason));
}

/* Where a text stops that could not be decoded further. */
static void
locate (Reader *reader, const char *before)
{
  char separator = find_separator (before);
  gboolean quoted = FALSE;
  reader->row = reader->column = 1;
  for (; *before != '\0'; before++)
    {
      if (*before == '"')
        quoted = !quoted;
      else if (!quoted && *before == separator)
        reader->column++;
      else if (!quoted && (*before == '\n' || (*before == '\r' && before[1] != '\n')))
        {
          reader->row++;
          reader->column = 1;
        }
    }
}

MzCsv *
mz_csv_parse (const char *data, gsize length, const char *name, MzCsvReadFlags flags,
              GError **error)
{
  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (length > MZ_FILE_TEXT_LIMIT)
    {
      g_autofree char *shown = g_filename_display_name (name);
      g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
                   _ ("“%s” is too large: a table holds at most 64 MiB."), shown);
      return NULL;
    }
  g_autoptr (MzCsv) csv = g_new0 (MzCsv, 1);
  g_autofree char *before = NULL;
  Reader reader = {.csv = csv, .flags = flags};
  gsize decoded_length = 0;
  csv->text = mz_csv_decode (length > 0 ? data : "", length, &csv->encoding, &decoded_length,
                             &reader.reason, &before);
  if (csv->text == NULL)
    {
      locate (&reader, before);
      set_error (&reader, name, error);
      return NULL;
    }
  csv->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  csv->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  csv->separator = find_separator (csv->text);
  reader.at = csv->text;
  reader.end = csv->text + decoded_length;
  if (!read_rows (&reader))
    {
      set_error (&reader, name, error);
      return NULL;
    }
  return g_steal_pointer (&csv);
}

MzCsv *
mz_csv_new_from_cells (GString *text, GArray *cells, GArray *rows)
{
  MzCsv *csv = g_new0 (MzCsv, 1);

  csv->text = g_string_free (text, FALSE);
  csv->cells = cells;
  csv->rows = rows;
  csv->encoding = MZ_CSV_ENCODING_UTF8;
  csv->separator = ',';
  return csv;
}

MzCsv *
mz_csv_load (const char *path, MzCsvReadFlags flags, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  gsize length;
  g_autofree char *data = mz_file_load (path, MZ_FILE_TEXT_LIMIT, &length, error);
  if (data == NULL)
    return NULL;
  return mz_csv_parse (data, length, strcmp (path, "-") == 0 ? _ ("standard input") : path, flags,
                       error);
}

void
mz_csv_free (MzCsv *csv)
{
  if (csv == NULL)
    return;
  g_clear_pointer (&csv->cells, g_array_unref);
  g_clear_pointer (&csv->rows, g_array_unref);
  g_free (csv->text);
  g_free (csv);
}

MzCsvEncoding
mz_csv_get_encoding (const MzCsv *csv)
{
  g_return_val_if_fail (csv != NULL, MZ_CSV_ENCODING_UTF8);
  return csv->encoding;
}

char
mz_csv_get_separator (const MzCsv *csv)
{
  g_return_val_if_fail (csv != NULL, ',');
  return csv->separator;
}

guint
mz_csv_get_n_rows (const MzCsv *csv)
{
  g_return_val_if_fail (csv != NULL, 0);
  return csv->rows->len;
}

guint
mz_csv_get_n_cells (const MzCsv *csv, guint row)
{
  g_return_val_if_fail (csv != NULL && row < csv->rows->len, 0);
  guint32 next =
      row + 1 < csv->rows->len ? g_array_index (csv->rows, guint32, row + 1) : csv->cells->len;
  return next - g_array_index (csv->rows, guint32, row);
}

const char *
mz_csv_get_cell (const MzCsv *csv, guint row, guint column)
{
  g_return_val_if_fail (csv != NULL && row < csv->rows->len, "");
  if (column >= mz_csv_get_n_cells (csv, row))
    return "";
  guint32 cell = g_array_index (csv->rows, guint32, row) + column;
  return csv->text + g_array_index (csv->cells, guint32, cell);
}
