/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The profit-and-loss statement as things are and in the year of an incident: the risk with the greatest loss of one
 * event among those that are linked to damages, each damage taken at its likely amount.
 *
 * With a tax rate the tax of that year falls by the rate on the loss, not below 0 where the firm has no other profit;
 * without one it stays as it is. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/money.h"
#include "mezasu/ratio.h"

typedef struct
{
  const char *code;
  const char *label;
  gboolean subtotal;
} Line;

static const Line lines[MZ_STATEMENT_LINES] = {
    {"sales", N_ ("Sales"), FALSE},
    {"cost_of_sales", N_ ("Cost of sales"), FALSE},
    {"gross_profit", N_ ("Gross profit"), TRUE},
    {"sga", N_ ("Selling, general and administrative expenses"), FALSE},
    {"operating_profit", N_ ("Operating profit"), TRUE},
    {"non_operating", N_ ("Non-operating income and expenses"), FALSE},
    {"ordinary_profit", N_ ("Ordinary profit"), TRUE},
    {"extraordinary", N_ ("Extraordinary income and losses"), FALSE},
    {"profit_before_tax", N_ ("Profit before tax"), TRUE},
    {"tax", N_ ("Income taxes"), FALSE},
    {"net_profit", N_ ("Net profit"), TRUE},
};

static void
line_free (MzStatementLine *self)
{
  mz_figure_clear (&self->without);
  mz_figure_clear (&self->with);
  g_free (self);
}

static MzRisk *
find_incident (MzWork *self)
{
  MzRisk *worst = NULL;

  for (guint i = 0; i < self->result.risks->len; i++)
    {
      MzRisk *risk = g_ptr_array_index (self->result.risks, i);

      if (risk->damages->len > 0 && risk->sle.known &&
          (worst == NULL || risk->sle.real > worst->sle.real))
        worst = risk;
    }
  return worst;
}

MzOneOffLine
mz_work_one_off_line (MzWork *self)
{
  if (mz_record_choice_is (self->organisation, "loss_place", "sga"))
    return MZ_ONE_OFF_SGA;
  if (mz_record_choice_is (self->organisation, "loss_place", "non_operating_expense"))
    return MZ_ONE_OFF_NON_OPERATING;
  return MZ_ONE_OFF_EXTRAORDINARY;
}

gboolean
mz_damage_takes_sales (const MzDamage *damage)
{
  return damage->is_sales || mz_record_choice_is (damage->record, "method", "stop") ||
         mz_record_choice_is (damage->record, "method", "churn");
}

static gboolean
add_damage (MzIncidentEffect *effect, const MzDamage *damage, char **reason, GError **error)
{
  const MzFigure *unknown = !damage->likely.known ? &damage->likely : &damage->lost_sales;

  if (!damage->likely.known || (mz_damage_takes_sales (damage) && !damage->lost_sales.known))
    {
      *reason = g_strdup (unknown->reason);
      return FALSE;
    }
  if (!mz_damage_takes_sales (damage))
    return mz_money_add (effect->one_off, damage->likely.yen, &effect->one_off, error);
  return mz_money_add (effect->lost_sales, damage->lost_sales.yen, &effect->lost_sales, error) &&
         mz_money_add (effect->lost_contribution, damage->likely.yen, &effect->lost_contribution,
                       error);
}

gboolean
mz_statement_tax (const MzProfitAndLoss *plan, gint64 loss, MzMaybe rate, gboolean other_profit,
                  MzMaybe *tax, GError **error)
{
  gint64 relief, left;

  *tax = MZ_NONE;
  if (!plan->tax.is_set || !rate.is_set)
    return TRUE;
  if (!mz_money_times_ppm (loss, rate.value, &relief, error) ||
      !mz_money_subtract (plan->tax.value, relief, &left, error))
    return FALSE;
  *tax = MZ_SOME (other_profit ? left : MAX (left, 0));
  return TRUE;
}

static gboolean
set_tax (MzWork *self, MzIncidentEffect *effect, GError **error)
{
  gint64 loss;

  return mz_money_add (effect->lost_contribution, effect->one_off, &loss, error) &&
         mz_statement_tax (&self->lines, loss, mz_record_maybe (self->organisation, "tax_rate"),
                           mz_record_flag (self->organisation, "other_profit"), &effect->tax,
                           error);
}

/* The statement of the year of the incident, or the reason why there is none. */
static gboolean
with_incident (MzWork *self, const MzRisk *incident, MzEvidence *evidence, MzProfitAndLoss *with,
               char **reason)
{
  MzIncidentEffect effect = {.one_off_line = mz_work_one_off_line (self)};
  g_autoptr (GError) error = NULL;
  gboolean fine = TRUE;

  if (incident == NULL)
    {
      *reason = g_strdup (_ ("No risk with a known loss is linked to damages."));
      return FALSE;
    }
  mz_evidence_add (evidence, incident->record);
  mz_evidence_add (evidence, self->organisation);
  for (guint i = 0; i < incident->damages->len && fine; i++)
    {
      const MzDamage *damage =
          g_hash_table_lookup (self->damage_of, g_ptr_array_index (incident->damages, i));

      mz_evidence_add_figure (evidence, &damage->likely);
      fine = add_damage (&effect, damage, reason, &error);
    }
  if (fine && set_tax (self, &effect, &error) &&
      mz_profit_with_incident (&self->lines, &effect, with, &error))
    return TRUE;
  if (*reason == NULL)
    *reason = g_strdup (error->message);
  return FALSE;
}

void
mz_work_statement (MzWork *self)
{
  MzRisk *incident = find_incident (self);
  g_autoptr (MzEvidence) nothing = mz_evidence_new ();
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autofree char *reason = NULL;
  MzFigure without[MZ_STATEMENT_LINES], with[MZ_STATEMENT_LINES];
  MzProfitAndLoss changed = {0};

  self->result.incident = incident != NULL ? g_object_ref (incident->record) : NULL;
  self->result.statement = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  mz_work_statement_lines (self, &self->lines, nothing, without);
  if (with_incident (self, incident, evidence, &changed, &reason))
    mz_work_statement_lines (self, &changed, evidence, with);
  for (guint i = 0; i < MZ_STATEMENT_LINES; i++)
    {
      MzStatementLine *line = g_new0 (MzStatementLine, 1);

      line->code = lines[i].code;
      line->label = mz_translate (lines[i].label);
      line->subtotal = lines[i].subtotal;
      line->without = without[i];
      line->with = reason == NULL ? with[i] : mz_evidence_unknown (evidence, g_strdup (reason));
      g_ptr_array_add (self->result.statement, line);
    }
}
