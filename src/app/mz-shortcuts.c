/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The window of keyboard shortcuts. GtkShortcutsWindow can be filled by GtkBuilder only, so its description is written
 * from the tables of commands. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-actions.h"

#define PICTURES N_ ("On Pictures")
#define TABLES N_ ("In Tables")

/* Keys that work where the focus is, so that no table of commands has them. */
static const struct
{
  const char *group;
  const char *label;
  const char *keys;
} local_keys[] = {
    {PICTURES, N_ ("Go to a mark"), "Left Right Up Down"},
    {PICTURES, N_ ("Edit the mark"), "Return F2"},
    {PICTURES, N_ ("Move the mark"), "<Alt>Left <Alt>Right <Alt>Up <Alt>Down"},
    {PICTURES, N_ ("Begin a record here"), "Insert <Primary><Shift>n"},
    {PICTURES, N_ ("Draw a link from the mark"), "l"},
    {PICTURES, N_ ("Delete"), "Delete"},
    {PICTURES, N_ ("Give up"), "Escape"},
    {PICTURES, N_ ("Copy the picture"), "<Primary>c"},
    {PICTURES, N_ ("Menu of the mark"), "<Shift>F10 Menu"},
    {TABLES, N_ ("Edit the cell"), "Return F2"},
    {TABLES, N_ ("Select several rows"), "<Shift>Up <Shift>Down"},
    {TABLES, N_ ("Select all rows"), "<Primary>a"},
    {TABLES, N_ ("Duplicate the selected rows"), "<Primary>d"},
    {TABLES, N_ ("Give this value to all selected"), "<Primary><Shift>d"},
    {TABLES, N_ ("Delete the selected rows"), "Delete"},
    {TABLES, N_ ("Copy the selected rows"), "<Primary>c"},
    {TABLES, N_ ("Paste rows"), "<Primary>v"},
    {TABLES, N_ ("Menu of the row"), "<Shift>F10 Menu"},
};

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
  for (guint i = 0; i < G_N_ELEMENTS (local_keys); i++)
    if (!g_ptr_array_find_with_equal_func (groups, local_keys[i].group, g_str_equal, NULL))
      g_ptr_array_add (groups, (gpointer)local_keys[i].group);
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
write_shortcut (GString *xml, const char *label, const char *keys)
{
  g_autofree char *row = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                                  "<property name='title'>%s</property>"
                                                  "<property name='accelerator'>%s</property>"
                                                  "</object></child>",
                                                  label, keys);

  g_string_append (xml, row);
}

static void
write_group (GString *xml, const char *group, const MzAction *table, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (table[i].group, group) == 0 && table[i].keys != NULL)
      {
        g_autofree char *label = plain_label (&table[i]);

        write_shortcut (xml, label, table[i].keys);
      }
}

static void
write_local_keys (GString *xml, const char *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (local_keys); i++)
    if (g_str_equal (local_keys[i].group, group))
      write_shortcut (xml, _ (local_keys[i].label), local_keys[i].keys);
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
      write_local_keys (xml, groups->pdata[g]);
      g_string_append (xml, "</object></child>");
    }
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize)xml->len);
  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "window")));
}
