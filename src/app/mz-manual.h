/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The manual in a window of its own: headings, paragraphs, lists and pictures of a small part of Markdown, without a
 * browser and without the network. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** mz_manual_path: Returns: (transfer full): the manual in the language of the program */
char *mz_manual_path (void);

/** mz_manual_markup: @text: one paragraph; Returns: (transfer full): Pango markup with **bold** and `keys` told apart */
char *mz_manual_markup (const char *text);

/**
 * mz_manual_view_new:
 * @text: the manual
 * @folder: where its pictures are
 *
 * Returns: (transfer floating): the manual as widgets, one below the other
 */
GtkWidget *mz_manual_view_new (const char *text, const char *folder);

/** mz_manual_window_new: @parent: (nullable); Returns: (transfer none): the window with the manual, or with why there is none */
GtkWidget *mz_manual_window_new (GtkWindow *parent);

G_END_DECLS
