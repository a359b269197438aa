/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The merge: the three models side by side, field by field, and the edit that comes of it. */

#include "config.h"

#include "merge-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/difference.h"
#include "schema-private.h"

static void
cell_free (gpointer data)
{
  MzCell *cell = data;

  g_free (cell->from);
  g_free (cell);
}

static MzRecord *
find_of_kind (MzModel *model, const char *id, const MzKind *kind)
{
  MzRecord *record = mz_model_find (model, id);

  return record != NULL && mz_record_kind (record) == kind ? record : NULL;
}

/* The cells. */

static MzCell *
add_cell (MzMerge *self, MzRecord *record)
{
  const MzKind *kind = mz_record_kind (record);
  const char *id = mz_record_id (record);
  MzCell *cell = g_new0 (MzCell, 1);

  cell->kind = kind;
  cell->id = id;
  cell->base = find_of_kind (self->base, id, kind);
  cell->mine = find_of_kind (self->mine, id, kind);
  cell->theirs = find_of_kind (self->theirs, id, kind);
  cell->from = g_new0 (guint8, mz_kind_n_fields (kind));
  g_ptr_array_add (self->cells, cell);
  g_hash_table_insert (self->by_id, (gpointer)id, cell);
  return cell;
}

/* The unique fields of a record as one text, references turned to merged records; NULL when the kind has none. */
static char *
key_of (MzMerge *self, MzRecord *record)
{
  const MzKind *kind = mz_record_kind (record);
  GString *key = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & MZ_FIELD_UNIQUE) != 0)
      {
        MzValue value = mz_cell_side_value (self, record, i);
        g_autofree char *part = mz_value_to_machine (&kind->fields[i], &value);

        if (key == NULL)
          key = g_string_new (NULL);
        g_string_append_printf (key, "%s\n", part);
      }
  return key == NULL ? NULL : g_string_free (key, FALSE);
}

/* What both sides added and can be there once only is one record: a link that both drew, a value that both entered. */
static MzCell *
find_twin (MzMerge *self, GHashTable *keys, MzRecord *theirs)
{
  g_autofree char *key = g_hash_table_size (keys) == 0 ? NULL : key_of (self, theirs);

  return key == NULL ? NULL : g_hash_table_lookup (keys, key);
}

static GHashTable *
keys_added_here (MzMerge *self, guint from)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = from; i < self->cells->len; i++)
    {
      MzCell *cell = self->cells->pdata[i];
      char *key = cell->base == NULL && cell->theirs == NULL ? key_of (self, cell->mine) : NULL;

      if (key != NULL)
        g_hash_table_insert (keys, key, cell);
    }
  return keys;
}

static void
add_kind (MzMerge *self, const MzKind *kind)
{
  guint from = self->cells->len, n = mz_model_count (self->mine, kind->name);
  g_autoptr (GHashTable) keys = NULL;

  for (guint i = 0; i < n; i++)
    add_cell (self, mz_model_nth (self->mine, kind->name, i));
  keys = keys_added_here (self, from);
  n = mz_model_count (self->theirs, kind->name);
  for (guint i = 0; i < n; i++)
    {
      MzRecord *theirs = mz_model_nth (self->theirs, kind->name, i);
      const char *id = mz_record_id (theirs);
      MzCell *twin = NULL;

      if (g_hash_table_contains (self->by_id, id))
        continue;
      if (find_of_kind (self->base, id, kind) == NULL)
        twin = find_twin (self, keys, theirs);
      if (twin == NULL || twin->theirs != NULL)
        {
          add_cell (self, theirs);
          continue;
        }
      twin->theirs = theirs;
      g_hash_table_insert (self->by_id, (gpointer)id, twin);
    }
}

MzValue
mz_cell_side_value (MzMerge *self, MzRecord *record, guint field)
{
  MzValue value = MZ_VALUE_MISSING;
  const MzCell *target;

  if (record == NULL)
    return value;
  value = *mz_record_value (record, field);
  if (value.set && mz_kind_field (mz_record_kind (record), field)->type == MZ_TYPE_REFERENCE)
    {
      target = g_hash_table_lookup (self->by_id, value.text);
      if (target != NULL)
        value.text = (char *)target->id;
    }
  return value;
}

