/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A bar of choices, one a field of the organisation, made from a table. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-pack-settings.h"

#include "mezasu/file.h"
#include "mezasu/slide-template.h"
#include "mz-columns-layout.h"
#include "mz-file-dialogs.h"
#include "mz-pack-edit.h"

#define LEAST_WIDTH 150
#define MOST_COLUMNS 7
#define ASKING "mz-pack-settings-asking"

/* @unset: what the choice of nothing is called, NULL where one has to choose. */
static const struct
{
  const char *field;
  const char *label;
  const char *unset;
} choices[] = {
    {"audience", N_ ("Audience"), N_ ("Everybody")},
    {"report_language", N_ ("Language"), N_ ("As the window")},
    {"money_unit", N_ ("Unit of money"), NULL},
    {"paper", N_ ("Paper"), NULL},
    {"palette", N_ ("Colours"), NULL},
};
#define N_CHOICES G_N_ELEMENTS (choices)

struct _MzPackSettings
{
  GtkWidget parent_instance;
  MzWorkspace *workspace;
  GtkWidget *drops[N_CHOICES];
  GtkWidget *era;
  GtkWidget *template;
  GtkWidget *own;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (MzPackSettings, mz_pack_settings, GTK_TYPE_WIDGET)

static MzRecord *
firm_of (MzPackSettings *self)
{
  return mz_model_single (mz_workspace_model (self->workspace), "organisation");
}

static const MzField *
field_of (guint choice)
{
  const MzKind *kind = mz_schema_kind (mz_schema_default (), "organisation");

  return mz_kind_field (kind, (guint)mz_kind_find (kind, choices[choice].field));
}

static void
set_text (MzPackSettings *self, const char *label, const char *field, const char *text)
{
  MzRecord *firm = firm_of (self);
  MzEdit *edit;

  if (g_strcmp0 (mz_record_text (firm, field), text) == 0)
    return;
  edit = mz_edit_new (label);
  mz_edit_set_text (edit, mz_record_kind (firm), mz_record_id (firm), field, text);
  mz_workspace_edit (self->workspace, edit, NULL);
}

static void
chosen_cb (GtkDropDown *drop, GParamSpec *pspec, MzPackSettings *self)
{
  guint choice = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop), "choice"));
  const MzField *field = field_of (choice);
  guint selected = gtk_drop_down_get_selected (drop);
  const char *code = NULL;

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (choices[choice].unset == NULL)
    code = field->choices[selected].code;
  else if (selected > 0)
    code = field->choices[selected - 1].code;
  if (g_str_equal (field->name, "audience"))
    mz_pack_set_audience (self->workspace, code);
  else
    set_text (self, NULL, field->name, code);
}

static void
era_cb (GtkCheckButton *button, MzPackSettings *self)
{
  MzRecord *firm = firm_of (self);
  gboolean on = gtk_check_button_get_active (button);
  MzEdit *edit;

  if (self->showing || mz_record_flag (firm, "japanese_era") == on)
    return;
  edit = mz_edit_new (NULL);
  mz_edit_set_integer (edit, mz_record_kind (firm), mz_record_id (firm), "japanese_era", on);
  mz_workspace_edit (self->workspace, edit, NULL);
}

/* The presentation of the firm. */

static void
template_answer_cb (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  MzPackSettings *self = g_object_get_data (G_OBJECT (parent), ASKING);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MzSlideTemplate) slides = NULL;
  gsize size;
  char *content;

  if (self == NULL)
    return;
  content = mz_file_load (path, MZ_SLIDE_TEMPLATE_LIMIT, &size, &error);
  bytes = content != NULL ? g_bytes_new_take (content, size) : NULL;
  slides = bytes != NULL ? mz_slide_template_new (bytes, &error) : NULL;
  if (slides == NULL)
    mz_tell_error (parent, _ ("This presentation cannot be used"), error->message);
  else
    set_text (self, _ ("Choose presentation of the firm"), "slide_template", path);
}

static void
template_cb (GtkButton *button, MzPackSettings *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_object_set_data (G_OBJECT (root), ASKING, self);
  mz_choose_file (GTK_WINDOW (root),
                  &(MzFileQuestion){_ ("Presentation of the Firm"), FALSE, NULL, MZ_FILE_SLIDES},
                  template_answer_cb, NULL);
}

static void
own_cb (GtkButton *button, MzPackSettings *self)
{
  set_text (self, _ ("Leave presentation of the firm"), "slide_template", NULL);
}

