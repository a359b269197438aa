/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The frame of every field editor: label, unit, echo, reason, and when an edit is made. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-field-control-private.h"

#include "mz-display.h"
#include "mz-style.h"
#include "mz-template.h"

/* A burst of typing ends after this rest. */
#define REST_MS 1500

enum
{
  DONE,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MzFieldEditor, mz_field_editor, GTK_TYPE_WIDGET)

static gboolean
record_lives (MzFieldEditor *self)
{
  return mz_model_find (mz_workspace_model (self->workspace), mz_record_id (self->record)) ==
         self->record;
}

static void
show_reason (MzFieldEditor *self, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL);
  if (reason != NULL)
    {
      gtk_widget_add_css_class (self->control, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (self->control, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason != NULL ? reason : mz_translate (self->def->hint), -1);
}

static void
show_echo (MzFieldEditor *self, const MzValue *value)
{
  g_autofree char *echo = value != NULL ? mz_display_echo (self->def, value) : NULL;

  if (self->records != NULL)
    {
      g_autofree char *many = g_strdup_printf (
          ngettext ("for %u entry", "for %u entries", self->records->len), self->records->len);

      gtk_label_set_text (GTK_LABEL (self->echo), many);
      gtk_widget_set_visible (self->echo, TRUE);
      return;
    }

  gtk_label_set_text (GTK_LABEL (self->echo), echo != NULL ? echo : "");
  gtk_widget_set_visible (self->echo, echo != NULL);
}

/* The value that the document holds now, to be cleared. */
static MzValue
kept_value (MzFieldEditor *self)
{
  MzValue value = MZ_VALUE_MISSING;

  if (self->detour == NULL)
    return mz_value_copy (self->def, mz_record_value (self->record, self->field));
  self->detour->get (self->workspace, self->record, self->argument, &value);
  return value;
}

static void
show_record (MzFieldEditor *self)
{
  MzValue value = kept_value (self);

  self->filling = TRUE;
  self->type->show (self, &value);
  self->filling = FALSE;
  show_echo (self, &value);
  show_reason (self, NULL);
  mz_value_clear (self->def, &value);
}

static gboolean
has_focus (MzFieldEditor *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* While a person is in the field, its text stays as typed when it means what the record holds. */
static gboolean
shows_record_value (MzFieldEditor *self)
{
  MzValue read = MZ_VALUE_MISSING, kept = kept_value (self);
  gboolean same = self->type->read (self, &read, NULL) && mz_value_equal (self->def, &read, &kept);

  mz_value_clear (self->def, &read);
  mz_value_clear (self->def, &kept);
  return same;
}

static void
workspace_changed_cb (MzWorkspace *workspace, MzFieldEditor *self)
{
  self->moving = FALSE;
  if (self->dirty || !record_lives (self) || (has_focus (self) && shows_record_value (self)))
    return;
  gtk_label_set_text (GTK_LABEL (self->unit), mz_display_unit (workspace, self->def));
  show_record (self);
}

/* One edit for all records; those that have the value already are left alone. */
static gboolean
set_all (MzFieldEditor *self, const MzValue *value, GError **error)
{
  const MzKind *kind = mz_record_kind (self->record);
  guint n = self->records->len;
  /* TRANSLATORS: name of a field, number of entries: what one edit did. */
  g_autofree char *label =
      g_strdup_printf (ngettext ("%s of %u entry set", "%s of %u entries set", n),
                       mz_translate (self->def->label), n);
  MzEdit *edit = mz_edit_new (label);

  for (guint i = 0; i < n; i++)
    {
      MzRecord *record = g_ptr_array_index (self->records, i);

      if (!mz_value_equal (self->def, mz_record_value (record, self->field), value))
        mz_edit_set (edit, kind, mz_record_id (record), self->field, value);
    }
  if (mz_edit_n_changes (edit) == 0)
    {
      mz_edit_free (edit);
      return TRUE;
    }
  if (!mz_workspace_edit (self->workspace, edit, error))
    return FALSE;
  mz_workspace_tell (self->workspace, label, TRUE);
  return TRUE;
}

static gboolean
set_value (MzFieldEditor *self, const MzValue *value, GError **error)
{
  if (self->detour != NULL)
    return self->detour->set (self->workspace, self->record, self->argument, value, error);
  if (self->records != NULL)
    return set_all (self, value, error);
  return mz_workspace_set_value (self->workspace, self->record, self->field, value, error);
}

gboolean
mz_field_editor_commit (MzFieldEditor *self)
{
  g_autoptr (GError) error = NULL;
  MzValue value = MZ_VALUE_MISSING;
  gboolean taken;

  g_clear_handle_id (&self->rest, g_source_remove);
  if (!self->dirty || self->composing || !record_lives (self))
    return !self->dirty || !record_lives (self);
  taken = self->type->read (self, &value, &error);
  if (taken)
    {
      self->dirty = FALSE;
      taken = set_value (self, &value, &error);
      self->dirty = !taken;
    }
  mz_value_clear (self->def, &value);
  show_reason (self, taken ? NULL : error->message);
  return taken;
}

void
mz_field_editor_restore (MzFieldEditor *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->dirty = FALSE;
  if (record_lives (self))
    show_record (self);
}

static gboolean
rest_cb (gpointer data)
{
  MzFieldEditor *self = data;

  self->rest = 0;
  mz_field_editor_commit (self);
  return G_SOURCE_REMOVE;
}

void
mz_field_editor_typed (MzFieldEditor *self)
{
  MzValue value = MZ_VALUE_MISSING;

  if (self->filling)
    return;
  self->dirty = TRUE;
  show_echo (self, self->type->read (self, &value, NULL) ? &value : NULL);
  mz_value_clear (self->def, &value);
  g_clear_handle_id (&self->rest, g_source_remove);
  if (!self->in_cell)
    self->rest = g_timeout_add (REST_MS, rest_cb, self);
}

void
mz_field_editor_end (MzFieldEditor *self)
{
  g_autoptr (MzFieldEditor) keep = g_object_ref (self);

  self->dirty |= self->records != NULL;
  if (mz_field_editor_commit (self))
    g_signal_emit (self, signals[DONE], 0);
}

void
mz_field_editor_chosen (MzFieldEditor *self)
{
  if (self->filling || self->moving)
    return;
  self->dirty = TRUE;
  if (mz_field_editor_commit (self))
    g_signal_emit (self, signals[DONE], 0);
  else
    {
      /* A refused choice is not something a person goes on typing at. */
      g_autofree char *reason = g_strdup (mz_field_editor_error (self));
      mz_field_editor_restore (self);
      show_reason (self, reason);
    }
}

static gboolean
back_cb (gpointer data)
{
  MzFieldEditor *self = data;

  self->back = 0;
  if (gtk_widget_get_mapped (self->control))
    gtk_widget_grab_focus (self->control);
  return G_SOURCE_REMOVE;
}

static void
leave_cb (GtkEventControllerFocus *focus, MzFieldEditor *self)
{
  g_autoptr (MzFieldEditor) keep = g_object_ref (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->composing)
    return;
  if (mz_field_editor_commit (self))
    {
      if (record_lives (self) && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
        show_record (self);
      if (self->in_cell)
        g_signal_emit (self, signals[DONE], 0);
    }
  else if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)) && self->back == 0)
    self->back = g_idle_add (back_cb, self);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        MzFieldEditor *self)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (self->composing)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape && (self->dirty || self->in_cell))
    {
      mz_field_editor_restore (self);
      g_signal_emit (self, signals[CANCELLED], 0);
      return GDK_EVENT_STOP;
    }
  if (enter && GTK_IS_TEXT_VIEW (self->control) && (state & GDK_CONTROL_MASK) != 0)
    {
      mz_field_editor_end (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
preedit_cb (GtkWidget *text, const char *preedit, MzFieldEditor *self)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

void
mz_field_editor_watch_text (MzFieldEditor *self, GtkWidget *text)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->control, focus);
  /* The input method of the text sees each key first, so what comes here ends no composition. A text view takes Enter
   * for itself, so there the keys are looked at before. */
  if (GTK_IS_TEXT_VIEW (text))
    gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->control, keys);
  g_signal_connect (text, "preedit-changed", G_CALLBACK (preedit_cb), self);
}

