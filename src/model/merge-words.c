/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Conflicts in words. */

#include "config.h"

#include "merge-private.h"

#include <glib/gi18n-lib.h>

#include "words-private.h"

char *
mz_merge_conflict_words (MzMerge *self, guint index)
{
  const MzConflict *conflict = mz_merge_conflict (self, index);
  gboolean of_mine = conflict->type != MZ_CONFLICT_DELETED_HERE && conflict->mine != NULL;
  g_autofree char *record = of_mine ? mz_record_words (self->mine, conflict->mine)
                                    : mz_record_words (self->theirs, conflict->theirs);

  switch (conflict->type)
    {
    case MZ_CONFLICT_FIELD:
      /* TRANSLATORS: a record in words, then the name of a field */
      return g_strdup_printf (_ ("%s: %s"), record,
                              mz_field_words (conflict->kind, (guint)conflict->field));
    case MZ_CONFLICT_DELETED_HERE:
      return g_strdup_printf (_ ("%s: deleted here, changed or used in the other copy"), record);
    case MZ_CONFLICT_DELETED_THERE:
      return g_strdup_printf (_ ("%s: changed or used here, deleted in the other copy"), record);
    case MZ_CONFLICT_SAME_KEY:
      return g_strdup_printf (_ ("%s: both copies make one, and there can be only one"), record);
    case MZ_CONFLICT_CIRCLE:
    default:
      return g_strdup_printf (_ ("%s: the changes of both copies together lead in a circle"),
                              record);
    }
}

char *
mz_merge_side_words (MzMerge *self, guint index, MzMergeSide side)
{
  const MzConflict *conflict = mz_merge_conflict (self, index);
  MzRecord *record = side == MZ_MERGE_MINE ? conflict->mine : conflict->theirs;
  MzModel *model = side == MZ_MERGE_MINE ? self->mine : self->theirs;

  if (conflict->type == MZ_CONFLICT_FIELD)
    return mz_value_words (model, record, (guint)conflict->field);
  if (conflict->type == MZ_CONFLICT_DELETED_HERE || conflict->type == MZ_CONFLICT_DELETED_THERE)
    return g_strdup (record == NULL ? _ ("deleted") : _ ("kept"));
  return mz_record_words (model, record);
}
