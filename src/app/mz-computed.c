/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Columns that the method computes. Nothing is calculated here: figures are taken from the analysis and written. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-computed.h"

#include "mezasu/carry.h"
#include "mezasu/year-amount.h"
#include "mz-display.h"

#define COLOURS 4

void
mz_computed_cell_clear (MzComputedCell *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->tooltip, g_free);
}

int
mz_computed_band (const MzScale *scale, int band)
{
  if (band < 0)
    return 0;
  if (scale->n_bands <= 1)
    return 1;
  return 1 + (band * (COLOURS - 1) + (scale->n_bands - 1) / 2) / (scale->n_bands - 1);
}

static void
show_figure (MzWorkspace *workspace, const MzFigure *figure, MzComputedCell *cell)
{
  if (!figure->known)
    {
      cell->text = g_strdup ("–");
      cell->tooltip = g_strdup (figure->reason);
      return;
    }
  cell->text = mz_display_money (workspace, figure->yen);
  cell->order = figure->real;
  cell->known = TRUE;
  cell->assumed = figure->assumed;
}

static void
show_rating (const MzScale *scale, const MzRating *rating, MzComputedCell *cell)
{
  cell->known = rating->known;
  if (!rating->known)
    {
      cell->text = g_strdup ("–");
      cell->tooltip = g_strdup (_ ("Likelihood and impact are not both rated."));
      return;
    }
  cell->text = g_strdup_printf ("%d", rating->value);
  cell->order = rating->value;
  cell->band = mz_computed_band (scale, rating->band);
  if (rating->band >= 0)
    cell->tooltip = g_strdup (scale->bands[rating->band].name);
}

/* Risks. */

static const MzRisk *
risk_at (MzWorkspace *workspace, guint index)
{
  const MzAnalysis *analysis = mz_workspace_analysis (workspace);
  return index < analysis->risks->len ? g_ptr_array_index (analysis->risks, index) : NULL;
}

static void
risk_inherent (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzRisk *risk = risk_at (workspace, index);
  if (risk != NULL)
    show_rating (&mz_workspace_analysis (workspace)->scale, &risk->inherent, cell);
}

static void
risk_value (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzRisk *risk = risk_at (workspace, index);
  if (risk != NULL)
    show_rating (&mz_workspace_analysis (workspace)->scale, &risk->current, cell);
}

static void
risk_residual (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzScenarioResult *scenario = mz_workspace_scenario (workspace);
  const MzResidual *residual =
      index < scenario->residuals->len ? mz_analysis_residual (scenario, index) : NULL;
  if (residual != NULL)
    show_rating (&mz_workspace_analysis (workspace)->scale, &residual->rating, cell);
}

static void
risk_ale (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzRisk *risk = risk_at (workspace, index);
  if (risk != NULL)
    show_figure (workspace, &risk->ale, cell);
}

static void
risk_residual_ale (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzScenarioResult *scenario = mz_workspace_scenario (workspace);
  const MzResidual *residual =
      index < scenario->residuals->len ? mz_analysis_residual (scenario, index) : NULL;
  if (residual != NULL)
    show_figure (workspace, &residual->ale, cell);
}

/* Gaps and damages. */

static void
gap_difference (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzAnalysis *analysis = mz_workspace_analysis (workspace);
  const MzGap *gap = index < analysis->gaps->len ? g_ptr_array_index (analysis->gaps, index) : NULL;

  if (gap == NULL || !gap->known)
    return;
  cell->text = g_strdup_printf ("%d", gap->difference);
  cell->order = gap->difference;
  cell->known = TRUE;
}

static void
gap_damage (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzAnalysis *analysis = mz_workspace_analysis (workspace);
  const MzGap *gap = index < analysis->gaps->len ? g_ptr_array_index (analysis->gaps, index) : NULL;

  if (gap != NULL && gap->damages->len > 0)
    show_figure (workspace, &gap->likely, cell);
}

static const MzDamage *
damage_at (MzWorkspace *workspace, guint index)
{
  const MzAnalysis *analysis = mz_workspace_analysis (workspace);
  return index < analysis->damages->len ? g_ptr_array_index (analysis->damages, index) : NULL;
}

static void
damage_low (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzDamage *damage = damage_at (workspace, index);
  if (damage != NULL)
    show_figure (workspace, &damage->low, cell);
}

static void
damage_likely (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzDamage *damage = damage_at (workspace, index);
  if (damage != NULL)
    show_figure (workspace, &damage->likely, cell);
}

static void
damage_high (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzDamage *damage = damage_at (workspace, index);
  if (damage != NULL)
    show_figure (workspace, &damage->high, cell);
}

