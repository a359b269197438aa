/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The board pack of every sample firm in the language that is named: no text lies over another, and none is cut where
 * the board decides from it. */

#include "config.h"

#include "mezasu/mezasu.h"

/* Texts that may end in an ellipsis on one page: cards of a board, and lists of what a risk comes from. */
#define MOST_CUT 40

static void
assert_no_overlap (const MzScene *page, const char *where)
{
  g_autoptr (GPtrArray) overlaps = mz_scene_overlaps (page);

  for (guint i = 0; i < overlaps->len; i++)
    g_test_message ("%s: %s", where, (char *)g_ptr_array_index (overlaps, i));
  g_assert_cmpuint (overlaps->len, ==, 0);
}

static guint
count_cut (const MzScene *page, const char *where, gboolean loud)
{
  guint cut = 0;

  for (guint i = 0; i < mz_scene_n_shapes (page); i++)
    {
      const MzShape *shape = mz_scene_shape (page, i);

      if (shape->type != MZ_SHAPE_TEXT || !shape->shortened)
        continue;
      cut++;
      if (loud)
        g_test_message ("%s: “%s” is cut", where, shape->text);
    }
  return cut;
}

static void
check_pack (const char *path, const char *language, MzPaper paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) model = mz_model_load (mz_schema_default (), path, language, &error);
  g_assert_no_error (error);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzTextMeasurer) measurer = mz_text_measurer_new_pango (NULL);
  MzReportRequest request = {.analysis = analysis,
                             .scenario = mz_analysis_scenario (analysis, NULL),
                             .measurer = measurer,
                             .unit = MZ_MONEY_UNIT_MAN,
                             .paper = paper,
                             .date = "2026-11-21",
                             .audience = MZ_AUDIENCE_ANY};
  if (request.scenario == NULL)
    request.scenario = mz_analysis_baseline (analysis);
  g_autoptr (MzReport) report = mz_report_new (&request);

  g_assert_cmpuint (mz_report_n_pages (report), >=, 15);
  for (guint i = 0; i < mz_report_n_pages (report); i++)
    {
      const MzScene *page = mz_report_page (report, i);
      g_autofree char *base = g_path_get_basename (path);
      g_autofree char *where =
          g_strdup_printf ("%s %s, page %u (%s)", base, language, i + 1, mz_scene_name (page));

      assert_no_overlap (page, where);
      /* The first page is what the board holds in its hands. */
      guint cut = count_cut (page, where, i == 0), most = i == 0 ? 0 : MOST_CUT;
      if (cut > most)
        g_test_message ("%s: %u texts are cut", where, cut);
      g_assert_cmpuint (cut, <=, most);
    }
}

static void
test_firm (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("MEZASU_MODEL_DIR"), data, NULL);

  check_pack (path, mz_language (), MZ_PAPER_16_9);
  /* Paper takes as long again; half of the firms in either language show what it does. */
  if (g_str_hash (data) % 2 == (g_str_equal (mz_language (), "ja") ? 0 : 1))
    check_pack (path, mz_language (), MZ_PAPER_A4);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  mz_language_start (argv[1]);
  g_assert_cmpstr (mz_language (), ==, argv[1]);
  folder = g_dir_open (g_getenv ("MEZASU_MODEL_DIR"), 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *test = g_strdup_printf ("/report/firms/%s/%s", argv[1], name);

        g_ptr_array_add (names, g_strdup (name));
        g_test_add_data_func (test, g_ptr_array_index (names, names->len - 1), test_firm);
      }
  g_assert_cmpuint (names->len, >=, 8);
  return g_test_run ();
}
