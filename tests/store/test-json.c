/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * JSON in and out: a table of texts with the place each is refused at, limits, and the writer held against json-glib's
 * own reader and against the shortest digits that Python prints. */

#include "config.h"

#include "mezasu/json.h"

#include "mezasu/file.h"
#include "mezasu/store-error.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* --- Reading -------------------------------------------------------------------------------------------------- */

/* Parses a copy that ends with its last byte, so that a sanitizer sees any read behind it. */
static JsonNode *
parse (const char *text, gsize length, GError **error)
{
  g_autofree char *exact = g_memdup2 (text, length);
  return mz_json_parse (exact, length, "文書.json", error);
}

static void
assert_refused (const char *label, const char *text, gsize length, guint line, guint column)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse (text, length, &error);
  g_autofree char *place = g_strdup_printf ("“文書.json”, line %u, column %u: ", line, column);
  if (node != NULL)
    g_error ("%s: accepted", label);
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED);
  if (!g_str_has_prefix (error->message, place))
    g_error ("%s: expected %u:%u, got: %s", label, line, column, error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (strlen (error->message), >, strlen (place) + 10);
}

static void
check_line (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 3);
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_autoptr (GBytes) bytes = g_uri_unescape_bytes (parts[2], -1, NULL, NULL);
  g_assert_nonnull (bytes);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  if (strcmp (parts[0], "ok") != 0)
    {
      char *column;
      guint64 line_number = g_ascii_strtoull (parts[0], &column, 10);
      g_assert_cmpint (*column, ==, ':');
      assert_refused (parts[1], text, length, line_number, g_ascii_strtoull (column + 1, NULL, 10));
      return;
    }
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse (text, length, &error);
  if (node == NULL)
    g_error ("%s: %s", parts[1], error->message);
}

static void
test_texts (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "json", "texts.txt", NULL);
  g_autofree char *table = NULL;
  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint n = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && *lines[i] != '\0')
      {
        check_line (lines[i]);
        n++;
      }
  g_assert_cmpuint (n, >=, 110);
}

/* What was written must also be what is read: json-glib alone gets several of these wrong or loses them. */
static void
test_values (void)
{
  static const char text[] =
      "{\"small\":-9223372036854775808,\"large\":9223372036854775807,\"minus\":-0,"
      "\"minus real\":-0.0,\"exponent\":1E2,\"tiny\":1e-400,\"\":\"empty\","
      "\"pair\":\"\\ud83d\\ude00\",\"tab\":\"\\t\\/\",\"list\":[null,true,false]}";
  g_autoptr (JsonNode) node = parse (text, strlen (text), NULL);
  g_assert_nonnull (node);
  JsonObject *object = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (object, "small"), ==, G_MININT64);
  g_assert_cmpint (json_object_get_int_member (object, "large"), ==, G_MAXINT64);
  g_assert_cmpint (json_node_get_value_type (json_object_get_member (object, "minus")), ==,
                   G_TYPE_INT64);
  g_assert_cmpint (json_object_get_int_member (object, "minus"), ==, 0);
  g_assert_true (signbit (json_object_get_double_member (object, "minus real")) != 0);
  g_assert_cmpfloat (json_object_get_double_member (object, "exponent"), ==, 100.0);
  g_assert_cmpint (json_node_get_value_type (json_object_get_member (object, "exponent")), ==,
                   G_TYPE_DOUBLE);
  g_assert_cmpfloat (json_object_get_double_member (object, "tiny"), ==, 0.0);
  g_assert_cmpstr (json_object_get_string_member (object, ""), ==, "empty");
  g_assert_cmpstr (json_object_get_string_member (object, "pair"), ==, "😀");
  g_assert_cmpstr (json_object_get_string_member (object, "tab"), ==, "\t/");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "list")), ==, 3);
}

static char *
repeat (const char *front, const char *part, guint n, const char *back)
{
  GString *text = g_string_new (front);
  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, back);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *opened = repeat ("", "[", 64, "");
  g_autofree char *allowed = repeat (opened, "]", 64, "");
  g_autofree char *over = repeat ("\n", "[", 65, "]");
  g_autofree char *lists = repeat ("", "[", 100000, "");
  g_autofree char *objects = repeat ("", "{\"a\":", 100000, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse (allowed, strlen (allowed), &error);
  g_assert_no_error (error);
  g_assert_nonnull (node);
  g_autofree char *again = mz_json_to_text (node, FALSE);
  g_assert_cmpstr (again, ==, allowed);

  assert_refused ("65 lists", over, strlen (over), 2, 65);
  assert_refused ("100,000 lists", lists, strlen (lists), 1, 65);
  assert_refused ("100,000 objects", objects, strlen (objects), 1, 64 * 5 + 1);
}

