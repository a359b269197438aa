/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Closed-form loss and the return on security: ALE, combined mitigation, ROSI, and the Gordon-Loeb ceiling. All results
 * are real-valued; they become yen only where they enter a cash-flow line. */

#pragma once

#include <glib.h>

#include "mezasu/maybe.h"

G_BEGIN_DECLS

/**
 * mz_rosi_sle:
 * @asset_value: value at stake, yen, 0 or more
 * @exposure: exposure factor, the share lost in one event, 0..1
 * @sle: (out): single loss expectancy, @asset_value · @exposure; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT names `asset_value` or `exposure`
 */
gboolean mz_rosi_sle (double asset_value, double exposure, double *sle, GError **error);

/**
 * mz_rosi_ale:
 * @sle: loss per event, yen, 0 or more
 * @aro: events per year, 0 or more
 * @ale: (out): annual loss expectancy, @sle · @aro; untouched on failure
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT names `sle` or `aro`; %MZ_ERROR_OVERFLOW when it is beyond 9·10^15
 */
gboolean mz_rosi_ale (double sle, double aro, double *ale, GError **error);

/**
 * mz_rosi_combine:
 * @mitigations: (array length=n_mitigations) (nullable): what each measure takes away, 0..1
 * @n_mitigations: how many; none mitigate nothing
 * @combined: (out): 1 - prod (1 - m), the measures taken as independent; untouched on failure
 *
 * A measure that lowers the frequency multiplies ARO by 1 - m, one that lowers the severity multiplies SLE.
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT names `mitigations`
 */
gboolean
mz_rosi_combine (const double *mitigations, gsize n_mitigations, double *combined, GError **error);

/**
 * mz_rosi_ale_with_measures:
 * @sle: loss per event, yen
 * @aro: events per year
 * @frequency: (array length=n_frequency) (nullable): mitigations of the frequency, 0..1
 * @n_frequency: how many
 * @severity: (array length=n_severity) (nullable): mitigations of the loss per event, 0..1
 * @n_severity: how many
 * @ale: (out): SLE · prod (1 - m_s) · ARO · prod (1 - m_f); untouched on failure
 *
 * Returns: %TRUE, or an error as mz_rosi_ale() and mz_rosi_combine() give
 */
gboolean
mz_rosi_ale_with_measures (double sle, double aro, const double *frequency, gsize n_frequency,
                           const double *severity, gsize n_severity, double *ale, GError **error);

/**
 * MzRosi:
 * @ale0: annual loss without the measure, yen
 * @ale1: annual loss with it
 * @reduction: @ale0 - @ale1; negative where a measure makes things worse
 * @rosi: (reduction - cost) / cost; nothing when the cost is 0
 */
typedef struct
{
  double ale0;
  double ale1;
  double reduction;
  MzMaybeReal rosi;
} MzRosi;

/**
 * mz_rosi_compute:
 * @sle: loss per event, yen, 0 or more
 * @aro: events per year, 0 or more
 * @mitigation: share of the loss that the measure takes away, 0..1
 * @annual_cost: cost per year, yen, 0 or more
 * @result: (out): the return; untouched on failure
 *
 * ENISA, "Introduction to Return on Security Investment" (2012):
 *
 *     ROSI = (ALE · mitigation - cost) / cost
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT names `sle`, `aro`, `mitigation` or `annual_cost`; %MZ_ERROR_OVERFLOW beyond
 *   9·10^15. A cost of 0 leaves only @rosi undefined.
 */
gboolean mz_rosi_compute (double sle, double aro, double mitigation, double annual_cost,
                          MzRosi *result, GError **error);

/**
 * mz_rosi_between:
 * @ale0: annual loss without the measure, yen, 0 or more
 * @ale1: annual loss with it, yen, 0 or more
 * @annual_cost: cost per year, yen, 0 or more
 * @result: (out): the return; untouched on failure
 *
 * The same, where both annual losses are known: ROSI = (ALE0 - ALE1 - cost) / cost.
 *
 * Returns: %TRUE, or an error as mz_rosi_compute() gives
 */
gboolean
mz_rosi_between (double ale0, double ale1, double annual_cost, MzRosi *result, GError **error);

/**
 * mz_rosi_annual_cost:
 * @costs: (array length=n_years): all costs of years 0..N, yen, positive
 * @n_years: N + 1, 2 or more
 * @annual: (out): their sum divided by N; untouched on failure
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT for a horizon below one year; %MZ_ERROR_OVERFLOW beyond ±9·10^15
 */
gboolean mz_rosi_annual_cost (const gint64 *costs, gsize n_years, double *annual, GError **error);

/**
 * mz_rosi_roi:
 * @benefits: all benefits of years 0..N, yen, undiscounted
 * @costs: all costs of years 0..N, yen, 0 or more
 * @roi: (out): (benefits - costs) / costs; untouched on failure
 *
 * Returns: %TRUE; %MZ_ERROR_UNDEFINED when @costs is 0; %MZ_ERROR_INVALID_INPUT when it is negative
 */
gboolean mz_rosi_roi (gint64 benefits, gint64 costs, double *roi, GError **error);

/**
 * MzGordonLoebClass:
 * @MZ_GORDON_LOEB_I: S(z) = v / (alpha·z + 1)^beta
 * @MZ_GORDON_LOEB_II: S(z) = v^(alpha·z + 1)
 *
 * How spending z lowers the probability of a breach.
 */
typedef enum
{
  MZ_GORDON_LOEB_I = 1,
  MZ_GORDON_LOEB_II = 2,
} MzGordonLoebClass;

/**
 * MzGordonLoeb:
 * @z_star: spending that maximises the net benefit, yen a year
 * @remaining_probability: S(z*)
 * @net_benefit: (v - S(z*))·L - z*
 * @bound: v·L/e: z* is never above it, in either class
 */
typedef struct
{
  double z_star;
  double remaining_probability;
  double net_benefit;
  double bound;
} MzGordonLoeb;

/**
 * mz_rosi_gordon_loeb:
 * @gl_class: class of the breach probability function
 * @v: breach probability without new money, 0..1
 * @loss: loss if breached, yen, 0 or more
 * @alpha: productivity of the money, per yen, more than 0
 * @beta: more than 0 (the paper takes 1 and more); read for class I only
 * @result: (out): the optimum; untouched on failure
 *
 * L. A. Gordon, M. P. Loeb, "The economics of information security investment", ACM TISSEC 5(4), 2002:
 *
 *     class I:  z* = ((v·beta·alpha·L)^(1/(beta+1)) - 1) / alpha
 *     class II: z* = ln (1 / (-alpha·v·L·ln v)) / (alpha·ln v)
 *
 * never below 0; v = 0 in either class, and v = 1 in class II, give 0. A rule-of-thumb ceiling, not a target.
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT names `class`, `v`, `loss`, `alpha` or `beta`; %MZ_ERROR_OVERFLOW beyond
 *   9·10^15
 */
gboolean mz_rosi_gordon_loeb (MzGordonLoebClass gl_class, double v, double loss, double alpha,
                              double beta, MzGordonLoeb *result, GError **error);

/**
 * mz_rosi_gordon_loeb_bound:
 * @v: breach probability, 0..1
 * @loss: loss if breached, yen, 0 or more
 * @bound: (out): v·L/e, 36.79 % of the expected loss; untouched on failure
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT names `v` or `loss`; %MZ_ERROR_OVERFLOW beyond 9·10^15
 */
gboolean mz_rosi_gordon_loeb_bound (double v, double loss, double *bound, GError **error);

G_END_DECLS
