/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Edits and backups as lists. */

#include "config.h"

#include "mz-past-window.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mz-state-text.h"
#include "mz-window-private.h"

struct _MzPastWindow
{
  AdwWindow parent_instance;
  MzWindow *parent;
  GtkLabel *explanation;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MzPastWindow, mz_past_window, ADW_TYPE_WINDOW)

static void fill_history (MzPastWindow *self);

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* How far the edits from the newest back to @sequence are done; the undone ones are the newest. */
void
mz_history_travel (MzWorkspace *workspace, gint64 sequence)
{
  g_autoptr (GPtrArray) history = mz_document_history (mz_workspace_document (workspace));
  guint undo = 0, redo = 0;

  for (guint i = 0; i < history->len; i++)
    {
      const MzHistoryEntry *entry = history->pdata[i];
      if (entry->sequence > sequence && !entry->undone)
        undo++;
      else if (entry->sequence <= sequence && entry->undone)
        redo++;
    }
  for (; undo > 0; undo--)
    mz_workspace_undo (workspace);
  for (; redo > 0; redo--)
    mz_workspace_redo (workspace);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  MzPastWindow *self = data;
  const char *backup = g_object_get_data (G_OBJECT (row), "backup");
  gint64 *sequence = g_object_get_data (G_OBJECT (row), "sequence");

  if (sequence != NULL)
    {
      mz_history_travel (mz_window_workspace (self->parent), *sequence);
      fill_history (self);
      return;
    }
  if (backup != NULL)
    {
      g_autofree char *label =
          g_strdup_printf (_ ("Restore the backup of %s"),
                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
      mz_window_import_path (self->parent, backup, label);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
mz_past_window_dispose (GObject *object)
{
  g_clear_object (&MZ_PAST_WINDOW (object)->parent);
  G_OBJECT_CLASS (mz_past_window_parent_class)->dispose (object);
}

static void
mz_past_window_class_init (MzPastWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_past_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-past-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MzPastWindow, explanation);
  gtk_widget_class_bind_template_child (widget_class, MzPastWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
mz_past_window_init (MzPastWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static MzPastWindow *
make_window (MzWindow *parent, const char *title, const char *explanation)
{
  MzPastWindow *self =
      g_object_new (MZ_TYPE_PAST_WINDOW, "title", title, "transient-for", parent, NULL);

  self->parent = g_object_ref (parent);
  gtk_label_set_label (self->explanation, explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return self;
}

static GtkWidget *
add_row (MzPastWindow *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
add_edit (MzPastWindow *self, gint64 sequence, const char *title, const char *subtitle,
          gboolean undone, gboolean here)
{
  GtkWidget *row = add_row (self, title, subtitle);
  gint64 *kept = g_new (gint64, 1);

  *kept = sequence;
  g_object_set_data_full (G_OBJECT (row), "sequence", kept, g_free);
  if (undone)
    gtk_widget_add_css_class (row, "dim-label");
  if (here)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
      gtk_widget_set_tooltip_text (mark, _ ("The document is here"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("The document is here"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }
}

static void
fill_history (MzPastWindow *self)
{
  g_autoptr (GPtrArray) history = mz_document_history (mz_window_document (self->parent));
  gboolean found = FALSE;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = history->len; i > 0; i--)
    {
      const MzHistoryEntry *entry = history->pdata[i - 1];
      g_autofree char *time = mz_time_text (entry->time, now ());
      g_autofree char *by = g_strdup_printf ("%s · %s", time, entry->author);
      g_autofree char *undone = g_strdup_printf ("%s · %s", by, _ ("undone"));
      add_edit (self, entry->sequence, entry->label, entry->undone ? undone : by, entry->undone,
                !found && !entry->undone);
      found |= !entry->undone;
    }
  add_edit (self, 0, _ ("Before the first edit"), _ ("As the document was made"), FALSE, !found);
}

GtkWidget *
mz_history_window_new (MzWindow *parent)
{
  MzPastWindow *self = make_window (
      parent, _ ("History"),
      _ ("Every edit, newest first. Choose one to see the document as it was right after it; "
         "later edits stay until you make a new one."));
  fill_history (self);
  return GTK_WIDGET (self);
}

GtkWidget *
mz_backups_window_new (MzWindow *parent)
{
  MzPastWindow *self = make_window (parent, _ ("Backups"), "");
  g_autoptr (GPtrArray) backups = mz_document_backups (mz_window_document (parent));

  gtk_label_set_label (
      self->explanation,
      backups->len > 0
          ? _ ("What each of the last saves put into the file, newest first. Taking one back "
               "is an edit that can be undone.")
          : _ ("There are no backups yet: one is kept with every save."));
  for (guint i = 0; i < backups->len; i++)
    {
      const char *path = backups->pdata[i];
      GStatBuf info;
      g_autofree char *time = NULL;
      g_autofree char *size = NULL;
      GtkWidget *row;
      if (g_stat (path, &info) != 0)
        continue;
      time = mz_time_text (info.st_mtime, now ());
      size = g_format_size ((guint64)info.st_size);
      row = add_row (self, time, size);
      g_object_set_data_full (G_OBJECT (row), "backup", g_strdup (path), g_free);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), backups->len > 0);
  return GTK_WIDGET (self);
}
