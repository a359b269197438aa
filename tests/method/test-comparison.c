/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Scenarios side by side, turning points and the tornado of a difference, on a firm that can be reckoned by hand. One risk
 * costs 100 million yen every tenth year. Plan A: 12 million at once, 1 million a year, halves it; worth -12 - 4 + 20 = 4
 * million over four years. Plan B: 6 million at once, cuts a fifth off; worth -6 + 8 = 2 million. */

#include "config.h"

#include <math.h>

#include "build-model.h"
#include "mezasu/what-if.h"

#define MILLION 1000000.0

static const char *const firm[] = {
    "organisation horizon=4 discount_rate=0 contribution_margin=300000 trials=20000",
    "pl_line sales item=sales amount=1000000000",
    "pl_line cost item=cost_of_sales amount=600000000",
    "pl_line sga item=sga amount=350000000",
    "criteria appetite=4 tolerance=9",
    "aspect cards title=Cards current_level=1 target_level=4",
    "damage comp title=Comp low=100000000 likely=100000000 high=100000000",
    "risk theft code=R-01 title=Theft likelihood=4 impact=4 frequency=0.1",
    "option a title=A",
    "step sa title=SA option=a from_year=0",
    "cash_flow ca title=Build step=sa kind=investment amount=12000000 from_year=0 to_year=0",
    "cash_flow ra title=Run step=sa kind=running amount=1000000 from_year=1",
    "effect ea step=sa risk=theft frequency_cut=500000 likelihood=2",
    "option b title=B",
    "step sb title=SB option=b from_year=0",
    "cash_flow cb title=Build step=sb kind=investment amount=6000000 from_year=0 to_year=0",
    "effect eb step=sb risk=theft frequency_cut=200000 likelihood=3",
    "scenario plan_a code=A 'title=Plan A' recommended=true",
    "scenario_option soa scenario=plan_a option=a",
    "scenario plan_b code=B 'title=Plan B'",
    "scenario_option sob scenario=plan_b option=b",
    "link comp theft",
    NULL,
};

static const MzLever *
lever_of (GPtrArray *levers, MzModel *model, const char *name, MzLeverType type)
{
  for (guint i = 0; i < levers->len; i++)
    {
      const MzLever *lever = g_ptr_array_index (levers, i);

      if (lever->type == type && g_str_equal (lever->record, mz_record_id (find (model, name))))
        return lever;
    }
  g_assert_not_reached ();
}

static void
assert_text (const MzComparison *comparison, guint index, MzCriterion criterion,
             const char *expected)
{
  g_autofree char *text = mz_comparison_text (comparison, index, criterion, MZ_MONEY_UNIT_MAN);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_table (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzComparison) comparison = mz_comparison_new (analysis, NULL, NULL);
  double difference;

  g_assert_cmpuint (comparison->n_scenarios, ==, 3);
  g_assert_true (mz_comparison_scenario (comparison, 0)->baseline);
  assert_text (comparison, 1, MZ_COMPARE_INVESTMENT, "1,200");
  assert_text (comparison, 1, MZ_COMPARE_RUNNING, "100");
  assert_text (comparison, 1, MZ_COMPARE_AVOIDED, "500");
  assert_text (comparison, 2, MZ_COMPARE_ALE, "800");
  assert_text (comparison, 1, MZ_COMPARE_NPV, "400");
  assert_text (comparison, 2, MZ_COMPARE_NPV, "200");
  /* A: -12 + 4 + 4 + 4; B: -6 + 2 + 2 + 2. */
  assert_text (comparison, 1, MZ_COMPARE_PAYBACK, "3.0 years");
  assert_text (comparison, 2, MZ_COMPARE_PAYBACK, "3.0 years");
  assert_text (comparison, 2, MZ_COMPARE_ABOVE, "1");
  assert_text (comparison, 1, MZ_COMPARE_ABOVE, "0");
  g_assert_true (mz_comparison_difference (comparison, MZ_COMPARE_NPV, 1, 2, &difference));
  g_assert_cmpfloat (difference, ==, 2 * MILLION);
}

