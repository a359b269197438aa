/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The analysis of a small firm against analysis-reference.py, and of models that lack something. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "build-model.h"
#include "mezasu/analysis.h"
#include "mezasu/money.h"

/* A shop: two damages-based risks and one with its own numbers, one plan of three steps. */
static const char *const firm[] = {
    "organisation name=Shop contribution_margin=300000 business_days=360 horizon=4 "
    "discount_rate=40000",
    "pl_line sales item=sales amount=1000000000",
    "pl_line cost item=cost_of_sales amount=600000000",
    "pl_line sga1 item=sga amount=300000000",
    "pl_line sga2 item=sga amount=50000000 assumed=true",
    "pl_line tax item=tax amount=10000000",
    "criteria appetite=4 tolerance=9",
    "context law 'title=Privacy act' category=law level=3 targets=requirement",
    "context driver 'title=Cashless' category=driver level=4 targets=level",
    "context lost 'title=Rumour' category=society",
    "context quiet 'title=Weather' category=nature no_effect=true 'no_effect_reason=Inland'",
    "stakeholder card 'title=Card company' level=3 demand=PCI",
    "stakeholder club 'title=Club' level=2",
    "aspect cards title=Cards current_level=1 target_level=4",
    "aspect site title=Site current_level=3 target_level=3",
    "aspect staff title=Staff current_level=4 target_level=2",
    "aspect open title=Open current_level=2",
    "damage comp title=Compensation class=compensation method=jo quantity_low=1000 "
    "quantity_likely=4000 quantity_high=10000 identifiability=6 social=1 response=1 "
    "claim_share=5000",
    "damage_item number 'title=Card number' damage=comp x=1 y=3",
    "damage_item address title=Address damage=comp x=1 y=1",
    "damage dig title=Investigation class=investigation low=2000000 likely=5000000 high=12000000",
    "damage re title=Reissue class=reissue method=unit_price unit_price=1500 quantity_low=1000 "
    "quantity_likely=4000 quantity_high=10000",
    "damage churn title=Churn class=members_lost method=churn quantity_low=100 quantity_likely=400 "
    "quantity_high=1000 customer_sales=20000 churn_years=1.5",
    "damage stop title=Stop class=stop method=stop days_low=2 days_likely=5.5 days_high=15 "
    "sales_share=800000 deferred_share=250000",
    "damage decline title=Decline class=purchase_decline low=1000000 likely=2000001 high=4000000",
    "risk theft code=R-1 title=Theft inherent_likelihood=4 inherent_impact=5 likelihood=3 impact=4 "
    "frequency=0.1 owner=CISO",
    "risk outage code=R-2 title=Outage frequency_low=0.2 frequency_high=0.8",
    "risk fraud code=R-3 title=Fraud class=finance likelihood=4 impact=2 frequency=0.5 "
    "magnitude=lognormal loss_low=1000000 loss_high=9000000",
    "business_risk currency title=Currency class=finance annual_loss=10000000",
    "option a code=A 'title=Safe shop' trigger=strategy",
    "step s1 title=Move option=a from_year=0 to_year=0",
    "step s2 title=Scan option=a from_year=1 predecessor=s1",
    "step s3 title=Backup option=a from_year=2 predecessor=s1",
    "cash_flow c1 title=Page step=s1 kind=investment amount=2000000 from_year=0 to_year=0 life=5",
    "cash_flow c2 title=Study step=s1 kind=investment amount=400000 from_year=0 to_year=0",
    "cash_flow c3 title=Interim step=s1 kind=running amount=100000 from_year=0 to_year=0",
    "cash_flow c4 title=Scans step=s2 kind=running amount=1200000 from_year=1",
    "cash_flow c5 title=Copies step=s3 kind=running amount=300000 from_year=2",
    "cash_flow c6 title=Trust step=s2 kind=revenue amount=2000000 from_year=1",
    "effect e1 step=s1 risk=theft frequency_cut=400000 loss_cut=250000 likelihood=2 impact=3",
    "effect e2 step=s2 risk=theft frequency_cut=500000 likelihood=3",
    "effect e3 step=s3 risk=outage loss_cut=300000",
    "scenario plan code=P 'title=Plan A' recommended=true",
    "scenario_option so scenario=plan option=a",
    "conclusion budget question=budget this_year=2000000 yearly=1500000",
    "link law cards",
    "link cards comp",
    "link cards dig",
    "link cards re",
    "link cards churn",
    "link cards stop",
    "link cards decline",
    "link comp theft",
    "link dig theft",
    "link re theft",
    "link churn theft",
    "link stop outage",
    "link decline outage",
    NULL,
};

static MzAnalysis *
analyse (MzModel *model)
{
  return mz_analysis_new (model);
}

static void
assert_yen (const MzFigure *figure, gint64 yen)
{
  g_assert_cmpstr (figure->reason, ==, NULL);
  g_assert_true (figure->known);
  g_assert_cmpint (figure->yen, ==, yen);
}

static void
assert_real (const MzFigure *figure, double number, double tolerance)
{
  g_assert_cmpstr (figure->reason, ==, NULL);
  g_assert_true (figure->known);
  g_assert_cmpfloat_with_epsilon (figure->real, number, tolerance);
}

static void
assert_unknown (const MzFigure *figure, const char *part)
{
  g_assert_false (figure->known);
  g_assert_nonnull (figure->reason);
  g_assert_nonnull (strstr (figure->reason, part));
}

static gboolean
has_source (const MzFigure *figure, MzModel *model, const char *name)
{
  return g_strv_contains ((const char *const *)figure->sources, mz_record_id (find (model, name)));
}

static const MzFinding *
finding (const MzAnalysis *analysis, const char *code)
{
  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const MzFinding *found = g_ptr_array_index (analysis->findings, i);

      if (g_str_equal (found->code, code))
        return found;
    }
  return NULL;
}

