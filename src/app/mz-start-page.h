/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a window without document shows: work to recover, documents to continue, new, open, and the sample firms. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MZ_TYPE_START_PAGE (mz_start_page_get_type ())
G_DECLARE_FINAL_TYPE (MzStartPage, mz_start_page, MZ, START_PAGE, AdwBin)

/** mz_start_page_refresh: reads anew what can be recovered and continued */
void mz_start_page_refresh (MzStartPage *self);

G_END_DECLS
