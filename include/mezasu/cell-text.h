/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Text as the cell of a workbook can hold it, and the names by which the rows of its sheets speak of records. Writing and
 * reading share both, so that a cell nobody touched is known as such. */

#pragma once

#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * MZ_CELL_TEXT_MAX:
 *
 * Characters that a cell holds, counted in UTF-16 as spreadsheets do: 32,767.
 */
#define MZ_CELL_TEXT_MAX 32767

/**
 * mz_cell_text:
 * @text: (nullable): any text
 *
 * What XML cannot carry becomes visible: control characters their pictures (U+2400 …), bytes that are not UTF-8, lone
 * surrogates and non-characters U+FFFD. Line ends become LF. A text that is too long is cut, and says so at its end.
 *
 * Returns: (transfer full): the text of the cell
 */
char *mz_cell_text (const char *text);

/**
 * MzRecordNames:
 *
 * A name for every record of a model, no two alike: code and title, and the beginning of the id where that is not enough.
 */
typedef struct _MzRecordNames MzRecordNames;

/** mz_record_names_new: Returns: (transfer full): the names of all records of @model */
MzRecordNames *mz_record_names_new (MzModel *model);
void mz_record_names_free (MzRecordNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzRecordNames, mz_record_names_free)

/** mz_record_names_add: gives the record @id the name @label, or one that no record has yet */
void mz_record_names_add (MzRecordNames *self, const char *id, const char *label);

/** mz_record_names_of: Returns: (transfer none) (nullable): the name of the record @id */
const char *mz_record_names_of (const MzRecordNames *self, const char *id);

/** mz_record_names_find: Returns: (transfer none) (nullable): id of the record called @name */
const char *mz_record_names_find (const MzRecordNames *self, const char *name);

/**
 * mz_register_mark:
 * @kind: a kind
 *
 * The hidden row above a register says what its columns are, by their stable names; this is its first cell.
 *
 * Returns: (transfer full): `mezasu:risk`
 */
char *mz_register_mark (const MzKind *kind);

/** MZ_REGISTER_ROWS: the hidden row stands among this many first rows of a sheet, the headings below it, then the records */
#define MZ_REGISTER_ROWS 20

/** MZ_REGISTER_SEPARATOR: stands between the items of a cell that holds several */
#define MZ_REGISTER_SEPARATOR " | "

/**
 * mz_register_text:
 * @field: a field
 * @value: its value
 * @names: names of the records
 *
 * A value as a register shows it: choices by label, references by name. Numbers, which are cells of their own type,
 * come as their machine text.
 *
 * Returns: (transfer full): the text of the cell
 */
char *mz_register_text (const MzField *field, const MzValue *value, const MzRecordNames *names);

/** mz_register_shows: Returns: whether registers have a column for @field */
gboolean mz_register_shows (const MzField *field);

G_END_DECLS
