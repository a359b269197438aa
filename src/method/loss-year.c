/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The profit and loss of a typical and of a bad year. Each risk's part of the year is divided as its linked damages are:
 * contribution of lost sales, and one-off losses. Lost sales enter the statement as sales and saved variable cost, never
 * as a loss beside it. */

#include "config.h"

#include "loss-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/money.h"

/* Contribution and sales that the year's mix takes away. */
static gboolean
divide (const MzLossRun *run, const MzLossScenario *scenario, MzLossYearKind kind, MzLossYear *year,
        GError **error)
{
  const MzLossPercentile *level =
      &scenario->levels[kind == MZ_LOSS_YEAR_BAD ? MZ_LOSS_P95 : MZ_LOSS_P50];
  double contribution = 0, sales = 0;

  for (guint i = 0; i < run->n_risks; i++)
    {
      const MzLossRisk *risk = g_ptr_array_index (scenario->risks, i);
      double part = risk->in_year[kind] * run->risks[i].contribution_share;

      contribution += part;
      sales += part * run->risks[i].sales_per_contribution;
    }
  if (!mz_money_from_double (level->value, &year->loss, error) ||
      !mz_money_from_double (contribution, &year->lost_contribution, error) ||
      !mz_money_from_double (sales, &year->lost_sales, error))
    return FALSE;
  year->lost_contribution = MIN (year->lost_contribution, year->loss);
  year->one_off = year->loss - year->lost_contribution;
  return TRUE;
}

static gboolean
state (const MzLossRun *run, MzLossYear *year, GError **error)
{
  MzIncidentEffect effect = {.lost_sales = year->lost_sales,
                             .lost_contribution = year->lost_contribution,
                             .one_off = year->one_off,
                             .one_off_line = run->one_off_line};
  MzProfitAndLoss with;

  return mz_statement_tax (&run->plan, year->loss, run->tax_rate, run->other_profit, &effect.tax,
                           error) &&
         mz_profit_with_incident (&run->plan, &effect, &with, error) &&
         mz_statement_show (&with, year->lines, error);
}

void
mz_loss_year_fill (const MzLossRun *run, const MzLossScenario *scenario, MzLossYearKind kind,
                   MzLossYear *year)
{
  g_autoptr (GError) error = NULL;

  *year = (MzLossYear){0};
  if (!scenario->known)
    year->reason = g_strdup (scenario->reason);
  else if (!divide (run, scenario, kind, year, &error) || !state (run, year, &error))
    year->reason = g_strdup (error->message);
  else if (!run->plan.sales.is_set)
    year->reason = g_strdup (_ ("The profit and loss has no sales."));
  year->known = year->reason == NULL;
}
