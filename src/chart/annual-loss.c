/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Expected loss a year, risk by risk, greatest first: as things are and after the scenario, with the share of the total.
 * What has no room is added up in the last row; what cannot be simulated is named below. */

#include "config.h"

#include "loss-plot-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "annual-loss"
#define ROW_MIN 22.0
#define ROW_MAX 34.0
#define PAD 8.0

/* A row: one risk, or several of them together. */
typedef struct
{
  const char *record;
  char *label;
  double now, after;
} Row;

typedef struct
{
  MzFrame frame;
  const MzChartRequest *request;
  const MzLossScenario *baseline, *chosen;
  GPtrArray *rows; /* Row */
  double total;
  double row, labels, numbers, shares;
  double left, right;
  double top;
  MzMapping x;
  MzManner manner;
} MzPicture;

static void
row_free (Row *row)
{
  g_free (row->label);
  g_free (row);
}

static int
by_loss (gconstpointer a, gconstpointer b)
{
  const Row *first = *(Row *const *)a, *second = *(Row *const *)b;

  return first->now > second->now ? -1 : first->now < second->now ? 1 : 0;
}

static const MzLossRisk *
risk_of (const MzLossScenario *scenario, guint index)
{
  return g_ptr_array_index (scenario->risks, index);
}

static gboolean
has_after (const MzPicture *self)
{
  return self->chosen != self->baseline;
}

static GPtrArray *
collect (const MzPicture *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);

  for (guint i = 0; i < self->baseline->risks->len; i++)
    {
      const MzLossRisk *now = risk_of (self->baseline, i);
      Row *row;

      if (now->reason != NULL)
        continue;
      row = g_new (Row, 1);
      *row = (Row){now->id, g_strdup (now->label), now->analytic_mean,
                   risk_of (self->chosen, i)->analytic_mean};
      g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, by_loss);
  return rows;
}

/* The rows beyond @room become one. */
static void
gather (GPtrArray *rows, guint room)
{
  Row *rest;
  guint n;

  if (rows->len <= room)
    return;
  n = rows->len - room + 1;
  rest = g_new0 (Row, 1);
  rest->label = g_strdup_printf (ngettext ("%u more", "%u more", n), n);
  for (guint i = room - 1; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      rest->now += row->now;
      rest->after += row->after;
    }
  g_ptr_array_set_size (rows, (int)(room - 1));
  g_ptr_array_add (rows, rest);
}

static char *
amount_text (const MzPicture *self, const Row *row)
{
  g_autofree char *now = mz_loss_chart_money (self->request, row->now);
  g_autofree char *after = mz_loss_chart_money (self->request, row->after);

  return has_after (self) ? g_strdup_printf ("%s → %s", now, after) : g_steal_pointer (&now);
}

static char *
share_text (const MzPicture *self, const Row *row)
{
  return mz_loss_chart_percent (self->total > 0 ? row->now / self->total : 0);
}

static void
lay_out (MzPicture *self)
{
  MzFrame *frame = &self->frame;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION), most = 0;
  double foot = self->baseline->n_left_out > 0 ? line + 4 : 0;
  double height = frame->height - line - 8 - foot;
  guint room = (guint)MAX (1, floor (height / ROW_MIN));

  gather (self->rows, room);
  self->top = frame->y + line + 8;
  self->row = MIN (ROW_MAX, height / self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      g_autofree char *amount = amount_text (self, row), *share = share_text (self, row);

      most = MAX (most, MAX (row->now, row->after));
      self->labels = MAX (self->labels,
                          mz_frame_text_width (frame, row->label, MZ_SIZE_BODY, MZ_WEIGHT_REGULAR));
      self->numbers = MAX (self->numbers,
                           mz_frame_text_width (frame, amount, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR));
      self->shares = MAX (self->shares,
                          mz_frame_text_width (frame, share, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR));
    }
  self->labels = MIN (self->labels + 4, frame->width * 0.4);
  if (frame->width < 420)
    self->shares = 0;
  if (frame->width < 260)
    self->numbers = 0;
  self->left = frame->x + self->labels + PAD;
  self->right = frame->x + frame->width - self->shares - (self->shares > 0 ? PAD : 0) -
                self->numbers - (self->numbers > 0 ? PAD : 0);
  self->x = (MzMapping){&mz_mapping_linear, 0, most > 0 ? most : 1, self->left, self->right};
}

