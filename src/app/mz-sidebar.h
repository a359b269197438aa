/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The steps of the process: pages by group, each with how complete its step is, and what is missing next on the way to
 * the board page. */

#pragma once

#include <adwaita.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_SIDEBAR (mz_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (MzSidebar, mz_sidebar, MZ, SIDEBAR, AdwBin)

/** mz_sidebar_refresh: shows the completeness that @workspace has now */
void mz_sidebar_refresh (MzSidebar *self, MzWorkspace *workspace);

/** mz_sidebar_select: marks the page @name as the one that is seen */
void mz_sidebar_select (MzSidebar *self, const char *name);

G_END_DECLS
