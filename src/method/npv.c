/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Discounting and net present value. */

#include "config.h"

#include "mezasu/rate-of-return.h"

#include "discount-private.h"
#include "mezasu/error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gboolean
mz_discount_check_rate (double rate, const char *field, GError **error)
{
  if (isfinite (rate) && rate > -1)
    return TRUE;

  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               _ ("%s must be a number above -1, that is above -100 %%."), field);
  return FALSE;
}

gboolean
mz_discount_flows (const gint64 *flows, int horizon, double rate, double *discounted,
                   GError **error)
{
  double absolute = 0;

  if (!mz_flows_check (flows, horizon, error) || !mz_discount_check_rate (rate, "rate", error))
    return FALSE;

  for (int t = 0; t <= horizon; t++)
    {
      /* Years without money stay 0 even where the factor itself leaves the doubles. */
      discounted[t] = flows[t] != 0 ? (double)flows[t] / pow (1 + rate, t) : 0;
      absolute += fabs (discounted[t]);
    }
  if (isfinite (absolute))
    return TRUE;

  g_set_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW,
               _ ("The present value at a rate of %g is too large to be computed."), rate);
  return FALSE;
}

double
mz_discount_sum (const double *values, int n)
{
  double sum = 0;
  double lost = 0;

  for (int i = 0; i < n; i++)
    {
      double next = sum + values[i];

      if (fabs (sum) >= fabs (values[i]))
        lost += (sum - next) + values[i];
      else
        lost += (values[i] - next) + sum;
      sum = next;
    }
  return sum + lost;
}

gboolean
mz_npv (const gint64 *flows, int horizon, double rate, double *npv, GError **error)
{
  double discounted[MZ_YEARS_MAX];

  g_return_val_if_fail (flows != NULL, FALSE);
  g_return_val_if_fail (npv != NULL, FALSE);

  if (!mz_discount_flows (flows, horizon, rate, discounted, error))
    return FALSE;
  *npv = mz_discount_sum (discounted, horizon + 1);
  return TRUE;
}
