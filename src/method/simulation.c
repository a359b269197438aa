/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A run: risks are checked and prepared, blocks of trials are drawn by all threads, and the losses go on to the
 * statistics. A block adds the risks in order of id while its losses stay in the cache; groups of blocks, fixed by the
 * number of trials alone, keep the sums by risk, so that no order of threads can show in a result. */

#include "config.h"

#include "mezasu/simulation.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mezasu/error.h"

#include "loss-statistics-private.h"
#include "simulation-private.h"

/* Events between two looks at the cancellable: well under a millisecond. */
#define SLICE_EVENTS 65536
#define MOST_GROUPS 128

struct _MzSimulation
{
  guint64 seed;
  guint64 trials;
  MzLossStatistics *statistics;
  double *trial_losses;
  MzSimulationRiskResult *risks;
  gsize n_risks;
  gsize n_left_out;
  double analytic_mean;
  double analytic_variance;
};

typedef struct
{
  const MzSimulationOptions *options;
  MzWorkers workers;
  MzKernel kernel;
  GArray *planned; /* MzPlannedRisk, in the order of adding */
  guint n_blocks;
  guint blocks_a_group;
  guint n_groups;
  double *losses;     /* by trial, whole blocks */
  MzMoments *moments; /* by block */
  double *group_sums; /* by group and planned risk */
} Run;

static const char *const frequency_names[] = {
    [MZ_FREQUENCY_POISSON] = "poisson",
    [MZ_FREQUENCY_BERNOULLI] = "bernoulli",
};
G_STATIC_ASSERT (G_N_ELEMENTS (frequency_names) == MZ_N_FREQUENCIES);

static MzPlannedRisk *
planned_at (const Run *run, guint i)
{
  return &g_array_index (run->planned, MzPlannedRisk, i);
}

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->planned, g_array_unref);
  g_clear_pointer (&run->losses, g_aligned_free);
  g_clear_pointer (&run->moments, g_free);
  g_clear_pointer (&run->group_sums, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, message);
  return FALSE;
}

static gboolean
check_size (gsize n_risks, const MzSimulationOptions *options, GError **error)
{
  if (options->trials < MZ_SIMULATION_MIN_TRIALS || options->trials > MZ_SIMULATION_MAX_TRIALS)
    return refuse (error, _ ("The number of trials must be from 1,000 to 5,000,000."));
  if (n_risks > MZ_SIMULATION_MAX_RISKS)
    return refuse (error, _ ("A simulation can have at most 10,000 risks."));
  return TRUE;
}

static gboolean
check_events (const Run *run, GError **error)
{
  double rate = 0.0;
  for (guint i = 0; i < run->planned->len; i++)
    rate += planned_at (run, i)->rate;
  if (rate * run->n_blocks * MZ_BLOCK_TRIALS > MZ_SIMULATION_MAX_EVENTS)
    return refuse (
        error, _ ("The risks' rates and the number of trials together ask for over 10^11 events."));
  return TRUE;
}

static void
leave_out (MzSimulation *self, gsize index, GError *reason)
{
  self->risks[index].error = reason;
  self->n_left_out++;
}

/* Checks every risk; those that cannot be simulated keep the reason in the result. */
static void
plan_risks (Run *run, MzSimulation *self, const MzSimulationRisk *risks)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < self->n_risks; i++)
    {
      MzPlannedRisk planned;
      GError *reason = NULL;
      self->risks[i].id = g_strdup (risks[i].id);
      if (risks[i].id != NULL && !g_hash_table_add (ids, (gpointer)risks[i].id))
        {
          refuse (&reason, _ ("Another risk before it has the same id."));
          leave_out (self, i, reason);
          continue;
        }
      if (!mz_planned_risk_init (&planned, &risks[i], i, &reason))
        {
          leave_out (self, i, reason);
          continue;
        }
      double variance;
      mz_planned_risk_analytic (&planned, &self->risks[i].analytic_mean, &variance);
      self->risks[i].analytic_deviation = sqrt (variance);
      self->risks[i].tail_dominates = mz_distribution_tail_dominates (&planned.distribution);
      planned.id = self->risks[i].id;
      g_array_append_val (run->planned, planned);
    }
  g_array_sort (run->planned, mz_planned_risk_compare);
  for (guint i = 0; i < run->planned->len; i++)
    {
      double mean, variance;
      mz_planned_risk_analytic (planned_at (run, i), &mean, &variance);
      self->analytic_mean += mean;
      self->analytic_variance += variance;
    }
}

