/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The cash-flow table. Expected numbers are sums done by hand, shown in each row. */

#include "config.h"

#include "mezasu/cash-flow.h"

#include "mezasu/error.h"
#include "mezasu/money.h"

#define MAX_LINES 4
#define NO_MARGIN (-1)

typedef struct
{
  const char *name;
  int horizon;
  gint64 margin_ppm;
  gsize n_lines;
  MzCashLine lines[MAX_LINES];
  gint64 flows[6];
  gint64 total_cost;
  gint64 total_benefit;
} TableCase;

static const TableCase table_cases[] = {
    {"no-lines", 2, NO_MARGIN, 0, {{0}}, {0, 0, 0}, 0, 0},
    {"one-of-each",
     2,
     300000,
     4,
     {{MZ_CASH_INVESTMENT, 1000, 0, 0},
      {MZ_CASH_RUNNING, 100, 1, 2},
      {MZ_CASH_AVOIDED, 500, 1, 2},
      {MZ_CASH_REVENUE, 1000, 1, 2}},
     /* 500 + 1,000·30 % - 100 = 700 */
     {-1000, 700, 700},
     1200,
     1600},
    {"years-beyond-the-horizon-are-cut",
     1,
     NO_MARGIN,
     2,
     {{MZ_CASH_AVOIDED, 7, 0, 30}, {MZ_CASH_RUNNING, 9, 2, 5}},
     {7, 7},
     0,
     14},
    {"far-years-are-cut", 1, NO_MARGIN, 1, {{MZ_CASH_AVOIDED, 7, 1, G_MAXINT}}, {0, 7}, 0, 7},
    {"same-kind-and-year-add-up",
     1,
     NO_MARGIN,
     3,
     {{MZ_CASH_INVESTMENT, 10, 0, 0},
      {MZ_CASH_INVESTMENT, 20, 0, 1},
      {MZ_CASH_INVESTMENT, 0, 1, 1}},
     {-30, -20},
     50,
     0},
    {"lost-sales-lower-the-benefit",
     1,
     500000,
     2,
     {{MZ_CASH_AVOIDED, 1000, 1, 1}, {MZ_CASH_REVENUE, -600, 1, 1}},
     /* 1,000 - 600·50 % */
     {0, 700},
     0,
     700},
    {"margin-rounded-per-line-and-year",
     1,
     500000,
     3,
     /* 1·50 % = 0.5 -> 1 for each line; their sum of sales times the margin would be 1.5 -> 2 */
     {{MZ_CASH_REVENUE, 1, 1, 1}, {MZ_CASH_REVENUE, 1, 1, 1}, {MZ_CASH_REVENUE, 1, 1, 1}},
     {0, 3},
     0,
     3},
    {"margin-rounded-away-from-zero",
     1,
     500000,
     2,
     {{MZ_CASH_REVENUE, -1, 0, 0}, {MZ_CASH_REVENUE, 3, 1, 1}},
     {-1, 2},
     0,
     1},
    {"margin-of-nothing", 1, 0, 1, {{MZ_CASH_REVENUE, 1000, 0, 1}}, {0, 0}, 0, 0},
    {"margin-of-all", 1, 1000000, 1, {{MZ_CASH_REVENUE, 1000, 0, 1}}, {1000, 1000}, 0, 2000},
    {"margin-not-needed-beyond-the-horizon",
     1,
     NO_MARGIN,
     1,
     {{MZ_CASH_REVENUE, 1, 2, 3}},
     {0, 0},
     0,
     0},
    {"running-cost-saved",
     1,
     NO_MARGIN,
     2,
     {{MZ_CASH_INVESTMENT, 100, 0, 0}, {MZ_CASH_RUNNING, -30, 1, 1}},
     {-100, 30},
     70,
     0},
    {"risk-taken-on", 1, NO_MARGIN, 1, {{MZ_CASH_AVOIDED, -30, 1, 1}}, {0, -30}, 0, -30},
    {"largest-entries",
     1,
     NO_MARGIN,
     2,
     {{MZ_CASH_AVOIDED, MZ_MONEY_ENTRY_MAX, 0, 1}, {MZ_CASH_RUNNING, MZ_MONEY_ENTRY_MAX, 1, 1}},
     {MZ_MONEY_ENTRY_MAX, 0},
     MZ_MONEY_ENTRY_MAX,
     2 * MZ_MONEY_ENTRY_MAX},
    /* The plan of the handbook's pattern in round numbers: first measure and migration this
     * year, review and upkeep from next year on. 3M + 20M; 1.2M + 2.4M; avoided 9M from the year
     * after. */
    {"first-measure-migration-review",
     5,
     NO_MARGIN,
     4,
     {{MZ_CASH_INVESTMENT, 3000000, 0, 0},
      {MZ_CASH_INVESTMENT, 20000000, 0, 0},
      {MZ_CASH_RUNNING, 3600000, 1, 5},
      {MZ_CASH_AVOIDED, 9000000, 1, 5}},
     {-23000000, 5400000, 5400000, 5400000, 5400000, 5400000},
     41000000,
     45000000},
};

