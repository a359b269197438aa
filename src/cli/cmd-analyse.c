/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `analyse`: every result of the method, for reading or as JSON. */

#include "config.h"

#include "figures.h"
#include "json-tools.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MzCall *call;
  const MzAnalysis *analysis;
  const MzScenarioResult *scenario;
  MzMoneyUnit unit;
} View;

static void
heading (View *view, const char *title)
{
  mz_cli_print (view->call, "\n%s\n", title);
}

static void
print_conclusions (View *view)
{
  MzModel *model = view->analysis->model;
  const MzLevels *levels = &view->analysis->levels;
  heading (view, _ ("Conclusions from the context"));
  for (guint i = 0; i < mz_model_count (model, "conclusion"); i++)
    {
      MzRecord *record = mz_model_nth (model, "conclusion", i);
      g_autofree char *title = mz_record_title (record);
      const char *text = mz_record_text (record, "text");
      mz_cli_print (view->call, "  %s: %s\n", title, text == NULL ? "–" : text);
    }
  if (levels->minimum > 0)
    mz_cli_print (view->call, _ ("  Minimum level: %d\n"), levels->minimum);
  if (levels->target > 0)
    mz_cli_print (view->call, _ ("  Target level: %d\n"), levels->target);
}

static char *
level_text (int level)
{
  return level < 0 ? g_strdup ("–") : g_strdup_printf ("%d", level);
}

static void
print_gaps (View *view)
{
  g_autoptr (MzTextTable) table = mz_text_table_new (_ ("Aspect"), _ ("#Now"), _ ("#Target"),
                                                     _ ("#Gap"), _ ("#Damage, likely"), NULL);
  for (guint i = 0; i < view->analysis->gaps->len; i++)
    {
      const MzGap *gap = g_ptr_array_index (view->analysis->gaps, i);
      g_autofree char *title = mz_record_title (gap->record);
      g_autofree char *now = level_text (gap->current);
      g_autofree char *target = level_text (gap->target);
      g_autofree char *difference = gap->known ? level_text (gap->gap) : g_strdup ("–");
      g_autofree char *damage = mz_figure_text (&gap->likely, view->unit);
      mz_text_table_add (table, title, now, target, difference, damage, NULL);
    }
  heading (view, _ ("Gaps"));
  mz_text_table_print (table, view->call);
}

static void
print_damages (View *view)
{
  g_autoptr (MzTextTable) table =
      mz_text_table_new (_ ("Class"), _ ("#Low"), _ ("#Likely"), _ ("#High"), NULL);
  for (guint i = 0; i < view->analysis->damage_classes->len; i++)
    {
      const MzDamageClass *class = g_ptr_array_index (view->analysis->damage_classes, i);
      g_autofree char *low = mz_figure_text (&class->low, view->unit);
      g_autofree char *likely = mz_figure_text (&class->likely, view->unit);
      g_autofree char *high = mz_figure_text (&class->high, view->unit);
      mz_text_table_add (table, class->label, low, likely, high, NULL);
    }
  heading (view, _ ("Damages by class, effect on profit"));
  mz_text_table_print (table, view->call);
}

static void
print_risks (View *view)
{
  g_autoptr (MzTextTable) table =
      mz_text_table_new (_ ("Risk"), _ ("Inherent"), _ ("Current"), _ ("Residual"), _ ("Verdict"),
                         _ ("#Loss a year"), _ ("#Afterwards"), NULL);
  for (guint i = 0; i < view->analysis->risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (view->analysis->risks, i);
      const MzResidual *residual = mz_analysis_residual (view->scenario, i);
      g_autofree char *label = mz_record_label (risk->record);
      g_autofree char *inherent = mz_rating_text (view->analysis, &risk->inherent);
      g_autofree char *current = mz_rating_text (view->analysis, &risk->current);
      g_autofree char *after = mz_rating_text (view->analysis, &residual->rating);
      g_autofree char *ale = mz_figure_text (&risk->ale, view->unit);
      g_autofree char *left = mz_figure_text (&residual->ale, view->unit);
      mz_text_table_add (table, label, inherent, current, after,
                         mz_verdict_label (residual->rating.verdict), ale, left, NULL);
    }
  g_autofree char *title = g_strdup_printf (_ ("Risks; residual under “%s”"), view->scenario->name);
  heading (view, title);
  mz_text_table_print (table, view->call);
}

static char *
yen_text (View *view, gint64 yen)
{
  const MzFigure figure = {.known = TRUE, .yen = yen};
  return mz_figure_text (&figure, view->unit);
}

