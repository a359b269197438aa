/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Places of scenes: which one is meant by a point or a key, what is carried along when scenes are put together. */

#include "config.h"

#include "mezasu/scene.h"

/* A row of three rooms for cards, the middle one with a strip of three steps along its foot, and a place for another kind
 * over all. */
static MzScene *
make_rooms (void)
{
  static const char *const names[] = {"left", "middle", "right"};
  static const char *const steps[] = {"1", "2", "3"};
  MzScene *scene = mz_scene_new ("rooms", "Rooms", 300, 100);

  mz_scene_add_place (scene, "other", 0, 0, 300, 100, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    mz_scene_add_place (scene, "card", 100 * i, 0, 90, 100, names[i],
                        (const char *[]){"room", names[i], NULL});
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    mz_place_set_strip (mz_scene_add_place (scene, "card", 100 + 30 * i, 80, 30, 20, steps[i],
                                            (const char *[]){"step", steps[i], NULL}),
                        "middle");
  return scene;
}

static const char *
label_of (const MzPlace *place)
{
  return place != NULL ? place->label : NULL;
}

static void
test_at (void)
{
  g_autoptr (MzScene) scene = make_rooms ();
  const MzPlace *place;

  g_assert_cmpuint (mz_scene_n_places (scene), ==, 7);
  g_assert_true (mz_scene_has_places (scene, "card"));
  g_assert_false (mz_scene_has_places (scene, "risk"));
  g_assert_cmpstr (label_of (mz_scene_place_at (scene, "card", 10, 90, NULL, NULL)), ==, "left");
  g_assert_cmpstr (label_of (mz_scene_place_at (scene, "card", 110, 50, NULL, NULL)), ==, "middle");
  /* The smaller place is meant where it lies in a larger one. */
  g_assert_cmpstr (label_of (mz_scene_place_at (scene, "card", 140, 90, NULL, NULL)), ==, "2");
  g_assert_null (mz_scene_place_at (scene, "card", 95, 50, NULL, NULL));
  place = mz_scene_place_at (scene, "other", 95, 50, NULL, NULL);
  g_assert_nonnull (place);
  g_assert_null (place->values[0]);
  g_assert_true (place->adds);
}

/* Whoever wants the place named @data pays nothing for it. */
static guint
prefer (const MzPlace *place, gpointer data)
{
  if (g_strcmp0 (place->record, "barred") == 0)
    return MZ_PLACE_NEVER;
  return g_strcmp0 (place->label, data) == 0 ? 0 : 1;
}

static void
test_cost (void)
{
  g_autoptr (MzScene) scene = mz_scene_new ("same", "Same", 100, 100);

  mz_scene_add_place (scene, "card", 0, 0, 50, 50, "first", NULL);
  mz_scene_add_place (scene, "card", 0, 0, 50, 50, "second", NULL);
  mz_place_set_record (mz_scene_add_place (scene, "card", 0, 0, 20, 20, "own", NULL), "barred");
  g_assert_cmpstr (label_of (mz_scene_place_at (scene, "card", 30, 30, NULL, NULL)), ==, "first");
  g_assert_cmpstr (
      label_of (mz_scene_place_at (scene, "card", 30, 30, prefer, (gpointer) "second")), ==,
      "second");
  /* A place of one record is not for everybody. */
  g_assert_cmpstr (label_of (mz_scene_place_at (scene, "card", 5, 5, NULL, NULL)), ==, "first");
  g_assert_cmpstr (label_of (mz_scene_place_at (scene, "card", 5, 5, prefer, (gpointer) "second")),
                   ==, "second");
}

static void
test_keys (void)
{
  static const struct
  {
    guint from;
    int dx, dy;
    const char *to;
  } cases[] = {
      {1, 1, 0, "middle"},  {1, -1, 0, NULL},
      {2, -1, 0, "left"}, /* only more enters a strip: less leads to the neighbour */
      {2, 1, 0, "1"},       {4, 1, 0, "2"},
      {5, -1, 0, "1"},      {6, 1, 0, NULL}, /* the strip ends; across it there is nothing */
      {4, -1, 0, NULL},     {4, 0, 1, NULL},
      {3, -1, 0, "middle"},
  };
  g_autoptr (MzScene) scene = make_rooms ();
  const MzPlace loose = {.kind = (char *)"card", .x = 205, .y = 5, .width = 10, .height = 10};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MzPlace *from = mz_scene_place (scene, cases[i].from);

      g_test_message ("case %u", i);
      g_assert_cmpstr (
          label_of (mz_scene_next_place (scene, from, cases[i].dx, cases[i].dy, NULL, NULL)), ==,
          cases[i].to);
    }
  /* From a mark that stands on no place of its own, past the place that it lies in. */
  g_assert_cmpstr (label_of (mz_scene_next_place (scene, &loose, -1, 0, NULL, NULL)), ==, "middle");
}

