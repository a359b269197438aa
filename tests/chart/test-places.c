/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The places of each chart that can be edited on: what setting a mark down means, and that the picture then shows it where
 * it was set down, with everybody else where they were. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "board-support.h"

#define WIDTH 1000
#define HEIGHT 600

static MzScene *
picture (const char *name, MzModel *model)
{
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();

  return board_draw (name, model, measurer, WIDTH, HEIGHT, FALSE);
}

static void
add_values (MzEdit *edit, MzRecord *record, char *const *values)
{
  const MzKind *kind = mz_record_kind (record);

  for (guint i = 0; values[i] != NULL; i += 2)
    {
      int field = mz_kind_find (kind, values[i]);
      MzValue value = MZ_VALUE_MISSING;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (field, >=, 0);
      g_assert_true (mz_value_from_machine (mz_kind_field (kind, (guint)field), values[i + 1],
                                            &value, &error));
      g_assert_no_error (error);
      mz_edit_set (edit, kind, mz_record_id (record), (guint)field, &value);
      mz_value_clear (mz_kind_field (kind, (guint)field), &value);
    }
}

/* What the canvas does when a mark is let go over a place. */
static void
set_down (MzModel *model, const MzScene *scene, MzRecord *record, const MzPlace *place)
{
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;

  add_values (edit, record, place->values);
  for (guint i = 0; i < mz_scene_n_holds (scene); i++)
    {
      const MzHold *hold = mz_scene_hold (scene, i);
      MzRecord *other = mz_model_find (model, hold->record);

      g_assert_nonnull (other);
      if (other != record && mz_record_kind (other) == mz_record_kind (record))
        add_values (edit, other, hold->values);
    }
  g_assert_true (mz_model_edit (model, edit, &error));
  g_assert_no_error (error);
}

static gboolean
holds (const MzPlace *place, const MzShape *mark)
{
  double x = mark->x + mark->width / 2, y = mark->y + mark->height / 2;

  return x >= place->x && x <= place->x + place->width && y >= place->y &&
         y <= place->y + place->height;
}

/* A board of columns: each sub-item of the context has one place, and what is set down there stands in that column. */
static void
check_board (const char *name, guint n_places)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzScene) scene = picture (name, model);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (mz_scene_n_places (scene), ==, n_places);
  g_assert_nonnull (mz_scene_linking (scene, "context", "context"));
  for (guint i = 0; i < n_places; i++)
    {
      const MzPlace *place = mz_scene_place (scene, i);

      g_assert_cmpstr (place->kind, ==, "context");
      g_assert_cmpstr (place->values[0], ==, "category");
      g_assert_true (g_hash_table_add (seen, place->values[1]));
      g_assert_nonnull (mz_category_find (place->values[1]));
      g_assert_cmpstr (place->label, !=, "");
    }
  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (MzModel) copy = mz_model_copy (model);
      const MzPlace *place = mz_scene_place (scene, i);
      const MzShape *mark = mz_scene_next (scene, NULL, 0, 0);
      MzRecord *entry = mz_model_find (copy, mark->record);
      g_autoptr (MzScene) after = NULL;

      set_down (copy, scene, entry, place);
      after = picture (name, copy);
      mark = mz_scene_mark_of (after, mz_record_id (entry));
      /* A full column ends in a count. */
      if (mark == NULL)
        continue;
      for (guint j = 0; j < mz_scene_n_places (after); j++)
        if (g_str_equal (mz_scene_place (after, j)->values[1], place->values[1]))
          {
            const MzPlace *there = mz_scene_place (after, j);

            g_assert_cmpfloat (fabs (mark->x + mark->width / 2 - there->x - there->width / 2), <,
                               1);
          }
    }
}

static void
test_pest (void)
{
  /* Politics, economy with finance, society, technology, law, nature; the sample has market and industry, and drivers. */
  g_autoptr (MzModel) model = board_load_sample ("en");
  guint n = 7;

  for (MzBoardColumn column = MZ_BOARD_MARKET; column <= MZ_BOARD_DRIVER; column++)
    for (guint i = 0; i < mz_model_count (model, "context"); i++)
      {
        const MzCategory *category =
            mz_category_find (mz_record_text (mz_model_nth (model, "context", i), "category"));

        if (category->column == column)
          {
            n++;
            break;
          }
      }
  check_board ("pest-board", n);
}

static void
test_internal (void)
{
  /* Section 2.2 of the method: 5 of structure and policy, 4 resources, 4 of managers and staff, 3 of culture, 4 to be
   * protected, 2 of standards, 2 of contracts. */
  check_board ("internal-board", 24);
}

