/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The parts of the shell that need no window: search, names and states, the tables of commands. */

#include "config.h"

#include <gtk/gtk.h>

#include "mezasu/mezasu.h"
#include "mz-actions.h"
#include "mz-recent.h"
#include "mz-sample.h"
#include "mz-search.h"
#include "mz-state-text.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *what;
    const char *a;
    const char *b;
    gboolean same;
  } cases[] = {
      {"case", "Card DATA", "card data", TRUE},
      {"full width letters", "ＥＣサイト", "ecサイト", TRUE},
      {"half width kana", "ｻｲﾄ", "サイト", TRUE},
      {"half width kana with voicing", "ﾃﾞｰﾀ", "データ", TRUE},
      {"kinds of kana", "サイト", "さいと", TRUE},
      {"small kana", "ヶ月", "ゖ月", TRUE},
      {"ideographic space", "カード　情報", "カード 情報", TRUE},
      {"composed and decomposed", "\xe3\x82\xab\xe3\x82\x99", "ガ", TRUE},
      {"circled number", "①", "1", TRUE},
      {"voiced and voiceless differ", "カ", "ガ", FALSE},
      {"long vowel mark stays", "サーバ", "サバ", FALSE},
      {"sharp s", "Straße", "STRASSE", TRUE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = mz_search_fold (cases[i].a);
      g_autofree char *b = mz_search_fold (cases[i].b);
      g_test_message ("%s: %s, %s", cases[i].what, a, b);
      g_assert_true (g_str_equal (a, b) == cases[i].same);
    }
}

static MzRecord *
hit (GPtrArray *hits, guint index)
{
  return ((MzHit *)hits->pdata[index])->record;
}

static void
test_search (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "context");
  MzEdit *edit = mz_edit_new (NULL);
  g_autofree char *in_note = g_strdup (mz_edit_insert (edit, kind, NULL));
  g_autofree char *in_title = g_strdup (mz_edit_insert (edit, kind, NULL));
  g_autoptr (GPtrArray) hits = NULL;

  mz_edit_set_text (edit, kind, in_note, "title", "Other");
  mz_edit_set_text (
      edit, kind, in_note, "note",
      "A long sentence that comes before the ＣＡＲＤ データ and many words that come after it, "
      "more than a row of results has room for");
  mz_edit_set_text (edit, kind, in_title, "title", "Card データ");
  g_assert_true (mz_model_edit (model, edit, NULL));
  mz_edit_free (edit);

  hits = mz_search (model, "card ﾃﾞｰﾀ", 10);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpstr (mz_record_id (hit (hits, 0)), ==, in_title);
  g_assert_cmpstr (mz_record_id (hit (hits, 1)), ==, in_note);
  g_assert_nonnull (g_strstr_len (((MzHit *)hits->pdata[1])->snippet, -1, "ＣＡＲＤ"));
  g_assert_cmpint (g_utf8_strlen (((MzHit *)hits->pdata[1])->snippet, -1), <=, 62);

  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = mz_search (model, "card ﾃﾞｰﾀ", 1);
  g_assert_cmpuint (hits->len, ==, 1);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = mz_search (model, "  ", 10);
  g_assert_cmpuint (hits->len, ==, 0);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = mz_search (model, "card absent", 10);
  g_assert_cmpuint (hits->len, ==, 0);
}

/* Names and keys are used once, each menu row is a command with a label, and parameters keep a command out of menus. */
static void
test_actions (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const MzAction *tables[2];
  guint n[2];

  tables[0] = mz_window_actions (&n[0]);
  tables[1] = mz_application_actions (&n[1]);
  for (guint t = 0; t < 2; t++)
    for (guint i = 0; i < n[t]; i++)
      {
        const MzAction *action = &tables[t][i];
        g_auto (GStrv) own = g_strsplit (action->keys != NULL ? action->keys : "", " ", -1);
        g_assert_true (g_str_has_prefix (action->name, t == 0 ? "win." : "app."));
        g_assert_true (g_hash_table_add (names, (gpointer)action->name));
        g_assert_true (mz_actions_find (action->name) == action);
        g_assert_true (action->parameter == NULL || action->menu == MZ_MENU_NONE);
        for (guint k = 0; own[k] != NULL; k++)
          g_assert_true (g_hash_table_add (keys, g_strdup (own[k])));
      }
  g_assert_null (mz_actions_find ("win.nonsense"));
}

