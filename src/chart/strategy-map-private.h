/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The strategy map in the making: objectives as cards in bands of perspectives, links between them. Collecting, placing
 * and drawing are one file each. */

#pragma once

#include "cards-private.h"
#include "chart-private.h"
#include "layered-private.h"

#include "mezasu/scorecard.h"

/* MzObjectiveChange: what the scenario makes of an objective. MZ_OBJECTIVE_ELSEWHERE: only another scenario adds it. */
typedef enum
{
  MZ_OBJECTIVE_AS_IT_IS,
  MZ_OBJECTIVE_ADDED,
  MZ_OBJECTIVE_MOVED,
  MZ_OBJECTIVE_ENDANGERED,
  MZ_OBJECTIVE_ELSEWHERE,
} MzObjectiveChange;

typedef struct
{
  const MzScorecardObjective *score;
  MzRecord *record;
  MzObjectiveChange change;
  MzRecord *change_record;
  gboolean acts;    /* the scenario reaches it, by a change or along links */
  char *kpi;        /* "12 → 3 % Uneasy customers" */
  GPtrArray *risks; /* MzRecord, those that threaten it */
  int worst;   /* the greatest risk value among them under the scenario, -1 when none is rated */
  double pin;  /* 0 left to 1 right, below 0: not pinned */
  guint band;  /* 0 learning … 3 finance */
  guint level; /* causes below it in its own band */
  guint row;
  MzBox box;
} MzMapObjective;

typedef struct
{
  MzRecord *record;
  guint from, to;
  GArray *way; /* MzPathStep */
} MzMapLink;

typedef struct
{
  char *title;
  MzRecord *record;
  const MzScorecardPart *score;
  guint n_rows, first_row;
  MzBox box;
} MzMapBand;

typedef struct
{
  MzDraw draw;
  MzFrame frame;
  const MzChartRequest *request;
  MzModel *model;
  MzScorecard *scorecard;
  GArray *objectives; /* MzMapObjective */
  GArray *links;      /* MzMapLink */
  MzMapBand bands[MZ_SCORECARD_N_PERSPECTIVES];
  MzBox area;         /* of bands */
  double label_width; /* of the column of names, 0: names stand above the cards */
  double label_height;
  gboolean wordless;
  double card_x, card_room; /* where cards may stand */
  MzLayered *layered;
} MzStrategyMap;

#define mz_map_objective(map, i) (&g_array_index ((map)->objectives, MzMapObjective, (i)))
#define mz_map_link(map, i) (&g_array_index ((map)->links, MzMapLink, (i)))

/* Gives bands and cards their places; FALSE when there are too many. */
gboolean mz_strategy_map_place (MzStrategyMap *map);

void mz_strategy_map_draw (const MzStrategyMap *map);

/* Says where objectives may be set down and what drawing a line means. */
void mz_strategy_map_set_places (const MzStrategyMap *map);

/* The risks that threaten an objective, and the worst of their values. */
void mz_strategy_map_find_risks (const MzStrategyMap *map, MzMapObjective *objective);

/* "3 risks, the worst: high", NULL without risks. */
char *mz_strategy_map_say_risks (const MzStrategyMap *map, const MzMapObjective *objective);

/* What a light says, and what a scenario does, in a word. */
const char *mz_strategy_map_light (MzLight light);
const char *mz_strategy_map_change (MzObjectiveChange change);

/* A score or coverage as a percentage, "–" for none. */
char *mz_strategy_map_percent (MzMaybeReal value);
