/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The inspector: every record of the firm has a form, and each neighbour can be walked to. */

#include "config.h"

#include "widget-fixture.h"

#include "mz-field-editor.h"
#include "mz-inspector.h"
#include "mz-pages.h"
#include "mz-record-button.h"

static GtkWidget *
find_named (GtkWidget *widget, const char *id)
{
  g_autoptr (GPtrArray) all = fixture_find_all (widget, GTK_TYPE_WIDGET);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (gtk_buildable_get_buildable_id (g_ptr_array_index (all, i)), id) == 0)
      return g_ptr_array_index (all, i);
  return NULL;
}

/* An expander holds its child apart while it is closed. */
static guint
count_editors (GtkWidget *inspector)
{
  GtkWidget *more = find_named (inspector, "more");

  return fixture_count (find_named (inspector, "fields"), MZ_TYPE_FIELD_EDITOR) +
         fixture_count (gtk_expander_get_child (GTK_EXPANDER (more)), MZ_TYPE_FIELD_EDITOR);
}

static guint
shown_fields (const MzKind *kind)
{
  guint n = 0;

  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    n += (mz_kind_field (kind, i)->flags & MZ_FIELD_INTERNAL) == 0;
  return n;
}

static void
test_every_kind (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzModel *model = mz_workspace_model (workspace);
  GtkWidget *inspector = mz_inspector_new (workspace);
  GtkWidget *window = fixture_show (inspector, 320, 700);
  const MzSchema *schema = mz_model_schema (model);

  g_assert_cmpuint (count_editors (inspector), ==, 0);
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      const MzKind *kind = &schema->kinds[i];
      MzRecord *record = mz_model_nth (model, kind->name, 0);

      if (record == NULL)
        continue;
      mz_workspace_select (workspace, mz_record_id (record));
      fixture_settle ();
      g_assert_cmpuint (count_editors (inspector), ==, shown_fields (kind));
      g_assert_cmpint (gtk_widget_get_visible (find_named (inspector, "delete")), ==,
                       !kind->singleton);
    }
  mz_workspace_select (workspace, NULL);
  g_assert_cmpuint (count_editors (inspector), ==, 0);
  fixture_hide (window);
  fixture_close (workspace);
}

static void
test_neighbours (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzModel *model = mz_workspace_model (workspace);
  GtkWidget *inspector = mz_inspector_new (workspace);
  GtkWidget *window = fixture_show (inspector, 320, 700);
  MzRecord *risk = mz_model_nth (model, "risk", 0);
  g_autoptr (GPtrArray) causes = mz_model_causes (model, mz_record_id (risk));
  GtkWidget *button;
  g_autofree char *id = NULL;

  mz_workspace_select (workspace, mz_record_id (risk));
  fixture_settle ();
  g_assert_true (fixture_picture (inspector, "inspector"));
  g_assert_cmpuint (fixture_count (find_named (inspector, "causes"), MZ_TYPE_RECORD_BUTTON), ==,
                    causes->len);
  g_assert_cmpuint (causes->len, >, 0);
  button = fixture_find (find_named (inspector, "causes"), MZ_TYPE_RECORD_BUTTON);
  id = g_strdup (mz_record_button_id (MZ_RECORD_BUTTON (button)));
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
  g_assert_cmpstr (mz_record_id (mz_workspace_selected (workspace)), ==, id);
  fixture_hide (window);
  fixture_close (workspace);
}

static void
test_children (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzModel *model = mz_workspace_model (workspace);
  GtkWidget *inspector = mz_inspector_new (workspace);
  GtkWidget *window = fixture_show (inspector, 320, 700);
  MzRecord *option = mz_model_nth (model, "option", 0);
  guint steps = mz_model_count (model, "step");
  GtkWidget *children = find_named (inspector, "children");
  g_autoptr (GPtrArray) buttons = NULL;

  mz_workspace_select (workspace, mz_record_id (option));
  fixture_settle ();
  buttons = fixture_find_all (children, GTK_TYPE_BUTTON);
  /* The first button of the first group adds a step. */
  g_signal_emit_by_name (g_ptr_array_index (buttons, 0), "clicked");
  fixture_settle ();
  g_assert_cmpuint (mz_model_count (model, "step"), ==, steps + 1);
  g_assert_true (mz_record_is (mz_workspace_selected (workspace), "step"));
  g_assert_cmpstr (mz_record_text (mz_workspace_selected (workspace), "option"), ==,
                   mz_record_id (option));
  g_signal_emit_by_name (find_named (inspector, "delete"), "clicked");
  fixture_settle ();
  g_assert_cmpuint (mz_model_count (model, "step"), ==, steps);
  g_assert_null (mz_workspace_selected (workspace));
  fixture_hide (window);
  fixture_close (workspace);
}

