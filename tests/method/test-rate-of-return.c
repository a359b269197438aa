/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Present value and rates of return. Long expected values were computed with Python's fractions
 * and decimal modules at 60 digits: npv = sum(Fraction(c)/(1+r)**t), irr by 90 halvings of a
 * bracket of that sum, mirr by its definition with a decimal root. Short ones are roots by
 * construction. */

#include "config.h"

#include "mezasu/rate-of-return.h"

#include "mezasu/error.h"
#include "mezasu/money.h"

#include <math.h>

#define M8 8
#define LARGEST MZ_MONEY_SUM_MAX
#define OKU G_GINT64_CONSTANT (100000000)

typedef struct
{
  const char *name;
  int horizon;
  gint64 flows[M8];
  double rate;
  double npv;
} NpvCase;

static const NpvCase npv_cases[] = {
    /* spreadsheet manual's NPV example, here with its first value undiscounted */
    {"published", 3, {-10000, 3000, 4200, 6800}, 0.1, 1307.2877535687453019},
    {"published-five-years",
     5,
     {-70000, 12000, 15000, 18000, 21000, 26000},
     0.05,
     8231.5226778182022827},
    {"rate-zero-is-the-sum", 3, {-10000, 3000, 4200, 6800}, 0, 4000},
    {"rate-one", 3, {-10000, 3000, 4200, 6800}, 1, -6600},
    {"rate-minus-half", 3, {-10000, 3000, 4200, 6800}, -0.5, 67200},
    {"six-years",
     6,
     {-50000000, 12000000, 15000000, -8000000, 22000000, 18000000, 9000000},
     0.035,
     10030073.570294380188},
    {"no-flows", 3, {0, 0, 0, 0}, 0.05, 0},
    {"year-0-not-discounted", 1, {7, 0}, 0.5, 7},
    {"cancels-to-nothing", 2, {-100, 0, 121}, 0.1, 0},
    {"huge-rate", 2, {-100, 200, 300}, 1e300, -100},
    {"largest-flows", 1, {-LARGEST, LARGEST}, 0.5, -3e15},
};

