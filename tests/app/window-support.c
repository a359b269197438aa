/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What tests of the window share. */

#include "config.h"

#include "window-support.h"

#include "mz-file-dialogs.h"

static char *next_path;
static char *next_response;
static char *heading_said;
static char *body_said;

static char *
choose (const MzFileQuestion *question)
{
  return g_steal_pointer (&next_path);
}

static const char *
answer (const char *heading, const char *body)
{
  g_free (heading_said);
  g_free (body_said);
  heading_said = g_strdup (heading);
  body_said = g_strdup (body);
  return next_response;
}

void
answer_with (const char *path, const char *response)
{
  g_free (next_path);
  g_free (next_response);
  g_clear_pointer (&heading_said, g_free);
  g_clear_pointer (&body_said, g_free);
  next_path = g_strdup (path);
  next_response = g_strdup (response != NULL ? response : "close");
  mz_dialogs_replace (choose, answer);
}

const char *
last_heading (void)
{
  return heading_said;
}

const char *
last_body (void)
{
  return body_said;
}

MzApplication *
start_program (void)
{
  static MzApplication *application;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;
  application = mz_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

MzWindow *
open_sample (void)
{
  MzWindow *window = mz_window_for_opening (GTK_APPLICATION (start_program ()));

  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window)) &&
            gtk_widget_get_width (GTK_WIDGET (window)) > 0);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", "s", "ec-site"));
  g_assert_nonnull (mz_window_document (window));
  return window;
}

void
close_window (MzWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  answer_with (NULL, "discard");
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (window == NULL);
}

GtkWidget *
find_widget (GtkWidget *root, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, id);
      if (found != NULL)
        return found;
    }
  return NULL;
}

const char *
title_of (MzWindow *window)
{
  return adw_window_title_get_title (ADW_WINDOW_TITLE (find_widget (GTK_WIDGET (window), "title")));
}

const char *
subtitle_of (MzWindow *window)
{
  return adw_window_title_get_subtitle (
      ADW_WINDOW_TITLE (find_widget (GTK_WIDGET (window), "title")));
}

void
rename_firm (MzWindow *window, const char *name)
{
  MzWorkspace *workspace = mz_window_workspace (window);
  MzRecord *firm = mz_model_single (mz_workspace_model (workspace), "organisation");
  MzEdit *edit = mz_edit_new (NULL);

  mz_edit_set_text (edit, mz_record_kind (firm), mz_record_id (firm), "name", name);
  g_assert_true (mz_workspace_edit (workspace, edit, NULL));
}

const char *
firm_name (MzWindow *window)
{
  MzWorkspace *workspace = mz_window_workspace (window);
  return mz_record_text (mz_model_single (mz_workspace_model (workspace), "organisation"), "name");
}

char *
temporary_path (const char *name)
{
  static char *folder;
  if (folder == NULL)
    folder = g_dir_make_tmp ("mezasu-window-XXXXXX", NULL);
  g_assert_nonnull (folder);
  return g_build_filename (folder, name, NULL);
}
