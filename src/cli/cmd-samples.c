/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `samples`: the sample firms. */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *name;
  char *sector;
  char *headline;
} Firm;

static void
firm_clear (Firm *firm)
{
  g_free (firm->name);
  g_free (firm->sector);
  g_free (firm->headline);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Firm, firm_clear)

static gboolean
read_firm (const char *id, Firm *firm, int *status)
{
  g_autofree char *path = mz_sample_path (id);
  g_autoptr (MzModel) model = mz_cli_load (path, status);
  if (model == NULL)
    return FALSE;
  MzRecord *organisation = mz_model_single (model, "organisation");
  const MzKind *kind = mz_record_kind (organisation);
  int sector = mz_kind_find (kind, "sector");
  firm->name = mz_record_title (organisation);
  firm->sector = mz_value_display (mz_kind_field (kind, (guint)sector),
                                   mz_record_value (organisation, (guint)sector));
  firm->headline = g_strdup (mz_record_text (organisation, "headline"));
  return TRUE;
}

static void
add_json (JsonArray *list, const char *id, const Firm *firm)
{
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "name", firm->name);
  json_object_set_string_member (object, "sector", firm->sector);
  json_object_set_boolean_member (object, "example", mz_sample_is_example (id));
  json_object_set_string_member (object, "line", firm->headline == NULL ? "" : firm->headline);
  json_array_add_object_element (list, object);
}

int
mz_cmd_samples (MzCall *call)
{
  g_autoptr (GPtrArray) ids = mz_sample_ids ();
  g_autoptr (MzTextTable) text =
      mz_text_table_new (_ ("Id"), _ ("Name"), _ ("Sector"), _ ("In one line"), NULL);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *list = json_array_new ();
  json_node_take_array (node, list);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_auto (Firm) firm = {0};
      int status = MZ_CLI_DONE;
      if (!read_firm (id, &firm, &status))
        return status;
      add_json (list, id, &firm);
      mz_text_table_add (text, id, firm.name,
                         mz_sample_is_example (id) ? _ ("Worked example") : firm.sector,
                         firm.headline == NULL ? "" : firm.headline, NULL);
    }
  if (mz_call_has (call, "json"))
    return mz_cli_print_json (call, node);
  mz_text_table_print (text, call);
  return MZ_CLI_DONE;
}
