/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The system map: boxes, zones, ways of flows, pins. */

#include "config.h"

#include "board-support.h"

#include "mezasu/language.h"

#define NAME "system-map"

/* Whether the straight piece from (@x1, @y1) to (@x2, @y2) runs through the inside of a box; pieces follow an axis. */
static gboolean
runs_through (const MzShape *box, double x1, double y1, double x2, double y2)
{
  return MIN (x1, x2) < box->x + box->width - 1 && MAX (x1, x2) > box->x + 1 &&
         MIN (y1, y2) < box->y + box->height - 1 && MAX (y1, y2) > box->y + 1;
}

/* A rounded corner stays within the legs to its control point, which is the corner itself. */
static gboolean
piece_runs_through (const MzShape *box, const MzPathStep *from, const MzPathStep *to)
{
  if (to->op == MZ_PATH_CURVE)
    return runs_through (box, from->x, from->y, to->x1, to->y1) ||
           runs_through (box, to->x1, to->y1, to->x, to->y);
  return runs_through (box, from->x, from->y, to->x, to->y);
}

static gboolean
touches (const MzShape *box, double x, double y)
{
  /* A line ends where the head of its arrow begins, 5 points off, and half as much again in a large picture. */
  const double reach = 8;

  return x > box->x - reach && x < box->x + box->width + reach && y > box->y - reach &&
         y < box->y + box->height + reach;
}

/* No way runs through a box, and each begins and ends at its own boxes. */
static void
check_ways (const MzScene *scene, MzModel *model)
{
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *way = mz_scene_shape (scene, i);

      if (way->role != MZ_ROLE_LINK)
        continue;
      MzRecord *flow = mz_model_find (model, way->record);
      guint n = way->steps->len;
      const MzPathStep *first = &g_array_index (way->steps, MzPathStep, 0);
      const MzPathStep *last = &g_array_index (way->steps, MzPathStep, n - 1);

      g_assert_true (
          touches (mz_scene_mark_of (scene, mz_record_text (flow, "source")), first->x, first->y));
      g_assert_true (
          touches (mz_scene_mark_of (scene, mz_record_text (flow, "sink")), last->x, last->y));
      for (guint s = 0; s < mz_model_count (model, "system"); s++)
        {
          const MzShape *box =
              mz_scene_mark_of (scene, mz_record_id (mz_model_nth (model, "system", s)));

          for (guint p = 1; p < n; p++)
            {
              const MzPathStep *from = &g_array_index (way->steps, MzPathStep, p - 1);
              const MzPathStep *to = &g_array_index (way->steps, MzPathStep, p);

              g_assert_false (piece_runs_through (box, from, to));
            }
        }
    }
}

static gboolean
lie_over (const MzShape *a, const MzShape *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > 0.5 &&
         MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > 0.5;
}

/* Boxes stand apart from each other, zones too, and every box stands inside its own zone. */
static void
check_places (const MzScene *scene, MzModel *model)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new (), zones = g_ptr_array_new ();

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);
      MzRecord *record = shape->record != NULL ? mz_model_find (model, shape->record) : NULL;

      if (shape->role == MZ_ROLE_MARK && mz_record_is (record, "system"))
        g_ptr_array_add (boxes, (gpointer)shape);
      if (shape->role == MZ_ROLE_CELL && record != NULL && mz_record_is (record, "zone"))
        g_ptr_array_add (zones, (gpointer)shape);
    }
  g_assert_cmpuint (boxes->len, ==, mz_model_count (model, "system"));
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (lie_over (g_ptr_array_index (boxes, i), g_ptr_array_index (boxes, j)));
  for (guint i = 0; i < zones->len; i++)
    {
      const MzShape *zone = g_ptr_array_index (zones, i);

      for (guint j = 0; j < i; j++)
        g_assert_false (lie_over (zone, g_ptr_array_index (zones, j)));
      for (guint b = 0; b < boxes->len; b++)
        {
          const MzShape *box = g_ptr_array_index (boxes, b);
          gboolean own = g_strcmp0 (mz_record_text (mz_model_find (model, box->record), "zone"),
                                    zone->record) == 0;

          g_assert_true (own == lie_over (zone, box));
        }
    }
}

