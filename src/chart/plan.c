/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The plan: steps of the chosen scenario as bars over the years, option by option, with what each costs and which one it
 * waits for. */

#include "config.h"

#include "chart-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "plan"
#define ROW_MAX 30.0
#define ROW_MIN 15.0
#define NAMES_SHARE 0.36
#define ARROW 4.0

/* One line of the picture: the heading of an option, or a step. */
typedef struct
{
  MzRecord *option;
  const MzStepMoney *step;
  double y;          /* middle */
  double start, end; /* places of the bar */
} MzLine;

typedef struct
{
  MzFrame frame;
  const MzScenarioResult *scenario;
  MzModel *model;
  int horizon;
  GArray *lines;
  guint n_hidden;
  double names, row, top;
  MzMapping x;
} MzPicture;

static MzLine *
nth (const MzPicture *self, guint index)
{
  return &g_array_index (self->lines, MzLine, index);
}

static int
first_year (const MzStepMoney *step)
{
  return (int)mz_record_integer (step->step, "from_year", 0);
}

static int
last_year (const MzPicture *self, const MzStepMoney *step)
{
  return (int)MIN (mz_record_integer (step->step, "to_year", self->horizon), self->horizon);
}

/* Options in the order in which their first steps come, each with its steps. */
static void
list_lines (MzPicture *self)
{
  GPtrArray *steps = self->scenario->steps;

  for (guint i = 0; i < steps->len; i++)
    {
      const MzStepMoney *first = g_ptr_array_index (steps, i);
      MzLine heading = {.option = first->option};
      gboolean seen = FALSE;

      for (guint j = 0; j < i && !seen; j++)
        seen = ((const MzStepMoney *)g_ptr_array_index (steps, j))->option == first->option;
      if (seen)
        continue;
      g_array_append_val (self->lines, heading);
      for (guint j = i; j < steps->len; j++)
        {
          const MzStepMoney *step = g_ptr_array_index (steps, j);
          MzLine line = {.option = step->option, .step = step};

          if (step->option == first->option)
            g_array_append_val (self->lines, line);
        }
    }
}

static void
lay_out (MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION), room;
  guint fit;

  self->top = frame->y + 2 * line + 6;
  room = frame->y + frame->height - self->top;
  self->row = CLAMP (room / MAX (self->lines->len, 1), ROW_MIN, ROW_MAX);
  fit = (guint)MAX (1, floor (room / self->row));
  if (self->lines->len > fit)
    {
      /* The last line says how many are missing. */
      self->n_hidden = self->lines->len - (fit - 1);
      g_array_set_size (self->lines, fit - 1);
    }
  self->names = frame->width * NAMES_SHARE;
  self->x = (MzMapping){&mz_mapping_ordinal, 0, self->horizon, frame->x + self->names + 8,
                        frame->x + frame->width};
  for (guint i = 0; i < self->lines->len; i++)
    {
      MzLine *one = nth (self, i);
      double half = mz_mapping_band (&self->x) / 2;

      one->y = self->top + (i + 0.5) * self->row;
      if (one->step == NULL)
        continue;
      one->start =
          mz_mapping_place (&self->x, CLAMP (first_year (one->step), 0, self->horizon)) - half + 3;
      one->end =
          mz_mapping_place (&self->x, MAX (first_year (one->step), last_year (self, one->step))) +
          half - 3;
      one->end = MIN (one->end, self->x.end);
    }
}

static void
draw_years (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double band = mz_mapping_band (&self->x), line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);
  double bottom = self->top + (self->lines->len + (self->n_hidden > 0 ? 1 : 0)) * self->row;
  g_autofree char *unit = mz_chart_unit_note (frame->request->unit);
  g_autofree char *now = mz_chart_year (0, FALSE);
  g_autofree char *last = mz_chart_year (self->horizon, FALSE);
  gboolean brief =
      MAX (mz_frame_text_width (frame, now, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR),
           mz_frame_text_width (frame, last, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR)) > band - 4;
  int every = (int)MAX (1, ceil (24 / band));

  mz_frame_line (frame, MZ_ROLE_AXIS, unit, frame->x, frame->y, frame->width, MZ_SIZE_CAPTION,
                 MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
  for (int year = 0; year <= self->horizon; year++)
    {
      g_autofree char *text = mz_chart_year (year, brief);
      double x = mz_mapping_place (&self->x, year) - band / 2;

      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, x, self->top, x, bottom,
                         MZ_COLOUR_HAIRLINE, MZ_LINE_THIN);
      if (year % every == 0 && x + band * every <= self->x.end + 0.5)
        mz_frame_line (frame, MZ_ROLE_AXIS, text, x + 1, frame->y + line + 2, band * every - 2,
                       MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR,
                       every == 1 ? MZ_ALIGN_MIDDLE : MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
    }
}

