/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Money by year of the chosen scenario: what it costs below the line, what it brings above it, by kind, and the net as a
 * number under each year. */

#include "config.h"

#include "chart-private.h"

#include "mezasu/language.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "cash-flow"
/* In a lower picture the kinds are told by tooltips and the table alone. */
#define KEY_MIN_HEIGHT 180.0

/* How each kind is drawn; the order is that of MzCashKind. Costs and benefits differ by their side of the line, kinds on one
 * side by lightness too. */
static const struct
{
  const char *label;
  MzColour colour;
  int sign;
} kinds[MZ_CASH_N_KINDS] = {
    {N_ ("Investment"), MZ_COLOUR_ACCENT, -1},
    {N_ ("Running cost"), MZ_COLOUR_NO_DATA, -1},
    {N_ ("Avoided loss"), MZ_COLOUR_GOOD, 1},
    {N_ ("Extra sales, contribution"), MZ_COLOUR_WATCH, 1},
};

typedef struct
{
  MzFrame frame;
  const MzScenarioResult *scenario;
  const MzCashFlow *flow;
  MzTicks ticks;
  MzMapping x, y;
  double left, right, top, bottom;
} MzPicture;

/* The effect of a kind on the money of a year. */
static gint64
effect_of (const MzCashFlow *flow, guint kind, int year)
{
  return kinds[kind].sign * flow->by_kind[kind][year];
}

static gboolean
occurs (const MzCashFlow *flow, guint kind)
{
  for (int year = 0; year <= flow->horizon; year++)
    if (flow->by_kind[kind][year] != 0)
      return TRUE;
  return FALSE;
}

static void
lay_out (MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double low = 0, high = 0, labels = 0;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);
  g_autofree char *net = g_strdup (_ ("Net"));

  self->bottom = frame->y + frame->height - 2 * line - 8;
  for (int year = 0; year <= self->flow->horizon; year++)
    {
      double down = 0, up = 0;

      for (guint kind = 0; kind < MZ_CASH_N_KINDS; kind++)
        {
          double effect = (double)effect_of (self->flow, kind, year);

          up += MAX (effect, 0);
          down += MIN (effect, 0);
        }
      low = MIN (low, down);
      high = MAX (high, up);
    }
  self->ticks =
      mz_ticks_enclose (low, high, (guint)CLAMP (floor ((self->bottom - self->top) / 36), 2, 8));
  for (guint i = 0; i < self->ticks.n; i++)
    {
      g_autofree char *text = mz_ticks_money (&self->ticks, i, frame->request->unit);

      labels = MAX (labels, mz_frame_text_width (frame, text, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR));
    }
  labels = MAX (labels, mz_frame_text_width (frame, net, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD));
  self->left = frame->x + MIN (labels, frame->width * 0.42) + 8;
  self->right = frame->x + frame->width;
  self->x = (MzMapping){&mz_mapping_ordinal, 0, self->flow->horizon, self->left, self->right};
}

/* The kinds that occur, one after the other; returns where the picture begins below them. */
static double
draw_key (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  g_autofree char *unit = mz_chart_unit_note (frame->request->unit);
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION), x = frame->x, y = frame->y;
  double net = mz_frame_text_width (frame, _ ("Net"), MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR);
  MzShape *shape = mz_frame_line (frame, MZ_ROLE_AXIS, unit, x, y, frame->width, MZ_SIZE_CAPTION,
                                  MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);

  if (frame->height < KEY_MIN_HEIGHT)
    return y + line + 4;
  x = shape->x + shape->width + 20;
  for (guint kind = 0; kind < MZ_CASH_N_KINDS; kind++)
    {
      double width =
          mz_frame_text_width (frame, _ (kinds[kind].label), MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR);

      if (!occurs (self->flow, kind))
        continue;
      if (x + 15 + width > frame->x + frame->width)
        {
          x = frame->x;
          y += line + 2;
        }
      mz_scene_add_rectangle (frame->scene, MZ_ROLE_DECORATION, x, y + line / 2 - 5, 10, 10, 2,
                              kinds[kind].colour);
      mz_frame_line (frame, MZ_ROLE_AXIS, _ (kinds[kind].label), x + 15, y,
                     MIN (width, frame->x + frame->width - x - 15), MZ_SIZE_CAPTION,
                     MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
      x += width + 33;
    }
  if (x + 19 + net <= frame->x + frame->width)
    {
      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, x, y + line / 2, x + 14, y + line / 2,
                         MZ_COLOUR_INK, 2.5);
      mz_frame_line (frame, MZ_ROLE_AXIS, _ ("Net"), x + 19, y, net, MZ_SIZE_CAPTION,
                     MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
    }
  return y + line + 8;
}

