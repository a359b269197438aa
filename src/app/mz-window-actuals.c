/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Actuals of KPIs and indicators from a table that a person chose. One bad row refuses it whole, so that nothing is half
 * taken over. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/actual-import.h"
#include "mz-file-dialogs.h"
#include "mz-window-private.h"

#define MOST_FAULTS 8

/* What is wrong with the table, row by row; the first few, and how many more. */
static char *
faults_text (const GPtrArray *faults)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (faults->len, MOST_FAULTS); i++)
    {
      const MzActualImportFault *fault = g_ptr_array_index (faults, i);

      g_string_append_printf (text, "%s", i > 0 ? "\n" : "");
      g_string_append_printf (text, _ ("row %u, %s: %s"), fault->row,
                              mz_actual_column_name (fault->column), fault->message);
    }
  if (faults->len > MOST_FAULTS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("and %u more"), faults->len - MOST_FAULTS);
    }
  return g_string_free (text, FALSE);
}

gboolean
mz_window_import_actuals (MzWindow *self, const char *path, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (MzCsv) csv = mz_csv_load (path, MZ_CSV_READ_UNGUARD, NULL);
  MzEdit *edit;

  if (csv == NULL || !mz_actual_import_fits (csv))
    return FALSE;
  edit = mz_actual_import (csv, mz_workspace_model (self->workspace), NULL, label, &faults, &error);
  if (edit == NULL)
    {
      g_autofree char *text = faults->len > 0 ? faults_text (faults) : g_strdup (error->message);

      mz_tell_error (GTK_WINDOW (self), _ ("The table is not taken over"), text);
    }
  else if (mz_edit_n_changes (edit) == 0)
    {
      mz_edit_free (edit);
      mz_window_tell (self, _ ("The file holds the same as the document; nothing changed."), FALSE);
    }
  else if (mz_workspace_edit (self->workspace, edit, &error))
    mz_window_tell (self, label, TRUE);
  else
    mz_tell_error (GTK_WINDOW (self), _ ("The table is not taken over"), error->message);
  return TRUE;
}
