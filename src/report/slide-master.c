/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Our own master with its layouts, its theme, and the master of notes. Places are those of the frame of a page. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/language.h"
#include "mezasu/paint.h"
#include "slide-private.h"

/* Latin letters: the face that the pages are measured with; where it is missing, its nature says what to take instead.
 * Japanese alike: programs take the list of scripts only for an empty name, and not all of them do. */
#define FACE(element)                                                                              \
  "<a:" element " typeface=\"Noto Sans CJK JP\" panose=\"020B0500000000000000\" "                  \
  "pitchFamily=\"34\" charset=\"-128\"/>"

#define COLOUR_MAP                                                                                 \
  "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" "                 \
  "accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" "               \
  "accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"

#define EMPTY_TREE                                                                                 \
  "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"               \
  "<p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" "         \
  "y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>"

static void
write_theme_colours (MzMarkup *x, MzTheme theme)
{
  const char *slot;
  MzColour colour;

  mz_markup_raw (x, "<a:clrScheme name=\"Mezasu\">");
  for (guint i = 0; (colour = mz_slide_theme_slot (i, &slot)) != MZ_COLOUR_NONE; i++)
    {
      MzRgba rgba = mz_palette_colour (theme, colour);
      mz_markup_raw (x, "<a:%s><a:srgbClr val=\"%02X%02X%02X\"/></a:%s>", slot,
                     (guint)(rgba.red * 255 + 0.5), (guint)(rgba.green * 255 + 0.5),
                     (guint)(rgba.blue * 255 + 0.5), slot);
    }
  mz_markup_raw (x, "</a:clrScheme>");
}

static void
write_fonts (MzMarkup *x, const char *element)
{
  mz_markup_raw (x,
                 "<a:%s>" FACE ("latin")
                     FACE ("ea") "<a:cs typeface=\"\"/>"
                                 "<a:font script=\"Jpan\" typeface=\"游ゴシック\"/></a:%s>",
                 element, element);
}

static GBytes *
make_theme (MzTheme theme)
{
  /* Three of each: what the format asks for at least. */
  static const char formats[] =
      "<a:fmtScheme name=\"Mezasu\"><a:fillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/>"
      "</a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill>"
      "<a:schemeClr val=\"phClr\"/></a:solidFill></a:fillStyleLst><a:lnStyleLst>"
      "<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"
      "<a:ln w=\"19050\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"
      "<a:ln w=\"28575\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"
      "</a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle>"
      "<a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>"
      "</a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
      "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr "
      "val=\"phClr\"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>";
  g_autoptr (MzMarkup) x = mz_markup_new ();

  mz_markup_raw (x, "<a:theme xmlns:a=\"" MZ_NS_A "\" name=\"Mezasu\"><a:themeElements>");
  write_theme_colours (x, theme);
  mz_markup_raw (x, "<a:fontScheme name=\"Mezasu\">");
  write_fonts (x, "majorFont");
  write_fonts (x, "minorFont");
  mz_markup_raw (x, "</a:fontScheme>%s</a:themeElements></a:theme>", formats);
  return mz_markup_finish (x);
}

