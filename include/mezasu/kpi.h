/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The balanced scorecard's arithmetic: the score of a KPI, its roll-up to objective, perspective and whole, and traffic
 * lights (Kaplan and Norton's scorecard as the JNSA CISO handbook talk of 2018 applies it); and the CISO dashboard of
 * the same talk, whose state is a worst light and never a weighted number. */

#pragma once

#include <glib.h>

#include "mezasu/maybe.h"

G_BEGIN_DECLS

/**
 * MZ_LIGHT_TOLERANCE:
 *
 * A score this close below a threshold reaches it: nine tenths added up from parts may fall short of 0.9 by a bit.
 */
#define MZ_LIGHT_TOLERANCE 1e-12

/**
 * MzLight:
 * @MZ_LIGHT_GREY: no data
 * @MZ_LIGHT_GREEN: as it should be
 * @MZ_LIGHT_AMBER: watch
 * @MZ_LIGHT_RED: act
 *
 * Lights, the worse the higher; grey stands below all colours, so the highest of several never lets grey hide red.
 */
typedef enum
{
  MZ_LIGHT_GREY,
  MZ_LIGHT_GREEN,
  MZ_LIGHT_AMBER,
  MZ_LIGHT_RED,
} MzLight;

/**
 * mz_light_name:
 * @light: a light
 *
 * Returns: (transfer none): `grey`, `green`, `amber` or `red`
 */
const char *mz_light_name (MzLight light);

/**
 * mz_light_worst:
 * @lights: (array length=n_lights) (nullable): lights of indicators, areas or objectives
 * @n_lights: how many
 *
 * Returns: the worst colour, grey only when all are grey or there are none
 */
MzLight mz_light_worst (const MzLight *lights, gsize n_lights);

/**
 * MzLightThresholds:
 * @green: lowest green score
 * @amber: lowest amber score, not above @green
 *
 * Where the light of a score changes; both 0..1.
 */
typedef struct
{
  double green;
  double amber;
} MzLightThresholds;

/**
 * MZ_LIGHT_THRESHOLDS_DEFAULT:
 *
 * Green from 0.90, amber from 0.70.
 */
#define MZ_LIGHT_THRESHOLDS_DEFAULT ((MzLightThresholds){0.90, 0.70})

/**
 * mz_light_of_score:
 * @score: a score, or nothing
 * @thresholds: where the light changes
 * @light: (out): grey without a score; untouched on failure
 *
 * Compares the unrounded score; within %MZ_LIGHT_TOLERANCE of a threshold it reaches it.
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT names `thresholds`
 */
gboolean
mz_light_of_score (MzMaybeReal score, MzLightThresholds thresholds, MzLight *light, GError **error);

/**
 * MzKpiKind:
 * @MZ_KPI_HIGHER: the higher the better
 * @MZ_KPI_LOWER: the lower the better
 * @MZ_KPI_RANGE: good within a range
 *
 * In which direction a KPI is good.
 */
typedef enum
{
  MZ_KPI_HIGHER,
  MZ_KPI_LOWER,
  MZ_KPI_RANGE,
} MzKpiKind;

/**
 * mz_kpi_kind_from_name:
 * @name: (nullable): `higher`, `lower` or `range`
 * @kind: (out): the kind; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT names `kind`
 */
gboolean mz_kpi_kind_from_name (const char *name, MzKpiKind *kind, GError **error);

/**
 * MzKpiInput:
 * @kind: in which direction the KPI is good
 * @actual: measured value a; not given: no score
 * @target: target t; for higher and lower
 * @baseline: value b at the start; optional, for higher and lower
 * @low: lower end of the range
 * @high: its upper end, not below @low
 * @tolerance: distance d outside the range at which the score is 0, more than 0; not given: half the range
 */
typedef struct
{
  MzKpiKind kind;
  MzMaybeReal actual;
  MzMaybeReal target;
  MzMaybeReal baseline;
  MzMaybeReal low;
  MzMaybeReal high;
  MzMaybeReal tolerance;
} MzKpiInput;

/**
 * MzKpiScore:
 * @raw: the score before it is limited; shown beside it
 * @score: @raw limited to 0..1
 */
typedef struct
{
  MzMaybeReal raw;
  MzMaybeReal score;
} MzKpiScore;

/**
 * mz_kpi_score:
 * @input: a KPI
 * @result: (out): its score, nothing without an actual value; untouched on failure
 *
 *     with baseline:     (a - b) / (t - b), in both directions; where t is not better than b: 1 if reached, else 0
 *     higher-better:     a / t
 *     lower-better:      (2t - a) / t
 *     t = 0:             1 if reached, else 0
 *     range [low, high]: 1 inside, else (d - distance) / d
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT names `actual`, `target` (not given, or negative without a baseline),
 *   `baseline`, `low`, `high` or `tolerance`; %MZ_ERROR_OVERFLOW when the quotient is beyond a double
 */
gboolean mz_kpi_score (const MzKpiInput *input, MzKpiScore *result, GError **error);

/**
 * MzKpiItem:
 * @score: 0..1, or nothing
 * @weight: 0..100
 *
 * One part of a roll-up.
 */
typedef struct
{
  MzMaybeReal score;
  gint64 weight;
} MzKpiItem;

/**
 * MzKpiRollup:
 * @score: sum (weight · score) / sum (weight) over the parts with a score; nothing when these weigh nothing
 * @coverage: weight with a score / all weight; nothing when all weights are 0
 */
typedef struct
{
  MzMaybeReal score;
  MzMaybeReal coverage;
} MzKpiRollup;

/**
 * mz_kpi_rollup:
 * @items: (array length=n_items) (nullable): KPIs of an objective, objectives of a perspective, or perspectives
 * @n_items: how many
 * @result: (out): the weighted mean and what it rests on; untouched on failure
 *
 * Returns: %TRUE, or %MZ_ERROR_INVALID_INPUT names `score` or `weight`
 */
gboolean mz_kpi_rollup (const MzKpiItem *items, gsize n_items, MzKpiRollup *result, GError **error);

/**
 * mz_indicator_light:
 * @higher_is_better: direction of the indicator
 * @value: its value in the period, or nothing
 * @warning: limit of green
 * @alarm: limit of amber
 * @light: (out): grey without a value; untouched on failure
 *
 * Higher-better: value >= warning green, >= alarm amber, else red; lower-better mirrored.
 *
 * Returns: %TRUE; %MZ_ERROR_INVALID_INPUT names `value`, or `warning` and `alarm` when alarm is the better of the two
 */
gboolean mz_indicator_light (gboolean higher_is_better, MzMaybeReal value, double warning,
                             double alarm, MzLight *light, GError **error);

/**
 * MZ_DASHBOARD_N_AREAS:
 *
 * Areas of the CISO dashboard: attack 攻撃, protect 対策, suspicious 侵入が疑われる, indirect 間接.
 */
#define MZ_DASHBOARD_N_AREAS 4

/**
 * MzDashboardArea:
 * @MZ_DASHBOARD_ATTACK: attacks detected by anti-virus and intrusion detection
 * @MZ_DASHBOARD_PROTECT: applied share of protection, patches, versions, configuration
 * @MZ_DASHBOARD_SUSPICIOUS: findings of log analysis, insider events
 * @MZ_DASHBOARD_INDIRECT: leavers, lost devices, outside intelligence
 *
 * Where an indicator belongs. Intrusion itself, attacks less blocked attacks, cannot be measured directly.
 */
typedef enum
{
  MZ_DASHBOARD_ATTACK,
  MZ_DASHBOARD_PROTECT,
  MZ_DASHBOARD_SUSPICIOUS,
  MZ_DASHBOARD_INDIRECT,
} MzDashboardArea;

/**
 * MzDashboardIndicator:
 * @area: its area
 * @light: its light
 */
typedef struct
{
  MzDashboardArea area;
  MzLight light;
} MzDashboardIndicator;

/**
 * MzDashboardState:
 * @areas: worst light of each area, by #MzDashboardArea
 * @state: worst light of the four
 */
typedef struct
{
  MzLight areas[MZ_DASHBOARD_N_AREAS];
  MzLight state;
} MzDashboardState;

/**
 * mz_dashboard_state:
 * @indicators: (array length=n_indicators) (nullable): the indicators' lights
 * @n_indicators: how many
 *
 * Returns: the lights of the four areas and of the whole
 */
MzDashboardState mz_dashboard_state (const MzDashboardIndicator *indicators, gsize n_indicators);

G_END_DECLS
