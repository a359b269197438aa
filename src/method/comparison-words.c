/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A comparison in words: its figures as texts, and the verdict of a pair of scenarios. */

#include "config.h"

#include "mezasu/comparison.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#include "headline-private.h"
#include "mezasu/language.h"

static char *
amount (double yen, MzMoneyUnit unit)
{
  gint64 rounded;

  if (!mz_money_from_double (yen, &rounded, NULL))
    return g_strdup ("–");
  return mz_money_format_number (rounded, unit, mz_money_unit_decimals (unit),
                                 mz_language_minus ());
}

char *
mz_criterion_text (MzCriterion criterion, double value, MzMoneyUnit unit)
{
  const char *minus = mz_language_minus () == MZ_MINUS_TRIANGLE ? "△" : "-";

  switch (mz_criterion_info (criterion)->nature)
    {
    case MZ_NATURE_MONEY:
      return amount (value, unit);
    case MZ_NATURE_RATIO:
      return g_strdup_printf ("%s%.1f %%", value < 0 ? minus : "", fabs (value) * 100);
    case MZ_NATURE_YEARS:
      return g_strdup_printf (_ ("%.1f years"), value);
    case MZ_NATURE_BAND:
    case MZ_NATURE_COUNT:
    default:
      return g_strdup_printf ("%s%d", value < 0 ? minus : "", (int)fabs (value));
    }
}

static char *
number (const MzComparison *self, MzCriterion criterion, double value, MzMoneyUnit unit)
{
  const MzScale *scale = &self->analysis->scale;
  int band = mz_scale_band (scale, (int)value);
  g_autofree char *text = mz_criterion_text (criterion, value, unit);

  if (mz_criterion_info (criterion)->nature != MZ_NATURE_BAND || band < 0)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s %s", text, scale->bands[band].name);
}

char *
mz_comparison_text (const MzComparison *self, guint index, MzCriterion criterion, MzMoneyUnit unit)
{
  const MzComparisonCell *cell = mz_comparison_cell (self, index, criterion);
  g_autofree char *text = NULL;

  if (!cell->known)
    return g_strdup ("–");
  text = number (self, criterion, cell->value, unit);
  return g_strconcat (text, cell->assumed ? "*" : "", NULL);
}

char *
mz_comparison_difference_text (const MzComparison *self, guint index, MzCriterion criterion,
                               MzMoneyUnit unit)
{
  g_autofree char *text = NULL;
  double difference;

  if (!mz_comparison_difference (self, criterion, index, 0, &difference) || difference == 0)
    return NULL;
  text = mz_criterion_text (criterion, fabs (difference), unit);
  return g_strconcat (difference > 0                              ? "+"
                      : mz_language_minus () == MZ_MINUS_TRIANGLE ? "△"
                                                                  : "-",
                      text, NULL);
}

/* Verdicts. */

typedef struct
{
  const MzComparison *comparison;
  guint cheap, dear;
  const char *cheap_name, *dear_name;
  double saved; /* by the cheaper one, over all years */
} Pair;

/* Everything that a scenario costs over the horizon. */
static gboolean
cost_of (const MzComparison *self, guint index, double *cost)
{
  const MzScenarioResult *scenario = mz_comparison_scenario (self, index);

  if (!scenario->total_investment.known || !scenario->running.known)
    return FALSE;
  *cost = (double)scenario->total_investment.yen;
  for (int year = 0; year <= self->analysis->horizon; year++)
    *cost += (double)scenario->running_by_year[year];
  return TRUE;
}

static gboolean
values (const Pair *self, MzCriterion criterion, double *cheap, double *dear)
{
  const MzComparisonCell *a = mz_comparison_cell (self->comparison, self->cheap, criterion);
  const MzComparisonCell *b = mz_comparison_cell (self->comparison, self->dear, criterion);

  *cheap = a->value;
  *dear = b->value;
  return a->known && b->known;
}

static char *
money (double yen)
{
  gint64 rounded;

  return mz_money_from_double (yen, &rounded, NULL) ? mz_headline_money (rounded) : g_strdup ("–");
}

/* What the cheaper one leaves, beside the other. @worse counts for and against it. */
static char *
say_left (const Pair *self, gboolean *worse, gboolean *better)
{
  double above, above_other, ale, ale_other;
  gboolean rated = values (self, MZ_COMPARE_ABOVE, &above, &above_other);
  gboolean known = values (self, MZ_COMPARE_ALE, &ale, &ale_other);
  g_autofree char *loss = known ? money (ale) : NULL;
  g_autofree char *loss_other = known ? money (ale_other) : NULL;

  *worse = (rated && above > above_other) || (known && ale > ale_other);
  *better = (rated && above < above_other) || (known && ale < ale_other);
  if (rated && known)
    /* Translators: what a plan leaves, and what the other one does, inside a sentence. */
    return g_strdup_printf (
        ngettext ("%1$d risk above the tolerance (the other: %2$d) and an expected loss of %3$s a "
                  "year (the other: %4$s)",
                  "%1$d risks above the tolerance (the other: %2$d) and an expected loss of %3$s a "
                  "year (the other: %4$s)",
                  (gulong)above),
        (int)above, (int)above_other, loss, loss_other);
  if (known)
    return g_strdup_printf (_ ("an expected loss of %1$s a year (the other: %2$s)"), loss,
                            loss_other);
  if (rated)
    return g_strdup_printf (ngettext ("%1$d risk above the tolerance (the other: %2$d)",
                                      "%1$d risks above the tolerance (the other: %2$d)",
                                      (gulong)above),
                            (int)above, (int)above_other);
  return NULL;
}

