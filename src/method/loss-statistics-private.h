/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How the simulation hands its losses over, and the pieces of statistics that it shares. */

#pragma once

#include "mezasu/loss-statistics.h"

#include "simulation-workers-private.h"

G_BEGIN_DECLS

/* Count, mean and sum of squared distances from the mean; two of them can be joined. */
typedef struct
{
  guint64 n;
  double mean;
  double squares;
  double least, greatest; /* least of those that are not zero */
} MzMoments;

MzMoments mz_moments_of (const double *values, gsize n);
void mz_moments_join (MzMoments *self, const MzMoments *more);

/* Room for many losses, uninitialised; free with g_aligned_free (). */
double *mz_losses_alloc (gsize n);

/* Sorts @values in place with the help of @scratch, as many again. FALSE when cancelled. */
gboolean mz_loss_sort (double *values, double *scratch, gsize n, const MzMoments *moments,
                       const MzWorkers *workers);

/* Takes @values (from mz_losses_alloc) and their moments. NULL when cancelled. */
MzLossStatistics *mz_loss_statistics_take (double *values, gsize n, const MzMoments *moments,
                                           const MzWorkers *workers);

G_END_DECLS
