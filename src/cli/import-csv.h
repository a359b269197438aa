/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Loss data from a table: one risk a row. */

#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The edit that takes the table at @path over into @model, called @label. @map names headings, as in
 * "name=リスク,low=下限". Every bad row is told on standard error. Gives an exit status. */
int
mz_import_csv (const char *path, const char *map, MzModel *model, const char *label, MzEdit **edit);

G_END_DECLS
