/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Writing the board pack on a worker thread, so that the window goes on and the person can change their mind. */

#pragma once

#include "mz-workspace.h"

G_BEGIN_DECLS

typedef struct _MzPackExport MzPackExport;

/**
 * MzPackExported:
 * @path: the file
 * @error: (nullable): why it was not written, %G_IO_ERROR_CANCELLED when nobody wanted it any more; the old file is whole then
 * @data: as handed to mz_pack_export_start()
 */
typedef void (*MzPackExported) (const char *path, const GError *error, gpointer data);

/**
 * mz_pack_export_start:
 * @workspace: what is exported: its model, scenario and losses as they are now
 * @path: the file; its ending tells the format
 * @done: called on the main thread once
 * @data: for @done
 *
 * Returns: (transfer full): the export on its way
 */
MzPackExport *mz_pack_export_start (MzWorkspace *workspace, const char *path, MzPackExported done,
                                    gpointer data);

/** mz_pack_export_progress: Returns: which share of the work is done, 0 to 1 */
double mz_pack_export_progress (MzPackExport *self);

/** mz_pack_export_cancel: gives up at once; @done is called soon, and nothing is written any more */
void mz_pack_export_cancel (MzPackExport *self);

/** mz_pack_export_unref: lets go; an export under way is cancelled, and its @done is not called any more */
void mz_pack_export_unref (MzPackExport *self);

/** mz_pack_language: Returns: (transfer none) (nullable): the language that the model keeps for its pack, %NULL for that of
 * the program */
const char *mz_pack_language (MzModel *model);

G_END_DECLS
