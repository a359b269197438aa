/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Scenes: pointing, walking by keyboard, overlaps, tables, and scenes as text. */

#include "config.h"

#include "mezasu/scene.h"
#include "mezasu/text-measure.h"

/* Four marks at the corners of a square, a line across it, a cell under all. */
static MzScene *
make_square (void)
{
  static const struct
  {
    const char *record;
    double x, y;
  } marks[] = {{"a", 10, 10}, {"b", 90, 10}, {"c", 10, 90}, {"d", 90, 90}};
  MzScene *scene = mz_scene_new ("square", "Square", 120, 120);

  mz_scene_add_rectangle (scene, MZ_ROLE_CELL, 0, 0, 120, 120, 0, MZ_COLOUR_WASH);
  mz_shape_set_record (mz_scene_add_line (scene, MZ_ROLE_LINK, 0, 60, 120, 60, MZ_COLOUR_INK, 1),
                       "line");
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    mz_shape_set_record (mz_scene_add_ellipse (scene, MZ_ROLE_MARK, marks[i].x - 8, marks[i].y - 8,
                                               16, 16, MZ_COLOUR_ACCENT),
                         marks[i].record);
  return scene;
}

static void
test_pick (void)
{
  static const struct
  {
    double x, y;
    MzRole role;
    const char *record;
  } cases[] = {
      {10, 10, MZ_ROLE_MARK, "a"},
      /* The corner of the box of an ellipse lies outside of it. */
      {17, 17, MZ_ROLE_CELL, NULL},
      {60, 63.5, MZ_ROLE_LINK, "line"},
      {60, 64.5, MZ_ROLE_CELL, NULL},
      {90, 83, MZ_ROLE_MARK, "d"},
  };
  g_autoptr (MzScene) scene = make_square ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MzShape *shape = mz_scene_pick (scene, cases[i].x, cases[i].y);

      g_assert_nonnull (shape);
      g_assert_cmpint (shape->role, ==, cases[i].role);
      g_assert_cmpstr (shape->record, ==, cases[i].record);
    }
  g_assert_null (mz_scene_pick (scene, 121, 60.0 + 80));
}

static void
test_pick_curve (void)
{
  /* A half circle is nearly this curve; its top is at y = 100 - 0.75 · 66.67. */
  const MzPathStep steps[] = {{.op = MZ_PATH_MOVE, .x = 50, .y = 100},
                              {MZ_PATH_CURVE, 50, 33.33, 150, 33.33, 150, 100}};
  g_autoptr (MzScene) scene = mz_scene_new ("curve", "Curve", 200, 200);

  mz_shape_set_record (
      mz_scene_add_path (scene, MZ_ROLE_LINK, steps, 2, MZ_COLOUR_NONE, MZ_COLOUR_INK, 1), "curve");
  g_assert_nonnull (mz_scene_pick (scene, 100, 50));
  g_assert_nonnull (mz_scene_pick (scene, 100, 53));
  /* Its chord, its inside and the box of its control points are not the curve. */
  g_assert_null (mz_scene_pick (scene, 100, 100));
  g_assert_null (mz_scene_pick (scene, 100, 70));
  g_assert_null (mz_scene_pick (scene, 60, 40));
}

static void
test_keyboard (void)
{
  static const struct
  {
    const char *from;
    int dx, dy;
    const char *to;
  } cases[] = {
      {NULL, 0, 0, "a"}, {NULL, 1, 0, "a"},      {"a", 1, 0, "b"},  {"a", 0, 1, "c"},
      {"d", -1, 0, "c"}, {"d", 0, -1, "b"},      {"a", -1, 0, "a"}, {"b", 1, 0, "b"},
      {"a", 0, 0, "a"},  {"unknown", 0, 1, "a"},
  };
  g_autoptr (MzScene) scene = make_square ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MzShape *shape = mz_scene_next (scene, cases[i].from, cases[i].dx, cases[i].dy);

      g_assert_nonnull (shape);
      g_assert_cmpstr (shape->record, ==, cases[i].to);
    }
  g_assert_null (mz_scene_mark_of (scene, "line"));
  g_autoptr (MzScene) empty = mz_scene_new ("empty", "Empty", 10, 10);
  g_assert_null (mz_scene_next (empty, NULL, 1, 0));
}

