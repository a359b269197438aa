/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One value between a field and a column. */

#pragma once

#include <sqlite3.h>

#include "mezasu/value.h"

G_BEGIN_DECLS

/* Takes what stands in @column and checks that @field may hold it; the error is a whole sentence. */
gboolean mz_row_value_read (sqlite3_stmt *row, int column, const MzField *field, MzValue *value,
                            GError **error);

/* @value has to live until the statement is reset. */
gboolean mz_row_value_bind (sqlite3_stmt *statement, int parameter, const MzField *field,
                            const MzValue *value);

G_END_DECLS
