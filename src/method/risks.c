/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Risks as things are: their ratings, and frequency, loss of one event and expected loss a year where numbers are given.
 *
 * A rating that is not entered is taken from the anchors, each axis for itself. In the sheet of appendix 7 the likelihood
 * comes from threat and vulnerability and the impact is the greatest of confidentiality, integrity and availability; its
 * place on the axis is counted from 1 also where the marks begin at 0. Without any measure the vulnerability there is 3,
 * "no measures". */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

#include "mezasu/rosi.h"

#define NO_MEASURES 3

MzRating
mz_work_rate (MzWork *self, int likelihood, int impact)
{
  const MzScale *scale = &self->result.scale;
  MzRating rating = {.band = -1};

  if (likelihood < 1 || likelihood > scale->n_likelihood || impact < 1 || impact > scale->n_impact)
    return rating;
  rating.known = TRUE;
  rating.likelihood = likelihood;
  rating.impact = impact;
  rating.value = scale->values[likelihood - 1][impact - 1];
  rating.band = mz_scale_band (scale, rating.value);
  rating.verdict = mz_scale_verdict (scale, rating.value);
  return rating;
}

/* Likelihood and impact of the sheet of appendix 7; 0 for what it cannot tell. */
static void
rate_by_sheet (MzWork *self, MzRecord *risk, int vulnerability, int *likelihood, int *impact)
{
  gboolean from_1 = mz_record_choice_is (self->criteria, "importance_scale", "1-3");
  MzMatrixImportance importance =
      from_1 ? MZ_MATRIX_IMPORTANCE_1_TO_3 : MZ_MATRIX_IMPORTANCE_0_TO_2;
  int c = mz_record_level (risk, "confidentiality");
  int i = mz_record_level (risk, "integrity");
  int a = mz_record_level (risk, "availability");
  MzMatrixRating rating;

  if (mz_matrix_ipa7 (mz_record_level (risk, "threat_level"), vulnerability, from_1, from_1, from_1,
                      importance, &rating, NULL))
    *likelihood = rating.likelihood;
  if (mz_matrix_ipa7 (1, 1, c, i, a, importance, &rating, NULL))
    *impact = rating.impact + (from_1 ? 0 : 1);
}

static MzRating
rate_now (MzWork *self, MzRisk *risk)
{
  int likelihood = 0, impact = 0, entered;

  if (g_str_equal (self->result.scale.scheme, "ipa7"))
    rate_by_sheet (self, risk->record, mz_record_level (risk->record, "vulnerability_level"),
                   &likelihood, &impact);
  entered = mz_record_level (risk->record, "likelihood");
  if (likelihood == 0 && entered > 0)
    likelihood = entered;
  entered = mz_record_level (risk->record, "impact");
  if (impact == 0 && entered > 0)
    impact = entered;
  if (likelihood == 0)
    likelihood = mz_anchors_level (&self->frequency_anchors, &risk->frequency);
  if (impact == 0)
    impact = mz_anchors_level (&self->loss_anchors, &risk->sle);
  return mz_work_rate (self, likelihood, impact);
}

static MzRating
rate_inherent (MzWork *self, MzRecord *risk)
{
  int likelihood = mz_record_level (risk, "inherent_likelihood");
  int impact = mz_record_level (risk, "inherent_impact");

  if (g_str_equal (self->result.scale.scheme, "ipa7"))
    {
      int by_threat = 0, by_importance = 0;

      rate_by_sheet (self, risk, NO_MEASURES, &by_threat, &by_importance);
      likelihood = likelihood > 0 ? likelihood : by_threat;
      impact = impact > 0 ? impact : by_importance;
    }
  return mz_work_rate (self, likelihood, impact);
}

static MzFigure
refused (MzRecord *risk, const MzEvidence *evidence, const char *reason)
{
  g_autofree char *title = mz_record_label (risk);

  return mz_evidence_unknown (evidence, g_strdup_printf (_ ("“%s”: %s"), title, reason));
}

