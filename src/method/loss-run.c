/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The inputs of a run, copied from an analysis, so that no thread but the analysis' own ever touches its model. */

#include "config.h"

#include "loss-private.h"

#include "mezasu/ratio.h"

/* How the loss of a risk divides between lost sales and one-off losses: as its damages do. */
static void
split (MzWork *work, const MzRisk *risk, MzLossRunRisk *to)
{
  double all = 0, contribution = 0, sales = 0;

  for (guint i = 0; i < risk->damages->len; i++)
    {
      const MzDamage *damage =
          g_hash_table_lookup (work->damage_of, g_ptr_array_index (risk->damages, i));

      if (!damage->likely.known)
        continue;
      all += damage->likely.real;
      if (!mz_damage_takes_sales (damage) || !damage->lost_sales.known)
        continue;
      contribution += damage->likely.real;
      sales += damage->lost_sales.real;
    }
  if (all <= 0 || contribution <= 0)
    return;
  to->contribution_share = contribution / all;
  to->sales_per_contribution = sales / contribution;
}

static void
copy_risk (MzWork *work, guint index, MzLossRunRisk *to)
{
  const MzRisk *risk = g_ptr_array_index (work->result.risks, index);
  MzRecord *record = risk->record;
  gboolean usable = mz_analysis_simulation_risk (&work->result, NULL, index, &to->current);

  to->id = g_strdup (mz_record_id (record));
  to->label = mz_record_label (record);
  to->current.id = to->id;
  if (!usable)
    to->reason = g_strdup (risk->frequency.known ? risk->sle.reason : risk->frequency.reason);
  to->has_interval =
      mz_record_has (record, "frequency_low") && mz_record_has (record, "frequency_high");
  to->frequency_low = mz_record_real (record, "frequency_low", 0);
  to->frequency_high = mz_record_real (record, "frequency_high", 0);
  split (work, risk, to);
}

static void
copy_scenario (MzWork *work, guint index, MzLossRunScenario *to)
{
  const MzScenarioResult *scenario = g_ptr_array_index (work->result.scenarios, index);
  guint n = work->result.risks->len;

  to->id = g_strdup (scenario->id);
  to->name = g_strdup (scenario->name);
  to->short_name = g_strdup (scenario->short_name);
  to->baseline = scenario->baseline;
  to->recommended = scenario->recommended;
  to->frequency_mitigation = g_new0 (double, n);
  to->magnitude_mitigation = g_new0 (double, n);
  for (guint i = 0; i < n; i++)
    {
      MzSimulationRisk risk;

      mz_analysis_simulation_risk (&work->result, scenario, i, &risk);
      to->frequency_mitigation[i] = risk.frequency_mitigation;
      to->magnitude_mitigation[i] = risk.magnitude_mitigation;
    }
}

MzLossRun *
mz_loss_run_new (const MzAnalysis *analysis)
{
  MzWork *work = (MzWork *)analysis;
  MzLossRun *self;

  g_return_val_if_fail (analysis != NULL, NULL);

  self = g_new0 (MzLossRun, 1);
  self->revision = analysis->revision;
  self->seed = (guint64)mz_record_integer (work->organisation, "seed", 0);
  self->trials =
      (guint64)mz_record_integer (work->organisation, "trials", MZ_SIMULATION_DEFAULT_TRIALS);
  self->limit = mz_record_maybe (work->criteria, "loss_limit");
  self->probability = mz_record_maybe (work->criteria, "loss_probability");
  self->n_risks = analysis->risks->len;
  self->risks = g_new0 (MzLossRunRisk, self->n_risks);
  for (guint i = 0; i < self->n_risks; i++)
    copy_risk (work, i, &self->risks[i]);
  self->n_scenarios = analysis->scenarios->len;
  self->scenarios = g_new0 (MzLossRunScenario, self->n_scenarios);
  for (guint i = 0; i < self->n_scenarios; i++)
    copy_scenario (work, i, &self->scenarios[i]);
  self->plan = work->lines;
  self->one_off_line = mz_work_one_off_line (work);
  self->tax_rate = mz_record_maybe (work->organisation, "tax_rate");
  self->other_profit = mz_record_flag (work->organisation, "other_profit");
  self->warnings = mz_loss_warnings (analysis);
  return self;
}

void
mz_loss_run_free (MzLossRun *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_risks; i++)
    {
      g_free (self->risks[i].id);
      g_free (self->risks[i].label);
      g_free (self->risks[i].reason);
    }
  for (guint i = 0; i < self->n_scenarios; i++)
    {
      g_free (self->scenarios[i].id);
      g_free (self->scenarios[i].name);
      g_free (self->scenarios[i].short_name);
      g_free (self->scenarios[i].frequency_mitigation);
      g_free (self->scenarios[i].magnitude_mitigation);
    }
  g_free (self->risks);
  g_free (self->scenarios);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

void
mz_loss_run_set_trials (MzLossRun *self, guint64 trials)
{
  g_return_if_fail (self != NULL);

  self->trials = trials;
}

GArray *
mz_loss_run_risks (const MzLossRun *self, guint scenario, GArray *places)
{
  const MzLossRunScenario *measures = &self->scenarios[scenario];
  GArray *risks = g_array_new (FALSE, FALSE, sizeof (MzSimulationRisk));

  for (guint i = 0; i < self->n_risks; i++)
    {
      MzSimulationRisk risk = self->risks[i].current;

      if (self->risks[i].reason != NULL)
        continue;
      risk.frequency_mitigation = measures->frequency_mitigation[i];
      risk.magnitude_mitigation = measures->magnitude_mitigation[i];
      g_array_append_val (risks, risk);
      g_array_append_val (places, i);
    }
  return risks;
}
