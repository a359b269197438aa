/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Straight-line depreciation (定額法) of an investment, in whole yen that add up to its cost.
 * Depreciation changes profit and tax, never the cash flow before tax. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MZ_LIFE_MAX:
 *
 * Longest useful life in years.
 */
#define MZ_LIFE_MAX 100

/**
 * MZ_LIFE_SOFTWARE:
 *
 * Useful life of software for a firm's own use under Japanese tax rules, in years.
 */
#define MZ_LIFE_SOFTWARE 5

/**
 * MZ_LIFE_SOFTWARE_FOR_SALE:
 *
 * Useful life of software made for sale under Japanese tax rules, in years.
 */
#define MZ_LIFE_SOFTWARE_FOR_SALE 3

/**
 * MZ_EXPENSE_BELOW:
 *
 * An item that costs less than this many yen is an expense of its year and not depreciated,
 * unless the user sets another threshold.
 */
#define MZ_EXPENSE_BELOW 100000

/**
 * MzDepreciation:
 * @n_years: length of the schedule: the life, or one more when the first year is a part of a year
 * @amounts: yen by year of use, adding up to the cost
 *
 * A depreciation schedule.
 */
typedef struct {
  int n_years;
  gint64 amounts[MZ_LIFE_MAX + 1];
} MzDepreciation;

/**
 * mz_depreciation_schedule:
 * @cost: yen, 0 to 10^15
 * @life: useful life in years, 1 to %MZ_LIFE_MAX
 * @first_year_months: months of use in the first year, 1 to 12
 * @result: (out): the schedule; untouched on failure
 *
 * A year takes cost/life, the first year cost/life·months/12, both rounded down to a yen; the
 * last year takes the rest. No residual value.
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT naming the field
 */
gboolean mz_depreciation_schedule (gint64 cost, int life, int first_year_months,
                                   MzDepreciation *result, GError **error);

/**
 * mz_depreciation_book_value:
 * @schedule: a schedule
 * @years: years of use that have ended; 0 for the day of purchase
 *
 * Returns: what of the cost is not yet depreciated, in yen
 */
gint64 mz_depreciation_book_value (const MzDepreciation *schedule, int years);

G_END_DECLS