static void
draw_grid (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;

  for (guint i = 0; i < self->ticks.n; i++)
    {
      double value = mz_ticks_nth (&self->ticks, i), y = mz_mapping_place (&self->y, value);
      g_autofree char *text = mz_ticks_money (&self->ticks, i, frame->request->unit);

      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, self->left, y, self->right, y,
                         MZ_COLOUR_HAIRLINE, MZ_LINE_THIN);
      mz_frame_line_at (frame, MZ_ROLE_AXIS, text, frame->x, y, self->left - 6 - frame->x,
                        MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
    }
}

static void
draw_piece (const MzPicture *self, guint kind, int year, double from, double to, double width)
{
  MzMoneyUnit unit = self->frame.request->unit;
  double x = mz_mapping_place (&self->x, year);
  double y1 = mz_mapping_place (&self->y, MAX (from, to));
  double y2 = mz_mapping_place (&self->y, MIN (from, to));
  g_autofree char *when = mz_chart_year (year, FALSE);
  g_autofree char *amount = mz_money_format (effect_of (self->flow, kind, year), unit,
                                             mz_money_unit_decimals (unit), mz_language_minus ());
  /* Translators: a year, a kind of money, an amount. */
  g_autofree char *tooltip =
      g_strdup_printf (_ ("%s\n%s: %s"), when, _ (kinds[kind].label), amount);
  MzShape *shape = mz_scene_add_rectangle (self->frame.scene, MZ_ROLE_MARK, x - width / 2, y1,
                                           width, MAX (y2 - y1, 0.75), 1.5, kinds[kind].colour);

  mz_shape_set_stroke (shape, MZ_COLOUR_PAPER, 0.75, MZ_DASH_SOLID);
  mz_shape_set_tooltip (shape, tooltip);
  if (self->scenario->record != NULL)
    mz_shape_set_record (shape, mz_record_id (self->scenario->record));
}

static void
draw_bars (const MzPicture *self)
{
  double width = MIN (mz_mapping_band (&self->x) * 0.56, 48);
  double zero = mz_mapping_place (&self->y, 0);

  for (int year = 0; year <= self->flow->horizon; year++)
    {
      double up = 0, down = 0;

      for (guint kind = 0; kind < MZ_CASH_N_KINDS; kind++)
        {
          double effect = (double)effect_of (self->flow, kind, year);
          double *side = effect > 0 ? &up : &down;

          if (effect != 0)
            draw_piece (self, kind, year, *side, *side + effect, width);
          *side += effect;
        }
    }
  mz_scene_add_line (self->frame.scene, MZ_ROLE_DECORATION, self->left, zero, self->right, zero,
                     MZ_COLOUR_SECONDARY, 1.75);
  /* The net lies above the bars as a short stroke over their whole width. */
  for (int year = 0; year <= self->flow->horizon; year++)
    {
      double x = mz_mapping_place (&self->x, year);
      double y = mz_mapping_place (&self->y, (double)self->flow->flows[year]);

      mz_scene_add_line (self->frame.scene, MZ_ROLE_DECORATION, x - width / 2 - 5, y,
                         x + width / 2 + 5, y, MZ_COLOUR_PAPER, 4.5);
      mz_scene_add_line (self->frame.scene, MZ_ROLE_DECORATION, x - width / 2 - 4, y,
                         x + width / 2 + 4, y, MZ_COLOUR_INK, 2.5);
    }
}

