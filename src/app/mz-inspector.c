/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The form of the selected record, and its neighbours in the trace. Which fields there are, and which records belong to it,
 * follows from the schema. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-pages.h"

#include "mz-columns-layout.h"
#include "mz-derive.h"
#include "mz-display.h"
#include "mz-field-editor.h"
#include "mz-inspector.h"
#include "mz-record-button.h"
#include "mz-style.h"
#include "mz-template.h"
#include "mz-wheel.h"

#define SHORT_WIDTH 120
#define FIELD_SPACING 12

struct _MzInspector
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  MzRecord *record;
  GtkWidget *stack;
  GtkWidget *scrolled;
  GtkWidget *kind;
  GtkWidget *title;
  GtkWidget *mark;
  GtkWidget *fields;
  GtkWidget *derive;
  GtkWidget *more;
  GtkWidget *more_fields;
  GtkWidget *children;
  GtkWidget *causes_group;
  GtkWidget *causes;
  GtkWidget *results_group;
  GtkWidget *results;
  GtkWidget *delete;
  guint refresh;
};

G_DEFINE_FINAL_TYPE (MzInspector, mz_inspector, GTK_TYPE_WIDGET)

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* Fields. */

/* What is filled, and what the method asks for, stands open; the rest waits behind one click. */
static gboolean
is_important (MzRecord *record, guint index)
{
  const MzField *def = mz_kind_field (mz_record_kind (record), index);

  if (def->type == MZ_TYPE_BOOLEAN)
    return mz_record_value (record, index)->integer != 0;
  /* A set that is empty is a question: what does the entry bear on? */
  return def->type == MZ_TYPE_CHOICES ||
         (def->flags & (MZ_FIELD_TITLE | MZ_FIELD_CODE | MZ_FIELD_REQUIRED)) != 0 ||
         mz_record_has (record, def->name);
}

static gboolean
is_short (const MzField *def)
{
  return def->type == MZ_TYPE_LEVEL || def->type == MZ_TYPE_INTEGER || def->type == MZ_TYPE_REAL ||
         def->type == MZ_TYPE_MONEY || def->type == MZ_TYPE_PPM || def->type == MZ_TYPE_DATE;
}

/* Only what is of one kind makes a row: a date beside a level would part the level from its fellow. */
static gboolean
fits_row (GtkWidget *row, const MzKind *kind, const MzField *def)
{
  GtkWidget *last =
      row != NULL && !MZ_IS_FIELD_EDITOR (row) ? gtk_widget_get_last_child (row) : NULL;

  return last != NULL &&
         mz_kind_field (kind, mz_field_editor_field (MZ_FIELD_EDITOR (last)))->type == def->type;
}

/* Short fields that follow each other stand side by side where there is room. */
static void
append_editor (MzInspector *self, GtkWidget *box, const MzField *def, GtkWidget *editor)
{
  GtkWidget *row = gtk_widget_get_last_child (box);

  gtk_widget_set_valign (editor, GTK_ALIGN_START);
  if (!is_short (def))
    {
      gtk_box_append (GTK_BOX (box), editor);
      return;
    }
  if (!fits_row (row, mz_record_kind (self->record), def))
    {
      row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_set_layout_manager (row, mz_columns_layout_new (SHORT_WIDTH, 2, FIELD_SPACING));
      gtk_box_append (GTK_BOX (box), row);
    }
  gtk_box_append (GTK_BOX (row), editor);
}

static void
build_fields (MzInspector *self)
{
  const MzKind *kind = mz_record_kind (self->record);
  gboolean any = FALSE;

  clear_box (self->fields);
  clear_box (self->more_fields);
  for (guint i = 0; i < mz_kind_n_fields (kind); i++)
    {
      const MzField *def = mz_kind_field (kind, i);
      gboolean important = is_important (self->record, i);

      if ((def->flags & MZ_FIELD_INTERNAL) != 0)
        continue;
      append_editor (self, important ? self->fields : self->more_fields, def,
                     mz_field_editor_new (self->workspace, self->record, i));
      any |= !important;
    }
  gtk_widget_set_visible (self->more, any);
}

/* Neighbours. */

static int
owner_field (const MzKind *child, const MzKind *kind)
{
  for (guint i = 0; i < mz_kind_n_fields (child); i++)
    {
      const MzField *def = mz_kind_field (child, i);
      if ((def->flags & MZ_FIELD_OWNER) != 0 && g_strcmp0 (def->target, kind->name) == 0)
        return (int)i;
    }
  return -1;
}

static void
add_child_cb (GtkButton *button, MzInspector *self)
{
  const char *kind = g_object_get_data (G_OBJECT (button), "mz-kind");
  const char *field = g_object_get_data (G_OBJECT (button), "mz-field");

  mz_workspace_add (self->workspace, kind,
                    (const char *[]){field, mz_record_id (self->record), NULL});
}