static void
print_flow (View *view)
{
  const MzScenarioResult *scenario = view->scenario;
  g_autofree char *title = g_strdup_printf (_ ("Money by year under “%s”"), scenario->name);
  heading (view, title);
  if (!scenario->flow_known)
    {
      mz_cli_print (view->call, "  %s\n", scenario->flow_reason);
      return;
    }
  g_autoptr (MzTextTable) table =
      mz_text_table_new (_ ("#Year"), _ ("#Investment"), _ ("#Running cost"), _ ("#Avoided loss"),
                         _ ("#Extra sales"), _ ("#Flow"), _ ("#Cumulative"), NULL);
  for (int t = 0; t <= scenario->flow.horizon; t++)
    {
      const gint64 amounts[] = {scenario->flow.by_kind[MZ_CASH_INVESTMENT][t],
                                scenario->flow.by_kind[MZ_CASH_RUNNING][t],
                                scenario->flow.by_kind[MZ_CASH_AVOIDED][t],
                                scenario->flow.by_kind[MZ_CASH_REVENUE][t],
                                scenario->taxed ? scenario->tax.after_tax[t]
                                                : scenario->flow.flows[t],
                                scenario->cumulative[t]};
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (cells, g_strdup_printf ("%d", t));
      for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
        g_ptr_array_add (cells, yen_text (view, amounts[i]));
      mz_text_table_take (table, cells);
    }
  mz_text_table_print (table, view->call);
}

static void
line (View *view, const char *label, char *value)
{
  mz_cli_print (view->call, "  %s: %s\n", label, value);
  g_free (value);
}

static void
print_result (View *view)
{
  const MzScenarioResult *scenario = view->scenario;
  MzMoneyUnit unit = view->unit;
  heading (view, _ ("What it comes to"));
  line (view, _ ("Asked for this year"), mz_figure_text (&scenario->investment_this_year, unit));
  line (view, _ ("Running cost a year"), mz_figure_text (&scenario->running, unit));
  line (view, _ ("Expected loss a year now"), mz_figure_text (&view->analysis->ale, unit));
  line (view, _ ("Expected loss a year afterwards"), mz_figure_text (&scenario->ale, unit));
  line (view, _ ("Payback"), mz_payback_text (scenario));
  line (view, _ ("Net present value"), mz_figure_text (&scenario->npv, unit));
  line (view, _ ("Internal rate of return"), mz_irr_text (scenario));
  line (view, _ ("Return on investment"), mz_ratio_text (&scenario->roi));
  line (view, _ ("Return on security investment"), mz_ratio_text (&scenario->rosi));
  line (view, _ ("Sales needed to keep today's profit"),
        mz_figure_text (&scenario->needed.headline, unit));
}

static void
print_loss (View *view)
{
  g_autoptr (MzSimulation) simulation = mz_cli_simulate (view->analysis, view->scenario);
  static const gint64 ppm[] = {500000, 900000, 950000, 990000};
  heading (view, _ ("Yearly loss, simulated; all risks and years independent"));
  if (simulation == NULL)
    {
      mz_cli_print (view->call, "  %s\n", _ ("No risk has both a frequency and a loss."));
      return;
    }
  const MzLossStatistics *statistics = mz_simulation_get_statistics (simulation);
  for (guint i = 0; i < G_N_ELEMENTS (ppm); i++)
    {
      MzLossPercentile found;
      gint64 yen;
      if (!mz_loss_statistics_percentile (statistics, ppm[i], &found, NULL) ||
          !mz_money_from_double (found.value, &yen, NULL))
        continue;
      g_autofree char *amount = yen_text (view, yen);
      mz_cli_print (view->call, _ ("  In %d of 100 years at most: %s\n"), (int)(ppm[i] / 10000),
                    amount);
    }
  mz_cli_print (view->call, _ ("  Seed %llu, %llu years\n"),
                (unsigned long long)mz_simulation_get_seed (simulation),
                (unsigned long long)mz_simulation_get_trials (simulation));
}

static void
print_findings (View *view)
{
  heading (view, _ ("To look at"));
  if (view->analysis->findings->len == 0)
    mz_cli_print (view->call, "  %s\n", _ ("Nothing."));
  for (guint i = 0; i < view->analysis->findings->len; i++)
    {
      const MzFinding *finding = g_ptr_array_index (view->analysis->findings, i);
      mz_cli_print (view->call, "  %s\n", finding->message);
    }
  if (view->analysis->assumptions->len > 0)
    mz_cli_print (view->call, "\n%s\n", _ ("* rests on an illustrative assumption"));
}

int
mz_cmd_analyse (MzCall *call)
{
  int status = MZ_CLI_DONE;
  g_autoptr (MzModel) model = mz_cli_load (call->arguments[0], &status);
  if (model == NULL)
    return status;
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  const MzScenarioResult *scenario =
      mz_cli_scenario (analysis, mz_call_option (call, "scenario"), call->arguments[0], &status);
  if (scenario == NULL)
    return status;
  if (mz_call_has (call, "json"))
    {
      g_autoptr (JsonNode) node = mz_analysis_to_json (analysis, scenario);
      return mz_cli_print_json (call, node);
    }
  View view = {call, analysis, scenario, mz_cli_unit (model)};
  g_autofree char *name = mz_record_title (mz_model_single (model, "organisation"));
  mz_cli_print (call, "%s\n", name);
  mz_cli_print (call, _ ("Unit of money: %s\n"), mz_money_unit_label (view.unit));
  print_conclusions (&view);
  print_gaps (&view);
  print_damages (&view);
  print_risks (&view);
  print_flow (&view);
  print_result (&view);
  print_loss (&view);
  print_findings (&view);
  return MZ_CLI_DONE;
}
