/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The board pack: its pages, that nothing overlaps on them, and that the figures are those of the analysis. */

#include "config.h"

#include <string.h>

#include "mezasu/mezasu.h"

typedef struct
{
  MzModel *model;
  MzAnalysis *analysis;
  MzTextMeasurer *measurer;
} Fixture;

static Fixture
load (const char *language)
{
  g_autofree char *path = g_build_filename (g_getenv ("MEZASU_MODEL_DIR"), "ec-site.json", NULL);
  g_autoptr (GError) error = NULL;
  Fixture fixture = { mz_model_load (mz_schema_default (), path, language, &error), NULL,
                      mz_text_measurer_new_pango (NULL) };
  g_assert_no_error (error);
  fixture.analysis = mz_analysis_new (fixture.model);
  return fixture;
}

static void
unload (Fixture *fixture)
{
  mz_analysis_unref (fixture->analysis);
  mz_text_measurer_free (fixture->measurer);
  g_object_unref (fixture->model);
}

static MzReport *
make (Fixture *fixture, MzPaper paper)
{
  MzReportRequest request = { fixture->analysis, mz_analysis_scenario (fixture->analysis, NULL), fixture->measurer,
                              MZ_MONEY_UNIT_MAN, paper, "2026-11-21" };
  if (request.scenario == NULL)
    request.scenario = mz_analysis_baseline (fixture->analysis);
  return mz_report_new (&request);
}

static void
assert_tidy (const MzReport *report)
{
  for (guint i = 0; i < mz_report_n_pages (report); i++)
    {
      g_autoptr (GPtrArray) overlaps = mz_scene_overlaps (mz_report_page (report, i));
      for (guint j = 0; j < overlaps->len; j++)
        g_test_message ("page %u (%s): %s", i + 1, mz_scene_name (mz_report_page (report, i)),
                        (char *) g_ptr_array_index (overlaps, j));
      g_assert_cmpuint (overlaps->len, ==, 0);
    }
}

static void
test_pages (void)
{
  static const char *const languages[] = { "ja", "en" };
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (int paper = MZ_PAPER_16_9; paper <= MZ_PAPER_A4; paper++)
      {
        Fixture fixture = load (languages[l]);
        g_autoptr (MzReport) report = make (&fixture, paper);
        g_assert_cmpuint (mz_report_n_pages (report), >=, 10);
        assert_tidy (report);
        unload (&fixture);
      }
}

static void
test_empty_model (void)
{
  Fixture fixture = { mz_model_new (mz_schema_default ()), NULL, mz_text_measurer_new_pango (NULL) };
  g_autoptr (MzReport) report = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  fixture.analysis = mz_analysis_new (fixture.model);
  report = make (&fixture, MZ_PAPER_16_9);
  assert_tidy (report);
  pdf = mz_report_to_pdf (report, MZ_THEME_PRINT, &error);
  g_assert_no_error (error);
  unload (&fixture);
}

/* What an independent reader finds in the PDF. */
static char *
read_pdf (GBytes *pdf, const char *tool, const char *option)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mezasu-report.pdf", NULL);
  const char *arguments[] = { tool, path, option, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  char *text = NULL;
  int status;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, &complaint, &status, &error);
  g_assert_no_error (error);
  /* A reader that has to mend a file says so. */
  g_assert_cmpstr (complaint, ==, "");
  g_assert_cmpint (status, ==, 0);
  return text;
}

/* What stands behind the last object that cairo wrote: text, without any zero. */
static const char *
pdf_tail (GBytes *pdf)
{
  static char tail[512];
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  memcpy (tail, data + size - (sizeof tail - 1), sizeof tail - 1);
  return tail;
}

