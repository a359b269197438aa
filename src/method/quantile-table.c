/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Builds the cells of a quantile table: a cubic through four equally spaced points of each. */

#include "config.h"

#include "quantile-table-private.h"

#include <math.h>

static const MzQuantileCell mark = {{-1.0, 0.0}, {0.0, 0.0}};

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

static MzQuantileCell
cubic_through (const double y[4])
{
  return (MzQuantileCell){
      .c01 = {y[0], (-11.0 * y[0] + 18.0 * y[1] - 9.0 * y[2] + 2.0 * y[3]) * 0.5},
      .c23 = {(2.0 * y[0] - 5.0 * y[1] + 4.0 * y[2] - y[3]) * 4.5,
              (-y[0] + 3.0 * y[1] - 3.0 * y[2] + y[3]) * 4.5},
  };
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
  MzQuantileCell *cell = self->cells + (upper ? self->cells_a_side : 0);
  guint per_octave = 1u << self->cell_bits;
  double start = 0.0, edge = 1.0 / (1 << MZ_QUANTILE_OCTAVES);
  double y[4] = {0};
  *cell++ = mark;
  y[3] = mz_inverse_at (self->inverse, upper, edge / 2.0, &start) * self->factor;
  for (guint octave = 0; octave < MZ_QUANTILE_OCTAVES; octave++, edge *= 2.0)
    for (guint i = 0; i < per_octave; i++)
      {
        double from = edge + edge * i / per_octave, width = edge / per_octave;
        y[0] = y[3];
        for (guint j = 1; j < 4; j++)
          y[j] = mz_inverse_at (self->inverse, upper, (from + width * j / 3.0) / 2.0, &start) *
                 self->factor;
        *cell++ = has_kink (distribution, upper, from, from + width) ? mark : cubic_through (y);
      }
}

MzQuantileTable *
mz_quantile_table_new (const MzDistribution *distribution, double factor)
{
  MzQuantileTable *self = g_new0 (MzQuantileTable, 1);
  self->cell_bits = choose_cell_bits (distribution);
  self->cells_a_side = 1 + ((guint64)MZ_QUANTILE_OCTAVES << self->cell_bits);
  self->cells = g_aligned_alloc (2 * self->cells_a_side, sizeof (MzQuantileCell), 64);
  self->factor = factor;
  self->inverse = g_new0 (MzInverse, 1);
  mz_inverse_init (self->inverse, distribution);
  fill_side (self, FALSE);
  fill_side (self, TRUE);
  return self;
}

void
mz_quantile_table_free (MzQuantileTable *self)
{
  if (self == NULL)
    return;
  g_aligned_free (self->cells);
  g_free (self->inverse);
  g_free (self);
}

gsize
mz_quantile_table_bytes (const MzQuantileTable *self)
{
  return sizeof *self + sizeof *self->inverse + 2 * self->cells_a_side * sizeof (MzQuantileCell);
}

double
mz_quantile_table_exact (const MzQuantileTable *self, guint64 word)
{
  gboolean upper = word >> 63;
  guint64 steps = ((word >> 11) ^ (upper ? ~G_GUINT64_CONSTANT (0) : 0)) & MZ_MANTISSA_MASK;
  double tail = (steps + 0.5) * 0x1p-53;
  return mz_inverse_at (self->inverse, upper, tail, NULL) * self->factor;
}
