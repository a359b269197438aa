/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One row of a table for each kind of magnitude: its name, its parameters, and how it is checked and inverted. */

#include "config.h"

#include "mezasu/distribution.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mezasu/error.h"

#include "distribution-elementary-private.h"
#include "distribution-private.h"

/* ln of the greatest second moment that is let in: sums and squares of sums over every risk stay finite. */
#define GREATEST_LOG_MOMENT 350.0
/* No draw is further out than 2^-54, which is 8.3 standard deviations. */
#define FARTHEST_DRAW 8.3

typedef struct
{
  const char *name;
  guint n_parameters;
  const char *labels[MZ_MAGNITUDE_MAX_PARAMETERS];
} Kind;

static const Kind kinds[] = {
    [MZ_MAGNITUDE_POINT] = {"point", 1, {N_ ("amount")}},
    [MZ_MAGNITUDE_UNIFORM] = {"uniform", 2, {N_ ("low value"), N_ ("high value")}},
    [MZ_MAGNITUDE_TRIANGULAR] = {"triangular",
                                 3,
                                 {N_ ("low value"), N_ ("most likely value"), N_ ("high value")}},
    [MZ_MAGNITUDE_PERT] = {"pert",
                           3,
                           {N_ ("low value"), N_ ("most likely value"), N_ ("high value")}},
    [MZ_MAGNITUDE_LOGNORMAL90] = {"lognormal90",
                                  2,
                                  {N_ ("lower end of the 90 % range"),
                                   N_ ("upper end of the 90 % range")}},
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == MZ_N_MAGNITUDES);

static gboolean
check_parameters (const MzMagnitude *magnitude, GError **error)
{
  const Kind *kind = &kinds[magnitude->kind];
  for (guint i = 0; i < kind->n_parameters; i++)
    {
      double value = i < magnitude->n_parameters ? magnitude->parameters[i] : NAN;
      if (i >= magnitude->n_parameters)
        g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("The %s of the loss is missing."),
                     _ (kind->labels[i]));
      else if (!(value >= 0.0 && value <= MZ_MAGNITUDE_LIMIT))
        g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                     _ ("The %s of the loss must be a number from 0 to 10^15 yen."),
                     _ (kind->labels[i]));
      else if (i > 0 && value < magnitude->parameters[i - 1])
        g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                     _ ("The %s of the loss must not be below the %s."), _ (kind->labels[i]),
                     _ (kind->labels[i - 1]));
      else
        continue;
      return FALSE;
    }
  if (magnitude->n_parameters > kind->n_parameters)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                   _ ("A loss of the kind “%s” has %u parameters, not %u."), kind->name,
                   kind->n_parameters, magnitude->n_parameters);
      return FALSE;
    }
  return TRUE;
}

static gboolean
init_lognormal (MzDistribution *self, GError **error)
{
  double log_low = mz_exact_log (self->low), log_high = mz_exact_log (self->high);
  self->mu = (log_low + log_high) / 2.0;
  self->sigma = (log_high - log_low) / (2.0 * MZ_NORMAL_Z95);
  double log_moment = 2.0 * self->mu + 2.0 * self->sigma * self->sigma;
  double log_farthest = self->mu + FARTHEST_DRAW * self->sigma;
  if (log_moment <= GREATEST_LOG_MOMENT && log_farthest <= GREATEST_LOG_MOMENT / 2.0)
    return TRUE;
  g_set_error_literal (
      error, MZ_ERROR, MZ_ERROR_OVERFLOW,
      _ ("The 90 % range of the loss is so wide that its mean cannot be computed."));
  return FALSE;
}

static void
init_pert (MzDistribution *self)
{
  double width = self->high - self->low;
  self->alpha = 1.0 + 4.0 * (self->mode - self->low) / width;
  self->beta = 1.0 + 4.0 * (self->high - self->mode) / width;
}

const char *
mz_magnitude_kind_name (MzMagnitudeKind kind)
{
  g_return_val_if_fail (kind < MZ_N_MAGNITUDES, NULL);
  return kinds[kind].name;
}

gboolean
mz_magnitude_kind_from_name (const char *name, MzMagnitudeKind *kind)
{
  for (guint i = 0; i < MZ_N_MAGNITUDES; i++)
    if (g_strcmp0 (name, kinds[i].name) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

guint
mz_magnitude_kind_n_parameters (MzMagnitudeKind kind)
{
  g_return_val_if_fail (kind < MZ_N_MAGNITUDES, 0);
  return kinds[kind].n_parameters;
}

gboolean
mz_distribution_init (MzDistribution *self, const MzMagnitude *magnitude, GError **error)
{
  g_return_val_if_fail (self != NULL && magnitude != NULL, FALSE);
  if ((guint)magnitude->kind >= MZ_N_MAGNITUDES)
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                           _ ("The kind of the loss is not known."));
      return FALSE;
    }
  if (!check_parameters (magnitude, error))
    return FALSE;
  const double *parameters = magnitude->parameters;
  guint n = kinds[magnitude->kind].n_parameters;
  /* Adding zero turns a negative zero into zero. */
  *self = (MzDistribution){
      .kind = magnitude->kind,
      .low = parameters[0] + 0.0,
      .mode = parameters[n == 3 ? 1 : 0] + 0.0,
      .high = parameters[n - 1] + 0.0,
  };
  if (self->kind == MZ_MAGNITUDE_LOGNORMAL90 && self->low <= 0.0)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                   _ ("The %s of the loss must be above 0."), _ (kinds[self->kind].labels[0]));
      return FALSE;
    }
  if (self->low == self->high)
    self->kind = MZ_MAGNITUDE_POINT;
  if (self->kind == MZ_MAGNITUDE_PERT)
    init_pert (self);
  return self->kind != MZ_MAGNITUDE_LOGNORMAL90 || init_lognormal (self, error);
}

