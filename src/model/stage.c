/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The stage: the model as it would be after an edit, of which only the touched records are held. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record-private.h"
#include "schema-private.h"
#include "stage-private.h"

static void
staged_free (gpointer data)
{
  MzStaged *staged = data;
  for (guint i = 0; !staged->lent && i < mz_kind_n_fields (staged->kind); i++)
    mz_value_clear (mz_kind_field (staged->kind, i), &staged->values[i]);
  if (!staged->lent)
    {
      g_free (staged->values);
      g_free (staged->id);
    }
  g_free (staged);
}

MzStage *
mz_stage_new (MzModel *model)
{
  MzStage *self = g_new0 (MzStage, 1);
  self->model = model;
  self->records = g_ptr_array_new_with_free_func (staged_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->last_position = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
mz_stage_free (MzStage *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->last_position);
  g_ptr_array_unref (self->records);
  g_free (self);
}

static MzStaged *
stage_record (MzStage *self, const MzKind *kind, const char *id, MzRecord *origin)
{
  MzStaged *staged = g_new0 (MzStaged, 1);
  guint n = mz_kind_n_fields (kind);

  staged->kind = kind;
  staged->id = g_strdup (id);
  staged->origin = origin;
  staged->values = g_new0 (MzValue, n);
  for (guint i = 0; i < n; i++)
    staged->values[i] = origin != NULL
                            ? mz_value_copy (mz_kind_field (kind, i), mz_record_value (origin, i))
                            : mz_field_default (mz_kind_field (kind, i));
  g_ptr_array_add (self->records, staged);
  g_hash_table_insert (self->by_id, staged->id, staged);
  return staged;
}

void
mz_stage_lend (MzStage *self, MzRecord *record)
{
  MzStaged *staged = g_new0 (MzStaged, 1);

  *staged = (MzStaged){.kind = mz_record_kind (record),
                       .id = (char *)mz_record_id (record),
                       .values = mz_record_values (record),
                       .lent = TRUE};
  g_ptr_array_add (self->records, staged);
}

MzStaged *
mz_stage_find (MzStage *self, const char *id)
{
  MzStaged *staged = g_hash_table_lookup (self->by_id, id);
  MzRecord *origin;

  if (staged != NULL)
    return staged->deleted ? NULL : staged;
  origin = mz_model_find (self->model, id);
  return origin == NULL ? NULL : stage_record (self, mz_record_kind (origin), id, origin);
}

const MzKind *
mz_stage_kind_of (MzStage *self, const char *id)
{
  MzStaged *staged = g_hash_table_lookup (self->by_id, id);
  MzRecord *record;

  if (staged != NULL)
    return staged->deleted ? NULL : staged->kind;
  record = mz_model_find (self->model, id);
  return record == NULL ? NULL : mz_record_kind (record);
}

char *
mz_stage_title (MzStage *self, const char *id)
{
  MzStaged *staged = g_hash_table_lookup (self->by_id, id);
  MzRecord *record = mz_model_find (self->model, id);
  int title;

  if (staged == NULL)
    return record == NULL ? g_strdup (id) : mz_record_label (record);
  title = mz_kind_find_flag (staged->kind, MZ_FIELD_TITLE);
  if (title >= 0 && staged->values[title].set)
    return mz_value_display (mz_kind_field (staged->kind, (guint)title), &staged->values[title]);
  return g_strdup (mz_translate (staged->kind->label));
}

gboolean
mz_stage_refuse (MzStage *self, const char *id, GError **error, const char *reason)
{
  g_autofree char *title = mz_stage_title (self, id);
  const MzKind *kind = mz_stage_kind_of (self, id);

  /* TRANSLATORS: kind of a record, its title, then what is wrong, a sentence. */
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s “%s”: %s"),
               kind == NULL ? _ ("Record") : mz_translate (kind->label), title, reason);
  return FALSE;
}

static gboolean
stage_insert (MzStage *self, const MzChange *change, GError **error)
{
  MzStaged *before = g_hash_table_lookup (self->by_id, change->id);

  if (change->kind->singleton)
    return mz_stage_refuse (self, change->id, error, _ ("there can be only one."));
  if (!mz_id_check (change->id))
    return mz_stage_refuse (self, change->id, error, _ ("this is not an id."));
  if (before != NULL || mz_model_find (self->model, change->id) != NULL)
    return mz_stage_refuse (self, change->id, error, _ ("a record of this id exists already."));
  stage_record (self, change->kind, change->id, NULL);
  return TRUE;
}

