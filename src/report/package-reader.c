/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Reading packages from outside by libzip, trusting nothing in them. */

#include "config.h"

#include "package-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#include "mezasu/error.h"

#define MOST_ENTRIES 4096
#define MOST_BYTES ((guint64)256 * 1024 * 1024)
#define MOST_RATIO 100
/* Below this size a ratio says nothing: empty pictures and white space pack well. */
#define RATIO_FROM ((guint64)1024 * 1024)

struct _MzPackageReader
{
  GBytes *bytes;
  zip_t *archive;
};

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, message);
  return FALSE;
}

static gboolean
is_inside (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (*name == '/' || strchr (name, '\\') != NULL || strchr (name, ':') != NULL ||
      !g_utf8_validate (name, -1, NULL))
    return FALSE;
  parts = g_strsplit (name, "/", -1);
  return !g_strv_contains ((const char *const *)parts, "..");
}

static gboolean
check_entry (zip_t *archive, zip_uint64_t index, guint64 *total, GError **error)
{
  zip_stat_t stat;
  const zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;

  if (zip_stat_index (archive, index, 0, &stat) != 0 || (stat.valid & needed) != needed)
    return refuse (error, _ ("The file is damaged."));
  if (!is_inside (stat.name))
    return refuse (error, _ ("The file holds a name that leads out of it."));
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    return refuse (error, _ ("The file is encrypted."));
  if (stat.size > MOST_BYTES || (*total += stat.size) > MOST_BYTES ||
      (stat.size > RATIO_FROM && stat.size / MAX (stat.comp_size, 1) > MOST_RATIO))
    return refuse (error, _ ("The file unpacks to more than a presentation holds."));
  return TRUE;
}

static gboolean
check_all (zip_t *archive, GError **error)
{
  zip_int64_t n = zip_get_num_entries (archive, 0);
  guint64 total = 0;

  if (n > MOST_ENTRIES)
    return refuse (error, _ ("The file unpacks to more than a presentation holds."));
  for (zip_int64_t i = 0; i < n; i++)
    if (!check_entry (archive, (zip_uint64_t)i, &total, error))
      return FALSE;
  return TRUE;
}

MzPackageReader *
mz_package_reader_new (GBytes *bytes, GError **error)
{
  g_autoptr (MzPackageReader) self = g_new0 (MzPackageReader, 1);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  zip_error_t failure;
  zip_source_t *source = zip_source_buffer_create (data, size, 0, &failure);

  self->bytes = g_bytes_ref (bytes);
  if (source != NULL)
    self->archive = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, &failure);
  if (self->archive == NULL)
    {
      if (source != NULL)
        zip_source_free (source);
      refuse (error, _ ("The file is not a presentation (.pptx)."));
      return NULL;
    }
  return check_all (self->archive, error) ? g_steal_pointer (&self) : NULL;
}

void
mz_package_reader_free (MzPackageReader *self)
{
  if (self == NULL)
    return;
  if (self->archive != NULL)
    zip_discard (self->archive);
  g_bytes_unref (self->bytes);
  g_free (self);
}

GBytes *
mz_package_reader_read (MzPackageReader *self, const char *name, GError **error)
{
  zip_stat_t stat;
  zip_file_t *file = NULL;
  g_autofree char *data = NULL;
  char beyond;
  gboolean whole;

  if (zip_stat (self->archive, name, 0, &stat) == 0)
    file = zip_fopen_index (self->archive, stat.index, 0);
  if (file == NULL)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("The part “%s” is missing."), name);
      return NULL;
    }
  data = g_malloc (stat.size + 1);
  /* An entry may hold more than it says. */
  whole = zip_fread (file, data, stat.size) == (zip_int64_t)stat.size &&
          zip_fread (file, &beyond, 1) == 0;
  zip_fclose (file);
  if (!whole)
    {
      refuse (error, _ ("The file is damaged."));
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&data), stat.size);
}
