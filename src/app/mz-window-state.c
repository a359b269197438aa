/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the window says: name and state of the document, what undo would undo, the scenarios, what can be done now. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-actions.h"
#include "mz-recent.h"
#include "mz-state-text.h"
#include "mz-window-private.h"

static void
refresh_title (MzWindow *self, MzDocument *document)
{
  g_autofree char *name = document != NULL ? mz_document_name (document) : g_strdup ("Mezasu");
  g_autofree char *state = document != NULL
                               ? mz_state_text (document, g_get_real_time () / G_USEC_PER_SEC)
                               : g_strdup ("");
  g_autofree char *window_title =
      document != NULL ? g_strdup_printf ("%s — Mezasu", name) : g_strdup (name);

  /* Setting an equal text again would disturb a screen reader and cost a layout. */
  if (!g_str_equal (adw_window_title_get_title (self->title), name))
    adw_window_title_set_title (self->title, name);
  if (!g_str_equal (adw_window_title_get_subtitle (self->title), state))
    adw_window_title_set_subtitle (self->title, state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), *state != '\0' ? state : NULL);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
set_tooltip (GtkWidget *button, const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
refresh_undo (MzWindow *self, MzDocument *document)
{
  const char *undo = mz_document_undo_label (document);
  const char *redo = mz_document_redo_label (document);
  /* TRANSLATORS: %s is what was done, such as “R-07: Likelihood 3 → 2” */
  g_autofree char *undo_text =
      undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Nothing to undo"));
  g_autofree char *redo_text =
      redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Nothing to redo"));

  set_tooltip (self->undo_button, undo_text);
  set_tooltip (self->redo_button, redo_text);
}

static gboolean
same_scenarios (MzWindow *self, const MzAnalysis *analysis)
{
  if (analysis->scenarios->len != self->scenario_ids->len)
    return FALSE;
  for (guint i = 0; i < analysis->scenarios->len; i++)
    {
      const MzScenarioResult *scenario = analysis->scenarios->pdata[i];
      if (!g_str_equal (scenario->id, self->scenario_ids->pdata[i]) ||
          g_strcmp0 (scenario->name, gtk_string_list_get_string (self->scenario_names, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
refresh_scenarios (MzWindow *self)
{
  const MzAnalysis *analysis = mz_workspace_analysis (self->workspace);
  const MzScenarioResult *seen = mz_workspace_scenario (self->workspace);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->scenario_names));

  self->filling = TRUE;
  if (!same_scenarios (self, analysis))
    {
      gtk_string_list_splice (self->scenario_names, 0, n, NULL);
      g_ptr_array_set_size (self->scenario_ids, 0);
      for (guint i = 0; i < analysis->scenarios->len; i++)
        {
          const MzScenarioResult *scenario = analysis->scenarios->pdata[i];
          gtk_string_list_append (self->scenario_names, scenario->name);
          g_ptr_array_add (self->scenario_ids, g_strdup (scenario->id));
        }
    }
  for (guint i = 0; seen != NULL && i < self->scenario_ids->len; i++)
    if (g_str_equal (self->scenario_ids->pdata[i], seen->id))
      gtk_drop_down_set_selected (self->scenario_button, i);
  self->filling = FALSE;
}

static void
refresh_visibility (MzWindow *self, gboolean open)
{
  GtkWidget *widgets[] = {
      self->sidebar_button, self->inspector_button, self->guide_button, self->undo_button,
      self->redo_button,    GTK_WIDGET (self->search_button), GTK_WIDGET (self->scenario_button)};
  for (gsize i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_widget_set_visible (widgets[i], open);
}

void
mz_window_refresh (MzWindow *self)
{
  MzDocument *document = mz_window_document (self);
  const MzAction *actions;
  guint n;

  refresh_title (self, document);
  refresh_visibility (self, document != NULL);
  if (document != NULL)
    {
      refresh_undo (self, document);
      refresh_scenarios (self);
      mz_sidebar_refresh (self->sidebar, self->workspace);
    }
  actions = mz_window_actions (&n);
  mz_actions_update (G_ACTION_MAP (self), actions, n);
}

void
mz_window_refresh_recent (MzWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_auto (GStrv) recent = mz_recent_list ();

  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *name = g_filename_display_basename (recent[i]);
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      /* An underscore in a menu marks the key of the item. */
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-saved", "s", recent[i]);
      g_menu_append_item (menu, item);
    }
  if (recent[0] == NULL)
    g_menu_append (menu, _ ("No recent documents"), "win.none");
  gtk_menu_button_set_menu_model (self->recent_button, G_MENU_MODEL (menu));
}
