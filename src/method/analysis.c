/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The analysis as a whole: made once from a model, then only read. The parts are in the files named after them. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/ratio.h"

int
mz_record_level (MzRecord *record, const char *field)
{
  return (int)mz_record_integer (record, field, -1);
}

MzMaybe
mz_record_maybe (MzRecord *record, const char *field)
{
  return mz_record_has (record, field) ? MZ_SOME (mz_record_integer (record, field, 0)) : MZ_NONE;
}

GPtrArray *
mz_neighbours_of_kind (MzModel *model, MzRecord *record, const char *kind, gboolean causes)
{
  GPtrArray *found = causes ? mz_model_causes (model, mz_record_id (record))
                            : mz_model_results (model, mz_record_id (record));

  for (guint i = found->len; i > 0; i--)
    if (!mz_record_is (g_ptr_array_index (found, i - 1), kind))
      g_ptr_array_remove_index (found, i - 1);
  return found;
}

GPtrArray *
mz_records_hold (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_object_ref (g_ptr_array_index (records, i));
  g_ptr_array_set_free_func (records, g_object_unref);
  return records;
}

/* Every record that is marked as an illustrative assumption. */
static void
collect_assumptions (MzWork *self)
{
  const MzSchema *schema = mz_model_schema (self->result.model);

  self->result.assumptions = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint k = 0; k < schema->n_kinds; k++)
    {
      MzRecord *record;

      for (guint i = 0;
           (record = mz_model_nth (self->result.model, schema->kinds[k].name, i)) != NULL; i++)
        if (mz_record_flag (record, "assumed"))
          g_ptr_array_add (self->result.assumptions, g_object_ref (record));
    }
}

static MzWork *
start (MzModel *model)
{
  MzWork *self = g_new0 (MzWork, 1);

  g_atomic_ref_count_init (&self->references);
  self->result.model = g_object_ref (model);
  self->result.revision = mz_model_revision (model);
  self->organisation = mz_model_single (model, "organisation");
  self->criteria = mz_model_single (model, "criteria");
  self->margin = mz_record_maybe (self->organisation, "contribution_margin");
  self->result.horizon = (int)mz_record_integer (self->organisation, "horizon", 5);
  self->result.discount_rate =
      (double)mz_record_integer (self->organisation, "discount_rate", 0) / (double)MZ_PPM;
  self->damage_of = g_hash_table_new (NULL, NULL);
  self->risk_of = g_hash_table_new (NULL, NULL);
  self->result.findings = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_finding_free);
  return self;
}

MzAnalysis *
mz_analysis_new (MzModel *model)
{
  MzWork *self;

  g_return_val_if_fail (MZ_IS_MODEL (model), NULL);

  self = start (model);
  mz_work_scale (self);
  mz_work_levels (self);
  mz_work_accounts (self);
  mz_work_damages (self);
  mz_work_gaps (self);
  mz_work_risks (self);
  mz_work_scenarios (self);
  mz_work_statement (self);
  mz_work_common_ground (self);
  mz_work_completeness (self);
  mz_work_findings (self);
  collect_assumptions (self);
  return &self->result;
}

MzAnalysis *
mz_analysis_new_scenarios (MzModel *model)
{
  MzWork *self = start (model);

  mz_work_scale (self);
  mz_work_levels (self);
  mz_work_accounts (self);
  mz_work_damages (self);
  mz_work_gaps (self);
  mz_work_risks (self);
  mz_work_scenarios (self);
  self->result.statement = g_ptr_array_new ();
  self->result.classes = g_ptr_array_new ();
  self->result.completeness = g_ptr_array_new ();
  self->result.assumptions = g_ptr_array_new ();
  return &self->result;
}

MzAnalysis *
mz_analysis_ref (MzAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((MzWork *)self)->references);
  return self;
}

static void
clear_scale (MzScale *self)
{
  for (int i = 0; i < self->n_likelihood; i++)
    g_free (self->likelihood_names[i]);
  for (int i = 0; i < self->n_impact; i++)
    g_free (self->impact_names[i]);
  for (int i = 0; i < self->n_bands; i++)
    g_free (self->bands[i].name);
  g_free (self->scheme);
}

static void
clear_lists (MzAnalysis *self)
{
  GPtrArray *lists[] = {self->gaps,
                        self->damages,
                        self->damage_classes,
                        self->risks,
                        self->statement,
                        self->scenarios,
                        self->classes,
                        self->completeness,
                        self->findings,
                        self->assumptions,
                        self->levels.minimum_by,
                        self->levels.target_by,
                        self->levels.open_entries};

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]);
}

void
mz_analysis_unref (MzAnalysis *self)
{
  MzWork *work = (MzWork *)self;
  MzFigure *figures[] = {&self->ale, &self->sales, &self->profit, &self->gross_profit,
                         &self->operating_profit};

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&work->references))
    return;
  clear_lists (self);
  clear_scale (&self->scale);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    mz_figure_clear (figures[i]);
  for (guint i = 0; i < G_N_ELEMENTS (work->items); i++)
    mz_figure_clear (&work->items[i]);
  g_hash_table_unref (work->damage_of);
  g_hash_table_unref (work->risk_of);
  g_clear_object (&self->incident);
  g_object_unref (self->model);
  g_free (work);
}

const MzScenarioResult *
mz_analysis_scenario (const MzAnalysis *self, const char *id)
{
  const MzScenarioResult *proposed = NULL, *other = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (self->scenarios, i);

      if (id != NULL && (g_str_equal (scenario->id, id) || g_str_equal (scenario->short_name, id)))
        return scenario;
      if (scenario->baseline)
        continue;
      if (other == NULL)
        other = scenario;
      if (proposed == NULL && scenario->recommended)
        proposed = scenario;
    }
  if (id != NULL)
    return NULL;
  return proposed != NULL ? proposed : other;
}

const MzScenarioResult *
mz_analysis_baseline (const MzAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (self->scenarios, i);

      if (scenario->baseline)
        return scenario;
    }
  g_return_val_if_reached (NULL);
}

const MzResidual *
mz_analysis_residual (const MzScenarioResult *scenario, guint index)
{
  g_return_val_if_fail (scenario != NULL && index < scenario->residuals->len, NULL);

  return g_ptr_array_index (scenario->residuals, index);
}

gboolean
mz_analysis_simulation_risk (const MzAnalysis *self, const MzScenarioResult *scenario, guint index,
                             MzSimulationRisk *risk)
{
  const MzRisk *from;

  g_return_val_if_fail (self != NULL && index < self->risks->len && risk != NULL, FALSE);

  from = g_ptr_array_index (self->risks, index);
  *risk = (MzSimulationRisk){.id = mz_record_id (from->record),
                             .frequency =
                                 mz_record_choice_is (from->record, "frequency_model", "bernoulli")
                                     ? MZ_FREQUENCY_BERNOULLI
                                     : MZ_FREQUENCY_POISSON,
                             .rate = from->frequency.real,
                             .magnitude = from->magnitude};
  if (scenario != NULL)
    {
      const MzResidual *residual = mz_analysis_residual (scenario, index);

      risk->frequency_mitigation = 1 - residual->frequency_factor;
      risk->magnitude_mitigation = 1 - residual->loss_factor;
    }
  return from->frequency.known && from->has_magnitude;
}

const MzCompleteness *
mz_analysis_completeness (const MzAnalysis *self, const char *step)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->completeness->len; i++)
    {
      const MzCompleteness *completeness = g_ptr_array_index (self->completeness, i);

      if (g_strcmp0 (completeness->step, step) == 0)
        return completeness;
    }
  return NULL;
}
