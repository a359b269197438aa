/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A copy of the model to try things out on. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-sandbox.h"

struct _MzSandbox
{
  GObject parent_instance;
  MzWorkspace *document;
  MzWorkspace *workspace;
  MzModel *base; /* the document as it was when the copy was made */
  guint64 revision;
};

G_DEFINE_FINAL_TYPE (MzSandbox, mz_sandbox, G_TYPE_OBJECT)

static MzEdit *
tried (MzSandbox *self, const char *label)
{
  return mz_model_import_edit (self->base, mz_workspace_model (self->workspace), label);
}

/* A fresh copy, with what was tried put on top where it still can be. */
static void
begin (MzSandbox *self, MzEdit *on_top)
{
  MzModel *model = mz_workspace_model (self->document);
  g_autoptr (MzModel) copy = mz_model_copy (model);
  g_autoptr (GError) error = NULL;

  g_set_object (&self->base, NULL);
  self->base = mz_model_copy (model);
  self->revision = mz_model_revision (model);
  if (on_top != NULL && !mz_model_edit (copy, on_top, &error))
    mz_workspace_tell (self->document,
                       _ ("What was tried does not fit the model any more and is gone."), FALSE);
  if (self->workspace == NULL)
    self->workspace = mz_workspace_new_sandbox (copy);
  else
    mz_workspace_set_model (self->workspace, copy);
}

static void
changed_cb (MzWorkspace *document, MzSandbox *self)
{
  g_autoptr (MzEdit) edit = NULL;

  /* Another scenario or unit is no edit. */
  if (mz_model_revision (mz_workspace_model (document)) == self->revision)
    return;
  edit = tried (self, NULL);
  begin (self, mz_edit_n_changes (edit) > 0 ? edit : NULL);
}

static void
mz_sandbox_dispose (GObject *object)
{
  MzSandbox *self = MZ_SANDBOX (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->base);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (mz_sandbox_parent_class)->dispose (object);
}

static void
mz_sandbox_class_init (MzSandboxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mz_sandbox_dispose;
}

static void
mz_sandbox_init (MzSandbox *self)
{
}

MzSandbox *
mz_sandbox_new (MzWorkspace *workspace)
{
  MzSandbox *self = g_object_new (MZ_TYPE_SANDBOX, NULL);

  self->document = g_object_ref (workspace);
  begin (self, NULL);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

MzWorkspace *
mz_sandbox_workspace (MzSandbox *self)
{
  return self->workspace;
}

guint
mz_sandbox_n_changes (MzSandbox *self)
{
  g_autoptr (MzEdit) edit = tried (self, NULL);

  return mz_edit_n_changes (edit);
}

gboolean
mz_sandbox_keep (MzSandbox *self)
{
  MzEdit *edit = tried (self, _ ("What-if kept"));

  /* The sandbox follows the document and then differs in nothing. */
  if (!mz_workspace_edit (self->document, edit, NULL))
    return FALSE;
  begin (self, NULL);
  return TRUE;
}

void
mz_sandbox_discard (MzSandbox *self)
{
  begin (self, NULL);
}
