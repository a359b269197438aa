/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One risk alone: the size of one event exactly, by the quantiles of its distribution, and a year of it by a short
 * simulation with the numbers that the long run draws for it too. */

#include "config.h"

#include "loss-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CURVE_POINTS 192
/* Enough events for a smooth curve; a rare risk gets more years for them, a frequent one fewer. */
#define EVENTS 1000000.0
#define MOST_YEARS (8 * MZ_LOSS_DETAIL_TRIALS)
#define LEAST_YEARS 4096

/* P(X > x) at evenly spaced quantiles, closer together towards the tail. */
static void
trace_single (MzLossCurve *self, const MzDistribution *distribution)
{
  self->single = g_new (MzExceedancePoint, CURVE_POINTS);
  for (guint i = 0; i < CURVE_POINTS; i++)
    {
      double t = (i + 0.5) / CURVE_POINTS;
      double above = pow (1 - t, 2) * 0.999 + 0.0005;
      double loss;

      if (!mz_distribution_quantile (distribution, 1 - above, &loss, NULL))
        continue;
      self->single[self->n_single++] = (MzExceedancePoint){loss, above};
    }
}

static guint64
years_for (double rate)
{
  double years = rate > 0 ? EVENTS / rate : LEAST_YEARS;

  return (guint64)CLAMP (years, LEAST_YEARS, MOST_YEARS);
}

static gboolean
simulate_years (MzLossCurve *self, const MzAnalysis *analysis, const MzSimulationRisk *risk,
                char **reason)
{
  MzRecord *organisation = mz_model_single (analysis->model, "organisation");
  MzSimulationOptions options = {.seed = (guint64)mz_record_integer (organisation, "seed", 0),
                                 .trials = years_for (risk->rate)};
  g_autoptr (GError) error = NULL;
  g_autoptr (MzSimulation) simulation = mz_simulation_run (risk, 1, &options, NULL, &error);
  const MzLossStatistics *statistics;
  const MzSimulationRiskResult *row;
  gsize n;

  if (simulation == NULL)
    {
      *reason = g_strdup (error->message);
      return FALSE;
    }
  row = mz_simulation_get_risks (simulation, &n);
  if (row->error != NULL)
    {
      *reason = g_strdup (row->error->message);
      return FALSE;
    }
  statistics = mz_simulation_get_statistics (simulation);
  self->annual = mz_loss_statistics_curve (statistics, CURVE_POINTS, &self->n_annual);
  self->annual_mean = row->analytic_mean;
  self->no_loss = 1 - mz_loss_statistics_exceedance (statistics, 0);
  return TRUE;
}

static void
reduce (MzMagnitude *magnitude, double mitigation)
{
  for (guint i = 0; i < magnitude->n_parameters; i++)
    magnitude->parameters[i] *= 1 - mitigation;
}

MzLossCurve *
mz_loss_curve_new (const MzAnalysis *analysis, const MzScenarioResult *scenario, guint index,
                   char **reason)
{
  g_autoptr (MzLossCurve) self = g_new0 (MzLossCurve, 1);
  const MzRisk *from;
  MzSimulationRisk risk;
  MzDistribution distribution;
  g_autoptr (GError) error = NULL;
  g_autofree char *unknown = NULL;

  g_return_val_if_fail (analysis != NULL && index < analysis->risks->len, NULL);
  if (reason == NULL)
    reason = &unknown;

  from = g_ptr_array_index (analysis->risks, index);
  if (!mz_analysis_simulation_risk (analysis, scenario, index, &risk))
    {
      *reason = g_strdup (from->frequency.known ? from->sle.reason : from->frequency.reason);
      return NULL;
    }
  /* Measures that take all of every loss leave a point at 0, whatever the kind was. */
  if (risk.magnitude_mitigation >= 1)
    risk.magnitude = (MzMagnitude){MZ_MAGNITUDE_POINT, {0}, 1};
  reduce (&risk.magnitude, risk.magnitude_mitigation);
  risk.magnitude_mitigation = 0;
  if (!mz_distribution_init (&distribution, &risk.magnitude, &error))
    {
      *reason = g_strdup (error->message);
      return NULL;
    }
  self->single_mean = mz_distribution_mean (&distribution);
  self->tail_dominates = mz_distribution_tail_dominates (&distribution);
  if (!mz_distribution_quantile (&distribution, 0.05, &self->p05, NULL) ||
      !mz_distribution_quantile (&distribution, 0.5, &self->p50, NULL) ||
      !mz_distribution_quantile (&distribution, 0.95, &self->p95, NULL))
    g_return_val_if_reached (NULL);
  trace_single (self, &distribution);
  return simulate_years (self, analysis, &risk, reason) ? g_steal_pointer (&self) : NULL;
}

void
mz_loss_curve_free (MzLossCurve *self)
{
  if (self == NULL)
    return;
  g_free (self->single);
  g_free (self->annual);
  g_free (self);
}
