/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * From what a person asked for to an edit that is complete and safe to write. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "record-private.h"
#include "stage-private.h"

static void
write_staged (MzEdit *edit, const MzStaged *staged)
{
  if (staged->deleted)
    {
      if (staged->origin != NULL)
        mz_edit_delete (edit, staged->kind, staged->id);
      return;
    }
  if (staged->origin == NULL)
    mz_edit_insert (edit, staged->kind, staged->id);
  for (guint i = 0; i < mz_kind_n_fields (staged->kind); i++)
    {
      const MzField *field = mz_kind_field (staged->kind, i);
      MzValue before = staged->origin != NULL
                           ? mz_value_copy (field, mz_record_value (staged->origin, i))
                           : mz_field_default (field);
      /* A new record names all its values, so that a writer needs no defaults. */
      if (!mz_value_equal (field, &before, &staged->values[i]) ||
          (staged->origin == NULL && staged->values[i].set))
        mz_edit_set (edit, staged->kind, staged->id, i, &staged->values[i]);
      mz_value_clear (field, &before);
    }
}

MzEdit *
mz_model_prepare (MzModel *self, MzEdit *edit, GError **error)
{
  g_autoptr (MzStage) stage = mz_stage_new (self);
  g_autoptr (MzEdit) prepared = mz_edit_new (mz_edit_label (edit));

  for (guint i = 0; i < mz_edit_n_changes (edit); i++)
    if (!mz_stage_take (stage, mz_edit_change (edit, i), error))
      return NULL;
  mz_stage_cascade (stage);
  for (guint i = 0; i < stage->records->len; i++)
    {
      MzStaged *staged = g_ptr_array_index (stage->records, i);
      if (!staged->deleted && staged->origin == NULL)
        mz_stage_place (stage, staged);
    }
  if (!mz_stage_check (stage, error))
    return NULL;
  for (guint i = 0; i < stage->records->len; i++)
    write_staged (prepared, g_ptr_array_index (stage->records, i));
  return g_steal_pointer (&prepared);
}

/* A value as it reads in a sentence: short, references by the title of what they point to. */
static char *
value_text (MzModel *self, const MzField *field, const MzValue *value)
{
  MzRecord *target =
      field->type == MZ_TYPE_REFERENCE && value->set ? mz_model_find (self, value->text) : NULL;
  g_autofree char *text =
      target != NULL ? mz_record_label (target) : mz_value_display (field, value);

  if (*text == '\0')
    return g_strdup ("–");
  if (g_utf8_strlen (text, -1) > 40)
    {
      g_autofree char *start = g_utf8_substring (text, 0, 39);
      g_free (text);
      text = g_strconcat (start, "…", NULL);
    }
  return g_strdelimit (g_steal_pointer (&text), "\n\r\t", ' ');
}

static char *
describe_insert (MzEdit *edit, guint index)
{
  const MzChange *insert = mz_edit_change (edit, index);
  int title = mz_kind_find_flag (insert->kind, MZ_FIELD_TITLE);
  const char *kind = mz_translate (insert->kind->label);

  for (guint i = index + 1; i < mz_edit_n_changes (edit); i++)
    {
      const MzChange *change = mz_edit_change (edit, i);
      if (change->type != MZ_CHANGE_SET || !g_str_equal (change->id, insert->id))
        break;
      if ((int)change->field == title)
        {
          g_autofree char *text =
              mz_value_display (mz_kind_field (change->kind, change->field), &change->value);
          return g_strdup_printf (_ ("Add %s “%s”"), kind, text);
        }
    }
  return g_strdup_printf (_ ("Add %s"), kind);
}

static char *
describe_change (MzModel *self, MzEdit *edit, guint index)
{
  const MzChange *change = mz_edit_change (edit, index);
  MzRecord *record = mz_model_find (self, change->id);
  g_autofree char *label = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (change->type == MZ_CHANGE_INSERT)
    return describe_insert (edit, index);
  if (record == NULL)
    return g_strdup (mz_translate (change->kind->label));
  label = mz_record_label (record);
  if (change->type == MZ_CHANGE_DELETE)
    return g_strdup_printf (_ ("Delete %s “%s”"), mz_translate (change->kind->label), label);
  before = value_text (self, mz_kind_field (change->kind, change->field),
                       mz_record_value (record, change->field));
  after = value_text (self, mz_kind_field (change->kind, change->field), &change->value);
  /* TRANSLATORS: record, field, old value, new value. */
  return g_strdup_printf (_ ("%s: %s %s → %s"), label,
                          mz_translate (mz_kind_field (change->kind, change->field)->label), before,
                          after);
}

char *
mz_model_describe (MzModel *self, MzEdit *edit)
{
  guint records = 0;
  const char *last = NULL;
  g_autofree char *first = NULL;

  if (mz_edit_n_changes (edit) == 0)
    return g_strdup ("");
  for (guint i = 0; i < mz_edit_n_changes (edit); i++)
    if (g_strcmp0 (last, mz_edit_change (edit, i)->id) != 0)
      {
        last = mz_edit_change (edit, i)->id;
        records++;
      }
  first = describe_change (self, edit, 0);
  if (records == 1)
    return g_steal_pointer (&first);
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", records - 1), first,
                          records - 1);
}
