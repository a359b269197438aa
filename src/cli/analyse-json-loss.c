/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The simulated losses as JSON. Amounts are real numbers of yen, as they come out of a run; those of the profit and loss
 * are whole. */

#include "config.h"

#include "json-tools.h"

#include "mezasu/loss.h"

static const char *const levels[MZ_LOSS_N_LEVELS] = {"p50", "p90", "p95", "p99"};
static const char *const years[MZ_LOSS_N_YEARS] = {"typical", "one_in_twenty"};
static const char *const inputs[] = {"frequency", "magnitude"};

static const char *
verdict_name (MzLossVerdict verdict)
{
  static const char *const names[] = {"not_judged", "within", "beyond"};
  return names[verdict];
}

static JsonObject *
level_to_json (const MzLossPercentile *level)
{
  JsonObject *object = json_object_new ();
  mz_json_put_real (object, "value", level->value);
  mz_json_put_real (object, "lower", level->lower);
  mz_json_put_real (object, "upper", level->upper);
  mz_json_put_real (object, "tail_mean", level->tail_mean);
  return object;
}

static JsonObject *
year_to_json (const MzLossYear *year, const GPtrArray *statement)
{
  JsonObject *object = json_object_new (), *lines = json_object_new ();
  json_object_set_int_member (object, "loss_yen", year->loss);
  json_object_set_int_member (object, "lost_sales_yen", year->lost_sales);
  json_object_set_int_member (object, "lost_contribution_yen", year->lost_contribution);
  json_object_set_int_member (object, "one_off_yen", year->one_off);
  for (guint i = 0; i < MZ_LOSS_LINES; i++)
    {
      const MzStatementLine *line = g_ptr_array_index (statement, i);
      if (year->known && year->lines[i].is_set)
        json_object_set_int_member (lines, line->code, year->lines[i].value);
      else
        json_object_set_null_member (lines, line->code);
    }
  json_object_set_object_member (object, "statement", lines);
  if (year->reason != NULL)
    mz_json_put_text (object, "reason", year->reason);
  return object;
}

static JsonObject *
risk_to_json (gconstpointer item, gpointer data)
{
  const MzLossRisk *risk = item;
  JsonObject *object = json_object_new ();
  mz_json_put_text (object, "id", risk->id);
  mz_json_put_text (object, "label", risk->label);
  mz_json_put_text (object, "left_out", risk->reason);
  mz_json_put_real (object, "mean", risk->mean);
  mz_json_put_real (object, "share", risk->share);
  mz_json_put_real (object, "analytic_mean", risk->analytic_mean);
  mz_json_put_real (object, "in_typical_year", risk->in_year[MZ_LOSS_YEAR_TYPICAL]);
  mz_json_put_real (object, "in_one_in_twenty", risk->in_year[MZ_LOSS_YEAR_BAD]);
  json_object_set_boolean_member (object, "tail_dominates", risk->tail_dominates);
  return object;
}

static void
put_statistics (JsonObject *object, const MzLossScenario *scenario)
{
  JsonObject *percentiles = json_object_new ();
  JsonArray *returns = json_array_new (), *curve = json_array_sized_new (scenario->n_points);
  mz_json_put_real (object, "mean", scenario->mean);
  mz_json_put_real (object, "sd", scenario->deviation);
  mz_json_put_real (object, "se", scenario->standard_error);
  mz_json_put_real (object, "analytic_mean", scenario->analytic_mean);
  mz_json_put_real (object, "analytic_sd", scenario->analytic_deviation);
  for (guint i = 0; i < MZ_LOSS_N_LEVELS; i++)
    json_object_set_object_member (percentiles, levels[i], level_to_json (&scenario->levels[i]));
  json_object_set_object_member (object, "percentiles", percentiles);
  for (guint i = 0; i < scenario->n_returns; i++)
    {
      JsonObject *row = json_object_new ();
      json_object_set_int_member (row, "years", scenario->returns[i].years);
      mz_json_put_real (row, "loss", scenario->returns[i].loss);
      json_array_add_object_element (returns, row);
    }
  json_object_set_array_member (object, "return_periods", returns);
  for (gsize i = 0; i < scenario->n_points; i++)
    {
      JsonArray *point = json_array_sized_new (2);
      json_array_add_double_element (point, scenario->curve[i].loss);
      json_array_add_double_element (point, scenario->curve[i].probability);
      json_array_add_array_element (curve, point);
    }
  json_object_set_array_member (object, "exceedance", curve);
  if (scenario->convergence == MZ_CONVERGENCE_UNKNOWN)
    json_object_set_null_member (object, "converged");
  else
    json_object_set_boolean_member (object, "converged",
                                    scenario->convergence == MZ_CONVERGENCE_REACHED);
  if (scenario->offered_trials > 0)
    json_object_set_int_member (object, "offered_trials", (gint64)scenario->offered_trials);
}

