/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Whole files in and out, by plain POSIX calls: GLib's own g_file_set_contents() replaces a symbolic link, forgets the
 * mode of the old file and does not force the folder to the disk. */

#include "config.h"

#include "mezasu/file.h"

#include "mezasu/store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many links as Linux itself follows before it says ELOOP. */
#define MAX_LINKS 40

static gboolean
fail_read (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO, _ ("“%s” cannot be read: %s."), shown,
               g_strerror (code));
  return FALSE;
}

static gboolean
fail_write (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO, _ ("“%s” cannot be written: %s."), shown,
               g_strerror (code));
  return FALSE;
}

static gboolean
fail_size (const char *path, gsize limit, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
               _ ("“%s” is too large: a file of this kind holds at most %s."), shown, size);
  return FALSE;
}

/* One read of at most @room bytes that survives signals; -1 and errno as read(). */
static gssize
read_some (int fd, char *to, gsize room)
{
  gssize got;
  do
    got = read (fd, to, room);
  while (got < 0 && errno == EINTR);
  return got;
}

/* Reads to the end. @expected is only a first guess of the size: a file may grow while it is read. */
static char *
read_all (int fd, const char *path, gsize expected, gsize limit, gsize *length, GError **error)
{
  gsize room = MIN (expected, limit) + 1;
  gsize used = 0;
  g_autofree char *data = g_malloc (room + 1);
  for (;;)
    {
      gssize got = read_some (fd, data + used, room - used);
      if (got < 0)
        return fail_read (path, errno, error), NULL;
      if (got == 0)
        break;
      used += got;
      if (used > limit)
        return fail_size (path, limit, error), NULL;
      if (used == room)
        {
          room = MIN (room * 2, limit + 1);
          data = g_realloc (data, room + 1);
        }
    }
  data[used] = '\0';
  *length = used;
  return g_steal_pointer (&data);
}

char *
mz_file_load (const char *path, gsize limit, gsize *length, GError **error)
{
  g_return_val_if_fail (path != NULL && length != NULL, NULL);
  g_return_val_if_fail (limit < G_MAXSIZE / 4, NULL);

  if (strcmp (path, "-") == 0)
    return read_all (STDIN_FILENO, _ ("standard input"), 4096, limit, length, error);

  /* Not blocking: opening a named pipe would otherwise wait for somebody to write to it. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    return fail_read (path, errno, error), NULL;
  char *data = NULL;
  struct stat status;
  if (fstat (fd, &status) != 0)
    fail_read (path, errno, error);
  else if (!S_ISREG (status.st_mode))
    {
      g_autofree char *shown = g_filename_display_name (path);
      g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
                   _ ("“%s” is a folder or a device; an ordinary file is needed."), shown);
    }
  else if ((guint64)status.st_size > limit)
    fail_size (path, limit, error);
  else
    data = read_all (fd, path, status.st_size, limit, length, error);
  close (fd);
  return data;
}

/* Returns 0 or the errno of the failure. */
static int
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize put = write (fd, data, length);
      if (put < 0 && errno == EINTR)
        continue;
      if (put < 0)
        return errno;
      data += put;
      length -= put;
    }
  return 0;
}

static int
sync_file (int fd)
{
  int result;
  do
    result = fsync (fd);
  while (result != 0 && errno == EINTR);
  return result == 0 ? 0 : errno;
}

/* The path behind any chain of symbolic links. Unlike realpath() it also follows a link whose target is not there yet.
 * NULL and errno when the chain has no end. */
static char *
follow_links (const char *path)
{
  g_autofree char *at = g_strdup (path);
  for (guint links = 0; links < MAX_LINKS; links++)
    {
      g_autofree char *target = g_file_read_link (at, NULL);
      if (target == NULL)
        return g_steal_pointer (&at);
      g_autofree char *folder = g_path_get_dirname (at);
      char *next =
          g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
      g_free (at);
      at = next;
    }
  errno = ELOOP;
  return NULL;
}

