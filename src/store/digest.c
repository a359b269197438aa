/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Digests over content. Every item is preceded by its type and length, so that no two contents spell the same bytes. */

#include "config.h"

#include "digest-private.h"

#include <nettle/sha2.h>
#include <string.h>

#include "mezasu/document.h"

/* Ends @sum. */
static char *
in_hex (struct sha256_ctx *sum)
{
  guint8 digest[SHA256_DIGEST_SIZE];
  char *text = g_malloc (2 * sizeof digest + 1);
  sha256_digest (sum, sizeof digest, digest);
  for (guint i = 0; i < sizeof digest; i++)
    g_snprintf (text + 2 * i, 3, "%02x", digest[i]);
  return text;
}

static void
add_number (struct sha256_ctx *sum, char type, guint64 bits)
{
  guint8 item[9] = {(guint8)type};
  for (guint i = 0; i < 8; i++)
    item[i + 1] = (guint8)(bits >> (8 * i));
  sha256_update (sum, sizeof item, item);
}

static void
add_bytes (struct sha256_ctx *sum, char type, const void *data, gsize length)
{
  add_number (sum, type, length);
  sha256_update (sum, length, data);
}

static void
add_text (struct sha256_ctx *sum, char type, const char *text)
{
  add_bytes (sum, type, text, strlen (text));
}

static void
add_real (struct sha256_ctx *sum, double value)
{
  guint64 bits;
  memcpy (&bits, &value, sizeof bits);
  add_number (sum, 'r', bits);
}

static void
add_column (struct sha256_ctx *sum, sqlite3_stmt *row, int column)
{
  int length = sqlite3_column_bytes (row, column);
  switch (sqlite3_column_type (row, column))
    {
    case SQLITE_INTEGER:
      add_number (sum, 'i', (guint64)sqlite3_column_int64 (row, column));
      break;
    case SQLITE_FLOAT:
      add_real (sum, sqlite3_column_double (row, column));
      break;
    case SQLITE_TEXT:
      add_bytes (sum, 't', sqlite3_column_text (row, column), (gsize)length);
      break;
    case SQLITE_BLOB:
      add_bytes (sum, 'b', length > 0 ? sqlite3_column_blob (row, column) : "", (gsize)length);
      break;
    default:
      add_number (sum, 'n', 0);
      break;
    }
}

static gboolean
add_table (struct sha256_ctx *sum, sqlite3 *db, const char *table, const char *name, GError **error)
{
  char *sql = sqlite3_mprintf ("SELECT * FROM \"%w\" ORDER BY 1", table);
  g_autoptr (sqlite3_stmt) row = sql != NULL ? mz_database_prepare (db, sql, name, error) : NULL;
  gboolean meta = g_str_equal (table, "mz_meta");
  int code;
  sqlite3_free (sql);
  if (row == NULL)
    return FALSE;
  int n = sqlite3_column_count (row);
  add_text (sum, 'T', table);
  for (int i = 0; i < n; i++)
    add_text (sum, 'C', sqlite3_column_name (row, i));
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    if (!meta || g_strcmp0 ((const char *)sqlite3_column_text (row, 0), "digest") != 0)
      for (int i = 0; i < n; i++)
        add_column (sum, row, i);
  return code == SQLITE_DONE || mz_database_fail (db, name, error);
}

char *
mz_digest_database (sqlite3 *db, const char *name, GError **error)
{
  struct sha256_ctx sum;
  g_autoptr (sqlite3_stmt) table = mz_database_prepare (
      db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", name, error);
  int code;
  if (table == NULL)
    return NULL;
  sha256_init (&sum);
  while ((code = sqlite3_step (table)) == SQLITE_ROW)
    if (!add_table (&sum, db, (const char *)sqlite3_column_text (table, 0), name, error))
      return NULL;
  if (code != SQLITE_DONE)
    return mz_database_fail (db, name, error), NULL;
  return in_hex (&sum);
}

static void
add_value (struct sha256_ctx *sum, const MzField *field, const MzValue *value)
{
  if (!value->set)
    return;
  add_text (sum, 'F', field->name);
  switch (mz_field_storage (field))
    {
    case MZ_STORED_INTEGER:
      add_number (sum, 'i', (guint64)value->integer);
      break;
    case MZ_STORED_REAL:
      add_real (sum, value->real);
      break;
    case MZ_STORED_TEXT:
    default:
      add_text (sum, 't', value->text);
      break;
    }
}

char *
mz_digest_model (MzModel *model)
{
  const MzSchema *schema = mz_model_schema (model);
  struct sha256_ctx sum;
  sha256_init (&sum);
  for (guint i = 0; i < schema->n_kinds; i++)
    {
      const MzKind *kind = &schema->kinds[i];
      for (guint nth = 0; nth < mz_model_count (model, kind->name); nth++)
        {
          MzRecord *record = mz_model_nth (model, kind->name, nth);
          add_text (&sum, 'K', kind->name);
          add_text (&sum, 'I', mz_record_id (record));
          for (guint index = 0; index < mz_kind_n_fields (kind); index++)
            add_value (&sum, mz_kind_field (kind, index), mz_record_value (record, index));
        }
    }
  return in_hex (&sum);
}

char *
mz_digest_bytes (GBytes *bytes)
{
  struct sha256_ctx sum;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  sha256_init (&sum);
  sha256_update (&sum, length, data);
  return in_hex (&sum);
}
