/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The yearly loss of small firms whose answers can be reckoned by hand. */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "build-model.h"
#include "mezasu/error.h"
#include "mezasu/loss.h"

/* A simulated figure may be off by that many standard errors. */
#define ERRORS 4.5

static MzLoss *
run (const char *const *lines)
{
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (GError) error = NULL;
  MzLoss *loss = mz_loss_new (analysis, &error);

  g_assert_no_error (error);
  g_assert_nonnull (loss);
  return loss;
}

static const MzLossScenario *
nth (const MzLoss *loss, guint index)
{
  return g_ptr_array_index (loss->scenarios, index);
}

static const MzLossRisk *
risk_of (const MzLossScenario *scenario, guint index)
{
  return g_ptr_array_index (scenario->risks, index);
}

/* Hubbard and Seiersen, "How to Measure Anything in Cybersecurity Risk", the workbook's rows: 54,643 and 116,785. */
static void
test_known_answers (void)
{
  static const char *const lines[] = {
      "risk a title=A frequency_model=bernoulli frequency=0.05 magnitude=lognormal "
      "loss_low=500000 loss_high=2000000",
      "risk b title=B frequency_model=bernoulli frequency=0.1 magnitude=lognormal "
      "loss_low=400000 loss_high=2500000",
      NULL,
  };
  g_autoptr (MzLoss) loss = run (lines);
  const MzLossScenario *now = nth (loss, 0);

  g_assert_true (now->baseline && now->known);
  g_assert_cmpuint (loss->seed, ==, 20260401);
  g_assert_cmpuint (loss->trials, ==, 100000);
  g_assert_cmpfloat_with_epsilon (risk_of (now, 0)->analytic_mean, 54643, 1);
  g_assert_cmpfloat_with_epsilon (risk_of (now, 1)->analytic_mean, 116785, 1);
  g_assert_cmpfloat_with_epsilon (now->analytic_mean, 54643 + 116785, 2);
  g_assert_cmpfloat (fabs (now->mean - now->analytic_mean), <=, ERRORS * now->standard_error);
  g_assert_cmpfloat_with_epsilon (risk_of (now, 0)->share + risk_of (now, 1)->share, 1, 1e-12);
  /* Two Bernoulli risks: no loss in 0.95 · 0.9 of the years. */
  g_assert_cmpfloat (fabs (now->no_loss - 0.855), <=, ERRORS * sqrt (0.855 * 0.145 / 100000));
  g_assert_cmpuint (now->n_left_out, ==, 0);
  g_assert_cmpuint (loss->scenarios->len, ==, 1);
}

static const char *const coin[] = {
    "risk a title=A frequency_model=bernoulli frequency=0.2 magnitude=point loss_likely=1000000",
    NULL,
};

typedef struct
{
  const char *limit, *probability;
  MzLossVerdict verdict;
  const char *words; /* some of the sentence */
} VerdictRow;

/* A year costs a million in 20 % of the years and nothing else. */
static const VerdictRow verdicts[] = {
    {NULL, NULL, MZ_LOSS_NOT_JUDGED, "No loss limit is set"},
    {"500000", NULL, MZ_LOSS_NOT_JUDGED, "how great a chance is accepted is not set"},
    {"500000", "100000", MZ_LOSS_BEYOND, "above the accepted 10 %."},
    {"500000", "300000", MZ_LOSS_WITHIN, "within the accepted 30 %."},
    {"500000", "200000", MZ_LOSS_NOT_JUDGED, "but the run is only exact to"},
    {"1000000", "0", MZ_LOSS_WITHIN, "with a chance of 0.0 %, within the accepted 0 %"},
    {"999999", "50000", MZ_LOSS_BEYOND, "more than 999,999 yen"},
};

