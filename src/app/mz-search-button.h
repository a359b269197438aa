/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The search of the header bar: words in, records out, a click jumps. */

#pragma once

#include <adwaita.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_SEARCH_BUTTON (mz_search_button_get_type ())
G_DECLARE_FINAL_TYPE (MzSearchButton, mz_search_button, MZ, SEARCH_BUTTON, AdwBin)

/** mz_search_button_set_workspace: @workspace: (nullable): where to search */
void mz_search_button_set_workspace (MzSearchButton *self, MzWorkspace *workspace);

/** mz_search_button_open: shows the entry, ready for typing */
void mz_search_button_open (MzSearchButton *self);

/** mz_search_button_find: searches for @text as if it had been typed; Returns: number of records found */
guint mz_search_button_find (MzSearchButton *self, const char *text);

G_END_DECLS
