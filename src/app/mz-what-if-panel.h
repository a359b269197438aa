/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The assumptions of a comparison as sliders and typed values, on a sandbox; each with the value at which the order of the
 * first two scenarios turns. */

#pragma once

#include <gtk/gtk.h>

#include "mz-sandbox.h"

G_BEGIN_DECLS

#define MZ_TYPE_WHAT_IF_PANEL (mz_what_if_panel_get_type ())
G_DECLARE_FINAL_TYPE (MzWhatIfPanel, mz_what_if_panel, MZ, WHAT_IF_PANEL, GtkWidget)

/**
 * mz_what_if_panel_new:
 * @sandbox: what is changed
 * @document: the workspace in which the record of an assumption is opened
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *mz_what_if_panel_new (MzSandbox *sandbox, MzWorkspace *document);

/** mz_what_if_panel_result: Returns: (transfer none) (nullable): turning points and swings, when they are of the sandbox as it
 * is */
const MzWhatIf *mz_what_if_panel_result (MzWhatIfPanel *self);

/** mz_what_if_panel_row: Returns: (transfer none) (nullable): the row of an assumption, by its place */
GtkWidget *mz_what_if_panel_row (MzWhatIfPanel *self, guint index);

G_END_DECLS
