/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Percentages and plain decimals: text and doubles to exact integers, and back. */

#include "config.h"

#include "mezasu/ratio.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"
#include "number-text-private.h"

#define SCALE_MAX 18

static gboolean
refuse_percent (const char *text, GError **error)
{
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               _ ("“%s” is not a percentage with up to four decimals."), text);
  return FALSE;
}

gboolean
mz_ratio_parse_percent (const char *text, gint64 *ppm, GError **error)
{
  g_autofree char *folded = mz_number_fold (text);
  const char *body = folded;
  gboolean has_sign = FALSE, minus;
  gsize length;
  MzDecimal decimal;

  g_return_val_if_fail (ppm != NULL, FALSE);

  if (folded == NULL)
    return refuse_percent ("", error);
  minus = mz_number_take_sign (&body, &has_sign);
  length = strlen (body);
  if (length > 0 && body[length - 1] == '%')
    folded[body + length - 1 - folded] = '\0';
  g_strchomp (folded);
  /* Only digits and a point may remain: a second sign or an exponent is refused here. */
  if (!g_ascii_isdigit (*body) || strspn (body, "0123456789.") != strlen (body) ||
      !mz_decimal_parse (body, text, &decimal, NULL) || decimal.scale > 4)
    return refuse_percent (text, error);
  for (; decimal.scale < 4; decimal.scale++)
    if (__builtin_mul_overflow (decimal.mantissa, 10, &decimal.mantissa))
      return refuse_percent (text, error);
  if (decimal.mantissa > G_GINT64_CONSTANT (10000000000000))
    return refuse_percent (text, error);
  *ppm = minus ? -decimal.mantissa : decimal.mantissa;
  return TRUE;
}

char *
mz_ratio_format_percent (gint64 ppm, guint min_decimals)
{
  guint decimals = 4;

  while (decimals > min_decimals && ppm % 10 == 0)
    {
      ppm /= 10;
      decimals--;
    }
  return mz_number_format (ppm, decimals, FALSE, MZ_MINUS_HYPHEN);
}

char *
mz_ratio_round_percent (gint64 ppm, guint decimals)
{
  gint64 step = 1;

  decimals = MIN (decimals, 4);
  for (guint i = decimals; i < 4; i++)
    step *= 10;
  return mz_number_format (mz_ratio_divide_128 (ppm, step, MZ_ROUNDING_HALF_AWAY), decimals, FALSE,
                           MZ_MINUS_HYPHEN);
}

static gboolean
refuse_decimal (const char *field, GError **error)
{
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               _ ("%s must be a number of at most 18 digits."), field);
  return FALSE;
}

/* Digits and a point, as the integer of all digits and the place of the point; trailing zeros of a fraction are left
 * out. Returns where reading stopped, or NULL. */
static const char *
take_digits (const char *text, gint64 *mantissa, int *scale)
{
  gboolean any = FALSE, point = FALSE;
  int zeros = 0;

  *mantissa = 0;
  *scale = 0;
  for (; g_ascii_isdigit (*text) || (*text == '.' && !point); text++)
    {
      if (*text == '.')
        {
          /* Like JSON, a point stands between digits. */
          if (!any || !g_ascii_isdigit (text[1]))
            return NULL;
          point = TRUE;
          continue;
        }
      any = TRUE;
      if (point && *text == '0')
        {
          zeros++;
          continue;
        }
      for (int i = point ? zeros : 0; i >= 0; i--)
        {
          gint64 digit = i == 0 ? *text - '0' : 0;

          if (__builtin_mul_overflow (*mantissa, 10, mantissa) ||
              __builtin_add_overflow (*mantissa, digit, mantissa) ||
              *mantissa >= G_GINT64_CONSTANT (1000000000000000000))
            return NULL;
        }
      *scale += point ? zeros + 1 : 0;
      zeros = 0;
    }
  return any ? text : NULL;
}

/* Brings @scale into 0..18. Digits beyond the 18th place are rounded half away from zero when @round_off is set. */
static gboolean
settle_scale (gint64 *mantissa, int *scale, gboolean round_off)
{
  for (; *scale < 0; (*scale)++)
    {
      if (*mantissa == 0)
        *scale = -1;
      else if (*mantissa >= G_GINT64_CONSTANT (100000000000000000))
        return FALSE;
      *mantissa *= 10;
    }
  while (*scale > SCALE_MAX && *mantissa % 10 == 0 && *mantissa != 0)
    {
      *mantissa /= 10;
      (*scale)--;
    }
  if (*mantissa == 0)
    *scale = 0;
  if (*scale <= SCALE_MAX)
    return TRUE;
  if (!round_off)
    return FALSE;
  /* All dropped digits count at once, so that 0.…49 does not become 0.…5 and then round up. */
  if (*scale - SCALE_MAX > SCALE_MAX)
    {
      *mantissa = 0;
    }
  else
    {
      gint64 step = 1;

      for (int i = *scale; i > SCALE_MAX; i--)
        step *= 10;
      *mantissa = (gint64)mz_ratio_divide_128 (*mantissa, step, MZ_ROUNDING_HALF_AWAY);
    }
  *scale = SCALE_MAX;
  return TRUE;
}

static gboolean
read_decimal (const char *text, gboolean round_off, MzDecimal *decimal)
{
  gint64 mantissa;
  int scale;
  gboolean minus = *text == '-';

  text = take_digits (minus ? text + 1 : text, &mantissa, &scale);
  if (text == NULL)
    return FALSE;
  if (*text == 'e' || *text == 'E')
    {
      const char *digits = text[1] == '-' || text[1] == '+' ? text + 2 : text + 1;
      int exponent = 0;

      if (!g_ascii_isdigit (*digits))
        return FALSE;
      for (; g_ascii_isdigit (*digits); digits++)
        exponent = MIN (exponent * 10 + (*digits - '0'), 9999);
      scale -= text[1] == '-' ? -exponent : exponent;
      text = digits;
    }
  if (*text != '\0' || !settle_scale (&mantissa, &scale, round_off))
    return FALSE;
  *decimal = (MzDecimal){minus ? -mantissa : mantissa, (guint)scale};
  return TRUE;
}

gboolean
mz_decimal_parse (const char *text, const char *field, MzDecimal *decimal, GError **error)
{
  g_return_val_if_fail (decimal != NULL, FALSE);

  return (text != NULL && read_decimal (text, FALSE, decimal)) || refuse_decimal (field, error);
}

gboolean
mz_decimal_from_double (double value, const char *field, MzDecimal *decimal, GError **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (decimal != NULL, FALSE);

  if (!isfinite (value))
    return refuse_decimal (field, error);
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[] = "%.15g";

      format[3] = (char)('0' + digits - 10);
      g_ascii_formatd (text, sizeof text, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  return read_decimal (text, TRUE, decimal) || refuse_decimal (field, error);
}

int
mz_decimal_sign (MzDecimal decimal)
{
  return (decimal.mantissa > 0) - (decimal.mantissa < 0);
}

double
mz_decimal_to_double (MzDecimal decimal)
{
  double power = 1;

  /* 10^18 is exact in a double, so the quotient is rounded once for mantissas below 2^53. */
  for (guint i = 0; i < decimal.scale; i++)
    power *= 10;
  return (double)decimal.mantissa / power;
}
