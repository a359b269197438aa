/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The editor of the risk criteria: the matrix that can be typed in, what it refuses, and what follows it. */

#include "config.h"

#include "widget-fixture.h"

#include "mz-criteria-editor.h"

typedef struct
{
  MzWorkspace *workspace;
  MzCriteriaEditor *editor;
  GtkWidget *window;
} Stage;

static void
open_stage (Stage *stage, const char *sample)
{
  stage->workspace = fixture_workspace (sample);
  stage->editor = MZ_CRITERIA_EDITOR (mz_criteria_editor_new (stage->workspace));
  stage->window = fixture_show (GTK_WIDGET (stage->editor), 900, 620);
}

static void
close_stage (Stage *stage)
{
  fixture_hide (stage->window);
  fixture_close (stage->workspace);
}

static const char *
text_of (Stage *stage, int likelihood, int impact)
{
  return gtk_editable_get_text (
      GTK_EDITABLE (mz_criteria_editor_cell (stage->editor, likelihood, impact)));
}

static void
type_in (Stage *stage, int likelihood, int impact, const char *text)
{
  GtkWidget *cell = mz_criteria_editor_cell (stage->editor, likelihood, impact);

  gtk_widget_grab_focus (cell);
  gtk_editable_set_text (GTK_EDITABLE (cell), text);
  g_signal_emit_by_name (cell, "activate");
  fixture_settle ();
}

static void
test_cell (void)
{
  Stage stage;
  MzModel *model;

  open_stage (&stage, NULL);
  model = mz_workspace_model (stage.workspace);
  fixture_picture (GTK_WIDGET (stage.editor), "criteria");
  g_assert_cmpstr (text_of (&stage, 3, 4), ==, "12");
  type_in (&stage, 3, 4, "１３");
  g_assert_null (mz_criteria_editor_reason (stage.editor));
  g_assert_cmpint (mz_workspace_analysis (stage.workspace)->scale.values[2][3], ==, 13);
  g_assert_cmpstr (text_of (&stage, 3, 4), ==, "13");
  mz_workspace_undo (stage.workspace);
  gtk_widget_grab_focus (mz_criteria_editor_cell (stage.editor, 1, 1));
  fixture_settle ();
  g_assert_cmpuint (mz_model_count (model, "matrix_cell"), ==, 0);
  g_assert_cmpstr (text_of (&stage, 3, 4), ==, "12");
  close_stage (&stage);
}

static void
test_refusals (void)
{
  static const char *const texts[] = {"1", "99", "x", "", "-3", "1001", "<b>&"};
  Stage stage;

  open_stage (&stage, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      type_in (&stage, 3, 3, texts[i]);
      g_assert_nonnull (mz_criteria_editor_reason (stage.editor));
      g_assert_cmpstr (text_of (&stage, 3, 3), ==, texts[i]);
      g_assert_cmpint (mz_workspace_analysis (stage.workspace)->scale.values[2][2], ==, 9);
    }
  /* Given up by leaving it. */
  gtk_widget_grab_focus (mz_criteria_editor_cell (stage.editor, 1, 1));
  fixture_settle ();
  g_assert_cmpstr (text_of (&stage, 3, 3), ==, "9");
  close_stage (&stage);
}

/* Another size makes another matrix; a scheme with a published table has nothing to type in. */
static void
test_size_and_scheme (void)
{
  Stage stage;
  MzModel *model;
  MzRecord *criteria;
  const MzKind *kind;
  MzEdit *edit;

  open_stage (&stage, "ec-site");
  model = mz_workspace_model (stage.workspace);
  criteria = mz_model_single (model, "criteria");
  kind = mz_record_kind (criteria);
  edit = mz_edit_new (NULL);
  mz_edit_set_text (edit, kind, mz_record_id (criteria), "scheme", "matrix");
  mz_edit_set_integer (edit, kind, mz_record_id (criteria), "likelihood_levels", 4);
  mz_edit_set_integer (edit, kind, mz_record_id (criteria), "impact_levels", 7);
  g_assert_true (mz_workspace_edit (stage.workspace, edit, NULL));
  fixture_settle ();
  g_assert_true (GTK_IS_ENTRY (mz_criteria_editor_cell (stage.editor, 4, 7)));
  g_assert_null (mz_criteria_editor_cell (stage.editor, 5, 7));
  edit = mz_edit_new (NULL);
  mz_edit_set_text (edit, kind, mz_record_id (criteria), "scheme", "s3");
  g_assert_true (mz_workspace_edit (stage.workspace, edit, NULL));
  fixture_settle ();
  g_assert_true (GTK_IS_LABEL (mz_criteria_editor_cell (stage.editor, 3, 3)));
  g_assert_null (mz_criteria_editor_cell (stage.editor, 4, 4));
  close_stage (&stage);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/criteria-editor/cell", test_cell);
  g_test_add_func ("/app/criteria-editor/refusals", test_refusals);
  g_test_add_func ("/app/criteria-editor/size-and-scheme", test_size_and_scheme);
  return g_test_run ();
}
