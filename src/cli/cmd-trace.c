/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `trace`: where a record comes from and what it leads to; and for a figure of the proposed scenario, such as npv, the
 * records that it was computed from, each with its own way back. */

#include "config.h"

#include "figures.h"
#include "json-tools.h"

#include "mezasu/trace.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  gsize offset;
} figures[] = {
    {"investment_this_year", G_STRUCT_OFFSET (MzScenarioResult, investment_this_year)},
    {"total_investment", G_STRUCT_OFFSET (MzScenarioResult, total_investment)},
    {"running", G_STRUCT_OFFSET (MzScenarioResult, running)},
    {"avoided", G_STRUCT_OFFSET (MzScenarioResult, avoided)},
    {"ale", G_STRUCT_OFFSET (MzScenarioResult, ale)},
    {"npv", G_STRUCT_OFFSET (MzScenarioResult, npv)},
    {"roi", G_STRUCT_OFFSET (MzScenarioResult, roi)},
    {"rosi", G_STRUCT_OFFSET (MzScenarioResult, rosi)},
    {"needed_sales", G_STRUCT_OFFSET (MzScenarioResult, needed.headline)},
};

static const MzFigure *
find_figure (const MzScenarioResult *scenario, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].name, name))
      return G_STRUCT_MEMBER_P (scenario, figures[i].offset);
  return NULL;
}

static const char *
direction_name (MzTraceDirection direction)
{
  return direction == MZ_TRACE_ORIGIN ? "origin" : direction == MZ_TRACE_CAUSE ? "cause" : "result";
}

static JsonObject *
trace_to_json (const MzTrace *trace)
{
  JsonObject *object = json_object_new ();
  JsonArray *nodes = json_array_new (), *arcs = json_array_new ();
  for (guint i = 0; i < trace->nodes->len; i++)
    {
      const MzTraceNode *node = mz_trace_node (trace, i);
      JsonObject *item = json_object_new ();
      mz_json_add_record_members (item, node->record);
      json_object_set_int_member (item, "depth", node->depth);
      json_object_set_string_member (item, "direction", direction_name (node->direction));
      json_array_add_object_element (nodes, item);
    }
  for (guint i = 0; i < trace->arcs->len; i++)
    {
      const MzTraceArc *arc = mz_trace_arc (trace, i);
      JsonObject *item = json_object_new ();
      json_object_set_string_member (item, "cause",
                                     mz_record_id (mz_trace_node (trace, arc->cause)->record));
      json_object_set_string_member (item, "result",
                                     mz_record_id (mz_trace_node (trace, arc->result)->record));
      json_object_set_string_member (item, "relation", arc->relation);
      json_array_add_object_element (arcs, item);
    }
  json_object_set_array_member (object, "nodes", nodes);
  json_object_set_array_member (object, "arcs", arcs);
  return object;
}

static void
print_side (MzCall *call, const MzTrace *trace, MzTraceDirection direction, const char *title)
{
  gboolean any = FALSE;
  mz_cli_print (call, "\n%s\n", title);
  for (guint i = 0; i < trace->nodes->len; i++)
    {
      const MzTraceNode *node = mz_trace_node (trace, i);
      if (node->direction != direction)
        continue;
      g_autofree char *label = mz_record_label (node->record);
      mz_cli_print (call, "%*s%s: %s\n", 2 * (int)node->depth, "",
                    mz_translate (mz_record_kind (node->record)->label), label);
      any = TRUE;
    }
  if (!any)
    mz_cli_print (call, "  –\n");
}

static int
trace_record (MzCall *call, MzModel *model, MzRecord *record)
{
  g_autoptr (MzTrace) trace = mz_trace_new (model, mz_record_id (record), 0);
  if (mz_call_has (call, "json"))
    {
      g_autoptr (JsonNode) node = mz_json_take_object (trace_to_json (trace));
      return mz_cli_print_json (call, node);
    }
  g_autofree char *label = mz_record_label (record);
  mz_cli_print (call, "%s: %s\n", mz_translate (mz_record_kind (record)->label), label);
  print_side (call, trace, MZ_TRACE_CAUSE, _ ("Comes from"));
  print_side (call, trace, MZ_TRACE_RESULT, _ ("Leads to"));
  return MZ_CLI_DONE;
}

static JsonNode *
figure_to_json (MzModel *model, const char *name, const MzFigure *figure)
{
  JsonObject *object = json_object_new ();
  JsonArray *sources = json_array_new ();
  mz_json_put_number (object, name, figure);
  for (char **id = figure->sources; id != NULL && *id != NULL; id++)
    {
      g_autoptr (MzTrace) trace = mz_trace_new (model, *id, 0);
      if (trace != NULL)
        json_array_add_object_element (sources, trace_to_json (trace));
    }
  json_object_set_array_member (object, "traces", sources);
  return mz_json_take_object (object);
}

static int
trace_figure (MzCall *call, MzModel *model, const MzFigure *figure, gboolean is_ratio)
{
  if (mz_call_has (call, "json"))
    {
      g_autoptr (JsonNode) node = figure_to_json (model, call->arguments[1], figure);
      return mz_cli_print_json (call, node);
    }
  MzMoneyUnit unit = mz_cli_unit (model);
  g_autofree char *value = is_ratio ? mz_ratio_text (figure) : mz_figure_text (figure, unit);
  mz_cli_print (call, "%s: %s\n", call->arguments[1], value);
  if (!is_ratio)
    mz_cli_print (call, _ ("Unit of money: %s\n"), mz_money_unit_label (unit));
  if (!figure->known && figure->reason != NULL)
    mz_cli_print (call, "%s\n", figure->reason);
  mz_cli_print (call, "\n%s\n", _ ("Comes from"));
  for (char **id = figure->sources; id != NULL && *id != NULL; id++)
    {
      MzRecord *record = mz_model_find (model, *id);
      g_autofree char *label = record == NULL ? NULL : mz_record_label (record);
      if (record != NULL)
        mz_cli_print (call, "  %s: %s\n", mz_translate (mz_record_kind (record)->label), label);
    }
  return MZ_CLI_DONE;
}

int
mz_cmd_trace (MzCall *call)
{
  int status = MZ_CLI_DONE;
  const char *name = call->arguments[1];
  g_autoptr (MzModel) model = mz_cli_load (call->arguments[0], &status);
  if (model == NULL)
    return status;
  MzRecord *record = mz_cli_find_record (model, name);
  if (record != NULL)
    return trace_record (call, model, record);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  const MzScenarioResult *scenario = mz_cli_scenario (analysis, NULL, call->arguments[0], &status);
  const MzFigure *figure = find_figure (scenario, name);
  if (figure == NULL)
    return mz_cli_refuse (
        call->arguments[0],
        _ ("“%s” is neither the id or mark of a record nor a figure such as npv."), name);
  return trace_figure (call, model, figure, figure == &scenario->roi || figure == &scenario->rosi);
}
