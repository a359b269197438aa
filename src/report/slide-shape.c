/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Shapes of a scene as shapes of a slide, which a person can select, move, colour and type into. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "slide-private.h"

/* Share of the radius that the text box of a rounded rectangle lies inside (1 - cos 45°). */
#define CORNER 0.29289
#define NAME_LENGTH 60

void
mz_slide_name (MzSlide *self, const char *name, const char *description)
{
  /* The tree of shapes is number 1. */
  g_autofree char *id = g_strdup_printf ("%u", ++self->n_shapes + 1);
  g_autofree char *brief = mz_markup_clean (name);

  if (g_utf8_strlen (brief, -1) > NAME_LENGTH)
    *g_utf8_offset_to_pointer (brief, NAME_LENGTH) = '\0';
  g_strdelimit (brief, "\n\t", ' ');
  mz_markup_open (self->x, "p:cNvPr");
  mz_markup_attribute (self->x, "id", id);
  mz_markup_attribute (self->x, "name", brief);
  if (description != NULL && *description != '\0')
    mz_markup_attribute (self->x, "descr", description);
  mz_markup_close (self->x);
}

void
mz_slide_place (MzSlide *self, MzBox box)
{
  int x = mz_slide_emu (self, box.x), y = mz_slide_emu (self, box.y);
  mz_markup_raw (self->x, "<a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/>", x, y,
                 mz_slide_emu (self, box.x + box.width) - x,
                 mz_slide_emu (self, box.y + box.height) - y);
}

/* What a shape is called in the list of shapes. */
static const char *
name_of (const MzShape *shape)
{
  static const char *const roles[] = {
      [MZ_ROLE_DECORATION] = N_ ("Ground"), [MZ_ROLE_AXIS] = N_ ("Axis"),
      [MZ_ROLE_LABEL] = N_ ("Label"),       [MZ_ROLE_TITLE] = N_ ("Heading"),
      [MZ_ROLE_CELL] = N_ ("Field"),        [MZ_ROLE_MARK] = N_ ("Mark"),
      [MZ_ROLE_LINK] = N_ ("Connection"),
  };
  if (shape->type == MZ_SHAPE_TEXT && shape->text != NULL && *shape->text != '\0')
    return shape->text;
  return shape->tooltip != NULL && *shape->tooltip != '\0' ? shape->tooltip
                                                           : _ (roles[shape->role]);
}

static void
open_shape (MzSlide *self, const MzShape *shape, gboolean text_box)
{
  mz_markup_raw (self->x, "<p:sp><p:nvSpPr>");
  mz_slide_name (self, name_of (shape),
                 shape->type == MZ_SHAPE_TEXT && shape->shortened ? shape->text : shape->tooltip);
  mz_markup_raw (self->x, "<p:cNvSpPr%s/><p:nvPr/></p:nvSpPr><p:spPr>",
                 text_box ? " txBox=\"1\"" : "");
}

static gboolean
is_straight (const MzShape *shape)
{
  return shape->steps != NULL && shape->steps->len == 2 &&
         g_array_index (shape->steps, MzPathStep, 0).op == MZ_PATH_MOVE &&
         g_array_index (shape->steps, MzPathStep, 1).op == MZ_PATH_LINE;
}

static void
write_connector (MzSlide *self, const MzShape *shape)
{
  const MzPathStep *from = &g_array_index (shape->steps, MzPathStep, 0);
  const MzPathStep *to = &g_array_index (shape->steps, MzPathStep, 1);

  mz_markup_raw (self->x, "<p:cxnSp><p:nvCxnSpPr>");
  mz_slide_name (self, name_of (shape), shape->tooltip);
  mz_markup_raw (self->x, "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm%s%s>",
                 to->x < from->x ? " flipH=\"1\"" : "", to->y < from->y ? " flipV=\"1\"" : "");
  mz_slide_place (self, (MzBox){MIN (from->x, to->x), MIN (from->y, to->y), fabs (to->x - from->x),
                                fabs (to->y - from->y)});
  mz_markup_raw (self->x, "</a:xfrm><a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>");
  mz_slide_line (self, "a:ln", shape->stroke, shape->line_width, shape->dash);
  mz_markup_raw (self->x, "</p:spPr></p:cxnSp>");
}

static void
write_point (MzSlide *self, const MzShape *shape, double x, double y)
{
  mz_markup_raw (self->x, "<a:pt x=\"%d\" y=\"%d\"/>", mz_slide_emu (self, x - shape->x),
                 mz_slide_emu (self, y - shape->y));
}

