/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The body of simulation-kernel.c, which includes it once for each processor family under that family's options and
 * with another VARIANT (): functions with vectors must be made for the processor from the start, not only where they
 * are inlined. */

static inline __attribute__ ((always_inline)) Halves
VARIANT (upper_halves) (Words words)
{
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  return __builtin_shufflevector ((Pieces)words, (Pieces)words, 1, 3, 5, 7, 9, 11, 13, 15);
#else
  return __builtin_shufflevector ((Pieces)words, (Pieces)words, 0, 2, 4, 6, 8, 10, 12, 14);
#endif
}

/* mz_random_draw () for the two draws of each of eight events, but for its last step, which would not change what is
 * used of them; and the front half of mz_quantile_table_at (). */
static inline __attribute__ ((always_inline)) void
VARIANT (draw_vector) (const Aim *aim, Words *counter, Row *row, guint v)
{
  Words z = (*counter ^ (*counter >> 30)) * MZ_RANDOM_MIX_1;
  z = (z ^ (z >> 27)) + aim->task->stream.twist;
  *counter += LANES * MZ_RANDOM_STEP;
  row->trial[v] = (z * MZ_RANDOM_MIX_2) >> 52;
  Halves half = VARIANT (upper_halves) (z * MZ_RANDOM_MIX_3);
  Halves bits = (Halves) __builtin_convertvector((Steps)((half & G_MAXINT32) | 1), Singles);
  Halves pair = bits >> (MZ_SINGLE_BITS - 5 - aim->cell_bits);
  row->cell[v] = (pair & ~31u) | ((half >> 27) & 16);
  row->t[v] = (Singles)(((bits << aim->cell_bits) & MZ_SINGLE_MANTISSA) | MZ_SINGLE_ONE);
}

/* mz_quantile_cell_at () for eight events: two cells a vector, then the sums side by side. */
static inline __attribute__ ((always_inline)) Singles
VARIANT (price_vector) (const Aim *aim, const Row *row, guint v)
{
  MzQuantileCell cell[LANES];
#pragma GCC unroll 8
  for (guint lane = 0; lane < LANES; lane++)
    cell[lane] = *(const MzQuantileCell *)(gconstpointer)(aim->origin + row->cell[v][lane]);
  Singles t = row->t[v], t2 = t * t;
  Singles a = __builtin_shufflevector (cell[0], cell[4], 0, 1, 2, 3, 4, 5, 6, 7);
  Singles b = __builtin_shufflevector (cell[1], cell[5], 0, 1, 2, 3, 4, 5, 6, 7);
  Singles c = __builtin_shufflevector (cell[2], cell[6], 0, 1, 2, 3, 4, 5, 6, 7);
  Singles d = __builtin_shufflevector (cell[3], cell[7], 0, 1, 2, 3, 4, 5, 6, 7);
  Singles ab = __builtin_shufflevector (a, b, 0, 1, 8, 9, 4, 5, 12, 13) +
               __builtin_shufflevector (a, b, 2, 3, 10, 11, 6, 7, 14, 15) *
                   __builtin_shufflevector (t2, t2, 0, 0, 1, 1, 4, 4, 5, 5);
  Singles cd = __builtin_shufflevector (c, d, 0, 1, 8, 9, 4, 5, 12, 13) +
               __builtin_shufflevector (c, d, 2, 3, 10, 11, 6, 7, 14, 15) *
                   __builtin_shufflevector (t2, t2, 2, 2, 3, 3, 6, 6, 7, 7);
  return __builtin_shufflevector (ab, cd, 0, 2, 8, 10, 4, 6, 12, 14) +
         __builtin_shufflevector (ab, cd, 1, 3, 9, 11, 5, 7, 13, 15) * t;
}

/* Only a mark is negative. */
static inline __attribute__ ((always_inline)) gboolean
VARIANT (has_mark) (Halves bits)
{
  HalfWords words = (HalfWords)bits;
  return ((words[0] | words[1] | words[2] | words[3]) & G_GUINT64_CONSTANT (0x8000000080000000)) !=
         0;
}

