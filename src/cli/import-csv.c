/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Loss data and actuals from a table: what `--map` says, and faults row by row on standard error. */

#include "config.h"

#include "import-csv.h"

#include "mezasu/actual-import.h"
#include "mezasu/loss-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Puts what stands behind each column's name into @headings, which keep pointing into @words; @find_column knows the names.
 * Returns whether every word was one. */
static gboolean
read_map (GStrv words, gboolean (*find_column) (const char *name, guint *column),
          const char **headings)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *equals = strchr (words[i], '=');
      g_autofree char *name =
          equals != NULL ? g_strndup (words[i], (gsize)(equals - words[i])) : g_strdup ("");
      guint column;
      if (!find_column (name, &column))
        return FALSE;
      headings[column] = equals + 1;
    }
  return TRUE;
}

static gboolean
find_loss_column (const char *name, guint *column)
{
  MzLossColumn found;
  gboolean known = mz_loss_column_from_name (name, &found);
  if (known)
    *column = found;
  return known;
}

static gboolean
find_actual_column (const char *name, guint *column)
{
  MzActualColumn found;
  gboolean known = mz_actual_column_from_name (name, &found);
  if (known)
    *column = found;
  return known;
}

static int
finish (const char *path, const MzEdit *edit, const GPtrArray *faults, const GError *error)
{
  if (edit != NULL)
    return MZ_CLI_DONE;
  return faults->len > 0 ? MZ_CLI_REFUSED : mz_cli_refuse (path, "%s", error->message);
}

static int
import_losses (const char *path, const MzCsv *csv, const char *const *headings, MzModel *model,
               const char *label, MzEdit **edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  *edit = mz_loss_import (csv, model, headings, label, &faults, &error);
  for (guint i = 0; i < faults->len; i++)
    {
      const MzLossImportFault *fault = g_ptr_array_index (faults, i);
      mz_cli_refuse (path, _ ("row %u, %s: %s"), fault->row, mz_loss_column_name (fault->column),
                     fault->message);
    }
  return finish (path, *edit, faults, error);
}

static int
import_actuals (const char *path, const MzCsv *csv, const char *const *headings, MzModel *model,
                const char *label, MzEdit **edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  *edit = mz_actual_import (csv, model, headings, label, &faults, &error);
  for (guint i = 0; i < faults->len; i++)
    {
      const MzActualImportFault *fault = g_ptr_array_index (faults, i);
      mz_cli_refuse (path, _ ("row %u, %s: %s"), fault->row, mz_actual_column_name (fault->column),
                     fault->message);
    }
  return finish (path, *edit, faults, error);
}

/* What the table holds is told by the names in the map, else by its headings. */
int
mz_import_csv (const char *path, const char *map, MzModel *model, const char *label, MzEdit **edit)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strsplit (map == NULL ? "" : map, ",", -1);
  const char *losses[MZ_LOSS_N_COLUMNS] = {NULL}, *actuals[MZ_ACTUAL_N_COLUMNS] = {NULL};
  gboolean of_losses = read_map (words, find_loss_column, losses);
  gboolean of_actuals = read_map (words, find_actual_column, actuals);
  g_autoptr (MzCsv) csv = mz_csv_load (path, MZ_CSV_READ_UNGUARD, &error);
  if (csv == NULL)
    return mz_cli_fail (path, error);
  if (!of_losses && !of_actuals)
    return mz_cli_usage (
        _ ("--map is written as name=HEADING,low=HEADING; its columns are id, name, "
           "frequency, low, mode and high, or kpi, period and actual."));
  if (!of_losses || (words[0] == NULL && mz_actual_import_fits (csv)))
    return import_actuals (path, csv, actuals, model, label, edit);
  return import_losses (path, csv, losses, model, label, edit);
}
