/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Editing on the canvas: what setting a mark down, drawing a line and beginning a record mean is told by the places and
 * linkings of the scene; here they become edits. Pointer, keyboard and menu all end here. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-scene-view-private.h"

#include "mz-derive.h"
#include "mz-field-editor.h"

#define EDITOR_WIDTH 260

MzRecord *
mz_scene_view_record (MzSceneView *self, const char *id)
{
  return mz_model_find (mz_workspace_model (self->workspace), id);
}

/* What can be done. */

gboolean
mz_scene_view_can_edit (MzSceneView *self)
{
  /* A page that is looked at as it will be printed is no place to work on. */
  return !self->rigid && mz_workspace_read_only (self->workspace) == NULL;
}

gboolean
mz_scene_view_can_move (MzSceneView *self, MzRecord *record)
{
  return record != NULL && mz_scene_view_can_edit (self) &&
         mz_scene_has_places (mz_scene_view_scene (self), mz_record_kind (record)->name);
}

gboolean
mz_scene_view_can_link (MzSceneView *self, MzRecord *from, MzRecord *to)
{
  return from != NULL && from != to && mz_scene_view_can_edit (self) &&
         mz_scene_linking (mz_scene_view_scene (self), mz_record_kind (from)->name,
                           to != NULL ? mz_record_kind (to)->name : NULL) != NULL;
}

/* Values of a place. */

static gboolean
differs (MzRecord *record, const char *name, const char *text)
{
  int field = mz_kind_find (mz_record_kind (record), name);
  g_autofree char *now =
      field >= 0 ? mz_value_to_machine (mz_kind_field (mz_record_kind (record), (guint)field),
                                        mz_record_value (record, (guint)field))
                 : NULL;

  return now != NULL && !g_str_equal (now, text);
}

guint
mz_scene_view_cost (const MzPlace *place, gpointer data)
{
  MzRecord *record = data;
  guint cost = 0;

  if (place->record != NULL && g_strcmp0 (place->record, mz_record_id (record)) != 0)
    return MZ_PLACE_NEVER;
  for (guint i = 0; place->values[i] != NULL; i += 2)
    cost += differs (record, place->values[i], place->values[i + 1]) ? 1 : 0;
  return cost;
}

static gboolean
add_values (MzEdit *edit, MzRecord *record, char *const *values)
{
  const MzKind *kind = mz_record_kind (record);
  gboolean any = FALSE;

  for (guint i = 0; values[i] != NULL; i += 2)
    {
      const MzField *field;
      MzValue value = MZ_VALUE_MISSING;

      if (!differs (record, values[i], values[i + 1]))
        continue;
      field = mz_kind_field (kind, (guint)mz_kind_find (kind, values[i]));
      if (mz_value_from_machine (field, values[i + 1], &value, NULL))
        {
          mz_edit_set (edit, kind, mz_record_id (record), (guint)mz_kind_find (kind, values[i]),
                       &value);
          any = TRUE;
        }
      mz_value_clear (field, &value);
    }
  return any;
}

/* The others of the kind stay where they are. */
static void
add_holds (MzSceneView *self, MzEdit *edit, const char *kind, MzRecord *moved)
{
  const MzScene *scene = mz_scene_view_scene (self);

  for (guint i = 0; i < mz_scene_n_holds (scene); i++)
    {
      const MzHold *hold = mz_scene_hold (scene, i);
      MzRecord *record = mz_scene_view_record (self, hold->record);

      if (record != NULL && record != moved && mz_record_is (record, kind))
        add_values (edit, record, hold->values);
    }
}

/* Moving. */

gboolean
mz_scene_view_set_down (MzSceneView *self, MzRecord *record, const MzPlace *place)
{
  g_autofree char *title = mz_record_title (record);
  g_autofree char *said = NULL;
  g_autofree char *id = g_strdup (mz_record_id (record));
  MzEdit *edit;

  if (mz_scene_view_cost (place, record) == MZ_PLACE_NEVER)
    return FALSE;
  if (place->label != NULL)
    /* Translators: what was done, for undo and history: a title, then the name of a place on a board. */
    said = g_strdup_printf (_ ("Move “%s” to %s"), title, place->label);
  else
    said = g_strdup_printf (_ ("Move “%s”"), title);
  edit = mz_edit_new (said);
  if (!add_values (edit, record, place->values))
    {
      mz_edit_free (edit);
      return FALSE;
    }
  add_holds (self, edit, mz_record_kind (record)->name, record);
  if (!mz_workspace_edit (self->workspace, edit, NULL))
    return FALSE;
  mz_scene_view_focus (self, id);
  mz_workspace_select (self->workspace, id);
  mz_scene_view_say (self, said);
  return TRUE;
}

