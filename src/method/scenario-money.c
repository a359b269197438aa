/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The money of a scenario by step and by year.
 *
 * Costs and extra sales come from the amounts of the steps. The avoided loss is a line for each risk: ALE now less ALE
 * with the effects that have begun, rounded to yen, year by year as steps begin. Where a step that acts on a risk has
 * avoided losses entered by hand, those stand for the risk, and no line is reckoned. Extra sales count with the margin
 * of the scenario where it has its own. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/money.h"
#include "mezasu/ratio.h"

/* A table under way. */
typedef struct
{
  GArray *lines; /* MzCashLine */
  MzEvidence *evidence;
  char *reason; /* why it cannot be known */
  gboolean has_benefit;
} Table;

static gboolean
is_cost (MzCashKind kind)
{
  return kind == MZ_CASH_INVESTMENT || kind == MZ_CASH_RUNNING;
}

/* The line of one amount; FALSE with a reason when its years run backwards. */
static gboolean
read_amount (MzWork *self, MzRecord *amount, MzCashLine *line, char **reason)
{
  g_autofree char *title = mz_record_label (amount);

  if (!mz_cash_kind_from_nick (mz_record_text (amount, "kind"), &line->kind, NULL))
    line->kind = MZ_CASH_INVESTMENT;
  line->amount = mz_record_integer (amount, "amount", 0);
  line->from = (int)mz_record_integer (amount, "from_year", 0);
  line->to = (int)mz_record_integer (amount, "to_year", MAX (self->result.horizon, line->from));
  if (line->to >= line->from)
    return TRUE;
  *reason = g_strdup_printf (_ ("The amount “%s” ends before it begins."), title);
  return FALSE;
}

/* Adds the amounts of @step, the costs only when @costs_only. */
static void
add_step (MzWork *self, MzRecord *step, gboolean costs_only, Table *table)
{
  g_autoptr (GPtrArray) amounts = mz_step_amounts (self->result.model, step);

  for (guint i = 0; i < amounts->len; i++)
    {
      MzRecord *amount = g_ptr_array_index (amounts, i);
      g_autofree char *reason = NULL;
      MzCashLine line;

      if (!read_amount (self, amount, &line, &reason))
        {
          if (table->reason == NULL)
            table->reason = g_steal_pointer (&reason);
          continue;
        }
      if (costs_only && !is_cost (line.kind))
        continue;
      table->has_benefit = table->has_benefit || !is_cost (line.kind);
      mz_evidence_add (table->evidence, step);
      mz_evidence_add (table->evidence, amount);
      g_array_append_val (table->lines, line);
    }
}

static void
table_clear (Table *table)
{
  g_clear_pointer (&table->lines, g_array_unref);
  g_clear_pointer (&table->evidence, mz_evidence_free);
  g_clear_pointer (&table->reason, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static void
table_init (Table *table)
{
  *table = (Table){.lines = g_array_new (FALSE, FALSE, sizeof (MzCashLine)),
                   .evidence = mz_evidence_new ()};
}

static const gint64 *
margin_of (MzWork *self, const MzScenarioResult *scenario, gint64 *margin)
{
  *margin = scenario->record != NULL
                ? mz_record_integer (scenario->record, "contribution_margin", self->margin.value)
                : self->margin.value;
  return self->margin.is_set || (scenario->record != NULL &&
                                 mz_record_has (scenario->record, "contribution_margin"))
             ? margin
             : NULL;
}

static gboolean
needs_margin (const GArray *lines, int horizon)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MzCashLine *line = &g_array_index (lines, MzCashLine, i);

      if (line->kind == MZ_CASH_REVENUE && line->from <= horizon)
        return TRUE;
    }
  return FALSE;
}

/* Computes @table, or sets its reason. */
static gboolean
compute (MzWork *self, const MzScenarioResult *scenario, Table *table, MzCashFlow *flow)
{
  g_autoptr (GError) error = NULL;
  gint64 value;
  const gint64 *margin = margin_of (self, scenario, &value);

  if (table->reason != NULL)
    return FALSE;
  if (needs_margin (table->lines, self->result.horizon))
    {
      mz_evidence_add (table->evidence, self->organisation);
      if (margin == NULL)
        {
          table->reason = g_strdup (
              _ ("Extra sales need the contribution margin of the firm, which is not given."));
          return FALSE;
        }
    }
  if (mz_cash_flow_compute ((const MzCashLine *)(gpointer)table->lines->data, table->lines->len,
                            self->result.horizon, margin, flow, &error))
    return TRUE;
  table->reason = g_strdup (error->message);
  return FALSE;
}

static gboolean
enters_avoided (MzWork *self, const GArray *cuts)
{
  for (guint i = 0; i < cuts->len; i++)
    if (mz_step_enters_avoided (self->result.model, g_array_index (cuts, MzCut, i).step))
      return TRUE;
  return FALSE;
}

