/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Completeness of each step of the process: rules that are met of rules that apply. Where a step is about records of
 * which there is none, one rule asks for the first, so that an empty page is never complete. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

static void
completeness_free (MzCompleteness *self)
{
  g_ptr_array_unref (self->missing);
  g_free (self);
}

static MzCompleteness *
begin (MzWork *self, const char *step, const char *label)
{
  MzCompleteness *found = g_new0 (MzCompleteness, 1);

  found->step = step;
  found->label = label;
  found->missing = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_finding_free);
  g_ptr_array_add (self->result.completeness, found);
  return found;
}

/* One rule. @message is a sentence without arguments. */
static void
rule (MzCompleteness *self, gboolean met, const char *code, MzRecord *record, const char *field,
      const char *message)
{
  self->total++;
  self->met += met;
  if (!met)
    g_ptr_array_add (self->missing,
                     mz_finding_new (code, MZ_FINDING_NOTE, record, field, g_strdup (message)));
}

/* One rule about @record; @message is a format that names it. */
static void
rule_of (MzCompleteness *self, gboolean met, const char *code, MzRecord *record, const char *field,
         const char *message)
{
  self->total++;
  self->met += met;
  if (!met)
    {
      g_autofree char *title = mz_record_label (record);
      g_autoptr (GString) text = g_string_new (message);

      g_string_replace (text, "%s", title, 1);
      g_ptr_array_add (self->missing,
                       mz_finding_new (code, MZ_FINDING_NOTE, record, field,
                                       g_string_free (g_steal_pointer (&text), FALSE)));
    }
}

static void
check_organisation (MzWork *self)
{
  MzCompleteness *c = begin (self, "organisation", _ ("Organisation"));
  MzRecord *firm = self->organisation;

  rule (c, mz_record_has (firm, "business"), "business_missing", firm, "business",
        _ ("The business of the company is not described."));
  rule (c, self->result.sales.known, "sales_missing", NULL, NULL,
        _ ("The sales of the company are not given."));
  rule (c, self->result.profit.known, "profit_missing", NULL, NULL,
        _ ("The profit of the company cannot be reckoned from its profit and loss."));
  rule (c, mz_record_has (firm, "staff"), "staff_missing", firm, "staff",
        _ ("The number of staff is not given."));
  rule (c, mz_model_count (self->result.model, "system") > 0, "system_missing", NULL, NULL,
        _ ("No system is described."));
}

/* Whether the sub-item has an entry that bears on something, or one that says why it has no effect. */
static gboolean
is_covered (MzWork *self, const char *category)
{
  MzRecord *entry;

  for (guint i = 0; (entry = mz_model_nth (self->result.model, "context", i)) != NULL; i++)
    if (mz_record_choice_is (entry, "category", category) &&
        !g_ptr_array_find (self->result.levels.open_entries, entry, NULL))
      return TRUE;
  return FALSE;
}

/* The market and the industry stand in the source's example but not in its table: offered, not asked for. */
static gboolean
is_asked_for (const MzCategory *category, gboolean external)
{
  return category->external == external && category->column != MZ_BOARD_MARKET &&
         category->column != MZ_BOARD_INDUSTRY;
}

static void
check_context (MzWork *self, gboolean external)
{
  MzCompleteness *c = external ? begin (self, "external", _ ("External context"))
                               : begin (self, "internal", _ ("Internal context"));
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->result.model), "context");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "category"));
  const MzCategory *category;

  for (guint i = 0; (category = mz_category_nth (i)) != NULL; i++)
    {
      int choice = mz_field_choice (field, category->code);
      g_autofree char *message = NULL;

      if (!is_asked_for (category, external) || choice < 0)
        continue;
      message = g_strdup_printf (
          _ ("“%s” has no entry that bears on security, and none that says why it does not."),
          mz_translate (field->choices[choice].label));
      rule (c, is_covered (self, category->code), "context_missing", NULL, category->code, message);
    }
}

