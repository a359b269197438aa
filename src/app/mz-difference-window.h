/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A window that lists how the document differs from another one; or what another copy of it changed, of which a person takes in
 * what is wanted. */

#pragma once

#include <adwaita.h>

#include "mz-window.h"

#include "mezasu/merge.h"

G_BEGIN_DECLS

#define MZ_TYPE_DIFFERENCE_WINDOW (mz_difference_window_get_type ())
G_DECLARE_FINAL_TYPE (MzDifferenceWindow, mz_difference_window, MZ, DIFFERENCE_WINDOW, AdwWindow)

/**
 * mz_compare_window_new:
 * @parent: the window whose document is compared
 * @other: the model that it is compared with, seen as the earlier one
 * @name: what the other one is called, such as the name of its file
 *
 * A row leads to its record when it is activated.
 *
 * Returns: (transfer floating): the window, to be presented
 */
GtkWidget *mz_compare_window_new (MzWindow *parent, MzModel *other, const char *name);

/**
 * mz_take_in_window_new:
 * @parent: the window whose document takes the changes in
 * @base: (nullable): the state that both come from, %NULL when it is not known; then nothing is chosen at first
 * @theirs: the other copy
 * @name: what the other one is called
 * @error: return location for the reason that they cannot be brought together
 *
 * Returns: (transfer floating) (nullable): the window, to be presented
 */
GtkWidget *mz_take_in_window_new (MzWindow *parent, MzModel *base, MzModel *theirs,
                                  const char *name, GError **error);

/** mz_difference_window_merge: Returns: (transfer none) (nullable): the merge, %NULL where the window only compares */
MzMerge *mz_difference_window_merge (MzDifferenceWindow *self);

/** mz_difference_window_take: takes the chosen changes in as one edit, as its button does; Returns: whether it did */
gboolean mz_difference_window_take (MzDifferenceWindow *self);

G_END_DECLS
