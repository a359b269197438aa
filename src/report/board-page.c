/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The page that decides: one sentence made from the figures, where the risks go, when the money comes back, and what is
 * asked for. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "mezasu/headline.h"
#include "mezasu/ratio.h"
#include "report-private.h"

#define PANEL_PAD 22.0
#define LEGEND_HEIGHT 64.0
#define FACT_HEIGHT 24.0
#define MOST_FACTS 4
/* On upright paper. */
#define UPRIGHT_PANEL 420.0
#define UPRIGHT_GAP 16.0

/* A figure that is asked for: its name, the amount in large type, and a remark. */
typedef struct
{
  char *name;
  char *amount;
  char *remark;
} Ask;

static void
ask_clear (Ask *ask)
{
  g_free (ask->name);
  g_free (ask->amount);
  g_free (ask->remark);
}

static char *
a_year (const MzFigure *figure)
{
  g_autofree char *amount = mz_pages_say (figure);
  /* TRANSLATORS: an amount of money each year. */
  return figure->known ? g_strdup_printf (_ ("%s a year"), amount) : g_steal_pointer (&amount);
}

static void
asks_of (const MzScenarioResult *scenario, Ask asks[4])
{
  const MzNeededSales *needed = &scenario->needed;

  asks[0] = (Ask){g_strdup (_ ("Asked for this year")),
                  mz_pages_say (&scenario->investment_this_year), NULL};
  asks[1] = (Ask){g_strdup (_ ("From next year on")), a_year (&scenario->running),
                  g_strdup (_ ("upkeep, reviews, contracts"))};
  asks[2] = (Ask){g_strdup (_ ("Sales needed to keep today's profit")), a_year (&needed->headline),
                  needed->headline.known ? mz_pages_percent (needed->increase_tenths) : NULL};
  asks[3] = (Ask){g_strdup (_ ("Loss avoided")), a_year (&scenario->avoided),
                  g_strdup (_ ("expected value"))};
}

/* The sentence on the button: what the board is asked to approve. */
static char *
proposal (const MzScenarioResult *scenario)
{
  if (scenario->baseline)
    return g_strdup (_ ("Go on as today"));
  return g_strdup_printf (_ ("Approve %s"), scenario->name);
}

