/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How a document reaches its file. */

#include "config.h"

#include "document-private.h"

#include <glib/gi18n-lib.h>

#include "digest-private.h"
#include "refusal-private.h"
#include "save-private.h"

/* Notes in the working copy what is about to appear as the file. A state folder without space does not stop a save to
 * another disk: the note matters only if the process dies within it. */
static void
announce (MzDocument *self, const char *path, const char *sha256)
{
  sqlite3 *db = self->copy->db;
  g_autoptr (GError) error = NULL;
  if (mz_database_exec (db, "BEGIN IMMEDIATE", self->copy->folder, &error) &&
      mz_meta_set (db, MZ_WORKING_NEXT_PATH, path, &error) &&
      mz_meta_set (db, MZ_WORKING_NEXT_SHA256, sha256, &error) &&
      mz_meta_set_integer (db, MZ_WORKING_NEXT_SAVED, self->state.cursor, &error) &&
      mz_database_exec (db, "COMMIT", self->copy->folder, &error))
    return;
  g_info ("%s", error->message);
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
}

void
mz_working_copy_settle (sqlite3 *db)
{
  g_autofree char *path = mz_meta_get (db, MZ_WORKING_NEXT_PATH);
  g_autofree char *sha256 = mz_meta_get (db, MZ_WORKING_NEXT_SHA256);
  g_autoptr (GBytes) content = path != NULL ? mz_save_read (path, NULL) : NULL;
  g_autofree char *found = content != NULL ? mz_digest_bytes (content) : NULL;
  if (found == NULL || g_strcmp0 (found, sha256) != 0)
    return;
  if (sqlite3_exec (
          db,
          "BEGIN IMMEDIATE; "
          "INSERT INTO mz_meta SELECT 'working' || substr (key, 13), value FROM mz_meta "
          "WHERE key IN ('working.next.path', 'working.next.sha256', 'working.next.saved') "
          "ON CONFLICT DO UPDATE SET value = excluded.value; "
          "DELETE FROM mz_meta WHERE key LIKE 'working.next.%'; "
          "COMMIT",
          NULL, NULL, NULL) != SQLITE_OK &&
      !sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
}

/* A save that failed after its file was in place is not somebody else's change. */
static void
settle (MzDocument *self)
{
  mz_working_copy_settle (self->copy->db);
  g_autofree char *path = mz_meta_get (self->copy->db, MZ_WORKING_PATH);
  if (path == NULL || g_strcmp0 (path, self->path) != 0)
    return;
  g_free (self->sha256);
  self->sha256 = mz_meta_get (self->copy->db, MZ_WORKING_SHA256);
}

static gboolean
may_save (MzDocument *self, GError **error)
{
  if (self->copy != NULL)
    return TRUE;
  return mz_refuse (error, MZ_STORE_ERROR_REFUSED, "%s",
                    self->read_only != NULL ? self->read_only : _ ("The document is closed."));
}

static gboolean
write_file (MzDocument *self, const char *path, gboolean overwrite, GError **error)
{
  MzDocumentHead head = {self->uuid, self->state.cursor, self->state.next};
  settle (self);
  g_autoptr (GBytes) image = mz_image_new (self->model, &head, self->copy->db, error);
  if (image == NULL)
    return FALSE;
  g_autofree char *sha256 = mz_digest_bytes (image);
  g_autofree char *digest = mz_digest_model (self->model);
  gboolean own = g_strcmp0 (path, self->path) == 0;
  MzSave save = {self->schema, image, self->uuid, digest, own ? self->sha256 : NULL,
                 overwrite,    TRUE};
  announce (self, path, sha256);
  if (!mz_save_image (&save, path, error))
    return FALSE;
  g_free (self->sha256);
  self->sha256 = g_steal_pointer (&sha256);
  return TRUE;
}

/* The file is whole: whatever fails from here on is found out by settling. */
static void
note_saved (MzDocument *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old = g_steal_pointer (&self->path);
  self->path = g_strdup (path);
  self->saved = self->state.cursor;
  self->saved_at = g_get_real_time () / G_USEC_PER_SEC;
  g_clear_pointer (&self->failure, g_free);
  if (!mz_document_keep_file (self, &error))
    g_info ("%s", error->message);
}

static gboolean
save_to (MzDocument *self, const char *path, gboolean overwrite, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  if (!may_save (self, error))
    return FALSE;
  gboolean saved = write_file (self, absolute, overwrite, &inner);
  if (saved)
    note_saved (self, absolute);
  /* A conflict is a question to the person, not a failure. */
  else if (!g_error_matches (inner, MZ_STORE_ERROR, MZ_STORE_ERROR_CONFLICT))
    {
      g_free (self->failure);
      self->failure = g_strdup (inner->message);
    }
  mz_document_tell (self);
  if (!saved)
    g_propagate_error (error, g_steal_pointer (&inner));
  return saved;
}

gboolean
mz_document_save (MzDocument *self, GError **error)
{
  if (self->path == NULL)
    return mz_refuse (error, MZ_STORE_ERROR_REFUSED,
                      _ ("The document has no file yet; save it under a name first."));
  g_autofree char *path = g_strdup (self->path);
  return save_to (self, path, FALSE, error);
}

gboolean
mz_document_save_as (MzDocument *self, const char *path, gboolean overwrite, GError **error)
{
  return save_to (self, path, overwrite, error);
}

gboolean
mz_document_share_copy (MzDocument *self, const char *path, gboolean overwrite, GError **error)
{
  MzDocumentHead head = {self->uuid, 0, 1};
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  if (!may_save (self, error))
    return FALSE;
  if (g_strcmp0 (absolute, self->path) == 0)
    return mz_refuse (error, MZ_STORE_ERROR_REFUSED,
                      _ ("A copy without history needs another name than the document itself."));
  g_autoptr (GBytes) image = mz_image_new (self->model, &head, NULL, error);
  g_autofree char *digest = mz_digest_model (self->model);
  MzSave save = {self->schema, image, self->uuid, digest, NULL, overwrite, FALSE};
  return image != NULL && mz_save_image (&save, absolute, error);
}

GPtrArray *
mz_document_backups (MzDocument *self)
{
  return mz_backups_list (self->uuid);
}
