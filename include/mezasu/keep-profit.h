/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Sales needed to keep the present profit 現状利益確保に必要な売上 when the running cost grows (JNSA ISO 31000 context
 * paper, the payback block of a plan). It is not the break-even point 損益分岐点. Exact in integers throughout. */

#pragma once

#include <glib.h>

#include "mezasu/maybe.h"

G_BEGIN_DECLS

/**
 * MzKeepProfitInput:
 * @sales_yen: present sales S
 * @profit_yen: present profit P; operating profit 営業利益 unless the user picked ordinary profit 経常利益
 * @extra_running_yen: added running cost O per year, perhaps with depreciation or a share of the initial cost; may be
 *   negative
 * @contribution_ppm: contribution margin m
 * @new_contribution_ppm: margin m2, where the option changes it
 */
typedef struct
{
  MzMaybe sales_yen;
  MzMaybe profit_yen;
  MzMaybe extra_running_yen;
  MzMaybe contribution_ppm;
  MzMaybe new_contribution_ppm;
} MzKeepProfitInput;

/**
 * MzKeepProfitStatus:
 * @MZ_KEEP_PROFIT_OK: there is an answer
 * @MZ_KEEP_PROFIT_NOT_GIVEN: a value that the method needs is not given
 * @MZ_KEEP_PROFIT_REFUSED: the method refuses; the reason is an error
 *
 * Whether a method answers.
 */
typedef enum
{
  MZ_KEEP_PROFIT_OK,
  MZ_KEEP_PROFIT_NOT_GIVEN,
  MZ_KEEP_PROFIT_REFUSED,
} MzKeepProfitStatus;

/**
 * MzKeepProfitAnswer:
 * @status: whether the rest holds an answer
 * @reason: (nullable) (owned): %MZ_ERROR_UNDEFINED, %MZ_ERROR_INVALID_INPUT or %MZ_ERROR_OVERFLOW when refused
 * @needed_yen: needed sales, rounded up to whole yen
 * @delta_yen: @needed_yen - S
 * @increase: (unrounded needed sales - S) / S
 * @increase_tenths: the increase in tenths of a per cent, rounded half away from zero from the exact ratio
 */
typedef struct
{
  MzKeepProfitStatus status;
  GError *reason;
  gint64 needed_yen;
  gint64 delta_yen;
  double increase;
  gint64 increase_tenths;
} MzKeepProfitAnswer;

/**
 * MzKeepProfit:
 * @contribution: needed = S + O/m, or (m·S + O)/m2 with a new margin; the headline when the margin is known
 * @profit: needed = S + O·S/P, so the increase is O/P; the headline when the margin is not known. It treats fixed costs
 *   as if they grew with the sales and so asks for more
 *
 * Both methods; each answers or refuses for itself.
 */
typedef struct
{
  MzKeepProfitAnswer contribution;
  MzKeepProfitAnswer profit;
} MzKeepProfit;

/**
 * mz_keep_profit:
 * @input: the present state and the added cost
 * @result: (out): both answers; free with mz_keep_profit_clear(); untouched on failure
 *
 * The contribution method needs S > 0 and 0 < m, m2 <= 100 %, the profit method S > 0 and P > 0. S <= 0 or P <= 0 makes
 * a method %MZ_ERROR_UNDEFINED, a margin outside its range %MZ_ERROR_INVALID_INPUT, and the other still answers. A
 * margin that is not given leaves the contribution method without an answer, a profit that is not given the other.
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT when `sales_yen` or `extra_running_yen` is not given or an amount is beyond
 *   ±10^15
 */
gboolean mz_keep_profit (const MzKeepProfitInput *input, MzKeepProfit *result, GError **error);

/**
 * mz_keep_profit_clear:
 * @result: a result
 *
 * Frees the reasons of @result, not itself.
 */
void mz_keep_profit_clear (MzKeepProfit *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MzKeepProfit, mz_keep_profit_clear)

/**
 * mz_keep_profit_format_increase:
 * @increase_tenths: an increase in tenths of a per cent
 *
 * Returns: (transfer full): `0.3`, `-12.0`; with one decimal and without a sign for per cent
 */
char *mz_keep_profit_format_increase (gint64 increase_tenths);

G_END_DECLS
