/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The window before an import. The rows are numbers only; what a row says is asked of the import when its cells are shown. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-import-preview.h"

#include "mz-display.h"
#include "mz-style.h"
#include "mz-wheel.h"

/* A piece of checking is over before the next frame is due. */
#define SLICE_US 6000
/* Columns of the table before those of the sheet. */
enum
{
  COLUMN_CHOSEN,
  COLUMN_NUMBER,
  COLUMN_STATE,
  N_OWN_COLUMNS
};

struct _MzImportPreview
{
  AdwWindow parent_instance;
  MzWorkspace *workspace;
  MzSheetImport *import;
  char *label;
  GtkWidget *take;
  GtkWidget *summary;
  GtkWidget *refusal;
  GtkWidget *mapping;
  GtkWidget *mapping_scrolled;
  GtkWidget *heading;
  GtkWidget *updates;
  GtkWidget *only_wrong;
  GtkWidget *scrolled;
  GtkWidget *view;
  GtkStringList *rows; /* the numbers of the rows of the import */
  GtkFilterListModel *shown;
  GHashTable *items; /* GtkListItem that shows a row now → place of its column */
  gboolean filling;
  gboolean checked;
  guint checking;
};

G_DEFINE_FINAL_TYPE (MzImportPreview, mz_import_preview, ADW_TYPE_WINDOW)

static guint
row_of (GtkListItem *item)
{
  GtkStringObject *object = gtk_list_item_get_item (item);

  return (guint)g_ascii_strtoull (gtk_string_object_get_string (object), NULL, 10);
}

/* Cells. */

static char *
state_text (const MzSheetRow *row)
{
  switch (row->state)
    {
    case MZ_SHEET_NEW:
      return g_strdup (_ ("New"));
    case MZ_SHEET_CHANGE:
      return g_strdup (_ ("Changes an entry"));
    case MZ_SHEET_WRONG:
      return mz_display_one_line (row->reason);
    case MZ_SHEET_WAITING:
    default:
      return g_strdup ("…");
    }
}

static void
show_text (GtkWidget *label, const char *text, gboolean wrong)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
  if (wrong)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}

static void
show_choice (MzImportPreview *self, GtkWidget *check, const MzSheetRow *row)
{
  g_autofree char *name = g_strdup_printf (_ ("Take row %u"), row->number);

  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               row->chosen && row->state != MZ_SHEET_WRONG);
  gtk_widget_set_sensitive (check, row->state != MZ_SHEET_WRONG);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->filling = FALSE;
}

static void
show_item (MzImportPreview *self, GtkListItem *item, guint place)
{
  const MzSheetRow *row = mz_sheet_import_row (self->import, row_of (item));
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (place == COLUMN_CHOSEN)
    {
      show_choice (self, child, row);
      return;
    }
  if (place == COLUMN_NUMBER)
    text = g_strdup_printf ("%u", row->number);
  else if (place == COLUMN_STATE)
    text = state_text (row);
  else
    text = mz_display_one_line (
        mz_sheet_cell (mz_sheet_import_sheet (self->import), row->row, place - N_OWN_COLUMNS));
  show_text (child, text,
             row->state == MZ_SHEET_WRONG &&
                 (place == COLUMN_STATE || (int)place == row->column + N_OWN_COLUMNS));
}

static void
show_items (MzImportPreview *self)
{
  GHashTableIter iter;
  gpointer item, place;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, &place))
    show_item (self, item, GPOINTER_TO_UINT (place));
}

static void show_summary (MzImportPreview *self);

static void
chosen_cb (GtkCheckButton *check, GParamSpec *pspec, GtkListItem *item)
{
  MzImportPreview *self =
      MZ_IMPORT_PREVIEW (gtk_widget_get_ancestor (GTK_WIDGET (check), MZ_TYPE_IMPORT_PREVIEW));

  if (self == NULL || self->filling || gtk_list_item_get_item (item) == NULL)
    return;
  mz_sheet_import_choose (self->import, row_of (item), gtk_check_button_get_active (check));
  show_summary (self);
}

