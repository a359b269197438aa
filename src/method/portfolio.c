/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A portfolio as plain data, the ways to choose from it, and the choice by simulation. */

#include "config.h"

#include "portfolio-private.h"

/* Points of a frontier that a picture has room for. */
#define BUDGET_POINTS 40
/* Efficient sets that are simulated for a bad year, besides the best by loss and by present value. */
#define SIMULATED_POINTS 24
/* One year in twenty. */
#define BAD_YEAR_PPM 950000

static void
step_clear (gpointer data)
{
  MzPortfolioStep *self = data;

  g_free (self->id);
  g_free (self->label);
  g_free (self->option_label);
}

static void
risk_clear (gpointer data)
{
  g_free ((char *)((MzPortfolioRisk *)data)->simulated.id);
}

MzPortfolio *
mz_portfolio_new_empty (int horizon)
{
  MzPortfolio *self = g_new0 (MzPortfolio, 1);

  self->horizon = CLAMP (horizon, MZ_HORIZON_MIN, MZ_HORIZON_MAX);
  self->trials = MZ_SIMULATION_DEFAULT_TRIALS;
  self->steps = g_array_new (FALSE, TRUE, sizeof (MzPortfolioStep));
  self->risks = g_array_new (FALSE, TRUE, sizeof (MzPortfolioRisk));
  self->effects = g_array_new (FALSE, TRUE, sizeof (MzPortfolioEffect));
  self->needs = g_array_new (FALSE, TRUE, sizeof (MzPortfolioPair));
  self->exclusions = g_array_new (FALSE, TRUE, sizeof (MzPortfolioPair));
  self->notes = g_ptr_array_new_with_free_func (g_free);
  g_array_set_clear_func (self->steps, step_clear);
  g_array_set_clear_func (self->risks, risk_clear);
  return self;
}

void
mz_portfolio_free (MzPortfolio *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->steps);
  g_array_unref (self->risks);
  g_array_unref (self->effects);
  g_array_unref (self->needs);
  g_array_unref (self->exclusions);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
mz_portfolio_answer_free (MzPortfolioAnswer *self)
{
  if (self == NULL)
    return;
  mz_portfolio_set_free (self->set);
  g_free (self);
}

/* The risks that can be simulated, as @set leaves them. */
static GArray *
risks_after (const MzPortfolio *self, const MzPortfolioSet *set)
{
  GArray *risks = g_array_new (FALSE, FALSE, sizeof (MzSimulationRisk));

  for (guint r = 0; r < self->risks->len; r++)
    {
      const MzPortfolioRisk *from = &g_array_index (self->risks, MzPortfolioRisk, r);
      MzSimulationRisk risk = from->simulated;
      double frequency = 1, loss = 1;

      if (!from->usable)
        continue;
      for (guint i = 0; i < self->effects->len; i++)
        {
          const MzPortfolioEffect *effect = &g_array_index (self->effects, MzPortfolioEffect, i);

          if (effect->risk != r || !set->chosen[effect->step])
            continue;
          frequency *= effect->keep_frequency;
          loss *= effect->keep_loss;
        }
      risk.frequency_mitigation = 1 - frequency;
      risk.magnitude_mitigation = 1 - loss;
      g_array_append_val (risks, risk);
    }
  return risks;
}

/* Without any risk that can be simulated a year costs nothing that is known. */
static gboolean
simulate (const MzPortfolio *self, MzPortfolioSet *set, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) risks = risks_after (self, set);
  g_autoptr (MzSimulation) simulation = NULL;
  MzSimulationOptions options = {.seed = self->seed, .trials = self->trials};
  MzLossPercentile found;

  set->has_bad_year = TRUE;
  if (risks->len == 0)
    return TRUE;
  simulation = mz_simulation_run ((const MzSimulationRisk *)(gpointer)risks->data, risks->len,
                                  &options, cancellable, error);
  if (simulation == NULL ||
      !mz_loss_statistics_percentile (mz_simulation_get_statistics (simulation), BAD_YEAR_PPM,
                                      &found, error))
    return FALSE;
  set->bad_year = found.value;
  return TRUE;
}

