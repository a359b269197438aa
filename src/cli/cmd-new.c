/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `new`: a document, empty or a copy of a sample firm in the language of the program. */

#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>

static MzDocument *
make (const char *sample, int *status)
{
  g_autoptr (GError) error = NULL;
  if (sample == NULL)
    {
      MzDocument *empty = mz_document_new (mz_schema_default (), &error);
      if (empty == NULL)
        *status = mz_cli_fail (NULL, error);
      return empty;
    }
  g_autofree char *path = mz_sample_path (sample);
  if (path == NULL)
    {
      *status = mz_cli_usage (_ ("there is no sample firm “%s”; see mezasu-cli samples."), sample);
      return NULL;
    }
  g_autoptr (MzModel) model = mz_cli_load (path, status);
  if (model == NULL)
    return NULL;
  MzDocument *copy = mz_document_new_from_model (model, &error);
  if (copy == NULL)
    *status = mz_cli_fail (NULL, error);
  return copy;
}

int
mz_cmd_new (MzCall *call)
{
  const char *path = call->arguments[0];
  int status = MZ_CLI_DONE;
  if (!g_str_has_suffix (path, MZ_DOCUMENT_SUFFIX))
    return mz_cli_usage (_ ("a document's name ends in %s, unlike “%s”."), MZ_DOCUMENT_SUFFIX,
                         path);
  g_autoptr (MzDocument) document = make (mz_call_option (call, "sample"), &status);
  return document == NULL ? status : mz_cli_save_and_close (document, path);
}
