/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Scores, roll-ups and lights: the definitions at their edges, computed by hand. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "mezasu/error.h"
#include "mezasu/kpi.h"

#define X NAN /* not given */

static MzMaybeReal
real (double value)
{
  return isnan (value) ? (MzMaybeReal){0} : MZ_SOME_REAL (value);
}

static void
assert_real (MzMaybeReal actual, double expected)
{
  g_assert_cmpint (actual.is_set, ==, !isnan (expected));
  if (actual.is_set)
    g_assert_cmpfloat_with_epsilon (actual.value, expected, 1e-12);
}

typedef struct
{
  const char *what;
  MzKpiKind kind;
  double a, t, b, low, high, d;
  double raw, score;
} ScoreCase;

static const ScoreCase SCORES[] = {
    {"retention 72 of 80 %", MZ_KPI_HIGHER, 72, 80, X, X, X, X, 0.9, 0.9},
    {"over target", MZ_KPI_HIGHER, 100, 80, X, X, X, X, 1.25, 1},
    {"below zero", MZ_KPI_HIGHER, -20, 80, X, X, X, X, -0.25, 0},
    {"target 0 reached", MZ_KPI_HIGHER, 0, 0, X, X, X, X, 1, 1},
    {"target 0 missed", MZ_KPI_HIGHER, -1, 0, X, X, X, X, 0, 0},
    {"time to market 9 months", MZ_KPI_LOWER, 9, 9, X, X, X, X, 1, 1},
    {"12 months for 9", MZ_KPI_LOWER, 12, 9, X, X, X, X, 2.0 / 3, 2.0 / 3},
    {"twice the target", MZ_KPI_LOWER, 18, 9, X, X, X, X, 0, 0},
    {"thrice the target", MZ_KPI_LOWER, 27, 9, X, X, X, X, -1, 0},
    {"better than target", MZ_KPI_LOWER, 0, 9, X, X, X, X, 2, 1},
    {"no incident", MZ_KPI_LOWER, 0, 0, X, X, X, X, 1, 1},
    {"one incident", MZ_KPI_LOWER, 1, 0, X, X, X, X, 0, 0},
    {"half way up", MZ_KPI_HIGHER, 75, 100, 50, X, X, X, 0.5, 0.5},
    {"half way down", MZ_KPI_LOWER, 75, 50, 100, X, X, X, 0.5, 0.5},
    {"back behind the start", MZ_KPI_LOWER, 110, 50, 100, X, X, X, -0.2, 0},
    {"negative target with baseline", MZ_KPI_LOWER, -25, -50, 0, X, X, X, 0.5, 0.5},
    {"target is the baseline, held", MZ_KPI_HIGHER, 50, 50, 50, X, X, X, 1, 1},
    {"target is the baseline, lost", MZ_KPI_HIGHER, 49, 50, 50, X, X, X, 0, 0},
    {"target worse than baseline", MZ_KPI_HIGHER, 45, 40, 50, X, X, X, 1, 1},
    {"worse than that", MZ_KPI_HIGHER, 39, 40, 50, X, X, X, 0, 0},
    {"lower: target worse, held", MZ_KPI_LOWER, 60, 60, 50, X, X, X, 1, 1},
    {"lower: target worse, lost", MZ_KPI_LOWER, 61, 60, 50, X, X, X, 0, 0},
    {"inside", MZ_KPI_RANGE, 15, X, X, 10, 20, X, 1, 1},
    {"lower end", MZ_KPI_RANGE, 10, X, X, 10, 20, X, 1, 1},
    {"upper end", MZ_KPI_RANGE, 20, X, X, 10, 20, X, 1, 1},
    {"one below", MZ_KPI_RANGE, 9, X, X, 10, 20, X, 0.8, 0.8},
    {"one above, own tolerance", MZ_KPI_RANGE, 21, X, X, 10, 20, 4, 0.75, 0.75},
    {"all tolerance used", MZ_KPI_RANGE, 25, X, X, 10, 20, X, 0, 0},
    {"far outside", MZ_KPI_RANGE, -5, X, X, 10, 20, X, -2, 0},
    {"point range", MZ_KPI_RANGE, 11, X, X, 10, 10, 2, 0.5, 0.5},
    {"no actual", MZ_KPI_HIGHER, X, 80, X, X, X, X, X, X},
    {"no actual in a range", MZ_KPI_RANGE, X, X, X, 10, 20, X, X, X},
};

