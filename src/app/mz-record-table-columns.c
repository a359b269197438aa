/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The columns of a table of records: which are seen, in which order and how wide. They are kept in the settings under the kind
 * and what the page shows of it, as "title:240 code -owner": a hidden column has a minus. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mz-record-table-private.h"

#include "mz-recent.h"

#define KEY "table-columns"
/* A person drags; what is left after that is kept. */
#define KEEP_MS 500

static GListModel *
view_columns (MzRecordTable *self)
{
  return gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
}

static MzTableColumn *
nth (MzRecordTable *self, guint index)
{
  g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (view_columns (self), index);

  return g_object_get_data (G_OBJECT (shown), "mz-column");
}

GPtrArray *
mz_record_table_seen (MzRecordTable *self)
{
  GPtrArray *seen = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (view_columns (self)); i++)
    if (gtk_column_view_column_get_visible (nth (self, i)->shown))
      g_ptr_array_add (seen, nth (self, i));
  return seen;
}

static MzTableColumn *
find (MzRecordTable *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (mz_table_column_name (g_ptr_array_index (self->columns, i)), name))
      return g_ptr_array_index (self->columns, i);
  return NULL;
}

/* Keeping. */

static char *
write_columns (MzRecordTable *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (view_columns (self)); i++)
    {
      const MzTableColumn *column = nth (self, i);
      int width = gtk_column_view_column_get_fixed_width (column->shown);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "",
                              gtk_column_view_column_get_visible (column->shown) ? "" : "-",
                              mz_table_column_name (column));
      if (width >= 0)
        g_string_append_printf (text, ":%d", width);
    }
  return g_string_free (text, FALSE);
}

static GVariant *
kept (void)
{
  return mz_settings_check () ? g_settings_get_value (mz_settings (), KEY) : NULL;
}

