/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What bench-document.c does, by the C API of SQLite alone, and milliseconds as it prints them.
 *
 *   open FILE    reads the file into memory, checks its integrity, keeps a copy of every value of every row, and starts a
 *                working copy: the bytes written and synced, a write-ahead log beside them
 *   edit FILE    one durable change of one row with an entry in the history, the middle one of 101 */

#include "config.h"

#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bench-support.h"

#define EDITS 101

typedef struct
{
  char *text;
  sqlite3_int64 integer;
  double real;
} Value;

static void
check (int code, sqlite3 *db)
{
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (db));
}

static void
run (sqlite3 *db, const char *sql)
{
  check (sqlite3_exec (db, sql, NULL, NULL, NULL), db);
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  check (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), db);
  return statement;
}

static Value
value_of (sqlite3_stmt *row, int column)
{
  Value value = {0};
  switch (sqlite3_column_type (row, column))
    {
    case SQLITE_TEXT:
      value.text = g_strdup ((const char *)sqlite3_column_text (row, column));
      break;
    case SQLITE_FLOAT:
      value.real = sqlite3_column_double (row, column);
      break;
    default:
      value.integer = sqlite3_column_int64 (row, column);
      break;
    }
  return value;
}

/* Every row of a table as an array of values. */
static guint
load_table (sqlite3 *db, const char *table, GPtrArray *records)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1", table);
  sqlite3_stmt *row = prepare (db, sql);
  int n = sqlite3_column_count (row), code;
  guint rows = 0;
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    {
      Value *values = g_new (Value, n);
      for (int i = 0; i < n; i++)
        values[i] = value_of (row, i);
      g_ptr_array_add (records, values);
      rows++;
    }
  check (code, db);
  sqlite3_finalize (row);
  return rows;
}

static void
load (sqlite3 *db)
{
  GPtrArray *records = g_ptr_array_new ();
  sqlite3_stmt *verdict = prepare (db, "PRAGMA integrity_check (1)");
  check (sqlite3_step (verdict), db);
  if (strcmp ((const char *)sqlite3_column_text (verdict, 0), "ok") != 0)
    g_error ("the file is damaged");
  sqlite3_finalize (verdict);
  sqlite3_stmt *table = prepare (db, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  while (sqlite3_step (table) == SQLITE_ROW)
    load_table (db, (const char *)sqlite3_column_text (table, 0), records);
  sqlite3_finalize (table);
  /* The records are kept, as the document keeps them, until the process ends. */
  if (records->len == 0)
    g_error ("nothing was loaded");
}

static void
write_synced (const char *path, const char *data, gsize size)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (fd < 0 || write (fd, data, size) != (gssize)size || fsync (fd) != 0 || close (fd) != 0)
    g_error ("%s cannot be written", path);
}

static sqlite3 *
start_copy (const char *path, const char *data, gsize size)
{
  sqlite3 *db = NULL;
  write_synced (path, data, size);
  check (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL), db);
  run (db, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL; "
           "PRAGMA secure_delete = ON; BEGIN IMMEDIATE; COMMIT");
  return db;
}

static double
edit_often (sqlite3 *db)
{
  double figures[EDITS];
  char ids[EDITS][37];
  char blob[120] = {0};
  sqlite3_stmt *some = prepare (db, "SELECT id FROM risk WHERE title <> ?1");
  for (int i = 0; i < EDITS && sqlite3_step (some) == SQLITE_ROW; i++)
    g_strlcpy (ids[i], (const char *)sqlite3_column_text (some, 0), sizeof ids[i]);
  sqlite3_finalize (some);
  sqlite3_stmt *update = prepare (db, "UPDATE risk SET title = ?2 WHERE id = ?1");
  sqlite3_stmt *keep =
      prepare (db, "INSERT INTO mz_history VALUES (?1, 'renamed', 'somebody', 1, ?2)");
  sqlite3_stmt *meta = prepare (db, "UPDATE mz_meta SET value = ?1 WHERE key = 'cursor'");
  for (int i = 0; i < EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      run (db, "BEGIN IMMEDIATE");
      sqlite3_bind_text (update, 1, ids[i], -1, SQLITE_STATIC);
      sqlite3_bind_text (update, 2, "What was renamed, 1234", -1, SQLITE_STATIC);
      sqlite3_bind_int (keep, 1, 1000000 + i);
      sqlite3_bind_blob (keep, 2, blob, sizeof blob, SQLITE_STATIC);
      sqlite3_bind_text (meta, 1, "1000000", -1, SQLITE_STATIC);
      sqlite3_stmt *all[] = {update, keep, meta};
      for (guint k = 0; k < G_N_ELEMENTS (all); k++)
        {
          check (sqlite3_step (all[k]), db);
          sqlite3_reset (all[k]);
        }
      run (db, "COMMIT");
      figures[i] = (g_get_monotonic_time () - start) / 1e3;
    }
  sqlite3_finalize (update);
  sqlite3_finalize (keep);
  sqlite3_finalize (meta);
  return bench_median (figures, EDITS);
}

int
main (int argc, char **argv)
{
  char *data = NULL;
  gsize size = 0;
  sqlite3 *db = NULL;
  if (argc != 3)
    {
      fprintf (stderr, "usage: %s open|edit FILE\n", argv[0]);
      return 2;
    }
  g_autofree char *path = g_strconcat (argv[2], ".peer", NULL);
  gint64 start = g_get_monotonic_time ();
  if (!g_file_get_contents (argv[2], &data, &size, NULL))
    g_error ("%s cannot be read", argv[2]);
  check (sqlite3_open (":memory:", &db), db);
  check (sqlite3_deserialize (db, "main", (unsigned char *)data, (sqlite3_int64)size,
                              (sqlite3_int64)size, SQLITE_DESERIALIZE_READONLY),
         db);
  load (db);
  sqlite3_close (db);
  db = start_copy (path, data, size);
  double result = (g_get_monotonic_time () - start) / 1e3;
  if (strcmp (argv[1], "edit") == 0)
    result = edit_often (db);
  sqlite3_close (db);
  g_free (data);
  g_unlink (path);
  printf ("%.6g\n", result);
  return 0;
}
