/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The PEST board, the internal board, the five forces and the stakeholders. */

#include "config.h"

#include "board-support.h"

#include "mezasu/language.h"

static const char *const names[] = {"pest-board", "internal-board", "five-forces",
                                    "stakeholder-map"};

static void
sample_at_all_sizes (gconstpointer name)
{
  static const char *const languages[] = {"ja", "en"};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MzModel) model = board_load_sample (languages[i]);

      board_check_sizes (name, model);
    }
}

static void
empty_at_all_sizes (gconstpointer name)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());

  mz_language_start ("en");
  board_check_sizes (name, model);
}

static void
add_many (MzModel *model, const char *category, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title =
          g_strdup_printf ("Entry number %u of a long list, 第%u項", i + 1, i + 1);
      g_autofree char *id = board_add (model, "context", "title", title, "category", category,
                                       "strength", "3", "targets", "threat|measures", NULL);
    }
}

static void
many_entries_are_counted (void)
{
  static const char *const categories[] = {"politics", "law", "staff"};
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();

  mz_language_start ("en");
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    add_many (model, categories[i], 100);
  board_check_sizes ("pest-board", model);
  board_check_sizes ("internal-board", model);
  g_autoptr (MzScene) board = board_draw ("pest-board", model, measurer, 800, 500, FALSE);
  g_assert_cmpuint (board_count_rest (board), >, 0);
  g_assert_cmpuint (board_count_marks (board, model, "context") + board_count_rest (board), ==,
                    200);
  /* The table holds them all. */
  g_assert_cmpuint (mz_scene_table (board)->rows->len, ==, 200);
  mz_text_measurer_free (measurer);
}

static void
an_entry_that_leads_nowhere_is_marked (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();
  g_autofree char *open = board_add (model, "context", "title", "Open", "category", "law", NULL);
  g_autofree char *closed = board_add (model, "context", "title", "Closed", "category", "law",
                                       "no_effect", "true", "no_effect_reason", "abroad", NULL);
  g_autofree char *bearing = board_add (model, "context", "title", "Bearing", "category", "law",
                                        "targets", "requirement", NULL);

  mz_language_start ("en");
  g_autoptr (MzScene) scene = board_draw ("pest-board", model, measurer, 1280, 720, FALSE);
  g_assert_cmpint (mz_scene_mark_of (scene, open)->dash, ==, MZ_DASH_DASHED);
  g_assert_cmpint (mz_scene_mark_of (scene, closed)->dash, ==, MZ_DASH_SOLID);
  g_assert_cmpint (mz_scene_mark_of (scene, bearing)->dash, ==, MZ_DASH_SOLID);
  g_assert_nonnull (g_strstr_len (mz_scene_mark_of (scene, open)->tooltip, -1, "Leads nowhere"));
  g_assert_nonnull (board_find_text (scene, "No effect"));
  g_assert_nonnull (board_find_text (scene, "Demand"));
  mz_text_measurer_free (measurer);
}

/* The width of the arrow's shaft across its direction, from the outline. */
static double
shaft_of (const MzScene *scene, gboolean lying, double x, double y)
{
  double nearest = G_MAXDOUBLE, width = 0;

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);

      if (shape->type != MZ_SHAPE_PATH || (shape->width > shape->height) != lying)
        continue;
      double distance =
          ABS (shape->x + shape->width / 2 - x) + ABS (shape->y + shape->height / 2 - y);
      const MzPathStep *first = &g_array_index (shape->steps, MzPathStep, 0);
      const MzPathStep *last = &g_array_index (shape->steps, MzPathStep, 6);

      if (distance < nearest)
        {
          nearest = distance;
          width = lying ? ABS (first->y - last->y) : ABS (first->x - last->x);
        }
    }
  return width;
}

static void
forces_take_the_strongest_entry (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();
  g_autofree char *weak = board_add (model, "context", "title", "Weak", "category", "new_entrants",
                                     "strength", "2", NULL);
  g_autofree char *strong = board_add (model, "context", "title", "Strong", "category",
                                       "new_entrants", "strength", "5", NULL);
  g_autofree char *other = board_add (model, "context", "title", "Shops", "category", "substitutes",
                                      "strength", "1", NULL);
  g_autofree char *unrated =
      board_add (model, "context", "title", "Clouds", "category", "suppliers", NULL);

  mz_language_start ("en");
  g_autoptr (MzScene) scene = board_draw ("five-forces", model, measurer, 1000, 700, FALSE);
  board_check (scene, model);
  g_assert_nonnull (board_find_text (scene, "Strength 5"));
  g_assert_nonnull (board_find_text (scene, "Strength 1"));
  g_assert_null (board_find_text (scene, "Strength 2"));
  g_assert_nonnull (board_find_text (scene, "Not rated"));
  g_assert_nonnull (board_find_text (scene, "No entry yet"));
  /* Both entries of the upper force are named, and each can be reached. */
  g_assert_nonnull (board_find_text (scene, "Weak"));
  g_assert_cmpuint (board_count_marks (scene, model, "context"), ==, 4);
  g_assert_true (mz_scene_mark_of (scene, strong) != mz_scene_mark_of (scene, weak));
  /* 2 + 2.6 points a step, and the picture is large enough for the greatest scale: the shafts differ as 15 to 4.6. */
  double above = shaft_of (scene, FALSE, 500, 200), below = shaft_of (scene, FALSE, 500, 500);
  g_assert_cmpfloat_with_epsilon (above / below, 15 / 4.6, 0.01);
  mz_text_measurer_free (measurer);
}

