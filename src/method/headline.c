/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The board page's sentences: what doing nothing costs, and what the proposal does about it. */

#include "config.h"

#include "headline-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/language.h"
#include "mezasu/money.h"

static char *
japanese_money (gint64 yen, gint64 size)
{
  MzMoneyUnit unit = size >= mz_money_unit_factor (MZ_MONEY_UNIT_OKU)   ? MZ_MONEY_UNIT_OKU
                     : size >= mz_money_unit_factor (MZ_MONEY_UNIT_MAN) ? MZ_MONEY_UNIT_MAN
                                                                        : MZ_MONEY_UNIT_YEN;

  return mz_money_format_japanese (yen, unit, mz_money_unit_decimals (unit), mz_language_minus ());
}

char *
mz_headline_money (gint64 yen)
{
  gint64 million = mz_money_unit_factor (MZ_MONEY_UNIT_MILLION);
  gint64 size = yen < 0 ? -yen : yen;

  if (g_str_equal (mz_language (), "ja"))
    return japanese_money (yen, size);
  if (size < million)
    return mz_money_format (yen, MZ_MONEY_UNIT_YEN, 0, mz_language_minus ());
  return mz_money_format (yen, MZ_MONEY_UNIT_MILLION, size < 100 * million ? 1 : 0,
                          mz_language_minus ());
}

char *
mz_headline_years (double years)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.1f", years));
}

gboolean
mz_headline_has_plan (const MzScenarioResult *scenario)
{
  return scenario != NULL && !scenario->baseline;
}

char *
mz_headline_no_plan (void)
{
  return g_strdup (_ ("No plan is proposed yet."));
}

char *
mz_headline_situation (const MzAnalysis *analysis)
{
  g_autofree char *money = NULL;

  g_return_val_if_fail (analysis != NULL, NULL);

  if (!analysis->ale.known)
    return g_strdup (_ ("What things as they are cost a year is not known yet."));
  money = mz_headline_money (analysis->ale.yen);
  /* TRANSLATORS: %s is an amount of money; 現状のままでは平均 年%sの損失が見込まれます。 */
  return g_strdup_printf (_ ("As things are, losses of %s a year are to be expected on average."),
                          money);
}

/* What a scenario makes of the risks. */
typedef enum
{
  RISKS_UNKNOWN,
  RISKS_INSIDE,
  RISKS_ABOVE,
} RiskOutcome;

static RiskOutcome
outcome (const MzAnalysis *analysis, const MzScenarioResult *scenario)
{
  if (!analysis->scale.has_tolerance || analysis->risks->len == 0)
    return RISKS_UNKNOWN;
  if (scenario->n_must_treat > 0)
    return RISKS_ABOVE;
  return scenario->n_unrated > 0 ? RISKS_UNKNOWN : RISKS_INSIDE;
}

/* The arguments of every proposal sentence, by position: 1 plan, 2 cost, 3 years, 4 horizon, 5 risks left. A sentence
 * uses those it needs. */
typedef struct
{
  const char *name;
  const char *cost;
  const char *years;
  int horizon;
  guint n_above;
} Proposal;

static char *
say_unknown (const Proposal *p, RiskOutcome risks)
{
  if (risks == RISKS_INSIDE)
    return g_strdup_printf (
        _ ("%s brings every risk inside the tolerance; when it pays back is not "
           "known yet."),
        p->name);
  if (risks == RISKS_ABOVE)
    return g_strdup_printf (
        ngettext ("%1$s leaves %2$u risk above the tolerance; when it pays back "
                  "is not known yet.",
                  "%1$s leaves %2$u risks above the tolerance; when it pays "
                  "back is not known yet.",
                  p->n_above),
        p->name, p->n_above);
  return g_strdup_printf (_ ("When %s pays back is not known yet."), p->name);
}

static char *
say_immediate (const Proposal *p, RiskOutcome risks)
{
  if (risks == RISKS_INSIDE)
    return g_strdup_printf (_ ("%1$s costs %2$s, is never in the red and brings every risk inside "
                               "the tolerance."),
                            p->name, p->cost);
  if (risks == RISKS_ABOVE)
    return g_strdup_printf (ngettext ("%1$s costs %2$s, is never in the red and leaves %3$u risk "
                                      "above the tolerance.",
                                      "%1$s costs %2$s, is never in the red and leaves %3$u risks "
                                      "above the tolerance.",
                                      p->n_above),
                            p->name, p->cost, p->n_above);
  return g_strdup_printf (_ ("%1$s costs %2$s and is never in the red."), p->name, p->cost);
}