static guint
place_of (GObject *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "mz-place"));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MzImportPreview *self)
{
  guint place = place_of (G_OBJECT (factory));
  GtkWidget *child;

  if (place == COLUMN_CHOSEN)
    {
      child = gtk_check_button_new ();
      g_signal_connect (child, "notify::active", G_CALLBACK (chosen_cb), item);
      gtk_list_item_set_child (item, child);
      return;
    }
  child = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (child), place == COLUMN_NUMBER ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (child), place == COLUMN_NUMBER  ? 4
                                                : place == COLUMN_STATE ? 28
                                                                        : 8);
  gtk_label_set_max_width_chars (GTK_LABEL (child), place == COLUMN_STATE ? 48 : 24);
  if (place == COLUMN_NUMBER)
    gtk_widget_add_css_class (child, "numeric");
  gtk_list_item_set_child (item, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MzImportPreview *self)
{
  guint place = place_of (G_OBJECT (factory));

  g_hash_table_insert (self->items, item, GUINT_TO_POINTER (place));
  show_item (self, item, place);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MzImportPreview *self)
{
  g_hash_table_remove (self->items, item);
}

static void
append_column (MzImportPreview *self, guint place, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "mz-place", GUINT_TO_POINTER (place));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, place != COLUMN_CHOSEN);
  gtk_column_view_column_set_expand (column, place == COLUMN_STATE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

/* What a column of the sheet is called: its heading, or its place. */
static char *
column_name (MzImportPreview *self, guint column)
{
  g_autofree char *heading =
      mz_sheet_import_has_heading (self->import)
          ? mz_display_one_line (mz_sheet_cell (mz_sheet_import_sheet (self->import), 0, column))
          : g_strdup ("");

  if (*heading != '\0')
    return g_steal_pointer (&heading);
  /* TRANSLATORS: a column of a table without headings, by its number */
  return g_strdup_printf (_ ("Column %u"), column + 1);
}

static void
name_columns (MzImportPreview *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

  for (guint i = 0; i < mz_sheet_n_columns (mz_sheet_import_sheet (self->import)); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + N_OWN_COLUMNS);
      g_autofree char *name = column_name (self, i);

      gtk_column_view_column_set_title (column, name);
    }
}

/* What is said. */

static void
show_summary (MzImportPreview *self)
{
  guint n = mz_sheet_import_n_rows (self->import), taken = mz_sheet_import_n_taken (self->import);
  g_autofree char *said =
      g_strdup_printf (_ ("%u rows: %u new, %u change an entry, %u with errors."), n,
                       mz_sheet_import_count (self->import, MZ_SHEET_NEW),
                       mz_sheet_import_count (self->import, MZ_SHEET_CHANGE),
                       mz_sheet_import_count (self->import, MZ_SHEET_WRONG));
  g_autofree char *button = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "_Take Over %u Row", "_Take Over %u Rows", taken), taken);

  gtk_label_set_text (GTK_LABEL (self->summary), n == 0 ? _ ("The table has no rows.")
                                                 : self->checked
                                                     ? said
                                                     : _ ("The rows are being checked…"));
  gtk_button_set_label (GTK_BUTTON (self->take), button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.take", self->checked && taken > 0);
}

static void
refuse (MzImportPreview *self, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (self->refusal), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->refusal, reason != NULL);
}

/* Checking. */