static void
test_ranks (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzComparison) comparison = mz_comparison_new (analysis, NULL, NULL);

  g_assert_cmpuint (mz_comparison_rank (comparison, MZ_COMPARE_NPV, 1), ==, 1);
  g_assert_cmpuint (mz_comparison_rank (comparison, MZ_COMPARE_NPV, 2), ==, 2);
  g_assert_cmpuint (mz_comparison_rank (comparison, MZ_COMPARE_NPV, 0), ==, 3);
  g_assert_true (mz_comparison_cell (comparison, 1, MZ_COMPARE_NPV)->best);
  g_assert_false (mz_comparison_cell (comparison, 2, MZ_COMPARE_NPV)->best);
  g_assert_true (mz_comparison_cell (comparison, 0, MZ_COMPARE_INVESTMENT)->best);
  /* Both are back after three years: a tie, and nothing that beats nothing is marked. */
  g_assert_cmpuint (mz_comparison_rank (comparison, MZ_COMPARE_PAYBACK, 1), ==, 1);
  g_assert_cmpuint (mz_comparison_rank (comparison, MZ_COMPARE_PAYBACK, 2), ==, 1);
  g_assert_false (mz_comparison_cell (comparison, 1, MZ_COMPARE_PAYBACK)->best);
  g_assert_cmpuint (mz_comparison_rank (comparison, MZ_COMPARE_PAYBACK, 0), ==, 0);
}

/* What is missing is blank with its reason, never zero, and in every other row too. */
static void
test_blank (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;
  g_autoptr (MzComparison) comparison = NULL;
  const MzComparisonCell *cell;
  double difference;

  set_field (model, "theft", "frequency", "");
  analysis = mz_analysis_new (model);
  comparison = mz_comparison_new (analysis, NULL, NULL);
  for (guint i = 0; i < comparison->n_scenarios; i++)
    {
      cell = mz_comparison_cell (comparison, i, MZ_COMPARE_ALE);
      g_assert_false (cell->known);
      g_assert_cmpstr (cell->reason, ==, "How often “R-01 Theft” happens in a year is not given.");
      assert_text (comparison, i, MZ_COMPARE_ALE, "–");
      g_assert_cmpuint (mz_comparison_rank (comparison, MZ_COMPARE_ALE, i), ==, 0);
      cell = mz_comparison_cell (comparison, i, MZ_COMPARE_BAD_YEAR);
      g_assert_cmpstr (cell->reason, ==, "The losses are not simulated yet.");
    }
  g_assert_false (mz_comparison_difference (comparison, MZ_COMPARE_ALE, 1, 0, &difference));
  for (guint i = 0; i < comparison->n_scenarios; i++)
    for (guint criterion = 0; criterion < MZ_N_CRITERIA; criterion++)
      {
        cell = mz_comparison_cell (comparison, i, criterion);
        g_assert_true (cell->known != (cell->reason != NULL));
      }
}

static void
test_bad_year (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (GError) error = NULL;
  g_autoptr (MzLoss) loss = mz_loss_new (analysis, &error);
  const char *const ids[] = {"B", NULL};
  g_autoptr (MzComparison) comparison = NULL;

  g_assert_no_error (error);
  comparison = mz_comparison_new (analysis, loss, ids);
  g_assert_cmpuint (comparison->n_scenarios, ==, 2);
  g_assert_cmpuint (comparison->loss->scenarios->len, ==, 2);
  g_assert_cmpstr (mz_comparison_scenario (comparison, 1)->short_name, ==, "B");
  /* P(no event) = e^-0.08 = 92 %, P(at most one) = 99.7 %: the 95 % year has one. */
  assert_text (comparison, 1, MZ_COMPARE_BAD_YEAR, "10,000");
  assert_text (comparison, 0, MZ_COMPARE_BAD_YEAR, "10,000");
}

