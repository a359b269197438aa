/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * An edit: what a person does in one go, as a list of changes with a label. It knows nothing of where it is applied: a
 * document writes it and keeps it for undo, a model alone just takes it. */

#pragma once

#include "mezasu/record.h"

G_BEGIN_DECLS

/**
 * MzChangeType:
 * @MZ_CHANGE_INSERT: a new record with the defaults of its kind
 * @MZ_CHANGE_SET: one field gets a value
 * @MZ_CHANGE_DELETE: a record goes
 */
typedef enum {
  MZ_CHANGE_INSERT,
  MZ_CHANGE_SET,
  MZ_CHANGE_DELETE,
} MzChangeType;

/**
 * MzChange:
 * @type: what happens
 * @kind: the record's kind
 * @id: the record's id
 * @field: the field's index in @kind, for %MZ_CHANGE_SET
 * @value: the new value, for %MZ_CHANGE_SET
 */
typedef struct {
  MzChangeType type;
  const MzKind *kind;
  char *id;
  guint field;
  MzValue value;
} MzChange;

typedef struct _MzEdit MzEdit;

/**
 * mz_edit_new:
 * @label: (nullable): what the person did, in the language of the program, for undo and history; %NULL lets the
 *   document describe the changes
 *
 * Returns: (transfer full): an empty edit
 */
MzEdit *mz_edit_new (const char *label);

void mz_edit_free (MzEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzEdit, mz_edit_free)

/** mz_edit_label: Returns: (transfer none) (nullable): the label */
const char *mz_edit_label (MzEdit *self);

/** mz_edit_set_label: @label: (nullable): the new label */
void mz_edit_set_label (MzEdit *self, const char *label);

/** mz_edit_n_changes: Returns: how many changes it holds */
guint mz_edit_n_changes (MzEdit *self);

/** mz_edit_change: Returns: (transfer none): change @index, in the order in which they happen */
const MzChange *mz_edit_change (MzEdit *self, guint index);

/**
 * mz_edit_insert:
 * @self: an edit
 * @kind: a kind
 * @id: (nullable): the id, or %NULL for a fresh one
 *
 * Returns: (transfer none): the new record's id, valid as long as the edit
 */
const char *mz_edit_insert (MzEdit *self, const MzKind *kind, const char *id);

/**
 * mz_edit_set:
 * @self: an edit
 * @kind: the record's kind
 * @id: the record's id
 * @field: index of the field
 * @value: (transfer none): the new value
 */
void mz_edit_set (MzEdit *self, const MzKind *kind, const char *id, guint field, const MzValue *value);

/** mz_edit_set_text: sets a field stored as text by name; %NULL for missing */
void mz_edit_set_text (MzEdit *self, const MzKind *kind, const char *id, const char *field, const char *text);

/** mz_edit_set_integer: sets a field stored as a whole number by name */
void mz_edit_set_integer (MzEdit *self, const MzKind *kind, const char *id, const char *field, gint64 number);

/** mz_edit_set_real: sets a real field by name */
void mz_edit_set_real (MzEdit *self, const MzKind *kind, const char *id, const char *field, double number);

/**
 * mz_edit_delete:
 * @self: an edit
 * @kind: the record's kind
 * @id: the record's id
 *
 * Records that belong to it go too, and references to it become missing, when the edit is prepared.
 */
void mz_edit_delete (MzEdit *self, const MzKind *kind, const char *id);

/**
 * mz_edit_link:
 * @self: an edit
 * @schema: the schema
 * @cause: id of the record that the other comes from
 * @result: id of the record that it leads to
 *
 * Inserts a record of the kind `link`.
 */
void mz_edit_link (MzEdit *self, const MzSchema *schema, const char *cause, const char *result);

G_END_DECLS
