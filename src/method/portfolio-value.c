/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a set of steps costs, what loss it leaves, and its present value: the same sums, products and roundings in the same
 * order as the analysis does them for a scenario, so that the figures are equal. */

#include "config.h"

#include "portfolio-private.h"

#include <math.h>

#include "mezasu/money.h"
#include "mezasu/ratio.h"

#define STEP(self, i) (&g_array_index ((self)->steps, MzPortfolioStep, i))

void
mz_portfolio_set_free (MzPortfolioSet *self)
{
  if (self == NULL)
    return;
  g_free (self->chosen);
  g_free (self);
}

MzPortfolioSet *
mz_portfolio_set_copy (const MzPortfolioSet *self, guint n)
{
  MzPortfolioSet *copy = g_memdup2 (self, sizeof *self);

  copy->chosen = g_memdup2 (self->chosen, n * sizeof (gboolean));
  return copy;
}

static void
set_costs (const MzPortfolio *self, MzPortfolioSet *set)
{
  set->dearest_year = G_MININT64;
  for (int t = 0; t <= self->horizon; t++)
    {
      gint64 sum = 0;

      for (guint i = 0; i < self->steps->len; i++)
        sum += set->chosen[i] ? STEP (self, i)->costs[t] : 0;
      set->total += sum;
      if (t == 0)
        set->this_year = sum;
      else
        set->dearest_year = MAX (set->dearest_year, sum);
    }
}

/* From when on each chosen step avoids losses. */
static void
find_starts (const MzPortfolio *self, const gboolean *chosen, int *starts)
{
  g_autofree int *after = g_new0 (int, self->steps->len + 1);

  for (guint i = 0; i < self->steps->len; i++)
    if (chosen[i])
      after[STEP (self, i)->option] =
          MAX (after[STEP (self, i)->option], STEP (self, i)->last_investment + 1);
  for (guint i = 0; i < self->steps->len; i++)
    starts[i] = MAX (after[STEP (self, i)->option], STEP (self, i)->from_year);
}

/* The effects on one risk: @first up to the returned place. */
static guint
end_of_risk (const MzPortfolio *self, guint first)
{
  guint risk = g_array_index (self->effects, MzPortfolioEffect, first).risk, end = first;

  while (end < self->effects->len &&
         g_array_index (self->effects, MzPortfolioEffect, end).risk == risk)
    end++;
  return end;
}

static void
add_loss (const MzPortfolio *self, guint first, guint end, MzPortfolioSet *set, double *loss)
{
  double frequency = 1, one = 1;

  for (guint i = first; i < end; i++)
    {
      const MzPortfolioEffect *effect = &g_array_index (self->effects, MzPortfolioEffect, i);

      if (!set->chosen[effect->step])
        continue;
      frequency *= effect->keep_frequency;
      one *= effect->keep_loss;
    }
  *loss *= frequency * one;
}

/* Adds what is avoided of one risk by year; an avoided loss that was entered stands for it. */
static void
add_avoided (const MzPortfolio *self, guint first, guint end, const int *starts,
             MzPortfolioSet *set, gint64 *avoided)
{
  const MzPortfolioRisk *risk = &g_array_index (
      self->risks, MzPortfolioRisk, g_array_index (self->effects, MzPortfolioEffect, first).risk);
  gboolean acted_on = FALSE;

  for (guint i = first; i < end; i++)
    {
      const MzPortfolioEffect *effect = &g_array_index (self->effects, MzPortfolioEffect, i);

      if (set->chosen[effect->step] && STEP (self, effect->step)->enters_avoided)
        return;
      acted_on = acted_on || (set->chosen[effect->step] && effect->is_cut);
    }
  if (acted_on && !risk->known)
    set->npv_known = FALSE;
  for (int t = 0; acted_on && t <= self->horizon; t++)
    {
      double kept = 1;
      gint64 yen;

      for (guint i = first; i < end; i++)
        {
          const MzPortfolioEffect *effect = &g_array_index (self->effects, MzPortfolioEffect, i);

          if (set->chosen[effect->step] && starts[effect->step] <= t)
            kept *= effect->keep_frequency * effect->keep_loss;
        }
      if (mz_money_from_double (risk->ale - risk->ale * kept, &yen, NULL))
        avoided[t] += yen;
    }
}

static gboolean
tax_of (const MzPortfolio *self, gint64 taxable, gint64 *tax)
{
  *tax = 0;
  if (!self->taxed)
    return TRUE;
  if (!mz_money_times_ppm (taxable, self->tax_rate, tax, NULL))
    return FALSE;
  if (!self->other_profit)
    *tax = MAX (*tax, 0);
  return TRUE;
}

