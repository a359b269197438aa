/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The rows of the scorecard in words: objective → critical success factor → KPI → figures → action. */

#include "config.h"

#include "scorecard-private.h"

#include <glib/gi18n-lib.h>

const char *
mz_card_heading (MzCardColumn column)
{
  static const char *const headings[] = {
      N_ ("Objective"), N_ ("Critical success factor"),
      N_ ("KPI"),       N_ ("Baseline"),
      N_ ("Target"),    N_ ("Actual"),
      N_ ("Trend"),     N_ ("Weight"),
      N_ ("Score"),     N_ ("Action"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (headings) == MZ_CARD_N_COLUMNS);
  return _ (headings[column]);
}

static void
row_free (MzCardRow *row)
{
  for (guint i = 0; i < MZ_CARD_N_COLUMNS; i++)
    g_free (row->cells[i]);
  g_free (row->tooltip);
  g_free (row);
}

static const MzStepMoney *
find_money (const MzScenarioResult *scenario, MzRecord *step)
{
  for (guint i = 0; scenario != NULL && i < scenario->steps->len; i++)
    {
      const MzStepMoney *money = g_ptr_array_index (scenario->steps, i);

      if (money->step == step)
        return money;
    }
  return NULL;
}

/* The step with its cost; one that only another plan has is led by the mark of that plan. */
static char *
say_action (const MzCard *card, MzRecord *kpi)
{
  MzRecord *step = mz_model_referred (card->model, kpi, "action");
  const MzScenarioResult *scenario = card->request->scenario;
  const MzStepMoney *money = step != NULL ? find_money (scenario, step) : NULL;
  const GPtrArray *all = card->request->analysis->scenarios;
  const char *mark = NULL;

  if (step == NULL)
    return g_strdup ("");
  for (guint i = 0; money == NULL && i < all->len; i++)
    {
      scenario = g_ptr_array_index (all, i);
      money = find_money (scenario, step);
      mark = money != NULL ? scenario->short_name : NULL;
    }
  g_autofree char *title = mz_record_title (step);
  g_autofree char *cost = money != NULL && money->cost.known && money->cost.yen != 0
                              ? mz_chart_say (money->cost.yen)
                              : NULL;
  return g_strdup_printf ("%s%s%s%s%s", mark != NULL ? mark : "", mark != NULL ? ": " : "", title,
                          cost != NULL ? " · " : "", cost != NULL ? cost : "");
}

static char *
say_kpi (MzRecord *kpi)
{
  g_autofree char *title = mz_record_title (kpi);
  const char *unit = mz_record_text (kpi, "unit");

  if (unit == NULL)
    return g_strdup_printf ("%s %s", title, mz_score_direction (kpi));
  return g_strdup_printf ("%s (%s) %s", title, unit, mz_score_direction (kpi));
}

static void
add_line (GString *text, const char *heading, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "\n%s: %s", heading, value);
}

static char *
make_tooltip (const MzCardRow *row)
{
  MzRecord *kpi = row->kpi->record;
  GString *text = g_string_new (row->cells[MZ_CARD_KPI]);
  g_autofree char *raw = mz_score_percent (row->kpi->score.raw);

  add_line (text, mz_card_heading (MZ_CARD_FACTOR), row->cells[MZ_CARD_FACTOR]);
  add_line (text, mz_card_heading (MZ_CARD_BASELINE), row->cells[MZ_CARD_BASELINE]);
  add_line (text, mz_card_heading (MZ_CARD_TARGET), row->cells[MZ_CARD_TARGET]);
  add_line (text, mz_card_heading (MZ_CARD_ACTUAL), row->cells[MZ_CARD_ACTUAL]);
  if (row->kpi->latest != NULL)
    add_line (text, _ ("Period"), mz_record_text (row->kpi->latest, "period"));
  add_line (text, mz_card_heading (MZ_CARD_SCORE), row->cells[MZ_CARD_SCORE]);
  if (row->kpi->score.raw.is_set &&
      (row->kpi->score.raw.value < 0 || row->kpi->score.raw.value > 1))
    add_line (text, _ ("Score before it is limited"), raw);
  add_line (text, _ ("State"), mz_score_kpi_light (row->kpi->light));
  add_line (text, _ ("No score"), row->kpi->problem);
  add_line (text, mz_card_heading (MZ_CARD_WEIGHT), row->cells[MZ_CARD_WEIGHT]);
  add_line (text, mz_card_heading (MZ_CARD_ACTION), row->cells[MZ_CARD_ACTION]);
  if (row->change != NULL)
    add_line (text, _ ("Change"), mz_record_text (row->change, "text"));
  add_line (text, _ ("Remark"), mz_record_text (kpi, "note"));
  return g_string_free (text, FALSE);
}

static void
fill_kpi (const MzCard *card, MzCardRow *row)
{
  MzRecord *kpi = row->kpi->record;
  const char *factor = mz_record_text (kpi, "success_factor");

  row->change = mz_score_change (card->request, kpi);
  row->cells[MZ_CARD_FACTOR] = g_strdup (factor != NULL ? factor : "");
  row->cells[MZ_CARD_KPI] = say_kpi (kpi);
  row->cells[MZ_CARD_BASELINE] = mz_score_field (kpi, "baseline");
  row->cells[MZ_CARD_TARGET] = mz_score_target (kpi, row->change);
  row->cells[MZ_CARD_ACTUAL] = mz_score_field (row->kpi->latest, "actual");
  row->cells[MZ_CARD_TREND] = g_strdup ("");
  row->cells[MZ_CARD_WEIGHT] =
      g_strdup_printf ("%" G_GINT64_FORMAT, mz_record_integer (kpi, "weight", 1));
  row->cells[MZ_CARD_SCORE] = mz_score_percent (row->kpi->score.score);
  row->cells[MZ_CARD_ACTION] = say_action (card, kpi);
  row->tooltip = make_tooltip (row);
}

