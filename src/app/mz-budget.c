/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The block of the best steps under a budget. What is shown is always the answer to the last finished question; while a
 * newer one is worked on it stands pale. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mz-budget.h"

#include "mezasu/chart.h"
#include "mezasu/headline.h"
#include "mezasu/language.h"
#include "mezasu/money.h"
#include "mz-picture.h"
#include "mz-scene-view.h"
#include "mz-style.h"
#include "mz-template.h"

/* Typing on is one question. */
#define REST_MS 250
#define STALE_OPACITY 0.5

struct _MzBudgetBlock
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  GtkWidget *caps[2]; /* this year, each later year */
  char *defaults[2];  /* what the conclusions put there */
  GtkWidget *aim;
  GtkWidget *sentence;
  GtkWidget *steps;
  GtkWidget *figures;
  GtkWidget *make;
  GtkWidget *view;
  MzBudget *budget;
  const MzPortfolioSet *shown;
  guint64 revision;
  GTask *task;
  guint start;
};

G_DEFINE_FINAL_TYPE (MzBudgetBlock, mz_budget, GTK_TYPE_WIDGET)

static const char *const aims[] = {N_ ("Least expected loss"), N_ ("Highest net present value"),
                                   N_ ("Least loss in one year of twenty"), NULL};

/* Showing. */

static char *
say_yen (double value)
{
  gint64 yen = 0;

  mz_money_from_double (value, &yen, NULL);
  return mz_headline_money (yen);
}

/* The amount as it can be typed: a number of the unit where that says it all, else with its units. */
static char *
exact_text (MzBudgetBlock *self, gint64 yen)
{
  MzMoneyUnit unit = mz_workspace_unit (self->workspace);

  return yen % mz_money_unit_factor (unit) == 0
             ? mz_money_format_number (yen, unit, 0, mz_language_minus ())
             : mz_money_echo (yen, mz_language_minus ());
}

static void
add_cell (MzBudgetBlock *self, const char *text, int column, int row, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 3 ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), column != 3);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, column < 3);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->steps), label, column, row, 1, 1);
}

static void
clear_steps (MzBudgetBlock *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->steps)) != NULL)
    gtk_grid_remove (GTK_GRID (self->steps), child);
}

static void
show_steps (MzBudgetBlock *self)
{
  const MzPortfolio *portfolio = self->budget->portfolio;
  int row = 1;

  clear_steps (self);
  if (self->shown == NULL || self->shown->n_chosen == 0)
    return;
  add_cell (self, _ ("Step"), 0, 0, "heading");
  add_cell (self, _ ("Option"), 1, 0, "heading");
  add_cell (self, _ ("Why"), 2, 0, "heading");
  add_cell (self, _ ("This year"), 3, 0, "heading");
  for (guint i = 0; i < portfolio->steps->len; i++)
    if (self->shown->chosen[i])
      {
        const MzPortfolioStep *step = &g_array_index (portfolio->steps, MzPortfolioStep, i);
        g_autofree char *why = mz_portfolio_why (portfolio, self->shown, i);
        g_autofree char *cost = say_yen ((double)step->costs[0]);

        add_cell (self, step->label, 0, row, NULL);
        add_cell (self, step->option_label, 1, row, "dim-label");
        add_cell (self, why, 2, row, NULL);
        add_cell (self, cost, 3, row, "numeric");
        row++;
      }
}

static void
show_figures (MzBudgetBlock *self)
{
  const MzPortfolioSet *set = self->shown;
  g_autofree char *now = NULL, *later = NULL, *loss = NULL, *npv = NULL, *text = NULL;

  gtk_widget_set_sensitive (self->make, set != NULL && set->n_chosen > 0);
  if (set == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->figures), "");
      return;
    }
  now = say_yen ((double)set->this_year);
  later = say_yen ((double)set->dearest_year);
  loss = say_yen (set->loss);
  npv = set->npv_known ? say_yen (set->npv) : g_strdup ("–");
  text =
      g_strdup_printf (_ ("This year %s, at most %s in a later year. It leaves an expected loss of "
                          "%s a year; net present value %s."),
                       now, later, loss, npv);
  if (set->has_bad_year)
    {
      g_autofree char *bad = say_yen (set->bad_year);
      g_autofree char *more =
          g_strdup_printf (_ ("In one year of twenty the loss is above %s."), bad);
      g_autofree char *both = g_strdup_printf (_ ("%1$s %2$s"), text, more);

      gtk_label_set_text (GTK_LABEL (self->figures), both);
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->figures), text);
}

