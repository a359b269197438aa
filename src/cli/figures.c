/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Figures as texts. */

#include "config.h"

#include "figures.h"

#include "mezasu/language.h"

#include <glib/gi18n-lib.h>

MzMoneyUnit
mz_cli_unit (MzModel *model)
{
  MzMoneyUnit unit = MZ_MONEY_UNIT_YEN;
  const char *name = mz_record_text (mz_model_single (model, "organisation"), "money_unit");
  if (name != NULL)
    mz_money_unit_from_name (name, &unit, NULL);
  return unit;
}

char *
mz_figure_text (const MzFigure *figure, MzMoneyUnit unit)
{
  if (!figure->known)
    return g_strdup ("–");
  g_autofree char *amount = mz_money_format_number (
      figure->yen, unit, mz_money_unit_decimals (unit), mz_language_minus ());
  return g_strconcat (amount, figure->assumed ? "*" : "", NULL);
}

static char *
percent (double ratio)
{
  return g_strdup_printf ("%.1f %%", ratio * 100);
}

char *
mz_ratio_text (const MzFigure *figure)
{
  if (!figure->known)
    return g_strdup ("–");
  g_autofree char *text = percent (figure->real);
  return g_strconcat (text, figure->assumed ? "*" : "", NULL);
}

char *
mz_payback_text (const MzScenarioResult *scenario)
{
  if (!scenario->has_payback)
    return g_strdup ("–");
  switch (scenario->payback.status)
    {
    case MZ_PAYBACK_IMMEDIATE:
      return g_strdup (_ ("at once"));
    case MZ_PAYBACK_NEVER:
      return g_strdup (_ ("not within the horizon"));
    case MZ_PAYBACK_LOST_AGAIN:
      return g_strdup_printf (_ ("after %.1f years, and lost again"), scenario->payback.first);
    case MZ_PAYBACK_RECOVERED_NON_MONOTONE:
      return g_strdup_printf (_ ("%.1f years (a first time after %.1f)"), scenario->payback.final,
                              scenario->payback.first);
    case MZ_PAYBACK_RECOVERED:
    default:
      return g_strdup_printf (_ ("%.1f years"), scenario->payback.final);
    }
}

char *
mz_irr_text (const MzScenarioResult *scenario)
{
  if (!scenario->flow_known || scenario->irr.n_roots == 0)
    return g_strdup ("–");
  if (scenario->irr.status == MZ_IRR_MANY)
    return g_strdup (_ ("several, see NPV"));
  return percent (scenario->irr.roots[0]);
}

char *
mz_rating_text (const MzAnalysis *analysis, const MzRating *rating)
{
  if (!rating->known)
    return g_strdup ("–");
  return g_strdup_printf ("%d %s", rating->value,
                          rating->band < 0 ? "" : analysis->scale.bands[rating->band].name);
}

/* By id, by the readable id of a JSON file, or by its mark. */
const MzScenarioResult *
mz_cli_scenario (const MzAnalysis *analysis, const char *name, const char *file, int *status)
{
  const MzScenarioResult *scenario = mz_analysis_scenario (analysis, name);
  if (scenario == NULL && name != NULL)
    {
      g_autofree char *derived = mz_id_derive (name);
      scenario = mz_analysis_scenario (analysis, derived);
    }
  if (scenario == NULL && name == NULL)
    scenario = mz_analysis_baseline (analysis);
  if (scenario == NULL)
    *status = mz_cli_refuse (file, _ ("there is no scenario “%s”; compare lists them."), name);
  return scenario;
}
