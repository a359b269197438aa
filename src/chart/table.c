/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Tables: what a picture says, in rows. */

#include "config.h"

#include <stdarg.h>

#include "mezasu/scene.h"

MzTable *
mz_table_new (const char *title, const char *const *headers)
{
  MzTable *self = g_new0 (MzTable, 1);
  guint n = g_strv_length ((char **) headers);

  self->title = g_strdup (title);
  self->headers = g_new0 (char *, n + 1);
  self->numeric = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    {
      self->numeric[i] = headers[i][0] == '#';
      self->headers[i] = g_strdup (headers[i] + self->numeric[i]);
    }
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->records = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
mz_table_free (MzTable *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_strfreev (self->headers);
  g_free (self->numeric);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->records);
  g_free (self);
}

void
mz_table_take_row (MzTable *self, const char *record, char **cells)
{
  g_ptr_array_add (self->rows, cells);
  g_ptr_array_add (self->records, g_strdup (record != NULL ? record : ""));
}

void
mz_table_add_row (MzTable *self, const char *record, ...)
{
  guint n = g_strv_length (self->headers);
  char **cells = g_new0 (char *, n + 1);
  va_list arguments;

  va_start (arguments, record);
  for (guint i = 0; i < n; i++)
    {
      const char *cell = va_arg (arguments, const char *);
      cells[i] = g_strdup (cell != NULL ? cell : "");
    }
  va_end (arguments);
  mz_table_take_row (self, record, cells);
}

static void
append_cells (GString *text, char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *cell = g_strdelimit (g_strdup (cells[i]), "\t\r\n", ' ');
      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", cell);
    }
  g_string_append_c (text, '\n');
}

char *
mz_table_to_tsv (const MzTable *self)
{
  GString *text = g_string_new (NULL);
  append_cells (text, self->headers);
  for (guint i = 0; i < self->rows->len; i++)
    append_cells (text, g_ptr_array_index (self->rows, i));
  return g_string_free (text, FALSE);
}
