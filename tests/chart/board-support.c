/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the tests of the pictures of the context share. */

#include "config.h"

#include "board-support.h"

#include "mezasu/json.h"
#include "mezasu/language.h"
#include "mezasu/model-json.h"

#include <stdlib.h>

char *
board_add (MzModel *model, const char *kind_name, ...)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (model), kind_name);
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *id = mz_edit_insert (edit, kind, NULL);
  va_list arguments;

  va_start (arguments, kind_name);
  for (const char *name = va_arg (arguments, const char *); name != NULL;
       name = va_arg (arguments, const char *))
    {
      const char *text = va_arg (arguments, const char *);
      int index = mz_kind_find (kind, name);
      MzValue value = MZ_VALUE_MISSING;

      g_assert_cmpint (index, >=, 0);
      mz_value_from_machine (mz_kind_field (kind, index), text, &value, &error);
      g_assert_no_error (error);
      mz_edit_set (edit, kind, id, index, &value);
      mz_value_clear (mz_kind_field (kind, index), &value);
    }
  va_end (arguments);
  char *copy = g_strdup (id);
  mz_model_edit (model, edit, &error);
  g_assert_no_error (error);
  return copy;
}

MzModel *
board_load_sample (const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("MEZASU_MODEL_DIR"), "ec-site.json", NULL);
  MzModel *model;

  mz_language_start (language);
  model = mz_model_load (mz_schema_default (), path, language, &error);
  g_assert_no_error (error);
  return model;
}

MzScene *
board_draw (const char *name, MzModel *model, MzTextMeasurer *measurer, double width, double height,
            gboolean titled)
{
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  const MzChart *chart = mz_chart_find (name);
  const MzChartRequest request = {.analysis = analysis,
                                  .scenario = mz_analysis_scenario (analysis, NULL),
                                  .measurer = measurer,
                                  .width = width,
                                  .height = height,
                                  .unit = MZ_MONEY_UNIT_MAN,
                                  .titled = titled};

  g_assert_nonnull (chart);
  return chart->draw (&request);
}

static void
check_shape (const MzScene *scene, const MzShape *shape, MzModel *model)
{
  g_assert_cmpfloat (shape->width, >=, 0);
  g_assert_cmpfloat (shape->height, >=, 0);
  if (shape->type == MZ_SHAPE_TEXT)
    {
      g_assert_cmpfloat (shape->size, >=, 9.99);
      /* What was shortened can be read in full by pointing at it. */
      if (shape->shortened)
        g_assert_nonnull (shape->tooltip);
    }
  if (shape->role == MZ_ROLE_MARK)
    {
      g_assert_nonnull (shape->record);
      g_assert_nonnull (shape->tooltip);
      g_assert_nonnull (mz_scene_mark_of (scene, shape->record));
      g_assert_cmpfloat (shape->x, >=, -1);
      g_assert_cmpfloat (shape->y, >=, -1);
      g_assert_cmpfloat (shape->x + shape->width, <=, mz_scene_width (scene) + 1);
      g_assert_cmpfloat (shape->y + shape->height, <=, mz_scene_height (scene) + 1);
    }
  if (shape->record != NULL)
    g_assert_nonnull (mz_model_find (model, shape->record));
}

void
board_check (const MzScene *scene, MzModel *model)
{
  g_autoptr (GPtrArray) overlaps = mz_scene_overlaps (scene);

  for (guint i = 0; i < overlaps->len; i++)
    g_test_message ("%s at %g × %g: %s", mz_scene_name (scene), mz_scene_width (scene),
                    mz_scene_height (scene), (char *)g_ptr_array_index (overlaps, i));
  g_assert_cmpuint (overlaps->len, ==, 0);
  g_assert_cmpstr (mz_scene_description (scene), !=, NULL);
  g_assert_cmpstr (mz_scene_description (scene), !=, "");
  g_assert_nonnull (mz_scene_table (scene));
  g_assert_cmpuint (mz_scene_n_shapes (scene), >, 0);
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    check_shape (scene, mz_scene_shape (scene, i), model);
}

void
board_check_sizes (const char *name, MzModel *model)
{
  static const double sizes[][2] = {{160, 120},  {400, 300},  {800, 500},  {842, 595},
                                    {1180, 620}, {1280, 720}, {1920, 1080}};
  MzTextMeasurer *measurers[] = {mz_text_measurer_new_fixed (), mz_text_measurer_new_pango (NULL)};

  for (guint m = 0; m < G_N_ELEMENTS (measurers); m++)
    {
      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        for (int titled = 0; titled < 2; titled++)
          {
            g_autoptr (MzScene) scene =
                board_draw (name, model, measurers[m], sizes[s][0], sizes[s][1], titled);

            g_assert_cmpfloat_with_epsilon (mz_scene_width (scene), sizes[s][0], 0.001);
            g_assert_cmpfloat_with_epsilon (mz_scene_height (scene), sizes[s][1], 0.001);
            board_check (scene, model);
          }
      mz_text_measurer_free (measurers[m]);
    }
}

/* Ids are random in models that a test makes, so goldens name them by order of appearance. */
static char *
name_ids (const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", 0, 0, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GString *named = g_string_new (NULL);
  int from = 0, start, end;

  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *id = g_match_info_fetch (match, 0);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (names, id));

      if (number == 0)
        {
          number = g_hash_table_size (names) + 1;
          g_hash_table_insert (names, g_strdup (id), GUINT_TO_POINTER (number));
        }
      g_match_info_fetch_pos (match, 0, &start, &end);
      g_string_append_len (named, text + from, start - from);
      g_string_append_printf (named, "record-%u", number);
      from = end;
    }
  g_string_append (named, text + from);
  return g_string_free (named, FALSE);
}

void
board_check_golden (const MzScene *scene, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "golden", file, NULL);
  g_autofree char *text = mz_scene_to_text (scene);
  g_autofree char *named = name_ids (text);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("MEZASU_WRITE_GOLDENS") != NULL)
    {
      g_file_set_contents (path, named, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (named, ==, expected);
}

guint
board_count_marks (const MzScene *scene, MzModel *model, const char *kind)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);

      if (shape->role == MZ_ROLE_MARK && mz_record_is (mz_model_find (model, shape->record), kind))
        g_hash_table_add (seen, shape->record);
    }
  return g_hash_table_size (seen);
}

guint
board_count_rest (const MzScene *scene)
{
  guint sum = 0;

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);

      if (shape->type == MZ_SHAPE_TEXT && shape->record == NULL && shape->text[0] == '+')
        sum += (guint)atoi (shape->text + 1);
    }
  return sum;
}

const MzShape *
board_find_text (const MzScene *scene, const char *text)
{
  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);

      if (shape->type == MZ_SHAPE_TEXT && g_strcmp0 (shape->text, text) == 0)
        return shape;
    }
  return NULL;
}
