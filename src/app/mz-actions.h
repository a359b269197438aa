/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Commands as constant tables: what a command is called, its keys, what it does and when it can be used. Actions, menus
 * and the window of keyboard shortcuts are made from the rows. A new command is a row. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MzMenuPart:
 * @MZ_MENU_NONE: not in the primary menu
 * @MZ_MENU_FILE: saving
 * @MZ_MENU_EXCHANGE: other formats
 * @MZ_MENU_COPIES: other copies of the document, and its next year
 * @MZ_MENU_PAST: what was before
 * @MZ_MENU_PROGRAM: the program itself
 *
 * Parts of the primary menu, in their order.
 */
typedef enum
{
  MZ_MENU_NONE,
  MZ_MENU_FILE,
  MZ_MENU_EXCHANGE,
  MZ_MENU_COPIES,
  MZ_MENU_PAST,
  MZ_MENU_PROGRAM,
  MZ_N_MENU_PARTS,
} MzMenuPart;

/**
 * MzAction:
 * @name: its name with prefix, such as `win.save`
 * @label: what it is called, a gettext message id with mnemonic
 * @keys: (nullable): its accelerators, separated by spaces
 * @group: (nullable): heading in the window of shortcuts, a gettext message id
 * @menu: where it stands in the primary menu
 * @parameter: (nullable): type of its parameter
 * @activate: does it; @owner is the application or the window
 * @enabled: (nullable): whether it can be used now, %NULL for always
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *keys;
  const char *group;
  MzMenuPart menu;
  const char *parameter;
  void (*activate) (gpointer owner, GVariant *parameter);
  gboolean (*enabled) (gpointer owner);
} MzAction;

/** mz_application_actions: (out) @n: how many there are; Returns: (transfer none): the commands of the program */
const MzAction *mz_application_actions (guint *n);

/** mz_window_actions: (out) @n: how many there are; Returns: (transfer none): the commands of a window */
const MzAction *mz_window_actions (guint *n);

/** mz_actions_install: adds the actions of @table to @owner, an application or a window */
void mz_actions_install (GActionMap *owner, const MzAction *table, guint n);

/** mz_actions_update: lets every action of @table be enabled as its rule says */
void mz_actions_update (GActionMap *owner, const MzAction *table, guint n);

/** mz_actions_set_keys: gives the accelerators of both tables to @application */
void mz_actions_set_keys (GtkApplication *application);

/** mz_actions_menu: Returns: (transfer full): the primary menu, made from both tables */
GMenuModel *mz_actions_menu (void);

/** mz_actions_find: Returns: (transfer none) (nullable): the row of @name, which has its prefix */
const MzAction *mz_actions_find (const char *name);

/** mz_shortcuts_window_new: Returns: (transfer floating): the keys of both tables, by group */
GtkWidget *mz_shortcuts_window_new (void);

G_END_DECLS
