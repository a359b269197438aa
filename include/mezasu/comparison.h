/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Scenarios side by side: one column of figures for each, what differs from doing nothing, which is best in each row, and
 * the verdict of each pair in a sentence. A pure function of results that are there already; horizon, rate, seed and years
 * are those of the model, so the same for all. Nothing is added up over rows: a rank is by one row that somebody chose. */

#pragma once

#include "mezasu/analysis.h"
#include "mezasu/loss.h"
#include "mezasu/money.h"

G_BEGIN_DECLS

/** MZ_COMPARE_MOST: so many scenarios stand side by side in pictures, "do nothing" among them */
#define MZ_COMPARE_MOST 4

/** MzCriterion: what scenarios are compared by */
typedef enum {
  MZ_COMPARE_INVESTMENT,
  MZ_COMPARE_RUNNING,
  MZ_COMPARE_AVOIDED,
  MZ_COMPARE_VALUE,
  MZ_COMPARE_ABOVE,
  MZ_COMPARE_ALE,
  MZ_COMPARE_BAD_YEAR,
  MZ_COMPARE_NPV,
  MZ_COMPARE_PAYBACK,
  MZ_COMPARE_IRR,
  MZ_COMPARE_ROSI,
  MZ_COMPARE_NEEDED,
  MZ_COMPARE_GAPS,
  MZ_N_CRITERIA,
} MzCriterion;

/** MzCriterionNature: what the numbers of a criterion are: yen, a share of one, years, a count, a risk value */
typedef enum {
  MZ_NATURE_MONEY,
  MZ_NATURE_RATIO,
  MZ_NATURE_YEARS,
  MZ_NATURE_COUNT,
  MZ_NATURE_BAND,
} MzCriterionNature;

/**
 * MzCriterionInfo:
 * @code: stable name, such as `npv`
 * @label: a gettext message id
 * @nature: what its numbers are
 * @better: 1 when more is better, -1 when less is
 * @simulated: whether it needs the simulated losses
 */
typedef struct {
  const char *code;
  const char *label;
  MzCriterionNature nature;
  int better;
  gboolean simulated;
} MzCriterionInfo;

/** mz_criterion_info: Returns: (transfer none): what is known of @criterion */
const MzCriterionInfo *mz_criterion_info (MzCriterion criterion);

/** mz_criterion_find: Returns: whether @code names a criterion, then in @criterion (out) */
gboolean mz_criterion_find (const char *code, MzCriterion *criterion);

/** mz_criterion_text: Returns: (transfer full): @value or a difference of such values; money in @unit without its name */
char *mz_criterion_text (MzCriterion criterion, double value, MzMoneyUnit unit);

/**
 * MzComparisonCell:
 * @known: whether there is a value
 * @value: yen, share, years or number, unrounded
 * @assumed: whether an illustrative assumption went into it
 * @best: whether no other scenario is better, and one at least is worse
 * @reason: (nullable): why it is blank, one sentence
 * @sources: (nullable) (array zero-terminated=1): ids of the records that it was computed from
 */
typedef struct {
  gboolean known;
  double value;
  gboolean assumed;
  gboolean best;
  char *reason;
  char **sources;
} MzComparisonCell;

/**
 * MzComparison:
 * @analysis: the results with the compared scenarios only, in their order; a view that lives as long as this
 * @loss: (nullable): the simulated losses likewise
 * @n_scenarios: how many are compared
 * @cells: by scenario and criterion
 */
typedef struct {
  const MzAnalysis *analysis;
  const MzLoss *loss;
  guint n_scenarios;
  MzComparisonCell (*cells)[MZ_N_CRITERIA];
} MzComparison;

/**
 * mz_comparison_new:
 * @analysis: the results; they must outlive the comparison
 * @loss: (nullable): the simulated losses; without them their row is blank and says so
 * @ids: (nullable) (array zero-terminated=1): ids or codes of scenarios; %NULL for all
 *
 * "Do nothing" is always among them, and first.
 *
 * Returns: (transfer full): the comparison
 */
MzComparison *mz_comparison_new (const MzAnalysis *analysis, const MzLoss *loss,
                                 const char *const *ids);
void mz_comparison_free (MzComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzComparison, mz_comparison_free)

/** mz_comparison_scenario: Returns: (transfer none): scenario @index; 0 is "do nothing" */
const MzScenarioResult *mz_comparison_scenario (const MzComparison *self, guint index);

/** mz_comparison_cell: Returns: (transfer none): the figure of scenario @index */
const MzComparisonCell *mz_comparison_cell (const MzComparison *self, guint index,
                                            MzCriterion criterion);

/**
 * mz_comparison_rank:
 * @self: a comparison
 * @criterion: the one row that counts
 * @index: a scenario
 *
 * Ties share a rank, and the next one is counted on: 1, 2, 2, 4.
 *
 * Returns: 1 for the best; 0 where the figure is blank
 */
guint mz_comparison_rank (const MzComparison *self, MzCriterion criterion, guint index);

/** mz_comparison_difference: Returns: whether both are known, then @a less @b in @difference (out) */
gboolean mz_comparison_difference (const MzComparison *self, MzCriterion criterion, guint a,
                                   guint b, double *difference);

/** mz_comparison_text: Returns: (transfer full): the figure as it is shown, "–" where it is blank; money without its unit */
char *mz_comparison_text (const MzComparison *self, guint index, MzCriterion criterion,
                          MzMoneyUnit unit);

/**
 * mz_comparison_difference_text:
 * @self: a comparison
 * @index: a scenario
 * @criterion: a row
 * @unit: unit of money
 *
 * Returns: (transfer full) (nullable): what is more or less than with doing nothing, with its sign; %NULL where one of the two
 *   is blank or both are equal
 */
char *mz_comparison_difference_text (const MzComparison *self, guint index, MzCriterion criterion,
                                     MzMoneyUnit unit);

/**
 * mz_comparison_verdict:
 * @self: a comparison
 * @a: a scenario
 * @b: another
 *
 * Which one costs less over the horizon, what each leaves above the tolerance and in expected loss, and which one is worth
 * more. What is not known is said.
 *
 * Returns: (transfer full): the verdict in plain words
 */
char *mz_comparison_verdict (const MzComparison *self, guint a, guint b);

/**
 * mz_comparison_verdicts:
 * @self: a comparison
 *
 * Returns: (transfer full) (element-type utf8): the verdict of every pair, those among the plans before those against doing
 *   nothing
 */
GPtrArray *mz_comparison_verdicts (const MzComparison *self);

G_END_DECLS
