/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The simulation against exact distributions, and all that must never change its bytes. Reference values come from
 * simulation-reference.py, which shares no method with the library. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "mezasu/error.h"
#include "mezasu/simulation.h"

#include "simulation-private.h"

#define TRIALS 100000
#define POISSON MZ_FREQUENCY_POISSON
#define BERNOULLI MZ_FREQUENCY_BERNOULLI
#define LOGNORMAL(a, b)                                                                            \
  {                                                                                                \
    MZ_MAGNITUDE_LOGNORMAL90, {a, b}, 2                                                            \
  }
#define UNIFORM(a, b)                                                                              \
  {                                                                                                \
    MZ_MAGNITUDE_UNIFORM, {a, b}, 2                                                                \
  }
#define TRIANGLE(a, m, b)                                                                          \
  {                                                                                                \
    MZ_MAGNITUDE_TRIANGULAR, {a, m, b}, 3                                                          \
  }
#define PERT(a, m, b)                                                                              \
  {                                                                                                \
    MZ_MAGNITUDE_PERT, {a, m, b}, 3                                                                \
  }
#define POINT(c)                                                                                   \
  {                                                                                                \
    MZ_MAGNITUDE_POINT, {c}, 1                                                                     \
  }

typedef struct
{
  const char *name;
  MzSimulationRisk risks[3]; /* those with a magnitude */
  guint copies;              /* of the first */
  double mean, deviation;    /* exact */
  struct
  {
    gint64 p_ppm;
    double low,
        high; /* exact quantiles at p ± 4.5 sqrt (p (1 - p) / TRIALS), widened by the grid's step */
  } limits[4];
} Portfolio;

