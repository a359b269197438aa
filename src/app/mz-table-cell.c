/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One cell of a table of records. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mz-table-cell.h"

#include "mz-display.h"
#include "mz-field-editor.h"

/* A long text shows its first lines; the rest is in the tooltip and the inspector. */
#define LONG_TEXT_LINES 3

struct _MzTableCell
{
  GtkWidget parent_instance;
  const MzTableColumn *column;
  MzRecord *record;
  GtkWidget *label;
  GtkWidget *editor;
  char *tooltip;
  guint ending;
  int band;
};

G_DEFINE_FINAL_TYPE (MzTableCell, mz_table_cell, GTK_TYPE_WIDGET)

/* Columns. */

/* Amounts, shares, rates and numbers of things; not years and places. */
static gboolean
is_figure (const MzField *def)
{
  return def->type == MZ_TYPE_MONEY || def->type == MZ_TYPE_REAL || def->type == MZ_TYPE_PPM ||
         (def->type == MZ_TYPE_INTEGER && (def->unit != NULL || def->maximum >= 1e6));
}

static guint
place_of (const MzTableColumn *self, MzRecord *record)
{
  gpointer place = NULL;
  return g_hash_table_lookup_extended (self->places, record, NULL, &place)
             ? GPOINTER_TO_UINT (place)
             : G_MAXUINT;
}

static void
compute (const MzTableColumn *self, MzRecord *record, MzComputedCell *cell)
{
  self->computed->compute (self->workspace, record, place_of (self, record), cell);
  if (cell->text == NULL)
    cell->text = g_strdup ("");
}

char *
mz_table_column_text (const MzTableColumn *self, MzRecord *record)
{
  g_auto (MzComputedCell) cell = {0};

  if (self->computed == NULL)
    return mz_display_value (self->workspace, record, (guint)self->field);
  compute (self, record, &cell);
  return g_steal_pointer (&cell.text);
}

char *
mz_table_column_whole_text (const MzTableColumn *self, MzRecord *record)
{
  const MzField *def =
      self->computed == NULL ? mz_kind_field (self->kind, (guint)self->field) : NULL;

  if (def != NULL && mz_field_is_text (def) && mz_record_value (record, (guint)self->field)->set)
    return g_strdup (mz_record_value (record, (guint)self->field)->text);
  return mz_table_column_text (self, record);
}

/* By what a record is sorted: a number, or a text made so that bytes compare as the language does. */
typedef struct
{
  gboolean known;
  double number;
  char *text;
} MzSortKey;

static void
sort_key_free (gpointer data)
{
  MzSortKey *key = data;

  g_free (key->text);
  g_free (key);
}

static void
find_key (const MzTableColumn *self, MzRecord *record, MzSortKey *key)
{
  const MzField *def = mz_kind_field (self->kind, (guint)self->field);
  const MzValue *value = mz_record_value (record, (guint)self->field);

  key->known = value->set;
  if (!value->set)
    return;
  if (def->type == MZ_TYPE_CHOICE)
    key->number = mz_field_choice (def, value->text);
  else if (mz_field_storage (def) == MZ_STORED_INTEGER)
    key->number = (double)value->integer;
  else if (mz_field_storage (def) == MZ_STORED_REAL)
    key->number = value->real;
  else
    {
      g_autofree char *text = mz_display_value (self->workspace, record, (guint)self->field);
      key->text = g_utf8_collate_key (text, -1);
    }
}

static const MzSortKey *
key_of (const MzTableColumn *self, MzRecord *record)
{
  MzSortKey *key = g_hash_table_lookup (self->keys, record);

  if (key != NULL)
    return key;
  key = g_new0 (MzSortKey, 1);
  if (self->computed != NULL)
    {
      g_auto (MzComputedCell) cell = {0};

      compute (self, record, &cell);
      key->known = cell.known;
      key->number = cell.order;
    }
  else
    find_key (self, record, key);
  g_hash_table_insert (self->keys, record, key);
  return key;
}

int
mz_table_column_compare (const MzTableColumn *self, MzRecord *a, MzRecord *b)
{
  const MzSortKey *left = key_of (self, a), *right = key_of (self, b);

  if (!left->known || !right->known)
    return right->known - left->known;
  if (left->text != NULL && right->text != NULL)
    return strcmp (left->text, right->text);
  return (left->number > right->number) - (left->number < right->number);
}

void
mz_table_column_forget (MzTableColumn *self)
{
  g_hash_table_remove_all (self->keys);
}

static gboolean
is_numeric (const MzField *def)
{
  return def->type == MZ_TYPE_MONEY || def->type == MZ_TYPE_REAL || def->type == MZ_TYPE_PPM ||
         def->type == MZ_TYPE_INTEGER || def->type == MZ_TYPE_LEVEL;
}

