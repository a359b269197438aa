/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A run and its parts. Everything is plain data that belongs to the run. */

#pragma once

#include "mezasu/loss.h"

#include "analysis-private.h"

/* A risk as the run needs it. */
typedef struct
{
  char *id;
  char *label;
  char *reason; /* why it cannot be simulated, NULL when it can */
  MzSimulationRisk current;
  gboolean has_interval; /* of the frequency */
  double frequency_low, frequency_high;
  double contribution_share; /* part of its loss that is contribution of lost sales */
  double sales_per_contribution;
} MzLossRunRisk;

/* A scenario; the arrays have a place for each risk. */
typedef struct
{
  char *id;
  char *name;
  char *short_name;
  gboolean baseline;
  gboolean recommended;
  double *frequency_mitigation;
  double *magnitude_mitigation;
} MzLossRunScenario;

struct _MzLossRun
{
  guint64 revision;
  guint64 seed;
  guint64 trials;
  MzMaybe limit;
  MzMaybe probability; /* ppm */
  MzLossRunRisk *risks;
  guint n_risks;
  MzLossRunScenario *scenarios;
  guint n_scenarios;
  MzProfitAndLoss plan;
  MzOneOffLine one_off_line;
  MzMaybe tax_rate; /* ppm */
  gboolean other_profit;
  GPtrArray *warnings;
};

/* An execution: what is passed down through its parts. */
typedef struct
{
  const MzLossRun *run;
  GCancellable *cancellable;
  MzSimulationProgressFunc progress;
  gpointer progress_data;
  double done;  /* years that are done … */
  double total; /* … of all */
  double *base; /* yearly losses of doing nothing, the first mz_loss_detail_trials() of them */
} MzLossWork;

/* The risks that can be simulated under @scenario; @places (element-type guint) tells which they are. */
GArray *mz_loss_run_risks (const MzLossRun *self, guint scenario, GArray *places);

/* One simulation, of @weight years in the reckoning of progress. */
MzSimulation *mz_loss_simulate (MzLossWork *self, const GArray *risks, guint64 trials,
                                gboolean keep_trials, double weight, GError **error);

/* As many risks are looked at one by one; a run of one alone weighs its years divided by this. */
#define MZ_LOSS_MOST_ALONE 40

/* Years that are looked at risk by risk. */
guint64 mz_loss_detail_trials (const MzLossRun *self);

/* The first of those years of one risk alone; NULL on failure. */
double *mz_loss_alone (MzLossWork *self, const MzSimulationRisk *risk, GError **error);

/* Parts of an execution. */
gboolean mz_loss_mix (MzLossWork *self, const GArray *risks, const GArray *places,
                      const MzSimulation *simulation, MzLossScenario *result, GError **error);
double mz_loss_mix_weight (const MzLossRun *self);
void mz_loss_year_fill (const MzLossRun *self, const MzLossScenario *scenario, MzLossYearKind kind,
                        MzLossYear *year);
gboolean mz_loss_sensitivity (MzLossWork *self, MzLoss *loss, GError **error);
double mz_loss_sensitivity_weight (const MzLossRun *self);

/* Warnings about the inputs of the loss (element-type MzFinding). */
GPtrArray *mz_loss_warnings (const MzAnalysis *analysis);
