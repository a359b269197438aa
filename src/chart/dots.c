/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A closed line without length and with round ends is a disc, by the rules of PDF and of cairo: one point in the file
 * instead of four curves. The line around a mark is a greater disc under it. Marks that follow each other, look alike and do not
 * touch are drawn by one command for all greater discs and one for all others. */

#include "config.h"

#include "dots-private.h"

#include <math.h>

#include "stamp-private.h"

/* Marks drawn together; more would mostly touch one of the others. */
#define MOST 64
/* In units of the picture: as far as the polygon that cairo reckons the edges of a disc with may be off. */
#define TOLERANCE 1.0

struct _MzDots
{
  cairo_t *cr;
  MzTheme theme;
  const MzShape *marks[MOST];
  guint n;
};

MzDots *
mz_dots_new (const MzScene *scene, cairo_t *cr, MzTheme theme)
{
  if (cairo_surface_get_type (cairo_get_group_target (cr)) != CAIRO_SURFACE_TYPE_PDF ||
      !mz_stamps_has_many_marks (scene))
    return NULL;
  MzDots *self = g_new0 (MzDots, 1);
  self->cr = cr;
  self->theme = theme;
  return self;
}

static void
set_colour (const MzDots *self, MzColour colour)
{
  MzRgba rgba = mz_palette_colour (self->theme, colour);
  cairo_set_source_rgb (self->cr, rgba.red, rgba.green, rgba.blue);
}

/* Few digits make a small file, which is packed sooner; nobody sees an eighth of a unit. */
static double
place_of (double value)
{
  return floor (value * 4 + 0.5) / 4;
}

static void
draw (MzDots *self)
{
  const MzShape *look = self->marks[0];

  if (self->n == 0)
    return;
  cairo_save (self->cr);
  cairo_set_tolerance (self->cr, TOLERANCE);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (self->cr);
  for (guint i = 0; i < self->n; i++)
    {
      cairo_move_to (self->cr, place_of (self->marks[i]->x + look->width / 2),
                     place_of (self->marks[i]->y + look->height / 2));
      cairo_close_path (self->cr);
    }
  if (look->line_width > 0)
    {
      set_colour (self, look->stroke);
      cairo_set_line_width (self->cr, look->width + look->line_width);
      cairo_stroke_preserve (self->cr);
    }
  set_colour (self, look->fill);
  cairo_set_line_width (self->cr, look->width - MAX (look->line_width, 0));
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
  self->n = 0;
}

void
mz_dots_free (MzDots *self)
{
  if (self == NULL)
    return;
  draw (self);
  g_free (self);
}

/* A disc over a disc looks like a mark only when neither lets anything through. */
static gboolean
is_dot (const MzDots *self, const MzShape *shape)
{
  return shape->type == MZ_SHAPE_ELLIPSE && shape->dash == MZ_DASH_SOLID &&
         shape->width == shape->height && shape->width > shape->line_width &&
         mz_palette_colour (self->theme, shape->fill).alpha == 1 &&
         (shape->line_width <= 0 || mz_palette_colour (self->theme, shape->stroke).alpha == 1);
}

static gboolean
may_join (const MzDots *self, const MzShape *shape)
{
  const MzShape *look = self->marks[0];
  double apart = shape->width + MAX (shape->line_width, 0);

  if (self->n == MOST || look->width != shape->width || look->fill != shape->fill ||
      look->stroke != shape->stroke || look->line_width != shape->line_width)
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    {
      double x = shape->x - self->marks[i]->x, y = shape->y - self->marks[i]->y;
      if (x * x + y * y < apart * apart)
        return FALSE;
    }
  return TRUE;
}

gboolean
mz_dots_put (MzDots *self, const MzShape *shape)
{
  gboolean dot = is_dot (self, shape);

  if (self->n > 0 && (!dot || !may_join (self, shape)))
    draw (self);
  if (dot)
    self->marks[self->n++] = shape;
  return dot;
}
