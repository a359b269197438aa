/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Scenes: lists of shapes. */

#include "config.h"

#include <math.h>

#include "scene-private.h"

static void
shape_clear (gpointer data)
{
  MzShape *shape = data;
  g_clear_pointer (&shape->steps, g_array_unref);
  g_free (shape->text);
  g_strfreev (shape->lines);
  g_free (shape->record);
  g_free (shape->tooltip);
}

MzScene *
mz_scene_new (const char *name, const char *title, double width, double height)
{
  MzScene *self = g_new0 (MzScene, 1);
  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->description = g_strdup (title);
  self->width = width;
  self->height = height;
  self->shapes = g_array_new (FALSE, TRUE, sizeof (MzShape));
  g_array_set_clear_func (self->shapes, shape_clear);
  mz_scene_places_init (self);
  return self;
}

void
mz_scene_free (MzScene *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->description);
  g_array_unref (self->shapes);
  mz_scene_places_clear (self);
  g_clear_pointer (&self->table, mz_table_free);
  g_free (self);
}

const char *
mz_scene_name (const MzScene *self)
{
  return self->name;
}

const char *
mz_scene_title (const MzScene *self)
{
  return self->title;
}

double
mz_scene_width (const MzScene *self)
{
  return self->width;
}

double
mz_scene_height (const MzScene *self)
{
  return self->height;
}

guint
mz_scene_n_shapes (const MzScene *self)
{
  return self->shapes->len;
}

const MzShape *
mz_scene_shape (const MzScene *self, guint index)
{
  g_assert (index < self->shapes->len);
  return &g_array_index (self->shapes, MzShape, index);
}

const char *
mz_scene_description (const MzScene *self)
{
  return self->description;
}

void
mz_scene_set_description (MzScene *self, const char *description)
{
  char *copy = g_strdup (description);
  g_free (self->description);
  self->description = copy;
}

const MzTable *
mz_scene_table (const MzScene *self)
{
  return self->table;
}

void
mz_scene_set_table (MzScene *self, MzTable *table)
{
  g_clear_pointer (&self->table, mz_table_free);
  self->table = table;
}

static MzShape *
add_shape (MzScene *self, MzShapeType type, MzRole role, double x, double y, double width, double height)
{
  MzShape shape = { .type = type, .role = role, .x = x, .y = y, .width = width, .height = height };
  g_array_append_val (self->shapes, shape);
  return &g_array_index (self->shapes, MzShape, self->shapes->len - 1);
}

MzShape *
mz_scene_add_rectangle (MzScene *self, MzRole role, double x, double y, double width, double height, double radius,
                        MzColour fill)
{
  MzShape *shape = add_shape (self, MZ_SHAPE_RECTANGLE, role, x, y, width, height);
  shape->radius = radius;
  shape->fill = fill;
  return shape;
}

MzShape *
mz_scene_add_ellipse (MzScene *self, MzRole role, double x, double y, double width, double height, MzColour fill)
{
  MzShape *shape = add_shape (self, MZ_SHAPE_ELLIPSE, role, x, y, width, height);
  shape->fill = fill;
  return shape;
}

MzShape *
mz_scene_add_line (MzScene *self, MzRole role, double x1, double y1, double x2, double y2, MzColour stroke,
                   double line_width)
{
  const MzPathStep steps[] = { { .op = MZ_PATH_MOVE, .x = x1, .y = y1 }, { .op = MZ_PATH_LINE, .x = x2, .y = y2 } };
  return mz_scene_add_path (self, role, steps, 2, MZ_COLOUR_NONE, stroke, line_width);
}

static void
extend (double *low, double *high, double value)
{
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/* The box around all points; that of a curve is bounded by its control points. */
static void
bound (MzShape *shape, const MzPathStep *steps, guint n_steps)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < n_steps; i++)
    {
      if (steps[i].op == MZ_PATH_CLOSE)
        continue;
      extend (&left, &right, steps[i].x);
      extend (&top, &bottom, steps[i].y);
      if (steps[i].op == MZ_PATH_CURVE)
        {
          extend (&left, &right, steps[i].x1);
          extend (&left, &right, steps[i].x2);
          extend (&top, &bottom, steps[i].y1);
          extend (&top, &bottom, steps[i].y2);
        }
    }
  if (left > right)
    return;
  shape->x = left;
  shape->y = top;
  shape->width = right - left;
  shape->height = bottom - top;
}

MzShape *
mz_scene_add_path (MzScene *self, MzRole role, const MzPathStep *steps, guint n_steps, MzColour fill, MzColour stroke,
                   double line_width)
{
  MzShape *shape = add_shape (self, MZ_SHAPE_PATH, role, 0, 0, 0, 0);
  shape->fill = fill;
  shape->stroke = stroke;
  shape->line_width = line_width;
  shape->steps = g_array_new (FALSE, FALSE, sizeof (MzPathStep));
  g_array_append_vals (shape->steps, steps, n_steps);
  bound (shape, steps, n_steps);
  return shape;
}

void
mz_shape_set_stroke (MzShape *self, MzColour stroke, double line_width, MzDash dash)
{
  self->stroke = stroke;
  self->line_width = line_width;
  self->dash = dash;
}

void
mz_shape_set_record (MzShape *self, const char *record)
{
  char *copy = g_strdup (record);
  g_free (self->record);
  self->record = copy;
}

void
mz_shape_set_tooltip (MzShape *self, const char *tooltip)
{
  char *copy = g_strdup (tooltip);
  g_free (self->tooltip);
  self->tooltip = copy;
}

void
mz_scene_add_scene (MzScene *self, const MzScene *other, double x, double y)
{
  for (guint i = 0; i < other->shapes->len; i++)
    {
      MzShape shape = g_array_index (other->shapes, MzShape, i);
      shape.x += x;
      shape.y += y;
      shape.text = g_strdup (shape.text);
      shape.lines = g_strdupv (shape.lines);
      shape.record = g_strdup (shape.record);
      shape.tooltip = g_strdup (shape.tooltip);
      if (shape.steps != NULL)
        {
          shape.steps = g_array_copy (shape.steps);
          for (guint j = 0; j < shape.steps->len; j++)
            {
              MzPathStep *step = &g_array_index (shape.steps, MzPathStep, j);
              step->x += x, step->x1 += x, step->x2 += x;
              step->y += y, step->y1 += y, step->y2 += y;
            }
        }
      g_array_append_val (self->shapes, shape);
    }
  mz_scene_places_add (self, other, x, y);
}

void
mz_scene_zoom (MzScene *self, double zoom)
{
  g_return_if_fail (zoom > 0);
  self->width *= zoom;
  self->height *= zoom;
  for (guint i = 0; i < self->shapes->len; i++)
    {
      MzShape *shape = &g_array_index (self->shapes, MzShape, i);

      shape->x *= zoom, shape->y *= zoom, shape->width *= zoom, shape->height *= zoom;
      shape->radius *= zoom, shape->line_width *= zoom;
      shape->size *= zoom, shape->line_height *= zoom, shape->ascent *= zoom;
      for (guint j = 0; shape->steps != NULL && j < shape->steps->len; j++)
        {
          MzPathStep *step = &g_array_index (shape->steps, MzPathStep, j);

          step->x *= zoom, step->x1 *= zoom, step->x2 *= zoom;
          step->y *= zoom, step->y1 *= zoom, step->y2 *= zoom;
        }
    }
  mz_scene_places_zoom (self, zoom);
}
