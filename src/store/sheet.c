/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Sheets, and reading them from a clipboard. Other than a CSV file, a clipboard is not refused for its form: a person cannot
 * mend it, and sees what became of it before anything is taken over. */

#include "config.h"

#include "mezasu/sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/store-error.h"

typedef struct
{
  guint number;
  guint n_cells;
  char **cells;
} MzSheetLine;

struct _MzSheet
{
  GArray *rows; /* of MzSheetLine */
  guint n_columns;
};

static void
clear_row (gpointer row)
{
  g_strfreev (((MzSheetLine *)row)->cells);
}

MzSheet *
mz_sheet_new (void)
{
  MzSheet *self = g_new0 (MzSheet, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (MzSheetLine));
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

void
mz_sheet_free (MzSheet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_free (self);
}

void
mz_sheet_take_row (MzSheet *self, guint number, char **cells)
{
  MzSheetLine row = {number, g_strv_length (cells), cells};

  g_array_append_val (self->rows, row);
  self->n_columns = MAX (self->n_columns, row.n_cells);
}

static const MzSheetLine *
nth (const MzSheet *self, guint row)
{
  return &g_array_index (self->rows, MzSheetLine, row);
}

guint
mz_sheet_n_rows (const MzSheet *self)
{
  return self->rows->len;
}

guint
mz_sheet_n_columns (const MzSheet *self)
{
  return self->n_columns;
}

const char *
mz_sheet_cell (const MzSheet *self, guint row, guint column)
{
  return row < self->rows->len && column < nth (self, row)->n_cells ? nth (self, row)->cells[column]
                                                                    : "";
}

guint
mz_sheet_number (const MzSheet *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return nth (self, row)->number;
}

gboolean
mz_sheet_is_blank (const MzSheet *self, guint row)
{
  for (guint i = 0; i < nth (self, row)->n_cells; i++)
    if (*nth (self, row)->cells[i] != '\0')
      return FALSE;
  return TRUE;
}

/* Reading. */

typedef struct
{
  const char *at;
  char separator;
} MzReader;

static gboolean
ends_cell (const MzReader *self, const char *p)
{
  return *p == '\0' || *p == self->separator || *p == '\n' || *p == '\r';
}

/* The end of a cell in quotation marks, just behind the closing one; %NULL when it is not closed there. */
static const char *
quoted_end (const MzReader *self)
{
  const char *p = self->at + 1;

  for (; *p != '\0'; p++)
    {
      if (*p != '"')
        continue;
      if (p[1] == '"')
        p++;
      else
        return ends_cell (self, p + 1) ? p + 1 : NULL;
    }
  return NULL;
}

static char *
read_cell (MzReader *self)
{
  const char *end = *self->at == '"' ? quoted_end (self) : NULL;
  const char *from = self->at;

  if (end != NULL)
    {
      g_autofree char *inside = g_strndup (from + 1, (gsize)(end - from) - 2);
      g_auto (GStrv) parts = g_strsplit (inside, "\"\"", -1);

      self->at = end;
      return g_strjoinv ("\"", parts);
    }
  while (!ends_cell (self, self->at))
    self->at++;
  return g_strndup (from, (gsize)(self->at - from));
}

static char **
read_row (MzReader *self)
{
  GPtrArray *cells = g_ptr_array_new ();

  for (;;)
    {
      g_ptr_array_add (cells, read_cell (self));
      if (*self->at != self->separator)
        break;
      self->at++;
    }
  if (*self->at == '\r')
    self->at++;
  if (*self->at == '\n')
    self->at++;
  g_ptr_array_add (cells, NULL);
  return (char **)g_ptr_array_free (cells, FALSE);
}

MzSheet *
mz_sheet_parse (const char *text, gssize length, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, length >= 0 ? length : (gssize)strlen (text));
  g_autoptr (MzSheet) self = mz_sheet_new ();
  const char *start = g_str_has_prefix (valid, "\xef\xbb\xbf") ? valid + 3 : valid;
  MzReader reader = {start, strchr (start, '\t') != NULL ? '\t' : ','};

  while (*reader.at != '\0')
    {
      if (self->rows->len >= MZ_SHEET_MAX_ROWS)
        {
          g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
                       _ ("The table has more than %d rows."), MZ_SHEET_MAX_ROWS);
          return NULL;
        }
      mz_sheet_take_row (self, self->rows->len + 1, read_row (&reader));
    }
  return g_steal_pointer (&self);
}

MzSheet *
mz_sheet_from_csv (const MzCsv *csv)
{
  MzSheet *self = mz_sheet_new ();

  for (guint row = 0; row < mz_csv_get_n_rows (csv); row++)
    {
      guint n = mz_csv_get_n_cells (csv, row);
      char **cells = g_new0 (char *, n + 1);

      for (guint i = 0; i < n; i++)
        cells[i] = g_strdup (mz_csv_get_cell (csv, row, i));
      mz_sheet_take_row (self, row + 1, cells);
    }
  return self;
}

void
mz_sheet_append_tsv (GString *text, const char *cell)
{
  if (strpbrk (cell, "\t\n\r\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}
