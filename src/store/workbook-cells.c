/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The cells of a sheet as a table of texts, written as a person would write what the sheet shows. */

#include "config.h"

#include "workbook-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "csv-private.h"
#include "mezasu/file.h"
#include "mezasu/store-error.h"

#define LAST_DAY 2958465 /* 31 December 9999 */
/* The first serial number behind the 29 February 1900 that there never was. */
#define AFTER_FALSE_DAY 61
#define DAYS_TO_1904 1462

typedef struct
{
  MzWorkbookSource *source;
  GString *text; /* all cells, each ended by zero; the empty one stands first */
  GArray *cells;
  GArray *rows;
  guint row; /* of the cell that is read, from 1 */
  guint column;
  guint columns; /* cells of the last kept row */
  char type[12];
  MzNumberLook look;
  GString *value;
  gboolean in_value, in_text;
  guint reading;
} Sheet;

static gboolean
refuse_size (Sheet *self, const char *reason, GError **error)
{
  g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
               /* Translators: the last placeholder is the rest of the sentence. */
               _ ("“%s”: %s."), self->source->shown, reason);
  return FALSE;
}

/* "AB12" to row and column from 1; FALSE for anything else. */
static gboolean
read_place (const char *place, guint *row, guint *column)
{
  guint64 found = 0;

  *column = 0;
  for (; g_ascii_isupper (*place) && *column <= MZ_CSV_MAX_COLUMNS; place++)
    *column = *column * 26 + (guint)(*place - 'A') + 1;
  if (*column == 0 || !g_ascii_isdigit (*place))
    return FALSE;
  found = g_ascii_strtoull (place, NULL, 10);
  *row = found > G_MAXUINT / 2 ? G_MAXUINT / 2 : (guint)found;
  return *row > 0;
}

static void
start_cell (Sheet *self, MzPartWalk *walk)
{
  g_autofree char *place = mz_part_attribute (walk, "r");
  g_autofree char *format = mz_part_attribute (walk, "s");
  g_autofree char *type = mz_part_attribute (walk, "t");
  guint64 index = format == NULL ? 0 : g_ascii_strtoull (format, NULL, 10);

  if (place == NULL || !read_place (place, &self->row, &self->column))
    self->column++;
  g_strlcpy (self->type, type != NULL ? type : "n", sizeof self->type);
  self->look = index < self->source->looks->len
                   ? g_array_index (self->source->looks, MzNumberLook, index)
                   : MZ_NUMBER_PLAIN;
  g_string_truncate (self->value, 0);
}

static gboolean
start_sheet (MzPartWalk *walk, const char *element, gpointer data, GError **error)
{
  Sheet *self = data;

  if (g_str_equal (element, "c"))
    start_cell (self, walk);
  else if (g_str_equal (element, "row"))
    {
      g_autofree char *number = mz_part_attribute (walk, "r");
      guint64 row = number == NULL ? self->row + 1 : g_ascii_strtoull (number, NULL, 10);
      self->row = (guint)MIN (row, G_MAXUINT / 2);
      self->column = 0;
    }
  else if (g_str_equal (element, "v"))
    self->in_value = TRUE;
  else if (g_str_equal (element, "rPh"))
    self->reading++;
  else if (g_str_equal (element, "t"))
    self->in_text = TRUE;
  return TRUE;
}

static gboolean
text_sheet (MzPartWalk *walk, const char *text, gpointer data, GError **error)
{
  Sheet *self = data;

  if (self->in_value || (self->in_text && self->reading == 0))
    g_string_append (self->value, text);
  return TRUE;
}

static void
write_day (Sheet *self, double serial)
{
  double day = floor (serial) + (self->source->from_1904 ? DAYS_TO_1904 : 0);
  g_autoptr (GDateTime) start = g_date_time_new_utc (1899, 12, 30, 0, 0, 0);
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  if (day < 1 || day > LAST_DAY)
    return;
  date = g_date_time_add_days (start, (int)day + (day < AFTER_FALSE_DAY ? 1 : 0));
  text = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (date),
                          g_date_time_get_month (date), g_date_time_get_day_of_month (date));
  g_string_assign (self->value, text);
}

static void
write_percent (Sheet *self, double share)
{
  char digits[64];

  g_ascii_formatd (digits, sizeof digits, "%.4f", share * 100);
  g_string_assign (self->value, digits);
  while (g_str_has_suffix (self->value->str, "0"))
    g_string_truncate (self->value, self->value->len - 1);
  if (g_str_has_suffix (self->value->str, "."))
    g_string_truncate (self->value, self->value->len - 1);
  g_string_append_c (self->value, '%');
}

