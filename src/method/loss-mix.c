/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a typical and a bad year are made of, risk by risk.
 *
 * The first years of a run whose total lies within one percentage point of the percentile stand for that year. A risk
 * draws the same numbers alone as among others, so a run of it by itself tells its part in those years. The mean parts,
 * scaled to the percentile of the whole run, add up to it: the Euler allocation of a value at risk (Tasche 1999),
 * estimated by a window around it. In a long register the greatest risks are looked at one by one, and what is left of
 * the years is divided among the rest by their expected loss, so that the work stays that of a few risks. */

#include "config.h"

#include "loss-private.h"

#include <math.h>

#include "mezasu/ratio.h"

/* Half the width of the window, in ppm. */
#define WINDOW 10000

typedef struct
{
  double low, high;
} Window;

guint64
mz_loss_detail_trials (const MzLossRun *self)
{
  return MIN (self->trials, MZ_LOSS_DETAIL_TRIALS);
}

double
mz_loss_mix_weight (const MzLossRun *self)
{
  return MIN (self->n_risks, MZ_LOSS_MOST_ALONE) * (double)mz_loss_detail_trials (self) /
         MZ_LOSS_MOST_ALONE;
}

double *
mz_loss_alone (MzLossWork *self, const MzSimulationRisk *risk, GError **error)
{
  guint64 n = mz_loss_detail_trials (self->run);
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (MzSimulationRisk));
  g_autoptr (MzSimulation) simulation = NULL;

  g_array_append_val (alone, *risk);
  simulation = mz_loss_simulate (self, alone, n, TRUE, (double)n / MZ_LOSS_MOST_ALONE, error);
  return simulation != NULL
             ? g_memdup2 (mz_simulation_get_trial_losses (simulation), n * sizeof (double))
             : NULL;
}

static Window
window_around (const MzLossStatistics *statistics, gint64 p_ppm)
{
  MzLossPercentile low = {0}, high = {0};

  mz_loss_statistics_percentile (statistics, p_ppm - WINDOW, &low, NULL);
  mz_loss_statistics_percentile (statistics, p_ppm + WINDOW, &high, NULL);
  return (Window){low.value, high.value};
}

/* The mean of @part over the years whose total lies in @window. */
static double
mean_in (const Window *window, const double *totals, const double *part, guint64 n)
{
  double sum = 0;
  guint64 count = 0;

  for (guint64 i = 0; i < n; i++)
    if (totals[i] >= window->low && totals[i] <= window->high)
      {
        sum += part[i];
        count++;
      }
  return count > 0 ? sum / (double)count : 0;
}

/* A risk of the run: its place among those simulated, and its result. */
typedef struct
{
  guint place;
  MzLossRisk *result;
} Part;

static int
by_mean (gconstpointer a, gconstpointer b)
{
  const Part *first = a, *second = b;

  if (first->result->analytic_mean != second->result->analytic_mean)
    return first->result->analytic_mean > second->result->analytic_mean ? -1 : 1;
  return first->place < second->place ? -1 : first->place > second->place ? 1 : 0;
}

static GArray *
collect (const GArray *places, MzLossScenario *result)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < places->len; i++)
    {
      Part part = {i, g_ptr_array_index (result->risks, g_array_index (places, guint, i))};

      if (part.result->reason == NULL)
        g_array_append_val (parts, part);
    }
  g_array_sort (parts, by_mean);
  return parts;
}

/* Divides what is left of a year among the risks from @first on. */
static void
divide_rest (const GArray *parts, guint first, MzLossYearKind kind, double whole)
{
  double means = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const MzLossRisk *risk = g_array_index (parts, Part, i).result;

      if (i < first)
        whole -= risk->in_year[kind];
      else
        means += risk->analytic_mean;
    }
  for (guint i = first; i < parts->len; i++)
    {
      MzLossRisk *risk = g_array_index (parts, Part, i).result;

      risk->in_year[kind] = means > 0 ? MAX (whole, 0) * risk->analytic_mean / means : 0;
    }
}

/* Makes the parts add up to the percentile of the whole run. */
static void
scale (const GArray *parts, MzLossYearKind kind, double to)
{
  double sum = 0;

  for (guint i = 0; i < parts->len; i++)
    sum += g_array_index (parts, Part, i).result->in_year[kind];
  for (guint i = 0; i < parts->len; i++)
    {
      MzLossRisk *risk = g_array_index (parts, Part, i).result;

      risk->in_year[kind] = sum > 0 ? risk->in_year[kind] / sum * to : 0;
    }
}

gboolean
mz_loss_mix (MzLossWork *self, const GArray *risks, const GArray *places,
             const MzSimulation *simulation, MzLossScenario *result, GError **error)
{
  static const MzLossLevel levels[MZ_LOSS_N_YEARS] = {MZ_LOSS_P50, MZ_LOSS_P95};
  const MzLossStatistics *statistics = mz_simulation_get_statistics (simulation);
  const double *totals = mz_simulation_get_trial_losses (simulation);
  guint64 n = mz_loss_detail_trials (self->run);
  g_autoptr (GArray) parts = collect (places, result);
  guint n_alone = MIN (parts->len, MZ_LOSS_MOST_ALONE);
  Window windows[MZ_LOSS_N_YEARS];

  for (guint kind = 0; kind < MZ_LOSS_N_YEARS; kind++)
    windows[kind] = window_around (statistics, result->levels[levels[kind]].p_ppm);
  for (guint i = 0; i < n_alone; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      g_autofree double *alone =
          mz_loss_alone (self, &g_array_index (risks, MzSimulationRisk, part->place), error);

      if (alone == NULL)
        return FALSE;
      for (guint kind = 0; kind < MZ_LOSS_N_YEARS; kind++)
        part->result->in_year[kind] = mean_in (&windows[kind], totals, alone, n);
    }
  for (guint kind = 0; kind < MZ_LOSS_N_YEARS; kind++)
    {
      divide_rest (parts, n_alone, kind, mean_in (&windows[kind], totals, totals, n));
      scale (parts, kind, result->levels[levels[kind]].value);
    }
  return TRUE;
}
