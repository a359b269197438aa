/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Writes comma-separated values. A cell is quoted only when its reading would change without. */

#include "config.h"

#include "mezasu/csv.h"

#include "csv-private.h"
#include "mezasu/store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MzCsvWriter
{
  GString *text;
  MzCsvWriteFlags flags;
  gboolean in_row;
};

MzCsvWriter *
mz_csv_writer_new (MzCsvWriteFlags flags)
{
  MzCsvWriter *writer = g_new0 (MzCsvWriter, 1);
  writer->flags = flags;
  writer->text =
      g_string_new ((flags & (MZ_CSV_WRITE_NO_BOM | MZ_CSV_WRITE_CP932)) ? "" : "\xEF\xBB\xBF");
  return writer;
}

void
mz_csv_writer_free (MzCsvWriter *writer)
{
  if (writer == NULL)
    return;
  g_string_free (writer->text, TRUE);
  g_free (writer);
}

/* Beside what RFC 4180 asks for: a tab could be guessed to be the separator, readers trim outer spaces, and a byte order
 * mark that is the content of the first cell would be taken for the file's own. */
static gboolean
needs_quotes (const char *cell)
{
  gsize length = strlen (cell);
  if (strpbrk (cell, ",\"\r\n\t") != NULL || g_str_has_prefix (cell, "\xEF\xBB\xBF"))
    return TRUE;
  return length > 0 && (cell[0] == ' ' || cell[length - 1] == ' ');
}

void
mz_csv_writer_add (MzCsvWriter *writer, const char *cell)
{
  g_return_if_fail (writer != NULL);

  g_autofree char *valid = g_utf8_make_valid (cell != NULL ? cell : "", -1);
  const char *guard =
      !(writer->flags & MZ_CSV_WRITE_UNGUARDED) && mz_csv_needs_guard (valid) ? "'" : "";
  if (writer->in_row)
    g_string_append_c (writer->text, ',');
  writer->in_row = TRUE;
  if (!needs_quotes (valid))
    {
      g_string_append (writer->text, guard);
      g_string_append (writer->text, valid);
      return;
    }
  g_string_append_c (writer->text, '"');
  g_string_append (writer->text, guard);
  for (const char *at = valid; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (writer->text, '"');
      g_string_append_c (writer->text, *at);
    }
  g_string_append_c (writer->text, '"');
}

void
mz_csv_writer_end_row (MzCsvWriter *writer)
{
  g_return_if_fail (writer != NULL);

  g_string_append (writer->text, (writer->flags & MZ_CSV_WRITE_LF) ? "\n" : "\r\n");
  writer->in_row = FALSE;
}

GBytes *
mz_csv_writer_finish (MzCsvWriter *writer, GError **error)
{
  g_return_val_if_fail (writer != NULL, NULL);

  if (!(writer->flags & MZ_CSV_WRITE_CP932))
    return g_bytes_new (writer->text->str, writer->text->len);
  g_autofree char *missing = NULL;
  GBytes *bytes = mz_csv_encode_cp932 (writer->text->str, writer->text->len, &missing);
  if (bytes == NULL)
    g_set_error (
        error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
        _ ("CP932 (Shift_JIS) has no place for these characters: %s. Choose UTF-8 or replace them."),
        missing);
  return bytes;
}
