/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Simple and discounted payback: one rule on cumulative sums, exact for whole yen, with a named
 * tolerance for discounted ones. */

#include "config.h"

#include "mezasu/payback.h"

#include "discount-private.h"
#include "mezasu/cash-flow.h"

#include <math.h>

/* A discounted sum this small beside the absolute sum of its parts is rounding, not money. */
#define ZERO_SHARE 1e-12
/* Years that a discounted payback may pass a year's end by rounding alone. */
#define YEAR_SLACK 1e-9

static const char *const status_nicks[] = {
    [MZ_PAYBACK_IMMEDIATE] = "immediate",
    [MZ_PAYBACK_NEVER] = "never",
    [MZ_PAYBACK_LOST_AGAIN] = "lost_again",
    [MZ_PAYBACK_RECOVERED] = "recovered",
    [MZ_PAYBACK_RECOVERED_NON_MONOTONE] = "recovered_non_monotone",
};

/* The moment within year @t + 1 at which the sum reaches 0. The share is held to the year: a sum
 * that counts as 0 may lie a rounding below it. */
static double
crossing (const double *flows, const double *sums, int t)
{
  return t + CLAMP (-sums[t] / flows[t + 1], 0.0, 1.0);
}

/* All statuses follow from the signs of the sums: @sums and @flows by year 0..@horizon. */
static MzPayback
classify (const double *flows, const double *sums, int horizon)
{
  MzPayback payback = {.status = MZ_PAYBACK_NEVER};
  int last_below = -1;
  int first_crossed = -1;

  for (int t = 0; t <= horizon; t++)
    {
      if (sums[t] < 0)
        last_below = t;
      if (first_crossed < 0 && t < horizon && sums[t] < 0 && sums[t + 1] >= 0)
        first_crossed = t;
    }

  payback.has_first = last_below < 0 || first_crossed >= 0;
  payback.has_final = last_below < horizon;
  if (first_crossed >= 0)
    payback.first = crossing (flows, sums, first_crossed);
  if (last_below < 0)
    payback.status = MZ_PAYBACK_IMMEDIATE;
  else if (last_below < horizon)
    {
      payback.final = crossing (flows, sums, last_below);
      payback.status =
          first_crossed < last_below ? MZ_PAYBACK_RECOVERED_NON_MONOTONE : MZ_PAYBACK_RECOVERED;
      payback.shown_year = last_below + 1;
    }
  else if (first_crossed >= 0)
    payback.status = MZ_PAYBACK_LOST_AGAIN;
  return payback;
}

const char *
mz_payback_status_nick (MzPaybackStatus status)
{
  g_return_val_if_fail ((guint)status < G_N_ELEMENTS (status_nicks), NULL);

  return status_nicks[status];
}

gboolean
mz_payback_simple (const gint64 *flows, int horizon, MzPayback *result, GError **error)
{
  gint64 cumulative[MZ_YEARS_MAX];
  double values[MZ_YEARS_MAX];
  double sums[MZ_YEARS_MAX];

  g_return_val_if_fail (flows != NULL, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  if (!mz_flows_cumulate (flows, horizon, cumulative, error))
    return FALSE;
  /* Within ±9·10^15 a double holds every yen, so nothing is rounded here. */
  for (int t = 0; t <= horizon; t++)
    {
      values[t] = (double)flows[t];
      sums[t] = (double)cumulative[t];
    }
  *result = classify (values, sums, horizon);
  return TRUE;
}

gboolean
mz_payback_discounted (const gint64 *flows, int horizon, double rate, MzPayback *result,
                       GError **error)
{
  double values[MZ_YEARS_MAX];
  double sums[MZ_YEARS_MAX];
  double zero = 0;

  g_return_val_if_fail (flows != NULL, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  if (!mz_discount_flows (flows, horizon, rate, values, error))
    return FALSE;
  for (int t = 0; t <= horizon; t++)
    zero += ZERO_SHARE * fabs (values[t]);
  for (int t = 0; t <= horizon; t++)
    {
      sums[t] = mz_discount_sum (values, t + 1);
      if (fabs (sums[t]) <= zero)
        sums[t] = 0;
    }
  *result = classify (values, sums, horizon);
  if (result->has_final)
    result->shown_year = (int)ceil (result->final - YEAR_SLACK);
  return TRUE;
}
