/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The search for the order of the layered layout: sifting (a vertex tries every place and takes the best) under noise
 * that falls. Noise of the Gumbel distribution on every place makes the choice a draw from Boltzmann's distribution over
 * the places, so that nothing is ever tried in vain. */

#include "config.h"

#include "layered-state-private.h"

#include <string.h>

/* Heat, and scores with noise in 1024ths, are whole numbers in these; the lowest 16 bits of a score tell the place. */
#define HEAT_ONE 256
#define SCORE_ONE (G_GINT64_CONSTANT (1024) * HEAT_ONE * 65536)
#define STEPS 100
/* Sifts in one rank at a time, which the processor guesses better. */
#define BATCH 2
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
    {80, 950, 10, 6, 0.9701933262266491, 0.9770099572992252, 8},
    {150, 1100, 8, 4, 0.9781730247726027, 0.9850457216411267, 12},
    {400, 700, 1, 10, 0.9719817114607742, 0.9788109078252639, 16},
    {MZ_LAYERED_MAX, 300, 1, 20, 0.9701933262266491, 0.9770099572992252, 20},
};

/* MzSifter: the running state of a search. */
typedef struct
{
  MzLayered *layered;
  gint64 current;
  guint window;
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

static gboolean
has_costly_arcs (const MzRank *rank)
{
  return rank->n_arcs > 0 && !rank->arcs_free;
}

static gint64
change_of_arcs (const MzRank *rank, guint v, guint w, int direction)
{
  return has_costly_arcs (rank) ? arc_change (rank, v, w, direction) : 0;
}

/* The best place for v from @left to @right under noise, one value a place. Places are compared by the sum of the gains
 * over those left of them; a score and its place are one number, so that the greatest is found without a branch. */
static inline guint
find_noisy_place (const MzRank *rank, const gint16 *gain, guint v, guint left, guint right,
                  gint64 heat, const gint16 *noise)
{
  const guint16 *order = rank->order;
  guint here = rank->places[v];
  gint64 sum = left, best = sum + *noise++ * heat;

  for (guint i = left; i < right; i++)
    {
      sum += (gint64)gain[order[i + (i >= here)]] * SCORE_ONE + 1;
      gint64 this = sum + *noise++ * heat;
      best = MAX (best, this);
    }
  return best & 0xffff;
}

/* The same where arcs count, which lie on both sides of v. */
static guint
find_noisy_place_with_arcs (const MzRank *rank, const gint16 *gain, guint v, guint left,
                            guint right, gint64 heat, const gint16 *noise)
{
  guint here = rank->places[v];
  gint64 best = *noise++ * heat + here, sum = 0;

  for (guint i = here + 1; i <= right; i++)
    {
      sum += gain[rank->order[i]] - arc_change (rank, v, rank->order[i], 1);
      gint64 this = sum * SCORE_ONE + *noise++ * heat + i;
      best = MAX (best, this);
    }
  sum = 0;
  for (guint i = here; i-- > left;)
    {
      sum -= gain[rank->order[i]] + arc_change (rank, v, rank->order[i], -1);
      gint64 this = sum * SCORE_ONE + *noise++ * heat + i;
      best = MAX (best, this);
    }
  return best & 0xffff;
}

/* The best place for v in its whole rank; among equals it stays where it is. */
static guint
find_place (const MzRank *rank, const gint16 *gain, guint v)
{
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

gint64
mz_layered_move (MzLayered *self, guint r, guint v, guint place, const gint16 *gain)
{
  const MzRank *rank = &self->ranks[r];
  int direction = place > rank->places[v] ? 1 : -1;
  gint64 change = 0;

  if (has_costly_arcs (rank))
    for (guint i = rank->places[v]; i != place; i += direction)
      change += arc_change (rank, v, rank->order[i + direction], direction);
  return change + mz_layered_pass (self, r, v, place, gain);
}

/* Whether v found a better place. */
static gboolean
sift (MzLayered *self, guint r, guint v)
{
  const MzRank *rank = &self->ranks[r];
  const gint16 *gain;
  guint place;

  if (rank->pins != NULL)
    return !mz_rank_is_pinned (rank, v) && mz_layered_sift_around_pins (self, r, v);
  gain = mz_layered_gains (self, r, v);
  place = find_place (rank, gain, v);
  if (place == rank->places[v])
    return FALSE;
  mz_layered_move (self, r, v, place, gain);
  return TRUE;
}

void
mz_layered_sift (MzLayered *self)
{
  gboolean moved = TRUE;

  mz_layered_begin_gains (self);
  for (guint round = 0; moved && round < 50; round++)
    {
      moved = FALSE;
      for (guint vertex = 0; vertex < self->n_vertices; vertex++)
        moved = sift (self, self->rank_of[vertex], self->local_of[vertex]) || moved;
    }
  mz_layered_end_gains (self);
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
      mz_rank_fix_pins (rank);
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

/* One vertex of a rank, taken at random, goes to a place drawn under @heat. */
static inline void
sift_noisily (MzSifter *sifter, guint r, gint64 heat, gint64 *best)
{
  MzLayered *self = sifter->layered;
  MzRank *rank = &self->ranks[r];
  guint window = sifter->window, room = MZ_LAYERED_NOISE - 2 * window - 1;
  guint64 random = mz_layered_random (self);
  guint v = ((random & 0xffffffff) * rank->n) >> 32;
  const gint16 *noise = mz_layered_noise + (((random >> 32) * room) >> 32);
  const gint16 *gain = mz_layered_gains (self, r, v);
  guint here = rank->places[v];
  guint left = here > window ? here - window : 0, right = MIN (rank->n - 1, here + window);
  guint place = has_costly_arcs (rank)
                    ? find_noisy_place_with_arcs (rank, gain, v, left, right, heat, noise)
                    : find_noisy_place (rank, gain, v, left, right, heat, noise);

  /* Around pins a place costs other than it was scored, but what it costs is what counts. */
  if (rank->pins == NULL)
    sifter->current += mz_layered_move (self, r, v, place, gain);
  else if (!mz_rank_is_pinned (rank, v))
    sifter->current += mz_layered_move_around_pins (self, r, v, place);
  keep_best (sifter, best);
}

/* One descent from hot to cool: @sifts at each of the temperatures, in ranks taken by their vertices. */
static void
anneal (MzSifter *sifter, const GArray *vertices, guint sifts, double heat, double cool,
        gint64 *best)
{
  MzLayered *self = sifter->layered;

  for (guint step = 0; step<STEPS && * best> 0; step++, heat *= cool)
    {
      gint64 now = (gint64)(heat * HEAT_ONE) * 65536;

      for (guint sift = 0; sift < sifts; sift += BATCH)
        {
          guint64 pick = ((mz_layered_random (self) >> 32) * vertices->len) >> 32;
          guint r = self->rank_of[g_array_index (vertices, guint, pick)];

          for (guint i = 0; i < BATCH; i++)
            sift_noisily (sifter, r, now, best);
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
      mz_layered_begin_gains (self);
      sifter->current = mz_layered_crossings (self);
      keep_best (sifter, &best);
      anneal (sifter, vertices, sifts, half ? schedule->heat / 2 : schedule->heat,
              half ? schedule->half_cool : schedule->cool, &best);
    }
  mz_layered_recall (self);
  mz_layered_sift (self);
}
