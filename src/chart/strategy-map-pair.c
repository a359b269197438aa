/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two strategy maps to be compared: as things are, and with the plan that is looked at. Where an objective stands depends
 * on objectives and links only, so that it stands at the same place in both. */

#include "config.h"

#include "cards-private.h"
#include "chart-private.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define GAP 12.0
/* Beside each other where each map keeps at least this width. */
#define LEAST_WIDTH 560.0
/* Less is no map, with its name above. */
#define HALF_WIDTH 200.0
#define HALF_HEIGHT 150.0

static MzScene *
draw_half (const MzChartRequest *request, const MzScenarioResult *scenario, double width,
           double height)
{
  MzChartRequest half = *request;

  half.scenario = scenario;
  half.width = width;
  half.height = height;
  half.titled = FALSE;
  return mz_chart_strategy_map (&half);
}

/* One map under the name of its scenario. */
static void
add_half (const MzFrame *frame, const MzScenarioResult *scenario, double x, double y, double width,
          double height)
{
  double line = mz_frame_line_height (frame, MZ_SIZE_BODY) + 3;
  g_autoptr (MzScene) half = draw_half (frame->request, scenario, width, height - line);

  mz_frame_line (frame, MZ_ROLE_TITLE, scenario->name, x + 2, y, width - 4, MZ_SIZE_BODY,
                 MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  mz_scene_add_scene (frame->scene, half, x, y + line);
}

/* What differs between the two: one row an objective that a scenario changes. */
static MzTable *
make_table (const MzChartRequest *request, const MzScenarioResult *scenario, const char *title)
{
  MzModel *model = request->analysis->model;
  const char *headers[] = {_ ("Objective"), _ ("Change"), _ ("In words"), NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint i = 0; i < mz_model_count (model, "objective_change"); i++)
    {
      MzRecord *change = mz_model_nth (model, "objective_change", i);
      MzRecord *objective = mz_model_referred (model, change, "objective");
      const MzKind *kind = mz_record_kind (change);
      const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "change"));
      int choice = mz_field_choice (field, mz_record_text (change, "change"));
      g_autofree char *name = NULL;

      if (objective == NULL || scenario->record == NULL ||
          mz_model_referred (model, change, "scenario") != scenario->record)
        continue;
      name = mz_record_title (objective);
      mz_table_add_row (table, mz_record_id (objective), name,
                        choice >= 0 ? _ (field->choices[choice].label) : "",
                        mz_record_text (change, "text"));
    }
  return table;
}

/* The plan that is looked at; where that is "do nothing", the proposed one. */
static const MzScenarioResult *
choose_plan (const MzChartRequest *request)
{
  const MzScenarioResult *scenario = request->scenario;

  if (scenario == NULL || scenario->baseline)
    scenario = mz_analysis_scenario (request->analysis, NULL);
  return scenario;
}

static gboolean
stands_beside (const MzFrame *frame)
{
  if (frame->height < 2 * HALF_HEIGHT + GAP)
    return TRUE;
  return frame->width >= 2 * LEAST_WIDTH + GAP && frame->width > 1.7 * frame->height;
}

static MzScene *
draw_picture (const MzChartRequest *request)
{
  const MzScenarioResult *plan = choose_plan (request);
  const char *title = _ ("Strategy map now and with the plan");
  g_autofree char *message = NULL;
  MzFrame frame;

  if (mz_model_count (request->analysis->model, "objective") == 0)
    return mz_frame_message (request, "strategy-map-pair", title,
                             _ ("No objective yet. Add what the company wants to reach, then what "
                                "leads to what."));
  if (plan == NULL || plan->baseline)
    return mz_frame_message (request, "strategy-map-pair", title,
                             _ ("No plan yet to compare with. Add a scenario first."));
  message = mz_headline_strategy (request->analysis, plan);
  frame = mz_frame_begin (request, "strategy-map-pair", title, message);
  gboolean beside = stands_beside (&frame);
  double width = floor (beside ? (frame.width - GAP) / 2 : frame.width);
  double height = floor (beside ? frame.height : (frame.height - GAP) / 2);

  if (width < HALF_WIDTH || height < HALF_HEIGHT)
    {
      /* Where there is room for one only, that with the plan is the answer. */
      MzChartRequest one = *request;

      mz_scene_free (frame.scene);
      one.scenario = plan;
      return mz_chart_strategy_map (&one);
    }
  add_half (&frame, mz_analysis_baseline (request->analysis), frame.x, frame.y, width, height);
  add_half (&frame, plan, frame.x + (beside ? width + GAP : 0),
            frame.y + (beside ? 0 : height + GAP), width, height);
  mz_scene_set_table (frame.scene, make_table (request, plan, title));
  return frame.scene;
}

MzScene *
mz_chart_strategy_map_pair (const MzChartRequest *request)
{
  return mz_chart_zoomed (request, draw_picture);
}
