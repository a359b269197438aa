/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * KPIs over their periods as small multiples: each with its actuals, its target, where it started, and its light. One KPI
 * alone when it is the one that is asked for; those of an objective when it is. */

#include "config.h"

#include "cards-private.h"
#include "score-private.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "kpi-trend"
#define GAP 12.0
#define PAD 8.0
/* A panel smaller than this says nothing. */
#define LEAST_WIDTH 130.0
#define LEAST_HEIGHT 84.0
#define BEST_SHAPE 1.7

typedef struct
{
  MzFrame frame;
  MzDraw draw;
  const MzChartRequest *request;
  MzModel *model;
  MzScorecard *scorecard;
  MzPeriodValues *values;
  GPtrArray *kpis; /* of MzScorecardKpi, borrowed */
} MzTrend;

/* The KPI or the objective that a record is about. */
static gboolean
is_about (MzModel *model, const MzScorecardKpi *kpi, MzRecord *record)
{
  if (mz_record_is (record, "kpi_value"))
    record = mz_model_referred (model, record, "kpi");
  return record != NULL && (kpi->record == record || kpi->objective == record);
}

/* Those that the record asked for is about; all of them where it is about none. */
static void
collect (MzTrend *trend)
{
  MzRecord *record =
      trend->request->record != NULL ? mz_model_find (trend->model, trend->request->record) : NULL;
  GArray *kpis = trend->scorecard->kpis;

  for (guint i = 0; record != NULL && i < kpis->len; i++)
    if (is_about (trend->model, &g_array_index (kpis, MzScorecardKpi, i), record))
      g_ptr_array_add (trend->kpis, &g_array_index (kpis, MzScorecardKpi, i));
  if (trend->kpis->len > 0)
    return;
  for (guint i = 0; i < kpis->len; i++)
    g_ptr_array_add (trend->kpis, &g_array_index (kpis, MzScorecardKpi, i));
}

static char *
make_tooltip (const MzTrend *trend, const MzScorecardKpi *kpi)
{
  g_autofree char *title = mz_record_title (kpi->record);
  g_autofree char *target =
      mz_score_target (kpi->record, mz_score_change (trend->request, kpi->record));
  g_autofree char *score = mz_score_percent (kpi->score.score);
  GString *text = g_string_new (title);

  g_string_append_printf (text, "\n%s: %s\n%s, %s", _ ("Target"), target,
                          mz_score_kpi_light (kpi->light), score);
  if (kpi->problem != NULL)
    g_string_append_printf (text, "\n%s", kpi->problem);
  for (guint i = 0; i < mz_period_values_count (trend->values, kpi->record); i++)
    {
      const MzPeriodValue *value = mz_period_values_nth (trend->values, kpi->record, i);
      g_autofree char *number = mz_score_number (value->value);

      g_string_append_printf (text, "\n%s: %s", value->period, number);
    }
  return g_string_free (text, FALSE);
}

/* "76 % ↑" in front, the target behind it. */
static void
draw_figures (const MzTrend *trend, const MzScorecardKpi *kpi, const MzBox *box, double y)
{
  const MzFrame *frame = &trend->frame;
  const char *record = mz_record_id (kpi->record);
  MzRecord *change = mz_score_change (trend->request, kpi->record);
  g_autofree char *number = mz_score_field (kpi->latest, "actual");
  g_autofree char *actual = mz_score_with_unit (number, mz_record_text (kpi->record, "unit"));
  g_autofree char *target = mz_score_target (kpi->record, change);
  g_autofree char *aim = g_strdup_printf ("%s %s", mz_score_direction (kpi->record), target);
  double x = box->x + PAD, width = box->width - 2 * PAD, line = mz_frame_line_height (frame, 11);

  mz_score_draw_light (frame, kpi->light, x, y + (line - MZ_LIGHT_SIZE) / 2, MZ_LIGHT_SIZE, record);
  x += MZ_LIGHT_SIZE + 5;
  width -= MZ_LIGHT_SIZE + 5;
  /* The unit gives way to the target. */
  const char *shown = actual;
  double least = mz_frame_text_width (frame, aim, 11, MZ_WEIGHT_REGULAR) + 8;
  if (mz_frame_text_width (frame, actual, 11, MZ_WEIGHT_BOLD) + least > width)
    shown = number;
  double own = MIN (mz_frame_text_width (frame, shown, 11, MZ_WEIGHT_BOLD), width);
  mz_draw_line (&trend->draw, MZ_ROLE_LABEL, shown, x, y, own, 11, MZ_WEIGHT_BOLD, MZ_ALIGN_START,
                MZ_COLOUR_INK, record);
  if (width - own - 8 >= 24)
    mz_draw_line (&trend->draw, MZ_ROLE_LABEL, aim, x + own + 8, y, width - own - 8, 11,
                  MZ_WEIGHT_REGULAR, MZ_ALIGN_END,
                  change != NULL ? MZ_COLOUR_ACCENT : MZ_COLOUR_SECONDARY, record);
}

