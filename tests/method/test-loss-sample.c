/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The yearly loss of the EC-site firm beside that of another generator, loss-sample-reference.py: Python's Mersenne
 * Twister, a Poisson count for each year and risk, 400,000 years. Both sides have the error of their sample. */

#include "config.h"

#include <locale.h>
#include <math.h>

#include "mezasu/loss.h"
#include "mezasu/model-json.h"

#define ERRORS 4.5
/* The variance of the other side's 400,000 years comes to that of these 100,000. */
#define BOTH sqrt (1 + 100000.0 / 400000)

typedef struct
{
  const char *scenario;
  double p95;
  double above; /* P(loss > 250 million) */
} Row;

static const Row rows[] = {
    {"0", 424533568, 0.12576},
    {"A", 143375598, 0.01421},
    {"B", 84659484, 0.00604},
};

static void
test_ec_site (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MEZASU_MODEL_DIR"), "ec-site.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) model = mz_model_load (mz_schema_default (), path, "en", &error);
  g_autoptr (MzAnalysis) analysis = NULL;
  g_autoptr (MzLoss) loss = NULL;

  g_assert_no_error (error);
  analysis = mz_analysis_new (model);
  loss = mz_loss_new (analysis, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MzLossScenario *scenario =
          mz_loss_scenario (loss, mz_analysis_scenario (analysis, rows[i].scenario)->id);
      const MzLossPercentile *p95 = &scenario->levels[MZ_LOSS_P95];
      double error_of_one = (p95->upper - p95->lower) / (2 * 1.96);

      g_assert_cmpuint (scenario->n_left_out, ==, 0);
      g_assert_cmpfloat (fabs (p95->value - rows[i].p95), <=, ERRORS * error_of_one * BOTH);
      g_assert_cmpfloat (fabs (scenario->above_limit - rows[i].above), <=,
                         ERRORS * BOTH * sqrt (rows[i].above * (1 - rows[i].above) / 100000));
      g_assert_cmpfloat (fabs (scenario->mean - scenario->analytic_mean), <=,
                         ERRORS * scenario->standard_error);
      g_assert_cmpint (scenario->convergence, ==, MZ_CONVERGENCE_REACHED);
    }
  /* The limit is passed today and kept by either plan. */
  g_assert_cmpint (((MzLossScenario *)g_ptr_array_index (loss->scenarios, 0))->verdict, ==,
                   MZ_LOSS_BEYOND);
  g_assert_cmpint (((MzLossScenario *)g_ptr_array_index (loss->scenarios, 1))->verdict, ==,
                   MZ_LOSS_WITHIN);
  g_assert_cmpint (((MzLossScenario *)g_ptr_array_index (loss->scenarios, 2))->verdict, ==,
                   MZ_LOSS_WITHIN);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method/loss/ec-site", test_ec_site);
  return g_test_run ();
}
