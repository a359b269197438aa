/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Tables of records: selection both ways, editing in the cell, filter, sort, adding, deleting, copying. */

#include "config.h"

#include <string.h>

#include <time.h>

#include "widget-fixture.h"

#include "mz-computed.h"
#include "mz-field-editor.h"
#include "mz-import-preview.h"
#include "mz-record-table.h"
#include "mz-table-cell.h"

#define COLUMNS "code title likelihood impact =value =ale treatment =residual"

typedef struct
{
  MzWorkspace *workspace;
  MzModel *model;
  MzRecordTable *table;
  GtkWidget *window;
} Stage;

static void
open_stage (Stage *stage, const char *kind, const char *columns, const char *filter)
{
  stage->workspace = fixture_workspace ("ec-site");
  stage->model = mz_workspace_model (stage->workspace);
  stage->table =
      MZ_RECORD_TABLE (mz_record_table_new (stage->workspace, kind, columns, filter, "Register"));
  stage->window = fixture_show (GTK_WIDGET (stage->table), 1000, 700);
}

static void
close_stage (Stage *stage)
{
  fixture_hide (stage->window);
  fixture_close (stage->workspace);
}

static MzRecord *
row (Stage *stage, guint index)
{
  g_autoptr (MzRecord) record = g_list_model_get_item (mz_record_table_rows (stage->table), index);
  return record;
}

static MzTableCell *
find_cell (Stage *stage, MzRecord *record, const char *field)
{
  g_autoptr (GPtrArray) cells = fixture_find_all (GTK_WIDGET (stage->table), MZ_TYPE_TABLE_CELL);
  int index = mz_kind_find (mz_record_kind (record), field);

  for (guint i = 0; i < cells->len; i++)
    {
      MzTableCell *cell = g_ptr_array_index (cells, i);
      if (mz_table_cell_record (cell) == record && mz_table_cell_column (cell)->field == index)
        return cell;
    }
  return NULL;
}

