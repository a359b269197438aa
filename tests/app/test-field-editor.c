/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Field editors: made for every field of the schema, taking what people type, refusing with a reason. */

#include "config.h"

#include "widget-fixture.h"

#include "mz-field-editor.h"

static MzFieldEditor *
edit_field (MzWorkspace *workspace, const char *kind, const char *field)
{
  MzRecord *record = mz_model_nth (mz_workspace_model (workspace), kind, 0);
  int index = mz_kind_find (mz_record_kind (record), field);

  g_assert_cmpint (index, >=, 0);
  return MZ_FIELD_EDITOR (mz_field_editor_new (workspace, record, (guint)index));
}

static void
type (MzFieldEditor *editor, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (mz_field_editor_control (editor)), text);
}

static void
press_enter (MzFieldEditor *editor)
{
  g_signal_emit_by_name (mz_field_editor_control (editor), "activate");
}

static void
test_every_field (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  const MzSchema *schema = mz_schema_default ();
  guint64 revision = mz_model_revision (mz_workspace_model (workspace));

  for (guint i = 0; i < schema->n_kinds; i++)
    {
      MzRecord *record = mz_model_nth (mz_workspace_model (workspace), schema->kinds[i].name, 0);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *window;

      if (record == NULL)
        record = mz_workspace_add (workspace, schema->kinds[i].name, NULL);
      if (record == NULL)
        continue;
      revision = mz_model_revision (mz_workspace_model (workspace));
      for (guint j = 0; j < mz_kind_n_fields (&schema->kinds[i]); j++)
        {
          const MzField *field = mz_kind_field (&schema->kinds[i], j);
          GtkWidget *editor = mz_field_editor_new (workspace, record, j);
          gtk_box_append (GTK_BOX (box), editor);
          gtk_test_accessible_assert_property (
              GTK_ACCESSIBLE (mz_field_editor_control (MZ_FIELD_EDITOR (editor))),
              GTK_ACCESSIBLE_PROPERTY_LABEL, mz_translate (field->label));
        }
      window = fixture_show (box, 300, 600);
      fixture_hide (window);
      /* Looking is no edit. */
      g_assert_cmpuint (mz_model_revision (mz_workspace_model (workspace)), ==, revision);
    }
  fixture_close (workspace);
}

typedef struct
{
  const char *kind;
  const char *field;
  const char *typed;
  const char *machine; /* NULL: refused */
} TypedCase;

static const TypedCase typed_cases[] = {
    {"pl_line", "amount", "1億2,000万", "120000000"},
    {"pl_line", "amount", "１２０００千円", "12000000"},
    {"pl_line", "amount", "▲500万", "-5000000"},
    {"pl_line", "amount", "12", "120000"},
    {"pl_line", "amount", "", ""},
    {"pl_line", "amount", "lots", NULL},
    {"pl_line", "amount", "99999兆", NULL},
    {"organisation", "contribution_margin", "37.5", "375000"},
    {"organisation", "contribution_margin", "３７．５％", "375000"},
    {"organisation", "contribution_margin", "120", NULL},
    {"organisation", "horizon", "7", "7"},
    {"organisation", "horizon", "31", NULL},
    {"organisation", "horizon", "", NULL},
    {"organisation", "name", "<b>&", "<b>&"},
    {"organisation", "name", "שלום 😀 مرحبا", "שלום 😀 مرحبا"},
    {"organisation", "report_date", "2026-04-31", NULL},
    {"organisation", "report_date", "2026-04-30", "2026-04-30"},
    {"risk", "frequency", "50年に1回", "0.02"},
    {"risk", "frequency", "often", NULL},
    {"risk", "title", "", NULL},
};

static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed_cases); i++)
    {
      const TypedCase *c = &typed_cases[i];
      MzWorkspace *workspace = fixture_workspace ("ec-site");
      MzFieldEditor *editor = edit_field (workspace, c->kind, c->field);
      GtkWidget *window = fixture_show (GTK_WIDGET (editor), 320, 200);
      MzRecord *record = mz_model_nth (mz_workspace_model (workspace), c->kind, 0);
      guint field = mz_field_editor_field (editor);
      const MzField *def = mz_kind_field (mz_record_kind (record), field);
      g_autofree char *before = mz_value_to_machine (def, mz_record_value (record, field));
      g_autofree char *after = NULL;

      g_test_message ("%s.%s ← %s", c->kind, c->field, c->typed);
      gtk_widget_grab_focus (GTK_WIDGET (editor));
      type (editor, c->typed);
      press_enter (editor);
      after = mz_value_to_machine (def, mz_record_value (record, field));
      if (c->machine != NULL)
        {
          g_assert_null (mz_field_editor_error (editor));
          g_assert_cmpstr (after, ==, c->machine);
        }
      else
        {
          g_assert_nonnull (mz_field_editor_error (editor));
          g_assert_cmpstr (after, ==, before);
          g_assert_true (gtk_widget_has_css_class (mz_field_editor_control (editor), "error"));
          g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (mz_field_editor_control (editor))),
                           ==, c->typed);
          gtk_test_accessible_assert_state (GTK_ACCESSIBLE (mz_field_editor_control (editor)),
                                            GTK_ACCESSIBLE_STATE_INVALID,
                                            GTK_ACCESSIBLE_INVALID_TRUE);
          mz_field_editor_restore (editor);
          g_assert_null (mz_field_editor_error (editor));
        }
      fixture_hide (window);
      fixture_close (workspace);
    }
}

