/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The scenarios side by side, each figure read from the sheet where it is reckoned; and the simulated losses, which are
 * values, because a spreadsheet does not simulate. */

#include "config.h"

#include "board-book-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/headline.h"
#include "mezasu/loss.h"

typedef struct
{
  MzBoardBook *book;
  const MzFlowSheet *flow;
  guint row, column;
} Place;

/* A figure that stands on another sheet; "do nothing" has none of its own and shows the value. */
static void
point (const Place *place, int style, const MzFigure *figure, const MzBookSheet *sheet, guint row,
       guint column)
{
  if (place->flow->sheet == NULL || !figure->known)
    mz_board_figure (place->book->summary, place->row, place->column, style, figure);
  else
    mz_book_sheet_formula (place->book->summary, place->row, place->column, style, figure->real,
                           "=%s%s", mz_book_sheet_prefix (sheet), MZ_AT (row, column));
}

static guint
own_row (const Place *place)
{
  return MZ_BOARD_FIRST_ROW + place->flow->place;
}

static void
put_investment (const Place *place)
{
  point (place, MZ_CELL_MONEY, &place->flow->scenario->total_investment, place->flow->sheet,
         place->flow->kind_rows[MZ_CASH_INVESTMENT], MZ_FLOW_TOTAL);
}

static void
put_running (const Place *place)
{
  point (place, MZ_CELL_MONEY, &place->flow->scenario->running, place->book->needed,
         own_row (place), MZ_NEEDED_RUNNING);
}

static guint
total_row (const Place *place)
{
  return MZ_BOARD_FIRST_ROW + place->book->analysis->risks->len;
}

/* Whether a cut of a frequency or a loss is behind the avoided loss, and not only an amount entered by hand. */
static gboolean
is_reckoned (const Place *place)
{
  const GPtrArray *risks = place->book->analysis->risks;
  gboolean reckoned = FALSE;

  for (guint i = 0; i < risks->len && !reckoned; i++)
    {
      const MzRisk *risk = g_ptr_array_index (risks, i);
      const MzResidual *residual = mz_analysis_residual (place->flow->scenario, i);

      reckoned = risk->ale.known && residual->frequency_factor * residual->loss_factor != 1;
    }
  return reckoned;
}

static void
put_avoided (const Place *place)
{
  const MzFigure *figure = &place->flow->scenario->avoided;
  const char *risks = mz_book_sheet_prefix (place->book->risks);
  guint column = MZ_RISK_SCENARIOS + 2 * place->flow->place + 1;

  if (place->flow->sheet == NULL || !figure->known)
    mz_board_figure (place->book->summary, place->row, place->column, MZ_CELL_MONEY, figure);
  else if (is_reckoned (place) && place->flow->scenario->ale.known)
    mz_book_sheet_formula (
        place->book->summary, place->row, place->column, MZ_CELL_MONEY, figure->real, "=%s%s-%s%s",
        risks, MZ_AT (total_row (place), MZ_RISK_ALE), risks, MZ_AT (total_row (place), column));
  else if (!is_reckoned (place) && place->flow->scenario->flow_known)
    point (place, MZ_CELL_MONEY, figure, place->flow->sheet,
           place->flow->kind_rows[MZ_CASH_AVOIDED], MZ_FLOW_YEARS + place->book->horizon);
  else
    mz_board_figure (place->book->summary, place->row, place->column, MZ_CELL_MONEY, figure);
}

static void
put_left (const Place *place)
{
  guint column = place->flow->sheet == NULL ? (guint)MZ_RISK_ALE
                                            : MZ_RISK_SCENARIOS + 2 * place->flow->place + 1;
  const MzFigure *figure = &place->flow->scenario->ale;

  if (figure->known)
    mz_book_sheet_formula (place->book->summary, place->row, place->column, MZ_CELL_MONEY,
                           figure->real, "=%s%s", mz_book_sheet_prefix (place->book->risks),
                           MZ_AT (total_row (place), column));
  else
    mz_board_figure (place->book->summary, place->row, place->column, MZ_CELL_MONEY, figure);
}

