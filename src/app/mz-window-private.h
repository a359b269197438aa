/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the files of the window share. */

#pragma once

#include "mz-guide.h"
#include "mz-search-button.h"
#include "mz-sidebar.h"
#include "mz-start-page.h"
#include "mz-window.h"

G_BEGIN_DECLS

/**
 * MzWindow:
 * @workspace: (nullable): %NULL on the start page
 * @scenario_ids: ids of the scenarios in the switcher
 * @filling: whether the switcher is being filled, so that its selection is not the person's
 * @reveal: shows the inspector once a second click would have come
 * @placing: the inspector is shown or hidden by the window itself
 * @inspector_refused: it was closed by hand while something was selected, so it stays closed
 * @clock: refreshes the state once a minute, because "14:02" becomes a date at midnight
 */
struct _MzWindow
{
  AdwApplicationWindow parent_instance;
  MzWorkspace *workspace;
  GPtrArray *scenario_ids;
  gboolean filling;
  guint clock;
  guint reveal;
  gboolean placing;
  gboolean inspector_refused;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkStack *view;
  GtkStack *pages;
  AdwFlap *sidebar_flap;
  AdwFlap *inspector_flap;
  AdwFlap *guide_flap;
  AdwBin *guide;
  AdwBin *inspector;
  MzStartPage *start_page;
  MzSidebar *sidebar;
  MzSearchButton *search_button;
  GtkMenuButton *recent_button;
  GtkMenuButton *menu_button;
  GtkWidget *sidebar_button;
  GtkWidget *inspector_button;
  GtkWidget *guide_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkDropDown *scenario_button;
  GtkStringList *scenario_names;
};

/** MzAfterSave: what follows when the document is in its file */
typedef enum
{
  MZ_AFTER_SAVE_NOTHING,
  MZ_AFTER_SAVE_CLOSE
} MzAfterSave;

/** mz_window_refresh: lets header bar, sidebar and actions say what is true now */
void mz_window_refresh (MzWindow *self);

/**
 * mz_window_settle:
 * @self: a window
 *
 * Typing in a field becomes an edit when it rests or the field is left. Before anything that looks at the document as a
 * whole, the field is left and taken again, so that what is seen is what is saved, exported or undone.
 */
void mz_window_settle (MzWindow *self);

/** mz_window_refresh_recent: fills the list of recent documents beside the open button */
void mz_window_refresh_recent (MzWindow *self);

/** mz_window_save: saves the document; asks for a file when it has none, and what to do when somebody changed it */
void mz_window_save (MzWindow *self, MzAfterSave after);

/** mz_window_save_as: asks for a file and saves there */
void mz_window_save_as (MzWindow *self, MzAfterSave after);

/** mz_window_may_close: Returns: whether nothing would be lost; else the person is asked and closes again */
gboolean mz_window_may_close (MzWindow *self);

/** mz_window_share_copy: asks for a file and writes a copy without history */
void mz_window_share_copy (MzWindow *self);

/** mz_window_import: asks for a model or a table of losses and takes it over as one edit */
void mz_window_import (MzWindow *self);

/** mz_window_import_path: takes over the model in @path as one edit called @label */
void mz_window_import_path (MzWindow *self, const char *path, const char *label);

/** mz_window_export: asks for a file and writes the model as JSON */
void mz_window_export (MzWindow *self);

/** mz_window_export_registers: asks for a file and writes the registers as a workbook */
void mz_window_export_registers (MzWindow *self);

/** mz_window_import_workbook: shows what the registers of the workbook at @path would change, then takes them over */
void mz_window_import_workbook (MzWindow *self, const char *path, const char *label);

/** mz_window_guide: Returns: (transfer none) (nullable): the guide while it is shown */
MzGuide *mz_window_guide (MzWindow *self);

/** mz_window_accept_drops: lets files be dropped on the window */
void mz_window_accept_drops (MzWindow *self);

/** mz_window_import_actuals: takes over the actuals of the table at @path; Returns: whether it was one of actuals */
gboolean mz_window_import_actuals (MzWindow *self, const char *path, const char *label);

/** mz_window_compare: asks for another document and lists how this one differs from it */
void mz_window_compare (MzWindow *self);

/** mz_window_take_in: asks for another copy and offers its changes, conflicts one by one */
void mz_window_take_in (MzWindow *self);

/** mz_window_carry: opens the model of the next fiscal year as a new document */
void mz_window_carry (MzWindow *self);

G_END_DECLS
