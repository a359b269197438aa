/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Editing on the canvas, on a scene of its own: moving marks by pointer, key and menu, drawing links, beginning records,
 * giving up, and refusals. */

#include "config.h"

#include <string.h>

#include "widget-fixture.h"

#include "mz-derive.h"
#include "mz-field-editor.h"
#include "mz-scene-view-private.h"

/* Points between the edge of the canvas and the scene. */
#define INSET 12

typedef struct
{
  MzWorkspace *workspace;
  MzModel *model;
  MzSceneView *view;
  GtkWidget *window;
  guint messages;
  GtkEventController *drag, *keys;
} Stage;

/* A column for each likelihood 1 to 5, 100 wide; the first three risks stand in theirs, one below the other. Linking leads
 * from risk to risk. The third risk is held at impact 2. */
static MzScene *
draw (gpointer data, MzWorkspace *workspace, double width, double height)
{
  MzModel *model = mz_workspace_model (workspace);
  MzScene *scene = mz_scene_new ("columns", "Columns", width, height);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *level = g_strdup_printf ("%u", i + 1);
      g_autofree char *label = g_strdup_printf ("column %u", i + 1);

      mz_scene_add_place (scene, "risk", 100 * i, 0, 100, 200, label,
                          (const char *[]){"likelihood", level, NULL});
    }
  for (guint i = 0; i < 3; i++)
    {
      MzRecord *risk = mz_model_nth (model, "risk", i);
      double x = 100.0 * ((double)mz_record_integer (risk, "likelihood", 1) - 1) + 30;
      MzShape *shape =
          mz_scene_add_rectangle (scene, MZ_ROLE_MARK, x, 20 + 60 * i, 40, 40, 4, MZ_COLOUR_ACCENT);

      mz_shape_set_record (shape, mz_record_id (risk));
    }
  mz_scene_add_hold (scene, mz_record_id (mz_model_nth (model, "risk", 2)),
                     (const char *[]){"impact", "2", NULL});
  mz_scene_set_linking (scene, "risk", "risk", "link", "cause", "result");
  return scene;
}

static void
message_cb (MzWorkspace *workspace, const char *text, gboolean undoable, Stage *stage)
{
  stage->messages++;
}

static MzRecord *
risk (Stage *stage, guint index)
{
  return mz_model_nth (stage->model, "risk", index);
}

static gint64
likelihood (Stage *stage, guint index)
{
  return mz_record_integer (risk (stage, index), "likelihood", 0);
}

static void
open_stage (Stage *stage)
{
  MzEdit *edit = mz_edit_new (NULL);
  g_autoptr (GListModel) controllers = NULL;

  *stage = (Stage){.workspace = fixture_workspace ("ec-site")};
  stage->model = mz_workspace_model (stage->workspace);
  for (guint i = 0; i < 3; i++)
    {
      mz_edit_set_integer (edit, mz_record_kind (risk (stage, i)), mz_record_id (risk (stage, i)),
                           "likelihood", i + 1);
      mz_edit_set_integer (edit, mz_record_kind (risk (stage, i)), mz_record_id (risk (stage, i)),
                           "impact", 3);
    }
  g_assert_true (mz_workspace_edit (stage->workspace, edit, NULL));
  g_signal_connect (stage->workspace, "message", G_CALLBACK (message_cb), stage);
  stage->view = MZ_SCENE_VIEW (mz_scene_view_new (stage->workspace, 500, 200, draw, NULL, NULL));
  stage->window = fixture_show (GTK_WIDGET (stage->view), 524, 224);
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (stage->view));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        stage->drag = controller;
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        stage->keys = controller;
    }
  g_assert_nonnull (stage->drag);
}

static void
close_stage (Stage *stage)
{
  fixture_hide (stage->window);
  fixture_close (stage->workspace);
}

static gboolean
press (Stage *stage, guint key, GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (stage->keys, "key-pressed", key, 0, state, &handled);
  return handled;
}

