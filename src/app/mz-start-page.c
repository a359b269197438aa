/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The start page. Its lists are rows whose buttons are actions of the window, so this file only fills them. */

#include "config.h"

#include "mz-start-page.h"

#include <glib/gi18n-lib.h>

#include "mz-recent.h"
#include "mz-sample.h"
#include "mz-start-card.h"
#include "mz-state-text.h"

struct _MzStartPage
{
  AdwBin parent_instance;
  GtkWidget *recover_section;
  GtkListBox *recover_list;
  GtkWidget *recent_section;
  GtkListBox *recent_list;
  GtkWidget *sample_section;
  GtkFlowBox *sample_box;
  GtkWidget *example_section;
  GtkFlowBox *example_box;
  char **samples;
  guint next_sample;
  guint idle;
};

G_DEFINE_FINAL_TYPE (MzStartPage, mz_start_page, ADW_TYPE_BIN)

static void
empty (GtkListBox *list)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  /* Names of files and firms are text, not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
add_button (GtkWidget *row, const char *label, const char *action, const char *target,
            const char *css)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (css != NULL)
    gtk_widget_add_css_class (button, css);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
recovery_row (const MzRecovery *recovery)
{
  g_autofree char *time = mz_time_text (recovery->time, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *file = recovery->file != NULL ? g_filename_display_basename (recovery->file)
                                                 : g_strdup (_ ("never saved"));
  const char *title =
      recovery->title != NULL && *recovery->title != '\0' ? recovery->title : _ ("Untitled");
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  /* TRANSLATORS: a file, the number of edits not in it, the time of the last one */
  subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %u edit · last at %s",
                                           "%s · %u edits · last at %s", recovery->edits),
                              file, recovery->edits, time);
  row = make_row (title, subtitle);
  add_button (row, _ ("Recover"), "win.recover", recovery->path, "suggested-action");
  if (recovery->file != NULL && g_utf8_validate (recovery->file, -1, NULL))
    add_button (row, _ ("Open saved file"), "win.open-saved", recovery->file, NULL);
  add_button (row, _ ("Forget"), "win.forget", recovery->path, NULL);
  return row;
}

static void
fill_recoveries (MzStartPage *self)
{
  g_autoptr (GPtrArray) recoveries = mz_document_recoveries ();
  gboolean any = FALSE;

  empty (self->recover_list);
  for (guint i = 0; i < recoveries->len; i++)
    {
      const MzRecovery *recovery = recoveries->pdata[i];

      /* A sample that was only looked at holds nothing that could be lost. */
      if (recovery->edits == 0 && recovery->file == NULL)
        continue;
      gtk_list_box_append (self->recover_list, recovery_row (recovery));
      any = TRUE;
    }
  gtk_widget_set_visible (self->recover_section, any);
}

static void
fill_recent (MzStartPage *self)
{
  g_auto (GStrv) recent = mz_recent_list ();

  empty (self->recent_list);
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *name = g_filename_display_basename (recent[i]);
      g_autofree char *folder = g_path_get_dirname (recent[i]);
      g_autofree char *shown = g_filename_display_name (folder);
      GtkWidget *row = make_row (name, shown);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "path", g_strdup (recent[i]), g_free);
      gtk_list_box_append (self->recent_list, row);
    }
  gtk_widget_set_visible (self->recent_section, recent[0] != NULL);
}

/* One sample an idle moment: reading and reckoning all of them at once would hold up the window. */
static gboolean
add_sample_cb (gpointer data)
{
  MzStartPage *self = data;
  const char *id = self->samples[self->next_sample];
  g_autoptr (GError) error = NULL;
  g_autoptr (MzModel) model = NULL;

  if (id == NULL)
    {
      self->idle = 0;
      return G_SOURCE_REMOVE;
    }
  model = mz_sample_load (id, &error);
  if (model != NULL && mz_sample_is_example (id))
    {
      /* An example of a part of the method is no firm. */
      gtk_flow_box_append (self->example_box, mz_start_card_new (id, model));
      gtk_widget_set_visible (self->example_section, TRUE);
    }
  else if (model != NULL)
    gtk_flow_box_append (self->sample_box, mz_start_card_new (id, model));
  else
    g_message ("%s", error->message);
  self->next_sample++;
  return G_SOURCE_CONTINUE;
}

static void
recent_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (data), "win.open-saved", "s",
                              (const char *)g_object_get_data (G_OBJECT (row), "path"));
}

static void
sample_activated_cb (GtkFlowBox *box, GtkFlowBoxChild *child, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (data), "win.open-sample", "s",
                              mz_start_card_id (MZ_START_CARD (child)));
}

static void
mz_start_page_map (GtkWidget *widget)
{
  MzStartPage *self = MZ_START_PAGE (widget);

  GTK_WIDGET_CLASS (mz_start_page_parent_class)->map (widget);
  if (self->samples != NULL)
    return;
  self->samples = mz_sample_ids ();
  gtk_widget_set_visible (self->sample_section, self->samples[0] != NULL);
  self->idle = g_idle_add (add_sample_cb, self);
}

static void
mz_start_page_finalize (GObject *object)
{
  MzStartPage *self = MZ_START_PAGE (object);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_strfreev (self->samples);
  G_OBJECT_CLASS (mz_start_page_parent_class)->finalize (object);
}

static void
mz_start_page_class_init (MzStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mz_start_page_finalize;
  widget_class->map = mz_start_page_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MzStartPage, recover_section);
  gtk_widget_class_bind_template_child (widget_class, MzStartPage, recover_list);
  gtk_widget_class_bind_template_child (widget_class, MzStartPage, recent_section);
  gtk_widget_class_bind_template_child (widget_class, MzStartPage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, MzStartPage, sample_section);
  gtk_widget_class_bind_template_child (widget_class, MzStartPage, sample_box);
  gtk_widget_class_bind_template_child (widget_class, MzStartPage, example_section);
  gtk_widget_class_bind_template_child (widget_class, MzStartPage, example_box);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_activated_cb);
}

static void
mz_start_page_init (MzStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mz_start_page_refresh (MzStartPage *self)
{
  fill_recoveries (self);
  fill_recent (self);
}
