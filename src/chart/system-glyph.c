/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Small pictures of what a system is, in lines of one weight on a square of 16 units. */

#include "config.h"

#include "system-map-private.h"

typedef struct
{
  MzScene *scene;
  double x, y, unit;
  MzColour colour;
} MzGlyph;

static void
frame (const MzGlyph *self, double x, double y, double width, double height, double radius)
{
  MzShape *shape = mz_scene_add_rectangle (
      self->scene, MZ_ROLE_DECORATION, self->x + x * self->unit, self->y + y * self->unit,
      width * self->unit, height * self->unit, radius * self->unit, MZ_COLOUR_NONE);

  mz_shape_set_stroke (shape, self->colour, 1.2, MZ_DASH_SOLID);
}

static void
ring (const MzGlyph *self, double x, double y, double width, double height, gboolean filled)
{
  MzShape *shape = mz_scene_add_ellipse (
      self->scene, MZ_ROLE_DECORATION, self->x + x * self->unit, self->y + y * self->unit,
      width * self->unit, height * self->unit, filled ? self->colour : MZ_COLOUR_NONE);

  if (!filled)
    mz_shape_set_stroke (shape, self->colour, 1.2, MZ_DASH_SOLID);
}

static void
line (const MzGlyph *self, double x1, double y1, double x2, double y2)
{
  mz_scene_add_line (self->scene, MZ_ROLE_DECORATION, self->x + x1 * self->unit,
                     self->y + y1 * self->unit, self->x + x2 * self->unit,
                     self->y + y2 * self->unit, self->colour, 1.2);
}

/* @steps: in units of the glyph. */
static void
path (const MzGlyph *self, const MzPathStep *steps, guint n_steps)
{
  MzPathStep scaled[16];

  g_assert (n_steps <= G_N_ELEMENTS (scaled));
  for (guint i = 0; i < n_steps; i++)
    {
      scaled[i] = steps[i];
      scaled[i].x = self->x + steps[i].x * self->unit;
      scaled[i].y = self->y + steps[i].y * self->unit;
      scaled[i].x1 = self->x + steps[i].x1 * self->unit;
      scaled[i].y1 = self->y + steps[i].y1 * self->unit;
      scaled[i].x2 = self->x + steps[i].x2 * self->unit;
      scaled[i].y2 = self->y + steps[i].y2 * self->unit;
    }
  mz_scene_add_path (self->scene, MZ_ROLE_DECORATION, scaled, n_steps, MZ_COLOUR_NONE, self->colour,
                     1.2);
}

static void
draw_person (const MzGlyph *self)
{
  static const MzPathStep shoulders[] = {
      {.op = MZ_PATH_MOVE, .x = 2.5, .y = 15},
      {.op = MZ_PATH_CURVE, .x1 = 2.5, .y1 = 6.5, .x2 = 13.5, .y2 = 6.5, .x = 13.5, .y = 15},
      {.op = MZ_PATH_CLOSE},
  };

  ring (self, 5, 1, 6, 6, FALSE);
  path (self, shoulders, G_N_ELEMENTS (shoulders));
}

static void
draw_terminal (const MzGlyph *self)
{
  frame (self, 1.5, 2, 13, 9, 1);
  line (self, 8, 11, 8, 14);
  line (self, 4.5, 14, 11.5, 14);
}

static void
draw_application (const MzGlyph *self)
{
  frame (self, 1.5, 2, 13, 12, 1.5);
  line (self, 1.5, 5.5, 14.5, 5.5);
  line (self, 4.5, 8.5, 11.5, 8.5);
  line (self, 4.5, 11, 9, 11);
}

static void
draw_server (const MzGlyph *self)
{
  frame (self, 2, 1.5, 12, 5.5, 1);
  frame (self, 2, 9, 12, 5.5, 1);
  ring (self, 10.4, 3.4, 1.8, 1.8, TRUE);
  ring (self, 10.4, 10.9, 1.8, 1.8, TRUE);
}

