/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Values by period and the dashboard of a model, against examples reckoned by hand. */

#include "config.h"

#include "build-model.h"

#include "mezasu/dashboard.h"
#include "mezasu/headline.h"
#include "mezasu/scorecard.h"

#include <math.h>

/* Attack: 7 detections are above the warning of 5 and below the alarm of 10. Protect: 96 % of patches is above the warning
 * of 95, 70 % of anti-virus below the alarm of 80. Suspicious: no value. Indirect: the limits stand the wrong way round,
 * one has no limits at all, one is fine. Values come in no order. */
static const char *const lines[] = {
    "indicator detections title=Detections area=attack direction=lower warning=5 alarm=10",
    "indicator patches title=Patches area=protect direction=higher warning=95 alarm=80",
    "indicator virus title=Virus area=protect direction=higher warning=95 alarm=80",
    "indicator log title=Log area=suspicious direction=lower warning=1 alarm=2",
    "indicator turned title=Turned area=indirect direction=lower warning=3 alarm=1",
    "indicator bare title=Bare area=indirect direction=lower",
    "indicator leavers title=Leavers area=indirect direction=lower warning=0 alarm=3",
    "indicator_value d3 indicator=detections period=2026-07-01 value=7",
    "indicator_value d1 indicator=detections period=2026-01-01 value=3",
    "indicator_value d4 indicator=detections period=2026-10-01",
    "indicator_value d2 indicator=detections period=2026-04-01 value=12",
    "indicator_value p1 indicator=patches period=2026-07-01 value=96",
    "indicator_value v1 indicator=virus period=2026-04-01 value=70",
    "indicator_value t1 indicator=turned period=2026-07-01 value=2",
    "indicator_value b1 indicator=bare period=2026-07-01 value=2",
    "indicator_value l1 indicator=leavers period=2026-07-01 value=0",
    NULL,
};

static void
test_lights (void)
{
  static const struct
  {
    MzDashboardArea area;
    MzLight light;
    gboolean problem;
  } expected[] = {
      {MZ_DASHBOARD_ATTACK, MZ_LIGHT_AMBER, FALSE},
      {MZ_DASHBOARD_PROTECT, MZ_LIGHT_GREEN, FALSE},
      {MZ_DASHBOARD_PROTECT, MZ_LIGHT_RED, FALSE},
      {MZ_DASHBOARD_SUSPICIOUS, MZ_LIGHT_GREY, FALSE},
      {MZ_DASHBOARD_INDIRECT, MZ_LIGHT_GREY, TRUE},
      {MZ_DASHBOARD_INDIRECT, MZ_LIGHT_GREY, TRUE},
      {MZ_DASHBOARD_INDIRECT, MZ_LIGHT_GREEN, FALSE},
  };
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzDashboard) dashboard = mz_dashboard_new (model);

  g_assert_cmpuint (dashboard->items->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MzDashboardItem *item = mz_dashboard_item (dashboard, i);

      g_assert_cmpint (item->area, ==, expected[i].area);
      g_assert_cmpint (item->light, ==, expected[i].light);
      g_assert_cmpint (item->problem != NULL, ==, expected[i].problem);
    }
  /* Green beside grey is green; red beside green is red; the whole is as bad as its worst part. */
  g_assert_cmpint (dashboard->state.areas[MZ_DASHBOARD_ATTACK], ==, MZ_LIGHT_AMBER);
  g_assert_cmpint (dashboard->state.areas[MZ_DASHBOARD_PROTECT], ==, MZ_LIGHT_RED);
  g_assert_cmpint (dashboard->state.areas[MZ_DASHBOARD_SUSPICIOUS], ==, MZ_LIGHT_GREY);
  g_assert_cmpint (dashboard->state.areas[MZ_DASHBOARD_INDIRECT], ==, MZ_LIGHT_GREEN);
  g_assert_cmpint (dashboard->state.state, ==, MZ_LIGHT_RED);
  g_assert_cmpstr (dashboard->period, ==, "2026-07-01");
}

static void
test_order (void)
{
  static const double values[] = {3, 12, 7};
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzPeriodValues) all = mz_period_values_new (model, "indicator_value");
  MzRecord *detections = find (model, "detections");

  /* The record without a value is none. */
  g_assert_cmpuint (mz_period_values_count (all, detections), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (mz_period_values_nth (all, detections, i)->value, ==, values[i]);
  g_assert_cmpfloat (mz_period_values_at (all, detections, "2026-04-01")->value, ==, 12);
  g_assert_null (mz_period_values_at (all, detections, "2026-10-01"));
  g_assert_cmpfloat (mz_period_values_before (all, detections, "2026-04-01")->value, ==, 3);
  g_assert_cmpfloat (mz_period_values_before (all, detections, "2027-01-01")->value, ==, 7);
  g_assert_null (mz_period_values_before (all, detections, "2026-01-01"));
  g_assert_cmpuint (mz_period_values_count (all, find (model, "log")), ==, 0);
}

