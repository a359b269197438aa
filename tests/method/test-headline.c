/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Sentences made from figures: one for each way in which a plan can end. */

#include "config.h"

#include <locale.h>

#include "build-model.h"
#include "mezasu/headline.h"

/* One risk of 10 million a year, halved by a plan of 12 million and 1 million a year. */
static const char *const firm[] = {
    "organisation horizon=4 discount_rate=0 contribution_margin=300000",
    "pl_line sales item=sales amount=1000000000",
    "pl_line cost item=cost_of_sales amount=600000000",
    "pl_line sga item=sga amount=350000000",
    "criteria appetite=4 tolerance=9",
    "context law title=Law category=law level=3 targets=requirement",
    "stakeholder card 'title=Card company' level=3",
    "aspect cards title=Cards current_level=1 target_level=4",
    "aspect site title=Site current_level=3 target_level=3",
    "damage comp title=Comp low=100000000 likely=100000000 high=100000000",
    "risk theft title=Theft likelihood=4 impact=4 frequency=0.1",
    "risk small title=Small likelihood=1 impact=1 frequency=0 magnitude=point loss_likely=0",
    "option a title=A",
    "step s title=S option=a from_year=0",
    "cash_flow c step=s kind=investment amount=12000000 from_year=0 to_year=0",
    "cash_flow r step=s kind=running amount=1000000 from_year=1",
    "effect e step=s risk=theft frequency_cut=500000 likelihood=2",
    "scenario plan code=A 'title=Plan A' recommended=true",
    "scenario_option so scenario=plan option=a",
    "link comp theft",
    NULL,
};

typedef char *(*Sentence) (const MzAnalysis *analysis, const MzScenarioResult *scenario);

static void
assert_says (MzModel *model, Sentence sentence, const char *expected)
{
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autofree char *said = sentence (analysis, mz_analysis_scenario (analysis, NULL));

  g_assert_cmpstr (said, ==, expected);
}

