/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Net present value (NPV, 正味現在価値), internal rate of return (IRR, 内部収益率) and its modified form
 * (MIRR).
 *
 * The internal rate is found without a guess: every root in its range is isolated, so flows with
 * several rates show all of them and flows with none say so. Rates are ratios a year: 0.05 is 5
 * %. No function answers with a NaN or an infinity. */

#pragma once

#include <glib.h>

#include "mezasu/cash-flow.h"

G_BEGIN_DECLS

/**
 * MZ_IRR_MIN:
 *
 * Lowest internal rate that is looked for.
 */
#define MZ_IRR_MIN (-0.9999)

/**
 * MZ_IRR_MAX:
 *
 * Highest internal rate that is looked for.
 */
#define MZ_IRR_MAX 1000000.0

/**
 * MzIrrStatus:
 * @MZ_IRR_UNDEFINED: every flow is 0, so every rate would do
 * @MZ_IRR_NONE: no rate brings the present value to 0
 * @MZ_IRR_ONE: one rate does
 * @MZ_IRR_MANY: several do, so none is a headline: look at NPV and MIRR
 *
 * How many internal rates of return the flows have.
 */
typedef enum {
  MZ_IRR_UNDEFINED,
  MZ_IRR_NONE,
  MZ_IRR_ONE,
  MZ_IRR_MANY,
} MzIrrStatus;

/**
 * MzIrr:
 * @status: how many rates there are
 * @n_roots: their number, 0 to 30
 * @roots: the rates, ascending, each within 10^-9·(1 + |rate|)
 * @touching: by root: whether the present value only touches 0 there (a root of even multiplicity)
 * @borrowing: whether the first flow other than 0 is an income, so that a rate is one of borrowing
 *
 * All internal rates of return of the flows.
 */
typedef struct {
  MzIrrStatus status;
  int n_roots;
  double roots[MZ_HORIZON_MAX];
  gboolean touching[MZ_HORIZON_MAX];
  gboolean borrowing;
} MzIrr;

/**
 * mz_irr_status_nick:
 * @status: a status
 *
 * Returns: (transfer none): the name for machines: `undefined`, `none`, `one` or `many`
 */
const char *mz_irr_status_nick (MzIrrStatus status);

/**
 * mz_npv:
 * @flows: (array): yen by year 0..@horizon
 * @horizon: last year N, 1 to 30
 * @rate: discount rate as a ratio, above -1
 * @npv: (out): the sum of flow_t/(1+rate)^t over t = 0..N, in yen; untouched on failure
 *
 * The flow of year 0 is not discounted; a spreadsheet's NPV() discounts its first value by one
 * year. Round it for display with mz_money_from_double().
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT for the horizon or the rate; %MZ_ERROR_OVERFLOW for a
 *   flow beyond ±9·10^15 or a value that no double holds
 */
gboolean mz_npv (const gint64 *flows, int horizon, double rate, double *npv, GError **error);

/**
 * mz_irr:
 * @flows: (array): yen by year 0..@horizon
 * @horizon: last year N, 1 to 30
 * @irr: (out): every rate from %MZ_IRR_MIN to %MZ_IRR_MAX with NPV(rate) = 0; untouched on
 *   failure
 *
 * An extremum of the present value within 10^-12 of the absolute sum of its parts is one
 * touching root.
 *
 * Returns: %TRUE; the errors of mz_flows_check()
 */
gboolean mz_irr (const gint64 *flows, int horizon, MzIrr *irr, GError **error);

/**
 * mz_mirr:
 * @flows: (array): yen by year 0..@horizon
 * @horizon: last year N, 1 to 30; years without a flow count
 * @finance_rate: f, the rate at which money is borrowed, above -1; the discount rate by default
 * @reinvest_rate: g, the rate at which income is invested, above -1; the discount rate by
 *   default
 * @mirr: (out): (sum of incomes_t·(1+g)^(N-t) / sum of |expenses_t|/(1+f)^t)^(1/N) - 1;
 *   untouched on failure
 *
 * Returns: %TRUE; %MZ_ERROR_UNDEFINED unless there are incomes and expenses;
 *   %MZ_ERROR_INVALID_INPUT for the horizon or a rate; %MZ_ERROR_OVERFLOW for a flow beyond
 *   ±9·10^15 or a value that no double holds
 */
gboolean mz_mirr (const gint64 *flows, int horizon, double finance_rate, double reinvest_rate,
                  double *mirr, GError **error);

G_END_DECLS