static char *
object_of (guint n)
{
  GString *text = g_string_new ("{");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n\"%u\":0", i > 0 ? "," : "", i);
  g_string_append (text, "}");
  return g_string_free (text, FALSE);
}

static void
test_members (void)
{
  g_autofree char *allowed = object_of (1000);
  g_autofree char *over = object_of (1001);
  g_autoptr (JsonNode) node = parse (allowed, strlen (allowed), NULL);
  g_assert_nonnull (node);
  g_assert_cmpuint (json_object_get_size (json_node_get_object (node)), ==, 1000);
  assert_refused ("1,001 members", over, strlen (over), 1002, 1);
}

static void
test_long_numbers (void)
{
  g_autofree char *allowed = repeat ("1.", "0", 998, "");
  g_autofree char *over = repeat ("[1.", "0", 999, "]");
  g_autofree char *integer = repeat ("", "9", 2000, "");
  g_autoptr (JsonNode) node = parse (allowed, 1000, NULL);
  g_assert_nonnull (node);
  g_assert_cmpfloat (json_node_get_double (node), ==, 1.0);
  assert_refused ("1,001 characters", over, strlen (over), 1, 2);
  assert_refused ("2,000 digits", integer, strlen (integer), 1, 1);
}

static void
test_size (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (MZ_FILE_TEXT_LIMIT + 1, ' ');
  text[MZ_FILE_TEXT_LIMIT - 1] = '7';
  g_assert_null (mz_json_parse (text, MZ_FILE_TEXT_LIMIT + 1, "x", &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_autoptr (JsonNode) node = mz_json_parse (text, MZ_FILE_TEXT_LIMIT, "x", &error);
  g_assert_no_error (error);
  g_assert_cmpint (json_node_get_int (node), ==, 7);
}

/* Three bytes of text that would cost 450 of memory. */
static void
test_memory (void)
{
  g_autofree char *text = repeat ("[{}", ",{}", 1300000, "]");
  g_autoptr (GError) error = NULL;
  g_assert_null (mz_json_parse (text, strlen (text), "x", &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
}

static void
test_load (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mezasu-json-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.json", NULL);
  g_autoptr (GError) error = NULL;
  g_assert_true (mz_file_replace (path, "[1,\n 2]", 7, NULL));
  g_autoptr (JsonNode) node = mz_json_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 2);

  g_assert_true (mz_file_replace (path, "[1,\n 2", 6, NULL));
  g_assert_null (mz_json_load (path, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED);
  g_assert_nonnull (strstr (error->message, "a.json”, line 2, column 3: "));
  g_clear_error (&error);
  g_assert_null (mz_json_load (folder, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
  remove (path);
  remove (folder);
}

/* --- Writing -------------------------------------------------------------------------------------------------- */

static void
assert_double (double value, const char *expected)
{
  g_autoptr (JsonNode) node = json_node_init_double (json_node_alloc (), value);
  g_autofree char *text = mz_json_to_text (node, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

/* The digits are those of Python 3.11's repr(), which prints the shortest decimal; the layout is C's %g. */
static void
test_double_digits (void)
{
  assert_double (0.0, "0.0");
  assert_double (-0.0, "-0.0");
  assert_double (1.0, "1.0");
  assert_double (100.0, "100.0");
  assert_double (0.1, "0.1");
  assert_double (1.0 / 3.0, "0.3333333333333333");
  assert_double (2.0 / 3.0, "0.6666666666666666");
  assert_double (0.1 + 0.2, "0.30000000000000004");
  assert_double (4.35, "4.35");
  assert_double (1e21, "1e+21");
  assert_double (1e23, "1e+23");
  assert_double (9007199254740993.0, "9007199254740992.0");
  assert_double (1.7976931348623157e308, "1.7976931348623157e+308");
  assert_double (2.2250738585072014e-308, "2.2250738585072014e-308");
  assert_double (2.225073858507201e-308, "2.225073858507201e-308");
  assert_double (4.941e-321, "4.94e-321");
  assert_double (5e-324, "5e-324");
}

static double
random_double (void)
{
  for (;;)
    {
      guint64 bits = (guint64)(guint32)g_test_rand_int () << 32 | (guint32)g_test_rand_int ();
      double value;
      memcpy (&value, &bits, sizeof value);
      if (isfinite (value))
        return value;
    }
}

/* The double just above or below a power of two, where the spacing changes. */
static double
beside_power (int exponent, gboolean above)
{
  double value = ldexp (1.0, exponent);
  gint64 bits;
  memcpy (&bits, &value, sizeof bits);
  bits += above ? 1 : -1;
  memcpy (&value, &bits, sizeof value);
  return value;
}

/* Any bit pattern, short decimals, and neighbours of powers of two: all come back with the same bits through json-glib's
 * own reader. */
static void
test_double_round_trip (void)
{
  g_autoptr (JsonArray) list = json_array_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  for (int i = 0; i < 60000; i++)
    {
      double value = i % 3 == 0   ? random_double ()
                     : i % 3 == 1 ? g_test_rand_int () / 1000.0
                                  : beside_power (i % 2000 - 1000, i % 2 == 0);
      g_array_append_val (values, value);
      json_array_add_double_element (list, value);
    }
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), list);
  g_autofree char *text = mz_json_to_text (node, FALSE);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  JsonArray *got = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (got), ==, values->len);
  for (guint i = 0; i < values->len; i++)
    {
      double value = json_array_get_double_element (got, i);
      g_assert_cmpint (json_node_get_value_type (json_array_get_element (got, i)), ==,
                       G_TYPE_DOUBLE);
      g_assert_cmpmem (&value, sizeof value, &g_array_index (values, double, i), sizeof value);
    }
}

static void
assert_string (const char *string, const char *expected)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), string);
  g_autofree char *text = mz_json_to_text (node, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_strings (void)
{
  assert_string ("", "\"\"");
  assert_string ("a/b \"c\" \\", "\"a/b \\\"c\\\" \\\\\"");
  assert_string ("\b\t\n\v\f\r\x01\x1f", "\"\\b\\t\\n\\u000b\\f\\r\\u0001\\u001f\"");
  assert_string ("\x7f\xc2\x85", "\"\\u007f\\u0085\"");
  assert_string ("情報\u2028資産\u2029", "\"情報\\u2028資産\\u2029\"");
  assert_string ("\ufffe\uffff\ufdd0\ufeff", "\"\\ufffe\\uffff\\ufdd0\\ufeff\"");
  assert_string ("a\u202eb\u2066c\u200f", "\"a\\u202eb\\u2066c\\u200f\"");
  assert_string ("\U0001f600\U0001fffe\U0010ffff", "\"😀\\ud83f\\udffe\\udbff\\udfff\"");
  assert_string ("a\xff"
                 "b",
                 "\"a\ufffdb\"");
}

/* A value of any kind and at most @depth deep, with texts from the corners of Unicode. */
static JsonNode *
random_node (guint depth)
{
  static const char *const texts[] = {
      "",       "a", "\"",   "\\", "\n\t\x01", "情報",       "\u2028",
      "\ufffe", "😀", "null", "/",  "\u202e",   "\U0010fffe", "0",
  };
  guint kind = g_test_rand_int_range (0, depth > 0 ? 7 : 5);
  JsonNode *node = json_node_alloc ();
  switch (kind)
    {
    case 0:
      return json_node_init_null (node);
    case 1:
      return json_node_init_boolean (node, g_test_rand_bit ());
    case 2:
      return json_node_init_int (
          node, g_test_rand_int () * (G_GINT64_CONSTANT (1) << g_test_rand_int_range (0, 32)));
    case 3:
      return json_node_init_double (node, random_double ());
    case 4:
      return json_node_init_string (node, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
    default:
      break;
    }
  guint n = g_test_rand_int_range (0, 6);
  if (kind == 5)
    {
      g_autoptr (JsonArray) list = json_array_new ();
      for (guint i = 0; i < n; i++)
        json_array_add_element (list, random_node (depth - 1));
      return json_node_init_array (node, list);
    }
  g_autoptr (JsonObject) object = json_object_new ();
  for (guint i = 0; i < n; i++)
    json_object_set_member (object, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))],
                            random_node (depth - 1));
  return json_node_init_object (node, object);
}

/* What is written, pretty or not, reads back as the same value, by json-glib alone and through the gate, and is written
 * again as the same bytes. */
static void
test_round_trip (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (JsonNode) node = random_node (5);
      for (guint pretty = 0; pretty < 2; pretty++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *text = mz_json_to_text (node, pretty);
          g_autoptr (JsonNode) direct = json_from_string (text, &error);
          g_assert_no_error (error);
          g_assert_true (json_node_equal (node, direct));
          g_autoptr (JsonNode) gated = mz_json_parse (text, strlen (text), "x", &error);
          g_assert_no_error (error);
          g_assert_true (json_node_equal (node, gated));
          g_autofree char *again = mz_json_to_text (gated, pretty);
          g_assert_cmpstr (again, ==, text);
        }
    }
}

static void
test_layout (void)
{
  static const char text[] =
      "{\"b\":[{\"z\":1,\"a\":[1,2.5,\"x\",null]},{}],\"a\":[],\"B\":{\"é\":true,\"z\":[[1],[2]]}}";
  static const char expected[] = "{\n"
                                 "  \"B\": {\n"
                                 "    \"z\": [\n"
                                 "      [1],\n"
                                 "      [2]\n"
                                 "    ],\n"
                                 "    \"é\": true\n"
                                 "  },\n"
                                 "  \"a\": [],\n"
                                 "  \"b\": [\n"
                                 "    {\n"
                                 "      \"a\": [1, 2.5, \"x\", null],\n"
                                 "      \"z\": 1\n"
                                 "    },\n"
                                 "    {}\n"
                                 "  ]\n"
                                 "}\n";
  g_autoptr (JsonNode) node = parse (text, strlen (text), NULL);
  g_assert_nonnull (node);
  g_autofree char *pretty = mz_json_to_text (node, TRUE);
  g_assert_cmpstr (pretty, ==, expected);
  g_autofree char *line = mz_json_to_text (node, FALSE);
  g_assert_cmpstr (
      line, ==,
      "{\"B\":{\"z\":[[1],[2]],\"é\":true},\"a\":[],\"b\":[{\"a\":[1,2.5,\"x\",null],\"z\":1},{}]}");
}

/* A list that leaves no room for a comma within 100 columns gets a line for each value. */
static void
test_line_width (void)
{
  g_autofree char *fits = repeat ("[10", ", 10", 23, "]\n");
  g_autofree char *over = repeat ("[10", ", 10", 24, "]\n");
  g_autoptr (JsonNode) short_list = parse (fits, strlen (fits), NULL);
  g_autoptr (JsonNode) long_list = parse (over, strlen (over), NULL);
  g_autofree char *short_text = mz_json_to_text (short_list, TRUE);
  g_autofree char *long_text = mz_json_to_text (long_list, TRUE);
  g_autofree char *broken = repeat ("[\n", "  10,\n", 24, "  10\n]\n");
  g_assert_cmpstr (short_text, ==, fits);
  g_assert_cmpstr (long_text, ==, broken);
}

static void
test_not_finite (void)
{
  g_autoptr (JsonNode) node = json_node_init_double (json_node_alloc (), NAN);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*isfinite*");
  g_assert_null (mz_json_to_text (node, TRUE));
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/json/texts", test_texts);
  g_test_add_func ("/store/json/values", test_values);
  g_test_add_func ("/store/json/depth", test_depth);
  g_test_add_func ("/store/json/members", test_members);
  g_test_add_func ("/store/json/long-numbers", test_long_numbers);
  g_test_add_func ("/store/json/size", test_size);
  g_test_add_func ("/store/json/memory", test_memory);
  g_test_add_func ("/store/json/load", test_load);
  g_test_add_func ("/store/json/double-digits", test_double_digits);
  g_test_add_func ("/store/json/double-round-trip", test_double_round_trip);
  g_test_add_func ("/store/json/strings", test_strings);
  g_test_add_func ("/store/json/round-trip", test_round_trip);
  g_test_add_func ("/store/json/layout", test_layout);
  g_test_add_func ("/store/json/line-width", test_line_width);
  g_test_add_func ("/store/json/not-finite", test_not_finite);
  return g_test_run ();
}
