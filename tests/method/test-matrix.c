/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Risk scales: every cell of the published tables, the edges of bands and anchors, and lint findings against a brute
 * force over all pairs of cells. */

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mezasu/error.h"
#include "mezasu/matrix.h"

static void
assert_refused (gboolean done, GError **error, const char *field)
{
  g_assert_false (done);
  g_assert_error (*error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_assert_nonnull (strstr ((*error)->message, field));
  g_clear_error (error);
}

/* IPA practice book of the Cybersecurity Management Guidelines, table 2-4.1; 中/低 and 高/低 by symmetry. */
static void
test_s3 (void)
{
  static const struct
  {
    const char *likelihood, *importance;
    int value;
    const char *band;
  } cells[] = {
      {"低", "低", 1, "低"}, {"低", "中", 1, "低"}, {"低", "高", 2, "中"},
      {"中", "低", 1, "低"}, {"中", "中", 2, "中"}, {"中", "高", 3, "高"},
      {"高", "低", 2, "中"}, {"高", "中", 3, "高"}, {"高", "高", 3, "高"},
  };
  g_autoptr (GError) error = NULL;
  MzMatrixRating rating;
  int likelihood, importance;

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_assert_true (mz_matrix_s3_level (cells[i].likelihood, "likelihood", &likelihood, NULL));
      g_assert_true (mz_matrix_s3_level (cells[i].importance, "importance", &importance, NULL));
      g_assert_true (mz_matrix_s3 (likelihood, importance, &rating, NULL));
      g_assert_cmpint (rating.value, ==, cells[i].value);
      g_assert_cmpint (rating.band, ==, cells[i].value - 1);
      g_assert_cmpstr (rating.band_name, ==, cells[i].band);
    }
  assert_refused (mz_matrix_s3 (0, 1, &rating, &error), &error, "likelihood");
  assert_refused (mz_matrix_s3 (1, 4, &rating, &error), &error, "importance");
  assert_refused (mz_matrix_s3_level ("大", "importance", &likelihood, &error), &error,
                  "importance");
  assert_refused (mz_matrix_s3_level (NULL, "importance", &likelihood, &error), &error,
                  "importance");
}