static void
keep (MzRecordTable *self)
{
  g_autofree char *text = write_columns (self);
  g_autoptr (GVariant) old = kept ();
  GVariantBuilder list;
  GVariantIter iter;
  const char *key, *value;

  if (old == NULL)
    return;
  g_variant_builder_init (&list, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (!g_str_equal (key, self->key))
      g_variant_builder_add (&list, "{ss}", key, value);
  g_variant_builder_add (&list, "{ss}", self->key, text);
  g_settings_set_value (mz_settings (), KEY, g_variant_builder_end (&list));
}

static gboolean
keep_cb (gpointer data)
{
  MzRecordTable *self = data;

  self->keeping = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MzRecordTable *self)
{
  if (self->key == NULL)
    return;
  mz_record_table_align_headings (self);
  g_hash_table_remove_all (self->texts);
  g_clear_handle_id (&self->keeping, g_source_remove);
  self->keeping = g_timeout_add (KEEP_MS, keep_cb, self);
}

void
mz_record_table_leave_columns (MzRecordTable *self)
{
  if (self->keeping != 0)
    {
      g_clear_handle_id (&self->keeping, g_source_remove);
      keep (self);
    }
  if (self->key != NULL && self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (view_columns (self), self);
      for (guint i = 0; i < self->columns->len; i++)
        g_signal_handlers_disconnect_by_data (
            ((MzTableColumn *)g_ptr_array_index (self->columns, i))->shown, self);
    }
  g_clear_pointer (&self->key, g_free);
}

/* Making. */

static void
watch (MzRecordTable *self, MzTableColumn *column)
{
  g_signal_connect_swapped (column->shown, "notify::fixed-width", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (column->shown, "notify::visible", G_CALLBACK (changed_cb), self);
}

static gboolean
is_column (MzRecordTable *self, const char *name)
{
  return mz_computed_find (self->kind->name, name) != NULL || mz_kind_find (self->kind, name) >= 0;
}

/* One word of what was kept; a field that this version does not know is passed over. */
static void
read_column (MzRecordTable *self, const char *word)
{
  gboolean hidden = *word == '-';
  g_auto (GStrv) parts = g_strsplit (hidden ? word + 1 : word, ":", 2);
  MzTableColumn *column;

  if (parts[0] == NULL || !is_column (self, parts[0]) || find (self, parts[0]) != NULL)
    return;
  column = mz_record_table_append (self, parts[0]);
  gtk_column_view_column_set_visible (column->shown, !hidden);
  if (parts[1] != NULL)
    gtk_column_view_column_set_fixed_width (
        column->shown, (int)CLAMP (g_ascii_strtoll (parts[1], NULL, 10), 24, 2000));
}

void
mz_record_table_make_columns (MzRecordTable *self, const char *names, const char *filter)
{
  g_autofree char *key = g_strdup_printf (
      "%s/%x", self->kind->name, g_str_hash (names) ^ (filter != NULL ? g_str_hash (filter) : 0));
  g_autoptr (GVariant) all = kept ();
  const char *text = NULL;
  g_auto (GStrv) first = g_strsplit (names, " ", -1);

  if (all != NULL)
    g_variant_lookup (all, key, "&s", &text);
  if (text != NULL)
    {
      g_auto (GStrv) words = g_strsplit (text, " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        read_column (self, words[i]);
    }
  for (guint i = 0; first[i] != NULL; i++)
    if (find (self, first[i]) == NULL)
      mz_record_table_append (self, first[i]);
  mz_record_table_align_headings (self);
  for (guint i = 0; i < self->columns->len; i++)
    watch (self, g_ptr_array_index (self->columns, i));
  g_signal_connect_swapped (view_columns (self), "items-changed", G_CALLBACK (changed_cb), self);
  self->key = g_steal_pointer (&key);
}

/* Choosing. */

static void
show_column (MzRecordTable *self, const char *name, gboolean seen)
{
  MzTableColumn *column = find (self, name);

  if (column == NULL && seen)
    {
      column = mz_record_table_append (self, name);
      watch (self, column);
    }
  if (column != NULL)
    gtk_column_view_column_set_visible (column->shown, seen);
  mz_record_table_show_frame (self);
}

static void
toggled_cb (GtkCheckButton *button, MzRecordTable *self)
{
  show_column (self, g_object_get_data (G_OBJECT (button), "mz-name"),
               gtk_check_button_get_active (button));
}

/* Moves a column one place; for those who do not drag headings. */
static void
move_cb (GtkButton *button, MzRecordTable *self)
{
  MzTableColumn *column = find (self, g_object_get_data (G_OBJECT (button), "mz-name"));
  int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "mz-step"));
  guint n = g_list_model_get_n_items (view_columns (self));

  for (guint i = 0; column != NULL && i < n; i++)
    if (nth (self, i) == column)
      {
        int place = CLAMP ((int)i + step, 0, (int)n - 1);

        if ((guint)place != i)
          {
            g_object_ref (column->shown);
            gtk_column_view_insert_column (GTK_COLUMN_VIEW (self->view), (guint)place,
                                           column->shown);
            g_object_unref (column->shown);
          }
        return;
      }
}

static GtkWidget *
make_move (MzRecordTable *self, const char *name, const char *icon, const char *spoken, int step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data (G_OBJECT (button), "mz-name", (gpointer)name);
  g_object_set_data (G_OBJECT (button), "mz-step", GINT_TO_POINTER (step));
  g_signal_connect (button, "clicked", G_CALLBACK (move_cb), self);
  return button;
}

static void
add_choice (MzRecordTable *self, GtkWidget *list, const char *name, const char *label)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *check = gtk_check_button_new_with_label (label);
  const MzTableColumn *column = find (self, name);

  gtk_widget_set_hexpand (check, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               column != NULL &&
                                   gtk_column_view_column_get_visible (column->shown));
  g_object_set_data (G_OBJECT (check), "mz-name", (gpointer)name);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (row), check);
  if (column != NULL)
    {
      g_autofree char *back = g_strdup_printf (_ ("Move “%s” towards the start"), label);
      g_autofree char *forth = g_strdup_printf (_ ("Move “%s” towards the end"), label);

      gtk_box_append (GTK_BOX (row), make_move (self, name, "go-up-symbolic", back, -1));
      gtk_box_append (GTK_BOX (row), make_move (self, name, "go-down-symbolic", forth, 1));
    }
  gtk_box_append (GTK_BOX (list), row);
}

static GtkWidget *
make_choices (MzRecordTable *self)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const MzComputed *computed;

  for (guint i = 0; i < g_list_model_get_n_items (view_columns (self)); i++)
    add_choice (self, list, mz_table_column_name (nth (self, i)),
                mz_table_column_label (nth (self, i)));
  for (guint i = 0; i < mz_kind_n_fields (self->kind); i++)
    {
      const MzField *field = mz_kind_field (self->kind, i);

      if (find (self, field->name) == NULL && (field->flags & MZ_FIELD_INTERNAL) == 0)
        add_choice (self, list, field->name, mz_translate (field->label));
    }
  for (guint i = 0; (computed = mz_computed_nth (self->kind->name, i)) != NULL; i++)
    if (find (self, computed->name) == NULL)
      add_choice (self, list, computed->name, mz_translate (computed->label));
  return list;
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover, gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

void
mz_record_table_columns_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzRecordTable *self = MZ_RECORD_TABLE (widget);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_choices (self));
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns"), -1);
  gtk_widget_set_parent (popover, self->more);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