static void
draw_key (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION), x = frame->x;
  double end = frame->x + frame->width;
  g_autofree char *unit = mz_chart_unit_note (self->request->unit);
  double note = mz_frame_text_width (frame, unit, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR);
  const struct
  {
    const char *text;
    MzColour colour;
    double height;
  } keys[] = {{self->baseline->name, MZ_COLOUR_SCENARIO_0, 9},
              {self->chosen->name, self->manner.colour, 5}};

  if (frame->width < 200)
    return;
  mz_frame_line (frame, MZ_ROLE_AXIS, unit, end - note, frame->y, note, MZ_SIZE_CAPTION,
                 MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
  for (guint i = 0; i < (has_after (self) ? 2 : 1); i++)
    {
      double width =
          MIN (mz_frame_text_width (frame, keys[i].text, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR),
               (end - note - 8 - frame->x) / 2 - 40);

      mz_scene_add_rectangle (frame->scene, MZ_ROLE_DECORATION, x,
                              frame->y + (line - keys[i].height) / 2, 18, keys[i].height, 1,
                              keys[i].colour);
      mz_frame_line (frame, MZ_ROLE_LABEL, keys[i].text, x + 24, frame->y, width, MZ_SIZE_CAPTION,
                     MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
      x += 24 + width + 16;
    }
}

static char *
tooltip (const MzPicture *self, const Row *row)
{
  g_autofree char *amount = amount_text (self, row), *share = share_text (self, row);

  /* Translators: a risk, its expected loss a year, its share of the total. */
  return g_strdup_printf (_ ("%s\nExpected loss a year: %s\nShare of the total: %s"), row->label,
                          amount, share);
}

static void
draw_bar (const MzPicture *self, double value, double y, double height, MzColour colour)
{
  double place = mz_mapping_place (&self->x, value);

  mz_scene_add_rectangle (self->frame.scene, MZ_ROLE_DECORATION, self->left, y,
                          MAX (place - self->left, 1), height, 1, colour);
}

static void
draw_row (const MzPicture *self, guint index)
{
  const MzFrame *frame = &self->frame;
  const Row *row = g_ptr_array_index (self->rows, index);
  double top = self->top + index * self->row, middle = top + self->row / 2;
  g_autofree char *amount = amount_text (self, row), *share = share_text (self, row);
  g_autofree char *tip = tooltip (self, row);
  gboolean after = has_after (self);
  double thick = MIN (11, self->row * 0.36), thin = MIN (6, self->row * 0.22);
  MzShape *shape = mz_scene_add_rectangle (
      frame->scene, row->record != NULL ? MZ_ROLE_MARK : MZ_ROLE_CELL, frame->x, top + 1,
      frame->width, self->row - 2, 4, index % 2 == 0 ? MZ_COLOUR_WASH : MZ_COLOUR_PAPER);

  if (row->record != NULL)
    mz_shape_set_record (shape, row->record);
  mz_shape_set_tooltip (shape, tip);
  shape =
      mz_frame_line_at (frame, MZ_ROLE_LABEL, row->label, frame->x + 2, middle, self->labels - 2,
                        MZ_SIZE_BODY, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
  if (shape != NULL && row->record != NULL)
    mz_shape_set_record (shape, row->record);
  draw_bar (self, row->now, middle - (after ? thick : thick / 2), thick, MZ_COLOUR_SCENARIO_0);
  if (after)
    draw_bar (self, row->after, middle + 1, thin, self->manner.colour);
  if (self->numbers > 0)
    mz_frame_line_at (frame, MZ_ROLE_LABEL, amount, self->right + PAD, middle, self->numbers,
                      MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_INK);
  if (self->shares > 0)
    mz_frame_line_at (frame, MZ_ROLE_LABEL, share, frame->x + frame->width - self->shares, middle,
                      self->shares, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END,
                      MZ_COLOUR_SECONDARY);
}

/* Never in silence: what is not in the sum. */
static void
draw_left_out (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  g_autoptr (GString) names = g_string_new (NULL), reasons = g_string_new (NULL);
  g_autofree char *text = NULL;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);
  MzShape *shape;

  for (guint i = 0; i < self->baseline->risks->len; i++)
    {
      const MzLossRisk *risk = risk_of (self->baseline, i);

      if (risk->reason == NULL)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", risk->label);
      g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? "\n" : "", risk->reason);
    }
  if (names->len == 0)
    return;
  text = g_strdup_printf (_ ("Left out: %s"), names->str);
  shape = mz_frame_line (frame, MZ_ROLE_LABEL, text, frame->x, frame->y + frame->height - line,
                         frame->width, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                         MZ_COLOUR_BAD);
  if (shape != NULL)
    mz_shape_set_tooltip (shape, reasons->str);
}

