/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Closed-form loss, ROSI and Gordon-Loeb: published examples, values from python's decimal with 40 digits, and the
 * optimum against its neighbours. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "mezasu/error.h"
#include "mezasu/rosi.h"

static void
assert_near (double actual, double expected)
{
  g_assert_cmpfloat_with_epsilon (actual, expected, 1e-12 * MAX (1, fabs (expected)));
}

static void
assert_refused (gboolean done, GError **error, MzError code, const char *field)
{
  g_assert_false (done);
  g_assert_error (*error, MZ_ERROR, (int)code);
  g_assert_nonnull (strstr ((*error)->message, field));
  g_clear_error (error);
}

static void
test_rosi (void)
{
  static const struct
  {
    const char *source;
    double sle, aro, mitigation, cost, ale0, ale1, rosi;
  } cases[] = {
      {"ENISA 2012 example", 15000, 5, 0.8, 25000, 75000, 15000, 1.4},
      {"no effect", 1e6, 0.5, 0, 1000, 5e5, 5e5, -1},
      {"full effect at its cost", 1e6, 0.5, 1, 5e5, 5e5, 0, 0},
      {"no events", 1e6, 0, 0.5, 10, 0, 0, -1},
      {"limit", 9e14, 10, 1, 9e15, 9e15, 0, 0},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MzRosi result;

      g_test_message ("%s", cases[i].source);
      g_assert_true (mz_rosi_compute (cases[i].sle, cases[i].aro, cases[i].mitigation,
                                      cases[i].cost, &result, &error));
      g_assert_no_error (error);
      assert_near (result.ale0, cases[i].ale0);
      assert_near (result.ale1, cases[i].ale1);
      assert_near (result.reduction, cases[i].ale0 - cases[i].ale1);
      g_assert_true (result.rosi.is_set);
      assert_near (result.rosi.value, cases[i].rosi);
      g_assert_true (
          mz_rosi_between (cases[i].ale0, cases[i].ale1, cases[i].cost, &result, &error));
      assert_near (result.rosi.value, cases[i].rosi);
    }
}

static void
test_rosi_edges (void)
{
  g_autoptr (GError) error = NULL;
  MzRosi result;

  /* No cost: the losses still stand, the return does not. */
  g_assert_true (mz_rosi_compute (15000, 5, 0.8, 0, &result, NULL));
  g_assert_false (result.rosi.is_set);
  assert_near (result.ale1, 15000);
  g_assert_true (mz_rosi_compute (15000, 5, 0.8, 1e-320, &result, NULL));
  g_assert_false (result.rosi.is_set);

  /* A measure that makes it worse is shown as such. */
  g_assert_true (mz_rosi_between (100, 150, 50, &result, NULL));
  assert_near (result.reduction, -50);
  assert_near (result.rosi.value, -2);

  assert_refused (mz_rosi_compute (-1, 1, 0.5, 1, &result, &error), &error, MZ_ERROR_INVALID_INPUT,
                  "sle");
  assert_refused (mz_rosi_compute (1.1e15, 1, 0.5, 1, &result, &error), &error,
                  MZ_ERROR_INVALID_INPUT, "sle");
  assert_refused (mz_rosi_compute (1, -0.1, 0.5, 1, &result, &error), &error,
                  MZ_ERROR_INVALID_INPUT, "aro");
  assert_refused (mz_rosi_compute (1, NAN, 0.5, 1, &result, &error), &error, MZ_ERROR_INVALID_INPUT,
                  "aro");
  assert_refused (mz_rosi_compute (1, 1, 1.01, 1, &result, &error), &error, MZ_ERROR_INVALID_INPUT,
                  "mitigation");
  assert_refused (mz_rosi_compute (1, 1, -0.01, 1, &result, &error), &error, MZ_ERROR_INVALID_INPUT,
                  "mitigation");
  assert_refused (mz_rosi_compute (1, 1, 1, -1, &result, &error), &error, MZ_ERROR_INVALID_INPUT,
                  "annual_cost");
  assert_refused (mz_rosi_compute (1e15, 10, 1, 1, &result, &error), &error, MZ_ERROR_OVERFLOW,
                  "yen");
  assert_refused (mz_rosi_between (-1, 0, 1, &result, &error), &error, MZ_ERROR_INVALID_INPUT,
                  "ale0");
  assert_refused (mz_rosi_between (1, HUGE_VAL, 1, &result, &error), &error, MZ_ERROR_INVALID_INPUT,
                  "ale1");
}

