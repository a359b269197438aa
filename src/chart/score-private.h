/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the pictures of KPIs and indicators share: lights with a form of their own, numbers and targets in words, and
 * lines of values by period. */

#pragma once

#include "mezasu/dashboard.h"
#include "mezasu/scorecard.h"

#include "chart-private.h"

#define MZ_LIGHT_SIZE 11.0

/* A light for those who see its colour and those who do not: ring with a dot, triangle, cross, empty ring. */
void mz_score_draw_light (const MzFrame *frame, MzLight light, double x, double y, double size,
                          const char *record);

/* The colour of a light, for lines and marks that also carry its form or its name. */
MzColour mz_score_light_colour (MzLight light);

/* What the light of a KPI and that of an indicator are called. */
const char *mz_score_kpi_light (MzLight light);
const char *mz_score_indicator_light (MzLight light);

/* A number as it was typed, without an exponent up to ten digits. */
char *mz_score_number (double value);

/* The number of a field, "–" where it is missing. */
char *mz_score_field (MzRecord *record, const char *field);

/* A share of 0..1 as a percentage, "–" where it is missing. */
char *mz_score_percent (MzMaybeReal share);

/* The change by which the scenario looked at gives a KPI another target than it has, or NULL. */
MzRecord *mz_score_change (const MzChartRequest *request, MzRecord *kpi);

/* The target of a KPI: its range, or its target; with @change "old → new". */
char *mz_score_target (MzRecord *kpi, MzRecord *change);

/* A value with its unit; a unit that begins with a digit is put in brackets, or it would read as part of the number. */
char *mz_score_with_unit (const char *number, const char *unit);

/* Pointing down for lower-better, up for higher-better, both for a range. */
const char *mz_score_direction (MzRecord *record);

/* MzSeries: values of one KPI or indicator in a box, with horizontal lines of limits and targets. */
typedef struct
{
  const MzPeriodValues *values;
  MzRecord *owner;
  double x, y, width, height;
  double levels[4]; /* of the horizontal lines */
  MzDash dashes[4];
  MzColour colours[4];
  guint n_levels;
  gboolean dots;        /* on every value, else on the last */
  MzColour last_colour; /* of the last dot */
} MzSeries;

void mz_series_add_level (MzSeries *self, MzRecord *record, const char *field, MzDash dash,
                          MzColour colour);

/* Where @value stands; the line of values and all levels are enclosed. */
double mz_series_place (const MzSeries *self, double value);

/* Draws levels and values; nothing where there is no value. */
void mz_series_draw (const MzFrame *frame, const MzSeries *self, const char *record);
