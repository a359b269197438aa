/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The language of a PDF, which readers of screens ask for: cairo 1.16 has no word for it. It is added as PDF adds whatever
 * comes later, by an incremental update (ISO 32000-1, 7.5.6): a new catalogue, its place, and a trailer that points back. */

#include "config.h"

#include <string.h>

#include "pdf-private.h"

/* The last @what before @end, NULL when there is none. */
static const char *
last_of (const char *data, gsize end, const char *what)
{
  gsize length = strlen (what);

  for (gsize at = end < length ? 0 : end - length + 1; at > 0; at--)
    if (memcmp (data + at - 1, what, length) == 0)
      return data + at - 1;
  return NULL;
}

/* The number behind @key in the trailer; 0, which no file has, when it is not there. */
static guint64
number_behind (const char *trailer, const char *key)
{
  const char *at = trailer != NULL ? strstr (trailer, key) : NULL;

  return at != NULL ? g_ascii_strtoull (at + strlen (key), NULL, 10) : 0;
}

/* The inside of the dictionary of object @number, which cairo writes without any dictionary inside it. */
static char *
dictionary_of (GByteArray *pdf, const char *trailer, guint64 number)
{
  const char *data = (const char *)pdf->data;
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<<", number);
  const char *start = last_of (data, (gsize)(trailer - data), head);
  const char *end = start != NULL ? strstr (start, "\n>>\nendobj") : NULL;

  if (end == NULL)
    return NULL;
  start += strlen (head);
  return g_strndup (start, (gsize)(end - start));
}

void
mz_pdf_add_language (GByteArray *pdf, const char *language)
{
  const char *data;
  const char *trailer;
  guint64 root, size, info, before;
  gsize place;
  g_autofree char *catalogue = NULL;
  g_autofree char *object = NULL;
  g_autofree char *rest = NULL;

  /* Texts are looked for in bytes: nothing must be read behind them. */
  g_byte_array_append (pdf, (const guint8 *)"", 1);
  g_byte_array_set_size (pdf, pdf->len - 1);
  data = (const char *)pdf->data;
  trailer = last_of (data, pdf->len, "\ntrailer\n");
  root = number_behind (trailer, "/Root ");
  size = number_behind (trailer, "/Size ");
  info = number_behind (trailer, "/Info ");
  before = number_behind (trailer, "startxref\n");
  catalogue =
      trailer != NULL && root != 0 && before != 0 ? dictionary_of (pdf, trailer, root) : NULL;
  if (catalogue == NULL || strstr (catalogue, "/Lang") != NULL)
    return;
  place = pdf->len;
  object = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj\n<<%s\n   /Lang (%s)\n"
                            "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                            root, catalogue, language);
  rest = g_strdup_printf (
      "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \ntrailer\n<< /Size "
      "%" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n   /Info %" G_GUINT64_FORMAT
      " 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      root, place, size, root, info, before, place + strlen (object));
  g_byte_array_append (pdf, (const guint8 *)object, (guint)strlen (object));
  g_byte_array_append (pdf, (const guint8 *)rest, (guint)strlen (rest));
}
