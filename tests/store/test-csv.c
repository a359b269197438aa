/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Comma-separated values in and out. The bytes of other encodings were made with Python's codecs. */

#include "config.h"

#include "mezasu/csv.h"

#include "mezasu/file.h"
#include "mezasu/store-error.h"

#include <stdio.h>
#include <string.h>

#define BYTES(literal) literal, sizeof (literal) - 1

/* --- Reading -------------------------------------------------------------------------------------------------- */

/* Parses a copy that ends with its last byte, so that a sanitizer sees any read behind it. */
static MzCsv *
parse (const char *data, gsize length, MzCsvReadFlags flags, GError **error)
{
  g_autofree char *exact = g_memdup2 (data, length);
  return mz_csv_parse (exact, length, "台帳.csv", flags, error);
}

/* The table with | between cells and / after rows. */
static char *
show (const MzCsv *csv)
{
  GString *text = g_string_new (NULL);
  for (guint row = 0; row < mz_csv_get_n_rows (csv); row++)
    {
      for (guint column = 0; column < mz_csv_get_n_cells (csv, row); column++)
        g_string_append_printf (text, "%s%s", column > 0 ? "|" : "",
                                mz_csv_get_cell (csv, row, column));
      g_string_append_c (text, '/');
    }
  return g_string_free (text, FALSE);
}

static void
test_accepted (void)
{
  static const struct
  {
    const char *text;
    const char *table;
  } cases[] = {
      {"", ""},
      {"a", "a/"},
      {"a,b\r\nc,d\r\n", "a|b/c|d/"},
      {"a,b\nc,d", "a|b/c|d/"},
      {"a,b\rc,d\r", "a|b/c|d/"},
      {"a\r\r\nb\n\n", "a//b//"},
      {",", "|/"},
      {",\n,,", "|/||/"},
      {"\n", "/"},
      {"\"\"", "/"},
      {"\"a\"", "a/"},
      {"\"a,b\",c", "a,b|c/"},
      {"\"a\r\nb\",\"c\"\r\nd", "a\r\nb|c/d/"},
      {"\"a\"\"b\",\"\"\"\"", "a\"b|\"/"},
      {"\"a\"\"\"\"b\"\n", "a\"\"b/"},
      {" a ,b ", " a |b /"},
      {"a\tb\nc,d", "a|b/c,d/"},
      {"a\tb,c", "a\tb|c/"},
      {"\"a,b\"\tc", "a,b|c/"},
      {"資産,金額\n台帳,１２", "資産|金額/台帳|１２/"},
      {"'=1,'x", "'=1|'x/"},
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MzCsv) csv =
          parse (cases[i].text, strlen (cases[i].text), MZ_CSV_READ_DEFAULT, &error);
      g_assert_no_error (error);
      g_autofree char *table = show (csv);
      g_assert_cmpstr (table, ==, cases[i].table);
    }
}

static void
test_short_rows (void)
{
  g_autoptr (MzCsv) csv = parse (BYTES ("a,b,c\nd"), MZ_CSV_READ_DEFAULT, NULL);
  g_assert_cmpuint (mz_csv_get_n_rows (csv), ==, 2);
  g_assert_cmpuint (mz_csv_get_n_cells (csv, 0), ==, 3);
  g_assert_cmpuint (mz_csv_get_n_cells (csv, 1), ==, 1);
  g_assert_cmpstr (mz_csv_get_cell (csv, 1, 2), ==, "");
}