/* The column of the risk values under the scenario. */
static char *
value_range (const Place *place)
{
  guint column = place->flow->sheet == NULL ? (guint)MZ_RISK_VALUE
                                            : MZ_RISK_SCENARIOS + 2 * place->flow->place;

  return g_strdup_printf ("%s%s:%s", mz_book_sheet_prefix (place->book->risks),
                          MZ_AT (MZ_BOARD_FIRST_ROW, column),
                          MZ_AT (MAX (total_row (place), MZ_BOARD_FIRST_ROW + 1) - 1, column));
}

static void
put_value (const Place *place)
{
  g_autofree char *range = value_range (place);

  if (place->flow->scenario->max_value > 0)
    mz_book_sheet_formula (place->book->summary, place->row, place->column, MZ_CELL_WHOLE,
                           place->flow->scenario->max_value, "=MAX(%s)", range);
  else
    mz_book_sheet_text (place->book->summary, place->row, place->column, MZ_CELL_WHOLE,
                        MZ_BOARD_UNKNOWN);
}

static void
put_above (const Place *place)
{
  g_autofree char *range = value_range (place);

  if (place->book->analysis->scale.has_tolerance)
    mz_book_sheet_formula (place->book->summary, place->row, place->column, MZ_CELL_WHOLE,
                           place->flow->scenario->n_must_treat, "=COUNTIF(%s,\">\"&Risk_tolerance)",
                           range);
  else
    mz_book_sheet_number (place->book->summary, place->row, place->column, MZ_CELL_WHOLE,
                          place->flow->scenario->n_must_treat);
}

static void
put_npv (const Place *place)
{
  point (place, MZ_CELL_MONEY, &place->flow->scenario->npv, place->book->returns, own_row (place),
         MZ_RETURN_NPV);
}

static void
put_payback (const Place *place)
{
  const MzScenarioResult *scenario = place->flow->scenario;
  g_autofree char *source = g_strdup_printf ("%s%s", mz_book_sheet_prefix (place->book->payback),
                                             MZ_AT (own_row (place), MZ_PAYBACK_FINAL));

  if (place->flow->sheet == NULL || !scenario->has_payback)
    mz_book_sheet_text (place->book->summary, place->row, place->column, MZ_CELL_TENTHS,
                        MZ_BOARD_UNKNOWN);
  else if (scenario->payback.has_final)
    mz_book_sheet_formula (place->book->summary, place->row, place->column, MZ_CELL_TENTHS,
                           scenario->payback.final, "=%s", source);
  else
    mz_book_sheet_formula_text (place->book->summary, place->row, place->column, MZ_CELL_TENTHS,
                                MZ_BOARD_UNKNOWN, "=%s", source);
}

static void
put_needed (const Place *place)
{
  if (place->flow->sheet == NULL)
    mz_book_sheet_text (place->book->summary, place->row, place->column, MZ_CELL_MONEY,
                        MZ_BOARD_UNKNOWN);
  else
    point (place, MZ_CELL_MONEY, &place->flow->scenario->needed.headline, place->book->needed,
           own_row (place), MZ_NEEDED_HEADLINE);
}

static void
put_gaps (const Place *place)
{
  g_autofree char *text = g_strdup_printf ("%u / %u", place->flow->scenario->gaps_closed,
                                           place->book->analysis->gaps->len);

  mz_book_sheet_text (place->book->summary, place->row, place->column, MZ_CELL_WHOLE, text);
}

