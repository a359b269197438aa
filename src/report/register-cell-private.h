/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A field's value as a cell: shared by the registers and by the tables of the board workbook that can be read back. */

#pragma once

#include "mezasu/cell-text.h"
#include "workbook-private.h"

G_BEGIN_DECLS

/* Width of a column for @field, in characters. */
double mz_register_width (const MzField *field);

void mz_register_cell (MzBookSheet *sheet, guint row, guint column, int variant,
                       const MzField *field, const MzValue *value, const MzRecordNames *names);

/* What may be typed into rows @first to @last of the column of @field. */
void mz_register_allow (MzBookSheet *sheet, guint first, guint last, guint column,
                        const MzField *field, MzModel *model, const MzRecordNames *names);

G_END_DECLS
