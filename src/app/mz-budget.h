/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The best steps under a budget: caps as people write money, what makes a set the best, the steps with why each is among
 * them, the frontier on which another set can be chosen, and the button that makes a scenario of it. The search runs on a
 * worker; a newer question replaces it. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_BUDGET (mz_budget_get_type ())
G_DECLARE_FINAL_TYPE (MzBudgetBlock, mz_budget, MZ, BUDGET, GtkWidget)

/** mz_budget_block_new: Returns: (transfer floating): the block for @workspace */
GtkWidget *mz_budget_block_new (MzWorkspace *workspace);

/** mz_budget_block_is_busy: Returns: whether a search is under way or waits to begin */
gboolean mz_budget_block_is_busy (MzBudgetBlock *self);

/** mz_budget_block_shown: Returns: (transfer none) (nullable): the set that is shown */
const MzPortfolioSet *mz_budget_block_shown (MzBudgetBlock *self);

/** mz_budget_block_set_cap: @later: whether the cap of later years is meant; @text: money as people write it, "" for none */
void mz_budget_block_set_cap (MzBudgetBlock *self, gboolean later, const char *text);

/** mz_budget_block_choose: shows point @index of the frontier */
void mz_budget_block_choose (MzBudgetBlock *self, guint index);

G_END_DECLS
