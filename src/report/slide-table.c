/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Tables of slides: real ones, with the columns, rows and rules of the page. */

#include "config.h"

#include "slide-private.h"

/* As on the page. */
#define PAD 8.0
#define ROW_PAD 3.5

static void
write_rule (MzSlide *self, const char *name, gboolean drawn)
{
  mz_slide_line (self, name, drawn ? MZ_COLOUR_HAIRLINE : MZ_COLOUR_NONE, 1, MZ_DASH_SOLID);
}

/* The start of a text that the page shortened, as one flowing text. The page's own breaks would fall amid lines where another
 * program sets letters wider; for the same reason a little less of it stands here. */
static char *
start_of (const MzShape *shape)
{
  g_autofree char *drawn = g_strjoinv ("", shape->lines);
  const glong shown = g_utf8_strlen (drawn, -1) * 93 / 100;
  const char *end = shape->text;
  g_autofree char *start = NULL;

  for (glong n = 0; n < shown && *end != '\0'; end = g_utf8_next_char (end))
    if (!g_unichar_isspace (g_utf8_get_char (end)))
      n++;
  start = g_strndup (shape->text, (gsize)(end - shape->text));
  g_strdelimit (g_strchomp (start), "\n", ' ');
  return g_strconcat (start, "…", NULL);
}

static void
write_text (MzSlide *self, const MzShape *shape)
{
  MzShape flowing = *shape;
  g_autofree char *start = NULL;

  if (shape->shortened && shape->text != NULL && g_utf8_validate (shape->text, -1, NULL))
    {
      flowing.text = start = start_of (shape);
      flowing.shortened = FALSE;
    }
  mz_slide_paragraphs (self, &flowing, FALSE);
}

static void
write_cell (MzSlide *self, const MzShape *shape, gboolean head, GPtrArray *notes)
{
  mz_markup_raw (self->x, "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>");
  write_text (self, shape);
  /* Measures of other fonts differ by a little; the margin on the free side gives way. */
  mz_markup_raw (self->x,
                 "</a:txBody><a:tcPr marL=\"%d\" marR=\"%d\" marT=\"%d\" marB=\"%d\" anchor=\"t\">",
                 mz_slide_emu (self, shape->align == MZ_ALIGN_END ? 1 : PAD),
                 mz_slide_emu (self, shape->align == MZ_ALIGN_END ? PAD : 1),
                 mz_slide_emu (self, ROW_PAD), mz_slide_emu (self, ROW_PAD));
  write_rule (self, "a:lnL", FALSE);
  write_rule (self, "a:lnR", FALSE);
  write_rule (self, "a:lnT", FALSE);
  write_rule (self, "a:lnB", !head);
  mz_slide_fill (self, head ? MZ_COLOUR_WASH : MZ_COLOUR_NONE);
  mz_markup_raw (self->x, "</a:tcPr></a:tc>");
  if (shape->shortened)
    g_ptr_array_add (notes, g_strdup (shape->text));
}

static void
write_frame (MzSlide *self, const MzBlock *block)
{
  mz_markup_raw (self->x, "<p:graphicFrame><p:nvGraphicFramePr>");
  mz_slide_name (self, block->name, block->name);
  mz_markup_raw (self->x, "<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/>"
                          "</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm>");
  mz_slide_place (self, block->box);
  mz_markup_raw (self->x, "</p:xfrm><a:graphic><a:graphicData "
                          "uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl>"
                          "<a:tblPr firstRow=\"1\"/><a:tblGrid>");
  for (guint i = 0; i < block->widths->len; i++)
    mz_markup_raw (self->x, "<a:gridCol w=\"%d\"/>",
                   mz_slide_emu (self, g_array_index (block->widths, double, i)));
  mz_markup_raw (self->x, "</a:tblGrid>");
}

void
mz_slide_table (MzSlide *self, const MzScene *scene, const MzBlock *block, GPtrArray *notes)
{
  guint cell = 0, end = block->first + block->n;

  write_frame (self, block);
  for (guint i = block->first; i < end; i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);
      guint row = cell / block->widths->len, column = cell % block->widths->len;
      if (shape->type != MZ_SHAPE_TEXT)
        continue;
      if (column == 0)
        mz_markup_raw (self->x, "<a:tr h=\"%d\">",
                       mz_slide_emu (self, g_array_index (block->heights, double, row)));
      write_cell (self, shape, row == 0, notes);
      if (column + 1 == block->widths->len)
        mz_markup_raw (self->x, "</a:tr>");
      cell++;
    }
  mz_markup_raw (self->x, "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>");
}
