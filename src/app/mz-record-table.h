/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A table of the records of one kind, edited in the cell. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_RECORD_TABLE (mz_record_table_get_type ())
G_DECLARE_FINAL_TYPE (MzRecordTable, mz_record_table, MZ, RECORD_TABLE, GtkWidget)

/**
 * mz_record_table_new:
 * @workspace: what it shows
 * @kind: name of a kind
 * @columns: names of fields and of computed columns ("=value"), separated by spaces
 * @filter: (nullable): "field=code code…" that limits it to some records; new records get the first code
 * @title: heading, translated
 *
 * Returns: (transfer floating): the table with heading, filter and button to add
 */
GtkWidget *mz_record_table_new (MzWorkspace *workspace, const char *kind, const char *columns,
                                const char *filter, const char *title);

/** mz_record_table_rows: Returns: (transfer none): the records as shown, filtered and sorted */
GListModel *mz_record_table_rows (MzRecordTable *self);

/** mz_record_table_view: Returns: (transfer none): the column view */
GtkColumnView *mz_record_table_view (MzRecordTable *self);

/**
 * mz_record_table_to_tsv:
 * @self: a table
 * @selected: whether only the selected rows
 *
 * Returns: (transfer full): what is shown, with headings, for a spreadsheet; long texts whole
 */
char *mz_record_table_to_tsv (MzRecordTable *self, gboolean selected);

/**
 * mz_record_table_preview:
 * @self: a table
 * @text: rows from a spreadsheet
 * @error: return location for a reason why they cannot even be shown
 *
 * Returns: (transfer floating) (nullable): the window that shows what pasting them would do
 */
GtkWidget *mz_record_table_preview (MzRecordTable *self, const char *text, GError **error);

/** mz_record_table_add: adds a record that the filter lets through, selects it and edits its title */
void mz_record_table_add (MzRecordTable *self);

G_END_DECLS