static void
draw_database (const MzGlyph *self)
{
  static const MzPathStep body[] = {
      {.op = MZ_PATH_MOVE, .x = 2.5, .y = 3.5},
      {.op = MZ_PATH_LINE, .x = 2.5, .y = 12.5},
      {.op = MZ_PATH_CURVE, .x1 = 2.5, .y1 = 15.6, .x2 = 13.5, .y2 = 15.6, .x = 13.5, .y = 12.5},
      {.op = MZ_PATH_LINE, .x = 13.5, .y = 3.5},
  };
  static const MzPathStep ridge[] = {
      {.op = MZ_PATH_MOVE, .x = 2.5, .y = 8},
      {.op = MZ_PATH_CURVE, .x1 = 2.5, .y1 = 11.1, .x2 = 13.5, .y2 = 11.1, .x = 13.5, .y = 8},
  };

  path (self, body, G_N_ELEMENTS (body));
  path (self, ridge, G_N_ELEMENTS (ridge));
  ring (self, 2.5, 1.2, 11, 4.6, FALSE);
}

static void
draw_network (const MzGlyph *self)
{
  /* A shield: what passes is checked. */
  static const MzPathStep shield[] = {
      {.op = MZ_PATH_MOVE, .x = 8, .y = 1},
      {.op = MZ_PATH_LINE, .x = 14, .y = 3.2},
      {.op = MZ_PATH_LINE, .x = 14, .y = 8},
      {.op = MZ_PATH_CURVE, .x1 = 14, .y1 = 11.5, .x2 = 11, .y2 = 13.8, .x = 8, .y = 15},
      {.op = MZ_PATH_CURVE, .x1 = 5, .y1 = 13.8, .x2 = 2, .y2 = 11.5, .x = 2, .y = 8},
      {.op = MZ_PATH_LINE, .x = 2, .y = 3.2},
      {.op = MZ_PATH_CLOSE},
  };

  path (self, shield, G_N_ELEMENTS (shield));
  line (self, 8, 1, 8, 15);
}

static void
draw_control (const MzGlyph *self)
{
  for (int i = 0; i < 3; i++)
    {
      double x = 3 + 5 * i;
      double knob = i == 1 ? 9 : 4;

      line (self, x, 1.5, x, 14.5);
      ring (self, x - 1.8, knob, 3.6, 3.6, TRUE);
    }
}

static void
draw_service (const MzGlyph *self)
{
  static const MzPathStep cloud[] = {
      {.op = MZ_PATH_MOVE, .x = 4, .y = 13},
      {.op = MZ_PATH_CURVE, .x1 = 0.2, .y1 = 13, .x2 = 0.2, .y2 = 7.5, .x = 4, .y = 7.5},
      {.op = MZ_PATH_CURVE, .x1 = 4.2, .y1 = 2.2, .x2 = 11, .y2 = 1.8, .x = 11.8, .y = 6.6},
      {.op = MZ_PATH_CURVE, .x1 = 16.2, .y1 = 6.4, .x2 = 16.2, .y2 = 13, .x = 12.2, .y = 13},
      {.op = MZ_PATH_CLOSE},
  };

  path (self, cloud, G_N_ELEMENTS (cloud));
}

static const struct
{
  const char *type;
  void (*draw) (const MzGlyph *self);
} glyphs[] = {
    {"person", draw_person},   {"terminal", draw_terminal}, {"application", draw_application},
    {"server", draw_server},   {"database", draw_database}, {"network", draw_network},
    {"control", draw_control}, {"service", draw_service},
};

void
mz_system_glyph (MzScene *scene, const char *type, double x, double y, double size, MzColour colour)
{
  MzGlyph glyph = {scene, x, y, size / 16, colour};

  for (guint i = 0; i < G_N_ELEMENTS (glyphs); i++)
    if (g_strcmp0 (glyphs[i].type, type) == 0)
      {
        glyphs[i].draw (&glyph);
        return;
      }
}
