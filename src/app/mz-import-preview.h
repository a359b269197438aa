/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A window in which a person sees what a sheet would do before it does it: which column fills which field, every row with its
 * state and reason, and which rows to take. */

#pragma once

#include <adwaita.h>

#include "mezasu/sheet-import.h"
#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_IMPORT_PREVIEW (mz_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (MzImportPreview, mz_import_preview, MZ, IMPORT_PREVIEW, AdwWindow)

/**
 * mz_import_preview_new:
 * @parent: (nullable): the window that it belongs to
 * @workspace: takes the rows as one edit
 * @title: title of the window, such as the name of a file
 * @label: label of the edit in the history
 * @import: (transfer full): an import; it may come from a clipboard, a CSV file or a workbook
 *
 * Rows are checked while the window is shown, a few milliseconds at a time. With the button to take them over the edit is
 * made, told with an offer to undo it, and the window closes; a refusal stays in the window.
 *
 * Returns: (transfer floating): the window, to be presented
 */
GtkWidget *mz_import_preview_new (GtkWindow *parent, MzWorkspace *workspace, const char *title,
                                  const char *label, MzSheetImport *import);

/** mz_import_preview_import: Returns: (transfer none): the import that is shown */
MzSheetImport *mz_import_preview_import (MzImportPreview *self);

/** mz_import_preview_is_checked: Returns: whether every row is checked */
gboolean mz_import_preview_is_checked (MzImportPreview *self);

/** mz_import_preview_take: takes the chosen rows over, as its button does; Returns: whether they were taken */
gboolean mz_import_preview_take (MzImportPreview *self);

G_END_DECLS
