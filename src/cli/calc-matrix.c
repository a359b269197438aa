/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * `calc matrix`: ratings of the three schemes, decisions, the lint of a table, aggregates. One function a scheme. */

#include "config.h"

#include "calc.h"

#include "mezasu/matrix.h"

#include <glib/gi18n-lib.h>

static void
put_rating (MzCalc *calc, const MzMatrixRating *rating, const char *impact)
{
  mz_calc_put_integer (calc, "value", rating->value);
  mz_calc_put_text (calc, "band", rating->band_name);
  mz_calc_put_integer (calc, "likelihood", rating->likelihood);
  mz_calc_put_integer (calc, impact, rating->impact);
}

static void
s3 (MzCalc *calc)
{
  int likelihood = 0, importance = 0;
  MzMatrixRating rating;
  const char *likelihood_text = mz_calc_need_text (calc, "likelihood");
  const char *importance_text = mz_calc_need_text (calc, "importance");
  if (mz_calc_ok (calc) &&
      mz_matrix_s3_level (likelihood_text, "likelihood", &likelihood, &calc->error) &&
      mz_matrix_s3_level (importance_text, "importance", &importance, &calc->error) &&
      mz_matrix_s3 (likelihood, importance, &rating, &calc->error))
    put_rating (calc, &rating, "importance");
}

static void
ipa7 (MzCalc *calc)
{
  MzMatrixRating rating;
  int threat = mz_calc_need_int (calc, "threat");
  int vulnerability = mz_calc_need_int (calc, "vulnerability");
  int c = mz_calc_need_int (calc, "c");
  int i = mz_calc_need_int (calc, "i");
  int a = mz_calc_need_int (calc, "a");
  if (mz_calc_ok (calc) && mz_matrix_ipa7 (threat, vulnerability, c, i, a,
                                           MZ_MATRIX_IMPORTANCE_0_TO_2, &rating, &calc->error))
    put_rating (calc, &rating, "importance");
}

static void
rate_default (MzCalc *calc, int likelihood, int impact)
{
  MzMatrix matrix;
  MzMatrixRating rating;
  mz_matrix_init_default (&matrix);
  if (mz_calc_ok (calc) && mz_matrix_rate (&matrix, likelihood, impact, &rating, &calc->error))
    put_rating (calc, &rating, "impact");
}

static void
five_by_five (MzCalc *calc)
{
  int likelihood = mz_calc_need_int (calc, "likelihood");
  rate_default (calc, likelihood, mz_calc_need_int (calc, "impact"));
}

static void
anchors (MzCalc *calc)
{
  int n_frequency, n_loss, likelihood = 0, impact = 0;
  const double *frequencies = mz_matrix_default_frequency_anchors (&n_frequency);
  const double *losses = mz_matrix_default_loss_anchors (&n_loss);
  double frequency = mz_calc_need_real (calc, "frequency_per_year");
  double loss = (double)mz_calc_need_yen (calc, "loss_yen");
  if (mz_calc_ok (calc) &&
      mz_matrix_level (frequency, frequencies, n_frequency, "frequency_per_year", &likelihood,
                       &calc->error) &&
      mz_matrix_level (loss, losses, n_loss, "loss_yen", &impact, &calc->error))
    rate_default (calc, likelihood, impact);
}

static void
appetite (MzCalc *calc)
{
  MzDecision decision;
  double value = mz_calc_need_real (calc, "value");
  double wanted = mz_calc_need_real (calc, "appetite");
  double tolerated = mz_calc_need_real (calc, "tolerance");
  if (mz_calc_ok (calc) && mz_matrix_decide (value, wanted, tolerated, &decision, &calc->error))
    mz_calc_put_text (calc, "decision", mz_matrix_decision_name (decision));
}

/* A value of a grid or of a set; ordinal values are small. */
static int
read_level (MzCalc *calc, JsonNode *node, const char *what)
{
  gint64 value = 0;
  if (mz_calc_node_integer (calc, node, what, &value) && (value < -1000000 || value > 1000000))
    mz_calc_refuse (calc, _ ("%s is out of range."), what);
  return (int)CLAMP (value, -1000000, 1000000);
}

