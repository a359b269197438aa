/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Builds the cells of a quantile table: a cubic through four equally spaced points of each. */

#include "config.h"

#include "quantile-table-private.h"

#include <math.h>

static const MzQuantileCell mark = {-1.0f, 0.0f, 0.0f, 0.0f};

/* Amounts further from the scale than this lose precision as single-precision numbers. */
#define LEAST_SHARE 0x1p-90
#define GREATEST_SHARE 0x1p90

/* The error of a cubic grows with the fourth power of a cell's width; of the lognormal it also grows with the fourth
 * power of sigma. tests/method/test-distribution.c measures both. */
static guint
choose_cell_bits (const MzDistribution *distribution)
{
  if (distribution->kind == MZ_MAGNITUDE_POINT || distribution->kind == MZ_MAGNITUDE_UNIFORM)
    return 0;
  guint bits = 3;
  if (distribution->kind == MZ_MAGNITUDE_LOGNORMAL90)
    for (double width = distribution->sigma; width > 1.0 && bits < 8; width /= 2.0)
      bits++;
  return bits;
}

/* The cubic through @y at t = 1, 4/3, 5/3 and 2. */
static MzQuantileCell
cubic_through (const double y[4])
{
  double b0 = y[0], b1 = (-11.0 * y[0] + 18.0 * y[1] - 9.0 * y[2] + 2.0 * y[3]) * 0.5;
  double b2 = (2.0 * y[0] - 5.0 * y[1] + 4.0 * y[2] - y[3]) * 4.5;
  double b3 = (-y[0] + 3.0 * y[1] - 3.0 * y[2] + y[3]) * 4.5;
  return (MzQuantileCell){b0 - b1 + b2 - b3, b1 - 2.0 * b2 + 3.0 * b3, b2 - 3.0 * b3, b3};
}

static gboolean
suits_single_precision (double y)
{
  return y == 0.0 || (y >= LEAST_SHARE && y <= GREATEST_SHARE);
}

static MzQuantileCell
cell_of (const double y[4])
{
  for (guint i = 0; i < 4; i++)
    if (!suits_single_precision (y[i]))
      return mark;
  return cubic_through (y);
}

/* The two straight or square-root pieces of a triangle meet at its mode. */
static gboolean
has_kink (const MzDistribution *distribution, gboolean upper, double from, double to)
{
  if (distribution->kind != MZ_MAGNITUDE_TRIANGULAR)
    return FALSE;
  double left = distribution->mode - distribution->low,
         right = distribution->high - distribution->mode;
  double tail = 2.0 * (upper ? right : left) / (left + right);
  return from <= tail && tail <= to;
}

static void
fill_side (MzQuantileTable *self, gboolean upper)
{
  const MzDistribution *distribution = &self->inverse->distribution;
  guint per_octave = 1u << self->cell_bits;
  double start = 0.0, edge = 1.0 / (1 << MZ_QUANTILE_OCTAVES);
  double y[4] = {0};
  MzQuantilePair *pair = self->pairs;
  for (guint i = 0; i < (MZ_QUANTILE_ALL_OCTAVES - MZ_QUANTILE_OCTAVES) * per_octave; i++)
    (pair++)->side[upper] = mark;
  y[3] = mz_inverse_at (self->inverse, upper, edge / 2.0, &start) * self->factor / self->scale;
  for (guint octave = 0; octave < MZ_QUANTILE_OCTAVES; octave++, edge *= 2.0)
    for (guint i = 0; i < per_octave; i++)
      {
        double from = edge + edge * i / per_octave, width = edge / per_octave;
        y[0] = y[3];
        for (guint j = 1; j < 4; j++)
          y[j] = mz_inverse_at (self->inverse, upper, (from + width * j / 3.0) / 2.0, &start) *
                 self->factor / self->scale;
        (pair++)->side[upper] =
            has_kink (distribution, upper, from, from + width) ? mark : cell_of (y);
      }
  /* The median, which the last numbers are rounded to. */
  pair->side[upper] = cell_of ((double[4]){y[3], y[3], y[3], y[3]});
}

/* An amount near the others, and a point's own, so that its cells are exactly one. */
static double
choose_scale (const MzInverse *inverse, double factor)
{
  double median = mz_inverse_at (inverse, FALSE, 0.5, NULL) * factor;
  return median > 0.0 ? median : 1.0;
}

MzQuantileTable *
mz_quantile_table_new (const MzDistribution *distribution, double factor)
{
  MzQuantileTable *self = g_new0 (MzQuantileTable, 1);
  self->cell_bits = choose_cell_bits (distribution);
  self->n_pairs = 1 + ((gsize)MZ_QUANTILE_ALL_OCTAVES << self->cell_bits);
  self->pairs = g_aligned_alloc (self->n_pairs, sizeof (MzQuantilePair), 64);
  self->factor = factor;
  self->inverse = g_new0 (MzInverse, 1);
  mz_inverse_init (self->inverse, distribution);
  self->scale = choose_scale (self->inverse, factor);
  fill_side (self, FALSE);
  fill_side (self, TRUE);
  return self;
}

void
mz_quantile_table_free (MzQuantileTable *self)
{
  if (self == NULL)
    return;
  g_aligned_free (self->pairs);
  g_free (self->inverse);
  g_free (self);
}

gsize
mz_quantile_table_bytes (const MzQuantileTable *self)
{
  return sizeof *self + sizeof *self->inverse + self->n_pairs * sizeof (MzQuantilePair);
}

double
mz_quantile_table_exact (const MzQuantileTable *self, guint64 word)
{
  guint32 bits = mz_quantile_single_of (word);
  float steps;
  memcpy (&steps, &bits, sizeof steps);
  /* Far out every bit of the word counts. */
  double d = steps >= 1u << (MZ_QUANTILE_ALL_OCTAVES - MZ_QUANTILE_OCTAVES)
                 ? steps * 0x1p-31
                 : (((word & G_MAXINT64) >> 11) + 0.5) * 0x1p-52;
  return mz_inverse_at (self->inverse, word >> 63, d / 2.0, NULL) * self->factor;
}
