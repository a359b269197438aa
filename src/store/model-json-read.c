/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The interchange format read. Two walks: the first learns every id, because records may refer to later ones; the second
 * makes one edit of all values. */

#include "config.h"

#include "model-json-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "refusal-private.h"

typedef struct
{
  const MzSchema *schema;
  const char *name;
  const char *language;
  MzModel *model;
  MzEdit *edit;
  GHashTable *ids; /* id as written, and as kept, to id as kept */
  /* Where the walk stands, for messages. */
  const MzKind *kind;
  guint index;
} Reader;

static gboolean
refuse_root (const Reader *reader, const char *place, const char *reason, GError **error)
{
  g_autofree char *shown = g_filename_display_name (reader->name);
  /* TRANSLATORS: a file's name, a place in it such as records.risk[3].title, and the end of the sentence. */
  return mz_refuse (error, MZ_STORE_ERROR_MALFORMED, _ ("“%s”, %s: %s"), shown, place, reason);
}

/* @member: (nullable): the field or other member of the record. */
static gboolean
refuse_record (const Reader *reader, const char *member, const char *reason, GError **error)
{
  g_autofree char *quote = mz_refuse_quote (member != NULL ? member : "");
  g_autofree char *place = g_strdup_printf ("records.%s[%u]%s%s", reader->kind->name, reader->index,
                                            member != NULL ? "." : "", quote);
  return refuse_root (reader, place, reason, error);
}

static gboolean
is_readable_id (const char *text)
{
  if (text == NULL || *text == '\0' || strlen (text) > 64 || !g_ascii_isalnum (*text))
    return FALSE;
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("._-", *at) == NULL)
      return FALSE;
  return TRUE;
}

/* The id under which a record is kept. */
static char *
kept_id (const Reader *reader, const char *written)
{
  if (reader->kind->singleton)
    return g_strdup (mz_record_id (mz_model_single (reader->model, reader->kind->name)));
  return mz_id_check (written) ? g_strdup (written) : mz_id_derive (written);
}

static gboolean
learn_id (Reader *reader, JsonObject *record, GError **error)
{
  JsonNode *node = json_object_get_member (record, "id");
  gboolean text = node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                  json_node_get_value_type (node) == G_TYPE_STRING;
  const char *written = text ? json_node_get_string (node) : NULL;
  if (node == NULL && reader->kind->singleton)
    return TRUE;
  if (!is_readable_id (written))
    return refuse_record (
        reader, "id",
        _ ("an id is needed: up to 64 letters, digits, “.”, “_” and “-”, first a letter or "
           "digit."),
        error);
  g_autofree char *kept = kept_id (reader, written);
  if (g_hash_table_contains (reader->ids, written) ||
      (!reader->kind->singleton && g_hash_table_contains (reader->ids, kept)))
    return refuse_record (reader, "id", _ ("another record of the file already has this id."),
                          error);
  g_hash_table_insert (reader->ids, g_strdup (written), g_strdup (kept));
  g_hash_table_insert (reader->ids, g_strdup (kept), g_strdup (kept));
  return TRUE;
}

static gboolean
take_value (Reader *reader, const char *id, guint index, JsonNode *node, GError **error)
{
  const MzField *field = mz_kind_field (reader->kind, index);
  g_autoptr (GError) inner = NULL;
  MzValue value = MZ_VALUE_MISSING;
  gboolean good = mz_json_read_value (field, node, reader->language, &value, &inner);
  if (good && value.set && field->type == MZ_TYPE_REFERENCE)
    {
      char *target = g_strdup (g_hash_table_lookup (reader->ids, value.text));
      g_free (value.text);
      value.text = target;
      value.set = good = target != NULL;
      if (!good)
        inner = g_error_new_literal (MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                                     _ ("the file holds no record of this id."));
    }
  good = good && mz_value_check (field, &value, &inner);
  if (good)
    mz_edit_set (reader->edit, reader->kind, id, index, &value);
  mz_value_clear (field, &value);
  return good || refuse_record (reader, field->name, inner->message, error);
}

static void
take_position (Reader *reader, const char *id)
{
  int position = mz_kind_find (reader->kind, "position");
  MzValue value = {TRUE, {.integer = ((gint64)reader->index + 1) * MZ_JSON_POSITION_STEP}};
  mz_edit_set (reader->edit, reader->kind, id, (guint)position, &value);
}

static gboolean
take_record (Reader *reader, JsonObject *record, GError **error)
{
  const char *written = json_object_get_string_member_with_default (record, "id", "");
  g_autofree char *id = kept_id (reader, written);
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;
  if (!reader->kind->singleton)
    mz_edit_insert (reader->edit, reader->kind, id);
  if (!reader->kind->singleton && !json_object_has_member (record, "position"))
    take_position (reader, id);
  json_object_iter_init (&iter, record);
  while (json_object_iter_next (&iter, &member, &node))
    {
      int index = mz_kind_find (reader->kind, member);
      if (g_str_equal (member, "id"))
        continue;
      if (index < 0)
        return refuse_record (reader, member, _ ("there is no such field."), error);
      if (!take_value (reader, id, (guint)index, node, error))
        return FALSE;
    }
  return TRUE;
}

typedef gboolean (*Visit) (Reader *reader, JsonObject *record, GError **error);