static void
refilter (MzImportPreview *self)
{
  GtkFilter *filter = gtk_filter_list_model_get_filter (self->shown);

  if (filter != NULL)
    gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
check_cb (gpointer data)
{
  MzImportPreview *self = data;

  if (!mz_sheet_import_check (self->import, SLICE_US))
    return G_SOURCE_CONTINUE;
  self->checking = 0;
  self->checked = TRUE;
  refilter (self);
  show_items (self);
  show_summary (self);
  return G_SOURCE_REMOVE;
}

static void
check_again (MzImportPreview *self)
{
  self->checked = FALSE;
  refuse (self, NULL);
  gtk_widget_set_sensitive (self->updates, mz_sheet_import_can_update (self->import));
  show_items (self);
  show_summary (self);
  if (self->checking == 0)
    self->checking = g_idle_add (check_cb, self);
}

static gboolean
matches_cb (gpointer item, gpointer data)
{
  MzImportPreview *self = data;
  guint row = (guint)g_ascii_strtoull (gtk_string_object_get_string (item), NULL, 10);

  return !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->only_wrong)) ||
         mz_sheet_import_row (self->import, row)->state == MZ_SHEET_WRONG;
}

static void
list_rows (MzImportPreview *self)
{
  guint n = mz_sheet_import_n_rows (self->import);
  g_auto (GStrv) names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = g_strdup_printf ("%u", i);
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                          (const char *const *)names);
}

/* Columns to fields. */

static void
mapped_cb (GtkDropDown *drop_down, GParamSpec *pspec, MzImportPreview *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "mz-column"));

  if (self->filling)
    return;
  mz_sheet_import_set_target (self->import, column,
                              (int)gtk_drop_down_get_selected (drop_down) - 1);
  /* Another column may have given the field up. */
  self->filling = TRUE;
  for (GtkWidget *box = gtk_widget_get_first_child (self->mapping); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    {
      GtkWidget *other = gtk_widget_get_last_child (box);
      guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (other), "mz-column"));

      gtk_drop_down_set_selected (GTK_DROP_DOWN (other),
                                  (guint)(mz_sheet_import_target (self->import, place) + 1));
    }
  self->filling = FALSE;
  check_again (self);
}

static GtkWidget *
make_mapping (MzImportPreview *self, guint column, const char *const *targets)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *name = column_name (self, column);
  g_autofree char *spoken = g_strdup_printf (_ ("Field for “%s”"), name);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (targets);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (label, "field-label");
  g_object_set_data (G_OBJECT (drop_down), "mz-column", GUINT_TO_POINTER (column));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                              (guint)(mz_sheet_import_target (self->import, column) + 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (mapped_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop_down);
  return box;
}

static void
make_mappings (MzImportPreview *self)
{
  guint n = mz_sheet_import_n_targets (self->import);
  g_autofree const char **targets = g_new0 (const char *, n + 2);
  GtkWidget *child;

  targets[0] = _ ("Not taken over");
  for (guint i = 0; i < n; i++)
    targets[i + 1] = mz_sheet_import_target_label (self->import, i);
  while ((child = gtk_widget_get_first_child (self->mapping)) != NULL)
    gtk_box_remove (GTK_BOX (self->mapping), child);
  for (guint i = 0; i < mz_sheet_n_columns (mz_sheet_import_sheet (self->import)); i++)
    gtk_box_append (GTK_BOX (self->mapping), make_mapping (self, i, targets));
}

/* Commands. */

static void
heading_cb (GtkCheckButton *button, MzImportPreview *self)
{
  if (self->filling)
    return;
  mz_sheet_import_set_heading (self->import, gtk_check_button_get_active (button));
  list_rows (self);
  name_columns (self);
  make_mappings (self);
  check_again (self);
}

static void
updates_cb (GtkCheckButton *button, MzImportPreview *self)
{
  if (self->filling)
    return;
  mz_sheet_import_set_updates (self->import, gtk_check_button_get_active (button));
  check_again (self);
}

static void
only_wrong_cb (GtkCheckButton *button, MzImportPreview *self)
{
  if (!self->filling)
    refilter (self);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzImportPreview *self = MZ_IMPORT_PREVIEW (widget);

  for (guint i = 0; i < mz_sheet_import_n_rows (self->import); i++)
    mz_sheet_import_choose (self->import, i, g_str_equal (name, "preview.all"));
  show_items (self);
  show_summary (self);
}

