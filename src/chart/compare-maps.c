/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The same picture once for each scenario, all of one size and on one scale: heat maps, strategy maps. */

#include "config.h"

#include "chart-private.h"

#include "mezasu/comparison.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define GAP 20.0

typedef MzScene *(*MzDraw) (const MzChartRequest *request);

typedef struct
{
  MzDraw draw;
  double least_width, least_height; /* less is no picture any more */
  double ratio;                     /* of width to height, as it looks best */
} MzMapInfo;

/* Columns for @n pictures that come nearest to the ratio that looks best. */
static guint
choose_columns (const MzFrame *frame, const MzMapInfo *info, guint n)
{
  guint best = 1;
  double off = INFINITY;

  for (guint columns = 1; columns <= n; columns++)
    {
      guint rows = (n + columns - 1) / columns;
      double width = (frame->width - (columns - 1) * GAP) / columns;
      double height = (frame->height - (rows - 1) * GAP) / rows;
      double distance = fabs (log (width / height / info->ratio));

      if (width >= info->least_width && height >= info->least_height && distance < off)
        {
          off = distance;
          best = columns;
        }
    }
  return best;
}

/* One picture under the name of its scenario. */
static void
add_map (const MzFrame *frame, const MzMapInfo *info, const MzAnalysis *analysis, guint index,
         const double box[4])
{
  const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, index);
  double line = mz_frame_line_height (frame, MZ_SIZE_BODY) + 4;
  MzManner manner = mz_chart_manner (analysis, index);
  MzChartRequest request = *frame->request;
  g_autoptr (MzScene) map = NULL;

  request.analysis = analysis;
  request.scenario = scenario;
  request.width = box[2];
  request.height = box[3] - line;
  request.titled = FALSE;
  request.previous = NULL;
  map = info->draw (&request);
  mz_frame_marker (frame, MZ_ROLE_DECORATION, &manner, box[0] + 7, box[1] + line / 2 - 2, 9, FALSE);
  mz_frame_line (frame, MZ_ROLE_TITLE, scenario->name, box[0] + 18, box[1], box[2] - 20,
                 MZ_SIZE_BODY, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  mz_scene_add_scene (frame->scene, map, box[0], box[1] + line);
}

static gboolean
draw_maps (const MzFrame *frame, const MzMapInfo *info, const MzAnalysis *analysis)
{
  guint n = MIN (analysis->scenarios->len, MZ_COMPARE_MOST);
  guint columns = choose_columns (frame, info, n);
  guint rows = (n + columns - 1) / columns;
  double width = floor ((frame->width - (columns - 1) * GAP) / columns);
  double height = floor ((frame->height - (rows - 1) * GAP) / rows);

  if (width < info->least_width || height < info->least_height)
    return FALSE;
  for (guint i = 0; i < n; i++)
    add_map (frame, info, analysis, i,
             (const double[]){frame->x + (i % columns) * (width + GAP),
                              frame->y + (i / columns) * (height + GAP), width, height});
  return TRUE;
}

/* Risk value of each risk under each scenario. */
static MzTable *
heat_table (const MzAnalysis *analysis, const char *title)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  MzTable *table;

  g_ptr_array_add (headers, g_strdup (_ ("Risk")));
  for (guint i = 0; i < analysis->scenarios->len; i++)
    g_ptr_array_add (
        headers,
        g_strdup_printf ("#%s",
                         ((MzScenarioResult *)g_ptr_array_index (analysis->scenarios, i))->name));
  g_ptr_array_add (headers, NULL);
  table = mz_table_new (title, (const char *const *)headers->pdata);
  for (guint r = 0; r < analysis->risks->len; r++)
    {
      const MzRisk *risk = g_ptr_array_index (analysis->risks, r);
      char **cells = g_new0 (char *, headers->len);

      cells[0] = mz_record_label (risk->record);
      for (guint i = 0; i < analysis->scenarios->len; i++)
        {
          const MzRating *rating =
              &mz_analysis_residual (g_ptr_array_index (analysis->scenarios, i), r)->rating;

          cells[1 + i] = rating->known ? g_strdup_printf ("%d", rating->value) : g_strdup ("–");
        }
      mz_table_take_row (table, mz_record_id (risk->record), cells);
    }
  return table;
}

/* "Risks above the tolerance: Do nothing 5, Plan A 0, Plan B 1." */
static char *
heat_message (const MzComparison *comparison)
{
  g_autoptr (GString) counts = g_string_new (NULL);

  if (!mz_comparison_cell (comparison, 0, MZ_COMPARE_ABOVE)->known)
    return g_strdup (mz_comparison_cell (comparison, 0, MZ_COMPARE_ABOVE)->reason);
  for (guint i = 0; i < comparison->n_scenarios; i++)
    g_string_append_printf (counts, "%s%s %u",
                            i > 0 ? C_ ("between the names of a list", ", ") : "",
                            mz_comparison_scenario (comparison, i)->name,
                            mz_comparison_scenario (comparison, i)->n_must_treat);
  /* Translators: scenarios, each with a number. */
  return g_strdup_printf (_ ("Risks above the tolerance: %s."), counts->str);
}

MzScene *
mz_chart_compare_heat (const MzChartRequest *request)
{
  static const MzMapInfo info = {mz_chart_heat_map, 200, 180, 1.15};
  const char *title = _ ("Heat maps side by side");
  const MzScale *scale = &request->analysis->scale;
  g_autoptr (MzComparison) comparison = NULL;
  g_autofree char *message = NULL;
  MzFrame frame;

  if (scale->n_likelihood < 2 || scale->n_impact < 2 || request->analysis->risks->len == 0)
    return mz_frame_message (request, "compare-heat", title,
                             _ ("No risk yet that the scenarios could be compared by."));
  comparison = mz_comparison_new (request->analysis, NULL, NULL);
  message = heat_message (comparison);
  frame = mz_frame_begin (request, "compare-heat", title, message);
  if (!draw_maps (&frame, &info, comparison->analysis))
    {
      /* Where there is room for one only, that of the plan is the answer. */
      mz_scene_free (frame.scene);
      return mz_chart_heat_map (request);
    }
  mz_scene_set_table (frame.scene, heat_table (comparison->analysis, title));
  return frame.scene;
}
