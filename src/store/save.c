/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The save: a temporary file in the same folder, written, forced to the disk, read back and checked like a file from a
 * stranger, then renamed over the target, then the folder forced to the disk. */

#include "config.h"

#include "save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest-private.h"
#include "image-private.h"
#include "mezasu/file.h"
#include "refusal-private.h"

#define TEMPORARY_PREFIX ".mezasu-save-"
/* A temporary file is left over once no save can still be writing it. */
#define LEFT_AFTER_SECONDS 3600
#define MAX_LINKS 40
#define HEADER_SIZE 100

typedef struct
{
  const MzSave *save;
  const char *path; /* as the person named it */
  char *shown;      /* the same, for messages */
  char *target;     /* behind all symbolic links */
  char *folder;
  char *temporary;
  gboolean exists; /* whether a file is there, which the next describes */
  struct stat old;
} Saving;

GBytes *
mz_save_read (const char *path, GError **error)
{
  gsize size;
  char *data = mz_file_load (path, MZ_DOCUMENT_LIMIT, &size, error);
  return data != NULL ? g_bytes_new_take (data, size) : NULL;
}

/* Follows symbolic links, also to a file that is not there yet. */
static char *
follow_links (const char *path)
{
  g_autofree char *at = g_canonicalize_filename (path, NULL);
  for (guint links = 0; links < MAX_LINKS; links++)
    {
      g_autofree char *link = g_file_read_link (at, NULL);
      g_autofree char *folder = g_path_get_dirname (at);
      if (link == NULL)
        return g_steal_pointer (&at);
      g_free (at);
      at = g_canonicalize_filename (link, folder);
    }
  return NULL;
}

/* A backup of what will be replaced, where that is a document at all. */
static void
back_up (const MzSave *save, GBytes *content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  if (save->backup && size > HEADER_SIZE && memcmp (data, "SQLite format 3", 16) == 0)
    mz_backups_add (save->uuid, content);
}

/* Whether what is there may be replaced; keeps a backup of it when it may. */
static gboolean
check_old (Saving *saving, GError **error)
{
  const MzSave *save = saving->save;
  if (!S_ISREG (saving->old.st_mode))
    return mz_refuse (error, MZ_STORE_ERROR_REFUSED,
                      _ ("“%s” is a folder or a device; a document needs an ordinary file."),
                      saving->shown);
  if (access (saving->target, W_OK) != 0)
    return mz_refuse_io (error, saving->path, errno, TRUE);
  if (saving->old.st_nlink > 1 && !save->overwrite)
    return mz_refuse (
        error, MZ_STORE_ERROR_CONFLICT,
        _ ("“%s” also has another name, under which the old content would stay; save under a new "
           "name, or replace it."),
        saving->shown);
  g_autoptr (GBytes) content = mz_save_read (saving->target, save->overwrite ? NULL : error);
  if (content == NULL)
    return save->overwrite;
  g_autofree char *sha256 = mz_digest_bytes (content);
  if (!save->overwrite && save->known == NULL)
    return mz_refuse (error, MZ_STORE_ERROR_CONFLICT, _ ("There is already a file “%s”."),
                      saving->shown);
  if (!save->overwrite && !g_str_equal (save->known, sha256))
    return mz_refuse (
        error, MZ_STORE_ERROR_CONFLICT,
        _ ("“%s” was changed by somebody else since it was opened; save under a new name, or "
           "replace it."),
        saving->shown);
  back_up (save, content);
  return TRUE;
}

static int
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);
  while (left > 0)
    {
      gssize put = write (fd, data, left);
      if (put < 0 && errno != EINTR)
        return errno;
      data += MAX (put, 0);
      left -= (gsize)MAX (put, 0);
    }
  return fsync (fd) == 0 ? 0 : errno;
}

/* The mode of the old file is kept, and its owner where the system allows that. */
static int
inherit (int fd, const struct stat *old)
{
  mode_t mode = old->st_mode & 0777;
  if (fchown (fd, old->st_uid, old->st_gid) != 0 && errno != EPERM)
    return errno;
  return fchmod (fd, mode) == 0 ? 0 : errno;
}

static gboolean
write_temporary (Saving *saving, GError **error)
{
  int fd = open (saving->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                 saving->exists ? 0600 : 0666);
  if (fd < 0)
    return mz_refuse_io (error, saving->path, errno, TRUE);
  int code = saving->exists ? inherit (fd, &saving->old) : 0;
  if (code == 0)
    code = write_all (fd, saving->save->image);
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code == 0 || mz_refuse_io (error, saving->path, code, TRUE);
}

/* What was written is read back and has to be a document with these very records. */
static gboolean
verify (Saving *saving, GError **error)
{
  g_autoptr (GBytes) content = mz_save_read (saving->temporary, error);
  if (content == NULL)
    return FALSE;
  g_autoptr (MzReceived) received =
      mz_received_check (saving->save->schema, g_steal_pointer (&content), saving->path, error);
  if (received == NULL)
    return FALSE;
  g_autofree char *digest = mz_digest_model (received->model);
  return g_str_equal (digest, saving->save->digest) ||
         mz_refuse (error, MZ_STORE_ERROR_IO,
                    _ ("“%s” was not saved: what the disk gave back is not what was written."),
                    saving->shown);
}

