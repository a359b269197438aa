/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The system map: zones in order from the internet to partners, systems in them, what flows between them, and the
 * weaknesses pinned to the systems that have them. Numbers on the pins are those of the list beside the map. */

#include "config.h"

#include "chart-private.h"
#include "system-map-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define ZONE_INSET 4.0

static const char *const zone_order[] = {"internet", "cloud", "office",
                                         "plant",    "store", "partner"};

static int
zone_rank (MzRecord *zone)
{
  for (guint i = 0; i < G_N_ELEMENTS (zone_order); i++)
    if (mz_record_choice_is (zone, "type", zone_order[i]))
      return (int)i;
  return G_N_ELEMENTS (zone_order);
}

static int
index_of_zone (const MzSystemMap *map, MzRecord *record)
{
  for (guint i = 0; record != NULL && i < map->zones->len; i++)
    if (mz_map_zone (map, i)->record == record)
      return (int)i;
  return -1;
}

static void
clear_system (gpointer data)
{
  g_ptr_array_unref (((MzMapSystem *)data)->weaknesses);
}

static void
clear_flow (gpointer data)
{
  g_array_unref (((MzMapFlow *)data)->points);
}

static void
collect_zones (MzSystemMap *map, MzModel *model)
{
  guint n = mz_model_count (model, "zone");

  for (int rank = 0; rank <= (int)G_N_ELEMENTS (zone_order); rank++)
    for (guint i = 0; i < n; i++)
      {
        MzMapZone zone = {.record = mz_model_nth (model, "zone", i)};

        if (zone_rank (zone.record) == rank)
          g_array_append_val (map->zones, zone);
      }
}

/* A zone in which nothing stands yet takes a cell all the same, so that something can be put into it. */
static void
collect_empty_zones (MzSystemMap *map)
{
  for (guint z = 0; z < map->zones->len; z++)
    {
      MzMapSystem nobody = {.zone = (int)z};
      gboolean empty = TRUE;

      for (guint i = 0; i < map->n_systems; i++)
        empty = empty && mz_map_system (map, i)->zone != (int)z;
      if (!empty)
        continue;
      nobody.weaknesses = g_ptr_array_new ();
      g_array_append_val (map->systems, nobody);
    }
}

static void
collect (MzSystemMap *map)
{
  MzModel *model = map->analysis->model;
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  guint n;

  collect_zones (map, model);
  n = mz_model_count (model, "system");
  for (guint i = 0; i < n; i++)
    {
      MzMapSystem system = {.record = mz_model_nth (model, "system", i)};

      system.zone = index_of_zone (map, mz_model_referred (model, system.record, "zone"));
      system.weaknesses =
          mz_model_referring (model, "weakness", "system", mz_record_id (system.record));
      g_hash_table_insert (places, system.record, GUINT_TO_POINTER (i + 1));
      g_array_append_val (map->systems, system);
    }
  map->n_systems = n;
  collect_empty_zones (map);
  n = mz_model_count (model, "flow");
  for (guint i = 0; i < n; i++)
    {
      MzMapFlow flow = {.record = mz_model_nth (model, "flow", i)};
      guint source = GPOINTER_TO_UINT (
          g_hash_table_lookup (places, mz_model_referred (model, flow.record, "source")));
      guint sink = GPOINTER_TO_UINT (
          g_hash_table_lookup (places, mz_model_referred (model, flow.record, "sink")));

      if (source == 0 || sink == 0)
        continue;
      flow.source = source - 1;
      flow.sink = sink - 1;
      flow.points = g_array_new (FALSE, FALSE, sizeof (MzMapPoint));
      g_array_append_val (map->flows, flow);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MzMapSystem *left = *(MzMapSystem *const *)a, *right = *(MzMapSystem *const *)b;

  if (left->column != right->column)
    return left->column - right->column;
  return left->row - right->row;
}

/* Numbers the weaknesses from left to right, so that the list follows the map; those of no system come last. */
static void
number_weaknesses (MzSystemMap *map)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  guint n = mz_model_count (map->analysis->model, "weakness");

  for (guint i = 0; i < map->systems->len; i++)
    g_ptr_array_add (order, mz_map_system (map, i));
  g_ptr_array_sort (order, compare_places);
  for (guint i = 0; i < order->len; i++)
    {
      MzMapSystem *system = g_ptr_array_index (order, i);

      system->first_number = map->weaknesses->len + 1;
      for (guint w = 0; w < system->weaknesses->len; w++)
        g_ptr_array_add (map->weaknesses, g_ptr_array_index (system->weaknesses, w));
    }
  for (guint i = 0; i < n; i++)
    {
      MzRecord *weakness = mz_model_nth (map->analysis->model, "weakness", i);

      if (mz_model_referred (map->analysis->model, weakness, "system") == NULL)
        g_ptr_array_add (map->weaknesses, weakness);
    }
}

