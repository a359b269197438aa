/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The tornado of a difference. A bar reaches from the difference with an assumption at its low end to that at its high end; a
 * bar that crosses the line of zero turns the order. */

#include "config.h"

#include "chart-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "difference-tornado"
#define ROW_MIN 24.0
#define ROW_MAX 36.0
#define MOST_ROWS 12
#define PAD 8.0

typedef struct
{
  MzFrame frame;
  const MzChartRequest *request;
  const MzWhatIf *what;
  guint n_rows;
  double row, labels, numbers;
  MzMapping x;
} MzPicture;

static const MzDifferenceSwing *
swing_of (const MzPicture *self, guint index)
{
  return &g_array_index (self->what->swings, MzDifferenceSwing, index);
}

static const MzLever *
lever_of (const MzPicture *self, const MzDifferenceSwing *swing)
{
  return g_ptr_array_index (self->what->levers, swing->lever);
}

static char *
text_of (const MzPicture *self, double value)
{
  return mz_criterion_text (self->what->criterion, value, self->request->unit);
}

/* Assumptions that move nothing have no bar. */
static guint
count_bars (const MzPicture *self)
{
  guint n = 0;

  while (n < self->what->swings->len && swing_of (self, n)->known &&
         swing_of (self, n)->at_low != swing_of (self, n)->at_high)
    n++;
  return n;
}

static void
lay_out (MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double height = frame->height - 2 * mz_frame_line_height (frame, MZ_SIZE_CAPTION) - 8;
  double low = MIN (0, self->what->difference), high = MAX (0, self->what->difference);

  self->n_rows = MIN (self->n_rows, (guint)CLAMP (floor (height / ROW_MIN), 1, MOST_ROWS));
  self->row = MIN (ROW_MAX, height / self->n_rows);
  for (guint i = 0; i < self->n_rows; i++)
    {
      const MzDifferenceSwing *swing = swing_of (self, i);
      const double ends[] = {swing->at_low, swing->at_high};

      self->labels = MAX (self->labels, mz_frame_text_width (frame, lever_of (self, swing)->label,
                                                             MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR));
      for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
        {
          g_autofree char *text = text_of (self, ends[end]);

          low = MIN (low, ends[end]);
          high = MAX (high, ends[end]);
          self->numbers = MAX (self->numbers, mz_frame_text_width (frame, text, MZ_SIZE_SMALLEST,
                                                                   MZ_WEIGHT_REGULAR));
        }
    }
  self->labels = MIN (self->labels + 4, frame->width * 0.4);
  if (frame->width < 340)
    self->numbers = 0;
  self->x = (MzMapping){&mz_mapping_linear, low, high > low ? high : low + 1,
                        frame->x + self->labels + PAD + self->numbers + 6,
                        frame->x + frame->width - self->numbers - 8};
}

static char *
make_tooltip (const MzPicture *self, const MzDifferenceSwing *swing)
{
  const MzLever *lever = lever_of (self, swing);
  MzMoneyUnit unit = self->request->unit;
  g_autofree char *low = mz_lever_text (lever, lever->low, unit);
  g_autofree char *high = mz_lever_text (lever, lever->high, unit);
  g_autofree char *from = text_of (self, swing->at_low);
  g_autofree char *to = text_of (self, swing->at_high);
  g_autofree char *turn = mz_break_even_text (&swing->even, lever, unit);

  /* Translators: an assumption, its ends, the difference at these, and where the order turns. */
  return g_strdup_printf (_ ("%1$s\n%2$s – %3$s\nDifference %4$s – %5$s\n%6$s"), lever->label, low,
                          high, from, to, turn);
}

