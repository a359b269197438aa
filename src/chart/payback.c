/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Payback: the running total of money by year. Doing nothing is the zero line; each scenario has its own dash, marker and
 * name at its end; the point where the chosen one has paid itself back is marked and named. Flows are spread evenly over
 * their year, so the lines between the years are straight. */

#include "config.h"

#include "chart-private.h"

#include "mezasu/language.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "payback"
#define LABEL_GAP 10.0
/* Worth of a place that lies outside the picture. */
#define NO_PLACE 1000

typedef struct
{
  MzFrame frame;
  const MzAnalysis *analysis;
  const MzScenarioResult *chosen;
  int horizon;
  MzTicks ticks;
  MzMapping x, y;
  double left, right, top, bottom;
  double names; /* room for the names at the right */
} MzPicture;

static const MzScenarioResult *
nth (const MzPicture *self, guint index)
{
  return g_ptr_array_index (self->analysis->scenarios, index);
}

static gboolean
is_drawn (const MzScenarioResult *scenario)
{
  return !scenario->baseline && scenario->flow_known;
}

static const char *
record_of (const MzScenarioResult *scenario)
{
  return scenario->record != NULL ? mz_record_id (scenario->record) : NULL;
}

/* The whole name where it is short enough to stand at the end of a line; nobody knows "do nothing" by a code. */
static const char *
label_of (const MzFrame *frame, const MzScenarioResult *scenario)
{
  double room = frame->width * 0.22;

  return scenario->baseline ||
                 mz_frame_text_width (frame, scenario->name, MZ_SIZE_BODY, MZ_WEIGHT_BOLD) <= room
             ? scenario->name
             : scenario->short_name;
}

/* A number of years with one decimal, as people say it. */
static char *
years_text (double years)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.1f", years));
}

static char *
make_message (const MzScenarioResult *chosen, int horizon)
{
  g_autofree char *years = NULL;

  if (chosen == NULL || chosen->baseline)
    return g_strdup (_ ("What the scenarios cost and bring, beside doing nothing."));
  if (!chosen->flow_known || !chosen->has_payback)
    return g_strdup (chosen->flow_reason != NULL ? chosen->flow_reason
                                                 : _ ("The payback cannot be computed yet."));
  years = years_text (chosen->payback.final);
  switch (chosen->payback.status)
    {
    case MZ_PAYBACK_IMMEDIATE:
      return g_strdup_printf (_ ("%s never costs more than it has brought."), chosen->name);
    case MZ_PAYBACK_LOST_AGAIN:
      return g_strdup_printf (_ ("%s pays back for a time, but has not done so after %d years."),
                              chosen->name, horizon);
    case MZ_PAYBACK_NEVER:
      return g_strdup_printf (_ ("%s does not pay back within %d years."), chosen->name, horizon);
    default:
      return g_strdup_printf (_ ("%s pays back after %s years."), chosen->name, years);
    }
}

static void
find_range (const MzPicture *self, double *low, double *high)
{
  *low = *high = 0;
  for (guint i = 0; i < self->analysis->scenarios->len; i++)
    for (int year = 0; is_drawn (nth (self, i)) && year <= self->horizon; year++)
      {
        *low = MIN (*low, (double)nth (self, i)->cumulative[year]);
        *high = MAX (*high, (double)nth (self, i)->cumulative[year]);
      }
}

static void
lay_out (MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double low, high, labels = 0, line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);
  guint most = (guint)CLAMP (floor (frame->height / 44), 2, 8);

  find_range (self, &low, &high);
  self->ticks = mz_ticks_enclose (low, high, most);
  for (guint i = 0; i < self->ticks.n; i++)
    {
      g_autofree char *text = mz_ticks_money (&self->ticks, i, frame->request->unit);

      labels = MAX (labels, mz_frame_text_width (frame, text, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR));
    }
  for (guint i = 0; i < self->analysis->scenarios->len; i++)
    if (is_drawn (nth (self, i)) || nth (self, i)->baseline)
      self->names = MAX (self->names, mz_frame_text_width (frame, label_of (frame, nth (self, i)),
                                                           MZ_SIZE_BODY, MZ_WEIGHT_BOLD));
  self->names = MIN (self->names, frame->width * 0.26);
  labels = MIN (labels, frame->width * 0.42);
  /* Names give way before the picture does. */
  if (frame->width - labels - self->names < 70)
    self->names = 0;
  self->left = frame->x + labels + 12;
  self->right = frame->x + frame->width - self->names - LABEL_GAP - 4;
  self->top = frame->y + line + 8;
  self->bottom = frame->y + frame->height - line - 6;
  self->x = (MzMapping){&mz_mapping_linear, 0, self->horizon, self->left + 14, self->right};
  self->y = (MzMapping){&mz_mapping_linear, self->ticks.first, mz_ticks_last (&self->ticks),
                        self->bottom - 4, self->top};
}

