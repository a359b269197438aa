/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The figures of scenarios side by side. */

#include "config.h"

#include "mezasu/comparison.h"

#include <glib/gi18n-lib.h>

#include <math.h>

static const MzCriterionInfo infos[MZ_N_CRITERIA] = {
    [MZ_COMPARE_INVESTMENT] = {"total_investment", N_ ("Total investment"), MZ_NATURE_MONEY, -1},
    [MZ_COMPARE_RUNNING] = {"running", N_ ("Running cost a year"), MZ_NATURE_MONEY, -1},
    [MZ_COMPARE_AVOIDED] = {"avoided", N_ ("Avoided loss a year"), MZ_NATURE_MONEY, 1},
    [MZ_COMPARE_VALUE] = {"max_value", N_ ("Highest residual risk"), MZ_NATURE_BAND, -1},
    [MZ_COMPARE_ABOVE] = {"above_tolerance", N_ ("Risks above tolerance"), MZ_NATURE_COUNT, -1},
    [MZ_COMPARE_ALE] = {"ale", N_ ("Expected loss a year afterwards"), MZ_NATURE_MONEY, -1},
    [MZ_COMPARE_BAD_YEAR] = {"p95", N_ ("Loss in a 1-in-20 year"), MZ_NATURE_MONEY, -1, TRUE},
    [MZ_COMPARE_NPV] = {"npv", N_ ("Net present value"), MZ_NATURE_MONEY, 1},
    [MZ_COMPARE_PAYBACK] = {"payback", N_ ("Payback"), MZ_NATURE_YEARS, -1},
    [MZ_COMPARE_IRR] = {"irr", N_ ("Internal rate of return"), MZ_NATURE_RATIO, 1},
    [MZ_COMPARE_ROSI] = {"rosi", N_ ("Return on security investment"), MZ_NATURE_RATIO, 1},
    [MZ_COMPARE_NEEDED] = {"needed_sales", N_ ("Sales needed to keep today's profit"),
                           MZ_NATURE_MONEY, -1},
    [MZ_COMPARE_GAPS] = {"gaps_closed", N_ ("Gaps closed"), MZ_NATURE_COUNT, 1},
};

const MzCriterionInfo *
mz_criterion_info (MzCriterion criterion)
{
  g_return_val_if_fail (criterion < MZ_N_CRITERIA, NULL);

  return &infos[criterion];
}

gboolean
mz_criterion_find (const char *code, MzCriterion *criterion)
{
  for (guint i = 0; i < MZ_N_CRITERIA; i++)
    if (g_strcmp0 (infos[i].code, code) == 0)
      {
        *criterion = i;
        return TRUE;
      }
  return FALSE;
}

/* Cells. */

static void
take_figure (MzComparisonCell *cell, const MzFigure *figure, gboolean money)
{
  cell->known = figure->known;
  cell->value = money ? (double)figure->yen : figure->real;
  cell->assumed = figure->assumed;
  cell->reason = g_strdup (figure->known ? NULL : figure->reason);
  cell->sources = g_strdupv (figure->sources);
}

static void
take_number (MzComparisonCell *cell, double value)
{
  cell->known = TRUE;
  cell->value = value;
}

static void
refuse (MzComparisonCell *cell, const char *reason)
{
  cell->reason = g_strdup (reason);
}

/* A scenario is paid back when nothing is lost again; the rest is a reason, not a number. */
static void
take_payback (MzComparisonCell *cell, const MzScenarioResult *scenario, int horizon)
{
  cell->sources = g_strdupv (scenario->npv.sources);
  if (scenario->baseline)
    refuse (cell, _ ("There is nothing to pay back."));
  else if (!scenario->has_payback)
    refuse (cell,
            scenario->flow_known ? _ ("There is nothing to pay back.") : scenario->flow_reason);
  else if (scenario->payback.has_final)
    take_number (cell, scenario->payback.final);
  else if (scenario->payback.status == MZ_PAYBACK_LOST_AGAIN)
    cell->reason = g_strdup_printf (_ ("Paid back after %.1f years, and lost again."),
                                    scenario->payback.first);
  else
    cell->reason = g_strdup_printf (ngettext ("Not paid back within %d year.",
                                              "Not paid back within %d years.", (gulong)horizon),
                                    horizon);
}

