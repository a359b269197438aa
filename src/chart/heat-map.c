/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The heat map: where the risks stand now and after the scenario, on the matrix of the risk criteria, with appetite and
 * tolerance drawn in. This file decides how the picture is divided; heat-map-*.c fill its parts. */

#include "config.h"

#include "heat-map-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

#define NAME "heat-map"
#define LEGEND_MIN_WIDTH 220.0
#define LEGEND_ROW 18.0

double
mz_heat_cell_x (const MzHeatMap *self, int likelihood)
{
  return mz_mapping_place (&self->columns, likelihood) - self->cell_width / 2;
}

double
mz_heat_cell_y (const MzHeatMap *self, int impact)
{
  return mz_mapping_place (&self->rows, impact) - self->cell_height / 2;
}

/* Bands of any number spread over the four colours, the mildest and the gravest at the ends. */
static guint
band_step (const MzScale *scale, int value)
{
  int band = MAX (mz_scale_band (scale, value), 0);

  if (scale->n_bands < 2)
    return 0;
  return (guint)MIN (3, lround (band * 3.0 / (scale->n_bands - 1)));
}

MzColour
mz_heat_band_colour (const MzScale *scale, int value)
{
  return MZ_COLOUR_BAND_1 + band_step (scale, value);
}

MzColour
mz_heat_ink_colour (const MzScale *scale, int value)
{
  return MZ_COLOUR_ON_BAND_1 + band_step (scale, value);
}

const char *
mz_heat_impact_title (const MzScale *scale)
{
  return scale->scheme == NULL || g_str_equal (scale->scheme, "matrix") ? _ ("Impact")
                                                                        : _ ("Importance");
}

/* The widest name of an axis. */
static double
widest (const MzFrame *frame, char *const *names, int n, double size)
{
  double width = 0;

  for (int i = 0; i < n; i++)
    width = MAX (width, mz_frame_text_width (frame, names[i], size, MZ_WEIGHT_REGULAR));
  return width;
}

static double
aside_width (const MzFrame *frame, const MzScale *scale)
{
  double width = 0;

  if (scale->has_appetite)
    width = mz_frame_text_width (frame, _ ("Appetite"), MZ_SIZE_SMALLEST, MZ_WEIGHT_BOLD);
  if (scale->has_tolerance)
    width =
        MAX (width, mz_frame_text_width (frame, _ ("Tolerance"), MZ_SIZE_SMALLEST, MZ_WEIGHT_BOLD));
  return width > 0 ? width + 8 : 2;
}

/* Puts the grid into the box and leaves room for what is written around it. */
static void
lay_grid (MzHeatMap *self, double x, double y, double width, double height)
{
  const MzScale *scale = self->scale;
  MzFrame *frame = &self->frame;
  gboolean named = width >= 260 && height >= 180;
  gboolean full = width >= 440 && height >= 280;
  double size = full ? MZ_SIZE_CAPTION : MZ_SIZE_SMALLEST;
  double line = mz_frame_line_height (frame, size);
  double foot = named ? line * 2 + 6 : 2;

  self->full = full;
  if (named)
    self->names_width =
        MIN (widest (frame, scale->impact_names, scale->n_impact, size), width * 0.2) + 10;
  self->aside = full ? aside_width (frame, scale) : 2;
  /* Names that fit on one line leave the other to the grid. */
  double column = (width - self->names_width - self->aside) / scale->n_likelihood;
  if (named && widest (frame, scale->likelihood_names, scale->n_likelihood, size) <= column - 4)
    foot -= line;
  if (full)
    foot += line + 2;
  if (self->n_unrated > 0 && full)
    foot += line + 2;
  self->left = x + self->names_width;
  self->right = x + width - self->aside;
  self->top = y + (full ? 24 : 2);
  self->bottom = y + height - foot;
  self->foot = y + height;
  self->columns = (MzMapping){&mz_mapping_ordinal, 1, scale->n_likelihood, self->left, self->right};
  self->rows = (MzMapping){&mz_mapping_ordinal, 1, scale->n_impact, self->bottom, self->top};
  self->cell_width = mz_mapping_band (&self->columns);
  self->cell_height = mz_mapping_band (&self->rows);
}

