/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The risk criteria as they are used: the matrix of the chosen scheme, the names of its levels, its bands, appetite,
 * tolerance, and the anchors that turn a frequency or a loss into a level.
 *
 * Names and bands of the model go before the defaults in every scheme. A free matrix of another size than 5 × 5 has no
 * default bands and no default anchors: it must state them. */

#include "config.h"

#include "analysis-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  int from;
} DefaultBand;

static const DefaultBand bands_5x5[] = {
    {NC_ ("risk band", "Low"), 1},
    {NC_ ("risk band", "Medium"), 5},
    {NC_ ("risk band", "High"), 10},
    {NC_ ("risk band", "Extreme"), 15},
};
static const DefaultBand bands_s3[] = {
    {NC_ ("risk band", "Low"), 1},
    {NC_ ("risk band", "Medium"), 2},
    {NC_ ("risk band", "High"), 3},
};
static const DefaultBand bands_ipa7_from_0[] = {
    {NC_ ("risk band", "Small"), 0},
    {NC_ ("risk band", "Medium"), 1},
    {NC_ ("risk band", "Large"), 4},
};
static const DefaultBand bands_ipa7_from_1[] = {
    {NC_ ("risk band", "Small"), 1},
    {NC_ ("risk band", "Medium"), 3},
    {NC_ ("risk band", "Large"), 6},
};

static const char *const likelihood_5[] = {
    NC_ ("likelihood", "Rare"), NC_ ("likelihood", "Unlikely"), NC_ ("likelihood", "Occasional"),
    NC_ ("likelihood", "Likely"), NC_ ("likelihood", "Constant")};
static const char *const impact_5[] = {NC_ ("impact", "Slight"), NC_ ("impact", "Minor"),
                                       NC_ ("impact", "Medium"), NC_ ("impact", "Major"),
                                       NC_ ("impact", "Grave")};
static const char *const three[] = {NC_ ("level", "Low"), NC_ ("level", "Medium"),
                                    NC_ ("level", "High")};

static gboolean
is_ipa7_from_0 (MzWork *self)
{
  return g_str_equal (self->result.scale.scheme, "ipa7") &&
         !mz_record_choice_is (self->criteria, "importance_scale", "1-3");
}

static const char *
default_name (MzWork *self, gboolean likelihood, int level)
{
  const char *const *names = likelihood ? likelihood_5 : impact_5;
  const char *context = likelihood ? "likelihood" : "impact";
  int n = likelihood ? self->result.scale.n_likelihood : self->result.scale.n_impact;

  if (n == 3)
    return g_dpgettext2 (GETTEXT_PACKAGE, "level", three[level - 1]);
  return n == 5 ? g_dpgettext2 (GETTEXT_PACKAGE, context, names[level - 1]) : NULL;
}

static char *
level_name (MzWork *self, gboolean likelihood, int level)
{
  guint n = mz_model_count (self->result.model, "scale_level");
  const char *fallback;

  for (guint i = 0; i < n; i++)
    {
      MzRecord *record = mz_model_nth (self->result.model, "scale_level", i);

      if (mz_record_integer (record, "level", 0) == level &&
          mz_record_choice_is (record, "axis", likelihood ? "likelihood" : "impact") &&
          mz_record_has (record, "title"))
        return g_strdup (mz_record_text (record, "title"));
    }
  /* Importance in the sheet's older edition is a mark from 0 to 2, shown as such. */
  if (!likelihood && is_ipa7_from_0 (self))
    return g_strdup_printf ("%d", level - 1);
  fallback = default_name (self, likelihood, level);
  return fallback != NULL ? g_strdup (fallback) : g_strdup_printf ("%d", level);
}

static void
set_values (MzWork *self)
{
  MzScale *scale = &self->result.scale;
  guint n = mz_model_count (self->result.model, "matrix_cell");
  int importance_from = is_ipa7_from_0 (self) ? 0 : 1;

  for (int l = 1; l <= scale->n_likelihood; l++)
    for (int i = 1; i <= scale->n_impact; i++)
      {
        MzMatrixRating rating;

        if (!g_str_equal (scale->scheme, "s3"))
          scale->values[l - 1][i - 1] = l * (i - 1 + importance_from);
        else if (mz_matrix_s3 (l, i, &rating, NULL))
          scale->values[l - 1][i - 1] = rating.value;
      }

  /* Only the free matrix can be edited: the other two are published tables. */
  for (guint k = 0; k < n && g_str_equal (scale->scheme, "matrix"); k++)
    {
      MzRecord *cell = mz_model_nth (self->result.model, "matrix_cell", k);
      gint64 l = mz_record_integer (cell, "likelihood", 0);
      gint64 i = mz_record_integer (cell, "impact", 0);

      if (l >= 1 && l <= scale->n_likelihood && i >= 1 && i <= scale->n_impact)
        scale->values[l - 1][i - 1] = (int)mz_record_integer (cell, "value", 0);
    }
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const MzBand *left = a, *right = b;

  if (left->severity != right->severity)
    return left->severity - right->severity;
  return left->value_from - right->value_from;
}

static void
use_default_bands (MzWork *self)
{
  MzScale *scale = &self->result.scale;
  const DefaultBand *bands = NULL;
  int n = 0;

  if (g_str_equal (scale->scheme, "s3"))
    bands = bands_s3, n = G_N_ELEMENTS (bands_s3);
  else if (g_str_equal (scale->scheme, "ipa7"))
    {
      bands = is_ipa7_from_0 (self) ? bands_ipa7_from_0 : bands_ipa7_from_1;
      n = G_N_ELEMENTS (bands_ipa7_from_0);
    }
  else if (scale->n_likelihood == 5 && scale->n_impact == 5)
    bands = bands_5x5, n = G_N_ELEMENTS (bands_5x5);

  for (int i = 0; i < n; i++)
    scale->bands[i] =
        (MzBand){g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "risk band", bands[i].name)), i + 1,
                 bands[i].from};
  scale->n_bands = n;
}

