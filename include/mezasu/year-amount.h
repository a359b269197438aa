/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Amounts by year. A line of money holds one amount from a year to a year; a person thinks of a row with one amount a year.
 * This turns what is typed for one year into lines. */

#pragma once

#include "mezasu/model.h"

G_BEGIN_DECLS

/** MZ_YEAR_LAST: the last year that a line can name, this fiscal year being 0 */
#define MZ_YEAR_LAST 30

/**
 * mz_year_amount:
 * @flow: a record of the kind `cash_flow`
 * @year: a year from 0
 * @amount: (out) (optional): yen
 *
 * Returns: whether the line has an amount in that year
 */
gboolean mz_year_amount (MzRecord *flow, int year, gint64 *amount);

/**
 * mz_year_amount_set:
 * @model: a model
 * @flow: a record of the kind `cash_flow`
 * @year: a year from 0 to the end of the plan
 * @amount: (nullable): yen, or %NULL for none
 * @error: return location for %MZ_ERROR_INVALID_INPUT when @year lies outside the plan
 *
 * Lines of the same step, kind, purpose and life that do not overlap are pieces of one row: the line is split where the amount
 * differs from its neighbours, and pieces of equal amount in neighbouring years become one line again. @flow itself stays;
 * when no year has an amount any more it holds 0 in @year.
 *
 * Returns: (transfer full) (nullable): the edit, without changes when the row is like that already
 */
MzEdit *mz_year_amount_set (MzModel *model, MzRecord *flow, int year, const gint64 *amount,
                            GError **error);

G_END_DECLS
