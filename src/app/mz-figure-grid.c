/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The figures of the compared scenarios, with their traces. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-figure-grid.h"

#include "mz-display.h"
#include "mz-record-button.h"
#include "mz-workspace-loss.h"

#define MOST_SOURCES 40
#define POPOVER_HEIGHT 360

struct _MzFigureGrid
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  MzWorkspace *document;
  GtkWidget *grid;
  GtkWidget *buttons[MZ_COMPARE_MOST][MZ_N_CRITERIA];
  GtkWidget *headings[MZ_COMPARE_MOST];
  GtkWidget *unit;
  GtkWidget *popover;
  guint refresh;
};

G_DEFINE_FINAL_TYPE (MzFigureGrid, mz_figure_grid, GTK_TYPE_WIDGET)

static const MzComparison *
comparison_of (MzFigureGrid *self)
{
  return mz_workspace_comparison (self->workspace, mz_workspace_loss (self->workspace));
}

static GtkWidget *
new_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Where a figure comes from. */

static void
append_sources (MzFigureGrid *self, GtkWidget *box, const MzComparisonCell *cell)
{
  guint n = cell->sources != NULL ? g_strv_length (cell->sources) : 0;

  if (n > 0)
    gtk_box_append (GTK_BOX (box), new_label (_ ("Reckoned from"), 0, "heading"));
  for (guint i = 0; i < MIN (n, MOST_SOURCES); i++)
    {
      MzRecord *record = mz_model_find (mz_workspace_model (self->document), cell->sources[i]);

      if (record != NULL)
        gtk_box_append (GTK_BOX (box), mz_record_button_new (self->document, record));
    }
  if (n > MOST_SOURCES)
    {
      g_autofree char *rest = g_strdup_printf (
          ngettext ("and %u more", "and %u more", n - MOST_SOURCES), n - MOST_SOURCES);

      gtk_box_append (GTK_BOX (box), new_label (rest, 0, "dim-label"));
    }
}

static void
point_to (MzFigureGrid *self, GtkWidget *button)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle){(int)bounds.origin.x, (int)bounds.origin.y,
                                                 (int)bounds.size.width, (int)bounds.size.height});
}

static void
clicked_cb (GtkButton *button, MzFigureGrid *self)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mz-place"));
  guint index = place / MZ_N_CRITERIA;
  MzCriterion criterion = place % MZ_N_CRITERIA;
  const MzComparison *comparison = comparison_of (self);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const MzComparisonCell *cell;
  g_autofree char *text = NULL;

  if (comparison == NULL || index >= comparison->n_scenarios)
    return;
  cell = mz_comparison_cell (comparison, index, criterion);
  text = mz_comparison_text (comparison, index, criterion, mz_workspace_unit (self->workspace));
  gtk_box_append (GTK_BOX (box),
                  new_label (_ (mz_criterion_info (criterion)->label), 0, "dim-label"));
  gtk_box_append (GTK_BOX (box), new_label (cell->known ? text : cell->reason, 0, "title-3"));
  if (cell->assumed)
    gtk_box_append (GTK_BOX (box),
                    new_label (_ ("Rests on illustrative assumptions."), 0, "dim-label"));
  append_sources (self, box, cell);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), POPOVER_HEIGHT);
  gtk_widget_set_size_request (scrolled, 320, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  point_to (self, GTK_WIDGET (button));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* The grid. */

static GtkWidget *
make_figure (MzFigureGrid *self, guint index, MzCriterion criterion)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *difference = new_label (NULL, 0, "dim-label");
  GtkWidget *figure = new_label (NULL, 1, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (difference), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (difference), FALSE);
  gtk_widget_set_hexpand (difference, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (difference), 1);
  gtk_widget_add_css_class (difference, "caption");
  gtk_box_append (GTK_BOX (box), difference);
  gtk_label_set_ellipsize (GTK_LABEL (figure), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (figure), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (figure), 7);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "figure");
  gtk_widget_set_hexpand (button, TRUE);
  g_object_set_data (G_OBJECT (button), "mz-place",
                     GUINT_TO_POINTER (index * MZ_N_CRITERIA + criterion));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  return button;
}

