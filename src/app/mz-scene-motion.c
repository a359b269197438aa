/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Motion on the canvas: when a new picture has the mark of a record elsewhere, it glides there on the frame clock. What can
 * be pointed at is the new picture from the beginning. */

#include "config.h"

#include <adwaita.h>

#include "mz-scene-view-private.h"

/* Microseconds. */
#define DURATION (200 * G_TIME_SPAN_MILLISECOND)
/* More shapes than a frame has time to copy change at once. */
#define MOST_SHAPES 4000

void
mz_scene_view_set_before (MzSceneView *self, MzScene *scene)
{
  g_clear_pointer (&self->before, mz_scene_free);
  self->before = scene;
}

const MzScene *
mz_scene_view_previous (MzSceneView *self)
{
  gboolean anew = self->anew;

  self->anew = FALSE;
  return anew ? NULL : self->before;
}

void
mz_scene_view_stop_motion (MzSceneView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->between, mz_scene_free);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);
  gint64 passed = gdk_frame_clock_get_frame_time (clock) - self->started;

  gtk_widget_queue_draw (widget);
  g_clear_pointer (&self->between, mz_scene_free);
  if (self->before == NULL || self->scene == NULL || passed >= DURATION)
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }
  self->between =
      mz_scene_between (self->before, self->scene,
                        adw_easing_ease (ADW_EASE_OUT_CUBIC, (double)MAX (passed, 0) / DURATION));
  return G_SOURCE_CONTINUE;
}

void
mz_scene_view_start_motion (MzSceneView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  mz_scene_view_stop_motion (self);
  if (self->before == NULL || self->rigid || clock == NULL ||
      !adw_get_enable_animations (GTK_WIDGET (self)) ||
      mz_scene_n_shapes (self->scene) > MOST_SHAPES || !mz_scene_moves (self->before, self->scene))
    return;
  self->started = gdk_frame_clock_get_frame_time (clock);
  self->between = mz_scene_between (self->before, self->scene, 0);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

const MzScene *
mz_scene_view_painted (MzSceneView *self, const MzScene *scene)
{
  return self->between != NULL ? self->between : scene;
}

static void
lay_out_anew_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);

  self->anew = self->stale = TRUE;
  gtk_widget_queue_draw (widget);
}

void
mz_scene_view_install_motion (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "scene.lay-out-anew", NULL, lay_out_anew_action);
}