static gboolean
is_undoable (gpointer workspace)
{
  return mz_document_undo_label (mz_workspace_document (workspace)) != NULL;
}

static void
test_rest_is_one_edit (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzFieldEditor *editor = edit_field (workspace, "organisation", "name");
  GtkWidget *window = fixture_show (GTK_WIDGET (editor), 320, 200);
  g_autoptr (GPtrArray) history = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (editor));
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *text = g_strnfill (i, 'a');
      type (editor, text);
      fixture_settle ();
    }
  g_assert_false (is_undoable (workspace));
  fixture_wait (is_undoable, workspace);
  history = mz_document_history (mz_workspace_document (workspace));
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpstr (
      mz_record_text (mz_model_single (mz_workspace_model (workspace), "organisation"), "name"), ==,
      "aaaaa");
  fixture_hide (window);
  fixture_close (workspace);
}

static void
test_leaving_keeps (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzFieldEditor *editor = edit_field (workspace, "organisation", "name");
  GtkWidget *window = fixture_show (GTK_WIDGET (editor), 320, 200);

  type (editor, "left behind");
  fixture_hide (window);
  g_assert_cmpstr (
      mz_record_text (mz_model_single (mz_workspace_model (workspace), "organisation"), "name"), ==,
      "left behind");
  fixture_close (workspace);
}

static void
note_message_cb (MzWorkspace *workspace, const char *text, gboolean undoable, guint *count)
{
  *count += 1;
}

static void
test_leaving_refused_is_told (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzFieldEditor *editor = edit_field (workspace, "organisation", "horizon");
  GtkWidget *window = fixture_show (GTK_WIDGET (editor), 320, 200);
  guint count = 0;

  g_signal_connect (workspace, "message", G_CALLBACK (note_message_cb), &count);
  type (editor, "no number");
  fixture_hide (window);
  g_assert_cmpuint (count, ==, 1);
  fixture_close (workspace);
}

static void
test_choice (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzFieldEditor *editor = edit_field (workspace, "organisation", "sector");
  GtkWidget *window = fixture_show (GTK_WIDGET (editor), 320, 200);
  MzRecord *record = mz_model_single (mz_workspace_model (workspace), "organisation");
  GtkDropDown *drop = GTK_DROP_DOWN (mz_field_editor_control (editor));

  g_assert_cmpuint (gtk_drop_down_get_selected (drop), ==, 1);
  gtk_drop_down_set_selected (drop, 2);
  g_assert_cmpstr (mz_record_text (record, "sector"), ==, "chemical");
  gtk_drop_down_set_selected (drop, 0);
  g_assert_false (mz_record_has (record, "sector"));
  mz_workspace_undo (workspace);
  fixture_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (drop), ==, 2);
  fixture_hide (window);
  fixture_close (workspace);
}

/* Records that come and go in the list of a dropdown are no choice of a person. */
static void
test_reference_stays (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzModel *model = mz_workspace_model (workspace);
  MzFieldEditor *editor = edit_field (workspace, "system", "zone");
  GtkWidget *window = fixture_show (GTK_WIDGET (editor), 320, 200);
  MzRecord *record = mz_model_nth (model, "system", 0);
  g_autofree char *zone = g_strdup (mz_record_text (record, "zone"));
  MzRecord *other = NULL;

  for (guint i = 0; i < mz_model_count (model, "zone"); i++)
    if (!g_str_equal (mz_record_id (mz_model_nth (model, "zone", i)), zone))
      other = mz_model_nth (model, "zone", i);
  g_assert_true (mz_workspace_delete (workspace, other));
  fixture_settle ();
  g_assert_cmpstr (mz_record_text (record, "zone"), ==, zone);
  g_assert_true (mz_workspace_delete (workspace, mz_model_find (model, zone)));
  fixture_settle ();
  g_assert_false (mz_record_has (record, "zone"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (mz_field_editor_control (editor))),
                    ==, 0);
  mz_workspace_undo (workspace);
  fixture_settle ();
  g_assert_cmpstr (mz_record_text (record, "zone"), ==, zone);
  fixture_hide (window);
  fixture_close (workspace);
}

