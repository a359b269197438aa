/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Payback, cash flow, profit and loss, common ground and levels: at all sizes, empty, with extreme amounts; and the scales
 * and ticks under them. Goldens are written anew with MEZASU_WRITE_GOLDENS=1. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "board-support.h"
#include "chart-private.h"

static const char *const charts[] = {"payback",       "cash-flow",  "profit-and-loss",
                                     "common-ground", "gap-levels", "plan"};

static void
test_sample (void)
{
  static const char *const languages[] = {"ja", "en"};

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (MzModel) model = board_load_sample (languages[l]);

      for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
        {
          g_test_message ("%s %s", charts[c], languages[l]);
          board_check_sizes (charts[c], model);
        }
    }
}

/* A model with nothing in it: every chart says what is missing. */
static void
test_empty (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());

  for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
    {
      g_test_message ("%s", charts[c]);
      board_check_sizes (charts[c], model);
    }
}

/* A plan that costs @cost at once and brings the same sum every year after. */
static MzModel *
make_plan (const char *cost, const char *yearly, guint n_scenarios)
{
  MzModel *model = mz_model_new (mz_schema_default ());

  for (guint i = 0; i < n_scenarios; i++)
    {
      g_autofree char *code = g_strdup_printf ("%c", 'A' + i % 26);
      g_autofree char *option = board_add (model, "option", "code", code, "title", "改善策", NULL);
      g_autofree char *step = board_add (model, "step", "title", "移行", "option", option, NULL);
      g_autofree char *scenario = board_add (model, "scenario", "code", code, "title",
                                             "とても長い名前を持つ改善策のシナリオ", NULL);

      g_free (board_add (model, "scenario_option", "scenario", scenario, "option", option, NULL));
      g_free (board_add (model, "cash_flow", "title", "初期", "step", step, "kind", "investment",
                         "amount", cost, "from_year", "0", "to_year", "0", NULL));
      g_free (board_add (model, "cash_flow", "title", "毎年", "step", step, "kind", "avoided",
                         "amount", yearly, "from_year", "1", "to_year", "30", NULL));
    }
  return model;
}

static void
test_payback_point (void)
{
  g_autoptr (MzModel) model = make_plan ("10000000", "4000000", 1);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) scene = board_draw ("payback", model, measurer, 640, 400, FALSE);
  const MzShape *zero = NULL, *ring = NULL;

  /* -10 + 4 + 4 = -2 after two years; 2 / 4 of the third: 2.5 years. */
  g_assert_nonnull (strstr (mz_scene_description (scene), "2.5"));
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);

      if (shape->role == MZ_ROLE_DECORATION && shape->stroke == MZ_COLOUR_SECONDARY)
        zero = shape;
      if (shape->role == MZ_ROLE_MARK && shape->width == 13)
        ring = shape;
    }
  g_assert_nonnull (zero);
  g_assert_nonnull (ring);
  g_assert_cmpfloat_with_epsilon (ring->y + 6.5, zero->y, 0.01);
  /* Between the markers of year 2 and year 3, in the middle. */
  const MzPathStep *steps = NULL;
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    if (mz_scene_shape (scene, i)->role == MZ_ROLE_LINK)
      steps = (const MzPathStep *)mz_scene_shape (scene, i)->steps->data;
  g_assert_nonnull (steps);
  g_assert_cmpfloat_with_epsilon (ring->x + 6.5, (steps[2].x + steps[3].x) / 2, 0.05);
  g_assert_nonnull (board_find_text (scene, "paid back after 2.5 years"));
  g_assert_cmpstr (((char **)g_ptr_array_index (mz_scene_table (scene)->rows, 2))[1], ==, "-200");
  board_check_golden (scene, "payback");
}