MzValue
mz_cell_value (MzMerge *self, const MzCell *cell, guint field)
{
  MzRecord *sources[] = {cell->mine, cell->theirs, NULL};

  return mz_cell_side_value (self, sources[cell->from[field]], field);
}

static gboolean
same_value (MzMerge *self, const MzCell *cell, guint field, MzRecord *one, MzRecord *other)
{
  MzValue a = mz_cell_side_value (self, one, field);
  MzValue b = mz_cell_side_value (self, other, field);

  return mz_value_equal (mz_kind_field (cell->kind, field), &a, &b);
}

gboolean
mz_cell_mine_changed (MzMerge *self, const MzCell *cell, guint field)
{
  return cell->mine != NULL &&
         (cell->base == NULL || !same_value (self, cell, field, cell->base, cell->mine));
}

gboolean
mz_cell_mine_made (MzMerge *self, const MzCell *cell, MzFieldFlags flag)
{
  for (guint i = 0; i < cell->kind->n_fields; i++)
    if ((cell->kind->fields[i].flags & flag) != 0 && cell->from[i] == MZ_FROM_MINE &&
        (mz_cell_mine_changed (self, cell, i) || cell->theirs == NULL))
      return cell->mine != NULL;
  return FALSE;
}

gboolean
mz_cell_theirs_taken (MzMerge *self, const MzCell *cell, MzFieldFlags flag)
{
  for (guint i = 0; i < cell->kind->n_fields; i++)
    if ((cell->kind->fields[i].flags & flag) != 0 && cell->from[i] == MZ_FROM_THEIRS)
      return TRUE;
  return FALSE;
}

static void
take_from (MzCell *cell, MzMergeSource source, MzFieldFlags flag)
{
  for (guint i = 0; i < cell->kind->n_fields; i++)
    if ((cell->kind->fields[i].flags & flag) != 0)
      cell->from[i] = source;
}

void
mz_cell_undo_theirs (MzCell *cell, MzFieldFlags flag)
{
  if (cell->mine == NULL)
    cell->here = FALSE;
  else
    take_from (cell, MZ_FROM_MINE, flag);
}

void
mz_cell_undo_mine (MzCell *cell, MzFieldFlags flag)
{
  if (cell->theirs == NULL)
    cell->here = FALSE;
  else
    take_from (cell, MZ_FROM_THEIRS, flag);
}

/* Choices. */

static char *
left_key (const char *id, int field)
{
  return g_strdup_printf ("%s %d", id, field);
}

gboolean
mz_merge_is_left (MzMerge *self, const MzCell *cell, int field)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->left) == 0)
    return FALSE;
  key = left_key (mz_record_id (cell->theirs != NULL ? cell->theirs : cell->base), field);
  return g_hash_table_contains (self->left, key);
}

static char *
side_key (MzConflictType type, const char *id, int field)
{
  return g_strdup_printf ("%d %s %d", type, id, field);
}

MzMergeSide
mz_merge_report (MzMerge *self, MzConflictType type, const MzCell *cell, int field,
                 const MzCell *other)
{
  g_autofree char *key = side_key (type, cell->id, field);
  guint chosen = GPOINTER_TO_UINT (g_hash_table_lookup (self->sides, key));
  MzConflict conflict = {type,         cell->kind,
                         cell->id,     field,
                         cell->base,   cell->mine,
                         cell->theirs, chosen == 0 ? MZ_MERGE_MINE : (MzMergeSide)(chosen - 1)};

  if (other != NULL)
    conflict.mine = other->mine;
  for (guint i = self->conflicts->len; i > 0; i--)
    {
      const MzConflict *known = &g_array_index (self->conflicts, MzConflict, i - 1);

      if (known->type == type && known->field == field && g_str_equal (known->id, cell->id))
        return known->side;
    }
  g_array_append_val (self->conflicts, conflict);
  return conflict.side;
}

/* Field by field. */

static void
settle_field (MzMerge *self, MzCell *cell, guint field)
{
  cell->from[field] = MZ_FROM_MINE;
  if (same_value (self, cell, field, cell->mine, cell->theirs) ||
      (cell->base != NULL && same_value (self, cell, field, cell->base, cell->theirs)) ||
      mz_merge_is_left (self, cell, (int)field))
    return;
  if (!mz_cell_mine_changed (self, cell, field) ||
      mz_merge_report (self, MZ_CONFLICT_FIELD, cell, (int)field, NULL) == MZ_MERGE_THEIRS)
    cell->from[field] = MZ_FROM_THEIRS;
}

