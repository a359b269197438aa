/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The common ground: system risk beside the other classes of business risk by one measure, the expected loss a year. */

#include "config.h"

#include "chart-private.h"

#include "mezasu/language.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "common-ground"
#define ROW_MIN 20.0
#define ROW_MAX 40.0
#define OWN_CLASS "system"

typedef struct
{
  MzFrame frame;
  const GPtrArray *classes;
  guint shown;
  double row, labels, numbers, greatest;
} MzPicture;

static const MzClassLoss *
nth (const MzPicture *self, guint index)
{
  return g_ptr_array_index (self->classes, index);
}

static gboolean
is_own (const MzClassLoss *loss)
{
  return g_strcmp0 (loss->code, OWN_CLASS) == 0;
}

static void
measure (MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  guint room = (guint)MAX (1, floor (frame->height / ROW_MIN));

  self->shown = MIN (self->classes->len, room);
  self->row = MIN (ROW_MAX, frame->height / self->shown);
  for (guint i = 0; i < self->classes->len; i++)
    {
      const MzClassLoss *loss = nth (self, i);
      g_autofree char *number = mz_chart_figure (&loss->annual_loss, frame->request->unit);

      self->labels = MAX (self->labels,
                          mz_frame_text_width (frame, loss->label, MZ_SIZE_BODY, MZ_WEIGHT_BOLD));
      self->numbers =
          MAX (self->numbers, mz_frame_text_width (frame, number, MZ_SIZE_BODY, MZ_WEIGHT_BOLD));
      if (loss->annual_loss.known)
        self->greatest = MAX (self->greatest, (double)loss->annual_loss.yen);
    }
  self->labels = MIN (self->labels, frame->width * 0.42);
}

static void
draw_row (const MzPicture *self, guint index)
{
  const MzFrame *frame = &self->frame;
  const MzClassLoss *loss = nth (self, index);
  g_autofree char *number = mz_chart_figure (&loss->annual_loss, frame->request->unit);
  MzColour colour = is_own (loss) ? MZ_COLOUR_ACCENT : MZ_COLOUR_NO_DATA;
  MzColour ink = is_own (loss) ? MZ_COLOUR_INK : MZ_COLOUR_SECONDARY;
  MzWeight weight = is_own (loss) ? MZ_WEIGHT_BOLD : MZ_WEIGHT_REGULAR;
  double y = frame->y + (index + 0.5) * self->row, left = frame->x + self->labels + 10;
  double room = MAX (8, frame->x + frame->width - left - self->numbers - 8);
  double height = MIN (16, self->row * 0.55), width = 0;
  const char *record = loss->annual_loss.sources != NULL ? loss->annual_loss.sources[0] : NULL;
  MzShape *shape;

  mz_frame_line_at (frame, MZ_ROLE_LABEL, loss->label, frame->x, y, self->labels, MZ_SIZE_BODY,
                    weight, MZ_ALIGN_END, ink);
  if (loss->annual_loss.known && self->greatest > 0)
    {
      g_autofree char *count =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", loss->n_records),
                           loss->n_records);
      /* Translators: a class of risk, its expected loss a year, and how many entries it has. */
      g_autofree char *tooltip = g_strdup_printf (_ ("%s: %s (%s)"), loss->label, number, count);

      width = MAX (2, room * MAX (0, loss->annual_loss.yen) / self->greatest);
      shape = mz_scene_add_rectangle (frame->scene, record != NULL ? MZ_ROLE_MARK : MZ_ROLE_CELL,
                                      left, y - height / 2, width, height, 3, colour);
      mz_shape_set_tooltip (shape, tooltip);
      mz_shape_set_record (shape, record);
    }
  shape = mz_frame_line_at (frame, MZ_ROLE_LABEL, number, left + width + 6, y, self->numbers + 2,
                            MZ_SIZE_BODY, weight, MZ_ALIGN_START, ink);
  if (shape != NULL && !loss->annual_loss.known)
    mz_shape_set_tooltip (shape, loss->annual_loss.reason);
}

static MzTable *
make_table (const MzPicture *self, const char *title)
{
  g_autofree char *amount =
      mz_chart_money_heading (_ ("Expected loss a year"), self->frame.request->unit);
  g_autofree char *entries = g_strdup_printf ("#%s", _ ("Entries"));
  const char *headers[] = {_ ("Class"), amount, entries, NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint i = 0; i < self->classes->len; i++)
    {
      const MzClassLoss *loss = nth (self, i);
      g_autofree char *number = mz_chart_figure (&loss->annual_loss, self->frame.request->unit);
      g_autofree char *count = g_strdup_printf ("%u", loss->n_records);

      mz_table_add_row (table, NULL, loss->label, number, count);
    }
  return table;
}

/* Where system risk stands among the classes. */
static char *
make_message (const MzPicture *self)
{
  guint place = 0;

  for (guint i = 0; i < self->classes->len; i++)
    {
      const MzClassLoss *loss = nth (self, i);

      place += loss->annual_loss.known ? 1 : 0;
      if (is_own (loss) && loss->annual_loss.known && place == 1)
        return g_strdup_printf (
            _ ("%s is the greatest of %u classes of risk by expected loss a year."), loss->label,
            self->classes->len);
      if (is_own (loss) && loss->annual_loss.known)
        return g_strdup_printf (
            _ ("%s is number %u of %u classes of risk by expected loss a year."), loss->label,
            place, self->classes->len);
    }
  return g_strdup (_ ("Classes of risk by expected loss a year."));
}

MzScene *
mz_chart_common_ground (const MzChartRequest *request)
{
  MzPicture self = {.frame = {.request = request}, .classes = request->analysis->classes};
  const char *title = _ ("Common ground");
  double line;

  if (self.classes == NULL || self.classes->len == 0)
    return mz_frame_message (request, NAME, title,
                             _ ("No class of risk has an expected loss yet: enter other business "
                                "risks to compare system risk with."));
  g_autofree char *message = make_message (&self);
  g_autofree char *unit = mz_chart_unit_note (request->unit);
  self.frame = mz_frame_begin (request, NAME, title, message);
  /* Translators: what the bars show, and the unit of money. */
  g_autofree char *caption = g_strdup_printf (_ ("Expected loss a year %s"), unit);
  line = mz_frame_line_height (&self.frame, MZ_SIZE_CAPTION);
  mz_frame_line (&self.frame, MZ_ROLE_AXIS, caption, self.frame.x, self.frame.y, self.frame.width,
                 MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
  self.frame.y += line + 6;
  self.frame.height -= line + 6;
  measure (&self);
  for (guint i = 0; i < self.shown; i++)
    draw_row (&self, i);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  return self.frame.scene;
}
