/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One line for each page. */

#include "config.h"

#include "headline-private.h"

#include <glib/gi18n-lib.h>

#define NAMES_SHOWN 3

/* The titles of @records, the first few of them. */
static char *
names (const GPtrArray *records)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  guint shown = MIN (records->len, NAMES_SHOWN);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < shown; i++)
    g_ptr_array_add (titles, mz_record_title (g_ptr_array_index (records, i)));
  g_ptr_array_add (titles, NULL);
  joined = g_strjoinv (C_ ("between the names of a list", ", "), (char **)titles->pdata);
  if (records->len == shown)
    return g_steal_pointer (&joined);
  return g_strdup_printf (
      ngettext ("%1$s and %2$u more", "%1$s and %2$u more", records->len - shown), joined,
      records->len - shown);
}

char *
mz_headline_external (const MzAnalysis *analysis)
{
  const MzLevels *levels;
  g_autofree char *minimum_by = NULL, *target_by = NULL;

  g_return_val_if_fail (analysis != NULL, NULL);

  levels = &analysis->levels;
  minimum_by = names (levels->minimum_by);
  target_by = names (levels->target_by);
  if (levels->target == 0)
    return g_strdup (_ ("Nobody demands a level of security yet."));
  if (levels->minimum == 0)
    return g_strdup_printf (_ ("Level %1$d is the target (%2$s); nobody demands a minimum."),
                            levels->target, target_by);
  if (levels->target == levels->minimum)
    return g_strdup_printf (_ ("Level %1$d is the least that is demanded (%2$s), and the target."),
                            levels->minimum, minimum_by);
  return g_strdup_printf (_ ("Level %1$d is the least that is demanded (%2$s); the target is level "
                             "%3$d (%4$s)."),
                          levels->minimum, minimum_by, levels->target, target_by);
}

char *
mz_headline_gaps (const MzAnalysis *analysis)
{
  const MzGap *widest = NULL;
  g_autofree char *title = NULL;
  guint n_known = 0, n_below = 0;

  g_return_val_if_fail (analysis != NULL, NULL);

  for (guint i = 0; i < analysis->gaps->len; i++)
    {
      const MzGap *gap = g_ptr_array_index (analysis->gaps, i);

      n_known += gap->known;
      n_below += gap->gap > 0;
      if (gap->gap > 0 && (widest == NULL || gap->gap > widest->gap))
        widest = gap;
    }
  if (n_known == 0)
    return g_strdup (_ ("No gap between the current and the target level is known yet."));
  if (widest == NULL)
    return g_strdup (_ ("Every aspect with known levels has reached its target."));
  title = mz_record_title (widest->record);
  return g_strdup_printf (
      ngettext ("%1$u of %2$u aspects is below its target; the widest gap is “%3$s”, level %4$d "
                "instead of %5$d.",
                "%1$u of %2$u aspects are below their target; the widest gap is “%3$s”, level %4$d "
                "instead of %5$d.",
                n_below),
      n_below, analysis->gaps->len, title, widest->current, widest->target);
}

static guint
count_above (const MzAnalysis *analysis, guint *n_rated)
{
  guint n_above = 0;

  *n_rated = 0;
  for (guint i = 0; i < analysis->risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (analysis->risks, i);

      *n_rated += risk->current.known;
      n_above += risk->current.known && risk->current.verdict == MZ_VERDICT_MUST_TREAT;
    }
  return n_above;
}

static char *
say_change (guint n_above, guint n_risks, const MzScenarioResult *scenario)
{
  if (scenario->n_must_treat == 0)
    return g_strdup_printf (
        ngettext ("%1$u of %2$u risks is above the tolerance; with %3$s all are inside.",
                  "%1$u of %2$u risks are above the tolerance; with %3$s all are inside.", n_above),
        n_above, n_risks, scenario->name);
  return g_strdup_printf (
      ngettext ("%1$u of %2$u risks is above the tolerance; with %3$s there are %4$u.",
                "%1$u of %2$u risks are above the tolerance; with %3$s there are %4$u.", n_above),
      n_above, n_risks, scenario->name, scenario->n_must_treat);
}

