/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A table of the records of one kind. The list of the model runs through a filter, a sort and a selection; nothing of the
 * model is copied. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-record-table.h"

#include "mz-display.h"
#include "mz-search.h"
#include "mz-style.h"
#include "mz-template.h"
#include "mz-table-cell.h"
#include "mz-wheel.h"

/* Fewer rows are seen at once. */
#define FILTER_FROM 8
/* Longer headings take two lines, and are shortened then, with the whole in the tooltip. */
#define HEADING_WIDTH 13

struct _MzRecordTable
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  const MzKind *kind;
  GPtrArray *columns; /* of MzTableColumn */
  GHashTable *places;
  GHashTable *cells;
  int filter_field;
  char **filter_codes;
  char *needle;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
  GtkWidget *title;
  GtkWidget *unit;
  GtkWidget *search;
  GtkWidget *add;
  GtkWidget *scrolled;
  GtkWidget *view;
  GtkWidget *empty;
  GtkWidget *menu;
  gboolean selecting;
  guint wanted_column;
  guint focusing;
  guint measuring;
};

G_DEFINE_FINAL_TYPE (MzRecordTable, mz_record_table, GTK_TYPE_WIDGET)

/* Cells in reach. */

static MzTableCell *
cell_of (GtkWidget *widget)
{
  if (widget == NULL)
    return NULL;
  if (MZ_IS_TABLE_CELL (widget))
    return MZ_TABLE_CELL (widget);
  return (MzTableCell *)gtk_widget_get_ancestor (widget, MZ_TYPE_TABLE_CELL);
}

static MzTableCell *
focused_cell (MzRecordTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  MzTableCell *cell = cell_of (focus);

  return cell != NULL && gtk_widget_is_ancestor (GTK_WIDGET (cell), self->view) ? cell : NULL;
}

static MzTableCell *
find_cell (MzRecordTable *self, MzRecord *record, guint column)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (mz_table_cell_record (cell) == record &&
        mz_table_cell_column (cell) == g_ptr_array_index (self->columns, column))
      return cell;
  return NULL;
}

static guint
column_index (MzRecordTable *self, MzTableCell *cell)
{
  guint index = 0;

  g_ptr_array_find (self->columns, mz_table_cell_column (cell), &index);
  return index;
}

/* Selection. */

static MzRecord *
selected_row (MzRecordTable *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
scroll_to (MzRecordTable *self, guint place)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", place);
}

static void
sync_selection (MzRecordTable *self, gboolean scroll)
{
  MzRecord *wanted = mz_workspace_selected (self->workspace);
  GListModel *rows = G_LIST_MODEL (self->selection);
  guint place = GTK_INVALID_LIST_POSITION;

  if (wanted == selected_row (self))
    return;
  for (guint i = 0; wanted != NULL && mz_record_kind (wanted) == self->kind &&
                    i < g_list_model_get_n_items (rows);
       i++)
    {
      g_autoptr (MzRecord) record = g_list_model_get_item (rows, i);
      if (record == wanted)
        {
          place = i;
          break;
        }
    }
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, place);
  self->selecting = FALSE;
  if (scroll && place != GTK_INVALID_LIST_POSITION)
    scroll_to (self, place);
}

static void
row_selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, MzRecordTable *self)
{
  MzRecord *record = gtk_single_selection_get_selected_item (selection);

  if (!self->selecting && record != NULL)
    mz_workspace_select (self->workspace, mz_record_id (record));
}

static void
selection_changed_cb (MzWorkspace *workspace, MzRecordTable *self)
{
  sync_selection (self, TRUE);
}

/* Filter and order. */

static gboolean
matches_block (MzRecordTable *self, MzRecord *record)
{
  const MzValue *value;

  if (self->filter_field < 0)
    return TRUE;
  value = mz_record_value (record, (guint)self->filter_field);
  return value->set && g_strv_contains ((const char *const *)self->filter_codes, value->text);
}

static gboolean
matches_cb (gpointer item, gpointer data)
{
  MzRecordTable *self = data;
  MzRecord *record = item;

  if (!matches_block (self, record))
    return FALSE;
  if (self->needle == NULL)
    return TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *text = mz_table_column_text (g_ptr_array_index (self->columns, i), record);
      g_autofree char *folded = mz_search_fold (text);
      if (strstr (folded, self->needle) != NULL)
        return TRUE;
    }
  return FALSE;
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return mz_table_column_compare (data, (MzRecord *)a, (MzRecord *)b);
}

static void
refilter (MzRecordTable *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered),
                      GTK_FILTER_CHANGE_DIFFERENT);
}

static void
search_changed_cb (GtkSearchEntry *entry, MzRecordTable *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = mz_search_fold (text);
  refilter (self);
  sync_selection (self, FALSE);
}