/* Whether a side changed anything of a record that the other side deleted; its place does not count. */
static gboolean
differs (MzMerge *self, const MzCell *cell, MzRecord *side)
{
  for (guint i = 0; i < mz_kind_n_fields (cell->kind); i++)
    if (i != mz_kind_position (cell->kind) && !same_value (self, cell, i, cell->base, side))
      return TRUE;
  return FALSE;
}

static void
settle_cell (MzMerge *self, MzCell *cell)
{
  guint n = mz_kind_n_fields (cell->kind);

  cell->here = cell->mine != NULL;
  for (guint i = 0; i < n; i++)
    cell->from[i] = cell->mine != NULL ? MZ_FROM_MINE : MZ_FROM_THEIRS;
  if (cell->mine != NULL && cell->theirs != NULL)
    {
      for (guint i = 0; i < n; i++)
        if (i != mz_kind_position (cell->kind))
          settle_field (self, cell, i);
    }
  else if (cell->base == NULL)
    cell->here = cell->mine != NULL || !mz_merge_is_left (self, cell, -1);
  else if (cell->mine != NULL && !mz_merge_is_left (self, cell, -1))
    cell->here = differs (self, cell, cell->mine) &&
                 mz_merge_report (self, MZ_CONFLICT_DELETED_THERE, cell, -1, NULL) == MZ_MERGE_MINE;
  else if (cell->theirs != NULL)
    cell->here =
        differs (self, cell, cell->theirs) &&
        mz_merge_report (self, MZ_CONFLICT_DELETED_HERE, cell, -1, NULL) == MZ_MERGE_THEIRS;
}

static void
settle (MzMerge *self)
{
  gboolean undone;
  /* Each round undoes at least one thing of one side, so that there can be no more rounds than records. */
  guint rounds = self->cells->len + 1;

  g_array_set_size (self->conflicts, 0);
  for (guint i = 0; i < self->cells->len; i++)
    settle_cell (self, self->cells->pdata[i]);
  mz_merge_settle_deleted (self);
  do
    {
      mz_merge_drop_dangling (self);
      undone = mz_merge_settle_keys (self);
      undone = mz_merge_settle_circles (self) || undone;
    }
  while (undone && --rounds > 0);
  mz_merge_settle_order (self);
}

/* The models. */

