/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Scenarios: which steps each contains, and their results. "Do nothing" is always among them: the record that is marked
 * so, else one that is made up at the head of the list. It has no steps, whatever options somebody gave it. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

static void
step_money_free (MzStepMoney *self)
{
  mz_figure_clear (&self->cost);
  mz_figure_clear (&self->avoided);
  g_object_unref (self->step);
  g_object_unref (self->option);
  g_free (self);
}

static void
scenario_free (MzScenarioResult *self)
{
  MzFigure *figures[] = {&self->investment_this_year,
                         &self->total_investment,
                         &self->running,
                         &self->avoided,
                         &self->ale,
                         &self->npv,
                         &self->roi,
                         &self->rosi,
                         &self->needed.headline,
                         &self->needed.by_contribution,
                         &self->needed.by_profit,
                         &self->over_budget_this_year,
                         &self->over_budget_yearly};

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    mz_figure_clear (figures[i]);
  g_clear_pointer (&self->residuals, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_free (self->flow_reason);
  g_free (self->id);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self);
}

static gboolean
omits (MzWork *self, const MzScenarioResult *scenario, MzRecord *step)
{
  g_autoptr (GPtrArray) omissions =
      mz_model_referring (self->result.model, "scenario_omission", "step", mz_record_id (step));

  for (guint i = 0; i < omissions->len; i++)
    if (g_strcmp0 (mz_record_text (g_ptr_array_index (omissions, i), "scenario"), scenario->id) ==
        0)
      return TRUE;
  return FALSE;
}

static void
add_steps (MzWork *self, MzScenarioResult *scenario, MzRecord *option)
{
  g_autoptr (GPtrArray) steps =
      mz_model_referring (self->result.model, "step", "option", mz_record_id (option));

  for (guint i = 0; i < steps->len; i++)
    {
      MzStepMoney *money;

      if (omits (self, scenario, g_ptr_array_index (steps, i)))
        continue;
      money = g_new0 (MzStepMoney, 1);
      money->step = g_object_ref (g_ptr_array_index (steps, i));
      money->option = g_object_ref (option);
      g_ptr_array_add (scenario->steps, money);
    }
}

/* The steps of all options of the scenario, option by option, less those that it leaves out. */
static void
set_steps (MzWork *self, MzScenarioResult *scenario)
{
  g_autoptr (GPtrArray) joints = NULL;

  scenario->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)step_money_free);
  if (scenario->baseline)
    return;
  joints = mz_model_referring (self->result.model, "scenario_option", "scenario", scenario->id);
  for (guint i = 0; i < joints->len; i++)
    {
      MzRecord *option =
          mz_model_referred (self->result.model, g_ptr_array_index (joints, i), "option");

      if (option != NULL)
        add_steps (self, scenario, option);
    }
}

/* Whether every risk that comes from @gap is acted on, and every step that is linked to it is in the scenario. */
static gboolean
closes (MzWork *self, const MzScenarioResult *scenario, const MzGap *gap, GHashTable *starts)
{
  g_autoptr (GPtrArray) risks = mz_work_risks_of_gap (self, gap->record);
  g_autoptr (GPtrArray) steps =
      mz_neighbours_of_kind (self->result.model, gap->record, "step", FALSE);

  if (risks->len + steps->len == 0 || (gap->known && gap->gap == 0))
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!g_hash_table_contains (starts, g_ptr_array_index (steps, i)))
      return FALSE;
  for (guint i = 0; i < risks->len; i++)
    {
      guint index =
          GPOINTER_TO_UINT (g_hash_table_lookup (self->risk_of, g_ptr_array_index (risks, i)));
      const MzResidual *residual = g_ptr_array_index (scenario->residuals, index - 1);

      if (residual->steps->len == 0)
        return FALSE;
    }
  return TRUE;
}

static void
add_scenario (MzWork *self, MzRecord *record)
{
  MzScenarioResult *scenario = g_new0 (MzScenarioResult, 1);
  g_autoptr (GHashTable) starts = NULL;

  if (record != NULL)
    {
      scenario->record = g_object_ref (record);
      scenario->id = g_strdup (mz_record_id (record));
      scenario->name = mz_record_title (record);
      scenario->short_name = mz_record_has (record, "code")
                                 ? g_strdup (mz_record_text (record, "code"))
                                 : g_strdup (scenario->name);
      scenario->baseline = mz_record_flag (record, "baseline");
      scenario->recommended = mz_record_flag (record, "recommended");
    }
  else
    {
      scenario->id = g_strdup ("");
      scenario->name = g_strdup (_ ("Do nothing"));
      scenario->short_name = g_strdup (scenario->name);
      scenario->baseline = TRUE;
    }
  set_steps (self, scenario);
  starts = mz_work_effect_starts (self, scenario);
  mz_work_residuals (self, scenario, starts);
  mz_work_money (self, scenario, starts);
  for (guint i = 0; i < self->result.gaps->len; i++)
    if (closes (self, scenario, g_ptr_array_index (self->result.gaps, i), starts))
      scenario->gaps_closed++;
  g_ptr_array_add (self->result.scenarios, scenario);
}

void
mz_work_scenarios (MzWork *self)
{
  MzRecord *record;
  gboolean has_baseline = FALSE;

  self->result.scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify)scenario_free);
  for (guint i = 0; (record = mz_model_nth (self->result.model, "scenario", i)) != NULL; i++)
    has_baseline = has_baseline || mz_record_flag (record, "baseline");
  if (!has_baseline)
    add_scenario (self, NULL);
  for (guint i = 0; (record = mz_model_nth (self->result.model, "scenario", i)) != NULL; i++)
    add_scenario (self, record);
}
