/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the parts of a table of records share: its rows and their selection (mz-record-table.c), its columns and how they are
 * kept (mz-record-table-columns.c), and what is done with the selected rows (mz-record-table-rows.c). */

#pragma once

#include "mz-record-table.h"
#include "mz-table-cell.h"

struct _MzRecordTable
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  const MzKind *kind;
  GPtrArray *columns; /* of MzTableColumn: all that were ever seen */
  char *key;          /* under which the columns are kept; NULL while they are set up */
  guint keeping;
  GHashTable *places;
  GHashTable *cells;
  GHashTable *texts; /* MzRecord → what the filter looks through */
  int filter_field;
  char **filter_codes;
  char *needle;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkMultiSelection *selection;
  GtkWidget *title;
  GtkWidget *unit;
  GtkWidget *search;
  GtkWidget *add;
  GtkWidget *more;
  GtkWidget *scrolled;
  GtkWidget *view;
  GtkWidget *empty;
  GtkWidget *menu;
  gboolean selecting;
  const MzTableColumn *wanted_column;
  gboolean wanted_selected; /* the cell of what is looked at, not of where the focus is */
  guint focusing;
  guint measuring;
};

/* Rows. */

MzTableCell *mz_record_table_focused (MzRecordTable *self);

/* The cell that @widget is or is part of, %NULL outside of cells. */
MzTableCell *mz_record_table_cell_of (GtkWidget *widget);

/* The selected records in the order of the rows, (transfer full). */
GPtrArray *mz_record_table_selected (MzRecordTable *self);

/* Selects the records of these ids and looks at the first. */
void mz_record_table_select (MzRecordTable *self, GPtrArray *ids);

/* What is known of the records is reckoned anew. */
void mz_record_table_forget (MzRecordTable *self);

void mz_record_table_show_frame (MzRecordTable *self);

/* Columns. */

MzTableColumn *mz_record_table_append (MzRecordTable *self, const char *name);
void mz_record_table_align_headings (MzRecordTable *self);

/* The columns that are seen, in their order, (transfer container). */
GPtrArray *mz_record_table_seen (MzRecordTable *self);

/* Makes the columns of the table as they were left, @names as they are at first. */
void mz_record_table_make_columns (MzRecordTable *self, const char *names, const char *filter);
void mz_record_table_leave_columns (MzRecordTable *self);

/* Commands. */

/* The records that are edited together with @record, for MzTableColumn. */
GPtrArray *mz_record_table_together (gpointer table, MzRecord *record);

/* The menu of a row (mz-record-table-menu.c). */
void mz_record_table_menu_action (GtkWidget *widget, const char *name, GVariant *parameter);
void mz_record_table_secondary_cb (GtkGestureClick *click, int n_press, double x, double y,
                                   MzRecordTable *self);
void mz_record_table_derive_action (GtkWidget *widget, const char *name, GVariant *parameter);

void mz_record_table_columns_action (GtkWidget *widget, const char *name, GVariant *parameter);
void mz_record_table_delete_action (GtkWidget *widget, const char *name, GVariant *parameter);
void mz_record_table_clone_action (GtkWidget *widget, const char *name, GVariant *parameter);
void mz_record_table_fill_action (GtkWidget *widget, const char *name, GVariant *parameter);
void mz_record_table_copy_action (GtkWidget *widget, const char *name, GVariant *parameter);
void mz_record_table_copy_all_action (GtkWidget *widget, const char *name, GVariant *parameter);
void mz_record_table_paste_action (GtkWidget *widget, const char *name, GVariant *parameter);
