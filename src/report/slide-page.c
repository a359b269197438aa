/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A page as a slide: its message and remarks in placeholders, its pictures and tables as shapes, and its notes. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "slide-private.h"
#include "slide-template-private.h"

char *
mz_slide_part (guint index)
{
  return g_strdup_printf ("ppt/slides/slide%u.xml", index + 1);
}

static char *
notes_part (guint index)
{
  return g_strdup_printf ("ppt/notesSlides/notesSlide%u.xml", index + 1);
}

/* The one text of a block. */
static const MzShape *
text_of (const MzScene *scene, const MzBlock *block)
{
  for (guint i = 0; i < block->n; i++)
    if (mz_scene_shape (scene, block->first + i)->type == MZ_SHAPE_TEXT)
      return mz_scene_shape (scene, block->first + i);
  return NULL;
}

/* A placeholder up to its paragraphs. Those of our own master stand where the page has them; those of a firm's stand where
 * the firm has them. */
static void
open_placeholder (MzSlide *self, const char *name, const char *place, const MzBlock *block,
                  const MzShape *text)
{
  const MzSlideTemplate *slides = mz_report_facts (self->report)->slides;

  mz_markup_raw (self->x, "<p:sp><p:nvSpPr>");
  mz_slide_name (self, name, NULL);
  mz_markup_raw (self->x,
                 "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph %s/></p:nvPr>"
                 "</p:nvSpPr><p:spPr>",
                 place);
  if (self->own || (text->role == MZ_ROLE_TITLE && slides->own_title))
    {
      mz_markup_raw (self->x, "<a:xfrm>");
      mz_slide_place (self, (MzBox){block->box.x, text->y, block->box.width, text->height});
      mz_markup_raw (self->x, "</a:xfrm>");
    }
  mz_markup_raw (self->x, "</p:spPr><p:txBody><a:bodyPr><a:%s/></a:bodyPr><a:lstStyle/>",
                 self->own ? "noAutofit" : "normAutofit");
}

static void
close_placeholder (MzSlide *self)
{
  mz_markup_raw (self->x, "</p:txBody></p:sp>");
}

/* The number of the slide as a field, then what else stands in the foot. */
static void
write_number (MzSlide *self, const MzShape *text, guint index)
{
  const char *rest = text->text + strspn (text->text, "0123456789");

  mz_markup_raw (self->x,
                 "<a:p><a:pPr algn=\"r\"><a:lnSpc><a:spcPts val=\"%d\"/></a:lnSpc></a:pPr>"
                 "<a:fld id=\"{6B1D2C3E-4F50-4A61-9B72-8C83D94EA5F6}\" type=\"slidenum\">"
                 "<a:rPr lang=\"%s\" sz=\"%d\"/><a:t>%u</a:t></a:fld>",
                 mz_slide_points (self, text->line_height), mz_slide_language (),
                 mz_slide_points (self, text->size), index + 1);
  mz_slide_run (self, rest, text->size, text->weight, text->fill);
  mz_markup_raw (self->x, "</a:p>");
}

static void
write_foot (MzSlide *self, const MzBlock *block, const MzShape *text, guint index)
{
  const MzSlideTemplate *slides = mz_report_facts (self->report)->slides;
  g_autofree char *place = NULL;

  if (slides != NULL && slides->number_place < 0)
    {
      mz_markup_raw (self->x, "<p:sp><p:nvSpPr>");
      mz_slide_name (self, _ ("Slide number"), NULL);
      mz_markup_raw (self->x, "<p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>");
      mz_slide_place (self, (MzBox){block->box.x, text->y, block->box.width, text->height});
      mz_markup_raw (self->x, "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
                              "<a:noFill/></p:spPr><p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" "
                              "rIns=\"0\" bIns=\"0\"/><a:lstStyle/>");
    }
  else
    {
      place = slides != NULL ? g_strdup_printf ("type=\"sldNum\" sz=\"quarter\" idx=\"%d\"",
                                                slides->number_place)
                             : g_strdup ("type=\"sldNum\" sz=\"quarter\" idx=\"14\"");
      open_placeholder (self, _ ("Slide number"), place, block, text);
    }
  write_number (self, text, index);
  close_placeholder (self);
}

