/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The income statement as planned, in a year of median loss and in the one year in twenty that is worst, and the latter
 * under the scenario too. Bars beside the numbers show how far the profits fall. */

#include "config.h"

#include "loss-plot-private.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "profit-and-loss-years"
#define ROW_MIN 19.0
#define ROW_MAX 34.0
#define PAD 8.0
#define MOST_COLUMNS 4

/* A column: a heading and the eleven lines. */
typedef struct
{
  const char *heading;
  const MzMaybe *lines;
  const char *reason; /* why they are missing */
  MzColour bar;
} Column;

typedef struct
{
  MzFrame frame;
  const MzChartRequest *request;
  const MzLossScenario *baseline, *chosen;
  char *with;   /* heading of the bad year under the scenario */
  GArray *rows; /* guint: places in the statement */
  Column columns[MOST_COLUMNS];
  guint n_columns;
  double labels, numbers, row;
  double first; /* right end of the first column of numbers */
  double step;
  MzMapping bars;
  gboolean with_bars;
} MzPicture;

static const MzStatementLine *
line_of (const MzPicture *self, guint place)
{
  return g_ptr_array_index (self->request->analysis->statement, place);
}

static gboolean
has_bar (const MzStatementLine *line)
{
  /* Gross profit would dwarf what the others say. */
  return line->subtotal && g_strcmp0 (line->code, "gross_profit") != 0;
}

static char *
cell_text (const MzPicture *self, const Column *column, guint place)
{
  const MzMaybe *amount = &column->lines[place];

  return amount->is_set && column->reason == NULL
             ? mz_chart_money (amount->value, self->request->unit)
             : g_strdup ("–");
}

static void
add_column (MzPicture *self, const char *heading, const MzLossYear *year, MzColour bar)
{
  self->columns[self->n_columns++] =
      (Column){heading, year != NULL ? year->lines : self->request->loss->plan,
               year != NULL && !year->known ? year->reason : NULL, bar};
}

static void
choose_columns (MzPicture *self)
{
  guint index = mz_loss_chart_index (self->request, self->chosen);

  add_column (self, C_ ("money", "Plan"), NULL, MZ_COLOUR_NO_DATA);
  add_column (self, _ ("Typical year"), &self->baseline->years[MZ_LOSS_YEAR_TYPICAL],
              MZ_COLOUR_SCENARIO_0);
  add_column (self, _ ("One year in twenty"), &self->baseline->years[MZ_LOSS_YEAR_BAD],
              MZ_COLOUR_BAD);
  if (self->chosen != self->baseline)
    add_column (self, self->with, &self->chosen->years[MZ_LOSS_YEAR_BAD],
                mz_chart_manner (self->request->analysis, index).colour);
}