static void
test_ipa7 (void)
{
  static const struct
  {
    const char *source;
    int t, v, c, i, a;
    MzMatrixImportance scale;
    int likelihood, importance, value;
    const char *band;
  } rows[] = {
      {"sheet, first row", 3, 2, 2, 0, 0, MZ_MATRIX_IMPORTANCE_0_TO_2, 2, 2, 4, "大"},
      {"sheet, second row", 2, 2, 2, 2, 2, MZ_MATRIX_IMPORTANCE_0_TO_2, 1, 2, 2, "中"},
      {"top", 3, 3, 0, 2, 1, MZ_MATRIX_IMPORTANCE_0_TO_2, 3, 2, 6, "大"},
      {"below 大", 3, 3, 1, 0, 0, MZ_MATRIX_IMPORTANCE_0_TO_2, 3, 1, 3, "中"},
      {"least 中", 1, 1, 0, 0, 1, MZ_MATRIX_IMPORTANCE_0_TO_2, 1, 1, 1, "中"},
      {"no importance", 3, 3, 0, 0, 0, MZ_MATRIX_IMPORTANCE_0_TO_2, 3, 0, 0, "小"},
      {"3.1 top", 3, 3, 3, 3, 3, MZ_MATRIX_IMPORTANCE_1_TO_3, 3, 3, 9, "大"},
      {"3.1 least 大", 3, 2, 3, 1, 1, MZ_MATRIX_IMPORTANCE_1_TO_3, 2, 3, 6, "大"},
      {"3.1 most 中", 3, 2, 2, 1, 1, MZ_MATRIX_IMPORTANCE_1_TO_3, 2, 2, 4, "中"},
      {"3.1 least 中", 1, 3, 1, 3, 1, MZ_MATRIX_IMPORTANCE_1_TO_3, 1, 3, 3, "中"},
      {"3.1 most 小", 2, 3, 1, 1, 1, MZ_MATRIX_IMPORTANCE_1_TO_3, 2, 1, 2, "小"},
  };
  static const int likelihood[3][3] = {{3, 2, 1}, {2, 1, 1}, {1, 1, 1}};
  g_autoptr (GError) error = NULL;
  MzMatrixRating rating;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].source);
      g_assert_true (mz_matrix_ipa7 (rows[i].t, rows[i].v, rows[i].c, rows[i].i, rows[i].a,
                                     rows[i].scale, &rating, NULL));
      g_assert_cmpint (rating.likelihood, ==, rows[i].likelihood);
      g_assert_cmpint (rating.impact, ==, rows[i].importance);
      g_assert_cmpint (rating.value, ==, rows[i].value);
      g_assert_cmpstr (rating.band_name, ==, rows[i].band);
    }
  /* The whole table, printed from threat 3 and vulnerability 3 downwards as in the guideline. */
  for (int t = 0; t < 3; t++)
    for (int v = 0; v < 3; v++)
      {
        g_assert_true (
            mz_matrix_ipa7 (3 - t, 3 - v, 1, 1, 1, MZ_MATRIX_IMPORTANCE_0_TO_2, &rating, NULL));
        g_assert_cmpint (rating.likelihood, ==, likelihood[t][v]);
      }
  assert_refused (mz_matrix_ipa7 (0, 1, 1, 1, 1, MZ_MATRIX_IMPORTANCE_0_TO_2, &rating, &error),
                  &error, "threat");
  assert_refused (mz_matrix_ipa7 (1, 4, 1, 1, 1, MZ_MATRIX_IMPORTANCE_0_TO_2, &rating, &error),
                  &error, "vulnerability");
  assert_refused (mz_matrix_ipa7 (1, 1, 3, 1, 1, MZ_MATRIX_IMPORTANCE_0_TO_2, &rating, &error),
                  &error, "c ");
  assert_refused (mz_matrix_ipa7 (1, 1, 1, -1, 1, MZ_MATRIX_IMPORTANCE_0_TO_2, &rating, &error),
                  &error, "i ");
  assert_refused (mz_matrix_ipa7 (1, 1, 1, 1, 0, MZ_MATRIX_IMPORTANCE_1_TO_3, &rating, &error),
                  &error, "a ");
}

static void
test_five_by_five (void)
{
  g_autoptr (GError) error = NULL;
  MzMatrix matrix;
  MzMatrixRating rating;

  mz_matrix_init_default (&matrix);
  g_assert_cmpint (mz_matrix_lint (&matrix), ==, 0);
  for (int l = 1; l <= 5; l++)
    for (int i = 1; i <= 5; i++)
      {
        const char *band = l * i <= 4 ? "低" : l * i <= 9 ? "中" : l * i <= 14 ? "高" : "極大";

        g_assert_true (mz_matrix_rate (&matrix, l, i, &rating, NULL));
        g_assert_cmpint (rating.value, ==, l * i);
        g_assert_cmpstr (rating.band_name, ==, band);
      }
  assert_refused (mz_matrix_rate (&matrix, 0, 1, &rating, &error), &error, "likelihood");
  assert_refused (mz_matrix_rate (&matrix, 6, 1, &rating, &error), &error, "likelihood");
  assert_refused (mz_matrix_rate (&matrix, 1, 6, &rating, &error), &error, "impact");
  assert_refused (mz_matrix_rate (&matrix, 1, -1, &rating, &error), &error, "impact");
}