static void
test_table (gconstpointer data)
{
  const TableCase *c = data;
  const gint64 *margin = c->margin_ppm == NO_MARGIN ? NULL : &c->margin_ppm;
  g_autoptr (GError) error = NULL;
  MzCashFlow flow;
  gint64 net = 0;

  g_assert_true (mz_cash_flow_compute (c->lines, c->n_lines, c->horizon, margin, &flow, &error));
  g_assert_no_error (error);
  g_assert_cmpint (flow.horizon, ==, c->horizon);
  for (int t = 0; t < MZ_YEARS_MAX; t++)
    {
      gint64 expected = t <= c->horizon ? c->flows[t] : 0;

      g_assert_cmpint (flow.flows[t], ==, expected);
      g_assert_cmpint (flow.by_kind[MZ_CASH_AVOIDED][t] + flow.by_kind[MZ_CASH_REVENUE][t] -
                           flow.by_kind[MZ_CASH_INVESTMENT][t] - flow.by_kind[MZ_CASH_RUNNING][t],
                       ==, expected);
      net += expected;
    }
  g_assert_cmpint (flow.total_cost, ==, c->total_cost);
  g_assert_cmpint (flow.total_benefit, ==, c->total_benefit);
  g_assert_cmpint (flow.net, ==, net);
}

static void
test_by_kind (void)
{
  const MzCashLine lines[] = {{MZ_CASH_INVESTMENT, 1000, 0, 1},
                              {MZ_CASH_RUNNING, 100, 1, 3},
                              {MZ_CASH_AVOIDED, 500, 2, 3},
                              {MZ_CASH_REVENUE, -1000, 3, 3}};
  const gint64 expected[MZ_CASH_N_KINDS][4] = {[MZ_CASH_INVESTMENT] = {1000, 1000, 0, 0},
                                               [MZ_CASH_RUNNING] = {0, 100, 100, 100},
                                               [MZ_CASH_AVOIDED] = {0, 0, 500, 500},
                                               [MZ_CASH_REVENUE] = {0, 0, 0, -250}};
  const gint64 totals[MZ_CASH_N_KINDS] = {2000, 300, 1000, -250};
  const gint64 margin = 250000;
  MzCashFlow flow;

  g_assert_true (mz_cash_flow_compute (lines, G_N_ELEMENTS (lines), 3, &margin, &flow, NULL));
  for (int kind = 0; kind < MZ_CASH_N_KINDS; kind++)
    {
      for (int t = 0; t <= 3; t++)
        g_assert_cmpint (flow.by_kind[kind][t], ==, expected[kind][t]);
      g_assert_cmpint (flow.kind_totals[kind], ==, totals[kind]);
    }
}

/* Ten lines that each fit and together pass 9·10^15 only on the way: the order must not matter. */
static void
test_order_does_not_matter (void)
{
  MzCashLine lines[20];
  MzCashFlow flow;
  const gint64 margin = 1000000;

  for (int i = 0; i < 20; i++)
    lines[i] =
        (MzCashLine){MZ_CASH_REVENUE, i < 10 ? MZ_MONEY_ENTRY_MAX : -MZ_MONEY_ENTRY_MAX + 1, 0, 0};
  g_assert_true (mz_cash_flow_compute (lines, G_N_ELEMENTS (lines), 1, &margin, &flow, NULL));
  g_assert_cmpint (flow.flows[0], ==, 10);
}

typedef struct
{
  const char *name;
  int horizon;
  gint64 margin_ppm;
  MzCashLine line;
  MzError code;
  const char *names;
} RefusedCase;

