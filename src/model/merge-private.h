/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the parts of a merge share. */

#pragma once

#include "mezasu/merge.h"

/* Where a merged record has the value of a field from. */
typedef enum
{
  MZ_FROM_MINE,
  MZ_FROM_THEIRS,
  MZ_FROM_NOWHERE, /* the reference leads to a record that is gone */
} MzMergeSource;

/* One record in all three models. @theirs may have another id when both sides added what can be there once only. */
typedef struct
{
  const MzKind *kind;
  const char *id;
  MzRecord *base, *mine, *theirs;
  gboolean here; /* is in the merged model */
  guint8 *from;  /* MzMergeSource by field */
  gint64 place;  /* merged position */
} MzCell;

struct _MzMerge
{
  MzModel *base, *mine, *theirs;
  GPtrArray *cells;  /* MzCell, by kind, those of mine first */
  GHashTable *by_id; /* id → MzCell; the other id of an alias too */
  GArray *conflicts;
  GHashTable *sides; /* "type id field" → MzMergeSide + 1 */
  gboolean stale;    /* a choice was made since it was settled */
  GHashTable *left;  /* "id field" of changes of theirs that are left out */
};

/* The value that the merged record has; a reference leads to the merged record. Not to be freed. */
MzValue mz_cell_value (MzMerge *self, const MzCell *cell, guint field);

/* The value that the record of a side has, with references to merged records; missing when the side has no such record. */
MzValue mz_cell_side_value (MzMerge *self, MzRecord *record, guint field);

gboolean mz_merge_is_left (MzMerge *self, const MzCell *cell, int field);

/* Finds the conflict in the list, or adds it; Returns: who is chosen. */
MzMergeSide mz_merge_report (MzMerge *self, MzConflictType type, const MzCell *cell, int field,
                             const MzCell *other);

/* Whether @cell differs on this side from the common state; TRUE for an added record. */
gboolean mz_cell_mine_changed (MzMerge *self, const MzCell *cell, guint field);
gboolean mz_cell_theirs_taken (MzMerge *self, const MzCell *cell, MzFieldFlags flag);
gboolean mz_cell_mine_made (MzMerge *self, const MzCell *cell, MzFieldFlags flag);

/* Undoes what one side did to the fields with @flag, or the whole record where that side added it. */
void mz_cell_undo_theirs (MzCell *cell, MzFieldFlags flag);
void mz_cell_undo_mine (MzCell *cell, MzFieldFlags flag);

/* merge-gone.c: deleted on one side, needed on the other; then no reference leads nowhere. */
void mz_merge_settle_deleted (MzMerge *self);
void mz_merge_drop_dangling (MzMerge *self);

/* merge-together.c: what only both sides together do wrong. Returns: whether something was undone. */
gboolean mz_merge_settle_keys (MzMerge *self);
gboolean mz_merge_settle_circles (MzMerge *self);

/* merge-order.c: the places of merged records in their lists. */
void mz_merge_settle_order (MzMerge *self);
