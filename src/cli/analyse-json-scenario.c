/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a scenario costs and brings, as JSON. */

#include "config.h"

#include "json-tools.h"

#include <math.h>

static JsonObject *
residual_to_json (gconstpointer item, gpointer data)
{
  const MzAnalysis *analysis = data;
  const MzResidual *residual = item;
  const MzRisk *risk = g_ptr_array_index (analysis->risks, residual->risk);
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "risk", mz_record_id (risk->record));
  json_object_set_object_member (object, "residual",
                                 mz_rating_to_json (analysis, &residual->rating));
  mz_json_put_real (object, "frequency_factor", residual->frequency_factor);
  mz_json_put_real (object, "loss_factor", residual->loss_factor);
  mz_json_put_money (object, "ale", &residual->ale);
  mz_json_put_ids (object, "steps", residual->steps);
  return object;
}

static JsonObject *
step_to_json (gconstpointer item, gpointer data)
{
  const MzAnalysis *analysis = data;
  const MzStepMoney *money = item;
  JsonObject *object = json_object_new ();
  mz_json_add_record_members (object, money->step);
  mz_json_put_text (object, "option", money->option == NULL ? NULL : mz_record_id (money->option));
  json_object_set_object_member (object, "amounts",
                                 mz_json_by_kind (money->amounts, analysis->horizon));
  mz_json_put_money (object, "cost", &money->cost);
  mz_json_put_money (object, "avoided", &money->avoided);
  return object;
}

static void
put_flow (JsonObject *object, const MzScenarioResult *scenario)
{
  guint n = (guint)scenario->flow.horizon + 1;
  if (!scenario->flow_known)
    {
      json_object_set_null_member (object, "flows_yen");
      mz_json_put_text (object, "flow_reason", scenario->flow_reason);
      return;
    }
  mz_json_put_yens (object, "flows_yen", scenario->flow.flows, n);
  json_object_set_object_member (object, "by_kind",
                                 mz_json_by_kind (scenario->flow.by_kind, scenario->flow.horizon));
  json_object_set_int_member (object, "total_cost_yen", scenario->flow.total_cost);
  json_object_set_int_member (object, "total_benefit_yen", scenario->flow.total_benefit);
  mz_json_put_yens (object, "cumulative_yen", scenario->cumulative, n);
  JsonArray *discounted = json_array_new ();
  for (guint t = 0; t < n; t++)
    json_array_add_double_element (discounted, scenario->discounted_cumulative[t]);
  json_object_set_array_member (object, "discounted_cumulative", discounted);
  JsonObject *irr = mz_json_irr (&scenario->irr);
  json_object_set_boolean_member (irr, "borrowing", scenario->irr.borrowing);
  json_object_set_object_member (object, "irr", irr);
  if (!scenario->taxed)
    return;
  mz_json_put_yens (object, "taxable_yen", scenario->tax.taxable, n);
  mz_json_put_yens (object, "tax_yen", scenario->tax.tax, n);
  mz_json_put_yens (object, "depreciation_yen", scenario->tax.depreciation, n);
  mz_json_put_yens (object, "after_tax_flows_yen", scenario->tax.after_tax, n);
}

static void
put_payback (JsonObject *object, const MzScenarioResult *scenario)
{
  if (!scenario->has_payback)
    {
      json_object_set_null_member (object, "payback");
      json_object_set_null_member (object, "discounted_payback");
      return;
    }
  mz_json_put_payback (object, "payback", &scenario->payback);
  mz_json_put_payback (object, "discounted_payback", &scenario->discounted_payback);
}

static void
put_figures (JsonObject *object, const MzScenarioResult *scenario)
{
  mz_json_put_money (object, "investment_this_year", &scenario->investment_this_year);
  mz_json_put_money (object, "total_investment", &scenario->total_investment);
  mz_json_put_money (object, "running", &scenario->running);
  mz_json_put_money (object, "avoided", &scenario->avoided);
  mz_json_put_money (object, "ale", &scenario->ale);
  mz_json_put_money (object, "npv", &scenario->npv);
  mz_json_put_number (object, "roi", &scenario->roi);
  mz_json_put_number (object, "rosi", &scenario->rosi);
  mz_json_put_money (object, "over_budget_this_year", &scenario->over_budget_this_year);
  mz_json_put_money (object, "over_budget_yearly", &scenario->over_budget_yearly);
  mz_json_put_money (object, "needed_sales", &scenario->needed.headline);
  mz_json_put_money (object, "needed_by_contribution", &scenario->needed.by_contribution);
  mz_json_put_money (object, "needed_by_profit", &scenario->needed.by_profit);
  if (scenario->needed.headline.known)
    json_object_set_int_member (object, "needed_increase_tenths", scenario->needed.increase_tenths);
}

JsonObject *
mz_json_scenario (gconstpointer item, gpointer data)
{
  const MzAnalysis *analysis = data;
  const MzScenarioResult *scenario = item;
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "id", scenario->id);
  json_object_set_string_member (object, "name", scenario->name);
  json_object_set_string_member (object, "short_name", scenario->short_name);
  json_object_set_boolean_member (object, "baseline", scenario->baseline);
  json_object_set_boolean_member (object, "recommended", scenario->recommended);
  json_object_set_boolean_member (object, "taxed", scenario->taxed);
  put_figures (object, scenario);
  put_flow (object, scenario);
  put_payback (object, scenario);
  json_object_set_int_member (object, "must_treat", scenario->n_must_treat);
  json_object_set_int_member (object, "unrated", scenario->n_unrated);
  json_object_set_int_member (object, "max_value", scenario->max_value);
  json_object_set_int_member (object, "gaps_closed", scenario->gaps_closed);
  mz_json_put_list (object, "residuals", scenario->residuals, residual_to_json, data);
  mz_json_put_list (object, "steps", scenario->steps, step_to_json, data);
  json_object_set_member (object, "simulation", mz_simulation_to_json (analysis, scenario));
  return object;
}
