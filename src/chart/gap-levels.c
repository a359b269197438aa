/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Levels per aspect: a bar from nothing to the current level, and the way from there to the target, on one scale 0 … 5. */

#include "config.h"

#include "chart-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "gap-levels"
#define LEVEL_MAX 5
#define ROW_MIN 22.0
#define ROW_MAX 44.0

typedef struct
{
  MzFrame frame;
  const GPtrArray *gaps;
  guint shown;
  double row, labels, numbers;
  MzMapping x;
} MzPicture;

static const MzGap *
nth (const MzPicture *self, guint index)
{
  return g_ptr_array_index (self->gaps, index);
}

static char *
level_text (int level)
{
  return level < 0 ? g_strdup ("–") : g_strdup_printf ("%d", level);
}

static char *
change_text (const MzGap *gap)
{
  g_autofree char *current = level_text (gap->current), *target = level_text (gap->target);

  return g_strdup_printf ("%s → %s", current, target);
}

static void
measure (MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double foot = mz_frame_line_height (frame, MZ_SIZE_CAPTION) + 8;
  guint room = (guint)MAX (1, floor ((frame->height - foot) / ROW_MIN));

  self->shown = MIN (self->gaps->len, room);
  self->row = MIN (ROW_MAX, (frame->height - foot) / self->shown);
  for (guint i = 0; i < self->gaps->len; i++)
    {
      g_autofree char *title = mz_record_title (nth (self, i)->record);
      g_autofree char *change = change_text (nth (self, i));

      self->labels =
          MAX (self->labels, mz_frame_text_width (frame, title, MZ_SIZE_BODY, MZ_WEIGHT_REGULAR));
      self->numbers =
          MAX (self->numbers, mz_frame_text_width (frame, change, MZ_SIZE_BODY, MZ_WEIGHT_BOLD));
    }
  self->labels = MIN (self->labels, frame->width * 0.38);
  self->x = (MzMapping){&mz_mapping_linear, 0, LEVEL_MAX, frame->x + self->labels + 14,
                        frame->x + frame->width - self->numbers - 18};
}

static void
draw_scale (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double bottom = frame->y + self->shown * self->row;

  for (int level = 0; level <= LEVEL_MAX; level++)
    {
      g_autofree char *text = g_strdup_printf ("%d", level);
      double x = mz_mapping_place (&self->x, level);

      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, x, frame->y, x, bottom,
                         level == 0 ? MZ_COLOUR_SECONDARY : MZ_COLOUR_HAIRLINE, MZ_LINE_THIN);
      if (level > 0 && level < LEVEL_MAX && mz_mapping_place (&self->x, 1) - self->x.start < 14)
        continue;
      mz_frame_line (frame, MZ_ROLE_AXIS, text, x - 10, bottom + 4, 20, MZ_SIZE_CAPTION,
                     MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE, MZ_COLOUR_SECONDARY);
    }
  mz_frame_line (frame, MZ_ROLE_AXIS, _ ("Level"), frame->x, bottom + 4, self->labels,
                 MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
}

