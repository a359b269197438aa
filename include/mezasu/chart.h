/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The catalogue of charts. A chart is a function from an analysis, a size and a text measurer to a scene; a new chart is
 * one file and one row of the catalogue. */

#pragma once

#include "mezasu/analysis.h"
#include "mezasu/loss.h"
#include "mezasu/portfolio.h"
#include "mezasu/money.h"
#include "mezasu/text-measure.h"
#include "mezasu/what-if.h"

G_BEGIN_DECLS

/**
 * MzChartRequest:
 * @analysis: the results to show
 * @scenario: the scenario that is looked at; charts of all scenarios mark it
 * @measurer: measures text
 * @width: width in points, at least 160
 * @height: height in points, at least 120
 * @unit: unit of money
 * @titled: whether the chart draws its own heading (files and slides that hold nothing else)
 * @inherent: whether the heat map also shows the inherent state
 * @budget: (nullable): the best set of steps, for the frontier; without it the picture says so
 * @shown: (nullable): the set of @budget that a person looks at, the best one by default
 * @loss: (nullable): the simulated losses; without them the pictures of losses say so
 * @record: (nullable): id of the record that a picture of one thing is about; %NULL lets it choose
 * @previous: (nullable): the picture before: a chart that is steady keeps to its order as far as it can
 */
typedef struct {
  const MzAnalysis *analysis;
  const MzScenarioResult *scenario;
  MzTextMeasurer *measurer;
  double width;
  double height;
  MzMoneyUnit unit;
  gboolean titled;
  gboolean inherent;
  const MzLoss *loss;
  const MzBudget *budget;
  const MzPortfolioSet *shown;
  const char *record;
  const MzScene *previous;
} MzChartRequest;

/**
 * MzChart:
 * @name: stable name, as in `mezasu-cli chart FILE heat-map`
 * @label: what it is called, a gettext message id
 * @width: natural width in points
 * @height: natural height in points
 * @draw: makes the scene, (transfer full); never fails: what is missing is said in the picture
 * @losses: whether it shows #MzChartRequest.loss
 * @single: whether it shows #MzChartRequest.record
 * @budgets: whether it shows #MzChartRequest.budget
 * @steady: whether it keeps to #MzChartRequest.previous
 */
typedef struct {
  const char *name;
  const char *label;
  double width;
  double height;
  MzScene *(*draw) (const MzChartRequest *request);
  gboolean losses;
  gboolean single;
  gboolean steady;
  gboolean budgets;
} MzChart;

/**
 * MZ_FRONTIER_MARK:
 *
 * What the marks of the frontier are named by, before the place of their set in #MzFrontier.points.
 */
#define MZ_FRONTIER_MARK "frontier-"

/** mz_chart_find: Returns: (transfer none) (nullable): the chart of that name */
const MzChart *mz_chart_find (const char *name);

/** mz_chart_nth: Returns: (transfer none) (nullable): chart @index of the catalogue, %NULL behind the last */
const MzChart *mz_chart_nth (guint index);

/**
 * mz_chart_scorecard_part:
 * @request: what to draw
 * @first: the row to begin with, 0 for the first
 * @next: (out) (optional): the first row that found no room, 0 when all rows from @first on did; at least one row is drawn
 *
 * The scorecard for pages: it goes on where the page before ended. Without @next everything is put into one picture, and
 * rows that find no room are counted at its foot.
 *
 * Returns: (transfer full): the scene
 */
MzScene *mz_chart_scorecard_part (const MzChartRequest *request, guint first, guint *next);

/**
 * mz_chart_difference_tornado:
 * @request: what to draw; its scenario and losses are not asked for
 * @what: (nullable): what moves the difference; %NULL while it is being reckoned
 * @first: name of the first scenario
 * @second: name of the second
 *
 * The tornado of a difference: how far each assumption moves it, the widest on top, and where it turns the order.
 *
 * Returns: (transfer full): the scene
 */
MzScene *mz_chart_difference_tornado (const MzChartRequest *request, const MzWhatIf *what,
                                      const char *first, const char *second);

G_END_DECLS
