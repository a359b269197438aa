/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Payback (投資回収): the time after which a plan has returned what it cost, and stays so. With
 * flows that change sign more than once the sum may be recovered, lost and recovered again; the
 * last recovery is the headline, because only that one holds, and the first is told beside it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MzPaybackStatus:
 * @MZ_PAYBACK_IMMEDIATE: the sum of flows is never below 0
 * @MZ_PAYBACK_NEVER: not recovered within the horizon
 * @MZ_PAYBACK_LOST_AGAIN: recovered once, but below 0 at the end of the horizon
 * @MZ_PAYBACK_RECOVERED: recovered once and for all
 * @MZ_PAYBACK_RECOVERED_NON_MONOTONE: recovered at the end, after an earlier recovery was lost
 *
 * How a payback ends.
 */
typedef enum {
  MZ_PAYBACK_IMMEDIATE,
  MZ_PAYBACK_NEVER,
  MZ_PAYBACK_LOST_AGAIN,
  MZ_PAYBACK_RECOVERED,
  MZ_PAYBACK_RECOVERED_NON_MONOTONE,
} MzPaybackStatus;

/**
 * MzPayback:
 * @status: how it ends
 * @has_final: whether there is a lasting recovery
 * @final: years from now until it, when @has_final, else 0; 0 when immediate
 * @has_first: whether there is any recovery
 * @first: years from now until the first one, when @has_first, else 0
 * @shown_year: "year n": @final rounded up to a whole year, when @has_final, else 0
 *
 * A payback in years.
 */
typedef struct {
  MzPaybackStatus status;
  gboolean has_final;
  double final;
  gboolean has_first;
  double first;
  int shown_year;
} MzPayback;

/**
 * mz_payback_status_nick:
 * @status: a status
 *
 * Returns: (transfer none): the name for machines: `immediate`, `never`, `lost_again`, `recovered`,
 *   `recovered_non_monotone`
 */
const char *mz_payback_status_nick (MzPaybackStatus status);

/**
 * mz_payback_simple:
 * @flows: (array): yen by year 0..@horizon
 * @horizon: last year N, 1 to 30
 * @result: (out): the payback; untouched on failure
 *
 * With C_t the sum of flows 0..t and t* the last t where C_t < 0: t* + (-C_t*)/flow_(t*+1), the
 * flow being spread evenly over its year. The first crossing is the same at the first t with C_t
 * < 0 <= C_(t+1).
 *
 * Returns: %TRUE; the errors of mz_flows_cumulate()
 */
gboolean mz_payback_simple (const gint64 *flows, int horizon, MzPayback *result, GError **error);

/**
 * mz_payback_discounted:
 * @flows: (array): yen by year 0..@horizon
 * @horizon: last year N, 1 to 30
 * @rate: discount rate a year as a ratio, above -1
 * @result: (out): the payback; untouched on failure
 *
 * The rule of mz_payback_simple() on flow_t/(1+rate)^t. A sum within 10^-12 of all discounted
 * flows' absolute sum counts as 0, so that a plan which exactly breaks even is not lost to the
 * last bit; the shown year forgives 10^-9 years.
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT for the horizon or the rate; %MZ_ERROR_OVERFLOW for a
 *   flow beyond ±9·10^15 or a discounted flow that no double holds
 */
gboolean mz_payback_discounted (const gint64 *flows, int horizon, double rate, MzPayback *result,
                                GError **error);

G_END_DECLS
