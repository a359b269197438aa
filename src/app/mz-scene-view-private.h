/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The inside of the canvas, for the files that make it up: the widget itself, editing, dragging, the menu, and taking
 * pictures elsewhere. */

#pragma once

#include "mz-scene-view.h"

G_BEGIN_DECLS

/* MzSceneDoing: what is being done with a mark. */
typedef enum
{
  MZ_SCENE_IDLE,
  MZ_SCENE_MOVING,
  MZ_SCENE_LINKING,
} MzSceneDoing;

struct _MzSceneView
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  MzSceneDraw draw;
  gpointer data;
  GDestroyNotify destroy;
  double natural_width;
  double natural_height;
  gboolean rigid;
  int theme;
  MzScene *scene;
  gboolean stale;
  char *focused;
  char *said; /* what happened last, for screen readers */
  GtkWidget *menu;
  GtkWidget *popover;
  /* Dragging: what a press would begin, and what is under way. */
  MzSceneDoing grab;
  MzSceneDoing doing;
  gboolean by_keys;
  char *held;    /* id of the record that is moved or linked */
  char *hovered; /* id of the record under the pointer */
  double grab_x, grab_y;
  double x, y; /* the pointer, in points of the scene */
  const MzChart *chart; /* NULL: something else draws */
  /* Moving from the picture before to the present one. */
  MzScene *before;
  MzScene *between;
  gboolean anew; /* the next layout forgets the picture before */
  guint tick;
  gint64 started;
};

/* The widget. */

/** mz_scene_view_edit_at: mz_scene_view_edit(), beginning with the text at a point of the scene */
void mz_scene_view_edit_at (MzSceneView *self, double x, double y);

/** mz_scene_view_to_scene: pixels of the widget as points of the scene */
void mz_scene_view_to_scene (MzSceneView *self, double *x, double *y);

/** mz_scene_view_pick: Returns: (nullable): the shape at a place of the widget */
const MzShape *mz_scene_view_pick (MzSceneView *self, double x, double y);

/** mz_scene_view_shape_of: Returns: (nullable): the mark of a record, else any shape that stands for it */
const MzShape *mz_scene_view_shape_of (MzSceneView *self, const char *record);

/** mz_scene_view_rectangle: Returns: where a shape is in the widget */
GdkRectangle mz_scene_view_rectangle (MzSceneView *self, const MzShape *shape);

/** mz_scene_view_focus: gives the keyboard focus to the mark of @record, (nullable) */
void mz_scene_view_focus (MzSceneView *self, const char *record);

/** mz_scene_view_say: tells screen readers what happened, @text: (nullable) */
void mz_scene_view_say (MzSceneView *self, const char *text);

/** mz_scene_view_bind_input: binds what the template connects its controllers to */
void mz_scene_view_bind_input (GtkWidgetClass *widget_class);

/** mz_scene_view_install_export: adds the actions that copy and save to the class of the canvas */
void mz_scene_view_install_export (GtkWidgetClass *widget_class);

/* Motion. */

/** mz_scene_view_set_before: the picture that was, @scene: (transfer full) (nullable) */
void mz_scene_view_set_before (MzSceneView *self, MzScene *scene);

/** mz_scene_view_previous: Returns: (nullable): the picture that the next one keeps to; lay out anew counts once */
const MzScene *mz_scene_view_previous (MzSceneView *self);

/** mz_scene_view_start_motion: lets marks that stand elsewhere now glide there, unless motion is reduced */
void mz_scene_view_start_motion (MzSceneView *self);

/** mz_scene_view_painted: Returns: what to paint at present of @scene, which is where the motion ends */
const MzScene *mz_scene_view_painted (MzSceneView *self, const MzScene *scene);

/** mz_scene_view_stop_motion: ends it at once */
void mz_scene_view_stop_motion (MzSceneView *self);

/** mz_scene_view_install_motion: adds the action that lays out anew to the class of the canvas */
void mz_scene_view_install_motion (GtkWidgetClass *widget_class);

