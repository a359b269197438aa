/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Damage: the JO model against published figures, business impact against python's fractions, the P/L by hand. */

#include "config.h"

#include <string.h>

#include "mezasu/damage.h"
#include "mezasu/error.h"
#include "mezasu/profit-and-loss.h"

typedef struct
{
  const char *source;
  MzEpLevel items[3];
  gsize n_items;
  gint64 i, s, r, persons, claim_ppm;
  gint64 sensitivity, per_person, total;
} JoCase;

/* The first six rows apply the published formula by hand. */
static const JoCase JO[] = {
    {"name and address", {{1, 1}}, 1, 6, 1, 1, 10000, 1000000, 2, 6000, 60000000},
    {"mail addresses", {{1, 1}}, 1, 1, 1, 1, 50000, 1000000, 2, 1000, 50000000},
    {"EC with cards", {{1, 1}, {1, 3}}, 2, 6, 1, 1, 20000, 1000000, 26, 78000, 1560000000},
    {"hospital", {{2, 1}}, 1, 6, 2, 1, 3000, 1000000, 11, 66000, 198000000},
    {"city register", {{1, 1}}, 1, 6, 2, 1, 220000, 1000000, 2, 12000, 2640000000},
    {"poor response", {{2, 1}, {1, 3}}, 2, 6, 2, 2, 100, 1000000, 35, 420000, 42000000},
    {"press: highest of 2003", {{3, 1}}, 1, 6, 2, 1, 1, 1000000, 101, 606000, 606000},
    {"top of the range", {{3, 3}}, 1, 6, 2, 2, 1, 1000000, 125, 1500000, 1500000},
    {"bottom of the range", {{1, 1}}, 1, 1, 1, 1, 1, 1000000, 2, 1000, 1000},
    {"x and y apart", {{3, 1}, {1, 2}, {2, 2}}, 3, 3, 1, 1, 1, 1000000, 105, 157500, 157500},
    {"nobody", {{1, 1}}, 1, 1, 1, 1, 0, 1000000, 2, 1000, 0},
    {"nobody claims", {{1, 1}}, 1, 1, 1, 1, 5000, 0, 2, 1000, 0},
    {"share rounds up at a half", {{1, 1}}, 1, 1, 1, 1, 1, 500, 2, 1000, 1},
    {"share rounds down below", {{1, 1}}, 1, 1, 1, 1, 1, 499, 2, 1000, 0},
    {"limit",
     {{1, 1}},
     1,
     1,
     1,
     1,
     G_GINT64_CONSTANT (9000000000000),
     1000000,
     2,
     1000,
     G_GINT64_CONSTANT (9000000000000000)},
    {"limit by share",
     {{1, 1}},
     1,
     1,
     1,
     1,
     G_GINT64_CONSTANT (9000000000000000),
     1000,
     2,
     1000,
     G_GINT64_CONSTANT (9000000000000000)},
};

static MzJoInput
jo_input (const JoCase *c)
{
  return (MzJoInput){c->items,       c->n_items,           MZ_SOME (c->i),        MZ_SOME (c->s),
                     MZ_SOME (c->r), MZ_SOME (c->persons), MZ_SOME (c->claim_ppm)};
}

static void
test_jo (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (JO); i++)
    {
      MzJoInput input = jo_input (&JO[i]);
      g_autoptr (GError) error = NULL;
      MzJoResult result;

      g_test_message ("%s", JO[i].source);
      g_assert_true (mz_damage_jo (&input, &result, &error));
      g_assert_no_error (error);
      g_assert_cmpint (result.sensitivity, ==, JO[i].sensitivity);
      g_assert_cmpint (result.per_person_yen, ==, JO[i].per_person);
      g_assert_cmpint (result.total_yen, ==, JO[i].total);
    }
}

static void
test_jo_defaults (void)
{
  MzJoInput input = jo_input (&JO[0]);
  MzJoResult result;

  input.response = MZ_NONE;
  input.claim_ppm = MZ_NONE;
  g_assert_true (mz_damage_jo (&input, &result, NULL));
  g_assert_cmpint (result.total_yen, ==, 60000000);
}

static void
assert_jo_refused (const MzJoInput *input, MzError code, const char *field)
{
  g_autoptr (GError) error = NULL;
  MzJoResult result = {.total_yen = -77};

  g_assert_false (mz_damage_jo (input, &result, &error));
  g_assert_error (error, MZ_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, field));
  g_assert_cmpint (result.total_yen, ==, -77);
}

