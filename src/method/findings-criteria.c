/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Findings about the context and the risk criteria. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

static void
check_context (MzWork *self)
{
  for (guint i = 0; i < self->result.levels.open_entries->len; i++)
    {
      MzRecord *entry = g_ptr_array_index (self->result.levels.open_entries, i);
      g_autofree char *title = mz_record_label (entry);

      if (mz_record_flag (entry, "no_effect"))
        mz_work_find (self, "no_effect_without_reason", MZ_FINDING_WARNING, entry,
                      "no_effect_reason",
                      g_strdup_printf (_ ("“%s” is said to have no effect: say why."), title));
      else
        mz_work_find (self, "leads_nowhere", MZ_FINDING_WARNING, entry, "targets",
                      g_strdup_printf (_ ("“%s” leads nowhere: say what it bears on, or that it "
                                          "has no effect and why."),
                                       title));
    }
}

static void
check_limits (MzWork *self)
{
  const MzScale *scale = &self->result.scale;

  if (scale->has_appetite && scale->has_tolerance && scale->appetite > scale->tolerance)
    mz_work_find (self, "appetite_above_tolerance", MZ_FINDING_ERROR, self->criteria, "appetite",
                  g_strdup_printf (_ ("The risk appetite %d is above the tolerance %d; it must not "
                                      "be."),
                                   scale->appetite, scale->tolerance));
}

static int
greatest_value (const MzScale *scale)
{
  int greatest = 0;

  for (int l = 0; l < scale->n_likelihood; l++)
    for (int i = 0; i < scale->n_impact; i++)
      greatest = MAX (greatest, scale->values[l][i]);
  return greatest;
}

static void
check_bands (MzWork *self)
{
  const MzScale *scale = &self->result.scale;
  int greatest = greatest_value (scale);

  if (scale->n_bands == 0)
    mz_work_find (self, "bands_missing", MZ_FINDING_ERROR, self->criteria, "scheme",
                  g_strdup (_ ("A matrix of this size has no usual bands: state where each "
                               "begins.")));
  for (int i = 0; i < scale->n_bands; i++)
    {
      const MzBand *band = &scale->bands[i];

      if (i > 0 && band->value_from <= scale->bands[i - 1].value_from)
        mz_work_find (self, "bands_not_rising", MZ_FINDING_ERROR, NULL, "value_from",
                      g_strdup_printf (_ ("The band “%s” must begin above %d, where the milder "
                                          "band “%s” begins."),
                                       band->name, scale->bands[i - 1].value_from,
                                       scale->bands[i - 1].name));
      if (band->value_from > greatest)
        mz_work_find (self, "band_unreachable", MZ_FINDING_WARNING, NULL, "value_from",
                      g_strdup_printf (_ ("No risk can reach the band “%s”, which begins at %d; "
                                          "the greatest risk value is %d."),
                                       band->name, band->value_from, greatest));
    }
}

static gboolean
rising (const MzScale *scale)
{
  for (int i = 1; i < scale->n_bands; i++)
    if (scale->bands[i].value_from <= scale->bands[i - 1].value_from)
      return FALSE;
  return scale->n_bands >= 2;
}

/* Cox's checks of a matrix, with the bands' beginnings as its cut points. */
static void
check_matrix (MzWork *self)
{
  const MzScale *scale = &self->result.scale;
  MzMatrix matrix = {.rows = scale->n_likelihood, .columns = scale->n_impact};
  MzMatrixFinding findings;

  if (!g_str_equal (scale->scheme, "matrix") || !rising (scale))
    return;
  matrix.n_cuts = scale->n_bands - 1;
  for (int i = 1; i < scale->n_bands; i++)
    matrix.cuts[i - 1] = scale->bands[i].value_from;
  for (int l = 0; l < scale->n_likelihood; l++)
    for (int i = 0; i < scale->n_impact; i++)
      matrix.values[l][i] = scale->values[l][i];
  findings = mz_matrix_lint (&matrix);
  if (findings & MZ_MATRIX_NOT_MONOTONE)
    mz_work_find (self, "not_monotone", MZ_FINDING_ERROR, self->criteria, NULL,
                  g_strdup (_ ("A risk value of the matrix falls where likelihood or impact rises; "
                               "it must not.")));
  if (findings & MZ_MATRIX_RED_TOUCHES_GREEN)
    mz_work_find (self, "red_touches_green", MZ_FINDING_WARNING, self->criteria, NULL,
                  g_strdup (_ ("A cell of the gravest band touches one of the mildest: one small "
                               "step leaps over all bands between.")));
}

/* A level or cell that the axes do not have. */
static void
check_places (MzWork *self)
{
  const MzScale *scale = &self->result.scale;
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (self->result.model, "scale_level", i)) != NULL; i++)
    {
      gboolean likelihood = mz_record_choice_is (record, "axis", "likelihood");
      int n = likelihood ? scale->n_likelihood : scale->n_impact;
      g_autofree char *title = mz_record_label (record);

      if (mz_record_integer (record, "level", 1) > n)
        mz_work_find (
            self, "level_outside", MZ_FINDING_WARNING, record, "level",
            g_strdup_printf (_ ("“%s” is above the %d levels of its axis and is not used."), title,
                             n));
    }
  for (guint i = 0; (record = mz_model_nth (self->result.model, "matrix_cell", i)) != NULL; i++)
    if (!g_str_equal (scale->scheme, "matrix") ||
        mz_record_integer (record, "likelihood", 1) > scale->n_likelihood ||
        mz_record_integer (record, "impact", 1) > scale->n_impact)
      mz_work_find (self, "cell_outside", MZ_FINDING_WARNING, record, NULL,
                    g_strdup (_ ("A risk value is given for a cell that the matrix does not have; "
                                 "it is not used.")));
}

/* Bounds that are given, yet cannot be used. */
static void
check_anchors (MzWork *self, gboolean likelihood)
{
  const MzAnchors *anchors = likelihood ? &self->frequency_anchors : &self->loss_anchors;
  const char *field = likelihood ? "frequency_from" : "loss_from";
  MzRecord *record;

  for (guint i = 0; (record = mz_model_nth (self->result.model, "scale_level", i)) != NULL; i++)
    if (anchors->n == 0 && mz_record_has (record, field) &&
        mz_record_choice_is (record, "axis", likelihood ? "likelihood" : "impact"))
      {
        mz_work_find (self, "anchors_unusable", MZ_FINDING_ERROR, record, field,
                      g_strdup (likelihood
                                    ? _ ("The frequencies of the likelihood levels must be given "
                                         "for each level from 2 on, and rise.")
                                    : _ ("The losses of the impact levels must be given for each "
                                         "level from 2 on, and rise.")));
        return;
      }
}

void
mz_work_find_criteria (MzWork *self)
{
  check_context (self);
  check_limits (self);
  check_bands (self);
  check_matrix (self);
  check_places (self);
  check_anchors (self, TRUE);
  check_anchors (self, FALSE);
}
