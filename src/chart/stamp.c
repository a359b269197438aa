/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Stamps on pixels. A mark is drawn at one of 4 × 4 places within a pixel, so that it is never further than an eighth of a
 * pixel from where it belongs. A PDF has dots instead: cairo is slower with an object that is referred to. */

#include "config.h"

#include "stamp-private.h"

#include <math.h>

/* Fewer marks than this are drawn one by one, exactly. */
#define MARKS_MIN 500
#define PHASES 4
#define PIXELS_MAX 64.0
/* Looks beyond this many are drawn one by one. */
#define LOOKS_MAX 64

typedef struct
{
  double width, height, line_width;
  MzColour fill, stroke;
  cairo_surface_t
      *surfaces[PHASES][PHASES]; /* by the place within a pixel, down and to the right */
} Look;

struct _MzStamps
{
  cairo_t *cr;
  MzStampDraw draw;
  gpointer painter;
  cairo_matrix_t space;
  GArray *looks;
  guint last; /* the look that was used last: neighbours are often alike */
};

static void
look_clear (gpointer data)
{
  Look *look = data;
  for (guint i = 0; i < PHASES * PHASES; i++)
    g_clear_pointer (&look->surfaces[i / PHASES][i % PHASES], cairo_surface_destroy);
}

static gboolean
is_mark (const MzShape *shape)
{
  return shape->type == MZ_SHAPE_ELLIPSE && shape->dash == MZ_DASH_SOLID;
}

gboolean
mz_stamps_has_many_marks (const MzScene *scene)
{
  guint marks = 0;
  for (guint i = 0; i < mz_scene_n_shapes (scene) && marks < MARKS_MIN; i++)
    marks += is_mark (mz_scene_shape (scene, i)) ? 1 : 0;
  return marks == MARKS_MIN;
}

MzStamps *
mz_stamps_new (const MzScene *scene, cairo_t *cr, MzStampDraw draw, gpointer painter)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t space;
  double x_scale, y_scale;
  cairo_get_matrix (cr, &space);
  cairo_surface_get_device_scale (target, &x_scale, &y_scale);
  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE || x_scale != 1 || y_scale != 1 ||
      space.xy != 0 || space.yx != 0 || space.xx != space.yy || space.xx <= 0 ||
      !mz_stamps_has_many_marks (scene))
    return NULL;
  MzStamps *self = g_new0 (MzStamps, 1);
  self->cr = cr;
  self->draw = draw;
  self->painter = painter;
  self->space = space;
  self->looks = g_array_new (FALSE, TRUE, sizeof (Look));
  g_array_set_clear_func (self->looks, look_clear);
  return self;
}

void
mz_stamps_free (MzStamps *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->looks);
  g_free (self);
}

static gboolean
is_alike (const Look *look, const MzShape *shape)
{
  return look->width == shape->width && look->height == shape->height &&
         look->fill == shape->fill && look->stroke == shape->stroke &&
         look->line_width == shape->line_width;
}

static Look *
look_of (MzStamps *self, const MzShape *shape)
{
  if (self->last < self->looks->len &&
      is_alike (&g_array_index (self->looks, Look, self->last), shape))
    return &g_array_index (self->looks, Look, self->last);
  for (self->last = 0; self->last < self->looks->len; self->last++)
    if (is_alike (&g_array_index (self->looks, Look, self->last), shape))
      return &g_array_index (self->looks, Look, self->last);
  if (self->looks->len == LOOKS_MAX)
    return NULL;
  Look look = {shape->width, shape->height, shape->line_width,
               shape->fill,  shape->stroke, {{NULL}}};
  g_array_append_val (self->looks, look);
  return &g_array_index (self->looks, Look, self->last);
}

/* Room around the mark for its line and the blur of an edge, in units of the target. */
static double
margin_of (const MzStamps *self, const MzShape *shape)
{
  return ceil (shape->line_width / 2 * self->space.xx) + 1;
}

static cairo_surface_t *
make (MzStamps *self, const MzShape *shape, double x, double y)
{
  double scale = self->space.xx, margin = margin_of (self, shape);
  double width = ceil (shape->width * scale + 2 * margin + 1),
         height = ceil (shape->height * scale + 2 * margin + 1);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)width, (int)height);
  cairo_t *cr = cairo_create (surface);
  cairo_translate (cr, margin + x, margin + y);
  cairo_scale (cr, scale, scale);
  self->draw (self->painter, cr, shape);
  cairo_destroy (cr);
  return surface;
}

gboolean
mz_stamps_put (MzStamps *self, const MzShape *shape)
{
  double scale = self->space.xx, margin = margin_of (self, shape);
  if (!is_mark (shape) || MAX (shape->width, shape->height) * scale > PIXELS_MAX)
    return FALSE;
  Look *look = look_of (self, shape);
  if (look == NULL)
    return FALSE;
  double x = floor ((shape->x * scale + self->space.x0) * PHASES + 0.5) / PHASES;
  double y = floor ((shape->y * scale + self->space.y0) * PHASES + 0.5) / PHASES;
  int column = (int)((x - floor (x)) * PHASES), row = (int)((y - floor (y)) * PHASES);
  cairo_surface_t **surface = &look->surfaces[row][column];
  if (*surface == NULL)
    *surface = make (self, shape, (double)column / PHASES, (double)row / PHASES);
  cairo_identity_matrix (self->cr);
  cairo_set_source_surface (self->cr, *surface, floor (x) - margin, floor (y) - margin);
  cairo_paint (self->cr);
  cairo_set_matrix (self->cr, &self->space);
  return TRUE;
}