char *
mz_headline_risks (const MzAnalysis *analysis, const MzScenarioResult *scenario)
{
  guint n_rated, n_above;

  g_return_val_if_fail (analysis != NULL, NULL);

  n_above = count_above (analysis, &n_rated);
  if (n_rated == 0)
    return g_strdup (_ ("No risk is rated yet."));
  if (!analysis->scale.has_tolerance)
    return g_strdup (_ ("No tolerance is set that the risks could be held against."));
  if (mz_headline_has_plan (scenario) && (n_above > 0 || scenario->n_must_treat > 0))
    return say_change (n_above, analysis->risks->len, scenario);
  if (n_above == 0)
    return g_strdup (_ ("No rated risk is above the tolerance."));
  return g_strdup_printf (ngettext ("%1$u of %2$u risks is above the tolerance.",
                                    "%1$u of %2$u risks are above the tolerance.", n_above),
                          n_above, analysis->risks->len);
}

static const MzRisk *
incident (const MzAnalysis *analysis)
{
  for (guint i = 0; i < analysis->risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (analysis->risks, i);

      if (risk->record == analysis->incident)
        return risk;
    }
  return NULL;
}

char *
mz_headline_damages (const MzAnalysis *analysis)
{
  const MzRisk *worst;
  g_autofree char *title = NULL, *money = NULL;

  g_return_val_if_fail (analysis != NULL, NULL);

  worst = incident (analysis);
  if (worst == NULL)
    return g_strdup (_ ("What an incident costs is not known yet."));
  title = mz_record_title (worst->record);
  money = mz_headline_money (worst->sle.yen);
  return g_strdup_printf (_ ("The gravest incident, “%1$s”, costs %2$s on average each time."),
                          title, money);
}

char *
mz_headline_options (const MzAnalysis *analysis, const MzScenarioResult *scenario)
{
  g_autofree char *now = NULL, *later = NULL;

  g_return_val_if_fail (analysis != NULL, NULL);

  if (!mz_headline_has_plan (scenario))
    return mz_headline_no_plan ();
  if (!scenario->investment_this_year.known || !scenario->running.known)
    return g_strdup_printf (_ ("What %s costs is not known yet."), scenario->name);
  now = mz_headline_money (scenario->investment_this_year.yen);
  later = mz_headline_money (scenario->running.yen);
  if (scenario->running.yen == 0)
    return g_strdup_printf (
        _ ("%1$s asks for %2$s this year and nothing a year from next year on."), scenario->name,
        now);
  return g_strdup_printf (_ ("%1$s asks for %2$s this year and %3$s a year from next year on."),
                          scenario->name, now, later);
}

static char *
say_return (const MzScenarioResult *scenario, int horizon, const char *npv)
{
  g_autofree char *first = mz_headline_years (scenario->payback.first);
  g_autofree char *final = mz_headline_years (scenario->payback.final);

  switch (scenario->payback.status)
    {
    case MZ_PAYBACK_IMMEDIATE:
      return g_strdup_printf (_ ("%1$s is never in the red; its net present value is %2$s."),
                              scenario->name, npv);
    case MZ_PAYBACK_NEVER:
      return g_strdup_printf (ngettext ("%1$s does not pay back within %2$d year; its net present "
                                        "value is %3$s.",
                                        "%1$s does not pay back within %2$d years; its net present "
                                        "value is %3$s.",
                                        (gulong)horizon),
                              scenario->name, horizon, npv);
    case MZ_PAYBACK_LOST_AGAIN:
      return g_strdup_printf (_ ("%1$s pays back in %2$s years, but falls into the red again; its "
                                 "net present value is %3$s."),
                              scenario->name, first, npv);
    case MZ_PAYBACK_RECOVERED_NON_MONOTONE:
      return g_strdup_printf (
          _ ("%1$s pays back for good in %2$s years, for the first time in %3$s; "
             "its net present value is %4$s."),
          scenario->name, final, first, npv);
    case MZ_PAYBACK_RECOVERED:
    default:
      return g_strdup_printf (_ ("%1$s pays back in %2$s years; its net present value is %3$s."),
                              scenario->name, final, npv);
    }
}

