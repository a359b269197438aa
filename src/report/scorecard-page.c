/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The scorecard as pages: as many as its rows take. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/headline.h"
#include "report-private.h"

void
mz_page_scorecard (MzPages *self)
{
  const MzReportRequest *from = self->request;
  g_autofree char *headline = mz_headline_scorecard (from->analysis);
  guint first = 0, next = 0;

  do
    {
      g_autofree char *kicker = first == 0
                                    ? g_strdup (_ ("Scorecard"))
                                    : g_strdup_printf (_ ("%s (continued)"), _ ("Scorecard"));
      MzBox box;
      MzScene *page = mz_pages_add (self, "scorecard", kicker, headline, NULL, &box);
      const MzChartRequest request = {.analysis = from->analysis,
                                      .scenario = from->scenario,
                                      .measurer = from->measurer,
                                      .width = box.width,
                                      .height = box.height,
                                      .unit = from->unit};
      g_autoptr (MzScene) scene = mz_chart_scorecard_part (&request, first, &next);

      mz_pages_begin (self, page, MZ_BLOCK_GROUP, _ ("Scorecard"), box);
      mz_scene_add_scene (page, scene, box.x, box.y);
      mz_pages_end (self, page)->description = g_strdup (mz_scene_description (scene));
      first = next;
    }
  while (next > 0);
}
