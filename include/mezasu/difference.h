/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How two models differ, record by record and field by field, in words. Records are the same when their ids are. */

#pragma once

#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * MzDifferenceType:
 * @MZ_DIFFERENCE_ADDED: the record is only in the later model
 * @MZ_DIFFERENCE_REMOVED: the record is only in the earlier model
 * @MZ_DIFFERENCE_CHANGED: one field of a record holds something else
 */
typedef enum
{
  MZ_DIFFERENCE_ADDED,
  MZ_DIFFERENCE_REMOVED,
  MZ_DIFFERENCE_CHANGED,
} MzDifferenceType;

/**
 * MzDifference:
 * @type: what happened
 * @kind: the record's kind
 * @id: the record's id
 * @field: index of the field for %MZ_DIFFERENCE_CHANGED, else -1
 * @before: (nullable): the record in the earlier model
 * @after: (nullable): the record in the later model
 */
typedef struct
{
  MzDifferenceType type;
  const MzKind *kind;
  const char *id;
  int field;
  MzRecord *before;
  MzRecord *after;
} MzDifference;

typedef struct _MzDifferences MzDifferences;

/**
 * mz_differences_new:
 * @before: the earlier model
 * @after: the later model, of the same schema
 *
 * In the order of the schema, then of the lists. The place of a record counts as changed only where its order among the others
 * did: that others were put in front of it is no difference of its own.
 *
 * Returns: (transfer full): the differences of the models as they are now; the models must not be edited while it is used
 */
MzDifferences *mz_differences_new (MzModel *before, MzModel *after);

void mz_differences_free (MzDifferences *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzDifferences, mz_differences_free)

/** mz_differences_count: Returns: how many there are; 0 when the records are the same */
guint mz_differences_count (MzDifferences *self);

/** mz_differences_nth: Returns: (transfer none): difference @index */
const MzDifference *mz_differences_nth (MzDifferences *self, guint index);

/**
 * mz_differences_value:
 * @self: differences
 * @index: a changed field
 * @after: whether the later value is asked for
 *
 * Returns: (transfer full): the value for people, in one line; a dash when missing, the title of what a reference points to,
 *   the number in the list for a place
 */
char *mz_differences_value (MzDifferences *self, guint index, gboolean after);

/** mz_differences_record: Returns: (transfer full): the record of difference @index, such as "Risk “R-07 Card data stolen”" */
char *mz_differences_record (MzDifferences *self, guint index);

/** mz_differences_what: Returns: (transfer none): name of the field that differs, or that the record was added or deleted */
const char *mz_differences_what (MzDifferences *self, guint index);

/**
 * mz_differences_words:
 * @self: differences
 * @index: one of them
 *
 * Returns: (transfer full): a sentence such as "Risk “R-07 Card data stolen”: Likelihood 3 → 2", without line break
 */
char *mz_differences_words (MzDifferences *self, guint index);

/**
 * mz_differences_remark:
 * @self: differences
 *
 * Returns: (transfer full) (nullable): a sentence about the two models as a whole: that they are the same, or have nothing in
 *   common; %NULL when there is nothing to say
 */
char *mz_differences_remark (MzDifferences *self);

/**
 * mz_models_related:
 * @one: a model
 * @other: a model
 *
 * Two firms that were written as JSON may have readable ids in common, such as r-01; then the records differ.
 *
 * Returns: whether they share records other than those that every model has, or one of them has no other
 */
gboolean mz_models_related (MzModel *one, MzModel *other);

G_END_DECLS
