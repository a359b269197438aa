/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The system map in the making: systems on a grid, zones as rectangles of cells, flows as lines between boxes. Placing,
 * routing and drawing are one file each. */

#pragma once

#include "cards-private.h"

#define MZ_MAP_MAX_COLUMNS 64

/* MzMapSystem: one system, its cell and its box. */
typedef struct
{
  MzRecord *record; /* NULL: stands for an empty zone */
  int zone;         /* index, -1 for none */
  int column, row;
  gboolean placed;
  GPtrArray *weaknesses; /* MzRecord, borrowed */
  guint first_number;    /* of its weaknesses */
  MzBox box;
} MzMapSystem;

/* MzMapZone: a zone and the cells that it covers; @used only with systems in it. */
typedef struct
{
  MzRecord *record;
  gboolean used;
  int first_column, last_column, first_row, last_row;
  MzBox box;
  MzBox title;
} MzMapZone;

typedef struct
{
  double x, y;
} MzMapPoint;

/* MzMapFlow: a flow and its way from the edge of one box to the edge of the other; empty when there is none. */
typedef struct
{
  MzRecord *record;
  guint source, sink;
  GArray *points; /* MzMapPoint */
} MzMapFlow;

typedef struct
{
  MzDraw draw;
  const MzAnalysis *analysis;
  GArray *systems;       /* MzMapSystem; behind the systems one without a record for each empty zone */
  guint n_systems;       /* of those with a record */
  GArray *zones;         /* MzMapZone, in order from outside to inside to partners */
  GArray *flows;         /* MzMapFlow */
  GPtrArray *weaknesses; /* MzRecord in order of their numbers */
  int n_columns, n_rows;
  MzBox area; /* what the grid fills */
  double box_width, box_height;
  double box_top;    /* of a box in its cell */
  gboolean wordless; /* too small for names: glyphs alone, names in tooltips and table */
} MzSystemMap;

#define mz_map_system(map, i) (&g_array_index ((map)->systems, MzMapSystem, (i)))
#define mz_map_zone(map, i) (&g_array_index ((map)->zones, MzMapZone, (i)))
#define mz_map_flow(map, i) (&g_array_index ((map)->flows, MzMapFlow, (i)))

/* Gives every system a cell: its own where the model tells one that can be kept, else one of its own choosing.
 * @aspect: width by height of the place for the grid. */
void mz_system_map_place (MzSystemMap *map, double aspect);

/* Finds the ways of all flows around the boxes. */
void mz_system_map_route (MzSystemMap *map);

/* Places the names of the flows beside their ways; what finds no free place is left to tooltip and table. */
void mz_system_map_label (MzSystemMap *map);

/* A small picture of what a system is, @size high and wide. */
void mz_system_glyph (MzScene *scene, const char *type, double x, double y, double size,
                      MzColour colour);

/* The layers of the picture, to be drawn in this order. */
void mz_system_map_draw_zones (const MzSystemMap *map);
void mz_system_map_draw_flows (const MzSystemMap *map);
void mz_system_map_draw_systems (const MzSystemMap *map);

/* Where systems and weaknesses may be set down; and the same for a map that has nothing yet. */
void mz_system_map_add_places (const MzSystemMap *map);
void mz_system_map_add_ground (MzScene *scene);

/* The list of weaknesses, the rest counted where it is too long; and the width that its longest line needs. */
void mz_system_map_draw_legend (const MzSystemMap *map, const MzBox *box);
double mz_system_map_legend_width (const MzSystemMap *map);
