/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The heat map, with few and with many risks. Goldens are scenes as text; MEZASU_WRITE_GOLDENS=1 in the environment writes
 * them anew, to be read as a difference before they are committed. */

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "board-support.h"

static const double sizes[][2] = {{160, 120}, {400, 300},  {403, 380},  {595, 842},
                                  {842, 595}, {1280, 720}, {1920, 1080}};

static MzModel *
make_model (const char *appetite, const char *tolerance)
{
  MzModel *model = mz_model_new (mz_schema_default ());
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "criteria");
  const char *id = mz_record_id (mz_model_single (model, "criteria"));

  mz_edit_set_integer (edit, kind, id, "appetite", atoi (appetite));
  mz_edit_set_integer (edit, kind, id, "tolerance", atoi (tolerance));
  mz_model_edit (model, edit, &error);
  g_assert_no_error (error);
  return model;
}

/* Risks spread over the matrix by a fixed rule; plan A lowers every second one by a step on each axis. */
static MzModel *
make_risks (guint n)
{
  MzModel *model = make_model ("4", "9");
  g_autofree char *option = board_add (model, "option", "code", "A", "title", "改善策A", NULL);
  g_autofree char *step = board_add (model, "step", "title", "移行", "option", option, NULL);
  g_autofree char *scenario = board_add (model, "scenario", "code", "A", "title", "改善策A", NULL);

  g_free (board_add (model, "scenario_option", "scenario", scenario, "option", option, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *code = g_strdup_printf ("R-%02u", i + 1);
      g_autofree char *title = g_strdup_printf ("リスク%uの名前", i + 1);
      int likelihood = 1 + (int)(i * 7 / 3 % 5), impact = 1 + (int)(i * 11 / 4 % 5);
      g_autofree char *l = g_strdup_printf ("%d", likelihood);
      g_autofree char *m = g_strdup_printf ("%d", impact);
      g_autofree char *risk =
          board_add (model, "risk", "code", code, "title", title, "likelihood", l, "impact", m,
                     "inherent_likelihood", "5", "inherent_impact", "5", NULL);

      if (i % 2 == 0 && likelihood > 1 && impact > 1)
        {
          g_autofree char *lower_l = g_strdup_printf ("%d", likelihood - 1);
          g_autofree char *lower_m = g_strdup_printf ("%d", impact - 1);

          g_free (board_add (model, "effect", "step", step, "risk", risk, "likelihood", lower_l,
                             "impact", lower_m, NULL));
        }
    }
  return model;
}

static MzScene *
draw (MzModel *model, MzTextMeasurer *measurer, double width, double height, gboolean titled,
      gboolean inherent)
{
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  const MzChartRequest request = {.analysis = analysis,
                                  .scenario = mz_analysis_scenario (analysis, NULL),
                                  .measurer = measurer,
                                  .width = width,
                                  .height = height,
                                  .unit = MZ_MONEY_UNIT_OKU,
                                  .titled = titled,
                                  .inherent = inherent};

  return mz_chart_find ("heat-map")->draw (&request);
}

/* Letters may lie on a mark of their own, never under an arrow: what is drawn after a number does not touch it. */
static void
check_numbers (const MzScene *scene)
{
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *link = mz_scene_shape (scene, i);

      for (guint j = 0; link->role == MZ_ROLE_LINK && j < i; j++)
        g_assert_false (mz_scene_shape (scene, j)->type == MZ_SHAPE_TEXT &&
                        mz_scene_shape (scene, j)->role == MZ_ROLE_LABEL &&
                        mz_scene_shape (scene, j)->x < link->x + link->width &&
                        mz_scene_shape (scene, j)->x + mz_scene_shape (scene, j)->width > link->x &&
                        mz_scene_shape (scene, j)->y < link->y + link->height &&
                        mz_scene_shape (scene, j)->y + mz_scene_shape (scene, j)->height > link->y);
    }
}

/* No two marks of risks cover each other's middle. */
static void
check_marks_apart (const MzScene *scene)
{
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    for (guint j = i + 1; j < mz_scene_n_shapes (scene); j++)
      {
        const MzShape *a = mz_scene_shape (scene, i), *b = mz_scene_shape (scene, j);

        if (a->role != MZ_ROLE_MARK || b->role != MZ_ROLE_MARK)
          continue;
        g_assert_true (
            fabs (a->x + a->width / 2 - b->x - b->width / 2) > (a->width + b->width) / 2 - 1.5 ||
            fabs (a->y + a->height / 2 - b->y - b->height / 2) > (a->height + b->height) / 2 - 1.5);
      }
}

