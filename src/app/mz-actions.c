/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * From the tables of commands to actions, keys and the primary menu. */

#include "config.h"

#include "mz-actions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef const MzAction *(*MzActionTable) (guint *n);

static const MzActionTable tables[] = {mz_window_actions, mz_application_actions};

/* The name inside its map: "win.save" is known as "save" to the window. */
static const char *
short_name (const MzAction *action)
{
  return strchr (action->name, '.') + 1;
}

static void
activate_cb (GSimpleAction *simple, GVariant *parameter, gpointer data)
{
  const MzAction *action = data;
  action->activate (g_object_get_data (G_OBJECT (simple), "owner"), parameter);
}

void
mz_actions_install (GActionMap *owner, const MzAction *table, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariantType) type =
          table[i].parameter != NULL ? g_variant_type_new (table[i].parameter) : NULL;
      g_autoptr (GSimpleAction) simple = g_simple_action_new (short_name (&table[i]), type);

      /* The map owns the action, so a reference back would be a cycle. */
      g_object_set_data (G_OBJECT (simple), "owner", owner);
      g_signal_connect (simple, "activate", G_CALLBACK (activate_cb), (gpointer)&table[i]);
      g_action_map_add_action (owner, G_ACTION (simple));
    }
}

void
mz_actions_update (GActionMap *owner, const MzAction *table, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      GAction *action = g_action_map_lookup_action (owner, short_name (&table[i]));
      gboolean enabled = table[i].enabled == NULL || table[i].enabled (owner);
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

void
mz_actions_set_keys (GtkApplication *application)
{
  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      guint n;
      const MzAction *table = tables[t](&n);
      for (guint i = 0; i < n; i++)
        if (table[i].keys != NULL && table[i].parameter == NULL)
          {
            g_auto (GStrv) keys = g_strsplit (table[i].keys, " ", -1);
            gtk_application_set_accels_for_action (application, table[i].name,
                                                   (const char *const *)keys);
          }
    }
}

GMenuModel *
mz_actions_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (MzMenuPart part = MZ_MENU_NONE + 1; part < MZ_N_MENU_PARTS; part++)
    {
      g_autoptr (GMenu) section = g_menu_new ();
      for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
        {
          guint n;
          const MzAction *table = tables[t](&n);
          for (guint i = 0; i < n; i++)
            if (table[i].menu == part)
              g_menu_append (section, _ (table[i].label), table[i].name);
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  return G_MENU_MODEL (menu);
}

const MzAction *
mz_actions_find (const char *name)
{
  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      guint n;
      const MzAction *table = tables[t](&n);
      for (guint i = 0; i < n; i++)
        if (g_str_equal (table[i].name, name))
          return &table[i];
    }
  return NULL;
}