/* Whether the file that was looked at is still the one that the rename will replace. */
static gboolean
is_unchanged (const Saving *saving)
{
  struct stat now;
  if (stat (saving->target, &now) != 0)
    return errno == ENOENT;
  return saving->exists && now.st_ino == saving->old.st_ino && now.st_dev == saving->old.st_dev &&
         now.st_size == saving->old.st_size && now.st_mtim.tv_sec == saving->old.st_mtim.tv_sec &&
         now.st_mtim.tv_nsec == saving->old.st_mtim.tv_nsec;
}

/* Renames; where nothing was, nothing may have come meanwhile. Returns 0 or an errno. */
static int
rename_temporary (Saving *saving)
{
  if (!saving->exists && !saving->save->overwrite)
    {
      if (renameat2 (AT_FDCWD, saving->temporary, AT_FDCWD, saving->target, RENAME_NOREPLACE) == 0)
        return 0;
      /* Some file systems do not know the flag. */
      if (errno != EINVAL && errno != ENOSYS)
        return errno;
    }
  return rename (saving->temporary, saving->target) == 0 ? 0 : errno;
}

/* Two programs that save the same file at once meet at a lock on the old one: who comes second finds it replaced. A file
 * system without locks leaves the moment between the last look and the rename. -1 when there is nothing to lock. */
static int
lock_old (const Saving *saving, gboolean *busy)
{
  int fd = saving->exists ? open (saving->target, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
  *busy = fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  return fd;
}

static gboolean
replace (Saving *saving, gboolean busy, GError **error)
{
  if (!saving->save->overwrite && (busy || !is_unchanged (saving)))
    return mz_refuse (error, MZ_STORE_ERROR_CONFLICT,
                      _ ("“%s” was changed by somebody else just now."), saving->shown);
  int folder = open (saving->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int code = folder < 0 ? errno : rename_temporary (saving);
  if (code == EEXIST)
    mz_refuse (error, MZ_STORE_ERROR_CONFLICT, _ ("There is already a file “%s”."), saving->shown);
  else if (code != 0)
    mz_refuse_io (error, saving->path, code, TRUE);
  else if (fsync (folder) != 0 && errno != EINVAL && errno != ENOTSUP)
    {
      code = errno;
      mz_refuse (error, MZ_STORE_ERROR_IO,
                 _ ("“%s” is written, but the disk did not confirm it: %s."), saving->shown,
                 g_strerror (code));
    }
  if (folder >= 0)
    close (folder);
  return code == 0;
}

static gboolean
put_in_place (Saving *saving, GError **error)
{
  gboolean busy;
  int lock = lock_old (saving, &busy);
  gboolean replaced = replace (saving, busy, error);
  if (lock >= 0)
    close (lock);
  return replaced;
}

/* Deletes what an earlier save of this document left when its process was killed. */
static void
clean_left (const Saving *saving)
{
  g_autofree char *prefix = g_strconcat (TEMPORARY_PREFIX, saving->save->uuid, "-", NULL);
  g_autoptr (GDir) dir = g_dir_open (saving->folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (saving->folder, name, NULL);
      struct stat found;
      if (g_str_has_prefix (name, prefix) && lstat (path, &found) == 0 && S_ISREG (found.st_mode) &&
          found.st_uid == geteuid () &&
          found.st_mtim.tv_sec < g_get_real_time () / G_USEC_PER_SEC - LEFT_AFTER_SECONDS)
        unlink (path);
    }
}

static gboolean
run (Saving *saving, GError **error)
{
  g_autofree char *random = mz_id_new ();
  saving->exists = stat (saving->target, &saving->old) == 0;
  if (!saving->exists && errno != ENOENT)
    return mz_refuse_io (error, saving->path, errno, TRUE);
  if (saving->exists && !check_old (saving, error))
    return FALSE;
  saving->temporary = g_strconcat (saving->folder, G_DIR_SEPARATOR_S TEMPORARY_PREFIX,
                                   saving->save->uuid, "-", random, NULL);
  clean_left (saving);
  if (write_temporary (saving, error) && verify (saving, error) && put_in_place (saving, error))
    return TRUE;
  unlink (saving->temporary);
  return FALSE;
}

gboolean
mz_save_image (const MzSave *save, const char *path, GError **error)
{
  Saving saving = {.save = save, .path = path, .target = follow_links (path)};
  if (*path == '\0' || saving.target == NULL)
    return mz_refuse_io (error, path, *path == '\0' ? ENOENT : ELOOP, TRUE);
  saving.folder = g_path_get_dirname (saving.target);
  saving.shown = g_filename_display_name (path);
  gboolean saved = run (&saving, error);
  if (saved && save->backup)
    mz_backups_add (save->uuid, save->image);
  g_free (saving.shown);
  g_free (saving.target);
  g_free (saving.folder);
  g_free (saving.temporary);
  return saved;
}