static gboolean
stage_set (MzStage *self, const MzChange *change, GError **error)
{
  MzStaged *staged = mz_stage_find (self, change->id);
  const MzField *field = mz_kind_field (change->kind, change->field);
  g_autoptr (GError) reason = NULL;

  if (staged == NULL || staged->kind != change->kind)
    return mz_stage_refuse (self, change->id, error, _ ("there is no such record."));
  if (!mz_value_check (field, &change->value, &reason))
    return mz_stage_refuse (self, change->id, error, reason->message);
  mz_value_clear (field, &staged->values[change->field]);
  staged->values[change->field] = mz_value_copy (field, &change->value);
  return TRUE;
}

static gboolean
stage_delete (MzStage *self, const MzChange *change, GError **error)
{
  MzStaged *staged = mz_stage_find (self, change->id);

  if (staged == NULL)
    return mz_stage_refuse (self, change->id, error, _ ("there is no such record."));
  if (staged->kind->singleton)
    return mz_stage_refuse (self, change->id, error, _ ("it cannot be deleted."));
  staged->deleted = TRUE;
  return TRUE;
}

gboolean
mz_stage_take (MzStage *self, const MzChange *change, GError **error)
{
  switch (change->type)
    {
    case MZ_CHANGE_INSERT:
      return stage_insert (self, change, error);
    case MZ_CHANGE_SET:
      return stage_set (self, change, error);
    default:
      return stage_delete (self, change, error);
    }
}

/* What refers to a deleted record goes with it when it belongs to it or cannot do without it, else forgets it. */
static void
release (MzStaged *staged, const char *id, GQueue *gone)
{
  for (guint i = 0; i < mz_kind_n_fields (staged->kind) && !staged->deleted; i++)
    {
      const MzField *field = mz_kind_field (staged->kind, i);
      if (field->type != MZ_TYPE_REFERENCE || !staged->values[i].set ||
          !g_str_equal (staged->values[i].text, id))
        continue;
      if (field->flags & (MZ_FIELD_OWNER | MZ_FIELD_REQUIRED))
        {
          staged->deleted = TRUE;
          g_queue_push_tail (gone, staged->id);
        }
      else
        mz_value_clear (field, &staged->values[i]);
    }
}

/* Which staged records refer to which id. */
static GHashTable *
staged_references (MzStage *self)
{
  GHashTable *references =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < self->records->len; i++)
    {
      MzStaged *staged = g_ptr_array_index (self->records, i);
      for (guint j = 0; j < mz_kind_n_fields (staged->kind); j++)
        if (mz_kind_field (staged->kind, j)->type == MZ_TYPE_REFERENCE && staged->values[j].set)
          {
            GPtrArray *list = g_hash_table_lookup (references, staged->values[j].text);
            if (list == NULL)
              g_hash_table_insert (references, g_strdup (staged->values[j].text),
                                   list = g_ptr_array_new ());
            g_ptr_array_add (list, staged);
          }
    }
  return references;
}

void
mz_stage_cascade (MzStage *self)
{
  g_autoptr (GHashTable) references = staged_references (self);
  g_auto (GQueue) gone = G_QUEUE_INIT;

  for (guint i = 0; i < self->records->len; i++)
    {
      MzStaged *staged = g_ptr_array_index (self->records, i);
      if (staged->deleted)
        g_queue_push_tail (&gone, staged->id);
    }
  while (!g_queue_is_empty (&gone))
    {
      const char *id = g_queue_pop_head (&gone);
      const GArray *referrers = mz_model_referrers (self->model, id);
      GPtrArray *staged = g_hash_table_lookup (references, id);
      for (guint i = 0; referrers != NULL && i < referrers->len; i++)
        {
          MzStaged *other =
              mz_stage_find (self, mz_record_id (g_array_index (referrers, MzReferrer, i).record));
          if (other != NULL)
            release (other, id, &gone);
        }
      for (guint i = 0; staged != NULL && i < staged->len; i++)
        release (g_ptr_array_index (staged, i), id, &gone);
    }
}

void
mz_stage_place (MzStage *self, MzStaged *staged)
{
  guint index = mz_kind_position (staged->kind);
  gint64 *last = g_hash_table_lookup (self->last_position, staged->kind);

  if (staged->values[index].set)
    return;
  if (last == NULL)
    {
      guint n = mz_model_count (self->model, staged->kind->name);
      MzRecord *end = n == 0 ? NULL : mz_model_nth (self->model, staged->kind->name, n - 1);
      last = g_new (gint64, 1);
      *last = end == NULL ? 0 : mz_record_integer (end, "position", 0);
      g_hash_table_insert (self->last_position, (gpointer)staged->kind, last);
    }
  /* Steps of 1024 leave room for records to be moved between two others. */
  *last += 1024;
  staged->values[index] = (MzValue){TRUE, {.integer = *last}};
}
