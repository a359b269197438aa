/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The writer of presentations: slides, what they stand on, and what is said of the file. */

#include "config.h"

#include "slide-private.h"
#include "slide-template-private.h"

#define PRESENTATION "ppt/presentation.xml"
#define PACKAGE_REL "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
#define FIRST_SLIDE 256u
#define OWN_MASTER 2147483648u
/* 1/96 inch. */
#define UNIT 9525.0
/* What programs take for a slide of 4:3. */
#define WIDTH_4_3 9144000.0
#define HEIGHT_4_3 6858000.0

static double
scale_of (const MzReportFacts *facts)
{
  if (facts->slides != NULL)
    return facts->slides->width / facts->width;
  return facts->width * 3 == facts->height * 4 ? WIDTH_4_3 / facts->width : UNIT;
}

static void
write_masters (MzMarkup *x, MzPackage *package, const MzSlideTemplate *slides)
{
  mz_markup_raw (x, "<p:sldMasterIdLst>");
  for (guint i = 0; slides != NULL && i < slides->masters->len; i++)
    {
      const MzSlideMaster *master = g_ptr_array_index (slides->masters, i);
      mz_markup_raw (x, "<p:sldMasterId id=\"%" G_GUINT64_FORMAT "\" r:id=\"%s\"/>", master->id,
                     mz_package_relate (package, PRESENTATION, MZ_REL "slideMaster", master->part));
    }
  if (slides == NULL)
    mz_markup_raw (x, "<p:sldMasterId id=\"%u\" r:id=\"%s\"/>", OWN_MASTER,
                   mz_package_relate (package, PRESENTATION, MZ_REL "slideMaster",
                                      "ppt/slideMasters/slideMaster1.xml"));
  mz_markup_raw (x, "</p:sldMasterIdLst>");
}

static void
write_slide_list (MzMarkup *x, MzPackage *package, guint n)
{
  mz_markup_raw (x, "<p:sldIdLst>");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *part = mz_slide_part (i);
      mz_markup_raw (x, "<p:sldId id=\"%u\" r:id=\"%s\"/>", FIRST_SLIDE + i,
                     mz_package_relate (package, PRESENTATION, MZ_REL "slide", part));
    }
  mz_markup_raw (x, "</p:sldIdLst>");
}

static void
write_sizes (MzMarkup *x, const MzReportFacts *facts)
{
  const MzSlideTemplate *slides = facts->slides;
  double scale = scale_of (facts);
  int width = slides != NULL ? slides->width : (int)(facts->width * scale + 0.5);
  int height = slides != NULL ? slides->height : (int)(facts->height * scale + 0.5);

  mz_markup_raw (x, "<p:sldSz cx=\"%d\" cy=\"%d\"%s/>", width, height,
                 width == (int)WIDTH_4_3 && height == (int)HEIGHT_4_3 ? " type=\"screen4x3\"" : "");
  mz_markup_raw (x, "<p:notesSz cx=\"%d\" cy=\"%d\"/>",
                 slides != NULL ? slides->notes_width : 6858000,
                 slides != NULL ? slides->notes_height : 9144000);
}

