/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Findings about options, steps, amounts, effects and scenarios. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

static void
check_step (MzWork *self, MzRecord *step)
{
  MzRecord *before = mz_model_referred (self->result.model, step, "predecessor");
  gint64 from = mz_record_integer (step, "from_year", 0);
  g_autofree char *title = mz_record_label (step);
  g_autofree char *earlier = NULL;
  gint64 end;

  if (mz_record_has (step, "to_year") && mz_record_integer (step, "to_year", 0) < from)
    mz_work_find (self, "years_backwards", MZ_FINDING_ERROR, step, "to_year",
                  g_strdup_printf (_ ("“%s” ends before it begins."), title));
  if (before == NULL)
    return;
  /* Years are coarse: a step may begin in the year in which the one before it ends. One that goes on to the end of the
   * plan, such as upkeep, need only have begun. */
  end = mz_record_integer (before, "to_year", mz_record_integer (before, "from_year", 0));
  earlier = mz_record_label (before);
  if (from < end)
    mz_work_find (self, "before_predecessor", MZ_FINDING_WARNING, step, "from_year",
                  g_strdup_printf (_ ("“%s” begins before “%s” ends, which it comes after."), title,
                                   earlier));
}

static void
check_amount (MzWork *self, MzRecord *amount)
{
  gint64 from = mz_record_integer (amount, "from_year", 0);
  g_autofree char *title = mz_record_label (amount);

  if (mz_record_has (amount, "to_year") && mz_record_integer (amount, "to_year", 0) < from)
    mz_work_find (self, "years_backwards", MZ_FINDING_ERROR, amount, "to_year",
                  g_strdup_printf (_ ("The amount “%s” ends before it begins."), title));
  else if (from > self->result.horizon)
    mz_work_find (self, "beyond_horizon", MZ_FINDING_WARNING, amount, "from_year",
                  g_strdup_printf (_ ("The amount “%s” begins after the last year of the plan, %d, "
                                      "and does not count."),
                                   title, self->result.horizon));
  if (mz_record_choice_is (amount, "kind", "investment") &&
      mz_record_integer (amount, "amount", 0) < 0)
    mz_work_find (self, "negative_investment", MZ_FINDING_ERROR, amount, "amount",
                  g_strdup_printf (_ ("The investment “%s” must not be negative."), title));
}

static void
check_effect (MzWork *self, MzRecord *effect)
{
  MzRecord *step = mz_model_referred (self->result.model, effect, "step");
  MzRecord *risk = mz_model_referred (self->result.model, effect, "risk");
  g_autofree char *from = step != NULL ? mz_record_label (step) : g_strdup ("");
  g_autofree char *to = risk != NULL ? mz_record_label (risk) : g_strdup ("");
  gboolean rated = mz_record_has (effect, "likelihood") || mz_record_has (effect, "impact");

  if (mz_record_level (effect, "likelihood") > self->result.scale.n_likelihood ||
      mz_record_level (effect, "impact") > self->result.scale.n_impact)
    mz_work_find (
        self, "rating_outside", MZ_FINDING_ERROR, effect, "likelihood",
        g_strdup_printf (_ ("“%s” rates “%s” at a level that its axis does not have."), from, to));
  if (mz_record_has (effect, "frequency_cut") || mz_record_has (effect, "loss_cut"))
    return;
  if (rated)
    mz_work_find (self, "effect_without_numbers", MZ_FINDING_WARNING, effect, "frequency_cut",
                  g_strdup_printf (_ ("“%s” rates “%s” anew, but does not say by how much it cuts "
                                      "its frequency or loss: no avoided loss is counted."),
                                   from, to));
  else
    mz_work_find (self, "effect_empty", MZ_FINDING_WARNING, effect, NULL,
                  g_strdup_printf (_ ("“%s” acts on “%s”, but does not say how."), from, to));
}

static void
check_option (MzWork *self, MzRecord *option)
{
  g_autofree char *title = mz_record_label (option);

  if (mz_record_choice_is (option, "trigger", "lowers_other") &&
      !mz_record_has (option, "lowered_risk"))
    mz_work_find (self, "lowered_risk_missing", MZ_FINDING_WARNING, option, "lowered_risk",
                  g_strdup_printf (_ ("“%s” lowers another risk: name it."), title));
}

