/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * From risks as they were entered to risks that can be drawn: checked, with their measures applied, in the order in
 * which they are added. */

#pragma once

#include "mezasu/simulation.h"

#include "quantile-table-private.h"
#include "random-private.h"
#include "simulation-kernel-private.h"

G_BEGIN_DECLS

typedef struct
{
  gsize index; /* of the risk as it was given */
  const char *id;
  MzRandomName name;
  MzFrequencyKind frequency;
  double rate;             /* after measures */
  double magnitude_factor; /* of measures */
  MzDistribution distribution;
  MzQuantileTable *table; /* NULL while not prepared, or when nothing ever happens */
  guint32 *totals;        /* Poisson: events of each block */
  guint64 threshold;      /* Bernoulli: an event when 53 random bits are below it */
} MzPlannedRisk;

/* Fills @planned, or says why the risk cannot be simulated. */
gboolean mz_planned_risk_init (MzPlannedRisk *planned, const MzSimulationRisk *risk, gsize index,
                               GError **error);
void mz_planned_risk_clear (MzPlannedRisk *self);
int mz_planned_risk_compare (gconstpointer a, gconstpointer b);
void mz_planned_risk_prepare (MzPlannedRisk *self, guint64 seed, guint n_blocks);
void mz_planned_risk_analytic (const MzPlannedRisk *self, double *mean, double *variance);

G_END_DECLS
