/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The JSON Schema of the interchange format, derived from the schema table: whoever writes a model by hand or by program
 * can check it with any validator. What concerns several records (references, cycles) is beyond a JSON Schema. */

#include "config.h"

#include "model-json-private.h"

#define DIALECT "https://json-schema.org/draft/2020-12/schema"
#define ID_PATTERN "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
#define DATE_PATTERN "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#define ONE_LINE_PATTERN "^[^\\n\\r]*$"

static JsonObject *
typed (const char *type)
{
  JsonObject *schema = json_object_new ();
  json_object_set_string_member (schema, "type", type);
  return schema;
}

/* What the numbers of a type count, for those who write them by hand. */
static const char *
counts (const MzField *field)
{
  switch (field->type)
    {
    case MZ_TYPE_MONEY:
      return "whole yen";
    case MZ_TYPE_PPM:
      return "millionths";
    case MZ_TYPE_DATE:
      return "YYYY-MM-DD";
    case MZ_TYPE_REFERENCE:
      return "id of another record";
    default:
      return field->unit;
    }
}

static void
describe (JsonObject *schema, const MzField *field)
{
  const char *unit = counts (field);
  g_autofree char *text =
      g_strdup_printf ("%s%s%s%s", field->hint != NULL ? field->hint : field->label,
                       unit != NULL ? " (" : "", unit != NULL ? unit : "", unit != NULL ? ")" : "");
  json_object_set_string_member (schema, "title", field->label);
  json_object_set_string_member (schema, "description", text);
}

static void
bound (JsonObject *schema, const MzField *field)
{
  double minimum, maximum;
  mz_field_bounds (field, &minimum, &maximum);
  if (mz_field_storage (field) == MZ_STORED_REAL)
    {
      json_object_set_double_member (schema, "minimum", minimum);
      json_object_set_double_member (schema, "maximum", maximum);
      return;
    }
  json_object_set_int_member (schema, "minimum", (gint64)minimum);
  json_object_set_int_member (schema, "maximum", (gint64)maximum);
}

static JsonObject *
plain_text_schema (const MzField *field)
{
  JsonObject *text = typed ("string");
  json_object_set_int_member (text, "maxLength",
                              field->type == MZ_TYPE_TEXT ? MZ_TEXT_MAX : MZ_LONG_TEXT_MAX);
  if (field->type == MZ_TYPE_TEXT)
    json_object_set_string_member (text, "pattern", ONE_LINE_PATTERN);
  if (field->flags & MZ_FIELD_REQUIRED)
    json_object_set_int_member (text, "minLength", 1);
  return text;
}

static JsonArray *
one_of_each_language (const MzField *field)
{
  JsonArray *forms = json_array_new ();
  JsonObject *texts = typed ("object");
  JsonObject *languages = json_object_new ();
  json_object_set_object_member (languages, "ja", plain_text_schema (field));
  json_object_set_object_member (languages, "en", plain_text_schema (field));
  json_object_set_object_member (texts, "properties", languages);
  json_object_set_boolean_member (texts, "additionalProperties", FALSE);
  json_object_set_int_member (texts, "minProperties", 1);
  json_array_add_object_element (forms, plain_text_schema (field));
  json_array_add_object_element (forms, texts);
  return forms;
}

static JsonObject *
code_schema (const MzField *field)
{
  JsonObject *schema = json_object_new ();
  JsonArray *codes = json_array_new ();
  for (int i = 0; field->choices[i].code != NULL; i++)
    json_array_add_string_element (codes, field->choices[i].code);
  json_object_set_array_member (schema, "enum", codes);
  return schema;
}

static JsonObject *
choices_schema (const MzField *field)
{
  JsonObject *schema = typed ("array");
  json_object_set_object_member (schema, "items", code_schema (field));
  json_object_set_boolean_member (schema, "uniqueItems", TRUE);
  return schema;
}

static JsonObject *
pattern_schema (const char *pattern)
{
  JsonObject *schema = typed ("string");
  json_object_set_string_member (schema, "pattern", pattern);
  return schema;
}

static JsonObject *
value_schema (const MzField *field)
{
  JsonObject *schema;
  switch (field->type)
    {
    case MZ_TYPE_TEXT:
    case MZ_TYPE_LONG_TEXT:
      schema = json_object_new ();
      json_object_set_array_member (schema, "anyOf", one_of_each_language (field));
      return schema;
    case MZ_TYPE_REAL:
      schema = typed ("number");
      bound (schema, field);
      return schema;
    case MZ_TYPE_CHOICE:
      return code_schema (field);
    case MZ_TYPE_CHOICES:
      return choices_schema (field);
    case MZ_TYPE_DATE:
      return pattern_schema (DATE_PATTERN);
    case MZ_TYPE_BOOLEAN:
      return typed ("boolean");
    case MZ_TYPE_REFERENCE:
      return pattern_schema (ID_PATTERN);
    default:
      schema = typed ("integer");
      bound (schema, field);
      return schema;
    }
}