static void
test_time (void)
{
  g_autoptr (GDateTime) noon = g_date_time_new_local (2026, 4, 1, 12, 0, 0);
  g_autoptr (GDateTime) before = g_date_time_new_local (2026, 3, 31, 23, 59, 0);
  g_autofree char *today =
      mz_time_text (g_date_time_to_unix (noon), g_date_time_to_unix (noon) + 3600);
  g_autofree char *yesterday =
      mz_time_text (g_date_time_to_unix (before), g_date_time_to_unix (noon));

  g_assert_cmpstr (today, ==, "12:00");
  g_assert_cmpstr (yesterday, ==, "2026-03-31 23:59");
}

/* The name of a firm may hold what a file name may not. */
static void
test_suggested_name (void)
{
  static const struct
  {
    const char *firm;
    const char *name;
  } cases[] = {
      {"ECサイト企業", "ECサイト企業.mezasu"},    {"A/B <Ltd>", "A-B -Ltd-.mezasu"},
      {"../etc/passwd", "_..-etc-passwd.mezasu"}, {"", "Untitled.mezasu"},
      {"Firm v1.2", "Firm v1.2.mezasu"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MzDocument) document = mz_document_new (mz_schema_default (), NULL);
      MzRecord *firm = mz_model_single (mz_document_model (document), "organisation");
      MzEdit *edit = mz_edit_new (NULL);
      g_autofree char *name = NULL;
      mz_edit_set_text (edit, mz_record_kind (firm), mz_record_id (firm), "name", cases[i].firm);
      g_assert_true (mz_document_edit (document, edit, NULL));
      mz_edit_free (edit);
      name = mz_suggest_name (document, ".mezasu");
      g_assert_cmpstr (name, ==, cases[i].name);
      mz_document_close (document, TRUE);
    }
}

/* A sample is named, never reached by a path. */
static void
test_samples (void)
{
  g_auto (GStrv) ids = mz_sample_ids ();
  static const char *const bad[] = {"nonsense", "../models/ec-site", "ec-site.json", ""};

  g_assert_true (g_strv_contains ((const char *const *)ids, "ec-site"));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (mz_sample_load (bad[i], &error));
      g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO);
      g_assert_nonnull (g_strstr_len (error->message, -1, "ec-site"));
    }
}

static void
test_recent (void)
{
  g_auto (GStrv) list = NULL;

  mz_recent_clear ();
  for (int i = 0; i < 14; i++)
    {
      g_autofree char *path = g_strdup_printf ("/x/%d.mezasu", i);
      mz_recent_add (path);
    }
  mz_recent_add ("/x/9.mezasu");
  mz_recent_remove ("/x/12.mezasu");
  list = mz_recent_list ();
  g_assert_cmpuint (g_strv_length (list), ==, MZ_RECENT_MAX - 1);
  g_assert_cmpstr (list[0], ==, "/x/9.mezasu");
  g_assert_cmpstr (list[1], ==, "/x/13.mezasu");
  g_assert_cmpstr (list[2], ==, "/x/11.mezasu");

  g_settings_set_boolean (mz_settings (), "keep-recent", FALSE);
  mz_recent_add ("/x/secret.mezasu");
  g_strfreev (list);
  list = mz_recent_list ();
  g_assert_cmpstr (list[0], ==, "/x/9.mezasu");
  g_settings_reset (mz_settings (), "keep-recent");
  mz_recent_clear ();
}

static void
test_shortcuts_window (void)
{
  GtkWidget *window = mz_shortcuts_window_new ();
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  mz_language_start (NULL);
  gtk_disable_setlocale ();
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/search/fold", test_fold);
  g_test_add_func ("/app/search/find", test_search);
  g_test_add_func ("/app/actions/tables", test_actions);
  g_test_add_func ("/app/actions/shortcuts-window", test_shortcuts_window);
  g_test_add_func ("/app/state-text/time", test_time);
  g_test_add_func ("/app/state-text/suggested-name", test_suggested_name);
  g_test_add_func ("/app/sample/ids", test_samples);
  g_test_add_func ("/app/recent/list", test_recent);
  return g_test_run ();
}
