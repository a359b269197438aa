/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The frame of a picture: heading, message, lines of text, markers. */

#include "config.h"

#include "chart-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define PAD 12.0
/* Below this a heading would take more room than the picture. */
#define HEADING_MIN_HEIGHT 160.0

double
mz_frame_text_width (const MzFrame *self, const char *text, double size, MzWeight weight)
{
  return ceil (mz_text_width (self->request->measurer, text, size, weight)) + 1;
}

double
mz_frame_line_height (const MzFrame *self, double size)
{
  return mz_text_line_height (self->request->measurer, size);
}

MzShape *
mz_frame_line (const MzFrame *self, MzRole role, const char *text, double x, double y, double width,
               double size, MzWeight weight, MzAlign align, MzColour colour)
{
  if (text == NULL || *text == '\0' || width < size / 2)
    return NULL;
  return mz_scene_add_text (self->scene, self->request->measurer, role, text, x, y, width, 1, size,
                            weight, align, colour);
}

MzShape *
mz_frame_line_at (const MzFrame *self, MzRole role, const char *text, double x, double y,
                  double width, double size, MzWeight weight, MzAlign align, MzColour colour)
{
  return mz_frame_line (self, role, text, x, y - mz_frame_line_height (self, size) / 2, width, size,
                        weight, align, colour);
}

/* The least width in which the text takes no more lines than in @width, so that no lone word is left for the last. */
static double
balanced_width (const MzFrame *self, const char *text, double size)
{
  MzTextMeasurer *measurer = self->request->measurer;
  double height = mz_text_height (measurer, text, self->width, 3, size, MZ_WEIGHT_BOLD);
  double low = self->width / 2, high = self->width;

  if (height < 1.5 * mz_frame_line_height (self, size) ||
      height > 2.5 * mz_frame_line_height (self, size))
    return self->width;
  for (guint i = 0; i < 7; i++)
    {
      double middle = (low + high) / 2;

      if (mz_text_height (measurer, text, middle, 3, size, MZ_WEIGHT_BOLD) <= height + 0.5)
        high = middle;
      else
        low = middle;
    }
  return high;
}

/* The title as a kicker and under it the message in the largest type, at most two lines. */
static void
draw_heading (MzFrame *self, const char *title, const char *message)
{
  MzTextMeasurer *measurer = self->request->measurer;
  gboolean large = self->width >= 560;
  double size = large ? MZ_SIZE_ANSWER : MZ_SIZE_SECTION;
  double bottom = self->y + self->height;
  MzShape *shape = mz_scene_add_text (self->scene, measurer, MZ_ROLE_TITLE, title, self->x, self->y,
                                      self->width, 1, large ? MZ_SIZE_BODY : MZ_SIZE_CAPTION,
                                      MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);

  self->y = shape->y + shape->height;
  shape = mz_scene_add_text (self->scene, measurer, MZ_ROLE_TITLE, message, self->x, self->y + 2,
                             balanced_width (self, message, size), 2, size, MZ_WEIGHT_BOLD,
                             MZ_ALIGN_START, MZ_COLOUR_INK);
  self->y = shape->y + shape->height + MZ_GRID * 2;
  self->height = bottom - self->y;
}

MzFrame
mz_frame_begin (const MzChartRequest *request, const char *name, const char *title,
                const char *message)
{
  double pad = request->titled ? MIN (56, MAX (PAD, request->width * 0.04)) : 2;
  MzFrame self = {.request = request, .x = pad, .y = request->titled ? pad * 0.75 : 2};

  self.scene = mz_scene_new (name, title, request->width, request->height);
  self.width = request->width - 2 * pad;
  self.height = request->height - 2 * self.y;
  mz_scene_set_description (self.scene, message);
  if (request->titled && self.height >= HEADING_MIN_HEIGHT)
    draw_heading (&self, title, message);
  return self;
}