static const struct
{
  const char *name;
  void (*put) (const Place *place);
} criteria[] = {
    {N_ ("Total investment"), put_investment},
    {N_ ("Running cost a year"), put_running},
    {N_ ("Loss avoided a year"), put_avoided},
    {N_ ("Expected loss left a year"), put_left},
    {N_ ("Greatest risk value"), put_value},
    {N_ ("Risks above tolerance"), put_above},
    {N_ ("Net present value"), put_npv},
    {N_ ("Payback (years)"), put_payback},
    {N_ ("Sales needed to keep today's profit"), put_needed},
    {N_ ("Gaps acted on"), put_gaps},
};

void
mz_board_summary (MzBoardBook *self)
{
  MzRecord *organisation = mz_model_single (self->model, "organisation");
  g_autofree char *unit = mz_book_unit_text (self->book, MZ_CELL_MONEY);
  g_autofree char *headline = mz_headline_scenarios (self->analysis);
  guint row = MZ_BOARD_FIRST_ROW;

  mz_book_sheet_text (self->summary, 0, 0, MZ_CELL_TITLE, mz_record_text (organisation, "name"));
  mz_book_sheet_text (self->summary, 1, 0, MZ_CELL_SECTION, headline);
  mz_book_sheet_text (self->summary, 2, 0, MZ_CELL_NOTE, unit);
  mz_book_sheet_text (self->summary, MZ_BOARD_HEAD_ROW, 0, MZ_CELL_HEAD, _ ("What is compared"));
  mz_book_sheet_width (self->summary, 0, 0, 40);
  mz_book_sheet_width (self->summary, 1, MAX (self->n_flows, 1), 20);
  for (guint i = 0; i < self->n_flows; i++)
    {
      g_autofree char *name = mz_board_scenario (self->flows[i].scenario);
      mz_book_sheet_text (self->summary, MZ_BOARD_HEAD_ROW, 1 + i, MZ_CELL_HEAD_NUMBER, name);
    }
  for (guint n = 0; n < G_N_ELEMENTS (criteria); n++, row++)
    {
      mz_book_sheet_text (self->summary, row, 0, MZ_CELL_PLAIN, _ (criteria[n].name));
      for (guint i = 0; i < self->n_flows; i++)
        criteria[n].put (&(Place){self, &self->flows[i], row, 1 + i});
    }
  mz_book_sheet_text (
      self->summary, row + 1, 0, MZ_CELL_NOTE,
      _ ("Measured against doing nothing. Yellow cells of the other sheets can be changed; these figures "
         "follow them."));
  mz_book_sheet_frame (self->summary, MZ_BOARD_FIRST_ROW, 1, row + 1, MAX (self->n_flows, 1));
}

/* Percentiles and the mean of one scenario's simulated year. */
static void
add_loss_row (MzBoardBook *self, guint row, const MzLossScenario *scenario)
{
  mz_book_sheet_text (self->loss, row, 0, MZ_CELL_LONG, scenario->name);
  if (!scenario->known)
    {
      mz_book_sheet_text (self->loss, row, 1, MZ_CELL_PLAIN, MZ_BOARD_UNKNOWN);
      return;
    }
  mz_book_sheet_number (self->loss, row, 1, MZ_CELL_MONEY, scenario->mean);
  mz_book_sheet_number (self->loss, row, 2, MZ_CELL_MONEY, scenario->analytic_mean);
  mz_book_sheet_number (self->loss, row, 3, MZ_CELL_PERCENT, scenario->no_loss);
  for (guint i = 0; i < MZ_LOSS_N_LEVELS; i++)
    {
      mz_book_sheet_number (self->loss, row, 4 + 2 * i, MZ_CELL_MONEY, scenario->levels[i].value);
      mz_book_sheet_number (self->loss, row, 5 + 2 * i, MZ_CELL_MONEY,
                            scenario->levels[i].tail_mean);
    }
}

