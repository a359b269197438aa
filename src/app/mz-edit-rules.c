/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Links of the strategy map lead to an objective of the same or a higher perspective. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-edit-rules.h"

#include "mezasu/error.h"

/* MzRules: the changes of an edit by the id of their record, for the two kinds that matter here. */
typedef struct
{
  MzModel *model;
  const MzKind *objective;
  const MzKind *link;
  GHashTable *changes; /* id → GPtrArray of MzChange */
} MzRules;

/* The text of a field after the edit, before it without @after; NULL when the record is gone or not yet there. */
static const char *
text_of (const MzRules *rules, const MzKind *kind, const char *id, const char *field,
         gboolean after)
{
  MzRecord *record = mz_model_find (rules->model, id);
  const char *text =
      record != NULL && mz_record_kind (record) == kind ? mz_record_text (record, field) : NULL;
  GPtrArray *changes = after ? g_hash_table_lookup (rules->changes, id) : NULL;
  guint index = (guint)mz_kind_find (kind, field);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const MzChange *change = g_ptr_array_index (changes, i);

      if (change->type == MZ_CHANGE_DELETE)
        text = NULL;
      else if (change->type == MZ_CHANGE_INSERT)
        text = kind->fields[index].fallback;
      else if (change->field == index)
        text = change->value.set ? change->value.text : NULL;
    }
  return text;
}

/* The schema lists the perspectives from the top. */
static gboolean
leads_down (const MzRules *rules, const char *cause, const char *result, gboolean after)
{
  const MzField *field =
      mz_kind_field (rules->objective, (guint)mz_kind_find (rules->objective, "perspective"));
  const char *from, *to;

  if (cause == NULL || result == NULL)
    return FALSE;
  from = text_of (rules, rules->objective, cause, "perspective", after);
  to = text_of (rules, rules->objective, result, "perspective", after);
  return from != NULL && to != NULL && mz_field_choice (field, from) < mz_field_choice (field, to);
}

static gboolean
link_is_wrong (const MzRules *rules, const char *id, gboolean after)
{
  return leads_down (rules, text_of (rules, rules->link, id, "cause", after),
                     text_of (rules, rules->link, id, "result", after), after);
}

static gboolean
check_link (const MzRules *rules, const char *id, GError **error)
{
  const char *cause, *result;

  if (!link_is_wrong (rules, id, TRUE) || link_is_wrong (rules, id, FALSE))
    return TRUE;
  cause = text_of (rules, rules->link, id, "cause", TRUE);
  result = text_of (rules, rules->link, id, "result", TRUE);
  g_set_error (
      error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
      _ ("This would lead down: “%s” → “%s”. A cause furthers an objective of its own or a "
         "higher perspective."),
      text_of (rules, rules->objective, cause, "title", TRUE),
      text_of (rules, rules->objective, result, "title", TRUE));
  return FALSE;
}

/* The links of an objective at either end. */
static gboolean
check_objective (const MzRules *rules, const char *id, GError **error)
{
  static const char *const ends[] = {"cause", "result"};

  for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
    {
      g_autoptr (GPtrArray) links =
          mz_model_referring (rules->model, "objective_link", ends[end], id);

      for (guint i = 0; i < links->len; i++)
        if (!check_link (rules, mz_record_id (g_ptr_array_index (links, i)), error))
          return FALSE;
    }
  return TRUE;
}

gboolean
mz_edit_rules_check (MzModel *model, MzEdit *edit, GError **error)
{
  const MzSchema *schema = mz_model_schema (model);
  g_autoptr (GHashTable) changes =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  MzRules rules = {model, mz_schema_kind (schema, "objective"),
                   mz_schema_kind (schema, "objective_link"), changes};
  GHashTableIter iterator;
  gpointer id, list;

  for (guint i = 0; i < mz_edit_n_changes (edit); i++)
    {
      const MzChange *change = mz_edit_change (edit, i);
      GPtrArray *own;

      if (change->kind != rules.objective && change->kind != rules.link)
        continue;
      own = g_hash_table_lookup (changes, change->id);
      if (own == NULL)
        g_hash_table_insert (changes, change->id, own = g_ptr_array_new ());
      g_ptr_array_add (own, (gpointer)change);
    }
  g_hash_table_iter_init (&iterator, changes);
  while (g_hash_table_iter_next (&iterator, &id, &list))
    {
      const MzChange *first = g_ptr_array_index ((GPtrArray *)list, 0);

      if (first->kind == rules.link ? !check_link (&rules, id, error)
                                    : !check_objective (&rules, id, error))
        return FALSE;
    }
  return TRUE;
}
