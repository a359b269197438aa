/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Distributions against simulation-reference.py, the tables of the engine against the inverses, and every refusal. */

#include "config.h"

#include <math.h>

#include "mezasu/distribution.h"
#include "mezasu/error.h"

#include "distribution-elementary-private.h"
#include "quantile-table-private.h"
#include "random-private.h"
#include "simulation-poisson-private.h"

static MzDistribution
distribution_of (MzMagnitudeKind kind, double a, double b, double c)
{
  MzMagnitude magnitude = {kind, {a, b, c}, mz_magnitude_kind_n_parameters (kind)};
  MzDistribution distribution;
  g_autoptr (GError) error = NULL;
  g_assert_true (mz_distribution_init (&distribution, &magnitude, &error));
  g_assert_no_error (error);
  return distribution;
}

static void
assert_near (double actual, double expected, double relative)
{
  g_assert_cmpfloat (fabs (actual - expected), <=, relative * fabs (expected));
}

static void
test_moments (void)
{
  static const struct
  {
    MzMagnitudeKind kind;
    double a, b, c, mean, variance;
  } rows[] = {
      {MZ_MAGNITUDE_POINT, 7, 0, 0, 7, 0},
      {MZ_MAGNITUDE_UNIFORM, 1e3, 5e3, 0, 3e3, 16e6 / 12},
      {MZ_MAGNITUDE_TRIANGULAR, 1e5, 4e5, 1e6, 5e5, 3.5e10},
      {MZ_MAGNITUDE_TRIANGULAR, 0, 0, 7, 2.3333333333333335, 2.7222222222222223},
      {MZ_MAGNITUDE_PERT, 1e5, 4e5, 1e6, 4.5e5, 2.75e10},
      {MZ_MAGNITUDE_PERT, 0, 0, 7, 1.1666666666666667, 0.9722222222222222},
      {MZ_MAGNITUDE_LOGNORMAL90, 5e5, 2e6, 0, 1092851.6600812462, 232086859771.13605},
      {MZ_MAGNITUDE_LOGNORMAL90, 4e5, 2.5e6, 0, 1167845.7640420208, 496260541574.9593},
      {MZ_MAGNITUDE_LOGNORMAL90, 1e4, 1e7, 0, 2867112.2473109337, 667518354266852.4},
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MzDistribution d = distribution_of (rows[i].kind, rows[i].a, rows[i].b, rows[i].c);
      assert_near (mz_distribution_mean (&d), rows[i].mean, 1e-13);
      assert_near (mz_distribution_variance (&d), rows[i].variance, 1e-12);
    }
}

static void
test_quantiles (void)
{
  static const struct
  {
    MzMagnitudeKind kind;
    double a, b, c, p, quantile;
  } rows[] = {
      /* Gauss-Legendre integrals and bisection. */
      {MZ_MAGNITUDE_PERT, 1e5, 2e5, 9e5, 1e-6, 100020.4097790452},
      {MZ_MAGNITUDE_PERT, 1e5, 2e5, 9e5, 0.01, 109634.41965782335},
      {MZ_MAGNITUDE_PERT, 1e5, 2e5, 9e5, 0.5, 276895.9159381838},
      {MZ_MAGNITUDE_PERT, 1e5, 2e5, 9e5, 0.9, 487122.5588555296},
      {MZ_MAGNITUDE_PERT, 1e5, 2e5, 9e5, 0.9999, 815503.7806271763},
      {MZ_MAGNITUDE_PERT, 0, 7e5, 1e6, 1e-6, 16446.656981503216},
      {MZ_MAGNITUDE_PERT, 0, 7e5, 1e6, 0.01, 194930.1041074579},
      {MZ_MAGNITUDE_PERT, 0, 7e5, 1e6, 0.5, 649000.5150508975},
      {MZ_MAGNITUDE_PERT, 0, 7e5, 1e6, 0.9999, 994766.812965945},
      {MZ_MAGNITUDE_PERT, 10, 10.5, 300, 0.01, 10.603250895505786},
      {MZ_MAGNITUDE_PERT, 10, 10.5, 300, 0.5, 47.90273764228589},
      {MZ_MAGNITUDE_PERT, 10, 10.5, 300, 0.9999, 254.28994287526828},
      /* Closed forms: Beta(1, 5) and Beta(5, 1) are powers, Beta(3, 3) is symmetric. */
      {MZ_MAGNITUDE_PERT, 0, 0, 1, 0.75, 0.24214171674480096},
      {MZ_MAGNITUDE_PERT, 0, 1, 1, 0.25, 0.757858283255199},
      {MZ_MAGNITUDE_PERT, 0, 0.5, 1, 0.5, 0.5},
      {MZ_MAGNITUDE_TRIANGULAR, 0, 1, 4, 0.25, 1},
      {MZ_MAGNITUDE_TRIANGULAR, 0, 1, 4, 0.0625, 0.5},
      {MZ_MAGNITUDE_TRIANGULAR, 0, 1, 4, 0.8125, 2.5},
      {MZ_MAGNITUDE_TRIANGULAR, 0, 0, 1, 0.75, 0.5},
      {MZ_MAGNITUDE_UNIFORM, 10, 30, 0, 0.25, 15},
      {MZ_MAGNITUDE_POINT, 5, 0, 0, 0.99, 5},
      /* The ends of the interval are the 5 % and 95 % quantiles by definition; the median is their geometric mean. */
      {MZ_MAGNITUDE_LOGNORMAL90, 5e5, 2e6, 0, 0.05, 5e5},
      {MZ_MAGNITUDE_LOGNORMAL90, 5e5, 2e6, 0, 0.95, 2e6},
      {MZ_MAGNITUDE_LOGNORMAL90, 5e5, 2e6, 0, 0.5, 1e6},
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MzDistribution d = distribution_of (rows[i].kind, rows[i].a, rows[i].b, rows[i].c);
      double quantile;
      g_assert_true (mz_distribution_quantile (&d, rows[i].p, &quantile, NULL));
      assert_near (quantile, rows[i].quantile, 1e-11);
    }
}

