/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A picture with its heading: the canvas, and its table twin for the keyboard and for screen readers. */

#pragma once

#include <gtk/gtk.h>

#include "mz-scene-view.h"

G_BEGIN_DECLS

#define MZ_TYPE_PICTURE (mz_picture_get_type ())
G_DECLARE_FINAL_TYPE (MzPicture, mz_picture, MZ, PICTURE, GtkWidget)

/**
 * mz_picture_new:
 * @workspace: what is shown
 * @title: heading, translated
 * @view: (transfer floating): the canvas
 *
 * Returns: (transfer floating): heading, canvas and table twin
 */
GtkWidget *mz_picture_new (MzWorkspace *workspace, const char *title, MzSceneView *view);

/** mz_picture_view: Returns: (transfer none): the canvas */
MzSceneView *mz_picture_view (MzPicture *self);

/** mz_picture_set_table: @shown: whether the table stands in the place of the canvas */
void mz_picture_set_table (MzPicture *self, gboolean shown);

/** mz_picture_table: Returns: (transfer none): the column view of the table twin */
GtkWidget *mz_picture_table (MzPicture *self);

G_END_DECLS
