/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The commands of a window, one row each. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-actions.h"
#include "mz-file-dialogs.h"
#include "mz-pages.h"
#include "mz-past-window.h"
#include "mz-trace-window.h"
#include "mz-window-private.h"

/* When a command can be used. */

static gboolean
has_document (gpointer owner)
{
  return mz_window_workspace (owner) != NULL;
}

static gboolean
can_edit (gpointer owner)
{
  return has_document (owner) && mz_document_read_only (mz_window_document (owner)) == NULL;
}

static gboolean
can_undo (gpointer owner)
{
  return can_edit (owner) && mz_document_undo_label (mz_window_document (owner)) != NULL;
}

static gboolean
can_redo (gpointer owner)
{
  return can_edit (owner) && mz_document_redo_label (mz_window_document (owner)) != NULL;
}

static gboolean
has_selection (gpointer owner)
{
  return has_document (owner) && mz_workspace_selected (mz_window_workspace (owner)) != NULL;
}

static gboolean
has_guide (gpointer owner)
{
  return can_edit (owner) && mz_window_guide (owner) != NULL;
}

/* Nothing to choose: the row of an empty menu. */
static gboolean
never (gpointer owner)
{
  return FALSE;
}

/* What a command does. */

static void
save (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_window_save (owner, MZ_AFTER_SAVE_NOTHING);
}

static void
save_as (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_window_save_as (owner, MZ_AFTER_SAVE_NOTHING);
}

static void
share_copy (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_window_share_copy (owner);
}

static void
import_model (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_window_import (owner);
}

static void
export_model (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_window_export (owner);
}

static void
export_registers (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_window_export_registers (owner);
}

static void
undo (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_workspace_undo (mz_window_workspace (owner));
}

static void
redo (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_workspace_redo (mz_window_workspace (owner));
}

static void
find (gpointer owner, GVariant *parameter)
{
  mz_search_button_open (MZ_WINDOW (owner)->search_button);
}

static void
toggle (AdwFlap *flap)
{
  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
toggle_sidebar (gpointer owner, GVariant *parameter)
{
  toggle (MZ_WINDOW (owner)->sidebar_flap);
}

static void
toggle_inspector (gpointer owner, GVariant *parameter)
{
  toggle (MZ_WINDOW (owner)->inspector_flap);
}

static void
toggle_guide (gpointer owner, GVariant *parameter)
{
  toggle (MZ_WINDOW (owner)->guide_flap);
}

static void
guide_next (gpointer owner, GVariant *parameter)
{
  mz_guide_next (mz_window_guide (owner));
}

static void
guide_back (gpointer owner, GVariant *parameter)
{
  mz_guide_back (mz_window_guide (owner));
}

static void
guide_skip (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_guide_pass (mz_window_guide (owner));
}

static void
open_details (gpointer owner, GVariant *parameter)
{
  adw_flap_set_reveal_flap (MZ_WINDOW (owner)->inspector_flap, TRUE);
}

static void
show_trace (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  gtk_window_present (GTK_WINDOW (mz_trace_window_new (owner)));
}

static void
compare (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_window_compare (owner);
}

static void
take_in (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_window_take_in (owner);
}

static void
carry (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  mz_window_carry (owner);
}

static void
show_history (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  gtk_window_present (GTK_WINDOW (mz_history_window_new (owner)));
}

static void
show_backups (gpointer owner, GVariant *parameter)
{
  mz_window_settle (owner);
  gtk_window_present (GTK_WINDOW (mz_backups_window_new (owner)));
}

static void
show_menu (gpointer owner, GVariant *parameter)
{
  gtk_menu_button_popup (MZ_WINDOW (owner)->menu_button);
}

static void
close_window (gpointer owner, GVariant *parameter)
{
  gtk_window_close (owner);
}

static void
show_page (gpointer owner, GVariant *parameter)
{
  mz_window_show_page (owner, g_variant_get_string (parameter, NULL));
}

/* To the page before or after the one that is shown; the ends stay. */
static void
turn_page (MzWindow *self, int step)
{
  const char *shown = mz_window_page (self);

  for (guint i = 0; shown != NULL && mz_pages_nth (i) != NULL; i++)
    if (g_str_equal (mz_pages_nth (i)->name, shown))
      {
        const MzPageInfo *other = (int)i + step >= 0 ? mz_pages_nth ((guint)((int)i + step)) : NULL;

        if (other != NULL)
          mz_window_show_page (self, other->name);
        return;
      }
}

static void
page_next (gpointer owner, GVariant *parameter)
{
  turn_page (owner, 1);
}

static void
page_back (gpointer owner, GVariant *parameter)
{
  turn_page (owner, -1);
}

static void
jump (gpointer owner, GVariant *parameter)
{
  mz_window_jump (owner, g_variant_get_string (parameter, NULL));
}

static void
open_saved (gpointer owner, GVariant *parameter)
{
  mz_window_open (owner, g_variant_get_string (parameter, NULL));
}

static void
open_sample (gpointer owner, GVariant *parameter)
{
  mz_window_open_sample (owner, g_variant_get_string (parameter, NULL));
}

static void
recover (gpointer owner, GVariant *parameter)
{
  mz_window_recover (owner, g_variant_get_string (parameter, NULL));
}

static void
forget_answered (GtkWindow *parent, const char *response, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "forget"))
    return;
  if (!mz_document_forget (data, &error))
    mz_tell_error (parent, _ ("The work cannot be deleted"), error->message);
  mz_start_page_refresh (MZ_WINDOW (parent)->start_page);
}