static void
test_npv (gconstpointer data)
{
  const NpvCase *c = data;
  g_autoptr (GError) error = NULL;
  double npv = 0;
  double scale = 0;

  for (int t = 0; t <= c->horizon; t++)
    scale += fabs ((double)c->flows[t]);
  g_assert_true (mz_npv (c->flows, c->horizon, c->rate, &npv, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (fabs (npv - c->npv), <=, 1e-15 * MAX (scale, fabs (c->npv)));
}

/* A spreadsheet's NPV() discounts the first value too and says 1,188.44 for the published flows. */
static void
test_npv_is_not_the_spreadsheet_one (void)
{
  const gint64 flows[] = {-10000, 3000, 4200, 6800};
  double npv;

  g_assert_true (mz_npv (flows, 3, 0.1, &npv, NULL));
  g_assert_cmpfloat_with_epsilon (npv / 1.1, 1188.44, 0.005);
}

typedef struct
{
  const char *name;
  int horizon;
  gint64 flows[M8];
  MzIrrStatus status;
  gboolean borrowing;
  int n_roots;
  double roots[M8];
  int touching; /* bit i: root i */
} IrrCase;

static const IrrCase irr_cases[] = {
    {"all-zero", 3, {0, 0, 0, 0}, MZ_IRR_UNDEFINED, FALSE, 0, {0}, 0},
    {"costs-only", 2, {-5, -1, -2}, MZ_IRR_NONE, FALSE, 0, {0}, 0},
    {"incomes-only", 2, {5, 1, 2}, MZ_IRR_NONE, TRUE, 0, {0}, 0},
    {"one-flow", 2, {0, -5, 0}, MZ_IRR_NONE, FALSE, 0, {0}, 0},
    /* published pair of rates: a strip mine's two changes of sign */
    {"two-rates", 2, {-4000, 25000, -25000}, MZ_IRR_MANY, FALSE, 2, {0.25, 4}, 0},
    {"no-rate", 2, {1000, -3000, 2500}, MZ_IRR_NONE, TRUE, 0, {0}, 0},
    {"published-five-years",
     5,
     {-70000, 12000, 15000, 18000, 21000, 26000},
     MZ_IRR_ONE,
     FALSE,
     1,
     {0.08663094803653161036},
     0},
    {"published-three-years",
     3,
     {-10000, 3000, 4200, 6800},
     MZ_IRR_ONE,
     FALSE,
     1,
     {0.1634056006889892942},
     0},
    {"mirr-example",
     5,
     {-120000, 39000, 30000, 21000, 37000, 46000},
     MZ_IRR_ONE,
     FALSE,
     1,
     {0.1307355394708377416},
     0},
    {"six-years",
     6,
     {-50000000, 12000000, 15000000, -8000000, 22000000, 18000000, 9000000},
     MZ_IRR_ONE,
     FALSE,
     1,
     {0.09068691292738090270},
     0},
    {"loss", 3, {-1000, 200, 100, 50}, MZ_IRR_ONE, FALSE, 1, {-0.4514948712983635204}, 0},
    {"zero-rate", 3, {-300, 100, 100, 100}, MZ_IRR_ONE, FALSE, 1, {0}, 0},
    {"loan", 1, {100, -110}, MZ_IRR_ONE, TRUE, 1, {0.1}, 0},
    {"leading-zeros", 4, {0, 0, -100, 0, 121}, MZ_IRR_ONE, FALSE, 1, {0.1}, 0},
    {"leading-zeros-then-loan", 3, {0, 100, -110, 0}, MZ_IRR_ONE, TRUE, 1, {0.1}, 0},
    {"trailing-zeros", 4, {-100, 110, 0, 0, 0}, MZ_IRR_ONE, FALSE, 1, {0.1}, 0},
    /* (1.1 x - 1)(1.2 x - 1)(1.3 x - 1) */
    {"three-rates", 3, {-1000, 3600, -4310, 1716}, MZ_IRR_MANY, FALSE, 3, {0.1, 0.2, 0.3}, 0},
    /* 10 % and -50 %: (1.1 x - 1)(0.5 x - 1) */
    {"gain-and-loss-rate", 2, {100, -160, 55}, MZ_IRR_MANY, TRUE, 2, {-0.5, 0.1}, 0},
    {"double-root", 2, {-100, 220, -121}, MZ_IRR_ONE, FALSE, 1, {0.1}, 1},
    {"double-root-at-zero", 2, {1, -2, 1}, MZ_IRR_ONE, TRUE, 1, {0}, 1},
    {"double-root-of-a-loss", 2, {4, -4, 1}, MZ_IRR_ONE, TRUE, 1, {-0.5}, 1},
    {"double-root-after-zeros", 5, {0, 0, 0, -100, 220, -121}, MZ_IRR_ONE, FALSE, 1, {0.1}, 1},
    {"triple-root", 3, {-1000, 3300, -3630, 1331}, MZ_IRR_ONE, FALSE, 1, {0.1}, 0},
    {"triple-root-at-zero", 3, {-1, 3, -3, 1}, MZ_IRR_ONE, FALSE, 1, {0}, 0},
    /* (11 x - 10)^4 and (11 x - 10)^5 */
    {"fourfold-root", 4, {10000, -44000, 72600, -53240, 14641}, MZ_IRR_ONE, TRUE, 1, {0.1}, 1},
    {"fivefold-root",
     5,
     {-100000, 550000, -1210000, 1331000, -732050, 161051},
     MZ_IRR_ONE,
     FALSE,
     1,
     {0.1},
     0},
    {"sixfold-root-at-zero", 6, {1, -6, 15, -20, 15, -6, 1}, MZ_IRR_ONE, TRUE, 1, {0}, 1},
    /* (11 x - 10)^2 (6 x - 5) */
    {"double-and-simple", 3, {-500, 1700, -1925, 726}, MZ_IRR_MANY, FALSE, 2, {0.1, 0.2}, 1},
    /* (11 x - 10)^2 (6 x - 5)^2 */
    {"two-double-roots",
     4,
     {2500, -11500, 19825, -15180, 4356},
     MZ_IRR_MANY,
     TRUE,
     2,
     {0.1, 0.2},
     3},
    /* one yen beside and beyond the double root: 10^15 (1 - 2.2x + 1.21x^2), far below what yen
     * can tell apart */
    {"touches-but-for-a-yen",
     2,
     {-10000000 * OKU, 22000000 * OKU, -12100000 * OKU - 1},
     MZ_IRR_ONE,
     FALSE,
     1,
     {0.1},
     1},
    {"crosses-by-a-yen",
     2,
     {-10000000 * OKU, 22000000 * OKU, -12100000 * OKU + 1},
     MZ_IRR_ONE,
     FALSE,
     1,
     {0.1},
     1},
    /* 1 - 2.2 x + 1.2 x^2 = (1 - x)(1 - 1.2 x), and 1.21 + 0.01 has none */
    {"parted-double-root", 2, {-100, 220, -120}, MZ_IRR_MANY, FALSE, 2, {0, 0.2}, 0},
    {"missed-double-root", 2, {-100, 220, -122}, MZ_IRR_NONE, FALSE, 0, {0}, 0},
    /* 10 % and 10.01 % lie close, but apart: (10000 x - ...) as (110000 x - 100000)(110010 x -
     * 100000) */
    {"close-but-apart",
     2,
     {-10000000000, 22001000000, -12101100000},
     MZ_IRR_MANY,
     FALSE,
     2,
     {0.1, 0.1001},
     0},
    {"lowest-rate", 1, {-10000, 1}, MZ_IRR_ONE, FALSE, 1, {-0.9999}, 0},
    {"below-the-lowest-rate", 1, {-10001, 1}, MZ_IRR_NONE, FALSE, 0, {0}, 0},
    {"highest-rate", 1, {-1, 1000001}, MZ_IRR_ONE, FALSE, 1, {1e6}, 0},
    {"above-the-highest-rate", 1, {-1, 1000002}, MZ_IRR_NONE, FALSE, 0, {0}, 0},
    {"huge-rate", 2, {-1, 500000, 3}, MZ_IRR_ONE, FALSE, 1, {499999.0000059999874793}, 0},
    {"largest-flows",
     2,
     {-LARGEST, LARGEST, LARGEST},
     MZ_IRR_ONE,
     FALSE,
     1,
     {0.6180339887498949},
     0},
    /* sqrt(9·10^15) - 1, beyond the range */
    {"unequal-amounts", 2, {-1, 0, LARGEST}, MZ_IRR_NONE, FALSE, 0, {0}, 0},
    {"golden-loss", 2, {-1, 1, -1}, MZ_IRR_NONE, FALSE, 0, {0}, 0},
};

static void
assert_root_is_zero (const gint64 *flows, int horizon, double rate)
{
  double npv;
  double slope = 0;
  double scale = 0;

  g_assert_true (mz_npv (flows, horizon, rate, &npv, NULL));
  for (int t = 0; t <= horizon; t++)
    {
      double size = fabs ((double)flows[t]) / pow (1 + rate, t);

      scale += size;
      slope += t * size;
    }
  /* what the promised 10^-9 of the rate, and rounding, can move the present value */
  g_assert_cmpfloat (fabs (npv), <=, 1e-9 * (1 + fabs (rate)) / (1 + rate) * slope + 1e-12 * scale);
}

static void
test_irr (gconstpointer data)
{
  const IrrCase *c = data;
  g_autoptr (GError) error = NULL;
  MzIrr irr;

  g_assert_true (mz_irr (c->flows, c->horizon, &irr, &error));
  g_assert_no_error (error);
  g_assert_cmpint (irr.status, ==, c->status);
  g_assert_cmpint (irr.borrowing, ==, c->borrowing);
  g_assert_cmpint (irr.n_roots, ==, c->n_roots);
  for (int i = 0; i < irr.n_roots; i++)
    {
      g_assert_cmpfloat_with_epsilon (irr.roots[i], c->roots[i], 1e-9 * (1 + fabs (c->roots[i])));
      g_assert_cmpint (irr.touching[i], ==, (c->touching >> i) & 1);
      assert_root_is_zero (c->flows, c->horizon, irr.roots[i]);
    }
}

/* A mortgage of thirty years: the rate of an annuity, from the same 60-digit halving. */
static void
test_irr_thirty_years (void)
{
  gint64 flows[MZ_YEARS_MAX] = {-LARGEST};
  MzIrr irr;

  for (int t = 1; t < MZ_YEARS_MAX; t++)
    flows[t] = 10000000 * OKU;
  g_assert_true (mz_irr (flows, 30, &irr, NULL));
  g_assert_cmpint (irr.status, ==, MZ_IRR_ONE);
  g_assert_cmpfloat_with_epsilon (irr.roots[0], 0.1056507916212545685, 1e-15);
}

/* (x - 1)(x - 2)...(x - 12), an ill-conditioned polynomial: r = 1/x - 1 */
static void
test_irr_twelve_rates (void)
{
  gint64 flows[13] = {1};
  MzIrr irr;

  for (int root = 1; root <= 12; root++)
    for (int i = root; i >= 0; i--)
      flows[i] = (i > 0 ? flows[i - 1] : 0) - root * flows[i];
  g_assert_true (mz_irr (flows, 12, &irr, NULL));
  g_assert_cmpint (irr.n_roots, ==, 12);
  for (int i = 0; i < 12; i++)
    {
      g_assert_cmpfloat_with_epsilon (irr.roots[i], 1.0 / (12 - i) - 1, 1e-9);
      g_assert_false (irr.touching[i]);
    }
}

/* 5, 6, 7, 8 and 9 %: between them the present value stays within 10^-12 of its parts, yet they
 * are five. */
static void
test_irr_crowded_rates (void)
{
  gint64 flows[6] = {-1};
  MzIrr irr;

  for (int k = 0; k < 5; k++)
    for (int i = k + 1; i >= 0; i--)
      flows[i] = (i > 0 ? (105 + k) * flows[i - 1] : 0) - 100 * (i <= k ? flows[i] : 0);
  g_assert_true (mz_irr (flows, 5, &irr, NULL));
  g_assert_cmpint (irr.n_roots, ==, 5);
  for (int i = 0; i < 5; i++)
    g_assert_cmpfloat_with_epsilon (irr.roots[i], 0.05 + 0.01 * i, 1e-9);
}

/* (1 - x)^n for n up to 30: one root of multiplicity n at 0 %, touching when n is even. */
static void
test_irr_high_multiplicity (void)
{
  gint64 flows[MZ_YEARS_MAX] = {1};

  for (int n = 1; n <= MZ_HORIZON_MAX; n++)
    {
      MzIrr irr;

      for (int i = n; i > 0; i--)
        flows[i] -= flows[i - 1];
      g_assert_true (mz_irr (flows, n, &irr, NULL));
      g_assert_cmpint (irr.status, ==, MZ_IRR_ONE);
      g_assert_cmpfloat_with_epsilon (irr.roots[0], 0, 1e-9);
      g_assert_cmpint (irr.touching[0], ==, n % 2 == 0);
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *left = a;
  const double *right = b;

  return (*left > *right) - (*left < *right);
}

/* Polynomials built from known rates (10 to 40 tenths to the year's end), up to two of them
 * alike, give these rates back: each factor is a·x - b with the rate a/b - 1. */
static void
test_irr_known_rates (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31000);
  int doubles = 0;

  for (int round = 0; round < 600; round++)
    {
      gint64 flows[MZ_YEARS_MAX] = {round % 2 == 0 ? -1 : 1};
      double expected[4];
      int multiplicity[41] = {0};
      int n_expected = 0;
      int degree = 0;
      MzIrr irr;

      for (int k = 0; k < 1 + round % 4; k++)
        {
          int a = g_rand_int_range (rand, 1, 41);

          if (multiplicity[a] > 0)
            continue;
          expected[n_expected++] = a / 10.0 - 1;
          multiplicity[a] = g_rand_int_range (rand, 1, 3);
          for (int m = 0; m < multiplicity[a]; m++, degree++)
            for (int i = degree + 1; i >= 0; i--)
              flows[i] = (i > 0 ? a * flows[i - 1] : 0) - 10 * flows[i];
        }
      qsort (expected, n_expected, sizeof *expected, compare_doubles);

      g_assert_true (mz_irr (flows, degree, &irr, NULL));
      g_assert_cmpint (irr.n_roots, ==, n_expected);
      for (int i = 0; i < n_expected; i++)
        {
          int a = (int)lround ((expected[i] + 1) * 10);

          g_assert_cmpfloat_with_epsilon (irr.roots[i], expected[i], 1e-9);
          g_assert_cmpint (irr.touching[i], ==, multiplicity[a] == 2);
          doubles += irr.touching[i];
        }
    }
  g_assert_cmpint (doubles, >, 100);
}

/* Any flows at all: roots ascend, stay in range, bring the present value to 0, are no more than
 * the changes of sign, and their number is odd just when the present value has opposite signs at
 * the ends of the range (touching roots apart). */
static void
test_irr_any_flows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4217);

  for (int round = 0; round < 400; round++)
    {
      int horizon = g_rand_int_range (rand, 1, MZ_YEARS_MAX);
      double size = pow (10, g_rand_double_range (rand, 0, 15.9));
      gint64 flows[MZ_YEARS_MAX];
      int changes = 0;
      gint64 last = 0;
      int crossings = 0;
      double low;
      double high;
      MzIrr irr;

      for (int t = 0; t <= horizon; t++)
        {
          flows[t] = (gint64)g_rand_double_range (rand, -size, size);
          if (flows[t] != 0)
            {
              changes += last != 0 && (flows[t] > 0) != (last > 0);
              last = flows[t];
            }
        }
      g_assert_true (mz_irr (flows, horizon, &irr, NULL));
      g_assert_cmpint (irr.n_roots, <=, changes);
      for (int i = 0; i < irr.n_roots; i++)
        {
          g_assert_true (isfinite (irr.roots[i]));
          g_assert_cmpfloat (irr.roots[i], >=, MZ_IRR_MIN);
          g_assert_cmpfloat (irr.roots[i], <=, MZ_IRR_MAX);
          if (i > 0)
            g_assert_cmpfloat (irr.roots[i], >, irr.roots[i - 1]);
          assert_root_is_zero (flows, horizon, irr.roots[i]);
          crossings += !irr.touching[i];
        }
      g_assert_true (mz_npv (flows, horizon, MZ_IRR_MIN, &low, NULL));
      g_assert_true (mz_npv (flows, horizon, MZ_IRR_MAX, &high, NULL));
      if (low != 0 && high != 0)
        g_assert_cmpint (crossings % 2, ==, (low > 0) != (high > 0));
    }
}

