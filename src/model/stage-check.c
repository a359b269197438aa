/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Checks of an edit that concern several records: references, unique fields, cycles. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "stage-private.h"

static gboolean
check_references (MzStage *self, MzStaged *staged, GError **error)
{
  for (guint i = 0; i < mz_kind_n_fields (staged->kind); i++)
    {
      const MzField *field = mz_kind_field (staged->kind, i);
      const MzKind *target;
      g_autofree char *reason = NULL;
      if (field->type != MZ_TYPE_REFERENCE || !staged->values[i].set)
        continue;
      target = mz_stage_kind_of (self, staged->values[i].text);
      if (target == NULL)
        reason = g_strdup_printf (_ ("%s: there is no record “%.60s”."),
                                  mz_translate (field->label), staged->values[i].text);
      else if (!g_str_equal (field->target, "*") && !g_str_equal (field->target, target->name))
        reason = g_strdup_printf (
            _ ("%s: a record of the kind “%s” is needed, not one of the kind “%s”."),
            mz_translate (field->label),
            mz_translate (mz_schema_kind (mz_model_schema (self->model), field->target)->label),
            mz_translate (target->label));
      else
        continue;
      return mz_stage_refuse (self, staged->id, error, reason);
    }
  return TRUE;
}

static gboolean
check_required (MzStage *self, MzStaged *staged, GError **error)
{
  for (guint i = 0; i < mz_kind_n_fields (staged->kind); i++)
    {
      g_autoptr (GError) reason = NULL;
      if (self->bulk && staged->values[i].set)
        continue;
      if (!mz_value_check (mz_kind_field (staged->kind, i), &staged->values[i], &reason))
        return mz_stage_refuse (self, staged->id, error, reason->message);
    }
  return TRUE;
}

/* The unique fields of a record as one text, NULL when the kind has none. */
static char *
unique_key (const MzKind *kind, const MzValue *(*get) (gconstpointer, guint), gconstpointer record)
{
  GString *key = NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & MZ_FIELD_UNIQUE)
      {
        g_autofree char *part = mz_value_to_machine (&kind->fields[i], get (record, i));
        if (key == NULL)
          key = g_string_new (NULL);
        g_string_append_printf (key, "%s\n", part);
      }
  return key == NULL ? NULL : g_string_free (key, FALSE);
}

static const MzValue *
staged_value (gconstpointer record, guint index)
{
  return &((const MzStaged *)record)->values[index];
}

static const MzValue *
record_value (gconstpointer record, guint index)
{
  return mz_record_value ((MzRecord *)record, index);
}

/* All keys of a kind among the records that are not on the stage; made once a kind and edit. */
static GHashTable *
untouched_keys (MzStage *self, const MzKind *kind)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *list = mz_model_list (self->model, kind->name);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MzRecord) record = g_list_model_get_item (list, i);
      if (!g_hash_table_contains (self->by_id, mz_record_id (record)))
        g_hash_table_add (keys, unique_key (kind, record_value, record));
    }
  return keys;
}

static gboolean
touches (const MzStaged *staged, MzFieldFlags flag)
{
  for (guint i = 0; i < staged->kind->n_fields; i++)
    if ((staged->kind->fields[i].flags & flag) &&
        (staged->origin == NULL || !mz_value_equal (&staged->kind->fields[i], &staged->values[i],
                                                    mz_record_value (staged->origin, i))))
      return TRUE;
  return FALSE;
}

static gboolean
check_unique_kind (MzStage *self, const MzKind *kind, GError **error)
{
  g_autoptr (GHashTable) keys = untouched_keys (self, kind);

  for (guint i = 0; i < self->records->len; i++)
    {
      MzStaged *staged = g_ptr_array_index (self->records, i);
      if (staged->kind == kind && !staged->deleted &&
          !g_hash_table_add (keys, unique_key (kind, staged_value, staged)))
        return mz_stage_refuse (self, staged->id, error,
                                _ ("there is already such a record; change that one."));
    }
  return TRUE;
}

/* The kinds of which a record is new or has another value in a field with @flag. */
static GHashTable *
kinds_touched (MzStage *self, MzFieldFlags flag)
{
  GHashTable *kinds = g_hash_table_new (NULL, NULL);
  const MzKind *last = NULL;
  gboolean settled = FALSE;
  for (guint i = 0; i < self->records->len; i++)
    {
      MzStaged *staged = g_ptr_array_index (self->records, i);
      if (staged->kind != last)
        {
          last = staged->kind;
          settled = g_hash_table_contains (kinds, last) || mz_kind_find_flag (last, flag) < 0;
        }
      if (!settled && !staged->deleted && touches (staged, flag))
        settled = g_hash_table_add (kinds, (gpointer)staged->kind);
    }
  return kinds;
}

/* Arcs of the graph that must have no cycle: from one record to the next. */
typedef struct
{
  const MzKind *kind;
  int from;
  int to;
} Arcs;

/* A kind with two acyclic references is an arc from the first to the second; with one, from the record to its target. */
static Arcs
arcs_of (const MzKind *kind)
{
  Arcs arcs = {kind, -1, -1};
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & MZ_FIELD_ACYCLIC)
      {
        if (arcs.to >= 0)
          arcs.from = arcs.to;
        arcs.to = (int)i;
      }
  return arcs;
}

static void
add_target (GPtrArray *targets, const MzValue *value)
{
  if (value->set)
    g_ptr_array_add (targets, value->text);
}