static MzFigure
frequency_of (MzRecord *risk)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *title = mz_record_label (risk);
  MzMagnitude interval = {
      MZ_MAGNITUDE_LOGNORMAL90,
      {mz_record_real (risk, "frequency_low", 0), mz_record_real (risk, "frequency_high", 0)},
      2};
  MzDistribution distribution;
  double rate;

  mz_evidence_add (evidence, risk);
  if (mz_record_has (risk, "frequency"))
    rate = mz_record_real (risk, "frequency", 0);
  else if (!mz_record_has (risk, "frequency_low") || !mz_record_has (risk, "frequency_high"))
    return mz_evidence_unknown (
        evidence, g_strdup_printf (_ ("How often “%s” happens in a year is not given."), title));
  else if (!mz_distribution_init (&distribution, &interval, &error))
    return refused (risk, evidence, error->message);
  else
    rate = mz_distribution_mean (&distribution);

  if (mz_record_choice_is (risk, "frequency_model", "bernoulli") && rate > 1)
    return refused (risk, evidence,
                    _ ("What happens at most once a year cannot happen more than once a year on "
                       "average."));
  return mz_evidence_number (evidence, rate);
}

/* Adds up the damages of @risk: low, likely, high. */
static gboolean
magnitude_of_damages (MzWork *self, MzRisk *risk, MzEvidence *evidence, MzMagnitude *magnitude,
                      char **reason)
{
  static const gsize offsets[] = {G_STRUCT_OFFSET (MzDamage, low),
                                  G_STRUCT_OFFSET (MzDamage, likely),
                                  G_STRUCT_OFFSET (MzDamage, high)};
  g_autofree char *title = mz_record_label (risk->record);

  *magnitude = (MzMagnitude){.kind = MZ_MAGNITUDE_PERT, .n_parameters = 3};
  for (guint column = 0; column < 3; column++)
    {
      g_autoptr (GPtrArray) figures = g_ptr_array_new ();
      gboolean known;
      MzFigure sum;

      for (guint i = 0; i < risk->damages->len; i++)
        {
          MzDamage *damage =
              g_hash_table_lookup (self->damage_of, g_ptr_array_index (risk->damages, i));

          g_ptr_array_add (figures, G_STRUCT_MEMBER_P (damage, offsets[column]));
        }
      sum = mz_figure_sum ((const MzFigure *const *)figures->pdata, figures->len,
                           g_strdup_printf (_ ("No damage is linked to “%s”."), title));
      mz_evidence_add_figure (evidence, &sum);
      magnitude->parameters[column] = sum.real;
      known = sum.known;
      if (!known)
        *reason = g_strdup (sum.reason);
      mz_figure_clear (&sum);
      if (!known)
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_amounts (MzRecord *risk, const char *const *fields, guint n_fields, MzMagnitude *magnitude,
              char **reason)
{
  const MzKind *kind = mz_record_kind (risk);
  g_autofree char *title = mz_record_label (risk);

  magnitude->n_parameters = n_fields;
  for (guint i = 0; i < n_fields; i++)
    {
      const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, fields[i]));

      if (!mz_record_has (risk, fields[i]))
        {
          *reason = g_strdup_printf (_ ("“%s” needs “%s”, which is not given."), title,
                                     mz_translate (field->label));
          return FALSE;
        }
      magnitude->parameters[i] = (double)mz_record_integer (risk, fields[i], 0);
    }
  return TRUE;
}

/* The magnitude as it was entered, not yet checked. */
static gboolean
magnitude_of (MzWork *self, MzRisk *risk, MzEvidence *evidence, MzMagnitude *magnitude,
              char **reason)
{
  static const char *const all[] = {"loss_low", "loss_likely", "loss_high"};
  static const char *const ends[] = {"loss_low", "loss_high"};
  static const char *const point[] = {"loss_likely"};
  const char *code = mz_record_text (risk->record, "magnitude");

  if (code == NULL || g_str_equal (code, "damages"))
    return magnitude_of_damages (self, risk, evidence, magnitude, reason);
  if (g_str_equal (code, "lognormal"))
    {
      magnitude->kind = MZ_MAGNITUDE_LOGNORMAL90;
      return take_amounts (risk->record, ends, 2, magnitude, reason);
    }
  if (!mz_magnitude_kind_from_name (code, &magnitude->kind))
    {
      *reason = g_strdup (_ ("The kind of loss is unknown."));
      return FALSE;
    }
  if (magnitude->kind == MZ_MAGNITUDE_UNIFORM)
    return take_amounts (risk->record, ends, 2, magnitude, reason);
  if (magnitude->kind == MZ_MAGNITUDE_POINT)
    return take_amounts (risk->record, point, 1, magnitude, reason);
  return take_amounts (risk->record, all, 3, magnitude, reason);
}

