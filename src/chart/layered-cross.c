/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Crossings of the layered layout, counted with a Fenwick tree (Barth, Mutzel, Jünger, "Simple and Efficient Bilayer
 * Cross Counting", 2004), and the order by mean places that the search sets out from. */

#include "config.h"

#include "layered-state-private.h"

#include <stdlib.h>

/* Pairs of links above @below that cross: links in order of their lower ends, and for each those before it that end
 * further right. */
static guint64
count_gap (const MzRank *below, const MzRank *above)
{
  g_autofree guint *tree = g_new0 (guint, above->n + 1);
  guint64 total = 0;
  guint stored = 0;

  for (guint i = 0; i < below->n; i++)
    {
      guint v = below->order[i];
      guint from = below->start[MZ_SIDE_UP][v], to = below->start[MZ_SIDE_UP][v + 1];

      for (guint k = from; k < to; k++)
        {
          total += stored;
          for (guint p = above->places[below->near[MZ_SIDE_UP][k]] + 1; p > 0; p &= p - 1)
            total -= tree[p];
        }
      for (guint k = from; k < to; k++)
        for (guint p = above->places[below->near[MZ_SIDE_UP][k]] + 1; p <= above->n; p += p & -p)
          tree[p]++;
      stored += to - from;
    }
  return total;
}

/* Ends of links on the side of the arcs that the arcs of a rank pass. */
static guint64
count_arcs (const MzRank *rank)
{
  g_autofree guint64 *before = g_new0 (guint64, rank->n + 1);
  guint64 total = 0;

  for (guint i = 0; i < rank->n; i++)
    before[i + 1] = before[i] + mz_rank_degree (rank, rank->arc_side, rank->order[i]);
  for (guint v = 0; v < rank->n; v++)
    for (guint k = rank->arc_start[v]; k < rank->arc_start[v + 1]; k++)
      if (rank->places[rank->arcs[k]] > rank->places[v])
        total += before[rank->places[rank->arcs[k]]] - before[rank->places[v] + 1];
  return total;
}

guint64
mz_layered_crossings (const MzLayered *self)
{
  guint64 total = 0;

  for (guint r = 0; r < self->n_ranks; r++)
    {
      if (r + 1 < self->n_ranks)
        total += count_gap (&self->ranks[r], &self->ranks[r + 1]);
      if (self->ranks[r].n_arcs > 0 && !self->ranks[r].arcs_free)
        total += count_arcs (&self->ranks[r]);
    }
  return total;
}

typedef struct
{
  double key;
  guint16 place, vertex;
} Sorted;

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  return (int)left->place - (int)right->place;
}

void
mz_rank_sort (MzRank *rank, const double *keys)
{
  g_autofree Sorted *sorted = g_new (Sorted, rank->n + 1);

  for (guint i = 0; i < rank->n; i++)
    sorted[i] = (Sorted){keys[rank->order[i]], i, rank->order[i]};
  qsort (sorted, rank->n, sizeof *sorted, compare_sorted);
  for (guint i = 0; i < rank->n; i++)
    {
      rank->order[i] = sorted[i].vertex;
      rank->places[sorted[i].vertex] = i;
    }
  mz_rank_fix_pins (rank);
}

/* A vertex without neighbours on that side stays where it is. */
static void
sort_by_mean (MzRank *rank, const MzRank *other, MzSide side)
{
  g_autofree double *keys = g_new (double, rank->n + 1);
  double scale = (double)MAX (other->n, 1) / MAX (rank->n, 1);

  for (guint v = 0; v < rank->n; v++)
    {
      guint degree = mz_rank_degree (rank, side, v);
      double sum = 0;

      for (guint k = 0; k < degree; k++)
        sum += other->places[rank->near[side][rank->start[side][v] + k]] + 0.5;
      keys[v] = degree > 0 ? sum / degree : (rank->places[v] + 0.5) * scale;
    }
  mz_rank_sort (rank, keys);
}

static void
sweep_once (MzLayered *self, gboolean upward)
{
  for (guint i = 1; i < self->n_ranks; i++)
    {
      guint r = upward ? i : self->n_ranks - 1 - i;

      sort_by_mean (&self->ranks[r], &self->ranks[upward ? r - 1 : r + 1],
                    upward ? MZ_SIDE_DOWN : MZ_SIDE_UP);
    }
}

void
mz_layered_sweep (MzLayered *self, guint sweeps)
{
  for (guint sweep = 0; sweep < sweeps; sweep++)
    sweep_once (self, sweep % 2 == 0);
}

void
mz_layered_barycentre (MzLayered *self, guint sweeps)
{
  guint64 best = mz_layered_crossings (self);

  mz_layered_remember (self);
  for (guint sweep = 0; sweep < sweeps && best > 0; sweep++)
    {
      sweep_once (self, sweep % 2 == 0);
      guint64 crossings = mz_layered_crossings (self);
      if (crossings < best)
        {
          best = crossings;
          mz_layered_remember (self);
        }
    }
  mz_layered_recall (self);
}
