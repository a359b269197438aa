/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The income statement as things are and in the year of the incident, line beside line, with the difference; bars show how
 * far each profit falls. */

#include "config.h"

#include "chart-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "profit-and-loss"
#define ROW_MIN 19.0
#define ROW_MAX 34.0
#define PAD 8.0

typedef struct
{
  MzFrame frame;
  GPtrArray *lines; /* MzStatementLine, borrowed: those that have room */
  double row, labels, numbers;
  double without, with, difference; /* right ends of the columns; 0 for a column without room */
  MzMapping bars;
  gboolean with_bars;
} MzPicture;

static gboolean
has_bar (const MzStatementLine *line)
{
  /* Gross profit would dwarf what the others say. */
  return line->subtotal && g_strcmp0 (line->code, "gross_profit") != 0;
}

static char *
difference_text (const MzStatementLine *line, MzMoneyUnit unit)
{
  if (!line->without.known || !line->with.known)
    return g_strdup ("–");
  if (line->with.yen == line->without.yen)
    return g_strdup ("0");
  return mz_chart_money (line->with.yen - line->without.yen, unit);
}

/* All lines; where there is little room, sales and the profits alone. */
static GPtrArray *
choose_lines (const GPtrArray *statement, double height)
{
  GPtrArray *lines = g_ptr_array_new ();
  gboolean all = height / (statement->len + 1) >= ROW_MIN;
  guint room = (guint)MAX (1, floor (height / ROW_MIN) - 1);

  for (guint i = 0; i < statement->len; i++)
    {
      MzStatementLine *line = g_ptr_array_index (statement, i);

      if (all || line->subtotal || g_strcmp0 (line->code, "sales") == 0)
        g_ptr_array_add (lines, line);
    }
  /* The last lines are the results; they stay. */
  while (lines->len > room)
    g_ptr_array_remove_index (lines, 0);
  return lines;
}

static double
column_width (const MzPicture *self, const char *heading)
{
  double width = mz_frame_text_width (&self->frame, heading, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD);

  return MAX (self->numbers, MIN (width, self->frame.width * 0.2)) + 18;
}

/* The columns of a very small picture: narrow ones, and only that with the incident where two have no room. */
static void
squeeze (MzPicture *self, double end)
{
  double start = self->frame.x + PAD, column = self->numbers + 6;

  self->difference = 0;
  self->with = end;
  self->without = end - start - 2 * column >= 40 ? end - column : 0;
  self->labels = MIN (self->labels, end - start - (self->without > 0 ? 2 : 1) * column);
}

static void
measure (MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double x, end, low = 0, high = 0;

  self->row = MIN (ROW_MAX, frame->height / (self->lines->len + 1));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const MzStatementLine *line = g_ptr_array_index (self->lines, i);
      g_autofree char *without = mz_chart_figure (&line->without, frame->request->unit);
      g_autofree char *with = mz_chart_figure (&line->with, frame->request->unit);
      const char *texts[] = {without, with};

      self->labels = MAX (self->labels,
                          mz_frame_text_width (frame, line->label, MZ_SIZE_BODY, MZ_WEIGHT_BOLD));
      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        self->numbers = MAX (self->numbers,
                             mz_frame_text_width (frame, texts[t], MZ_SIZE_BODY, MZ_WEIGHT_BOLD));
      for (guint t = 0; has_bar (line) && t < 2; t++)
        {
          const MzFigure *figure = t == 0 ? &line->without : &line->with;

          low = MIN (low, figure->known ? (double)figure->yen : 0);
          high = MAX (high, figure->known ? (double)figure->yen : 0);
        }
    }
  g_autofree char *unit = mz_chart_unit_note (frame->request->unit);
  self->labels =
      MAX (self->labels, mz_frame_text_width (frame, unit, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR));
  const double whole = self->labels + PAD;
  self->labels = MIN (whole, frame->width * 0.36);
  x = frame->x + PAD + self->labels;
  end = frame->x + frame->width - PAD;
  self->without = x += column_width (self, _ ("Without incident"));
  self->with = x += column_width (self, _ ("With incident"));
  if (x + column_width (self, C_ ("money", "Difference")) <= end)
    self->difference = x += column_width (self, C_ ("money", "Difference"));
  if (x > end)
    squeeze (self, end);
  x = MIN (x, end);
  self->with_bars = end - x >= 110 && high > low;
  if (!self->with_bars)
    {
      /* Names of lines are made whole first; the columns share what is left. */
      double name = CLAMP (end - x, 0, whole - self->labels);
      double spare = MAX (0, end - x - name) / (self->difference > 0 ? 3 : 2);

      self->labels += name;
      self->without += self->without > 0 ? name + spare : 0;
      self->with += name + 2 * spare;
      if (self->difference > 0)
        self->difference += name + 3 * spare;
    }
  self->bars = (MzMapping){&mz_mapping_linear, low, high, x + 28, end - 4};
}