static MzKpiInput
input_of (const ScoreCase *c)
{
  return (MzKpiInput){c->kind,       real (c->a),    real (c->t), real (c->b),
                      real (c->low), real (c->high), real (c->d)};
}

static void
test_score (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SCORES); i++)
    {
      MzKpiInput input = input_of (&SCORES[i]);
      g_autoptr (GError) error = NULL;
      MzKpiScore result;

      g_test_message ("%s", SCORES[i].what);
      g_assert_true (mz_kpi_score (&input, &result, &error));
      g_assert_no_error (error);
      assert_real (result.raw, SCORES[i].raw);
      assert_real (result.score, SCORES[i].score);
      g_assert_false (result.raw.is_set && signbit (result.raw.value) && result.raw.value == 0);
    }
}

static void
test_score_refuses (void)
{
  static const struct
  {
    ScoreCase input;
    MzError code;
    const char *field;
  } cases[] = {
      {{"", MZ_KPI_HIGHER, 1, X, X, X, X, X}, MZ_ERROR_INVALID_INPUT, "target"},
      {{"", MZ_KPI_LOWER, 1, -1, X, X, X, X}, MZ_ERROR_INVALID_INPUT, "target"},
      {{"", MZ_KPI_HIGHER, X, -1, X, X, X, X}, MZ_ERROR_INVALID_INPUT, "target"},
      {{"", MZ_KPI_HIGHER, HUGE_VAL, 1, X, X, X, X}, MZ_ERROR_INVALID_INPUT, "actual"},
      {{"", MZ_KPI_HIGHER, 1, HUGE_VAL, X, X, X, X}, MZ_ERROR_INVALID_INPUT, "target"},
      {{"", MZ_KPI_HIGHER, 1, 1, HUGE_VAL, X, X, X}, MZ_ERROR_INVALID_INPUT, "baseline"},
      {{"", MZ_KPI_RANGE, 1, X, X, X, 20, X}, MZ_ERROR_INVALID_INPUT, "low"},
      {{"", MZ_KPI_RANGE, 1, X, X, 10, X, X}, MZ_ERROR_INVALID_INPUT, "high"},
      {{"", MZ_KPI_RANGE, 1, X, X, 20, 10, 5}, MZ_ERROR_INVALID_INPUT, "low"},
      {{"", MZ_KPI_RANGE, 1, X, X, 10, 20, 0}, MZ_ERROR_INVALID_INPUT, "tolerance"},
      {{"", MZ_KPI_RANGE, 1, X, X, 10, 20, -1}, MZ_ERROR_INVALID_INPUT, "tolerance"},
      {{"", MZ_KPI_RANGE, 10, X, X, 10, 10, X}, MZ_ERROR_INVALID_INPUT, "tolerance"},
      {{"", MZ_KPI_HIGHER, 1e308, 1e-308, X, X, X, X}, MZ_ERROR_OVERFLOW, "score"},
      {{"", MZ_KPI_HIGHER, 1e308, 1.5e308, -1.5e308, X, X, X}, MZ_ERROR_OVERFLOW, "score"},
  };
  g_autoptr (GError) kind_error = NULL;
  MzKpiKind kind;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MzKpiInput input = input_of (&cases[i].input);
      g_autoptr (GError) error = NULL;
      MzKpiScore result;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (mz_kpi_score (&input, &result, &error));
      g_assert_error (error, MZ_ERROR, (int)cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].field));
    }
  g_assert_true (mz_kpi_kind_from_name ("range", &kind, NULL));
  g_assert_cmpint (kind, ==, MZ_KPI_RANGE);
  g_assert_false (mz_kpi_kind_from_name ("higher-better", &kind, &kind_error));
  g_assert_error (kind_error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_assert_false (mz_kpi_kind_from_name (NULL, &kind, NULL));
}

