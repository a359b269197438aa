/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The result of a run in sentences. */

#include "config.h"

#include "loss-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "mezasu/headline.h"
#include "mezasu/money.h"
#include "mezasu/ratio.h"

/* 95 % of a normal distribution lie within that many standard errors. */
#define LIMITS_95 1.96

static char *
money (double yen)
{
  gint64 rounded = 0;

  /* Losses are within the limit of sums unless a model is absurd; then the greatest amount is told. */
  if (!mz_money_from_double (yen, &rounded, NULL))
    rounded = yen < 0 ? -MZ_MONEY_SUM_MAX : MZ_MONEY_SUM_MAX;
  return mz_headline_money (rounded);
}

static char *
percent (double share, guint decimals)
{
  return mz_ratio_round_percent ((gint64)round (share * (double)MZ_PPM), decimals);
}

/* Shares that are rare need more digits than one. */
static char *
chance (double share)
{
  return percent (share, share >= 0.001 || share == 0 ? 1 : 3);
}

char *
mz_loss_verdict_sentence (const MzLoss *self, const MzLossScenario *scenario)
{
  g_autofree char *limit = NULL, *above = NULL, *accepted = NULL, *error = NULL;
  gboolean close;

  g_return_val_if_fail (self != NULL && scenario != NULL, NULL);

  if (!scenario->known)
    return g_strdup (scenario->reason);
  if (!self->has_limit)
    return g_strdup (_ ("No loss limit is set, so a bad year cannot be judged: say in the criteria "
                        "what a year may cost and how often more is accepted."));
  limit = money ((double)self->limit);
  above = chance (scenario->above_limit);
  if (!self->has_probability)
    return g_strdup_printf (
        _ ("“%s”: a year costs more than %s with a chance of %s %%; how great a "
           "chance is accepted is not set."),
        scenario->name, limit, above);
  accepted = mz_ratio_format_percent ((gint64)round (self->probability * (double)MZ_PPM), 0);
  close =
      fabs (scenario->above_limit - self->probability) <= LIMITS_95 * scenario->above_limit_error;
  if (close)
    {
      error = chance (LIMITS_95 * scenario->above_limit_error);
      return g_strdup_printf (
          scenario->verdict == MZ_LOSS_WITHIN
              ? _ ("“%s”: a year costs more than %s with a chance of %s %%, within the accepted "
                   "%s %%, but the run is only exact to ±%s points.")
              : _ ("“%s”: a year costs more than %s with a chance of %s %%, above the accepted "
                   "%s %%, but the run is only exact to ±%s points."),
          scenario->name, limit, above, accepted, error);
    }
  return g_strdup_printf (
      scenario->verdict == MZ_LOSS_WITHIN
          ? _ ("“%s”: a year costs more than %s with a chance of %s %%, within the accepted %s %%.")
          : _ ("“%s”: a year costs more than %s with a chance of %s %%, above the accepted %s %%."),
      scenario->name, limit, above, accepted);
}

char *
mz_loss_headline (const MzLoss *self, const MzLossScenario *scenario)
{
  const MzLossScenario *baseline;
  g_autofree char *before = NULL, *after = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  baseline = mz_loss_scenario (self, NULL);
  if (!baseline->known)
    return g_strdup (baseline->reason);
  before = money (baseline->levels[MZ_LOSS_P95].value);
  if (scenario == NULL || scenario->baseline || !scenario->known)
    return g_strdup_printf (_ ("As things are, one year in twenty costs %s or more."), before);
  after = money (scenario->levels[MZ_LOSS_P95].value);
  return g_strdup_printf (
      _ ("As things are, one year in twenty costs %s or more; with “%s” it is %s."), before,
      scenario->name, after);
}

char *
mz_loss_bad_year (const MzLoss *self, const MzLossScenario *scenario)
{
  const MzLossScenario *baseline;
  g_autofree char *before = NULL, *after = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  baseline = mz_loss_scenario (self, NULL);
  before = baseline->known ? money (baseline->levels[MZ_LOSS_P95].value) : g_strdup ("–");
  if (scenario == NULL || scenario->baseline)
    return g_strdup_printf (_ ("Loss of one year in twenty: %s"), before);
  after = scenario->known ? money (scenario->levels[MZ_LOSS_P95].value) : g_strdup ("–");
  return g_strdup_printf (_ ("Loss of one year in twenty: %s → %s"), before, after);
}

static char *
grouped (guint64 number)
{
  return mz_money_format_number ((gint64)number, MZ_MONEY_UNIT_YEN, 0, MZ_MINUS_HYPHEN);
}

char *
mz_loss_note (const MzLoss *self)
{
  g_autofree char *trials = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  trials = grouped (self->trials);
  return g_strdup_printf (_ ("%s years simulated, seed %" PRIu64
                             "; all risks, events and years are taken as independent."),
                          trials, self->seed);
}

char *
mz_loss_convergence_sentence (const MzLoss *self, const MzLossScenario *scenario)
{
  const MzLossPercentile *bad;
  g_autofree char *mean = NULL, *error = NULL, *low = NULL, *high = NULL, *offer = NULL;
  g_autofree char *exact = NULL;

  g_return_val_if_fail (self != NULL && scenario != NULL, NULL);

  if (!scenario->known)
    return g_strdup (scenario->reason);
  bad = &scenario->levels[MZ_LOSS_P95];
  mean = money (scenario->mean);
  error = money (LIMITS_95 * scenario->standard_error);
  exact = money (scenario->analytic_mean);
  low = money (bad->lower);
  high = money (bad->upper);
  if (scenario->offered_trials == 0)
    return g_strdup_printf (
        _ ("“%s”: mean %s ± %s (exactly %s); the year in twenty lies between %s "
           "and %s with 95 %% certainty."),
        scenario->name, mean, error, exact, low, high);
  offer = grouped (scenario->offered_trials);
  return g_strdup_printf (_ ("“%s”: mean %s ± %s (exactly %s); the year in twenty lies between %s "
                             "and %s with 95 %% certainty. That is not exact yet: try %s years."),
                          scenario->name, mean, error, exact, low, high, offer);
}
