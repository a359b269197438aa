/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A page of the board pack on the light table: whether it is in the pack, its title, and what it looks like. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

#include "mezasu/pack.h"

G_BEGIN_DECLS

#define MZ_TYPE_PACK_CARD (mz_pack_card_get_type ())
G_DECLARE_FINAL_TYPE (MzPackCard, mz_pack_card, MZ, PACK_CARD, GtkWidget)

/**
 * MzPackCardFace: what a card says
 * @name: name of the page
 * @title: its title as the reader sees it
 * @usual: the title that it has unless a person words it
 * @own_title: (nullable): the person's
 * @sentence: (nullable): what the figures say, %NULL when the page is not in the pack
 * @own_sentence: (nullable): the person's
 * @shown: whether it is in the pack
 * @outdated: whether figures changed since the person's sentence was written
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *usual;
  const char *own_title;
  const char *sentence;
  const char *own_sentence;
  gboolean shown;
  gboolean outdated;
} MzPackCardFace;

/**
 * mz_pack_card_new:
 * @workspace: takes the edits
 * @face: what the card says
 * @pages: (transfer none) (nullable): what the page looks like, floating; %NULL for a page that is not in the pack
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *mz_pack_card_new (MzWorkspace *workspace, const MzPackCardFace *face, GtkWidget *pages);

/** mz_pack_card_name: Returns: (transfer none): name of the page */
const char *mz_pack_card_name (MzPackCard *self);

/** mz_pack_card_edit: opens what the page is worded in */
void mz_pack_card_edit (MzPackCard *self);

/** mz_pack_card_word: what the person typed, as Apply does; for tests too; @headline: (nullable) empty for the figures' */
void mz_pack_card_word (MzPackCard *self, const char *title, const char *headline);

G_END_DECLS