static void
stakeholders_stand_where_they_are_rated (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();
  g_autofree char *low = board_add (model, "stakeholder", "title", "Low", "side", "external",
                                    "influence", "1", "level", "2", NULL);
  g_autofree char *high = board_add (model, "stakeholder", "title", "High", "side", "internal",
                                     "influence", "5", "level", "4", NULL);
  g_autofree char *aside =
      board_add (model, "stakeholder", "title", "Aside", "side", "external", "level", "3", NULL);

  mz_language_start ("en");
  g_autoptr (MzScene) scene = board_draw ("stakeholder-map", model, measurer, 1000, 700, FALSE);
  board_check (scene, model);
  const MzShape *first = mz_scene_mark_of (scene, low), *second = mz_scene_mark_of (scene, high);
  const MzShape *third = mz_scene_mark_of (scene, aside);
  g_assert_cmpfloat (first->x, <, second->x);
  g_assert_cmpfloat (first->y, >, second->y);
  g_assert_cmpfloat (third->x, >, second->x);
  g_assert_cmpint (first->type, ==, MZ_SHAPE_ELLIPSE);
  g_assert_cmpint (second->type, ==, MZ_SHAPE_RECTANGLE);
  g_assert_nonnull (board_find_text (scene, "Not rated"));
  g_assert_nonnull (board_find_text (scene, "4 minimum"));
  mz_text_measurer_free (measurer);
}

static void
many_stakeholders_in_one_cell (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());

  mz_language_start ("en");
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *title = g_strdup_printf ("利害関係者 %u", i + 1);
      g_autofree char *id =
          board_add (model, "stakeholder", "title", title, "influence", i % 3 == 0 ? "" : "4",
                     "level", "4", "side", i % 2 == 0 ? "internal" : "external", NULL);
    }
  board_check_sizes ("stakeholder-map", model);
}

static void
add_golden_entries (MzModel *model)
{
  g_autofree char *one =
      board_add (model, "context", "title", "キャッシュレスの推進", "category", "politics", "text",
                 "国がキャッシュレス決済を後押しし、カード払いの比率が増えています。", "targets",
                 "threat", "strength", "3", NULL);
  g_autofree char *two =
      board_add (model, "context", "title", "Instalment Sales Act", "category", "law", "targets",
                 "requirement|level|measures", "strength", "5", "level", "4", NULL);
  g_autofree char *three =
      board_add (model, "context", "title", "Nobody knows yet", "category", "technology", NULL);
  g_autofree char *four = board_add (model, "context", "title", "Low barriers", "category",
                                     "new_entrants", "strength", "5", NULL);
  g_autofree char *five =
      board_add (model, "context", "title", "No CISO", "category", "roles", "targets",
                 "vulnerability_organisational", "strength", "5", NULL);
  g_autofree char *six = board_add (model, "stakeholder", "title", "カード会社", "side", "external",
                                    "influence", "5", "level", "4", NULL);
}

static void
golden (gconstpointer name)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();

  mz_language_start ("en");
  add_golden_entries (model);
  g_autoptr (MzScene) scene = board_draw (name, model, measurer, 960, 560, FALSE);
  board_check (scene, model);
  board_check_golden (scene, name);
  mz_text_measurer_free (measurer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sample = g_strdup_printf ("/chart/%s/sample-at-all-sizes", names[i]);
      g_autofree char *empty = g_strdup_printf ("/chart/%s/empty-at-all-sizes", names[i]);
      g_autofree char *drawn = g_strdup_printf ("/chart/%s/golden", names[i]);

      g_test_add_data_func (sample, names[i], sample_at_all_sizes);
      g_test_add_data_func (empty, names[i], empty_at_all_sizes);
      g_test_add_data_func (drawn, names[i], golden);
    }
  g_test_add_func ("/chart/pest-board/many-entries-are-counted", many_entries_are_counted);
  g_test_add_func ("/chart/pest-board/an-entry-that-leads-nowhere-is-marked",
                   an_entry_that_leads_nowhere_is_marked);
  g_test_add_func ("/chart/five-forces/strongest-entry-counts", forces_take_the_strongest_entry);
  g_test_add_func ("/chart/stakeholder-map/stand-where-rated",
                   stakeholders_stand_where_they_are_rated);
  g_test_add_func ("/chart/stakeholder-map/many-in-one-cell", many_stakeholders_in_one_cell);
  return g_test_run ();
}