static void
test_selection (void)
{
  Stage stage;
  GtkSelectionModel *selection;

  open_stage (&stage, "risk", COLUMNS, NULL);
  selection = gtk_column_view_get_model (mz_record_table_view (stage.table));
  g_assert_null (mz_workspace_selected (stage.workspace));
  gtk_selection_model_select_item (selection, 3, TRUE);
  g_assert_true (mz_workspace_selected (stage.workspace) == row (&stage, 3));
  mz_workspace_select (stage.workspace, mz_record_id (row (&stage, 5)));
  g_assert_true (gtk_selection_model_is_selected (selection, 5));
  g_assert_false (gtk_selection_model_is_selected (selection, 3));
  mz_workspace_select (stage.workspace, mz_record_id (mz_model_nth (stage.model, "context", 0)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    g_assert_false (gtk_selection_model_is_selected (selection, i));
  g_assert_true (mz_record_is (mz_workspace_selected (stage.workspace), "context"));
  close_stage (&stage);
}

static guint
count_selected (Stage *stage)
{
  g_autoptr (GtkBitset) places = gtk_selection_model_get_selection (
      gtk_column_view_get_model (mz_record_table_view (stage->table)));
  return (guint)gtk_bitset_get_size (places);
}

static void
select_rows (Stage *stage, guint first, guint n)
{
  gtk_selection_model_select_range (gtk_column_view_get_model (mz_record_table_view (stage->table)),
                                    first, n, TRUE);
}

/* Several rows stay selected while a person looks at one of them, edits, sorts; something else ends it. */
static void
test_several (void)
{
  Stage stage;
  g_autoptr (GtkColumnViewColumn) column = NULL;
  MzValue level = {TRUE, {.integer = 2}};

  open_stage (&stage, "risk", COLUMNS, NULL);
  select_rows (&stage, 2, 3);
  g_assert_true (mz_workspace_selected (stage.workspace) == row (&stage, 2));
  mz_workspace_select (stage.workspace, mz_record_id (row (&stage, 4)));
  g_assert_cmpuint (count_selected (&stage), ==, 3);
  g_assert_true (mz_workspace_set_value (
      stage.workspace, row (&stage, 0),
      (guint)mz_kind_find (mz_record_kind (row (&stage, 0)), "impact"), &level, NULL));
  fixture_settle ();
  g_assert_cmpuint (count_selected (&stage), ==, 3);
  column =
      g_list_model_get_item (gtk_column_view_get_columns (mz_record_table_view (stage.table)), 1);
  gtk_column_view_sort_by_column (mz_record_table_view (stage.table), column, GTK_SORT_DESCENDING);
  fixture_settle ();
  g_assert_cmpuint (count_selected (&stage), ==, 3);
  mz_workspace_select (stage.workspace, mz_record_id (mz_model_nth (stage.model, "risk", 0)));
  g_assert_cmpuint (count_selected (&stage), ==, 1);
  close_stage (&stage);
}

static void
test_set_for_several (void)
{
  Stage stage;
  MzTableCell *cell;
  GtkWidget *control;

  open_stage (&stage, "risk", COLUMNS, NULL);
  select_rows (&stage, 0, 4);
  cell = find_cell (&stage, row (&stage, 1), "title");
  g_assert_true (mz_table_cell_edit (cell));
  control = mz_field_editor_control (MZ_FIELD_EDITOR (mz_table_cell_editor (cell)));
  gtk_editable_set_text (GTK_EDITABLE (control), "All the same");
  g_signal_emit_by_name (control, "activate");
  fixture_settle ();
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (mz_record_text (row (&stage, i), "title"), ==, "All the same");
  g_assert_cmpstr (mz_record_text (row (&stage, 4), "title"), !=, "All the same");
  mz_workspace_undo (stage.workspace);
  g_assert_null (mz_document_undo_label (mz_workspace_document (stage.workspace)));
  g_assert_cmpstr (mz_record_text (row (&stage, 1), "title"), !=, "All the same");
  close_stage (&stage);
}

static void
test_fill (void)
{
  Stage stage;
  MzTableCell *cell;
  gint64 wanted;

  open_stage (&stage, "risk", COLUMNS, NULL);
  select_rows (&stage, 0, 6);
  cell = find_cell (&stage, row (&stage, 2), "likelihood");
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  wanted = mz_record_integer (row (&stage, 2), "likelihood", 0);
  gtk_widget_activate_action (GTK_WIDGET (stage.table), "table.fill", NULL);
  fixture_settle ();
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (mz_record_integer (row (&stage, i), "likelihood", 0), ==, wanted);
  mz_workspace_undo (stage.workspace);
  g_assert_null (mz_document_undo_label (mz_workspace_document (stage.workspace)));
  close_stage (&stage);
}

static void
test_duplicate_and_delete_several (void)
{
  Stage stage;
  guint n;

  open_stage (&stage, "risk", COLUMNS, NULL);
  n = mz_model_count (stage.model, "risk");
  select_rows (&stage, 0, 3);
  gtk_widget_activate_action (GTK_WIDGET (stage.table), "table.clone", NULL);
  fixture_settle ();
  g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n + 3);
  /* The copies are selected, so that deleting takes them away again. */
  g_assert_cmpuint (count_selected (&stage), ==, 3);
  g_assert_cmpstr (mz_record_text (mz_workspace_selected (stage.workspace), "title"), ==,
                   mz_record_text (mz_model_nth (stage.model, "risk", 0), "title"));
  gtk_widget_activate_action (GTK_WIDGET (stage.table), "table.delete", NULL);
  fixture_settle ();
  g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n);
  /* The hand goes to the row beside them, and with undo back to where it was. */
  g_assert_true (mz_workspace_selected (stage.workspace) == row (&stage, n - 1));
  mz_workspace_undo (stage.workspace);
  g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n + 3);
  mz_workspace_undo (stage.workspace);
  g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n);
  close_stage (&stage);
}

