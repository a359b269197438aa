/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The two published scales: company S of the IPA practice book, and the IPA sheet for small and medium-sized firms. */

#include "config.h"

#include "mezasu/matrix.h"

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"

static const char *const S3_NAMES[] = {"低", "中", "高"};
static const char *const IPA7_BANDS[] = {"小", "中", "大"};

/* By likelihood and importance 低 中 高. One row of the book gives 2 for 高/高, all its others 3: an error of the book. */
static const int S3_VALUES[3][3] = {{1, 1, 2}, {1, 2, 3}, {2, 3, 3}};

/* By threat - 1 and vulnerability - 1. */
static const int IPA7_LIKELIHOOD[3][3] = {{1, 1, 1}, {1, 1, 2}, {1, 2, 3}};

/* Lowest values of the bands 中 and 大. */
static const int IPA7_CUTS[][2] = {
    [MZ_MATRIX_IMPORTANCE_0_TO_2] = {1, 4},
    [MZ_MATRIX_IMPORTANCE_1_TO_3] = {3, 6},
};

static gboolean
check_range (int level, int low, int high, const char *field, GError **error)
{
  if (level >= low && level <= high)
    return TRUE;
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be from %d to %d."), field, low,
               high);
  return FALSE;
}

gboolean
mz_matrix_s3_level (const char *text, const char *field, int *level, GError **error)
{
  g_return_val_if_fail (level != NULL, FALSE);

  for (int i = 0; i < 3; i++)
    if (g_strcmp0 (text, S3_NAMES[i]) == 0)
      {
        *level = i + 1;
        return TRUE;
      }
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be 低, 中 or 高."), field);
  return FALSE;
}

gboolean
mz_matrix_s3 (int likelihood, int importance, MzMatrixRating *rating, GError **error)
{
  int value;

  g_return_val_if_fail (rating != NULL, FALSE);

  if (!check_range (likelihood, 1, 3, "likelihood", error) ||
      !check_range (importance, 1, 3, "importance", error))
    return FALSE;
  value = S3_VALUES[likelihood - 1][importance - 1];
  *rating = (MzMatrixRating){likelihood, importance, value, value - 1, S3_NAMES[value - 1]};
  return TRUE;
}

gboolean
mz_matrix_ipa7 (int threat, int vulnerability, int c, int i, int a, MzMatrixImportance scale,
                MzMatrixRating *rating, GError **error)
{
  int low = scale == MZ_MATRIX_IMPORTANCE_0_TO_2 ? 0 : 1;
  int likelihood, importance, value, band;

  g_return_val_if_fail (rating != NULL, FALSE);

  if (!check_range (threat, 1, 3, "threat", error) ||
      !check_range (vulnerability, 1, 3, "vulnerability", error) ||
      !check_range (c, low, low + 2, "c", error) || !check_range (i, low, low + 2, "i", error) ||
      !check_range (a, low, low + 2, "a", error))
    return FALSE;
  likelihood = IPA7_LIKELIHOOD[threat - 1][vulnerability - 1];
  importance = MAX (c, MAX (i, a));
  value = importance * likelihood;
  band = (value >= IPA7_CUTS[scale][0]) + (value >= IPA7_CUTS[scale][1]);
  *rating = (MzMatrixRating){likelihood, importance, value, band, IPA7_BANDS[band]};
  return TRUE;
}
