/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Works outwards from the mode with p(k + 1) / p(k) = mean / (k + 1) and norms by the sum, so that neither e^-mean,
 * which underflows, nor any logarithm is needed. */

#include "config.h"

#include "simulation-poisson-private.h"

#include <math.h>

/* Beside the mode's probability; all that lies further out adds less than half of the smallest step of a draw. */
#define NEGLIGIBLE 1e-24

static void
append (GArray *array, double value)
{
  g_array_append_val (array, value);
}

/* Turns terms, the outermost last, into sums of all terms from the outside up to each, and returns the whole. */
static double
sum_inwards (GArray *terms)
{
  double sum = 0.0;
  for (guint i = terms->len; i-- > 0;)
    {
      sum += g_array_index (terms, double, i);
      g_array_index (terms, double, i) = sum;
    }
  return sum;
}

static void
scale (GArray *array, double whole)
{
  for (guint i = 0; i < array->len; i++)
    g_array_index (array, double, i) /= whole;
}

static void
reverse (GArray *array)
{
  for (guint i = 0, j = array->len; i + 1 < j; i++)
    {
      j--;
      double kept = g_array_index (array, double, i);
      g_array_index (array, double, i) = g_array_index (array, double, j);
      g_array_index (array, double, j) = kept;
    }
}

/* @mean: 0 <= mean <= 4,096,000. */
MzPoissonTable *
mz_poisson_table_new (double mean)
{
  MzPoissonTable *self = g_new0 (MzPoissonTable, 1);
  guint64 mode = (guint64)mean, k = mode;
  self->at_most = g_array_new (FALSE, FALSE, sizeof (double));
  self->more = g_array_new (FALSE, FALSE, sizeof (double));
  for (double p = 1.0; p > NEGLIGIBLE; p *= k-- / mean)
    {
      append (self->at_most, p);
      self->least = k;
      if (k == 0)
        break;
    }
  k = mode + 1;
  for (double p = mean / k; p > NEGLIGIBLE; p *= mean / ++k)
    append (self->more, p);
  append (self->more, 0.0);
  double whole = sum_inwards (self->at_most) + sum_inwards (self->more);
  reverse (self->at_most);
  scale (self->at_most, whole);
  scale (self->more, whole);
  return self;
}

void
mz_poisson_table_free (MzPoissonTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->at_most);
  g_array_unref (self->more);
  g_free (self);
}

/* The smallest k with P(N <= k) >= u, where u = (upper 53 bits of @word + 1/2) / 2^53. */
guint64
mz_poisson_table_quantile (const MzPoissonTable *self, guint64 word)
{
  guint64 steps = word >> 11;
  double u = steps * 0x1p-53 + 0x1p-54;
  double rest = ((G_GUINT64_CONSTANT (1) << 53) - 1 - steps) * 0x1p-53 + 0x1p-54;
  const double *at_most = (const double *)self->at_most->data,
               *more = (const double *)self->more->data;
  guint n = self->at_most->len, low = 0, high;
  if (at_most[n - 1] >= u)
    {
      for (high = n - 1; low < high;)
        {
          guint middle = (low + high) / 2;
          if (at_most[middle] >= u)
            high = middle;
          else
            low = middle + 1;
        }
      return self->least + low;
    }
  for (high = self->more->len - 1; low < high;)
    {
      guint middle = (low + high) / 2;
      if (more[middle] <= rest)
        high = middle;
      else
        low = middle + 1;
    }
  return self->least + (n - 1) + low;
}