static void
check_focus (Stage *stage, MzRecord *record)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (stage->table)));

  g_assert_true (MZ_IS_TABLE_CELL (focus));
  g_assert_true (mz_table_cell_record (MZ_TABLE_CELL (focus)) == record);
  g_assert_cmpint (mz_table_cell_column (MZ_TABLE_CELL (focus))->field, ==,
                   mz_kind_find (mz_record_kind (record), "likelihood"));
}

/* Deleting leaves the hand in its column, at the next row; undo takes it to the row that came back. */
static void
test_focus_after_undo (void)
{
  Stage stage;
  g_autofree char *gone = NULL;

  open_stage (&stage, "risk", COLUMNS, NULL);
  select_rows (&stage, 2, 1);
  gone = g_strdup (mz_record_id (row (&stage, 2)));
  gtk_widget_grab_focus (GTK_WIDGET (find_cell (&stage, row (&stage, 2), "likelihood")));
  gtk_widget_activate_action (GTK_WIDGET (stage.table), "table.delete", NULL);
  fixture_settle ();
  check_focus (&stage, row (&stage, 2));
  g_assert_cmpstr (mz_record_id (row (&stage, 2)), !=, gone);
  mz_workspace_undo (stage.workspace);
  fixture_settle ();
  g_assert_cmpstr (mz_record_id (mz_workspace_selected (stage.workspace)), ==, gone);
  check_focus (&stage, mz_workspace_selected (stage.workspace));
  close_stage (&stage);
}

static gboolean
menu_has (GMenuModel *menu, const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *own = NULL;

      if ((section != NULL && menu_has (section, action)) ||
          (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &own) &&
           g_str_equal (own, action)))
        return TRUE;
    }
  return FALSE;
}

/* The menu of a weakness makes a risk of it, that of a risk has nothing of the kind. */
static void
test_row_menu (void)
{
  static const char *const kinds[] = {"weakness", "risk"};

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Stage stage;
      g_autoptr (GPtrArray) menus = NULL;
      GtkPopoverMenu *menu;
      guint n;

      open_stage (&stage, kinds[i], "title", NULL);
      n = mz_model_count (stage.model, "risk");
      select_rows (&stage, 0, 1);
      gtk_widget_activate_action (GTK_WIDGET (stage.table), "table.menu", NULL);
      menus = fixture_find_all (GTK_WIDGET (stage.table), GTK_TYPE_POPOVER_MENU);
      menu = NULL;
      for (guint j = 0; j < menus->len; j++)
        if (gtk_widget_get_parent (menus->pdata[j]) == GTK_WIDGET (stage.table))
          menu = menus->pdata[j];
      g_assert_nonnull (menu);
      g_assert_true (menu_has (gtk_popover_menu_get_menu_model (menu), "table.delete"));
      g_assert_cmpint (menu_has (gtk_popover_menu_get_menu_model (menu), "table.derive"), ==,
                       i == 0);
      gtk_popover_popdown (GTK_POPOVER (menu));
      gtk_widget_activate_action (GTK_WIDGET (stage.table), "table.derive", NULL);
      fixture_settle ();
      g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n + (i == 0));
      close_stage (&stage);
    }
}

static gboolean
preview_is_checked (gpointer preview)
{
  return mz_import_preview_is_checked (preview);
}

static void
test_paste (void)
{
  Stage stage;
  GtkWidget *preview;
  guint n;
  g_autoptr (GString) text = g_string_new ("Number\tRisk\tLikelihood\n");

  open_stage (&stage, "risk", COLUMNS, NULL);
  n = mz_model_count (stage.model, "risk");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "P-%u\t<b>%u&\t%u\n", i, i, i % 8);
  preview = mz_record_table_preview (stage.table, text->str, NULL);
  gtk_window_present (GTK_WINDOW (preview));
  fixture_wait (preview_is_checked, preview);
  fixture_settle ();
  /* Levels 0, 6 and 7 are none. */
  g_assert_cmpuint (mz_sheet_import_count (mz_import_preview_import (MZ_IMPORT_PREVIEW (preview)),
                                           MZ_SHEET_WRONG),
                    ==, 5);
  fixture_picture (preview, "paste");
  g_assert_true (mz_import_preview_take (MZ_IMPORT_PREVIEW (preview)));
  fixture_settle ();
  g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n + 35);
  mz_workspace_undo (stage.workspace);
  g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n);
  close_stage (&stage);
}

