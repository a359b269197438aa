/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Differences as a table. Its rows are numbers only; what a row says is asked of the differences when its cells are shown. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mz-difference-window.h"

#include "mezasu/difference.h"

typedef enum
{
  COLUMN_CHOSEN,
  COLUMN_RECORD,
  COLUMN_WHAT,
  COLUMN_BEFORE,
  COLUMN_AFTER,
} Column;

struct _MzDifferenceWindow
{
  AdwWindow parent_instance;
  MzWindow *parent;
  MzModel *mine; /* as it was when the window was made: the document may be edited meanwhile */
  guint64 revision;
  MzDifferences *differences;
  MzMerge *merge; /* NULL where nothing is taken in */
  char *name;
  guint8 *chosen;
  gboolean filling;
  GPtrArray *kinds; /* MzKind by place in the filter, behind "all" */
  GtkStringList *rows;
  GtkFilterListModel *shown;
  GtkWidget *take;
  GtkWidget *summary;
  GtkWidget *refusal;
  GtkWidget *kind;
  GtkWidget *search;
  GtkWidget *view;
  GtkWidget *conflict_box;
  GtkWidget *conflicts;
};

G_DEFINE_FINAL_TYPE (MzDifferenceWindow, mz_difference_window, ADW_TYPE_WINDOW)

static guint
row_of (gpointer item)
{
  return (guint)g_ascii_strtoull (gtk_string_object_get_string (item), NULL, 10);
}

/* Cells. */

static char *
cell_text (MzDifferenceWindow *self, guint row, Column column)
{
  switch (column)
    {
    case COLUMN_RECORD:
      return mz_differences_record (self->differences, row);
    case COLUMN_WHAT:
      return g_strdup (mz_differences_what (self->differences, row));
    case COLUMN_BEFORE:
    case COLUMN_AFTER:
      return mz_differences_value (self->differences, row, column == COLUMN_AFTER);
    case COLUMN_CHOSEN:
    default:
      return g_strdup ("");
    }
}

static void show_conflicts (MzDifferenceWindow *self);
static void show_summary (MzDifferenceWindow *self);

static void
choose (MzDifferenceWindow *self, guint row, gboolean chosen)
{
  const MzDifference *difference = mz_differences_nth (self->differences, row);

  self->chosen[row] = (guint8)chosen;
  mz_merge_leave (self->merge, difference->id, difference->field, !chosen);
}

static void
chosen_cb (GtkCheckButton *check, GParamSpec *pspec, GtkListItem *item)
{
  MzDifferenceWindow *self = MZ_DIFFERENCE_WINDOW (
      gtk_widget_get_ancestor (GTK_WIDGET (check), MZ_TYPE_DIFFERENCE_WINDOW));
  gpointer object = gtk_list_item_get_item (item);

  if (self == NULL || self->filling || object == NULL)
    return;
  choose (self, row_of (object), gtk_check_button_get_active (check));
  show_conflicts (self);
  show_summary (self);
}

static Column
column_of (GtkListItemFactory *factory)
{
  return (Column)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "mz-column"));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, MzDifferenceWindow *self)
{
  Column column = column_of (factory);
  GtkWidget *child;

  if (column == COLUMN_CHOSEN)
    {
      child = gtk_check_button_new ();
      g_signal_connect (child, "notify::active", G_CALLBACK (chosen_cb), item);
    }
  else
    {
      child = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (child), 0);
      gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (child), column == COLUMN_RECORD ? 30 : 14);
      gtk_label_set_max_width_chars (GTK_LABEL (child), column == COLUMN_RECORD ? 48 : 28);
    }
  gtk_list_item_set_child (item, child);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, MzDifferenceWindow *self)
{
  Column column = column_of (factory);
  guint row = row_of (gtk_list_item_get_item (item));
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (column == COLUMN_CHOSEN)
    {
      words = mz_differences_words (self->differences, row);
      /* TRANSLATORS: a change in words, as a check button speaks it */
      text = g_strdup_printf (_ ("Take in: %s"), words);
      self->filling = TRUE;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), self->chosen[row]);
      self->filling = FALSE;
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
      return;
    }
  text = cell_text (self, row, column);
  gtk_label_set_text (GTK_LABEL (child), text);
  gtk_widget_set_tooltip_text (child, text);
}

