/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What fields may hold, how it is written and how people may type it. */

#include "config.h"

#include <locale.h>

#include "mezasu/record.h"

static const MzField *
field_of (const char *kind_name, const char *name)
{
  const MzKind *kind = mz_schema_kind (mz_schema_default (), kind_name);
  return mz_kind_field (kind, (guint)mz_kind_find (kind, name));
}

/* Typed text and the machine form that it means; NULL: refused. */
static const struct
{
  const char *kind, *field, *typed, *machine;
} typed[] = {
    {"organisation", "staff", "300", "300"},
    {"organisation", "staff", "１，２００", "1200"},
    {"organisation", "staff", "", ""},
    {"organisation", "staff", "-1", NULL},
    {"organisation", "staff", "10000001", NULL},
    {"organisation", "staff", "3.5", NULL},
    {"organisation", "staff", "0x10", NULL},
    {"organisation", "staff", "99999999999999999999", NULL},
    {"organisation", "fiscal_month", "", NULL},
    {"organisation", "fiscal_month", "13", NULL},
    {"organisation", "discount_rate", "5", "50000"},
    {"organisation", "discount_rate", "２．５％", "25000"},
    {"organisation", "discount_rate", "101", NULL},
    {"organisation", "report_date", "2026-11-21", "2026-11-21"},
    {"organisation", "report_date", "2026/4/1", "2026-04-01"},
    {"organisation", "report_date", "２０２６年４月１日", "2026-04-01"},
    {"organisation", "report_date", "2026-02-29", NULL},
    {"organisation", "report_date", "2024-02-29", "2024-02-29"},
    {"organisation", "report_date", "0000-01-01", NULL},
    {"organisation", "report_date", "tomorrow", NULL},
    {"organisation", "sector", "Logistics", "logistics"},
    {"organisation", "sector", "logistics", "logistics"},
    {"organisation", "sector", "farming", NULL},
    {"organisation", "name", "<b>&</b>", "<b>&</b>"},
    {"organisation", "name", "two\nlines", NULL},
    {"organisation", "name", "\xff", NULL},
    {"organisation", "business", "two\nlines", "two\nlines"},
    {"organisation", "cautious", "true", "true"},
    {"organisation", "cautious", "perhaps", NULL},
    {"damage", "low", "1億2,000万", "120000000"},
    {"damage", "low", "▲500万", NULL},
    {"damage", "low", "1e6", NULL},
    {"pl_line", "amount", "▲500万", "-5000000"},
    {"pl_line", "amount", "１２０００千円", "12000000"},
    {"risk", "likelihood", "5", "5"},
    {"risk", "likelihood", "0", NULL},
    {"risk", "likelihood", "11", NULL},
    {"risk", "frequency", "0.1", "0.1"},
    {"risk", "frequency", "1/50", "0.02"},
    {"risk", "frequency", "50年に1回", "0.02"},
    {"risk", "frequency", "once in 4 years", "0.25"},
    {"risk", "frequency", "年2回", "2"},
    {"risk", "frequency", "10年に一度", "0.1"},
    {"risk", "frequency", "every 5 years", "0.2"},
    {"risk", "frequency", "twice a year", "2"},
    {"risk", "frequency", "once a year", "1"},
    {"risk", "frequency", "3 times a year", "3"},
    {"risk", "frequency", "1/0", NULL},
    {"risk", "frequency", "nan", NULL},
    {"risk", "frequency", "inf", NULL},
    {"risk", "frequency", "1e400", NULL},
    {"risk", "frequency", "-1", NULL},
    {"kpi", "target", "1/50", NULL},
    {"kpi", "target", "-0", "0"},
    {"kpi", "target", "60", "60"},
    {"kpi", "target", "-1200000", "-1200000"},
    {"context", "targets", "threat|purpose", "purpose|threat"},
    {"context", "targets", "threat|nonsense", NULL},
    {"step", "option", "not-an-id", NULL},
    {"step", "option", "6d1f0a52-3c8e-4b57-9a24-e1705dc60b93",
     "6d1f0a52-3c8e-4b57-9a24-e1705dc60b93"},
    {"step", "option", "6D1F0A52-3C8E-4B57-9A24-E1705DC60B93", NULL},
};

