/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Pages whose proof is pictures alone: a message and one or two charts, and the traces of single risks. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/headline.h"
#include "report-private.h"

/* Traces beyond these are looked up in the window. */
#define MOST_TRACES 12

/* A message and one or two charts side by side. */
typedef struct
{
  const char *name;
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

static char *
say_plan (MzPages *self)
{
  return mz_headline_options (self->request->analysis, self->request->scenario);
}

static const ChartPage chart_pages[] = {
    {"context", say_external, {"pest-board"}, 1},
    {"forces", say_forces, {"five-forces", "stakeholder-map"}, 0.56},
    {"competition", say_forces, {"five-forces"}, 1},
    {"stakeholders", say_external, {"stakeholder-map"}, 1},
    {"internal", say_internal, {"internal-board"}, 1},
    {"systems", say_systems, {"system-map"}, 1},
    {"situation", say_gaps, {"situation-sheet"}, 1},
    {"plan", say_plan, {"plan"}, 1},
    {"money", say_payback, {"payback", "cash-flow"}, 0.5, tell_money},
    {"strategy", say_strategy, {"strategy-map"}, 1},
    {"trends", say_scorecard, {"kpi-trend"}, 1},
    {"dashboard", say_dashboard, {"dashboard"}, 1},
};

void
mz_page_charts (MzPages *self)
{
  const ChartPage *spec = chart_pages;
  g_autofree char *headline = NULL;
  MzBox content, boxes[2];
  MzScene *page;

  while (!g_str_equal (spec->name, self->slide->page->name))
    spec++;
  headline = spec->headline (self);
  page = mz_pages_add (self, spec->name, mz_translate (self->slide->page->title), headline, NULL,
                       &content);
  if (spec->tell != NULL)
    spec->tell (self, page);
  if (spec->charts[1] == NULL)
    {
      mz_block_chart (self, page, spec->charts[0], content);
      return;
    }
  mz_pages_split (self, content, spec->share, 40, &boxes[0], &boxes[1]);
  for (int i = 0; i < 2; i++)
    {
      const MzChart *chart = mz_chart_find (spec->charts[i]);
      MzBox rest = mz_block_heading (self, page, mz_translate (chart->label), NULL, boxes[i]);
      mz_block_chart (self, page, chart->name, rest);
    }
}

/* The risks above tolerance; all of them where none is. */
static GPtrArray *
risks_to_trace (const MzAnalysis *analysis)
{
  GPtrArray *found = g_ptr_array_new ();

  for (int pass = 0; pass < 2 && found->len == 0; pass++)
    for (guint i = 0; i < analysis->risks->len && found->len < MOST_TRACES; i++)
      {
        const MzRisk *risk = g_ptr_array_index (analysis->risks, i);
        if (pass == 1 || risk->current.verdict == MZ_VERDICT_MUST_TREAT)
          g_ptr_array_add (found, risk->record);
      }
  return found;
}

void
mz_page_traces (MzPages *self)
{
  g_autoptr (GPtrArray) risks = risks_to_trace (self->request->analysis);

  for (guint i = 0; i < risks->len; i++)
    {
      MzRecord *risk = g_ptr_array_index (risks, i);
      g_autofree char *label = mz_record_label (risk);
      g_autofree char *headline =
          g_strdup_printf (_ ("Where “%s” comes from, and what acts on it."), label);
      MzBox content;
      MzScene *page = mz_pages_add (self, "traces", _ ("Trace"), headline, NULL, &content);

      mz_block_chart_of (self, page, "trace", mz_record_id (risk), content);
    }
}
