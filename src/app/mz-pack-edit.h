/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Edits of the board pack: each is one edit of the document, which can be undone. */

#pragma once

#include "mz-workspace.h"

G_BEGIN_DECLS

/**
 * mz_pack_move:
 * @workspace: a workspace
 * @page: name of a page
 * @before: (nullable): name of the page that it shall stand before, %NULL for the end
 *
 * Returns: whether the pack is in that order now
 */
gboolean mz_pack_move (MzWorkspace *workspace, const char *page, const char *before);

/** mz_pack_show: puts the page of that name into the pack or takes it out; Returns: whether it is so now */
gboolean mz_pack_show (MzWorkspace *workspace, const char *page, gboolean shown);

/**
 * mz_pack_word:
 * @workspace: a workspace
 * @page: name of a page
 * @title: (nullable): its title, %NULL or empty for the usual one
 * @headline: (nullable): its sentence, %NULL or empty for the one made from the figures
 * @sentence: (nullable): what the figures say just now
 *
 * Returns: whether the page says so now
 */
gboolean mz_pack_word (MzWorkspace *workspace, const char *page, const char *title,
                       const char *headline, const char *sentence);

/** mz_pack_set_audience: @audience: (nullable): code of the audience, whose pages are shown from now on */
gboolean mz_pack_set_audience (MzWorkspace *workspace, const char *audience);

G_END_DECLS
