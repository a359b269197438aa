/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Received files that mean harm or are broken. Each gets one sentence that names it, or is read for what it is; none
 * crashes, hangs, or touches another file. Whoever makes such a file can compute digests too, so that the digest is made
 * good again before the deeper checks are tried. */

#include "config.h"

#include "store-support.h"

#include "digest-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_SECONDS 2.0

static char *base_path;
static char *zone_id, *system_id, *first_step, *second_step, *theme_id;

static const MzKind *
kind_of (const char *name)
{
  return mz_schema_kind (mz_schema_default (), name);
}

static char *
insert_titled (MzEdit *edit, const char *kind, const char *title)
{
  const char *id = mz_edit_insert (edit, kind_of (kind), NULL);
  mz_edit_set_text (edit, kind_of (kind), id, "title", title);
  return g_strdup (id);
}

/* A good document that holds something of everything that is tampered with below. */
static void
make_base (void)
{
  g_autoptr (GError) error = NULL;
  MzDocument *document = mz_document_new (mz_schema_default (), &error);
  g_autoptr (MzEdit) edit = mz_edit_new ("Begin");
  g_assert_no_error (error);
  zone_id = insert_titled (edit, "zone", "Zone");
  theme_id = insert_titled (edit, "theme", "Theme");
  system_id = insert_titled (edit, "system", "System");
  mz_edit_set_text (edit, kind_of ("system"), system_id, "zone", zone_id);
  g_autofree char *option = insert_titled (edit, "option", "Option");
  first_step = insert_titled (edit, "step", "First");
  second_step = insert_titled (edit, "step", "Second");
  mz_edit_set_text (edit, kind_of ("step"), first_step, "option", option);
  mz_edit_set_text (edit, kind_of ("step"), second_step, "option", option);
  mz_edit_set_text (edit, kind_of ("step"), second_step, "predecessor", first_step);
  mz_edit_link (edit, mz_schema_default (), zone_id, theme_id);
  mz_edit_link (edit, mz_schema_default (), theme_id, option);
  mz_document_edit (document, edit, &error);
  g_assert_no_error (error);
  support_set_name (document, "Firm");
  g_autofree char *risk = support_add_risk (document, "Risk");
  base_path = support_path ("base.mezasu");
  mz_document_save_as (document, base_path, FALSE, &error);
  g_assert_no_error (error);
  mz_document_close (document, FALSE);
  g_object_unref (document);
}

/* Runs SQL on a file as any tool could. */
static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db;
  char *message = NULL;
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
mend_digest (const char *path)
{
  sqlite3 *db;
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_autofree char *digest = mz_digest_database (db, path, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_assert_nonnull (digest);
  g_autofree char *sql =
      g_strdup_printf ("UPDATE mz_meta SET value = '%s' WHERE key = 'digest'", digest);
  run_sql (path, sql);
}

static char *
copy_base (void)
{
  char *path = support_path ("bad.mezasu");
  g_autoptr (GBytes) bytes = support_read (base_path);
  support_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return path;
}

/* Opens and loads a file that has to be refused, with everything that a refusal must not do. */
static void
assert_refused (const char *path, int code)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *working = support_working_folder ();
  g_autofree char *name = g_path_get_basename (path);
  guint n_before = support_entries (folder);
  gint64 start = g_get_monotonic_time ();
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MzDocument) document = NULL;
      g_autoptr (MzModel) model = NULL;
      if (i == 0)
        document = mz_document_open (mz_schema_default (), path, &error);
      else
        model = mz_model_load (mz_schema_default (), path, "ja", &error);
      g_assert_null (document);
      g_assert_null (model);
      if (error->domain != MZ_STORE_ERROR || error->code != code)
        g_test_message ("%s", error->message);
      g_assert_error (error, MZ_STORE_ERROR, code);
      g_assert_nonnull (strstr (error->message, name));
      g_assert_null (strchr (error->message, '\n'));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_test_message ("%s", error->message);
    }
  g_assert_cmpfloat ((double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC, <,
                     2 * MAX_SECONDS);
  g_assert_cmpuint (support_entries (folder), ==, n_before);
  g_assert_cmpuint (support_entries (working), ==, 0);
}

#define OPEN_SCHEMA "PRAGMA writable_schema = ON; "
#define ANY_ID "'01234567-0123-4123-8123-0123456789ab'"
/* Shorthands in the SQL below, replaced by ids of the good document. */
#define ZONE "@zone"
#define FIRST "@first"
#define SECOND "@second"
#define THEME "@theme"
#define SYSTEM "@system"