static void
test_free_matrix (void)
{
  static const int cuts[] = {3, 6}, falling[] = {6, 3}, many[10] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  g_autoptr (GError) error = NULL;
  MzMatrix matrix;
  MzMatrixRating rating;

  g_assert_true (mz_matrix_init_product (&matrix, 2, 10, cuts, 2, NULL));
  g_assert_true (mz_matrix_rate (&matrix, 2, 10, &rating, NULL));
  g_assert_cmpint (rating.value, ==, 20);
  g_assert_cmpint (rating.band, ==, 2);
  g_assert_null (rating.band_name);
  matrix.values[1][9] = 5;
  g_assert_true (mz_matrix_rate (&matrix, 2, 10, &rating, NULL));
  g_assert_cmpint (rating.band, ==, 1);
  g_assert_cmpint (mz_matrix_lint (&matrix) & MZ_MATRIX_NOT_MONOTONE, !=, 0);

  assert_refused (mz_matrix_init_product (&matrix, 1, 5, cuts, 2, &error), &error, "2 to 10");
  assert_refused (mz_matrix_init_product (&matrix, 5, 11, cuts, 2, &error), &error, "2 to 10");
  assert_refused (mz_matrix_init_product (&matrix, 3, 3, NULL, 0, &error), &error, "cut points");
  assert_refused (mz_matrix_init_product (&matrix, 3, 3, falling, 2, &error), &error, "rise");
  assert_refused (mz_matrix_init_product (&matrix, 3, 3, many, 10, &error), &error, "cut points");
  g_assert_true (mz_matrix_init_product (&matrix, 10, 10, many, 9, NULL));
  matrix.values[0][0] = -1;
  assert_refused (mz_matrix_check (&matrix, &error), &error, "values");
}

static void
test_anchors (void)
{
  static const struct
  {
    double frequency, loss;
    int likelihood, impact;
  } cases[] = {
      {0, 0, 1, 1},
      {0.019999, 999999, 1, 1},
      {0.02, 1e6, 2, 2},
      {0.0999, 9999999, 2, 2},
      {0.1, 1e7, 3, 3},
      {0.5, 1e8, 4, 4},
      {1.999, 999999999, 4, 4},
      {2, 1e9, 5, 5},
      {1000, 9e15, 5, 5},
  };
  static const double equal[] = {1, 1}, falling[] = {2, 1}, nan_anchor[] = {1, NAN};
  g_autoptr (GError) error = NULL;
  int n, m, level = 0;
  const double *frequency = mz_matrix_default_frequency_anchors (&n);
  const double *loss = mz_matrix_default_loss_anchors (&m);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (mz_matrix_level (cases[i].frequency, frequency, n, "f", &level, NULL));
      g_assert_cmpint (level, ==, cases[i].likelihood);
      g_assert_true (mz_matrix_level (cases[i].loss, loss, m, "l", &level, NULL));
      g_assert_cmpint (level, ==, cases[i].impact);
    }
  assert_refused (mz_matrix_level (-0.1, frequency, n, "frequency_per_year", &level, &error),
                  &error, "frequency_per_year");
  assert_refused (mz_matrix_level (NAN, loss, m, "loss_yen", &level, &error), &error, "loss_yen");
  assert_refused (mz_matrix_level (HUGE_VAL, loss, m, "loss_yen", &level, &error), &error,
                  "loss_yen");
  assert_refused (mz_matrix_level (1, equal, 2, "f", &level, &error), &error, "anchors");
  assert_refused (mz_matrix_level (1, falling, 2, "f", &level, &error), &error, "anchors");
  assert_refused (mz_matrix_level (1, nan_anchor, 2, "f", &level, &error), &error, "anchors");
  assert_refused (mz_matrix_level (1, equal, 0, "f", &level, &error), &error, "anchors");
}

