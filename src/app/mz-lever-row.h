/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One assumption: its name, a slider, a typed value, and where it turns the order. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_LEVER_ROW (mz_lever_row_get_type ())
G_DECLARE_FINAL_TYPE (MzLeverRow, mz_lever_row, MZ, LEVER_ROW, GtkWidget)

/**
 * mz_lever_row_new:
 * @lever: an assumption as the document has it; copied
 * @workspace: the sandbox that is changed
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *mz_lever_row_new (const MzLever *lever, MzWorkspace *workspace);

/** mz_lever_row_is: Returns: whether it is the row of @lever */
gboolean mz_lever_row_is (MzLeverRow *self, const MzLever *lever);

/** mz_lever_row_record: Returns: (transfer none): id of its record */
const char *mz_lever_row_record (MzLeverRow *self);

/** mz_lever_row_tell: @now: the assumption in the sandbox; @text: (nullable): where it turns the order */
void mz_lever_row_tell (MzLeverRow *self, const MzLever *now, const char *text);

/** mz_lever_row_set: moves it, as the slider does */
void mz_lever_row_set (MzLeverRow *self, double value);

/** mz_lever_row_type: @text: typed and entered; what is no value is told under the entry */
void mz_lever_row_type (MzLeverRow *self, const char *text);

G_END_DECLS