static const struct
{
  MzBlockType type;
  const char *name;
  const char *place;
} places[] = {
    {MZ_BLOCK_TITLE, N_ ("Message"), "type=\"title\""},
    {MZ_BLOCK_SUBTITLE, N_ ("Answer"), "type=\"body\" sz=\"quarter\" idx=\"10\""},
    {MZ_BLOCK_KICKER, N_ ("Subject"), "type=\"body\" sz=\"quarter\" idx=\"11\""},
    {MZ_BLOCK_MARK, N_ ("Confidentiality"), "type=\"body\" sz=\"quarter\" idx=\"12\""},
    {MZ_BLOCK_NOTE, N_ ("Remark"), "type=\"body\" sz=\"quarter\" idx=\"13\""},
};

static gboolean
write_place (MzSlide *self, const MzScene *scene, const MzBlock *block)
{
  const MzShape *text = text_of (scene, block);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].type == block->type)
      {
        if (text == NULL || text->text == NULL || *text->text == '\0')
          return TRUE;
        /* A firm's layout surely has a title; for the rest it has no places of its own. */
        if (!self->own && block->type != MZ_BLOCK_TITLE)
          return FALSE;
        open_placeholder (self, _ (places[i].name), places[i].place, block, text);
        self->plain = !self->own;
        mz_slide_paragraphs (self, text, FALSE);
        self->plain = FALSE;
        close_placeholder (self);
        return TRUE;
      }
  return FALSE;
}

static void
write_block (MzSlide *self, const MzScene *scene, const MzBlock *block, guint index,
             GPtrArray *notes)
{
  const MzShape *text;

  if (block->type == MZ_BLOCK_GROUND || write_place (self, scene, block))
    return;
  if (block->type == MZ_BLOCK_GROUP)
    mz_slide_group (self, scene, block);
  else if (block->type == MZ_BLOCK_TABLE)
    mz_slide_table (self, scene, block, notes);
  else if (block->type == MZ_BLOCK_FOOT && (text = text_of (scene, block)) != NULL)
    write_foot (self, block, text, index);
  else
    mz_slide_shapes (self, scene, block->first, block->n);
}

/* A sheet of paper under all but the title. */
static void
write_ground (MzSlide *self, const MzPageFrame *frame)
{
  const double margin = 8, top = frame->kicker_y - margin;

  mz_markup_raw (self->x, "<p:sp><p:nvSpPr>");
  mz_slide_name (self, _ ("Ground"), NULL);
  mz_markup_raw (self->x, "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>");
  mz_slide_place (self, (MzBox){frame->x - margin, top, frame->inner + 2 * margin,
                                frame->note_y + 16 + margin - top});
  mz_markup_raw (self->x, "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
  mz_slide_fill (self, MZ_COLOUR_PAPER);
  mz_markup_raw (self->x, "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>");
}

/* The message first, as it is read first; then blocks and single shapes in their order. */
static void
write_content (MzSlide *self, const MzPage *page, guint index, GPtrArray *notes)
{
  const MzSlideTemplate *slides = mz_report_facts (self->report)->slides;
  guint at = 0;

  if (slides != NULL && slides->busy)
    write_ground (self, &slides->frame);
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const MzBlock *block = g_ptr_array_index (page->blocks, i);
      if (block->type == MZ_BLOCK_TITLE)
        write_block (self, page->scene, block, index, notes);
    }
  for (guint i = 0; i < page->blocks->len; i++)
    {
      const MzBlock *block = g_ptr_array_index (page->blocks, i);
      mz_slide_shapes (self, page->scene, at, block->first - at);
      if (block->type != MZ_BLOCK_TITLE)
        write_block (self, page->scene, block, index, notes);
      at = block->first + block->n;
    }
  mz_slide_shapes (self, page->scene, at, mz_scene_n_shapes (page->scene) - at);
}

