/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Pages whose proof is a table: risks, damages, options, scenarios. A table goes on over as many pages as it needs. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "mezasu/comparison.h"
#include "mezasu/headline.h"
#include "report-private.h"

static char *
number_or_dash (gboolean known, int number)
{
  return known ? g_strdup_printf ("%d", number) : g_strdup ("–");
}

static MzTable *
risk_table (MzPages *self)
{
  const MzAnalysis *analysis = self->request->analysis;
  const char *headers[] = {_ ("Number"),      _ ("Risk"),         _ ("Vulnerability"),
                           _ ("#Likelihood"), _ ("#Impact"),      _ ("#Now"),
                           _ ("#Then"),       _ ("#Loss a year"), NULL};
  MzTable *table = mz_table_new (_ ("Risk register"), headers);

  for (guint i = 0; i < analysis->risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (analysis->risks, i);
      const MzResidual *residual = mz_analysis_residual (self->request->scenario, i);
      g_autofree char *title = mz_record_title (risk->record);
      g_autofree char *likelihood = number_or_dash (risk->current.known, risk->current.likelihood);
      g_autofree char *impact = number_or_dash (risk->current.known, risk->current.impact);
      g_autofree char *now = number_or_dash (risk->current.known, risk->current.value);
      g_autofree char *then = number_or_dash (residual->rating.known, residual->rating.value);
      g_autofree char *ale = mz_pages_amount (self, &risk->ale);
      mz_table_add_row (table, mz_record_id (risk->record), mz_record_text (risk->record, "code"),
                        title, mz_record_text (risk->record, "vulnerability"), likelihood, impact,
                        now, then, ale);
    }
  return table;
}

void
mz_page_risks (MzPages *self)
{
  g_autofree char *headline = mz_headline_risks (self->request->analysis, self->request->scenario);
  g_autoptr (MzTable) table = risk_table (self);
  g_autofree char *unit = mz_pages_unit (self);
  MzBox content, left, right;
  MzScene *page = mz_pages_add (self, "risks", _ ("Risks"), headline, NULL, &content);

  mz_pages_split (self, content, 0.36, 32, &left, &right);
  mz_block_chart (self, page, "heat-map", left);
  mz_pages_note (self, page, unit);
  for (guint i = 0; i < self->request->analysis->risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (self->request->analysis->risks, i);
      g_autofree char *name = mz_record_label (risk->record);
      mz_pages_tell (self, page, name, &risk->ale);
    }
  mz_block_table_pages (self, page, "risks", _ ("Risks"), headline, table, right, NULL);
}

static MzTable *
damage_table (MzPages *self)
{
  const MzAnalysis *analysis = self->request->analysis;
  const char *headers[] = {_ ("Class"), _ ("Kind"), _ ("#Low"), _ ("#Likely"), _ ("#High"), NULL};
  MzTable *table = mz_table_new (_ ("Possible damage"), headers);

  for (guint i = 0; i < analysis->damage_classes->len; i++)
    {
      const MzDamageClass *class = g_ptr_array_index (analysis->damage_classes, i);
      g_autofree char *low = mz_pages_amount (self, &class->low);
      g_autofree char *likely = mz_pages_amount (self, &class->likely);
      g_autofree char *high = mz_pages_amount (self, &class->high);
      mz_table_add_row (table, NULL, class->label,
                        class->is_sales ? _ ("lower profit") : _ ("one-off loss"), low, likely,
                        high);
    }
  return table;
}

void
mz_page_damages (MzPages *self)
{
  g_autofree char *headline = mz_headline_damages (self->request->analysis);
  g_autofree char *unit = mz_pages_unit (self);
  g_autoptr (MzTable) table = damage_table (self);
  MzBox content, left, right, rest;
  MzScene *page = mz_pages_add (self, "damages", _ ("Possible damage"), headline, NULL, &content);

  mz_pages_split (self, content, 0.48, 40, &left, &right);
  rest = mz_block_heading (self, page, _ ("Effect on profit by class"), unit, left);
  mz_block_table (self, page, table, 0, rest, NULL);
  rest = mz_block_heading (self, page, _ ("Profit and loss, without and with the incident"), unit,
                           right);
  mz_block_chart (self, page, "profit-and-loss", rest);
  for (guint i = 0; i < self->request->analysis->damage_classes->len; i++)
    {
      const MzDamageClass *class = g_ptr_array_index (self->request->analysis->damage_classes, i);
      mz_pages_tell (self, page, class->label, &class->likely);
    }
  mz_pages_note (
      self, page,
      _ ("※ rests on illustrative assumptions. Damage of a leak is a model estimate, not a court forecast."));
}