/* How large marks are: all alike, wide enough for the longest number. */
static void
size_marks (MzHeatMap *self)
{
  double room = MIN (self->cell_width, self->cell_height);
  gsize digits = 1;

  self->with_values = self->cell_width >= 30 && self->cell_height >= 32;
  self->number_size = room >= 56 ? MZ_SIZE_CAPTION : MZ_SIZE_SMALLEST;
  self->mark_height = CLAMP (room * 0.34, 17, 24);
  for (guint i = 0; i < self->analysis->risks->len; i++)
    {
      g_autofree char *number =
          mz_chart_risk_number (g_ptr_array_index (self->analysis->risks, i), i);

      digits = MAX (digits, strlen (number));
    }
  /* Digits are as wide as each other, so that one number is measured and not thousands. */
  g_autofree char *longest = g_strnfill (digits, '8');
  self->number_width =
      mz_frame_text_width (&self->frame, longest, self->number_size, MZ_WEIGHT_BOLD);
  self->mark_width = MAX (self->mark_height, self->number_width + 7);
  self->with_numbers =
      self->cell_width >= self->mark_width + 6 && self->cell_height >= self->mark_height + 6;
  if (!self->with_numbers)
    self->mark_width = self->mark_height = CLAMP (room * 0.3, 3, 8);
}

/* Whether the legend stands beside the grid, below it, or has no room. */
static void
divide (MzHeatMap *self)
{
  MzFrame *frame = &self->frame;
  guint n = self->analysis->risks->len;
  double x = frame->x, y = frame->y, width = frame->width, height = frame->height;

  if (frame->request->titled && n > 0 && width >= 620 && height >= 240 && width > height)
    {
      double legend = CLAMP (width * 0.3, LEGEND_MIN_WIDTH, 360);

      lay_grid (self, x, y, width - legend - 32, height);
      mz_heat_draw_legend (self, x + width - legend, y + 24, legend, height - 24);
      return;
    }
  if (frame->request->titled && n > 0 && width >= 300 && height >= width * 1.05)
    {
      guint columns = (guint)MAX (1, floor (width / LEGEND_MIN_WIDTH));
      double wanted = ceil ((double)n / columns) * LEGEND_ROW;
      double legend = MIN (wanted, height - width * 0.8);

      lay_grid (self, x, y, width, height - legend - 16);
      mz_heat_draw_legend (self, x, y + height - legend, width, legend);
      return;
    }
  lay_grid (self, x, y, width, height);
}

static void
clear (MzHeatMap *self)
{
  for (int i = 0; i < 10; i++)
    for (int j = 0; j < 10; j++)
      g_clear_pointer (&self->cells[i][j].marks, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
}

MzScene *
mz_chart_heat_map (const MzChartRequest *request)
{
  const MzScale *scale = &request->analysis->scale;
  MzHeatMap self = {.analysis = request->analysis, .scale = scale};
  const char *title = _ ("Heat map");

  if (scale->n_likelihood < 2 || scale->n_impact < 2)
    return mz_frame_message (request, NAME, title,
                             _ ("The risk criteria have no scales yet: say how many steps of "
                                "likelihood and impact there are."));
  if (request->scenario != NULL && !request->scenario->baseline)
    self.scenario = request->scenario;
  self.frame.request = request;
  mz_heat_collect (&self);
  g_autofree char *message = mz_heat_message (&self);
  self.frame = mz_frame_begin (request, NAME, title, message);
  divide (&self);
  size_marks (&self);
  mz_heat_place (&self);
  mz_heat_draw_cells (&self);
  mz_heat_draw_axes (&self);
  mz_heat_draw_limits (&self);
  mz_heat_draw_arrows (&self);
  mz_heat_draw_values (&self);
  mz_heat_draw_marks (&self);
  mz_scene_set_table (self.frame.scene, mz_heat_table (&self, title));
  clear (&self);
  return self.frame.scene;
}
