/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Whether another program has a file open: office programs say so by a file beside it. */

#include "config.h"

#include "mezasu/file.h"

#include <glib/gi18n-lib.h>

#include "mezasu/store-error.h"

gboolean
mz_file_check_free (const char *path, GError **error)
{
  /* LibreOffice; Microsoft Office for presentations and workbooks. */
  static const char *const marks[][2] = {{".~lock.", "#"}, {"~$", ""}};
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *name = g_strconcat (marks[i][0], base, marks[i][1], NULL);
      g_autofree char *mark = g_build_filename (folder, name, NULL);

      if (!g_file_test (mark, G_FILE_TEST_EXISTS))
        continue;
      g_set_error (
          error, MZ_STORE_ERROR, MZ_STORE_ERROR_CONFLICT,
          _ ("“%s” is open in another program; close it there, or remove “%s” when that program has crashed."),
          path, mark);
      return FALSE;
    }
  return TRUE;
}
