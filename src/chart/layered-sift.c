/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The search for the order of the layered layout: sifting (a vertex tries every place and takes the best) under noise
 * that falls. Noise of the Gumbel distribution on every place makes the choice a draw from Boltzmann's distribution over
 * the places, so that nothing is ever tried in vain. */

#include "config.h"

#include "layered-state-private.h"

#include <string.h>

/* Scores are in parts of this, like the noise. */
#define SCORE_ONE 1024
#define STEPS 100
#define MAX_MATRIX 4096
#define MAX_EDGES 60000

/* MzSchedule: for graphs of up to @most boxes; @sifts of each vertex over all @starts together, the noise falling from
 * @heat by @cool a step, every second start from half the heat by @half_cool, over @window places on each side. The
 * factors are (last / first)^(1 / 99). */
typedef struct
{
  guint most, sifts, starts;
  double heat, cool, half_cool;
  guint window;
} MzSchedule;

static const MzSchedule schedules[] = {
    {40, 1600, 16, 2, 0.9838744823924297, 0.9907872380122558, 8},
    {80, 800, 12, 4, 0.9770099572992252, 0.9838744823924297, 12},
    {150, 1100, 8, 4, 0.9781730247726027, 0.9850457216411267, 12},
    {400, 700, 1, 6, 0.9752123204089168, 0.982064215207568, 8},
    {MZ_LAYERED_MAX, 300, 1, 20, 0.9701933262266491, 0.9770099572992252, 20},
};

/* MzSifter: the running state of a search. */
typedef struct
{
  MzLayered *layered;
  gint64 current;
  guint window;
  gint32 noise[MZ_LAYERED_NOISE];
} MzSifter;

gboolean
mz_layered_can_sift (const MzLayered *self)
{
  gsize matrices = 0;

  for (guint r = 0; r < self->n_ranks; r++)
    {
      const MzRank *rank = &self->ranks[r];
      guint most[2] = {0, 0};

      matrices += (gsize)rank->n * rank->n;
      for (guint side = 0; side < 2; side++)
        for (guint v = 0; v < rank->n; v++)
          most[side] = MAX (most[side], mz_rank_degree (rank, side, v));
      /* The gain of a pair is at most the product of their degrees, on both sides together. */
      if (rank->n > MAX_MATRIX ||
          (guint64)most[0] * most[0] + (guint64)most[1] * most[1] > G_MAXINT16)
        return FALSE;
    }
  return self->n_edges <= MAX_EDGES && matrices <= (gsize)4 * MAX_MATRIX * MAX_MATRIX;
}

/* Adds to the gains of the neighbours on @side what it makes that v is left of w. */
static void
add_gains (MzLayered *self, guint r, MzSide side, guint v, guint w, gint16 amount)
{
  const MzRank *rank = &self->ranks[r];
  const MzRank *other = &self->ranks[side == MZ_SIDE_UP ? r + 1 : r - 1];
  const guint16 *near = rank->near[side];
  const guint16 *w_near = near + rank->start[side][w], *w_end = near + rank->start[side][w + 1];
  const guint16 *v_end = near + rank->start[side][v + 1];
  gint16 *gain = other->gain;
  gsize n = other->n;

  for (const guint16 *x = near + rank->start[side][v]; x < v_end; x++)
    {
      gint16 *row = gain + *x * n, *column = gain + *x;

      for (const guint16 *y = w_near; y < w_end; y++)
        {
          row[*y] += amount;
          column[*y * n] -= amount;
        }
    }
}

static void
build_gains (MzLayered *self)
{
  for (guint r = 0; r < self->n_ranks; r++)
    {
      MzRank *rank = &self->ranks[r];

      if (rank->gain == NULL)
        rank->gain = g_new (gint16, (gsize)rank->n * rank->n + 1);
      memset (rank->gain, 0, (gsize)rank->n * rank->n * sizeof *rank->gain);
    }
  for (guint r = 0; r < self->n_ranks; r++)
    {
      const MzRank *rank = &self->ranks[r];

      for (guint side = 0; side < 2; side++)
        for (guint i = 0; i < rank->n; i++)
          if (mz_rank_degree (rank, side, rank->order[i]) > 0)
            for (guint k = i + 1; k < rank->n; k++)
              add_gains (self, r, side, rank->order[i], rank->order[k], -1);
    }
}

