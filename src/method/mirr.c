/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The modified internal rate of return: expenses financed at one rate, incomes invested at
 * another. */

#include "config.h"

#include "mezasu/rate-of-return.h"

#include "discount-private.h"
#include "mezasu/error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gboolean
mz_mirr (const gint64 *flows, int horizon, double finance_rate, double reinvest_rate, double *mirr,
         GError **error)
{
  double incomes[MZ_YEARS_MAX] = {0};
  double expenses[MZ_YEARS_MAX] = {0};
  gboolean has_income = FALSE;
  gboolean has_expense = FALSE;
  double rate;

  g_return_val_if_fail (flows != NULL, FALSE);
  g_return_val_if_fail (mirr != NULL, FALSE);

  if (!mz_flows_check (flows, horizon, error) ||
      !mz_discount_check_rate (finance_rate, "finance_rate", error) ||
      !mz_discount_check_rate (reinvest_rate, "reinvest_rate", error))
    return FALSE;

  for (int t = 0; t <= horizon; t++)
    {
      has_income |= flows[t] > 0;
      has_expense |= flows[t] < 0;
      if (flows[t] > 0)
        incomes[t] = (double)flows[t] * pow (1 + reinvest_rate, horizon - t);
      else if (flows[t] < 0)
        expenses[t] = -(double)flows[t] / pow (1 + finance_rate, t);
    }
  if (!has_income || !has_expense)
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_UNDEFINED,
                           _ ("The modified rate of return is undefined: it needs both an income "
                              "and an expense."));
      return FALSE;
    }

  rate = pow (mz_discount_sum (incomes, horizon + 1) / mz_discount_sum (expenses, horizon + 1),
              1.0 / horizon) -
         1;
  if (!isfinite (rate))
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_OVERFLOW,
                           _ ("The modified rate of return is too large to be computed."));
      return FALSE;
    }
  *mirr = rate;
  return TRUE;
}
