/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two copies of one model brought together: what either side changed since the state that both come from. What only one side
 * changed is taken; where both did, differently, a person chooses. */

#pragma once

#include "mezasu/model.h"

G_BEGIN_DECLS

/** MzMergeSide: whose value or record is kept where the two sides conflict */
typedef enum
{
  MZ_MERGE_MINE,
  MZ_MERGE_THEIRS,
} MzMergeSide;

/**
 * MzConflictType:
 * @MZ_CONFLICT_FIELD: both sides gave the field another value
 * @MZ_CONFLICT_DELETED_HERE: deleted in mine; changed or needed by a change in theirs
 * @MZ_CONFLICT_DELETED_THERE: deleted in theirs; changed or needed by a change in mine
 * @MZ_CONFLICT_SAME_KEY: the changes of both together would give two records that must differ, such as two effects of one step
 *   on one risk
 * @MZ_CONFLICT_CIRCLE: the changes of both together would lead in a circle
 */
typedef enum
{
  MZ_CONFLICT_FIELD,
  MZ_CONFLICT_DELETED_HERE,
  MZ_CONFLICT_DELETED_THERE,
  MZ_CONFLICT_SAME_KEY,
  MZ_CONFLICT_CIRCLE,
} MzConflictType;

/**
 * MzConflict:
 * @type: what is wrong
 * @kind: the kind of the record
 * @id: the record; for two records, that of theirs
 * @field: index of the field for %MZ_CONFLICT_FIELD, else -1
 * @base: (nullable): the record in the common state
 * @mine: (nullable): the record of mine
 * @theirs: (nullable): the record of theirs
 * @side: who is chosen; mine unless somebody chose
 */
typedef struct
{
  MzConflictType type;
  const MzKind *kind;
  const char *id;
  int field;
  MzRecord *base;
  MzRecord *mine;
  MzRecord *theirs;
  MzMergeSide side;
} MzConflict;

typedef struct _MzMerge MzMerge;

/**
 * mz_merge_new:
 * @base: the state that both come from; an empty model when there is none
 * @mine: the copy that will take the changes
 * @theirs: the other copy
 * @error: return location for the reason, domain %MZ_ERROR, one sentence: @base is not an earlier state of one of the
 *   copies, or an id stands for records of two kinds
 *
 * Works on the models as they are; they must not be edited while it is used.
 *
 * Returns: (transfer full) (nullable): the merge, with its conflicts found and settled for mine
 */
MzMerge *mz_merge_new (MzModel *base, MzModel *mine, MzModel *theirs, GError **error);

void mz_merge_free (MzMerge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzMerge, mz_merge_free)

/** mz_merge_n_conflicts: Returns: how many there are, settled or not; a choice may bring others to light or end them */
guint mz_merge_n_conflicts (MzMerge *self);

/** mz_merge_conflict: Returns: (transfer none): conflict @index, in the order of the schema; valid until the next choice */
const MzConflict *mz_merge_conflict (MzMerge *self, guint index);

/** mz_merge_choose: settles conflict @index for @side */
void mz_merge_choose (MzMerge *self, guint index, MzMergeSide side);

/** mz_merge_choose_all: settles all conflicts for @side */
void mz_merge_choose_all (MzMerge *self, MzMergeSide side);

/**
 * mz_merge_leave:
 * @self: a merge
 * @id: a record that theirs changed
 * @field: index of a field, or -1 for a record that theirs added or deleted
 * @leave: whether that change is left out
 *
 * Takes one change of theirs as if it had not happened. It is then in no conflict of its own.
 */
void mz_merge_leave (MzMerge *self, const char *id, int field, gboolean leave);

/** mz_merge_conflict_words: Returns: (transfer full): what conflict @index is about, one line, such as
 *  "Risk “R-07 Card data stolen”: Likelihood" */
char *mz_merge_conflict_words (MzMerge *self, guint index);

/** mz_merge_side_words: Returns: (transfer full): what @side has in conflict @index, such as a value or "deleted" */
char *mz_merge_side_words (MzMerge *self, guint index, MzMergeSide side);

/**
 * mz_merge_edit:
 * @self: a merge
 * @label: label of the edit
 * @error: return location for the reason, domain %MZ_ERROR
 *
 * Returns: (transfer full) (nullable): the edit that makes mine the merged model, checked against mine
 */
MzEdit *mz_merge_edit (MzMerge *self, const char *label, GError **error);

G_END_DECLS
