/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Pictures of the simulated losses: what holds for every picture, what they say, and goldens of the sample firm. */

#include "config.h"

#include "board-support.h"

#include <math.h>
#include <string.h>

static const char *const names[] = {
    "loss-exceedance", "loss-exceedance-log", "annual-loss",
    "tornado",         "risk-distribution",   "profit-and-loss-years",
};

typedef struct
{
  MzModel *model;
  MzAnalysis *analysis;
  MzLoss *loss;
} Firm;

static void
firm_init (Firm *self, MzModel *model)
{
  g_autoptr (GError) error = NULL;

  self->model = model;
  self->analysis = mz_analysis_new (model);
  self->loss = mz_loss_new (self->analysis, &error);
  g_assert_no_error (error);
}

static void
firm_clear (Firm *self)
{
  mz_loss_unref (self->loss);
  mz_analysis_unref (self->analysis);
  g_object_unref (self->model);
}

static MzScene *
draw (const Firm *self, const char *name, const char *scenario, MzTextMeasurer *measurer,
      double width, double height, gboolean titled, const char *record)
{
  const MzChartRequest request = {.analysis = self->analysis,
                                  .scenario = mz_analysis_scenario (self->analysis, scenario),
                                  .measurer = measurer,
                                  .width = width,
                                  .height = height,
                                  .unit = MZ_MONEY_UNIT_MAN,
                                  .titled = titled,
                                  .loss = self->loss,
                                  .record = record};

  g_assert_nonnull (mz_chart_find (name));
  return mz_chart_find (name)->draw (&request);
}

static void
check_all_sizes (const Firm *self, const char *scenario)
{
  static const double sizes[][2] = {{160, 120}, {240, 160}, {400, 300},
                                    {640, 400}, {960, 540}, {1920, 1080}};
  MzTextMeasurer *measurers[] = {mz_text_measurer_new_fixed (), mz_text_measurer_new_pango (NULL)};

  for (guint m = 0; m < G_N_ELEMENTS (measurers); m++)
    {
      for (guint s = 0; s < G_N_ELEMENTS (sizes) * 2; s++)
        for (guint n = 0; n < G_N_ELEMENTS (names); n++)
          {
            g_autoptr (MzScene) scene = draw (self, names[n], scenario, measurers[m],
                                              sizes[s / 2][0], sizes[s / 2][1], s % 2, NULL);

            board_check (scene, self->model);
          }
      mz_text_measurer_free (measurers[m]);
    }
}

static void
test_sample (void)
{
  static const char *const languages[] = {"ja", "en"};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      Firm firm;

      firm_init (&firm, board_load_sample (languages[i]));
      check_all_sizes (&firm, "A");
      check_all_sizes (&firm, "0");
      firm_clear (&firm);
    }
}

static void
test_goldens (void)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  Firm firm;

  firm_init (&firm, board_load_sample ("en"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const MzChart *chart = mz_chart_find (names[i]);
      g_autoptr (MzScene) scene =
          draw (&firm, names[i], "A", measurer, chart->width, chart->height, TRUE, NULL);

      board_check_golden (scene, names[i]);
    }
  firm_clear (&firm);
}

/* Without a result, and without anything to simulate, a picture says so. */
static void
test_nothing (void)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  Firm firm;

  firm_init (&firm, mz_model_new (mz_schema_default ()));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MzScene) scene = draw (&firm, names[i], NULL, measurer, 400, 300, TRUE, NULL);
      g_autoptr (MzScene) early = board_draw (names[i], firm.model, measurer, 400, 300, FALSE);

      board_check (scene, firm.model);
      board_check (early, firm.model);
      g_assert_cmpuint (mz_scene_table (scene)->rows->len, ==, 1);
    }
  firm_clear (&firm);
}

static MzModel *
harsh_model (void)
{
  MzModel *model = mz_model_new (mz_schema_default ());

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *title =
          g_strdup_printf ("とても長い名前のリスク、それも一行には決して収まらないもの %u", i);
      g_autofree char *id =
          board_add (model, "risk", "title", title, "frequency", "0.4", "magnitude", "point",
                     "loss_likely", i % 7 == 0 ? "1000000000000000" : "1", NULL);
    }
  g_autofree char *lost = board_add (model, "risk", "title", "Nobody knows", NULL);
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *name = g_strdup_printf ("A plan whose name is as long as a sentence %u", i);
      g_autofree char *id = board_add (model, "scenario", "title", name, NULL);
    }
  return model;
}

