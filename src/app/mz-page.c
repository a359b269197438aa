/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One page of the window: heading, its sentence made from the figures, and its blocks. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-pages.h"

#include "mz-columns-layout.h"
#include "mz-field-editor.h"
#include "mz-picture.h"
#include "mz-record-table.h"
#include "mz-style.h"
#include "mz-template.h"
#include "mz-wheel.h"

/* From 900 pixels on two blocks stand side by side; two pictures sooner, which then shrink together. */
#define HALF_WIDTH 438
#define HALF_PICTURE_WIDTH 330
/* A form beside a picture, which keeps the size in which its words can be read. */
#define HALF_FORM_WIDTH 600
/* By then the pictures that came have their places. */
#define FOLLOW_MS 60
#define BLOCK_SPACING 24
#define FIELD_WIDTH 250
#define MOST_FIELD_COLUMNS 3
/* Rough heights, from which is guessed what a window shows before it is scrolled, and what stands beside the page. */
#define FORM_HEIGHT 380
#define PICTURE_HEIGHT 480
#define TABLE_HEIGHT 260
#define CUSTOM_HEIGHT 600
#define HEAD_HEIGHT 130
#define SIDE_WIDTH 290
/* How long events wait while the rest of a page is built. */
#define REST_US 40000

struct _MzPage
{
  GtkWidget parent_instance;
  const MzPageInfo *info;
  MzWorkspace *workspace;
  GtkWidget *scrolled;
  GtkWidget *title;
  GtkWidget *message;
  GtkWidget *empty;
  GtkWidget *blocks;
  GPtrArray *pictures; /* of GtkWidget: what an empty page does without */
  guint n_built;       /* blocks that are there; the others follow when what is seen was drawn */
  guint tick;
  guint rest;
  guint refresh;
  guint follow;
};

G_DEFINE_FINAL_TYPE (MzPage, mz_page, GTK_TYPE_WIDGET)

/* Blocks. */

static GtkWidget *
make_chart (MzPage *self, const MzBlock *block)
{
  const MzChart *chart = mz_chart_find (block->what);

  g_assert (chart != NULL);
  return mz_picture_new (self->workspace,
                         mz_translate (block->title != NULL ? block->title : chart->label),
                         MZ_SCENE_VIEW (mz_scene_view_new_chart (self->workspace, chart)));
}

static GtkWidget *
make_table (MzPage *self, const MzBlock *block)
{
  const MzKind *kind =
      mz_schema_kind (mz_model_schema (mz_workspace_model (self->workspace)), block->what);
  return mz_record_table_new (self->workspace, block->what, block->fields, block->filter,
                              mz_translate (block->title != NULL ? block->title : kind->plural));
}

static void
select_singleton_cb (GtkButton *button, MzWorkspace *workspace)
{
  const char *kind = g_object_get_data (G_OBJECT (button), "mz-kind");

  mz_workspace_select (workspace,
                       mz_record_id (mz_model_single (mz_workspace_model (workspace), kind)));
}

static GtkWidget *
form_heading (MzPage *self, const MzBlock *block, const MzKind *kind)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label =
      gtk_label_new (mz_translate (block->title != NULL ? block->title : kind->label));
  GtkWidget *all = gtk_button_new_with_label (_ ("All fields"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (all, "flat");
  g_object_set_data (G_OBJECT (all), "mz-kind", (gpointer)kind->name);
  g_signal_connect_object (all, "clicked", G_CALLBACK (select_singleton_cb), self->workspace, 0);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), all);
  return head;
}

