/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Straight-line depreciation in whole yen. */

#include "config.h"

#include "mezasu/depreciation.h"

#include "mezasu/error.h"
#include "mezasu/money.h"

#include <glib/gi18n-lib.h>

static gboolean
check_span (int value, int max, const char *field, GError **error)
{
  if (value >= 1 && value <= max)
    return TRUE;

  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be 1 to %d, not %d."), field,
               max, value);
  return FALSE;
}

gboolean
mz_depreciation_schedule (gint64 cost, int life, int first_year_months, MzDepreciation *result,
                          GError **error)
{
  MzDepreciation schedule = {0};
  gint64 left = cost;

  g_return_val_if_fail (result != NULL, FALSE);

  if (!mz_money_check_entry (cost, "cost_yen", error) ||
      !check_span (life, MZ_LIFE_MAX, "life_years", error) ||
      !check_span (first_year_months, 12, "first_year_months", error))
    return FALSE;
  if (cost < 0)
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                           _ ("cost_yen must not be negative."));
      return FALSE;
    }

  schedule.n_years = first_year_months < 12 ? life + 1 : life;
  for (int year = 0; year < schedule.n_years - 1; year++)
    {
      /* At most 12·10^15, well within 64 bits. */
      schedule.amounts[year] = year == 0 ? cost * first_year_months / (life * 12) : cost / life;
      left -= schedule.amounts[year];
    }
  schedule.amounts[schedule.n_years - 1] = left;

  *result = schedule;
  return TRUE;
}

gint64
mz_depreciation_book_value (const MzDepreciation *schedule, int years)
{
  gint64 value = 0;

  g_return_val_if_fail (schedule != NULL, 0);

  for (int year = MAX (years, 0); year < schedule->n_years; year++)
    value += schedule->amounts[year];
  return value;
}
