/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Recording edits, and going back and forth among them. */

#include "config.h"

#include "history-private.h"

#include <glib/gi18n-lib.h>

#include "changeset-private.h"
#include "history-follow-private.h"
#include "refusal-private.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_session, sqlite3session_delete)

/* Ends the transaction: keeps it when @good and it can be kept. */
static gboolean
finish (MzHistory *self, gboolean good, GError **error)
{
  if (good && mz_database_exec (self->db, "COMMIT", self->name, error))
    return TRUE;
  /* After some failures SQLite has rolled back by itself. */
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
write_state (MzHistory *self, const MzHistoryState *state, GError **error)
{
  return mz_meta_set_integer (self->db, "cursor", state->cursor, error) &&
         mz_meta_set_integer (self->db, "next", state->next, error) &&
         mz_meta_set_integer (self->db, "working.time", g_get_real_time () / G_USEC_PER_SEC, error);
}

/* Takes the values that follow change @index for the same record; the index behind them. */
static guint
take_values (MzEdit *edit, guint index, const char *id, MzValue *values)
{
  for (; index < mz_edit_n_changes (edit); index++)
    {
      const MzChange *change = mz_edit_change (edit, index);
      if (change->type != MZ_CHANGE_SET || !g_str_equal (change->id, id))
        break;
      const MzField *field = mz_kind_field (change->kind, change->field);
      mz_value_clear (field, &values[change->field]);
      values[change->field] = mz_value_copy (field, &change->value);
    }
  return index;
}

/* A prepared edit holds each record once: its end, or its values in one run. */
static gboolean
write_edit (MzHistory *self, MzModel *model, MzEdit *edit, GError **error)
{
  guint i = 0;
  while (i < mz_edit_n_changes (edit))
    {
      const MzChange *change = mz_edit_change (edit, i);
      gboolean insert = change->type == MZ_CHANGE_INSERT;
      gboolean written;
      if (change->type == MZ_CHANGE_DELETE)
        {
          written = mz_rows_delete (self->rows, change->kind, change->id, error);
          i++;
        }
      else
        {
          MzValue *values = insert ? mz_rows_values_new (change->kind)
                                   : mz_rows_values_of (mz_model_find (model, change->id));
          i = take_values (edit, insert ? i + 1 : i, change->id, values);
          written = insert ? mz_rows_insert (self->rows, change->kind, change->id, values, error)
                           : mz_rows_update (self->rows, change->kind, change->id, values, error);
          mz_rows_values_free (change->kind, values);
        }
      if (!written)
        return FALSE;
    }
  return TRUE;
}

static sqlite3_session *
start_session (MzHistory *self, GError **error)
{
  g_autoptr (sqlite3_session) session = NULL;
  int code = sqlite3session_create (self->db, "main", &session);
  for (guint i = 0; i < self->schema->n_kinds && code == SQLITE_OK; i++)
    code = sqlite3session_attach (session, self->schema->kinds[i].name);
  if (code != SQLITE_OK)
    return mz_database_fail (self->db, self->name, error), NULL;
  return g_steal_pointer (&session);
}

static gboolean
keep_entry (MzHistory *self, gint64 sequence, const char *label, const void *changeset, int size,
            GError **error)
{
  g_autoptr (sqlite3_stmt) insert = mz_database_prepare (
      self->db, "INSERT INTO mz_history VALUES (?1, ?2, ?3, ?4, ?5)", self->name, error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, sequence);
  sqlite3_bind_text (insert, 2, label, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 3, self->author != NULL ? self->author : g_get_real_name (), -1,
                     SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 4, g_get_real_time () / G_USEC_PER_SEC);
  sqlite3_bind_blob (insert, 5, changeset, size, SQLITE_STATIC);
  return sqlite3_step (insert) == SQLITE_DONE || mz_database_fail (self->db, self->name, error);
}

/* Drops what could be redone; sequences are never used twice, so that a cursor names one state of the records. */
static gboolean
drop_redo (MzHistory *self, gint64 cursor, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("DELETE FROM mz_history WHERE sequence > %" G_GINT64_FORMAT, cursor);
  return mz_database_exec (self->db, sql, self->name, error);
}

/* Within the transaction: rows, then the entry made of what happened to them. */
static gboolean
record (MzHistory *self, MzModel *model, MzEdit *prepared, const char *label, MzHistoryState *state,
        GError **error)
{
  g_autoptr (sqlite3_session) session = start_session (self, error);
  void *changeset = NULL;
  int size = 0;
  if (session == NULL || !write_edit (self, model, prepared, error))
    return FALSE;
  if (sqlite3session_changeset (session, &size, &changeset) != SQLITE_OK)
    return mz_refuse (error, MZ_STORE_ERROR_IO,
                      _ ("There is not enough memory to keep this edit; nothing was changed."));
  gboolean good = TRUE;
  if (size > 0)
    {
      gint64 sequence = state->next;
      good = drop_redo (self, state->cursor, error) &&
             keep_entry (self, sequence, label, changeset, size, error);
      state->cursor = sequence;
      state->next = sequence + 1;
      good = good && write_state (self, state, error);
    }
  sqlite3_free (changeset);
  return good;
}

gboolean
mz_history_record (MzHistory *self, MzModel *model, MzEdit *prepared, const char *label,
                   MzHistoryState *state, GError **error)
{
  MzHistoryState after = *state;
  if (!mz_database_exec (self->db, "BEGIN IMMEDIATE", self->name, error))
    return FALSE;
  if (!finish (self, record (self, model, prepared, label, &after, error), error))
    return FALSE;
  *state = after;
  return TRUE;
}

/* The edit next to the cursor on either side. */
static sqlite3_stmt *
find_entry (sqlite3 *db, const MzHistoryState *state, gboolean redo)
{
  g_autoptr (sqlite3_stmt) row = mz_database_prepare (
      db,
      redo
          ? "SELECT sequence, label, changeset FROM mz_history WHERE sequence > ?1 ORDER BY sequence LIMIT 1"
          : "SELECT sequence, label, changeset FROM mz_history WHERE sequence <= ?1 "
            "ORDER BY sequence DESC LIMIT 1",
      "", NULL);
  if (row == NULL || sqlite3_bind_int64 (row, 1, state->cursor) != SQLITE_OK ||
      sqlite3_step (row) != SQLITE_ROW)
    return NULL;
  return g_steal_pointer (&row);
}

/* The cursor after undoing @sequence: the edit before it. */
static gint64
sequence_before (sqlite3 *db, gint64 sequence)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT max(sequence) FROM mz_history WHERE sequence < %" G_GINT64_FORMAT, sequence);
  return mz_database_integer (db, sql, 0);
}

