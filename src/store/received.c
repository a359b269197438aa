/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A received document: hostile until proven otherwise. Its bytes stay in memory; nothing beside the file is looked at,
 * and nothing is written while it is checked. */

#include "config.h"

#include "image-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "changeset-private.h"
#include "digest-private.h"
#include "mezasu/document.h"
#include "refusal-private.h"
#include "rows-private.h"

/* Places in the header of an SQLite file (https://www.sqlite.org/fileformat2.html, section 1.3). */
#define MAGIC "SQLite format 3"
#define HEADER_SIZE MZ_RECEIVED_HEAD
#define PAGE_SIZE 16
#define WRITE_VERSION 18
#define READ_VERSION 19
#define RESERVED_SPACE 20
#define PAGE_COUNT 28
#define LARGEST_ROOT 52
#define TEXT_ENCODING 56
#define USER_VERSION 60
#define APPLICATION_ID 68

/* Sequence numbers stay far from overflow. */
#define MAX_SEQUENCE (G_GINT64_CONSTANT (1) << 53)

static guint32
header_number (const guint8 *data, guint at)
{
  guint32 number;
  memcpy (&number, data + at, sizeof number);
  return GUINT32_FROM_BE (number);
}

guint
mz_received_version (const guint8 *head)
{
  return memcmp (head, MAGIC, sizeof MAGIC) == 0 &&
                 header_number (head, APPLICATION_ID) == MZ_DOCUMENT_APPLICATION_ID
             ? header_number (head, USER_VERSION)
             : 0;
}

static gboolean
damaged (const char *name, const char *what, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);
  return mz_refuse (error, MZ_STORE_ERROR_MALFORMED, _ ("“%s” is damaged: %s."), shown, what);
}

/* What can be told before SQLite sees a byte. */
static gboolean
check_header (const guint8 *data, gsize size, const char *name, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);
  if (size < HEADER_SIZE || memcmp (data, MAGIC, sizeof MAGIC) != 0)
    return mz_refuse (error, MZ_STORE_ERROR_MALFORMED, _ ("“%s” is not a Mezasu document."), shown);
  if (header_number (data, APPLICATION_ID) != MZ_DOCUMENT_APPLICATION_ID)
    return mz_refuse (error, MZ_STORE_ERROR_REFUSED,
                      _ ("“%s” is a database of another program, not a Mezasu document."), shown);
  gsize page = (gsize)data[PAGE_SIZE] << 8 | data[PAGE_SIZE + 1];
  page = page == 1 ? 65536 : page;
  if (page < 512 || (page & (page - 1)) != 0 || size % page != 0 ||
      header_number (data, PAGE_COUNT) != size / page)
    return damaged (name, _ ("it is longer or shorter than it says"), error);
  if (data[WRITE_VERSION] < 1 || data[WRITE_VERSION] > 2 || data[READ_VERSION] < 1 ||
      data[READ_VERSION] > 2 || data[RESERVED_SPACE] != 0 ||
      header_number (data, LARGEST_ROOT) != 0 || header_number (data, TEXT_ENCODING) != 1)
    return damaged (name, _ ("its header is not that of a document"), error);
  return TRUE;
}

static gboolean
check_integrity (sqlite3 *db, const char *name, GError **error)
{
  g_autoptr (sqlite3_stmt) row =
      mz_database_prepare (db, "PRAGMA integrity_check (1)", name, error);
  if (row == NULL)
    return FALSE;
  if (sqlite3_step (row) != SQLITE_ROW)
    return mz_database_fail (db, name, error);
  const char *verdict = (const char *)sqlite3_column_text (row, 0);
  return g_strcmp0 (verdict, "ok") == 0 ||
         damaged (name, _ ("its pages do not fit together"), error);
}

static gboolean
check_digest (sqlite3 *db, const char *name, GError **error)
{
  g_autofree char *told = mz_meta_get (db, "digest");
  g_autofree char *found = mz_digest_database (db, name, error);
  if (found == NULL)
    return FALSE;
  return g_strcmp0 (told, found) == 0 ||
         damaged (name,
                  _ ("its content is not what its digest says; somebody or something changed it"),
                  error);
}

static gboolean
is_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *)sqlite3_column_text (row, column);
  return sqlite3_column_type (row, column) == SQLITE_TEXT && text != NULL &&
         strlen (text) == (gsize)sqlite3_column_bytes (row, column) &&
         g_utf8_validate (text, -1, NULL);
}

static gboolean
is_entry (const MzSchema *schema, sqlite3_stmt *row, const MzDocumentHead *head)
{
  gint64 sequence = sqlite3_column_int64 (row, 0);
  return sqlite3_column_type (row, 0) == SQLITE_INTEGER && sequence >= 1 && sequence < head->next &&
         is_text (row, 1) && is_text (row, 2) && sqlite3_column_type (row, 3) == SQLITE_INTEGER &&
         sqlite3_column_type (row, 4) == SQLITE_BLOB &&
         mz_changeset_read (schema, sqlite3_column_blob (row, 4),
                            (gsize)sqlite3_column_bytes (row, 4), NULL);
}

