/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The inverse of a distribution as a table of cubics: a random word becomes an amount with four multiplications, a
 * relative error of at most 1e-6, and the same bits on every machine.
 *
 * The top bit of a word tells the side of the median, the others how near the end of that side the quantile lies: the
 * share d of the side that is further out. d is cut into octaves (1/2..1, 1/4..1/2, ...) and each octave into equal
 * cells, because a quantile changes with the logarithm of d. The upper half of a word holds 31 bits of d, taken in the
 * middle of their step, as a single-precision number: its exponent is the octave, its next bits the cell, the rest
 * the place in the cell. Cells of octaves too far out for that precision are marks, as are cells in which the quantile
 * has a kink: there the inverse itself is asked, which is rare. */

#pragma once

#include <string.h>

#include "distribution-private.h"

G_BEGIN_DECLS

/* Octaves of which cells know the amounts; 31 bits make so many octaves in all. */
#define MZ_QUANTILE_OCTAVES 12
#define MZ_QUANTILE_ALL_OCTAVES 31

/* The fields of a single-precision number. */
#define MZ_SINGLE_BITS 23
#define MZ_SINGLE_MANTISSA ((1u << MZ_SINGLE_BITS) - 1)
#define MZ_SINGLE_ONE (127u << MZ_SINGLE_BITS)

/* c0 + c1 t + c2 t² + c3 t³ for t in [1, 2), in units of the table's scale; c0 < 0 marks a cell that the inverse
 * itself answers. */
typedef float MzQuantileCell __attribute__ ((vector_size (16)));

/* The lower and the upper side of one cell, beside each other because the word's bits choose the side last. */
typedef struct
{
  MzQuantileCell side[2];
} MzQuantilePair;

typedef struct
{
  guint cell_bits; /* an octave has 2^cell_bits cells */
  gsize n_pairs;
  MzQuantilePair *pairs; /* from the furthest out to the median */
  double scale;          /* multiplies what a cell says */
  double factor;         /* multiplies every amount of the inverse; part of the scale */
  MzInverse *inverse;
} MzQuantileTable;

MzQuantileTable *mz_quantile_table_new (const MzDistribution *distribution, double factor);
void mz_quantile_table_free (MzQuantileTable *self);
double mz_quantile_table_exact (const MzQuantileTable *self, guint64 word);
gsize mz_quantile_table_bytes (const MzQuantileTable *self);

/* d of a word, as a whole number of 2^-31 that is rounded to single precision: 1 to 2^31. */
static inline guint32
mz_quantile_single_of (guint64 word)
{
  gint32 steps = ((word >> 32) & G_MAXINT32) | 1;
  float single = steps;
  guint32 bits;
  memcpy (&bits, &single, sizeof bits);
  return bits;
}

/* Bytes from the pair of a number with no bits at all to the cell of @bits, whose side is the top bit of @half. */
static inline guint32
mz_quantile_offset_of (guint32 bits, guint32 half, guint cell_bits)
{
  guint32 pair = bits >> (MZ_SINGLE_BITS - 5 - cell_bits);
  return (pair & ~31u) | ((half >> 27) & 16);
}

/* (c0 + c2 t²) + (c1 + c3 t²) t: two halves that do not wait for each other. */
static inline double
mz_quantile_cell_at (const MzQuantileCell *cell, float t)
{
  float t2 = t * t;
  float even = (*cell)[0] + (*cell)[2] * t2, odd = (*cell)[1] + (*cell)[3] * t2;
  return even + odd * t;
}

/* The amount for a random word. The block kernels do these same operations in lanes. */
static inline double
mz_quantile_table_at (const MzQuantileTable *self, guint64 word)
{
  guint32 bits = mz_quantile_single_of (word);
  guint32 offset = mz_quantile_offset_of (bits, word >> 32, self->cell_bits) -
                   mz_quantile_offset_of (MZ_SINGLE_ONE, 0, self->cell_bits);
  guint32 place = ((bits << self->cell_bits) & MZ_SINGLE_MANTISSA) | MZ_SINGLE_ONE;
  float t;
  memcpy (&t, &place, sizeof t);
  const char *cell = (const char *)self->pairs + offset;
  double amount = mz_quantile_cell_at ((const MzQuantileCell *)(gpointer)cell, t) * self->scale;
  return G_LIKELY (amount >= 0.0) ? amount : mz_quantile_table_exact (self, word);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzQuantileTable, mz_quantile_table_free)

G_END_DECLS