static void
test_jo_refuses (void)
{
  static const MzEpLevel outside[] = {{0, 1}, {4, 1}, {1, 0}, {1, 4}, {-1, 1}};
  static const gint64 bad_i[] = {0, 2, 4, 5, 7, -6}, bad_factor[] = {0, 3, -1};
  MzJoInput input;

  for (gsize i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      MzEpLevel items[] = {{1, 1}, outside[i]};

      input = jo_input (&JO[0]);
      input.items = items;
      input.n_items = 2;
      assert_jo_refused (&input, MZ_ERROR_INVALID_INPUT, "items_xy");
    }
  input = jo_input (&JO[0]);
  input.n_items = 0;
  assert_jo_refused (&input, MZ_ERROR_INVALID_INPUT, "items_xy");
  for (gsize i = 0; i < G_N_ELEMENTS (bad_i); i++)
    {
      input = jo_input (&JO[0]);
      input.identifiability = MZ_SOME (bad_i[i]);
      assert_jo_refused (&input, MZ_ERROR_INVALID_INPUT, "identifiability");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_factor); i++)
    {
      input = jo_input (&JO[0]);
      input.social = MZ_SOME (bad_factor[i]);
      assert_jo_refused (&input, MZ_ERROR_INVALID_INPUT, "social");
      input = jo_input (&JO[0]);
      input.response = MZ_SOME (bad_factor[i]);
      assert_jo_refused (&input, MZ_ERROR_INVALID_INPUT, "response");
    }
  input = jo_input (&JO[0]);
  input.identifiability = MZ_NONE;
  assert_jo_refused (&input, MZ_ERROR_INVALID_INPUT, "identifiability");
  input = jo_input (&JO[0]);
  input.social = MZ_NONE;
  assert_jo_refused (&input, MZ_ERROR_INVALID_INPUT, "social");
  input = jo_input (&JO[0]);
  input.persons = MZ_NONE;
  assert_jo_refused (&input, MZ_ERROR_INVALID_INPUT, "persons");
  input.persons = MZ_SOME (-1);
  assert_jo_refused (&input, MZ_ERROR_INVALID_INPUT, "persons");
  input.persons = MZ_SOME (1);
  input.claim_ppm = MZ_SOME (-1);
  assert_jo_refused (&input, MZ_ERROR_INVALID_INPUT, "claim_ppm");
  input.claim_ppm = MZ_SOME (1000001);
  assert_jo_refused (&input, MZ_ERROR_INVALID_INPUT, "claim_ppm");
  input = jo_input (&JO[1]);
  input.persons = MZ_SOME (G_GINT64_CONSTANT (9000000000001));
  assert_jo_refused (&input, MZ_ERROR_OVERFLOW, "yen");
  input.persons = MZ_SOME (G_MAXINT64);
  assert_jo_refused (&input, MZ_ERROR_OVERFLOW, "yen");
}

static void
test_ep_kinds (void)
{
  gsize n = 0;
  const MzEpKind *kinds = mz_damage_ep_kinds (&n);
  gboolean card = FALSE;

  g_assert_cmpuint (n, >=, 10);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (kinds[i].level.x >= 1 && kinds[i].level.x <= 3);
      g_assert_true (kinds[i].level.y >= 1 && kinds[i].level.y <= 3);
      if (g_str_equal (kinds[i].id, "card"))
        {
          card = TRUE;
          g_assert_cmpint (kinds[i].level.x, ==, 1);
          g_assert_cmpint (kinds[i].level.y, ==, 3);
        }
    }
  g_assert_true (card);
}

typedef struct
{
  gint64 sales, margin;
  MzDecimal days;
  gint64 deferred;
  MzDecimal business;
  gint64 customers, customer_sales;
  MzDecimal years;
  gint64 lost, lost_contribution, churn, churn_contribution;
} ImpactCase;