static char *
year_name (guint year)
{
  return year == 0 ? g_strdup (_ ("#This year")) : g_strdup_printf (_ ("#Year %u"), year);
}

/* Costs by year of each step of the scenario; years beyond what a page can hold are summed up. */
#define YEARS_SHOWN 5

static MzTable *
step_table (MzPages *self)
{
  const MzScenarioResult *scenario = self->request->scenario;
  guint years = MIN ((guint)self->request->analysis->horizon, YEARS_SHOWN);
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  MzTable *table;

  g_ptr_array_add (headers, g_strdup (_ ("Option")));
  g_ptr_array_add (headers, g_strdup (_ ("Step")));
  for (guint year = 0; year <= years; year++)
    g_ptr_array_add (headers, year_name (year));
  g_ptr_array_add (headers, g_strdup (_ ("#All years")));
  g_ptr_array_add (headers, NULL);
  table = mz_table_new (_ ("Steps and costs by year"), (const char *const *)headers->pdata);
  for (guint i = 0; i < scenario->steps->len; i++)
    {
      const MzStepMoney *money = g_ptr_array_index (scenario->steps, i);
      char **cells = g_new0 (char *, headers->len);
      gboolean assumed = money->cost.assumed;
      cells[0] = mz_record_title (money->option);
      cells[1] = mz_record_label (money->step);
      for (guint year = 0; year <= years; year++)
        {
          gint64 cost =
              money->amounts[MZ_CASH_INVESTMENT][year] + money->amounts[MZ_CASH_RUNNING][year];
          MzFigure figure = {.known = cost != 0, .yen = cost, .assumed = assumed};
          cells[2 + year] = mz_pages_amount (self, &figure);
        }
      cells[3 + years] = mz_pages_amount (self, &money->cost);
      mz_table_take_row (table, mz_record_id (money->step), cells);
    }
  return table;
}

static char *
say_payback (MzPages *self, const MzScenarioResult *scenario)
{
  if (!scenario->has_payback || scenario->baseline)
    return g_strdup ("–");
  if (!scenario->payback.has_final)
    return g_strdup_printf (_ ("not within %d years"), self->request->analysis->horizon);
  return g_strdup_printf (_ ("%.1f years"), scenario->payback.final);
}

/* Height of the payback plan under the steps, and its distance from them. */
#define PLAN_HEIGHT 130.0
#define PLAN_GAP 28.0

/* 投資回収計画: sales and profit as they are, when the cost is back, what it costs to run, and the sales that keep the
 * profit. */
static void
draw_plan (MzPages *self, MzScene *page, MzBox box)
{
  const MzAnalysis *analysis = self->request->analysis;
  const MzScenarioResult *scenario = self->request->scenario;
  const char *headers[] = {_ ("#Present sales"),
                           _ ("#Present profit"),
                           _ ("#Cost recovered in"),
                           _ ("#Added running cost a year"),
                           _ ("#Sales needed to keep today's profit"),
                           _ ("#Increase"),
                           NULL};
  g_autoptr (MzTable) table = mz_table_new (_ ("Payback plan"), headers);
  g_autofree char *sales = mz_pages_amount (self, &analysis->sales);
  g_autofree char *profit = mz_pages_amount (self, &analysis->profit);
  g_autofree char *payback = say_payback (self, scenario);
  g_autofree char *running = mz_pages_amount (self, &scenario->running);
  g_autofree char *needed = mz_pages_amount (self, &scenario->needed.headline);
  g_autofree char *increase = scenario->needed.headline.known
                                  ? mz_pages_percent (scenario->needed.increase_tenths)
                                  : g_strdup ("–");

  mz_table_add_row (table, NULL, sales, profit, payback, running, needed, increase);
  box = mz_block_heading (self, page, _ ("Payback plan"), NULL, box);
  mz_block_table (self, page, table, 0, box, NULL);
}

