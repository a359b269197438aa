/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Comparing and taking in, in the window: what is listed, what is chosen, one undo. */

#include "config.h"

#include "mezasu/language.h"
#include "mezasu/model-json.h"
#include "mz-difference-window.h"
#include "window-support.h"

static MzModel *
model_of (MzWindow *window)
{
  return mz_workspace_model (mz_window_workspace (window));
}

static void
rename_risk (MzDocument *document, guint index, const char *title)
{
  g_autoptr (GError) error = NULL;
  MzRecord *risk = mz_model_nth (mz_document_model (document), "risk", index);
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);

  mz_edit_set_text (edit, mz_record_kind (risk), mz_record_id (risk), "title", title);
  g_assert_true (mz_document_edit (document, edit, &error));
  g_assert_no_error (error);
}

static const char *
risk_title (MzWindow *window, guint index)
{
  return mz_record_text (mz_model_nth (model_of (window), "risk", index), "title");
}

/* A copy of the saved document in which two risks got other titles. */
static char *
make_copy (MzWindow *window)
{
  g_autoptr (GError) error = NULL;
  char *path = temporary_path ("theirs.mezasu");
  g_autofree char *own = temporary_path ("mine.mezasu");
  g_autoptr (MzDocument) copy = NULL;

  g_assert_true (mz_document_save_as (mz_window_document (window), own, TRUE, &error));
  copy = mz_document_open (mz_schema_default (), own, &error);
  g_assert_no_error (error);
  rename_risk (copy, 0, "Theirs 0");
  rename_risk (copy, 1, "Theirs 1");
  g_assert_true (mz_document_save_as (copy, path, TRUE, &error));
  mz_document_close (copy, TRUE);
  return path;
}

static GtkWidget *
difference_window (MzWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (MZ_IS_DIFFERENCE_WINDOW (window) &&
          gtk_window_get_transient_for (window) == GTK_WINDOW (parent))
        return GTK_WIDGET (window);
    }
  return NULL;
}

static void
do_action (MzWindow *window, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), name, NULL));
}

static guint
shown_rows (GtkWidget *window)
{
  GtkWidget *view = find_widget (window, "view");

  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))));
}

static void
test_compare (void)
{
  MzWindow *window = open_sample ();
  g_autofree char *path = make_copy (window);
  GtkWidget *found;

  answer_with (path, NULL);
  do_action (window, "win.compare");
  WAIT_FOR (difference_window (window) != NULL);
  found = difference_window (window);
  g_assert_cmpuint (shown_rows (found), ==, 2);
  g_assert_null (mz_difference_window_merge (MZ_DIFFERENCE_WINDOW (found)));
  g_assert_false (gtk_widget_get_visible (find_widget (found, "take")));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_widget (found, "summary"))), ==,
                   "2 differences.");
  gtk_editable_set_text (GTK_EDITABLE (find_widget (found, "search")), "theirs 1");
  WAIT_FOR (shown_rows (found) == 1);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (found, "search")), "");
  WAIT_FOR (shown_rows (found) == 2);
  g_signal_emit_by_name (find_widget (found, "view"), "activate", 1);
  g_assert_true (mz_workspace_selected (mz_window_workspace (window)) ==
                 mz_model_nth (model_of (window), "risk", 1));
  gtk_window_destroy (GTK_WINDOW (found));
  close_window (window);
}

static void
test_take_in (void)
{
  MzWindow *window = open_sample ();
  g_autofree char *path = make_copy (window);
  g_autofree char *old = g_strdup (risk_title (window, 0));
  GtkWidget *found;
  MzMerge *merge;

  rename_risk (mz_window_document (window), 0, "Mine 0");
  rename_risk (mz_window_document (window), 2, "Mine 2");
  answer_with (path, NULL);
  do_action (window, "win.take-in");
  WAIT_FOR (difference_window (window) != NULL);
  found = difference_window (window);
  merge = mz_difference_window_merge (MZ_DIFFERENCE_WINDOW (found));
  g_assert_cmpuint (shown_rows (found), ==, 2);
  g_assert_cmpuint (mz_merge_n_conflicts (merge), ==, 1);
  g_assert_true (gtk_widget_get_visible (find_widget (found, "conflict_box")));
  mz_merge_choose (merge, 0, MZ_MERGE_THEIRS);
  g_assert_true (mz_difference_window_take (MZ_DIFFERENCE_WINDOW (found)));
  g_assert_cmpstr (risk_title (window, 0), ==, "Theirs 0");
  g_assert_cmpstr (risk_title (window, 1), ==, "Theirs 1");
  g_assert_cmpstr (risk_title (window, 2), ==, "Mine 2");
  mz_workspace_undo (mz_window_workspace (window));
  g_assert_cmpstr (risk_title (window, 0), ==, "Mine 0");
  mz_workspace_undo (mz_window_workspace (window));
  mz_workspace_undo (mz_window_workspace (window));
  g_assert_cmpstr (risk_title (window, 0), ==, old);
  close_window (window);
}

/* Of JSON nothing is known: nothing is chosen, and what is chosen is taken. */
static void
test_unknown_base (void)
{
  MzWindow *window = open_sample ();
  g_autoptr (MzModel) theirs = mz_model_copy (model_of (window));
  g_autoptr (GError) error = NULL;
  MzRecord *risk = mz_model_nth (theirs, "risk", 0);
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autofree char *old = g_strdup (risk_title (window, 0));
  GtkWidget *found;

  mz_edit_set_text (edit, mz_record_kind (risk), mz_record_id (risk), "title", "Other");
  g_assert_true (mz_model_edit (theirs, edit, &error));
  found = mz_take_in_window_new (window, NULL, theirs, "theirs", &error);
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (found));
  g_assert_true (gtk_widget_get_visible (find_widget (found, "refusal")));
  g_assert_cmpuint (shown_rows (found), ==, 1);
  g_assert_true (mz_difference_window_take (MZ_DIFFERENCE_WINDOW (found)));
  g_assert_cmpstr (risk_title (window, 0), ==, old);
  close_window (window);
}

static void
test_carry (void)
{
  MzWindow *window = open_sample ();
  gint64 year =
      mz_record_integer (mz_model_single (model_of (window), "organisation"), "fiscal_year", 0);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  MzWindow *next = NULL;

  do_action (window, "win.carry");
  for (GList *w = gtk_application_get_windows (application); w != NULL; w = w->next)
    if (MZ_IS_WINDOW (w->data) && w->data != window && mz_window_workspace (w->data) != NULL)
      next = w->data;
  g_assert_nonnull (next);
  g_assert_cmpint (
      mz_record_integer (mz_model_single (model_of (next), "organisation"), "fiscal_year", 0), ==,
      year + 1);
  g_assert_cmpuint (mz_model_count (model_of (next), "step_actual"), >, 0);
  mz_window_show_page (next, "options");
  close_window (next);
  close_window (window);
}

int
main (int argc, char **argv)
{
  mz_language_start (NULL);
  gtk_disable_setlocale ();
  gtk_test_init (&argc, &argv, NULL);
  start_program ();
  /* The program would end with its last window; the next test opens another. */
  g_application_hold (G_APPLICATION (start_program ()));
  g_test_add_func ("/app/difference-window/compare", test_compare);
  g_test_add_func ("/app/difference-window/take-in", test_take_in);
  g_test_add_func ("/app/difference-window/unknown-base", test_unknown_base);
  g_test_add_func ("/app/difference-window/carry", test_carry);
  return g_test_run ();
}
