/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How cells look. Amounts stay yen; the number format shows them in the unit. */

#include "config.h"

#include "workbook-sheet-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/language.h"

#define COLOUR_INK 0x1f2a37
#define COLOUR_QUIET 0x5b6470
#define COLOUR_HEAD 0x1f4e79
#define COLOUR_HEAD_TEXT 0xffffff
#define COLOUR_INPUT 0xfff7d6
#define COLOUR_INPUT_TEXT 0x0b3d91
#define COLOUR_RULE 0xb8c0cc
#define FORMAT_TEXT 49 /* the built-in format "@" */

static gboolean
is_head (int style)
{
  return style == MZ_CELL_HEAD || style == MZ_CELL_HEAD_NUMBER || style == MZ_CELL_HEAD_YEAR;
}

/* Thousands that the unit takes off. */
static const char *
scale_of (MzMoneyUnit unit)
{
  return unit == MZ_MONEY_UNIT_MILLION ? ",," : unit == MZ_MONEY_UNIT_THOUSAND ? "," : "";
}

/* Negative amounts as the language marks them. */
static char *
number_format (const char *digits, const char *scale)
{
  const char *minus = mz_language_minus () == MZ_MINUS_TRIANGLE ? "\"△\"" : "-";
  return g_strdup_printf ("%s%s;%s%s%s;%s%s", digits, scale, minus, digits, scale, digits, scale);
}

char *
mz_book_number_format (MzBook *self, int style)
{
  g_autofree char *quoted = NULL;

  switch (style)
    {
    case MZ_CELL_MONEY:
      return number_format ("#,##0", scale_of (self->unit));
    case MZ_CELL_YEN:
    case MZ_CELL_WHOLE:
      return number_format ("#,##0", "");
    case MZ_CELL_TENTHS:
      return number_format ("#,##0.0", "");
    case MZ_CELL_PERCENT:
      return number_format ("0.0###%", "");
    case MZ_CELL_FACTOR:
      return g_strdup ("0.0000");
    case MZ_CELL_DATE:
      return g_strdup ("yyyy-mm-dd");
    case MZ_CELL_HEAD_YEAR:
      /* Translators: the format of a number in a spreadsheet, shown as This year, Year 1, Year 2; keep the form of the
       * three parts, which are for numbers above 0, below 0 and for 0. */
      return g_strdup (_ ("\"Year \"0;0;\"This year\""));
    default:
      return NULL;
    }
}

static void
set_text (lxw_format *format, int style)
{
  if (style == MZ_CELL_TITLE)
    format_set_font_size (format, 16);
  if (style == MZ_CELL_SECTION)
    format_set_font_size (format, 12);
  if (style == MZ_CELL_NOTE)
    format_set_font_size (format, 9);
  if (style == MZ_CELL_TITLE || style == MZ_CELL_SECTION || is_head (style))
    format_set_bold (format);
  format_set_font_color (format, is_head (style)          ? COLOUR_HEAD_TEXT
                                 : style == MZ_CELL_NOTE  ? COLOUR_QUIET
                                 : style == MZ_CELL_TITLE ? COLOUR_HEAD
                                                          : COLOUR_INK);
  format_set_align (format, is_head (style) ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
  if (style == MZ_CELL_HEAD_NUMBER || style == MZ_CELL_HEAD_YEAR)
    format_set_align (format, LXW_ALIGN_RIGHT);
  if (style == MZ_CELL_LONG || is_head (style))
    format_set_text_wrap (format);
}

static void
set_fill (lxw_format *format, int style, int variant)
{
  if (is_head (style))
    format_set_bg_color (format, COLOUR_HEAD);
  else if (style != MZ_CELL_TITLE && style != MZ_CELL_SECTION && style != MZ_CELL_NOTE)
    {
      format_set_bottom (format, LXW_BORDER_HAIR);
      format_set_bottom_color (format, COLOUR_RULE);
    }
  if (variant & MZ_CELL_INPUT)
    {
      format_set_bg_color (format, COLOUR_INPUT);
      format_set_font_color (format, COLOUR_INPUT_TEXT);
      format_set_unlocked (format);
    }
  if (variant & MZ_CELL_TOTAL)
    {
      format_set_bold (format);
      format_set_top (format, LXW_BORDER_THIN);
    }
}

static lxw_format *
format_new (MzBook *self, int style, int variant, gboolean guarded)
{
  lxw_format *format = workbook_add_format (self->workbook);
  g_autofree char *number = mz_book_number_format (self, style);

  if (g_str_equal (mz_language (), "ja"))
    format_set_font_name (format, "Yu Gothic");
  set_text (format, style);
  set_fill (format, style, variant);
  if (guarded)
    format_set_num_format_index (format, FORMAT_TEXT);
  else if (number != NULL)
    format_set_num_format (format, number);
  return format;
}

lxw_format *
mz_book_format (MzBook *self, int style, gboolean guarded)
{
  int base = style & (MZ_CELL_INPUT - 1), variant = style / MZ_CELL_INPUT;
  lxw_format **format = guarded ? &self->guarded[base][variant] : &self->formats[base][variant];

  if (*format == NULL)
    *format = format_new (self, base, style, guarded);
  return *format;
}
