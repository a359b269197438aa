/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A table of the records of one kind. The list of the model runs through a filter, a sort and a selection; nothing of the
 * model is copied. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-record-table-private.h"

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
/* So many rows are filtered a few at a time, so that typing never waits for them. */
#define MANY_ROWS 2000

G_DEFINE_FINAL_TYPE (MzRecordTable, mz_record_table, GTK_TYPE_WIDGET)

/* Cells in reach. */

MzTableCell *
mz_record_table_cell_of (GtkWidget *widget)
{
  if (widget == NULL)
    return NULL;
  if (MZ_IS_TABLE_CELL (widget))
    return MZ_TABLE_CELL (widget);
  return (MzTableCell *)gtk_widget_get_ancestor (widget, MZ_TYPE_TABLE_CELL);
}

MzTableCell *
mz_record_table_focused (MzRecordTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  MzTableCell *cell = mz_record_table_cell_of (focus);

  return cell != NULL && gtk_widget_is_ancestor (GTK_WIDGET (cell), self->view) ? cell : NULL;
}

static MzTableCell *
find_cell (MzRecordTable *self, MzRecord *record, const MzTableColumn *column)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (mz_table_cell_record (cell) == record && mz_table_cell_column (cell) == column)
      return cell;
  return NULL;
}

/* The column that stands @step places beside @column among those that are seen; NULL at the edge. */
static const MzTableColumn *
column_beside (MzRecordTable *self, const MzTableColumn *column, int step)
{
  g_autoptr (GPtrArray) seen = mz_record_table_seen (self);
  guint index = 0;

  if (!g_ptr_array_find (seen, column, &index) || (step < 0 && index == 0) ||
      (step > 0 && index + 1 >= seen->len))
    return NULL;
  return g_ptr_array_index (seen, (guint)((int)index + step));
}

/* Selection. */

GPtrArray *
mz_record_table_selected (MzRecordTable *self)
{
  g_autoptr (GtkBitset) places =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint place;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, places, &place); more;
       more = gtk_bitset_iter_next (&iter, &place))
    g_ptr_array_add (records, g_list_model_get_item (G_LIST_MODEL (self->selection), place));
  return records;
}

static void
scroll_to (MzRecordTable *self, guint place)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", place);
}

static guint
place_of (MzRecordTable *self, MzRecord *record)
{
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; record != NULL && mz_record_kind (record) == self->kind &&
                    i < g_list_model_get_n_items (rows);
       i++)
    {
      g_autoptr (MzRecord) other = g_list_model_get_item (rows, i);
      if (other == record)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* What the window looks at is selected here too, alone unless a person selected it together with others. */
static void
sync_selection (MzRecordTable *self, gboolean scroll)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint place = place_of (self, mz_workspace_selected (self->workspace));

  if (place != GTK_INVALID_LIST_POSITION && gtk_selection_model_is_selected (selection, place))
    return;
  self->selecting = TRUE;
  if (place == GTK_INVALID_LIST_POSITION)
    gtk_selection_model_unselect_all (selection);
  else
    gtk_selection_model_select_item (selection, place, TRUE);
  self->selecting = FALSE;
  if (scroll && place != GTK_INVALID_LIST_POSITION)
    scroll_to (self, place);
}

void
mz_record_table_select (MzRecordTable *self, GPtrArray *ids)
{
  GListModel *rows = G_LIST_MODEL (self->selection);
  guint last = GTK_INVALID_LIST_POSITION;

  self->selecting = TRUE;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (MzRecord) record = g_list_model_get_item (rows, i);

      if (g_ptr_array_find_with_equal_func (ids, mz_record_id (record), g_str_equal, NULL))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), last = i, FALSE);
    }
  self->selecting = FALSE;
  if (last == GTK_INVALID_LIST_POSITION)
    return;
  mz_workspace_select (self->workspace, g_ptr_array_index (ids, 0));
  scroll_to (self, last);
}

