/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Results to standard output and to files. */

#include "config.h"

#include "command.h"

#include "mezasu/file.h"
#include "mezasu/json.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

void
mz_cli_print (MzCall *call, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_string_append_vprintf (call->out, format, arguments);
  va_end (arguments);
}

int
mz_cli_print_json (MzCall *call, JsonNode *node)
{
  g_autofree char *text = mz_json_to_text (node, TRUE);
  g_string_append (call->out, text);
  return MZ_CLI_DONE;
}

/* Whoever closes the pipe has read enough: no message, no fault. */
static int
write_all (const char *data, gsize length)
{
  while (length > 0)
    {
      gssize written = write (STDOUT_FILENO, data, length);
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0 && errno == EPIPE)
        return MZ_CLI_DONE;
      if (written < 0)
        {
          g_autoptr (GError) error = g_error_new (MZ_STORE_ERROR, MZ_STORE_ERROR_IO,
                                                  _ ("standard output: %s."), g_strerror (errno));
          return mz_cli_fail (NULL, error);
        }
      data += written;
      length -= written;
    }
  return MZ_CLI_DONE;
}

int
mz_cli_flush (MzCall *call)
{
  int status = write_all (call->out->str, call->out->len);
  g_string_truncate (call->out, 0);
  return status;
}

int
mz_cli_write (MzCall *call, const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  if (g_str_equal (path, "-"))
    {
      g_string_append_len (call->out, data, length);
      return MZ_CLI_DONE;
    }
  if (!mz_file_replace (path, data, length, &error))
    return mz_cli_fail (path, error);
  return MZ_CLI_DONE;
}

char *
mz_cli_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  return time == NULL ? g_strdup ("") : g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}
