/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Applying a changeset, and what a model has to take over afterwards. */

#include "config.h"

#include "history-follow-private.h"

#include <glib/gi18n-lib.h>

#include "changeset-private.h"
#include "history-private.h"
#include "mezasu/document.h"
#include "refusal-private.h"

static int
conflict_cb (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

gboolean
mz_changeset_apply (sqlite3 *db, const MzChangeset *changeset, gboolean inverse)
{
  int size = changeset->size;
  void *data = NULL;
  if (inverse &&
      sqlite3changeset_invert (changeset->size, changeset->data, &size, &data) != SQLITE_OK)
    return FALSE;
  int code = sqlite3changeset_apply (db, size, inverse ? data : (void *)changeset->data, NULL,
                                     conflict_cb, NULL);
  sqlite3_free (data);
  return code == SQLITE_OK;
}

static void
follow_values (MzEdit *edit, const MzKind *kind, const char *id, MzRecord *record,
               const MzValue *values)
{
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    if (record == NULL ||
        !mz_value_equal (mz_kind_field (kind, i), mz_record_value (record, i), &values[i]))
      mz_edit_set (edit, kind, id, i, &values[i]);
}

static gboolean
follow_record (MzEdit *edit, MzRows *rows, MzModel *model, const MzTouched *touched, GError **error)
{
  MzRecord *record = mz_model_find (model, touched->id);
  MzValue *values;
  /* Ids are unique across kinds; only a crafted history can mean another record. */
  if (record != NULL && mz_record_kind (record) != touched->kind)
    return mz_refuse (error, MZ_STORE_ERROR_MALFORMED,
                      _ ("The history of edits names a record of another kind."));
  if (!mz_rows_read (rows, touched->kind, touched->id, &values, error))
    return FALSE;
  if (values == NULL)
    {
      if (record != NULL)
        mz_edit_delete (edit, touched->kind, touched->id);
      return TRUE;
    }
  if (record == NULL)
    mz_edit_insert (edit, touched->kind, touched->id);
  follow_values (edit, touched->kind, touched->id, record, values);
  mz_rows_values_free (touched->kind, values);
  return TRUE;
}

MzEdit *
mz_follow_edit (MzRows *rows, MzModel *model, GArray *touched, const char *label, GError **error)
{
  g_autoptr (MzEdit) edit = mz_edit_new (label);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < touched->len; i++)
    {
      MzTouched *item = &g_array_index (touched, MzTouched, i);
      if (g_hash_table_add (seen, item->id) && !follow_record (edit, rows, model, item, error))
        return NULL;
    }
  return g_steal_pointer (&edit);
}

/* A change as one line, NULL for one that says nothing: a new record is empty until it is filled. */
static char *
change_line (const MzChange *change, GHashTable *inserted)
{
  if (change->type == MZ_CHANGE_DELETE)
    return g_strconcat ("-", change->id, NULL);
  if (change->type == MZ_CHANGE_INSERT)
    return g_strconcat ("+", change->id, NULL);
  if (!change->value.set && g_hash_table_contains (inserted, change->id))
    return NULL;
  const MzField *field = mz_kind_field (change->kind, change->field);
  g_autofree char *value = mz_value_to_machine (field, &change->value);
  return g_strdup_printf ("%s %s%s%s", change->id, field->name, change->value.set ? "=" : "",
                          value);
}

static GHashTable *
change_lines (MzEdit *edit)
{
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) inserted = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < mz_edit_n_changes (edit); i++)
    {
      const MzChange *change = mz_edit_change (edit, i);
      if (change->type == MZ_CHANGE_INSERT)
        g_hash_table_add (inserted, change->id);
      char *line = change_line (change, inserted);
      if (line != NULL)
        g_hash_table_add (lines, line);
    }
  return lines;
}

gboolean
mz_follow_check (MzModel *model, MzEdit *follow, GError **error)
{
  g_autoptr (MzEdit) prepared = mz_model_prepare (model, follow, error);
  if (prepared == NULL)
    return FALSE;
  g_autoptr (GHashTable) wanted = change_lines (follow);
  g_autoptr (GHashTable) complete = change_lines (prepared);
  GHashTableIter iter;
  gpointer line;
  gboolean same = g_hash_table_size (wanted) == g_hash_table_size (complete);
  g_hash_table_iter_init (&iter, complete);
  while (same && g_hash_table_iter_next (&iter, &line, NULL))
    same = g_hash_table_contains (wanted, line);
  return same || mz_refuse (error, MZ_STORE_ERROR_MALFORMED,
                            _ ("The history of edits does not fit the records."));
}

static MzHistoryEntry *
read_entry (sqlite3_stmt *row, const MzHistoryState *state)
{
  MzHistoryEntry *entry = g_new0 (MzHistoryEntry, 1);
  entry->sequence = sqlite3_column_int64 (row, 0);
  entry->label = g_strdup ((const char *)sqlite3_column_text (row, 1));
  entry->author = g_strdup ((const char *)sqlite3_column_text (row, 2));
  entry->time = sqlite3_column_int64 (row, 3);
  entry->undone = entry->sequence > state->cursor;
  return entry;
}

GPtrArray *
mz_history_list (sqlite3 *db, const MzHistoryState *state)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_history_entry_free);
  g_autoptr (sqlite3_stmt) row = mz_database_prepare (
      db, "SELECT sequence, label, author, time FROM mz_history ORDER BY sequence", "", NULL);
  while (row != NULL && sqlite3_step (row) == SQLITE_ROW)
    g_ptr_array_add (list, read_entry (row, state));
  return list;
}

void
mz_history_entry_free (MzHistoryEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->author);
  g_free (self);
}
