/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The cash-flow table: lines in, yen by year and kind out. Holds no rate and no tax. */

#include "config.h"

#include "mezasu/cash-flow.h"

#include "mezasu/error.h"
#include "mezasu/money.h"
#include "mezasu/ratio.h"

#include <glib/gi18n-lib.h>

static const char *const kind_nicks[MZ_CASH_N_KINDS] = {
    [MZ_CASH_INVESTMENT] = "investment",
    [MZ_CASH_RUNNING] = "running",
    [MZ_CASH_AVOIDED] = "avoided",
    [MZ_CASH_REVENUE] = "revenue",
};

static gboolean
check_horizon (int horizon, GError **error)
{
  if (horizon >= MZ_HORIZON_MIN && horizon <= MZ_HORIZON_MAX)
    return TRUE;

  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               _ ("The horizon must be %d to %d years, not %d."), MZ_HORIZON_MIN, MZ_HORIZON_MAX,
               horizon);
  return FALSE;
}

static gboolean
check_line (const MzCashLine *line, gsize index, GError **error)
{
  if ((guint)line->kind >= MZ_CASH_N_KINDS)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                   _ ("Cash-flow line %zu: kind is unknown."), index + 1);
      return FALSE;
    }
  if (line->from < 0 || line->to < line->from)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                   _ ("Cash-flow line %zu: years must run from 0 or later to the same year or "
                      "later, not from %d to %d."),
                   index + 1, line->from, line->to);
      return FALSE;
    }
  if (!mz_money_check_entry (line->amount, "amount", error))
    {
      g_prefix_error (error, _ ("Cash-flow line %zu: "), index + 1);
      return FALSE;
    }
  if (line->kind == MZ_CASH_INVESTMENT && line->amount < 0)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                   _ ("Cash-flow line %zu: the amount of an investment must not be negative."),
                   index + 1);
      return FALSE;
    }
  return TRUE;
}

/* What one year of @line adds to its kind: sales count with their margin. */
static gboolean
yearly_amount (const MzCashLine *line, gsize index, const gint64 *contribution_ppm, gint64 *amount,
               GError **error)
{
  if (line->kind != MZ_CASH_REVENUE)
    {
      *amount = line->amount;
      return TRUE;
    }
  if (contribution_ppm == NULL)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                   _ ("Cash-flow line %zu: extra sales need contribution_ppm, the contribution "
                      "margin."),
                   index + 1);
      return FALSE;
    }
  return mz_money_times_ppm (line->amount, *contribution_ppm, amount, error);
}

/* Adds in 128 bits and looks at the limit once at the end, so that the order of the lines never
 * matters. */
static gboolean
add_lines (const MzCashLine *lines, gsize n_lines, const gint64 *contribution_ppm, MzCashFlow *flow,
           GError **error)
{
  MzInt128 sums[MZ_CASH_N_KINDS][MZ_YEARS_MAX] = {0};

  for (gsize i = 0; i < n_lines; i++)
    {
      const MzCashLine *line = &lines[i];
      gint64 amount;

      if (!check_line (line, i, error))
        return FALSE;
      if (line->from > flow->horizon)
        continue;
      if (!yearly_amount (line, i, contribution_ppm, &amount, error))
        return FALSE;
      for (int t = line->from; t <= MIN (line->to, flow->horizon); t++)
        sums[line->kind][t] += amount;
    }

  for (int kind = 0; kind < MZ_CASH_N_KINDS; kind++)
    for (int t = 0; t <= flow->horizon; t++)
      {
        /* Anything that does not fit 64 bits is past the limit all the more. */
        gint64 sum = (gint64)CLAMP (sums[kind][t], -G_MAXINT64, G_MAXINT64);

        if (!mz_money_check_sum (sum, error))
          return FALSE;
        flow->by_kind[kind][t] = sum;
      }
  return TRUE;
}

