/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The language in which the program speaks. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "mezasu/language.h"

/* A locale that the person asked for but the system lacks still tells the language. */
static void
keep_language_of_locale (void)
{
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

  const char *chosen = g_getenv ("LANGUAGE");

  if (chosen != NULL && *chosen != '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *name = g_getenv (variables[i]);
      if (name == NULL || *name == '\0')
        continue;
      g_autofree char *language = g_strndup (name, strcspn (name, "_.@"));
      g_setenv ("LANGUAGE", language, TRUE);
      return;
    }
}

void
mz_language_start (const char *language)
{
  const char *directory = g_getenv ("MEZASU_LOCALE_DIR");

  /* gettext reads LANGUAGE, but not in the locale "C". */
  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  if (setlocale (LC_ALL, "") == NULL || !g_str_equal (nl_langinfo (CODESET), "UTF-8"))
    {
      keep_language_of_locale ();
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      setlocale (LC_ALL, "C.UTF-8");
    }
  else if (language != NULL && g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
    setlocale (LC_MESSAGES, "C.UTF-8");
  /* Numbers are written by our own rules; everything that reads or prints one with libc means the C locale. */
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : MZ_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

MzMinusStyle
mz_language_minus (void)
{
  return g_str_equal (mz_language (), "ja") ? MZ_MINUS_TRIANGLE : MZ_MINUS_HYPHEN;
}