static GtkWidget *
make_form (MzPage *self, const MzBlock *block)
{
  MzRecord *record = mz_model_single (mz_workspace_model (self->workspace), block->what);
  const MzKind *kind = mz_record_kind (record);
  g_auto (GStrv) names = g_strsplit (block->fields, " ", -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *grid = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (grid, mz_columns_layout_new (FIELD_WIDTH, MOST_FIELD_COLUMNS, 16));
  for (guint i = 0; names[i] != NULL; i++)
    {
      int field = mz_kind_find (kind, names[i]);
      GtkWidget *editor;

      g_assert (field >= 0);
      editor = mz_field_editor_new (self->workspace, record, (guint)field);
      gtk_widget_set_valign (editor, GTK_ALIGN_START);
      /* Long texts need the whole width. */
      gtk_box_append (
          GTK_BOX (mz_kind_field (kind, (guint)field)->type == MZ_TYPE_LONG_TEXT ? card : grid),
          editor);
    }
  gtk_box_prepend (GTK_BOX (card), grid);
  gtk_widget_add_css_class (card, "form-card");
  gtk_box_append (GTK_BOX (box), form_heading (self, block, kind));
  gtk_box_append (GTK_BOX (box), card);
  return box;
}

static GtkWidget *
make_block (MzPage *self, const MzBlock *block)
{
  switch (block->type)
    {
    case MZ_BLOCK_CHART:
      return make_chart (self, block);
    case MZ_BLOCK_TABLE:
      return make_table (self, block);
    case MZ_BLOCK_FORM:
      return make_form (self, block);
    case MZ_BLOCK_CUSTOM:
    default:
      return block->make (self->workspace);
    }
}

static int
least_half (const MzBlock *block)
{
  if (block[1].type != MZ_BLOCK_CHART)
    return HALF_WIDTH;
  return block->type == MZ_BLOCK_CHART ? HALF_PICTURE_WIDTH : HALF_FORM_WIDTH;
}

/* The next block, or the next two where they are a pair. */
static void
build_row (MzPage *self)
{
  const MzBlock *block = &self->info->blocks[self->n_built++];
  GtkWidget *made = make_block (self, block);

  if (block->type == MZ_BLOCK_CHART)
    g_ptr_array_add (self->pictures, made);
  if (block->half && self->n_built < self->info->n_blocks)
    {
      GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_layout_manager (pair,
                                     mz_columns_layout_new (least_half (block), 2, BLOCK_SPACING));
      gtk_box_append (GTK_BOX (pair), made);
      gtk_box_append (GTK_BOX (pair), make_block (self, &self->info->blocks[self->n_built++]));
      if (block[1].type == MZ_BLOCK_CHART)
        g_ptr_array_add (self->pictures,
                         block->type == MZ_BLOCK_CHART ? pair : gtk_widget_get_last_child (pair));
      made = pair;
    }
  gtk_box_append (GTK_BOX (self->blocks), made);
}

static gboolean
is_built (MzPage *self)
{
  return self->n_built == self->info->n_blocks;
}

static int
guess_height (const MzBlock *block)
{
  static const int heights[] = {[MZ_BLOCK_FORM] = FORM_HEIGHT,
                                [MZ_BLOCK_CHART] = PICTURE_HEIGHT,
                                [MZ_BLOCK_TABLE] = TABLE_HEIGHT,
                                [MZ_BLOCK_CUSTOM] = CUSTOM_HEIGHT};

  return heights[block->type];
}

/* Builds what the window shows before it is scrolled, by a guess: whatever is missing then comes a frame later. */
static void
build_top (MzPage *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);

  if (height == 0)
    gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  for (int filled = HEAD_HEIGHT; filled < height && !is_built (self);)
    {
      const MzBlock *block = &self->info->blocks[self->n_built];
      gboolean beside = block->half && width - SIDE_WIDTH >= 2 * least_half (block) + BLOCK_SPACING;

      build_row (self);
      filled += guess_height (block);
      if (block->half && !beside)
        filled += guess_height (block + 1);
    }
}

/* Heading. */

static gboolean
is_empty (MzPage *self)
{
  MzModel *model = mz_workspace_model (self->workspace);
  gboolean any_table = FALSE;

  for (guint i = 0; i < self->info->n_blocks; i++)
    if (self->info->blocks[i].type == MZ_BLOCK_TABLE ||
        (self->info->blocks[i].type == MZ_BLOCK_CUSTOM && self->info->blocks[i].what != NULL &&
         !mz_schema_kind (mz_model_schema (model), self->info->blocks[i].what)->singleton))
      {
        any_table = TRUE;
        if (mz_model_count (model, self->info->blocks[i].what) > 0)
          return FALSE;
      }
  return any_table;
}

