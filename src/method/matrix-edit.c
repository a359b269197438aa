/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A cell of the matrix as an edit. */

#include "config.h"

#include "mezasu/matrix-edit.h"

#include <glib/gi18n-lib.h>

#define VALUE_MAX 1000

static gboolean
has_rising_bands (const MzScale *scale)
{
  for (int i = 1; i < scale->n_bands; i++)
    if (scale->bands[i].value_from <= scale->bands[i - 1].value_from)
      return FALSE;
  return scale->n_bands >= 2;
}

MzMatrixFinding
mz_matrix_edit_lint (const MzScale *scale)
{
  MzMatrix matrix = {.rows = scale->n_likelihood, .columns = scale->n_impact};

  /* Without bands only the order of the values can be judged: one cut that no value reaches. */
  matrix.n_cuts = 1;
  matrix.cuts[0] = G_MAXINT;
  if (has_rising_bands (scale))
    {
      matrix.n_cuts = scale->n_bands - 1;
      for (int i = 1; i < scale->n_bands; i++)
        matrix.cuts[i - 1] = scale->bands[i].value_from;
    }
  for (int l = 0; l < scale->n_likelihood; l++)
    for (int i = 0; i < scale->n_impact; i++)
      matrix.values[l][i] = scale->values[l][i];
  return mz_matrix_lint (&matrix);
}

static MzRecord *
find_cell (MzModel *model, int likelihood, int impact)
{
  MzRecord *cell;

  for (guint i = 0; (cell = mz_model_nth (model, "matrix_cell", i)) != NULL; i++)
    if (mz_record_integer (cell, "likelihood", 0) == likelihood &&
        mz_record_integer (cell, "impact", 0) == impact)
      return cell;
  return NULL;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, message);
  return FALSE;
}

static gboolean
check (const MzScale *scale, int likelihood, int impact, int value, MzMatrixFinding *findings,
       GError **error)
{
  MzScale after = *scale;
  MzMatrixFinding found;

  if (!g_str_equal (scale->scheme, "matrix"))
    return refuse (error, _ ("The table of this scheme is fixed; choose the free matrix."));
  if (likelihood < 1 || likelihood > scale->n_likelihood || impact < 1 || impact > scale->n_impact)
    return refuse (error, _ ("The matrix has no such cell."));
  if (value < 0 || value > VALUE_MAX)
    return refuse (error, _ ("A risk value must be from 0 to 1,000."));
  after.values[likelihood - 1][impact - 1] = value;
  found = mz_matrix_edit_lint (&after);
  if (findings != NULL)
    *findings = found;
  if ((found & MZ_MATRIX_NOT_MONOTONE) != 0 &&
      (mz_matrix_edit_lint (scale) & MZ_MATRIX_NOT_MONOTONE) == 0)
    return refuse (error, _ ("With this value the matrix would fall where likelihood or impact "
                             "rises; it must not."));
  return TRUE;
}

MzEdit *
mz_matrix_edit_cell (const MzAnalysis *analysis, int likelihood, int impact, int value,
                     MzMatrixFinding *findings, GError **error)
{
  const MzScale *scale = &analysis->scale;
  const MzKind *kind = mz_schema_kind (mz_model_schema (analysis->model), "matrix_cell");
  MzRecord *cell = find_cell (analysis->model, likelihood, impact);
  MzEdit *edit;
  const char *id;

  if (!check (scale, likelihood, impact, value, findings, error))
    return NULL;
  edit = mz_edit_new (NULL);
  if (value == scale->values[likelihood - 1][impact - 1])
    return edit;
  if (value == likelihood * impact)
    {
      if (cell != NULL)
        mz_edit_delete (edit, kind, mz_record_id (cell));
      return edit;
    }
  id = cell != NULL ? mz_record_id (cell) : mz_edit_insert (edit, kind, NULL);
  mz_edit_set_integer (edit, kind, id, "likelihood", likelihood);
  mz_edit_set_integer (edit, kind, id, "impact", impact);
  mz_edit_set_integer (edit, kind, id, "value", value);
  return edit;
}