static void
check_stakeholders (MzWork *self)
{
  MzCompleteness *c = begin (self, "stakeholders", _ ("Stakeholders"));
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (self->result.model, "stakeholder", i)) != NULL; i++)
    rule_of (c, mz_record_has (record, "demand"), "demand_missing", record, "demand",
             _ ("“%s” makes no demand."));
  if (c->total == 0)
    rule (c, FALSE, "stakeholder_missing", NULL, NULL, _ ("No stakeholder is named."));
}

static gboolean
is_answered (MzWork *self, const char *question)
{
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (self->result.model, "conclusion", i)) != NULL; i++)
    if (mz_record_choice_is (record, "question", question) && mz_record_has (record, "text"))
      return TRUE;
  return FALSE;
}

static void
check_conclusions (MzWork *self)
{
  MzCompleteness *c = begin (self, "conclusions", _ ("Conclusions"));
  const MzKind *kind = mz_schema_kind (mz_model_schema (self->result.model), "conclusion");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "question"));

  for (const MzChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      g_autofree char *message =
          g_strdup_printf (_ ("The question “%s” has no answer."), mz_translate (choice->label));

      rule (c, is_answered (self, choice->code), "answer_missing", NULL, choice->code, message);
    }
}

static void
check_criteria (MzWork *self)
{
  MzCompleteness *c = begin (self, "criteria", _ ("Risk criteria"));
  const MzScale *scale = &self->result.scale;

  rule (c, scale->n_bands > 0, "bands_missing", self->criteria, "scheme",
        _ ("The risk matrix has no bands."));
  rule (c, scale->has_appetite, "appetite_missing", self->criteria, "appetite",
        _ ("The risk appetite is not given."));
  rule (c, scale->has_tolerance, "tolerance_missing", self->criteria, "tolerance",
        _ ("The risk tolerance is not given."));
}

static gboolean
has_state (MzRecord *aspect, const char *text, const char *level)
{
  return mz_record_has (aspect, text) || mz_record_has (aspect, level);
}

static void
check_gaps (MzWork *self)
{
  MzCompleteness *c = begin (self, "gaps", _ ("Gaps"));

  for (guint i = 0; i < self->result.gaps->len; i++)
    {
      const MzGap *gap = g_ptr_array_index (self->result.gaps, i);

      rule_of (c,
               has_state (gap->record, "current", "current_level") &&
                   has_state (gap->record, "target", "target_level"),
               "state_missing", gap->record, "current",
               _ ("“%s” lacks its current or its target state."));
      rule_of (c, gap->damages->len > 0, "damage_missing", gap->record, NULL,
               _ ("No damage is linked to “%s”."));
      rule_of (c, gap->contexts->len > 0, "context_missing", gap->record, NULL,
               _ ("No context entry leads to “%s”."));
    }
  if (c->total == 0)
    rule (c, FALSE, "gap_missing", NULL, NULL, _ ("No gap is described."));
}

