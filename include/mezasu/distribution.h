/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The size of one loss as a probability distribution: entered as people know it (a fixed sum, a range, low / most
 * likely / high, or a 90 % interval), checked once, and then asked for its mean, variance and quantiles. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MzMagnitudeKind:
 * @MZ_MAGNITUDE_POINT: always the same amount; parameters: amount
 * @MZ_MAGNITUDE_UNIFORM: any amount of a range alike; parameters: low, high
 * @MZ_MAGNITUDE_TRIANGULAR: parameters: low, most likely, high
 * @MZ_MAGNITUDE_PERT: the smooth form of low, most likely, high: a beta distribution with weight 4 on the most likely
 *   value (Malcolm, Roseboom, Clark, Fazar, "Application of a technique for research and development program
 *   evaluation", Operations Research 7, 1959)
 * @MZ_MAGNITUDE_LOGNORMAL90: lognormal given by the ends of its central 90 % interval; parameters: low, high (Hubbard
 *   and Seiersen, "How to Measure Anything in Cybersecurity Risk", 2016)
 * @MZ_N_MAGNITUDES: how many kinds there are
 */
typedef enum
{
  MZ_MAGNITUDE_POINT,
  MZ_MAGNITUDE_UNIFORM,
  MZ_MAGNITUDE_TRIANGULAR,
  MZ_MAGNITUDE_PERT,
  MZ_MAGNITUDE_LOGNORMAL90,
  MZ_N_MAGNITUDES,
} MzMagnitudeKind;

/**
 * MZ_MAGNITUDE_MAX_PARAMETERS:
 *
 * The most parameters that any kind takes.
 */
#define MZ_MAGNITUDE_MAX_PARAMETERS 3

/**
 * MZ_MAGNITUDE_LIMIT:
 *
 * The greatest parameter that is accepted: 10^15 yen.
 */
#define MZ_MAGNITUDE_LIMIT 1e15

/**
 * MzMagnitude:
 * @kind: the kind of distribution
 * @parameters: its parameters in yen, in the order that #MzMagnitudeKind gives
 * @n_parameters: how many of them are given
 *
 * The size of a loss as it was entered, not yet checked.
 */
typedef struct
{
  MzMagnitudeKind kind;
  double parameters[MZ_MAGNITUDE_MAX_PARAMETERS];
  guint n_parameters;
} MzMagnitude;

/**
 * MzDistribution:
 * @kind: the kind; bounds that are equal make any kind %MZ_MAGNITUDE_POINT
 * @low: the lowest value, or the lower end of the 90 % interval, in yen
 * @mode: the most likely value, in yen; only of point, triangular and PERT
 * @high: the highest value, or the upper end of the 90 % interval, in yen
 * @mu: mean of the logarithm; only of the lognormal
 * @sigma: standard deviation of the logarithm; only of the lognormal
 * @alpha: first exponent of the beta distribution; only of PERT
 * @beta: second exponent of the beta distribution; only of PERT
 *
 * A checked distribution. Plain data: copy it freely, change nothing in it.
 */
typedef struct
{
  MzMagnitudeKind kind;
  double low, mode, high;
  double mu, sigma;
  double alpha, beta;
} MzDistribution;

/**
 * mz_magnitude_kind_name:
 * @kind: a kind of magnitude
 *
 * Returns: (transfer none): its name for machines: `point`, `uniform`, `triangular`, `pert` or `lognormal90`
 */
const char *mz_magnitude_kind_name (MzMagnitudeKind kind);

/**
 * mz_magnitude_kind_from_name:
 * @name: (nullable): a name for machines
 * @kind: (out): where to put the kind
 *
 * Returns: whether there is a kind of that name
 */
gboolean mz_magnitude_kind_from_name (const char *name, MzMagnitudeKind *kind);

/**
 * mz_magnitude_kind_n_parameters:
 * @kind: a kind of magnitude
 *
 * Returns: how many parameters it takes, 1 to 3
 */
guint mz_magnitude_kind_n_parameters (MzMagnitudeKind kind);

/**
 * mz_distribution_init:
 * @self: (out caller-allocates): where to put the distribution
 * @magnitude: what was entered
 * @error: return location for an error
 *
 * Checks @magnitude and works out its shape.
 *
 * Fails with %MZ_ERROR_INVALID_INPUT, naming the parameter, when one is missing, not finite, negative or over
 * %MZ_MAGNITUDE_LIMIT, when they are out of order, or when the lower end of a lognormal is not above 0; and with
 * %MZ_ERROR_OVERFLOW when a lognormal is so wide that its mean or variance has no finite number.
 *
 * Returns: whether @magnitude can be used
 */
gboolean mz_distribution_init (MzDistribution *self, const MzMagnitude *magnitude, GError **error);

/**
 * mz_distribution_mean:
 * @self: a distribution
 *
 * Returns: the mean, in yen: e^(mu + sigma²/2), (low + mode + high)/3, (low + 4 mode + high)/6, (low + high)/2 or the
 *   point itself
 */
double mz_distribution_mean (const MzDistribution *self);

/**
 * mz_distribution_variance:
 * @self: a distribution
 *
 * Returns: the variance, in yen²
 */
double mz_distribution_variance (const MzDistribution *self);

/**
 * mz_distribution_quantile:
 * @self: a distribution
 * @p: a probability, 0 < p < 1
 * @quantile: (out): the smallest x with P(X <= x) >= @p, in yen
 * @error: return location for an error
 *
 * Fails with %MZ_ERROR_INVALID_INPUT when @p is not between 0 and 1.
 *
 * Returns: whether there is a quantile
 */
gboolean
mz_distribution_quantile (const MzDistribution *self, double p, double *quantile, GError **error);

/**
 * mz_distribution_tail_dominates:
 * @self: a distribution
 *
 * Returns: whether to warn that rare, huge losses make up most of the mean, so that a simulated mean converges slowly:
 *   a lognormal with sigma > 2
 */
gboolean mz_distribution_tail_dominates (const MzDistribution *self);

G_END_DECLS
