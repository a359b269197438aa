/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The scorecard, the trend of KPIs and the dashboard: what they show of the sample firm, of little, and of far too much. */

#include "config.h"

#include "board-support.h"

#include <string.h>

static const char *const names[] = {"scorecard", "kpi-trend", "dashboard"};

static MzScene *
draw_for (const char *name, MzModel *model, const char *scenario, const char *record)
{
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  const MzChartRequest request = {.analysis = analysis,
                                  .scenario = mz_analysis_scenario (analysis, scenario),
                                  .measurer = measurer,
                                  .width = 1160,
                                  .height = 640,
                                  .unit = MZ_MONEY_UNIT_MAN,
                                  .record = record};

  g_assert_nonnull (request.scenario);
  return mz_chart_find (name)->draw (&request);
}

static void
test_sizes (void)
{
  const char *const languages[] = {"en", "ja"};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MzModel) model = board_load_sample (languages[i]);

      for (guint n = 0; n < G_N_ELEMENTS (names); n++)
        board_check_sizes (names[n], model);
    }
}

static void
test_goldens (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      const MzChart *chart = mz_chart_find (names[n]);
      g_autoptr (MzScene) scene =
          board_draw (names[n], model, measurer, chart->width, chart->height, FALSE);
      g_autofree char *golden = g_strconcat (names[n], "-ec-site", NULL);

      board_check (scene, model);
      board_check_golden (scene, golden);
    }
}

/* Every KPI, objective and indicator of the sample can be pointed at. */
static void
test_marks (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzScene) scorecard = draw_for ("scorecard", model, NULL, NULL);
  g_autoptr (MzScene) trend = draw_for ("kpi-trend", model, NULL, NULL);
  g_autoptr (MzScene) dashboard = draw_for ("dashboard", model, NULL, NULL);

  g_assert_cmpuint (board_count_marks (scorecard, model, "kpi"), ==, mz_model_count (model, "kpi"));
  g_assert_cmpuint (board_count_marks (scorecard, model, "objective"), ==,
                    mz_model_count (model, "objective"));
  g_assert_cmpuint (board_count_marks (trend, model, "kpi"), ==, mz_model_count (model, "kpi"));
  g_assert_cmpuint (board_count_marks (dashboard, model, "indicator"), ==,
                    mz_model_count (model, "indicator"));
  g_assert_cmpuint (mz_scene_table (scorecard)->rows->len, ==, mz_model_count (model, "kpi"));
  g_assert_cmpuint (mz_scene_table (dashboard)->rows->len, ==, mz_model_count (model, "indicator"));
}

/* Plan A wants the expected loss at 0.4 instead of 0.5, plan B at 0.2. */
static void
test_scenarios (void)
{
  static const struct
  {
    const char *scenario, *target;
  } cases[] = {{"A", "0.5 → 0.4"}, {"B", "0.5 → 0.2"}, {"0", "0.5"}};
  g_autoptr (MzModel) model = board_load_sample ("en");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MzScene) scene = draw_for ("scorecard", model, cases[i].scenario, NULL);
      const MzShape *target = board_find_text (scene, cases[i].target);

      g_assert_nonnull (target);
      g_assert_cmpstr (target->record, ==, mz_record_id (mz_model_nth (model, "kpi", 2)));
    }
}

static void
test_single (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  MzRecord *kpi = mz_model_nth (model, "kpi", 2);
  MzRecord *objective = mz_model_nth (model, "objective", 0);
  g_autoptr (MzScene) one = draw_for ("kpi-trend", model, NULL, mz_record_id (kpi));
  g_autoptr (MzScene) two = draw_for ("kpi-trend", model, NULL, mz_record_id (objective));

  g_assert_cmpuint (board_count_marks (one, model, "kpi"), ==, 1);
  g_assert_nonnull (mz_scene_mark_of (one, mz_record_id (kpi)));
  /* Growth and margin measure the first objective. */
  g_assert_cmpuint (board_count_marks (two, model, "kpi"), ==, 2);
}