/* Calls @visit for every record, in the order of the schema, so that messages do not depend on hash tables. */
static gboolean
walk (Reader *reader, JsonObject *records, Visit visit, GError **error)
{
  for (guint i = 0; i < reader->schema->n_kinds; i++)
    {
      JsonNode *list = json_object_get_member (records, reader->schema->kinds[i].name);
      reader->kind = &reader->schema->kinds[i];
      reader->index = 0;
      if (list == NULL)
        continue;
      if (!JSON_NODE_HOLDS_ARRAY (list))
        return refuse_record (reader, NULL, _ ("the records of a kind have to be a list."), error);
      JsonArray *array = json_node_get_array (list);
      for (; reader->index < json_array_get_length (array); reader->index++)
        {
          JsonNode *record = json_array_get_element (array, reader->index);
          if (!JSON_NODE_HOLDS_OBJECT (record))
            return refuse_record (reader, NULL, _ ("a record has to be an object."), error);
          if (reader->kind->singleton && reader->index > 0)
            return refuse_record (reader, NULL, _ ("there is exactly one such record."), error);
          if (!visit (reader, json_node_get_object (record), error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_kinds (Reader *reader, JsonObject *records, GError **error)
{
  JsonObjectIter iter;
  const char *member;
  json_object_iter_init (&iter, records);
  while (json_object_iter_next (&iter, &member, NULL))
    if (mz_schema_kind (reader->schema, member) == NULL)
      {
        g_autofree char *quote = mz_refuse_quote (member);
        g_autofree char *place = g_strconcat ("records.", quote, NULL);
        return refuse_root (reader, place, _ ("there is no such kind of record."), error);
      }
  return TRUE;
}

static gboolean
check_version (Reader *reader, JsonObject *root, GError **error)
{
  JsonNode *version = json_object_get_member (root, "version");
  gboolean whole = version != NULL && JSON_NODE_HOLDS_VALUE (version) &&
                   json_node_get_value_type (version) == G_TYPE_INT64 &&
                   json_node_get_int (version) >= 1;
  if (whole && json_node_get_int (version) > MZ_MODEL_JSON_VERSION)
    {
      g_autofree char *shown = g_filename_display_name (reader->name);
      return mz_refuse (error, MZ_STORE_ERROR_NEWER,
                        _ ("“%s” is of version %" PRId64
                           " of the format; this version of Mezasu reads up to %d."),
                        shown, json_node_get_int (version), MZ_MODEL_JSON_VERSION);
    }
  return whole || refuse_root (reader, "version",
                               _ ("the version of the format is needed, such as 1."), error);
}

static JsonObject *
check_root (Reader *reader, JsonNode *node, GError **error)
{
  static const char *const members[] = {"format", "version", "records"};
  JsonObject *root = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *format = root != NULL ? json_object_get_member (root, "format") : NULL;
  JsonNode *records = root != NULL ? json_object_get_member (root, "records") : NULL;
  JsonObjectIter iter;
  const char *member;
  if (format == NULL || json_node_get_value_type (format) != G_TYPE_STRING ||
      !g_str_equal (json_node_get_string (format), MZ_MODEL_JSON_FORMAT))
    return refuse_root (reader, "format",
                        _ ("a model begins with \"format\": \"mezasu-model\"."), error),
           NULL;
  if (!check_version (reader, root, error))
    return NULL;
  json_object_iter_init (&iter, root);
  while (json_object_iter_next (&iter, &member, NULL))
    if (!g_strv_contains ((const char *const[]){members[0], members[1], members[2], NULL}, member))
      {
        g_autofree char *quote = mz_refuse_quote (member);
        return refuse_root (reader, quote,
                            _ ("a model has only “format”, “version” and “records”."), error),
               NULL;
      }
  if (records == NULL || !JSON_NODE_HOLDS_OBJECT (records))
    return refuse_root (reader, "records", _ ("an object with the records by kind is needed."),
                        error),
           NULL;
  return json_node_get_object (records);
}

/* The singletons are there before the file is read, and can be referred to by the ids that they always have. */
static void
learn_singletons (Reader *reader)
{
  for (guint i = 0; i < reader->schema->n_kinds; i++)
    if (reader->schema->kinds[i].singleton)
      {
        const char *id =
            mz_record_id (mz_model_single (reader->model, reader->schema->kinds[i].name));
        g_hash_table_insert (reader->ids, g_strdup (id), g_strdup (id));
      }
}

static gboolean
read_all (Reader *reader, JsonNode *root, GError **error)
{
  g_autoptr (GError) inner = NULL;
  JsonObject *records = check_root (reader, root, error);
  if (records == NULL || !check_kinds (reader, records, error) ||
      !walk (reader, records, learn_id, error))
    return FALSE;
  learn_singletons (reader);
  if (!walk (reader, records, take_record, error))
    return FALSE;
  return mz_model_edit (reader->model, reader->edit, &inner) ||
         mz_refuse_in (error, MZ_STORE_ERROR_MALFORMED, reader->name, inner);
}

MzModel *
mz_model_from_json (const MzSchema *schema, JsonNode *root, const char *name, const char *language,
                    GError **error)
{
  g_autoptr (MzModel) model = mz_model_new (schema);
  g_autoptr (MzEdit) edit = mz_edit_new ("");
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reader reader = {schema, name, language, model, edit, ids, NULL, 0};
  return read_all (&reader, root, error) ? g_steal_pointer (&model) : NULL;
}