static void
test_levels (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  const MzLevels *levels = &analysis->levels;

  g_assert_cmpint (levels->minimum, ==, 3);
  g_assert_cmpuint (levels->minimum_by->len, ==, 2);
  g_assert_true (levels->minimum_by->pdata[0] == find (model, "card"));
  g_assert_true (levels->minimum_by->pdata[1] == find (model, "law"));
  g_assert_cmpint (levels->target, ==, 4);
  g_assert_cmpuint (levels->target_by->len, ==, 1);
  g_assert_true (levels->target_by->pdata[0] == find (model, "driver"));
  g_assert_cmpuint (levels->open_entries->len, ==, 1);
  g_assert_true (levels->open_entries->pdata[0] == find (model, "lost"));
  g_assert_cmpstr (finding (analysis, "leads_nowhere")->record, ==,
                   mz_record_id (find (model, "lost")));
}

static void
test_gaps (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  const MzGap *cards = analysis->gaps->pdata[0], *site = analysis->gaps->pdata[1];
  const MzGap *staff = analysis->gaps->pdata[2], *open = analysis->gaps->pdata[3];

  g_assert_true (cards->known);
  g_assert_cmpint (cards->gap, ==, 3);
  g_assert_cmpint (cards->surplus, ==, 0);
  g_assert_cmpuint (cards->damages->len, ==, 6);
  g_assert_true (cards->contexts->len == 1 && cards->contexts->pdata[0] == find (model, "law"));
  assert_yen (&cards->low, 6790000);
  assert_yen (&cards->likely, 20910001);
  assert_yen (&cards->high, 51400000);
  g_assert_true (site->known);
  g_assert_cmpint (site->difference, ==, 0);
  assert_unknown (&site->likely, "Site");
  g_assert_cmpint (staff->difference, ==, -2);
  g_assert_cmpint (staff->gap, ==, 0);
  g_assert_cmpint (staff->surplus, ==, 2);
  g_assert_nonnull (finding (analysis, "surplus"));
  g_assert_cmpstr (finding (analysis, "target_below_minimum")->record, ==,
                   mz_record_id (staff->record));
  g_assert_false (open->known);
  g_assert_cmpint (open->target, ==, -1);
  g_assert_cmpint (open->gap, ==, 0);
}

static void
test_damages (void)
{
  static const gint64 expected[6][3] = {
      {390000, 1560000, 3900000}, {2000000, 5000000, 12000000}, {1500000, 6000000, 15000000},
      {900000, 3600000, 9000000}, {1000000, 2750000, 7500000},  {1000000, 2000001, 4000000},
  };
  static const gint64 lost_sales[6] = {0, 0, 0, 12000000, 9166667, 6666670};
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = analyse (model);

  g_assert_cmpuint (analysis->damages->len, ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      const MzDamage *damage = analysis->damages->pdata[i];

      assert_yen (&damage->low, expected[i][0]);
      assert_yen (&damage->likely, expected[i][1]);
      assert_yen (&damage->high, expected[i][2]);
      g_assert_cmpint (damage->is_sales, ==, i >= 3);
      g_assert_cmpint (damage->lost_sales.known, ==, i >= 3);
      if (i >= 3)
        assert_yen (&damage->lost_sales, lost_sales[i]);
      g_assert_cmpint (damage->per_person.known, ==, i == 0);
    }
  {
    const MzDamage *leak = analysis->damages->pdata[0], *stop = analysis->damages->pdata[4];

    assert_yen (&leak->per_person, 78000);
    g_assert_true (has_source (&leak->likely, model, "number"));
    g_assert_true (has_source (&stop->likely, model, "sales"));
    g_assert_true (has_source (&stop->likely, model, "organisation"));
  }
  g_assert_cmpuint (analysis->damage_classes->len, ==, 6);
  g_assert_cmpstr (((MzDamageClass *)analysis->damage_classes->pdata[0])->code, ==, "compensation");
  g_assert_cmpstr (((MzDamageClass *)analysis->damage_classes->pdata[5])->code, ==, "stop");
}

static void
test_risks (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  const MzRisk *theft = analysis->risks->pdata[0], *outage = analysis->risks->pdata[1];
  const MzRisk *fraud = analysis->risks->pdata[2];
  MzSimulationRisk drawn;

  g_assert_cmpint (theft->inherent.value, ==, 20);
  g_assert_cmpint (theft->inherent.band, ==, 3);
  g_assert_cmpint (theft->current.value, ==, 12);
  g_assert_cmpint (theft->current.verdict, ==, MZ_VERDICT_MUST_TREAT);
  assert_real (&theft->sle, 18221666.666666668, 1e-6);
  assert_real (&theft->ale, 1822166.6666666667, 1e-6);
  g_assert_cmpint (theft->ale.yen, ==, 1822167);
  g_assert_cmpint (theft->number_cell.likelihood, ==, 3);
  g_assert_cmpint (theft->number_cell.impact, ==, 3);
  g_assert_cmpuint (theft->damages->len, ==, 4);
  g_assert_true (has_source (&theft->ale, model, "re"));

  assert_real (&outage->frequency, 0.43714066403249846, 1e-12);
  assert_real (&outage->sle, 5416667.333333333, 1e-6);
  assert_real (&outage->ale, 2367845.554936476, 1e-5);
  g_assert_false (outage->inherent.known);
  /* Not rated by hand: by the anchors 0.1 <= 0.44 < 0.5 and 10^6 <= 5.4 million < 10^7. */
  g_assert_cmpint (outage->current.likelihood, ==, 3);
  g_assert_cmpint (outage->current.impact, ==, 2);
  g_assert_cmpint (outage->current.verdict, ==, MZ_VERDICT_TREAT_OR_JUSTIFY);

  assert_real (&fraud->sle, 3749653.374699466, 1e-5);
  assert_real (&analysis->ale, 6064838.908952876, 1e-4);
  /* The first is rated above the third and costs less a year. */
  g_assert_cmpstr (finding (analysis, "order_differs")->record, ==, mz_record_id (theft->record));

  g_assert_true (
      mz_analysis_simulation_risk (analysis, mz_analysis_scenario (analysis, "P"), 0, &drawn));
  g_assert_cmpfloat_with_epsilon (drawn.frequency_mitigation, 0.7, 1e-12);
  g_assert_cmpfloat_with_epsilon (drawn.magnitude_mitigation, 0.25, 1e-12);
  g_assert_cmpint (drawn.magnitude.kind, ==, MZ_MAGNITUDE_PERT);
  g_assert_cmpfloat (drawn.magnitude.parameters[1], ==, 16160000);
}

