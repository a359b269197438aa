/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Members of a result. */

#include "config.h"

#include "calc.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
mz_calc_put_integer (MzCalc *calc, const char *name, gint64 value)
{
  json_object_set_int_member (calc->out, name, value);
}

void
mz_calc_put_maybe (MzCalc *calc, const char *name, MzMaybe value)
{
  if (value.is_set)
    json_object_set_int_member (calc->out, name, value.value);
  else
    json_object_set_null_member (calc->out, name);
}

void
mz_calc_put_real (MzCalc *calc, const char *name, double value)
{
  if (isfinite (value))
    json_object_set_double_member (calc->out, name, value);
  else if (calc->error == NULL)
    g_set_error (&calc->error, MZ_ERROR, MZ_ERROR_OVERFLOW, _ ("%s is too large to be computed."),
                 name);
}

void
mz_calc_put_maybe_real (MzCalc *calc, const char *name, MzMaybeReal value)
{
  if (value.is_set)
    mz_calc_put_real (calc, name, value.value);
  else
    json_object_set_null_member (calc->out, name);
}

void
mz_calc_put_text (MzCalc *calc, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (calc->out, name, value);
  else
    json_object_set_null_member (calc->out, name);
}

void
mz_calc_put_nothing (MzCalc *calc, const char *name, const char *reason)
{
  json_object_set_null_member (calc->out, name);
  if (!json_object_has_member (calc->out, "reasons"))
    json_object_set_object_member (calc->out, "reasons", json_object_new ());
  json_object_set_string_member (json_object_get_object_member (calc->out, "reasons"), name,
                                 reason);
}

gboolean
mz_calc_put_undefined (MzCalc *calc, const char *name)
{
  if (!g_error_matches (calc->error, MZ_ERROR, MZ_ERROR_UNDEFINED))
    return FALSE;
  mz_calc_put_nothing (calc, name, calc->error->message);
  g_clear_error (&calc->error);
  return TRUE;
}

JsonObject *
mz_calc_error_object (const GError *error)
{
  JsonObject *object = json_object_new ();
  json_object_set_string_member (
      object, "error",
      mz_error_code_name (error->domain == MZ_ERROR ? error->code : MZ_ERROR_INVALID_INPUT));
  json_object_set_string_member (object, "message", error->message);
  return object;
}

char *
mz_calc_key (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  if (value == floor (value) && fabs (value) < 1e15)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64)value);
  for (int digits = 1; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return g_strdup (buffer);
}