static gboolean
check_kinds (MzModel *one, MzModel *other, GError **error)
{
  const MzSchema *schema = mz_model_schema (one);

  for (guint k = 0; k < schema->n_kinds; k++)
    {
      guint n = mz_model_count (one, schema->kinds[k].name);

      for (guint i = 0; i < n; i++)
        {
          MzRecord *record = mz_model_nth (one, schema->kinds[k].name, i);
          MzRecord *twin = mz_model_find (other, mz_record_id (record));
          g_autofree char *label = NULL;

          if (twin == NULL || mz_record_kind (twin) == mz_record_kind (record))
            continue;
          label = mz_record_label (record);
          g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                       _ ("“%s” is a record of the kind “%s” in one copy and of the kind “%s” in "
                          "another; the two cannot be one record."),
                       label, mz_translate (schema->kinds[k].label),
                       mz_translate (mz_record_kind (twin)->label));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_models (MzModel *base, MzModel *mine, MzModel *theirs, GError **error)
{
  if (!mz_models_related (base, mine) || !mz_models_related (base, theirs))
    {
      g_set_error_literal (
          error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
          !mz_models_related (base, mine)
              ? _ ("The first model is not an earlier state of yours: they have no record in "
                   "common.")
              : _ ("The first model is not an earlier state of the other copy: they have no "
                   "record in common."));
      return FALSE;
    }
  return check_kinds (base, mine, error) && check_kinds (base, theirs, error) &&
         check_kinds (mine, theirs, error);
}

MzMerge *
mz_merge_new (MzModel *base, MzModel *mine, MzModel *theirs, GError **error)
{
  const MzSchema *schema;
  MzMerge *self;

  g_return_val_if_fail (MZ_IS_MODEL (base) && MZ_IS_MODEL (mine) && MZ_IS_MODEL (theirs), NULL);

  if (!check_models (base, mine, theirs, error))
    return NULL;
  self = g_new0 (MzMerge, 1);
  self->base = g_object_ref (base);
  self->mine = g_object_ref (mine);
  self->theirs = g_object_ref (theirs);
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->conflicts = g_array_new (FALSE, FALSE, sizeof (MzConflict));
  self->sides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  schema = mz_model_schema (mine);
  for (guint i = 0; i < schema->n_kinds; i++)
    add_kind (self, &schema->kinds[i]);
  settle (self);
  return self;
}

void
mz_merge_free (MzMerge *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->base);
  g_object_unref (self->mine);
  g_object_unref (self->theirs);
  g_ptr_array_unref (self->cells);
  g_hash_table_unref (self->by_id);
  g_array_unref (self->conflicts);
  g_hash_table_unref (self->sides);
  g_hash_table_unref (self->left);
  g_free (self);
}

/* Settles anew when a choice was made since the last time. */
static void
ensure (MzMerge *self)
{
  if (!self->stale)
    return;
  self->stale = FALSE;
  settle (self);
}

guint
mz_merge_n_conflicts (MzMerge *self)
{
  ensure (self);
  return self->conflicts->len;
}

const MzConflict *
mz_merge_conflict (MzMerge *self, guint index)
{
  ensure (self);
  g_return_val_if_fail (index < self->conflicts->len, NULL);
  return &g_array_index (self->conflicts, MzConflict, index);
}

static void
note_side (MzMerge *self, guint index, MzMergeSide side)
{
  const MzConflict *conflict = &g_array_index (self->conflicts, MzConflict, index);

  g_hash_table_insert (self->sides, side_key (conflict->type, conflict->id, conflict->field),
                       GUINT_TO_POINTER (side + 1));
}

void
mz_merge_choose (MzMerge *self, guint index, MzMergeSide side)
{
  ensure (self);
  g_return_if_fail (index < self->conflicts->len);
  note_side (self, index, side);
  self->stale = TRUE;
}

void
mz_merge_choose_all (MzMerge *self, MzMergeSide side)
{
  guint known;

  ensure (self);
  /* What is chosen may bring further conflicts to light; those are settled alike. */
  do
    {
      known = g_hash_table_size (self->sides);
      for (guint i = 0; i < self->conflicts->len; i++)
        note_side (self, i, side);
      settle (self);
    }
  while (g_hash_table_size (self->sides) > known);
}

void
mz_merge_leave (MzMerge *self, const char *id, int field, gboolean leave)
{
  char *key = left_key (id, field);

  if (leave)
    g_hash_table_add (self->left, key);
  else
    {
      g_hash_table_remove (self->left, key);
      g_free (key);
    }
  self->stale = TRUE;
}

/* The edit. */

static void
write_cell (MzMerge *self, MzEdit *edit, const MzCell *cell)
{
  guint position = mz_kind_position (cell->kind);

  if (cell->mine == NULL)
    mz_edit_insert (edit, cell->kind, cell->id);
  for (guint i = 0; i < mz_kind_n_fields (cell->kind); i++)
    {
      MzValue value = mz_cell_value (self, cell, i);

      if (i == position && !cell->kind->singleton)
        value = (MzValue){TRUE, {.integer = cell->place}};
      if (cell->mine == NULL ||
          !mz_value_equal (mz_kind_field (cell->kind, i), &value, mz_record_value (cell->mine, i)))
        mz_edit_set (edit, cell->kind, cell->id, i, &value);
    }
}

MzEdit *
mz_merge_edit (MzMerge *self, const char *label, GError **error)
{
  g_autoptr (MzEdit) edit = mz_edit_new (label);
  g_autoptr (MzEdit) prepared = NULL;

  ensure (self);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const MzCell *cell = self->cells->pdata[i];

      if (cell->here)
        write_cell (self, edit, cell);
    }
  /* Last, when nothing that stays belongs to what goes. */
  for (guint i = 0; i < self->cells->len; i++)
    {
      const MzCell *cell = self->cells->pdata[i];

      if (!cell->here && cell->mine != NULL)
        mz_edit_delete (edit, cell->kind, cell->id);
    }
  prepared = mz_model_prepare (self->mine, edit, error);
  return prepared != NULL ? g_steal_pointer (&edit) : NULL;
}
