/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Rules that a document may break but an edit in the window may not: what comes from elsewhere is opened and its faults
 * are found, but nobody should draw a fault. */

#pragma once

#include "mezasu/edit.h"
#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * mz_edit_rules_check:
 * @model: the model as it is
 * @edit: what is to happen
 * @error: return location for the reason, which names the way
 *
 * Refuses edits that let a link of the strategy map lead down that did not before.
 *
 * Returns: whether the edit keeps the rules
 */
gboolean mz_edit_rules_check (MzModel *model, MzEdit *edit, GError **error);

G_END_DECLS
