/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A picture with its heading and its table twin. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-picture.h"

#include "mz-display.h"
#include "mz-style.h"
#include "mz-template.h"
#include "mz-wheel.h"

struct _MzPicture
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  MzSceneView *view;
  GtkWidget *title;
  GtkWidget *toggle;
  GtkWidget *stack;
  GtkWidget *table;
  GtkWidget *scrolled;
  GtkSingleSelection *selection;
  guint n_columns;
  gboolean selecting;
};

G_DEFINE_FINAL_TYPE (MzPicture, mz_picture, GTK_TYPE_WIDGET)

/* A row of the twin: its cells, with the id of the record in front. */
static const char *
row_text (GtkStringList *row, guint column)
{
  return column < g_list_model_get_n_items (G_LIST_MODEL (row))
             ? gtk_string_list_get_string (row, column)
             : "";
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer numeric)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_INT (numeric) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (numeric) ? 6 : 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (GPOINTER_TO_INT (numeric))
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = row_text (gtk_list_item_get_item (item), GPOINTER_TO_UINT (column) + 1);
  g_autofree char *line = mz_display_one_line (text);

  gtk_label_set_text (GTK_LABEL (label), line);
  gtk_widget_set_tooltip_text (label, text);
}

static void
make_columns (MzPicture *self, const MzTable *table)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (self->table);
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
      gtk_column_view_remove_column (view, column);
    }
  self->n_columns = g_strv_length (table->headers);
  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb),
                        GINT_TO_POINTER (table->numeric[i]));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (table->headers[i], factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, !table->numeric[i]);
      gtk_column_view_append_column (view, column);
    }
}

static gboolean
same_headers (MzPicture *self, const MzTable *table)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table));

  if (g_strv_length (table->headers) != self->n_columns)
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      if (g_strcmp0 (gtk_column_view_column_get_title (column), table->headers[i]) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
select_row (MzPicture *self)
{
  MzRecord *selected = mz_workspace_selected (self->workspace);
  GListModel *rows = G_LIST_MODEL (self->selection);
  guint place = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; selected != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkStringList) row = g_list_model_get_item (rows, i);
      if (g_str_equal (row_text (row, 0), mz_record_id (selected)))
        {
          place = i;
          break;
        }
    }
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, place);
  self->selecting = FALSE;
}

static void
fill_table (MzPicture *self)
{
  const MzTable *table = mz_scene_table (mz_scene_view_scene (self->view));
  g_autoptr (GListStore) rows = g_list_store_new (GTK_TYPE_STRING_LIST);

  if (table == NULL)
    return;
  if (!same_headers (self, table))
    make_columns (self, table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *const *cells = g_ptr_array_index (table->rows, i);
      g_autoptr (GtkStringList) row = gtk_string_list_new (NULL);

      gtk_string_list_append (row, g_ptr_array_index (table->records, i));
      gtk_string_list_splice (row, 1, 0, cells);
      g_list_store_append (rows, row);
    }
  self->selecting = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
  self->selecting = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  table->title, -1);
  select_row (self);
}

static gboolean
shows_table (MzPicture *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));
}

static void
changed_cb (MzWorkspace *workspace, MzPicture *self)
{
  if (shows_table (self))
    fill_table (self);
}

static void
selection_changed_cb (MzWorkspace *workspace, MzPicture *self)
{
  if (shows_table (self))
    select_row (self);
}

static void
row_selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, MzPicture *self)
{
  GtkStringList *row = gtk_single_selection_get_selected_item (selection);

  if (!self->selecting && row != NULL && *row_text (row, 0) != '\0')
    mz_workspace_select (self->workspace, row_text (row, 0));
}

static void
toggled_cb (GtkToggleButton *button, MzPicture *self)
{
  gboolean shown = gtk_toggle_button_get_active (button);

  if (shown)
    fill_table (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), shown ? "table" : "canvas");
}

static void
table_wanted_cb (MzSceneView *view, MzPicture *self)
{
  mz_picture_set_table (self, TRUE);
  gtk_widget_grab_focus (self->table);
}

static void
mz_picture_dispose (GObject *object)
{
  MzPicture *self = MZ_PICTURE (object);

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  mz_template_dispose (GTK_WIDGET (self), MZ_TYPE_PICTURE);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_picture_parent_class)->dispose (object);
}

static void
mz_picture_class_init (MzPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_picture_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mezasu/Mezasu/ui/mz-picture.ui");
  gtk_widget_class_bind_template_child (widget_class, MzPicture, title);
  gtk_widget_class_bind_template_child (widget_class, MzPicture, toggle);
  gtk_widget_class_bind_template_child (widget_class, MzPicture, stack);
  gtk_widget_class_bind_template_child (widget_class, MzPicture, table);
  gtk_widget_class_bind_template_child (widget_class, MzPicture, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MzPicture, selection);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
mz_picture_init (MzPicture *self)
{
  mz_style_use ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mz_wheel_attach (GTK_SCROLLED_WINDOW (self->scrolled));
}

GtkWidget *
mz_picture_new (MzWorkspace *workspace, const char *title, MzSceneView *view)
{
  MzPicture *self = g_object_new (MZ_TYPE_PICTURE, NULL);

  self->workspace = g_object_ref (workspace);
  self->view = view;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (view), "canvas");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "canvas");
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (workspace, "loss-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (workspace, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect (view, "table-wanted", G_CALLBACK (table_wanted_cb), self);
  return GTK_WIDGET (self);
}

MzSceneView *
mz_picture_view (MzPicture *self)
{
  return self->view;
}

void
mz_picture_set_table (MzPicture *self, gboolean shown)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), shown);
}

GtkWidget *
mz_picture_table (MzPicture *self)
{
  return self->table;
}
