/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Straight-line depreciation. Expected schedules are divisions done by hand. */

#include "config.h"

#include "mezasu/depreciation.h"

#include "mezasu/error.h"
#include "mezasu/money.h"

typedef struct
{
  const char *name;
  gint64 cost;
  int life;
  int months;
  int n_years;
  gint64 amounts[7];
} ScheduleCase;

static const ScheduleCase schedule_cases[] = {
    {"software-five-years",
     10000000,
     MZ_LIFE_SOFTWARE,
     12,
     5,
     {2000000, 2000000, 2000000, 2000000, 2000000}},
    {"software-for-sale", 10000000, MZ_LIFE_SOFTWARE_FOR_SALE, 12, 3, {3333333, 3333333, 3333334}},
    {"six-months", 1000000, 5, 6, 6, {100000, 200000, 200000, 200000, 200000, 100000}},
    /* 1,000,000/5·1/12 = 16,666.67 */
    {"one-month", 1000000, 5, 1, 6, {16666, 200000, 200000, 200000, 200000, 183334}},
    {"eleven-months", 1000000, 5, 11, 6, {183333, 200000, 200000, 200000, 200000, 16667}},
    /* the quotient is not rounded before the months are taken: 11/2·11/12 = 5.04, while 5·11/12
     * = 4.58 */
    {"first-year-rounded-once", 11, 2, 11, 3, {5, 5, 1}},
    {"rest-in-the-last-year", 7, 5, 12, 5, {1, 1, 1, 1, 3}},
    {"cost-below-life", 4, 5, 12, 5, {0, 0, 0, 0, 4}},
    {"cost-below-life-in-part-of-a-year", 4, 5, 6, 6, {0, 0, 0, 0, 0, 4}},
    {"nothing", 0, 3, 12, 3, {0, 0, 0}},
    {"one-year", 100001, 1, 12, 1, {100001}},
    {"one-year-in-two", 100001, 1, 4, 2, {33333, 66668}},
    {"largest-cost",
     MZ_MONEY_ENTRY_MAX,
     3,
     11,
     4,
     {305555555555555, 333333333333333, 333333333333333, 27777777777779}},
};

static void
test_schedule (gconstpointer data)
{
  const ScheduleCase *c = data;
  g_autoptr (GError) error = NULL;
  MzDepreciation schedule;
  gint64 left = c->cost;

  g_assert_true (mz_depreciation_schedule (c->cost, c->life, c->months, &schedule, &error));
  g_assert_no_error (error);
  g_assert_cmpint (schedule.n_years, ==, c->n_years);
  for (int year = 0; year < c->n_years; year++)
    {
      g_assert_cmpint (schedule.amounts[year], ==, c->amounts[year]);
      g_assert_cmpint (mz_depreciation_book_value (&schedule, year), ==, left);
      left -= c->amounts[year];
    }
  g_assert_cmpint (left, ==, 0);
  g_assert_cmpint (mz_depreciation_book_value (&schedule, c->n_years), ==, 0);
  g_assert_cmpint (mz_depreciation_book_value (&schedule, 1000), ==, 0);
  g_assert_cmpint (mz_depreciation_book_value (&schedule, -1), ==, c->cost);
}

/* Whatever the cost, life and months: the years add up to the cost, none is negative, and none
 * but the last, which takes the rest of up to a yen a year, exceeds the first full year. */
static void
test_any_schedule (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);

  for (int round = 0; round < 5000; round++)
    {
      gint64 cost = (gint64)g_rand_double_range (rand, 0, round % 2 == 0 ? 1e15 : 5000);
      int life = g_rand_int_range (rand, 1, MZ_LIFE_MAX + 1);
      int months = g_rand_int_range (rand, 1, 13);
      MzDepreciation schedule;
      gint64 sum = 0;

      g_assert_true (mz_depreciation_schedule (cost, life, months, &schedule, NULL));
      g_assert_cmpint (schedule.n_years, ==, months < 12 ? life + 1 : life);
      for (int year = 0; year < schedule.n_years; year++)
        {
          g_assert_cmpint (schedule.amounts[year], >=, 0);
          g_assert_cmpint (schedule.amounts[year], <=,
                           cost / life + (year == schedule.n_years - 1 ? life : 0));
          sum += schedule.amounts[year];
        }
      g_assert_cmpint (sum, ==, cost);
    }
}

typedef struct
{
  const char *name;
  gint64 cost;
  int life;
  int months;
  const char *names;
} RefusedCase;

static const RefusedCase refused_cases[] = {
    {"cost-negative", -1, 5, 12, "cost_yen"},
    {"cost-too-large", MZ_MONEY_ENTRY_MAX + 1, 5, 12, "cost_yen"},
    {"life-zero", 100, 0, 12, "life_years"},
    {"life-negative", 100, -5, 12, "life_years"},
    {"life-too-long", 100, MZ_LIFE_MAX + 1, 12, "life_years"},
    {"months-zero", 100, 5, 0, "first_year_months"},
    {"months-thirteen", 100, 5, 13, "first_year_months"},
    {"months-negative", 100, 5, -1, "first_year_months"},
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *c = data;
  g_autoptr (GError) error = NULL;
  MzDepreciation schedule = {.n_years = 77};

  g_assert_false (mz_depreciation_schedule (c->cost, c->life, c->months, &schedule, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_assert_nonnull (strstr (error->message, c->names));
  g_assert_cmpint (schedule.n_years, ==, 77);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (schedule_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/method/depreciation/", schedule_cases[i].name, NULL);

      g_test_add_data_func (path, &schedule_cases[i], test_schedule);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/method/depreciation/refused/", refused_cases[i].name, NULL);

      g_test_add_data_func (path, &refused_cases[i], test_refused);
    }
  g_test_add_func ("/method/depreciation/any-schedule", test_any_schedule);
  return g_test_run ();
}