static const Portfolio portfolios[] = {
    {"never", {{NULL, POISSON, 0, LOGNORMAL (2e5, 1e6)}}, 1, 0, 0, {{990000, 0, 0}}},
    {"rare",
     {{NULL, POISSON, 0.001, LOGNORMAL (1e5, 1e7)}},
     1,
     2663.98009773554,
     224420.203529921,
     {{999500, 279900, 3566350}}},
    {"half",
     {{NULL, POISSON, 0.5, LOGNORMAL (2e5, 1e6)}},
     1,
     252034.072074115,
     401743.17572656,
     {{900000, 788660, 823180}, {950000, 1056760, 1105120}, {990000, 1639260, 1744600}}},
    {"heavy",
     {{NULL, POISSON, 5, LOGNORMAL (1e4, 1e7)}},
     1,
     14335561.2365547,
     58126529.5241997,
     {{500000, 4970500, 5227000},
      {900000, 28775750, 30823750},
      {950000, 48160250, 52647750},
      {990000, 134254250, 160120000}}},
    {"very-heavy",
     {{NULL, POISSON, 0.5, LOGNORMAL (1e3, 1e7)}},
     1,
     2518221.38762055,
     179362979.560978,
     {{750000, 54475, 69125}, {900000, 914550, 1098325}, {950000, 3280400, 4016950}}},
    {"often",
     {{NULL, POISSON, 300, UNIFORM (1e3, 5e3)}},
     1,
     900000,
     55677.6436283002,
     {{500000, 898376, 900366},
      {900000, 970380, 973172},
      {950000, 990948, 994428},
      {990000, 1029334, 1035596}}},
    {"often-heavy",
     {{NULL, POISSON, 300, LOGNORMAL (1e3, 1e5)}},
     1,
     7991940.29320664,
     1229200.07833238,
     {{500000, 7846360, 7886740},
      {900000, 9505700, 9580560},
      {950000, 10085220, 10190220},
      {990000, 11411060, 11674680}}},
    {"pert",
     {{NULL, POISSON, 5, PERT (1e5, 2e5, 9e5)}},
     1,
     1500000,
     731925.0547114,
     {{500000, 1417350, 1443550},
      {900000, 2456050, 2499950},
      {950000, 2784900, 2841850},
      {990000, 3432900, 3542650}}},
    {"triangle",
     {{NULL, POISSON, 0.5, TRIANGLE (1e5, 4e5, 1e6)}},
     1,
     250000,
     377491.721763537,
     {{900000, 770050, 795600}, {950000, 978150, 1031000}, {990000, 1475950, 1555750}}},
    {"yearly-chance",
     {{NULL, BERNOULLI, 0.05, LOGNORMAL (5e5, 2e6)}},
     1,
     54642.5830040623,
     261409.19773091,
     {{970000, 851450, 947000}, {990000, 1368400, 1490850}}},
    {"certain",
     {{NULL, BERNOULLI, 1, PERT (0, 1e5, 1e6)}},
     1,
     233333.333333333,
     159861.050777091,
     {{500000, 199660, 205695},
      {900000, 457040, 467790},
      {950000, 535690, 548760},
      {990000, 672440, 692745}}},
    {"two-hundred",
     {{NULL, POISSON, 0.025, LOGNORMAL (2e5, 1e6)}},
     200,
     2520340.72074115,
     1270423.4697252,
     {{500000, 2361400, 2406500},
      {900000, 4181000, 4259100},
      {950000, 4769200, 4871550},
      {990000, 5944300, 6145300}}},
    {"two-hundred-chances",
     {{NULL, BERNOULLI, 0.02, TRIANGLE (0, 1e5, 1e6)}},
     200,
     1466666.66666667,
     853958.104618982,
     {{500000, 1351540, 1382100},
      {900000, 2590920, 2644040},
      {950000, 2990660, 3060060},
      {990000, 3784740, 3919860}}},
    {"mixed",
     {{NULL, POISSON, 0.5, LOGNORMAL (2e5, 1e6)},
      {NULL, POISSON, 5, UNIFORM (0, 1e5)},
      {NULL, BERNOULLI, 0.1, PERT (1e6, 2e6, 5e6)}},
     1,
     735367.405407448,
     847854.879506617,
     {{500000, 397750, 413175},
      {900000, 1801575, 1934075},
      {950000, 2710900, 2840175},
      {990000, 3889075, 4046050}}},
    {"fixed-sum",
     {{NULL, POISSON, 0.5, POINT (1e6)}},
     1,
     500000,
     707106.781186547,
     {{500000, 0, 0}, {800000, 1e6, 1e6}, {950000, 2e6, 2e6}, {990000, 3e6, 3e6}}},
};

static MzSimulation *
run (const MzSimulationRisk *risks, gsize n, guint64 seed, guint64 trials, guint threads)
{
  MzSimulationOptions options = {
      .seed = seed, .trials = trials, .threads = threads, .keep_trials = TRUE};
  g_autoptr (GError) error = NULL;
  MzSimulation *simulation = mz_simulation_run (risks, n, &options, NULL, &error);
  g_assert_no_error (error);
  return simulation;
}

static void
assert_within (double actual, double expected, double width)
{
  g_assert_cmpfloat (fabs (actual - expected), <=, width);
}