static void
test_closed_forms (void)
{
  static const double two[] = {0.5, 0.5}, three[] = {0.1, 0.2, 0.3}, full[] = {0.4, 1, 0.2};
  static const double bad[] = {0.5, 1.5};
  g_autoptr (GError) error = NULL;
  double value;

  g_assert_true (mz_rosi_sle (2e8, 0.25, &value, NULL));
  assert_near (value, 5e7);
  g_assert_true (mz_rosi_ale (5e7, 0.3, &value, NULL));
  assert_near (value, 1.5e7);
  g_assert_true (mz_rosi_combine (NULL, 0, &value, NULL));
  assert_near (value, 0);
  g_assert_true (mz_rosi_combine (two, 2, &value, NULL));
  assert_near (value, 0.75);
  g_assert_true (mz_rosi_combine (three, 3, &value, NULL));
  assert_near (value, 0.496); /* 1 - 0.9·0.8·0.7 */
  g_assert_true (mz_rosi_combine (full, 3, &value, NULL));
  assert_near (value, 1);
  g_assert_true (mz_rosi_ale_with_measures (1e6, 2, two, 2, three, 3, &value, NULL));
  assert_near (value, 2e6 * 0.25 * 0.504);
  assert_refused (mz_rosi_combine (bad, 2, &value, &error), &error, MZ_ERROR_INVALID_INPUT,
                  "mitigations");
  assert_refused (mz_rosi_sle (-1, 0.5, &value, &error), &error, MZ_ERROR_INVALID_INPUT,
                  "asset_value");
  assert_refused (mz_rosi_sle (1, 1.5, &value, &error), &error, MZ_ERROR_INVALID_INPUT, "exposure");
  assert_refused (mz_rosi_ale (1e300, 1e300, &value, &error), &error, MZ_ERROR_OVERFLOW, "yen");
}

static void
test_roi (void)
{
  const gint64 costs[] = {1000, 100, 100, 100, 100, 100};
  g_autoptr (GError) error = NULL;
  double value;

  g_assert_true (mz_rosi_annual_cost (costs, 6, &value, NULL));
  assert_near (value, 300); /* 1,500 over five years, year 0 is not a sixth */
  assert_refused (mz_rosi_annual_cost (costs, 1, &value, &error), &error, MZ_ERROR_INVALID_INPUT,
                  "horizon");
  g_assert_true (mz_rosi_roi (1500, 1000, &value, NULL));
  assert_near (value, 0.5);
  g_assert_true (mz_rosi_roi (-500, 1000, &value, NULL));
  assert_near (value, -1.5);
  assert_refused (mz_rosi_roi (1, 0, &value, &error), &error, MZ_ERROR_UNDEFINED, "costs");
  assert_refused (mz_rosi_roi (1, -1, &value, &error), &error, MZ_ERROR_INVALID_INPUT, "costs");
}

/* First row of class I: worked example of the method; the others: python decimal, 40 digits. */
static const struct
{
  MzGordonLoebClass gl_class;
  double v, loss, alpha, beta, z, remaining, benefit, bound;
} GORDON_LOEB[] = {
    {MZ_GORDON_LOEB_I, 0.5, 400000, 1e-5, 1, 41421.356237309505, 0.35355339059327379,
     17157.287525380991, 73575.888234288461},
    {MZ_GORDON_LOEB_I, 0.65, 1e9, 1e-6, 2, 9913928.8306110576, 0.0054569644153055295,
     634629106.7540834, 239121636.76143751},
    {MZ_GORDON_LOEB_I, 1, 1e12, 3e-9, 1.5, 9308591706.6929379, 0.0064279500266841818,
     984263458266.62292, 367879441171.44232},
    {MZ_GORDON_LOEB_I, 0.3, 1e8, 1e-7, 0.5, 3103706.9710444831, 0.26207413942088964,
     688879.08686655085, 11036383.23514327},
    {MZ_GORDON_LOEB_I, 0.01, 100, 1e-5, 1, 0, 0.01, 0, 0.36787944117144233},
    {MZ_GORDON_LOEB_I, 0, 1e9, 1e-6, 1, 0, 0, 0, 0},
    {MZ_GORDON_LOEB_I, 0.5, 0, 1e-6, 1, 0, 0.5, 0, 0},
    {MZ_GORDON_LOEB_II, 0.5, 400000, 1e-4, 0, 37931.617219424646, 0.036067376022224082,
     147641.43237168572, 73575.888234288461},
    {MZ_GORDON_LOEB_II, 0.65, 1e9, 1e-6, 0, 13080419.769839734, 0.0023213548231457277,
     634598225.40701449, 239121636.76143751},
    {MZ_GORDON_LOEB_II, 0.999, 1e12, 1e-7, 0, 46023671752.513977, 0.0099949991662497354,
     942981329081.23633, 367511561730.27087},
    {MZ_GORDON_LOEB_II, 0.01, 100, 1e-5, 0, 0, 0.01, 0, 0.36787944117144233},
    {MZ_GORDON_LOEB_II, 1, 1e9, 1e-3, 0, 0, 1, 0, 367879441.17144233},
    {MZ_GORDON_LOEB_II, 0, 1e9, 1e-3, 0, 0, 0, 0, 0},
};

