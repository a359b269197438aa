/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The writer of PDF: every page is a scene, painted by the painter of all scenes. */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "mezasu/language.h"
#include "mezasu/paint.h"
#include "pdf-private.h"
#include "report-private.h"
#include "slide-private.h"

/* One scene unit is 1/96 inch, as on a screen; PDF counts 1/72. */
#define POINTS 0.75

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe (cairo_surface_t *surface, const MzReport *self)
{
  const MzReportFacts *facts = mz_report_facts (self);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, facts->title);
  if (facts->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, facts->author);
  if (facts->mark != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, facts->mark);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Mezasu " MZ_VERSION);
  /* Equal reports are equal files: no clock. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
}

/* A name for page @index, which rows of the contents lead to: cairo knows no numbers of pages that are still to come. */
static void
name_page (cairo_t *cr, guint index)
{
  g_autofree char *name = g_strdup_printf ("name='page-%u'", index + 1);
  cairo_tag_begin (cr, CAIRO_TAG_DEST, name);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/* Rows of the contents lead to their pages. */
static void
link_rows (cairo_t *cr, const MzPage *page)
{
  guint target = 0;

  for (guint i = 0; i < page->blocks->len && target < page->targets->len; i++)
    {
      const MzBlock *block = g_ptr_array_index (page->blocks, i);
      double y;
      if (block->type != MZ_BLOCK_TABLE)
        continue;
      y = block->box.y + g_array_index (block->heights, double, 0);
      for (guint row = 1; row < block->heights->len && target < page->targets->len; row++)
        {
          double height = g_array_index (block->heights, double, row);
          g_autofree char *place = g_strdup_printf (
              "rect=[%d %d %d %d] dest='page-%u'", (int)(block->box.x * POINTS), (int)(y * POINTS),
              (int)(block->box.width * POINTS), (int)(height * POINTS),
              g_array_index (page->targets, guint, target++) + 1);
          cairo_tag_begin (cr, CAIRO_TAG_LINK, place);
          cairo_tag_end (cr, CAIRO_TAG_LINK);
          y += height;
        }
    }
}

GBytes *
mz_report_to_pdf (const MzReport *self, MzTheme theme, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const MzScene *first = mz_report_page (self, 0);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      write_bytes, bytes, mz_scene_width (first) * POINTS, mz_scene_height (first) * POINTS);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  gboolean wanted = TRUE;

  describe (surface, self);
  for (guint i = 0; i < mz_report_n_pages (self); i++)
    {
      const MzScene *page = mz_report_page (self, i);
      g_autofree char *place = g_strdup_printf ("page=%u", i + 1);
      wanted = mz_report_step (self, i, error);
      if (!wanted)
        break;
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, mz_scene_title (page), place,
                                     CAIRO_PDF_OUTLINE_FLAG_OPEN);
      cairo_save (cr);
      cairo_scale (cr, POINTS, POINTS);
      mz_scene_paint (page, cr, theme, NULL, NULL);
      cairo_restore (cr);
      name_page (cr, i);
      link_rows (cr, mz_report_nth (self, i));
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!wanted)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, MZ_ERROR, MZ_ERROR_INVALID_INPUT, _ ("The PDF could not be drawn: %s."),
                   cairo_status_to_string (status));
      return NULL;
    }
  mz_pdf_add_language (bytes, mz_slide_language ());
  return g_bytes_new (bytes->data, bytes->len);
}
