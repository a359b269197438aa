/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * From the model to a portfolio and back: what can be chosen and what it does, and the scenario that is made of a set. */

#include "config.h"

#include "portfolio-private.h"

#include <glib/gi18n-lib.h>

#include "analysis-private.h"
#include "mezasu/ratio.h"

typedef struct
{
  MzPortfolio *portfolio;
  MzWork *work;
  GHashTable *places;  /* MzRecord of a step to its index + 1 */
  GHashTable *options; /* MzRecord of an option to its number + 1 */
} Build;

static guint
place_of (const Build *self, MzRecord *step)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->places, step));
}

static guint
number_of (Build *self, MzRecord *option)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->options, option));

  if (number == 0)
    {
      number = g_hash_table_size (self->options) + 1;
      g_hash_table_insert (self->options, option, GUINT_TO_POINTER (number));
    }
  return number - 1;
}

/* Steps whose amounts cannot be read are left out, with the reason. */
static void
add_step (Build *self, MzRecord *record)
{
  MzModel *model = self->work->result.model;
  MzRecord *option = mz_model_referred (model, record, "option");
  MzPortfolioStep step = {.must = mz_record_flag (record, "must"),
                          .from_year = (int)mz_record_integer (record, "from_year", 0),
                          .enters_avoided = mz_step_enters_avoided (model, record)};
  g_autofree char *label = mz_record_label (record);
  g_autofree char *reason = NULL;
  MzCashFlow flow;

  if (!mz_work_step_flow (self->work, record, &flow, &reason) ||
      !mz_work_step_taxable (self->work, record, &flow, step.taxable, &reason))
    {
      g_ptr_array_add (self->portfolio->notes,
                       g_strdup_printf (_ ("“%s” is left out: %s"), label, reason));
      return;
    }
  for (int t = 0; t <= flow.horizon; t++)
    {
      step.costs[t] = flow.by_kind[MZ_CASH_INVESTMENT][t] + flow.by_kind[MZ_CASH_RUNNING][t];
      step.net[t] = flow.flows[t];
    }
  step.last_investment = mz_work_last_investment (self->work, record);
  step.option = number_of (self, option);
  step.id = g_strdup (mz_record_id (record));
  step.label = g_steal_pointer (&label);
  step.option_label = option != NULL ? mz_record_label (option) : g_strdup ("");
  g_array_append_val (self->portfolio->steps, step);
  g_hash_table_insert (self->places, record, GUINT_TO_POINTER (self->portfolio->steps->len));
}

static void
add_effects (Build *self, MzRecord *record, guint risk)
{
  MzModel *model = self->work->result.model;
  g_autoptr (GPtrArray) effects =
      mz_model_referring (model, "effect", "risk", mz_record_id (record));

  for (guint i = 0; i < effects->len; i++)
    {
      MzRecord *effect = g_ptr_array_index (effects, i);
      guint place = place_of (self, mz_model_referred (model, effect, "step"));
      MzPortfolioEffect to = {
          place - 1, risk,
          1 - (double)mz_record_integer (effect, "frequency_cut", 0) / (double)MZ_PPM,
          1 - (double)mz_record_integer (effect, "loss_cut", 0) / (double)MZ_PPM,
          mz_record_has (effect, "frequency_cut") || mz_record_has (effect, "loss_cut")};

      if (place > 0)
        g_array_append_val (self->portfolio->effects, to);
    }
}

static void
add_risk (Build *self, guint index)
{
  const MzRisk *risk = g_ptr_array_index (self->work->result.risks, index);
  MzPortfolioRisk to = {.ale = risk->ale.known ? risk->ale.real : 0, .known = risk->ale.known};

  to.usable = mz_analysis_simulation_risk (&self->work->result, NULL, index, &to.simulated);
  to.simulated.id = g_strdup (mz_record_id (risk->record));
  g_array_append_val (self->portfolio->risks, to);
  if (!risk->ale.known)
    {
      g_autofree char *label = mz_record_label (risk->record);

      g_ptr_array_add (self->portfolio->notes,
                       g_strdup_printf (_ ("The risk “%s” counts for nothing here: %s"), label,
                                        risk->ale.reason));
    }
  add_effects (self, risk->record, index);
}

/* A step that needs one that was left out cannot be taken: it rules itself out. */
static void
add_rules (Build *self)
{
  MzModel *model = self->work->result.model;
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (model, "step", i)) != NULL; i++)
    {
      MzRecord *before = mz_model_referred (model, record, "predecessor");
      MzPortfolioPair pair = {place_of (self, record),
                              before != NULL ? place_of (self, before) : 0};

      if (pair.step == 0 || before == NULL)
        continue;
      pair.step--;
      pair.other = pair.other > 0 ? pair.other - 1 : pair.step;
      g_array_append_val (
          place_of (self, before) > 0 ? self->portfolio->needs : self->portfolio->exclusions, pair);
    }
  for (guint i = 0; (record = mz_model_nth (model, "step_exclusion", i)) != NULL; i++)
    {
      MzRecord *step = mz_model_referred (model, record, "step");
      MzRecord *other = mz_model_referred (model, record, "other");
      MzPortfolioPair pair = {step != NULL ? place_of (self, step) : 0,
                              other != NULL ? place_of (self, other) : 0};

      if (pair.step == 0 || pair.other == 0 || pair.step == pair.other)
        continue;
      pair.step--;
      pair.other--;
      g_array_append_val (self->portfolio->exclusions, pair);
    }
}