static void
add_presentation (const MzReport *report, MzPackage *package)
{
  const MzReportFacts *facts = mz_report_facts (report);
  const MzSlideTemplate *slides = facts->slides;
  const char *notes = slides != NULL && slides->notes_master != NULL
                          ? slides->notes_master
                          : "ppt/notesMasters/notesMaster1.xml";
  g_autoptr (MzMarkup) x = mz_markup_new ();

  mz_markup_raw (x, "<p:presentation " MZ_NAMESPACES " saveSubsetFonts=\"1\">");
  write_masters (x, package, slides);
  mz_markup_raw (x, "<p:notesMasterIdLst><p:notesMasterId r:id=\"%s\"/></p:notesMasterIdLst>",
                 mz_package_relate (package, PRESENTATION, MZ_REL "notesMaster", notes));
  write_slide_list (x, package, mz_report_n_pages (report));
  write_sizes (x, facts);
  mz_markup_raw (x,
                 "<p:defaultTextStyle><a:defPPr><a:defRPr lang=\"%s\"/></a:defPPr><a:lvl1pPr "
                 "marL=\"0\" algn=\"l\"><a:defRPr sz=\"1800\"><a:solidFill><a:schemeClr "
                 "val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea "
                 "typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr>"
                 "</p:defaultTextStyle>",
                 mz_slide_language ());
  mz_markup_raw (x, "</p:presentation>");
  mz_package_add (package, PRESENTATION, MZ_TYPE_OF ("presentation.main"), mz_markup_finish (x));
  mz_package_relate (package, "", MZ_REL "officeDocument", PRESENTATION);
}

static void
write_element (MzMarkup *x, const char *element, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  mz_markup_open (x, element);
  mz_markup_text (x, text);
  mz_markup_close (x);
}

/* A day is written as such only where it is one; equal reports are equal files, so there is no other clock. */
static char *
moment_of (const char *date)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *text = g_strconcat (date != NULL ? date : "", "T00:00:00Z", NULL);

  day = g_date_time_new_from_iso8601 (text, NULL);
  return day != NULL ? g_steal_pointer (&text) : g_strdup ("1980-01-01T00:00:00Z");
}

static void
add_core_properties (const MzReportFacts *facts, MzPackage *package)
{
  g_autoptr (MzMarkup) x = mz_markup_new ();
  g_autofree char *moment = moment_of (facts->date);

  mz_markup_raw (
      x,
      "<cp:coreProperties "
      "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
  write_element (x, "dc:title", facts->title);
  write_element (x, "dc:creator", facts->author);
  write_element (x, "dc:language", mz_slide_language ());
  write_element (x, "cp:category", facts->mark);
  mz_markup_raw (x,
                 "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
                 "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified>"
                 "</cp:coreProperties>",
                 moment, moment);
  mz_package_add (package, "docProps/core.xml",
                  "application/vnd.openxmlformats-package.core-properties+xml",
                  mz_markup_finish (x));
  mz_package_relate (package, "", PACKAGE_REL "core-properties", "docProps/core.xml");
}

static void
add_program_properties (const MzReport *report, MzPackage *package)
{
  guint n = mz_report_n_pages (report);
  g_autoptr (MzMarkup) x = mz_markup_new ();

  mz_markup_raw (
      x,
      "<Properties "
      "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
      "<Application>Mezasu</Application><Slides>%u</Slides><Notes>%u</Notes></Properties>",
      n, n);
  mz_package_add (package, "docProps/app.xml",
                  "application/vnd.openxmlformats-officedocument.extended-properties+xml",
                  mz_markup_finish (x));
  mz_package_relate (package, "", MZ_REL "extended-properties", "docProps/app.xml");
}

GBytes *
mz_report_to_pptx (const MzReport *self, MzTheme theme, GError **error)
{
  const MzReportFacts *facts = mz_report_facts (self);
  g_autoptr (MzPackage) package = mz_package_new ();
  MzSlide slide = {
      .report = self, .theme = theme, .own = facts->slides == NULL, .scale = scale_of (facts)};

  add_presentation (self, package);
  add_core_properties (facts, package);
  add_program_properties (self, package);
  if (facts->slides != NULL)
    mz_slide_template_install (facts->slides, package);
  else
    mz_slide_write_master (&slide, package);
  if (facts->slides == NULL || facts->slides->notes_master == NULL)
    mz_slide_write_notes_master (&slide, package);
  for (guint i = 0; i < mz_report_n_pages (self); i++)
    {
      if (!mz_report_step (self, i, error))
        return NULL;
      mz_slide_write (&slide, package, i);
    }
  return mz_package_finish (package, error);
}
