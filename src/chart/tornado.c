/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The tornado: which input moves the expected loss of a year most. Each bar reaches from the expected loss with the input
 * at its low end to that at its high end; the line is the expected loss as things are. */

#include "config.h"

#include "loss-plot-private.h"

#include "mezasu/money.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "tornado"
#define ROW_MIN 22.0
#define ROW_MAX 48.0
#define MOST_ROWS 10
/* Below this many bars the inputs' ends are left to the tooltips. */
#define FEW_ROWS 4
#define PAD 8.0

typedef struct
{
  MzFrame frame;
  const MzChartRequest *request;
  const MzLoss *loss;
  const MzLossScenario *baseline;
  guint n_rows;
  double row, labels, numbers, top, left, right;
  MzTicks ticks;
  MzMapping x;
} MzPicture;

static const MzLossSwing *
swing_of (const MzPicture *self, guint index)
{
  return g_ptr_array_index (self->loss->swings, index);
}

static const MzLossRisk *
risk_of (const MzPicture *self, const MzLossSwing *swing)
{
  return g_ptr_array_index (self->baseline->risks, swing->risk);
}

static char *
rate_text (double rate)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.3g", rate));
}

/* What is moved, and between which ends. */
static char *
input_text (const MzPicture *self, const MzLossSwing *swing)
{
  gboolean rate = swing->input == MZ_LOSS_INPUT_FREQUENCY;
  g_autofree char *low =
      rate ? rate_text (swing->low) : mz_loss_chart_money (self->request, swing->low);
  g_autofree char *high =
      rate ? rate_text (swing->high) : mz_loss_chart_money (self->request, swing->high);
  const char *format;

  /* Translators: the low and the high end of an input. */
  if (rate)
    format = swing->guessed ? _ ("Events a year %s – %s (±50 %%)") : _ ("Events a year %s – %s");
  else
    format =
        swing->guessed ? _ ("Loss of one event %s – %s (±50 %%)") : _ ("Loss of one event %s – %s");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, low, high);
#pragma GCC diagnostic pop
}

static void
lay_out (MzPicture *self)
{
  MzFrame *frame = &self->frame;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);
  double height = frame->height - line - 8, two;
  double low = self->baseline->analytic_mean, high = low;

  two = mz_frame_line_height (frame, MZ_SIZE_BODY) +
        mz_frame_line_height (frame, MZ_SIZE_SMALLEST) + 5;
  self->n_rows = (guint)CLAMP (floor (height / two), 1, MOST_ROWS);
  if (self->n_rows < FEW_ROWS)
    self->n_rows = (guint)CLAMP (floor (height / ROW_MIN), 1, FEW_ROWS);
  self->n_rows = MIN (self->n_rows, self->loss->swings->len);
  self->top = frame->y;
  self->row = MIN (ROW_MAX, height / self->n_rows);
  for (guint i = 0; i < self->n_rows; i++)
    {
      const MzLossSwing *swing = swing_of (self, i);
      g_autofree char *input = input_text (self, swing);
      g_autofree char *from = mz_loss_chart_money (self->request, swing->mean_low);
      g_autofree char *to = mz_loss_chart_money (self->request, swing->mean_high);

      low = MIN (low, swing->mean_low);
      high = MAX (high, swing->mean_high);
      self->labels = MAX (self->labels, mz_frame_text_width (frame, risk_of (self, swing)->label,
                                                             MZ_SIZE_BODY, MZ_WEIGHT_REGULAR));
      self->labels = MAX (self->labels,
                          mz_frame_text_width (frame, input, MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR));
      self->numbers = MAX (
          self->numbers, MAX (mz_frame_text_width (frame, from, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR),
                              mz_frame_text_width (frame, to, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR)));
    }
  self->labels = MIN (self->labels + 4, frame->width * 0.42);
  if (frame->width < 300)
    self->numbers = 0;
  self->left = frame->x + self->labels + PAD;
  self->right = frame->x + frame->width;
  self->x = (MzMapping){&mz_mapping_linear, low, high > low ? high : low + 1,
                        self->left + self->numbers + 6, self->right - self->numbers - 6};
}

