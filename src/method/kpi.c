/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Scores of key performance indicators and their roll-up. */

#include "config.h"

#include "mezasu/kpi.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"

#define WEIGHT_MAX 100

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, message);
  return FALSE;
}

static gboolean
check_finite (MzMaybeReal value, gboolean required, const char *field, GError **error)
{
  if (value.is_set ? isfinite (value.value) : !required)
    return TRUE;
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be a number."), field);
  return FALSE;
}

gboolean
mz_kpi_kind_from_name (const char *name, MzKpiKind *kind, GError **error)
{
  static const char *const names[] = {"higher", "lower", "range"};

  g_return_val_if_fail (kind != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *kind = (MzKpiKind)i;
        return TRUE;
      }
  return refuse (error, _ ("kind must be higher, lower or range."));
}

static gboolean
check_target (const MzKpiInput *input, GError **error)
{
  if (!check_finite (input->target, TRUE, "target", error) ||
      !check_finite (input->baseline, FALSE, "baseline", error))
    return FALSE;
  if (input->target.value < 0 && !input->baseline.is_set)
    return refuse (error, _ ("target must be 0 or more where there is no baseline."));
  return TRUE;
}

/* The distance outside the range at which nothing is left of the score. */
static double
range_tolerance (const MzKpiInput *input)
{
  return input->tolerance.is_set ? input->tolerance.value
                                 : input->high.value / 2 - input->low.value / 2;
}

static gboolean
check_range (const MzKpiInput *input, GError **error)
{
  if (!check_finite (input->low, TRUE, "low", error) ||
      !check_finite (input->high, TRUE, "high", error) ||
      !check_finite (input->tolerance, FALSE, "tolerance", error))
    return FALSE;
  if (input->low.value > input->high.value)
    return refuse (error, _ ("low must not be above high."));
  if (!(range_tolerance (input) > 0))
    return refuse (error, _ ("tolerance must be more than 0."));
  return TRUE;
}

static double
raw_towards_target (const MzKpiInput *input)
{
  double a = input->actual.value, t = input->target.value, b = input->baseline.value;
  gboolean lower = input->kind == MZ_KPI_LOWER;
  double reached = (lower ? a <= t : a >= t) ? 1 : 0;

  if (input->baseline.is_set)
    return (lower ? t < b : t > b) ? (a - b) / (t - b) : reached;
  if (t == 0)
    return reached;
  return lower ? (2 * t - a) / t : a / t;
}

static double
raw_in_range (const MzKpiInput *input)
{
  double a = input->actual.value, d = range_tolerance (input);
  double distance = MAX (input->low.value - a, a - input->high.value);

  return distance <= 0 ? 1 : (d - distance) / d;
}

gboolean
mz_kpi_score (const MzKpiInput *input, MzKpiScore *result, GError **error)
{
  double raw;

  g_return_val_if_fail (input != NULL && result != NULL, FALSE);

  if (!check_finite (input->actual, FALSE, "actual", error) ||
      !(input->kind == MZ_KPI_RANGE ? check_range (input, error) : check_target (input, error)))
    return FALSE;
  if (!input->actual.is_set)
    {
      *result = (MzKpiScore){0};
      return TRUE;
    }
  raw = input->kind == MZ_KPI_RANGE ? raw_in_range (input) : raw_towards_target (input);
  if (!isfinite (raw))
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_OVERFLOW,
                           _ ("The score is too large to be computed."));
      return FALSE;
    }
  /* A quotient of zeros may carry a sign that no reader wants. */
  result->raw = MZ_SOME_REAL (raw == 0 ? 0 : raw);
  result->score = MZ_SOME_REAL (CLAMP (result->raw.value, 0, 1));
  return TRUE;
}

gboolean
mz_kpi_rollup (const MzKpiItem *items, gsize n_items, MzKpiRollup *result, GError **error)
{
  double weighted = 0, scored = 0, all = 0;

  g_return_val_if_fail (items != NULL || n_items == 0, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  for (gsize i = 0; i < n_items; i++)
    {
      MzMaybeReal score = items[i].score;

      if (items[i].weight < 0 || items[i].weight > WEIGHT_MAX)
        return refuse (error, _ ("weight must be a whole number from 0 to 100."));
      if (score.is_set && !(score.value >= 0 && score.value <= 1))
        return refuse (error, _ ("score must be from 0 to 1."));
      all += (double)items[i].weight;
      if (score.is_set)
        {
          scored += (double)items[i].weight;
          weighted += (double)items[i].weight * score.value;
        }
    }
  *result = (MzKpiRollup){0};
  if (scored > 0)
    result->score = MZ_SOME_REAL (weighted / scored);
  if (all > 0)
    result->coverage = MZ_SOME_REAL (scored / all);
  return TRUE;
}
