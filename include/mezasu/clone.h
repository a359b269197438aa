/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Copies of records inside one model, with what belongs to them. */

#pragma once

#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * mz_clone_edit:
 * @model: a model
 * @records: (element-type MzRecord): what is copied; a record that is there already as part of another one is copied once
 * @label: (nullable): label of the edit
 * @ids: (out) (optional) (transfer full) (element-type utf8): ids of the copies of @records, in their order
 *
 * What belongs to a record is copied with it (the steps, amounts and effects of an option), and references among the copied
 * records point to the copies. So do links of the trace, on whichever side. What was observed once is not copied: money spent
 * and values measured. A copy gets the next free number, or a title that says that it is a copy, and is neither the proposed
 * scenario nor the one that does nothing.
 *
 * Returns: (transfer full): the edit, still to be prepared
 */
MzEdit *mz_clone_edit (MzModel *model, GPtrArray *records, const char *label, GPtrArray **ids);

/**
 * mz_clone_next_code:
 * @model: a model
 * @kind: name of a kind
 * @field: name of its field for numbers
 * @code: a number such as R-07
 *
 * Returns: (transfer full): the number after the greatest of the same form, as in R-13, with as many digits at least
 */
char *mz_clone_next_code (MzModel *model, const char *kind, const char *field, const char *code);

G_END_DECLS
