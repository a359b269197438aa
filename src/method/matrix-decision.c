/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * From numbers to levels, from values to decisions, and what ordinal values allow in total. */

#include "config.h"

#include "mezasu/matrix.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"

static const double FREQUENCY_ANCHORS[] = {0.02, 0.1, 0.5, 2};
static const double LOSS_ANCHORS[] = {1e6, 1e7, 1e8, 1e9};

const double *
mz_matrix_default_frequency_anchors (int *n_anchors)
{
  g_return_val_if_fail (n_anchors != NULL, NULL);

  *n_anchors = G_N_ELEMENTS (FREQUENCY_ANCHORS);
  return FREQUENCY_ANCHORS;
}

const double *
mz_matrix_default_loss_anchors (int *n_anchors)
{
  g_return_val_if_fail (n_anchors != NULL, NULL);

  *n_anchors = G_N_ELEMENTS (LOSS_ANCHORS);
  return LOSS_ANCHORS;
}

static gboolean
check_anchors (const double *anchors, int n_anchors, GError **error)
{
  gboolean fine = n_anchors >= 1 && n_anchors <= MZ_MATRIX_MAX - 1;

  for (int i = 0; fine && i < n_anchors; i++)
    fine = isfinite (anchors[i]) && (i == 0 || anchors[i] > anchors[i - 1]);
  if (!fine)
    g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                         _ ("anchors must be from 1 to 9 numbers that rise strictly."));
  return fine;
}

gboolean
mz_matrix_level (double number, const double *anchors, int n_anchors, const char *field, int *level,
                 GError **error)
{
  int reached = 0;

  g_return_val_if_fail (anchors != NULL && level != NULL, FALSE);

  if (!check_anchors (anchors, n_anchors, error))
    return FALSE;
  if (!isfinite (number) || number < 0)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be 0 or more."), field);
      return FALSE;
    }
  while (reached < n_anchors && number >= anchors[reached])
    reached++;
  *level = reached + 1;
  return TRUE;
}

const char *
mz_matrix_decision_name (MzDecision decision)
{
  static const char *const names[] = {"accept", "treat_or_justify", "must_treat"};

  g_return_val_if_fail ((guint)decision < G_N_ELEMENTS (names), NULL);
  return names[decision];
}

gboolean
mz_matrix_decide (double value, double appetite, double tolerance, MzDecision *decision,
                  GError **error)
{
  g_return_val_if_fail (decision != NULL, FALSE);

  if (!isfinite (value))
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("value must be a number."));
      return FALSE;
    }
  if (!isfinite (appetite) || !isfinite (tolerance) || appetite > tolerance)
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                           _ ("appetite must not be above tolerance."));
      return FALSE;
    }
  *decision = value <= appetite    ? MZ_DECISION_ACCEPT
              : value <= tolerance ? MZ_DECISION_TREAT_OR_JUSTIFY
                                   : MZ_DECISION_MUST_TREAT;
  return TRUE;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  int left = *(const int *)a, right = *(const int *)b;

  return (left > right) - (left < right);
}

GArray *
mz_matrix_aggregate (const int *values, gsize n_values, MzMaybe *max)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (int));
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (MzMatrixCount));

  if (n_values > 0)
    g_array_append_vals (sorted, values, (guint)n_values);
  g_array_sort (sorted, compare_values);
  for (guint i = 0; i < sorted->len; i++)
    {
      int value = g_array_index (sorted, int, i);

      if (counts->len > 0 && g_array_index (counts, MzMatrixCount, counts->len - 1).value == value)
        {
          g_array_index (counts, MzMatrixCount, counts->len - 1).count++;
        }
      else
        {
          MzMatrixCount first = {value, 1};

          g_array_append_val (counts, first);
        }
    }
  if (max != NULL)
    *max = sorted->len > 0 ? MZ_SOME (g_array_index (sorted, int, sorted->len - 1)) : MZ_NONE;
  return counts;
}

MzMaybe
mz_matrix_residual (MzMaybe current, MzMaybe residual)
{
  return residual.is_set ? residual : current;
}

MzStateWarning
mz_matrix_check_states (MzMaybe inherent, MzMaybe current, MzMaybe residual)
{
  MzStateWarning warnings = 0;

  if (inherent.is_set && current.is_set && current.value > inherent.value)
    warnings |= MZ_STATE_CURRENT_ABOVE_INHERENT;
  if (current.is_set && residual.is_set && residual.value > current.value)
    warnings |= MZ_STATE_RESIDUAL_ABOVE_CURRENT;
  return warnings;
}

gboolean
mz_matrix_order_differs (int value_a, double annual_loss_a, int value_b, double annual_loss_b)
{
  return (value_a < value_b && annual_loss_a > annual_loss_b) ||
         (value_a > value_b && annual_loss_a < annual_loss_b);
}
