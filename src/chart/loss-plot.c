/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The plot of exceedance curves. */

#include "config.h"

#include "loss-plot-private.h"

#include "mezasu/ratio.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define KEY_STROKE 26.0
#define KEY_GAP 18.0
/* A fall of a curve that is drawn as a step: that many years have one and the same loss. */
#define STEP 0.02

typedef struct
{
  double x, y, width, height;
} Box;

typedef struct
{
  double x, y;
} Spot;

static double
log_place (const MzMapping *self, double value)
{
  double span = log (self->to / self->from);

  if (!(value > self->from) || !(span > 0))
    return self->start;
  return self->start + log (value / self->from) / span * (self->end - self->start);
}

static double
log_value (const MzMapping *self, double place)
{
  double span = self->end - self->start;

  return span == 0 ? self->from
                   : self->from * pow (self->to / self->from, (place - self->start) / span);
}

const MzMappingKind mz_mapping_log = {log_place, log_value};

/* Texts. */

MzScene *
mz_loss_chart_missing (const MzChartRequest *request, const char *name, const char *title)
{
  const char *sentence = _ ("The losses have not been simulated yet.");

  if (request->loss != NULL && !mz_loss_scenario (request->loss, NULL)->known)
    sentence =
        _ ("No risk has both a frequency and a loss, so nothing can be simulated: say of one "
           "risk how often it happens and what it costs.");
  return mz_frame_message (request, name, title, sentence);
}

const MzLossScenario *
mz_loss_chart_baseline (const MzChartRequest *request)
{
  return mz_loss_scenario (request->loss, NULL);
}

const MzLossScenario *
mz_loss_chart_chosen (const MzChartRequest *request)
{
  const MzLossScenario *chosen =
      request->scenario != NULL ? mz_loss_scenario (request->loss, request->scenario->id) : NULL;

  /* A scenario that is newer than the result is not in it. */
  return chosen != NULL && chosen->known ? chosen : mz_loss_chart_baseline (request);
}

guint
mz_loss_chart_index (const MzChartRequest *request, const MzLossScenario *scenario)
{
  const GPtrArray *scenarios = request->analysis->scenarios;

  for (guint i = 0; i < scenarios->len; i++)
    if (g_str_equal (((MzScenarioResult *)g_ptr_array_index (scenarios, i))->id, scenario->id))
      return i;
  return 0;
}

char *
mz_loss_chart_money (const MzChartRequest *request, double yen)
{
  gint64 rounded;

  if (!mz_money_from_double (yen, &rounded, NULL))
    return g_strdup ("–");
  return mz_chart_money (rounded, request->unit);
}

char *
mz_loss_chart_percent (double share)
{
  g_autofree char *text = mz_ratio_round_percent ((gint64)round (share * (double)MZ_PPM), 1);

  /* Translators: a percentage. */
  return g_strdup_printf (_ ("%s %%"), text);
}

char *
mz_loss_chart_percent_exact (double share)
{
  g_autofree char *text = mz_ratio_format_percent ((gint64)round (share * (double)MZ_PPM), 0);

  /* Translators: a percentage. */
  return g_strdup_printf (_ ("%s %%"), text);
}

/* Legend. */

static double
draw_key (MzLossPlot *self, const MzLossKey *key, double x, double y, double width)
{
  MzFrame *frame = self->frame;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION), middle = y + line / 2;
  double text = MIN (mz_frame_text_width (frame, key->text, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR),
                     width - KEY_STROKE - 6);
  MzShape *shape;

  shape = mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, x, middle, x + KEY_STROKE, middle,
                             key->manner.colour, 2);
  shape->dash = key->manner.dash;
  if (key->marked)
    mz_frame_marker (frame, MZ_ROLE_DECORATION, &key->manner, x + KEY_STROKE / 2, middle, 8, FALSE);
  shape = mz_frame_line (frame, MZ_ROLE_LABEL, key->text, x + KEY_STROKE + 6, y, text,
                         MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
  if (shape != NULL && key->record != NULL)
    mz_shape_set_record (shape, key->record);
  return KEY_STROKE + 6 + text + KEY_GAP;
}