static void
test_verdicts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      const VerdictRow *row = &verdicts[i];
      g_autoptr (MzModel) model = build_model (coin);
      g_autoptr (MzAnalysis) analysis = NULL;
      g_autoptr (MzLoss) loss = NULL;
      g_autofree char *sentence = NULL;

      if (row->limit != NULL)
        set_field (model, "criteria", "loss_limit", row->limit);
      if (row->probability != NULL)
        set_field (model, "criteria", "loss_probability", row->probability);
      analysis = mz_analysis_new (model);
      loss = mz_loss_new (analysis, NULL);
      sentence = mz_loss_verdict_sentence (loss, nth (loss, 0));
      if (strstr (sentence, row->words) == NULL)
        g_error ("“%s” lacks “%s”", sentence, row->words);
      /* At the very chance either verdict is fair; elsewhere it is certain. */
      if (g_strcmp0 (row->probability, "200000") != 0)
        g_assert_cmpint (nth (loss, 0)->verdict, ==, row->verdict);
    }
}

static void
test_levels_and_returns (void)
{
  g_autoptr (MzModel) model = build_model (coin);
  g_autoptr (MzAnalysis) analysis = NULL;
  g_autoptr (MzLoss) loss = NULL;
  const MzLossScenario *now;

  set_field (model, "organisation", "trials", "1000");
  analysis = mz_analysis_new (model);
  loss = mz_loss_new (analysis, NULL);
  now = nth (loss, 0);
  g_assert_cmpfloat (now->levels[MZ_LOSS_P50].value, ==, 0);
  g_assert_cmpfloat (now->levels[MZ_LOSS_P90].value, ==, 1000000);
  g_assert_cmpfloat (now->levels[MZ_LOSS_P95].tail_mean, ==, 1000000);
  g_assert_cmpfloat (now->levels[MZ_LOSS_P99].value, ==, 1000000);
  /* Ten years beyond: 1,000 years hold once in 100 years, not once in 200. */
  g_assert_cmpuint (now->n_returns, ==, 6);
  g_assert_cmpuint (now->returns[5].years, ==, 100);
  g_assert_cmpuint (now->returns[0].years, ==, 2);
  g_assert_cmpfloat (now->returns[0].loss, ==, 0);
  g_assert_cmpfloat (now->returns[3].loss, ==, 1000000);
  g_assert_cmpuint (now->n_points, ==, 2);
  /* sd/mean of a coin of 20 % is 2, so 1,000 years leave 6.3 % of error: ten times as many are offered. */
  g_assert_cmpint (now->convergence, ==, MZ_CONVERGENCE_NOT_REACHED);
  g_assert_cmpuint (now->offered_trials, ==, 10000);
}

static const char *const planned[] = {
    "risk a title=A frequency=0.5 magnitude=lognormal loss_low=1000000 loss_high=9000000",
    "risk b title=B frequency=2 magnitude=uniform loss_low=100000 loss_high=300000",
    "scenario none title=None baseline=true",
    "scenario idle title=Idle",
    "scenario plan title=Plan recommended=true",
    "option o title=O",
    "step s title=S option=o",
    "effect e step=s risk=a frequency_cut=400000 loss_cut=250000",
    "scenario_option so scenario=plan option=o",
    NULL,
};

static void
test_common_numbers (void)
{
  g_autoptr (MzLoss) loss = run (planned);
  const MzLossScenario *now = nth (loss, 0), *idle = nth (loss, 1), *plan = nth (loss, 2);

  /* What changes nothing gives the same bytes. */
  g_assert_cmpfloat (now->mean, ==, idle->mean);
  g_assert_cmpmem (now->curve, now->n_points * sizeof *now->curve, idle->curve,
                   idle->n_points * sizeof *idle->curve);
  /* A measure on one risk leaves the other's draws alone. */
  g_assert_cmpfloat (risk_of (plan, 1)->mean, ==, risk_of (now, 1)->mean);
  g_assert_cmpfloat_with_epsilon (risk_of (plan, 0)->analytic_mean,
                                  risk_of (now, 0)->analytic_mean * 0.6 * 0.75, 1e-3);
  g_assert_true (mz_loss_scenario (loss, NULL) == now);
  g_assert_true (mz_loss_scenario (loss, plan->id) == plan);
  g_assert_null (mz_loss_scenario (loss, "nobody"));
}

