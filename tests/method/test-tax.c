/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Tax by year. Expected numbers are done by hand; each row says how. */

#include "config.h"

#include "mezasu/tax.h"

#include "mezasu/depreciation.h"
#include "mezasu/error.h"
#include "mezasu/money.h"
#include "mezasu/rate-of-return.h"

/* The plan of most rows: 1,000,000 this year, then for four years 450,000 avoided at a running
 * cost of 50,000. */
static const MzCashLine plan[] = {{MZ_CASH_INVESTMENT, 1000000, 0, 0},
                                  {MZ_CASH_RUNNING, 50000, 1, 4},
                                  {MZ_CASH_AVOIDED, 450000, 1, 4}};

typedef struct
{
  const char *name;
  MzTaxRules rules;
  gsize n_assets;
  MzAsset assets[2];
  gint64 expensed[5];
  gint64 depreciation[5];
  gint64 taxable[5];
  gint64 tax[5];
} TaxCase;

static const TaxCase tax_cases[] = {
    {"all-expensed-with-other-profit",
     {300000, TRUE, MZ_EXPENSE_BELOW},
     0,
     {{0}},
     {1000000, 0, 0, 0, 0},
     {0},
     {-1000000, 400000, 400000, 400000, 400000},
     /* the loss relieves other profit */
     {-300000, 120000, 120000, 120000, 120000}},
    {"all-expensed-without-other-profit",
     {300000, FALSE, MZ_EXPENSE_BELOW},
     0,
     {{0}},
     {1000000, 0, 0, 0, 0},
     {0},
     {-1000000, 400000, 400000, 400000, 400000},
     /* no tax below 0 and no carry-forward */
     {0, 120000, 120000, 120000, 120000}},
    {"all-depreciated",
     {300000, TRUE, MZ_EXPENSE_BELOW},
     1,
     {{1000000, 5, 0, 12}},
     {0},
     {200000, 200000, 200000, 200000, 200000},
     {-200000, 200000, 200000, 200000, 200000},
     {-60000, 60000, 60000, 60000, 60000}},
    {"part-depreciated",
     {300000, FALSE, MZ_EXPENSE_BELOW},
     1,
     {{600000, 5, 0, 12}},
     {400000, 0, 0, 0, 0},
     {120000, 120000, 120000, 120000, 120000},
     {-520000, 280000, 280000, 280000, 280000},
     {0, 84000, 84000, 84000, 84000}},
    {"depreciation-beyond-the-horizon-is-cut",
     {300000, TRUE, MZ_EXPENSE_BELOW},
     1,
     {{1000000, 10, 0, 6}},
     {0},
     {50000, 100000, 100000, 100000, 100000},
     {-50000, 300000, 300000, 300000, 300000},
     {-15000, 90000, 90000, 90000, 90000}},
    {"use-begins-next-year",
     {300000, TRUE, MZ_EXPENSE_BELOW},
     1,
     {{1000000, 4, 1, 12}},
     {0},
     {0, 250000, 250000, 250000, 250000},
     {0, 150000, 150000, 150000, 150000},
     {0, 45000, 45000, 45000, 45000}},
    {"use-begins-after-the-horizon",
     {300000, FALSE, MZ_EXPENSE_BELOW},
     1,
     {{1000000, 4, 5, 12}},
     {1000000, 0, 0, 0, 0},
     {0},
     {-1000000, 400000, 400000, 400000, 400000},
     {0, 120000, 120000, 120000, 120000}},
    {"two-assets",
     {500000, TRUE, MZ_EXPENSE_BELOW},
     2,
     {{400000, 4, 1, 12}, {600000, 5, 0, 12}},
     {0},
     {120000, 220000, 220000, 220000, 220000},
     {-120000, 180000, 180000, 180000, 180000},
     {-60000, 90000, 90000, 90000, 90000}},
    {"just-below-the-threshold",
     {300000, TRUE, MZ_EXPENSE_BELOW},
     1,
     {{99999, 5, 0, 12}},
     {1000000, 0, 0, 0, 0},
     {0},
     {-1000000, 400000, 400000, 400000, 400000},
     {-300000, 120000, 120000, 120000, 120000}},
    {"at-the-threshold",
     {300000, TRUE, MZ_EXPENSE_BELOW},
     1,
     {{100000, 5, 0, 12}},
     {900000, 0, 0, 0, 0},
     {20000, 20000, 20000, 20000, 20000},
     {-920000, 380000, 380000, 380000, 380000},
     {-276000, 114000, 114000, 114000, 114000}},
    {"threshold-switched-off",
     {300000, TRUE, 0},
     1,
     {{50000, 5, 0, 12}},
     {950000, 0, 0, 0, 0},
     {10000, 10000, 10000, 10000, 10000},
     {-960000, 390000, 390000, 390000, 390000},
     {-288000, 117000, 117000, 117000, 117000}},
    {"no-tax",
     {0, TRUE, 0},
     0,
     {{0}},
     {1000000, 0, 0, 0, 0},
     {0},
     {-1000000, 400000, 400000, 400000, 400000},
     {0, 0, 0, 0, 0}},
    /* 400,000·0.000001 = 0.4, -1,000,000·0.000001 = -1 */
    {"smallest-rate",
     {1, TRUE, 0},
     0,
     {{0}},
     {1000000, 0, 0, 0, 0},
     {0},
     {-1000000, 400000, 400000, 400000, 400000},
     {-1, 0, 0, 0, 0}},
    {"all-taxed",
     {1000000, FALSE, 0},
     0,
     {{0}},
     {1000000, 0, 0, 0, 0},
     {0},
     {-1000000, 400000, 400000, 400000, 400000},
     {0, 400000, 400000, 400000, 400000}},
};

