/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Annual loss in closed form, what measures take away from it, and what the money brings. */

#include "config.h"

#include "mezasu/rosi.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"
#include "mezasu/money.h"
#include "rosi-private.h"

gboolean
mz_rosi_check_amount (double yen, const char *field, GError **error)
{
  if (isfinite (yen) && yen >= 0 && yen <= (double)MZ_MONEY_ENTRY_MAX)
    return TRUE;
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               _ ("%s must be from 0 to 1,000,000,000,000,000 yen."), field);
  return FALSE;
}

gboolean
mz_rosi_check_share (double share, const char *field, GError **error)
{
  if (isfinite (share) && share >= 0 && share <= 1)
    return TRUE;
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be from 0 to 1."), field);
  return FALSE;
}

static gboolean
check_not_negative (double value, const char *field, GError **error)
{
  if (isfinite (value) && value >= 0)
    return TRUE;
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be 0 or more."), field);
  return FALSE;
}

gboolean
mz_rosi_check_result (double yen, GError **error)
{
  if (fabs (yen) <= (double)MZ_MONEY_SUM_MAX)
    return TRUE;
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_OVERFLOW,
                       _ ("The amount is beyond ±9,000,000,000,000,000 yen."));
  return FALSE;
}

gboolean
mz_rosi_sle (double asset_value, double exposure, double *sle, GError **error)
{
  g_return_val_if_fail (sle != NULL, FALSE);

  if (!mz_rosi_check_amount (asset_value, "asset_value", error) ||
      !mz_rosi_check_share (exposure, "exposure", error))
    return FALSE;
  *sle = asset_value * exposure;
  return TRUE;
}

gboolean
mz_rosi_ale (double sle, double aro, double *ale, GError **error)
{
  g_return_val_if_fail (ale != NULL, FALSE);

  if (!check_not_negative (sle, "sle", error) || !check_not_negative (aro, "aro", error) ||
      !mz_rosi_check_result (sle * aro, error))
    return FALSE;
  *ale = sle * aro;
  return TRUE;
}

static gboolean
remaining_share (const double *mitigations, gsize n_mitigations, double *remaining, GError **error)
{
  g_return_val_if_fail (mitigations != NULL || n_mitigations == 0, FALSE);

  *remaining = 1;
  for (gsize i = 0; i < n_mitigations; i++)
    {
      if (!mz_rosi_check_share (mitigations[i], "mitigations", error))
        return FALSE;
      *remaining *= 1 - mitigations[i];
    }
  return TRUE;
}

gboolean
mz_rosi_combine (const double *mitigations, gsize n_mitigations, double *combined, GError **error)
{
  double remaining;

  g_return_val_if_fail (combined != NULL, FALSE);

  if (!remaining_share (mitigations, n_mitigations, &remaining, error))
    return FALSE;
  *combined = 1 - remaining;
  return TRUE;
}

gboolean
mz_rosi_ale_with_measures (double sle, double aro, const double *frequency, gsize n_frequency,
                           const double *severity, gsize n_severity, double *ale, GError **error)
{
  double rate, loss;

  return remaining_share (frequency, n_frequency, &rate, error) &&
         remaining_share (severity, n_severity, &loss, error) &&
         check_not_negative (sle, "sle", error) && check_not_negative (aro, "aro", error) &&
         mz_rosi_ale (sle * loss, aro * rate, ale, error);
}

static void
fill (MzRosi *result, double ale0, double reduction, double annual_cost)
{
  double rosi = annual_cost > 0 ? (reduction - annual_cost) / annual_cost : 0;

  *result = (MzRosi){.ale0 = ale0, .ale1 = ale0 - reduction, .reduction = reduction};
  /* A cost far below one yen can leave the range of a double: no return worth a number either. */
  if (annual_cost > 0 && isfinite (rosi))
    result->rosi = MZ_SOME_REAL (rosi);
}

gboolean
mz_rosi_compute (double sle, double aro, double mitigation, double annual_cost, MzRosi *result,
                 GError **error)
{
  double ale0;

  g_return_val_if_fail (result != NULL, FALSE);

  if (!mz_rosi_check_amount (sle, "sle", error) ||
      !check_not_negative (annual_cost, "annual_cost", error) ||
      !mz_rosi_check_share (mitigation, "mitigation", error) ||
      !mz_rosi_ale (sle, aro, &ale0, error) || !mz_rosi_check_result (annual_cost, error))
    return FALSE;
  fill (result, ale0, ale0 * mitigation, annual_cost);
  return TRUE;
}

gboolean
mz_rosi_between (double ale0, double ale1, double annual_cost, MzRosi *result, GError **error)
{
  g_return_val_if_fail (result != NULL, FALSE);

  if (!check_not_negative (ale0, "ale0", error) || !check_not_negative (ale1, "ale1", error) ||
      !check_not_negative (annual_cost, "annual_cost", error) ||
      !mz_rosi_check_result (ale0, error) || !mz_rosi_check_result (ale1, error) ||
      !mz_rosi_check_result (annual_cost, error))
    return FALSE;
  fill (result, ale0, ale0 - ale1, annual_cost);
  result->ale1 = ale1;
  return TRUE;
}

gboolean
mz_rosi_annual_cost (const gint64 *costs, gsize n_years, double *annual, GError **error)
{
  gint64 total;

  g_return_val_if_fail (costs != NULL && annual != NULL, FALSE);

  if (n_years < 2)
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                           _ ("horizon must be one year at least."));
      return FALSE;
    }
  if (!mz_money_sum (costs, n_years, &total, error))
    return FALSE;
  *annual = (double)total / (double)(n_years - 1);
  return TRUE;
}

gboolean
mz_rosi_roi (gint64 benefits, gint64 costs, double *roi, GError **error)
{
  gint64 gain;

  g_return_val_if_fail (roi != NULL, FALSE);

  if (costs < 0)
    return check_not_negative (-1, "costs", error);
  if (costs == 0)
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_UNDEFINED,
                           _ ("There is no return on investment without costs."));
      return FALSE;
    }
  if (!mz_money_subtract (benefits, costs, &gain, error))
    return FALSE;
  *roi = (double)gain / (double)costs;
  return TRUE;
}
