/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The inverse of a distribution as a table of cubics: a random word becomes an amount with four multiplications, a
 * relative error of at most 1e-6, and the same bits on every machine.
 *
 * A word gives u = (its upper 53 bits + 1/2) / 2^53. The nearer tail, d = 2 min (u, 1 - u), is cut into octaves
 * (1/2..1, 1/4..1/2, ...) and each octave into equal cells, because a quantile changes with the logarithm of the
 * tail. The first cell of each side stands for all that is further out than the octaves, and is a mark, as are cells
 * in which the quantile has a kink: there the inverse itself is asked, which is rare. */

#pragma once

#include <string.h>

#include "distribution-private.h"

G_BEGIN_DECLS

#define MZ_QUANTILE_OCTAVES 12
#define MZ_MANTISSA_MASK G_GUINT64_CONSTANT (0x000fffffffffffff)
#define MZ_ONE_BITS G_GUINT64_CONSTANT (0x3ff0000000000000)
/* The bits of 2^-MZ_QUANTILE_OCTAVES. */
#define MZ_LEAST_BITS ((guint64)(1023 - MZ_QUANTILE_OCTAVES) << 52)

typedef double MzPair __attribute__ ((vector_size (16)));

/* c0 + c1 t + c2 t² + c3 t³ for t in [0, 1); c0 < 0 marks a cell that the inverse itself answers. */
typedef struct
{
  MzPair c01, c23;
} MzQuantileCell;

typedef struct
{
  guint cell_bits; /* an octave has 2^cell_bits cells */
  guint64 cells_a_side;
  MzQuantileCell *cells; /* the lower side, then the upper one */
  double factor;         /* multiplies every amount */
  MzInverse *inverse;
} MzQuantileTable;

MzQuantileTable *mz_quantile_table_new (const MzDistribution *distribution, double factor);
void mz_quantile_table_free (MzQuantileTable *self);
double mz_quantile_table_exact (const MzQuantileTable *self, guint64 word);
gsize mz_quantile_table_bytes (const MzQuantileTable *self);

/* (c0 + c2 t²) + (c1 + c3 t²) t: two halves that do not wait for each other. */
static inline double
mz_quantile_cell_at (const MzQuantileCell *cell, double t)
{
  MzPair sum = cell->c01 + cell->c23 * (t * t);
  return sum[0] + sum[1] * t;
}

/* The amount for a random word. The block kernels do these same operations in lanes. */
static inline double
mz_quantile_table_at (const MzQuantileTable *self, guint64 word)
{
  guint64 upper = word >> 63, flip = -upper;
  guint64 bits = (((word >> 11) ^ flip) & MZ_MANTISSA_MASK) | MZ_ONE_BITS;
  double tail, t;
  memcpy (&tail, &bits, sizeof tail);
  tail -= 1.0 - 0x1p-53;
  memcpy (&bits, &tail, sizeof bits);
  guint64 cell = (bits - MZ_LEAST_BITS) >> (52 - self->cell_bits);
  cell = (tail >= 1.0 / (1 << MZ_QUANTILE_OCTAVES) ? cell + 1 : 0) + (flip & self->cells_a_side);
  bits = ((bits << self->cell_bits) & MZ_MANTISSA_MASK) | MZ_ONE_BITS;
  memcpy (&t, &bits, sizeof t);
  t -= 1.0;
  double amount = mz_quantile_cell_at (&self->cells[cell], t);
  return G_LIKELY (amount >= 0.0) ? amount : mz_quantile_table_exact (self, word);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzQuantileTable, mz_quantile_table_free)

G_END_DECLS
