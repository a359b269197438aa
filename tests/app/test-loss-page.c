/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The Loss page: a run on a worker, an edit that replaces it, the last result pale until the new one is there, and the
 * verdict that follows. */

#include "config.h"

#include <string.h>

#include "widget-fixture.h"

#include "mz-loss-status.h"
#include "mz-pages.h"
#include "mz-scene-view.h"
#include "mz-workspace-loss.h"

static gboolean
is_fresh (gpointer data)
{
  return !mz_workspace_loss_is_stale (data);
}

static void
set_text (MzWorkspace *workspace, MzRecord *record, const char *field, const char *text)
{
  const MzKind *kind = mz_record_kind (record);
  guint index = (guint)mz_kind_find (kind, field);
  MzValue value = MZ_VALUE_MISSING;

  g_assert_true (mz_value_from_machine (mz_kind_field (kind, index), text, &value, NULL));
  g_assert_true (mz_workspace_set_value (workspace, record, index, &value, NULL));
  mz_value_clear (mz_kind_field (kind, index), &value);
}

static MzRecord *
single (MzWorkspace *workspace, const char *kind)
{
  return mz_model_single (mz_workspace_model (workspace), kind);
}

static void
count_cb (MzWorkspace *workspace, guint *count)
{
  ++*count;
}

/* The result that the window shows is that of the model, to the last bit. */
static void
test_worker (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  guint changes = 0;
  g_autoptr (MzAnalysis) analysis = mz_analysis_new (mz_workspace_model (workspace));
  g_autoptr (MzLoss) direct = mz_loss_new (analysis, NULL);

  g_signal_connect (workspace, "loss-changed", G_CALLBACK (count_cb), &changes);
  g_assert_null (mz_workspace_loss (workspace));
  g_assert_true (mz_workspace_loss_is_stale (workspace));
  fixture_wait (is_fresh, workspace);
  g_assert_cmpuint (changes, >=, 2);
  g_assert_cmpfloat (mz_loss_scenario (mz_workspace_loss (workspace), NULL)->mean, ==,
                     mz_loss_scenario (direct, NULL)->mean);
  g_assert_cmpfloat (mz_workspace_loss_progress (workspace), ==, 1);
  g_assert_null (mz_workspace_loss_error (workspace));
  fixture_close (workspace);
}

/* Ten edits, the last one counts; another scenario or selection runs nothing. */
static void
test_edits_replace_runs (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  MzRecord *risk = mz_model_nth (mz_workspace_model (workspace), "risk", 0);
  const MzLoss *before, *after;
  double mean, sle;

  mz_workspace_loss (workspace);
  fixture_wait (is_fresh, workspace);
  before = mz_workspace_loss (workspace);
  mean = mz_loss_scenario (before, NULL)->analytic_mean;
  mz_workspace_set_scenario (workspace, "nobody");
  mz_workspace_select (workspace, mz_record_id (risk));
  g_assert_false (mz_workspace_loss_is_stale (workspace));
  for (guint i = 1; i <= 10; i++)
    {
      g_autofree char *rate = g_strdup_printf ("%u", i);

      set_text (workspace, risk, "frequency", rate);
      g_assert_true (mz_workspace_loss_is_stale (workspace));
      g_assert_true (mz_workspace_loss (workspace) == before);
      fixture_settle ();
    }
  fixture_wait (is_fresh, workspace);
  after = mz_workspace_loss (workspace);
  g_assert_cmpuint (after->revision, ==, mz_model_revision (mz_workspace_model (workspace)));
  /* Ten thefts a year instead of a tenth of one. */
  sle = ((MzRisk *)g_ptr_array_index (mz_workspace_analysis (workspace)->risks, 0))->sle.real;
  g_assert_cmpfloat_with_epsilon (mz_loss_scenario (after, NULL)->analytic_mean, mean + 9.9 * sle,
                                  1);
  fixture_close (workspace);
}

static void
test_cancel_and_extend (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");

  set_text (workspace, single (workspace, "organisation"), "trials", "5000000");
  mz_workspace_loss (workspace);
  fixture_settle ();
  mz_workspace_loss_cancel (workspace);
  g_assert_true (mz_workspace_loss_is_stale (workspace));
  g_assert_null (mz_workspace_loss (workspace));
  mz_workspace_loss_extend (workspace, 1000);
  fixture_wait (is_fresh, workspace);
  g_assert_cmpuint (mz_workspace_loss (workspace)->trials, ==, 1000);
  /* More than there can be: told, and no result in its place. */
  mz_workspace_loss_extend (workspace, 5000001);
  fixture_wait (is_fresh, workspace);
  g_assert_null (mz_workspace_loss (workspace));
  g_assert_nonnull (mz_workspace_loss_error (workspace));
  fixture_close (workspace);
}

/* Closing while a run is under way stops it and leaves nothing behind. */
static void
test_close_while_running (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");

  set_text (workspace, single (workspace, "organisation"), "trials", "5000000");
  mz_workspace_loss (workspace);
  for (guint i = 0; i < 5; i++)
    {
      g_usleep (10000);
      fixture_settle ();
    }
  fixture_close (workspace);
  fixture_settle ();
}

