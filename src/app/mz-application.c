/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The program. A second start hands its files and options to the first over the session bus. */

#include "config.h"

#include "mz-application.h"

#include <glib/gi18n-lib.h>

#include "mz-actions.h"
#include "mz-file-dialogs.h"
#include "mz-preferences.h"
#include "mz-recent.h"
#include "mz-sample.h"
#include "mz-window.h"

struct _MzApplication
{
  AdwApplication parent_instance;
  char *sample;     /* asked for by the options of this process */
  GThread *opening; /* of that sample, beside the start of the toolkit */
};

/* What a thread brings back. */
typedef struct
{
  MzDocument *document;
  GError *error;
} Opened;

G_DEFINE_FINAL_TYPE (MzApplication, mz_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
    {"version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"), NULL},
    {"new", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Start with an empty document"), NULL},
    {"sample", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Start with a copy of a sample firm"),
     N_ ("ID")},
    /* Read by main () already: the language must be set before the toolkit starts. */
    {"lang", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Language: ja or en"), N_ ("LANGUAGE")},
    {NULL},
};

static int
mz_application_handle_local_options (GApplication *application, GVariantDict *values)
{
  if (g_variant_dict_contains (values, "version"))
    {
      g_print ("mezasu %s\n", MZ_VERSION);
      return 0;
    }
  g_variant_dict_lookup (values, "sample", "s", &MZ_APPLICATION (application)->sample);
  return G_APPLICATION_CLASS (mz_application_parent_class)
      ->handle_local_options (application, values);
}

static void
mz_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window == NULL)
    window = GTK_WINDOW (mz_window_for_opening (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
open_one (GApplication *application, GFile *file)
{
  MzWindow *window = mz_window_for_opening (GTK_APPLICATION (application));
  g_autofree char *path = g_file_get_path (file);

  /* The window comes first, so that a failure has a place to be told. */
  gtk_window_present (GTK_WINDOW (window));
  if (path != NULL)
    mz_window_open (window, path);
  else
    mz_tell_error (GTK_WINDOW (window), _ ("This place cannot be used"),
                   _ ("Only files in a folder of this computer can be opened and saved."));
}

static void
mz_application_open (GApplication *application, GFile **files, int n, const char *hint)
{
  for (int i = 0; i < n; i++)
    open_one (application, files[i]);
}

static gpointer
open_sample_thread (gpointer id)
{
  Opened *opened = g_new0 (Opened, 1);

  opened->document = mz_sample_open (id, &opened->error);
  return opened;
}

/* The sample that the thread opened, or another one, which somebody asks for in another process. */
static MzDocument *
take_sample (MzApplication *self, const char *id, GError **error)
{
  g_autofree Opened *opened = NULL;

  if (self->opening == NULL || !g_str_equal (id, self->sample))
    return mz_sample_open (id, error);
  opened = g_thread_join (g_steal_pointer (&self->opening));
  if (opened->error != NULL)
    g_propagate_error (error, opened->error);
  return opened->document;
}

static void
show_sample (MzApplication *self, const char *id)
{
  MzWindow *window = mz_window_for_opening (GTK_APPLICATION (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (MzDocument) document = take_sample (self, id, &error);

  /* Before the window is shown: what it shows first is the firm, not the start page on its way out. */
  mz_window_take_sample (window, document, error);
  gtk_window_present (GTK_WINDOW (window));
}

static int
mz_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  GVariantDict *values = g_application_command_line_get_options_dict (line);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (line, NULL);
  const char *sample = NULL;
  gboolean shown = FALSE;

  if (g_variant_dict_contains (values, "new"))
    {
      mz_application_new_document (MZ_APPLICATION (application));
      shown = TRUE;
    }
  if (g_variant_dict_lookup (values, "sample", "&s", &sample))
    {
      show_sample (MZ_APPLICATION (application), sample);
      shown = TRUE;
    }
  for (guint i = 1; arguments[0] != NULL && arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, arguments[i]);
      open_one (application, file);
      shown = TRUE;
    }
  if (!shown)
    g_application_activate (application);
  return 0;
}

static void
mz_application_startup (GApplication *application)
{
  const MzAction *actions;
  guint n;
  MzApplication *self = MZ_APPLICATION (application);

  if (self->sample != NULL)
    self->opening = g_thread_new ("sample", open_sample_thread, self->sample);
  G_APPLICATION_CLASS (mz_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (MZ_APP_ID);
  actions = mz_application_actions (&n);
  mz_actions_install (G_ACTION_MAP (application), actions, n);
  mz_actions_set_keys (GTK_APPLICATION (application));
  mz_preferences_apply_style ();
}

static void
mz_application_shutdown (GApplication *application)
{
  /* Settings are written in the background; the program may end before. */
  g_settings_sync ();
  G_APPLICATION_CLASS (mz_application_parent_class)->shutdown (application);
}

static void
mz_application_finalize (GObject *object)
{
  MzApplication *self = MZ_APPLICATION (object);

  if (self->opening != NULL)
    {
      g_autofree Opened *opened = g_thread_join (self->opening);
      if (opened->document != NULL)
        mz_document_close (opened->document, TRUE);
      g_clear_object (&opened->document);
      g_clear_error (&opened->error);
    }
  g_free (self->sample);
  G_OBJECT_CLASS (mz_application_parent_class)->finalize (object);
}

static void
mz_application_class_init (MzApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mz_application_finalize;
  application_class->handle_local_options = mz_application_handle_local_options;
  application_class->activate = mz_application_activate;
  application_class->open = mz_application_open;
  application_class->command_line = mz_application_command_line;
  application_class->startup = mz_application_startup;
  application_class->shutdown = mz_application_shutdown;
}

static void
mz_application_init (MzApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _ ("[FILE…]"));
  g_application_set_option_context_summary (
      application,
      _ ("Models a company after ISO 31000, up to the page that the board decides from."));
}

MzApplication *
mz_application_new (void)
{
  return g_object_new (MZ_TYPE_APPLICATION, "application-id", MZ_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}

void
mz_application_new_document (MzApplication *self)
{
  MzWindow *window = mz_window_for_opening (GTK_APPLICATION (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (MzDocument) document = mz_document_new (mz_schema_default (), &error);

  gtk_window_present (GTK_WINDOW (window));
  if (document == NULL)
    {
      mz_tell_error (GTK_WINDOW (window), _ ("No document can be made"), error->message);
      return;
    }
  mz_window_set_document (window, document);
  /* Whoever starts from nothing is led. */
  mz_window_show_guide (window, TRUE);
}
