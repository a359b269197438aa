/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Widths, frozen headings, print, and what may be typed where. */

#include "config.h"

#include "workbook-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAPER_A4 9

void
mz_book_sheet_width (MzBookSheet *self, guint first, guint last, double width)
{
  worksheet_set_column (self->worksheet, (lxw_col_t)first, (lxw_col_t)last, width, NULL);
  if (self->widths->len <= last)
    g_array_set_size (self->widths, last + 1);
  for (guint i = first; i <= last; i++)
    g_array_index (self->widths, double, i) = width;
}

/* Lines beyond these are left to whoever opens the row. */
#define MOST_LINES 12
#define LINE_HEIGHT 15.0
#define PLAIN_WIDTH 8.43

void
mz_book_sheet_set_heights (MzBookSheet *self)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer row, n;

  for (guint i = 0; i < self->wrapped->len; i++)
    {
      const MzWrapped *text = &g_array_index (self->wrapped, MzWrapped, i);
      double width = text->column < self->widths->len
                         ? g_array_index (self->widths, double, text->column)
                         : PLAIN_WIDTH;
      guint needed = (guint)((double)text->units / MAX (width - 1, 1)) + 1;
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (lines, GUINT_TO_POINTER (text->row)));

      if (MIN (needed, MOST_LINES) > MAX (known, 1))
        g_hash_table_insert (lines, GUINT_TO_POINTER (text->row),
                             GUINT_TO_POINTER (MIN (needed, MOST_LINES)));
    }
  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, &row, &n))
    if (!g_hash_table_contains (self->hidden, row))
      worksheet_set_row (self->worksheet, GPOINTER_TO_UINT (row),
                         LINE_HEIGHT * GPOINTER_TO_UINT (n), NULL);
}

void
mz_book_sheet_widths (MzBookSheet *self, const double *widths)
{
  for (guint i = 0; widths[i] > 0; i++)
    mz_book_sheet_width (self, i, i, widths[i]);
}

void
mz_book_sheet_hide_column (MzBookSheet *self, guint column)
{
  lxw_row_col_options hidden = {.hidden = 1};
  worksheet_set_column_opt (self->worksheet, (lxw_col_t)column, (lxw_col_t)column, 8, NULL,
                            &hidden);
}

void
mz_book_sheet_hide_row (MzBookSheet *self, guint row)
{
  lxw_row_col_options hidden = {.hidden = 1};
  worksheet_set_row_opt (self->worksheet, row, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
  g_hash_table_add (self->hidden, GUINT_TO_POINTER (row));
}

void
mz_book_sheet_hide (MzBookSheet *self)
{
  worksheet_hide (self->worksheet);
}

void
mz_book_sheet_frame (MzBookSheet *self, guint first_row, guint fixed_columns, guint last_row,
                     guint last_column)
{
  worksheet_freeze_panes (self->worksheet, first_row, (lxw_col_t)fixed_columns);
  worksheet_gridlines (self->worksheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_landscape (self->worksheet);
  worksheet_set_paper (self->worksheet, PAPER_A4);
  worksheet_set_margins (self->worksheet, 0.5, 0.5, 0.6, 0.6);
  worksheet_fit_to_pages (self->worksheet, 1, 0);
  worksheet_repeat_rows (self->worksheet, first_row > 0 ? first_row - 1 : 0,
                         first_row > 0 ? first_row - 1 : 0);
  worksheet_print_area (self->worksheet, 0, 0, MAX (last_row, first_row), (lxw_col_t)last_column);
  worksheet_set_footer (self->worksheet, "&L&A&R&P / &N");
}

void
mz_book_sheet_one_page (MzBookSheet *self)
{
  worksheet_fit_to_pages (self->worksheet, 1, 1);
}

void
mz_book_sheet_filter (MzBookSheet *self, guint first_row, guint first_column, guint last_row,
                      guint last_column)
{
  if (last_row > first_row)
    worksheet_autofilter (self->worksheet, first_row, (lxw_col_t)first_column, last_row,
                          (lxw_col_t)last_column);
}

/* Room for rows that a person adds. */
#define MORE_ROWS 200

static void
allow (MzBookSheet *self, guint first, guint last, guint column, lxw_data_validation *rule,
       const char *message)
{
  rule->error_title = (char *)"Mezasu";
  rule->error_message = (char *)message;
  worksheet_data_validation_range (self->worksheet, first, (lxw_col_t)column, last + MORE_ROWS,
                                   (lxw_col_t)column, rule);
}

static void
allow_between (MzBookSheet *self, guint first, guint last, guint column, guint8 type, double least,
               double greatest)
{
  lxw_data_validation rule = {.validate = type,
                              .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                              .minimum_number = least,
                              .maximum_number = greatest};
  g_autofree char *message =
      g_strdup_printf (_ ("A number from %.15g to %.15g is expected."), least, greatest);

  allow (self, first, last, column, &rule, message);
}

void
mz_book_sheet_allow_whole (MzBookSheet *self, guint first, guint last, guint column, double least,
                           double greatest)
{
  allow_between (self, first, last, column, LXW_VALIDATION_TYPE_INTEGER, least, greatest);
}

void
mz_book_sheet_allow_real (MzBookSheet *self, guint first, guint last, guint column, double least,
                          double greatest)
{
  allow_between (self, first, last, column, LXW_VALIDATION_TYPE_DECIMAL, least, greatest);
}

void
mz_book_sheet_allow_share (MzBookSheet *self, guint first, guint last, guint column)
{
  lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_DECIMAL,
                              .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                              .minimum_number = 0,
                              .maximum_number = 1};

  allow (self, first, last, column, &rule, _ ("A share between 0 and 100 percent is expected."));
}

/* Where the hidden sheet keeps @labels. */
static const char *
list_of (MzBook *self, const char *const *labels)
{
  g_autofree char *key = g_strjoinv ("\n", (char **)labels);
  const char *known = g_hash_table_lookup (self->lists, key);
  guint n = g_strv_length ((char **)labels);
  char *range;

  if (known != NULL || n == 0)
    return known;
  if (self->list_sheet == NULL)
    {
      self->list_sheet = mz_book_add_sheet (self, _ ("Choices"));
      mz_book_sheet_hide (self->list_sheet);
    }
  for (guint i = 0; i < n; i++)
    mz_book_sheet_text (self->list_sheet, i, self->n_lists, MZ_CELL_PLAIN, labels[i]);
  range = g_strdup_printf ("=%s%s:%s", self->list_sheet->prefix, MZ_AT (0, self->n_lists),
                           MZ_AT (n - 1, self->n_lists));
  self->n_lists++;
  g_hash_table_insert (self->lists, g_steal_pointer (&key), range);
  return range;
}

void
mz_book_sheet_allow_choice (MzBookSheet *self, guint first, guint last, guint column,
                            const char *const *labels)
{
  const char *range = list_of (self->book, labels);
  lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                              .value_formula = (char *)range};

  if (range != NULL)
    allow (self, first, last, column, &rule, _ ("Please choose from the list."));
}

void
mz_book_sheet_allow_choices_of (MzBookSheet *self, guint first, guint last, guint column,
                                const MzField *field)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; field->choices[i].code != NULL; i++)
    g_ptr_array_add (labels, (gpointer)mz_translate (field->choices[i].label));
  g_ptr_array_add (labels, NULL);
  mz_book_sheet_allow_choice (self, first, last, column, (const char *const *)labels->pdata);
}
