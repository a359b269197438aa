/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What comes of a scenario's money: present value, rates of return, payback, and the sales needed to keep the profit.
 *
 * With a tax rate, present value, payback and internal rate are those of the flow after tax; return on investment and
 * totals stay before tax. An investment with a life is written off from the year in which it is paid, over full years. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/depreciation.h"
#include "mezasu/keep-profit.h"
#include "mezasu/money.h"
#include "mezasu/rosi.h"

#define MONTHS_OF_A_YEAR 12

/* One asset for each year in which an investment with a life is paid. */
static void
add_assets (MzWork *self, MzRecord *step, GArray *assets)
{
  g_autoptr (GPtrArray) amounts = mz_step_amounts (self->result.model, step);

  for (guint i = 0; i < amounts->len; i++)
    {
      MzRecord *amount = g_ptr_array_index (amounts, i);

      if (!mz_record_choice_is (amount, "kind", "investment") || !mz_record_has (amount, "life"))
        continue;
      for (int year = (int)mz_record_integer (amount, "from_year", 0);
           year <= mz_work_last_year (self, amount); year++)
        {
          MzAsset asset = {mz_record_integer (amount, "amount", 0),
                           (int)mz_record_integer (amount, "life", 1), year, MONTHS_OF_A_YEAR};

          g_array_append_val (assets, asset);
        }
    }
}

gboolean
mz_work_step_taxable (MzWork *self, MzRecord *step, const MzCashFlow *flow, gint64 *taxable,
                      char **reason)
{
  g_autoptr (GArray) assets = g_array_new (FALSE, FALSE, sizeof (MzAsset));
  g_autoptr (GError) error = NULL;
  MzTaxRules rules = {0, TRUE, MZ_EXPENSE_BELOW};
  MzTax tax;

  add_assets (self, step, assets);
  if (!mz_tax_compute (flow, &rules, (const MzAsset *)(gpointer)assets->data, assets->len, &tax,
                       &error))
    {
      *reason = g_strdup (error->message);
      return FALSE;
    }
  memcpy (taxable, tax.taxable, sizeof tax.taxable);
  return TRUE;
}

static gboolean
set_tax (MzWork *self, MzScenarioResult *scenario, GError **error)
{
  g_autoptr (GArray) assets = g_array_new (FALSE, FALSE, sizeof (MzAsset));
  MzTaxRules rules = {mz_record_integer (self->organisation, "tax_rate", 0),
                      mz_record_flag (self->organisation, "other_profit"), MZ_EXPENSE_BELOW};

  if (!mz_record_has (self->organisation, "tax_rate"))
    return TRUE;
  for (guint i = 0; i < scenario->steps->len; i++)
    add_assets (self, ((MzStepMoney *)g_ptr_array_index (scenario->steps, i))->step, assets);
  scenario->taxed =
      mz_tax_compute (&scenario->flow, &rules, (const MzAsset *)(gpointer)assets->data, assets->len,
                      &scenario->tax, error);
  return scenario->taxed;
}

static void
discount_cumulative (MzScenarioResult *scenario, const gint64 *flows, double rate)
{
  double sum = 0, factor = 1;

  for (int t = 0; t <= scenario->flow.horizon; t++)
    {
      sum += (double)flows[t] / factor;
      factor *= 1 + rate;
      scenario->discounted_cumulative[t] = sum;
    }
}

static void
set_npv (MzWork *self, MzScenarioResult *scenario, const gint64 *flows, const MzEvidence *evidence)
{
  g_autoptr (GError) error = NULL;
  double npv;

  scenario->npv = mz_npv (flows, scenario->flow.horizon, self->result.discount_rate, &npv, &error)
                      ? mz_evidence_amount (evidence, npv)
                      : mz_evidence_error (evidence, error);
}

static void
set_payback (MzWork *self, MzScenarioResult *scenario, const gint64 *flows)
{
  int horizon = scenario->flow.horizon;

  scenario->has_payback = !scenario->baseline &&
                          mz_payback_simple (flows, horizon, &scenario->payback, NULL) &&
                          mz_payback_discounted (flows, horizon, self->result.discount_rate,
                                                 &scenario->discounted_payback, NULL);
}

static void
set_roi (MzScenarioResult *scenario, const MzEvidence *evidence)
{
  g_autoptr (GError) error = NULL;
  double roi;

  scenario->roi = mz_cash_flow_roi (&scenario->flow, &roi, &error)
                      ? mz_evidence_number (evidence, roi)
                      : mz_evidence_error (evidence, error);
}

/* ENISA: (avoided a year - cost a year) / cost a year, the cost being all costs of years 0..N divided by N. */
static void
set_rosi (MzScenarioResult *scenario, const MzEvidence *evidence)
{
  g_autoptr (GError) error = NULL;
  gint64 costs[MZ_YEARS_MAX];
  double annual, avoided = scenario->avoided.real;
  MzRosi rosi;

  if (!scenario->avoided.known)
    {
      scenario->rosi = mz_evidence_unknown (evidence, g_strdup (scenario->avoided.reason));
      return;
    }
  for (int t = 0; t <= scenario->flow.horizon; t++)
    costs[t] =
        scenario->flow.by_kind[MZ_CASH_INVESTMENT][t] + scenario->flow.by_kind[MZ_CASH_RUNNING][t];
  if (!mz_rosi_annual_cost (costs, (gsize)scenario->flow.horizon + 1, &annual, &error) ||
      !mz_rosi_between (MAX (avoided, 0), MAX (-avoided, 0), annual, &rosi, &error))
    scenario->rosi = mz_evidence_error (evidence, error);
  else if (!rosi.rosi.is_set)
    scenario->rosi =
        mz_evidence_unknown (evidence, g_strdup (_ ("There is no cost to relate it to.")));
  else
    scenario->rosi = mz_evidence_number (evidence, rosi.rosi.value);
}

