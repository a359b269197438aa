/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The encodings of CSV files. Conversion is iconv's; what is ours is the guess, and that nothing is dropped or replaced
 * in silence. */

#include "config.h"

#include "csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_MISSING 10
/* A text full of one missing character must not be converted a million times. */
#define MAX_STOPS 1000

/* So many valid three-byte sequences before the first fault make it damaged UTF-8: in CP932 they hardly ever occur. */
#define UTF8_EVIDENCE 4

const char *
mz_csv_encoding_name (MzCsvEncoding encoding)
{
  static const char *const names[] = {
      [MZ_CSV_ENCODING_UTF8] = "UTF-8",
      [MZ_CSV_ENCODING_UTF8_BOM] = "UTF-8 (BOM)",
      [MZ_CSV_ENCODING_CP932] = "CP932 (Shift_JIS)",
      [MZ_CSV_ENCODING_UTF16LE] = "UTF-16 LE",
      [MZ_CSV_ENCODING_UTF16BE] = "UTF-16 BE",
  };
  g_return_val_if_fail (encoding < G_N_ELEMENTS (names), "UTF-8");
  return names[encoding];
}

/* The high bytes of Latin letters, digits, separators and line ends are zero in UTF-16, so zeros are many and gather on
 * one side. A stray zero in another encoding is neither. */
static gboolean
guess_by_zeros (const char *data, gsize length, MzCsvEncoding *encoding)
{
  gsize zeros[2] = {0, 0};
  for (gsize i = 0; i < length; i++)
    if (data[i] == '\0')
      zeros[i % 2]++;
  guint side = zeros[1] >= zeros[0] ? 1 : 0;
  *encoding = side == 1 ? MZ_CSV_ENCODING_UTF16LE : MZ_CSV_ENCODING_UTF16BE;
  return zeros[side] >= length / 10 && zeros[side] > 0 && zeros[1 - side] <= zeros[side] / 4;
}

static guint
count_three_bytes (const char *text, const char *end)
{
  guint n = 0;
  for (; text < end; text++)
    n += ((guchar)*text & 0xF0) == 0xE0;
  return n;
}

/* @skip is the length of the byte order mark. */
static MzCsvEncoding
find_encoding (const char *data, gsize length, gsize *skip)
{
  static const struct
  {
    const char *mark;
    gsize length;
    MzCsvEncoding encoding;
  } marks[] = {
      {"\xEF\xBB\xBF", 3, MZ_CSV_ENCODING_UTF8_BOM},
      {"\xFF\xFE", 2, MZ_CSV_ENCODING_UTF16LE},
      {"\xFE\xFF", 2, MZ_CSV_ENCODING_UTF16BE},
  };
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      {
        *skip = marks[i].length;
        return marks[i].encoding;
      }
  *skip = 0;
  MzCsvEncoding encoding;
  const char *bad;
  if (g_utf8_validate_len (data, length, &bad))
    return MZ_CSV_ENCODING_UTF8;
  if (memchr (data, '\0', length) != NULL && guess_by_zeros (data, length, &encoding))
    return encoding;
  if (*bad == '\0' || count_three_bytes (data, bad) >= UTF8_EVIDENCE)
    return MZ_CSV_ENCODING_UTF8;
  return MZ_CSV_ENCODING_CP932;
}

static char *
convert (const char *data, gsize length, const char *charset, gsize *decoded_length, gsize *good)
{
  return g_convert (data, length, "UTF-8", charset, good, decoded_length, NULL);
}

char *
mz_csv_decode (const char *data, gsize length, MzCsvEncoding *encoding, gsize *decoded_length,
               const char **reason, char **before)
{
  static const char *const charsets[] = {
      [MZ_CSV_ENCODING_CP932] = "CP932",
      [MZ_CSV_ENCODING_UTF16LE] = "UTF-16LE",
      [MZ_CSV_ENCODING_UTF16BE] = "UTF-16BE",
  };
  static const char *const reasons[] = {
      [MZ_CSV_ENCODING_UTF8] = N_ ("this byte is not UTF-8; save the file as “CSV UTF-8”"),
      [MZ_CSV_ENCODING_UTF8_BOM] = N_ ("this byte is not UTF-8; save the file as “CSV UTF-8”"),
      [MZ_CSV_ENCODING_CP932] =
          N_ ("this byte is neither UTF-8 nor CP932; save the file as “CSV UTF-8”"),
      [MZ_CSV_ENCODING_UTF16LE] = N_ ("this is not UTF-16; save the file as “CSV UTF-8”"),
      [MZ_CSV_ENCODING_UTF16BE] = N_ ("this is not UTF-16; save the file as “CSV UTF-8”"),
  };
  gsize skip;
  const char *bad;
  *encoding = find_encoding (data, length, &skip);
  data += skip;
  length -= skip;
  gboolean is_utf8 = *encoding == MZ_CSV_ENCODING_UTF8 || *encoding == MZ_CSV_ENCODING_UTF8_BOM;
  const char *charset = is_utf8 ? NULL : charsets[*encoding];
  gsize good = 0;
  g_autofree char *text = NULL;
  if (charset != NULL)
    text = convert (data, length, charset, decoded_length, &good);
  else if (g_utf8_validate_len (data, length, &bad) || *bad == '\0')
    {
      text = g_malloc (length + 1);
      memcpy (text, data, length);
      text[length] = '\0';
      *decoded_length = length;
    }
  else
    good = bad - data;

  *reason = reasons[*encoding];
  if (text == NULL || good < (charset != NULL ? length : 0))
    {
      gsize ignored;
      *before =
          charset != NULL ? convert (data, good, charset, &ignored, NULL) : g_strndup (data, good);
      return NULL;
    }
  if (memchr (text, '\0', *decoded_length) != NULL)
    {
      *reason = N_ ("a zero byte is not allowed in a table");
      *before = g_strdup (text);
      return NULL;
    }
  return g_steal_pointer (&text);
}

static void
add_missing (GString *list, GHashTable *seen, const char *at)
{
  g_autofree char *character = g_strndup (at, g_utf8_next_char (at) - at);
  if (g_hash_table_size (seen) >= MAX_MISSING || g_hash_table_contains (seen, character))
    return;
  g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", character);
  g_hash_table_add (seen, g_steal_pointer (&character));
}

GBytes *
mz_csv_encode_cp932 (const char *text, gsize length, char **missing)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) list = g_string_new (NULL);
  const char *at = text;
  gsize size;
  char *encoded = g_convert (text, length, "CP932", "UTF-8", NULL, &size, NULL);
  if (encoded != NULL)
    return g_bytes_new_take (encoded, size);
  /* Each conversion stops at the next character that does not fit. */
  for (guint stops = 0; stops < MAX_STOPS && g_hash_table_size (seen) < MAX_MISSING; stops++)
    {
      gsize good = 0;
      g_autofree char *part =
          g_convert (at, text + length - at, "CP932", "UTF-8", &good, NULL, NULL);
      if (part != NULL)
        break;
      at += good;
      add_missing (list, seen, at);
      at = g_utf8_next_char (at);
    }
  *missing = g_strdup (list->str);
  return NULL;
}
