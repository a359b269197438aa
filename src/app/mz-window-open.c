/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Opening: files, samples, work that was left behind, and files dropped on the window. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-file-dialogs.h"
#include "mz-recent.h"
#include "mz-sample.h"
#include "mz-window-private.h"

static MzWindow *
window_for_document (MzWindow *self)
{
  return self->workspace == NULL
             ? self
             : mz_window_for_opening (gtk_window_get_application (GTK_WINDOW (self)));
}

/* Shows @document, or says why there is none. */
static gboolean
show_document (MzWindow *self, MzDocument *document, const char *heading, GError *error)
{
  MzWindow *window;

  if (document == NULL)
    {
      mz_tell_error (GTK_WINDOW (self), heading, error->message);
      return FALSE;
    }
  window = window_for_document (self);
  mz_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
}

static gboolean
is_json (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  return g_str_has_suffix (lower, ".json");
}

static MzDocument *
document_from_json (const char *path, GError **error)
{
  g_autoptr (MzModel) model = mz_model_load (mz_schema_default (), path, mz_language (), error);
  return model != NULL ? mz_document_new_from_model (model, error) : NULL;
}

/* The window that shows the file already. */
static MzWindow *
find_window (MzWindow *self, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *w = gtk_application_get_windows (application); w != NULL; w = w->next)
    {
      MzDocument *document = MZ_IS_WINDOW (w->data) ? mz_window_document (w->data) : NULL;
      if (document != NULL && g_strcmp0 (mz_document_path (document), path) == 0)
        return w->data;
    }
  return NULL;
}

static void
open_file (MzWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzDocument) document = is_json (path)
                                        ? document_from_json (path, &error)
                                        : mz_document_open (mz_schema_default (), path, &error);

  if (!show_document (self, document, _ ("The file cannot be opened"), error))
    mz_recent_remove (path);
  mz_window_refresh_recent (self);
  mz_start_page_refresh (self->start_page);
}

typedef struct
{
  char *path;
  char *recovery;
} Left;

static void
left_free (gpointer data)
{
  Left *left = data;
  g_free (left->path);
  g_free (left->recovery);
  g_free (left);
}

static void
left_answered (GtkWindow *parent, const char *response, gpointer data)
{
  Left *left = data;
  if (g_str_equal (response, "recover"))
    mz_window_recover (MZ_WINDOW (parent), left->recovery);
  else if (g_str_equal (response, "saved"))
    open_file (MZ_WINDOW (parent), left->path);
}

/* Asks what to do when edits of @path never reached it; Returns: whether there are any. */
static gboolean
offer_left_work (MzWindow *self, const char *path)
{
  g_autoptr (GPtrArray) recoveries = mz_document_recoveries ();
  const MzResponse responses[] = {{"later", _ ("_Cancel"), 0},
                                  {"saved", _ ("Open _saved file"), 0},
                                  {"recover", _ ("_Recover"), 1}};

  for (guint i = 0; i < recoveries->len; i++)
    {
      const MzRecovery *recovery = recoveries->pdata[i];
      g_autofree char *name = g_filename_display_basename (path);
      g_autofree char *body = NULL;
      Left *left;
      if (g_strcmp0 (recovery->file, path) != 0)
        continue;
      body = g_strdup_printf (
          g_dngettext (
              GETTEXT_PACKAGE,
              "%u edit of “%s” was kept when the program ended, but is not in the file.",
              "%u edits of “%s” were kept when the program ended, but are not in the file.",
              recovery->edits),
          recovery->edits, name);
      left = g_new (Left, 1);
      *left = (Left){g_strdup (path), g_strdup (recovery->path)};
      mz_ask (GTK_WINDOW (self), _ ("Recover unsaved work?"), body, responses,
              G_N_ELEMENTS (responses), left_answered, left, left_free);
      return TRUE;
    }
  return FALSE;
}

void
mz_window_open (MzWindow *self, const char *path)
{
  MzWindow *shown = find_window (self, path);

  if (shown != NULL)
    {
      gtk_window_present (GTK_WINDOW (shown));
      return;
    }
  if (!offer_left_work (self, path))
    open_file (self, path);
}

void
mz_window_take_sample (MzWindow *self, MzDocument *document, GError *error)
{
  show_document (self, document, _ ("The sample cannot be opened"), error);
}

void
mz_window_open_sample (MzWindow *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzDocument) document = mz_sample_open (id, &error);
  mz_window_take_sample (self, document, error);
}

gboolean
mz_window_recover (MzWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzDocument) document = mz_document_recover (mz_schema_default (), path, &error);
  gboolean shown = show_document (self, document, _ ("The work cannot be recovered"), error);

  mz_start_page_refresh (self->start_page);
  return shown;
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  MzWindow *self = data;
  GSList *files = g_value_get_boxed (value);

  for (GSList *f = files; f != NULL; f = f->next)
    {
      g_autofree char *path = g_file_get_path (f->data);
      g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
      g_autofree char *label = NULL;
      if (path == NULL)
        continue;
      if (!is_json (path) || self->workspace == NULL)
        {
          mz_window_open (self, path);
          continue;
        }
      label = g_strdup_printf (_ ("Import “%s”"), name);
      mz_window_import_path (self, path, label);
    }
  return files != NULL;
}

void
mz_window_accept_drops (MzWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