/* The first record brings the pictures, which push down the row in which its name is being written. */
static gboolean
follow_cb (gpointer data)
{
  MzPage *self = data;
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scrolled));
  GtkWidget *body = gtk_widget_get_first_child (viewport);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  graphene_rect_t bounds;

  self->follow = 0;
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->blocks) &&
      gtk_widget_compute_bounds (focus, body, &bounds))
    gtk_adjustment_set_value (place, bounds.origin.y - gtk_adjustment_get_page_size (place) / 2);
  return G_SOURCE_REMOVE;
}

static void
show_pictures (MzPage *self, gboolean shown)
{
  gboolean came = FALSE;

  for (guint i = 0; i < self->pictures->len; i++)
    {
      GtkWidget *picture = g_ptr_array_index (self->pictures, i);

      came |= shown && !gtk_widget_get_visible (picture);
      gtk_widget_set_visible (picture, shown);
    }
  if (came && self->follow == 0)
    self->follow = g_timeout_add (FOLLOW_MS, follow_cb, self);
}

static void
show_message (MzPage *self)
{
  gboolean empty = is_empty (self) && self->info->empty != NULL;
  g_autofree char *message =
      self->info->message != NULL && !empty ? self->info->message (self->workspace) : NULL;

  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL && *message != '\0');
  gtk_label_set_text (GTK_LABEL (self->empty), mz_translate (self->info->empty));
  gtk_widget_set_visible (self->empty, empty);
  /* Pictures without anything in them would only push away the tables in which to begin. */
  show_pictures (self, !empty);
}

static gboolean
refresh_cb (gpointer data)
{
  MzPage *self = data;

  self->refresh = 0;
  show_message (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MzWorkspace *workspace, MzPage *self)
{
  if (self->refresh == 0 && self->n_built > 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/* The rest of the page, some rows at a time, so that events come between but not every row is a frame. */
static gboolean
build_rest_cb (gpointer data)
{
  MzPage *self = data;
  gint64 start = g_get_monotonic_time ();

  while (!is_built (self) && g_get_monotonic_time () - start < REST_US)
    build_row (self);
  show_message (self);
  if (!is_built (self))
    return G_SOURCE_CONTINUE;
  self->rest = 0;
  return G_SOURCE_REMOVE;
}

/* An idle function that is set while a frame is being made runs when it was drawn. */
static gboolean
drawing_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  MzPage *self = MZ_PAGE (widget);

  self->tick = 0;
  if (self->rest == 0 && !is_built (self))
    self->rest = g_idle_add (build_rest_cb, self);
  return G_SOURCE_REMOVE;
}

void
mz_page_complete (MzPage *self)
{
  if (is_built (self))
    return;
  while (!is_built (self))
    build_row (self);
  show_message (self);
}

/* Widget. */

static void
mz_page_map (GtkWidget *widget)
{
  MzPage *self = MZ_PAGE (widget);

  if (self->n_built == 0)
    build_top (self);
  if (!is_built (self) && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, drawing_cb, NULL, NULL);
  show_message (self);
  GTK_WIDGET_CLASS (mz_page_parent_class)->map (widget);
}

static void
mz_page_dispose (GObject *object)
{
  MzPage *self = MZ_PAGE (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->follow, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  mz_template_dispose (GTK_WIDGET (self), MZ_TYPE_PAGE);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_page_parent_class)->dispose (object);
}

static void
mz_page_class_init (MzPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_page_dispose;
  widget_class->map = mz_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mezasu/Mezasu/ui/mz-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MzPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MzPage, title);
  gtk_widget_class_bind_template_child (widget_class, MzPage, message);
  gtk_widget_class_bind_template_child (widget_class, MzPage, empty);
  gtk_widget_class_bind_template_child (widget_class, MzPage, blocks);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mz_page_init (MzPage *self)
{
  mz_style_use ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pictures = g_ptr_array_new ();
  mz_wheel_attach (GTK_SCROLLED_WINDOW (self->scrolled));
}

GtkWidget *
mz_page_new (const MzPageInfo *info, MzWorkspace *workspace)
{
  MzPage *self = g_object_new (MZ_TYPE_PAGE, NULL);

  self->info = info;
  self->workspace = g_object_ref (workspace);
  gtk_label_set_text (GTK_LABEL (self->title), mz_translate (info->label));
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (workspace, "loss-changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}