void
mz_field_editor_set_detour (MzFieldEditor *self, const MzFieldDetour *detour, int argument)
{
  self->detour = detour;
  self->argument = argument;
  show_record (self);
}

void
mz_field_editor_set_records (MzFieldEditor *self, GPtrArray *records)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->records, g_object_ref (g_ptr_array_index (records, i)));
  show_echo (self, NULL);
}

GtkWidget *
mz_field_editor_control (MzFieldEditor *self)
{
  return self->control;
}

guint
mz_field_editor_field (MzFieldEditor *self)
{
  return self->field;
}

const char *
mz_field_editor_error (MzFieldEditor *self)
{
  return gtk_widget_get_visible (self->reason) ? gtk_label_get_text (GTK_LABEL (self->reason))
                                               : NULL;
}

/* Whoever looks at another record while a text waits here must not lose it in silence. */
static void
mz_field_editor_unmap (GtkWidget *widget)
{
  MzFieldEditor *self = MZ_FIELD_EDITOR (widget);

  GTK_WIDGET_CLASS (mz_field_editor_parent_class)->unmap (widget);
  self->composing = FALSE;
  if (self->dirty && !mz_field_editor_commit (self))
    {
      mz_workspace_tell (self->workspace, mz_field_editor_error (self), FALSE);
      mz_field_editor_restore (self);
    }
}