static void
assert_refused (const char *data, gsize length, MzStoreError code, guint row, guint column)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = g_strdup_printf ("“台帳.csv”, row %u, column %u: ", row, column);
  g_assert_null (parse (data, length, MZ_CSV_READ_DEFAULT, &error));
  g_assert_error (error, MZ_STORE_ERROR, (int)code);
  if (!g_str_has_prefix (error->message, place))
    g_error ("expected %u, %u: %s", row, column, error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    guint row, column;
  } cases[] = {
      {BYTES ("a\"b"), 1, 1},
      {BYTES ("x,y\nz, \"q\""), 2, 2},
      {BYTES (" a , \"\""), 1, 2},
      {BYTES ("\"a"), 1, 1},
      {BYTES ("a,b\r\nc,\"d\r\ne,f\r\n"), 2, 2},
      {BYTES ("\"a\nb\",c\n\"d\"e"), 2, 1},
      {BYTES ("a,\"b\" ,c"), 1, 2},
      {BYTES ("\"a\"\"b"), 1, 1},
      {BYTES ("a,\"b\"\"\"\"c"), 1, 2},
      /* zero bytes */
      {BYTES ("a,b\nc,d\0e\nfghijklmnopqrstuvw"), 2, 2},
      {BYTES ("\0"), 1, 1},
      {BYTES ("\xEF\xBB\xBF"
              "a,\0"),
       1, 2},
      /* neither UTF-8 nor CP932: 0xFD is no lead byte of the one nor of the other */
      {BYTES ("a,b\nc,d,\xFD\x20"), 2, 3},
      {BYTES ("a,\x81"), 1, 2},
      /* damaged UTF-8: after a mark, and by the evidence of what stands before */
      {BYTES ("\xEF\xBB\xBF"
              "a\n\xFF"),
       2, 1},
      {BYTES ("情報資産,台帳\n\"x\ny\",\x82\xA0"), 2, 2},
      /* UTF-16 with half a surrogate pair, and cut in the middle of a unit */
      {BYTES ("\xFF\xFE"
              "a\0,\0\0\xD8"
              "b\0"),
       1, 2},
      {BYTES ("\xFE\xFF"
              "\0a\0\n\0b\0"),
       2, 1},
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].data, cases[i].length, MZ_STORE_ERROR_MALFORMED, cases[i].row,
                    cases[i].column);
}

static void
test_encodings (void)
{
  static const char utf8[] = "資産,備考\r\n顧客台帳,～①髙﨑\r\n";
  static const char cp932[] =
      "\216\221\216\131\054\224\365\215\154\015\012\214\332\213\161\221\344\222\240\054\201\140\207\100\356\340\355\225\015\012";
  static const char utf16le[] =
      "\307\214\043\165\054\000\231\120\003\200\015\000\012\000\147\230\242\133\360\123\063\136\054\000\136\377\140\044\331\232\021\372\015\000\012\000";
  static const char utf16be[] =
      "\214\307\165\043\000\054\120\231\200\003\000\015\000\012\230\147\133\242\123\360\136\063\000\054\377\136\044\140\232\331\372\021\000\015\000\012";
  const struct
  {
    const char *mark;
    gsize mark_length;
    const char *data;
    gsize length;
    MzCsvEncoding encoding;
    const char *name;
  } cases[] = {
      {BYTES (""), BYTES (utf8), MZ_CSV_ENCODING_UTF8, "UTF-8"},
      {BYTES ("\xEF\xBB\xBF"), BYTES (utf8), MZ_CSV_ENCODING_UTF8_BOM, "UTF-8 (BOM)"},
      {BYTES (""), BYTES (cp932), MZ_CSV_ENCODING_CP932, "CP932 (Shift_JIS)"},
      {BYTES ("\xFF\xFE"), BYTES (utf16le), MZ_CSV_ENCODING_UTF16LE, "UTF-16 LE"},
      {BYTES ("\xFE\xFF"), BYTES (utf16be), MZ_CSV_ENCODING_UTF16BE, "UTF-16 BE"},
      {BYTES (""), BYTES (utf16le), MZ_CSV_ENCODING_UTF16LE, "UTF-16 LE"},
      {BYTES (""), BYTES (utf16be), MZ_CSV_ENCODING_UTF16BE, "UTF-16 BE"},
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GError) error = NULL;
      g_byte_array_append (bytes, (const guint8 *)cases[i].mark, cases[i].mark_length);
      g_byte_array_append (bytes, (const guint8 *)cases[i].data, cases[i].length);
      g_autoptr (MzCsv) csv =
          parse ((const char *)bytes->data, bytes->len, MZ_CSV_READ_DEFAULT, &error);
      g_assert_no_error (error);
      g_autofree char *table = show (csv);
      g_assert_cmpstr (table, ==, "資産|備考/顧客台帳|～①髙﨑/");
      g_assert_cmpint (mz_csv_get_encoding (csv), ==, cases[i].encoding);
      g_assert_cmpstr (mz_csv_encoding_name (mz_csv_get_encoding (csv)), ==, cases[i].name);
      g_assert_cmpint (mz_csv_get_separator (csv), ==, ',');
    }
}

static char *
repeat (const char *part, guint n, const char *back)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, back);
  return g_string_free (text, FALSE);
}

