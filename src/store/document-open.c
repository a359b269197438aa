/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How a document begins: new, from a model, from a file. */

#include "config.h"

#include "document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "digest-private.h"
#include "mezasu/json.h"
#include "mezasu/model-json.h"
#include "save-private.h"

MzDocument *
mz_document_start (const MzSchema *schema, MzModel *model, const MzDocumentHead *head,
                   GBytes *image, GError **error)
{
  g_autoptr (MzDocument) self = g_object_new (MZ_TYPE_DOCUMENT, NULL);
  self->schema = schema;
  self->model = g_object_ref (model);
  self->uuid = g_strdup (head->uuid);
  self->state = (MzHistoryState){head->cursor, head->next};
  self->saved = -1;
  if (image != NULL)
    {
      self->copy = mz_working_copy_new (image, error);
      if (self->copy == NULL)
        return NULL;
      self->rows = mz_rows_new (self->copy->db, schema);
      mz_document_refresh (self);
    }
  return g_steal_pointer (&self);
}

gboolean
mz_document_keep_file (MzDocument *self, GError **error)
{
  sqlite3 *db = self->copy->db;
  g_autofree char *drop = g_strdup ("DELETE FROM mz_meta WHERE key LIKE 'working.next.%'");
  gboolean good =
      mz_database_exec (db, "BEGIN IMMEDIATE", self->copy->folder, error) &&
      (self->path == NULL || (mz_meta_set (db, MZ_WORKING_PATH, self->path, error) &&
                              mz_meta_set (db, MZ_WORKING_SHA256, self->sha256, error))) &&
      mz_meta_set_integer (db, MZ_WORKING_SAVED, self->saved, error) &&
      mz_meta_set_integer (db, MZ_WORKING_TIME, g_get_real_time () / G_USEC_PER_SEC, error) &&
      mz_database_exec (db, drop, self->copy->folder, error) &&
      mz_database_exec (db, "COMMIT", self->copy->folder, error);
  if (!good && !sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return good;
}

/* Drops a document whose beginning could not be kept. */
static MzDocument *
give_up (MzDocument *self)
{
  mz_document_close (self, TRUE);
  g_object_unref (self);
  return NULL;
}

static MzDocument *
begin (MzModel *model, gint64 saved, GError **error)
{
  g_autofree char *uuid = mz_id_new ();
  MzDocumentHead head = {uuid, 0, 1};
  g_autoptr (GBytes) image = mz_image_new (model, &head, NULL, error);
  if (image == NULL)
    return NULL;
  MzDocument *self = mz_document_start (mz_model_schema (model), model, &head, image, error);
  if (self == NULL)
    return NULL;
  self->saved = saved;
  return mz_document_keep_file (self, error) ? self : give_up (self);
}

MzDocument *
mz_document_new (const MzSchema *schema, GError **error)
{
  g_autoptr (MzModel) model = mz_model_new (schema);
  /* There is nothing in it that could be lost. */
  return begin (model, 0, error);
}

MzDocument *
mz_document_new_from_model (MzModel *model, GError **error)
{
  g_autoptr (MzModel) copy = mz_model_copy (model);
  return begin (copy, -1, error);
}

MzDocument *
mz_document_open (const MzSchema *schema, const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (GBytes) bytes = mz_save_read (absolute, error);
  if (bytes == NULL)
    return NULL;
  g_autofree char *sha256 = mz_digest_bytes (bytes);
  g_autoptr (MzReceived) received =
      mz_received_check (schema, g_steal_pointer (&bytes), path, error);
  if (received == NULL)
    return NULL;
  MzDocument *self =
      mz_document_start (schema, received->model, &received->head, received->image, error);
  if (self == NULL)
    return NULL;
  self->path = g_steal_pointer (&absolute);
  self->sha256 = g_steal_pointer (&sha256);
  self->saved = self->state.cursor;
  self->saved_at = g_get_real_time () / G_USEC_PER_SEC;
  if (received->newer)
    {
      g_autofree char *shown = g_filename_display_name (path);
      self->read_only = g_strdup_printf (
          _ ("“%s” was written by a newer version of Mezasu; this version can show it but not change it."),
          shown);
      return self;
    }
  return mz_document_keep_file (self, error) ? self : give_up (self);
}

/* The first bytes of a file, as far as it has them; the number read. */
static gsize
peek (const char *path, guint8 *bytes, gsize length)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  gsize n = 0;
  if (stream != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, length, &n, NULL, NULL);
  return n;
}

guint
mz_model_file_version (const char *path)
{
  guint8 head[MZ_RECEIVED_HEAD] = {0};
  /* A pipe or a device would be read empty, or for ever. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || peek (path, head, sizeof head) < sizeof head)
    return 0;
  return mz_received_version (head);
}

/* A name without either ending, such as that of a temporary file, says nothing; then the content does. */
static gboolean
is_json (const char *path)
{
  guint8 first = 0;
  if (g_str_equal (path, "-") || g_str_has_suffix (path, ".json"))
    return TRUE;
  return !g_str_has_suffix (path, MZ_DOCUMENT_SUFFIX) &&
         g_file_test (path, G_FILE_TEST_IS_REGULAR) && peek (path, &first, 1) == 1 && first == '{';
}

MzModel *
mz_model_load (const MzSchema *schema, const char *path, const char *language, GError **error)
{
  if (is_json (path))
    {
      g_autoptr (JsonNode) root = mz_json_load (path, error);
      const char *name = g_str_equal (path, "-") ? _ ("standard input") : path;
      return root != NULL ? mz_model_from_json (schema, root, name, language, error) : NULL;
    }
  g_autoptr (GBytes) bytes = mz_save_read (path, error);
  if (bytes == NULL)
    return NULL;
  g_autoptr (MzReceived) received =
      mz_received_check (schema, g_steal_pointer (&bytes), path, error);
  return received != NULL ? g_steal_pointer (&received->model) : NULL;
}
