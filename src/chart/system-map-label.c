/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Names of flows beside their ways. Every name tries places along its own segments, longest first, on one line and then on
 * two; a place is free when no box, name, zone heading or line lies there. */

#include "config.h"

#include "system-map-private.h"

#include <math.h>

#define CLEAR 3.0

static gboolean
boxes_meet (const MzBox *a, const MzBox *b, double margin)
{
  return a->x < b->x + b->width + margin && b->x < a->x + a->width + margin &&
         a->y < b->y + b->height + margin && b->y < a->y + a->height + margin;
}

/* Segments run along one axis, so each is a box without thickness. */
static MzBox
segment_box (const GArray *points, guint index)
{
  MzMapPoint a = g_array_index (points, MzMapPoint, index);
  MzMapPoint b = g_array_index (points, MzMapPoint, index + 1);

  return (MzBox){MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y)};
}

static gboolean
is_free (const MzSystemMap *map, const GArray *labels, const MzBox *place, gboolean lines_too)
{
  if (place->x < map->area.x || place->y < map->area.y ||
      place->x + place->width > map->area.x + map->area.width ||
      place->y + place->height > map->area.y + map->area.height)
    return FALSE;
  for (guint i = 0; i < map->systems->len; i++)
    if (boxes_meet (place, &mz_map_system (map, i)->box, 1))
      return FALSE;
  for (guint i = 0; i < map->zones->len; i++)
    if (mz_map_zone (map, i)->used && boxes_meet (place, &mz_map_zone (map, i)->title, 2))
      return FALSE;
  for (guint i = 0; i < labels->len; i++)
    if (boxes_meet (place, &g_array_index (labels, MzBox, i), 3))
      return FALSE;
  for (guint f = 0; lines_too && f < map->flows->len; f++)
    {
      const GArray *points = mz_map_flow (map, f)->points;

      for (guint s = 0; s + 1 < points->len; s++)
        {
          MzBox line = segment_box (points, s);

          if (boxes_meet (place, &line, 1))
            return FALSE;
        }
    }
  return TRUE;
}

/* Tries both sides of a segment at several places along it. */
static gboolean
try_segment (const MzSystemMap *map, const GArray *labels, const MzBox *line, double width,
             double height, gboolean lines_too, MzBox *place)
{
  static const double shares[] = {0.5, 0.3, 0.7, 0.12, 0.88};
  gboolean lying = line->width >= line->height;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    for (int side = 0; side < 2; side++)
      {
        double x = line->x + line->width * shares[i];
        double y = line->y + line->height * shares[i];

        if (lying)
          *place =
              (MzBox){x - width / 2, side == 0 ? y - height - CLEAR + 1 : y + CLEAR, width, height};
        else
          *place = (MzBox){side == 0 ? x + CLEAR + 1 : x - width - CLEAR - 1, y - height / 2, width,
                           height};
        if (is_free (map, labels, place, lines_too))
          return TRUE;
      }
  return FALSE;
}

static gboolean
find_place (const MzSystemMap *map, const GArray *labels, const MzMapFlow *flow, double width,
            double height, gboolean lines_too, MzBox *place)
{
  g_autoptr (GArray) done = g_array_new (FALSE, TRUE, sizeof (gboolean));

  if (flow->points->len < 2)
    return FALSE;
  g_array_set_size (done, flow->points->len - 1);
  for (guint round = 0; round < done->len; round++)
    {
      double longest = -1;
      guint best = 0;

      for (guint s = 0; s < done->len; s++)
        {
          MzBox line = segment_box (flow->points, s);

          if (!g_array_index (done, gboolean, s) && line.width + line.height > longest)
            {
              longest = line.width + line.height;
              best = s;
            }
        }
      g_array_index (done, gboolean, best) = TRUE;
      MzBox line = segment_box (flow->points, best);
      if (try_segment (map, labels, &line, width, height, lines_too, place))
        return TRUE;
    }
  return FALSE;
}

/* Whether a name stands in one zone, or outside of all; else the edge of a zone would run through it. */
static gboolean
is_on_edge (const MzSystemMap *map, const MzBox *place)
{
  for (guint i = 0; i < map->zones->len; i++)
    {
      const MzBox *zone = &mz_map_zone (map, i)->box;

      if (mz_map_zone (map, i)->used && boxes_meet (place, zone, 0) &&
          !(place->x >= zone->x && place->x + place->width <= zone->x + zone->width &&
            place->y >= zone->y && place->y + place->height <= zone->y + zone->height))
        return TRUE;
    }
  return FALSE;
}

/* The width below which a word would be torn: Japanese may break anywhere, other words only between them. */
static double
longest_word (const MzDraw *draw, const char *text)
{
  g_autoptr (GString) word = g_string_new (NULL);
  double longest = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isspace (letter) || g_unichar_iswide (letter))
        g_string_truncate (word, 0);
      else
        g_string_append_unichar (word, letter);
      longest = MAX (longest,
                     mz_text_width (draw->measurer, word->str, MZ_CARD_SMALL, MZ_WEIGHT_REGULAR));
    }
  return longest;
}

static void
draw_label (const MzSystemMap *map, GArray *labels, const MzMapFlow *flow)
{
  const MzDraw *draw = &map->draw;
  const char *title = mz_record_text (flow->record, "title");
  double line = mz_text_line_height (draw->measurer, MZ_CARD_SMALL);
  double full, word, shares[] = {1.0, 0.62, 0.5};
  MzBox place;

  if (title == NULL || *title == '\0')
    return;
  word = ceil (longest_word (draw, title)) + 1;
  full = ceil (mz_text_width (draw->measurer, title, MZ_CARD_SMALL, MZ_WEIGHT_REGULAR)) + 1;
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      double width = MAX (ceil (full * shares[i]) + (i > 0 ? 4 : 0), MAX (24, word));
      guint lines = i == 0 ? 1 : i + 1;
      double height =
          mz_text_height (draw->measurer, title, width, 9, MZ_CARD_SMALL, MZ_WEIGHT_REGULAR);

      if (height > lines * line + 0.5 ||
          !find_place (map, labels, flow, width, height, TRUE, &place))
        continue;
      if (is_on_edge (map, &place))
        mz_scene_add_rectangle (draw->scene, MZ_ROLE_DECORATION, place.x - 1, place.y + 1,
                                place.width + 2, place.height - 4, 3, MZ_COLOUR_PAPER);
      MzShape *text = mz_scene_add_text (draw->scene, draw->measurer, MZ_ROLE_LABEL, title, place.x,
                                         place.y, width, lines, MZ_CARD_SMALL, MZ_WEIGHT_REGULAR,
                                         MZ_ALIGN_MIDDLE, MZ_COLOUR_SECONDARY);
      mz_shape_set_record (text, mz_record_id (flow->record));
      g_array_append_val (labels, place);
      return;
    }
}

void
mz_system_map_label (MzSystemMap *map)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (MzBox));

  for (guint i = 0; i < map->flows->len; i++)
    draw_label (map, labels, mz_map_flow (map, i));
}
