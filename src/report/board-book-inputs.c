/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the other sheets reckon with: parameters, profit and loss, risk criteria, and the amounts of all steps. */

#include "config.h"

#include "board-book-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/ratio.h"

#define LABEL 1
#define VALUE 2
#define BASIS 3

static void
name_value (MzBoardBook *self, guint row, const char *name)
{
  mz_book_name_cell (self->book, name, self->assumptions, row, VALUE);
}

/* A share of the organisation, empty where it is not given. */
static void
add_share (MzBoardBook *self, guint row, const char *label, const char *field, const char *name)
{
  MzRecord *organisation = mz_model_single (self->model, "organisation");
  const int style = MZ_CELL_PERCENT | MZ_CELL_INPUT;

  mz_book_sheet_text (self->assumptions, row, LABEL, MZ_CELL_PLAIN, label);
  if (mz_record_has (organisation, field))
    mz_book_sheet_number (self->assumptions, row, VALUE, style,
                          (double)mz_record_integer (organisation, field, 0) / (double)MZ_PPM);
  else
    mz_book_sheet_blank (self->assumptions, row, VALUE, style);
  mz_book_sheet_allow_share (self->assumptions, row, row, VALUE);
  name_value (self, row, name);
}

static void
add_number (MzBoardBook *self, guint row, const char *label, double number, const char *name)
{
  mz_book_sheet_text (self->assumptions, row, LABEL, MZ_CELL_PLAIN, label);
  mz_book_sheet_number (self->assumptions, row, VALUE, MZ_CELL_REAL, number);
  name_value (self, row, name);
}

static guint
add_parameters (MzBoardBook *self, guint row)
{
  MzRecord *organisation = mz_model_single (self->model, "organisation");
  gboolean taxed = mz_record_has (organisation, "tax_rate");

  mz_book_sheet_text (self->assumptions, row++, LABEL, MZ_CELL_SECTION, _ ("Parameters"));
  add_number (self, row++, _ ("Planning horizon"), self->horizon, "Horizon");
  add_share (self, row++, _ ("Discount rate"), "discount_rate", "Discount_rate");
  add_share (self, row++, _ ("Contribution margin"), "contribution_margin", "Contribution_margin");
  if (taxed)
    add_share (self, row++, _ ("Tax rate"), "tax_rate", "Tax_rate");
  mz_book_sheet_text (self->assumptions, row, LABEL, MZ_CELL_PLAIN, _ ("Cautious running cost"));
  mz_book_sheet_boolean (self->assumptions, row, VALUE, MZ_CELL_PLAIN | MZ_CELL_INPUT,
                         mz_record_flag (organisation, "cautious"));
  mz_book_sheet_text (self->assumptions, row, BASIS, MZ_CELL_NOTE,
                      _ ("TRUE takes the dearest year instead of the mean."));
  name_value (self, row++, "Cautious");
  add_number (self, row++, _ ("Random seed"), (double)mz_record_integer (organisation, "seed", 0),
              "Random_seed");
  add_number (self, row++, _ ("Simulated years"),
              (double)mz_record_integer (organisation, "trials", 0), "Simulated_years");
  return row + 1;
}

static const char *
item_label (const MzKind *kind, const char *code)
{
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "item"));
  int choice = mz_field_choice (field, code);

  return choice < 0 ? "" : mz_translate (field->choices[choice].label);
}

/* Sum of the lines of an item: SUMIF over the table of @n rows that begins in @first. */
static char *
item_sum (const MzKind *kind, const char *code, guint first, guint n)
{
  g_autofree char *label = mz_formula_quote (item_label (kind, code));

  return g_strdup_printf ("SUMIF(%s:%s,%s,%s:%s)", MZ_AT (first, LABEL),
                          MZ_AT (first + n - 1, LABEL), label, MZ_AT (first, VALUE),
                          MZ_AT (first + n - 1, VALUE));
}