/* Ids that the arcs leaving @id lead to; they belong to the stage or the model. */
static GPtrArray *
successors (MzStage *self, const Arcs *arcs, GHashTable *staged_arcs, const char *id)
{
  GPtrArray *targets = g_ptr_array_new ();
  MzStaged *staged = g_hash_table_lookup (self->by_id, id);
  const GArray *referrers = mz_model_referrers (self->model, id);
  GPtrArray *own = g_hash_table_lookup (staged_arcs, id);

  if (arcs->from < 0)
    {
      MzRecord *record = mz_model_find (self->model, id);
      if (staged != NULL && !staged->deleted && staged->kind == arcs->kind)
        add_target (targets, &staged->values[arcs->to]);
      else if (staged == NULL && record != NULL && mz_record_kind (record) == arcs->kind)
        add_target (targets, mz_record_value (record, (guint)arcs->to));
      return targets;
    }
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const MzReferrer *referrer = &g_array_index (referrers, MzReferrer, i);
      if (mz_record_kind (referrer->record) == arcs->kind && referrer->field == (guint)arcs->from &&
          !g_hash_table_contains (self->by_id, mz_record_id (referrer->record)))
        add_target (targets, mz_record_value (referrer->record, (guint)arcs->to));
    }
  for (guint i = 0; own != NULL && i < own->len; i++)
    add_target (targets, &((MzStaged *)g_ptr_array_index (own, i))->values[arcs->to]);
  return targets;
}

typedef struct
{
  const char *id;
  GPtrArray *targets;
  guint next;
} Frame;

static void
frame_clear (gpointer data)
{
  g_ptr_array_unref (((Frame *)data)->targets);
}

/* "A → B → A", shortened in the middle when the way is long. */
static char *
path_text (MzStage *self, GArray *stack, const char *closing)
{
  GString *text = g_string_new (NULL);
  gboolean inside = FALSE;
  guint shown = 0;

  for (guint i = 0; i < stack->len; i++)
    {
      const char *id = g_array_index (stack, Frame, i).id;
      g_autofree char *title = NULL;
      inside |= g_str_equal (id, closing);
      if (!inside || ++shown > 12)
        continue;
      title = mz_stage_title (self, id);
      g_string_append_printf (text, "%s → ", shown == 12 ? "…" : title);
    }
  {
    g_autofree char *title = mz_stage_title (self, closing);
    g_string_append (text, title);
  }
  return g_string_free (text, FALSE);
}

/* Depth-first search without recursion: a hostile chain may be as long as memory. @done holds the ids that lead to no
 * cycle. */
static gboolean
search (MzStage *self, const Arcs *arcs, GHashTable *staged_arcs, GHashTable *done,
        const char *start, GError **error)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GHashTable) open = g_hash_table_new (g_str_hash, g_str_equal);
  Frame frame = {start, NULL, 0};

  if (g_hash_table_contains (done, start))
    return TRUE;
  g_array_set_clear_func (stack, frame_clear);
  frame.targets = successors (self, arcs, staged_arcs, start);
  g_array_append_val (stack, frame);
  g_hash_table_add (open, (gpointer)start);
  while (stack->len > 0)
    {
      Frame *top = &g_array_index (stack, Frame, stack->len - 1);
      const char *next;
      if (top->next == top->targets->len)
        {
          g_hash_table_remove (open, top->id);
          g_hash_table_add (done, (gpointer)top->id);
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      next = g_ptr_array_index (top->targets, top->next++);
      if (g_hash_table_contains (open, next))
        {
          g_autofree char *path = path_text (self, stack, next);
          g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                       _ ("This would lead in a circle: %s."), path);
          return FALSE;
        }
      if (g_hash_table_contains (done, next))
        continue;
      frame = (Frame){next, successors (self, arcs, staged_arcs, next), 0};
      g_array_append_val (stack, frame);
      g_hash_table_add (open, (gpointer)next);
    }
  return TRUE;
}

/* Every new cycle passes through an arc of the edit, so the search starts at those. */
static gboolean
check_acyclic (MzStage *self, const MzKind *kind, GError **error)
{
  Arcs arcs = arcs_of (kind);
  g_autoptr (GHashTable) staged_arcs =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) starts = g_ptr_array_new ();

  for (guint i = 0; i < self->records->len; i++)
    {
      MzStaged *staged = g_ptr_array_index (self->records, i);
      const char *from;
      GPtrArray *list;
      if (staged->deleted || staged->kind != kind || !staged->values[arcs.to].set)
        continue;
      from = arcs.from < 0 ? staged->id : staged->values[arcs.from].text;
      g_ptr_array_add (starts, (gpointer)from);
      if (arcs.from < 0)
        continue;
      list = g_hash_table_lookup (staged_arcs, from);
      if (list == NULL)
        g_hash_table_insert (staged_arcs, (gpointer)from, list = g_ptr_array_new ());
      g_ptr_array_add (list, staged);
    }
  for (guint i = 0; i < starts->len; i++)
    if (!search (self, &arcs, staged_arcs, done, g_ptr_array_index (starts, i), error))
      return FALSE;
  return TRUE;
}

gboolean
mz_stage_check (MzStage *self, GError **error)
{
  static const struct
  {
    MzFieldFlags flag;
    gboolean (*check) (MzStage *self, const MzKind *kind, GError **error);
  } rules[] = {{MZ_FIELD_UNIQUE, check_unique_kind}, {MZ_FIELD_ACYCLIC, check_acyclic}};

  for (guint i = 0; i < self->records->len; i++)
    {
      MzStaged *staged = g_ptr_array_index (self->records, i);
      if (!staged->deleted &&
          (!check_required (self, staged, error) || !check_references (self, staged, error)))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GHashTable) kinds = kinds_touched (self, rules[i].flag);
      GHashTableIter iterator;
      gpointer kind;
      g_hash_table_iter_init (&iterator, kinds);
      while (g_hash_table_iter_next (&iterator, &kind, NULL))
        if (!rules[i].check (self, kind, error))
          return FALSE;
    }
  return TRUE;
}
