/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The risk criteria. The matrix is made anew when its size or scheme changes; else its cells follow. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mz-criteria-editor.h"

#include "mezasu/matrix-edit.h"
#include "mz-columns-layout.h"
#include "mz-computed.h"
#include "mz-field-editor.h"

#define FIELD_WIDTH 180
#define MOST_FIELDS 4
#define CELL_CHARS 4

/* Findings of the method that are about the criteria. */
static const char *const about_criteria[] = {"appetite_above_tolerance",
                                             "bands_missing",
                                             "bands_not_rising",
                                             "band_unreachable",
                                             "not_monotone",
                                             "red_touches_green",
                                             "level_outside",
                                             "cell_outside",
                                             "anchors_unusable",
                                             NULL};

struct _MzCriteriaEditor
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  GtkWidget *matrix;
  GtkWidget *legend;
  GtkWidget *reason;
  GtkWidget *messages;
  GtkWidget *cells[10][10];
  int rows, columns;
  gboolean free_matrix;
  GtkWidget *typed; /* the cell with a text that is not taken yet */
  gboolean filling;
  guint refresh;
};

G_DEFINE_FINAL_TYPE (MzCriteriaEditor, mz_criteria_editor, GTK_TYPE_WIDGET)

static const MzScale *
scale_of (MzCriteriaEditor *self)
{
  return &mz_workspace_analysis (self->workspace)->scale;
}

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

static void
clear_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
show_reason (MzCriteriaEditor *self, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL);
}

/* Cells. */

static void
set_band (GtkWidget *cell, int band)
{
  static const char *const classes[] = {"band-1", "band-2", "band-3", "band-4"};

  for (int i = 0; i < 4; i++)
    if (i + 1 == band)
      gtk_widget_add_css_class (cell, classes[i]);
    else
      gtk_widget_remove_css_class (cell, classes[i]);
}

static void
show_cell (MzCriteriaEditor *self, int l, int i)
{
  const MzScale *scale = scale_of (self);
  GtkWidget *cell = self->cells[l][i];
  int value = scale->values[l][i], band = mz_scale_band (scale, value);
  g_autofree char *text = g_strdup_printf ("%d", value);
  g_autofree char *tooltip =
      g_strdup_printf ("%s × %s%s%s", scale->likelihood_names[l], scale->impact_names[i],
                       band >= 0 ? "\n" : "", band >= 0 ? scale->bands[band].name : "");

  self->filling = TRUE;
  if (GTK_IS_LABEL (cell))
    gtk_label_set_text (GTK_LABEL (cell), text);
  else if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (cell)), text))
    gtk_editable_set_text (GTK_EDITABLE (cell), text);
  self->filling = FALSE;
  if (self->typed == cell)
    self->typed = NULL;
  gtk_widget_remove_css_class (cell, "error");
  gtk_widget_set_tooltip_text (cell, tooltip);
  set_band (cell, mz_computed_band (scale, band));
}

static void
place_of (GtkWidget *cell, int *likelihood, int *impact)
{
  *likelihood = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "mz-likelihood"));
  *impact = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "mz-impact"));
}

/* Reads a whole number as a field of risk values would. */
static gboolean
read_cell (MzCriteriaEditor *self, GtkWidget *cell, int *value, GError **error)
{
  const MzKind *kind =
      mz_schema_kind (mz_model_schema (mz_workspace_model (self->workspace)), "matrix_cell");
  const MzField *field = mz_kind_field (kind, (guint)mz_kind_find (kind, "value"));
  MzValue read;

  if (!mz_value_parse (field, gtk_editable_get_text (GTK_EDITABLE (cell)), MZ_MONEY_UNIT_YEN, &read,
                       error))
    return FALSE;
  *value = (int)read.integer;
  return TRUE;
}

/* A refused value stands in its cell with the reason under the matrix, until it is mended or given up. */
static gboolean
commit (MzCriteriaEditor *self, GtkWidget *cell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MzEdit) edit = NULL;
  int likelihood, impact, value;

  place_of (cell, &likelihood, &impact);
  if (read_cell (self, cell, &value, &error))
    edit = mz_matrix_edit_cell (mz_workspace_analysis (self->workspace), likelihood, impact, value,
                                NULL, &error);
  if (edit != NULL && mz_edit_n_changes (edit) > 0)
    mz_workspace_edit (self->workspace, g_steal_pointer (&edit), &error);
  show_reason (self, error != NULL ? error->message : NULL);
  if (error != NULL)
    {
      gtk_widget_add_css_class (cell, "error");
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      error->message, -1);
      return FALSE;
    }
  show_cell (self, likelihood - 1, impact - 1);
  return TRUE;
}

static void
typed_cb (GtkEditable *editable, MzCriteriaEditor *self)
{
  if (!self->filling)
    self->typed = GTK_WIDGET (editable);
}

static void
activate_cb (GtkEntry *entry, MzCriteriaEditor *self)
{
  commit (self, GTK_WIDGET (entry));
}