static void
test_follows_edits (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzModel *model = mz_workspace_model (workspace);
  GtkWidget *inspector = mz_inspector_new (workspace);
  GtkWidget *window = fixture_show (inspector, 320, 700);
  MzRecord *risk = mz_model_nth (model, "risk", 0);
  MzEdit *edit = mz_edit_new (NULL);
  GtkWidget *title = find_named (inspector, "title");

  mz_workspace_select (workspace, mz_record_id (risk));
  mz_edit_set_text (edit, mz_record_kind (risk), mz_record_id (risk), "title", "<b>&amp; שלום 😀");
  g_assert_true (mz_workspace_edit (workspace, edit, NULL));
  fixture_settle ();
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, "R-01 <b>&amp; שלום 😀");
  g_assert_true (fixture_picture (inspector, "inspector-nasty"));
  fixture_hide (window);
  fixture_close (workspace);
}

static void
test_one_minimum_width (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzModel *model = mz_workspace_model (workspace);
  GtkWidget *inspector = g_object_ref_sink (mz_inspector_new (workspace));
  const MzSchema *schema = mz_model_schema (model);

  /* However long its texts are, a form fits beside the page. */
  for (guint i = 0; i < schema->n_kinds; i++)
    for (guint j = 0; j < MIN (5, mz_model_count (model, schema->kinds[i].name)); j++)
      {
        int minimum;
        mz_workspace_select (workspace,
                             mz_record_id (mz_model_nth (model, schema->kinds[i].name, j)));
        gtk_widget_measure (inspector, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
        g_assert_cmpint (minimum, <=, 320);
      }
  g_object_unref (inspector);
  fixture_close (workspace);
}

/* What an entry usually bears on is offered as long as it bears on nothing, and the set stands open. */
static void
test_derivation (void)
{
  MzWorkspace *workspace = fixture_workspace (NULL);
  GtkWidget *inspector = mz_inspector_new (workspace);
  GtkWidget *window = fixture_show (inspector, 320, 700);
  GtkWidget *derive = find_named (inspector, "derive");
  MzRecord *entry =
      mz_workspace_add (workspace, "context", (const char *[]){"category", "economy", NULL});
  g_autoptr (GPtrArray) editors = NULL;
  gboolean open = FALSE;

  g_assert_true (gtk_widget_get_visible (derive));
  editors = fixture_find_all (find_named (inspector, "fields"), MZ_TYPE_FIELD_EDITOR);
  for (guint i = 0; i < editors->len; i++)
    open |= mz_field_editor_field (g_ptr_array_index (editors, i)) ==
            (guint)mz_kind_find (mz_record_kind (entry), "targets");
  g_assert_true (open);
  g_signal_emit_by_name (derive, "clicked");
  fixture_settle ();
  g_assert_cmpint (mz_record_integer (entry, "targets", 0), !=, 0);
  g_assert_false (gtk_widget_get_visible (derive));
  mz_workspace_add (workspace, "weakness", NULL);
  g_assert_true (gtk_widget_get_visible (derive));
  g_signal_emit_by_name (derive, "clicked");
  g_assert_true (mz_record_is (mz_workspace_selected (workspace), "risk"));
  g_assert_false (gtk_widget_get_visible (derive));
  fixture_hide (window);
  fixture_close (workspace);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/inspector/every-kind", test_every_kind);
  g_test_add_func ("/app/inspector/neighbours", test_neighbours);
  g_test_add_func ("/app/inspector/children", test_children);
  g_test_add_func ("/app/inspector/follows-edits", test_follows_edits);
  g_test_add_func ("/app/inspector/one-minimum-width", test_one_minimum_width);
  g_test_add_func ("/app/inspector/derivation", test_derivation);
  return g_test_run ();
}
