/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The preferences. */

#include "config.h"

#include "mz-preferences.h"

#include <glib/gi18n-lib.h>

#include "mz-recent.h"

struct _MzPreferences
{
  AdwPreferencesWindow parent_instance;
  MzWorkspace *workspace;
  gboolean filling;
  AdwComboRow *language_row;
  AdwComboRow *style_row;
  AdwComboRow *unit_row;
  GtkWidget *document_group;
  GtkEditable *author_row;
  GtkSwitch *recent_switch;
  GtkWidget *forget_button;
};

G_DEFINE_FINAL_TYPE (MzPreferences, mz_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
style_changed_cb (GSettings *settings, const char *key, gpointer data)
{
  static const AdwColorScheme schemes[] = {ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                           ADW_COLOR_SCHEME_FORCE_DARK};
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[g_settings_get_enum (settings, "style")]);
}

void
mz_preferences_apply_style (void)
{
  GSettings *settings = mz_settings ();
  g_signal_connect (settings, "changed::style", G_CALLBACK (style_changed_cb), NULL);
  style_changed_cb (settings, "style", NULL);
}

static void
language_selected_cb (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  if (!MZ_PREFERENCES (data)->filling)
    g_settings_set_enum (mz_settings (), "language", (int)adw_combo_row_get_selected (row));
}

static void
style_selected_cb (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  if (!MZ_PREFERENCES (data)->filling)
    g_settings_set_enum (mz_settings (), "style", (int)adw_combo_row_get_selected (row));
}

/* The unit belongs to the document: choosing one is an edit like any other. */
static void
unit_selected_cb (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  MzPreferences *self = data;
  MzRecord *firm;
  const MzField *field;
  MzValue value;
  guint index;

  if (self->filling || self->workspace == NULL)
    return;
  firm = mz_model_single (mz_workspace_model (self->workspace), "organisation");
  index = (guint)mz_kind_find (mz_record_kind (firm), "money_unit");
  field = mz_kind_field (mz_record_kind (firm), index);
  if (!mz_value_from_machine (field, field->choices[adw_combo_row_get_selected (row)].code, &value,
                              NULL))
    return;
  mz_workspace_set_value (self->workspace, firm, index, &value, NULL);
  mz_value_clear (field, &value);
}

static void
forget_clicked_cb (GtkButton *button, gpointer data)
{
  mz_recent_clear ();
  gtk_widget_set_sensitive (MZ_PREFERENCES (data)->forget_button, FALSE);
}

static void
mz_preferences_dispose (GObject *object)
{
  g_clear_object (&MZ_PREFERENCES (object)->workspace);
  G_OBJECT_CLASS (mz_preferences_parent_class)->dispose (object);
}

static void
mz_preferences_class_init (MzPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MzPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, MzPreferences, style_row);
  gtk_widget_class_bind_template_child (widget_class, MzPreferences, unit_row);
  gtk_widget_class_bind_template_child (widget_class, MzPreferences, document_group);
  gtk_widget_class_bind_template_child (widget_class, MzPreferences, author_row);
  gtk_widget_class_bind_template_child (widget_class, MzPreferences, recent_switch);
  gtk_widget_class_bind_template_child (widget_class, MzPreferences, forget_button);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, style_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_clicked_cb);
}

static void
mz_preferences_init (MzPreferences *self)
{
  /* Filling the templates selects first rows; that is nobody's choice. */
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_units (MzPreferences *self)
{
  MzRecord *firm = mz_model_single (mz_workspace_model (self->workspace), "organisation");
  int index = mz_kind_find (mz_record_kind (firm), "money_unit");
  const MzField *field = mz_kind_field (mz_record_kind (firm), (guint)index);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int selected = mz_field_choice (field, mz_record_text (firm, "money_unit"));

  for (guint i = 0; field->choices[i].code != NULL; i++)
    gtk_string_list_append (names, mz_translate (field->choices[i].label));
  adw_combo_row_set_model (self->unit_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->unit_row,
                              selected < 0 ? GTK_INVALID_LIST_POSITION : (guint)selected);
}

GtkWidget *
mz_preferences_new (GtkWindow *parent, MzWorkspace *workspace)
{
  MzPreferences *self = g_object_new (MZ_TYPE_PREFERENCES, "transient-for", parent, NULL);
  GSettings *settings = mz_settings ();
  g_auto (GStrv) recent = mz_recent_list ();

  g_set_object (&self->workspace, workspace);
  gtk_widget_set_visible (self->document_group, workspace != NULL);
  if (workspace != NULL)
    {
      fill_units (self);
      gtk_widget_set_sensitive (self->document_group,
                                mz_document_read_only (mz_workspace_document (workspace)) == NULL);
    }
  adw_combo_row_set_selected (self->language_row,
                              (guint)g_settings_get_enum (settings, "language"));
  adw_combo_row_set_selected (self->style_row, (guint)g_settings_get_enum (settings, "style"));
  g_settings_bind (settings, "author", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "keep-recent", self->recent_switch, "active", G_SETTINGS_BIND_DEFAULT);
  gtk_widget_set_sensitive (self->forget_button, recent[0] != NULL);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}
