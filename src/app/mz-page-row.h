/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A row of the sidebar: the name of a page and how complete its step is. */

#pragma once

#include "mz-pages.h"

G_BEGIN_DECLS

#define MZ_TYPE_PAGE_ROW (mz_page_row_get_type ())
G_DECLARE_FINAL_TYPE (MzPageRow, mz_page_row, MZ, PAGE_ROW, GtkListBoxRow)

/** mz_page_row_new: Returns: (transfer floating): a row for the page @info */
GtkWidget *mz_page_row_new (const MzPageInfo *info);

/** mz_page_row_info: Returns: (transfer none): its page */
const MzPageInfo *mz_page_row_info (MzPageRow *self);

/** mz_page_row_set_completeness: @completeness: (nullable): of the page's step */
void mz_page_row_set_completeness (MzPageRow *self, const MzCompleteness *completeness);

G_END_DECLS
