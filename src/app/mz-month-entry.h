/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The actuals of one month or quarter: every KPI and every indicator on a row of its own, with the value before, the target,
 * the value to type, and the light that answers while it is typed. A column from a spreadsheet is pasted downward as one
 * edit. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_MONTH_ENTRY (mz_month_entry_get_type ())
G_DECLARE_FINAL_TYPE (MzMonthEntry, mz_month_entry, MZ, MONTH_ENTRY, GtkWidget)

/** mz_month_entry_new: Returns: (transfer floating): the table of the latest period that has values */
GtkWidget *mz_month_entry_new (MzWorkspace *workspace);

/** mz_month_entry_period: Returns: (transfer none): first day of the period that is shown */
const char *mz_month_entry_period (MzMonthEntry *self);

/** mz_month_entry_set_period: @period: a day in the period to show */
void mz_month_entry_set_period (MzMonthEntry *self, const char *period);

/** mz_month_entry_move: @periods: how many periods later, or earlier when negative */
void mz_month_entry_move (MzMonthEntry *self, int periods);

/** mz_month_entry_editable: Returns: (transfer none) (nullable): where the value of a KPI or an indicator is typed */
GtkEditable *mz_month_entry_editable (MzMonthEntry *self, const char *record);

/** mz_month_entry_state: Returns: (transfer none) (nullable): what its light says now */
const char *mz_month_entry_state (MzMonthEntry *self, const char *record);

/**
 * mz_month_entry_paste:
 * @self: the table
 * @record: id of the KPI or indicator to begin with
 * @text: lines of a spreadsheet: a value each, taken downward; or name, tab, value, taken by name
 *
 * Empty values are passed over. One bad line refuses all, which is told by #MzWorkspace::message.
 *
 * Returns: whether something was taken over
 */
gboolean mz_month_entry_paste (MzMonthEntry *self, const char *record, const char *text);

G_END_DECLS
