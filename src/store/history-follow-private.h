/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Applying a changeset, and what a model has to take over afterwards. */

#pragma once

#include "rows-private.h"

G_BEGIN_DECLS

/* A changeset, borrowed. */
typedef struct
{
  const void *data;
  int size;
} MzChangeset;

/* Applies it, or its inverse, strictly: a row that is missing, there already or different is a failure, and then nothing
 * is changed. It has passed mz_changeset_read(). */
gboolean mz_changeset_apply (sqlite3 *db, const MzChangeset *changeset, gboolean inverse);

/* The edit that brings the touched records of @model (element type MzTouched) to what their rows hold. It is complete
 * and need not be prepared. */
MzEdit *
mz_follow_edit (MzRows *rows, MzModel *model, GArray *touched, const char *label, GError **error);

/* Whether @follow leads @model to something that an edit of a person could have led to: values, references, owners and
 * cycles are those of mz_model_prepare(), and nothing is left for it to complete. A history that came with a file may
 * have been made up. */
gboolean mz_follow_check (MzModel *model, MzEdit *follow, GError **error);

G_END_DECLS
