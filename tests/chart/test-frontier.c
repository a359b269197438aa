/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Money and the loss that is left: the sample firm in both languages at all sizes, a firm without steps, and a mark for each
 * efficient set. Goldens are written anew with MEZASU_WRITE_GOLDENS=1. */

#include "config.h"

#include <string.h>

#include "board-support.h"

static MzScene *
draw (MzModel *model, MzTextMeasurer *measurer, double width, double height, guint *n_points)
{
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  MzPortfolio *portfolio = mz_portfolio_new (analysis);
  MzPortfolioQuestion question = {.this_year = portfolio->this_year, .yearly = portfolio->yearly};
  g_autoptr (MzBudget) budget = mz_budget_new (portfolio, &question, NULL, NULL);
  const MzChartRequest request = {.analysis = analysis,
                                  .scenario = mz_analysis_scenario (analysis, NULL),
                                  .measurer = measurer,
                                  .width = width,
                                  .height = height,
                                  .unit = MZ_MONEY_UNIT_MAN,
                                  .titled = TRUE,
                                  .budget = budget};

  *n_points = budget->frontier->points->len;
  return mz_chart_find ("frontier")->draw (&request);
}

static void
check_texts (const MzScene *scene)
{
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *a = mz_scene_shape (scene, i);

      if (a->type != MZ_SHAPE_TEXT)
        continue;
      g_assert_cmpfloat (a->x, >=, -0.01);
      g_assert_cmpfloat (a->x + a->width, <=, mz_scene_width (scene) + 0.01);
      g_assert_cmpfloat (a->y + a->height, <=, mz_scene_height (scene) + 0.01);
    }
}

static guint
count_sets (const MzScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);

      if (shape->role == MZ_ROLE_MARK && shape->record != NULL &&
          g_str_has_prefix (shape->record, MZ_FRONTIER_MARK))
        {
          g_assert_nonnull (shape->tooltip);
          n++;
        }
    }
  return n;
}

static void
test_sample (gconstpointer language)
{
  static const double sizes[][2] = {{320, 240}, {640, 400}, {1280, 720}};
  g_autoptr (MzModel) model = board_load_sample (language);
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint n;
      g_autoptr (MzScene) scene = draw (model, measurer, sizes[i][0], sizes[i][1], &n);

      check_texts (scene);
      g_assert_cmpuint (n, >, 5);
      g_assert_cmpuint (count_sets (scene), ==, n);
      g_assert_cmpuint (mz_scene_table (scene)->rows->len, ==, n);
      g_assert_cmpuint (strlen (mz_scene_description (scene)), >, 10);
      if (i == 1)
        {
          g_autofree char *name = g_strconcat ("frontier-", language, NULL);

          board_check_golden (scene, name);
        }
    }
  mz_text_measurer_free (measurer);
}

static void
test_empty (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();
  guint n;
  g_autoptr (MzScene) scene = draw (model, measurer, 640, 400, &n);

  g_assert_cmpuint (count_sets (scene), ==, 0);
  g_assert_nonnull (strstr (mz_scene_description (scene), "No option has a step"));
  mz_text_measurer_free (measurer);
}

/* Without an answer yet the picture says so. */
static void
test_waiting (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");

  board_check_sizes ("frontier", model);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/frontier/sample/ja", "ja", test_sample);
  g_test_add_data_func ("/frontier/sample/en", "en", test_sample);
  g_test_add_func ("/frontier/empty", test_empty);
  g_test_add_func ("/frontier/waiting", test_waiting);
  return g_test_run ();
}