static gboolean
add_totals (MzCashFlow *flow, GError **error)
{
  for (int t = 0; t <= flow->horizon; t++)
    {
      const gint64 parts[] = {-flow->by_kind[MZ_CASH_INVESTMENT][t],
                              -flow->by_kind[MZ_CASH_RUNNING][t], flow->by_kind[MZ_CASH_AVOIDED][t],
                              flow->by_kind[MZ_CASH_REVENUE][t]};

      if (!mz_money_sum (parts, G_N_ELEMENTS (parts), &flow->flows[t], error))
        return FALSE;
    }
  for (int kind = 0; kind < MZ_CASH_N_KINDS; kind++)
    if (!mz_money_sum (flow->by_kind[kind], flow->horizon + 1, &flow->kind_totals[kind], error))
      return FALSE;

  return mz_money_add (flow->kind_totals[MZ_CASH_INVESTMENT], flow->kind_totals[MZ_CASH_RUNNING],
                       &flow->total_cost, error) &&
         mz_money_add (flow->kind_totals[MZ_CASH_AVOIDED], flow->kind_totals[MZ_CASH_REVENUE],
                       &flow->total_benefit, error) &&
         mz_money_subtract (flow->total_benefit, flow->total_cost, &flow->net, error);
}

const char *
mz_cash_kind_nick (MzCashKind kind)
{
  g_return_val_if_fail ((guint)kind < MZ_CASH_N_KINDS, NULL);

  return kind_nicks[kind];
}

gboolean
mz_cash_kind_from_nick (const char *nick, MzCashKind *kind, GError **error)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (int i = 0; i < MZ_CASH_N_KINDS; i++)
    if (g_strcmp0 (nick, kind_nicks[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               _ ("The kind of a cash-flow line must be investment, running, avoided or revenue, "
                  "not “%s”."),
               nick != NULL ? nick : "");
  return FALSE;
}

gboolean
mz_cash_flow_compute (const MzCashLine *lines, gsize n_lines, int horizon,
                      const gint64 *contribution_ppm, MzCashFlow *result, GError **error)
{
  MzCashFlow flow = {.horizon = horizon};

  g_return_val_if_fail (lines != NULL || n_lines == 0, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  if (!check_horizon (horizon, error))
    return FALSE;
  if (contribution_ppm != NULL &&
      !mz_ratio_check_share (*contribution_ppm, "contribution_ppm", error))
    return FALSE;
  if (!add_lines (lines, n_lines, contribution_ppm, &flow, error) || !add_totals (&flow, error))
    return FALSE;

  *result = flow;
  return TRUE;
}

gboolean
mz_cash_flow_roi (const MzCashFlow *flow, double *roi, GError **error)
{
  g_return_val_if_fail (flow != NULL, FALSE);
  g_return_val_if_fail (roi != NULL, FALSE);

  if (flow->total_cost <= 0)
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_UNDEFINED,
                           _ ("The return on investment is undefined: the total cost is not above "
                              "0."));
      return FALSE;
    }
  *roi = (double)flow->net / (double)flow->total_cost;
  return TRUE;
}

gboolean
mz_flows_check (const gint64 *flows, int horizon, GError **error)
{
  g_return_val_if_fail (flows != NULL, FALSE);

  if (!check_horizon (horizon, error))
    return FALSE;
  for (int t = 0; t <= horizon; t++)
    if (!mz_money_check_sum (flows[t], error))
      {
        g_prefix_error (error, _ ("Flow of year %d: "), t);
        return FALSE;
      }
  return TRUE;
}

gboolean
mz_flows_cumulate (const gint64 *flows, int horizon, gint64 *cumulative, GError **error)
{
  g_return_val_if_fail (cumulative != NULL, FALSE);

  if (!mz_flows_check (flows, horizon, error))
    return FALSE;
  cumulative[0] = flows[0];
  for (int t = 1; t <= horizon; t++)
    if (!mz_money_add (cumulative[t - 1], flows[t], &cumulative[t], error))
      return FALSE;
  return TRUE;
}
