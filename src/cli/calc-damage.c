/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `calc damage-jo` and `calc impact`. */

#include "config.h"

#include "calc.h"

#include "mezasu/damage.h"
#include "mezasu/money.h"

#include <glib/gi18n-lib.h>

static GArray *
read_items (MzCalc *calc)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (MzEpLevel));
  JsonArray *list = mz_calc_list (calc, "items_xy");
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      MzEpLevel level = {0, 0};
      if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2)
        {
          mz_calc_refuse (calc, _ ("items_xy[%u] must be a pair of levels, as in [1, 3]."), i);
          continue;
        }
      JsonArray *pair = json_node_get_array (node);
      mz_calc_node_integer (calc, json_array_get_element (pair, 0), "items_xy", &level.x);
      mz_calc_node_integer (calc, json_array_get_element (pair, 1), "items_xy", &level.y);
      g_array_append_val (items, level);
    }
  return items;
}

void
mz_calc_damage_jo (MzCalc *calc)
{
  g_autoptr (GArray) items = read_items (calc);
  MzJoInput input = {
      .items = (const MzEpLevel *)(gpointer)items->data,
      .n_items = items->len,
      .identifiability = mz_calc_integer (calc, "identifiability"),
      .social = mz_calc_integer (calc, "social"),
      .response = mz_calc_integer (calc, "response"),
      .persons = mz_calc_integer (calc, "persons"),
      .claim_ppm = mz_calc_integer (calc, "claim_ppm"),
  };
  MzJoResult result;
  if (!mz_calc_ok (calc) || !mz_damage_jo (&input, &result, &calc->error))
    return;
  mz_calc_put_integer (calc, "x", result.level.x);
  mz_calc_put_integer (calc, "y", result.level.y);
  mz_calc_put_integer (calc, "sensitivity", result.sensitivity);
  mz_calc_put_integer (calc, "per_person_yen", result.per_person_yen);
  mz_calc_put_integer (calc, "total_yen", result.total_yen);
}

static void
put_effect (MzCalc *calc, const char *name, MzMaybe value, MzImpactGap gaps)
{
  for (guint gap = 1; !value.is_set && gap <= MZ_IMPACT_NEEDS_ANYTHING; gap <<= 1)
    if (gaps & gap)
      {
        mz_calc_put_nothing (calc, name, mz_damage_impact_reason (gap));
        return;
      }
  mz_calc_put_maybe (calc, name, value);
}

/* A standstill or a churn that is not described is null without a reason; one that is, and lacks a value, says which. */
static void
put_described (MzCalc *calc, const MzImpactInput *input, const MzImpactResult *result)
{
  MzImpactGap standstill = input->downtime_days.is_set ? result->gaps : 0;
  MzImpactGap churn = input->churned_customers.is_set ? result->gaps : 0;
  put_effect (calc, "lost_sales_yen", result->lost_sales_yen, standstill & MZ_IMPACT_NEEDS_SALES);
  put_effect (calc, "lost_contribution_yen", result->lost_contribution_yen,
              standstill & (MZ_IMPACT_NEEDS_SALES | MZ_IMPACT_NEEDS_CONTRIBUTION));
  put_effect (calc, "churn_sales_yen", result->churn_sales_yen,
              churn & MZ_IMPACT_NEEDS_CUSTOMER_SALES);
  put_effect (calc, "churn_contribution_yen", result->churn_contribution_yen,
              churn & (MZ_IMPACT_NEEDS_CUSTOMER_SALES | MZ_IMPACT_NEEDS_CONTRIBUTION));
}

void
mz_calc_impact (MzCalc *calc)
{
  g_autoptr (GArray) one_off = mz_calc_integers (calc, "one_off_yen");
  MzImpactInput input = {
      .annual_sales_yen = mz_calc_yen (calc, "annual_sales_yen"),
      .contribution_ppm = mz_calc_integer (calc, "contribution_ppm"),
      .downtime_days = mz_calc_decimal (calc, "downtime_days"),
      .deferred_ppm = mz_calc_integer (calc, "deferred_ppm"),
      .business_days = mz_calc_decimal (calc, "business_days"),
      .churned_customers = mz_calc_integer (calc, "churned_customers"),
      .sales_per_customer_year_yen = mz_calc_yen (calc, "sales_per_customer_year_yen"),
      .churn_years = mz_calc_decimal (calc, "churn_years"),
      .one_off_yen = one_off == NULL ? NULL : (const gint64 *)(gpointer)one_off->data,
      .n_one_off = one_off == NULL ? 0 : one_off->len,
  };
  /* An empty list says that there are no one-off losses, which is not the same as not saying. */
  static const gint64 none[1];
  if (one_off != NULL && one_off->len == 0)
    input.one_off_yen = none;
  MzImpactResult result;
  if (!mz_calc_ok (calc) || !mz_damage_impact (&input, &result, &calc->error))
    return;
  put_described (calc, &input, &result);
  mz_calc_put_maybe (calc, "extraordinary_loss_yen", result.extraordinary_loss_yen);
  put_effect (calc, "total_profit_effect_yen", result.total_profit_effect_yen, result.gaps);
}