static void
test_portfolio (gconstpointer data)
{
  const Portfolio *portfolio = data;
  g_autoptr (GArray) risks = g_array_new (FALSE, FALSE, sizeof (MzSimulationRisk));
  for (guint i = 0; i < portfolio->copies; i++)
    g_array_append_val (risks, portfolio->risks[0]);
  for (guint i = 1; i < 3 && portfolio->risks[i].magnitude.n_parameters > 0; i++)
    g_array_append_val (risks, portfolio->risks[i]);
  g_autoptr (MzSimulation) simulation =
      run ((MzSimulationRisk *)(gpointer)risks->data, risks->len, 7, TRIALS, 2);
  const MzLossStatistics *statistics = mz_simulation_get_statistics (simulation);
  double mean, deviation;
  mz_simulation_get_analytic (simulation, &mean, &deviation);
  assert_within (mean, portfolio->mean, 1e-12 * portfolio->mean);
  assert_within (deviation, portfolio->deviation, 1e-12 * portfolio->deviation);
  assert_within (mz_loss_statistics_get_mean (statistics), mean, 4.5 * deviation / sqrt (TRIALS));
  for (guint i = 0; i < 4 && portfolio->limits[i].p_ppm > 0; i++)
    {
      MzLossPercentile percentile;
      g_assert_true (mz_loss_statistics_percentile (statistics, portfolio->limits[i].p_ppm,
                                                    &percentile, NULL));
      g_assert_cmpfloat (percentile.value, >=, portfolio->limits[i].low);
      g_assert_cmpfloat (percentile.value, <=, portfolio->limits[i].high);
      g_assert_cmpfloat (percentile.lower, <=, percentile.value);
      g_assert_cmpfloat (percentile.upper, >=, percentile.value);
      g_assert_cmpfloat (percentile.tail_mean, >=, percentile.value);
    }
}

