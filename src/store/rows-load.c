/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * From tables to a model. A file is believed by the very rules that an edit obeys. */

#include "config.h"

#include "rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/bulk.h"
#include "refusal-private.h"
#include "row-value-private.h"

/* Where something is wrong, for messages. */
typedef struct
{
  const char *name;
  const MzKind *kind;
  const char *id;
  guint *n_records; /* so far, of all kinds */
} Place;

static gboolean
refuse_at (const Place *place, const char *reason, GError **error)
{
  g_autofree char *shown = g_filename_display_name (place->name);
  return mz_refuse (
      error, MZ_STORE_ERROR_MALFORMED,
      /* TRANSLATORS: a file's name, a kind of record, the record's id, and a whole sentence. */
      _ ("“%s”, %s “%.60s”: %s"), shown, mz_translate (place->kind->label), place->id, reason);
}

/* The fields of a table's columns, the first of which is the id; behind the first @n stand the fields without one. */
typedef struct
{
  guint n;
  guint *fields;
} Columns;

static sqlite3_stmt *
select_all (sqlite3 *db, const MzKind *kind, const char *name, Columns *columns, GError **error)
{
  g_autofree char *probe_sql = g_strdup_printf ("SELECT * FROM \"%s\" LIMIT 0", kind->name);
  g_autoptr (sqlite3_stmt) probe = mz_database_prepare (db, probe_sql, name, error);
  g_autoptr (GString) sql = g_string_new ("SELECT \"id\"");
  if (probe == NULL)
    return NULL;
  columns->n = MIN ((guint)sqlite3_column_count (probe), mz_kind_n_fields (kind) + 1);
  columns->fields = g_new0 (guint, mz_kind_n_fields (kind) + 1);
  for (guint column = 1; column <= mz_kind_n_fields (kind); column++)
    columns->fields[column] = mz_database_column_field (kind, column);
  for (guint column = 1; column < columns->n; column++)
    g_string_append_printf (sql, ", \"%s\"", mz_kind_field (kind, columns->fields[column])->name);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY \"id\"", kind->name);
  return mz_database_prepare (db, sql->str, name, error);
}

/* One row becomes a record. A singleton is there already. */
static gboolean
take_row (MzBulk *bulk, sqlite3_stmt *row, const Columns *columns, Place *place, GError **error)
{
  g_autoptr (GError) refused = NULL;
  MzRecord *record;

  place->id = (const char *)sqlite3_column_text (row, 0);
  if (place->id == NULL || !mz_id_check (place->id))
    {
      place->id = "?";
      return refuse_at (place, _ ("The id of a record has to be a UUID."), error);
    }
  record = mz_bulk_record (bulk, place->kind, place->id, &refused);
  if (record == NULL)
    return mz_refuse_in (error, MZ_STORE_ERROR_MALFORMED, place->name, refused);
  if (!g_str_equal (place->id, mz_record_id (record)))
    return refuse_at (place, _ ("There is exactly one such record, and it has another id."), error);
  for (guint column = 1; column < columns->n; column++)
    {
      guint index = columns->fields[column];
      MzValue value = MZ_VALUE_MISSING;
      g_autoptr (GError) inner = NULL;
      if (!mz_row_value_read (row, (int)column, mz_kind_field (place->kind, index), &value, &inner))
        return refuse_at (place, inner->message, error);
      mz_bulk_take (bulk, record, index, &value);
    }
  for (guint i = columns->n; i <= mz_kind_n_fields (place->kind); i++)
    mz_bulk_take_default (bulk, record, columns->fields[i]);
  return TRUE;
}

static gboolean
take_table (MzBulk *bulk, sqlite3 *db, Place *place, GError **error)
{
  Columns columns = {0, NULL};
  guint n_rows = 0;
  g_autofree char *shown = g_filename_display_name (place->name);
  g_autoptr (sqlite3_stmt) row = select_all (db, place->kind, place->name, &columns, error);
  g_autofree guint *fields = columns.fields;
  int code;
  if (row == NULL)
    return FALSE;
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    {
      n_rows++;
      if (++*place->n_records > MZ_RECORDS_LIMIT)
        return mz_refuse (error, MZ_STORE_ERROR_REFUSED,
                          _ ("“%s” is too large: a document holds at most %d records."), shown,
                          MZ_RECORDS_LIMIT);
      if (!take_row (bulk, row, &columns, place, error))
        return FALSE;
    }
  if (code != SQLITE_DONE)
    return mz_database_fail (db, place->name, error);
  if (place->kind->singleton && n_rows != 1)
    {
      place->id = "";
      return refuse_at (place, _ ("There has to be exactly one such record."), error);
    }
  return TRUE;
}

static gboolean
has_table (sqlite3 *db, const MzKind *kind)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '%s'", kind->name);
  return mz_database_integer (db, sql, 0) == 1;
}

MzModel *
mz_rows_load (sqlite3 *db, const MzSchema *schema, const char *name, GError **error)
{
  g_autoptr (MzBulk) bulk = mz_bulk_new (schema);
  g_autoptr (GError) inner = NULL;
  guint n_records = 0;
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      Place place = {name, &schema->kinds[i], "", &n_records};
      /* An older file lacks the kinds that came later; open-check.c has seen that it lacks no other. */
      if (has_table (db, place.kind) && !take_table (bulk, db, &place, error))
        return NULL;
    }
  MzModel *model = mz_bulk_finish (bulk, &inner);
  if (model == NULL)
    mz_refuse_in (error, MZ_STORE_ERROR_MALFORMED, name, inner);
  return model;
}
