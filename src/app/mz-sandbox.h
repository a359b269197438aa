/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Trying out: a workspace on a copy of the model. It follows every edit of the document and keeps on top of it what was
 * tried; the document changes only when that is kept, as one edit. */

#pragma once

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_SANDBOX (mz_sandbox_get_type ())
G_DECLARE_FINAL_TYPE (MzSandbox, mz_sandbox, MZ, SANDBOX, GObject)

/** mz_sandbox_new: Returns: (transfer full): a sandbox of @workspace */
MzSandbox *mz_sandbox_new (MzWorkspace *workspace);

/** mz_sandbox_workspace: Returns: (transfer none): the workspace on the copy */
MzWorkspace *mz_sandbox_workspace (MzSandbox *self);

/** mz_sandbox_n_changes: Returns: how many fields or records differ from the document */
guint mz_sandbox_n_changes (MzSandbox *self);

/** mz_sandbox_keep: makes what was tried one edit of the document; Returns: whether it was taken */
gboolean mz_sandbox_keep (MzSandbox *self);

/** mz_sandbox_discard: goes back to the document */
void mz_sandbox_discard (MzSandbox *self);

G_END_DECLS