char *
mz_headline_payback (const MzAnalysis *analysis, const MzScenarioResult *scenario)
{
  g_autofree char *npv = NULL;

  g_return_val_if_fail (analysis != NULL, NULL);

  if (!mz_headline_has_plan (scenario))
    return mz_headline_no_plan ();
  if (!scenario->has_payback || !scenario->npv.known)
    return g_strdup_printf (_ ("When %s pays back is not known yet."), scenario->name);
  npv = mz_headline_money (scenario->npv.yen);
  return say_return (scenario, analysis->horizon, npv);
}

char *
mz_headline_statement (const MzAnalysis *analysis)
{
  const MzStatementLine *profit = NULL;
  g_autofree char *title = NULL, *before = NULL, *after = NULL;

  g_return_val_if_fail (analysis != NULL, NULL);

  for (guint i = 0; i < analysis->statement->len; i++)
    {
      const MzStatementLine *line = g_ptr_array_index (analysis->statement, i);

      if (g_str_equal (line->code, "profit_before_tax"))
        profit = line;
    }
  if (profit == NULL || !profit->without.known || !profit->with.known)
    return g_strdup (_ ("What an incident makes of the year's profit is not known yet."));
  title = mz_record_title (analysis->incident);
  before = mz_headline_money (profit->without.yen);
  after = mz_headline_money (ABS (profit->with.yen));
  if (profit->with.yen < 0 && profit->without.yen >= 0)
    return g_strdup_printf (_ ("“%1$s” turns a profit before tax of %2$s into a loss of %3$s."),
                            title, before, after);
  g_free (after);
  after = mz_headline_money (profit->with.yen);
  return g_strdup_printf (
      _ ("In a year with “%1$s” the profit before tax falls from %2$s to %3$s."), title, before,
      after);
}

char *
mz_headline_forces (const MzAnalysis *analysis)
{
  MzModel *model = analysis->model;
  MzRecord *strongest = NULL;
  gint64 most = 0;
  g_autofree char *title = NULL;

  for (guint i = 0; i < mz_model_count (model, "context"); i++)
    {
      MzRecord *entry = mz_model_nth (model, "context", i);
      gint64 strength = mz_record_integer (entry, "strength", 0);
      if (mz_category_find (mz_record_text (entry, "category"))->column == MZ_BOARD_FORCE &&
          strength > most)
        {
          strongest = entry;
          most = strength;
        }
    }
  if (strongest == NULL)
    return g_strdup (_ ("The forces of competition have not been rated yet."));
  title = mz_record_title (strongest);
  return g_strdup_printf (_ ("Competition presses hardest through “%s” (strength %d of 5)."), title,
                          (int)most);
}

char *
mz_headline_internal (const MzAnalysis *analysis)
{
  MzModel *model = analysis->model;
  guint entries = 0;

  for (guint i = 0; i < mz_model_count (model, "context"); i++)
    entries += !mz_category_find (mz_record_text (mz_model_nth (model, "context", i), "category"))
                    ->external;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u fact inside the company decides what security can do today.",
                   "%u facts inside the company decide what security can do today.", entries),
      entries);
}

char *
mz_headline_systems (const MzAnalysis *analysis)
{
  guint systems = mz_model_count (analysis->model, "system");
  guint weaknesses = mz_model_count (analysis->model, "weakness");

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u weakness is known in %u systems.",
                                       "%u weaknesses are known in %u systems.", weaknesses),
                          weaknesses, systems);
}

char *
mz_headline_scenarios (const MzAnalysis *analysis)
{
  const MzScenarioResult *best = NULL;
  g_autofree char *value = NULL;

  for (guint i = 0; i < analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, i);
      if (!scenario->baseline && scenario->npv.known &&
          (best == NULL || scenario->npv.real > best->npv.real))
        best = scenario;
    }
  if (best == NULL)
    return g_strdup (_ ("No scenario has amounts to compare yet."));
  value = mz_headline_money (best->npv.yen);
  /* Doing nothing is worth 0 by definition. */
  if (best->npv.yen < 0)
    return g_strdup_printf (
        _ ("In money alone no scenario beats doing nothing; “%s” comes closest: %s over %d years."),
        best->name, value, analysis->horizon);
  return g_strdup_printf (_ ("“%s” is worth most today: %s over %d years."), best->name, value,
                          analysis->horizon);
}
