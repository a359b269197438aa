/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is done with the selected rows of a table: each command is one edit, so that one undo takes it back. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-record-table-private.h"

#include "mezasu/clone.h"
#include "mezasu/sheet-import.h"
#include "mz-import-preview.h"

GPtrArray *
mz_record_table_together (gpointer table, MzRecord *record)
{
  GPtrArray *records = mz_record_table_selected (table);

  if (!g_ptr_array_find (records, record, NULL))
    g_clear_pointer (&records, g_ptr_array_unref);
  return records;
}

/* The selected records, %NULL when there is none or none may be touched. */
static GPtrArray *
selected_for_change (MzRecordTable *self)
{
  GPtrArray *records = mz_record_table_selected (self);

  if (records->len == 0 || self->kind->singleton || !mz_workspace_editable (self->workspace))
    g_clear_pointer (&records, g_ptr_array_unref);
  return records;
}

/* Where the hand goes when the selected rows go: the row behind them, else the one before. */
static char *
neighbour (MzRecordTable *self)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GtkBitset) places = gtk_selection_model_get_selection (selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  guint after = gtk_bitset_get_maximum (places) + 1;
  guint before = gtk_bitset_get_minimum (places);
  g_autoptr (MzRecord) record = NULL;

  if (after < n)
    record = g_list_model_get_item (G_LIST_MODEL (selection), after);
  else if (before > 0)
    record = g_list_model_get_item (G_LIST_MODEL (selection), before - 1);
  return record != NULL ? g_strdup (mz_record_id (record)) : NULL;
}

void
mz_record_table_delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzRecordTable *self = MZ_RECORD_TABLE (widget);
  g_autoptr (GPtrArray) records = selected_for_change (self);
  g_autofree char *text = NULL, *next = NULL;
  MzEdit *edit;

  if (records == NULL)
    return;
  next = neighbour (self);
  if (mz_record_table_focused (self) != NULL)
    {
      /* The view would put the hand into the first column. */
      self->wanted_column = mz_table_cell_column (mz_record_table_focused (self));
      self->wanted_selected = TRUE;
    }
  if (records->len == 1)
    {
      if (mz_workspace_delete (self->workspace, g_ptr_array_index (records, 0)))
        mz_workspace_select (self->workspace, next);
      return;
    }
  text = g_strdup_printf (ngettext ("%u entry deleted", "%u entries deleted", records->len),
                          records->len);
  edit = mz_edit_new (text);
  for (guint i = 0; i < records->len; i++)
    mz_edit_delete (edit, self->kind, mz_record_id (g_ptr_array_index (records, i)));
  if (!mz_workspace_edit (self->workspace, edit, NULL))
    return;
  mz_workspace_select (self->workspace, next);
  mz_workspace_tell (self->workspace, text, TRUE);
}

void
mz_record_table_clone_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzRecordTable *self = MZ_RECORD_TABLE (widget);
  g_autoptr (GPtrArray) records = selected_for_change (self);
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *text = NULL;
  MzEdit *edit;

  if (records == NULL)
    return;
  text = g_strdup_printf (ngettext ("%u entry duplicated", "%u entries duplicated", records->len),
                          records->len);
  edit = mz_clone_edit (mz_workspace_model (self->workspace), records, text, &ids);
  if (!mz_workspace_edit (self->workspace, edit, NULL))
    return;
  mz_record_table_select (self, ids);
  mz_workspace_tell (self->workspace, text, TRUE);
}

