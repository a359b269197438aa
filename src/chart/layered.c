/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The layered layout: ranks, vertices and neighbours from boxes and links, and the schedule of the search for an order. */

#include "config.h"

#include "layered-state-private.h"

#include <string.h>

#define SEED G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* SplitMix64 (Steele, Lea, Flood, 2014). */
guint64
mz_layered_random (MzLayered *self)
{
  guint64 z = self->seed += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static gboolean
add_vertex (GArray *ranks, guint rank)
{
  g_array_append_val (ranks, rank);
  return ranks->len <= MZ_LAYERED_MAX;
}

/* The vertices of a link from below to above; FALSE when there are too many. */
static gboolean
make_chain (MzLayered *self, const MzLayeredLink *link, MzChain *chain, GArray *ranks)
{
  guint low = link->from, high = link->to;

  chain->downward = g_array_index (ranks, guint, low) > g_array_index (ranks, guint, high);
  if (chain->downward)
    {
      low = link->to;
      high = link->from;
    }
  guint first = g_array_index (ranks, guint, low), last = g_array_index (ranks, guint, high);
  chain->first = self->chain_vertices->len;
  chain->arc = first == last;
  g_array_append_val (self->chain_vertices, low);
  for (guint rank = first + 1; rank < last; rank++)
    {
      guint vertex = ranks->len;

      if (!add_vertex (ranks, rank))
        return FALSE;
      g_array_append_val (self->chain_vertices, vertex);
    }
  g_array_append_val (self->chain_vertices, high);
  chain->n = self->chain_vertices->len - chain->first;
  self->n_edges += chain->arc ? 0 : chain->n - 1;
  return TRUE;
}

static gboolean
make_chains (MzLayered *self, const MzLayeredLink *links, GArray *ranks)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->n_links; i++)
    {
      guint low = MIN (links[i].from, links[i].to), high = MAX (links[i].from, links[i].to);

      if (high >= self->n_boxes || low == high)
        continue;
      gint64 pair = (gint64)low * MZ_LAYERED_MAX + high;
      if (!g_hash_table_add (seen, g_memdup2 (&pair, sizeof pair)))
        continue;
      if (!make_chain (self, &links[i], &self->chains[i], ranks))
        return FALSE;
    }
  return TRUE;
}

static void
make_ranks (MzLayered *self, const guint *ranks)
{
  self->rank_of = g_memdup2 (ranks, self->n_vertices * sizeof *ranks);
  self->local_of = g_new0 (guint, self->n_vertices + 1);
  self->ranks = g_new0 (MzRank, self->n_ranks + 1);
  for (guint v = 0; v < self->n_vertices; v++)
    self->local_of[v] = self->ranks[ranks[v]].n++;
  for (guint r = 0; r < self->n_ranks; r++)
    {
      MzRank *rank = &self->ranks[r];

      rank->vertices = g_new0 (guint, rank->n + 1);
      rank->order = g_new0 (guint16, rank->n + 1);
      rank->places = g_new0 (guint16, rank->n + 1);
      rank->best = g_new0 (guint16, rank->n + 1);
      rank->start[MZ_SIDE_DOWN] = g_new0 (guint, rank->n + 2);
      rank->start[MZ_SIDE_UP] = g_new0 (guint, rank->n + 2);
      rank->arc_start = g_new0 (guint, rank->n + 2);
      for (guint i = 0; i < rank->n; i++)
        rank->order[i] = rank->places[i] = i;
    }
  for (guint v = 0; v < self->n_vertices; v++)
    self->ranks[ranks[v]].vertices[self->local_of[v]] = v;
}

typedef void (*PairFunc) (MzLayered *self, guint low, guint high, gboolean arc);

static void
each_pair (MzLayered *self, PairFunc func)
{
  for (guint i = 0; i < self->n_links; i++)
    for (guint k = 1; k < self->chains[i].n; k++)
      {
        const guint *vertices =
            &g_array_index (self->chain_vertices, guint, self->chains[i].first + k - 1);

        func (self, vertices[0], vertices[1], self->chains[i].arc);
      }
}