static void
draw_panel (MzPages *self, MzScene *page, MzBox box)
{
  MzTextMeasurer *measurer = self->request->measurer;
  g_autofree char *button = proposal (self->request->scenario);
  double inner = box.width - 2 * PANEL_PAD, x = box.x + PANEL_PAD, y = box.y + 18;
  double step = (box.height - 18 - 30 - 64) / 4;
  MzShape *shape;
  Ask asks[4];

  asks_of (self->request->scenario, asks);
  mz_pages_begin (self, page, MZ_BLOCK_GROUP, _ ("What is asked for"), box);
  mz_scene_add_rectangle (page, MZ_ROLE_DECORATION, box.x, box.y, box.width, box.height, 12,
                          MZ_COLOUR_ACCENT_SOFT);
  mz_scene_add_text (page, measurer, MZ_ROLE_TITLE, _ ("What is asked for"), x, y, inner, 1,
                     MZ_SIZE_SECTION, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_ACCENT);
  y += 34;
  for (int i = 0; i < 4; i++)
    {
      double line = y;
      if (i > 0)
        mz_scene_add_line (page, MZ_ROLE_DECORATION, x, line - 8, x + inner, line - 8,
                           MZ_COLOUR_HAIRLINE, 1);
      shape =
          mz_block_fit (self, page, MZ_ROLE_LABEL, asks[i].name, x, line, inner, 2, MZ_SIZE_BODY,
                        11, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
      line = shape->y + shape->height + 1;
      shape = mz_block_fit (self, page, MZ_ROLE_LABEL, asks[i].amount, x, line, inner, 2,
                            MZ_SIZE_ANSWER, 14, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
      line = shape->y + shape->height;
      if (asks[i].remark != NULL)
        mz_scene_add_text (page, measurer, MZ_ROLE_LABEL, asks[i].remark, x, line, inner, 1,
                           MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
      ask_clear (&asks[i]);
      y += step;
    }
  mz_scene_add_rectangle (page, MZ_ROLE_DECORATION, x, box.y + box.height - 60, inner, 42, 8,
                          MZ_COLOUR_ACCENT);
  /* The name of a plan is whole, on two lines if need be. */
  shape = mz_block_fit (self, page, MZ_ROLE_TITLE, button, x + 8, box.y + box.height - 60,
                        inner - 16, 2, MZ_SIZE_SECTION - 1, 11, MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE,
                        MZ_COLOUR_ON_ACCENT);
  shape->y += (42 - shape->height) / 2;
  mz_pages_end (self, page);
}

/* "1 Card data stolen   2 …": the risks by number, those above tolerance first in the list order. */
static void
draw_legend (MzPages *self, MzScene *page, MzBox box)
{
  const MzAnalysis *analysis = self->request->analysis;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < analysis->risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (analysis->risks, i);
      g_autofree char *title = mz_record_label (risk->record);
      if (risk->current.verdict != MZ_VERDICT_MUST_TREAT)
        continue;
      if (text->len > 0)
        g_string_append (text, "　");
      g_string_append (text, title);
    }
  mz_scene_add_text (page, self->request->measurer, MZ_ROLE_LABEL, text->str, box.x, box.y,
                     box.width, 3, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                     MZ_COLOUR_INK);
}

static char *
rate_of_return (const MzScenarioResult *scenario)
{
  g_autofree char *percent = NULL;
  if (!scenario->flow_known || scenario->irr.status != MZ_IRR_ONE)
    return g_strdup ("–");
  percent = mz_ratio_round_percent ((gint64)(scenario->irr.roots[0] * 1e6), 1);
  return g_strdup_printf ("%s %%", percent);
}

static char *
ratio_text (const MzFigure *figure)
{
  g_autofree char *percent = NULL;
  if (!figure->known || figure->real > 1e6 || figure->real < -1e6)
    return g_strdup ("–");
  percent = mz_ratio_round_percent ((gint64)(figure->real * 1e6), 0);
  return g_strdup_printf ("%s %%", percent);
}

/* What the curve does not show: value today, loss before and after, rates. */
static void
draw_facts (MzPages *self, MzScene *page, MzBox box)
{
  const MzAnalysis *analysis = self->request->analysis;
  const MzScenarioResult *scenario = self->request->scenario;
  g_autofree char *npv = mz_pages_say (&scenario->npv);
  g_autofree char *before = mz_pages_say (&analysis->ale);
  g_autofree char *after = mz_pages_say (&scenario->ale);
  g_autofree char *irr = rate_of_return (scenario);
  g_autofree char *roi = ratio_text (&scenario->roi);
  g_autofree char *rate = mz_ratio_round_percent ((gint64)(analysis->discount_rate * 1e6 + 0.5), 1);
  const MzLoss *loss = self->request->loss;
  g_auto (GStrv) lines = g_new0 (char *, MOST_FACTS + 1);
  double y = box.y;

  lines[0] =
      g_strdup_printf (_ ("Net present value (%d years, %s %%): %s"), analysis->horizon, rate, npv);
  lines[1] = g_strdup_printf (_ ("Expected loss a year: %s → %s"), before, after);
  lines[2] = g_strdup_printf (_ ("Internal rate of return %s, return on investment %s"), irr, roi);
  if (loss != NULL)
    lines[3] = mz_loss_bad_year (loss, mz_loss_scenario (loss, scenario->id));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      MzShape *shape =
          mz_block_fit (self, page, MZ_ROLE_LABEL, lines[i], box.x, y, box.width, 1, MZ_SIZE_BODY,
                        10, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
      y = shape->y + shape->height + 6;
    }
}

/* What the figures rest on: assumptions, and the run of the simulation when there is one. */
static char *
make_note (MzPages *self)
{
  const MzReportRequest *request = self->request;
  MzRecord *organisation = mz_model_single (request->analysis->model, "organisation");
  gint64 seed = mz_record_integer (organisation, "seed", 0);
  gboolean origin = mz_pages_show (self, "origin");
  g_autofree char *years = NULL;

  if (request->loss == NULL)
    return g_strdup_printf (origin ? _ ("※ rests on illustrative assumptions. Seed %" PRId64
                                        ". The origin of each figure is told on the last pages.")
                                   : _ ("※ rests on illustrative assumptions. Seed %" PRId64 "."),
                            seed);
  years =
      mz_money_format_number ((gint64)request->loss->trials, MZ_MONEY_UNIT_YEN, 0, MZ_MINUS_HYPHEN);
  return g_strdup_printf (
      origin ? _ ("※ rests on illustrative assumptions. Seed %" PRId64
                  ", %s simulated years. The origin of each figure is told on the last pages.")
             : _ ("※ rests on illustrative assumptions. Seed %" PRId64 ", %s simulated years."),
      (gint64)request->loss->seed, years);
}

static char *
kicker (MzPages *self)
{
  MzRecord *organisation = mz_model_single (self->request->analysis->model, "organisation");
  const char *name = mz_record_text (organisation, "name");
  return g_strdup_printf (_ ("%s　Decision on security investment"),
                          name != NULL ? name : _ ("Untitled company"));
}

/* What each figure of the page was computed from. */
static void
tell_figures (MzPages *self, MzScene *page)
{
  const MzAnalysis *analysis = self->request->analysis;
  const MzScenarioResult *scenario = self->request->scenario;

  mz_pages_tell (self, page, _ ("Expected loss a year, as things are"), &analysis->ale);
  mz_pages_tell (self, page, _ ("Asked for this year"), &scenario->investment_this_year);
  mz_pages_tell (self, page, _ ("From next year on, a year"), &scenario->running);
  mz_pages_tell (self, page, _ ("Sales needed to keep today's profit"), &scenario->needed.headline);
  mz_pages_tell (self, page, _ ("Loss avoided"), &scenario->avoided);
  mz_pages_tell (self, page, _ ("Expected loss left a year"), &scenario->ale);
  mz_pages_tell (self, page, _ ("Net present value"), &scenario->npv);
}

/* Where the parts of the page stand. */
typedef struct
{
  MzBox risks, legend, payback, facts, panel;
} Places;

/* Three columns. */
static void
place_broad (MzBox content, double facts, Places *places)
{
  MzBox rest;

  mz_box_split (content, 0.36, 48, &places->risks, &rest);
  mz_box_split (rest, 0.565, 48, &places->payback, &places->panel);
  places->legend = places->risks;
  places->legend.y += places->risks.height - LEGEND_HEIGHT;
  places->legend.height = LEGEND_HEIGHT;
  places->risks.height -= LEGEND_HEIGHT + 8;
  places->facts = places->payback;
  places->facts.y += places->payback.height - facts + 8;
  places->facts.height = facts;
  places->payback.height -= facts + 8;
}

/* The pictures side by side, and below them what they do not show and what is asked for. */
static void
place_upright (MzBox content, double facts, Places *places)
{
  MzBox top = content, rest = content;

  rest.height = facts + LEGEND_HEIGHT + UPRIGHT_PANEL + 2 * UPRIGHT_GAP;
  rest.y += content.height - rest.height;
  top.height = content.height - rest.height - UPRIGHT_GAP;
  mz_box_split (top, 0.5, 32, &places->risks, &places->payback);
  places->legend = places->facts = places->panel = rest;
  places->legend.height = LEGEND_HEIGHT;
  places->facts.y += LEGEND_HEIGHT + UPRIGHT_GAP;
  places->facts.height = facts;
  places->panel.y += rest.height - UPRIGHT_PANEL;
  places->panel.height = UPRIGHT_PANEL;
}

void
mz_page_board (MzPages *self)
{
  const MzReportRequest *request = self->request;
  g_autofree char *top = kicker (self);
  g_autofree char *headline = mz_headline_situation (request->analysis);
  g_autofree char *answer = mz_headline_proposal (request->analysis, request->scenario);
  g_autofree char *note = make_note (self);
  double facts = FACT_HEIGHT * (request->loss != NULL ? MOST_FACTS : MOST_FACTS - 1) + 12;
  Places places;
  MzBox content, box;
  MzScene *page = mz_pages_add (self, "board", top, headline, answer, &content);

  (mz_pages_upright (self) ? place_upright : place_broad) (content, facts, &places);
  box = mz_block_heading (
      self, page, _ ("How the risks move"),
      _ ("From now (●) to after the proposal (○). Solid line: appetite, dashed: tolerance."),
      places.risks);
  mz_block_chart (self, page, "heat-map", box);
  draw_legend (self, page, places.legend);
  box = mz_block_heading (self, page, _ ("When the money comes back"),
                          _ ("Cumulative, before discounting."), places.payback);
  mz_block_chart (self, page, "payback", box);
  draw_facts (self, page, places.facts);
  draw_panel (self, page, places.panel);
  mz_pages_note (self, page, note);
  tell_figures (self, page);
}
