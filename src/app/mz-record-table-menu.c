/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The menu of a row: what can be done with the selected rows, and with the one that is looked at. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-record-table-private.h"

#include "mz-derive.h"

typedef struct
{
  const char *label;
  const char *action;
} Item;

static void
append_section (GMenu *menu, const Item *items, guint n)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n; i++)
    g_menu_append (section, _ (items[i].label), items[i].action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* What leads on from the record that is looked at. */
static void
append_leads (MzRecordTable *self, GMenu *menu)
{
  MzRecord *record = mz_workspace_selected (self->workspace);
  g_autoptr (GMenu) section = g_menu_new ();

  if (record == NULL || mz_record_kind (record) != self->kind)
    return;
  if (mz_workspace_editable (self->workspace) && mz_derive_label (record) != NULL)
    g_menu_append (section, mz_derive_label (record), "table.derive");
  g_menu_append (section, _ ("_Open in the Details"), "win.open-details");
  g_menu_append (section, _ ("Show the _Trace"), "win.trace");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
make_menu (MzRecordTable *self)
{
  static const Item rows[] = {
      {N_ ("_Edit"), "table.edit"},
      {N_ ("_Add"), "table.add"},
      {N_ ("D_uplicate"), "table.clone"},
      {N_ ("_Delete"), "table.delete"},
      {N_ ("Give This _Value to All Selected"), "table.fill"},
  };
  static const Item sheet[] = {
      {N_ ("_Copy Rows"), "table.copy"},
      {N_ ("_Paste Rows…"), "table.paste"},
  };
  const gboolean editable = mz_workspace_editable (self->workspace);
  GMenu *menu = g_menu_new ();

  if (editable)
    append_section (menu, rows, G_N_ELEMENTS (rows));
  append_leads (self, menu);
  append_section (menu, sheet, editable ? G_N_ELEMENTS (sheet) : 1);
  return G_MENU_MODEL (menu);
}

static void
show (MzRecordTable *self, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) menu = make_menu (self);

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
mz_record_table_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzRecordTable *self = MZ_RECORD_TABLE (widget);
  MzTableCell *cell = mz_record_table_focused (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 1, 1);

  if (cell != NULL)
    (void)!gtk_widget_compute_bounds (GTK_WIDGET (cell), widget, &bounds);
  show (self, &(GdkRectangle){(int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width,
                              (int)bounds.size.height});
}

void
mz_record_table_secondary_cb (GtkGestureClick *click, int n_press, double x, double y,
                              MzRecordTable *self)
{
  MzTableCell *cell =
      mz_record_table_cell_of (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));

  if (cell == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  mz_workspace_select (self->workspace, mz_record_id (mz_table_cell_record (cell)));
  show (self, &(GdkRectangle){(int)x, (int)y, 1, 1});
}

void
mz_record_table_derive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MzRecordTable *self = MZ_RECORD_TABLE (widget);
  MzRecord *record = mz_workspace_selected (self->workspace);

  if (record != NULL && mz_workspace_editable (self->workspace))
    mz_derive (self->workspace, record);
}
