/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Where systems and weaknesses may be set down on the map: cells of the grid with the zone that they would belong to, a
 * ring of cells around it in which the map grows, whole zones, and the boxes of systems for what they lack.
 *
 * In the model the columns and rows of the picture count from 1, so that there is room for one more at every side; the
 * layout takes empty ones out again. */

#include "config.h"

#include "system-map-private.h"

#define GREATEST 99
/* How far a cell of the ring reaches out of the grid and into it. */
#define RING_OUT 14.0
#define RING_IN 6.0

static gboolean
covers (const MzMapZone *zone, int column, int row)
{
  return zone->used && column >= zone->first_column && column <= zone->last_column &&
         row >= zone->first_row && row <= zone->last_row;
}

static const MzMapSystem *
system_at (const MzSystemMap *map, int column, int row)
{
  for (guint i = 0; i < map->n_systems; i++)
    if (mz_map_system (map, i)->column == column && mz_map_system (map, i)->row == row)
      return mz_map_system (map, i);
  return NULL;
}

/* Whether a zone can grow over a cell beside it and nobody else comes to stand in it. */
static gboolean
can_grow (const MzSystemMap *map, guint index, int column, int row)
{
  const MzMapZone *zone = mz_map_zone (map, index);
  MzMapZone grown = *zone;

  if (!zone->used || column < zone->first_column - 1 || column > zone->last_column + 1 ||
      row < zone->first_row - 1 || row > zone->last_row + 1)
    return FALSE;
  grown.first_column = MIN (grown.first_column, column);
  grown.last_column = MAX (grown.last_column, column);
  grown.first_row = MIN (grown.first_row, row);
  grown.last_row = MAX (grown.last_row, row);
  for (guint i = 0; i < map->zones->len; i++)
    {
      const MzMapZone *other = mz_map_zone (map, i);

      if (i != index && other->used && grown.first_column <= other->last_column &&
          other->first_column <= grown.last_column && grown.first_row <= other->last_row &&
          other->first_row <= grown.last_row)
        return FALSE;
    }
  for (guint i = 0; i < map->n_systems; i++)
    if (mz_map_system (map, i)->zone != (int)index &&
        covers (&grown, mz_map_system (map, i)->column, mz_map_system (map, i)->row))
      return FALSE;
  return TRUE;
}

static void
add_cell (const MzSystemMap *map, const MzBox *box, const char *zone, int column, int row)
{
  g_autofree char *x = g_strdup_printf ("%d", column + 1);
  g_autofree char *y = g_strdup_printf ("%d", row + 1);

  if (column + 1 <= GREATEST && row + 1 <= GREATEST)
    mz_scene_add_place (map->draw.scene, "system", box->x, box->y, box->width, box->height, NULL,
                        (const char *[]){"zone", zone, "column", x, "row", y, NULL});
}

/* A free cell belongs to the zone that covers it. Beside zones there are several places in one cell: outside of all, and in
 * each that can grow there; the one that changes the system least is taken. */
static void
add_cells (const MzSystemMap *map, const MzBox *box, int column, int row)
{
  for (guint i = 0; i < map->zones->len; i++)
    if (covers (mz_map_zone (map, i), column, row))
      {
        add_cell (map, box, mz_record_id (mz_map_zone (map, i)->record), column, row);
        return;
      }
  add_cell (map, box, "", column, row);
  for (guint i = 0; i < map->zones->len; i++)
    if (can_grow (map, i, column, row))
      add_cell (map, box, mz_record_id (mz_map_zone (map, i)->record), column, row);
}

/* The cells of one row or column of the grid; the first and the last are those of the ring. */
static void
span (double start, double pitch, int n, int index, double limit, double *from, double *size)
{
  double low = start + index * pitch, high = low + pitch;

  if (index < 0)
    {
      low = MAX (0, start - RING_OUT);
      high = start + RING_IN;
    }
  else if (index >= n)
    {
      low = start + n * pitch - RING_IN;
      high = MIN (limit, start + n * pitch + RING_OUT);
    }
  *from = low;
  *size = high - low;
}

static void
add_grid (const MzSystemMap *map)
{
  for (int row = -1; row <= map->n_rows; row++)
    for (int column = -1; column <= map->n_columns; column++)
      {
        const MzMapSystem *system = system_at (map, column, row);
        MzBox box;

        span (map->area.x, map->area.width / map->n_columns, map->n_columns, column,
              mz_scene_width (map->draw.scene), &box.x, &box.width);
        span (map->area.y, map->area.height / map->n_rows, map->n_rows, row,
              mz_scene_height (map->draw.scene), &box.y, &box.height);
        if (system != NULL)
          {
            /* Whoever is let go where it was stays there. */
            MzPlace *own = mz_scene_add_place (map->draw.scene, "system", box.x, box.y, box.width,
                                               box.height, NULL, NULL);

            own->adds = own->by_key = FALSE;
            mz_place_set_record (own, mz_record_id (system->record));
          }
        else
          add_cells (map, &box, column, row);
      }
}

/* A zone as a whole: the layout finds the cell. */
static void
add_zones (const MzSystemMap *map)
{
  for (guint i = 0; i < map->zones->len; i++)
    {
      const MzMapZone *zone = mz_map_zone (map, i);
      g_autofree char *title = mz_record_title (zone->record);

      if (zone->used)
        mz_scene_add_place (
            map->draw.scene, "system", zone->box.x, zone->box.y, zone->box.width, zone->box.height,
            title,
            (const char *[]){"zone", mz_record_id (zone->record), "column", "", "row", "", NULL})
            ->by_key = FALSE;
    }
}

void
mz_system_map_add_places (const MzSystemMap *map)
{
  MzScene *scene = map->draw.scene;

  mz_system_map_add_ground (scene);
  add_zones (map);
  add_grid (map);
  for (guint i = 0; i < map->n_systems; i++)
    {
      const MzMapSystem *system = mz_map_system (map, i);
      const char *id = mz_record_id (system->record);
      g_autofree char *title = mz_record_title (system->record);
      g_autofree char *column = g_strdup_printf ("%d", system->column + 1);
      g_autofree char *row = g_strdup_printf ("%d", system->row + 1);

      mz_scene_add_place (scene, "weakness", system->box.x, system->box.y, system->box.width,
                          system->box.height, title, (const char *[]){"system", id, NULL});
      if (system->column + 1 <= GREATEST && system->row + 1 <= GREATEST)
        mz_scene_add_hold (scene, id, (const char *[]){"column", column, "row", row, NULL});
    }
  mz_scene_set_linking (scene, "system", "system", "flow", "source", "sink");
}

void
mz_system_map_add_ground (MzScene *scene)
{
  static const char *const kinds[] = {"system", "zone"};

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    mz_scene_add_place (scene, kinds[i], 0, 0, mz_scene_width (scene), mz_scene_height (scene),
                        NULL, NULL)
        ->by_key = FALSE;
}