static char *
words (GtkWidget *page)
{
  GtkWidget *status = fixture_find (page, MZ_TYPE_LOSS_STATUS);
  g_autoptr (GPtrArray) labels = fixture_find_all (status, GTK_TYPE_LABEL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (text, "%s\n", gtk_label_get_text (g_ptr_array_index (labels, i)));
  return g_string_free (text, FALSE);
}

/* Change a frequency and a limit, see the curve and the verdict change. */
static void
test_page (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  GtkWidget *page = mz_page_new (mz_pages_find ("loss"), workspace);
  GtkWidget *window = fixture_show (page, 1180, 900);
  MzRecord *risk = mz_model_nth (mz_workspace_model (workspace), "risk", 0);
  g_autofree char *before = NULL, *frequent = NULL, *generous = NULL;
  GtkWidget *scrolled;

  /* So many that a run is still under way when the page is looked at. */
  set_text (workspace, single (workspace, "organisation"), "trials", "2000000");
  fixture_wait (is_fresh, workspace);
  fixture_settle ();
  before = words (page);
  g_assert_nonnull (strstr (before, "above the accepted 5 %"));
  g_assert_nonnull (strstr (before, "within the accepted 5 %"));
  g_assert_nonnull (strstr (before, "2,000,000 years simulated"));
  /* The whole page at once, for the eye. */
  scrolled = fixture_find (page, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (fixture_picture (
      gtk_widget_get_first_child (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled))),
      "loss-page"));
  set_text (workspace, risk, "frequency", "1");
  fixture_settle ();
  g_assert_cmpfloat (gtk_widget_get_opacity (fixture_find (page, MZ_TYPE_SCENE_VIEW)), <, 1);
  fixture_wait (is_fresh, workspace);
  fixture_settle ();
  g_assert_cmpfloat (gtk_widget_get_opacity (fixture_find (page, MZ_TYPE_SCENE_VIEW)), ==, 1);
  frequent = words (page);
  g_assert_cmpstr (frequent, !=, before);
  set_text (workspace, single (workspace, "criteria"), "loss_limit", "900000000000");
  fixture_wait (is_fresh, workspace);
  fixture_settle ();
  generous = words (page);
  g_assert_null (strstr (generous, "above the accepted"));
  fixture_hide (window);
  fixture_close (workspace);
}

/* A risk that cannot be simulated stands on the page with its name and the reason; the others run. */
static void
test_left_out (void)
{
  MzWorkspace *workspace = fixture_workspace ("ec-site");
  GtkWidget *page = mz_page_new (mz_pages_find ("loss"), workspace);
  GtkWidget *window = fixture_show (page, 1100, 900);
  MzRecord *risk = mz_model_nth (mz_workspace_model (workspace), "risk", 1);
  g_autofree char *name = mz_record_label (risk);
  const MzLossScenario *scenario;
  const MzLossRisk *left;
  g_autofree char *text = NULL;

  /* At most one event a year, but two of them. */
  set_text (workspace, risk, "frequency", "2");
  set_text (workspace, risk, "frequency_model", "bernoulli");
  fixture_wait (is_fresh, workspace);
  fixture_settle ();
  scenario = mz_loss_scenario (mz_workspace_loss (workspace), NULL);
  left = g_ptr_array_index (scenario->risks, 1);
  g_assert_true (scenario->known);
  g_assert_cmpuint (scenario->n_left_out, ==, 1);
  g_assert_nonnull (strstr (left->reason, name));
  g_assert_nonnull (strstr (left->reason, "at most once a year"));
  text = words (page);
  g_assert_nonnull (strstr (text, "1 risk is left out:"));
  g_assert_nonnull (strstr (text, left->reason));
  fixture_hide (window);
  fixture_close (workspace);
}

/* A model without risks says what is missing, and breaks nothing. */
static void
test_empty_page (void)
{
  MzWorkspace *workspace = fixture_workspace (NULL);
  GtkWidget *page = mz_page_new (mz_pages_find ("loss"), workspace);
  GtkWidget *window = fixture_show (page, 900, 700);
  g_autofree char *text = NULL;

  fixture_wait (is_fresh, workspace);
  fixture_settle ();
  text = words (page);
  g_assert_nonnull (strstr (text, "No risk has both a frequency and a loss."));
  g_assert_true (fixture_picture (page, "loss-page-empty"));
  fixture_hide (window);
  fixture_close (workspace);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/loss/worker", test_worker);
  g_test_add_func ("/app/loss/edits-replace-runs", test_edits_replace_runs);
  g_test_add_func ("/app/loss/cancel-and-extend", test_cancel_and_extend);
  g_test_add_func ("/app/loss/close-while-running", test_close_while_running);
  g_test_add_func ("/app/loss/page", test_page);
  g_test_add_func ("/app/loss/left-out", test_left_out);
  g_test_add_func ("/app/loss/empty-page", test_empty_page);
  return g_test_run ();
}