static const RefusedCase refused_cases[] = {
    {"horizon-zero", 0, NO_MARGIN, {MZ_CASH_AVOIDED, 1, 0, 0}, MZ_ERROR_INVALID_INPUT, "horizon"},
    {"horizon-too-long",
     31,
     NO_MARGIN,
     {MZ_CASH_AVOIDED, 1, 0, 0},
     MZ_ERROR_INVALID_INPUT,
     "horizon"},
    {"horizon-negative",
     -1,
     NO_MARGIN,
     {MZ_CASH_AVOIDED, 1, 0, 0},
     MZ_ERROR_INVALID_INPUT,
     "horizon"},
    {"margin-above-one",
     3,
     1000001,
     {MZ_CASH_AVOIDED, 1, 0, 0},
     MZ_ERROR_INVALID_INPUT,
     "contribution_ppm"},
    {"margin-below-zero",
     3,
     -2,
     {MZ_CASH_AVOIDED, 1, 0, 0},
     MZ_ERROR_INVALID_INPUT,
     "contribution_ppm"},
    {"margin-missing",
     3,
     NO_MARGIN,
     {MZ_CASH_REVENUE, 1, 0, 0},
     MZ_ERROR_INVALID_INPUT,
     "contribution_ppm"},
    {"entry-too-large",
     3,
     NO_MARGIN,
     {MZ_CASH_AVOIDED, MZ_MONEY_ENTRY_MAX + 1, 0, 0},
     MZ_ERROR_INVALID_INPUT,
     "amount"},
    {"entry-too-negative",
     3,
     1,
     {MZ_CASH_REVENUE, -MZ_MONEY_ENTRY_MAX - 1, 0, 0},
     MZ_ERROR_INVALID_INPUT,
     "amount"},
    {"entry-too-large-beyond-the-horizon",
     3,
     NO_MARGIN,
     {MZ_CASH_AVOIDED, MZ_MONEY_ENTRY_MAX + 1, 9, 9},
     MZ_ERROR_INVALID_INPUT,
     "amount"},
    {"investment-negative",
     3,
     NO_MARGIN,
     {MZ_CASH_INVESTMENT, -1, 0, 0},
     MZ_ERROR_INVALID_INPUT,
     "amount"},
    {"from-before-now", 3, NO_MARGIN, {MZ_CASH_AVOIDED, 1, -1, 0}, MZ_ERROR_INVALID_INPUT, "years"},
    {"to-before-from", 3, NO_MARGIN, {MZ_CASH_AVOIDED, 1, 2, 1}, MZ_ERROR_INVALID_INPUT, "years"},
    {"kind-unknown", 3, NO_MARGIN, {(MzCashKind)4, 1, 0, 0}, MZ_ERROR_INVALID_INPUT, "kind"},
    {"total-overflows",
     30,
     NO_MARGIN,
     {MZ_CASH_AVOIDED, MZ_MONEY_ENTRY_MAX, 0, 30},
     MZ_ERROR_OVERFLOW,
     ""},
    {"total-cost-overflows",
     9,
     NO_MARGIN,
     {MZ_CASH_INVESTMENT, MZ_MONEY_ENTRY_MAX, 0, 9},
     MZ_ERROR_OVERFLOW,
     ""},
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *c = data;
  const gint64 *margin = c->margin_ppm == NO_MARGIN ? NULL : &c->margin_ppm;
  g_autoptr (GError) error = NULL;
  MzCashFlow flow = {.horizon = 77};

  g_assert_false (mz_cash_flow_compute (&c->line, 1, c->horizon, margin, &flow, &error));
  g_assert_error (error, MZ_ERROR, (int)c->code);
  g_assert_nonnull (strstr (error->message, c->names));
  g_assert_cmpint (flow.horizon, ==, 77);
}