static void
prepare_cb (guint piece, gpointer data)
{
  Run *run = data;
  mz_planned_risk_prepare (planned_at (run, piece), run->options->seed, run->n_blocks);
}

static void
add_risk (const Run *run, const MzPlannedRisk *risk, guint block, MzBlockTask *task)
{
  task->stream = mz_random_stream (run->options->seed, &risk->name, block);
  task->table = risk->table;
  memset (task->sums, 0, sizeof task->sums);
  if (risk->frequency == MZ_FREQUENCY_BERNOULLI)
    {
      mz_kernel_try_each_trial (task, risk->threshold);
      return;
    }
  guint64 total = risk->totals[block];
  for (guint64 first = 0; first < total && !mz_workers_is_cancelled (&run->workers);
       first += SLICE_EVENTS)
    mz_kernel_scatter_events (run->kernel, task, first, MIN (first + SLICE_EVENTS, total));
}

G_STATIC_ASSERT (MZ_SUM_LANES == 8);

static double
sum_of_lanes (const double *sums)
{
  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

static void
draw_block (const Run *run, guint block, double *sums)
{
  double *losses = run->losses + (gsize)block * MZ_BLOCK_TRIALS;
  guint64 left = run->options->trials - (guint64)block * MZ_BLOCK_TRIALS;
  MzBlockTask task = {.losses = losses, .kept = MIN (left, MZ_BLOCK_TRIALS)};
  memset (losses, 0, MZ_BLOCK_TRIALS * sizeof *losses);
  for (guint i = 0; i < run->planned->len && !mz_workers_is_cancelled (&run->workers); i++)
    {
      const MzPlannedRisk *risk = planned_at (run, i);
      if (risk->table == NULL)
        continue;
      add_risk (run, risk, block, &task);
      sums[i] += sum_of_lanes (task.sums);
    }
  run->moments[block] = mz_moments_of (losses, task.kept);
}

static void
draw_group_cb (guint piece, gpointer data)
{
  Run *run = data;
  guint end = MIN ((piece + 1) * run->blocks_a_group, run->n_blocks);
  for (guint block = piece * run->blocks_a_group; block < end; block++)
    draw_block (run, block, run->group_sums + (gsize)piece * run->planned->len);
}

static void
report_cb (guint done, guint n, gpointer user_data)
{
  const MzSimulationOptions *options = user_data;
  options->progress ((double)done / n, options->progress_data);
}

static gboolean
draw (Run *run)
{
  run->losses = mz_losses_alloc ((gsize)run->n_blocks * MZ_BLOCK_TRIALS);
  run->moments = g_new0 (MzMoments, run->n_blocks);
  run->group_sums = g_new0 (double, (gsize)run->n_groups * run->planned->len);
  if (!mz_workers_run (&run->workers, run->planned->len, prepare_cb, run))
    return FALSE;
  MzWorkers workers = run->workers;
  if (run->options->progress != NULL)
    {
      workers.progress = report_cb;
      workers.progress_data = (gpointer)run->options;
    }
  return mz_workers_run (&workers, run->n_groups, draw_group_cb, run) &&
         !mz_workers_is_cancelled (&run->workers);
}

static void
fill_risks (const Run *run, MzSimulation *self)
{
  double whole = 0.0;
  for (guint i = 0; i < run->planned->len; i++)
    {
      double sum = 0.0;
      for (guint group = 0; group < run->n_groups; group++)
        sum += run->group_sums[(gsize)group * run->planned->len + i];
      self->risks[planned_at (run, i)->index].mean = sum / self->trials;
      whole += sum / self->trials;
    }
  for (gsize i = 0; i < self->n_risks; i++)
    self->risks[i].share = whole > 0.0 ? self->risks[i].mean / whole : 0.0;
}

static gboolean
finish (Run *run, MzSimulation *self)
{
  MzMoments moments = {0};
  for (guint block = 0; block < run->n_blocks; block++)
    mz_moments_join (&moments, &run->moments[block]);
  if (run->options->keep_trials)
    self->trial_losses = g_memdup2 (run->losses, self->trials * sizeof (double));
  fill_risks (run, self);
  self->statistics = mz_loss_statistics_take (g_steal_pointer (&run->losses), self->trials,
                                              &moments, &run->workers);
  return self->statistics != NULL;
}

static void
clear_planned (gpointer data)
{
  mz_planned_risk_clear (data);
}

static void
clear_simulation (gpointer data)
{
  MzSimulation *self = data;
  mz_loss_statistics_free (self->statistics);
  g_free (self->trial_losses);
  for (gsize i = 0; i < self->n_risks; i++)
    {
      g_free ((char *)self->risks[i].id);
      g_clear_error ((GError **)&self->risks[i].error);
    }
  g_free (self->risks);
}

const char *
mz_frequency_kind_name (MzFrequencyKind kind)
{
  g_return_val_if_fail (kind < MZ_N_FREQUENCIES, NULL);
  return frequency_names[kind];
}

gboolean
mz_frequency_kind_from_name (const char *name, MzFrequencyKind *kind)
{
  for (guint i = 0; i < MZ_N_FREQUENCIES; i++)
    if (g_strcmp0 (name, frequency_names[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

MzSimulation *
mz_simulation_run (const MzSimulationRisk *risks, gsize n_risks, const MzSimulationOptions *options,
                   GCancellable *cancellable, GError **error)
{
  return mz_simulation_run_with (risks, n_risks, options, mz_kernel_best (), cancellable, error);
}

MzSimulation *
mz_simulation_run_with (const MzSimulationRisk *risks, gsize n_risks,
                        const MzSimulationOptions *options, MzKernel kernel,
                        GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (risks != NULL || n_risks == 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  if (!check_size (n_risks, options, error))
    return NULL;
  guint threads = options->threads > 0 ? options->threads : g_get_num_processors ();
  g_auto (Run) run = {
      .options = options,
      .workers = {.threads = MIN (threads, MOST_GROUPS), .cancellable = cancellable},
      .kernel = kernel,
      .n_blocks = (options->trials + MZ_BLOCK_TRIALS - 1) / MZ_BLOCK_TRIALS,
      .planned = g_array_new (FALSE, FALSE, sizeof (MzPlannedRisk)),
  };
  g_array_set_clear_func (run.planned, clear_planned);
  run.blocks_a_group = (run.n_blocks + MOST_GROUPS - 1) / MOST_GROUPS;
  run.n_groups = (run.n_blocks + run.blocks_a_group - 1) / run.blocks_a_group;

  g_autoptr (MzSimulation) self = g_atomic_rc_box_new0 (MzSimulation);
  self->seed = options->seed;
  self->trials = options->trials;
  self->n_risks = n_risks;
  self->risks = g_new0 (MzSimulationRiskResult, n_risks);
  plan_risks (&run, self, risks);
  if (!check_events (&run, error))
    return NULL;
  if (draw (&run) && finish (&run, self))
    return g_steal_pointer (&self);
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return NULL;
}

MzSimulation *
mz_simulation_ref (MzSimulation *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
mz_simulation_unref (MzSimulation *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_simulation);
}

guint64
mz_simulation_get_seed (const MzSimulation *self)
{
  return self->seed;
}

guint64
mz_simulation_get_trials (const MzSimulation *self)
{
  return self->trials;
}

const MzLossStatistics *
mz_simulation_get_statistics (const MzSimulation *self)
{
  return self->statistics;
}

const MzSimulationRiskResult *
mz_simulation_get_risks (const MzSimulation *self, gsize *n_risks)
{
  *n_risks = self->n_risks;
  return self->risks;
}

gsize
mz_simulation_get_n_left_out (const MzSimulation *self)
{
  return self->n_left_out;
}

void
mz_simulation_get_analytic (const MzSimulation *self, double *mean, double *deviation)
{
  if (mean != NULL)
    *mean = self->analytic_mean;
  if (deviation != NULL)
    *deviation = sqrt (self->analytic_variance);
}

const double *
mz_simulation_get_trial_losses (const MzSimulation *self)
{
  return self->trial_losses;
}
