/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Whole files in and out: what is refused, what is kept, and that a failed write leaves the old file and nothing else.
 * The expectations are read back with plain POSIX calls. */

#include "config.h"

#include "mezasu/file.h"

#include "mezasu/store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
place_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("mezasu-file-XXXXXX", NULL);
  g_assert_nonnull (place->folder);
  place->path = g_build_filename (place->folder, "文書.json", NULL);
}

static guint
n_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  guint n = 0;
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_tree (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
place_down (Place *place, gconstpointer data)
{
  remove_tree (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static void
put (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean done = mz_file_replace (path, text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static mode_t
mode_of (const char *path)
{
  struct stat status;
  g_assert_no_errno (lstat (path, &status));
  return status.st_mode;
}

static void
test_new_and_replaced (Place *place, gconstpointer data)
{
  mode_t mask = umask (027);
  put (place->path, "first");
  umask (mask);
  assert_content (place->path, "first");
  g_assert_cmpuint (mode_of (place->path) & 07777, ==, 0640);

  g_assert_no_errno (chmod (place->path, 0604));
  put (place->path, "");
  assert_content (place->path, "");
  g_assert_cmpuint (mode_of (place->path) & 07777, ==, 0604);
  g_assert_cmpuint (n_entries (place->folder), ==, 1);
}

static void
test_owner_kept (Place *place, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root can give a file away");
      return;
    }
  put (place->path, "old");
  g_assert_no_errno (chown (place->path, 12, 34));
  put (place->path, "new");
  struct stat status;
  g_assert_no_errno (stat (place->path, &status));
  g_assert_cmpuint (status.st_uid, ==, 12);
  g_assert_cmpuint (status.st_gid, ==, 34);
}

static void
test_links_followed (Place *place, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (place->folder, "inner", NULL);
  g_autofree char *target = g_build_filename (inner, "target.json", NULL);
  g_autofree char *second = g_build_filename (inner, "second", NULL);
  g_assert_no_errno (g_mkdir (inner, 0700));
  /* Two links, the second one relative to its own folder and at first to a file that is not there. */
  g_assert_no_errno (symlink ("target.json", second));
  g_assert_no_errno (symlink ("inner/second", place->path));

  put (place->path, "one");
  assert_content (target, "one");
  put (place->path, "two");
  assert_content (target, "two");
  g_assert_true (S_ISLNK (mode_of (place->path)));
  g_assert_true (S_ISLNK (mode_of (second)));
  g_assert_cmpuint (n_entries (inner), ==, 2);
}

static void
assert_not_written (const char *path, const char *named)
{
  g_autoptr (GError) error = NULL;
  g_assert_false (mz_file_replace (path, "lost", 4, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, named));
}

static void
test_refused_targets (Place *place, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (place->folder, "none", "a.json", NULL);
  g_autofree char *folder = g_build_filename (place->folder, "folder", NULL);
  g_autofree char *slash = g_strconcat (place->path, "/", NULL);
  g_autofree char *under = g_build_filename (place->path, "a.json", NULL);
  g_autofree char *loop = g_build_filename (place->folder, "loop", NULL);
  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_no_errno (symlink ("loop", loop));

  assert_not_written (missing, "a.json");
  assert_not_written (folder, "folder");
  assert_not_written (slash, "文書.json");
  assert_not_written (loop, "loop");
  assert_not_written ("", "");
  put (place->path, "old");
  assert_not_written (under, "a.json");
  assert_content (place->path, "old");
  g_assert_cmpuint (n_entries (place->folder), ==, 3);
}

static void
test_full_device (void)
{
  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full here");
      return;
    }
  assert_not_written ("/dev/full", g_strerror (ENOSPC));
  g_assert_true (S_ISCHR (mode_of ("/dev/full")));
}

/* Runs in a child of its own: the limit cannot be lifted again and would hit the test's own output. */
static void
test_no_space_child (void)
{
  const char *path = g_getenv ("MZ_TEST_TARGET");
  if (path == NULL)
    return;
  struct rlimit limit = {.rlim_cur = 1000, .rlim_max = 1000};
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  g_autofree char *data = g_strnfill (5000, 'x');
  g_autoptr (GError) error = NULL;
  g_assert_false (mz_file_replace (path, data, 5000, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));
}

static void
test_no_space (Place *place, gconstpointer data)
{
  put (place->path, "old");
  g_assert_no_errno (chmod (place->path, 0640));
  g_setenv ("MZ_TEST_TARGET", place->path, TRUE);
  g_test_trap_subprocess ("/store/file/no-space/subprocess", 0, 0);
  g_unsetenv ("MZ_TEST_TARGET");
  g_test_trap_assert_passed ();
  assert_content (place->path, "old");
  g_assert_cmpuint (mode_of (place->path) & 07777, ==, 0640);
  g_assert_cmpuint (n_entries (place->folder), ==, 1);
}

static void
test_stdout_child (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (mz_file_replace ("-", "to the screen\n", 14, &error));
  g_assert_no_error (error);
}

static void
test_stdout (void)
{
  g_test_trap_subprocess ("/store/file/stdout/subprocess", 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*to the screen\n*");
}

static void
test_load (Place *place, gconstpointer data)
{
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = g_malloc0 (10000);
  bytes[9999] = 'z';
  g_assert_true (g_file_set_contents (place->path, bytes, 10000, NULL));

  g_autofree char *got = mz_file_load (place->path, 10000, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (got, length, bytes, 10000);
  g_assert_cmpint (got[10000], ==, '\0');

  g_assert_null (mz_file_load (place->path, 9999, &length, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (mz_file_load (place->folder, 9999, &length, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_no_errno (g_unlink (place->path));
  g_assert_null (mz_file_load (place->path, 9999, &length, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO);
  g_clear_error (&error);
  /* A pipe that nobody writes to must not make the reader wait. */
  g_assert_no_errno (mkfifo (place->path, 0600));
  g_assert_null (mz_file_load (place->path, 9999, &length, &error));
  g_assert_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED);
}

/* The standard input as a pipe, whose size nobody knows beforehand. */
static void
test_load_stdin (void)
{
  int ends[2];
  g_assert_no_errno (pipe (ends));
  g_autofree char *sent = g_strnfill (20000, 'p');
  int kept = dup (STDIN_FILENO);
  /* Less than the 64 KiB a pipe holds on its own. */
  for (guint round = 0; round < 2; round++)
    g_assert_cmpint (write (ends[1], sent, 20000), ==, 20000);
  close (ends[1]);
  g_assert_cmpint (dup2 (ends[0], STDIN_FILENO), ==, STDIN_FILENO);
  close (ends[0]);
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *got = mz_file_load ("-", 50000, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, ==, 40000);
  g_assert_cmpuint (strspn (got, "p"), ==, 40000);
  if (kept >= 0)
    {
      dup2 (kept, STDIN_FILENO);
      close (kept);
    }
}

static void
test_code_names (void)
{
  g_assert_cmpstr (mz_store_error_code_name (MZ_STORE_ERROR_MALFORMED), ==, "malformed");
  g_assert_cmpstr (mz_store_error_code_name (MZ_STORE_ERROR_REFUSED), ==, "refused");
  g_assert_cmpstr (mz_store_error_code_name (MZ_STORE_ERROR_IO), ==, "io");
  g_assert_cmpstr (mz_store_error_code_name (MZ_STORE_ERROR_CONFLICT), ==, "conflict");
  g_assert_cmpstr (mz_store_error_code_name (MZ_STORE_ERROR_NEWER), ==, "newer");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/file/new-and-replaced", Place, NULL, place_up, test_new_and_replaced,
              place_down);
  g_test_add ("/store/file/owner-kept", Place, NULL, place_up, test_owner_kept, place_down);
  g_test_add ("/store/file/links-followed", Place, NULL, place_up, test_links_followed, place_down);
  g_test_add ("/store/file/refused-targets", Place, NULL, place_up, test_refused_targets,
              place_down);
  g_test_add_func ("/store/file/full-device", test_full_device);
  g_test_add ("/store/file/no-space", Place, NULL, place_up, test_no_space, place_down);
  g_test_add_func ("/store/file/no-space/subprocess", test_no_space_child);
  g_test_add_func ("/store/file/stdout", test_stdout);
  g_test_add_func ("/store/file/stdout/subprocess", test_stdout_child);
  g_test_add ("/store/file/load", Place, NULL, place_up, test_load, place_down);
  g_test_add_func ("/store/file/load-stdin", test_load_stdin);
  g_test_add_func ("/store/file/code-names", test_code_names);
  return g_test_run ();
}
