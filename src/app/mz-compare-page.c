/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Scenarios side by side. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-compare-page.h"

#include "mz-columns-layout.h"
#include "mz-figure-grid.h"
#include "mz-picture.h"
#include "mz-what-if-panel.h"
#include "mz-workspace-loss.h"

#define SPACING 24
#define HALF_PICTURE_WIDTH 330

/* A name of a scenario is seen so far; the rest is in its tooltip. */
#define NAME_CHARS 24

struct _MzComparePage
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  MzSandbox *sandbox;
  GtkWidget *box;
  GtkWidget *chooser;
  GtkWidget *verdicts;
  GPtrArray *chosen; /* of char: ids, without "do nothing" */
  char *offered;     /* the scenarios that the chooser was made from */
  gboolean making;
  guint refresh;
};

G_DEFINE_FINAL_TYPE (MzComparePage, mz_compare_page, GTK_TYPE_WIDGET)

static MzWorkspace *
shown (MzComparePage *self)
{
  return mz_sandbox_workspace (self->sandbox);
}

static gboolean
find_chosen (MzComparePage *self, const char *id, guint *place)
{
  return g_ptr_array_find_with_equal_func (self->chosen, id, g_str_equal, place);
}

/* Choosing. */

/* The proposed scenario first, then the others in their order, as many as stand side by side. */
static void
choose_first (MzComparePage *self)
{
  const MzAnalysis *analysis = mz_workspace_analysis (self->workspace);
  const MzScenarioResult *proposed = mz_analysis_scenario (analysis, NULL);

  for (guint i = 0; i <= analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario =
          i == 0 ? proposed : g_ptr_array_index (analysis->scenarios, i - 1);

      if (scenario != NULL && !scenario->baseline && self->chosen->len < MZ_COMPARE_MOST - 1 &&
          !find_chosen (self, scenario->id, NULL))
        g_ptr_array_add (self->chosen, g_strdup (scenario->id));
    }
}

static void
forget_gone (MzComparePage *self)
{
  const MzAnalysis *analysis = mz_workspace_analysis (self->workspace);

  for (guint i = self->chosen->len; i > 0; i--)
    if (mz_analysis_scenario (analysis, g_ptr_array_index (self->chosen, i - 1)) == NULL)
      g_ptr_array_remove_index (self->chosen, i - 1);
  if (self->chosen->len == 0)
    choose_first (self);
}

static void
apply (MzComparePage *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->chosen->len; i++)
    g_ptr_array_add (ids, g_ptr_array_index (self->chosen, i));
  g_ptr_array_add (ids, NULL);
  if (self->chosen->len > 0)
    mz_workspace_set_scenario (shown (self), g_ptr_array_index (self->chosen, 0));
  mz_workspace_set_compared (shown (self), (const char *const *)ids->pdata);
}

/* Beyond four nothing more can be chosen, and one plan stays. */
static void
limit_chooser (MzComparePage *self)
{
  gboolean full = self->chosen->len >= MZ_COMPARE_MOST - 1;

  for (GtkWidget *button = gtk_widget_get_first_child (self->chooser); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (button));
      gboolean baseline = g_object_get_data (G_OBJECT (button), "mz-id") == NULL;

      gtk_widget_set_sensitive (button, !baseline && (active ? self->chosen->len > 1 : !full));
    }
}

static void
toggled_cb (GtkCheckButton *button, MzComparePage *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "mz-id");
  gboolean active = gtk_check_button_get_active (button);
  guint place;

  if (self->making || id == NULL)
    return;
  if (active && !find_chosen (self, id, NULL))
    g_ptr_array_add (self->chosen, g_strdup (id));
  else if (!active && find_chosen (self, id, &place))
    g_ptr_array_remove_index (self->chosen, place);
  limit_chooser (self);
  apply (self);
}

static char *
offer_of (MzComparePage *self)
{
  const MzAnalysis *analysis = mz_workspace_analysis (self->workspace);
  g_autoptr (GString) offer = g_string_new (NULL);

  for (guint i = 0; i < analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, i);

      g_string_append_printf (offer, "%s\t%s\t%d\n", scenario->id, scenario->name,
                              scenario->baseline);
    }
  return g_string_free (g_steal_pointer (&offer), FALSE);
}

static void
make_chooser (MzComparePage *self)
{
  const MzAnalysis *analysis = mz_workspace_analysis (self->workspace);
  g_autofree char *offer = offer_of (self);
  GtkWidget *child;

  if (g_strcmp0 (offer, self->offered) == 0)
    return;
  g_free (self->offered);
  self->offered = g_steal_pointer (&offer);
  forget_gone (self);
  self->making = TRUE;
  while ((child = gtk_widget_get_first_child (self->chooser)) != NULL)
    gtk_box_remove (GTK_BOX (self->chooser), child);
  for (guint i = 0; i < analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = g_ptr_array_index (analysis->scenarios, i);

      GtkWidget *name = gtk_label_new (scenario->name);

      child = gtk_check_button_new ();
      gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_CHARS);
      gtk_widget_set_tooltip_text (name, scenario->name);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (child), name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      scenario->name, -1);
      if (!scenario->baseline)
        g_object_set_data_full (G_OBJECT (child), "mz-id", g_strdup (scenario->id), g_free);
      else
        gtk_widget_set_tooltip_text (child, _ ("Doing nothing is always among them."));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child),
                                   scenario->baseline || find_chosen (self, scenario->id, NULL));
      g_signal_connect (child, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (self->chooser), child);
    }
  self->making = FALSE;
  limit_chooser (self);
  apply (self);
}