static gboolean
check_history (sqlite3 *db, const MzSchema *schema, const MzDocumentHead *head, const char *name,
               GError **error)
{
  g_autoptr (sqlite3_stmt) row = mz_database_prepare (
      db, "SELECT sequence, label, author, time, changeset FROM mz_history ORDER BY sequence", name,
      error);
  int code;
  if (row == NULL)
    return FALSE;
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    if (!is_entry (schema, row, head))
      return damaged (name, _ ("its history of edits cannot be read"), error);
  return code == SQLITE_DONE || mz_database_fail (db, name, error);
}

static gboolean
read_head (sqlite3 *db, MzDocumentHead *head, const char *name, GError **error)
{
  head->uuid = mz_meta_get (db, "uuid");
  head->cursor = mz_meta_get_integer (db, "cursor", -1);
  head->next = mz_meta_get_integer (db, "next", -1);
  if (!mz_id_check (head->uuid) || head->cursor < 0 || head->next <= head->cursor ||
      head->next > MAX_SEQUENCE || mz_database_integer (db, "SELECT count(*) FROM mz_meta", 0) != 4)
    return damaged (name, _ ("its own description is incomplete"), error);
  return TRUE;
}

/* A file of a newer version is only read, so that its history does not matter; whatever this version does not understand
 * in it makes it unreadable. */
static gboolean
load_newer (MzReceived *self, sqlite3 *db, const MzSchema *schema, const char *name, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autofree char *shown = g_filename_display_name (name);
  self->newer = TRUE;
  self->head.uuid = mz_meta_get (db, "uuid");
  if (mz_id_check (self->head.uuid))
    self->model = mz_rows_load (db, schema, name, &inner);
  return self->model != NULL ||
         mz_refuse (
             error, MZ_STORE_ERROR_NEWER,
             _ ("“%s” was written by a newer version of Mezasu and can be read only by that."),
             shown);
}

/* The digest is reckoned beside the rest, by a connection of its own to the same bytes, which nobody writes. */
typedef struct
{
  guint8 *data;
  gsize size;
  const char *name;
  GError *error;
} DigestCheck;

static gpointer
check_digest_thread (gpointer data)
{
  DigestCheck *check = data;
  gint64 steps;
  g_autoptr (sqlite3) db =
      mz_database_open_bytes (check->data, check->size, &steps, check->name, &check->error);
  if (db != NULL)
    check_digest (db, check->name, &check->error);
  return NULL;
}

static gboolean
load (MzReceived *self, sqlite3 *db, const MzSchema *schema, guint version, const char *name,
      GError **error)
{
  if (version > schema->version)
    return load_newer (self, db, schema, name, error);
  if (!read_head (db, &self->head, name, error))
    return FALSE;
  self->model = mz_rows_load (db, schema, name, error);
  return self->model != NULL && check_history (db, schema, &self->head, name, error);
}

static gboolean
check_database (MzReceived *self, sqlite3 *db, DigestCheck *digest, const MzSchema *schema,
                guint version, GError **error)
{
  const char *name = digest->name;
  g_autoptr (GError) inner = NULL;
  if (!mz_received_check_tables (db, schema, version, name, error))
    return FALSE;
  GThread *thread = g_thread_new ("digest", check_digest_thread, digest);
  gboolean whole = check_integrity (db, name, error);
  gboolean loaded = whole && load (self, db, schema, version, name, &inner);
  g_thread_join (thread);
  g_autoptr (GError) changed = g_steal_pointer (&digest->error);
  gboolean intact = changed == NULL;
  /* What was changed by somebody is said before what cannot be read therefore. */
  if (whole && !intact)
    g_propagate_error (error, g_steal_pointer (&changed));
  else if (whole && !loaded)
    g_propagate_error (error, g_steal_pointer (&inner));
  return loaded && intact;
}

/* Checks the copy in @data and, where the file is of an older version, writes it anew in this one. */
static gboolean
check_copy (MzReceived *self, guint8 *data, gsize size, const MzSchema *schema, const char *name,
            GError **error)
{
  gint64 steps;
  guint version = header_number (data, USER_VERSION);
  if (version < 1)
    return damaged (name, _ ("it does not say which version wrote it"), error);
  g_autoptr (sqlite3) db = mz_database_open_bytes (data, size, &steps, name, error);
  DigestCheck digest = {data, size, name, NULL};
  if (db == NULL || !check_database (self, db, &digest, schema, version, error))
    return FALSE;
  if (version < schema->version)
    self->image = mz_image_new (self->model, &self->head, db, error);
  return version >= schema->version || self->image != NULL;
}

MzReceived *
mz_received_check (const MzSchema *schema, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (MzReceived) self = g_new0 (MzReceived, 1);
  gsize size;
  g_autofree guint8 *data = g_bytes_unref_to_data (bytes, &size);
  if (!check_header (data, size, name, error))
    return NULL;
  /* A copy marked as using a write-ahead log cannot be read without one; the log beside a file is never believed. */
  data[WRITE_VERSION] = data[READ_VERSION] = 1;
  if (!check_copy (self, data, size, schema, name, error))
    return NULL;
  if (self->image == NULL && !self->newer)
    self->image = g_bytes_new_take (g_steal_pointer (&data), size);
  return g_steal_pointer (&self);
}

void
mz_received_free (MzReceived *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->model);
  g_clear_pointer (&self->image, g_bytes_unref);
  g_free (self->head.uuid);
  g_free (self);
}
