/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Writing XML by libxml2. */

#include "config.h"

#include "markup-private.h"

#include <libxml/xmlwriter.h>

struct _MzMarkup
{
  xmlBufferPtr buffer;
  xmlTextWriterPtr writer;
  gboolean failed;
};

static void
check (MzMarkup *self, int written)
{
  if (written < 0)
    self->failed = TRUE;
}

MzMarkup *
mz_markup_new (void)
{
  MzMarkup *self = g_new0 (MzMarkup, 1);
  self->buffer = xmlBufferCreate ();
  self->writer = self->buffer != NULL ? xmlNewTextWriterMemory (self->buffer, 0) : NULL;
  /* An address space without room for an empty buffer has none for the program either. */
  g_assert (self->writer != NULL);
  check (self,
         xmlTextWriterWriteRaw (self->writer, BAD_CAST
                                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"));
  return self;
}

void
mz_markup_free (MzMarkup *self)
{
  if (self == NULL)
    return;
  xmlFreeTextWriter (self->writer);
  xmlBufferFree (self->buffer);
  g_free (self);
}

static gboolean
is_override (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
         c == 0x200f || c == 0xfeff;
}

/* XML 1.0, production 2, less what no page shows: the controls from 0x7f on and non-characters. */
static gboolean
is_carried (gunichar c)
{
  return c == '\t' || c == '\n' ||
         (c >= 0x20 && !(c >= 0x7f && c < 0xa0) && (c & 0xfffe) != 0xfffe &&
          !(c >= 0xfdd0 && c <= 0xfdef));
}

char *
mz_markup_clean (const char *text)
{
  g_autofree char *valid =
      text == NULL || g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid != NULL  ? valid
                       : text != NULL ? text
                                      : "";
       *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == '\r')
        g_string_append (clean, p[1] == '\n' ? "" : "\n");
      else if (!is_override (c))
        g_string_append_unichar (clean, is_carried (c) ? c : 0xfffd);
    }
  return g_string_free (clean, FALSE);
}

void
mz_markup_open (MzMarkup *self, const char *element)
{
  check (self, xmlTextWriterStartElement (self->writer, BAD_CAST element));
}

void
mz_markup_attribute (MzMarkup *self, const char *name, const char *text)
{
  g_autofree char *clean = mz_markup_clean (text);
  check (self, xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST clean));
}

void
mz_markup_text (MzMarkup *self, const char *text)
{
  g_autofree char *clean = mz_markup_clean (text);
  check (self, xmlTextWriterWriteString (self->writer, BAD_CAST clean));
}

void
mz_markup_close (MzMarkup *self)
{
  check (self, xmlTextWriterEndElement (self->writer));
}

void
mz_markup_raw (MzMarkup *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  check (self, xmlTextWriterWriteRaw (self->writer, BAD_CAST text));
}

GBytes *
mz_markup_finish (MzMarkup *self)
{
  check (self, xmlTextWriterEndDocument (self->writer));
  check (self, xmlTextWriterFlush (self->writer));
  if (self->failed)
    return NULL;
  return g_bytes_new (xmlBufferContent (self->buffer), (gsize)xmlBufferLength (self->buffer));
}
