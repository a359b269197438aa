/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Money and ratios: the Japanese ways of writing amounts, rounding at its edges, and chains of factors against a second
 * method (128-bit integers here, python's fractions where a comment says so). */

#include "config.h"

#include <math.h>
#include <string.h>

#include "mezasu/error.h"
#include "mezasu/money.h"
#include "mezasu/ratio.h"

#define OKU G_GINT64_CONSTANT (100000000)
#define CHO G_GINT64_CONSTANT (1000000000000)

typedef struct
{
  const char *text;
  MzMoneyUnit unit;
  gint64 yen;
} ParseCase;

static const ParseCase READABLE[] = {
    {"0", MZ_MONEY_UNIT_YEN, 0},
    {"-0", MZ_MONEY_UNIT_YEN, 0},
    {"1234", MZ_MONEY_UNIT_YEN, 1234},
    {"007", MZ_MONEY_UNIT_YEN, 7},
    {"1,234", MZ_MONEY_UNIT_YEN, 1234},
    {"12,345,678", MZ_MONEY_UNIT_YEN, 12345678},
    {"１２３", MZ_MONEY_UNIT_YEN, 123},
    {"１，２３４", MZ_MONEY_UNIT_YEN, 1234},
    {"　５００　", MZ_MONEY_UNIT_YEN, 500},
    {" 500\n", MZ_MONEY_UNIT_YEN, 500},
    {"¥1,234", MZ_MONEY_UNIT_YEN, 1234},
    {"￥1,234", MZ_MONEY_UNIT_YEN, 1234},
    {"1,234円", MZ_MONEY_UNIT_YEN, 1234},
    {"+5", MZ_MONEY_UNIT_YEN, 5},
    {"-5", MZ_MONEY_UNIT_YEN, -5},
    {"−5", MZ_MONEY_UNIT_YEN, -5},
    {"－５", MZ_MONEY_UNIT_YEN, -5},
    {"▲5", MZ_MONEY_UNIT_YEN, -5},
    {"△5", MZ_MONEY_UNIT_YEN, -5},
    {"(1,000)", MZ_MONEY_UNIT_YEN, -1000},
    {"（１，０００）", MZ_MONEY_UNIT_YEN, -1000},
    {"(1,000円)", MZ_MONEY_UNIT_YEN, -1000},
    {"(1,000)円", MZ_MONEY_UNIT_YEN, -1000},
    {"(¥1,000)", MZ_MONEY_UNIT_YEN, -1000},
    {"¥-5", MZ_MONEY_UNIT_YEN, -5},
    {"-¥5", MZ_MONEY_UNIT_YEN, -5},
    {"△1億円", MZ_MONEY_UNIT_YEN, -OKU},
    {"1億2千万円", MZ_MONEY_UNIT_YEN, 120000000},
    {"1億2,345万円", MZ_MONEY_UNIT_YEN, 123450000},
    {"1億2345万6789円", MZ_MONEY_UNIT_YEN, 123456789},
    {"1兆2億3万4", MZ_MONEY_UNIT_YEN, CHO + 2 * OKU + 30004},
    {"3百万", MZ_MONEY_UNIT_YEN, 3000000},
    {"5十万", MZ_MONEY_UNIT_YEN, 500000},
    {"5千", MZ_MONEY_UNIT_YEN, 5000},
    {"5千円", MZ_MONEY_UNIT_YEN, 5000},
    {"1千万2百万3十万4万5千6", MZ_MONEY_UNIT_YEN, 12345006},
    {"0.5万", MZ_MONEY_UNIT_YEN, 5000},
    {"0.0001万", MZ_MONEY_UNIT_YEN, 1},
    {"1.50億", MZ_MONEY_UNIT_YEN, 150000000},
    {"1億2.5千万", MZ_MONEY_UNIT_YEN, 125000000},
    {"1.000000000000000000000000", MZ_MONEY_UNIT_YEN, 1},
    {"0.000000000001兆", MZ_MONEY_UNIT_YEN, 1},
    {"１．５億", MZ_MONEY_UNIT_YEN, 150000000},
    {"1,234.5万", MZ_MONEY_UNIT_YEN, 12345000},
    {"1億0万", MZ_MONEY_UNIT_YEN, OKU},
    {"1億9999万9999", MZ_MONEY_UNIT_YEN, 199999999},
    {"1000兆", MZ_MONEY_UNIT_YEN, MZ_MONEY_ENTRY_MAX},
    {"-1,000,000,000,000,000", MZ_MONEY_UNIT_YEN, -MZ_MONEY_ENTRY_MAX},
    {"00000000000000000000000000000000000000000000001", MZ_MONEY_UNIT_YEN, 1},
    {"120", MZ_MONEY_UNIT_MAN, 1200000},
    {"0.5", MZ_MONEY_UNIT_MAN, 5000},
    {"△3", MZ_MONEY_UNIT_MILLION, -3000000},
    {"1.2", MZ_MONEY_UNIT_OKU, 120000000},
    {"2", MZ_MONEY_UNIT_CHO, 2 * CHO},
    {"7", MZ_MONEY_UNIT_THOUSAND, 7000},
    /* A written unit, ¥ or 円 always beats the default unit. */
    {"3千", MZ_MONEY_UNIT_MAN, 3000},
    {"500円", MZ_MONEY_UNIT_MAN, 500},
    {"¥500", MZ_MONEY_UNIT_MAN, 500},
    {"1億5", MZ_MONEY_UNIT_MAN, OKU + 5},
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (READABLE); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 yen = -77;

      g_test_message ("%s", READABLE[i].text);
      g_assert_true (mz_money_parse (READABLE[i].text, READABLE[i].unit, &yen, &error));
      g_assert_no_error (error);
      g_assert_cmpint (yen, ==, READABLE[i].yen);
    }
}

