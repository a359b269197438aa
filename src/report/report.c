/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The board pack: which pages, in which order, on which paper. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report-private.h"
#include "slide-template-private.h"

struct _MzReport
{
  GPtrArray *pages; /* of MzPage */
  MzReportFacts facts;
};

static const struct
{
  const char *name;
  double width, height;
} papers[] = {
    [MZ_PAPER_16_9] = {"16:9", 1280, 720},
    /* 297 × 210 mm at 96 units an inch. */
    [MZ_PAPER_A4] = {"a4", 1122.52, 793.70},
    [MZ_PAPER_4_3] = {"4:3", 1120, 840},
    [MZ_PAPER_A4_PORTRAIT] = {"a4-portrait", 793.70, 1122.52},
};

gboolean
mz_paper_from_name (const char *name, MzPaper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, name) == 0)
      {
        *paper = (MzPaper)i;
        return TRUE;
      }
  return FALSE;
}

static MzPageFrame
frame_of (const MzReportRequest *request)
{
  if (request->slides != NULL)
    return request->slides->frame;
  return mz_frame_of_paper (papers[request->paper].width, papers[request->paper].height);
}

static void
note_facts (MzReport *self, const MzReportRequest *request, const MzPageFrame *frame)
{
  MzRecord *organisation = mz_model_single (request->analysis->model, "organisation");
  const char *date = request->date;

  if (date == NULL)
    date = mz_record_text (organisation, "report_date");
  self->facts = (MzReportFacts){
      .title = g_strdup (mz_scene_title (mz_report_page (self, 0))),
      .author = g_strdup (mz_record_text (organisation, "name")),
      .mark = g_strdup (mz_record_text (organisation, "confidentiality")),
      .date = g_strdup (date),
      .width = frame->width,
      .height = frame->height,
  };
  self->facts.progress = request->progress;
  self->facts.progress_data = request->progress_data;
  if (request->cancellable != NULL)
    self->facts.cancellable = g_object_ref (request->cancellable);
  if (request->slides != NULL)
    self->facts.slides = mz_slide_template_ref ((MzSlideTemplate *)request->slides);
}

/* Who makes the pages of that name; charts alone for all others. */
static const struct
{
  const char *name;
  void (*make) (MzPages *self);
} makers[] = {
    {"board", mz_page_board},         {"risks", mz_page_risks},
    {"damages", mz_page_damages},     {"options", mz_page_options},
    {"loss", mz_page_loss},           {"scorecard", mz_page_scorecard},
    {"scenarios", mz_page_scenarios}, {"origin", mz_page_origin},
    {"traces", mz_page_traces},       {"assumptions", mz_page_assumptions},
    {"registers", mz_page_registers},
};

static MzPackSlide *
find_slide (GPtrArray *slides, const char *name)
{
  for (guint i = 0; i < slides->len; i++)
    {
      MzPackSlide *slide = g_ptr_array_index (slides, i);
      if (g_str_equal (slide->page->name, name))
        return slide;
    }
  return NULL;
}

static void
take_slide (GPtrArray *shown, const MzPackSlide *slide, const MzReportRequest *request)
{
  if (slide != NULL && (!slide->page->losses || request->loss != NULL))
    g_ptr_array_add (shown, g_memdup2 (slide, sizeof *slide));
}

/* The slides that are shown, in their order. */
static GPtrArray *
choose_slides (const MzReportRequest *request)
{
  g_autoptr (GPtrArray) all = mz_pack_slides (request->analysis->model, request->audience);
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; request->pages != NULL && request->pages[i] != NULL; i++)
    take_slide (shown, find_slide (all, request->pages[i]), request);
  for (guint i = 0; request->pages == NULL && i < all->len; i++)
    if (((MzPackSlide *)g_ptr_array_index (all, i))->shown)
      take_slide (shown, g_ptr_array_index (all, i), request);
  if (shown->len == 0 || (shown->len == 1 && find_slide (shown, "contents") != NULL))
    take_slide (shown, find_slide (all, "board"), request);
  return shown;
}

