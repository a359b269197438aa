/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A window: the start page, or one document with its steps, its pages and the inspector. */

#pragma once

#include <adwaita.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_WINDOW (mz_window_get_type ())
G_DECLARE_FINAL_TYPE (MzWindow, mz_window, MZ, WINDOW, AdwApplicationWindow)

/** mz_window_new: Returns: (transfer floating): a window of @application that shows the start page */
MzWindow *mz_window_new (GtkApplication *application);

/** mz_window_for_opening: Returns: (transfer none): a window of @application that shows the start page, new if need be */
MzWindow *mz_window_for_opening (GtkApplication *application);

/** mz_window_workspace: Returns: (transfer none) (nullable): what it works on, %NULL on the start page */
MzWorkspace *mz_window_workspace (MzWindow *self);

/** mz_window_document: Returns: (transfer none) (nullable): its document */
MzDocument *mz_window_document (MzWindow *self);

/** mz_window_set_document: @document: what to work on from now on; the window must show the start page */
void mz_window_set_document (MzWindow *self, MzDocument *document);

/** mz_window_page: Returns: (transfer none) (nullable): name of the page that is seen */
const char *mz_window_page (MzWindow *self);

/** mz_window_show_page: @name: name of a page */
void mz_window_show_page (MzWindow *self, const char *name);

/** mz_window_jump: selects the record @id on the page where it is at home */
void mz_window_jump (MzWindow *self, const char *id);

/** mz_window_tell: shows @text, plain text, for a moment; @undoable: with a button that undoes the last edit */
void mz_window_tell (MzWindow *self, const char *text, gboolean undoable);

/**
 * mz_window_open:
 * @self: a window
 * @path: a document or a JSON model
 *
 * Opens it here when this window shows the start page, else in another window; a document that a window shows already is
 * brought to the front. Work on it that was left behind is offered. A failure is told in a dialog.
 */
void mz_window_open (MzWindow *self, const char *path);

/** mz_window_take_sample: shows @document, a sample; or says what @error says, where it could not be opened */
void mz_window_take_sample (MzWindow *self, MzDocument *document, GError *error);

/** mz_window_open_sample: opens sample firm @id as an untitled document */
void mz_window_open_sample (MzWindow *self, const char *id);

/** mz_window_recover: takes over the left working copy @path; Returns: whether the window shows it now */
gboolean mz_window_recover (MzWindow *self, const char *path);

/** mz_window_show_guide: shows or hides the rail that asks the questions of the method */
void mz_window_show_guide (MzWindow *self, gboolean shown);

G_END_DECLS
