/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Walks over the XML of a part by libxml2: no network, no outside entity, no document type at all. */

#include "config.h"

#include "workbook-reader-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

#include "mezasu/store-error.h"

struct _MzPartWalk
{
  xmlTextReaderPtr reader;
};

gboolean
mz_workbook_damaged (MzWorkbookSource *self, GError **error)
{
  g_set_error (error, MZ_STORE_ERROR, MZ_STORE_ERROR_MALFORMED,
               _ ("“%s” is damaged and cannot be read."), self->shown);
  return FALSE;
}

char *
mz_part_attribute (MzPartWalk *walk, const char *name)
{
  xmlChar *value = NULL;
  char *copy;

  /* Attributes of another name space, such as r:id, are looked for by their local name. */
  while (value == NULL && xmlTextReaderMoveToNextAttribute (walk->reader) == 1)
    if (g_str_equal ((const char *)xmlTextReaderConstLocalName (walk->reader), name))
      value = xmlTextReaderValue (walk->reader);
  xmlTextReaderMoveToElement (walk->reader);
  copy = g_strdup ((const char *)value);
  xmlFree (value);
  return copy;
}

static gboolean
visit (MzWorkbookSource *self, MzPartWalk *walk, MzPartStart start, MzPartEnd end, MzPartText text,
       gpointer data, GError **error)
{
  const char *name = (const char *)xmlTextReaderConstLocalName (walk->reader);
  g_autofree char *element = g_strdup (name);

  switch (xmlTextReaderNodeType (walk->reader))
    {
    case XML_READER_TYPE_ELEMENT:
      {
        gboolean empty = xmlTextReaderIsEmptyElement (walk->reader) == 1;

        return (start == NULL || start (walk, element, data, error)) &&
               (!empty || end == NULL || end (walk, element, data, error));
      }
    case XML_READER_TYPE_END_ELEMENT:
      return end == NULL || end (walk, element, data, error);
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      return text == NULL ||
             text (walk, (const char *)xmlTextReaderConstValue (walk->reader), data, error);
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
    case XML_READER_TYPE_ENTITY:
      return mz_workbook_damaged (self, error);
    default:
      return TRUE;
    }
}

gboolean
mz_part_walk (MzWorkbookSource *self, const char *part, MzPartStart start, MzPartEnd end,
              MzPartText text, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = mz_zip_reader_read (self->zip, part, error);
  MzPartWalk walk = {NULL};
  gboolean good = TRUE;
  gsize size;
  const char *content;
  int step = 1;

  if (bytes == NULL)
    return FALSE;
  content = g_bytes_get_data (bytes, &size);
  walk.reader = xmlReaderForMemory (content, (int)size, NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (walk.reader == NULL)
    return mz_workbook_damaged (self, error);
  while (good && (step = xmlTextReaderRead (walk.reader)) == 1)
    good = visit (self, &walk, start, end, text, data, error);
  xmlFreeTextReader (walk.reader);
  return good && (step == 0 || mz_workbook_damaged (self, error));
}

void
mz_part_unescape (GString *text)
{
  const char *mark = strstr (text->str, "_x");

  while (mark != NULL)
    {
      gsize at = (gsize)(mark - text->str);
      char digits[5] = "";
      gunichar c;

      if (strspn (mark + 2, "0123456789abcdefABCDEF") >= 4 && mark[6] == '_')
        {
          memcpy (digits, mark + 2, 4);
          c = (gunichar)strtoul (digits, NULL, 16);
          g_string_erase (text, (gssize)at, 7);
          /* Halves of a pair and zero are no characters. */
          g_string_insert_unichar (text, (gssize)at,
                                   c == 0 || !g_unichar_validate (c) ? 0xfffd : c);
          at += (gsize)g_unichar_to_utf8 (c == 0 || !g_unichar_validate (c) ? 0xfffd : c, NULL);
        }
      else
        at += 2;
      mark = strstr (text->str + at, "_x");
    }
}