static void
write_number (Sheet *self)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 16];
  char *end;
  double number = g_ascii_strtod (self->value->str, &end);

  if (self->value->len == 0 || *end != '\0' || !isfinite (number) || fabs (number) > 1e18)
    return;
  if (self->look == MZ_NUMBER_DATE)
    write_day (self, number);
  else if (self->look == MZ_NUMBER_PERCENT && fabs (number) < 1e9)
    write_percent (self, number);
  else
    g_string_assign (
        self->value,
        g_ascii_formatd (digits, sizeof digits,
                         floor (number) == number && fabs (number) < 1e15 ? "%.0f" : "%.15g",
                         number));
}

/* The value of the cell as text. */
static gboolean
write_value (Sheet *self, GError **error)
{
  guint64 index;

  if (g_str_equal (self->type, "s"))
    {
      index = g_ascii_strtoull (self->value->str, NULL, 10);
      if (index >= self->source->strings->len)
        return mz_workbook_damaged (self->source, error);
      g_string_assign (self->value, g_ptr_array_index (self->source->strings, index));
    }
  else if (g_str_equal (self->type, "b"))
    g_string_assign (self->value, g_str_equal (self->value->str, "1") ? "true" : "false");
  else if (g_str_equal (self->type, "d"))
    g_string_truncate (self->value, MIN (self->value->len, strlen ("2026-04-01")));
  else if (g_str_equal (self->type, "n"))
    write_number (self);
  else
    mz_part_unescape (self->value);
  return TRUE;
}

static void
add_row (Sheet *self)
{
  guint32 first = self->cells->len;

  g_array_append_val (self->rows, first);
  self->columns = 0;
}

static void
add_cell (Sheet *self, guint32 offset)
{
  g_array_append_val (self->cells, offset);
  self->columns++;
}

static gboolean
keep_cell (Sheet *self, GError **error)
{
  guint32 offset;

  if (self->value->len == 0)
    return TRUE;
  if (self->row > MZ_CSV_MAX_ROWS)
    return refuse_size (self, _ ("a table has at most 1,000,000 rows"), error);
  if (self->column > MZ_CSV_MAX_COLUMNS)
    return refuse_size (self, _ ("a row has at most 1,000 cells"), error);
  if (self->text->len + self->value->len >= MZ_FILE_TEXT_LIMIT)
    return refuse_size (self, _ ("a table holds at most 64 MiB"), error);
  if (self->row < self->rows->len || self->row == 0 ||
      (self->row == self->rows->len && self->column <= self->columns))
    return mz_workbook_damaged (self->source, error);
  while (self->rows->len < self->row)
    {
      /* A row that was passed over has one empty cell. */
      if (self->rows->len > 0 && self->columns == 0)
        add_cell (self, 0);
      add_row (self);
    }
  while (self->columns + 1 < self->column)
    add_cell (self, 0);
  offset = (guint32)self->text->len;
  g_string_append_len (self->text, self->value->str, (gssize)strlen (self->value->str) + 1);
  add_cell (self, offset);
  return TRUE;
}

static gboolean
end_sheet (MzPartWalk *walk, const char *element, gpointer data, GError **error)
{
  Sheet *self = data;

  if (g_str_equal (element, "v"))
    self->in_value = FALSE;
  else if (g_str_equal (element, "t"))
    self->in_text = FALSE;
  else if (g_str_equal (element, "rPh") && self->reading > 0)
    self->reading--;
  else if (g_str_equal (element, "c") && self->value->len > 0)
    return write_value (self, error) && keep_cell (self, error);
  return TRUE;
}

MzCsv *
mz_workbook_read_cells (MzWorkbookSource *source, const char *part, GError **error)
{
  g_autoptr (GString) value = g_string_new (NULL);
  Sheet self = {.source = source, .value = value, .text = g_string_new (NULL)};
  gboolean good;

  self.cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self.rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_string_append_c (self.text, '\0');
  good = mz_part_walk (source, part, start_sheet, end_sheet, text_sheet, &self, error);
  if (good)
    return mz_csv_new_from_cells (self.text, self.cells, self.rows);
  g_string_free (self.text, TRUE);
  g_array_unref (self.cells);
  g_array_unref (self.rows);
  return NULL;
}