static void
free_gains (MzLayered *self)
{
  for (guint r = 0; r < self->n_ranks; r++)
    g_clear_pointer (&self->ranks[r].gain, g_free);
}

/* Partners of the arcs of v to the right of it less those to the left, without w. */
static int
arc_balance (const MzRank *rank, guint v, guint w, guint place)
{
  int balance = 0;

  for (guint k = rank->arc_start[v]; k < rank->arc_start[v + 1]; k++)
    if (rank->arcs[k] != w)
      balance += rank->places[rank->arcs[k]] > place ? 1 : -1;
  return balance;
}

/* What arcs cost more when v, moving in @direction, passes w. While v moves, the places that it has passed are still
 * written one off, but on the right side of w. */
static int
arc_change (const MzRank *rank, guint v, guint w, int direction)
{
  int v_degree = mz_rank_degree (rank, rank->arc_side, v);
  int w_degree = mz_rank_degree (rank, rank->arc_side, w);

  return direction * (arc_balance (rank, w, v, rank->places[w]) * v_degree -
                      arc_balance (rank, v, w, rank->places[w]) * w_degree);
}

/* A score and its place in one number, so that the greatest is found without a branch. */
static inline gint64
score (gint64 noise, gint64 change, guint place)
{
  return (noise - change * SCORE_ONE) * 65536 + place;
}

static gint64
change_of_arcs (const MzRank *rank, guint v, guint w, int direction)
{
  return rank->n_arcs > 0 && !rank->arcs_free ? arc_change (rank, v, w, direction) : 0;
}

/* The best place for v within the window under @noise, one value a place. */
static guint
find_noisy_place (const MzRank *rank, guint v, guint window, const gint32 *noise)
{
  const gint16 *gain = rank->gain + (gsize)v * rank->n;
  const guint16 *order = rank->order;
  gboolean with_arcs = rank->n_arcs > 0 && !rank->arcs_free;
  guint here = rank->places[v];
  guint right = MIN (rank->n - 1, here + window), left = here > window ? here - window : 0;
  gint64 best = score (*noise++, 0, here);
  gint64 sum = 0;

  for (guint i = here + 1; i <= right; i++)
    {
      sum -= gain[order[i]];
      if (with_arcs)
        sum += arc_change (rank, v, order[i], 1);
      gint64 this = score (*noise++, sum, i);
      best = MAX (best, this);
    }
  sum = 0;
  for (guint i = here; i-- > left;)
    {
      sum += gain[order[i]];
      if (with_arcs)
        sum += arc_change (rank, v, order[i], -1);
      gint64 this = score (*noise++, sum, i);
      best = MAX (best, this);
    }
  return best & 0xffff;
}

/* The best place for v in its whole rank; among equals it stays where it is. */
static guint
find_place (const MzRank *rank, guint v)
{
  const gint16 *gain = rank->gain + (gsize)v * rank->n;
  guint here = rank->places[v], place = here;
  gint64 sum = 0, least = 0;

  for (guint i = here + 1; i < rank->n; i++)
    {
      sum += change_of_arcs (rank, v, rank->order[i], 1) - gain[rank->order[i]];
      if (sum < least)
        {
          least = sum;
          place = i;
        }
    }
  sum = 0;
  for (guint i = here; i-- > 0;)
    {
      sum += change_of_arcs (rank, v, rank->order[i], -1) + gain[rank->order[i]];
      if (sum < least)
        {
          least = sum;
          place = i;
        }
    }
  return place;
}

/* Moves v to @place, keeps the gains of the neighbouring ranks, and returns what the total changed by. */
static gint64
move (MzLayered *self, guint r, guint v, guint place)
{
  MzRank *rank = &self->ranks[r];
  const gint16 *gain = rank->gain + (gsize)v * rank->n;
  int direction = place > rank->places[v] ? 1 : -1;
  gint64 change = 0;

  for (guint i = rank->places[v]; i != place; i += direction)
    {
      guint w = rank->order[i + direction];

      change += change_of_arcs (rank, v, w, direction) - direction * gain[w];
      for (guint side = 0; side < 2; side++)
        if (mz_rank_degree (rank, side, v) > 0 && mz_rank_degree (rank, side, w) > 0)
          add_gains (self, r, side, v, w, 2 * direction);
      rank->order[i] = w;
      rank->places[w] = i;
      rank->order[i + direction] = v;
      rank->places[v] = i + direction;
    }
  return change;
}

