/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The simulation of a scenario's yearly loss, with the seed and the number of years that the model gives, so that two
 * runs of the program print the same. */

#include "config.h"

#include "json-tools.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const struct
{
  const char *name;
  gint64 ppm;
} percentiles[] = {{"0.5", 500000}, {"0.9", 900000}, {"0.95", 950000}, {"0.99", 990000}};

MzSimulation *
mz_cli_simulate (const MzAnalysis *analysis, const MzScenarioResult *scenario)
{
  MzRecord *organisation = mz_model_single (analysis->model, "organisation");
  g_autoptr (GArray) risks = g_array_new (FALSE, TRUE, sizeof (MzSimulationRisk));
  MzSimulationOptions options = {
      .seed = (guint64)mz_record_integer (organisation, "seed", 0),
      .trials = (guint64)mz_record_integer (organisation, "trials", MZ_SIMULATION_DEFAULT_TRIALS),
  };
  for (guint i = 0; i < analysis->risks->len; i++)
    {
      MzSimulationRisk risk;
      if (mz_analysis_simulation_risk (analysis, scenario, i, &risk))
        g_array_append_val (risks, risk);
    }
  if (risks->len == 0)
    return NULL;
  return mz_simulation_run ((const MzSimulationRisk *)(gpointer)risks->data, risks->len, &options,
                            NULL, NULL);
}

static void
put_percentiles (JsonObject *object, const MzLossStatistics *statistics)
{
  JsonObject *values = json_object_new (), *tails = json_object_new ();
  for (guint i = 0; i < G_N_ELEMENTS (percentiles); i++)
    {
      MzLossPercentile found;
      if (!mz_loss_statistics_percentile (statistics, percentiles[i].ppm, &found, NULL))
        continue;
      json_object_set_double_member (values, percentiles[i].name, found.value);
      json_object_set_double_member (tails, percentiles[i].name, found.tail_mean);
    }
  json_object_set_object_member (object, "percentiles", values);
  json_object_set_object_member (object, "tvar", tails);
}

/* The limit of the criteria: how likely is a year that costs more. */
static void
put_limit (JsonObject *object, const MzAnalysis *analysis, const MzLossStatistics *statistics)
{
  MzRecord *criteria = mz_model_single (analysis->model, "criteria");
  if (!mz_record_has (criteria, "loss_limit"))
    return;
  gint64 limit = mz_record_integer (criteria, "loss_limit", 0);
  json_object_set_int_member (object, "loss_limit_yen", limit);
  json_object_set_double_member (object, "probability_above_limit",
                                 mz_loss_statistics_exceedance (statistics, (double)limit));
}

static void
put_convergence (JsonObject *object, const MzLossStatistics *statistics)
{
  MzConvergence convergence = mz_loss_statistics_get_convergence (statistics);
  if (convergence == MZ_CONVERGENCE_UNKNOWN)
    json_object_set_null_member (object, "converged");
  else
    json_object_set_boolean_member (object, "converged", convergence == MZ_CONVERGENCE_REACHED);
}

JsonNode *
mz_simulation_to_json (const MzAnalysis *analysis, const MzScenarioResult *scenario)
{
  g_autoptr (MzSimulation) simulation = mz_cli_simulate (analysis, scenario);
  if (simulation == NULL)
    return json_node_new (JSON_NODE_NULL);
  const MzLossStatistics *statistics = mz_simulation_get_statistics (simulation);
  JsonObject *object = json_object_new ();
  double mean, deviation, error;
  gsize n_risks;
  mz_simulation_get_risks (simulation, &n_risks);
  json_object_set_int_member (object, "seed", (gint64)mz_simulation_get_seed (simulation));
  json_object_set_int_member (object, "trials", (gint64)mz_simulation_get_trials (simulation));
  json_object_set_int_member (
      object, "left_out",
      (gint64)(analysis->risks->len - n_risks + mz_simulation_get_n_left_out (simulation)));
  mz_json_put_real (object, "mean", mz_loss_statistics_get_mean (statistics));
  gboolean spread = mz_loss_statistics_get_deviation (statistics, &deviation, &error);
  mz_json_put_real (object, "sd", spread ? deviation : NAN);
  mz_json_put_real (object, "se", spread ? error : NAN);
  mz_simulation_get_analytic (simulation, &mean, &deviation);
  mz_json_put_real (object, "analytic_mean", mean);
  mz_json_put_real (object, "analytic_sd", deviation);
  put_percentiles (object, statistics);
  put_limit (object, analysis, statistics);
  put_convergence (object, statistics);
  return mz_json_take_object (object);
}