/* Options, steps and scenarios. A step's money is the same in every scenario that contains it. */

static const MzStepMoney *
find_step (MzWorkspace *workspace, MzRecord *step)
{
  const MzAnalysis *analysis = mz_workspace_analysis (workspace);

  for (guint i = 0; i < analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, i);
      for (guint j = 0; j < scenario->steps->len; j++)
        {
          const MzStepMoney *money = g_ptr_array_index (scenario->steps, j);
          if (money->step == step)
            return money;
        }
    }
  return NULL;
}

static void
step_cost (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzStepMoney *money = find_step (workspace, record);
  if (money != NULL)
    show_figure (workspace, &money->cost, cell);
}

static void
step_avoided (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzStepMoney *money = find_step (workspace, record);
  if (money != NULL)
    show_figure (workspace, &money->avoided, cell);
}

static void
option_total (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  g_autoptr (GPtrArray) steps =
      mz_model_referring (mz_workspace_model (workspace), "step", "option", mz_record_id (record));
  MzFigure total = {.known = steps->len > 0};

  for (guint i = 0; i < steps->len; i++)
    {
      const MzStepMoney *money = find_step (workspace, g_ptr_array_index (steps, i));
      if (money == NULL || !money->cost.known ||
          !mz_money_add (total.yen, money->cost.yen, &total.yen, NULL))
        return;
      total.assumed |= money->cost.assumed;
    }
  total.real = (double)total.yen;
  if (total.known)
    show_figure (workspace, &total, cell);
}

/* What a year cost more than was planned; less is negative. */
static void
actual_over (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  MzFigure over = {.known = mz_record_has (record, "planned") && mz_record_has (record, "spent")};

  if (over.known)
    over.known = mz_money_subtract (mz_record_integer (record, "spent", 0),
                                    mz_record_integer (record, "planned", 0), &over.yen, NULL);
  over.real = (double)over.yen;
  over.reason = (char *)_ ("What was planned and what was spent are not both given.");
  over.assumed = mz_record_flag (record, "assumed");
  show_figure (workspace, &over, cell);
}

static void
marks_free (gpointer data)
{
  mz_carry_marks_free (data);
}

/* The marks of the model as it is now, made once for all rows. */
static MzCarryMarks *
marks_now (MzWorkspace *workspace)
{
  MzModel *model = mz_workspace_model (workspace);
  guint64 *made = g_object_get_data (G_OBJECT (model), "mz-marks-revision");
  MzCarryMarks *marks = g_object_get_data (G_OBJECT (model), "mz-marks");

  if (marks != NULL && made != NULL && *made == mz_model_revision (model))
    return marks;
  made = g_new (guint64, 1);
  *made = mz_model_revision (model);
  marks = mz_carry_marks_new (model);
  g_object_set_data_full (G_OBJECT (model), "mz-marks-revision", made, g_free);
  g_object_set_data_full (G_OBJECT (model), "mz-marks", marks, marks_free);
  return marks;
}

/* What became of the record since the model was carried from the year before. */
static void
since_last_year (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  MzCarryMark mark = mz_carry_mark (marks_now (workspace), record);

  cell->text = g_strdup (mz_carry_mark_words (mark));
  cell->order = mark;
  cell->known = mark != MZ_CARRY_NONE;
}

static const MzScenarioResult *
find_scenario (MzWorkspace *workspace, MzRecord *record)
{
  return mz_analysis_scenario (mz_workspace_analysis (workspace), mz_record_id (record));
}

static void
scenario_investment (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzScenarioResult *scenario = find_scenario (workspace, record);
  if (scenario != NULL)
    show_figure (workspace, &scenario->investment_this_year, cell);
}

static void
scenario_running (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzScenarioResult *scenario = find_scenario (workspace, record);
  if (scenario != NULL)
    show_figure (workspace, &scenario->running, cell);
}

static void
scenario_ale (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzScenarioResult *scenario = find_scenario (workspace, record);
  if (scenario != NULL)
    show_figure (workspace, &scenario->ale, cell);
}

static void
scenario_npv (MzWorkspace *workspace, MzRecord *record, guint index, MzComputedCell *cell)
{
  const MzScenarioResult *scenario = find_scenario (workspace, record);
  if (scenario != NULL)
    show_figure (workspace, &scenario->npv, cell);
}

/* Years of an amount. Year 0 is this fiscal year; an amount without a last year goes on to the end of the plan. */

static void
show_year (MzWorkspace *workspace, MzRecord *record, int year, MzComputedCell *cell)
{
  gint64 amount;

  if (year > mz_workspace_analysis (workspace)->horizon || !mz_year_amount (record, year, &amount))
    return;
  cell->text = mz_display_money (workspace, amount);
  cell->order = (double)amount;
  cell->assumed = mz_record_flag (record, "assumed");
  cell->known = TRUE;
}

