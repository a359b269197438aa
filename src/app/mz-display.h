/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How values read in the window: in a cell, in an entry, beside an entry. */

#pragma once

#include "mz-workspace.h"

G_BEGIN_DECLS

/** MZ_ASSUMED_MARK: stands beside every figure that is an illustrative assumption (komejirushi) */
#define MZ_ASSUMED_MARK "※"

/**
 * mz_display_value:
 * @workspace: gives the unit of money, and the titles of records that are referred to
 * @record: a record
 * @field: index of a field
 *
 * Returns: (transfer full): the value on one line, shortened where nobody could read it all; money without its unit
 */
char *mz_display_value (MzWorkspace *workspace, MzRecord *record, guint field);

/**
 * mz_display_name:
 * @workspace: a workspace
 * @record: a record
 *
 * Code and title; a record without a title is called after what it joins, except for what is selected anyway.
 *
 * Returns: (transfer full): what the record is called, one line
 */
char *mz_display_name (MzWorkspace *workspace, MzRecord *record);

/** mz_display_money: Returns: (transfer full): @yen in the workspace's unit, without the unit */
char *mz_display_money (MzWorkspace *workspace, gint64 yen);

/**
 * mz_display_entry_text:
 * @workspace: gives the unit of money
 * @field: a field that is typed
 * @value: its value
 *
 * Returns: (transfer full): the text that stands in the entry; mz_value_parse() reads the same value from it
 */
char *mz_display_entry_text (MzWorkspace *workspace, const MzField *field, const MzValue *value);

/** mz_display_unit: Returns: (transfer none): unit shown beside entries of @field, "" for none */
const char *mz_display_unit (MzWorkspace *workspace, const MzField *field);

/**
 * mz_display_echo:
 * @field: a field
 * @value: a value that was understood
 *
 * Returns: (transfer full) (nullable): it said in another way, so that a wrong number of zeros is seen
 */
char *mz_display_echo (const MzField *field, const MzValue *value);

/** mz_display_compare: Returns: order of two records by field @field, those without a value last */
int mz_display_compare (MzWorkspace *workspace, guint field, MzRecord *a, MzRecord *b);

/** mz_display_one_line: Returns: (transfer full): @text with line feeds made spaces, at most 200 characters */
char *mz_display_one_line (const char *text);

G_END_DECLS
