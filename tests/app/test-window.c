/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The window in this process: the sample firm is opened, edited, saved, closed and recovered through the same actions that
 * a person's clicks activate. */

#include "config.h"

#include <gtk/gtk.h>

#include "mezasu/file.h"
#include "mezasu/mezasu.h"
#include "mz-pages.h"
#include "mz-import-preview.h"
#include "mz-past-window.h"
#include "mz-preferences.h"
#include "mz-recent.h"
#include "window-support.h"

static void
test_sample (void)
{
  MzWindow *window = open_sample ();

  g_assert_cmpstr (title_of (window), ==, "EC site company");
  g_assert_cmpstr (subtitle_of (window), ==, "Not yet in a file");
  g_assert_cmpstr (mz_window_page (window), ==, mz_pages_nth (0)->name);
  /* A copy nobody edited is no work: it closes without a question. */
  close_window (window);
  g_assert_null (last_heading ());
}

static void
test_edit_and_undo (void)
{
  MzWindow *window = open_sample ();
  GtkWidget *undo = find_widget (GTK_WIDGET (window), "undo_button");
  GtkWidget *redo = find_widget (GTK_WIDGET (window), "redo_button");

  g_assert_false (gtk_widget_get_sensitive (undo));
  rename_firm (window, "Another <firm> & co");
  g_assert_cmpstr (title_of (window), ==, "Another <firm> & co");
  g_assert_cmpstr (subtitle_of (window), ==, "Edited — kept safely, not yet in a file");
  g_assert_true (gtk_widget_get_sensitive (undo));
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (undo), "Undo: "));
  g_assert_nonnull (g_strstr_len (gtk_widget_get_tooltip_text (undo), -1, "Another <firm> & co"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpstr (title_of (window), ==, "EC site company");
  g_assert_false (gtk_widget_get_sensitive (undo));
  g_assert_true (gtk_widget_get_sensitive (redo));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  g_assert_cmpstr (firm_name (window), ==, "Another <firm> & co");
  close_window (window);
}

/* Every page builds without a warning, and the sidebar follows. */
static void
test_pages (void)
{
  MzWindow *window = open_sample ();
  GtkStack *pages = GTK_STACK (find_widget (GTK_WIDGET (window), "pages"));
  const MzPageInfo *info;

  for (guint i = 0; (info = mz_pages_nth (i)) != NULL; i++)
    {
      GtkWidget *page;
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", info->name));
      g_assert_cmpstr (mz_window_page (window), ==, info->name);
      page = gtk_stack_get_visible_child (pages);
      g_assert_true (MZ_IS_PAGE (page) || GTK_IS_WIDGET (page));
      WAIT_FOR (gtk_widget_get_mapped (page) && gtk_widget_get_width (page) > 0);
      g_assert_nonnull (gtk_widget_get_first_child (page));
    }
  close_window (window);
}

static void
test_jump (void)
{
  MzWindow *window = open_sample ();
  MzWorkspace *workspace = mz_window_workspace (window);
  MzRecord *risk = mz_model_nth (mz_workspace_model (workspace), "risk", 2);

  mz_window_show_page (window, mz_pages_nth (0)->name);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (window), "win.jump", "s", mz_record_id (risk)));
  g_assert_cmpstr (mz_window_page (window), ==, mz_pages_for_kind ("risk")->name);
  g_assert_true (mz_workspace_selected (workspace) == risk);
  close_window (window);
}

static void
test_scenario (void)
{
  MzWindow *window = open_sample ();
  MzWorkspace *workspace = mz_window_workspace (window);
  const MzAnalysis *analysis = mz_workspace_analysis (workspace);
  GtkDropDown *button = GTK_DROP_DOWN (find_widget (GTK_WIDGET (window), "scenario_button"));
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (button));

  g_assert_cmpuint (n, ==, analysis->scenarios->len);
  g_assert_cmpuint (n, >=, 3);
  for (guint i = 0; i < n; i++)
    {
      gtk_drop_down_set_selected (button, i);
      g_assert_true (
          mz_workspace_scenario (workspace) ==
          (const MzScenarioResult *)mz_workspace_analysis (workspace)->scenarios->pdata[i]);
      g_assert_cmpuint (gtk_drop_down_get_selected (button), ==, i);
    }
  close_window (window);
}