static void
set_bands (MzWork *self)
{
  MzScale *scale = &self->result.scale;
  guint n = MIN (mz_model_count (self->result.model, "band"), G_N_ELEMENTS (scale->bands));

  for (guint i = 0; i < n; i++)
    {
      MzRecord *record = mz_model_nth (self->result.model, "band", i);

      scale->bands[i] = (MzBand){g_strdup (mz_record_text (record, "title")),
                                 (int)mz_record_integer (record, "severity", 1),
                                 (int)mz_record_integer (record, "value_from", 1)};
    }
  scale->n_bands = (int)n;
  qsort (scale->bands, n, sizeof *scale->bands, compare_bands);
  if (n == 0)
    use_default_bands (self);
}

/* Takes the model's anchors when there is one for each level from 2 on and they rise; a finding tells when not. */
static void
set_anchors (MzWork *self, gboolean likelihood, MzAnchors *anchors)
{
  int n = likelihood ? self->result.scale.n_likelihood : self->result.scale.n_impact;
  guint n_records = mz_model_count (self->result.model, "scale_level");
  const char *field = likelihood ? "frequency_from" : "loss_from";
  double found[MZ_MATRIX_MAX + 1];
  gboolean any = FALSE, rising = TRUE;

  for (int i = 0; i <= MZ_MATRIX_MAX; i++)
    found[i] = -1;
  for (guint i = 0; i < n_records; i++)
    {
      MzRecord *record = mz_model_nth (self->result.model, "scale_level", i);
      gint64 level = mz_record_integer (record, "level", 0);

      if (level < 2 || level > n || !mz_record_has (record, field) ||
          !mz_record_choice_is (record, "axis", likelihood ? "likelihood" : "impact"))
        continue;
      found[level] = likelihood ? mz_record_real (record, field, 0)
                                : (double)mz_record_integer (record, field, 0);
      any = TRUE;
    }
  for (int level = 2; level <= n; level++)
    rising = rising && found[level] > MAX (found[level - 1], level == 2 ? -0.5 : 0);

  if (any && rising)
    {
      anchors->n = n - 1;
      memcpy (anchors->from, found + 2, sizeof (double) * (gsize)(n - 1));
    }
  else if (!any && n == 5 && g_str_equal (self->result.scale.scheme, "matrix"))
    {
      const double *defaults = likelihood ? mz_matrix_default_frequency_anchors (&anchors->n)
                                          : mz_matrix_default_loss_anchors (&anchors->n);

      memcpy (anchors->from, defaults, sizeof (double) * (gsize)anchors->n);
    }
}

static void
set_limits (MzWork *self)
{
  MzScale *scale = &self->result.scale;

  scale->has_appetite = mz_record_has (self->criteria, "appetite");
  scale->appetite = (int)mz_record_integer (self->criteria, "appetite", 0);
  scale->has_tolerance = mz_record_has (self->criteria, "tolerance");
  scale->tolerance = (int)mz_record_integer (self->criteria, "tolerance", 0);
}

void
mz_work_scale (MzWork *self)
{
  MzScale *scale = &self->result.scale;
  const char *scheme = mz_record_text (self->criteria, "scheme");
  gboolean is_free;

  scale->scheme = g_strdup (scheme != NULL ? scheme : "matrix");
  is_free = g_str_equal (scale->scheme, "matrix");
  scale->n_likelihood =
      is_free ? (int)mz_record_integer (self->criteria, "likelihood_levels", 5) : 3;
  scale->n_impact = is_free ? (int)mz_record_integer (self->criteria, "impact_levels", 5) : 3;
  for (int i = 0; i < scale->n_likelihood; i++)
    scale->likelihood_names[i] = level_name (self, TRUE, i + 1);
  for (int i = 0; i < scale->n_impact; i++)
    scale->impact_names[i] = level_name (self, FALSE, i + 1);
  set_values (self);
  set_bands (self);
  set_limits (self);
  set_anchors (self, TRUE, &self->frequency_anchors);
  set_anchors (self, FALSE, &self->loss_anchors);
}

int
mz_anchors_level (const MzAnchors *self, const MzFigure *figure)
{
  int level;

  if (self->n == 0 || !figure->known ||
      !mz_matrix_level (figure->real, self->from, self->n, "number", &level, NULL))
    return 0;
  return level;
}

int
mz_scale_band (const MzScale *self, int value)
{
  int band = -1;

  for (int i = 0; i < self->n_bands; i++)
    if (value >= self->bands[i].value_from)
      band = i;
  return band;
}

MzVerdict
mz_scale_verdict (const MzScale *self, int value)
{
  /* An appetite above the tolerance is an error of its own: nothing can be judged by it. */
  if (self->has_appetite && self->has_tolerance && self->appetite > self->tolerance)
    return MZ_VERDICT_UNKNOWN;
  if (self->has_tolerance && value > self->tolerance)
    return MZ_VERDICT_MUST_TREAT;
  if (self->has_appetite && value <= self->appetite)
    return MZ_VERDICT_ACCEPT;
  return self->has_appetite && self->has_tolerance ? MZ_VERDICT_TREAT_OR_JUSTIFY
                                                   : MZ_VERDICT_UNKNOWN;
}
