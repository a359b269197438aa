/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `carry`: the model of the next fiscal year. */

#include "config.h"

#include "command.h"

#include "mezasu/carry.h"
#include "mezasu/json.h"
#include "mezasu/model-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
write_json (MzCall *call, MzModel *model, const char *path)
{
  g_autoptr (JsonNode) root = mz_model_to_json (model);
  char *text = mz_json_to_text (root, TRUE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return mz_cli_write (call, path, bytes);
}

int
mz_cmd_carry (MzCall *call)
{
  const char *path = call->arguments[0], *out = mz_call_option (call, "output");
  int status = MZ_CLI_DONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) model = NULL;
  g_autoptr (MzModel) next = NULL;
  g_autoptr (MzDocument) document = NULL;
  gboolean json = out != NULL && (g_str_equal (out, "-") || g_str_has_suffix (out, ".json"));

  if (out == NULL || (!json && !g_str_has_suffix (out, MZ_DOCUMENT_SUFFIX)))
    return mz_cli_usage (_ ("say where to write with -o OUT.mezasu or -o OUT.json."));
  if (json && !g_str_equal (out, "-") && g_file_test (out, G_FILE_TEST_EXISTS))
    return mz_cli_refuse (
        out, _ ("this file is there already; the model of a year is not written over another."));
  model = mz_cli_load (path, &status);
  if (model == NULL)
    return status;
  next = mz_carry (model, &error);
  if (next == NULL)
    return mz_cli_fail (path, error);
  if (json)
    return write_json (call, next, out);
  document = mz_document_new_from_model (next, &error);
  return document == NULL ? mz_cli_fail (out, error) : mz_cli_save_and_close (document, out);
}
