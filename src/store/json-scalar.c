/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Numbers, strings and words in the gate that JSON passes. The text is known to be UTF-8 without zero bytes, but not to
 * end with one: every look ahead compares with the end. */

#include "config.h"

#include "json-gate-private.h"

#include "mezasu/json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

gboolean
mz_json_gate_refuse (MzJsonGate *gate, const char *at, const char *reason)
{
  gate->fault_at = at;
  gate->reason = reason;
  return FALSE;
}

static const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* Whether a letter, a digit or the like follows, so that what was read is only the front of something else. */
static gboolean
runs_on (const MzJsonGate *gate, const char *at)
{
  return at < gate->end &&
         (g_ascii_isalnum (*at) || strchr ("+-._$'\"\\", *at) != NULL || (guchar)*at >= 0x80);
}

/* Digits as an unsigned number compared with 2^63 - 1, or 2^63 after a minus. */
static gboolean
fits_int64 (const char *at, const char *end, gboolean negative)
{
  guint64 limit = (guint64)G_MAXINT64 + (negative ? 1 : 0);
  guint64 value = 0;
  for (; at < end; at++)
    {
      guint64 digit = *at - '0';
      if (value > (limit - digit) / 10)
        return FALSE;
      value = value * 10 + digit;
    }
  return TRUE;
}

static gboolean
is_finite (const char *from, const char *to)
{
  char copy[MZ_JSON_MAX_NUMBER + 1];
  memcpy (copy, from, to - from);
  copy[to - from] = '\0';
  return isfinite (g_ascii_strtod (copy, NULL));
}

/* Moves *@at over a fraction and an exponent. FALSE with *@at on the place where a digit is missing. */
static gboolean
skip_real (const char **at, const char *end)
{
  if (*at < end && **at == '.')
    {
      const char *digits = ++*at;
      *at = skip_digits (digits, end);
      if (*at == digits)
        return FALSE;
    }
  if (*at < end && (**at == 'e' || **at == 'E'))
    {
      ++*at;
      if (*at < end && (**at == '+' || **at == '-'))
        ++*at;
      const char *digits = *at;
      *at = skip_digits (digits, end);
      if (*at == digits)
        return FALSE;
    }
  return TRUE;
}

gboolean
mz_json_gate_number (MzJsonGate *gate)
{
  const char *start = gate->at;
  gboolean negative = *start == '-';
  const char *digits = start + (negative ? 1 : 0);
  const char *at = skip_digits (digits, gate->end);
  if (at == digits)
    return mz_json_gate_refuse (gate, at, N_ ("a number needs a digit here"));
  if (*digits == '0' && at - digits > 1)
    return mz_json_gate_refuse (gate, digits, N_ ("a number does not begin with a spare zero"));
  const char *whole_end = at;
  if (!skip_real (&at, gate->end))
    return mz_json_gate_refuse (gate, at, N_ ("a number needs a digit here"));
  if (runs_on (gate, at))
    return mz_json_gate_refuse (gate, at, N_ ("a number ends before this character"));
  if (at - start > MZ_JSON_MAX_NUMBER)
    return mz_json_gate_refuse (gate, start, N_ ("a number has at most 1,000 characters"));
  if (at == whole_end && !fits_int64 (digits, at, negative))
    return mz_json_gate_refuse (
        gate, start, N_ ("an integer lies between -9223372036854775808 and 9223372036854775807"));
  if (at > whole_end && !is_finite (start, at))
    return mz_json_gate_refuse (gate, start, N_ ("a number lies between -1.797e308 and 1.797e308"));
  gate->at = at;
  return TRUE;
}

/* Four hexadecimal digits at @at, or -1. */
static int
read_hex (const char *at, const char *end)
{
  if (end - at < 4)
    return -1;
  int value = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);
      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* An escape that begins with the backslash at @at; returns the place behind it, or NULL once it is refused. */
static const char *
skip_escape (MzJsonGate *gate, const char *at)
{
  if (gate->end - at < 2 || strchr ("\"\\/bfnrtu", at[1]) == NULL)
    {
      mz_json_gate_refuse (gate, at, N_ ("a backslash is followed by one of \" \\ / b f n r t u"));
      return NULL;
    }
  if (at[1] != 'u')
    return at + 2;
  int unit = read_hex (at + 2, gate->end);
  if (unit < 0)
    mz_json_gate_refuse (gate, at, N_ ("\\u is followed by four hexadecimal digits"));
  else if (unit == 0)
    mz_json_gate_refuse (gate, at, N_ ("the character U+0000 is not allowed in a text"));
  else if (unit < 0xD800 || unit > 0xDFFF)
    return at + 6;
  else if (unit < 0xDC00 && gate->end - at >= 12 && at[6] == '\\' && at[7] == 'u')
    {
      int low = read_hex (at + 8, gate->end);
      if (low >= 0xDC00 && low <= 0xDFFF)
        return at + 12;
    }
  if (gate->reason == NULL)
    mz_json_gate_refuse (gate, at,
                         N_ ("a surrogate stands only in a pair, the high one before the low one"));
  return NULL;
}

gboolean
mz_json_gate_string (MzJsonGate *gate, gboolean *escaped)
{
  const char *start = gate->at;
  const char *at = start + 1;
  *escaped = FALSE;
  while (at < gate->end && *at != '"')
    {
      if ((guchar)*at < 0x20)
        return mz_json_gate_refuse (
            gate, at,
            N_ ("a line break, a tab or another control character inside a text is written as \\n, \\t or \\u001f"));
      if (*at != '\\')
        {
          at++;
          continue;
        }
      *escaped = TRUE;
      at = skip_escape (gate, at);
      if (at == NULL)
        return FALSE;
    }
  if (at >= gate->end)
    return mz_json_gate_refuse (gate, start,
                                N_ ("the text that begins here needs a closing quotation mark"));
  gate->at = at + 1;
  return TRUE;
}

gboolean
mz_json_gate_word (MzJsonGate *gate)
{
  static const char *const words[] = {"true", "false", "null"};
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);
      if ((gsize)(gate->end - gate->at) >= length && memcmp (gate->at, words[i], length) == 0 &&
          !runs_on (gate, gate->at + length))
        {
          gate->at += length;
          return TRUE;
        }
    }
  return mz_json_gate_refuse (
      gate, gate->at,
      N_ ("a value is needed here: a text in double quotation marks, a number, a list, an object, true, "
          "false or null"));
}

char *
mz_json_gate_unescape (const char *from, const char *to, gsize *length)
{
  static const char letters[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  GString *plain = g_string_sized_new (to - from);
  while (from < to)
    {
      if (*from != '\\')
        {
          g_string_append_c (plain, *from++);
          continue;
        }
      const char *letter = strchr (letters, from[1]);
      if (from[1] != 'u')
        {
          g_string_append_c (plain, letter != NULL ? meanings[letter - letters] : from[1]);
          from += 2;
          continue;
        }
      gunichar unit = read_hex (from + 2, to);
      from += 6;
      if (unit >= 0xD800 && unit <= 0xDBFF)
        {
          unit = 0x10000 + ((unit - 0xD800) << 10) + (read_hex (from + 2, to) - 0xDC00);
          from += 6;
        }
      g_string_append_unichar (plain, unit);
    }
  *length = plain->len;
  return g_string_free (plain, FALSE);
}
