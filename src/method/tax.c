/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Taxable amount, tax and flow after tax by year. */

#include "config.h"

#include "mezasu/tax.h"

#include "mezasu/depreciation.h"
#include "mezasu/error.h"
#include "mezasu/money.h"
#include "mezasu/ratio.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Takes @asset's cost out of the investment that is still expensed. */
static gboolean
capitalise (const MzAsset *asset, gsize index, gint64 *expensed, GError **error)
{
  gint64 left = asset->cost;

  for (int t = asset->year; t >= 0 && left > 0; t--)
    {
      gint64 part = MIN (left, expensed[t]);

      expensed[t] -= part;
      left -= part;
    }
  if (left == 0)
    return TRUE;

  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               _ ("Asset %zu: its cost exceeds the investment up to year %d by %" PRId64 " yen."),
               index + 1, asset->year, left);
  return FALSE;
}

static gboolean
add_depreciation (const MzAsset *asset, const MzDepreciation *schedule, MzTax *tax, GError **error)
{
  for (int i = 0; i < schedule->n_years && asset->year + i <= tax->horizon; i++)
    {
      gint64 *sum = &tax->depreciation[asset->year + i];

      if (!mz_money_add (*sum, schedule->amounts[i], sum, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_asset (const MzAsset *asset, gsize index, MzTax *tax, GError **error)
{
  MzDepreciation schedule;

  return mz_depreciation_schedule (asset->cost, asset->life, asset->first_year_months, &schedule,
                                   error) &&
         capitalise (asset, index, tax->expensed, error) &&
         add_depreciation (asset, &schedule, tax, error);
}

static gboolean
check_asset (const MzAsset *asset, gsize index, GError **error)
{
  MzDepreciation schedule;

  if (asset->year < 0)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                   _ ("Asset %zu: year must be 0 or later, not %d."), index + 1, asset->year);
      return FALSE;
    }
  if (mz_depreciation_schedule (asset->cost, asset->life, asset->first_year_months, &schedule,
                                error))
    return TRUE;

  g_prefix_error (error, _ ("Asset %zu: "), index + 1);
  return FALSE;
}

/* In order of the year of use, so that an early asset never finds its purchase taken by a later
 * one. */
static gboolean
add_assets (const MzAsset *assets, gsize n_assets, gint64 expense_below, MzTax *tax, GError **error)
{
  for (gsize i = 0; i < n_assets; i++)
    if (!check_asset (&assets[i], i, error))
      return FALSE;

  for (int t = 0; t <= tax->horizon; t++)
    for (gsize i = 0; i < n_assets; i++)
      if (assets[i].year == t && assets[i].cost >= expense_below &&
          !add_asset (&assets[i], i, tax, error))
        return FALSE;
  return TRUE;
}

static gboolean
tax_year (const MzCashFlow *flow, const MzTaxRules *rules, int t, MzTax *tax, GError **error)
{
  const gint64 parts[] = {flow->by_kind[MZ_CASH_AVOIDED][t], flow->by_kind[MZ_CASH_REVENUE][t],
                          -flow->by_kind[MZ_CASH_RUNNING][t], -tax->expensed[t],
                          -tax->depreciation[t]};

  if (!mz_money_sum (parts, G_N_ELEMENTS (parts), &tax->taxable[t], error) ||
      !mz_money_times_ppm (tax->taxable[t], rules->rate_ppm, &tax->tax[t], error))
    return FALSE;
  if (!rules->other_profit)
    tax->tax[t] = MAX (tax->tax[t], 0);
  return mz_money_subtract (flow->flows[t], tax->tax[t], &tax->after_tax[t], error);
}

gboolean
mz_tax_compute (const MzCashFlow *flow, const MzTaxRules *rules, const MzAsset *assets,
                gsize n_assets, MzTax *result, GError **error)
{
  MzTax tax = {0};

  g_return_val_if_fail (flow != NULL, FALSE);
  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (assets != NULL || n_assets == 0, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  if (!mz_ratio_check_share (rules->rate_ppm, "rate_ppm", error) ||
      !mz_money_check_entry (rules->expense_below, "expense_below", error))
    return FALSE;

  tax.horizon = flow->horizon;
  for (int t = 0; t <= flow->horizon; t++)
    tax.expensed[t] = flow->by_kind[MZ_CASH_INVESTMENT][t];
  if (!add_assets (assets, n_assets, rules->expense_below, &tax, error))
    return FALSE;
  for (int t = 0; t <= flow->horizon; t++)
    if (!tax_year (flow, rules, t, &tax, error))
      return FALSE;

  *result = tax;
  return TRUE;
}