static void
open_tree (MzMarkup *x)
{
  mz_markup_raw (x,
                 "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/>"
                 "<p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                 "<a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/>"
                 "</a:xfrm></p:grpSpPr>");
}

static void
close_tree (MzMarkup *x)
{
  mz_markup_raw (x, "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
}

static void
write_paragraph (MzMarkup *x, const char *text)
{
  mz_markup_raw (x, "<a:p><a:r><a:rPr lang=\"%s\"/>", mz_slide_language ());
  mz_markup_open (x, "a:t");
  mz_markup_text (x, text);
  mz_markup_close (x);
  mz_markup_raw (x, "</a:r></a:p>");
}

/* A text of the notes may have line feeds of its own; each starts a paragraph. */
static void
write_note (MzMarkup *x, const char *text)
{
  g_autofree char *clean = mz_markup_clean (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      write_paragraph (x, lines[i]);
}

static GBytes *
write_notes (const MzPage *page, GPtrArray *more)
{
  g_autoptr (MzMarkup) x = mz_markup_new ();

  mz_markup_raw (x, "<p:notes " MZ_NAMESPACES ">");
  open_tree (x);
  mz_markup_raw (x, "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks "
                    "noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph "
                    "type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>"
                    "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks "
                    "noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr>"
                    "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>");
  write_note (x, mz_scene_title (page->scene));
  for (guint i = 0; i < page->notes->len; i++)
    write_note (x, g_ptr_array_index (page->notes, i));
  if (more->len > 0)
    write_note (x, _ ("Whole texts of cells that are shortened in the table:"));
  for (guint i = 0; i < more->len; i++)
    write_note (x, g_ptr_array_index (more, i));
  /* A text must have a paragraph. */
  mz_markup_raw (x, "<a:p><a:endParaRPr lang=\"%s\"/></a:p></p:txBody></p:sp>",
                 mz_slide_language ());
  close_tree (x);
  mz_markup_raw (x, "</p:notes>");
  return mz_markup_finish (x);
}

static const char *
layout_part (MzSlide *self, const MzPage *page)
{
  const MzSlideTemplate *slides = mz_report_facts (self->report)->slides;

  if (slides != NULL)
    return slides->layout;
  for (guint i = 0; i < page->blocks->len; i++)
    if (((const MzBlock *)g_ptr_array_index (page->blocks, i))->type == MZ_BLOCK_SUBTITLE)
      return "ppt/slideLayouts/slideLayout1.xml";
  return "ppt/slideLayouts/slideLayout2.xml";
}

static void
relate (MzSlide *self, MzPackage *package, const MzPage *page, const char *slide, const char *notes)
{
  const MzSlideTemplate *slides = mz_report_facts (self->report)->slides;
  const char *master = slides != NULL && slides->notes_master != NULL
                           ? slides->notes_master
                           : "ppt/notesMasters/notesMaster1.xml";

  mz_package_relate (package, slide, MZ_REL "slideLayout", layout_part (self, page));
  mz_package_relate (package, slide, MZ_REL "notesSlide", notes);
  mz_package_relate (package, notes, MZ_REL "notesMaster", master);
  mz_package_relate (package, notes, MZ_REL "slide", slide);
}

void
mz_slide_write (MzSlide *self, MzPackage *package, guint index)
{
  const MzPage *page = mz_report_nth (self->report, index);
  g_autoptr (MzMarkup) x = mz_markup_new ();
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *slide = mz_slide_part (index);
  g_autofree char *notes = notes_part (index);

  self->x = x;
  self->n_shapes = 0;
  mz_markup_raw (x, "<p:sld " MZ_NAMESPACES ">");
  open_tree (x);
  write_content (self, page, index, more);
  close_tree (x);
  mz_markup_raw (x, "</p:sld>");
  mz_package_add (package, slide, MZ_TYPE_OF ("slide"), mz_markup_finish (x));
  mz_package_add (package, notes, MZ_TYPE_OF ("notesSlide"), write_notes (page, more));
  relate (self, package, page, slide, notes);
  self->x = NULL;
}
