/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the method makes of a record with one action: a risk of a weakness, the usual derivation of a context entry. */

#pragma once

#include "mz-workspace.h"

G_BEGIN_DECLS

/** mz_derive_label: Returns: (nullable): what can be made of @record, with mnemonic and translated, %NULL for nothing */
const char *mz_derive_label (MzRecord *record);

/**
 * mz_derive:
 * @workspace: a workspace
 * @record: a record
 *
 * Makes of it what mz_derive_label() says, as one edit: a weakness becomes a risk that comes from it, which is selected; an
 * entry of the context that bears on nothing yet gets what its sub-item usually bears on.
 *
 * Returns: whether anything was made; a refusal is told by #MzWorkspace::message
 */
gboolean mz_derive (MzWorkspace *workspace, MzRecord *record);

G_END_DECLS
