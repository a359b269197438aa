/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Texts of slides. The fonts are those of the theme; sizes and distances of lines are those of the page. */

#include "config.h"

#include <math.h>

#include "slide-private.h"

int
mz_slide_emu (const MzSlide *self, double length)
{
  return (int)floor (length * self->scale + 0.5);
}

int
mz_slide_points (const MzSlide *self, double size)
{
  /* 12,700 units a point. */
  return (int)floor (size * self->scale / 127 + 0.5);
}

static void
write_properties (MzSlide *self, const char *element, double size, MzWeight weight, MzColour colour)
{
  const char *language = mz_slide_language ();
  mz_markup_raw (self->x, "<a:%s lang=\"%s\" altLang=\"%s\" sz=\"%d\"", element, language,
                 *language == 'j' ? "en-US" : "ja-JP", mz_slide_points (self, size));
  if (self->plain)
    {
      mz_markup_raw (self->x, " dirty=\"0\"/>");
      return;
    }
  mz_markup_raw (self->x, " b=\"%d\" dirty=\"0\">", weight == MZ_WEIGHT_BOLD);
  mz_slide_fill (self, colour);
  mz_markup_raw (self->x, "</a:%s>", element);
}

void
mz_slide_run (MzSlide *self, const char *text, double size, MzWeight weight, MzColour colour)
{
  mz_markup_raw (self->x, "<a:r>");
  write_properties (self, "rPr", size, weight, colour);
  mz_markup_open (self->x, "a:t");
  mz_markup_text (self->x, text);
  mz_markup_close (self->x);
  mz_markup_raw (self->x, "</a:r>");
}

static void
open_paragraph (MzSlide *self, const MzShape *shape)
{
  static const char *const aligns[] = {
      [MZ_ALIGN_START] = "l", [MZ_ALIGN_MIDDLE] = "ctr", [MZ_ALIGN_END] = "r"};
  /* Distances of lines are exact: those of other fonts would push texts over each other. */
  mz_markup_raw (self->x,
                 "<a:p><a:pPr marL=\"0\" indent=\"0\" algn=\"%s\"><a:lnSpc><a:spcPts val=\"%d\"/>"
                 "</a:lnSpc><a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:buNone/></a:pPr>",
                 aligns[shape->align], mz_slide_points (self, shape->line_height));
}

static void
write_drawn (MzSlide *self, const MzShape *shape)
{
  open_paragraph (self, shape);
  for (guint i = 0; shape->lines != NULL && shape->lines[i] != NULL; i++)
    {
      if (i > 0)
        {
          mz_markup_raw (self->x, "<a:br>");
          write_properties (self, "rPr", shape->size, shape->weight, shape->fill);
          mz_markup_raw (self->x, "</a:br>");
        }
      mz_slide_run (self, shape->lines[i], shape->size, shape->weight, shape->fill);
    }
  mz_markup_raw (self->x, "</a:p>");
}

void
mz_slide_paragraphs (MzSlide *self, const MzShape *shape, gboolean drawn)
{
  g_autofree char *clean = NULL;
  g_auto (GStrv) paragraphs = NULL;

  /* What was shortened on the page has no more room on a slide. */
  if (drawn || shape->shortened)
    {
      write_drawn (self, shape);
      return;
    }
  clean = mz_markup_clean (shape->text);
  paragraphs = g_strsplit (clean, "\n", -1);
  for (guint i = 0; i == 0 || paragraphs[i] != NULL; i++)
    {
      open_paragraph (self, shape);
      if (paragraphs[i] != NULL && *paragraphs[i] != '\0')
        mz_slide_run (self, paragraphs[i], shape->size, shape->weight, shape->fill);
      else
        write_properties (self, "endParaRPr", shape->size, shape->weight, shape->fill);
      mz_markup_raw (self->x, "</a:p>");
      if (paragraphs[i] == NULL)
        break;
    }
}