/* Takes hold of the scene at (x, y) and pulls by (dx, dy). */
static void
pull (Stage *stage, double x, double y, double dx, double dy)
{
  g_signal_emit_by_name (stage->drag, "drag-begin", x + INSET, y + INSET);
  g_signal_emit_by_name (stage->drag, "drag-update", dx / 2, dy / 2);
  g_signal_emit_by_name (stage->drag, "drag-update", dx, dy);
}

static void
let_go (Stage *stage, double dx, double dy)
{
  g_signal_emit_by_name (stage->drag, "drag-end", dx, dy);
}

static const char *
undo_label (Stage *stage)
{
  return mz_document_undo_label (mz_workspace_document (stage->workspace));
}

static void
test_drag (void)
{
  Stage stage;
  g_autofree char *title = NULL, *label = NULL;

  open_stage (&stage);
  title = mz_record_title (risk (&stage, 0));
  label = g_strdup_printf ("Move “%s” to column 4", title);
  pull (&stage, 50, 40, 300, 10);
  /* Nothing is changed before the mark is let go. */
  g_assert_cmpint (stage.view->doing, ==, MZ_SCENE_MOVING);
  g_assert_cmpint (likelihood (&stage, 0), ==, 1);
  g_assert_true (fixture_picture (GTK_WIDGET (stage.view), "scene-edit-moving"));
  let_go (&stage, 300, 10);
  g_assert_cmpint (likelihood (&stage, 0), ==, 4);
  g_assert_cmpint (mz_record_integer (risk (&stage, 2), "impact", 0), ==, 2);
  g_assert_cmpint (mz_record_integer (risk (&stage, 0), "impact", 0), ==, 3);
  g_assert_cmpstr (undo_label (&stage), ==, label);
  g_assert_true (mz_workspace_selected (stage.workspace) == risk (&stage, 0));
  g_assert_cmpint (stage.view->doing, ==, MZ_SCENE_IDLE);
  /* One step back undoes the move and what was held with it. */
  mz_workspace_undo (stage.workspace);
  g_assert_cmpint (likelihood (&stage, 0), ==, 1);
  g_assert_cmpint (mz_record_integer (risk (&stage, 2), "impact", 0), ==, 3);
  close_stage (&stage);
}

static void
test_drag_for_nothing (void)
{
  Stage stage;
  guint64 revision;

  open_stage (&stage);
  revision = mz_model_revision (stage.model);
  /* Outside of all places. */
  pull (&stage, 50, 40, 300, 400);
  let_go (&stage, 300, 400);
  /* Within its own place. */
  pull (&stage, 50, 40, 20, 40);
  let_go (&stage, 20, 40);
  /* Hardly at all: that was a click. */
  pull (&stage, 50, 40, 3, 0);
  g_assert_cmpint (stage.view->doing, ==, MZ_SCENE_IDLE);
  let_go (&stage, 3, 0);
  /* From an empty place there is nothing to move; the picture can be taken from there. */
  pull (&stage, 450, 40, -200, 0);
  g_assert_cmpint (stage.view->doing, ==, MZ_SCENE_IDLE);
  let_go (&stage, -200, 0);
  /* Given up. */
  pull (&stage, 50, 40, 300, 0);
  g_assert_true (press (&stage, GDK_KEY_Escape, 0));
  let_go (&stage, 300, 0);
  g_assert_false (press (&stage, GDK_KEY_Escape, 0));
  g_assert_cmpuint (mz_model_revision (stage.model), ==, revision);
  g_assert_cmpuint (stage.messages, ==, 0);
  close_stage (&stage);
}