MzTableColumn *
mz_table_column_new (MzWorkspace *workspace, const MzKind *kind, const char *name)
{
  MzTableColumn *self = g_new0 (MzTableColumn, 1);

  self->workspace = workspace;
  self->kind = kind;
  self->computed = mz_computed_find (kind->name, name);
  self->field = self->computed != NULL ? -1 : mz_kind_find (kind, name);
  g_assert (self->computed != NULL || self->field >= 0);
  self->numeric = self->computed != NULL || is_numeric (mz_kind_field (kind, (guint)self->field));
  self->keys = g_hash_table_new_full (NULL, NULL, NULL, sort_key_free);
  return self;
}

void
mz_table_column_free (MzTableColumn *self)
{
  g_hash_table_unref (self->keys);
  g_free (self);
}

const char *
mz_table_column_name (const MzTableColumn *self)
{
  return self->computed != NULL ? self->computed->name
                                : mz_kind_field (self->kind, (guint)self->field)->name;
}

const char *
mz_table_column_label (const MzTableColumn *self)
{
  return mz_translate (self->computed != NULL
                           ? self->computed->label
                           : mz_kind_field (self->kind, (guint)self->field)->label);
}

gboolean
mz_table_column_editable (const MzTableColumn *self)
{
  return (self->computed == NULL || self->computed->detour != NULL) &&
         mz_workspace_editable (self->workspace);
}

/* What a cell shows. */

static void
set_band (MzTableCell *self, int band)
{
  static const char *const classes[] = {NULL, "band-1", "band-2", "band-3", "band-4"};

  if (band == self->band)
    return;
  if (self->band > 0)
    gtk_widget_remove_css_class (self->label, classes[self->band]);
  else
    gtk_widget_add_css_class (self->label, "value-chip");
  if (band > 0)
    gtk_widget_add_css_class (self->label, classes[band]);
  else
    gtk_widget_remove_css_class (self->label, "value-chip");
  self->band = band;
}

static void
set_text (MzTableCell *self, const char *text, gboolean assumed, gboolean before)
{
  g_autofree char *marked = NULL;

  if (assumed && *text != '\0')
    marked = before ? g_strdup_printf (MZ_ASSUMED_MARK " %s", text)
                    : g_strdup_printf ("%s " MZ_ASSUMED_MARK, text);
  gtk_label_set_text (GTK_LABEL (self->label), marked != NULL ? marked : text);
}

/* Told when it is asked for: GTK asks the display where the pointer is for every tooltip that is set. */
static void
set_tooltip (MzTableCell *self, const char *text)
{
  g_free (self->tooltip);
  self->tooltip = g_strdup (text);
}

static void
refresh_computed (MzTableCell *self)
{
  g_auto (MzComputedCell) cell = {0};

  compute (self->column, self->record, &cell);
  set_text (self, cell.text, cell.assumed, TRUE);
  set_band (self, cell.band);
  set_tooltip (self, cell.tooltip != NULL ? cell.tooltip
                     : cell.assumed       ? _ ("Illustrative assumption")
                                          : NULL);
}

void
mz_table_cell_refresh (MzTableCell *self)
{
  const MzField *def;
  g_autofree char *text = NULL;
  gboolean assumed, title;

  if (self->record == NULL)
    return;
  if (self->column->computed != NULL)
    {
      refresh_computed (self);
      return;
    }
  def = mz_kind_field (self->column->kind, (guint)self->column->field);
  text = mz_display_value (self->column->workspace, self->record, (guint)self->column->field);
  title = (def->flags & MZ_FIELD_TITLE) != 0;
  assumed = (is_figure (def) || title) && mz_record_flag (self->record, "assumed");
  set_text (self, text, assumed, !title);
  if (title)
    gtk_widget_add_css_class (self->label, "title-cell");
  set_tooltip (self, *text != '\0' ? text : NULL);
}

/* Editing. */

static void
end_edit (MzTableCell *self)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);
  gboolean focused;

  g_clear_handle_id (&self->ending, g_source_remove);
  if (editor == NULL)
    return;
  focused = (gtk_widget_get_state_flags (editor) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  gtk_widget_show (self->label);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_handlers_disconnect_by_data (editor, self);
  gtk_widget_unparent (editor);
  mz_table_cell_refresh (self);
}

static gboolean
ending_cb (gpointer data)
{
  MzTableCell *self = data;

  self->ending = 0;
  end_edit (self);
  return G_SOURCE_REMOVE;
}

/* Never while the editor is still handling the event that ended it. */
static void
end_later (MzTableCell *self)
{
  if (self->ending == 0)
    self->ending = g_idle_add (ending_cb, self);
}

