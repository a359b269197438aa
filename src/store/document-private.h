/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the parts of the document share. */

#pragma once

#include "mezasu/document.h"

#include "history-private.h"
#include "image-private.h"
#include "working-copy-private.h"

G_BEGIN_DECLS

struct _MzDocument
{
  GObject parent_instance;
  const MzSchema *schema;
  MzModel *model;
  MzWorkingCopy *copy; /* NULL for a document that is only read, and after closing */
  MzRows *rows;
  MzHistoryState state;
  char *uuid;
  char *path;   /* NULL while untitled */
  char *sha256; /* of the file when it was opened or last saved */
  gint64 saved; /* cursor of what the file holds, -1 for none */
  gint64 saved_at;
  char *failure;   /* why the last save failed */
  char *read_only; /* why it cannot be edited */
  char *undo_label, *redo_label;
  char *author; /* of edits from now on, NULL for the name of the account */
};

/* A document around what is given. @image: what its working copy starts with. */
MzDocument *mz_document_start (const MzSchema *schema, MzModel *model, const MzDocumentHead *head,
                               GBytes *image, GError **error);

/* The history on the working copy; borrowed, made where it is used. */
MzHistory mz_document_history_of (MzDocument *self);

/* Reads labels anew and tells everybody. */
void mz_document_refresh (MzDocument *self);
void mz_document_tell (MzDocument *self);

/* Keeps path, content and cursor of the file in the working copy. */
gboolean mz_document_keep_file (MzDocument *self, GError **error);

/* If a save that was under way did put its file in place before the process died or failed, takes it for done. */
void mz_working_copy_settle (sqlite3 *db);

G_END_DECLS
