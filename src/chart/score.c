/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Lights, numbers and lines of KPIs and indicators. */

#include "config.h"

#include "score-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* The distance from the first to the last period in points is shared among the values by their months. */
#define INSET 3.0

MzColour
mz_score_light_colour (MzLight light)
{
  static const MzColour colours[] = {[MZ_LIGHT_GREY] = MZ_COLOUR_NO_DATA,
                                     [MZ_LIGHT_GREEN] = MZ_COLOUR_GOOD,
                                     [MZ_LIGHT_AMBER] = MZ_COLOUR_WATCH,
                                     [MZ_LIGHT_RED] = MZ_COLOUR_BAD};

  return colours[light];
}

static MzShape *
draw_triangle (const MzFrame *frame, double x, double y, double size, MzColour colour)
{
  const MzPathStep steps[] = {{.op = MZ_PATH_MOVE, .x = x + size / 2, .y = y},
                              {.op = MZ_PATH_LINE, .x = x + size, .y = y + size},
                              {.op = MZ_PATH_LINE, .x = x, .y = y + size},
                              {.op = MZ_PATH_CLOSE}};

  return mz_scene_add_path (frame->scene, MZ_ROLE_DECORATION, steps, G_N_ELEMENTS (steps), colour,
                            MZ_COLOUR_NONE, 0);
}

static MzShape *
draw_cross (const MzFrame *frame, double x, double y, double size, MzColour colour)
{
  const MzPathStep steps[] = {{.op = MZ_PATH_MOVE, .x = x + 1, .y = y + 1},
                              {.op = MZ_PATH_LINE, .x = x + size - 1, .y = y + size - 1},
                              {.op = MZ_PATH_MOVE, .x = x + size - 1, .y = y + 1},
                              {.op = MZ_PATH_LINE, .x = x + 1, .y = y + size - 1}};

  return mz_scene_add_path (frame->scene, MZ_ROLE_DECORATION, steps, G_N_ELEMENTS (steps),
                            MZ_COLOUR_NONE, colour, size / 4);
}

void
mz_score_draw_light (const MzFrame *frame, MzLight light, double x, double y, double size,
                     const char *record)
{
  MzColour colour = mz_score_light_colour (light);
  double line = size / 7, inner = size * 0.27;
  MzShape *shape;

  if (light == MZ_LIGHT_AMBER)
    shape = draw_triangle (frame, x, y, size, colour);
  else if (light == MZ_LIGHT_RED)
    shape = draw_cross (frame, x, y, size, colour);
  else
    {
      shape = mz_scene_add_ellipse (frame->scene, MZ_ROLE_DECORATION, x + line / 2, y + line / 2,
                                    size - line, size - line, MZ_COLOUR_NONE);
      mz_shape_set_stroke (shape, colour, line, MZ_DASH_SOLID);
      if (light == MZ_LIGHT_GREEN)
        {
          mz_shape_set_record (shape, record);
          shape = mz_scene_add_ellipse (frame->scene, MZ_ROLE_DECORATION, x + inner, y + inner,
                                        size - 2 * inner, size - 2 * inner, colour);
        }
    }
  mz_shape_set_record (shape, record);
}

const char *
mz_score_kpi_light (MzLight light)
{
  static const char *const texts[] = {[MZ_LIGHT_GREY] = N_ ("No data"),
                                      [MZ_LIGHT_GREEN] = N_ ("Reached"),
                                      [MZ_LIGHT_AMBER] = N_ ("Watch"),
                                      [MZ_LIGHT_RED] = N_ ("Missed")};

  return _ (texts[light]);
}

const char *
mz_score_indicator_light (MzLight light)
{
  static const char *const texts[] = {[MZ_LIGHT_GREY] = N_ ("No data"),
                                      [MZ_LIGHT_GREEN] = N_ ("Within limits"),
                                      [MZ_LIGHT_AMBER] = N_ ("Warning"),
                                      [MZ_LIGHT_RED] = N_ ("Alarm")};

  return _ (texts[light]);
}

char *
mz_score_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g", value));
}

char *
mz_score_field (MzRecord *record, const char *field)
{
  return record != NULL && mz_record_has (record, field)
             ? mz_score_number (mz_record_real (record, field, 0))
             : g_strdup ("–");
}

char *
mz_score_percent (MzMaybeReal share)
{
  return share.is_set ? g_strdup_printf ("%.0f %%", round (share.value * 100)) : g_strdup ("–");
}

MzRecord *
mz_score_change (const MzChartRequest *request, MzRecord *kpi)
{
  const MzScenarioResult *scenario = request->scenario;
  MzRecord *change = mz_scorecard_change (request->analysis->model, kpi,
                                          scenario != NULL ? scenario->record : NULL);
  gboolean same = change != NULL && !mz_record_choice_is (kpi, "direction", "range") &&
                  mz_record_has (kpi, "target") &&
                  mz_record_real (change, "new_target", 0) == mz_record_real (kpi, "target", 0);

  return same ? NULL : change;
}