static char *
say_recovered (const Proposal *p, RiskOutcome risks)
{
  if (risks == RISKS_INSIDE)
    /* TRANSLATORS: %1$sは%2$sの投資を%3$s年で回収し、すべてのリスクを許容度の内側に収めます。 */
    return g_strdup_printf (_ ("%1$s costs %2$s, pays back in %3$s years and brings every risk "
                               "inside the tolerance."),
                            p->name, p->cost, p->years);
  if (risks == RISKS_ABOVE)
    return g_strdup_printf (ngettext ("%1$s costs %2$s, pays back in %3$s years and leaves %4$u "
                                      "risk above the tolerance.",
                                      "%1$s costs %2$s, pays back in %3$s years and leaves %4$u "
                                      "risks above the tolerance.",
                                      p->n_above),
                            p->name, p->cost, p->years, p->n_above);
  return g_strdup_printf (_ ("%1$s costs %2$s and pays back in %3$s years."), p->name, p->cost,
                          p->years);
}

static char *
say_never (const Proposal *p, RiskOutcome risks)
{
  if (risks == RISKS_INSIDE)
    return g_strdup_printf (
        ngettext ("%1$s costs %2$s and does not pay back within %3$d year, but "
                  "brings every risk inside the tolerance.",
                  "%1$s costs %2$s and does not pay back within %3$d years, but "
                  "brings every risk inside the tolerance.",
                  (gulong)p->horizon),
        p->name, p->cost, p->horizon);
  if (risks == RISKS_ABOVE)
    /* The count of risks decides the plural here; a horizon of one year is the rare case. */
    return g_strdup_printf (ngettext ("%1$s costs %2$s, does not pay back by year %3$d and leaves "
                                      "%4$u risk above the tolerance.",
                                      "%1$s costs %2$s, does not pay back by year %3$d and leaves "
                                      "%4$u risks above the tolerance.",
                                      p->n_above),
                            p->name, p->cost, p->horizon, p->n_above);
  return g_strdup_printf (ngettext ("%1$s costs %2$s and does not pay back within %3$d year.",
                                    "%1$s costs %2$s and does not pay back within %3$d years.",
                                    (gulong)p->horizon),
                          p->name, p->cost, p->horizon);
}

static char *
say_lost_again (const Proposal *p, RiskOutcome risks)
{
  if (risks == RISKS_INSIDE)
    return g_strdup_printf (_ ("%1$s costs %2$s, pays back in %3$s years but falls into the red "
                               "again, and brings every risk inside the tolerance."),
                            p->name, p->cost, p->years);
  if (risks == RISKS_ABOVE)
    return g_strdup_printf (ngettext ("%1$s costs %2$s, pays back in %3$s years but falls into the "
                                      "red again, and leaves %4$u risk above the tolerance.",
                                      "%1$s costs %2$s, pays back in %3$s years but falls into the "
                                      "red again, and leaves %4$u risks above the tolerance.",
                                      p->n_above),
                            p->name, p->cost, p->years, p->n_above);
  return g_strdup_printf (_ ("%1$s costs %2$s and pays back in %3$s years, but falls into the red "
                             "again."),
                          p->name, p->cost, p->years);
}

char *
mz_headline_proposal (const MzAnalysis *analysis, const MzScenarioResult *scenario)
{
  g_autofree char *cost = NULL, *years = NULL;
  RiskOutcome risks;
  Proposal proposal;

  g_return_val_if_fail (analysis != NULL, NULL);

  if (!mz_headline_has_plan (scenario))
    return mz_headline_no_plan ();
  risks = outcome (analysis, scenario);
  /* A plan without investment costs what it runs up over its years. */
  cost = mz_headline_money (scenario->total_investment.known && scenario->total_investment.yen > 0
                                ? scenario->total_investment.yen
                                : scenario->flow.total_cost);
  years = mz_headline_years (scenario->payback.has_final ? scenario->payback.final
                                                         : scenario->payback.first);
  proposal = (Proposal){scenario->name, cost, years, analysis->horizon, scenario->n_must_treat};
  if (!scenario->has_payback)
    return say_unknown (&proposal, risks);
  switch (scenario->payback.status)
    {
    case MZ_PAYBACK_IMMEDIATE:
      return say_immediate (&proposal, risks);
    case MZ_PAYBACK_NEVER:
      return say_never (&proposal, risks);
    case MZ_PAYBACK_LOST_AGAIN:
      return say_lost_again (&proposal, risks);
    case MZ_PAYBACK_RECOVERED:
    case MZ_PAYBACK_RECOVERED_NON_MONOTONE:
    default:
      return say_recovered (&proposal, risks);
    }
}

char *
mz_headline_board (const MzAnalysis *analysis, const MzScenarioResult *scenario)
{
  g_autofree char *situation = mz_headline_situation (analysis);
  g_autofree char *proposal = mz_headline_proposal (analysis, scenario);

  /* TRANSLATORS: two sentences, one after the other; Japanese puts no space between them. */
  return g_strdup_printf (_ ("%1$s %2$s"), situation, proposal);
}
