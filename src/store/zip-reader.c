/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Packages from outside by libzip. What a part claims to be is checked before memory is taken, and what it turns out to
 * be afterwards. */

#include "config.h"

#include "zip-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#include "mezasu/file.h"
#include "mezasu/store-error.h"

#define MOST_PARTS 1000
#define MOST_BYTES ((guint64)2 * MZ_FILE_TEXT_LIMIT)
/* Sheets of equal rows pack well; only what is large and packs better than this was made to hurt. */
#define MOST_RATIO 200
#define RATIO_FROM ((guint64)1024 * 1024)

struct _MzZipReader
{
  GBytes *bytes;
  zip_t *archive;
  char *name;
};

static gboolean
damaged (MzZipReader *self, GError **error)
{
  g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED,
               _ ("“%s” is damaged and cannot be read."), self->name);
  return FALSE;
}

static gboolean
too_much (MzZipReader *self, GError **error)
{
  g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
               _ ("“%s” unpacks to far more than tables need and is not opened."), self->name);
  return FALSE;
}

static gboolean
is_inside (const char *part)
{
  g_auto (GStrv) steps = NULL;

  if (*part == '/' || strpbrk (part, "\\:") != NULL)
    return FALSE;
  steps = g_strsplit (part, "/", -1);
  return !g_strv_contains ((const char *const *)steps, "..");
}

static gboolean
check_part (MzZipReader *self, zip_uint64_t index, GHashTable *seen, guint64 *total, GError **error)
{
  zip_stat_t stat;
  const zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;

  if (zip_stat_index (self->archive, index, 0, &stat) != 0 || (stat.valid & needed) != needed ||
      !is_inside (stat.name) || !g_hash_table_add (seen, g_strdup (stat.name)))
    return damaged (self, error);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    {
      g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_REFUSED,
                   _ ("“%s” is protected by a password; save it without one."), self->name);
      return FALSE;
    }
  if (stat.size > MOST_BYTES || (*total += stat.size) > MOST_BYTES ||
      (stat.size > RATIO_FROM && stat.size / MAX (stat.comp_size, 1) > MOST_RATIO))
    return too_much (self, error);
  return TRUE;
}

static gboolean
check_parts (MzZipReader *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  zip_int64_t n = zip_get_num_entries (self->archive, 0);
  guint64 total = 0;

  if (n > MOST_PARTS)
    return too_much (self, error);
  for (zip_int64_t i = 0; i < n; i++)
    if (!check_part (self, (zip_uint64_t)i, seen, &total, error))
      return FALSE;
  return TRUE;
}

MzZipReader *
mz_zip_reader_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (MzZipReader) self = g_new0 (MzZipReader, 1);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  zip_error_t failure;
  zip_source_t *source;

  self->bytes = g_bytes_ref (bytes);
  self->name = g_filename_display_name (name);
  source = zip_source_buffer_create (data, size, 0, &failure);
  if (source != NULL)
    self->archive = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, &failure);
  if (self->archive == NULL)
    {
      if (source != NULL)
        zip_source_free (source);
      g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED,
                   _ ("“%s” is not a workbook (.xlsx), is protected by a password, or is damaged."),
                   self->name);
      return NULL;
    }
  return check_parts (self, error) ? g_steal_pointer (&self) : NULL;
}

void
mz_zip_reader_free (MzZipReader *self)
{
  if (self == NULL)
    return;
  if (self->archive != NULL)
    zip_discard (self->archive);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

gboolean
mz_zip_reader_has (MzZipReader *self, const char *part)
{
  return zip_name_locate (self->archive, part, 0) >= 0;
}

GBytes *
mz_zip_reader_read (MzZipReader *self, const char *part, GError **error)
{
  zip_stat_t stat;
  zip_file_t *file = NULL;
  g_autofree char *data = NULL;
  char beyond;
  gboolean whole = FALSE;

  if (zip_stat (self->archive, part, 0, &stat) == 0)
    file = zip_fopen_index (self->archive, stat.index, 0);
  if (file != NULL)
    {
      data = g_malloc (stat.size + 1);
      /* A part may hold more than it says. */
      whole = zip_fread (file, data, stat.size) == (zip_int64_t)stat.size &&
              zip_fread (file, &beyond, 1) == 0;
      zip_fclose (file);
    }
  if (!whole)
    {
      damaged (self, error);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&data), stat.size);
}
