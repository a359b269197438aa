/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The cash-flow table of a plan: what it costs and what it brings, year by year, as the
 * difference from doing nothing.
 *
 * Year 0 is this fiscal year (今年度), year 1 the next (次年度). A flow of year 0 stands at time 0; a
 * flow of year t at the end of year t for discounting, and is spread evenly over year t for
 * payback. Everything is before tax; tax.h goes on from here. Amounts are whole yen. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MZ_HORIZON_MIN:
 *
 * Shortest horizon: years 0 and 1.
 */
#define MZ_HORIZON_MIN 1

/**
 * MZ_HORIZON_MAX:
 *
 * Longest horizon, in years after this one.
 */
#define MZ_HORIZON_MAX 30

/**
 * MZ_YEARS_MAX:
 *
 * Length of an array that holds years 0 to %MZ_HORIZON_MAX.
 */
#define MZ_YEARS_MAX (MZ_HORIZON_MAX + 1)

/**
 * MzCashKind:
 * @MZ_CASH_INVESTMENT: investment (投資); entered positive, lowers the flow
 * @MZ_CASH_RUNNING: added running cost (運用費); entered positive, lowers the flow; negative where
 *   running cost is saved
 * @MZ_CASH_AVOIDED: avoided loss (回避損失); raises the flow; negative where the plan raises a risk
 * @MZ_CASH_REVENUE: extra sales (増収); raise the flow by their contribution margin; negative
 *   where sales are lost
 *
 * What a line of the table is.
 */
typedef enum {
  MZ_CASH_INVESTMENT,
  MZ_CASH_RUNNING,
  MZ_CASH_AVOIDED,
  MZ_CASH_REVENUE,
} MzCashKind;

/**
 * MZ_CASH_N_KINDS:
 *
 * How many kinds #MzCashKind has.
 */
#define MZ_CASH_N_KINDS 4

/**
 * MzCashLine:
 * @kind: what it is
 * @amount: yen a year, |@amount| <= 10^15; sales before the margin
 * @from: first year, 0 or later
 * @to: last year, @from or later; years beyond the horizon are cut
 *
 * The same amount in every year of a span.
 */
typedef struct {
  MzCashKind kind;
  gint64 amount;
  int from;
  int to;
} MzCashLine;

/**
 * MzCashFlow:
 * @horizon: last year N
 * @flows: yen by year 0..N: -investment - running + avoided + revenue
 * @by_kind: yen by kind and year, as entered: costs positive, revenue after the margin
 * @kind_totals: yen by kind over years 0..N
 * @total_cost: investment and running cost over years 0..N, yen
 * @total_benefit: avoided loss and revenue after the margin over years 0..N, yen
 * @net: @total_benefit - @total_cost
 *
 * A plan's table; years after @horizon are 0.
 */
typedef struct {
  int horizon;
  gint64 flows[MZ_YEARS_MAX];
  gint64 by_kind[MZ_CASH_N_KINDS][MZ_YEARS_MAX];
  gint64 kind_totals[MZ_CASH_N_KINDS];
  gint64 total_cost;
  gint64 total_benefit;
  gint64 net;
} MzCashFlow;

/**
 * mz_cash_kind_nick:
 * @kind: a kind
 *
 * Returns: (transfer none): the name for machines: `investment`, `running`, `avoided` or `revenue`
 */
const char *mz_cash_kind_nick (MzCashKind kind);

/**
 * mz_cash_kind_from_nick:
 * @nick: (nullable): a name for machines
 * @kind: (out): its kind; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT for another word
 */
gboolean mz_cash_kind_from_nick (const char *nick, MzCashKind *kind, GError **error);

/**
 * mz_cash_flow_compute:
 * @lines: (array length=n_lines) (nullable): the lines, in any order
 * @n_lines: how many
 * @horizon: last year N, %MZ_HORIZON_MIN to %MZ_HORIZON_MAX
 * @contribution_ppm: (nullable): contribution margin (限界利益率) of extra sales, 0 to 10^6; %NULL
 *   where it is not known, which is refused only when a line within the horizon needs it
 * @result: (out): the table; untouched on failure
 *
 * Extra sales times margin is rounded per line and year, half away from zero.
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT naming the field; %MZ_ERROR_OVERFLOW when a sum leaves
 *   ±9·10^15
 */
gboolean mz_cash_flow_compute (const MzCashLine *lines, gsize n_lines, int horizon,
                               const gint64 *contribution_ppm, MzCashFlow *result, GError **error);

/**
 * mz_cash_flow_roi:
 * @flow: a table
 * @roi: (out): (benefit - cost)/cost over years 0..N, undiscounted and before tax, as a ratio;
 *   untouched on failure
 *
 * Returns: %TRUE; %MZ_ERROR_UNDEFINED when the total cost is not above 0
 */
gboolean mz_cash_flow_roi (const MzCashFlow *flow, double *roi, GError **error);

/**
 * mz_flows_check:
 * @flows: (array): yen by year 0..@horizon
 * @horizon: last year N
 *
 * What every function of payback.h and rate-of-return.h asks of its flows. Flows are sums, so
 * they may exceed an entered amount.
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT for a horizon outside 1..30; %MZ_ERROR_OVERFLOW for a
 *   flow beyond ±9·10^15
 */
gboolean mz_flows_check (const gint64 *flows, int horizon, GError **error);

/**
 * mz_flows_cumulate:
 * @flows: (array): yen by year 0..@horizon
 * @horizon: last year N
 * @cumulative: (out) (array): yen by year: the sum of flows 0..t; undefined content on failure
 *
 * Returns: %TRUE; the errors of mz_flows_check(), and %MZ_ERROR_OVERFLOW for a sum beyond ±9·10^15
 */
gboolean mz_flows_cumulate (const gint64 *flows, int horizon, gint64 *cumulative, GError **error);

G_END_DECLS
