/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The internal board: what the organisation is like, by the groups in which ISO 31000 lists the internal context. */

#include "config.h"

#include "cards-private.h"
#include "chart-private.h"

#include <glib/gi18n-lib.h>

static const struct
{
  MzBoardColumn column;
  const char *label;
  const char *hint;
} columns[] = {
    {MZ_BOARD_STRUCTURE, N_ ("Structure and policy"), N_ ("Who decides, and by which policy?")},
    {MZ_BOARD_RESOURCES, N_ ("Resources"), N_ ("Which money, people and skills are there?")},
    {MZ_BOARD_PEOPLE, N_ ("Managers and staff"), N_ ("What do managers and staff want?")},
    {MZ_BOARD_CULTURE, N_ ("Culture"), N_ ("How do people think and behave?")},
    {MZ_BOARD_SYSTEMS, N_ ("Information and systems"), N_ ("What is there to be protected?")},
    {MZ_BOARD_STANDARDS, N_ ("Standards"), N_ ("Which standards are followed?")},
    {MZ_BOARD_CONTRACTS, N_ ("Contracts"), N_ ("What is agreed with staff and partners?")},
};

#define NAMED 3

/* Names the entries that weigh most. */
static char *
describe (const MzBoardGroup groups[G_N_ELEMENTS (columns)])
{
  guint total = 0;
  int greatest = 0;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint g = 0; g < G_N_ELEMENTS (columns); g++)
    for (guint i = 0; i < groups[g].entries->len; i++)
      {
        MzRecord *entry = g_ptr_array_index (groups[g].entries, i);
        int strength = (int)mz_record_integer (entry, "strength", 0);

        total++;
        if (strength > greatest)
          {
            greatest = strength;
            g_ptr_array_set_size (names, 0);
          }
        if (strength == greatest && names->len < NAMED)
          g_ptr_array_add (names, mz_record_title (entry));
      }
  if (total == 0)
    return g_strdup (_ ("No entry of the internal context yet."));
  if (greatest == 0)
    return g_strdup_printf (_ ("Entries of the internal context: %u, none of them rated yet."),
                            total);
  g_ptr_array_add (names, NULL);
  g_autofree char *list =
      g_strjoinv (C_ ("between the names of a list", ", "), (char **)names->pdata);
  /* Translators: titles of context entries, then their strength. */
  return g_strdup_printf (_ ("What weighs most inside the organisation: %s (strength %d of 5)."),
                          list, greatest);
}

static MzScene *
draw_picture (const MzChartRequest *request)
{
  MzBoardGroup groups[G_N_ELEMENTS (columns)];
  const char *title = _ ("Internal context");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    groups[i] = (MzBoardGroup){NULL, FALSE, _ (columns[i].label), _ (columns[i].hint),
                               mz_board_entries (request->analysis, columns[i].column),
                               columns[i].column};
  g_autofree char *message = describe (groups);
  MzFrame frame = mz_frame_begin (request, "internal-board", title, message);
  const MzDraw draw = {frame.scene, request->measurer};
  const MzBox box = {frame.x, frame.y, frame.width, frame.height};
  mz_board_draw (&draw, request->analysis, groups, G_N_ELEMENTS (groups), &box);
  mz_scene_set_table (frame.scene,
                      mz_board_table (title, request->analysis, groups, G_N_ELEMENTS (groups)));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_ptr_array_unref (groups[i].entries);
  return frame.scene;
}

MzScene *
mz_chart_internal_board (const MzChartRequest *request)
{
  return mz_chart_zoomed (request, draw_picture);
}
