/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A scene on its way from another: what stands for the same record begins where it was. */

#include "config.h"

#include <math.h>

#include "scene-private.h"

/* Marks that moved by less stand still. */
#define STILL 0.5

/* The mark of each record, and its line where it has one. */
static GHashTable *
index_shapes (const MzScene *scene, MzRole role)
{
  GHashTable *shapes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < scene->shapes->len; i++)
    {
      const MzShape *shape = &g_array_index (scene->shapes, MzShape, i);

      if (shape->role == role && shape->record != NULL &&
          !g_hash_table_contains (shapes, shape->record))
        g_hash_table_insert (shapes, shape->record, (gpointer)shape);
    }
  return shapes;
}

static void
move_shape (MzShape *shape, double x, double y)
{
  shape->x += x;
  shape->y += y;
  for (guint i = 0; shape->steps != NULL && i < shape->steps->len; i++)
    {
      MzPathStep *step = &g_array_index (shape->steps, MzPathStep, i);

      step->x += x, step->x1 += x, step->x2 += x;
      step->y += y, step->y1 += y, step->y2 += y;
    }
}

static double
mix (double from, double to, double part)
{
  return from + (to - from) * part;
}

/* A line with the same pieces as before bends from one to the other; any other is drawn as it will be. */
static void
bend_line (MzShape *shape, const MzShape *from, double part)
{
  if (from == NULL || from->steps == NULL || shape->steps == NULL ||
      from->steps->len != shape->steps->len)
    return;
  for (guint i = 0; i < shape->steps->len; i++)
    if (g_array_index (shape->steps, MzPathStep, i).op !=
        g_array_index (from->steps, MzPathStep, i).op)
      return;
  for (guint i = 0; i < shape->steps->len; i++)
    {
      MzPathStep *step = &g_array_index (shape->steps, MzPathStep, i);
      const MzPathStep *old = &g_array_index (from->steps, MzPathStep, i);

      step->x = mix (old->x, step->x, part), step->y = mix (old->y, step->y, part);
      step->x1 = mix (old->x1, step->x1, part), step->y1 = mix (old->y1, step->y1, part);
      step->x2 = mix (old->x2, step->x2, part), step->y2 = mix (old->y2, step->y2, part);
    }
}

gboolean
mz_scene_moves (const MzScene *from, const MzScene *to)
{
  g_autoptr (GHashTable) old = index_shapes (from, MZ_ROLE_MARK);

  if (from->width != to->width || from->height != to->height)
    return FALSE;
  for (guint i = 0; i < to->shapes->len; i++)
    {
      const MzShape *shape = &g_array_index (to->shapes, MzShape, i);
      const MzShape *before = shape->role == MZ_ROLE_MARK && shape->record != NULL
                                  ? g_hash_table_lookup (old, shape->record)
                                  : NULL;

      if (before != NULL &&
          (fabs (before->x - shape->x) > STILL || fabs (before->y - shape->y) > STILL))
        return TRUE;
    }
  return FALSE;
}

MzScene *
mz_scene_between (const MzScene *from, const MzScene *to, double part)
{
  MzScene *self = mz_scene_new (to->name, to->title, to->width, to->height);
  g_autoptr (GHashTable) old = index_shapes (from, MZ_ROLE_MARK);
  g_autoptr (GHashTable) now = index_shapes (to, MZ_ROLE_MARK);
  g_autoptr (GHashTable) lines = index_shapes (from, MZ_ROLE_LINK);

  mz_scene_add_scene (self, to, 0, 0);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      MzShape *shape = &g_array_index (self->shapes, MzShape, i);
      const MzShape *before, *after;

      if (shape->record == NULL)
        continue;
      before = g_hash_table_lookup (old, shape->record);
      after = g_hash_table_lookup (now, shape->record);
      if (before != NULL && after != NULL)
        move_shape (shape, (before->x - after->x) * (1 - part),
                    (before->y - after->y) * (1 - part));
      else if (shape->role == MZ_ROLE_LINK)
        bend_line (shape, g_hash_table_lookup (lines, shape->record), part);
    }
  return self;
}