/* Names of flows lie on no box and on no line but a zone's edge. */
static void
check_names (const MzScene *scene, MzModel *model)
{
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *text = mz_scene_shape (scene, i);

      if (text->type != MZ_SHAPE_TEXT || text->record == NULL ||
          !mz_record_is (mz_model_find (model, text->record), "flow"))
        continue;
      for (guint j = 0; j < mz_scene_n_shapes (scene); j++)
        {
          const MzShape *other = mz_scene_shape (scene, j);

          if (other->role == MZ_ROLE_MARK)
            g_assert_false (lie_over (text, other));
          for (guint p = 1; other->role == MZ_ROLE_LINK && p < other->steps->len; p++)
            {
              const MzPathStep *from = &g_array_index (other->steps, MzPathStep, p - 1);
              const MzPathStep *to = &g_array_index (other->steps, MzPathStep, p);

              g_assert_false (piece_runs_through (text, from, to));
            }
        }
    }
}

static void
check_map (MzModel *model)
{
  static const double sizes[][2] = {{400, 300}, {800, 500}, {842, 595}, {1180, 620}, {1920, 1080}};
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MzScene) scene =
          board_draw (NAME, model, measurer, sizes[i][0], sizes[i][1], FALSE);

      check_places (scene, model);
      check_ways (scene, model);
      check_names (scene, model);
    }
  board_check_sizes (NAME, model);
  mz_text_measurer_free (measurer);
}

static guint
count_links (const MzScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    n += mz_scene_shape (scene, i)->role == MZ_ROLE_LINK ? 1 : 0;
  return n;
}

static void
sample_firm (void)
{
  static const char *const languages[] = {"ja", "en"};
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MzModel) model = board_load_sample (languages[i]);
      g_autoptr (MzScene) scene = board_draw (NAME, model, measurer, 1180, 620, FALSE);

      check_map (model);
      g_assert_cmpuint (count_links (scene), ==, mz_model_count (model, "flow"));
      g_assert_cmpuint (board_count_marks (scene, model, "weakness"), ==,
                        mz_model_count (model, "weakness"));
      g_assert_cmpuint (mz_scene_table (scene)->rows->len, ==,
                        mz_model_count (model, "system") + mz_model_count (model, "flow") +
                            mz_model_count (model, "weakness"));
    }
  mz_text_measurer_free (measurer);
}

static void
nothing_yet (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());

  mz_language_start ("en");
  board_check_sizes (NAME, model);
}

static void
one_system (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autofree char *system = board_add (model, "system", "title", "販売管理システム", NULL);
  g_autofree char *loop =
      board_add (model, "flow", "title", "to itself", "source", system, "sink", system, NULL);
  g_autofree char *weakness = board_add (model, "weakness", "title", "Unpinned", NULL);

  mz_language_start ("en");
  check_map (model);
}

/* @placed_every: every such system tells its place; 0 for none. */
static MzModel *
make_large (guint n, guint n_zones, guint placed_every)
{
  static const char *const types[] = {"internet", "cloud", "office", "plant", "store", "partner"};
  MzModel *model = mz_model_new (mz_schema_default ());
  g_autoptr (GPtrArray) zones = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) systems = g_ptr_array_new_with_free_func (g_free);

  mz_language_start ("en");
  for (guint i = 0; i < n_zones; i++)
    {
      g_autofree char *title = g_strdup_printf ("Zone %u 区域", i + 1);

      g_ptr_array_add (zones, board_add (model, "zone", "title", title, "type",
                                         types[i % G_N_ELEMENTS (types)], NULL));
    }
  for (guint i = 0; i < n; i++)
    {
      gboolean placed = placed_every > 0 && i % placed_every == 0;
      g_autofree char *title = g_strdup_printf ("System %u 基幹業務", i + 1);
      g_autofree char *column = g_strdup_printf ("%u", (i % n_zones) * 7 + i / n_zones % 3);
      g_autofree char *row = g_strdup_printf ("%u", i / n_zones / 3 * 2);

      g_ptr_array_add (systems, board_add (model, "system", "title", title, "zone",
                                           g_ptr_array_index (zones, i % n_zones), "column",
                                           placed ? column : "", "row", placed ? row : "", NULL));
      g_autofree char *weakness = board_add (model, "weakness", "title", "No patches", "system",
                                             g_ptr_array_index (systems, i), NULL);
    }
  for (guint i = 0; i < n; i++)
    {
      /* A circle of flows and chords across it. */
      g_autofree char *one =
          board_add (model, "flow", "title", "Orders", "source", g_ptr_array_index (systems, i),
                     "sink", g_ptr_array_index (systems, (i + 1) % n), NULL);

      if (i % 4 == 0)
        {
          g_autofree char *two = board_add (model, "flow", "title", "決済情報", "source",
                                            g_ptr_array_index (systems, i), "sink",
                                            g_ptr_array_index (systems, (i * 7 + 11) % n), NULL);
        }
    }
  return model;
}