/* Where a mark is: the place whose values it has, the most particular one; else its own box. */
static const MzPlace *
home_of (MzSceneView *self, MzRecord *record, MzPlace *box)
{
  const MzScene *scene = mz_scene_view_scene (self);
  const MzShape *mark = mz_scene_mark_of (scene, mz_record_id (record));
  const MzPlace *best = NULL;

  for (guint i = 0; i < mz_scene_n_places (scene); i++)
    {
      const MzPlace *place = mz_scene_place (scene, i);

      if (!place->by_key || place->values[0] == NULL ||
          !g_str_equal (place->kind, mz_record_kind (record)->name) ||
          mz_scene_view_cost (place, record) != 0)
        continue;
      if (best == NULL || g_strv_length (place->values) > g_strv_length (best->values))
        best = place;
    }
  if (best != NULL || mark == NULL)
    return best;
  *box = (MzPlace){.kind = (char *)mz_record_kind (record)->name,
                   .x = mark->x,
                   .y = mark->y,
                   .width = mark->width,
                   .height = mark->height};
  return box;
}

void
mz_scene_view_step (MzSceneView *self, int dx, int dy)
{
  MzRecord *record = mz_scene_view_record (self, self->focused);
  const MzShape *mark = mz_scene_mark_of (mz_scene_view_scene (self), self->focused);
  const MzPlace *from, *place;
  MzPlace box;

  if (!mz_scene_view_can_move (self, record) || (from = home_of (self, record, &box)) == NULL)
    return;
  if (mark != NULL && mark->fixed)
    {
      mz_scene_view_say (self, mark->tooltip);
      return;
    }
  place =
      mz_scene_next_place (mz_scene_view_scene (self), from, dx, dy, mz_scene_view_cost, record);
  if (place == NULL)
    mz_scene_view_say (self, _ ("There is no place further that way."));
  else
    mz_scene_view_set_down (self, record, place);
}

/* Links. */

/* A line that has a name is named at once. */
static void
name_link (MzSceneView *self, MzRecord *link)
{
  if (link == NULL || mz_kind_find_flag (mz_record_kind (link), MZ_FIELD_TITLE) < 0)
    return;
  mz_workspace_select (self->workspace, mz_record_id (link));
  mz_scene_view_focus (self, mz_record_id (link));
  mz_scene_view_edit (self);
}

gboolean
mz_scene_view_join (MzSceneView *self, MzRecord *from, MzRecord *to)
{
  const MzLinking *linking = mz_scene_linking (
      mz_scene_view_scene (self), mz_record_kind (from)->name, mz_record_kind (to)->name);
  g_autofree char *source = mz_record_title (from), *sink = mz_record_title (to);
  /* Translators: what was done, for undo and history: two titles. */
  g_autofree char *said = g_strdup_printf (_ ("Link “%s” to “%s”"), source, sink);
  g_autofree char *id = NULL;
  const MzKind *kind;
  MzEdit *edit;
  int title;

  if (linking == NULL || from == to)
    return FALSE;
  edit = mz_edit_new (said);
  id = mz_workspace_compose (self->workspace, edit, linking->kind,
                             (const char *[]){linking->source, mz_record_id (from), linking->sink,
                                              mz_record_id (to), NULL});
  kind = mz_schema_kind (mz_model_schema (mz_workspace_model (self->workspace)), linking->kind);
  title = mz_kind_find_flag (kind, MZ_FIELD_TITLE);
  if (title >= 0 && (mz_kind_field (kind, (guint)title)->flags & MZ_FIELD_REQUIRED) == 0)
    mz_edit_set_text (edit, kind, id, mz_kind_field (kind, (guint)title)->name, NULL);
  if (!mz_workspace_edit (self->workspace, edit, NULL))
    return FALSE;
  mz_scene_view_say (self, said);
  name_link (self, mz_scene_view_record (self, id));
  return TRUE;
}

