/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What pointer and keyboard do on the canvas: pointing, selecting, tooltips, walking from mark to mark. */

#include "config.h"

#include "mz-scene-view-private.h"

/* Pointer. */

/* A second click on a mark edits its title; on an empty place it begins a record there. */
static void
pressed_twice (MzSceneView *self, const MzShape *shape, double x, double y)
{
  const MzPlace *place;

  if (shape != NULL && shape->record != NULL && shape->role != MZ_ROLE_CELL)
    {
      double scene_x = x, scene_y = y;

      mz_scene_view_to_scene (self, &scene_x, &scene_y);
      mz_scene_view_edit_at (self, scene_x, scene_y);
      return;
    }
  mz_scene_view_to_scene (self, &x, &y);
  place = mz_scene_view_adding_place (self, x, y);
  if (place != NULL)
    mz_scene_view_add (self, place);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, MzSceneView *self)
{
  const MzShape *shape = mz_scene_view_pick (self, x, y);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  g_autofree char *record = shape != NULL ? g_strdup (shape->record) : NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (record != NULL)
    {
      mz_scene_view_say (self, NULL);
      mz_scene_view_focus (self, record);
      /* What is selected may bring the inspector, and the page would narrow under a drag: it waits for the release. */
      if (button != GDK_BUTTON_PRIMARY || n_press > 1 ||
          !mz_scene_view_can_move (self, mz_scene_view_record (self, record)))
        mz_workspace_select (self->workspace, record);
    }
  if (button == GDK_BUTTON_SECONDARY)
    mz_scene_view_show_menu (self, x, y);
  else if (n_press == 2)
    pressed_twice (self, mz_scene_view_pick (self, x, y), x, y);
}

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, MzSceneView *self)
{
  const MzShape *shape = mz_scene_view_pick (self, x, y);

  if (shape != NULL && self->focused != NULL && g_strcmp0 (shape->record, self->focused) == 0)
    mz_workspace_select (self->workspace, self->focused);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);
  const MzShape *shape = keyboard ? NULL : mz_scene_view_pick (self, x, y);
  GdkRectangle place;

  if (keyboard && self->focused != NULL)
    shape = mz_scene_mark_of (mz_scene_view_scene (self), self->focused);
  if (shape == NULL || shape->tooltip == NULL || self->doing != MZ_SCENE_IDLE)
    return FALSE;
  place = mz_scene_view_rectangle (self, shape);
  gtk_tooltip_set_text (tooltip, shape->tooltip);
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, MzSceneView *self)
{
  g_autoptr (GdkPaintable) icon = NULL;

  /* A mark that can be moved is moved; the picture as a whole is taken from elsewhere, or with Ctrl. */
  if (self->grab != MZ_SCENE_IDLE)
    return NULL;
  icon = gtk_widget_paintable_new (GTK_WIDGET (self));
  gtk_drag_source_set_icon (source, icon, (int)x, (int)y);
  return mz_scene_view_content (self);
}

/* Keyboard. */

static void
move_focus (MzSceneView *self, int dx, int dy)
{
  const MzShape *next = mz_scene_next (mz_scene_view_scene (self), self->focused, dx, dy);

  if (self->focused == NULL || mz_scene_mark_of (mz_scene_view_scene (self), self->focused) == NULL)
    next = mz_scene_next (mz_scene_view_scene (self), NULL, 0, 0);
  if (next != NULL && next->record != NULL)
    {
      g_autofree char *record = g_strdup (next->record);
      mz_scene_view_say (self, NULL);
      mz_scene_view_focus (self, record);
      mz_workspace_select (self->workspace, record);
    }
}

/* An arrow alone walks, with Alt it moves the mark, while a line is drawn it chooses where the line ends. */
static gboolean
arrow (MzSceneView *self, GdkModifierType state, int dx, int dy)
{
  if ((state & GDK_ALT_MASK) != 0)
    mz_scene_view_step (self, dx, dy);
  else if (self->doing == MZ_SCENE_LINKING)
    mz_scene_view_choose (self, dx, dy);
  else
    move_focus (self, dx, dy);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        MzSceneView *self)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return arrow (self, state, -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return arrow (self, state, 1, 0);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return arrow (self, state, 0, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return arrow (self, state, 0, 1);
    case GDK_KEY_Escape:
      return mz_scene_view_cancel (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_enter_cb (GtkEventControllerFocus *focus, MzSceneView *self)
{
  const MzShape *first;

  if (self->focused == NULL &&
      (first = mz_scene_next (mz_scene_view_scene (self), NULL, 0, 0)) != NULL)
    mz_scene_view_focus (self, first->record);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_leave_cb (GtkEventControllerFocus *focus, MzSceneView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mz_scene_view_bind_input (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GCallback callback;
  } callbacks[] = {
      {"pressed_cb", G_CALLBACK (pressed_cb)},
      {"released_cb", G_CALLBACK (released_cb)},
      {"query_tooltip_cb", G_CALLBACK (query_tooltip_cb)},
      {"drag_prepare_cb", G_CALLBACK (drag_prepare_cb)},
      {"key_cb", G_CALLBACK (key_cb)},
      {"focus_enter_cb", G_CALLBACK (focus_enter_cb)},
      {"focus_leave_cb", G_CALLBACK (focus_leave_cb)},
      {"drag_begin_cb", G_CALLBACK (mz_scene_view_drag_begin)},
      {"drag_update_cb", G_CALLBACK (mz_scene_view_drag_update)},
      {"drag_end_cb", G_CALLBACK (mz_scene_view_drag_end)},
      {"drag_cancel_cb", G_CALLBACK (mz_scene_view_drag_cancel)},
      {"motion_cb", G_CALLBACK (mz_scene_view_motion)},
      {"leave_cb", G_CALLBACK (mz_scene_view_leave)},
      {"popover_closed_cb", G_CALLBACK (mz_scene_view_popover_closed)},
  };

  for (guint i = 0; i < G_N_ELEMENTS (callbacks); i++)
    gtk_widget_class_bind_template_callback_full (widget_class, callbacks[i].name,
                                                  callbacks[i].callback);
}
