/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Ordinal risk scales: the three-by-three table of company S, the sheet of the IPA guideline for small and medium-sized
 * firms (appendix 7), a free n × m matrix, and what may be done with ordinal values.
 *
 * Ordinal values are compared, counted and maximised, never added or averaged. A matrix orders few pairs of risks for
 * sure, gives equal ratings to very different losses, and may invert the order of risks whose frequency and severity
 * are negatively correlated (L. A. Cox, "What's wrong with risk matrices?", Risk Analysis 28(2), 2008). Where frequency
 * and loss are known in numbers, rank by annual loss and show the cell beside it. */

#pragma once

#include <glib.h>

#include "mezasu/maybe.h"

G_BEGIN_DECLS

/**
 * MZ_MATRIX_MAX:
 *
 * Most levels of one side of a matrix.
 */
#define MZ_MATRIX_MAX 10

/**
 * MZ_MATRIX_BANDS_MAX:
 *
 * Most bands of a matrix.
 */
#define MZ_MATRIX_BANDS_MAX 10

/**
 * MzMatrixImportance:
 * @MZ_MATRIX_IMPORTANCE_0_TO_2: confidentiality, integrity, availability rated 0..2 (sheet of version 3)
 * @MZ_MATRIX_IMPORTANCE_1_TO_3: rated 1..3 (version 3.1)
 *
 * The scale of importance in the IPA sheet.
 */
typedef enum
{
  MZ_MATRIX_IMPORTANCE_0_TO_2,
  MZ_MATRIX_IMPORTANCE_1_TO_3,
} MzMatrixImportance;

/**
 * MzMatrixRating:
 * @likelihood: level of likelihood
 * @impact: level of impact or importance
 * @value: risk value
 * @band: severity from 0, the mildest
 * @band_name: (transfer none): its name as the sources write it: 低, 中, 高, 極大 or 小, 中, 大; %NULL for a matrix
 *   whose bands have no names
 *
 * Where a risk stands.
 */
typedef struct
{
  int likelihood;
  int impact;
  int value;
  int band;
  const char *band_name;
} MzMatrixRating;

/**
 * mz_matrix_s3_level:
 * @text: (nullable): 低, 中 or 高
 * @field: name of the field, for the message
 * @level: (out): 1, 2 or 3; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT
 */
gboolean mz_matrix_s3_level (const char *text, const char *field, int *level, GError **error);

/**
 * mz_matrix_s3:
 * @likelihood: 被害発生可能性, 1 低, 2 中, 3 高
 * @importance: 重要度, likewise
 * @rating: (out): risk value リスク値 1..3, whose band is value - 1; untouched on failure
 *
 * The table of company S (IPA practice book of the Cybersecurity Management Guidelines, table 2-4.1). By likelihood and
 * importance 低 中 高: 低 1 1 2, 中 1 2 3, 高 2 3 3; 中/低 and 高/低 are not among the book's rows and are completed by
 * symmetry. 3: a grave accident is likely; 2: a serious one is possible; 1: small or acceptable.
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT names `likelihood` or `importance`
 */
gboolean mz_matrix_s3 (int likelihood, int importance, MzMatrixRating *rating, GError **error);

/**
 * mz_matrix_ipa7:
 * @threat: frequency of the threat, 3 at any time, 2 in certain conditions, 1 normally not
 * @vulnerability: 3 no measures, 2 partly, 1 all needed measures
 * @c: confidentiality 機密性
 * @i: integrity 完全性
 * @a: availability 可用性
 * @scale: the scale of the last three
 * @rating: (out): the rating, with the importance max (c, i, a) as its impact; untouched on failure
 *
 * IPA guideline for small and medium-sized firms, appendix 7 (付録7 リスク分析シート). Likelihood by threat 3, 2, 1 and
 * vulnerability 3 2 1: 3 2 1, 2 1 1, 1 1 1. Risk value = importance · likelihood. Bands: 4 and more 大, 1..3 中, 0 小;
 * with importance from 1: 6..9 大, 3..4 中, 1..2 小. The cut points between the sheet's own rows are this method's choice.
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT names `threat`, `vulnerability`, `c`, `i` or `a`
 */
gboolean mz_matrix_ipa7 (int threat, int vulnerability, int c, int i, int a,
                         MzMatrixImportance scale, MzMatrixRating *rating, GError **error);

