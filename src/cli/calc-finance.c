/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `calc finance` on given flows, and `calc depreciation`. */

#include "config.h"

#include "calc.h"
#include "json-tools.h"

#include "mezasu/depreciation.h"
#include "mezasu/money.h"

#include <glib/gi18n-lib.h>

static void
put_present_value (MzCalc *calc, const gint64 *flows, int horizon, MzMaybeReal rate)
{
  double npv;
  gint64 yen;
  MzPayback discounted;
  if (!rate.is_set)
    {
      const char *reason = _ ("The discount rate is not given.");
      mz_calc_put_nothing (calc, "npv", reason);
      mz_calc_put_nothing (calc, "npv_yen", reason);
      mz_calc_put_nothing (calc, "discounted_payback", reason);
      return;
    }
  if (!mz_npv (flows, horizon, rate.value, &npv, &calc->error) ||
      !mz_money_from_double (npv, &yen, &calc->error) ||
      !mz_payback_discounted (flows, horizon, rate.value, &discounted, &calc->error))
    return;
  mz_calc_put_real (calc, "npv", npv);
  mz_calc_put_integer (calc, "npv_yen", yen);
  mz_json_put_payback (calc->out, "discounted_payback", &discounted);
}

static void
put_mirr (MzCalc *calc, const gint64 *flows, int horizon, MzMaybeReal finance, MzMaybeReal reinvest)
{
  double mirr;
  if (!finance.is_set || !reinvest.is_set)
    mz_calc_put_nothing (calc, "mirr", _ ("The discount rate is not given."));
  else if (mz_mirr (flows, horizon, finance.value, reinvest.value, &mirr, &calc->error))
    mz_calc_put_real (calc, "mirr", mirr);
  else
    mz_calc_put_undefined (calc, "mirr");
}

static void
put_finance (MzCalc *calc, const gint64 *flows, int horizon)
{
  MzMaybeReal rate = mz_calc_real (calc, "rate");
  MzMaybeReal finance = mz_calc_real (calc, "finance_rate");
  MzMaybeReal reinvest = mz_calc_real (calc, "reinvest_rate");
  gint64 cumulative[MZ_YEARS_MAX];
  MzPayback payback;
  MzIrr irr;
  if (!mz_calc_ok (calc) || !mz_flows_cumulate (flows, horizon, cumulative, &calc->error) ||
      !mz_payback_simple (flows, horizon, &payback, &calc->error) ||
      !mz_irr (flows, horizon, &irr, &calc->error))
    return;
  mz_json_put_yens (calc->out, "cumulative_yen", cumulative, horizon + 1);
  mz_json_put_payback (calc->out, "payback", &payback);
  json_object_set_object_member (calc->out, "irr", mz_json_irr (&irr));
  put_present_value (calc, flows, horizon, rate);
  if (mz_calc_ok (calc))
    put_mirr (calc, flows, horizon, finance.is_set ? finance : rate,
              reinvest.is_set ? reinvest : rate);
}

void
mz_calc_finance (MzCalc *calc)
{
  g_autoptr (GArray) flows = mz_calc_integers (calc, "flows_yen");
  if (flows == NULL)
    mz_calc_refuse (calc, _ ("%s must be given."), "flows_yen");
  else if (flows->len < MZ_HORIZON_MIN + 1 || flows->len > MZ_YEARS_MAX)
    mz_calc_refuse (calc, _ ("flows_yen must hold %d to %d years, from year 0 on."),
                    MZ_HORIZON_MIN + 1, MZ_YEARS_MAX);
  if (mz_calc_ok (calc))
    put_finance (calc, (const gint64 *)(gpointer)flows->data, (int)flows->len - 1);
}

void
mz_calc_depreciation (MzCalc *calc)
{
  MzDepreciation schedule;
  gint64 cost = mz_calc_need_yen (calc, "cost_yen");
  int life = mz_calc_need_int (calc, "life_years");
  int months = mz_calc_int (calc, "first_year_months", 12);
  if (mz_calc_ok (calc) && mz_depreciation_schedule (cost, life, months, &schedule, &calc->error))
    mz_json_put_yens (calc->out, "schedule_yen", schedule.amounts, schedule.n_years);
}