static void
test_lint (void)
{
  static const struct
  {
    int rows, columns;
    int grid[9];
    int findings;
  } cases[] = {
      {3, 3, {1, 1, 2, 1, 2, 3, 2, 3, 3}, 0}, /* the table of company S */
      {3, 3, {1, 2, 2, 2, 1, 2, 2, 2, 3}, MZ_MATRIX_NOT_MONOTONE},
      {3, 3, {1, 1, 3, 1, 2, 3, 2, 3, 3}, MZ_MATRIX_RED_TOUCHES_GREEN},
      {3, 3, {1, 1, 2, 3, 2, 3, 2, 3, 3}, MZ_MATRIX_NOT_MONOTONE | MZ_MATRIX_RED_TOUCHES_GREEN},
      {2, 2, {1, 1, 2, 2}, 0},                           /* two bands always touch */
      {2, 2, {1, 1, 3, 3}, MZ_MATRIX_RED_TOUCHES_GREEN}, /* the band between is unused */
      {2, 2, {1, 2, 2, 3}, 0},                           /* corners are no edges */
      {2, 2, {4, 4, 4, 4}, 0},
      {2, 2, {G_MININT, 0, 0, G_MAXINT}, 0},
  };
  MzMatrixFinding findings;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (
          mz_matrix_lint_bands (cases[i].rows, cases[i].columns, cases[i].grid, &findings, NULL));
      g_assert_cmpint (findings, ==, cases[i].findings);
    }
  assert_refused (mz_matrix_lint_bands (1, 2, cases[0].grid, &findings, &error), &error, "2 to 10");
  g_assert_cmpstr (mz_matrix_finding_name (MZ_MATRIX_NOT_MONOTONE), ==, "not_monotone");
  g_assert_cmpstr (mz_matrix_finding_name (MZ_MATRIX_RED_TOUCHES_GREEN), ==, "red_touches_green");
}

/* The definitions word by word, over all pairs of cells. */
static MzMatrixFinding
lint_by_pairs (int rows, int columns, const int *grid)
{
  MzMatrixFinding findings = 0;
  int n = rows * columns, low = G_MAXINT, high = G_MININT;

  for (int a = 0; a < n; a++)
    {
      low = MIN (low, grid[a]);
      high = MAX (high, grid[a]);
    }
  for (int a = 0; a < n; a++)
    for (int b = 0; b < n; b++)
      {
        int rows_apart = b / columns - a / columns, columns_apart = b % columns - a % columns;

        if (rows_apart >= 0 && columns_apart >= 0 && grid[b] < grid[a])
          findings |= MZ_MATRIX_NOT_MONOTONE;
        if (abs (rows_apart) + abs (columns_apart) == 1 && grid[a] == low && grid[b] == high &&
            high - low >= 2)
          findings |= MZ_MATRIX_RED_TOUCHES_GREEN;
      }
  return findings;
}

static void
test_lint_against_pairs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (52);
  int seen[4] = {0};

  for (int round = 0; round < 3000; round++)
    {
      int rows = g_rand_int_range (rand, 2, 5), columns = g_rand_int_range (rand, 2, 5);
      int grid[16];
      MzMatrixFinding findings;

      for (int i = 0; i < rows * columns; i++)
        grid[i] = (i / columns + i % columns) / 2 + (g_rand_int_range (rand, 0, 8) == 0);
      g_assert_true (mz_matrix_lint_bands (rows, columns, grid, &findings, NULL));
      g_assert_cmpint (findings, ==, lint_by_pairs (rows, columns, grid));
      seen[findings]++;
    }
  for (int i = 0; i < 4; i++)
    g_assert_cmpint (seen[i], >, 0);
}

static void
test_decide (void)
{
  static const struct
  {
    double value, appetite, tolerance;
    MzDecision decision;
  } cases[] = {
      {4, 4, 9, MZ_DECISION_ACCEPT},
      {5, 4, 9, MZ_DECISION_TREAT_OR_JUSTIFY},
      {9, 4, 9, MZ_DECISION_TREAT_OR_JUSTIFY},
      {10, 4, 9, MZ_DECISION_MUST_TREAT},
      {4, 4, 4, MZ_DECISION_ACCEPT},
      {5, 4, 4, MZ_DECISION_MUST_TREAT},
      {9e15, 9e15 - 1, 9e15, MZ_DECISION_TREAT_OR_JUSTIFY},
  };
  g_autoptr (GError) error = NULL;
  MzDecision decision;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (mz_matrix_decide (cases[i].value, cases[i].appetite, cases[i].tolerance,
                                       &decision, NULL));
      g_assert_cmpint (decision, ==, cases[i].decision);
    }
  g_assert_cmpstr (mz_matrix_decision_name (MZ_DECISION_ACCEPT), ==, "accept");
  g_assert_cmpstr (mz_matrix_decision_name (MZ_DECISION_TREAT_OR_JUSTIFY), ==, "treat_or_justify");
  g_assert_cmpstr (mz_matrix_decision_name (MZ_DECISION_MUST_TREAT), ==, "must_treat");
  assert_refused (mz_matrix_decide (1, 5, 4, &decision, &error), &error, "appetite");
  assert_refused (mz_matrix_decide (NAN, 4, 5, &decision, &error), &error, "value");
  assert_refused (mz_matrix_decide (1, NAN, 5, &decision, &error), &error, "appetite");
}

