/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The layout of a document's database, derived from the schema table, and its small table of properties. Names are
 * quoted always: fields are called column, row and text. */

#include "config.h"

#include "database-private.h"

#include "mezasu/document.h"

static const char *
column_type (const MzField *field)
{
  switch (mz_field_storage (field))
    {
    case MZ_STORED_INTEGER:
      return "INTEGER";
    case MZ_STORED_REAL:
      return "REAL";
    case MZ_STORED_TEXT:
    default:
      return "TEXT";
    }
}

guint
mz_database_column_field (const MzKind *kind, guint column)
{
  guint n_common = mz_kind_n_fields (kind) - kind->n_fields;
  return column <= n_common ? kind->n_fields + column - 1 : column - 1 - n_common;
}

/* Appends the field's default. An edit that an older version recorded knows fewer columns; when it is undone or redone
 * in a newer table, the rows that it brings back need a value in the others. */
static void
append_default (GString *sql, const MzField *field)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  MzValue value = MZ_VALUE_MISSING;
  if (field->fallback == NULL)
    return;
  if (!mz_value_from_machine (field, field->fallback, &value, NULL))
    g_error ("the default of %s is not a value of it", field->name);
  switch (mz_field_storage (field))
    {
    case MZ_STORED_INTEGER:
      g_string_append_printf (sql, " DEFAULT %" G_GINT64_FORMAT, value.integer);
      break;
    case MZ_STORED_REAL:
      g_string_append_printf (sql, " DEFAULT %s",
                              g_ascii_dtostr (number, sizeof number, value.real));
      break;
    case MZ_STORED_TEXT:
    default:
      {
        char *literal = sqlite3_mprintf ("%Q", value.text);
        g_string_append_printf (sql, " DEFAULT %s", literal);
        sqlite3_free (literal);
        break;
      }
    }
  mz_value_clear (field, &value);
}

char *
mz_database_table_sql (const MzKind *kind, guint n_own)
{
  GString *sql = g_string_new (NULL);
  guint n_columns = 1 + mz_kind_n_fields (kind) - kind->n_fields + n_own;
  g_string_append_printf (sql, "CREATE TABLE \"%s\" (\"id\" TEXT NOT NULL PRIMARY KEY", kind->name);
  for (guint column = 1; column < n_columns; column++)
    {
      const MzField *field = mz_kind_field (kind, mz_database_column_field (kind, column));
      g_string_append_printf (sql, ", \"%s\" %s%s", field->name, column_type (field),
                              field->flags & MZ_FIELD_REQUIRED ? " NOT NULL" : "");
      append_default (sql, field);
    }
  g_string_append (sql, ") STRICT, WITHOUT ROWID");
  return g_string_free (sql, FALSE);
}

gboolean
mz_database_create (sqlite3 *db, const MzSchema *schema, GError **error)
{
  g_autofree char *start = g_strdup_printf (
      "PRAGMA application_id = %d; PRAGMA user_version = %u; " MZ_META_SQL "; " MZ_HISTORY_SQL,
      MZ_DOCUMENT_APPLICATION_ID, schema->version);
  if (!mz_database_exec (db, start, "", error))
    return FALSE;
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      g_autofree char *table = mz_database_table_sql (&schema->kinds[i], schema->kinds[i].n_fields);
      if (!mz_database_exec (db, table, "", error))
        return FALSE;
    }
  return TRUE;
}

char *
mz_meta_get (sqlite3 *db, const char *key)
{
  g_autoptr (sqlite3_stmt) statement =
      mz_database_prepare (db, "SELECT value FROM mz_meta WHERE key = ?1", "", NULL);
  if (statement == NULL || sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC) != SQLITE_OK ||
      sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  return g_strdup ((const char *)sqlite3_column_text (statement, 0));
}

gint64
mz_meta_get_integer (sqlite3 *db, const char *key, gint64 fallback)
{
  g_autofree char *text = mz_meta_get (db, key);
  gint64 value;
  if (text == NULL || !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL))
    return fallback;
  return value;
}

gboolean
mz_meta_set (sqlite3 *db, const char *key, const char *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mz_database_prepare (
      db, "INSERT INTO mz_meta VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", "", error);
  if (statement == NULL)
    return FALSE;
  if (sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC) != SQLITE_OK ||
      sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC) != SQLITE_OK ||
      sqlite3_step (statement) != SQLITE_DONE)
    return mz_database_fail (db, key, error);
  return TRUE;
}

gboolean
mz_meta_set_integer (sqlite3 *db, const char *key, gint64 value, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  return mz_meta_set (db, key, text, error);
}
