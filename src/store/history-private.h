/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Edits in a working copy: each one transaction with its changeset, so that it can be undone on any later day. */

#pragma once

#include "rows-private.h"

G_BEGIN_DECLS

/* Where the history stands. */
typedef struct
{
  gint64 cursor; /* sequence of the last edit that is not undone, 0 for none */
  gint64 next;   /* sequence of the next edit */
} MzHistoryState;

typedef struct
{
  sqlite3 *db;
  MzRows *rows;
  const MzSchema *schema;
  const char *name;   /* for messages */
  const char *author; /* NULL for the name of the account */
} MzHistory;

/* Writes a prepared edit that @model has not taken yet and keeps its changeset; the edits that could be redone are given
 * up. On success @state says where the history stands now; an edit that changes no row leaves it and the database as
 * they were. Durable when it returns. */
gboolean mz_history_record (MzHistory *self, MzModel *model, MzEdit *prepared, const char *label,
                            MzHistoryState *state, GError **error);

/* Undoes or redoes one edit. @follow gets what @model has to take. Any row that is not what the edit left is an error,
 * and nothing has changed then. */
gboolean mz_history_undo (MzHistory *self, MzModel *model, MzHistoryState *state, MzEdit **follow,
                          GError **error);
gboolean mz_history_redo (MzHistory *self, MzModel *model, MzHistoryState *state, MzEdit **follow,
                          GError **error);

/* Label of the edit that undo or redo would take, NULL when there is none. */
char *mz_history_undo_label (sqlite3 *db, const MzHistoryState *state);
char *mz_history_redo_label (sqlite3 *db, const MzHistoryState *state);

/* All entries (element type MzHistoryEntry), oldest first. */
GPtrArray *mz_history_list (sqlite3 *db, const MzHistoryState *state);

G_END_DECLS