static void
note_places (MzRecordTable *self)
{
  GListModel *list = mz_model_list (mz_workspace_model (self->workspace), self->kind->name);
  guint n = g_list_model_get_n_items (list);

  g_hash_table_remove_all (self->places);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MzRecord) record = g_list_model_get_item (list, i);
      g_hash_table_insert (self->places, record, GUINT_TO_POINTER (i));
    }
}

static gboolean
has_money (MzRecordTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MzTableColumn *column = g_ptr_array_index (self->columns, i);
      if (column->computed != NULL
              ? column->computed->money
              : mz_kind_field (self->kind, (guint)column->field)->type == MZ_TYPE_MONEY)
        return TRUE;
    }
  return FALSE;
}

static void
show_frame (MzRecordTable *self)
{
  gboolean filled = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  gtk_widget_set_visible (self->scrolled, filled);
  gtk_widget_set_visible (
      self->search, self->needle != NULL ||
                        g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) >= FILTER_FROM);
  gtk_widget_set_visible (self->empty, !filled);
  gtk_label_set_text (GTK_LABEL (self->empty), self->needle != NULL
                                                   ? _ ("Nothing matches.")
                                                   : mz_translate (self->kind->hint));
  if (has_money (self))
    {
      /* TRANSLATORS: the unit of all amounts of a table, as in "(unit: million yen)". */
      g_autofree char *unit = g_strdup_printf (
          _ ("(unit: %s)"), mz_money_unit_label (mz_workspace_unit (self->workspace)));
      gtk_label_set_text (GTK_LABEL (self->unit), unit);
    }
}

static void
changed_cb (MzWorkspace *workspace, MzRecordTable *self)
{
  GtkSorter *order = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view));
  GHashTableIter iter;
  gpointer cell;

  note_places (self);
  self->selecting = TRUE;
  refilter (self);
  if (gtk_sorter_get_order (order) != GTK_SORTER_ORDER_NONE)
    gtk_sorter_changed (order, GTK_SORTER_CHANGE_DIFFERENT);
  self->selecting = FALSE;
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    mz_table_cell_refresh (cell);
  show_frame (self);
  sync_selection (self, FALSE);
}

/* Columns. */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const MzTableColumn *column)
{
  gtk_list_item_set_child (item, mz_table_cell_new (column));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const MzTableColumn *column)
{
  mz_table_cell_set_record (MZ_TABLE_CELL (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const MzTableColumn *column)
{
  mz_table_cell_set_record (MZ_TABLE_CELL (gtk_list_item_get_child (item)), NULL);
}

static gboolean
is_numeric (const MzField *def)
{
  return def->type == MZ_TYPE_MONEY || def->type == MZ_TYPE_REAL || def->type == MZ_TYPE_PPM ||
         def->type == MZ_TYPE_INTEGER || def->type == MZ_TYPE_LEVEL;
}

static void
append_column (MzRecordTable *self, const char *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  MzTableColumn *column = g_new0 (MzTableColumn, 1);
  g_autoptr (GtkColumnViewColumn) shown = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  const MzField *def = NULL;

  column->workspace = self->workspace;
  column->kind = self->kind;
  column->places = self->places;
  column->cells = self->cells;
  column->computed = mz_computed_find (self->kind->name, name);
  column->field = column->computed != NULL ? -1 : mz_kind_find (self->kind, name);
  g_assert (column->computed != NULL || column->field >= 0);
  if (column->field >= 0)
    def = mz_kind_field (self->kind, (guint)column->field);
  column->numeric = def == NULL || is_numeric (def);
  g_ptr_array_add (self->columns, column);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  shown = gtk_column_view_column_new (
      mz_translate (def != NULL ? def->label : column->computed->label), factory);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, column, NULL));
  gtk_column_view_column_set_sorter (shown, sorter);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_expand (
      shown, def != NULL && (mz_field_is_text (def) || def->type == MZ_TYPE_REFERENCE) &&
                 (def->flags & MZ_FIELD_CODE) == 0);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), shown);
}

/* Headings may take two lines, and those of numbers stand over their numbers; GTK has no setting for either. */
static void
align_headings (MzRecordTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (self->view);
  GtkWidget *heading = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; heading != NULL && i < self->columns->len;
       i++, heading = gtk_widget_get_next_sibling (heading))
    {
      const MzTableColumn *column = g_ptr_array_index (self->columns, i);
      GtkWidget *inner = gtk_widget_get_first_child (heading);
      GtkWidget *label = inner != NULL ? gtk_widget_get_first_child (inner) : NULL;

      if (!GTK_IS_LABEL (label))
        continue;
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_justify (GTK_LABEL (label),
                             column->numeric ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
      gtk_label_set_width_chars (GTK_LABEL (label), 4);
      gtk_label_set_max_width_chars (GTK_LABEL (label), HEADING_WIDTH);
      gtk_widget_set_tooltip_text (heading, gtk_label_get_text (GTK_LABEL (label)));
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), column->numeric ? 1 : 0);
      /* The arrow of the order goes before it, or the heading would stand left of its numbers. */
      if (column->numeric && GTK_IS_BOX (inner))
        gtk_box_reorder_child_after (GTK_BOX (inner), label, gtk_widget_get_last_child (inner));
    }
}

