/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `calc keep-profit`: both methods, each with an answer, a refusal or nothing. */

#include "config.h"

#include "calc.h"

#include "mezasu/keep-profit.h"

static void
put_answer (MzCalc *calc, const char *name, const MzKeepProfitAnswer *answer)
{
  JsonObject *object;
  if (answer->status == MZ_KEEP_PROFIT_NOT_GIVEN)
    {
      json_object_set_null_member (calc->out, name);
      return;
    }
  if (answer->status == MZ_KEEP_PROFIT_REFUSED)
    object = mz_calc_error_object (answer->reason);
  else
    {
      g_autofree char *percent = mz_keep_profit_format_increase (answer->increase_tenths);
      object = json_object_new ();
      json_object_set_int_member (object, "needed_yen", answer->needed_yen);
      json_object_set_int_member (object, "delta_yen", answer->delta_yen);
      json_object_set_double_member (object, "increase", answer->increase);
      json_object_set_string_member (object, "increase_pct_1dp", percent);
    }
  json_object_set_object_member (calc->out, name, object);
}

void
mz_calc_keep_profit (MzCalc *calc)
{
  g_auto (MzKeepProfit) result = {0};
  MzKeepProfitInput input = {
      .sales_yen = mz_calc_yen (calc, "sales_yen"),
      .profit_yen = mz_calc_yen (calc, "profit_yen"),
      .extra_running_yen = mz_calc_yen (calc, "extra_running_yen"),
      .contribution_ppm = mz_calc_integer (calc, "contribution_ppm"),
      .new_contribution_ppm = mz_calc_integer (calc, "new_contribution_ppm"),
  };
  if (!mz_calc_ok (calc) || !mz_keep_profit (&input, &result, &calc->error))
    return;
  put_answer (calc, "contribution", &result.contribution);
  put_answer (calc, "profit", &result.profit);
}
