/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `info`: what is in a document. */

#include "config.h"

#include "command.h"
#include "json-tools.h"

#include "mezasu/json.h"

#include <glib/gi18n-lib.h>

static void
print_text (MzCall *call, const MzAnalysis *analysis, const char *digest)
{
  MzModel *model = analysis->model;
  const MzSchema *schema = mz_model_schema (model);
  g_autofree char *name = mz_record_title (mz_model_single (model, "organisation"));
  mz_cli_print (call, "%s\n\n", name);
  for (guint i = 0; i < schema->n_kinds; i++)
    if (!schema->kinds[i].singleton && mz_model_count (model, schema->kinds[i].name) > 0)
      mz_cli_print (call, "%6u  %s\n", mz_model_count (model, schema->kinds[i].name),
                    mz_translate (schema->kinds[i].plural));
  mz_cli_print (call, "\n%s\n", _ ("Scenarios:"));
  for (guint i = 0; i < analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, i);
      mz_cli_print (call, "  %s  %s\n", scenario->short_name, scenario->name);
    }
  mz_cli_print (call, "\n%s\n", _ ("Completeness:"));
  for (guint i = 0; i < analysis->completeness->len; i++)
    {
      const MzCompleteness *step = g_ptr_array_index (analysis->completeness, i);
      mz_cli_print (call, "  %3u / %-3u %s\n", step->met, step->total, step->label);
    }
  mz_cli_print (call, _ ("\nSchema version: %u\nDigest: %s\n"), schema->version, digest);
}

static JsonObject *
scenario_name (gconstpointer item, gpointer data)
{
  const MzScenarioResult *scenario = item;
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "id", scenario->id);
  json_object_set_string_member (object, "name", scenario->name);
  json_object_set_string_member (object, "short_name", scenario->short_name);
  json_object_set_boolean_member (object, "baseline", scenario->baseline);
  json_object_set_boolean_member (object, "recommended", scenario->recommended);
  return object;
}

static JsonNode *
to_json (const MzAnalysis *analysis, const char *digest)
{
  MzModel *model = analysis->model;
  const MzSchema *schema = mz_model_schema (model);
  g_autofree char *name = mz_record_title (mz_model_single (model, "organisation"));
  JsonObject *object = json_object_new (), *counts = json_object_new ();
  for (guint i = 0; i < schema->n_kinds; i++)
    json_object_set_int_member (counts, schema->kinds[i].name,
                                mz_model_count (model, schema->kinds[i].name));
  json_object_set_string_member (object, "organisation", name);
  json_object_set_object_member (object, "counts", counts);
  mz_json_put_list (object, "scenarios", analysis->scenarios, scenario_name, NULL);
  mz_json_put_list (object, "completeness", analysis->completeness, mz_json_completeness, NULL);
  json_object_set_int_member (object, "schema_version", schema->version);
  json_object_set_string_member (object, "digest", digest);
  return mz_json_take_object (object);
}

int
mz_cmd_info (MzCall *call)
{
  int status = MZ_CLI_DONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) model = mz_cli_load (call->arguments[0], &status);
  if (model == NULL)
    return status;
  g_autofree char *digest = mz_cli_digest (model, &error);
  if (digest == NULL)
    return mz_cli_fail (call->arguments[0], error);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  if (mz_call_has (call, "json"))
    {
      g_autoptr (JsonNode) node = to_json (analysis, digest);
      return mz_cli_print_json (call, node);
    }
  print_text (call, analysis, digest);
  return MZ_CLI_DONE;
}