/* Expected values: python fractions.Fraction, rounded once half away from zero. */
static const ImpactCase IMPACT[] = {
    {10000000000, 300000, {3, 0}, 0, {365, 0}, 0, 0, {1, 0}, 82191781, 24657534, 0, 0},
    {1200000000,
     423456,
     {25, 1},
     250000,
     {245, 0},
     1234,
     56789,
     {15, 1},
     9183673,
     3888882,
     105116439,
     44512187},
    {G_GINT64_CONSTANT (1000000000000000),
     1000000,
     {1, 6},
     333333,
     {36525, 2},
     7,
     1,
     {3, 1},
     1825235,
     1825235,
     2,
     2},
    {1, 500000, {365, 0}, 0, {365, 0}, 1, 1, {5, 1}, 1, 1, 1, 0},
    {G_GINT64_CONSTANT (999999999999999),
     999999,
     {364999999, 6},
     1,
     {366, 0},
     999999,
     999999999,
     {3, 0},
     G_GINT64_CONSTANT (997266759562843),
     G_GINT64_CONSTANT (997265762296084),
     G_GINT64_CONSTANT (2999996997000003),
     G_GINT64_CONSTANT (2999993997003006)},
    {0, 0, {0, 0}, 1000000, {1, 0}, 0, 0, {0, 0}, 0, 0, 0, 0},
};

static MzImpactInput
impact_input (const ImpactCase *c)
{
  return (MzImpactInput){.annual_sales_yen = MZ_SOME (c->sales),
                         .contribution_ppm = MZ_SOME (c->margin),
                         .downtime_days = {TRUE, c->days},
                         .deferred_ppm = MZ_SOME (c->deferred),
                         .business_days = {TRUE, c->business},
                         .churned_customers = MZ_SOME (c->customers),
                         .sales_per_customer_year_yen = MZ_SOME (c->customer_sales),
                         .churn_years = {TRUE, c->years}};
}

static void
test_impact (void)
{
  static const gint64 one_off[] = {5000000, 2500000, 1};

  for (gsize i = 0; i < G_N_ELEMENTS (IMPACT); i++)
    {
      MzImpactInput input = impact_input (&IMPACT[i]);
      g_autoptr (GError) error = NULL;
      MzImpactResult result;

      input.one_off_yen = one_off;
      input.n_one_off = 3;
      g_assert_true (mz_damage_impact (&input, &result, &error));
      g_assert_no_error (error);
      g_assert_cmpint (result.lost_sales_yen.value, ==, IMPACT[i].lost);
      g_assert_cmpint (result.lost_contribution_yen.value, ==, IMPACT[i].lost_contribution);
      g_assert_cmpint (result.churn_sales_yen.value, ==, IMPACT[i].churn);
      g_assert_cmpint (result.churn_contribution_yen.value, ==, IMPACT[i].churn_contribution);
      g_assert_cmpint (result.extraordinary_loss_yen.value, ==, 7500001);
      g_assert_true (result.total_profit_effect_yen.is_set);
      g_assert_cmpint (result.total_profit_effect_yen.value, ==,
                       IMPACT[i].lost_contribution + IMPACT[i].churn_contribution + 7500001);
    }
}

static void
test_impact_missing (void)
{
  MzImpactInput input = {0};
  MzImpactResult result;

  g_assert_true (mz_damage_impact (&input, &result, NULL));
  g_assert_cmpint (result.gaps, ==, MZ_IMPACT_NEEDS_ANYTHING);
  g_assert_false (result.total_profit_effect_yen.is_set);

  /* No standstill is described: sales alone say nothing, and the one-off losses stand alone. */
  input.annual_sales_yen = MZ_SOME (365000);
  input.one_off_yen = (const gint64[]){70, -20};
  input.n_one_off = 2;
  g_assert_true (mz_damage_impact (&input, &result, NULL));
  g_assert_false (result.lost_sales_yen.is_set);
  g_assert_cmpint (result.total_profit_effect_yen.value, ==, 50);

  input.downtime_days = MZ_SOME_DECIMAL (2, 0);
  g_assert_true (mz_damage_impact (&input, &result, NULL));
  g_assert_cmpint (result.gaps, ==, MZ_IMPACT_NEEDS_CONTRIBUTION);
  g_assert_cmpint (result.lost_sales_yen.value, ==, 2000);
  g_assert_false (result.lost_contribution_yen.is_set);
  g_assert_false (result.total_profit_effect_yen.is_set);
  g_assert_cmpint (result.extraordinary_loss_yen.value, ==, 50);

  input.annual_sales_yen = MZ_NONE;
  input.contribution_ppm = MZ_SOME (500000);
  input.churned_customers = MZ_SOME (3);
  g_assert_true (mz_damage_impact (&input, &result, NULL));
  g_assert_cmpint (result.gaps, ==, MZ_IMPACT_NEEDS_SALES | MZ_IMPACT_NEEDS_CUSTOMER_SALES);
  g_assert_nonnull (strstr (mz_damage_impact_reason (MZ_IMPACT_NEEDS_SALES), "annual sales"));

  input.annual_sales_yen = MZ_SOME (365000);
  input.sales_per_customer_year_yen = MZ_SOME (100);
  g_assert_true (mz_damage_impact (&input, &result, NULL));
  g_assert_cmpint (result.total_profit_effect_yen.value, ==, 1000 + 150 + 50);
}