static gboolean
mz_field_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MZ_FIELD_EDITOR (widget)->control);
}

static void
mz_field_editor_dispose (GObject *object)
{
  MzFieldEditor *self = MZ_FIELD_EDITOR (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->back, g_source_remove);
  g_clear_handle_id (&self->fit, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  mz_template_dispose (GTK_WIDGET (self), MZ_TYPE_FIELD_EDITOR);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->record);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_field_editor_parent_class)->dispose (object);
}

static void
mz_field_editor_class_init (MzFieldEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_field_editor_dispose;
  widget_class->unmap = mz_field_editor_unmap;
  widget_class->grab_focus = mz_field_editor_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-field-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MzFieldEditor, head);
  gtk_widget_class_bind_template_child (widget_class, MzFieldEditor, label);
  gtk_widget_class_bind_template_child (widget_class, MzFieldEditor, unit);
  gtk_widget_class_bind_template_child (widget_class, MzFieldEditor, slot);
  gtk_widget_class_bind_template_child (widget_class, MzFieldEditor, echo);
  gtk_widget_class_bind_template_child (widget_class, MzFieldEditor, reason);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldeditor");
  signals[DONE] = g_signal_new ("done", MZ_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] = g_signal_new ("cancelled", MZ_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
mz_field_editor_init (MzFieldEditor *self)
{
  mz_style_use ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What can only be looked at can still be selected and copied. */
static void
close_control (MzFieldEditor *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->slot); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_EDITABLE (child))
      gtk_editable_set_editable (GTK_EDITABLE (child), FALSE);
    else if (child == gtk_widget_get_parent (self->control) && GTK_IS_TEXT_VIEW (self->control))
      gtk_text_view_set_editable (GTK_TEXT_VIEW (self->control), FALSE);
    else
      gtk_widget_set_sensitive (child, FALSE);
}

static GtkWidget *
editor_new (MzWorkspace *workspace, MzRecord *record, guint field, gboolean in_cell)
{
  MzFieldEditor *self = g_object_new (MZ_TYPE_FIELD_EDITOR, NULL);

  self->workspace = g_object_ref (workspace);
  self->record = g_object_ref (record);
  self->field = field;
  self->def = mz_kind_field (mz_record_kind (record), field);
  self->in_cell = in_cell;
  self->type = mz_control_for (self->def->type);
  self->type->make (self);
  gtk_widget_set_visible (self->head, !in_cell);
  if (in_cell)
    gtk_widget_add_css_class (GTK_WIDGET (self), "in-cell");
  gtk_label_set_text (GTK_LABEL (self->label), mz_translate (self->def->label));
  gtk_label_set_text (GTK_LABEL (self->unit), mz_display_unit (workspace, self->def));
  if (self->def->hint != NULL)
    gtk_widget_set_tooltip_text (self->head, mz_translate (self->def->hint));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mz_translate (self->def->label), -1);
  show_record (self);
  if (!mz_workspace_editable (workspace))
    close_control (self);
  g_signal_connect (workspace, "changed", G_CALLBACK (workspace_changed_cb), self);
  return GTK_WIDGET (self);
}

GtkWidget *
mz_field_editor_new (MzWorkspace *workspace, MzRecord *record, guint field)
{
  return editor_new (workspace, record, field, FALSE);
}

GtkWidget *
mz_field_editor_new_for_cell (MzWorkspace *workspace, MzRecord *record, guint field)
{
  return editor_new (workspace, record, field, TRUE);
}

gboolean
mz_field_editor_commit_focused (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *editor = focus != NULL ? gtk_widget_get_ancestor (focus, MZ_TYPE_FIELD_EDITOR) : NULL;

  return editor == NULL || mz_field_editor_commit (MZ_FIELD_EDITOR (editor));
}