/* As many rows as the keys need, up to two; returns the y below them. */
static double
draw_legend (MzLossPlot *self, const MzLossKey *keys, guint n_keys)
{
  MzFrame *frame = self->frame;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);
  double x = frame->x, y = frame->y, end = frame->x + frame->width;
  guint rows = 1;

  if (frame->height < 150 || frame->width < 220)
    return frame->y;
  for (guint i = 0; i < n_keys; i++)
    {
      double width = KEY_STROKE + 6 +
                     mz_frame_text_width (frame, keys[i].text, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR);

      if (x > frame->x && x + width > end)
        {
          if (++rows > 2)
            break;
          x = frame->x;
          y += line + 2;
        }
      x += draw_key (self, &keys[i], x, y, end - x);
    }
  return y + line + 8;
}

/* Axes. */

static void
lay_x (MzLossPlot *self, double least, double most)
{
  guint room = (guint)CLAMP (floor ((self->right - self->left) / 84), 2, 10);

  if (self->logarithmic)
    {
      self->least = pow (10, floor (log10 (MAX (least, 1))));
      self->most = pow (10, ceil (log10 (MAX (most, self->least * 10)) - 1e-9));
      self->x = (MzMapping){&mz_mapping_log, self->least, self->most, self->left, self->right};
      return;
    }
  self->ticks = mz_ticks_enclose (0, MAX (most, 1), room);
  self->least = 0;
  self->most = mz_ticks_last (&self->ticks);
  self->x = (MzMapping){&mz_mapping_linear, 0, self->most, self->left, self->right};
}

void
mz_loss_plot_begin (MzLossPlot *self, MzFrame *frame, gboolean logarithmic, double least,
                    double most, double rarest, const MzLossKey *keys, guint n_keys)
{
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);
  double below;

  *self = (MzLossPlot){.frame = frame, .logarithmic = logarithmic, .rarest = rarest};
  self->boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  self->trail = g_array_new (FALSE, FALSE, sizeof (Spot));
  below = draw_legend (self, keys, n_keys);
  self->left =
      frame->x + mz_frame_text_width (frame, "100 %", MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR) + 10;
  self->right = frame->x + frame->width - 22;
  self->top = below + line + 4;
  /* The lowest chance reaches half a line below the axis. */
  self->bottom = frame->y + frame->height - 1.5 * line - 5;
  self->y = rarest > 0 ? (MzMapping){&mz_mapping_log, rarest, 1, self->bottom, self->top}
                       : (MzMapping){&mz_mapping_linear, 0, 1, self->bottom, self->top};
  lay_x (self, least, most);
}

void
mz_loss_plot_clear (MzLossPlot *self)
{
  g_clear_pointer (&self->boxes, g_array_unref);
  g_clear_pointer (&self->trail, g_array_unref);
}

/* The chances that get a line, commonest first. */
static guint
choose_chances (const MzLossPlot *self, double *chances)
{
  static const double ratios[] = {1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001};
  double line = mz_frame_line_height (self->frame, MZ_SIZE_CAPTION);
  double height = self->bottom - self->top;
  guint n = 0, parts = height > 8 * line ? 5 : height > 4 * line ? 2 : 1;

  if (self->rarest <= 0)
    {
      for (guint i = 0; i <= parts; i++)
        chances[n++] = (double)(parts - i) / parts;
      return n;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ratios) && ratios[i] >= self->rarest * 0.999; i++)
    chances[n++] = ratios[i];
  return n;
}

static void
draw_chances (const MzLossPlot *self)
{
  MzFrame *frame = self->frame;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION), clear = -G_MAXDOUBLE;
  double chances[10];
  guint n = choose_chances (self, chances);

  mz_frame_line (frame, MZ_ROLE_AXIS, _ ("Chance of costing more"), frame->x, self->top - line - 4,
                 frame->width, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                 MZ_COLOUR_SECONDARY);
  for (guint i = 0; i < n; i++)
    {
      double y = mz_mapping_place (&self->y, chances[i]);
      g_autofree char *text = mz_loss_chart_percent_exact (chances[i]);
      /* The title of the axis stands where the topmost would. */
      double middle = i == 0 ? y + line * 0.45 : y;

      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, self->left, y, self->right, y,
                         MZ_COLOUR_HAIRLINE, MZ_LINE_THIN);
      if (middle - line / 2 < clear)
        continue;
      mz_frame_line_at (frame, MZ_ROLE_AXIS, text, frame->x, middle, self->left - 6 - frame->x,
                        MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
      clear = middle + line / 2;
    }
  mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, self->left, self->bottom, self->right,
                     self->bottom, MZ_COLOUR_SECONDARY, MZ_LINE_MEDIUM);
}