static void
test_periods (void)
{
  static const struct
  {
    const char *date;
    guint months;
    const char *first;
    int move;
    const char *moved;
  } cases[] = {
      {"2026-05-17", 1, "2026-05-01", 1, "2026-06-01"},
      {"2026-05-17", 3, "2026-04-01", 3, "2026-08-01"},
      {"2026-12-31", 3, "2026-10-01", 1, "2027-01-01"},
      {"2026-01-01", 3, "2026-01-01", -1, "2025-12-01"},
      {"0001-01-01", 1, "0001-01-01", -1, NULL},
      {"9999-12-01", 1, "9999-12-01", 1, NULL},
      {"2026-13-01", 1, NULL, 1, NULL},
      {"", 1, NULL, 1, NULL},
      {NULL, 3, NULL, 3, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = mz_period_first_day (cases[i].date, cases[i].months);
      g_autofree char *moved = mz_period_move (cases[i].date, cases[i].move);

      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (moved, ==, cases[i].moved);
    }
}

static void
test_rhythm (void)
{
  const char *const none[] = {NULL};
  g_autoptr (MzModel) empty = build_model (none);
  g_autoptr (MzModel) model = build_model (lines);

  g_assert_cmpuint (mz_period_rhythm (empty), ==, 1);
  g_assert_null (mz_period_latest (empty));
  g_assert_cmpuint (mz_period_rhythm (model), ==, 3);
  g_assert_cmpstr (mz_period_latest (model), ==, "2026-07-01");
  set_field (model, "d1", "period", "2026-02-01");
  g_assert_cmpuint (mz_period_rhythm (model), ==, 1);
}

/* Thresholds are those of the model, and a scenario's new target is found by KPI and scenario. */
static void
test_scorecard (void)
{
  const char *const scorecard[] = {
      "objective loyal title=Loyal perspective=customer weight=1",
      "kpi retention title=Retention objective=loyal direction=higher target=80",
      "kpi_value r1 kpi=retention period=2026-04-01 actual=64",
      "scenario plan title=Plan",
      "scenario other title=Other",
      "objective_change words objective=loyal scenario=other change=moves kpi=retention",
      "objective_change more objective=loyal scenario=plan change=moves kpi=retention new_target=90",
      NULL};
  g_autoptr (MzModel) model = build_model (scorecard);
  MzRecord *kpi = find (model, "retention");
  MzLightThresholds thresholds = mz_scorecard_thresholds (model);

  g_assert_cmpfloat (fabs (thresholds.green - 0.9), <, 1e-12);
  g_assert_cmpfloat (fabs (thresholds.amber - 0.7), <, 1e-12);
  /* 64 / 80 = 0.8: to be watched by the usual thresholds, reached where 80 % are enough. */
  set_field (model, "criteria", "kpi_green", "800000");
  g_autoptr (MzScorecard) card = mz_scorecard_new (model, mz_scorecard_thresholds (model));
  g_assert_cmpint (g_array_index (card->kpis, MzScorecardKpi, 0).light, ==, MZ_LIGHT_GREEN);
  g_assert_true (mz_scorecard_change (model, kpi, find (model, "plan")) == find (model, "more"));
  g_assert_null (mz_scorecard_change (model, kpi, find (model, "other")));
  g_assert_null (mz_scorecard_change (model, kpi, NULL));
  /* Thresholds the wrong way round give no light at all. */
  set_field (model, "criteria", "kpi_amber", "950000");
  g_autoptr (MzScorecard) wrong = mz_scorecard_new (model, mz_scorecard_thresholds (model));
  g_assert_cmpint (g_array_index (wrong->kpis, MzScorecardKpi, 0).light, ==, MZ_LIGHT_GREY);
}

static void
test_headlines (void)
{
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autofree char *dashboard = mz_headline_dashboard (analysis);
  g_autofree char *scorecard = mz_headline_scorecard (analysis);

  g_assert_cmpstr (dashboard, ==, "Alarm in 1 of the 4 conditions: Virus.");
  g_assert_cmpstr (scorecard, ==, "No KPI has been set yet.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method/dashboard/lights", test_lights);
  g_test_add_func ("/method/dashboard/order", test_order);
  g_test_add_func ("/method/dashboard/periods", test_periods);
  g_test_add_func ("/method/dashboard/rhythm", test_rhythm);
  g_test_add_func ("/method/dashboard/scorecard", test_scorecard);
  g_test_add_func ("/method/dashboard/headlines", test_headlines);
  return g_test_run ();
}
