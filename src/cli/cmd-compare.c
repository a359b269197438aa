/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `compare`: scenarios of one document side by side, or two documents field by field. */

#include "config.h"

#include "figures.h"
#include "json-tools.h"

#include "mezasu/comparison.h"

#include <glib/gi18n-lib.h>

/* The scenarios that were asked for, all by default, "do nothing" always among them. */
static GPtrArray *
choose (const MzAnalysis *analysis, const char *names, const char *file, int *status)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_auto (GStrv) words = g_strsplit (names == NULL ? "" : names, ",", -1);
  for (guint i = 0; names == NULL && i < analysis->scenarios->len; i++)
    g_ptr_array_add (chosen, g_ptr_array_index (analysis->scenarios, i));
  for (guint i = 0; names != NULL && words[i] != NULL; i++)
    {
      const MzScenarioResult *scenario =
          mz_cli_scenario (analysis, g_strstrip (words[i]), file, status);
      if (scenario == NULL)
        return NULL;
      if (!g_ptr_array_find (chosen, scenario, NULL))
        g_ptr_array_add (chosen, (gpointer)scenario);
    }
  const MzScenarioResult *baseline = mz_analysis_baseline (analysis);
  if (baseline != NULL && !g_ptr_array_find (chosen, baseline, NULL))
    g_ptr_array_insert (chosen, 0, (gpointer)baseline);
  return g_steal_pointer (&chosen);
}

static void
print_table (MzCall *call, const MzComparison *comparison, MzMoneyUnit unit)
{
  g_autoptr (MzTextTable) table = mz_text_table_new ("", NULL);
  for (guint i = 0; i < comparison->n_scenarios; i++)
    {
      g_autofree char *heading =
          g_strconcat ("#", mz_comparison_scenario (comparison, i)->short_name, NULL);
      mz_text_table_add_heading (table, heading);
    }
  for (guint row = 0; row < MZ_N_CRITERIA; row++)
    {
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (cells, g_strdup (_ (mz_criterion_info (row)->label)));
      for (guint i = 0; i < comparison->n_scenarios; i++)
        g_ptr_array_add (cells, mz_comparison_text (comparison, i, row, unit));
      mz_text_table_take (table, cells);
    }
  mz_text_table_print (table, call);
}

static void
print_scenarios (MzCall *call, const MzComparison *comparison, MzMoneyUnit unit)
{
  g_autoptr (GPtrArray) verdicts = mz_comparison_verdicts (comparison);
  for (guint i = 0; i < comparison->n_scenarios; i++)
    {
      const MzScenarioResult *scenario = mz_comparison_scenario (comparison, i);
      mz_cli_print (call, "%s: %s\n", scenario->short_name, scenario->name);
    }
  mz_cli_print (call, _ ("Unit of money: %s\n\n"), mz_money_unit_label (unit));
  print_table (call, comparison, unit);
  for (guint i = 0; i < verdicts->len; i++)
    mz_cli_print (call, "\n%s\n", (const char *)g_ptr_array_index (verdicts, i));
}

static JsonArray *
verdicts_to_json (const MzComparison *comparison)
{
  JsonArray *array = json_array_new ();
  for (guint a = 0; a < comparison->n_scenarios; a++)
    for (guint b = a + 1; b < comparison->n_scenarios; b++)
      {
        JsonObject *object = json_object_new ();
        g_autofree char *verdict = mz_comparison_verdict (comparison, a, b);
        mz_json_put_text (object, "first", mz_comparison_scenario (comparison, a)->short_name);
        mz_json_put_text (object, "second", mz_comparison_scenario (comparison, b)->short_name);
        mz_json_put_text (object, "verdict", verdict);
        json_array_add_object_element (array, object);
      }
  return array;
}

static int
compare_scenarios (MzCall *call, const char *path)
{
  int status = MZ_CLI_DONE;
  g_autoptr (MzModel) model = mz_cli_load (path, &status);
  if (model == NULL)
    return status;
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (GPtrArray) chosen =
      choose (analysis, mz_call_option (call, "scenarios"), path, &status);
  if (chosen == NULL)
    return status;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (ids, ((MzScenarioResult *)g_ptr_array_index (chosen, i))->id);
  g_ptr_array_add (ids, NULL);
  gboolean json = mz_call_has (call, "json");
  g_autoptr (MzLoss) loss = json ? NULL : mz_loss_new (analysis, NULL);
  g_autoptr (MzComparison) comparison =
      mz_comparison_new (analysis, loss, (const char *const *)ids->pdata);
  if (json)
    {
      JsonObject *object = json_object_new ();
      mz_json_put_list (object, "scenarios", chosen, mz_json_scenario, analysis);
      json_object_set_array_member (object, "verdicts", verdicts_to_json (comparison));
      g_autoptr (JsonNode) node = mz_json_take_object (object);
      return mz_cli_print_json (call, node);
    }
  print_scenarios (call, comparison, mz_cli_unit (model));
  return MZ_CLI_DONE;
}

int
mz_cmd_compare (MzCall *call)
{
  gboolean differ;
  if (call->n_arguments == 1)
    return compare_scenarios (call, call->arguments[0]);
  if (mz_call_has (call, "scenarios"))
    return mz_cli_usage (_ ("--scenarios is for one document, not for two."));
  return mz_cli_compare_files (call, call->arguments[0], call->arguments[1], &differ);
}