static void
add_row (MzCard *card, const MzScorecardObjective *objective, const MzScorecardKpi *kpi)
{
  MzCardRow *row = g_new0 (MzCardRow, 1);

  row->objective = objective;
  row->kpi = kpi;
  row->perspective = CLAMP (objective->perspective, 0, MZ_SCORECARD_N_PERSPECTIVES - 1);
  row->cells[MZ_CARD_OBJECTIVE] = mz_record_title (objective->record);
  if (kpi != NULL)
    fill_kpi (card, row);
  else
    {
      for (guint i = MZ_CARD_OBJECTIVE + 1; i < MZ_CARD_N_COLUMNS; i++)
        row->cells[i] = g_strdup (i == MZ_CARD_KPI ? _ ("No KPI yet") : "");
      row->tooltip = g_strdup (row->cells[MZ_CARD_OBJECTIVE]);
    }
  g_ptr_array_add (card->rows, row);
}

/* KPIs by their objective, each in list order. */
static GHashTable *
group_kpis (const MzScorecard *scorecard)
{
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < scorecard->kpis->len; i++)
    {
      const MzScorecardKpi *kpi = &g_array_index (scorecard->kpis, MzScorecardKpi, i);
      GPtrArray *group = g_hash_table_lookup (groups, kpi->objective);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, kpi->objective, group);
        }
      g_ptr_array_add (group, (gpointer)kpi);
    }
  return groups;
}

static void
add_objective (MzCard *card, GHashTable *groups, const MzScorecardObjective *objective)
{
  const GPtrArray *kpis = g_hash_table_lookup (groups, objective->record);

  if (kpis == NULL)
    add_row (card, objective, NULL);
  for (guint i = 0; kpis != NULL && i < kpis->len; i++)
    add_row (card, objective, g_ptr_array_index (kpis, i));
}

static void
name_perspectives (MzCard *card)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (card->model), "objective");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "perspective"));

  for (guint p = 0; p < MZ_SCORECARD_N_PERSPECTIVES; p++)
    {
      for (guint i = 0; i < mz_model_count (card->model, "perspective"); i++)
        {
          MzRecord *record = mz_model_nth (card->model, "perspective", i);

          if (mz_record_choice_is (record, "code", field->choices[p].code))
            card->perspective_records[p] = record;
        }
      card->perspectives[p] = card->perspective_records[p] != NULL
                                  ? mz_record_title (card->perspective_records[p])
                                  : g_strdup (_ (field->choices[p].label));
    }
}

void
mz_card_collect (MzCard *card, const MzChartRequest *request)
{
  g_autoptr (GHashTable) groups = NULL;

  card->request = request;
  card->model = request->analysis->model;
  card->scorecard = mz_scorecard_new (card->model, mz_scorecard_thresholds (card->model));
  card->values = mz_period_values_new (card->model, "kpi_value");
  card->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  groups = group_kpis (card->scorecard);
  name_perspectives (card);
  for (int p = 0; p < MZ_SCORECARD_N_PERSPECTIVES; p++)
    for (guint i = 0; i < card->scorecard->objectives->len; i++)
      {
        const MzScorecardObjective *objective =
            &g_array_index (card->scorecard->objectives, MzScorecardObjective, i);

        if (CLAMP (objective->perspective, 0, MZ_SCORECARD_N_PERSPECTIVES - 1) == p)
          add_objective (card, groups, objective);
      }
}

void
mz_card_clear (MzCard *card)
{
  for (guint p = 0; p < MZ_SCORECARD_N_PERSPECTIVES; p++)
    g_free (card->perspectives[p]);
  g_ptr_array_unref (card->rows);
  mz_period_values_free (card->values);
  mz_scorecard_free (card->scorecard);
}

MzTable *
mz_card_table (const MzCard *card, const char *title)
{
  static const MzCardColumn numbers[] = {MZ_CARD_BASELINE, MZ_CARD_TARGET, MZ_CARD_ACTUAL,
                                         MZ_CARD_WEIGHT, MZ_CARD_SCORE};
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  const char *const first[] = {_ ("Perspective"), mz_card_heading (MZ_CARD_OBJECTIVE),
                               mz_card_heading (MZ_CARD_FACTOR), mz_card_heading (MZ_CARD_KPI)};
  MzTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (headers, g_strdup (first[i]));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_ptr_array_add (headers, g_strdup_printf ("#%s", mz_card_heading (numbers[i])));
  g_ptr_array_add (headers, g_strdup (_ ("State")));
  g_ptr_array_add (headers, g_strdup (mz_card_heading (MZ_CARD_ACTION)));
  g_ptr_array_add (headers, NULL);
  table = mz_table_new (title, (const char *const *)headers->pdata);
  for (guint i = 0; i < card->rows->len; i++)
    {
      const MzCardRow *row = mz_card_row (card, i);
      const char *state = row->kpi != NULL ? mz_score_kpi_light (row->kpi->light) : "";

      mz_table_add_row (
          table, mz_record_id (row->kpi != NULL ? row->kpi->record : row->objective->record),
          card->perspectives[row->perspective], row->cells[MZ_CARD_OBJECTIVE],
          row->cells[MZ_CARD_FACTOR], row->cells[MZ_CARD_KPI], row->cells[MZ_CARD_BASELINE],
          row->cells[MZ_CARD_TARGET], row->cells[MZ_CARD_ACTUAL], row->cells[MZ_CARD_WEIGHT],
          row->cells[MZ_CARD_SCORE], state, row->cells[MZ_CARD_ACTION]);
    }
  return table;
}
