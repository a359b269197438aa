/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A document: a company model with a file, a private working copy in which every edit is durable at once, and a history
 * that undoes edits of earlier days. The file is never the live database: it is copied in when opened and written whole
 * when saved. */

#pragma once

#include "mezasu/model.h"
#include "mezasu/store-error.h"

G_BEGIN_DECLS

#define MZ_TYPE_DOCUMENT (mz_document_get_type ())
G_DECLARE_FINAL_TYPE (MzDocument, mz_document, MZ, DOCUMENT, GObject)

/** MZ_DOCUMENT_SUFFIX: ending of a document's file name */
#define MZ_DOCUMENT_SUFFIX ".mezasu"
/** MZ_DOCUMENT_APPLICATION_ID: SQLite application id of a document, "Mzsu" in ASCII */
#define MZ_DOCUMENT_APPLICATION_ID 0x4d7a7375

/**
 * MzDocumentState:
 * @MZ_DOCUMENT_SAVED: the file holds what is seen
 * @MZ_DOCUMENT_EDITED: edits are kept safely in the working copy, not yet in the file
 * @MZ_DOCUMENT_FAILED: the last save failed; edits are still safe in the working copy
 */
typedef enum {
  MZ_DOCUMENT_SAVED,
  MZ_DOCUMENT_EDITED,
  MZ_DOCUMENT_FAILED,
} MzDocumentState;

/**
 * MzHistoryEntry:
 * @sequence: number of the edit, rising
 * @label: what was done
 * @author: who did it
 * @time: when, seconds since 1970 UTC
 * @undone: whether it has been undone (it can be redone)
 */
typedef struct {
  gint64 sequence;
  char *label;
  char *author;
  gint64 time;
  gboolean undone;
} MzHistoryEntry;

void mz_history_entry_free (MzHistoryEntry *self);

/**
 * MzRecovery:
 * @path: path of the working copy's folder, the handle for mz_document_recover()
 * @file: (nullable): the file that the work belongs to, or %NULL for a document never saved
 * @title: (nullable): name of the organisation in it, %NULL when it has none or the working copy cannot be read
 * @time: last edit, seconds since 1970 UTC
 * @edits: number of edits that are not in the file
 */
typedef struct {
  char *path;
  char *file;
  char *title;
  gint64 time;
  guint edits;
} MzRecovery;

void mz_recovery_free (MzRecovery *self);

/**
 * mz_document_new:
 * @schema: the schema
 * @error: return location for a #GError, domain %MZ_STORE_ERROR
 *
 * Returns: (transfer full): an empty, untitled document with its working copy
 */
MzDocument *mz_document_new (const MzSchema *schema, GError **error);

/**
 * mz_document_new_from_model:
 * @model: a model, copied
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an untitled document that starts with these records and no history
 */
MzDocument *mz_document_new_from_model (MzModel *model, GError **error);

/**
 * mz_document_open:
 * @schema: the schema
 * @path: a `.mezasu` file; anything beside it (journals) is ignored
 * @error: return location for a #GError: foreign, damaged or unreadable file
 *
 * Copies the file's bytes into a new working copy and checks that before a record is believed: size, application id,
 * exact schema text, integrity, logical digest, every value, every reference. A file of a newer version opens read-only
 * when its known tables can be read. If a living working copy of another process holds the same file, both go on; the
 * later save sees the conflict.
 *
 * Returns: (transfer full) (nullable): the document
 */
MzDocument *mz_document_open (const MzSchema *schema, const char *path, GError **error);

/** mz_document_model: Returns: (transfer none): the model; it changes by mz_document_edit(), undo and redo only */
MzModel *mz_document_model (MzDocument *self);

/** mz_document_path: Returns: (transfer none) (nullable): path of its file, %NULL while untitled */
const char *mz_document_path (MzDocument *self);

/** mz_document_uuid: Returns: (transfer none): id of the document, the same in all its copies */
const char *mz_document_uuid (MzDocument *self);

/** mz_document_state: Returns: whether the file holds what is seen */
MzDocumentState mz_document_state (MzDocument *self);

/** mz_document_state_reason: Returns: (transfer none) (nullable): why the last save failed */
const char *mz_document_state_reason (MzDocument *self);

/** mz_document_saved_at: Returns: when it was last saved or opened, seconds since 1970 UTC; 0 for never */
gint64 mz_document_saved_at (MzDocument *self);

/**
 * mz_document_set_author:
 * @self: a document
 * @author: (nullable): the name kept with edits from now on; %NULL or empty for that of the account
 */
void mz_document_set_author (MzDocument *self, const char *author);

/** mz_document_read_only: Returns: (transfer none) (nullable): why it cannot be edited, %NULL when it can */
const char *mz_document_read_only (MzDocument *self);