/* Sizes of cells and boxes; a map of few systems does not blow them up. */
static void
measure (MzSystemMap *map, const MzBox *area)
{
  double pitch_x = MIN (area->width / map->n_columns, 260);
  double pitch_y = MIN (area->height / map->n_rows, 190);
  double line = mz_text_line_height (map->draw.measurer, MZ_CARD_SMALL);
  map->wordless = pitch_y < 44 || pitch_x < 44;
  double inset = map->wordless ? MIN (2, pitch_y * 0.08) : pitch_y < 72 ? 2 : ZONE_INSET;
  double head = inset + (map->wordless ? 2 : line + (pitch_y < 72 ? 2 : 5));

  map->area.width = pitch_x * map->n_columns;
  map->area.height = pitch_y * map->n_rows;
  map->area.x = area->x + (area->width - map->area.width) / 2;
  map->area.y = area->y + (area->height - map->area.height) / 2;
  map->box_width = floor (MIN (pitch_x * (pitch_x > 115 ? 0.66 : 0.74), 170));
  map->box_height = floor (CLAMP (pitch_y * 0.56, MIN (34, pitch_y * 0.62), 84));
  map->box_top = MAX (head, (pitch_y - map->box_height) / 2 + 5);
  if (map->box_top + map->box_height > pitch_y - inset - 3)
    map->box_height = MAX (12, pitch_y - inset - 3 - map->box_top);
  if (map->wordless)
    {
      map->box_height = pitch_y * 0.6;
      map->box_top = pitch_y * 0.2;
    }
  for (guint i = 0; i < map->systems->len; i++)
    {
      MzMapSystem *system = mz_map_system (map, i);

      system->box = (MzBox){map->area.x + system->column * pitch_x + (pitch_x - map->box_width) / 2,
                            map->area.y + system->row * pitch_y + map->box_top, map->box_width,
                            map->box_height};
    }
  for (guint i = 0; i < map->zones->len; i++)
    {
      MzMapZone *zone = mz_map_zone (map, i);
      g_autofree char *title = mz_record_title (zone->record);

      zone->box = (MzBox){map->area.x + zone->first_column * pitch_x + inset,
                          map->area.y + zone->first_row * pitch_y + inset,
                          (zone->last_column - zone->first_column + 1) * pitch_x - 2 * inset,
                          (zone->last_row - zone->first_row + 1) * pitch_y - 2 * inset};
      double width = mz_text_width (map->draw.measurer, title, MZ_CARD_SMALL, MZ_WEIGHT_BOLD) + 1;
      zone->title = (MzBox){zone->box.x + 8, zone->box.y + (inset < ZONE_INSET ? 0 : 2),
                            MIN (width, zone->box.width - 12), line};
    }
}

static MzTable *
make_table (const MzSystemMap *map, const char *title)
{
  g_autofree char *number = g_strdup_printf ("#%s", _ ("Number"));
  const char *headers[] = {_ ("What"), _ ("Name"),        _ ("Where"), _ ("Type"),
                           number,     _ ("Description"), NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint i = 0; i < map->n_systems; i++)
    {
      const MzMapSystem *system = mz_map_system (map, i);
      g_autofree char *name = mz_record_title (system->record);
      g_autofree char *zone =
          system->zone >= 0 ? mz_record_title (mz_map_zone (map, system->zone)->record) : NULL;

      mz_table_add_row (table, mz_record_id (system->record), _ ("System"), name, zone,
                        mz_entry_choice (system->record, "type"), NULL,
                        mz_record_text (system->record, "text"));
    }
  for (guint i = 0; i < map->flows->len; i++)
    {
      const MzMapFlow *flow = mz_map_flow (map, i);
      g_autofree char *name = mz_record_title (flow->record);
      g_autofree char *from = mz_record_title (mz_map_system (map, flow->source)->record);
      g_autofree char *to = mz_record_title (mz_map_system (map, flow->sink)->record);
      g_autofree char *way = g_strdup_printf ("%s → %s", from, to);

      mz_table_add_row (table, mz_record_id (flow->record), _ ("Data flow"), name, way, NULL, NULL,
                        mz_record_text (flow->record, "text"));
    }
  for (guint i = 0; i < map->weaknesses->len; i++)
    {
      MzRecord *weakness = g_ptr_array_index (map->weaknesses, i);
      MzRecord *system = mz_model_referred (map->analysis->model, weakness, "system");
      g_autofree char *name = mz_record_title (weakness);
      g_autofree char *where = system != NULL ? mz_record_title (system) : NULL;
      g_autofree char *place = g_strdup_printf ("%u", i + 1);

      mz_table_add_row (table, mz_record_id (weakness), _ ("Weakness"), name, where,
                        mz_entry_choice (weakness, "type"), place,
                        mz_record_text (weakness, "text"));
    }
  return table;
}