MzScene *
mz_frame_message (const MzChartRequest *request, const char *name, const char *title,
                  const char *sentence)
{
  MzFrame self = mz_frame_begin (request, name, title, sentence);
  const char *headers[] = {title, NULL};
  MzTable *table = mz_table_new (title, headers);

  /* A titled picture has said it in its heading already. */
  if (!request->titled || self.height < HEADING_MIN_HEIGHT)
    {
      MzTextMeasurer *measurer = request->measurer;
      double width = MIN (self.width - 2 * PAD, 480);
      guint lines = (guint)MAX (1, floor ((self.height - 2 * PAD) / (MZ_SIZE_BODY * 1.4)));
      double height =
          mz_text_height (measurer, sentence, width, lines, MZ_SIZE_BODY, MZ_WEIGHT_REGULAR);

      mz_scene_add_rectangle (self.scene, MZ_ROLE_DECORATION, self.x, self.y, self.width,
                              self.height, 8, MZ_COLOUR_WASH);
      mz_scene_add_text (self.scene, measurer, MZ_ROLE_TITLE, sentence,
                         self.x + (self.width - width) / 2, self.y + (self.height - height) / 2,
                         width, lines, MZ_SIZE_BODY, MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE,
                         MZ_COLOUR_SECONDARY);
    }
  mz_table_add_row (table, NULL, sentence);
  mz_scene_set_table (self.scene, table);
  return self.scene;
}

MzManner
mz_chart_manner (const MzAnalysis *analysis, guint index)
{
  static const MzManner manners[] = {
      {MZ_COLOUR_SCENARIO_1, MZ_DASH_SOLID, MZ_MARKER_CIRCLE},
      {MZ_COLOUR_SCENARIO_2, MZ_DASH_DASHED, MZ_MARKER_SQUARE},
      {MZ_COLOUR_SCENARIO_3, MZ_DASH_DASH_DOT, MZ_MARKER_TRIANGLE},
      {MZ_COLOUR_SCENARIO_4, MZ_DASH_DOTTED, MZ_MARKER_DIAMOND},
  };
  guint place = 0;

  for (guint i = 0; i < index; i++)
    {
      const MzScenarioResult *other = g_ptr_array_index (analysis->scenarios, i);

      place += other->baseline ? 0 : 1;
    }
  const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, index);
  if (scenario->baseline)
    return (MzManner){MZ_COLOUR_SCENARIO_0, MZ_DASH_DASHED, MZ_MARKER_CIRCLE};
  /* From the fifth on colours repeat, with another marker. */
  MzManner manner = manners[place % G_N_ELEMENTS (manners)];
  manner.marker = (manner.marker + place / G_N_ELEMENTS (manners)) % G_N_ELEMENTS (manners);
  return manner;
}

static MzShape *
add_polygon (const MzFrame *self, MzRole role, const double points[][2], guint n, double x,
             double y, double half)
{
  MzPathStep steps[5];

  for (guint i = 0; i < n; i++)
    steps[i] = (MzPathStep){.op = i == 0 ? MZ_PATH_MOVE : MZ_PATH_LINE,
                            .x = x + points[i][0] * half,
                            .y = y + points[i][1] * half};
  steps[n] = (MzPathStep){.op = MZ_PATH_CLOSE};
  return mz_scene_add_path (self->scene, role, steps, n + 1, MZ_COLOUR_NONE, MZ_COLOUR_NONE, 0);
}

MzShape *
mz_frame_marker (const MzFrame *self, MzRole role, const MzManner *manner, double x, double y,
                 double size, gboolean hollow)
{
  static const double triangle[][2] = {{0, -1.1}, {1.1, 0.9}, {-1.1, 0.9}};
  static const double diamond[][2] = {{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}};
  double half = size / 2;
  MzShape *shape;

  switch (manner->marker)
    {
    case MZ_MARKER_SQUARE:
      shape = mz_scene_add_rectangle (self->scene, role, x - half * 0.9, y - half * 0.9, size * 0.9,
                                      size * 0.9, 1, MZ_COLOUR_NONE);
      break;
    case MZ_MARKER_TRIANGLE:
      shape = add_polygon (self, role, triangle, G_N_ELEMENTS (triangle), x, y, half);
      break;
    case MZ_MARKER_DIAMOND:
      shape = add_polygon (self, role, diamond, G_N_ELEMENTS (diamond), x, y, half);
      break;
    default:
      shape =
          mz_scene_add_ellipse (self->scene, role, x - half, y - half, size, size, MZ_COLOUR_NONE);
      break;
    }
  shape->fill = hollow ? MZ_COLOUR_PAPER : manner->colour;
  mz_shape_set_stroke (shape, hollow ? manner->colour : MZ_COLOUR_PAPER, hollow ? 2.5 : 1,
                       MZ_DASH_SOLID);
  return shape;
}