/* null says that a value is missing where there would be a default. */
static JsonObject *
field_schema (const MzField *field)
{
  JsonObject *schema = value_schema (field);
  if (!(field->flags & MZ_FIELD_REQUIRED))
    {
      JsonArray *forms = json_array_new ();
      JsonObject *optional = json_object_new ();
      json_array_add_object_element (forms, schema);
      json_array_add_object_element (forms, typed ("null"));
      json_object_set_array_member (optional, "anyOf", forms);
      schema = optional;
    }
  if (field->fallback != NULL)
    {
      MzValue value = MZ_VALUE_MISSING;
      if (!mz_value_from_machine (field, field->fallback, &value, NULL))
        g_error ("the default of %s is not a value of it", field->name);
      json_object_set_member (schema, "default", mz_json_value_node (field, &value));
      mz_value_clear (field, &value);
    }
  describe (schema, field);
  return schema;
}

static JsonObject *
kind_schema (const MzKind *kind)
{
  JsonObject *schema = typed ("object");
  JsonObject *members = json_object_new ();
  JsonArray *required = json_array_new ();
  json_object_set_object_member (members, "id", pattern_schema (ID_PATTERN));
  if (!kind->singleton)
    json_array_add_string_element (required, "id");
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    {
      const MzField *field = mz_kind_field (kind, i);
      json_object_set_object_member (members, field->name, field_schema (field));
      if ((field->flags & MZ_FIELD_REQUIRED) && field->fallback == NULL)
        json_array_add_string_element (required, field->name);
    }
  json_object_set_string_member (schema, "title", kind->label);
  json_object_set_string_member (schema, "description", kind->hint);
  json_object_set_object_member (schema, "properties", members);
  json_object_set_array_member (schema, "required", required);
  json_object_set_boolean_member (schema, "additionalProperties", FALSE);
  return schema;
}

static JsonObject *
list_schema (const MzKind *kind)
{
  JsonObject *schema = typed ("array");
  JsonObject *item = json_object_new ();
  g_autofree char *reference = g_strdup_printf ("#/$defs/%s", kind->name);
  json_object_set_string_member (item, "$ref", reference);
  json_object_set_string_member (schema, "title", kind->plural);
  json_object_set_object_member (schema, "items", item);
  if (kind->singleton)
    json_object_set_int_member (schema, "maxItems", 1);
  return schema;
}

static JsonObject *
root_members (JsonObject *records)
{
  JsonObject *members = json_object_new ();
  JsonObject *format = json_object_new ();
  JsonObject *version = typed ("integer");
  json_object_set_string_member (format, "const", MZ_MODEL_JSON_FORMAT);
  json_object_set_int_member (version, "minimum", 1);
  json_object_set_int_member (version, "maximum", MZ_MODEL_JSON_VERSION);
  json_object_set_object_member (members, "format", format);
  json_object_set_object_member (members, "version", version);
  json_object_set_object_member (members, "records", records);
  return members;
}

JsonNode *
mz_schema_to_json (const MzSchema *schema)
{
  JsonObject *root = typed ("object");
  JsonObject *definitions = json_object_new ();
  JsonObject *lists = json_object_new ();
  JsonObject *records = typed ("object");
  JsonArray *required = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      json_object_set_object_member (definitions, schema->kinds[i].name,
                                     kind_schema (&schema->kinds[i]));
      json_object_set_object_member (lists, schema->kinds[i].name, list_schema (&schema->kinds[i]));
    }
  json_object_set_object_member (records, "properties", lists);
  json_object_set_boolean_member (records, "additionalProperties", FALSE);
  json_array_add_string_element (required, "format");
  json_array_add_string_element (required, "version");
  json_array_add_string_element (required, "records");
  json_object_set_string_member (root, "$schema", DIALECT);
  json_object_set_string_member (root, "title", "A company model of Mezasu");
  json_object_set_object_member (root, "properties", root_members (records));
  json_object_set_array_member (root, "required", required);
  json_object_set_boolean_member (root, "additionalProperties", FALSE);
  json_object_set_object_member (root, "$defs", definitions);
  json_node_take_object (node, root);
  return node;
}