static void
test_shapes (void)
{
  MzDistribution d = distribution_of (MZ_MAGNITUDE_PERT, 1e5, 4e5, 1e6);
  assert_near (d.alpha, 1 + 4.0 / 3, 1e-15);
  assert_near (d.beta, 1 + 8.0 / 3, 1e-15);
  d = distribution_of (MZ_MAGNITUDE_LOGNORMAL90, 1e4, 1e7, 0);
  assert_near (d.mu, 12.664218011467252, 1e-14);
  assert_near (d.sigma, 2.0998085075158897, 1e-14);
  g_assert_true (mz_distribution_tail_dominates (&d));
  d = distribution_of (MZ_MAGNITUDE_LOGNORMAL90, 5e5, 2e6, 0);
  g_assert_false (mz_distribution_tail_dominates (&d));
}

/* The elementary functions against the C library's, which is of another make. */
static void
test_elementary (void)
{
  for (double x = -700.0; x < 700.0; x += 0.37)
    assert_near (mz_exact_exp (x), exp (x), 1e-15);
  for (double x = 1e-300; x < 1e300; x *= 1.7)
    g_assert_cmpfloat (fabs (mz_exact_log (x) - log (x)), <=, 4e-16 * MAX (fabs (log (x)), 0.5));
  g_assert_cmpfloat (mz_exact_exp (-800.0), ==, 0.0);
  g_assert_true (isfinite (mz_exact_exp (1e6)));
  static const struct
  {
    double p, z;
  } normal[] = {{1e-12, -7.034483825301132}, {1e-6, -4.753424308822899},
                {0.001, -3.090232306167814}, {0.05, -1.6448536269514729},
                {0.25, -0.6744897501960818}, {0.4, -0.25334710313579967},
                {0x1p-40, -7.04770025666441}};
  for (guint i = 0; i < G_N_ELEMENTS (normal); i++)
    assert_near (mz_normal_lower_quantile (normal[i].p), normal[i].z, 1e-14);
}

static void
assert_table_is_close (const MzDistribution *distribution)
{
  g_autoptr (MzQuantileTable) table = mz_quantile_table_new (distribution, 1.0);
  MzRandomStream stream = {3, 4};
  for (guint i = 0; i < 8000; i++)
    {
      guint64 word = mz_random_draw (&stream, i);
      /* Every other word is squeezed towards a tail, by up to the last octave. */
      if (i % 2 == 1)
        word = i % 4 == 1 ? word >> (i % 60) : ~(word >> (i % 60));
      double amount = mz_quantile_table_at (table, word);
      assert_near (amount, mz_quantile_table_exact (table, word), 1e-6);
    }
}

static void
test_tables (void)
{
  static const double modes[] = {0.0, 0.003, 0.1, 0.35, 0.5, 0.77, 0.99, 1.0};
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    for (double low = 0.0; low < 2.0; low += 1.0)
      {
        MzDistribution d =
            distribution_of (MZ_MAGNITUDE_TRIANGULAR, low, low + modes[i], low + 1.0);
        assert_table_is_close (&d);
        d = distribution_of (MZ_MAGNITUDE_PERT, low, low + modes[i], low + 1.0);
        assert_table_is_close (&d);
      }
  for (double width = 1.001; width < 1e15; width *= 3.0)
    {
      MzDistribution d = distribution_of (MZ_MAGNITUDE_LOGNORMAL90, 1.0, width, 0);
      assert_table_is_close (&d);
    }
  MzDistribution d = distribution_of (MZ_MAGNITUDE_UNIFORM, 0, 1e15, 0);
  assert_table_is_close (&d);
  d = distribution_of (MZ_MAGNITUDE_POINT, 12345, 0, 0);
  g_autoptr (MzQuantileTable) point = mz_quantile_table_new (&d, 1.0);
  for (guint64 word = 1; word != 0; word <<= 1)
    g_assert_cmpfloat (mz_quantile_table_at (point, word), ==, 12345.0);
}

