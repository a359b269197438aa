/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Small pieces of JSON that several commands write. */

#include "config.h"

#include "json-tools.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_evidence (JsonObject *object, const MzFigure *figure)
{
  JsonArray *sources = json_array_new ();
  for (char **id = figure->sources; id != NULL && *id != NULL; id++)
    json_array_add_string_element (sources, *id);
  json_object_set_boolean_member (object, "assumed", figure->assumed);
  json_object_set_array_member (object, "sources", sources);
  if (!figure->known)
    json_object_set_string_member (object, "reason", figure->reason == NULL ? "" : figure->reason);
}

void
mz_json_put_real (JsonObject *object, const char *name, double value)
{
  if (isfinite (value))
    json_object_set_double_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

void
mz_json_put_money (JsonObject *object, const char *name, const MzFigure *figure)
{
  JsonObject *inner = json_object_new ();
  if (figure->known)
    json_object_set_int_member (inner, "yen", figure->yen);
  else
    json_object_set_null_member (inner, "yen");
  add_evidence (inner, figure);
  json_object_set_object_member (object, name, inner);
}

void
mz_json_put_number (JsonObject *object, const char *name, const MzFigure *figure)
{
  JsonObject *inner = json_object_new ();
  mz_json_put_real (inner, "value", figure->known ? figure->real : NAN);
  add_evidence (inner, figure);
  json_object_set_object_member (object, name, inner);
}

void
mz_json_put_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

void
mz_json_put_yens (JsonObject *object, const char *name, const gint64 *yen, guint n)
{
  JsonArray *list = json_array_sized_new (n);
  for (guint i = 0; i < n; i++)
    json_array_add_int_element (list, yen[i]);
  json_object_set_array_member (object, name, list);
}

void
mz_json_put_payback (JsonObject *object, const char *name, const MzPayback *payback)
{
  JsonObject *inner = json_object_new ();
  json_object_set_string_member (inner, "status", mz_payback_status_nick (payback->status));
  mz_json_put_real (inner, "first", payback->has_first ? payback->first : NAN);
  mz_json_put_real (inner, "final", payback->has_final ? payback->final : NAN);
  json_object_set_object_member (object, name, inner);
}

JsonObject *
mz_json_irr (const MzIrr *irr)
{
  JsonObject *object = json_object_new ();
  JsonArray *roots = json_array_new ();
  gboolean touching = FALSE;
  for (int i = 0; i < irr->n_roots; i++)
    {
      json_array_add_double_element (roots, irr->roots[i]);
      touching |= irr->touching[i];
    }
  json_object_set_string_member (object, "status", mz_irr_status_nick (irr->status));
  json_object_set_array_member (object, "roots", roots);
  if (touching)
    json_object_set_boolean_member (object, "touching", TRUE);
  return object;
}

JsonObject *
mz_json_by_kind (const gint64 amounts[MZ_CASH_N_KINDS][MZ_YEARS_MAX], int horizon)
{
  JsonObject *object = json_object_new ();
  for (int kind = 0; kind < MZ_CASH_N_KINDS; kind++)
    mz_json_put_yens (object, mz_cash_kind_nick (kind), amounts[kind], (guint)horizon + 1);
  return object;
}

void
mz_json_add_record_members (JsonObject *object, MzRecord *record)
{
  g_autofree char *title = mz_record_title (record);
  int code = mz_kind_find_flag (mz_record_kind (record), MZ_FIELD_CODE);
  json_object_set_string_member (object, "id", mz_record_id (record));
  json_object_set_string_member (object, "kind", mz_record_kind (record)->name);
  json_object_set_string_member (object, "title", title);
  if (code >= 0 && mz_record_value (record, (guint)code)->set)
    json_object_set_string_member (object, "code", mz_record_value (record, (guint)code)->text);
}

void
mz_json_put_record (JsonObject *object, const char *name, MzRecord *record)
{
  if (record == NULL)
    {
      json_object_set_null_member (object, name);
      return;
    }
  JsonObject *inner = json_object_new ();
  mz_json_add_record_members (inner, record);
  json_object_set_object_member (object, name, inner);
}

void
mz_json_put_ids (JsonObject *object, const char *name, GPtrArray *records)
{
  JsonArray *list = json_array_new ();
  for (guint i = 0; records != NULL && i < records->len; i++)
    json_array_add_string_element (list, mz_record_id (g_ptr_array_index (records, i)));
  json_object_set_array_member (object, name, list);
}

void
mz_json_put_list (JsonObject *object, const char *name, GPtrArray *items, MzJsonFunc function,
                  gpointer data)
{
  JsonArray *list = json_array_new ();
  for (guint i = 0; items != NULL && i < items->len; i++)
    json_array_add_object_element (list, function (g_ptr_array_index (items, i), data));
  json_object_set_array_member (object, name, list);
}

JsonNode *
mz_json_take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

JsonNode *
mz_json_take_list (JsonArray *list)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, list);
  return node;
}

JsonObject *
mz_json_finding (gconstpointer item, gpointer data)
{
  const MzFinding *finding = item;
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "code", finding->code);
  json_object_set_string_member (object, "severity", mz_severity_name (finding->severity));
  mz_json_put_text (object, "record", finding->record);
  mz_json_put_text (object, "field", finding->field);
  json_object_set_string_member (object, "message", finding->message);
  return object;
}

JsonObject *
mz_json_completeness (gconstpointer item, gpointer data)
{
  const MzCompleteness *step = item;
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "step", step->step);
  json_object_set_string_member (object, "label", step->label);
  json_object_set_int_member (object, "met", step->met);
  json_object_set_int_member (object, "total", step->total);
  mz_json_put_list (object, "missing", step->missing, mz_json_finding, NULL);
  return object;
}

const char *
mz_verdict_name (MzVerdict verdict)
{
  static const char *const names[] = {
      [MZ_VERDICT_UNKNOWN] = "unknown",
      [MZ_VERDICT_ACCEPT] = "accept",
      [MZ_VERDICT_TREAT_OR_JUSTIFY] = "treat_or_justify",
      [MZ_VERDICT_MUST_TREAT] = "must_treat",
  };
  return names[verdict];
}

const char *
mz_verdict_label (MzVerdict verdict)
{
  static const char *const labels[] = {
      [MZ_VERDICT_UNKNOWN] = "–",
      [MZ_VERDICT_ACCEPT] = N_ ("accept"),
      [MZ_VERDICT_TREAT_OR_JUSTIFY] = N_ ("treat or justify"),
      [MZ_VERDICT_MUST_TREAT] = N_ ("must treat"),
  };
  return _ (labels[verdict]);
}

const char *
mz_severity_name (MzSeverity severity)
{
  static const char *const names[] = {
      [MZ_FINDING_NOTE] = "note",
      [MZ_FINDING_WARNING] = "warning",
      [MZ_FINDING_ERROR] = "error",
  };
  return names[severity];
}
