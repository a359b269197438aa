/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The parts of a workbook around its cells: which sheets there are, the texts that they share, how numbers look. */

#include "config.h"

#include "workbook-reader-private.h"

#include <string.h>

#define WORKBOOK "xl/workbook.xml"
#define RELATIONS "xl/_rels/workbook.xml.rels"
#define STRINGS "xl/sharedStrings.xml"
#define STYLES "xl/styles.xml"

static gboolean
start_workbook (MzPartWalk *walk, const char *element, gpointer data, GError **error)
{
  MzWorkbookSource *self = data;

  if (g_str_equal (element, "workbookPr"))
    {
      g_autofree char *from = mz_part_attribute (walk, "date1904");
      self->from_1904 = from != NULL && (g_str_equal (from, "1") || g_str_equal (from, "true"));
    }
  else if (g_str_equal (element, "sheet"))
    {
      char *name = mz_part_attribute (walk, "name");
      char *relation = mz_part_attribute (walk, "id");
      g_ptr_array_add (self->names, name != NULL ? name : g_strdup (""));
      g_ptr_array_add (self->relations, relation != NULL ? relation : g_strdup (""));
    }
  return TRUE;
}

static gboolean
start_relations (MzPartWalk *walk, const char *element, gpointer data, GError **error)
{
  MzWorkbookSource *self = data;
  g_autofree char *target = NULL;
  char *id;

  if (!g_str_equal (element, "Relationship"))
    return TRUE;
  id = mz_part_attribute (walk, "Id");
  target = mz_part_attribute (walk, "Target");
  if (id == NULL || target == NULL)
    {
      g_free (id);
      return TRUE;
    }
  g_hash_table_insert (self->targets, id,
                       *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
  return TRUE;
}

/* Shared texts. What tells how they are read aloud is no part of them. */
typedef struct
{
  MzWorkbookSource *source;
  GString *text;
  gboolean in_text;
  guint reading;
} Strings;

static gboolean
start_strings (MzPartWalk *walk, const char *element, gpointer data, GError **error)
{
  Strings *self = data;

  if (g_str_equal (element, "si"))
    g_string_truncate (self->text, 0);
  else if (g_str_equal (element, "rPh"))
    self->reading++;
  else if (g_str_equal (element, "t"))
    self->in_text = TRUE;
  return TRUE;
}

static gboolean
end_strings (MzPartWalk *walk, const char *element, gpointer data, GError **error)
{
  Strings *self = data;

  if (g_str_equal (element, "t"))
    self->in_text = FALSE;
  else if (g_str_equal (element, "rPh") && self->reading > 0)
    self->reading--;
  else if (g_str_equal (element, "si"))
    {
      mz_part_unescape (self->text);
      g_ptr_array_add (self->source->strings, g_strdup (self->text->str));
    }
  return TRUE;
}

static gboolean
text_strings (MzPartWalk *walk, const char *text, gpointer data, GError **error)
{
  Strings *self = data;

  if (self->in_text && self->reading == 0)
    g_string_append (self->text, text);
  return TRUE;
}

MzNumberLook
mz_number_look (const char *format)
{
  gboolean quoted = FALSE, bracket = FALSE, date = FALSE;

  if (g_ascii_strcasecmp (format, "General") == 0)
    return MZ_NUMBER_PLAIN;
  for (const char *p = format; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (quoted)
        continue;
      else if (*p == '[' || *p == ']')
        bracket = *p == '[';
      else if (bracket)
        continue;
      else if ((*p == '\\' || *p == '_' || *p == '*' || *p == '!') && p[1] != '\0')
        p++;
      else if (*p == '%')
        return MZ_NUMBER_PERCENT;
      else if (strchr ("yYmMdD", *p) != NULL)
        date = TRUE;
    }
  return date ? MZ_NUMBER_DATE : MZ_NUMBER_PLAIN;
}

static MzNumberLook
built_in_look (guint64 id)
{
  if (id == 9 || id == 10)
    return MZ_NUMBER_PERCENT;
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
      (id >= 50 && id <= 54) || id == 57 || id == 58)
    return MZ_NUMBER_DATE;
  return MZ_NUMBER_PLAIN;
}

typedef struct
{
  MzWorkbookSource *source;
  GHashTable *own; /* number of a format → its look, plus 1 */
  gboolean in_cells;
} Styles;

static gboolean
start_styles (MzPartWalk *walk, const char *element, gpointer data, GError **error)
{
  Styles *self = data;
  g_autofree char *id = mz_part_attribute (walk, "numFmtId");
  guint64 number = id == NULL ? 0 : g_ascii_strtoull (id, NULL, 10);

  if (g_str_equal (element, "cellXfs"))
    self->in_cells = TRUE;
  else if (g_str_equal (element, "numFmt"))
    {
      g_autofree char *code = mz_part_attribute (walk, "formatCode");
      g_hash_table_insert (self->own, GUINT_TO_POINTER ((guint)number),
                           GUINT_TO_POINTER (mz_number_look (code != NULL ? code : "") + 1));
    }
  else if (g_str_equal (element, "xf") && self->in_cells)
    {
      guint own =
          GPOINTER_TO_UINT (g_hash_table_lookup (self->own, GUINT_TO_POINTER ((guint)number)));
      MzNumberLook look = own > 0 ? (MzNumberLook)(own - 1) : built_in_look (number);
      g_array_append_val (self->source->looks, look);
    }
  return TRUE;
}

static gboolean
end_styles (MzPartWalk *walk, const char *element, gpointer data, GError **error)
{
  if (g_str_equal (element, "cellXfs"))
    ((Styles *)data)->in_cells = FALSE;
  return TRUE;
}

gboolean
mz_workbook_read_parts (MzWorkbookSource *self, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);
  Strings strings = {.source = self, .text = text};
  Styles styles = {.source = self, .own = own};

  return mz_part_walk (self, WORKBOOK, start_workbook, NULL, NULL, self, error) &&
         mz_part_walk (self, RELATIONS, start_relations, NULL, NULL, self, error) &&
         (!mz_zip_reader_has (self->zip, STRINGS) ||
          mz_part_walk (self, STRINGS, start_strings, end_strings, text_strings, &strings,
                        error)) &&
         (!mz_zip_reader_has (self->zip, STYLES) ||
          mz_part_walk (self, STYLES, start_styles, end_styles, NULL, &styles, error));
}