/* 5,000 rows: the window is never held up for long. */
static void
test_paste_many (void)
{
  Stage stage;
  GtkWidget *preview;
  gint64 longest = 0;
  g_autoptr (GString) text = g_string_new ("Number\tRisk\tLikelihood\n");

  open_stage (&stage, "risk", COLUMNS, NULL);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "P-%u\tRow %u\t%u\n", i, i, i % 20);
  preview = mz_record_table_preview (stage.table, text->str, NULL);
  gtk_window_present (GTK_WINDOW (preview));
  fixture_settle ();
  while (!mz_import_preview_is_checked (MZ_IMPORT_PREVIEW (preview)))
    {
      gint64 start = g_get_monotonic_time ();
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - start);
    }
  g_test_minimized_result (longest / 1e6, "seconds for the longest step");
  gtk_window_destroy (GTK_WINDOW (preview));
  fixture_settle ();
  close_stage (&stage);
}

static MzTableCell *
find_computed (Stage *stage, MzRecord *record, const char *name)
{
  g_autoptr (GPtrArray) cells = fixture_find_all (GTK_WIDGET (stage->table), MZ_TYPE_TABLE_CELL);

  for (guint i = 0; i < cells->len; i++)
    {
      MzTableCell *cell = g_ptr_array_index (cells, i);
      if (mz_table_cell_record (cell) == record &&
          g_str_equal (mz_table_column_name (mz_table_cell_column (cell)), name))
        return cell;
    }
  return NULL;
}

static void
type_in (MzTableCell *cell, const char *text)
{
  GtkWidget *control;

  g_assert_true (mz_table_cell_edit (cell));
  control = mz_field_editor_control (MZ_FIELD_EDITOR (mz_table_cell_editor (cell)));
  gtk_editable_set_text (GTK_EDITABLE (control), text);
  g_signal_emit_by_name (control, "activate");
  fixture_settle ();
}

/* An amount typed in a year splits the line; the same amount again makes it one. */
static void
test_year_cells (void)
{
  Stage stage;
  MzRecord *flow = NULL;
  guint n;
  gint64 amount = 0;

  open_stage (&stage, "cash_flow", "title amount from_year to_year =year0 =year1 =year2 =year3",
              NULL);
  n = mz_model_count (stage.model, "cash_flow");
  for (guint i = 0; i < n && flow == NULL; i++)
    {
      MzRecord *one = mz_model_nth (stage.model, "cash_flow", i);
      if (mz_record_integer (one, "from_year", 0) <= 1 &&
          mz_record_integer (one, "to_year", 30) >= 3)
        flow = one;
    }
  g_assert_nonnull (flow);
  amount = mz_record_integer (flow, "amount", 0);
  type_in (find_computed (&stage, flow, "=year2"), "1億2,000万円");
  g_assert_cmpuint (mz_model_count (stage.model, "cash_flow"), ==, n + 2);
  mz_workspace_undo (stage.workspace);
  fixture_settle ();
  g_assert_cmpuint (mz_model_count (stage.model, "cash_flow"), ==, n);
  g_assert_cmpint (mz_record_integer (flow, "amount", 0), ==, amount);
  /* A refusal stays in the cell with its reason. */
  {
    MzTableCell *cell = find_computed (&stage, flow, "=year2");
    type_in (cell, "much");
    g_assert_nonnull (mz_field_editor_error (MZ_FIELD_EDITOR (mz_table_cell_editor (cell))));
    mz_field_editor_restore (MZ_FIELD_EDITOR (mz_table_cell_editor (cell)));
  }
  close_stage (&stage);
}

