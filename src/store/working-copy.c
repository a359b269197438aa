/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The working copy of a document. A lock that dies with the process tells the living from the left ones. */

#include "config.h"

#include "working-copy-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mezasu/record.h"
#include "refusal-private.h"

#define DATABASE "document.db"
#define LOCK "lock"
/* A folder has this ending until its database is whole, and again once it is being deleted. */
#define UNFINISHED ".part"

char *
mz_working_copies_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "mezasu", "working", NULL);
}

gboolean
mz_make_private_folder (const char *path, GError **error)
{
  return g_mkdir_with_parents (path, 0700) == 0 || mz_refuse_io (error, path, errno, TRUE);
}

gboolean
mz_write_private_file (const char *path, GBytes *bytes, GError **error)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  int code = fd < 0 ? errno : 0;
  while (code == 0 && left > 0)
    {
      gssize put = write (fd, data, left);
      if (put < 0 && errno != EINTR)
        code = errno;
      data += MAX (put, 0);
      left -= (gsize)MAX (put, 0);
    }
  if (code == 0 && fsync (fd) != 0)
    code = errno;
  if (fd >= 0 && close (fd) != 0 && code == 0)
    code = errno;
  if (code != 0 && fd >= 0)
    g_unlink (path);
  return code == 0 || mz_refuse_io (error, path, code, TRUE);
}

/* The lock of a folder; -1 when another process holds it or there is none to be had. */
static int
take_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, LOCK, NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      close (fd);
      return -1;
    }
  return fd;
}

/* Deletes the files that a working copy can have, then the folder if that was all. Half deleted it would look like work
 * that cannot be read, so that it first loses its name. */
static void
remove_folder (const char *folder)
{
  static const char *const names[] = {DATABASE, DATABASE "-wal", DATABASE "-shm",
                                      DATABASE "-journal", LOCK};
  g_autofree char *part = g_str_has_suffix (folder, UNFINISHED)
                              ? g_strdup (folder)
                              : g_strconcat (folder, UNFINISHED, NULL);
  const char *from = g_str_equal (folder, part) || g_rename (folder, part) == 0 ? part : folder;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (from, names[i], NULL);
      g_unlink (path);
    }
  g_rmdir (from);
}

gboolean
mz_working_copy_is_ours (const char *path)
{
  g_autofree char *all = mz_working_copies_folder ();
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  return g_str_equal (parent, all) && mz_id_check (name) &&
         !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

static gboolean
open_database (MzWorkingCopy *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, DATABASE, NULL);
  self->db = mz_database_open_working (path, error);
  return self->db != NULL;
}

/* Fills @folder; it gets its name only when it is whole. */
static gboolean
fill (MzWorkingCopy *self, const char *unfinished, GBytes *image, GError **error)
{
  g_autofree char *path = g_build_filename (unfinished, DATABASE, NULL);
  if (g_mkdir (unfinished, 0700) != 0)
    return mz_refuse_io (error, unfinished, errno, TRUE);
  self->lock = take_lock (unfinished);
  if (self->lock < 0)
    return mz_refuse_io (error, unfinished, errno, TRUE);
  if (!mz_write_private_file (path, image, error))
    return FALSE;
  return g_rename (unfinished, self->folder) == 0 ||
         mz_refuse_io (error, self->folder, errno, TRUE);
}

/* A name that no other working copy has: a process that was forked off draws the same random ids as its parent. */
static char *
fresh_folder (const char *all)
{
  for (;;)
    {
      g_autofree char *id = mz_id_new ();
      g_autofree char *folder = g_build_filename (all, id, NULL);
      if (!g_file_test (folder, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&folder);
    }
}

MzWorkingCopy *
mz_working_copy_new (GBytes *image, GError **error)
{
  g_autofree char *all = mz_working_copies_folder ();
  MzWorkingCopy *self = g_new0 (MzWorkingCopy, 1);
  self->lock = -1;
  self->folder = fresh_folder (all);
  g_autofree char *unfinished = g_strconcat (self->folder, UNFINISHED, NULL);
  gboolean filled = mz_make_private_folder (all, error) && fill (self, unfinished, image, error);
  if (filled && open_database (self, error))
    return self;
  if (!filled)
    remove_folder (unfinished);
  /* Unless it was filled, the folder of that name is not this one's. */
  mz_working_copy_release (self, filled);
  return NULL;
}

MzWorkingCopy *
mz_working_copy_lock (const char *folder, GError **error)
{
  if (!mz_working_copy_is_ours (folder) || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *shown = g_filename_display_name (folder);
      mz_refuse (error, MZ_STORE_ERROR_REFUSED, _ ("“%s” is not a working copy of Mezasu."), shown);
      return NULL;
    }
  g_autoptr (MzWorkingCopy) self = g_new0 (MzWorkingCopy, 1);
  self->folder = g_strdup (folder);
  self->lock = take_lock (folder);
  if (self->lock >= 0)
    return g_steal_pointer (&self);
  mz_refuse (error, MZ_STORE_ERROR_CONFLICT,
             _ ("This working copy is in use by another running Mezasu."));
  return NULL;
}

MzWorkingCopy *
mz_working_copy_take (const char *folder, GError **error)
{
  g_autoptr (MzWorkingCopy) self = mz_working_copy_lock (folder, error);
  return self != NULL && open_database (self, error) ? g_steal_pointer (&self) : NULL;
}

void
mz_working_copy_release (MzWorkingCopy *self, gboolean remove)
{
  if (self == NULL)
    return;
  sqlite3_close (self->db);
  if (remove)
    remove_folder (self->folder);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->folder);
  g_free (self);
}

void
mz_working_copies_clean (void)
{
  g_autofree char *all = mz_working_copies_folder ();
  g_autoptr (GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (all, name, NULL);
      g_autofree char *id =
          g_strndup (name, strlen (name) - MIN (strlen (name), strlen (UNFINISHED)));
      if (!g_str_has_suffix (name, UNFINISHED) || !mz_id_check (id) ||
          g_file_test (folder, G_FILE_TEST_IS_SYMLINK))
        continue;
      int lock = take_lock (folder);
      if (lock < 0)
        continue;
      remove_folder (folder);
      close (lock);
    }
}
