/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The PEST board: what happens outside, by politics, economy, society, technology, law and nature; market, industry and
 * drivers beside them where the model has entries of those. */

#include "config.h"

#include "cards-private.h"
#include "chart-private.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MzBoardColumn column;
  const char *badge;
  const char *label;
  const char *hint;
  gboolean always; /* shown without entries too */
} MzPestColumn;

static const MzPestColumn columns[] = {
    {MZ_BOARD_POLITICS, "P", N_ ("Politics"), N_ ("What does the state promote or forbid?"), TRUE},
    {MZ_BOARD_ECONOMY, "E", N_ ("Economy and finance"),
     N_ ("What do prices, markets and banks do?"), TRUE},
    {MZ_BOARD_SOCIETY, "S", N_ ("Society and culture"), N_ ("What do people expect or resent?"),
     TRUE},
    {MZ_BOARD_TECHNOLOGY, "T", N_ ("Technology"),
     N_ ("What becomes easy, for us and for attackers?"), TRUE},
    {MZ_BOARD_LAW, "L", N_ ("Law and regulation"), N_ ("Which duties and penalties apply?"), TRUE},
    {MZ_BOARD_NATURE, "N", N_ ("Nature"), N_ ("Which disasters must be reckoned with?"), TRUE},
    {MZ_BOARD_MARKET, "M", N_ ("Market"), NULL, FALSE},
    {MZ_BOARD_INDUSTRY, "I", N_ ("Industry"), NULL, FALSE},
    {MZ_BOARD_DRIVER, "D", N_ ("Drivers and trends"), NULL, FALSE},
};

static char *
describe (const MzBoardGroup *groups, guint n, const MzAnalysis *analysis)
{
  guint total = 0, open = 0;

  for (guint g = 0; g < n; g++)
    for (guint i = 0; i < groups[g].entries->len; i++)
      {
        total++;
        open += mz_entry_is_open (analysis, g_ptr_array_index (groups[g].entries, i)) ? 1 : 0;
      }
  if (total == 0)
    return g_strdup (_ ("No entry of the external context yet."));
  if (open > 0)
    return g_strdup_printf (_ ("Entries of the external context that lead nowhere yet: %u of %u."),
                            open, total);
  /* All is accounted for, so the board may say what follows from it. */
  return mz_headline_external (analysis);
}

static MzScene *
draw_picture (const MzChartRequest *request)
{
  MzBoardGroup groups[G_N_ELEMENTS (columns)];
  guint n = 0;
  const char *title = _ ("External context");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GPtrArray *entries = mz_board_entries (request->analysis, columns[i].column);

      if (entries->len == 0 && !columns[i].always)
        {
          g_ptr_array_unref (entries);
          continue;
        }
      groups[n++] = (MzBoardGroup){columns[i].badge, columns[i].always, _ (columns[i].label),
                                   mz_translate (columns[i].hint), entries, columns[i].column};
    }
  g_autofree char *message = describe (groups, n, request->analysis);
  MzFrame frame = mz_frame_begin (request, "pest-board", title, message);
  const MzDraw draw = {frame.scene, request->measurer};
  const MzBox box = {frame.x, frame.y, frame.width, frame.height};
  mz_board_draw (&draw, request->analysis, groups, n, &box);
  mz_scene_set_table (frame.scene, mz_board_table (title, request->analysis, groups, n));
  for (guint i = 0; i < n; i++)
    g_ptr_array_unref (groups[i].entries);
  return frame.scene;
}

MzScene *
mz_chart_pest_board (const MzChartRequest *request)
{
  return mz_chart_zoomed (request, draw_picture);
}
