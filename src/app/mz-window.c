/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The window: its life, its document and its pages. What it says is in mz-window-state.c, what can be done in
 * mz-window-actions.c. */

#include "config.h"

#include "mz-window.h"

#include <glib/gi18n-lib.h>

#include "mz-actions.h"
#include "mz-guide.h"
#include "mz-pages.h"
#include "mz-recent.h"
#include "mz-window-private.h"

G_DEFINE_FINAL_TYPE (MzWindow, mz_window, ADW_TYPE_APPLICATION_WINDOW)

#define TOAST_SECONDS 5

/* Below this width an inspector without a record would take room that the page needs. */
#define ROOMY_WIDTH 1400

/* The inspector. */

static void
place_inspector (MzWindow *self, gboolean shown)
{
  self->placing = TRUE;
  adw_flap_set_reveal_flap (self->inspector_flap, shown);
  self->placing = FALSE;
}

static int
window_width (MzWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height;

  /* GTK 4.8 writes both numbers, whether they are asked for or not. */
  if (width == 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  return width;
}

static gboolean
reveal_cb (gpointer data)
{
  MzWindow *self = data;

  self->reveal = 0;
  if (!adw_flap_get_folded (self->inspector_flap) && !self->inspector_refused)
    place_inspector (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* A page that narrows under the pointer would spoil a double click, so its time is waited for. */
static void
selection_changed_cb (MzWorkspace *workspace, MzWindow *self)
{
  const MzAction *actions;
  guint n;
  int wait;

  actions = mz_window_actions (&n);
  mz_actions_update (G_ACTION_MAP (self), actions, n);
  g_clear_handle_id (&self->reveal, g_source_remove);
  if (mz_workspace_selected (workspace) == NULL)
    {
      if (window_width (self) < ROOMY_WIDTH)
        place_inspector (self, FALSE);
      return;
    }
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &wait, NULL);
  self->reveal = g_timeout_add ((guint)wait, reveal_cb, self);
}

static void
revealed_cb (AdwFlap *flap, GParamSpec *pspec, MzWindow *self)
{
  if (self->placing || self->workspace == NULL || adw_flap_get_folded (flap))
    return;
  self->inspector_refused =
      !adw_flap_get_reveal_flap (flap) && mz_workspace_selected (self->workspace) != NULL;
}

/* The guide is made when it is first wanted: it reads sample firms. */
static void
guide_revealed_cb (AdwFlap *flap, GParamSpec *pspec, MzWindow *self)
{
  if (self->workspace == NULL)
    return;
  if (adw_flap_get_reveal_flap (flap))
    {
      if (adw_bin_get_child (self->guide) == NULL)
        adw_bin_set_child (self->guide, mz_guide_new (self->workspace));
      mz_guide_begin (MZ_GUIDE (adw_bin_get_child (self->guide)));
    }
  mz_window_refresh (self);
}

MzGuide *
mz_window_guide (MzWindow *self)
{
  GtkWidget *guide = adw_bin_get_child (self->guide);

  return guide != NULL && adw_flap_get_reveal_flap (self->guide_flap) ? MZ_GUIDE (guide) : NULL;
}

void
mz_window_show_guide (MzWindow *self, gboolean shown)
{
  adw_flap_set_reveal_flap (self->guide_flap, shown);
}

static void
scenario_selected_cb (GtkDropDown *button, GParamSpec *pspec, gpointer data)
{
  MzWindow *self = data;
  guint index = gtk_drop_down_get_selected (button);
  g_autofree char *id = NULL;

  if (self->filling || self->workspace == NULL || index >= self->scenario_ids->len)
    return;
  /* The list of ids is filled anew while the workspace tells that it changed. */
  id = g_strdup (self->scenario_ids->pdata[index]);
  mz_workspace_set_scenario (self->workspace, id);
}

static void
changed_cb (gpointer source, MzWindow *self)
{
  mz_window_refresh (self);
}

static void
message_cb (MzWorkspace *workspace, const char *text, gboolean undoable, MzWindow *self)
{
  mz_window_tell (self, text, undoable);
}

static void
author_changed_cb (GSettings *settings, const char *key, MzDocument *document)
{
  g_autofree char *author = g_settings_get_string (settings, key);
  mz_document_set_author (document, author);
}

static gboolean
clock_cb (gpointer data)
{
  mz_window_refresh (data);
  return G_SOURCE_CONTINUE;
}

static void
release_document (MzWindow *self)
{
  if (self->workspace == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_signal_handlers_disconnect_by_data (mz_workspace_document (self->workspace), self);
  mz_search_button_set_workspace (self->search_button, NULL);
  g_clear_object (&self->workspace);
}

static gboolean
mz_window_close_request (GtkWindow *window)
{
  MzWindow *self = MZ_WINDOW (window);
  GSettings *settings = mz_settings ();
  int width, height;

  mz_window_settle (self);
  if (!mz_window_may_close (self))
    return TRUE;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (mz_window_parent_class)->close_request (window);
}

static void
mz_window_dispose (GObject *object)
{
  MzWindow *self = MZ_WINDOW (object);
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_handle_id (&self->reveal, g_source_remove);
  release_document (self);
  G_OBJECT_CLASS (mz_window_parent_class)->dispose (object);
}

static void
mz_window_finalize (GObject *object)
{
  g_ptr_array_unref (MZ_WINDOW (object)->scenario_ids);
  G_OBJECT_CLASS (mz_window_parent_class)->finalize (object);
}

static void
mz_window_class_init (MzWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MZ_TYPE_SEARCH_BUTTON);
  g_type_ensure (MZ_TYPE_SIDEBAR);
  g_type_ensure (MZ_TYPE_START_PAGE);
  G_OBJECT_CLASS (klass)->dispose = mz_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mz_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = mz_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mezasu/Mezasu/ui/mz-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MzWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, view);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, guide_flap);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, guide);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, recent_button);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, guide_button);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, scenario_button);
  gtk_widget_class_bind_template_child (widget_class, MzWindow, scenario_names);
  gtk_widget_class_bind_template_callback (widget_class, scenario_selected_cb);
}