/* Sixty risks of one yen and of the greatest amount there is, seven plans, one risk left out. */
static void
test_harsh (void)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) bars = NULL;
  gboolean told = FALSE;
  Firm firm;

  firm_init (&firm, harsh_model ());
  check_all_sizes (&firm, NULL);
  bars = draw (&firm, "annual-loss", NULL, measurer, 640, 480, TRUE, NULL);
  g_assert_cmpuint (mz_scene_table (bars)->rows->len, ==, 61);
  for (guint i = 0; i < mz_scene_n_shapes (bars); i++)
    {
      const MzShape *shape = mz_scene_shape (bars, i);

      told |= shape->text != NULL && strstr (shape->text, "Nobody knows") != NULL;
    }
  g_assert_true (told);
  firm_clear (&firm);
}

/* Money by the hand: two risks of 300 and 100 a year are three quarters and a quarter. */
static void
test_shares (void)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) scene = NULL;
  g_autofree char *small = NULL, *large = NULL;
  MzModel *model = mz_model_new (mz_schema_default ());
  Firm firm;

  small = board_add (model, "risk", "title", "Small", "frequency", "0.5", "magnitude", "point",
                     "loss_likely", "2000000", NULL);
  large = board_add (model, "risk", "title", "Large", "frequency", "1", "magnitude", "point",
                     "loss_likely", "3000000", NULL);
  firm_init (&firm, model);
  scene = draw (&firm, "annual-loss", NULL, measurer, 640, 480, TRUE, NULL);
  g_assert_nonnull (board_find_text (scene, "75.0 %"));
  g_assert_nonnull (board_find_text (scene, "25.0 %"));
  g_assert_nonnull (board_find_text (scene, "300"));
  g_assert_nonnull (strstr (mz_scene_description (scene), "“Large”"));
  /* The greater one stands above. */
  g_assert_cmpfloat (mz_scene_mark_of (scene, large)->y, <, mz_scene_mark_of (scene, small)->y);
  firm_clear (&firm);
}

static void
test_chosen_risk (void)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) greatest = NULL, chosen = NULL;
  const MzRisk *first, *last;
  Firm firm;

  firm_init (&firm, board_load_sample ("en"));
  first = g_ptr_array_index (firm.analysis->risks, 0);
  last = g_ptr_array_index (firm.analysis->risks, firm.analysis->risks->len - 1);
  greatest = draw (&firm, "risk-distribution", NULL, measurer, 560, 360, TRUE, NULL);
  chosen = draw (&firm, "risk-distribution", NULL, measurer, 560, 360, TRUE,
                 mz_record_id (last->record));
  g_assert_nonnull (mz_scene_mark_of (greatest, mz_record_id (first->record)));
  g_assert_nonnull (mz_scene_mark_of (chosen, mz_record_id (last->record)));
  firm_clear (&firm);
}

/* The mark of the bad year stands on its curve's place: amount to the right, 5 % upward. */
static void
test_zone (void)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) scene = NULL, plain = NULL;
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  const MzValue missing = MZ_VALUE_MISSING;
  MzRecord *criteria;
  Firm firm, open;

  firm_init (&firm, board_load_sample ("en"));
  scene = draw (&firm, "loss-exceedance", "A", measurer, 720, 440, TRUE, NULL);
  g_assert_nonnull (board_find_text (scene, "Not accepted: more than 5 % above 25,000"));
  firm_clear (&firm);

  open.model = board_load_sample ("en");
  criteria = mz_model_single (open.model, "criteria");
  mz_edit_set (edit, mz_record_kind (criteria), mz_record_id (criteria),
               (guint)mz_kind_find (mz_record_kind (criteria), "loss_limit"), &missing);
  g_assert_true (mz_model_edit (open.model, edit, NULL));
  firm_init (&open, open.model);
  plain = draw (&open, "loss-exceedance", "A", measurer, 720, 440, TRUE, NULL);
  g_assert_null (board_find_text (plain, "Not accepted: more than 5 % above 25,000"));
  g_assert_nonnull (strstr (mz_scene_description (plain), "No loss limit is set"));
  firm_clear (&open);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/loss/sample-at-all-sizes", test_sample);
  g_test_add_func ("/chart/loss/goldens", test_goldens);
  g_test_add_func ("/chart/loss/nothing-to-show", test_nothing);
  g_test_add_func ("/chart/loss/harsh-model", test_harsh);
  g_test_add_func ("/chart/loss/shares", test_shares);
  g_test_add_func ("/chart/loss/chosen-risk", test_chosen_risk);
  g_test_add_func ("/chart/loss/zone", test_zone);
  return g_test_run ();
}
