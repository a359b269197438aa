/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Members of a case, read strictly: amounts and ratios are JSON integers; other numbers may also be decimal texts. */

#include "config.h"

#include "calc.h"

#include "mezasu/money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A small whole number stays this far from the limits of an int. */
#define INT_LIMIT 1000000000

gboolean
mz_calc_ok (const MzCalc *calc)
{
  return calc->error == NULL;
}

void
mz_calc_refuse (MzCalc *calc, const char *format, ...)
{
  if (calc->error != NULL)
    return;
  va_list arguments;
  va_start (arguments, format);
  calc->error = g_error_new_valist (MZ_ERROR, MZ_ERROR_INVALID_INPUT, format, arguments);
  va_end (arguments);
}

/* NULL when the member is missing or null. */
static JsonNode *
member (MzCalc *calc, const char *name)
{
  JsonNode *node = json_object_get_member (calc->in, name);
  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

static void
refuse_missing (MzCalc *calc, const char *name)
{
  mz_calc_refuse (calc, _ ("%s%s must be given."), calc->prefix, name);
}

gboolean
mz_calc_has (MzCalc *calc, const char *name)
{
  return member (calc, name) != NULL;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
mz_calc_node_integer (MzCalc *calc, JsonNode *node, const char *what, gint64 *value)
{
  if (!holds (node, G_TYPE_INT64))
    {
      mz_calc_refuse (calc, _ ("%s%s must be a whole number."), calc->prefix, what);
      return FALSE;
    }
  *value = json_node_get_int (node);
  return TRUE;
}

MzMaybe
mz_calc_integer (MzCalc *calc, const char *name)
{
  JsonNode *node = member (calc, name);
  gint64 value;
  if (node == NULL || !mz_calc_node_integer (calc, node, name, &value))
    return MZ_NONE;
  return MZ_SOME (value);
}

gint64
mz_calc_need_integer (MzCalc *calc, const char *name)
{
  if (!mz_calc_has (calc, name))
    refuse_missing (calc, name);
  return mz_calc_integer (calc, name).value;
}

int
mz_calc_int (MzCalc *calc, const char *name, int fallback)
{
  MzMaybe value = mz_calc_integer (calc, name);
  if (!value.is_set)
    return fallback;
  if (value.value < -INT_LIMIT || value.value > INT_LIMIT)
    mz_calc_refuse (calc, _ ("%s%s is out of range."), calc->prefix, name);
  return (int)CLAMP (value.value, -INT_LIMIT, INT_LIMIT);
}

int
mz_calc_need_int (MzCalc *calc, const char *name)
{
  if (!mz_calc_has (calc, name))
    refuse_missing (calc, name);
  return mz_calc_int (calc, name, 0);
}

MzMaybe
mz_calc_yen (MzCalc *calc, const char *name)
{
  MzMaybe value = mz_calc_integer (calc, name);
  g_autofree char *place = g_strconcat (calc->prefix, name, NULL);
  if (value.is_set && calc->error == NULL)
    mz_money_check_entry (value.value, place, &calc->error);
  return value;
}

gint64
mz_calc_need_yen (MzCalc *calc, const char *name)
{
  if (!mz_calc_has (calc, name))
    refuse_missing (calc, name);
  return mz_calc_yen (calc, name).value;
}

/* Only what JSON itself would take as a number: no hexadecimal, no infinity, no white space. */
static gboolean
text_to_real (const char *text, double *value)
{
  static const char pattern[] = "^-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?$";
  if (!g_regex_match_simple (pattern, text, G_REGEX_DOLLAR_ENDONLY, 0))
    return FALSE;
  *value = g_ascii_strtod (text, NULL);
  return isfinite (*value);
}

gboolean
mz_calc_node_real (MzCalc *calc, JsonNode *node, const char *what, double *value)
{
  if (holds (node, G_TYPE_INT64))
    *value = (double)json_node_get_int (node);
  else if (holds (node, G_TYPE_DOUBLE))
    *value = json_node_get_double (node);
  else if (!holds (node, G_TYPE_STRING) || !text_to_real (json_node_get_string (node), value))
    {
      mz_calc_refuse (calc, _ ("%s%s must be a number."), calc->prefix, what);
      return FALSE;
    }
  return TRUE;
}

MzMaybeReal
mz_calc_real (MzCalc *calc, const char *name)
{
  JsonNode *node = member (calc, name);
  double value;
  if (node == NULL || !mz_calc_node_real (calc, node, name, &value))
    return (MzMaybeReal){FALSE, 0};
  return MZ_SOME_REAL (value);
}

double
mz_calc_need_real (MzCalc *calc, const char *name)
{
  if (!mz_calc_has (calc, name))
    refuse_missing (calc, name);
  return mz_calc_real (calc, name).value;
}

MzMaybeDecimal
mz_calc_decimal (MzCalc *calc, const char *name)
{
  MzMaybeDecimal result = {FALSE};
  JsonNode *node = member (calc, name);
  double real;
  if (node == NULL || !mz_calc_node_real (calc, node, name, &real) || calc->error != NULL)
    return result;
  g_autofree char *place = g_strconcat (calc->prefix, name, NULL);
  if (holds (node, G_TYPE_STRING))
    result.is_set =
        mz_decimal_parse (json_node_get_string (node), place, &result.value, &calc->error);
  else if (holds (node, G_TYPE_INT64))
    result = (MzMaybeDecimal){TRUE, {json_node_get_int (node), 0}};
  else
    result.is_set = mz_decimal_from_double (real, place, &result.value, &calc->error);
  return result;
}

const char *
mz_calc_text (MzCalc *calc, const char *name)
{
  JsonNode *node = member (calc, name);
  if (node == NULL)
    return NULL;
  if (holds (node, G_TYPE_STRING))
    return json_node_get_string (node);
  mz_calc_refuse (calc, _ ("%s%s must be a text."), calc->prefix, name);
  return NULL;
}

const char *
mz_calc_need_text (MzCalc *calc, const char *name)
{
  if (!mz_calc_has (calc, name))
    refuse_missing (calc, name);
  return mz_calc_text (calc, name);
}

gboolean
mz_calc_flag (MzCalc *calc, const char *name)
{
  JsonNode *node = member (calc, name);
  if (node == NULL)
    return FALSE;
  if (holds (node, G_TYPE_BOOLEAN))
    return json_node_get_boolean (node);
  mz_calc_refuse (calc, _ ("%s%s must be true or false."), calc->prefix, name);
  return FALSE;
}

JsonArray *
mz_calc_list (MzCalc *calc, const char *name)
{
  JsonNode *node = member (calc, name);
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  mz_calc_refuse (calc, _ ("%s%s must be a list."), calc->prefix, name);
  return NULL;
}

GArray *
mz_calc_integers (MzCalc *calc, const char *name)
{
  JsonArray *list = mz_calc_list (calc, name);
  if (list == NULL)
    return NULL;
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);
      gint64 value = 0;
      mz_calc_node_integer (calc, json_array_get_element (list, i), place, &value);
      g_array_append_val (values, value);
    }
  return values;
}

