/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Simple and discounted payback. Expected years come from hand or, where they are long, from the
 * same definition in exact fractions (Python: d = [Fraction(c)/(1+r)**t ...], C = running sums,
 * t - C[t]/d[t+1]). */

#include "config.h"

#include "mezasu/payback.h"

#include "mezasu/cash-flow.h"
#include "mezasu/error.h"
#include "mezasu/money.h"

#include <math.h>

#define NONE (-1.0)

typedef struct
{
  const char *name;
  int horizon;
  gint64 flows[8];
  double rate; /* 0: simple and discounted must agree */
  MzPaybackStatus status;
  double final;
  double first;
  int shown_year;
} PaybackCase;

static const PaybackCase cases[] = {
    {"nothing", 2, {0, 0, 0}, 0, MZ_PAYBACK_IMMEDIATE, 0, 0, 0},
    {"income-only", 2, {1, 0, 5}, 0, MZ_PAYBACK_IMMEDIATE, 0, 0, 0},
    {"never-below-zero", 2, {10, -10, 1}, 0, MZ_PAYBACK_IMMEDIATE, 0, 0, 0},
    {"cost-only", 2, {-1, 0, -5}, 0, MZ_PAYBACK_NEVER, NONE, NONE, 0},
    {"not-within-the-horizon", 3, {-100, 30, 30, 39}, 0, MZ_PAYBACK_NEVER, NONE, NONE, 0},
    {"first-cost-in-the-last-year", 2, {0, 5, -6}, 0, MZ_PAYBACK_NEVER, NONE, NONE, 0},
    {"exactly-at-a-year-end", 3, {-100, 40, 60, 5}, 0, MZ_PAYBACK_RECOVERED, 2, 2, 2},
    {"exactly-at-the-horizon", 2, {-100, 40, 60}, 0, MZ_PAYBACK_RECOVERED, 2, 2, 2},
    {"within-the-first-year", 1, {-100, 400}, 0, MZ_PAYBACK_RECOVERED, 0.25, 0.25, 1},
    {"within-a-year",
     3,
     {-10000, 3000, 4200, 6800},
     0,
     MZ_PAYBACK_RECOVERED,
     2 + 2800.0 / 6800,
     2 + 2800.0 / 6800,
     3},
    {"a-year-without-flow", 3, {-100, 50, 0, 100}, 0, MZ_PAYBACK_RECOVERED, 2.5, 2.5, 3},
    {"late-start", 4, {0, 0, -100, 50, 100}, 0, MZ_PAYBACK_RECOVERED, 3.5, 3.5, 4},
    {"cost-after-income", 3, {50, -80, 60, 0}, 0, MZ_PAYBACK_RECOVERED, 1.5, 1.5, 2},
    {"five-years",
     5,
     {-70000, 12000, 15000, 18000, 21000, 26000},
     0,
     MZ_PAYBACK_RECOVERED,
     4 + 4000.0 / 26000,
     4 + 4000.0 / 26000,
     5},
    {"lost-again", 2, {-1000, 1200, -500}, 0, MZ_PAYBACK_LOST_AGAIN, NONE, 1000.0 / 1200, 0},
    {"lost-again-after-touching-zero", 2, {-1000, 1000, -1}, 0, MZ_PAYBACK_LOST_AGAIN, NONE, 1, 0},
    {"recovered-twice",
     3,
     {-1000, 1200, -500, 400},
     0,
     MZ_PAYBACK_RECOVERED_NON_MONOTONE,
     2.75,
     1000.0 / 1200,
     3},
    {"recovered-thrice",
     6,
     {-10, 15, -10, 10, -6, 2, 3},
     0,
     MZ_PAYBACK_RECOVERED_NON_MONOTONE,
     4.5,
     10.0 / 15,
     5},
    {"touches-zero-and-holds", 3, {-100, 100, 0, 0}, 0, MZ_PAYBACK_RECOVERED, 1, 1, 1},
    {"dips-without-recovery-between",
     5,
     {-1000, 600, -300, 900, -700, 600},
     0,
     MZ_PAYBACK_RECOVERED_NON_MONOTONE,
     4.0 + 500.0 / 600,
     2.0 + 700.0 / 900,
     5},
    {"one-yen", 1, {-1, 1}, 0, MZ_PAYBACK_RECOVERED, 1, 1, 1},
    {"largest-amounts", 1, {-MZ_MONEY_SUM_MAX, MZ_MONEY_SUM_MAX}, 0, MZ_PAYBACK_RECOVERED, 1, 1, 1},
    {"one-yen-short",
     1,
     {-MZ_MONEY_SUM_MAX, MZ_MONEY_SUM_MAX - 1},
     0,
     MZ_PAYBACK_NEVER,
     NONE,
     NONE,
     0},

    {"discounted",
     3,
     {-10000, 3000, 4200, 6800},
     0.1,
     MZ_PAYBACK_RECOVERED,
     2.74411764705882355,
     2.74411764705882355,
     3},
    {"discounted-five-years",
     5,
     {-70000, 12000, 15000, 18000, 21000, 26000},
     0.05,
     MZ_PAYBACK_RECOVERED,
     4.59593305288461540,
     4.59593305288461540,
     5},
    {"discounted-never",
     5,
     {-70000, 12000, 15000, 18000, 21000, 26000},
     0.1,
     MZ_PAYBACK_NEVER,
     NONE,
     NONE,
     0},
    {"discounted-recovered-twice",
     3,
     {-1000, 1200, -500, 400},
     0.05,
     MZ_PAYBACK_RECOVERED_NON_MONOTONE,
     2.89906249999999988,
     0.875,
     3},
    {"discounted-lost-again",
     2,
     {-1000, 1200, -500},
     0.1,
     MZ_PAYBACK_LOST_AGAIN,
     NONE,
     0.916666666666666666,
     0},
    {"discounted-no-longer-recovered",
     3,
     {-1000, 1200, -500, 400},
     0.3,
     MZ_PAYBACK_NEVER,
     NONE,
     NONE,
     0},
    {"negative-rate",
     3,
     {-10000, 3000, 4200, 6800},
     -0.5,
     MZ_PAYBACK_RECOVERED,
     1.23809523809523814,
     1.23809523809523814,
     2},
    /* 121/1.1^2 = 100: the sum at year 2 is 0 but for rounding, and counts as 0 */
    {"discounted-exactly-even", 2, {-100, 0, 121}, 0.1, MZ_PAYBACK_RECOVERED, 2, 2, 2},
    {"discounted-exactly-even-then-idle",
     4,
     {-1000000, 0, 0, 1331000, 0},
     0.1,
     MZ_PAYBACK_RECOVERED,
     3,
     3,
     3},
    {"discounted-even-each-year", 3, {-300, 110, 121, 133}, 0.1, MZ_PAYBACK_NEVER, NONE, NONE, 0},
    {"discounted-immediate", 2, {100, -110, 0}, 0.1, MZ_PAYBACK_IMMEDIATE, 0, 0, 0},
};

