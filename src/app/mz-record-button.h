/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A button that stands for a record and jumps to it. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_RECORD_BUTTON (mz_record_button_get_type ())
G_DECLARE_FINAL_TYPE (MzRecordButton, mz_record_button, MZ, RECORD_BUTTON, GtkButton)

/** mz_record_button_new: Returns: (transfer floating): a button with the kind and the name of @record, which selects it */
GtkWidget *mz_record_button_new (MzWorkspace *workspace, MzRecord *record);

/** mz_record_button_id: Returns: (transfer none): id of the record */
const char *mz_record_button_id (MzRecordButton *self);

G_END_DECLS
