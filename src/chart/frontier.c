/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Money and the loss that is left: the efficient sets of steps as stairs, since between two of them more money buys
 * nothing; the cap of this year as a line, the set that is looked at as a ring, and the scenarios where they stand. A mark
 * of a set is named by its place, so that pointer and keys choose it. */

#include "config.h"

#include "chart-private.h"

#include "mezasu/language.h"
#include "mezasu/money.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "frontier"

typedef struct
{
  MzFrame frame;
  const MzBudget *budget;
  const MzPortfolioSet *shown;
  MzTicks across, up;
  MzMapping x, y;
  double left, right, top, bottom;
} MzPicture;

static const MzPortfolioSet *
nth (const MzPicture *self, guint index)
{
  return g_ptr_array_index (self->budget->frontier->points, index);
}

static gint64
yen_of (double value)
{
  gint64 yen = 0;

  return mz_money_from_double (value, &yen, NULL) ? yen : 0;
}

static gboolean
is_placed (const MzScenarioResult *scenario)
{
  return !scenario->baseline && scenario->investment_this_year.known && scenario->ale.known;
}

static void
find_ranges (const MzPicture *self, double *money, double *least, double *loss)
{
  const MzAnalysis *analysis = self->frame.request->analysis;
  MzMaybe cap = self->budget->question.this_year;

  *money = cap.is_set ? (double)cap.value : 0;
  *least = 0;
  *loss = self->shown != NULL ? self->shown->loss : 0;
  for (guint i = 0; i < self->budget->frontier->points->len; i++)
    {
      *money = MAX (*money, (double)nth (self, i)->this_year);
      *least = MIN (*least, (double)nth (self, i)->this_year);
      *loss = MAX (*loss, nth (self, i)->loss);
    }
  /* A cap far beyond all costs would press the picture into a corner; it then lies outside. */
  if (cap.is_set && self->budget->frontier->points->len > 0)
    {
      double most = (double)nth (self, self->budget->frontier->points->len - 1)->this_year;

      if ((double)cap.value > 2 * most && most > 0)
        *money = most;
    }
  for (guint i = 0; i < analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, i);

      if (!is_placed (scenario))
        continue;
      *money = MAX (*money, (double)scenario->investment_this_year.yen);
      *loss = MAX (*loss, scenario->ale.real);
    }
}

static void
lay_out (MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double money, least, loss, labels = 0, line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);

  find_ranges (self, &money, &least, &loss);
  self->up = mz_ticks_enclose (0, MAX (loss, 1), (guint)CLAMP (floor (frame->height / 44), 2, 8));
  self->across =
      mz_ticks_enclose (least, MAX (money, 1), (guint)CLAMP (floor (frame->width / 90), 2, 9));
  for (guint i = 0; i < self->up.n; i++)
    {
      g_autofree char *text = mz_ticks_money (&self->up, i, frame->request->unit);

      labels = MAX (labels, mz_frame_text_width (frame, text, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR));
    }
  labels = MIN (labels, frame->width * 0.42);
  self->left = frame->x + labels + 12;
  self->right = frame->x + frame->width - 24;
  self->top = frame->y + 2 * line + 8;
  self->bottom = frame->y + frame->height - 2 * line - 8;
  self->x = (MzMapping){&mz_mapping_linear, self->across.first, mz_ticks_last (&self->across),
                        self->left, self->right};
  self->y = (MzMapping){&mz_mapping_linear, 0, mz_ticks_last (&self->up), self->bottom, self->top};
}

static void
draw_grid (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);
  g_autofree char *unit = mz_chart_unit_note (frame->request->unit);
  /* Translators: title of the axis, then the unit in brackets. */
  g_autofree char *up = g_strdup_printf (_ ("Expected loss a year that is left %s"), unit);

  mz_frame_line (frame, MZ_ROLE_AXIS, up, frame->x, frame->y, frame->width, MZ_SIZE_CAPTION,
                 MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
  mz_frame_line (frame, MZ_ROLE_AXIS, _ ("Cost this year"), self->left, self->bottom + line + 6,
                 self->right - self->left, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END,
                 MZ_COLOUR_SECONDARY);
  for (guint i = 0; i < self->up.n; i++)
    {
      double value = mz_ticks_nth (&self->up, i), y = mz_mapping_place (&self->y, value);
      g_autofree char *text = mz_ticks_money (&self->up, i, frame->request->unit);

      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, self->left, y, self->right, y,
                         value == 0 ? MZ_COLOUR_SECONDARY : MZ_COLOUR_HAIRLINE, MZ_LINE_THIN);
      mz_frame_line_at (frame, MZ_ROLE_AXIS, text, frame->x, y, self->left - 8 - frame->x,
                        MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
    }
  for (guint i = 0; i < self->across.n; i++)
    {
      double x = mz_mapping_place (&self->x, mz_ticks_nth (&self->across, i));
      g_autofree char *text = mz_ticks_money (&self->across, i, frame->request->unit);

      mz_frame_line (frame, MZ_ROLE_AXIS, text, x - 40, self->bottom + 4,
                     MIN (80, 2 * (frame->x + frame->width - x + 16)), MZ_SIZE_CAPTION,
                     MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE, MZ_COLOUR_SECONDARY);
    }
}

