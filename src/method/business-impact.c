/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The effect of a standstill, of lost customers and of one-off losses on sales and profit. */

#include "config.h"

#include "mezasu/damage.h"

#include <glib/gi18n-lib.h>

#include "mezasu/error.h"
#include "mezasu/money.h"

static gboolean
check_not_negative (gboolean fine, const char *field, GError **error)
{
  if (fine)
    return TRUE;
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s must be 0 or more."), field);
  return FALSE;
}

static gboolean
check_sales (MzMaybe yen, const char *field, GError **error)
{
  return !yen.is_set || (check_not_negative (yen.value >= 0, field, error) &&
                         mz_money_check_entry (yen.value, field, error));
}

static gboolean
check_share (MzMaybe ppm, const char *field, GError **error)
{
  return !ppm.is_set || mz_ratio_check_share (ppm.value, field, error);
}

static gboolean
check_span (MzMaybeDecimal span, const char *field, GError **error)
{
  return !span.is_set || check_not_negative (mz_decimal_sign (span.value) >= 0, field, error);
}

static gboolean
check_input (const MzImpactInput *input, GError **error)
{
  if (!check_sales (input->annual_sales_yen, "annual_sales_yen", error) ||
      !check_share (input->contribution_ppm, "contribution_ppm", error) ||
      !check_span (input->downtime_days, "downtime_days", error) ||
      !check_share (input->deferred_ppm, "deferred_ppm", error) ||
      !check_not_negative (!input->churned_customers.is_set || input->churned_customers.value >= 0,
                           "churned_customers", error) ||
      !check_sales (input->sales_per_customer_year_yen, "sales_per_customer_year_yen", error) ||
      !check_span (input->churn_years, "churn_years", error))
    return FALSE;
  if (input->business_days.is_set && mz_decimal_sign (input->business_days.value) <= 0)
    {
      g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                           _ ("business_days must be more than 0."));
      return FALSE;
    }
  for (gsize i = 0; i < input->n_one_off; i++)
    if (!mz_money_check_entry (input->one_off_yen[i], "one_off_yen", error))
      return FALSE;
  return TRUE;
}

/* Sales from their unrounded product, and their contribution from the same product, each rounded once. */
static gboolean
round_sales (MzRatio sales, MzMaybe contribution_ppm, MzMaybe *sales_yen, MzMaybe *contribution_yen,
             MzImpactGap *gaps, GError **error)
{
  sales_yen->is_set = TRUE;
  if (!mz_ratio_to_money (&sales, MZ_ROUNDING_HALF_AWAY, &sales_yen->value, error))
    return FALSE;
  if (!contribution_ppm.is_set)
    {
      *gaps |= MZ_IMPACT_NEEDS_CONTRIBUTION;
      return TRUE;
    }
  mz_ratio_multiply_ppm (&sales, contribution_ppm.value);
  contribution_yen->is_set = TRUE;
  return mz_ratio_to_money (&sales, MZ_ROUNDING_HALF_AWAY, &contribution_yen->value, error);
}

static gboolean
compute_standstill (const MzImpactInput *input, MzImpactResult *found, GError **error)
{
  const MzDecimal year = {365, 0};
  MzRatio sales;

  if (!input->downtime_days.is_set)
    return TRUE;
  if (!input->annual_sales_yen.is_set)
    {
      found->gaps |= MZ_IMPACT_NEEDS_SALES;
      return TRUE;
    }
  mz_ratio_start (&sales, input->annual_sales_yen.value);
  mz_ratio_multiply_decimal (&sales, input->downtime_days.value);
  mz_ratio_divide_decimal (&sales, input->business_days.is_set ? input->business_days.value : year);
  mz_ratio_multiply_ppm (&sales,
                         MZ_PPM - (input->deferred_ppm.is_set ? input->deferred_ppm.value : 0));
  return round_sales (sales, input->contribution_ppm, &found->lost_sales_yen,
                      &found->lost_contribution_yen, &found->gaps, error);
}

static gboolean
compute_churn (const MzImpactInput *input, MzImpactResult *found, GError **error)
{
  MzRatio sales;

  if (!input->churned_customers.is_set)
    return TRUE;
  if (!input->sales_per_customer_year_yen.is_set)
    {
      found->gaps |= MZ_IMPACT_NEEDS_CUSTOMER_SALES;
      return TRUE;
    }
  mz_ratio_start (&sales, input->churned_customers.value);
  mz_ratio_multiply (&sales, input->sales_per_customer_year_yen.value);
  if (input->churn_years.is_set)
    mz_ratio_multiply_decimal (&sales, input->churn_years.value);
  return round_sales (sales, input->contribution_ppm, &found->churn_sales_yen,
                      &found->churn_contribution_yen, &found->gaps, error);
}

static gboolean
compute_one_off (const MzImpactInput *input, MzImpactResult *found, GError **error)
{
  if (input->one_off_yen == NULL)
    return TRUE;
  found->extraordinary_loss_yen.is_set = TRUE;
  return mz_money_sum (input->one_off_yen, input->n_one_off, &found->extraordinary_loss_yen.value,
                       error);
}

static gboolean
compute_total (MzImpactResult *found, GError **error)
{
  const MzMaybe parts[] = {found->lost_contribution_yen, found->churn_contribution_yen,
                           found->extraordinary_loss_yen};
  gint64 amounts[G_N_ELEMENTS (parts)];
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].is_set)
      amounts[n++] = parts[i].value;
  if (n == 0 && found->gaps == 0)
    found->gaps |= MZ_IMPACT_NEEDS_ANYTHING;
  if (found->gaps != 0)
    return TRUE;
  found->total_profit_effect_yen.is_set = TRUE;
  return mz_money_sum (amounts, n, &found->total_profit_effect_yen.value, error);
}

gboolean
mz_damage_impact (const MzImpactInput *input, MzImpactResult *result, GError **error)
{
  MzImpactResult found = {0};

  g_return_val_if_fail (input != NULL && result != NULL, FALSE);

  if (!check_input (input, error) || !compute_standstill (input, &found, error) ||
      !compute_churn (input, &found, error) || !compute_one_off (input, &found, error) ||
      !compute_total (&found, error))
    return FALSE;
  *result = found;
  return TRUE;
}

const char *
mz_damage_impact_reason (MzImpactGap gap)
{
  switch (gap)
    {
    case MZ_IMPACT_NEEDS_SALES:
      return _ ("The loss of a standstill needs the annual sales.");
    case MZ_IMPACT_NEEDS_CUSTOMER_SALES:
      return _ ("The loss of customers needs the yearly sales per customer.");
    case MZ_IMPACT_NEEDS_CONTRIBUTION:
      return _ ("The effect of lost sales on profit needs the contribution margin.");
    case MZ_IMPACT_NEEDS_ANYTHING:
      return _ ("No standstill, no lost customers and no one-off loss are given.");
    default:
      g_return_val_if_reached ("");
    }
}