void
mz_page_options (MzPages *self)
{
  g_autofree char *headline =
      mz_headline_options (self->request->analysis, self->request->scenario);
  g_autofree char *unit = mz_pages_unit (self);
  g_autoptr (MzTable) table = step_table (self);
  MzBox content, rest;
  MzScene *page =
      mz_pages_add (self, "options", _ ("Options and their steps"), headline, NULL, &content);

  for (guint i = 0; i < self->request->scenario->steps->len; i++)
    {
      const MzStepMoney *money = g_ptr_array_index (self->request->scenario->steps, i);
      g_autofree char *name = mz_record_label (money->step);
      mz_pages_tell (self, page, name, &money->cost);
    }
  rest = mz_block_heading (self, page, self->request->scenario->name, unit, content);
  page = mz_block_table_pages (self, page, "options", _ ("Options and their steps"), headline,
                               table, rest, &rest);
  if (rest.height < PLAN_HEIGHT)
    page = mz_pages_add (self, "options", _ ("Options and their steps"), headline, NULL, &rest);
  else
    rest.y += PLAN_GAP;
  draw_plan (self, page, rest);
}

/* A figure as the pages mark it. */
static char *
say_figure (MzPages *self, const MzComparison *comparison, guint index, MzCriterion criterion)
{
  g_autofree char *text = mz_comparison_text (comparison, index, criterion, self->request->unit);

  if (!g_str_has_suffix (text, "*"))
    return g_steal_pointer (&text);
  text[strlen (text) - 1] = '\0';
  return g_strconcat (text, "※", NULL);
}

void
mz_page_scenarios (MzPages *self)
{
  const MzAnalysis *analysis = self->request->analysis;
  g_autofree char *headline = mz_headline_scenarios (analysis);
  g_autofree char *unit = mz_pages_unit (self);
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MzTable) table = NULL;
  g_autoptr (MzComparison) comparison = NULL;
  g_autofree char *verdict = NULL;
  MzBox content, rest;
  MzScene *page =
      mz_pages_add (self, "scenarios", _ ("Scenarios side by side"), headline, NULL, &content);

  g_ptr_array_add (headers, g_strdup (_ ("What is compared")));
  comparison = mz_comparison_new (analysis, self->request->loss, NULL);
  for (guint i = 0; i < comparison->n_scenarios; i++)
    g_ptr_array_add (headers,
                     g_strdup_printf ("#%s", mz_comparison_scenario (comparison, i)->name));
  g_ptr_array_add (headers, NULL);
  table = mz_table_new (_ ("Scenarios side by side"), (const char *const *)headers->pdata);
  for (guint row = 0; row < MZ_N_CRITERIA; row++)
    {
      char **cells = g_new0 (char *, headers->len);
      cells[0] = g_strdup (_ (mz_criterion_info (row)->label));
      for (guint i = 0; i < comparison->n_scenarios; i++)
        cells[1 + i] = say_figure (self, comparison, i, row);
      mz_table_take_row (table, NULL, cells);
    }
  for (guint i = 0; i < analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, i);
      g_autofree char *name = g_strdup_printf (_ ("%s, net present value"), scenario->name);
      mz_pages_tell (self, page, name, &scenario->npv);
    }
  if (comparison->n_scenarios > 1)
    {
      verdict = mz_comparison_verdict (comparison, 1, comparison->n_scenarios > 2 ? 2 : 0);
      mz_pages_note (self, page, verdict);
    }
  rest = mz_block_heading (self, page, _ ("Measured against doing nothing"), unit, content);
  mz_block_table_pages (self, page, "scenarios", _ ("Scenarios side by side"), headline, table,
                        rest, NULL);
}