static void
test_overlaps (void)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) scene = mz_scene_new ("texts", "Texts", 200, 100);
  g_autoptr (GPtrArray) none = NULL, found = NULL;

  mz_scene_add_text (scene, measurer, MZ_ROLE_LABEL, "first", 10, 10, 100, 1, 10, MZ_WEIGHT_REGULAR,
                     MZ_ALIGN_START, MZ_COLOUR_INK);
  /* Five letters of 5.5 points end at 37.5. */
  mz_scene_add_text (scene, measurer, MZ_ROLE_LABEL, "second", 38, 10, 100, 1, 10,
                     MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
  none = mz_scene_overlaps (scene);
  g_assert_cmpuint (none->len, ==, 0);
  mz_scene_add_text (scene, measurer, MZ_ROLE_LABEL, "third", 30, 12, 100, 1, 10, MZ_WEIGHT_REGULAR,
                     MZ_ALIGN_START, MZ_COLOUR_INK);
  mz_scene_add_text (scene, measurer, MZ_ROLE_LABEL, "outside", 180, 60, 100, 1, 10,
                     MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
  found = mz_scene_overlaps (scene);
  g_assert_cmpuint (found->len, ==, 3);
}

static void
test_text (void)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) scene = mz_scene_new ("small", "Small", 50, 40);
  g_autoptr (MzScene) whole = mz_scene_new ("whole", "Whole", 100, 80);
  g_autofree char *text = NULL;

  mz_shape_set_stroke (
      mz_scene_add_rectangle (scene, MZ_ROLE_CELL, 1, 2, 30, 20.04, 3, MZ_COLOUR_BAND_2),
      MZ_COLOUR_INK, 1.5, MZ_DASH_DASHED);
  mz_shape_set_record (mz_scene_add_text (scene, measurer, MZ_ROLE_LABEL, "危険 \"A\"", 0, 0, 50, 1,
                                          10, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_ACCENT),
                       "r");
  mz_scene_add_line (scene, MZ_ROLE_LINK, 0, 0, -0.01, 5, MZ_COLOUR_INK, 1);
  mz_scene_add_scene (whole, scene, 10, 20);
  text = mz_scene_to_text (whole);
  g_assert_cmpstr (text, ==,
                   "scene whole 100.0 80.0\n"
                   "Whole\n"
                   "rectangle cell 11.0 22.0 30.0 20.0 fill=band-2 stroke=ink,dashed 1.5 3.0\n"
                   "text label 10.0 20.0 42.0 14.0 fill=accent size=10,bold align=0 "
                   "“危険 \"A\"” record=r\n"
                   "path link 10.0 20.0 0.0 5.0 stroke=ink,solid 1.0 d=M 10.0 20.0L 10.0 25.0\n");
}

static void
test_table (void)
{
  const char *headers[] = {"Name", "#Amount", NULL};
  g_autoptr (MzTable) table = mz_table_new ("Table", headers);
  g_autofree char *text = NULL;

  mz_table_add_row (table, "r1", "a\tb\nc", "1");
  mz_table_add_row (table, NULL, NULL, "2");
  g_assert_cmpstr (table->headers[1], ==, "Amount");
  g_assert_false (table->numeric[0]);
  g_assert_true (table->numeric[1]);
  g_assert_cmpstr (g_ptr_array_index (table->records, 1), ==, "");
  text = mz_table_to_tsv (table);
  g_assert_cmpstr (text, ==, "Name\tAmount\na b c\t1\n\t2\n");
}

/* Half way a mark stands in the middle, with what belongs to it, and a line with the same pieces between. */
static void
test_between (void)
{
  const MzPathStep low[] = {{.op = MZ_PATH_MOVE, .x = 0, .y = 10},
                            {.op = MZ_PATH_LINE, .x = 40, .y = 10}};
  const MzPathStep high[] = {{.op = MZ_PATH_MOVE, .x = 0, .y = 30},
                             {.op = MZ_PATH_LINE, .x = 80, .y = 30}};
  g_autoptr (MzScene) from = mz_scene_new ("a", "A", 200, 100);
  g_autoptr (MzScene) to = mz_scene_new ("a", "A", 200, 100);

  mz_shape_set_record (
      mz_scene_add_rectangle (from, MZ_ROLE_MARK, 10, 20, 30, 10, 0, MZ_COLOUR_INK), "r");
  mz_shape_set_record (mz_scene_add_rectangle (to, MZ_ROLE_MARK, 50, 60, 30, 10, 0, MZ_COLOUR_INK),
                       "r");
  mz_shape_set_record (
      mz_scene_add_rectangle (to, MZ_ROLE_DECORATION, 52, 62, 5, 5, 0, MZ_COLOUR_INK), "r");
  mz_shape_set_record (
      mz_scene_add_path (from, MZ_ROLE_LINK, low, 2, MZ_COLOUR_NONE, MZ_COLOUR_INK, 1), "l");
  mz_shape_set_record (
      mz_scene_add_path (to, MZ_ROLE_LINK, high, 2, MZ_COLOUR_NONE, MZ_COLOUR_INK, 1), "l");
  g_assert_true (mz_scene_moves (from, to));
  g_assert_false (mz_scene_moves (to, to));
  g_autoptr (MzScene) half = mz_scene_between (from, to, 0.5);
  g_assert_cmpfloat (mz_scene_shape (half, 0)->x, ==, 30);
  g_assert_cmpfloat (mz_scene_shape (half, 0)->y, ==, 40);
  g_assert_cmpfloat (mz_scene_shape (half, 1)->x, ==, 32);
  const MzPathStep *end = &g_array_index (mz_scene_shape (half, 2)->steps, MzPathStep, 1);
  g_assert_cmpfloat (end->x, ==, 60);
  g_assert_cmpfloat (end->y, ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scene/pick", test_pick);
  g_test_add_func ("/chart/scene/pick-curve", test_pick_curve);
  g_test_add_func ("/chart/scene/keyboard", test_keyboard);
  g_test_add_func ("/chart/scene/overlaps", test_overlaps);
  g_test_add_func ("/chart/scene/text", test_text);
  g_test_add_func ("/chart/scene/table", test_table);
  g_test_add_func ("/chart/scene/between", test_between);
  return g_test_run ();
}