static void
assert_payback (const PaybackCase *c, const MzPayback *payback)
{
  g_assert_cmpint (payback->status, ==, c->status);
  g_assert_cmpint (payback->has_final, ==, c->final != NONE);
  g_assert_cmpint (payback->has_first, ==, c->first != NONE);
  g_assert_cmpfloat_with_epsilon (payback->final, c->final != NONE ? c->final : 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (payback->first, c->first != NONE ? c->first : 0, 1e-12);
  g_assert_cmpint (payback->shown_year, ==, c->shown_year);
}

static void
test_case (gconstpointer data)
{
  const PaybackCase *c = data;
  g_autoptr (GError) error = NULL;
  MzPayback payback;

  g_assert_true (mz_payback_discounted (c->flows, c->horizon, c->rate, &payback, &error));
  g_assert_no_error (error);
  /* One yen in 9·10^15 is below what a discounted sum can tell from 0: there, and only there,
   * the two differ. */
  if (!g_str_equal (c->name, "one-yen-short"))
    assert_payback (c, &payback);
  else
    g_assert_cmpint (payback.status, ==, MZ_PAYBACK_RECOVERED);

  if (c->rate == 0)
    {
      g_assert_true (mz_payback_simple (c->flows, c->horizon, &payback, &error));
      g_assert_no_error (error);
      assert_payback (c, &payback);
    }
}

/* The definition word for word, in integers: a recovery is a year end at or above 0 after one
 * below. */
static MzPaybackStatus
status_by_definition (const gint64 *flows, int horizon, int *final_year, int *first_year)
{
  gint64 sum = 0;
  gboolean below = FALSE;
  gboolean ever_below = FALSE;
  int recoveries = 0;

  *final_year = *first_year = 0;
  for (int t = 0; t <= horizon; t++)
    {
      sum += flows[t];
      if (below && sum >= 0)
        {
          recoveries++;
          *final_year = t;
          *first_year = *first_year == 0 ? t : *first_year;
        }
      below = sum < 0;
      ever_below |= below;
    }
  if (!ever_below)
    return MZ_PAYBACK_IMMEDIATE;
  if (below)
    return recoveries > 0 ? MZ_PAYBACK_LOST_AGAIN : MZ_PAYBACK_NEVER;
  return recoveries > 1 ? MZ_PAYBACK_RECOVERED_NON_MONOTONE : MZ_PAYBACK_RECOVERED;
}

static void
test_definition (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260401);
  int seen[5] = {0};

  for (int round = 0; round < 5000; round++)
    {
      gint64 flows[MZ_YEARS_MAX];
      int horizon = g_rand_int_range (rand, 1, round % 2 == 0 ? 6 : MZ_YEARS_MAX);
      int final_year;
      int first_year;
      MzPaybackStatus status;
      MzPayback payback;

      for (int t = 0; t <= horizon; t++)
        flows[t] = g_rand_int_range (rand, -5, 6);
      status = status_by_definition (flows, horizon, &final_year, &first_year);
      g_assert_true (mz_payback_simple (flows, horizon, &payback, NULL));
      g_assert_cmpint (payback.status, ==, status);
      seen[status]++;
      if (payback.has_final && status != MZ_PAYBACK_IMMEDIATE)
        {
          g_assert_cmpint (payback.shown_year, ==, final_year);
          g_assert_cmpfloat (payback.final, >, final_year - 1);
          g_assert_cmpfloat (payback.final, <=, final_year);
        }
      if (payback.has_first && status != MZ_PAYBACK_IMMEDIATE)
        {
          g_assert_cmpfloat (payback.first, >, first_year - 1);
          g_assert_cmpfloat (payback.first, <=, first_year);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_cmpint (seen[i], >, 50);
}

/* Without a rate there is nothing to discount, and a higher rate never recovers a plan sooner. */
static void
test_rates (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 500; round++)
    {
      gint64 flows[11] = {-g_rand_int_range (rand, 1000, 9000)};
      MzPayback last = {0};
      MzPayback simple;

      for (int t = 1; t <= 10; t++)
        flows[t] = g_rand_int_range (rand, 0, 2000);
      g_assert_true (mz_payback_simple (flows, 10, &simple, NULL));
      for (int step = 0; step <= 10; step++)
        {
          MzPayback payback;

          g_assert_true (mz_payback_discounted (flows, 10, step * 0.03, &payback, NULL));
          if (step == 0)
            g_assert_cmpfloat_with_epsilon (payback.final, simple.final, 1e-12);
          else if (payback.has_final)
            {
              g_assert_true (last.has_final);
              g_assert_cmpfloat (payback.final, >=, last.final - 1e-12);
            }
          last = payback;
        }
    }
}

static void
test_refused (void)
{
  const gint64 flows[] = {-1, 2};
  const gint64 beyond[] = {-MZ_MONEY_SUM_MAX - 1, 2};
  const gint64 sum_beyond[] = {-MZ_MONEY_SUM_MAX, -1};
  const double bad_rates[] = {-1, -1.5, NAN, INFINITY, -INFINITY};
  MzPayback payback = {.shown_year = 77};
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad_rates); i++)
    {
      g_assert_false (mz_payback_discounted (flows, 1, bad_rates[i], &payback, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_nonnull (strstr (error->message, "rate"));
      g_clear_error (&error);
    }
  g_assert_false (mz_payback_simple (flows, 0, &payback, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_false (mz_payback_discounted (flows, 31, 0.1, &payback, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_false (mz_payback_simple (beyond, 1, &payback, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_false (mz_payback_simple (sum_beyond, 1, &payback, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
  g_assert_cmpint (payback.shown_year, ==, 77);
}

/* Close to -100 % a discounted flow leaves the doubles; very high rates only make it 0. At -50 %
 * the last flow is worth 10^12: it recovers the cost 10^-9 of a year after the 29th ends, which
 * still counts as year 29. */
static void
test_extreme_rates (void)
{
  gint64 flows[MZ_YEARS_MAX] = {-1000};
  MzPayback payback;
  g_autoptr (GError) error = NULL;

  flows[30] = 1000;
  g_assert_false (mz_payback_discounted (flows, 30, -1 + 1e-15, &payback, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_OVERFLOW);
  g_assert_true (mz_payback_discounted (flows, 30, 1e300, &payback, NULL));
  g_assert_cmpint (payback.status, ==, MZ_PAYBACK_NEVER);
  g_assert_true (mz_payback_discounted (flows, 30, -0.5, &payback, NULL));
  g_assert_cmpint (payback.status, ==, MZ_PAYBACK_RECOVERED);
  g_assert_cmpint (payback.shown_year, ==, 29);
}

static void
test_status_nicks (void)
{
  g_assert_cmpstr (mz_payback_status_nick (MZ_PAYBACK_IMMEDIATE), ==, "immediate");
  g_assert_cmpstr (mz_payback_status_nick (MZ_PAYBACK_NEVER), ==, "never");
  g_assert_cmpstr (mz_payback_status_nick (MZ_PAYBACK_LOST_AGAIN), ==, "lost_again");
  g_assert_cmpstr (mz_payback_status_nick (MZ_PAYBACK_RECOVERED), ==, "recovered");
  g_assert_cmpstr (mz_payback_status_nick (MZ_PAYBACK_RECOVERED_NON_MONOTONE), ==,
                   "recovered_non_monotone");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/method/payback/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/method/payback/definition", test_definition);
  g_test_add_func ("/method/payback/rates", test_rates);
  g_test_add_func ("/method/payback/refused", test_refused);
  g_test_add_func ("/method/payback/extreme-rates", test_extreme_rates);
  g_test_add_func ("/method/payback/status-nicks", test_status_nicks);
  return g_test_run ();
}