/* A placeholder with its place, its sample text and the look of that text. */
static void
write_place (MzSlide *self, const char *name, const char *place, MzBox box, const char *sample,
             double size, MzWeight weight, const char *align, MzColour colour)
{
  MzMarkup *x = self->x;

  mz_markup_raw (x, "<p:sp><p:nvSpPr>");
  mz_slide_name (self, name, NULL);
  mz_markup_raw (x,
                 "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph %s/></p:nvPr>"
                 "</p:nvSpPr><p:spPr><a:xfrm>",
                 place);
  mz_slide_place (self, box);
  mz_markup_raw (
      x,
      "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody>"
      "<a:bodyPr vert=\"horz\" wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" "
      "rtlCol=\"0\" anchor=\"t\"><a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr "
      "marL=\"0\" indent=\"0\" algn=\"%s\"><a:buNone/><a:defRPr sz=\"%d\" b=\"%d\">",
      align, mz_slide_points (self, size), weight == MZ_WEIGHT_BOLD);
  mz_slide_fill (self, colour);
  mz_markup_raw (x, "</a:defRPr></a:lvl1pPr></a:lstStyle><a:p>");
  if (sample == NULL)
    mz_markup_raw (x,
                   "<a:fld id=\"{6B1D2C3E-4F50-4A61-9B72-8C83D94EA5F6}\" type=\"slidenum\">"
                   "<a:rPr lang=\"%s\"/><a:t>‹#›</a:t></a:fld>",
                   mz_slide_language ());
  else
    {
      mz_markup_raw (x, "<a:r><a:rPr lang=\"%s\"/>", mz_slide_language ());
      mz_markup_open (x, "a:t");
      mz_markup_text (x, sample);
      mz_markup_close (x);
      mz_markup_raw (x, "</a:r>");
    }
  mz_markup_raw (x, "</a:p></p:txBody></p:sp>");
}

typedef struct
{
  MzPageFrame frame;
  MzBox title, subtitle, body;
} Places;

static Places
places_of (MzSlide *self)
{
  const MzReportFacts *facts = mz_report_facts (self->report);
  MzPageFrame frame = mz_frame_of_paper (facts->width, facts->height);
  return (Places){
      .frame = frame,
      .title = {frame.x, 56, frame.inner, 40},
      .subtitle = {frame.x, 98, frame.inner, 34},
      .body = {frame.x, 150, frame.inner, frame.bottom - 150},
  };
}

static void
write_number (MzSlide *self, const Places *places)
{
  MzBox foot = places->frame.foot;
  foot.height = 16;
  write_place (self, _ ("Slide number"), "type=\"sldNum\" sz=\"quarter\" idx=\"14\"", foot, NULL,
               MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, "r", MZ_COLOUR_SECONDARY);
}

static GBytes *
make_layout (MzSlide *self, MzLayout layout)
{
  static const char *const names[] = {
      [MZ_LAYOUT_DECISION] = N_ ("Decision"), [MZ_LAYOUT_MESSAGE] = N_ ("Message")};
  const Places places = places_of (self);
  const MzPageFrame *frame = &places.frame;
  g_autoptr (MzMarkup) x = mz_markup_new ();

  self->x = x;
  self->n_shapes = 0;
  mz_markup_raw (x, "<p:sldLayout " MZ_NAMESPACES "%s preserve=\"1\">",
                 layout == MZ_LAYOUT_MESSAGE ? " type=\"titleOnly\"" : " userDrawn=\"1\"");
  mz_markup_open (x, "p:cSld");
  mz_markup_attribute (x, "name", _ (names[layout]));
  mz_markup_raw (x, "<p:spTree>" EMPTY_TREE);
  write_place (self, _ ("Message"), "type=\"title\"", places.title, _ ("Message of the slide"),
               layout == MZ_LAYOUT_DECISION ? MZ_SIZE_HEADLINE : 24, MZ_WEIGHT_BOLD, "l",
               MZ_COLOUR_INK);
  if (layout == MZ_LAYOUT_DECISION)
    write_place (self, _ ("Answer"), "type=\"body\" sz=\"quarter\" idx=\"10\"", places.subtitle,
                 _ ("What follows from it"), MZ_SIZE_ANSWER, MZ_WEIGHT_BOLD, "l", MZ_COLOUR_ACCENT);
  write_place (self, _ ("Subject"), "type=\"body\" sz=\"quarter\" idx=\"11\"",
               (MzBox){frame->x, frame->kicker_y, frame->inner * 0.6, 18}, _ ("Subject"),
               MZ_SIZE_BODY, MZ_WEIGHT_BOLD, "l", MZ_COLOUR_SECONDARY);
  write_place (self, _ ("Confidentiality"), "type=\"body\" sz=\"quarter\" idx=\"12\"",
               (MzBox){frame->x + frame->inner * 0.6, frame->kicker_y, frame->inner * 0.4, 16},
               _ ("Confidentiality"), MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, "r", MZ_COLOUR_SECONDARY);
  write_place (self, _ ("Remark"), "type=\"body\" sz=\"quarter\" idx=\"13\"",
               (MzBox){frame->x, frame->note_y, frame->inner * 0.66, 16}, _ ("Remark"),
               MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, "l", MZ_COLOUR_SECONDARY);
  write_number (self, &places);
  mz_markup_raw (x, "</p:spTree>");
  mz_markup_close (x);
  mz_markup_raw (x, "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>");
  self->x = NULL;
  return mz_markup_finish (x);
}

