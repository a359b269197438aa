/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `import`: a model or loss data into a new or an existing document, as one edit that can be undone. */

#include "config.h"

#include "changes.h"
#include "command.h"
#include "import-csv.h"
#include "import-workbook.h"
#include "json-tools.h"

#include "mezasu/model-json.h"

#include <glib/gi18n-lib.h>

/* A new document where there is none at @path yet. */
static MzDocument *
open_or_make (const char *path, int *status)
{
  g_autoptr (GError) error = NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return mz_cli_open (path, status);
  MzDocument *document = mz_document_new (mz_schema_default (), &error);
  if (document == NULL)
    *status = mz_cli_fail (path, error);
  return document;
}

/* The edit that takes @in over into @model. */
static MzEdit *
make_edit (MzCall *call, const char *in, MzModel *model, int *status)
{
  g_autofree char *name =
      g_str_equal (in, "-") ? g_strdup (_ ("standard input")) : g_path_get_basename (in);
  g_autofree char *label = g_strdup_printf (_ ("Import of %s"), name);
  if (g_str_has_suffix (in, ".csv"))
    {
      MzEdit *edit = NULL;
      *status = mz_import_csv (in, mz_call_option (call, "map"), model, label, &edit);
      return edit;
    }
  if (g_str_has_suffix (in, ".xlsx"))
    {
      MzEdit *edit = NULL;
      *status = mz_import_workbook (in, model, label, &edit);
      return edit;
    }
  g_autoptr (MzModel) incoming = mz_cli_load (in, status);
  return incoming == NULL ? NULL : mz_model_import_edit (model, incoming, label);
}

static void
tell (MzCall *call, MzModel *model, MzEdit *edit)
{
  if (!mz_call_has (call, "json"))
    {
      mz_changes_print (call, model, edit);
      if (mz_edit_n_changes (edit) == 0)
        mz_cli_print (call, "%s\n", _ ("The records are the same."));
      return;
    }
  JsonObject *object = json_object_new ();
  json_object_set_boolean_member (object, "dry_run", mz_call_has (call, "dry-run"));
  json_object_set_array_member (object, "changes", mz_changes_to_json (model, edit));
  g_autoptr (JsonNode) node = mz_json_take_object (object);
  mz_cli_print_json (call, node);
}

/* Works on an open document; whoever calls closes it unless it was saved. */
static int
import (MzCall *call, MzDocument *document, gboolean *closed)
{
  int status = MZ_CLI_DONE;
  g_autoptr (GError) error = NULL;
  const char *in = call->arguments[0], *path = call->arguments[1];
  MzModel *model = mz_document_model (document);
  g_autoptr (MzEdit) edit = make_edit (call, in, model, &status);
  if (edit == NULL)
    return status;
  g_autoptr (MzEdit) prepared = mz_model_prepare (model, edit, &error);
  if (prepared == NULL)
    return mz_cli_fail (in, error);
  if (mz_call_has (call, "dry-run") || mz_call_has (call, "json"))
    tell (call, model, edit);
  if (mz_call_has (call, "dry-run"))
    return MZ_CLI_DONE;
  if (!mz_document_edit (document, edit, &error))
    return mz_cli_fail (path, error);
  *closed = TRUE;
  return mz_cli_save_and_close (document, path);
}

int
mz_cmd_import (MzCall *call)
{
  int status = MZ_CLI_DONE;
  const char *in = call->arguments[0], *path = call->arguments[1];
  gboolean closed = FALSE;
  if (!g_str_has_suffix (path, MZ_DOCUMENT_SUFFIX))
    return mz_cli_usage (_ ("a document's name ends in %s, unlike “%s”."), MZ_DOCUMENT_SUFFIX,
                         path);
  if (!g_str_equal (in, "-") && !g_str_has_suffix (in, ".json") && !g_str_has_suffix (in, ".csv") &&
      !g_str_has_suffix (in, ".xlsx") && !g_str_has_suffix (in, MZ_DOCUMENT_SUFFIX))
    return mz_cli_usage (_ ("“%s” has to end in .json, .csv or .xlsx."), in);
  if (mz_call_has (call, "map") && !g_str_has_suffix (in, ".csv"))
    return mz_cli_usage (_ ("--map is for tables (.csv)."));
  g_autoptr (MzDocument) document = open_or_make (path, &status);
  if (document == NULL)
    return status;
  status = import (call, document, &closed);
  if (!closed)
    mz_document_close (document, TRUE);
  return status;
}
