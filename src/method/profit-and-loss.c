/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The income statement with and without an incident, and the balance sheet's view of a plan. */

#include "config.h"

#include "mezasu/profit-and-loss.h"

#include "mezasu/money.h"

/* @from + @plus - @minus, missing when one of them is. */
static gboolean
level (MzMaybe from, MzMaybe plus, MzMaybe minus, MzMaybe *result, GError **error)
{
  gint64 higher;

  result->is_set = from.is_set && plus.is_set && minus.is_set;
  return !result->is_set || (mz_money_add (from.value, plus.value, &higher, error) &&
                             mz_money_subtract (higher, minus.value, &result->value, error));
}

gboolean
mz_profit_levels (const MzProfitAndLoss *lines, MzProfitLevels *levels, GError **error)
{
  const MzMaybe nothing = MZ_SOME (0);
  MzProfitLevels found = {0};

  g_return_val_if_fail (lines != NULL && levels != NULL, FALSE);

  if (!level (lines->sales, nothing, lines->cost_of_sales, &found.gross, error) ||
      !level (found.gross, nothing, lines->sga, &found.operating, error) ||
      !level (found.operating, lines->non_operating_income, lines->non_operating_expense,
              &found.ordinary, error) ||
      !level (found.ordinary, lines->extraordinary_income, lines->extraordinary_loss,
              &found.before_tax, error) ||
      !level (found.before_tax, nothing, lines->tax, &found.net, error))
    return FALSE;
  *levels = found;
  return TRUE;
}

static gboolean
raise_line (MzMaybe *line, gint64 by, GError **error)
{
  return !line->is_set || mz_money_add (line->value, by, &line->value, error);
}

static gboolean
lower_line (MzMaybe *line, gint64 by, GError **error)
{
  return !line->is_set || mz_money_subtract (line->value, by, &line->value, error);
}

gboolean
mz_profit_with_incident (const MzProfitAndLoss *without, const MzIncidentEffect *effect,
                         MzProfitAndLoss *with, GError **error)
{
  MzProfitAndLoss found;
  MzMaybe *one_off;
  gint64 saved, in_cost;

  g_return_val_if_fail (without != NULL && effect != NULL && with != NULL, FALSE);

  found = *without;
  if (!lower_line (&found.sales, effect->lost_sales, error) ||
      !mz_money_subtract (effect->lost_sales, effect->lost_contribution, &saved, error))
    return FALSE;

  /* Variable cost can only be saved out of cost that was there; the rest was sold through SG&A. */
  in_cost = found.cost_of_sales.is_set ? MIN (saved, MAX (found.cost_of_sales.value, 0)) : saved;
  if (!lower_line (&found.cost_of_sales, in_cost, error) ||
      !lower_line (&found.sga, saved - in_cost, error))
    return FALSE;

  switch (effect->one_off_line)
    {
    case MZ_ONE_OFF_SGA:
      one_off = &found.sga;
      break;
    case MZ_ONE_OFF_NON_OPERATING:
      one_off = &found.non_operating_expense;
      break;
    case MZ_ONE_OFF_EXTRAORDINARY:
    default:
      one_off = &found.extraordinary_loss;
    }
  if (!raise_line (one_off, effect->one_off, error))
    return FALSE;
  if (effect->tax.is_set)
    found.tax = effect->tax;
  *with = found;
  return TRUE;
}

gboolean
mz_balance_effect (const gint64 *capitalised, const gint64 *depreciation, const gint64 *flows,
                   const gint64 *provisions, gsize n_years, MzBalanceYear *years, GError **error)
{
  gint64 book = 0, cash = 0;

  g_return_val_if_fail (capitalised != NULL && depreciation != NULL, FALSE);
  g_return_val_if_fail (flows != NULL && provisions != NULL && years != NULL, FALSE);

  for (gsize t = 0; t < n_years; t++)
    {
      gint64 equity;

      if (!mz_money_add (book, capitalised[t], &book, error) ||
          !mz_money_subtract (book, depreciation[t], &book, error) ||
          !mz_money_add (cash, flows[t], &cash, error) ||
          !mz_money_add (book, cash, &equity, error) ||
          !mz_money_subtract (equity, provisions[t], &equity, error))
        return FALSE;
      years[t] = (MzBalanceYear){book, cash, equity - book - cash, equity};
    }
  return TRUE;
}