static void
test_pdf (void)
{
  Fixture fixture = load ("ja");
  g_autoptr (MzReport) report = make (&fixture, MZ_PAPER_16_9);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = mz_report_to_pdf (report, MZ_THEME_PRINT, &error);
  g_autoptr (GBytes) again = mz_report_to_pdf (report, MZ_THEME_PRINT, &error);
  const MzScenarioResult *scenario = mz_analysis_scenario (fixture.analysis, NULL);
  g_autofree char *text = NULL;
  g_autofree char *fonts = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *dests = NULL;
  g_autofree char *last = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, again));
  text = read_pdf (pdf, "pdftotext", "-");
  /* Selectable Japanese, and the figure of the analysis on the page. */
  g_assert_nonnull (strstr (text, "社外秘"));
  asked = mz_headline_money (scenario->investment_this_year.yen);
  g_assert_nonnull (strstr (text, asked));
  fonts = read_pdf (pdf, "pdffonts", NULL);
  g_assert_null (strstr (fonts, " no  no"));
  /* Each font is embedded, and only what is used of it. */
  {
    g_auto (GStrv) lines = g_strsplit (g_strchomp (fonts), "\n", -1);
    g_assert_cmpuint (g_strv_length (lines), >=, 3);
    for (guint i = 2; lines[i] != NULL; i++)
      g_assert_nonnull (strstr (lines[i], " yes yes yes "));
  }
  /* A place for each page, which rows of the contents lead to; the language, where readers of screens look for it. */
  dests = read_pdf (pdf, "pdfinfo", "-dests");
  for (guint i = 0; i < mz_report_n_pages (report); i++)
    {
      g_autofree char *dest = g_strdup_printf ("\"page-%u\"", i + 1);
      g_assert_nonnull (strstr (dests, dest));
    }
  g_assert_nonnull (g_strstr_len (pdf_tail (pdf), -1, "/Lang (ja-JP)"));
  pages = read_pdf (pdf, "pdfinfo", NULL);
  g_assert_nonnull (strstr (pages, "Author:          ECサイト企業\n"));
  g_assert_nonnull (strstr (pages, "Keywords:        社外秘\n"));
  last = g_strdup_printf ("%u / %u", mz_report_n_pages (report), mz_report_n_pages (report));
  g_assert_nonnull (strstr (text, last));
  expected = g_strdup_printf ("Pages:           %u\n", mz_report_n_pages (report));
  g_assert_nonnull (strstr (pages, expected));
  unload (&fixture);
}

/* Many risks with long names in strange writing: tables go on over pages, nothing is lost or laid over. */
static void
test_many (void)
{
  Fixture fixture = load ("ja");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "risk");
  g_autoptr (MzReport) report = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 120; i++)
    {
      const char *id = mz_edit_insert (edit, kind, NULL);
      g_autofree char *title = g_strdup_printf ("<b>&amp; N%03d 🙂 مخاطر とても長い名前のリスクがここに入ります", i);
      mz_edit_set_text (edit, kind, id, "title", title);
    }
  g_assert_true (mz_model_edit (fixture.model, edit, NULL));
  mz_analysis_unref (fixture.analysis);
  fixture.analysis = mz_analysis_new (fixture.model);
  report = make (&fixture, MZ_PAPER_A4);
  assert_tidy (report);
  pdf = mz_report_to_pdf (report, MZ_THEME_PRINT, NULL);
  text = read_pdf (pdf, "pdftotext", "-");
  for (int i = 0; i < 120; i++)
    {
      g_autofree char *mark = g_strdup_printf ("<b>&amp; N%03d", i);
      g_assert_nonnull (strstr (text, mark));
    }
  unload (&fixture);
}

/* The page of the bad year is there when losses are, in each language and on each paper, and tells the run's figures. */
static void
test_loss_page (void)
{
  static const char *const languages[] = { "ja", "en" };
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (int paper = MZ_PAPER_16_9; paper <= MZ_PAPER_A4; paper++)
      {
        Fixture fixture = load (languages[l]);
        g_autoptr (GError) error = NULL;
        g_autoptr (MzLoss) loss = mz_loss_new (fixture.analysis, &error);
        MzReportRequest request = { fixture.analysis, mz_analysis_scenario (fixture.analysis, NULL), fixture.measurer,
                                    MZ_MONEY_UNIT_MAN, paper, "2026-11-21", loss };
        g_autoptr (MzReport) without = make (&fixture, paper), with = mz_report_new (&request);
        const MzLossScenario *proposed = mz_loss_scenario (loss, request.scenario->id);
        g_autofree char *verdict = mz_loss_verdict_sentence (loss, proposed);
        g_autofree char *bad_year = mz_money_format_number ((gint64) (proposed->levels[MZ_LOSS_P95].value + 0.5),
                                                            MZ_MONEY_UNIT_MAN, 0, MZ_MINUS_HYPHEN);
        gboolean told = FALSE, judged = FALSE, found = FALSE;
        g_assert_no_error (error);
        g_assert_cmpuint (mz_report_n_pages (with), ==, mz_report_n_pages (without) + 1);
        assert_tidy (with);
        for (guint i = 0; i < mz_report_n_pages (with); i++)
          {
            const MzScene *page = mz_report_page (with, i);
            if (strcmp (mz_scene_name (page), "loss") != 0)
              continue;
            found = TRUE;
            for (guint j = 0; j < mz_scene_n_shapes (page); j++)
              {
                const char *text = mz_scene_shape (page, j)->text;
                told = told || g_strcmp0 (text, bad_year) == 0;
                judged = judged || g_strcmp0 (text, verdict) == 0;
              }
          }
        g_assert_true (found && told && judged);
        unload (&fixture);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mz_language_start ("ja");
  g_test_add_func ("/report/report/pages", test_pages);
  g_test_add_func ("/report/report/loss-page", test_loss_page);
  g_test_add_func ("/report/report/empty-model", test_empty_model);
  g_test_add_func ("/report/report/pdf", test_pdf);
  g_test_add_func ("/report/report/many", test_many);
  return g_test_run ();
}