static void
test_parse_refuses (void)
{
  static const char *const texts[] = {
      NULL,
      "",
      " ",
      "　",
      "円",
      "¥",
      "-",
      "()",
      "億",
      "千円",
      "abc",
      "1 2",
      "1e6",
      "1E6",
      "0x10",
      "--5",
      "+-5",
      "-(5)",
      "(-5)",
      "(5",
      "5)",
      "1億23456万",
      "1万1億",
      "1億1億",
      "1億1千万1千万",
      "1千5百万",
      "1.5億2千万",
      "0.00001万",
      "0.1",
      "1.",
      ".5万",
      "1..5億",
      "1.2.3万",
      "12,34",
      ",123",
      "1,2345",
      "1,23",
      "1234,567",
      "1,234,56",
      "1,",
      "1,,000",
      "1.234,567",
      "¥5円",
      "5円円",
      "¥¥5",
      "\\5",
      "5円5",
      "1千億",
      "一億",
      "5百",
      "1000兆1",
      "1000000000000001",
      "99999999999999999999999999999999999999999",
      "99999999999999999999999999999999999999999兆",
      "0.0000000000001兆",
      "nan",
      "inf",
      "\xff\xfe",
      "5%",
      "1万10000",
      "1億10千万",
      "999,999,999,999,999,999.999999999999兆",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 yen = -77;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_false (mz_money_parse (texts[i], MZ_MONEY_UNIT_YEN, &yen, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_cmpint (yen, ==, -77);
    }
}

typedef struct
{
  gint64 yen;
  MzMoneyUnit unit;
  guint decimals;
  const char *text;
} FormatCase;

static const FormatCase WRITTEN[] = {
    {0, MZ_MONEY_UNIT_YEN, 0, "0"},
    {999, MZ_MONEY_UNIT_YEN, 0, "999"},
    {1000, MZ_MONEY_UNIT_YEN, 0, "1,000"},
    {-1234567, MZ_MONEY_UNIT_YEN, 0, "-1,234,567"},
    {5, MZ_MONEY_UNIT_YEN, 2, "5.00"},
    {499, MZ_MONEY_UNIT_THOUSAND, 0, "0"},
    {500, MZ_MONEY_UNIT_THOUSAND, 0, "1"},
    {-499, MZ_MONEY_UNIT_THOUSAND, 0, "0"},
    {-500, MZ_MONEY_UNIT_THOUSAND, 0, "-1"},
    {1500, MZ_MONEY_UNIT_THOUSAND, 0, "2"},
    {2500, MZ_MONEY_UNIT_THOUSAND, 0, "3"},
    {12345678, MZ_MONEY_UNIT_MAN, 0, "1,235"},
    {12345678, MZ_MONEY_UNIT_MILLION, 3, "12.346"},
    {123450000, MZ_MONEY_UNIT_OKU, 1, "1.2"},
    {125000000, MZ_MONEY_UNIT_OKU, 1, "1.3"},
    {-4999999, MZ_MONEY_UNIT_OKU, 1, "0.0"},
    {-5000000, MZ_MONEY_UNIT_OKU, 1, "-0.1"},
    {1, MZ_MONEY_UNIT_CHO, 12, "0.000000000001"},
    {MZ_MONEY_SUM_MAX, MZ_MONEY_UNIT_YEN, 12, "9,000,000,000,000,000.000000000000"},
    {G_MININT64, MZ_MONEY_UNIT_YEN, 0, "-9,223,372,036,854,775,808"},
};

static void
test_format (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (WRITTEN); i++)
    {
      g_autofree char *text = mz_money_format_number (WRITTEN[i].yen, WRITTEN[i].unit,
                                                      WRITTEN[i].decimals, MZ_MINUS_HYPHEN);

      g_assert_cmpstr (text, ==, WRITTEN[i].text);
    }
}

static void
test_format_units (void)
{
  g_autofree char *triangle =
      mz_money_format_japanese (-12345678, MZ_MONEY_UNIT_MAN, 1, MZ_MINUS_TRIANGLE);
  g_autofree char *english =
      mz_money_format (1234500000, MZ_MONEY_UNIT_MILLION, 1, MZ_MINUS_HYPHEN);
  g_autofree char *cut = mz_money_format_number (1, MZ_MONEY_UNIT_YEN, 99, MZ_MINUS_HYPHEN);
  MzMoneyUnit unit;

  g_assert_cmpstr (triangle, ==, "△1,234.6万円");
  g_assert_cmpstr (english, ==, "1,234.5 million yen");
  g_assert_cmpstr (cut, ==, "1.000000000000");
  for (int i = 0; i < MZ_MONEY_N_UNITS; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (mz_money_unit_from_name (mz_money_unit_nick ((MzMoneyUnit)i), &unit, NULL));
      g_assert_cmpint (unit, ==, i);
      g_assert_true (
          mz_money_unit_from_name (mz_money_unit_japanese ((MzMoneyUnit)i), &unit, &error));
      g_assert_no_error (error);
      g_assert_cmpint (unit, ==, i);
    }
  g_assert_true (mz_money_unit_from_name ("億", &unit, NULL));
  g_assert_cmpint (unit, ==, MZ_MONEY_UNIT_OKU);
  g_assert_cmpint (mz_money_unit_decimals (unit), ==, 1);
  g_assert_false (mz_money_unit_from_name ("", &unit, NULL));
  g_assert_false (mz_money_unit_from_name ("dollar", &unit, NULL));
  g_assert_false (mz_money_unit_from_name (NULL, &unit, NULL));
}

static void
test_echo (void)
{
  static const struct
  {
    gint64 yen;
    const char *text;
  } cases[] = {
      {0, "0円"},          {120000000, "1億2,000万円"}, {123456789, "1億2,345万6,789円"},
      {CHO + 5, "1兆5円"}, {-5000, "△5,000円"},         {MZ_MONEY_ENTRY_MAX, "1,000兆円"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mz_money_echo (cases[i].yen, MZ_MINUS_TRIANGLE);
      gint64 yen = -1;

      g_assert_cmpstr (text, ==, cases[i].text);
      /* What is echoed reads back as the same amount. */
      g_assert_true (mz_money_parse (text, MZ_MONEY_UNIT_OKU, &yen, NULL));
      g_assert_cmpint (yen, ==, cases[i].yen);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);

  for (int i = 0; i < 2000; i++)
    {
      guint64 raw =
          ((guint64)g_rand_int (rand) << 32 | g_rand_int (rand)) >> g_rand_int_range (rand, 0, 63);
      gint64 yen = (gint64)(raw % (guint64)(2 * MZ_MONEY_ENTRY_MAX + 1)) - MZ_MONEY_ENTRY_MAX;
      MzMoneyUnit unit = (MzMoneyUnit)(i % MZ_MONEY_N_UNITS);
      g_autofree char *shown = mz_money_format_japanese (yen, unit, 12, MZ_MINUS_TRIANGLE);
      g_autofree char *echoed = mz_money_echo (yen, MZ_MINUS_HYPHEN);
      gint64 read = 0, heard = 0;

      g_assert_true (mz_money_parse (shown, MZ_MONEY_UNIT_YEN, &read, NULL));
      g_assert_true (mz_money_parse (echoed, MZ_MONEY_UNIT_YEN, &heard, NULL));
      g_assert_cmpint (read, ==, yen);
      g_assert_cmpint (heard, ==, yen);
    }
}

static void
assert_overflow (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, MZ_ERROR, MZ_ERROR_OVERFLOW);
  g_clear_error (error);
}

static void
test_sums (void)
{
  g_autoptr (GError) error = NULL;
  const gint64 there_and_back[] = {MZ_MONEY_SUM_MAX, MZ_MONEY_SUM_MAX, -MZ_MONEY_SUM_MAX, -1};
  gint64 yen = -77;

  g_assert_true (mz_money_add (MZ_MONEY_SUM_MAX - 1, 1, &yen, NULL));
  g_assert_cmpint (yen, ==, MZ_MONEY_SUM_MAX);
  assert_overflow (mz_money_add (MZ_MONEY_SUM_MAX, 1, &yen, &error), &error);
  assert_overflow (mz_money_add (G_MAXINT64, G_MAXINT64, &yen, &error), &error);
  assert_overflow (mz_money_add (G_MININT64, -1, &yen, &error), &error);
  assert_overflow (mz_money_subtract (-MZ_MONEY_SUM_MAX, 1, &yen, &error), &error);
  assert_overflow (mz_money_subtract (0, G_MININT64, &yen, &error), &error);
  assert_overflow (mz_money_times (3000000001, 3000000, &yen, &error), &error);
  assert_overflow (mz_money_times (G_MININT64, -1, &yen, &error), &error);
  assert_overflow (mz_money_check_sum (MZ_MONEY_SUM_MAX + 1, &error), &error);
  assert_overflow (mz_money_sum (there_and_back, 2, &yen, &error), &error);
  g_assert_cmpint (yen, ==, MZ_MONEY_SUM_MAX);
  g_assert_true (mz_money_times (3000000000, 3000000, &yen, NULL));
  g_assert_cmpint (yen, ==, MZ_MONEY_SUM_MAX);
  g_assert_true (mz_money_sum (there_and_back, 4, &yen, NULL));
  g_assert_cmpint (yen, ==, MZ_MONEY_SUM_MAX - 1);
  g_assert_true (mz_money_sum (NULL, 0, &yen, NULL));
  g_assert_cmpint (yen, ==, 0);
  g_assert_true (mz_money_check_sum (-MZ_MONEY_SUM_MAX, NULL));

  g_assert_true (mz_money_check_entry (-MZ_MONEY_ENTRY_MAX, "sales", NULL));
  g_assert_false (mz_money_check_entry (MZ_MONEY_ENTRY_MAX + 1, "sales", &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_assert_nonnull (strstr (error->message, "sales"));
}

static void
test_times_ppm (void)
{
  static const struct
  {
    gint64 yen, ppm, product;
  } cases[] = {
      {0, 123, 0},
      {1, 499999, 0},
      {1, 500000, 1},
      {-1, 500000, -1},
      {1, -500000, -1},
      {-1, -500000, 1},
      {3, 500000, 2},
      {10000000000, 3000, 30000000},
      {MZ_MONEY_SUM_MAX, MZ_PPM, MZ_MONEY_SUM_MAX},
      {999999999999999, 333333, 333333000000000}, /* 333332999999999.666667, python fractions */
      {1, 4499999, 4},
  };
  g_autoptr (GError) error = NULL;
  gint64 yen;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (mz_money_times_ppm (cases[i].yen, cases[i].ppm, &yen, NULL));
      g_assert_cmpint (yen, ==, cases[i].product);
    }
  assert_overflow (mz_money_times_ppm (MZ_MONEY_SUM_MAX, MZ_PPM + 1, &yen, &error), &error);
  assert_overflow (mz_money_times_ppm (G_MININT64, G_MININT64, &yen, &error), &error);
}

/* Half away from zero by comparing doubled rests, in 128 bits and in another way than ratio.c does it. */
static MzInt128
nearest (MzInt128 numerator, MzInt128 denominator)
{
  MzInt128 twice = 2 * (numerator < 0 ? -numerator : numerator) + denominator;

  return (numerator < 0 ? -1 : 1) * (twice / (2 * denominator));
}

static void
test_chain_against_128_bits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (int i = 0; i < 5000; i++)
    {
      gint64 yen = (gint64)g_rand_int (rand) * (i % 2 ? 1 : -1000);
      gint64 ppm = g_rand_int_range (rand, -1000000, 1000001);
      gint64 divisor = g_rand_int_range (rand, 1, i % 3 ? 366 : 7);
      MzInt128 numerator = (MzInt128)yen * ppm, denominator = (MzInt128)MZ_PPM * divisor;
      MzInt128 up = numerator / denominator + (numerator % denominator > 0 ? 1 : 0);
      MzRatio ratio;
      gint64 rounded, ceiling;

      mz_ratio_start (&ratio, yen);
      mz_ratio_multiply_ppm (&ratio, ppm);
      mz_ratio_divide (&ratio, i % 5 ? divisor : -divisor);
      if (i % 5 == 0)
        mz_ratio_multiply (&ratio, -1);
      g_assert_true (mz_ratio_to_money (&ratio, MZ_ROUNDING_HALF_AWAY, &rounded, NULL));
      g_assert_true (mz_ratio_to_money (&ratio, MZ_ROUNDING_UP, &ceiling, NULL));
      g_assert_true (rounded == nearest (numerator, denominator));
      g_assert_true (ceiling == up);
      g_assert_true (mz_ratio_divide_128 (numerator, denominator, MZ_ROUNDING_HALF_AWAY) ==
                     rounded);
      g_assert_true (mz_ratio_divide_128 (-numerator, -denominator, MZ_ROUNDING_UP) == ceiling);
    }
}

static void
test_long_chains (void)
{
  g_autoptr (GError) error = NULL;
  MzRatio ratio;
  gint64 yen = -77;

  /* Wide in the middle, small at the end: 10^15·(10^18 - 1)·10^6·10^6 / (10^18·10^6·10^6) = 10^15 - 0.001. */
  mz_ratio_start (&ratio, MZ_MONEY_ENTRY_MAX);
  mz_ratio_multiply_decimal (&ratio, (MzDecimal){G_GINT64_CONSTANT (999999999999999999), 18});
  mz_ratio_multiply_ppm (&ratio, MZ_PPM);
  mz_ratio_multiply_ppm (&ratio, MZ_PPM);
  g_assert_true (mz_ratio_to_money (&ratio, MZ_ROUNDING_HALF_AWAY, &yen, NULL));
  g_assert_cmpint (yen, ==, MZ_MONEY_ENTRY_MAX);

  /* Exactly one half survives a long chain: 1/3·3/2. */
  mz_ratio_start (&ratio, 1);
  mz_ratio_divide (&ratio, 3);
  mz_ratio_multiply (&ratio, 3);
  mz_ratio_divide_decimal (&ratio, (MzDecimal){20, 1});
  g_assert_true (mz_ratio_to_money (&ratio, MZ_ROUNDING_HALF_AWAY, &yen, NULL));
  g_assert_cmpint (yen, ==, 1);
  mz_ratio_multiply (&ratio, -1);
  g_assert_true (mz_ratio_to_money (&ratio, MZ_ROUNDING_UP, &yen, NULL));
  g_assert_cmpint (yen, ==, 0);

  mz_ratio_start (&ratio, MZ_MONEY_SUM_MAX);
  mz_ratio_multiply (&ratio, 3);
  mz_ratio_divide (&ratio, 3);
  g_assert_true (mz_ratio_to_money (&ratio, MZ_ROUNDING_UP, &yen, NULL));
  g_assert_cmpint (yen, ==, MZ_MONEY_SUM_MAX);
  mz_ratio_multiply (&ratio, 2);
  assert_overflow (mz_ratio_to_money (&ratio, MZ_ROUNDING_UP, &yen, &error), &error);

  mz_ratio_start (&ratio, G_MAXINT64);
  for (int i = 0; i < 12; i++)
    mz_ratio_multiply (&ratio, G_MAXINT64);
  assert_overflow (mz_ratio_to_money (&ratio, MZ_ROUNDING_UP, &yen, &error), &error);
}

static void
test_from_double (void)
{
  static const struct
  {
    double value;
    gint64 yen;
  } cases[] = {
      {0.5, 1},
      {-0.5, -1},
      {0.49999999999999994, 0},
      {2.5, 3},
      {-2.5, -3},
      {1307.29, 1307},
      {-0.2, 0},
      {9e15, MZ_MONEY_SUM_MAX},
      {-9e15, -MZ_MONEY_SUM_MAX},
  };
  g_autoptr (GError) error = NULL;
  gint64 yen = -77;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (mz_money_from_double (cases[i].value, &yen, NULL));
      g_assert_cmpint (yen, ==, cases[i].yen);
    }
  assert_overflow (mz_money_from_double (9000000000000001.0, &yen, &error), &error);
  assert_overflow (mz_money_from_double (HUGE_VAL, &yen, &error), &error);
  assert_overflow (mz_money_from_double (-1e300, &yen, &error), &error);
  g_assert_false (mz_money_from_double (NAN, &yen, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_UNDEFINED);
}

static void
test_percent (void)
{
  static const struct
  {
    const char *text;
    gint64 ppm;
  } good[] = {
      {"0", 0},
      {"100", MZ_PPM},
      {"12.5", 125000},
      {"12.5%", 125000},
      {"12.5 %", 125000},
      {"１２．５％", 125000},
      {"0.0001", 1},
      {"△3", -30000},
      {"-0.0001", -1},
      {"5.00000", 50000},
      {"1000000000", G_GINT64_CONSTANT (10000000000000)},
  };
  static const char *const bad[] = {
      NULL,  "",    "%",  "a",  "0.00001", "1e2",        "--1",
      "1 2", "1%%", ".5", "5.", "1,000",   "1000000001", "99999999999999999999"};
  gint64 ppm = -77;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i].text);
      g_assert_true (mz_ratio_parse_percent (good[i].text, &ppm, NULL));
      g_assert_cmpint (ppm, ==, good[i].ppm);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_false (mz_ratio_parse_percent (bad[i], &ppm, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
    }
}