/* The points of one curve in two columns, and the curve. */
static void
add_curve (MzBoardBook *self, MzBookChart *chart, const MzLossScenario *scenario, guint row,
           guint column)
{
  guint n = (guint)scenario->n_points;

  mz_book_sheet_text (self->loss, row, column, MZ_CELL_HEAD_NUMBER, scenario->short_name);
  mz_book_sheet_text (self->loss, row, column + 1, MZ_CELL_HEAD_NUMBER, _ ("Chance of more"));
  for (guint i = 0; i < n; i++)
    {
      mz_book_sheet_number (self->loss, row + 1 + i, column, MZ_CELL_MONEY,
                            scenario->curve[i].loss);
      mz_book_sheet_number (self->loss, row + 1 + i, column + 1, MZ_CELL_PERCENT,
                            scenario->curve[i].probability);
    }
  if (n > 1)
    mz_book_chart_series (chart, self->loss, scenario->short_name,
                          (MzRange){row + 1, column, row + n, column},
                          (MzRange){row + 1, column + 1, row + n, column + 1});
}

static void
add_curves (MzBoardBook *self, guint row)
{
  const MzLoss *loss = self->request->loss;
  g_autofree char *unit = mz_book_unit_text (self->book, MZ_CELL_MONEY);
  const char *wanted = self->request->scenario != NULL ? self->request->scenario->id : NULL;
  MzBookChart *chart = NULL;
  guint column = 0;

  for (guint i = 0; i < loss->scenarios->len; i++)
    {
      const MzLossScenario *scenario = g_ptr_array_index (loss->scenarios, i);

      if (!scenario->known || scenario->n_points < 2 ||
          (!scenario->baseline && g_strcmp0 (scenario->id, wanted) != 0))
        continue;
      if (chart == NULL)
        chart = mz_book_chart_new (self->book, MZ_CHART_CURVE, _ ("Chance that a year costs more"),
                                   unit, _ ("Chance of more"));
      add_curve (self, chart, scenario, row, column);
      column += 2;
    }
  if (chart != NULL)
    mz_book_chart_place (chart, self->loss, row, column + 1);
}

void
mz_board_loss (MzBoardBook *self)
{
  const MzLoss *loss = self->request->loss;
  g_autofree char *unit = mz_book_unit_text (self->book, MZ_CELL_MONEY);
  g_autofree char *origin = mz_loss_note (loss);
  g_autofree char *note = g_strdup_printf (
      "%s　%s　%s", unit, origin, _ ("Simulated values: they do not follow the other sheets."));
  const char *headings[] = {_ ("Scenario"),
                            _ ("#Mean of a year"),
                            _ ("#Exact mean"),
                            _ ("#Years without loss"),
                            _ ("#50 %"),
                            _ ("#Mean beyond"),
                            _ ("#90 %"),
                            _ ("#Mean beyond"),
                            _ ("#95 %"),
                            _ ("#Mean beyond"),
                            _ ("#99 %"),
                            _ ("#Mean beyond"),
                            NULL};
  guint row = MZ_BOARD_FIRST_ROW;

  mz_book_sheet_text (self->loss, 0, 0, MZ_CELL_TITLE, _ ("Simulated loss of a year"));
  mz_book_sheet_text (self->loss, 1, 0, MZ_CELL_NOTE, note);
  mz_book_sheet_headings (self->loss, MZ_BOARD_HEAD_ROW, headings);
  mz_book_sheet_width (self->loss, 0, 0, 34);
  mz_book_sheet_width (self->loss, 1, 3 + 2 * MZ_LOSS_N_LEVELS, 16);
  for (guint i = 0; i < loss->scenarios->len; i++)
    add_loss_row (self, row++, g_ptr_array_index (loss->scenarios, i));
  row++;
  mz_book_sheet_text (self->loss, row++, 0, MZ_CELL_SECTION, _ ("Loss exceedance curve"));
  add_curves (self, row);
  mz_book_sheet_frame (self->loss, MZ_BOARD_FIRST_ROW, 1, row + 20, 3 + 2 * MZ_LOSS_N_LEVELS);
}