static void
draw_grid (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  g_autofree char *unit = mz_chart_unit_note (frame->request->unit);

  mz_frame_line (frame, MZ_ROLE_AXIS, unit, frame->x, frame->y, frame->width, MZ_SIZE_CAPTION,
                 MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
  for (guint i = 0; i < self->ticks.n; i++)
    {
      double value = mz_ticks_nth (&self->ticks, i), y = mz_mapping_place (&self->y, value);
      g_autofree char *text = mz_ticks_money (&self->ticks, i, frame->request->unit);

      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, self->left, y, self->right, y,
                         value == 0 ? MZ_COLOUR_SECONDARY : MZ_COLOUR_HAIRLINE,
                         value == 0 ? 1.75 : MZ_LINE_THIN);
      mz_frame_line_at (frame, MZ_ROLE_AXIS, text, frame->x, y, self->left - 8 - frame->x,
                        MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
    }
}

/* Labels of years, as many as have room; the last year always has one. */
static void
draw_years (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  g_autofree char *longest = mz_chart_year (self->horizon, FALSE);
  g_autofree char *now = mz_chart_year (0, FALSE);
  double step = (self->x.end - self->x.start) / self->horizon;
  double wide = MAX (mz_frame_text_width (frame, longest, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR),
                     mz_frame_text_width (frame, now, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR)) +
                10;
  gboolean brief = wide > step;
  double need = brief ? 24 : wide;
  int every = (int)MAX (1, ceil (need / MAX (step, 0.1)));

  for (int year = 0; year <= self->horizon; year++)
    {
      g_autofree char *text = mz_chart_year (year, brief && year > 0);
      double x = mz_mapping_place (&self->x, year);
      double room = MIN (brief && year > 0 ? 24 : wide, 2 * (x - frame->x));

      if (year != self->horizon && (year % every != 0 || self->horizon - year < every))
        continue;
      if (brief && year > 0 && year != self->horizon && x - self->x.start < wide / 2 + 14)
        continue;
      if (year == 0 && room < wide - 10)
        mz_frame_line (frame, MZ_ROLE_AXIS, text, frame->x, self->bottom + 4, wide, MZ_SIZE_CAPTION,
                       MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
      else if (x + room / 2 > frame->x + frame->width)
        mz_frame_line (frame, MZ_ROLE_AXIS, text, frame->x + frame->width - room, self->bottom + 4,
                       room, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
      else
        mz_frame_line (frame, MZ_ROLE_AXIS, text, x - room / 2, self->bottom + 4, room,
                       MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE, MZ_COLOUR_SECONDARY);
    }
}

static void
draw_line (const MzPicture *self, guint index)
{
  const MzScenarioResult *scenario = nth (self, index);
  MzManner manner = mz_chart_manner (self->analysis, index);
  gboolean chosen = scenario == self->chosen;
  MzPathStep steps[MZ_YEARS_MAX];
  MzShape *shape;

  for (int year = 0; year <= self->horizon; year++)
    steps[year] = (MzPathStep){.op = year == 0 ? MZ_PATH_MOVE : MZ_PATH_LINE,
                               .x = mz_mapping_place (&self->x, year),
                               .y = mz_mapping_place (&self->y, scenario->cumulative[year])};
  shape = mz_scene_add_path (self->frame.scene, MZ_ROLE_LINK, steps, self->horizon + 1,
                             MZ_COLOUR_NONE, manner.colour, chosen ? MZ_LINE_STRONG : 1.75);
  shape->dash = manner.dash;
  mz_shape_set_record (shape, record_of (scenario));
  mz_shape_set_tooltip (shape, scenario->name);
  for (int year = 0; year <= self->horizon; year++)
    {
      g_autofree char *when = mz_chart_year (year, FALSE);
      g_autofree char *amount = mz_money_format (
          scenario->cumulative[year], self->frame.request->unit,
          mz_money_unit_decimals (self->frame.request->unit), mz_language_minus ());
      /* Translators: name of a scenario, a year, an amount. */
      g_autofree char *tooltip = g_strdup_printf (_ ("%s\n%s: %s"), scenario->name, when, amount);

      shape = mz_frame_marker (&self->frame, MZ_ROLE_MARK, &manner, steps[year].x, steps[year].y,
                               self->horizon > 15 ? 4
                               : chosen           ? 8
                                                  : 6,
                               FALSE);
      mz_shape_set_record (shape, record_of (scenario));
      mz_shape_set_tooltip (shape, tooltip);
    }
}

/* MzName: the name of a line at its end. */
typedef struct
{
  guint index;
  double y;
} MzName;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const MzName *left = a, *right = b;

  return left->y < right->y ? -1 : left->y > right->y ? 1 : (int)left->index - (int)right->index;
}

/* Pushes names apart until each has a line of its own, all inside the picture. */
static void
spread_names (GArray *names, double line, double top, double bottom)
{
  for (guint i = 1; i < names->len; i++)
    {
      MzName *above = &g_array_index (names, MzName, i - 1);
      MzName *name = &g_array_index (names, MzName, i);

      name->y = MAX (name->y, above->y + line);
    }
  for (guint i = names->len; i > 0; i--)
    {
      MzName *name = &g_array_index (names, MzName, i - 1);
      double limit = i < names->len ? g_array_index (names, MzName, i).y - line : bottom;

      name->y = MAX (MIN (name->y, limit), top);
    }
}

static void
draw_names (const MzPicture *self)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (MzName));
  double line = mz_frame_line_height (&self->frame, MZ_SIZE_BODY);
  double top = self->frame.y + line * 0.75, bottom = self->bottom - line / 2;
  guint room = (guint)MAX (1, floor ((bottom - top) / line) + 1);

  for (guint i = 0; i < self->analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = nth (self, i);
      MzName name = {i, mz_mapping_place (&self->y, scenario->baseline
                                                        ? 0
                                                        : scenario->cumulative[self->horizon])};

      if ((is_drawn (scenario) || scenario->baseline) &&
          (names->len < room || scenario == self->chosen))
        g_array_append_val (names, name);
    }
  g_array_sort (names, compare_names);
  spread_names (names, line, top, bottom);
  for (guint i = 0; i < names->len; i++)
    {
      const MzName *name = &g_array_index (names, MzName, i);
      const MzScenarioResult *scenario = nth (self, name->index);
      gboolean chosen = scenario == self->chosen;
      MzShape *shape = mz_frame_line_at (
          &self->frame, MZ_ROLE_LABEL, label_of (&self->frame, scenario), self->right + LABEL_GAP,
          name->y, self->names + 2, chosen ? MZ_SIZE_BODY : MZ_SIZE_CAPTION,
          scenario->baseline ? MZ_WEIGHT_REGULAR : MZ_WEIGHT_BOLD, MZ_ALIGN_START,
          mz_chart_manner (self->analysis, name->index).colour);

      if (shape == NULL)
        continue;
      mz_shape_set_record (shape, record_of (scenario));
      if (!shape->shortened)
        mz_shape_set_tooltip (shape, scenario->name);
    }
}