static void
show_sentence (MzBudgetBlock *self)
{
  g_autofree char *sentence = mz_portfolio_answer_sentence (
      self->budget->portfolio, self->budget->answer, &self->budget->question);
  g_autoptr (GString) text = g_string_new (self->shown == self->budget->answer->set
                                               ? sentence
                                               : _ ("A set from the picture: no other costs as "
                                                    "little this year and leaves less."));

  for (guint i = 0; i < self->budget->portfolio->notes->len; i++)
    g_string_append_printf (text, "\n%s",
                            (const char *)g_ptr_array_index (self->budget->portfolio->notes, i));
  gtk_label_set_text (GTK_LABEL (self->sentence), text->str);
}

static void
redraw (MzBudgetBlock *self)
{
  mz_scene_view_redraw (MZ_SCENE_VIEW (self->view));
}

static void
show (MzBudgetBlock *self, const MzPortfolioSet *set)
{
  self->shown = set;
  show_steps (self);
  show_figures (self);
  show_sentence (self);
  redraw (self);
}

static MzScene *
draw (gpointer data, MzWorkspace *workspace, double width, double height)
{
  MzBudgetBlock *self = data;
  MzChartRequest request = {
      .analysis = mz_workspace_analysis (workspace),
      .scenario = mz_workspace_scenario (workspace),
      .measurer = mz_workspace_measurer (workspace),
      .width = width,
      .height = height,
      .unit = mz_workspace_unit (workspace),
      .budget = self->budget,
      .shown = self->shown,
  };

  return mz_chart_find ("frontier")->draw (&request);
}

static void
set_busy (MzBudgetBlock *self, gboolean busy)
{
  gtk_widget_set_opacity (self->steps, busy ? STALE_OPACITY : 1);
  gtk_widget_set_opacity (self->figures, busy ? STALE_OPACITY : 1);
  gtk_widget_set_opacity (self->view, busy ? STALE_OPACITY : 1);
  if (busy)
    gtk_widget_set_sensitive (self->make, FALSE);
}

/* Searching. */

typedef struct
{
  GWeakRef block;
  MzPortfolio *portfolio;
  MzPortfolioQuestion question;
} Job;

static void
job_free (Job *job)
{
  g_weak_ref_clear (&job->block);
  mz_portfolio_free (job->portfolio);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  MzBudget *budget =
      mz_budget_new (g_steal_pointer (&job->portfolio), &job->question, cancellable, &error);

  if (budget != NULL)
    g_task_return_pointer (task, budget, (GDestroyNotify)mz_budget_free);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);
  g_autoptr (MzBudgetBlock) self = g_weak_ref_get (&job->block);
  g_autoptr (GError) error = NULL;
  g_autoptr (MzBudget) budget = g_task_propagate_pointer (task, &error);

  /* A search that was replaced has nothing to say any more. */
  if (self == NULL || self->task != task)
    return;
  g_clear_object (&self->task);
  set_busy (self, FALSE);
  if (budget == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->sentence), error->message);
      return;
    }
  self->shown = NULL;
  mz_budget_free (self->budget);
  self->budget = g_steal_pointer (&budget);
  show (self, self->budget->answer->set);
}

static void
stop (MzBudgetBlock *self)
{
  g_clear_handle_id (&self->start, g_source_remove);
  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
  g_clear_object (&self->task);
}

/* FALSE, with the reason shown, when the text is no amount. */
static gboolean
read_cap (MzBudgetBlock *self, guint index, MzMaybe *cap)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->caps[index]));
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;
  gint64 yen = 0;

  gtk_widget_remove_css_class (self->caps[index], "error");
  *cap = MZ_NONE;
  if (*stripped == '\0')
    return TRUE;
  if (mz_money_parse (stripped, mz_workspace_unit (self->workspace), &yen, &error) && yen >= 0)
    {
      *cap = MZ_SOME (yen);
      return TRUE;
    }
  gtk_widget_add_css_class (self->caps[index], "error");
  gtk_label_set_text (GTK_LABEL (self->sentence),
                      error != NULL ? error->message : _ ("A cap is not below zero."));
  return FALSE;
}