static void
test_extremes (void)
{
  static const struct
  {
    const char *cost, *yearly;
    guint n;
  } cases[] = {{"1", "1", 1},
               {"1000000000000000", "1", 3},
               {"1", "1000000000000000", 5},
               {"0", "0", 2},
               {"500000000", "100000000", 12}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MzModel) model = make_plan (cases[i].cost, cases[i].yearly, cases[i].n);

      g_test_message ("case %u", i);
      board_check_sizes ("payback", model);
      board_check_sizes ("cash-flow", model);
    }
}

static void
test_long_names (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());

  for (guint i = 0; i < 40; i++)
    g_free (board_add (model, "aspect", "title",
                       "カード情報の取り扱いと保存と廃棄についてのとても長い観点の名前 <b>&",
                       "current_level", i % 2 ? "5" : "0", "target_level", i % 3 ? "3" : "0",
                       NULL));
  g_free (board_add (model, "aspect", "title", "目標なし", NULL));
  board_check_sizes ("gap-levels", model);
}

static void
test_ticks (void)
{
  /* First and step worked out by hand: the least of 1, 2, 5 · 10^k that needs no more than the given steps. */
  static const struct
  {
    double low, high;
    guint most;
    double first, step;
    guint n;
  } cases[] = {{0, 10, 5, 0, 2, 6},          {0, 10, 4, 0, 5, 3},  {-1.2, 1.1, 5, -2, 1, 5},
               {0, 97, 10, 0, 10, 11},       {-3, 8, 4, -5, 5, 4}, {0, 1e15, 5, 0, 2e14, 6},
               {-0.5, 0.5, 2, -0.5, 0.5, 3}, {3, 3, 4, 3, 0.5, 3}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MzTicks ticks = mz_ticks_enclose (cases[i].low, cases[i].high, cases[i].most);

      g_test_message ("case %u: %g by %g, %u", i, ticks.first, ticks.step, ticks.n);
      g_assert_cmpfloat_with_epsilon (ticks.first, cases[i].first,
                                      fabs (cases[i].first) * 1e-9 + 1e-12);
      g_assert_cmpfloat_with_epsilon (ticks.step, cases[i].step, cases[i].step * 1e-9);
      g_assert_cmpuint (ticks.n, ==, cases[i].n);
      g_assert_cmpfloat (mz_ticks_last (&ticks), >=, cases[i].high * (1 - 1e-9));
    }
}

