/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How amounts are read and written in Japan. Reading is strict: an amount that could be meant two ways is refused,
 * because a slip of a unit is a slip by ten thousand. */

#include "config.h"

#include "mezasu/money.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"
#include "mezasu/ratio.h"
#include "number-text-private.h"

/* Unit names within an amount, longest first among those that begin alike. */
static const struct
{
  const char *name;
  gint64 factor;
} PARTS[] = {
    {"兆", G_GINT64_CONSTANT (1000000000000)},
    {"億", 100000000},
    {"千万", 10000000},
    {"百万", 1000000},
    {"十万", 100000},
    {"万", 10000},
    {"千", 1000},
};

/* One part of an amount: its digits scaled to a whole number, and the unit behind them. */
typedef struct
{
  MzInt128 digits;
  guint decimals;
  gboolean has_point;
  gboolean has_unit;
  gint64 factor;
} Part;

static gboolean
refuse (GError **error, const char *text, const char *why)
{
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("“%s” is not an amount: %s"), text, why);
  return FALSE;
}

static void
append_digit (Part *part, char digit)
{
  /* Beyond the largest amount, further digits can only make one that is refused anyway. */
  if (part->digits <= MZ_MONEY_ENTRY_MAX)
    part->digits = part->digits * 10 + (digit - '0');
}

/* Whole digits with commas in groups of three, or none. */
static gboolean
take_whole (const char **text, Part *part)
{
  guint in_group = 0;
  gboolean grouped = FALSE;

  for (; g_ascii_isdigit (**text) || **text == ','; (*text)++)
    if (**text == ',')
      {
        if (in_group == 0 || in_group > 3 || (grouped && in_group != 3))
          return FALSE;
        grouped = TRUE;
        in_group = 0;
      }
    else
      {
        append_digit (part, **text);
        in_group++;
      }
  return grouped ? in_group == 3 : in_group > 0;
}

/* Digits after the point. Zeros at the end say nothing and are skipped, so that 1.000… of any length stays 1. */
static gboolean
take_fraction (const char **text, Part *part)
{
  const char *start = *text;
  guint zeros = 0;

  for (; g_ascii_isdigit (**text); (*text)++)
    {
      if (**text == '0')
        {
          zeros++;
          continue;
        }
      /* The largest unit is 10^12: what has a digit beyond the 12th place is no whole yen. */
      if (part->decimals + zeros >= 12)
        {
          part->decimals = 13;
          continue;
        }
      for (; zeros > 0; zeros--, part->decimals++)
        part->digits *= 10;
      part->digits = part->digits * 10 + (**text - '0');
      part->decimals++;
    }
  return *text > start;
}