/* How many points of the lines lie inside the box of a label. */
static guint
count_hits (const MzPicture *self, double x, double y, double width, double height)
{
  guint hits = 0;

  for (guint i = 0; i < self->analysis->scenarios->len; i++)
    for (int step = 0; is_drawn (nth (self, i)) && step < self->horizon * 8; step++)
      {
        const gint64 *total = nth (self, i)->cumulative;
        double part = step % 8 / 8.0;
        double value = total[step / 8] + (double)(total[step / 8 + 1] - total[step / 8]) * part;
        double px = mz_mapping_place (&self->x, step / 8.0),
               py = mz_mapping_place (&self->y, value);

        hits += px > x - 3 && px < x + width + 3 && py > y - 2 && py < y + height + 2 ? 1 : 0;
      }
  return hits;
}

/* The point where the chosen scenario has paid itself back, with a short stroke to its name. */
static void
draw_point (const MzPicture *self)
{
  const MzScenarioResult *chosen = self->chosen;
  /* Where the name may stand, from the point: to the upper left, the lower right, further away, straight above. */
  static const double places[][2] = {{-0.85, -36}, {-0.15, 22}, {-0.85, -56},
                                     {-0.15, 42},  {-0.5, -36}, {-0.5, 24}};
  g_autofree char *years = NULL, *text = NULL;
  double zero = mz_mapping_place (&self->y, 0), x, width, line, label_x = 0, label_y = 0;
  guint least = G_MAXUINT;
  MzShape *shape;

  if (chosen == NULL || !is_drawn (chosen) || !chosen->has_payback || !chosen->payback.has_final ||
      chosen->payback.status == MZ_PAYBACK_IMMEDIATE || chosen->payback.final > self->horizon)
    return;
  years = years_text (chosen->payback.final);
  /* Translators: written at the point where a plan has returned what it cost. */
  text = g_strdup_printf (_ ("paid back after %s years"), years);
  if (mz_frame_text_width (&self->frame, text, MZ_SIZE_BODY, MZ_WEIGHT_BOLD) >
      self->right - self->left)
    {
      g_free (text);
      /* Translators: the same where there is little room. */
      text = g_strdup_printf (_ ("%s years"), years);
    }
  x = mz_mapping_place (&self->x, chosen->payback.final);
  line = mz_frame_line_height (&self->frame, MZ_SIZE_BODY);
  width = MIN (mz_frame_text_width (&self->frame, text, MZ_SIZE_BODY, MZ_WEIGHT_BOLD),
               self->right - self->left);
  for (guint i = 0; i < G_N_ELEMENTS (places) && least > 0; i++)
    {
      double try_x = CLAMP (x + places[i][0] * width, self->left, self->right - width);
      double try_y = zero + places[i][1];
      guint hits = try_y < self->top || try_y + line > self->bottom
                       ? NO_PLACE
                       : count_hits (self, try_x, try_y, width, line);

      if (hits < least)
        {
          least = hits;
          label_x = try_x;
          label_y = try_y;
        }
    }
  for (guint i = 0; i < self->analysis->scenarios->len; i++)
    if (nth (self, i) == chosen)
      {
        MzManner manner = mz_chart_manner (self->analysis, i);
        gboolean above = label_y < zero;

        if (least < NO_PLACE)
          mz_scene_add_line (self->frame.scene, MZ_ROLE_DECORATION, x, zero, x,
                             above ? label_y + line : label_y, manner.colour, MZ_LINE_MEDIUM);
        manner.marker = MZ_MARKER_CIRCLE;
        shape = mz_frame_marker (&self->frame, MZ_ROLE_MARK, &manner, x, zero, 13, TRUE);
        mz_shape_set_record (shape, record_of (chosen));
        mz_shape_set_tooltip (shape, text);
        if (least >= NO_PLACE)
          return;
        /* No line of the grid runs through the name. */
        mz_scene_add_rectangle (self->frame.scene, MZ_ROLE_DECORATION, label_x - 3, label_y + 1,
                                width + 6, line - 2, 2, MZ_COLOUR_PAPER);
        shape = mz_frame_line (&self->frame, MZ_ROLE_LABEL, text, label_x, label_y, width,
                               MZ_SIZE_BODY, MZ_WEIGHT_BOLD, MZ_ALIGN_START, manner.colour);
        if (shape != NULL)
          mz_shape_set_record (shape, record_of (chosen));
      }
}

