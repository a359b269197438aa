/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The yearly loss of a company, for doing nothing and for every scenario, on common random numbers: how much a bad year
 * costs, how often the limit of the criteria is passed, which risk and which input matter most, and what is left of the
 * profit. A run is made from an analysis in one moment and then knows nothing of any model: it may be executed on a
 * worker thread. All risks, events and years are independent: say so wherever a result is shown.
 *
 * Amounts are yen, probabilities shares of one, everything is a year's. */

#pragma once

#include "mezasu/analysis.h"
#include "mezasu/loss-statistics.h"
#include "mezasu/maybe.h"

G_BEGIN_DECLS

/**
 * MZ_LOSS_DETAIL_TRIALS:
 *
 * Years of the runs beside the main one, a whole number of blocks: the mix of a year, one risk alone, the tails of the
 * sensitivities.
 */
#define MZ_LOSS_DETAIL_TRIALS 16384

/**
 * MZ_LOSS_TAIL_SWINGS:
 *
 * How many of the greatest sensitivities also tell what they do to the one-in-twenty year.
 */
#define MZ_LOSS_TAIL_SWINGS 6

/** MZ_LOSS_LINES: lines of a profit-and-loss statement, those of #MzAnalysis.statement */
#define MZ_LOSS_LINES 11

/** MzLossLevel: the percentiles that are shown: 50, 90, 95 and 99 % */
typedef enum
{
  MZ_LOSS_P50,
  MZ_LOSS_P90,
  MZ_LOSS_P95,
  MZ_LOSS_P99,
  MZ_LOSS_N_LEVELS,
} MzLossLevel;

/** MzLossYearKind: the years whose profit and loss is shown: the median one and one in twenty */
typedef enum
{
  MZ_LOSS_YEAR_TYPICAL,
  MZ_LOSS_YEAR_BAD,
  MZ_LOSS_N_YEARS,
} MzLossYearKind;

/**
 * MzLossVerdict:
 * @MZ_LOSS_NOT_JUDGED: the criteria give no limit, or no chance to pass it
 * @MZ_LOSS_WITHIN: P(loss > limit) <= the accepted chance
 * @MZ_LOSS_BEYOND: it is greater
 */
typedef enum
{
  MZ_LOSS_NOT_JUDGED,
  MZ_LOSS_WITHIN,
  MZ_LOSS_BEYOND,
} MzLossVerdict;

/**
 * MzLossRisk:
 * @id: id of the risk
 * @label: its code and title
 * @reason: (nullable): why it is left out of the run, one sentence; %NULL when it is in
 * @mean: simulated mean
 * @share: @mean in that of all risks, 0 to 1
 * @analytic_mean: exact mean
 * @in_year: its part of a year like each of #MzLossYearKind; the parts add up to that year's loss
 * @tail_dominates: whether rare, huge losses make up most of its mean (sigma > 2)
 *
 * The parts of a year are the mean losses of the risk in the years whose total lies within one percentage point of the
 * percentile, scaled to it: the Euler allocation of a value at risk (Tasche, "Risk contributions and performance
 * measurement", 1999).
 */
typedef struct
{
  char *id;
  char *label;
  char *reason;
  double mean;
  double share;
  double analytic_mean;
  double in_year[MZ_LOSS_N_YEARS];
  gboolean tail_dominates;
} MzLossRisk;

/**
 * MzLossYear:
 * @known: whether @lines are known
 * @reason: (nullable): why not, one sentence
 * @loss: the year's loss, the percentile rounded
 * @lost_sales: sales that are lost
 * @lost_contribution: their contribution, part of @loss
 * @one_off: the rest of @loss
 * @lines: the statement, in the order of #MzAnalysis.statement
 *
 * The loss of a risk is split as its linked damages are at their likely amounts: those of lost sales lower the sales and
 * save variable cost, all else is one-off. A risk without damages is one-off altogether. Profit before tax falls by
 * exactly @loss.
 */
typedef struct
{
  gboolean known;
  char *reason;
  gint64 loss;
  gint64 lost_sales;
  gint64 lost_contribution;
  gint64 one_off;
  MzMaybe lines[MZ_LOSS_LINES];
} MzLossYear;

/**
 * MzLossReturn:
 * @years: once in so many years
 * @loss: the year costs at least that: the percentile 1 - 1/@years
 */
typedef struct
{
  guint years;
  double loss;
} MzLossReturn;

