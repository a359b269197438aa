/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The firm's own profit-and-loss statement, from the lines of the model.
 *
 * Several lines of one item are added. A line without its amount leaves its item unknown. Once sales, cost of sales and
 * SG&A are there, the statement counts as given, and what firms list only when it occurs (non-operating and
 * extraordinary items) is none where no line names it; taxes never are. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/money.h"

static const char *const items[] = {"sales",
                                    "cost_of_sales",
                                    "sga",
                                    "non_operating_income",
                                    "non_operating_expense",
                                    "extraordinary_income",
                                    "extraordinary_loss",
                                    "tax"};

enum
{
  SALES,
  COST_OF_SALES,
  SGA,
  NON_OPERATING_INCOME,
  NON_OPERATING_EXPENSE,
  EXTRAORDINARY_INCOME,
  EXTRAORDINARY_LOSS,
  TAX,
  N_ITEMS
};

static MzFigure
item_figure (MzWork *self, const char *item)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *lacking = NULL;
  MzRecord *line;
  gint64 sum;

  for (guint i = 0; (line = mz_model_nth (self->result.model, "pl_line", i)) != NULL; i++)
    {
      gint64 amount = mz_record_integer (line, "amount", 0);

      if (!mz_record_choice_is (line, "item", item))
        continue;
      mz_evidence_add (evidence, line);
      g_array_append_val (amounts, amount);
      if (!mz_record_has (line, "amount") && lacking == NULL)
        lacking = mz_record_label (line);
    }
  if (lacking != NULL)
    return mz_evidence_unknown (
        evidence,
        g_strdup_printf (_ ("The line “%s” of the profit and loss has no amount."), lacking));
  if (amounts->len == 0)
    return mz_evidence_unknown (evidence, g_strdup (_ ("The profit and loss has no such line.")));
  if (!mz_money_sum ((const gint64 *)(gpointer)amounts->data, amounts->len, &sum, &error))
    return mz_evidence_error (evidence, error);
  return mz_evidence_yen (evidence, sum);
}

static gboolean
is_listed (MzWork *self, guint item)
{
  return self->items[item].known || self->items[item].sources[0] != NULL;
}

static MzMaybe
line_of (MzWork *self, guint item, gboolean given)
{
  if (self->items[item].known)
    return MZ_SOME (self->items[item].yen);
  return given && item != TAX && !is_listed (self, item) ? MZ_SOME (0) : MZ_NONE;
}

static void
set_lines (MzWork *self)
{
  gboolean given =
      self->items[SALES].known && self->items[COST_OF_SALES].known && self->items[SGA].known;

  self->lines = (MzProfitAndLoss){
      .sales = line_of (self, SALES, FALSE),
      .cost_of_sales = line_of (self, COST_OF_SALES, FALSE),
      .sga = line_of (self, SGA, FALSE),
      .non_operating_income = line_of (self, NON_OPERATING_INCOME, given),
      .non_operating_expense = line_of (self, NON_OPERATING_EXPENSE, given),
      .extraordinary_income = line_of (self, EXTRAORDINARY_INCOME, given),
      .extraordinary_loss = line_of (self, EXTRAORDINARY_LOSS, given),
      .tax = line_of (self, TAX, FALSE),
  };
}

/* One line of a statement. Its evidence grows downwards: a profit rests on every line above it. */
static MzFigure
line_figure (MzMaybe line, const MzEvidence *evidence, const char *reason)
{
  return line.is_set ? mz_evidence_yen (evidence, line.value)
                     : mz_evidence_unknown (evidence, g_strdup (reason));
}

/* @plus - @minus, as a statement shows it on one line. */
static MzMaybe
net (MzMaybe plus, MzMaybe minus)
{
  MzMaybe result = {plus.is_set && minus.is_set, 0};

  /* Each is within the limit of sums, so 64 bits hold the difference; mz_profit_levels() has the last word. */
  if (result.is_set)
    result.value = plus.value - minus.value;
  return result;
}

/* The lines as a statement shows them; the profits are missing on failure. */
gboolean
mz_statement_show (const MzProfitAndLoss *lines, MzMaybe shown[MZ_STATEMENT_LINES], GError **error)
{
  MzProfitLevels levels = {0};
  gboolean fine = mz_profit_levels (lines, &levels, error);
  const MzMaybe all[MZ_STATEMENT_LINES] = {
      lines->sales,      lines->cost_of_sales,
      levels.gross,      lines->sga,
      levels.operating,  net (lines->non_operating_income, lines->non_operating_expense),
      levels.ordinary,   net (lines->extraordinary_income, lines->extraordinary_loss),
      levels.before_tax, lines->tax,
      levels.net};

  memcpy (shown, all, sizeof all);
  return fine;
}

/* First and last item that enters at each line; none at a profit. */
static const int entering[MZ_STATEMENT_LINES][2] = {
    {SALES, SALES}, {COST_OF_SALES, COST_OF_SALES},
    {-1, -1},       {SGA, SGA},
    {-1, -1},       {NON_OPERATING_INCOME, NON_OPERATING_EXPENSE},
    {-1, -1},       {EXTRAORDINARY_INCOME, EXTRAORDINARY_LOSS},
    {-1, -1},       {TAX, TAX},
    {-1, -1}};

void
mz_work_statement_lines (MzWork *self, const MzProfitAndLoss *lines, const MzEvidence *extra,
                         MzFigure figures[MZ_STATEMENT_LINES])
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autoptr (GError) error = NULL;
  const char *reason = _ ("The profit and loss lacks a line that this one needs.");
  MzFigure seed = mz_evidence_number (extra, 0);
  MzMaybe shown[MZ_STATEMENT_LINES];

  if (!mz_statement_show (lines, shown, &error))
    reason = error->message;
  mz_evidence_add_figure (evidence, &seed);
  for (int i = 0; i < MZ_STATEMENT_LINES; i++)
    {
      gboolean is_profit = entering[i][0] < 0;
      g_autoptr (MzEvidence) own = mz_evidence_new ();

      for (int k = entering[i][0]; !is_profit && k <= entering[i][1]; k++)
        {
          mz_evidence_add_figure (own, &self->items[k]);
          mz_evidence_add_figure (evidence, &self->items[k]);
        }
      mz_evidence_add_figure (own, &seed);
      figures[i] = line_figure (shown[i], is_profit ? evidence : own, reason);
    }
  mz_figure_clear (&seed);
}

void
mz_work_accounts (MzWork *self)
{
  MzAnalysis *result = &self->result;
  g_autoptr (MzEvidence) nothing = mz_evidence_new ();
  MzFigure lines[MZ_STATEMENT_LINES];

  for (guint i = 0; i < N_ITEMS; i++)
    self->items[i] = item_figure (self, items[i]);
  set_lines (self);
  mz_work_statement_lines (self, &self->lines, nothing, lines);
  result->sales = mz_figure_copy (&self->items[SALES]);
  result->gross_profit = mz_figure_copy (&lines[2]);
  result->operating_profit = mz_figure_copy (&lines[4]);
  result->profit = mz_figure_copy (
      mz_record_choice_is (self->organisation, "profit_measure", "ordinary") ? &lines[6]
                                                                             : &lines[4]);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    mz_figure_clear (&lines[i]);
}
