/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Dragging marks over the canvas, and drawing lines between them by pointer and by keyboard. Until the button is let go
 * nothing is changed; Escape gives up. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mz-scene-view-private.h"

#include "mz-style.h"

/* Pixels that a pointer moves before it drags. */
#define THRESHOLD 6.0
/* The handle at the edge of a mark from which a line is drawn: its radius, and how near is near enough. */
#define HANDLE 5.0
#define HANDLE_NEAR 8.0
/* Marks that an arrow key passes over at most while it looks for one that the line can lead to. */
#define CHOICES 64
#define TAG_PAD 5.0
#define TAG_GAP 14.0

typedef struct
{
  double x, y;
} MzPoint;

static void
end (MzSceneView *self)
{
  self->grab = self->doing = MZ_SCENE_IDLE;
  self->by_keys = FALSE;
  g_clear_pointer (&self->held, g_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static MzRecord *
held (MzSceneView *self)
{
  return mz_scene_view_record (self, self->held);
}

gboolean
mz_scene_view_cancel (MzSceneView *self)
{
  g_autofree char *from = g_strdup (self->held);
  gboolean by_keys = self->by_keys;

  if (self->doing == MZ_SCENE_IDLE)
    return FALSE;
  end (self);
  if (by_keys)
    mz_scene_view_focus (self, from);
  mz_scene_view_say (self, _ ("Given up; nothing was changed."));
  return TRUE;
}

/* Where things are. */

static MzPoint
middle_of (const MzShape *shape)
{
  return (MzPoint){shape->x + shape->width / 2, shape->y + shape->height / 2};
}

static MzPoint
handle_of (const MzShape *mark)
{
  return (MzPoint){mark->x + mark->width, mark->y + mark->height / 2};
}

/* The mark whose handle is shown: under the pointer, else with the focus. */
static const MzShape *
handled_mark (MzSceneView *self)
{
  const MzScene *scene = mz_scene_view_scene (self);
  const char *id = self->hovered != NULL                      ? self->hovered
                   : gtk_widget_has_focus (GTK_WIDGET (self)) ? self->focused
                                                              : NULL;

  return mz_scene_view_can_link (self, mz_scene_view_record (self, id), NULL)
             ? mz_scene_mark_of (scene, id)
             : NULL;
}

static gboolean
on_handle (MzSceneView *self, double x, double y)
{
  const MzShape *mark = handled_mark (self);
  MzPoint handle;

  if (mark == NULL)
    return FALSE;
  handle = handle_of (mark);
  return hypot (x - handle.x, y - handle.y) <= HANDLE_NEAR;
}

static const MzPlace *
target_place (MzSceneView *self)
{
  MzRecord *record = held (self);

  if (record == NULL)
    return NULL;
  return mz_scene_place_at (mz_scene_view_scene (self), mz_record_kind (record)->name, self->x,
                            self->y, mz_scene_view_cost, record);
}

/* The record to which the line leads now. */
static MzRecord *
target_record (MzSceneView *self)
{
  const MzShape *shape;
  MzRecord *record;

  if (self->by_keys)
    record = mz_scene_view_record (self, self->focused);
  else
    {
      shape = mz_scene_pick (mz_scene_view_scene (self), self->x, self->y);
      record = shape != NULL ? mz_scene_view_record (self, shape->record) : NULL;
    }
  return record != NULL && mz_scene_view_can_link (self, held (self), record) ? record : NULL;
}

/* The pointer. */

static MzSceneDoing
grab_at (MzSceneView *self, GdkModifierType state, const char **id)
{
  const MzShape *shape = mz_scene_pick (mz_scene_view_scene (self), self->x, self->y);
  MzRecord *record;

  *id = NULL;
  if ((state & GDK_CONTROL_MASK) != 0)
    return MZ_SCENE_IDLE;
  if (on_handle (self, self->x, self->y))
    {
      *id = handled_mark (self)->record;
      return MZ_SCENE_LINKING;
    }
  if (shape == NULL || (shape->role != MZ_ROLE_MARK && shape->role != MZ_ROLE_LABEL))
    return MZ_SCENE_IDLE;
  record = mz_scene_view_record (self, shape->record);
  *id = shape->record;
  if ((state & (GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 && mz_scene_view_can_link (self, record, NULL))
    return MZ_SCENE_LINKING;
  return !shape->fixed && mz_scene_view_can_move (self, record) ? MZ_SCENE_MOVING : MZ_SCENE_IDLE;
}

void
mz_scene_view_drag_begin (GtkGestureDrag *drag, double x, double y, MzSceneView *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  const char *id;

  mz_scene_view_cancel (self);
  mz_scene_view_to_scene (self, &x, &y);
  self->grab_x = self->x = x;
  self->grab_y = self->y = y;
  self->grab = grab_at (self, state, &id);
  g_free (self->held);
  self->held = self->grab != MZ_SCENE_IDLE ? g_strdup (id) : NULL;
  if (self->grab == MZ_SCENE_IDLE)
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

void
mz_scene_view_drag_update (GtkGestureDrag *drag, double dx, double dy, MzSceneView *self)
{
  double zero_x = 0, zero_y = 0, x = dx, y = dy;

  if (self->grab == MZ_SCENE_IDLE)
    return;
  if (self->doing == MZ_SCENE_IDLE)
    {
      if (hypot (dx, dy) < THRESHOLD)
        return;
      self->doing = self->grab;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      mz_scene_view_focus (self, self->held);
    }
  mz_scene_view_to_scene (self, &zero_x, &zero_y);
  mz_scene_view_to_scene (self, &x, &y);
  self->x = self->grab_x + x - zero_x;
  self->y = self->grab_y + y - zero_y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mz_scene_view_drag_end (GtkGestureDrag *drag, double dx, double dy, MzSceneView *self)
{
  MzSceneDoing doing = self->doing;
  MzRecord *record = held (self);
  const MzPlace *place = doing == MZ_SCENE_MOVING ? target_place (self) : NULL;
  MzRecord *to = doing == MZ_SCENE_LINKING ? target_record (self) : NULL;

  end (self);
  if (place != NULL)
    mz_scene_view_set_down (self, record, place);
  else if (to != NULL)
    mz_scene_view_join (self, record, to);
}

void
mz_scene_view_drag_cancel (GtkGesture *drag, GdkEventSequence *sequence, MzSceneView *self)
{
  if (!self->by_keys)
    end (self);
}

void
mz_scene_view_motion (GtkEventControllerMotion *motion, double x, double y, MzSceneView *self)
{
  const MzShape *shape = mz_scene_view_pick (self, x, y);
  const char *id = shape != NULL && (shape->role == MZ_ROLE_MARK || shape->role == MZ_ROLE_LABEL)
                       ? shape->record
                       : NULL;
  const MzShape *before;

  mz_scene_view_to_scene (self, &x, &y);
  /* On its way to the handle the pointer may leave the mark. */
  if (g_strcmp0 (id, self->hovered) == 0 || self->doing != MZ_SCENE_IDLE ||
      (id == NULL && on_handle (self, x, y)))
    return;
  before = handled_mark (self);
  g_free (self->hovered);
  self->hovered = g_strdup (id);
  if (handled_mark (self) != before)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mz_scene_view_leave (GtkEventControllerMotion *motion, MzSceneView *self)
{
  if (self->hovered == NULL)
    return;
  g_clear_pointer (&self->hovered, g_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The keyboard. */

void
mz_scene_view_start_link (MzSceneView *self)
{
  MzRecord *record = mz_scene_view_record (self, self->focused);
  g_autofree char *title = NULL;
  g_autofree char *said = NULL;

  if (self->doing != MZ_SCENE_IDLE || !mz_scene_view_can_link (self, record, NULL) ||
      mz_scene_mark_of (mz_scene_view_scene (self), self->focused) == NULL)
    return;
  title = mz_record_title (record);
  said = g_strdup_printf (_ ("Link from “%s”: arrow keys choose, Enter links, Escape gives up."),
                          title);
  self->doing = MZ_SCENE_LINKING;
  self->by_keys = TRUE;
  g_free (self->held);
  self->held = g_strdup (self->focused);
  mz_scene_view_say (self, said);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mz_scene_view_choose (MzSceneView *self, int dx, int dy)
{
  const MzScene *scene = mz_scene_view_scene (self);
  g_autofree char *at = g_strdup (self->focused);

  for (guint i = 0; i < CHOICES; i++)
    {
      const MzShape *next = mz_scene_next (scene, at, dx, dy);
      MzRecord *record;

      if (next == NULL || g_strcmp0 (next->record, at) == 0)
        return;
      g_free (at);
      at = g_strdup (next->record);
      record = mz_scene_view_record (self, at);
      if (record == held (self) ||
          (record != NULL && mz_scene_view_can_link (self, held (self), record)))
        {
          g_autofree char *title = mz_record_title (record);

          mz_scene_view_focus (self, at);
          mz_scene_view_say (self, title);
          return;
        }
    }
}

void
mz_scene_view_finish_link (MzSceneView *self)
{
  MzRecord *from = held (self), *to = target_record (self);
  g_autofree char *start = g_strdup (self->held);

  if (to == NULL)
    return;
  end (self);
  if (!mz_scene_view_join (self, from, to))
    mz_scene_view_focus (self, start);
}

/* What is seen meanwhile. */

static void
set_colour (cairo_t *cr, MzTheme theme, MzColour colour, double alpha)
{
  MzRgba rgba = mz_palette_colour (theme, colour);

  cairo_set_source_rgba (cr, rgba.red, rgba.green, rgba.blue, rgba.alpha * alpha);
}

static void
box_path (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = MIN (6, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* A short text on a ground of its own, kept inside the picture. */
static void
draw_tag (MzSceneView *self, cairo_t *cr, MzTheme theme, const char *text, double x, double y)
{
  const MzScene *scene = mz_scene_view_scene (self);
  const double most = mz_scene_width (scene) / 2;
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  int width, height;

  pango_font_description_set_absolute_size (font, 11 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > most)
    {
      pango_layout_set_width (layout, (int)(most * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      width = (int)most;
    }
  x = CLAMP (x, 0, MAX (0, mz_scene_width (scene) - width - 2 * TAG_PAD));
  y = CLAMP (y, 0, MAX (0, mz_scene_height (scene) - height - TAG_PAD));
  box_path (cr, x, y, width + 2 * TAG_PAD, height + TAG_PAD);
  set_colour (cr, theme, MZ_COLOUR_ACCENT, 1);
  cairo_fill (cr);
  set_colour (cr, theme, MZ_COLOUR_ON_ACCENT, 1);
  cairo_move_to (cr, x + TAG_PAD, y + TAG_PAD / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_places (MzSceneView *self, cairo_t *cr, MzTheme theme, MzRecord *record, const MzPlace *target)
{
  const MzScene *scene = mz_scene_view_scene (self);
  const double dash[] = {3, 3};

  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dash, 2, 0);
  set_colour (cr, theme, MZ_COLOUR_ACCENT, 0.4);
  for (guint i = 0; i < mz_scene_n_places (scene); i++)
    {
      const MzPlace *place = mz_scene_place (scene, i);

      /* Places that hold others would only double their lines. */
      if (place->by_key && g_str_equal (place->kind, mz_record_kind (record)->name) &&
          mz_scene_view_cost (place, record) != MZ_PLACE_NEVER)
        {
          box_path (cr, place->x, place->y, place->width, place->height);
          cairo_stroke (cr);
        }
    }
  cairo_set_dash (cr, NULL, 0, 0);
  if (target == NULL)
    return;
  box_path (cr, target->x, target->y, target->width, target->height);
  set_colour (cr, theme, MZ_COLOUR_ACCENT, 0.16);
  cairo_fill_preserve (cr);
  set_colour (cr, theme, MZ_COLOUR_ACCENT, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
draw_moving (MzSceneView *self, cairo_t *cr, MzTheme theme)
{
  MzRecord *record = held (self);
  const MzShape *mark = mz_scene_mark_of (mz_scene_view_scene (self), self->held);
  const MzPlace *target = target_place (self);

  if (record == NULL)
    return;
  draw_places (self, cr, theme, record, target);
  if (mark != NULL)
    {
      box_path (cr, mark->x + self->x - self->grab_x, mark->y + self->y - self->grab_y, mark->width,
                mark->height);
      set_colour (cr, theme, MZ_COLOUR_PAPER, 0.6);
      cairo_fill_preserve (cr);
      set_colour (cr, theme, MZ_COLOUR_INK, 0.8);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
  if (target != NULL && target->label != NULL)
    draw_tag (self, cr, theme, target->label, self->x + TAG_GAP, self->y + TAG_GAP);
}

static void
draw_line (cairo_t *cr, MzPoint from, MzPoint to)
{
  double angle = atan2 (to.y - from.y, to.x - from.x);

  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  cairo_stroke (cr);
  cairo_move_to (cr, to.x, to.y);
  cairo_line_to (cr, to.x - 9 * cos (angle - 0.45), to.y - 9 * sin (angle - 0.45));
  cairo_line_to (cr, to.x - 9 * cos (angle + 0.45), to.y - 9 * sin (angle + 0.45));
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_linking (MzSceneView *self, cairo_t *cr, MzTheme theme)
{
  const MzScene *scene = mz_scene_view_scene (self);
  const MzShape *from = mz_scene_mark_of (scene, self->held);
  MzRecord *to = target_record (self);
  const MzShape *mark = to != NULL ? mz_scene_mark_of (scene, mz_record_id (to)) : NULL;
  MzPoint point = {self->x, self->y};

  if (from == NULL)
    return;
  if (mark != NULL)
    point = middle_of (mark);
  else if (self->by_keys)
    point = handle_of (from);
  set_colour (cr, theme, MZ_COLOUR_ACCENT, 1);
  cairo_set_line_width (cr, 2);
  box_path (cr, from->x - 2, from->y - 2, from->width + 4, from->height + 4);
  cairo_stroke (cr);
  draw_line (cr, middle_of (from), point);
  if (mark != NULL)
    {
      g_autofree char *title = mz_record_title (to);

      box_path (cr, mark->x - 2, mark->y - 2, mark->width + 4, mark->height + 4);
      cairo_stroke (cr);
      draw_tag (self, cr, theme, title, mark->x + mark->width / 2, mark->y + mark->height + 6);
    }
}

static void
draw_handle (MzSceneView *self, cairo_t *cr, MzTheme theme)
{
  const MzShape *mark = handled_mark (self);
  MzPoint handle;

  if (mark == NULL)
    return;
  handle = handle_of (mark);
  cairo_arc (cr, handle.x, handle.y, HANDLE, 0, 2 * G_PI);
  set_colour (cr, theme, MZ_COLOUR_PAPER, 1);
  cairo_fill_preserve (cr);
  set_colour (cr, theme, MZ_COLOUR_ACCENT, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

void
mz_scene_view_draw_doing (MzSceneView *self, cairo_t *cr, MzTheme theme)
{
  if (self->doing == MZ_SCENE_MOVING)
    draw_moving (self, cr, theme);
  else if (self->doing == MZ_SCENE_LINKING)
    draw_linking (self, cr, theme);
  else
    draw_handle (self, cr, theme);
}