double
mz_distribution_mean (const MzDistribution *self)
{
  switch (self->kind)
    {
    case MZ_MAGNITUDE_UNIFORM:
      return (self->low + self->high) / 2.0;
    case MZ_MAGNITUDE_TRIANGULAR:
      return (self->low + self->mode + self->high) / 3.0;
    case MZ_MAGNITUDE_PERT:
      return (self->low + 4.0 * self->mode + self->high) / 6.0;
    case MZ_MAGNITUDE_LOGNORMAL90:
      return mz_exact_exp (self->mu + self->sigma * self->sigma / 2.0);
    case MZ_MAGNITUDE_POINT:
    case MZ_N_MAGNITUDES:
    default:
      return self->low;
    }
}

/* e^x - 1 without losing the digits of a small x; the series is needed for narrow ranges only. */
static double
exp_minus_one (double x)
{
  if (x > 1e-2)
    return mz_exact_exp (x) - 1.0;
  double sum = 1.0;
  for (int i = 8; i >= 2; i--)
    sum = 1.0 + sum * x / i;
  return sum * x;
}

double
mz_distribution_variance (const MzDistribution *self)
{
  double width = self->high - self->low, left = self->mode - self->low,
         right = self->high - self->mode;
  double mean = mz_distribution_mean (self);
  switch (self->kind)
    {
    case MZ_MAGNITUDE_UNIFORM:
      return width * width / 12.0;
    case MZ_MAGNITUDE_TRIANGULAR:
      /* (lo² + mode² + hi² - lo mode - lo hi - mode hi)/18, without its cancellation. */
      return (left * left + left * right + right * right) / 18.0;
    case MZ_MAGNITUDE_PERT:
      return (mean - self->low) * (self->high - mean) / 7.0;
    case MZ_MAGNITUDE_LOGNORMAL90:
      return exp_minus_one (self->sigma * self->sigma) *
             mz_exact_exp (2.0 * self->mu + self->sigma * self->sigma);
    case MZ_MAGNITUDE_POINT:
    case MZ_N_MAGNITUDES:
    default:
      return 0.0;
    }
}

static double
triangular_at (const MzDistribution *self, gboolean upper, double tail)
{
  double width = self->high - self->low, left = self->mode - self->low,
         right = self->high - self->mode;
  double below = upper ? 1.0 - tail : tail, above = upper ? tail : 1.0 - tail;
  if (below * width < left)
    return self->low + sqrt (below * width * left);
  return self->high - sqrt (above * width * right);
}

static double
pert_at (const MzInverse *self, gboolean upper, double tail, double *start)
{
  double width = self->distribution.high - self->distribution.low;
  double x = mz_beta_shape_quantile (&self->beta, upper, tail, start != NULL ? *start : 0.0);
  if (start != NULL)
    *start = x;
  return upper ? self->distribution.high - width * x : self->distribution.low + width * x;
}

void
mz_inverse_init (MzInverse *self, const MzDistribution *distribution)
{
  self->distribution = *distribution;
  if (distribution->kind == MZ_MAGNITUDE_PERT)
    mz_beta_shape_init (&self->beta, distribution->alpha, distribution->beta);
}

/* The value that leaves @tail, 0 < tail <= 1/2, below it, or above it with @upper. @start carries what a search may
 * start from, from one call to the next with a greater tail of the same side; set it to 0 before the first. */
double
mz_inverse_at (const MzInverse *self, gboolean upper, double tail, double *start)
{
  const MzDistribution *distribution = &self->distribution;
  double width = distribution->high - distribution->low, z;
  switch (distribution->kind)
    {
    case MZ_MAGNITUDE_UNIFORM:
      return upper ? distribution->high - width * tail : distribution->low + width * tail;
    case MZ_MAGNITUDE_TRIANGULAR:
      return triangular_at (distribution, upper, tail);
    case MZ_MAGNITUDE_PERT:
      return pert_at (self, upper, tail, start);
    case MZ_MAGNITUDE_LOGNORMAL90:
      z = mz_normal_lower_quantile (tail);
      return mz_exact_exp (distribution->mu + distribution->sigma * (upper ? -z : z));
    case MZ_MAGNITUDE_POINT:
    case MZ_N_MAGNITUDES:
    default:
      return distribution->low;
    }
}

gboolean
mz_distribution_quantile (const MzDistribution *self, double p, double *quantile, GError **error)
{
  g_return_val_if_fail (self != NULL && quantile != NULL, FALSE);
  if (!(p > 0.0 && p < 1.0))
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                           _ ("The probability of a quantile must be between 0 and 1."));
      return FALSE;
    }
  MzInverse inverse;
  mz_inverse_init (&inverse, self);
  *quantile = mz_inverse_at (&inverse, p > 0.5, p > 0.5 ? 1.0 - p : p, NULL);
  return TRUE;
}

gboolean
mz_distribution_tail_dominates (const MzDistribution *self)
{
  return self->kind == MZ_MAGNITUDE_LOGNORMAL90 && self->sigma > 2.0;
}
