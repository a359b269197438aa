/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Pinned boxes of the layered layout. A pinned box has a fixed place in the order of its rank; the others change places
 * with each other around it. */

#include "config.h"

#include "layered-state-private.h"

#include <math.h>

void
mz_layered_pin (MzLayered *self, guint box, double where)
{
  MzRank *rank = &self->ranks[self->rank_of[box]];

  if (rank->pins == NULL)
    {
      rank->pins = g_new (double, rank->n);
      for (guint v = 0; v < rank->n; v++)
        rank->pins[v] = MZ_FREE;
    }
  rank->pins[self->local_of[box]] = CLAMP (where, 0, 1);
}

static int
compare_pins (gconstpointer a, gconstpointer b, gpointer data)
{
  const MzRank *rank = data;
  guint16 left = *(const guint16 *)a, right = *(const guint16 *)b;

  if (rank->pins[left] != rank->pins[right])
    return rank->pins[left] < rank->pins[right] ? -1 : 1;
  return (int)left - (int)right;
}

/* The vertex that is fixed at each place, or none. */
static guint *
fix_places (MzRank *rank)
{
  g_autofree guint16 *pinned = g_new (guint16, rank->n);
  guint *fixed = g_new (guint, rank->n);
  guint n = 0, next = 0;

  for (guint v = 0; v < rank->n; v++)
    {
      fixed[v] = G_MAXUINT;
      if (mz_rank_is_pinned (rank, v))
        pinned[n++] = v;
    }
  g_qsort_with_data (pinned, (int)n, sizeof *pinned, compare_pins, rank);
  for (guint i = 0; i < n; i++)
    {
      guint wanted = (guint)floor (rank->pins[pinned[i]] * (rank->n - 1) + 0.5);

      /* Those that follow need room too. */
      next = CLAMP (wanted, next, rank->n - (n - i));
      fixed[next++] = pinned[i];
    }
  return fixed;
}

void
mz_rank_fix_pins (MzRank *rank)
{
  g_autofree guint *fixed = NULL;
  g_autofree guint16 *others = NULL;
  guint n = 0;

  if (rank->pins == NULL)
    return;
  fixed = fix_places (rank);
  others = g_new (guint16, rank->n);
  for (guint i = 0; i < rank->n; i++)
    if (!mz_rank_is_pinned (rank, rank->order[i]))
      others[n++] = rank->order[i];
  n = 0;
  for (guint i = 0; i < rank->n; i++)
    {
      rank->order[i] = fixed[i] != G_MAXUINT ? (guint16)fixed[i] : others[n++];
      rank->places[rank->order[i]] = i;
    }
}

/* The next place in @direction that is not fixed, or that of v. */
static guint
next_free (const MzRank *rank, guint v, int direction)
{
  for (guint i = rank->places[v] + direction; i < rank->n; i += direction)
    if (!mz_rank_is_pinned (rank, rank->order[i]))
      return i;
  return rank->places[v];
}

/* v changes places with its next free neighbour; what stands between stays. */
static gint64
exchange (MzLayered *self, guint r, guint v, int direction)
{
  MzRank *rank = &self->ranks[r];
  guint here = rank->places[v], place = next_free (rank, v, direction);
  guint w = rank->order[place];
  gint64 change = 0;

  if (place == here)
    return 0;
  change = mz_layered_move (self, r, v, place, mz_layered_gains (self, r, v));
  return change + mz_layered_move (self, r, w, here, mz_layered_gains (self, r, w));
}

gint64
mz_layered_move_around_pins (MzLayered *self, guint r, guint v, guint place)
{
  const MzRank *rank = &self->ranks[r];
  int direction = place > rank->places[v] ? 1 : -1;
  gint64 change = 0;

  while (place != rank->places[v])
    {
      guint next = next_free (rank, v, direction);

      if (next == rank->places[v] || (direction > 0 ? next > place : next < place))
        break;
      change += exchange (self, r, v, direction);
    }
  return change;
}

gboolean
mz_layered_sift_around_pins (MzLayered *self, guint r, guint v)
{
  const MzRank *rank = &self->ranks[r];
  guint here = rank->places[v], best_place = here;
  gint64 change = 0, best = 0;

  for (int direction = -1; direction <= 1; direction += 2)
    {
      change = mz_layered_move_around_pins (self, r, v, here);
      change = 0;
      while (next_free (rank, v, direction) != rank->places[v])
        {
          change += exchange (self, r, v, direction);
          if (change < best)
            {
              best = change;
              best_place = rank->places[v];
            }
        }
    }
  mz_layered_move_around_pins (self, r, v, best_place);
  return best_place != here;
}