static void
check_residuals (MzWork *self, const MzScenarioResult *scenario)
{
  for (guint i = 0; i < scenario->residuals->len; i++)
    {
      const MzResidual *residual = g_ptr_array_index (scenario->residuals, i);
      const MzRisk *risk = g_ptr_array_index (self->result.risks, i);
      g_autofree char *title = NULL;

      if (!residual->rating.known || !risk->current.known ||
          residual->rating.value <= risk->current.value)
        continue;
      title = mz_record_label (risk->record);
      mz_work_find (self, "residual_above_current", MZ_FINDING_WARNING, risk->record, "likelihood",
                    g_strdup_printf (_ ("“%s” is rated %d now and %d after “%s”, which would make "
                                        "it worse."),
                                     title, risk->current.value, residual->rating.value,
                                     scenario->name));
    }
}

/* A plan that invests until its last year never comes to avoid anything. */
static gboolean
begins_too_late (MzWork *self, const MzScenarioResult *scenario)
{
  return scenario->flow_known && scenario->avoided.known && scenario->avoided.real > 0 &&
         scenario->flow.kind_totals[MZ_CASH_AVOIDED] == 0;
}

static void
check_budget (MzWork *self, const MzScenarioResult *scenario)
{
  if (!scenario->recommended)
    return;
  if (scenario->over_budget_this_year.known && scenario->over_budget_this_year.yen > 0)
    mz_work_find (
        self, "over_budget", MZ_FINDING_WARNING, scenario->record, NULL,
        g_strdup_printf (_ ("“%s” costs more this year than the budget gives."), scenario->name));
  if (scenario->over_budget_yearly.known && scenario->over_budget_yearly.yen > 0)
    mz_work_find (
        self, "over_budget", MZ_FINDING_WARNING, scenario->record, NULL,
        g_strdup_printf (_ ("“%s” costs more a year than the budget gives."), scenario->name));
}

static void
check_scenario (MzWork *self, const MzScenarioResult *scenario)
{
  if (scenario->baseline && scenario->record != NULL)
    {
      g_autoptr (GPtrArray) options =
          mz_model_referring (self->result.model, "scenario_option", "scenario", scenario->id);

      if (options->len > 0)
        mz_work_find (self, "baseline_with_options", MZ_FINDING_ERROR, scenario->record, "baseline",
                      g_strdup_printf (_ ("“%s” stands for doing nothing; its options do not "
                                          "count."),
                                       scenario->name));
      return;
    }
  check_residuals (self, scenario);
  check_budget (self, scenario);
  if (!scenario->baseline && !scenario->flow_known)
    mz_work_find (self, "flow_unknown", MZ_FINDING_WARNING, scenario->record, NULL,
                  g_strdup (scenario->flow_reason));
  if (begins_too_late (self, scenario))
    mz_work_find (self, "benefit_after_horizon", MZ_FINDING_WARNING, scenario->record, NULL,
                  g_strdup_printf (_ ("“%s” invests until the last year of the plan, so that it "
                                      "avoids no loss within it."),
                                   scenario->name));
}

static void
check_marks (MzWork *self)
{
  guint n_baselines = 0, n_recommended = 0;

  for (guint i = 0; i < self->result.scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (self->result.scenarios, i);

      n_baselines += scenario->baseline;
      n_recommended += scenario->recommended;
      check_scenario (self, scenario);
      if (scenario->baseline && n_baselines == 2)
        mz_work_find (self, "several_baselines", MZ_FINDING_WARNING, scenario->record, "baseline",
                      g_strdup (_ ("More than one scenario stands for doing nothing; the first one "
                                   "is used.")));
      if (scenario->recommended && n_recommended == 2)
        mz_work_find (self, "several_recommended", MZ_FINDING_WARNING, scenario->record,
                      "recommended",
                      g_strdup (_ ("More than one scenario is proposed to the board; the first one "
                                   "is used.")));
    }
}

void
mz_work_find_plans (MzWork *self)
{
  MzModel *model = self->result.model;
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (model, "option", i)) != NULL; i++)
    check_option (self, record);
  for (guint i = 0; (record = mz_model_nth (model, "step", i)) != NULL; i++)
    check_step (self, record);
  for (guint i = 0; (record = mz_model_nth (model, "cash_flow", i)) != NULL; i++)
    check_amount (self, record);
  for (guint i = 0; (record = mz_model_nth (model, "effect", i)) != NULL; i++)
    check_effect (self, record);
  check_marks (self);
}