/* First and last period under the line of values. */
static void
draw_periods (const MzTrend *trend, const MzScorecardKpi *kpi, const MzBox *box, double y)
{
  guint n = mz_period_values_count (trend->values, kpi->record);
  guint months = mz_period_rhythm (trend->model);
  double width = (box->width - 2 * PAD - 8) / 2;

  if (n == 0)
    return;
  g_autofree char *first =
      mz_period_text (mz_period_values_nth (trend->values, kpi->record, 0)->period, months);
  g_autofree char *last =
      mz_period_text (mz_period_values_nth (trend->values, kpi->record, n - 1)->period, months);
  if (n > 1)
    mz_frame_line (&trend->frame, MZ_ROLE_AXIS, first, box->x + PAD, y, width, MZ_SIZE_SMALLEST,
                   MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
  mz_frame_line (&trend->frame, MZ_ROLE_AXIS, last, box->x + PAD + width + 8, y, width,
                 MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
}

static void
draw_series (const MzTrend *trend, const MzScorecardKpi *kpi, const MzBox *box)
{
  MzRecord *change = mz_score_change (trend->request, kpi->record);
  MzSeries series = {.values = trend->values,
                     .owner = kpi->record,
                     .x = box->x,
                     .y = box->y,
                     .width = box->width,
                     .height = box->height,
                     .dots = TRUE,
                     .last_colour = mz_score_light_colour (kpi->light)};

  if (mz_record_choice_is (kpi->record, "direction", "range"))
    {
      mz_series_add_level (&series, kpi->record, "low", MZ_DASH_DASHED, MZ_COLOUR_SECONDARY);
      mz_series_add_level (&series, kpi->record, "high", MZ_DASH_DASHED, MZ_COLOUR_SECONDARY);
    }
  else
    mz_series_add_level (&series, kpi->record, "target", MZ_DASH_DASHED, MZ_COLOUR_SECONDARY);
  mz_series_add_level (&series, kpi->record, "baseline", MZ_DASH_DOTTED, MZ_COLOUR_NO_DATA);
  mz_series_add_level (&series, change, "new_target", MZ_DASH_SOLID, MZ_COLOUR_ACCENT);
  mz_series_draw (&trend->frame, &series, mz_record_id (kpi->record));
}

/* The levels of a large panel are named at its right edge, from the top; those that would lie on another are left out. */
static void
draw_level_names (const MzTrend *trend, const MzScorecardKpi *kpi, const MzBox *box, double width)
{
  MzRecord *change = mz_score_change (trend->request, kpi->record);
  gboolean range = mz_record_choice_is (kpi->record, "direction", "range");
  const struct
  {
    MzRecord *record;
    const char *field, *name;
    MzColour colour;
  } levels[] = {
      {change, "new_target", _ ("New target"), MZ_COLOUR_ACCENT},
      {range ? NULL : kpi->record, "target", _ ("Target"), MZ_COLOUR_SECONDARY},
      {range ? kpi->record : NULL, "low", _ ("Range from"), MZ_COLOUR_SECONDARY},
      {range ? kpi->record : NULL, "high", _ ("Range to"), MZ_COLOUR_SECONDARY},
      {kpi->record, "baseline", _ ("Baseline"), MZ_COLOUR_SECONDARY},
  };
  double taken[G_N_ELEMENTS (levels)];
  double line = mz_frame_line_height (&trend->frame, MZ_SIZE_CAPTION);
  guint n = 0;
  MzSeries series = {.values = trend->values,
                     .owner = kpi->record,
                     .x = box->x,
                     .y = box->y,
                     .width = box->width,
                     .height = box->height};

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    mz_series_add_level (&series, levels[i].record, levels[i].field, MZ_DASH_SOLID,
                         levels[i].colour);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      gboolean clear = TRUE;

      if (levels[i].record == NULL || !mz_record_has (levels[i].record, levels[i].field))
        continue;
      double value = mz_record_real (levels[i].record, levels[i].field, 0);
      double y = mz_series_place (&series, value);
      for (guint k = 0; k < n; k++)
        clear &= fabs (taken[k] - y) >= line;
      if (!clear)
        continue;
      g_autofree char *number = mz_score_number (value);
      g_autofree char *text = g_strdup_printf ("%s %s", levels[i].name, number);
      mz_frame_line_at (&trend->frame, MZ_ROLE_AXIS, text, box->x + box->width + 6, y, width - 6,
                        MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, levels[i].colour);
      taken[n++] = y;
    }
}

static void
draw_panel (const MzTrend *trend, const MzScorecardKpi *kpi, const MzBox *box)
{
  const MzFrame *frame = &trend->frame;
  const char *record = mz_record_id (kpi->record);
  g_autofree char *title = mz_record_title (kpi->record);
  g_autofree char *tip = make_tooltip (trend, kpi);
  double small = mz_frame_line_height (frame, MZ_SIZE_SMALLEST);
  double names = box->width >= 420 && box->height >= 160 ? 150 : 0;
  double y = box->y + PAD;

  mz_draw_card (&trend->draw, box, record, tip);
  mz_draw_line (&trend->draw, MZ_ROLE_LABEL, title, box->x + PAD, y, box->width - 2 * PAD, 11.5,
                MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK, record);
  y += mz_frame_line_height (frame, 11.5) + 2;
  draw_figures (trend, kpi, box, y);
  y += mz_frame_line_height (frame, 11) + 4;
  MzBox plot = {box->x + PAD, y, box->width - 2 * PAD - names,
                box->y + box->height - PAD - small - 2 - y};
  if (plot.height < 14)
    return;
  if (mz_period_values_count (trend->values, kpi->record) == 0)
    {
      mz_frame_line_at (frame, MZ_ROLE_AXIS, _ ("No value yet"), plot.x, plot.y + plot.height / 2,
                        plot.width, MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE,
                        MZ_COLOUR_SECONDARY);
      return;
    }
  draw_series (trend, kpi, &plot);
  if (names > 0)
    draw_level_names (trend, kpi, &plot, names);
  draw_periods (trend, kpi, &(MzBox){box->x, box->y, box->width - names, box->height},
                plot.y + plot.height + 2);
}

/* How many panels side by side: as near to their best shape as they come, none too small. */
static void
choose_grid (const MzTrend *trend, guint *columns, guint *rows)
{
  const MzFrame *frame = &trend->frame;
  guint most_columns = (guint)MAX (1, floor ((frame->width + GAP) / (LEAST_WIDTH + GAP)));
  guint most_rows = (guint)MAX (1, floor ((frame->height + GAP) / (LEAST_HEIGHT + GAP)));
  double best = INFINITY;

  *columns = most_columns;
  *rows = most_rows;
  for (guint c = 1; c <= MIN (most_columns, trend->kpis->len); c++)
    {
      guint r = (trend->kpis->len + c - 1) / c;
      double width = (frame->width - (c - 1) * GAP) / c;
      double height = (frame->height - (r - 1) * GAP) / r;

      if (r > most_rows)
        continue;
      /* Empty places count against a grid. */
      double off = fabs (log (width / height / BEST_SHAPE)) + 0.4 * (c * r - trend->kpis->len) / c;
      if (off < best)
        {
          best = off;
          *columns = c;
          *rows = r;
        }
    }
}

static void
draw_grid (MzTrend *trend)
{
  MzFrame *frame = &trend->frame;
  guint columns, rows, n = trend->kpis->len;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);

  choose_grid (trend, &columns, &rows);
  if (n > columns * rows)
    {
      g_autofree char *rest = NULL;

      frame->height -= line + 2;
      rows = (guint)MAX (1, floor ((frame->height + GAP) / (LEAST_HEIGHT + GAP)));
      n = MIN (n, columns * rows);
      rest = g_strdup_printf ("+%u", trend->kpis->len - n);
      mz_frame_line (frame, MZ_ROLE_AXIS, rest, frame->x, frame->y + frame->height + 2,
                     frame->width, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD, MZ_ALIGN_START,
                     MZ_COLOUR_SECONDARY);
    }
  double width = (frame->width - (columns - 1) * GAP) / columns;
  double height = (frame->height - (rows - 1) * GAP) / rows;
  for (guint i = 0; i < n; i++)
    {
      MzBox box = {frame->x + (i % columns) * (width + GAP),
                   frame->y + (i / columns) * (height + GAP), width, height};

      draw_panel (trend, g_ptr_array_index (trend->kpis, i), &box);
    }
}