/* Showing. */

static void
show_choice (MzPackSettings *self, guint choice)
{
  const MzField *field = field_of (choice);
  const char *code = mz_record_text (firm_of (self), field->name);
  int index = code != NULL ? mz_field_choice (field, code) : -1;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[choice]),
                              (guint)MAX (index + (choices[choice].unset != NULL ? 1 : 0), 0));
}

static void
changed_cb (MzWorkspace *workspace, MzPackSettings *self)
{
  const char *path = mz_record_text (firm_of (self), "slide_template");
  gboolean own = path == NULL || *path == '\0';
  g_autofree char *name = own ? g_strdup (_ ("Mezasu’s own")) : g_path_get_basename (path);

  self->showing = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    show_choice (self, i);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->era),
                               mz_record_flag (firm_of (self), "japanese_era"));
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->template))), name);
  gtk_widget_set_tooltip_text (
      self->template, own ? _ ("Choose a presentation whose masters the slides take") : path);
  gtk_widget_set_visible (self->own, !own);
  self->showing = FALSE;
}

/* Building. */

static GtkWidget *
labelled (const char *text, GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), control);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  return box;
}

static GtkWidget *
make_choice (MzPackSettings *self, guint choice)
{
  const MzField *field = field_of (choice);
  GtkStringList *items = gtk_string_list_new (NULL);

  if (choices[choice].unset != NULL)
    gtk_string_list_append (items, _ (choices[choice].unset));
  for (const MzChoice *item = field->choices; item->code != NULL; item++)
    gtk_string_list_append (items, mz_translate (item->label));
  self->drops[choice] = gtk_drop_down_new (G_LIST_MODEL (items), NULL);
  g_object_set_data (G_OBJECT (self->drops[choice]), "choice", GUINT_TO_POINTER (choice));
  gtk_widget_set_name (self->drops[choice], field->name);
  g_signal_connect (self->drops[choice], "notify::selected", G_CALLBACK (chosen_cb), self);
  return labelled (_ (choices[choice].label), self->drops[choice]);
}

static GtkWidget *
make_template (MzPackSettings *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (NULL);

  self->template = gtk_button_new ();
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_button_set_child (GTK_BUTTON (self->template), label);
  gtk_widget_set_hexpand (self->template, TRUE);
  self->own = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->own, _ ("Leave presentation of the firm"));
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), self->template);
  gtk_box_append (GTK_BOX (box), self->own);
  g_signal_connect (self->template, "clicked", G_CALLBACK (template_cb), self);
  g_signal_connect (self->own, "clicked", G_CALLBACK (own_cb), self);
  return labelled (_ ("Master of the slides"), box);
}

static void
mz_pack_settings_dispose (GObject *object)
{
  MzPackSettings *self = MZ_PACK_SETTINGS (object);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *child;

  if (root != NULL && g_object_get_data (G_OBJECT (root), ASKING) == self)
    g_object_set_data (G_OBJECT (root), ASKING, NULL);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mz_pack_settings_parent_class)->dispose (object);
}

static void
mz_pack_settings_unroot (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (g_object_get_data (G_OBJECT (root), ASKING) == widget)
    g_object_set_data (G_OBJECT (root), ASKING, NULL);
  GTK_WIDGET_CLASS (mz_pack_settings_parent_class)->unroot (widget);
}

static void
mz_pack_settings_class_init (MzPackSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mz_pack_settings_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = mz_pack_settings_unroot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mz_pack_settings_init (MzPackSettings *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 mz_columns_layout_new (LEAST_WIDTH, MOST_COLUMNS, 10));
}

GtkWidget *
mz_pack_settings_new (MzWorkspace *workspace)
{
  MzPackSettings *self = g_object_new (MZ_TYPE_PACK_SETTINGS, NULL);
  GtkWidget *era;

  self->workspace = g_object_ref (workspace);
  for (guint i = 0; i < N_CHOICES; i++)
    gtk_widget_set_parent (make_choice (self, i), GTK_WIDGET (self));
  gtk_widget_set_parent (make_template (self), GTK_WIDGET (self));
  self->era = gtk_check_button_new_with_label (_ ("Japanese era"));
  g_signal_connect (self->era, "toggled", G_CALLBACK (era_cb), self);
  era = labelled (_ ("Dates"), self->era);
  gtk_widget_set_parent (era, GTK_WIDGET (self));
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (workspace, self);
  return GTK_WIDGET (self);
}
