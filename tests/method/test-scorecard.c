/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The scorecard of a model, against worked examples reckoned by hand. */

#include "config.h"

#include "build-model.h"

#include "mezasu/scorecard.h"

#include <math.h>

/* Retention: 76 of 80 is 0.95. Time to market: baseline 12, target 9, actual 10 is 2/3. Sales: weights 3 and 1 on
 * (6 - 2) / (8 - 2) = 2/3 and 1, together 3/4. Training has no value yet. */
static const char *const lines[] = {
    "objective sales title=Sales perspective=finance weight=3",
    "objective loyal title=Loyal perspective=customer weight=1",
    "objective launch title=Launch perspective=process weight=1",
    "objective able title=Able perspective=process weight=1",
    "objective idle title=Idle perspective=process weight=2",
    "kpi growth title=Growth objective=sales direction=higher baseline=2 target=8 weight=3",
    "kpi margin title=Margin objective=sales direction=higher target=5 weight=1",
    "kpi retention title=Retention objective=loyal direction=higher target=80 weight=1",
    "kpi time title=Time objective=launch direction=lower baseline=12 target=9 weight=1",
    "kpi training title=Training objective=able direction=higher target=100 weight=1",
    "kpi broken title=Broken objective=idle direction=higher weight=1",
    "kpi_value g2 kpi=growth period=2026-04-01 actual=6",
    "kpi_value g1 kpi=growth period=2026-01-01 actual=3",
    "kpi_value g3 kpi=growth period=2026-07-01",
    "kpi_value m1 kpi=margin period=2026-04-01 actual=7",
    "kpi_value r1 kpi=retention period=2026-04-01 actual=76",
    "kpi_value t1 kpi=time period=2026-04-01 actual=10",
    "kpi_value b1 kpi=broken period=2026-04-01 actual=10",
    NULL,
};

static void
check (MzMaybeReal value, gboolean is_set, double expected)
{
  g_assert_cmpint (value.is_set, ==, is_set);
  if (is_set)
    g_assert_cmpfloat (fabs (value.value - expected), <, 1e-12);
}

static void
test_worked (void)
{
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzScorecard) card = mz_scorecard_new (model, MZ_LIGHT_THRESHOLDS_DEFAULT);
  static const struct
  {
    gboolean known;
    double score, coverage;
    MzLight light;
  } objectives[] = {
      {TRUE, 0.75, 1, MZ_LIGHT_AMBER},  {TRUE, 0.95, 1, MZ_LIGHT_GREEN},
      {TRUE, 2.0 / 3, 1, MZ_LIGHT_RED}, {FALSE, 0, 0, MZ_LIGHT_GREY},
      {FALSE, 0, 0, MZ_LIGHT_GREY},
  };

  g_assert_cmpuint (card->kpis->len, ==, 6);
  g_assert_cmpuint (card->objectives->len, ==, G_N_ELEMENTS (objectives));
  for (guint i = 0; i < G_N_ELEMENTS (objectives); i++)
    {
      const MzScorecardObjective *objective =
          &g_array_index (card->objectives, MzScorecardObjective, i);

      check (objective->rollup.score, objectives[i].known, objectives[i].score);
      check (objective->rollup.coverage, TRUE, objectives[i].coverage);
      g_assert_cmpint (objective->light, ==, objectives[i].light);
    }
  check (card->perspectives[0].rollup.score, TRUE, 0.75);
  check (card->perspectives[1].rollup.score, TRUE, 0.95);
  /* One of four parts of the weight has a score. */
  check (card->perspectives[2].rollup.score, TRUE, 2.0 / 3);
  check (card->perspectives[2].rollup.coverage, TRUE, 0.25);
  check (card->perspectives[3].rollup.score, FALSE, 0);
  check (card->perspectives[3].rollup.coverage, FALSE, 0);
  /* (3/4 + 19/20 + 2/3) / 3 = 71/90 */
  check (card->whole.rollup.score, TRUE, 71.0 / 90);
  check (card->whole.rollup.coverage, TRUE, 1);
  g_assert_cmpint (card->whole.light, ==, MZ_LIGHT_AMBER);
}

/* The latest period with an actual counts, raw scores go beyond 1, and a KPI without target says why it has none. */
static void
test_kpis (void)
{
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzScorecard) card = mz_scorecard_new (model, MZ_LIGHT_THRESHOLDS_DEFAULT);
  const MzScorecardKpi *kpis = (const MzScorecardKpi *)(gpointer)card->kpis->data;

  g_assert_true (kpis[0].latest == find (model, "g2"));
  check (kpis[1].score.raw, TRUE, 1.4);
  check (kpis[1].score.score, TRUE, 1);
  g_assert_null (kpis[4].latest);
  g_assert_null (kpis[4].problem);
  g_assert_nonnull (kpis[5].problem);
  g_assert_cmpint (kpis[5].light, ==, MZ_LIGHT_GREY);
}

static void
test_empty (void)
{
  const char *const none[] = {NULL};
  g_autoptr (MzModel) model = build_model (none);
  g_autoptr (MzScorecard) card = mz_scorecard_new (model, MZ_LIGHT_THRESHOLDS_DEFAULT);

  check (card->whole.rollup.score, FALSE, 0);
  g_assert_cmpint (card->whole.light, ==, MZ_LIGHT_GREY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method/scorecard/worked", test_worked);
  g_test_add_func ("/method/scorecard/kpis", test_kpis);
  g_test_add_func ("/method/scorecard/empty", test_empty);
  return g_test_run ();
}