/* Several can be selected here, one is looked at: the one that was, else that under the hand, else the first. */
static void
rows_selected_cb (GtkSelectionModel *selection, guint position, guint n_items, MzRecordTable *self)
{
  MzRecord *looked_at = mz_workspace_selected (self->workspace);
  MzTableCell *cell = mz_record_table_focused (self);
  g_autoptr (GPtrArray) records = NULL;

  if (self->selecting)
    return;
  records = mz_record_table_selected (self);
  if (records->len == 0 || g_ptr_array_find (records, looked_at, NULL))
    return;
  if (cell != NULL && g_ptr_array_find (records, mz_table_cell_record (cell), NULL))
    mz_workspace_select (self->workspace, mz_record_id (mz_table_cell_record (cell)));
  else
    mz_workspace_select (self->workspace, mz_record_id (g_ptr_array_index (records, 0)));
}

/* Up and Down keep the column; the column view itself goes to the first cell of the row. */
static gboolean
focus_column_cb (gpointer data)
{
  MzRecordTable *self = data;
  g_autoptr (GPtrArray) seen = mz_record_table_seen (self);
  MzTableCell *now = mz_record_table_focused (self);
  MzRecord *record = self->wanted_selected ? mz_workspace_selected (self->workspace)
                     : now != NULL         ? mz_table_cell_record (now)
                                           : NULL;
  const MzTableColumn *column = self->wanted_column != NULL ? self->wanted_column
                                : seen->len > 0             ? g_ptr_array_index (seen, 0)
                                                            : NULL;
  MzTableCell *wanted = record != NULL ? find_cell (self, record, column) : NULL;

  self->focusing = 0;
  self->wanted_selected = FALSE;
  if (wanted != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (wanted));
  return G_SOURCE_REMOVE;
}

/* The hand follows what is looked at where it was in this table, or on a row that went. */
static void
focus_selected (MzRecordTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  MzTableCell *cell = mz_record_table_focused (self);

  if (!gtk_widget_get_mapped (self->view) ||
      place_of (self, mz_workspace_selected (self->workspace)) == GTK_INVALID_LIST_POSITION ||
      (!self->wanted_selected && focus != NULL && focus != self->view &&
       !gtk_widget_is_ancestor (focus, self->view)) ||
      (cell != NULL && mz_table_cell_editor (cell) != NULL))
    return;
  if (cell != NULL && !self->wanted_selected)
    self->wanted_column = mz_table_cell_column (cell);
  self->wanted_selected = TRUE;
  if (self->focusing == 0)
    self->focusing = g_idle_add (focus_column_cb, self);
}

static void
selection_changed_cb (MzWorkspace *workspace, MzRecordTable *self)
{
  MzRecord *record = mz_workspace_selected (workspace);
  guint place = place_of (self, record);
  gboolean here = place != GTK_INVALID_LIST_POSITION &&
                  gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), place);

  sync_selection (self, TRUE);
  if (record != NULL && !here)
    focus_selected (self);
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

/* What the seen columns say of a record, folded, and kept until the records change. */
static const char *
text_of (MzRecordTable *self, MzRecord *record)
{
  char *text = g_hash_table_lookup (self->texts, record);
  g_autoptr (GString) joined = NULL;

  if (text != NULL)
    return text;
  joined = g_string_new (NULL);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MzTableColumn *column = g_ptr_array_index (self->columns, i);
      g_autofree char *cell = NULL;

      if (!gtk_column_view_column_get_visible (column->shown))
        continue;
      cell = mz_table_column_text (column, record);
      g_string_append_printf (joined, "%s\n", cell);
    }
  text = mz_search_fold (joined->str);
  g_hash_table_insert (self->texts, record, text);
  return text;
}

static gboolean
matches_cb (gpointer item, gpointer data)
{
  MzRecordTable *self = data;
  MzRecord *record = item;

  if (!matches_block (self, record))
    return FALSE;
  return self->needle == NULL || strstr (text_of (self, record), self->needle) != NULL;
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return mz_table_column_compare (data, (MzRecord *)a, (MzRecord *)b);
}

void
mz_record_table_forget (MzRecordTable *self)
{
  g_hash_table_remove_all (self->texts);
  for (guint i = 0; i < self->columns->len; i++)
    mz_table_column_forget (g_ptr_array_index (self->columns, i));
}

