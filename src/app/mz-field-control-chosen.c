/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Controls in which a person chooses: levels, choices, sets of choices, references. Dropdowns share one list of items:
 * GtkStringObject for what the schema names, MzRecord for records, and an empty string for "not set". */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-field-control-private.h"

#include "mz-display.h"

/* From so many items on a dropdown offers to search. */
#define SEARCH_FROM 10

static gboolean
is_optional (const MzField *def)
{
  return (def->flags & MZ_FIELD_REQUIRED) == 0;
}

static char *
item_label (gpointer item)
{
  g_autofree char *label = NULL;

  if (MZ_IS_RECORD (item))
    label = mz_record_label (item);
  else
    label = g_strdup (gtk_string_object_get_string (item));
  if (*label == '\0')
    return g_strdup (_ ("Not set"));
  return mz_display_one_line (label);
}

static char *
item_label_cb (gpointer item, gpointer data)
{
  return item_label (item);
}

/* Rows. */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *text = item_label (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *group = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (group, "caption");
  gtk_widget_add_css_class (group, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), group);
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const MzField *def)
{
  gpointer object = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *group = gtk_widget_get_next_sibling (label);
  g_autofree char *text = item_label (object);
  const char *heading = NULL;

  if (def->type == MZ_TYPE_CHOICE)
    {
      int choice = (int)gtk_list_item_get_position (item) - (is_optional (def) ? 1 : 0);
      /* A search changes places, so the label decides when they do not agree. */
      if (choice >= 0 && def->choices[choice].code != NULL &&
          g_str_equal (text, mz_translate (def->choices[choice].label)))
        heading = def->choices[choice].group;
    }
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  gtk_label_set_text (GTK_LABEL (group), mz_translate (heading));
}

/* Dropdowns. */

static void
selected_cb (GtkDropDown *drop, GParamSpec *pspec, MzFieldEditor *self)
{
  mz_field_editor_chosen (self);
}

/* A record that comes or goes moves the selection of the dropdown, which must not be taken for a choice. Connected before
 * the dropdown listens; the workspace tells when the new state is whole. */
static void
items_changed_cb (GListModel *items, guint position, guint removed, guint added,
                  MzFieldEditor *self)
{
  self->moving = TRUE;
}

static void
drop_down_make (MzFieldEditor *self, GListModel *items)
{
  GtkListItemFactory *button = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkExpression *label = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                                      G_CALLBACK (item_label_cb), NULL, NULL);

  g_signal_connect (button, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (rows, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), (gpointer)self->def);
  self->items = g_object_ref (items);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
  self->control = gtk_drop_down_new (items, label);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->control), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->control), rows);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->control),
                                   self->def->type == MZ_TYPE_REFERENCE ||
                                       g_list_model_get_n_items (items) >= SEARCH_FROM);
  gtk_widget_set_hexpand (self->control, TRUE);
  gtk_box_append (GTK_BOX (self->slot), self->control);
  g_signal_connect (self->control, "notify::selected", G_CALLBACK (selected_cb), self);
  g_object_unref (button);
  g_object_unref (rows);
}

static void
drop_down_select (MzFieldEditor *self, guint place)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), place);
}

/* Place among the values: -1 for "not set" or nothing. */
static int
drop_down_place (MzFieldEditor *self)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));

  if (place == GTK_INVALID_LIST_POSITION)
    return -1;
  return (int)place - (is_optional (self->def) ? 1 : 0);
}

/* Level. */

/* Names of the steps where the field is a place on the scale of the risk matrix, which is shorter than the field allows. */
static char *const *
scale_names (MzFieldEditor *self, int *n)
{
  const MzScale *scale = &mz_workspace_analysis (self->workspace)->scale;
  gboolean likelihood = g_str_has_suffix (self->def->name, "likelihood");

  if (!likelihood && !g_str_has_suffix (self->def->name, "impact"))
    return NULL;
  *n = likelihood ? scale->n_likelihood : scale->n_impact;
  return likelihood ? scale->likelihood_names : scale->impact_names;
}

static void
level_make (MzFieldEditor *self)
{
  g_autoptr (GtkStringList) items = gtk_string_list_new (NULL);
  double minimum, maximum;
  int n = 0;
  char *const *names = scale_names (self, &n);

  mz_field_bounds (self->def, &minimum, &maximum);
  /* A level beyond the scale stays to be seen until it is changed. */
  if (names != NULL)
    maximum = MIN (maximum, MAX (n, (double)mz_record_integer (self->record, self->def->name, 0)));
  if (is_optional (self->def))
    gtk_string_list_append (items, "");
  for (int level = (int)minimum; level <= (int)maximum; level++)
    {
      const char *name = names != NULL && level <= n ? names[level - 1] : NULL;
      gtk_string_list_take (items, name != NULL && *name != '\0'
                                       ? g_strdup_printf ("%d %s", level, name)
                                       : g_strdup_printf ("%d", level));
    }
  drop_down_make (self, G_LIST_MODEL (g_object_ref (items)));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->control), FALSE);
}

static void
level_show (MzFieldEditor *self, const MzValue *value)
{
  double minimum, maximum;

  mz_field_bounds (self->def, &minimum, &maximum);
  drop_down_select (self, value->set ? (guint)(value->integer - (gint64)minimum) +
                                           (is_optional (self->def) ? 1 : 0)
                                     : 0);
}

