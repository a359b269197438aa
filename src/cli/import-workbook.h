/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Edited registers from a workbook. */

#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The edit that takes the registers of the workbook at @path over into @model, called @label. Every bad row is told on
 * standard error, and so is what stays although it has no row. Gives an exit status. */
int mz_import_workbook (const char *path, MzModel *model, const char *label, MzEdit **edit);

G_END_DECLS
