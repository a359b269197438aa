/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The pictures of the comparison: at all sizes, empty, with one and with many scenarios; what differs, and one scale for
 * all. Goldens are written anew with MEZASU_WRITE_GOLDENS=1. */

#include "config.h"

#include <string.h>

#include "board-support.h"

static const char *const charts[] = {"compare-table", "compare-heat"};

static void
test_sample (void)
{
  static const char *const languages[] = {"ja", "en"};

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (MzModel) model = board_load_sample (languages[l]);

      for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
        board_check_sizes (charts[c], model);
    }
}

static void
test_empty (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());

  for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
    board_check_sizes (charts[c], model);
}

/* More scenarios than stand side by side: the picture holds to its width, the table has them all. */
static void
test_many (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) scene = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("Plan number %u with a very long name", i);

      g_free (board_add (model, "scenario", "title", title, NULL));
    }
  for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
    board_check_sizes (charts[c], model);
  scene = board_draw ("compare-table", model, measurer, 960, 560, FALSE);
  g_assert_cmpuint (g_strv_length (mz_scene_table (scene)->headers), ==, 1 + 8);
}

static void
test_table (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) scene = board_draw ("compare-table", model, measurer, 960, 560, FALSE);
  const MzTable *table = mz_scene_table (scene);
  guint framed = 0;

  g_assert_nonnull (strstr (mz_scene_description (scene), "worth most today"));
  g_assert_cmpuint (table->rows->len, ==, 13);
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    framed += mz_scene_shape (scene, i)->stroke == MZ_COLOUR_GOOD;
  g_assert_cmpuint (framed, >=, 8);
  /* 12,000 of plan A beside nothing. */
  g_assert_nonnull (board_find_text (scene, "+12,000"));
  board_check_golden (scene, "compare-table-ec-site");
}

/* Each map has the same grid: as many cells of the same size. */
static void
test_heat (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) scene = board_draw ("compare-heat", model, measurer, 960, 420, FALSE);
  guint cells = 0;
  double width = 0;

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);

      if (shape->role != MZ_ROLE_CELL || shape->type != MZ_SHAPE_RECTANGLE)
        continue;
      if (cells++ == 0)
        width = shape->width;
      g_assert_cmpfloat_with_epsilon (shape->width, width, 0.01);
    }
  g_assert_cmpuint (cells, ==, 3 * 25);
  board_check_golden (scene, "compare-heat-ec-site");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/sample", test_sample);
  g_test_add_func ("/compare/empty", test_empty);
  g_test_add_func ("/compare/many", test_many);
  g_test_add_func ("/compare/table", test_table);
  g_test_add_func ("/compare/heat", test_heat);
  return g_test_run ();
}
