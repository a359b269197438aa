/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The layered layout in the making. A vertex is a box or the place where a link passes a rank. Within a rank a vertex has
 * a fixed number (its local index) and a place. */

#pragma once

#include "layered-private.h"

#define MZ_LAYERED_NOISE 2048

extern const gint16 mz_layered_noise[MZ_LAYERED_NOISE];

typedef enum
{
  MZ_SIDE_DOWN,
  MZ_SIDE_UP,
} MzSide;

/* MzRank: local indices everywhere. Neighbours of v on a side: near[side][start[side][v]] up to start[side][v + 1].
 * gain[v * n + w]: crossings of the links of v with those of w if v is left of w, less those if it is right of it. */
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
  gint16 *gain;
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

/* Moves single vertices to their best places until nothing falls. */
void mz_layered_sift (MzLayered *self);

/* Sifts from many starting points with falling noise, and keeps the best order; sets out from the present one. */
void mz_layered_search (MzLayered *self);

void mz_layered_remember (MzLayered *self);
void mz_layered_recall (MzLayered *self);
