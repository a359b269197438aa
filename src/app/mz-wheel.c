/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Wheel clicks of one frame are summed and applied in one tick callback: applying them one by one makes a list view
 * re-estimate its height in between and jump. */

#include "config.h"

#include <math.h>

#include "mz-wheel.h"

typedef struct
{
  GtkWidget *window;
  GtkAdjustment *target;
  double pending;
  guint tick;
  guint32 last;
} MzWheel;

/* A turn of the wheel goes on where it began, also when a list slides under the pointer meanwhile. */
#define LATCH_MS 400

static gboolean
has_room (GtkAdjustment *adjustment, double dy)
{
  double value = gtk_adjustment_get_value (adjustment);
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  return dy < 0 ? value > gtk_adjustment_get_lower (adjustment) + 0.5 : value < last - 0.5;
}

/* A text takes the wheel while a person is in it; otherwise the page would stop at every long text under the pointer. */
static gboolean
takes_wheel (GtkWidget *widget)
{
  return GTK_IS_SCROLLED_WINDOW (widget) &&
         (!GTK_IS_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget))) ||
          (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0);
}

/* The innermost scrolled window under the pointer that can still move, the outermost when none can. */
static GtkAdjustment *
find_target (GtkWidget *window, GtkEventController *controller, double dy)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GtkNative *native = gtk_widget_get_native (window);
  GtkWidget *inner;
  double x, y, offset_x, offset_y;

  if (gdk_event_get_surface (event) != gtk_native_get_surface (native) ||
      !gdk_event_get_position (event, &x, &y))
    return NULL;
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), window, x - offset_x, y - offset_y, &x,
                                    &y);
  inner = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);
  for (; inner != NULL && inner != window; inner = gtk_widget_get_parent (inner))
    if (takes_wheel (inner))
      {
        GtkAdjustment *adjustment =
            gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (inner));
        if (has_room (adjustment, dy))
          return adjustment;
      }
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MzWheel *self = data;
  double step = pow (gtk_adjustment_get_page_size (self->target), 2.0 / 3.0);

  gtk_adjustment_set_value (self->target,
                            gtk_adjustment_get_value (self->target) + self->pending * step);
  self->pending = 0;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, MzWheel *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  guint32 now = gtk_event_controller_get_current_event_time (controller);
  GtkAdjustment *target = self->target;

  /* Fingers on a touchpad give pixels and momentum, which GTK handles well. */
  if (dy == 0 || gtk_event_controller_scroll_get_unit (scroll) != GDK_SCROLL_UNIT_WHEEL ||
      (gtk_event_controller_get_current_event_state (controller) &
       (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (target == NULL || now - self->last > LATCH_MS || !has_room (target, dy))
    target = find_target (self->window, controller, dy);
  self->last = now;
  if (target == NULL)
    return GDK_EVENT_PROPAGATE;
  if (g_set_object (&self->target, target))
    self->pending = 0;
  self->pending += dy;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->window, tick_cb, self, NULL);
  return GDK_EVENT_STOP;
}

static void
wheel_free (gpointer data, GClosure *closure)
{
  MzWheel *self = data;

  g_clear_object (&self->target);
  g_free (self);
}

void
mz_wheel_attach (GtkScrolledWindow *window)
{
  GtkEventController *controller =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  MzWheel *self = g_new0 (MzWheel, 1);

  self->window = GTK_WIDGET (window);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "scroll", G_CALLBACK (scroll_cb), self, wheel_free, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}
