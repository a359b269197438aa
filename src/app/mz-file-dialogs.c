/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Questions to the person. The calls that newer toolkits rename (GtkFileDialog, AdwAlertDialog) are all in this file. */

#include "config.h"

#include "mz-file-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mezasu/document.h"

static MzChooser replaced_chooser;
static MzAsker replaced_asker;

void
mz_dialogs_replace (MzChooser chooser, MzAsker asker)
{
  replaced_chooser = chooser;
  replaced_asker = asker;
}

typedef struct
{
  MzFileAnswer answer;
  gpointer data;
  GtkWindow *parent;
  MzFileKind kind;
} Choice;

/* The name endings of a kind of file, and what it is called. */
static const struct
{
  const char *label;
  const char *suffixes[5];
} kinds[] = {
    [MZ_FILE_DOCUMENT] = {N_ ("Mezasu documents"), {"mezasu"}},
    [MZ_FILE_JSON] = {N_ ("JSON models"), {"json"}},
    [MZ_FILE_DOCUMENT_OR_JSON] = {N_ ("Mezasu documents and JSON models"), {"mezasu", "json"}},
    [MZ_FILE_IMPORT] = {N_ ("Models, tables and workbooks"), {"json", "mezasu", "csv", "xlsx"}},
    [MZ_FILE_PICTURE] = {N_ ("Pictures"), {"svg", "png", "pdf"}},
    [MZ_FILE_PACK] = {N_ ("Board packs"), {"pdf", "pptx", "xlsx"}},
    [MZ_FILE_WORKBOOK] = {N_ ("Workbooks"), {"xlsx"}},
    [MZ_FILE_SLIDES] = {N_ ("Presentations"), {"pptx"}},
};

static gboolean
has_suffix (const char *path, MzFileKind kind)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  for (guint i = 0; kinds[kind].suffixes[i] != NULL; i++)
    {
      g_autofree char *ending = g_strconcat (".", kinds[kind].suffixes[i], NULL);
      if (g_str_has_suffix (lower, ending))
        return TRUE;
    }
  return FALSE;
}

/* A name typed without ending gets one; then the dialog's question about replacing was for another file. */
static void
give_answer (const Choice *choice, const char *path, gboolean save)
{
  g_autofree char *full = NULL;
  gboolean complete = !save || has_suffix (path, choice->kind);

  if (complete)
    full = g_strdup (path);
  else
    full = g_strconcat (path, ".", kinds[choice->kind].suffixes[0], NULL);
  choice->answer (choice->parent, full, complete, choice->data);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Choice *choice = data;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
      gboolean save =
          gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE;
      if (path != NULL)
        give_answer (choice, path, save);
      else
        mz_tell_error (choice->parent, _ ("This place cannot be used"),
                       _ ("Only files in a folder of this computer can be opened and saved."));
    }
  /* The native dialog was kept alive until now: nobody else holds it. */
  g_object_unref (dialog);
}

static void
free_choice (gpointer data, GClosure *closure)
{
  Choice *choice = data;
  g_object_unref (choice->parent);
  g_free (choice);
}

static void
add_filters (GtkFileChooser *chooser, MzFileKind kind)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (kinds[kind].label));
  for (guint i = 0; kinds[kind].suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, kinds[kind].suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

void
mz_choose_file (GtkWindow *parent, const MzFileQuestion *question, MzFileAnswer answer,
                gpointer data)
{
  Choice *choice = g_new (Choice, 1);
  GtkFileChooserNative *dialog;

  *choice = (Choice){answer, data, g_object_ref (parent), question->kind};
  if (replaced_chooser != NULL)
    {
      g_autofree char *path = replaced_chooser (question);
      if (path != NULL)
        give_answer (choice, path, question->save);
      free_choice (choice, NULL);
      return;
    }
  dialog = gtk_file_chooser_native_new (question->title, parent,
                                        question->save ? GTK_FILE_CHOOSER_ACTION_SAVE
                                                       : GTK_FILE_CHOOSER_ACTION_OPEN,
                                        question->save ? _ ("_Save") : _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog), question->kind);
  if (question->save && question->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), question->name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), choice, free_choice, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

typedef struct
{
  GtkWindow *parent;
  MzAnswer answer;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;
  if (question->destroy != NULL)
    question->destroy (question->data);
  g_object_unref (question->parent);
  g_free (question);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Question *question = data;
  if (question->answer != NULL)
    question->answer (question->parent, response, question->data);
}

void
mz_ask (GtkWindow *parent, const char *heading, const char *body, const MzResponse *responses,
        guint n, MzAnswer answer, gpointer data, GDestroyNotify destroy)
{
  Question *question = g_new (Question, 1);
  const char *replaced = replaced_asker != NULL ? replaced_asker (heading, body) : NULL;
  AdwMessageDialog *dialog;

  *question = (Question){g_object_ref (parent), answer, data, destroy};
  if (replaced != NULL)
    {
      if (answer != NULL)
        answer (parent, replaced, data);
      free_question (question, NULL);
      return;
    }
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  for (guint i = 0; i < n; i++)
    {
      adw_message_dialog_add_response (dialog, responses[i].id, responses[i].label);
      adw_message_dialog_set_response_appearance (dialog, responses[i].id,
                                                  (AdwResponseAppearance)responses[i].appearance);
      if (responses[i].appearance == ADW_RESPONSE_SUGGESTED)
        adw_message_dialog_set_default_response (dialog, responses[i].id);
    }
  adw_message_dialog_set_close_response (dialog, responses[0].id);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
mz_tell_error (GtkWindow *parent, const char *heading, const char *message)
{
  const MzResponse responses[] = {{"close", _ ("_Close"), 0}};
  mz_ask (parent, heading, message, responses, 1, NULL, NULL, NULL);
}
