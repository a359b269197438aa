/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The simulated losses of a workspace, run on a worker thread. */

#include "config.h"

#include "mz-workspace-loss.h"

#define KEY "mz-workspace-loss"
/* A burst of edits within a frame or two is one run. */
#define REST_MS 20

/* A run on its way. The worker reads @run and writes @done, nothing else. */
typedef struct
{
  GWeakRef workspace;
  MzLossRun *run;
  guint64 revision;
  int done; /* in thousandths, atomic */
} Job;

typedef struct
{
  MzWorkspace *workspace; /* it owns this */
  MzLoss *result;
  guint64 revision; /* of the model that @result, or @error, is about */
  gboolean finished;
  char *error;
  guint64 trials; /* instead of those of the model; 0 for these */
  GTask *task;
  guint start;
} Losses;

static void
job_free (Job *job)
{
  g_weak_ref_clear (&job->workspace);
  mz_loss_run_free (job->run);
  g_free (job);
}

static void
stop (Losses *self)
{
  g_clear_handle_id (&self->start, g_source_remove);
  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
  g_clear_object (&self->task);
}

static void
losses_free (gpointer data)
{
  Losses *self = data;

  stop (self);
  g_clear_pointer (&self->result, mz_loss_unref);
  g_free (self->error);
  g_free (self);
}

static void
tell (Losses *self)
{
  g_signal_emit_by_name (self->workspace, "loss-changed");
}

/* On the worker. */

static void
progress_cb (double share, gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->done, (int)(share * 1000));
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  MzLoss *loss = mz_loss_run_execute (job->run, progress_cb, job, cancellable, &error);

  if (loss != NULL)
    g_task_return_pointer (task, loss, (GDestroyNotify)mz_loss_unref);
  else
    g_task_return_error (task, error);
}

/* On the main thread. */

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);
  g_autoptr (MzWorkspace) workspace = g_weak_ref_get (&job->workspace);
  g_autoptr (GError) error = NULL;
  MzLoss *loss = g_task_propagate_pointer (task, &error);
  Losses *self = workspace != NULL ? g_object_get_data (G_OBJECT (workspace), KEY) : NULL;

  /* A run that was replaced has nothing to say any more. */
  if (self == NULL || self->task != task)
    {
      g_clear_pointer (&loss, mz_loss_unref);
      return;
    }
  g_clear_object (&self->task);
  g_clear_pointer (&self->error, g_free);
  self->revision = job->revision;
  self->finished = TRUE;
  g_clear_pointer (&self->result, mz_loss_unref);
  self->result = loss;
  if (error != NULL)
    self->error = g_strdup (error->message);
  tell (self);
}

static gboolean
start_cb (gpointer data)
{
  Losses *self = data;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Job *job = g_new0 (Job, 1);

  self->start = 0;
  g_weak_ref_init (&job->workspace, self->workspace);
  job->run = mz_loss_run_new (mz_workspace_analysis (self->workspace));
  job->revision = mz_model_revision (mz_workspace_model (self->workspace));
  if (self->trials > 0)
    mz_loss_run_set_trials (job->run, self->trials);
  self->trials = 0;
  /* The task does not hold the workspace: a window that closes does not wait for it. */
  self->task = g_task_new (NULL, cancellable, done_cb, NULL);
  g_task_set_task_data (self->task, job, (GDestroyNotify)job_free);
  g_task_run_in_thread (self->task, work);
  tell (self);
  return G_SOURCE_REMOVE;
}

static void
start (Losses *self)
{
  stop (self);
  self->start = g_timeout_add (REST_MS, start_cb, self);
}

static void
changed_cb (MzWorkspace *workspace, Losses *self)
{
  guint64 revision = mz_model_revision (mz_workspace_model (workspace));

  /* Another scenario or selection changes no loss. */
  if (self->task != NULL ? ((Job *)g_task_get_task_data (self->task))->revision == revision
                         : self->finished && self->revision == revision)
    return;
  start (self);
  tell (self);
}

static Losses *
losses_of (MzWorkspace *workspace)
{
  Losses *self = g_object_get_data (G_OBJECT (workspace), KEY);

  if (self != NULL)
    return self;
  self = g_new0 (Losses, 1);
  self->workspace = workspace;
  g_object_set_data_full (G_OBJECT (workspace), KEY, self, losses_free);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  start (self);
  return self;
}

const MzLoss *
mz_workspace_loss (MzWorkspace *self)
{
  return losses_of (self)->result;
}

gboolean
mz_workspace_loss_is_stale (MzWorkspace *self)
{
  Losses *losses = losses_of (self);

  return losses->start != 0 || losses->task != NULL || !losses->finished ||
         losses->revision != mz_model_revision (mz_workspace_model (self));
}

double
mz_workspace_loss_progress (MzWorkspace *self)
{
  Losses *losses = losses_of (self);

  if (losses->task == NULL)
    return losses->start != 0 ? 0 : 1;
  return g_atomic_int_get (&((Job *)g_task_get_task_data (losses->task))->done) / 1000.0;
}

const char *
mz_workspace_loss_error (MzWorkspace *self)
{
  return losses_of (self)->error;
}

void
mz_workspace_loss_extend (MzWorkspace *self, guint64 trials)
{
  Losses *losses = losses_of (self);

  losses->trials = trials;
  start (losses);
  tell (losses);
}

void
mz_workspace_loss_cancel (MzWorkspace *self)
{
  Losses *losses = losses_of (self);

  stop (losses);
  tell (losses);
}
