/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Starts the window. What has to be known before the toolkit starts is settled here: the language and the settings. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <string.h>

#include "mezasu/language.h"
#include "mz-application.h"
#include "mz-recent.h"

/* The language asked for on the command line; %NULL for none. */
static const char *
asked_language (int argc, char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    {
      if (g_str_has_prefix (argv[i], "--lang="))
        return argv[i] + strlen ("--lang=");
      if (g_str_equal (argv[i], "--lang") && i + 1 < argc)
        return argv[i + 1];
    }
  return NULL;
}

int
main (int argc, char **argv)
{
  static const char *const languages[] = {NULL, "ja", "en"};
  const char *asked = asked_language (argc, argv);
  gboolean settings = mz_settings_check ();
  const char *language = asked;
  g_autoptr (MzApplication) application = NULL;

  if (asked == NULL && settings)
    language = languages[g_settings_get_enum (mz_settings (), "language")];
  mz_language_start (language);
  if (asked != NULL && !g_str_equal (asked, "ja") && !g_str_equal (asked, "en"))
    {
      g_printerr (_ ("“%s” is no language of Mezasu: write --lang ja or --lang en.\n"), asked);
      return 2;
    }
  if (!settings)
    {
      g_printerr (
          _ ("The settings schema %s is not installed: install Mezasu, or name the folder that holds "
             "gschemas.compiled in GSETTINGS_SCHEMA_DIR.\n"),
          MZ_APP_ID);
      return 1;
    }
  /* The locale is set; the toolkit would set it again and bring back the decimal comma. */
  gtk_disable_setlocale ();
  g_set_application_name ("Mezasu");
  application = mz_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
