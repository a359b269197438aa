/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Single rows, through one statement a kind and verb that is prepared at its first use. */

#include "config.h"

#include "rows-private.h"

#include "row-value-private.h"

typedef enum
{
  INSERT,
  UPDATE,
  DELETE,
  READ,
  N_VERBS
} Verb;

struct _MzRows
{
  sqlite3 *db;
  const MzSchema *schema;
  sqlite3_stmt *(*statements)[N_VERBS]; /* one row a kind */
};

MzRows *
mz_rows_new (sqlite3 *db, const MzSchema *schema)
{
  MzRows *self = g_new0 (MzRows, 1);
  self->db = db;
  self->schema = schema;
  self->statements = g_malloc0_n (schema->n_kinds, sizeof *self->statements);
  return self;
}

void
mz_rows_free (MzRows *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->schema->n_kinds; i++)
    for (guint verb = 0; verb < N_VERBS; verb++)
      sqlite3_finalize (self->statements[i][verb]);
  g_free (self->statements);
  g_free (self);
}

/* Parameter 1 is the id, parameter c + 1 the value of column c. */
static char *
verb_sql (const MzKind *kind, Verb verb)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  for (guint column = 1; column <= mz_kind_n_fields (kind); column++)
    {
      const char *name = mz_kind_field (kind, mz_database_column_field (kind, column))->name;
      const char *comma = columns->len > 0 ? ", " : "";
      if (verb == INSERT)
        g_string_append_printf (columns, ", ?%u", column + 1);
      else if (verb == UPDATE)
        g_string_append_printf (columns, "%s\"%s\" = ?%u", comma, name, column + 1);
      else
        g_string_append_printf (columns, "%s\"%s\"", comma, name);
    }
  switch (verb)
    {
    case INSERT:
      return g_strdup_printf ("INSERT INTO \"%s\" VALUES (?1%s)", kind->name, columns->str);
    case UPDATE:
      return g_strdup_printf ("UPDATE \"%s\" SET %s WHERE \"id\" = ?1", kind->name, columns->str);
    case DELETE:
      return g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", kind->name);
    case READ:
    default:
      return g_strdup_printf ("SELECT \"id\", %s FROM \"%s\" WHERE \"id\" = ?1", columns->str,
                              kind->name);
    }
}

/* The statement, ready, with the id bound. */
static sqlite3_stmt *
start (MzRows *self, const MzKind *kind, Verb verb, const char *id, GError **error)
{
  sqlite3_stmt **place = &self->statements[kind - self->schema->kinds][verb];
  if (*place == NULL)
    {
      g_autofree char *sql = verb_sql (kind, verb);
      *place = mz_database_prepare (self->db, sql, kind->name, error);
    }
  if (*place != NULL && sqlite3_bind_text (*place, 1, id, -1, SQLITE_STATIC) != SQLITE_OK)
    return mz_database_fail (self->db, kind->name, error), NULL;
  return *place;
}

/* Runs a statement that gives no rows and makes it ready for the next time. */
static gboolean
finish (MzRows *self, sqlite3_stmt *statement, const char *name, GError **error)
{
  gboolean done =
      sqlite3_step (statement) == SQLITE_DONE || mz_database_fail (self->db, name, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return done;
}

static gboolean
write_row (MzRows *self, Verb verb, const MzKind *kind, const char *id, const MzValue *values,
           GError **error)
{
  sqlite3_stmt *statement = start (self, kind, verb, id, error);
  if (statement == NULL)
    return FALSE;
  for (guint column = 1; column <= mz_kind_n_fields (kind); column++)
    {
      guint index = mz_database_column_field (kind, column);
      if (!mz_row_value_bind (statement, (int)column + 1, mz_kind_field (kind, index),
                              &values[index]))
        return mz_database_fail (self->db, kind->name, error);
    }
  return finish (self, statement, kind->name, error);
}

gboolean
mz_rows_insert (MzRows *self, const MzKind *kind, const char *id, const MzValue *values,
                GError **error)
{
  return write_row (self, INSERT, kind, id, values, error);
}

gboolean
mz_rows_update (MzRows *self, const MzKind *kind, const char *id, const MzValue *values,
                GError **error)
{
  return write_row (self, UPDATE, kind, id, values, error);
}

gboolean
mz_rows_delete (MzRows *self, const MzKind *kind, const char *id, GError **error)
{
  sqlite3_stmt *statement = start (self, kind, DELETE, id, error);
  return statement != NULL && finish (self, statement, kind->name, error);
}

static gboolean
read_values (sqlite3_stmt *row, const MzKind *kind, MzValue *values, GError **error)
{
  for (guint column = 1; column <= mz_kind_n_fields (kind); column++)
    {
      guint index = mz_database_column_field (kind, column);
      if (!mz_row_value_read (row, (int)column, mz_kind_field (kind, index), &values[index], error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mz_rows_read (MzRows *self, const MzKind *kind, const char *id, MzValue **values, GError **error)
{
  sqlite3_stmt *row = start (self, kind, READ, id, error);
  gboolean read = FALSE;
  *values = NULL;
  if (row == NULL)
    return FALSE;
  int code = sqlite3_step (row);
  if (code == SQLITE_DONE)
    read = TRUE;
  else if (code != SQLITE_ROW)
    mz_database_fail (self->db, kind->name, error);
  else
    {
      *values = g_new0 (MzValue, mz_kind_n_fields (kind));
      read = read_values (row, kind, *values, error);
      if (!read)
        mz_rows_values_free (kind, g_steal_pointer (values));
    }
  sqlite3_reset (row);
  sqlite3_clear_bindings (row);
  return read;
}

gboolean
mz_rows_insert_all (MzRows *self, MzModel *model, GError **error)
{
  for (guint i = 0; i < self->schema->n_kinds; i++)
    {
      const MzKind *kind = &self->schema->kinds[i];
      /* Borrowed from the record, not copied. */
      g_autofree MzValue *values = g_new0 (MzValue, mz_kind_n_fields (kind));
      for (guint nth = 0; nth < mz_model_count (model, kind->name); nth++)
        {
          MzRecord *record = mz_model_nth (model, kind->name, nth);
          for (guint index = 0; index < mz_kind_n_fields (kind); index++)
            values[index] = *mz_record_value (record, index);
          if (!mz_rows_insert (self, kind, mz_record_id (record), values, error))
            return FALSE;
        }
    }
  return TRUE;
}

MzValue *
mz_rows_values_of (MzRecord *record)
{
  const MzKind *kind = mz_record_kind (record);
  MzValue *values = g_new0 (MzValue, mz_kind_n_fields (kind));
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    values[i] = mz_value_copy (mz_kind_field (kind, i), mz_record_value (record, i));
  return values;
}

MzValue *
mz_rows_values_new (const MzKind *kind)
{
  MzValue *values = g_new0 (MzValue, mz_kind_n_fields (kind));
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    {
      const MzField *field = mz_kind_field (kind, i);
      if (field->fallback != NULL &&
          !mz_value_from_machine (field, field->fallback, &values[i], NULL))
        g_error ("the default of %s is not a value of it", field->name);
    }
  return values;
}

void
mz_rows_values_free (const MzKind *kind, MzValue *values)
{
  for (guint i = 0; values != NULL && i < mz_kind_n_fields (kind); i++)
    mz_value_clear (mz_kind_field (kind, i), &values[i]);
  g_free (values);
}