/* New records. */

const MzPlace *
mz_scene_view_adding_place (MzSceneView *self, double x, double y)
{
  const MzScene *scene = mz_scene_view_scene (self);
  const MzPlace *best = NULL;

  if (!mz_scene_view_can_edit (self))
    return NULL;
  for (guint i = 0; i < mz_scene_n_places (scene); i++)
    {
      const MzPlace *place = mz_scene_place (scene, i);

      if (place->adds && place->record == NULL && x >= place->x && x <= place->x + place->width &&
          y >= place->y && y <= place->y + place->height &&
          (best == NULL || place->width * place->height < best->width * best->height))
        best = place;
    }
  return best;
}

MzRecord *
mz_scene_view_add (MzSceneView *self, const MzPlace *place)
{
  MzEdit *edit = mz_edit_new (NULL);
  g_autofree char *id =
      mz_workspace_compose (self->workspace, edit, place->kind, (const char *const *)place->values);

  add_holds (self, edit, place->kind, NULL);
  if (!mz_workspace_edit (self->workspace, edit, NULL))
    return NULL;
  mz_workspace_select (self->workspace, id);
  mz_scene_view_focus (self, id);
  mz_scene_view_edit (self);
  return mz_scene_view_record (self, id);
}

/* The title in place. */

void
mz_scene_view_popover_closed (GtkPopover *popover, MzSceneView *self)
{
  gtk_popover_set_child (popover, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
edit_ended_cb (MzFieldEditor *editor, MzSceneView *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* Where a mark shows more of its record than the title, all of that is edited in place. */
static const struct
{
  const char *chart;
  const char *fields[5];
} shown_fields[] = {
    {"situation-sheet", {"title", "current", "gap", "target", NULL}},
};

static const char *const *
fields_of (MzSceneView *self)
{
  for (guint i = 0; self->chart != NULL && i < G_N_ELEMENTS (shown_fields); i++)
    if (g_str_equal (shown_fields[i].chart, self->chart->name))
      return shown_fields[i].fields;
  return NULL;
}

/* The text of which field stands at a point of the scene; the first where there is none. */
static int
field_at (MzSceneView *self, MzRecord *record, const char *const *fields, double x, double y)
{
  const MzScene *scene = mz_scene_view_scene (self);

  for (guint i = 0; i < mz_scene_n_shapes (scene); i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);

      if (shape->text == NULL || g_strcmp0 (shape->record, mz_record_id (record)) != 0 ||
          x < shape->x || x > shape->x + shape->width || y < shape->y ||
          y > shape->y + shape->height)
        continue;
      for (int field = 0; fields[field] != NULL; field++)
        if (g_strcmp0 (mz_record_text (record, fields[field]), shape->text) == 0)
          return field;
    }
  return 0;
}

static GtkWidget *
make_editor (MzSceneView *self, MzRecord *record, int field)
{
  GtkWidget *editor = mz_field_editor_new (self->workspace, record, (guint)field);

  gtk_widget_set_size_request (editor, EDITOR_WIDTH, -1);
  g_signal_connect (editor, "done", G_CALLBACK (edit_ended_cb), self);
  g_signal_connect (editor, "cancelled", G_CALLBACK (edit_ended_cb), self);
  return editor;
}

static void
show_editors (MzSceneView *self, const MzShape *shape, GtkWidget *child, GtkWidget *first)
{
  GdkRectangle place = mz_scene_view_rectangle (self, shape);

  gtk_popover_set_child (GTK_POPOVER (self->popover), child);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (first);
}

void
mz_scene_view_edit_at (MzSceneView *self, double x, double y)
{
  MzRecord *record = mz_scene_view_record (self, self->focused);
  const MzShape *shape = mz_scene_view_shape_of (self, self->focused);
  const char *const *fields = fields_of (self);
  GtkWidget *box, *first = NULL;
  int title = record != NULL ? mz_kind_find_flag (mz_record_kind (record), MZ_FIELD_TITLE) : -1;
  int wanted;

  if (title < 0 || shape == NULL)
    return;
  if (fields == NULL || mz_kind_find (mz_record_kind (record), fields[1]) < 0)
    {
      first = make_editor (self, record, title);
      show_editors (self, shape, first, first);
      return;
    }
  wanted = field_at (self, record, fields, x, y);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  for (int i = 0; fields[i] != NULL; i++)
    {
      GtkWidget *editor =
          make_editor (self, record, mz_kind_find (mz_record_kind (record), fields[i]));

      gtk_box_append (GTK_BOX (box), editor);
      if (i == wanted)
        first = editor;
    }
  show_editors (self, shape, box, first);
}

void
mz_scene_view_edit (MzSceneView *self)
{
  mz_scene_view_edit_at (self, -1, -1);
}

/* Commands. */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);

  if (self->doing == MZ_SCENE_LINKING)
    mz_scene_view_finish_link (self);
  else
    mz_scene_view_edit (self);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);
  MzRecord *record = mz_scene_view_record (self, self->focused);

  mz_scene_view_cancel (self);
  if (record != NULL && !mz_record_kind (record)->singleton)
    mz_workspace_delete (self->workspace, record);
}