static gboolean
refuse_step (MzHistory *self, gboolean redo, const char *label, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->name);
  return mz_refuse (
      error, MZ_STORE_ERROR_MALFORMED,
      redo ? _ ("“%s”: “%s” cannot be redone, because the records are not what it left.")
           : _ ("“%s”: “%s” cannot be undone, because the records are not what it left."),
      shown, label);
}

/* Within the transaction: the rows go back or forth, the model's part is worked out, the cursor moves. */
static gboolean
step (MzHistory *self, MzModel *model, gboolean redo, sqlite3_stmt *entry, MzHistoryState *state,
      MzEdit **follow, GError **error)
{
  gint64 sequence = sqlite3_column_int64 (entry, 0);
  const char *label = (const char *)sqlite3_column_text (entry, 1);
  MzChangeset changeset = {sqlite3_column_blob (entry, 2), sqlite3_column_bytes (entry, 2)};
  g_autoptr (GArray) touched = mz_touched_new ();
  g_autoptr (GError) inner = NULL;
  if (!mz_changeset_read (self->schema, changeset.data, (gsize)changeset.size, touched) ||
      !mz_changeset_apply (self->db, &changeset, !redo))
    return refuse_step (self, redo, label, error);
  g_autoptr (MzEdit) edit = mz_follow_edit (self->rows, model, touched, label, &inner);
  if (edit == NULL || !mz_follow_check (model, edit, &inner))
    return mz_refuse_in (error, MZ_STORE_ERROR_MALFORMED, self->name, inner);
  state->cursor = redo ? sequence : sequence_before (self->db, sequence);
  *follow = g_steal_pointer (&edit);
  return write_state (self, state, error);
}

static gboolean
go (MzHistory *self, MzModel *model, gboolean redo, MzHistoryState *state, MzEdit **follow,
    GError **error)
{
  MzHistoryState after = *state;
  g_autoptr (MzEdit) edit = NULL;
  if (!mz_database_exec (self->db, "BEGIN IMMEDIATE", self->name, error))
    return FALSE;
  g_autoptr (sqlite3_stmt) entry = find_entry (self->db, state, redo);
  gboolean good = entry != NULL;
  if (!good)
    mz_refuse (error, MZ_STORE_ERROR_REFUSED,
               redo ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
  good = good && step (self, model, redo, entry, &after, &edit, error);
  g_clear_pointer (&entry, sqlite3_finalize);
  if (!finish (self, good, error))
    return FALSE;
  *state = after;
  *follow = g_steal_pointer (&edit);
  return TRUE;
}

gboolean
mz_history_undo (MzHistory *self, MzModel *model, MzHistoryState *state, MzEdit **follow,
                 GError **error)
{
  return go (self, model, FALSE, state, follow, error);
}

gboolean
mz_history_redo (MzHistory *self, MzModel *model, MzHistoryState *state, MzEdit **follow,
                 GError **error)
{
  return go (self, model, TRUE, state, follow, error);
}

static char *
entry_label (sqlite3 *db, const MzHistoryState *state, gboolean redo)
{
  g_autoptr (sqlite3_stmt) row = find_entry (db, state, redo);
  return row != NULL ? g_strdup ((const char *)sqlite3_column_text (row, 1)) : NULL;
}

char *
mz_history_undo_label (sqlite3 *db, const MzHistoryState *state)
{
  return entry_label (db, state, FALSE);
}

char *
mz_history_redo_label (sqlite3 *db, const MzHistoryState *state)
{
  return entry_label (db, state, TRUE);
}