static const struct
{
  const char *path;
  guint n, zones, placed_every;
} larges[] = {
    {"/chart/system-map/forty-systems-without-places", 40, 5, 0},
    {"/chart/system-map/forty-systems-with-places", 40, 4, 1},
    {"/chart/system-map/some-without-places", 24, 3, 5},
    {"/chart/system-map/most-with-places", 24, 4, 1},
    {"/chart/system-map/one-zone", 12, 1, 0},
};

static void
large (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (MzModel) model = make_large (larges[i].n, larges[i].zones, larges[i].placed_every);

  check_map (model);
}

static void
a_system_without_place_joins_its_zone (void)
{
  g_autoptr (MzModel) model = board_load_sample ("en");
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) before = board_draw (NAME, model, measurer, 1180, 620, FALSE);
  MzRecord *web = mz_model_nth (model, "system", 3);
  g_autofree char *added = board_add (model, "system", "title", "New server", "zone",
                                      mz_record_text (web, "zone"), NULL);
  g_autoptr (MzScene) after = board_draw (NAME, model, measurer, 1180, 620, FALSE);

  check_places (after, model);
  check_ways (after, model);
  /* It takes a free cell of its zone, so nothing else moves. */
  for (guint i = 0; i + 1 < mz_model_count (model, "system"); i++)
    {
      const char *id = mz_record_id (mz_model_nth (model, "system", i));

      g_assert_cmpfloat_with_epsilon (mz_scene_mark_of (after, id)->x,
                                      mz_scene_mark_of (before, id)->x, 0.01);
      g_assert_cmpfloat_with_epsilon (mz_scene_mark_of (after, id)->y,
                                      mz_scene_mark_of (before, id)->y, 0.01);
    }
  mz_text_measurer_free (measurer);
}

static void
golden (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  MzTextMeasurer *measurer = mz_text_measurer_new_fixed ();
  g_autofree char *net = board_add (model, "zone", "title", "Internet", "type", "internet", NULL);
  g_autofree char *cloud = board_add (model, "zone", "title", "クラウド", "type", "cloud", NULL);
  g_autofree char *people = board_add (model, "system", "title", "Customers", "type", "person",
                                       "zone", net, "column", "0", "row", "0", NULL);
  g_autofree char *web = board_add (model, "system", "title", "公開Webサーバ", "type", "server",
                                    "zone", cloud, "column", "1", "row", "0", NULL);
  g_autofree char *store = board_add (model, "system", "title", "Card data", "type", "database",
                                      "zone", cloud, "column", "1", "row", "1", NULL);
  g_autofree char *order =
      board_add (model, "flow", "title", "Order", "source", people, "sink", web, NULL);
  g_autofree char *save =
      board_add (model, "flow", "title", "カード情報", "source", web, "sink", store, NULL);
  g_autofree char *patch =
      board_add (model, "weakness", "title", "Not patched", "system", web, NULL);
  g_autofree char *code =
      board_add (model, "weakness", "title", "Security code kept", "system", store, NULL);

  mz_language_start ("en");
  g_autoptr (MzScene) scene = board_draw (NAME, model, measurer, 800, 500, FALSE);
  board_check (scene, model);
  board_check_golden (scene, NAME);
  mz_text_measurer_free (measurer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/system-map/nothing-yet", nothing_yet);
  g_test_add_func ("/chart/system-map/one-system", one_system);
  g_test_add_func ("/chart/system-map/sample-firm", sample_firm);
  g_test_add_func ("/chart/system-map/joins-its-zone", a_system_without_place_joins_its_zone);
  for (guint i = 0; i < G_N_ELEMENTS (larges); i++)
    g_test_add_data_func (larges[i].path, GUINT_TO_POINTER (i), large);
  g_test_add_func ("/chart/system-map/golden", golden);
  return g_test_run ();
}
