/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a document makes of the board pack: which pages, in which order, in whose words, for whom; papers, eras, and the
 * same figures in both languages. */

#include "config.h"

#include <string.h>

#include "mezasu/mezasu.h"

typedef struct
{
  MzModel *model;
  MzAnalysis *analysis;
  MzTextMeasurer *measurer;
  MzReportRequest request;
} Fixture;

static Fixture
load (const char *language)
{
  g_autofree char *path = g_build_filename (g_getenv ("MEZASU_MODEL_DIR"), "ec-site.json", NULL);
  g_autoptr (GError) error = NULL;
  Fixture self = { mz_model_load (mz_schema_default (), path, language, &error) };

  g_assert_no_error (error);
  self.measurer = mz_text_measurer_new_pango (NULL);
  return self;
}

static MzReport *
make (Fixture *self)
{
  g_clear_pointer (&self->analysis, mz_analysis_unref);
  self->analysis = mz_analysis_new (self->model);
  self->request.analysis = self->analysis;
  self->request.scenario = mz_analysis_scenario (self->analysis, NULL);
  self->request.measurer = self->measurer;
  return mz_report_new (&self->request);
}

static void
unload (Fixture *self)
{
  g_clear_pointer (&self->analysis, mz_analysis_unref);
  mz_text_measurer_free (self->measurer);
  g_object_unref (self->model);
}

static void
change (Fixture *self, MzEdit *edit)
{
  g_autoptr (GError) error = NULL;
  mz_model_edit (self->model, edit, &error);
  g_assert_no_error (error);
}

static const char *
add_slide (MzEdit *edit, const char *page, gboolean shown, gint64 position)
{
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "slide");
  const char *id = mz_edit_insert (edit, kind, NULL);
  mz_edit_set_text (edit, kind, id, "page", page);
  mz_edit_set_integer (edit, kind, id, "shown", shown);
  mz_edit_set_integer (edit, kind, id, "position", position);
  return id;
}

static void
set_of_firm (Fixture *self, const char *field, const char *text)
{
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  MzRecord *firm = mz_model_single (self->model, "organisation");
  mz_edit_set_text (edit, mz_record_kind (firm), mz_record_id (firm), field, text);
  change (self, edit);
}

/* Names of the pages, each once, joined. */
static char *
names_of (const MzReport *report)
{
  GString *names = g_string_new (NULL);
  const char *before = "";
  for (guint i = 0; i < mz_report_n_pages (report); i++)
    {
      const char *name = mz_scene_name (mz_report_page (report, i));
      if (strcmp (name, before) != 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", name);
      before = name;
    }
  return g_string_free (names, FALSE);
}

static void
assert_pages (Fixture *self, const char *expected)
{
  g_autoptr (MzReport) report = make (self);
  g_autofree char *names = names_of (report);
  g_assert_cmpstr (names, ==, expected);
}

static void
test_audiences (void)
{
  Fixture self = load ("ja");
  assert_pages (&self, "board contents context forces internal systems situation risks damages options money strategy "
                       "scorecard trends dashboard scenarios origin assumptions");
  set_of_firm (&self, "audience", "board");
  assert_pages (&self, "board risks damages options money scenarios");
  self.request.audience = MZ_AUDIENCE_WORKSHOP;
  assert_pages (&self, "context competition stakeholders internal systems situation risks strategy");
  self.request.audience = MZ_AUDIENCE_MANAGEMENT;
  assert_pages (&self, "board contents situation risks damages options plan money strategy scorecard trends dashboard "
                       "scenarios assumptions");
  unload (&self);
}

static void
test_chosen (void)
{
  static const char *const names[] = { "money", "contents", "risks", NULL };
  Fixture self = load ("ja");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL), none = mz_edit_new (NULL);

  set_of_firm (&self, "audience", "board");
  /* Two pages change places, one is left out, one comes in; all others stand as they do. */
  add_slide (edit, "money", TRUE, 10);
  add_slide (edit, "risks", TRUE, 20);
  add_slide (edit, "scenarios", FALSE, 30);
  add_slide (edit, "assumptions", TRUE, 40);
  add_slide (edit, "no-such-page", TRUE, 5);
  change (&self, edit);
  assert_pages (&self, "board money damages options risks assumptions");
  /* Naming an audience asks for its pages; the order stays. */
  self.request.audience = MZ_AUDIENCE_BOARD;
  assert_pages (&self, "board money damages options risks scenarios");
  self.request.audience = MZ_AUDIENCE_KEPT;
  self.request.pages = names;
  assert_pages (&self, "money contents risks");
  unload (&self);

  /* A pack of nothing is the page that decides. */
  self = load ("ja");
  set_of_firm (&self, "audience", "board");
  for (guint i = 0; mz_pack_page_nth (i) != NULL; i++)
    add_slide (none, mz_pack_page_nth (i)->name, FALSE, i);
  change (&self, none);
  assert_pages (&self, "board");
  unload (&self);
}