static void
refilter (MzRecordTable *self)
{
  GListModel *all = gtk_filter_list_model_get_model (self->filtered);

  gtk_filter_list_model_set_incremental (
      self->filtered, self->needle != NULL && g_list_model_get_n_items (all) > MANY_ROWS);
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
      if (!gtk_column_view_column_get_visible (column->shown))
        continue;
      if (column->computed != NULL
              ? column->computed->money
              : mz_kind_field (self->kind, (guint)column->field)->type == MZ_TYPE_MONEY)
        return TRUE;
    }
  return FALSE;
}

void
mz_record_table_show_frame (MzRecordTable *self)
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
  else
    gtk_label_set_text (GTK_LABEL (self->unit), "");
}

static void
changed_cb (MzWorkspace *workspace, MzRecordTable *self)
{
  GtkSorter *order = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view));
  GHashTableIter iter;
  gpointer cell;

  note_places (self);
  mz_record_table_forget (self);
  self->selecting = TRUE;
  refilter (self);
  if (gtk_sorter_get_order (order) != GTK_SORTER_ORDER_NONE)
    gtk_sorter_changed (order, GTK_SORTER_CHANGE_DIFFERENT);
  self->selecting = FALSE;
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    mz_table_cell_refresh (cell);
  mz_record_table_show_frame (self);
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

MzTableColumn *
mz_record_table_append (MzRecordTable *self, const char *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  MzTableColumn *column = mz_table_column_new (self->workspace, self->kind, name);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, column, NULL));
  const MzField *def = column->field >= 0 ? mz_kind_field (self->kind, (guint)column->field) : NULL;

  column->places = self->places;
  column->cells = self->cells;
  column->chosen = mz_record_table_together;
  column->table = self;
  g_ptr_array_add (self->columns, column);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  column->shown = gtk_column_view_column_new (mz_table_column_label (column), factory);
  g_object_set_data (G_OBJECT (column->shown), "mz-column", column);
  gtk_column_view_column_set_sorter (column->shown, sorter);
  gtk_column_view_column_set_resizable (column->shown, TRUE);
  gtk_column_view_column_set_expand (
      column->shown, def != NULL && (mz_field_is_text (def) || def->type == MZ_TYPE_REFERENCE) &&
                         (def->flags & MZ_FIELD_CODE) == 0);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column->shown);
  g_object_unref (column->shown); /* the view keeps it as long as the table lives */
  return column;
}

/* Headings may take two lines, and those of numbers stand over their numbers; GTK has no setting for either. */
void
mz_record_table_align_headings (MzRecordTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  GtkWidget *header = gtk_widget_get_first_child (self->view);
  GtkWidget *heading = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; heading != NULL && i < g_list_model_get_n_items (columns);
       i++, heading = gtk_widget_get_next_sibling (heading))
    {
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);
      const MzTableColumn *column = g_object_get_data (G_OBJECT (shown), "mz-column");
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
      if (column->numeric && GTK_IS_BOX (inner) && gtk_widget_get_next_sibling (label) != NULL)
        gtk_box_reorder_child_after (GTK_BOX (inner), label, gtk_widget_get_last_child (inner));
    }
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
  gtk_filter_list_model_set_incremental (self->filtered, FALSE);
  record = mz_workspace_add (self->workspace, self->kind->name, presets);
  for (guint i = 0; record != NULL && cell == NULL && i < self->columns->len; i++)
    {
      const MzTableColumn *column = g_ptr_array_index (self->columns, i);
      if (column->field >= 0 &&
          (mz_kind_field (self->kind, (guint)column->field)->flags & MZ_FIELD_TITLE) != 0)
        cell = find_cell (self, record, column);
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
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzRecordTable *self = MZ_RECORD_TABLE (widget);
  MzTableCell *cell = mz_record_table_focused (self);
  g_autoptr (GPtrArray) seen = mz_record_table_seen (self);
  g_autoptr (GPtrArray) selected = mz_record_table_selected (self);

  for (guint i = 0; cell == NULL && selected->len > 0 && i < seen->len; i++)
    if (((const MzTableColumn *)g_ptr_array_index (seen, i))->computed == NULL)
      cell = find_cell (self, g_ptr_array_index (selected, 0), g_ptr_array_index (seen, i));
  if (cell != NULL)
    mz_table_cell_edit (cell);
}

