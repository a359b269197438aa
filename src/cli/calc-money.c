/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `calc money`: amounts as people write them, in and out. Texts are Japanese whatever the language of the program, so that
 * a result does not depend on it. */

#include "config.h"

#include "calc.h"

#include "mezasu/money.h"

#include <glib/gi18n-lib.h>

/* More decimals than the largest unit has digits say nothing. */
#define DECIMALS_MAX 12

static void
parse (MzCalc *calc)
{
  MzMoneyUnit unit = MZ_MONEY_UNIT_YEN;
  gint64 yen;
  const char *text = mz_calc_need_text (calc, "text");
  const char *name = mz_calc_text (calc, "default_unit");
  if (mz_calc_ok (calc) && (name == NULL || mz_money_unit_from_name (name, &unit, &calc->error)) &&
      mz_money_parse (text, unit, &yen, &calc->error))
    mz_calc_put_integer (calc, "yen", yen);
}

static void
format (MzCalc *calc)
{
  MzMoneyUnit unit = MZ_MONEY_UNIT_YEN;
  gint64 yen = mz_calc_need_integer (calc, "yen");
  const char *name = mz_calc_text (calc, "unit");
  if (!mz_calc_ok (calc) || !mz_money_check_sum (yen, &calc->error) ||
      (name != NULL && !mz_money_unit_from_name (name, &unit, &calc->error)))
    return;
  int decimals = mz_calc_int (calc, "decimals", (int)mz_money_unit_decimals (unit));
  if (decimals < 0 || decimals > DECIMALS_MAX)
    mz_calc_refuse (calc, _ ("decimals must be from 0 to %d."), DECIMALS_MAX);
  if (!mz_calc_ok (calc))
    return;
  g_autofree char *text = mz_money_format_japanese (yen, unit, decimals, MZ_MINUS_HYPHEN);
  mz_calc_put_text (calc, "text", text);
}

void
mz_calc_money (MzCalc *calc)
{
  const char *kind = mz_calc_need_text (calc, "kind");
  if (g_strcmp0 (kind, "parse") == 0)
    parse (calc);
  else if (g_strcmp0 (kind, "format") == 0)
    format (calc);
  else
    mz_calc_refuse (calc, _ ("kind must be parse or format."));
}
