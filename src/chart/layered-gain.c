/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What it gains to swap two vertices of a rank of the layered layout, kept while the order changes. Narrow ranks keep
 * sums of rows, which several lanes add at once and which take no branches; wide ranks, where a row is long and few of
 * its numbers are looked at, keep a matrix of the gains and change single numbers of it. */

#include "config.h"

#include "layered-state-private.h"

#include <string.h>

/* Vertices of a rank from which on a matrix is quicker. */
#define WIDE 64

/* Rows of a vertex at least, so that most take the same way. */
#define MIN_ROWS 4

/* Adds to the gains of the neighbours on @side what it makes that v is left of w. */
static void
add_gains (MzLayered *self, guint r, MzSide side, guint v, guint w, gint16 amount)
{
  const MzRank *rank = &self->ranks[r];
  const MzRank *other = &self->ranks[side == MZ_SIDE_UP ? r + 1 : r - 1];
  const guint16 *near = rank->near[side];
  const guint16 *w_near = near + rank->start[side][w], *w_end = near + rank->start[side][w + 1];
  const guint16 *v_end = near + rank->start[side][v + 1];
  gint16 *matrix = other->gains.matrix;
  gsize n = other->n;

  for (const guint16 *x = near + rank->start[side][v]; x < v_end; x++)
    {
      gint16 *row = matrix + *x * n, *column = matrix + *x;

      for (const guint16 *y = w_near; y < w_end; y++)
        {
          row[*y] += amount;
          column[*y * n] -= amount;
        }
    }
}