/**
 * mz_document_edit:
 * @self: a document
 * @edit: what to change
 * @error: return location for a #GError, %MZ_ERROR (refused) or %MZ_STORE_ERROR (could not be kept)
 *
 * Prepares the edit, writes it with its changeset in one transaction that is durable when the call returns, and then
 * lets the model take it. Nothing changes when it fails. An edit that changes nothing is not kept.
 *
 * Returns: whether it is done
 */
gboolean mz_document_edit (MzDocument *self, MzEdit *edit, GError **error);

/** mz_document_undo_label: Returns: (transfer none) (nullable): what undo would undo, %NULL when nothing */
const char *mz_document_undo_label (MzDocument *self);

/** mz_document_redo_label: Returns: (transfer none) (nullable): what redo would redo, %NULL when nothing */
const char *mz_document_redo_label (MzDocument *self);

/** mz_document_undo: undoes the last edit that is not undone; Returns: whether it was */
gboolean mz_document_undo (MzDocument *self, GError **error);

/** mz_document_redo: redoes the edit that was undone last; Returns: whether it was */
gboolean mz_document_redo (MzDocument *self, GError **error);

/**
 * mz_document_history:
 * @self: a document
 *
 * Returns: (transfer full) (element-type MzHistoryEntry): all kept edits, oldest first
 */
GPtrArray *mz_document_history (MzDocument *self);

/**
 * mz_document_common_state:
 * @self: a document
 * @path: another copy of it, a `.mezasu` file
 * @error: return location for a #GError: the file cannot be read
 *
 * The last state that both copies were in, found by their histories. A copy that was given away without history begins with the
 * state in which it was given away.
 *
 * Returns: (transfer full) (nullable): that state; %NULL without @error when @path is JSON or another document, of which nothing is
 *   known
 */
MzModel *mz_document_common_state (MzDocument *self, const char *path, GError **error);

/**
 * mz_document_save:
 * @self: a document that has a path
 * @error: return location for a #GError; %MZ_STORE_ERROR_CONFLICT when the file is not the one that was opened or last
 *   saved
 *
 * Writes a whole image beside the target, syncs, reopens and verifies it, keeps a backup of the old file, renames, syncs
 * the folder. The old file is whole until then.
 *
 * Returns: whether the file holds what is seen
 */
gboolean mz_document_save (MzDocument *self, GError **error);

/**
 * mz_document_save_as:
 * @self: a document
 * @path: the new file; a symbolic link is followed
 * @overwrite: whether a file there (or a file changed underneath) may be replaced
 * @error: return location for a #GError; %MZ_STORE_ERROR_CONFLICT when something is there and @overwrite is %FALSE
 *
 * Like mz_document_save(); the document's path becomes @path when it succeeds.
 *
 * Returns: whether the file holds what is seen
 */
gboolean mz_document_save_as (MzDocument *self, const char *path, gboolean overwrite, GError **error);

/**
 * mz_document_share_copy:
 * @self: a document
 * @path: the new file
 * @overwrite: whether a file there may be replaced
 * @error: return location for a #GError
 *
 * Writes a copy without history or author names; the document's own path and state stay.
 *
 * Returns: whether the copy is there
 */
gboolean mz_document_share_copy (MzDocument *self, const char *path, gboolean overwrite, GError **error);

/**
 * mz_document_digest:
 * @self: a document
 *
 * Returns: (transfer full): SHA-256 over its records in canonical form, in hex; equal records give equal digests
 */
char *mz_document_digest (MzDocument *self);

/**
 * mz_document_close:
 * @self: a document
 * @discard: whether edits that are not in the file are given up
 *
 * Ends the work: releases the working copy, and deletes it when the file holds everything or @discard is set; else it
 * stays for recovery. Disposing of a document without this keeps it.
 */
void mz_document_close (MzDocument *self, gboolean discard);

/**
 * mz_document_recoveries:
 *
 * Returns: (transfer full) (element-type MzRecovery): working copies whose process has gone and whose edits never reached
 *   their file, newest first
 */
GPtrArray *mz_document_recoveries (void);

/**
 * mz_document_recover:
 * @schema: the schema
 * @path: #MzRecovery.path
 * @error: return location for a #GError
 *
 * Takes over a left working copy, history and all.
 *
 * Returns: (transfer full) (nullable): the document, in state edited
 */
MzDocument *mz_document_recover (const MzSchema *schema, const char *path, GError **error);

/** mz_document_forget: deletes a left working copy (#MzRecovery.path); Returns: whether it is gone */
gboolean mz_document_forget (const char *path, GError **error);

/**
 * mz_document_backups:
 * @self: a document
 *
 * Returns: (transfer full) (element-type filename): paths of the kept backups of this document, newest first: the last
 *   ten saves and one a day for thirty days
 */
GPtrArray *mz_document_backups (MzDocument *self);

/**
 * MzDocument::changed:
 * @self: a document
 *
 * Emitted after edit, undo, redo and save: state, labels or path may differ. The model has its own signal.
 */

G_END_DECLS
