/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Columns that the method computes: values beside what a person typed. A new one is a row of the table in mz-computed.c. */

#pragma once

#include "mz-field-editor.h"
#include "mz-workspace.h"

G_BEGIN_DECLS

/**
 * MzComputedCell:
 * @text: (transfer full): what is shown, "" for nothing
 * @tooltip: (transfer full) (nullable): why it is unknown
 * @order: what it is sorted by
 * @known: whether @order means something
 * @band: colour of its chip from 1 mild to 4 extreme, 0 for none
 * @assumed: whether an illustrative assumption went into it
 */
typedef struct
{
  char *text;
  char *tooltip;
  double order;
  gboolean known;
  int band;
  gboolean assumed;
} MzComputedCell;

void mz_computed_cell_clear (MzComputedCell *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MzComputedCell, mz_computed_cell_clear)

/**
 * MzComputed:
 * @kind: kind of the records
 * @name: name in lists of columns, with "=" before it
 * @label: heading, a gettext message id
 * @money: whether it is an amount in the workspace's unit
 * @compute: computes the cell of the record at place @index of the kind's list
 * @field: (nullable): field as which it is typed, where a person can type in it
 * @detour: (nullable): what becomes of what is typed
 * @argument: for @detour
 */
typedef struct
{
  const char *kind;
  const char *name;
  const char *label;
  gboolean money;
  void (*compute) (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell);
  const char *field;
  const MzFieldDetour *detour;
  int argument;
} MzComputed;

/** mz_computed_find: Returns: (transfer none) (nullable): the column @name of @kind */
const MzComputed *mz_computed_find (const char *kind, const char *name);

/** mz_computed_nth: Returns: (transfer none) (nullable): column @index of @kind, %NULL behind the last */
const MzComputed *mz_computed_nth (const char *kind, guint index);

/** mz_computed_band: Returns: colour 1 … 4 of band @band of @scale, 0 for none */
int mz_computed_band (const MzScale *scale, int band);

G_END_DECLS