static void
test_tax (gconstpointer data)
{
  const TaxCase *c = data;
  g_autoptr (GError) error = NULL;
  MzCashFlow flow;
  MzTax tax;

  g_assert_true (mz_cash_flow_compute (plan, G_N_ELEMENTS (plan), 4, NULL, &flow, NULL));
  g_assert_true (mz_tax_compute (&flow, &c->rules, c->assets, c->n_assets, &tax, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tax.horizon, ==, 4);
  for (int t = 0; t <= 4; t++)
    {
      g_assert_cmpint (tax.expensed[t], ==, c->expensed[t]);
      g_assert_cmpint (tax.depreciation[t], ==, c->depreciation[t]);
      g_assert_cmpint (tax.taxable[t], ==, c->taxable[t]);
      g_assert_cmpint (tax.tax[t], ==, c->tax[t]);
      g_assert_cmpint (tax.after_tax[t], ==, (t == 0 ? -1000000 : 400000) - c->tax[t]);
    }
}

/* 3·50 % = 1.5 -> 2 and -3·50 % = -1.5 -> -2: half away from zero on both sides. Sales enter
 * after their margin. */
static void
test_rounding (void)
{
  const MzCashLine lines[] = {{MZ_CASH_AVOIDED, 3, 0, 0}, {MZ_CASH_REVENUE, -6, 1, 1}};
  const MzTaxRules rules = {500000, TRUE, 0};
  const gint64 margin = 500000;
  MzCashFlow flow;
  MzTax tax;

  g_assert_true (mz_cash_flow_compute (lines, 2, 1, &margin, &flow, NULL));
  g_assert_true (mz_tax_compute (&flow, &rules, NULL, 0, &tax, NULL));
  g_assert_cmpint (tax.tax[0], ==, 2);
  g_assert_cmpint (tax.taxable[1], ==, -3);
  g_assert_cmpint (tax.tax[1], ==, -2);
  g_assert_cmpint (tax.after_tax[1], ==, -1);
}

/* The latest purchase is taken first, and an asset used later never takes one that an earlier
 * asset needs. */
static void
test_purchases_of_two_years (void)
{
  const MzCashLine lines[] = {{MZ_CASH_INVESTMENT, 500000, 0, 0},
                              {MZ_CASH_INVESTMENT, 300000, 1, 1}};
  const MzAsset later = {400000, 4, 1, 12};
  const MzAsset both[] = {{600000, 3, 1, 12}, {200000, 2, 0, 12}};
  const MzTaxRules rules = {300000, TRUE, MZ_EXPENSE_BELOW};
  MzCashFlow flow;
  MzTax tax;

  g_assert_true (mz_cash_flow_compute (lines, 2, 3, NULL, &flow, NULL));
  g_assert_true (mz_tax_compute (&flow, &rules, &later, 1, &tax, NULL));
  g_assert_cmpint (tax.expensed[0], ==, 400000);
  g_assert_cmpint (tax.expensed[1], ==, 0);
  g_assert_true (mz_tax_compute (&flow, &rules, both, 2, &tax, NULL));
  g_assert_cmpint (tax.expensed[0] + tax.expensed[1], ==, 0);
  g_assert_cmpint (tax.depreciation[1], ==, 300000);
}

/* Deducting a cost later helps later: at any positive rate depreciation is worth less than
 * expensing, and in sum the same while the schedule ends within the horizon. */
static void
test_depreciation_only_delays (void)
{
  const MzTaxRules rules = {300000, TRUE, MZ_EXPENSE_BELOW};
  const MzAsset asset = {1000000, 4, 0, 7};
  MzCashFlow flow;
  MzTax expensed;
  MzTax depreciated;
  gint64 sum = 0;
  double npv_expensed;
  double npv_depreciated;

  g_assert_true (mz_cash_flow_compute (plan, G_N_ELEMENTS (plan), 4, NULL, &flow, NULL));
  g_assert_true (mz_tax_compute (&flow, &rules, NULL, 0, &expensed, NULL));
  g_assert_true (mz_tax_compute (&flow, &rules, &asset, 1, &depreciated, NULL));
  for (int t = 0; t <= 4; t++)
    sum += expensed.tax[t] - depreciated.tax[t];
  g_assert_cmpint (ABS (sum), <=, 2); /* five roundings of half a yen */
  g_assert_true (mz_npv (expensed.after_tax, 4, 0.05, &npv_expensed, NULL));
  g_assert_true (mz_npv (depreciated.after_tax, 4, 0.05, &npv_depreciated, NULL));
  g_assert_cmpfloat (npv_expensed, >, npv_depreciated);
}

typedef struct
{
  const char *name;
  MzTaxRules rules;
  MzAsset asset;
  const char *names;
} RefusedCase;

static const RefusedCase refused_cases[] = {
    {"rate-above-one", {1000001, TRUE, 0}, {0, 5, 0, 12}, "rate_ppm"},
    {"rate-negative", {-1, TRUE, 0}, {0, 5, 0, 12}, "rate_ppm"},
    {"threshold-too-large", {1, TRUE, MZ_MONEY_ENTRY_MAX + 1}, {0, 5, 0, 12}, "expense_below"},
    {"asset-above-the-investment", {1, TRUE, 0}, {1000001, 5, 0, 12}, "1 yen"},
    {"asset-year-negative", {1, TRUE, 0}, {1, 5, -1, 12}, "year"},
    {"asset-cost-negative", {1, TRUE, 0}, {-1, 5, 0, 12}, "cost_yen"},
    {"asset-life-zero", {1, TRUE, 0}, {1, 0, 0, 12}, "life_years"},
    {"asset-months-thirteen", {1, TRUE, 0}, {1, 5, 0, 13}, "first_year_months"},
    {"asset-beyond-the-horizon-is-still-checked", {1, TRUE, 0}, {1, 0, 9, 12}, "life_years"},
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *c = data;
  g_autoptr (GError) error = NULL;
  MzCashFlow flow;
  MzTax tax = {.horizon = 77};

  g_assert_true (mz_cash_flow_compute (plan, G_N_ELEMENTS (plan), 4, NULL, &flow, NULL));
  g_assert_false (mz_tax_compute (&flow, &c->rules, &c->asset, 1, &tax, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_assert_nonnull (strstr (error->message, c->names));
  g_assert_cmpint (tax.horizon, ==, 77);
}

static void
test_overflow (void)
{
  const MzTaxRules rules = {300000, TRUE, 0};
  g_autoptr (GError) error = NULL;
  MzCashFlow flow = {.horizon = 1};
  MzTax tax;

  /* each sum fits, yet costs and lost sales together do not */
  flow.by_kind[MZ_CASH_RUNNING][1] = MZ_MONEY_SUM_MAX;
  flow.by_kind[MZ_CASH_REVENUE][1] = -1;
  g_assert_false (mz_tax_compute (&flow, &rules, NULL, 0, &tax, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tax_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/method/tax/", tax_cases[i].name, NULL);

      g_test_add_data_func (path, &tax_cases[i], test_tax);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/method/tax/refused/", refused_cases[i].name, NULL);

      g_test_add_data_func (path, &refused_cases[i], test_refused);
    }
  g_test_add_func ("/method/tax/rounding", test_rounding);
  g_test_add_func ("/method/tax/purchases-of-two-years", test_purchases_of_two_years);
  g_test_add_func ("/method/tax/depreciation-only-delays", test_depreciation_only_delays);
  g_test_add_func ("/method/tax/overflow", test_overflow);
  return g_test_run ();
}
