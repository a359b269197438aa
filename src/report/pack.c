/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The pages of the board pack as a table, and what a document makes of it. */

#include "config.h"

#include "mezasu/pack.h"

#include <glib/gi18n-lib.h>

#define ANY (1 << MZ_AUDIENCE_ANY)
#define BOARD (1 << MZ_AUDIENCE_BOARD)
#define MANAGEMENT (1 << MZ_AUDIENCE_MANAGEMENT)
#define AUDIT (1 << MZ_AUDIENCE_AUDIT)
#define WORKSHOP (1 << MZ_AUDIENCE_WORKSHOP)
#define MEETINGS (ANY | BOARD | MANAGEMENT | AUDIT)

static const char *const audiences[] = {
    [MZ_AUDIENCE_ANY] = "all",
    [MZ_AUDIENCE_BOARD] = "board",
    [MZ_AUDIENCE_MANAGEMENT] = "management",
    [MZ_AUDIENCE_AUDIT] = "audit",
    [MZ_AUDIENCE_WORKSHOP] = "workshop",
};

static const MzPackPage pages[] = {
    {"board", N_ ("Decision"), MEETINGS},
    {"contents", N_ ("Contents"), ANY | MANAGEMENT | AUDIT},
    {"context", N_ ("External context"), ANY | AUDIT | WORKSHOP},
    {"forces", N_ ("Competition and stakeholders"), ANY | AUDIT},
    {"competition", N_ ("Five forces"), WORKSHOP},
    {"stakeholders", N_ ("Stakeholders"), WORKSHOP},
    {"internal", N_ ("Internal context"), ANY | AUDIT | WORKSHOP},
    {"systems", N_ ("Systems and their weaknesses"), ANY | AUDIT | WORKSHOP},
    {"situation", N_ ("Current state and target state"), ANY | MANAGEMENT | AUDIT | WORKSHOP},
    {"risks", N_ ("Risks"), MEETINGS | WORKSHOP},
    {"damages", N_ ("Possible damage"), MEETINGS},
    {"options", N_ ("Options and their steps"), MEETINGS},
    {"plan", N_ ("Plan by year"), MANAGEMENT, "step"},
    {"money", N_ ("Payback"), MEETINGS},
    {"loss", N_ ("A bad year"), MEETINGS, NULL, TRUE},
    {"strategy", N_ ("Strategy map"), ANY | MANAGEMENT | AUDIT | WORKSHOP, "objective"},
    {"scorecard", N_ ("Scorecard"), ANY | MANAGEMENT | AUDIT, "kpi"},
    {"trends", N_ ("KPI trend"), ANY | MANAGEMENT | AUDIT, "kpi"},
    {"dashboard", N_ ("CISO dashboard"), ANY | MANAGEMENT | AUDIT, "indicator"},
    {"scenarios", N_ ("Scenarios side by side"), MEETINGS},
    {"origin", N_ ("How to follow the figures"), ANY | AUDIT},
    {"traces", N_ ("Trace"), AUDIT, "risk"},
    {"assumptions", N_ ("Assumptions"), ANY | MANAGEMENT | AUDIT},
    {"registers", N_ ("Registers"), AUDIT},
};

gboolean
mz_audience_from_name (const char *name, MzAudience *audience)
{
  for (guint i = MZ_AUDIENCE_ANY; i < G_N_ELEMENTS (audiences); i++)
    if (g_str_equal (audiences[i], name))
      {
        *audience = (MzAudience)i;
        return TRUE;
      }
  return FALSE;
}

const MzPackPage *
mz_pack_page_nth (guint index)
{
  return index < G_N_ELEMENTS (pages) ? &pages[index] : NULL;
}

const MzPackPage *
mz_pack_page_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      return &pages[i];
  return NULL;
}

MzAudience
mz_pack_audience (MzModel *model)
{
  MzAudience audience = MZ_AUDIENCE_ANY;
  const char *name = mz_record_text (mz_model_single (model, "organisation"), "audience");

  if (name != NULL)
    mz_audience_from_name (name, &audience);
  return audience;
}

static const char *
text_or_null (MzRecord *record, const char *field)
{
  const char *text = mz_record_text (record, field);
  return text != NULL && *text != '\0' ? text : NULL;
}

static MzPackSlide *
slide_new (const MzPackPage *page, MzRecord *record, MzAudience audience, gboolean kept)
{
  MzPackSlide *self = g_new0 (MzPackSlide, 1);

  self->page = page;
  self->record = record;
  self->shown = (page->audiences & 1u << audience) != 0;
  if (record == NULL)
    return self;
  if (kept)
    self->shown = mz_record_flag (record, "shown");
  self->title = text_or_null (record, "title");
  self->headline = text_or_null (record, "headline");
  self->basis = text_or_null (record, "headline_basis");
  return self;
}

static gboolean
has_record (GPtrArray *records, const char *name)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (mz_record_text (g_ptr_array_index (records, i), "page"), name))
      return TRUE;
  return FALSE;
}

/* The records that speak of pages, each of another one, in their order. */
static GPtrArray *
records_in_order (MzModel *model)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < mz_model_count (model, "slide"); i++)
    {
      MzRecord *record = mz_model_nth (model, "slide", i);
      const char *name = mz_record_text (record, "page");
      if (name != NULL && mz_pack_page_find (name) != NULL && !has_record (found, name))
        g_ptr_array_add (found, record);
    }
  return found;
}

GPtrArray *
mz_pack_slides (MzModel *model, MzAudience audience)
{
  GPtrArray *slides = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) records = records_in_order (model);
  gboolean kept = audience == MZ_AUDIENCE_KEPT;
  guint next = 0;

  if (kept)
    audience = mz_pack_audience (model);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      const MzPackPage *page = &pages[i];
      MzRecord *record = NULL;

      if (has_record (records, page->name))
        {
          record = g_ptr_array_index (records, next++);
          page = mz_pack_page_find (mz_record_text (record, "page"));
        }
      if (page->needs == NULL || mz_model_count (model, page->needs) > 0)
        g_ptr_array_add (slides, slide_new (page, record, audience, kept));
    }
  return slides;
}