static void
test_percent_text (void)
{
  static const struct
  {
    gint64 ppm;
    guint least, rounded;
    const char *exact, *short_text;
  } cases[] = {
      {125000, 0, 0, "12.5", "13"},
      {125000, 2, 1, "12.50", "12.5"},
      {1, 0, 1, "0.0001", "0.0"},
      {-1, 0, 1, "-0.0001", "0.0"},
      {MZ_PPM, 0, 4, "100", "100.0000"},
      {-25500, 1, 1, "-2.55", "-2.6"},
      {0, 1, 0, "0.0", "0"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *exact = mz_ratio_format_percent (cases[i].ppm, cases[i].least);
      g_autofree char *rounded = mz_ratio_round_percent (cases[i].ppm, cases[i].rounded);

      g_assert_cmpstr (exact, ==, cases[i].exact);
      g_assert_cmpstr (rounded, ==, cases[i].short_text);
    }
  g_assert_true (mz_ratio_check_share (0, "margin", NULL));
  g_assert_true (mz_ratio_check_share (MZ_PPM, "margin", NULL));
  g_assert_false (mz_ratio_check_share (-1, "margin", NULL));
  g_assert_false (mz_ratio_check_share (MZ_PPM + 1, "margin", NULL));
}

static void
test_decimals (void)
{
  static const struct
  {
    const char *text;
    gint64 mantissa;
    guint scale;
  } good[] = {
      {"0", 0, 0},         {"3.50", 35, 1},
      {"-0.125", -125, 3}, {"1e-7", 1, 7},
      {"2E3", 2000, 0},    {"1.5e+1", 15, 0},
      {"100", 100, 0},     {"0.000000000000000001", 1, 18},
      {"0e99999", 0, 0},   {"999999999999999999", G_GINT64_CONSTANT (999999999999999999), 0},
      {"0.10e-17", 1, 18},
  };
  static const char *const bad[] = {NULL,
                                    "",
                                    "-",
                                    "+1",
                                    " 1",
                                    "1 ",
                                    ".5",
                                    "5.",
                                    "1.2.3",
                                    "1e",
                                    "1e+",
                                    "0x1",
                                    "nan",
                                    "1e18",
                                    "1000000000000000000",
                                    "0.1234567890123456789",
                                    "1e-19"};
  MzDecimal decimal;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i].text);
      g_assert_true (mz_decimal_parse (good[i].text, "days", &decimal, NULL));
      g_assert_cmpint (decimal.mantissa, ==, good[i].mantissa);
      g_assert_cmpint (decimal.scale, ==, good[i].scale);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_false (mz_decimal_parse (bad[i], "days", &decimal, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_nonnull (strstr (error->message, "days"));
    }
  g_assert_true (mz_decimal_from_double (0.1, "days", &decimal, NULL));
  g_assert_cmpint (decimal.mantissa, ==, 1);
  g_assert_cmpint (decimal.scale, ==, 1);
  g_assert_true (mz_decimal_from_double (-1234.5, "days", &decimal, NULL));
  g_assert_cmpint (decimal.mantissa, ==, -12345);
  g_assert_cmpint (mz_decimal_sign (decimal), ==, -1);
  g_assert_cmpfloat (mz_decimal_to_double (decimal), ==, -1234.5);
  g_assert_true (mz_decimal_from_double (1e-30, "days", &decimal, NULL));
  g_assert_cmpint (mz_decimal_sign (decimal), ==, 0);
  g_assert_true (mz_decimal_from_double (5e-19, "days", &decimal, NULL));
  g_assert_cmpint (decimal.mantissa, ==, 1);
  g_assert_false (mz_decimal_from_double (1e18, "days", &decimal, NULL));
  g_assert_false (mz_decimal_from_double (NAN, "days", &decimal, NULL));
  g_assert_false (mz_decimal_from_double (HUGE_VAL, "days", &decimal, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse-refuses", test_parse_refuses);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/format-units", test_format_units);
  g_test_add_func ("/money/echo", test_echo);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/sums", test_sums);
  g_test_add_func ("/money/times-ppm", test_times_ppm);
  g_test_add_func ("/money/from-double", test_from_double);
  g_test_add_func ("/ratio/chain-128", test_chain_against_128_bits);
  g_test_add_func ("/ratio/long-chains", test_long_chains);
  g_test_add_func ("/ratio/percent", test_percent);
  g_test_add_func ("/ratio/percent-text", test_percent_text);
  g_test_add_func ("/ratio/decimals", test_decimals);
  return g_test_run ();
}
