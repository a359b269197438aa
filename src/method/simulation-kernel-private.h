/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The innermost loops of the simulation: the losses of one risk in one block of trials. There are several variants
 * for wider processors; each does the same operations in the same order, so that all give the same bits. */

#pragma once

#include "quantile-table-private.h"
#include "random-private.h"

G_BEGIN_DECLS

/* Trials of a block: a constant of the method, not a tuning knob; another value gives other results. */
#define MZ_BLOCK_TRIALS 4096

/* Partial sums of one risk's losses, so that the additions need not wait for one another. */
#define MZ_SUM_LANES 8

typedef struct
{
  MzRandomStream stream;
  const MzQuantileTable *table;
  guint kept;     /* trials of this block that count; losses of later ones are dropped */
  double *losses; /* the block's losses by trial, MZ_BLOCK_TRIALS of them, added to */
  double sums[MZ_SUM_LANES];
} MzBlockTask;

typedef enum
{
  MZ_KERNEL_BASELINE,
  MZ_KERNEL_AVX2,
  MZ_KERNEL_AVX512,
  MZ_N_KERNELS,
} MzKernel;

gboolean mz_kernel_is_supported (MzKernel kernel);
MzKernel mz_kernel_best (void);

/* Adds the events from @first, a multiple of MZ_SUM_LANES, up to but not including @end. */
void mz_kernel_scatter_events (MzKernel kernel, MzBlockTask *task, guint64 first, guint64 end);

/* Adds the yearly events of a risk that happens with probability @threshold / 2^53 in each trial. */
void mz_kernel_try_each_trial (MzBlockTask *task, guint64 threshold);

G_END_DECLS
