/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One row more in the schema table: the form offers it, an edit of it is described, search reads it, undo knows it. (The
 * tests of the store show it in the database, in JSON and in the JSON Schema.) */

#include "config.h"

#include <string.h>

#include "mz-field-editor.h"
#include "mz-pages.h"
#include "mz-search.h"
#include "widget-fixture.h"

static const MzSchema *
extended_schema (void)
{
  static const MzField demonstration = {"demonstration", MZ_TYPE_TEXT, MZ_FIELD_PLAIN,
                                        "Demonstration", "Only for this test"};
  static MzKind kinds[100];
  static MzField fields[100];
  static MzSchema extended;
  const MzSchema *schema = mz_schema_default ();

  g_assert_cmpuint (schema->n_kinds, <, G_N_ELEMENTS (kinds));
  memcpy (kinds, schema->kinds, schema->n_kinds * sizeof *kinds);
  for (guint i = 0; i < schema->n_kinds; i++)
    if (g_str_equal (kinds[i].name, "risk"))
      {
        g_assert_cmpuint (kinds[i].n_fields, <, G_N_ELEMENTS (fields));
        memcpy (fields, kinds[i].fields, kinds[i].n_fields * sizeof *fields);
        memcpy (&fields[kinds[i].n_fields++], &demonstration, sizeof demonstration);
        kinds[i].fields = fields;
      }
  extended = (MzSchema){schema->version + 1, kinds, schema->n_kinds};
  return &extended;
}

/* Whether the inspector shows a label with the field's name. */
static gboolean
offers (GtkWidget *inspector, const char *name)
{
  g_autoptr (GPtrArray) labels = fixture_find_all (inspector, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), name))
      return TRUE;
  return FALSE;
}

static void
test_one_field (void)
{
  g_autoptr (GError) error = NULL;
  MzDocument *document = mz_document_new (extended_schema (), &error);
  g_autoptr (MzWorkspace) workspace = mz_workspace_new (document);
  const MzKind *kind = mz_schema_kind (extended_schema (), "risk");
  MzRecord *risk = mz_workspace_add (workspace, "risk", NULL);
  guint field = (guint)mz_kind_find (kind, "demonstration");
  MzValue value = {TRUE, {.text = (char *)"ｶﾅ and words"}};
  GtkWidget *inspector = mz_inspector_new (workspace);
  GtkWidget *window = fixture_show (inspector, 320, 700);
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_no_error (error);
  fixture_settle ();
  /* A field without value waits under "more". */
  gtk_expander_set_expanded (GTK_EXPANDER (fixture_find (inspector, GTK_TYPE_EXPANDER)), TRUE);
  fixture_settle ();
  g_assert_true (offers (inspector, "Demonstration"));
  g_assert_true (mz_workspace_set_value (workspace, risk, field, &value, &error));
  g_assert_nonnull (strstr (mz_document_undo_label (document), "Demonstration"));
  hits = mz_search (mz_workspace_model (workspace), "カナ AND", 10);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (((MzHit *)g_ptr_array_index (hits, 0))->field, ==, field);
  mz_workspace_undo (workspace);
  g_assert_false (mz_record_has (risk, "demonstration"));
  fixture_hide (window);
  mz_document_close (document, TRUE);
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/one-field", test_one_field);
  return g_test_run ();
}