static void
test_choices (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzFieldEditor *editor = edit_field (workspace, "context", "targets");
  GtkWidget *window = fixture_show (GTK_WIDGET (editor), 320, 200);
  MzRecord *record = mz_model_nth (mz_workspace_model (workspace), "context", 0);
  g_autoptr (GPtrArray) checks = fixture_find_all (GTK_WIDGET (editor), GTK_TYPE_CHECK_BUTTON);
  gint64 before = mz_record_integer (record, "targets", 0);

  g_assert_cmpuint (checks->len, ==, 14);
  gtk_check_button_set_active (g_ptr_array_index (checks, 13), (before >> 13 & 1) == 0);
  g_assert_cmpint (mz_record_integer (record, "targets", 0), ==, before ^ 1 << 13);
  fixture_hide (window);
  fixture_close (workspace);
}

/* Long paragraphs are broken for the eye only, whatever they are made of. */
static void
check_paragraphs (MzFieldEditor *editor, GtkTextBuffer *buffer, MzRecord *record)
{
  static const char *const pieces[] = {"脆弱性の対応が遅れる。", "word by word ", "é̂",
                                       "👨‍👩‍👧‍👦", "שלום "};

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("first\n");
      GtkTextIter at;

      while (g_utf8_strlen (text->str, -1) < 9000)
        g_string_append (text, pieces[i]);
      g_string_append (text, "\nlast");
      gtk_text_buffer_set_text (buffer, text->str, -1);
      g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), >=, 8);
      gtk_text_buffer_get_end_iter (buffer, &at);
      gtk_text_buffer_insert (buffer, &at, "!", 1);
      g_string_append_c (text, '!');
      g_assert_true (mz_field_editor_commit (editor));
      g_assert_cmpstr (mz_record_text (record, "business"), ==, text->str);
    }
}

static void
test_long_text (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzFieldEditor *editor = edit_field (workspace, "organisation", "business");
  GtkWidget *window = fixture_show (GTK_WIDGET (editor), 320, 300);
  MzRecord *record = mz_model_single (mz_workspace_model (workspace), "organisation");
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (mz_field_editor_control (editor)));
  g_autofree char *most = g_strnfill (MZ_LONG_TEXT_MAX, 'x');
  g_autofree char *more = g_strnfill (MZ_LONG_TEXT_MAX + 1, 'x');

  gtk_text_buffer_set_text (buffer, most, -1);
  g_assert_true (mz_field_editor_commit (editor));
  g_assert_cmpstr (mz_record_text (record, "business"), ==, most);
  gtk_text_buffer_set_text (buffer, more, -1);
  g_assert_false (mz_field_editor_commit (editor));
  g_assert_nonnull (mz_field_editor_error (editor));
  g_assert_cmpstr (mz_record_text (record, "business"), ==, most);
  mz_field_editor_restore (editor);
  check_paragraphs (editor, buffer, record);
  fixture_hide (window);
  fixture_close (workspace);
}

/* While an input method composes, neither Enter nor a rest ends anything. */
static void
test_composition (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzFieldEditor *editor = edit_field (workspace, "organisation", "name");
  GtkWidget *window = fixture_show (GTK_WIDGET (editor), 320, 200);
  MzRecord *record = mz_model_single (mz_workspace_model (workspace), "organisation");
  g_autofree char *before = g_strdup (mz_record_text (record, "name"));
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (mz_field_editor_control (editor)));

  type (editor, "か");
  g_signal_emit_by_name (text, "preedit-changed", "かい");
  press_enter (editor);
  g_assert_false (mz_field_editor_commit (editor));
  g_assert_cmpstr (mz_record_text (record, "name"), ==, before);
  g_signal_emit_by_name (text, "preedit-changed", "");
  type (editor, "会社");
  press_enter (editor);
  g_assert_cmpstr (mz_record_text (record, "name"), ==, "会社");
  fixture_hide (window);
  fixture_close (workspace);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/field-editor/every-field", test_every_field);
  g_test_add_func ("/app/field-editor/typed", test_typed);
  g_test_add_func ("/app/field-editor/rest-is-one-edit", test_rest_is_one_edit);
  g_test_add_func ("/app/field-editor/leaving-keeps", test_leaving_keeps);
  g_test_add_func ("/app/field-editor/leaving-refused-is-told", test_leaving_refused_is_told);
  g_test_add_func ("/app/field-editor/choice", test_choice);
  g_test_add_func ("/app/field-editor/reference-stays", test_reference_stays);
  g_test_add_func ("/app/field-editor/choices", test_choices);
  g_test_add_func ("/app/field-editor/long-text", test_long_text);
  g_test_add_func ("/app/field-editor/composition", test_composition);
  return g_test_run ();
}