static gboolean
get_year (MzWorkspace *workspace, MzRecord *record, int year, MzValue *value)
{
  value->set = mz_year_amount (record, year, &value->integer);
  return value->set;
}

/* What is typed in one year splits and joins the lines; the history tells it as the person sees it. */
static gboolean
set_year (MzWorkspace *workspace, MzRecord *record, int year, const MzValue *value, GError **error)
{
  g_autoptr (MzEdit) edit = mz_year_amount_set (mz_workspace_model (workspace), record, year,
                                                value->set ? &value->integer : NULL, error);
  g_autofree char *name = NULL, *label = NULL, *amount = NULL;

  if (edit == NULL)
    return FALSE;
  if (mz_edit_n_changes (edit) == 0)
    return TRUE;
  name = mz_record_label (record);
  amount = value->set ? mz_money_format (value->integer, MZ_MONEY_UNIT_YEN, 0, mz_language_minus ())
                      : g_strdup ("–");
  /* TRANSLATORS: what an amount is for, a year of the plan, the amount: what one edit did. */
  label = g_strdup_printf (_ ("%s, year %d: %s"), name, year, amount);
  mz_edit_set_label (edit, label);
  return mz_workspace_edit (workspace, g_steal_pointer (&edit), error);
}

static const MzFieldDetour year_detour = {get_year, set_year};

#define YEAR(n)                                                                                    \
  static void flow_year_##n (MzWorkspace *workspace, MzRecord *record, guint index,                \
                             MzComputedCell *cell)                                                 \
  {                                                                                                \
    show_year (workspace, record, n, cell);                                                        \
  }
YEAR (0)
YEAR (1)
YEAR (2)
YEAR (3)
YEAR (4)
YEAR (5)
#undef YEAR

static const MzComputed columns[] = {
    {"risk", "=inherent", N_ ("Inherent"), FALSE, risk_inherent},
    {"risk", "=value", N_ ("Value"), FALSE, risk_value},
    {"risk", "=residual", N_ ("Afterwards"), FALSE, risk_residual},
    {"risk", "=ale", N_ ("Loss a year"), TRUE, risk_ale},
    {"risk", "=residual_ale", N_ ("Loss a year afterwards"), TRUE, risk_residual_ale},
    {"risk", "=since", N_ ("Since last year"), FALSE, since_last_year},
    {"aspect", "=difference", N_ ("Gap"), FALSE, gap_difference},
    {"aspect", "=damage", N_ ("Possible damage"), TRUE, gap_damage},
    {"damage", "=low", N_ ("Effect, low"), TRUE, damage_low},
    {"damage", "=likely", N_ ("Effect, likely"), TRUE, damage_likely},
    {"damage", "=high", N_ ("Effect, high"), TRUE, damage_high},
    {"step", "=cost", N_ ("Cost in all"), TRUE, step_cost},
    {"step", "=avoided", N_ ("Avoids a year"), TRUE, step_avoided},
    {"step", "=since", N_ ("Since last year"), FALSE, since_last_year},
    {"step_actual", "=over", N_ ("Over plan"), TRUE, actual_over},
    {"cash_flow", "=year0", N_ ("This year"), TRUE, flow_year_0, "amount", &year_detour, 0},
    {"cash_flow", "=year1", "+1", TRUE, flow_year_1, "amount", &year_detour, 1},
    {"cash_flow", "=year2", "+2", TRUE, flow_year_2, "amount", &year_detour, 2},
    {"cash_flow", "=year3", "+3", TRUE, flow_year_3, "amount", &year_detour, 3},
    {"cash_flow", "=year4", "+4", TRUE, flow_year_4, "amount", &year_detour, 4},
    {"cash_flow", "=year5", "+5", TRUE, flow_year_5, "amount", &year_detour, 5},
    {"option", "=total", N_ ("Cost in all"), TRUE, option_total},
    {"scenario", "=investment", N_ ("Asked for this year"), TRUE, scenario_investment},
    {"scenario", "=running", N_ ("A year from next year on"), TRUE, scenario_running},
    {"scenario", "=ale", N_ ("Loss a year left"), TRUE, scenario_ale},
    {"scenario", "=npv", N_ ("Net present value"), TRUE, scenario_npv},
};

const MzComputed *
mz_computed_find (const char *kind, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].kind, kind) && g_str_equal (columns[i].name, name))
      return &columns[i];
  return NULL;
}

const MzComputed *
mz_computed_nth (const char *kind, guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].kind, kind) && index-- == 0)
      return &columns[i];
  return NULL;
}