static void
mz_window_init (MzWindow *self)
{
  g_autoptr (GMenuModel) menu = mz_actions_menu ();
  const MzAction *actions;
  guint n;

  self->scenario_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  actions = mz_window_actions (&n);
  mz_actions_install (G_ACTION_MAP (self), actions, n);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  g_signal_connect (self->inspector_flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self);
  g_signal_connect (self->guide_flap, "notify::reveal-flap", G_CALLBACK (guide_revealed_cb), self);
  mz_window_accept_drops (self);
  mz_window_refresh (self);
  mz_window_refresh_recent (self);
  mz_start_page_refresh (self->start_page);
  self->clock = g_timeout_add_seconds (60, clock_cb, self);
}

MzWindow *
mz_window_new (GtkApplication *application)
{
  GSettings *settings = mz_settings ();
  MzWindow *self = g_object_new (MZ_TYPE_WINDOW, "application", application, NULL);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return self;
}

MzWindow *
mz_window_for_opening (GtkApplication *application)
{
  for (GList *w = gtk_application_get_windows (application); w != NULL; w = w->next)
    if (MZ_IS_WINDOW (w->data) && MZ_WINDOW (w->data)->workspace == NULL)
      return w->data;
  return mz_window_new (application);
}

MzWorkspace *
mz_window_workspace (MzWindow *self)
{
  return self->workspace;
}

MzDocument *
mz_window_document (MzWindow *self)
{
  return self->workspace != NULL ? mz_workspace_document (self->workspace) : NULL;
}

void
mz_window_set_document (MzWindow *self, MzDocument *document)
{
  g_return_if_fail (self->workspace == NULL);

  self->workspace = mz_workspace_new (document);
  g_signal_connect_object (mz_settings (), "changed::author", G_CALLBACK (author_changed_cb),
                           document, 0);
  author_changed_cb (mz_settings (), "author", document);
  g_signal_connect (self->workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->workspace, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect (self->workspace, "message", G_CALLBACK (message_cb), self);
  g_signal_connect (document, "changed", G_CALLBACK (changed_cb), self);
  mz_search_button_set_workspace (self->search_button, self->workspace);
  adw_bin_set_child (self->inspector, mz_inspector_new (self->workspace));
  place_inspector (self, window_width (self) >= ROOMY_WIDTH);
  gtk_stack_set_visible_child_name (self->view, "document");
  mz_window_show_page (self, mz_pages_nth (0)->name);
  if (mz_document_path (document) != NULL)
    mz_recent_add (mz_document_path (document));
  mz_window_refresh (self);
}

const char *
mz_window_page (MzWindow *self)
{
  return self->workspace != NULL ? gtk_stack_get_visible_child_name (self->pages) : NULL;
}

/* Where room is scarce the inspector does not follow to a page that shows nothing of its kind. */
static void
leave_inspector (MzWindow *self, const MzPageInfo *info)
{
  MzRecord *record = mz_workspace_selected (self->workspace);

  if (record == NULL || window_width (self) >= ROOMY_WIDTH)
    return;
  for (guint i = 0; i < info->n_blocks; i++)
    if (g_strcmp0 (info->blocks[i].what, mz_record_kind (record)->name) == 0)
      return;
  g_clear_handle_id (&self->reveal, g_source_remove);
  place_inspector (self, FALSE);
}

void
mz_window_show_page (MzWindow *self, const char *name)
{
  const MzPageInfo *info = mz_pages_find (name);

  if (self->workspace == NULL || info == NULL)
    return;
  if (gtk_stack_get_child_by_name (self->pages, info->name) == NULL)
    gtk_stack_add_named (self->pages, mz_page_new (info, self->workspace), info->name);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), info->name) != 0)
    leave_inspector (self, info);
  gtk_stack_set_visible_child_name (self->pages, info->name);
  mz_sidebar_select (self->sidebar, info->name);
  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
}

void
mz_window_jump (MzWindow *self, const char *id)
{
  MzRecord *record =
      self->workspace != NULL ? mz_model_find (mz_workspace_model (self->workspace), id) : NULL;

  if (record == NULL)
    return;
  mz_window_show_page (self, mz_pages_for_kind (mz_record_kind (record)->name)->name);
  /* The table of the record has to be there to show it. */
  mz_page_complete (MZ_PAGE (gtk_stack_get_visible_child (self->pages)));
  mz_workspace_select (self->workspace, id);
  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
}

void
mz_window_settle (MzWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || self->workspace == NULL)
    return;
  g_object_ref (focus);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (gtk_widget_get_root (focus) == GTK_ROOT (self) && gtk_widget_get_mapped (focus))
    {
      /* Taking an entry again would select its text, and the next letter would replace it. */
      if (GTK_IS_TEXT (focus))
        gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
      else
        gtk_widget_grab_focus (focus);
    }
  g_object_unref (focus);
}

void
mz_window_tell (MzWindow *self, const char *text, gboolean undoable)
{
  /* The title of a toast is markup, what people wrote is not. */
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (undoable)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}
