/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `history`, `undo` and `redo`: the edits that a document keeps. */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>

static JsonNode *
history_to_json (GPtrArray *history)
{
  JsonArray *list = json_array_new ();
  for (guint i = 0; i < history->len; i++)
    {
      const MzHistoryEntry *entry = g_ptr_array_index (history, i);
      g_autofree char *time = mz_cli_time (entry->time);
      JsonObject *object = json_object_new ();
      json_object_set_int_member (object, "sequence", entry->sequence);
      json_object_set_string_member (object, "label", entry->label);
      json_object_set_string_member (object, "author", entry->author);
      json_object_set_string_member (object, "time", time);
      json_object_set_boolean_member (object, "undone", entry->undone);
      json_array_add_object_element (list, object);
    }
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, list);
  return node;
}

static void
print_history (MzCall *call, GPtrArray *history)
{
  g_autoptr (MzTextTable) text =
      mz_text_table_new (_ ("#No."), _ ("When"), _ ("Who"), _ ("What"), "", NULL);
  for (guint i = 0; i < history->len; i++)
    {
      const MzHistoryEntry *entry = g_ptr_array_index (history, i);
      g_autofree char *time = mz_cli_time (entry->time);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);
      mz_text_table_add (text, number, time, entry->author, entry->label,
                         entry->undone ? _ ("undone") : "", NULL);
    }
  mz_text_table_print (text, call);
}

int
mz_cmd_history (MzCall *call)
{
  int status = MZ_CLI_DONE;
  g_autoptr (MzDocument) document = mz_cli_open (call->arguments[0], &status);
  if (document == NULL)
    return status;
  g_autoptr (GPtrArray) history = mz_document_history (document);
  mz_document_close (document, TRUE);
  if (mz_call_has (call, "json"))
    {
      g_autoptr (JsonNode) node = history_to_json (history);
      return mz_cli_print_json (call, node);
    }
  if (history->len == 0)
    mz_cli_print (call, "%s\n", _ ("No edits are kept in this document."));
  else
    print_history (call, history);
  return MZ_CLI_DONE;
}

static int
step (MzCall *call, gboolean redo)
{
  int status = MZ_CLI_DONE;
  const char *path = call->arguments[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (MzDocument) document = mz_cli_open (path, &status);
  if (document == NULL)
    return status;
  g_autofree char *label =
      g_strdup (redo ? mz_document_redo_label (document) : mz_document_undo_label (document));
  gboolean done = redo ? mz_document_redo (document, &error) : mz_document_undo (document, &error);
  if (!done)
    {
      mz_document_close (document, TRUE);
      return mz_cli_fail (path, error);
    }
  status = mz_cli_save_and_close (document, path);
  if (status == MZ_CLI_DONE)
    mz_cli_print (call, redo ? _ ("Done again: %s\n") : _ ("Undone: %s\n"), label);
  return status;
}

int
mz_cmd_undo (MzCall *call)
{
  return step (call, FALSE);
}

int
mz_cmd_redo (MzCall *call)
{
  return step (call, TRUE);
}
