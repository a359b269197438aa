/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two to four scenarios side by side, "do nothing" always among them: the verdict of each pair, the figures, the pictures,
 * and a sandbox that all of them follow. */

#pragma once

#include <gtk/gtk.h>

#include "mz-sandbox.h"

G_BEGIN_DECLS

#define MZ_TYPE_COMPARE_PAGE (mz_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (MzComparePage, mz_compare_page, MZ, COMPARE_PAGE, GtkWidget)

/** mz_compare_page_new: Returns: (transfer floating): the comparison of the scenarios of @workspace */
GtkWidget *mz_compare_page_new (MzWorkspace *workspace);

/** mz_compare_page_sandbox: Returns: (transfer none): the sandbox of the page */
MzSandbox *mz_compare_page_sandbox (MzComparePage *self);

/** mz_compare_page_choose: @shown: whether scenario @id is among those that are compared */
void mz_compare_page_choose (MzComparePage *self, const char *id, gboolean shown);

G_END_DECLS
