/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Pointing at scenes and walking through them by keyboard. */

#include "config.h"

#include <math.h>

#include "mezasu/scene.h"

/* How far from a line a pointer may be and still mean it. */
#define NEAR 4.0
/* Straight pieces that a curve is measured by. */
#define PIECES 16

static double
segment_distance (double px, double py, double ax, double ay, double bx, double by)
{
  double dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  double t = length == 0 ? 0 : CLAMP (((px - ax) * dx + (py - ay) * dy) / length, 0, 1);
  return hypot (px - ax - t * dx, py - ay - t * dy);
}

static double
curve_distance (double px, double py, double ax, double ay, const MzPathStep *step)
{
  double nearest = INFINITY, fx = ax, fy = ay;
  for (int i = 1; i <= PIECES; i++)
    {
      double t = (double) i / PIECES, s = 1 - t;
      double x = s * s * s * ax + 3 * s * s * t * step->x1 + 3 * s * t * t * step->x2 + t * t * t * step->x;
      double y = s * s * s * ay + 3 * s * s * t * step->y1 + 3 * s * t * t * step->y2 + t * t * t * step->y;
      nearest = MIN (nearest, segment_distance (px, py, fx, fy, x, y));
      fx = x, fy = y;
    }
  return nearest;
}

static double
path_distance (const MzShape *shape, double px, double py)
{
  double nearest = INFINITY, x = 0, y = 0, start_x = 0, start_y = 0;
  for (guint i = 0; i < shape->steps->len; i++)
    {
      const MzPathStep *step = &g_array_index (shape->steps, MzPathStep, i);
      double to_x = step->op == MZ_PATH_CLOSE ? start_x : step->x, to_y = step->op == MZ_PATH_CLOSE ? start_y : step->y;
      if (step->op == MZ_PATH_MOVE)
        start_x = to_x, start_y = to_y;
      else if (step->op == MZ_PATH_CURVE)
        nearest = MIN (nearest, curve_distance (px, py, x, y, step));
      else
        nearest = MIN (nearest, segment_distance (px, py, x, y, to_x, to_y));
      x = to_x, y = to_y;
    }
  return nearest;
}

static gboolean
is_hit (const MzShape *shape, double x, double y)
{
  gboolean inside = x >= shape->x && x <= shape->x + shape->width && y >= shape->y && y <= shape->y + shape->height;

  switch (shape->type)
    {
    case MZ_SHAPE_ELLIPSE:
      if (shape->width <= 0 || shape->height <= 0)
        return FALSE;
      return pow ((x - shape->x) / shape->width * 2 - 1, 2) + pow ((y - shape->y) / shape->height * 2 - 1, 2) <= 1;
    case MZ_SHAPE_PATH:
      return (shape->fill != MZ_COLOUR_NONE && inside) || path_distance (shape, x, y) <= NEAR;
    default:
      return inside;
    }
}

const MzShape *
mz_scene_pick (const MzScene *self, double x, double y)
{
  /* A mark is meant before a line, a line before the cell that both lie in. */
  static const MzRole order[] = { MZ_ROLE_MARK, MZ_ROLE_LABEL, MZ_ROLE_LINK, MZ_ROLE_CELL };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = mz_scene_n_shapes (self); j > 0; j--)
      {
        const MzShape *shape = mz_scene_shape (self, j - 1);
        if (shape->role != order[i] || (shape->role == MZ_ROLE_LABEL && shape->record == NULL))
          continue;
        if (is_hit (shape, x, y))
          return shape;
      }
  return NULL;
}

static gboolean
is_stop (const MzShape *shape)
{
  return shape->role == MZ_ROLE_MARK && shape->record != NULL;
}

const MzShape *
mz_scene_mark_of (const MzScene *self, const char *record)
{
  const MzShape *fixed = NULL;

  for (guint i = 0; record != NULL && i < mz_scene_n_shapes (self); i++)
    {
      const MzShape *shape = mz_scene_shape (self, i);
      if (!is_stop (shape) || !g_str_equal (shape->record, record))
        continue;
      if (!shape->fixed)
        return shape;
      fixed = fixed != NULL ? fixed : shape;
    }
  return fixed;
}

const MzShape *
mz_scene_next (const MzScene *self, const char *record, int dx, int dy)
{
  const MzShape *from = mz_scene_mark_of (self, record), *best = NULL;
  double least = INFINITY;

  for (guint i = 0; i < mz_scene_n_shapes (self); i++)
    {
      const MzShape *shape = mz_scene_shape (self, i);
      double along, aside, cost;
      if (!is_stop (shape))
        continue;
      if (from == NULL || (dx == 0 && dy == 0))
        return shape;
      if (g_str_equal (shape->record, from->record))
        continue;
      along = dx * (shape->x + shape->width / 2 - from->x - from->width / 2) +
              dy * (shape->y + shape->height / 2 - from->y - from->height / 2);
      aside = fabs (dy * (shape->x + shape->width / 2 - from->x - from->width / 2)) +
              fabs (dx * (shape->y + shape->height / 2 - from->y - from->height / 2));
      /* What lies aside counts double, so that an arrow key keeps to its row or column. */
      cost = along + 2 * aside;
      if (along > 0.5 && cost < least)
        {
          least = cost;
          best = shape;
        }
    }
  return best != NULL ? best : from;
}
