/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The strategy map: cards in bands, links that meet no card, what a plan changes. */

#include "config.h"

#include "board-support.h"

#include <math.h>

#define NAME "strategy-map"

static double
bezier (double a, double b, double c, double d, double t)
{
  double s = 1 - t;

  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

static void
check_point (const MzScene *scene, MzModel *model, double x, double y)
{
  for (guint i = 0; i < mz_model_count (model, "objective"); i++)
    {
      const MzShape *card =
          mz_scene_mark_of (scene, mz_record_id (mz_model_nth (model, "objective", i)));

      g_assert_false (x > card->x + 1 && x < card->x + card->width - 1 && y > card->y + 1 &&
                      y < card->y + card->height - 1);
    }
}

/* No way meets a card, and each starts at the upper edge of its cause and ends at the lower edge of its result. */
static void
check_ways (const MzScene *scene, MzModel *model)
{
  guint n = 0;

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *way = mz_scene_shape (scene, i);

      if (way->role != MZ_ROLE_LINK)
        continue;
      n++;
      MzRecord *link = mz_model_find (model, way->record);
      const MzShape *cause = mz_scene_mark_of (scene, mz_record_text (link, "cause"));
      const MzShape *result = mz_scene_mark_of (scene, mz_record_text (link, "result"));
      const MzPathStep *steps = (const MzPathStep *)(gpointer)way->steps->data;
      guint last = 1;

      while (steps[last + 1].op != MZ_PATH_MOVE)
        last++;
      g_assert_cmpfloat (fabs (steps[0].y - cause->y), <, 0.01);
      g_assert_cmpfloat (fabs (steps[last].y - result->y - result->height), <, 0.01);
      for (guint k = 1; k <= last; k++)
        for (guint sample = 0; sample <= 16; sample++)
          {
            double t = sample / 16.0;
            gboolean curve = steps[k].op == MZ_PATH_CURVE;

            check_point (scene, model,
                         curve ? bezier (steps[k - 1].x, steps[k].x1, steps[k].x2, steps[k].x, t)
                               : steps[k].x,
                         curve ? bezier (steps[k - 1].y, steps[k].y1, steps[k].y2, steps[k].y, t)
                               : steps[k - 1].y + (steps[k].y - steps[k - 1].y) * t);
          }
    }
  g_assert_cmpuint (n, ==, mz_model_count (model, "objective_link"));
}

static void
test_sizes (void)
{
  const char *const languages[] = {"en", "ja"};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MzModel) model = board_load_sample (languages[i]);

      board_check_sizes (NAME, model);
    }
}

static void
test_sample (void)
{
  const double sizes[][2] = {{1280, 720}, {960, 560}, {640, 480}, {420, 520}};
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MzScene) scene =
          board_draw (NAME, model, measurer, sizes[i][0], sizes[i][1], i == 0);

      board_check (scene, model);
      check_ways (scene, model);
      g_assert_cmpuint (board_count_marks (scene, model, "objective"), ==, 14);
      g_assert_cmpuint (mz_scene_table (scene)->rows->len, ==, 14);
      if (i == 1)
        board_check_golden (scene, "strategy-map-ec-site");
    }
}

/* What belongs to no plan, an empty model, one objective, a chain within one perspective. */
static void
test_small (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *cause = NULL, *result = NULL;

  board_check_sizes (NAME, model);
  cause = board_add (model, "objective", "title", "Able staff", "perspective", "learning", NULL);
  board_check_sizes (NAME, model);
  result = board_add (model, "objective", "title", "Good work", "perspective", "learning", NULL);
  g_free (board_add (model, "objective_link", "cause", cause, "result", result, NULL));
  board_check_sizes (NAME, model);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) scene = board_draw (NAME, model, measurer, 960, 560, FALSE);
  check_ways (scene, model);
  /* The cause stands below its result. */
  g_assert_cmpfloat (mz_scene_mark_of (scene, cause)->y, >, mz_scene_mark_of (scene, result)->y);
}

static void
test_crowd (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autofree char *long_text = g_strnfill (2000, 'x');

  for (guint i = 0; i < 1000; i++)
    g_free (board_add (model, "objective", "title", i == 0 ? long_text : "One", "perspective",
                       "process", NULL));
  g_autoptr (MzScene) scene = board_draw (NAME, model, measurer, 960, 560, TRUE);
  g_assert_cmpuint (mz_scene_overlaps (scene)->len, ==, 0);
  g_assert_cmpuint (board_count_marks (scene, model, "objective"), ==, 1000);
  for (guint i = 0; i < 1000; i++)
    {
      const MzShape *card =
          mz_scene_mark_of (scene, mz_record_id (mz_model_nth (model, "objective", i)));

      g_assert_cmpfloat (card->x, >=, 0);
      g_assert_cmpfloat (card->x + card->width, <=, 960);
      g_assert_cmpfloat (card->y + card->height, <=, 560);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/strategy-map/sizes", test_sizes);
  g_test_add_func ("/chart/strategy-map/sample", test_sample);
  g_test_add_func ("/chart/strategy-map/small", test_small);
  g_test_add_func ("/chart/strategy-map/crowd", test_crowd);
  return g_test_run ();
}