static MzTable *
make_table (const MzPicture *self, const char *title)
{
  MzMoneyUnit unit = self->request->unit;
  g_autofree char *now = mz_chart_money_heading (self->baseline->name, unit);
  g_autofree char *after = mz_chart_money_heading (self->chosen->name, unit);
  g_autofree char *share = g_strconcat ("#", _ ("Share of the total"), NULL);
  g_autofree char *bad = mz_chart_money_heading (_ ("In one year in twenty"), unit);
  const char *headers[] = {_ ("Risk"), now, share, bad, after, _ ("Left out because"), NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint i = 0; i < self->baseline->risks->len; i++)
    {
      const MzLossRisk *risk = risk_of (self->baseline, i), *then = risk_of (self->chosen, i);
      gboolean in = risk->reason == NULL;
      g_autofree char *mean = in ? mz_loss_chart_money (self->request, risk->analytic_mean) : NULL;
      g_autofree char *part =
          in ? mz_loss_chart_percent (self->total > 0 ? risk->analytic_mean / self->total : 0)
             : NULL;
      g_autofree char *tail =
          in ? mz_loss_chart_money (self->request, risk->in_year[MZ_LOSS_YEAR_BAD]) : NULL;
      g_autofree char *left = in ? mz_loss_chart_money (self->request, then->analytic_mean) : NULL;

      mz_table_add_row (table, risk->id, risk->label, mean, part, tail, left, risk->reason);
    }
  return table;
}

static char *
make_message (const MzPicture *self)
{
  const Row *first = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
  g_autofree char *share = NULL;

  if (first == NULL || self->total <= 0)
    return g_strdup (_ ("No loss is expected."));
  share = share_text (self, first);
  /* Translators: a risk, a percentage. */
  return g_strdup_printf (_ ("“%s” makes up %s of the expected loss."), first->label, share);
}

MzScene *
mz_chart_annual_loss (const MzChartRequest *request)
{
  const char *title = _ ("Expected loss a year by risk");
  MzPicture self = {.request = request};
  g_autofree char *message = NULL;

  if (request->loss == NULL || !mz_loss_chart_baseline (request)->known)
    return mz_loss_chart_missing (request, NAME, title);
  self.baseline = mz_loss_chart_baseline (request);
  self.chosen = mz_loss_chart_chosen (request);
  self.manner = mz_chart_manner (request->analysis, mz_loss_chart_index (request, self.chosen));
  self.total = self.baseline->analytic_mean;
  self.rows = collect (&self);
  message = make_message (&self);
  self.frame = mz_frame_begin (request, NAME, title, message);
  lay_out (&self);
  draw_key (&self);
  for (guint i = 0; i < self.rows->len; i++)
    draw_row (&self, i);
  draw_left_out (&self);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  g_ptr_array_unref (self.rows);
  return self.frame.scene;
}
