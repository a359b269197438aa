/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The choice in words: how sure it is, why there is none, and why a step is in it. */

#include "config.h"

#include "portfolio-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/money.h"

#define STEP(self, i) (&g_array_index ((self)->steps, MzPortfolioStep, i))

static char *
found_sentence (const MzPortfolioAnswer *answer, const MzPortfolioQuestion *question)
{
  double value = question->aim == MZ_PORTFOLIO_NPV ? answer->set->npv : answer->set->loss;
  double difference = ABS (value - answer->bound);
  g_autofree char *gap = g_strdup_printf ("%'.0f", difference);

  return g_strdup_printf (
      _ ("The best set that was found before the search stopped; no set is better by more than %s "
         "yen."),
      gap);
}

char *
mz_portfolio_answer_sentence (const MzPortfolio *self, const MzPortfolioAnswer *answer,
                              const MzPortfolioQuestion *question)
{
  g_return_val_if_fail (self != NULL && answer != NULL && question != NULL, NULL);

  switch (answer->status)
    {
    case MZ_PORTFOLIO_CONTRADICTION:
      return g_strdup (_ ("There is no such set: the must-have steps, with the steps that they "
                          "need, rule each other out."));
    case MZ_PORTFOLIO_OVER_CAP:
      return g_strdup (_ ("There is no such set: the must-have steps, with the steps that they "
                          "need, cost more than a cap allows."));
    case MZ_PORTFOLIO_FOUND:
      return found_sentence (answer, question);
    case MZ_PORTFOLIO_SIMULATED:
      return g_strdup_printf (
          ngettext ("The best of %u efficient set, by simulation; a set that is not efficient was "
                    "not simulated.",
                    "The best of %u efficient sets, by simulation; a set that is not efficient was "
                    "not simulated.",
                    answer->n_simulated),
          answer->n_simulated);
    case MZ_PORTFOLIO_BEST:
      break;
    }
  if (self->steps->len == 0)
    return g_strdup (_ ("No option has a step to choose."));
  if (answer->set->n_chosen == 0)
    return g_strdup (_ ("Within these caps doing nothing is the best; no set is better."));
  return g_strdup (_ ("Exact: no other set within these caps and rules is better."));
}

static gboolean
needs (const MzPortfolio *self, guint step, guint other)
{
  for (guint i = 0; i < self->needs->len; i++)
    {
      const MzPortfolioPair *pair = &g_array_index (self->needs, MzPortfolioPair, i);

      if (pair->step == step && pair->other == other)
        return TRUE;
    }
  return FALSE;
}

/* What the loss a year would be more without @step alone. */
static double
lowers (const MzPortfolio *self, const MzPortfolioSet *set, guint step)
{
  g_autofree gboolean *chosen = g_memdup2 (set->chosen, self->steps->len * sizeof (gboolean));
  g_autoptr (MzPortfolioSet) without = NULL;

  chosen[step] = FALSE;
  without = mz_portfolio_value (self, chosen);
  return without->loss - set->loss;
}

char *
mz_portfolio_why (const MzPortfolio *self, const MzPortfolioSet *set, guint step)
{
  g_return_val_if_fail (self != NULL && set != NULL && step < self->steps->len, NULL);

  if (STEP (self, step)->must)
    return g_strdup (_ ("must-have"));
  for (guint i = 0; i < self->steps->len; i++)
    if (set->chosen[i] && i != step && needs (self, i, step))
      return g_strdup_printf (_ ("needed by “%s”"), STEP (self, i)->label);
  if (lowers (self, set, step) >= 0.5)
    return g_strdup (_ ("lowers the loss"));
  return g_strdup (_ ("brings more than it costs"));
}
