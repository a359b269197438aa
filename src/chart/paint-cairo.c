/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The painter: scenes by cairo, on whatever surface. It knows shapes, not charts. */

#include "config.h"

#include <math.h>

#include "dots-private.h"
#include "font-private.h"
#include "mezasu/paint.h"
#include "stamp-private.h"

typedef struct
{
  cairo_t *cr;
  MzTheme theme;
  PangoLayout *layout;
  double size; /* of the letters that the layout has, 0 for none yet */
  MzWeight weight;
} Painter;

static gboolean
set_colour (Painter *self, MzColour colour)
{
  MzRgba rgba = mz_palette_colour (self->theme, colour);
  if (rgba.alpha == 0)
    return FALSE;
  cairo_set_source_rgba (self->cr, rgba.red, rgba.green, rgba.blue, rgba.alpha);
  return TRUE;
}

static void
set_line (Painter *self, const MzShape *shape)
{
  double w = MAX (shape->line_width, 0.5);
  const double dashed[] = { 4 * w, 3 * w }, dotted[] = { 0.1, 2.2 * w }, dash_dot[] = { 5 * w, 2.5 * w, w, 2.5 * w };

  cairo_set_line_width (self->cr, shape->line_width);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (self->cr, shape->dash == MZ_DASH_DOTTED ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  switch (shape->dash)
    {
    case MZ_DASH_DASHED:
      cairo_set_dash (self->cr, dashed, G_N_ELEMENTS (dashed), 0);
      break;
    case MZ_DASH_DOTTED:
      cairo_set_dash (self->cr, dotted, G_N_ELEMENTS (dotted), 0);
      break;
    case MZ_DASH_DASH_DOT:
      cairo_set_dash (self->cr, dash_dot, G_N_ELEMENTS (dash_dot), 0);
      break;
    default:
      cairo_set_dash (self->cr, NULL, 0, 0);
      break;
    }
}

static void
rounded_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
ellipse (cairo_t *cr, double x, double y, double width, double height)
{
  if (width <= 0 || height <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, x + width / 2, y + height / 2);
  cairo_scale (cr, width / 2, height / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
}

static void
trace_path (cairo_t *cr, GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const MzPathStep *step = &g_array_index (steps, MzPathStep, i);
      switch (step->op)
        {
        case MZ_PATH_MOVE:
          cairo_move_to (cr, step->x, step->y);
          break;
        case MZ_PATH_LINE:
          cairo_line_to (cr, step->x, step->y);
          break;
        case MZ_PATH_CURVE:
          cairo_curve_to (cr, step->x1, step->y1, step->x2, step->y2, step->x, step->y);
          break;
        case MZ_PATH_CLOSE:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
paint_form (Painter *self, const MzShape *shape)
{
  cairo_new_path (self->cr);
  if (shape->type == MZ_SHAPE_RECTANGLE)
    rounded_rectangle (self->cr, shape->x, shape->y, shape->width, shape->height, shape->radius);
  else if (shape->type == MZ_SHAPE_ELLIPSE)
    ellipse (self->cr, shape->x, shape->y, shape->width, shape->height);
  else
    trace_path (self->cr, shape->steps);
  if (set_colour (self, shape->fill))
    cairo_fill_preserve (self->cr);
  if (shape->line_width > 0 && set_colour (self, shape->stroke))
    {
      set_line (self, shape);
      cairo_stroke_preserve (self->cr);
    }
  cairo_new_path (self->cr);
}

/* Draws a mark elsewhere, at the origin of @cr. */
static void
draw_stamp (gpointer painter, cairo_t *cr, const MzShape *shape)
{
  const Painter *self = painter;
  Painter other = { .cr = cr, .theme = self->theme };
  MzShape moved = *shape;

  moved.x = moved.y = 0;
  paint_form (&other, &moved);
}

static void
set_font (Painter *self, const MzShape *shape)
{
  PangoFontDescription *description;

  if (self->size == shape->size && self->weight == shape->weight)
    return;
  description = mz_font_description_new (NULL, shape->size, shape->weight);
  pango_layout_set_font_description (self->layout, description);
  pango_font_description_free (description);
  self->size = shape->size;
  self->weight = shape->weight;
}

static void
paint_text (Painter *self, const MzShape *shape)
{
  set_font (self, shape);
  if (!set_colour (self, shape->fill))
    return;
  for (guint i = 0; shape->lines != NULL && shape->lines[i] != NULL; i++)
    {
      PangoLayoutLine *line;
      PangoRectangle extents;
      double x = shape->x, width;
      pango_layout_set_text (self->layout, shape->lines[i], -1);
      line = pango_layout_get_line_readonly (self->layout, 0);
      pango_layout_line_get_extents (line, NULL, &extents);
      width = (double) extents.width / PANGO_SCALE;
      if (shape->align == MZ_ALIGN_MIDDLE)
        x += (shape->width - width) / 2;
      else if (shape->align == MZ_ALIGN_END)
        x += shape->width - width;
      cairo_move_to (self->cr, x, shape->y + shape->ascent + i * shape->line_height);
      pango_cairo_show_layout_line (self->cr, line);
    }
  cairo_new_path (self->cr);
}

/* A ring outside the mark: the selected one solid, the focused one dashed. */
static void
paint_ring (Painter *self, const MzShape *mark, MzDash dash)
{
  MzShape ring = { .line_width = 2, .dash = dash };
  const double gap = 3;

  cairo_new_path (self->cr);
  if (mark->type == MZ_SHAPE_ELLIPSE)
    ellipse (self->cr, mark->x - gap, mark->y - gap, mark->width + 2 * gap, mark->height + 2 * gap);
  else
    rounded_rectangle (self->cr, mark->x - gap, mark->y - gap, mark->width + 2 * gap, mark->height + 2 * gap,
                       mark->radius + gap);
  set_colour (self, MZ_COLOUR_ACCENT);
  set_line (self, &ring);
  cairo_stroke (self->cr);
}

static void
paint_rings (Painter *self, const MzScene *scene, const char *record, MzDash dash)
{
  for (guint i = 0; record != NULL && i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);
      if (shape->role == MZ_ROLE_MARK && g_strcmp0 (shape->record, record) == 0)
        paint_ring (self, shape, dash);
    }
}

void
mz_scene_paint (const MzScene *self, cairo_t *cr, MzTheme theme, const char *selected, const char *focused)
{
  PangoContext *context = mz_font_context_new ();
  PangoLayout *layout = pango_layout_new (context);
  Painter painter = { .cr = cr, .theme = theme, .layout = layout };
  MzStamps *stamps = mz_stamps_new (self, cr, draw_stamp, &painter);
  MzDots *dots = mz_dots_new (self, cr, theme);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  cairo_save (cr);
  for (guint i = 0; i < mz_scene_n_shapes (self); i++)
    {
      const MzShape *shape = mz_scene_shape (self, i);
      if (dots != NULL && mz_dots_put (dots, shape))
        continue;
      if (shape->type == MZ_SHAPE_TEXT)
        paint_text (&painter, shape);
      else if (stamps == NULL || !mz_stamps_put (stamps, shape))
        paint_form (&painter, shape);
    }
  mz_dots_free (dots);
  paint_rings (&painter, self, selected, MZ_DASH_SOLID);
  if (g_strcmp0 (selected, focused) != 0)
    paint_rings (&painter, self, focused, MZ_DASH_DASHED);
  cairo_restore (cr);
  mz_stamps_free (stamps);
  g_object_unref (layout);
  g_object_unref (context);
}