GArray *
mz_calc_reals (MzCalc *calc, const char *name)
{
  JsonArray *list = mz_calc_list (calc, name);
  if (list == NULL)
    return NULL;
  guint n = json_array_get_length (list);
  GArray *values = g_array_sized_new (FALSE, FALSE, sizeof (double), n);
  for (guint i = 0; i < n && calc->error == NULL; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);
      double value = 0;
      mz_calc_node_real (calc, json_array_get_element (list, i), place, &value);
      g_array_append_val (values, value);
    }
  return values;
}

static gboolean
enter (MzCalc *calc, JsonNode *node, const char *place, MzCalc *item)
{
  *item = (MzCalc){0};
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      mz_calc_refuse (calc, _ ("%s%s must be an object."), calc->prefix, place);
      return FALSE;
    }
  item->in = json_node_get_object (node);
  item->error = g_steal_pointer (&calc->error);
  item->prefix = g_strconcat (calc->prefix, place, ".", NULL);
  return TRUE;
}

gboolean
mz_calc_enter (MzCalc *calc, JsonArray *list, guint index, const char *name, MzCalc *item)
{
  g_autofree char *place = g_strdup_printf ("%s[%u]", name, index);
  return enter (calc, json_array_get_element (list, index), place, item);
}

gboolean
mz_calc_enter_member (MzCalc *calc, const char *name, MzCalc *item)
{
  return enter (calc, json_object_get_member (calc->in, name), name, item);
}

void
mz_calc_leave (MzCalc *calc, MzCalc *item)
{
  calc->error = g_steal_pointer (&item->error);
  g_clear_pointer (&item->prefix, g_free);
}