static void
append_columns (MzRecordTable *self, const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    append_column (self, list[i]);
  align_headings (self);
}

/* Rows that wrap get their height from the width of the columns, which the view knows only after it was placed. */
static gboolean
measure_again_cb (gpointer data)
{
  MzRecordTable *self = data;

  self->measuring = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_queue_resize (child);
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (GtkAdjustment *adjustment, GParamSpec *pspec, MzRecordTable *self)
{
  if (self->measuring == 0)
    self->measuring = g_idle_add (measure_again_cb, self);
}

/* Commands. */

void
mz_record_table_add (MzRecordTable *self)
{
  const char *presets[3] = {NULL, NULL, NULL};
  MzRecord *record;
  MzTableCell *cell = NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->filter_field >= 0)
    {
      presets[0] = mz_kind_field (self->kind, (guint)self->filter_field)->name;
      presets[1] = self->filter_codes[0];
    }
  record = mz_workspace_add (self->workspace, self->kind->name, presets);
  for (guint i = 0; record != NULL && cell == NULL && i < self->columns->len; i++)
    {
      const MzTableColumn *column = g_ptr_array_index (self->columns, i);
      if (column->field >= 0 &&
          (mz_kind_field (self->kind, (guint)column->field)->flags & MZ_FIELD_TITLE) != 0)
        cell = find_cell (self, record, i);
    }
  if (cell != NULL)
    mz_table_cell_edit (cell);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mz_record_table_add (MZ_RECORD_TABLE (widget));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzRecordTable *self = MZ_RECORD_TABLE (widget);
  MzRecord *record = selected_row (self);

  if (record != NULL && !self->kind->singleton)
    mz_workspace_delete (self->workspace, record);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzRecordTable *self = MZ_RECORD_TABLE (widget);
  MzTableCell *cell = focused_cell (self);
  MzRecord *record = selected_row (self);

  for (guint i = 0; cell == NULL && record != NULL && i < self->columns->len; i++)
    if (((const MzTableColumn *)g_ptr_array_index (self->columns, i))->computed == NULL)
      cell = find_cell (self, record, i);
  if (cell != NULL)
    mz_table_cell_edit (cell);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *tsv = mz_record_table_to_tsv (MZ_RECORD_TABLE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), tsv);
}

