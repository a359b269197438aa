/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Other copies of the document: comparing with one, taking in its changes, and the copy for the next year. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/carry.h"
#include "mezasu/language.h"
#include "mezasu/model-json.h"
#include "mz-difference-window.h"
#include "mz-file-dialogs.h"
#include "mz-window-private.h"

static MzModel *
load (MzWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  MzModel *model = mz_model_load (mz_model_schema (mz_workspace_model (self->workspace)), path,
                                  mz_language (), &error);

  if (model == NULL)
    mz_tell_error (GTK_WINDOW (self), _ ("The file cannot be read"), error->message);
  return model;
}

static void
compare_chosen (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  MzWindow *self = MZ_WINDOW (parent);
  g_autoptr (MzModel) other = load (self, path);
  g_autofree char *name = g_filename_display_basename (path);

  if (other != NULL)
    gtk_window_present (GTK_WINDOW (mz_compare_window_new (self, other, name)));
}

void
mz_window_compare (MzWindow *self)
{
  MzFileQuestion question = {_ ("Compare with another document"), FALSE, NULL,
                             MZ_FILE_DOCUMENT_OR_JSON};
  mz_choose_file (GTK_WINDOW (self), &question, compare_chosen, NULL);
}

static void
take_in_chosen (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  MzWindow *self = MZ_WINDOW (parent);
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) theirs = load (self, path);
  g_autoptr (MzModel) base = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  GtkWidget *window = NULL;

  if (theirs == NULL)
    return;
  base = mz_document_common_state (mz_window_document (self), path, &error);
  if (error == NULL)
    window = mz_take_in_window_new (self, base, theirs, name, &error);
  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    mz_tell_error (GTK_WINDOW (self), _ ("The changes cannot be taken in"), error->message);
}

void
mz_window_take_in (MzWindow *self)
{
  MzFileQuestion question = {_ ("Take in changes from another copy"), FALSE, NULL,
                             MZ_FILE_DOCUMENT_OR_JSON};
  mz_choose_file (GTK_WINDOW (self), &question, take_in_chosen, NULL);
}

void
mz_window_carry (MzWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) next = mz_carry (mz_workspace_model (self->workspace), &error);
  g_autoptr (MzDocument) document = next == NULL ? NULL : mz_document_new_from_model (next, &error);
  MzWindow *window;

  if (document == NULL)
    {
      mz_tell_error (GTK_WINDOW (self), _ ("The next year cannot begin"), error->message);
      return;
    }
  window = mz_window_for_opening (gtk_window_get_application (GTK_WINDOW (self)));
  mz_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  mz_window_tell (window,
                  _ ("This is the next year, as a document of its own: save it under a new name."),
                  FALSE);
}
