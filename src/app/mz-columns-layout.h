/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A layout of equal columns: as many as have room, filled row by row. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MZ_TYPE_COLUMNS_LAYOUT (mz_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (MzColumnsLayout, mz_columns_layout, MZ, COLUMNS_LAYOUT, GtkLayoutManager)

/**
 * mz_columns_layout_new:
 * @least_width: a column is at least that wide, in pixels at the usual size of letters
 * @most: there are never more columns
 * @spacing: room between columns and rows, in pixels
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *mz_columns_layout_new (int least_width, guint most, int spacing);

G_END_DECLS
