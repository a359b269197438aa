/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Independent pieces of work shared among threads. Which thread does which piece is chance, so a piece may write only
 * what is its own. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Called on the thread that started the work, after each of its own pieces. */
typedef void (*MzWorkersProgress) (guint done, guint n, gpointer user_data);

typedef struct
{
  guint threads;              /* how many work, the caller among them; at least 1 */
  GCancellable *cancellable;  /* nullable; not owned */
  MzWorkersProgress progress; /* nullable */
  gpointer progress_data;
} MzWorkers;

typedef void (*MzWorkersFunc) (guint piece, gpointer data);

gboolean mz_workers_run (const MzWorkers *self, guint n_pieces, MzWorkersFunc func, gpointer data);
gboolean mz_workers_is_cancelled (const MzWorkers *self);

G_END_DECLS
