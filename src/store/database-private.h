/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * SQLite connections and the layout of a document's database. The layout is derived from the schema table; nothing here
 * knows a field by name. */

#pragma once

#include <sqlite3.h>

#include "mezasu/schema.h"
#include "mezasu/store-error.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* The tables beside those of the records. */
#define MZ_META_SQL                                                                                \
  "CREATE TABLE \"mz_meta\" (\"key\" TEXT NOT NULL PRIMARY KEY, \"value\" TEXT NOT NULL) STRICT, " \
  "WITHOUT ROWID"
#define MZ_HISTORY_SQL                                                                             \
  "CREATE TABLE \"mz_history\" (\"sequence\" INTEGER NOT NULL PRIMARY KEY, \"label\" TEXT NOT "    \
  "NULL, \"author\" TEXT NOT NULL, \"time\" INTEGER NOT NULL, \"changeset\" BLOB NOT NULL) "       \
  "STRICT, WITHOUT ROWID"

/* A document may have at most this many bytes and records; checked before memory is taken, so that no file can make the
 * program need more than half a gigabyte. A record needs about 3 KB while a file is read. */
#define MZ_DOCUMENT_LIMIT ((gsize)64 * 1024 * 1024)
#define MZ_RECORDS_LIMIT 120000

/* Whether the SQLite that this program runs with can record changes; an error in plain words when not. */
gboolean mz_database_check_library (GError **error);

/* The received bytes as a read-only database that can neither call anything nor run for ever: after as many steps as an
 * honest file of that size may need, everything fails. @data and @steps, where they are counted, must outlive it. */
sqlite3 *
mz_database_open_bytes (guchar *data, gsize size, gint64 *steps, const char *name, GError **error);

/* An empty database in memory, hardened as well. */
sqlite3 *mz_database_open_memory (GError **error);

/* A database file of our own in the state folder: one process, every commit durable. */
sqlite3 *mz_database_open_working (const char *path, GError **error);

/* Sets an error from the connection's last failure; always FALSE. */
gboolean mz_database_fail (sqlite3 *db, const char *name, GError **error);

gboolean mz_database_exec (sqlite3 *db, const char *sql, const char *name, GError **error);

sqlite3_stmt *mz_database_prepare (sqlite3 *db, const char *sql, const char *name, GError **error);

/* The first column of the first row, or @fallback when there is none. */
gint64 mz_database_integer (sqlite3 *db, const char *sql, gint64 fallback);
char *mz_database_text (sqlite3 *db, const char *sql);

/* Layout, in layout.c. */

/* The statement that makes the table of @kind with its first @n_own fields: an older version of Mezasu knew fewer. */
char *mz_database_table_sql (const MzKind *kind, guint n_own);

/* Makes all tables and marks the file as a document of this schema. */
gboolean mz_database_create (sqlite3 *db, const MzSchema *schema, GError **error);

/* Columns of a kind's table: the id, the common fields, its own fields. The index of the field in column @column ≥ 1. */
guint mz_database_column_field (const MzKind *kind, guint column);

/* One entry of mz_meta; NULL when it is not there. */
char *mz_meta_get (sqlite3 *db, const char *key);
gint64 mz_meta_get_integer (sqlite3 *db, const char *key, gint64 fallback);
gboolean mz_meta_set (sqlite3 *db, const char *key, const char *value, GError **error);
gboolean mz_meta_set_integer (sqlite3 *db, const char *key, gint64 value, GError **error);

G_END_DECLS