static void
draw_bar (const MzPicture *self, const MzDifferenceSwing *swing, double y)
{
  const MzFrame *frame = &self->frame;
  double low = MIN (swing->at_low, swing->at_high), high = MAX (swing->at_low, swing->at_high);
  double left = mz_mapping_place (&self->x, low), right = mz_mapping_place (&self->x, high);
  double middle = CLAMP (mz_mapping_place (&self->x, self->what->difference), left, right);
  double height = MIN (14, self->row * 0.5);
  g_autofree char *from = text_of (self, low), *to = text_of (self, high);
  MzShape *shape;

  shape = mz_scene_add_rectangle (frame->scene, MZ_ROLE_DECORATION, left, y - height / 2,
                                  middle - left, height, 0, MZ_COLOUR_ACCENT_SOFT);
  mz_shape_set_stroke (shape, MZ_COLOUR_ACCENT, 1, MZ_DASH_SOLID);
  mz_scene_add_rectangle (frame->scene, MZ_ROLE_DECORATION, middle, y - height / 2, right - middle,
                          height, 0, MZ_COLOUR_ACCENT);
  if (self->numbers <= 0)
    return;
  mz_frame_line_at (frame, MZ_ROLE_LABEL, from, left - 5 - self->numbers, y, self->numbers,
                    MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_INK);
  mz_frame_line_at (frame, MZ_ROLE_LABEL, to, right + 5, y, self->numbers, MZ_SIZE_SMALLEST,
                    MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
}

static void
draw_row (const MzPicture *self, guint index)
{
  const MzFrame *frame = &self->frame;
  const MzDifferenceSwing *swing = swing_of (self, index);
  const MzLever *lever = lever_of (self, swing);
  double top = frame->y + index * self->row;
  g_autofree char *tip = make_tooltip (self, swing);
  MzShape *shape =
      mz_scene_add_rectangle (frame->scene, MZ_ROLE_MARK, frame->x, top + 1, frame->width,
                              self->row - 2, 4, index % 2 == 0 ? MZ_COLOUR_WASH : MZ_COLOUR_PAPER);

  mz_shape_set_record (shape, lever->record);
  mz_shape_set_tooltip (shape, tip);
  shape = mz_frame_line_at (frame, MZ_ROLE_LABEL, lever->label, frame->x + 2, top + self->row / 2,
                            self->labels - 2, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                            MZ_COLOUR_INK);
  if (shape != NULL)
    mz_shape_set_record (shape, lever->record);
  draw_bar (self, swing, top + self->row / 2);
}

static void
draw_axis (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double bottom = frame->y + self->n_rows * self->row, line, width, place;
  double zero = mz_mapping_place (&self->x, 0);
  double now = mz_mapping_place (&self->x, self->what->difference);
  gboolean money = mz_criterion_info (self->what->criterion)->nature == MZ_NATURE_MONEY;
  g_autofree char *unit = money ? mz_chart_unit_note (self->request->unit) : g_strdup ("");
  g_autofree char *amount = text_of (self, self->what->difference);
  /* Translators: an amount, then the unit in parentheses. */
  g_autofree char *text = g_strdup_printf (_ ("Difference now %1$s %2$s"), amount, unit);
  MzShape *shape;

  line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);
  shape = mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, zero, frame->y, zero, bottom + 3,
                             MZ_COLOUR_BAD, MZ_LINE_MEDIUM);
  shape->dash = MZ_DASH_DASHED;
  mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, now, frame->y, now, bottom + 3,
                     MZ_COLOUR_INK, MZ_LINE_MEDIUM);
  width = MIN (mz_frame_text_width (frame, text, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD), frame->width);
  place = CLAMP (now - width / 2, frame->x, frame->x + frame->width - width);
  mz_frame_line (frame, MZ_ROLE_AXIS, text, place, bottom + 4, width, MZ_SIZE_CAPTION,
                 MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, MZ_COLOUR_INK);
  width = MIN (mz_frame_text_width (frame, _ ("Order turns"), MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR),
               frame->width);
  place = CLAMP (zero - width / 2, frame->x, frame->x + frame->width - width);
  mz_frame_line (frame, MZ_ROLE_AXIS, _ ("Order turns"), place, bottom + 4 + line, width,
                 MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE, MZ_COLOUR_BAD);
}

static MzTable *
make_table (const MzPicture *self, const char *title)
{
  const char *headers[] = {
      _ ("Assumption"),        _ ("#Low"),  _ ("#High"), _ ("#Difference, low"),
      _ ("#Difference, high"), _ ("Order"), NULL};
  MzTable *table = mz_table_new (title, headers);
  MzMoneyUnit unit = self->request->unit;

  for (guint i = 0; i < self->what->swings->len; i++)
    {
      const MzDifferenceSwing *swing = swing_of (self, i);
      const MzLever *lever = lever_of (self, swing);
      g_autofree char *low = mz_lever_text (lever, lever->low, unit);
      g_autofree char *high = mz_lever_text (lever, lever->high, unit);
      g_autofree char *from = swing->known ? text_of (self, swing->at_low) : g_strdup ("–");
      g_autofree char *to = swing->known ? text_of (self, swing->at_high) : g_strdup ("–");
      g_autofree char *turn = mz_break_even_text (&swing->even, lever, unit);

      mz_table_add_row (table, lever->record, lever->label, low, high, from, to, turn);
    }
  return table;
}

MzScene *
mz_chart_difference_tornado (const MzChartRequest *request, const MzWhatIf *what, const char *first,
                             const char *second)
{
  const char *title = _ ("What moves the difference");
  MzPicture self = {.request = request, .what = what};
  g_autofree char *message = NULL;

  g_return_val_if_fail (request != NULL && first != NULL && second != NULL, NULL);

  if (what == NULL)
    return mz_frame_message (request, NAME, title, _ ("The difference is being reckoned."));
  if (!what->known)
    return mz_frame_message (request, NAME, title, _ ("One of the two figures is not known."));
  self.n_rows = count_bars (&self);
  if (self.n_rows == 0)
    return mz_frame_message (request, NAME, title,
                             _ ("No assumption moves the difference of this figure."));
  /* Translators: an assumption, a figure, two scenarios. */
  message =
      g_strdup_printf (_ ("“%1$s” moves the difference in “%2$s” between %3$s and %4$s most."),
                       lever_of (&self, swing_of (&self, 0))->label,
                       _ (mz_criterion_info (what->criterion)->label), first, second);
  self.frame = mz_frame_begin (request, NAME, title, message);
  lay_out (&self);
  for (guint i = 0; i < self.n_rows; i++)
    draw_row (&self, i);
  draw_axis (&self);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  return self.frame.scene;
}