static void
write_steps (MzSlide *self, const MzShape *shape)
{
  for (guint i = 0; i < shape->steps->len; i++)
    {
      const MzPathStep *step = &g_array_index (shape->steps, MzPathStep, i);
      static const char *const names[] = {[MZ_PATH_MOVE] = "moveTo",
                                          [MZ_PATH_LINE] = "lnTo",
                                          [MZ_PATH_CURVE] = "cubicBezTo",
                                          [MZ_PATH_CLOSE] = "close"};
      mz_markup_raw (self->x, "<a:%s>", names[step->op]);
      if (step->op == MZ_PATH_CURVE)
        {
          write_point (self, shape, step->x1, step->y1);
          write_point (self, shape, step->x2, step->y2);
        }
      if (step->op != MZ_PATH_CLOSE)
        write_point (self, shape, step->x, step->y);
      mz_markup_raw (self->x, "</a:%s>", names[step->op]);
    }
}

static void
write_path (MzSlide *self, const MzShape *shape)
{
  /* A flat path has an extent all the same, or its points would have no scale. */
  MzBox box = {shape->x, shape->y, MAX (shape->width, 0.01), MAX (shape->height, 0.01)};

  mz_markup_raw (self->x, "<a:xfrm>");
  mz_slide_place (self, box);
  mz_markup_raw (self->x,
                 "</a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
                 "<a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"%d\" h=\"%d\"%s>",
                 MAX (mz_slide_emu (self, box.width), 1), MAX (mz_slide_emu (self, box.height), 1),
                 shape->fill == MZ_COLOUR_NONE ? " fill=\"none\"" : "");
  write_steps (self, shape);
  mz_markup_raw (self->x, "</a:path></a:pathLst></a:custGeom>");
}

static void
write_form (MzSlide *self, const MzShape *shape)
{
  MzBox box = {shape->x, shape->y, shape->width, shape->height};
  double least = MIN (box.width, box.height);

  if (shape->type == MZ_SHAPE_PATH)
    {
      write_path (self, shape);
      return;
    }
  mz_markup_raw (self->x, "<a:xfrm>");
  mz_slide_place (self, box);
  mz_markup_raw (self->x, "</a:xfrm>");
  if (shape->type == MZ_SHAPE_RECTANGLE && shape->radius > 0 && least > 0)
    mz_markup_raw (self->x,
                   "<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val %d\"/>"
                   "</a:avLst></a:prstGeom>",
                   (int)(MIN (shape->radius / least, 0.5) * 100000));
  else
    mz_markup_raw (self->x, "<a:prstGeom prst=\"%s\"><a:avLst/></a:prstGeom>",
                   shape->type == MZ_SHAPE_ELLIPSE ? "ellipse" : "rect");
}

static void
write_inset_body (MzSlide *self, const MzShape *text, double left, double top, double right)
{
  mz_markup_raw (self->x,
                 "<p:txBody><a:bodyPr wrap=\"none\" lIns=\"%d\" tIns=\"%d\" rIns=\"%d\" bIns=\"0\" "
                 "rtlCol=\"0\" anchor=\"t\"><a:noAutofit/></a:bodyPr><a:lstStyle/>",
                 mz_slide_emu (self, MAX (left, 0)), mz_slide_emu (self, MAX (top, 0)),
                 mz_slide_emu (self, MAX (right, 0)));
  mz_slide_paragraphs (self, text, TRUE);
  mz_markup_raw (self->x, "</p:txBody>");
}

/* How far the text box that a form has by itself lies inside it. */
static double
own_inset (const MzShape *form)
{
  return MIN (form->radius, MIN (form->width, form->height) / 2) * CORNER;
}

/* Whether @text can be the text of @form: then both move together. */
static gboolean
is_text_of (const MzShape *form, const MzShape *text)
{
  double inset = own_inset (form), centre = form->x + form->width / 2;

  if (text->type != MZ_SHAPE_TEXT || form->fill == MZ_COLOUR_NONE || form->record == NULL ||
      g_strcmp0 (form->record, text->record) != 0 ||
      text->y + text->height > form->y + form->height + 1)
    return FALSE;
  if (form->type == MZ_SHAPE_ELLIPSE)
    return text->align == MZ_ALIGN_MIDDLE && g_strv_length (text->lines) == 1 &&
           fabs (text->x + text->width / 2 - centre) < 1 &&
           fabs (text->y + text->height / 2 - form->y - form->height / 2) < 3;
  return form->type == MZ_SHAPE_RECTANGLE && text->x >= form->x + inset &&
         text->y >= form->y + inset && text->x + text->width <= form->x + form->width - inset + 1;
}

