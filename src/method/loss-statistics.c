/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Statistics of a sorted sample. Every sum is made in one fixed order, so that the same losses give the same bytes. */

#include "config.h"

#include "mezasu/loss-statistics.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sys/mman.h>

#include "mezasu/error.h"

#include "distribution-elementary-private.h"
#include "loss-statistics-private.h"

#define PPM 1000000
#define LARGEST_AMOUNT 9e15
/* Two-sided 95 % of the normal distribution, as the method rounds it. */
#define LIMIT_WIDTH 1.96
#define TOLERATED_ERROR 0.05
/* Values a block of moments: small enough to stay in the cache between its two passes. */
#define MOMENTS_BLOCK 4096
#define LARGE_PAGE (2 << 20)

struct _MzLossStatistics
{
  double *sorted;
  gsize n;
  MzMoments moments;
};

/* Large pages where the system has them: thousands of page faults cost as much as the sort. */
double *
mz_losses_alloc (gsize n)
{
  gsize bytes = n * sizeof (double);
  gboolean large = bytes >= LARGE_PAGE;
  double *losses = g_aligned_alloc (n, sizeof (double), large ? LARGE_PAGE : 64);
#ifdef MADV_HUGEPAGE
  /* Only whole pages, so that no memory is taken beyond what was asked for; a refusal costs nothing but time. */
  if (large)
    madvise (losses, bytes / LARGE_PAGE * LARGE_PAGE, MADV_HUGEPAGE);
#endif
  return losses;
}

/* Four running sums, because one addition must wait for the one before. */
static double
sum_of (const double *values, gsize n)
{
  double sums[4] = {0};
  gsize i = 0;
  for (; i + 4 <= n; i += 4)
    for (guint j = 0; j < 4; j++)
      sums[j] += values[i + j];
  for (; i < n; i++)
    sums[i % 4] += values[i];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

MzMoments
mz_moments_of (const double *values, gsize n)
{
  MzMoments moments = {.n = n, .least = INFINITY, .greatest = -INFINITY};
  if (n == 0)
    return moments;
  moments.mean = sum_of (values, n) / n;
  double squares[4] = {0};
  for (gsize i = 0; i < n; i++)
    {
      double distance = values[i] - moments.mean;
      squares[i % 4] += distance * distance;
    }
  moments.squares = (squares[0] + squares[1]) + (squares[2] + squares[3]);
  double least[4] = {INFINITY, INFINITY, INFINITY, INFINITY};
  double greatest[4] = {-INFINITY, -INFINITY, -INFINITY, -INFINITY};
  for (gsize i = 0; i < n; i++)
    {
      double value = values[i], other = value == 0.0 ? INFINITY : value;
      least[i % 4] = other < least[i % 4] ? other : least[i % 4];
      greatest[i % 4] = value > greatest[i % 4] ? value : greatest[i % 4];
    }
  for (guint i = 0; i < 4; i++)
    {
      moments.least = MIN (moments.least, least[i]);
      moments.greatest = MAX (moments.greatest, greatest[i]);
    }
  return moments;
}

/* Chan, Golub, LeVeque, "Algorithms for computing the sample variance", The American Statistician 37, 1983. */
void
mz_moments_join (MzMoments *self, const MzMoments *more)
{
  guint64 n = self->n + more->n;
  if (more->n == 0)
    return;
  self->least = self->n == 0 ? more->least : MIN (self->least, more->least);
  self->greatest = self->n == 0 ? more->greatest : MAX (self->greatest, more->greatest);
  double distance = more->mean - self->mean, share = (double)more->n / n;
  self->squares += more->squares + distance * distance * (self->n * share);
  self->mean += distance * share;
  self->n = n;
}

static gboolean
check_losses (const double *losses, gsize n, GError **error)
{
  if (n < 1 || n > MZ_LOSS_SAMPLE_MAX)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                   _ ("The losses must be 1 to %d numbers."), MZ_LOSS_SAMPLE_MAX);
      return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    if (!(fabs (losses[i]) <= LARGEST_AMOUNT))
      {
        g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                     _ ("Loss number %zu must be a number within ±9·10^15 yen."), i + 1);
        return FALSE;
      }
  return TRUE;
}

MzLossStatistics *
mz_loss_statistics_take (double *values, gsize n, const MzMoments *moments,
                         const MzWorkers *workers)
{
  double *scratch = mz_losses_alloc (n);
  gboolean sorted = mz_loss_sort (values, scratch, n, moments, workers);
  g_aligned_free (scratch);
  if (!sorted)
    {
      g_aligned_free (values);
      return NULL;
    }
  MzLossStatistics *self = g_new0 (MzLossStatistics, 1);
  self->sorted = values;
  self->n = n;
  self->moments = *moments;
  return self;
}

MzLossStatistics *
mz_loss_statistics_new (const double *losses, gsize n, GError **error)
{
  g_return_val_if_fail (losses != NULL || n == 0, NULL);
  if (!check_losses (losses, n, error))
    return NULL;
  MzWorkers alone = {.threads = 1};
  MzMoments moments = {0};
  double *values = mz_losses_alloc (n);
  /* Adding zero turns a negative zero into zero. */
  for (gsize i = 0; i < n; i++)
    values[i] = losses[i] + 0.0;
  for (gsize i = 0; i < n; i += MOMENTS_BLOCK)
    {
      MzMoments block = mz_moments_of (values + i, MIN (n - i, MOMENTS_BLOCK));
      mz_moments_join (&moments, &block);
    }
  return mz_loss_statistics_take (values, n, &moments, &alone);
}

