/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Blocks of a page: charts, headings, amounts. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/headline.h"
#include "mezasu/language.h"
#include "report-private.h"

/* Between what stands one below the other on upright paper. */
#define UPRIGHT_GAP 24.0

void
mz_box_split (MzBox box, double share, double gutter, MzBox *left, MzBox *right)
{
  *left = *right = box;
  left->width = (box.width - gutter) * share;
  right->x = box.x + left->width + gutter;
  right->width = box.width - gutter - left->width;
}

gboolean
mz_pages_upright (MzPages *self)
{
  return self->frame.height > self->frame.width;
}

void
mz_pages_split (MzPages *self, MzBox box, double share, double gutter, MzBox *left, MzBox *right)
{
  if (!mz_pages_upright (self))
    {
      mz_box_split (box, share, gutter, left, right);
      return;
    }
  *left = *right = box;
  left->height = (box.height - UPRIGHT_GAP) * share;
  right->y = box.y + left->height + UPRIGHT_GAP;
  right->height = box.height - UPRIGHT_GAP - left->height;
}

void
mz_block_chart (MzPages *self, MzScene *page, const char *name, MzBox box)
{
  mz_block_chart_of (self, page, name, NULL, box);
}

void
mz_block_chart_of (MzPages *self, MzScene *page, const char *name, const char *record, MzBox box)
{
  const MzReportRequest *from = self->request;
  MzChartRequest request = {.analysis = from->analysis,
                            .scenario = from->scenario,
                            .measurer = from->measurer,
                            .width = box.width,
                            .height = box.height,
                            .unit = from->unit,
                            .loss = from->loss,
                            .record = record};
  const MzChart *chart = mz_chart_find (name);
  g_autoptr (MzScene) scene = chart->draw (&request);
  const char *said = mz_scene_description (scene);

  mz_pages_begin (self, page, MZ_BLOCK_GROUP, mz_translate (chart->label), box);
  mz_scene_add_scene (page, scene, box.x, box.y);
  mz_pages_end (self, page)->description = g_strdup (said != NULL ? said : mz_scene_title (scene));
}

MzShape *
mz_block_fit (MzPages *self, MzScene *page, MzRole role, const char *text, double x, double y,
              double width, guint lines, double size, double least, MzWeight weight, MzAlign align,
              MzColour colour)
{
  MzTextMeasurer *measurer = self->request->measurer;
  while (size - 1 >= least && mz_text_width (measurer, text, size, weight) > width)
    size -= 1;
  return mz_scene_add_text (page, measurer, role, text, x, y, width, lines, size, weight, align,
                            colour);
}

MzBox
mz_block_heading (MzPages *self, MzScene *page, const char *title, const char *caption, MzBox box)
{
  MzTextMeasurer *measurer = self->request->measurer;
  MzShape *shape =
      mz_scene_add_text (page, measurer, MZ_ROLE_TITLE, title, box.x, box.y, box.width, 1,
                         MZ_SIZE_SECTION, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  double bottom = shape->y + shape->height;

  if (caption != NULL)
    {
      shape = mz_scene_add_text (page, measurer, MZ_ROLE_DECORATION, caption, box.x, bottom + 2,
                                 box.width, 2, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                                 MZ_COLOUR_SECONDARY);
      bottom = shape->y + shape->height;
    }
  bottom += 10;
  return (MzBox){box.x, bottom, box.width, box.y + box.height - bottom};
}

char *
mz_pages_amount (MzPages *self, const MzFigure *figure)
{
  g_autofree char *number = NULL;
  if (!figure->known)
    return g_strdup ("–");
  number =
      mz_money_format_number (figure->yen, self->request->unit,
                              mz_money_unit_decimals (self->request->unit), mz_language_minus ());
  return g_strconcat (number, figure->assumed ? "※" : "", NULL);
}

char *
mz_pages_say (const MzFigure *figure)
{
  g_autofree char *amount = NULL;
  if (!figure->known)
    return g_strdup ("–");
  amount = mz_headline_money (figure->yen);
  return g_strconcat (amount, figure->assumed ? "※" : "", NULL);
}

char *
mz_pages_unit (MzPages *self)
{
  return g_strdup_printf (_ ("(Unit: %s)"), mz_money_unit_label (self->request->unit));
}

char *
mz_pages_percent (gint64 tenths)
{
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " %%", tenths < 0 ? "−" : "+",
                          ABS (tenths) / 10, ABS (tenths) % 10);
}