static gboolean
take_part (const char **text, Part *part)
{
  *part = (Part){.factor = 1};
  if (!take_whole (text, part))
    return FALSE;
  if (**text == '.')
    {
      (*text)++;
      part->has_point = TRUE;
      if (!take_fraction (text, part))
        return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (g_str_has_prefix (*text, PARTS[i].name))
      {
        *text += strlen (PARTS[i].name);
        part->factor = PARTS[i].factor;
        part->has_unit = TRUE;
        break;
      }
  return TRUE;
}

/* The part in yen; FALSE when it is no whole number of yen. The last decimal is never 0, so each place must be met by a
 * ten of the unit. */
static gboolean
part_value (const Part *part, MzInt128 *value)
{
  gint64 factor = part->factor;

  for (guint i = 0; i < part->decimals; i++)
    {
      if (factor == 1)
        return FALSE;
      factor /= 10;
    }
  *value = part->digits * factor;
  return TRUE;
}

/* The digits and units between the signs. @bare is the factor of a number without any unit. */
static gboolean
read_parts (const char *body, const char *text, gint64 bare, gint64 *yen, GError **error)
{
  MzInt128 total = 0, value;
  gint64 above = 0;
  Part part;

  do
    {
      if (!take_part (&body, &part))
        return refuse (error, text, _ ("digits are expected, with commas by three."));
      if (!part.has_unit && above == 0)
        part.factor = bare;
      if (part.has_point && *body != '\0')
        return refuse (error, text, _ ("only its last part may have decimals."));
      if (!part.has_unit && *body != '\0')
        return refuse (error, text, _ ("it has a sign or a word that is no unit."));
      if (!part_value (&part, &value))
        return refuse (error, text, _ ("it is not a whole number of yen."));
      if (above != 0 && (part.factor >= above || value >= above))
        return refuse (error, text, _ ("each part must be smaller than the unit before it."));
      above = part.factor;
      total += value;
      if (total > MZ_MONEY_ENTRY_MAX)
        return refuse (error, text, _ ("it is beyond 1,000,000,000,000,000 yen."));
    }
  while (*body != '\0');
  *yen = (gint64)total;
  return TRUE;
}

static gboolean
take_char (const char **text, char c)
{
  if (**text != c)
    return FALSE;
  (*text)++;
  return TRUE;
}

/* Takes a last @suffix off @body, in place. */
static gboolean
take_last (char *body, const char *suffix)
{
  if (!g_str_has_suffix (body, suffix))
    return FALSE;
  body[strlen (body) - strlen (suffix)] = '\0';
  return TRUE;
}

gboolean
mz_money_parse (const char *text, MzMoneyUnit default_unit, gint64 *yen, GError **error)
{
  g_autofree char *folded = mz_number_fold (text);
  const char *body = folded;
  gboolean has_sign = FALSE, minus, parenthesis, yen_before, yen_after;
  gint64 value;

  g_return_val_if_fail (yen != NULL, FALSE);

  if (folded == NULL)
    return refuse (error, "", _ ("it is missing or is not text."));
  if (*folded == '\0')
    return refuse (error, text, _ ("it is empty."));

  /* ¥ may stand before or after the sign or the parenthesis, 円 inside or outside; each pair only once. */
  yen_before = take_char (&body, '\\');
  minus = mz_number_take_sign (&body, &has_sign);
  yen_before = yen_before || take_char (&body, '\\');
  parenthesis = !has_sign && take_char (&body, '(');
  yen_before = yen_before || take_char (&body, '\\');
  yen_after = take_last (folded, "円");
  if (parenthesis && !take_last (folded, ")"))
    return refuse (error, text, _ ("its parentheses do not match."));
  yen_after = yen_after || (parenthesis && take_last (folded, "円"));
  if (yen_before && yen_after)
    return refuse (error, text, _ ("it has both ¥ and 円."));

  if (!read_parts (body, text, yen_before || yen_after ? 1 : mz_money_unit_factor (default_unit),
                   &value, error))
    return FALSE;
  *yen = minus || parenthesis ? -value : value;
  return TRUE;
}

char *
mz_money_format_number (gint64 yen, MzMoneyUnit unit, guint decimals, MzMinusStyle minus)
{
  MzInt128 scaled = yen;

  decimals = MIN (decimals, 12);
  for (guint i = 0; i < decimals; i++)
    scaled *= 10;
  scaled = mz_ratio_divide_128 (scaled, mz_money_unit_factor (unit), MZ_ROUNDING_HALF_AWAY);
  return mz_number_format (scaled, decimals, TRUE, minus);
}

char *
mz_money_format (gint64 yen, MzMoneyUnit unit, guint decimals, MzMinusStyle minus)
{
  g_autofree char *number = mz_money_format_number (yen, unit, decimals, minus);

  switch (unit)
    {
    case MZ_MONEY_UNIT_THOUSAND:
      return g_strdup_printf (_ ("%s thousand yen"), number);
    case MZ_MONEY_UNIT_MAN:
      return g_strdup_printf (_ ("%s × 10,000 yen"), number);
    case MZ_MONEY_UNIT_MILLION:
      return g_strdup_printf (_ ("%s million yen"), number);
    case MZ_MONEY_UNIT_OKU:
      return g_strdup_printf (_ ("%s × 100 million yen"), number);
    case MZ_MONEY_UNIT_CHO:
      return g_strdup_printf (_ ("%s trillion yen"), number);
    case MZ_MONEY_UNIT_YEN:
    default:
      return g_strdup_printf (_ ("%s yen"), number);
    }
}

char *
mz_money_format_japanese (gint64 yen, MzMoneyUnit unit, guint decimals, MzMinusStyle minus)
{
  g_autofree char *number = mz_money_format_number (yen, unit, decimals, minus);

  return g_strconcat (number, mz_money_unit_japanese (unit), NULL);
}

char *
mz_money_echo (gint64 yen, MzMinusStyle minus)
{
  static const struct
  {
    const char *name;
    guint64 factor;
  } steps[] = {
      {"兆", G_GUINT64_CONSTANT (1000000000000)}, {"億", 100000000}, {"万", 10000}, {"", 1}};
  g_autoptr (GString) text = g_string_new (NULL);
  guint64 rest = yen < 0 ? -(guint64)yen : (guint64)yen;

  if (yen < 0)
    g_string_append (text, minus == MZ_MINUS_TRIANGLE ? "△" : "-");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint64 count = rest / steps[i].factor;

      rest %= steps[i].factor;
      if (count > 0 || (yen == 0 && steps[i].factor == 1))
        {
          g_autofree char *number = mz_number_format (count, 0, TRUE, minus);

          g_string_append_printf (text, "%s%s", number, steps[i].name);
        }
    }
  g_string_append (text, "円");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
