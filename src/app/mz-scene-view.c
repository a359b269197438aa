/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The one canvas. A scene is laid out again when the model or the size changes, at most once a frame, because it is made
 * when the frame is painted. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mz-scene-view.h"

#include "mz-scene-view-private.h"
#include "mz-style.h"
#include "mz-workspace-loss.h"
#include "mz-template.h"

#define LEAST_WIDTH 160
#define LEAST_HEIGHT 120
/* Room around a picture in its frame, in points. */
#define INSET 12
/* A picture wider than natural grows less in height: it has more room, not larger letters. */
#define MOST_GROWTH 1.3
/* How pale a picture is while it waits for its figures. */
#define STALE_OPACITY 0.45

enum
{
  TABLE_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MzSceneView, mz_scene_view, GTK_TYPE_WIDGET)

static MzTheme
view_theme (MzSceneView *self)
{
  return self->theme >= 0 ? (MzTheme)self->theme : mz_style_theme ();
}

/* Pixels a point of the scene takes. */
static double
view_scale (MzSceneView *self)
{
  if (self->rigid)
    return MAX (1, gtk_widget_get_width (GTK_WIDGET (self))) / self->natural_width;
  return mz_style_text_scale (GTK_WIDGET (self));
}

/* Points between the edge of the canvas and the scene. */
static double
view_inset (MzSceneView *self)
{
  return self->rigid ? 0 : INSET;
}

/* What happened last comes before what the picture says. */
static void
tell_accessible (MzSceneView *self)
{
  const char *description = mz_scene_description (self->scene);
  g_autofree char *text =
      g_strdup_printf ("%s%s%s", self->said != NULL ? self->said : "",
                       self->said != NULL ? " " : "", description != NULL ? description : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mz_scene_title (self->scene), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

void
mz_scene_view_say (MzSceneView *self, const char *text)
{
  char *copy = g_strdup (text);

  g_free (self->said);
  self->said = copy;
  if (self->scene != NULL)
    tell_accessible (self);
}

static const MzScene *
view_scene (MzSceneView *self)
{
  double scale = view_scale (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / scale - 2 * view_inset (self);
  double height = gtk_widget_get_height (GTK_WIDGET (self)) / scale - 2 * view_inset (self);

  if (self->scene != NULL && !self->stale)
    return self->scene;
  if (self->rigid || width < LEAST_WIDTH || height < LEAST_HEIGHT)
    {
      width = self->natural_width;
      height = self->natural_height;
    }
  mz_scene_view_set_before (self, g_steal_pointer (&self->scene));
  self->scene = self->draw (self->data, self->workspace, width, height);
  self->stale = FALSE;
  mz_scene_view_start_motion (self);
  tell_accessible (self);
  return self->scene;
}

static void
make_stale (MzSceneView *self)
{
  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mz_scene_view_refresh (MzSceneView *self)
{
  make_stale (self);
}

/* Places. */

void
mz_scene_view_to_scene (MzSceneView *self, double *x, double *y)
{
  double scale = view_scale (self);

  *x = *x / scale - view_inset (self);
  *y = *y / scale - view_inset (self);
}

const MzShape *
mz_scene_view_pick (MzSceneView *self, double x, double y)
{
  mz_scene_view_to_scene (self, &x, &y);
  return mz_scene_pick (view_scene (self), x, y);
}

const MzShape *
mz_scene_view_shape_of (MzSceneView *self, const char *record)
{
  const MzScene *scene = view_scene (self);
  const MzShape *mark = mz_scene_mark_of (scene, record);

  for (guint i = 0; mark == NULL && record != NULL && i < mz_scene_n_shapes (scene); i++)
    if (g_strcmp0 (mz_scene_shape (scene, i)->record, record) == 0)
      mark = mz_scene_shape (scene, i);
  return mark;
}

GdkRectangle
mz_scene_view_rectangle (MzSceneView *self, const MzShape *mark)
{
  double scale = view_scale (self);

  return (GdkRectangle){(int)((mark->x + view_inset (self)) * scale),
                        (int)((mark->y + view_inset (self)) * scale),
                        MAX (1, (int)(mark->width * scale)), MAX (1, (int)(mark->height * scale))};
}

void
mz_scene_view_focus (MzSceneView *self, const char *record)
{
  char *copy = g_strdup (record);

  g_free (self->focused);
  self->focused = copy;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[TABLE_WANTED], 0);
}

/* Widget. */

static void
selection_changed_cb (MzWorkspace *workspace, MzSceneView *self)
{
  MzRecord *selected = mz_workspace_selected (workspace);

  if (selected != NULL && self->scene != NULL &&
      mz_scene_mark_of (self->scene, mz_record_id (selected)) != NULL)
    mz_scene_view_focus (self, mz_record_id (selected));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
mz_scene_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);
  MzRecord *selected = mz_workspace_selected (self->workspace);
  const MzScene *scene = view_scene (self);
  MzTheme theme = view_theme (self);
  MzRgba paper = mz_palette_colour (theme, MZ_COLOUR_PAPER);
  double scale = view_scale (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));

  cairo_set_source_rgba (cr, paper.red, paper.green, paper.blue, paper.alpha);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, view_inset (self), view_inset (self));
  mz_scene_paint (mz_scene_view_painted (self, scene), cr, theme, selected != NULL ? mz_record_id (selected) : NULL,
                  gtk_widget_has_focus (widget) ? self->focused : NULL);
  mz_scene_view_draw_doing (self, cr, theme);
  cairo_destroy (cr);
}

