/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The situation sheet with one, eleven and forty aspects. */

#include "config.h"

#include "board-support.h"

#include "mezasu/language.h"

#define NAME "situation-sheet"

static MzModel *
make_model (guint n)
{
  MzModel *model = mz_model_new (mz_schema_default ());

  mz_language_start ("en");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Aspect %u 観点", i + 1);
      g_autofree char *now = g_strdup_printf ("%u", i % 6);
      g_autofree char *then = g_strdup_printf ("%u", (i * 2 + 3) % 6);
      g_autofree char *id = board_add (
          model, "aspect", "title", title, "current",
          "カード番号とセキュリティコードを保存し、担当社員が会員管理システムから閲覧できます。",
          "target", "Card data neither passes through nor stays in the firm's machines.", "gap",
          "The firm sells with the risk of a leak still on board.", "current_level",
          i % 7 == 6 ? "" : now, "target_level", then, NULL);
    }
  return model;
}

static void
add_damages (MzModel *model)
{
  g_autofree char *one =
      board_add (model, "damage", "title", "Letters", "class", "compensation", "low", "10000000",
                 "likely", "25000000", "high", "90000000", NULL);
  g_autofree char *two =
      board_add (model, "damage", "title", "Lawyers", "class", "litigation", "low", "3000000",
                 "likely", "8000000", "high", "25000000", NULL);
}

static void
sizes (gconstpointer data)
{
  g_autoptr (MzModel) model = make_model (GPOINTER_TO_UINT (data));

  board_check_sizes (NAME, model);
  add_damages (model);
  board_check_sizes (NAME, model);
}

static void
sample_firm (void)
{
  static const char *const languages[] = {"ja", "en"};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MzModel) model = board_load_sample (languages[i]);

      board_check_sizes (NAME, model);
    }
}

static void
every_aspect_can_be_reached (void)
{
  g_autoptr (MzModel) model = make_model (40);
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) large = board_draw (NAME, model, measurer, 1280, 720, FALSE);
  g_autoptr (MzScene) small = board_draw (NAME, model, measurer, 400, 300, FALSE);

  g_assert_cmpuint (board_count_marks (large, model, "aspect"), ==, 40);
  g_assert_cmpuint (board_count_rest (large), ==, 0);
  g_assert_cmpuint (board_count_marks (small, model, "aspect"), <, 40);
  g_assert_cmpuint (board_count_marks (small, model, "aspect") + board_count_rest (small), ==, 40);
  g_assert_cmpuint (mz_scene_table (small)->rows->len, ==, 40);
  mz_text_measurer_free (measurer);
}

static void
figures_are_written (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();
  g_autofree char *lacking = board_add (model, "aspect", "title", "Lacking", "current_level", "1",
                                        "target_level", "4", NULL);
  g_autofree char *surplus = board_add (model, "aspect", "title", "Surplus", "current_level", "5",
                                        "target_level", "3", NULL);
  g_autofree char *unknown =
      board_add (model, "aspect", "title", "Unknown", "target_level", "2", NULL);

  mz_language_start ("en");
  add_damages (model);
  g_autoptr (MzScene) scene = board_draw (NAME, model, measurer, 1280, 720, FALSE);
  board_check (scene, model);
  g_assert_nonnull (board_find_text (scene, "1 → 4"));
  g_assert_nonnull (board_find_text (scene, "+3"));
  g_assert_nonnull (board_find_text (scene, "5 → 3"));
  g_assert_nonnull (board_find_text (scene, "−2"));
  g_assert_nonnull (board_find_text (scene, "? → 2"));
  /* 25 million yen are 2,500 times 10,000 yen. */
  g_assert_nonnull (board_find_text (scene, "2,500"));
  g_assert_nonnull (board_find_text (scene, "9,000"));
  mz_text_measurer_free (measurer);
}

static void
golden (void)
{
  g_autoptr (MzModel) model = make_model (3);
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();

  add_damages (model);
  g_autoptr (MzScene) scene = board_draw (NAME, model, measurer, 960, 640, FALSE);
  board_check (scene, model);
  board_check_golden (scene, NAME);
  mz_text_measurer_free (measurer);
}

int
main (int argc, char **argv)
{
  static const guint counts[] = {0, 1, 11, 40, 300};

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/situation-sheet/sizes/%u", counts[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (counts[i]), sizes);
    }
  g_test_add_func ("/chart/situation-sheet/sample-firm", sample_firm);
  g_test_add_func ("/chart/situation-sheet/every-aspect-can-be-reached",
                   every_aspect_can_be_reached);
  g_test_add_func ("/chart/situation-sheet/figures-are-written", figures_are_written);
  g_test_add_func ("/chart/situation-sheet/golden", golden);
  return g_test_run ();
}