/* What is hidden, moved and made wide is found again. */
static void
test_columns_are_kept (void)
{
  Stage stage;
  g_autoptr (GtkColumnViewColumn) moved = NULL, hidden = NULL, again = NULL;
  GListModel *columns;

  open_stage (&stage, "risk", "code title likelihood impact owner", NULL);
  columns = gtk_column_view_get_columns (mz_record_table_view (stage.table));
  moved = g_list_model_get_item (columns, 1);
  hidden = g_list_model_get_item (columns, 3);
  gtk_column_view_insert_column (mz_record_table_view (stage.table), 0, moved);
  gtk_column_view_column_set_fixed_width (moved, 321);
  gtk_column_view_column_set_visible (hidden, FALSE);
  close_stage (&stage);
  open_stage (&stage, "risk", "code title likelihood impact owner", NULL);
  columns = gtk_column_view_get_columns (mz_record_table_view (stage.table));
  again = g_list_model_get_item (columns, 0);
  g_assert_cmpstr (gtk_column_view_column_get_title (again), ==,
                   gtk_column_view_column_get_title (moved));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (again), ==, 321);
  {
    g_autoptr (GtkColumnViewColumn) third = g_list_model_get_item (columns, 3);
    g_assert_false (gtk_column_view_column_get_visible (third));
  }
  close_stage (&stage);
}

static void
test_edit_in_cell (void)
{
  Stage stage;
  MzRecord *record;
  MzTableCell *cell;
  GtkWidget *control;

  open_stage (&stage, "risk", COLUMNS, NULL);
  record = row (&stage, 0);
  mz_workspace_select (stage.workspace, mz_record_id (record));
  cell = find_cell (&stage, record, "title");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (cell), "cell.edit", NULL));
  fixture_settle ();
  g_assert_nonnull (mz_table_cell_editor (cell));
  control = mz_field_editor_control (MZ_FIELD_EDITOR (mz_table_cell_editor (cell)));
  gtk_editable_set_text (GTK_EDITABLE (control), "<b>&");
  g_signal_emit_by_name (control, "activate");
  fixture_settle ();
  g_assert_null (mz_table_cell_editor (cell));
  g_assert_cmpstr (mz_record_text (record, "title"), ==, "<b>&");
  g_assert_true (mz_workspace_selected (stage.workspace) == record);
  {
    GtkWidget *label = fixture_find (GTK_WIDGET (cell), GTK_TYPE_LABEL);
    g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "<b>&"));
  }
  /* A refusal stays in the cell, the old title in the model. */
  g_assert_true (mz_table_cell_edit (cell));
  control = mz_field_editor_control (MZ_FIELD_EDITOR (mz_table_cell_editor (cell)));
  gtk_editable_set_text (GTK_EDITABLE (control), "");
  g_signal_emit_by_name (control, "activate");
  fixture_settle ();
  g_assert_nonnull (mz_table_cell_editor (cell));
  g_assert_nonnull (mz_field_editor_error (MZ_FIELD_EDITOR (mz_table_cell_editor (cell))));
  g_assert_cmpstr (mz_record_text (record, "title"), ==, "<b>&");
  mz_field_editor_restore (MZ_FIELD_EDITOR (mz_table_cell_editor (cell)));
  close_stage (&stage);
}

static void
test_computed_cannot_be_edited (void)
{
  Stage stage;
  g_autoptr (GPtrArray) cells = NULL;
  guint computed = 0;

  open_stage (&stage, "risk", COLUMNS, NULL);
  cells = fixture_find_all (GTK_WIDGET (stage.table), MZ_TYPE_TABLE_CELL);
  for (guint i = 0; i < cells->len; i++)
    if (mz_table_cell_column (g_ptr_array_index (cells, i))->computed != NULL)
      {
        computed++;
        g_assert_false (mz_table_cell_edit (g_ptr_array_index (cells, i)));
      }
  g_assert_cmpuint (computed, >=, 3);
  close_stage (&stage);
}