/* Prices @vectors of @row, whose first event is @first, and meanwhile draws @next unless it is NULL. */
static inline __attribute__ ((always_inline)) void
VARIANT (price_row) (const Aim *aim, const Row *row, guint vectors, guint64 first, Row *next,
                     Words *counter, Reals *amounts)
{
  Halves bits = {0};
#pragma GCC unroll 4
  for (guint v = 0; v < vectors; v++)
    {
      if (next != NULL)
        VARIANT (draw_vector) (aim, counter, next, v);
      Singles shares = VARIANT (price_vector) (aim, row, v);
      bits |= (Halves)shares;
      amounts[v] = __builtin_convertvector(shares, Reals) * aim->scale;
    }
  if (G_UNLIKELY (VARIANT (has_mark) (bits)))
    replace_marks (aim->task, (double *)amounts, first, vectors * LANES);
}

static inline __attribute__ ((always_inline)) void
VARIANT (add_row) (double *losses, const Row *row, const Reals *amounts, guint vectors, Reals *sums)
{
  const guint64 *trial = (const guint64 *)row->trial;
  const double *amount = (const double *)amounts;
#pragma GCC unroll 4
  for (guint v = 0; v < vectors; v++, trial += LANES, amount += LANES)
    {
      *sums += amounts[v];
#pragma GCC unroll 8
      for (guint lane = 0; lane < LANES; lane++)
        losses[trial[lane]] += amount[lane];
    }
}

/* The last row of a risk may not be full, and the last block of a run drops trials. */
static inline __attribute__ ((always_inline)) void
VARIANT (add_row_in_part) (const MzBlockTask *task, const Row *row, const Reals *amounts,
                           guint from, guint n, Reals *sums)
{
  const guint64 *trial = (const guint64 *)row->trial;
  const double *amount = (const double *)amounts;
  for (guint i = from; i < n; i++)
    if (trial[i] < task->kept)
      {
        task->losses[trial[i]] += amount[i];
        (*sums)[i % LANES] += amount[i];
      }
}

/* Event k takes draws 2k + 1 and 2k + 2. */
static void
VARIANT (scatter) (MzBlockTask *task, guint64 first, guint64 end)
{
  const MzQuantileTable *table = task->table;
  const Aim aim = {
      .task = task,
      .origin =
          (const char *)table->pairs - mz_quantile_offset_of (MZ_SINGLE_ONE, 0, table->cell_bits),
      .cell_bits = table->cell_bits,
      .scale = table->scale,
  };
  const Words lanes = {0, 1, 2, 3, 4, 5, 6, 7};
  const gboolean whole_block = task->kept == MZ_BLOCK_TRIALS;
  Words counter = task->stream.start + (first + 1 + lanes) * MZ_RANDOM_STEP;
  Reals sums, amounts[ROW];
  Row rows[2], *row = &rows[0], *next = &rows[1];
  memcpy (&sums, task->sums, sizeof sums);
  for (guint v = 0; v < MIN (ROW, (end - first + LANES - 1) / LANES); v++)
    VARIANT (draw_vector) (&aim, &counter, row, v);
  for (; end - first > ROW_EVENTS; first += ROW_EVENTS)
    {
      VARIANT (price_row) (&aim, row, ROW, first, next, &counter, amounts);
      if (G_LIKELY (whole_block))
        VARIANT (add_row) (task->losses, row, amounts, ROW, &sums);
      else
        VARIANT (add_row_in_part) (task, row, amounts, 0, ROW_EVENTS, &sums);
      Row *drawn = next;
      next = row;
      row = drawn;
    }
  guint rest = end - first, whole = whole_block ? rest / LANES : 0;
  VARIANT (price_row) (&aim, row, (rest + LANES - 1) / LANES, first, NULL, &counter, amounts);
  VARIANT (add_row) (task->losses, row, amounts, whole, &sums);
  VARIANT (add_row_in_part) (task, row, amounts, whole * LANES, rest, &sums);
  memcpy (task->sums, &sums, sizeof sums);
}
