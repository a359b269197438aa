/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `calc scenario`: the cash-flow table of a plan, before and after tax. */

#include "config.h"

#include "calc.h"
#include "json-tools.h"

#include "mezasu/money.h"
#include "mezasu/tax.h"

#include <glib/gi18n-lib.h>

static GArray *
read_lines (MzCalc *calc)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (MzCashLine));
  JsonArray *list = mz_calc_list (calc, "lines");
  if (list == NULL)
    mz_calc_refuse (calc, _ ("%s must be given."), "lines");
  for (guint i = 0; mz_calc_ok (calc) && i < json_array_get_length (list); i++)
    {
      MzCalc item;
      MzCashLine line = {0};
      if (!mz_calc_enter (calc, list, i, "lines", &item))
        break;
      const char *kind = mz_calc_need_text (&item, "kind");
      line.amount = mz_calc_need_yen (&item, "amount");
      line.from = mz_calc_need_int (&item, "from");
      line.to = mz_calc_need_int (&item, "to");
      if (mz_calc_ok (&item))
        mz_cash_kind_from_nick (kind, &line.kind, &item.error);
      g_array_append_val (lines, line);
      mz_calc_leave (calc, &item);
    }
  return lines;
}

static GArray *
read_assets (MzCalc *calc)
{
  GArray *assets = g_array_new (FALSE, TRUE, sizeof (MzAsset));
  JsonArray *list = mz_calc_list (calc, "depreciate");
  for (guint i = 0; list != NULL && mz_calc_ok (calc) && i < json_array_get_length (list); i++)
    {
      MzCalc item;
      MzAsset asset = {0};
      if (!mz_calc_enter (calc, list, i, "depreciate", &item))
        break;
      asset.cost = mz_calc_need_yen (&item, "cost");
      asset.life = mz_calc_need_int (&item, "life");
      asset.year = mz_calc_need_int (&item, "year");
      asset.first_year_months = mz_calc_int (&item, "months", 12);
      g_array_append_val (assets, asset);
      mz_calc_leave (calc, &item);
    }
  return assets;
}

/* What is listed is depreciated, however small: the caller leaves out what is an expense. */
static gboolean
read_tax (MzCalc *calc, MzTaxRules *rules)
{
  MzCalc item;
  if (!mz_calc_has (calc, "tax") || !mz_calc_enter_member (calc, "tax", &item))
    return FALSE;
  *rules = (MzTaxRules){.rate_ppm = mz_calc_need_integer (&item, "rate_ppm"),
                        .other_profit = mz_calc_flag (&item, "other_profit")};
  mz_calc_leave (calc, &item);
  return TRUE;
}

static void
put_table (MzCalc *calc, const MzCashFlow *flow)
{
  guint n = flow->horizon + 1;
  double roi;
  mz_json_put_yens (calc->out, "flows_yen", flow->flows, n);
  json_object_set_object_member (calc->out, "by_kind",
                                 mz_json_by_kind (flow->by_kind, flow->horizon));
  mz_calc_put_integer (calc, "total_cost_yen", flow->total_cost);
  mz_calc_put_integer (calc, "total_benefit_yen", flow->total_benefit);
  if (mz_cash_flow_roi (flow, &roi, &calc->error))
    mz_calc_put_real (calc, "roi", roi);
  else
    mz_calc_put_undefined (calc, "roi");
}

static void
put_tax (MzCalc *calc, const MzTax *tax)
{
  guint n = tax->horizon + 1;
  mz_json_put_yens (calc->out, "depreciation_yen", tax->depreciation, n);
  mz_json_put_yens (calc->out, "taxable_yen", tax->taxable, n);
  mz_json_put_yens (calc->out, "tax_yen", tax->tax, n);
  mz_json_put_yens (calc->out, "after_tax_flows_yen", tax->after_tax, n);
}

/* Present value, paybacks and rates of the flows before or after tax. */
static void
put_worth (MzCalc *calc, const gint64 *flows, int horizon, MzMaybeReal rate)
{
  MzPayback payback, discounted;
  MzIrr irr;
  double npv;
  gint64 yen;
  if (!mz_payback_simple (flows, horizon, &payback, &calc->error) ||
      !mz_irr (flows, horizon, &irr, &calc->error))
    return;
  mz_json_put_payback (calc->out, "payback", &payback);
  json_object_set_object_member (calc->out, "irr", mz_json_irr (&irr));
  if (!rate.is_set)
    {
      mz_calc_put_nothing (calc, "npv_yen", _ ("The discount rate is not given."));
      mz_calc_put_nothing (calc, "discounted_payback", _ ("The discount rate is not given."));
      return;
    }
  if (!mz_npv (flows, horizon, rate.value, &npv, &calc->error) ||
      !mz_money_from_double (npv, &yen, &calc->error) ||
      !mz_payback_discounted (flows, horizon, rate.value, &discounted, &calc->error))
    return;
  mz_calc_put_integer (calc, "npv_yen", yen);
  mz_json_put_payback (calc->out, "discounted_payback", &discounted);
}

void
mz_calc_scenario (MzCalc *calc)
{
  g_autoptr (GArray) lines = read_lines (calc);
  g_autoptr (GArray) assets = read_assets (calc);
  int horizon = mz_calc_need_int (calc, "horizon");
  MzMaybe margin = mz_calc_integer (calc, "contribution_ppm");
  MzMaybeReal rate = mz_calc_real (calc, "rate");
  MzTaxRules rules;
  gboolean taxed = read_tax (calc, &rules);
  MzCashFlow flow;
  MzTax tax;
  if (!mz_calc_ok (calc) ||
      !mz_cash_flow_compute ((const MzCashLine *)(gpointer)lines->data, lines->len, horizon,
                             margin.is_set ? &margin.value : NULL, &flow, &calc->error) ||
      (taxed && !mz_tax_compute (&flow, &rules, (const MzAsset *)(gpointer)assets->data,
                                 assets->len, &tax, &calc->error)))
    return;
  put_table (calc, &flow);
  if (taxed)
    put_tax (calc, &tax);
  if (mz_calc_ok (calc))
    put_worth (calc, taxed ? tax.after_tax : flow.flows, horizon, rate);
}
