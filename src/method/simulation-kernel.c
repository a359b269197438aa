/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One body of code, compiled once for each processor family. Written with the compiler's vector types: four lanes
 * become one register or two, whatever the processor has. */

#include "config.h"

#include "simulation-kernel-private.h"

/* Four lanes are one register with AVX2, where eight would spill; wider ones gain nothing beside the scattering. */
#define LANES 4
#define CHUNK 128

typedef guint64 Words __attribute__ ((vector_size (8 * LANES)));
typedef gint64 Masks __attribute__ ((vector_size (8 * LANES)));
typedef double Reals __attribute__ ((vector_size (8 * LANES)));

G_STATIC_ASSERT (CHUNK % LANES == 0 && LANES == MZ_SUM_LANES);
G_STATIC_ASSERT (MZ_BLOCK_TRIALS == 1 << 12);

/* Where the events of one chunk fall: trial, cell of the quantile table, and place within the cell; and
 * how much each costs. */
typedef struct
{
  Words trial[CHUNK / LANES];
  Words cell[CHUNK / LANES];
  Reals t[CHUNK / LANES];
  Reals amount[CHUNK / LANES];
} Chunk;

/* mz_random_draw () but for its last step, which leaves the upper 31 bits alone. */
#define DRAW_UPPER_WORDS(z, twist)                                                                 \
  do                                                                                               \
    {                                                                                              \
      (z) = ((z) ^ ((z) >> 30)) * MZ_RANDOM_MIX_1;                                                 \
      (z) = (((z) ^ ((z) >> 27)) + (twist)) * MZ_RANDOM_MIX_2;                                     \
    }                                                                                              \
  while (0)

/* mz_random_draw () and the front half of mz_quantile_table_at (), in lanes. Event k takes draws 2k + 1 and 2k + 2. */
static inline __attribute__ ((always_inline)) void
draw_chunk (const MzBlockTask *task, guint64 first, guint vectors, Chunk *chunk)
{
  const guint64 cell_bits = task->table->cell_bits, side = task->table->cells_a_side;
  const guint64 twist = task->stream.twist;
  const Words lane = {0, 1, 2, 3};
  Words counter = task->stream.start + (2 * (first + lane) + 1) * MZ_RANDOM_STEP;
  for (guint v = 0; v < vectors; v++)
    {
      Words where = counter, size = counter + MZ_RANDOM_STEP;
      DRAW_UPPER_WORDS (where, twist);
      DRAW_UPPER_WORDS (size, twist);
      size ^= size >> 31;
      chunk->trial[v] = where >> 52;
      Words flip = -(size >> 63);
      Words bits = (((size >> 11) ^ flip) & MZ_MANTISSA_MASK) | MZ_ONE_BITS;
      Reals tail = (Reals)bits - (1.0 - 0x1p-53);
      Masks near = tail >= 1.0 / (1 << MZ_QUANTILE_OCTAVES);
      Words cell = (((Words)tail - MZ_LEAST_BITS) >> (52 - cell_bits)) + 1;
      cell = ((cell & (Words)near) + (flip & side)) * sizeof (MzQuantileCell);
      chunk->cell[v] = cell;
      chunk->t[v] = (Reals)((((Words)tail << cell_bits) & MZ_MANTISSA_MASK) | MZ_ONE_BITS) - 1.0;
      counter += 2 * LANES * MZ_RANDOM_STEP;
    }
}

/* mz_quantile_cell_at () for four events at once: two cells a vector, then the four sums side by side. Returns
 * whether a mark was met, of which the sign bit tells. */