static void
test_value_follows_edit (void)
{
  Stage stage;
  MzRecord *record;
  const MzTableColumn *column = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  g_autofree char *value = NULL;

  open_stage (&stage, "risk", COLUMNS, NULL);
  record = row (&stage, 0);
  for (guint i = 0; i < 2; i++)
    {
      const char *const names[] = {"likelihood", "impact"};
      int field = mz_kind_find (mz_record_kind (record), names[i]);
      MzValue level = {TRUE, {.integer = i == 0 ? 2 : 3}};
      g_assert_true (mz_workspace_set_value (stage.workspace, record, (guint)field, &level, NULL));
    }
  fixture_settle ();
  cells = fixture_find_all (GTK_WIDGET (stage.table), MZ_TYPE_TABLE_CELL);
  for (guint i = 0; i < cells->len && column == NULL; i++)
    {
      const MzTableColumn *one = mz_table_cell_column (g_ptr_array_index (cells, i));
      if (one->computed != NULL && g_str_equal (one->computed->name, "=value"))
        column = one;
    }
  /* The firm's matrix is the product of both levels: 2 × 3. */
  value = mz_table_column_text (column, record);
  g_assert_cmpstr (value, ==, "6");
  close_stage (&stage);
}

static gboolean
is_filtered (gpointer data)
{
  Stage *stage = data;
  return g_list_model_get_n_items (mz_record_table_rows (stage->table)) == 1;
}

static void
test_filter (void)
{
  Stage stage;
  guint n;
  GtkWidget *search;

  open_stage (&stage, "risk", COLUMNS, NULL);
  n = g_list_model_get_n_items (mz_record_table_rows (stage.table));
  g_assert_cmpuint (n, ==, mz_model_count (stage.model, "risk"));
  mz_workspace_select (stage.workspace, mz_record_id (row (&stage, 0)));
  search = fixture_find (GTK_WIDGET (stage.table), GTK_TYPE_SEARCH_ENTRY);
  /* Full width, as an input method gives it. */
  gtk_editable_set_text (GTK_EDITABLE (search), "Ｒ－０３");
  fixture_wait (is_filtered, &stage);
  g_assert_cmpstr (mz_record_text (row (&stage, 0), "code"), ==, "R-03");
  /* Hiding a row is no deselection. */
  g_assert_cmpstr (mz_record_text (mz_workspace_selected (stage.workspace), "code"), ==, "R-01");
  close_stage (&stage);
}

static void
test_block_filter (void)
{
  Stage stage;
  guint before;

  open_stage (&stage, "context", "title category", "category=law nature");
  before = g_list_model_get_n_items (mz_record_table_rows (stage.table));
  for (guint i = 0; i < before; i++)
    g_assert_true (mz_record_choice_is (row (&stage, i), "category", "law") ||
                   mz_record_choice_is (row (&stage, i), "category", "nature"));
  mz_record_table_add (stage.table);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (mz_record_table_rows (stage.table)), ==, before + 1);
  g_assert_true (mz_record_choice_is (mz_workspace_selected (stage.workspace), "category", "law"));
  close_stage (&stage);
}

static void
test_sort (void)
{
  Stage stage;
  g_autoptr (GtkColumnViewColumn) column = NULL;
  gint64 last = -1;

  open_stage (&stage, "risk", COLUMNS, NULL);
  mz_workspace_select (stage.workspace, mz_record_id (row (&stage, 0)));
  column =
      g_list_model_get_item (gtk_column_view_get_columns (mz_record_table_view (stage.table)), 2);
  gtk_column_view_sort_by_column (mz_record_table_view (stage.table), column, GTK_SORT_ASCENDING);
  fixture_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (mz_record_table_rows (stage.table)); i++)
    {
      gint64 level = mz_record_integer (row (&stage, i), "likelihood", 99);
      g_assert_cmpint (level, >=, last);
      last = level;
    }
  g_assert_cmpstr (mz_record_text (mz_workspace_selected (stage.workspace), "code"), ==, "R-01");
  close_stage (&stage);
}

