/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The pages of the board pack as they will be. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_BOARD_PAGE (mz_board_page_get_type ())
G_DECLARE_FINAL_TYPE (MzBoardPage, mz_board_page, MZ, BOARD_PAGE, GtkWidget)

/** mz_board_page_new: Returns: (transfer floating): the pages of the report, and buttons to export them */
GtkWidget *mz_board_page_new (MzWorkspace *workspace);

G_END_DECLS
