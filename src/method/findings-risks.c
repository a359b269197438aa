/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Findings about gaps, damages and risks. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

static void
check_order (MzWork *self, MzRecord *record, const char *const fields[3])
{
  const MzKind *kind = mz_record_kind (record);
  g_autofree char *title = mz_record_label (record);

  for (int i = 0; i < 3; i++)
    for (int k = i + 1; k < 3; k++)
      {
        const MzField *lower = mz_kind_field (kind, (guint)mz_kind_find (kind, fields[i]));
        const MzField *upper = mz_kind_field (kind, (guint)mz_kind_find (kind, fields[k]));
        gboolean is_real = mz_field_storage (lower) == MZ_STORED_REAL;
        double low, high;

        if (!mz_record_has (record, fields[i]) || !mz_record_has (record, fields[k]))
          continue;
        low = is_real ? mz_record_real (record, fields[i], 0)
                      : (double)mz_record_integer (record, fields[i], 0);
        high = is_real ? mz_record_real (record, fields[k], 0)
                       : (double)mz_record_integer (record, fields[k], 0);
        if (low <= high)
          continue;
        mz_work_find (self, "not_ordered", MZ_FINDING_ERROR, record, fields[i],
                      g_strdup_printf (_ ("“%s”: “%s” must not be above “%s”."), title,
                                       mz_translate (lower->label), mz_translate (upper->label)));
        return;
      }
}

static void
check_method (MzWork *self, const MzDamage *damage)
{
  const char *method = mz_record_text (damage->record, "method");
  gboolean in_sales = g_strcmp0 (method, "stop") == 0 || g_strcmp0 (method, "churn") == 0;
  gboolean in_losses = g_strcmp0 (method, "jo") == 0;
  g_autofree char *title = mz_record_label (damage->record);

  if ((in_sales && !damage->is_sales) || (in_losses && damage->is_sales))
    mz_work_find (
        self, "method_of_other_class", MZ_FINDING_WARNING, damage->record, "method",
        g_strdup_printf (_ ("“%s” is reckoned in a way that does not fit its class: sales "
                            "are lost in one, losses arise in the other."),
                         title));
}

static void
check_damages (MzWork *self)
{
  static const char *const amounts[] = {"low", "likely", "high"};
  static const char *const numbers[] = {"quantity_low", "quantity_likely", "quantity_high"};
  static const char *const days[] = {"days_low", "days_likely", "days_high"};

  for (guint i = 0; i < self->result.damages->len; i++)
    {
      const MzDamage *damage = g_ptr_array_index (self->result.damages, i);
      const MzFigure *unknown = !damage->likely.known ? &damage->likely
                                : !damage->low.known  ? &damage->low
                                                      : &damage->high;

      check_order (self, damage->record, amounts);
      check_order (self, damage->record, numbers);
      check_order (self, damage->record, days);
      check_method (self, damage);
      if (!unknown->known)
        mz_work_find (self, "damage_unknown", MZ_FINDING_WARNING, damage->record, NULL,
                      g_strdup (unknown->reason));
    }
}

static void
check_gaps (MzWork *self)
{
  const MzLevels *levels = &self->result.levels;

  for (guint i = 0; i < self->result.gaps->len; i++)
    {
      const MzGap *gap = g_ptr_array_index (self->result.gaps, i);
      g_autofree char *title = mz_record_label (gap->record);

      if (gap->target >= 0 && levels->minimum > 0 && gap->target < levels->minimum)
        mz_work_find (self, "target_below_minimum", MZ_FINDING_NOTE, gap->record, "target_level",
                      g_strdup_printf (_ ("The target level %d of “%s” is below the minimum level "
                                          "%d that others demand."),
                                       gap->target, title, levels->minimum));
      if (gap->known && gap->surplus > 0)
        mz_work_find (self, "surplus", MZ_FINDING_NOTE, gap->record, "current_level",
                      g_strdup_printf (_ ("“%s” is at level %d, above its target %d: is all of it "
                                          "needed?"),
                                       title, gap->current, gap->target));
    }
}

