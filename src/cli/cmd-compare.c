/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `compare`: scenarios of one document side by side, or two documents field by field. */

#include "config.h"

#include "figures.h"
#include "json-tools.h"

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

/* The loss that 95 of 100 simulated years stay within. */
static gboolean
p95 (const MzAnalysis *analysis, const MzScenarioResult *scenario, double *value)
{
  g_autoptr (MzSimulation) simulation = mz_cli_simulate (analysis, scenario);
  MzLossPercentile found;
  if (simulation == NULL || !mz_loss_statistics_percentile (
                                mz_simulation_get_statistics (simulation), 950000, &found, NULL))
    return FALSE;
  *value = found.value;
  return TRUE;
}

typedef struct
{
  const MzAnalysis *analysis;
  const MzScenarioResult *scenario;
  MzMoneyUnit unit;
} Cell;

static char *
total_investment (const Cell *cell)
{
  return mz_figure_text (&cell->scenario->total_investment, cell->unit);
}

static char *
running (const Cell *cell)
{
  return mz_figure_text (&cell->scenario->running, cell->unit);
}

static char *
avoided (const Cell *cell)
{
  return mz_figure_text (&cell->scenario->avoided, cell->unit);
}

static char *
max_band (const Cell *cell)
{
  int band = mz_scale_band (&cell->analysis->scale, cell->scenario->max_value);
  if (cell->scenario->max_value == 0)
    return g_strdup ("–");
  return g_strdup_printf ("%d %s", cell->scenario->max_value,
                          band < 0 ? "" : cell->analysis->scale.bands[band].name);
}

static char *
ale (const Cell *cell)
{
  return mz_figure_text (&cell->scenario->ale, cell->unit);
}

static char *
bad_year (const Cell *cell)
{
  double value;
  MzFigure figure = {0};
  figure.known = p95 (cell->analysis, cell->scenario, &value) &&
                 mz_money_from_double (value, &figure.yen, NULL);
  return mz_figure_text (&figure, cell->unit);
}

static char *
npv (const Cell *cell)
{
  return mz_figure_text (&cell->scenario->npv, cell->unit);
}

static char *
payback (const Cell *cell)
{
  return mz_payback_text (cell->scenario);
}

static char *
irr (const Cell *cell)
{
  return mz_irr_text (cell->scenario);
}

static char *
rosi (const Cell *cell)
{
  return mz_ratio_text (&cell->scenario->rosi);
}

static char *
needed (const Cell *cell)
{
  return mz_figure_text (&cell->scenario->needed.headline, cell->unit);
}

static char *
gaps_closed (const Cell *cell)
{
  return g_strdup_printf ("%u", cell->scenario->gaps_closed);
}

static const struct
{
  const char *label;
  char *(*text) (const Cell *cell);
} rows[] = {
    {N_ ("Total investment"), total_investment},
    {N_ ("Running cost a year"), running},
    {N_ ("Avoided loss a year"), avoided},
    {N_ ("Highest residual risk"), max_band},
    {N_ ("Expected loss a year afterwards"), ale},
    {N_ ("Loss in a 1-in-20 year"), bad_year},
    {N_ ("Net present value"), npv},
    {N_ ("Payback"), payback},
    {N_ ("Internal rate of return"), irr},
    {N_ ("Return on security investment"), rosi},
    {N_ ("Sales needed to keep today's profit"), needed},
    {N_ ("Gaps closed"), gaps_closed},
};

static void
print_scenarios (MzCall *call, const MzAnalysis *analysis, GPtrArray *chosen)
{
  g_autoptr (MzTextTable) table = mz_text_table_new ("", NULL);
  for (guint i = 0; i < chosen->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (chosen, i);
      g_autofree char *heading = g_strconcat ("#", scenario->short_name, NULL);
      mz_text_table_add_heading (table, heading);
    }
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (cells, g_strdup (_ (rows[row].label)));
      for (guint i = 0; i < chosen->len; i++)
        {
          Cell cell = {analysis, g_ptr_array_index (chosen, i), mz_cli_unit (analysis->model)};
          g_ptr_array_add (cells, rows[row].text (&cell));
        }
      mz_text_table_take (table, cells);
    }
  for (guint i = 0; i < chosen->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (chosen, i);
      mz_cli_print (call, "%s: %s\n", scenario->short_name, scenario->name);
    }
  mz_cli_print (call, _ ("Unit of money: %s\n\n"),
                mz_money_unit_label (mz_cli_unit (analysis->model)));
  mz_text_table_print (table, call);
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
  if (mz_call_has (call, "json"))
    {
      JsonObject *object = json_object_new ();
      mz_json_put_list (object, "scenarios", chosen, mz_json_scenario, analysis);
      g_autoptr (JsonNode) node = mz_json_take_object (object);
      return mz_cli_print_json (call, node);
    }
  print_scenarios (call, analysis, chosen);
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