static void
draw_number (const MzPicture *self, const char *text, double right, double y, gboolean bold,
             MzColour colour, const char *reason)
{
  MzShape *shape = mz_frame_line_at (
      &self->frame, MZ_ROLE_LABEL, text, right - self->numbers, y, self->numbers, MZ_SIZE_BODY,
      bold ? MZ_WEIGHT_BOLD : MZ_WEIGHT_REGULAR, MZ_ALIGN_END, colour);

  if (shape != NULL && reason != NULL)
    mz_shape_set_tooltip (shape, reason);
}

static void
draw_bar (const MzPicture *self, const MzFigure *figure, double y, double height, MzColour colour)
{
  double zero = mz_mapping_place (&self->bars, 0), place;

  if (!figure->known)
    return;
  place = mz_mapping_place (&self->bars, (double)figure->yen);
  mz_scene_add_rectangle (self->frame.scene, MZ_ROLE_DECORATION, MIN (zero, place), y,
                          MAX (fabs (place - zero), 1), height, 2, colour);
}

static void
draw_row (const MzPicture *self, guint index, const char *record)
{
  const MzFrame *frame = &self->frame;
  const MzStatementLine *line = g_ptr_array_index (self->lines, index);
  MzMoneyUnit unit = frame->request->unit;
  double top = frame->y + (index + 1) * self->row, y = top + self->row / 2;
  g_autofree char *without = mz_chart_figure (&line->without, unit);
  g_autofree char *with = mz_chart_figure (&line->with, unit);
  g_autofree char *difference = difference_text (line, unit);
  gboolean falls = line->without.known && line->with.known && line->with.yen < line->without.yen;
  gboolean negative = line->with.known && line->with.yen < 0 && line->subtotal;
  double bar = MIN (8, self->row * 0.28);
  MzShape *shape;

  if (line->subtotal)
    {
      shape = mz_scene_add_rectangle (frame->scene, record != NULL ? MZ_ROLE_MARK : MZ_ROLE_CELL,
                                      frame->x, top + 1, frame->width, self->row - 2, 4,
                                      MZ_COLOUR_WASH);
      if (record != NULL)
        mz_shape_set_record (shape, record);
      mz_shape_set_tooltip (shape, line->label);
    }
  mz_frame_line_at (frame, MZ_ROLE_LABEL, line->label,
                    frame->x + PAD + (line->subtotal ? 0 : MIN (PAD, self->labels / 8)), y,
                    self->labels - (line->subtotal ? 0 : PAD), MZ_SIZE_BODY,
                    line->subtotal ? MZ_WEIGHT_BOLD : MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                    MZ_COLOUR_INK);
  if (self->without > 0)
    draw_number (self, without, self->without, y, line->subtotal, MZ_COLOUR_INK,
                 line->without.reason);
  draw_number (self, with, self->with, y, line->subtotal, negative ? MZ_COLOUR_BAD : MZ_COLOUR_INK,
               line->with.reason);
  if (self->difference > 0)
    draw_number (self, difference, self->difference, y, line->subtotal,
                 falls && line->subtotal ? MZ_COLOUR_BAD : MZ_COLOUR_SECONDARY, NULL);
  if (!self->with_bars || !has_bar (line))
    return;
  draw_bar (self, &line->without, y - bar - 0.5, bar, MZ_COLOUR_NO_DATA);
  draw_bar (self, &line->with, y + 0.5, bar, negative ? MZ_COLOUR_BAD : MZ_COLOUR_ACCENT);
}