static void
test_verdict (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (MzComparison) comparison = mz_comparison_new (analysis, NULL, NULL);
  g_autoptr (GPtrArray) verdicts = mz_comparison_verdicts (comparison);
  const char *between = "“Plan B” is cheaper than “Plan A” by 10.0 million yen over 5 years, but "
                        "leaves 1 risk above the tolerance (the other: 0) and an expected loss of "
                        "8.0 million yen a year (the other: 5.0 million yen). By net present value "
                        "“Plan A” is worth 2.0 million yen more.";
  g_autofree char *swapped = mz_comparison_verdict (comparison, 2, 1);
  g_autofree char *missing = NULL;

  g_assert_cmpuint (verdicts->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (verdicts, 0), ==, between);
  g_assert_cmpstr (swapped, ==, between);
  g_clear_pointer (&comparison, mz_comparison_free);
  g_clear_pointer (&analysis, mz_analysis_unref);
  set_field (model, "theft", "frequency", "");
  analysis = mz_analysis_new (model);
  comparison = mz_comparison_new (analysis, NULL, NULL);
  missing = mz_comparison_verdict (comparison, 1, 2);
  g_assert_cmpstr (
      missing, ==,
      "“Plan B” is cheaper than “Plan A” by 10.0 million yen over 5 years, but leaves "
      "1 risk above the tolerance (the other: 0). Which one is worth more is not known "
      "yet.");
}

