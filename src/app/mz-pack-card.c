/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A card is dragged by its head or by the picture, moved by Alt and the arrows, and worded in a popover at its head. It
 * draws its picture only while it is in sight. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-pack-card.h"

#include "mz-pack-edit.h"
#include "mz-template.h"

/* The message stands in this part of a page, from the top. */
#define HEAD_SHARE 0.2
/* A card that is less than this far out of sight is drawn, so that scrolling shows no gaps. */
#define AHEAD 200

struct _MzPackCard
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  GtkWidget *shown;
  GtkWidget *title;
  GtkWidget *mark;
  GtkWidget *word;
  GtkWidget *own_title;
  GtkWidget *own_sentence;
  GtkWidget *figures;
  GtkWidget *back;
  GtkWidget *body;
  GtkWidget *absent;
  char *name;
  char *sentence;
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (MzPackCard, mz_pack_card, GTK_TYPE_WIDGET)

const char *
mz_pack_card_name (MzPackCard *self)
{
  return self->name;
}

/* Neighbours. */

static const char *
name_beside (MzPackCard *self, int steps)
{
  GtkWidget *at = GTK_WIDGET (self);

  for (; steps > 0 && at != NULL; steps--)
    at = gtk_widget_get_next_sibling (at);
  for (; steps < 0 && at != NULL; steps++)
    at = gtk_widget_get_prev_sibling (at);
  return at != NULL ? mz_pack_card_name (MZ_PACK_CARD (at)) : NULL;
}

static void
earlier_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzPackCard *self = MZ_PACK_CARD (widget);
  const char *before = name_beside (self, -1);

  if (before != NULL)
    mz_pack_move (self->workspace, self->name, before);
}

static void
later_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzPackCard *self = MZ_PACK_CARD (widget);

  if (name_beside (self, 1) != NULL)
    mz_pack_move (self->workspace, self->name, name_beside (self, 2));
}

static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzPackCard *self = MZ_PACK_CARD (widget);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->shown),
                               !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->shown)));
}

static void
shown_cb (GtkCheckButton *button, MzPackCard *self)
{
  if (self->ready)
    mz_pack_show (self->workspace, self->name, gtk_check_button_get_active (button));
}

/* Words. */

void
mz_pack_card_edit (MzPackCard *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->word));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mz_pack_card_edit (MZ_PACK_CARD (widget));
}

void
mz_pack_card_word (MzPackCard *self, const char *title, const char *headline)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->word));
  mz_pack_word (self->workspace, self->name, title, headline, self->sentence);
}

static void
apply_cb (GtkWidget *widget, MzPackCard *self)
{
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->own_title)));
  g_autofree char *headline = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->own_sentence)));

  mz_pack_card_word (self, g_strstrip (title), g_strstrip (headline));
}

static void
back_cb (GtkWidget *widget, MzPackCard *self)
{
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->own_title)));

  mz_pack_card_word (self, g_strstrip (title), NULL);
}

/* A double click where the message stands. */
static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, MzPackCard *self)
{
  GtkWidget *page = gtk_widget_get_first_child (self->body);

  if (n != 2 || page == NULL || y > gtk_widget_get_height (page) * HEAD_SHARE)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  mz_pack_card_edit (self);
}

/* Dragging. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, MzPackCard *self)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, icon, (int)x, (int)y);
  return gdk_content_provider_new_typed (MZ_TYPE_PACK_CARD, self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, MzPackCard *self)
{
  MzPackCard *dropped = g_value_get_object (value);
  gboolean behind = x > gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;

  gtk_widget_remove_css_class (GTK_WIDGET (self), "mz-drop");
  if (dropped == self || dropped->workspace != self->workspace)
    return FALSE;
  return mz_pack_move (self->workspace, dropped->name, behind ? name_beside (self, 1) : self->name);
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, GtkWidget *self)
{
  gtk_widget_add_css_class (self, "mz-drop");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, GtkWidget *self)
{
  gtk_widget_remove_css_class (self, "mz-drop");
}

/* Drawing. */

static gboolean
in_sight (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t box;

  if (window == NULL || !gtk_widget_compute_bounds (widget, window, &box))
    return TRUE;
  return box.origin.y < gtk_widget_get_height (window) + AHEAD &&
         box.origin.y + box.size.height > -AHEAD;
}

static void
mz_pack_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  if (in_sight (widget))
    GTK_WIDGET_CLASS (mz_pack_card_parent_class)->snapshot (widget, snapshot);
}

static void
mz_pack_card_root (GtkWidget *widget)
{
  GtkWidget *window;

  GTK_WIDGET_CLASS (mz_pack_card_parent_class)->root (widget);
  window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  if (window != NULL)
    g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window)),
                             "value-changed", G_CALLBACK (gtk_widget_queue_draw), widget,
                             G_CONNECT_SWAPPED);
}

