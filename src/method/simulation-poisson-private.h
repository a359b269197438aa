/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How many events a whole block of trials has: exact Poisson quantiles for means from 0 to some millions. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The distribution function of a Poisson variable, kept from both ends: sums from far out towards the mode, so that
 * neither tail loses digits. */
typedef struct
{
  guint64 least;   /* the lowest number of events with a probability worth counting */
  GArray *at_most; /* P(N <= least + i), up to the mode */
  GArray *more;    /* P(N > mode + i) */
} MzPoissonTable;

MzPoissonTable *mz_poisson_table_new (double mean);
void mz_poisson_table_free (MzPoissonTable *self);
guint64 mz_poisson_table_quantile (const MzPoissonTable *self, guint64 word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzPoissonTable, mz_poisson_table_free)

G_END_DECLS
