/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The tables of a received document. A view in the place of a table could run for ever and a trigger could change what
 * is read, so that nothing is accepted but the very text that this program writes. Columns are only ever appended: an
 * older file has the first of them, a newer one more. */

#include "config.h"

#include "image-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "refusal-private.h"

#define TABLE_END ") STRICT, WITHOUT ROWID"

typedef struct
{
  const MzSchema *schema;
  gboolean older, newer;
  GHashTable *found; /* names of the tables that were seen */
} Check;

static gboolean
is_table_of_some_version (const char *table, const char *sql)
{
  g_autofree char *start = g_strdup_printf ("CREATE TABLE \"%s\" (", table);
  return g_str_has_prefix (sql, start) && g_str_has_suffix (sql, TABLE_END);
}

/* Whether a newer table begins with all columns of @expected. */
static gboolean
extends (const char *sql, const char *expected)
{
  gsize known = strlen (expected) - strlen (TABLE_END);
  return strncmp (sql, expected, known) == 0 && (sql[known] == ',' || sql[known] == ')') &&
         g_str_has_suffix (sql, TABLE_END);
}

static gboolean
matches (const Check *check, const char *sql, const char *expected)
{
  return g_str_equal (sql, expected) || (check->newer && extends (sql, expected));
}

static gboolean
is_record_table (const Check *check, const MzKind *kind, const char *sql)
{
  /* An older version knew the first fields only. */
  guint least = check->older ? 0 : kind->n_fields;
  for (guint n_own = least; n_own <= kind->n_fields; n_own++)
    {
      g_autofree char *expected = mz_database_table_sql (kind, n_own);
      if (matches (check, sql, expected))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_known (const Check *check, const char *type, const char *table, const char *sql)
{
  const MzKind *kind = mz_schema_kind (check->schema, table);
  if (g_strcmp0 (type, "table") != 0 || table == NULL || sql == NULL)
    return FALSE;
  if (g_str_equal (table, "mz_meta"))
    return matches (check, sql, MZ_META_SQL);
  if (g_str_equal (table, "mz_history"))
    return matches (check, sql, MZ_HISTORY_SQL);
  if (kind != NULL)
    return is_record_table (check, kind, sql);
  return check->newer && is_table_of_some_version (table, sql);
}

static gboolean
has_all (const Check *check)
{
  if (!g_hash_table_contains (check->found, "mz_meta") ||
      !g_hash_table_contains (check->found, "mz_history"))
    return FALSE;
  for (guint i = 0; i < check->schema->n_kinds && !check->older; i++)
    if (!g_hash_table_contains (check->found, check->schema->kinds[i].name))
      return FALSE;
  return TRUE;
}

static gboolean
refuse_table (const Check *check, const char *table, const char *name, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *quote = mz_refuse_quote (table != NULL ? table : "?");
  if (check->newer)
    return mz_refuse (
        error, MZ_STORE_ERROR_NEWER,
        _ ("“%s” was written by a newer version of Mezasu and can be read only by that."), shown);
  return mz_refuse (
      error, MZ_STORE_ERROR_REFUSED,
      /* TRANSLATORS: a file's name and the name of a table in it. */
      _ ("“%s” is refused: it is not laid out like a Mezasu document (see “%s” in it)."), shown,
      quote);
}

gboolean
mz_received_check_tables (sqlite3 *db, const MzSchema *schema, guint version, const char *name,
                          GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check check = {schema, version<schema->version, version> schema->version, found};
  g_autoptr (sqlite3_stmt) row = mz_database_prepare (
      db, "SELECT type, name, sql FROM sqlite_schema ORDER BY name", name, error);
  int code;
  if (row == NULL)
    return FALSE;
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    {
      const char *table = (const char *)sqlite3_column_text (row, 1);
      if (!is_known (&check, (const char *)sqlite3_column_text (row, 0), table,
                     (const char *)sqlite3_column_text (row, 2)))
        return refuse_table (&check, table, name, error);
      g_hash_table_add (found, g_strdup (table));
    }
  if (code != SQLITE_DONE)
    return mz_database_fail (db, name, error);
  return has_all (&check) || refuse_table (&check, "…", name, error);
}
