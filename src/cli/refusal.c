/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Refusals: one line on standard error, whatever the message holds, so that scripts can read them line by line. */

#include "config.h"

#include "command.h"

#include <gio/gio.h>
#include <string.h>

static void
print_line (const char *file, const char *message)
{
  g_autofree char *shown = file == NULL ? NULL : g_filename_display_name (file);
  gboolean named = shown == NULL || strstr (message, shown) != NULL;
  g_autofree char *line =
      g_strconcat ("mezasu-cli: ", named ? "" : shown, named ? "" : ": ", message, NULL);
  for (char *at = line; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  g_printerr ("%s\n", line);
}

/* What cannot be read or written at all is told apart from what was read and refused. */
static int
status_of (const GError *error)
{
  if (g_error_matches (error, MZ_STORE_ERROR, MZ_STORE_ERROR_IO) || error->domain == G_IO_ERROR ||
      error->domain == G_FILE_ERROR)
    return MZ_CLI_FILE;
  return MZ_CLI_REFUSED;
}

int
mz_cli_fail (const char *file, const GError *error)
{
  print_line (file, error->message);
  return status_of (error);
}

int
mz_cli_usage (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_line (NULL, message);
  return MZ_CLI_USAGE;
}

int
mz_cli_refuse (const char *file, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_line (file, message);
  return MZ_CLI_REFUSED;
}