/**
 * MzMatrix:
 * @rows: levels of likelihood, 2..10
 * @columns: levels of impact, 2..10
 * @values: value of each cell by likelihood - 1 and impact - 1, both ascending
 * @n_cuts: cut points between bands; bands are one more
 * @cuts: lowest value of band 1, 2, ...; strictly ascending
 * @names: (transfer none): name of each band; a name may be %NULL
 *
 * A matrix of likelihood × impact.
 */
typedef struct
{
  int rows;
  int columns;
  int values[MZ_MATRIX_MAX][MZ_MATRIX_MAX];
  int n_cuts;
  int cuts[MZ_MATRIX_BANDS_MAX - 1];
  const char *names[MZ_MATRIX_BANDS_MAX];
} MzMatrix;

/**
 * mz_matrix_init_default:
 * @matrix: (out): the 5 × 5 matrix of products with bands 1-4 低, 5-9 中, 10-14 高, 15-25 極大
 */
void mz_matrix_init_default (MzMatrix *matrix);

/**
 * mz_matrix_init_product:
 * @matrix: (out): a matrix whose values are likelihood · impact; untouched on failure
 * @rows: levels of likelihood, 2..10
 * @columns: levels of impact, 2..10
 * @cuts: (array length=n_cuts): lowest value of band 1, 2, ...
 * @n_cuts: 1..9: a size other than 5 × 5 has no natural bands and must state them
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT
 */
gboolean mz_matrix_init_product (MzMatrix *matrix, int rows, int columns, const int *cuts,
                                 int n_cuts, GError **error);

/**
 * mz_matrix_check:
 * @matrix: a matrix, its table perhaps edited
 *
 * Size, cut points and values that cannot be: not whether the table is sensible, see mz_matrix_lint().
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT
 */
gboolean mz_matrix_check (const MzMatrix *matrix, GError **error);

/**
 * mz_matrix_band:
 * @matrix: a matrix
 * @value: a value
 *
 * Returns: its band from 0: the count of cut points it reaches
 */
int mz_matrix_band (const MzMatrix *matrix, int value);

/**
 * mz_matrix_rate:
 * @matrix: a matrix
 * @likelihood: 1..rows
 * @impact: 1..columns
 * @rating: (out): where the risk stands; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT names `likelihood` or `impact`
 */
gboolean mz_matrix_rate (const MzMatrix *matrix, int likelihood, int impact, MzMatrixRating *rating,
                         GError **error);

/**
 * MzMatrixFinding:
 * @MZ_MATRIX_NOT_MONOTONE: a value falls when likelihood or impact rises; such a table must not be saved
 * @MZ_MATRIX_RED_TOUCHES_GREEN: a cell of the highest band and one of the lowest share an edge although there are three
 *   or more bands: one small step leaps over all in between (Cox 2008, betweenness); a warning
 *
 * What is wrong with a table. The bits ascend by the findings' names.
 */
typedef enum
{
  MZ_MATRIX_NOT_MONOTONE = 1 << 0,
  MZ_MATRIX_RED_TOUCHES_GREEN = 1 << 1,
} MzMatrixFinding;

/**
 * mz_matrix_finding_name:
 * @finding: one finding
 *
 * Returns: (transfer none): `not_monotone` or `red_touches_green`
 */
const char *mz_matrix_finding_name (MzMatrixFinding finding);

/**
 * mz_matrix_lint:
 * @matrix: a matrix that passes mz_matrix_check()
 *
 * The bands of the cells are those of the matrix's cut points.
 *
 * Returns: all findings, 0 for none
 */
MzMatrixFinding mz_matrix_lint (const MzMatrix *matrix);

/**
 * mz_matrix_lint_bands:
 * @rows: levels of likelihood, 2..10
 * @columns: levels of impact, 2..10
 * @grid: (array): rows · columns values, likelihood ascending; each value is its own band by severity
 * @findings: (out): all findings; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT for another size
 */
gboolean mz_matrix_lint_bands (int rows, int columns, const int *grid, MzMatrixFinding *findings,
                               GError **error);

/**
 * mz_matrix_default_frequency_anchors:
 * @n_anchors: (out): 4
 *
 * Returns: (transfer none) (array length=n_anchors): events a year: 0.02, 0.1, 0.5, 2
 */
const double *mz_matrix_default_frequency_anchors (int *n_anchors);

