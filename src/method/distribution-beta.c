/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Quantiles of the beta distribution for exponents from 1 to 5, which is what PERT needs. */

#include "config.h"

#include "distribution-private.h"

#include <math.h>

#include "distribution-elementary-private.h"

/* B_x(a, b) = x^a sum over n of (1 - b)_n / n! x^n / (a + n): Abramowitz and Stegun, 26.5.4 with 15.1.1. */
static void
init_end (MzBetaEnd *end, double a, double b)
{
  double factor = 1.0;
  end->a = a;
  end->b = b;
  for (guint n = 0; n < MZ_BETA_TERMS; n++)
    {
      end->series[n] = factor / (a + n);
      factor *= (1.0 - b + n) / (1.0 + n);
    }
}

/* The sum without its factor x^a; x <= 1/2. Every fourth term apart, because one multiplication must wait for the one
 * before. */
static double
series_at (const MzBetaEnd *end, double x)
{
  double x2 = x * x, x4 = x2 * x2, sums[4] = {0};
  G_STATIC_ASSERT (MZ_BETA_TERMS % 4 == 0);
  for (guint n = MZ_BETA_TERMS; n > 0; n -= 4)
    for (guint i = 0; i < 4; i++)
      sums[i] = sums[i] * x4 + end->series[n - 4 + i];
  return (sums[0] + sums[1] * x) + (sums[2] + sums[3] * x) * x2;
}

static double
power (double x, double exponent)
{
  return mz_exact_exp (exponent * mz_exact_log (x));
}

static double
incomplete (const MzBetaEnd *end, double x)
{
  return power (x, end->a) * series_at (end, x);
}

void
mz_beta_shape_init (MzBetaShape *self, double a, double b)
{
  init_end (&self->end[0], a, b);
  init_end (&self->end[1], b, a);
  self->complete = incomplete (&self->end[0], 0.5) + incomplete (&self->end[1], 0.5);
}

/* ln B_x and its derivative by ln x, from the near end or as the rest of the far one. */
static double
log_incomplete (const MzBetaShape *self, gboolean upper, double x, double *slope)
{
  const MzBetaEnd *near = &self->end[upper ? 1 : 0], *far = &self->end[upper ? 0 : 1];
  double log_x = mz_exact_log (x), log_value;
  if (x <= 0.5)
    log_value = near->a * log_x + mz_exact_log (series_at (near, x));
  else
    log_value = mz_exact_log (self->complete - incomplete (far, 1.0 - x));
  double log_density = near->a * log_x + (near->b - 1.0) * mz_exact_log (1.0 - x);
  *slope = mz_exact_exp (log_density - log_value);
  return log_value;
}

/* The distance from the end (0, or 1 with @upper) that leaves @tail outside it; 0 < tail <= 1/2. Newton's method on
 * ln B against ln x, where the curve is concave: from a start on the left it climbs and never passes the root.
 * @start is such a start, a quantile of a smaller tail, or 0 when there is none. */
double
mz_beta_shape_quantile (const MzBetaShape *self, gboolean upper, double tail, double start)
{
  const MzBetaEnd *near = &self->end[upper ? 1 : 0];
  double goal = mz_exact_log (tail * self->complete);
  double log_x = (goal + mz_exact_log (near->a)) / near->a;
  if (start > 0.0)
    log_x = MAX (log_x, mz_exact_log (start));
  double x = mz_exact_exp (log_x);
  for (guint i = 0; i < 60; i++)
    {
      double slope;
      double step = (goal - log_incomplete (self, upper, x, &slope)) / slope;
      log_x += step;
      x = MIN (mz_exact_exp (log_x), 1.0 - 0x1p-53);
      /* The error after a step is about its square. */
      if (fabs (step) < 1e-7)
        break;
    }
  return x;
}