static void
activate_cb (GtkColumnView *view, guint position, MzRecordTable *self)
{
  edit_action (GTK_WIDGET (self), NULL, NULL);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        MzRecordTable *self)
{
  MzTableCell *cell = mz_record_table_focused (self);
  MzTableCell *next = NULL;

  if (cell == NULL || mz_table_cell_editor (cell) != NULL ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if ((key == GDK_KEY_Left || key == GDK_KEY_Right) && (state & GDK_SHIFT_MASK) == 0)
    {
      const MzTableColumn *beside =
          column_beside (self, mz_table_cell_column (cell), key == GDK_KEY_Left ? -1 : 1);

      if (beside != NULL)
        next = find_cell (self, mz_table_cell_record (cell), beside);
      if (next != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (next));
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    {
      self->wanted_column = mz_table_cell_column (cell);
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
  mz_record_table_leave_columns (self);
  if (self->filtered != NULL)
    g_signal_handlers_disconnect_by_data (self->filtered, self);
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
  g_hash_table_unref (self->texts);
  g_free (self->key);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->cells);
  g_strfreev (self->filter_codes);
  g_free (self->needle);
  G_OBJECT_CLASS (mz_record_table_parent_class)->finalize (object);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint key;
  GdkModifierType modifiers;
} actions[] = {
    {"table.add", add_action, 0, 0},
    {"table.edit", edit_action, GDK_KEY_F2, 0},
    {"table.menu", mz_record_table_menu_action, GDK_KEY_F10, GDK_SHIFT_MASK},
    {"table.menu", NULL, GDK_KEY_Menu, 0},
    {"table.delete", mz_record_table_delete_action, GDK_KEY_Delete, 0},
    {"table.clone", mz_record_table_clone_action, GDK_KEY_d, GDK_CONTROL_MASK},
    {"table.fill", mz_record_table_fill_action, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK},
    {"table.copy", mz_record_table_copy_action, GDK_KEY_c, GDK_CONTROL_MASK},
    {"table.copy-all", mz_record_table_copy_all_action, 0, 0},
    {"table.paste", mz_record_table_paste_action, GDK_KEY_v, GDK_CONTROL_MASK},
    {"table.derive", mz_record_table_derive_action, 0, 0},
    {"table.columns", mz_record_table_columns_action, 0, 0},
};

static void
install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (actions[i].activate != NULL)
        gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
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
  gtk_widget_class_bind_template_child (widget_class, MzRecordTable, more);
  gtk_widget_class_bind_template_callback (widget_class, rows_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, mz_record_table_secondary_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  install_actions (widget_class);
}

static void
mz_record_table_init (MzRecordTable *self)
{
  mz_style_use ();
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_table_column_free);
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
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
  gtk_widget_set_visible (self->add,
                          !self->kind->singleton && mz_workspace_editable (self->workspace));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  search, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  {
    /* TRANSLATORS: what a menu is about, by the heading of a table */
    g_autofree char *more = g_strdup_printf (_ ("More about “%s”"), title);

    gtk_widget_set_tooltip_text (self->more, more);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    more, -1);
  }
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
  mz_record_table_make_columns (self, columns, filter);
  label_parts (self, title);
  self->filtered =
      gtk_filter_list_model_new (g_object_ref (mz_model_list (model, kind)),
                                 GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL)));
  self->sorted = gtk_sort_list_model_new (
      g_object_ref (G_LIST_MODEL (self->filtered)),
      g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  self->selecting = TRUE;
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->sorted));
  self->selecting = FALSE;
  g_signal_connect_swapped (self->filtered, "items-changed",
                            G_CALLBACK (mz_record_table_show_frame), self);
  mz_record_table_show_frame (self);
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
