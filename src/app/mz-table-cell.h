/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One cell of a table of records: a label, and the field's editor in its place while it is edited. Light, because a column
 * view makes some two hundred rows at once. */

#pragma once

#include <gtk/gtk.h>

#include "mz-computed.h"

G_BEGIN_DECLS

/**
 * MzTableColumn:
 * @workspace: what takes the edits
 * @kind: kind of the rows
 * @field: index of the field, -1 for a computed column
 * @computed: (nullable): the computed column
 * @numeric: whether it holds numbers
 * @places: place of each record in the list of its kind
 * @cells: cells that show a record now
 * @keys: by what records are sorted in this column, reckoned once
 * @shown: its place in the view
 * @chosen: (nullable): tells the records that are edited together with @record, (transfer container); %NULL for it alone
 * @table: for @chosen
 */
typedef struct
{
  MzWorkspace *workspace;
  const MzKind *kind;
  int field;
  const MzComputed *computed;
  gboolean numeric;
  GHashTable *places;
  GHashTable *cells;
  GHashTable *keys;
  GtkColumnViewColumn *shown;
  GPtrArray *(*chosen) (gpointer table, MzRecord *record);
  gpointer table;
} MzTableColumn;

/** mz_table_column_new: @name: name of a field or a computed column; Returns: (transfer full): a column, yet without place */
MzTableColumn *mz_table_column_new (MzWorkspace *workspace, const MzKind *kind, const char *name);

void mz_table_column_free (MzTableColumn *self);

/** mz_table_column_name: Returns: (transfer none): the name that it was made with */
const char *mz_table_column_name (const MzTableColumn *self);

/** mz_table_column_label: Returns: (transfer none): its heading */
const char *mz_table_column_label (const MzTableColumn *self);

/** mz_table_column_editable: Returns: whether a person can type in it */
gboolean mz_table_column_editable (const MzTableColumn *self);

/** mz_table_column_forget: the records have changed: what they are sorted by is reckoned anew */
void mz_table_column_forget (MzTableColumn *self);

/** mz_table_column_whole_text: Returns: (transfer full): like mz_table_column_text(), long texts whole */
char *mz_table_column_whole_text (const MzTableColumn *self, MzRecord *record);

/** mz_table_column_text: Returns: (transfer full): what the cell of @record says, for copying and searching */
char *mz_table_column_text (const MzTableColumn *self, MzRecord *record);

/** mz_table_column_compare: Returns: order of two records in this column */
int mz_table_column_compare (const MzTableColumn *self, MzRecord *a, MzRecord *b);

#define MZ_TYPE_TABLE_CELL (mz_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (MzTableCell, mz_table_cell, MZ, TABLE_CELL, GtkWidget)

/** mz_table_cell_new: @column: what it shows, kept by the table; Returns: (transfer floating): a cell */
GtkWidget *mz_table_cell_new (const MzTableColumn *column);

/** mz_table_cell_set_record: @record: (nullable): what it shows from now on; an edit under way ends */
void mz_table_cell_set_record (MzTableCell *self, MzRecord *record);

/** mz_table_cell_record: Returns: (transfer none) (nullable): what it shows */
MzRecord *mz_table_cell_record (MzTableCell *self);

/** mz_table_cell_column: Returns: (transfer none): its column */
const MzTableColumn *mz_table_cell_column (MzTableCell *self);

/** mz_table_cell_refresh: shows the record as it is now */
void mz_table_cell_refresh (MzTableCell *self);

/** mz_table_cell_edit: opens the editor in the cell; Returns: whether the column can be edited */
gboolean mz_table_cell_edit (MzTableCell *self);

/** mz_table_cell_editor: Returns: (transfer none) (nullable): the editor, %NULL while the cell is not edited */
GtkWidget *mz_table_cell_editor (MzTableCell *self);

G_END_DECLS