static void
count_pair (MzLayered *self, guint low, guint high, gboolean arc)
{
  MzRank *below = &self->ranks[self->rank_of[low]], *above = &self->ranks[self->rank_of[high]];

  if (arc)
    {
      below->arc_start[self->local_of[low] + 2]++;
      below->arc_start[self->local_of[high] + 2]++;
      below->n_arcs++;
      return;
    }
  below->start[MZ_SIDE_UP][self->local_of[low] + 2]++;
  above->start[MZ_SIDE_DOWN][self->local_of[high] + 2]++;
}

static void
store_pair (MzLayered *self, guint low, guint high, gboolean arc)
{
  MzRank *below = &self->ranks[self->rank_of[low]], *above = &self->ranks[self->rank_of[high]];
  guint a = self->local_of[low], b = self->local_of[high];

  if (arc)
    {
      below->arcs[below->arc_start[a + 1]++] = b;
      below->arcs[below->arc_start[b + 1]++] = a;
      return;
    }
  below->near[MZ_SIDE_UP][below->start[MZ_SIDE_UP][a + 1]++] = b;
  above->near[MZ_SIDE_DOWN][above->start[MZ_SIDE_DOWN][b + 1]++] = a;
}

/* Counts stand one place further on than starts, so that storing the neighbours leaves the starts where they belong. */
static void
make_neighbours (MzLayered *self)
{
  each_pair (self, count_pair);
  for (guint r = 0; r < self->n_ranks; r++)
    {
      MzRank *rank = &self->ranks[r];

      for (guint i = 2; i <= rank->n + 1; i++)
        {
          rank->start[MZ_SIDE_DOWN][i] += rank->start[MZ_SIDE_DOWN][i - 1];
          rank->start[MZ_SIDE_UP][i] += rank->start[MZ_SIDE_UP][i - 1];
          rank->arc_start[i] += rank->arc_start[i - 1];
        }
      guint down = rank->start[MZ_SIDE_DOWN][rank->n + 1];
      guint up = rank->start[MZ_SIDE_UP][rank->n + 1];
      rank->near[MZ_SIDE_DOWN] = g_new0 (guint16, down + 1);
      rank->near[MZ_SIDE_UP] = g_new0 (guint16, up + 1);
      rank->arcs = g_new0 (guint16, 2 * rank->n_arcs + 1);
      rank->arc_side = MZ_SIDE_DOWN;
      rank->arcs_free = (rank->arc_side == MZ_SIDE_DOWN ? down : up) == 0;
    }
  each_pair (self, store_pair);
}

MzLayered *
mz_layered_new (const guint *ranks, guint n_boxes, const MzLayeredLink *links, guint n_links)
{
  g_autoptr (MzLayered) self = g_new0 (MzLayered, 1);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

  self->n_boxes = n_boxes;
  self->n_links = n_links;
  self->chains = g_new0 (MzChain, n_links + 1);
  self->chain_vertices = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_boxes; i++)
    {
      if (ranks[i] >= MZ_LAYERED_MAX || !add_vertex (all, ranks[i]))
        return NULL;
      self->n_ranks = MAX (self->n_ranks, ranks[i] + 1);
    }
  if (!make_chains (self, links, all))
    return NULL;
  self->n_vertices = all->len;
  make_ranks (self, &g_array_index (all, guint, 0));
  make_neighbours (self);
  self->widths = g_new0 (double, self->n_vertices + 1);
  self->x = g_new0 (double, self->n_vertices + 1);
  self->ports[0] = g_new0 (double, n_links + 1);
  self->ports[1] = g_new0 (double, n_links + 1);
  return g_steal_pointer (&self);
}

void
mz_layered_free (MzLayered *self)
{
  for (guint r = 0; self->ranks != NULL && r < self->n_ranks; r++)
    {
      MzRank *rank = &self->ranks[r];

      g_free (rank->vertices);
      g_free (rank->order);
      g_free (rank->places);
      g_free (rank->best);
      g_free (rank->start[0]);
      g_free (rank->start[1]);
      g_free (rank->near[0]);
      g_free (rank->near[1]);
      g_free (rank->arc_start);
      g_free (rank->arcs);
      g_free (rank->pins);
    }
  g_free (self->ranks);
  g_free (self->rank_of);
  g_free (self->local_of);
  g_free (self->chains);
  g_array_unref (self->chain_vertices);
  g_free (self->widths);
  g_free (self->x);
  g_free (self->ports[0]);
  g_free (self->ports[1]);
  g_free (self);
}

