/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The internal rates of return. With x = 1/(1+r) the present value is a polynomial in x whose
 * coefficients are the flows; its extrema, found through the derivatives, part the range into
 * stretches with at most one root each. */

#include "config.h"

#include "mezasu/rate-of-return.h"

#include "polynomial-private.h"

#include <math.h>

/* An extremum this small beside the absolute sum of its parts touches zero. */
#define TOUCH_SHARE 1e-12

/* Roots with nothing but touching extrema between them are one root of higher multiplicity, when
 * also their rates are this close. Roots that such extrema part by more are far enough apart to
 * be told apart: flows with many roots come that near to zero all along. */
#define JOIN_DISTANCE 1e-4

/* The range of rates as a range of x. Its lower end is moved by one bit so that a root at
 * MZ_IRR_MAX stays inside. */
#define X_HIGH 10000.0
#define X_LOW (nextafter (1 / (1 + MZ_IRR_MAX), 0))

/* Crossings and touching extrema: no more than the stretches and the extrema between them, and
 * the two ends. */
#define MAX_HITS (2 * MZ_YEARS_MAX + 2)

/* One place where the polynomial is zero, or near enough. */
typedef struct
{
  double x;
  int multiplicity;
  /* whether each extremum since the hit before touches, and the last of these */
  gboolean follows_flat;
  double extremum_before;
} Hit;

typedef struct
{
  Hit hits[MAX_HITS];
  int n_hits;
  gboolean flat;
  double extremum;
} Hits;

static const char *const status_nicks[] = {
    [MZ_IRR_UNDEFINED] = "undefined",
    [MZ_IRR_NONE] = "none",
    [MZ_IRR_ONE] = "one",
    [MZ_IRR_MANY] = "many",
};

static void
add_hit (Hits *hits, double x, int multiplicity)
{
  g_assert (hits->n_hits < MAX_HITS);

  hits->hits[hits->n_hits++] = (Hit){x, multiplicity, hits->flat, hits->extremum};
  hits->flat = TRUE;
  hits->extremum = x;
}

/* An extremum on the near side of zero, a positive minimum or a negative maximum, is a hit when
 * it comes near enough; one beyond zero lies between two crossings and only tells whether they
 * are one. */
static void
add_extremum (Hits *hits, const MzPolynomial *polynomial, double x, int sign, int slope_before)
{
  gboolean touches = sign == 0 || mz_polynomial_relative_size (polynomial, x) <= TOUCH_SHARE;

  if (touches && sign != slope_before)
    add_hit (hits, x, 2);
  else if (touches)
    hits->extremum = x;
  else
    hits->flat = FALSE;
}

/* Walks from X_LOW over the extrema to X_HIGH. */
static void
find_hits (const MzPolynomial *polynomial, Hits *hits)
{
  MzCrossings extrema = {0};
  double low = X_LOW;
  double last_point = low;
  int last_sign = mz_polynomial_sign (polynomial, low);

  /* A single change of sign has a single root and, by the same rule, no extremum near zero. */
  if (mz_polynomial_count_variations (polynomial) > 1)
    mz_polynomial_extrema (polynomial, low, X_HIGH, &extrema);

  if (last_sign == 0)
    add_hit (hits, low, 1);
  for (int i = 0; i <= extrema.n_points; i++)
    {
      gboolean at_end = i == extrema.n_points;
      double point = at_end ? X_HIGH : extrema.points[i];
      int sign = mz_polynomial_sign (polynomial, point);

      if (sign * last_sign < 0)
        add_hit (hits, mz_polynomial_bisect (polynomial, last_point, point), 1);
      if (!at_end)
        add_extremum (hits, polynomial, point, sign, extrema.signs_before[i]);
      else if (sign == 0)
        add_hit (hits, point, 1);
      if (sign != 0)
        {
          last_sign = sign;
          last_point = point;
        }
    }
}

/* x is within a factor of 2 of 1 for most rates, and the difference then exact. */
static double
rate_of (double x)
{
  return CLAMP ((1 - x) / x, MZ_IRR_MIN, MZ_IRR_MAX);
}

static gboolean
joins (const Hit *before, const Hit *hit)
{
  double rate = rate_of (hit->x);

  return hit->follows_flat &&
         fabs (rate_of (before->x) - rate) <= JOIN_DISTANCE * (1 + fabs (rate));
}

/* The middle of hits that are one root: with their multiplicities laid out in a row, the middle
 * hit of an odd number and the extremum in the middle of an even one. */
static double
middle_of (const Hit *hits, int multiplicity)
{
  int before = 0;

  while (before + hits->multiplicity <= multiplicity / 2)
    before += hits++->multiplicity;
  return multiplicity % 2 == 0 && before == multiplicity / 2 ? hits->extremum_before : hits->x;
}

/* Hits ascend in x, so rates are filled from the last hit on. */
static void
collect_roots (const Hits *hits, MzIrr *irr)
{
  int end = hits->n_hits;

  while (end > 0)
    {
      int start = end - 1;
      int multiplicity = hits->hits[start].multiplicity;

      while (start > 0 && joins (&hits->hits[start - 1], &hits->hits[start]))
        multiplicity += hits->hits[--start].multiplicity;

      g_assert (irr->n_roots < MZ_HORIZON_MAX);
      irr->roots[irr->n_roots] = rate_of (middle_of (&hits->hits[start], multiplicity));
      irr->touching[irr->n_roots] = multiplicity % 2 == 0;
      irr->n_roots++;
      end = start;
    }
}

const char *
mz_irr_status_nick (MzIrrStatus status)
{
  g_return_val_if_fail ((guint)status < G_N_ELEMENTS (status_nicks), NULL);

  return status_nicks[status];
}

gboolean
mz_irr (const gint64 *flows, int horizon, MzIrr *irr, GError **error)
{
  MzPolynomial polynomial = {0};
  MzIrr result = {.status = MZ_IRR_UNDEFINED};
  Hits hits = {.flat = TRUE};
  int first = 0;
  int last = horizon;

  g_return_val_if_fail (flows != NULL, FALSE);
  g_return_val_if_fail (irr != NULL, FALSE);

  if (!mz_flows_check (flows, horizon, error))
    return FALSE;

  while (first < horizon && flows[first] == 0)
    first++;
  while (last > first && flows[last] == 0)
    last--;
  if (flows[first] != 0)
    {
      polynomial.degree = last - first;
      for (int t = first; t <= last; t++)
        polynomial.coefficients[t - first] = flows[t];
      result.borrowing = flows[first] > 0;
      if (mz_polynomial_count_variations (&polynomial) > 0)
        {
          find_hits (&polynomial, &hits);
          collect_roots (&hits, &result);
        }
      result.status = result.n_roots == 0   ? MZ_IRR_NONE
                      : result.n_roots == 1 ? MZ_IRR_ONE
                                            : MZ_IRR_MANY;
    }
  *irr = result;
  return TRUE;
}
