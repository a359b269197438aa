/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Other formats in and out: JSON, tables of losses, and the copy that is shared. An import is one edit, so one undo takes it back. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/actual-import.h"
#include "mezasu/file.h"
#include "mezasu/json.h"
#include "mezasu/loss-import.h"
#include "mz-file-dialogs.h"
#include "mz-import-preview.h"
#include "mz-state-text.h"
#include "mz-window-private.h"

/* Says that @path was written. */
static void
tell_written (MzWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("“%s” written"), name);
  mz_window_tell (self, text, FALSE);
}

typedef gboolean (*Write) (MzWindow *self, const char *path, gboolean overwrite, GError **error);

typedef struct
{
  Write write;
  char *path;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;
  g_free (writing->path);
  g_free (writing);
}

static void try_to_write (MzWindow *self, Write write, const char *path, gboolean overwrite);

static void
replace_answered (GtkWindow *parent, const char *response, gpointer data)
{
  Writing *writing = data;
  if (g_str_equal (response, "replace"))
    try_to_write (MZ_WINDOW (parent), writing->write, writing->path, TRUE);
}

static void
ask_to_replace (MzWindow *self, Write write, const char *path)
{
  const MzResponse responses[] = {{"cancel", _ ("_Cancel"), 0}, {"replace", _ ("_Replace"), 2}};
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *body = g_strdup_printf (_ ("There is a file “%s” already."), name);
  Writing *writing = g_new (Writing, 1);

  *writing = (Writing){write, g_strdup (path)};
  mz_ask (GTK_WINDOW (self), _ ("Replace the other file?"), body, responses,
          G_N_ELEMENTS (responses), replace_answered, writing, writing_free);
}

static void
try_to_write (MzWindow *self, Write write, const char *path, gboolean overwrite)
{
  g_autoptr (GError) error = NULL;

  if (!overwrite && g_file_test (path, G_FILE_TEST_EXISTS))
    ask_to_replace (self, write, path);
  else if (write (self, path, overwrite, &error))
    tell_written (self, path);
  else
    mz_tell_error (GTK_WINDOW (self), _ ("The file is not written"), error->message);
}

static gboolean
write_copy (MzWindow *self, const char *path, gboolean overwrite, GError **error)
{
  return mz_document_share_copy (mz_window_document (self), path, overwrite, error);
}

static gboolean
write_json (MzWindow *self, const char *path, gboolean overwrite, GError **error)
{
  JsonNode *root = mz_model_to_json (mz_workspace_model (self->workspace));
  g_autofree char *text = mz_json_to_text (root, TRUE);
  json_node_unref (root);
  return mz_file_replace (path, text, strlen (text), error);
}

static void
copy_chosen (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  try_to_write (MZ_WINDOW (parent), write_copy, path, confirmed);
}

static void
export_chosen (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  try_to_write (MZ_WINDOW (parent), write_json, path, confirmed);
}

void
mz_window_share_copy (MzWindow *self)
{
  g_autofree char *stem = mz_suggest_name (mz_window_document (self), "");
  /* TRANSLATORS: name of a file that is given to others, without its ending */
  g_autofree char *named = g_strdup_printf (_ ("%s (copy)"), stem);
  g_autofree char *name = g_strconcat (named, MZ_DOCUMENT_SUFFIX, NULL);
  MzFileQuestion question = {_ ("Share a copy without history"), TRUE, name, MZ_FILE_DOCUMENT};
  mz_choose_file (GTK_WINDOW (self), &question, copy_chosen, NULL);
}

void
mz_window_export (MzWindow *self)
{
  g_autofree char *name = mz_suggest_name (mz_window_document (self), ".json");
  MzFileQuestion question = {_ ("Export as JSON"), TRUE, name, MZ_FILE_JSON};
  mz_choose_file (GTK_WINDOW (self), &question, export_chosen, NULL);
}

void
mz_window_import_path (MzWindow *self, const char *path, const char *label)
{
  g_autoptr (GError) error = NULL;
  MzModel *current = mz_workspace_model (self->workspace);
  g_autoptr (MzModel) incoming =
      mz_model_load (mz_model_schema (current), path, mz_language (), &error);
  MzEdit *edit;

  if (incoming == NULL)
    {
      mz_tell_error (GTK_WINDOW (self), _ ("The file cannot be read"), error->message);
      return;
    }
  edit = mz_model_import_edit (current, incoming, label);
  if (mz_edit_n_changes (edit) == 0)
    {
      mz_edit_free (edit);
      mz_window_tell (self, _ ("The file holds the same as the document; nothing changed."), FALSE);
    }
  else if (mz_workspace_edit (self->workspace, edit, &error))
    mz_window_tell (self, label, TRUE);
  else
    mz_tell_error (GTK_WINDOW (self), _ ("The model cannot be taken over"), error->message);
}

/* Frequencies and losses of risks: the person sees what each row would do, and says which column is which. */
static void
import_losses (MzWindow *self, const char *path, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzCsv) csv = mz_csv_load (path, MZ_CSV_READ_UNGUARD, &error);
  MzSheetImport *import;

  if (csv == NULL)
    {
      mz_tell_error (GTK_WINDOW (self), _ ("The table is not taken over"), error->message);
      return;
    }
  import = mz_sheet_import_new (mz_workspace_model (self->workspace), mz_sheet_from_csv (csv),
                                mz_loss_import_profile (), NULL);
  gtk_window_present (GTK_WINDOW (
      mz_import_preview_new (GTK_WINDOW (self), self->workspace, label, label, import)));
}

static void
import_chosen (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *label = g_strdup_printf (_ ("Import “%s”"), name);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".xlsx"))
    {
      mz_window_import_workbook (MZ_WINDOW (parent), path, label);
      return;
    }
  if (g_str_has_suffix (lower, ".csv") &&
      mz_window_import_actuals (MZ_WINDOW (parent), path, label))
    return;
  if (g_str_has_suffix (lower, ".csv"))
    import_losses (MZ_WINDOW (parent), path, label);
  else
    mz_window_import_path (MZ_WINDOW (parent), path, label);
}

void
mz_window_import (MzWindow *self)
{
  MzFileQuestion question = {_ ("Import a model, losses or actuals"), FALSE, NULL, MZ_FILE_IMPORT};
  mz_choose_file (GTK_WINDOW (self), &question, import_chosen, NULL);
}
