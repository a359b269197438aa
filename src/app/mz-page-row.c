/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A row of the sidebar. */

#include "config.h"

#include "mz-page-row.h"

#include <glib/gi18n-lib.h>

/* Sentences in the tooltip before it says how many more there are. */
#define TOOLTIP_LINES 6

struct _MzPageRow
{
  GtkListBoxRow parent_instance;
  const MzPageInfo *info;
  GtkLabel *label;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (MzPageRow, mz_page_row, GTK_TYPE_LIST_BOX_ROW)

static void
mz_page_row_dispose (GObject *object)
{
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  G_OBJECT_CLASS (mz_page_row_parent_class)->dispose (object);
}

static void
mz_page_row_class_init (MzPageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mz_page_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mezasu/Mezasu/ui/mz-page-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MzPageRow, label);
  gtk_widget_class_bind_template_child (widget_class, MzPageRow, bar);
}

static void
mz_page_row_init (MzPageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mz_page_row_new (const MzPageInfo *info)
{
  MzPageRow *self = g_object_new (MZ_TYPE_PAGE_ROW, NULL);
  self->info = info;
  gtk_label_set_label (self->label, _ (info->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->label), -1);
  return GTK_WIDGET (self);
}

const MzPageInfo *
mz_page_row_info (MzPageRow *self)
{
  return self->info;
}

static char *
missing_text (const MzCompleteness *completeness)
{
  GString *text = g_string_new (NULL);
  guint n = completeness->missing->len;

  g_string_printf (text, _ ("%u of %u done"), completeness->met, completeness->total);
  for (guint i = 0; i < n && i < TOOLTIP_LINES; i++)
    {
      const MzFinding *finding = completeness->missing->pdata[i];
      g_string_append_printf (text, "\n• %s", finding->message);
    }
  if (n > TOOLTIP_LINES)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("and %u more"), n - TOOLTIP_LINES);
    }
  return g_string_free (text, FALSE);
}

void
mz_page_row_set_completeness (MzPageRow *self, const MzCompleteness *completeness)
{
  gboolean known = completeness != NULL && completeness->total > 0;
  /* Told at the bar alone: over the whole row it would lie over the next page's. */
  g_autofree char *text =
      known && completeness->missing->len > 0 ? missing_text (completeness) : NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->bar), known);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->bar), text);
  if (!known)
    return;
  gtk_progress_bar_set_fraction (self->bar, (double)completeness->met / completeness->total);
  /* TRANSLATORS: a page of the sidebar for screen readers: its name, rules met, rules that apply */
  name = g_strdup_printf (_ ("%s, %u of %u done"), _ (self->info->label), completeness->met,
                          completeness->total);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