/* A record of that kind needs nothing but its owner, so that one can be added with a click. */
static gboolean
can_add (const MzKind *child, int owner)
{
  for (guint i = 0; i < mz_kind_n_fields (child); i++)
    {
      const MzField *def = mz_kind_field (child, i);
      if ((int)i != owner && def->type == MZ_TYPE_REFERENCE &&
          (def->flags & MZ_FIELD_REQUIRED) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
append_children (MzInspector *self, const MzKind *child, int owner, GHashTable *shown)
{
  const MzField *field = mz_kind_field (child, (guint)owner);
  g_autoptr (GPtrArray) records = mz_model_referring (
      mz_workspace_model (self->workspace), child->name, field->name, mz_record_id (self->record));
  GtkWidget *head, *label;

  if (records->len == 0 && !can_add (child, owner))
    return;
  head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  label = gtk_label_new (mz_translate (child->plural));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (head), label);
  if (can_add (child, owner))
    {
      GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
      g_autofree char *name = g_strdup_printf (_ ("Add %s"), mz_translate (child->label));

      g_object_set_data (G_OBJECT (add), "mz-kind", (gpointer)child->name);
      g_object_set_data (G_OBJECT (add), "mz-field", (gpointer)field->name);
      gtk_widget_add_css_class (add, "flat");
      gtk_widget_set_tooltip_text (add, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect (add, "clicked", G_CALLBACK (add_child_cb), self);
      gtk_box_append (GTK_BOX (head), add);
    }
  gtk_box_append (GTK_BOX (self->children), head);
  for (guint i = 0; i < records->len; i++)
    {
      g_hash_table_add (shown, g_ptr_array_index (records, i));
      gtk_box_append (GTK_BOX (self->children),
                      mz_record_button_new (self->workspace, g_ptr_array_index (records, i)));
    }
}

static void
fill_neighbours (MzInspector *self, GtkWidget *group, GtkWidget *box, GPtrArray *records,
                 GHashTable *shown)
{
  clear_box (box);
  for (guint i = 0; i < records->len; i++)
    if (!g_hash_table_contains (shown, g_ptr_array_index (records, i)))
      gtk_box_append (GTK_BOX (box),
                      mz_record_button_new (self->workspace, g_ptr_array_index (records, i)));
  gtk_widget_set_visible (group, gtk_widget_get_first_child (box) != NULL);
}

static void
build_neighbours (MzInspector *self)
{
  MzModel *model = mz_workspace_model (self->workspace);
  const MzSchema *schema = mz_model_schema (model);
  const MzKind *kind = mz_record_kind (self->record);
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) causes = mz_model_causes (model, mz_record_id (self->record));
  g_autoptr (GPtrArray) results = mz_model_results (model, mz_record_id (self->record));

  clear_box (self->children);
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      int owner = owner_field (&schema->kinds[i], kind);
      if (owner >= 0)
        append_children (self, &schema->kinds[i], owner, shown);
    }
  gtk_widget_set_visible (self->children, gtk_widget_get_first_child (self->children) != NULL);
  fill_neighbours (self, self->causes_group, self->causes, causes, shown);
  fill_neighbours (self, self->results_group, self->results, results, shown);
}

static void
show_heading (MzInspector *self)
{
  const MzKind *kind = mz_record_kind (self->record);
  g_autofree char *line = mz_display_name (self->workspace, self->record);
  const char *derivation = mz_derive_label (self->record);

  gtk_label_set_text (GTK_LABEL (self->kind), mz_translate (kind->label));
  gtk_widget_set_tooltip_text (self->kind, mz_translate (kind->hint));
  gtk_label_set_text (GTK_LABEL (self->title), line);
  gtk_widget_set_visible (self->mark, mz_record_flag (self->record, "assumed"));
  gtk_widget_set_visible (self->delete, !kind->singleton);
  gtk_widget_set_visible (self->derive, derivation != NULL);
  gtk_button_set_label (GTK_BUTTON (self->derive), derivation != NULL ? derivation : "");
}

/* When things change. */

static void
show_record (MzInspector *self)
{
  MzRecord *record = mz_workspace_selected (self->workspace);

  if (!g_set_object (&self->record, record))
    return;
  if (record != NULL)
    {
      show_heading (self);
      build_fields (self);
      build_neighbours (self);
      gtk_expander_set_expanded (GTK_EXPANDER (self->more), FALSE);
      gtk_adjustment_set_value (
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
    }
  else
    {
      clear_box (self->fields);
      clear_box (self->more_fields);
      clear_box (self->children);
      clear_box (self->causes);
      clear_box (self->results);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), record != NULL ? "record" : "empty");
}

static void
selection_changed_cb (MzWorkspace *workspace, MzInspector *self)
{
  show_record (self);
}

static gboolean
refresh_cb (gpointer data)
{
  MzInspector *self = data;

  self->refresh = 0;
  if (self->record != NULL)
    {
      show_heading (self);
      build_neighbours (self);
    }
  return G_SOURCE_REMOVE;
}

/* The editors follow by themselves; the lists are made anew once, however many edits came. */
static void
changed_cb (MzWorkspace *workspace, MzInspector *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
delete_cb (MzInspector *self)
{
  if (self->record != NULL)
    mz_workspace_delete (self->workspace, self->record);
}

static void
derive_cb (MzInspector *self)
{
  if (self->record != NULL)
    mz_derive (self->workspace, self->record);
}

static void
mz_inspector_dispose (GObject *object)
{
  MzInspector *self = MZ_INSPECTOR (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  mz_template_dispose (GTK_WIDGET (self), MZ_TYPE_INSPECTOR);
  g_clear_object (&self->record);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_inspector_parent_class)->dispose (object);
}

static void
mz_inspector_class_init (MzInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_inspector_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, MzInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, kind);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, title);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, mark);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, fields);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, derive);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, more);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, more_fields);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, children);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, causes_group);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, causes);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, results_group);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, results);
  gtk_widget_class_bind_template_child (widget_class, MzInspector, delete);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, derive_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mz_inspector_init (MzInspector *self)
{
  mz_style_use ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mz_wheel_attach (GTK_SCROLLED_WINDOW (self->scrolled));
}

GtkWidget *
mz_inspector_new (MzWorkspace *workspace)
{
  MzInspector *self = g_object_new (MZ_TYPE_INSPECTOR, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect (workspace, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  show_record (self);
  return GTK_WIDGET (self);
}
