/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Records that one side deleted while the other side came to need them. */

#include "config.h"

#include "merge-private.h"

#define NEEDS (MZ_FIELD_OWNER | MZ_FIELD_REQUIRED)

static gboolean
deleted_there (const MzCell *cell)
{
  return cell->base != NULL && cell->mine != NULL && cell->theirs == NULL;
}

static gboolean
deleted_here (const MzCell *cell)
{
  return cell->base != NULL && cell->mine == NULL && cell->theirs != NULL;
}

/* The merged record that field @index leads to; NULL when the field is no reference or empty. */
static MzCell *
target_of (MzMerge *self, const MzCell *cell, guint index)
{
  MzValue value;

  if (mz_kind_field (cell->kind, index)->type != MZ_TYPE_REFERENCE)
    return NULL;
  value = mz_cell_value (self, cell, index);
  return value.set ? g_hash_table_lookup (self->by_id, value.text) : NULL;
}

/* Whether theirs gave the field the value that it has in them since the common state. */
static gboolean
theirs_changed (MzMerge *self, const MzCell *cell, guint index)
{
  MzValue before = mz_cell_side_value (self, cell->base, index);
  MzValue after = mz_cell_side_value (self, cell->theirs, index);

  return cell->base == NULL || !mz_value_equal (mz_kind_field (cell->kind, index), &before, &after);
}

/* Whether the record @gone, which is not in the merged model, has to be for the sake of a reference of @cell. */
static gboolean
is_wanted (MzMerge *self, const MzCell *cell, guint index, const MzCell *gone)
{
  gboolean needed = (mz_kind_field (cell->kind, index)->flags & NEEDS) != 0;

  if (deleted_there (gone))
    {
      if (cell->from[index] == MZ_FROM_MINE && mz_cell_mine_changed (self, cell, index))
        return mz_merge_report (self, MZ_CONFLICT_DELETED_THERE, gone, -1, NULL) == MZ_MERGE_MINE;
      return needed && deleted_there (cell);
    }
  if (deleted_here (gone))
    {
      if (cell->from[index] == MZ_FROM_THEIRS && !deleted_here (cell) &&
          theirs_changed (self, cell, index))
        return mz_merge_report (self, MZ_CONFLICT_DELETED_HERE, gone, -1, NULL) == MZ_MERGE_THEIRS;
      return needed && deleted_here (cell);
    }
  return FALSE;
}

static gboolean
revive_targets (MzMerge *self, const MzCell *cell)
{
  gboolean revived = FALSE;

  for (guint i = 0; i < mz_kind_n_fields (cell->kind); i++)
    {
      MzCell *target = target_of (self, cell, i);

      if (target != NULL && !target->here && is_wanted (self, cell, i, target))
        revived = target->here = TRUE;
    }
  return revived;
}

static gboolean
was_refused (MzMerge *self, const MzCell *cell)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const MzConflict *conflict = &g_array_index (self->conflicts, MzConflict, i);

      if (conflict->field < 0 && g_str_equal (conflict->id, cell->id))
        return TRUE;
    }
  return FALSE;
}

/* What belonged to a record that is kept after all comes back with it, unless it needs something else that is gone. */
static gboolean
comes_back (MzMerge *self, const MzCell *cell)
{
  gboolean owner_kept = FALSE;

  if (!deleted_there (cell) && !deleted_here (cell))
    return FALSE;
  for (guint i = 0; i < cell->kind->n_fields; i++)
    {
      const MzCell *target = target_of (self, cell, i);

      if (target == NULL || (cell->kind->fields[i].flags & NEEDS) == 0)
        continue;
      if (!target->here)
        return FALSE;
      owner_kept |= (deleted_there (target) && deleted_there (cell)) ||
                    (deleted_here (target) && deleted_here (cell));
    }
  return owner_kept && !was_refused (self, cell) && !mz_merge_is_left (self, cell, -1);
}

void
mz_merge_settle_deleted (MzMerge *self)
{
  gboolean revived;

  do
    {
      revived = FALSE;
      for (guint i = 0; i < self->cells->len; i++)
        {
          MzCell *cell = self->cells->pdata[i];

          if (!cell->here && comes_back (self, cell))
            revived = cell->here = TRUE;
          if (cell->here)
            revived = revive_targets (self, cell) || revived;
        }
    }
  while (revived);
}

/* A reference to a record that is not there takes the value of the other side when that leads somewhere. */
static gboolean
turn (MzMerge *self, MzCell *cell, guint index)
{
  MzMergeSource kept = (MzMergeSource)cell->from[index];
  MzRecord *other = kept == MZ_FROM_MINE ? cell->theirs : cell->mine;
  const MzCell *target;
  MzValue value;

  if (other == NULL)
    return FALSE;
  value = mz_cell_side_value (self, other, index);
  target = value.set ? g_hash_table_lookup (self->by_id, value.text) : NULL;
  if (value.set ? target == NULL || !target->here
                : (mz_kind_field (cell->kind, index)->flags & NEEDS) != 0)
    return FALSE;
  cell->from[index] = kept == MZ_FROM_MINE ? MZ_FROM_THEIRS : MZ_FROM_MINE;
  return TRUE;
}

static gboolean
drop_in (MzMerge *self, MzCell *cell)
{
  for (guint i = 0; i < mz_kind_n_fields (cell->kind); i++)
    {
      const MzCell *target = target_of (self, cell, i);

      if (target == NULL || target->here || turn (self, cell, i))
        continue;
      if ((mz_kind_field (cell->kind, i)->flags & NEEDS) != 0)
        {
          cell->here = FALSE;
          return TRUE;
        }
      cell->from[i] = MZ_FROM_NOWHERE;
    }
  return FALSE;
}

void
mz_merge_drop_dangling (MzMerge *self)
{
  gboolean dropped;

  do
    {
      dropped = FALSE;
      for (guint i = 0; i < self->cells->len; i++)
        {
          MzCell *cell = self->cells->pdata[i];

          if (cell->here)
            dropped = drop_in (self, cell) || dropped;
        }
    }
  while (dropped);
}
