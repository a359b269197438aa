/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What if. The sandbox changes at once; turning points and swings are reckoned on a worker from a copy, and a newer change
 * replaces the reckoning. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-what-if-panel.h"

#include "mz-lever-row.h"
#include "mz-picture.h"

/* A slider that moves is one reckoning, when it rests. */
#define REST_MS 250
#define ROWS_FIRST 6
#define TORNADO_WIDTH 960
#define TORNADO_HEIGHT 360

struct _MzWhatIfPanel
{
  GtkWidget parent_instance;
  MzSandbox *sandbox;
  MzWorkspace *document;
  GtkWidget *box;
  GtkWidget *pair;
  GtkWidget *criterion;
  GtkWidget *state;
  GtkWidget *keep;
  GtkWidget *discard;
  GtkWidget *first_rows;
  GtkWidget *more;
  GtkWidget *more_rows;
  GtkWidget *tornado;
  GArray *criteria; /* of MzCriterion, as in the drop-down */
  GPtrArray *rows;  /* of GtkWidget */
  char *asked;      /* pair and criterion that the rows were made for */
  MzWhatIf *result;
  GTask *task;
  guint start;
  guint refresh;
};

G_DEFINE_FINAL_TYPE (MzWhatIfPanel, mz_what_if_panel, GTK_TYPE_WIDGET)

static MzWorkspace *
workspace_of (MzWhatIfPanel *self)
{
  return mz_sandbox_workspace (self->sandbox);
}

/* The two that are to be decided between: the first two plans, or the one plan and doing nothing. */
static gboolean
find_pair (MzWhatIfPanel *self, const MzScenarioResult **first, const MzScenarioResult **second)
{
  const MzComparison *comparison = mz_workspace_comparison (workspace_of (self), NULL);

  if (comparison == NULL || comparison->n_scenarios < 2)
    return FALSE;
  *first = mz_comparison_scenario (comparison, 1);
  *second = mz_comparison_scenario (comparison, comparison->n_scenarios > 2 ? 2 : 0);
  return (*first)->record != NULL;
}

static MzCriterion
criterion_of (MzWhatIfPanel *self)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->criterion));

  return g_array_index (self->criteria, MzCriterion, place < self->criteria->len ? place : 0);
}

/* Reckoning. */

typedef struct
{
  MzModel *model;
  char *first, *second;
  MzCriterion criterion;
  guint64 revision; /* of the sandbox */
  GWeakRef panel;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->model);
  g_free (job->first);
  g_free (job->second);
  g_weak_ref_clear (&job->panel);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  MzWhatIf *result = mz_difference_tornado (job->model, job->first, job->second, job->criterion,
                                            cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify)mz_what_if_free);
  else
    g_task_return_error (task, error);
}

static void
stop (MzWhatIfPanel *self)
{
  g_clear_handle_id (&self->start, g_source_remove);
  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
  g_clear_object (&self->task);
}

static void show_result (MzWhatIfPanel *self);

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);
  g_autoptr (MzWhatIfPanel) self = g_weak_ref_get (&job->panel);
  g_autoptr (GError) error = NULL;
  MzWhatIf *what = g_task_propagate_pointer (task, &error);

  if (self == NULL || self->task != task)
    {
      g_clear_pointer (&what, mz_what_if_free);
      return;
    }
  g_clear_object (&self->task);
  g_clear_pointer (&self->result, mz_what_if_free);
  self->result = what;
  if (what != NULL)
    show_result (self);
  else
    gtk_label_set_text (GTK_LABEL (self->state), error->message);
}

static gboolean
start_cb (gpointer data)
{
  MzWhatIfPanel *self = data;
  const MzScenarioResult *first, *second;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Job *job;

  self->start = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !find_pair (self, &first, &second))
    return G_SOURCE_REMOVE;
  job = g_new0 (Job, 1);
  job->model = mz_model_copy (mz_workspace_model (workspace_of (self)));
  job->first = g_strdup (first->id);
  job->second = g_strdup (second->id);
  job->criterion = criterion_of (self);
  g_weak_ref_init (&job->panel, self);
  self->task = g_task_new (NULL, cancellable, done_cb, NULL);
  g_task_set_task_data (self->task, job, (GDestroyNotify)job_free);
  g_task_run_in_thread (self->task, work);
  return G_SOURCE_REMOVE;
}

static void
start (MzWhatIfPanel *self)
{
  stop (self);
  g_clear_pointer (&self->result, mz_what_if_free);
  self->start = g_timeout_add (REST_MS, start_cb, self);
}

/* Rows. */

static const MzLever *
lever_of_row (const MzWhatIf *what, GtkWidget *row, const MzDifferenceSwing **swing)
{
  for (guint i = 0; i < what->swings->len; i++)
    {
      const MzDifferenceSwing *found = &g_array_index (what->swings, MzDifferenceSwing, i);
      const MzLever *lever = g_ptr_array_index (what->levers, found->lever);

      if (mz_lever_row_is (MZ_LEVER_ROW (row), lever))
        {
          *swing = found;
          return lever;
        }
    }
  return NULL;
}