static void
assert_page (MzModel *model, char *(*page) (const MzAnalysis *analysis), const char *expected)
{
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (model);
  g_autofree char *said = page (analysis);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_money (void)
{
  static const struct
  {
    gint64 yen;
    const char *text;
  } rows[] = {
      {0, "0 yen"},
      {999999, "999,999 yen"},
      {1000000, "1.0 million yen"},
      {-78950000, "-79.0 million yen"},
      {114423572, "114 million yen"},
      {10106666667, "10,107 million yen"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mz_headline_money (rows[i].yen);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_board (void)
{
  g_autoptr (MzModel) model = build_model (firm);

  assert_says (model, mz_headline_board,
               "As things are, losses of 10.0 million yen a year are to be expected on average. "
               "Plan A costs 12.0 million yen, pays back in 3.0 years and brings every risk inside "
               "the tolerance.");
}

/* The plan avoids 5 million a year from year 1 on, or from this year on where there is nothing to wait for: 5 + 4 × 4;
 * what it costs decides how it ends. */
static void
test_payback (void)
{
  static const struct
  {
    const char *amount, *running, *proposal, *payback;
  } rows[] = {
      {"0", "1000000",
       "Plan A costs 4.0 million yen, is never in the red and brings every risk inside the "
       "tolerance.",
       "Plan A is never in the red; its net present value is 21.0 million yen."},
      {"10000000", "1000000",
       "Plan A costs 10.0 million yen, pays back in 2.5 years and brings every risk inside the "
       "tolerance.",
       "Plan A pays back in 2.5 years; its net present value is 6.0 million yen."},
      {"20000000", "1000000",
       "Plan A costs 20.0 million yen and does not pay back within 4 years, but brings every risk "
       "inside the tolerance.",
       "Plan A does not pay back within 4 years; its net present value is -4.0 million yen."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MzModel) model = build_model (firm);

      set_field (model, "c", "amount", rows[i].amount);
      set_field (model, "r", "amount", rows[i].running);
      assert_says (model, mz_headline_proposal, rows[i].proposal);
      assert_says (model, mz_headline_payback, rows[i].payback);
    }
}

/* 8 million a year from year 1 on, then more than it brings: recovered in year 1, lost in a later one, and won again where
 * the dear year is not the last. */
static void
test_payback_lost (void)
{
  g_autoptr (MzModel) model = build_model (firm);

  set_field (model, "c", "amount", "4000000");
  set_field (model, "r", "amount", "9000000");
  set_field (model, "r", "from_year", "2");
  /* -4, +5, -4, -4, -4: sums -4, 1, -3, -7, -11. */
  assert_says (model, mz_headline_proposal,
               "Plan A costs 4.0 million yen, pays back in 0.8 years but falls into the red again, "
               "and brings every risk inside the tolerance.");
  assert_says (model, mz_headline_payback,
               "Plan A pays back in 0.8 years, but falls into the red again; its net present value "
               "is -11.0 million yen.");
  set_field (model, "r", "to_year", "2");
  /* -4, +5, -4, +5, +5: sums -4, 1, -3, 2, 7. */
  assert_says (model, mz_headline_payback,
               "Plan A pays back for good in 2.6 years, for the first time in 0.8; its net present "
               "value is 7.0 million yen.");
}

static void
test_risks (void)
{
  g_autoptr (MzModel) model = build_model (firm);

  assert_says (model, mz_headline_risks,
               "1 of 2 risks is above the tolerance; with Plan A all are inside.");
  set_field (model, "small", "likelihood", "5");
  set_field (model, "small", "impact", "5");
  assert_says (model, mz_headline_risks,
               "2 of 2 risks are above the tolerance; with Plan A there are 1.");
  assert_says (model, mz_headline_proposal,
               "Plan A costs 12.0 million yen, pays back in 3.0 years and leaves 1 risk above the "
               "tolerance.");
  set_field (model, "e", "likelihood", "4");
  assert_says (model, mz_headline_proposal,
               "Plan A costs 12.0 million yen, pays back in 3.0 years and leaves 2 risks above the "
               "tolerance.");
  set_field (model, "plan", "baseline", "true");
  assert_says (model, mz_headline_risks, "2 of 2 risks are above the tolerance.");
  set_field (model, "criteria", "tolerance", "25");
  assert_says (model, mz_headline_risks, "No rated risk is above the tolerance.");
  set_field (model, "criteria", "tolerance", "");
  assert_says (model, mz_headline_risks,
               "No tolerance is set that the risks could be held against.");
  assert_says (model, mz_headline_proposal, "No plan is proposed yet.");
}

/* What is not known is not said. */
static void
test_unknown (void)
{
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzModel) empty = build_model (NULL);

  set_field (model, "theft", "frequency", "");
  assert_says (model, mz_headline_board,
               "What things as they are cost a year is not known yet. Plan A brings every risk "
               "inside the tolerance; when it pays back is not known yet.");
  assert_says (model, mz_headline_payback, "When Plan A pays back is not known yet.");
  set_field (model, "criteria", "tolerance", "");
  assert_says (model, mz_headline_proposal, "When Plan A pays back is not known yet.");

  assert_says (empty, mz_headline_board,
               "What things as they are cost a year is not known yet. No plan is proposed yet.");
  assert_says (empty, mz_headline_risks, "No risk is rated yet.");
  assert_says (empty, mz_headline_options, "No plan is proposed yet.");
  assert_says (empty, mz_headline_payback, "No plan is proposed yet.");
  assert_page (empty, mz_headline_external, "Nobody demands a level of security yet.");
  assert_page (empty, mz_headline_gaps,
               "No gap between the current and the target level is known yet.");
  assert_page (empty, mz_headline_damages, "What an incident costs is not known yet.");
  assert_page (empty, mz_headline_statement,
               "What an incident makes of the year's profit is not known yet.");
}

static void
test_pages (void)
{
  static const char *const driver[] = {
      "context d title=Cashless category=driver level=5 targets=level",
      "stakeholder a title=A level=2",
      "stakeholder b title=B level=2",
      "stakeholder c title=C level=2",
      "stakeholder e title=E level=2",
      NULL,
  };
  g_autoptr (MzModel) model = build_model (firm);
  g_autoptr (MzModel) driven = build_model (driver);

  assert_page (model, mz_headline_external,
               "Level 3 is the least that is demanded (Card company, Law), and the target.");
  assert_page (driven, mz_headline_external,
               "Level 2 is the least that is demanded (A, B, C and 1 more); the target is level 5 "
               "(Cashless).");
  assert_page (model, mz_headline_gaps,
               "1 of 2 aspects is below its target; the widest gap is “Cards”, level 1 instead of "
               "4.");
  assert_page (model, mz_headline_damages,
               "The gravest incident, “Theft”, costs 100 million yen on average each time.");
  assert_page (model, mz_headline_statement,
               "“Theft” turns a profit before tax of 50.0 million yen into a loss of 50.0 million "
               "yen.");
  assert_says (model, mz_headline_options,
               "Plan A asks for 12.0 million yen this year and 1.0 million yen a year from next "
               "year on.");
  set_field (model, "comp", "low", "20000000");
  set_field (model, "comp", "likely", "20000000");
  set_field (model, "comp", "high", "20000000");
  assert_page (model, mz_headline_statement,
               "In a year with “Theft” the profit before tax falls from 50.0 million yen to 30.0 "
               "million yen.");
  set_field (model, "cards", "current_level", "5");
  assert_page (model, mz_headline_gaps, "Every aspect with known levels has reached its target.");
}

/* 5 million a year saved, 1 million a year spent, over 4 years: 16 million against the investment. */
static void
test_scenarios (void)
{
  g_autoptr (MzModel) model = build_model (firm);

  assert_page (model, mz_headline_scenarios,
               "“Plan A” is worth most today: 4.0 million yen over 4 years.");
  set_field (model, "c", "amount", "20000000");
  assert_page (
      model, mz_headline_scenarios,
      "In money alone no scenario beats doing nothing; “Plan A” comes closest: -4.0 million "
      "yen over 4 years.");
}

/* A force without a strength does not press. */
static void
test_forces (void)
{
  g_autoptr (MzModel) model = build_model (firm);

  set_field (model, "law", "category", "buyers");
  assert_page (model, mz_headline_forces, "The forces of competition have not been rated yet.");
  set_field (model, "law", "strength", "4");
  assert_page (model, mz_headline_forces,
               "Competition presses hardest through “Law” (strength 4 of 5).");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method/headline/money", test_money);
  g_test_add_func ("/method/headline/board", test_board);
  g_test_add_func ("/method/headline/payback", test_payback);
  g_test_add_func ("/method/headline/payback-lost", test_payback_lost);
  g_test_add_func ("/method/headline/risks", test_risks);
  g_test_add_func ("/method/headline/unknown", test_unknown);
  g_test_add_func ("/method/headline/pages", test_pages);
  g_test_add_func ("/method/headline/scenarios", test_scenarios);
  g_test_add_func ("/method/headline/forces", test_forces);
  return g_test_run ();
}