/* What of the expected loss of a risk is left in @year. */
static double
kept_in (const GArray *cuts, int year, gboolean *is_cut)
{
  double kept = 1;

  for (guint i = 0; i < cuts->len; i++)
    {
      const MzCut *cut = &g_array_index (cuts, MzCut, i);

      *is_cut = *is_cut || cut->is_cut;
      if (cut->start <= year)
        kept *= cut->keep_frequency * cut->keep_loss;
    }
  return kept;
}

/* The avoided loss of one risk: a line for each run of years in which the same effects hold. */
static void
add_avoided (MzWork *self, const MzRisk *risk, const GArray *cuts, Table *table)
{
  gboolean is_cut = FALSE;
  MzCashLine line = {MZ_CASH_AVOIDED, 0, 0, 0};

  kept_in (cuts, 0, &is_cut);
  if (!is_cut || enters_avoided (self, cuts))
    return;
  table->has_benefit = TRUE;
  mz_evidence_add_figure (table->evidence, &risk->ale);
  for (guint i = 0; i < cuts->len; i++)
    mz_evidence_add (table->evidence, g_array_index (cuts, MzCut, i).effect);
  if (!risk->ale.known)
    {
      if (table->reason == NULL)
        table->reason = g_strdup (risk->ale.reason);
      return;
    }
  for (int year = 0; year <= self->result.horizon; year++)
    {
      double avoided = risk->ale.real - risk->ale.real * kept_in (cuts, year, &is_cut);
      gint64 yen;

      /* An expected loss is within the limit of sums, and what is avoided of it is not more. */
      if (!mz_money_from_double (avoided, &yen, NULL))
        continue;
      if (yen != line.amount && line.amount != 0)
        g_array_append_val (table->lines, line);
      if (yen != line.amount)
        line = (MzCashLine){MZ_CASH_AVOIDED, yen, year, year};
      line.to = year;
    }
  if (line.amount != 0)
    g_array_append_val (table->lines, line);
}

static void
set_flow (MzWork *self, MzScenarioResult *scenario, GHashTable *starts, Table *table)
{
  for (guint i = 0; i < scenario->steps->len; i++)
    add_step (self, ((MzStepMoney *)g_ptr_array_index (scenario->steps, i))->step, FALSE, table);
  if (table->reason == NULL && table->lines->len == 0 && !scenario->baseline)
    table->reason = g_strdup_printf (_ ("No step of “%s” has an amount."), scenario->name);
  for (guint i = 0; i < self->result.risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (self->result.risks, i);
      g_autoptr (GArray) cuts = mz_work_cuts (self, risk->record, starts);

      add_avoided (self, risk, cuts, table);
    }
  if (table->reason == NULL && !table->has_benefit && !scenario->baseline)
    table->reason = g_strdup (scenario->avoided.reason);

  scenario->flow.horizon = self->result.horizon;
  scenario->flow_known = compute (self, scenario, table, &scenario->flow);
  scenario->flow_reason = g_strdup (table->reason);
}

/* The mean of years 1 … N, or the dearest of them. */
static gint64
running_a_year (MzWork *self, const MzCashFlow *costs)
{
  MzInt128 sum = 0;
  gint64 dearest = costs->by_kind[MZ_CASH_RUNNING][1];

  for (int t = 1; t <= costs->horizon; t++)
    {
      sum += costs->by_kind[MZ_CASH_RUNNING][t];
      dearest = MAX (dearest, costs->by_kind[MZ_CASH_RUNNING][t]);
    }
  return mz_record_flag (self->organisation, "cautious")
             ? dearest
             : (gint64)mz_ratio_divide_128 (sum, costs->horizon, MZ_ROUNDING_HALF_AWAY);
}

/* Costs are known also where benefits are not. */
static void
set_costs (MzWork *self, MzScenarioResult *scenario)
{
  g_auto (Table) table;
  MzCashFlow costs = {0};
  g_autoptr (GError) error = NULL;
  gint64 this_year;

  table_init (&table);
  mz_evidence_add (table.evidence, scenario->record);
  for (guint i = 0; i < scenario->steps->len; i++)
    add_step (self, ((MzStepMoney *)g_ptr_array_index (scenario->steps, i))->step, TRUE, &table);
  if (table.reason == NULL && table.lines->len == 0 && !scenario->baseline)
    table.reason = g_strdup_printf (_ ("No step of “%s” has a cost."), scenario->name);
  if (!compute (self, scenario, &table, &costs) ||
      !mz_money_add (costs.by_kind[MZ_CASH_INVESTMENT][0], costs.by_kind[MZ_CASH_RUNNING][0],
                     &this_year, &error))
    {
      const char *reason = table.reason != NULL ? table.reason : error->message;

      scenario->investment_this_year = mz_evidence_unknown (table.evidence, g_strdup (reason));
      scenario->total_investment = mz_evidence_unknown (table.evidence, g_strdup (reason));
      scenario->running = mz_evidence_unknown (table.evidence, g_strdup (reason));
      return;
    }
  scenario->investment_this_year = mz_evidence_yen (table.evidence, this_year);
  scenario->total_investment =
      mz_evidence_yen (table.evidence, costs.kind_totals[MZ_CASH_INVESTMENT]);
  memcpy (scenario->running_by_year, costs.by_kind[MZ_CASH_RUNNING],
          sizeof scenario->running_by_year);
  scenario->running = mz_evidence_yen (table.evidence, running_a_year (self, &costs));
}