static void
test_words (void)
{
  Fixture self = load ("en");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL), later = mz_edit_new (NULL);
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "slide");
  g_autoptr (MzReport) before = NULL;
  g_autoptr (MzReport) fresh = NULL;
  g_autoptr (MzReport) stale = NULL;
  const char *id;

  set_of_firm (&self, "audience", "board");
  before = make (&self);
  g_assert_false (mz_report_is_outdated (before, 0));
  id = add_slide (edit, "board", TRUE, 1);
  mz_edit_set_text (edit, kind, id, "title", "What we ask");
  mz_edit_set_text (edit, kind, id, "headline", "Card data must go.");
  mz_edit_set_text (edit, kind, id, "headline_basis", mz_report_sentence (before, 0));
  change (&self, edit);
  fresh = make (&self);
  g_assert_cmpstr (mz_scene_title (mz_report_page (fresh, 0)), ==, "Card data must go.");
  g_assert_cmpstr (mz_report_subject (fresh, 0), ==, "What we ask");
  g_assert_cmpstr (mz_report_sentence (fresh, 0), ==, mz_scene_title (mz_report_page (before, 0)));
  g_assert_false (mz_report_is_outdated (fresh, 0));
  mz_edit_set_text (later, kind, id, "headline_basis", "Things as they are cost 1 million yen a year.");
  change (&self, later);
  stale = make (&self);
  g_assert_true (mz_report_is_outdated (stale, 0));
  unload (&self);
}

static gboolean
has_text (const MzReport *report, const char *part)
{
  for (guint i = 0; i < mz_report_n_pages (report); i++)
    for (guint j = 0; j < mz_scene_n_shapes (mz_report_page (report, i)); j++)
      {
        const char *text = mz_scene_shape (mz_report_page (report, i), j)->text;
        if (text != NULL && strstr (text, part) != NULL)
          return TRUE;
      }
  return FALSE;
}

static void
test_eras (void)
{
  static const struct
  {
    const char *date, *shown;
  } days[] = {
    { "2026-11-21", "令和8年11月21日" }, { "2019-05-01", "令和元年5月1日" }, { "2019-04-30", "平成31年4月30日" },
    { "1989-01-07", "昭和64年1月7日" },  { "1926-12-24", "大正15年12月24日" }, { "1912-07-29", "明治45年7月29日" },
  };
  Fixture self = load ("ja");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  MzRecord *firm = mz_model_single (self.model, "organisation");

  mz_edit_set_integer (edit, mz_record_kind (firm), mz_record_id (firm), "japanese_era", TRUE);
  change (&self, edit);
  set_of_firm (&self, "audience", "board");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (MzReport) report = NULL;
      self.request.date = days[i].date;
      report = make (&self);
      g_assert_true (has_text (report, days[i].shown));
    }
  mz_language_use ("en");
  {
    g_autoptr (MzReport) report = make (&self);
    g_assert_true (has_text (report, "1912-07-29"));
  }
  mz_language_use (NULL);
  unload (&self);
}