static MzTable *
make_table (const MzPicture *self, const char *title)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  MzMoneyUnit unit = self->frame.request->unit;
  MzTable *table;

  g_ptr_array_add (headers, g_strdup (_ ("Year")));
  for (guint i = 0; i < self->analysis->scenarios->len; i++)
    if (is_drawn (nth (self, i)))
      g_ptr_array_add (headers, mz_chart_money_heading (nth (self, i)->short_name, unit));
  g_ptr_array_add (headers, NULL);
  table = mz_table_new (title, (const char *const *)headers->pdata);
  for (int year = 0; year <= self->horizon; year++)
    {
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells, mz_chart_year (year, FALSE));
      for (guint i = 0; i < self->analysis->scenarios->len; i++)
        if (is_drawn (nth (self, i)))
          g_ptr_array_add (cells, mz_chart_money (nth (self, i)->cumulative[year], unit));
      g_ptr_array_add (cells, NULL);
      mz_table_take_row (table, NULL, (char **)g_ptr_array_free (cells, FALSE));
    }
  return table;
}

MzScene *
mz_chart_payback (const MzChartRequest *request)
{
  MzPicture self = {.analysis = request->analysis, .chosen = request->scenario};
  const char *title = _ ("Payback");
  gboolean any = FALSE;

  self.horizon = CLAMP (request->analysis->horizon, 1, MZ_HORIZON_MAX);
  for (guint i = 0; i < request->analysis->scenarios->len; i++)
    any |= is_drawn (nth (&self, i));
  if (!any)
    return mz_frame_message (
        request, NAME, title,
        _ ("No scenario has money yet: give the steps of a plan their amounts by year."));
  g_autofree char *message = make_message (self.chosen, self.horizon);
  self.frame = mz_frame_begin (request, NAME, title, message);
  lay_out (&self);
  draw_grid (&self);
  draw_years (&self);
  for (guint i = 0; i < self.analysis->scenarios->len; i++)
    if (is_drawn (nth (&self, i)) && nth (&self, i) != self.chosen)
      draw_line (&self, i);
  for (guint i = 0; i < self.analysis->scenarios->len; i++)
    if (is_drawn (nth (&self, i)) && nth (&self, i) == self.chosen)
      draw_line (&self, i);
  if (self.names > 0)
    draw_names (&self);
  draw_point (&self);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  return self.frame.scene;
}