static const MzPlace *
find_place (const MzScene *scene, const char *kind, ...)
{
  for (guint i = 0; i < mz_scene_n_places (scene); i++)
    {
      const MzPlace *place = mz_scene_place (scene, i);
      gboolean same = g_str_equal (place->kind, kind) && place->record == NULL;
      const char *text;
      guint n = 0;
      va_list list;

      va_start (list, kind);
      while ((text = va_arg (list, const char *)) != NULL)
        {
          same = same && n < g_strv_length (place->values) && g_str_equal (place->values[n], text);
          n++;
        }
      va_end (list);
      if (same && n == g_strv_length (place->values))
        return place;
    }
  return NULL;
}

static void
test_five_forces (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzScene) scene = picture ("five-forces", model);
  const MzPlace *box = find_place (scene, "context", "category", "buyers", NULL);
  const MzPlace *step = find_place (scene, "context", "category", "buyers", "strength", "4", NULL);

  /* Five boxes with five strengths each. */
  g_assert_cmpuint (mz_scene_n_places (scene), ==, 30);
  g_assert_nonnull (box);
  g_assert_nonnull (step);
  g_assert_true (mz_scene_place_at (scene, "context", step->x + step->width / 2,
                                    step->y + step->height / 2, NULL, NULL) == step);
  g_assert_true (
      mz_scene_place_at (scene, "context", box->x + box->width / 2, box->y + 5, NULL, NULL) == box);
  /* Keys change the strength along the strip and stop at its end. */
  step = mz_scene_next_place (scene, step, 1, 0, NULL, NULL);
  g_assert_cmpstr (step->values[3], ==, "5");
  g_assert_null (mz_scene_next_place (scene, step, 1, 0, NULL, NULL));
  step = mz_scene_next_place (scene, box, 1, 0, NULL, NULL);
  g_assert_cmpstr (step->values[3], ==, "1");
  /* Across, they change the force. */
  step = find_place (scene, "context", "category", "rivalry", "strength", "2", NULL);
  g_assert_true (mz_scene_next_place (scene, step, 0, -1, NULL, NULL) ==
                 find_place (scene, "context", "category", "new_entrants", NULL));
}

static void
test_stakeholders (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *one = board_add (model, "stakeholder", "title", "Customers", NULL);
  g_autofree char *two =
      board_add (model, "stakeholder", "title", "Card firms", "influence", "5", "level", "4", NULL);
  g_autoptr (MzScene) scene = picture ("stakeholder-map", model);

  /* 25 cells, and the list of those not rated. */
  g_assert_cmpuint (mz_scene_n_places (scene), ==, 26);
  g_assert_true (holds (find_place (scene, "stakeholder", "influence", "5", "level", "4", NULL),
                        mz_scene_mark_of (scene, two)));
  g_assert_true (holds (find_place (scene, "stakeholder", "influence", "", "level", "", NULL),
                        mz_scene_mark_of (scene, one)));
  for (int influence = 1; influence <= 5; influence++)
    for (int level = 1; level <= 5; level++)
      {
        g_autofree char *row = g_strdup_printf ("%d", influence);
        g_autofree char *column = g_strdup_printf ("%d", level);
        g_autoptr (MzScene) after = NULL;

        set_down (model, scene, mz_model_find (model, one),
                  find_place (scene, "stakeholder", "influence", row, "level", column, NULL));
        after = picture ("stakeholder-map", model);
        g_assert_true (
            holds (find_place (after, "stakeholder", "influence", row, "level", column, NULL),
                   mz_scene_mark_of (after, one)));
      }
}

static void
test_heat_map (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *one =
      board_add (model, "risk", "title", "Theft", "likelihood", "2", "impact", "5", NULL);
  g_autoptr (MzScene) scene = picture ("heat-map", model);
  const MzPlace *place = find_place (scene, "risk", "likelihood", "2", "impact", "5", NULL);

  g_assert_cmpuint (mz_scene_n_places (scene), ==, 25);
  g_assert_true (holds (place, mz_scene_mark_of (scene, one)));
  g_assert_false (mz_scene_mark_of (scene, one)->fixed);
  /* Rightward is likelier, upward graver. */
  g_assert_true (mz_scene_next_place (scene, place, 1, 0, NULL, NULL) ==
                 find_place (scene, "risk", "likelihood", "3", "impact", "5", NULL));
  g_assert_true (mz_scene_next_place (scene, place, 0, 1, NULL, NULL) ==
                 find_place (scene, "risk", "likelihood", "2", "impact", "4", NULL));
  g_assert_null (mz_scene_next_place (scene, place, 0, -1, NULL, NULL));
  place = find_place (scene, "risk", "likelihood", "4", "impact", "1", NULL);
  set_down (model, scene, mz_model_find (model, one), place);
  g_autoptr (MzScene) after = picture ("heat-map", model);
  g_assert_true (holds (find_place (after, "risk", "likelihood", "4", "impact", "1", NULL),
                        mz_scene_mark_of (after, one)));
}