static void
test_gordon_loeb (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (GORDON_LOEB); i++)
    {
      MzGordonLoeb result;
      double bound;

      g_assert_true (mz_rosi_gordon_loeb (GORDON_LOEB[i].gl_class, GORDON_LOEB[i].v,
                                          GORDON_LOEB[i].loss, GORDON_LOEB[i].alpha,
                                          GORDON_LOEB[i].beta, &result, NULL));
      assert_near (result.z_star, GORDON_LOEB[i].z);
      assert_near (result.remaining_probability, GORDON_LOEB[i].remaining);
      assert_near (result.net_benefit, GORDON_LOEB[i].benefit);
      assert_near (result.bound, GORDON_LOEB[i].bound);
      g_assert_true (
          mz_rosi_gordon_loeb_bound (GORDON_LOEB[i].v, GORDON_LOEB[i].loss, &bound, NULL));
      assert_near (bound, GORDON_LOEB[i].bound);
    }
}

static double
net_benefit (MzGordonLoebClass gl_class, double v, double loss, double alpha, double beta, double z)
{
  double remaining =
      gl_class == MZ_GORDON_LOEB_I ? v / pow (alpha * z + 1, beta) : pow (v, alpha * z + 1);

  return (v - remaining) * loss - z;
}

/* Second method: no other spending brings more than z*, and z* stays below v·L/e. */
static void
test_gordon_loeb_is_optimal (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2002);
  int inner = 0;

  for (int i = 0; i < 2000; i++)
    {
      MzGordonLoebClass gl_class = i % 2 ? MZ_GORDON_LOEB_I : MZ_GORDON_LOEB_II;
      double v = g_rand_double_range (rand, 0.001, 0.999);
      double loss = pow (10, g_rand_double_range (rand, 3, 14));
      double alpha = pow (10, g_rand_double_range (rand, -10, -2));
      double beta = g_rand_double_range (rand, 0.3, 4);
      MzGordonLoeb result;

      g_assert_true (mz_rosi_gordon_loeb (gl_class, v, loss, alpha, beta, &result, NULL));
      g_assert_true (isfinite (result.z_star) && result.z_star >= 0);
      g_assert_cmpfloat (result.z_star, <=, result.bound * (1 + 1e-12));
      inner += result.z_star > 0;
      for (int step = 0; step < 20; step++)
        {
          double other = result.bound * step / 16;

          g_assert_cmpfloat (net_benefit (gl_class, v, loss, alpha, beta, other), <=,
                             result.net_benefit + 1e-9 * v * loss);
        }
    }
  g_assert_cmpint (inner, >, 500);
}

static void
test_gordon_loeb_extremes (void)
{
  static const double extremes[] = {5e-324, 1e-300, 1e-9, 1, 1e9, 1e300, 1.7e308};
  g_autoptr (GError) error = NULL;
  MzGordonLoeb result;

  for (gsize a = 0; a < G_N_ELEMENTS (extremes); a++)
    for (gsize b = 0; b < G_N_ELEMENTS (extremes); b++)
      for (int c = 1; c <= 2; c++)
        for (gsize v = 0; v < 4; v++)
          {
            gboolean done = mz_rosi_gordon_loeb ((MzGordonLoebClass)c, extremes[v], 1e15,
                                                 extremes[a], extremes[b], &result, NULL);

            g_assert_true (done);
            g_assert_true (isfinite (result.z_star) && isfinite (result.net_benefit));
            g_assert_true (isfinite (result.remaining_probability));
            g_assert_cmpfloat (result.z_star, <=, result.bound * (1 + 1e-9) + 1e-300);
          }

  assert_refused (mz_rosi_gordon_loeb ((MzGordonLoebClass)3, 0.5, 1, 1, 1, &result, &error), &error,
                  MZ_ERROR_INVALID_INPUT, "class");
  assert_refused (mz_rosi_gordon_loeb (MZ_GORDON_LOEB_I, 1.1, 1, 1, 1, &result, &error), &error,
                  MZ_ERROR_INVALID_INPUT, "v ");
  assert_refused (mz_rosi_gordon_loeb (MZ_GORDON_LOEB_I, 0.5, -1, 1, 1, &result, &error), &error,
                  MZ_ERROR_INVALID_INPUT, "loss");
  assert_refused (mz_rosi_gordon_loeb (MZ_GORDON_LOEB_II, 0.5, 1, 0, 1, &result, &error), &error,
                  MZ_ERROR_INVALID_INPUT, "alpha");
  assert_refused (mz_rosi_gordon_loeb (MZ_GORDON_LOEB_I, 0.5, 1, 1, 0, &result, &error), &error,
                  MZ_ERROR_INVALID_INPUT, "beta");
  assert_refused (mz_rosi_gordon_loeb (MZ_GORDON_LOEB_I, 0.5, 1, 1, NAN, &result, &error), &error,
                  MZ_ERROR_INVALID_INPUT, "beta");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rosi/published", test_rosi);
  g_test_add_func ("/rosi/edges", test_rosi_edges);
  g_test_add_func ("/rosi/closed-forms", test_closed_forms);
  g_test_add_func ("/rosi/roi", test_roi);
  g_test_add_func ("/gordon-loeb/values", test_gordon_loeb);
  g_test_add_func ("/gordon-loeb/optimal", test_gordon_loeb_is_optimal);
  g_test_add_func ("/gordon-loeb/extremes", test_gordon_loeb_extremes);
  return g_test_run ();
}