static void
write_levels (MzSlide *self, double size, MzWeight weight)
{
  for (int level = 1; level <= 5; level++)
    {
      mz_markup_raw (self->x,
                     "<a:lvl%dpPr marL=\"%d\" indent=\"0\" algn=\"l\" defTabSz=\"914400\" "
                     "rtl=\"0\" eaLnBrk=\"1\" latinLnBrk=\"0\" hangingPunct=\"1\"><a:buNone/>"
                     "<a:defRPr sz=\"%d\" b=\"%d\" kern=\"1200\">",
                     level, (level - 1) * 228600, mz_slide_points (self, size),
                     weight == MZ_WEIGHT_BOLD);
      mz_slide_fill (self, MZ_COLOUR_INK);
      mz_markup_raw (self->x,
                     "<a:latin typeface=\"+m%s-lt\"/><a:ea typeface=\"+m%s-ea\"/>"
                     "<a:cs typeface=\"+m%s-cs\"/></a:defRPr></a:lvl%dpPr>",
                     weight == MZ_WEIGHT_BOLD ? "j" : "n", weight == MZ_WEIGHT_BOLD ? "j" : "n",
                     weight == MZ_WEIGHT_BOLD ? "j" : "n", level);
    }
}

static void
write_rule (MzSlide *self, const MzPageFrame *frame)
{
  MzBox line = {frame->x, frame->foot.y - 10, frame->inner, 0};
  mz_markup_raw (self->x, "<p:cxnSp><p:nvCxnSpPr>");
  mz_slide_name (self, _ ("Foot line"), NULL);
  mz_markup_raw (self->x, "<p:cNvCxnSpPr/><p:nvPr userDrawn=\"1\"/></p:nvCxnSpPr><p:spPr><a:xfrm>");
  mz_slide_place (self, line);
  mz_markup_raw (self->x, "</a:xfrm><a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>");
  mz_slide_line (self, "a:ln", MZ_COLOUR_HAIRLINE, 1, MZ_DASH_SOLID);
  mz_markup_raw (self->x, "</p:spPr></p:cxnSp>");
}

static GBytes *
make_master (MzSlide *self, const char *const layouts[])
{
  const Places places = places_of (self);
  g_autoptr (MzMarkup) x = mz_markup_new ();

  self->x = x;
  self->n_shapes = 0;
  mz_markup_raw (x, "<p:sldMaster " MZ_NAMESPACES "><p:cSld><p:bg><p:bgPr>");
  mz_slide_fill (self, MZ_COLOUR_PAPER);
  mz_markup_raw (x, "<a:effectLst/></p:bgPr></p:bg><p:spTree>" EMPTY_TREE);
  write_place (self, _ ("Message"), "type=\"title\"", places.title, _ ("Message of the slide"), 24,
               MZ_WEIGHT_BOLD, "l", MZ_COLOUR_INK);
  write_place (self, _ ("Content"), "type=\"body\" idx=\"1\"", places.body, _ ("Content"),
               MZ_SIZE_SECTION, MZ_WEIGHT_REGULAR, "l", MZ_COLOUR_INK);
  write_number (self, &places);
  write_rule (self, &places.frame);
  mz_markup_raw (x, "</p:spTree></p:cSld>" COLOUR_MAP "<p:sldLayoutIdLst>");
  for (guint i = 0; i < MZ_N_LAYOUTS; i++)
    mz_markup_raw (x, "<p:sldLayoutId id=\"%u\" r:id=\"%s\"/>", 2147483649u + i, layouts[i]);
  mz_markup_raw (x, "</p:sldLayoutIdLst><p:txStyles><p:titleStyle>");
  write_levels (self, 24, MZ_WEIGHT_BOLD);
  mz_markup_raw (x, "</p:titleStyle><p:bodyStyle>");
  write_levels (self, MZ_SIZE_SECTION, MZ_WEIGHT_REGULAR);
  mz_markup_raw (x, "</p:bodyStyle><p:otherStyle>");
  write_levels (self, MZ_SIZE_BODY, MZ_WEIGHT_REGULAR);
  mz_markup_raw (x, "</p:otherStyle></p:txStyles></p:sldMaster>");
  self->x = NULL;
  return mz_markup_finish (x);
}