/* Reference: probabilities from lgamma, summed in extended precision, by simulation-reference.py. */
static void
test_poisson (void)
{
  static const struct
  {
    double mean, u;
    guint64 events;
  } rows[] = {
      {0, 0.999999999, 0},
      {0.004096, 0.5, 0},
      {0.004096, 0.999999999, 3},
      {4.096, 0.01, 0},
      {4.096, 0.5, 4},
      {4.096, 0.975, 8},
      {4.096, 0.999999999, 21},
      {2048, 1e-9, 1782},
      {2048, 0.01, 1943},
      {2048, 0.5, 2048},
      {2048, 0.975, 2137},
      {2048, 0.999999999, 2325},
      {1228800, 1e-9, 1222157},
      {1228800, 0.01, 1226222},
      {1228800, 0.5, 1228800},
      {1228800, 0.975, 1230973},
      {4096000, 1e-9, 4083867},
      {4096000, 0.01, 4091293},
      {4096000, 0.975, 4099967},
      {4096000, 0.999999999, 4108145},
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MzPoissonTable) table = mz_poisson_table_new (rows[i].mean);
      guint64 word = (guint64)(rows[i].u * 0x1p53) << 11;
      g_assert_cmpuint (mz_poisson_table_quantile (table, word), ==, rows[i].events);
    }
}