/* Verdicts. */

static void
show_verdicts (MzComparePage *self)
{
  const MzComparison *comparison = mz_workspace_comparison (shown (self), NULL);
  g_autoptr (GPtrArray) verdicts = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->verdicts)) != NULL)
    gtk_box_remove (GTK_BOX (self->verdicts), child);
  if (comparison == NULL)
    return;
  verdicts = mz_comparison_verdicts (comparison);
  for (guint i = 0; i < verdicts->len; i++)
    {
      child = gtk_label_new (g_ptr_array_index (verdicts, i));
      gtk_label_set_xalign (GTK_LABEL (child), 0);
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (child), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_selectable (GTK_LABEL (child), TRUE);
      /* The pair that is to be decided stands out. */
      if (i == 0)
        gtk_widget_add_css_class (child, "title-4");
      gtk_box_append (GTK_BOX (self->verdicts), child);
    }
}

static gboolean
refresh_cb (gpointer data)
{
  MzComparePage *self = data;

  self->refresh = 0;
  make_chooser (self);
  show_verdicts (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MzWorkspace *workspace, MzComparePage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/* What is selected in a picture of the sandbox is selected in the document. */
static void
selection_changed_cb (MzWorkspace *workspace, MzComparePage *self)
{
  MzRecord *record = mz_workspace_selected (workspace);

  if (record != NULL &&
      mz_model_find (mz_workspace_model (self->workspace), mz_record_id (record)) != NULL)
    mz_workspace_select (self->workspace, mz_record_id (record));
}

static void
message_cb (MzWorkspace *workspace, const char *text, gboolean undoable, MzComparePage *self)
{
  mz_workspace_tell (self->workspace, text, FALSE);
}

/* Widget. */

static GtkWidget *
make_picture (MzComparePage *self, const char *name)
{
  const MzChart *chart = mz_chart_find (name);

  return mz_picture_new (shown (self), mz_translate (chart->label),
                         MZ_SCENE_VIEW (mz_scene_view_new_chart (shown (self), chart)));
}

static void
append_pair (MzComparePage *self, const char *first, const char *second)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (pair, mz_columns_layout_new (HALF_PICTURE_WIDTH, 2, SPACING));
  gtk_box_append (GTK_BOX (pair), make_picture (self, first));
  gtk_box_append (GTK_BOX (pair), make_picture (self, second));
  gtk_box_append (GTK_BOX (self->box), pair);
}

static void
mz_compare_page_dispose (GObject *object)
{
  MzComparePage *self = MZ_COMPARE_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  if (self->sandbox != NULL)
    g_signal_handlers_disconnect_by_data (shown (self), self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->sandbox);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->offered, g_free);
  G_OBJECT_CLASS (mz_compare_page_parent_class)->dispose (object);
}

static void
mz_compare_page_class_init (MzComparePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mz_compare_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mz_compare_page_init (MzComparePage *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->chooser = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  self->verdicts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->box), self->chooser);
  gtk_box_append (GTK_BOX (self->box), self->verdicts);
}

GtkWidget *
mz_compare_page_new (MzWorkspace *workspace)
{
  MzComparePage *self = g_object_new (MZ_TYPE_COMPARE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->sandbox = mz_sandbox_new (workspace);
  make_chooser (self);
  gtk_box_append (GTK_BOX (self->box), mz_figure_grid_new (shown (self), workspace));
  gtk_box_append (GTK_BOX (self->box), mz_what_if_panel_new (self->sandbox, workspace));
  gtk_box_append (GTK_BOX (self->box), make_picture (self, "compare-heat"));
  append_pair (self, "loss-exceedance", "payback");
  gtk_box_append (GTK_BOX (self->box), make_picture (self, "strategy-map-pair"));
  gtk_box_append (GTK_BOX (self->box), make_picture (self, "situation-sheet"));
  show_verdicts (self);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (shown (self), "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (shown (self), "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect (shown (self), "message", G_CALLBACK (message_cb), self);
  return GTK_WIDGET (self);
}

MzSandbox *
mz_compare_page_sandbox (MzComparePage *self)
{
  return self->sandbox;
}

void
mz_compare_page_choose (MzComparePage *self, const char *id, gboolean active)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->chooser); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (button), "mz-id"), id) == 0)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
}
