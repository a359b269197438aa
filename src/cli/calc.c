/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The table of `calc`, and the run over a case or a list of cases: one bad case never stops the others. */

#include "config.h"

#include "calc.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  MzCalcFunc function;
} table[] = {
    {"damage-jo", mz_calc_damage_jo},
    {"impact", mz_calc_impact},
    {"matrix", mz_calc_matrix},
    {"rosi", mz_calc_rosi},
    {"simulate", mz_calc_simulate},
    {"finance", mz_calc_finance},
    {"scenario", mz_calc_scenario},
    {"depreciation", mz_calc_depreciation},
    {"keep-profit", mz_calc_keep_profit},
    {"kpi", mz_calc_kpi},
    {"money", mz_calc_money},
};

MzCalcFunc
mz_calc_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].name, name))
      return table[i].function;
  return NULL;
}

void
mz_calc_list_names (GString *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_string_append_printf (out, "%s\n", table[i].name);
}

static JsonNode *
run_case (MzCalcFunc function, JsonNode *node)
{
  MzCalc calc = {.out = json_object_new (), .prefix = (char *)""};
  JsonNode *id = NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      calc.in = json_node_get_object (node);
      id = json_object_get_member (calc.in, "id");
      function (&calc);
    }
  else
    mz_calc_refuse (&calc, _ ("a case must be an object."));
  if (calc.error != NULL)
    {
      json_object_unref (calc.out);
      calc.out = mz_calc_error_object (calc.error);
      g_clear_error (&calc.error);
    }
  if (id != NULL)
    json_object_set_member (calc.out, "id", json_node_copy (id));
  JsonNode *result = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (result, calc.out);
  return result;
}

JsonNode *
mz_calc_run (MzCalcFunc function, JsonNode *cases)
{
  if (!JSON_NODE_HOLDS_ARRAY (cases))
    return run_case (function, cases);
  JsonArray *list = json_node_get_array (cases);
  JsonArray *results = json_array_new ();
  for (guint i = 0; i < json_array_get_length (list); i++)
    json_array_add_element (results, run_case (function, json_array_get_element (list, i)));
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, results);
  return node;
}