static void
draw_heading (const MzPicture *self, const char *text, double right, double width)
{
  mz_frame_line_at (&self->frame, MZ_ROLE_AXIS, text, right - width, self->frame.y + self->row / 2,
                    width, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
}

static void
draw_headings (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  g_autofree char *unit = mz_chart_unit_note (frame->request->unit);

  mz_frame_line_at (frame, MZ_ROLE_AXIS, unit, frame->x + PAD, frame->y + self->row / 2,
                    self->labels - PAD, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                    MZ_COLOUR_SECONDARY);
  if (self->without > 0)
    draw_heading (self, _ ("Without incident"), self->without,
                  MIN (self->without - frame->x - PAD - self->labels,
                       column_width (self, _ ("Without incident"))));
  draw_heading (self, _ ("With incident"), self->with,
                self->with - MAX (self->without, frame->x + PAD + self->labels) - 6);
  if (self->difference > 0)
    draw_heading (self, C_ ("money", "Difference"), self->difference,
                  self->difference - self->with - 6);
  if (self->with_bars)
    {
      double zero = mz_mapping_place (&self->bars, 0);

      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, zero, frame->y + self->row, zero,
                         frame->y + (self->lines->len + 1) * self->row, MZ_COLOUR_SECONDARY,
                         MZ_LINE_THIN);
    }
}

static MzTable *
make_table (const GPtrArray *statement, const char *title, MzMoneyUnit unit)
{
  g_autofree char *without = mz_chart_money_heading (_ ("Without incident"), unit);
  g_autofree char *with = mz_chart_money_heading (_ ("With incident"), unit);
  g_autofree char *difference = mz_chart_money_heading (C_ ("money", "Difference"), unit);
  const char *headers[] = {_ ("Line"), without, with, difference, NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint i = 0; i < statement->len; i++)
    {
      const MzStatementLine *line = g_ptr_array_index (statement, i);
      g_autofree char *before = mz_chart_figure (&line->without, unit);
      g_autofree char *after = mz_chart_figure (&line->with, unit);
      g_autofree char *change = difference_text (line, unit);

      mz_table_add_row (table, NULL, line->label, before, after, change);
    }
  return table;
}

/* What the incident does to the last line that is known in both columns. */
static char *
make_message (const MzAnalysis *analysis)
{
  g_autofree char *incident =
      analysis->incident != NULL ? mz_record_label (analysis->incident) : NULL;

  if (incident == NULL)
    return g_strdup (_ ("The statement as things are: no risk with its damages lets an incident be "
                        "shown."));
  for (guint i = analysis->statement->len; i > 0; i--)
    {
      const MzStatementLine *line = g_ptr_array_index (analysis->statement, i - 1);

      if (!line->subtotal || !line->without.known || !line->with.known)
        continue;
      g_autofree char *before = mz_chart_say (line->without.yen);
      g_autofree char *after = mz_chart_say (line->with.yen);

      /* Translators: an incident, a line of the income statement, its amount without and with the incident. */
      return g_strdup_printf (_ ("“%s”: %s goes from %s to %s."), incident, line->label, before,
                              after);
    }
  return g_strdup (_ ("Profit and loss without and with the incident."));
}

MzScene *
mz_chart_profit_and_loss (const MzChartRequest *request)
{
  const MzAnalysis *analysis = request->analysis;
  const char *title = _ ("Profit and loss with and without the incident");
  const char *record = analysis->incident != NULL ? mz_record_id (analysis->incident) : NULL;
  MzPicture self = {0};

  if (analysis->statement == NULL || analysis->statement->len == 0)
    return mz_frame_message (
        request, NAME, title,
        _ ("There is no income statement yet: enter sales, costs and profit of "
           "the organisation."));
  g_autofree char *message = make_message (analysis);
  self.frame = mz_frame_begin (request, NAME, title, message);
  self.lines = choose_lines (analysis->statement, self.frame.height);
  measure (&self);
  for (guint i = 0; i < self.lines->len; i++)
    draw_row (&self, i, record);
  draw_headings (&self);
  g_ptr_array_unref (self.lines);
  mz_scene_set_table (self.frame.scene, make_table (analysis->statement, title, request->unit));
  return self.frame.scene;
}
