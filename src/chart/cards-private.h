/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the pictures of the context share: cards of context entries with their derivation chips and strength bars, and the
 * boards of columns that hold them. */

#pragma once

#include "mezasu/chart.h"

/* Sizes of letters on cards, in points; nothing is smaller than MZ_CARD_SMALL. */
#define MZ_CARD_HEAD 12.5
#define MZ_CARD_TITLE 11.5
#define MZ_CARD_TEXT 10.5
#define MZ_CARD_SMALL 10.0
#define MZ_CHIP_HEIGHT 16.0
#define MZ_STRENGTH_WIDTH 43.0
#define MZ_STRENGTH_HEIGHT 9.0

/* MzDraw: what every helper needs to put something into the picture. */
typedef struct
{
  MzScene *scene;
  MzTextMeasurer *measurer;
} MzDraw;

/* MzBox: a place in the picture. */
typedef struct
{
  double x, y, width, height;
} MzBox;

/* What one context entry bears on, in short words for chips; and in whole labels joined for tables. */
GPtrArray *mz_entry_targets (MzRecord *entry);
char *mz_entry_targets_text (MzRecord *entry);

/* Whether an entry leads nowhere although nobody said that it has no effect. */
gboolean mz_entry_is_open (const MzAnalysis *analysis, MzRecord *entry);

/* All that a pointer shows of an entry. */
char *mz_entry_tooltip (const MzAnalysis *analysis, MzRecord *entry);

/* The label of a choice field's value, "" when missing. */
const char *mz_entry_choice (MzRecord *record, const char *field);

/* A number as text for tables, "" when missing. */
char *mz_entry_level (MzRecord *record, const char *field);

/* Texts on one line that are exactly as wide as they need to be, at most @width. Returns the width taken. */
double
mz_draw_line (const MzDraw *draw, MzRole role, const char *text, double x, double y, double width,
              double size, MzWeight weight, MzAlign align, MzColour colour, const char *record);

/* A pill with a short text; returns its width. */
double mz_draw_chip (const MzDraw *draw, const char *text, double x, double y, MzColour fill,
                     MzColour stroke, MzColour ink, const char *record);
double mz_chip_width (const MzDraw *draw, const char *text);

/* As many chips as have room, the rest counted. */
void mz_draw_chips (const MzDraw *draw, GPtrArray *texts, double x, double y, double width,
                    const char *record);

/* Five small steps of which @strength are filled; MZ_STRENGTH_WIDTH wide. */
void mz_draw_strength (const MzDraw *draw, int strength, double x, double y, const char *record);

/* A round badge with one or two letters. */
void mz_draw_badge (const MzDraw *draw, const char *text, double x, double y, double size,
                    gboolean strong);

/* A frame that looks and behaves as a card of @record; role MZ_ROLE_MARK, decoration without record. */
MzShape *
mz_draw_card (const MzDraw *draw, const MzBox *box, const char *record, const char *tooltip);

/* MzBoardGroup: one column of a board. */
typedef struct
{
  const char *badge; /* a letter or two, or NULL */
  gboolean strong;   /* badge in the accent */
  const char *label;
  const char *hint;   /* what belongs there, for an empty column */
  GPtrArray *entries; /* MzRecord, borrowed */
  MzBoardColumn column;
} MzBoardGroup;

/* Lays the columns out inside @box, in several rows where they would become too narrow. */
void mz_board_draw (const MzDraw *draw, const MzAnalysis *analysis, const MzBoardGroup *groups,
                    guint n_groups, const MzBox *box);

/* The table twin of a board. */
MzTable *mz_board_table (const char *title, const MzAnalysis *analysis, const MzBoardGroup *groups,
                         guint n_groups);

/* The context entries that stand in @column, in list order; free with g_ptr_array_unref(). */
GPtrArray *mz_board_entries (const MzAnalysis *analysis, MzBoardColumn column);

/* What the choice @code of the field `category` is called. */
const char *mz_category_label (const MzAnalysis *analysis, const char *code);

/* Draws a picture; one that is larger than a usual screen grows as a whole, so that its letters keep their share. */
MzScene *
mz_chart_zoomed (const MzChartRequest *request, MzScene *(*draw) (const MzChartRequest *request));
