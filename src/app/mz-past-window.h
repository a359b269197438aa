/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What was before: the edits of the document, to travel among them, and the backups, to take one back. */

#pragma once

#include "mz-window.h"

G_BEGIN_DECLS

#define MZ_TYPE_PAST_WINDOW (mz_past_window_get_type ())
G_DECLARE_FINAL_TYPE (MzPastWindow, mz_past_window, MZ, PAST_WINDOW, AdwWindow)

/** mz_history_window_new: Returns: (transfer floating): the edits of @parent's document, newest first */
GtkWidget *mz_history_window_new (MzWindow *parent);

/** mz_backups_window_new: Returns: (transfer floating): the backups of @parent's document, newest first */
GtkWidget *mz_backups_window_new (MzWindow *parent);

/**
 * mz_history_travel:
 * @workspace: a workspace
 * @sequence: number of an edit, or 0 for the state before all of them
 *
 * Undoes or redoes until @sequence is the last edit that is done.
 */
void mz_history_travel (MzWorkspace *workspace, gint64 sequence);

G_END_DECLS