/* The only copy of the work goes: no undo brings it back, so this is asked. */
static void
forget (gpointer owner, GVariant *parameter)
{
  const MzResponse responses[] = {{"cancel", _ ("_Cancel"), 0}, {"forget", _ ("_Forget"), 2}};
  mz_ask (owner, _ ("Forget this work?"),
          _ ("The edits that never reached the file are deleted. The file stays as it is."),
          responses, G_N_ELEMENTS (responses), forget_answered,
          g_variant_dup_string (parameter, NULL), g_free);
}

static void
nothing (gpointer owner, GVariant *parameter)
{
}

#define DOCUMENT N_ ("Document")
#define EDITING N_ ("Editing")
#define VIEW N_ ("View")

static const MzAction actions[] = {
    {"win.save", N_ ("_Save"), "<Primary>s", DOCUMENT, MZ_MENU_FILE, NULL, save, can_edit},
    {"win.save-as", N_ ("Save _As…"), "<Primary><Shift>s", DOCUMENT, MZ_MENU_FILE, NULL, save_as,
     can_edit},
    {"win.share", N_ ("Share a _Copy without History…"), NULL, DOCUMENT, MZ_MENU_FILE, NULL,
     share_copy, can_edit},
    {"win.close", N_ ("_Close"), "<Primary>w", DOCUMENT, MZ_MENU_NONE, NULL, close_window, NULL},
    {"win.import", N_ ("_Import a Model or Losses…"), "<Primary>i", DOCUMENT, MZ_MENU_EXCHANGE,
     NULL, import_model, can_edit},
    {"win.export", N_ ("_Export as JSON…"), "<Primary>e", DOCUMENT, MZ_MENU_EXCHANGE, NULL,
     export_model, has_document},
    {"win.export-registers", N_ ("Export _Registers as a Workbook…"), NULL, DOCUMENT,
     MZ_MENU_EXCHANGE, NULL, export_registers, has_document},
    {"win.compare", N_ ("Compare with Another _Document…"), NULL, DOCUMENT, MZ_MENU_COPIES, NULL,
     compare, has_document},
    {"win.take-in", N_ ("_Take in Changes from Another Copy…"), NULL, DOCUMENT, MZ_MENU_COPIES,
     NULL, take_in, can_edit},
    {"win.carry", N_ ("Carry into the _Next Year"), NULL, DOCUMENT, MZ_MENU_COPIES, NULL, carry,
     has_document},
    {"win.undo", N_ ("_Undo"), "<Primary>z", EDITING, MZ_MENU_NONE, NULL, undo, can_undo},
    {"win.redo", N_ ("_Redo"), "<Primary><Shift>z <Primary>y", EDITING, MZ_MENU_NONE, NULL, redo,
     can_redo},
    {"win.find", N_ ("_Find"), "<Primary>f", EDITING, MZ_MENU_NONE, NULL, find, has_document},
    {"win.history", N_ ("_History"), "<Primary>h", EDITING, MZ_MENU_PAST, NULL, show_history,
     can_edit},
    {"win.backups", N_ ("_Backups"), NULL, EDITING, MZ_MENU_PAST, NULL, show_backups, can_edit},
    {"win.sidebar", N_ ("_Steps"), "F8", VIEW, MZ_MENU_NONE, NULL, toggle_sidebar, has_document},
    {"win.guide", N_ ("_Guide"), "F7", VIEW, MZ_MENU_NONE, NULL, toggle_guide, can_edit},
    {"win.guide-next", N_ ("Next Question"), "<Alt>Page_Down", VIEW, MZ_MENU_NONE, NULL, guide_next,
     has_guide},
    {"win.guide-back", N_ ("Question Before"), "<Alt>Page_Up", VIEW, MZ_MENU_NONE, NULL, guide_back,
     has_guide},
    {"win.guide-skip", N_ ("Skip the Question"), "<Alt>End", VIEW, MZ_MENU_NONE, NULL, guide_skip,
     has_guide},
    {"win.open-details", N_ ("_Open in the Details"), NULL, NULL, MZ_MENU_NONE, NULL, open_details,
     has_document},
    {"win.trace", N_ ("Show the _Trace"), "<Primary>t", VIEW, MZ_MENU_NONE, NULL, show_trace,
     has_selection},
    {"win.inspector", N_ ("_Details"), "F9", VIEW, MZ_MENU_NONE, NULL, toggle_inspector,
     has_document},
    {"win.menu", N_ ("_Menu"), "F10", VIEW, MZ_MENU_NONE, NULL, show_menu, NULL},
    {"win.page-next", N_ ("Next Page"), "<Primary>Page_Down", VIEW, MZ_MENU_NONE, NULL, page_next,
     has_document},
    {"win.page-back", N_ ("Page Before"), "<Primary>Page_Up", VIEW, MZ_MENU_NONE, NULL, page_back,
     has_document},
    {"win.page", N_ ("Show a page"), NULL, NULL, MZ_MENU_NONE, "s", show_page, has_document},
    {"win.jump", N_ ("Show a record"), NULL, NULL, MZ_MENU_NONE, "s", jump, has_document},
    {"win.open-saved", N_ ("Open the saved file"), NULL, NULL, MZ_MENU_NONE, "s", open_saved, NULL},
    {"win.open-sample", N_ ("Open a sample firm"), NULL, NULL, MZ_MENU_NONE, "s", open_sample,
     NULL},
    {"win.recover", N_ ("Recover"), NULL, NULL, MZ_MENU_NONE, "s", recover, NULL},
    {"win.forget", N_ ("Forget"), NULL, NULL, MZ_MENU_NONE, "s", forget, NULL},
    {"win.none", N_ ("No recent documents"), NULL, NULL, MZ_MENU_NONE, NULL, nothing, never},
};

const MzAction *
mz_window_actions (guint *n)
{
  *n = G_N_ELEMENTS (actions);
  return actions;
}
