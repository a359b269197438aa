/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Reading a firm's own slides: everything that its masters lead to, and nothing else. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#include "mezasu/error.h"
#include "slide-private.h"
#include "slide-template-private.h"

#define NO_PRESENTATION _ ("The file is not a presentation (.pptx).")

/* A relationship of a part. */
typedef struct
{
  char *id;
  char *kind; /* the last word of its type */
  char *target;
  gboolean external;
} Relation;

/* A template while it is read. */
typedef struct
{
  MzPackageReader *reader;
  GHashTable *overrides; /* part -> type */
  GHashTable *defaults;  /* ending -> type */
  GHashTable *seen;
  MzSlideTemplate *slides;
} Reading;

static void
relation_free (gpointer data)
{
  Relation *self = data;
  g_free (self->id);
  g_free (self->kind);
  g_free (self->target);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, message);
  return FALSE;
}

/* XML without a document type: the format knows none, and entities come only with one. */
static xmlDoc *
parse (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (xmlDoc) doc = xmlReadMemory (
      data, (int)size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

  if (doc == NULL || doc->intSubset != NULL || xmlDocGetRootElement (doc) == NULL)
    {
      refuse (error, _ ("The file is damaged."));
      return NULL;
    }
  return g_steal_pointer (&doc);
}

static xmlDoc *
read_xml (Reading *self, const char *part, GError **error)
{
  g_autoptr (GBytes) bytes = mz_package_reader_read (self->reader, part, error);
  return bytes != NULL ? parse (bytes, error) : NULL;
}

/* @target as seen from @part, or NULL when it leads out of the package. */
static char *
resolve (const char *part, const char *target)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *path =
      *target == '/' ? g_strdup (target) : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) words = g_strsplit (path, "/", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "") || g_str_equal (words[i], "."))
        continue;
      if (!g_str_equal (words[i], ".."))
        g_ptr_array_add (stack, g_strdup (words[i]));
      else if (stack->len > 0)
        g_ptr_array_remove_index (stack, stack->len - 1);
      else
        return NULL;
    }
  g_ptr_array_add (stack, NULL);
  return g_strjoinv ("/", (char **)stack->pdata);
}

static char *
relations_name (const char *part)
{
  const char *slash = strrchr (part, '/');
  int folder = slash != NULL ? (int)(slash + 1 - part) : 0;
  return g_strdup_printf ("%.*s_rels/%s.rels", folder, part, part + folder);
}

static gboolean
read_relations (Reading *self, const char *part, GBytes *bytes, GPtrArray *into, GError **error)
{
  g_autoptr (xmlDoc) doc = parse (bytes, error);

  if (doc == NULL)
    return FALSE;
  for (xmlNode *node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
    {
      g_autofree char *type = mz_xml_attribute (node, "Type");
      g_autofree char *target = mz_xml_attribute (node, "Target");
      g_autofree char *mode = mz_xml_attribute (node, "TargetMode");
      Relation *relation;
      if (type == NULL || target == NULL)
        continue;
      relation = g_new0 (Relation, 1);
      g_ptr_array_add (into, relation);
      relation->id = mz_xml_attribute (node, "Id");
      relation->kind = g_path_get_basename (type);
      relation->external = g_strcmp0 (mode, "External") == 0;
      relation->target = relation->external ? g_strdup (target) : resolve (part, target);
      if (relation->target == NULL)
        return refuse (error, _ ("The file holds a name that leads out of it."));
    }
  return TRUE;
}

static GPtrArray *
relations_of (Reading *self, const char *part, GError **error)
{
  g_autofree char *name = relations_name (part);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (relation_free);
  g_autoptr (GBytes) bytes = mz_package_reader_read (self->reader, name, error);

  if (bytes == NULL || !read_relations (self, part, bytes, relations, error))
    return NULL;
  return g_steal_pointer (&relations);
}

static const Relation *
find_relation (GPtrArray *relations, const char *id, const char *kind)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);
      if (!relation->external && (id == NULL || g_strcmp0 (relation->id, id) == 0) &&
          g_str_equal (relation->kind, kind))
        return relation;
    }
  return NULL;
}

