/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The worked example of telework against its source (JNSA, CISO handbook talk, 2018): every figure of the table and every
 * box of the map, by the words of the source, and what telework adds. */

#include "config.h"

#include "mezasu/analysis.h"
#include "mezasu/language.h"
#include "mezasu/model-json.h"
#include "mezasu/scorecard.h"

#define NAME "telework-example.json"

/* The table of the source, row by row: 戦略目標, 重要成功要因・重要評価指標, ターゲット, アクション. Its actions stand for a row; here
 * each is beside one of the measures of its row. */
static const struct
{
  const char *perspective, *objective, *measure, *direction;
  double target;
  const char *unit;
  const char *action;
} figures[] = {
    {"finance", "売上高増大", "年々の売上伸び率", "higher", 25, "%", NULL},
    {"finance", "売上高増大", "新製品からの売上", "higher", 30, "%", NULL},
    {"customer", "革新的製品", "顧客の定着率", "higher", 80, "%", "関係管理の実施"},
    {"customer", "革新的製品", "顧客シェア", "higher", 40, "%", "成果給の導入"},
    {"process", "新製品開発", "市場への投入率", "higher", 75, "%", "見本市での出展"},
    {"process", "新製品開発", "市販の時期", "lower", 9, "か月", "BPRの実施"},
    {"learning", "能力の高い従業員", "専門職の利用可能性", "higher", 100, "%", "教育・訓練"},
    {"learning", "能力の高い従業員", "優秀な社員の保持率", "higher", 95, "%", "給与制度の改革"},
    {"learning", "テレワークの導入", "平均処理時間の増減", "lower", -50, "%",
     "テレワーク環境の構築"},
};

/* The boxes of the map that are objectives. */
static const struct
{
  const char *perspective, *objective;
} boxes[] = {
    {"finance", "売上高増大"},         {"customer", "革新的製品"}, {"customer", "新規顧客の獲得"},
    {"process", "多くの新製品を投入"}, {"process", "新製品開発"},  {"learning", "能力の高い従業員"},
    {"learning", "テレワークの導入"},
};

static MzModel *
load (const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("MEZASU_MODEL_DIR"), NAME, NULL);
  MzModel *model = mz_model_load (mz_schema_default (), path, language, &error);

  g_assert_no_error (error);
  return model;
}

static MzRecord *
find_titled (MzModel *model, const char *kind, const char *wanted)
{
  for (guint i = 0; i < mz_model_count (model, kind); i++)
    {
      MzRecord *record = mz_model_nth (model, kind, i);
      g_autofree char *title = mz_record_title (record);

      if (g_str_equal (title, wanted))
        return record;
    }
  return NULL;
}

static void
test_table (void)
{
  g_autoptr (MzModel) model = load ("ja");

  g_assert_cmpuint (mz_model_count (model, "kpi"), ==, G_N_ELEMENTS (figures));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      MzRecord *kpi = find_titled (model, "kpi", figures[i].measure);

      g_test_message ("%s", figures[i].measure);
      g_assert_nonnull (kpi);
      MzRecord *objective = mz_model_referred (model, kpi, "objective");
      MzRecord *action = mz_model_referred (model, kpi, "action");

      g_assert_true (objective == find_titled (model, "objective", figures[i].objective));
      g_assert_true (mz_record_choice_is (objective, "perspective", figures[i].perspective));
      g_assert_true (mz_record_choice_is (kpi, "direction", figures[i].direction));
      g_assert_cmpfloat (mz_record_real (kpi, "target", 0), ==, figures[i].target);
      g_assert_cmpstr (mz_record_text (kpi, "unit"), ==, figures[i].unit);
      g_assert_nonnull (mz_record_text (kpi, "success_factor"));
      g_assert_cmpint (action != NULL, ==, figures[i].action != NULL);
      if (action != NULL)
        g_assert_true (action == find_titled (model, "step", figures[i].action));
    }
}

static void
test_map (void)
{
  g_autoptr (MzModel) model = load ("ja");

  g_assert_cmpuint (mz_model_count (model, "objective"), ==, G_N_ELEMENTS (boxes));
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      MzRecord *objective = find_titled (model, "objective", boxes[i].objective);

      g_test_message ("%s", boxes[i].objective);
      g_assert_nonnull (objective);
      g_assert_true (mz_record_choice_is (objective, "perspective", boxes[i].perspective));
    }
}

/* Telework enters at the learning level, and the handling time is halved: only with telework. */
static void
test_scenarios (void)
{
  g_autoptr (MzModel) model = load ("ja");
  MzRecord *before = find_titled (model, "scenario", "導入前");
  MzRecord *after = find_titled (model, "scenario", "テレワーク導入後");
  MzRecord *telework = find_titled (model, "objective", "テレワークの導入");
  MzRecord *step = find_titled (model, "step", "テレワーク環境の構築");
  guint added = 0;

  g_assert_true (before != NULL && after != NULL && telework != NULL && step != NULL);
  for (guint i = 0; i < mz_model_count (model, "objective_change"); i++)
    {
      MzRecord *change = mz_model_nth (model, "objective_change", i);

      g_assert_true (mz_model_referred (model, change, "scenario") == after);
      if (!mz_record_choice_is (change, "change", "adds"))
        continue;
      added++;
      g_assert_true (mz_model_referred (model, change, "objective") == telework);
      g_assert_cmpfloat (mz_record_real (change, "new_target", 0), ==, -50);
    }
  g_assert_cmpuint (added, ==, 1);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  for (guint i = 0; i < 2; i++)
    {
      const MzScenarioResult *scenario =
          mz_analysis_scenario (analysis, mz_record_id (i == 0 ? before : after));
      gboolean has = FALSE;

      for (guint k = 0; k < scenario->steps->len; k++)
        has |= ((const MzStepMoney *)g_ptr_array_index (scenario->steps, k))->step == step;
      g_assert_cmpint (has, ==, i == 1);
    }
}

/* The source measures nothing: no score, and no light but grey. Both languages are whole, and nothing is in error. */
static void
test_state (void)
{
  static const char *const languages[] = {"ja", "en"};

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (MzModel) model = load (languages[l]);
      g_autoptr (MzScorecard) card = mz_scorecard_new (model, mz_scorecard_thresholds (model));
      g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);

      g_assert_false (card->whole.rollup.score.is_set);
      g_assert_cmpint (card->whole.light, ==, MZ_LIGHT_GREY);
      for (guint i = 0; i < card->kpis->len; i++)
        g_assert_null (g_array_index (card->kpis, MzScorecardKpi, i).problem);
      for (guint i = 0; i < analysis->findings->len; i++)
        {
          const MzFinding *finding = g_ptr_array_index (analysis->findings, i);

          g_test_message ("%s", finding->message);
          g_assert_cmpint (finding->severity, !=, MZ_FINDING_ERROR);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method/telework/table", test_table);
  g_test_add_func ("/method/telework/map", test_map);
  g_test_add_func ("/method/telework/scenarios", test_scenarios);
  g_test_add_func ("/method/telework/state", test_state);
  return g_test_run ();
}