static void
write_own_body (MzSlide *self, const MzShape *form, const MzShape *text)
{
  double inset = own_inset (form), left, right, slack;

  if (form->type == MZ_SHAPE_ELLIPSE)
    {
      mz_markup_raw (
          self->x, "<p:txBody><a:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" "
                   "rtlCol=\"0\" anchor=\"ctr\"><a:noAutofit/></a:bodyPr><a:lstStyle/>");
      mz_slide_paragraphs (self, text, TRUE);
      mz_markup_raw (self->x, "</p:txBody>");
      return;
    }
  left = text->x - form->x - inset;
  right = form->x + form->width - text->x - text->width - inset;
  /* Fonts of other machines are a little wider: what room there is, is the text's. */
  slack = MIN (MIN (left, right), text->width * 0.1);
  if (text->align != MZ_ALIGN_START)
    left -= text->align == MZ_ALIGN_MIDDLE ? slack : MIN (left, text->width * 0.1);
  if (text->align != MZ_ALIGN_END)
    right -= text->align == MZ_ALIGN_MIDDLE ? slack : MIN (right, text->width * 0.1);
  write_inset_body (self, text, left, text->y - form->y - inset, right);
}

static void
write_text_box (MzSlide *self, const MzShape *shape)
{
  /* Room to spare for wider fonts, on the side where the lines are free. */
  double spare = MAX (shape->width * 0.1, 8);
  MzBox box = {shape->x, shape->y, shape->width + spare, shape->height};

  if (shape->text == NULL || *shape->text == '\0')
    return;
  if (shape->align == MZ_ALIGN_END)
    box.x -= spare;
  else if (shape->align == MZ_ALIGN_MIDDLE)
    {
      box.x -= spare;
      box.width += spare;
    }
  open_shape (self, shape, TRUE);
  mz_markup_raw (self->x, "<a:xfrm>");
  mz_slide_place (self, box);
  mz_markup_raw (self->x,
                 "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>");
  write_inset_body (self, shape, 0, 0, 0);
  mz_markup_raw (self->x, "</p:sp>");
}

static void
write_closed (MzSlide *self, const MzShape *shape, const MzShape *text)
{
  open_shape (self, shape, FALSE);
  write_form (self, shape);
  mz_slide_fill (self, shape->fill);
  mz_slide_line (self, "a:ln", shape->stroke, shape->line_width, shape->dash);
  mz_markup_raw (self->x, "</p:spPr>");
  if (text != NULL)
    write_own_body (self, shape, text);
  mz_markup_raw (self->x, "</p:sp>");
}

void
mz_slide_shapes (MzSlide *self, const MzScene *scene, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    {
      const MzShape *shape = mz_scene_shape (scene, i);
      const MzShape *next = i + 1 < first + n ? mz_scene_shape (scene, i + 1) : NULL;
      if (shape->type == MZ_SHAPE_TEXT)
        write_text_box (self, shape);
      else if (shape->type == MZ_SHAPE_PATH && is_straight (shape))
        write_connector (self, shape);
      else if (next != NULL && is_text_of (shape, next))
        {
          write_closed (self, shape, next);
          i++;
        }
      else
        write_closed (self, shape, NULL);
    }
}

void
mz_slide_group (MzSlide *self, const MzScene *scene, const MzBlock *block)
{
  mz_markup_raw (self->x, "<p:grpSp><p:nvGrpSpPr>");
  mz_slide_name (self, block->name, block->description);
  mz_markup_raw (self->x, "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>");
  mz_slide_place (self, block->box);
  {
    int x = mz_slide_emu (self, block->box.x), y = mz_slide_emu (self, block->box.y);
    mz_markup_raw (self->x, "<a:chOff x=\"%d\" y=\"%d\"/><a:chExt cx=\"%d\" cy=\"%d\"/>", x, y,
                   mz_slide_emu (self, block->box.x + block->box.width) - x,
                   mz_slide_emu (self, block->box.y + block->box.height) - y);
  }
  mz_markup_raw (self->x, "</a:xfrm></p:grpSpPr>");
  mz_slide_shapes (self, scene, block->first, block->n);
  mz_markup_raw (self->x, "</p:grpSp>");
}