static void
test_aggregate (void)
{
  static const int values[] = {3, 1, 3, 2, 3, 1};
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GArray) empty = NULL;
  MzMaybe max = MZ_SOME (77);
  static const MzMatrixCount expected[] = {{1, 2}, {2, 1}, {3, 3}};

  counts = mz_matrix_aggregate (values, G_N_ELEMENTS (values), &max);
  g_assert_true (max.is_set);
  g_assert_cmpint (max.value, ==, 3);
  g_assert_cmpuint (counts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < counts->len; i++)
    {
      g_assert_cmpint (g_array_index (counts, MzMatrixCount, i).value, ==, expected[i].value);
      g_assert_cmpuint (g_array_index (counts, MzMatrixCount, i).count, ==, expected[i].count);
    }
  empty = mz_matrix_aggregate (NULL, 0, &max);
  g_assert_false (max.is_set);
  g_assert_cmpuint (empty->len, ==, 0);
}

static void
test_states (void)
{
  g_assert_cmpint (mz_matrix_check_states (MZ_SOME (9), MZ_SOME (6), MZ_SOME (3)), ==, 0);
  g_assert_cmpint (mz_matrix_check_states (MZ_SOME (5), MZ_SOME (6), MZ_SOME (7)), ==,
                   MZ_STATE_CURRENT_ABOVE_INHERENT | MZ_STATE_RESIDUAL_ABOVE_CURRENT);
  g_assert_cmpint (mz_matrix_check_states (MZ_NONE, MZ_SOME (6), MZ_SOME (7)), ==,
                   MZ_STATE_RESIDUAL_ABOVE_CURRENT);
  g_assert_cmpint (mz_matrix_check_states (MZ_SOME (5), MZ_SOME (6), MZ_NONE), ==,
                   MZ_STATE_CURRENT_ABOVE_INHERENT);
  g_assert_cmpint (mz_matrix_residual (MZ_SOME (6), MZ_NONE).value, ==, 6);
  g_assert_cmpint (mz_matrix_residual (MZ_SOME (6), MZ_SOME (2)).value, ==, 2);
  g_assert_false (mz_matrix_residual (MZ_NONE, MZ_NONE).is_set);

  g_assert_true (mz_matrix_order_differs (10, 1e6, 5, 2e6));
  g_assert_true (mz_matrix_order_differs (5, 2e6, 10, 1e6));
  g_assert_false (mz_matrix_order_differs (10, 2e6, 5, 1e6));
  g_assert_false (mz_matrix_order_differs (10, 1e6, 10, 2e6));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix/s3", test_s3);
  g_test_add_func ("/matrix/ipa7", test_ipa7);
  g_test_add_func ("/matrix/five-by-five", test_five_by_five);
  g_test_add_func ("/matrix/free", test_free_matrix);
  g_test_add_func ("/matrix/anchors", test_anchors);
  g_test_add_func ("/matrix/lint", test_lint);
  g_test_add_func ("/matrix/lint-against-pairs", test_lint_against_pairs);
  g_test_add_func ("/matrix/decide", test_decide);
  g_test_add_func ("/matrix/aggregate", test_aggregate);
  g_test_add_func ("/matrix/states", test_states);
  return g_test_run ();
}
