/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the heat map says in words: tooltips, its sentence, and the table twin. */

#include "config.h"

#include "heat-map-private.h"

#include "mezasu/language.h"

#include <glib/gi18n-lib.h>

static const char *
verdict_text (MzVerdict verdict)
{
  switch (verdict)
    {
    case MZ_VERDICT_ACCEPT:
      return _ ("accepted");
    case MZ_VERDICT_TREAT_OR_JUSTIFY:
      return _ ("treat or justify");
    case MZ_VERDICT_MUST_TREAT:
      return _ ("must be treated");
    default:
      return "";
    }
}

static void
append_state (GString *text, const MzScale *scale, const char *state, const MzRating *rating)
{
  if (rating == NULL || !rating->known || rating->likelihood < 1 || rating->impact < 1 ||
      rating->likelihood > scale->n_likelihood || rating->impact > scale->n_impact)
    return;
  /* Translators: a state of a risk, its risk value, and the names of its likelihood and impact. */
  g_string_append_printf (text, _ ("\n%s: %d (%s × %s)"), state, rating->value,
                          scale->likelihood_names[rating->likelihood - 1],
                          scale->impact_names[rating->impact - 1]);
}

gboolean
mz_heat_is_by_sheet (const MzHeatMap *self, guint risk)
{
  MzRecord *record = ((const MzRisk *)g_ptr_array_index (self->analysis->risks, risk))->record;

  if (g_strcmp0 (self->scale->scheme, "ipa7") != 0)
    return FALSE;
  return (mz_record_has (record, "threat_level") &&
          mz_record_has (record, "vulnerability_level")) ||
         (mz_record_has (record, "confidentiality") && mz_record_has (record, "integrity") &&
          mz_record_has (record, "availability"));
}

char *
mz_heat_tooltip (const MzHeatMap *self, guint risk)
{
  const MzRisk *entry = g_ptr_array_index (self->analysis->risks, risk);
  g_autofree char *label = mz_record_label (entry->record);
  GString *text = g_string_new (label);

  append_state (text, self->scale, _ ("Without measures"), &entry->inherent);
  append_state (text, self->scale, _ ("As things are"), &entry->current);
  if (self->scenario != NULL)
    {
      g_autofree char *after = g_strdup_printf (_ ("After %s"), self->scenario->short_name);

      append_state (text, self->scale, after, mz_heat_residual (self, risk));
    }
  if (entry->ale.known)
    {
      g_autofree char *amount = mz_money_format (entry->ale.yen, self->frame.request->unit,
                                                 mz_money_unit_decimals (self->frame.request->unit),
                                                 mz_language_minus ());

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Expected loss a year: %s"), amount);
    }
  if (mz_heat_is_by_sheet (self, risk))
    g_string_append_printf (text, "\n%s",
                            _ ("Its place follows from the figures of appendix 7: change those to "
                               "move it."));
  return g_string_free (text, FALSE);
}

/* Cells of the table: likelihood, impact, value and verdict of one state. */
static void
add_rating (GPtrArray *cells, const MzRating *rating)
{
  if (rating == NULL || !rating->known)
    {
      for (guint i = 0; i < 3; i++)
        g_ptr_array_add (cells, g_strdup ("–"));
      g_ptr_array_add (cells, g_strdup (""));
      return;
    }
  g_ptr_array_add (cells, g_strdup_printf ("%d", rating->likelihood));
  g_ptr_array_add (cells, g_strdup_printf ("%d", rating->impact));
  g_ptr_array_add (cells, g_strdup_printf ("%d", rating->value));
  g_ptr_array_add (cells, g_strdup (verdict_text (rating->verdict)));
}

/* Headings of one state; @number marks columns of numbers. */
static void
add_headings (GPtrArray *headings, const char *state, const char *impact)
{
  /* Translators: a column of a table: what it holds, and for which state of the risk. */
  g_ptr_array_add (headings, g_strdup_printf (_ ("#%s, %s"), _ ("Likelihood"), state));
  g_ptr_array_add (headings, g_strdup_printf (_ ("#%s, %s"), impact, state));
  g_ptr_array_add (headings, g_strdup_printf (_ ("#%s, %s"), _ ("Risk value"), state));
  g_ptr_array_add (headings, g_strdup_printf (_ ("%s, %s"), _ ("Verdict"), state));
}

MzTable *
mz_heat_table (const MzHeatMap *self, const char *title)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  const char *impact = mz_heat_impact_title (self->scale);
  MzTable *table;

  g_ptr_array_add (headings, g_strdup (_ ("Number")));
  g_ptr_array_add (headings, g_strdup (_ ("Risk")));
  if (self->frame.request->inherent)
    add_headings (headings, _ ("without measures"), impact);
  add_headings (headings, _ ("as things are"), impact);
  if (self->scenario != NULL)
    {
      g_autofree char *after = g_strdup_printf (_ ("after %s"), self->scenario->short_name);

      add_headings (headings, after, impact);
    }
  g_ptr_array_add (headings, NULL);
  table = mz_table_new (title, (const char *const *)headings->pdata);
  for (guint i = 0; i < self->analysis->risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (self->analysis->risks, i);
      const char *code = mz_record_text (risk->record, "code");
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells, code != NULL ? g_strdup (code) : mz_chart_risk_number (risk, i));
      g_ptr_array_add (cells, mz_record_title (risk->record));
      if (self->frame.request->inherent)
        add_rating (cells, &risk->inherent);
      add_rating (cells, &risk->current);
      if (self->scenario != NULL)
        add_rating (cells, mz_heat_residual (self, i));
      g_ptr_array_add (cells, NULL);
      mz_table_take_row (table, mz_record_id (risk->record),
                         (char **)g_ptr_array_free (cells, FALSE));
    }
  return table;
}

char *
mz_heat_message (const MzHeatMap *self)
{
  guint n = self->analysis->risks->len, now = 0, after = 0;

  if (n == 0)
    return g_strdup (_ ("There is no risk yet: describe what may happen, and rate it."));
  if (self->n_unrated == n)
    return g_strdup (_ ("No risk is rated yet: give each a likelihood and an impact."));
  if (!self->scale->has_tolerance)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u risk is rated. No tolerance is given to hold it against.",
                     "%u risks are rated. No tolerance is given to hold them against.",
                     n - self->n_unrated),
        n - self->n_unrated);
  for (guint i = 0; i < n; i++)
    {
      const MzRisk *risk = g_ptr_array_index (self->analysis->risks, i);
      const MzRating *residual = mz_heat_residual (self, i);

      now += risk->current.known && risk->current.verdict == MZ_VERDICT_MUST_TREAT ? 1 : 0;
      after +=
          residual != NULL && residual->known && residual->verdict == MZ_VERDICT_MUST_TREAT ? 1 : 0;
    }
  if (self->scenario == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Of %u risk, %u is above the tolerance.",
                                         "Of %u risks, %u are above the tolerance.", n),
                            n, now);
  /* Translators: the number of risks, how many are above the tolerance now, the scenario, and how many are afterwards. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Of %u risk, %u is above the tolerance now; after %s, %u.",
                   "Of %u risks, %u are above the tolerance now; after %s, %u.", n),
      n, now, self->scenario->name, after);
}