static void
leave_cb (GtkEventControllerFocus *focus, MzCriteriaEditor *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));
  int likelihood, impact;

  if (self->typed != cell || commit (self, cell))
    return;
  /* Whoever goes away gives a refused value up; the reason stays to be read. */
  place_of (cell, &likelihood, &impact);
  show_cell (self, likelihood - 1, impact - 1);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
        MzCriteriaEditor *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  int likelihood, impact;

  place_of (cell, &likelihood, &impact);
  if (key == GDK_KEY_Escape)
    {
      show_cell (self, likelihood - 1, impact - 1);
      show_reason (self, NULL);
      return GDK_EVENT_STOP;
    }
  /* Likelihood rises upward. */
  likelihood += key == GDK_KEY_Up ? 1 : key == GDK_KEY_Down ? -1 : 0;
  if ((key != GDK_KEY_Up && key != GDK_KEY_Down) || likelihood < 1 || likelihood > self->rows)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->cells[likelihood - 1][impact - 1]);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_cell (MzCriteriaEditor *self, int l, int i)
{
  const MzScale *scale = scale_of (self);
  GtkWidget *cell = self->free_matrix ? gtk_entry_new () : gtk_label_new (NULL);
  g_autofree char *name =
      g_strdup_printf (_ ("Risk value for likelihood %d “%s”, impact %d “%s”"), l + 1,
                       scale->likelihood_names[l], i + 1, scale->impact_names[i]);

  g_object_set_data (G_OBJECT (cell), "mz-likelihood", GINT_TO_POINTER (l + 1));
  g_object_set_data (G_OBJECT (cell), "mz-impact", GINT_TO_POINTER (i + 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (cell, "matrix-cell");
  /* Columns as wide as each other, yet ten of them have to find room. */
  gtk_widget_set_size_request (cell, scale->n_impact <= 6 ? 72 : 48, -1);
  if (self->free_matrix)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();
      GtkEventController *keys = gtk_event_controller_key_new ();

      gtk_editable_set_editable (GTK_EDITABLE (cell), mz_workspace_editable (self->workspace));
      gtk_editable_set_alignment (GTK_EDITABLE (cell), 0.5f);
      gtk_editable_set_width_chars (GTK_EDITABLE (cell), CELL_CHARS);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (cell), CELL_CHARS);
      g_signal_connect (cell, "changed", G_CALLBACK (typed_cb), self);
      g_signal_connect (cell, "activate", G_CALLBACK (activate_cb), self);
      g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
      gtk_widget_add_controller (cell, focus);
      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
      gtk_widget_add_controller (cell, keys);
    }
  else
    gtk_label_set_width_chars (GTK_LABEL (cell), CELL_CHARS);
  return cell;
}

static GtkWidget *
make_name (const char *name, int number, gboolean row)
{
  g_autofree char *text = g_strdup_printf ("%d %s", number, name);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), row ? 1 : 0.5f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), row ? 20 : 10);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "field-label");
  return label;
}

static void
make_matrix (MzCriteriaEditor *self)
{
  const MzScale *scale = scale_of (self);
  GtkGrid *grid = GTK_GRID (self->matrix);

  self->typed = NULL;
  clear_children (self->matrix);
  self->rows = scale->n_likelihood;
  self->columns = scale->n_impact;
  self->free_matrix = g_str_equal (scale->scheme, "matrix");
  for (int l = 0; l < self->rows; l++)
    for (int i = 0; i < self->columns; i++)
      {
        self->cells[l][i] = make_cell (self, l, i);
        gtk_grid_attach (grid, self->cells[l][i], i + 1, self->rows - 1 - l, 1, 1);
      }
}

static void
name_axes (MzCriteriaEditor *self)
{
  const MzScale *scale = scale_of (self);
  GtkGrid *grid = GTK_GRID (self->matrix);
  GtkWidget *corner;

  for (int l = 0; l < self->rows; l++)
    {
      GtkWidget *old = gtk_grid_get_child_at (grid, 0, self->rows - 1 - l);

      if (old != NULL)
        gtk_grid_remove (grid, old);
      gtk_grid_attach (grid, make_name (scale->likelihood_names[l], l + 1, TRUE), 0,
                       self->rows - 1 - l, 1, 1);
    }
  for (int i = 0; i < self->columns; i++)
    {
      GtkWidget *old = gtk_grid_get_child_at (grid, i + 1, self->rows);

      if (old != NULL)
        gtk_grid_remove (grid, old);
      gtk_grid_attach (grid, make_name (scale->impact_names[i], i + 1, FALSE), i + 1, self->rows, 1,
                       1);
    }
  corner = gtk_grid_get_child_at (grid, 0, self->rows);
  if (corner == NULL)
    gtk_grid_attach (grid, new_label (_ ("Likelihood ↑  Impact →"), "field-label"), 0, self->rows,
                     1, 1);
}

/* What stands around the matrix. */