/* Computed in Python's whole numbers from the description in docs/method-simulation.md. */
static void
test_draws (void)
{
  static const struct
  {
    MzRandomStream stream;
    guint64 n, word;
  } rows[] = {
      {{0, 0}, 0, 0},
      {{1, 2}, 0, G_GUINT64_CONSTANT (0x9211afcf3a94ea0b)},
      {{1, 2}, 1, G_GUINT64_CONSTANT (0xbaaac1636bd2eb93)},
      {{1, 2}, 2, G_GUINT64_CONSTANT (0xadad40baa54a4d0a)},
      {{1, 2}, 3, G_GUINT64_CONSTANT (0xe88c2116d6303beb)},
      {{G_GUINT64_CONSTANT (0x0123456789abcdef), G_GUINT64_CONSTANT (0xfedcba9876543210)},
       1000000,
       G_GUINT64_CONSTANT (0x0355b25ef5347108)},
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmphex (mz_random_draw (&rows[i].stream, rows[i].n), ==, rows[i].word);
}

/* Whether @n_cells counts of @draws draws are as uneven as chance makes them. */
static void
assert_even (const guint *counts, guint n_cells, guint draws)
{
  double expected = (double)draws / n_cells, chi2 = 0.0;
  for (guint i = 0; i < n_cells; i++)
    chi2 += (counts[i] - expected) * (counts[i] - expected) / expected;
  g_assert_cmpfloat (fabs (chi2 - (n_cells - 1)), <, 4.5 * sqrt (2.0 * (n_cells - 1)));
}

/* Uniform, alone and as points of the square beside the next draw, the one after it, and the next block's: so the trial
 * and the size of an event, and both of the next event, tell nothing of each other. */
static void
test_random (void)
{
  enum
  {
    DRAWS = 1 << 18,
    SIDE = 64
  };
  MzRandomName name = mz_random_name_of_id ("a risk");
  MzRandomStream stream = mz_random_stream (42, &name, 0), next = mz_random_stream (42, &name, 1);
  static guint one[SIDE], squares[5][SIDE * SIDE];
  for (guint i = 0; i < DRAWS; i++)
    {
      guint64 word = mz_random_draw (&stream, i);
      const guint64 others[] = {
          mz_random_draw (&stream, i + 1),
          mz_random_draw (&stream, i + 2),
          mz_random_draw (&stream, i + 3),
          mz_random_draw (&next, i),
          /* Its own lower half. */
          word << 32,
      };
      one[word >> 58]++;
      for (guint j = 0; j < G_N_ELEMENTS (others); j++)
        squares[j][(word >> 58) * SIDE + (others[j] >> 58)]++;
    }
  assert_even (one, SIDE, DRAWS);
  for (guint j = 0; j < G_N_ELEMENTS (squares); j++)
    assert_even (squares[j], SIDE * SIDE, DRAWS);
}

static void
test_refusals (void)
{
  static const struct
  {
    MzMagnitude magnitude;
    MzError code;
    const char *named;
  } rows[] = {
      {{MZ_MAGNITUDE_POINT, {-1}, 1}, MZ_ERROR_INVALID_INPUT, "amount"},
      {{MZ_MAGNITUDE_POINT, {NAN}, 1}, MZ_ERROR_INVALID_INPUT, "amount"},
      {{MZ_MAGNITUDE_POINT, {INFINITY}, 1}, MZ_ERROR_INVALID_INPUT, "amount"},
      {{MZ_MAGNITUDE_POINT, {1.1e15}, 1}, MZ_ERROR_INVALID_INPUT, "amount"},
      {{MZ_MAGNITUDE_POINT, {0}, 0}, MZ_ERROR_INVALID_INPUT, "amount"},
      {{MZ_MAGNITUDE_POINT, {1, 2}, 2}, MZ_ERROR_INVALID_INPUT, "point"},
      {{MZ_MAGNITUDE_UNIFORM, {2, 1}, 2}, MZ_ERROR_INVALID_INPUT, "high value"},
      {{MZ_MAGNITUDE_UNIFORM, {-2, 1}, 2}, MZ_ERROR_INVALID_INPUT, "low value"},
      {{MZ_MAGNITUDE_UNIFORM, {1}, 1}, MZ_ERROR_INVALID_INPUT, "high value"},
      {{MZ_MAGNITUDE_TRIANGULAR, {2, 1, 3}, 3}, MZ_ERROR_INVALID_INPUT, "most likely value"},
      {{MZ_MAGNITUDE_PERT, {1, 4, 3}, 3}, MZ_ERROR_INVALID_INPUT, "high value"},
      {{MZ_MAGNITUDE_LOGNORMAL90, {0, 1}, 2}, MZ_ERROR_INVALID_INPUT, "lower end"},
      {{MZ_MAGNITUDE_LOGNORMAL90, {-1, 1}, 2}, MZ_ERROR_INVALID_INPUT, "lower end"},
      {{MZ_MAGNITUDE_LOGNORMAL90, {2, 1}, 2}, MZ_ERROR_INVALID_INPUT, "upper end"},
      {{MZ_MAGNITUDE_LOGNORMAL90, {1e-300, 1e15}, 2}, MZ_ERROR_OVERFLOW, "range"},
      {{MZ_N_MAGNITUDES, {1}, 1}, MZ_ERROR_INVALID_INPUT, "kind"},
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MzDistribution d;
      g_autoptr (GError) error = NULL;
      g_assert_false (mz_distribution_init (&d, &rows[i].magnitude, &error));
      g_assert_error (error, MZ_ERROR, (int)rows[i].code);
      g_assert_nonnull (strstr (error->message, rows[i].named));
    }
  MzDistribution d = distribution_of (MZ_MAGNITUDE_UNIFORM, 0, 1, 0);
  static const double probabilities[] = {0.0, 1.0, -0.1, 1.1, NAN};
  for (guint i = 0; i < G_N_ELEMENTS (probabilities); i++)
    {
      double quantile;
      g_autoptr (GError) error = NULL;
      g_assert_false (mz_distribution_quantile (&d, probabilities[i], &quantile, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
    }
}

static void
test_equal_bounds (void)
{
  for (MzMagnitudeKind kind = 0; kind < MZ_N_MAGNITUDES; kind++)
    {
      MzDistribution d = distribution_of (kind, 5, 5, 5);
      g_assert_cmpint (d.kind, ==, MZ_MAGNITUDE_POINT);
      g_assert_cmpfloat (mz_distribution_mean (&d), ==, 5.0);
      g_assert_cmpfloat (mz_distribution_variance (&d), ==, 0.0);
      MzMagnitudeKind found;
      g_assert_true (mz_magnitude_kind_from_name (mz_magnitude_kind_name (kind), &found));
      g_assert_cmpint (found, ==, kind);
    }
  MzMagnitudeKind found;
  g_assert_false (mz_magnitude_kind_from_name ("gamma", &found));
  g_assert_false (mz_magnitude_kind_from_name (NULL, &found));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distribution/moments", test_moments);
  g_test_add_func ("/distribution/quantiles", test_quantiles);
  g_test_add_func ("/distribution/shapes", test_shapes);
  g_test_add_func ("/distribution/elementary", test_elementary);
  g_test_add_func ("/distribution/tables", test_tables);
  g_test_add_func ("/distribution/poisson", test_poisson);
  g_test_add_func ("/distribution/draws", test_draws);
  g_test_add_func ("/distribution/random", test_random);
  g_test_add_func ("/distribution/refusals", test_refusals);
  g_test_add_func ("/distribution/equal-bounds", test_equal_bounds);
  return g_test_run ();
}