static void
test_rollup (void)
{
  static const struct
  {
    const char *what;
    double scores[3];
    gint64 weights[3];
    gsize n;
    double score, coverage;
  } cases[] = {
      {"all scored", {1, 0.5, 0}, {1, 2, 1}, 3, 0.5, 1},
      {"one blank", {1, X, 0.5}, {50, 30, 20}, 3, 60.0 / 70, 0.7},
      {"all blank", {X, X, X}, {1, 2, 3}, 3, X, 0},
      {"all weights 0", {1, 0.5, X}, {0, 0, 0}, 3, X, X},
      {"scored ones weigh nothing", {1, X, X}, {0, 5, 5}, 3, X, 0},
      {"zero weight does not count", {0, 1, 1}, {0, 1, 3}, 3, 1, 1},
      {"none", {X, X, X}, {0, 0, 0}, 0, X, X},
      {"extreme weights", {0.25, 0.75, X}, {100, 100, 100}, 3, 0.5, 2.0 / 3},
  };
  static const MzKpiItem bad[] = {
      {{TRUE, 0.5}, -1}, {{TRUE, 0.5}, 101}, {{FALSE, 0}, 101},
      {{TRUE, 1.01}, 1}, {{TRUE, -0.01}, 1}, {{TRUE, NAN}, 1},
  };
  static const char *const fields[] = {"weight", "weight", "weight", "score", "score", "score"};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MzKpiItem items[3];
      MzKpiRollup result;

      g_test_message ("%s", cases[i].what);
      for (int k = 0; k < 3; k++)
        items[k] = (MzKpiItem){real (cases[i].scores[k]), cases[i].weights[k]};
      g_assert_true (mz_kpi_rollup (items, cases[i].n, &result, NULL));
      assert_real (result.score, cases[i].score);
      assert_real (result.coverage, cases[i].coverage);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      MzKpiRollup result;

      g_assert_false (mz_kpi_rollup (&bad[i], 1, &result, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_nonnull (strstr (error->message, fields[i]));
    }
}

static void
test_lights (void)
{
  static const struct
  {
    double score;
    MzLight light;
  } cases[] = {
      {1, MZ_LIGHT_GREEN},
      {0.9, MZ_LIGHT_GREEN},
      {0.3 + 0.6, MZ_LIGHT_GREEN}, /* 0.8999999999999999 in doubles */
      {0.9 - 0.9e-12, MZ_LIGHT_GREEN},
      {0.9 - 1.2e-12, MZ_LIGHT_AMBER},
      {0.899, MZ_LIGHT_AMBER},
      {0.7, MZ_LIGHT_AMBER},
      {0.7 - 0.9e-12, MZ_LIGHT_AMBER},
      {0.7 - 1.2e-12, MZ_LIGHT_RED},
      {0, MZ_LIGHT_RED},
      {X, MZ_LIGHT_GREY},
  };
  static const MzLightThresholds bad[] = {{0.5, 0.6}, {1.1, 0.5}, {0.5, -0.1}, {NAN, 0.5}};
  MzLight light;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (
          mz_light_of_score (real (cases[i].score), MZ_LIGHT_THRESHOLDS_DEFAULT, &light, NULL));
      g_assert_cmpint (light, ==, cases[i].light);
    }
  g_assert_true (mz_light_of_score (real (0.5), (MzLightThresholds){0.5, 0.5}, &light, NULL));
  g_assert_cmpint (light, ==, MZ_LIGHT_GREEN);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mz_light_of_score (real (0.5), bad[i], &light, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
    }
  g_assert_cmpstr (mz_light_name (MZ_LIGHT_AMBER), ==, "amber");
}

