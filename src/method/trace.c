/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The graph of causes and results around one record. */

#include "config.h"

#include "mezasu/trace.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MzModel *model;
  MzTrace *trace;
  GHashTable *place; /* MzRecord to node index + 1 */
  GHashTable *drawn; /* "cause result" of the arcs */
} Walk;

static void
clear_node (MzTraceNode *node)
{
  g_object_unref (node->record);
}

static guint
add_node (Walk *walk, MzRecord *record, guint depth, MzTraceDirection direction, guint parent)
{
  MzTraceNode node = {g_object_ref (record), depth, direction, parent};

  g_array_append_val (walk->trace->nodes, node);
  g_hash_table_insert (walk->place, record, GUINT_TO_POINTER (walk->trace->nodes->len));
  return walk->trace->nodes->len - 1;
}

static gboolean
points_to (MzRecord *record, const MzField *field, guint index, MzRecord *target)
{
  const MzValue *value = mz_record_value (record, index);

  return field->type == MZ_TYPE_REFERENCE && value->set &&
         g_str_equal (value->text, mz_record_id (target));
}

/* The label of the reference by which @from points to @to as its cause, or as its result. */
static const char *
reference_label (MzRecord *from, MzRecord *to, gboolean to_cause)
{
  const MzKind *kind = mz_record_kind (from);

  for (guint i = 0; i < kind->n_fields; i++)
    if (points_to (from, &kind->fields[i], i, to) &&
        ((kind->fields[i].flags & MZ_FIELD_CAUSE) != 0) == to_cause)
      return mz_translate (kind->fields[i].label);
  return NULL;
}

/* Whether a record of @kind stands between: it comes from @cause and leads to @result. */
static gboolean
joins (Walk *walk, const MzKind *kind, MzRecord *cause, MzRecord *result)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (GPtrArray) between = NULL;

      if (kind->fields[i].type != MZ_TYPE_REFERENCE || !(kind->fields[i].flags & MZ_FIELD_CAUSE))
        continue;
      between =
          mz_model_referring (walk->model, kind->name, kind->fields[i].name, mz_record_id (cause));
      for (guint k = 0; k < between->len; k++)
        if (reference_label (g_ptr_array_index (between, k), result, FALSE) != NULL)
          return TRUE;
    }
  return FALSE;
}

static const char *
relation (Walk *walk, MzRecord *cause, MzRecord *result)
{
  const MzSchema *schema = mz_model_schema (walk->model);
  const char *label = reference_label (result, cause, TRUE);

  if (label == NULL)
    label = reference_label (cause, result, FALSE);
  for (guint i = 0; label == NULL && i < schema->n_kinds; i++)
    if (joins (walk, &schema->kinds[i], cause, result))
      label = mz_translate (schema->kinds[i].label);
  return label != NULL ? label : "";
}

static void
draw (Walk *walk, guint cause, guint result)
{
  const MzTraceNode *from = mz_trace_node (walk->trace, cause);
  const MzTraceNode *to = mz_trace_node (walk->trace, result);
  MzTraceArc arc = {cause, result, relation (walk, from->record, to->record)};

  if (g_hash_table_add (walk->drawn, g_strdup_printf ("%u %u", cause, result)))
    g_array_append_val (walk->trace->arcs, arc);
}

/* Finds what is one arc further than node @index. */
static void
expand (Walk *walk, guint index, MzTraceDirection direction)
{
  /* By value: the array may move while nodes are added. */
  const MzTraceNode node = *mz_trace_node (walk->trace, index);
  const char *id = mz_record_id (node.record);
  g_autoptr (GPtrArray) found = direction == MZ_TRACE_CAUSE ? mz_model_causes (walk->model, id)
                                                            : mz_model_results (walk->model, id);

  for (guint i = 0; i < found->len; i++)
    {
      MzRecord *record = g_ptr_array_index (found, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (walk->place, record));
      guint other =
          place > 0 ? place - 1 : add_node (walk, record, node.depth + 1, direction, index);

      if (direction == MZ_TRACE_CAUSE)
        draw (walk, other, index);
      else
        draw (walk, index, other);
    }
}

static void
walk_all (Walk *walk, MzTraceDirection direction, guint depth)
{
  guint first = walk->trace->nodes->len;

  expand (walk, 0, direction);
  for (guint i = first; i < walk->trace->nodes->len; i++)
    if (depth == 0 || mz_trace_node (walk->trace, i)->depth < depth)
      expand (walk, i, direction);
}

MzTrace *
mz_trace_new (MzModel *model, const char *id, guint depth)
{
  MzRecord *origin;
  Walk walk;

  g_return_val_if_fail (MZ_IS_MODEL (model), NULL);

  origin = mz_model_find (model, id);
  if (origin == NULL)
    return NULL;
  walk = (Walk){model, g_new0 (MzTrace, 1), g_hash_table_new (NULL, NULL),
                g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL)};
  walk.trace->nodes = g_array_new (FALSE, FALSE, sizeof (MzTraceNode));
  walk.trace->arcs = g_array_new (FALSE, FALSE, sizeof (MzTraceArc));
  g_array_set_clear_func (walk.trace->nodes, (GDestroyNotify)clear_node);
  add_node (&walk, origin, 0, MZ_TRACE_ORIGIN, 0);
  walk_all (&walk, MZ_TRACE_CAUSE, depth);
  walk_all (&walk, MZ_TRACE_RESULT, depth);
  g_hash_table_unref (walk.place);
  g_hash_table_unref (walk.drawn);
  return walk.trace;
}

void
mz_trace_free (MzTrace *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->arcs);
  g_free (self);
}

const MzTraceNode *
mz_trace_node (const MzTrace *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->nodes->len, NULL);

  return &g_array_index (self->nodes, MzTraceNode, index);
}

const MzTraceArc *
mz_trace_arc (const MzTrace *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->arcs->len, NULL);

  return &g_array_index (self->arcs, MzTraceArc, index);
}
