/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Differences of two files in words or as JSON. */

#include "config.h"

#include "differences.h"
#include "json-tools.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

MzModel *
mz_cli_load_or_nothing (const char *path, int *status)
{
  GStatBuf info;

  if (g_str_equal (path, "/dev/null") ||
      (g_stat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_size == 0))
    return mz_model_new (mz_schema_default ());
  return mz_cli_load (path, status);
}

/* A value of an added record, for people. */
static char *
added_value (MzRecord *record, guint field)
{
  g_autofree char *text = mz_value_display (mz_kind_field (mz_record_kind (record), field),
                                            mz_record_value (record, field));

  return g_strdelimit (g_steal_pointer (&text), "\n\r\t", ' ');
}

static void
print_added (MzCall *call, MzRecord *record)
{
  const MzKind *kind = mz_record_kind (record);

  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    {
      const MzField *field = mz_kind_field (kind, i);
      g_autofree char *text = NULL;

      /* References are ids here, and tell a person nothing. */
      if ((field->flags & MZ_FIELD_INTERNAL) != 0 || field->type == MZ_TYPE_REFERENCE ||
          !mz_record_value (record, i)->set)
        continue;
      text = added_value (record, i);
      mz_cli_print (call, "    %s: %s\n", mz_translate (field->label), text);
    }
}

void
mz_differences_print (MzCall *call, MzDifferences *differences)
{
  for (guint i = 0; i < mz_differences_count (differences); i++)
    {
      const MzDifference *difference = mz_differences_nth (differences, i);
      g_autofree char *words = mz_differences_words (differences, i);

      mz_cli_print (call, "%s\n", words);
      if (difference->type == MZ_DIFFERENCE_ADDED)
        print_added (call, difference->after);
    }
}

static void
put_value (JsonObject *object, const char *name, MzRecord *record, guint index)
{
  const MzValue *value = record == NULL ? NULL : mz_record_value (record, index);
  g_autofree char *text = NULL;

  if (value == NULL || !value->set)
    {
      json_object_set_null_member (object, name);
      return;
    }
  text = mz_value_to_machine (mz_kind_field (mz_record_kind (record), index), value);
  json_object_set_string_member (object, name, text);
}

static JsonObject *
add_object (JsonArray *list, const char *change, const MzDifference *difference)
{
  MzRecord *record = difference->after != NULL ? difference->after : difference->before;
  g_autofree char *label =
      difference->before != NULL ? mz_record_label (record) : mz_record_title (record);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "change", change);
  json_object_set_string_member (object, "kind", difference->kind->name);
  json_object_set_string_member (object, "id", difference->id);
  json_object_set_string_member (object, "title", label);
  json_array_add_object_element (list, object);
  return object;
}

static void
add_field (JsonArray *list, const MzDifference *difference, guint field)
{
  JsonObject *object = add_object (list, "changed", difference);

  json_object_set_string_member (object, "field", mz_kind_field (difference->kind, field)->name);
  put_value (object, "old", difference->before, field);
  put_value (object, "new", difference->after, field);
}

JsonArray *
mz_differences_to_json (MzDifferences *differences)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < mz_differences_count (differences); i++)
    {
      const MzDifference *difference = mz_differences_nth (differences, i);

      if (difference->type == MZ_DIFFERENCE_REMOVED)
        add_object (list, "deleted", difference);
      else if (difference->type == MZ_DIFFERENCE_CHANGED)
        add_field (list, difference, (guint)difference->field);
      else
        {
          add_object (list, "added", difference);
          for (guint f = 0; f < mz_kind_n_fields (difference->kind); f++)
            if (mz_record_value (difference->after, f)->set)
              add_field (list, difference, f);
        }
    }
  return list;
}