static void
mz_scene_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);
  double scale = self->rigid ? 1 : mz_style_text_scale (widget);
  double frame = 2 * view_inset (self) * scale;
  double width = self->natural_width * scale;
  double height = self->natural_height * scale;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = MAX (LEAST_WIDTH, (int)(width + frame));
      return;
    }
  if (for_size >= 0)
    {
      double wanted = MAX (1, for_size - frame) * height / width;
      height = self->rigid ? wanted : MIN (wanted, height * MOST_GROWTH);
    }
  *minimum = *natural = MAX (LEAST_HEIGHT, (int)(height + frame + 0.5));
}

static GtkSizeRequestMode
mz_scene_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mz_scene_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);

  if (!self->rigid)
    self->stale = TRUE;
  gtk_popover_present (GTK_POPOVER (self->menu));
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
mz_scene_view_dispose (GObject *object)
{
  MzSceneView *self = MZ_SCENE_VIEW (object);

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  mz_template_dispose (GTK_WIDGET (self), MZ_TYPE_SCENE_VIEW);
  mz_scene_view_stop_motion (self);
  mz_scene_view_set_before (self, NULL);
  g_clear_pointer (&self->scene, mz_scene_free);
  if (self->destroy != NULL)
    g_clear_pointer (&self->data, self->destroy);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_scene_view_parent_class)->dispose (object);
}

static void
mz_scene_view_finalize (GObject *object)
{
  MzSceneView *self = MZ_SCENE_VIEW (object);

  g_free (self->focused);
  g_free (self->said);
  g_free (self->held);
  g_free (self->hovered);
  G_OBJECT_CLASS (mz_scene_view_parent_class)->finalize (object);
}

static void
mz_scene_view_class_init (MzSceneViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mz_scene_view_dispose;
  object_class->finalize = mz_scene_view_finalize;
  widget_class->snapshot = mz_scene_view_snapshot;
  widget_class->measure = mz_scene_view_measure;
  widget_class->get_request_mode = mz_scene_view_get_request_mode;
  widget_class->size_allocate = mz_scene_view_size_allocate;
  signals[TABLE_WANTED] = g_signal_new ("table-wanted", MZ_TYPE_SCENE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-scene-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MzSceneView, menu);
  gtk_widget_class_bind_template_child (widget_class, MzSceneView, popover);
  mz_scene_view_bind_input (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "scene");
  gtk_widget_class_install_action (widget_class, "scene.table", NULL, table_action);
  mz_scene_view_install_edit (widget_class);
  mz_scene_view_install_menu (widget_class);
  mz_scene_view_install_motion (widget_class);
  mz_scene_view_install_export (widget_class);
}

static void
mz_scene_view_init (MzSceneView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  mz_style_use ();
  self->theme = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
mz_scene_view_new (MzWorkspace *workspace, double width, double height, MzSceneDraw draw,
                   gpointer data, GDestroyNotify destroy)
{
  MzSceneView *self = g_object_new (MZ_TYPE_SCENE_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->natural_width = width;
  self->natural_height = height;
  self->draw = draw;
  self->data = data;
  self->destroy = destroy;
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (make_stale), self);
  g_signal_connect (workspace, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  return GTK_WIDGET (self);
}

void
mz_scene_view_redraw (MzSceneView *self)
{
  make_stale (self);
}

static MzScene *
draw_chart (gpointer data, MzWorkspace *workspace, double width, double height)
{
  MzSceneView *self = data;
  const MzChart *chart = self->chart;
  MzRecord *selected = chart->single ? mz_workspace_selected (workspace) : NULL;
  const MzComparison *comparison;
  MzChartRequest request = {
      .analysis = mz_workspace_analysis (workspace),
      .scenario = mz_workspace_scenario (workspace),
      .measurer = mz_workspace_measurer (workspace),
      .width = width,
      .height = height,
      .unit = mz_workspace_unit (workspace),
      .loss = chart->losses ? mz_workspace_loss (workspace) : NULL,
      .record = selected != NULL ? mz_record_id (selected) : NULL,
      .previous = chart->steady ? mz_scene_view_previous (self) : NULL,
  };

  comparison = mz_workspace_comparison (workspace, request.loss);
  if (comparison != NULL)
    {
      request.analysis = comparison->analysis;
      request.loss = comparison->loss;
    }
  return chart->draw (&request);
}

/* The last result stays, pale, until the new one is there. */
static void
loss_changed_cb (MzWorkspace *workspace, MzSceneView *self)
{
  gtk_widget_set_opacity (GTK_WIDGET (self),
                          mz_workspace_loss_is_stale (workspace) ? STALE_OPACITY : 1);
  make_stale (self);
}

GtkWidget *
mz_scene_view_new_chart (MzWorkspace *workspace, const MzChart *chart)
{
  GtkWidget *self =
      mz_scene_view_new (workspace, chart->width, chart->height, draw_chart, NULL, NULL);

  MZ_SCENE_VIEW (self)->chart = chart;
  MZ_SCENE_VIEW (self)->data = self;

  if (chart->losses)
    g_signal_connect (workspace, "loss-changed", G_CALLBACK (loss_changed_cb), self);
  if (chart->single)
    g_signal_connect_swapped (workspace, "selection-changed", G_CALLBACK (make_stale), self);
  return self;
}

void
mz_scene_view_set_theme (MzSceneView *self, MzTheme theme)
{
  self->theme = (int)theme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mz_scene_view_set_rigid (MzSceneView *self)
{
  self->rigid = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const MzScene *
mz_scene_view_scene (MzSceneView *self)
{
  return view_scene (self);
}

const char *
mz_scene_view_focused (MzSceneView *self)
{
  return self->focused;
}
