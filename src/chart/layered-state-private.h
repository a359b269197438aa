/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The layered layout in the making. A vertex is a box or the place where a link passes a rank. Within a rank a vertex has
 * a fixed number (its local index) and a place. */

#pragma once

#include "layered-private.h"

#define MZ_LAYERED_NOISE 2048

/* Numbers that are worked on together. */
#define MZ_LANES 8
typedef gint16 MzLanes __attribute__ ((vector_size (2 * MZ_LANES)));

extern const gint16 mz_layered_noise[MZ_LAYERED_NOISE];

typedef enum
{
  MZ_SIDE_DOWN,
  MZ_SIDE_UP,
} MzSide;

/* MzGains: what the gains of a rank are kept in. The gain of v over w is the number of crossings of the links of v with
 * those of w if v is left of w, less those if it is right of it. Wide ranks keep @matrix[v * n + w] of it.
 *
 * Others, in rows of @lanes of the layout: @passed[2 * x + side], with a number for each w of the rank on that side: twice
 * the neighbours of w left of x, and one if x itself is one; @near, alike: 2 for each neighbour; @base[v], with a number
 * for each w of the own rank: less the product of the degrees, on both sides. The gains of v are then @base[v] and the
 * rows @passed of its neighbours, added up in @row. */
typedef struct
{
  MzLanes *passed, *near;
  MzLanes *base, *row;
  const MzLanes **rows; /* of the neighbours of v: from row_start[v] */
  guint *row_start;
  gint16 *matrix;
} MzGains;

/* MzRank: local indices everywhere. Neighbours of v on a side: near[side][start[side][v]] up to start[side][v + 1]. */
typedef struct
{
  guint n;
  guint *vertices;
  guint16 *order; /* by place */
  guint16 *places;
  guint16 *best;
  guint *start[2];
  guint16 *near[2];
  guint *arc_start;
  guint16 *arcs;
  guint n_arcs;
  MzSide arc_side;
  gboolean arcs_free; /* nothing ends on their side */
  double *pins;       /* of each vertex, MZ_FREE for none; NULL: the rank has none */
  MzGains gains;
} MzRank;

/* MzChain: the vertices of a link from its lower to its upper end; none for a link that does not count, both boxes for
 * one within a rank. */
typedef struct
{
  guint first, n;
  gboolean downward;
  gboolean arc;
} MzChain;

struct _MzLayered
{
  guint lanes; /* vectors in a row of gains, 0: gains are kept in matrices */
  MzLanes *empty;
  guint n_boxes, n_vertices, n_ranks, n_links, n_edges;
  MzRank *ranks;
  guint *rank_of;
  guint *local_of;
  MzChain *chains;
  GArray *chain_vertices; /* guint */
  guint64 seed;
  MzLayeredGeometry geometry;
  double *widths;
  double *x;
  double *ports[2]; /* of the lower and upper end of each link, beside the middle of the vertex */
};

/* MZ_FREE: the place of a vertex that is not pinned */
#define MZ_FREE -1.0

static inline gboolean
mz_rank_is_pinned (const MzRank *rank, guint v)
{
  return rank->pins != NULL && rank->pins[v] >= 0;
}

static inline guint
mz_rank_degree (const MzRank *rank, MzSide side, guint v)
{
  return rank->start[side][v + 1] - rank->start[side][v];
}

guint64 mz_layered_random (MzLayered *self);

/* Orders a rank by @keys of its vertices, equal ones as they are. */
void mz_rank_sort (MzRank *rank, const double *keys);

/* Sweeps up and down, each vertex to the mean place of its neighbours on the side that the sweep comes from. */
void mz_layered_sweep (MzLayered *self, guint sweeps);

/* The same, ending with the best order found. */
void mz_layered_barycentre (MzLayered *self, guint sweeps);

/* Whether gains can be kept: ranks not too large, entries within 16 bits. */
gboolean mz_layered_can_sift (const MzLayered *self);

/* Gains for the present order; they hold until mz_layered_end_gains(). */
void mz_layered_begin_gains (MzLayered *self);
void mz_layered_end_gains (MzLayered *self);

/* The gains of v over each vertex of its rank, until the next call or move. */
const gint16 *mz_layered_gains (const MzLayered *self, guint r, guint v);

/* Moves v to @place and keeps the gains of the neighbouring ranks. Returns the sum of the gains over those passed. */
gint mz_layered_pass (MzLayered *self, guint r, guint v, guint place, const gint16 *gain);

/* Puts pinned vertices at their places; the others keep their order. */
void mz_rank_fix_pins (MzRank *rank);

/* Moves v to @place, whatever stands between moves up. Returns what the total changed by. */
gint64 mz_layered_move (MzLayered *self, guint r, guint v, guint place, const gint16 *gain);

/* The same for a rank with pins: v goes as far as the last free place before @place. */
gint64 mz_layered_move_around_pins (MzLayered *self, guint r, guint v, guint place);

/* Moves v to its best free place; TRUE when it went elsewhere. */
gboolean mz_layered_sift_around_pins (MzLayered *self, guint r, guint v);

/* Moves single vertices to their best places until nothing falls. */
void mz_layered_sift (MzLayered *self);

/* Sifts from many starting points with falling noise, and keeps the best order; sets out from the present one. */
void mz_layered_search (MzLayered *self);

void mz_layered_remember (MzLayered *self);
void mz_layered_recall (MzLayered *self);
