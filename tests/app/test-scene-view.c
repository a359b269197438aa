/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The canvas, on a scene of its own: drawing, pointing, keys, editing in place, the table twin, copying and saving. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "widget-fixture.h"

#include "mz-field-editor.h"
#include "mz-picture.h"
#include "mz-scene-view.h"

typedef struct
{
  MzWorkspace *workspace;
  MzModel *model;
  GtkWidget *picture;
  MzSceneView *view;
  GtkWidget *window;
  guint drawn;
} Stage;

/* Three risks in a row, each a square with its title. */
static MzScene *
draw (gpointer data, MzWorkspace *workspace, double width, double height)
{
  guint *drawn = data;
  MzModel *model = mz_workspace_model (workspace);
  MzScene *scene = mz_scene_new ("three", "Three risks", width, height);
  MzTable *table = mz_table_new ("Three risks", (const char *[]){"Risk", "#Likelihood", NULL});

  *drawn += 1;
  mz_scene_set_description (scene, "Three risks in a row.");
  for (guint i = 0; i < 3; i++)
    {
      MzRecord *risk = mz_model_nth (model, "risk", i);
      g_autofree char *title = mz_record_title (risk);
      MzShape *shape = mz_scene_add_rectangle (scene, MZ_ROLE_MARK, 20 + 100 * i, 20, 60, 60, 4,
                                               MZ_COLOUR_ACCENT);

      mz_shape_set_record (shape, mz_record_id (risk));
      mz_shape_set_tooltip (shape, title);
      mz_table_add_row (table, mz_record_id (risk), title, "1");
    }
  mz_scene_set_table (scene, table);
  return scene;
}

static void
open_stage (Stage *stage)
{
  *stage = (Stage){.workspace = fixture_workspace ("ec-site")};
  stage->model = mz_workspace_model (stage->workspace);
  stage->view =
      MZ_SCENE_VIEW (mz_scene_view_new (stage->workspace, 400, 200, draw, &stage->drawn, NULL));
  stage->picture = mz_picture_new (stage->workspace, "Three", stage->view);
  stage->window = fixture_show (stage->picture, 440, 320);
}

static void
close_stage (Stage *stage)
{
  fixture_hide (stage->window);
  fixture_close (stage->workspace);
}

static const char *
risk_id (Stage *stage, guint index)
{
  return mz_record_id (mz_model_nth (stage->model, "risk", index));
}

static void
press (Stage *stage, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (stage->view));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  g_assert_true (handled);
}

static void
click (Stage *stage, int n_press, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (stage->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", n_press, x, y);
    }
}

