/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Loss data from a table: one risk a row. */

#pragma once

#include "command.h"

G_BEGIN_DECLS

/* Adds to @edit what the table at @path says: risks that @model has, by id or mark, are changed, others are added. @map
 * names headings, as in "name=リスク,low=下限". Every bad row is told on standard error; any makes the whole refused.
 * Gives an exit status. */
int mz_import_csv (const char *path, const char *map, MzModel *model, MzEdit *edit);

G_END_DECLS
