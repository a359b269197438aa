/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The model: records by kind and by id, and who refers to whom. */

#include "config.h"

#include "model-private.h"

#include <stdlib.h>

#include "record-private.h"
#include "schema-private.h"

struct _MzModel
{
  GObject parent_instance;
  const MzSchema *schema;
  GListStore **lists;
  GHashTable *records;
  GHashTable *referrers;
  guint64 revision;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MzModel, mz_model, G_TYPE_OBJECT)

static void
mz_model_finalize (GObject *object)
{
  MzModel *self = MZ_MODEL (object);
  for (guint i = 0; i < self->schema->n_kinds; i++)
    g_object_unref (self->lists[i]);
  g_free (self->lists);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->referrers);
  G_OBJECT_CLASS (mz_model_parent_class)->finalize (object);
}

static void
mz_model_class_init (MzModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mz_model_finalize;
  signals[CHANGED] = g_signal_new ("changed", MZ_TYPE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
mz_model_init (MzModel *self)
{
}

static guint
kind_index (MzModel *self, const MzKind *kind)
{
  g_assert (kind >= self->schema->kinds && kind < self->schema->kinds + self->schema->n_kinds);
  return (guint)(kind - self->schema->kinds);
}

static GListStore *
list_of (MzModel *self, const char *name)
{
  const MzKind *kind = mz_schema_kind (self->schema, name);
  if (kind == NULL)
    g_error ("there is no kind %s", name);
  return self->lists[kind_index (self, kind)];
}

int
mz_model_compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  MzRecord *left = (MzRecord *)a, *right = (MzRecord *)b;
  gint64 p = mz_record_value (left, mz_kind_position (mz_record_kind (left)))->integer;
  gint64 q = mz_record_value (right, mz_kind_position (mz_record_kind (right)))->integer;
  return p != q ? (p < q ? -1 : 1) : g_strcmp0 (mz_record_id (left), mz_record_id (right));
}

/* Where @record stands in its list, found by its order: lists may be long. */
static guint
place_of (GListModel *list, MzRecord *record)
{
  guint from = 0, to = g_list_model_get_n_items (list);
  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      g_autoptr (MzRecord) other = g_list_model_get_item (list, middle);
      if (mz_model_compare (other, record, NULL) < 0)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static void
refer (MzModel *self, MzRecord *record, guint field, gboolean add)
{
  const MzField *row = mz_kind_field (mz_record_kind (record), field);
  const MzValue *value = mz_record_value (record, field);
  GArray *references;

  if (row->type != MZ_TYPE_REFERENCE || !value->set)
    return;
  references = g_hash_table_lookup (self->referrers, value->text);
  if (add)
    {
      MzReferrer reference = {record, field};
      if (references == NULL)
        {
          references = g_array_new (FALSE, FALSE, sizeof (MzReferrer));
          g_hash_table_insert (self->referrers, g_strdup (value->text), references);
        }
      g_array_append_val (references, reference);
      return;
    }
  for (guint i = 0; references != NULL && i < references->len; i++)
    {
      MzReferrer *reference = &g_array_index (references, MzReferrer, i);
      if (reference->record == record && reference->field == field)
        {
          g_array_remove_index_fast (references, i);
          break;
        }
    }
}

static void
refer_all (MzModel *self, MzRecord *record, gboolean add)
{
  for (guint i = 0; i < mz_kind_n_fields (mz_record_kind (record)); i++)
    refer (self, record, i, add);
}

static void
take_record (MzModel *self, MzRecord *record)
{
  GListStore *list = self->lists[kind_index (self, mz_record_kind (record))];
  g_list_store_insert_sorted (list, record, mz_model_compare, NULL);
  g_hash_table_insert (self->records, (gpointer)mz_record_id (record), record);
  refer_all (self, record, TRUE);
}

MzModel *
mz_model_new (const MzSchema *schema)
{
  MzModel *self = g_object_new (MZ_TYPE_MODEL, NULL);

  self->schema = schema;
  self->lists = g_new0 (GListStore *, schema->n_kinds);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->referrers =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      self->lists[i] = g_list_store_new (MZ_TYPE_RECORD);
      if (schema->kinds[i].singleton)
        {
          g_autofree char *id = mz_id_derive (schema->kinds[i].name);
          take_record (self, mz_record_new (&schema->kinds[i], id));
        }
    }
  return self;
}

MzModel *
mz_model_copy (MzModel *self)
{
  MzModel *copy = mz_model_new (self->schema);
  GHashTableIter iterator;
  gpointer item;

  g_hash_table_iter_init (&iterator, self->records);
  while (g_hash_table_iter_next (&iterator, NULL, &item))
    {
      const MzKind *kind = mz_record_kind (item);
      MzRecord *record = kind->singleton ? mz_model_single (copy, kind->name)
                                         : mz_record_new (kind, mz_record_id (item));
      for (guint i = 0; i < mz_kind_n_fields (kind); i++)
        {
          MzValue value = mz_value_copy (mz_kind_field (kind, i), mz_record_value (item, i));
          mz_record_take (record, i, &value);
        }
      if (!kind->singleton)
        take_record (copy, record);
    }
  copy->revision = self->revision;
  return copy;
}

void
mz_model_keep (MzModel *self, MzRecord *record)
{
  g_hash_table_insert (self->records, (gpointer)mz_record_id (record), record);
}

/* What mz_model_compare() looks at first, beside the record: far records are slow to sort by. */
typedef struct
{
  gint64 position;
  MzRecord *record;
} Placed;

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *left = a, *right = b;
  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  return mz_model_compare (left->record, right->record, NULL);
}

