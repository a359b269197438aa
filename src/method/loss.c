/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The execution of a run: every scenario simulated with the same seed and years, so that scenarios differ by their
 * measures alone; then what is read from each sample. Samples are dropped as soon as they are read: a result is small
 * whatever its number of years. */

#include "config.h"

#include "loss-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "mezasu/error.h"
#include "mezasu/ratio.h"

/* Plenty for a curve on a large screen. */
#define CURVE_POINTS 256
/* A return period is told when the run holds that many years beyond it. */
#define YEARS_BEYOND 10

static const gint64 levels_ppm[MZ_LOSS_N_LEVELS] = {500000, 900000, 950000, 990000};
static const guint return_years[] = {2, 5, 10, 20, 50, 100, 200, 500, 1000};

typedef struct
{
  MzLoss result;
  gatomicrefcount references;
} Loss;

/* Life. */

static void
risk_free (MzLossRisk *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self->reason);
  g_free (self);
}

static void
scenario_free (MzLossScenario *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->reason);
  g_free (self->curve);
  g_ptr_array_unref (self->risks);
  for (guint i = 0; i < MZ_LOSS_N_YEARS; i++)
    g_free (self->years[i].reason);
  g_free (self);
}

MzLoss *
mz_loss_ref (MzLoss *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Loss *)self)->references);
  return self;
}

void
mz_loss_unref (MzLoss *self)
{
  Loss *loss = (Loss *)self;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&loss->references))
    return;
  g_ptr_array_unref (self->scenarios);
  g_ptr_array_unref (self->swings);
  g_ptr_array_unref (self->warnings);
  g_free (loss);
}

/* Simulating. */

typedef struct
{
  MzLossWork *work;
  double weight;
} Share;

static void
share_cb (double share, gpointer data)
{
  Share *self = data;

  self->work->progress (MIN (1, (self->work->done + share * self->weight) / self->work->total),
                        self->work->progress_data);
}

MzSimulation *
mz_loss_simulate (MzLossWork *self, const GArray *risks, guint64 trials, gboolean keep_trials,
                  double weight, GError **error)
{
  Share share = {self, weight};
  MzSimulationOptions options = {.seed = self->run->seed,
                                 .trials = trials,
                                 .keep_trials = keep_trials,
                                 .progress = self->progress != NULL ? share_cb : NULL,
                                 .progress_data = &share};
  MzSimulation *simulation = mz_simulation_run ((const MzSimulationRisk *)(gpointer)risks->data,
                                                risks->len, &options, self->cancellable, error);

  self->done += weight;
  return simulation;
}

/* Reading a sample. */

static void
read_returns (MzLossScenario *self, const MzLossStatistics *statistics, guint64 trials)
{
  for (guint i = 0; i < G_N_ELEMENTS (return_years); i++)
    {
      MzLossPercentile percentile;

      if ((guint64)return_years[i] * YEARS_BEYOND > trials ||
          !mz_loss_statistics_percentile (statistics, MZ_PPM - MZ_PPM / return_years[i],
                                          &percentile, NULL))
        return;
      self->returns[self->n_returns++] = (MzLossReturn){return_years[i], percentile.value};
    }
}

static void
judge (MzLossScenario *self, const MzLossRun *run, const MzLossStatistics *statistics)
{
  double p;

  if (!run->limit.is_set)
    return;
  p = mz_loss_statistics_exceedance (statistics, (double)run->limit.value);
  self->above_limit = p;
  self->above_limit_error = sqrt (p * (1 - p) / (double)run->trials);
  if (run->probability.is_set)
    self->verdict =
        p <= (double)run->probability.value / (double)MZ_PPM ? MZ_LOSS_WITHIN : MZ_LOSS_BEYOND;
}

static gboolean
read_statistics (MzLossScenario *self, const MzLossRun *run, const MzSimulation *simulation,
                 GError **error)
{
  const MzLossStatistics *statistics = mz_simulation_get_statistics (simulation);

  self->known = TRUE;
  self->mean = mz_loss_statistics_get_mean (statistics);
  mz_loss_statistics_get_deviation (statistics, &self->deviation, &self->standard_error);
  mz_simulation_get_analytic (simulation, &self->analytic_mean, &self->analytic_deviation);
  for (guint i = 0; i < MZ_LOSS_N_LEVELS; i++)
    if (!mz_loss_statistics_percentile (statistics, levels_ppm[i], &self->levels[i], error))
      return FALSE;
  self->convergence = mz_loss_statistics_get_convergence (statistics);
  if (self->convergence == MZ_CONVERGENCE_NOT_REACHED && run->trials < MZ_SIMULATION_MAX_TRIALS)
    self->offered_trials = MIN (run->trials * 10, MZ_SIMULATION_MAX_TRIALS);
  self->curve = mz_loss_statistics_curve (statistics, CURVE_POINTS, &self->n_points);
  self->no_loss = 1 - mz_loss_statistics_exceedance (statistics, 0);
  read_returns (self, statistics, run->trials);
  judge (self, run, statistics);
  return TRUE;
}

/* A rate or a loss that the engine refuses is known only now. */
static void
read_risks (MzLossScenario *self, const MzSimulation *simulation, const GArray *places)
{
  gsize n;
  const MzSimulationRiskResult *rows = mz_simulation_get_risks (simulation, &n);

  for (guint i = 0; i < n; i++)
    {
      MzLossRisk *risk = g_ptr_array_index (self->risks, g_array_index (places, guint, i));

      if (rows[i].error != NULL)
        {
          risk->reason = g_strdup_printf (_ ("“%s”: %s"), risk->label, rows[i].error->message);
          self->n_left_out++;
          continue;
        }
      risk->mean = rows[i].mean;
      risk->share = rows[i].share;
      risk->analytic_mean = rows[i].analytic_mean;
      risk->tail_dominates = rows[i].tail_dominates;
    }
}