static gboolean
level_read (MzFieldEditor *self, MzValue *value, GError **error)
{
  int place = drop_down_place (self);
  double minimum, maximum;

  mz_field_bounds (self->def, &minimum, &maximum);
  value->set = place >= 0;
  value->integer = (gint64)minimum + place;
  return TRUE;
}

const MzControl mz_control_level = {level_make, level_show, level_read};

/* Choice. */

static void
choice_make (MzFieldEditor *self)
{
  g_autoptr (GtkStringList) items = gtk_string_list_new (NULL);

  if (is_optional (self->def))
    gtk_string_list_append (items, "");
  for (const MzChoice *choice = self->def->choices; choice->code != NULL; choice++)
    gtk_string_list_append (items, mz_translate (choice->label));
  drop_down_make (self, G_LIST_MODEL (g_object_ref (items)));
}

static void
choice_show (MzFieldEditor *self, const MzValue *value)
{
  int place = value->set ? mz_field_choice (self->def, value->text) : -1;

  drop_down_select (self, (guint)(place + (is_optional (self->def) ? 1 : 0)));
}

static gboolean
choice_read (MzFieldEditor *self, MzValue *value, GError **error)
{
  int place = drop_down_place (self);

  value->set = place >= 0;
  value->text = place >= 0 ? g_strdup (self->def->choices[place].code) : NULL;
  return TRUE;
}

const MzControl mz_control_choice = {choice_make, choice_show, choice_read};

/* Choices: a button that tells the set, with the checks in a popover. */

static void
toggled_cb (GtkCheckButton *button, MzFieldEditor *self)
{
  mz_field_editor_chosen (self);
}

static GtkWidget *
choices_box (MzFieldEditor *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->control));

  return gtk_popover_get_child (popover);
}

static void
choices_make (MzFieldEditor *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (const MzChoice *choice = self->def->choices; choice->code != NULL; choice++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (mz_translate (choice->label));
      gtk_box_append (GTK_BOX (box), button);
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  self->control = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->control), popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->control), TRUE);
  gtk_widget_set_hexpand (self->control, TRUE);
  gtk_box_append (GTK_BOX (self->slot), self->control);
}

static void
choices_show (MzFieldEditor *self, const MzValue *value)
{
  g_autofree char *text = mz_value_display (self->def, value);
  GtkWidget *label = gtk_label_new (*text != '\0' ? text : _ ("Not set"));
  guint i = 0;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->control), label);
  gtk_widget_set_tooltip_text (self->control, text);
  for (GtkWidget *button = gtk_widget_get_first_child (choices_box (self)); button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 value->set && (value->integer >> i & 1) != 0);
}

static gboolean
choices_read (MzFieldEditor *self, MzValue *value, GError **error)
{
  guint i = 0;

  value->integer = 0;
  for (GtkWidget *button = gtk_widget_get_first_child (choices_box (self)); button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      value->integer |= G_GINT64_CONSTANT (1) << i;
  value->set = value->integer != 0;
  return TRUE;
}

const MzControl mz_control_choices = {choices_make, choices_show, choices_read};

/* Reference. */

static void
append_kind (GListStore *lists, MzModel *model, const char *kind)
{
  g_list_store_append (lists, mz_model_list (model, kind));
}

static void
reference_make (MzFieldEditor *self)
{
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);
  MzModel *model = mz_workspace_model (self->workspace);
  const MzSchema *schema = mz_model_schema (model);

  if (is_optional (self->def))
    {
      g_autoptr (GtkStringList) none = gtk_string_list_new ((const char *[]){"", NULL});
      g_list_store_append (lists, none);
    }
  if (g_str_equal (self->def->target, "*"))
    for (guint i = 0; i < schema->n_kinds; i++)
      append_kind (lists, model, schema->kinds[i].name);
  else
    append_kind (lists, model, self->def->target);
  drop_down_make (self, G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists))));
}

static guint
find_id (GListModel *items, const char *id)
{
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);
      if (MZ_IS_RECORD (item) && g_str_equal (mz_record_id (MZ_RECORD (item)), id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
reference_show (MzFieldEditor *self, const MzValue *value)
{
  drop_down_select (self, value->set ? find_id (self->items, value->text) : 0);
}

static gboolean
reference_read (MzFieldEditor *self, MzValue *value, GError **error)
{
  gpointer item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->control));

  value->set = item != NULL && MZ_IS_RECORD (item);
  value->text = value->set ? g_strdup (mz_record_id (item)) : NULL;
  return TRUE;
}

const MzControl mz_control_reference = {reference_make, reference_show, reference_read};

const MzControl *
mz_control_for (MzFieldType type)
{
  static const MzControl *const controls[] = {
      [MZ_TYPE_TEXT] = &mz_control_entry,      [MZ_TYPE_LONG_TEXT] = &mz_control_text,
      [MZ_TYPE_INTEGER] = &mz_control_entry,   [MZ_TYPE_REAL] = &mz_control_entry,
      [MZ_TYPE_MONEY] = &mz_control_entry,     [MZ_TYPE_PPM] = &mz_control_entry,
      [MZ_TYPE_LEVEL] = &mz_control_level,     [MZ_TYPE_CHOICE] = &mz_control_choice,
      [MZ_TYPE_CHOICES] = &mz_control_choices, [MZ_TYPE_DATE] = &mz_control_date,
      [MZ_TYPE_BOOLEAN] = &mz_control_switch,  [MZ_TYPE_REFERENCE] = &mz_control_reference,
  };

  return controls[type];
}
