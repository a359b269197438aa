/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Places of the strategy map. A perspective has as many rows as links within it ask for, and more where a row would get
 * too full; the layered layout then orders the cards of each row. */

#include "config.h"

#include "strategy-map-private.h"

#include <math.h>

#define BAND_GAP 8.0
#define CARD_GAP 16.0
#define LANE 16.0
#define CARD_WIDTH 190.0
#define CARD_HEIGHT 74.0
/* What a card with a title needs. */
#define CARD_MIN_WIDTH 108.0
#define ROW_MIN_HEIGHT 54.0
#define MAX_LEVEL 3

/* Levels by the longest way within the own band. */
static void
set_levels (MzStrategyMap *map)
{
  for (guint round = 0; round < MAX_LEVEL; round++)
    for (guint i = 0; i < map->links->len; i++)
      {
        const MzMapObjective *from = mz_map_objective (map, mz_map_link (map, i)->from);
        MzMapObjective *to = mz_map_objective (map, mz_map_link (map, i)->to);

        if (from->band == to->band)
          to->level = MIN (MAX (to->level, from->level + 1), MAX_LEVEL);
      }
}

/* Rows with at most @most cards each; returns their number. */
static guint
set_rows (MzStrategyMap *map, guint most, gboolean by_level)
{
  guint row = 0;

  for (guint b = 0; b < MZ_SCORECARD_N_PERSPECTIVES; b++)
    {
      map->bands[b].first_row = row;
      for (guint level = 0; level <= (by_level ? MAX_LEVEL : 0); level++)
        {
          guint n = 0, k = 0;

          for (guint i = 0; i < map->objectives->len; i++)
            n += mz_map_objective (map, i)->band == b &&
                 (!by_level || mz_map_objective (map, i)->level == level);
          guint rows = (n + most - 1) / most;
          for (guint i = 0; i < map->objectives->len; i++)
            {
              MzMapObjective *objective = mz_map_objective (map, i);

              if (objective->band == b && (!by_level || objective->level == level))
                objective->row = row + (guint)((guint64)k++ * rows / n);
            }
          row += rows;
        }
      row += row == map->bands[b].first_row;
      map->bands[b].n_rows = row - map->bands[b].first_row;
    }
  return row;
}

static double
row_height (const MzStrategyMap *map, guint n_rows)
{
  return (map->area.height - (BAND_GAP + map->label_height) * MZ_SCORECARD_N_PERSPECTIVES +
          BAND_GAP) /
         n_rows;
}

/* As few cards a row as words allow; more where the rows would get too low. */
static guint
choose_rows (MzStrategyMap *map, double width)
{
  guint most = (guint)MAX (1, floor (width / (CARD_MIN_WIDTH + CARD_GAP)));
  guint n_rows = set_rows (map, most, TRUE);

  if (row_height (map, n_rows) < ROW_MIN_HEIGHT)
    n_rows = set_rows (map, most, FALSE);
  while (row_height (map, n_rows) < ROW_MIN_HEIGHT && most < map->objectives->len)
    {
      most = most * 3 / 2 + 1;
      n_rows = set_rows (map, most, FALSE);
      if (width / most < row_height (map, n_rows))
        break;
    }
  return n_rows;
}

static void
place_bands (MzStrategyMap *map, double height)
{
  double bottom = map->area.y + map->area.height;

  for (guint b = 0; b < MZ_SCORECARD_N_PERSPECTIVES; b++)
    {
      MzMapBand *band = &map->bands[b];
      double tall = band->n_rows * height + map->label_height;

      band->box = (MzBox){map->area.x, bottom - tall, map->area.width, tall};
      bottom -= tall + BAND_GAP;
    }
}

/* The greatest even width of cards at which every row has room, and the gap that goes with it. */
static double
card_width (const MzStrategyMap *map, guint n_rows, double width, double *gap)
{
  double slot = CARD_WIDTH + CARD_GAP;

  for (guint row = 0; row < n_rows; row++)
    {
      guint passing, boxes = mz_layered_boxes_in (map->layered, row, &passing);

      if (boxes > 0)
        slot = MIN (slot, MAX ((width - passing * (LANE + CARD_GAP)) / boxes, 3));
    }
  *gap = MIN (CARD_GAP, floor (slot * 0.1) * 2);
  return MAX (floor ((slot - *gap) / 2) * 2, 2);
}