typedef struct
{
  const MzAnalysis *analysis;
  const MzLoss *loss;
} Source;

static JsonObject *
scenario_to_json (gconstpointer item, gpointer data)
{
  const MzLossScenario *scenario = item;
  const Source *source = data;
  g_autofree char *sentence = mz_loss_verdict_sentence (source->loss, scenario);
  JsonObject *object = json_object_new (), *statements = json_object_new ();
  mz_json_put_text (object, "id", scenario->id);
  mz_json_put_text (object, "name", scenario->name);
  mz_json_put_text (object, "reason", scenario->reason);
  if (scenario->known)
    put_statistics (object, scenario);
  if (scenario->known && source->loss->has_limit)
    mz_json_put_real (object, "probability_above_limit", scenario->above_limit);
  mz_json_put_text (object, "verdict", verdict_name (scenario->verdict));
  mz_json_put_text (object, "verdict_sentence", sentence);
  json_object_set_int_member (object, "left_out", scenario->n_left_out);
  mz_json_put_list (object, "risks", scenario->risks, risk_to_json, NULL);
  for (guint i = 0; i < MZ_LOSS_N_YEARS; i++)
    json_object_set_object_member (statements, years[i],
                                   year_to_json (&scenario->years[i], source->analysis->statement));
  json_object_set_object_member (object, "years", statements);
  return object;
}

static JsonObject *
swing_to_json (gconstpointer item, gpointer data)
{
  const MzLossSwing *swing = item;
  const MzAnalysis *analysis = data;
  const MzRisk *risk = g_ptr_array_index (analysis->risks, swing->risk);
  JsonObject *object = json_object_new ();
  mz_json_put_record (object, "risk", risk->record);
  mz_json_put_text (object, "input", inputs[swing->input]);
  mz_json_put_real (object, "low", swing->low);
  mz_json_put_real (object, "high", swing->high);
  json_object_set_boolean_member (object, "guessed", swing->guessed);
  mz_json_put_real (object, "mean_low", swing->mean_low);
  mz_json_put_real (object, "mean_high", swing->mean_high);
  if (swing->has_tail)
    {
      mz_json_put_real (object, "p95_low", swing->tail_low);
      mz_json_put_real (object, "p95_high", swing->tail_high);
    }
  return object;
}

JsonNode *
mz_loss_to_json (const MzAnalysis *analysis)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzLoss) loss = mz_loss_new (analysis, &error);
  JsonObject *object = json_object_new ();
  if (loss == NULL)
    {
      mz_json_put_text (object, "reason", error->message);
      return mz_json_take_object (object);
    }
  Source source = {analysis, loss};
  json_object_set_int_member (object, "seed", (gint64)loss->seed);
  json_object_set_int_member (object, "trials", (gint64)loss->trials);
  if (loss->has_limit)
    json_object_set_int_member (object, "loss_limit_yen", loss->limit);
  if (loss->has_probability)
    mz_json_put_real (object, "accepted_probability", loss->probability);
  mz_json_put_list (object, "scenarios", loss->scenarios, scenario_to_json, &source);
  mz_json_put_list (object, "sensitivity", loss->swings, swing_to_json, (gpointer)analysis);
  mz_json_put_list (object, "warnings", loss->warnings, mz_json_finding, NULL);
  return mz_json_take_object (object);
}