void
mz_slide_write_master (MzSlide *self, MzPackage *package)
{
  static const char master[] = "ppt/slideMasters/slideMaster1.xml";
  const char *layouts[MZ_N_LAYOUTS];

  for (guint i = 0; i < MZ_N_LAYOUTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("ppt/slideLayouts/slideLayout%u.xml", i + 1);
      layouts[i] = mz_package_relate (package, master, MZ_REL "slideLayout", name);
      mz_package_relate (package, name, MZ_REL "slideMaster", master);
      mz_package_add (package, name, MZ_TYPE_OF ("slideLayout"), make_layout (self, (MzLayout)i));
    }
  mz_package_relate (package, master, MZ_REL "theme", "ppt/theme/theme1.xml");
  mz_package_add (package, "ppt/theme/theme1.xml", MZ_TYPE_THEME, make_theme (self->theme));
  mz_package_add (package, master, MZ_TYPE_OF ("slideMaster"), make_master (self, layouts));
}

void
mz_slide_write_notes_master (MzSlide *self, MzPackage *package)
{
  static const char master[] = "ppt/notesMasters/notesMaster1.xml";
  static const char theme[] = "ppt/theme/theme-notes.xml";
  g_autoptr (MzMarkup) x = mz_markup_new ();

  mz_markup_raw (
      x,
      "<p:notesMaster " MZ_NAMESPACES
      "><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg>"
      "<p:spTree>" EMPTY_TREE
      "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks "
      "noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph "
      "type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off "
      "x=\"685800\" y=\"1143000\"/><a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm>"
      "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln w=\"12700\">"
      "<a:solidFill><a:prstClr val=\"black\"/></a:solidFill></a:ln></p:spPr></p:sp>"
      "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks "
      "noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"3\"/>"
      "</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"4400550\"/><a:ext "
      "cx=\"5486400\" cy=\"3600450\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
      "</a:prstGeom></p:spPr><p:txBody><a:bodyPr vert=\"horz\" lIns=\"91440\" "
      "tIns=\"45720\" rIns=\"91440\" bIns=\"45720\" rtlCol=\"0\"/><a:lstStyle/><a:p>"
      "<a:endParaRPr lang=\"%s\"/></a:p></p:txBody></p:sp></p:spTree></p:cSld>" COLOUR_MAP
      "<p:notesStyle>",
      mz_slide_language ());
  mz_markup_raw (x, "<a:lvl1pPr marL=\"0\" algn=\"l\"><a:defRPr sz=\"1000\"><a:solidFill>"
                    "<a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/>"
                    "<a:ea typeface=\"+mn-ea\"/></a:defRPr></a:lvl1pPr></p:notesStyle>"
                    "</p:notesMaster>");
  mz_package_relate (package, master, MZ_REL "theme", theme);
  mz_package_add (package, theme, MZ_TYPE_THEME, make_theme (self->theme));
  mz_package_add (package, master, MZ_TYPE_OF ("notesMaster"), mz_markup_finish (x));
}
