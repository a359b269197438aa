/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The board workbook while it is made: where each figure stands, so that formulas can point to it. */

#pragma once

#include "mezasu/cell-text.h"
#include "mezasu/workbook.h"
#include "workbook-private.h"

G_BEGIN_DECLS

/* What stands for an unknown figure. */
#define MZ_BOARD_UNKNOWN "–"

/* Sheets of a board workbook begin with a title and a note; tables that can be read back have a hidden row that names their
 * columns, then headings, then records. */
#define MZ_BOARD_MARK_ROW 2
#define MZ_BOARD_HEAD_ROW 3
#define MZ_BOARD_FIRST_ROW 4

/* Columns of the sheet of amounts. */
enum
{
  MZ_AMOUNT_ID,
  MZ_AMOUNT_OPTION,
  MZ_AMOUNT_STEP,
  MZ_AMOUNT_TITLE,
  MZ_AMOUNT_KIND,
  MZ_AMOUNT_AMOUNT,
  MZ_AMOUNT_FROM,
  MZ_AMOUNT_TO,
  MZ_AMOUNT_LIFE,
  MZ_AMOUNT_NOTE,
  MZ_AMOUNT_LAST,   /* last year within the horizon */
  MZ_AMOUNT_NUMBER, /* which option */
};

/* Columns of the sheet of effects. */
enum
{
  MZ_EFFECT_ID,
  MZ_EFFECT_STEP,
  MZ_EFFECT_RISK,
  MZ_EFFECT_FREQUENCY,
  MZ_EFFECT_LOSS,
  MZ_EFFECT_LIKELIHOOD,
  MZ_EFFECT_IMPACT,
  MZ_EFFECT_FROM,
  MZ_EFFECT_START,
  MZ_EFFECT_KEPT,
  MZ_EFFECT_NUMBER,
};

/* Columns of the sheet of risks; two follow for each scenario. */
enum
{
  MZ_RISK_ID,
  MZ_RISK_CODE,
  MZ_RISK_TITLE,
  MZ_RISK_CLASS,
  MZ_RISK_VULNERABILITY,
  MZ_RISK_OWNER,
  MZ_RISK_TREATMENT,
  MZ_RISK_STATE,
  MZ_RISK_LIKELIHOOD,
  MZ_RISK_IMPACT,
  MZ_RISK_VALUE,
  MZ_RISK_BAND,
  MZ_RISK_FREQUENCY,
  MZ_RISK_LOW,
  MZ_RISK_LIKELY,
  MZ_RISK_HIGH,
  MZ_RISK_MAGNITUDE,
  MZ_RISK_SLE,
  MZ_RISK_ALE,
  MZ_RISK_SCENARIOS,
};

/* Columns of the sheets of damages, payback, rates of return and needed sales. */
enum
{
  MZ_DAMAGE_CLASS,
  MZ_DAMAGE_KIND,
  MZ_DAMAGE_TITLE,
  MZ_DAMAGE_METHOD,
  MZ_DAMAGE_LOW,
  MZ_DAMAGE_LIKELY,
  MZ_DAMAGE_HIGH,
  MZ_DAMAGE_NOTE,
};

enum
{
  MZ_PAYBACK_SCENARIO,
  MZ_PAYBACK_STATUS,
  MZ_PAYBACK_FINAL,
  MZ_PAYBACK_SHOWN,
  MZ_PAYBACK_FIRST,
  MZ_PAYBACK_COLUMNS, /* as many again for the discounted payback, then two helpers for each */
};

enum
{
  MZ_RETURN_SCENARIO,
  MZ_RETURN_COST,
  MZ_RETURN_BENEFIT,
  MZ_RETURN_NPV,
  MZ_RETURN_IRR,
  MZ_RETURN_MIRR,
  MZ_RETURN_ROI,
  MZ_RETURN_COLUMNS,
};

enum
{
  MZ_NEEDED_SCENARIO,
  MZ_NEEDED_RUNNING,
  MZ_NEEDED_MARGIN,
  MZ_NEEDED_CONTRIBUTION,
  MZ_NEEDED_PROFIT,
  MZ_NEEDED_HEADLINE,
  MZ_NEEDED_INCREASE,
  MZ_NEEDED_COLUMNS,
};

