/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Which cell of the grid each system stands in. Places that the model tells are kept as long as zones stay apart; systems
 * without a place join their zone; when that cannot be, or nothing is placed, all are laid out anew: zones side by side
 * from outside to partners, systems in them in the direction of the flows. */

#include "config.h"

#include "system-map-private.h"

#include <stdlib.h>

/* Trying cells for systems without a place ends at this many tries; beyond, all are laid out anew. */
#define TRIES_MAX 4000

static void
add_to_zone (MzMapZone *zone, int column, int row)
{
  if (!zone->used)
    {
      zone->used = TRUE;
      zone->first_column = zone->last_column = column;
      zone->first_row = zone->last_row = row;
      return;
    }
  zone->first_column = MIN (zone->first_column, column);
  zone->last_column = MAX (zone->last_column, column);
  zone->first_row = MIN (zone->first_row, row);
  zone->last_row = MAX (zone->last_row, row);
}

static gboolean
covers (const MzMapZone *zone, int column, int row)
{
  return zone->used && column >= zone->first_column && column <= zone->last_column &&
         row >= zone->first_row && row <= zone->last_row;
}

static gboolean
zones_meet (const MzMapZone *a, const MzMapZone *b)
{
  return a->used && b->used && a->first_column <= b->last_column &&
         b->first_column <= a->last_column && a->first_row <= b->last_row &&
         b->first_row <= a->last_row;
}

static void
span_zones (MzSystemMap *map)
{
  for (guint z = 0; z < map->zones->len; z++)
    mz_map_zone (map, z)->used = FALSE;
  for (guint i = 0; i < map->systems->len; i++)
    {
      MzMapSystem *system = mz_map_system (map, i);

      if (system->placed && system->zone >= 0)
        add_to_zone (mz_map_zone (map, system->zone), system->column, system->row);
    }
}

