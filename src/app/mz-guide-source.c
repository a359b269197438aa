/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a new answer comes from. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mz-guide-source.h"

#include "mz-display.h"

/* A plain box knows what it lists. */
typedef struct
{
  MzWorkspace *workspace;
  const MzQuestion *question;
  guint place;
  const char *kind;
  gboolean optional;
  GtkWidget *names;
  GPtrArray *ids; /* of char*, NULL for "none" */
} Chooser;

static void
chooser_free (gpointer data)
{
  Chooser *self = data;

  g_ptr_array_unref (self->ids);
  g_object_unref (self->workspace);
  g_free (self);
}

static Chooser *
chooser_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "mz-chooser");
}

const char *
mz_guide_source_chosen (GtkWidget *widget)
{
  Chooser *self = chooser_of (widget);
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->names));

  return place < self->ids->len ? self->ids->pdata[place] : NULL;
}

void
mz_guide_source_fill (GtkWidget *widget)
{
  Chooser *self = chooser_of (widget);
  MzModel *model = mz_workspace_model (self->workspace);
  MzRecord *likely = mz_guide_source (model, self->question, self->place);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;
  MzRecord *record;

  g_ptr_array_set_size (self->ids, 0);
  if (self->optional)
    {
      g_ptr_array_add (self->ids, NULL);
      gtk_string_list_append (names, _ ("None"));
    }
  for (guint i = 0; (record = mz_model_nth (model, self->kind, i)) != NULL; i++)
    {
      g_autofree char *name = mz_display_name (self->workspace, record);

      if (record == likely)
        chosen = self->ids->len;
      g_ptr_array_add (self->ids, g_strdup (mz_record_id (record)));
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->names), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->names), chosen);
  gtk_widget_set_sensitive (self->names, self->ids->len > (self->optional ? 1 : 0));
}

GtkWidget *
mz_guide_source_new (MzWorkspace *workspace, const MzQuestion *question, guint place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Chooser *self = g_new0 (Chooser, 1);
  g_autofree char *label = mz_guide_source_label (question, place);
  GtkWidget *heading = gtk_label_new (label);

  *self = (Chooser){.workspace = g_object_ref (workspace), .question = question, .place = place};
  self->kind = mz_guide_source_kind (question, place, &self->optional)->name;
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->names = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->names), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "field-label");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), self->names);
  g_object_set_data_full (G_OBJECT (box), "mz-chooser", self, chooser_free);
  return box;
}
