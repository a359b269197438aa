/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The changes of an edit in words. A record that is added or deleted is one line; the fields of an added record follow
 * it. */

#include "config.h"

#include "changes.h"

#include <glib/gi18n-lib.h>

/* The titles of records that the edit adds, by id, so that references to them can be told. */
static GHashTable *
added_titles (MzEdit *edit)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < mz_edit_n_changes (edit); i++)
    {
      const MzChange *change = mz_edit_change (edit, i);
      if (change->type == MZ_CHANGE_INSERT)
        g_hash_table_insert (titles, change->id, g_strdup (mz_translate (change->kind->label)));
      else if (change->type == MZ_CHANGE_SET && change->value.set &&
               (int)change->field == mz_kind_find_flag (change->kind, MZ_FIELD_TITLE) &&
               g_hash_table_contains (titles, change->id))
        g_hash_table_insert (
            titles, change->id,
            mz_value_display (mz_kind_field (change->kind, change->field), &change->value));
    }
  return titles;
}

static char *
label_of (MzModel *model, GHashTable *titles, const char *id)
{
  MzRecord *record = mz_model_find (model, id);
  if (record != NULL)
    return mz_record_label (record);
  const char *added = g_hash_table_lookup (titles, id);
  return g_strdup (added == NULL ? id : added);
}

static char *
value_text (MzModel *model, GHashTable *titles, const MzField *field, const MzValue *value)
{
  if (!value->set)
    return g_strdup ("–");
  char *text = field->type == MZ_TYPE_REFERENCE ? label_of (model, titles, value->text)
                                                : mz_value_display (field, value);
  return g_strdelimit (text, "\n\r\t", ' ');
}

/* What the field held before, missing for an added record. */
static MzValue
old_value (MzModel *model, const MzChange *change)
{
  MzRecord *record = mz_model_find (model, change->id);
  MzValue missing = MZ_VALUE_MISSING;
  return record == NULL ? missing : *mz_record_value (record, change->field);
}

static void
print_set (MzCall *call, MzModel *model, GHashTable *titles, const MzChange *change)
{
  const MzField *field = mz_kind_field (change->kind, change->field);
  const MzValue before = old_value (model, change);
  g_autofree char *label = label_of (model, titles, change->id);
  g_autofree char *old_text = value_text (model, titles, field, &before);
  g_autofree char *new_text = value_text (model, titles, field, &change->value);
  if (mz_model_find (model, change->id) == NULL)
    mz_cli_print (call, "    %s: %s\n", mz_translate (field->label), new_text);
  else
    mz_cli_print (call, _ ("%s “%s”: %s %s → %s\n"), mz_translate (change->kind->label), label,
                  mz_translate (field->label), old_text, new_text);
}

void
mz_changes_print (MzCall *call, MzModel *model, MzEdit *edit)
{
  g_autoptr (GHashTable) titles = added_titles (edit);
  for (guint i = 0; i < mz_edit_n_changes (edit); i++)
    {
      const MzChange *change = mz_edit_change (edit, i);
      const char *kind = mz_translate (change->kind->label);
      g_autofree char *label = label_of (model, titles, change->id);
      if (change->type == MZ_CHANGE_SET)
        print_set (call, model, titles, change);
      else if (change->type == MZ_CHANGE_INSERT)
        mz_cli_print (call, _ ("%s “%s”: added\n"), kind, label);
      else
        mz_cli_print (call, _ ("%s “%s”: deleted\n"), kind, label);
    }
}

static void
put_machine (JsonObject *object, const char *name, const MzField *field, const MzValue *value)
{
  g_autofree char *text = mz_value_to_machine (field, value);
  if (value->set)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

JsonArray *
mz_changes_to_json (MzModel *model, MzEdit *edit)
{
  static const char *const types[] = {
      [MZ_CHANGE_INSERT] = "added",
      [MZ_CHANGE_SET] = "changed",
      [MZ_CHANGE_DELETE] = "deleted",
  };
  g_autoptr (GHashTable) titles = added_titles (edit);
  JsonArray *list = json_array_new ();
  for (guint i = 0; i < mz_edit_n_changes (edit); i++)
    {
      const MzChange *change = mz_edit_change (edit, i);
      g_autofree char *label = label_of (model, titles, change->id);
      JsonObject *object = json_object_new ();
      json_object_set_string_member (object, "change", types[change->type]);
      json_object_set_string_member (object, "kind", change->kind->name);
      json_object_set_string_member (object, "id", change->id);
      json_object_set_string_member (object, "title", label);
      if (change->type == MZ_CHANGE_SET)
        {
          const MzField *field = mz_kind_field (change->kind, change->field);
          const MzValue before = old_value (model, change);
          json_object_set_string_member (object, "field", field->name);
          put_machine (object, "old", field, &before);
          put_machine (object, "new", field, &change->value);
        }
      json_array_add_object_element (list, object);
    }
  return list;
}