static void
test_residuals (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  const MzScenarioResult *plan = mz_analysis_scenario (analysis, NULL);
  const MzResidual *theft = mz_analysis_residual (plan, 0);
  const MzResidual *outage = mz_analysis_residual (plan, 1);
  const MzResidual *fraud = mz_analysis_residual (plan, 2);

  /* The lowest of 2 and 3, and the only one of the impact. */
  g_assert_cmpint (theft->rating.likelihood, ==, 2);
  g_assert_cmpint (theft->rating.impact, ==, 3);
  g_assert_cmpint (theft->rating.verdict, ==, MZ_VERDICT_TREAT_OR_JUSTIFY);
  g_assert_cmpfloat_with_epsilon (theft->frequency_factor, 0.3, 1e-12);
  g_assert_cmpfloat_with_epsilon (theft->loss_factor, 0.75, 1e-12);
  assert_real (&theft->ale, 409987.5, 1e-6);
  g_assert_cmpuint (theft->steps->len, ==, 2);
  g_assert_true (has_source (&theft->ale, model, "e2"));
  /* 3.8 million is still of level 2. */
  g_assert_cmpint (outage->rating.value, ==, 6);
  assert_real (&outage->ale, 1657491.8884555332, 1e-5);
  g_assert_cmpint (fraud->rating.value, ==, 8);
  g_assert_cmpuint (fraud->steps->len, ==, 0);
  assert_real (&plan->ale, 3942306.0758052664, 1e-4);
  assert_real (&plan->avoided, 2122532.8331476096, 1e-4);
  g_assert_cmpuint (plan->n_must_treat, ==, 0);
  g_assert_cmpint (plan->max_value, ==, 8);
  g_assert_cmpuint (plan->gaps_closed, ==, 1);
}

static void
test_money (void)
{
  static const gint64 flows[] = {-2500000, 812179, 1222533, 1222533, 1222533};
  static const gint64 sums[] = {-2500000, -1687821, -465288, 757245, 1979778};
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  const MzScenarioResult *plan = mz_analysis_scenario (analysis, NULL);
  const MzStepMoney *move = plan->steps->pdata[0], *scan = plan->steps->pdata[1];

  g_assert_true (plan->flow_known);
  for (int t = 0; t <= 4; t++)
    {
      g_assert_cmpint (plan->flow.flows[t], ==, flows[t]);
      g_assert_cmpint (plan->cumulative[t], ==, sums[t]);
    }
  assert_yen (&plan->investment_this_year, 2500000);
  assert_yen (&plan->total_investment, 2400000);
  assert_yen (&plan->running, 1425000);
  g_assert_cmpint (plan->running_by_year[1], ==, 1200000);
  assert_real (&plan->npv, 1543095.54435025, 1e-5);
  g_assert_cmpfloat_with_epsilon (plan->discounted_cumulative[4], 1543095.54435025, 1e-5);
  assert_real (&plan->roi, 0.24143634146341464, 1e-12);
  assert_real (&plan->rosi, 0.03538186982810225, 1e-12);
  g_assert_cmpint (plan->irr.status, ==, MZ_IRR_ONE);
  g_assert_cmpfloat_with_epsilon (plan->irr.roots[0], 0.2622982791306284, 1e-9);
  g_assert_true (plan->has_payback);
  g_assert_cmpint (plan->payback.status, ==, MZ_PAYBACK_RECOVERED);
  g_assert_cmpfloat_with_epsilon (plan->payback.final, 2.380593407294527, 1e-9);
  g_assert_cmpfloat_with_epsilon (plan->discounted_payback.final, 2.5417218787550113, 1e-9);
  assert_yen (&plan->needed.headline, 1004750000);
  assert_yen (&plan->needed.by_profit, 1028500000);
  g_assert_cmpint (plan->needed.increase_tenths, ==, 5);
  assert_yen (&plan->over_budget_this_year, 500000);
  assert_yen (&plan->over_budget_yearly, -75000);
  g_assert_nonnull (finding (analysis, "over_budget"));
  assert_yen (&move->cost, 2500000);
  g_assert_cmpint (scan->amounts[MZ_CASH_REVENUE][1], ==, 600000);
  /* Alone: 0.1 × 18,221,666.67 × (1 - 0.6 × 0.75), and × 0.5. */
  assert_real (&move->avoided, 1822166.6666666667 * 0.55, 1e-6);
  assert_real (&scan->avoided, 1822166.6666666667 * 0.5, 1e-6);
  g_assert_true (plan->npv.assumed == FALSE);
  /* The profit rests on a line of SG&A that is assumed. */
  g_assert_true (plan->needed.headline.assumed);
  g_assert_true (has_source (&plan->npv, model, "c6"));
  g_assert_cmpuint (analysis->assumptions->len, ==, 1);
}

static void
test_baseline (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  const MzScenarioResult *nothing = mz_analysis_baseline (analysis);

  g_assert_cmpuint (analysis->scenarios->len, ==, 2);
  g_assert_null (nothing->record);
  g_assert_cmpstr (nothing->id, ==, "");
  g_assert_true (nothing->flow_known);
  g_assert_false (nothing->has_payback);
  assert_yen (&nothing->avoided, 0);
  assert_yen (&nothing->running, 0);
  assert_yen (&nothing->needed.headline, 1000000000);
  assert_real (&nothing->ale, 6064838.908952876, 1e-4);
  g_assert_cmpuint (nothing->n_must_treat, ==, 1);
  g_assert_cmpuint (nothing->gaps_closed, ==, 0);
  assert_unknown (&nothing->roi, "");
  g_assert_null (mz_analysis_scenario (analysis, "Q"));
}