static void
assert_impact_refused (const MzImpactInput *input, MzError code, const char *field)
{
  g_autoptr (GError) error = NULL;
  MzImpactResult result;

  g_assert_false (mz_damage_impact (input, &result, &error));
  g_assert_error (error, MZ_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, field));
}

static void
test_impact_refuses (void)
{
  const MzImpactInput good = impact_input (&IMPACT[0]);
  const gint64 huge[] = {G_GINT64_CONSTANT (1000000000000001)};
  const gint64 hundred[] = {0};
  MzImpactInput bad;

#define REFUSE(member, wrong)                                                                      \
  bad = good;                                                                                      \
  bad.member = wrong;                                                                              \
  assert_impact_refused (&bad, MZ_ERROR_INVALID_INPUT, #member)

  REFUSE (annual_sales_yen, MZ_SOME (-1));
  REFUSE (annual_sales_yen, MZ_SOME (huge[0]));
  REFUSE (contribution_ppm, MZ_SOME (-1));
  REFUSE (contribution_ppm, MZ_SOME (1000001));
  REFUSE (downtime_days, MZ_SOME_DECIMAL (-1, 3));
  REFUSE (deferred_ppm, MZ_SOME (-1));
  REFUSE (deferred_ppm, MZ_SOME (1000001));
  REFUSE (business_days, MZ_SOME_DECIMAL (0, 0));
  REFUSE (business_days, MZ_SOME_DECIMAL (-245, 0));
  REFUSE (churned_customers, MZ_SOME (-1));
  REFUSE (sales_per_customer_year_yen, MZ_SOME (-1));
  REFUSE (sales_per_customer_year_yen, MZ_SOME (G_MAXINT64));
  REFUSE (churn_years, MZ_SOME_DECIMAL (-1, 0));
#undef REFUSE
  bad = good;
  bad.one_off_yen = huge;
  bad.n_one_off = 1;
  assert_impact_refused (&bad, MZ_ERROR_INVALID_INPUT, "one_off_yen");
  bad = good;
  bad.one_off_yen = hundred;
  bad.n_one_off = 1;
  bad.annual_sales_yen = MZ_SOME (G_GINT64_CONSTANT (1000000000000000));
  bad.business_days = MZ_SOME_DECIMAL (1, 0);
  bad.downtime_days = MZ_SOME_DECIMAL (10, 0);
  assert_impact_refused (&bad, MZ_ERROR_OVERFLOW, "yen");
}

static void
test_profit_levels (void)
{
  MzProfitAndLoss lines = {MZ_SOME (1000), MZ_SOME (600), MZ_SOME (250), MZ_SOME (30),
                           MZ_SOME (10),   MZ_SOME (5),   MZ_SOME (15),  MZ_SOME (50)};
  MzProfitLevels levels;

  g_assert_true (mz_profit_levels (&lines, &levels, NULL));
  g_assert_cmpint (levels.gross.value, ==, 400);
  g_assert_cmpint (levels.operating.value, ==, 150);
  g_assert_cmpint (levels.ordinary.value, ==, 170);
  g_assert_cmpint (levels.before_tax.value, ==, 160);
  g_assert_cmpint (levels.net.value, ==, 110);

  lines.non_operating_expense = MZ_NONE;
  g_assert_true (mz_profit_levels (&lines, &levels, NULL));
  g_assert_true (levels.operating.is_set);
  g_assert_false (levels.ordinary.is_set);
  g_assert_false (levels.net.is_set);
}

static void
test_profit_with_incident (void)
{
  static const struct
  {
    MzOneOffLine line;
    gint64 lost, contribution, one_off;
    gint64 sales, cost, sga, expense, extraordinary;
  } cases[] = {
      {MZ_ONE_OFF_EXTRAORDINARY, 200, 80, 70, 800, 480, 250, 10, 85},
      {MZ_ONE_OFF_SGA, 200, 80, 70, 800, 480, 320, 10, 15},
      {MZ_ONE_OFF_NON_OPERATING, 200, 80, 70, 800, 480, 250, 80, 15},
      /* More variable cost is saved than the cost of sales holds: 700 = 600 + 100 out of SG&A. */
      {MZ_ONE_OFF_EXTRAORDINARY, 900, 200, 0, 100, 0, 150, 10, 15},
      {MZ_ONE_OFF_EXTRAORDINARY, 0, 0, 0, 1000, 600, 250, 10, 15},
  };
  const MzProfitAndLoss without = {MZ_SOME (1000), MZ_SOME (600), MZ_SOME (250), MZ_SOME (30),
                                   MZ_SOME (10),   MZ_SOME (5),   MZ_SOME (15),  MZ_SOME (50)};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MzIncidentEffect effect = {cases[i].lost, cases[i].contribution, cases[i].one_off,
                                 cases[i].line, MZ_NONE};
      MzProfitAndLoss with;
      MzProfitLevels before, after;

      g_assert_true (mz_profit_with_incident (&without, &effect, &with, NULL));
      g_assert_cmpint (with.sales.value, ==, cases[i].sales);
      g_assert_cmpint (with.cost_of_sales.value, ==, cases[i].cost);
      g_assert_cmpint (with.sga.value, ==, cases[i].sga);
      g_assert_cmpint (with.non_operating_expense.value, ==, cases[i].expense);
      g_assert_cmpint (with.extraordinary_loss.value, ==, cases[i].extraordinary);
      g_assert_true (mz_profit_levels (&without, &before, NULL));
      g_assert_true (mz_profit_levels (&with, &after, NULL));
      g_assert_cmpint (before.before_tax.value - after.before_tax.value, ==,
                       cases[i].contribution + cases[i].one_off);
    }
}