static void
test_mapping (void)
{
  const MzMapping linear = {&mz_mapping_linear, -10, 10, 200, 100};
  const MzMapping ordinal = {&mz_mapping_ordinal, 1, 5, 0, 100};
  const MzMapping flat = {&mz_mapping_linear, 3, 3, 10, 20};

  g_assert_cmpfloat_with_epsilon (mz_mapping_place (&linear, 0), 150, 1e-9);
  g_assert_cmpfloat_with_epsilon (mz_mapping_place (&linear, 10), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (mz_mapping_value (&linear, 175), -5, 1e-9);
  g_assert_cmpfloat_with_epsilon (mz_mapping_place (&ordinal, 1), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (mz_mapping_place (&ordinal, 5), 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (mz_mapping_band (&ordinal), 20, 1e-9);
  g_assert_cmpfloat (mz_mapping_value (&ordinal, 19.9), ==, 1);
  g_assert_cmpfloat (mz_mapping_value (&ordinal, 20.1), ==, 2);
  g_assert_cmpfloat (mz_mapping_value (&ordinal, -50), ==, 1);
  g_assert_cmpfloat (mz_mapping_value (&ordinal, 500), ==, 5);
  g_assert_cmpfloat (mz_mapping_place (&flat, 3), ==, 10);
}

static void
test_amounts (void)
{
  static const struct
  {
    gint64 yen;
    MzMoneyUnit unit;
    const char *expected;
  } cases[] = {{120000000, MZ_MONEY_UNIT_OKU, "1.2"}, {5000000, MZ_MONEY_UNIT_OKU, "0.05"},
               {0, MZ_MONEY_UNIT_OKU, "0.0"},         {12345678, MZ_MONEY_UNIT_MAN, "1,235"},
               {-3000, MZ_MONEY_UNIT_MAN, "-0.3"},    {7, MZ_MONEY_UNIT_YEN, "7"}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mz_chart_money (cases[i].yen, cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* Steps of two options: one waits for another, one begins before what it waits for ends, one goes on to the end. */
static void
test_plan (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *scenario = board_add (model, "scenario", "title", "All", NULL);
  g_autofree char *a = board_add (model, "option", "code", "A", "title", "Move", NULL);
  g_autofree char *b = board_add (model, "option", "code", "B", "title", "Watch", NULL);
  g_autofree char *join_a =
      board_add (model, "scenario_option", "scenario", scenario, "option", a, NULL);
  g_autofree char *join_b =
      board_add (model, "scenario_option", "scenario", scenario, "option", b, NULL);
  g_autofree char *first = board_add (model, "step", "code", "A1", "title", "Prepare", "option", a,
                                      "from_year", "0", "to_year", "1", NULL);
  g_autofree char *second = board_add (model, "step", "code", "A2", "title", "Move over", "option",
                                       a, "from_year", "2", "predecessor", first, NULL);
  g_autofree char *third = board_add (model, "step", "code", "B1", "title", "Train", "option", b,
                                      "from_year", "1", "to_year", "1", "predecessor", first, NULL);
  g_autofree char *cost = board_add (model, "cash_flow", "step", first, "kind", "investment",
                                     "amount", "30000000", "from_year", "0", "to_year", "0", NULL);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  MzChartRequest request = {.analysis = analysis,
                            .scenario = mz_analysis_scenario (analysis, scenario),
                            .measurer = measurer,
                            .width = 800,
                            .height = 300,
                            .unit = MZ_MONEY_UNIT_MAN,
                            .titled = TRUE};
  g_autoptr (MzScene) scene = mz_chart_plan (&request);
  g_autoptr (GPtrArray) overlaps = mz_scene_overlaps (scene);
  const MzTable *table = mz_scene_table (scene);

  g_assert_cmpuint (overlaps->len, ==, 0);
  g_assert_cmpuint (table->rows->len, ==, 3);
  /* Option, step, what it waits for. */
  g_assert_cmpstr (((char **)g_ptr_array_index (table->rows, 1))[2], ==, "A1 Prepare");
  {
    const MzShape *bar = mz_scene_mark_of (scene, first), *after = mz_scene_mark_of (scene, second);

    /* Two years end where the third begins. */
    g_assert_cmpfloat (bar->x + bar->width, <, after->x);
    g_assert_cmpfloat (after->x - bar->x - bar->width, <, 8);
    g_assert_cmpfloat_with_epsilon (mz_scene_mark_of (scene, third)->width, bar->width / 2, 4);
  }
  board_check_golden (scene, "plan");
  (void)join_a, (void)join_b, (void)cost;
}

static void
test_catalogue (void)
{
  guint n = 0;

  for (const MzChart *chart; (chart = mz_chart_nth (n)) != NULL; n++)
    {
      g_assert_true (mz_chart_find (chart->name) == chart);
      g_assert_cmpfloat (chart->width, >=, 160);
      g_assert_cmpfloat (chart->height, >=, 120);
    }
  g_assert_cmpuint (n, >=, 12);
  g_assert_null (mz_chart_find ("no-such-chart"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/money/ticks", test_ticks);
  g_test_add_func ("/chart/money/mapping", test_mapping);
  g_test_add_func ("/chart/money/amounts", test_amounts);
  g_test_add_func ("/chart/money/plan", test_plan);
  g_test_add_func ("/chart/money/catalogue", test_catalogue);
  g_test_add_func ("/chart/money/payback-point", test_payback_point);
  g_test_add_func ("/chart/money/empty", test_empty);
  g_test_add_func ("/chart/money/extremes", test_extremes);
  g_test_add_func ("/chart/money/long-names", test_long_names);
  g_test_add_func ("/chart/money/sample", test_sample);
  return g_test_run ();
}