/* Saves the window's document in a new file through the action and the dialog. */
static void
save_in (MzWindow *window, const char *path)
{
  answer_with (path, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  g_assert_cmpint (mz_document_state (mz_window_document (window)), ==, MZ_DOCUMENT_SAVED);
}

static void
test_save (void)
{
  MzWindow *window = open_sample ();
  g_autofree char *bare = temporary_path ("saved");
  g_autofree char *path = temporary_path ("saved.mezasu");
  g_autoptr (MzModel) model = NULL;
  g_auto (GStrv) recent = NULL;

  rename_firm (window, "Saved firm");
  /* A name without ending gets one. */
  save_in (window, bare);
  g_assert_cmpstr (mz_document_path (mz_window_document (window)), ==, path);
  g_assert_cmpstr (title_of (window), ==, "saved.mezasu");
  g_assert_true (g_str_has_prefix (subtitle_of (window), "Saved "));
  model = mz_model_load (mz_schema_default (), path, "en", NULL);
  g_assert_cmpstr (mz_record_text (mz_model_single (model, "organisation"), "name"), ==,
                   "Saved firm");
  recent = mz_recent_list ();
  g_assert_cmpstr (recent[0], ==, path);

  rename_firm (window, "Edited again");
  g_assert_cmpstr (subtitle_of (window), ==, "Edited — kept safely, not yet in the file");
  close_window (window);
  g_assert_nonnull (g_strstr_len (last_heading (), -1, "saved.mezasu"));
}

/* The entry below @root that holds @text. */
static GtkWidget *
find_entry (GtkWidget *root, const char *text)
{
  if (GTK_IS_TEXT (root) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Typing that has not rested yet is saved as well, and the cursor stays where it is. */
static void
test_save_while_typing (void)
{
  MzWindow *window = open_sample ();
  g_autofree char *path = temporary_path ("typing.mezasu");
  g_autoptr (MzModel) model = NULL;
  GtkWidget *entry;

  WAIT_FOR (find_entry (GTK_WIDGET (window), "300") != NULL);
  entry = find_entry (GTK_WIDGET (window), "300");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "345");
  save_in (window, path);
  model = mz_model_load (mz_schema_default (), path, "en", NULL);
  g_assert_cmpint (mz_record_integer (mz_model_single (model, "organisation"), "staff", 0), ==,
                   345);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == entry);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), NULL, NULL));
  close_window (window);
}

/* Somebody else replaced the file: nothing is overwritten before the person says so. */
static void
test_conflict (void)
{
  MzWindow *window = open_sample ();
  g_autofree char *path = temporary_path ("conflict.mezasu");
  g_autofree char *other = temporary_path ("other.mezasu");
  g_autofree char *bytes = NULL;
  g_autoptr (MzModel) model = NULL;
  gsize length;

  save_in (window, path);
  rename_firm (window, "Theirs");
  g_assert_true (mz_document_share_copy (mz_window_document (window), other, TRUE, NULL));
  g_assert_true (g_file_get_contents (other, &bytes, &length, NULL));
  g_assert_true (mz_file_replace (path, bytes, length, NULL));
  rename_firm (window, "Mine");

  answer_with (NULL, "cancel");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  g_assert_cmpstr (last_heading (), ==, "Replace the other file?");
  model = mz_model_load (mz_schema_default (), path, "en", NULL);
  g_assert_cmpstr (mz_record_text (mz_model_single (model, "organisation"), "name"), ==, "Theirs");

  answer_with (NULL, "replace");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  g_assert_cmpint (mz_document_state (mz_window_document (window)), ==, MZ_DOCUMENT_SAVED);
  g_clear_object (&model);
  model = mz_model_load (mz_schema_default (), path, "en", NULL);
  g_assert_cmpstr (mz_record_text (mz_model_single (model, "organisation"), "name"), ==, "Mine");
  close_window (window);
}