/* A record may stand for doing nothing; options given to it do not count. */
static void
test_own_baseline (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;
  const MzScenarioResult *nothing;

  set_field (model, "plan", "baseline", "true");
  analysis = analyse (model);
  nothing = mz_analysis_baseline (analysis);
  g_assert_cmpuint (analysis->scenarios->len, ==, 1);
  g_assert_true (nothing->record == find (model, "plan"));
  g_assert_cmpuint (nothing->steps->len, ==, 0);
  assert_yen (&nothing->running, 0);
  g_assert_cmpint (finding (analysis, "baseline_with_options")->severity, ==, MZ_FINDING_ERROR);
  g_assert_null (mz_analysis_scenario (analysis, NULL));
}

static void
test_cautious (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;

  set_field (model, "organisation", "cautious", "true");
  analysis = analyse (model);
  assert_yen (&mz_analysis_scenario (analysis, NULL)->running, 1500000);
  assert_yen (&mz_analysis_scenario (analysis, NULL)->needed.headline, 1005000000);
}

static void
test_tax (void)
{
  static const gint64 after[] = {-2230000, 688525, 975773, 975773, 975773};
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;
  const MzScenarioResult *plan;

  set_field (model, "organisation", "tax_rate", "300000");
  analysis = analyse (model);
  plan = mz_analysis_scenario (analysis, NULL);
  g_assert_true (plan->taxed);
  for (int t = 0; t <= 4; t++)
    g_assert_cmpint (plan->tax.after_tax[t], ==, after[t]);
  g_assert_cmpint (plan->flow.flows[1], ==, 812179);
  assert_real (&plan->npv, 1035753.7526587826, 1e-5);
  g_assert_cmpfloat_with_epsilon (plan->payback.final, 2 + 565702.0 / 975773, 1e-9);
  assert_real (&plan->roi, 0.24143634146341464, 1e-12);
}

/* An avoided loss that is entered stands for the risks that its step acts on. */
static void
test_entered_avoided (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;
  const MzScenarioResult *plan;

  set_field (model, "c6", "kind", "avoided");
  analysis = analyse (model);
  plan = mz_analysis_scenario (analysis, NULL);
  /* Entered 2,000,000 for the theft; reckoned 710,354 (30 % of 2,367,846) for the outage from year 2 on. */
  g_assert_cmpint (plan->flow.by_kind[MZ_CASH_AVOIDED][0], ==, 0);
  g_assert_cmpint (plan->flow.by_kind[MZ_CASH_AVOIDED][1], ==, 2000000);
  g_assert_cmpint (plan->flow.by_kind[MZ_CASH_AVOIDED][2], ==, 2710354);
  assert_real (&plan->avoided, 2122532.8331476096, 1e-4);
}

static void
test_statement (void)
{
  static const gint64 without[] = {1000000000, 600000000, 400000000, 350000000, 50000000, 0,
                                   50000000,   0,         50000000,  10000000,  40000000};
  static const gint64 with[] = {988000000, 591600000, 396400000, 350000000, 46400000, 0,
                                46400000,  -12560000, 33840000,  10000000,  23840000};
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = analyse (model);

  g_assert_true (analysis->incident == find (model, "theft"));
  g_assert_cmpuint (analysis->statement->len, ==, 11);
  for (guint i = 0; i < 11; i++)
    {
      const MzStatementLine *line = analysis->statement->pdata[i];

      assert_yen (&line->without, without[i]);
      assert_yen (&line->with, with[i]);
    }
  assert_yen (&analysis->operating_profit, 50000000);
  g_assert_true (analysis->operating_profit.assumed);
  g_assert_false (analysis->gross_profit.assumed);
}

static void
test_loss_place (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;

  set_field (model, "organisation", "loss_place", "sga");
  set_field (model, "organisation", "tax_rate", "300000");
  analysis = analyse (model);
  assert_yen (&((MzStatementLine *)analysis->statement->pdata[3])->with, 362560000);
  assert_yen (&((MzStatementLine *)analysis->statement->pdata[7])->with, 0);
  /* 10,000,000 less 30 % of 3,600,000 + 12,560,000. */
  assert_yen (&((MzStatementLine *)analysis->statement->pdata[9])->with, 5152000);
}

static void
test_common_ground (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  const MzClassLoss *first = analysis->classes->pdata[0], *second = analysis->classes->pdata[1];

  g_assert_cmpuint (analysis->classes->len, ==, 2);
  g_assert_cmpstr (first->code, ==, "finance");
  g_assert_cmpuint (first->n_records, ==, 2);
  assert_real (&first->annual_loss, 10000000 + 1874826.687349733, 1e-4);
  g_assert_cmpstr (second->code, ==, "system");
  assert_real (&second->annual_loss, 1822166.6666666667 + 2367845.554936476, 1e-4);
}

static void
test_completeness (void)
{
  static const struct
  {
    const char *step;
    guint met, total;
  } rows[] = {
      {"organisation", 2, 5}, /* sales, profit; no business, staff, system */
      {"external", 3, 13},    /* law, driver, nature; "Rumour" leads nowhere */
      {"internal", 0, 24},    {"stakeholders", 1, 2}, {"conclusions", 0, 5}, /* the budget has amounts but no text */
      {"criteria", 3, 3},     {"gaps", 5, 12},        {"risks", 6, 9},       {"loss", 6, 6},
      {"options", 4, 4},      {"scorecard", 0, 1},    {"review", 0, 1},
  };
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = analyse (model);

  g_assert_cmpuint (analysis->completeness->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MzCompleteness *step = mz_analysis_completeness (analysis, rows[i].step);

      g_test_message ("%s: %u of %u", step->step, step->met, step->total);
      g_assert_cmpuint (step->met, ==, rows[i].met);
      g_assert_cmpuint (step->total, ==, rows[i].total);
      g_assert_cmpuint (step->missing->len, ==, rows[i].total - rows[i].met);
    }
}