/* Whether no two zones lie over each other, and nobody stands in a zone that is not its own. */
static gboolean
zones_apart (const MzSystemMap *map)
{
  for (guint a = 0; a < map->zones->len; a++)
    {
      for (guint b = a + 1; b < map->zones->len; b++)
        if (zones_meet (mz_map_zone (map, a), mz_map_zone (map, b)))
          return FALSE;
      for (guint i = 0; i < map->systems->len; i++)
        {
          const MzMapSystem *system = mz_map_system (map, i);

          if (system->placed && system->zone != (int)a &&
              covers (mz_map_zone (map, a), system->column, system->row))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_taken (const MzSystemMap *map, int column, int row)
{
  for (guint i = 0; i < map->systems->len; i++)
    {
      const MzMapSystem *system = mz_map_system (map, i);

      if (system->placed && system->column == column && system->row == row)
        return TRUE;
    }
  return FALSE;
}

/* How far a cell is from what its zone covers now, in cells. */
static int
distance (const MzMapZone *zone, int column, int row)
{
  int across = MAX (MAX (zone->first_column - column, column - zone->last_column), 0);
  int along = MAX (MAX (zone->first_row - row, row - zone->last_row), 0);

  return across + along;
}

/* Puts a system without a place into the nearest cell that keeps zones apart. */
static gboolean
join_zone (MzSystemMap *map, MzMapSystem *system)
{
  int best = G_MAXINT;
  int best_column = 0, best_row = 0;
  MzMapZone *own = system->zone >= 0 ? mz_map_zone (map, system->zone) : NULL;
  gboolean known = own != NULL && own->used;
  MzMapZone before = known ? *own : (MzMapZone){0};

  for (int row = 0; row <= map->n_rows; row++)
    for (int column = 0; column <= map->n_columns; column++)
      {
        /* A zone of its own begins below or beside all others, where nothing is in its way. */
        int far = known ? distance (&before, column, row) : row + column;

        if (far >= best || is_taken (map, column, row))
          continue;
        system->column = column;
        system->row = row;
        system->placed = TRUE;
        span_zones (map);
        if (zones_apart (map))
          {
            best = far;
            best_column = column;
            best_row = row;
          }
        system->placed = FALSE;
      }
  if (best == G_MAXINT)
    return FALSE;
  system->column = best_column;
  system->row = best_row;
  system->placed = TRUE;
  span_zones (map);
  map->n_columns = MAX (map->n_columns, best_column + 1);
  map->n_rows = MAX (map->n_rows, best_row + 1);
  return TRUE;
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/* Takes empty columns or rows out, so that a model may number them as it likes. */
static int
close_up (MzSystemMap *map, gsize offset)
{
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (int));
  int n = 0;

  for (guint i = 0; i < map->systems->len; i++)
    if (mz_map_system (map, i)->placed)
      g_array_append_vals (used, G_STRUCT_MEMBER_P (mz_map_system (map, i), offset), 1);
  g_array_sort (used, compare_ints);
  for (guint u = 0; u < used->len; u++)
    {
      int place = g_array_index (used, int, u);

      if (u > 0 && place == g_array_index (used, int, u - 1))
        continue;
      for (guint i = 0; i < map->systems->len; i++)
        {
          int *own = G_STRUCT_MEMBER_P (mz_map_system (map, i), offset);

          /* Done places are kept apart from those still to do by a negative sign. */
          if (mz_map_system (map, i)->placed && *own == place)
            *own = -1 - n;
        }
      n++;
    }
  for (guint i = 0; i < map->systems->len; i++)
    {
      int *own = G_STRUCT_MEMBER_P (mz_map_system (map, i), offset);

      if (mz_map_system (map, i)->placed)
        *own = -1 - *own;
    }
  return n;
}

static gboolean
keep_places (MzSystemMap *map)
{
  guint n_placed = 0;

  for (guint i = 0; i < map->systems->len; i++)
    {
      MzMapSystem *system = mz_map_system (map, i);
      gboolean told = system->record != NULL && mz_record_has (system->record, "column") &&
                      mz_record_has (system->record, "row");
      int column = told ? (int)mz_record_integer (system->record, "column", 0) : 0;
      int row = told ? (int)mz_record_integer (system->record, "row", 0) : 0;

      if (told && !is_taken (map, column, row))
        {
          system->column = column;
          system->row = row;
          system->placed = TRUE;
          n_placed++;
        }
    }
  if (n_placed == 0 || n_placed * 2 < map->n_systems)
    return FALSE;
  map->n_columns = close_up (map, G_STRUCT_OFFSET (MzMapSystem, column));
  map->n_rows = close_up (map, G_STRUCT_OFFSET (MzMapSystem, row));
  span_zones (map);
  if (!zones_apart (map))
    return FALSE;
  if ((map->systems->len - n_placed) * map->n_columns * map->n_rows > TRIES_MAX)
    return FALSE;
  for (guint i = 0; i < map->systems->len; i++)
    if (!mz_map_system (map, i)->placed && !join_zone (map, mz_map_system (map, i)))
      return FALSE;
  return TRUE;
}

/* Steps from where flows begin: systems further down a flow stand further to the right. */
static int *
depths (const MzSystemMap *map)
{
  int *depth = g_new0 (int, map->systems->len);

  for (guint pass = 0; pass < map->systems->len && pass < 40; pass++)
    {
      gboolean changed = FALSE;

      for (guint f = 0; f < map->flows->len; f++)
        {
          const MzMapFlow *flow = mz_map_flow (map, f);

          /* Circles end where a way would be longer than there are systems. */
          if (flow->source != flow->sink && depth[flow->sink] < depth[flow->source] + 1 &&
              depth[flow->source] + 1 < (int)map->systems->len)
            {
              depth[flow->sink] = depth[flow->source] + 1;
              changed = TRUE;
            }
        }
      if (!changed)
        break;
    }
  return depth;
}

typedef struct
{
  guint system;
  int zone;
  int depth;
} MzQueued;

static int
compare_queued (gconstpointer a, gconstpointer b)
{
  const MzQueued *left = a, *right = b;

  if (left->zone != right->zone)
    return left->zone - right->zone;
  if (left->depth != right->depth)
    return left->depth - right->depth;
  return (int)left->system - (int)right->system;
}

/* Fills zone after zone, column by column of @n_rows cells; one-column zones share a column while it has room.
 * Returns the number of columns. */
static int
fill (MzSystemMap *map, const MzQueued *queue, int n_rows)
{
  guint n = map->systems->len;
  int column = -1;
  int next_row = n_rows;
  gboolean shared = FALSE; /* whether the last column holds one-column zones only */

  for (guint from = 0, to; from < n; from = to)
    {
      for (to = from; to < n && queue[to].zone == queue[from].zone; to++)
        ;
      int size = (int)(to - from);
      int wide = (size + n_rows - 1) / n_rows;
      gboolean joins = wide == 1 && shared && next_row + size <= n_rows;
      int first_row = joins ? next_row : 0;
      int first_column = joins ? column : column + 1;
      int high = (size + wide - 1) / wide;

      for (guint i = from; i < to; i++)
        {
          MzMapSystem *system = mz_map_system (map, queue[i].system);
          int place = (int)(i - from);

          system->column = first_column + place / high;
          system->row = first_row + place % high;
          system->placed = TRUE;
        }
      column = first_column + wide - 1;
      shared = wide == 1;
      next_row = first_row + high;
    }
  return column + 1;
}

static void
place_anew (MzSystemMap *map, double aspect)
{
  guint n = map->systems->len;
  g_autofree int *depth = depths (map);
  g_autofree MzQueued *queue = g_new (MzQueued, MAX (n, 1));
  double best = 0;
  int best_rows = 1;

  for (guint i = 0; i < n; i++)
    {
      int zone = mz_map_system (map, i)->zone;

      queue[i] = (MzQueued){i, zone >= 0 ? zone : G_MAXINT, depth[i]};
    }
  qsort (queue, n, sizeof (MzQueued), compare_queued);
  for (int rows = 1; rows <= (int)n && rows <= MZ_MAP_MAX_COLUMNS; rows++)
    {
      int columns = fill (map, queue, rows);
      /* Cells read best at about three to two. */
      double size = MIN (aspect / columns / 1.5, 1.0 / rows);

      if (size > best * 1.0001)
        {
          best = size;
          best_rows = rows;
        }
    }
  map->n_columns = fill (map, queue, best_rows);
  map->n_rows = close_up (map, G_STRUCT_OFFSET (MzMapSystem, row));
  span_zones (map);
}

void
mz_system_map_place (MzSystemMap *map, double aspect)
{
  if (map->systems->len > 0 && !keep_places (map))
    place_anew (map, aspect);
}