static void
activate_cb (GtkColumnView *view, guint position, MzRecordTable *self)
{
  edit_action (GTK_WIDGET (self), NULL, NULL);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzRecordTable *self = MZ_RECORD_TABLE (widget);
  MzTableCell *cell = focused_cell (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 1, 1);

  if (cell != NULL)
    (void)!gtk_widget_compute_bounds (GTK_WIDGET (cell), widget, &bounds);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){(int)bounds.origin.x, (int)bounds.origin.y,
                                               (int)bounds.size.width, (int)bounds.size.height});
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
secondary_cb (GtkGestureClick *click, int n_press, double x, double y, MzRecordTable *self)
{
  MzTableCell *cell = cell_of (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));

  if (cell == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  mz_workspace_select (self->workspace, mz_record_id (mz_table_cell_record (cell)));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){(int)x, (int)y, 1, 1});
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Up and Down keep the column; the column view itself goes to the first cell of the row. */
static gboolean
focus_column_cb (gpointer data)
{
  MzRecordTable *self = data;
  MzTableCell *now = focused_cell (self);
  MzTableCell *wanted =
      now != NULL ? find_cell (self, mz_table_cell_record (now), self->wanted_column) : NULL;

  self->focusing = 0;
  if (wanted != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (wanted));
  return G_SOURCE_REMOVE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        MzRecordTable *self)
{
  MzTableCell *cell = focused_cell (self);
  MzTableCell *next = NULL;
  guint column;

  if (cell == NULL || mz_table_cell_editor (cell) != NULL ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  column = column_index (self, cell);
  if (key == GDK_KEY_Left || key == GDK_KEY_Right)
    {
      if (key == GDK_KEY_Left ? column > 0 : column + 1 < self->columns->len)
        next = find_cell (self, mz_table_cell_record (cell),
                          key == GDK_KEY_Left ? column - 1 : column + 1);
      if (next != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (next));
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    {
      self->wanted_column = column;
      if (self->focusing == 0)
        self->focusing = g_idle_add (focus_column_cb, self);
    }
  return GDK_EVENT_PROPAGATE;
}

/* Widget. */

static void
mz_record_table_dispose (GObject *object)
{
  MzRecordTable *self = MZ_RECORD_TABLE (object);

  g_clear_handle_id (&self->focusing, g_source_remove);
  g_clear_handle_id (&self->measuring, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  mz_template_dispose (GTK_WIDGET (self), MZ_TYPE_RECORD_TABLE);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_record_table_parent_class)->dispose (object);
}

static void
mz_record_table_finalize (GObject *object)
{
  MzRecordTable *self = MZ_RECORD_TABLE (object);

  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->cells);
  g_strfreev (self->filter_codes);
  g_free (self->needle);
  G_OBJECT_CLASS (mz_record_table_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "table.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "table.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "table.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
}

static void
mz_record_table_class_init (MzRecordTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mz_record_table_dispose;
  object_class->finalize = mz_record_table_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-record-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MzRecordTable, title);
  gtk_widget_class_bind_template_child (widget_class, MzRecordTable, unit);
  gtk_widget_class_bind_template_child (widget_class, MzRecordTable, search);
  gtk_widget_class_bind_template_child (widget_class, MzRecordTable, add);
  gtk_widget_class_bind_template_child (widget_class, MzRecordTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MzRecordTable, view);
  gtk_widget_class_bind_template_child (widget_class, MzRecordTable, selection);
  gtk_widget_class_bind_template_child (widget_class, MzRecordTable, empty);
  gtk_widget_class_bind_template_child (widget_class, MzRecordTable, menu);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  install_actions (widget_class);
}

static void
mz_record_table_init (MzRecordTable *self)
{
  mz_style_use ();
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new (NULL, NULL);
  self->cells = g_hash_table_new (NULL, NULL);
  self->filter_field = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  mz_wheel_attach (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled)),
                    "notify::page-size", G_CALLBACK (width_changed_cb), self);
}

static void
read_filter (MzRecordTable *self, const char *filter)
{
  g_auto (GStrv) parts = filter != NULL ? g_strsplit (filter, "=", 2) : NULL;

  if (parts == NULL)
    return;
  self->filter_field = mz_kind_find (self->kind, parts[0]);
  self->filter_codes = g_strsplit (parts[1], " ", -1);
}

static void
label_parts (MzRecordTable *self, const char *title)
{
  g_autofree char *add = g_strdup_printf (_ ("Add %s"), mz_translate (self->kind->label));
  g_autofree char *search = g_strdup_printf (_ ("Filter %s"), title);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->add, add);
  gtk_widget_set_visible (self->add, !self->kind->singleton);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  search, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

GtkWidget *
mz_record_table_new (MzWorkspace *workspace, const char *kind, const char *columns,
                     const char *filter, const char *title)
{
  MzRecordTable *self = g_object_new (MZ_TYPE_RECORD_TABLE, NULL);
  MzModel *model = mz_workspace_model (workspace);

  self->workspace = g_object_ref (workspace);
  self->kind = mz_schema_kind (mz_model_schema (model), kind);
  read_filter (self, filter);
  note_places (self);
  append_columns (self, columns);
  label_parts (self, title);
  self->filtered =
      gtk_filter_list_model_new (g_object_ref (mz_model_list (model, kind)),
                                 GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL)));
  self->sorted = gtk_sort_list_model_new (
      g_object_ref (G_LIST_MODEL (self->filtered)),
      g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  self->selecting = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->sorted));
  self->selecting = FALSE;
  show_frame (self);
  sync_selection (self, FALSE);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (workspace, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  return GTK_WIDGET (self);
}

GListModel *
mz_record_table_rows (MzRecordTable *self)
{
  return G_LIST_MODEL (self->sorted);
}

GtkColumnView *
mz_record_table_view (MzRecordTable *self)
{
  return GTK_COLUMN_VIEW (self->view);
}

char *
mz_record_table_to_tsv (MzRecordTable *self)
{
  GListModel *shown = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  GListModel *rows = G_LIST_MODEL (self->sorted);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "",
                              gtk_column_view_column_get_title (column));
    }
  g_string_append_c (text, '\n');
  for (guint row = 0; row < g_list_model_get_n_items (rows); row++)
    {
      g_autoptr (MzRecord) record = g_list_model_get_item (rows, row);
      for (guint i = 0; i < self->columns->len; i++)
        {
          g_autofree char *cell =
              mz_table_column_text (g_ptr_array_index (self->columns, i), record);
          g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
