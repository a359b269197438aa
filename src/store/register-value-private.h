/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The cells of a register as values. */

#pragma once

#include "mezasu/cell-text.h"

G_BEGIN_DECLS

/* Whether @cell is just what a register shows for @value, so that it says nothing new. */
gboolean mz_register_value_shown (const MzField *field, const MzValue *value, const char *cell,
                                  const MzRecordNames *names);

/* Whether both are the same as far as a spreadsheet keeps numbers. */
gboolean mz_register_value_same (const MzField *field, const MzValue *a, const MzValue *b);

/* Reads a cell as people write: choices by label or code, references by name or id. */
gboolean mz_register_value_read (const MzField *field, const char *cell, const MzRecordNames *names,
                                 MzValue *value, GError **error);

G_END_DECLS