static gboolean
start_cb (gpointer data)
{
  MzBudgetBlock *self = data;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MzPortfolioQuestion question = {.aim = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->aim))};
  Job *job;

  self->start = 0;
  if (!read_cap (self, 0, &question.this_year) || !read_cap (self, 1, &question.yearly))
    return G_SOURCE_REMOVE;
  job = g_new0 (Job, 1);
  g_weak_ref_init (&job->block, self);
  job->question = question;
  job->portfolio = mz_portfolio_new (mz_workspace_analysis (self->workspace));
  self->revision = job->portfolio->revision;
  self->task = g_task_new (NULL, cancellable, done_cb, NULL);
  g_task_set_task_data (self->task, job, (GDestroyNotify)job_free);
  g_task_run_in_thread (self->task, work);
  return G_SOURCE_REMOVE;
}

static void
start (MzBudgetBlock *self)
{
  stop (self);
  set_busy (self, TRUE);
  self->start = g_timeout_add (REST_MS, start_cb, self);
}

/* The caps of the conclusions stand in the entries until somebody writes others. */
static void
show_defaults (MzBudgetBlock *self)
{
  g_autoptr (MzPortfolio) portfolio = mz_portfolio_new (mz_workspace_analysis (self->workspace));
  MzMaybe caps[] = {portfolio->this_year, portfolio->yearly};

  for (guint i = 0; i < G_N_ELEMENTS (caps); i++)
    {
      g_autofree char *text = caps[i].is_set ? exact_text (self, caps[i].value) : g_strdup ("");
      gboolean untouched =
          self->defaults[i] == NULL ||
          g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->caps[i])), self->defaults[i]);

      g_free (self->defaults[i]);
      self->defaults[i] = g_strdup (text);
      if (untouched)
        gtk_editable_set_text (GTK_EDITABLE (self->caps[i]), text);
    }
}

static void
changed_cb (MzWorkspace *workspace, MzBudgetBlock *self)
{
  if (mz_model_revision (mz_workspace_model (workspace)) == self->revision)
    return;
  show_defaults (self);
  start (self);
}

static void
asked_cb (MzBudgetBlock *self)
{
  start (self);
}

/* A mark of the picture that was chosen is the set to look at; it stands for no record, while whatever else is chosen does. */
static void
selection_changed_cb (MzWorkspace *workspace, MzBudgetBlock *self)
{
  const char *mark = mz_scene_view_focused (MZ_SCENE_VIEW (self->view));

  if (mz_workspace_selected (workspace) == NULL && mark != NULL &&
      g_str_has_prefix (mark, MZ_FRONTIER_MARK))
    mz_budget_block_choose (self,
                            (guint)g_ascii_strtoull (mark + strlen (MZ_FRONTIER_MARK), NULL, 10));
}

static void
make_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzBudgetBlock *self = MZ_BUDGET (widget);
  g_autofree char *cost = NULL, *title = NULL, *id = NULL;

  if (self->shown == NULL || mz_budget_block_is_busy (self))
    return;
  cost = say_yen ((double)self->shown->this_year);
  /* Translators: title of a scenario; what its steps cost this year. */
  title = g_strdup_printf (_ ("Chosen steps for %s this year"), cost);
  if (mz_workspace_edit (self->workspace,
                         mz_portfolio_scenario_edit (self->budget->portfolio,
                                                     mz_workspace_model (self->workspace),
                                                     self->shown, title, &id),
                         NULL))
    mz_workspace_select (self->workspace, id);
}

/* Widget. */

