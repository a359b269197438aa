/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the strategy map says in one sentence: what the scenario changes, or else where the objectives stand. */

#include "config.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

#include "mezasu/scorecard.h"

/* Objectives that the scenario gives that change; each counts once. */
static guint
count_changes (MzModel *model, MzRecord *scenario, const char *change)
{
  g_autoptr (GHashTable) objectives = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < mz_model_count (model, "objective_change"); i++)
    {
      MzRecord *record = mz_model_nth (model, "objective_change", i);

      if (scenario != NULL && mz_model_referred (model, record, "scenario") == scenario &&
          mz_record_choice_is (record, "change", change))
        g_hash_table_add (objectives, mz_model_referred (model, record, "objective"));
    }
  return g_hash_table_size (objectives);
}

static char *
say_lights (MzModel *model)
{
  g_autoptr (MzScorecard) card = mz_scorecard_new (model, mz_scorecard_thresholds (model));
  guint lights[MZ_LIGHT_RED + 1] = {0};

  for (guint i = 0; i < card->objectives->len; i++)
    lights[g_array_index (card->objectives, MzScorecardObjective, i).light]++;
  if (lights[MZ_LIGHT_GREY] == card->objectives->len)
    return g_strdup_printf (_ ("None of the %u objectives has been measured yet."),
                            card->objectives->len);
  return g_strdup_printf (
      _ ("Of %u objectives %u are reached, %u need watching and %u are missed."),
      card->objectives->len, lights[MZ_LIGHT_GREEN], lights[MZ_LIGHT_AMBER], lights[MZ_LIGHT_RED]);
}

char *
mz_headline_strategy (const MzAnalysis *analysis, const MzScenarioResult *scenario)
{
  MzModel *model = analysis->model;
  MzRecord *record = scenario != NULL ? scenario->record : NULL;
  guint all = mz_model_count (model, "objective");
  guint added = count_changes (model, record, "adds");
  guint moved = count_changes (model, record, "moves");
  guint endangered = count_changes (model, record, "endangers");

  if (all == 0)
    return g_strdup (_ ("No objective has been set yet."));
  if (endangered > 0)
    return g_strdup_printf (
        _ ("“%s” changes %u of %u objectives: added %u, moved %u, endangered %u."), scenario->name,
        added + moved + endangered, all, added, moved, endangered);
  if (added + moved > 0)
    return g_strdup_printf (_ ("“%s” changes %u of %u objectives: added %u, moved %u."),
                            scenario->name, added + moved, all, added, moved);
  return say_lights (model);
}
