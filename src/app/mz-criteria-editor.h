/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The risk criteria: the scheme with its limits, the matrix whose cells can be typed in, and what is wrong with them. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_CRITERIA_EDITOR (mz_criteria_editor_get_type ())
G_DECLARE_FINAL_TYPE (MzCriteriaEditor, mz_criteria_editor, MZ, CRITERIA_EDITOR, GtkWidget)

/** mz_criteria_editor_new: Returns: (transfer floating): the editor */
GtkWidget *mz_criteria_editor_new (MzWorkspace *workspace);

/** mz_criteria_editor_cell: Returns: (transfer none) (nullable): the entry or label of a cell of the matrix, both from 1 */
GtkWidget *mz_criteria_editor_cell (MzCriteriaEditor *self, int likelihood, int impact);

/** mz_criteria_editor_reason: Returns: (transfer none) (nullable): why what was typed last was refused */
const char *mz_criteria_editor_reason (MzCriteriaEditor *self);

G_END_DECLS