/* Other units and the other side of the deal have the same rates. */
static void
test_irr_scale_and_sign (void)
{
  const gint64 flows[] = {-4000, 25000, -25000};
  gint64 scaled[3];
  MzIrr irr;

  for (gint64 factor = -OKU; factor <= OKU; factor += 2 * OKU)
    {
      for (int t = 0; t < 3; t++)
        scaled[t] = flows[t] * factor;
      g_assert_true (mz_irr (scaled, 2, &irr, NULL));
      g_assert_cmpint (irr.n_roots, ==, 2);
      g_assert_cmpfloat_with_epsilon (irr.roots[0], 0.25, 1e-12);
      g_assert_cmpfloat_with_epsilon (irr.roots[1], 4, 1e-12);
      g_assert_cmpint (irr.borrowing, ==, factor < 0);
    }
}

typedef struct
{
  const char *name;
  int horizon;
  gint64 flows[M8];
  double finance_rate;
  double reinvest_rate;
  double mirr;
} MirrCase;

static const MirrCase mirr_cases[] = {
    /* the example of a spreadsheet's manual: 12.61 %, printed as 13 % */
    {"published",
     5,
     {-120000, 39000, 30000, 21000, 37000, 46000},
     0.1,
     0.12,
     0.1260941303659051382},
    {"lower-rates",
     5,
     {-120000, 39000, 30000, 21000, 37000, 46000},
     0.03,
     0.01,
     0.0799575084690748599},
    {"costs-in-between",
     6,
     {-50000000, 12000000, 15000000, -8000000, 22000000, 18000000, 9000000},
     0.1,
     0.12,
     0.1041758032034480197},
    {"loss", 3, {-10000, 3000, 4200, 6800}, 0.03, 0.01, 0.1214071386803458052},
    {"rates-zero", 2, {-100, 0, 121}, 0, 0, 0.1},
    {"zero-years-count", 4, {-10000, 14641, 0, 0, 0}, 0, 0, 0.1},
    {"at-the-internal-rate", 2, {-4000, 25000, -25000}, 0.25, 0.25, 0.25},
    {"all-but-lost", 1, {-LARGEST, 1}, 0, 0, -1 + 1.0 / 9e15},
};

