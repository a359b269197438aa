/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One value between a field and JSON. */

#include "config.h"

#include "model-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, message);
  return FALSE;
}

static const char *
string_of (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* A text, or one per language of which the wanted one is taken. */
static gboolean
read_text (JsonNode *node, const char *language, MzValue *value, GError **error)
{
  static const char *const languages[] = {"ja", "en"};
  const char *text = string_of (node);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *texts = json_node_get_object (node);
      guint known = 0;
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        {
          JsonNode *member = json_object_get_member (texts, languages[i]);
          const char *found = member != NULL ? string_of (member) : NULL;
          known += found != NULL;
          if (found != NULL && (text == NULL || g_str_equal (languages[i], language)))
            text = found;
        }
      if (known != json_object_get_size (texts))
        text = NULL;
    }
  if (text == NULL)
    return refuse (error, _ ("a text is needed, or an object with the texts “ja” and “en”."));
  value->text = g_strdup (text);
  return TRUE;
}

static gboolean
read_string (JsonNode *node, MzValue *value, GError **error)
{
  const char *text = string_of (node);
  if (text == NULL)
    return refuse (error, _ ("a text in quotation marks is needed."));
  value->text = g_strdup (text);
  return TRUE;
}

static gboolean
read_integer (JsonNode *node, MzValue *value, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return refuse (error, _ ("a whole number is needed."));
  value->integer = json_node_get_int (node);
  return TRUE;
}

static gboolean
read_real (JsonNode *node, MzValue *value, GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return refuse (error, _ ("a number is needed."));
  value->real =
      type == G_TYPE_INT64 ? (double)json_node_get_int (node) : json_node_get_double (node);
  return TRUE;
}

static gboolean
read_boolean (JsonNode *node, MzValue *value, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse (error, _ ("true or false is needed."));
  value->integer = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_choices (const MzField *field, JsonNode *node, MzValue *value, GError **error)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, _ ("a list of codes is needed."));
  JsonArray *codes = json_node_get_array (node);
  value->integer = 0;
  for (guint i = 0; i < json_array_get_length (codes); i++)
    {
      int choice = mz_field_choice (field, string_of (json_array_get_element (codes, i)));
      gint64 bit = choice < 0 ? 0 : G_GINT64_CONSTANT (1) << choice;
      if (bit == 0 || (value->integer & bit))
        return refuse (error, _ ("the list holds an unknown code or one twice."));
      value->integer |= bit;
    }
  return TRUE;
}

gboolean
mz_json_read_value (const MzField *field, JsonNode *node, const char *language, MzValue *value,
                    GError **error)
{
  gboolean read;
  value->set = FALSE;
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  switch (field->type)
    {
    case MZ_TYPE_TEXT:
    case MZ_TYPE_LONG_TEXT:
      read = read_text (node, language, value, error);
      break;
    case MZ_TYPE_REAL:
      read = read_real (node, value, error);
      break;
    case MZ_TYPE_BOOLEAN:
      read = read_boolean (node, value, error);
      break;
    case MZ_TYPE_CHOICES:
      read = read_choices (field, node, value, error);
      break;
    case MZ_TYPE_CHOICE:
    case MZ_TYPE_DATE:
    case MZ_TYPE_REFERENCE:
      read = read_string (node, value, error);
      break;
    default:
      read = read_integer (node, value, error);
      break;
    }
  value->set = read;
  return read;
}

static JsonNode *
choices_node (const MzField *field, gint64 set)
{
  JsonArray *codes = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  for (int i = 0; field->choices[i].code != NULL; i++)
    if (set & (G_GINT64_CONSTANT (1) << i))
      json_array_add_string_element (codes, field->choices[i].code);
  json_node_take_array (node, codes);
  return node;
}

JsonNode *
mz_json_value_node (const MzField *field, const MzValue *value)
{
  if (!value->set)
    return json_node_new (JSON_NODE_NULL);
  if (field->type == MZ_TYPE_CHOICES)
    return choices_node (field, value->integer);
  JsonNode *node = json_node_new (JSON_NODE_VALUE);
  if (field->type == MZ_TYPE_BOOLEAN)
    json_node_set_boolean (node, value->integer != 0);
  else if (mz_field_storage (field) == MZ_STORED_INTEGER)
    json_node_set_int (node, value->integer);
  else if (mz_field_storage (field) == MZ_STORED_REAL)
    json_node_set_double (node, value->real);
  else
    json_node_set_string (node, value->text);
  return node;
}
