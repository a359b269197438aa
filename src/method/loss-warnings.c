/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What to know about the inputs before believing the outcome. Most of it the analysis has found already; new here is a
 * loss that was entered and differs from the damages that are linked to the risk. */

#include "config.h"

#include "loss-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/headline.h"

/* An entered loss and its damages may differ by that factor before somebody is asked which one is right. */
#define CONTRADICTION 10.0

static const char *const codes[] = {"tail_dominates", "not_ordered", "frequency_unusable",
                                    "order_differs"};

static gboolean
concerns_loss (const MzFinding *finding, const MzRecord *risk)
{
  return risk != NULL && mz_record_is ((MzRecord *)risk, "risk") &&
         g_strv_contains ((const char *const[]){codes[0], codes[1], codes[2], codes[3], NULL},
                          finding->code);
}

/* The mean of the damages of @risk, as if they were its loss; 0 when they are not all known. */
static double
mean_of_damages (MzWork *work, const MzRisk *risk)
{
  double low = 0, likely = 0, high = 0;

  for (guint i = 0; i < risk->damages->len; i++)
    {
      const MzDamage *damage =
          g_hash_table_lookup (work->damage_of, g_ptr_array_index (risk->damages, i));

      if (!damage->low.known || !damage->likely.known || !damage->high.known)
        return 0;
      low += damage->low.real;
      likely += damage->likely.real;
      high += damage->high.real;
    }
  return (low + 4 * likely + high) / 6;
}

static MzFinding *
check_against_damages (MzWork *work, const MzRisk *risk)
{
  double damages = mean_of_damages (work, risk);
  g_autofree char *title = NULL, *entered = NULL, *summed = NULL;
  gint64 yen;

  if (!risk->sle.known || damages <= 0 || risk->sle.real <= 0 ||
      mz_record_choice_is (risk->record, "magnitude", "damages") ||
      (risk->sle.real <= damages * CONTRADICTION && damages <= risk->sle.real * CONTRADICTION) ||
      !mz_money_from_double (damages, &yen, NULL))
    return NULL;
  title = mz_record_label (risk->record);
  entered = mz_headline_money (risk->sle.yen);
  summed = mz_headline_money (yen);
  return mz_finding_new (
      "loss_against_damages", MZ_FINDING_WARNING, risk->record, "magnitude",
      g_strdup_printf (_ ("The loss entered for “%s” is %s an event on average, its linked damages "
                          "come to %s: which one is right?"),
                       title, entered, summed));
}

GPtrArray *
mz_loss_warnings (const MzAnalysis *analysis)
{
  MzWork *work = (MzWork *)analysis;
  GPtrArray *warnings = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_finding_free);

  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const MzFinding *finding = g_ptr_array_index (analysis->findings, i);
      MzRecord *record = mz_model_find (analysis->model, finding->record);

      if (concerns_loss (finding, record))
        g_ptr_array_add (warnings, mz_finding_new (finding->code, finding->severity, record,
                                                   finding->field, g_strdup (finding->message)));
    }
  for (guint i = 0; i < analysis->risks->len; i++)
    {
      MzFinding *finding = check_against_damages (work, g_ptr_array_index (analysis->risks, i));

      if (finding != NULL)
        g_ptr_array_add (warnings, finding);
    }
  return warnings;
}