/* All lines; where there is little room, sales and the profits alone, the results last of all. */
static void
choose_rows (MzPicture *self)
{
  guint n = MIN (self->request->analysis->statement->len, MZ_LOSS_LINES);
  double height = self->frame.height;
  gboolean all = height / (n + 1) >= ROW_MIN;
  guint room = (guint)MAX (1, floor (height / ROW_MIN) - 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    if (all || line_of (self, i)->subtotal || i == 0)
      g_array_append_val (self->rows, i);
  if (self->rows->len > room)
    g_array_remove_range (self->rows, 0, self->rows->len - room);
  self->row = MIN (ROW_MAX, height / (self->rows->len + 1));
}

static void
measure_row (MzPicture *self, guint place, double *low, double *high)
{
  const MzStatementLine *line = line_of (self, place);

  self->labels = MAX (
      self->labels, mz_frame_text_width (&self->frame, line->label, MZ_SIZE_BODY, MZ_WEIGHT_BOLD));
  for (guint c = 0; c < self->n_columns; c++)
    {
      g_autofree char *text = cell_text (self, &self->columns[c], place);
      const MzMaybe *amount = &self->columns[c].lines[place];

      self->numbers = MAX (self->numbers,
                           mz_frame_text_width (&self->frame, text, MZ_SIZE_BODY, MZ_WEIGHT_BOLD));
      if (!has_bar (line) || !amount->is_set)
        continue;
      *low = MIN (*low, (double)amount->value);
      *high = MAX (*high, (double)amount->value);
    }
}

static void
lay_out (MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  g_autofree char *unit = mz_chart_unit_note (self->request->unit);
  double low = 0, high = 0, heading = 0, end = frame->x + frame->width - PAD, x;

  for (guint i = 0; i < self->rows->len; i++)
    measure_row (self, g_array_index (self->rows, guint, i), &low, &high);
  for (guint c = 0; c < self->n_columns; c++)
    heading = MAX (heading, mz_frame_text_width (frame, self->columns[c].heading, MZ_SIZE_CAPTION,
                                                 MZ_WEIGHT_BOLD));
  self->labels =
      MAX (self->labels, mz_frame_text_width (frame, unit, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR));
  self->labels = MIN (self->labels + PAD, frame->width * 0.27);
  /* Columns go from the right where there is no room, the plan and the bad year stay. */
  if (frame->x + PAD + self->labels + self->n_columns * (self->numbers + 10) > end)
    {
      self->columns[1] = self->columns[2];
      self->n_columns = 2;
    }
  x = frame->x + PAD + self->labels;
  self->step = MIN (MAX (self->numbers, MIN (heading, frame->width * 0.14)) + 18,
                    (end - x) / self->n_columns);
  self->first = x + self->step;
  x += self->n_columns * self->step;
  self->with_bars = end - x >= 120 && high > low && self->row >= 6 + self->n_columns * 4;
  if (!self->with_bars)
    {
      self->step += (end - x) / self->n_columns;
      self->first = frame->x + PAD + self->labels + self->step;
    }
  self->bars = (MzMapping){&mz_mapping_linear, low, high, x + 28, end - 4};
}

static void
draw_bars (const MzPicture *self, guint place, double top)
{
  double zero = mz_mapping_place (&self->bars, 0);
  double height = (self->row - 6) / self->n_columns;

  for (guint c = 0; c < self->n_columns; c++)
    {
      const MzMaybe *amount = &self->columns[c].lines[place];
      double end;

      if (!amount->is_set || self->columns[c].reason != NULL)
        continue;
      end = mz_mapping_place (&self->bars, (double)amount->value);
      mz_scene_add_rectangle (self->frame.scene, MZ_ROLE_DECORATION, MIN (zero, end),
                              top + 3 + c * height, MAX (fabs (end - zero), 1), height - 1, 0,
                              self->columns[c].bar);
    }
}

static void
draw_row (const MzPicture *self, guint index)
{
  const MzFrame *frame = &self->frame;
  guint place = g_array_index (self->rows, guint, index);
  const MzStatementLine *line = line_of (self, place);
  double top = frame->y + (index + 1) * self->row, middle = top + self->row / 2;
  MzWeight weight = line->subtotal ? MZ_WEIGHT_BOLD : MZ_WEIGHT_REGULAR;

  if (line->subtotal)
    mz_scene_add_rectangle (frame->scene, MZ_ROLE_CELL, frame->x, top + 1, frame->width,
                            self->row - 2, 4, MZ_COLOUR_WASH);
  mz_frame_line_at (frame, MZ_ROLE_LABEL, line->label, frame->x + PAD, middle, self->labels - PAD,
                    MZ_SIZE_BODY, weight, MZ_ALIGN_START, MZ_COLOUR_INK);
  for (guint c = 0; c < self->n_columns; c++)
    {
      const Column *column = &self->columns[c];
      const MzMaybe *amount = &column->lines[place];
      g_autofree char *text = cell_text (self, column, place);
      gboolean loss = line->subtotal && amount->is_set && amount->value < 0;
      MzShape *shape = mz_frame_line_at (
          frame, MZ_ROLE_LABEL, text, self->first + c * self->step - self->step + 4, middle,
          self->step - 4, MZ_SIZE_BODY, weight, MZ_ALIGN_END, loss ? MZ_COLOUR_BAD : MZ_COLOUR_INK);

      if (shape != NULL && column->reason != NULL)
        mz_shape_set_tooltip (shape, column->reason);
    }
  if (self->with_bars && has_bar (line))
    draw_bars (self, place, top);
}

/* Headings, each with the colour of its bars in front. */
static void
draw_headings (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  g_autofree char *unit = mz_chart_unit_note (self->request->unit);
  double middle = frame->y + self->row / 2;

  mz_frame_line_at (frame, MZ_ROLE_AXIS, unit, frame->x + PAD, middle, self->labels - PAD,
                    MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
  for (guint c = 0; c < self->n_columns; c++)
    {
      double right = self->first + c * self->step;

      mz_frame_line_at (frame, MZ_ROLE_AXIS, self->columns[c].heading, right - self->step + 4,
                        middle, self->step - 4, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD, MZ_ALIGN_END,
                        MZ_COLOUR_SECONDARY);
      if (self->with_bars)
        mz_scene_add_rectangle (frame->scene, MZ_ROLE_DECORATION, right - 24,
                                frame->y + self->row - 4, 24, 3, 0, self->columns[c].bar);
    }
  if (self->with_bars)
    {
      double zero = mz_mapping_place (&self->bars, 0);

      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, zero, frame->y + self->row, zero,
                         frame->y + (self->rows->len + 1) * self->row, MZ_COLOUR_SECONDARY,
                         MZ_LINE_THIN);
    }
}

static MzTable *
make_table (const MzPicture *self, const char *title)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  guint n = MIN (self->request->analysis->statement->len, MZ_LOSS_LINES);
  MzTable *table;

  g_ptr_array_add (headers, g_strdup (_ ("Line")));
  for (guint c = 0; c < self->n_columns; c++)
    g_ptr_array_add (headers,
                     mz_chart_money_heading (self->columns[c].heading, self->request->unit));
  g_ptr_array_add (headers, NULL);
  table = mz_table_new (title, (const char *const *)headers->pdata);
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells, g_strdup (line_of (self, i)->label));
      for (guint c = 0; c < self->n_columns; c++)
        g_ptr_array_add (cells, cell_text (self, &self->columns[c], i));
      g_ptr_array_add (cells, NULL);
      mz_table_take_row (table, NULL, (char **)g_ptr_array_free (cells, FALSE));
    }
  return table;
}

