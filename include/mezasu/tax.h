/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Corporate tax on a plan's cash flow: what is taxable each year, the tax, and the flow that is
 * left. Present value, payback and rates of return may then be taken of the flow after tax;
 * return on investment and totals stay before tax. */

#pragma once

#include <glib.h>

#include "mezasu/cash-flow.h"

G_BEGIN_DECLS

/**
 * MzAsset:
 * @cost: yen, 0 to 10^15
 * @life: useful life in years, 1 to 100
 * @year: year of the horizon in which its use begins, 0 or later; one after the horizon has no
 *   effect
 * @first_year_months: months of use in that year, 1 to 12
 *
 * A part of the investment that is depreciated instead of expensed. It is bought in the year in
 * which its use begins or in an earlier one.
 */
typedef struct {
  gint64 cost;
  int life;
  int year;
  int first_year_months;
} MzAsset;

/**
 * MzTaxRules:
 * @rate_ppm: tax rate, 0 to 10^6
 * @other_profit: whether the firm has other profit that a loss of the plan relieves; without it
 *   a year's tax is never below 0, and no loss is carried forward
 * @expense_below: an asset that costs less than this many yen is an expense of the year in which
 *   its use begins; 0 for no such rule, %MZ_EXPENSE_BELOW by default in Japan
 *
 * How the plan is taxed.
 */
typedef struct {
  gint64 rate_ppm;
  gboolean other_profit;
  gint64 expense_below;
} MzTaxRules;

/**
 * MzTax:
 * @horizon: last year N
 * @expensed: investment that is an expense of its year, yen
 * @depreciation: yen; years beyond the horizon are cut
 * @taxable: avoided + revenue - running - @expensed - @depreciation, yen
 * @tax: @taxable times the rate, rounded half away from zero, yen; negative where a loss
 *   relieves other profit
 * @after_tax: flow - @tax, yen
 *
 * The tax of a plan by year; years after @horizon are 0.
 */
typedef struct {
  int horizon;
  gint64 expensed[MZ_YEARS_MAX];
  gint64 depreciation[MZ_YEARS_MAX];
  gint64 taxable[MZ_YEARS_MAX];
  gint64 tax[MZ_YEARS_MAX];
  gint64 after_tax[MZ_YEARS_MAX];
} MzTax;

/**
 * mz_tax_compute:
 * @flow: the table before tax
 * @rules: how it is taxed
 * @assets: (array length=n_assets) (nullable): what of the investment is depreciated; the rest
 *   is expensed
 * @n_assets: how many
 * @result: (out): the tax by year; untouched on failure
 *
 * An asset's cost is taken out of the investment of the year in which its use begins, then of
 * the years before it, the latest first, assets in order of that year.
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT naming the field, also when the assets cost more than
 *   the investment up to their year; %MZ_ERROR_OVERFLOW when a sum leaves ±9·10^15
 */
gboolean mz_tax_compute (const MzCashFlow *flow, const MzTaxRules *rules, const MzAsset *assets,
                         gsize n_assets, MzTax *result, GError **error);

G_END_DECLS
