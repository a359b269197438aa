/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * One value between a field and a column. The type of a column is not trusted: a crafted page can hold what a STRICT
 * table would never take. */

#include "config.h"

#include "row-value-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
stored_type (const MzField *field)
{
  switch (mz_field_storage (field))
    {
    case MZ_STORED_INTEGER:
      return SQLITE_INTEGER;
    case MZ_STORED_REAL:
      return SQLITE_FLOAT;
    case MZ_STORED_TEXT:
    default:
      return SQLITE_TEXT;
    }
}

gboolean
mz_row_value_read (sqlite3_stmt *row, int column, const MzField *field, MzValue *value,
                   GError **error)
{
  MzValue found = MZ_VALUE_MISSING;
  int type = sqlite3_column_type (row, column);
  if (type != SQLITE_NULL && type != stored_type (field))
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("%s: the value has the wrong type."),
                   mz_translate (field->label));
      return FALSE;
    }
  if (type == SQLITE_NULL && !(field->flags & MZ_FIELD_REQUIRED))
    {
      *value = found;
      return TRUE;
    }
  found.set = type != SQLITE_NULL;
  if (type == SQLITE_INTEGER)
    found.integer = sqlite3_column_int64 (row, column);
  else if (type == SQLITE_FLOAT)
    found.real = sqlite3_column_double (row, column);
  else if (type == SQLITE_TEXT)
    {
      found.text = (char *)sqlite3_column_text (row, column);
      if (found.text == NULL || strlen (found.text) != (gsize)sqlite3_column_bytes (row, column))
        {
          g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
                       _ ("%s: a text may not hold a zero byte."), mz_translate (field->label));
          return FALSE;
        }
    }
  if (!mz_value_check (field, &found, error))
    return FALSE;
  *value = mz_value_copy (field, &found);
  return TRUE;
}

gboolean
mz_row_value_bind (sqlite3_stmt *statement, int parameter, const MzField *field,
                   const MzValue *value)
{
  if (!value->set)
    return sqlite3_bind_null (statement, parameter) == SQLITE_OK;
  switch (mz_field_storage (field))
    {
    case MZ_STORED_INTEGER:
      return sqlite3_bind_int64 (statement, parameter, value->integer) == SQLITE_OK;
    case MZ_STORED_REAL:
      return sqlite3_bind_double (statement, parameter, value->real) == SQLITE_OK;
    case MZ_STORED_TEXT:
    default:
      return sqlite3_bind_text (statement, parameter, value->text, -1, SQLITE_STATIC) == SQLITE_OK;
    }
}
