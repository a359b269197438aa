/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The window of keyboard shortcuts. GtkShortcutsWindow can be filled by GtkBuilder only, so its description is written
 * from the tables of commands. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-actions.h"

/* Groups in the order in which they first appear in the tables. */
static GPtrArray *
collect_groups (void)
{
  GPtrArray *groups = g_ptr_array_new ();
  const MzAction *tables[2];
  guint n[2];

  tables[0] = mz_window_actions (&n[0]);
  tables[1] = mz_application_actions (&n[1]);
  for (guint t = 0; t < 2; t++)
    for (guint i = 0; i < n[t]; i++)
      if (tables[t][i].group != NULL && tables[t][i].keys != NULL &&
          !g_ptr_array_find_with_equal_func (groups, tables[t][i].group, g_str_equal, NULL))
        g_ptr_array_add (groups, (gpointer)tables[t][i].group);
  return groups;
}

/* A label without its mnemonic and without the dots that announce a dialog. */
static char *
plain_label (const MzAction *action)
{
  g_auto (GStrv) parts = g_strsplit (_ (action->label), "_", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  g_auto (GStrv) without_dots = g_strsplit (joined, "…", 2);
  g_auto (GStrv) without_key = g_strsplit (without_dots[0], "(", 2);
  return g_strstrip (g_strdup (without_key[0]));
}

static void
write_group (GString *xml, const char *group, const MzAction *table, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *row = NULL;
      if (g_strcmp0 (table[i].group, group) != 0 || table[i].keys == NULL)
        continue;
      label = plain_label (&table[i]);
      row = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                     "<property name='title'>%s</property>"
                                     "<property name='accelerator'>%s</property>"
                                     "</object></child>",
                                     label, table[i].keys);
      g_string_append (xml, row);
    }
}

GtkWidget *
mz_shortcuts_window_new (void)
{
  g_autoptr (GString) xml = g_string_new ("<interface>"
                                          "<object class='GtkShortcutsWindow' id='window'>"
                                          "<property name='modal'>1</property>"
                                          "<child><object class='GtkShortcutsSection'>"
                                          "<property name='section-name'>all</property>");
  g_autoptr (GPtrArray) groups = collect_groups ();
  g_autoptr (GtkBuilder) builder = NULL;
  const MzAction *table;
  guint n;

  for (guint g = 0; g < groups->len; g++)
    {
      g_autofree char *head = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'>"
                                                       "<property name='title'>%s</property>",
                                                       _ ((const char *)groups->pdata[g]));
      g_string_append (xml, head);
      table = mz_window_actions (&n);
      write_group (xml, groups->pdata[g], table, n);
      table = mz_application_actions (&n);
      write_group (xml, groups->pdata[g], table, n);
      g_string_append (xml, "</object></child>");
    }
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize)xml->len);
  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "window")));
}
