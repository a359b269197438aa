/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The balanced scorecard of a model: every KPI with its latest actual value, and the roll-up from KPIs to objectives, to
 * perspectives, to the whole (Kaplan and Norton, "The Balanced Scorecard", 1996; formulas in kpi.h). */

#pragma once

#include "mezasu/kpi.h"
#include "mezasu/model.h"

G_BEGIN_DECLS

/**
 * MZ_SCORECARD_N_PERSPECTIVES:
 *
 * Finance, customer, internal process, learning and growth, in the order of the choices of the field `perspective`.
 */
#define MZ_SCORECARD_N_PERSPECTIVES 4

/**
 * MzScorecardKpi:
 * @record: the KPI
 * @objective: (nullable): its objective
 * @latest: (nullable): the value of the latest period that has an actual
 * @score: its score, nothing without an actual or where it cannot be reckoned
 * @light: its light
 * @problem: (nullable): why it cannot be reckoned although there is an actual, one sentence
 */
typedef struct
{
  MzRecord *record;
  MzRecord *objective;
  MzRecord *latest;
  MzKpiScore score;
  MzLight light;
  char *problem;
} MzScorecardKpi;

/**
 * MzScorecardObjective:
 * @record: the objective
 * @perspective: 0 finance … 3 learning and growth, -1 for none
 * @rollup: score of its KPIs by their weights, and how much of the weight has a score
 * @light: its light
 */
typedef struct
{
  MzRecord *record;
  int perspective;
  MzKpiRollup rollup;
  MzLight light;
} MzScorecardObjective;

/**
 * MzScorecardPart:
 * @rollup: score and coverage
 * @light: its light
 *
 * A perspective, or the whole.
 */
typedef struct
{
  MzKpiRollup rollup;
  MzLight light;
} MzScorecardPart;

/**
 * MzScorecard:
 * @kpis: (element-type MzScorecardKpi): in list order
 * @objectives: (element-type MzScorecardObjective): in list order
 * @perspectives: roll-up of the objectives of each by their weights
 * @whole: roll-up of the perspectives, which weigh the same
 *
 * Records are borrowed from the model.
 */
typedef struct
{
  GArray *kpis;
  GArray *objectives;
  MzScorecardPart perspectives[MZ_SCORECARD_N_PERSPECTIVES];
  MzScorecardPart whole;
} MzScorecard;

/**
 * mz_scorecard_new:
 * @model: a model
 * @thresholds: where lights change, such as %MZ_LIGHT_THRESHOLDS_DEFAULT
 *
 * Returns: (transfer full): its scorecard
 */
MzScorecard *mz_scorecard_new (MzModel *model, MzLightThresholds thresholds);
void mz_scorecard_free (MzScorecard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzScorecard, mz_scorecard_free)

/**
 * mz_scorecard_thresholds:
 * @model: a model
 *
 * Returns: where lights of scores change, from its risk criteria
 */
MzLightThresholds mz_scorecard_thresholds (MzModel *model);

/**
 * mz_scorecard_score:
 * @kpi: a record of the kind `kpi`
 * @actual: an actual value of it, or nothing
 * @result: (out): its score, nothing without an actual; untouched on failure
 *
 * Returns: %TRUE, or the errors of mz_kpi_score()
 */
gboolean mz_scorecard_score (MzRecord *kpi, MzMaybeReal actual, MzKpiScore *result,
                             GError **error);

/**
 * mz_scorecard_change:
 * @model: a model
 * @kpi: a record of the kind `kpi`
 * @scenario: (nullable): a record of the kind `scenario`
 *
 * Returns: (transfer none) (nullable): the change of an objective by which @scenario gives @kpi a new target
 */
MzRecord *mz_scorecard_change (MzModel *model, MzRecord *kpi, MzRecord *scenario);

G_END_DECLS