static void
test_empty (void)
{
  g_autoptr (MzModel) model = build_model (NULL);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  const MzScenarioResult *nothing = mz_analysis_baseline (analysis);

  assert_unknown (&analysis->ale, "no risk");
  assert_unknown (&analysis->sales, "no such line");
  assert_unknown (&analysis->profit, "lacks");
  g_assert_cmpint (analysis->levels.minimum, ==, 0);
  g_assert_cmpint (analysis->scale.n_bands, ==, 4);
  g_assert_cmpint (analysis->scale.values[4][4], ==, 25);
  g_assert_cmpstr (analysis->scale.likelihood_names[0], ==, "Rare");
  g_assert_cmpint (mz_scale_verdict (&analysis->scale, 1), ==, MZ_VERDICT_UNKNOWN);
  g_assert_cmpuint (analysis->scenarios->len, ==, 1);
  g_assert_true (nothing->flow_known);
  assert_unknown (&nothing->needed.headline, "no such line");
  g_assert_null (mz_analysis_scenario (analysis, NULL));
  g_assert_null (analysis->incident);
  assert_unknown (&((MzStatementLine *)analysis->statement->pdata[0])->with, "No risk");
  g_assert_cmpuint (analysis->findings->len, ==, 0);
  for (guint i = 0; i < analysis->completeness->len; i++)
    g_assert_cmpuint (((MzCompleteness *)analysis->completeness->pdata[i])->total, >, 0);
}

/* What each missing piece makes unknown, and what it leaves alone. */
static void
test_missing_margin (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;
  const MzScenarioResult *plan;

  set_field (model, "organisation", "contribution_margin", "");
  analysis = analyse (model);
  plan = mz_analysis_scenario (analysis, NULL);
  assert_unknown (&((MzDamage *)analysis->damages->pdata[4])->likely, "Contribution margin");
  assert_yen (&((MzDamage *)analysis->damages->pdata[4])->lost_sales, 9166667);
  assert_yen (&((MzDamage *)analysis->damages->pdata[5])->likely, 2000001);
  assert_unknown (&((MzDamage *)analysis->damages->pdata[5])->lost_sales, "Contribution margin");
  assert_unknown (&((MzRisk *)analysis->risks->pdata[0])->ale, "Churn");
  assert_unknown (&analysis->ale, "Churn");
  g_assert_false (plan->flow_known);
  assert_unknown (&plan->npv, "Churn");
  assert_yen (&plan->running, 1425000);
  /* Sales needed fall back on the profit margin. */
  assert_unknown (&plan->needed.by_contribution, "margin");
  assert_yen (&plan->needed.headline, 1028500000);
  g_assert_cmpint (plan->needed.increase_tenths, ==, 29);
  g_assert_nonnull (finding (analysis, "damage_unknown"));
}

static void
test_missing_sales (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;

  set_field (model, "sales", "amount", "");
  analysis = analyse (model);
  assert_unknown (&analysis->sales, "no amount");
  assert_unknown (&((MzDamage *)analysis->damages->pdata[4])->low, "needs the sales");
  assert_yen (&((MzDamage *)analysis->damages->pdata[3])->low, 900000);
  assert_unknown (&mz_analysis_scenario (analysis, NULL)->needed.headline, "no amount");
  g_assert_cmpstr (finding (analysis, "amount_missing")->field, ==, "amount");
}

static void
test_missing_numbers (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;
  const MzScenarioResult *plan;

  set_field (model, "fraud", "loss_high", "");
  set_field (model, "fraud", "likelihood", "");
  set_field (model, "theft", "frequency", "");
  analysis = analyse (model);
  plan = mz_analysis_scenario (analysis, NULL);
  assert_unknown (&((MzRisk *)analysis->risks->pdata[2])->sle, "Loss, high");
  assert_unknown (&((MzRisk *)analysis->risks->pdata[0])->frequency, "How often");
  /* The frequency still gives a likelihood; the impact was rated. */
  g_assert_cmpint (((MzRisk *)analysis->risks->pdata[2])->current.value, ==, 8);
  g_assert_false (((MzRisk *)analysis->risks->pdata[0])->number_cell.known);
  g_assert_false (plan->flow_known);
  assert_unknown (&plan->avoided, "How often");
  assert_yen (&plan->total_investment, 2400000);
  g_assert_cmpint (mz_analysis_residual (plan, 0)->rating.value, ==, 6);
}

/* Ratings alone say nothing of money. */
static void
test_ratings_only (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;
  const MzScenarioResult *plan;

  set_field (model, "e1", "frequency_cut", "");
  set_field (model, "e1", "loss_cut", "");
  set_field (model, "e2", "frequency_cut", "");
  analysis = analyse (model);
  plan = mz_analysis_scenario (analysis, NULL);
  /* The outage is still cut, so the flow is known; the theft only moves on the map. */
  g_assert_true (plan->flow_known);
  g_assert_cmpint (plan->flow.by_kind[MZ_CASH_AVOIDED][2], ==, 710354);
  g_assert_cmpint (mz_analysis_residual (plan, 0)->rating.value, ==, 6);
  g_assert_nonnull (finding (analysis, "effect_without_numbers"));
}

static void
test_no_benefit (void)
{
  static const char *const lines[] = {
      "risk r title=R likelihood=3 impact=4",
      "option a title=A",
      "step s title=S option=a",
      "cash_flow c step=s amount=5",
      "effect e step=s risk=r likelihood=1",
      "scenario p title=P",
      "scenario_option so scenario=p option=a",
      "scenario empty title=Empty",
      NULL,
  };
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  const MzScenarioResult *plan = mz_analysis_scenario (analysis, NULL);
  const MzScenarioResult *empty = mz_analysis_scenario (analysis, "Empty");

  g_assert_cmpstr (plan->name, ==, "P");
  g_assert_false (plan->flow_known);
  g_assert_false (plan->has_payback);
  assert_unknown (&plan->avoided, "how much");
  assert_unknown (&plan->npv, "how much");
  assert_yen (&plan->total_investment, 5 * 6); /* years 0 to 5 */
  g_assert_cmpint (mz_analysis_residual (plan, 0)->rating.value, ==, 4);
  assert_unknown (&empty->total_investment, "cost");
  assert_unknown (&empty->avoided, "acts on a risk");
}

