/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `recover`: working copies that never reached their file. Each is written beside its document under a name of its own,
 * so that nothing is ever overwritten and a person decides which of the two is right. */

#include "config.h"

#include "command.h"
#include "json-tools.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first name that is free: shop.recovered.mezasu, shop.recovered-2.mezasu … */
static char *
free_name (const MzRecovery *recovery)
{
  g_autofree char *stem = g_strdup (recovery->file == NULL ? "untitled" : recovery->file);
  if (g_str_has_suffix (stem, MZ_DOCUMENT_SUFFIX))
    stem[strlen (stem) - strlen (MZ_DOCUMENT_SUFFIX)] = '\0';
  char *name = g_strconcat (stem, ".recovered", MZ_DOCUMENT_SUFFIX, NULL);
  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.recovered-%u%s", stem, i, MZ_DOCUMENT_SUFFIX);
    }
  return name;
}

/* On failure the working copy stays where it is. */
static int
write_one (const MzRecovery *recovery, char **name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzDocument) document =
      mz_document_recover (mz_schema_default (), recovery->path, &error);
  if (document == NULL)
    return mz_cli_fail (recovery->path, error);
  *name = free_name (recovery);
  gboolean saved = mz_document_save_as (document, *name, FALSE, &error);
  mz_document_close (document, FALSE);
  return saved ? MZ_CLI_DONE : mz_cli_fail (*name, error);
}

static void
add_json (JsonArray *list, const MzRecovery *recovery, const char *name)
{
  g_autofree char *time = mz_cli_time (recovery->time);
  JsonObject *object = json_object_new ();
  mz_json_put_text (object, "file", recovery->file);
  mz_json_put_text (object, "title", recovery->title);
  json_object_set_string_member (object, "time", time);
  json_object_set_int_member (object, "edits", recovery->edits);
  mz_json_put_text (object, "recovered", name);
  json_array_add_object_element (list, object);
}

static void
add_text (MzTextTable *text, const MzRecovery *recovery, const char *name)
{
  g_autofree char *time = mz_cli_time (recovery->time);
  g_autofree char *edits = g_strdup_printf ("%u", recovery->edits);
  mz_text_table_add (text, recovery->file == NULL ? _ ("never saved") : recovery->file,
                     recovery->title == NULL ? "" : recovery->title, time, edits,
                     name == NULL ? "" : name, NULL);
}

int
mz_cmd_recover (MzCall *call)
{
  g_autoptr (GPtrArray) recoveries = mz_document_recoveries ();
  g_autoptr (MzTextTable) text = mz_text_table_new (
      _ ("Document"), _ ("Organisation"), _ ("Last edit"), _ ("#Edits"), _ ("Recovered as"), NULL);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *list = json_array_new ();
  json_node_take_array (node, list);
  int status = MZ_CLI_DONE;
  for (guint i = 0; i < recoveries->len; i++)
    {
      const MzRecovery *recovery = g_ptr_array_index (recoveries, i);
      g_autofree char *name = NULL;
      int one = mz_call_has (call, "list") ? MZ_CLI_DONE : write_one (recovery, &name);
      if (one != MZ_CLI_DONE)
        {
          status = one;
          continue;
        }
      add_json (list, recovery, name);
      add_text (text, recovery, name);
    }
  if (mz_call_has (call, "json"))
    mz_cli_print_json (call, node);
  else if (recoveries->len == 0)
    mz_cli_print (call, "%s\n", _ ("Nothing is waiting to be recovered."));
  else
    mz_text_table_print (text, call);
  return status;
}