gboolean
mz_pages_show (MzPages *self, const char *name)
{
  return find_slide (self->slides, name) != NULL;
}

static void
make_slide (MzPages *self, const MzPackSlide *slide)
{
  self->slide = slide;
  self->slide_pages = 0;
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].name, slide->page->name))
      {
        makers[i].make (self);
        return;
      }
  mz_page_charts (self);
}

static void
make_pages (MzPages *self)
{
  const MzPackSlide *contents = NULL;
  guint place = 0;

  for (guint i = 0; i < self->slides->len; i++)
    {
      const MzPackSlide *slide = g_ptr_array_index (self->slides, i);
      if (g_str_equal (slide->page->name, "contents"))
        {
          contents = slide;
          place = self->pages->len;
        }
      else
        make_slide (self, slide);
    }
  if (contents != NULL)
    {
      self->slide = contents;
      self->slide_pages = 0;
      mz_page_contents (self, place);
    }
  mz_pages_finish (self);
}

MzReport *
mz_report_new (const MzReportRequest *request)
{
  MzReport *self = g_new0 (MzReport, 1);
  MzPages pages = {.request = request,
                   .pages = g_ptr_array_new_with_free_func ((GDestroyNotify)mz_page_free),
                   .frame = frame_of (request),
                   .slides = choose_slides (request)};

  make_pages (&pages);
  g_clear_pointer (&pages.facts, g_hash_table_unref);
  g_ptr_array_unref (pages.slides);
  self->pages = pages.pages;
  note_facts (self, request, &pages.frame);
  return self;
}

void
mz_report_free (MzReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_free (self->facts.title);
  g_free (self->facts.author);
  g_free (self->facts.mark);
  g_free (self->facts.date);
  g_clear_pointer (&self->facts.slides, mz_slide_template_unref);
  g_clear_object (&self->facts.cancellable);
  g_free (self);
}

guint
mz_report_n_pages (const MzReport *self)
{
  return self->pages->len;
}

const MzPage *
mz_report_nth (const MzReport *self, guint index)
{
  return g_ptr_array_index (self->pages, index);
}

const MzReportFacts *
mz_report_facts (const MzReport *self)
{
  return &self->facts;
}

const MzScene *
mz_report_page (const MzReport *self, guint index)
{
  g_return_val_if_fail (index < self->pages->len, NULL);
  return mz_report_nth (self, index)->scene;
}

const char *
mz_report_subject (const MzReport *self, guint index)
{
  return mz_report_nth (self, index)->subject;
}

const char *
mz_report_sentence (const MzReport *self, guint index)
{
  return mz_report_nth (self, index)->sentence;
}

gboolean
mz_report_is_outdated (const MzReport *self, guint index)
{
  return mz_report_nth (self, index)->outdated;
}

gboolean
mz_report_step (const MzReport *self, guint index, GError **error)
{
  const MzReportFacts *facts = &self->facts;

  if (facts->progress != NULL)
    facts->progress ((double)index / self->pages->len, facts->progress_data);
  return !g_cancellable_set_error_if_cancelled (facts->cancellable, error);
}

MzTheme
mz_report_settle (MzModel *model, MzReportRequest *request)
{
  MzTheme theme = MZ_THEME_PRINT;
  MzRecord *organisation = mz_model_single (model, "organisation");
  const char *unit = mz_record_text (organisation, "money_unit");
  const char *paper = mz_record_text (organisation, "paper");
  const char *palette = mz_record_text (organisation, "palette");

  request->unit = MZ_MONEY_UNIT_YEN;
  if (unit != NULL)
    mz_money_unit_from_name (unit, &request->unit, NULL);
  if (paper != NULL)
    mz_paper_from_name (paper, &request->paper);
  if (palette != NULL)
    mz_theme_from_name (palette, &theme);
  return theme;
}