static void
test_sizes (gconstpointer data)
{
  g_autoptr (MzModel) model = make_risks (GPOINTER_TO_UINT (data));
  MzTextMeasurer *measurers[] = {mz_text_measurer_new_fixed (), mz_text_measurer_new_pango (NULL)};

  for (guint m = 0; m < G_N_ELEMENTS (measurers); m++)
    {
      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        for (guint way = 0; way < 4; way++)
          {
            g_autoptr (MzScene) scene =
                draw (model, measurers[m], sizes[s][0], sizes[s][1], way & 1, way & 2);

            board_check (scene, model);
            check_numbers (scene);
            check_marks_apart (scene);
            g_assert_cmpuint (mz_scene_table (scene)->rows->len, ==, GPOINTER_TO_UINT (data));
          }
      mz_text_measurer_free (measurers[m]);
    }
}

static void
test_golden (void)
{
  static const struct
  {
    guint n;
    double width, height;
  } cases[] = {{0, 640, 520}, {1, 640, 520}, {16, 640, 520}, {300, 320, 240}};
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MzModel) model = make_risks (cases[i].n);
      g_autoptr (MzScene) scene
          = draw (model, measurer, cases[i].width, cases[i].height, FALSE, FALSE);
      g_autofree char *name = g_strdup_printf ("heat-map-%u", cases[i].n);

      board_check_golden (scene, name);
    }
}

/* Every risk is there: as marks of its own or within a count whose tooltip tells it. */
static void
test_all_present (void)
{
  static const guint counts[] = {1, 16, 60, 300};
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      g_autoptr (MzModel) model = make_risks (counts[c]);
      g_autoptr (MzScene) scene = draw (model, measurer, 1280, 720, FALSE, FALSE);

      g_assert_cmpuint (board_count_marks (scene, model, "risk"), ==, counts[c]);
    }
}

/* Places by independent arithmetic: the middle of the column and row of the rating, within the cell's half. */
static void
test_places (void)
{
  g_autoptr (MzModel) model = make_model ("4", "9");
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autofree char *id = board_add (model, "risk", "code", "R-07", "title", "T", "likelihood", "2",
                                   "impact", "5", NULL);
  g_autoptr (MzScene) scene = draw (model, measurer, 640, 520, FALSE, FALSE);
  const MzShape *mark = mz_scene_mark_of (scene, id), *cell = NULL;
  guint n_cells = 0;

  /* Cells are drawn from the upper left: impact 5 and likelihood 1 first. */
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    if (mz_scene_shape (scene, i)->role == MZ_ROLE_CELL && n_cells++ == 1)
      cell = mz_scene_shape (scene, i);
  g_assert_cmpuint (n_cells, ==, 25);
  g_assert_cmpfloat_with_epsilon (mark->x + mark->width / 2, cell->x + cell->width / 2, 0.1);
  g_assert_cmpfloat_with_epsilon (mark->y + mark->height / 2, cell->y + cell->height / 2, 0.1);
  /* 2 × 5 is 10: the third band of the default bands 1, 5, 10, 15. */
  g_assert_cmpint (cell->fill, ==, MZ_COLOUR_BAND_3);
  g_assert_nonnull (board_find_text (scene, "7"));
  g_assert_cmpstr (mz_scene_pick (scene, mark->x + 3, mark->y + mark->height / 2)->record, ==, id);
  g_assert_nonnull (
      strstr (mz_scene_pick (scene, cell->x + 2, cell->y + cell->height - 2)->tooltip, "R-07"));
  g_assert_nonnull (strstr (mz_scene_description (scene), "1"));
}

/* The step line of a limit on a 5 × 5 matrix of products, corner by corner, worked out by hand. */
static void
test_limits (void)
{
  static const struct
  {
    const char *limit;
    guint corners;
  } cases[] = {
      /* Within 4: rows 4, 2, 1, 1, 0 by column: five sides across, 2 + 1 + 0 + 1 down, and the start. */
      {"4", 10},
      /* All cells: along the top. None: along the bottom. */
      {"25", 6},
      {"0", 6},
  };
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MzModel) model = make_model (cases[i].limit, "25");
      g_autoptr (MzScene) scene = draw (model, measurer, 640, 520, FALSE, FALSE);
      guint corners = 0, n_lines = 0;
      double left = INFINITY, right = 0;

      for (guint j = 0; j < mz_scene_n_shapes (scene); j++)
        {
          const MzShape *shape = mz_scene_shape (scene, j);

          if (shape->type == MZ_SHAPE_PATH && shape->stroke == MZ_COLOUR_ACCENT &&
              shape->dash == MZ_DASH_SOLID)
            {
              const MzPathStep *steps = (const MzPathStep *)shape->steps->data;

              n_lines++;
              corners = shape->steps->len;
              left = MIN (left, shape->x);
              right = MAX (right, shape->x + shape->width);
              for (guint k = 1; k < shape->steps->len; k++)
                g_assert_true (fabs (steps[k].x - steps[k - 1].x) < 0.01 ||
                               fabs (steps[k].y - steps[k - 1].y) < 0.01);
            }
        }
      g_assert_cmpuint (n_lines, ==, 1);
      g_assert_cmpuint (corners, ==, cases[i].corners);
      g_assert_cmpfloat (right - left, >, 400);
    }
}

