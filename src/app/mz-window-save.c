/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Saving and closing. Nothing here says "saved": the subtitle does, when the document does. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-file-dialogs.h"
#include "mz-recent.h"
#include "mz-state-text.h"
#include "mz-window-private.h"

static void
ask_about_conflict (MzWindow *self, const char *path, const char *message, MzAfterSave after);

static void
close_for_good (MzWindow *self, gboolean discard)
{
  mz_document_close (mz_window_document (self), discard);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What follows a try to save in @path. */
static void
conclude (MzWindow *self, const char *path, gboolean saved, GError *error, MzAfterSave after)
{
  if (saved)
    {
      mz_recent_add (path);
      mz_window_refresh_recent (self);
      if (after == MZ_AFTER_SAVE_CLOSE)
        close_for_good (self, FALSE);
      else
        mz_window_refresh (self);
      return;
    }
  mz_window_refresh (self);
  if (g_error_matches (error, MZ_STORE_ERROR, MZ_STORE_ERROR_CONFLICT))
    ask_about_conflict (self, path, error->message, after);
  else
    mz_tell_error (GTK_WINDOW (self), _ ("The document is not saved"), error->message);
}

static void
save_in (MzWindow *self, const char *path, gboolean overwrite, MzAfterSave after)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = mz_document_save_as (mz_window_document (self), path, overwrite, &error);
  conclude (self, path, saved, error, after);
}

static void
file_chosen (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  save_in (MZ_WINDOW (parent), path, confirmed, (MzAfterSave)GPOINTER_TO_INT (data));
}

void
mz_window_save_as (MzWindow *self, MzAfterSave after)
{
  g_autofree char *name = mz_suggest_name (mz_window_document (self), MZ_DOCUMENT_SUFFIX);
  MzFileQuestion question = {_ ("Save the document"), TRUE, name, MZ_FILE_DOCUMENT};
  mz_choose_file (GTK_WINDOW (self), &question, file_chosen, GINT_TO_POINTER (after));
}

typedef struct
{
  char *path;
  MzAfterSave after;
} Conflict;

static void
conflict_free (gpointer data)
{
  Conflict *conflict = data;
  g_free (conflict->path);
  g_free (conflict);
}

static void
conflict_answered (GtkWindow *parent, const char *response, gpointer data)
{
  Conflict *conflict = data;
  if (g_str_equal (response, "other"))
    mz_window_save_as (MZ_WINDOW (parent), conflict->after);
  else if (g_str_equal (response, "replace"))
    save_in (MZ_WINDOW (parent), conflict->path, TRUE, conflict->after);
}

static void
ask_about_conflict (MzWindow *self, const char *path, const char *message, MzAfterSave after)
{
  const MzResponse responses[] = {{"cancel", _ ("_Cancel"), 0},
                                  {"replace", _ ("_Replace"), 2},
                                  {"other", _ ("Save as _another file…"), 1}};
  Conflict *conflict = g_new (Conflict, 1);

  *conflict = (Conflict){g_strdup (path), after};
  mz_ask (GTK_WINDOW (self), _ ("Replace the other file?"), message, responses,
          G_N_ELEMENTS (responses), conflict_answered, conflict, conflict_free);
}

void
mz_window_save (MzWindow *self, MzAfterSave after)
{
  MzDocument *document = mz_window_document (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (mz_document_path (document));
  gboolean saved;

  if (path == NULL)
    {
      mz_window_save_as (self, after);
      return;
    }
  saved = mz_document_save (document, &error);
  conclude (self, path, saved, error, after);
}

static void
close_answered (GtkWindow *parent, const char *response, gpointer data)
{
  MzWindow *self = MZ_WINDOW (parent);
  if (g_str_equal (response, "save"))
    mz_window_save (self, MZ_AFTER_SAVE_CLOSE);
  else if (g_str_equal (response, "discard"))
    close_for_good (self, TRUE);
}

/* Whether closing would lose something: a sample or an empty document nobody edited is no work. */
static gboolean
has_unsaved_work (MzDocument *document)
{
  if (mz_document_read_only (document) != NULL)
    return FALSE;
  if (mz_document_path (document) == NULL)
    return mz_document_undo_label (document) != NULL || mz_document_redo_label (document) != NULL;
  return mz_document_state (document) != MZ_DOCUMENT_SAVED;
}

gboolean
mz_window_may_close (MzWindow *self)
{
  MzDocument *document = mz_window_document (self);
  const MzResponse responses[] = {
      {"cancel", _ ("_Cancel"), 0}, {"discard", _ ("_Discard"), 2}, {"save", _ ("_Save"), 1}};
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  if (document == NULL)
    return TRUE;
  if (!has_unsaved_work (document))
    {
      mz_document_close (document, TRUE);
      return TRUE;
    }
  name = mz_document_name (document);
  heading = g_strdup_printf (_ ("Save the changes of “%s”?"), name);
  mz_ask (GTK_WINDOW (self), heading, _ ("What is not saved is lost when you discard it."),
          responses, G_N_ELEMENTS (responses), close_answered, NULL, NULL);
  return FALSE;
}