static void
note_undoable_cb (MzWorkspace *workspace, const char *text, gboolean undoable, guint *count)
{
  *count += undoable ? 1 : 0;
}

static void
test_delete_and_undo (void)
{
  Stage stage;
  guint n, offers = 0;

  open_stage (&stage, "risk", COLUMNS, NULL);
  g_signal_connect (stage.workspace, "message", G_CALLBACK (note_undoable_cb), &offers);
  n = g_list_model_get_n_items (mz_record_table_rows (stage.table));
  gtk_widget_activate_action (GTK_WIDGET (stage.table), "table.delete", NULL);
  g_assert_cmpuint (mz_model_count (stage.model, "risk"), ==, n);
  mz_workspace_select (stage.workspace, mz_record_id (row (&stage, 2)));
  gtk_widget_activate_action (GTK_WIDGET (stage.table), "table.delete", NULL);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (mz_record_table_rows (stage.table)), ==, n - 1);
  g_assert_cmpuint (offers, ==, 1);
  g_assert_true (mz_workspace_selected (stage.workspace) == row (&stage, 2));
  mz_workspace_undo (stage.workspace);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (mz_record_table_rows (stage.table)), ==, n);
  close_stage (&stage);
}

static void
test_copy (void)
{
  Stage stage;
  g_autofree char *tsv = NULL;
  g_auto (GStrv) lines = NULL;

  open_stage (&stage, "risk", COLUMNS, NULL);
  tsv = mz_record_table_to_tsv (stage.table, FALSE);
  lines = g_strsplit (tsv, "\n", -1);
  /* Heading, rows, and the empty end. */
  g_assert_cmpuint (g_strv_length (lines), ==, mz_model_count (stage.model, "risk") + 2);
  for (guint i = 0; lines[i + 1] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (cells), ==, 8);
    }
  select_rows (&stage, 1, 2);
  {
    g_autofree char *some = mz_record_table_to_tsv (stage.table, TRUE);
    g_auto (GStrv) chosen = g_strsplit (some, "\n", -1);

    g_assert_cmpuint (g_strv_length (chosen), ==, 4);
    g_assert_cmpstr (chosen[1], ==, lines[2]);
  }
  gtk_widget_activate_action (GTK_WIDGET (stage.table), "table.copy", NULL);
  close_stage (&stage);
}

static void
test_many_rows (void)
{
  Stage stage;
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "risk");
  MzEdit *edit = mz_edit_new ("many");
  gint64 start;

  open_stage (&stage, "risk", COLUMNS, NULL);
  for (guint i = 0; i < 500; i++)
    mz_edit_set_text (edit, kind, mz_edit_insert (edit, kind, NULL), "title", "😀 مرحبا");
  start = g_get_monotonic_time ();
  g_assert_true (mz_workspace_edit (stage.workspace, edit, NULL));
  fixture_settle ();
  g_test_minimized_result ((g_get_monotonic_time () - start) / 1e6, "seconds for 500 more rows");
  mz_workspace_select (stage.workspace, mz_record_id (row (&stage, 510)));
  fixture_settle ();
  g_assert_nonnull (find_cell (&stage, row (&stage, 510), "title"));
  close_stage (&stage);
}

/* The time of this process, so that what else the machine does is not counted. */
static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gint64
timed_settle (gint64 start)
{
  fixture_settle ();
  return now () - start;
}

static gboolean
is_one_row (gpointer table)
{
  return g_list_model_get_n_items (mz_record_table_rows (table)) == 1;
}