static void
append_column (MzDifferenceWindow *self, Column place, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "mz-column", GUINT_TO_POINTER (place));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, place != COLUMN_CHOSEN);
  gtk_column_view_column_set_expand (column, place == COLUMN_RECORD || place == COLUMN_AFTER);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

/* What is shown. */

static gboolean
matches_cb (gpointer item, gpointer data)
{
  MzDifferenceWindow *self = data;
  guint row = row_of (item), kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *folded_wanted = NULL;

  if (kind > 0 && kind <= self->kinds->len &&
      mz_differences_nth (self->differences, row)->kind != self->kinds->pdata[kind - 1])
    return FALSE;
  if (*wanted == '\0')
    return TRUE;
  words = mz_differences_words (self->differences, row);
  folded = g_utf8_casefold (words, -1);
  folded_wanted = g_utf8_casefold (wanted, -1);
  return strstr (folded, folded_wanted) != NULL;
}

static void
filter_cb (MzDifferenceWindow *self)
{
  GtkFilter *filter = self->shown != NULL ? gtk_filter_list_model_get_filter (self->shown) : NULL;

  if (filter != NULL)
    gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
kind_cb (GtkDropDown *drop_down, GParamSpec *pspec, MzDifferenceWindow *self)
{
  filter_cb (self);
}

static void
search_cb (GtkSearchEntry *entry, MzDifferenceWindow *self)
{
  filter_cb (self);
}

static void
show_summary (MzDifferenceWindow *self)
{
  guint n = mz_differences_count (self->differences), taken = 0;
  g_autofree char *remark = mz_differences_remark (self->differences);
  g_autofree char *said =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u difference.", "%u differences.", n), n);
  g_autofree char *text = NULL;
  g_autofree char *button = NULL;

  if (self->merge == NULL)
    {
      text = n > 0 && remark != NULL ? g_strdup_printf ("%s %s", said, remark)
                                     : g_strdup (remark != NULL ? remark : said);
      gtk_label_set_text (GTK_LABEL (self->summary), text);
      return;
    }
  for (guint i = 0; i < n; i++)
    taken += self->chosen[i];
  text = g_strdup_printf (_ ("%u changes in “%s”, %u of them chosen; %u conflicts."), n, self->name,
                          taken, mz_merge_n_conflicts (self->merge));
  button = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "_Take In %u Change", "_Take In %u Changes", taken), taken);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
  gtk_button_set_label (GTK_BUTTON (self->take), button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "difference.take", taken > 0);
}

/* Conflicts, one by one. */

static void
side_cb (GtkCheckButton *button, MzDifferenceWindow *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mz-index"));
  MzMergeSide side =
      (MzMergeSide)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mz-side"));

  if (self->filling || !gtk_check_button_get_active (button) ||
      index >= mz_merge_n_conflicts (self->merge))
    return;
  mz_merge_choose (self->merge, index, side);
  show_conflicts (self);
  show_summary (self);
}

static GtkWidget *
side_button (MzDifferenceWindow *self, guint index, MzMergeSide side, const char *about)
{
  g_autofree char *words = mz_merge_side_words (self->merge, index, side);
  g_autofree char *label =
      g_strdup_printf (side == MZ_MERGE_MINE ? _ ("Here: %s") : _ ("Other copy: %s"), words);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", about, label);
  GtkWidget *button = gtk_check_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "mz-index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (button), "mz-side", GUINT_TO_POINTER (side));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return button;
}