static gboolean
comes_from_gap (MzWork *self, const MzRisk *risk)
{
  g_autoptr (GPtrArray) direct =
      mz_neighbours_of_kind (self->result.model, risk->record, "aspect", TRUE);

  if (direct->len > 0)
    return TRUE;
  for (guint i = 0; i < risk->damages->len; i++)
    {
      g_autoptr (GPtrArray) gaps = mz_neighbours_of_kind (
          self->result.model, g_ptr_array_index (risk->damages, i), "aspect", TRUE);

      if (gaps->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_risks (MzWork *self)
{
  MzCompleteness *c = begin (self, "risks", _ ("Risks"));

  for (guint i = 0; i < self->result.risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (self->result.risks, i);

      rule_of (c, risk->current.known, "rating_missing", risk->record, "likelihood",
               _ ("“%s” is not rated as things are now."));
      rule_of (c, comes_from_gap (self, risk), "gap_missing", risk->record, NULL,
               _ ("“%s” is linked to no gap."));
      rule_of (c, mz_record_has (risk->record, "owner"), "owner_missing", risk->record, "owner",
               _ ("“%s” has no owner."));
    }
  if (c->total == 0)
    rule (c, FALSE, "risk_missing", NULL, NULL, _ ("No risk is described."));
}

static void
check_loss (MzWork *self)
{
  MzCompleteness *c = begin (self, "loss", _ ("Loss"));

  for (guint i = 0; i < self->result.risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (self->result.risks, i);

      rule (c, risk->frequency.known, "frequency_missing", risk->record, "frequency",
            risk->frequency.reason);
      rule (c, risk->sle.known, "loss_missing", risk->record, "magnitude", risk->sle.reason);
    }
  if (c->total == 0)
    rule (c, FALSE, "risk_missing", NULL, NULL, _ ("No risk is described."));
}

/* Whether a record of @kind belongs to one of @steps. */
static gboolean
any_of (MzWork *self, const GPtrArray *steps, const char *kind)
{
  for (guint i = 0; i < steps->len; i++)
    {
      g_autoptr (GPtrArray) found = mz_model_referring (
          self->result.model, kind, "step", mz_record_id (g_ptr_array_index (steps, i)));

      if (found->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_options (MzWork *self)
{
  MzCompleteness *c = begin (self, "options", _ ("Options"));
  MzRecord *option;

  for (guint i = 0; (option = mz_model_nth (self->result.model, "option", i)) != NULL; i++)
    {
      g_autoptr (GPtrArray) steps =
          mz_model_referring (self->result.model, "step", "option", mz_record_id (option));

      rule_of (c, steps->len > 0, "step_missing", option, NULL, _ ("“%s” has no steps."));
      rule_of (c, any_of (self, steps, "cash_flow"), "amount_missing", option, NULL,
               _ ("“%s” has no amounts."));
      rule_of (c, any_of (self, steps, "effect"), "effect_missing", option, NULL,
               _ ("“%s” has no effect on a risk."));
      rule_of (c, mz_record_has (option, "trigger"), "trigger_missing", option, "trigger",
               _ ("“%s” does not say why the risk is treated."));
    }
  if (c->total == 0)
    rule (c, FALSE, "option_missing", NULL, NULL, _ ("No option is described."));
}

static gboolean
is_referred (MzWork *self, const char *kind, const char *field, MzRecord *record)
{
  g_autoptr (GPtrArray) found =
      mz_model_referring (self->result.model, kind, field, mz_record_id (record));

  return found->len > 0;
}

static void
check_scorecard (MzWork *self)
{
  MzCompleteness *c = begin (self, "scorecard", _ ("Scorecard"));
  MzRecord *objective;

  for (guint i = 0; (objective = mz_model_nth (self->result.model, "objective", i)) != NULL; i++)
    {
      rule_of (c,
               is_referred (self, "objective_link", "cause", objective) ||
                   is_referred (self, "objective_link", "result", objective),
               "link_missing", objective, NULL, _ ("“%s” is linked to no other objective."));
      rule_of (c, is_referred (self, "kpi", "objective", objective), "kpi_missing", objective, NULL,
               _ ("“%s” has no KPI."));
    }
  if (c->total == 0)
    rule (c, FALSE, "objective_missing", NULL, NULL, _ ("No objective is described."));
}

static void
check_review (MzWork *self)
{
  MzCompleteness *c = begin (self, "review", _ ("Review"));

  rule (c, mz_record_has (self->organisation, "review_date"), "review_date_missing",
        self->organisation, "review_date", _ ("The date of the next review is not given."));
}

void
mz_work_completeness (MzWork *self)
{
  self->result.completeness = g_ptr_array_new_with_free_func ((GDestroyNotify)completeness_free);
  check_organisation (self);
  check_context (self, TRUE);
  check_context (self, FALSE);
  check_stakeholders (self);
  check_conclusions (self);
  check_criteria (self);
  check_gaps (self);
  check_risks (self);
  check_loss (self);
  check_options (self);
  check_scorecard (self);
  check_review (self);
}
