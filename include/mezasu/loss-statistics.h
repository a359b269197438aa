/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a sample of yearly losses says: mean and its error, percentiles and their limits, tail means, the loss
 * exceedance curve. The sample may come from a simulation or from a firm's own records. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MzLossStatistics:
 *
 * A sorted sample of losses. Immutable; may be read from any thread.
 */
typedef struct _MzLossStatistics MzLossStatistics;

/**
 * MzLossPercentile:
 * @p_ppm: the probability p, in millionths
 * @rank: k = ceil (p n), counted from 1
 * @value: the value at risk: the k-th smallest loss, without interpolation, in yen
 * @lower: lower 95 % limit: the loss at rank floor (n p - 1.96 sqrt (n p (1 - p))), in yen
 * @upper: upper 95 % limit: the loss at rank ceil (n p + 1.96 sqrt (n p (1 - p))), in yen
 * @tail_mean: the mean of the k-th to the n-th smallest loss (TVaR), ties not added, in yen
 *
 * A percentile of a sample. Limits by order statistics: Conover, "Practical Nonparametric Statistics", 3rd ed. 1999,
 * section 3.2. Tail mean: Acerbi and Tasche, "On the coherence of expected shortfall", 2002.
 */
typedef struct
{
  gint64 p_ppm;
  guint64 rank;
  double value;
  double lower;
  double upper;
  double tail_mean;
} MzLossPercentile;

/**
 * MzExceedancePoint:
 * @loss: an amount, in yen
 * @probability: the share of years with a loss strictly above it
 *
 * A point of the loss exceedance curve.
 */
typedef struct
{
  double loss;
  double probability;
} MzExceedancePoint;

/**
 * MzConvergence:
 * @MZ_CONVERGENCE_UNKNOWN: nothing to judge: the mean is 0, or there is only one loss
 * @MZ_CONVERGENCE_REACHED: the mean's standard error is at most 5 % of the mean, and half the width of the 95 % limits
 *   of the 95th percentile at most 5 % of it
 * @MZ_CONVERGENCE_NOT_REACHED: one of the two is wider: offer ten times as many trials
 */
typedef enum
{
  MZ_CONVERGENCE_UNKNOWN,
  MZ_CONVERGENCE_REACHED,
  MZ_CONVERGENCE_NOT_REACHED,
} MzConvergence;

/**
 * MZ_LOSS_SAMPLE_MAX:
 *
 * The most losses that a sample may have.
 */
#define MZ_LOSS_SAMPLE_MAX 5000000

/**
 * mz_loss_statistics_new:
 * @losses: (array length=n): yearly losses in any order, in yen; negative ones are gains
 * @n: how many, 1 to %MZ_LOSS_SAMPLE_MAX
 * @error: return location for an error
 *
 * Statistics of given losses. They are copied.
 *
 * Fails with %MZ_ERROR_INVALID_INPUT when there are none or too many, or when one is not a number within
 * ±9·10^15 yen.
 *
 * Returns: (transfer full): the statistics, or %NULL
 */
MzLossStatistics *mz_loss_statistics_new (const double *losses, gsize n, GError **error);

/**
 * mz_loss_statistics_free:
 * @self: (nullable) (transfer full): statistics
 */
void mz_loss_statistics_free (MzLossStatistics *self);

/**
 * mz_loss_statistics_get_sorted:
 * @self: statistics
 * @n: (out): how many losses there are
 *
 * Returns: (transfer none) (array length=n): the losses, smallest first, in yen
 */
const double *mz_loss_statistics_get_sorted (const MzLossStatistics *self, gsize *n);

/**
 * mz_loss_statistics_get_mean:
 * @self: statistics
 *
 * Returns: the mean, in yen
 */
double mz_loss_statistics_get_mean (const MzLossStatistics *self);

/**
 * mz_loss_statistics_get_deviation:
 * @self: statistics
 * @deviation: (out) (optional): the standard deviation s with n - 1, in yen
 * @standard_error: (out) (optional): the standard error of the mean, s / sqrt n, in yen
 *
 * Returns: whether there are two losses or more, so that the figures exist
 */
gboolean mz_loss_statistics_get_deviation (const MzLossStatistics *self, double *deviation,
                                           double *standard_error);

/**
 * mz_loss_statistics_percentile:
 * @self: statistics
 * @p_ppm: the probability in millionths, 0 < p <= 10^6
 * @percentile: (out caller-allocates): where to put the percentile
 * @error: return location for an error
 *
 * Fails with %MZ_ERROR_INVALID_INPUT when @p_ppm is out of range.
 *
 * Returns: whether @percentile is filled
 */
gboolean mz_loss_statistics_percentile (const MzLossStatistics *self, gint64 p_ppm,
                                        MzLossPercentile *percentile, GError **error);

/**
 * mz_loss_statistics_exceedance:
 * @self: statistics
 * @amount: an amount, finite, in yen
 *
 * Returns: the share of losses strictly above @amount
 */
double mz_loss_statistics_exceedance (const MzLossStatistics *self, double amount);

/**
 * mz_loss_statistics_return_period:
 * @self: statistics
 * @amount: an amount, finite, in yen
 * @years: (out): once in how many years a loss is above @amount
 *
 * Returns: whether any loss is above @amount; if not, the answer lies beyond the sample
 */
gboolean
mz_loss_statistics_return_period (const MzLossStatistics *self, double amount, double *years);

/**
 * mz_loss_statistics_curve:
 * @self: statistics
 * @max_points: the most points wanted, 2 or more; 256 is plenty for a chart
 * @n_points: (out): how many points there are
 *
 * The loss exceedance curve, thinned: half the points evenly in probability, half evenly in its logarithm, so that
 * both the body and the tail are drawn smoothly. Losses rise strictly and probabilities fall strictly; the last point
 * is the greatest loss with probability 0.
 *
 * Returns: (transfer full) (array length=n_points): the points; free with g_free()
 */
MzExceedancePoint *
mz_loss_statistics_curve (const MzLossStatistics *self, guint max_points, gsize *n_points);

/**
 * mz_loss_statistics_get_convergence:
 * @self: statistics
 *
 * Returns: whether the sample is large enough for its mean and its 95th percentile
 */
MzConvergence mz_loss_statistics_get_convergence (const MzLossStatistics *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzLossStatistics, mz_loss_statistics_free)

G_END_DECLS
