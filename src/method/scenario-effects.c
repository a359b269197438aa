/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the steps of a scenario do to the risks.
 *
 * The factors of independent measures are multiplied: prod (1 - m). The rating afterwards is, for each axis alone, the
 * lowest that an effect gives; where none does, the level of the number afterwards by the anchors, but never above the
 * present one, since a cut raises nothing; else the present one.
 *
 * A step avoids losses from the year after the last investment of its option, and never before it begins itself. What it
 * has built keeps working when the step is over. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/ratio.h"
#include "mezasu/rosi.h"

GPtrArray *
mz_step_amounts (MzModel *model, MzRecord *step)
{
  return mz_model_referring (model, "cash_flow", "step", mz_record_id (step));
}

gboolean
mz_step_enters_avoided (MzModel *model, MzRecord *step)
{
  g_autoptr (GPtrArray) amounts = mz_step_amounts (model, step);

  for (guint i = 0; i < amounts->len; i++)
    if (mz_record_choice_is (g_ptr_array_index (amounts, i), "kind", "avoided"))
      return TRUE;
  return FALSE;
}

int
mz_work_last_year (MzWork *self, MzRecord *record)
{
  return (int)MIN (mz_record_integer (record, "to_year", self->result.horizon),
                   self->result.horizon);
}

int
mz_work_last_investment (MzWork *self, MzRecord *step)
{
  g_autoptr (GPtrArray) amounts = mz_step_amounts (self->result.model, step);
  int last = -1;

  for (guint k = 0; k < amounts->len; k++)
    {
      MzRecord *amount = g_ptr_array_index (amounts, k);

      if (mz_record_choice_is (amount, "kind", "investment") &&
          mz_record_integer (amount, "amount", 0) > 0 &&
          mz_record_integer (amount, "from_year", 0) <= self->result.horizon)
        last = MAX (last, mz_work_last_year (self, amount));
    }
  return last;
}

/* The year after the last investment of @option in @scenario. */
static int
after_investment (MzWork *self, const MzScenarioResult *scenario, MzRecord *option)
{
  int last = -1;

  for (guint i = 0; i < scenario->steps->len; i++)
    {
      const MzStepMoney *money = g_ptr_array_index (scenario->steps, i);

      if (money->option == option)
        last = MAX (last, mz_work_last_investment (self, money->step));
    }
  return last + 1;
}

GHashTable *
mz_work_effect_starts (MzWork *self, const MzScenarioResult *scenario)
{
  GHashTable *starts = g_hash_table_new (NULL, NULL);
  MzRecord *option = NULL;
  int after = 0;

  for (guint i = 0; i < scenario->steps->len; i++)
    {
      MzStepMoney *money = g_ptr_array_index (scenario->steps, i);

      if (money->option != option)
        {
          option = money->option;
          after = after_investment (self, scenario, option);
        }
      g_hash_table_insert (
          starts, money->step,
          GINT_TO_POINTER (MAX (after, (int)mz_record_integer (money->step, "from_year", 0))));
    }
  return starts;
}

GArray *
mz_work_cuts (MzWork *self, MzRecord *risk, GHashTable *starts)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (MzCut));
  g_autoptr (GPtrArray) effects =
      mz_model_referring (self->result.model, "effect", "risk", mz_record_id (risk));

  for (guint i = 0; i < effects->len; i++)
    {
      MzRecord *effect = g_ptr_array_index (effects, i);
      MzRecord *step = mz_model_referred (self->result.model, effect, "step");
      gpointer start;

      if (step != NULL && g_hash_table_lookup_extended (starts, step, NULL, &start))
        {
          double f = (double)mz_record_integer (effect, "frequency_cut", 0) / (double)MZ_PPM;
          double l = (double)mz_record_integer (effect, "loss_cut", 0) / (double)MZ_PPM;
          MzCut cut = {effect,
                       step,
                       GPOINTER_TO_INT (start),
                       mz_record_has (effect, "frequency_cut") ||
                           mz_record_has (effect, "loss_cut"),
                       1 - f,
                       1 - l};

          g_array_append_val (cuts, cut);
        }
    }
  return cuts;
}

/* One axis of the rating afterwards. */
static int
level_after (const GArray *cuts, const char *field, int current, int by_anchors)
{
  int lowest = 0;

  for (guint i = 0; i < cuts->len; i++)
    {
      int level = mz_record_level (g_array_index (cuts, MzCut, i).effect, field);

      if (level > 0 && (lowest == 0 || level < lowest))
        lowest = level;
    }
  if (lowest > 0)
    return lowest;
  if (by_anchors == 0)
    return current;
  return current == 0 ? by_anchors : MIN (current, by_anchors);
}

static int
level_by_anchors (const MzAnchors *anchors, const MzFigure *before, double factor)
{
  MzFigure after = {.known = before->known, .real = before->real * factor};

  return factor < 1 ? mz_anchors_level (anchors, &after) : 0;
}

