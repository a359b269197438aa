/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Cells of a sheet: text that stays text, numbers, formulas with the value they have now. */

#include "config.h"

#include "workbook-sheet-private.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "mezasu/cell-text.h"

/* Workbooks write a character as _x0041_; what looks so in a text gets its first underscore written that way. */
#define ESCAPED_UNDERSCORE "_x005F_"
#define TITLE_HEIGHT 26.0

const char *
mz_book_sheet_prefix (const MzBookSheet *self)
{
  return self->prefix;
}

const char *
mz_book_sheet_name (const MzBookSheet *self)
{
  return self->name;
}

const char *
mz_cell_name (MzCellName *buffer, guint row, guint column)
{
  lxw_rowcol_to_cell_abs (buffer->text, row, (lxw_col_t)column, 1, 1);
  return buffer->text;
}

static gboolean
looks_escaped (const char *p)
{
  return p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3]) &&
         g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]) && p[6] == '_';
}

/* Takes @clean. */
static char *
escape (char *clean)
{
  GString *text;

  if (strstr (clean, "_x") == NULL)
    return clean;
  text = g_string_new (NULL);
  for (const char *p = clean; *p != '\0'; p++)
    if (looks_escaped (p))
      g_string_append (text, ESCAPED_UNDERSCORE);
    else
      g_string_append_c (text, *p);
  g_free (clean);
  if (g_utf8_strlen (text->str, -1) > MZ_CELL_TEXT_MAX)
    g_string_truncate (
        text, (gsize)(g_utf8_offset_to_pointer (text->str, MZ_CELL_TEXT_MAX - 1) - text->str));
  return g_string_free (text, FALSE);
}

/* A cell of a text is never run, but one that is edited again would be. */
static gboolean
could_become_formula (const char *text)
{
  return *text == '=' || *text == '+' || *text == '-' || *text == '@' || *text == '\t' ||
         *text == '\n' || *text == '\'' || g_str_has_prefix (text, "＝") ||
         g_str_has_prefix (text, "＋") || g_str_has_prefix (text, "－") ||
         g_str_has_prefix (text, "＠");
}

/* Half widths that the text takes, line ends as whole lines. */
static guint
width_of (const char *text)
{
  guint units = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    units += (guchar)*text < 0x80 ? 1 : g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return units;
}

static void
remember_wrapped (MzBookSheet *self, guint row, guint column, const char *text)
{
  MzWrapped wrapped = {row, column, width_of (text)};

  if (wrapped.units > 8)
    g_array_append_val (self->wrapped, wrapped);
}

void
mz_book_sheet_text (MzBookSheet *self, guint row, guint column, int style, const char *text)
{
  g_autofree char *written = escape (mz_cell_text (text));

  if ((style & (MZ_CELL_INPUT - 1)) == MZ_CELL_LONG ||
      (style & (MZ_CELL_INPUT - 1)) == MZ_CELL_HEAD || style == MZ_CELL_HEAD_NUMBER)
    remember_wrapped (self, row, column, written);
  if (style == MZ_CELL_TITLE)
    worksheet_set_row (self->worksheet, row, TITLE_HEIGHT, NULL);
  worksheet_write_string (self->worksheet, row, (lxw_col_t)column, written,
                          mz_book_format (self->book, style, could_become_formula (written)));
}

void
mz_book_sheet_number (MzBookSheet *self, guint row, guint column, int style, double number)
{
  if (isfinite (number))
    worksheet_write_number (self->worksheet, row, (lxw_col_t)column, number,
                            mz_book_format (self->book, style, FALSE));
  else
    mz_book_sheet_text (self, row, column, style, "–");
}

void
mz_book_sheet_boolean (MzBookSheet *self, guint row, guint column, int style, gboolean value)
{
  worksheet_write_boolean (self->worksheet, row, (lxw_col_t)column, value != 0,
                           mz_book_format (self->book, style, FALSE));
}

void
mz_book_sheet_blank (MzBookSheet *self, guint row, guint column, int style)
{
  worksheet_write_blank (self->worksheet, row, (lxw_col_t)column,
                         mz_book_format (self->book, style, FALSE));
}

void
mz_book_sheet_date (MzBookSheet *self, guint row, guint column, int style, const char *day)
{
  lxw_datetime date = {0};

  /* Days before 1900 have no number in a spreadsheet. */
  if (sscanf (day, "%4d-%2d-%2d", &date.year, &date.month, &date.day) != 3 || date.year < 1900 ||
      worksheet_write_datetime (self->worksheet, row, (lxw_col_t)column, &date,
                                mz_book_format (self->book, style, FALSE)) != LXW_NO_ERROR)
    mz_book_sheet_text (self, row, column, style, day);
}

void
mz_book_sheet_formula (MzBookSheet *self, guint row, guint column, int style, double value,
                       const char *format, ...)
{
  g_autofree char *formula = NULL;
  va_list arguments;

  va_start (arguments, format);
  formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  worksheet_write_formula_num (self->worksheet, row, (lxw_col_t)column, formula,
                               mz_book_format (self->book, style, FALSE),
                               isfinite (value) ? value : 0);
}

void
mz_book_sheet_formula_text (MzBookSheet *self, guint row, guint column, int style,
                            const char *value, const char *format, ...)
{
  g_autofree char *formula = NULL;
  g_autofree char *clean = mz_cell_text (value);
  va_list arguments;

  va_start (arguments, format);
  formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  worksheet_write_formula_str (self->worksheet, row, (lxw_col_t)column, formula,
                               mz_book_format (self->book, style, FALSE), clean);
}

char *
mz_formula_quote (const char *text)
{
  g_autofree char *clean = mz_cell_text (text);
  g_auto (GStrv) parts = g_strsplit (clean, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}

void
mz_book_sheet_headings (MzBookSheet *self, guint row, const char *const *headings)
{
  for (guint i = 0; headings[i] != NULL; i++)
    {
      gboolean number = headings[i][0] == '#';

      mz_book_sheet_text (self, row, i, number ? MZ_CELL_HEAD_NUMBER : MZ_CELL_HEAD,
                          headings[i] + (number ? 1 : 0));
    }
}
