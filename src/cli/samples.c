/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The sample firms that come with the program: one JSON file each. */

#include "config.h"

#include "command.h"

#include <string.h>

static const char *
folder (void)
{
  const char *chosen = g_getenv ("MEZASU_MODEL_DIR");
  return chosen != NULL ? chosen : MZ_MODEL_DIR;
}

char *
mz_sample_path (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (folder (), name, NULL);
  /* An id is a name, never a way out of the folder. */
  if (strchr (id, '/') != NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  return g_steal_pointer (&path);
}

gboolean
mz_sample_is_example (const char *id)
{
  return g_str_has_suffix (id, "-example");
}

/* Worked examples of a method come behind the firms. */
static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *)a, *second = *(const char *const *)b;
  int order = mz_sample_is_example (first) - mz_sample_is_example (second);

  return order != 0 ? order : g_strcmp0 (first, second);
}

GPtrArray *
mz_sample_ids (void)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (folder (), 0, NULL);
  const char *name;
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (".json")));
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}