/* What @step alone would avoid a year. */
static MzFigure
avoided_alone (MzWork *self, MzRecord *step)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autoptr (GPtrArray) effects =
      mz_model_referring (self->result.model, "effect", "step", mz_record_id (step));
  g_autofree char *title = mz_record_label (step);
  const char *reason = NULL;
  gboolean is_cut = FALSE;
  double sum = 0;

  mz_evidence_add (evidence, step);
  for (guint i = 0; i < effects->len; i++)
    {
      MzRecord *effect = g_ptr_array_index (effects, i);
      MzRecord *record = mz_model_referred (self->result.model, effect, "risk");
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->risk_of, record));
      const MzRisk *risk = g_ptr_array_index (self->result.risks, index - 1);
      double f = (double)mz_record_integer (effect, "frequency_cut", 0) / (double)MZ_PPM;
      double l = (double)mz_record_integer (effect, "loss_cut", 0) / (double)MZ_PPM;

      if (!mz_record_has (effect, "frequency_cut") && !mz_record_has (effect, "loss_cut"))
        continue;
      is_cut = TRUE;
      mz_evidence_add (evidence, effect);
      mz_evidence_add_figure (evidence, &risk->ale);
      if (!risk->ale.known && reason == NULL)
        reason = risk->ale.reason;
      sum += risk->ale.real * (1 - (1 - f) * (1 - l));
    }
  if (reason != NULL)
    return mz_evidence_unknown (evidence, g_strdup (reason));
  if (!is_cut)
    return mz_evidence_unknown (
        evidence, g_strdup_printf (
                      _ ("“%s” does not say by how much it cuts a frequency or a loss."), title));
  return mz_evidence_amount (evidence, sum);
}

static void
set_step (MzWork *self, MzScenarioResult *scenario, MzStepMoney *money)
{
  g_auto (Table) table;
  MzCashFlow flow = {0};

  table_init (&table);
  add_step (self, money->step, FALSE, &table);
  if (compute (self, scenario, &table, &flow))
    {
      memcpy (money->amounts, flow.by_kind, sizeof money->amounts);
      money->cost = mz_evidence_yen (table.evidence, flow.total_cost);
    }
  else
    money->cost = mz_evidence_unknown (table.evidence, g_strdup (table.reason));
  money->avoided = avoided_alone (self, money->step);
}

gboolean
mz_work_step_flow (MzWork *self, MzRecord *step, MzCashFlow *flow, char **reason)
{
  /* No scenario has its margin here: that of the firm counts. */
  const MzScenarioResult none = {0};
  g_auto (Table) table;

  table_init (&table);
  add_step (self, step, FALSE, &table);
  if (compute (self, &none, &table, flow))
    return TRUE;
  *reason = g_steal_pointer (&table.reason);
  return FALSE;
}

/* Avoided losses that are only entered: the amount of the plan's last year stands for a year. */
static void
take_entered_avoided (MzScenarioResult *scenario, const MzEvidence *evidence)
{
  if (scenario->avoided.known || !scenario->flow_known ||
      scenario->flow.kind_totals[MZ_CASH_AVOIDED] == 0)
    return;
  mz_figure_clear (&scenario->avoided);
  scenario->avoided =
      mz_evidence_yen (evidence, scenario->flow.by_kind[MZ_CASH_AVOIDED][scenario->flow.horizon]);
}

void
mz_work_money (MzWork *self, MzScenarioResult *scenario, GHashTable *starts)
{
  g_auto (Table) table;

  table_init (&table);
  mz_evidence_add (table.evidence, scenario->record);
  for (guint i = 0; i < scenario->steps->len; i++)
    set_step (self, scenario, g_ptr_array_index (scenario->steps, i));
  set_costs (self, scenario);
  set_flow (self, scenario, starts, &table);
  take_entered_avoided (scenario, table.evidence);
  mz_evidence_add (table.evidence, self->organisation);
  mz_work_returns (self, scenario, table.evidence);
}