/* What the scenario leaves of a risk is reckoned, so its mark stays; what is now comes first. */
static void
test_heat_map_fixed (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzScene) scene = picture ("heat-map", model);
  guint fixed = 0, movable = 0;

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);

      if (shape->role != MZ_ROLE_MARK || shape->record == NULL)
        continue;
      fixed += shape->fixed ? 1 : 0;
      movable += shape->fixed ? 0 : 1;
      if (!shape->fixed)
        g_assert_true (mz_scene_mark_of (scene, shape->record) == shape);
    }
  g_assert_cmpuint (fixed, >, 0);
  g_assert_cmpuint (movable, ==, mz_model_count (model, "risk"));
}

/* With the sheet of appendix 7 the place follows from its figures, and the mark says so. */
static void
test_heat_map_sheet (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  MzRecord *criteria = mz_model_single (model, "criteria");
  g_autofree char *by_sheet =
      board_add (model, "risk", "title", "Virus", "threat_level", "3", "vulnerability_level", "2",
                 "confidentiality", "2", "integrity", "1", "availability", "1", NULL);
  g_autofree char *by_hand =
      board_add (model, "risk", "title", "Fire", "likelihood", "1", "impact", "2", NULL);

  mz_edit_set_text (edit, mz_record_kind (criteria), mz_record_id (criteria), "scheme", "ipa7");
  g_assert_true (mz_model_edit (model, edit, NULL));
  g_autoptr (MzScene) scene = picture ("heat-map", model);
  g_assert_true (mz_scene_mark_of (scene, by_sheet)->fixed);
  g_assert_nonnull (strstr (mz_scene_mark_of (scene, by_sheet)->tooltip, "appendix 7"));
  g_assert_false (mz_scene_mark_of (scene, by_hand)->fixed);
  g_assert_null (strstr (mz_scene_mark_of (scene, by_hand)->tooltip, "appendix 7"));
}

static int
side (double difference)
{
  return difference > 2 ? 1 : difference < -2 ? -1 : 0;
}

/* On which side of each other the marks of all systems but @moved stand must be as before; and @moved stands to them as the
 * place did. */
static void
check_order (const MzScene *before, const MzScene *after, MzModel *model, MzRecord *moved,
             const MzPlace *place)
{
  guint n = mz_model_count (model, "system");

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        MzRecord *left = mz_model_nth (model, "system", i),
                 *right = mz_model_nth (model, "system", j);
        const MzShape *a = mz_scene_mark_of (before, mz_record_id (left));
        const MzShape *b = mz_scene_mark_of (before, mz_record_id (right));
        const MzShape *c = mz_scene_mark_of (after, mz_record_id (left));
        const MzShape *d = mz_scene_mark_of (after, mz_record_id (right));
        double x = a->x + a->width / 2, y = a->y + a->height / 2;

        if (i == j || right == moved)
          continue;
        if (left == moved)
          {
            x = place->x + place->width / 2;
            y = place->y + place->height / 2;
            /* Boxes stand lower in their cells than the middle. */
            if (fabs (y - b->y - b->height / 2) > b->height / 2)
              g_assert_cmpint (side (y - b->y - b->height / 2), ==, side (c->y - d->y));
            if (fabs (x - b->x - b->width / 2) > b->width / 2)
              g_assert_cmpint (side (x - b->x - b->width / 2), ==, side (c->x - d->x));
            continue;
          }
        g_assert_cmpint (side (a->x - b->x), ==, side (c->x - d->x));
        g_assert_cmpint (side (a->y - b->y), ==, side (c->y - d->y));
      }
}

/* Every system into every cell: it stands there, in that zone, and nobody else has wandered. */
static void
test_system_map (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzScene) scene = picture ("system-map", model);
  guint tried = 0;

  g_assert_cmpuint (mz_scene_n_holds (scene), ==, mz_model_count (model, "system"));
  g_assert_cmpstr (mz_scene_linking (scene, "system", "system")->kind, ==, "flow");
  for (guint i = 0; i < mz_model_count (model, "system"); i += 3)
    for (guint p = 0; p < mz_scene_n_places (scene); p++)
      {
        const MzPlace *place = mz_scene_place (scene, p);
        g_autoptr (MzModel) copy = NULL;
        g_autoptr (MzScene) after = NULL;
        MzRecord *system;

        if (!g_str_equal (place->kind, "system") || !place->by_key)
          continue;
        copy = mz_model_copy (model);
        system = mz_model_nth (copy, "system", i);
        set_down (copy, scene, system, place);
        after = picture ("system-map", copy);
        check_order (scene, after, copy, system, place);
        g_assert_cmpstr (mz_record_text (system, "zone"), ==,
                         *place->values[1] != '\0' ? place->values[1] : NULL);
        tried++;
      }
  g_assert_cmpuint (tried, >, 20);
}