static void
test_not_by_key (void)
{
  g_autoptr (MzScene) scene = mz_scene_new ("row", "Row", 100, 10);
  const MzPlace *first;

  first = mz_scene_add_place (scene, "card", 0, 0, 10, 10, "first", NULL);
  mz_scene_add_place (scene, "card", 20, 0, 10, 10, "pointer only", NULL)->by_key = FALSE;
  mz_scene_add_place (scene, "card", 40, 0, 10, 10, "third", NULL);
  g_assert_cmpstr (label_of (mz_scene_next_place (scene, first, 1, 0, NULL, NULL)), ==, "third");
  g_assert_cmpstr (label_of (mz_scene_place_at (scene, "card", 25, 5, NULL, NULL)), ==,
                   "pointer only");
}

static void
test_linking (void)
{
  g_autoptr (MzScene) scene = mz_scene_new ("links", "Links", 10, 10);

  mz_scene_set_linking (scene, "system", "system", "flow", "source", "sink");
  mz_scene_set_linking (scene, "weakness", "risk", "link", "cause", "result");
  g_assert_cmpstr (mz_scene_linking (scene, "system", "system")->kind, ==, "flow");
  g_assert_cmpstr (mz_scene_linking (scene, "weakness", NULL)->sink, ==, "result");
  g_assert_null (mz_scene_linking (scene, "system", "weakness"));
  g_assert_null (mz_scene_linking (scene, "risk", NULL));
}

/* A picture put into another one and made larger takes along what can be done with it. */
static void
test_carried (void)
{
  g_autoptr (MzScene) part = make_rooms ();
  g_autoptr (MzScene) whole = mz_scene_new ("whole", "Whole", 400, 200);
  const MzPlace *place;

  mz_scene_set_linking (part, "card", "card", "link", "cause", "result");
  mz_scene_add_hold (part, "id", (const char *[]){"row", "3", NULL});
  mz_place_set_record (mz_scene_add_place (part, "card", 0, 0, 5, 5, NULL, NULL), "only");
  mz_scene_add_scene (whole, part, 50, 100);
  mz_scene_zoom (whole, 2);
  g_assert_cmpuint (mz_scene_n_places (whole), ==, 8);
  place = mz_scene_place_at (whole, "card", 2 * (50 + 140), 2 * (100 + 90), NULL, NULL);
  g_assert_cmpstr (label_of (place), ==, "2");
  g_assert_cmpfloat (place->x, ==, 2 * (50 + 130));
  g_assert_cmpfloat (place->y, ==, 2 * (100 + 80));
  g_assert_cmpfloat (place->width, ==, 60);
  g_assert_cmpfloat (place->height, ==, 40);
  g_assert_cmpstr (place->strip, ==, "middle");
  g_assert_cmpstr (place->values[0], ==, "step");
  g_assert_cmpstr (place->values[1], ==, "2");
  g_assert_cmpstr (mz_scene_place (whole, 7)->record, ==, "only");
  g_assert_cmpstr (mz_scene_linking (whole, "card", "card")->kind, ==, "link");
  g_assert_cmpuint (mz_scene_n_holds (whole), ==, 1);
  g_assert_cmpstr (mz_scene_hold (whole, 0)->record, ==, "id");
  g_assert_cmpstr (mz_scene_hold (whole, 0)->values[1], ==, "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scene-place/at", test_at);
  g_test_add_func ("/chart/scene-place/cost", test_cost);
  g_test_add_func ("/chart/scene-place/keys", test_keys);
  g_test_add_func ("/chart/scene-place/not-by-key", test_not_by_key);
  g_test_add_func ("/chart/scene-place/linking", test_linking);
  g_test_add_func ("/chart/scene-place/carried", test_carried);
  return g_test_run ();
}