/* On pages every KPI comes exactly once, in the same order, however small the page. */
static void
test_parts (void)
{
  static const double heights[] = {60, 160, 300, 700, 3000};
  g_autoptr (MzModel) model = board_load_sample ("ja");
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();

  for (guint h = 0; h < G_N_ELEMENTS (heights); h++)
    {
      const MzChartRequest request = {.analysis = analysis,
                                      .scenario = mz_analysis_scenario (analysis, NULL),
                                      .measurer = measurer,
                                      .width = 1168,
                                      .height = heights[h]};
      guint first = 0, pages = 0, kpis = 0;

      do
        {
          guint next;
          g_autoptr (MzScene) scene = mz_chart_scorecard_part (&request, first, &next);

          kpis += board_count_marks (scene, model, "kpi");
          g_assert_true (next == 0 || next > first);
          g_assert_cmpuint (++pages, <=, mz_model_count (model, "kpi"));
          first = next;
        }
      while (first > 0);
      g_assert_cmpuint (kpis, ==, mz_model_count (model, "kpi"));
      if (heights[h] >= 700)
        g_assert_cmpuint (pages, ==, 1);
    }
}

static void
test_small (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *objective = NULL, *kpi = NULL, *indicator = NULL;

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    board_check_sizes (names[n], model);
  objective =
      board_add (model, "objective", "title", "Able staff", "perspective", "learning", NULL);
  board_check_sizes ("scorecard", model);
  kpi = board_add (model, "kpi", "title", "Kept", "objective", objective, "direction", "higher",
                   "target", "95", "baseline", "95", NULL);
  g_free (board_add (model, "kpi_value", "kpi", kpi, "period", "2026-04-01", "actual", "95", NULL));
  indicator = board_add (model, "indicator", "title", "Lost", "area", "indirect", "direction",
                         "lower", "warning", "5", "alarm", "1", NULL);
  g_free (board_add (model, "indicator_value", "indicator", indicator, "period", "2026-04-01",
                     "value", "3", NULL));
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    board_check_sizes (names[n], model);
}

/* A thousand KPIs with the longest texts that a name may have and values at the ends of what a double holds. */
static void
test_crowd (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autofree char *long_text = g_strnfill (2000, 'x');
  g_autofree char *objective =
      board_add (model, "objective", "title", long_text, "perspective", "process", NULL);

  for (guint i = 0; i < 1000; i++)
    {
      const char *text = i == 1 ? long_text : "One";
      g_autofree char *kpi =
          board_add (model, "kpi", "title", text, "objective", objective, "success_factor", text,
                     "unit", text, "target", i % 2 ? "1e300" : "-1e300", "baseline", "0", NULL);
      g_autofree char *indicator =
          board_add (model, "indicator", "title", text, "unit", text, "area", "attack", NULL);

      if (i < 3)
        {
          g_free (board_add (model, "kpi_value", "kpi", kpi, "period", "2026-04-01", "actual",
                             "1e300", NULL));
          g_free (board_add (model, "kpi_value", "kpi", kpi, "period", "2026-05-01", "actual",
                             "-1e300", NULL));
          g_free (board_add (model, "indicator_value", "indicator", indicator, "period",
                             "2026-04-01", "value", "1e300", NULL));
        }
    }
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      g_autoptr (MzScene) scene = board_draw (names[n], model, measurer, 960, 560, TRUE);
      guint marks = board_count_marks (scene, model, n < 2 ? "kpi" : "indicator");
      g_autofree char *text = mz_scene_to_text (scene);

      board_check (scene, model);
      g_assert_cmpuint (marks, >, 0);
      g_assert_cmpuint (marks + board_count_rest (scene), ==, 1000);
      g_assert_cmpuint (mz_scene_table (scene)->rows->len, >=, 1000);
      g_assert_null (strstr (text, "nan"));
      g_assert_null (strstr (text, "inf"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scorecard/sizes", test_sizes);
  g_test_add_func ("/chart/scorecard/goldens", test_goldens);
  g_test_add_func ("/chart/scorecard/marks", test_marks);
  g_test_add_func ("/chart/scorecard/scenarios", test_scenarios);
  g_test_add_func ("/chart/scorecard/single", test_single);
  g_test_add_func ("/chart/scorecard/parts", test_parts);
  g_test_add_func ("/chart/scorecard/small", test_small);
  g_test_add_func ("/chart/scorecard/crowd", test_crowd);
  return g_test_run ();
}