static void
test_save_fails (void)
{
  MzWindow *window = open_sample ();

  rename_firm (window, "Nowhere to go");
  answer_with ("/nonexistent/folder/x.mezasu", NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  g_assert_cmpstr (last_heading (), ==, "The document is not saved");
  g_assert_nonnull (g_strstr_len (last_body (), -1, "/nonexistent"));
  g_assert_true (g_str_has_prefix (subtitle_of (window), "NOT saved: "));
  close_window (window);
}

static void
test_close_can_be_cancelled (void)
{
  MzWindow *window = open_sample ();
  g_autofree char *path = temporary_path ("closed.mezasu");
  g_autoptr (MzModel) model = NULL;

  rename_firm (window, "Still here");
  answer_with (NULL, "cancel");
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpstr (last_heading (), ==, "Save the changes of “Still here”?");
  g_assert_cmpstr (firm_name (window), ==, "Still here");

  /* Saving on the way out asks for the file and then closes. */
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  answer_with (path, "save");
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (window == NULL);
  model = mz_model_load (mz_schema_default (), path, "en", NULL);
  g_assert_cmpstr (mz_record_text (mz_model_single (model, "organisation"), "name"), ==,
                   "Still here");
}

static void
test_open_refuses (void)
{
  MzWindow *window = mz_window_for_opening (GTK_APPLICATION (start_program ()));
  static const struct
  {
    const char *name;
    const char *content;
  } bad[] = {
      {"empty.mezasu", ""},
      {"text.mezasu", "this is no database"},
      {"broken.json", "{\"format\": \"mezasu-model\", "},
      {"foreign.json", "{\"format\": \"something-else\", \"version\": 1}"},
  };

  gtk_window_present (GTK_WINDOW (window));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = temporary_path (bad[i].name);
      g_assert_true (g_file_set_contents (path, bad[i].content, -1, NULL));
      answer_with (NULL, NULL);
      mz_window_open (window, path);
      g_assert_cmpstr (last_heading (), ==, "The file cannot be opened");
      g_assert_nonnull (g_strstr_len (last_body (), -1, bad[i].name));
      g_assert_null (mz_window_document (window));
    }
  close_window (window);
}

static void
test_json (void)
{
  MzWindow *window = open_sample ();
  g_autofree char *path = temporary_path ("model.json");
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  answer_with (path, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "\"EC site company\"", "\"By text editor\"", 0), ==,
                    1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));

  answer_with (path, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.import", NULL));
  g_assert_cmpstr (last_body (), ==, NULL);
  g_assert_cmpstr (firm_name (window), ==, "By text editor");
  g_assert_cmpstr (mz_document_undo_label (mz_window_document (window)), ==, "Import “model.json”");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpstr (firm_name (window), ==, "EC site company");
  g_assert_null (mz_document_undo_label (mz_window_document (window)));
  close_window (window);
}

/* The window that shows what an import would do, once its rows are checked. */
static MzImportPreview *
find_preview (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (MZ_IS_IMPORT_PREVIEW (l->data) && mz_import_preview_is_checked (l->data))
      return l->data;
  return NULL;
}

/* A table of losses is shown row by row; the good rows are taken over as one edit. */
static void
test_import_losses (void)
{
  MzWindow *window = open_sample ();
  MzModel *model = mz_workspace_model (mz_window_workspace (window));
  g_autofree char *path = temporary_path ("losses.csv");
  guint before = mz_model_count (model, "risk");
  const MzSheetRow *wrong;

  g_assert_true (g_file_set_contents (path,
                                      "id,name,frequency,low,high\nN-1,Flood,0.02,100万,5000万\n"
                                      "N-2,Fire,often,1,2\nR-01,Theft,0.3,1億,3億\n",
                                      -1, NULL));
  answer_with (path, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.import", NULL));
  WAIT_FOR (find_preview () != NULL);
  g_assert_cmpuint (mz_model_count (model, "risk"), ==, before);
  wrong = mz_sheet_import_row (mz_import_preview_import (find_preview ()), 1);
  g_assert_cmpuint (wrong->number, ==, 3);
  g_assert_cmpint (wrong->column, ==, 2);
  g_assert_true (mz_import_preview_take (find_preview ()));
  WAIT_FOR (find_preview () == NULL);
  g_assert_cmpuint (mz_model_count (model, "risk"), ==, before + 1);
  g_assert_cmpfloat (mz_record_real (mz_model_nth (model, "risk", 0), "frequency", 0), ==, 0.3);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpuint (mz_model_count (model, "risk"), ==, before);
  close_window (window);
}

static void
test_history (void)
{
  MzWindow *window = open_sample ();
  g_autoptr (GPtrArray) history = NULL;
  GtkWidget *list;

  rename_firm (window, "One");
  rename_firm (window, "Two");
  rename_firm (window, "Three");
  history = mz_document_history (mz_window_document (window));
  g_assert_cmpuint (history->len, ==, 3);
  mz_history_travel (mz_window_workspace (window), ((MzHistoryEntry *)history->pdata[0])->sequence);
  g_assert_cmpstr (firm_name (window), ==, "One");
  mz_history_travel (mz_window_workspace (window), ((MzHistoryEntry *)history->pdata[2])->sequence);
  g_assert_cmpstr (firm_name (window), ==, "Three");
  mz_history_travel (mz_window_workspace (window), 0);
  g_assert_cmpstr (firm_name (window), ==, "EC site company");

  list = mz_history_window_new (window);
  gtk_window_present (GTK_WINDOW (list));
  WAIT_FOR (gtk_widget_get_mapped (list));
  gtk_window_destroy (GTK_WINDOW (list));
  close_window (window);
}

static void
test_backups (void)
{
  MzWindow *window = open_sample ();
  g_autofree char *path = temporary_path ("backed.mezasu");
  g_autoptr (GPtrArray) backups = NULL;
  GtkWidget *list;

  save_in (window, path);
  rename_firm (window, "Newer");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  backups = mz_document_backups (mz_window_document (window));
  g_assert_cmpuint (backups->len, ==, 2);
  list = mz_backups_window_new (window);
  gtk_window_present (GTK_WINDOW (list));
  /* The newest is what the file holds now. */
  g_signal_emit_by_name (
      find_widget (list, "list"), "row-activated",
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (find_widget (list, "list")), 1));
  g_assert_cmpstr (firm_name (window), ==, "EC site company");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpstr (firm_name (window), ==, "Newer");
  close_window (window);
}

