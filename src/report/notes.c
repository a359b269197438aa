/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the speaker reads: each figure with what it was computed from, back to the facts of the context. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/trace.h"
#include "report-private.h"

/* Longer lists are read by nobody; the whole trace is on the last pages. */
#define MOST_NAMES 12

static void
append_name (GString *text, GHashTable *seen, MzRecord *record, guint *n)
{
  g_autofree char *label = mz_record_label (record);

  if (!g_hash_table_add (seen, (gpointer)mz_record_id (record)))
    return;
  if ((*n)++ >= MOST_NAMES)
    return;
  g_string_append (text, *n > 1 ? _ (", ") : "");
  /* TRANSLATORS: a kind of record and the name of one, such as: Risk “Theft of card data”. */
  g_string_append_printf (text, _ ("%s “%s”"), mz_translate (mz_record_kind (record)->label),
                          label);
}

static void
append_more (GString *text, guint n)
{
  if (n > MOST_NAMES)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext (" and %u more", " and %u more", n - MOST_NAMES), n - MOST_NAMES);
      g_string_append (text, more);
    }
}

static GPtrArray *
find_facts (MzModel *model, const char *id)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MzTrace) trace = mz_trace_new (model, id, 0);

  for (guint i = 0; trace != NULL && i < trace->nodes->len; i++)
    {
      const MzTraceNode *node = mz_trace_node (trace, i);
      if (node->direction == MZ_TRACE_CAUSE && mz_record_is (node->record, "context"))
        g_ptr_array_add (facts, g_object_ref (node->record));
    }
  return facts;
}

/* The context entries that record @id goes back to; most records stand behind many figures. */
static const GPtrArray *
facts_of (MzPages *self, const char *id)
{
  GPtrArray *facts;

  if (self->facts == NULL)
    self->facts =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  facts = g_hash_table_lookup (self->facts, id);
  if (facts == NULL)
    {
      facts = find_facts (self->request->analysis->model, id);
      g_hash_table_insert (self->facts, g_strdup (id), facts);
    }
  return facts;
}

/* The context entries that the first of @sources go back to. */
static char *
facts_behind (MzPages *self, char **sources)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; sources[i] != NULL && i < MOST_NAMES; i++)
    {
      const GPtrArray *facts = facts_of (self, sources[i]);
      for (guint j = 0; j < facts->len; j++)
        append_name (text, seen, g_ptr_array_index (facts, j), &n);
    }
  append_more (text, n);
  return g_string_free (text, FALSE);
}

static char *
names_of (MzModel *model, char **sources)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; sources[i] != NULL; i++)
    {
      MzRecord *record = mz_model_find (model, sources[i]);
      if (record != NULL)
        append_name (text, seen, record, &n);
    }
  append_more (text, n);
  return g_string_free (text, FALSE);
}

void
mz_pages_tell (MzPages *self, MzScene *page, const char *name, const MzFigure *figure)
{
  MzModel *model = self->request->analysis->model;
  MzPage *of = mz_pages_page_of (self, page);
  g_autofree char *amount = mz_pages_say (figure);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("%s: %s."), name, amount);
  if (!figure->known && figure->reason != NULL)
    g_string_append_printf (text, " %s", figure->reason);
  if (figure->sources != NULL && figure->sources[0] != NULL)
    {
      g_autofree char *records = names_of (model, figure->sources);
      g_autofree char *facts = facts_behind (self, figure->sources);
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("Computed from: %s."), records);
      if (*facts != '\0')
        {
          g_string_append_c (text, ' ');
          g_string_append_printf (text, _ ("These go back to: %s."), facts);
        }
    }
  g_ptr_array_add (of->notes, g_strdup (text->str));
}