static void
test_break_even (void)
{
  static const struct
  {
    const char *record;
    MzLeverType type;
    MzTurn turn;
    double value, within;
  } rows[] = {
      /* 8 - i = 2, in millions of investment, a multiple of everything else below. */
      {"ca", MZ_LEVER_AMOUNT, MZ_TURN_AT, 14 * MILLION, 0},
      {"cb", MZ_LEVER_AMOUNT, MZ_TURN_AT, 4 * MILLION, 0},
      {"ra", MZ_LEVER_AMOUNT, MZ_TURN_AT, 1.5 * MILLION, 0},
      /* -16 + 40 x = 2; -6 + 40 x = 4. */
      {"ea", MZ_LEVER_MITIGATION, MZ_TURN_AT, 450000, 0},
      {"eb", MZ_LEVER_MITIGATION, MZ_TURN_AT, 250000, 0},
      /* -10 + 120 f = 0; -10 + 0.12 s = 0, where a yen more or less rounds away. */
      {"theft", MZ_LEVER_FREQUENCY, MZ_TURN_AT, 0.083333, 1e-9},
      {"theft", MZ_LEVER_LOSS, MZ_TURN_AT, 83333333, 20},
      {"organisation", MZ_LEVER_MARGIN, MZ_TURN_NEVER, 0, 0},
      {"organisation", MZ_LEVER_RATE, MZ_TURN_NEVER, 0, 0},
  };
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (GPtrArray) levers = mz_levers_new (analysis);
  guint64 revision = mz_model_revision (model);

  g_assert_cmpuint (levers->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MzLever *lever = lever_of (levers, model, rows[i].record, rows[i].type);
      g_autoptr (GError) error = NULL;
      MzBreakEven even;

      g_test_message ("%s", lever->label);
      g_assert_true (mz_break_even (model, lever, "A", "B", MZ_COMPARE_NPV, &even, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (even.turn, ==, rows[i].turn);
      if (rows[i].turn == MZ_TURN_AT)
        g_assert_cmpfloat_with_epsilon (even.value, rows[i].value, rows[i].within + 1e-12);
    }
  /* The model is only read. */
  g_assert_cmpuint (mz_model_revision (model), ==, revision);
}

/* -6 + 2·((1 - v^4)/r) falls to zero where the annuity factor is 3: r = 12.58983 %, from bisecting it in Python. */
static void
test_rate (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;
  g_autoptr (GPtrArray) levers = NULL;
  MzBreakEven even;

  set_field (model, "organisation", "discount_rate", "50000");
  analysis = mz_analysis_new (model);
  levers = mz_levers_new (analysis);
  g_assert_true (mz_break_even (model, lever_of (levers, model, "organisation", MZ_LEVER_RATE), "A",
                                "B", MZ_COMPARE_NPV, &even, NULL, NULL));
  g_assert_cmpint (even.turn, ==, MZ_TURN_AT);
  g_assert_cmpfloat_with_epsilon (even.value, 125899, 0.5);
}

static void
test_refusals (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autoptr (GPtrArray) levers = mz_levers_new (analysis);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const MzLever *lever = g_ptr_array_index (levers, 0);
  g_autoptr (GError) error = NULL;
  MzBreakEven even;

  g_assert_false (mz_break_even (model, lever, "A", "B", MZ_COMPARE_BAD_YEAR, &even, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "A simulated figure has no exact turning point; choose another row.");
  g_clear_error (&error);
  g_assert_false (mz_break_even (model, lever, "A", "Z", MZ_COMPARE_NPV, &even, NULL, &error));
  g_assert_cmpstr (error->message, ==, "There is no such scenario any more.");
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (mz_difference_tornado (model, "A", "B", MZ_COMPARE_NPV, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (mz_break_even (model, lever, "A", "A", MZ_COMPARE_NPV, &even, NULL, NULL));
  g_assert_cmpint (even.turn, ==, MZ_TURN_TIE);
}

static void
test_tornado (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (GError) error = NULL;
  g_autoptr (MzWhatIf) what = mz_difference_tornado (model, "A", "B", MZ_COMPARE_NPV, NULL, &error);
  const MzDifferenceSwing *swing;
  const MzLever *lever;

  g_assert_no_error (error);
  g_assert_true (what->known);
  g_assert_cmpfloat (what->difference, ==, 2 * MILLION);
  /* 40 % of the frequency: -16 + 16 - 2; 60 %: -16 + 24 - 2. */
  swing = &g_array_index (what->swings, MzDifferenceSwing, 0);
  lever = g_ptr_array_index (what->levers, swing->lever);
  g_assert_cmpstr (lever->record, ==, mz_record_id (find (model, "ea")));
  g_assert_cmpfloat (swing->at_low, ==, -2 * MILLION);
  g_assert_cmpfloat (swing->at_high, ==, 6 * MILLION);
  g_assert_cmpint (swing->even.turn, ==, MZ_TURN_AT);
  g_assert_cmpfloat (swing->even.value, ==, 450000);
  for (guint i = 1; i < what->swings->len; i++)
    {
      const MzDifferenceSwing *before = swing;

      swing = &g_array_index (what->swings, MzDifferenceSwing, i);
      g_assert_cmpfloat (fabs (before->at_high - before->at_low), >=,
                         fabs (swing->at_high - swing->at_low));
    }
}

/* A range of the model is taken as it is. */
static void
test_range (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzAnalysis) analysis = NULL;
  g_autoptr (GPtrArray) levers = NULL;
  const MzLever *lever;

  set_field (model, "theft", "frequency_low", "0.01");
  set_field (model, "theft", "frequency_high", "0.5");
  analysis = mz_analysis_new (model);
  levers = mz_levers_new (analysis);
  lever = lever_of (levers, model, "theft", MZ_LEVER_FREQUENCY);
  g_assert_true (lever->ranged);
  g_assert_cmpfloat (lever->low, ==, 0.01);
  g_assert_cmpfloat (lever->high, ==, 0.5);
  g_assert_cmpfloat (lever->most, ==, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/table", test_table);
  g_test_add_func ("/comparison/ranks", test_ranks);
  g_test_add_func ("/comparison/blank", test_blank);
  g_test_add_func ("/comparison/bad-year", test_bad_year);
  g_test_add_func ("/comparison/verdict", test_verdict);
  g_test_add_func ("/what-if/break-even", test_break_even);
  g_test_add_func ("/what-if/rate", test_rate);
  g_test_add_func ("/what-if/refusals", test_refusals);
  g_test_add_func ("/what-if/tornado", test_tornado);
  g_test_add_func ("/what-if/range", test_range);
  return g_test_run ();
}