static void
build (MzFigureGrid *self)
{
  self->unit = new_label (NULL, 0, "dim-label");
  gtk_grid_attach (GTK_GRID (self->grid), self->unit, 0, 0, 1, 1);
  for (guint i = 0; i < MZ_COMPARE_MOST; i++)
    {
      self->headings[i] = new_label (NULL, 1, "heading");
      gtk_widget_set_margin_end (self->headings[i], 10);
      gtk_grid_attach (GTK_GRID (self->grid), self->headings[i], (int)i + 1, 0, 1, 1);
    }
  for (guint row = 0; row < MZ_N_CRITERIA; row++)
    {
      gtk_grid_attach (GTK_GRID (self->grid),
                       new_label (_ (mz_criterion_info (row)->label), 0, NULL), 0, (int)row + 1, 1,
                       1);
      for (guint i = 0; i < MZ_COMPARE_MOST; i++)
        {
          self->buttons[i][row] = make_figure (self, i, row);
          gtk_grid_attach (GTK_GRID (self->grid), self->buttons[i][row], (int)i + 1, (int)row + 1,
                           1, 1);
        }
    }
}

static void
show_figure (MzFigureGrid *self, const MzComparison *comparison, guint index, MzCriterion criterion)
{
  GtkWidget *button = self->buttons[index][criterion];
  const MzComparisonCell *cell = mz_comparison_cell (comparison, index, criterion);
  MzMoneyUnit unit = mz_workspace_unit (self->workspace);
  g_autofree char *text = mz_comparison_text (comparison, index, criterion, unit);
  g_autofree char *difference = mz_comparison_difference_text (comparison, index, criterion, unit);
  g_autofree char *name = NULL;
  GtkWidget *aside = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  const char *small = !cell->known ? cell->reason : difference != NULL ? difference : "";

  gtk_label_set_text (GTK_LABEL (aside), small);
  gtk_widget_set_tooltip_text (aside, *small != '\0' ? small : NULL);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (aside)), text);
  gtk_widget_set_tooltip_text (gtk_widget_get_next_sibling (aside), text);
  if (cell->best)
    gtk_widget_add_css_class (button, "best");
  else
    gtk_widget_remove_css_class (button, "best");
  gtk_widget_set_tooltip_text (button, cell->known ? NULL : cell->reason);
  /* Translators: a scenario, a kind of figure, the figure, and a word about it. */
  name = g_strdup_printf (
      _ ("%1$s, %2$s: %3$s %4$s"), mz_comparison_scenario (comparison, index)->name,
      _ (mz_criterion_info (criterion)->label), text, cell->best ? _ ("(best)") : small);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show (MzFigureGrid *self)
{
  const MzComparison *comparison = comparison_of (self);
  guint n = comparison != NULL ? MIN (comparison->n_scenarios, MZ_COMPARE_MOST) : 0;
  g_autofree char *unit = g_strdup_printf (
      _ ("Unit of money: %s"), mz_money_unit_label (mz_workspace_unit (self->workspace)));

  gtk_label_set_text (GTK_LABEL (self->unit), unit);
  for (guint i = 0; i < MZ_COMPARE_MOST; i++)
    {
      gtk_widget_set_visible (self->headings[i], i < n);
      if (i < n)
        gtk_label_set_text (GTK_LABEL (self->headings[i]),
                            mz_comparison_scenario (comparison, i)->name);
      for (guint row = 0; row < MZ_N_CRITERIA; row++)
        {
          gtk_widget_set_visible (self->buttons[i][row], i < n);
          if (i < n)
            show_figure (self, comparison, i, row);
        }
    }
}

static gboolean
refresh_cb (gpointer data)
{
  MzFigureGrid *self = data;

  self->refresh = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MzWorkspace *workspace, MzFigureGrid *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
mz_figure_grid_dispose (GObject *object)
{
  MzFigureGrid *self = MZ_FIGURE_GRID (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  /* The records in it hold the document. */
  if (self->popover != NULL)
    gtk_popover_set_child (GTK_POPOVER (self->popover), NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (mz_figure_grid_parent_class)->dispose (object);
}

static void
mz_figure_grid_class_init (MzFigureGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mz_figure_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mz_figure_grid_init (MzFigureGrid *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 2);
  gtk_widget_add_css_class (self->grid, "form-card");
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  self->popover = gtk_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

GtkWidget *
mz_figure_grid_new (MzWorkspace *workspace, MzWorkspace *document)
{
  MzFigureGrid *self = g_object_new (MZ_TYPE_FIGURE_GRID, NULL);

  self->workspace = g_object_ref (workspace);
  self->document = g_object_ref (document);
  build (self);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (workspace, "loss-changed", G_CALLBACK (changed_cb), self);
  show (self);
  return GTK_WIDGET (self);
}

GtkWidget *
mz_figure_grid_figure (MzFigureGrid *self, guint scenario, MzCriterion criterion)
{
  return scenario < MZ_COMPARE_MOST && criterion < MZ_N_CRITERIA
             ? self->buttons[scenario][criterion]
             : NULL;
}