static void
check_rating (MzWork *self, MzRecord *risk, const char *field, int n)
{
  g_autofree char *title = mz_record_label (risk);

  if (mz_record_level (risk, field) > n)
    mz_work_find (self, "rating_outside", MZ_FINDING_ERROR, risk, field,
                  g_strdup_printf (_ ("“%s” is rated %d on an axis of %d levels."), title,
                                   mz_record_level (risk, field), n));
}

/* Likelihood and impact as entered; another axis than the scheme uses is of no interest. */
static void
check_ratings (MzWork *self, const MzRisk *risk)
{
  const MzScale *scale = &self->result.scale;
  g_autofree char *title = mz_record_label (risk->record);

  check_rating (self, risk->record, "inherent_likelihood", scale->n_likelihood);
  check_rating (self, risk->record, "inherent_impact", scale->n_impact);
  check_rating (self, risk->record, "likelihood", scale->n_likelihood);
  check_rating (self, risk->record, "impact", scale->n_impact);
  if (risk->inherent.known && risk->current.known && risk->current.value > risk->inherent.value)
    mz_work_find (
        self, "current_above_inherent", MZ_FINDING_WARNING, risk->record, "inherent_likelihood",
        g_strdup_printf (_ ("“%s” is rated %d now and %d without any measure: the present "
                            "measures would make it worse."),
                         title, risk->current.value, risk->inherent.value));
}

static void
check_numbers (MzWork *self, const MzRisk *risk)
{
  static const char *const losses[] = {"loss_low", "loss_likely", "loss_high"};
  static const char *const rates[] = {"frequency_low", "frequency", "frequency_high"};
  g_autofree char *title = mz_record_label (risk->record);
  MzDistribution distribution;

  if (!mz_record_choice_is (risk->record, "magnitude", "damages"))
    check_order (self, risk->record, losses);
  check_order (self, risk->record, rates);
  if (!risk->frequency.known && (mz_record_has (risk->record, "frequency") ||
                                 (mz_record_has (risk->record, "frequency_low") &&
                                  mz_record_has (risk->record, "frequency_high"))))
    mz_work_find (self, "frequency_unusable", MZ_FINDING_ERROR, risk->record, "frequency",
                  g_strdup (risk->frequency.reason));
  if (risk->has_magnitude && mz_distribution_init (&distribution, &risk->magnitude, NULL) &&
      mz_distribution_tail_dominates (&distribution))
    mz_work_find (
        self, "tail_dominates", MZ_FINDING_WARNING, risk->record, "loss_high",
        g_strdup_printf (_ ("The loss of “%s” is so uncertain that rare, huge losses make "
                            "up most of its mean."),
                         title));
}

/* One finding a risk: the first one that is rated lower, yet costs more a year. */
static void
check_against_others (MzWork *self, const MzRisk *risk)
{
  for (guint i = 0; risk->ale.known && i < self->result.risks->len; i++)
    {
      const MzRisk *other = g_ptr_array_index (self->result.risks, i);
      g_autofree char *title = NULL, *lower = NULL;

      if (!risk->current.known || !other->current.known || !other->ale.known ||
          other->current.value >= risk->current.value ||
          !mz_matrix_order_differs (risk->current.value, risk->ale.real, other->current.value,
                                    other->ale.real))
        continue;
      title = mz_record_label (risk->record);
      lower = mz_record_label (other->record);
      mz_work_find (
          self, "order_differs", MZ_FINDING_NOTE, risk->record, NULL,
          g_strdup_printf (_ ("“%s” is rated above “%s”, which is expected to cost more a "
                              "year: rank them by expected loss."),
                           title, lower));
      return;
    }
}

void
mz_work_find_risks (MzWork *self)
{
  check_gaps (self);
  check_damages (self);
  for (guint i = 0; i < self->result.risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (self->result.risks, i);

      check_ratings (self, risk);
      check_numbers (self, risk);
      check_against_others (self, risk);
    }
}
