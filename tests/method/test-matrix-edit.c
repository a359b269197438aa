/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Cells of the risk matrix: what is saved, what is refused, what is warned of. */

#include "config.h"

#include "mezasu/matrix-edit.h"

static const struct
{
  const char *name;
  int likelihood, impact, value;
  gboolean taken;
  MzMatrixFinding findings;
  guint cells; /* records afterwards */
} rows[] = {
    /* The 5 × 5 matrix of products has its neighbours of (3, 3) = 9 at 6 and 12. */
    {"same", 3, 3, 9, TRUE, 0, 0},
    {"more", 3, 3, 12, TRUE, 0, 1},
    {"less", 3, 3, 6, TRUE, 0, 1},
    {"above-the-next", 3, 3, 13, FALSE, MZ_MATRIX_NOT_MONOTONE, 0},
    {"below-the-one-before", 3, 3, 5, FALSE, MZ_MATRIX_NOT_MONOTONE, 0},
    /* 20 in the corner is still extreme (from 15), 1,000 too; 0 in the mild corner is still mild. */
    {"greatest", 5, 5, 1000, TRUE, 0, 1},
    {"least", 1, 1, 0, TRUE, 0, 1},
    {"no-such-row", 6, 1, 5, FALSE, 0, 0},
    {"no-such-column", 1, 0, 5, FALSE, 0, 0},
    {"negative", 1, 1, -1, FALSE, 0, 0},
    {"too-great", 5, 5, 1001, FALSE, 0, 0},
};

static void
apply (MzModel *model, MzEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (mz_edit_n_changes (edit) > 0)
    mz_model_edit (model, edit, &error);
  g_assert_no_error (error);
}

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzAnalysis) after = NULL;
  g_autoptr (GError) error = NULL;
  MzMatrixFinding findings = 0;
  g_autoptr (MzEdit) edit = mz_matrix_edit_cell (analysis, rows[i].likelihood, rows[i].impact,
                                                 rows[i].value, &findings, &error);

  g_assert_cmpint (findings, ==, rows[i].findings);
  g_assert_true ((edit != NULL) == rows[i].taken);
  if (edit == NULL)
    {
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      return;
    }
  apply (model, edit);
  after = mz_analysis_new (model);
  g_assert_cmpint (after->scale.values[rows[i].likelihood - 1][rows[i].impact - 1], ==,
                   rows[i].value);
  g_assert_cmpuint (mz_model_count (model, "matrix_cell"), ==, rows[i].cells);
}

/* Back to the product: the record goes. */
static void
test_product_again (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  static const int values[] = {12, 11, 9};
  static const guint cells[] = {1, 1, 0};

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
      g_autoptr (MzEdit) edit = mz_matrix_edit_cell (analysis, 3, 3, values[i], NULL, NULL);

      apply (model, edit);
      g_assert_cmpuint (mz_model_count (model, "matrix_cell"), ==, cells[i]);
    }
}

/* A matrix of two by two: 1 2 / 2 4, bands from 0, 2 and 3. With 1 at (1, 2) the mild cell touches the grave one. */
static void
test_warning (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  const MzSchema *schema = mz_schema_default ();
  const MzKind *criteria = mz_schema_kind (schema, "criteria"),
               *band = mz_schema_kind (schema, "band");
  const char *id = mz_record_id (mz_model_single (model, "criteria"));
  static const int from[] = {0, 2, 3};
  g_autoptr (MzEdit) edit = mz_edit_new (NULL), change = NULL;
  g_autoptr (MzAnalysis) analysis = NULL;
  MzMatrixFinding findings = 0;

  mz_edit_set_integer (edit, criteria, id, "likelihood_levels", 2);
  mz_edit_set_integer (edit, criteria, id, "impact_levels", 2);
  for (int i = 0; i < 3; i++)
    {
      const char *one = mz_edit_insert (edit, band, NULL);
      mz_edit_set_text (edit, band, one, "title", "Band");
      mz_edit_set_integer (edit, band, one, "severity", i + 1);
      mz_edit_set_integer (edit, band, one, "value_from", from[i]);
    }
  apply (model, edit);
  analysis = mz_analysis_new (model);
  g_assert_cmpint (mz_matrix_edit_lint (&analysis->scale), ==, 0);
  change = mz_matrix_edit_cell (analysis, 1, 2, 1, &findings, NULL);
  g_assert_nonnull (change);
  g_assert_cmpint (findings, ==, MZ_MATRIX_RED_TOUCHES_GREEN);
}

static void
test_fixed_scheme (void)
{
  g_autoptr (MzModel) model = mz_model_new (mz_schema_default ());
  const MzKind *criteria = mz_schema_kind (mz_schema_default (), "criteria");
  g_autoptr (MzEdit) edit = mz_edit_new (NULL);
  g_autoptr (MzAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;

  mz_edit_set_text (edit, criteria, mz_record_id (mz_model_single (model, "criteria")), "scheme",
                    "s3");
  apply (model, edit);
  analysis = mz_analysis_new (model);
  g_assert_null (mz_matrix_edit_cell (analysis, 1, 1, 2, NULL, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/method/matrix-edit/", rows[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/method/matrix-edit/product-again", test_product_again);
  g_test_add_func ("/method/matrix-edit/warning", test_warning);
  g_test_add_func ("/method/matrix-edit/fixed-scheme", test_fixed_scheme);
  return g_test_run ();
}