/* Hubbard and Seiersen's workbook: expected annual losses, to the dollar. */
static void
test_hubbard_seiersen (void)
{
  static const MzSimulationRisk risks[] = {
      {"a", BERNOULLI, 0.05, LOGNORMAL (5e5, 2e6)},
      {"b", BERNOULLI, 0.1, LOGNORMAL (4e5, 2.5e6)},
  };
  g_autoptr (MzSimulation) simulation = run (risks, 2, 1, TRIALS, 1);
  gsize n;
  const MzSimulationRiskResult *results = mz_simulation_get_risks (simulation, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (lround (results[0].analytic_mean), ==, 54643);
  g_assert_cmpint (lround (results[1].analytic_mean), ==, 116785);
  for (guint i = 0; i < 2; i++)
    assert_within (results[i].mean, results[i].analytic_mean,
                   4.5 * results[i].analytic_deviation / sqrt (TRIALS));
  assert_within (results[0].share + results[1].share, 1.0, 1e-12);
}

static const MzSimulationRisk three[] = {
    {"b", POISSON, 0.7, LOGNORMAL (2e5, 1e6)},
    {"a", BERNOULLI, 0.3, PERT (1e5, 2e5, 9e5)},
    {"c", POISSON, 12.0, TRIANGLE (0, 1e4, 5e4)},
};

static void
assert_same_bytes (const MzSimulation *left, const MzSimulation *right)
{
  gsize n, m;
  const double *a = mz_loss_statistics_get_sorted (mz_simulation_get_statistics (left), &n);
  const double *b = mz_loss_statistics_get_sorted (mz_simulation_get_statistics (right), &m);
  g_assert_cmpmem (a, n * sizeof *a, b, m * sizeof *b);
  g_assert_cmpmem (mz_simulation_get_trial_losses (left), n * sizeof *a,
                   mz_simulation_get_trial_losses (right), m * sizeof *b);
  double means[] = {mz_loss_statistics_get_mean (mz_simulation_get_statistics (left)),
                    mz_loss_statistics_get_mean (mz_simulation_get_statistics (right))};
  g_assert_cmpmem (&means[0], sizeof means[0], &means[1], sizeof means[1]);
  const MzSimulationRiskResult *x = mz_simulation_get_risks (left, &n),
                               *y = mz_simulation_get_risks (right, &m);
  g_assert_cmpuint (n, ==, m);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpmem (&x[i].mean, sizeof x[i].mean, &y[i].mean, sizeof y[i].mean);
}

static void
test_threads (void)
{
  g_autoptr (MzSimulation) one = run (three, 3, 99, 70001, 1);
  for (guint threads = 2; threads <= 5; threads++)
    {
      g_autoptr (MzSimulation) many = run (three, 3, 99, 70001, threads);
      assert_same_bytes (one, many);
    }
  g_autoptr (MzSimulation) other_seed = run (three, 3, 100, 70001, 1);
  g_assert_cmpfloat (mz_loss_statistics_get_mean (mz_simulation_get_statistics (one)), !=,
                     mz_loss_statistics_get_mean (mz_simulation_get_statistics (other_seed)));
}

static void
test_processors (void)
{
  MzSimulationOptions options = {.seed = 5, .trials = 10001, .threads = 1, .keep_trials = TRUE};
  g_autoptr (MzSimulation) baseline =
      mz_simulation_run_with (three, 3, &options, MZ_KERNEL_BASELINE, NULL, NULL);
  for (MzKernel kernel = MZ_KERNEL_BASELINE + 1; kernel < MZ_N_KERNELS; kernel++)
    {
      if (!mz_kernel_is_supported (kernel))
        continue;
      g_autoptr (MzSimulation) wide =
          mz_simulation_run_with (three, 3, &options, kernel, NULL, NULL);
      assert_same_bytes (baseline, wide);
    }
}

/* The method in its plainest form: draws by number, one event after the other. */
static void
test_draw_scheme (void)
{
  enum
  {
    N = 5000
  };
  g_autofree double *losses = g_new0 (double, 2 * MZ_BLOCK_TRIALS);
  static const guint order[] = {1, 0, 2}; /* by id */
  for (guint i = 0; i < 3; i++)
    for (guint block = 0; block < 2; block++)
      {
        MzPlannedRisk risk;
        g_assert_true (mz_planned_risk_init (&risk, &three[order[i]], 0, NULL));
        mz_planned_risk_prepare (&risk, 11, 2);
        MzRandomStream stream = mz_random_stream (11, &risk.name, block);
        double *year = losses + block * MZ_BLOCK_TRIALS;
        if (risk.frequency == POISSON)
          for (guint64 k = 0; k < risk.totals[block]; k++)
            year[mz_random_draw (&stream, 2 * k + 1) >> 52] +=
                mz_quantile_table_at (risk.table, mz_random_draw (&stream, 2 * k + 2));
        else
          for (guint64 j = 0; j < MZ_BLOCK_TRIALS; j++)
            if ((mz_random_draw (&stream, 2 * j) >> 11) * 0x1p-53 < risk.rate)
              year[j] += mz_quantile_table_at (risk.table, mz_random_draw (&stream, 2 * j + 1));
        mz_planned_risk_clear (&risk);
      }
  g_autoptr (MzSimulation) simulation = run (three, 3, 11, N, 2);
  g_assert_cmpmem (losses, N * sizeof *losses, mz_simulation_get_trial_losses (simulation),
                   N * sizeof *losses);
}

static void
test_prefix (void)
{
  static const guint64 sizes[] = {1000, 4095, 4096, 4097, 9000};
  g_autoptr (MzSimulation) whole = run (three, 3, 3, 20000, 2);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MzSimulation) part = run (three, 3, 3, sizes[i], 2);
      g_assert_cmpmem (mz_simulation_get_trial_losses (whole), sizes[i] * sizeof (double),
                       mz_simulation_get_trial_losses (part), sizes[i] * sizeof (double));
      gsize n;
      const MzSimulationRiskResult *risks = mz_simulation_get_risks (part, &n);
      /* Dropped trials are dropped from the risks' means too. */
      assert_within (risks[0].mean + risks[1].mean + risks[2].mean,
                     mz_loss_statistics_get_mean (mz_simulation_get_statistics (part)), 1e-6);
    }
}

/* Another rate, size, order or absence of one risk leaves the draws of the others. */
static void
test_independence (void)
{
  MzSimulationRisk changed[3] = {three[2], three[0], three[1]};
  changed[0].rate = 3.0;
  changed[0].magnitude.parameters[2] = 9e5;
  g_autoptr (MzSimulation) before = run (three, 3, 8, 10000, 1),
                           after = run (changed, 3, 8, 10000, 1);
  g_autoptr (MzSimulation) alone = run (three, 1, 8, 10000, 1);
  gsize n;
  const MzSimulationRiskResult *x = mz_simulation_get_risks (before, &n),
                               *y = mz_simulation_get_risks (after, &n);
  g_assert_cmpfloat (x[0].mean, ==, y[1].mean);
  g_assert_cmpfloat (x[1].mean, ==, y[2].mean);
  g_assert_cmpfloat (x[2].mean, !=, y[0].mean);
  g_assert_cmpfloat (x[0].mean, ==, mz_simulation_get_risks (alone, &n)[0].mean);
}

