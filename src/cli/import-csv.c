/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Loss data from a table: what `--map` says, and faults row by row on standard error. */

#include "config.h"

#include "import-csv.h"

#include "mezasu/loss-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Puts what stands behind each column's name into @headings, which keep pointing into @words. */
static int
read_map (GStrv words, const char **headings)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *equals = strchr (words[i], '=');
      MzLossColumn column;
      if (equals != NULL)
        *equals = '\0';
      if (equals == NULL || !mz_loss_column_from_name (words[i], &column))
        return mz_cli_usage (
            _ ("--map is written as name=HEADING,low=HEADING; its columns are id, name, "
               "frequency, low, mode and high."));
      headings[column] = equals + 1;
    }
  return MZ_CLI_DONE;
}

int
mz_import_csv (const char *path, const char *map, MzModel *model, const char *label, MzEdit **edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_auto (GStrv) words = g_strsplit (map == NULL ? "" : map, ",", -1);
  const char *headings[MZ_LOSS_N_COLUMNS] = {NULL};
  g_autoptr (MzCsv) csv = mz_csv_load (path, MZ_CSV_READ_UNGUARD, &error);
  if (csv == NULL)
    return mz_cli_fail (path, error);
  int status = read_map (words, headings);
  if (status != MZ_CLI_DONE)
    return status;
  *edit = mz_loss_import (csv, model, headings, label, &faults, &error);
  for (guint i = 0; i < faults->len; i++)
    {
      const MzLossImportFault *fault = g_ptr_array_index (faults, i);
      mz_cli_refuse (path, _ ("row %u, %s: %s"), fault->row, mz_loss_column_name (fault->column),
                     fault->message);
    }
  if (*edit == NULL)
    return faults->len > 0 ? MZ_CLI_REFUSED : mz_cli_refuse (path, "%s", error->message);
  return MZ_CLI_DONE;
}