static char *
describe (const MzSystemMap *map)
{
  const MzMapSystem *worst = NULL;

  for (guint i = 0; i < map->systems->len; i++)
    {
      const MzMapSystem *system = mz_map_system (map, i);

      if (system->weaknesses->len > 0 &&
          (worst == NULL || system->weaknesses->len > worst->weaknesses->len))
        worst = system;
    }
  if (worst == NULL)
    return g_strdup_printf (
        _ ("No weakness is pinned to a system yet (systems: %u, data flows: %u)."), map->n_systems,
        map->flows->len);
  g_autofree char *name = mz_record_title (worst->record);
  return g_strdup_printf (_ ("Most weaknesses are at “%s”: %u of %u."), name,
                          worst->weaknesses->len,
                          mz_model_count (map->analysis->model, "weakness"));
}

/* The map, and the list of weaknesses beside it where both have room. */
static void
draw (MzSystemMap *map, const MzBox *area)
{
  gboolean listed = mz_model_count (map->analysis->model, "weakness") > 0 && area->width >= 640;
  double legend =
      listed ? MIN (mz_system_map_legend_width (map), CLAMP (area->width * 0.215, 158, 300)) : 0;
  const MzBox grid = {area->x, area->y, area->width - (listed ? legend + 16 : 0), area->height};
  const MzBox list = {area->x + area->width - legend, area->y + 4, legend, area->height - 4};

  mz_system_map_place (map, grid.width / grid.height);
  number_weaknesses (map);
  measure (map, &grid);
  mz_system_map_draw_zones (map);
  mz_system_map_route (map);
  mz_system_map_draw_flows (map);
  mz_system_map_draw_systems (map);
  if (!map->wordless)
    mz_system_map_label (map);
  if (listed)
    mz_system_map_draw_legend (map, &list);
  mz_system_map_add_places (map);
}

static MzScene *
draw_picture (const MzChartRequest *request)
{
  MzSystemMap map = {{NULL, request->measurer}, request->analysis};
  const char *title = _ ("System map");

  if (mz_model_count (request->analysis->model, "system") == 0 &&
      mz_model_count (request->analysis->model, "zone") == 0)
    {
      MzScene *empty =
          mz_frame_message (request, "system-map", title,
                            _ ("No system yet. Add zones and the systems in them, then what flows "
                               "between them."));

      mz_system_map_add_ground (empty);
      return empty;
    }
  map.systems = g_array_new (FALSE, TRUE, sizeof (MzMapSystem));
  map.zones = g_array_new (FALSE, TRUE, sizeof (MzMapZone));
  map.flows = g_array_new (FALSE, TRUE, sizeof (MzMapFlow));
  map.weaknesses = g_ptr_array_new ();
  g_array_set_clear_func (map.systems, clear_system);
  g_array_set_clear_func (map.flows, clear_flow);
  collect (&map);
  g_autofree char *message = describe (&map);
  MzFrame frame = mz_frame_begin (request, "system-map", title, message);
  const MzBox area = {frame.x, frame.y, frame.width, frame.height};
  map.draw.scene = frame.scene;
  draw (&map, &area);
  mz_scene_set_table (frame.scene, make_table (&map, title));
  g_array_unref (map.systems);
  g_array_unref (map.zones);
  g_array_unref (map.flows);
  g_ptr_array_unref (map.weaknesses);
  return frame.scene;
}

MzScene *
mz_chart_system_map (const MzChartRequest *request)
{
  return mz_chart_zoomed (request, draw_picture);
}