/* Amounts below the axis from left to right, as long as each keeps clear of the one before; the unit at the end. */
static void
draw_amounts (const MzLossPlot *self)
{
  MzFrame *frame = self->frame;
  g_autofree char *unit = mz_chart_unit_note (frame->request->unit);
  double note = MIN (mz_frame_text_width (frame, unit, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR),
                     (self->right - self->left) * 0.4);
  double end = frame->x + frame->width, clear = frame->x;
  double line = mz_frame_line_height (frame, MZ_SIZE_CAPTION);
  guint n =
      self->logarithmic ? (guint)lround (log10 (self->most / self->least)) + 1 : self->ticks.n;

  for (guint i = 0; i < n; i++)
    {
      double value = self->logarithmic ? self->least * pow (10, i) : mz_ticks_nth (&self->ticks, i);
      double x = mz_mapping_place (&self->x, value);
      g_autofree char *text = self->logarithmic
                                  ? mz_loss_chart_money (frame->request, value)
                                  : mz_ticks_money (&self->ticks, i, frame->request->unit);
      double width = mz_frame_text_width (frame, text, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR);

      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, x, self->top, x, self->bottom,
                         i == 0 ? MZ_COLOUR_SECONDARY : MZ_COLOUR_HAIRLINE, MZ_LINE_THIN);
      if (x - width / 2 < clear || x + width / 2 > end - note - 8)
        continue;
      mz_frame_line (frame, MZ_ROLE_AXIS, text, x - width / 2, self->bottom + line / 2 + 4, width,
                     MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE, MZ_COLOUR_SECONDARY);
      clear = x + width / 2 + 10;
    }
  mz_frame_line (frame, MZ_ROLE_AXIS, unit, end - note, self->bottom + line / 2 + 4, note,
                 MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
}

void
mz_loss_plot_axes (const MzLossPlot *self)
{
  draw_chances (self);
  draw_amounts (self);
}

gboolean
mz_loss_plot_shows (const MzLossPlot *self, double loss)
{
  return loss >= self->least && loss <= self->most;
}

/* Curves. */

static void
add_step (const MzLossPlot *self, GArray *steps, double loss, double probability)
{
  MzPathStep step = {.op = steps->len == 0 ? MZ_PATH_MOVE : MZ_PATH_LINE,
                     .x = mz_mapping_place (&self->x, loss),
                     .y = mz_mapping_place (&self->y, probability)};

  g_array_append_val (steps, step);
}

/* Between two points of a curve: straight, or a step where many years have one and the same loss. */
static double
between (const MzExceedancePoint *from, const MzExceedancePoint *to, double loss)
{
  if (from->probability - to->probability > STEP)
    return from->probability;
  return from->probability +
         (loss - from->loss) / (to->loss - from->loss) * (to->probability - from->probability);
}

/* Follows the curve up to the right edge, or down to the rarest chance. */
static void
follow (const MzLossPlot *self, const MzExceedancePoint *points, gsize n, GArray *steps)
{
  MzExceedancePoint before = {MIN (self->least, n > 0 ? points[0].loss : 0), 1};

  for (gsize i = 0; i < n; i++)
    {
      MzExceedancePoint to = points[i];

      if (to.loss > self->least)
        {
          if (steps->len == 0)
            add_step (self, steps, self->least, between (&before, &to, self->least));
          if (to.loss > self->most)
            {
              add_step (self, steps, self->most, between (&before, &to, self->most));
              return;
            }
          if (before.probability - to.probability > STEP)
            add_step (self, steps, to.loss, before.probability);
          add_step (self, steps, to.loss, to.probability);
          if (to.probability <= self->rarest)
            return;
        }
      before = to;
    }
}