static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const MzField *field = field_of (typed[i].kind, typed[i].field);
      g_autoptr (GError) error = NULL;
      g_autofree char *machine = NULL;
      MzValue value, again;
      gboolean read = mz_value_parse (field, typed[i].typed, MZ_MONEY_UNIT_YEN, &value, &error);

      g_test_message ("%s = %s", typed[i].field, typed[i].typed);
      g_assert_cmpint (read, ==, typed[i].machine != NULL);
      if (!read)
        {
          g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
          continue;
        }
      machine = mz_value_to_machine (field, &value);
      g_assert_cmpstr (machine, ==, typed[i].machine);
      g_assert_true (mz_value_from_machine (field, machine, &again, NULL));
      g_assert_true (mz_value_equal (field, &value, &again));
      mz_value_clear (field, &value);
      mz_value_clear (field, &again);
    }
}

/* The calendar by the rule of Gregory XIII: every day of years at the edges, and the days beside those that exist. */
static void
test_days (void)
{
  static const int years[] = {0, 1, 4, 100, 400, 1899, 1900, 2000, 2023, 2024, 2100, 2400, 9999};
  static const int lengths[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0};
  static const char *const no_days[] = {
      "",           "2026",        "2026-4-1",    "2026/04/01",  "26-04-01",   "2026-04-01 ",
      " 2026-04-1", "2026-04-01T", "-026-04-01",  "+026-04-01",  "2026-+4-01", "2026-04--1",
      "2026-04-1x", "10000-01-01", "２０２６-04", "2026-04-00x", "1e00-01-01", "0x1f-01-01"};
  for (guint y = 0; y < G_N_ELEMENTS (years); y++)
    for (int month = 0; month <= 13; month++)
      for (int day = 0; day <= 32; day++)
        {
          int year = years[y];
          gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
          int last = lengths[month] + (month == 2 && leap ? 1 : 0);
          g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
          g_test_message ("%s", text);
          g_assert_cmpint (mz_date_check (text), ==, year >= 1 && day >= 1 && day <= last);
        }
  for (guint i = 0; i < G_N_ELEMENTS (no_days); i++)
    g_assert_false (mz_date_check (no_days[i]));
}

static void
test_real_round_trip (void)
{
  const MzField *field = field_of ("kpi", "target");
  const double numbers[] = {0.1, 1.0 / 3, 1e-300, 1e300, -2.5, 123456789.123456789, 5e-324};
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      MzValue value = {TRUE, {.real = numbers[i]}}, read;
      g_autofree char *text = mz_value_to_machine (field, &value);
      g_assert_true (mz_value_from_machine (field, text, &read, NULL));
      g_assert_true (read.real == numbers[i]);
    }
}

static void
test_long_text (void)
{
  const MzField *line = field_of ("risk", "title"), *text = field_of ("risk", "scenario");
  g_autofree char *just = g_strnfill (MZ_TEXT_MAX, 'x');
  g_autofree char *over = g_strnfill (MZ_TEXT_MAX + 1, 'x');
  g_autofree char *far_over = g_strnfill (MZ_LONG_TEXT_MAX + 1, 'x');
  MzValue value = {TRUE, {.text = just}};

  g_assert_true (mz_value_check (line, &value, NULL));
  value.text = over;
  g_assert_false (mz_value_check (line, &value, NULL));
  g_assert_true (mz_value_check (text, &value, NULL));
  value.text = far_over;
  g_assert_false (mz_value_check (text, &value, NULL));
}

/* Known answers of UUID version 5 are made with Python: uuid.uuid5 (uuid.UUID ("6d1f0a52-…"), "risk-1"). */
static void
test_ids (void)
{
  g_autofree char *fresh = mz_id_new ();
  g_autofree char *derived = mz_id_derive ("risk-1");
  g_assert_true (mz_id_check (fresh));
  g_assert_cmpstr (derived, ==, "5fad9faf-6fff-538e-bbd8-7f3387f0e2f2");
  g_assert_false (mz_id_check (NULL));
  g_assert_false (mz_id_check ("risk-1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_add_func ("/model/value/typed", test_typed);
  g_test_add_func ("/model/value/days", test_days);
  g_test_add_func ("/model/value/real-round-trip", test_real_round_trip);
  g_test_add_func ("/model/value/long-text", test_long_text);
  g_test_add_func ("/model/value/ids", test_ids);
  return g_test_run ();
}
