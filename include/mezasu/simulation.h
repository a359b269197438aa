/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The simulation of yearly losses: risks, each with a frequency and a magnitude, become a sample of years. Knows
 * nothing of the company model. All risks, events and years are independent: say so wherever a result is shown. */

#pragma once

#include <gio/gio.h>

#include "mezasu/distribution.h"
#include "mezasu/loss-statistics.h"

G_BEGIN_DECLS

/**
 * MZ_SIMULATION_MIN_TRIALS:
 *
 * The fewest years of a run.
 */
#define MZ_SIMULATION_MIN_TRIALS 1000

/**
 * MZ_SIMULATION_DEFAULT_TRIALS:
 *
 * The years of a run unless somebody asks for more.
 */
#define MZ_SIMULATION_DEFAULT_TRIALS 100000

/**
 * MZ_SIMULATION_MAX_TRIALS:
 *
 * The most years of a run.
 */
#define MZ_SIMULATION_MAX_TRIALS MZ_LOSS_SAMPLE_MAX

/**
 * MZ_SIMULATION_MAX_RISKS:
 *
 * The most risks of a run.
 */
#define MZ_SIMULATION_MAX_RISKS 10000

/**
 * MZ_SIMULATION_MAX_EVENTS:
 *
 * The most events, as expected over all risks and years, of a run: minutes of work.
 */
#define MZ_SIMULATION_MAX_EVENTS 1e11

/**
 * MZ_SIMULATION_MAX_RATE:
 *
 * The highest rate of a Poisson frequency, in events a year.
 */
#define MZ_SIMULATION_MAX_RATE 1000.0

/**
 * MzFrequencyKind:
 * @MZ_FREQUENCY_POISSON: any number of events a year; the rate is their mean, 0 to %MZ_SIMULATION_MAX_RATE
 * @MZ_FREQUENCY_BERNOULLI: at most one event a year; the rate is its probability, 0 to 1
 * @MZ_N_FREQUENCIES: how many kinds there are
 */
typedef enum
{
  MZ_FREQUENCY_POISSON,
  MZ_FREQUENCY_BERNOULLI,
  MZ_N_FREQUENCIES,
} MzFrequencyKind;

/**
 * MzSimulationRisk:
 * @id: (nullable): what the risk's random numbers hang on; a risk without id uses its position in the list
 * @frequency: the kind of frequency
 * @rate: events a year, or the probability of one
 * @magnitude: the size of one loss
 * @frequency_mitigation: the share of events that measures prevent, 0 to 1
 * @magnitude_mitigation: the share of each loss that measures prevent, 0 to 1
 *
 * A risk as it was entered. Several measures combine to 1 - prod (1 - m), as mz_rosi_combine()
 * does.
 *
 * Two runs with one seed share their random numbers risk by risk, so that scenarios differ by their measures alone.
 */
typedef struct
{
  const char *id;
  MzFrequencyKind frequency;
  double rate;
  MzMagnitude magnitude;
  double frequency_mitigation;
  double magnitude_mitigation;
} MzSimulationRisk;

/**
 * MzSimulationProgressFunc:
 * @share: how much of the run is done, 0 to 1
 * @user_data: data of the caller
 *
 * Called now and then on the thread that called mz_simulation_run().
 */
typedef void (*MzSimulationProgressFunc) (double share, gpointer user_data);

/**
 * MzSimulationOptions:
 * @seed: any number; the same seed, risks and trials give the same bytes on every machine
 * @trials: years to simulate, %MZ_SIMULATION_MIN_TRIALS to %MZ_SIMULATION_MAX_TRIALS
 * @threads: how many threads work; 0 for one a processor
 * @keep_trials: whether to keep the losses in the order of the trials too, for 8 bytes a trial
 * @progress: (nullable) (scope call): called now and then
 * @progress_data: data for @progress
 */
typedef struct
{
  guint64 seed;
  guint64 trials;
  guint threads;
  gboolean keep_trials;
  MzSimulationProgressFunc progress;
  gpointer progress_data;
} MzSimulationOptions;