static void
link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mz_scene_view_start_link (MZ_SCENE_VIEW (widget));
}

/* A place told by kind and values: the scene may be another one by the time a menu is used. */
static MzPlace
place_of (GVariant *parameter, char ***strings)
{
  *strings = g_variant_dup_strv (parameter, NULL);
  return (MzPlace){.kind = (*strings)[0],
                   .label = *(*strings)[1] != '\0' ? (*strings)[1] : NULL,
                   .values = *strings + 2};
}

static void
new_at_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_auto (GStrv) strings = NULL;
  MzPlace place = place_of (parameter, &strings);

  mz_scene_view_add (MZ_SCENE_VIEW (widget), &place);
}

static void
move_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);
  g_auto (GStrv) strings = NULL;
  MzPlace place = place_of (parameter, &strings);
  MzRecord *record = mz_scene_view_record (self, self->focused);

  if (record != NULL && mz_record_is (record, place.kind))
    mz_scene_view_set_down (self, record, &place);
}

/* From the keyboard a record begins where the focus is: beside the mark that has it, of its kind. */
static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);
  const MzScene *scene = mz_scene_view_scene (self);
  MzRecord *record = mz_scene_view_record (self, self->focused);
  const MzPlace *place = NULL;
  MzPlace box;

  if (!mz_scene_view_can_edit (self) || mz_scene_n_places (scene) == 0)
    return;
  if (record != NULL)
    place = home_of (self, record, &box);
  if (place == &box)
    place = mz_scene_place_at (scene, box.kind, box.x + box.width / 2, box.y + box.height / 2, NULL,
                               NULL);
  for (guint i = 0; (place == NULL || !place->adds) && i < mz_scene_n_places (scene); i++)
    if (mz_scene_place (scene, i)->adds && mz_scene_place (scene, i)->record == NULL)
      place = mz_scene_place (scene, i);
  if (place != NULL && place->adds)
    mz_scene_view_add (self, place);
}

static void
derive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzSceneView *self = MZ_SCENE_VIEW (widget);
  MzRecord *record = mz_scene_view_record (self, self->focused);

  if (record != NULL)
    mz_derive (self->workspace, record);
}

void
mz_scene_view_install_edit (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    const char *action;
  } keys[] = {
      {GDK_KEY_Return, 0, "scene.edit"},
      {GDK_KEY_KP_Enter, 0, "scene.edit"},
      {GDK_KEY_F2, 0, "scene.edit"},
      {GDK_KEY_Delete, 0, "scene.delete"},
      {GDK_KEY_Insert, 0, "scene.new"},
      {GDK_KEY_N, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "scene.new"},
      {GDK_KEY_l, 0, "scene.link"},
  };

  gtk_widget_class_install_action (widget_class, "scene.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "scene.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "scene.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "scene.new-at", "as", new_at_action);
  gtk_widget_class_install_action (widget_class, "scene.move-to", "as", move_to_action);
  gtk_widget_class_install_action (widget_class, "scene.link", NULL, link_action);
  gtk_widget_class_install_action (widget_class, "scene.derive", NULL, derive_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].state, keys[i].action,
                                         NULL);
}