static MzFigure
sle_of (MzWork *self, MzRisk *risk)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  MzDistribution distribution;

  mz_evidence_add (evidence, risk->record);
  if (!magnitude_of (self, risk, evidence, &risk->magnitude, &reason))
    return mz_evidence_unknown (evidence, g_steal_pointer (&reason));
  if (!mz_distribution_init (&distribution, &risk->magnitude, &error))
    return refused (risk->record, evidence, error->message);
  risk->has_magnitude = TRUE;
  return mz_evidence_amount (evidence, mz_distribution_mean (&distribution));
}

static MzFigure
ale_of (MzRisk *risk)
{
  g_autoptr (MzEvidence) evidence = mz_evidence_new ();
  g_autoptr (GError) error = NULL;
  double ale;

  mz_evidence_add_figure (evidence, &risk->frequency);
  mz_evidence_add_figure (evidence, &risk->sle);
  if (!risk->frequency.known || !risk->sle.known)
    return mz_evidence_unknown (
        evidence, g_strdup (risk->frequency.known ? risk->sle.reason : risk->frequency.reason));
  if (!mz_rosi_ale (risk->sle.real, risk->frequency.real, &ale, &error))
    return refused (risk->record, evidence, error->message);
  return mz_evidence_amount (evidence, ale);
}

/* A link may lead from the damage to the risk, as the method draws it, or the other way round, as people also think. */
static GPtrArray *
damages_of (MzWork *self, MzRecord *risk)
{
  GPtrArray *damages = mz_neighbours_of_kind (self->result.model, risk, "damage", TRUE);
  g_autoptr (GPtrArray) results = mz_neighbours_of_kind (self->result.model, risk, "damage", FALSE);

  for (guint i = 0; i < results->len; i++)
    if (!g_ptr_array_find (damages, g_ptr_array_index (results, i), NULL))
      g_ptr_array_add (damages, g_ptr_array_index (results, i));
  return damages;
}

static void
risk_free (MzRisk *self)
{
  mz_figure_clear (&self->frequency);
  mz_figure_clear (&self->sle);
  mz_figure_clear (&self->ale);
  g_ptr_array_unref (self->damages);
  g_object_unref (self->record);
  g_free (self);
}

static MzRisk *
risk_new (MzWork *self, MzRecord *record)
{
  MzRisk *risk = g_new0 (MzRisk, 1);

  risk->record = g_object_ref (record);
  risk->damages = mz_records_hold (damages_of (self, record));
  risk->frequency = frequency_of (record);
  risk->sle = sle_of (self, risk);
  risk->ale = ale_of (risk);
  risk->inherent = rate_inherent (self, record);
  risk->current = rate_now (self, risk);
  risk->number_cell =
      mz_work_rate (self, mz_anchors_level (&self->frequency_anchors, &risk->frequency),
                    mz_anchors_level (&self->loss_anchors, &risk->sle));
  return risk;
}

void
mz_work_risks (MzWork *self)
{
  g_autoptr (GPtrArray) losses = g_ptr_array_new ();
  MzRecord *record;

  self->result.risks = g_ptr_array_new_with_free_func ((GDestroyNotify)risk_free);
  for (guint i = 0; (record = mz_model_nth (self->result.model, "risk", i)) != NULL; i++)
    {
      MzRisk *risk = risk_new (self, record);

      g_ptr_array_add (self->result.risks, risk);
      g_ptr_array_add (losses, &risk->ale);
      g_hash_table_insert (self->risk_of, record, GUINT_TO_POINTER (i + 1));
    }
  self->result.ale = mz_figure_sum ((const MzFigure *const *)losses->pdata, losses->len,
                                    g_strdup (_ ("There is no risk in the model.")));
}