static void
leave_trail (MzLossPlot *self, const GArray *steps)
{
  for (guint i = 1; i < steps->len; i++)
    {
      const MzPathStep *from = &g_array_index (steps, MzPathStep, i - 1);
      const MzPathStep *to = &g_array_index (steps, MzPathStep, i);
      guint n = (guint)(hypot (to->x - from->x, to->y - from->y) / 3) + 1;

      for (guint k = 0; k < n; k++)
        {
          Spot spot = {from->x + (to->x - from->x) * k / n, from->y + (to->y - from->y) * k / n};

          g_array_append_val (self->trail, spot);
        }
    }
}

MzShape *
mz_loss_plot_curve (MzLossPlot *self, const MzExceedancePoint *points, gsize n,
                    const MzManner *manner, double width)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (MzPathStep));
  MzShape *shape;

  follow (self, points, n, steps);
  if (steps->len < 2)
    return NULL;
  leave_trail (self, steps);
  shape = mz_scene_add_path (self->frame->scene, MZ_ROLE_LINK,
                             (const MzPathStep *)(gpointer)steps->data, steps->len, MZ_COLOUR_NONE,
                             manner->colour, width);
  shape->dash = manner->dash;
  return shape;
}

/* Labels. */

static gboolean
is_free (const MzLossPlot *self, const Box *box)
{
  if (box->x < self->left + 2 || box->x + box->width > self->frame->x + self->frame->width ||
      box->y < self->top || box->y + box->height > self->bottom)
    return FALSE;
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const Box *other = &g_array_index (self->boxes, Box, i);

      if (box->x < other->x + other->width + 4 && other->x < box->x + box->width + 4 &&
          box->y < other->y + other->height && other->y < box->y + box->height)
        return FALSE;
    }
  return TRUE;
}

void
mz_loss_plot_reserve (MzLossPlot *self, const MzShape *shape)
{
  Box box;

  if (shape == NULL)
    return;
  box = (Box){shape->x, shape->y, shape->width, shape->height};
  g_array_append_val (self->boxes, box);
}

static guint
count_hits (const MzLossPlot *self, const Box *box)
{
  guint hits = 0;

  for (guint i = 0; i < self->trail->len; i++)
    {
      const Spot *spot = &g_array_index (self->trail, Spot, i);

      hits += spot->x > box->x - 2 && spot->x < box->x + box->width + 2 && spot->y > box->y &&
                      spot->y < box->y + box->height
                  ? 1
                  : 0;
    }
  return hits;
}

MzShape *
mz_loss_plot_label (MzLossPlot *self, const char *text, double x, double y, gboolean needed,
                    MzColour colour)
{
  MzWeight weight = needed ? MZ_WEIGHT_BOLD : MZ_WEIGHT_REGULAR;
  double width = mz_frame_text_width (self->frame, text, MZ_SIZE_CAPTION, weight);
  double line = mz_frame_line_height (self->frame, MZ_SIZE_CAPTION);
  /* A curve falls to the right: above and right of a point is where it is not. */
  const Box places[] = {{x + 8, y - line - 3, width, line},
                        {x + 11, y - line / 2, width, line},
                        {x - 4, y - line - 8, width, line},
                        {x - width - 9, y + 2, width, line},
                        {x - width - 11, y - line / 2, width, line},
                        {x - width / 2, y + 9, width, line},
                        {x + 8, y + 4, width, line}};
  const Box *best = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint hits = is_free (self, &places[i]) ? count_hits (self, &places[i]) : G_MAXUINT;

      if (hits < least)
        {
          least = hits;
          best = &places[i];
        }
    }
  if (best == NULL || (least > 0 && !needed))
    return NULL;
  g_array_append_val (self->boxes, *best);
  return mz_frame_line (self->frame, MZ_ROLE_LABEL, text, best->x, best->y, width, MZ_SIZE_CAPTION,
                        weight, MZ_ALIGN_START, colour);
}
