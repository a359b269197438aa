/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * PNG files (ISO/IEC 15948). cairo and libpng pack with zlib, which takes several times as long as the drawing; charts are
 * flat areas, which libdeflate packs as well in a fraction of that. One chunk each: what the picture is, its lines, the
 * end. */

#include "config.h"

#include "png-private.h"

#include <glib/gi18n-lib.h>
#include <libdeflate.h>
#include <string.h>

/* Its quickest way of packing; better ones save a tenth of a chart. */
#define LEVEL 1
/* Each line is written as its difference from the one above, which is nothing in flat areas. */
#define FILTER_UP 2
#define COLOURS 3
#define CHUNK_EXTRA 12 /* length, type and checksum of a chunk */
#define HEADER_BYTES 13

static const guint8 signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

/* The three colours of every pixel of a line, one byte each, from cairo's words of 32 bits. */
static void
read_line (const guint32 *from, guint width, guint8 *to)
{
  for (guint x = 0; x < width; x++)
    {
      to[COLOURS * x] = (guint8)(from[x] >> 16);
      to[COLOURS * x + 1] = (guint8)(from[x] >> 8);
      to[COLOURS * x + 2] = (guint8)from[x];
    }
}

/* All lines, each behind the number of its filter. */
static guint8 *
filtered_lines (cairo_surface_t *surface, guint width, guint height)
{
  gsize line = (gsize)width * COLOURS;
  guint8 *lines = g_malloc ((line + 1) * height), *to = lines;
  g_autofree guint8 *above = g_malloc0 (line), *here = g_malloc (line);
  const guint8 *from = cairo_image_surface_get_data (surface);

  for (guint y = 0; y < height; y++, from += cairo_image_surface_get_stride (surface))
    {
      read_line ((const guint32 *)(gconstpointer)from, width, here);
      *to++ = FILTER_UP;
      for (gsize i = 0; i < line; i++)
        to[i] = (guint8)(here[i] - above[i]);
      to += line;
      guint8 *read = here;
      here = above;
      above = read;
    }
  return lines;
}

static guint8 *
put_number (guint8 *to, guint32 number)
{
  guint32 in_order = GUINT32_TO_BE (number);
  memcpy (to, &in_order, sizeof in_order);
  return to + sizeof in_order;
}

/* Completes a chunk whose @length bytes stand at @to + 8 already; returns where the next one begins. */
static guint8 *
put_chunk (guint8 *to, const char *type, gsize length)
{
  guint8 *start = put_number (to, (guint32)length);
  memcpy (start, type, 4);
  return put_number (start + 4 + length, libdeflate_crc32 (0, start, 4 + length));
}

GBytes *
mz_png_write (cairo_surface_t *surface, char **reason)
{
  guint width = (guint)cairo_image_surface_get_width (surface);
  guint height = (guint)cairo_image_surface_get_height (surface);
  gsize size = ((gsize)width * COLOURS + 1) * height;
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (LEVEL);

  if (compressor == NULL)
    {
      *reason = g_strdup (_ ("there is not enough memory"));
      return NULL;
    }
  cairo_surface_flush (surface);
  g_autofree guint8 *lines = filtered_lines (surface, width, height);
  gsize bound = libdeflate_zlib_compress_bound (compressor, size);
  guint8 *file = g_malloc (sizeof signature + 3 * CHUNK_EXTRA + HEADER_BYTES + bound), *to = file;
  memcpy (to, signature, sizeof signature);
  to += sizeof signature;
  /* Eight bits of red, green and blue, the one way of packing, of filtering, lines from top to bottom. */
  static const guint8 kind[] = {8, 2, 0, 0, 0};
  memcpy (put_number (put_number (to + 8, width), height), kind, sizeof kind);
  to = put_chunk (to, "IHDR", HEADER_BYTES);
  to = put_chunk (to, "IDAT", libdeflate_zlib_compress (compressor, lines, size, to + 8, bound));
  to = put_chunk (to, "IEND", 0);
  libdeflate_free_compressor (compressor);
  return g_bytes_new_take (g_realloc (file, (gsize)(to - file)), (gsize)(to - file));
}