/* A fresh file in @folder that nobody else can have prepared. -1 and errno on failure. */
static int
open_temporary (int folder, mode_t mode, char **name)
{
  int fd = -1;
  for (guint attempt = 0; attempt < 100; attempt++)
    {
      g_autofree char *candidate =
          g_strdup_printf (".mezasu-%08x%08x", g_random_int (), g_random_int ());
      fd = openat (folder, candidate, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
      if (fd >= 0)
        *name = g_steal_pointer (&candidate);
      if (fd >= 0 || errno != EEXIST)
        break;
    }
  return fd;
}

/* Gives the new file what the old one had. Whoever is not root may be unable to keep a foreign owner; the file then
 * belongs to the person who saves it, as with any editor. Returns 0 or an errno. */
static int
inherit (int fd, const struct stat *old)
{
  struct stat fresh;
  if (fstat (fd, &fresh) != 0)
    return errno;
  gboolean foreign = fresh.st_uid != old->st_uid || fresh.st_gid != old->st_gid;
  mode_t mode = old->st_mode & 07777;
  if (foreign && fchown (fd, old->st_uid, old->st_gid) != 0)
    mode &= 0777;
  return fchmod (fd, mode) == 0 ? 0 : errno;
}

/* Writes beside the target and renames over it. @old is NULL when there was no file. Returns 0 or an errno; nothing of
 * the attempt is left after a failure. */
static int
replace_in (int folder, const char *base, const struct stat *old, const void *data, gsize length)
{
  g_autofree char *name = NULL;
  /* The old file may have been private: until its mode is copied, nobody else may look. */
  int fd = open_temporary (folder, old != NULL ? 0600 : 0666, &name);
  if (fd < 0)
    return errno;
  int code = write_all (fd, data, length);
  if (code == 0 && old != NULL)
    code = inherit (fd, old);
  if (code == 0)
    code = sync_file (fd);
  if (close (fd) != 0 && code == 0)
    code = errno;
  if (code == 0 && renameat (folder, name, folder, base) != 0)
    code = errno;
  if (code != 0)
    unlinkat (folder, name, 0);
  return code;
}

static gboolean
replace_file (const char *path, const char *target, const struct stat *old, const void *data,
              gsize length, GError **error)
{
  g_autofree char *folder_path = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  int folder = open (folder_path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0)
    return fail_write (path, errno, error);
  int code = replace_in (folder, base, old, data, length);
  if (code != 0)
    fail_write (path, code, error);
  else
    {
      code = sync_file (folder);
      /* Some network file systems cannot sync a folder and say so; their rename is as durable as they get. */
      if (code == EINVAL || code == ENOTSUP)
        code = 0;
      if (code != 0)
        {
          g_autofree char *shown = g_filename_display_name (path);
          g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO,
                       _ ("“%s” is written, but the disk did not confirm it: %s."), shown,
                       g_strerror (code));
        }
    }
  close (folder);
  return code == 0;
}

static gboolean
write_device (const char *path, const void *data, gsize length, GError **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return fail_write (path, errno, error);
  int code = write_all (fd, data, length);
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code == 0 ? TRUE : fail_write (path, code, error);
}

static gboolean
write_stdout (const void *data, gsize length, GError **error)
{
  /* What was printed before must come out before. */
  int code = fflush (stdout) == 0 ? 0 : errno;
  if (code == 0)
    code = write_all (STDOUT_FILENO, data, length);
  return code == 0 ? TRUE : fail_write (_ ("standard output"), code, error);
}

gboolean
mz_file_replace (const char *path, const void *data, gsize length, GError **error)
{
  g_return_val_if_fail (path != NULL && (data != NULL || length == 0), FALSE);

  if (strcmp (path, "-") == 0)
    return write_stdout (data, length, error);
  if (*path == '\0')
    return fail_write (path, ENOENT, error);

  struct stat old;
  gboolean exists = stat (path, &old) == 0;
  if (!exists && errno != ENOENT)
    return fail_write (path, errno, error);
  if ((exists && S_ISDIR (old.st_mode)) || g_str_has_suffix (path, "/"))
    return fail_write (path, EISDIR, error);
  /* Renaming over a device or a pipe would remove it, which nobody means by writing to it. */
  if (exists && !S_ISREG (old.st_mode))
    return write_device (path, data, length, error);
  /* A rename needs no right to the old file, but a file that is protected against writing was so for a reason. */
  if (exists && access (path, W_OK) != 0)
    return fail_write (path, errno, error);

  g_autofree char *target = follow_links (path);
  if (target == NULL)
    return fail_write (path, errno, error);
  return replace_file (path, target, exists ? &old : NULL, data, length, error);
}
