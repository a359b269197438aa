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
      board_check_sizes ("strategy-map-pair", model);
    }
}

/* The smallest place at the middle of a step of the row of a card. */
static const MzPlace *
place_beside (const MzScene *scene, const MzShape *card, double x)
{
  return mz_scene_place_at (scene, "objective", x, card->y + card->height / 2, NULL, NULL);
}

static const char *
value_of (const MzPlace *place, const char *name)
{
  for (guint i = 0; place->values[i] != NULL; i += 2)
    if (g_str_equal (place->values[i], name))
      return place->values[i + 1];
  return NULL;
}

static void
pin (MzModel *model, const char *id, const char *where)
{
  MzRecord *record = mz_model_find (model, id);
  const MzKind *kind = mz_record_kind (record);
  guint field = (guint)mz_kind_find (kind, "pinned_place");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  MzValue value = MZ_VALUE_MISSING;

  g_assert_true (mz_value_from_machine (mz_kind_field (kind, field), where, &value, NULL));
  mz_edit_set (edit, kind, id, field, &value);
  g_assert_true (mz_model_edit (model, edit, NULL));
}

/* Where a card is set down it stays, and it can be let go again. */
static void
test_pinned (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) before = board_draw (NAME, model, measurer, 1280, 720, FALSE);
  const char *id = mz_record_id (mz_model_nth (model, "objective", 1));
  const MzShape *card = mz_scene_mark_of (before, id);
  double x = card->x > 640 ? 400 : 1100;
  const MzPlace *place = place_beside (before, card, x);

  g_assert_nonnull (mz_scene_linking (before, "objective", "objective"));
  g_assert_cmpstr (value_of (place, "perspective"), ==, "finance");
  pin (model, id, value_of (place, "pinned_place"));
  g_autoptr (MzScene) after = board_draw (NAME, model, measurer, 1280, 720, FALSE);
  const MzShape *moved = mz_scene_mark_of (after, id);
  g_assert_cmpfloat (fabs (moved->x + moved->width / 2 - x), <, 48);
  check_ways (after, model);
  board_check (after, model);
  guint releases = 0;
  for (guint i = 0; i < mz_scene_n_places (after); i++)
    releases += g_strcmp0 (mz_scene_place (after, i)->record, id) == 0;
  g_assert_cmpuint (releases, ==, 1);
}

/* Both halves show each objective once, at the same place of its half. */
static void
test_pair (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) scene = board_draw ("strategy-map-pair", model, measurer, 960, 960, FALSE);
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);
      const MzShape *other;

      if (shape->role != MZ_ROLE_MARK)
        continue;
      other = g_hash_table_lookup (first, shape->record);
      if (other == NULL)
        {
          g_hash_table_insert (first, shape->record, (gpointer)shape);
          continue;
        }
      n++;
      g_assert_cmpfloat (shape->x, ==, other->x);
      g_assert_cmpfloat (shape->y, >, other->y + 400);
    }
  g_assert_cmpuint (n, ==, mz_model_count (model, "objective"));
  g_assert_cmpuint (mz_scene_overlaps (scene)->len, ==, 0);
}

/* A picture with a picture before keeps the order of the cards when one is added. */
static void
test_steady (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) before = board_draw (NAME, model, measurer, 1280, 720, FALSE);
  g_autofree char *added =
      board_add (model, "objective", "title", "New", "perspective", "customer", NULL);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  MzChartRequest request = {
      .analysis = analysis, .measurer = measurer, .width = 1280, .height = 720, .previous = before};
  g_autoptr (MzScene) after = mz_chart_find (NAME)->draw (&request);
  guint turned = 0;

  g_assert_nonnull (mz_scene_mark_of (after, added));
  for (guint i = 0; i < 14; i++)
    for (guint k = 0; k < i; k++)
      {
        const char *a = mz_record_id (mz_model_nth (model, "objective", i));
        const char *b = mz_record_id (mz_model_nth (model, "objective", k));

        if (mz_scene_mark_of (before, a)->y == mz_scene_mark_of (before, b)->y)
          turned += (mz_scene_mark_of (before, a)->x < mz_scene_mark_of (before, b)->x) !=
                    (mz_scene_mark_of (after, a)->x < mz_scene_mark_of (after, b)->x);
      }
  g_assert_cmpuint (turned, ==, 0);
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

/* A name of 10,000 characters is refused where it is entered; the longest that is taken is drawn (test_crowd). */
static void
test_long (void)
{
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "objective");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "title"));
  g_autofree char *text = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;
  MzValue value = MZ_VALUE_MISSING;

  g_assert_false (mz_value_from_machine (field, text, &value, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
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
  g_test_add_func ("/chart/strategy-map/pinned", test_pinned);
  g_test_add_func ("/chart/strategy-map/pair", test_pair);
  g_test_add_func ("/chart/strategy-map/steady", test_steady);
  g_test_add_func ("/chart/strategy-map/long", test_long);
  g_test_add_func ("/chart/strategy-map/crowd", test_crowd);
  return g_test_run ();
}
