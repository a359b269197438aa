/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The page of the bad year: how likely each loss is, the years that are talked about in figures, whether the criteria
 * are kept, and which risks make up the loss. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mezasu/money.h"
#include "report-private.h"

/* Rows of the table with their head, and what stands over it. */
#define TABLE_HEIGHT 236.0

static const char *const level_names[MZ_LOSS_N_LEVELS] = {
    [MZ_LOSS_P50] = N_ ("The middle year"),
    [MZ_LOSS_P90] = N_ ("One year in ten"),
    [MZ_LOSS_P95] = N_ ("One year in twenty"),
    [MZ_LOSS_P99] = N_ ("One year in a hundred"),
};

static char *
amount_of (MzPages *self, const MzLossScenario *scenario, double yen)
{
  MzFigure figure = {.known = scenario->known};
  figure.known = figure.known && mz_money_from_double (yen, &figure.yen, NULL);
  return mz_pages_amount (self, &figure);
}

/* Doing nothing, and the proposal where it is another scenario; returns how many. */
static guint
choose_scenarios (const MzReportRequest *request, const MzLossScenario *scenarios[2])
{
  scenarios[0] = mz_loss_scenario (request->loss, NULL);
  scenarios[1] = mz_loss_scenario (request->loss, request->scenario->id);
  return scenarios[1] == NULL || scenarios[1] == scenarios[0] ? 1 : 2;
}

static void
add_row (MzPages *self, MzTable *table, const char *name, const MzLossScenario *const *scenarios,
         const double *amounts, guint n)
{
  char **cells = g_new0 (char *, n + 2);
  cells[0] = g_strdup (name);
  for (guint i = 0; i < n; i++)
    cells[1 + i] = amount_of (self, scenarios[i], amounts[i]);
  mz_table_take_row (table, NULL, cells);
}

static MzTable *
year_table (MzPages *self)
{
  const MzLossScenario *scenarios[2];
  guint n = choose_scenarios (self->request, scenarios);
  g_autofree char *first = g_strconcat ("#", scenarios[0]->name, NULL);
  g_autofree char *second = n > 1 ? g_strconcat ("#", scenarios[1]->name, NULL) : NULL;
  const char *headers[] = {_ ("Loss a year"), first, second, NULL};
  MzTable *table = mz_table_new (_ ("The loss of a year"), headers);
  double amounts[2];

  for (guint i = 0; i < n; i++)
    amounts[i] = scenarios[i]->mean;
  add_row (self, table, _ ("On average"), scenarios, amounts, n);
  for (guint level = 0; level < MZ_LOSS_N_LEVELS; level++)
    {
      for (guint i = 0; i < n; i++)
        amounts[i] = scenarios[i]->levels[level].value;
      add_row (self, table, _ (level_names[level]), scenarios, amounts, n);
    }
  for (guint i = 0; i < n; i++)
    amounts[i] = scenarios[i]->levels[MZ_LOSS_P95].tail_mean;
  add_row (self, table, _ ("On average, of the worst years in twenty"), scenarios, amounts, n);
  return table;
}

void
mz_page_loss (MzPages *self)
{
  const MzReportRequest *request = self->request;
  const MzLossScenario *scenarios[2];
  guint n = choose_scenarios (request, scenarios);
  g_autofree char *headline = mz_loss_headline (request->loss, scenarios[n - 1]);
  g_autofree char *verdict = mz_loss_verdict_sentence (request->loss, scenarios[n - 1]);
  g_autofree char *note = mz_loss_note (request->loss);
  g_autofree char *unit = mz_pages_unit (self);
  g_autoptr (MzTable) table = year_table (self);
  const char *curve = "loss-exceedance", *bars = "annual-loss";
  MzBox content, left, right, top, rest;
  MzScene *page = mz_pages_add (self, "loss", _ ("A bad year"), headline, verdict, &content);

  mz_pages_split (self, content, 0.56, 40, &left, &right);
  rest = mz_block_heading (self, page, mz_translate (mz_chart_find (curve)->label), NULL, left);
  mz_block_chart (self, page, curve, rest);
  top = (MzBox){right.x, right.y, right.width, TABLE_HEIGHT};
  rest = mz_block_heading (self, page, _ ("The loss of a year"), unit, top);
  mz_block_table (self, page, table, 0, rest, NULL);
  top = (MzBox){right.x, right.y + TABLE_HEIGHT, right.width, right.height - TABLE_HEIGHT};
  rest = mz_block_heading (self, page, mz_translate (mz_chart_find (bars)->label), NULL, top);
  mz_block_chart (self, page, bars, rest);
  mz_pages_note (self, page, note);
}