/* Work whose program ended is offered on the start page, and taken over with its history. */
static void
test_recover (void)
{
  MzApplication *application = start_program ();
  MzWindow *window = open_sample ();
  GtkWidget *section;
  g_autoptr (GPtrArray) recoveries = NULL;

  rename_firm (window, "Left behind");
  /* The window goes without closing its document, as when the program is killed. */
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_FOR (window == NULL);
  recoveries = mz_document_recoveries ();
  g_assert_cmpuint (recoveries->len, ==, 1);

  window = mz_window_for_opening (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  section = find_widget (GTK_WIDGET (window), "recover_section");
  g_assert_true (gtk_widget_get_visible (section));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.recover", "s",
                                             ((MzRecovery *)recoveries->pdata[0])->path));
  g_assert_cmpstr (firm_name (window), ==, "Left behind");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpstr (firm_name (window), ==, "EC site company");
  close_window (window);
  g_clear_pointer (&recoveries, g_ptr_array_unref);
  recoveries = mz_document_recoveries ();
  g_assert_cmpuint (recoveries->len, ==, 0);
}

static void
test_preferences (void)
{
  MzWindow *window = open_sample ();
  MzWorkspace *workspace = mz_window_workspace (window);
  GtkWidget *preferences = mz_preferences_new (GTK_WINDOW (window), workspace);

  gtk_window_present (GTK_WINDOW (preferences));
  g_assert_cmpint (mz_workspace_unit (workspace), ==, MZ_MONEY_UNIT_MAN);
  /* Choices stand in the order of the schema: yen, thousand, man, million, oku. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_widget (preferences, "unit_row")), 4);
  g_assert_cmpint (mz_workspace_unit (workspace), ==, MZ_MONEY_UNIT_OKU);
  g_assert_nonnull (mz_document_undo_label (mz_window_document (window)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_widget (preferences, "style_row")), 2);
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_widget (preferences, "style_row")), 1);
  g_assert_false (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_window_destroy (GTK_WINDOW (preferences));
  close_window (window);
}

/* What people write is text everywhere; a toast's title is markup. */
static void
test_toast_is_text (void)
{
  MzWindow *window = open_sample ();
  mz_window_tell (window, "“R&D <b>” deleted", TRUE);
  for (int i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
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
  g_test_add_func ("/app/window/sample", test_sample);
  g_test_add_func ("/app/window/edit-and-undo", test_edit_and_undo);
  g_test_add_func ("/app/window/pages", test_pages);
  g_test_add_func ("/app/window/jump", test_jump);
  g_test_add_func ("/app/window/scenario", test_scenario);
  g_test_add_func ("/app/window/save", test_save);
  g_test_add_func ("/app/window/save-while-typing", test_save_while_typing);
  g_test_add_func ("/app/window/conflict", test_conflict);
  g_test_add_func ("/app/window/save-fails", test_save_fails);
  g_test_add_func ("/app/window/close-can-be-cancelled", test_close_can_be_cancelled);
  g_test_add_func ("/app/window/open-refuses", test_open_refuses);
  g_test_add_func ("/app/window/json", test_json);
  g_test_add_func ("/app/window/import-losses", test_import_losses);
  g_test_add_func ("/app/window/history", test_history);
  g_test_add_func ("/app/window/backups", test_backups);
  g_test_add_func ("/app/window/recover", test_recover);
  g_test_add_func ("/app/window/preferences", test_preferences);
  g_test_add_func ("/app/window/toast-is-text", test_toast_is_text);
  return g_test_run ();
}
