/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Writing packages by libzip. */

#include "config.h"

#include "package-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#include "markup-private.h"
#include "mezasu/error.h"

/* The first day that a zip can name: equal contents are equal files. */
#define DAY_ONE 0x21

typedef struct
{
  char *source;
  char *type;
  char *target;
  char *id;
} Relation;

struct _MzPackage
{
  GPtrArray *parts;     /* of MzPart */
  GPtrArray *relations; /* of Relation */
  gboolean failed;
};

static void
part_free (gpointer data)
{
  MzPart *part = data;
  g_free (part->name);
  g_free (part->type);
  g_clear_pointer (&part->bytes, g_bytes_unref);
  g_free (part);
}

static void
relation_free (gpointer data)
{
  Relation *relation = data;
  g_free (relation->source);
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation->id);
  g_free (relation);
}

MzPackage *
mz_package_new (void)
{
  MzPackage *self = g_new0 (MzPackage, 1);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->relations = g_ptr_array_new_with_free_func (relation_free);
  return self;
}

void
mz_package_free (MzPackage *self)
{
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->relations);
  g_free (self);
}

void
mz_package_add (MzPackage *self, const char *name, const char *type, GBytes *bytes)
{
  MzPart *part = g_new0 (MzPart, 1);
  *part = (MzPart){g_strdup (name), g_strdup (type), bytes};
  self->failed = self->failed || bytes == NULL;
  g_ptr_array_add (self->parts, part);
}

const char *
mz_package_relate (MzPackage *self, const char *source, const char *type, const char *target)
{
  Relation *relation;
  guint n = 1;

  for (guint i = 0; i < self->relations->len; i++)
    {
      relation = g_ptr_array_index (self->relations, i);
      if (!g_str_equal (relation->source, source))
        continue;
      if (g_str_equal (relation->target, target) && g_str_equal (relation->type, type))
        return relation->id;
      n++;
    }
  relation = g_new0 (Relation, 1);
  *relation = (Relation){g_strdup (source), g_strdup (type), g_strdup (target),
                         g_strdup_printf ("rId%u", n)};
  g_ptr_array_add (self->relations, relation);
  return relation->id;
}

static GBytes *
content_types (MzPackage *self)
{
  g_autoptr (MzMarkup) x = mz_markup_new ();

  mz_markup_raw (x, "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    "<Default Extension=\"rels\" "
                    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
  for (guint i = 0; i < self->parts->len; i++)
    {
      const MzPart *part = g_ptr_array_index (self->parts, i);
      g_autofree char *name = g_strconcat ("/", part->name, NULL);
      /* Relationships that were copied with their part have the default of their ending. */
      if (part->type == NULL)
        continue;
      mz_markup_open (x, "Override");
      mz_markup_attribute (x, "PartName", name);
      mz_markup_attribute (x, "ContentType", part->type);
      mz_markup_close (x);
    }
  mz_markup_raw (x, "</Types>");
  return mz_markup_finish (x);
}

/* The part that holds the relationships of @source. */
static char *
relations_name (const char *source)
{
  const char *slash = strrchr (source, '/');
  int folder = slash != NULL ? (int)(slash + 1 - source) : 0;
  return g_strdup_printf ("%.*s_rels/%s.rels", folder, source, source + folder);
}

static GBytes *
relations_of (MzPackage *self, const char *source)
{
  g_autoptr (MzMarkup) x = mz_markup_new ();

  mz_markup_raw (
      x, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
  for (guint i = 0; i < self->relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (self->relations, i);
      g_autofree char *target = g_strconcat ("/", relation->target, NULL);
      if (!g_str_equal (relation->source, source))
        continue;
      mz_markup_open (x, "Relationship");
      mz_markup_attribute (x, "Id", relation->id);
      mz_markup_attribute (x, "Type", relation->type);
      mz_markup_attribute (x, "Target", target);
      mz_markup_close (x);
    }
  mz_markup_raw (x, "</Relationships>");
  return mz_markup_finish (x);
}

/* Types first, as readers want them, then a relationship part for each source, then the rest. */
static GPtrArray *
all_parts (MzPackage *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  MzPart *part = g_new0 (MzPart, 1);

  *part = (MzPart){g_strdup ("[Content_Types].xml"), NULL, content_types (self)};
  g_ptr_array_add (all, part);
  for (guint i = 0; i < self->relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (self->relations, i);
      if (!g_hash_table_add (seen, relation->source))
        continue;
      part = g_new0 (MzPart, 1);
      *part =
          (MzPart){relations_name (relation->source), NULL, relations_of (self, relation->source)};
      g_ptr_array_add (all, part);
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      const MzPart *old = g_ptr_array_index (self->parts, i);
      part = g_new0 (MzPart, 1);
      *part = (MzPart){g_strdup (old->name), NULL, g_bytes_ref (old->bytes)};
      g_ptr_array_add (all, part);
    }
  return all;
}

static gboolean
put_part (zip_t *archive, const MzPart *part)
{
  gsize size = 0;
  const void *data = part->bytes != NULL ? g_bytes_get_data (part->bytes, &size) : NULL;
  zip_source_t *source;
  zip_int64_t index;

  if (data == NULL)
    return FALSE;
  source = zip_source_buffer (archive, data, size, 0);
  if (source == NULL)
    return FALSE;
  index = zip_file_add (archive, part->name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return FALSE;
    }
  return zip_set_file_compression (archive, (zip_uint64_t)index, ZIP_CM_DEFLATE, 0) == 0 &&
         zip_file_set_dostime (archive, (zip_uint64_t)index, 0, DAY_ONE, 0) == 0;
}

/* What a finished archive wrote into its source. */
static GBytes *
read_back (zip_source_t *source)
{
  zip_stat_t stat;
  g_autofree char *data = NULL;

  if (zip_source_stat (source, &stat) != 0 || zip_source_open (source) != 0)
    return NULL;
  data = g_malloc (stat.size);
  if (zip_source_read (source, data, stat.size) != (zip_int64_t)stat.size)
    stat.size = 0;
  zip_source_close (source);
  return stat.size > 0 ? g_bytes_new_take (g_steal_pointer (&data), stat.size) : NULL;
}

GBytes *
mz_package_finish (MzPackage *self, GError **error)
{
  g_autoptr (GPtrArray) parts = all_parts (self);
  GBytes *bytes = NULL;
  zip_error_t failure;
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, &failure);
  zip_t *archive = source != NULL ? zip_open_from_source (source, ZIP_TRUNCATE, &failure) : NULL;
  gboolean good = archive != NULL && !self->failed;

  if (archive != NULL)
    zip_source_keep (source);
  for (guint i = 0; good && i < parts->len; i++)
    good = put_part (archive, g_ptr_array_index (parts, i));
  if (good && zip_close (archive) == 0)
    bytes = read_back (source);
  else if (archive != NULL)
    zip_discard (archive);
  if (source != NULL)
    zip_source_free (source);
  if (bytes == NULL)
    g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("The file could not be packed."));
  return bytes;
}
