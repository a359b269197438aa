/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Sales needed to keep the present profit, as exact fractions of 128-bit integers. With amounts up to 10^15 the largest
 * term is 1000·S·(P + O), about 2·10^33, far below 2^126. */

#include "config.h"

#include "mezasu/keep-profit.h"

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"
#include "mezasu/money.h"
#include "mezasu/ratio.h"

static void
refuse (MzKeepProfitAnswer *answer, MzError code, const char *message)
{
  answer->status = MZ_KEEP_PROFIT_REFUSED;
  answer->reason = g_error_new_literal (MZ_ERROR, (int)code, message);
}

/* @numerator / @denominator is the unrounded sum of needed sales. */
static void
answer_fraction (MzKeepProfitAnswer *answer, gint64 sales, MzInt128 numerator, MzInt128 denominator)
{
  MzInt128 needed = mz_ratio_divide_128 (numerator, denominator, MZ_ROUNDING_UP);
  MzInt128 present = (MzInt128)sales * denominator;
  MzInt128 more = numerator - present;

  if (needed > MZ_MONEY_SUM_MAX || needed < -MZ_MONEY_SUM_MAX)
    {
      refuse (answer, MZ_ERROR_OVERFLOW,
              _ ("The needed sales are beyond ±9,000,000,000,000,000 yen."));
      return;
    }
  if (needed - sales < -MZ_MONEY_SUM_MAX)
    {
      refuse (answer, MZ_ERROR_OVERFLOW,
              _ ("The change of sales is beyond ±9,000,000,000,000,000 yen."));
      return;
    }
  answer->status = MZ_KEEP_PROFIT_OK;
  answer->needed_yen = (gint64)needed;
  answer->delta_yen = (gint64)(needed - sales);
  answer->increase = (double)more / (double)present;
  answer->increase_tenths =
      (gint64)mz_ratio_divide_128 (1000 * more, present, MZ_ROUNDING_HALF_AWAY);
}

static gboolean
is_margin (gint64 ppm)
{
  return ppm > 0 && ppm <= MZ_PPM;
}

static void
answer_contribution (const MzKeepProfitInput *input, MzKeepProfitAnswer *answer)
{
  const MzMaybe m = input->contribution_ppm, m2 = input->new_contribution_ppm;
  gint64 sales = input->sales_yen.value;

  if (!m.is_set)
    answer->status = MZ_KEEP_PROFIT_NOT_GIVEN;
  else if (!is_margin (m.value))
    refuse (answer, MZ_ERROR_INVALID_INPUT,
            _ ("contribution_ppm must be more than 0 % and at most 100 %."));
  else if (m2.is_set && !is_margin (m2.value))
    refuse (answer, MZ_ERROR_INVALID_INPUT,
            _ ("new_contribution_ppm must be more than 0 % and at most 100 %."));
  else if (sales <= 0)
    refuse (answer, MZ_ERROR_UNDEFINED, _ ("The method needs present sales above 0."));
  else
    answer_fraction (answer, sales,
                     (MzInt128)sales * m.value + (MzInt128)input->extra_running_yen.value * MZ_PPM,
                     m2.is_set ? m2.value : m.value);
}

static void
answer_profit (const MzKeepProfitInput *input, MzKeepProfitAnswer *answer)
{
  gint64 sales = input->sales_yen.value, profit = input->profit_yen.value;

  if (!input->profit_yen.is_set)
    answer->status = MZ_KEEP_PROFIT_NOT_GIVEN;
  else if (sales <= 0)
    refuse (answer, MZ_ERROR_UNDEFINED, _ ("The method needs present sales above 0."));
  else if (profit <= 0)
    refuse (answer, MZ_ERROR_UNDEFINED, _ ("The method needs a present profit above 0."));
  else
    answer_fraction (answer, sales,
                     (MzInt128)sales * ((MzInt128)profit + input->extra_running_yen.value), profit);
}

static gboolean
check_given (MzMaybe amount, gboolean required, const char *field, GError **error)
{
  if (amount.is_set)
    return mz_money_check_entry (amount.value, field, error);
  if (required)
    g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be given."), field);
  return !required;
}

gboolean
mz_keep_profit (const MzKeepProfitInput *input, MzKeepProfit *result, GError **error)
{
  MzKeepProfit found = {0};

  g_return_val_if_fail (input != NULL && result != NULL, FALSE);

  if (!check_given (input->sales_yen, TRUE, "sales_yen", error) ||
      !check_given (input->profit_yen, FALSE, "profit_yen", error) ||
      !check_given (input->extra_running_yen, TRUE, "extra_running_yen", error))
    return FALSE;
  answer_contribution (input, &found.contribution);
  answer_profit (input, &found.profit);
  *result = found;
  return TRUE;
}

void
mz_keep_profit_clear (MzKeepProfit *result)
{
  g_return_if_fail (result != NULL);

  g_clear_error (&result->contribution.reason);
  g_clear_error (&result->profit.reason);
}

char *
mz_keep_profit_format_increase (gint64 increase_tenths)
{
  guint64 magnitude = increase_tenths < 0 ? -(guint64)increase_tenths : (guint64)increase_tenths;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%d", increase_tenths < 0 ? "-" : "",
                          magnitude / 10, (int)(magnitude % 10));
}
