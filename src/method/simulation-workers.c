/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The calling thread works too, so that the work ends even where no thread can be started. */

#include "config.h"

#include "simulation-workers-private.h"

typedef struct
{
  const MzWorkers *workers;
  guint n_pieces;
  gint next;
  gint done;
  MzWorkersFunc func;
  gpointer data;
} Job;

static gboolean
take_piece (Job *job)
{
  if (mz_workers_is_cancelled (job->workers))
    return FALSE;
  gint piece = g_atomic_int_add (&job->next, 1);
  if (piece >= (gint)job->n_pieces)
    return FALSE;
  job->func (piece, job->data);
  g_atomic_int_inc (&job->done);
  return TRUE;
}

static void
help_cb (gpointer item, gpointer user_data)
{
  while (take_piece (user_data))
    ;
}

gboolean
mz_workers_is_cancelled (const MzWorkers *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

/* Does pieces 0 to @n_pieces - 1, in any order. FALSE when cancelled; then some may not have been done. */
gboolean
mz_workers_run (const MzWorkers *self, guint n_pieces, MzWorkersFunc func, gpointer data)
{
  Job job = {.workers = self, .n_pieces = n_pieces, .func = func, .data = data};
  guint helpers = MIN (self->threads, n_pieces) - (n_pieces > 0 ? 1 : 0);
  GThreadPool *pool = NULL;
  /* The pool borrows from GLib's idle threads. An error means fewer helpers, not a failure. */
  if (helpers > 0)
    pool = g_thread_pool_new (help_cb, &job, helpers, FALSE, NULL);
  for (guint i = 0; pool != NULL && i < helpers; i++)
    g_thread_pool_push (pool, &job, NULL);
  while (take_piece (&job))
    if (self->progress != NULL)
      self->progress (g_atomic_int_get (&job.done), n_pieces, self->progress_data);
  /* Helpers that have not begun need not; those at work are waited for. */
  if (pool != NULL)
    g_thread_pool_free (pool, TRUE, TRUE);
  return g_atomic_int_get (&job.done) == (gint)n_pieces;
}
