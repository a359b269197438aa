/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What steps do to risks: the share of the loss that each effect leaves, and the year from which on it counts, which is
 * the year after the last investment of the option and never before the step begins. */

#include "config.h"

#include "board-book-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/ratio.h"

static double
kept_by (MzRecord *effect)
{
  double f = (double)mz_record_integer (effect, "frequency_cut", 0) / (double)MZ_PPM;
  double l = (double)mz_record_integer (effect, "loss_cut", 0) / (double)MZ_PPM;

  return (1 - f) * (1 - l);
}

/* The year after the last one within the plan in which @option invests. */
static int
after_investment (MzBoardBook *self, MzRecord *option)
{
  int after = 0;

  for (guint i = 0; i < mz_model_count (self->model, "cash_flow"); i++)
    {
      MzRecord *amount = mz_model_nth (self->model, "cash_flow", i);
      MzRecord *step = mz_model_referred (self->model, amount, "step");
      gint64 last =
          MIN (mz_record_integer (amount, "to_year", self->horizon), (gint64)self->horizon);

      if (step != NULL && mz_model_referred (self->model, step, "option") == option &&
          mz_record_choice_is (amount, "kind", "investment") &&
          mz_record_integer (amount, "amount", 0) > 0 &&
          mz_record_integer (amount, "from_year", 0) <= (gint64)self->horizon)
        after = MAX (after, (int)last + 1);
    }
  return after;
}

static int
start_of (MzBoardBook *self, MzRecord *effect)
{
  MzRecord *step = mz_model_referred (self->model, effect, "step");
  MzRecord *option = step == NULL ? NULL : mz_model_referred (self->model, step, "option");

  return MAX (step == NULL ? 0 : (int)mz_record_integer (step, "from_year", 0),
              option == NULL ? 0 : after_investment (self, option));
}

/* The formula of the year; without amounts the step alone decides. */
static void
add_start (MzBoardBook *self, guint row, int value)
{
  guint n = mz_model_count (self->model, "cash_flow");
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->model), "cash_flow");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "kind"));
  g_autofree char *investment =
      mz_formula_quote (mz_translate (field->choices[MZ_CASH_INVESTMENT].label));
  const char *p = mz_book_sheet_prefix (self->amounts);
  const guint columns[] = {MZ_AMOUNT_NUMBER, MZ_AMOUNT_KIND, MZ_AMOUNT_AMOUNT, MZ_AMOUNT_FROM,
                           MZ_AMOUNT_LAST};
  g_autofree char *ranges[G_N_ELEMENTS (columns)] = {NULL};

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    ranges[i] = g_strdup_printf ("%s%s:%s", p, MZ_AT (MZ_BOARD_FIRST_ROW, columns[i]),
                                 MZ_AT (MZ_BOARD_FIRST_ROW + MAX (n, 1) - 1, columns[i]));
  if (n == 0)
    mz_book_sheet_formula (self->effects, row, MZ_EFFECT_START, MZ_CELL_WHOLE, value, "=%s",
                           MZ_AT (row, MZ_EFFECT_FROM));
  else
    mz_book_sheet_formula (self->effects, row, MZ_EFFECT_START, MZ_CELL_WHOLE, value,
                           "=MAX(%s,SUMPRODUCT(MAX((%s=%s)*(%s=%s)*(%s>0)*(%s<=Horizon)*(%s+1))))",
                           MZ_AT (row, MZ_EFFECT_FROM), ranges[0], MZ_AT (row, MZ_EFFECT_NUMBER),
                           ranges[1], investment, ranges[2], ranges[3], ranges[4]);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_clear_pointer (&ranges[i], g_free);
}

static void
add_effect (MzBoardBook *self, guint row, MzRecord *effect)
{
  MzRecord *step = mz_model_referred (self->model, effect, "step");
  MzRecord *option = step == NULL ? NULL : mz_model_referred (self->model, step, "option");

  mz_book_sheet_text (self->effects, row, MZ_EFFECT_ID, MZ_CELL_NOTE, mz_record_id (effect));
  mz_book_sheet_number (self->effects, row, MZ_EFFECT_FROM, MZ_CELL_WHOLE | MZ_CELL_INPUT,
                        step == NULL ? 0 : (double)mz_record_integer (step, "from_year", 0));
  add_start (self, row, start_of (self, effect));
  mz_book_sheet_formula (self->effects, row, MZ_EFFECT_KEPT, MZ_CELL_PERCENT, kept_by (effect),
                         "=(1-%s)*(1-%s)", MZ_AT (row, MZ_EFFECT_FREQUENCY),
                         MZ_AT (row, MZ_EFFECT_LOSS));
  mz_book_sheet_number (self->effects, row, MZ_EFFECT_NUMBER, MZ_CELL_REAL,
                        GPOINTER_TO_UINT (g_hash_table_lookup (self->option_numbers, option)));
  g_hash_table_insert (self->effect_rows, effect, GUINT_TO_POINTER (row));
}