static void
test_accessible (void)
{
  Stage stage;

  open_stage (&stage);
  gtk_test_accessible_assert_role (stage.view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (stage.view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Three risks");
  gtk_test_accessible_assert_property (stage.view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Three risks in a row.");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (stage.view)));
  g_assert_true (fixture_picture (GTK_WIDGET (stage.view), "scene-view"));
  close_stage (&stage);
}

static void
test_pointer (void)
{
  Stage stage;

  open_stage (&stage);
  click (&stage, 1, 42, 42);
  g_assert_cmpstr (mz_record_id (mz_workspace_selected (stage.workspace)), ==, risk_id (&stage, 0));
  click (&stage, 1, 242, 42);
  g_assert_cmpstr (mz_record_id (mz_workspace_selected (stage.workspace)), ==, risk_id (&stage, 2));
  /* Beside the marks nothing happens. */
  click (&stage, 1, 112, 132);
  g_assert_cmpstr (mz_record_id (mz_workspace_selected (stage.workspace)), ==, risk_id (&stage, 2));
  close_stage (&stage);
}

static void
test_keys (void)
{
  Stage stage;

  open_stage (&stage);
  gtk_widget_grab_focus (GTK_WIDGET (stage.view));
  fixture_settle ();
  g_assert_cmpstr (mz_scene_view_focused (stage.view), ==, risk_id (&stage, 0));
  press (&stage, GDK_KEY_Right);
  g_assert_cmpstr (mz_scene_view_focused (stage.view), ==, risk_id (&stage, 1));
  press (&stage, GDK_KEY_Right);
  press (&stage, GDK_KEY_Right);
  g_assert_cmpstr (mz_scene_view_focused (stage.view), ==, risk_id (&stage, 2));
  press (&stage, GDK_KEY_Left);
  g_assert_cmpstr (mz_record_id (mz_workspace_selected (stage.workspace)), ==, risk_id (&stage, 1));
  close_stage (&stage);
}

static void
test_selection_moves_focus (void)
{
  Stage stage;

  open_stage (&stage);
  mz_workspace_select (stage.workspace, risk_id (&stage, 1));
  g_assert_cmpstr (mz_scene_view_focused (stage.view), ==, risk_id (&stage, 1));
  /* What has no mark here leaves the focus where it is. */
  mz_workspace_select (stage.workspace, risk_id (&stage, 7));
  g_assert_cmpstr (mz_scene_view_focused (stage.view), ==, risk_id (&stage, 1));
  close_stage (&stage);
}

static void
test_edit_in_place (void)
{
  Stage stage;
  GtkWidget *editor;
  GtkWidget *control;

  open_stage (&stage);
  click (&stage, 2, 142, 42);
  fixture_settle ();
  editor = fixture_find (GTK_WIDGET (stage.view), MZ_TYPE_FIELD_EDITOR);
  g_assert_nonnull (editor);
  control = mz_field_editor_control (MZ_FIELD_EDITOR (editor));
  gtk_editable_set_text (GTK_EDITABLE (control), "");
  g_signal_emit_by_name (control, "activate");
  g_assert_nonnull (mz_field_editor_error (MZ_FIELD_EDITOR (editor)));
  gtk_editable_set_text (GTK_EDITABLE (control), "Another title");
  g_signal_emit_by_name (control, "activate");
  fixture_settle ();
  g_assert_cmpstr (mz_record_text (mz_model_nth (stage.model, "risk", 1), "title"), ==,
                   "Another title");
  g_assert_null (fixture_find (GTK_WIDGET (stage.view), MZ_TYPE_FIELD_EDITOR));
  close_stage (&stage);
}

static void
test_delete (void)
{
  Stage stage;
  guint n;

  open_stage (&stage);
  n = mz_model_count (stage.model, "risk");
  click (&stage, 1, 42, 42);
  gtk_widget_activate_action (GTK_WIDGET (stage.view), "scene.delete", NULL);
  g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n - 1);
  /* The record of the focus is gone; again does nothing. */
  gtk_widget_activate_action (GTK_WIDGET (stage.view), "scene.delete", NULL);
  g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n - 1);
  fixture_settle ();
  close_stage (&stage);
}

static void
test_one_scene_a_frame (void)
{
  Stage stage;
  guint before;
  MzRecord *risk;

  open_stage (&stage);
  fixture_picture (GTK_WIDGET (stage.view), "scene-view");
  before = stage.drawn;
  risk = mz_model_nth (stage.model, "risk", 0);
  for (guint i = 1; i <= 5; i++)
    {
      MzEdit *edit = mz_edit_new (NULL);
      mz_edit_set_integer (edit, mz_record_kind (risk), mz_record_id (risk), "likelihood", i);
      g_assert_true (mz_workspace_edit (stage.workspace, edit, NULL));
    }
  g_assert_cmpuint (stage.drawn, ==, before);
  mz_scene_view_scene (stage.view);
  g_assert_cmpuint (stage.drawn, ==, before + 1);
  fixture_picture (GTK_WIDGET (stage.view), "scene-view");
  g_assert_cmpuint (stage.drawn, ==, before + 1);
  close_stage (&stage);
}

static void
test_table_twin (void)
{
  Stage stage;
  GtkSingleSelection *selection;

  open_stage (&stage);
  gtk_widget_activate_action (GTK_WIDGET (stage.view), "scene.table", NULL);
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (mz_picture_table (MZ_PICTURE (stage.picture))));
  selection = GTK_SINGLE_SELECTION (
      gtk_column_view_get_model (GTK_COLUMN_VIEW (mz_picture_table (MZ_PICTURE (stage.picture)))));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 3);
  gtk_single_selection_set_selected (selection, 1);
  g_assert_cmpstr (mz_record_id (mz_workspace_selected (stage.workspace)), ==, risk_id (&stage, 1));
  mz_workspace_select (stage.workspace, risk_id (&stage, 2));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 2);
  {
    MzRecord *risk = mz_model_nth (stage.model, "risk", 0);
    MzEdit *edit = mz_edit_new (NULL);
    g_autoptr (GPtrArray) labels = NULL;
    gboolean found = FALSE;

    mz_edit_set_text (edit, mz_record_kind (risk), mz_record_id (risk), "title", "<i>New</i>");
    g_assert_true (mz_workspace_edit (stage.workspace, edit, NULL));
    fixture_settle ();
    labels = fixture_find_all (mz_picture_table (MZ_PICTURE (stage.picture)), GTK_TYPE_LABEL);
    for (guint i = 0; i < labels->len; i++)
      found |= g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), "<i>New</i>");
    g_assert_true (found);
  }
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 2);
  mz_picture_set_table (MZ_PICTURE (stage.picture), FALSE);
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (stage.view)));
  close_stage (&stage);
}

static void
test_content (void)
{
  Stage stage;
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GdkContentFormats) formats = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  open_stage (&stage);
  content = mz_scene_view_content (stage.view);
  formats = gdk_content_provider_ref_formats (content);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/tab-separated-values"));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_true (g_str_has_prefix (g_value_get_string (&value), "Risk\tLikelihood\n"));
  gtk_widget_activate_action (GTK_WIDGET (stage.view), "scene.copy", NULL);
  close_stage (&stage);
}

static void
test_save (void)
{
  Stage stage;
  const char *const magic[][2] = {{"x.svg", "<?xml"}, {"x.png", "\x89PNG"}, {"x.pdf", "%PDF"}};
  g_autofree char *folder = g_dir_make_tmp ("mezasu-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  open_stage (&stage);
  for (guint i = 0; i < G_N_ELEMENTS (magic); i++)
    {
      g_autofree char *path = g_build_filename (folder, magic[i][0], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (mz_scene_view_save (stage.view, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_cmpmem (bytes, strlen (magic[i][1]), magic[i][1], strlen (magic[i][1]));
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_false (mz_scene_view_save (stage.view, "/nowhere/x.txt", &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  close_stage (&stage);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/scene-view/accessible", test_accessible);
  g_test_add_func ("/app/scene-view/pointer", test_pointer);
  g_test_add_func ("/app/scene-view/keys", test_keys);
  g_test_add_func ("/app/scene-view/selection-moves-focus", test_selection_moves_focus);
  g_test_add_func ("/app/scene-view/edit-in-place", test_edit_in_place);
  g_test_add_func ("/app/scene-view/delete", test_delete);
  g_test_add_func ("/app/scene-view/one-scene-a-frame", test_one_scene_a_frame);
  g_test_add_func ("/app/scene-view/table-twin", test_table_twin);
  g_test_add_func ("/app/scene-view/content", test_content);
  g_test_add_func ("/app/scene-view/save", test_save);
  return g_test_run ();
}
