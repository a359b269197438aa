/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Working on the strategy map: a band means its perspective, a place within a row pins an objective there, a line from one
 * objective to another makes a link. */

#include "config.h"

#include "strategy-map-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* Width of the steps at which objectives are pinned, about. */
#define STEP 48.0

static const char *
perspective_code (const MzStrategyMap *map, guint band)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (map->model), "objective");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "perspective"));

  return field->choices[MZ_SCORECARD_N_PERSPECTIVES - 1 - band].code;
}

/* Steps side by side over the room of the cards, for each row. */
static void
add_steps (const MzStrategyMap *map, guint b)
{
  const MzMapBand *band = &map->bands[b];
  guint n = (guint)CLAMP (floor (map->card_room / STEP), 1, 40);
  double width = map->card_room / n, tall = (band->box.height - map->label_height) / band->n_rows;

  for (guint row = 0; row < band->n_rows; row++)
    for (guint i = 0; i < n; i++)
      {
        double top = band->box.y + band->box.height - (row + 1) * tall;
        g_autofree char *where = g_strdup_printf ("%.0f", round (100 * (i + 0.5) / n));
        g_autofree char *strip = g_strdup_printf ("row-%u", band->first_row + row);
        const char *values[] = {"perspective", perspective_code (map, b), "pinned_place", where,
                                NULL};
        MzPlace *place = mz_scene_add_place (map->draw.scene, "objective", map->card_x + i * width,
                                             top, width, tall, NULL, values);

        place->adds = FALSE;
        mz_place_set_strip (place, strip);
      }
}

/* An objective that is pinned can be let go; nothing can be dropped there. */
static void
add_release (const MzStrategyMap *map, const MzMapObjective *objective)
{
  const char *values[] = {"pinned_place", "", NULL};
  MzPlace *place = mz_scene_add_place (map->draw.scene, "objective", -1, -1, 0, 0,
                                       _ ("the place that the layout chooses (unpin)"), values);

  place->adds = place->by_key = FALSE;
  mz_place_set_record (place, mz_record_id (objective->record));
}

void
mz_strategy_map_set_places (const MzStrategyMap *map)
{
  mz_scene_set_linking (map->draw.scene, "objective", "objective", "objective_link", "cause",
                        "result");
  for (guint b = 0; b < MZ_SCORECARD_N_PERSPECTIVES; b++)
    {
      const MzBox *box = &map->bands[b].box;
      const char *values[] = {"perspective", perspective_code (map, b), NULL};

      mz_scene_add_place (map->draw.scene, "objective", box->x, box->y, box->width, box->height,
                          map->bands[b].title, values);
      if (!map->wordless)
        add_steps (map, b);
    }
  for (guint i = 0; i < map->objectives->len; i++)
    if (mz_map_objective (map, i)->pin >= 0)
      add_release (map, mz_map_objective (map, i));
}
