/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a record comes from and leads to: references read by their meaning, links seen through. */

#include "config.h"

#include "model-private.h"

/* A record whose only content is that it joins others: two references that it belongs to and no title. It is seen
 * through, so that a risk leads to a step and not to "effect". */
static gboolean
is_joint (const MzKind *kind)
{
  guint owners = 0;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == MZ_TYPE_REFERENCE && (kind->fields[i].flags & MZ_FIELD_OWNER))
      owners++;
  return owners >= 2 && mz_kind_find_flag (kind, MZ_FIELD_TITLE) < 0;
}

static void
add_once (GPtrArray *found, MzRecord *record)
{
  if (record != NULL && !g_ptr_array_find (found, record, NULL))
    g_ptr_array_add (found, record);
}

/* Adds @record, or when it is a joint the records at its far side. */
static void
add_through (MzModel *self, GPtrArray *found, MzRecord *record, gboolean causes)
{
  const MzKind *kind = mz_record_kind (record);

  if (!is_joint (kind))
    {
      add_once (found, record);
      return;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const MzField *field = &kind->fields[i];
      const MzValue *value = mz_record_value (record, i);
      if (field->type == MZ_TYPE_REFERENCE && value->set &&
          ((field->flags & MZ_FIELD_CAUSE) != 0) == causes)
        add_once (found, mz_model_find (self, value->text));
    }
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  MzRecord *left = *(MzRecord *const *)a, *right = *(MzRecord *const *)b;
  if (mz_record_kind (left) != mz_record_kind (right))
    return mz_record_kind (left) < mz_record_kind (right) ? -1 : 1;
  return mz_model_compare (left, right, NULL);
}

static GPtrArray *
neighbours (MzModel *self, const char *id, gboolean causes)
{
  GPtrArray *found = g_ptr_array_new ();
  MzRecord *record = mz_model_find (self, id);
  const GArray *referrers = mz_model_referrers (self, id);

  if (record == NULL)
    return found;
  for (guint i = 0; i < mz_record_kind (record)->n_fields; i++)
    {
      const MzField *field = &mz_record_kind (record)->fields[i];
      const MzValue *value = mz_record_value (record, i);
      if (field->type == MZ_TYPE_REFERENCE && value->set &&
          ((field->flags & MZ_FIELD_CAUSE) != 0) == causes)
        add_once (found, mz_model_find (self, value->text));
    }
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const MzReferrer *referrer = &g_array_index (referrers, MzReferrer, i);
      const MzField *field = mz_kind_field (mz_record_kind (referrer->record), referrer->field);
      /* A reference marked as a cause points from the result to its cause. */
      if (((field->flags & MZ_FIELD_CAUSE) != 0) != causes)
        add_through (self, found, referrer->record, causes);
    }
  g_ptr_array_remove (found, record);
  g_ptr_array_sort (found, compare_pointers);
  return found;
}

GPtrArray *
mz_model_causes (MzModel *self, const char *id)
{
  return neighbours (self, id, TRUE);
}

GPtrArray *
mz_model_results (MzModel *self, const char *id)
{
  return neighbours (self, id, FALSE);
}

GPtrArray *
mz_model_referring (MzModel *self, const char *kind, const char *field, const char *id)
{
  GPtrArray *found = g_ptr_array_new ();
  const GArray *referrers = id == NULL ? NULL : mz_model_referrers (self, id);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const MzReferrer *referrer = &g_array_index (referrers, MzReferrer, i);
      const MzKind *own = mz_record_kind (referrer->record);
      if (g_str_equal (own->name, kind) &&
          g_str_equal (mz_kind_field (own, referrer->field)->name, field))
        g_ptr_array_add (found, referrer->record);
    }
  g_ptr_array_sort (found, compare_pointers);
  return found;
}
