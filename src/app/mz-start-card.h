/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A card of the start page: a sample firm with its name, its trade, what is at stake, and a small heat map. */

#pragma once

#include <gtk/gtk.h>

#include "mezasu/mezasu.h"

G_BEGIN_DECLS

#define MZ_TYPE_START_CARD (mz_start_card_get_type ())
G_DECLARE_FINAL_TYPE (MzStartCard, mz_start_card, MZ, START_CARD, GtkFlowBoxChild)

/** mz_start_card_new: Returns: (transfer floating): the card of sample @id, whose model is @model */
GtkWidget *mz_start_card_new (const char *id, MzModel *model);

/** mz_start_card_id: Returns: (transfer none): id of its sample */
const char *mz_start_card_id (MzStartCard *self);

G_END_DECLS