/* A year's sum may overflow where no entry and no total of another year does. */
static void
test_year_overflows (void)
{
  MzCashLine lines[10];
  g_autoptr (GError) error = NULL;
  MzCashFlow flow;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    lines[i] = (MzCashLine){MZ_CASH_RUNNING, MZ_MONEY_ENTRY_MAX, 1, 1};
  g_assert_true (mz_cash_flow_compute (lines, 9, 1, NULL, &flow, &error));
  g_assert_cmpint (flow.flows[1], ==, -MZ_MONEY_SUM_MAX);
  g_assert_false (mz_cash_flow_compute (lines, 10, 1, NULL, &flow, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
}

static void
test_roi (void)
{
  const MzCashLine lines[] = {
      {MZ_CASH_INVESTMENT, 1000, 0, 0}, {MZ_CASH_RUNNING, 100, 1, 5}, {MZ_CASH_AVOIDED, 720, 1, 5}};
  MzCashFlow flow;
  double roi = -7;

  /* (3,600 - 1,500)/1,500 */
  g_assert_true (mz_cash_flow_compute (lines, 3, 5, NULL, &flow, NULL));
  g_assert_true (mz_cash_flow_roi (&flow, &roi, NULL));
  g_assert_cmpfloat_with_epsilon (roi, 1.4, 1e-15);

  /* nothing gained: all of it is lost */
  g_assert_true (mz_cash_flow_compute (lines, 2, 5, NULL, &flow, NULL));
  g_assert_true (mz_cash_flow_roi (&flow, &roi, NULL));
  g_assert_cmpfloat (roi, ==, -1.0);
}

static void
test_roi_undefined (void)
{
  const MzCashLine lines[] = {{MZ_CASH_AVOIDED, 720, 1, 5}, {MZ_CASH_RUNNING, -1, 1, 1}};

  for (gsize n = 0; n <= G_N_ELEMENTS (lines); n++)
    {
      g_autoptr (GError) error = NULL;
      MzCashFlow flow;
      double roi = -7;

      g_assert_true (mz_cash_flow_compute (lines, n, 5, NULL, &flow, NULL));
      g_assert_false (mz_cash_flow_roi (&flow, &roi, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_UNDEFINED);
      g_assert_cmpfloat (roi, ==, -7);
    }
}

static void
test_kind_nicks (void)
{
  g_autoptr (GError) error = NULL;
  MzCashKind kind = MZ_CASH_REVENUE;

  for (int i = 0; i < MZ_CASH_N_KINDS; i++)
    {
      g_assert_true (mz_cash_kind_from_nick (mz_cash_kind_nick (i), &kind, NULL));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_cmpstr (mz_cash_kind_nick (MZ_CASH_AVOIDED), ==, "avoided");
  g_assert_false (mz_cash_kind_from_nick ("Avoided", &kind, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_assert_false (mz_cash_kind_from_nick (NULL, &kind, NULL));
}

static void
test_cumulate (void)
{
  const gint64 flows[] = {-100, 30, 0, 90};
  const gint64 edge[] = {MZ_MONEY_SUM_MAX, 0, -MZ_MONEY_SUM_MAX};
  const gint64 over[] = {MZ_MONEY_SUM_MAX, 1, -1};
  const gint64 beyond[] = {0, MZ_MONEY_SUM_MAX + 1};
  const gint64 expected[] = {-100, -70, -70, 20};
  gint64 sums[MZ_YEARS_MAX];
  g_autoptr (GError) error = NULL;

  g_assert_true (mz_flows_cumulate (flows, 3, sums, &error));
  g_assert_cmpmem (sums, sizeof expected, expected, sizeof expected);
  g_assert_true (mz_flows_cumulate (edge, 2, sums, &error));
  g_assert_cmpint (sums[2], ==, 0);
  g_assert_false (mz_flows_cumulate (over, 2, sums, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_false (mz_flows_check (beyond, 1, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
  g_assert_nonnull (strstr (error->message, "1"));
  g_clear_error (&error);
  g_assert_false (mz_flows_cumulate (flows, 0, sums, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (table_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/method/cash-flow/", table_cases[i].name, NULL);

      g_test_add_data_func (path, &table_cases[i], test_table);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/method/cash-flow/refused/", refused_cases[i].name, NULL);

      g_test_add_data_func (path, &refused_cases[i], test_refused);
    }
  g_test_add_func ("/method/cash-flow/by-kind", test_by_kind);
  g_test_add_func ("/method/cash-flow/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/method/cash-flow/year-overflows", test_year_overflows);
  g_test_add_func ("/method/cash-flow/roi", test_roi);
  g_test_add_func ("/method/cash-flow/roi-undefined", test_roi_undefined);
  g_test_add_func ("/method/cash-flow/kind-nicks", test_kind_nicks);
  g_test_add_func ("/method/cash-flow/cumulate", test_cumulate);
  return g_test_run ();
}