static void
read_caps (Build *self)
{
  MzRecord *conclusion;

  for (guint i = 0; (conclusion = mz_model_nth (self->work->result.model, "conclusion", i)) != NULL;
       i++)
    if (mz_record_choice_is (conclusion, "question", "budget"))
      {
        self->portfolio->this_year = mz_record_maybe (conclusion, "this_year");
        self->portfolio->yearly = mz_record_maybe (conclusion, "yearly");
      }
}

MzPortfolio *
mz_portfolio_new (const MzAnalysis *analysis)
{
  MzWork *work = (MzWork *)analysis;
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) options = g_hash_table_new (NULL, NULL);
  Build build = {NULL, work, places, options};
  MzPortfolio *self;
  MzRecord *step;

  g_return_val_if_fail (analysis != NULL, NULL);

  self = build.portfolio = mz_portfolio_new_empty (analysis->horizon);
  self->revision = analysis->revision;
  self->rate = analysis->discount_rate;
  self->taxed = mz_record_has (work->organisation, "tax_rate");
  self->tax_rate = mz_record_integer (work->organisation, "tax_rate", 0);
  self->other_profit = mz_record_flag (work->organisation, "other_profit");
  self->seed = (guint64)mz_record_integer (work->organisation, "seed", 0);
  self->trials =
      (guint64)mz_record_integer (work->organisation, "trials", MZ_SIMULATION_DEFAULT_TRIALS);
  for (guint i = 0; (step = mz_model_nth (analysis->model, "step", i)) != NULL; i++)
    add_step (&build, step);
  for (guint i = 0; i < analysis->risks->len; i++)
    add_risk (&build, i);
  add_rules (&build);
  read_caps (&build);
  return self;
}

/* Back to the model. */

typedef struct
{
  const MzPortfolio *portfolio;
  MzModel *model;
  MzEdit *edit;
  const char *scenario;
} Scenario;

static void
join (const Scenario *self, const char *kind_name, const char *field, const char *id)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->model), kind_name);
  const char *record = mz_edit_insert (self->edit, kind, NULL);

  mz_edit_set_text (self->edit, kind, record, "scenario", self->scenario);
  mz_edit_set_text (self->edit, kind, record, field, id);
}

static gboolean
is_chosen (const Scenario *self, const MzPortfolioSet *set, MzRecord *step)
{
  for (guint i = 0; i < self->portfolio->steps->len; i++)
    if (set->chosen[i] &&
        g_str_equal (g_array_index (self->portfolio->steps, MzPortfolioStep, i).id,
                     mz_record_id (step)))
      return TRUE;
  return FALSE;
}

/* Takes @option with its chosen steps, or not at all. */
static void
add_option (const Scenario *self, const MzPortfolioSet *set, MzRecord *option)
{
  g_autoptr (GPtrArray) steps =
      mz_model_referring (self->model, "step", "option", mz_record_id (option));
  gboolean any = FALSE;

  for (guint i = 0; i < steps->len; i++)
    any = any || is_chosen (self, set, g_ptr_array_index (steps, i));
  if (!any)
    return;
  join (self, "scenario_option", "option", mz_record_id (option));
  for (guint i = 0; i < steps->len; i++)
    {
      MzRecord *step = g_ptr_array_index (steps, i);

      if (!is_chosen (self, set, step))
        join (self, "scenario_omission", "step", mz_record_id (step));
    }
}

MzEdit *
mz_portfolio_scenario_edit (const MzPortfolio *self, MzModel *model, const MzPortfolioSet *set,
                            const char *title, char **id)
{
  const MzKind *kind;
  Scenario scenario = {self, model, NULL, NULL};
  MzRecord *option;

  g_return_val_if_fail (self != NULL && MZ_IS_MODEL (model) && set != NULL, NULL);

  kind = mz_schema_kind (mz_model_schema (model), "scenario");
  scenario.edit = mz_edit_new (_ ("Scenario of the chosen steps"));
  scenario.scenario = mz_edit_insert (scenario.edit, kind, NULL);
  mz_edit_set_text (scenario.edit, kind, scenario.scenario, "title", title);
  for (guint i = 0; (option = mz_model_nth (model, "option", i)) != NULL; i++)
    add_option (&scenario, set, option);
  if (id != NULL)
    *id = g_strdup (scenario.scenario);
  return scenario.edit;
}
