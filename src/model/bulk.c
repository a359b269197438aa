/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Filling a model that nobody sees yet. The stage on which the rules are checked holds the records' own values. */

#include "config.h"

#include "mezasu/bulk.h"

#include <glib/gi18n-lib.h>

#include "record-private.h"
#include "stage-private.h"

struct _MzBulk
{
  MzModel *model;
  MzStage *stage;
  GPtrArray *records; /* in the order in which they came */
};

MzBulk *
mz_bulk_new (const MzSchema *schema)
{
  MzBulk *self = g_new0 (MzBulk, 1);
  self->model = mz_model_new (schema);
  self->stage = mz_stage_new (self->model);
  self->stage->bulk = TRUE;
  self->records = g_ptr_array_new ();
  return self;
}

void
mz_bulk_free (MzBulk *self)
{
  if (self == NULL)
    return;
  mz_stage_free (self->stage);
  g_ptr_array_unref (self->records);
  g_clear_object (&self->model);
  g_free (self);
}

static MzRecord *
add_record (MzBulk *self, MzRecord *record)
{
  g_ptr_array_add (self->records, record);
  mz_stage_lend (self->stage, record);
  return record;
}

MzRecord *
mz_bulk_record (MzBulk *self, const MzKind *kind, const char *id, GError **error)
{
  MzRecord *record;

  if (kind->singleton)
    return add_record (self, mz_model_single (self->model, kind->name));
  if (!mz_id_check (id))
    return mz_stage_refuse (self->stage, id, error, _ ("this is not an id.")), NULL;
  if (mz_model_find (self->model, id) != NULL)
    return mz_stage_refuse (self->stage, id, error, _ ("a record of this id exists already.")),
           NULL;
  record = mz_record_new_bare (kind, id);
  mz_model_keep (self->model, record);
  return add_record (self, record);
}

void
mz_bulk_take (MzBulk *self, MzRecord *record, guint field, MzValue *value)
{
  MzValue *own = &mz_record_values (record)[field];

  mz_value_clear (mz_kind_field (mz_record_kind (record), field), own);
  *own = *value;
  *value = (MzValue)MZ_VALUE_MISSING;
}

void
mz_bulk_take_default (MzBulk *self, MzRecord *record, guint field)
{
  MzValue value = mz_field_default (mz_kind_field (mz_record_kind (record), field));

  mz_bulk_take (self, record, field, &value);
}

MzModel *
mz_bulk_finish (MzBulk *self, GError **error)
{
  for (guint i = 0; i < self->stage->records->len; i++)
    {
      MzStaged *staged = g_ptr_array_index (self->stage->records, i);
      if (!staged->kind->singleton)
        mz_stage_place (self->stage, staged);
    }
  if (!mz_stage_check (self->stage, error))
    return NULL;
  mz_model_list_kept (self->model, self->records);
  return g_steal_pointer (&self->model);
}