/* The cash flow of a scenario: years stand in columns from MZ_FLOW_YEARS on. */
#define MZ_FLOW_KIND 1
#define MZ_FLOW_TOTAL 2
#define MZ_FLOW_YEARS 3

typedef struct
{
  const MzScenarioResult *scenario;
  MzBookSheet *sheet; /* NULL for "do nothing" */
  char *margin;       /* formula of the contribution margin of extra sales */
  guint first_line, n_lines;
  guint kind_rows[MZ_CASH_N_KINDS];
  guint depreciation_row, expensed_row;
  guint flow_row; /* after tax where there is one */
  guint cumulative_row, discounted_row, discounted_sum_row;
  guint crossing_row, discounted_crossing_row, sign_row, change_row;
  guint place; /* among the scenarios that have a sheet */
} MzFlowSheet;

typedef struct
{
  MzBook *book;
  const MzReportRequest *request;
  const MzAnalysis *analysis;
  MzModel *model;
  MzRecordNames *names;
  MzBookSheet *summary, *assumptions, *amounts, *effects, *payback, *returns, *needed, *risks,
      *damages, *scorecard, *loss, *basis;
  GHashTable *amount_rows; /* record → row */
  GHashTable *effect_rows;
  GHashTable *damage_rows;
  GHashTable *option_numbers;
  char *matrix; /* range of the risk values */
  char *band_values, *band_names;
  MzFlowSheet *flows; /* one for each scenario of the analysis */
  guint n_flows;
  guint horizon;
} MzBoardBook;

/* Title and note on top of a sheet; @unit_style says whose unit the note names, or -1 for none. */
void mz_board_title (MzBoardBook *self, MzBookSheet *sheet, const char *title, const char *note,
                     int unit_style);
/* A figure that only stands there, or the sign for unknown. */
void
mz_board_figure (MzBookSheet *sheet, guint row, guint column, int style, const MzFigure *figure);
/* The row where @record stands, by one of the tables above. */
guint mz_board_row (GHashTable *rows, MzRecord *record);
/* A column of a table that can be read back: its mark, heading, rule and cells; @variant is added to the cells' style. */
void mz_board_column (MzBoardBook *self, MzBookSheet *sheet, guint column, const MzKind *kind,
                      const char *field, int variant);
/* What a scenario is called in headings. */
char *mz_board_scenario (const MzScenarioResult *scenario);
/* Year @t as it stands in the title row of a cash flow: its cell. */
const char *mz_board_year (MzCellName *buffer, guint t);
/* A range of the years @from to the last in @row of a cash flow, with the sheet's name; free it. */
char *mz_board_years (const MzBoardBook *self, const MzFlowSheet *flow, guint row, guint from);

/* The sheets, in the order in which they can be filled. */
void mz_board_assumptions (MzBoardBook *self);
void mz_board_amounts (MzBoardBook *self);
void mz_board_damages (MzBoardBook *self);
void mz_board_effects (MzBoardBook *self);
void mz_board_risks (MzBoardBook *self);
void mz_board_flow (MzBoardBook *self, MzFlowSheet *flow);
void mz_board_payback (MzBoardBook *self);
void mz_board_returns (MzBoardBook *self);
void mz_board_needed (MzBoardBook *self);
void mz_board_scorecard (MzBoardBook *self);
void mz_board_loss (MzBoardBook *self);
void mz_board_summary (MzBoardBook *self);

/* board-book-effects.c: effects of @scenario on @risk, in order; rows of the sheet of effects as guint. */
GArray *mz_board_cuts (MzBoardBook *self, const MzScenarioResult *scenario, MzRecord *risk);
/* What of a loss is left by the effect in @row, and from which year on. */
double mz_board_kept (MzBoardBook *self, guint row, int *start);
/* Whether the effects of @scenario on @risk make a line of avoided loss. */
gboolean mz_board_avoids (MzBoardBook *self, const MzScenarioResult *scenario, const MzRisk *risk);

G_END_DECLS