/* Fills @grid row by row; false when it is not a rectangle of at most 10 by 10. */
static gboolean
read_grid (MzCalc *calc, JsonArray *list, int *grid, guint *columns)
{
  static const char name[] = "grid_rows_likelihood_ascending";
  guint rows = json_array_get_length (list), n = 0;
  for (guint i = 0; i < rows && rows <= MZ_MATRIX_MAX; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      JsonArray *row = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      guint length = row == NULL ? 0 : json_array_get_length (row);
      if (i == 0)
        *columns = length;
      if (row == NULL || length > MZ_MATRIX_MAX || length != *columns)
        {
          mz_calc_refuse (calc, _ ("%s must be rows of equal length, at most %d by %d."), name,
                          MZ_MATRIX_MAX, MZ_MATRIX_MAX);
          return FALSE;
        }
      for (guint j = 0; j < length; j++)
        grid[n++] = read_level (calc, json_array_get_element (row, j), name);
    }
  return mz_calc_ok (calc);
}

static void
lint (MzCalc *calc)
{
  int grid[MZ_MATRIX_MAX * MZ_MATRIX_MAX] = {0};
  guint columns = 0;
  MzMatrixFinding findings;
  JsonArray *list = mz_calc_list (calc, "grid_rows_likelihood_ascending");
  if (list == NULL)
    mz_calc_refuse (calc, _ ("%s must be given."), "grid_rows_likelihood_ascending");
  if (!mz_calc_ok (calc) || !read_grid (calc, list, grid, &columns) ||
      !mz_matrix_lint_bands ((int)json_array_get_length (list), (int)columns, grid, &findings,
                             &calc->error))
    return;
  JsonArray *names = json_array_new ();
  for (guint bit = 1; bit <= MZ_MATRIX_RED_TOUCHES_GREEN; bit <<= 1)
    if (findings & bit)
      json_array_add_string_element (names, mz_matrix_finding_name (bit));
  json_object_set_array_member (calc->out, "findings", names);
}

static void
aggregate (MzCalc *calc)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (int));
  JsonArray *list = mz_calc_list (calc, "values");
  if (list == NULL)
    mz_calc_refuse (calc, _ ("%s must be given."), "values");
  for (guint i = 0; mz_calc_ok (calc) && i < json_array_get_length (list); i++)
    {
      int value = read_level (calc, json_array_get_element (list, i), "values");
      g_array_append_val (values, value);
    }
  if (!mz_calc_ok (calc))
    return;
  MzMaybe max;
  g_autoptr (GArray) counts =
      mz_matrix_aggregate ((const int *)(gpointer)values->data, values->len, &max);
  JsonObject *object = json_object_new ();
  for (guint i = 0; i < counts->len; i++)
    {
      const MzMatrixCount *count = &g_array_index (counts, MzMatrixCount, i);
      g_autofree char *key = g_strdup_printf ("%d", count->value);
      json_object_set_int_member (object, key, count->count);
    }
  mz_calc_put_maybe (calc, "max", max);
  json_object_set_object_member (calc->out, "counts", object);
}

static const struct
{
  const char *name;
  MzCalcFunc function;
} schemes[] = {
    {"S3", s3},
    {"IPA7", ipa7},
    {"5x5", five_by_five},
    {"5x5 anchors", anchors},
    {"appetite", appetite},
    {"lint", lint},
    {"aggregate", aggregate},
};

void
mz_calc_matrix (MzCalc *calc)
{
  const char *scheme = mz_calc_need_text (calc, "scheme");
  for (guint i = 0; scheme != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i].name, scheme))
      {
        schemes[i].function (calc);
        return;
      }
  mz_calc_refuse (calc,
                  _ ("scheme must be S3, IPA7, 5x5, 5x5 anchors, appetite, lint or aggregate."));
}
