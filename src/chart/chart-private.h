/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What every chart shares: the type scale, the frame with its heading, the message of an empty chart, scales between
 * values and places, ticks, money in the unit of the picture, and how scenarios are told apart. */

#pragma once

#include "mezasu/chart.h"

/* Sizes of letters in points; nothing is smaller than MZ_SIZE_SMALLEST. */
#define MZ_SIZE_HEADLINE 28.0
#define MZ_SIZE_ANSWER 22.0
#define MZ_SIZE_SECTION 15.0
#define MZ_SIZE_BODY 12.5
#define MZ_SIZE_CAPTION 11.0
#define MZ_SIZE_SMALLEST 10.0

/* Everything stands on a grid of this step. */
#define MZ_GRID 8.0

#define MZ_LINE_THIN 1.0
#define MZ_LINE_MEDIUM 1.5
#define MZ_LINE_STRONG 3.0

/* MzFrame: a picture while it is drawn, and the room that its heading leaves. */
typedef struct
{
  const MzChartRequest *request;
  MzScene *scene;
  double x, y, width, height;
} MzFrame;

/* Starts the picture @name. @title is its stable title; @message is what it says, in one sentence: its description, and its
 * subtitle when the chart draws its own heading. */
MzFrame mz_frame_begin (const MzChartRequest *request, const char *name, const char *title,
                        const char *message);

/* A picture that only says why there is nothing to show. */
MzScene *mz_frame_message (const MzChartRequest *request, const char *name, const char *title,
                           const char *sentence);

/* One line of text exactly as wide as it needs to be and at most @width, shortened beyond. NULL when there is no text or
 * not even room for a letter. */
MzShape *mz_frame_line (const MzFrame *self, MzRole role, const char *text, double x, double y,
                        double width, double size, MzWeight weight, MzAlign align, MzColour colour);

/* The same with the line's middle at @y. */
MzShape *
mz_frame_line_at (const MzFrame *self, MzRole role, const char *text, double x, double y,
                  double width, double size, MzWeight weight, MzAlign align, MzColour colour);

double mz_frame_text_width (const MzFrame *self, const char *text, double size, MzWeight weight);
double mz_frame_line_height (const MzFrame *self, double size);

typedef struct _MzMapping MzMapping;

/* MzMappingKind: how values become places; both ways, so that a pointer's place can be read as a value. */
typedef struct
{
  double (*to_place) (const MzMapping *self, double value);
  double (*to_value) (const MzMapping *self, double place);
} MzMappingKind;

/* MzMapping: values @from … @to over places @start … @end. The ordinal kind gives each whole number a band of its own and
 * answers with its middle. */
struct _MzMapping
{
  const MzMappingKind *kind;
  double from, to;
  double start, end;
};

extern const MzMappingKind mz_mapping_linear;
extern const MzMappingKind mz_mapping_ordinal;

double mz_mapping_place (const MzMapping *self, double value);
double mz_mapping_value (const MzMapping *self, double place);

/* Width of one band of an ordinal mapping. */
double mz_mapping_band (const MzMapping *self);

/* MzTicks: round numbers @first, @first + @step … that enclose a range. */
typedef struct
{
  double first, step;
  guint n;
} MzTicks;

/* At most @most steps of 1, 2 or 5 times a power of ten that enclose @low … @high. */
MzTicks mz_ticks_enclose (double low, double high, guint most);

double mz_ticks_nth (const MzTicks *self, guint index);
double mz_ticks_last (const MzTicks *self);

/* The label of a tick of money, with as many decimals as the step needs. */
char *mz_ticks_money (const MzTicks *self, guint index, MzMoneyUnit unit);

/* An amount in @unit without the unit, for marks and tables; with more decimals than usual where it would round to little. */
char *mz_chart_money (gint64 yen, MzMoneyUnit unit);

/* An amount as a sentence says it, with its unit. */
char *mz_chart_say (gint64 yen);

/* An amount without its unit like mz_chart_money(), of a figure: "–" when unknown, marked when an assumption went into it. */
char *mz_chart_figure (const MzFigure *figure, MzMoneyUnit unit);

/* "(unit: million yen)" */
char *mz_chart_unit_note (MzMoneyUnit unit);

/* A column heading with the unit; "#" in front for the column of numbers. */
char *mz_chart_money_heading (const char *heading, MzMoneyUnit unit);

/* "This year", "1 year later" …, or the short form where there is little room. */
char *mz_chart_year (int year, gboolean brief);

/* The number of a risk: that in its code (R-07 becomes 7), else its place in the list. */
char *mz_chart_risk_number (const MzRisk *risk, guint index);

/* MzManner: how a scenario is told from the others, never by colour alone. */
typedef struct
{
  MzColour colour;
  MzDash dash;
  enum
  {
    MZ_MARKER_CIRCLE,
    MZ_MARKER_SQUARE,
    MZ_MARKER_TRIANGLE,
    MZ_MARKER_DIAMOND,
  } marker;
} MzManner;

/* The manner of scenario @index of @analysis. */
MzManner mz_chart_manner (const MzAnalysis *analysis, guint index);

/* A marker of a manner around (@x, @y); @hollow ones are filled with paper. */
MzShape *mz_frame_marker (const MzFrame *self, MzRole role, const MzManner *manner, double x,
                          double y, double size, gboolean hollow);

/* The charts, one file each; catalogue.c lists them. */
MzScene *mz_chart_annual_loss (const MzChartRequest *request);
MzScene *mz_chart_cash_flow (const MzChartRequest *request);
MzScene *mz_chart_common_ground (const MzChartRequest *request);
MzScene *mz_chart_compare_heat (const MzChartRequest *request);
MzScene *mz_chart_compare_table (const MzChartRequest *request);
MzScene *mz_chart_dashboard (const MzChartRequest *request);
MzScene *mz_chart_five_forces (const MzChartRequest *request);
MzScene *mz_chart_frontier (const MzChartRequest *request);
MzScene *mz_chart_gap_levels (const MzChartRequest *request);
MzScene *mz_chart_heat_map (const MzChartRequest *request);
MzScene *mz_chart_internal_board (const MzChartRequest *request);
MzScene *mz_chart_kpi_trend (const MzChartRequest *request);
MzScene *mz_chart_loss_exceedance (const MzChartRequest *request);
MzScene *mz_chart_loss_exceedance_log (const MzChartRequest *request);
MzScene *mz_chart_payback (const MzChartRequest *request);
MzScene *mz_chart_pest_board (const MzChartRequest *request);
MzScene *mz_chart_plan (const MzChartRequest *request);
MzScene *mz_chart_profit_and_loss (const MzChartRequest *request);
MzScene *mz_chart_profit_and_loss_years (const MzChartRequest *request);
MzScene *mz_chart_risk_distribution (const MzChartRequest *request);
MzScene *mz_chart_scorecard (const MzChartRequest *request);
MzScene *mz_chart_situation_sheet (const MzChartRequest *request);
MzScene *mz_chart_stakeholder_map (const MzChartRequest *request);
MzScene *mz_chart_strategy_map (const MzChartRequest *request);
MzScene *mz_chart_strategy_map_pair (const MzChartRequest *request);
MzScene *mz_chart_system_map (const MzChartRequest *request);
MzScene *mz_chart_tornado (const MzChartRequest *request);
MzScene *mz_chart_trace (const MzChartRequest *request);