guint
mz_layered_place_of (const MzLayered *self, guint box)
{
  return self->ranks[self->rank_of[box]].places[self->local_of[box]];
}

guint
mz_layered_boxes_in (const MzLayered *self, guint rank, guint *n_passing)
{
  guint n = rank < self->n_ranks ? self->ranks[rank].n : 0, n_boxes = 0;

  for (guint i = 0; i < n; i++)
    n_boxes += self->ranks[rank].vertices[i] < self->n_boxes;
  if (n_passing != NULL)
    *n_passing = n - n_boxes;
  return n_boxes;
}

void
mz_layered_remember (MzLayered *self)
{
  for (guint r = 0; r < self->n_ranks; r++)
    memcpy (self->ranks[r].best, self->ranks[r].order, self->ranks[r].n * sizeof (guint16));
}

void
mz_layered_recall (MzLayered *self)
{
  for (guint r = 0; r < self->n_ranks; r++)
    {
      MzRank *rank = &self->ranks[r];

      memcpy (rank->order, rank->best, rank->n * sizeof (guint16));
      for (guint i = 0; i < rank->n; i++)
        rank->places[rank->order[i]] = i;
    }
}

void
mz_layered_arrange (MzLayered *self)
{
  self->seed = SEED;
  for (guint r = 0; r < self->n_ranks; r++)
    {
      for (guint i = 0; i < self->ranks[r].n; i++)
        self->ranks[r].order[i] = self->ranks[r].places[i] = i;
      mz_rank_fix_pins (&self->ranks[r]);
    }
  mz_layered_barycentre (self, 8);
  if (mz_layered_can_sift (self))
    mz_layered_search (self);
}

/* New boxes begin in the middle of those that they are linked to, else at the right end. */
static void
guess_places (const MzLayered *self, const double *places, double *keys)
{
  g_autofree double *sums = g_new0 (double, self->n_boxes + 1);
  g_autofree guint *ns = g_new0 (guint, self->n_boxes + 1);
  double last = 0;

  for (guint i = 0; i < self->n_links; i++)
    {
      const guint *vertices = &g_array_index (self->chain_vertices, guint, self->chains[i].first);
      guint low = vertices[0], high = vertices[MAX (self->chains[i].n, 1) - 1];

      if (self->chains[i].n == 0)
        continue;
      if (places[high] >= 0)
        {
          sums[low] += places[high];
          ns[low]++;
        }
      if (places[low] >= 0)
        {
          sums[high] += places[low];
          ns[high]++;
        }
    }
  for (guint i = 0; i < self->n_boxes; i++)
    last = MAX (last, places[i]);
  for (guint i = 0; i < self->n_boxes; i++)
    keys[i] = places[i] >= 0 ? places[i] : ns[i] > 0 ? sums[i] / ns[i] : last + 1;
}

/* The vertices of passing links take the places between those of their neighbours. */
void
mz_layered_adjust (MzLayered *self, const double *places)
{
  g_autofree double *keys = g_new0 (double, self->n_vertices + 1);

  guess_places (self, places, keys);
  for (guint i = 0; i < self->n_links; i++)
    {
      const MzChain *chain = &self->chains[i];
      const guint *vertices = &g_array_index (self->chain_vertices, guint, chain->first);

      for (guint k = 1; k + 1 < chain->n; k++)
        keys[vertices[k]] = keys[vertices[0]] +
                            (keys[vertices[chain->n - 1]] - keys[vertices[0]]) * k / (chain->n - 1);
    }
  for (guint r = 0; r < self->n_ranks; r++)
    {
      MzRank *rank = &self->ranks[r];
      g_autofree double *local = g_new0 (double, rank->n + 1);

      for (guint i = 0; i < rank->n; i++)
        local[i] = keys[rank->vertices[i]];
      mz_rank_sort (rank, local);
    }
  if (mz_layered_can_sift (self))
    mz_layered_sift (self);
}
