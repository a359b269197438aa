/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Documents and models in, documents out. */

#include "config.h"

#include "command.h"

#include "mezasu/language.h"
#include "mezasu/model-json.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A folder, a device or a named pipe cannot be read as a document at all, which is told apart from a document that was
 * read and refused. A pipe is never opened: that could wait for ever. */
static gboolean
check_regular (const char *path, int *status)
{
  GStatBuf info;
  g_autoptr (GError) error = NULL;
  if (g_str_equal (path, "-"))
    return TRUE;
  if (g_stat (path, &info) != 0)
    error = g_error_new_literal (MZ_STORE_ERROR, MZ_STORE_ERROR_IO, g_strerror (errno));
  else if (!S_ISREG (info.st_mode))
    error = g_error_new_literal (MZ_STORE_ERROR, MZ_STORE_ERROR_IO,
                                 _ ("this is a folder or a device; an ordinary file is needed."));
  if (error == NULL)
    return TRUE;
  *status = mz_cli_fail (path, error);
  return FALSE;
}

MzModel *
mz_cli_load (const char *path, int *status)
{
  g_autoptr (GError) error = NULL;
  if (!check_regular (path, status))
    return NULL;
  MzModel *model = mz_model_load (mz_schema_default (), path, mz_language (), &error);
  if (model == NULL)
    *status = mz_cli_fail (g_str_equal (path, "-") ? _ ("standard input") : path, error);
  return model;
}

MzDocument *
mz_cli_open (const char *path, int *status)
{
  g_autoptr (GError) error = NULL;
  if (g_str_equal (path, "-"))
    {
      *status = mz_cli_usage (_ ("a document is needed here, not standard input."));
      return NULL;
    }
  if (!check_regular (path, status))
    return NULL;
  MzDocument *document = mz_document_open (mz_schema_default (), path, &error);
  if (document == NULL)
    *status = mz_cli_fail (path, error);
  return document;
}

int
mz_cli_save_and_close (MzDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = mz_document_path (document) != NULL
                       ? mz_document_save (document, &error)
                       : mz_document_save_as (document, path, FALSE, &error);
  mz_document_close (document, TRUE);
  return saved ? MZ_CLI_DONE : mz_cli_fail (path, error);
}

char *
mz_cli_digest (MzModel *model, GError **error)
{
  g_autoptr (MzDocument) document = mz_document_new_from_model (model, error);
  if (document == NULL)
    return NULL;
  char *digest = mz_document_digest (document);
  mz_document_close (document, TRUE);
  return digest;
}

/* The record of any kind whose code, such as R-07, is @code. */
static MzRecord *
find_by_code (MzModel *model, const char *code)
{
  const MzSchema *schema = mz_model_schema (model);
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      const MzKind *kind = &schema->kinds[i];
      int field = mz_kind_find_flag (kind, MZ_FIELD_CODE);
      for (guint j = 0; field >= 0 && j < mz_model_count (model, kind->name); j++)
        {
          MzRecord *record = mz_model_nth (model, kind->name, j);
          const MzValue *value = mz_record_value (record, (guint)field);
          if (value->set && g_str_equal (value->text, code))
            return record;
        }
    }
  return NULL;
}

MzRecord *
mz_cli_find_record (MzModel *model, const char *name)
{
  g_autofree char *derived = mz_id_derive (name);
  MzRecord *record = mz_model_find (model, name);
  if (record == NULL)
    record = mz_model_find (model, derived);
  return record != NULL ? record : find_by_code (model, name);
}
