/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The frame of a page: who is speaking where, the message, and the foot line. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report-private.h"

#define FOOT 52.0

static MzRecord *
organisation (MzPages *self)
{
  return mz_model_single (self->request->analysis->model, "organisation");
}

/* Puts @text at @y; returns the y below it. */
static double
put (MzPages *self, MzScene *page, const char *text, double x, double y, double width, guint lines,
     double size, MzWeight weight, MzAlign align, MzColour colour, MzRole role)
{
  MzShape *shape = mz_scene_add_text (page, self->request->measurer, role, text, x, y, width, lines,
                                      size, weight, align, colour);
  return shape->y + shape->height;
}

MzScene *
mz_pages_add (MzPages *self, const char *name, const char *kicker, const char *headline,
              const char *subline, MzBox *content)
{
  MzScene *page = mz_scene_new (name, headline, self->width, self->height);
  const char *mark = mz_record_text (organisation (self), "confidentiality");
  const char *meeting = mz_record_text (organisation (self), "meeting");
  g_autofree char *right =
      g_strjoin ("　", meeting != NULL ? meeting : "", mark != NULL ? mark : "", NULL);
  double inner = self->width - 2 * MZ_PAGE_MARGIN;
  double y = 32;
  MzShape *shape;

  mz_scene_add_rectangle (page, MZ_ROLE_DECORATION, 0, 0, self->width, self->height, 0,
                          MZ_COLOUR_PAPER);
  put (self, page, g_strstrip (right), MZ_PAGE_MARGIN + inner * 0.6, y, inner * 0.4, 1,
       MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY, MZ_ROLE_DECORATION);
  y = put (self, page, kicker, MZ_PAGE_MARGIN, y, inner * 0.6, 1, MZ_SIZE_BODY, MZ_WEIGHT_BOLD,
           MZ_ALIGN_START, MZ_COLOUR_SECONDARY, MZ_ROLE_DECORATION);
  shape = mz_block_fit (self, page, MZ_ROLE_TITLE, headline, MZ_PAGE_MARGIN, y + 6, inner, 2,
                        subline == NULL ? 24 : MZ_SIZE_HEADLINE, 21, MZ_WEIGHT_BOLD, MZ_ALIGN_START,
                        MZ_COLOUR_INK);
  y = shape->y + shape->height;
  if (subline != NULL)
    {
      shape = mz_block_fit (self, page, MZ_ROLE_TITLE, subline, MZ_PAGE_MARGIN, y + 2, inner, 2,
                            MZ_SIZE_ANSWER, 18, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_ACCENT);
      y = shape->y + shape->height;
    }
  y += 20;
  *content = (MzBox){MZ_PAGE_MARGIN, y, inner, self->height - FOOT - 12 - y};
  g_ptr_array_add (self->pages, page);
  return page;
}

void
mz_pages_note (MzPages *self, MzScene *page, const char *text)
{
  /* The right third of the foot line belongs to number, edition and date. */
  put (self, page, text, MZ_PAGE_MARGIN, self->height - FOOT + 18,
       (self->width - 2 * MZ_PAGE_MARGIN) * 0.66, 1, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR,
       MZ_ALIGN_START, MZ_COLOUR_SECONDARY, MZ_ROLE_DECORATION);
}

void
mz_pages_finish (MzPages *self)
{
  const char *edition = mz_record_text (organisation (self), "edition");
  const char *date = self->request->date;
  double inner = self->width - 2 * MZ_PAGE_MARGIN;

  if (date == NULL)
    date = mz_record_text (organisation (self), "report_date");
  for (guint i = 0; i < self->pages->len; i++)
    {
      MzScene *page = g_ptr_array_index (self->pages, i);
      g_autofree char *number = g_strdup_printf ("%u / %u", i + 1, self->pages->len);
      g_autofree char *version =
          edition == NULL ? NULL : g_strdup_printf (_ ("edition %s"), edition);
      g_autoptr (GString) foot = g_string_new (number);
      if (version != NULL)
        g_string_append_printf (foot, "　%s", version);
      if (date != NULL)
        g_string_append_printf (foot, "　%s", date);
      mz_scene_add_line (page, MZ_ROLE_DECORATION, MZ_PAGE_MARGIN, self->height - FOOT + 8,
                         self->width - MZ_PAGE_MARGIN, self->height - FOOT + 8, MZ_COLOUR_HAIRLINE,
                         1);
      put (self, page, foot->str, MZ_PAGE_MARGIN + inner * 0.68, self->height - FOOT + 18,
           inner * 0.32, 1, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY,
           MZ_ROLE_DECORATION);
    }
}