static void
test_overflow (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;
  const MzScenarioResult *plan;

  /* 10^10 × 10^6 is above 9·10^15. */
  set_field (model, "re", "unit_price", "1000000");
  set_field (model, "re", "quantity_high", "10000000000");
  analysis = analyse (model);
  plan = mz_analysis_scenario (analysis, NULL);
  g_assert_true (((MzDamage *)analysis->damages->pdata[2])->low.known);
  assert_unknown (&((MzDamage *)analysis->damages->pdata[2])->high, "Reissue");
  assert_unknown (&((MzRisk *)analysis->risks->pdata[0])->ale, "Reissue");
  g_assert_false (((MzRisk *)analysis->risks->pdata[0])->has_magnitude);
  assert_unknown (&plan->npv, "Reissue");
}

/* Ten lines of 10^15 yen: each may be entered, their sum may not be. */
static void
test_overflow_of_a_sum (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MzModel) model = NULL;
  g_autoptr (MzAnalysis) analysis = NULL;

  for (int i = 0; i < 10; i++)
    g_ptr_array_add (lines, g_strdup_printf ("pl_line l%d item=sales amount=1000000000000000", i));
  for (int i = 0; i < 10; i++)
    g_ptr_array_add (lines, g_strdup_printf ("risk r%d title=R frequency=1 magnitude=point "
                                             "loss_likely=1000000000000000",
                                             i));
  g_ptr_array_add (lines, NULL);
  model = build_model ((const char *const *)lines->pdata);
  analysis = analyse (model);
  g_assert_false (analysis->sales.known);
  g_assert_true (((MzRisk *)analysis->risks->pdata[0])->ale.known);
  g_assert_false (analysis->ale.known);
  g_assert_nonnull (analysis->ale.reason);
}

static void
test_schemes (void)
{
  static const char *const lines[] = {
      "criteria scheme=ipa7 importance_scale=0-2 tolerance=3 appetite=0",
      "risk a title=a threat_level=3 vulnerability_level=2 confidentiality=2 integrity=0 "
      "availability=0",
      "risk b title=b threat_level=2 vulnerability_level=2 confidentiality=2 integrity=2 "
      "availability=2",
      "risk c title=c threat_level=2 vulnerability_level=1 confidentiality=0 integrity=0 "
      "availability=0",
      "risk d title=d threat_level=2 confidentiality=1 integrity=1 availability=1",
      NULL,
  };
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  const MzRisk *a = analysis->risks->pdata[0], *b = analysis->risks->pdata[1];
  const MzRisk *c = analysis->risks->pdata[2], *d = analysis->risks->pdata[3];

  /* The rows of the source: L 2, value 4 大; L 1, value 2 中. Without measures V is 3: L 3 and 2. */
  g_assert_cmpint (a->current.likelihood, ==, 2);
  g_assert_cmpint (a->current.value, ==, 4);
  g_assert_cmpint (a->current.band, ==, 2);
  g_assert_cmpint (a->current.verdict, ==, MZ_VERDICT_MUST_TREAT);
  g_assert_cmpint (a->inherent.value, ==, 6);
  g_assert_cmpint (b->current.value, ==, 2);
  g_assert_cmpint (b->current.band, ==, 1);
  g_assert_cmpint (c->current.value, ==, 0);
  g_assert_cmpint (c->current.band, ==, 0);
  g_assert_cmpint (c->current.verdict, ==, MZ_VERDICT_ACCEPT);
  g_assert_false (d->current.known);
  g_assert_cmpint (d->inherent.value, ==, 2);
  g_assert_cmpstr (analysis->scale.impact_names[0], ==, "0");
}

static void
test_s3 (void)
{
  /* Company S: by likelihood 低 中 高 and importance 低 中 高. */
  static const int table[3][3] = {{1, 1, 2}, {1, 2, 3}, {2, 3, 3}};
  static const char *const lines[] = {
      "criteria scheme=s3",
      "matrix_cell m likelihood=1 impact=1 value=9",
      "risk r title=r likelihood=5 impact=3",
      NULL,
  };
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzAnalysis) analysis = analyse (model);

  for (int l = 0; l < 3; l++)
    for (int i = 0; i < 3; i++)
      g_assert_cmpint (analysis->scale.values[l][i], ==, table[l][i]);
  g_assert_cmpint (analysis->scale.n_bands, ==, 3);
  g_assert_cmpint (mz_scale_band (&analysis->scale, 3), ==, 2);
  g_assert_false (((MzRisk *)analysis->risks->pdata[0])->current.known);
  g_assert_cmpstr (finding (analysis, "rating_outside")->field, ==, "likelihood");
  g_assert_nonnull (finding (analysis, "cell_outside"));
}

static void
test_own_scale (void)
{
  static const char *const lines[] = {
      "criteria likelihood_levels=3 impact_levels=2 appetite=5 tolerance=4",
      "scale_level l1 title=Never axis=likelihood level=1",
      "scale_level l2 title=Often axis=likelihood level=2 frequency_from=1",
      "scale_level l3 title=Daily axis=likelihood level=3 frequency_from=0.5",
      "scale_level i2 title=Much axis=impact level=2 loss_from=500",
      "matrix_cell m likelihood=3 impact=2 value=1",
      "risk r title=r impact=1 frequency=2 magnitude=point loss_likely=500",
      NULL,
  };
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  const MzRisk *risk = analysis->risks->pdata[0];

  g_assert_cmpstr (analysis->scale.likelihood_names[0], ==, "Never");
  g_assert_cmpstr (analysis->scale.impact_names[0], ==, "1");
  g_assert_cmpstr (analysis->scale.impact_names[1], ==, "Much");
  g_assert_cmpint (analysis->scale.values[2][1], ==, 1);
  g_assert_cmpint (analysis->scale.n_bands, ==, 0);
  g_assert_cmpint (mz_scale_band (&analysis->scale, 3), ==, -1);
  g_assert_cmpint (mz_scale_verdict (&analysis->scale, 9), ==, MZ_VERDICT_UNKNOWN);
  g_assert_nonnull (finding (analysis, "bands_missing"));
  g_assert_nonnull (finding (analysis, "appetite_above_tolerance"));
  g_assert_nonnull (finding (analysis, "anchors_unusable"));
  /* The frequencies fall, so they give no level; nothing else rates the likelihood. */
  g_assert_false (risk->current.known);
}