/* The ways of the links, moved to where the cards begin. */
static void
route_links (MzStrategyMap *map, double x)
{
  for (guint i = 0; i < map->links->len; i++)
    {
      MzMapLink *link = mz_map_link (map, i);

      link->way = g_array_new (FALSE, FALSE, sizeof (MzPathStep));
      mz_layered_route (map->layered, i, link->way);
      for (guint k = 0; k < link->way->len; k++)
        {
          MzPathStep *step = &g_array_index (link->way, MzPathStep, k);

          step->x += x;
          step->x1 += x;
          step->x2 += x;
        }
    }
}

/* Keeps to the picture before when it shows most of the objectives; else orders them anew. */
static void
order_cards (MzStrategyMap *map)
{
  const MzScene *previous = map->request->previous;
  g_autofree double *places = g_new (double, map->objectives->len + 1);
  guint known = 0;

  for (guint i = 0; i < map->objectives->len; i++)
    {
      const MzMapObjective *objective = mz_map_objective (map, i);
      const MzShape *mark =
          previous != NULL ? mz_scene_mark_of (previous, mz_record_id (objective->record)) : NULL;

      if (objective->pin >= 0)
        mz_layered_pin (map->layered, i, objective->pin);
      places[i] = mark != NULL ? MAX (mark->x + mark->width / 2, 0) : -1;
      known += mark != NULL;
    }
  if (known * 2 > map->objectives->len)
    mz_layered_adjust (map->layered, places);
  else
    mz_layered_arrange (map->layered);
}

static void
place_cards (MzStrategyMap *map, guint n_rows, double height, double x, double width)
{
  g_autofree double *tops = g_new (double, n_rows + 1);
  g_autofree double *bottoms = g_new (double, n_rows + 1);
  g_autofree double *widths = g_new (double, map->objectives->len + 1);
  double gap, card = card_width (map, n_rows, width, &gap);
  double tall = floor (MIN (CARD_HEIGHT, height * 0.66));

  for (guint b = 0; b < MZ_SCORECARD_N_PERSPECTIVES; b++)
    for (guint i = 0; i < map->bands[b].n_rows; i++)
      {
        const MzMapBand *band = &map->bands[b];
        double bottom = band->box.y + band->box.height - i * height;

        tops[band->first_row + i] = floor (bottom - height + (height - tall) / 2);
        bottoms[band->first_row + i] = tops[band->first_row + i] + tall;
      }
  for (guint i = 0; i < map->objectives->len; i++)
    widths[i] = card;
  map->wordless = card < 52 || tall < 24;
  MzLayeredGeometry geometry = {.width = floor (width),
                                .gap = gap,
                                .lane = LANE,
                                .arc = (height - tall) / 2,
                                .tops = tops,
                                .bottoms = bottoms};
  mz_layered_settle (map->layered, &geometry, widths);
  for (guint i = 0; i < map->objectives->len; i++)
    {
      MzMapObjective *objective = mz_map_objective (map, i);

      objective->box = (MzBox){floor (x) + mz_layered_x (map->layered, i) - card / 2,
                               tops[objective->row], card, tall};
    }
  route_links (map, floor (x));
}

gboolean
mz_strategy_map_place (MzStrategyMap *map)
{
  double x = map->area.x + map->label_width + CARD_GAP / 2;
  double width = map->area.width - map->label_width - CARD_GAP;
  g_autofree guint *ranks = g_new (guint, map->objectives->len + 1);
  g_autofree MzLayeredLink *links = g_new (MzLayeredLink, map->links->len + 1);

  set_levels (map);
  guint n_rows = choose_rows (map, width);
  double height = row_height (map, n_rows);
  for (guint i = 0; i < map->objectives->len; i++)
    ranks[i] = mz_map_objective (map, i)->row;
  for (guint i = 0; i < map->links->len; i++)
    links[i] = (MzLayeredLink){mz_map_link (map, i)->from, mz_map_link (map, i)->to};
  map->layered = mz_layered_new (ranks, map->objectives->len, links, map->links->len);
  if (map->layered == NULL)
    return FALSE;
  order_cards (map);
  place_bands (map, height);
  map->card_x = floor (x);
  map->card_room = floor (width);
  place_cards (map, n_rows, height, x, width);
  return TRUE;
}
