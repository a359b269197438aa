/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How two files differ, printed. */

#pragma once

#include "command.h"

#include "mezasu/difference.h"

G_BEGIN_DECLS

/* A model of any file that is read only: a document or JSON, told apart by the content when the name does not say; and where
 * git has no file to give, an empty one or /dev/null, a model without records. */
MzModel *mz_cli_load_or_nothing (const char *path, int *status);

/* The differences in words, one line each; the values of an added record follow it. */
void mz_differences_print (MzCall *call, MzDifferences *differences);
JsonArray *mz_differences_to_json (MzDifferences *differences);

G_END_DECLS