/**
 * MzLossScenario:
 * @id: id of the scenario, "" for a "do nothing" that the model does not spell out
 * @name: what it is called
 * @short_name: its code, or its name where it has none
 * @baseline: whether it is "do nothing"
 * @recommended: whether it is proposed
 * @known: whether there is a result
 * @reason: (nullable): why not, one sentence
 * @mean: simulated mean
 * @deviation: simulated standard deviation
 * @standard_error: standard error of @mean
 * @analytic_mean: exact mean: the check beside the run, and the expected loss a year (ALE)
 * @analytic_deviation: exact standard deviation
 * @levels: percentiles with limits and tail means
 * @convergence: whether the run is long enough
 * @offered_trials: ten times the years, at most those a run may have; 0 unless more years would help
 * @curve: (array length=n_points): loss exceedance curve
 * @n_points: its points
 * @no_loss: share of years without any loss
 * @returns: (array length=n_returns): return periods that the run is long enough for
 * @n_returns: how many
 * @above_limit: share of years above the limit of the criteria, 0 without limit
 * @above_limit_error: standard error of @above_limit
 * @verdict: against the criteria
 * @risks: (element-type MzLossRisk): all risks, in the order of the analysis
 * @n_left_out: how many of them are left out
 * @years: profit and loss in a typical and in a bad year
 */
typedef struct
{
  char *id;
  char *name;
  char *short_name;
  gboolean baseline;
  gboolean recommended;
  gboolean known;
  char *reason;
  double mean;
  double deviation;
  double standard_error;
  double analytic_mean;
  double analytic_deviation;
  MzLossPercentile levels[MZ_LOSS_N_LEVELS];
  MzConvergence convergence;
  guint64 offered_trials;
  MzExceedancePoint *curve;
  gsize n_points;
  double no_loss;
  MzLossReturn returns[9];
  guint n_returns;
  double above_limit;
  double above_limit_error;
  MzLossVerdict verdict;
  GPtrArray *risks;
  guint n_left_out;
  MzLossYear years[MZ_LOSS_N_YEARS];
} MzLossScenario;

/** MzLossInput: which input of a risk is moved */
typedef enum
{
  MZ_LOSS_INPUT_FREQUENCY,
  MZ_LOSS_INPUT_MAGNITUDE,
} MzLossInput;

/**
 * MzLossSwing:
 * @risk: the risk's place
 * @input: what is moved
 * @low: the input's low end: events a year, or yen of one event
 * @high: its high end
 * @guessed: whether no interval is given, so that ±50 % is taken
 * @mean_low: expected loss of the company with the input at @low, exact
 * @mean_high: the same at @high
 * @has_tail: whether the following are known
 * @tail_low: simulated one-in-twenty year of the company with the input at @low, MZ_LOSS_DETAIL_TRIALS years
 * @tail_high: the same at @high
 *
 * One bar of the sensitivity of "do nothing". A frequency moves between the ends of its 90 % interval, a loss between the
 * 5 % and the 95 % point of its distribution, each event then costing that much (Howard, "Decision analysis: practice and
 * promise", Management Science 34, 1988: tornado diagrams).
 */
typedef struct
{
  guint risk;
  MzLossInput input;
  double low, high;
  gboolean guessed;
  double mean_low, mean_high;
  gboolean has_tail;
  double tail_low, tail_high;
} MzLossSwing;

/**
 * MzLoss:
 * @revision: revision of the model that it was made from
 * @seed: seed of the run
 * @trials: years of the run
 * @has_limit: whether the criteria give a limit
 * @limit: a year may cost more than this only rarely
 * @has_probability: whether the criteria say how rarely
 * @probability: the greatest chance that is accepted
 * @plan: the statement without any loss, in the order of #MzAnalysis.statement
 * @scenarios: (element-type MzLossScenario): in the order of #MzAnalysis.scenarios
 * @swings: (element-type MzLossSwing): greatest first
 * @tail_base: the one-in-twenty year that the tails of @swings depart from
 * @warnings: (element-type MzFinding): what to know about the inputs: the tail dominates, inputs that contradict each
 *   other, ratings that rank risks otherwise than the figures
 *
 * The result of a run. Immutable; may be read from any thread.
 */
typedef struct
{
  guint64 revision;
  guint64 seed;
  guint64 trials;
  gboolean has_limit;
  gint64 limit;
  gboolean has_probability;
  double probability;
  MzMaybe plan[MZ_LOSS_LINES];
  GPtrArray *scenarios;
  GPtrArray *swings;
  double tail_base;
  GPtrArray *warnings;
} MzLoss;

/**
 * MzLossRun:
 *
 * All inputs of a run, copied. Immutable but for its number of years; may be executed on any thread.
 */