static gboolean
read_types (Reading *self, GError **error)
{
  g_autoptr (xmlDoc) doc = read_xml (self, "[Content_Types].xml", error);

  if (doc == NULL)
    return FALSE;
  for (xmlNode *node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
    {
      g_autofree char *type = mz_xml_attribute (node, "ContentType");
      char *part = mz_xml_attribute (node, "PartName");
      char *ending = mz_xml_attribute (node, "Extension");
      if (part != NULL)
        g_hash_table_insert (self->overrides, g_strdup (*part == '/' ? part + 1 : part),
                             g_strdup (type));
      else if (ending != NULL)
        g_hash_table_insert (self->defaults, g_ascii_strdown (ending, -1), g_strdup (type));
      g_free (part);
      g_free (ending);
    }
  return TRUE;
}

static const char *
type_of (Reading *self, const char *part)
{
  const char *dot = strrchr (part, '.');
  const char *type = g_hash_table_lookup (self->overrides, part);
  g_autofree char *ending = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  return type != NULL || ending == NULL ? type : g_hash_table_lookup (self->defaults, ending);
}

static void
keep (Reading *self, const char *name, const char *type, GBytes *bytes)
{
  MzPart *part = g_new0 (MzPart, 1);
  *part = (MzPart){g_strdup (name), g_strdup (type), g_bytes_ref (bytes)};
  g_ptr_array_add (self->slides->parts, part);
}

/* Follows what @part points to. Links that a person clicks stay; anything that would be fetched does not. */
static gboolean
follow (Reading *self, const char *part, GPtrArray *queue, GError **error)
{
  g_autofree char *name = relations_name (part);
  g_autoptr (GBytes) bytes = mz_package_reader_read (self->reader, name, NULL);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (relation_free);

  if (bytes == NULL)
    return TRUE;
  if (!read_relations (self, part, bytes, relations, error))
    return FALSE;
  for (guint i = 0; i < relations->len; i++)
    {
      Relation *relation = g_ptr_array_index (relations, i);
      if (relation->external && g_str_equal (relation->kind, "hyperlink"))
        continue;
      if (relation->external)
        return refuse (error,
                       _ ("The masters of the file show something that lies outside of it."));
      if (g_str_equal (relation->kind, "slide") || g_str_equal (relation->kind, "notesSlide"))
        return refuse (error, _ ("The masters of the file point to its slides."));
      g_ptr_array_add (queue, g_steal_pointer (&relation->target));
    }
  keep (self, name, NULL, bytes);
  return TRUE;
}

/* Takes @first and all that it leads to. */
static gboolean
take (Reading *self, const char *first, GError **error)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (queue, g_strdup (first));
  for (guint i = 0; i < queue->len; i++)
    {
      const char *part = g_ptr_array_index (queue, i);
      const char *type = type_of (self, part);
      g_autoptr (GBytes) bytes = NULL;
      if (!g_hash_table_add (self->seen, g_strdup (part)))
        continue;
      bytes = mz_package_reader_read (self->reader, part, error);
      if (bytes == NULL)
        return FALSE;
      if (type == NULL)
        return refuse (error, _ ("The file is damaged."));
      if (g_str_has_suffix (type, "xml"))
        {
          g_autoptr (xmlDoc) doc = parse (bytes, error);
          if (doc == NULL)
            return FALSE;
        }
      keep (self, part, type, bytes);
      if (!follow (self, part, queue, error))
        return FALSE;
    }
  return TRUE;
}

static void
master_free (gpointer data)
{
  MzSlideMaster *self = data;
  g_free (self->part);
  g_free (self);
}

static gboolean
take_masters (Reading *self, xmlNode *presentation, GPtrArray *relations, GError **error)
{
  xmlNode *list = mz_xml_child (presentation, "sldMasterIdLst");
  const Relation *notes = find_relation (relations, NULL, "notesMaster");

  for (xmlNode *node = list != NULL ? list->children : NULL; node != NULL; node = node->next)
    {
      xmlChar *id = xmlGetNsProp (node, BAD_CAST "id", BAD_CAST MZ_NS_R);
      const Relation *relation =
          id != NULL ? find_relation (relations, (const char *)id, "slideMaster") : NULL;
      MzSlideMaster *master;
      xmlFree (id);
      if (relation == NULL)
        continue;
      if (!take (self, relation->target, error))
        return FALSE;
      master = g_new0 (MzSlideMaster, 1);
      master->part = g_strdup (relation->target);
      {
        xmlChar *number = xmlGetNoNsProp (node, BAD_CAST "id");
        master->id = number != NULL ? g_ascii_strtoull ((const char *)number, NULL, 10) : 0;
        xmlFree (number);
      }
      g_ptr_array_add (self->slides->masters, master);
    }
  if (self->slides->masters->len == 0)
    return refuse (error, NO_PRESENTATION);
  if (notes == NULL)
    return TRUE;
  self->slides->notes_master = g_strdup (notes->target);
  return take (self, notes->target, error);
}

/* How well a layout suits a message with free content below it. */
static int
suits (xmlNode *layout)
{
  g_autofree char *type = mz_xml_attribute (layout, "type");
  return g_strcmp0 (type, "titleOnly") == 0 ? 2 : g_strcmp0 (type, "obj") == 0 ? 1 : 0;
}