/* Opening, sorting, filtering and walking through 10,000 rows, one after the other. */
static void
test_ten_thousand (void)
{
  Stage stage;
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "risk");
  MzEdit *edit = mz_edit_new ("many");
  g_autoptr (GtkColumnViewColumn) column = NULL;
  gint64 start;

  if (!g_test_perf ())
    {
      g_test_skip ("measured with -m perf");
      mz_edit_free (edit);
      return;
    }
  open_stage (&stage, "risk", COLUMNS, NULL);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *title = g_strdup_printf ("Risk number %u", i * 7919 % 10000);
      mz_edit_set_text (edit, kind, mz_edit_insert (edit, kind, NULL), "title", title);
    }
  g_assert_true (mz_workspace_edit (stage.workspace, edit, NULL));
  fixture_settle ();
  column =
      g_list_model_get_item (gtk_column_view_get_columns (mz_record_table_view (stage.table)), 1);
  start = now ();
  gtk_column_view_sort_by_column (mz_record_table_view (stage.table), column, GTK_SORT_ASCENDING);
  g_test_message ("sort by title: %d ms", (int)(timed_settle (start) / 1000));
  start = now ();
  gtk_column_view_sort_by_column (mz_record_table_view (stage.table), column, GTK_SORT_DESCENDING);
  g_test_message ("sort again: %d ms", (int)(timed_settle (start) / 1000));
  start = now ();
  mz_workspace_select (stage.workspace, mz_record_id (row (&stage, 9000)));
  g_test_message ("go to row 9,000: %d ms", (int)(timed_settle (start) / 1000));
  start = now ();
  gtk_editable_set_text (
      GTK_EDITABLE (fixture_find (GTK_WIDGET (stage.table), GTK_TYPE_SEARCH_ENTRY)), "number 4711");
  fixture_wait (is_one_row, stage.table);
  g_test_message ("filter, with 150 ms of rest: %d ms", (int)(timed_settle (start) / 1000));
  close_stage (&stage);
}

static void
test_bands (void)
{
  MzScale scale = {.n_bands = 4};

  g_assert_cmpint (mz_computed_band (&scale, -1), ==, 0);
  for (int i = 0; i < 4; i++)
    g_assert_cmpint (mz_computed_band (&scale, i), ==, i + 1);
  scale.n_bands = 2;
  g_assert_cmpint (mz_computed_band (&scale, 0), ==, 1);
  g_assert_cmpint (mz_computed_band (&scale, 1), ==, 4);
  scale.n_bands = 9;
  g_assert_cmpint (mz_computed_band (&scale, 0), ==, 1);
  g_assert_cmpint (mz_computed_band (&scale, 8), ==, 4);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/record-table/selection", test_selection);
  g_test_add_func ("/app/record-table/several", test_several);
  g_test_add_func ("/app/record-table/set-for-several", test_set_for_several);
  g_test_add_func ("/app/record-table/fill", test_fill);
  g_test_add_func ("/app/record-table/duplicate-and-delete-several",
                   test_duplicate_and_delete_several);
  g_test_add_func ("/app/record-table/paste", test_paste);
  g_test_add_func ("/app/record-table/paste-many", test_paste_many);
  g_test_add_func ("/app/record-table/year-cells", test_year_cells);
  g_test_add_func ("/app/record-table/columns-are-kept", test_columns_are_kept);
  g_test_add_func ("/app/record-table/ten-thousand", test_ten_thousand);
  g_test_add_func ("/app/record-table/edit-in-cell", test_edit_in_cell);
  g_test_add_func ("/app/record-table/computed-cannot-be-edited", test_computed_cannot_be_edited);
  g_test_add_func ("/app/record-table/value-follows-edit", test_value_follows_edit);
  g_test_add_func ("/app/record-table/filter", test_filter);
  g_test_add_func ("/app/record-table/block-filter", test_block_filter);
  g_test_add_func ("/app/record-table/sort", test_sort);
  g_test_add_func ("/app/record-table/delete-and-undo", test_delete_and_undo);
  g_test_add_func ("/app/record-table/focus-after-undo", test_focus_after_undo);
  g_test_add_func ("/app/record-table/row-menu", test_row_menu);
  g_test_add_func ("/app/record-table/copy", test_copy);
  g_test_add_func ("/app/record-table/many-rows", test_many_rows);
  g_test_add_func ("/app/record-table/bands", test_bands);
  return g_test_run ();
}
