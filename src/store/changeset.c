/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A strict reader of the changeset format that sqlite3session.c describes: for each table 'T', number of columns, one key
 * flag a column, name; then its changes, each an operation, a flag and one or two records of typed values. */

#include "config.h"

#include "changeset-private.h"

#include <sqlite3.h>
#include <string.h>

#include "mezasu/record.h"

#define MAX_COLUMNS 200

typedef struct
{
  const guint8 *at, *end;
  const MzSchema *schema;
  const MzKind *kind;
  guint n_columns;
  GArray *touched;
} Reader;

static gboolean
read_varint (Reader *reader, gsize *value)
{
  gsize result = 0;
  /* Lengths here are far below 2^28; longer forms are refused rather than understood. */
  for (guint i = 0; i < 4 && reader->at < reader->end; i++)
    {
      guint8 byte = *reader->at++;
      result = result << 7 | (byte & 0x7f);
      if (!(byte & 0x80))
        {
          *value = result;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
read_bytes (Reader *reader, gsize length, const guint8 **bytes)
{
  if ((gsize)(reader->end - reader->at) < length)
    return FALSE;
  *bytes = reader->at;
  reader->at += length;
  return TRUE;
}

static gboolean
read_table (Reader *reader)
{
  gsize n;
  const guint8 *flags;
  if (!read_varint (reader, &n) || n < 2 || n > MAX_COLUMNS || !read_bytes (reader, n, &flags))
    return FALSE;
  const guint8 *zero = memchr (reader->at, '\0', (gsize)(reader->end - reader->at));
  if (zero == NULL)
    return FALSE;
  reader->kind = mz_schema_kind (reader->schema, (const char *)reader->at);
  reader->at = zero + 1;
  reader->n_columns = (guint)n;
  if (reader->kind == NULL || n > mz_kind_n_fields (reader->kind) + 1 || flags[0] != 1)
    return FALSE;
  for (gsize i = 1; i < n; i++)
    if (flags[i] != 0)
      return FALSE;
  return TRUE;
}

/* One value; @text gets a text, which is not ended by a zero. */
static gboolean
read_value (Reader *reader, gboolean may_be_unknown, const guint8 **text, gsize *length)
{
  const guint8 *type, *ignored;
  *text = NULL;
  if (!read_bytes (reader, 1, &type))
    return FALSE;
  switch (*type)
    {
    case 0:
      return may_be_unknown;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return read_bytes (reader, 8, &ignored);
    case SQLITE_TEXT:
      return read_varint (reader, length) && read_bytes (reader, *length, text) &&
             g_utf8_validate_len ((const char *)*text, (gssize)*length, NULL);
    case SQLITE_NULL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* One record of values; @id gets the first, NULL where it is unknown. */
static gboolean
read_record (Reader *reader, gboolean may_be_unknown, char **id)
{
  for (guint column = 0; column < reader->n_columns; column++)
    {
      const guint8 *text;
      gsize length = 0;
      if (!read_value (reader, may_be_unknown, &text, &length))
        return FALSE;
      if (column == 0)
        *id = text != NULL ? g_strndup ((const char *)text, length) : NULL;
    }
  return TRUE;
}

static gboolean
read_change (Reader *reader, guint8 operation)
{
  g_autofree char *id = NULL;
  g_autofree char *new_id = NULL;
  const guint8 *indirect;
  gboolean update = operation == SQLITE_UPDATE;
  if (reader->kind == NULL || !read_bytes (reader, 1, &indirect) || *indirect > 1 ||
      !read_record (reader, update, &id))
    return FALSE;
  /* An update may not move a row to another id. */
  if (update && (!read_record (reader, TRUE, &new_id) || new_id != NULL))
    return FALSE;
  if (!mz_id_check (id))
    return FALSE;
  if (reader->touched != NULL)
    {
      MzTouched touched = {reader->kind, g_steal_pointer (&id)};
      g_array_append_val (reader->touched, touched);
    }
  return TRUE;
}

gboolean
mz_changeset_read (const MzSchema *schema, const guint8 *data, gsize length, GArray *touched)
{
  Reader reader = {data, data + length, schema, NULL, 0, touched};
  while (reader.at < reader.end)
    {
      guint8 operation = *reader.at++;
      gboolean read = FALSE;
      if (operation == 'T')
        read = read_table (&reader);
      else if (operation == SQLITE_INSERT || operation == SQLITE_DELETE ||
               operation == SQLITE_UPDATE)
        read = read_change (&reader, operation);
      if (!read)
        return FALSE;
    }
  return length > 0;
}

static void
clear_touched (gpointer data)
{
  g_free (((MzTouched *)data)->id);
}

GArray *
mz_touched_new (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (MzTouched));
  g_array_set_clear_func (array, clear_touched);
  return array;
}