static void
test_seed (void)
{
  g_autoptr (MzModel) model = build_model (planned);
  g_autoptr (MzAnalysis) first = mz_analysis_new (model);
  g_autoptr (MzLoss) one = mz_loss_new (first, NULL), same = mz_loss_new (first, NULL);
  g_autoptr (MzAnalysis) second = NULL;
  g_autoptr (MzLoss) other = NULL;

  g_assert_cmpfloat (nth (one, 2)->levels[MZ_LOSS_P95].value, ==,
                     nth (same, 2)->levels[MZ_LOSS_P95].value);
  g_assert_cmpfloat (risk_of (nth (one, 0), 0)->in_year[MZ_LOSS_YEAR_BAD], ==,
                     risk_of (nth (same, 0), 0)->in_year[MZ_LOSS_YEAR_BAD]);
  set_field (model, "organisation", "seed", "7");
  second = mz_analysis_new (model);
  other = mz_loss_new (second, NULL);
  g_assert_cmpuint (other->seed, ==, 7);
  g_assert_cmpfloat (nth (one, 0)->mean, !=, nth (other, 0)->mean);
}

/* The run copies: edits of the model afterwards do not reach it. */
static void
test_independent_of_the_model (void)
{
  g_autoptr (MzModel) model = build_model (planned);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzLoss) before = mz_loss_new (analysis, NULL);
  g_autoptr (MzLossRun) kept = mz_loss_run_new (analysis);
  g_autoptr (MzLoss) after = NULL;

  set_field (model, "a", "frequency", "5");
  g_clear_pointer (&analysis, mz_analysis_unref);
  g_clear_object (&model);
  after = mz_loss_run_execute (kept, NULL, NULL, NULL, NULL);
  g_assert_cmpfloat (nth (before, 0)->mean, ==, nth (after, 0)->mean);
}

static void
test_left_out (void)
{
  static const char *const lines[] = {
      "risk a code=R-1 title=Whole frequency=1 magnitude=point loss_likely=1000",
      "risk b code=R-2 title=Silent magnitude=point loss_likely=1000",
      "risk c code=R-3 title=Often frequency_model=bernoulli frequency=2 magnitude=point "
      "loss_likely=1000",
      "risk d code=R-4 title=Turned frequency=1 magnitude=uniform loss_low=9 loss_high=3",
      NULL,
  };
  g_autoptr (MzLoss) loss = run (lines), alone = NULL;
  const char *first[] = {lines[0], NULL};
  const MzLossScenario *now = nth (loss, 0);

  g_assert_true (now->known);
  g_assert_cmpuint (now->n_left_out, ==, 3);
  g_assert_null (risk_of (now, 0)->reason);
  for (guint i = 1; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("R-%u", i + 1);

      g_assert_nonnull (strstr (risk_of (now, i)->reason, title));
      g_assert_cmpfloat (risk_of (now, i)->mean, ==, 0);
    }
  alone = run (first);
  g_assert_cmpfloat (nth (alone, 0)->mean, ==, now->mean);
  /* “Turned” is told as an input that contradicts itself. */
  g_assert_cmpuint (loss->warnings->len, >=, 1);
}

static void
test_nothing_to_simulate (void)
{
  static const char *const lines[] = {"risk a title=A", NULL};
  g_autoptr (MzLoss) none = run (NULL), unusable = run (lines);
  g_autofree char *sentence = mz_loss_verdict_sentence (unusable, nth (unusable, 0));

  g_assert_false (nth (none, 0)->known);
  g_assert_false (nth (unusable, 0)->known);
  g_assert_cmpstr (sentence, ==, nth (unusable, 0)->reason);
  g_assert_cmpuint (unusable->swings->len, ==, 0);
  g_assert_false (nth (unusable, 0)->years[MZ_LOSS_YEAR_BAD].known);
}