/* Years and under them the net, as many as have room. */
static void
draw_years (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double band = mz_mapping_band (&self->x), widest = 0;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);
  g_autofree char *last = mz_chart_year (self->flow->horizon, FALSE);
  g_autofree char *now = mz_chart_year (0, FALSE);
  gboolean brief;
  int every;

  for (int year = 0; year <= self->flow->horizon; year++)
    {
      g_autofree char *net = mz_chart_money (self->flow->flows[year], frame->request->unit);

      widest = MAX (widest, mz_frame_text_width (frame, net, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD));
    }
  brief = MAX (mz_frame_text_width (frame, last, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR),
               mz_frame_text_width (frame, now, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR)) > band - 4;
  every = (int)MAX (1, ceil ((MAX (widest, 20) + 4) / band));
  for (int year = 0; year <= self->flow->horizon; year += every)
    {
      g_autofree char *text = mz_chart_year (year, brief);
      g_autofree char *net = mz_chart_money (self->flow->flows[year], frame->request->unit);
      double room = band * every - 2;
      /* Where only some years have room, a label begins with the place of its year. */
      MzAlign align = every == 1 ? MZ_ALIGN_MIDDLE : MZ_ALIGN_START;
      double x = mz_mapping_place (&self->x, year) - band / 2 + 1;

      if (every > 1 && x + widest > self->right)
        continue;
      room = MIN (room, self->right - x);
      mz_frame_line (frame, MZ_ROLE_AXIS, text, x, self->bottom + 4, room, MZ_SIZE_CAPTION,
                     MZ_WEIGHT_REGULAR, align, MZ_COLOUR_SECONDARY);
      mz_frame_line (frame, MZ_ROLE_LABEL, net, x, self->bottom + 4 + line, room, MZ_SIZE_CAPTION,
                     MZ_WEIGHT_BOLD, align, MZ_COLOUR_INK);
    }
  mz_frame_line (frame, MZ_ROLE_AXIS, _ ("Net"), frame->x, self->bottom + 4 + line,
                 self->left - 6 - frame->x, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD, MZ_ALIGN_START,
                 MZ_COLOUR_INK);
}

static MzTable *
make_table (const MzPicture *self, const char *title)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  MzMoneyUnit unit = self->frame.request->unit;
  MzTable *table;

  g_ptr_array_add (headers, g_strdup (_ ("Year")));
  for (guint kind = 0; kind < MZ_CASH_N_KINDS; kind++)
    g_ptr_array_add (headers, mz_chart_money_heading (_ (kinds[kind].label), unit));
  g_ptr_array_add (headers, mz_chart_money_heading (_ ("Net"), unit));
  g_ptr_array_add (headers, NULL);
  table = mz_table_new (title, (const char *const *)headers->pdata);
  for (int year = 0; year <= self->flow->horizon; year++)
    {
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells, mz_chart_year (year, FALSE));
      for (guint kind = 0; kind < MZ_CASH_N_KINDS; kind++)
        g_ptr_array_add (cells, mz_chart_money (effect_of (self->flow, kind, year), unit));
      g_ptr_array_add (cells, mz_chart_money (self->flow->flows[year], unit));
      g_ptr_array_add (cells, NULL);
      mz_table_take_row (table, NULL, (char **)g_ptr_array_free (cells, FALSE));
    }
  return table;
}

static char *
make_message (const MzPicture *self)
{
  g_autofree char *cost = mz_chart_say (self->flow->total_cost);
  g_autofree char *benefit = mz_chart_say (self->flow->total_benefit);

  /* Translators: a scenario, its cost, what it brings, and the number of years. */
  return g_strdup_printf (_ ("%s costs %s and brings %s over %d years."), self->scenario->name,
                          cost, benefit, self->flow->horizon + 1);
}

MzScene *
mz_chart_cash_flow (const MzChartRequest *request)
{
  MzPicture self = {.frame = {.request = request}, .scenario = request->scenario};
  const char *title = _ ("Money by year");

  if (self.scenario == NULL || self.scenario->baseline)
    return mz_frame_message (request, NAME, title,
                             _ ("Doing nothing moves no money: choose a scenario to see its own."));
  if (!self.scenario->flow_known)
    return mz_frame_message (request, NAME, title,
                             self.scenario->flow_reason != NULL
                                 ? self.scenario->flow_reason
                                 : _ ("The money of this scenario cannot be computed yet."));
  self.flow = &self.scenario->flow;
  g_autofree char *message = make_message (&self);
  self.frame = mz_frame_begin (request, NAME, title, message);
  self.top = draw_key (&self) + 4;
  lay_out (&self);
  self.y = (MzMapping){&mz_mapping_linear, self.ticks.first, mz_ticks_last (&self.ticks),
                       self.bottom - 4, MIN (self.top, self.bottom - 24)};
  draw_grid (&self);
  draw_bars (&self);
  draw_years (&self);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  return self.frame.scene;
}