/* Findings, one change to the firm each. */
static void
test_findings (void)
{
  static const struct
  {
    const char *record, *field, *value, *code;
    MzSeverity severity;
  } rows[] = {
      {"dig", "low", "6000000", "not_ordered", MZ_FINDING_ERROR},
      {"stop", "days_high", "1", "not_ordered", MZ_FINDING_ERROR},
      {"fraud", "loss_low", "10000000", "not_ordered", MZ_FINDING_ERROR},
      {"outage", "frequency_low", "0", "frequency_unusable", MZ_FINDING_ERROR},
      {"fraud", "loss_high", "900000000000000", "tail_dominates", MZ_FINDING_WARNING},
      {"theft", "inherent_likelihood", "1", "current_above_inherent", MZ_FINDING_WARNING},
      {"e1", "impact", "6", "rating_outside", MZ_FINDING_ERROR},
      {"e3", "impact", "5", "residual_above_current", MZ_FINDING_WARNING},
      {"c4", "to_year", "0", "years_backwards", MZ_FINDING_ERROR},
      {"s1", "to_year", "2", "before_predecessor", MZ_FINDING_WARNING},
      {"c5", "from_year", "9", "beyond_horizon", MZ_FINDING_WARNING},
      {"c1", "amount", "-1", "negative_investment", MZ_FINDING_ERROR},
      {"comp", "class", "stop", "method_of_other_class", MZ_FINDING_WARNING},
      {"a", "trigger", "lowers_other", "lowered_risk_missing", MZ_FINDING_WARNING},
      {"quiet", "no_effect_reason", "", "no_effect_without_reason", MZ_FINDING_WARNING},
      {"organisation", "contribution_margin", "0", "margin_zero", MZ_FINDING_WARNING},
      {"cost", "amount", "900000000", "no_profit", MZ_FINDING_NOTE},
      {"criteria", "kpi_amber", "950000", "thresholds_not_ordered", MZ_FINDING_ERROR},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MzModel) model = build_model (firm);
      g_autoptr (MzAnalysis) before = analyse (model);
      g_autoptr (MzAnalysis) after = NULL;

      g_test_message ("%s.%s = %s", rows[i].record, rows[i].field, rows[i].value);
      g_assert_null (finding (before, rows[i].code));
      set_field (model, rows[i].record, rows[i].field, rows[i].value);
      after = analyse (model);
      g_assert_nonnull (finding (after, rows[i].code));
      g_assert_cmpint (finding (after, rows[i].code)->severity, ==, rows[i].severity);
      g_assert_false (
          g_regex_match_simple ("%[0-9$]*[a-z]", finding (after, rows[i].code)->message, 0, 0));
    }
}

static void
test_strategy_findings (void)
{
  static const char *const lines[] = {
      "objective sales title=Sales perspective=finance",
      "objective staff title=Staff perspective=learning owner=HR",
      "objective alone title=Alone perspective=customer owner=CMO",
      "objective_link down cause=sales result=staff",
      "kpi growth title=Growth objective=sales",
      "kpi range title=Range objective=staff direction=range low=5 high=1",
      "kpi fine title=Fine objective=staff target=3",
      "indicator i title=Viruses direction=lower warning=9 alarm=3",
      NULL,
  };
  static const char *const codes[] = {"objective_without_link",  "objective_without_kpi",
                                      "objective_without_owner", "link_downwards",
                                      "kpi_without_target",      "kpi_unusable",
                                      "limits_not_ordered"};
  static const char *const at[] = {"alone", "alone", "sales", "down", "growth", "range", "i"};
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzAnalysis) analysis = analyse (model);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_nonnull (finding (analysis, codes[i]));
      g_assert_cmpstr (finding (analysis, codes[i])->record, ==,
                       mz_record_id (find (model, at[i])));
    }
  g_assert_cmpuint (analysis->findings->len, ==, G_N_ELEMENTS (codes));
}

/* A plan that invests to the end: nothing is avoided within it, and it says so. */
static void
test_late_benefit (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;

  set_field (model, "c2", "to_year", "4");
  analysis = analyse (model);
  g_assert_nonnull (finding (analysis, "benefit_after_horizon"));
  g_assert_cmpint (mz_analysis_scenario (analysis, NULL)->flow.kind_totals[MZ_CASH_AVOIDED], ==, 0);
}

/* The model may change, the analysis does not. */
static void
test_lifetime (void)
{
  MzModel *model = build_model (firm);
  MzAnalysis *analysis = analyse (model);
  guint64 revision = analysis->revision;

  set_field (model, "theft", "frequency", "1");
  g_assert_cmpuint (mz_model_revision (model), >, revision);
  g_assert_cmpuint (analysis->revision, ==, revision);
  assert_real (&((MzRisk *)analysis->risks->pdata[0])->frequency, 0.1, 1e-15);
  {
    g_autoptr (MzEdit) edit = mz_edit_new (NULL);
    MzRecord *dig = find (model, "dig");

    mz_edit_delete (edit, mz_record_kind (dig), mz_record_id (dig));
    g_assert_true (mz_model_edit (model, edit, NULL));
  }
  g_assert_cmpuint (mz_model_count (model, "damage"), ==, 5);
  g_assert_true (mz_record_is (((MzRisk *)analysis->risks->pdata[0])->damages->pdata[1], "damage"));
  g_assert_true (mz_record_is (((MzGap *)analysis->gaps->pdata[0])->damages->pdata[1], "damage"));
  g_object_unref (model);
  mz_analysis_ref (analysis);
  mz_analysis_unref (analysis);
  g_assert_true (MZ_IS_MODEL (analysis->model));
  mz_analysis_unref (analysis);
}