static void
set_npv (const MzPortfolio *self, MzPortfolioSet *set, const gint64 *avoided)
{
  gint64 flows[MZ_YEARS_MAX];

  for (int t = 0; t <= self->horizon; t++)
    {
      gint64 net = avoided[t], taxable = avoided[t], tax;

      for (guint i = 0; i < self->steps->len; i++)
        if (set->chosen[i])
          {
            net += STEP (self, i)->net[t];
            taxable += STEP (self, i)->taxable[t];
          }
      if (!tax_of (self, taxable, &tax))
        set->npv_known = FALSE;
      flows[t] = net - tax;
    }
  if (!mz_npv (flows, self->horizon, self->rate, &set->npv, NULL))
    set->npv_known = FALSE;
}

MzPortfolioSet *
mz_portfolio_value (const MzPortfolio *self, const gboolean *chosen)
{
  MzPortfolioSet *set;
  g_autofree int *starts = NULL;
  g_autofree double *losses = NULL;
  gint64 avoided[MZ_YEARS_MAX] = {0};

  g_return_val_if_fail (self != NULL && (chosen != NULL || self->steps->len == 0), NULL);

  set = g_new0 (MzPortfolioSet, 1);
  set->chosen = g_memdup2 (chosen, self->steps->len * sizeof (gboolean));
  set->npv_known = TRUE;
  for (guint i = 0; i < self->steps->len; i++)
    set->n_chosen += set->chosen[i] ? 1 : 0;
  set_costs (self, set);
  starts = g_new0 (int, self->steps->len + 1);
  find_starts (self, set->chosen, starts);
  losses = g_new0 (double, self->risks->len + 1);
  for (guint i = 0; i < self->risks->len; i++)
    losses[i] = g_array_index (self->risks, MzPortfolioRisk, i).ale;
  for (guint first = 0, end; first < self->effects->len; first = end)
    {
      end = end_of_risk (self, first);
      add_loss (self, first, end, set,
                &losses[g_array_index (self->effects, MzPortfolioEffect, first).risk]);
      add_avoided (self, first, end, starts, set, avoided);
    }
  for (guint i = 0; i < self->risks->len; i++)
    set->loss += losses[i];
  set_npv (self, set, avoided);
  return set;
}

double
mz_portfolio_rank (MzPortfolioAim aim, const MzPortfolioSet *set)
{
  return aim == MZ_PORTFOLIO_NPV ? round (set->npv) : -round (set->loss);
}

int
mz_portfolio_set_compare (const MzPortfolioQuestion *question, guint n, const MzPortfolioSet *a,
                          const MzPortfolioSet *b)
{
  double value_a = mz_portfolio_rank (question->aim, a);
  double value_b = mz_portfolio_rank (question->aim, b);
  gboolean by_total = question->money == MZ_PORTFOLIO_TOTAL;
  gint64 difference[] = {by_total ? a->total - b->total : a->this_year - b->this_year,
                         by_total ? a->this_year - b->this_year : a->total - b->total,
                         (gint64)a->n_chosen - (gint64)b->n_chosen};

  if (value_a != value_b)
    return value_a > value_b ? -1 : 1;
  for (guint i = 0; i < G_N_ELEMENTS (difference); i++)
    if (difference[i] != 0)
      return difference[i] < 0 ? -1 : 1;
  for (guint i = 0; i < n; i++)
    if (!a->chosen[i] != !b->chosen[i])
      return a->chosen[i] ? -1 : 1;
  return 0;
}

static gboolean
within (gint64 amount, MzMaybe cap)
{
  return !cap.is_set || amount <= cap.value;
}

gboolean
mz_portfolio_allowed (const MzPortfolio *self, const MzPortfolioQuestion *question,
                      const gboolean *chosen)
{
  g_autoptr (MzPortfolioSet) set = g_new0 (MzPortfolioSet, 1);

  set->chosen = g_memdup2 (chosen, self->steps->len * sizeof (gboolean));
  set_costs (self, set);
  if (!within (set->this_year, question->this_year) ||
      !within (set->dearest_year, question->yearly) || !within (set->total, question->total))
    return FALSE;
  for (guint i = 0; i < self->steps->len; i++)
    if (STEP (self, i)->must && !chosen[i])
      return FALSE;
  for (guint i = 0; i < self->needs->len; i++)
    {
      const MzPortfolioPair *pair = &g_array_index (self->needs, MzPortfolioPair, i);

      if (chosen[pair->step] && !chosen[pair->other])
        return FALSE;
    }
  for (guint i = 0; i < self->exclusions->len; i++)
    {
      const MzPortfolioPair *pair = &g_array_index (self->exclusions, MzPortfolioPair, i);

      if (chosen[pair->step] && chosen[pair->other])
        return FALSE;
    }
  return TRUE;
}
