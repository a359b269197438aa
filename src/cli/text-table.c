/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Tables for a terminal, in which Japanese characters take two places. */

#include "config.h"

#include "command.h"

struct _MzTextTable
{
  GPtrArray *headings;
  GPtrArray *rows;
};

static guint
width_of (const char *text)
{
  guint width = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      width += g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
    }
  return width;
}

/* What was typed may hold line breaks and other controls, which would break the columns. */
static char *
one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text == NULL ? "" : text, -1);
  GString *line = g_string_new (NULL);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      g_string_append_unichar (line, g_unichar_iscntrl (character) ? ' ' : character);
    }
  return g_string_free (line, FALSE);
}

static GPtrArray *
collect (const char *first, va_list rest)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  for (const char *cell = first; cell != NULL; cell = va_arg (rest, const char *))
    g_ptr_array_add (cells, one_line (cell));
  return cells;
}

MzTextTable *
mz_text_table_new (const char *first_heading, ...)
{
  MzTextTable *self = g_new0 (MzTextTable, 1);
  va_list rest;
  va_start (rest, first_heading);
  self->headings = collect (first_heading, rest);
  va_end (rest);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  return self;
}

void
mz_text_table_free (MzTextTable *self)
{
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
mz_text_table_add_heading (MzTextTable *self, const char *heading)
{
  g_ptr_array_add (self->headings, one_line (heading));
}

void
mz_text_table_add (MzTextTable *self, const char *first_cell, ...)
{
  va_list rest;
  va_start (rest, first_cell);
  g_ptr_array_add (self->rows, collect (first_cell, rest));
  va_end (rest);
}

void
mz_text_table_take (MzTextTable *self, GPtrArray *cells)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (row, one_line (g_ptr_array_index (cells, i)));
  g_ptr_array_unref (cells);
  g_ptr_array_add (self->rows, row);
}

static const char *
cell_of (GPtrArray *row, guint column)
{
  return column < row->len ? g_ptr_array_index (row, column) : "";
}

static gboolean
is_number (MzTextTable *self, guint column)
{
  return cell_of (self->headings, column)[0] == '#';
}

static const char *
heading_of (MzTextTable *self, guint column)
{
  return cell_of (self->headings, column) + (is_number (self, column) ? 1 : 0);
}

static guint
column_width (MzTextTable *self, guint column)
{
  guint width = width_of (heading_of (self, column));
  for (guint i = 0; i < self->rows->len; i++)
    width = MAX (width, width_of (cell_of (g_ptr_array_index (self->rows, i), column)));
  return width;
}

static void
append_cell (GString *line, const char *cell, guint width, gboolean right)
{
  int padding = (int)(width - width_of (cell));
  g_string_append_printf (line, "%*s%s%*s  ", right ? padding : 0, "", cell, right ? 0 : padding,
                          "");
}

static void
print_line (MzCall *call, GString *line)
{
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_string_append_printf (call->out, "%s\n", line->str);
}

void
mz_text_table_print (MzTextTable *self, MzCall *call)
{
  guint n = self->headings->len;
  g_autofree guint *widths = g_new (guint, n);
  for (guint column = 0; column < n; column++)
    widths[column] = column_width (self, column);
  for (int i = -1; i < (int)self->rows->len; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      for (guint column = 0; column < n; column++)
        append_cell (line,
                     i < 0 ? heading_of (self, column)
                           : cell_of (g_ptr_array_index (self->rows, i), column),
                     widths[column], is_number (self, column));
      print_line (call, line);
    }
}