static void
list_in_order (GListStore *list, const MzKind *kind, GPtrArray *records)
{
  g_autofree Placed *placed = g_new (Placed, records->len);
  if (records->len == 0)
    return;
  for (guint i = 0; i < records->len; i++)
    placed[i] = (Placed){mz_record_value (records->pdata[i], mz_kind_position (kind))->integer,
                         records->pdata[i]};
  qsort (placed, records->len, sizeof *placed, compare_placed);
  for (guint i = 0; i < records->len; i++)
    records->pdata[i] = placed[i].record;
  g_list_store_splice (list, 0, 0, records->pdata, records->len);
}

void
mz_model_list_kept (MzModel *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < self->schema->n_kinds; i++)
    g_ptr_array_add (kinds, g_ptr_array_new ());
  for (guint i = 0; i < records->len; i++)
    {
      MzRecord *record = records->pdata[i];
      g_ptr_array_add (kinds->pdata[kind_index (self, mz_record_kind (record))], record);
      refer_all (self, record, TRUE);
    }
  for (guint i = 0; i < kinds->len; i++)
    {
      const MzKind *kind = &self->schema->kinds[i];
      if (!kind->singleton)
        list_in_order (self->lists[i], kind, kinds->pdata[i]);
    }
  self->revision++;
}

const MzSchema *
mz_model_schema (MzModel *self)
{
  return self->schema;
}

guint64
mz_model_revision (MzModel *self)
{
  return self->revision;
}

GListModel *
mz_model_list (MzModel *self, const char *kind)
{
  return G_LIST_MODEL (list_of (self, kind));
}

guint
mz_model_count (MzModel *self, const char *kind)
{
  return g_list_model_get_n_items (mz_model_list (self, kind));
}

MzRecord *
mz_model_nth (MzModel *self, const char *kind, guint index)
{
  /* The list keeps the record alive; callers borrow it. */
  g_autoptr (MzRecord) record = g_list_model_get_item (mz_model_list (self, kind), index);
  return record;
}

MzRecord *
mz_model_single (MzModel *self, const char *kind)
{
  g_assert (mz_schema_kind (self->schema, kind)->singleton);
  return mz_model_nth (self, kind, 0);
}

MzRecord *
mz_model_find (MzModel *self, const char *id)
{
  return id == NULL ? NULL : g_hash_table_lookup (self->records, id);
}

MzRecord *
mz_model_referred (MzModel *self, MzRecord *record, const char *field)
{
  return mz_model_find (self, mz_record_text (record, field));
}

const GArray *
mz_model_referrers (MzModel *self, const char *id)
{
  return g_hash_table_lookup (self->referrers, id);
}

static void
apply_set (MzModel *self, MzRecord *record, const MzChange *change)
{
  const MzField *field = mz_kind_field (change->kind, change->field);
  GListStore *list = self->lists[kind_index (self, change->kind)];
  MzValue value = mz_value_copy (field, &change->value);
  gboolean moves = change->field == mz_kind_position (change->kind);
  guint place = moves ? place_of (G_LIST_MODEL (list), record) : 0;

  refer (self, record, change->field, FALSE);
  mz_record_take (record, change->field, &value);
  refer (self, record, change->field, TRUE);
  if (moves)
    {
      g_list_store_remove (list, place);
      g_list_store_insert_sorted (list, record, mz_model_compare, NULL);
    }
}

/* Inserts the record of change @index with the values that follow it, so that its list sees it once and complete. */
static guint
apply_insert (MzModel *self, MzEdit *edit, guint index)
{
  const MzChange *insert = mz_edit_change (edit, index);
  MzRecord *record = mz_record_new (insert->kind, insert->id);

  for (index++; index < mz_edit_n_changes (edit); index++)
    {
      const MzChange *change = mz_edit_change (edit, index);
      MzValue value;
      if (change->type != MZ_CHANGE_SET || !g_str_equal (change->id, insert->id))
        break;
      value = mz_value_copy (mz_kind_field (change->kind, change->field), &change->value);
      mz_record_take (record, change->field, &value);
    }
  take_record (self, record);
  return index;
}

static void
apply_delete (MzModel *self, MzRecord *record)
{
  GListStore *list = self->lists[kind_index (self, mz_record_kind (record))];
  refer_all (self, record, FALSE);
  g_list_store_remove (list, place_of (G_LIST_MODEL (list), record));
  g_hash_table_remove (self->records, mz_record_id (record));
}

void
mz_model_apply (MzModel *self, MzEdit *edit)
{
  guint i = 0;
  while (i < mz_edit_n_changes (edit))
    {
      const MzChange *change = mz_edit_change (edit, i);
      if (change->type == MZ_CHANGE_INSERT)
        {
          i = apply_insert (self, edit, i);
          continue;
        }
      if (change->type == MZ_CHANGE_SET)
        apply_set (self, mz_model_find (self, change->id), change);
      else
        apply_delete (self, mz_model_find (self, change->id));
      i++;
    }
  self->revision++;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
mz_model_edit (MzModel *self, MzEdit *edit, GError **error)
{
  g_autoptr (MzEdit) prepared = mz_model_prepare (self, edit, error);
  if (prepared == NULL)
    return FALSE;
  mz_model_apply (self, prepared);
  return TRUE;
}