typedef struct
{
  const char *name;
  MzStoreError code;
  const char *sql[3]; /* each on a connection of its own */
  gboolean keep_digest;
} SqlCase;

static const SqlCase sql_cases[] = {
    {"extra-table", MZ_STORE_ERROR_REFUSED, {"CREATE TABLE extra (a)"}},
    {"table-of-strange-name",
     MZ_STORE_ERROR_REFUSED,
     {"CREATE TABLE \"a\nb\u202e社社社社社社社社社社社社社社社社社社社社社社社社社社社社\" (a)"}},
    {"extra-index", MZ_STORE_ERROR_REFUSED, {"CREATE INDEX i ON risk (title)"}},
    {"trigger",
     MZ_STORE_ERROR_REFUSED,
     {"CREATE TRIGGER t AFTER UPDATE ON risk BEGIN DELETE FROM risk; END"}},
    {"endless-view",
     MZ_STORE_ERROR_REFUSED,
     {"DROP TABLE risk; CREATE VIEW risk AS WITH RECURSIVE r (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) "
      "SELECT id FROM r"},
     TRUE},
    {"meta-view",
     MZ_STORE_ERROR_REFUSED,
     {"CREATE TABLE m AS SELECT * FROM mz_meta; DROP TABLE mz_meta; CREATE VIEW mz_meta AS SELECT * FROM m"},
     TRUE},
    {"virtual-table",
     MZ_STORE_ERROR_REFUSED,
     {OPEN_SCHEMA
      "INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING dbstat')"},
     TRUE},
    {"missing-table", MZ_STORE_ERROR_REFUSED, {"DROP TABLE link"}},
    {"missing-history", MZ_STORE_ERROR_REFUSED, {"DROP TABLE mz_history"}},
    {"missing-meta", MZ_STORE_ERROR_REFUSED, {"DROP TABLE mz_meta"}, TRUE},
    {"more-columns", MZ_STORE_ERROR_REFUSED, {"ALTER TABLE risk ADD COLUMN extra TEXT"}},
    {"other-text",
     MZ_STORE_ERROR_REFUSED,
     {OPEN_SCHEMA
      "UPDATE sqlite_schema SET sql = replace (sql, 'TEXT NOT NULL PRIMARY', 'TEXT  NOT NULL PRIMARY') "
      "WHERE name = 'risk'"},
     TRUE},
    {"generated-column",
     MZ_STORE_ERROR_REFUSED,
     {OPEN_SCHEMA
      "UPDATE sqlite_schema SET sql = replace (sql, '\"title\" TEXT', '\"title\" TEXT AS (id)') "
      "WHERE name = 'risk'"},
     TRUE},
    {"broken-schema-text",
     MZ_STORE_ERROR_MALFORMED,
     {OPEN_SCHEMA "UPDATE sqlite_schema SET sql = 'CREATE TABLE risk (' WHERE name = 'risk'"},
     TRUE},
    {"table-without-page",
     MZ_STORE_ERROR_MALFORMED,
     {OPEN_SCHEMA "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'risk'"},
     TRUE},
    {"two-tables-one-page",
     MZ_STORE_ERROR_MALFORMED,
     {OPEN_SCHEMA
      "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'zone') "
      "WHERE name = 'theme'"},
     TRUE},
    {"wrong-type",
     MZ_STORE_ERROR_MALFORMED,
     {OPEN_SCHEMA
      "UPDATE sqlite_schema SET sql = replace (sql, ') STRICT,', ')') WHERE name = 'risk'",
      "UPDATE risk SET likelihood = 'high'",
      OPEN_SCHEMA
      "UPDATE sqlite_schema SET sql = replace (sql, ') WITHOUT', ') STRICT, WITHOUT') WHERE name = 'risk'"}},
    {"null-in-required",
     MZ_STORE_ERROR_MALFORMED,
     {OPEN_SCHEMA
      "UPDATE sqlite_schema SET sql = replace (sql, '\"title\" TEXT NOT NULL', '\"title\" TEXT') "
      "WHERE name = 'zone'",
      "UPDATE zone SET title = NULL",
      OPEN_SCHEMA
      "UPDATE sqlite_schema SET sql = replace (sql, '\"title\" TEXT', '\"title\" TEXT NOT NULL') "
      "WHERE name = 'zone'"}},
    {"empty-required", MZ_STORE_ERROR_MALFORMED, {"UPDATE zone SET title = ''"}},
    {"dangling-reference", MZ_STORE_ERROR_MALFORMED, {"UPDATE system SET zone = " ANY_ID}},
    {"reference-to-other-kind", MZ_STORE_ERROR_MALFORMED, {"UPDATE system SET zone = " THEME}},
    {"reference-not-an-id", MZ_STORE_ERROR_MALFORMED, {"UPDATE system SET zone = '../../etc'"}},
    {"cycle-of-steps",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE step SET predecessor = " SECOND " WHERE id = " FIRST}},
    {"step-after-itself", MZ_STORE_ERROR_MALFORMED, {"UPDATE step SET predecessor = id"}},
    {"cycle-of-links",
     MZ_STORE_ERROR_MALFORMED,
     {"INSERT INTO link (id, cause, result) VALUES (" ANY_ID ", " THEME ", " ZONE ")"}},
    {"level-out-of-range", MZ_STORE_ERROR_MALFORMED, {"UPDATE risk SET likelihood = 11"}},
    {"boolean-two", MZ_STORE_ERROR_MALFORMED, {"UPDATE risk SET assumed = 2"}},
    {"unknown-choice", MZ_STORE_ERROR_MALFORMED, {"UPDATE zone SET type = 'moon'"}},
    {"invalid-utf8",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE zone SET title = CAST (x'41ff42' AS TEXT)"}},
    {"zero-in-text",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE zone SET title = CAST (x'410042' AS TEXT)"}},
    {"two-lines-in-a-line",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE zone SET title = 'a' || char (10) || 'b'"}},
    {"long-text", MZ_STORE_ERROR_MALFORMED, {"UPDATE zone SET title = hex (zeroblob (100000))"}},
    {"no-organisation", MZ_STORE_ERROR_MALFORMED, {"DELETE FROM organisation"}},
    {"two-organisations",
     MZ_STORE_ERROR_MALFORMED,
     {"CREATE TEMP TABLE t AS SELECT * FROM organisation; UPDATE t SET id = " ANY_ID
      "; INSERT INTO organisation SELECT * FROM t"}},
    {"organisation-of-other-id",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE organisation SET id = " ANY_ID}},
    {"id-not-a-uuid", MZ_STORE_ERROR_MALFORMED, {"UPDATE theme SET id = 'theme'"}},
    {"one-id-twice",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE theme SET id = " ZONE " WHERE id = " THEME}},
    {"foreign-application", MZ_STORE_ERROR_REFUSED, {"PRAGMA application_id = 1"}},
    {"no-application", MZ_STORE_ERROR_REFUSED, {"PRAGMA application_id = 0"}},
    {"no-version", MZ_STORE_ERROR_MALFORMED, {"PRAGMA user_version = 0"}},
    {"negative-version", MZ_STORE_ERROR_NEWER, {"PRAGMA user_version = -1; DROP TABLE risk"}},
    {"newer-unreadable", MZ_STORE_ERROR_NEWER, {"PRAGMA user_version = 99; DROP TABLE risk"}},
    {"newer-with-view",
     MZ_STORE_ERROR_NEWER,
     {"PRAGMA user_version = 99; CREATE VIEW v AS SELECT 1"},
     TRUE},
    {"newer-with-unknown-choice",
     MZ_STORE_ERROR_NEWER,
     {"PRAGMA user_version = 99; UPDATE zone SET type = 'moon'"}},
    {"changed-without-digest",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE organisation SET name = 'Other'"},
     TRUE},
    {"label-without-digest",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE mz_history SET label = 'Other'"},
     TRUE},
    {"no-digest", MZ_STORE_ERROR_MALFORMED, {"DELETE FROM mz_meta WHERE key = 'digest'"}, TRUE},
    {"uuid-that-climbs",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE mz_meta SET value = '../../../x' WHERE key = 'uuid'"}},
    {"more-meta",
     MZ_STORE_ERROR_MALFORMED,
     {"INSERT INTO mz_meta VALUES ('working.path', '/etc/passwd')"}},
    {"cursor-beyond",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE mz_meta SET value = '99' WHERE key = 'cursor'"}},
    {"cursor-negative",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE mz_meta SET value = '-1' WHERE key = 'cursor'"}},
    {"next-overflows",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE mz_meta SET value = '9223372036854775807' WHERE key = 'next'"}},
    {"sequence-beyond",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE mz_history SET sequence = 50 WHERE sequence = 3"}},
    {"empty-changeset",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE mz_history SET changeset = x'' WHERE sequence = 1"}},
    {"broken-changeset",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE mz_history SET changeset = x'54ffffffff' WHERE sequence = 1"}},
    {"short-changeset",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE mz_history SET changeset = substr (changeset, 1, length (changeset) - 1) WHERE sequence = 1"}},
    /* 'T', 2 columns, the first is the key, mz_meta; insert ('x', 'y'). */
    {"changeset-of-meta",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE mz_history SET changeset = CAST (x'54020100' || CAST ('mz_meta' AS BLOB) || x'00' || x'1200' || "
      "x'030178' || x'030179' AS BLOB) WHERE sequence = 1"}},
    {"changeset-of-schema",
     MZ_STORE_ERROR_MALFORMED,
     {"UPDATE mz_history SET changeset = CAST (x'54020100' || CAST ('sqlite_schema' AS BLOB) || x'00' || x'0900' || "
      "x'030178' || x'030179' AS BLOB) WHERE sequence = 1"}},
};

static char *
fill_in (const char *sql)
{
  const struct
  {
    const char *name, *id;
  } ids[] = {{ZONE, zone_id},
             {FIRST, first_step},
             {SECOND, second_step},
             {THEME, theme_id},
             {SYSTEM, system_id}};
  GString *text = g_string_new (sql);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *quoted = g_strdup_printf ("'%s'", ids[i].id);
      g_string_replace (text, ids[i].name, quoted, 0);
    }
  return g_string_free (text, FALSE);
}

static void
test_sql (gconstpointer data)
{
  const SqlCase *test = data;
  g_autofree char *path = copy_base ();
  for (guint i = 0; i < G_N_ELEMENTS (test->sql) && test->sql[i] != NULL; i++)
    {
      g_autofree char *sql = fill_in (test->sql[i]);
      run_sql (path, sql);
    }
  if (!test->keep_digest)
    mend_digest (path);
  assert_refused (path, (int)test->code);
}

/* Bytes of the good file with a few replaced. */
static const struct
{
  const char *name;
  gsize at;
  const char *bytes;
  gsize length;
} byte_cases[] = {
    {"magic", 0, "SQLite format 2", 15},
    {"page-size-zero", 16, "\0\0", 2},
    {"page-size-odd", 16, "\x0f\x01", 2},
    {"file-format", 18, "\x7f\x7f", 2},
    {"reserved-space", 20, "\x20", 1},
    {"claims-to-be-huge", 28, "\x7f\xff\xff\xff", 4},
    {"claims-to-be-empty", 28, "\0\0\0\0", 4},
    {"auto-vacuum", 52, "\0\0\0\1", 4},
    {"utf-16", 56, "\0\0\0\2", 4},
    {"first-page", 100, "\xff\xff\xff\xff\xff\xff\xff\xff", 8},
};

static void
test_bytes (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = copy_base ();
  FILE *file = g_fopen (path, "r+b");
  gboolean foreign = g_str_equal (byte_cases[i].name, "magic");
  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long)byte_cases[i].at, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (byte_cases[i].bytes, 1, byte_cases[i].length, file), ==,
                    byte_cases[i].length);
  fclose (file);
  g_assert_true (foreign || byte_cases[i].at >= 16);
  assert_refused (path, MZ_STORE_ERROR_MALFORMED);
}

static void
test_truncated (void)
{
  g_autofree char *path = copy_base ();
  g_autoptr (GBytes) whole = support_read (path);
  gsize size = g_bytes_get_size (whole);
  const gsize lengths[] = {0,    1,    15,   16,       99,          100,     512,
                           4095, 4096, 8192, size / 2, size - 4096, size - 1};
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_assert_cmpint (truncate (path, (off_t)lengths[i]), ==, 0);
      assert_refused (path, MZ_STORE_ERROR_MALFORMED);
      support_write (path, g_bytes_get_data (whole, NULL), size);
    }
}

static void
test_special_files (void)
{
  g_autofree char *pipe = support_path ("pipe.mezasu");
  g_autofree char *folder = support_path ("folder.mezasu");
  g_autofree char *missing = support_path ("missing.mezasu");
  g_autofree char *loop = support_path ("loop.mezasu");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink (loop, loop), ==, 0);
  assert_refused (pipe, MZ_STORE_ERROR_REFUSED);
  assert_refused (folder, MZ_STORE_ERROR_REFUSED);
  assert_refused ("/dev/zero", MZ_STORE_ERROR_REFUSED);
  assert_refused (missing, MZ_STORE_ERROR_IO);
  assert_refused (loop, MZ_STORE_ERROR_IO);
}

/* A terabyte of holes after a good document: refused before memory is taken. */
static void
test_huge_file (void)
{
  g_autofree char *path = copy_base ();
  if (truncate (path, (off_t)1 << 40) != 0)
    {
      g_assert_cmpint (errno, ==, EFBIG);
      g_test_skip ("no file of that size on this file system");
      return;
    }
  assert_refused (path, MZ_STORE_ERROR_REFUSED);
}

/* Flips of bits anywhere: refused, or the content is what it was. */
static void
test_flipped_bits (void)
{
  g_autofree char *path = support_path ("bad.mezasu");
  g_autoptr (GBytes) whole = support_read (base_path);
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);
  g_autoptr (MzModel) good = mz_model_load (mz_schema_default (), base_path, "ja", NULL);
  gsize size = g_bytes_get_size (whole);
  guint n_refused = 0;
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GError) error = NULL;
      for (int flips = g_rand_int_range (random, 1, 9); flips > 0; flips--)
        data[g_rand_int_range (random, 0, (int)size)] ^=
            (guint8)(1 << g_rand_int_range (random, 0, 8));
      support_write (path, data, size);
      g_autoptr (MzModel) model = mz_model_load (mz_schema_default (), path, "ja", &error);
      if (model != NULL)
        support_assert_equal (model, good);
      else
        g_assert_cmpuint (error->domain, ==, MZ_STORE_ERROR);
      n_refused += model == NULL;
    }
  /* Most of the file is empty space in pages, where a flip means nothing. */
  g_assert_cmpuint (n_refused, >, 100);
}

/* A journal that belongs to no crash of ours, whose last field tells SQLite to delete a file of somebody's choice. */
static void
write_journal (const char *document, const char *victim)
{
  g_autofree char *path = g_strconcat (document, "-journal", NULL);
  g_autoptr (GByteArray) journal = g_byte_array_new ();
  struct stat status;
  g_assert_cmpint (stat (document, &status), ==, 0);
  static const guint8 magic[8] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
  guint32 length = (guint32)strlen (victim), sum = 0;
  for (const char *at = victim; *at != '\0'; at++)
    sum += (guint32)(int)(signed char)*at;
  const guint32 head[] = {0, 0, GUINT32_TO_BE ((guint32)(status.st_size / 4096)),
                          GUINT32_TO_BE (512), GUINT32_TO_BE (4096)};
  const guint32 page = GUINT32_TO_BE (0x40000000 / 4096 + 1);
  const guint32 tail[] = {GUINT32_TO_BE (length), GUINT32_TO_BE (sum)};
  g_byte_array_append (journal, magic, sizeof magic);
  g_byte_array_append (journal, (const guint8 *)head, sizeof head);
  g_byte_array_set_size (journal, 512);
  memset (journal->data + 28, 0, 512 - 28);
  g_byte_array_append (journal, (const guint8 *)&page, sizeof page);
  g_byte_array_append (journal, (const guint8 *)victim, length);
  g_byte_array_append (journal, (const guint8 *)tail, sizeof tail);
  g_byte_array_append (journal, magic, sizeof magic);
  support_write (path, journal->data, journal->len);
}

static void
test_journal (void)
{
  g_autofree char *path = copy_base ();
  g_autofree char *victim = support_path ("victim.txt");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GError) error = NULL;
  support_write (victim, "precious", 8);
  write_journal (path, victim);
  MzDocument *document = mz_document_open (mz_schema_default (), path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (support_name (document), ==, "Firm");
  support_set_name (document, "Changed");
  mz_document_save (document, &error);
  g_assert_no_error (error);
  mz_document_close (document, FALSE);
  g_object_unref (document);
  g_assert_true (g_file_test (victim, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));

  /* The trap is real: a plain way of opening falls into it. */
  g_autofree char *other = copy_base ();
  write_journal (other, victim);
  run_sql (other, "SELECT count(*) FROM risk");
  g_assert_false (g_file_test (victim, G_FILE_TEST_EXISTS));
}

static void
test_wal_header (void)
{
  g_autofree char *path = copy_base ();
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  FILE *file = g_fopen (path, "r+b");
  g_assert_cmpint (fseek (file, 18, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite ("\2\2", 1, 2, file), ==, 2);
  fclose (file);
  support_write (wal, "not a log", 9);
  MzDocument *document = mz_document_open (mz_schema_default (), path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (support_name (document), ==, "Firm");
  g_assert_cmpuint (support_entries (folder), ==, 2);
  mz_document_close (document, FALSE);
  g_object_unref (document);
}

/* A newer file with one more column and one more table is shown, not changed. */
static void
test_newer (void)
{
  g_autofree char *path = copy_base ();
  g_autoptr (GError) error = NULL;
  run_sql (path, "ALTER TABLE risk ADD COLUMN later TEXT; UPDATE risk SET later = 'x'; "
                 "CREATE TABLE \"later\" (\"id\" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID; "
                 "PRAGMA user_version = 99");
  mend_digest (path);
  MzDocument *document = mz_document_open (mz_schema_default (), path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (mz_document_read_only (document));
  g_assert_cmpstr (support_name (document), ==, "Firm");
  g_assert_false (mz_document_undo (document, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
  mz_document_close (document, FALSE);
  g_object_unref (document);
}

/* A history that can be read but was made up: undo refuses, nothing changes. @sql makes the changeset of the last edit. */
static void
check_made_up (const char *sql)
{
  g_autofree char *path = copy_base ();
  g_autofree char *filled = fill_in (sql);
  g_autoptr (GError) error = NULL;
  run_sql (path, filled);
  mend_digest (path);
  MzDocument *document = mz_document_open (mz_schema_default (), path, &error);
  g_assert_no_error (error);
  g_autofree char *before = mz_document_digest (document);
  g_assert_false (mz_document_undo (document, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED);
  g_test_message ("%s", error->message);
  g_autofree char *after = mz_document_digest (document);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (mz_document_state (document), ==, MZ_DOCUMENT_SAVED);
  /* The document is still usable. */
  support_set_name (document, "Goes on");
  mz_document_close (document, TRUE);
  g_object_unref (document);
}

/* SQL for the changeset that a table of @n columns would need: head, key flags, name. */
#define CHANGESET(n, flags, table, change)                                                         \
  "UPDATE mz_history SET changeset = CAST (x'54" n flags "' || CAST ('" table                      \
  "' AS BLOB) || x'00' || " change " AS BLOB) WHERE sequence = 3"
#define ID_VALUE(id) "x'0324' || CAST (" id " AS BLOB)"

static void
test_made_up_history (void)
{
  /* Undoing the insertion of a theme with another note than it has. */
  check_made_up (CHANGESET ("02", "0100", "theme", "x'1200' || " ID_VALUE (THEME) " || x'030178'"));
  /* Undoing the insertion of a record that is not there. */
  check_made_up (CHANGESET ("02", "0100", "theme", "x'1200' || " ID_VALUE (ANY_ID) " || x'05'"));
  /* Undoing the deletion of a second organisation: it would come back. */
  check_made_up (
      CHANGESET ("02", "0100", "organisation", "x'0900' || " ID_VALUE (ANY_ID) " || x'05'"));
  /* Undoing the deletion of a theme whose id a zone already has. */
  check_made_up (CHANGESET ("02", "0100", "theme", "x'0900' || " ID_VALUE (ZONE) " || x'05'"));
  /* Undoing the insertion of a zone that a system still refers to. */
  check_made_up (CHANGESET ("02", "0100", "zone", "x'1200' || " ID_VALUE (ZONE) " || x'05'"));
  /* An id that is there, in another table. */
  check_made_up (CHANGESET ("02", "0100", "risk", "x'1200' || " ID_VALUE (ZONE) " || x'05'"));
}

int
main (int argc, char *argv[])
{
  support_start ();
  g_test_init (&argc, &argv, NULL);
  make_base ();
  for (guint i = 0; i < G_N_ELEMENTS (sql_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/sql/", sql_cases[i].name, NULL);
      g_test_add_data_func (path, &sql_cases[i], test_sql);
    }
  for (guint i = 0; i < G_N_ELEMENTS (byte_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/bytes/", byte_cases[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bytes);
    }
  g_test_add_func ("/hostile/truncated", test_truncated);
  g_test_add_func ("/hostile/special-files", test_special_files);
  g_test_add_func ("/hostile/huge", test_huge_file);
  g_test_add_func ("/hostile/flipped-bits", test_flipped_bits);
  g_test_add_func ("/hostile/journal", test_journal);
  g_test_add_func ("/hostile/wal-header", test_wal_header);
  g_test_add_func ("/hostile/newer", test_newer);
  g_test_add_func ("/hostile/made-up-history", test_made_up_history);
  int result = g_test_run ();
  g_free (base_path);
  g_free (zone_id);
  g_free (system_id);
  g_free (first_step);
  g_free (second_step);
  g_free (theme_id);
  support_end ();
  return result;
}
