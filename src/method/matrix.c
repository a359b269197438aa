/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A free matrix of likelihood and impact: its values, its bands, and what can be wrong with an edited table. */

#include "config.h"

#include "mezasu/matrix.h"

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"

/* No product of two levels comes near it; it only keeps typing errors out of a table. */
#define VALUE_MAX 1000000

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, message);
  return FALSE;
}

static gboolean
check_size (int rows, int columns, GError **error)
{
  if (rows >= 2 && rows <= MZ_MATRIX_MAX && columns >= 2 && columns <= MZ_MATRIX_MAX)
    return TRUE;
  return refuse (error, _ ("A matrix must have from 2 to 10 rows and columns."));
}

static void
fill_products (MzMatrix *matrix)
{
  for (int row = 0; row < matrix->rows; row++)
    for (int column = 0; column < matrix->columns; column++)
      matrix->values[row][column] = (row + 1) * (column + 1);
}

void
mz_matrix_init_default (MzMatrix *matrix)
{
  g_return_if_fail (matrix != NULL);

  *matrix = (MzMatrix){
      .rows = 5,
      .columns = 5,
      .n_cuts = 3,
      .cuts = {5, 10, 15},
      .names = {"低", "中", "高", "極大"},
  };
  fill_products (matrix);
}

gboolean
mz_matrix_init_product (MzMatrix *matrix, int rows, int columns, const int *cuts, int n_cuts,
                        GError **error)
{
  MzMatrix made = {.rows = rows, .columns = columns, .n_cuts = n_cuts};

  g_return_val_if_fail (matrix != NULL, FALSE);
  g_return_val_if_fail (cuts != NULL || n_cuts == 0, FALSE);

  if (!check_size (rows, columns, error))
    return FALSE;
  fill_products (&made);
  for (int i = 0; i < MIN (n_cuts, MZ_MATRIX_BANDS_MAX - 1); i++)
    made.cuts[i] = cuts[i];
  if (!mz_matrix_check (&made, error))
    return FALSE;
  *matrix = made;
  return TRUE;
}

gboolean
mz_matrix_check (const MzMatrix *matrix, GError **error)
{
  g_return_val_if_fail (matrix != NULL, FALSE);

  if (!check_size (matrix->rows, matrix->columns, error))
    return FALSE;
  if (matrix->n_cuts < 1 || matrix->n_cuts > MZ_MATRIX_BANDS_MAX - 1)
    return refuse (error, _ ("A matrix must have from 1 to 9 cut points between its bands."));
  for (int i = 1; i < matrix->n_cuts; i++)
    if (matrix->cuts[i] <= matrix->cuts[i - 1])
      return refuse (error, _ ("The cut points between bands must rise strictly."));
  for (int row = 0; row < matrix->rows; row++)
    for (int column = 0; column < matrix->columns; column++)
      if (matrix->values[row][column] < 0 || matrix->values[row][column] > VALUE_MAX)
        return refuse (error, _ ("The values of a matrix must be from 0 to 1,000,000."));
  return TRUE;
}

int
mz_matrix_band (const MzMatrix *matrix, int value)
{
  int band = 0;

  g_return_val_if_fail (matrix != NULL, 0);

  while (band < matrix->n_cuts && value >= matrix->cuts[band])
    band++;
  return band;
}

gboolean
mz_matrix_rate (const MzMatrix *matrix, int likelihood, int impact, MzMatrixRating *rating,
                GError **error)
{
  int value, band;

  g_return_val_if_fail (rating != NULL, FALSE);

  if (!mz_matrix_check (matrix, error))
    return FALSE;
  if (likelihood < 1 || likelihood > matrix->rows)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be from %d to %d."),
                   "likelihood", 1, matrix->rows);
      return FALSE;
    }
  if (impact < 1 || impact > matrix->columns)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be from %d to %d."),
                   "impact", 1, matrix->columns);
      return FALSE;
    }
  value = matrix->values[likelihood - 1][impact - 1];
  band = mz_matrix_band (matrix, value);
  *rating = (MzMatrixRating){likelihood, impact, value, band, matrix->names[band]};
  return TRUE;
}

const char *
mz_matrix_finding_name (MzMatrixFinding finding)
{
  return finding == MZ_MATRIX_NOT_MONOTONE ? "not_monotone" : "red_touches_green";
}

static gboolean
is_monotone (int rows, int columns, const int *grid)
{
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      {
        int value = grid[row * columns + column];

        if ((column > 0 && value < grid[row * columns + column - 1]) ||
            (row > 0 && value < grid[(row - 1) * columns + column]))
          return FALSE;
      }
  return TRUE;
}

/* Bands are numbered by severity, so a step of two or more between the extremes means three or more bands, whether or
 * not the band between them is used. */
static gboolean
extremes_touch (int rows, int columns, const int *bands)
{
  int low = bands[0], high = bands[0];

  for (int i = 1; i < rows * columns; i++)
    {
      low = MIN (low, bands[i]);
      high = MAX (high, bands[i]);
    }
  /* Compared without a difference, which two integers may not have. */
  if (high <= low || high - 1 <= low)
    return FALSE;
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      {
        int band = bands[row * columns + column];
        int other = band == low ? high : low;

        if (band != low && band != high)
          continue;
        if ((column > 0 && bands[row * columns + column - 1] == other) ||
            (row > 0 && bands[(row - 1) * columns + column] == other))
          return TRUE;
      }
  return FALSE;
}

static MzMatrixFinding
find_faults (int rows, int columns, const int *values, const int *bands)
{
  MzMatrixFinding findings = 0;

  if (!is_monotone (rows, columns, values))
    findings |= MZ_MATRIX_NOT_MONOTONE;
  if (extremes_touch (rows, columns, bands))
    findings |= MZ_MATRIX_RED_TOUCHES_GREEN;
  return findings;
}

MzMatrixFinding
mz_matrix_lint (const MzMatrix *matrix)
{
  int values[MZ_MATRIX_MAX * MZ_MATRIX_MAX], bands[MZ_MATRIX_MAX * MZ_MATRIX_MAX];

  g_return_val_if_fail (mz_matrix_check (matrix, NULL), 0);

  for (int row = 0; row < matrix->rows; row++)
    for (int column = 0; column < matrix->columns; column++)
      {
        int value = matrix->values[row][column];

        values[row * matrix->columns + column] = value;
        bands[row * matrix->columns + column] = mz_matrix_band (matrix, value);
      }
  return find_faults (matrix->rows, matrix->columns, values, bands);
}

gboolean
mz_matrix_lint_bands (int rows, int columns, const int *grid, MzMatrixFinding *findings,
                      GError **error)
{
  g_return_val_if_fail (grid != NULL && findings != NULL, FALSE);

  if (!check_size (rows, columns, error))
    return FALSE;
  *findings = find_faults (rows, columns, grid, grid);
  return TRUE;
}