static char *
years_text (const MzPicture *self, const MzStepMoney *step)
{
  g_autofree char *from = mz_chart_year (first_year (step), FALSE);
  g_autofree char *to = mz_chart_year (last_year (self, step), FALSE);

  if (first_year (step) == last_year (self, step))
    return g_steal_pointer (&from);
  /* Translators: the first and the last year of a step. */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

static void
draw_bar (const MzPicture *self, const MzLine *line)
{
  const MzFrame *frame = &self->frame;
  g_autofree char *cost = mz_chart_figure (&line->step->cost, frame->request->unit);
  g_autofree char *label = mz_record_label (line->step->step);
  g_autofree char *years = years_text (self, line->step);
  /* Translators: a step of a plan, its years, its cost in all. */
  g_autofree char *tooltip = g_strdup_printf (_ ("%s\n%s\nCost in all: %s"), label, years, cost);
  const char *id = mz_record_id (line->step->step);
  double height = MIN (self->row - 4, 20);
  double width = mz_frame_text_width (frame, cost, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD);
  MzShape *shape =
      mz_scene_add_rectangle (frame->scene, MZ_ROLE_MARK, line->start, line->y - height / 2,
                              MAX (line->end - line->start, 4), height, 4, MZ_COLOUR_ACCENT_SOFT);

  mz_shape_set_stroke (shape, MZ_COLOUR_ACCENT, MZ_LINE_MEDIUM,
                       mz_record_flag (line->step->step, "assumed") ? MZ_DASH_DASHED
                                                                    : MZ_DASH_SOLID);
  mz_shape_set_record (shape, id);
  mz_shape_set_tooltip (shape, tooltip);
  if (width + 8 <= line->end - line->start)
    shape = mz_frame_line_at (frame, MZ_ROLE_LABEL, cost, line->start + 4, line->y, width,
                              MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  else if (line->end + 6 + width <= self->x.end)
    shape = mz_frame_line_at (frame, MZ_ROLE_LABEL, cost, line->end + 6, line->y, width,
                              MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  else
    return;
  mz_shape_set_record (shape, id);
}

static void
draw_lines (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const MzLine *line = nth (self, i);
      MzRecord *record = line->step != NULL ? line->step->step : line->option;
      g_autofree char *label =
          record != NULL ? mz_record_label (record) : g_strdup (_ ("Without option"));
      double indent = line->step != NULL ? 12 : 0;
      MzShape *shape;

      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, frame->x, line->y + self->row / 2,
                         frame->x + frame->width, line->y + self->row / 2, MZ_COLOUR_HAIRLINE,
                         MZ_LINE_THIN);
      shape = mz_frame_line_at (frame, MZ_ROLE_LABEL, label, frame->x + indent, line->y,
                                self->names - indent, MZ_SIZE_CAPTION,
                                line->step != NULL ? MZ_WEIGHT_REGULAR : MZ_WEIGHT_BOLD,
                                MZ_ALIGN_START, MZ_COLOUR_INK);
      if (shape != NULL && record != NULL)
        {
          mz_shape_set_record (shape, mz_record_id (record));
          mz_shape_set_tooltip (shape, label);
        }
      if (line->step != NULL)
        draw_bar (self, line);
    }
  if (self->n_hidden > 0)
    {
      g_autofree char *more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u more line", "and %u more lines", self->n_hidden),
          self->n_hidden);

      mz_frame_line_at (frame, MZ_ROLE_LABEL, more, frame->x,
                        self->top + (self->lines->len + 0.5) * self->row, self->names,
                        MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
    }
}

/* An arrow from the bar that comes before to the one that waits for it: down from the one, then into the side of the other
 * where that begins later, else into its edge. */
static void
draw_arrow (const MzPicture *self, const MzLine *from, const MzLine *to)
{
  double half = MIN (self->row - 4, 20) / 2, down = to->y > from->y ? 1 : -1;
  double x = CLAMP (to->start - 8, from->start + 4, MAX (from->start + 4, from->end - 4));
  gboolean side = x < to->start - 4;
  double tip_x = side ? to->start : x, tip_y = side ? to->y : to->y - down * half;
  const MzPathStep line[] = {
      {.op = MZ_PATH_MOVE, .x = x, .y = from->y + down * half},
      {.op = MZ_PATH_LINE, .x = x, .y = tip_y},
      {.op = MZ_PATH_LINE, .x = tip_x, .y = tip_y},
  };
  const MzPathStep head[] = {
      {.op = MZ_PATH_MOVE, .x = tip_x, .y = tip_y},
      {.op = MZ_PATH_LINE,
       .x = tip_x - (side ? ARROW * 1.6 : ARROW),
       .y = tip_y - (side ? ARROW : down * ARROW * 1.6)},
      {.op = MZ_PATH_LINE,
       .x = tip_x - (side ? ARROW * 1.6 : -ARROW),
       .y = tip_y + (side ? ARROW : -down * ARROW * 1.6)},
      {.op = MZ_PATH_CLOSE},
  };

  mz_scene_add_path (self->frame.scene, MZ_ROLE_DECORATION, line, G_N_ELEMENTS (line),
                     MZ_COLOUR_NONE, MZ_COLOUR_SECONDARY, MZ_LINE_MEDIUM);
  mz_scene_add_path (self->frame.scene, MZ_ROLE_DECORATION, head, G_N_ELEMENTS (head),
                     MZ_COLOUR_SECONDARY, MZ_COLOUR_NONE, 0);
}

static void
draw_arrows (const MzPicture *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const MzLine *to = nth (self, i);
      MzRecord *before =
          to->step != NULL ? mz_model_referred (self->model, to->step->step, "predecessor") : NULL;

      for (guint j = 0; before != NULL && j < self->lines->len; j++)
        if (nth (self, j)->step != NULL && nth (self, j)->step->step == before)
          draw_arrow (self, nth (self, j), to);
    }
}