static void
refuse (MzLossRun *prepared)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mz_loss_run_execute (prepared, NULL, NULL, NULL, &error));
  g_assert_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT);
}

static void
test_absurd_sizes (void)
{
  static const guint64 trials[] = {0, 999, 5000001, G_GUINT64_CONSTANT (1000000000000),
                                   G_MAXUINT64};
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MzModel) model = build_model (coin), frequent = NULL;
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model), busy = NULL;
  g_autoptr (MzLossRun) few = mz_loss_run_new (analysis), many = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (trials); i++)
    {
      mz_loss_run_set_trials (few, trials[i]);
      refuse (few);
    }
  /* 21 risks a thousand times a year, 5,000,000 years: more than 10^11 events. */
  for (guint i = 0; i < 21; i++)
    g_ptr_array_add (lines, g_strdup_printf ("risk r%u title=R frequency=1000 magnitude=point "
                                             "loss_likely=1",
                                             i));
  g_ptr_array_add (lines, NULL);
  frequent = build_model ((const char *const *)lines->pdata);
  set_field (frequent, "organisation", "trials", "5000000");
  busy = mz_analysis_new (frequent);
  many = mz_loss_run_new (busy);
  refuse (many);
}

typedef struct
{
  GCancellable *cancellable;
  double last;
  guint calls;
} Watch;

