/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The block of the best steps under a budget: caps from the conclusions, a question that replaces the one before, a set
 * chosen from the picture, and a scenario that one undo takes back. */

#include "config.h"

#include "widget-fixture.h"

#include "mz-budget.h"

static gboolean
is_idle (gpointer data)
{
  return !mz_budget_block_is_busy (data);
}

static MzBudgetBlock *
show (MzWorkspace *workspace, GtkWidget **window)
{
  GtkWidget *block = mz_budget_block_new (workspace);

  *window = fixture_show (block, 900, 900);
  fixture_wait (is_idle, block);
  fixture_settle ();
  return MZ_BUDGET (block);
}

/* The conclusions of the firm give 130 million yen this year and 35 million a year. */
static void
test_caps_of_the_conclusions (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  GtkWidget *window;
  MzBudgetBlock *block = show (workspace, &window);
  const MzPortfolioSet *set = mz_budget_block_shown (block);

  g_assert_nonnull (set);
  g_assert_cmpint (set->this_year, <=, 130000000);
  g_assert_cmpint (set->dearest_year, <=, 35000000);
  g_assert_cmpuint (set->n_chosen, >, 0);
  g_assert_true (fixture_picture (GTK_WIDGET (block), "budget"));
  fixture_hide (window);
  fixture_close (workspace);
}

/* Questions while one is worked on: the last one is answered. */
static void
test_newer_question (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  GtkWidget *window;
  MzBudgetBlock *block = show (workspace, &window);
  gint64 much = mz_budget_block_shown (block)->this_year;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u万", 5000 - i);

      mz_budget_block_set_cap (block, FALSE, text);
      g_assert_true (mz_budget_block_is_busy (block));
      fixture_settle ();
    }
  mz_budget_block_set_cap (block, FALSE, "0");
  mz_budget_block_set_cap (block, TRUE, "0");
  fixture_wait (is_idle, block);
  g_assert_cmpint (much, >, 0);
  g_assert_cmpuint (mz_budget_block_shown (block)->n_chosen, ==, 0);
  mz_budget_block_set_cap (block, FALSE, "a lot");
  fixture_settle ();
  fixture_wait (is_idle, block);
  g_assert_cmpuint (mz_budget_block_shown (block)->n_chosen, ==, 0);
  fixture_hide (window);
  fixture_close (workspace);
}

static void
test_scenario (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzModel *model = mz_workspace_model (workspace);
  guint n = mz_model_count (model, "scenario"),
        omissions = mz_model_count (model, "scenario_omission");
  guint n_steps = mz_model_count (model, "step");
  GtkWidget *window;
  MzBudgetBlock *block = show (workspace, &window);
  const MzScenarioResult *scenario;
  gint64 this_year;
  double loss, npv;

  mz_budget_block_choose (block, 5);
  this_year = mz_budget_block_shown (block)->this_year;
  loss = mz_budget_block_shown (block)->loss;
  npv = mz_budget_block_shown (block)->npv;
  gtk_widget_activate_action (GTK_WIDGET (block), "budget.make-scenario", NULL);
  g_assert_cmpuint (mz_model_count (model, "scenario"), ==, n + 1);
  g_assert_cmpuint (mz_model_count (model, "step"), ==, n_steps);
  scenario = mz_analysis_scenario (mz_workspace_analysis (workspace),
                                   mz_record_id (mz_workspace_selected (workspace)));
  g_assert_cmpint (scenario->investment_this_year.yen, ==, this_year);
  g_assert_cmpfloat_with_epsilon (scenario->ale.real, loss, 1e-6);
  g_assert_cmpfloat_with_epsilon (scenario->npv.real, npv, 1e-6);
  fixture_wait (is_idle, block);
  g_assert_true (mz_document_undo (mz_workspace_document (workspace), NULL));
  g_assert_cmpuint (mz_model_count (model, "scenario"), ==, n);
  g_assert_cmpuint (mz_model_count (model, "scenario_omission"), ==, omissions);
  fixture_wait (is_idle, block);
  fixture_hide (window);
  fixture_close (workspace);
}

static void
test_close_while_searching (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  GtkWidget *window = fixture_show (mz_budget_block_new (workspace), 700, 600);

  fixture_settle ();
  fixture_hide (window);
  fixture_close (workspace);
}

static void
test_empty (void)
{
  MzWorkspace *workspace = fixture_workspace (NULL);
  GtkWidget *window;
  MzBudgetBlock *block = show (workspace, &window);

  g_assert_cmpuint (mz_budget_block_shown (block)->n_chosen, ==, 0);
  g_assert_true (fixture_picture (GTK_WIDGET (block), "budget-empty"));
  fixture_hide (window);
  fixture_close (workspace);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/budget/caps-of-the-conclusions", test_caps_of_the_conclusions);
  g_test_add_func ("/app/budget/newer-question", test_newer_question);
  g_test_add_func ("/app/budget/scenario", test_scenario);
  g_test_add_func ("/app/budget/close-while-searching", test_close_while_searching);
  g_test_add_func ("/app/budget/empty", test_empty);
  return g_test_run ();
}