void
mz_layered_sift (MzLayered *self)
{
  gboolean moved = TRUE;

  build_gains (self);
  for (guint round = 0; moved && round < 50; round++)
    {
      moved = FALSE;
      for (guint vertex = 0; vertex < self->n_vertices; vertex++)
        {
          guint r = self->rank_of[vertex], v = self->local_of[vertex];
          guint place = find_place (&self->ranks[r], v);

          if (place == self->ranks[r].places[v])
            continue;
          move (self, r, v, place);
          moved = TRUE;
        }
    }
  free_gains (self);
}

static void
shuffle (MzLayered *self)
{
  for (guint r = 0; r < self->n_ranks; r++)
    {
      MzRank *rank = &self->ranks[r];

      for (guint i = rank->n; i > 1; i--)
        {
          guint k = mz_layered_random (self) % i;
          guint16 other = rank->order[k];

          rank->order[k] = rank->order[i - 1];
          rank->order[i - 1] = other;
        }
      for (guint i = 0; i < rank->n; i++)
        rank->places[rank->order[i]] = i;
    }
}

static void
keep_best (MzSifter *sifter, gint64 *best)
{
  if (sifter->current >= *best)
    return;
  *best = sifter->current;
  mz_layered_remember (sifter->layered);
}

/* One descent from hot to cool: @sifts of a vertex taken at random at each of the temperatures. */
static void
anneal (MzSifter *sifter, const GArray *vertices, guint sifts, double heat, double cool,
        gint64 *best)
{
  MzLayered *self = sifter->layered;
  guint room = MZ_LAYERED_NOISE - 2 * sifter->window - 1;

  for (guint step = 0; step<STEPS && * best> 0; step++, heat *= cool)
    {
      for (guint i = 0; i < MZ_LAYERED_NOISE; i++)
        sifter->noise[i] = (gint32)(mz_layered_noise[i] * heat);
      for (guint sift = 0; sift < sifts; sift++)
        {
          guint64 random = mz_layered_random (self);
          guint vertex =
              g_array_index (vertices, guint, ((random & 0xffffffff) * vertices->len) >> 32);
          guint r = self->rank_of[vertex], v = self->local_of[vertex];
          guint place = find_noisy_place (&self->ranks[r], v, sifter->window,
                                          sifter->noise + (((random >> 32) * room) >> 32));

          if (place == self->ranks[r].places[v])
            continue;
          sifter->current += move (self, r, v, place);
          keep_best (sifter, best);
        }
    }
}

/* Sifts at each temperature of each start. Dense graphs cost more a sift and get fewer. */
static guint
sifts_of_step (const MzLayered *self, const MzSchedule *schedule, guint n_vertices)
{
  double degree = 2.0 * self->n_edges / MAX (self->n_vertices, 1);
  double density = MAX (1.0, (degree * degree + 64) / (9 + 64));
  double sifts = (double)schedule->sifts * n_vertices / schedule->starts / STEPS / density;

  return (guint)MAX (sifts, 1);
}

static GArray *
list_movable (const MzLayered *self)
{
  GArray *vertices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint v = 0; v < self->n_vertices; v++)
    if (self->ranks[self->rank_of[v]].n > 1)
      g_array_append_val (vertices, v);
  return vertices;
}

void
mz_layered_search (MzLayered *self)
{
  g_autofree MzSifter *sifter = g_new (MzSifter, 1);
  g_autoptr (GArray) vertices = list_movable (self);
  const MzSchedule *schedule = schedules;
  gint64 best = mz_layered_crossings (self);

  while (self->n_boxes > schedule->most)
    schedule++;
  mz_layered_remember (self);
  *sifter = (MzSifter){.layered = self, .window = schedule->window};
  guint sifts = sifts_of_step (self, schedule, vertices->len);
  for (guint start = 0; start < schedule->starts && best > 0; start++)
    {
      gboolean half = start % 2 == 1;

      if (start > 0)
        {
          shuffle (self);
          mz_layered_sweep (self, 4);
        }
      mz_layered_sift (self);
      build_gains (self);
      sifter->current = mz_layered_crossings (self);
      keep_best (sifter, &best);
      anneal (sifter, vertices, sifts, half ? schedule->heat / 2 : schedule->heat,
              half ? schedule->half_cool : schedule->cool, &best);
    }
  mz_layered_recall (self);
  mz_layered_sift (self);
}
