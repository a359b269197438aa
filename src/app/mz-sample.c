/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The sample firms. */

#include "config.h"

#include "mz-sample.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".json"

static const char *
folder (void)
{
  const char *other = g_getenv ("MEZASU_MODEL_DIR");
  return other != NULL ? other : MZ_MODEL_DIR;
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

  return order != 0 ? order : strcmp (first, second);
}

char **
mz_sample_ids (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder (), 0, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (SUFFIX)));
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

MzModel *
mz_sample_load (const char *id, GError **error)
{
  g_auto (GStrv) ids = mz_sample_ids ();
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;

  /* The id may come from a command line: it names one of the samples, never a path. */
  if (!g_strv_contains ((const char *const *)ids, id))
    {
      g_autofree char *known = g_strjoinv (", ", ids);
      g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO,
                   _ ("There is no sample “%s”; there are: %s."), id, known);
      return NULL;
    }
  file = g_strconcat (id, SUFFIX, NULL);
  path = g_build_filename (folder (), file, NULL);
  return mz_model_load (mz_schema_default (), path, mz_language (), error);
}

MzDocument *
mz_sample_open (const char *id, GError **error)
{
  g_autoptr (MzModel) model = mz_sample_load (id, error);
  return model != NULL ? mz_document_new_from_model (model, error) : NULL;
}
