/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Registers out as a workbook, and back: the person sees what would change before it is taken over as one edit. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/file.h"
#include "mezasu/register-import.h"
#include "mezasu/workbook-reader.h"
#include "mezasu/workbook.h"
#include "mz-file-dialogs.h"
#include "mz-state-text.h"
#include "mz-window-private.h"

/* Lines of a list that are shown before the rest is counted. */
#define SHOWN 8

static char *
faults_text (GPtrArray *faults)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (faults->len, SHOWN); i++)
    {
      const MzRegisterFault *fault = g_ptr_array_index (faults, i);

      g_string_append (text, i > 0 ? "\n" : "");
      if (fault->column == NULL)
        g_string_append_printf (text, _ ("%s, row %u: %s"), fault->sheet, fault->row,
                                fault->message);
      else
        g_string_append_printf (text, _ ("%s, row %u, %s: %s"), fault->sheet, fault->row,
                                fault->column, fault->message);
    }
  if (faults->len > SHOWN)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("and %u more"), faults->len - SHOWN);
    }
  return g_string_free (text, FALSE);
}

/* One change as the preview names it. */
static char *
change_text (MzModel *model, const MzChange *change)
{
  MzRecord *record = mz_model_find (model, change->id);
  g_autofree char *label = record == NULL ? NULL : mz_record_label (record);
  const MzField *field;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (change->type != MZ_CHANGE_SET || record == NULL)
    return NULL;
  field = mz_kind_field (change->kind, change->field);
  before = mz_value_display (field, mz_record_value (record, change->field));
  after = mz_value_display (field, &change->value);
  return g_strdup_printf ("%s: %s  %.40s → %.40s", label, mz_translate (field->label), before,
                          after);
}

static char *
preview_text (MzModel *model, MzEdit *edit, const MzRegisterSummary *summary)
{
  GString *text = g_string_new (NULL);
  guint shown = 0, more = 0;

  g_string_append_printf (text,
                          ngettext ("%u record changed", "%u records changed", summary->n_changed),
                          summary->n_changed);
  g_string_append_printf (text, ", ");
  g_string_append_printf (text, ngettext ("%u new", "%u new", summary->n_new), summary->n_new);
  for (guint i = 0; i < mz_edit_n_changes (edit); i++)
    {
      g_autofree char *line = change_text (model, mz_edit_change (edit, i));
      g_autofree char *valid = line == NULL ? NULL : g_utf8_make_valid (line, -1);

      if (valid != NULL && shown < SHOWN)
        g_string_append_printf (text, "\n%s", valid), shown++;
      else if (valid != NULL)
        more++;
    }
  if (more > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("and %u more"), more);
    }
  if (summary->n_left > 0)
    {
      g_string_append (text, "\n\n");
      g_string_append_printf (text,
                              ngettext ("%u record has no row in the workbook; it stays.",
                                        "%u records have no row in the workbook; they stay.",
                                        summary->n_left),
                              summary->n_left);
    }
  return g_string_free (text, FALSE);
}

/* What waits for the answer. */
typedef struct
{
  MzEdit *edit;
  char *label;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_clear_pointer (&waiting->edit, mz_edit_free);
  g_free (waiting->label);
  g_free (waiting);
}

static void
answered (GtkWindow *parent, const char *response, gpointer data)
{
  MzWindow *self = MZ_WINDOW (parent);
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "take"))
    return;
  if (mz_workspace_edit (self->workspace, g_steal_pointer (&waiting->edit), &error))
    mz_window_tell (self, waiting->label, TRUE);
  else
    mz_tell_error (parent, _ ("The workbook is not taken over"), error->message);
}

void
mz_window_import_workbook (MzWindow *self, const char *path, const char *label)
{
  const MzResponse responses[] = {{"cancel", _ ("_Cancel"), 0}, {"take", _ ("_Take Over"), 1}};
  MzModel *model = mz_workspace_model (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) sheets = mz_workbook_load (path, &error);
  MzRegisterSummary summary = {0};
  MzEdit *edit =
      sheets == NULL ? NULL : mz_register_import (sheets, model, label, &summary, &faults, &error);
  g_autofree char *text = NULL;
  Waiting *waiting;

  if (edit == NULL)
    {
      text = faults != NULL && faults->len > 0 ? faults_text (faults) : g_strdup (error->message);
      mz_tell_error (GTK_WINDOW (self), _ ("The workbook is not taken over"), text);
      return;
    }
  if (mz_edit_n_changes (edit) == 0)
    {
      mz_edit_free (edit);
      mz_window_tell (self, _ ("The file holds the same as the document; nothing changed."), FALSE);
      return;
    }
  text = preview_text (model, edit, &summary);
  waiting = g_new (Waiting, 1);
  *waiting = (Waiting){edit, g_strdup (label)};
  mz_ask (GTK_WINDOW (self), _ ("Take the workbook over?"), text, responses,
          G_N_ELEMENTS (responses), answered, waiting, waiting_free);
}

static void
registers_chosen (GtkWindow *parent, const char *path, gboolean confirmed, gpointer data)
{
  MzWindow *self = MZ_WINDOW (parent);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("“%s” written"), name);

  if (!confirmed && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *taken = g_strdup_printf (_ ("There is a file “%s” already."), name);
      mz_tell_error (parent, _ ("The file is not written"), taken);
      return;
    }
  bytes = mz_workbook_registers (mz_workspace_model (self->workspace), NULL, &error);
  if (bytes != NULL &&
      mz_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    mz_window_tell (self, text, FALSE);
  else
    mz_tell_error (parent, _ ("The file is not written"), error->message);
}

void
mz_window_export_registers (MzWindow *self)
{
  g_autofree char *name = mz_suggest_name (mz_window_document (self), ".xlsx");
  MzFileQuestion question = {_ ("Export registers as a workbook"), TRUE, name, MZ_FILE_WORKBOOK};

  mz_choose_file (GTK_WINDOW (self), &question, registers_chosen, NULL);
}