static void
watch_cb (double share, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (share, >=, watch->last);
  g_assert_cmpfloat (share, <=, 1);
  watch->last = share;
  watch->calls++;
  if (watch->cancellable != NULL && watch->calls == 3)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_progress_and_cancel (void)
{
  g_autoptr (MzModel) model = build_model (planned);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzLossRun) prepared = mz_loss_run_new (analysis);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL, again = NULL;
  g_autoptr (MzLoss) loss = NULL;
  Watch whole = {0}, stopped = {cancellable, 0, 0};

  loss = mz_loss_run_execute (prepared, watch_cb, &whole, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (whole.calls, >, 3);
  g_assert_cmpfloat (whole.last, ==, 1);
  g_assert_null (mz_loss_run_execute (prepared, watch_cb, &stopped, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* And one that was cancelled before it began draws nothing. */
  g_assert_null (mz_loss_run_execute (prepared, watch_cb, &stopped, cancellable, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The firm earns 1,000 in sales at a margin of 30 %; every year one incident costs 60 at once and 20 days of stop, which
 * lose 1000 · 20/200 = 100 of sales and 30 of contribution: profit falls by 90. All in thousands of yen. */
static const char *const incident[] = {
    "organisation contribution_margin=300000 business_days=200",
    "pl_line s item=sales amount=1000000",
    "pl_line c item=cost_of_sales amount=600000",
    "pl_line g item=sga amount=300000",
    "pl_line t item=tax amount=40000",
    "damage fine title=Fine class=litigation low=60000 likely=60000 high=60000",
    "damage stop title=Stop class=stop method=stop days_low=20 days_likely=20 days_high=20",
    "risk a title=A frequency_model=bernoulli frequency=1",
    "link fine a",
    "link stop a",
    NULL,
};

static void
assert_lines (const MzMaybe *lines, const gint64 *expected)
{
  for (guint i = 0; i < MZ_LOSS_LINES; i++)
    {
      g_assert_true (lines[i].is_set);
      g_assert_cmpint (lines[i].value, ==, expected[i]);
    }
}

static void
test_profit_and_loss (void)
{
  static const gint64 plan[] = {1000000, 600000, 400000, 300000, 100000, 0,
                                100000,  0,      100000, 40000,  60000};
  static const gint64 year[] = {900000, 530000, 370000, 300000, 70000, 0,
                                70000,  -60000, 10000,  40000,  -30000};
  g_autoptr (MzLoss) loss = run (incident);
  const MzLossYear *bad = &nth (loss, 0)->years[MZ_LOSS_YEAR_BAD];

  assert_lines (loss->plan, plan);
  g_assert_true (bad->known);
  g_assert_cmpint (bad->loss, ==, 90000);
  g_assert_cmpint (bad->lost_sales, ==, 100000);
  g_assert_cmpint (bad->lost_contribution, ==, 30000);
  g_assert_cmpint (bad->one_off, ==, 60000);
  assert_lines (bad->lines, year);
  assert_lines (nth (loss, 0)->years[MZ_LOSS_YEAR_TYPICAL].lines, year);
}

static void
test_tax_of_a_bad_year (void)
{
  g_autoptr (MzModel) model = build_model (incident);
  g_autoptr (MzAnalysis) analysis = NULL;
  g_autoptr (MzLoss) loss = NULL;

  set_field (model, "organisation", "tax_rate", "300000");
  analysis = mz_analysis_new (model);
  loss = mz_loss_new (analysis, NULL);
  /* 40 - 30 % of 90. */
  g_assert_cmpint (nth (loss, 0)->years[MZ_LOSS_YEAR_BAD].lines[9].value, ==, 13000);
  g_assert_cmpint (nth (loss, 0)->years[MZ_LOSS_YEAR_BAD].lines[10].value, ==, -3000);
}

static void
test_mix_adds_up (void)
{
  g_autoptr (MzLoss) loss = run (planned);

  for (guint s = 0; s < loss->scenarios->len; s++)
    {
      const MzLossScenario *scenario = nth (loss, s);

      for (guint kind = 0; kind < MZ_LOSS_N_YEARS; kind++)
        {
          double sum = 0,
                 whole =
                     scenario->levels[kind == MZ_LOSS_YEAR_BAD ? MZ_LOSS_P95 : MZ_LOSS_P50].value;

          for (guint i = 0; i < scenario->risks->len; i++)
            sum += risk_of (scenario, i)->in_year[kind];
          g_assert_cmpfloat_with_epsilon (sum, whole, whole * 1e-12);
        }
    }
  /* A heavy, rare risk makes the bad years; a light, frequent one is in every year alike. */
  g_assert_cmpfloat (risk_of (nth (loss, 0), 0)->in_year[MZ_LOSS_YEAR_BAD], >,
                     0.85 * nth (loss, 0)->levels[MZ_LOSS_P95].value);
}

/* More risks than are looked at one by one: the rest shares what is left, and equal risks have about equal parts. */
static void
test_mix_of_many (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MzLoss) loss = NULL;
  double sum = 0, whole;

  for (guint i = 0; i < 60; i++)
    g_ptr_array_add (lines, g_strdup_printf ("risk r%u title=R%u frequency=3 magnitude=uniform "
                                             "loss_low=50 loss_high=150",
                                             i, i));
  g_ptr_array_add (lines, NULL);
  loss = run ((const char *const *)lines->pdata);
  whole = nth (loss, 0)->levels[MZ_LOSS_P95].value;
  for (guint i = 0; i < 60; i++)
    {
      double part = risk_of (nth (loss, 0), i)->in_year[MZ_LOSS_YEAR_BAD];

      /* The mean over some 320 years of a part with a deviation of 180: 5 errors are 50. */
      g_assert_cmpfloat (fabs (part - whole / 60), <=, 50);
      sum += part;
    }
  g_assert_cmpfloat_with_epsilon (sum, whole, whole * 1e-12);
}

static const MzLossSwing *
swing (const MzLoss *loss, guint index)
{
  return g_ptr_array_index (loss->swings, index);
}

/* A: 2 a year (interval 1 … 4) of 100; B: 1 a year of 0 … 200 evenly. Mean 300. */
static void
test_sensitivity (void)
{
  static const char *const lines[] = {
      "risk a title=A frequency=2 frequency_low=1 frequency_high=4 magnitude=point loss_likely=100",
      "risk b title=B frequency=1 magnitude=uniform loss_low=0 loss_high=200",
      NULL,
  };
  /* risk, input, low, high, guessed, mean with either */
  static const struct
  {
    guint risk, input;
    double low, high;
    gboolean guessed;
    double mean_low, mean_high;
  } rows[] = {
      {0, MZ_LOSS_INPUT_FREQUENCY, 1, 4, FALSE, 200, 500},
      {0, MZ_LOSS_INPUT_MAGNITUDE, 50, 150, TRUE, 200, 400},
      {1, MZ_LOSS_INPUT_MAGNITUDE, 10, 190, FALSE, 210, 390},
      {1, MZ_LOSS_INPUT_FREQUENCY, 0.5, 1.5, TRUE, 250, 350},
  };
  g_autoptr (MzLoss) loss = run (lines);

  g_assert_cmpuint (loss->swings->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpuint (swing (loss, i)->risk, ==, rows[i].risk);
      g_assert_cmpuint (swing (loss, i)->input, ==, rows[i].input);
      g_assert_cmpfloat_with_epsilon (swing (loss, i)->low, rows[i].low, 1e-6);
      g_assert_cmpfloat_with_epsilon (swing (loss, i)->high, rows[i].high, 1e-6);
      g_assert_cmpint (swing (loss, i)->guessed, ==, rows[i].guessed);
      g_assert_cmpfloat_with_epsilon (swing (loss, i)->mean_low, rows[i].mean_low, 1e-6);
      g_assert_cmpfloat_with_epsilon (swing (loss, i)->mean_high, rows[i].mean_high, 1e-6);
      g_assert_true (swing (loss, i)->has_tail);
      g_assert_cmpfloat (swing (loss, i)->tail_low, <=, loss->tail_base);
      g_assert_cmpfloat (swing (loss, i)->tail_high, >=, loss->tail_base);
    }
}

/* What happens at most once a year cannot swing above certainty. */
static void
test_sensitivity_of_a_chance (void)
{
  static const char *const lines[] = {
      "risk a title=A frequency_model=bernoulli frequency=0.8 magnitude=point loss_likely=100",
      NULL,
  };
  g_autoptr (MzLoss) loss = run (lines);

  for (guint i = 0; i < loss->swings->len; i++)
    if (swing (loss, i)->input == MZ_LOSS_INPUT_FREQUENCY)
      g_assert_cmpfloat (swing (loss, i)->high, ==, 1);
}

static void
test_curve (void)
{
  static const char *const lines[] = {
      "risk a title=A frequency_model=bernoulli frequency=0.3 magnitude=uniform loss_low=1000 "
      "loss_high=3000",
      "risk b title=B frequency=1000 magnitude=point loss_likely=5",
      "risk c title=C",
      NULL,
  };
  g_autoptr (MzModel) model = build_model (lines);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzLossCurve) uniform = mz_loss_curve_new (analysis, NULL, 0, NULL);
  g_autoptr (MzLossCurve) frequent = mz_loss_curve_new (analysis, NULL, 1, NULL);
  g_autofree char *reason = NULL;

  for (gsize i = 0; i < uniform->n_single; i++)
    g_assert_cmpfloat_with_epsilon (uniform->single[i].loss,
                                    3000 - 2000 * uniform->single[i].probability, 1e-6);
  g_assert_cmpfloat_with_epsilon (uniform->p50, 2000, 1e-6);
  g_assert_cmpfloat_with_epsilon (uniform->annual_mean, 600, 1e-6);
  g_assert_cmpfloat (fabs (uniform->no_loss - 0.7), <=, ERRORS * sqrt (0.21 / 131072));
  g_assert_cmpfloat_with_epsilon (frequent->annual_mean, 5000, 1e-6);
  g_assert_cmpfloat (frequent->no_loss, ==, 0);
  g_assert_null (mz_loss_curve_new (analysis, NULL, 2, &reason));
  g_assert_nonnull (strstr (reason, "C"));
}

static guint
count_warnings (const MzLoss *loss, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < loss->warnings->len; i++)
    if (g_strcmp0 (((MzFinding *)g_ptr_array_index (loss->warnings, i))->code, code) == 0)
      n++;
  return n;
}

typedef struct
{
  const char *loss;
  guint against_damages;
} WarningRow;

static void
test_warnings (void)
{
  static const WarningRow rows[] = {
      {"100", 1}, {"101", 1}, {"1000", 0}, {"10000", 0}, {"10001", 1}};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *risk = g_strdup_printf (
          "risk a title=A frequency=1 magnitude=point loss_likely=%s", rows[i].loss);
      const char *lines[] = {
          "damage d title=D class=litigation low=1011 likely=1011 high=1011",
          risk,
          "risk w title=W frequency=1 magnitude=lognormal loss_low=1 loss_high=1000000",
          "risk x title=X frequency=9 frequency_low=1 frequency_high=2 magnitude=point "
          "loss_likely=1",
          "link d a",
          NULL};
      g_autoptr (MzLoss) loss = NULL;

      if (i == 3 || i == 4)
        lines[0] = "damage d title=D class=litigation low=1000 likely=1000 high=1000";
      loss = run (lines);
      g_assert_cmpuint (count_warnings (loss, "loss_against_damages"), ==, rows[i].against_damages);
      g_assert_cmpuint (count_warnings (loss, "tail_dominates"), ==, 1);
      g_assert_cmpuint (count_warnings (loss, "not_ordered"), ==, 1);
    }
}

static void
test_sentences (void)
{
  g_autoptr (MzLoss) loss = run (planned);
  g_autofree char *alone = mz_loss_headline (loss, NULL);
  g_autofree char *both = mz_loss_headline (loss, nth (loss, 2));
  g_autofree char *board = mz_loss_bad_year (loss, nth (loss, 2));
  g_autofree char *note = mz_loss_note (loss);
  g_autofree char *exactness = mz_loss_convergence_sentence (loss, nth (loss, 0));

  g_assert_true (g_str_has_prefix (alone, "As things are, one year in twenty costs "));
  g_assert_nonnull (strstr (both, "with “Plan” it is "));
  g_assert_nonnull (strstr (board, " → "));
  g_assert_nonnull (strstr (note, "100,000 years simulated, seed 20260401;"));
  g_assert_nonnull (strstr (exactness, "with 95 % certainty."));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method/loss/known-answers", test_known_answers);
  g_test_add_func ("/method/loss/verdicts", test_verdicts);
  g_test_add_func ("/method/loss/levels-and-return-periods", test_levels_and_returns);
  g_test_add_func ("/method/loss/common-random-numbers", test_common_numbers);
  g_test_add_func ("/method/loss/seed", test_seed);
  g_test_add_func ("/method/loss/independent-of-the-model", test_independent_of_the_model);
  g_test_add_func ("/method/loss/left-out", test_left_out);
  g_test_add_func ("/method/loss/nothing-to-simulate", test_nothing_to_simulate);
  g_test_add_func ("/method/loss/absurd-sizes", test_absurd_sizes);
  g_test_add_func ("/method/loss/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/method/loss/profit-and-loss", test_profit_and_loss);
  g_test_add_func ("/method/loss/tax-of-a-bad-year", test_tax_of_a_bad_year);
  g_test_add_func ("/method/loss/mix-adds-up", test_mix_adds_up);
  g_test_add_func ("/method/loss/mix-of-many", test_mix_of_many);
  g_test_add_func ("/method/loss/sensitivity", test_sensitivity);
  g_test_add_func ("/method/loss/sensitivity-of-a-chance", test_sensitivity_of_a_chance);
  g_test_add_func ("/method/loss/curve-of-one-risk", test_curve);
  g_test_add_func ("/method/loss/warnings", test_warnings);
  g_test_add_func ("/method/loss/sentences", test_sentences);
  return g_test_run ();
}
