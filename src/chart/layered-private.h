/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Layered layout: boxes in ranks from bottom to top and links between them, ordered so that few links cross (annealed
 * sifting), placed so that links run straight, and routed so that no link meets a box. A pure and deterministic function
 * of its input; its cost is bounded by counted steps, never by a clock.
 *
 * Sugiyama, Tagawa, Toda, "Methods for Visual Understanding of Hierarchical System Structures" (1981); Matuszewski,
 * Schönfeld, Molitor, "Using Sifting for k-Layer Straightline Crossing Minimization" (1999). */

#pragma once

#include "mezasu/scene.h"

/* Most boxes, and places on ranks that skipping links pass, that are laid out; ranks are at most as many. */
#define MZ_LAYERED_MAX 20000

/* MzLayeredLink: numbers of the boxes where a link starts and ends. */
typedef struct
{
  guint from, to;
} MzLayeredLink;

/* MzLayeredGeometry: where the ranks lie. @tops and @bottoms are the edges of the boxes of each rank, y downward, rank 0
 * lowest. @gap: least distance of two boxes; @lane: width kept free for a link that passes a rank; @arc: greatest height
 * of a link within a rank. */
typedef struct
{
  double width;
  double gap, lane, arc;
  const double *tops, *bottoms;
} MzLayeredGeometry;

typedef struct _MzLayered MzLayered;

/* @ranks: of each box, 0 is the lowest. Links to boxes that do not exist, from a box to itself, and those that repeat
 * another in either direction, have no route and do not count. NULL when there is more than MZ_LAYERED_MAX allows. */
MzLayered *
mz_layered_new (const guint *ranks, guint n_boxes, const MzLayeredLink *links, guint n_links);
void mz_layered_free (MzLayered *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzLayered, mz_layered_free)

/* Pins a box: it stands at @where, 0 left to 1 right, as far as its neighbours in the rank allow, and the rest flows
 * around it. Before the layout is ordered. */
void mz_layered_pin (MzLayered *self, guint box, double where);

/* Orders every rank anew. */
void mz_layered_arrange (MzLayered *self);

/* Orders every rank by @places, where each box was before (any scale from 0, one for all ranks; below 0 for a box that is new), and moves boxes
 * only where crossings become fewer: for a box that was dragged or added. */
void mz_layered_adjust (MzLayered *self, const double *places);

/* Crossings of links between neighbouring ranks, skipping links cut into pieces at the ranks that they pass; and for a
 * link within a rank the ends of links that it passes. */
guint64 mz_layered_crossings (const MzLayered *self);

/* Place of a box in its rank, counted from the left and with passing links. */
guint mz_layered_place_of (const MzLayered *self, guint box);

/* Most boxes, and most passing links, in one rank. */
guint mz_layered_boxes_in (const MzLayered *self, guint rank, guint *n_passing);

/* Gives boxes of @widths their places: mz_layered_x() is then the middle of a box, a whole number for whole numbers in. */
void mz_layered_settle (MzLayered *self, const MzLayeredGeometry *geometry, const double *widths);
double mz_layered_x (const MzLayered *self, guint box);

/* The way of a link, from its start to its end, added to @steps (MzPathStep); FALSE when it has none. */
gboolean mz_layered_route (const MzLayered *self, guint link, GArray *steps);