/**
 * mz_matrix_default_loss_anchors:
 * @n_anchors: (out): 4
 *
 * Returns: (transfer none) (array length=n_anchors): yen per event: 10^6, 10^7, 10^8, 10^9
 */
const double *mz_matrix_default_loss_anchors (int *n_anchors);

/**
 * mz_matrix_level:
 * @number: a frequency per year or a loss in yen, 0 or more
 * @anchors: (array length=n_anchors): the lower bounds of level 2, 3, ..., strictly rising
 * @n_anchors: 1..9
 * @field: name of the number's field, for the message
 * @level: (out): count of the anchors that @number reaches, plus 1; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT names @field or `anchors`
 */
gboolean mz_matrix_level (double number, const double *anchors, int n_anchors, const char *field,
                          int *level, GError **error);

/**
 * MzDecision:
 * @MZ_DECISION_ACCEPT: within the appetite
 * @MZ_DECISION_TREAT_OR_JUSTIFY: above the appetite, within the tolerance
 * @MZ_DECISION_MUST_TREAT: above the tolerance
 *
 * What a risk's value asks for.
 */
typedef enum
{
  MZ_DECISION_ACCEPT,
  MZ_DECISION_TREAT_OR_JUSTIFY,
  MZ_DECISION_MUST_TREAT,
} MzDecision;

/**
 * mz_matrix_decision_name:
 * @decision: a decision
 *
 * Returns: (transfer none): `accept`, `treat_or_justify` or `must_treat`
 */
const char *mz_matrix_decision_name (MzDecision decision);

/**
 * mz_matrix_decide:
 * @value: a risk value, or a loss in yen
 * @appetite: リスク選好, in the same measure
 * @tolerance: リスク許容度, not below @appetite
 * @decision: (out): what to do; untouched on failure
 *
 * value <= appetite: accept; value <= tolerance: treat or justify; else must treat (ISO 31000:2018, 6.3.4 and 6.4.4).
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT names `appetite`, or `value` when a number is not finite
 */
gboolean mz_matrix_decide (double value, double appetite, double tolerance, MzDecision *decision,
                           GError **error);

/**
 * MzMatrixCount:
 * @value: a value that occurs
 * @count: how often
 */
typedef struct
{
  int value;
  guint count;
} MzMatrixCount;

/**
 * mz_matrix_aggregate:
 * @values: (array length=n_values) (nullable): ordinal values, by risk
 * @n_values: how many
 * @max: (out): the highest, nothing for an empty set
 *
 * The only two aggregates that ordinal values allow. Bands can be counted by the same function.
 *
 * Returns: (transfer full) (element-type MzMatrixCount): count per value, values ascending
 */
GArray *mz_matrix_aggregate (const int *values, gsize n_values, MzMaybe *max);

/**
 * MzStateWarning:
 * @MZ_STATE_CURRENT_ABOVE_INHERENT: the present controls would make the risk worse
 * @MZ_STATE_RESIDUAL_ABOVE_CURRENT: the scenario would make the risk worse
 *
 * Doubtful orders of the three states of a risk.
 */
typedef enum
{
  MZ_STATE_CURRENT_ABOVE_INHERENT = 1 << 0,
  MZ_STATE_RESIDUAL_ABOVE_CURRENT = 1 << 1,
} MzStateWarning;

/**
 * mz_matrix_residual:
 * @current: 現在
 * @residual: 残留, after the chosen scenario
 *
 * Returns: @residual, or @current when there is none
 */
MzMaybe mz_matrix_residual (MzMaybe current, MzMaybe residual);

/**
 * mz_matrix_check_states:
 * @inherent: 固有, without controls
 * @current: 現在
 * @residual: 残留; not given means as @current
 *
 * Returns: all warnings, 0 for none; a state that is not given is compared with nothing
 */
MzStateWarning mz_matrix_check_states (MzMaybe inherent, MzMaybe current, MzMaybe residual);

/**
 * mz_matrix_order_differs:
 * @value_a: matrix value of one risk
 * @annual_loss_a: its annual loss, yen
 * @value_b: matrix value of another risk
 * @annual_loss_b: its annual loss, yen
 *
 * Returns: %TRUE when the matrix puts one strictly above the other and the annual loss the other way round
 */
gboolean
mz_matrix_order_differs (int value_a, double annual_loss_a, int value_b, double annual_loss_b);

G_END_DECLS
