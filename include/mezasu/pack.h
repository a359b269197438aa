/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the board pack is made of: the pages there are, whom each is for, and which of them a document has chosen, in which
 * order and in whose words. */

#pragma once

#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * MzAudience: whom a pack is for
 * @MZ_AUDIENCE_KEPT: as the document says; nobody in particular when it says nothing
 * @MZ_AUDIENCE_ANY: nobody in particular
 * @MZ_AUDIENCE_BOARD: what is decided, and on what ground
 * @MZ_AUDIENCE_MANAGEMENT: also how it is carried out and measured
 * @MZ_AUDIENCE_AUDIT: also where each figure comes from, with the registers in full
 * @MZ_AUDIENCE_WORKSHOP: the pictures of the context, one a page
 */
typedef enum {
  MZ_AUDIENCE_KEPT,
  MZ_AUDIENCE_ANY,
  MZ_AUDIENCE_BOARD,
  MZ_AUDIENCE_MANAGEMENT,
  MZ_AUDIENCE_AUDIT,
  MZ_AUDIENCE_WORKSHOP,
} MzAudience;

/** mz_audience_from_name: @name: `all`, `board`, `management`, `audit` or `workshop`; Returns: whether it is one */
gboolean mz_audience_from_name (const char *name, MzAudience *audience);

/**
 * MzPackPage:
 * @name: stable name, as in `mezasu-cli report --pages` and in slides of documents
 * @title: what it is about, a gettext message id
 * @audiences: a bit `1 << MzAudience` for each audience that sees it unless the document says otherwise
 * @needs: (nullable): kind of record without which there is nothing to show
 * @losses: whether it shows simulated losses
 */
typedef struct {
  const char *name;
  const char *title;
  guint audiences;
  const char *needs;
  gboolean losses;
} MzPackPage;

/** mz_pack_page_nth: Returns: (transfer none) (nullable): page @index in the usual order, %NULL behind the last */
const MzPackPage *mz_pack_page_nth (guint index);

/** mz_pack_page_find: Returns: (transfer none) (nullable): the page of that name */
const MzPackPage *mz_pack_page_find (const char *name);

/**
 * MzPackSlide: a page as a document has it
 * @page: the page
 * @record: (nullable): the record of the kind `slide` that says so
 * @shown: whether it is in the pack
 * @title: (nullable): its title, %NULL for the usual one
 * @headline: (nullable): its sentence, %NULL for the one made from the figures
 * @basis: (nullable): the sentence that the figures made when @headline was written
 */
typedef struct {
  const MzPackPage *page;
  MzRecord *record;
  gboolean shown;
  const char *title;
  const char *headline;
  const char *basis;
} MzPackSlide;

/**
 * mz_pack_slides:
 * @model: a model
 * @audience: whom the pack is for; other than %MZ_AUDIENCE_KEPT it decides alone which pages are shown
 *
 * Pages that have records stand in the order of these, in the places that they have among all pages; so a page that a
 * later version brings stands where it usually does. Pages that have nothing to show are left out.
 *
 * Returns: (transfer full) (element-type MzPackSlide): the pages in their order; strings belong to @model
 */
GPtrArray *mz_pack_slides (MzModel *model, MzAudience audience);

/** mz_pack_audience: Returns: the audience that @model names, %MZ_AUDIENCE_ANY for none */
MzAudience mz_pack_audience (MzModel *model);

G_END_DECLS
