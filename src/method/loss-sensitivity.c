/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Which input moves the result most. Each input is moved alone between its low and its high end; the mean answers exactly,
 * the one-in-twenty year by runs on the same random numbers, so that a difference is that of the input and not of luck.
 * The other risks draw what they drew before, so a moved risk is simulated alone and takes its own place in each year. */

#include "config.h"

#include "loss-private.h"

#include <math.h>

/* Ends of a 90 % interval. */
#define LOW 0.05
#define HIGH 0.95
/* What is taken where nothing is said about an input's spread. */
#define GUESS 0.5

double
mz_loss_sensitivity_weight (const MzLossRun *self)
{
  return 3 * MZ_LOSS_TAIL_SWINGS * (double)mz_loss_detail_trials (self) / MZ_LOSS_MOST_ALONE;
}

static guint
baseline_of (const MzLossRun *run)
{
  guint index = 0;

  while (!run->scenarios[index].baseline)
    index++;
  return index;
}

static void
add_swing (MzLoss *loss, MzLossSwing swing, double rest, double mean_low, double mean_high)
{
  MzLossSwing *copy;

  if (!isfinite (mean_low) || !isfinite (mean_high))
    return;
  copy = g_new (MzLossSwing, 1);
  *copy = swing;
  copy->mean_low = rest + mean_low;
  copy->mean_high = rest + mean_high;
  g_ptr_array_add (loss->swings, copy);
}

static void
swing_frequency (MzLoss *loss, const MzLossRun *run, guint index, double rest, double size)
{
  const MzLossRunRisk *risk = &run->risks[index];
  double most = risk->current.frequency == MZ_FREQUENCY_BERNOULLI ? 1 : MZ_SIMULATION_MAX_RATE;
  MzLossSwing swing = {.risk = index, .input = MZ_LOSS_INPUT_FREQUENCY};

  swing.guessed = !risk->has_interval || risk->frequency_low > risk->frequency_high;
  swing.low = swing.guessed ? risk->current.rate * (1 - GUESS) : risk->frequency_low;
  swing.high = MIN (most, swing.guessed ? risk->current.rate * (1 + GUESS) : risk->frequency_high);
  swing.low = MIN (swing.low, swing.high);
  add_swing (loss, swing, rest, swing.low * size, swing.high * size);
}

static void
swing_magnitude (MzLoss *loss, const MzLossRun *run, guint index, double rest,
                 const MzDistribution *distribution)
{
  const MzLossRunRisk *risk = &run->risks[index];
  MzLossSwing swing = {.risk = index, .input = MZ_LOSS_INPUT_MAGNITUDE};

  swing.guessed = distribution->kind == MZ_MAGNITUDE_POINT;
  if (swing.guessed)
    {
      swing.low = distribution->mode * (1 - GUESS);
      swing.high = MIN (MZ_MAGNITUDE_LIMIT, distribution->mode * (1 + GUESS));
    }
  else if (!mz_distribution_quantile (distribution, LOW, &swing.low, NULL) ||
           !mz_distribution_quantile (distribution, HIGH, &swing.high, NULL))
    return;
  add_swing (loss, swing, rest, risk->current.rate * swing.low, risk->current.rate * swing.high);
}

static int
by_span (gconstpointer a, gconstpointer b)
{
  const MzLossSwing *first = *(MzLossSwing *const *)a, *second = *(MzLossSwing *const *)b;
  double one = first->mean_high - first->mean_low, other = second->mean_high - second->mean_low;

  if (one != other)
    return one > other ? -1 : 1;
  /* Equal spans keep the order of the register, so that a picture never flickers. */
  return first->risk != second->risk ? (first->risk < second->risk ? -1 : 1)
                                     : (int)first->input - (int)second->input;
}

/* The one-in-twenty year of @n years; FALSE when amounts leave the range of sums. */
static gboolean
find_tail (const double *years, guint64 n, double *tail)
{
  g_autoptr (MzLossStatistics) statistics = mz_loss_statistics_new (years, n, NULL);
  MzLossPercentile percentile;

  if (statistics == NULL || !mz_loss_statistics_percentile (statistics, 950000, &percentile, NULL))
    return FALSE;
  *tail = percentile.value;
  return TRUE;
}

static void
move (MzSimulationRisk *risk, const MzLossSwing *swing, double to)
{
  if (swing->input == MZ_LOSS_INPUT_FREQUENCY)
    risk->rate = to;
  else
    risk->magnitude = (MzMagnitude){MZ_MAGNITUDE_POINT, {to}, 1};
}

/* The tail of the years in which @risk, that cost @own, has its input at @to. FALSE only when the run failed. */
static gboolean
tail_with (MzLossWork *self, MzSimulationRisk risk, const MzLossSwing *swing, double to,
           const double *own, MzMaybeReal *tail, GError **error)
{
  guint64 n = mz_loss_detail_trials (self->run);
  g_autofree double *years = NULL;

  move (&risk, swing, to);
  years = mz_loss_alone (self, &risk, error);
  if (years == NULL)
    return FALSE;
  for (guint64 i = 0; i < n; i++)
    years[i] += self->base[i] - own[i];
  tail->is_set = find_tail (years, n, &tail->value);
  return TRUE;
}

static gboolean
swing_tail (MzLossWork *self, const GArray *risks, const GArray *places, MzLossSwing *swing,
            GError **error)
{
  guint place = 0;
  const MzSimulationRisk *risk;
  MzMaybeReal low = {0}, high = {0};
  g_autofree double *own = NULL;

  while (g_array_index (places, guint, place) != swing->risk)
    place++;
  risk = &g_array_index (risks, MzSimulationRisk, place);
  own = mz_loss_alone (self, risk, error);
  if (own == NULL || !tail_with (self, *risk, swing, swing->low, own, &low, error) ||
      !tail_with (self, *risk, swing, swing->high, own, &high, error))
    return FALSE;
  swing->has_tail = low.is_set && high.is_set;
  if (swing->has_tail)
    {
      swing->tail_low = low.value;
      swing->tail_high = high.value;
    }
  return TRUE;
}

static void
collect (const MzLossRun *run, const MzLossScenario *scenario, MzLoss *loss)
{
  for (guint i = 0; i < run->n_risks; i++)
    {
      const MzLossRisk *risk = g_ptr_array_index (scenario->risks, i);
      MzDistribution distribution;

      if (risk->reason != NULL ||
          !mz_distribution_init (&distribution, &run->risks[i].current.magnitude, NULL))
        continue;
      double rest = scenario->analytic_mean - risk->analytic_mean;
      swing_frequency (loss, run, i, rest, mz_distribution_mean (&distribution));
      swing_magnitude (loss, run, i, rest, &distribution);
    }
  g_ptr_array_sort (loss->swings, by_span);
}

gboolean
mz_loss_sensitivity (MzLossWork *self, MzLoss *loss, GError **error)
{
  guint baseline = baseline_of (self->run);
  const MzLossScenario *scenario = g_ptr_array_index (loss->scenarios, baseline);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) risks = mz_loss_run_risks (self->run, baseline, places);

  if (!scenario->known)
    return TRUE;
  collect (self->run, scenario, loss);
  if (!find_tail (self->base, mz_loss_detail_trials (self->run), &loss->tail_base))
    return TRUE;
  for (guint i = 0; i < MIN (loss->swings->len, MZ_LOSS_TAIL_SWINGS); i++)
    if (!swing_tail (self, risks, places, g_ptr_array_index (loss->swings, i), error))
      return FALSE;
  return TRUE;
}