/* Scenarios. */

static MzLossScenario *
scenario_new (const MzLossRun *run, guint index)
{
  const MzLossRunScenario *from = &run->scenarios[index];
  MzLossScenario *self = g_new0 (MzLossScenario, 1);

  self->id = g_strdup (from->id);
  self->name = g_strdup (from->name);
  self->short_name = g_strdup (from->short_name);
  self->baseline = from->baseline;
  self->recommended = from->recommended;
  self->risks = g_ptr_array_new_with_free_func ((GDestroyNotify)risk_free);
  for (guint i = 0; i < run->n_risks; i++)
    {
      MzLossRisk *risk = g_new0 (MzLossRisk, 1);

      risk->id = g_strdup (run->risks[i].id);
      risk->label = g_strdup (run->risks[i].label);
      risk->reason = g_strdup (run->risks[i].reason);
      self->n_left_out += risk->reason != NULL ? 1 : 0;
      g_ptr_array_add (self->risks, risk);
    }
  return self;
}

/* Without any risk that can be simulated there is nothing to say but that. */
static gboolean
execute_scenario (MzLossWork *work, guint index, MzLossScenario *result, GError **error)
{
  const MzLossRun *run = work->run;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) risks = mz_loss_run_risks (run, index, places);
  g_autoptr (MzSimulation) simulation = NULL;

  if (risks->len > 0)
    {
      simulation = mz_loss_simulate (work, risks, run->trials, TRUE, (double)run->trials, error);
      if (simulation == NULL)
        return FALSE;
      read_risks (result, simulation, places);
    }
  if (result->n_left_out == run->n_risks)
    result->reason = g_strdup (_ ("No risk has both a frequency and a loss."));
  else if (!read_statistics (result, run, simulation, error))
    return FALSE;
  if (result->known && !mz_loss_mix (work, risks, places, simulation, result, error))
    return FALSE;
  if (result->known && result->baseline && work->base == NULL)
    work->base = g_memdup2 (mz_simulation_get_trial_losses (simulation),
                            mz_loss_detail_trials (run) * sizeof (double));
  for (guint i = 0; i < MZ_LOSS_N_YEARS; i++)
    mz_loss_year_fill (run, result, i, &result->years[i]);
  return TRUE;
}

static MzFinding *
copy_finding (const MzFinding *from)
{
  MzFinding *copy = g_new0 (MzFinding, 1);

  *copy = *from;
  copy->record = g_strdup (from->record);
  copy->message = g_strdup (from->message);
  return copy;
}

static MzLoss *
loss_new (const MzLossRun *run)
{
  Loss *loss = g_new0 (Loss, 1);
  MzLoss *self = &loss->result;

  g_atomic_ref_count_init (&loss->references);
  self->revision = run->revision;
  self->seed = run->seed;
  self->trials = run->trials;
  self->has_limit = run->limit.is_set;
  self->limit = run->limit.value;
  self->has_probability = run->probability.is_set;
  self->probability = (double)run->probability.value / (double)MZ_PPM;
  /* What cannot be reckoned is missing: the years tell why. */
  mz_statement_show (&run->plan, self->plan, NULL);
  self->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify)scenario_free);
  self->swings = g_ptr_array_new_with_free_func (g_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_finding_free);
  for (guint i = 0; i < run->warnings->len; i++)
    g_ptr_array_add (self->warnings, copy_finding (g_ptr_array_index (run->warnings, i)));
  return self;
}

static gboolean
check_trials (const MzLossRun *run, GError **error)
{
  if (run->trials >= MZ_SIMULATION_MIN_TRIALS && run->trials <= MZ_SIMULATION_MAX_TRIALS)
    return TRUE;
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               _ ("A run has %d to %d years, not %" PRIu64 "."), MZ_SIMULATION_MIN_TRIALS,
               MZ_SIMULATION_MAX_TRIALS, run->trials);
  return FALSE;
}

static gboolean
execute (MzLossWork *work, MzLoss *loss, GError **error)
{
  for (guint i = 0; i < work->run->n_scenarios; i++)
    {
      MzLossScenario *scenario = scenario_new (work->run, i);

      g_ptr_array_add (loss->scenarios, scenario);
      if (!execute_scenario (work, i, scenario, error))
        return FALSE;
    }
  return mz_loss_sensitivity (work, loss, error);
}

MzLoss *
mz_loss_run_execute (const MzLossRun *self, MzSimulationProgressFunc progress,
                     gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (MzLoss) loss = NULL;
  MzLossWork work = {self, cancellable, progress, progress_data, 0, 0, NULL};
  gboolean done;

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_trials (self, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  work.total = (double)self->n_scenarios * ((double)self->trials + mz_loss_mix_weight (self)) +
               mz_loss_sensitivity_weight (self);
  loss = loss_new (self);
  done = execute (&work, loss, error);
  g_free (work.base);
  if (!done)
    return NULL;
  if (progress != NULL)
    progress (1, progress_data);
  return g_steal_pointer (&loss);
}

MzLoss *
mz_loss_new (const MzAnalysis *analysis, GError **error)
{
  g_autoptr (MzLossRun) run = NULL;

  g_return_val_if_fail (analysis != NULL, NULL);

  run = mz_loss_run_new (analysis);
  return mz_loss_run_execute (run, NULL, NULL, NULL, error);
}

const MzLossScenario *
mz_loss_scenario (const MzLoss *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const MzLossScenario *scenario = g_ptr_array_index (self->scenarios, i);

      if (id == NULL ? scenario->baseline : g_str_equal (scenario->id, id))
        return scenario;
    }
  return NULL;
}