static void
add_result (MzBoardBook *self, guint row, const char *label, const MzFigure *figure,
            const char *formula, const char *name)
{
  const int style = MZ_CELL_YEN | MZ_CELL_TOTAL;

  mz_book_sheet_text (self->assumptions, row, LABEL, MZ_CELL_PLAIN | MZ_CELL_TOTAL, label);
  if (figure->known)
    mz_book_sheet_formula (self->assumptions, row, VALUE, style, figure->real, "=%s", formula);
  else
    mz_book_sheet_text (self->assumptions, row, VALUE, style, MZ_BOARD_UNKNOWN);
  name_value (self, row, name);
}

static guint
add_accounts (MzBoardBook *self, guint row)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->model), "pl_line");
  MzRecord *organisation = mz_model_single (self->model, "organisation");
  guint n = mz_model_count (self->model, kind->name), first = row + 1;
  const char *items[] = {"sales", "cost_of_sales", "sga", "non_operating_income",
                         "non_operating_expense"};
  g_autofree char *sums[G_N_ELEMENTS (items)] = {NULL};
  g_autofree char *profit = NULL;

  mz_book_sheet_text (self->assumptions, row, LABEL, MZ_CELL_SECTION, _ ("Profit and loss"));
  for (guint i = 0; i < n; i++)
    {
      MzRecord *line = mz_model_nth (self->model, kind->name, i);

      mz_book_sheet_text (self->assumptions, first + i, LABEL, MZ_CELL_PLAIN,
                          item_label (kind, mz_record_text (line, "item")));
      if (mz_record_has (line, "amount"))
        mz_book_sheet_number (self->assumptions, first + i, VALUE, MZ_CELL_YEN | MZ_CELL_INPUT,
                              (double)mz_record_integer (line, "amount", 0));
      else
        mz_book_sheet_blank (self->assumptions, first + i, VALUE, MZ_CELL_YEN | MZ_CELL_INPUT);
      mz_book_sheet_text (self->assumptions, first + i, BASIS, MZ_CELL_LONG,
                          mz_record_text (line, "title"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    sums[i] = item_sum (kind, items[i], first, MAX (n, 1));
  profit = mz_record_choice_is (organisation, "profit_measure", "ordinary")
               ? g_strdup_printf ("%s-%s-%s+%s-%s", sums[0], sums[1], sums[2], sums[3], sums[4])
               : g_strdup_printf ("%s-%s-%s", sums[0], sums[1], sums[2]);
  add_result (self, first + n, _ ("Sales"), &self->analysis->sales, sums[0], "Sales");
  add_result (self, first + n + 1, _ ("Profit to keep"), &self->analysis->profit, profit, "Profit");
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_clear_pointer (&sums[i], g_free);
  return first + n + 3;
}

static guint
add_matrix (MzBoardBook *self, guint row)
{
  const MzScale *scale = &self->analysis->scale;
  guint n = (guint)scale->n_likelihood, m = (guint)scale->n_impact;

  mz_book_sheet_text (self->assumptions, row, LABEL, MZ_CELL_SECTION,
                      _ ("Risk values (rows: likelihood, columns: impact)"));
  for (guint i = 0; i < m; i++)
    mz_book_sheet_number (self->assumptions, row + 1, VALUE + i, MZ_CELL_HEAD_NUMBER, i + 1);
  for (guint l = 0; l < n; l++)
    {
      mz_book_sheet_number (self->assumptions, row + 2 + l, LABEL, MZ_CELL_WHOLE, l + 1);
      for (guint i = 0; i < m; i++)
        mz_book_sheet_number (self->assumptions, row + 2 + l, VALUE + i,
                              MZ_CELL_WHOLE | MZ_CELL_INPUT, scale->values[l][i]);
    }
  self->matrix = g_strdup_printf ("%s%s:%s", mz_book_sheet_prefix (self->assumptions),
                                  MZ_AT (row + 2, VALUE), MZ_AT (row + 1 + n, VALUE + m - 1));
  return row + n + 3;
}

static guint
add_bands (MzBoardBook *self, guint row)
{
  const MzScale *scale = &self->analysis->scale;
  guint n = (guint)scale->n_bands;

  mz_book_sheet_text (self->assumptions, row, LABEL, MZ_CELL_SECTION, _ ("Risk bands"));
  for (guint i = 0; i < n; i++)
    {
      mz_book_sheet_number (self->assumptions, row + 1 + i, LABEL, MZ_CELL_WHOLE | MZ_CELL_INPUT,
                            scale->bands[i].value_from);
      mz_book_sheet_text (self->assumptions, row + 1 + i, VALUE, MZ_CELL_PLAIN,
                          scale->bands[i].name);
    }
  if (n > 0)
    {
      self->band_values = g_strdup_printf ("%s%s:%s", mz_book_sheet_prefix (self->assumptions),
                                           MZ_AT (row + 1, LABEL), MZ_AT (row + n, LABEL));
      self->band_names = g_strdup_printf ("%s%s:%s", mz_book_sheet_prefix (self->assumptions),
                                          MZ_AT (row + 1, VALUE), MZ_AT (row + n, VALUE));
    }
  row += n + 1;
  mz_book_sheet_text (self->assumptions, row, LABEL, MZ_CELL_PLAIN, _ ("Risk tolerance"));
  if (scale->has_tolerance)
    mz_book_sheet_number (self->assumptions, row, VALUE, MZ_CELL_WHOLE | MZ_CELL_INPUT,
                          scale->tolerance);
  name_value (self, row, "Risk_tolerance");
  return row + 2;
}

/* Everything that is marked as an illustrative assumption and has a name of its own, with what it rests on. */
static void
add_basis (MzBoardBook *self)
{
  const char *headings[] = {_ ("Assumption"), _ ("Kind"), _ ("Basis and remarks"), NULL};
  const double widths[] = {40, 22, 90, 0};
  guint row = 3;

  mz_book_sheet_text (self->basis, 0, 0, MZ_CELL_TITLE, _ ("Illustrative assumptions"));
  mz_book_sheet_headings (self->basis, 2, headings);
  mz_book_sheet_widths (self->basis, widths);
  for (guint i = 0; i < self->analysis->assumptions->len; i++)
    {
      MzRecord *record = g_ptr_array_index (self->analysis->assumptions, i);
      const MzKind *kind = mz_record_kind (record);

      if (mz_kind_find_flag (kind, MZ_FIELD_TITLE) < 0)
        continue;
      mz_book_sheet_text (self->basis, row, 0, MZ_CELL_LONG,
                          mz_record_names_of (self->names, mz_record_id (record)));
      mz_book_sheet_text (self->basis, row, 1, MZ_CELL_PLAIN, mz_translate (kind->label));
      mz_book_sheet_text (self->basis, row++, 2, MZ_CELL_LONG, mz_record_text (record, "note"));
    }
  mz_book_sheet_frame (self->basis, 3, 1, row, 2);
}

void
mz_board_assumptions (MzBoardBook *self)
{
  const double widths[] = {2, 40, 20, 24, 12, 12, 12, 12, 0};
  guint row = 3;

  mz_board_title (self, self->assumptions, _ ("Assumptions"),
                  _ ("Yellow cells can be changed; everything else follows them."), MZ_CELL_YEN);
  mz_book_sheet_widths (self->assumptions, widths);
  row = add_parameters (self, row);
  row = add_accounts (self, row);
  row = add_matrix (self, row);
  row = add_bands (self, row);
  mz_book_sheet_frame (self->assumptions, 2, 0, row,
                       MAX (BASIS, (guint)self->analysis->scale.n_impact + 1));
  add_basis (self);
}

/* What a person does not see: ids, the last year within the plan, and which option. */
static void
add_helpers (MzBoardBook *self, guint row, MzRecord *amount)
{
  MzRecord *step = mz_model_referred (self->model, amount, "step");
  MzRecord *option = step == NULL ? NULL : mz_model_referred (self->model, step, "option");
  g_autofree char *option_label = option == NULL ? NULL : mz_record_label (option);
  gint64 last = MIN (mz_record_integer (amount, "to_year", self->horizon), (gint64)self->horizon);

  mz_book_sheet_text (self->amounts, row, MZ_AMOUNT_ID, MZ_CELL_NOTE, mz_record_id (amount));
  mz_book_sheet_text (self->amounts, row, MZ_AMOUNT_OPTION, MZ_CELL_LONG, option_label);
  mz_book_sheet_formula (self->amounts, row, MZ_AMOUNT_LAST, MZ_CELL_REAL, (double)last,
                         "=IF(%s=\"\",Horizon,MIN(Horizon,%s))", MZ_AT (row, MZ_AMOUNT_TO),
                         MZ_AT (row, MZ_AMOUNT_TO));
  mz_book_sheet_number (self->amounts, row, MZ_AMOUNT_NUMBER, MZ_CELL_REAL,
                        GPOINTER_TO_UINT (g_hash_table_lookup (self->option_numbers, option)));
  g_hash_table_insert (self->amount_rows, amount, GUINT_TO_POINTER (row));
}

void
mz_board_amounts (MzBoardBook *self)
{
  static const struct
  {
    guint column;
    const char *field;
    int variant;
  } columns[] = {
      {MZ_AMOUNT_STEP, "step", 0},
      {MZ_AMOUNT_TITLE, "title", 0},
      {MZ_AMOUNT_KIND, "kind", MZ_CELL_INPUT},
      {MZ_AMOUNT_AMOUNT, "amount", MZ_CELL_INPUT},
      {MZ_AMOUNT_FROM, "from_year", MZ_CELL_INPUT},
      {MZ_AMOUNT_TO, "to_year", MZ_CELL_INPUT},
      {MZ_AMOUNT_LIFE, "life", MZ_CELL_INPUT},
      {MZ_AMOUNT_NOTE, "note", 0},
  };
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->model), "cash_flow");
  guint n = mz_model_count (self->model, kind->name);
  g_autofree char *mark = mz_register_mark (kind);

  mz_board_title (
      self, self->amounts, _ ("Amounts"),
      _ ("Costs are positive. Years count from 0, this fiscal year; an empty last year is the end of the plan."),
      MZ_CELL_YEN);
  mz_book_sheet_text (self->amounts, MZ_BOARD_MARK_ROW, 0, MZ_CELL_NOTE, mark);
  mz_book_sheet_text (self->amounts, MZ_BOARD_HEAD_ROW, MZ_AMOUNT_OPTION, MZ_CELL_HEAD,
                      _ ("Option"));
  mz_book_sheet_width (self->amounts, MZ_AMOUNT_OPTION, MZ_AMOUNT_OPTION, 26);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    mz_board_column (self, self->amounts, columns[i].column, kind, columns[i].field,
                     columns[i].variant);
  for (guint i = 0; i < n; i++)
    add_helpers (self, MZ_BOARD_FIRST_ROW + i, mz_model_nth (self->model, kind->name, i));
  mz_book_sheet_hide_row (self->amounts, MZ_BOARD_MARK_ROW);
  mz_book_sheet_hide_column (self->amounts, MZ_AMOUNT_ID);
  mz_book_sheet_hide_column (self->amounts, MZ_AMOUNT_LAST);
  mz_book_sheet_hide_column (self->amounts, MZ_AMOUNT_NUMBER);
  mz_book_sheet_frame (self->amounts, MZ_BOARD_FIRST_ROW, 0, MZ_BOARD_HEAD_ROW + n, MZ_AMOUNT_NOTE);
}