/* A scenario shares the random numbers: halving every loss halves each year, fewer events are a part of the events. */
static void
test_mitigation (void)
{
  MzSimulationRisk smaller = three[0], rarer = three[0], gone = three[0];
  smaller.magnitude_mitigation = 0.5;
  rarer.frequency_mitigation = 0.4;
  gone.magnitude_mitigation = 1.0;
  g_autoptr (MzSimulation) base = run (three, 1, 8, 10000, 1),
                           small = run (&smaller, 1, 8, 10000, 1);
  g_autoptr (MzSimulation) rare = run (&rarer, 1, 8, 10000, 1), none = run (&gone, 1, 8, 10000, 1);
  const double *a = mz_simulation_get_trial_losses (base),
               *b = mz_simulation_get_trial_losses (small);
  const double *c = mz_simulation_get_trial_losses (rare),
               *d = mz_simulation_get_trial_losses (none);
  for (guint i = 0; i < 10000; i++)
    {
      assert_within (2.0 * b[i], a[i], 1e-9 * a[i]);
      g_assert_cmpfloat (c[i], <=, a[i]);
      g_assert_cmpfloat (d[i], ==, 0.0);
    }
  double mean;
  mz_simulation_get_analytic (rare, &mean, NULL);
  double whole;
  mz_simulation_get_analytic (base, &whole, NULL);
  assert_within (mean, 0.6 * whole, 1e-12 * whole);
}

