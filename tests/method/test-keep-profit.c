/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Sales needed to keep the present profit: values from python's fractions, and the smallest sales that keep it, found
 * without any division. */

#include "config.h"

#include <string.h>

#include "mezasu/error.h"
#include "mezasu/keep-profit.h"
#include "mezasu/money.h"

#define ABSENT G_MININT64

typedef struct
{
  gint64 sales, profit, extra, margin, new_margin;
  gint64 by_margin, by_margin_tenths;
  const char *by_margin_text;
  gint64 by_profit, by_profit_tenths;
  const char *by_profit_text;
} Case;

/* First row: worked example of the method. All expected values: python fractions.Fraction. */
static const Case CASES[] = {
    {10000000000, 500000000, 10000000, 300000, ABSENT, 10033333334, 3, "0.3", 10200000000, 20,
     "2.0"},
    {MZ_MONEY_ENTRY_MAX, MZ_MONEY_ENTRY_MAX, MZ_MONEY_ENTRY_MAX, 1000000, ABSENT,
     2 * MZ_MONEY_ENTRY_MAX, 1000, "100.0", 2 * MZ_MONEY_ENTRY_MAX, 1000, "100.0"},
    {MZ_MONEY_ENTRY_MAX, 7, 3, 333333, ABSENT, G_GINT64_CONSTANT (1000000000000010), 0, "0.0",
     G_GINT64_CONSTANT (1428571428571429), 429, "42.9"},
    {G_GINT64_CONSTANT (999999999999999), G_GINT64_CONSTANT (999999999999997),
     G_GINT64_CONSTANT (-123456789012345), 123457, 654321, 322452825, -1000, "-100.0",
     G_GINT64_CONSTANT (876543210987654), -123, "-12.3"},
    {3, 7, -1, 999999, ABSENT, 2, -333, "-33.3", 3, -143, "-14.3"},
    {1000, 3, 1, 500000, 400000, 1253, 253, "25.3", 1334, 333, "33.3"},
    {20000, 400, 1, 50000, ABSENT, 20020, 1, "0.1", 20050, 3, "0.3"},
    {G_GINT64_CONSTANT (1000000000000), 1000000000, -1000000000, 250000, 250000,
     G_GINT64_CONSTANT (996000000000), -4, "-0.4", 0, -1000, "-100.0"},
    {1, 1, 1000000000, 1000000, ABSENT, 1000000001, G_GINT64_CONSTANT (1000000000000),
     "100000000000.0", 1000000001, G_GINT64_CONSTANT (1000000000000), "100000000000.0"},
    {2000, 1000, 1, 1000000, ABSENT, 2001, 1, "0.1", 2002, 1, "0.1"},
    {100, 40, -1, 1000000, ABSENT, 99, -10, "-1.0", 98, -25, "-2.5"},
};

static MzMaybe
maybe (gint64 value)
{
  return value == ABSENT ? MZ_NONE : MZ_SOME (value);
}

static MzKeepProfitInput
input_of (const Case *c)
{
  return (MzKeepProfitInput){maybe (c->sales), maybe (c->profit), maybe (c->extra),
                             maybe (c->margin), maybe (c->new_margin)};
}

static void
assert_answer (const MzKeepProfitAnswer *answer, gint64 sales, gint64 needed, gint64 tenths,
               const char *text)
{
  g_autofree char *shown = mz_keep_profit_format_increase (answer->increase_tenths);

  g_assert_cmpint (answer->status, ==, MZ_KEEP_PROFIT_OK);
  g_assert_null (answer->reason);
  g_assert_cmpint (answer->needed_yen, ==, needed);
  g_assert_cmpint (answer->delta_yen, ==, needed - sales);
  g_assert_cmpint (answer->increase_tenths, ==, tenths);
  g_assert_cmpstr (shown, ==, text);
  /* A half of a tenth is the farthest that rounding may go. */
  g_assert_cmpfloat_with_epsilon (answer->increase * 1000, (double)tenths,
                                  0.5 + 1e-9 * (double)ABS (tenths) + 1e-9);
}

static void
test_values (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      MzKeepProfitInput input = input_of (&CASES[i]);
      g_auto (MzKeepProfit) result = {0};
      g_autoptr (GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true (mz_keep_profit (&input, &result, &error));
      g_assert_no_error (error);
      assert_answer (&result.contribution, CASES[i].sales, CASES[i].by_margin,
                     CASES[i].by_margin_tenths, CASES[i].by_margin_text);
      assert_answer (&result.profit, CASES[i].sales, CASES[i].by_profit, CASES[i].by_profit_tenths,
                     CASES[i].by_profit_text);
    }
}

static void
assert_refused (const MzKeepProfitAnswer *answer, MzError code, const char *word)
{
  g_assert_cmpint (answer->status, ==, MZ_KEEP_PROFIT_REFUSED);
  g_assert_error (answer->reason, MZ_ERROR, (int)code);
  g_assert_nonnull (strstr (answer->reason->message, word));
}

