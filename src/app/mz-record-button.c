/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A button that stands for a record and jumps to it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-record-button.h"

#include "mz-display.h"

struct _MzRecordButton
{
  GtkButton parent_instance;
  MzWorkspace *workspace;
  char *id;
  GtkWidget *kind;
  GtkWidget *title;
};

G_DEFINE_FINAL_TYPE (MzRecordButton, mz_record_button, GTK_TYPE_BUTTON)

static void
clicked_cb (MzRecordButton *self)
{
  g_autoptr (MzWorkspace) workspace = g_object_ref (self->workspace);
  g_autofree char *id = g_strdup (self->id);

  /* The selection may rebuild the list in which this button stands. */
  mz_workspace_select (workspace, id);
}

static void
mz_record_button_finalize (GObject *object)
{
  MzRecordButton *self = MZ_RECORD_BUTTON (object);

  g_clear_object (&self->workspace);
  g_free (self->id);
  G_OBJECT_CLASS (mz_record_button_parent_class)->finalize (object);
}

static void
mz_record_button_class_init (MzRecordButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mz_record_button_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-record-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MzRecordButton, kind);
  gtk_widget_class_bind_template_child (widget_class, MzRecordButton, title);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
mz_record_button_init (MzRecordButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mz_record_button_new (MzWorkspace *workspace, MzRecord *record)
{
  MzRecordButton *self = g_object_new (MZ_TYPE_RECORD_BUTTON, NULL);
  g_autofree char *line = mz_display_name (workspace, record);
  g_autofree char *name = NULL;
  const char *kind = mz_translate (mz_record_kind (record)->label);

  self->workspace = g_object_ref (workspace);
  self->id = g_strdup (mz_record_id (record));
  gtk_label_set_text (GTK_LABEL (self->kind), kind);
  gtk_label_set_text (GTK_LABEL (self->title), line);
  name = g_strdup_printf ("%s: %s", kind, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

const char *
mz_record_button_id (MzRecordButton *self)
{
  return self->id;
}