typedef struct _MzLossRun MzLossRun;

/**
 * mz_loss_run_new:
 * @analysis: the results that the run continues
 *
 * Copies what the run needs, on the thread that owns @analysis: seed, years, limit, risks, what each scenario does to
 * them, the profit and loss.
 *
 * Returns: (transfer full): the run
 */
MzLossRun *mz_loss_run_new (const MzAnalysis *analysis);

void mz_loss_run_free (MzLossRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzLossRun, mz_loss_run_free)

/** mz_loss_run_set_trials: @trials: years instead of those of the model, for "ten times as many" */
void mz_loss_run_set_trials (MzLossRun *self, guint64 trials);

/**
 * mz_loss_run_execute:
 * @self: a run
 * @progress: (nullable) (scope call): called now and then, on this thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): stops the run within 50 ms
 * @error: return location for an error
 *
 * Blocks until done. Fails with %MZ_ERROR_INVALID_INPUT when years, risks or expected events are too many, before memory
 * is taken, and with %G_IO_ERROR_CANCELLED. A risk that cannot be simulated fails nothing: it is left out and told.
 *
 * Returns: (transfer full) (nullable): the result
 */
MzLoss *mz_loss_run_execute (const MzLossRun *self, MzSimulationProgressFunc progress,
                             gpointer progress_data, GCancellable *cancellable, GError **error);

/**
 * mz_loss_new:
 * @analysis: the results that the run continues
 * @error: return location for an error
 *
 * Makes a run and executes it at once, as scripts and reports do.
 *
 * Returns: (transfer full) (nullable): the result
 */
MzLoss *mz_loss_new (const MzAnalysis *analysis, GError **error);

MzLoss *mz_loss_ref (MzLoss *self);
void mz_loss_unref (MzLoss *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzLoss, mz_loss_unref)

/** mz_loss_scenario: Returns: (transfer none) (nullable): the result of the scenario with @id; %NULL @id: "do nothing" */
const MzLossScenario *mz_loss_scenario (const MzLoss *self, const char *id);

/** mz_loss_verdict_sentence: Returns: (transfer full): @scenario against the limit of the criteria, in words */
char *mz_loss_verdict_sentence (const MzLoss *self, const MzLossScenario *scenario);

/** mz_loss_headline: Returns: (transfer full): one year in twenty as things are, and under @scenario (nullable) */
char *mz_loss_headline (const MzLoss *self, const MzLossScenario *scenario);

/** mz_loss_bad_year: Returns: (transfer full): "One year in twenty: 420 → 140 million yen", for the board page */
char *mz_loss_bad_year (const MzLoss *self, const MzLossScenario *scenario);

/** mz_loss_note: Returns: (transfer full): seed, years, and that everything is taken as independent */
char *mz_loss_note (const MzLoss *self);

/**
 * mz_loss_convergence_sentence:
 *
 * Returns: (transfer full): how exact the figures of @scenario are, and what would make them more so
 */
char *mz_loss_convergence_sentence (const MzLoss *self, const MzLossScenario *scenario);

/**
 * MzLossCurve:
 * @single: (array length=n_single): P(one event costs more), exact
 * @n_single: its points
 * @annual: (array length=n_annual): P(the risk costs more a year), simulated
 * @n_annual: its points
 * @single_mean: mean of one event
 * @annual_mean: mean of a year, exact
 * @p05: 5 % of the events cost at most that
 * @p50: half of the events
 * @p95: 95 % of the events
 * @no_loss: share of years without a loss of this risk
 * @tail_dominates: whether rare, huge losses make up most of the mean
 *
 * One risk alone.
 */
typedef struct
{
  MzExceedancePoint *single;
  gsize n_single;
  MzExceedancePoint *annual;
  gsize n_annual;
  double single_mean;
  double annual_mean;
  double p05, p50, p95;
  double no_loss;
  gboolean tail_dominates;
} MzLossCurve;

/**
 * mz_loss_curve_new:
 * @analysis: the results
 * @scenario: (nullable): one of its scenarios, %NULL for things as they are
 * @index: the risk's place
 * @reason: (out) (transfer full): why there is none, one sentence
 *
 * The curve of one risk, at once: a few milliseconds whatever its rate.
 *
 * Returns: (transfer full) (nullable): the curve
 */
MzLossCurve *mz_loss_curve_new (const MzAnalysis *analysis, const MzScenarioResult *scenario,
                                guint index, char **reason);

void mz_loss_curve_free (MzLossCurve *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzLossCurve, mz_loss_curve_free)

G_END_DECLS
