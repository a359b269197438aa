/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What tests of widgets share: a workspace on the EC-site firm or on nothing, a window around a widget, waiting with a
 * deadline, finding widgets, and pictures of them. */

#pragma once

#include <adwaita.h>

#include "mz-workspace.h"

/** fixture_init: starts GTK for a test program that writes nothing outside its own folders */
void fixture_init (int *argc, char ***argv);

/** fixture_workspace: Returns: (transfer full): a workspace on a sample in the language of the program, or on an empty
 * model for %NULL */
MzWorkspace *fixture_workspace (const char *sample);

/** fixture_close: gives up the document of @workspace and frees both */
void fixture_close (MzWorkspace *workspace);

/** fixture_show: Returns: (transfer none): a window of that size with @child, mapped */
GtkWidget *fixture_show (GtkWidget *child, int width, int height);

/** fixture_hide: destroys the window and waits until it is gone */
void fixture_hide (GtkWidget *window);

/** fixture_settle: lets everything that is due happen */
void fixture_settle (void);

/** FixtureCheck: Returns: whether what is waited for has come */
typedef gboolean (*FixtureCheck) (gpointer data);

/** fixture_wait: waits until @check says so, fails after ten seconds */
void fixture_wait (FixtureCheck check, gpointer data);

/** fixture_find: Returns: (transfer none) (nullable): the first widget of @type inside @widget, itself included */
GtkWidget *fixture_find (GtkWidget *widget, GType type);

/** fixture_find_all: Returns: (transfer container): all widgets of @type inside @widget, in order */
GPtrArray *fixture_find_all (GtkWidget *widget, GType type);

/** fixture_count: Returns: how many widgets of @type are inside @widget */
guint fixture_count (GtkWidget *widget, GType type);

/** fixture_picture: writes what @widget looks like into @name.png of the folder MEZASU_TEST_PICTURES, if that is set;
 * Returns: whether anything is drawn at all */
gboolean fixture_picture (GtkWidget *widget, const char *name);
