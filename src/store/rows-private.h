/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Records as rows: reading a whole model, and reading and writing single rows through statements that are kept. */

#pragma once

#include "database-private.h"

#include "mezasu/model.h"

G_BEGIN_DECLS

/* The model that the tables hold. Every value, reference and path is checked as in any edit; columns that this schema
 * does not know are left alone, missing ones get their defaults. @name is the file, for messages. */
MzModel *mz_rows_load (sqlite3 *db, const MzSchema *schema, const char *name, GError **error);

typedef struct _MzRows MzRows;

/* @db has to outlive it and holds the tables of @schema. */
MzRows *mz_rows_new (sqlite3 *db, const MzSchema *schema);
void mz_rows_free (MzRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzRows, mz_rows_free)

/* @values: one for each field of the kind, by the field's index. */
gboolean mz_rows_insert (MzRows *self, const MzKind *kind, const char *id, const MzValue *values,
                         GError **error);
gboolean mz_rows_update (MzRows *self, const MzKind *kind, const char *id, const MzValue *values,
                         GError **error);
gboolean mz_rows_delete (MzRows *self, const MzKind *kind, const char *id, GError **error);

/* Reads one row into an array as above, to be freed with mz_rows_values_free(); NULL in @values when there is none.
 * FALSE when a value is not what the field may hold. */
gboolean
mz_rows_read (MzRows *self, const MzKind *kind, const char *id, MzValue **values, GError **error);

/* Writes every record of @model. */
gboolean mz_rows_insert_all (MzRows *self, MzModel *model, GError **error);

/* Copies of a record's values, the defaults of a kind, and their end. */
MzValue *mz_rows_values_of (MzRecord *record);
MzValue *mz_rows_values_new (const MzKind *kind);
void mz_rows_values_free (const MzKind *kind, MzValue *values);

G_END_DECLS