/* The flow cannot be used: nothing that comes of it is known. */
static void
set_unknown (MzScenarioResult *scenario, const MzEvidence *evidence, const char *reason)
{
  scenario->npv = mz_evidence_unknown (evidence, g_strdup (reason));
  scenario->roi = mz_evidence_unknown (evidence, g_strdup (reason));
  scenario->rosi = mz_evidence_unknown (evidence, g_strdup (reason));
  if (!scenario->flow_known)
    return;
  scenario->flow_known = FALSE;
  scenario->flow_reason = g_strdup (reason);
}

static MzFigure
needed_figure (const MzKeepProfitAnswer *answer, const MzEvidence *evidence)
{
  if (answer->status == MZ_KEEP_PROFIT_OK)
    return mz_evidence_yen (evidence, answer->needed_yen);
  if (answer->status == MZ_KEEP_PROFIT_REFUSED)
    return mz_evidence_error (evidence, answer->reason);
  return mz_evidence_unknown (evidence,
                              g_strdup (_ ("The contribution margin or the profit is not given.")));
}

static void
set_needed (MzWork *self, MzScenarioResult *scenario)
{
  MzNeededSales *needed = &scenario->needed;
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autoptr (GError) error = NULL;
  const MzFigure *sales = &self->result.sales, *profit = &self->result.profit;
  const MzKeepProfitAnswer *headline;
  MzKeepProfitInput input = {.contribution_ppm = self->margin};
  g_auto (MzKeepProfit) answers = {0};

  mz_evidence_add_figure (evidence, sales);
  mz_evidence_add_figure (evidence, profit);
  mz_evidence_add_figure (evidence, &scenario->running);
  mz_evidence_add (evidence, self->organisation);
  if (scenario->record != NULL)
    input.new_contribution_ppm = mz_record_maybe (scenario->record, "contribution_margin");
  if (sales->known)
    input.sales_yen = MZ_SOME (sales->yen);
  if (profit->known)
    input.profit_yen = MZ_SOME (profit->yen);
  if (scenario->running.known)
    input.extra_running_yen = MZ_SOME (scenario->running.yen);
  if (!sales->known || !scenario->running.known || !mz_keep_profit (&input, &answers, &error))
    {
      const char *reason = !sales->known              ? sales->reason
                           : !scenario->running.known ? scenario->running.reason
                                                      : error->message;

      needed->headline = mz_evidence_unknown (evidence, g_strdup (reason));
      needed->by_contribution = mz_evidence_unknown (evidence, g_strdup (reason));
      needed->by_profit = mz_evidence_unknown (evidence, g_strdup (reason));
      return;
    }
  needed->by_contribution = needed_figure (&answers.contribution, evidence);
  needed->by_profit = needed_figure (&answers.profit, evidence);
  headline = needed->by_contribution.known ? &answers.contribution : &answers.profit;
  needed->headline = needed_figure (headline, evidence);
  needed->increase_tenths = needed->headline.known ? headline->increase_tenths : 0;
}

static MzFigure
over_budget (const MzFigure *cost, MzRecord *budget, const char *field)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autoptr (GError) error = NULL;
  gint64 difference;

  mz_evidence_add_figure (evidence, cost);
  mz_evidence_add (evidence, budget);
  if (budget == NULL || !mz_record_has (budget, field))
    return mz_evidence_unknown (evidence, g_strdup (_ ("The conclusions give no budget.")));
  if (!cost->known)
    return mz_evidence_unknown (evidence, g_strdup (cost->reason));
  if (!mz_money_subtract (cost->yen, mz_record_integer (budget, field, 0), &difference, &error))
    return mz_evidence_error (evidence, error);
  return mz_evidence_yen (evidence, difference);
}

static void
set_budget (MzWork *self, MzScenarioResult *scenario)
{
  MzRecord *budget = NULL, *conclusion;

  for (guint i = 0; (conclusion = mz_model_nth (self->result.model, "conclusion", i)) != NULL; i++)
    if (mz_record_choice_is (conclusion, "question", "budget"))
      budget = conclusion;
  scenario->over_budget_this_year =
      over_budget (&scenario->investment_this_year, budget, "this_year");
  scenario->over_budget_yearly = over_budget (&scenario->running, budget, "yearly");
}

void
mz_work_returns (MzWork *self, MzScenarioResult *scenario, const MzEvidence *evidence)
{
  g_autoptr (GError) error = NULL;
  const gint64 *flows;

  set_needed (self, scenario);
  set_budget (self, scenario);
  if (!scenario->flow_known)
    {
      set_unknown (scenario, evidence, scenario->flow_reason);
      return;
    }
  flows = scenario->tax.after_tax;
  if (!set_tax (self, scenario, &error) ||
      !mz_flows_cumulate (scenario->taxed ? flows : scenario->flow.flows, scenario->flow.horizon,
                          scenario->cumulative, &error))
    {
      set_unknown (scenario, evidence, error->message);
      return;
    }
  flows = scenario->taxed ? flows : scenario->flow.flows;
  discount_cumulative (scenario, flows, self->result.discount_rate);
  set_npv (self, scenario, flows, evidence);
  set_payback (self, scenario, flows);
  if (!mz_irr (flows, scenario->flow.horizon, &scenario->irr, NULL))
    scenario->irr = (MzIrr){.status = MZ_IRR_UNDEFINED};
  set_roi (scenario, evidence);
  set_rosi (scenario, evidence);
}