static inline __attribute__ ((always_inline)) gboolean
evaluate_chunk (const MzQuantileCell *cells, guint vectors, Chunk *chunk)
{
  Words bits = {0};
  for (guint v = 0; v < vectors; v++)
    {
      const MzQuantileCell *cell[LANES];
      for (guint lane = 0; lane < LANES; lane++)
        cell[lane] = (const MzQuantileCell *)((const char *)cells +
                                              ((const guint64 *)chunk->cell)[v * LANES + lane]);
      Reals t = chunk->t[v], t2 = t * t;
      Reals even = __builtin_shufflevector (cell[0]->c01, cell[2]->c01, 0, 1, 2, 3) +
                   __builtin_shufflevector (cell[0]->c23, cell[2]->c23, 0, 1, 2, 3) *
                       __builtin_shufflevector (t2, t2, 0, 0, 2, 2);
      Reals odd = __builtin_shufflevector (cell[1]->c01, cell[3]->c01, 0, 1, 2, 3) +
                  __builtin_shufflevector (cell[1]->c23, cell[3]->c23, 0, 1, 2, 3) *
                      __builtin_shufflevector (t2, t2, 1, 1, 3, 3);
      Reals amount = __builtin_shufflevector (even, odd, 0, 4, 2, 6) +
                     __builtin_shufflevector (even, odd, 1, 5, 3, 7) * t;
      chunk->amount[v] = amount;
      bits |= (Words)amount;
    }
  return (bits[0] | bits[1] | bits[2] | bits[3]) >> 63;
}

/* Out of line because it is rare. */
static void __attribute__ ((noinline))
replace_marks (const MzBlockTask *task, Chunk *chunk, guint64 first, guint n)
{
  double *amount = (double *)chunk->amount;
  for (guint i = 0; i < n; i++)
    if (amount[i] < 0.0)
      amount[i] = mz_quantile_table_exact (task->table,
                                           mz_random_draw (&task->stream, 2 * (first + i) + 2));
}

static inline __attribute__ ((always_inline)) void
add_chunk (MzBlockTask *task, const Chunk *chunk, guint n)
{
  const guint64 *trial = (const guint64 *)chunk->trial;
  const double *amount = (const double *)chunk->amount;
  double *losses = task->losses;
  Reals sums = {task->sums[0], task->sums[1], task->sums[2], task->sums[3]};
  guint i = 0;
  for (; i + LANES <= n; i += LANES)
    {
      sums += chunk->amount[i / LANES];
      losses[trial[i]] += amount[i];
      losses[trial[i + 1]] += amount[i + 1];
      losses[trial[i + 2]] += amount[i + 2];
      losses[trial[i + 3]] += amount[i + 3];
    }
  for (guint lane = 0; lane < LANES; lane++)
    task->sums[lane] = sums[lane];
  for (; i < n; i++)
    {
      losses[trial[i]] += amount[i];
      task->sums[i % LANES] += amount[i];
    }
}

/* Only the last block of a run drops trials, so its loop may be plain. */
static inline __attribute__ ((always_inline)) void
add_chunk_of_last_block (MzBlockTask *task, const Chunk *chunk, guint n)
{
  const guint64 *trial = (const guint64 *)chunk->trial;
  const double *amount = (const double *)chunk->amount;
  for (guint i = 0; i < n; i++)
    if (trial[i] < task->kept)
      {
        task->losses[trial[i]] += amount[i];
        task->sums[i % LANES] += amount[i];
      }
}

static inline __attribute__ ((always_inline)) void
scatter (MzBlockTask *task, guint64 first, guint64 end)
{
  Chunk chunk;
  for (; first < end; first += CHUNK)
    {
      guint n = MIN (end - first, CHUNK), vectors = (n + LANES - 1) / LANES;
      draw_chunk (task, first, vectors, &chunk);
      if (G_UNLIKELY (evaluate_chunk (task->table->cells, vectors, &chunk)))
        replace_marks (task, &chunk, first, n);
      if (task->kept == MZ_BLOCK_TRIALS)
        add_chunk (task, &chunk, n);
      else
        add_chunk_of_last_block (task, &chunk, n);
    }
}

static void
scatter_baseline (MzBlockTask *task, guint64 first, guint64 end)
{
  scatter (task, first, end);
}

#if defined(__x86_64__)
__attribute__ ((target ("avx2"))) static void
scatter_avx2 (MzBlockTask *task, guint64 first, guint64 end)
{
  scatter (task, first, end);
}

__attribute__ ((target ("avx2,avx512f,avx512dq,avx512vl"))) static void
scatter_avx512 (MzBlockTask *task, guint64 first, guint64 end)
{
  scatter (task, first, end);
}
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
