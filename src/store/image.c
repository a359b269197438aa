/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A document as bytes. */

#include "config.h"

#include "image-private.h"

#include <glib/gi18n-lib.h>

#include "digest-private.h"
#include "refusal-private.h"
#include "rows-private.h"

/* Older edits are left out of a file once its history is larger than this. */
#define HISTORY_LIMIT ((gint64)24 * 1024 * 1024)

/* The sequence of the newest edit that no longer fits, 0 when all do. */
static gint64
last_dropped (sqlite3 *history)
{
  g_autoptr (sqlite3_stmt) row = mz_database_prepare (
      history, "SELECT sequence, length(changeset) FROM mz_history ORDER BY sequence DESC", "",
      NULL);
  gint64 size = 0;
  while (row != NULL && sqlite3_step (row) == SQLITE_ROW)
    {
      size += sqlite3_column_int64 (row, 1);
      if (size > HISTORY_LIMIT)
        return sqlite3_column_int64 (row, 0);
    }
  return 0;
}

static gboolean
copy_history (sqlite3 *from, sqlite3 *to, gint64 cursor, GError **error)
{
  gint64 dropped = last_dropped (from);
  g_autoptr (sqlite3_stmt) read = mz_database_prepare (
      from, "SELECT * FROM mz_history WHERE sequence > ?1 ORDER BY sequence", "", error);
  g_autoptr (sqlite3_stmt) write =
      mz_database_prepare (to, "INSERT INTO mz_history VALUES (?1, ?2, ?3, ?4, ?5)", "", error);
  int code;
  if (read == NULL || write == NULL)
    return FALSE;
  /* An edit that can be redone is of use only with all those between it and the cursor. */
  sqlite3_bind_int64 (read, 1, dropped > cursor ? G_MAXINT64 : dropped);
  while ((code = sqlite3_step (read)) == SQLITE_ROW)
    {
      for (int column = 0; column < 5; column++)
        if (sqlite3_bind_value (write, column + 1, sqlite3_column_value (read, column)) !=
            SQLITE_OK)
          return mz_database_fail (to, "", error);
      if (sqlite3_step (write) != SQLITE_DONE)
        return mz_database_fail (to, "", error);
      sqlite3_reset (write);
    }
  return code == SQLITE_DONE || mz_database_fail (from, "", error);
}

static gboolean
write_head (sqlite3 *db, const MzDocumentHead *head, GError **error)
{
  if (!mz_meta_set (db, "uuid", head->uuid, error) ||
      !mz_meta_set_integer (db, "cursor", head->cursor, error) ||
      !mz_meta_set_integer (db, "next", head->next, error))
    return FALSE;
  g_autofree char *digest = mz_digest_database (db, "", error);
  return digest != NULL && mz_meta_set (db, "digest", digest, error);
}

static gboolean
fill (sqlite3 *db, MzModel *model, const MzDocumentHead *head, sqlite3 *history, GError **error)
{
  g_autoptr (MzRows) rows = mz_rows_new (db, mz_model_schema (model));
  return mz_database_exec (db, "BEGIN", "", error) &&
         mz_database_create (db, mz_model_schema (model), error) &&
         mz_rows_insert_all (rows, model, error) &&
         (history == NULL || copy_history (history, db, head->cursor, error)) &&
         write_head (db, head, error) && mz_database_exec (db, "COMMIT", "", error);
}

GBytes *
mz_image_new (MzModel *model, const MzDocumentHead *head, sqlite3 *history, GError **error)
{
  g_autoptr (sqlite3) db = mz_database_open_memory (error);
  sqlite3_int64 size = 0;
  if (db == NULL || !fill (db, model, head, history, error))
    return NULL;
  unsigned char *data = sqlite3_serialize (db, "main", &size, 0);
  if (data == NULL || (gsize)size > MZ_DOCUMENT_LIMIT)
    {
      sqlite3_free (data);
      mz_refuse (
          error, MZ_STORE_ERROR_REFUSED,
          _ ("The document is too large to be kept in one file: it may have at most 64 MiB."));
      return NULL;
    }
  return g_bytes_new_with_free_func (data, (gsize)size, sqlite3_free, data);
}
