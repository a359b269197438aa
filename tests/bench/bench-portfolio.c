/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The exact choice among steps with precedences and exclusions: prints the milliseconds of the slowest of some random
 * portfolios, over caps from tight to loose.
 *
 *   bench-portfolio loss|npv|frontier STEPS NEEDS EXCLUSIONS PORTFOLIOS */

#include "config.h"

#include "mezasu/portfolio.h"

#include <stdio.h>
#include <stdlib.h>

#define HORIZON 5
#define N_RISKS 50

static MzPortfolio *
random_portfolio (guint32 seed, guint n, guint n_needs, guint n_exclusions)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  MzPortfolio *self = mz_portfolio_new_empty (HORIZON);

  self->rate = 0.03;
  for (guint i = 0; i < n; i++)
    {
      MzPortfolioStep step = {.option = i / 5};
      gint64 running = g_rand_int_range (rand, 2, 40) * 50000;

      step.costs[0] = g_rand_int_range (rand, 1, 100) * 100000;
      for (int t = 0; t <= HORIZON; t++)
        {
          step.costs[t] += t > 0 ? running : 0;
          step.net[t] = step.taxable[t] = -step.costs[t];
        }
      g_array_append_val (self->steps, step);
    }
  for (guint r = 0; r < N_RISKS; r++)
    {
      MzPortfolioRisk risk = {.ale = g_rand_double_range (rand, 1e5, 2e7), .known = TRUE};

      g_array_append_val (self->risks, risk);
      for (guint i = 0; i < n; i++)
        if (g_rand_double (rand) < 0.1)
          {
            MzPortfolioEffect effect = {i, r, g_rand_double_range (rand, 0.2, 0.95), 1, TRUE};

            g_array_append_val (self->effects, effect);
          }
    }
  for (guint i = 0; i < n_needs + n_exclusions; i++)
    {
      guint a = (guint)g_rand_int_range (rand, 0, (int)n);
      guint b = (guint)g_rand_int_range (rand, 0, (int)n);
      MzPortfolioPair pair = {MAX (a, b), MIN (a, b)};

      if (a != b)
        g_array_append_val (i < n_needs ? self->needs : self->exclusions, pair);
    }
  return self;
}

static gint64
total_this_year (const MzPortfolio *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->steps->len; i++)
    sum += g_array_index (self->steps, MzPortfolioStep, i).costs[0];
  return sum;
}

static double
run (const MzPortfolio *portfolio, const char *kind, guint tenths)
{
  gint64 all = total_this_year (portfolio);
  MzPortfolioQuestion question = {.aim = g_str_equal (kind, "npv") ? MZ_PORTFOLIO_NPV
                                                                   : MZ_PORTFOLIO_LOSS,
                                  .this_year = MZ_SOME (all * tenths / 10),
                                  .yearly = MZ_SOME (all * tenths / 40)};
  gint64 start = g_get_monotonic_time ();

  if (g_str_equal (kind, "frontier"))
    {
      g_autoptr (MzFrontier) frontier =
          mz_portfolio_frontier (portfolio, MZ_PORTFOLIO_THIS_YEAR, &question, 60, NULL, NULL);

      if (frontier == NULL || !frontier->exact)
        exit (1);
    }
  else
    {
      g_autoptr (MzPortfolioAnswer) answer = mz_portfolio_choose (portfolio, &question, NULL, NULL);

      if (answer == NULL || answer->status != MZ_PORTFOLIO_BEST)
        exit (1);
    }
  return (double)(g_get_monotonic_time () - start) / 1000;
}

int
main (int argc, char *argv[])
{
  double slowest = 0;

  if (argc != 6)
    return 2;
  for (guint seed = 1; seed <= (guint)atoi (argv[5]); seed++)
    {
      g_autoptr (MzPortfolio) portfolio = random_portfolio (
          seed, (guint)atoi (argv[2]), (guint)atoi (argv[3]), (guint)atoi (argv[4]));

      for (guint tenths = 1; tenths <= 7; tenths += 2)
        slowest = MAX (slowest, run (portfolio, argv[1], tenths));
    }
  printf ("%.3f\n", slowest);
  return 0;
}
