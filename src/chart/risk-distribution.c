/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One risk: how likely one event costs more than an amount, and how likely a year does. It needs no run of the whole
 * company, so it follows what is typed. */

#include "config.h"

#include "loss-plot-private.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "risk-distribution"

typedef struct
{
  MzFrame frame;
  MzLossPlot plot;
  const MzChartRequest *request;
  const MzRisk *risk;
  MzLossCurve *curve;
  MzManner single, annual;
} MzPicture;

/* The risk of @request->record, or that with the greatest expected loss; FALSE when there is none. */
static gboolean
choose (const MzChartRequest *request, guint *index)
{
  const GPtrArray *risks = request->analysis->risks;
  gboolean found = FALSE;

  for (guint i = 0; i < risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (risks, i);
      const MzRisk *best = found ? g_ptr_array_index (risks, *index) : NULL;

      if (request->record != NULL && g_str_equal (mz_record_id (risk->record), request->record))
        {
          *index = i;
          return TRUE;
        }
      if (best == NULL ||
          (risk->ale.known && (!best->ale.known || risk->ale.real > best->ale.real)))
        {
          *index = i;
          found = TRUE;
        }
    }
  return found;
}

static char *
money (double yen)
{
  gint64 rounded;

  return mz_money_from_double (yen, &rounded, NULL) ? mz_headline_money (rounded) : g_strdup ("–");
}

static char *
make_message (const MzPicture *self)
{
  g_autofree char *label = mz_record_label (self->risk->record);
  g_autofree char *single = money (self->curve->single_mean);
  g_autofree char *annual = money (self->curve->annual_mean);

  if (self->curve->tail_dominates)
    return g_strdup_printf (_ ("“%s”: %s an event on average, %s a year; rare, huge losses make up "
                               "most of it, so take the mean with care."),
                            label, single, annual);
  /* Translators: a risk, two amounts. */
  return g_strdup_printf (_ ("“%s”: %s an event on average, %s a year."), label, single, annual);
}

static double
farthest (const MzLossCurve *curve)
{
  double most = curve->p95 * 1.2;

  for (gsize i = 0; i < curve->n_annual; i++)
    if (curve->annual[i].probability >= 0.01)
      most = MAX (most, curve->annual[i].loss * 1.06);
  return most;
}

static void
draw_curve (MzPicture *self, const MzExceedancePoint *points, gsize n, const MzManner *manner,
            const char *tooltip)
{
  MzShape *shape = mz_loss_plot_curve (&self->plot, points, n, manner, MZ_LINE_STRONG - 0.5);

  if (shape == NULL)
    return;
  mz_shape_set_record (shape, mz_record_id (self->risk->record));
  mz_shape_set_tooltip (shape, tooltip);
}

static void
draw_mark (MzPicture *self, double loss, double chance, const char *name)
{
  g_autofree char *amount = mz_loss_chart_money (self->request, loss);
  /* Translators: a percentile such as "95 %", an amount. */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), name, amount);
  /* Translators: a percentile such as "95 %", an amount. */
  g_autofree char *tip = g_strdup_printf (_ ("%s of the events cost at most %s"), name, amount);
  double x, y;
  MzShape *shape;

  if (!mz_loss_plot_shows (&self->plot, loss))
    return;
  x = mz_mapping_place (&self->plot.x, loss);
  y = mz_mapping_place (&self->plot.y, chance);
  shape = mz_frame_marker (&self->frame, MZ_ROLE_MARK, &self->single, x, y, 8, FALSE);
  mz_shape_set_record (shape, mz_record_id (self->risk->record));
  mz_shape_set_tooltip (shape, tip);
  if (self->frame.width < 280 || self->frame.height < 180)
    return;
  shape = mz_loss_plot_label (&self->plot, text, x, y, FALSE, self->single.colour);
  if (shape != NULL)
    mz_shape_set_record (shape, mz_record_id (self->risk->record));
}

/* Numbers of the curves, one row each. */
static MzTable *
make_table (const MzPicture *self, const char *title)
{
  const MzLossCurve *curve = self->curve;
  g_autofree char *amount = mz_chart_money_heading (_ ("Amount"), self->request->unit);
  const char *headers[] = {_ ("Figure"), amount, NULL};
  const char *record = mz_record_id (self->risk->record);
  MzTable *table = mz_table_new (title, headers);
  const struct
  {
    const char *name;
    double value;
  } rows[] = {{_ ("One event, 5 %"), curve->p05},
              {_ ("One event, 50 %"), curve->p50},
              {_ ("One event, 95 %"), curve->p95},
              {_ ("One event, mean"), curve->single_mean},
              {_ ("A year, mean"), curve->annual_mean}};
  g_autofree char *none = mz_loss_chart_percent (curve->no_loss);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mz_loss_chart_money (self->request, rows[i].value);

      mz_table_add_row (table, record, rows[i].name, text);
    }
  mz_table_add_row (table, record, _ ("Years without a loss"), none);
  return table;
}

static void
draw (MzPicture *self)
{
  const char *record = mz_record_id (self->risk->record);
  g_autofree char *label = mz_record_label (self->risk->record);
  /* Translators: a risk; its curve of a year's loss. A picture without heading says nowhere else which risk it is. */
  g_autofree char *year = g_strdup_printf (_ ("%s: a year"), label);
  MzLossKey keys[] = {{year, record, self->annual, FALSE},
                      {_ ("One event"), record, self->single, TRUE}};

  mz_loss_plot_begin (&self->plot, &self->frame, FALSE, 0, farthest (self->curve), 0, keys,
                      G_N_ELEMENTS (keys));
  mz_loss_plot_axes (&self->plot);
  draw_curve (self, self->curve->single, self->curve->n_single, &self->single,
              _ ("How likely one event costs more"));
  draw_curve (self, self->curve->annual, self->curve->n_annual, &self->annual,
              _ ("How likely a year costs more"));
  draw_mark (self, self->curve->p95, 0.05, _ ("95 %"));
  draw_mark (self, self->curve->p50, 0.5, _ ("50 %"));
  draw_mark (self, self->curve->p05, 0.95, _ ("5 %"));
  mz_loss_plot_clear (&self->plot);
}

MzScene *
mz_chart_risk_distribution (const MzChartRequest *request)
{
  const char *title = _ ("Loss of one risk");
  MzPicture self = {.request = request,
                    .single = {MZ_COLOUR_SCENARIO_2, MZ_DASH_DASHED, MZ_MARKER_SQUARE},
                    .annual = {MZ_COLOUR_SCENARIO_1, MZ_DASH_SOLID, MZ_MARKER_CIRCLE}};
  g_autoptr (MzLossCurve) curve = NULL;
  g_autofree char *message = NULL, *reason = NULL;
  guint index = 0;

  if (!choose (request, &index))
    return mz_frame_message (request, NAME, title,
                             _ ("There is no risk yet: add one and say how often it happens and "
                                "what it costs."));
  curve = mz_loss_curve_new (request->analysis, NULL, index, &reason);
  if (curve == NULL)
    return mz_frame_message (request, NAME, title, reason);
  self.risk = g_ptr_array_index (request->analysis->risks, index);
  self.curve = curve;
  message = make_message (&self);
  self.frame = mz_frame_begin (request, NAME, title, message);
  draw (&self);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  return self.frame.scene;
}