gboolean
mz_import_preview_take (MzImportPreview *self)
{
  g_autoptr (GError) error = NULL;
  guint taken = mz_sheet_import_n_taken (self->import);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u row taken over", "%u rows taken over", taken), taken);
  MzWorkspace *workspace = self->workspace;

  if (!self->checked || taken == 0)
    return FALSE;
  if (!mz_workspace_edit (workspace, mz_sheet_import_edit (self->import, self->label), &error))
    {
      refuse (self, error->message);
      return FALSE;
    }
  mz_workspace_tell (workspace, text, TRUE);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mz_import_preview_take (MZ_IMPORT_PREVIEW (widget));
}

/* Widget. */

static void
mz_import_preview_dispose (GObject *object)
{
  MzImportPreview *self = MZ_IMPORT_PREVIEW (object);

  g_clear_handle_id (&self->checking, g_source_remove);
  self->filling = TRUE;
  if (self->view != NULL)
    gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (mz_import_preview_parent_class)->dispose (object);
}

static void
mz_import_preview_finalize (GObject *object)
{
  MzImportPreview *self = MZ_IMPORT_PREVIEW (object);

  g_hash_table_unref (self->items);
  g_clear_pointer (&self->import, mz_sheet_import_free);
  g_clear_object (&self->workspace);
  g_free (self->label);
  G_OBJECT_CLASS (mz_import_preview_parent_class)->finalize (object);
}

static void
mz_import_preview_class_init (MzImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_import_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = mz_import_preview_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MzImportPreview, take);
  gtk_widget_class_bind_template_child (widget_class, MzImportPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, MzImportPreview, refusal);
  gtk_widget_class_bind_template_child (widget_class, MzImportPreview, mapping);
  gtk_widget_class_bind_template_child (widget_class, MzImportPreview, mapping_scrolled);
  gtk_widget_class_bind_template_child (widget_class, MzImportPreview, heading);
  gtk_widget_class_bind_template_child (widget_class, MzImportPreview, updates);
  gtk_widget_class_bind_template_child (widget_class, MzImportPreview, only_wrong);
  gtk_widget_class_bind_template_child (widget_class, MzImportPreview, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MzImportPreview, view);
  gtk_widget_class_bind_template_callback (widget_class, heading_cb);
  gtk_widget_class_bind_template_callback (widget_class, updates_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_wrong_cb);
  gtk_widget_class_install_action (widget_class, "preview.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "preview.all", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "preview.none", NULL, choose_action);
}

static void
mz_import_preview_init (MzImportPreview *self)
{
  mz_style_use ();
  self->items = g_hash_table_new (NULL, NULL);
  self->rows = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  mz_wheel_attach (GTK_SCROLLED_WINDOW (self->scrolled));
}

static void
fill (MzImportPreview *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  append_column (self, COLUMN_CHOSEN, "");
  append_column (self, COLUMN_NUMBER, _ ("Row"));
  append_column (self, COLUMN_STATE, _ ("What it does"));
  for (guint i = 0; i < mz_sheet_n_columns (mz_sheet_import_sheet (self->import)); i++)
    append_column (self, i + N_OWN_COLUMNS, "");
  name_columns (self);
  make_mappings (self);
  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->heading),
                               mz_sheet_import_has_heading (self->import));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->updates),
                               mz_sheet_import_updates (self->import));
  self->filling = FALSE;
  list_rows (self);
  self->shown =
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                 GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL)));
  selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), selection);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Rows of the table"), -1);
}

GtkWidget *
mz_import_preview_new (GtkWindow *parent, MzWorkspace *workspace, const char *title,
                       const char *label, MzSheetImport *import)
{
  MzImportPreview *self =
      g_object_new (MZ_TYPE_IMPORT_PREVIEW, "title", title, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->import = import;
  self->label = g_strdup (label);
  fill (self);
  check_again (self);
  return GTK_WIDGET (self);
}

MzSheetImport *
mz_import_preview_import (MzImportPreview *self)
{
  return self->import;
}

gboolean
mz_import_preview_is_checked (MzImportPreview *self)
{
  return self->checked;
}
