/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The document as an object: edits, undo, redo, and what is known about it. */

#include "config.h"

#include "document-private.h"

#include <glib/gi18n-lib.h>

#include "digest-private.h"
#include "refusal-private.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MzDocument, mz_document, G_TYPE_OBJECT)

static void
release (MzDocument *self, gboolean remove)
{
  g_clear_pointer (&self->rows, mz_rows_free);
  mz_working_copy_release (g_steal_pointer (&self->copy), remove);
}

static void
mz_document_finalize (GObject *object)
{
  MzDocument *self = MZ_DOCUMENT (object);
  release (self, FALSE);
  g_clear_object (&self->model);
  g_free (self->uuid);
  g_free (self->path);
  g_free (self->sha256);
  g_free (self->failure);
  g_free (self->read_only);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->author);
  G_OBJECT_CLASS (mz_document_parent_class)->finalize (object);
}

static void
mz_document_class_init (MzDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mz_document_finalize;
  signals[CHANGED] = g_signal_new ("changed", MZ_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
mz_document_init (MzDocument *self)
{
}

MzHistory
mz_document_history_of (MzDocument *self)
{
  return (MzHistory){self->copy->db, self->rows, self->schema,
                     self->path != NULL ? self->path : self->copy->folder, self->author};
}

void
mz_document_refresh (MzDocument *self)
{
  g_free (self->undo_label);
  g_free (self->redo_label);
  self->undo_label = mz_history_undo_label (self->copy->db, &self->state);
  self->redo_label = mz_history_redo_label (self->copy->db, &self->state);
}

void
mz_document_tell (MzDocument *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

MzModel *
mz_document_model (MzDocument *self)
{
  return self->model;
}

const char *
mz_document_path (MzDocument *self)
{
  return self->path;
}

const char *
mz_document_uuid (MzDocument *self)
{
  return self->uuid;
}

MzDocumentState
mz_document_state (MzDocument *self)
{
  if (self->state.cursor == self->saved)
    return MZ_DOCUMENT_SAVED;
  return self->failure != NULL ? MZ_DOCUMENT_FAILED : MZ_DOCUMENT_EDITED;
}

const char *
mz_document_state_reason (MzDocument *self)
{
  return mz_document_state (self) == MZ_DOCUMENT_FAILED ? self->failure : NULL;
}

gint64
mz_document_saved_at (MzDocument *self)
{
  return self->saved_at;
}

void
mz_document_set_author (MzDocument *self, const char *author)
{
  g_free (self->author);
  self->author = author != NULL && *author != '\0' ? g_strdup (author) : NULL;
}

const char *
mz_document_read_only (MzDocument *self)
{
  return self->read_only;
}

static gboolean
may_edit (MzDocument *self, GError **error)
{
  if (self->copy != NULL)
    return TRUE;
  return mz_refuse (error, MZ_STORE_ERROR_REFUSED, "%s",
                    self->read_only != NULL ? self->read_only : _ ("The document is closed."));
}

/* The model takes what the working copy already holds. Labels are right before anybody is told. */
static void
take (MzDocument *self, MzEdit *edit)
{
  mz_document_refresh (self);
  mz_model_apply (self->model, edit);
  mz_document_tell (self);
}

gboolean
mz_document_edit (MzDocument *self, MzEdit *edit, GError **error)
{
  if (!may_edit (self, error))
    return FALSE;
  g_autoptr (MzEdit) prepared = mz_model_prepare (self->model, edit, error);
  if (prepared == NULL)
    return FALSE;
  /* A label may name a file, and names of files need not be text. */
  g_autofree char *label = mz_edit_label (edit) != NULL
                               ? g_utf8_make_valid (mz_edit_label (edit), -1)
                               : mz_model_describe (self->model, prepared);
  gint64 before = self->state.cursor;
  MzHistory history = mz_document_history_of (self);
  if (!mz_history_record (&history, self->model, prepared, label, &self->state, error))
    return FALSE;
  if (self->state.cursor != before)
    take (self, prepared);
  return TRUE;
}

const char *
mz_document_undo_label (MzDocument *self)
{
  return self->undo_label;
}

const char *
mz_document_redo_label (MzDocument *self)
{
  return self->redo_label;
}

gboolean
mz_document_undo (MzDocument *self, GError **error)
{
  g_autoptr (MzEdit) follow = NULL;
  if (!may_edit (self, error))
    return FALSE;
  MzHistory history = mz_document_history_of (self);
  if (!mz_history_undo (&history, self->model, &self->state, &follow, error))
    return FALSE;
  take (self, follow);
  return TRUE;
}

gboolean
mz_document_redo (MzDocument *self, GError **error)
{
  g_autoptr (MzEdit) follow = NULL;
  if (!may_edit (self, error))
    return FALSE;
  MzHistory history = mz_document_history_of (self);
  if (!mz_history_redo (&history, self->model, &self->state, &follow, error))
    return FALSE;
  take (self, follow);
  return TRUE;
}

GPtrArray *
mz_document_history (MzDocument *self)
{
  if (self->copy == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)mz_history_entry_free);
  return mz_history_list (self->copy->db, &self->state);
}

char *
mz_document_digest (MzDocument *self)
{
  return mz_digest_model (self->model);
}

void
mz_document_close (MzDocument *self, gboolean discard)
{
  release (self, discard || mz_document_state (self) == MZ_DOCUMENT_SAVED);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);
}