static void
test_left_out (void)
{
  MzSimulationRisk risks[] = {
      three[0],
      {"rate", POISSON, 1e9, POINT (1)},
      {"chance", BERNOULLI, 1.5, POINT (1)},
      {"size", POISSON, 1, UNIFORM (2, 1)},
      {"nan", POISSON, NAN, POINT (1)},
      {"share", POISSON, 1, POINT (1), .frequency_mitigation = 1.1},
      {"share2", POISSON, 1, POINT (1), .magnitude_mitigation = -0.1},
      {"b", POISSON, 1, POINT (1)},
      {"kind", MZ_N_FREQUENCIES, 1, POINT (1)},
  };
  static const char *const named[] = {NULL,        "rate",      "probability", "high value", "rate",
                                      "frequency", "magnitude", "same id",     "kind"};
  g_autoptr (MzSimulation) with = run (risks, G_N_ELEMENTS (risks), 4, 5000, 1),
                           alone = run (three, 1, 4, 5000, 1);
  gsize n;
  const MzSimulationRiskResult *results = mz_simulation_get_risks (with, &n);
  g_assert_cmpuint (mz_simulation_get_n_left_out (with), ==, G_N_ELEMENTS (risks) - 1);
  g_assert_null (results[0].error);
  for (guint i = 1; i < n; i++)
    {
      g_assert_error (results[i].error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_nonnull (strstr (results[i].error->message, named[i]));
      g_assert_cmpstr (results[i].id, ==, risks[i].id);
      g_assert_cmpfloat (results[i].mean, ==, 0.0);
    }
  g_assert_cmpmem (mz_simulation_get_trial_losses (with), 5000 * sizeof (double),
                   mz_simulation_get_trial_losses (alone), 5000 * sizeof (double));
}

static void
test_refusals (void)
{
  static const struct
  {
    gsize n_risks;
    guint64 trials;
    double rate;
    const char *named;
  } rows[] = {
      {1, 999, 1, "trials"},
      {1, 5000001, 1, "trials"},
      {1, G_GUINT64_CONSTANT (1000000000000), 1, "trials"},
      {10000001, 1000, 1, "risks"},
      {25, 5000000, 1000, "events"},
  };
  MzSimulationRisk risks[25];
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (risks); j++)
        risks[j] = (MzSimulationRisk){NULL, POISSON, rows[i].rate, POINT (1)};
      MzSimulationOptions options = {.trials = rows[i].trials};
      g_autoptr (GError) error = NULL;
      /* Too many risks are refused by their number alone: none of them is read. */
      g_assert_null (mz_simulation_run (risks, rows[i].n_risks, &options, NULL, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_assert_nonnull (strstr (error->message, rows[i].named));
    }
  g_autoptr (MzSimulation) nothing = run (NULL, 0, 1, 1000, 1);
  g_assert_cmpint (mz_loss_statistics_get_convergence (mz_simulation_get_statistics (nothing)), ==,
                   MZ_CONVERGENCE_UNKNOWN);
}

/* No NaN and no infinity, even of the widest and largest losses. */
static void
test_extremes (void)
{
  static const MzSimulationRisk risks[] = {
      {"wide", POISSON, 5, LOGNORMAL (1, 1e15)},
      {"large", POISSON, 1000, POINT (1e15)},
      {"tiny", POISSON, 1e-300, POINT (1e15)},
      {"sliver", BERNOULLI, 1e-17, PERT (0, 0, 1e-300)},
      {"narrow", POISSON, 1, LOGNORMAL (1e15 - 1, 1e15)},
  };
  g_autoptr (MzSimulation) simulation = run (risks, G_N_ELEMENTS (risks), G_MAXUINT64, 1000, 1);
  const MzLossStatistics *statistics = mz_simulation_get_statistics (simulation);
  double mean, deviation, error;
  mz_simulation_get_analytic (simulation, &mean, &deviation);
  g_assert_true (isfinite (mean) && isfinite (deviation) &&
                 isfinite (mz_loss_statistics_get_mean (statistics)));
  g_assert_true (mz_loss_statistics_get_deviation (statistics, &deviation, &error));
  g_assert_true (isfinite (deviation) && isfinite (error));
  g_assert_cmpuint (mz_simulation_get_n_left_out (simulation), ==, 0);
  gsize n;
  const double *sorted = mz_loss_statistics_get_sorted (statistics, &n);
  for (gsize i = 0; i < n; i++)
    g_assert_true (isfinite (sorted[i]) && sorted[i] >= 0.0);
  const MzSimulationRiskResult *results = mz_simulation_get_risks (simulation, &n);
  g_assert_true (results[0].tail_dominates);
  g_assert_false (results[4].tail_dominates);
}

typedef struct
{
  GCancellable *cancellable;
  double last;
} Watch;

static void
watch_cb (double share, gpointer user_data)
{
  Watch *watch = user_data;
  g_assert_cmpfloat (share, >=, watch->last);
  g_assert_cmpfloat (share, <=, 1.0);
  watch->last = share;
  if (watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_progress_and_cancel (void)
{
  Watch watch = {0};
  MzSimulationOptions options = {
      .trials = 100000, .threads = 1, .progress = watch_cb, .progress_data = &watch};
  g_autoptr (MzSimulation) done = mz_simulation_run (three, 3, &options, NULL, NULL);
  g_assert_nonnull (done);
  g_assert_cmpfloat (watch.last, ==, 1.0);

  g_autoptr (GCancellable) cancellable = watch.cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  watch.last = 0.0;
  g_assert_null (mz_simulation_run (three, 3, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* It stopped at the first piece of work that was reported. */
  g_assert_cmpfloat (watch.last, <, 0.1);
  g_clear_error (&error);
  g_assert_null (mz_simulation_run (three, 3, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* By hand: ten losses; ranks, tail means and strict exceedance from the definitions. */
static void
test_statistics_by_hand (void)
{
  static const double losses[] = {30, 0, 10, 100, 20, 50, 0, 40, 50, 0};
  g_autoptr (MzLossStatistics) s = mz_loss_statistics_new (losses, 10, NULL);
  static const struct
  {
    gint64 p_ppm;
    guint64 rank;
    double value, tail_mean;
  } rows[] = {
      {1, 1, 0, 30},
      {300000, 3, 0, 37.5},
      {300001, 4, 10, 300.0 / 7},
      {500000, 5, 20, 290.0 / 6},
      {900000, 9, 50, 75},
      {950000, 10, 100, 100},
      {1000000, 10, 100, 100},
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MzLossPercentile p;
      g_assert_true (mz_loss_statistics_percentile (s, rows[i].p_ppm, &p, NULL));
      g_assert_cmpuint (p.rank, ==, rows[i].rank);
      g_assert_cmpfloat (p.value, ==, rows[i].value);
      assert_within (p.tail_mean, rows[i].tail_mean, 1e-12);
    }
  /* n p = 5, 1.96 sqrt (10 / 4) = 3.099: ranks 1 and 9. */
  MzLossPercentile median;
  mz_loss_statistics_percentile (s, 500000, &median, NULL);
  g_assert_cmpfloat (median.lower, ==, 0.0);
  g_assert_cmpfloat (median.upper, ==, 50.0);
  double deviation, error, years;
  g_assert_cmpfloat (mz_loss_statistics_get_mean (s), ==, 30.0);
  g_assert_true (mz_loss_statistics_get_deviation (s, &deviation, &error));
  /* Squared distances from 30: 0 + 3 x 900 + 400 + 4900 + 100 + 2 x 400 + 100. */
  assert_within (deviation * deviation * 9, 9000, 1e-9);
  assert_within (error, deviation / sqrt (10), 1e-12);
  g_assert_cmpfloat (mz_loss_statistics_exceedance (s, 50), ==, 0.1);
  g_assert_cmpfloat (mz_loss_statistics_exceedance (s, 49), ==, 0.3);
  g_assert_cmpfloat (mz_loss_statistics_exceedance (s, 0), ==, 0.7);
  g_assert_cmpfloat (mz_loss_statistics_exceedance (s, -1), ==, 1.0);
  g_assert_true (mz_loss_statistics_return_period (s, 50, &years));
  g_assert_cmpfloat (years, ==, 10.0);
  g_assert_false (mz_loss_statistics_return_period (s, 100, &years));
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;
  return (left > right) - (left < right);
}

/* Against the C library's sort: spread over all magnitudes, crowded, equal, negative. */
static void
test_sort (void)
{
  enum
  {
    N = 70000
  };
  g_autofree double *values = g_new (double, N);
  for (guint shape = 0; shape < 5; shape++)
    {
      MzRandomStream stream = {shape, 9};
      for (guint i = 0; i < N; i++)
        {
          double u = (mz_random_draw (&stream, i) >> 11) * 0x1p-53;
          values[i] = shape == 0   ? u * 1e9
                      : shape == 1 ? ldexp (u, (int)(mz_random_draw (&stream, i + N) % 100) - 50)
                      : shape == 2 ? 1e15 + floor (u * 5000)
                      : shape == 3 ? (u < 0.5 ? 0.0 : floor (u * 10))
                                   : (u - 0.5) * 1e6;
        }
      g_autoptr (MzLossStatistics) s = mz_loss_statistics_new (values, N, NULL);
      qsort (values, N, sizeof *values, compare_doubles);
      gsize n;
      g_assert_cmpmem (mz_loss_statistics_get_sorted (s, &n), N * sizeof *values, values,
                       N * sizeof *values);
    }
}

static void
test_curve (void)
{
  g_autoptr (MzSimulation) simulation = run (three, 3, 6, 20000, 1);
  const MzLossStatistics *s = mz_simulation_get_statistics (simulation);
  gsize n, size;
  const double *sorted = mz_loss_statistics_get_sorted (s, &size);
  g_autofree MzExceedancePoint *points = mz_loss_statistics_curve (s, 256, &n);
  g_assert_cmpuint (n, >, 200);
  g_assert_cmpuint (n, <=, 256);
  g_assert_cmpfloat (points[0].loss, ==, sorted[0]);
  g_assert_cmpfloat (points[n - 1].loss, ==, sorted[size - 1]);
  g_assert_cmpfloat (points[n - 1].probability, ==, 0.0);
  for (gsize i = 0; i + 1 < n; i++)
    {
      g_assert_cmpfloat (points[i].loss, <, points[i + 1].loss);
      g_assert_cmpfloat (points[i].probability, >, points[i + 1].probability);
      /* No step is wider than two of the evenly spaced ones. */
      g_assert_cmpfloat (points[i].probability - points[i + 1].probability, <, 2.0 / 127);
    }
}

static void
test_empirical_limits (void)
{
  static const double bad[] = {1, NAN}, large[] = {9.1e15}, one[] = {5}, same[] = {5, 5, 5};
  static const double wide[] = {1, 2, 3, 100};
  g_autoptr (GError) error = NULL;
  g_assert_null (mz_loss_statistics_new (bad, 2, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_assert_nonnull (strstr (error->message, "2"));
  g_clear_error (&error);
  g_assert_null (mz_loss_statistics_new (large, 1, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_null (mz_loss_statistics_new (one, 0, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_null (mz_loss_statistics_new (one, MZ_LOSS_SAMPLE_MAX + 1, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_autoptr (MzLossStatistics) single = mz_loss_statistics_new (one, 1, NULL);
  g_assert_false (mz_loss_statistics_get_deviation (single, NULL, NULL));
  g_assert_cmpint (mz_loss_statistics_get_convergence (single), ==, MZ_CONVERGENCE_UNKNOWN);
  g_autoptr (MzLossStatistics) equal = mz_loss_statistics_new (same, 3, NULL);
  g_assert_cmpint (mz_loss_statistics_get_convergence (equal), ==, MZ_CONVERGENCE_REACHED);
  g_autoptr (MzLossStatistics) spread = mz_loss_statistics_new (wide, 4, NULL);
  g_assert_cmpint (mz_loss_statistics_get_convergence (spread), ==, MZ_CONVERGENCE_NOT_REACHED);
  static const gint64 probabilities[] = {0, -1, 1000001};
  for (guint i = 0; i < G_N_ELEMENTS (probabilities); i++)
    {
      MzLossPercentile percentile;
      g_assert_false (mz_loss_statistics_percentile (equal, probabilities[i], &percentile, &error));
      g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (portfolios); i++)
    {
      g_autofree char *path = g_strconcat ("/simulation/portfolio/", portfolios[i].name, NULL);
      g_test_add_data_func (path, &portfolios[i], test_portfolio);
    }
  g_test_add_func ("/simulation/hubbard-seiersen", test_hubbard_seiersen);
  g_test_add_func ("/simulation/threads", test_threads);
  g_test_add_func ("/simulation/processors", test_processors);
  g_test_add_func ("/simulation/draw-scheme", test_draw_scheme);
  g_test_add_func ("/simulation/prefix", test_prefix);
  g_test_add_func ("/simulation/independence", test_independence);
  g_test_add_func ("/simulation/mitigation", test_mitigation);
  g_test_add_func ("/simulation/left-out", test_left_out);
  g_test_add_func ("/simulation/refusals", test_refusals);
  g_test_add_func ("/simulation/extremes", test_extremes);
  g_test_add_func ("/simulation/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/loss-statistics/by-hand", test_statistics_by_hand);
  g_test_add_func ("/loss-statistics/sort", test_sort);
  g_test_add_func ("/loss-statistics/curve", test_curve);
  g_test_add_func ("/loss-statistics/empirical-limits", test_empirical_limits);
  return g_test_run ();
}