static gint64
cost_of (const MzStepMoney *step, int year)
{
  return step->amounts[MZ_CASH_INVESTMENT][year] + step->amounts[MZ_CASH_RUNNING][year];
}

static MzTable *
make_table (const MzPicture *self, const char *title)
{
  MzMoneyUnit unit = self->frame.request->unit;
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  MzTable *table;

  g_ptr_array_add (headers, g_strdup (_ ("Option")));
  g_ptr_array_add (headers, g_strdup (_ ("Step")));
  g_ptr_array_add (headers, g_strdup (_ ("After")));
  for (int year = 0; year <= self->horizon; year++)
    {
      g_autofree char *when = mz_chart_year (year, FALSE);
      g_ptr_array_add (headers, g_strconcat ("#", when, NULL));
    }
  g_ptr_array_add (headers, mz_chart_money_heading (_ ("Cost in all"), unit));
  g_ptr_array_add (headers, NULL);
  table = mz_table_new (title, (const char *const *)headers->pdata);
  for (guint i = 0; i < self->scenario->steps->len; i++)
    {
      const MzStepMoney *step = g_ptr_array_index (self->scenario->steps, i);
      MzRecord *before = mz_model_referred (self->model, step->step, "predecessor");
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells,
                       step->option != NULL ? mz_record_label (step->option) : g_strdup (""));
      g_ptr_array_add (cells, mz_record_label (step->step));
      g_ptr_array_add (cells, before != NULL ? mz_record_label (before) : g_strdup (""));
      for (int year = 0; year <= self->horizon; year++)
        g_ptr_array_add (cells, year < first_year (step) || year > last_year (self, step)
                                    ? g_strdup ("")
                                    : mz_chart_money (cost_of (step, year), unit));
      g_ptr_array_add (cells, mz_chart_figure (&step->cost, unit));
      g_ptr_array_add (cells, NULL);
      mz_table_take_row (table, mz_record_id (step->step),
                         (char **)g_ptr_array_free (cells, FALSE));
    }
  return table;
}

MzScene *
mz_chart_plan (const MzChartRequest *request)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (MzLine));
  MzPicture self = {.scenario = request->scenario,
                    .model = request->analysis->model,
                    .horizon = CLAMP (request->analysis->horizon, 1, MZ_HORIZON_MAX),
                    .lines = lines};
  const char *title = _ ("Plan by year");
  g_autofree char *message = NULL;
  guint n;

  if (self.scenario == NULL || self.scenario->steps->len == 0)
    return mz_frame_message (
        request, NAME, title,
        _ ("This scenario has no steps: choose another one, or add steps to its options."));
  n = self.scenario->steps->len;
  /* Translators: a scenario, the number of its steps. */
  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s is done in %u step.", "%s is done in %u steps.", n),
      self.scenario->name, n);
  self.frame = mz_frame_begin (request, NAME, title, message);
  list_lines (&self);
  lay_out (&self);
  draw_years (&self);
  draw_lines (&self);
  draw_arrows (&self);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  return self.frame.scene;
}