static void
draw_row (const MzPicture *self, guint index)
{
  const MzFrame *frame = &self->frame;
  const MzGap *gap = nth (self, index);
  const char *id = mz_record_id (gap->record);
  g_autofree char *title = mz_record_title (gap->record), *change = change_text (gap);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", title, change);
  double y = frame->y + (index + 0.5) * self->row, height = MIN (16, self->row * 0.5);
  double zero = mz_mapping_place (&self->x, 0);
  double current = mz_mapping_place (&self->x, MAX (gap->current, 0));
  double target = mz_mapping_place (&self->x, MAX (gap->target, 0));
  MzShape *shape;

  shape = mz_scene_add_rectangle (frame->scene, MZ_ROLE_MARK, zero, y - height / 2,
                                  MAX (current - zero, 2), height, 3,
                                  gap->current < 0 ? MZ_COLOUR_NO_DATA : MZ_COLOUR_ACCENT);
  mz_shape_set_record (shape, id);
  mz_shape_set_tooltip (shape, tooltip);
  if (gap->target > MAX (gap->current, 0))
    {
      shape = mz_scene_add_rectangle (frame->scene, MZ_ROLE_LABEL, current + 1, y - height / 2,
                                      target - current - 1, height, 3, MZ_COLOUR_ACCENT_SOFT);
      mz_shape_set_stroke (shape, MZ_COLOUR_ACCENT, MZ_LINE_THIN, MZ_DASH_DASHED);
      mz_shape_set_record (shape, id);
      mz_shape_set_tooltip (shape, tooltip);
    }
  if (gap->target >= 0)
    mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, target, y - height / 2 - 3, target,
                       y + height / 2 + 3, MZ_COLOUR_INK, MZ_LINE_STRONG);
  shape = mz_frame_line_at (frame, MZ_ROLE_LABEL, title, frame->x, y, self->labels, MZ_SIZE_BODY,
                            MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_INK);
  if (shape != NULL)
    mz_shape_set_record (shape, id);
  shape = mz_frame_line_at (frame, MZ_ROLE_LABEL, change, self->x.end + 14, y, self->numbers + 2,
                            MZ_SIZE_BODY, gap->gap > 0 ? MZ_WEIGHT_BOLD : MZ_WEIGHT_REGULAR,
                            MZ_ALIGN_START, gap->gap > 0 ? MZ_COLOUR_ACCENT : MZ_COLOUR_SECONDARY);
  if (shape != NULL)
    mz_shape_set_record (shape, id);
}

static MzTable *
make_table (const MzPicture *self, const char *title)
{
  g_autofree char *current = g_strdup_printf ("#%s", _ ("Current level"));
  g_autofree char *target = g_strdup_printf ("#%s", _ ("Target level"));
  g_autofree char *difference = g_strdup_printf ("#%s", _ ("Difference"));
  const char *headers[] = {_ ("Aspect"), current, target, difference, NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const MzGap *gap = nth (self, i);
      g_autofree char *name = mz_record_title (gap->record);
      g_autofree char *now = level_text (gap->current), *then = level_text (gap->target);
      g_autofree char *step =
          gap->known ? g_strdup_printf ("%+d", gap->difference) : g_strdup ("–");

      mz_table_add_row (table, mz_record_id (gap->record), name, now, then, step);
    }
  return table;
}

static char *
make_message (const MzPicture *self)
{
  guint open = 0;

  for (guint i = 0; i < self->gaps->len; i++)
    open += nth (self, i)->known && nth (self, i)->gap > 0 ? 1 : 0;
  if (open == 0)
    return g_strdup (_ ("No aspect is known to be below its target."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u aspect is below its target.",
                                       "%u of %u aspects are below their targets.",
                                       self->gaps->len),
                          open, self->gaps->len);
}

MzScene *
mz_chart_gap_levels (const MzChartRequest *request)
{
  MzPicture self = {.frame = {.request = request}, .gaps = request->analysis->gaps};
  const char *title = _ ("Levels now and as targets");

  if (self.gaps == NULL || self.gaps->len == 0)
    return mz_frame_message (request, NAME, title,
                             _ ("There is no aspect yet: name what is to be improved, with its "
                                "current and target level."));
  g_autofree char *message = make_message (&self);
  self.frame = mz_frame_begin (request, NAME, title, message);
  measure (&self);
  draw_scale (&self);
  for (guint i = 0; i < self.shown; i++)
    draw_row (&self, i);
  if (self.shown < self.gaps->len)
    {
      guint rest = self.gaps->len - self.shown;
      g_autofree char *text = g_strdup_printf ("+%u", rest);

      mz_frame_line (&self.frame, MZ_ROLE_LABEL, text, self.x.end + 14,
                     self.frame.y + self.shown * self.row + 4, self.numbers + 4, MZ_SIZE_CAPTION,
                     MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
    }
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  return self.frame.scene;
}