/* Editing. */

/** mz_scene_view_record: Returns: (nullable): a record by its id */
MzRecord *mz_scene_view_record (MzSceneView *self, const char *id);

/** mz_scene_view_can_edit: Returns: whether marks can be moved and linked here at all */
gboolean mz_scene_view_can_edit (MzSceneView *self);

/** mz_scene_view_can_move: Returns: whether there are places for @record, (nullable) */
gboolean mz_scene_view_can_move (MzSceneView *self, MzRecord *record);

/** mz_scene_view_can_link: @to: (nullable); Returns: whether a line can be drawn between the two, or to any */
gboolean mz_scene_view_can_link (MzSceneView *self, MzRecord *from, MzRecord *to);

/** mz_scene_view_cost: how many values setting a record (@data) down would change; an #MzPlaceCost */
guint mz_scene_view_cost (const MzPlace *place, gpointer data);

/** mz_scene_view_set_down: moves a record to @place as one edit; Returns: whether anything changed */
gboolean mz_scene_view_set_down (MzSceneView *self, MzRecord *record, const MzPlace *place);

/** mz_scene_view_step: moves the focused mark to the neighbouring place */
void mz_scene_view_step (MzSceneView *self, int dx, int dy);

/** mz_scene_view_join: draws a line between two records as one edit; Returns: whether it was taken */
gboolean mz_scene_view_join (MzSceneView *self, MzRecord *from, MzRecord *to);

/** mz_scene_view_add: adds a record at @place and edits its title; Returns: (nullable): the record */
MzRecord *mz_scene_view_add (MzSceneView *self, const MzPlace *place);

/** mz_scene_view_adding_place: Returns: (nullable): the place where a double click at a point begins a record */
const MzPlace *mz_scene_view_adding_place (MzSceneView *self, double x, double y);

/** mz_scene_view_popover_closed: empties the popover of the title */
void mz_scene_view_popover_closed (GtkPopover *popover, MzSceneView *self);

/** mz_scene_view_install_edit: adds the actions that edit to the class of the canvas */
void mz_scene_view_install_edit (GtkWidgetClass *widget_class);

/* Dragging and linking. */

/** mz_scene_view_start_link: begins a line at the focused mark, whose end is chosen by arrow keys */
void mz_scene_view_start_link (MzSceneView *self);

/** mz_scene_view_choose: moves the end of the line to the next mark that it can lead to */
void mz_scene_view_choose (MzSceneView *self, int dx, int dy);

/** mz_scene_view_finish_link: makes the line to the mark that is chosen */
void mz_scene_view_finish_link (MzSceneView *self);

/** mz_scene_view_cancel: gives up what is under way; Returns: whether there was anything */
gboolean mz_scene_view_cancel (MzSceneView *self);

/** mz_scene_view_draw_doing: paints what is under way over the picture, in points of the scene */
void mz_scene_view_draw_doing (MzSceneView *self, cairo_t *cr, MzTheme theme);

void mz_scene_view_drag_begin (GtkGestureDrag *drag, double x, double y, MzSceneView *self);
void mz_scene_view_drag_update (GtkGestureDrag *drag, double dx, double dy, MzSceneView *self);
void mz_scene_view_drag_end (GtkGestureDrag *drag, double dx, double dy, MzSceneView *self);
void mz_scene_view_drag_cancel (GtkGesture *drag, GdkEventSequence *sequence, MzSceneView *self);
void mz_scene_view_motion (GtkEventControllerMotion *motion, double x, double y, MzSceneView *self);
void mz_scene_view_leave (GtkEventControllerMotion *motion, MzSceneView *self);

/* The menu. */

/** mz_scene_view_show_menu: shows the menu for what is at a place of the widget */
void mz_scene_view_show_menu (MzSceneView *self, double x, double y);

/** mz_scene_view_install_menu: adds the actions of the menu to the class of the canvas */
void mz_scene_view_install_menu (GtkWidgetClass *widget_class);

G_END_DECLS