/* What the bad year does to the last profit that is known. */
static char *
make_message (const MzPicture *self)
{
  const MzLossYear *bad = &self->baseline->years[MZ_LOSS_YEAR_BAD];

  if (!bad->known)
    return g_strdup (bad->reason);
  for (guint i = MZ_LOSS_LINES; i > 0; i--)
    {
      const MzMaybe *plan = &self->request->loss->plan[i - 1], *then = &bad->lines[i - 1];

      if (!line_of (self, i - 1)->subtotal || !plan->is_set || !then->is_set)
        continue;
      g_autofree char *before = mz_headline_money (plan->value);
      g_autofree char *after = mz_headline_money (then->value);

      /* Translators: a line of the income statement, its amount as planned and in a bad year. */
      return g_strdup_printf (_ ("%s: %s as planned, %s or less in one year in twenty."),
                              line_of (self, i - 1)->label, before, after);
    }
  return g_strdup (_ ("The profit and loss as planned, in a typical and in a bad year."));
}

MzScene *
mz_chart_profit_and_loss_years (const MzChartRequest *request)
{
  const char *title = _ ("Profit and loss in a typical and in a bad year");
  MzPicture self = {.request = request};
  g_autofree char *message = NULL, *with = NULL;

  if (request->loss == NULL || !mz_loss_chart_baseline (request)->known)
    return mz_loss_chart_missing (request, NAME, title);
  self.baseline = mz_loss_chart_baseline (request);
  self.chosen = mz_loss_chart_chosen (request);
  if (!request->loss->plan[0].is_set)
    return mz_frame_message (
        request, NAME, title,
        _ ("There is no income statement yet: enter sales, costs and profit of "
           "the organisation."));
  /* Translators: the code of a scenario: the same year once that is in place. */
  self.with = with = g_strdup_printf (_ ("The same with %s"), self.chosen->short_name);
  message = make_message (&self);
  self.frame = mz_frame_begin (request, NAME, title, message);
  choose_columns (&self);
  choose_rows (&self);
  lay_out (&self);
  for (guint i = 0; i < self.rows->len; i++)
    draw_row (&self, i);
  draw_headings (&self);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  g_array_unref (self.rows);
  return self.frame.scene;
}
