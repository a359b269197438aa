/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One body of code, compiled once for each processor family. Written with the compiler's vector types: eight lanes
 * become one register, two or four, whatever the processor has. */

#include "config.h"

#include "simulation-kernel-private.h"

#define LANES 8
/* Vectors of a row of events. While one row is priced the next one is drawn, so that the processor has work for its
 * multipliers while it waits for cells; a longer row runs out of registers. */
#define ROW 4
#define ROW_EVENTS (ROW * LANES)

typedef guint64 Words __attribute__ ((vector_size (8 * LANES)));
typedef double Reals __attribute__ ((vector_size (8 * LANES)));
typedef guint32 Pieces __attribute__ ((vector_size (8 * LANES)));
typedef guint32 Halves __attribute__ ((vector_size (4 * LANES)));
typedef gint32 Steps __attribute__ ((vector_size (4 * LANES)));
typedef float Singles __attribute__ ((vector_size (4 * LANES)));
typedef guint64 HalfWords __attribute__ ((vector_size (4 * LANES)));

G_STATIC_ASSERT (LANES == MZ_SUM_LANES);
G_STATIC_ASSERT (MZ_BLOCK_TRIALS == 1 << 12);
G_STATIC_ASSERT (sizeof (MzQuantilePair) == 1 << 5);

/* Where the events of one row fall: trial, bytes to a cell (see Aim), and place within the cell. */
typedef struct
{
  Words trial[ROW];
  Halves cell[ROW];
  Singles t[ROW];
} Row;

/* What stays the same from event to event. */
typedef struct
{
  const MzBlockTask *task;
  const char *origin; /* where the cells would begin that mz_quantile_offset_of () counts from */
  guint cell_bits;
  double scale;
} Aim;

/* Out of line because it is rare. */
static void __attribute__ ((noinline))
replace_marks (const MzBlockTask *task, double *amount, guint64 first, guint n)
{
  for (guint i = 0; i < n; i++)
    if (amount[i] < 0.0)
      amount[i] = mz_quantile_table_exact (task->table,
                                           mz_random_draw (&task->stream, 2 * (first + i) + 2));
}

/* Every function that takes or returns a vector is inlined, so that no convention of calling matters. */
#pragma GCC diagnostic ignored "-Wpsabi"

#define VARIANT(name) name##_baseline
#include "simulation-kernel-lanes-private.h"
#undef VARIANT

#if defined(__x86_64__)
#pragma GCC push_options
#pragma GCC target("avx2")
#define VARIANT(name) name##_avx2
#include "simulation-kernel-lanes-private.h"
#undef VARIANT
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx2,avx512f,avx512dq,avx512vl")
#define VARIANT(name) name##_avx512
#include "simulation-kernel-lanes-private.h"
#undef VARIANT
#pragma GCC pop_options
#else
#define scatter_avx2 scatter_baseline
#define scatter_avx512 scatter_baseline
#endif

gboolean
mz_kernel_is_supported (MzKernel kernel)
{
#if defined(__x86_64__)
  if (kernel == MZ_KERNEL_AVX2)
    return __builtin_cpu_supports ("avx2") != 0;
  if (kernel == MZ_KERNEL_AVX512)
    return __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512dq") &&
           __builtin_cpu_supports ("avx512vl") && __builtin_cpu_supports ("avx2");
#endif
  return kernel == MZ_KERNEL_BASELINE;
}

MzKernel
mz_kernel_best (void)
{
  MzKernel kernel = MZ_N_KERNELS - 1;
  while (!mz_kernel_is_supported (kernel))
    kernel--;
  return kernel;
}

void
mz_kernel_scatter_events (MzKernel kernel, MzBlockTask *task, guint64 first, guint64 end)
{
  if (kernel == MZ_KERNEL_AVX512)
    scatter_avx512 (task, first, end);
  else if (kernel == MZ_KERNEL_AVX2)
    scatter_avx2 (task, first, end);
  else
    scatter_baseline (task, first, end);
}

void
mz_kernel_try_each_trial (MzBlockTask *task, guint64 threshold)
{
  for (guint trial = 0; trial < task->kept; trial++)
    {
      if (mz_random_draw (&task->stream, 2 * trial) >> 11 >= threshold)
        continue;
      double amount =
          mz_quantile_table_at (task->table, mz_random_draw (&task->stream, 2 * trial + 1));
      task->losses[trial] += amount;
      task->sums[trial % MZ_SUM_LANES] += amount;
    }
}
