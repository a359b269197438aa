/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The steps of the process. */

#include "config.h"

#include "mz-sidebar.h"

#include <glib/gi18n-lib.h>

#include "mz-page-row.h"

struct _MzSidebar
{
  AdwBin parent_instance;
  GtkListBox *list;
  GtkWidget *missing_button;
  GtkLabel *missing_label;
  char *missing_record;
  const char *missing_page;
  gboolean selecting;
};

G_DEFINE_FINAL_TYPE (MzSidebar, mz_sidebar, ADW_TYPE_BIN)

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  MzSidebar *self = data;
  if (row != NULL && !self->selecting)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s",
                                mz_page_row_info (MZ_PAGE_ROW (row))->name);
}

static void
missing_clicked_cb (GtkButton *button, gpointer data)
{
  MzSidebar *self = data;
  if (self->missing_page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", self->missing_page);
  if (self->missing_record != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.jump", "s", self->missing_record);
}

static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const MzPageInfo *info = mz_page_row_info (MZ_PAGE_ROW (row));
  const MzPageInfo *previous = before != NULL ? mz_page_row_info (MZ_PAGE_ROW (before)) : NULL;
  GtkWidget *header;

  if (previous != NULL && g_strcmp0 (previous->group, info->group) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = gtk_label_new (_ (info->group));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "mz-group");
  gtk_list_box_row_set_header (row, header);
}

static void
mz_sidebar_finalize (GObject *object)
{
  g_free (MZ_SIDEBAR (object)->missing_record);
  G_OBJECT_CLASS (mz_sidebar_parent_class)->finalize (object);
}

static void
mz_sidebar_class_init (MzSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mz_sidebar_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mezasu/Mezasu/ui/mz-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, MzSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, MzSidebar, missing_button);
  gtk_widget_class_bind_template_child (widget_class, MzSidebar, missing_label);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, missing_clicked_cb);
}

static void
mz_sidebar_init (MzSidebar *self)
{
  const MzPageInfo *info;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
  self->selecting = TRUE;
  for (guint i = 0; (info = mz_pages_nth (i)) != NULL; i++)
    gtk_list_box_append (self->list, mz_page_row_new (info));
  self->selecting = FALSE;
}

/* The first thing missing in the order of the process, and where it is mended. */
static void
show_missing (MzSidebar *self, const MzAnalysis *analysis)
{
  const MzPageInfo *info;

  g_clear_pointer (&self->missing_record, g_free);
  self->missing_page = NULL;
  for (guint i = 0; (info = mz_pages_nth (i)) != NULL && self->missing_page == NULL; i++)
    {
      const MzCompleteness *step =
          info->step != NULL ? mz_analysis_completeness (analysis, info->step) : NULL;
      const MzFinding *finding;
      if (step == NULL || step->missing->len == 0)
        continue;
      finding = step->missing->pdata[0];
      self->missing_page = info->name;
      self->missing_record = g_strdup (finding->record);
      gtk_label_set_label (self->missing_label, finding->message);
    }
  gtk_widget_set_visible (self->missing_button, self->missing_page != NULL);
}

void
mz_sidebar_refresh (MzSidebar *self, MzWorkspace *workspace)
{
  const MzAnalysis *analysis = mz_workspace_analysis (workspace);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const MzPageInfo *info = mz_page_row_info (MZ_PAGE_ROW (row));
      mz_page_row_set_completeness (
          MZ_PAGE_ROW (row),
          info->step != NULL ? mz_analysis_completeness (analysis, info->step) : NULL);
    }
  show_missing (self, analysis);
}

void
mz_sidebar_select (MzSidebar *self, const char *name)
{
  GtkListBoxRow *row;

  self->selecting = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (mz_page_row_info (MZ_PAGE_ROW (row))->name, name) == 0)
      gtk_list_box_select_row (self->list, row);
  self->selecting = FALSE;
}