static void
draw_bar (const MzPicture *self, const MzLossSwing *swing, double y)
{
  const MzFrame *frame = &self->frame;
  double middle = mz_mapping_place (&self->x, self->baseline->analytic_mean);
  double low = mz_mapping_place (&self->x, swing->mean_low);
  double high = mz_mapping_place (&self->x, swing->mean_high);
  double height = MIN (16, self->row * 0.46);
  g_autofree char *from = mz_loss_chart_money (self->request, swing->mean_low);
  g_autofree char *to = mz_loss_chart_money (self->request, swing->mean_high);
  MzShape *shape;

  /* A mean may lie outside both ends of an interval that is far from even. */
  shape =
      mz_scene_add_rectangle (frame->scene, MZ_ROLE_DECORATION, low, y - height / 2,
                              MAX (MIN (middle, high) - low, 0), height, 0, MZ_COLOUR_ACCENT_SOFT);
  mz_shape_set_stroke (shape, MZ_COLOUR_ACCENT, 1, MZ_DASH_SOLID);
  mz_scene_add_rectangle (frame->scene, MZ_ROLE_DECORATION, MAX (middle, low), y - height / 2,
                          MAX (high - MAX (middle, low), 0), height, 0, MZ_COLOUR_ACCENT);
  if (self->numbers <= 0)
    return;
  mz_frame_line_at (frame, MZ_ROLE_LABEL, from, low - 6 - self->numbers, y, self->numbers,
                    MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_INK);
  mz_frame_line_at (frame, MZ_ROLE_LABEL, to, high + 6, y, self->numbers, MZ_SIZE_CAPTION,
                    MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
}

static char *
tooltip (const MzPicture *self, const MzLossSwing *swing)
{
  g_autofree char *input = input_text (self, swing);
  g_autofree char *from = mz_loss_chart_money (self->request, swing->mean_low);
  g_autofree char *to = mz_loss_chart_money (self->request, swing->mean_high);
  g_autofree char *low = mz_loss_chart_money (self->request, swing->tail_low);
  g_autofree char *high = mz_loss_chart_money (self->request, swing->tail_high);

  if (!swing->has_tail)
    return g_strdup_printf (_ ("%s\n%s\nExpected loss a year %s – %s"),
                            risk_of (self, swing)->label, input, from, to);
  return g_strdup_printf (_ ("%s\n%s\nExpected loss a year %s – %s\nOne year in twenty %s – %s"),
                          risk_of (self, swing)->label, input, from, to, low, high);
}

static void
draw_row (const MzPicture *self, guint index)
{
  const MzFrame *frame = &self->frame;
  const MzLossSwing *swing = swing_of (self, index);
  const MzLossRisk *risk = risk_of (self, swing);
  double top = self->top + index * self->row, middle = top + self->row / 2;
  double body = mz_frame_line_height (frame, MZ_SIZE_BODY);
  double small = mz_frame_line_height (frame, MZ_SIZE_SMALLEST);
  gboolean two = self->row >= body + small + 1;
  g_autofree char *input = input_text (self, swing), *tip = tooltip (self, swing);
  MzShape *shape =
      mz_scene_add_rectangle (frame->scene, MZ_ROLE_MARK, frame->x, top + 1, frame->width,
                              self->row - 2, 4, index % 2 == 0 ? MZ_COLOUR_WASH : MZ_COLOUR_PAPER);

  mz_shape_set_record (shape, risk->id);
  mz_shape_set_tooltip (shape, tip);
  shape = mz_frame_line (frame, MZ_ROLE_LABEL, risk->label, frame->x + 2,
                         two ? middle - (body + small) / 2 : middle - body / 2, self->labels - 2,
                         MZ_SIZE_BODY, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
  if (shape != NULL)
    mz_shape_set_record (shape, risk->id);
  if (two)
    mz_frame_line (frame, MZ_ROLE_LABEL, input, frame->x + 2, middle - (body + small) / 2 + body,
                   self->labels - 2, MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                   MZ_COLOUR_SECONDARY);
  draw_bar (self, swing, middle);
}

/* The line of the expected loss over all bars, named below. */
static void
draw_middle (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double x = mz_mapping_place (&self->x, self->baseline->analytic_mean);
  double bottom = self->top + self->n_rows * self->row, width, place;
  g_autofree char *amount = mz_loss_chart_money (self->request, self->baseline->analytic_mean);
  g_autofree char *unit = mz_chart_unit_note (self->request->unit);
  /* Translators: an amount, then the unit in parentheses. */
  g_autofree char *text = g_strdup_printf (_ ("Expected loss now %s %s"), amount, unit);

  mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, x, self->top, x, bottom + 3, MZ_COLOUR_INK,
                     MZ_LINE_MEDIUM);
  width = MIN (mz_frame_text_width (frame, text, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD), frame->width);
  place = CLAMP (x - width / 2, frame->x, frame->x + frame->width - width);
  mz_frame_line (frame, MZ_ROLE_AXIS, text, place, bottom + 5, width, MZ_SIZE_CAPTION,
                 MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, MZ_COLOUR_INK);
}

static MzTable *
make_table (const MzPicture *self, const char *title)
{
  MzMoneyUnit unit = self->request->unit;
  g_autofree char *low = mz_chart_money_heading (_ ("Expected loss, low"), unit);
  g_autofree char *high = mz_chart_money_heading (_ ("Expected loss, high"), unit);
  g_autofree char *tail_low = mz_chart_money_heading (_ ("One year in twenty, low"), unit);
  g_autofree char *tail_high = mz_chart_money_heading (_ ("One year in twenty, high"), unit);
  const char *headers[] = {_ ("Risk"), _ ("Input"), low, high, tail_low, tail_high, NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint i = 0; i < self->loss->swings->len; i++)
    {
      const MzLossSwing *swing = swing_of (self, i);
      g_autofree char *input = input_text (self, swing);
      g_autofree char *from = mz_loss_chart_money (self->request, swing->mean_low);
      g_autofree char *to = mz_loss_chart_money (self->request, swing->mean_high);
      g_autofree char *least =
          swing->has_tail ? mz_loss_chart_money (self->request, swing->tail_low) : NULL;
      g_autofree char *most =
          swing->has_tail ? mz_loss_chart_money (self->request, swing->tail_high) : NULL;

      mz_table_add_row (table, risk_of (self, swing)->id, risk_of (self, swing)->label, input, from,
                        to, least, most);
    }
  return table;
}

static char *
make_message (const MzPicture *self)
{
  const MzLossSwing *first = swing_of (self, 0);
  const char *label = risk_of (self, first)->label;

  return g_strdup_printf (
      first->input == MZ_LOSS_INPUT_FREQUENCY
          ? _ ("How often “%s” happens moves the expected loss most: know that better first.")
          : _ ("What “%s” costs moves the expected loss most: know that better first."),
      label);
}

MzScene *
mz_chart_tornado (const MzChartRequest *request)
{
  const char *title = _ ("What moves the expected loss");
  MzPicture self = {.request = request, .loss = request->loss};
  g_autofree char *message = NULL;

  if (request->loss == NULL || request->loss->swings->len == 0)
    return mz_loss_chart_missing (request, NAME, title);
  self.baseline = mz_loss_chart_baseline (request);
  message = make_message (&self);
  self.frame = mz_frame_begin (request, NAME, title, message);
  lay_out (&self);
  for (guint i = 0; i < self.n_rows; i++)
    draw_row (&self, i);
  draw_middle (&self);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  return self.frame.scene;
}