void
mz_loss_statistics_free (MzLossStatistics *self)
{
  if (self == NULL)
    return;
  g_aligned_free (self->sorted);
  g_free (self);
}

const double *
mz_loss_statistics_get_sorted (const MzLossStatistics *self, gsize *n)
{
  *n = self->n;
  return self->sorted;
}

double
mz_loss_statistics_get_mean (const MzLossStatistics *self)
{
  return self->moments.mean;
}

gboolean
mz_loss_statistics_get_deviation (const MzLossStatistics *self, double *deviation,
                                  double *standard_error)
{
  if (self->n < 2)
    return FALSE;
  double s = sqrt (self->moments.squares / (self->n - 1));
  if (deviation != NULL)
    *deviation = s;
  if (standard_error != NULL)
    *standard_error = s / sqrt (self->n);
  return TRUE;
}

static double
at_rank (const MzLossStatistics *self, double rank)
{
  return self->sorted[(gsize)CLAMP (rank, 1.0, (double)self->n) - 1];
}

gboolean
mz_loss_statistics_percentile (const MzLossStatistics *self, gint64 p_ppm,
                               MzLossPercentile *percentile, GError **error)
{
  g_return_val_if_fail (self != NULL && percentile != NULL, FALSE);
  if (p_ppm <= 0 || p_ppm > PPM)
    {
      g_set_error_literal (
          error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
          _ ("The probability of a percentile must be above 0 and at most 100 %."));
      return FALSE;
    }
  guint64 rank = ((guint64)p_ppm * self->n + PPM - 1) / PPM;
  double middle = (double)p_ppm * self->n / PPM;
  double half = LIMIT_WIDTH * sqrt (middle * (PPM - p_ppm) / PPM);
  *percentile = (MzLossPercentile){
      .p_ppm = p_ppm,
      .rank = rank,
      .value = self->sorted[rank - 1],
      .lower = at_rank (self, floor (middle - half)),
      .upper = at_rank (self, ceil (middle + half)),
      .tail_mean = sum_of (self->sorted + rank - 1, self->n - rank + 1) / (self->n - rank + 1),
  };
  return TRUE;
}

/* How many losses are at most @amount. */
static gsize
count_up_to (const MzLossStatistics *self, double amount)
{
  gsize low = 0, high = self->n;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (self->sorted[middle] <= amount)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

double
mz_loss_statistics_exceedance (const MzLossStatistics *self, double amount)
{
  g_return_val_if_fail (self != NULL && isfinite (amount), 0.0);
  return (double)(self->n - count_up_to (self, amount)) / self->n;
}

gboolean
mz_loss_statistics_return_period (const MzLossStatistics *self, double amount, double *years)
{
  g_return_val_if_fail (self != NULL && isfinite (amount), FALSE);
  gsize above = self->n - count_up_to (self, amount);
  if (above == 0)
    return FALSE;
  *years = (double)self->n / above;
  return TRUE;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  gsize left = *(const gsize *)a, right = *(const gsize *)b;
  return (left > right) - (left < right);
}

MzExceedancePoint *
mz_loss_statistics_curve (const MzLossStatistics *self, guint max_points, gsize *n_points)
{
  g_return_val_if_fail (self != NULL && max_points >= 2 && n_points != NULL, NULL);
  guint half = (max_points + 1) / 2, n_ranks = max_points;
  g_autofree gsize *ranks = g_new (gsize, n_ranks);
  MzExceedancePoint *points = g_new (MzExceedancePoint, n_ranks);
  double log_n = mz_exact_log (self->n);
  for (guint i = 0; i < half; i++)
    ranks[i] = i * (guint64)(self->n - 1) / MAX (half - 1, 1);
  /* From nearly every year down to the worst one alone. */
  for (guint i = half; i < n_ranks; i++)
    ranks[i] =
        self->n - (gsize)MAX (mz_exact_exp (log_n * (n_ranks - 1 - i) / (n_ranks - half)), 1.0);
  qsort (ranks, n_ranks, sizeof *ranks, compare_ranks);
  gsize n = 0;
  for (guint i = 0; i < n_ranks; i++)
    {
      double loss = self->sorted[MIN (ranks[i], self->n - 1)];
      if (n == 0 || loss > points[n - 1].loss)
        points[n++] = (MzExceedancePoint){loss, mz_loss_statistics_exceedance (self, loss)};
    }
  *n_points = n;
  return points;
}

MzConvergence
mz_loss_statistics_get_convergence (const MzLossStatistics *self)
{
  double error;
  MzLossPercentile p95;
  if (self->moments.mean == 0.0 || !mz_loss_statistics_get_deviation (self, NULL, &error))
    return MZ_CONVERGENCE_UNKNOWN;
  mz_loss_statistics_percentile (self, 950000, &p95, NULL);
  if (error > TOLERATED_ERROR * fabs (self->moments.mean) ||
      (p95.upper - p95.lower) / 2.0 > TOLERATED_ERROR * fabs (p95.value))
    return MZ_CONVERGENCE_NOT_REACHED;
  return MZ_CONVERGENCE_REACHED;
}