static void
draw_cap (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  MzMaybe cap = self->budget->question.this_year;
  double x, line = mz_frame_line_height (frame, MZ_SIZE_CAPTION), width;
  const char *text = _ ("Cap this year");
  MzShape *shape;

  if (!cap.is_set || (double)cap.value > self->x.to)
    return;
  x = mz_mapping_place (&self->x, (double)cap.value);
  shape = mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, x, self->top - 4, x, self->bottom,
                             MZ_COLOUR_INK, MZ_LINE_MEDIUM);
  mz_shape_set_stroke (shape, MZ_COLOUR_INK, MZ_LINE_MEDIUM, MZ_DASH_DASHED);
  width = mz_frame_text_width (frame, text, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD) + 2;
  mz_frame_line (frame, MZ_ROLE_LABEL, text,
                 CLAMP (x - width / 2, self->left, frame->x + frame->width - width),
                 self->top - line - 4, width, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD, MZ_ALIGN_START,
                 MZ_COLOUR_INK);
}

static char *
steps_text (const MzPicture *self, const MzPortfolioSet *set, const char *separator)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->budget->portfolio->steps->len; i++)
    if (set->chosen[i])
      g_ptr_array_add (names,
                       g_array_index (self->budget->portfolio->steps, MzPortfolioStep, i).label);
  if (names->len == 0)
    return g_strdup (_ ("Do nothing"));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (separator, (char **)names->pdata);
}

static char *
tooltip_of (const MzPicture *self, const MzPortfolioSet *set)
{
  g_autofree char *cost = mz_chart_say (set->this_year);
  g_autofree char *loss = mz_chart_say (yen_of (set->loss));
  g_autofree char *steps = steps_text (self, set, "\n");

  /* Translators: cost this year, expected loss, the names of steps on lines of their own. */
  return g_strdup_printf (_ ("%s this year leaves %s a year\n%s"), cost, loss, steps);
}

static void
draw_stairs (const MzPicture *self)
{
  guint n = self->budget->frontier->points->len;
  g_autofree MzPathStep *steps = g_new0 (MzPathStep, 2 * (gsize)n + 1);
  guint k = 0;

  for (guint i = 0; i < n; i++)
    {
      double x = mz_mapping_place (&self->x, (double)nth (self, i)->this_year);
      double y = mz_mapping_place (&self->y, nth (self, i)->loss);

      if (k > 0)
        {
          double before = steps[k - 1].y;
          steps[k++] = (MzPathStep){.op = MZ_PATH_LINE, .x = x, .y = before};
        }
      steps[k] = (MzPathStep){.op = k == 0 ? MZ_PATH_MOVE : MZ_PATH_LINE, .x = x, .y = y};
      k++;
    }
  steps[k] = (MzPathStep){.op = MZ_PATH_LINE, .x = self->right, .y = steps[k - 1].y};
  mz_scene_add_path (self->frame.scene, MZ_ROLE_LINK, steps, k + 1, MZ_COLOUR_NONE,
                     MZ_COLOUR_SECONDARY, 2);
}

static void
draw_points (const MzPicture *self)
{
  for (guint i = 0; i < self->budget->frontier->points->len; i++)
    {
      const MzPortfolioSet *set = nth (self, i);
      double x = mz_mapping_place (&self->x, (double)set->this_year);
      double y = mz_mapping_place (&self->y, set->loss);
      g_autofree char *id = g_strdup_printf (MZ_FRONTIER_MARK "%u", i);
      g_autofree char *tooltip = tooltip_of (self, set);
      MzShape *shape = mz_scene_add_ellipse (self->frame.scene, MZ_ROLE_MARK, x - 5, y - 5, 10, 10,
                                             MZ_COLOUR_SECONDARY);

      mz_shape_set_stroke (shape, MZ_COLOUR_PAPER, MZ_LINE_MEDIUM, MZ_DASH_SOLID);
      mz_shape_set_record (shape, id);
      mz_shape_set_tooltip (shape, tooltip);
    }
}

