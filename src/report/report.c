/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The board pack: which pages, in which order, on which paper. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/headline.h"
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
};

/* Pages that hold charts alone: a message and one or two charts side by side. */
typedef struct
{
  const char *name;
  const char *kicker;
  char *(*headline) (MzPages *self);
  const char *charts[2];
  double share;
  void (*tell) (MzPages *self, MzScene *page); /* writes the notes, or NULL */
} ChartPage;

static char *
say_external (MzPages *self)
{
  return mz_headline_external (self->request->analysis);
}

static char *
say_forces (MzPages *self)
{
  return mz_headline_forces (self->request->analysis);
}

static char *
say_internal (MzPages *self)
{
  return mz_headline_internal (self->request->analysis);
}

static char *
say_systems (MzPages *self)
{
  return mz_headline_systems (self->request->analysis);
}

static char *
say_gaps (MzPages *self)
{
  return mz_headline_gaps (self->request->analysis);
}

static char *
say_payback (MzPages *self)
{
  return mz_headline_payback (self->request->analysis, self->request->scenario);
}

static char *
say_strategy (MzPages *self)
{
  return mz_headline_strategy (self->request->analysis, self->request->scenario);
}

static void
tell_money (MzPages *self, MzScene *page)
{
  const MzScenarioResult *scenario = self->request->scenario;
  mz_pages_tell (self, page, _ ("Total investment"), &scenario->total_investment);
  mz_pages_tell (self, page, _ ("Running cost a year"), &scenario->running);
  mz_pages_tell (self, page, _ ("Loss avoided a year"), &scenario->avoided);
  mz_pages_tell (self, page, _ ("Net present value"), &scenario->npv);
}

static char *
say_scorecard (MzPages *self)
{
  return mz_headline_scorecard (self->request->analysis);
}

static char *
say_dashboard (MzPages *self)
{
  return mz_headline_dashboard (self->request->analysis);
}

static const ChartPage context_pages[] = {
    {"context", N_ ("External context"), say_external, {"pest-board", NULL}, 1},
    {"forces",
     N_ ("Competition and stakeholders"),
     say_forces,
     {"five-forces", "stakeholder-map"},
     0.56},
    {"internal", N_ ("Internal context"), say_internal, {"internal-board", NULL}, 1},
    {"systems", N_ ("Systems and their weaknesses"), say_systems, {"system-map", NULL}, 1},
    {"situation", N_ ("Current state and target state"), say_gaps, {"situation-sheet", NULL}, 1},
};

static const ChartPage money_pages[] = {
    {"money", N_ ("Payback"), say_payback, {"payback", "cash-flow"}, 0.5, tell_money},
};

/* Only for a firm that has objectives. */
static const ChartPage strategy_page = {
    "strategy", N_ ("Strategy map"), say_strategy, {"strategy-map", NULL}, 1};

/* Only for a firm that measures. */
static const ChartPage trend_page = {
    "trends", N_ ("KPI trend"), say_scorecard, {"kpi-trend", NULL}, 1};
static const ChartPage dashboard_page = {
    "dashboard", N_ ("CISO dashboard"), say_dashboard, {"dashboard", NULL}, 1};

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

static void
add_chart_page (MzPages *self, const ChartPage *spec)
{
  g_autofree char *headline = spec->headline (self);
  MzBox content, boxes[2];
  MzScene *page = mz_pages_add (self, spec->name, _ (spec->kicker), headline, NULL, &content);

  if (spec->tell != NULL)
    spec->tell (self, page);
  if (spec->charts[1] == NULL)
    {
      mz_block_chart (self, page, spec->charts[0], content);
      return;
    }
  mz_box_split (content, spec->share, 40, &boxes[0], &boxes[1]);
  for (int i = 0; i < 2; i++)
    {
      const MzChart *chart = mz_chart_find (spec->charts[i]);
      MzBox rest = mz_block_heading (self, page, mz_translate (chart->label), NULL, boxes[i]);
      mz_block_chart (self, page, chart->name, rest);
    }
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
  if (request->slides != NULL)
    self->facts.slides = mz_slide_template_ref ((MzSlideTemplate *)request->slides);
}

MzReport *
mz_report_new (const MzReportRequest *request)
{
  MzReport *self = g_new0 (MzReport, 1);
  MzPages pages = {request, g_ptr_array_new_with_free_func ((GDestroyNotify)mz_page_free),
                   frame_of (request)};

  mz_page_board (&pages);
  for (guint i = 0; i < G_N_ELEMENTS (context_pages); i++)
    add_chart_page (&pages, &context_pages[i]);
  mz_page_risks (&pages);
  mz_page_damages (&pages);
  mz_page_options (&pages);
  for (guint i = 0; i < G_N_ELEMENTS (money_pages); i++)
    add_chart_page (&pages, &money_pages[i]);
  if (request->loss != NULL)
    mz_page_loss (&pages);
  if (mz_model_count (request->analysis->model, "objective") > 0)
    add_chart_page (&pages, &strategy_page);
  if (mz_model_count (request->analysis->model, "kpi") > 0)
    {
      mz_page_scorecard (&pages);
      add_chart_page (&pages, &trend_page);
    }
  if (mz_model_count (request->analysis->model, "indicator") > 0)
    add_chart_page (&pages, &dashboard_page);
  mz_page_scenarios (&pages);
  mz_page_origin (&pages);
  mz_page_assumptions (&pages);
  mz_page_contents (&pages);
  mz_pages_finish (&pages);
  g_clear_pointer (&pages.facts, g_hash_table_unref);
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
