/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The Gordon-Loeb model: how much money against a breach is worth spending at most. */

#include "config.h"

#include "mezasu/rosi.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"
#include "rosi-private.h"

/* 1/e. */
#define BOUND_SHARE 0.36787944117144233

/* ln (v·beta·alpha·L). The logarithms are added only where the product leaves the doubles, to be exact at 1. */
static double
log_product (double v, double beta, double alpha, double loss)
{
  double product = v * beta * alpha * loss;

  if (isnormal (product))
    return log (product);
  return log (v) + log (beta) + log (alpha) + log (loss);
}

static double
best_class_1 (double v, double loss, double alpha, double beta)
{
  double exponent = log_product (v, beta, alpha, loss) / (beta + 1);

  if (exponent <= 0)
    return 0;
  /* Beyond the range of exp () the 1 that is taken away is nothing. */
  return exponent < 700 ? expm1 (exponent) / alpha : exp (exponent - log (alpha));
}

static double
best_class_2 (double v, double loss, double alpha)
{
  double slope = -log (v);
  double exponent = log_product (v, slope, alpha, loss);

  return exponent <= 0 ? 0 : exponent / alpha / slope;
}

static gboolean
check_positive (double value, const char *field, GError **error)
{
  if (isfinite (value) && value > 0)
    return TRUE;
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be more than 0."), field);
  return FALSE;
}

gboolean
mz_rosi_gordon_loeb (MzGordonLoebClass gl_class, double v, double loss, double alpha, double beta,
                     MzGordonLoeb *result, GError **error)
{
  MzGordonLoeb found = {0};

  g_return_val_if_fail (result != NULL, FALSE);

  if (gl_class != MZ_GORDON_LOEB_I && gl_class != MZ_GORDON_LOEB_II)
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("class must be 1 or 2."));
      return FALSE;
    }
  if (!mz_rosi_gordon_loeb_bound (v, loss, &found.bound, error) ||
      !check_positive (alpha, "alpha", error) ||
      (gl_class == MZ_GORDON_LOEB_I && !check_positive (beta, "beta", error)))
    return FALSE;

  found.remaining_probability = v;
  if (v > 0 && loss > 0 && gl_class == MZ_GORDON_LOEB_I)
    {
      found.z_star = best_class_1 (v, loss, alpha, beta);
      found.remaining_probability = v * exp (-beta * log1p (alpha * found.z_star));
    }
  else if (v > 0 && v < 1 && loss > 0)
    {
      found.z_star = best_class_2 (v, loss, alpha);
      found.remaining_probability = exp (log (v) * (alpha * found.z_star + 1));
    }
  if (found.z_star == 0)
    found.remaining_probability = v;
  found.net_benefit = (v - found.remaining_probability) * loss - found.z_star;
  if (!mz_rosi_check_result (found.z_star, error))
    return FALSE;
  *result = found;
  return TRUE;
}

gboolean
mz_rosi_gordon_loeb_bound (double v, double loss, double *bound, GError **error)
{
  g_return_val_if_fail (bound != NULL, FALSE);

  if (!mz_rosi_check_share (v, "v", error) || !mz_rosi_check_amount (loss, "loss", error))
    return FALSE;
  *bound = v * loss * BOUND_SHARE;
  return TRUE;
}