static void
show_legend (MzCriteriaEditor *self)
{
  const MzScale *scale = scale_of (self);

  clear_children (self->legend);
  for (int band = 0; band < scale->n_bands; band++)
    {
      g_autofree char *text = g_strdup_printf (_ ("%s: from %d"), scale->bands[band].name,
                                               scale->bands[band].value_from);
      GtkWidget *chip = gtk_label_new (text);

      gtk_widget_add_css_class (chip, "value-chip");
      gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (chip, text);
      set_band (chip, mz_computed_band (scale, band));
      gtk_box_append (GTK_BOX (self->legend), chip);
    }
}

static void
show_messages (MzCriteriaEditor *self)
{
  GPtrArray *findings = mz_workspace_analysis (self->workspace)->findings;

  clear_children (self->messages);
  for (guint i = 0; i < findings->len; i++)
    {
      const MzFinding *finding = g_ptr_array_index (findings, i);
      GtkWidget *line, *icon, *label;

      if (!g_strv_contains (about_criteria, finding->code))
        continue;
      line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      icon = gtk_image_new_from_icon_name (finding->severity == MZ_FINDING_ERROR
                                               ? "dialog-error-symbolic"
                                               : "dialog-warning-symbolic");
      label = new_label (finding->message, finding->severity == MZ_FINDING_ERROR ? "error" : NULL);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
          finding->severity == MZ_FINDING_ERROR ? _ ("Error") : _ ("Warning"), -1);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (line), icon);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (GTK_BOX (self->messages), line);
    }
}

static void
show_all (MzCriteriaEditor *self)
{
  const MzScale *scale = scale_of (self);

  if (self->rows != scale->n_likelihood || self->columns != scale->n_impact ||
      self->free_matrix != g_str_equal (scale->scheme, "matrix"))
    make_matrix (self);
  name_axes (self);
  for (int l = 0; l < self->rows; l++)
    for (int i = 0; i < self->columns; i++)
      if (self->cells[l][i] != self->typed)
        show_cell (self, l, i);
  show_legend (self);
  show_messages (self);
}

static gboolean
refresh_cb (gpointer data)
{
  MzCriteriaEditor *self = data;

  self->refresh = 0;
  show_all (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MzWorkspace *workspace, MzCriteriaEditor *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/* Widget. */

static void
mz_criteria_editor_dispose (GObject *object)
{
  MzCriteriaEditor *self = MZ_CRITERIA_EDITOR (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  for (int l = 0; l < self->rows; l++)
    for (int i = 0; i < self->columns; i++)
      g_signal_handlers_disconnect_by_data (self->cells[l][i], self);
  self->rows = 0;
  clear_children (GTK_WIDGET (self));
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_criteria_editor_parent_class)->dispose (object);
}

static void
mz_criteria_editor_class_init (MzCriteriaEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_criteria_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mz_criteria_editor_init (MzCriteriaEditor *self)
{
}

static GtkWidget *
make_fields (MzCriteriaEditor *self)
{
  static const char *const names[] = {"scheme",   "likelihood_levels", "impact_levels",
                                      "appetite", "tolerance",         "loss_limit"};
  MzRecord *criteria = mz_model_single (mz_workspace_model (self->workspace), "criteria");
  GtkWidget *grid = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (grid, mz_columns_layout_new (FIELD_WIDTH, MOST_FIELDS, 16));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *editor = mz_field_editor_new (
          self->workspace, criteria, (guint)mz_kind_find (mz_record_kind (criteria), names[i]));

      gtk_widget_set_valign (editor, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (grid), editor);
    }
  return grid;
}

GtkWidget *
mz_criteria_editor_new (MzWorkspace *workspace)
{
  MzCriteriaEditor *self = g_object_new (MZ_TYPE_CRITERIA_EDITOR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->workspace = g_object_ref (workspace);
  self->matrix = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->matrix), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->matrix), 4);
  self->legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->reason = new_label (NULL, "error");
  self->messages = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_widget_add_css_class (card, "form-card");
  gtk_box_append (GTK_BOX (box), new_label (_ ("Risk criteria"), "heading"));
  gtk_box_append (GTK_BOX (card), make_fields (self));
  gtk_box_append (GTK_BOX (card), self->matrix);
  gtk_box_append (GTK_BOX (card), self->reason);
  gtk_box_append (GTK_BOX (card), self->legend);
  gtk_box_append (GTK_BOX (card), self->messages);
  gtk_box_append (GTK_BOX (box), card);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  show_all (self);
  return GTK_WIDGET (self);
}

GtkWidget *
mz_criteria_editor_cell (MzCriteriaEditor *self, int likelihood, int impact)
{
  if (likelihood < 1 || likelihood > self->rows || impact < 1 || impact > self->columns)
    return NULL;
  return self->cells[likelihood - 1][impact - 1];
}

const char *
mz_criteria_editor_reason (MzCriteriaEditor *self)
{
  return gtk_widget_get_visible (self->reason) ? gtk_label_get_text (GTK_LABEL (self->reason))
                                               : NULL;
}
