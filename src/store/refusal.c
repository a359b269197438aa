/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How this folder says no. */

#include "config.h"

#include "refusal-private.h"

#include <glib/gi18n-lib.h>

gboolean
mz_refuse (GError **error, MzStoreError code, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autoptr (GError) refusal = g_error_new_valist (MZ_STORE_ERROR, (int)code, format, arguments);
  va_end (arguments);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

gboolean
mz_refuse_io (GError **error, const char *path, int code, gboolean writing)
{
  g_autofree char *shown = g_filename_display_name (path);
  return mz_refuse (error, MZ_STORE_ERROR_IO,
                    writing ? _ ("“%s” cannot be written: %s.") : _ ("“%s” cannot be read: %s."),
                    shown, g_strerror (code));
}

gboolean
mz_refuse_in (GError **error, MzStoreError code, const char *name, const GError *inner)
{
  g_autofree char *shown = g_filename_display_name (name);
  /* TRANSLATORS: a file's name, then a whole sentence about what is wrong in it. */
  return mz_refuse (error, code, _ ("“%s”: %s"), shown, inner->message);
}

char *
mz_refuse_quote (const char *text)
{
  g_autofree char *start = g_strdup_printf ("%.60s", text);
  g_autofree char *valid = g_utf8_make_valid (start, -1);
  GString *quote = g_string_new (NULL);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      g_string_append_unichar (quote, g_unichar_isgraph (c) || c == ' ' ? c : 0xFFFD);
    }
  return g_string_free (quote, FALSE);
}