/* The set that is looked at; the best by another aim may stand above the stairs. */
static void
draw_shown (const MzPicture *self)
{
  double x, y;
  MzShape *shape;

  if (self->shown == NULL)
    return;
  x = mz_mapping_place (&self->x, (double)self->shown->this_year);
  y = mz_mapping_place (&self->y, self->shown->loss);
  shape = mz_scene_add_ellipse (self->frame.scene, MZ_ROLE_DECORATION, x - 10, y - 10, 20, 20,
                                MZ_COLOUR_NONE);
  mz_shape_set_stroke (shape, MZ_COLOUR_INK, MZ_LINE_STRONG, MZ_DASH_SOLID);
}

/* A scenario may stand below the stairs where it breaks the cap of later years, which its tooltip tells. */
static char *
scenario_tooltip (const MzPicture *self, const MzScenarioResult *scenario)
{
  MzMaybe cap = self->budget->question.yearly;

  for (int t = 1; cap.is_set && t <= scenario->flow.horizon; t++)
    if (scenario->flow.by_kind[MZ_CASH_INVESTMENT][t] + scenario->running_by_year[t] > cap.value)
      return g_strdup_printf (_ ("%s\nA later year costs more than the cap."), scenario->name);
  return g_strdup (scenario->name);
}

static void
draw_scenarios (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  const MzAnalysis *analysis = frame->request->analysis;
  double line = mz_frame_line_height (frame, MZ_SIZE_BODY);

  for (guint i = 0; i < analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, i);
      MzManner manner = mz_chart_manner (analysis, i);
      g_autofree char *tooltip = scenario_tooltip (self, scenario);
      double x, y, width;
      MzShape *shape;

      if (!is_placed (scenario))
        continue;
      x = mz_mapping_place (&self->x, (double)scenario->investment_this_year.yen);
      y = mz_mapping_place (&self->y, scenario->ale.real);
      shape = mz_frame_marker (frame, MZ_ROLE_MARK, &manner, x, y, 12, FALSE);
      mz_shape_set_record (shape, scenario->id);
      mz_shape_set_tooltip (shape, tooltip);
      width =
          MIN (mz_frame_text_width (frame, scenario->short_name, MZ_SIZE_BODY, MZ_WEIGHT_BOLD) + 2,
               frame->width / 4);
      shape = mz_frame_line (frame, MZ_ROLE_LABEL, scenario->short_name,
                             MIN (x - width / 2, frame->x + frame->width - width), y - 10 - line,
                             width, MZ_SIZE_BODY, MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, manner.colour);
      if (shape != NULL)
        mz_shape_set_record (shape, scenario->id);
    }
}

static MzTable *
make_table (const MzPicture *self, const char *title)
{
  MzMoneyUnit unit = self->frame.request->unit;
  g_autofree char *cost = mz_chart_money_heading (_ ("Cost this year"), unit);
  g_autofree char *loss = mz_chart_money_heading (_ ("Expected loss a year afterwards"), unit);
  const char *headers[] = {cost, loss, _ ("Steps"), NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint i = 0; i < self->budget->frontier->points->len; i++)
    {
      const MzPortfolioSet *set = nth (self, i);
      g_autofree char *id = g_strdup_printf (MZ_FRONTIER_MARK "%u", i);
      char **cells = g_new0 (char *, 4);

      cells[0] = mz_chart_money (set->this_year, unit);
      cells[1] = mz_chart_money (yen_of (set->loss), unit);
      cells[2] = steps_text (self, set, ", ");
      mz_table_take_row (table, id, cells);
    }
  return table;
}

static char *
make_message (const MzPicture *self)
{
  g_autofree char *cost = NULL, *loss = NULL;

  if (self->shown == NULL)
    return mz_portfolio_answer_sentence (self->budget->portfolio, self->budget->answer,
                                         &self->budget->question);
  cost = mz_chart_say (self->shown->this_year);
  loss = mz_chart_say (yen_of (self->shown->loss));
  return g_strdup_printf (_ ("%s this year leaves an expected loss of %s a year."), cost, loss);
}

MzScene *
mz_chart_frontier (const MzChartRequest *request)
{
  MzPicture self = {.budget = request->budget};
  const char *title = _ ("Money and the loss that is left");
  g_autofree char *message = NULL;

  if (request->budget == NULL)
    return mz_frame_message (request, NAME, title, _ ("The best steps are being looked for."));
  self.shown = request->shown != NULL ? request->shown : request->budget->answer->set;
  message = make_message (&self);
  if (request->budget->frontier->points->len == 0 || request->budget->portfolio->steps->len == 0)
    {
      g_autofree char *why = mz_portfolio_answer_sentence (
          request->budget->portfolio, request->budget->answer, &request->budget->question);

      return mz_frame_message (request, NAME, title, why);
    }
  self.frame = mz_frame_begin (request, NAME, title, message);
  lay_out (&self);
  draw_grid (&self);
  draw_cap (&self);
  draw_stairs (&self);
  draw_points (&self);
  draw_scenarios (&self);
  draw_shown (&self);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  return self.frame.scene;
}
