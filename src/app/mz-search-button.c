/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The search of the header bar. */

#include "config.h"

#include "mz-search-button.h"

#include <glib/gi18n-lib.h>

#include "mz-search.h"

#define MAX_HITS 50

struct _MzSearchButton
{
  AdwBin parent_instance;
  MzWorkspace *workspace;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *entry;
  GtkWidget *results;
  GtkWidget *none;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MzSearchButton, mz_search_button, ADW_TYPE_BIN)

static GtkWidget *
row_for (const MzHit *hit)
{
  GtkWidget *row = adw_action_row_new ();
  const MzKind *kind = mz_record_kind (hit->record);
  g_autofree char *label = mz_record_label (hit->record);
  gboolean in_title = (mz_kind_field (kind, hit->field)->flags & MZ_FIELD_TITLE) != 0;
  g_autofree char *subtitle =
      in_title ? g_strdup (mz_translate (kind->label))
               : g_strdup_printf ("%s · %s", mz_translate (kind->label), hit->snippet);

  /* What people wrote is text, not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_strdup (mz_record_id (hit->record)), g_free);
  return row;
}

static guint
fill (MzSearchButton *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GPtrArray) hits = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (self->workspace == NULL)
    return 0;
  hits = mz_search (mz_workspace_model (self->workspace), text, MAX_HITS);
  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (self->list, row_for (hits->pdata[i]));
  gtk_widget_set_visible (self->results, hits->len > 0);
  gtk_widget_set_visible (self->none, hits->len == 0 && *text != '\0');
  return hits->len;
}

static void
jump (MzSearchButton *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "record"));
  gtk_menu_button_popdown (self->button);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.jump", "s", id);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  jump (data, row);
}

static void
entry_activated_cb (GtkSearchEntry *entry, gpointer data)
{
  MzSearchButton *self = data;
  GtkListBoxRow *row;

  /* Enter may come before the search that waits for the end of typing. */
  fill (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    jump (self, row);
}

static void
search_changed_cb (GtkSearchEntry *entry, gpointer data)
{
  fill (data);
}

static void
search_stopped_cb (GtkSearchEntry *entry, gpointer data)
{
  gtk_menu_button_popdown (MZ_SEARCH_BUTTON (data)->button);
}

static void
shown_cb (GtkWidget *popover, gpointer data)
{
  MzSearchButton *self = data;
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
mz_search_button_dispose (GObject *object)
{
  g_clear_object (&MZ_SEARCH_BUTTON (object)->workspace);
  G_OBJECT_CLASS (mz_search_button_parent_class)->dispose (object);
}

static void
mz_search_button_class_init (MzSearchButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_search_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-search-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MzSearchButton, button);
  gtk_widget_class_bind_template_child (widget_class, MzSearchButton, popover);
  gtk_widget_class_bind_template_child (widget_class, MzSearchButton, entry);
  gtk_widget_class_bind_template_child (widget_class, MzSearchButton, results);
  gtk_widget_class_bind_template_child (widget_class, MzSearchButton, none);
  gtk_widget_class_bind_template_child (widget_class, MzSearchButton, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
mz_search_button_init (MzSearchButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mz_search_button_set_workspace (MzSearchButton *self, MzWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

void
mz_search_button_open (MzSearchButton *self)
{
  gtk_menu_button_popup (self->button);
}

guint
mz_search_button_find (MzSearchButton *self, const char *text)
{
  gtk_editable_set_text (self->entry, text);
  return fill (self);
}