static void
test_keys (void)
{
  Stage stage;

  open_stage (&stage);
  gtk_widget_grab_focus (GTK_WIDGET (stage.view));
  fixture_settle ();
  g_assert_cmpstr (mz_scene_view_focused (stage.view), ==, mz_record_id (risk (&stage, 0)));
  g_assert_true (press (&stage, GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_cmpint (likelihood (&stage, 0), ==, 2);
  g_assert_true (press (&stage, GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_cmpint (likelihood (&stage, 0), ==, 3);
  g_assert_true (press (&stage, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_true (press (&stage, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_cmpint (likelihood (&stage, 0), ==, 1);
  /* Beyond the first column there is none, nor above. */
  g_assert_true (press (&stage, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_true (press (&stage, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_cmpint (likelihood (&stage, 0), ==, 1);
  g_assert_cmpstr (mz_scene_view_focused (stage.view), ==, mz_record_id (risk (&stage, 0)));
  close_stage (&stage);
}

static gboolean
is_linked (Stage *stage, guint from, guint to)
{
  g_autoptr (GPtrArray) results =
      mz_model_results (stage->model, mz_record_id (risk (stage, from)));

  return g_ptr_array_find (results, risk (stage, to), NULL);
}

static void
test_link_by_pointer (void)
{
  Stage stage;
  guint n;

  open_stage (&stage);
  n = mz_model_count (stage.model, "link");
  gtk_widget_grab_focus (GTK_WIDGET (stage.view));
  fixture_settle ();
  /* From the handle at the edge of the first mark onto the second. */
  pull (&stage, 71, 40, 79, 60);
  g_assert_cmpint (stage.view->doing, ==, MZ_SCENE_LINKING);
  g_assert_true (fixture_picture (GTK_WIDGET (stage.view), "scene-edit-linking"));
  let_go (&stage, 79, 60);
  g_assert_true (is_linked (&stage, 0, 1));
  g_assert_cmpuint (mz_model_count (stage.model, "link"), ==, n + 1);
  mz_workspace_undo (stage.workspace);
  g_assert_cmpuint (mz_model_count (stage.model, "link"), ==, n);
  /* Onto nothing. */
  pull (&stage, 71, 40, 200, 0);
  let_go (&stage, 200, 0);
  g_assert_cmpuint (mz_model_count (stage.model, "link"), ==, n);
  g_assert_cmpint (likelihood (&stage, 0), ==, 1);
  close_stage (&stage);
}

static void
test_link_by_keys (void)
{
  Stage stage;
  guint n;

  open_stage (&stage);
  n = mz_model_count (stage.model, "link");
  gtk_widget_grab_focus (GTK_WIDGET (stage.view));
  fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (stage.view), "scene.link", NULL);
  g_assert_cmpint (stage.view->doing, ==, MZ_SCENE_LINKING);
  g_assert_true (press (&stage, GDK_KEY_Down, 0));
  g_assert_true (fixture_picture (GTK_WIDGET (stage.view), "scene-edit-choosing"));
  gtk_widget_activate_action (GTK_WIDGET (stage.view), "scene.edit", NULL);
  g_assert_true (is_linked (&stage, 0, 1));
  g_assert_cmpint (stage.view->doing, ==, MZ_SCENE_IDLE);
  /* Given up: the focus goes back to where the line began. */
  mz_scene_view_focus (stage.view, mz_record_id (risk (&stage, 1)));
  gtk_widget_activate_action (GTK_WIDGET (stage.view), "scene.link", NULL);
  g_assert_true (press (&stage, GDK_KEY_Down, 0));
  g_assert_true (press (&stage, GDK_KEY_Escape, 0));
  g_assert_cmpstr (mz_scene_view_focused (stage.view), ==, mz_record_id (risk (&stage, 1)));
  g_assert_cmpuint (mz_model_count (stage.model, "link"), ==, n + 1);
  g_assert_cmpuint (stage.messages, ==, 0);
  /* Back to where it came from: a circle, which the model refuses and the window tells. */
  gtk_widget_activate_action (GTK_WIDGET (stage.view), "scene.link", NULL);
  g_assert_true (press (&stage, GDK_KEY_Up, 0));
  gtk_widget_activate_action (GTK_WIDGET (stage.view), "scene.edit", NULL);
  g_assert_cmpuint (mz_model_count (stage.model, "link"), ==, n + 1);
  g_assert_cmpuint (stage.messages, ==, 1);
  g_assert_cmpint (stage.view->doing, ==, MZ_SCENE_IDLE);
  close_stage (&stage);
}

static void
test_new (void)
{
  Stage stage;
  guint n;
  const MzPlace *place;
  MzRecord *added;

  open_stage (&stage);
  n = mz_model_count (stage.model, "risk");
  place = mz_scene_view_adding_place (stage.view, 350, 150);
  g_assert_nonnull (place);
  g_assert_cmpstr (place->label, ==, "column 4");
  added = mz_scene_view_add (stage.view, place);
  g_assert_nonnull (added);
  g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n + 1);
  g_assert_cmpint (mz_record_integer (added, "likelihood", 0), ==, 4);
  g_assert_true (mz_workspace_selected (stage.workspace) == added);
  /* By key: where the focus is, so of the second column. */
  mz_scene_view_focus (stage.view, mz_record_id (risk (&stage, 1)));
  gtk_widget_activate_action (GTK_WIDGET (stage.view), "scene.new", NULL);
  added = mz_workspace_selected (stage.workspace);
  g_assert_cmpint (mz_record_integer (added, "likelihood", 0), ==, 2);
  g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n + 2);
  g_assert_null (mz_scene_view_adding_place (stage.view, 350, 300));
  close_stage (&stage);
}

static void
test_menu_moves (void)
{
  Stage stage;

  open_stage (&stage);
  mz_scene_view_focus (stage.view, mz_record_id (risk (&stage, 0)));
  mz_scene_view_show_menu (stage.view, 50 + INSET, 40 + INSET);
  fixture_settle ();
  g_assert_true (gtk_widget_get_visible (stage.view->menu));
  gtk_popover_popdown (GTK_POPOVER (stage.view->menu));
  {
    const char *const to[] = {"risk", "column 5", "likelihood", "5"};

    g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (stage.view), "scene.move-to",
                                                       g_variant_new_strv (to, 4)));
  }
  g_assert_cmpint (likelihood (&stage, 0), ==, 5);
  fixture_settle ();
  close_stage (&stage);
}

/* A page as it will be printed is looked at, not worked on. */
static void
test_rigid (void)
{
  Stage stage;

  open_stage (&stage);
  mz_scene_view_set_rigid (stage.view);
  fixture_settle ();
  g_assert_false (mz_scene_view_can_move (stage.view, risk (&stage, 0)));
  g_assert_false (mz_scene_view_can_link (stage.view, risk (&stage, 0), NULL));
  g_assert_null (mz_scene_view_adding_place (stage.view, 350, 150));
  pull (&stage, 50, 40, 300, 0);
  let_go (&stage, 300, 0);
  g_assert_cmpint (likelihood (&stage, 0), ==, 1);
  close_stage (&stage);
}

static void
test_risk_of_weakness (void)
{
  g_autoptr (MzWorkspace) workspace = fixture_workspace ("ec-site");
  MzModel *model = mz_workspace_model (workspace);
  MzRecord *weakness = mz_model_nth (model, "weakness", 0);
  g_autofree char *title = mz_record_title (weakness);
  guint risks = mz_model_count (model, "risk"), links = mz_model_count (model, "link");
  g_autoptr (GPtrArray) causes = NULL;
  MzRecord *made;

  g_assert_cmpstr (mz_derive_label (weakness), ==, "Make a _Risk of It");
  g_assert_null (mz_derive_label (mz_model_nth (model, "risk", 0)));
  g_assert_true (mz_derive (workspace, weakness));
  g_assert_cmpuint (mz_model_count (model, "risk"), ==, risks + 1);
  g_assert_cmpuint (mz_model_count (model, "link"), ==, links + 1);
  made = mz_workspace_selected (workspace);
  g_assert_true (mz_record_is (made, "risk"));
  g_assert_cmpstr (mz_record_text (made, "title"), ==, title);
  g_assert_cmpstr (mz_record_text (made, "vulnerability"), ==, title);
  g_assert_nonnull (mz_record_text (made, "system"));
  g_assert_cmpstr (mz_record_text (made, "system"), ==, mz_record_text (weakness, "system"));
  causes = mz_model_causes (model, mz_record_id (made));
  g_assert_true (g_ptr_array_find (causes, weakness, NULL));
  /* One edit. */
  mz_workspace_undo (workspace);
  g_assert_cmpuint (mz_model_count (model, "risk"), ==, risks);
  g_assert_cmpuint (mz_model_count (model, "link"), ==, links);
  mz_document_close (mz_workspace_document (workspace), TRUE);
}

/* Law asks for a requirement, is a threat and calls for measures, and needs an evaluation (section 2.1 of the method). */
static void
test_usual_targets (void)
{
  g_autoptr (MzWorkspace) workspace = fixture_workspace (NULL);
  MzRecord *entry =
      mz_workspace_add (workspace, "context", (const char *[]){"category", "law", NULL});
  const MzKind *kind = mz_record_kind (entry);
  const guint field = (guint)mz_kind_find (kind, "targets");
  g_autofree char *targets = NULL;

  g_assert_nonnull (mz_derive_label (entry));
  g_assert_true (mz_derive (workspace, entry));
  targets = mz_value_to_machine (mz_kind_field (kind, field), mz_record_value (entry, field));
  g_assert_cmpstr (targets, ==, "requirement|threat|measures");
  g_assert_true (mz_record_flag (entry, "needs_assessment"));
  /* What is decided is not decided anew. */
  g_assert_null (mz_derive_label (entry));
  g_assert_false (mz_derive (workspace, entry));
  mz_document_close (mz_workspace_document (workspace), TRUE);
}

/* A double click on the target state of the situation sheet edits that, with the other texts of the row beside it. */
static void
test_situation_sheet (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzSceneView *view =
      MZ_SCENE_VIEW (mz_scene_view_new_chart (workspace, mz_chart_find ("situation-sheet")));
  GtkWidget *window = fixture_show (GTK_WIDGET (view), 1100, 700);
  MzRecord *aspect = mz_model_nth (mz_workspace_model (workspace), "aspect", 0);
  const char *target = mz_record_text (aspect, "target");
  const MzScene *scene = mz_scene_view_scene (view);
  const MzShape *text = NULL;
  g_autoptr (GPtrArray) editors = NULL;
  GtkWidget *focus;

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    if (g_strcmp0 (mz_scene_shape (scene, i)->text, target) == 0)
      text = mz_scene_shape (scene, i);
  g_assert_nonnull (text);
  mz_scene_view_focus (view, mz_record_id (aspect));
  mz_scene_view_edit_at (view, text->x + 2, text->y + 2);
  fixture_settle ();
  editors = fixture_find_all (GTK_WIDGET (view), MZ_TYPE_FIELD_EDITOR);
  g_assert_cmpuint (editors->len, ==, 4);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (editors->pdata[3])));
  g_assert_true (gtk_widget_is_ancestor (focus, editors->pdata[3]));
  g_assert_cmpuint (mz_field_editor_field (editors->pdata[3]), ==,
                    mz_kind_find (mz_record_kind (aspect), "target"));
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (mz_field_editor_control (editors->pdata[3]))),
      "Nothing is kept.", -1);
  g_assert_true (mz_field_editor_commit (editors->pdata[3]));
  g_assert_cmpstr (mz_record_text (aspect, "target"), ==, "Nothing is kept.");
  gtk_popover_popdown (GTK_POPOVER (view->popover));
  fixture_settle ();
  fixture_hide (window);
  fixture_close (workspace);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/scene-edit/drag", test_drag);
  g_test_add_func ("/app/scene-edit/drag-for-nothing", test_drag_for_nothing);
  g_test_add_func ("/app/scene-edit/keys", test_keys);
  g_test_add_func ("/app/scene-edit/link-by-pointer", test_link_by_pointer);
  g_test_add_func ("/app/scene-edit/link-by-keys", test_link_by_keys);
  g_test_add_func ("/app/scene-edit/new", test_new);
  g_test_add_func ("/app/scene-edit/menu-moves", test_menu_moves);
  g_test_add_func ("/app/scene-edit/rigid", test_rigid);
  g_test_add_func ("/app/scene-edit/risk-of-weakness", test_risk_of_weakness);
  g_test_add_func ("/app/scene-edit/usual-targets", test_usual_targets);
  g_test_add_func ("/app/scene-edit/situation-sheet", test_situation_sheet);
  return g_test_run ();
}
