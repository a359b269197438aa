/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The simulated losses of a workspace. A run takes a moment, so it happens on a worker: the last result stays until the
 * new one is there, and a newer edit replaces the run. Nothing is simulated until somebody asks. */

#pragma once

#include "mz-workspace.h"

G_BEGIN_DECLS

/**
 * mz_workspace_loss:
 * @self: a workspace
 *
 * The first call starts a run; from then on every edit does. #MzWorkspace::loss-changed tells when a run began or ended.
 *
 * Returns: (transfer none) (nullable): the last result, kept until the next one is there
 */
const MzLoss *mz_workspace_loss (MzWorkspace *self);

/** mz_workspace_loss_is_stale: Returns: whether the result is not of the model as it is now */
gboolean mz_workspace_loss_is_stale (MzWorkspace *self);

/** mz_workspace_loss_progress: Returns: how much of the run under way is done, 0 to 1; 1 when there is none */
double mz_workspace_loss_progress (MzWorkspace *self);

/** mz_workspace_loss_error: Returns: (transfer none) (nullable): why the last run gave no result */
const char *mz_workspace_loss_error (MzWorkspace *self);

/**
 * mz_workspace_loss_extend:
 * @self: a workspace
 * @trials: years for one run, more than the model gives
 *
 * Runs again at once with more years; the next edit returns to those of the model.
 */
void mz_workspace_loss_extend (MzWorkspace *self, guint64 trials);

/** mz_workspace_loss_cancel: stops the run under way; the last result stays, and is stale */
void mz_workspace_loss_cancel (MzWorkspace *self);

G_END_DECLS
