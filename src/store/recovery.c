/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Working copies whose process has gone. The left one is only read; the work goes on in a new one, and the left one is
 * deleted when that is whole. */

#include "config.h"

#include "document-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "refusal-private.h"

/* The title of the first singleton that has one: the organisation. */
static char *
read_title (sqlite3 *db)
{
  const MzSchema *schema = mz_schema_default ();
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      int title = mz_kind_find_flag (&schema->kinds[i], MZ_FIELD_TITLE);
      if (!schema->kinds[i].singleton || title < 0)
        continue;
      g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\"",
                                              mz_kind_field (&schema->kinds[i], (guint)title)->name,
                                              schema->kinds[i].name);
      return mz_database_text (db, sql);
    }
  return NULL;
}

/* Edits between what the file holds and what was seen last, in either direction. */
static guint
count_edits (sqlite3 *db, gint64 saved, gint64 cursor)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM mz_history WHERE sequence > %" G_GINT64_FORMAT
                       " AND sequence <= %" G_GINT64_FORMAT,
                       MIN (saved, cursor), MAX (saved, cursor));
  return (guint)mz_database_integer (db, sql, 0);
}

static MzRecovery *
describe (MzWorkingCopy *copy)
{
  MzRecovery *recovery = g_new0 (MzRecovery, 1);
  gint64 saved, cursor;
  mz_working_copy_settle (copy->db);
  saved = mz_meta_get_integer (copy->db, MZ_WORKING_SAVED, -1);
  cursor = mz_meta_get_integer (copy->db, "cursor", 0);
  recovery->path = g_strdup (copy->folder);
  recovery->file = mz_meta_get (copy->db, MZ_WORKING_PATH);
  recovery->title = read_title (copy->db);
  recovery->time = mz_meta_get_integer (copy->db, MZ_WORKING_TIME, 0);
  recovery->edits = count_edits (copy->db, saved, cursor);
  return recovery;
}

/* A copy that does not say yet what its file holds was never given to anybody. */
static gboolean
holds_work (MzWorkingCopy *copy)
{
  g_autofree char *saved = mz_meta_get (copy->db, MZ_WORKING_SAVED);
  return saved != NULL && mz_meta_get_integer (copy->db, MZ_WORKING_SAVED, -1) !=
                              mz_meta_get_integer (copy->db, "cursor", 0);
}

/* A copy that cannot be opened is listed all the same: somebody may be able to read it. */
static MzRecovery *
describe_unreadable (const char *folder)
{
  MzRecovery *recovery = g_new0 (MzRecovery, 1);
  struct stat status;
  recovery->path = g_strdup (folder);
  if (stat (folder, &status) == 0)
    recovery->time = status.st_mtim.tv_sec;
  return recovery;
}

static MzRecovery *
look_at (const char *folder)
{
  g_autoptr (GError) error = NULL;
  MzWorkingCopy *copy = mz_working_copy_take (folder, &error);
  if (copy == NULL)
    return g_error_matches (error, MZ_STORE_ERROR, MZ_STORE_ERROR_CONFLICT)
               ? NULL
               : describe_unreadable (folder);
  MzRecovery *recovery = describe (copy);
  gboolean needed = holds_work (copy);
  mz_working_copy_release (copy, !needed);
  if (!needed)
    g_clear_pointer (&recovery, mz_recovery_free);
  return recovery;
}

static int
newest_first_cb (gconstpointer a, gconstpointer b)
{
  const MzRecovery *left = *(MzRecovery *const *)a;
  const MzRecovery *right = *(MzRecovery *const *)b;
  return left->time != right->time ? (left->time < right->time ? 1 : -1)
                                   : g_strcmp0 (left->path, right->path);
}

GPtrArray *
mz_document_recoveries (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_recovery_free);
  g_autofree char *all = mz_working_copies_folder ();
  mz_working_copies_clean ();
  g_autoptr (GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (all, name, NULL);
      MzRecovery *recovery = mz_working_copy_is_ours (folder) ? look_at (folder) : NULL;
      if (recovery != NULL)
        g_ptr_array_add (list, recovery);
    }
  g_ptr_array_sort (list, newest_first_cb);
  return list;
}

/* The left copy as a new document. It is checked like a received one, but for its digest: that is made when saving. */
static MzDocument *
continue_from (const MzSchema *schema, sqlite3 *left, const char *name, GError **error)
{
  g_autofree char *uuid = mz_meta_get (left, "uuid");
  MzDocumentHead head = {uuid, mz_meta_get_integer (left, "cursor", 0),
                         mz_meta_get_integer (left, "next", 1)};
  gint64 version = mz_database_integer (left, "PRAGMA user_version", 0);
  g_autofree char *verdict = mz_database_text (left, "PRAGMA integrity_check (1)");
  if (g_strcmp0 (verdict, "ok") != 0 || !mz_id_check (uuid) || version < 1 || head.cursor < 0 ||
      head.next <= head.cursor)
    {
      g_autofree char *shown = g_filename_display_name (name);
      mz_refuse (error, MZ_STORE_ERROR_MALFORMED,
                 _ ("The working copy “%s” is damaged; its document cannot be recovered from it."),
                 shown);
      return NULL;
    }
  if (version > schema->version)
    {
      mz_refuse (
          error, MZ_STORE_ERROR_NEWER,
          _ ("The working copy was left by a newer version of Mezasu and can be recovered only by that."));
      return NULL;
    }
  if (!mz_received_check_tables (left, schema, (guint)version, name, error))
    return NULL;
  g_autoptr (MzModel) model = mz_rows_load (left, schema, name, error);
  g_autoptr (GBytes) image = model != NULL ? mz_image_new (model, &head, left, error) : NULL;
  return image != NULL ? mz_document_start (schema, model, &head, image, error) : NULL;
}

MzDocument *
mz_document_recover (const MzSchema *schema, const char *path, GError **error)
{
  MzWorkingCopy *left = mz_working_copy_take (path, error);
  if (left == NULL)
    return NULL;
  mz_working_copy_settle (left->db);
  g_autoptr (MzDocument) self = continue_from (schema, left->db, path, error);
  if (self != NULL)
    {
      self->path = mz_meta_get (left->db, MZ_WORKING_PATH);
      self->sha256 = mz_meta_get (left->db, MZ_WORKING_SHA256);
      self->saved = mz_meta_get_integer (left->db, MZ_WORKING_SAVED, -1);
      if (!mz_document_keep_file (self, error))
        {
          mz_document_close (self, TRUE);
          g_clear_object (&self);
        }
    }
  mz_working_copy_release (left, self != NULL);
  return g_steal_pointer (&self);
}

gboolean
mz_document_forget (const char *path, GError **error)
{
  MzWorkingCopy *left = mz_working_copy_lock (path, error);
  if (left == NULL)
    return FALSE;
  mz_working_copy_release (left, TRUE);
  return !g_file_test (path, G_FILE_TEST_EXISTS) || mz_refuse_io (error, path, EBUSY, TRUE);
}

void
mz_recovery_free (MzRecovery *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->file);
  g_free (self->title);
  g_free (self);
}