static GtkWidget *
conflict_row (MzDifferenceWindow *self, guint index)
{
  g_autofree char *words = mz_merge_conflict_words (self->merge, index);
  MzMergeSide side = mz_merge_conflict (self->merge, index)->side;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *mine = side_button (self, index, MZ_MERGE_MINE, words);
  GtkWidget *theirs = side_button (self, index, MZ_MERGE_THEIRS, words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (mine));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (side == MZ_MERGE_MINE ? mine : theirs), TRUE);
  g_signal_connect (mine, "toggled", G_CALLBACK (side_cb), self);
  g_signal_connect (theirs, "toggled", G_CALLBACK (side_cb), self);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mine);
  gtk_box_append (GTK_BOX (box), theirs);
  return box;
}

static gboolean
refill_cb (gpointer data)
{
  MzDifferenceWindow *self = data;
  GtkWidget *child;
  guint n = self->merge == NULL ? 0 : mz_merge_n_conflicts (self->merge);

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (self->conflicts)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->conflicts), child);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->conflicts), conflict_row (self, i));
  gtk_widget_set_visible (self->conflict_box, n > 0);
  self->filling = FALSE;
  return G_SOURCE_REMOVE;
}

/* Later, because the button that was pressed is among the rows that go. */
static void
show_conflicts (MzDifferenceWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, refill_cb, g_object_ref (self), g_object_unref);
}

/* Commands. */

static void
refuse (MzDifferenceWindow *self, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (self->refusal), reason);
  gtk_widget_set_visible (self->refusal, TRUE);
}

gboolean
mz_difference_window_take (MzDifferenceWindow *self)
{
  g_autoptr (GError) error = NULL;
  MzWorkspace *workspace = mz_window_workspace (self->parent);
  g_autofree char *label = g_strdup_printf (_ ("Take in changes from “%s”"), self->name);
  MzEdit *edit;

  g_return_val_if_fail (self->merge != NULL, FALSE);
  if (workspace == NULL || mz_model_revision (mz_workspace_model (workspace)) != self->revision)
    {
      refuse (self, _ ("The document was edited meanwhile; close this window and begin again."));
      return FALSE;
    }
  edit = mz_merge_edit (self->merge, label, &error);
  if (edit == NULL || !mz_workspace_edit (workspace, edit, &error))
    {
      refuse (self, error->message);
      return FALSE;
    }
  mz_window_tell (self->parent, label, TRUE);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
take_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mz_difference_window_take (MZ_DIFFERENCE_WINDOW (widget));
}

static void
activated_cb (GtkColumnView *view, guint position, MzDifferenceWindow *self)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  const MzDifference *difference = mz_differences_nth (self->differences, row_of (item));
  MzWorkspace *workspace = mz_window_workspace (self->parent);

  if (workspace != NULL && mz_model_find (mz_workspace_model (workspace), difference->id) != NULL)
    mz_window_jump (self->parent, difference->id);
}

static void
mz_difference_window_dispose (GObject *object)
{
  MzDifferenceWindow *self = MZ_DIFFERENCE_WINDOW (object);

  g_clear_object (&self->parent);
  G_OBJECT_CLASS (mz_difference_window_parent_class)->dispose (object);
}

static void
mz_difference_window_finalize (GObject *object)
{
  MzDifferenceWindow *self = MZ_DIFFERENCE_WINDOW (object);

  g_clear_pointer (&self->differences, mz_differences_free);
  g_clear_pointer (&self->merge, mz_merge_free);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_object (&self->mine);
  g_clear_object (&self->shown);
  g_free (self->chosen);
  g_free (self->name);
  G_OBJECT_CLASS (mz_difference_window_parent_class)->finalize (object);
}

static void
mz_difference_window_class_init (MzDifferenceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_difference_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mz_difference_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-difference-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MzDifferenceWindow, take);
  gtk_widget_class_bind_template_child (widget_class, MzDifferenceWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, MzDifferenceWindow, refusal);
  gtk_widget_class_bind_template_child (widget_class, MzDifferenceWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, MzDifferenceWindow, search);
  gtk_widget_class_bind_template_child (widget_class, MzDifferenceWindow, view);
  gtk_widget_class_bind_template_child (widget_class, MzDifferenceWindow, conflict_box);
  gtk_widget_class_bind_template_child (widget_class, MzDifferenceWindow, conflicts);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "difference.take", NULL, take_cb);
}