static void
test_refusals (void)
{
  static const struct
  {
    gint64 sales, profit, extra, margin, new_margin;
    int by_margin; /* error code, or -1 an answer, -2 not given */
    const char *margin_word;
    int by_profit;
    const char *profit_word;
  } cases[] = {
      {0, 5, 1, 300000, ABSENT, MZ_ERROR_UNDEFINED, "sales", MZ_ERROR_UNDEFINED, "sales"},
      {-1, 5, 1, 300000, ABSENT, MZ_ERROR_UNDEFINED, "sales", MZ_ERROR_UNDEFINED, "sales"},
      {100, 0, 1, 300000, ABSENT, -1, NULL, MZ_ERROR_UNDEFINED, "profit"},
      {100, -7, 1, 300000, ABSENT, -1, NULL, MZ_ERROR_UNDEFINED, "profit"},
      {100, 5, 1, 0, ABSENT, MZ_ERROR_INVALID_INPUT, "contribution_ppm", -1, NULL},
      {100, 5, 1, -5, ABSENT, MZ_ERROR_INVALID_INPUT, "contribution_ppm", -1, NULL},
      {100, 5, 1, 1000001, ABSENT, MZ_ERROR_INVALID_INPUT, "contribution_ppm", -1, NULL},
      {100, 5, 1, 300000, 0, MZ_ERROR_INVALID_INPUT, "new_contribution_ppm", -1, NULL},
      {100, 5, 1, 300000, 1000001, MZ_ERROR_INVALID_INPUT, "new_contribution_ppm", -1, NULL},
      {100, 5, 1, ABSENT, ABSENT, -2, NULL, -1, NULL},
      {100, 5, 1, ABSENT, 300000, -2, NULL, -1, NULL},
      {100, ABSENT, 1, 300000, ABSENT, -1, NULL, -2, NULL},
      {MZ_MONEY_ENTRY_MAX, 1, MZ_MONEY_ENTRY_MAX, 1, ABSENT, MZ_ERROR_OVERFLOW, "needed",
       MZ_ERROR_OVERFLOW, "needed"},
      {MZ_MONEY_ENTRY_MAX, 1, -MZ_MONEY_ENTRY_MAX, 1, ABSENT, MZ_ERROR_OVERFLOW, "needed",
       MZ_ERROR_OVERFLOW, "needed"},
      /* Needed sales of -8.5·10^15 still count, the change of -9.5·10^15 does not. */
      {MZ_MONEY_ENTRY_MAX, 1, G_GINT64_CONSTANT (-950000000000000), 100000, ABSENT,
       MZ_ERROR_OVERFLOW, "change", MZ_ERROR_OVERFLOW, "needed"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MzKeepProfitInput input = {maybe (cases[i].sales), maybe (cases[i].profit),
                                 maybe (cases[i].extra), maybe (cases[i].margin),
                                 maybe (cases[i].new_margin)};
      g_auto (MzKeepProfit) result = {0};

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true (mz_keep_profit (&input, &result, NULL));
      if (cases[i].by_margin >= 0)
        assert_refused (&result.contribution, (MzError)cases[i].by_margin, cases[i].margin_word);
      else
        g_assert_cmpint (result.contribution.status, ==,
                         cases[i].by_margin == -1 ? MZ_KEEP_PROFIT_OK : MZ_KEEP_PROFIT_NOT_GIVEN);
      if (cases[i].by_profit >= 0)
        assert_refused (&result.profit, (MzError)cases[i].by_profit, cases[i].profit_word);
      else
        g_assert_cmpint (result.profit.status, ==,
                         cases[i].by_profit == -1 ? MZ_KEEP_PROFIT_OK : MZ_KEEP_PROFIT_NOT_GIVEN);
    }
}

static void
test_input (void)
{
  static const struct
  {
    int member;
    gint64 value;
    const char *field;
  } cases[] = {
      {0, ABSENT, "sales_yen"},
      {0, MZ_MONEY_ENTRY_MAX + 1, "sales_yen"},
      {1, -MZ_MONEY_ENTRY_MAX - 1, "profit_yen"},
      {2, ABSENT, "extra_running_yen"},
      {2, G_MAXINT64, "extra_running_yen"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MzKeepProfitInput input = input_of (&CASES[0]);
      g_auto (MzKeepProfit) result = {0};
      g_autoptr (GError) error = NULL;
      MzMaybe *members[] = {&input.sales_yen, &input.profit_yen, &input.extra_running_yen};

      *members[cases[i].member] = maybe (cases[i].value);
      g_assert_false (mz_keep_profit (&input, &result, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_nonnull (strstr (error->message, cases[i].field));
    }
}

/* Second method: the contribution of the needed sales covers the present one and the new cost, one yen less does not;
 * by the profit method the profit rate P/S does. All in products, without a division. */
static void
test_smallest_sales (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (76);

  for (int i = 0; i < 3000; i++)
    {
      gint64 sales = g_rand_int_range (rand, 1, 1000000000);
      gint64 profit = g_rand_int_range (rand, 1, 10000000);
      gint64 extra = g_rand_int_range (rand, -100000, 1000000);
      gint64 m = g_rand_int_range (rand, 1, 1000001), m2 = g_rand_int_range (rand, 1, 1000001);
      MzKeepProfitInput input = {MZ_SOME (sales), MZ_SOME (profit), MZ_SOME (extra), MZ_SOME (m),
                                 MZ_SOME (m2)};
      g_auto (MzKeepProfit) result = {0};
      MzInt128 goal = (MzInt128)sales * m + (MzInt128)extra * MZ_PPM, needed;

      g_assert_true (mz_keep_profit (&input, &result, NULL));
      needed = result.contribution.needed_yen;
      g_assert_true (needed * m2 >= goal && (needed - 1) * m2 < goal);
      needed = result.profit.needed_yen;
      goal = (MzInt128)sales * (profit + extra);
      g_assert_true (needed * profit >= goal && (needed - 1) * profit < goal);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keep-profit/values", test_values);
  g_test_add_func ("/keep-profit/refusals", test_refusals);
  g_test_add_func ("/keep-profit/input", test_input);
  g_test_add_func ("/keep-profit/smallest-sales", test_smallest_sales);
  return g_test_run ();
}
