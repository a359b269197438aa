/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The trace of the selected record. */

#include "config.h"

#include "mz-trace-window.h"

#include <glib/gi18n-lib.h>

#include "mz-picture.h"

struct _MzTraceWindow
{
  AdwWindow parent_instance;
  MzWindow *parent;
  AdwBin *picture;
  MzSceneView *view;
};

G_DEFINE_FINAL_TYPE (MzTraceWindow, mz_trace_window, ADW_TYPE_WINDOW)

/* The mark that has the keyboard, else what stands in the middle. */
static void
jump (MzTraceWindow *self)
{
  MzRecord *selected = mz_workspace_selected (mz_window_workspace (self->parent));
  g_autofree char *id = g_strdup (mz_scene_view_focused (self->view));

  if (id == NULL && selected != NULL)
    id = g_strdup (mz_record_id (selected));
  if (id == NULL)
    return;
  mz_window_jump (self->parent, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
jump_cb (GtkButton *button, gpointer data)
{
  jump (data);
}

/* On other pictures Enter edits; here it is the way back to the page. */
static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
  MzTraceWindow *self = data;

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) ||
      gtk_window_get_focus (GTK_WINDOW (self)) != GTK_WIDGET (self->view))
    return GDK_EVENT_PROPAGATE;
  jump (self);
  return GDK_EVENT_STOP;
}

static void
mz_trace_window_dispose (GObject *object)
{
  g_clear_object (&MZ_TRACE_WINDOW (object)->parent);
  G_OBJECT_CLASS (mz_trace_window_parent_class)->dispose (object);
}

static void
mz_trace_window_class_init (MzTraceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_trace_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-trace-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MzTraceWindow, picture);
  gtk_widget_class_bind_template_callback (widget_class, jump_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
mz_trace_window_init (MzTraceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mz_trace_window_new (MzWindow *parent)
{
  MzTraceWindow *self = g_object_new (MZ_TYPE_TRACE_WINDOW, "transient-for", parent, NULL);
  MzWorkspace *workspace = mz_window_workspace (parent);
  const MzChart *chart = mz_chart_find ("trace");
  GtkWidget *view = mz_scene_view_new_chart (workspace, chart);

  self->parent = g_object_ref (parent);
  self->view = MZ_SCENE_VIEW (view);
  adw_bin_set_child (self->picture,
                     mz_picture_new (workspace, mz_translate (chart->label), self->view));
  gtk_window_set_focus (GTK_WINDOW (self), view);
  return GTK_WIDGET (self);
}