char *
mz_score_target (MzRecord *kpi, MzRecord *change)
{
  gboolean range = mz_record_choice_is (kpi, "direction", "range");
  g_autofree char *low = mz_score_field (kpi, "low");
  g_autofree char *high = mz_score_field (kpi, "high");
  g_autofree char *old =
      range ? g_strdup_printf ("%s…%s", low, high) : mz_score_field (kpi, "target");
  g_autofree char *new = mz_score_field (change, "new_target");

  if (change == NULL)
    return g_steal_pointer (&old);
  return g_strdup_printf ("%s → %s", old, new);
}

char *
mz_score_with_unit (const char *number, const char *unit)
{
  if (unit == NULL || *unit == '\0')
    return g_strdup (number);
  return g_strdup_printf (g_ascii_isdigit (*unit) ? "%s (%s)" : "%s %s", number, unit);
}

const char *
mz_score_direction (MzRecord *record)
{
  if (mz_record_choice_is (record, "direction", "range"))
    return "↕";
  return mz_record_choice_is (record, "direction", "lower") ? "↓" : "↑";
}

void
mz_series_add_level (MzSeries *self, MzRecord *record, const char *field, MzDash dash,
                     MzColour colour)
{
  if (record == NULL || !mz_record_has (record, field) ||
      self->n_levels >= G_N_ELEMENTS (self->levels))
    return;
  self->levels[self->n_levels] = mz_record_real (record, field, 0);
  self->dashes[self->n_levels] = dash;
  self->colours[self->n_levels++] = colour;
}

/* MzSpan: the values and levels from the least to the greatest, never of no width. */
typedef struct
{
  double low, high;
} MzSpan;

static MzSpan
series_span (const MzSeries *self)
{
  MzSpan span = {INFINITY, -INFINITY};
  guint n = mz_period_values_count (self->values, self->owner);

  for (guint i = 0; i < n; i++)
    {
      double value = mz_period_values_nth (self->values, self->owner, i)->value;

      span.low = MIN (span.low, value);
      span.high = MAX (span.high, value);
    }
  for (guint i = 0; i < self->n_levels; i++)
    {
      span.low = MIN (span.low, self->levels[i]);
      span.high = MAX (span.high, self->levels[i]);
    }
  return span;
}

/* Halves are subtracted, because the difference of two huge numbers may be beyond a double. */
static double
place_in (const MzSeries *self, const MzSpan *span, double value)
{
  double range = span->high / 2 - span->low / 2;
  double share = range > 0 ? (value / 2 - span->low / 2) / range : 0.5;

  return self->y + self->height - INSET - share * (self->height - 2 * INSET);
}

double
mz_series_place (const MzSeries *self, double value)
{
  MzSpan span = series_span (self);

  return place_in (self, &span, value);
}

static int
month_of (const char *period)
{
  return (int)g_ascii_strtoll (period, NULL, 10) * 12 + (int)g_ascii_strtoll (period + 5, NULL, 10);
}

static double
value_x (const MzSeries *self, guint index)
{
  guint n = mz_period_values_count (self->values, self->owner);
  int first = month_of (mz_period_values_nth (self->values, self->owner, 0)->period);
  int last = month_of (mz_period_values_nth (self->values, self->owner, n - 1)->period);
  int here = month_of (mz_period_values_nth (self->values, self->owner, index)->period);
  double room = self->width - 2 * INSET;

  return self->x + INSET + (last > first ? room * (here - first) / (last - first) : room);
}

static void
draw_dot (const MzFrame *frame, double x, double y, double radius, MzColour colour,
          const char *record)
{
  MzShape *dot = mz_scene_add_ellipse (frame->scene, MZ_ROLE_DECORATION, x - radius, y - radius,
                                       2 * radius, 2 * radius, colour);

  mz_shape_set_record (dot, record);
}

void
mz_series_draw (const MzFrame *frame, const MzSeries *self, const char *record)
{
  guint n = mz_period_values_count (self->values, self->owner);
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (MzPathStep));
  MzSpan span = series_span (self);
  MzShape *shape;

  for (guint i = 0; i < self->n_levels; i++)
    {
      double y = place_in (self, &span, self->levels[i]);

      shape = mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, self->x, y,
                                 self->x + self->width, y, self->colours[i], MZ_LINE_THIN);
      shape->dash = self->dashes[i];
    }
  for (guint i = 0; i < n; i++)
    {
      double value = mz_period_values_nth (self->values, self->owner, i)->value;
      MzPathStep step = {.op = i == 0 ? MZ_PATH_MOVE : MZ_PATH_LINE,
                         .x = value_x (self, i),
                         .y = place_in (self, &span, value)};

      g_array_append_val (steps, step);
    }
  if (n > 1)
    {
      shape = mz_scene_add_path (frame->scene, MZ_ROLE_DECORATION,
                                 (const MzPathStep *)(gpointer)steps->data, n, MZ_COLOUR_NONE,
                                 MZ_COLOUR_INK, MZ_LINE_MEDIUM);
      mz_shape_set_record (shape, record);
    }
  for (guint i = 0; i < n; i++)
    {
      const MzPathStep *step = &g_array_index (steps, MzPathStep, i);

      if (i + 1 == n)
        draw_dot (frame, step->x, step->y, 3, self->last_colour, record);
      else if (self->dots)
        draw_dot (frame, step->x, step->y, 2, MZ_COLOUR_INK, record);
    }
}
