/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * From values to places and back, and the round numbers on an axis. */

#include "config.h"

#include "chart-private.h"

#include "mezasu/language.h"

#include <glib/gi18n-lib.h>

#include <math.h>

static double
linear_place (const MzMapping *self, double value)
{
  double span = self->to - self->from;

  return span == 0 ? self->start
                   : self->start + (value - self->from) / span * (self->end - self->start);
}

static double
linear_value (const MzMapping *self, double place)
{
  double span = self->end - self->start;

  return span == 0 ? self->from
                   : self->from + (place - self->start) / span * (self->to - self->from);
}

const MzMappingKind mz_mapping_linear = {linear_place, linear_value};

static double
ordinal_place (const MzMapping *self, double value)
{
  double n = self->to - self->from + 1;

  return self->start + (value - self->from + 0.5) * (self->end - self->start) / n;
}

static double
ordinal_value (const MzMapping *self, double place)
{
  double n = self->to - self->from + 1, span = self->end - self->start;
  double band = span == 0 ? 0 : floor ((place - self->start) / span * n);

  return self->from + CLAMP (band, 0, n - 1);
}

const MzMappingKind mz_mapping_ordinal = {ordinal_place, ordinal_value};

double
mz_mapping_place (const MzMapping *self, double value)
{
  return self->kind->to_place (self, value);
}

double
mz_mapping_value (const MzMapping *self, double place)
{
  return self->kind->to_value (self, place);
}

double
mz_mapping_band (const MzMapping *self)
{
  return fabs (self->end - self->start) / (self->to - self->from + 1);
}

/* The least of 1, 2, 5 · 10^k that is not below @rough. */
static double
nice_step (double rough)
{
  double power = pow (10, floor (log10 (rough)));
  static const double factors[] = {1, 2, 5, 10};

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i] * power >= rough * (1 - 1e-9))
      return factors[i] * power;
  return 10 * power;
}

MzTicks
mz_ticks_enclose (double low, double high, guint most)
{
  MzTicks ticks;

  if (!(high > low))
    high = low + 1;
  most = MAX (most, 2);
  ticks.step = nice_step ((high - low) / most);
  for (;;)
    {
      double from = floor (low / ticks.step + 1e-9), to = ceil (high / ticks.step - 1e-9);

      ticks.first = from * ticks.step;
      ticks.n = (guint)(to - from) + 1;
      /* Rounding outward at both ends may take one step more than there is room for. */
      if (ticks.n <= most + 1)
        return ticks;
      ticks.step = nice_step (ticks.step * 1.5);
    }
}

double
mz_ticks_nth (const MzTicks *self, guint index)
{
  double value = self->first + index * self->step;

  /* Zero is zero, whatever the last bits of the sum. */
  return fabs (value) < self->step * 1e-6 ? 0 : value;
}

double
mz_ticks_last (const MzTicks *self)
{
  return mz_ticks_nth (self, self->n - 1);
}

char *
mz_ticks_money (const MzTicks *self, guint index, MzMoneyUnit unit)
{
  double factor = (double)mz_money_unit_factor (unit);
  double decimals = ceil (-log10 (self->step / factor) - 1e-9);

  return mz_money_format_number ((gint64)llround (mz_ticks_nth (self, index)), unit,
                                 (guint)CLAMP (decimals, 0, 12), mz_language_minus ());
}

char *
mz_chart_money (gint64 yen, MzMoneyUnit unit)
{
  guint decimals = mz_money_unit_decimals (unit);
  gint64 factor = mz_money_unit_factor (unit);

  /* Two digits that mean something: 0.05 rather than 0.1, but never a tail of zeros. */
  while (yen != 0 && decimals < 6 && ABS (yen) < factor / (decimals == 0 ? 1 : 5))
    {
      decimals++;
      factor /= 10;
    }
  return mz_money_format_number (yen, unit, decimals, mz_language_minus ());
}

char *
mz_chart_say (gint64 yen)
{
  gint64 man = mz_money_unit_factor (MZ_MONEY_UNIT_MAN);

  if (!g_str_equal (mz_language (), "ja"))
    return mz_money_format (yen, MZ_MONEY_UNIT_MILLION, ABS (yen) < 10 * 1000 * 1000 ? 1 : 0,
                            mz_language_minus ());
  /* A sentence names no single yen. */
  if (ABS (yen) >= man)
    yen = (yen + (yen < 0 ? -man : man) / 2) / man * man;
  return mz_money_echo (yen, mz_language_minus ());
}

char *
mz_chart_figure (const MzFigure *figure, MzMoneyUnit unit)
{
  g_autofree char *amount = NULL;

  if (!figure->known)
    return g_strdup ("–");
  amount = mz_chart_money (figure->yen, unit);
  return g_strconcat (amount, figure->assumed ? "※" : "", NULL);
}

char *
mz_chart_unit_note (MzMoneyUnit unit)
{
  /* Translators: the unit of all amounts in a picture, such as "(unit: million yen)". */
  return g_strdup_printf (_ ("(unit: %s)"), mz_money_unit_label (unit));
}

char *
mz_chart_money_heading (const char *heading, MzMoneyUnit unit)
{
  /* Translators: a column heading and the unit of its amounts. */
  g_autofree char *text = g_strdup_printf (_ ("%s (%s)"), heading, mz_money_unit_label (unit));

  return g_strconcat ("#", text, NULL);
}

char *
mz_chart_year (int year, gboolean brief)
{
  if (year == 0)
    return g_strdup (brief ? "0" : _ ("This year"));
  if (brief)
    return g_strdup_printf ("%d", year);
  /* Translators: the label of a year on an axis, counted from this year. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year later", "%d years later", year),
                          year);
}

char *
mz_chart_risk_number (const MzRisk *risk, guint index)
{
  const char *code = mz_record_text (risk->record, "code");
  const char *digits = code;
  gsize length = 0;

  for (const char *p = code; p != NULL && *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && (p == code || !g_ascii_isdigit (p[-1])))
      {
        /* The last run of digits is the number; those before may be a year or a site. */
        digits = p;
        for (length = 1; g_ascii_isdigit (p[length]);)
          length++;
      }
  if (length == 0)
    return g_strdup_printf ("%u", index + 1);
  while (length > 1 && *digits == '0')
    digits++, length--;
  /* More than four digits would not fit into any mark. */
  if (length > 4)
    digits += length - 4, length = 4;
  return g_strndup (digits, length);
}
