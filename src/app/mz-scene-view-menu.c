/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The context menu of the canvas. What it offers follows from the mark and the places under the pointer. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mz-scene-view-private.h"

#include "mz-derive.h"

/* Titles are typed by people: an underscore in them is no mnemonic. */
static char *
plain (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static gboolean
covers (const MzPlace *place, double x, double y)
{
  return x >= place->x && x <= place->x + place->width && y >= place->y &&
         y <= place->y + place->height;
}

/* Kind, label and values, as scene.new-at and scene.move-to take them. */
static void
append_place (GMenu *menu, const char *label, const char *action, const MzPlace *place)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_ptr_array_add (strings, place->kind);
  g_ptr_array_add (strings, place->label != NULL ? place->label : (char *)"");
  for (guint i = 0; place->values[i] != NULL; i++)
    g_ptr_array_add (strings, place->values[i]);
  g_menu_item_set_action_and_target_value (
      item, action, g_variant_new_strv ((const char *const *)strings->pdata, (gssize)strings->len));
  g_menu_append_item (menu, item);
}

/* One item a kind: where several places of it lie over each other, the smallest. */
static void
append_new (MzSceneView *self, GMenu *menu, double x, double y)
{
  const MzScene *scene = mz_scene_view_scene (self);
  const MzSchema *schema = mz_model_schema (mz_workspace_model (self->workspace));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (!mz_scene_view_can_edit (self))
    return;
  for (guint i = 0; i < mz_scene_n_places (scene); i++)
    {
      const MzPlace *place = mz_scene_place (scene, i);
      const MzPlace *smallest;
      g_autofree char *label = NULL;

      if (!place->adds || place->record != NULL || !covers (place, x, y) ||
          !g_hash_table_add (seen, place->kind))
        continue;
      smallest = mz_scene_place_at (scene, place->kind, x, y, NULL, NULL);
      /* Translators: a command: a record of this kind begins where the pointer is. */
      label = g_strdup_printf (_ ("New %s Here"),
                               mz_translate (mz_schema_kind (schema, place->kind)->label));
      append_place (menu, label, "scene.new-at",
                    smallest != NULL && smallest->adds ? smallest : place);
    }
}

static void
append_moves (MzSceneView *self, GMenu *menu, MzRecord *record)
{
  const MzScene *scene = mz_scene_view_scene (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GMenu) places = g_menu_new ();

  if (!mz_scene_view_can_move (self, record))
    return;
  for (guint i = 0; i < mz_scene_n_places (scene); i++)
    {
      const MzPlace *place = mz_scene_place (scene, i);
      guint cost;
      g_autofree char *label = NULL;

      if (place->label == NULL || !g_str_equal (place->kind, mz_record_kind (record)->name))
        continue;
      cost = mz_scene_view_cost (place, record);
      /* Of the steps of strips only those of the strip on which the mark stands anyway. */
      if (cost == 0 || cost == MZ_PLACE_NEVER || (place->strip != NULL && cost > 1) ||
          !g_hash_table_add (seen, place->label))
        continue;
      label = plain (place->label);
      append_place (places, label, "scene.move-to", place);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (places)) > 0)
    g_menu_append_submenu (menu, _ ("_Move to"), G_MENU_MODEL (places));
}

static GMenuModel *
mark_section (MzSceneView *self, MzRecord *record)
{
  GMenu *menu = g_menu_new ();
  gboolean editable = mz_workspace_read_only (self->workspace) == NULL;

  append_moves (self, menu, record);
  if (record != NULL && mz_scene_view_can_link (self, record, NULL))
    g_menu_append (menu, _ ("_Link to…"), "scene.link");
  if (record != NULL && editable &&
      mz_kind_find_flag (mz_record_kind (record), MZ_FIELD_TITLE) >= 0)
    g_menu_append (menu, _ ("_Edit Title"), "scene.edit");
  if (record != NULL && editable && mz_derive_label (record) != NULL)
    g_menu_append (menu, mz_derive_label (record), "scene.derive");
  if (record != NULL)
    g_menu_append (menu, _ ("_Open in the Details"), "win.open-details");
  if (record != NULL && editable && !mz_record_kind (record)->singleton)
    g_menu_append (menu, _ ("_Delete"), "scene.delete");
  if (self->chart != NULL && self->chart->steady)
    g_menu_append (menu, _ ("Lay Out Ane_w"), "scene.lay-out-anew");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
picture_section (void)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
      {N_ ("Show as _Table"), "scene.table"},
      {N_ ("_Copy Picture"), "scene.copy"},
      {N_ ("Save _Picture…"), "scene.save-as"},
      {N_ ("P_rint…"), "scene.print"},
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_menu_append (menu, _ (items[i].label), items[i].action);
  return G_MENU_MODEL (menu);
}

/* @record: (nullable): what the pointer or the focus is on. */
static GMenuModel *
make_menu (MzSceneView *self, MzRecord *record, double x, double y)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) added = g_menu_new ();
  g_autoptr (GMenuModel) mark = mark_section (self, record);
  g_autoptr (GMenuModel) picture = picture_section ();

  append_new (self, added, x, y);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (added));
  g_menu_append_section (menu, NULL, mark);
  g_menu_append_section (menu, NULL, picture);
  return G_MENU_MODEL (menu);
}

void
mz_scene_view_show_menu (MzSceneView *self, double x, double y)
{
  const MzShape *shape = mz_scene_view_pick (self, x, y);
  double scene_x = x, scene_y = y;
  g_autoptr (GMenuModel) menu = NULL;

  mz_scene_view_cancel (self);
  mz_scene_view_to_scene (self, &scene_x, &scene_y);
  menu = make_menu (self, shape != NULL ? mz_scene_view_record (self, shape->record) : NULL,
                    scene_x, scene_y);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){(int)x, (int)y, 1, 1});
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);
  const MzShape *mark =
      self->focused != NULL ? mz_scene_mark_of (mz_scene_view_scene (self), self->focused) : NULL;

  if (mark != NULL)
    {
      GdkRectangle place = mz_scene_view_rectangle (self, mark);
      mz_scene_view_show_menu (self, place.x + place.width / 2.0, place.y + place.height / 2.0);
    }
  else
    mz_scene_view_show_menu (self, gtk_widget_get_width (widget) / 2.0,
                             gtk_widget_get_height (widget) / 2.0);
}

void
mz_scene_view_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "scene.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "scene.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "scene.menu", NULL);
}
