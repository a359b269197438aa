/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * PNG files. cairo has but one setting, which takes several times as long as the drawing; charts are flat areas, which the
 * quick setting of libpng packs nearly as well. */

#include "config.h"

#include "png-private.h"

#include <png.h>

/* The three colours of every pixel, one byte each, from cairo's words of 32 bits. */
static guint8 *
colours_of (cairo_surface_t *surface, guint width, guint height)
{
  guint8 *colours = g_malloc_n ((gsize)width * height, 3);
  guint8 *to = colours;
  const guint8 *data = cairo_image_surface_get_data (surface);
  for (guint y = 0; y < height; y++)
    {
      const guint32 *from =
          (const void *)(data + (gsize)y * (gsize)cairo_image_surface_get_stride (surface));
      for (guint x = 0; x < width; x++, to += 3)
        {
          to[0] = (guint8)(from[x] >> 16);
          to[1] = (guint8)(from[x] >> 8);
          to[2] = (guint8)from[x];
        }
    }
  return colours;
}

GBytes *
mz_png_write (cairo_surface_t *surface, char **reason)
{
  png_image image = {.version = PNG_IMAGE_VERSION,
                     .format = PNG_FORMAT_RGB,
                     .flags = PNG_IMAGE_FLAG_FAST,
                     .width = (guint)cairo_image_surface_get_width (surface),
                     .height = (guint)cairo_image_surface_get_height (surface)};
  cairo_surface_flush (surface);
  g_autofree guint8 *colours = colours_of (surface, image.width, image.height);
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX (image);
  g_autofree guint8 *file = g_malloc (size);
  gboolean written = png_image_write_to_memory (&image, file, &size, 0, colours, 0, NULL) != 0;
  *reason = written ? NULL : g_strdup (image.message);
  png_image_free (&image);
  return written ? g_bytes_new (file, size) : NULL;
}
