/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Many records at once into a model that is still empty, as when a file is read: no edit is made of them, and no value is
 * copied, but the rules are those of an edit. */

#pragma once

#include "mezasu/model.h"

G_BEGIN_DECLS

/** MzBulk: a model that is being filled */
typedef struct _MzBulk MzBulk;

/**
 * mz_bulk_new:
 * @schema: the schema, which must outlive the model
 *
 * Returns: (transfer full): the beginning of a model
 */
MzBulk *mz_bulk_new (const MzSchema *schema);

/** mz_bulk_free: drops what was not finished */
void mz_bulk_free (MzBulk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzBulk, mz_bulk_free)

/**
 * mz_bulk_record:
 * @self: a model that is being filled
 * @kind: a kind
 * @id: id of the record
 * @error: return location for a #GError
 *
 * Returns: (transfer none) (nullable): a new record without any value, not even defaults; of a singleton the one that
 *   there is; %NULL with #MZ_ERROR_INVALID_INPUT when @id is no id or is taken
 */
MzRecord *mz_bulk_record (MzBulk *self, const MzKind *kind, const char *id, GError **error);

/**
 * mz_bulk_take:
 * @self: a model that is being filled
 * @record: one of its records
 * @field: index of a field
 * @value: (inout): what the field shall hold, which mz_value_check() let pass; taken over
 */
void mz_bulk_take (MzBulk *self, MzRecord *record, guint field, MzValue *value);

/** mz_bulk_take_default: gives @field of @record the value that a new record has there */
void mz_bulk_take_default (MzBulk *self, MzRecord *record, guint field);

/**
 * mz_bulk_finish:
 * @self: a model that is being filled; cannot be filled further
 * @error: return location for a #GError
 *
 * Checks what mz_model_edit() checks besides single values: what is needed, references, uniqueness, circles.
 *
 * Returns: (transfer full) (nullable): the model, or %NULL with #MZ_ERROR_INVALID_INPUT
 */
MzModel *mz_bulk_finish (MzBulk *self, GError **error);

G_END_DECLS