static void
mz_pack_card_dispose (GObject *object)
{
  MzPackCard *self = MZ_PACK_CARD (object);

  mz_template_dispose (GTK_WIDGET (self), MZ_TYPE_PACK_CARD);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_pack_card_parent_class)->dispose (object);
}

static void
mz_pack_card_finalize (GObject *object)
{
  MzPackCard *self = MZ_PACK_CARD (object);

  g_free (self->name);
  g_free (self->sentence);
  G_OBJECT_CLASS (mz_pack_card_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
      {GDK_KEY_Up, GDK_ALT_MASK, "card.earlier"}, {GDK_KEY_Left, GDK_ALT_MASK, "card.earlier"},
      {GDK_KEY_Down, GDK_ALT_MASK, "card.later"}, {GDK_KEY_Right, GDK_ALT_MASK, "card.later"},
      {GDK_KEY_space, 0, "card.toggle"},          {GDK_KEY_F2, 0, "card.edit"},
      {GDK_KEY_Return, 0, "card.edit"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (class, keys[i].key, keys[i].modifiers, keys[i].action,
                                         NULL);
}

static void
mz_pack_card_class_init (MzPackCardClass *klass)
{
  GtkWidgetClass *class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_pack_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = mz_pack_card_finalize;
  class->snapshot = mz_pack_card_snapshot;
  class->root = mz_pack_card_root;
  gtk_widget_class_install_action (class, "card.earlier", NULL, earlier_action);
  gtk_widget_class_install_action (class, "card.later", NULL, later_action);
  gtk_widget_class_install_action (class, "card.toggle", NULL, toggle_action);
  gtk_widget_class_install_action (class, "card.edit", NULL, edit_action);
  add_bindings (class);
  gtk_widget_class_set_template_from_resource (class, "/org/mezasu/Mezasu/ui/mz-pack-card.ui");
  gtk_widget_class_bind_template_child (class, MzPackCard, shown);
  gtk_widget_class_bind_template_child (class, MzPackCard, title);
  gtk_widget_class_bind_template_child (class, MzPackCard, mark);
  gtk_widget_class_bind_template_child (class, MzPackCard, word);
  gtk_widget_class_bind_template_child (class, MzPackCard, own_title);
  gtk_widget_class_bind_template_child (class, MzPackCard, own_sentence);
  gtk_widget_class_bind_template_child (class, MzPackCard, figures);
  gtk_widget_class_bind_template_child (class, MzPackCard, back);
  gtk_widget_class_bind_template_child (class, MzPackCard, body);
  gtk_widget_class_bind_template_child (class, MzPackCard, absent);
  gtk_widget_class_bind_template_callback (class, shown_cb);
  gtk_widget_class_bind_template_callback (class, apply_cb);
  gtk_widget_class_bind_template_callback (class, back_cb);
  gtk_widget_class_bind_template_callback (class, pressed_cb);
  gtk_widget_class_bind_template_callback (class, prepare_cb);
  gtk_widget_class_set_css_name (class, "mz-pack-card");
  gtk_widget_class_set_accessible_role (class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mz_pack_card_init (MzPackCard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (MZ_TYPE_PACK_CARD, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
show_words (MzPackCard *self, const MzPackCardFace *face)
{
  const char *sentence = face->own_sentence != NULL ? face->own_sentence : face->sentence;

  gtk_editable_set_text (GTK_EDITABLE (self->own_title),
                         face->own_title != NULL ? face->own_title : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->own_title), face->usual);
  gtk_editable_set_text (GTK_EDITABLE (self->own_sentence), sentence != NULL ? sentence : "");
  gtk_label_set_text (GTK_LABEL (self->figures), face->sentence != NULL ? face->sentence : "");
  gtk_widget_set_sensitive (self->back, face->own_sentence != NULL);
  /* The sentence of a page that is not laid out is not known. */
  gtk_widget_set_sensitive (self->word, face->sentence != NULL);
  gtk_widget_set_visible (self->mark, face->outdated);
}

GtkWidget *
mz_pack_card_new (MzWorkspace *workspace, const MzPackCardFace *face, GtkWidget *pages)
{
  MzPackCard *self = g_object_new (MZ_TYPE_PACK_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  self->name = g_strdup (face->name);
  self->sentence = g_strdup (face->sentence);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->shown), face->shown);
  gtk_label_set_text (GTK_LABEL (self->title), face->title);
  gtk_widget_set_tooltip_text (self->title, face->title);
  show_words (self, face);
  if (pages != NULL)
    gtk_box_append (GTK_BOX (self->body), pages);
  gtk_widget_set_visible (self->absent, pages == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, face->title,
                                  -1);
  self->ready = TRUE;
  return GTK_WIDGET (self);
}
