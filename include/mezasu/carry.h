/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * From one fiscal year to the next: the model as it begins the new year, and what became of its records since. */

#pragma once

#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * mz_carry:
 * @model: a model whose organisation has a fiscal year
 * @error: return location for the reason, domain %MZ_ERROR
 *
 * A copy for the next fiscal year, with the same ids, so that both years can be compared and the trace holds:
 *
 * - The fiscal year is one later, and years of steps and amounts are one less, not below 0: year 0 is always this fiscal year.
 * - An amount whose last year was year 0 is past and goes. Its step stays, with its effects and its actuals, until somebody rates
 *   the risks anew and deletes it.
 * - Each step that was to cost something in year 0 gets a record of the year (kind `step_actual`) with what was planned, to be
 *   filled in with what was spent and done; one that is there already only gets the plan where it has none.
 * - A record of the kind `carried` keeps what each record was like, for mz_carry_mark(); those of the year before go.
 *
 * Returns: (transfer full) (nullable): the model of the next year
 */
MzModel *mz_carry (MzModel *model, GError **error);

/**
 * MzCarryMark:
 * @MZ_CARRY_NONE: the model was not carried from an earlier year, or the kind of the record is not followed
 * @MZ_CARRY_SAME: as it was carried
 * @MZ_CARRY_CHANGED: carried and changed since
 * @MZ_CARRY_NEW: added since
 */
typedef enum {
  MZ_CARRY_NONE,
  MZ_CARRY_SAME,
  MZ_CARRY_CHANGED,
  MZ_CARRY_NEW,
} MzCarryMark;

typedef struct _MzCarryMarks MzCarryMarks;

/** mz_carry_marks_new: @model: a model; Returns: (transfer full): what became of its records since it was carried, as it is now */
MzCarryMarks *mz_carry_marks_new (MzModel *model);

void mz_carry_marks_free (MzCarryMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzCarryMarks, mz_carry_marks_free)

/** mz_carry_mark: Returns: what became of @record */
MzCarryMark mz_carry_mark (MzCarryMarks *self, MzRecord *record);

/** mz_carry_removed: Returns: (transfer none) (element-type MzRecord): records of the kind `carried` whose record is gone */
GPtrArray *mz_carry_removed (MzCarryMarks *self);

/** mz_carry_mark_words: Returns: (transfer none): @mark in a word, empty for %MZ_CARRY_NONE and %MZ_CARRY_SAME */
const char *mz_carry_mark_words (MzCarryMark mark);

G_END_DECLS