static void
mz_budget_dispose (GObject *object)
{
  MzBudgetBlock *self = MZ_BUDGET (object);
  GtkWidget *child;

  stop (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->shown = NULL;
  g_clear_pointer (&self->budget, mz_budget_free);
  g_clear_pointer (&self->defaults[0], g_free);
  g_clear_pointer (&self->defaults[1], g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_budget_parent_class)->dispose (object);
}

static void
mz_budget_class_init (MzBudgetBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_budget_dispose;
  gtk_widget_class_install_action (widget_class, "budget.make-scenario", NULL, make_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_text (MzBudgetBlock *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

/* A caption above a control. */
static void
add_control (GtkWidget *flow, const char *caption, GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new_with_mnemonic (caption);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), control);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
add_controls (MzBudgetBlock *self)
{
  GtkWidget *flow = gtk_flow_box_new ();
  const char *names[G_N_ELEMENTS (aims)] = {NULL};
  g_autofree char *now = NULL, *later = NULL;
  const char *unit;

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Best steps under a budget"), -1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  for (guint i = 0; i < G_N_ELEMENTS (self->caps); i++)
    {
      self->caps[i] = gtk_entry_new ();
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->caps[i]), _ ("no cap"));
      g_signal_connect_swapped (self->caps[i], "changed", G_CALLBACK (asked_cb), self);
    }
  for (guint i = 0; aims[i] != NULL; i++)
    names[i] = _ (aims[i]);
  self->aim = gtk_drop_down_new_from_strings (names);
  g_signal_connect_swapped (self->aim, "notify::selected", G_CALLBACK (asked_cb), self);
  unit = mz_money_unit_label (mz_workspace_unit (self->workspace));
  /* Translators: a unit of money. */
  now = g_strdup_printf (_ ("Cap this _year (%s)"), unit);
  later = g_strdup_printf (_ ("Cap in each _later year (%s)"), unit);
  add_control (flow, now, self->caps[0]);
  add_control (flow, later, self->caps[1]);
  add_control (flow, _ ("The _best set has the"), self->aim);
  gtk_widget_set_parent (flow, GTK_WIDGET (self));
}

static void
mz_budget_init (MzBudgetBlock *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  mz_style_use ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 10);
  gtk_label_set_text (GTK_LABEL (new_text (self, "heading")), _ ("Best steps under a budget"));
}

/* Made once the workspace is known, top to bottom. */
static void
add_parts (MzBudgetBlock *self)
{
  const MzChart *chart = mz_chart_find ("frontier");

  add_controls (self);
  self->sentence = new_text (self, NULL);
  self->steps = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->steps), 18);
  gtk_grid_set_row_spacing (GTK_GRID (self->steps), 4);
  gtk_widget_set_parent (self->steps, GTK_WIDGET (self));
  self->figures = new_text (self, NULL);
  self->make = gtk_button_new_with_mnemonic (_ ("_Make a Scenario of It"));
  gtk_widget_set_halign (self->make, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->make), "budget.make-scenario");
  gtk_widget_set_parent (self->make, GTK_WIDGET (self));
  self->view = mz_scene_view_new (self->workspace, chart->width, chart->height, draw, self, NULL);
  gtk_widget_set_parent (
      mz_picture_new (self->workspace, _ (chart->label), MZ_SCENE_VIEW (self->view)),
      GTK_WIDGET (self));
}

GtkWidget *
mz_budget_block_new (MzWorkspace *workspace)
{
  MzBudgetBlock *self = g_object_new (MZ_TYPE_BUDGET, NULL);

  self->workspace = g_object_ref (workspace);
  add_parts (self);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (workspace, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  show_defaults (self);
  start (self);
  return GTK_WIDGET (self);
}

gboolean
mz_budget_block_is_busy (MzBudgetBlock *self)
{
  return self->start != 0 || self->task != NULL;
}

const MzPortfolioSet *
mz_budget_block_shown (MzBudgetBlock *self)
{
  return self->shown;
}

void
mz_budget_block_set_cap (MzBudgetBlock *self, gboolean later, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->caps[later ? 1 : 0]), text);
}

void
mz_budget_block_choose (MzBudgetBlock *self, guint index)
{
  if (self->budget == NULL || mz_budget_block_is_busy (self) ||
      index >= self->budget->frontier->points->len)
    return;
  show (self, g_ptr_array_index (self->budget->frontier->points, index));
}