static void
take_better (MzPortfolioAnswer *answer, const MzPortfolioQuestion *question, guint n,
             MzPortfolioSet *set)
{
  g_autoptr (MzPortfolioSet) taken = set;

  answer->n_simulated++;
  if (answer->set != NULL && (answer->set->bad_year < set->bad_year ||
                              (answer->set->bad_year <= set->bad_year &&
                               mz_portfolio_set_compare (question, n, answer->set, set) <= 0)))
    return;
  mz_portfolio_set_free (answer->set);
  answer->set = g_steal_pointer (&taken);
}

MzPortfolioAnswer *
mz_portfolio_least_bad_year (const MzPortfolio *self, const MzPortfolioQuestion *question,
                             GCancellable *cancellable, GError **error)
{
  MzPortfolioQuestion by_loss = *question, by_npv = *question;
  g_autoptr (MzPortfolioAnswer) least = NULL;
  g_autoptr (MzPortfolioAnswer) richest = NULL;
  g_autoptr (MzPortfolioAnswer) answer = NULL;
  g_autoptr (MzFrontier) frontier = NULL;
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();

  by_loss.aim = MZ_PORTFOLIO_LOSS;
  by_npv.aim = MZ_PORTFOLIO_NPV;
  least = mz_portfolio_search (self, &by_loss, NULL, cancellable, error);
  if (least == NULL || least->set == NULL)
    return g_steal_pointer (&least);
  richest = mz_portfolio_search (self, &by_npv, least->set->chosen, cancellable, error);
  if (richest == NULL)
    return NULL;
  frontier = mz_portfolio_frontier (self, MZ_PORTFOLIO_TOTAL, question, SIMULATED_POINTS,
                                    cancellable, error);
  if (frontier == NULL)
    return NULL;
  g_ptr_array_add (candidates, least->set);
  g_ptr_array_add (candidates, richest->set);
  for (guint i = 0; i < frontier->points->len; i++)
    g_ptr_array_add (candidates, g_ptr_array_index (frontier->points, i));
  answer = g_new0 (MzPortfolioAnswer, 1);
  answer->status = MZ_PORTFOLIO_SIMULATED;
  answer->nodes = least->nodes + richest->nodes;
  for (guint i = 0; i < candidates->len; i++)
    {
      MzPortfolioSet *set =
          mz_portfolio_set_copy (g_ptr_array_index (candidates, i), self->steps->len);

      if (!simulate (self, set, cancellable, error))
        {
          mz_portfolio_set_free (set);
          return NULL;
        }
      take_better (answer, &by_loss, self->steps->len, set);
    }
  answer->bound = answer->set->bad_year;
  return g_steal_pointer (&answer);
}

MzPortfolioAnswer *
mz_portfolio_choose (const MzPortfolio *self, const MzPortfolioQuestion *question,
                     GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && question != NULL, NULL);

  return question->aim == MZ_PORTFOLIO_BAD_YEAR
             ? mz_portfolio_least_bad_year (self, question, cancellable, error)
             : mz_portfolio_search (self, question, NULL, cancellable, error);
}

void
mz_budget_free (MzBudget *self)
{
  if (self == NULL)
    return;
  mz_portfolio_free (self->portfolio);
  mz_portfolio_answer_free (self->answer);
  mz_frontier_free (self->frontier);
  g_free (self);
}

MzBudget *
mz_budget_new (MzPortfolio *portfolio, const MzPortfolioQuestion *question,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (MzBudget) self = g_new0 (MzBudget, 1);
  MzPortfolioQuestion open = {.yearly = question->yearly};

  self->portfolio = portfolio;
  self->question = *question;
  self->answer = mz_portfolio_choose (portfolio, question, cancellable, error);
  if (self->answer == NULL)
    return NULL;
  self->frontier = mz_portfolio_frontier (portfolio, MZ_PORTFOLIO_THIS_YEAR, &open, BUDGET_POINTS,
                                          cancellable, error);
  return self->frontier != NULL ? g_steal_pointer (&self) : NULL;
}
