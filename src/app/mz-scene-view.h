/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The one canvas: shows any scene. Pointing, selecting, editing, copying, saving and dragging work alike for every chart,
 * because the scene knows which shape stands for which record. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_SCENE_VIEW (mz_scene_view_get_type ())
G_DECLARE_FINAL_TYPE (MzSceneView, mz_scene_view, MZ, SCENE_VIEW, GtkWidget)

/**
 * MzSceneDraw:
 * @data: as handed to mz_scene_view_new()
 * @workspace: what is shown
 * @width: width in points
 * @height: height in points
 *
 * Returns: (transfer full): the scene
 */
typedef MzScene *(*MzSceneDraw) (gpointer data, MzWorkspace *workspace, double width,
                                 double height);

/**
 * mz_scene_view_new:
 * @workspace: what is shown; each change draws anew
 * @width: natural width in points
 * @height: natural height in points
 * @draw: makes the scene
 * @data: for @draw
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer floating): the canvas
 */
GtkWidget *mz_scene_view_new (MzWorkspace *workspace, double width, double height, MzSceneDraw draw,
                              gpointer data, GDestroyNotify destroy);

/** mz_scene_view_new_chart: Returns: (transfer floating): a canvas with a chart of the catalogue */
GtkWidget *mz_scene_view_new_chart (MzWorkspace *workspace, const MzChart *chart);

/** mz_scene_view_set_theme: @theme: palette whatever the style of the desktop, as for pages that will be printed */
void mz_scene_view_set_theme (MzSceneView *self, MzTheme theme);

/** mz_scene_view_set_rigid: lays the scene out at its natural size always, and scales it to the width there is */
void mz_scene_view_set_rigid (MzSceneView *self);

/** mz_scene_view_refresh: draws anew although the workspace did not change */
void mz_scene_view_refresh (MzSceneView *self);

/** mz_scene_view_scene: Returns: (transfer none): the scene for the present state of the model */
const MzScene *mz_scene_view_scene (MzSceneView *self);

/** mz_scene_view_redraw: draws anew, for canvases that show more than the model */
void mz_scene_view_redraw (MzSceneView *self);

/** mz_scene_view_focused: Returns: (transfer none) (nullable): id of the record whose mark has the keyboard focus */
const char *mz_scene_view_focused (MzSceneView *self);

/** mz_scene_view_edit: edits the title of the record that has the focus, at its mark */
void mz_scene_view_edit (MzSceneView *self);

/**
 * mz_scene_view_content:
 * @self: a canvas
 *
 * Returns: (transfer full): the picture as SVG and PNG and its numbers as text, for the clipboard and for dragging
 */
GdkContentProvider *mz_scene_view_content (MzSceneView *self);

/**
 * mz_scene_view_save:
 * @self: a canvas
 * @path: the file; its ending tells the format
 * @error: return location for the reason
 *
 * Returns: whether it is written
 */
gboolean mz_scene_view_save (MzSceneView *self, const char *path, GError **error);

/**
 * MzSceneView::table-wanted:
 * @self: a canvas
 *
 * Emitted when a person asks for the picture as a table.
 */

G_END_DECLS
