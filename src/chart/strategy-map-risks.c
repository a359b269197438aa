/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The risks that threaten the objectives of the strategy map: those that a link leads from to an objective. Their value is
 * that under the scenario that is looked at. */

#include "config.h"

#include "strategy-map-private.h"

#include <glib/gi18n-lib.h>

static const MzRating *
rating_of (const MzStrategyMap *map, MzRecord *record)
{
  const MzAnalysis *analysis = map->request->analysis;

  for (guint i = 0; i < analysis->risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (analysis->risks, i);

      if (risk->record == record)
        return map->request->scenario != NULL
                   ? &mz_analysis_residual (map->request->scenario, i)->rating
                   : &risk->current;
    }
  return NULL;
}

void
mz_strategy_map_find_risks (const MzStrategyMap *map, MzMapObjective *objective)
{
  g_autoptr (GPtrArray) links =
      mz_model_referring (map->model, "link", "result", mz_record_id (objective->record));

  objective->risks = g_ptr_array_new ();
  objective->worst = -1;
  for (guint i = 0; i < links->len; i++)
    {
      MzRecord *risk = mz_model_referred (map->model, g_ptr_array_index (links, i), "cause");
      const MzRating *rating;

      if (risk == NULL || !mz_record_is (risk, "risk"))
        continue;
      g_ptr_array_add (objective->risks, risk);
      rating = rating_of (map, risk);
      if (rating != NULL && rating->known)
        objective->worst = MAX (objective->worst, rating->value);
    }
}

char *
mz_strategy_map_say_risks (const MzStrategyMap *map, const MzMapObjective *objective)
{
  const MzScale *scale = &map->request->analysis->scale;
  guint n = objective->risks->len;
  int band = objective->worst >= 0 ? mz_scale_band (scale, objective->worst) : -1;
  g_autofree char *count = NULL;

  if (n == 0)
    return NULL;
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk", "%u risks", n), n);
  if (band < 0 || scale->bands[band].name == NULL)
    return g_steal_pointer (&count);
  /* Translators: "3 risks", then the name of a band such as "high". */
  return g_strdup_printf (_ ("%s, the worst: %s"), count, scale->bands[band].name);
}
