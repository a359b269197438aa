/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The interchange format written, and the edit that takes one model over into another. */

#include "config.h"

#include "model-json-private.h"

/* A position that reading would give anyway is left out, so that a list can be reordered in a text editor. */
static gboolean
is_implied (const MzKind *kind, const MzField *field, const MzValue *value, guint nth)
{
  if (!kind->singleton && g_str_equal (field->name, "position"))
    return value->set && value->integer == ((gint64)nth + 1) * MZ_JSON_POSITION_STEP;
  /* A missing value is said only where reading would put a default. */
  return !value->set && field->fallback == NULL;
}

static JsonNode *
record_node (MzRecord *record, guint nth)
{
  const MzKind *kind = mz_record_kind (record);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  json_object_set_string_member (object, "id", mz_record_id (record));
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    {
      const MzField *field = mz_kind_field (kind, i);
      const MzValue *value = mz_record_value (record, i);
      if (!is_implied (kind, field, value, nth))
        json_object_set_member (object, field->name, mz_json_value_node (field, value));
    }
  json_node_take_object (node, object);
  return node;
}

JsonNode *
mz_model_to_json (MzModel *model)
{
  const MzSchema *schema = mz_model_schema (model);
  JsonObject *root = json_object_new ();
  JsonObject *records = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      const char *kind = schema->kinds[i].name;
      guint n = mz_model_count (model, kind);
      JsonArray *list;
      if (n == 0)
        continue;
      list = json_array_sized_new (n);
      for (guint nth = 0; nth < n; nth++)
        json_array_add_element (list, record_node (mz_model_nth (model, kind, nth), nth));
      json_object_set_array_member (records, kind, list);
    }
  json_object_set_string_member (root, "format", MZ_MODEL_JSON_FORMAT);
  json_object_set_int_member (root, "version", MZ_MODEL_JSON_VERSION);
  json_object_set_object_member (root, "records", records);
  json_node_take_object (node, root);
  return node;
}

static void
take_over (MzEdit *edit, MzRecord *old, MzRecord *fresh)
{
  const MzKind *kind = mz_record_kind (fresh);
  const char *id = mz_record_id (fresh);
  if (old == NULL)
    mz_edit_insert (edit, kind, id);
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    {
      const MzField *field = mz_kind_field (kind, i);
      const MzValue *value = mz_record_value (fresh, i);
      /* A new record would get defaults and a place; this one has its own. */
      if (old == NULL || !mz_value_equal (field, mz_record_value (old, i), value))
        mz_edit_set (edit, kind, id, i, value);
    }
}

static void
drop_missing (MzEdit *edit, MzModel *current, MzModel *incoming, const MzKind *kind)
{
  for (guint i = 0; !kind->singleton && i < mz_model_count (current, kind->name); i++)
    {
      const char *id = mz_record_id (mz_model_nth (current, kind->name, i));
      if (mz_model_find (incoming, id) == NULL)
        mz_edit_delete (edit, kind, id);
    }
}

MzEdit *
mz_model_import_edit (MzModel *current, MzModel *incoming, const char *label)
{
  const MzSchema *schema = mz_model_schema (current);
  MzEdit *edit = mz_edit_new (label);
  for (guint i = 0; i < schema->n_kinds; i++)
    for (guint nth = 0; nth < mz_model_count (incoming, schema->kinds[i].name); nth++)
      {
        MzRecord *fresh = mz_model_nth (incoming, schema->kinds[i].name, nth);
        take_over (edit, mz_model_find (current, mz_record_id (fresh)), fresh);
      }
  /* Last, when nothing that stays belongs to what goes. */
  for (guint i = 0; i < schema->n_kinds; i++)
    drop_missing (edit, current, incoming, &schema->kinds[i]);
  return edit;
}