static void
assert_limit (const char *part, guint n, const char *allowed_end, const char *over_end, guint row,
              guint column)
{
  g_autofree char *allowed = repeat (part, n, allowed_end);
  g_autofree char *over = repeat (part, n, over_end);
  g_autoptr (GError) error = NULL;
  g_autoptr (MzCsv) csv = parse (allowed, strlen (allowed), MZ_CSV_READ_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_nonnull (csv);
  assert_refused (over, strlen (over), MZ_STORE_ERROR_REFUSED, row, column);
}

static void
test_limits (void)
{
  assert_limit ("\n", 999999, "a\r\n", "\n\n", 1000001, 1);
  assert_limit (",", 999, "", ",", 1, 1001);
  /* Characters, not bytes. */
  assert_limit ("情", 99999, "報", "報告", 1, 1);
  assert_limit ("x", 100000, "\nb", "x\nb", 1, 1);

  g_autofree char *large = g_strnfill (MZ_FILE_TEXT_LIMIT + 1, '\n');
  g_autoptr (GError) error = NULL;
  g_assert_null (mz_csv_parse (large, MZ_FILE_TEXT_LIMIT + 1, "x", MZ_CSV_READ_DEFAULT, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
}

static void
test_load (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mezasu-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_assert_true (mz_file_replace (path, "a,b\n", 4, NULL));
  g_autoptr (MzCsv) csv = mz_csv_load (path, MZ_CSV_READ_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mz_csv_get_cell (csv, 0, 1), ==, "b");
  remove (path);
  g_assert_null (mz_csv_load (path, MZ_CSV_READ_DEFAULT, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO);
  remove (folder);
}

/* --- Writing -------------------------------------------------------------------------------------------------- */

static char *
write_cell (MzCsvWriteFlags flags, const char *cell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzCsvWriter) writer = mz_csv_writer_new (flags);
  mz_csv_writer_add (writer, cell);
  g_autoptr (GBytes) bytes = mz_csv_writer_finish (writer, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_form (void)
{
  static const MzCsvWriteFlags flags[] = {MZ_CSV_WRITE_DEFAULT,
                                          MZ_CSV_WRITE_NO_BOM | MZ_CSV_WRITE_LF};
  static const char *const expected[] = {
      "\xEF\xBB\xBF"
      "a,\"b,c\",\r\n\"say \"\"x\"\"\",\" d\",\"e\nf\"\r\n",
      "a,\"b,c\",\n\"say \"\"x\"\"\",\" d\",\"e\nf\"\n",
  };
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (MzCsvWriter) writer = mz_csv_writer_new (flags[i]);
      mz_csv_writer_add (writer, "a");
      mz_csv_writer_add (writer, "b,c");
      mz_csv_writer_add (writer, NULL);
      mz_csv_writer_end_row (writer);
      mz_csv_writer_add (writer, "say \"x\"");
      mz_csv_writer_add (writer, " d");
      mz_csv_writer_add (writer, "e\nf");
      mz_csv_writer_end_row (writer);
      g_autoptr (GBytes) bytes = mz_csv_writer_finish (writer, NULL);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected[i],
                       strlen (expected[i]));
    }
}

static void
test_guard (void)
{
  static const char *const guarded[] = {
      "=1+1", "+1",   "-",      "-a",       "@SUM(A1)", "＝1",  "＋1",   "－1",
      "＠x",  "-1+2", "--1",    "-1,2345",  "-1.",      "-.5",  "-1e",   "-1 ",
      "- 1",  "-1;2", "-12,34", "-1,234,5", "'=x",      "''+1", "-1e5x",
  };
  static const char *const plain[] = {
      "",      "a",      "1", "-1", "-1.5", "-1,234", "-1,234,567.89", "-1234567",
      "-1e-5", "-2E+10", "'", "'a", "'-5",  " =1",    "a=b",           "△1,234",
  };
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    {
      g_autofree char *text = write_cell (MZ_CSV_WRITE_NO_BOM, guarded[i]);
      g_autofree char *raw = write_cell (MZ_CSV_WRITE_NO_BOM | MZ_CSV_WRITE_UNGUARDED, guarded[i]);
      g_autoptr (MzCsv) csv = parse (text, strlen (text), MZ_CSV_READ_DEFAULT, NULL);
      g_autoptr (MzCsv) raw_csv = parse (raw, strlen (raw), MZ_CSV_READ_DEFAULT, NULL);
      g_autoptr (MzCsv) undone = parse (text, strlen (text), MZ_CSV_READ_UNGUARD, NULL);
      g_assert_cmpstr (mz_csv_get_cell (csv, 0, 0), !=, guarded[i]);
      g_assert_cmpint (*mz_csv_get_cell (csv, 0, 0), ==, '\'');
      g_assert_cmpstr (mz_csv_get_cell (csv, 0, 0) + 1, ==, guarded[i]);
      g_assert_cmpstr (mz_csv_get_cell (raw_csv, 0, 0), ==, guarded[i]);
      g_assert_cmpstr (mz_csv_get_cell (undone, 0, 0), ==, guarded[i]);
    }
  for (guint i = 1; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *text = write_cell (MZ_CSV_WRITE_NO_BOM, plain[i]);
      g_autoptr (MzCsv) csv = parse (text, strlen (text), MZ_CSV_READ_DEFAULT, NULL);
      g_assert_cmpstr (mz_csv_get_cell (csv, 0, 0), ==, plain[i]);
    }
  g_autofree char *tab = write_cell (MZ_CSV_WRITE_NO_BOM, "\t=1");
  g_assert_cmpstr (tab, ==, "\"'\t=1\"");
  g_autofree char *line = write_cell (MZ_CSV_WRITE_NO_BOM, "\r=1");
  g_assert_cmpstr (line, ==, "\"'\r=1\"");
}

static char *
random_cell (void)
{
  static const char *const parts[] = {
      "=", "+", "-", "@", "'",  "\"", ",",  "\t",           "\r", "\n",
      "1", ".", "e", " ", "＝", "－", "情", "\xEF\xBB\xBF", "😀",  "a",
  };
  GString *cell = g_string_new (NULL);
  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    g_string_append (cell, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  return g_string_free (cell, FALSE);
}

/* Whatever is written is read back exactly, in every form. */
static void
test_round_trip (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      MzCsvWriteFlags flags = g_test_rand_int_range (0, MZ_CSV_WRITE_CP932);
      g_autoptr (MzCsvWriter) writer = mz_csv_writer_new (flags);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      guint n_rows = g_test_rand_int_range (1, 4);
      guint n_columns = g_test_rand_int_range (1, 4);
      for (guint i = 0; i < n_rows * n_columns; i++)
        {
          char *cell = random_cell ();
          g_ptr_array_add (cells, cell);
          mz_csv_writer_add (writer, cell);
          if ((i + 1) % n_columns == 0)
            mz_csv_writer_end_row (writer);
        }
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = mz_csv_writer_finish (writer, NULL);
      g_autoptr (MzCsv) csv = parse (
          g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
          (flags & MZ_CSV_WRITE_UNGUARDED) ? MZ_CSV_READ_DEFAULT : MZ_CSV_READ_UNGUARD, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (mz_csv_get_n_rows (csv), ==, n_rows);
      for (guint i = 0; i < cells->len; i++)
        g_assert_cmpstr (mz_csv_get_cell (csv, i / n_columns, i % n_columns), ==, cells->pdata[i]);
    }
}

/* Two letters of names have two codes each. Both are read; Windows writes the second one (Microsoft KB 170559). */
static void
test_cp932 (void)
{
  static const char expected[] =
      "\216\221\216\131\054\224\365\215\154\015\012\214\332\213\161\221\344\222\240\054\201\140\207\100\373\374\372\261\015\012";
  g_autoptr (GError) error = NULL;
  g_autoptr (MzCsvWriter) writer = mz_csv_writer_new (MZ_CSV_WRITE_CP932);
  mz_csv_writer_add (writer, "資産");
  mz_csv_writer_add (writer, "備考");
  mz_csv_writer_end_row (writer);
  mz_csv_writer_add (writer, "顧客台帳");
  mz_csv_writer_add (writer, "～①髙﨑");
  mz_csv_writer_end_row (writer);
  g_autoptr (GBytes) bytes = mz_csv_writer_finish (writer, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   sizeof (expected) - 1);

  mz_csv_writer_add (writer, "😀é😀 資産 𠮷");
  g_assert_null (mz_csv_writer_finish (writer, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, ": 😀 é 𠮷."));
}

static void
test_invalid_text (void)
{
  g_autofree char *text = write_cell (MZ_CSV_WRITE_NO_BOM, "a\xFF");
  g_assert_cmpstr (text, ==, "a\ufffd");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/csv/accepted", test_accepted);
  g_test_add_func ("/store/csv/short-rows", test_short_rows);
  g_test_add_func ("/store/csv/refused", test_refused);
  g_test_add_func ("/store/csv/encodings", test_encodings);
  g_test_add_func ("/store/csv/limits", test_limits);
  g_test_add_func ("/store/csv/load", test_load);
  g_test_add_func ("/store/csv/form", test_form);
  g_test_add_func ("/store/csv/guard", test_guard);
  g_test_add_func ("/store/csv/round-trip", test_round_trip);
  g_test_add_func ("/store/csv/cp932", test_cp932);
  g_test_add_func ("/store/csv/invalid-text", test_invalid_text);
  return g_test_run ();
}
