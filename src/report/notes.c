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

/* The context entries that the first of @sources go back to. */
static char *
facts_behind (MzModel *model, char **sources)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; sources[i] != NULL && i < MOST_NAMES; i++)
    {
      g_autoptr (MzTrace) trace = mz_trace_new (model, sources[i], 0);
      for (guint j = 0; trace != NULL && j < trace->nodes->len; j++)
        {
          const MzTraceNode *node = mz_trace_node (trace, j);
          if (node->direction == MZ_TRACE_CAUSE && mz_record_is (node->record, "context"))
            append_name (text, seen, node->record, &n);
        }
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
      g_autofree char *facts = facts_behind (model, figure->sources);
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
