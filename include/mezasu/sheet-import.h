/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Records from a sheet: which column fills which field, what each row would do, and the edit that does it for the rows that a
 * person chose. Rows are checked a few at a time, so that a window stays alive meanwhile. */

#pragma once

#include "mezasu/model.h"
#include "mezasu/sheet.h"

G_BEGIN_DECLS

/**
 * MzSheetTarget:
 * @field: name of the field that a column fills
 * @headings: (nullable): further headings that mean it, parted by "|"; the field's name and its label in either language are
 *   always understood
 * @needed: whether every row must have it, whatever the field says
 */
typedef struct
{
  const char *field;
  const char *headings;
  gboolean needed;
} MzSheetTarget;

/**
 * MzSheetProfile:
 * @kind: name of the kind of the records
 * @targets: (nullable) (array length=n_targets): what a column may fill; %NULL for every field of the kind that forms offer
 * @n_targets: how many
 * @unit: unit of a bare number in a field of money
 * @check: (nullable): further rules for a row, after each of its values was understood: @values by target; on failure tells
 *   the target and the reason, (transfer full)
 * @finish: (nullable): further changes for a row that is taken over
 *
 * What kind of table is imported.
 */
typedef struct
{
  const char *kind;
  const MzSheetTarget *targets;
  guint n_targets;
  MzMoneyUnit unit;
  gboolean (*check) (const MzValue *values, guint *target, char **reason);
  void (*finish) (MzEdit *edit, const MzKind *kind, const char *id, const MzValue *values);
} MzSheetProfile;

/**
 * MzSheetState:
 * @MZ_SHEET_WAITING: not checked yet
 * @MZ_SHEET_NEW: would add a record
 * @MZ_SHEET_CHANGE: would change a record
 * @MZ_SHEET_WRONG: cannot be taken over
 */
typedef enum
{
  MZ_SHEET_WAITING,
  MZ_SHEET_NEW,
  MZ_SHEET_CHANGE,
  MZ_SHEET_WRONG,
} MzSheetState;

/**
 * MzSheetRow:
 * @row: its place in the sheet, from 0
 * @number: its number where it comes from, from 1
 * @state: what it would do
 * @column: column of the sheet that is wrong, -1 for the row as a whole
 * @reason: (nullable): why it cannot be taken over, one sentence
 * @record: (nullable): id of the record that it would change
 * @chosen: whether a person wants it; a row that is wrong is never taken over
 */
typedef struct
{
  guint row;
  guint number;
  MzSheetState state;
  int column;
  char *reason;
  char *record;
  gboolean chosen;
} MzSheetRow;

typedef struct _MzSheetImport MzSheetImport;

/**
 * mz_sheet_import_new:
 * @model: the model that the records go into; only read, and not changed while the import lives
 * @sheet: (transfer full): the sheet
 * @profile: what kind of table it is; its arrays must outlive the import
 * @order: (nullable) (array zero-terminated=1): names of fields that the columns hold when there is no heading
 *
 * The first row is taken for headings when one of its cells is one and no fewer than half of them are.
 *
 * Returns: (transfer full): the import, with columns mapped and no row checked yet
 */
MzSheetImport *mz_sheet_import_new (MzModel *model, MzSheet *sheet, const MzSheetProfile *profile,
                                    const char *const *order);

void mz_sheet_import_free (MzSheetImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzSheetImport, mz_sheet_import_free)

/** mz_sheet_import_preset: new records get @text (machine text) in @field when no column fills it; @field lives on */
void mz_sheet_import_preset (MzSheetImport *self, const char *field, const char *text);

/** mz_sheet_import_sheet: Returns: (transfer none): the sheet */
const MzSheet *mz_sheet_import_sheet (const MzSheetImport *self);

/** mz_sheet_import_n_targets: Returns: number of fields that a column may fill */
guint mz_sheet_import_n_targets (const MzSheetImport *self);

/** mz_sheet_import_target_label: Returns: (transfer none): label of target @target in the language of the program */
const char *mz_sheet_import_target_label (const MzSheetImport *self, guint target);

/** mz_sheet_import_target: Returns: the target that column @column fills, -1 for none */
int mz_sheet_import_target (const MzSheetImport *self, guint column);

/** mz_sheet_import_set_target: @target: a target, -1 for none; another column that fills it gives it up. Rows wait again */
void mz_sheet_import_set_target (MzSheetImport *self, guint column, int target);

/** mz_sheet_import_has_heading: Returns: whether the first row is taken for headings */
gboolean mz_sheet_import_has_heading (const MzSheetImport *self);

/** mz_sheet_import_set_heading: says whether the first row holds headings. Rows wait again */
void mz_sheet_import_set_heading (MzSheetImport *self, gboolean heading);

/** mz_sheet_import_can_update: Returns: whether a column tells which record a row is about */
gboolean mz_sheet_import_can_update (const MzSheetImport *self);

/** mz_sheet_import_updates: Returns: whether a row with the number of a record changes that record */
gboolean mz_sheet_import_updates (const MzSheetImport *self);

/** mz_sheet_import_set_updates: @updates: whether such a row changes the record, else it adds another. Rows wait again */
void mz_sheet_import_set_updates (MzSheetImport *self, gboolean updates);

/**
 * mz_sheet_import_check:
 * @self: an import
 * @budget: how long it may take, in microseconds; a little more for the last row
 *
 * Returns: whether every row is checked now
 */
gboolean mz_sheet_import_check (MzSheetImport *self, gint64 budget);

/** mz_sheet_import_n_rows: Returns: number of rows without heading and empty ones */
guint mz_sheet_import_n_rows (const MzSheetImport *self);

/** mz_sheet_import_row: Returns: (transfer none): row @index of them */
const MzSheetRow *mz_sheet_import_row (const MzSheetImport *self, guint index);

/** mz_sheet_import_choose: says whether row @index is to be taken over */
void mz_sheet_import_choose (MzSheetImport *self, guint index, gboolean chosen);

/** mz_sheet_import_count: Returns: how many rows are in @state, as far as they are checked */
guint mz_sheet_import_count (const MzSheetImport *self, MzSheetState state);

/** mz_sheet_import_n_taken: Returns: how many rows are chosen and right */
guint mz_sheet_import_n_taken (const MzSheetImport *self);

/**
 * mz_sheet_import_edit:
 * @self: an import whose rows are all checked
 * @label: (nullable): label of the edit
 *
 * Returns: (transfer full): one edit for the rows that are chosen and right
 */
MzEdit *mz_sheet_import_edit (MzSheetImport *self, const char *label);

G_END_DECLS
