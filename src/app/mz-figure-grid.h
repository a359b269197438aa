/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The figures of the compared scenarios: each is a button that opens where it comes from. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_FIGURE_GRID (mz_figure_grid_get_type ())
G_DECLARE_FINAL_TYPE (MzFigureGrid, mz_figure_grid, MZ, FIGURE_GRID, GtkWidget)

/**
 * mz_figure_grid_new:
 * @workspace: whose comparison is shown
 * @document: the workspace in which the records of a figure are opened
 *
 * Returns: (transfer floating): the figures
 */
GtkWidget *mz_figure_grid_new (MzWorkspace *workspace, MzWorkspace *document);

/** mz_figure_grid_figure: Returns: (transfer none) (nullable): the button of a figure */
GtkWidget *mz_figure_grid_figure (MzFigureGrid *self, guint scenario, MzCriterion criterion);

G_END_DECLS
