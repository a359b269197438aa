/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A column of a spreadsheet goes into the month entry as one edit, line by line or by the names beside the values. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mezasu/actual-import.h"
#include "mezasu/period.h"
#include "mz-month-entry-private.h"

static int
find_titled (MzMonthEntry *self, const char *title)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *own = mz_record_title (mz_month_entry_nth (self, i)->owner);

      if (g_str_equal (own, title))
        return (int)i;
    }
  return -1;
}

/* One line of a paste: which row it is for, and its value. */
static gboolean
read_line (MzMonthEntry *self, const char *line, guint next, MzMonthRow **row, MzMaybeReal *value,
           GError **error)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  guint n = g_strv_length (cells);
  int index = (int)next;

  if (n > 1)
    index = find_titled (self, g_strstrip (cells[0]));
  if (index < 0 || (guint)index >= self->rows->len)
    {
      g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
                   n > 1 ? _ ("there is no KPI or indicator “%s”.")
                         : _ ("there is no row left for “%s”."),
                   n > 0 ? cells[0] : "");
      return FALSE;
    }
  *row = mz_month_entry_nth (self, (guint)index);
  return mz_month_entry_read (self, n > 0 ? cells[n - 1] : "", value, error);
}

gboolean
mz_month_entry_paste (MzMonthEntry *self, const char *record, const char *text)
{
  g_autofree char *name = mz_period_text (self->period, self->months);
  g_autofree char *label = g_strdup_printf (_ ("Actuals of %s"), name);
  g_autoptr (MzEdit) edit = mz_edit_new (label);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) lines = NULL;
  int first = mz_month_entry_find (self, record);
  guint n;

  g_return_val_if_fail (MZ_IS_MONTH_ENTRY (self) && first >= 0 && text != NULL, FALSE);

  lines = g_strsplit (text, "\n", -1);
  n = g_strv_length (lines);
  /* A spreadsheet ends its last line too. */
  while (n > 0 && *g_strstrip (lines[n - 1]) == '\0')
    n--;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      MzMaybeReal value;
      MzMonthRow *row = NULL;
      gboolean good = read_line (self, lines[i], (guint)first + i, &row, &value, &error);

      if (good && !g_hash_table_add (seen, row))
        {
          good = FALSE;
          g_set_error_literal (&error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
                               _ ("the same row comes twice."));
        }
      if (!good)
        {
          g_autofree char *message =
              g_strdup_printf (_ ("Nothing was taken over: line %u: %s"), i + 1, error->message);

          mz_workspace_tell (self->workspace, message, FALSE);
          return FALSE;
        }
      if (value.is_set)
        mz_actual_set (edit, mz_workspace_model (self->workspace), row->owner, self->period,
                       &value.value);
    }
  return mz_month_entry_commit (self, g_steal_pointer (&edit));
}

typedef struct
{
  MzMonthEntry *table;
  char *record;
} Paste;

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  int index = paste->table->rows != NULL ? mz_month_entry_find (paste->table, paste->record) : -1;

  if (text != NULL && index >= 0)
    {
      GtkEditable *editable = GTK_EDITABLE (mz_month_entry_nth (paste->table, (guint)index)->entry);
      int place;

      if (strpbrk (text, "\n\t") != NULL)
        mz_month_entry_paste (paste->table, paste->record, text);
      else
        {
          gtk_editable_delete_selection (editable);
          place = gtk_editable_get_position (editable);
          gtk_editable_insert_text (editable, text, -1, &place);
          gtk_editable_set_position (editable, place);
        }
    }
  g_object_unref (paste->table);
  g_free (paste->record);
  g_free (paste);
}

/* An entry would put a whole column into one line. */
void
mz_month_entry_paste_cb (GtkText *text, MzMonthRow *row)
{
  Paste *paste = g_new (Paste, 1);

  *paste = (Paste){g_object_ref (row->table), g_strdup (mz_record_id (row->owner))};
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (text)), NULL, pasted_cb,
                                 paste);
}
