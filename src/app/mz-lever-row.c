/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One assumption. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#include "mz-lever-row.h"

#define SLIDER_WIDTH 120
#define ENTRY_CHARS 8

struct _MzLeverRow
{
  GtkWidget parent_instance;
  MzLever lever; /* as the document has it; its texts belong to the row */
  MzWorkspace *workspace;
  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *slider;
  GtkWidget *entry;
  GtkWidget *words;
  double value;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (MzLeverRow, mz_lever_row, GTK_TYPE_WIDGET)

static void
show_value (MzLeverRow *self)
{
  g_autofree char *text =
      mz_lever_text (&self->lever, self->value, mz_workspace_unit (self->workspace));

  self->showing = TRUE;
  gtk_range_set_value (GTK_RANGE (self->slider), self->value);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_remove_css_class (self->entry, "error");
  self->showing = FALSE;
  if (self->value != self->lever.value)
    gtk_widget_add_css_class (self->name, "heading");
  else
    gtk_widget_remove_css_class (self->name, "heading");
}

/* Puts the value into the sandbox; what it refuses leaves the row as it was, with the reason. */
static gboolean
set (MzLeverRow *self, double value, GError **error)
{
  MzModel *model = mz_workspace_model (self->workspace);
  MzEdit *edit;

  if (value == self->value || mz_model_find (model, self->lever.record) == NULL)
    return TRUE;
  edit = mz_edit_new (NULL);
  mz_lever_edit (&self->lever, model, edit, value);
  if (!mz_workspace_edit (self->workspace, edit, error))
    return FALSE;
  self->value = value;
  return TRUE;
}

static void
moved_cb (GtkRange *slider, MzLeverRow *self)
{
  double value = gtk_range_get_value (slider);

  if (self->showing)
    return;
  if (self->lever.type != MZ_LEVER_FREQUENCY)
    value = round (value);
  set (self, value, NULL);
  show_value (self);
}

static void
tell_error (MzLeverRow *self, const char *message)
{
  gtk_widget_add_css_class (self->entry, "error");
  gtk_label_set_text (GTK_LABEL (self->words), message);
}

static void
entered_cb (GtkEntry *entry, MzLeverRow *self)
{
  MzMoneyUnit unit = mz_workspace_unit (self->workspace);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *now = mz_lever_text (&self->lever, self->value, unit);
  g_autoptr (GError) error = NULL;
  double value;

  /* The text that stood there is rounded: it changes nothing. */
  if (g_str_equal (text, now))
    return;
  if (!mz_lever_parse (&self->lever, text, unit, &value, &error) || !set (self, value, &error))
    tell_error (self, error->message);
  else
    show_value (self);
}

static void
left_cb (GtkEventControllerFocus *focus, MzLeverRow *self)
{
  entered_cb (GTK_ENTRY (self->entry), self);
}

static void
build (MzLeverRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  double step =
      self->lever.type == MZ_LEVER_FREQUENCY ? (self->lever.most - self->lever.least) / 200 : 1;

  self->name = gtk_label_new (self->lever.label);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (self->name, self->lever.label);
  gtk_widget_set_hexpand (self->name, TRUE);
  self->slider = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, self->lever.least,
                                           MAX (self->lever.most, self->lever.least + step), step);
  gtk_scale_set_draw_value (GTK_SCALE (self->slider), FALSE);
  gtk_scale_add_mark (GTK_SCALE (self->slider), self->lever.value, GTK_POS_BOTTOM, NULL);
  gtk_widget_set_size_request (self->slider, SLIDER_WIDTH, -1);
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->lever.label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->lever.label, -1);
  gtk_box_append (GTK_BOX (line), self->name);
  gtk_box_append (GTK_BOX (line), self->slider);
  gtk_box_append (GTK_BOX (line), self->entry);
  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_widget_add_css_class (self->words, "dim-label");
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->words);
  g_signal_connect (self->slider, "value-changed", G_CALLBACK (moved_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

static void
mz_lever_row_dispose (GObject *object)
{
  MzLeverRow *self = MZ_LEVER_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->lever.record, g_free);
  g_clear_pointer (&self->lever.label, g_free);
  G_OBJECT_CLASS (mz_lever_row_parent_class)->dispose (object);
}

static void
mz_lever_row_class_init (MzLeverRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mz_lever_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mz_lever_row_init (MzLeverRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
mz_lever_row_new (const MzLever *lever, MzWorkspace *workspace)
{
  MzLeverRow *self = g_object_new (MZ_TYPE_LEVER_ROW, NULL);

  self->lever = *lever;
  self->lever.record = g_strdup (lever->record);
  self->lever.label = g_strdup (lever->label);
  self->value = lever->value;
  self->workspace = g_object_ref (workspace);
  build (self);
  show_value (self);
  return GTK_WIDGET (self);
}

gboolean
mz_lever_row_is (MzLeverRow *self, const MzLever *lever)
{
  return self->lever.type == lever->type && g_str_equal (self->lever.record, lever->record) &&
         g_str_equal (self->lever.field, lever->field);
}

const char *
mz_lever_row_record (MzLeverRow *self)
{
  return self->lever.record;
}

void
mz_lever_row_tell (MzLeverRow *self, const MzLever *now, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->words), text != NULL ? text : "");
  if (now == NULL || now->value == self->value)
    return;
  self->value = now->value;
  show_value (self);
}

void
mz_lever_row_set (MzLeverRow *self, double value)
{
  gtk_range_set_value (GTK_RANGE (self->slider), value);
}

void
mz_lever_row_type (MzLeverRow *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  entered_cb (GTK_ENTRY (self->entry), self);
}