static void
begin_matrices (MzLayered *self)
{
  for (guint r = 0; r < self->n_ranks; r++)
    {
      MzRank *rank = &self->ranks[r];
      gsize size = (gsize)rank->n * rank->n * sizeof (gint16);

      if (rank->gains.matrix == NULL)
        rank->gains.matrix = g_malloc (size + 1);
      memset (rank->gains.matrix, 0, size);
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

/* The rank on a side of rank @r, NULL beyond the last. */
static MzRank *
rank_beside (const MzLayered *self, guint r, MzSide side)
{
  if (side == MZ_SIDE_UP ? r + 1 >= self->n_ranks : r == 0)
    return NULL;
  return &self->ranks[side == MZ_SIDE_UP ? r + 1 : r - 1];
}

/* Rows that depend on the links only. */
static void
make_rows (MzLayered *self, guint r)
{
  MzRank *rank = &self->ranks[r];
  MzGains *gains = &rank->gains;
  gsize lanes = self->lanes;
  guint n_near = rank->start[0][rank->n] + rank->start[1][rank->n], n = 0;

  gains->base = g_new0 (MzLanes, rank->n * lanes + 1);
  gains->near = g_new0 (MzLanes, 2 * rank->n * lanes + 1);
  gains->row = g_new0 (MzLanes, lanes);
  gains->rows = g_new0 (const MzLanes *, n_near + MIN_ROWS * rank->n + 1);
  gains->row_start = g_new0 (guint, rank->n + 1);
  for (guint v = 0; v < rank->n; v++)
    {
      for (guint side = 0; side < 2; side++)
        {
          gint16 *near = (gint16 *)(gains->near + (2 * v + side) * lanes);
          gint16 *base = (gint16 *)(gains->base + v * lanes);

          for (guint k = rank->start[side][v]; k < rank->start[side][v + 1]; k++)
            {
              near[rank->near[side][k]] = 2;
              gains->rows[n++] = rank_beside (self, r, side)->gains.passed +
                                 (2 * rank->near[side][k] + 1 - side) * lanes;
            }
          for (guint w = 0; w < rank->n; w++)
            base[w] -= mz_rank_degree (rank, side, v) * mz_rank_degree (rank, side, w);
        }
      while (n < gains->row_start[v] + MIN_ROWS)
        gains->rows[n++] = self->empty;
      gains->row_start[v + 1] = n;
    }
}

static void
make_all_rows (MzLayered *self)
{
  self->empty = g_new0 (MzLanes, self->lanes);
  for (guint r = 0; r < self->n_ranks; r++)
    self->ranks[r].gains.passed = g_new0 (MzLanes, (gsize)2 * self->ranks[r].n * self->lanes + 1);
  for (guint r = 0; r < self->n_ranks; r++)
    make_rows (self, r);
}

/* Rows that depend on the order. */
static void
fill_rows (MzRank *rank, gsize lanes)
{
  g_autofree MzLanes *sum = g_new0 (MzLanes, 2 * lanes + 1);

  for (guint i = 0; i < rank->n; i++)
    {
      const MzLanes *near = rank->gains.near + 2 * rank->order[i] * lanes;
      MzLanes *passed = rank->gains.passed + 2 * rank->order[i] * lanes;

      for (guint k = 0; k < 2 * lanes; k++)
        {
          passed[k] = sum[k] + near[k] / 2;
          sum[k] += near[k];
        }
    }
}

void
mz_layered_begin_gains (MzLayered *self)
{
  guint widest = 1;

  for (guint r = 0; r < self->n_ranks; r++)
    widest = MAX (widest, self->ranks[r].n);
  if (widest > WIDE)
    {
      begin_matrices (self);
      return;
    }
  if (self->lanes == 0)
    {
      self->lanes = (widest + MZ_LANES - 1) / MZ_LANES;
      make_all_rows (self);
    }
  for (guint r = 0; r < self->n_ranks; r++)
    fill_rows (&self->ranks[r], self->lanes);
}

void
mz_layered_end_gains (MzLayered *self)
{
  for (guint r = 0; r < self->n_ranks; r++)
    {
      MzGains *gains = &self->ranks[r].gains;

      g_free (gains->passed);
      g_free (gains->near);
      g_free (gains->base);
      g_free (gains->row);
      g_free (gains->rows);
      g_free (gains->row_start);
      g_free (gains->matrix);
      *gains = (MzGains){0};
    }
  g_clear_pointer (&self->empty, g_free);
  self->lanes = 0;
}

static inline __attribute__ ((always_inline)) void
add_rows (const MzGains *gains, guint v, guint n_lanes)
{
  const MzLanes *base = gains->base + (gsize)v * n_lanes;
  const MzLanes **end = gains->rows + gains->row_start[v + 1];
  const MzLanes **row = gains->rows + gains->row_start[v];

  for (guint k = 0; k < n_lanes; k++)
    gains->row[k] = base[k] + row[0][k] + row[1][k] + row[2][k] + row[3][k];
  for (row += MIN_ROWS; row < end; row++)
    for (guint k = 0; k < n_lanes; k++)
      gains->row[k] += (*row)[k];
}

const gint16 *
mz_layered_gains (const MzLayered *self, guint r, guint v)
{
  const MzGains *gains = &self->ranks[r].gains;

  switch (self->lanes)
    {
    case 0:
      return gains->matrix + (gsize)v * self->ranks[r].n;
    case 1:
      add_rows (gains, v, 1);
      break;
    case 2:
      add_rows (gains, v, 2);
      break;
    case 3:
      add_rows (gains, v, 3);
      break;
    case 4:
      add_rows (gains, v, 4);
      break;
    default:
      add_rows (gains, v, self->lanes);
    }
  return (const gint16 *)gains->row;
}

/* v passes those from its place to @place. */
static inline __attribute__ ((always_inline)) gint
pass (MzRank *rank, guint v, guint place, const gint16 *gain, guint n_lanes)
{
  MzLanes *v_passed = rank->gains.passed + (gsize)2 * v * n_lanes;
  const MzLanes *v_near = rank->gains.near + (gsize)2 * v * n_lanes;
  guint here = rank->places[v];
  gint sum = 0, step = place > here ? 1 : -1;
  gint16 sign = step;

  for (guint i = here; i != place; i += step)
    {
      guint w = rank->order[i + step];
      MzLanes *w_passed = rank->gains.passed + (gsize)2 * w * n_lanes;
      const MzLanes *w_near = rank->gains.near + (gsize)2 * w * n_lanes;

      sum -= step * gain[w];
      rank->order[i] = w;
      rank->places[w] = i;
      for (guint k = 0; k < 2 * n_lanes; k++)
        {
          w_passed[k] -= sign * v_near[k];
          v_passed[k] += sign * w_near[k];
        }
    }
  rank->order[place] = v;
  rank->places[v] = place;
  return sum;
}

static gint
pass_in_matrix (MzLayered *self, guint r, guint v, guint place, const gint16 *gain)
{
  MzRank *rank = &self->ranks[r];
  guint here = rank->places[v];
  gint direction = place > here ? 1 : -1, sum = 0;

  for (guint i = here; i != place; i += direction)
    {
      guint w = rank->order[i + direction];

      sum -= direction * gain[w];
      for (guint side = 0; side < 2; side++)
        if (mz_rank_degree (rank, side, v) > 0 && mz_rank_degree (rank, side, w) > 0)
          add_gains (self, r, side, v, w, 2 * direction);
      rank->order[i] = w;
      rank->places[w] = i;
    }
  rank->order[place] = v;
  rank->places[v] = place;
  return sum;
}

gint
mz_layered_pass (MzLayered *self, guint r, guint v, guint place, const gint16 *gain)
{
  MzRank *rank = &self->ranks[r];

  switch (self->lanes)
    {
    case 0:
      return pass_in_matrix (self, r, v, place, gain);
    case 1:
      return pass (rank, v, place, gain, 1);
    case 2:
      return pass (rank, v, place, gain, 2);
    case 3:
      return pass (rank, v, place, gain, 3);
    case 4:
      return pass (rank, v, place, gain, 4);
    default:
      return pass (rank, v, place, gain, self->lanes);
    }
}
