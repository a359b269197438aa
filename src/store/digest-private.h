/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Digests over content, not over pages: most flips of a bit in a database file pass SQLite's own checks. */

#pragma once

#include "database-private.h"

#include "mezasu/model.h"

G_BEGIN_DECLS

/* SHA-256 in hex over every row of every table, the digest's own entry left out. Knows no schema, so that it holds for
 * files of other versions too. NULL when a row cannot be read. */
char *mz_digest_database (sqlite3 *db, const char *name, GError **error);

/* SHA-256 in hex over the records: kind, id, and each value that is not missing under its field's name. */
char *mz_digest_model (MzModel *model);

/* SHA-256 in hex of the bytes. */
char *mz_digest_bytes (GBytes *bytes);

G_END_DECLS
