/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The scorecard of a model, from its KPIs and their latest values. */

#include "config.h"

#include "mezasu/scorecard.h"

#include "mezasu/period.h"
#include "mezasu/schema.h"

static void
clear_kpi (gpointer data)
{
  g_free (((MzScorecardKpi *)data)->problem);
}

static MzMaybeReal
real_of (MzRecord *record, const char *field)
{
  if (!mz_record_has (record, field))
    return (MzMaybeReal){FALSE, 0};
  return MZ_SOME_REAL (mz_record_real (record, field, 0));
}

static MzLight
light_of (MzMaybeReal score, MzLightThresholds thresholds)
{
  MzLight light = MZ_LIGHT_GREY;

  mz_light_of_score (score, thresholds, &light, NULL);
  return light;
}

gboolean
mz_scorecard_score (MzRecord *kpi, MzMaybeReal actual, MzKpiScore *result, GError **error)
{
  MzKpiInput input = {
      .actual = actual,
      .target = real_of (kpi, "target"),
      .baseline = real_of (kpi, "baseline"),
      .low = real_of (kpi, "low"),
      .high = real_of (kpi, "high"),
      .tolerance = real_of (kpi, "tolerance"),
  };

  return mz_kpi_kind_from_name (mz_record_text (kpi, "direction"), &input.kind, error) &&
         mz_kpi_score (&input, result, error);
}

static void
score_kpi (MzScorecardKpi *kpi, MzLightThresholds thresholds)
{
  g_autoptr (GError) error = NULL;

  if (kpi->latest == NULL)
    return;
  if (!mz_scorecard_score (kpi->record, real_of (kpi->latest, "actual"), &kpi->score, &error))
    kpi->problem = g_strdup (error->message);
  kpi->light = light_of (kpi->score.score, thresholds);
}

static void
roll_up (const GArray *items, MzLightThresholds thresholds, MzKpiRollup *rollup, MzLight *light)
{
  mz_kpi_rollup ((const MzKpiItem *)(gpointer)items->data, items->len, rollup, NULL);
  *light = light_of (rollup->score, thresholds);
}

static void
add_kpis (MzScorecard *self, MzModel *model, MzLightThresholds thresholds)
{
  g_autoptr (MzPeriodValues) values = mz_period_values_new (model, "kpi_value");

  for (guint i = 0; i < mz_model_count (model, "kpi"); i++)
    {
      MzScorecardKpi kpi = {.record = mz_model_nth (model, "kpi", i)};

      kpi.objective = mz_model_referred (model, kpi.record, "objective");
      guint n = mz_period_values_count (values, kpi.record);
      if (n > 0)
        kpi.latest = mz_period_values_nth (values, kpi.record, n - 1)->record;
      score_kpi (&kpi, thresholds);
      g_array_append_val (self->kpis, kpi);
    }
}

/* KPIs of each objective, as items of its roll-up. */
static GHashTable *
group_kpis (const MzScorecard *self)
{
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);

  for (guint i = 0; i < self->kpis->len; i++)
    {
      const MzScorecardKpi *kpi = &g_array_index (self->kpis, MzScorecardKpi, i);
      GArray *items = g_hash_table_lookup (groups, kpi->objective);
      MzKpiItem item = {kpi->score.score, mz_record_integer (kpi->record, "weight", 1)};

      if (items == NULL)
        {
          items = g_array_new (FALSE, FALSE, sizeof (MzKpiItem));
          g_hash_table_insert (groups, kpi->objective, items);
        }
      g_array_append_val (items, item);
    }
  return groups;
}

static int
perspective_of (MzRecord *objective)
{
  const MzKind *kind = mz_record_kind (objective);

  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, "perspective"))
      return mz_field_choice (&kind->fields[i], mz_record_text (objective, "perspective"));
  return -1;
}

static void
add_objectives (MzScorecard *self, MzModel *model, MzLightThresholds thresholds)
{
  g_autoptr (GHashTable) groups = group_kpis (self);

  for (guint i = 0; i < mz_model_count (model, "objective"); i++)
    {
      MzScorecardObjective objective = {.record = mz_model_nth (model, "objective", i)};
      const GArray *items = g_hash_table_lookup (groups, objective.record);

      objective.perspective = perspective_of (objective.record);
      if (items != NULL)
        roll_up (items, thresholds, &objective.rollup, &objective.light);
      g_array_append_val (self->objectives, objective);
    }
}

static void
add_perspectives (MzScorecard *self, MzLightThresholds thresholds)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MzKpiItem));

  for (int p = 0; p < MZ_SCORECARD_N_PERSPECTIVES; p++)
    {
      g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (MzKpiItem));
      MzScorecardPart *part = &self->perspectives[p];

      for (guint i = 0; i < self->objectives->len; i++)
        {
          const MzScorecardObjective *objective =
              &g_array_index (self->objectives, MzScorecardObjective, i);
          MzKpiItem item = {objective->rollup.score,
                            mz_record_integer (objective->record, "weight", 1)};

          if (objective->perspective == p)
            g_array_append_val (items, item);
        }
      roll_up (items, thresholds, &part->rollup, &part->light);
      /* A perspective without objectives is none of the firm's. */
      MzKpiItem whole = {part->rollup.score, items->len > 0 ? 1 : 0};
      g_array_append_val (parts, whole);
    }
  roll_up (parts, thresholds, &self->whole.rollup, &self->whole.light);
}

MzScorecard *
mz_scorecard_new (MzModel *model, MzLightThresholds thresholds)
{
  MzScorecard *self = g_new0 (MzScorecard, 1);

  self->kpis = g_array_new (FALSE, TRUE, sizeof (MzScorecardKpi));
  self->objectives = g_array_new (FALSE, TRUE, sizeof (MzScorecardObjective));
  g_array_set_clear_func (self->kpis, clear_kpi);
  add_kpis (self, model, thresholds);
  add_objectives (self, model, thresholds);
  add_perspectives (self, thresholds);
  return self;
}

void
mz_scorecard_free (MzScorecard *self)
{
  g_array_unref (self->kpis);
  g_array_unref (self->objectives);
  g_free (self);
}

MzLightThresholds
mz_scorecard_thresholds (MzModel *model)
{
  MzRecord *criteria = mz_model_single (model, "criteria");
  MzLightThresholds usual = MZ_LIGHT_THRESHOLDS_DEFAULT;

  return (MzLightThresholds){
      (double)mz_record_integer (criteria, "kpi_green", (gint64)(usual.green * 1e6)) / 1e6,
      (double)mz_record_integer (criteria, "kpi_amber", (gint64)(usual.amber * 1e6)) / 1e6};
}

MzRecord *
mz_scorecard_change (MzModel *model, MzRecord *kpi, MzRecord *scenario)
{
  g_autoptr (GPtrArray) changes =
      mz_model_referring (model, "objective_change", "kpi", mz_record_id (kpi));

  for (guint i = 0; scenario != NULL && i < changes->len; i++)
    {
      MzRecord *change = g_ptr_array_index (changes, i);

      if (mz_record_has (change, "new_target") &&
          mz_model_referred (model, change, "scenario") == scenario)
        return change;
    }
  return NULL;
}