/* Five hundred risks, each with damage, gap, step and effect: it ends, and adds up. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MzModel) model = NULL;
  g_autoptr (MzAnalysis) analysis = NULL;
  gint64 started;

  g_ptr_array_add (lines, g_strdup ("option o title=O"));
  g_ptr_array_add (lines, g_strdup ("scenario p title=P"));
  g_ptr_array_add (lines, g_strdup ("scenario_option so scenario=p option=o"));
  for (int i = 0; i < 500; i++)
    {
      g_ptr_array_add (lines, g_strdup_printf ("aspect a%d title=a", i));
      g_ptr_array_add (lines,
                       g_strdup_printf ("damage d%d title=d low=100 likely=100 high=100", i));
      g_ptr_array_add (lines, g_strdup_printf ("risk r%d title=r frequency=0.5", i));
      g_ptr_array_add (lines, g_strdup_printf ("step s%d title=s option=o", i));
      g_ptr_array_add (lines,
                       g_strdup_printf ("cash_flow c%d step=s%d kind=running amount=3", i, i));
      g_ptr_array_add (
          lines, g_strdup_printf ("effect e%d step=s%d risk=r%d frequency_cut=200000", i, i, i));
      g_ptr_array_add (lines, g_strdup_printf ("link a%d d%d", i, i));
      g_ptr_array_add (lines, g_strdup_printf ("link d%d r%d", i, i));
    }
  g_ptr_array_add (lines, NULL);
  model = build_model ((const char *const *)lines->pdata);
  started = g_get_monotonic_time ();
  analysis = analyse (model);
  g_test_message ("500 risks: %.1f ms", (double)(g_get_monotonic_time () - started) / 1000);
  assert_yen (&analysis->ale, 25000);
  assert_yen (&mz_analysis_scenario (analysis, "P")->avoided, 5000);
  assert_yen (&mz_analysis_scenario (analysis, "P")->running, 1500);
  g_assert_cmpuint (mz_analysis_scenario (analysis, "P")->gaps_closed, ==, 500);
  g_assert_cmpint (mz_analysis_scenario (analysis, "P")->payback.status, ==, MZ_PAYBACK_IMMEDIATE);
}

static guint
sample_findings (const char *code, const char *name, const char *field)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = analyse (model);
  g_autoptr (GPtrArray) findings = mz_analysis_sample_findings (analysis);
  const char *id = name != NULL ? mz_record_id (find (model, name)) : NULL;
  guint found = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const MzFinding *finding = g_ptr_array_index (findings, i);
      found += g_str_equal (finding->code, code) && g_strcmp0 (finding->record, id) == 0 &&
               g_strcmp0 (finding->field, field) == 0;
    }
  return found;
}

/* The small firm has no system, one class of business risk and one scenario too few, counted by hand. */
static void
test_sample (void)
{
  g_assert_cmpuint (sample_findings ("sample_count", NULL, NULL), >, 10);
  g_assert_cmpuint (sample_findings ("sample_field", "law", "source"), ==, 1);
  g_assert_cmpuint (sample_findings ("sample_field", "driver", "source"), ==, 0);
  g_assert_cmpuint (sample_findings ("sample_field", "theft", "note"), ==, 1);
  g_assert_cmpuint (sample_findings ("sample_field", "theft", "code"), ==, 0);
  g_assert_cmpuint (sample_findings ("sample_field", "club", "demand"), ==, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method/analysis/levels", test_levels);
  g_test_add_func ("/method/analysis/gaps", test_gaps);
  g_test_add_func ("/method/analysis/damages", test_damages);
  g_test_add_func ("/method/analysis/risks", test_risks);
  g_test_add_func ("/method/analysis/residuals", test_residuals);
  g_test_add_func ("/method/analysis/money", test_money);
  g_test_add_func ("/method/analysis/baseline", test_baseline);
  g_test_add_func ("/method/analysis/own-baseline", test_own_baseline);
  g_test_add_func ("/method/analysis/cautious", test_cautious);
  g_test_add_func ("/method/analysis/tax", test_tax);
  g_test_add_func ("/method/analysis/entered-avoided", test_entered_avoided);
  g_test_add_func ("/method/analysis/statement", test_statement);
  g_test_add_func ("/method/analysis/loss-place", test_loss_place);
  g_test_add_func ("/method/analysis/common-ground", test_common_ground);
  g_test_add_func ("/method/analysis/completeness", test_completeness);
  g_test_add_func ("/method/analysis/sample", test_sample);
  g_test_add_func ("/method/analysis/empty", test_empty);
  g_test_add_func ("/method/analysis/missing-margin", test_missing_margin);
  g_test_add_func ("/method/analysis/missing-sales", test_missing_sales);
  g_test_add_func ("/method/analysis/missing-numbers", test_missing_numbers);
  g_test_add_func ("/method/analysis/ratings-only", test_ratings_only);
  g_test_add_func ("/method/analysis/no-benefit", test_no_benefit);
  g_test_add_func ("/method/analysis/overflow", test_overflow);
  g_test_add_func ("/method/analysis/overflow-of-a-sum", test_overflow_of_a_sum);
  g_test_add_func ("/method/analysis/ipa7", test_schemes);
  g_test_add_func ("/method/analysis/s3", test_s3);
  g_test_add_func ("/method/analysis/own-scale", test_own_scale);
  g_test_add_func ("/method/analysis/findings", test_findings);
  g_test_add_func ("/method/analysis/strategy-findings", test_strategy_findings);
  g_test_add_func ("/method/analysis/late-benefit", test_late_benefit);
  g_test_add_func ("/method/analysis/lifetime", test_lifetime);
  g_test_add_func ("/method/analysis/many", test_many);
  return g_test_run ();
}
