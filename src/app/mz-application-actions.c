/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The commands of the program, one row each. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-actions.h"
#include "mz-application.h"
#include "mz-file-dialogs.h"
#include "mz-manual.h"
#include "mz-preferences.h"
#include "mz-window.h"

static GtkWindow *
active_window (gpointer owner)
{
  GtkWindow *window = gtk_application_get_active_window (owner);

  /* A question or a list may be in front; commands are about the document behind it. */
  while (window != NULL && !MZ_IS_WINDOW (window) && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  if (window == NULL || !MZ_IS_WINDOW (window))
    window = GTK_WINDOW (mz_window_for_opening (owner));
  return window;
}

static void
new_document (gpointer owner, GVariant *parameter)
{
  mz_application_new_document (owner);
}

static void
open_chosen (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  mz_window_open (MZ_WINDOW (parent), path);
}

static void
open_document (gpointer owner, GVariant *parameter)
{
  MzFileQuestion question = {_ ("Open a document"), FALSE, NULL, MZ_FILE_DOCUMENT_OR_JSON};
  mz_choose_file (active_window (owner), &question, open_chosen, NULL);
}

static void
show_preferences (gpointer owner, GVariant *parameter)
{
  GtkWindow *window = active_window (owner);
  gtk_window_present (
      GTK_WINDOW (mz_preferences_new (window, mz_window_workspace (MZ_WINDOW (window)))));
}

static void
show_shortcuts (gpointer owner, GVariant *parameter)
{
  GtkWidget *shortcuts = mz_shortcuts_window_new ();
  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), active_window (owner));
  gtk_window_present (GTK_WINDOW (shortcuts));
}

static void
show_manual (gpointer owner, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (mz_manual_window_new (active_window (owner))));
}

static void
show_about (gpointer owner, GVariant *parameter)
{
  adw_show_about_window (
      active_window (owner), "application-name", "Mezasu", "application-icon", MZ_APP_ID, "version",
      MZ_VERSION, "developer-name", _ ("The Mezasu authors"), "copyright",
      "© 2026 The Mezasu authors", "license-type", GTK_LICENSE_APACHE_2_0, "comments",
      _ ("Models a company, its risks and its options after ISO 31000, up to the page that "
         "the board decides from."),
      NULL);
}

static void
quit (gpointer owner, GVariant *parameter)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (owner));

  /* Each window asks for itself; the program ends with the last. */
  for (GList *w = windows; w != NULL; w = w->next)
    if (MZ_IS_WINDOW (w->data))
      gtk_window_close (w->data);
}

#define PROGRAM N_ ("Program")

static const MzAction actions[] = {
    {"app.new", N_ ("_New Document"), "<Primary>n", PROGRAM, MZ_MENU_NONE, NULL, new_document,
     NULL},
    {"app.open", N_ ("_Open…"), "<Primary>o", PROGRAM, MZ_MENU_NONE, NULL, open_document, NULL},
    {"app.preferences", N_ ("_Preferences"), "<Primary>comma", PROGRAM, MZ_MENU_PROGRAM, NULL,
     show_preferences, NULL},
    {"app.shortcuts", N_ ("_Keyboard Shortcuts"), "<Primary>question", PROGRAM, MZ_MENU_PROGRAM,
     NULL, show_shortcuts, NULL},
    {"app.manual", N_ ("_Manual"), "F1", PROGRAM, MZ_MENU_PROGRAM, NULL, show_manual, NULL},
    {"app.about", N_ ("_About Mezasu"), NULL, PROGRAM, MZ_MENU_PROGRAM, NULL, show_about, NULL},
    {"app.quit", N_ ("_Quit"), "<Primary>q", PROGRAM, MZ_MENU_PROGRAM, NULL, quit, NULL},
};

const MzAction *
mz_application_actions (guint *n)
{
  *n = G_N_ELEMENTS (actions);
  return actions;
}