void
mz_board_effects (MzBoardBook *self)
{
  static const struct
  {
    guint column;
    const char *field;
    int variant;
  } columns[] = {
      {MZ_EFFECT_STEP, "step", 0},
      {MZ_EFFECT_RISK, "risk", 0},
      {MZ_EFFECT_FREQUENCY, "frequency_cut", MZ_CELL_INPUT},
      {MZ_EFFECT_LOSS, "loss_cut", MZ_CELL_INPUT},
      {MZ_EFFECT_LIKELIHOOD, "likelihood", 0},
      {MZ_EFFECT_IMPACT, "impact", 0},
  };
  const char *more[] = {_ ("Step from year"), _ ("Counts from year"), _ ("Loss left")};
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->model), "effect");
  guint n = mz_model_count (self->model, kind->name);
  g_autofree char *mark = mz_register_mark (kind);

  mz_board_title (self, self->effects, _ ("Effects of steps on risks"),
                  _ ("A loss is avoided from the year after the last investment of the option."),
                  -1);
  mz_book_sheet_text (self->effects, MZ_BOARD_MARK_ROW, 0, MZ_CELL_NOTE, mark);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    mz_board_column (self, self->effects, columns[i].column, kind, columns[i].field,
                     columns[i].variant);
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    mz_book_sheet_text (self->effects, MZ_BOARD_HEAD_ROW, MZ_EFFECT_FROM + i, MZ_CELL_HEAD_NUMBER,
                        more[i]);
  mz_book_sheet_width (self->effects, MZ_EFFECT_FROM, MZ_EFFECT_KEPT, 13);
  for (guint i = 0; i < n; i++)
    add_effect (self, MZ_BOARD_FIRST_ROW + i, mz_model_nth (self->model, kind->name, i));
  mz_book_sheet_hide_row (self->effects, MZ_BOARD_MARK_ROW);
  mz_book_sheet_hide_column (self->effects, MZ_EFFECT_ID);
  mz_book_sheet_hide_column (self->effects, MZ_EFFECT_NUMBER);
  mz_book_sheet_frame (self->effects, MZ_BOARD_FIRST_ROW, 0, MZ_BOARD_HEAD_ROW + n, MZ_EFFECT_KEPT);
}

static gboolean
has_step (const MzScenarioResult *scenario, MzRecord *step)
{
  for (guint i = 0; i < scenario->steps->len; i++)
    if (((const MzStepMoney *)g_ptr_array_index (scenario->steps, i))->step == step)
      return TRUE;
  return FALSE;
}

GArray *
mz_board_cuts (MzBoardBook *self, const MzScenarioResult *scenario, MzRecord *risk)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) effects =
      mz_model_referring (self->model, "effect", "risk", mz_record_id (risk));

  for (guint i = 0; i < effects->len; i++)
    {
      MzRecord *effect = g_ptr_array_index (effects, i);
      guint row = mz_board_row (self->effect_rows, effect);

      if (has_step (scenario, mz_model_referred (self->model, effect, "step")))
        g_array_append_val (rows, row);
    }
  return rows;
}

static MzRecord *
effect_at (MzBoardBook *self, guint row)
{
  return mz_model_nth (self->model, "effect", row - MZ_BOARD_FIRST_ROW);
}

double
mz_board_kept (MzBoardBook *self, guint row, int *start)
{
  MzRecord *effect = effect_at (self, row);

  if (start != NULL)
    *start = start_of (self, effect);
  return kept_by (effect);
}

/* Whether somebody entered by hand what @step avoids. */
static gboolean
enters_avoided (MzBoardBook *self, MzRecord *step)
{
  g_autoptr (GPtrArray) amounts =
      mz_model_referring (self->model, "cash_flow", "step", mz_record_id (step));

  for (guint i = 0; i < amounts->len; i++)
    if (mz_record_choice_is (g_ptr_array_index (amounts, i), "kind", "avoided"))
      return TRUE;
  return FALSE;
}

gboolean
mz_board_avoids (MzBoardBook *self, const MzScenarioResult *scenario, const MzRisk *risk)
{
  g_autoptr (GArray) rows = mz_board_cuts (self, scenario, risk->record);
  gboolean cuts = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      MzRecord *effect = effect_at (self, g_array_index (rows, guint, i));

      cuts = cuts || mz_record_has (effect, "frequency_cut") || mz_record_has (effect, "loss_cut");
      if (enters_avoided (self, mz_model_referred (self->model, effect, "step")))
        return FALSE;
    }
  return cuts && risk->ale.known;
}
