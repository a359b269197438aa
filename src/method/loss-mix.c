/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a typical and a bad year are made of, risk by risk.
 *
 * The years of a shorter run whose total lies within one percentage point of the percentile stand for that year. A risk
 * draws the same numbers alone as among others, so a second run of each risk by itself tells its part in those years; the
 * memory is that of one risk. The mean parts, scaled to the percentile of the long run, add up to it: the Euler
 * allocation of a value at risk (Tasche 1999), estimated by a window around it. */

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

static guint64
detail_trials (const MzLossRun *run)
{
  return MIN (run->trials, MZ_LOSS_DETAIL_TRIALS);
}

double
mz_loss_mix_weight (const MzLossRun *self)
{
  return 2 * (double)detail_trials (self);
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

static gboolean
part_of (MzLossWork *self, const MzSimulationRisk *risk, const Window *windows,
         const double *totals, double weight, MzLossRisk *result, GError **error)
{
  guint64 n = detail_trials (self->run);
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (MzSimulationRisk));
  g_autoptr (MzSimulation) simulation = NULL;

  if (result->reason != NULL)
    return TRUE;
  g_array_append_val (alone, *risk);
  simulation = mz_loss_simulate (self, alone, n, TRUE, weight, error);
  if (simulation == NULL)
    return FALSE;
  for (guint i = 0; i < MZ_LOSS_N_YEARS; i++)
    result->in_year[i] =
        mean_in (&windows[i], totals, mz_simulation_get_trial_losses (simulation), n);
  return TRUE;
}

/* Makes the parts add up to the percentile of the long run. */
static void
scale (MzLossScenario *self, MzLossYearKind kind, double to)
{
  double sum = 0;

  for (guint i = 0; i < self->risks->len; i++)
    sum += ((MzLossRisk *)g_ptr_array_index (self->risks, i))->in_year[kind];
  for (guint i = 0; i < self->risks->len; i++)
    {
      MzLossRisk *risk = g_ptr_array_index (self->risks, i);

      risk->in_year[kind] = sum > 0 ? risk->in_year[kind] / sum * to : 0;
    }
}

gboolean
mz_loss_mix (MzLossWork *self, const GArray *risks, const GArray *places, MzLossScenario *result,
             GError **error)
{
  guint64 n = detail_trials (self->run);
  double weight = (double)n / risks->len;
  g_autoptr (MzSimulation) all = mz_loss_simulate (self, risks, n, TRUE, (double)n, error);
  const double *totals;
  Window windows[MZ_LOSS_N_YEARS];

  if (all == NULL)
    return FALSE;
  totals = mz_simulation_get_trial_losses (all);
  windows[MZ_LOSS_YEAR_TYPICAL] =
      window_around (mz_simulation_get_statistics (all), result->levels[MZ_LOSS_P50].p_ppm);
  windows[MZ_LOSS_YEAR_BAD] =
      window_around (mz_simulation_get_statistics (all), result->levels[MZ_LOSS_P95].p_ppm);
  for (guint i = 0; i < risks->len; i++)
    if (!part_of (self, &g_array_index (risks, MzSimulationRisk, i), windows, totals, weight,
                  g_ptr_array_index (result->risks, g_array_index (places, guint, i)), error))
      return FALSE;
  scale (result, MZ_LOSS_YEAR_TYPICAL, result->levels[MZ_LOSS_P50].value);
  scale (result, MZ_LOSS_YEAR_BAD, result->levels[MZ_LOSS_P95].value);
  return TRUE;
}