static void
clear_rows (MzWhatIfPanel *self)
{
  GtkWidget *boxes[] = {self->first_rows, self->more_rows}, *child;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    while ((child = gtk_widget_get_first_child (boxes[i])) != NULL)
      gtk_box_remove (GTK_BOX (boxes[i]), child);
  g_ptr_array_set_size (self->rows, 0);
}

/* The widest swing first; made from the document's levers, so that a slider keeps its bounds while it is moved. */
static void
make_rows (MzWhatIfPanel *self)
{
  const MzAnalysis *analysis = mz_workspace_analysis (self->document);
  g_autoptr (GPtrArray) levers = mz_levers_new (analysis);
  g_autofree char *title = NULL;

  clear_rows (self);
  for (guint i = 0; i < self->result->swings->len; i++)
    {
      const MzDifferenceSwing *swing = &g_array_index (self->result->swings, MzDifferenceSwing, i);
      const MzLever *now = g_ptr_array_index (self->result->levers, swing->lever);

      for (guint j = 0; j < levers->len; j++)
        {
          const MzLever *lever = g_ptr_array_index (levers, j);
          GtkWidget *row;

          if (lever->type != now->type || !g_str_equal (lever->record, now->record) ||
              !g_str_equal (lever->field, now->field))
            continue;
          row = mz_lever_row_new (lever, workspace_of (self));
          gtk_box_append (
              GTK_BOX (self->rows->len < ROWS_FIRST ? self->first_rows : self->more_rows), row);
          g_ptr_array_add (self->rows, row);
          break;
        }
    }
  title = g_strdup_printf (ngettext ("%u more assumption", "%u more assumptions",
                                     self->rows->len - MIN (self->rows->len, ROWS_FIRST)),
                           self->rows->len - MIN (self->rows->len, ROWS_FIRST));
  gtk_expander_set_label (GTK_EXPANDER (self->more), title);
  gtk_widget_set_visible (self->more, self->rows->len > ROWS_FIRST);
}

static char *
ask_of (MzWhatIfPanel *self)
{
  const MzScenarioResult *first, *second;

  if (!find_pair (self, &first, &second))
    return g_strdup ("");
  return g_strdup_printf ("%s %s %d %" G_GUINT64_FORMAT, first->id, second->id, criterion_of (self),
                          mz_model_revision (mz_workspace_model (self->document)));
}

static void
show_result (MzWhatIfPanel *self)
{
  g_autofree char *ask = ask_of (self);

  if (g_strcmp0 (ask, self->asked) != 0)
    {
      g_free (self->asked);
      self->asked = g_steal_pointer (&ask);
      make_rows (self);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const MzDifferenceSwing *swing;
      const MzLever *lever = lever_of_row (self->result, row, &swing);
      g_autofree char *text =
          lever != NULL
              ? mz_break_even_text (&swing->even, lever, mz_workspace_unit (self->document))
              : NULL;

      mz_lever_row_tell (MZ_LEVER_ROW (row), lever, text);
    }
  mz_scene_view_refresh (MZ_SCENE_VIEW (mz_picture_view (MZ_PICTURE (self->tornado))));
}

/* The head. */

static void
show_head (MzWhatIfPanel *self)
{
  const MzScenarioResult *first, *second;
  guint n = mz_sandbox_n_changes (self->sandbox);
  g_autofree char *state = NULL, *pair = NULL;

  if (find_pair (self, &first, &second))
    /* Translators: two scenarios. */
    pair = g_strdup_printf (_ ("“%1$s” beside “%2$s”, by"), first->name, second->name);
  gtk_label_set_text (GTK_LABEL (self->pair), pair != NULL ? pair : "");
  gtk_widget_set_tooltip_text (self->pair, pair);
  state =
      n == 0 ? g_strdup (_ ("Nothing is tried out: move a slider. The document stays as it is."))
             : g_strdup_printf (ngettext ("%u value is tried out; the document is unchanged.",
                                          "%u values are tried out; the document is unchanged.", n),
                                n);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.keep",
                                 n > 0 && mz_workspace_read_only (self->document) == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.discard", n > 0);
}

static gboolean
refresh_cb (gpointer data)
{
  MzWhatIfPanel *self = data;

  self->refresh = 0;
  show_head (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MzWorkspace *workspace, MzWhatIfPanel *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
  start (self);
}

static void
criterion_cb (GtkDropDown *drop_down, GParamSpec *spec, MzWhatIfPanel *self)
{
  start (self);
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzWhatIfPanel *self = MZ_WHAT_IF_PANEL (widget);

  if (mz_sandbox_keep (self->sandbox))
    mz_workspace_tell (self->document, _ ("What was tried is kept"), TRUE);
}

static void
discard_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzWhatIfPanel *self = MZ_WHAT_IF_PANEL (widget);

  g_clear_pointer (&self->asked, g_free);
  mz_sandbox_discard (self->sandbox);
}

