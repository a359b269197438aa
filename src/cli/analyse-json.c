/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Every result of the method as JSON. Members are named like those of MzAnalysis; every figure names its sources. */

#include "config.h"

#include "json-tools.h"

static JsonObject *
criteria_to_json (const MzScale *scale)
{
  JsonObject *object = json_object_new ();
  JsonArray *bands = json_array_new (), *grid = json_array_new ();
  for (int i = 0; i < scale->n_bands; i++)
    {
      JsonObject *band = json_object_new ();
      json_object_set_string_member (band, "name", scale->bands[i].name);
      json_object_set_int_member (band, "severity", scale->bands[i].severity);
      json_object_set_int_member (band, "value_from", scale->bands[i].value_from);
      json_array_add_object_element (bands, band);
    }
  for (int i = 0; i < scale->n_likelihood; i++)
    {
      JsonArray *row = json_array_new ();
      for (int j = 0; j < scale->n_impact; j++)
        json_array_add_int_element (row, scale->values[i][j]);
      json_array_add_array_element (grid, row);
    }
  json_object_set_string_member (object, "scheme", scale->scheme);
  json_object_set_array_member (object, "values", grid);
  json_object_set_array_member (object, "bands", bands);
  if (scale->has_appetite)
    json_object_set_int_member (object, "appetite", scale->appetite);
  if (scale->has_tolerance)
    json_object_set_int_member (object, "tolerance", scale->tolerance);
  return object;
}

static JsonObject *
levels_to_json (const MzLevels *levels)
{
  JsonObject *object = json_object_new ();
  if (levels->minimum > 0)
    json_object_set_int_member (object, "minimum", levels->minimum);
  else
    json_object_set_null_member (object, "minimum");
  if (levels->target > 0)
    json_object_set_int_member (object, "target", levels->target);
  else
    json_object_set_null_member (object, "target");
  mz_json_put_ids (object, "minimum_by", levels->minimum_by);
  mz_json_put_ids (object, "target_by", levels->target_by);
  mz_json_put_ids (object, "open_entries", levels->open_entries);
  return object;
}

static JsonArray *
conclusions_to_json (MzModel *model)
{
  JsonArray *list = json_array_new ();
  for (guint i = 0; i < mz_model_count (model, "conclusion"); i++)
    {
      MzRecord *record = mz_model_nth (model, "conclusion", i);
      JsonObject *object = json_object_new ();
      json_object_set_string_member (object, "id", mz_record_id (record));
      mz_json_put_text (object, "question", mz_record_text (record, "question"));
      mz_json_put_text (object, "text", mz_record_text (record, "text"));
      json_array_add_object_element (list, object);
    }
  return list;
}

static JsonObject *
gap_to_json (gconstpointer item, gpointer data)
{
  const MzGap *gap = item;
  JsonObject *object = json_object_new ();
  mz_json_add_record_members (object, gap->record);
  if (gap->current >= 0)
    json_object_set_int_member (object, "current", gap->current);
  if (gap->target >= 0)
    json_object_set_int_member (object, "target", gap->target);
  if (gap->known)
    {
      json_object_set_int_member (object, "difference", gap->difference);
      json_object_set_int_member (object, "gap", gap->gap);
      json_object_set_int_member (object, "surplus", gap->surplus);
    }
  mz_json_put_ids (object, "contexts", gap->contexts);
  mz_json_put_ids (object, "damages", gap->damages);
  mz_json_put_money (object, "low", &gap->low);
  mz_json_put_money (object, "likely", &gap->likely);
  mz_json_put_money (object, "high", &gap->high);
  return object;
}

static JsonObject *
damage_to_json (gconstpointer item, gpointer data)
{
  const MzDamage *damage = item;
  JsonObject *object = json_object_new ();
  mz_json_add_record_members (object, damage->record);
  json_object_set_boolean_member (object, "is_sales", damage->is_sales);
  mz_json_put_money (object, "low", &damage->low);
  mz_json_put_money (object, "likely", &damage->likely);
  mz_json_put_money (object, "high", &damage->high);
  mz_json_put_money (object, "lost_sales", &damage->lost_sales);
  mz_json_put_money (object, "per_person", &damage->per_person);
  return object;
}

static JsonObject *
damage_class_to_json (gconstpointer item, gpointer data)
{
  const MzDamageClass *class = item;
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "class", class->code);
  json_object_set_string_member (object, "label", class->label);
  json_object_set_boolean_member (object, "is_sales", class->is_sales);
  mz_json_put_money (object, "low", &class->low);
  mz_json_put_money (object, "likely", &class->likely);
  mz_json_put_money (object, "high", &class->high);
  return object;
}

