/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the files of the month entry share: its rows, and how a value is read and goes into the model. */

#pragma once

#include "mz-month-entry.h"

#include "mezasu/maybe.h"

G_BEGIN_DECLS

typedef struct
{
  MzMonthEntry *table; /* not owned */
  MzRecord *owner;
  gboolean indicator;
  GtkWidget *previous;
  GtkWidget *target;
  GtkWidget *entry;
  GtkWidget *state;
  gboolean filling; /* the text comes from the model, not from a person */
} MzMonthRow;

struct _MzMonthEntry
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  char *period;
  guint months;
  GtkWidget *name;
  GtkWidget *rhythm;
  GtkWidget *count;
  GtkWidget *grid;
  GPtrArray *rows; /* of MzMonthRow */
  guint refresh;
};

/** mz_month_entry_nth: Returns: (transfer none): row @index */
MzMonthRow *mz_month_entry_nth (MzMonthEntry *self, guint index);

/** mz_month_entry_find: Returns: the index of the row of @record, -1 for none */
int mz_month_entry_find (MzMonthEntry *self, const char *record);

/** mz_month_entry_read: reads a value as its field would; an empty text is no value */
gboolean
mz_month_entry_read (MzMonthEntry *self, const char *text, MzMaybeReal *value, GError **error);

/** mz_month_entry_commit: applies @edit (transfer full) unless it changes nothing; Returns: whether it did */
gboolean mz_month_entry_commit (MzMonthEntry *self, MzEdit *edit);

/** mz_month_entry_paste_cb: takes the clipboard for a column where it holds more than a text for one entry */
void mz_month_entry_paste_cb (GtkText *text, MzMonthRow *row);

G_END_DECLS