static void
test_indicator (void)
{
  static const struct
  {
    gboolean higher;
    double value, warning, alarm;
    MzLight light;
  } cases[] = {
      {TRUE, 95, 95, 90, MZ_LIGHT_GREEN},  {TRUE, 94.9, 95, 90, MZ_LIGHT_AMBER},
      {TRUE, 90, 95, 90, MZ_LIGHT_AMBER},  {TRUE, 89.9, 95, 90, MZ_LIGHT_RED},
      {TRUE, X, 95, 90, MZ_LIGHT_GREY},    {FALSE, 5, 5, 10, MZ_LIGHT_GREEN},
      {FALSE, 5.1, 5, 10, MZ_LIGHT_AMBER}, {FALSE, 10, 5, 10, MZ_LIGHT_AMBER},
      {FALSE, 10.1, 5, 10, MZ_LIGHT_RED},  {FALSE, 0, 0, 0, MZ_LIGHT_GREEN},
      {FALSE, 0.01, 0, 0, MZ_LIGHT_RED},
  };
  MzLight light;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (mz_indicator_light (cases[i].higher, real (cases[i].value), cases[i].warning,
                                         cases[i].alarm, &light, NULL));
      g_assert_cmpint (light, ==, cases[i].light);
    }
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean done = i == 0   ? mz_indicator_light (TRUE, real (1), 90, 95, &light, &error)
                      : i == 1 ? mz_indicator_light (FALSE, real (1), 10, 5, &light, &error)
                      : i == 2 ? mz_indicator_light (TRUE, real (1), NAN, 5, &light, &error)
                               : mz_indicator_light (TRUE, real (HUGE_VAL), 95, 5, &light, &error);

      g_assert_false (done);
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_nonnull (strstr (error->message, i < 3 ? "warning" : "value"));
    }
}

static void
test_dashboard (void)
{
  static const MzDashboardIndicator indicators[] = {
      {MZ_DASHBOARD_ATTACK, MZ_LIGHT_GREEN},  {MZ_DASHBOARD_ATTACK, MZ_LIGHT_GREY},
      {MZ_DASHBOARD_PROTECT, MZ_LIGHT_AMBER}, {MZ_DASHBOARD_PROTECT, MZ_LIGHT_GREEN},
      {MZ_DASHBOARD_INDIRECT, MZ_LIGHT_RED},  {MZ_DASHBOARD_INDIRECT, MZ_LIGHT_GREY},
  };
  MzDashboardState state = mz_dashboard_state (indicators, G_N_ELEMENTS (indicators));
  static const MzLight greys[] = {MZ_LIGHT_GREY, MZ_LIGHT_GREY};

  g_assert_cmpint (state.areas[MZ_DASHBOARD_ATTACK], ==, MZ_LIGHT_GREEN);
  g_assert_cmpint (state.areas[MZ_DASHBOARD_PROTECT], ==, MZ_LIGHT_AMBER);
  g_assert_cmpint (state.areas[MZ_DASHBOARD_SUSPICIOUS], ==, MZ_LIGHT_GREY);
  g_assert_cmpint (state.areas[MZ_DASHBOARD_INDIRECT], ==, MZ_LIGHT_RED);
  g_assert_cmpint (state.state, ==, MZ_LIGHT_RED);
  state = mz_dashboard_state (indicators, 4);
  g_assert_cmpint (state.state, ==, MZ_LIGHT_AMBER);
  state = mz_dashboard_state (NULL, 0);
  g_assert_cmpint (state.state, ==, MZ_LIGHT_GREY);
  g_assert_cmpint (mz_light_worst (greys, 2), ==, MZ_LIGHT_GREY);
  g_assert_cmpint (mz_light_worst (NULL, 0), ==, MZ_LIGHT_GREY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kpi/score", test_score);
  g_test_add_func ("/kpi/score-refuses", test_score_refuses);
  g_test_add_func ("/kpi/rollup", test_rollup);
  g_test_add_func ("/light/score", test_lights);
  g_test_add_func ("/light/indicator", test_indicator);
  g_test_add_func ("/light/dashboard", test_dashboard);
  return g_test_run ();
}