static void
take_irr (MzComparisonCell *cell, const MzScenarioResult *scenario)
{
  cell->sources = g_strdupv (scenario->npv.sources);
  cell->assumed = scenario->npv.assumed;
  if (!scenario->flow_known)
    refuse (cell, scenario->flow_reason);
  else if (scenario->baseline)
    refuse (cell, _ ("There is nothing to pay back."));
  else if (scenario->irr.status == MZ_IRR_MANY)
    refuse (cell, _ ("There are several rates; look at the net present value."));
  else if (scenario->irr.n_roots == 0)
    refuse (cell, _ ("No rate makes the plan worth nothing."));
  else
    take_number (cell, scenario->irr.roots[0]);
}

static void
take_bad_year (MzComparisonCell *cell, const MzScenarioResult *scenario, const MzLoss *loss)
{
  const MzLossScenario *found = loss != NULL ? mz_loss_scenario (loss, scenario->id) : NULL;

  cell->sources = g_strdupv (scenario->ale.sources);
  cell->assumed = scenario->ale.assumed;
  if (found == NULL)
    refuse (cell, _ ("The losses are not simulated yet."));
  else if (!found->known)
    refuse (cell, found->reason);
  else
    take_number (cell, round (found->levels[MZ_LOSS_P95].value));
}

static void
take_ratings (MzComparisonCell *cells, const MzAnalysis *analysis, const MzScenarioResult *scenario)
{
  const char *none = _ ("No risk is rated yet.");
  guint n_rated = analysis->risks->len - MIN (scenario->n_unrated, analysis->risks->len);

  if (n_rated > 0 && scenario->max_value > 0)
    take_number (&cells[MZ_COMPARE_VALUE], scenario->max_value);
  else
    refuse (&cells[MZ_COMPARE_VALUE], none);
  if (!analysis->scale.has_tolerance)
    refuse (&cells[MZ_COMPARE_ABOVE], _ ("The criteria set no tolerance."));
  else if (n_rated > 0)
    take_number (&cells[MZ_COMPARE_ABOVE], scenario->n_must_treat);
  else
    refuse (&cells[MZ_COMPARE_ABOVE], none);
  if (analysis->gaps->len > 0)
    take_number (&cells[MZ_COMPARE_GAPS], scenario->gaps_closed);
  else
    refuse (&cells[MZ_COMPARE_GAPS], _ ("There is no gap in the model."));
}

/* Ratings rest on the risks and on the steps that act on them. */
static char **
sources_of_ratings (const MzAnalysis *analysis, const MzScenarioResult *scenario)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < analysis->risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (analysis->risks, i);
      const MzResidual *residual = mz_analysis_residual (scenario, i);

      if (residual->rating.known && residual->rating.value == scenario->max_value)
        g_ptr_array_add (ids, g_strdup (mz_record_id (risk->record)));
    }
  g_ptr_array_add (ids, NULL);
  return (char **)g_ptr_array_steal (ids, NULL);
}

static void
fill (MzComparison *self, guint index)
{
  const MzAnalysis *analysis = self->analysis;
  const MzScenarioResult *scenario = mz_comparison_scenario (self, index);
  MzComparisonCell *cells = self->cells[index];

  take_figure (&cells[MZ_COMPARE_INVESTMENT], &scenario->total_investment, TRUE);
  take_figure (&cells[MZ_COMPARE_RUNNING], &scenario->running, TRUE);
  take_figure (&cells[MZ_COMPARE_AVOIDED], &scenario->avoided, TRUE);
  take_ratings (cells, analysis, scenario);
  cells[MZ_COMPARE_VALUE].sources = sources_of_ratings (analysis, scenario);
  take_figure (&cells[MZ_COMPARE_ALE], &scenario->ale, TRUE);
  take_bad_year (&cells[MZ_COMPARE_BAD_YEAR], scenario, self->loss);
  take_figure (&cells[MZ_COMPARE_NPV], &scenario->npv, TRUE);
  take_payback (&cells[MZ_COMPARE_PAYBACK], scenario, analysis->horizon);
  take_irr (&cells[MZ_COMPARE_IRR], scenario);
  take_figure (&cells[MZ_COMPARE_ROSI], &scenario->rosi, FALSE);
  take_figure (&cells[MZ_COMPARE_NEEDED], &scenario->needed.headline, TRUE);
}

