/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Amounts of money as numbers: bounds, checked sums and products, units. Their writing is in money-text.c. */

#include "config.h"

#include "mezasu/money.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"
#include "mezasu/ratio.h"

typedef struct
{
  gint64 factor;
  guint decimals;
  const char *nick;
  const char *japanese;
  const char *label;
} UnitInfo;

static const UnitInfo UNITS[MZ_MONEY_N_UNITS] = {
    [MZ_MONEY_UNIT_YEN] = {1, 0, "yen", "円", N_ ("yen")},
    [MZ_MONEY_UNIT_THOUSAND] = {1000, 0, "thousand", "千円", N_ ("thousand yen")},
    [MZ_MONEY_UNIT_MAN] = {10000, 0, "man", "万円", N_ ("10,000 yen")},
    [MZ_MONEY_UNIT_MILLION] = {1000000, 0, "million", "百万円", N_ ("million yen")},
    [MZ_MONEY_UNIT_OKU] = {100000000, 1, "oku", "億円", N_ ("100 million yen")},
    [MZ_MONEY_UNIT_CHO] = {G_GINT64_CONSTANT (1000000000000), 0, "cho", "兆円",
                           N_ ("trillion yen")},
};

static const UnitInfo *
unit_info (MzMoneyUnit unit)
{
  g_assert ((guint)unit < MZ_MONEY_N_UNITS);
  return &UNITS[unit];
}

gboolean
mz_money_check_entry (gint64 yen, const char *field, GError **error)
{
  if (yen >= -MZ_MONEY_ENTRY_MAX && yen <= MZ_MONEY_ENTRY_MAX)
    return TRUE;
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               _ ("%s must be within ±1,000,000,000,000,000 yen."), field);
  return FALSE;
}

static gboolean
store_sum (MzInt128 value, gint64 *result, GError **error)
{
  if (value < -(MzInt128)MZ_MONEY_SUM_MAX || value > (MzInt128)MZ_MONEY_SUM_MAX)
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_OVERFLOW,
                           _ ("The amount is beyond ±9,000,000,000,000,000 yen."));
      return FALSE;
    }
  *result = (gint64)value;
  return TRUE;
}

gboolean
mz_money_check_sum (gint64 yen, GError **error)
{
  return store_sum (yen, &yen, error);
}

gboolean
mz_money_add (gint64 a, gint64 b, gint64 *result, GError **error)
{
  g_return_val_if_fail (result != NULL, FALSE);

  return store_sum ((MzInt128)a + b, result, error);
}

gboolean
mz_money_subtract (gint64 a, gint64 b, gint64 *result, GError **error)
{
  g_return_val_if_fail (result != NULL, FALSE);

  return store_sum ((MzInt128)a - b, result, error);
}

gboolean
mz_money_sum (const gint64 *amounts, gsize n_amounts, gint64 *result, GError **error)
{
  MzInt128 total = 0;

  g_return_val_if_fail (amounts != NULL || n_amounts == 0, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  for (gsize i = 0; i < n_amounts; i++)
    total += amounts[i];
  return store_sum (total, result, error);
}

gboolean
mz_money_times (gint64 yen, gint64 count, gint64 *result, GError **error)
{
  g_return_val_if_fail (result != NULL, FALSE);

  return store_sum ((MzInt128)yen * count, result, error);
}

gboolean
mz_money_times_ppm (gint64 yen, gint64 ppm, gint64 *result, GError **error)
{
  MzRatio product;

  mz_ratio_start (&product, yen);
  mz_ratio_multiply_ppm (&product, ppm);
  return mz_ratio_to_money (&product, MZ_ROUNDING_HALF_AWAY, result, error);
}

gboolean
mz_money_from_double (double value, gint64 *result, GError **error)
{
  gint64 whole;
  double rest;

  g_return_val_if_fail (result != NULL, FALSE);

  if (isnan (value))
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_UNDEFINED, _ ("The amount is undefined."));
      return FALSE;
    }
  /* Far beyond the limit the cast would be undefined, near it the exact check follows the rounding. */
  if (!(value > -1e18 && value < 1e18))
    return store_sum ((MzInt128)MZ_MONEY_SUM_MAX + 1, result, error);
  whole = (gint64)value;
  rest = value - (double)whole;
  return store_sum (whole + (rest >= 0.5) - (rest <= -0.5), result, error);
}

gint64
mz_money_unit_factor (MzMoneyUnit unit)
{
  return unit_info (unit)->factor;
}

guint
mz_money_unit_decimals (MzMoneyUnit unit)
{
  return unit_info (unit)->decimals;
}

const char *
mz_money_unit_nick (MzMoneyUnit unit)
{
  return unit_info (unit)->nick;
}

const char *
mz_money_unit_japanese (MzMoneyUnit unit)
{
  return unit_info (unit)->japanese;
}

const char *
mz_money_unit_label (MzMoneyUnit unit)
{
  return _ (unit_info (unit)->label);
}

/* "万円" and, as in an amount, "万" alone. */
static gboolean
is_japanese_name (const UnitInfo *info, const char *name)
{
  gsize stem = strlen (info->japanese) - strlen ("円");

  if (g_str_equal (info->japanese, name))
    return TRUE;
  return stem > 0 && strlen (name) == stem && strncmp (info->japanese, name, stem) == 0;
}

gboolean
mz_money_unit_from_name (const char *name, MzMoneyUnit *unit, GError **error)
{
  g_return_val_if_fail (unit != NULL, FALSE);

  for (int i = 0; name != NULL && i < MZ_MONEY_N_UNITS; i++)
    if (g_str_equal (UNITS[i].nick, name) || is_japanese_name (&UNITS[i], name))
      {
        *unit = (MzMoneyUnit)i;
        return TRUE;
      }
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               _ ("The unit must be one of yen, thousand, man, million, oku, cho, not “%s”."),
               name != NULL ? name : "");
  return FALSE;
}