static MzFigure
ale_after (const MzRisk *risk, const MzResidual *residual, const GArray *cuts)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();

  mz_evidence_add_figure (evidence, &risk->ale);
  for (guint i = 0; i < cuts->len; i++)
    mz_evidence_add (evidence, g_array_index (cuts, MzCut, i).effect);
  if (!risk->ale.known)
    return mz_evidence_unknown (evidence, g_strdup (risk->ale.reason));
  return mz_evidence_amount (evidence,
                             risk->ale.real * (residual->frequency_factor * residual->loss_factor));
}

static void
residual_free (MzResidual *self)
{
  mz_figure_clear (&self->ale);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static MzResidual *
residual_new (MzWork *self, guint index, GHashTable *starts)
{
  const MzRisk *risk = g_ptr_array_index (self->result.risks, index);
  g_autoptr (GArray) cuts = mz_work_cuts (self, risk->record, starts);
  MzResidual *residual = g_new0 (MzResidual, 1);
  int likelihood, impact;

  residual->risk = index;
  residual->frequency_factor = residual->loss_factor = 1;
  residual->steps = g_ptr_array_new ();
  for (guint i = 0; i < cuts->len; i++)
    {
      const MzCut *cut = &g_array_index (cuts, MzCut, i);

      residual->frequency_factor *= cut->keep_frequency;
      residual->loss_factor *= cut->keep_loss;
      g_ptr_array_add (residual->steps, cut->step);
    }
  mz_records_hold (residual->steps);
  likelihood = level_after (
      cuts, "likelihood", risk->current.likelihood,
      level_by_anchors (&self->frequency_anchors, &risk->frequency, residual->frequency_factor));
  impact = level_after (cuts, "impact", risk->current.impact,
                        level_by_anchors (&self->loss_anchors, &risk->sle, residual->loss_factor));
  residual->rating = mz_work_rate (self, likelihood, impact);
  residual->ale = ale_after (risk, residual, cuts);
  return residual;
}

static MzFigure
nothing_avoided (MzScenarioResult *scenario, gboolean acted_on)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();

  mz_evidence_add (evidence, scenario->record);
  if (scenario->baseline)
    return mz_evidence_yen (evidence, 0);
  return mz_evidence_unknown (
      evidence, g_strdup_printf (acted_on ? _ ("No step of “%s” says by how much it cuts a "
                                               "frequency or a loss.")
                                          : _ ("No step of “%s” acts on a risk."),
                                 scenario->name));
}

static gboolean
has_cut (const GArray *cuts)
{
  for (guint i = 0; i < cuts->len; i++)
    if (g_array_index (cuts, MzCut, i).is_cut)
      return TRUE;
  return FALSE;
}

/* The sum over the risks that are cut. A risk that is only rated anew adds nothing, which a finding tells. */
static MzFigure
avoided_by (MzWork *self, MzScenarioResult *scenario, GHashTable *starts)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  const char *reason = NULL;
  gboolean acted_on = FALSE, quantified = FALSE;
  double sum = 0;

  for (guint i = 0; i < scenario->residuals->len; i++)
    {
      const MzResidual *residual = g_ptr_array_index (scenario->residuals, i);
      const MzRisk *risk = g_ptr_array_index (self->result.risks, i);
      g_autoptr (GArray) cuts = mz_work_cuts (self, risk->record, starts);

      acted_on = acted_on || cuts->len > 0;
      if (!has_cut (cuts))
        continue;
      quantified = TRUE;
      mz_evidence_add_figure (evidence, &residual->ale);
      if (!residual->ale.known && reason == NULL)
        reason = residual->ale.reason;
      sum += risk->ale.real - residual->ale.real;
    }
  if (!quantified)
    return nothing_avoided (scenario, acted_on);
  return reason != NULL ? mz_evidence_unknown (evidence, g_strdup (reason))
                        : mz_evidence_amount (evidence, sum);
}

static void
count (MzScenarioResult *scenario, const MzRating *rating)
{
  if (!rating->known)
    {
      scenario->n_unrated++;
      return;
    }
  scenario->max_value = MAX (scenario->max_value, rating->value);
  if (rating->verdict == MZ_VERDICT_MUST_TREAT)
    scenario->n_must_treat++;
}

void
mz_work_residuals (MzWork *self, MzScenarioResult *scenario, GHashTable *starts)
{
  g_autoptr (GPtrArray) losses = g_ptr_array_new ();

  scenario->residuals = g_ptr_array_new_with_free_func ((GDestroyNotify)residual_free);
  for (guint i = 0; i < self->result.risks->len; i++)
    {
      MzResidual *residual = residual_new (self, i, starts);

      g_ptr_array_add (scenario->residuals, residual);
      g_ptr_array_add (losses, &residual->ale);
      count (scenario, &residual->rating);
    }
  scenario->ale = mz_figure_sum ((const MzFigure *const *)losses->pdata, losses->len,
                                 g_strdup (_ ("There is no risk in the model.")));
  scenario->avoided = avoided_by (self, scenario, starts);
}
