/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A tiny front for the tests that interrupt or watch the store from outside.
 *
 *   store-driver new FILE          an empty document with the name "old"
 *   store-driver sample JSON FILE  a document made from a model
 *   store-driver save FILE         opens, names it "new", saves
 *   store-driver save-as FILE TO   opens, names it "new", saves as another file, which it may replace
 *   store-driver rename FILE NAME opens, names it so, saves
 *   store-driver name FILE         prints the name of the organisation
 *   store-driver recover           prints the name in the newest left working copy, if there is one
 *   store-driver schema            prints the JSON Schema
 *   store-driver json FILE         prints the model
 *
 * Exit status 0: done; 1: refused, with the reason on standard error. */

#include "config.h"

#include "mezasu/document.h"
#include "mezasu/json.h"
#include "mezasu/model-json.h"

#include <stdio.h>

static const char *
name_of (MzModel *model)
{
  return mz_record_text (mz_model_single (model, "organisation"), "name");
}

static gboolean
set_name (MzDocument *document, const char *name, GError **error)
{
  g_autoptr (MzEdit) edit = mz_edit_new (name);
  MzRecord *record = mz_model_single (mz_document_model (document), "organisation");
  mz_edit_set_text (edit, mz_record_kind (record), mz_record_id (record), "name", name);
  return mz_document_edit (document, edit, error);
}

static gboolean
create (const char *const *arguments, GError **error)
{
  g_autoptr (MzDocument) document = mz_document_new (mz_schema_default (), error);
  gboolean done = document != NULL && set_name (document, "old", error) &&
                  mz_document_save_as (document, arguments[0], FALSE, error);
  if (document != NULL)
    mz_document_close (document, TRUE);
  return done;
}

static gboolean
sample (const char *const *arguments, GError **error)
{
  g_autoptr (MzModel) model = mz_model_load (mz_schema_default (), arguments[0], "ja", error);
  g_autoptr (MzDocument) document =
      model != NULL ? mz_document_new_from_model (model, error) : NULL;
  gboolean done = document != NULL && mz_document_save_as (document, arguments[1], FALSE, error);
  if (document != NULL)
    mz_document_close (document, TRUE);
  return done;
}

/* A working copy is left when the save fails, as in any front. */
static gboolean
save (const char *const *arguments, GError **error)
{
  const char *to = arguments[1];
  g_autoptr (MzDocument) document = mz_document_open (mz_schema_default (), arguments[0], error);
  gboolean done = document != NULL && set_name (document, "new", error) &&
                  (to == NULL ? mz_document_save (document, error)
                              : mz_document_save_as (document, to, TRUE, error));
  if (document != NULL)
    mz_document_close (document, FALSE);
  return done;
}

static gboolean
rename_firm (const char *const *arguments, GError **error)
{
  g_autoptr (MzDocument) document = mz_document_open (mz_schema_default (), arguments[0], error);
  gboolean done = document != NULL && set_name (document, arguments[1], error) &&
                  mz_document_save (document, error);
  if (document != NULL)
    mz_document_close (document, TRUE);
  return done;
}

static gboolean
print_name (const char *const *arguments, GError **error)
{
  g_autoptr (MzModel) model = mz_model_load (mz_schema_default (), arguments[0], "ja", error);
  return model != NULL && printf ("%s\n", name_of (model)) > 0;
}

static gboolean
recover (const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) left = mz_document_recoveries ();
  if (left->len == 0)
    return TRUE;
  const MzRecovery *newest = left->pdata[0];
  g_autoptr (MzDocument) document = mz_document_recover (mz_schema_default (), newest->path, error);
  if (document == NULL)
    return FALSE;
  printf ("%s\n", name_of (mz_document_model (document)));
  mz_document_close (document, TRUE);
  return TRUE;
}

static gboolean
print_json (JsonNode *node)
{
  g_autoptr (JsonNode) owned = node;
  g_autofree char *text = mz_json_to_text (owned, TRUE);
  return fputs (text, stdout) >= 0;
}

static gboolean
print_schema (const char *const *arguments, GError **error)
{
  return print_json (mz_schema_to_json (mz_schema_default ()));
}

static gboolean
print_model (const char *const *arguments, GError **error)
{
  g_autoptr (MzModel) model = mz_model_load (mz_schema_default (), arguments[0], "ja", error);
  return model != NULL && print_json (mz_model_to_json (model));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    int n_arguments;
    gboolean (*run) (const char *const *arguments, GError **error);
  } verbs[] = {
      {"new", 1, create},          {"sample", 2, sample},    {"save", 1, save},
      {"save-as", 2, save},        {"name", 1, print_name},  {"recover", 0, recover},
      {"schema", 0, print_schema}, {"json", 1, print_model}, {"rename", 2, rename_firm},
  };
  g_autoptr (GError) error = NULL;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (argv[1], verbs[i].name) && argc == verbs[i].n_arguments + 2)
      {
        if (verbs[i].run ((const char *const *)argv + 2, &error))
          return 0;
        g_printerr ("%s\n", error->message);
        return 1;
      }
  return 2;
}
