/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Scenes as files: SVG, PNG, PDF. */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "paint-private.h"
#include "png-private.h"
#include "mezasu/render.h"

/* cairo fails beyond 32,767 pixels a side; memory asks for less. */
#define SIDE_MAX 16000.0
#define PIXELS_MAX 1e8

static const char *const endings[] = { "svg", "png", "pdf" };

gboolean
mz_image_format_from_name (const char *name, MzImageFormat *format)
{
  const char *dot = strrchr (name, '.');
  const char *ending = dot != NULL ? dot + 1 : name;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (ending, endings[i]) == 0)
      {
        *format = (MzImageFormat) i;
        return TRUE;
      }
  return FALSE;
}

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
surface_for (const MzScene *self, MzImageFormat format, double scale, GByteArray *bytes)
{
  double width = mz_scene_width (self), height = mz_scene_height (self);
  cairo_surface_t *surface;

  if (format == MZ_IMAGE_PNG)
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, mz_scene_title (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Mezasu " MZ_VERSION);
  /* Equal scenes are equal files: no clock. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
  return surface;
}

static gboolean
check_size (double width, double height, GError **error)
{
  if (isfinite (width) && isfinite (height) && width >= 1 && height >= 1 && width <= SIDE_MAX && height <= SIDE_MAX &&
      width * height <= PIXELS_MAX)
    return TRUE;
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT,
               _("A picture of %.0f × %.0f cannot be drawn; each side may have 1 to %.0f, both together %.0f million."),
               width, height, SIDE_MAX, PIXELS_MAX / 1e6);
  return FALSE;
}

static GBytes *
fail (const MzScene *self, const char *reason, GError **error)
{
  g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _("The picture “%s” could not be drawn: %s."),
               mz_scene_title (self), reason);
  return NULL;
}

static cairo_status_t
paint_on (const MzScene *self, cairo_surface_t *surface, MzTheme theme, double scale)
{
  MzRgba paper = mz_palette_colour (theme, MZ_COLOUR_PAPER);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  mz_scene_paint (self, cr, theme, NULL, NULL);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

GBytes *
mz_scene_render (const MzScene *self, MzTheme theme, MzImageFormat format, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) png = NULL;
  g_autofree char *reason = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;

  if (format != MZ_IMAGE_PNG)
    scale = 1;
  if (!check_size (mz_scene_width (self) * scale, mz_scene_height (self) * scale, error))
    return NULL;
  if (format == MZ_IMAGE_SVG)
    return g_string_free_to_bytes (mz_scene_to_svg (self, theme));
  surface = surface_for (self, format, scale, bytes);
  status = paint_on (self, surface, theme, scale);
  if (status == CAIRO_STATUS_SUCCESS && format == MZ_IMAGE_PNG)
    png = mz_png_write (surface, &reason);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS || reason != NULL)
    return fail (self, reason != NULL ? reason : cairo_status_to_string (status), error);
  return png != NULL ? g_steal_pointer (&png) : g_bytes_new (bytes->data, bytes->len);
}
