/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Exact ratios: a fraction of two wide integers, grown factor by factor and rounded once. The width is fixed, so a chain
 * needs no memory; a chain of more factors than fit is a programmer error that answers with an overflow. */

#include "config.h"

#include "mezasu/ratio.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"
#include "mezasu/money.h"

__extension__ typedef unsigned __int128 Wide;

static guint64
magnitude (gint64 value)
{
  return value < 0 ? -(guint64)value : (guint64)value;
}

static gboolean
limbs_multiply (guint64 *limbs, guint64 factor)
{
  guint64 carry = 0;

  for (int i = 0; i < MZ_RATIO_N_LIMBS; i++)
    {
      Wide product = (Wide)limbs[i] * factor + carry;

      limbs[i] = (guint64)product;
      carry = (guint64)(product >> 64);
    }
  return carry == 0;
}

static int
limbs_compare (const guint64 *a, const guint64 *b)
{
  for (int i = MZ_RATIO_N_LIMBS - 1; i >= 0; i--)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

static void
limbs_subtract (guint64 *a, const guint64 *b)
{
  guint64 borrow = 0;

  for (int i = 0; i < MZ_RATIO_N_LIMBS; i++)
    {
      Wide difference = (Wide)a[i] - b[i] - borrow;

      a[i] = (guint64)difference;
      borrow = (guint64)(difference >> 64) != 0;
    }
}

static gboolean
limbs_are_zero (const guint64 *limbs)
{
  for (int i = 0; i < MZ_RATIO_N_LIMBS; i++)
    if (limbs[i] != 0)
      return FALSE;
  return TRUE;
}

/* floor (numerator / denominator) by trying the bits of the quotient from the highest; leaves the rest in @numerator.
 * 54 bits hold 9·10^15, so a quotient that needs more is beyond every amount. */
static gboolean
limbs_divide (guint64 *numerator, const guint64 *denominator, guint64 *quotient)
{
  guint64 step[MZ_RATIO_N_LIMBS];

  *quotient = 0;
  for (int bit = 54; bit >= 0; bit--)
    {
      memcpy (step, denominator, sizeof step);
      /* A step too long for its words exceeds every numerator that fits. */
      if (!limbs_multiply (step, G_GUINT64_CONSTANT (1) << bit) ||
          limbs_compare (numerator, step) < 0)
        continue;
      if (bit == 54)
        return FALSE;
      limbs_subtract (numerator, step);
      *quotient |= G_GUINT64_CONSTANT (1) << bit;
    }
  return TRUE;
}

void
mz_ratio_start (MzRatio *ratio, gint64 value)
{
  g_return_if_fail (ratio != NULL);

  *ratio = (MzRatio){.numerator = {magnitude (value)}, .denominator = {1}, .negative = value < 0};
}

void
mz_ratio_multiply (MzRatio *ratio, gint64 factor)
{
  g_return_if_fail (ratio != NULL);

  if (!limbs_multiply (ratio->numerator, magnitude (factor)))
    ratio->too_long = TRUE;
  ratio->negative ^= factor < 0;
}

void
mz_ratio_divide (MzRatio *ratio, gint64 divisor)
{
  g_return_if_fail (ratio != NULL);
  g_return_if_fail (divisor != 0);

  if (!limbs_multiply (ratio->denominator, magnitude (divisor)))
    ratio->too_long = TRUE;
  ratio->negative ^= divisor < 0;
}

static gint64
power_of_ten (guint exponent)
{
  gint64 power = 1;

  g_assert (exponent <= 18);
  while (exponent-- > 0)
    power *= 10;
  return power;
}

void
mz_ratio_multiply_ppm (MzRatio *ratio, gint64 ppm)
{
  mz_ratio_multiply (ratio, ppm);
  mz_ratio_divide (ratio, MZ_PPM);
}

void
mz_ratio_multiply_decimal (MzRatio *ratio, MzDecimal factor)
{
  mz_ratio_multiply (ratio, factor.mantissa);
  mz_ratio_divide (ratio, power_of_ten (factor.scale));
}

void
mz_ratio_divide_decimal (MzRatio *ratio, MzDecimal divisor)
{
  mz_ratio_divide (ratio, divisor.mantissa);
  mz_ratio_multiply (ratio, power_of_ten (divisor.scale));
}

static gboolean
refuse_overflow (GError **error)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_OVERFLOW,
                       _ ("The amount is beyond ±9,000,000,000,000,000 yen."));
  return FALSE;
}

gboolean
mz_ratio_to_money (const MzRatio *ratio, MzRounding rounding, gint64 *yen, GError **error)
{
  MzRatio rest;
  guint64 quotient;
  gboolean up;

  g_return_val_if_fail (ratio != NULL && yen != NULL, FALSE);

  rest = *ratio;
  if (rest.too_long || !limbs_divide (rest.numerator, rest.denominator, &quotient))
    return refuse_overflow (error);

  if (rounding == MZ_ROUNDING_UP)
    {
      up = !rest.negative && !limbs_are_zero (rest.numerator);
    }
  else
    {
      /* rest >= denominator - rest is 2·rest >= denominator without the doubling that could leave the words. */
      guint64 missing[MZ_RATIO_N_LIMBS];

      memcpy (missing, rest.denominator, sizeof missing);
      limbs_subtract (missing, rest.numerator);
      up = limbs_compare (rest.numerator, missing) >= 0;
    }
  quotient += up ? 1 : 0;
  if (quotient > (guint64)MZ_MONEY_SUM_MAX)
    return refuse_overflow (error);
  *yen = rest.negative ? -(gint64)quotient : (gint64)quotient;
  return TRUE;
}

MzInt128
mz_ratio_divide_128 (MzInt128 numerator, MzInt128 denominator, MzRounding rounding)
{
  MzInt128 quotient, rest;

  g_return_val_if_fail (denominator != 0, 0);

  if (denominator < 0)
    {
      numerator = -numerator;
      denominator = -denominator;
    }
  quotient = numerator / denominator;
  rest = numerator % denominator;
  if (rounding == MZ_ROUNDING_UP)
    return rest > 0 ? quotient + 1 : quotient;
  if (rest < 0)
    return 2 * -rest >= denominator ? quotient - 1 : quotient;
  return 2 * rest >= denominator ? quotient + 1 : quotient;
}

gboolean
mz_ratio_check_share (gint64 ppm, const char *field, GError **error)
{
  if (ppm >= 0 && ppm <= MZ_PPM)
    return TRUE;
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be from 0 %% to 100 %%."),
               field);
  return FALSE;
}