static char *
say_cost (const Pair *self)
{
  gboolean worse, better;
  g_autofree char *left = say_left (self, &worse, &better);
  g_autofree char *saved = money (self->saved);
  int years = self->comparison->analysis->horizon + 1;

  if (left == NULL)
    return g_strdup_printf (_ ("“%1$s” is cheaper than “%2$s” by %3$s over %4$d years; what they "
                               "leave is not known yet."),
                            self->cheap_name, self->dear_name, saved, years);
  if (self->saved == 0)
    return g_strdup_printf (_ ("“%1$s” costs as much as “%2$s” and leaves %3$s."), self->cheap_name,
                            self->dear_name, left);
  if (worse && better)
    return g_strdup_printf (_ ("“%1$s” is cheaper than “%2$s” by %3$s over %4$d years; it leaves "
                               "%5$s."),
                            self->cheap_name, self->dear_name, saved, years, left);
  if (worse)
    return g_strdup_printf (_ ("“%1$s” is cheaper than “%2$s” by %3$s over %4$d years, but leaves "
                               "%5$s."),
                            self->cheap_name, self->dear_name, saved, years, left);
  if (better)
    return g_strdup_printf (_ ("“%1$s” is cheaper than “%2$s” by %3$s over %4$d years, and leaves "
                               "less: %5$s."),
                            self->cheap_name, self->dear_name, saved, years, left);
  return g_strdup_printf (_ ("“%1$s” is cheaper than “%2$s” by %3$s over %4$d years, and leaves as "
                             "much: %5$s."),
                          self->cheap_name, self->dear_name, saved, years, left);
}

static char *
say_value (const Pair *self)
{
  double cheap, dear;
  g_autofree char *more = NULL;

  if (!values (self, MZ_COMPARE_NPV, &cheap, &dear))
    return g_strdup (_ ("Which one is worth more is not known yet."));
  if (cheap == dear)
    return g_strdup (_ ("Both have the same net present value."));
  more = money (fabs (cheap - dear));
  return g_strdup_printf (_ ("By net present value “%1$s” is worth %2$s more."),
                          cheap > dear ? self->cheap_name : self->dear_name, more);
}

char *
mz_comparison_verdict (const MzComparison *self, guint a, guint b)
{
  const MzScenarioResult *first, *second;
  g_autofree char *cost = NULL, *value = NULL;
  double cost_a, cost_b;
  Pair pair = {self};

  g_return_val_if_fail (self != NULL && a < self->n_scenarios && b < self->n_scenarios, NULL);

  first = mz_comparison_scenario (self, a);
  second = mz_comparison_scenario (self, b);
  if (!cost_of (self, a, &cost_a) || !cost_of (self, b, &cost_b))
    {
      const MzScenarioResult *blank = cost_of (self, a, &cost_a) ? second : first;

      return g_strdup_printf (
          _ ("“%1$s” and “%2$s” cannot be compared yet: %3$s"), first->name, second->name,
          blank->total_investment.known ? blank->running.reason : blank->total_investment.reason);
    }
  pair.cheap = cost_b < cost_a ? b : a;
  pair.dear = cost_b < cost_a ? a : b;
  pair.cheap_name = mz_comparison_scenario (self, pair.cheap)->name;
  pair.dear_name = mz_comparison_scenario (self, pair.dear)->name;
  pair.saved = fabs (cost_a - cost_b);
  cost = say_cost (&pair);
  value = say_value (&pair);
  /* TRANSLATORS: two sentences, one after the other; Japanese puts no space between them. */
  return g_strdup_printf (_ ("%1$s %2$s"), cost, value);
}

GPtrArray *
mz_comparison_verdicts (const MzComparison *self)
{
  GPtrArray *verdicts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, verdicts);

  for (guint a = 1; a < self->n_scenarios; a++)
    for (guint b = a + 1; b < self->n_scenarios; b++)
      g_ptr_array_add (verdicts, mz_comparison_verdict (self, a, b));
  for (guint a = 1; a < self->n_scenarios; a++)
    g_ptr_array_add (verdicts, mz_comparison_verdict (self, a, 0));
  return verdicts;
}