/* The numbers in the tables of a pack: cells that hold nothing but a number. */
static char *
numbers_of (const MzReport *report)
{
  GString *numbers = g_string_new (NULL);
  for (guint i = 0; i < mz_report_n_pages (report); i++)
    for (guint j = 0; j < mz_scene_n_shapes (mz_report_page (report, i)); j++)
      {
        const char *text = mz_scene_shape (mz_report_page (report, i), j)->text;
        g_autofree char *plain = text != NULL ? g_strdup (text) : NULL;
        g_auto (GStrv) parts = NULL;
        if (text == NULL)
          continue;
        /* Negative amounts wear another sign in each language. */
        parts = g_strsplit (text, "△", -1);
        g_free (plain);
        plain = g_strjoinv ("-", parts);
        if (strspn (plain, "-0123456789,.") == strlen (plain) - (g_str_has_suffix (plain, "※") ? strlen ("※") : 0))
          g_string_append_printf (numbers, "%s\n", plain);
      }
  return g_string_free (numbers, FALSE);
}

/* One model, a pack in each language on a thread that speaks it: the same figures in the same order. */
static void
test_languages (void)
{
  static const char *const pages[] = { "risks", "damages", "options", "scenarios", NULL };
  Fixture self = load ("ja");
  char *numbers[2];
  gboolean japanese[2];

  self.request.pages = pages;
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (MzReport) report = NULL;
      g_assert_null (mz_language_use (i == 0 ? "ja" : "en"));
      report = make (&self);
      numbers[i] = numbers_of (report);
      japanese[i] = has_text (report, "年間損失");
      mz_language_use (NULL);
    }
  g_assert_true (japanese[0]);
  g_assert_false (japanese[1]);
  g_assert_cmpuint (strlen (numbers[0]), >, 500);
  g_assert_cmpstr (numbers[0], ==, numbers[1]);
  g_free (numbers[0]);
  g_free (numbers[1]);
  unload (&self);
}

static void
test_upright (void)
{
  static const char *const languages[] = { "ja", "en" };
  for (guint l = 0; l < 2; l++)
    for (int audience = MZ_AUDIENCE_BOARD; audience <= MZ_AUDIENCE_WORKSHOP; audience++)
      {
        Fixture self = load (languages[l]);
        g_autoptr (MzReport) report = NULL;
        mz_language_use (languages[l]);
        self.request.paper = MZ_PAPER_A4_PORTRAIT;
        self.request.audience = audience;
        report = make (&self);
        for (guint i = 0; i < mz_report_n_pages (report); i++)
          {
            const MzScene *page = mz_report_page (report, i);
            g_autoptr (GPtrArray) overlaps = mz_scene_overlaps (page);
            for (guint j = 0; j < overlaps->len; j++)
              g_test_message ("page %u (%s): %s", i + 1, mz_scene_name (page), (char *) overlaps->pdata[j]);
            g_assert_cmpfloat (mz_scene_height (page), >, mz_scene_width (page));
            g_assert_cmpuint (overlaps->len, ==, 0);
          }
        mz_language_use (NULL);
        unload (&self);
      }
}

static void
stop_at_half (double share, gpointer data)
{
  if (share >= 0.5)
    g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  Fixture self = load ("ja");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MzReport) report = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) slides = NULL;
  g_autoptr (GError) error = NULL;

  self.request.progress = stop_at_half;
  self.request.progress_data = cancellable;
  self.request.cancellable = cancellable;
  report = make (&self);
  pdf = mz_report_to_pdf (report, MZ_THEME_PRINT, &error);
  g_assert_null (pdf);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_cancellable_reset (cancellable);
  slides = mz_report_to_pptx (report, MZ_THEME_PRINT, &error);
  g_assert_null (slides);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  unload (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mz_language_start ("ja");
  g_test_add_func ("/report/pack/audiences", test_audiences);
  g_test_add_func ("/report/pack/chosen", test_chosen);
  g_test_add_func ("/report/pack/words", test_words);
  g_test_add_func ("/report/pack/eras", test_eras);
  g_test_add_func ("/report/pack/languages", test_languages);
  g_test_add_func ("/report/pack/upright", test_upright);
  g_test_add_func ("/report/pack/cancel", test_cancel);
  return g_test_run ();
}