static void
test_profit_edges (void)
{
  MzProfitAndLoss without = {.sales = MZ_SOME (100)}, with;
  MzIncidentEffect effect = {30, 10, 5, MZ_ONE_OFF_EXTRAORDINARY, MZ_SOME (3)};
  g_autoptr (GError) error = NULL;

  g_assert_true (mz_profit_with_incident (&without, &effect, &with, NULL));
  g_assert_cmpint (with.sales.value, ==, 70);
  g_assert_false (with.cost_of_sales.is_set);
  g_assert_false (with.extraordinary_loss.is_set);
  g_assert_cmpint (with.tax.value, ==, 3);

  effect.lost_sales = G_GINT64_CONSTANT (9000000000000000);
  without.sales = MZ_SOME (-1);
  g_assert_false (mz_profit_with_incident (&without, &effect, &with, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
}

static void
test_balance (void)
{
  const gint64 capitalised[] = {1000, 0, 0}, depreciation[] = {100, 200, 200};
  const gint64 flows[] = {-1000, 300, 400}, provisions[] = {0, 50, 20};
  static const MzBalanceYear expected[] = {
      {900, -1000, 0, -100}, {700, -700, -50, -50}, {500, -300, -20, 180}};
  MzBalanceYear years[3];

  g_assert_true (mz_balance_effect (capitalised, depreciation, flows, provisions, 3, years, NULL));
  for (int t = 0; t < 3; t++)
    {
      g_assert_cmpint (years[t].book_value, ==, expected[t].book_value);
      g_assert_cmpint (years[t].cash_effect, ==, expected[t].cash_effect);
      g_assert_cmpint (years[t].provision, ==, expected[t].provision);
      g_assert_cmpint (years[t].equity_effect, ==, expected[t].equity_effect);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damage/jo", test_jo);
  g_test_add_func ("/damage/jo-defaults", test_jo_defaults);
  g_test_add_func ("/damage/jo-refuses", test_jo_refuses);
  g_test_add_func ("/damage/ep-kinds", test_ep_kinds);
  g_test_add_func ("/damage/impact", test_impact);
  g_test_add_func ("/damage/impact-missing", test_impact_missing);
  g_test_add_func ("/damage/impact-refuses", test_impact_refuses);
  g_test_add_func ("/profit/levels", test_profit_levels);
  g_test_add_func ("/profit/with-incident", test_profit_with_incident);
  g_test_add_func ("/profit/edges", test_profit_edges);
  g_test_add_func ("/balance/effect", test_balance);
  return g_test_run ();
}
