/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Backups in the state folder, one folder a document by its id: names repeat, ids do not. Their names are the time and
 * the beginning of the content's SHA-256, so that no content is kept twice in a row. A backup that cannot be written
 * does not stop a save. */

#include "config.h"

#include "save-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "digest-private.h"
#include "mezasu/document.h"
#include "working-copy-private.h"

#define KEEP_LAST 10
#define KEEP_DAYS 30
#define DAY_LENGTH 8   /* YYYYMMDD */
#define TIME_LENGTH 22 /* YYYYMMDDTHHMMSSuuuuuuZ */
#define SHA_LENGTH 16

static char *
backups_folder (const char *uuid)
{
  return g_build_filename (g_get_user_state_dir (), "mezasu", "backups", uuid, NULL);
}

static gboolean
is_backup (const char *name)
{
  return strlen (name) == TIME_LENGTH + 1 + SHA_LENGTH + strlen (MZ_DOCUMENT_SUFFIX) &&
         name[8] == 'T' && name[TIME_LENGTH - 1] == 'Z' &&
         g_str_has_suffix (name, MZ_DOCUMENT_SUFFIX);
}

/* Newest first: names begin with the time. */
static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return -strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
mz_backups_list (const char *uuid)
{
  g_autofree char *folder = backups_folder (uuid);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_backup (name))
      g_ptr_array_add (list, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (list, compare_cb);
  return list;
}

/* The newest of each day stays for thirty days, the last ten for ever. */
static void
thin_out (const char *uuid, GDateTime *now)
{
  g_autoptr (GPtrArray) list = mz_backups_list (uuid);
  g_autoptr (GDateTime) first = g_date_time_add_days (now, -KEEP_DAYS);
  g_autofree char *oldest = g_date_time_format (first, "%Y%m%d");
  g_autofree char *last_day = NULL;
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *name = g_path_get_basename (list->pdata[i]);
      g_autofree char *day = g_strndup (name, DAY_LENGTH);
      gboolean newest_of_day = g_strcmp0 (day, last_day) != 0;
      if (i >= KEEP_LAST && (!newest_of_day || strcmp (day, oldest) < 0))
        g_unlink (list->pdata[i]);
      g_free (last_day);
      last_day = g_steal_pointer (&day);
    }
}

static gboolean
is_newest (const char *uuid, const char *sha)
{
  g_autoptr (GPtrArray) list = mz_backups_list (uuid);
  g_autofree char *ending = g_strconcat ("-", sha, MZ_DOCUMENT_SUFFIX, NULL);
  return list->len > 0 && g_str_has_suffix (list->pdata[0], ending);
}

void
mz_backups_add (const char *uuid, GBytes *bytes)
{
  g_autofree char *folder = backups_folder (uuid);
  g_autofree char *sha = mz_digest_bytes (bytes);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  sha[SHA_LENGTH] = '\0';
  if (is_newest (uuid, sha))
    return;
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *path = g_strdup_printf ("%s/%s%06dZ-%s" MZ_DOCUMENT_SUFFIX, folder, time,
                                           g_date_time_get_microsecond (now), sha);
  if (!mz_make_private_folder (folder, &error) || !mz_write_private_file (path, bytes, &error))
    {
      g_info ("%s", error->message);
      return;
    }
  thin_out (uuid, now);
}