static void
test_keyboard (void)
{
  g_autoptr (MzModel) model = make_risks (16);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_fixed ();
  g_autoptr (MzScene) scene = draw (model, measurer, 1280, 720, FALSE, FALSE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  static const int ways[][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

  /* From the first mark every risk can be walked to with the arrow keys. */
  g_ptr_array_add (open, mz_scene_next (scene, NULL, 0, 0)->record);
  while (open->len > 0)
    {
      char *record = g_ptr_array_steal_index (open, open->len - 1);

      if (!g_hash_table_add (seen, record))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
        g_ptr_array_add (open, mz_scene_next (scene, record, ways[i][0], ways[i][1])->record);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 14);
}

static void
test_odd_scales (void)
{
  static const char *const levels[][2] = {{"2", "2"}, {"10", "10"}, {"2", "10"}, {"3", "4"}};
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (MzModel) model = make_model ("2", "6");
      g_autoptr (MzEdit) edit = mz_edit_new (NULL);
      g_autoptr (GError) error = NULL;
      const MzKind *kind = mz_schema_kind (mz_schema_default (), "criteria");
      const char *id = mz_record_id (mz_model_single (model, "criteria"));

      mz_edit_set_integer (edit, kind, id, "likelihood_levels", atoi (levels[i][0]));
      mz_edit_set_integer (edit, kind, id, "impact_levels", atoi (levels[i][1]));
      mz_model_edit (model, edit, &error);
      g_assert_no_error (error);
      for (guint risk = 0; risk < 20; risk++)
        g_free (board_add (model, "risk", "title", "リスク", "likelihood", risk % 2 ? "2" : "1",
                           "impact", risk % 3 ? "2" : "1", NULL));
      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        {
          g_autoptr (MzScene) scene =
              draw (model, measurer, sizes[s][0], sizes[s][1], s % 2, FALSE);

          board_check (scene, model);
        }
    }
}

static void
test_nasty (void)
{
  static const char *const titles[] = {"<b>&amp;</b> %s %n", "\xe2\x80\xaereversed",
                                       "👨‍👩‍👧‍👦", "   x"};
  g_autoptr (MzModel) model = make_model ("4", "9");
  g_autofree char *long_title = g_strnfill (2000, 'W');
  MzTextMeasurer *measurer = mz_text_measurer_new_pango (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_free (board_add (model, "risk", "code", "XX-2026-000123456789", "title", titles[i],
                       "likelihood", "3", "impact", "3", NULL));
  g_free (board_add (model, "risk", "code", "no digits", "title", long_title, "likelihood", "3",
                     "impact", "3", NULL));
  g_free (board_add (model, "risk", "title", "unrated", NULL));
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (MzScene) scene = draw (model, measurer, sizes[s][0], sizes[s][1], TRUE, TRUE);

      board_check (scene, model);
      g_assert_cmpuint (mz_scene_table (scene)->rows->len, ==, 6);
    }
  mz_text_measurer_free (measurer);
}

static void
test_sample (void)
{
  static const char *const languages[] = {"ja", "en"};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MzModel) model = board_load_sample (languages[i]);

      board_check_sizes ("heat-map", model);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/chart/heat-map/sizes/0", GUINT_TO_POINTER (0), test_sizes);
  g_test_add_data_func ("/chart/heat-map/sizes/1", GUINT_TO_POINTER (1), test_sizes);
  g_test_add_data_func ("/chart/heat-map/sizes/16", GUINT_TO_POINTER (16), test_sizes);
  g_test_add_data_func ("/chart/heat-map/sizes/60", GUINT_TO_POINTER (60), test_sizes);
  g_test_add_data_func ("/chart/heat-map/sizes/300", GUINT_TO_POINTER (300), test_sizes);
  g_test_add_func ("/chart/heat-map/golden", test_golden);
  g_test_add_func ("/chart/heat-map/all-present", test_all_present);
  g_test_add_func ("/chart/heat-map/places", test_places);
  g_test_add_func ("/chart/heat-map/limits", test_limits);
  g_test_add_func ("/chart/heat-map/keyboard", test_keyboard);
  g_test_add_func ("/chart/heat-map/odd-scales", test_odd_scales);
  g_test_add_func ("/chart/heat-map/nasty", test_nasty);
  g_test_add_func ("/chart/heat-map/sample", test_sample);
  return g_test_run ();
}
