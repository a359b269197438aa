/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the simulation says in words: the verdict on each scenario, how exact it is, what is left out, and how far a run
 * under way is. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_LOSS_STATUS (mz_loss_status_get_type ())
G_DECLARE_FINAL_TYPE (MzLossStatus, mz_loss_status, MZ, LOSS_STATUS, GtkWidget)

/** mz_loss_status_new: Returns: (transfer floating): the words beside the pictures of losses */
GtkWidget *mz_loss_status_new (MzWorkspace *workspace);

G_END_DECLS
