/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The scorecard while it is drawn: its rows with their cells, and the columns that have room. */

#pragma once

#include "score-private.h"

typedef enum
{
  MZ_CARD_OBJECTIVE,
  MZ_CARD_FACTOR,
  MZ_CARD_KPI,
  MZ_CARD_BASELINE,
  MZ_CARD_TARGET,
  MZ_CARD_ACTUAL,
  MZ_CARD_TREND,
  MZ_CARD_WEIGHT,
  MZ_CARD_SCORE,
  MZ_CARD_ACTION,
  MZ_CARD_N_COLUMNS,
} MzCardColumn;

/* One KPI, or an objective that has none. */
typedef struct
{
  const MzScorecardObjective *objective;
  const MzScorecardKpi *kpi; /* or NULL */
  int perspective;           /* 0 finance … 3 learning and growth */
  MzRecord *change;          /* the new target of the scenario looked at, or NULL */
  char *cells[MZ_CARD_N_COLUMNS];
  char *tooltip;
  double height;
} MzCardRow;

typedef struct
{
  MzFrame frame;
  const MzChartRequest *request;
  MzModel *model;
  MzScorecard *scorecard;
  MzPeriodValues *values;
  GPtrArray *rows; /* of MzCardRow */
  char *perspectives[MZ_SCORECARD_N_PERSPECTIVES];
  MzRecord *perspective_records[MZ_SCORECARD_N_PERSPECTIVES];
  double widths[MZ_CARD_N_COLUMNS]; /* 0: has no room */
  guint lines;                      /* most lines of a cell */
  double pad;                       /* over and under the text of a row */
} MzCard;

static inline MzCardRow *
mz_card_row (const MzCard *card, guint index)
{
  return g_ptr_array_index (card->rows, index);
}

/* Reads the scorecard of the request into rows, finance first. */
void mz_card_collect (MzCard *card, const MzChartRequest *request);
void mz_card_clear (MzCard *card);

const char *mz_card_heading (MzCardColumn column);

/* The table twin. */
MzTable *mz_card_table (const MzCard *card, const char *title);
