/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Edited registers from a workbook: faults row by row, and a line on what the rows say. */

#include "config.h"

#include "import-workbook.h"

#include "mezasu/register-import.h"
#include "mezasu/workbook-reader.h"

#include <glib/gi18n-lib.h>

static void
tell_fault (const char *path, const MzRegisterFault *fault)
{
  if (fault->column == NULL)
    mz_cli_refuse (path, _ ("%s, row %u: %s"), fault->sheet, fault->row, fault->message);
  else
    mz_cli_refuse (path, _ ("%s, row %u, %s: %s"), fault->sheet, fault->row, fault->column,
                   fault->message);
}

static void
tell_summary (const MzRegisterSummary *summary)
{
  g_autofree char *sheets = g_strdup_printf (
      ngettext ("%u register", "%u registers", summary->n_sheets), summary->n_sheets);
  g_autofree char *changed = g_strdup_printf (
      ngettext ("%u record changed", "%u records changed", summary->n_changed), summary->n_changed);
  g_autofree char *fresh =
      g_strdup_printf (ngettext ("%u new", "%u new", summary->n_new), summary->n_new);

  g_printerr ("%s: %s, %s.\n", sheets, changed, fresh);
  if (summary->n_left > 0)
    g_printerr (ngettext ("%u record has no row in the workbook; it stays.\n",
                          "%u records have no row in the workbook; they stay.\n", summary->n_left),
                summary->n_left);
}

int
mz_import_workbook (const char *path, MzModel *model, const char *label, MzEdit **edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) sheets = mz_workbook_load (path, &error);
  MzRegisterSummary summary;

  if (sheets == NULL)
    return mz_cli_fail (path, error);
  *edit = mz_register_import (sheets, model, label, &summary, &faults, &error);
  for (guint i = 0; i < faults->len; i++)
    tell_fault (path, g_ptr_array_index (faults, i));
  if (*edit == NULL)
    return faults->len > 0 ? MZ_CLI_REFUSED : mz_cli_refuse (path, "%s", error->message);
  tell_summary (&summary);
  return MZ_CLI_DONE;
}
