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
mz_calc_put_integers (MzCalc *calc, const char *name, const gint64 *values, guint n)
{
  JsonArray *list = json_array_sized_new (n);
  for (guint i = 0; i < n; i++)
    json_array_add_int_element (list, values[i]);
  json_object_set_array_member (calc->out, name, list);
}

void
mz_calc_put_payback (MzCalc *calc, const char *name, const MzPayback *payback)
{
  JsonObject *object = json_object_new ();
  json_object_set_string_member (object, "status", mz_payback_status_nick (payback->status));
  if (payback->has_first)
    json_object_set_double_member (object, "first", payback->first);
  else
    json_object_set_null_member (object, "first");
  if (payback->has_final)
    json_object_set_double_member (object, "final", payback->final);
  else
    json_object_set_null_member (object, "final");
  json_object_set_object_member (calc->out, name, object);
}

void
mz_calc_put_irr (MzCalc *calc, const MzIrr *irr)
{
  JsonObject *object = json_object_new ();
  JsonArray *roots = json_array_new ();
  gboolean touching = FALSE;
  for (int i = 0; i < irr->n_roots; i++)
    {
      json_array_add_double_element (roots, irr->roots[i]);
      touching |= irr->touching[i];
    }
  json_object_set_string_member (object, "status", mz_irr_status_nick (irr->status));
  json_object_set_array_member (object, "roots", roots);
  if (touching)
    json_object_set_boolean_member (object, "touching", TRUE);
  json_object_set_object_member (calc->out, "irr", object);
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
