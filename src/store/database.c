/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * SQLite connections. Each is hardened as SQLite's "Defense Against The Dark Arts" advises, also our own: a received
 * document's text reaches them all. */

#include "config.h"

#include "database-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/value.h"
#include "refusal-private.h"

/* SQLite counts steps of its virtual machine; the budget of a received file grows with its size so that a large honest
 * document is read and a small hostile one stops within two seconds. */
#define STEPS_BETWEEN_CALLS 10000
#define STEPS_AT_LEAST G_GINT64_CONSTANT (20000000)
#define STEPS_PER_BYTE 8

/* All of SQLite in this process: a crafted file may not take the machine's memory. */
#define HEAP_LIMIT ((sqlite3_int64)256 * 1024 * 1024)

gboolean
mz_database_check_library (GError **error)
{
  if (sqlite3_libversion_number () < 3037000)
    return mz_refuse (
        error, MZ_STORE_ERROR_REFUSED,
        _ ("The SQLite library of this system (%s) is too old: Mezasu needs 3.37 or newer."),
        sqlite3_libversion ());
  if (!sqlite3_compileoption_used ("ENABLE_SESSION") ||
      !sqlite3_compileoption_used ("ENABLE_PREUPDATE_HOOK") || !sqlite3_threadsafe ())
    return mz_refuse (
        error, MZ_STORE_ERROR_REFUSED,
        _ ("The SQLite library of this system cannot record changes, so nothing could be undone: Mezasu "
           "needs one that is built with the session extension, as Debian's is."));
  return TRUE;
}

gboolean
mz_database_fail (sqlite3 *db, const char *name, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);
  int code = sqlite3_errcode (db);
  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return mz_refuse (error, MZ_STORE_ERROR_MALFORMED, _ ("“%s” is damaged: %s."), shown,
                        sqlite3_errmsg (db));
    case SQLITE_INTERRUPT:
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
      return mz_refuse (
          error, MZ_STORE_ERROR_REFUSED,
          _ ("“%s” takes too much time or memory to read; it is not an ordinary document."), shown);
    default:
      return mz_refuse (error, MZ_STORE_ERROR_IO, _ ("“%s” cannot be kept safely: %s."), shown,
                        sqlite3_errmsg (db));
    }
}

static gboolean
harden (sqlite3 *db)
{
  static const struct
  {
    int option, value;
  } options[] = {
      {SQLITE_DBCONFIG_DEFENSIVE, 1},       {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
      {SQLITE_DBCONFIG_ENABLE_VIEW, 0},     {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
      {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0}, {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
      {SQLITE_DBCONFIG_DQS_DML, 0},         {SQLITE_DBCONFIG_DQS_DDL, 0},
      {SQLITE_DBCONFIG_ENABLE_FKEY, 0},
  };
  /* The depth of expressions leaves room for the statements of the session extension: one comparison a column. */
  static const struct
  {
    int limit, value;
  } limits[] = {
      {SQLITE_LIMIT_LENGTH, MZ_DOCUMENT_LIMIT},
      {SQLITE_LIMIT_SQL_LENGTH, 100000},
      {SQLITE_LIMIT_COLUMN, 200},
      {SQLITE_LIMIT_EXPR_DEPTH, 250},
      {SQLITE_LIMIT_COMPOUND_SELECT, 3},
      {SQLITE_LIMIT_VDBE_OP, 100000},
      {SQLITE_LIMIT_FUNCTION_ARG, 8},
      {SQLITE_LIMIT_ATTACHED, 0},
      {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
      {SQLITE_LIMIT_VARIABLE_NUMBER, 500},
      {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
      {SQLITE_LIMIT_WORKER_THREADS, 0},
  };
  sqlite3_hard_heap_limit64 (HEAP_LIMIT);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (sqlite3_db_config (db, options[i].option, options[i].value, NULL) != SQLITE_OK)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
  return sqlite3_exec (db,
                       "PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0; PRAGMA temp_store = 2",
                       NULL, NULL, NULL) == SQLITE_OK;
}

static sqlite3 *
open_hardened (const char *path, int flags, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  if (!mz_database_check_library (error))
    return NULL;
  if (sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) !=
          SQLITE_OK ||
      !harden (db))
    return mz_database_fail (db, path, error), NULL;
  return g_steal_pointer (&db);
}

static int
count_steps_cb (void *data)
{
  gint64 *left = data;
  *left -= STEPS_BETWEEN_CALLS;
  return *left < 0;
}

sqlite3 *
mz_database_open_bytes (guchar *data, gsize size, gint64 *steps, const char *name, GError **error)
{
  g_autoptr (sqlite3) db =
      open_hardened (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, error);
  if (db == NULL)
    return NULL;
  if (sqlite3_deserialize (db, "main", data, (sqlite3_int64)size, (sqlite3_int64)size,
                           SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
    return mz_database_fail (db, name, error), NULL;
  *steps = STEPS_AT_LEAST + STEPS_PER_BYTE * (gint64)size;
  sqlite3_progress_handler (db, STEPS_BETWEEN_CALLS, count_steps_cb, steps);
  return g_steal_pointer (&db);
}

sqlite3 *
mz_database_open_memory (GError **error)
{
  return open_hardened (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, error);
}

sqlite3 *
mz_database_open_working (const char *path, GError **error)
{
  g_autoptr (sqlite3) db =
      open_hardened (path, SQLITE_OPEN_READWRITE, error);
  if (db == NULL)
    return NULL;
  /* Exclusive before the write-ahead log is switched on: then no shared memory file is needed. FULL forces the log to
   * the disk at every commit; that is what "durable when the call returns" rests on. */
  if (!mz_database_exec (db,
                         "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; "
                         "PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; "
                         "BEGIN IMMEDIATE; COMMIT",
                         path, error))
    return NULL;
  return g_steal_pointer (&db);
}

gboolean
mz_database_exec (sqlite3 *db, const char *sql, const char *name, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK ||
         mz_database_fail (db, name, error);
}

sqlite3_stmt *
mz_database_prepare (sqlite3 *db, const char *sql, const char *name, GError **error)
{
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    return mz_database_fail (db, name, error), NULL;
  return statement;
}

gint64
mz_database_integer (sqlite3 *db, const char *sql, gint64 fallback)
{
  g_autoptr (sqlite3_stmt) statement = mz_database_prepare (db, sql, "", NULL);
  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return fallback;
  return sqlite3_column_int64 (statement, 0);
}

char *
mz_database_text (sqlite3 *db, const char *sql)
{
  g_autoptr (sqlite3_stmt) statement = mz_database_prepare (db, sql, "", NULL);
  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  return g_strdup ((const char *)sqlite3_column_text (statement, 0));
}
