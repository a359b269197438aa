/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Folding of full-width numbers and the writing of rounded ones. */

#include "config.h"

#include "number-text-private.h"

#include <string.h>

static gunichar
fold_char (gunichar c)
{
  if (c >= 0xff10 && c <= 0xff19)
    return '0' + (c - 0xff10);
  switch (c)
    {
    case 0xff0c: /* ， */
      return ',';
    case 0xff0e: /* ． */
      return '.';
    case 0xff0b: /* ＋ */
      return '+';
    case 0xff0d: /* － */
    case 0x2212: /* − */
      return '-';
    case 0xff08: /* （ */
      return '(';
    case 0xff09: /* ） */
      return ')';
    case 0xff05: /* ％ */
      return '%';
    case 0x00a5: /* ¥ */
    case 0xffe5: /* ￥ */
      return '\\';
    default:
      return c;
    }
}

char *
mz_number_fold (const char *text)
{
  g_autoptr (GString) folded = NULL;
  const char *end;

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || strchr (text, '\\') != NULL)
    return NULL;

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text)
    {
      const char *previous = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (previous)))
        break;
      end = previous;
    }
  folded = g_string_new (NULL);
  for (; text < end; text = g_utf8_next_char (text))
    g_string_append_unichar (folded, fold_char (g_utf8_get_char (text)));
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

gboolean
mz_number_take_sign (const char **text, gboolean *had_sign)
{
  static const struct
  {
    const char *mark;
    gboolean minus;
  } signs[] = {{"+", FALSE}, {"-", TRUE}, {"▲", TRUE}, {"△", TRUE}};

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (*text, signs[i].mark))
      {
        *text += strlen (signs[i].mark);
        *had_sign = TRUE;
        return signs[i].minus;
      }
  return FALSE;
}

char *
mz_number_format (MzInt128 value, guint decimals, gboolean group, MzMinusStyle minus)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean negative = value < 0;
  guint place = 0;

  /* Digits are written from the last; a 128-bit number has at most 39, and zeros fill up to one before the point. */
  if (negative)
    value = -value;
  do
    {
      if (decimals > 0 && place == decimals)
        g_string_prepend_c (text, '.');
      else if (group && place > decimals && (place - decimals) % 3 == 0)
        g_string_prepend_c (text, ',');
      g_string_prepend_c (text, (char)('0' + (int)(value % 10)));
      value /= 10;
      place++;
    }
  while (value > 0 || place <= decimals);
  if (negative)
    g_string_prepend (text, minus == MZ_MINUS_TRIANGLE ? "△" : "-");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
