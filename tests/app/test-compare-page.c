/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The Compare page: the sandbox that never touches the document until it is kept, the figures that follow it, what opens from
 * a figure, and the choice of scenarios. */

#include "config.h"

#include "widget-fixture.h"

#include "mz-compare-page.h"
#include "mz-figure-grid.h"
#include "mz-lever-row.h"
#include "mz-record-button.h"

static MzWorkspace *workspace;
static GtkWidget *page, *window;

static void
open_page (void)
{
  workspace = fixture_workspace ("ec-site");
  page = mz_compare_page_new (workspace);
  window = fixture_show (page, 1200, 900);
  fixture_settle ();
}

static void
close_page (void)
{
  fixture_hide (window);
  fixture_close (workspace);
}

static MzWorkspace *
sandbox_workspace (void)
{
  return mz_sandbox_workspace (mz_compare_page_sandbox (MZ_COMPARE_PAGE (page)));
}

static double
npv (MzWorkspace *of, const char *scenario)
{
  return mz_analysis_scenario (mz_workspace_analysis (of), scenario)->npv.real;
}

/* The row of the discount rate, made as the panel makes it. */
static GtkWidget *
rate_row (void)
{
  g_autoptr (GPtrArray) levers = mz_levers_new (mz_workspace_analysis (workspace));

  for (guint i = 0; i < levers->len; i++)
    {
      const MzLever *lever = g_ptr_array_index (levers, i);

      if (lever->type == MZ_LEVER_RATE)
        return g_object_ref_sink (mz_lever_row_new (lever, sandbox_workspace ()));
    }
  g_assert_not_reached ();
}

static void
test_sandbox (void)
{
  GtkWidget *row;
  double before;
  guint64 revision;

  open_page ();
  row = rate_row ();
  before = npv (workspace, "A");
  revision = mz_model_revision (mz_workspace_model (workspace));
  mz_lever_row_type (MZ_LEVER_ROW (row), "12.5 %");
  g_assert_cmpuint (mz_sandbox_n_changes (mz_compare_page_sandbox (MZ_COMPARE_PAGE (page))), ==, 1);
  /* A dearer rate lowers what comes later; the document knows nothing of it. */
  g_assert_cmpfloat (npv (sandbox_workspace (), "A"), <, before);
  g_assert_cmpfloat (npv (workspace, "A"), ==, before);
  g_assert_cmpuint (mz_model_revision (mz_workspace_model (workspace)), ==, revision);
  mz_sandbox_discard (mz_compare_page_sandbox (MZ_COMPARE_PAGE (page)));
  g_assert_cmpfloat (npv (sandbox_workspace (), "A"), ==, before);
  g_object_unref (row);
  close_page ();
}

static void
test_keep (void)
{
  GtkWidget *row;
  double before, tried;

  open_page ();
  row = rate_row ();
  before = npv (workspace, "A");
  mz_lever_row_set (MZ_LEVER_ROW (row), 120000);
  tried = npv (sandbox_workspace (), "A");
  g_assert_true (mz_sandbox_keep (mz_compare_page_sandbox (MZ_COMPARE_PAGE (page))));
  g_assert_cmpfloat (npv (workspace, "A"), ==, tried);
  g_assert_cmpuint (mz_sandbox_n_changes (mz_compare_page_sandbox (MZ_COMPARE_PAGE (page))), ==, 0);
  /* One edit, one undo; the sandbox follows. */
  mz_workspace_undo (workspace);
  g_assert_cmpfloat (npv (workspace, "A"), ==, before);
  g_assert_cmpfloat (npv (sandbox_workspace (), "A"), ==, before);
  g_object_unref (row);
  close_page ();
}

/* An edit of the document meets what is tried out: both hold. */
static void
test_document_edited (void)
{
  GtkWidget *row;
  MzRecord *organisation;
  MzEdit *edit;

  open_page ();
  row = rate_row ();
  mz_lever_row_set (MZ_LEVER_ROW (row), 120000);
  organisation = mz_model_single (mz_workspace_model (workspace), "organisation");
  edit = mz_edit_new (NULL);
  mz_edit_set_integer (edit, mz_record_kind (organisation), mz_record_id (organisation), "horizon",
                       7);
  g_assert_true (mz_workspace_edit (workspace, edit, NULL));
  organisation = mz_model_single (mz_workspace_model (sandbox_workspace ()), "organisation");
  g_assert_cmpint (mz_record_integer (organisation, "horizon", 0), ==, 7);
  g_assert_cmpint (mz_record_integer (organisation, "discount_rate", 0), ==, 120000);
  g_assert_cmpuint (mz_sandbox_n_changes (mz_compare_page_sandbox (MZ_COMPARE_PAGE (page))), ==, 1);
  g_object_unref (row);
  close_page ();
}

static void
test_figures (void)
{
  GtkWidget *grid, *figure;
  const MzScenarioResult *plan;

  open_page ();
  grid = fixture_find (page, MZ_TYPE_FIGURE_GRID);
  figure = mz_figure_grid_figure (MZ_FIGURE_GRID (grid), 1, MZ_COMPARE_INVESTMENT);
  g_signal_emit_by_name (figure, "clicked");
  fixture_settle ();
  /* One button for each record that the investment was added up from. */
  plan = mz_comparison_scenario (mz_workspace_comparison (sandbox_workspace (), NULL), 1);
  g_assert_cmpuint (fixture_count (grid, MZ_TYPE_RECORD_BUTTON), ==,
                    MIN (40, g_strv_length (plan->total_investment.sources)));
  g_assert_cmpuint (fixture_count (grid, MZ_TYPE_RECORD_BUTTON), >, 0);
  fixture_picture (page, "compare-page");
  close_page ();
}

static void
test_choice (void)
{
  const MzScenarioResult *plan;
  g_autofree char *id = NULL;

  open_page ();
  plan = mz_analysis_scenario (mz_workspace_analysis (workspace), "B");
  id = g_strdup (plan->id);
  g_assert_cmpuint (mz_workspace_comparison (sandbox_workspace (), NULL)->n_scenarios, ==, 3);
  mz_compare_page_choose (MZ_COMPARE_PAGE (page), id, FALSE);
  g_assert_cmpuint (mz_workspace_comparison (sandbox_workspace (), NULL)->n_scenarios, ==, 2);
  g_assert_true (
      mz_comparison_scenario (mz_workspace_comparison (sandbox_workspace (), NULL), 0)->baseline);
  mz_compare_page_choose (MZ_COMPARE_PAGE (page), id, TRUE);
  g_assert_cmpuint (mz_workspace_comparison (sandbox_workspace (), NULL)->n_scenarios, ==, 3);
  close_page ();
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/compare/sandbox", test_sandbox);
  g_test_add_func ("/compare/keep", test_keep);
  g_test_add_func ("/compare/document-edited", test_document_edited);
  g_test_add_func ("/compare/figures", test_figures);
  g_test_add_func ("/compare/choice", test_choice);
  return g_test_run ();
}