static MzTable *
make_table (const MzTrend *trend, const char *title)
{
  g_autofree char *value_heading = g_strdup_printf ("#%s", _ ("Actual"));
  g_autofree char *target_heading = g_strdup_printf ("#%s", _ ("Target"));
  g_autofree char *base_heading = g_strdup_printf ("#%s", _ ("Baseline"));
  const char *headers[] = {_ ("KPI"),      _ ("Unit"),   _ ("Period"), value_heading,
                           target_heading, base_heading, _ ("State"),  NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint i = 0; i < trend->kpis->len; i++)
    {
      const MzScorecardKpi *kpi = g_ptr_array_index (trend->kpis, i);
      g_autofree char *name = mz_record_title (kpi->record);
      g_autofree char *target =
          mz_score_target (kpi->record, mz_score_change (trend->request, kpi->record));
      g_autofree char *baseline = mz_score_field (kpi->record, "baseline");
      guint n = mz_period_values_count (trend->values, kpi->record);

      for (guint k = 0; k < MAX (n, 1); k++)
        {
          const MzPeriodValue *value =
              n > 0 ? mz_period_values_nth (trend->values, kpi->record, k) : NULL;
          g_autofree char *number = value != NULL ? mz_score_number (value->value) : g_strdup ("–");

          mz_table_add_row (table, mz_record_id (kpi->record), name,
                            mz_record_text (kpi->record, "unit"),
                            value != NULL ? value->period : "", number, target, baseline,
                            k + 1 >= n ? mz_score_kpi_light (kpi->light) : "");
        }
    }
  return table;
}

static MzScene *
draw_picture (const MzChartRequest *request)
{
  MzTrend trend = {
      {NULL}, {NULL, request->measurer}, .request = request, .model = request->analysis->model};
  const char *title = _ ("KPI trend");

  if (mz_model_count (trend.model, "kpi") == 0)
    return mz_frame_message (request, NAME, title,
                             _ ("No KPI yet. Add to an objective how it is measured."));
  g_autofree char *message = mz_headline_scorecard (request->analysis);
  trend.frame = mz_frame_begin (request, NAME, title, message);
  trend.draw.scene = trend.frame.scene;
  trend.scorecard = mz_scorecard_new (trend.model, mz_scorecard_thresholds (trend.model));
  trend.values = mz_period_values_new (trend.model, "kpi_value");
  trend.kpis = g_ptr_array_new ();
  collect (&trend);
  draw_grid (&trend);
  mz_scene_set_table (trend.frame.scene, make_table (&trend, title));
  g_ptr_array_unref (trend.kpis);
  mz_period_values_free (trend.values);
  mz_scorecard_free (trend.scorecard);
  return trend.frame.scene;
}

MzScene *
mz_chart_kpi_trend (const MzChartRequest *request)
{
  return mz_chart_zoomed (request, draw_picture);
}
