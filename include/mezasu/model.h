/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A company model in memory: the records of all kinds as list models. It changes by prepared edits only. Fronts change it
 * through a document, which writes first; the method reads it. */

#pragma once

#include <gio/gio.h>

#include "mezasu/edit.h"

G_BEGIN_DECLS

#define MZ_TYPE_MODEL (mz_model_get_type ())
G_DECLARE_FINAL_TYPE (MzModel, mz_model, MZ, MODEL, GObject)

/**
 * mz_model_new:
 * @schema: the schema, which must outlive the model
 *
 * Returns: (transfer full): a model that holds the singletons of the schema and nothing else
 */
MzModel *mz_model_new (const MzSchema *schema);

/**
 * mz_model_copy:
 * @self: a model
 *
 * Returns: (transfer full): an independent deep copy, fit for a worker thread
 */
MzModel *mz_model_copy (MzModel *self);

/** mz_model_schema: Returns: (transfer none): its schema */
const MzSchema *mz_model_schema (MzModel *self);

/**
 * mz_model_revision:
 * @self: a model
 *
 * Returns: a number that rises with every applied edit: the key under which results are cached
 */
guint64 mz_model_revision (MzModel *self);

/**
 * mz_model_list:
 * @self: a model
 * @kind: a kind's name
 *
 * Returns: (transfer none): the records (#MzRecord) of that kind, by position and then by id
 */
GListModel *mz_model_list (MzModel *self, const char *kind);

/** mz_model_count: Returns: how many records of @kind there are */
guint mz_model_count (MzModel *self, const char *kind);

/**
 * mz_model_nth:
 * @self: a model
 * @kind: a kind's name
 * @index: a place in the list
 *
 * Returns: (transfer none) (nullable): the record there, borrowed from the list
 */
MzRecord *mz_model_nth (MzModel *self, const char *kind, guint index);

/**
 * mz_model_single:
 * @self: a model
 * @kind: name of a singleton kind
 *
 * Returns: (transfer none): its one record
 */
MzRecord *mz_model_single (MzModel *self, const char *kind);

/**
 * mz_model_find:
 * @self: a model
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the record of that id
 */
MzRecord *mz_model_find (MzModel *self, const char *id);

/**
 * mz_model_referred:
 * @self: a model
 * @record: a record
 * @field: name of a reference field
 *
 * Returns: (transfer none) (nullable): the record that it points to
 */
MzRecord *mz_model_referred (MzModel *self, MzRecord *record, const char *field);

/**
 * mz_model_referring:
 * @self: a model
 * @kind: name of a kind
 * @field: name of a reference field of that kind
 * @id: an id
 *
 * Returns: (transfer container) (element-type MzRecord): the records of @kind that point to @id, in list order
 */
GPtrArray *mz_model_referring (MzModel *self, const char *kind, const char *field, const char *id);

/**
 * mz_model_causes:
 * @self: a model
 * @id: an id
 *
 * What a record comes from: its references marked as causes, the others' references that lead to it, and links.
 *
 * Returns: (transfer container) (element-type MzRecord): each record once, links seen through
 */
GPtrArray *mz_model_causes (MzModel *self, const char *id);

/**
 * mz_model_results:
 * @self: a model
 * @id: an id
 *
 * What a record leads to; the mirror of mz_model_causes().
 *
 * Returns: (transfer container) (element-type MzRecord): each record once, links seen through
 */
GPtrArray *mz_model_results (MzModel *self, const char *id);

/**
 * mz_model_prepare:
 * @self: a model
 * @edit: an edit
 * @error: return location for the reason, domain %MZ_ERROR; one sentence naming record and field
 *
 * Checks an edit against the schema and the model, and completes it: defaults of inserted records, a position behind
 * the last of the kind, deletion of what belongs to a deleted record, removal of references to it. Refused are values a
 * field may not hold, missing required values, references to nothing or to the wrong kind, cycles (the message names
 * the path), a second link between the same two records, and touching the number of a singleton.
 *
 * Returns: (transfer full): the completed edit, safe for mz_model_apply(), or %NULL
 */
MzEdit *mz_model_prepare (MzModel *self, MzEdit *edit, GError **error);

/**
 * mz_model_apply:
 * @self: a model
 * @edit: a prepared edit
 *
 * Applies it and emits #MzModel::changed once.
 */
void mz_model_apply (MzModel *self, MzEdit *edit);

/**
 * mz_model_edit:
 * @self: a model
 * @edit: an edit
 * @error: return location for the reason
 *
 * Prepares and applies: for models that are not part of a document (a file that is only read, a sandbox).
 *
 * Returns: whether it was taken
 */
gboolean mz_model_edit (MzModel *self, MzEdit *edit, GError **error);

/**
 * mz_model_describe:
 * @self: a model, before the edit is applied
 * @edit: a prepared edit
 *
 * Returns: (transfer full): the edit in words, such as "R-07 Card data stolen: Likelihood 3 → 2"
 */
char *mz_model_describe (MzModel *self, MzEdit *edit);

/**
 * MzModel::changed:
 * @self: a model
 *
 * Emitted once after each applied edit, when all lists and records hold the new state.
 */

G_END_DECLS