static void
test_mirr (gconstpointer data)
{
  const MirrCase *c = data;
  g_autoptr (GError) error = NULL;
  double mirr;

  g_assert_true (mz_mirr (c->flows, c->horizon, c->finance_rate, c->reinvest_rate, &mirr, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (mirr, c->mirr, 1e-14);
}

static void
test_mirr_undefined (void)
{
  const gint64 flows[][3] = {{0, 0, 0}, {1, 0, 2}, {-1, 0, -2}};

  for (gsize i = 0; i < G_N_ELEMENTS (flows); i++)
    {
      g_autoptr (GError) error = NULL;
      double mirr = -7;

      g_assert_false (mz_mirr (flows[i], 2, 0.1, 0.1, &mirr, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_UNDEFINED);
      g_assert_cmpfloat (mirr, ==, -7);
    }
}

static void
test_refused_rates (void)
{
  const gint64 flows[] = {-1, 2};
  const double bad[] = {-1, -1.0000001, -2, NAN, INFINITY, -INFINITY};

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) npv_error = NULL;
      g_autoptr (GError) finance_error = NULL;
      g_autoptr (GError) reinvest_error = NULL;
      double value = -7;

      g_assert_false (mz_npv (flows, 1, bad[i], &value, &npv_error));
      g_assert_error (npv_error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_false (mz_mirr (flows, 1, bad[i], 0.1, &value, &finance_error));
      g_assert_error (finance_error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_nonnull (strstr (finance_error->message, "finance_rate"));
      g_assert_false (mz_mirr (flows, 1, 0.1, bad[i], &value, &reinvest_error));
      g_assert_error (reinvest_error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_nonnull (strstr (reinvest_error->message, "reinvest_rate"));
      g_assert_cmpfloat (value, ==, -7);
    }
}

static void
test_refused_flows (void)
{
  const gint64 beyond[] = {-LARGEST - 1, 2};
  const int horizons[] = {-1, 0, 31};
  const gint64 flows[MZ_YEARS_MAX + 1] = {-1, 2};
  MzIrr irr = {.n_roots = 77};
  double value = -7;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (horizons); i++)
    {
      g_assert_false (mz_npv (flows, horizons[i], 0, &value, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_clear_error (&error);
      g_assert_false (mz_irr (flows, horizons[i], &irr, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_clear_error (&error);
      g_assert_false (mz_mirr (flows, horizons[i], 0, 0, &value, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_clear_error (&error);
    }
  g_assert_false (mz_npv (beyond, 1, 0, &value, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_false (mz_irr (beyond, 1, &irr, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_false (mz_mirr (beyond, 1, 0, 0, &value, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
  g_assert_cmpint (irr.n_roots, ==, 77);
  g_assert_cmpfloat (value, ==, -7);
}

/* What a double cannot hold is said, never returned. */
static void
test_overflow (void)
{
  gint64 flows[MZ_YEARS_MAX] = {-1000};
  double value = -7;
  g_autoptr (GError) error = NULL;

  flows[30] = 1000;
  g_assert_false (mz_npv (flows, 30, -1 + 1e-15, &value, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
  g_clear_error (&error);
  flows[30] = 0;
  g_assert_true (mz_npv (flows, 30, -1 + 1e-15, &value, NULL));
  g_assert_cmpfloat (value, ==, -1000);

  flows[1] = 1000;
  g_assert_false (mz_mirr (flows, 30, 0.1, 1e300, &value, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
  g_clear_error (&error);
  flows[0] = 1000;
  flows[1] = 0;
  flows[2] = -1000;
  g_assert_false (mz_mirr (flows, 30, 1e300, 0.1, &value, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
}

static void
test_status_nicks (void)
{
  g_assert_cmpstr (mz_irr_status_nick (MZ_IRR_UNDEFINED), ==, "undefined");
  g_assert_cmpstr (mz_irr_status_nick (MZ_IRR_NONE), ==, "none");
  g_assert_cmpstr (mz_irr_status_nick (MZ_IRR_ONE), ==, "one");
  g_assert_cmpstr (mz_irr_status_nick (MZ_IRR_MANY), ==, "many");
}

static void
add_case (const char *group, const char *name, gconstpointer data, GTestDataFunc function)
{
  g_autofree char *path = g_strconcat ("/method/", group, "/", name, NULL);

  g_test_add_data_func (path, data, function);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (npv_cases); i++)
    add_case ("npv", npv_cases[i].name, &npv_cases[i], test_npv);
  for (gsize i = 0; i < G_N_ELEMENTS (irr_cases); i++)
    add_case ("irr", irr_cases[i].name, &irr_cases[i], test_irr);
  for (gsize i = 0; i < G_N_ELEMENTS (mirr_cases); i++)
    add_case ("mirr", mirr_cases[i].name, &mirr_cases[i], test_mirr);
  g_test_add_func ("/method/npv/not-the-spreadsheet-one", test_npv_is_not_the_spreadsheet_one);
  g_test_add_func ("/method/irr/thirty-years", test_irr_thirty_years);
  g_test_add_func ("/method/irr/twelve-rates", test_irr_twelve_rates);
  g_test_add_func ("/method/irr/crowded-rates", test_irr_crowded_rates);
  g_test_add_func ("/method/irr/high-multiplicity", test_irr_high_multiplicity);
  g_test_add_func ("/method/irr/known-rates", test_irr_known_rates);
  g_test_add_func ("/method/irr/any-flows", test_irr_any_flows);
  g_test_add_func ("/method/irr/scale-and-sign", test_irr_scale_and_sign);
  g_test_add_func ("/method/irr/status-nicks", test_status_nicks);
  g_test_add_func ("/method/mirr/undefined", test_mirr_undefined);
  g_test_add_func ("/method/rates/refused-rates", test_refused_rates);
  g_test_add_func ("/method/rates/refused-flows", test_refused_flows);
  g_test_add_func ("/method/rates/overflow", test_overflow);
  return g_test_run ();
}