/* The value of the cell under the hand goes to all selected rows. */
void
mz_record_table_fill_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzRecordTable *self = MZ_RECORD_TABLE (widget);
  g_autoptr (GPtrArray) records = selected_for_change (self);
  MzTableCell *cell = mz_record_table_focused (self);
  const MzTableColumn *column = cell != NULL ? mz_table_cell_column (cell) : NULL;
  g_autofree char *text = NULL;
  const MzValue *value;
  MzEdit *edit;

  if (records == NULL || column == NULL || column->field < 0)
    return;
  value = mz_record_value (mz_table_cell_record (cell), (guint)column->field);
  text = g_strdup_printf (ngettext ("%s of %u entry set", "%s of %u entries set", records->len),
                          mz_table_column_label (column), records->len);
  edit = mz_edit_new (text);
  for (guint i = 0; i < records->len; i++)
    if (!mz_value_equal (mz_kind_field (self->kind, (guint)column->field), value,
                         mz_record_value (g_ptr_array_index (records, i), (guint)column->field)))
      mz_edit_set (edit, self->kind, mz_record_id (g_ptr_array_index (records, i)),
                   (guint)column->field, value);
  if (mz_edit_n_changes (edit) == 0)
    mz_edit_free (edit);
  else if (mz_workspace_edit (self->workspace, edit, NULL))
    mz_workspace_tell (self->workspace, text, TRUE);
}

/* Copying. */

static char *
rows_to_tsv (MzRecordTable *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) seen = mz_record_table_seen (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < seen->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\t');
      mz_sheet_append_tsv (text, mz_table_column_label (g_ptr_array_index (seen, i)));
    }
  g_string_append_c (text, '\n');
  for (guint row = 0; row < records->len; row++)
    {
      for (guint i = 0; i < seen->len; i++)
        {
          g_autofree char *cell = mz_table_column_whole_text (g_ptr_array_index (seen, i),
                                                              g_ptr_array_index (records, row));
          if (i > 0)
            g_string_append_c (text, '\t');
          mz_sheet_append_tsv (text, cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

char *
mz_record_table_to_tsv (MzRecordTable *self, gboolean selected)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (selected)
    {
      g_autoptr (GPtrArray) chosen = mz_record_table_selected (self);
      return rows_to_tsv (self, chosen);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sorted)); i++)
    g_ptr_array_add (records, g_list_model_get_item (G_LIST_MODEL (self->sorted), i));
  return rows_to_tsv (self, records);
}

void
mz_record_table_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *tsv = mz_record_table_to_tsv (MZ_RECORD_TABLE (widget), TRUE);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), tsv);
}

void
mz_record_table_copy_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *tsv = mz_record_table_to_tsv (MZ_RECORD_TABLE (widget), FALSE);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), tsv);
}

/* Pasting. */

GtkWidget *
mz_record_table_preview (MzRecordTable *self, const char *text, GError **error)
{
  MzSheetProfile profile = {.kind = self->kind->name, .unit = mz_workspace_unit (self->workspace)};
  g_autoptr (GPtrArray) seen = mz_record_table_seen (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (MzSheet) sheet = mz_sheet_parse (text, -1, error);
  /* TRANSLATORS: what kind of records is pasted, in the plural */
  g_autofree char *title =
      g_strdup_printf (_ ("Paste into “%s”"), mz_translate (self->kind->plural));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  MzSheetImport *import;

  if (sheet == NULL)
    return NULL;
  for (guint i = 0; i < seen->len; i++)
    g_ptr_array_add (names, (gpointer)mz_table_column_name (g_ptr_array_index (seen, i)));
  g_ptr_array_add (names, NULL);
  import = mz_sheet_import_new (mz_workspace_model (self->workspace), g_steal_pointer (&sheet),
                                &profile, (const char *const *)names->pdata);
  if (self->filter_field >= 0)
    mz_sheet_import_preset (import, mz_kind_field (self->kind, (guint)self->filter_field)->name,
                            self->filter_codes[0]);
  return mz_import_preview_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->workspace,
                                title, title, import);
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (MzRecordTable) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  GtkWidget *preview;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (text == NULL || *text == '\0')
    {
      mz_workspace_tell (self->workspace, _ ("There is no table in the clipboard."), FALSE);
      return;
    }
  preview = mz_record_table_preview (self, text, &error);
  if (preview != NULL)
    gtk_window_present (GTK_WINDOW (preview));
  else
    mz_workspace_tell (self->workspace, error->message, FALSE);
}

void
mz_record_table_paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzRecordTable *self = MZ_RECORD_TABLE (widget);

  if (self->kind->singleton || !mz_workspace_editable (self->workspace))
    return;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb,
                                 g_object_ref (self));
}