static MzScene *
draw_tornado (gpointer data, MzWorkspace *workspace, double width, double height)
{
  MzWhatIfPanel *self = data;
  const MzScenarioResult *first = NULL, *second = NULL;
  gboolean found = find_pair (self, &first, &second);
  MzChartRequest request = {.analysis = mz_workspace_analysis (workspace),
                            .measurer = mz_workspace_measurer (workspace),
                            .width = width,
                            .height = height,
                            .unit = mz_workspace_unit (workspace)};

  return mz_chart_difference_tornado (&request, found ? self->result : NULL,
                                      found ? first->name : "", found ? second->name : "");
}

/* Widget. */

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_criteria (MzWhatIfPanel *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint first = 0;

  for (guint i = 0; i < MZ_N_CRITERIA; i++)
    {
      MzCriterion criterion = i;

      if (mz_criterion_info (i)->simulated)
        continue;
      first = i == MZ_COMPARE_NPV ? names->len : first;
      g_ptr_array_add (names, (gpointer)_ (mz_criterion_info (i)->label));
      g_array_append_val (self->criteria, criterion);
    }
  g_ptr_array_add (names, NULL);
  self->criterion = gtk_drop_down_new_from_strings ((const char *const *)names->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->criterion), first);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->criterion), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The figure that ranks them"), -1);
  g_signal_connect (self->criterion, "notify::selected", G_CALLBACK (criterion_cb), self);
  return self->criterion;
}

static void
build (MzWhatIfPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->pair = new_label (NULL, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->pair), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (self->pair), PANGO_ELLIPSIZE_END);
  self->state = new_label (NULL, "dim-label");
  gtk_widget_set_hexpand (self->state, TRUE);
  self->keep = gtk_button_new_with_mnemonic (_ ("_Keep"));
  self->discard = gtk_button_new_with_mnemonic (_ ("_Discard"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->keep), "what-if.keep");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->discard), "what-if.discard");
  gtk_box_append (GTK_BOX (head), self->pair);
  gtk_box_append (GTK_BOX (head), make_criteria (self));
  gtk_box_append (GTK_BOX (foot), self->state);
  gtk_box_append (GTK_BOX (foot), self->discard);
  gtk_box_append (GTK_BOX (foot), self->keep);
  self->first_rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->more_rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->more = gtk_expander_new (NULL);
  gtk_expander_set_child (GTK_EXPANDER (self->more), self->more_rows);
  gtk_widget_hide (self->more);
  gtk_widget_add_css_class (card, "form-card");
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), foot);
  gtk_box_append (GTK_BOX (card), self->first_rows);
  gtk_box_append (GTK_BOX (card), self->more);
  self->tornado =
      mz_picture_new (workspace_of (self), _ ("What moves the difference"),
                      MZ_SCENE_VIEW (mz_scene_view_new (workspace_of (self), TORNADO_WIDTH,
                                                        TORNADO_HEIGHT, draw_tornado, self, NULL)));
  gtk_box_append (GTK_BOX (self->box), new_label (_ ("What if"), "heading"));
  gtk_box_append (GTK_BOX (self->box), card);
  gtk_box_append (GTK_BOX (self->box), self->tornado);
}

static void
mz_what_if_panel_map (GtkWidget *widget)
{
  MzWhatIfPanel *self = MZ_WHAT_IF_PANEL (widget);

  GTK_WIDGET_CLASS (mz_what_if_panel_parent_class)->map (widget);
  if (self->result == NULL && self->task == NULL)
    start (self);
}

static void
mz_what_if_panel_dispose (GObject *object)
{
  MzWhatIfPanel *self = MZ_WHAT_IF_PANEL (object);

  stop (self);
  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->sandbox != NULL)
    g_signal_handlers_disconnect_by_data (workspace_of (self), self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->criteria, g_array_unref);
  g_clear_pointer (&self->result, mz_what_if_free);
  g_clear_pointer (&self->asked, g_free);
  g_clear_object (&self->sandbox);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (mz_what_if_panel_parent_class)->dispose (object);
}

static void
mz_what_if_panel_class_init (MzWhatIfPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_what_if_panel_dispose;
  widget_class->map = mz_what_if_panel_map;
  gtk_widget_class_install_action (widget_class, "what-if.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "what-if.discard", NULL, discard_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mz_what_if_panel_init (MzWhatIfPanel *self)
{
  self->rows = g_ptr_array_new ();
  self->criteria = g_array_new (FALSE, FALSE, sizeof (MzCriterion));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
mz_what_if_panel_new (MzSandbox *sandbox, MzWorkspace *document)
{
  MzWhatIfPanel *self = g_object_new (MZ_TYPE_WHAT_IF_PANEL, NULL);

  self->sandbox = g_object_ref (sandbox);
  self->document = g_object_ref (document);
  build (self);
  show_head (self);
  g_signal_connect (workspace_of (self), "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}

const MzWhatIf *
mz_what_if_panel_result (MzWhatIfPanel *self)
{
  return self->result;
}

GtkWidget *
mz_what_if_panel_row (MzWhatIfPanel *self, guint index)
{
  return index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
}