/* What rounds to the same share or tenth of a year on the screen is still told apart; money is whole yen. */
static int
compare (MzCriterion criterion, const MzComparisonCell *a, const MzComparisonCell *b)
{
  double difference = (a->value - b->value) * infos[criterion].better;

  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

static void
mark_best (MzComparison *self, MzCriterion criterion)
{
  for (guint i = 0; i < self->n_scenarios; i++)
    {
      MzComparisonCell *cell = &self->cells[i][criterion];
      gboolean beaten = FALSE, beats = FALSE;

      for (guint j = 0; cell->known && j < self->n_scenarios; j++)
        if (self->cells[j][criterion].known)
          {
            int order = compare (criterion, cell, &self->cells[j][criterion]);

            beaten = beaten || order < 0;
            beats = beats || order > 0;
          }
      cell->best = beats && !beaten;
    }
}

/* Life. */

/* Views share all but their list of scenarios. */
static void
choose (MzComparison *self, const MzAnalysis *analysis, const MzLoss *loss, const char *const *ids)
{
  MzAnalysis *view = g_memdup2 (analysis, sizeof *analysis);
  const MzScenarioResult *baseline = mz_analysis_baseline (analysis);

  view->scenarios = g_ptr_array_new ();
  g_ptr_array_add (view->scenarios, (gpointer)baseline);
  for (guint i = 0; ids == NULL && i < analysis->scenarios->len; i++)
    if (g_ptr_array_index (analysis->scenarios, i) != baseline)
      g_ptr_array_add (view->scenarios, g_ptr_array_index (analysis->scenarios, i));
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const MzScenarioResult *scenario = mz_analysis_scenario (analysis, ids[i]);

      if (scenario != NULL && !g_ptr_array_find (view->scenarios, scenario, NULL))
        g_ptr_array_add (view->scenarios, (gpointer)scenario);
    }
  self->analysis = view;
  self->n_scenarios = view->scenarios->len;
  if (loss == NULL)
    return;
  {
    MzLoss *losses = g_memdup2 (loss, sizeof *loss);

    losses->scenarios = g_ptr_array_new ();
    for (guint i = 0; i < self->n_scenarios; i++)
      {
        const MzLossScenario *found = mz_loss_scenario (loss, mz_comparison_scenario (self, i)->id);

        if (found != NULL)
          g_ptr_array_add (losses->scenarios, (gpointer)found);
      }
    self->loss = losses;
  }
}

MzComparison *
mz_comparison_new (const MzAnalysis *analysis, const MzLoss *loss, const char *const *ids)
{
  MzComparison *self;

  g_return_val_if_fail (analysis != NULL, NULL);

  self = g_new0 (MzComparison, 1);
  choose (self, analysis, loss, ids);
  self->cells = g_malloc0 (self->n_scenarios * sizeof *self->cells);
  for (guint i = 0; i < self->n_scenarios; i++)
    fill (self, i);
  for (guint criterion = 0; criterion < MZ_N_CRITERIA; criterion++)
    mark_best (self, criterion);
  return self;
}

void
mz_comparison_free (MzComparison *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_scenarios; i++)
    for (guint criterion = 0; criterion < MZ_N_CRITERIA; criterion++)
      {
        g_free (self->cells[i][criterion].reason);
        g_strfreev (self->cells[i][criterion].sources);
      }
  g_free (self->cells);
  g_ptr_array_unref (self->analysis->scenarios);
  g_free ((gpointer)self->analysis);
  if (self->loss != NULL)
    g_ptr_array_unref (self->loss->scenarios);
  g_free ((gpointer)self->loss);
  g_free (self);
}

const MzScenarioResult *
mz_comparison_scenario (const MzComparison *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n_scenarios, NULL);

  return g_ptr_array_index (self->analysis->scenarios, index);
}

const MzComparisonCell *
mz_comparison_cell (const MzComparison *self, guint index, MzCriterion criterion)
{
  g_return_val_if_fail (self != NULL && index < self->n_scenarios, NULL);
  g_return_val_if_fail (criterion < MZ_N_CRITERIA, NULL);

  return &self->cells[index][criterion];
}

guint
mz_comparison_rank (const MzComparison *self, MzCriterion criterion, guint index)
{
  const MzComparisonCell *cell = mz_comparison_cell (self, index, criterion);
  guint rank = 1;

  if (!cell->known)
    return 0;
  for (guint i = 0; i < self->n_scenarios; i++)
    if (self->cells[i][criterion].known &&
        compare (criterion, &self->cells[i][criterion], cell) > 0)
      rank++;
  return rank;
}

gboolean
mz_comparison_difference (const MzComparison *self, MzCriterion criterion, guint a, guint b,
                          double *difference)
{
  const MzComparisonCell *first = mz_comparison_cell (self, a, criterion);
  const MzComparisonCell *second = mz_comparison_cell (self, b, criterion);

  if (!first->known || !second->known)
    return FALSE;
  *difference = first->value - second->value;
  return TRUE;
}