static gboolean
left_cb (gpointer data)
{
  MzTableCell *self = data;

  self->ending = 0;
  if (self->editor != NULL &&
      (gtk_widget_get_state_flags (self->editor) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0 &&
      mz_field_editor_error (MZ_FIELD_EDITOR (self->editor)) == NULL)
    end_edit (self);
  return G_SOURCE_REMOVE;
}

static void
leave_cb (GtkEventControllerFocus *focus, MzTableCell *self)
{
  if (self->ending == 0)
    self->ending = g_idle_add (left_cb, self);
}

static GtkWidget *
make_editor (MzTableCell *self)
{
  const MzTableColumn *column = self->column;
  int field = column->computed != NULL ? mz_kind_find (column->kind, column->computed->field)
                                       : column->field;
  GtkWidget *editor = mz_field_editor_new_for_cell (column->workspace, self->record, (guint)field);
  g_autoptr (GPtrArray) chosen =
      column->chosen != NULL ? column->chosen (column->table, self->record) : NULL;

  if (column->computed != NULL)
    mz_field_editor_set_detour (MZ_FIELD_EDITOR (editor), column->computed->detour,
                                column->computed->argument);
  else if (chosen != NULL && chosen->len > 1)
    mz_field_editor_set_records (MZ_FIELD_EDITOR (editor), chosen);
  return editor;
}

gboolean
mz_table_cell_edit (MzTableCell *self)
{
  GtkEventController *focus;

  if (self->record == NULL || !mz_table_column_editable (self->column))
    return FALSE;
  if (self->editor != NULL)
    return gtk_widget_grab_focus (self->editor);
  self->editor = make_editor (self);
  gtk_widget_hide (self->label);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  g_signal_connect_swapped (self->editor, "done", G_CALLBACK (end_later), self);
  g_signal_connect_swapped (self->editor, "cancelled", G_CALLBACK (end_later), self);
  gtk_widget_grab_focus (self->editor);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->editor, focus);
  return TRUE;
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mz_table_cell_edit (MZ_TABLE_CELL (widget));
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, MzTableCell *self)
{
  if (n_press == 2 && mz_table_cell_edit (self))
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Widget. */

void
mz_table_cell_set_record (MzTableCell *self, MzRecord *record)
{
  if (self->editor != NULL && record != self->record)
    end_edit (self);
  if (record != NULL)
    g_hash_table_add (self->column->cells, self);
  else
    g_hash_table_remove (self->column->cells, self);
  g_set_object (&self->record, record);
  mz_table_cell_refresh (self);
}

MzRecord *
mz_table_cell_record (MzTableCell *self)
{
  return self->record;
}

const MzTableColumn *
mz_table_cell_column (MzTableCell *self)
{
  return self->column;
}

GtkWidget *
mz_table_cell_editor (MzTableCell *self)
{
  return self->editor;
}

static gboolean
mz_table_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                             GtkTooltip *tooltip)
{
  MzTableCell *self = MZ_TABLE_CELL (widget);

  gtk_tooltip_set_text (tooltip, self->tooltip);
  return self->tooltip != NULL;
}

static void
mz_table_cell_finalize (GObject *object)
{
  g_free (MZ_TABLE_CELL (object)->tooltip);
  G_OBJECT_CLASS (mz_table_cell_parent_class)->finalize (object);
}

static void
mz_table_cell_dispose (GObject *object)
{
  MzTableCell *self = MZ_TABLE_CELL (object);

  g_clear_handle_id (&self->ending, g_source_remove);
  if (self->column != NULL)
    g_hash_table_remove (self->column->cells, self);
  self->column = NULL;
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (mz_table_cell_parent_class)->dispose (object);
}

static void
mz_table_cell_class_init (MzTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_table_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = mz_table_cell_finalize;
  widget_class->query_tooltip = mz_table_cell_query_tooltip;
  gtk_widget_class_install_action (widget_class, "cell.edit", NULL, edit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "cell.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "cell.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "cell.edit", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablecell");
}

static void
mz_table_cell_init (MzTableCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Characters that a column asks for at least and at most: titles come first. */
static void
set_width (GtkLabel *label, const MzTableColumn *column)
{
  const MzField *def =
      column->field >= 0 ? mz_kind_field (column->kind, (guint)column->field) : NULL;
  int least = def != NULL && def->type == MZ_TYPE_LEVEL ? 2 : 5, most = 12;

  if (def != NULL && (def->flags & MZ_FIELD_TITLE) != 0)
    least = 16, most = 40;
  else if (def != NULL && def->type == MZ_TYPE_LONG_TEXT)
    {
      least = 20, most = 48;
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (label, LONG_TEXT_LINES);
    }
  else if (def != NULL && !column->numeric)
    least = (def->flags & MZ_FIELD_CODE) != 0 ? 4 : 8, most = 18;
  gtk_label_set_width_chars (label, least);
  gtk_label_set_max_width_chars (label, most);
}

GtkWidget *
mz_table_cell_new (const MzTableColumn *column)
{
  MzTableCell *self = g_object_new (MZ_TYPE_TABLE_CELL, NULL);
  gboolean chip = column->computed != NULL && !column->computed->money;

  self->column = column;
  gtk_label_set_xalign (GTK_LABEL (self->label), column->numeric ? 1 : 0);
  if (column->numeric)
    gtk_widget_add_css_class (self->label, "numeric");
  if (chip)
    gtk_label_set_width_chars (GTK_LABEL (self->label), 2);
  else
    set_width (GTK_LABEL (self->label), column);
  if (chip)
    gtk_widget_set_halign (self->label, GTK_ALIGN_END);
  return GTK_WIDGET (self);
}