/* Into a zone as a whole: the layout finds a cell for it, and the others keep their order. */
static void
test_system_map_zone (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  g_autoptr (MzScene) scene = picture ("system-map", model);
  guint zones = 0;

  for (guint p = 0; p < mz_scene_n_places (scene); p++)
    {
      const MzPlace *place = mz_scene_place (scene, p);
      g_autoptr (MzModel) copy = NULL;
      g_autoptr (MzScene) after = NULL;
      MzRecord *system;

      if (!g_str_equal (place->kind, "system") || place->label == NULL)
        continue;
      zones++;
      copy = mz_model_copy (model);
      system = mz_model_nth (copy, "system", 0);
      set_down (copy, scene, system, place);
      after = picture ("system-map", copy);
      g_assert_cmpstr (mz_record_text (system, "zone"), ==, place->values[1]);
      g_assert_nonnull (mz_scene_mark_of (after, mz_record_id (system)));
      board_check (after, copy);
    }
  g_assert_cmpuint (zones, ==, mz_model_count (model, "zone"));
}

static void
test_system_map_weakness (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *web = board_add (model, "system", "title", "Web", NULL);
  g_autofree char *data = board_add (model, "system", "title", "Data", NULL);
  g_autofree char *hole = board_add (model, "weakness", "title", "Hole", "system", web, NULL);
  g_autoptr (MzScene) scene = picture ("system-map", model);
  const MzShape *box = mz_scene_mark_of (scene, data);
  const MzPlace *place = mz_scene_place_at (scene, "weakness", box->x + 5, box->y + 5, NULL, NULL);

  g_assert_cmpstr (place->values[1], ==, data);
  g_assert_cmpstr (place->label, ==, "Data");
  set_down (model, scene, mz_model_find (model, hole), place);
  g_autoptr (MzScene) after = picture ("system-map", model);
  place = find_place (after, "weakness", "system", data, NULL);
  g_assert_true (holds (place, mz_scene_mark_of (after, hole)));
}

/* A map begins with a zone and nothing in it. */
static void
test_system_map_empty (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autoptr (MzScene) nothing = picture ("system-map", model);
  g_autofree char *zone = NULL, *web = NULL;
  const MzPlace *place;

  g_assert_nonnull (mz_scene_place_at (nothing, "zone", 100, 100, NULL, NULL));
  g_assert_nonnull (mz_scene_place_at (nothing, "system", 100, 100, NULL, NULL));
  zone = board_add (model, "zone", "title", "Cloud", "type", "cloud", NULL);
  g_autoptr (MzScene) empty = picture ("system-map", model);
  g_assert_nonnull (board_find_text (empty, "Cloud"));
  board_check (empty, model);
  place = mz_scene_place_at (empty, "system", WIDTH / 2.0, HEIGHT / 2.0, NULL, NULL);
  g_assert_cmpstr (place->values[1], ==, zone);
  web = board_add (model, "system", "title", "Web", NULL);
  set_down (model, empty, mz_model_find (model, web), place);
  g_autoptr (MzScene) filled = picture ("system-map", model);
  g_assert_nonnull (mz_scene_mark_of (filled, web));
  g_assert_cmpstr (mz_record_text (mz_model_find (model, web), "zone"), ==, zone);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/places/pest", test_pest);
  g_test_add_func ("/chart/places/internal", test_internal);
  g_test_add_func ("/chart/places/five-forces", test_five_forces);
  g_test_add_func ("/chart/places/stakeholders", test_stakeholders);
  g_test_add_func ("/chart/places/heat-map", test_heat_map);
  g_test_add_func ("/chart/places/heat-map-fixed", test_heat_map_fixed);
  g_test_add_func ("/chart/places/heat-map-sheet", test_heat_map_sheet);
  g_test_add_func ("/chart/places/system-map", test_system_map);
  g_test_add_func ("/chart/places/system-map-zone", test_system_map_zone);
  g_test_add_func ("/chart/places/system-map-weakness", test_system_map_weakness);
  g_test_add_func ("/chart/places/system-map-empty", test_system_map_empty);
  return g_test_run ();
}
