/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The inside of the heat map: its grid, its marks, and the steps in which it is laid out. */

#pragma once

#include "chart-private.h"

/* MzHeatMark: one state of one risk. */
typedef struct
{
  guint risk;
  MzRiskState state;
  const MzRating *rating;
  double x, y;
  gboolean shown; /* has a mark of its own, with its number */
  gboolean dot;   /* has a small mark without number */
} MzHeatMark;

/* MzHeatCell: what lies in one cell. */
typedef struct
{
  GArray *marks; /* guint: places in MzHeatMap.marks */
  gboolean counted;
} MzHeatCell;

typedef struct
{
  MzFrame frame;
  const MzAnalysis *analysis;
  const MzScenarioResult *scenario; /* NULL when there is nothing but the current state */
  const MzScale *scale;
  MzMapping columns; /* likelihood over x */
  MzMapping rows;    /* impact over y, upward */
  double cell_width, cell_height;
  double left, top, right, bottom;
  double mark_width, mark_height;
  double number_size;
  double number_width;  /* of the longest number */
  gboolean with_values; /* cells are large enough for their value */
  gboolean with_numbers;
  gboolean full;      /* large enough for titles of axes and a key */
  double foot;        /* lower end of all that belongs to the grid */
  double names_width; /* of the names at the left, 0 for none */
  double aside;       /* room at the right for the names of the lines */
  GArray *marks;      /* MzHeatMark, the current ones first */
  MzHeatCell cells[10][10];
  guint n_unrated;
} MzHeatMap;

/* Corner of a cell. */
double mz_heat_cell_x (const MzHeatMap *self, int likelihood);
double mz_heat_cell_y (const MzHeatMap *self, int impact);
MzColour mz_heat_band_colour (const MzScale *scale, int value);
MzColour mz_heat_ink_colour (const MzScale *scale, int value);

/* The room that the value takes in the upper left corner of a cell. */
double mz_heat_value_width (const MzHeatMap *self, int likelihood, int impact);

/* Collects the marks and gives each its place. */
void mz_heat_collect (MzHeatMap *self);
void mz_heat_place (MzHeatMap *self);

/* Draws, from the ground up. */
void mz_heat_draw_cells (MzHeatMap *self);
void mz_heat_draw_values (MzHeatMap *self);
void mz_heat_draw_limits (MzHeatMap *self);
void mz_heat_draw_arrows (MzHeatMap *self);
void mz_heat_draw_marks (MzHeatMap *self);
void mz_heat_draw_axes (MzHeatMap *self);

/* The legend of numbers inside the box. */
void mz_heat_draw_legend (MzHeatMap *self, double x, double y, double width, double height);

/* All that a pointer shows of a risk. */
char *mz_heat_tooltip (const MzHeatMap *self, guint risk);
const MzRating *mz_heat_residual (const MzHeatMap *self, guint risk);

/* Whether the place of a risk follows from the figures of the sheet of appendix 7, so that it cannot be told otherwise. */
gboolean mz_heat_is_by_sheet (const MzHeatMap *self, guint risk);

MzTable *mz_heat_table (const MzHeatMap *self, const char *title);
char *mz_heat_message (const MzHeatMap *self);

/* Name of the axes in the scheme that is used. */
const char *mz_heat_impact_title (const MzScale *scale);