static void
mz_difference_window_init (MzDifferenceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kinds = g_ptr_array_new ();
  self->rows = gtk_string_list_new (NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kind of record"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the differences"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Differences"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->conflicts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Conflicts"), -1);
}

/* The kinds that differ, with how often. */
static void
list_kinds (MzDifferenceWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = mz_differences_count (self->differences), from = 0;

  gtk_string_list_append (names, _ ("All kinds"));
  while (from < n)
    {
      const MzKind *kind = mz_differences_nth (self->differences, from)->kind;
      g_autofree char *name = NULL;
      guint to = from;

      while (to < n && mz_differences_nth (self->differences, to)->kind == kind)
        to++;
      name = g_strdup_printf ("%s (%u)", mz_translate (kind->plural), to - from);
      gtk_string_list_append (names, name);
      g_ptr_array_add (self->kinds, (gpointer)kind);
      from = to;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->kind), G_LIST_MODEL (names));
}

static void
fill (MzDifferenceWindow *self)
{
  guint n = mz_differences_count (self->differences);
  g_auto (GStrv) numbers = g_new0 (char *, n + 1);
  GtkSelectionModel *selection;

  for (guint i = 0; i < n; i++)
    numbers[i] = g_strdup_printf ("%u", i);
  gtk_string_list_splice (self->rows, 0, 0, (const char *const *)numbers);
  list_kinds (self);
  if (self->merge != NULL)
    append_column (self, COLUMN_CHOSEN, "");
  append_column (self, COLUMN_RECORD, _ ("Record"));
  append_column (self, COLUMN_WHAT, _ ("What"));
  append_column (self, COLUMN_BEFORE, _ ("Value before"));
  append_column (self, COLUMN_AFTER, _ ("Value after"));
  self->shown = gtk_filter_list_model_new (
      G_LIST_MODEL (self->rows), GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL)));
  selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), selection);
  g_object_unref (selection);
  gtk_widget_set_visible (self->take, self->merge != NULL);
  refill_cb (self);
  show_summary (self);
}

static MzDifferenceWindow *
make_window (MzWindow *parent, const char *title, const char *name)
{
  MzDifferenceWindow *self =
      g_object_new (MZ_TYPE_DIFFERENCE_WINDOW, "title", title, "transient-for", parent, NULL);
  MzModel *model = mz_workspace_model (mz_window_workspace (parent));

  self->parent = g_object_ref (parent);
  self->mine = mz_model_copy (model);
  self->revision = mz_model_revision (model);
  self->name = g_strdup (name);
  return self;
}

GtkWidget *
mz_compare_window_new (MzWindow *parent, MzModel *other, const char *name)
{
  g_autofree char *title = g_strdup_printf (_ ("From “%s” to this document"), name);
  MzDifferenceWindow *self = make_window (parent, title, name);

  self->differences = mz_differences_new (other, self->mine);
  fill (self);
  return GTK_WIDGET (self);
}

GtkWidget *
mz_take_in_window_new (MzWindow *parent, MzModel *base, MzModel *theirs, const char *name,
                       GError **error)
{
  MzDifferenceWindow *self = make_window (parent, _ ("Take in changes from another copy"), name);
  MzModel *from = base != NULL ? base : self->mine;

  self->merge = mz_merge_new (from, self->mine, theirs, error);
  if (self->merge == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  self->differences = mz_differences_new (from, theirs);
  self->chosen = g_new0 (guint8, mz_differences_count (self->differences) + 1);
  for (guint i = 0; i < mz_differences_count (self->differences); i++)
    choose (self, i, base != NULL);
  if (base == NULL)
    refuse (self, _ ("It is not known which state both copies come from, so that every difference "
                     "may be a change of either. Choose what is to be taken in."));
  fill (self);
  return GTK_WIDGET (self);
}

MzMerge *
mz_difference_window_merge (MzDifferenceWindow *self)
{
  return self->merge;
}