/**
 * MzSimulationRiskResult:
 * @id: (nullable): the risk's id
 * @error: (nullable): why the risk was left out of the run; %NULL for one that was simulated
 * @mean: simulated mean annual loss, in yen
 * @share: @mean in all simulated risks' mean, 0 to 1; 0 when there is no loss at all
 * @analytic_mean: exact mean annual loss, in yen
 * @analytic_deviation: exact standard deviation of the annual loss, in yen
 * @tail_dominates: whether to warn that rare, huge losses make up most of the mean
 *
 * What became of one risk.
 */
typedef struct
{
  const char *id;
  const GError *error;
  double mean;
  double share;
  double analytic_mean;
  double analytic_deviation;
  gboolean tail_dominates;
} MzSimulationRiskResult;

/**
 * MzSimulation:
 *
 * The result of a run. Immutable; may be read from any thread.
 */
typedef struct _MzSimulation MzSimulation;

/**
 * mz_frequency_kind_name:
 * @kind: a kind of frequency
 *
 * Returns: (transfer none): its name for machines: `poisson` or `bernoulli`
 */
const char *mz_frequency_kind_name (MzFrequencyKind kind);

/**
 * mz_frequency_kind_from_name:
 * @name: (nullable): a name for machines
 * @kind: (out): where to put the kind
 *
 * Returns: whether there is a kind of that name
 */
gboolean mz_frequency_kind_from_name (const char *name, MzFrequencyKind *kind);

/**
 * mz_simulation_run:
 * @risks: (array length=n_risks): the risks; read only before the call returns
 * @n_risks: how many, up to %MZ_SIMULATION_MAX_RISKS
 * @options: how to run
 * @cancellable: (nullable): stops the run within 50 ms
 * @error: return location for an error
 *
 * Simulates @options->trials years. Meant for a worker thread: it blocks until done.
 *
 * A risk that cannot be simulated is left out; mz_simulation_get_risks() says which and why. The call itself fails
 * with %MZ_ERROR_INVALID_INPUT when the trials are out of range, when there are too many risks, or when too many
 * events are to be expected (each before any memory is taken), and with %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the result, or %NULL
 */
MzSimulation *
mz_simulation_run (const MzSimulationRisk *risks, gsize n_risks, const MzSimulationOptions *options,
                   GCancellable *cancellable, GError **error);

/**
 * mz_simulation_ref:
 * @self: a result
 *
 * Returns: (transfer full): @self
 */
MzSimulation *mz_simulation_ref (MzSimulation *self);

/**
 * mz_simulation_unref:
 * @self: (nullable) (transfer full): a result
 */
void mz_simulation_unref (MzSimulation *self);

/**
 * mz_simulation_get_seed:
 * @self: a result
 *
 * Returns: the seed of the run
 */
guint64 mz_simulation_get_seed (const MzSimulation *self);

/**
 * mz_simulation_get_trials:
 * @self: a result
 *
 * Returns: the number of years of the run
 */
guint64 mz_simulation_get_trials (const MzSimulation *self);

/**
 * mz_simulation_get_statistics:
 * @self: a result
 *
 * Returns: (transfer none): the statistics of the yearly losses
 */
const MzLossStatistics *mz_simulation_get_statistics (const MzSimulation *self);

/**
 * mz_simulation_get_risks:
 * @self: a result
 * @n_risks: (out): how many risks there are
 *
 * Returns: (transfer none) (array length=n_risks): one row a risk, in the order in which they were given
 */
const MzSimulationRiskResult *mz_simulation_get_risks (const MzSimulation *self, gsize *n_risks);

/**
 * mz_simulation_get_n_left_out:
 * @self: a result
 *
 * Returns: how many risks could not be simulated
 */
gsize mz_simulation_get_n_left_out (const MzSimulation *self);

/**
 * mz_simulation_get_analytic:
 * @self: a result
 * @mean: (out) (optional): the exact mean of the yearly loss, in yen
 * @deviation: (out) (optional): the exact standard deviation of the yearly loss, in yen
 *
 * The check beside the run, over the risks that were simulated. Poisson: E = rate E[X], Var = rate E[X²]; Bernoulli:
 * E = p E[X], Var = p E[X²] - (p E[X])²; both add over risks.
 */
void mz_simulation_get_analytic (const MzSimulation *self, double *mean, double *deviation);

/**
 * mz_simulation_get_trial_losses:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): the yearly losses in the order of the trials, if they were kept, in yen
 */
const double *mz_simulation_get_trial_losses (const MzSimulation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzSimulation, mz_simulation_unref)

G_END_DECLS