JsonObject *
mz_rating_to_json (const MzAnalysis *analysis, const MzRating *rating)
{
  JsonObject *object = json_object_new ();
  json_object_set_boolean_member (object, "known", rating->known);
  if (!rating->known)
    return object;
  json_object_set_int_member (object, "likelihood", rating->likelihood);
  json_object_set_int_member (object, "impact", rating->impact);
  json_object_set_int_member (object, "value", rating->value);
  mz_json_put_text (object, "band",
                    rating->band < 0 ? NULL : analysis->scale.bands[rating->band].name);
  json_object_set_string_member (object, "verdict", mz_verdict_name (rating->verdict));
  return object;
}

static JsonObject *
magnitude_to_json (const MzMagnitude *magnitude)
{
  JsonObject *object = json_object_new ();
  JsonArray *parameters = json_array_new ();
  for (guint i = 0; i < magnitude->n_parameters; i++)
    json_array_add_double_element (parameters, magnitude->parameters[i]);
  json_object_set_string_member (object, "magnitude", mz_magnitude_kind_name (magnitude->kind));
  json_object_set_array_member (object, "parameters", parameters);
  return object;
}

static JsonObject *
risk_to_json (gconstpointer item, gpointer data)
{
  const MzAnalysis *analysis = data;
  const MzRisk *risk = item;
  JsonObject *object = json_object_new ();
  mz_json_add_record_members (object, risk->record);
  json_object_set_object_member (object, "inherent", mz_rating_to_json (analysis, &risk->inherent));
  json_object_set_object_member (object, "current", mz_rating_to_json (analysis, &risk->current));
  json_object_set_object_member (object, "number_cell",
                                 mz_rating_to_json (analysis, &risk->number_cell));
  mz_json_put_number (object, "frequency", &risk->frequency);
  if (risk->has_magnitude)
    json_object_set_object_member (object, "magnitude", magnitude_to_json (&risk->magnitude));
  mz_json_put_money (object, "sle", &risk->sle);
  mz_json_put_money (object, "ale", &risk->ale);
  mz_json_put_ids (object, "damages", risk->damages);
  return object;
}

static JsonObject *
statement_to_json (gconstpointer item, gpointer data)
{
  const MzStatementLine *line = item;
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "line", line->code);
  json_object_set_string_member (object, "label", line->label);
  mz_json_put_money (object, "without", &line->without);
  mz_json_put_money (object, "with", &line->with);
  return object;
}

static JsonObject *
class_to_json (gconstpointer item, gpointer data)
{
  const MzClassLoss *class = item;
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "class", class->code);
  json_object_set_string_member (object, "label", class->label);
  json_object_set_int_member (object, "records", class->n_records);
  mz_json_put_money (object, "annual_loss", &class->annual_loss);
  return object;
}

static void
put_firm (JsonObject *object, const MzAnalysis *analysis)
{
  g_autofree char *name = mz_record_title (mz_model_single (analysis->model, "organisation"));
  json_object_set_string_member (object, "organisation", name);
  json_object_set_int_member (object, "horizon", analysis->horizon);
  mz_json_put_real (object, "discount_rate", analysis->discount_rate);
  mz_json_put_money (object, "sales", &analysis->sales);
  mz_json_put_money (object, "profit", &analysis->profit);
  mz_json_put_money (object, "gross_profit", &analysis->gross_profit);
  mz_json_put_money (object, "operating_profit", &analysis->operating_profit);
  mz_json_put_list (object, "statement", analysis->statement, statement_to_json, NULL);
  mz_json_put_record (object, "incident", analysis->incident);
}

JsonNode *
mz_analysis_to_json (const MzAnalysis *analysis, const MzScenarioResult *chosen)
{
  JsonObject *object = json_object_new ();
  put_firm (object, analysis);
  json_object_set_array_member (object, "conclusions", conclusions_to_json (analysis->model));
  json_object_set_object_member (object, "levels", levels_to_json (&analysis->levels));
  json_object_set_object_member (object, "criteria", criteria_to_json (&analysis->scale));
  mz_json_put_list (object, "gaps", analysis->gaps, gap_to_json, NULL);
  mz_json_put_list (object, "damages", analysis->damages, damage_to_json, NULL);
  mz_json_put_list (object, "damage_classes", analysis->damage_classes, damage_class_to_json, NULL);
  mz_json_put_list (object, "risks", analysis->risks, risk_to_json, (gpointer)analysis);
  mz_json_put_money (object, "ale", &analysis->ale);
  json_object_set_member (object, "simulation", mz_simulation_to_json (analysis, NULL));
  json_object_set_member (object, "loss", mz_loss_to_json (analysis));
  mz_json_put_text (object, "scenario", chosen == NULL ? NULL : chosen->id);
  mz_json_put_list (object, "scenarios", analysis->scenarios, mz_json_scenario, (gpointer)analysis);
  mz_json_put_list (object, "classes", analysis->classes, class_to_json, NULL);
  mz_json_put_list (object, "completeness", analysis->completeness, mz_json_completeness, NULL);
  mz_json_put_list (object, "findings", analysis->findings, mz_json_finding, NULL);
  mz_json_put_ids (object, "assumptions", analysis->assumptions);
  return mz_json_take_object (object);
}