static gboolean
choose_layout (Reading *self, GError **error)
{
  MzSlideTemplate *slides = self->slides;
  const MzSlideMaster *master = g_ptr_array_index (slides->masters, 0);
  g_autoptr (GPtrArray) relations = relations_of (self, master->part, error);
  g_autoptr (xmlDoc) master_doc = relations != NULL ? read_xml (self, master->part, error) : NULL;
  int best = -1;

  if (master_doc == NULL)
    return FALSE;
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);
      g_autoptr (xmlDoc) doc = NULL;
      if (!g_str_equal (relation->kind, "slideLayout") || relation->external)
        continue;
      doc = read_xml (self, relation->target, error);
      if (doc == NULL)
        return FALSE;
      if (suits (xmlDocGetRootElement (doc)) > best &&
          mz_slide_template_measure (slides, xmlDocGetRootElement (doc),
                                     xmlDocGetRootElement (master_doc)))
        {
          best = suits (xmlDocGetRootElement (doc));
          g_free (slides->layout);
          slides->layout = g_strdup (relation->target);
        }
    }
  return slides->layout != NULL ||
         refuse (error, _ ("No layout of the file has a place for a title."));
}

static gboolean
read_sizes (MzSlideTemplate *self, xmlNode *presentation, GError **error)
{
  xmlNode *slide = mz_xml_child (presentation, "sldSz");
  xmlNode *notes = mz_xml_child (presentation, "notesSz");
  /* ECMA-376, ST_SlideSizeCoordinate: one inch to 56. */
  const gint64 least = 914400, most = 51206400;
  gint64 width = mz_xml_number (slide, "cx", 0), height = mz_xml_number (slide, "cy", 0);

  if (width < least || width > most || height < least || height > most)
    return refuse (error, NO_PRESENTATION);
  self->width = (int)width;
  self->height = (int)height;
  self->notes_width = (int)CLAMP (mz_xml_number (notes, "cx", 6858000), least, most);
  self->notes_height = (int)CLAMP (mz_xml_number (notes, "cy", 9144000), least, most);
  return TRUE;
}

static gboolean
read_all (Reading *self, GError **error)
{
  g_autoptr (GPtrArray) top = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  const Relation *main_part;
  const char *type;
  xmlNode *root;

  if (!read_types (self, NULL) || (top = relations_of (self, "", NULL)) == NULL)
    return refuse (error, NO_PRESENTATION);
  main_part = find_relation (top, NULL, "officeDocument");
  type = main_part != NULL ? type_of (self, main_part->target) : NULL;
  if (type == NULL ||
      (strstr (type, "presentation") == NULL && strstr (type, "powerpoint") == NULL))
    return refuse (error, NO_PRESENTATION);
  doc = read_xml (self, main_part->target, error);
  relations = doc != NULL ? relations_of (self, main_part->target, error) : NULL;
  if (relations == NULL)
    return FALSE;
  root = xmlDocGetRootElement (doc);
  if (root->ns == NULL || !g_str_equal (root->ns->href, MZ_NS_P))
    return refuse (error, NO_PRESENTATION);
  return read_sizes (self->slides, root, error) && take_masters (self, root, relations, error) &&
         choose_layout (self, error);
}

static void
part_free (gpointer data)
{
  MzPart *part = data;
  g_free (part->name);
  g_free (part->type);
  g_bytes_unref (part->bytes);
  g_free (part);
}

MzSlideTemplate *
mz_slide_template_new (GBytes *bytes, GError **error)
{
  g_autoptr (MzPackageReader) reader = mz_package_reader_new (bytes, error);
  g_autoptr (MzSlideTemplate) slides = NULL;
  Reading reading = {.reader = reader};
  gboolean good;

  if (reader == NULL)
    return NULL;
  slides = g_new0 (MzSlideTemplate, 1);
  g_atomic_ref_count_init (&slides->references);
  slides->parts = g_ptr_array_new_with_free_func (part_free);
  slides->masters = g_ptr_array_new_with_free_func (master_free);
  reading.slides = slides;
  reading.overrides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading.defaults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  good = read_all (&reading, error);
  g_hash_table_unref (reading.overrides);
  g_hash_table_unref (reading.defaults);
  g_hash_table_unref (reading.seen);
  return good ? g_steal_pointer (&slides) : NULL;
}

MzSlideTemplate *
mz_slide_template_ref (MzSlideTemplate *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
mz_slide_template_unref (MzSlideTemplate *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->masters);
  g_free (self->layout);
  g_free (self->notes_master);
  g_free (self);
}

void
mz_slide_template_install (const MzSlideTemplate *self, MzPackage *package)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const MzPart *part = g_ptr_array_index (self->parts, i);
      mz_package_add (package, part->name, part->type, g_bytes_ref (part->bytes));
    }
}
