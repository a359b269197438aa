/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a changeset says, read before SQLite reads it. A changeset in a received file is as hostile as the rest of it, and
 * SQLite's reader of changesets had faults (CVE-2023-7104). */

#pragma once

#include "mezasu/schema.h"

G_BEGIN_DECLS

/* A record that a changeset touches. */
typedef struct
{
  const MzKind *kind;
  char *id;
} MzTouched;

/* Walks a changeset of the session extension: every length within the bytes, every table one of the records, no more
 * columns than it has, the id as the only key, values of types that such a table can hold. @touched (nullable) gets the
 * records (element type MzTouched), each change once. */
gboolean
mz_changeset_read (const MzSchema *schema, const guint8 *data, gsize length, GArray *touched);

/* An empty array for it. */
GArray *mz_touched_new (void);

G_END_DECLS
