/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The ways of flows: shortest paths (E. W. Dijkstra, "A Note on Two Problems in Connexion with Graphs", 1959) over a
 * lattice of lines that run through boxes at three ports a side and through the gaps between them on three tracks. A bend,
 * a crossing, a track that another flow has taken and a zone's name each cost extra length; boxes are closed. */

#include "config.h"

#include "system-map-private.h"

#include <math.h>

#define BEND 26.0
#define CROSSING 14.0
#define SHARED 400.0
#define OVER_TITLE 160.0
/* Above this many flows the search takes a coarser lattice, so that the picture stays at hand. */
#define FLOWS_FINE 80

enum
{
  EAST,
  SOUTH,
  WEST,
  NORTH,
  N_DIRECTIONS
};

static const int step_x[N_DIRECTIONS] = {1, 0, -1, 0};
static const int step_y[N_DIRECTIONS] = {0, 1, 0, -1};

typedef struct
{
  GArray *xs, *ys; /* double, rising */
  int nx, ny;
  int *owner;     /* system whose box a node lies in, -1 outside */
  guint8 *across; /* flows that pass a node sideways */
  guint8 *along;  /* flows that pass a node up or down */
  guint8 *east;   /* flows on the edge from a node to the one right of it */
  guint8 *south;  /* flows on the edge to the one below */
  guint8 *title;  /* whether a zone's name lies there */
} MzLattice;

typedef struct
{
  double cost;
  int state;
} MzOpen;

static void
add_lines (GArray *lines, double from, double to, guint n)
{
  for (guint i = 1; i <= n; i++)
    {
      double place = from + (to - from) * i / (n + 1);

      g_array_append_val (lines, place);
    }
}

/* Lines across one direction: tracks in the margins and gaps, ports through the boxes. */
static GArray *
make_lines (double start, double pitch, double inset, double size, int n, gboolean fine)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));
  double gap = pitch - size;

  for (int i = 0; i < n; i++)
    {
      double box = start + i * pitch + inset;

      add_lines (lines, i == 0 ? start : box - gap, box, fine ? 3 : 1);
      add_lines (lines, box, box + size, fine ? 3 : 1);
    }
  add_lines (lines, start + (n - 1) * pitch + inset + size, start + n * pitch, fine ? 3 : 1);
  return lines;
}

static int
node_at (const MzLattice *self, int x, int y)
{
  return y * self->nx + x;
}

static gboolean
inside (const MzBox *box, double x, double y, double margin)
{
  return x > box->x - margin && x < box->x + box->width + margin && y > box->y - margin &&
         y < box->y + box->height + margin;
}

static MzLattice *
lattice_new (const MzSystemMap *map)
{
  MzLattice *self = g_new0 (MzLattice, 1);
  gboolean fine = map->flows->len <= FLOWS_FINE;
  double pitch_x = map->area.width / map->n_columns;
  double pitch_y = map->area.height / map->n_rows;
  gsize n;

  self->xs = make_lines (map->area.x, pitch_x, (pitch_x - map->box_width) / 2, map->box_width,
                         map->n_columns, fine);
  self->ys = make_lines (map->area.y, pitch_y, map->box_top, map->box_height, map->n_rows, fine);
  self->nx = (int)self->xs->len;
  self->ny = (int)self->ys->len;
  n = (gsize)self->nx * self->ny;
  self->owner = g_new (int, n);
  self->across = g_new0 (guint8, n);
  self->along = g_new0 (guint8, n);
  self->east = g_new0 (guint8, n);
  self->south = g_new0 (guint8, n);
  self->title = g_new0 (guint8, n);
  for (gsize i = 0; i < n; i++)
    {
      double x = g_array_index (self->xs, double, i % self->nx);
      double y = g_array_index (self->ys, double, i / self->nx);

      self->owner[i] = -1;
      for (guint z = 0; z < map->zones->len; z++)
        if (mz_map_zone (map, z)->used && inside (&mz_map_zone (map, z)->title, x, y, 3))
          self->title[i] = 1;
    }
  for (guint s = 0; s < map->systems->len; s++)
    {
      const MzBox *box = &mz_map_system (map, s)->box;

      for (int y = 0; y < self->ny; y++)
        for (int x = 0; x < self->nx; x++)
          if (inside (box, g_array_index (self->xs, double, x), g_array_index (self->ys, double, y),
                      0.5))
            self->owner[node_at (self, x, y)] = (int)s;
    }
  return self;
}

static void
lattice_free (MzLattice *self)
{
  g_array_unref (self->xs);
  g_array_unref (self->ys);
  g_free (self->owner);
  g_free (self->across);
  g_free (self->along);
  g_free (self->east);
  g_free (self->south);
  g_free (self->title);
  g_free (self);
}

static void
heap_push (GArray *heap, MzOpen open)
{
  guint i = heap->len;

  g_array_append_val (heap, open);
  while (i > 0)
    {
      guint parent = (i - 1) / 2;
      MzOpen *above = &g_array_index (heap, MzOpen, parent);
      MzOpen *here = &g_array_index (heap, MzOpen, i);

      /* Equal costs go by state, so that the picture never depends on the order of the search. */
      if (above->cost < here->cost || (above->cost == here->cost && above->state <= here->state))
        return;
      MzOpen swap = *above;
      *above = *here;
      *here = swap;
      i = parent;
    }
}

static gboolean
is_less (const MzOpen *a, const MzOpen *b)
{
  return a->cost < b->cost || (a->cost == b->cost && a->state < b->state);
}

static MzOpen
heap_pop (GArray *heap)
{
  MzOpen top = g_array_index (heap, MzOpen, 0);
  guint i = 0;

  g_array_index (heap, MzOpen, 0) = g_array_index (heap, MzOpen, heap->len - 1);
  g_array_set_size (heap, heap->len - 1);
  while (TRUE)
    {
      guint least = i;

      for (guint child = 2 * i + 1; child <= 2 * i + 2 && child < heap->len; child++)
        if (is_less (&g_array_index (heap, MzOpen, child), &g_array_index (heap, MzOpen, least)))
          least = child;
      if (least == i)
        return top;
      MzOpen swap = g_array_index (heap, MzOpen, i);
      g_array_index (heap, MzOpen, i) = g_array_index (heap, MzOpen, least);
      g_array_index (heap, MzOpen, least) = swap;
      i = least;
    }
}

static guint8 *
edge_between (MzLattice *self, int x, int y, int direction)
{
  switch (direction)
    {
    case EAST:
      return &self->east[node_at (self, x, y)];
    case WEST:
      return &self->east[node_at (self, x - 1, y)];
    case SOUTH:
      return &self->south[node_at (self, x, y)];
    default:
      return &self->south[node_at (self, x, y - 1)];
    }
}

/* What a step costs; negative when it is closed. Inside the two boxes of the flow the way is hidden and nearly free, so
 * that every port can be reached. */
static double
step_cost (MzLattice *self, int x, int y, int from, int direction, int source, int sink)
{
  int to_x = x + step_x[direction], to_y = y + step_y[direction];
  gboolean sideways = direction == EAST || direction == WEST;

  if (to_x < 0 || to_y < 0 || to_x >= self->nx || to_y >= self->ny)
    return -1;
  int here = node_at (self, x, y), there = node_at (self, to_x, to_y);
  int owner = self->owner[there];
  double length =
      fabs (g_array_index (self->xs, double, to_x) - g_array_index (self->xs, double, x)) +
      fabs (g_array_index (self->ys, double, to_y) - g_array_index (self->ys, double, y));
  if (owner >= 0 && owner != source && owner != sink)
    return -1;
  /* A way that has left its first box does not come back, nor leave the last one again. */
  if (self->owner[here] == sink || (owner == source && self->owner[here] != source))
    return self->owner[here] == owner ? 0.3 * length : -1;
  double cost = owner == source ? 0.3 * length : length;
  if (from >= 0 && from != direction && self->owner[here] < 0)
    cost += BEND;
  cost += SHARED * *edge_between (self, x, y, direction);
  if (owner < 0)
    cost += CROSSING * (sideways ? self->along[there] : self->across[there]) +
            OVER_TITLE * self->title[there];
  return cost;
}

static void
nearest_node (const MzLattice *self, const MzBox *box, int *x, int *y)
{
  double middle_x = box->x + box->width / 2, middle_y = box->y + box->height / 2;
  double best_x = G_MAXDOUBLE, best_y = G_MAXDOUBLE;

  for (int i = 0; i < self->nx; i++)
    if (fabs (g_array_index (self->xs, double, i) - middle_x) < best_x - 1e-6)
      {
        best_x = fabs (g_array_index (self->xs, double, i) - middle_x);
        *x = i;
      }
  for (int i = 0; i < self->ny; i++)
    if (fabs (g_array_index (self->ys, double, i) - middle_y) < best_y - 1e-6)
      {
        best_y = fabs (g_array_index (self->ys, double, i) - middle_y);
        *y = i;
      }
}

/* Where the segment from @a (inside the box) to @b (outside) leaves the box; segments run along one axis. */
static MzMapPoint
edge_point (const MzBox *box, MzMapPoint a, MzMapPoint b)
{
  MzMapPoint point = a;

  if (b.x > a.x + 0.01)
    point.x = box->x + box->width;
  else if (b.x < a.x - 0.01)
    point.x = box->x;
  else if (b.y > a.y)
    point.y = box->y + box->height;
  else
    point.y = box->y;
  return point;
}

/* Turns the nodes of a way into the corners of its visible part, and books the tracks that it takes. */
static void
take_way (MzLattice *self, const MzSystemMap *map, MzMapFlow *flow, const GArray *states)
{
  int source = (int)flow->source;
  const MzBox *from_box = &mz_map_system (map, flow->source)->box;
  const MzBox *to_box = &mz_map_system (map, flow->sink)->box;
  int last_direction = -1;
  MzMapPoint before = {0, 0};

  for (guint i = 0; i < states->len; i++)
    {
      int state = g_array_index (states, int, i);
      int node = state / N_DIRECTIONS, direction = state % N_DIRECTIONS;
      int x = node % self->nx, y = node / self->nx;
      int owner = self->owner[node];
      MzMapPoint here = {g_array_index (self->xs, double, x), g_array_index (self->ys, double, y)};

      if (i > 0 && !(owner == source))
        {
          gboolean first = flow->points->len == 0;
          MzMapPoint point = first ? edge_point (from_box, before, here) : before;

          if (first || direction != last_direction)
            g_array_append_val (flow->points, point);
          (*edge_between (self, x, y, (direction + 2) % N_DIRECTIONS))++;
          if (owner == (int)flow->sink)
            {
              point = edge_point (to_box, here, before);
              g_array_append_val (flow->points, point);
              return;
            }
          if (direction == EAST || direction == WEST)
            self->across[node]++;
          else
            self->along[node]++;
          last_direction = direction;
        }
      before = here;
    }
}

static void
route_flow (MzLattice *self, const MzSystemMap *map, MzMapFlow *flow)
{
  gsize n_states = (gsize)self->nx * self->ny * N_DIRECTIONS;
  g_autofree double *cost = g_new (double, n_states);
  g_autofree int *before = g_new (int, n_states);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (MzOpen));
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (int));
  int x = 0, y = 0, goal_x = 0, goal_y = 0;
  int end = -1;

  nearest_node (self, &mz_map_system (map, flow->source)->box, &x, &y);
  nearest_node (self, &mz_map_system (map, flow->sink)->box, &goal_x, &goal_y);
  for (gsize i = 0; i < n_states; i++)
    cost[i] = G_MAXDOUBLE;
  for (int d = 0; d < N_DIRECTIONS; d++)
    {
      int state = node_at (self, x, y) * N_DIRECTIONS + d;

      cost[state] = 0;
      before[state] = -1;
      heap_push (heap, (MzOpen){0, state});
    }
  while (heap->len > 0)
    {
      MzOpen open = heap_pop (heap);
      int node = open.state / N_DIRECTIONS, from = open.state % N_DIRECTIONS;

      if (open.cost > cost[open.state])
        continue;
      if (node == node_at (self, goal_x, goal_y))
        {
          end = open.state;
          break;
        }
      for (int d = 0; d < N_DIRECTIONS; d++)
        {
          double more = step_cost (self, node % self->nx, node / self->nx, from, d,
                                   (int)flow->source, (int)flow->sink);

          if (more < 0)
            continue;
          int next = node_at (self, node % self->nx + step_x[d], node / self->nx + step_y[d]) *
                         N_DIRECTIONS +
                     d;
          if (open.cost + more < cost[next])
            {
              cost[next] = open.cost + more;
              before[next] = open.state;
              heap_push (heap, (MzOpen){cost[next], next});
            }
        }
    }
  for (int state = end; state >= 0; state = before[state])
    g_array_prepend_val (states, state);
  take_way (self, map, flow, states);
}

static int
compare_length (gconstpointer a, gconstpointer b, gpointer data)
{
  const MzSystemMap *map = data;
  double length[2];
  const guint index[2] = {*(const guint *)a, *(const guint *)b};

  for (guint i = 0; i < 2; i++)
    {
      const MzMapFlow *flow = mz_map_flow (map, index[i]);
      const MzBox *from = &mz_map_system (map, flow->source)->box;
      const MzBox *to = &mz_map_system (map, flow->sink)->box;

      length[i] = fabs (from->x - to->x) + fabs (from->y - to->y);
    }
  if (fabs (length[0] - length[1]) > 0.01)
    return length[0] < length[1] ? -1 : 1;
  return index[0] < index[1] ? -1 : 1;
}

void
mz_system_map_route (MzSystemMap *map)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  MzLattice *lattice;

  if (map->flows->len == 0)
    return;
  lattice = lattice_new (map);
  for (guint i = 0; i < map->flows->len; i++)
    if (mz_map_flow (map, i)->source != mz_map_flow (map, i)->sink)
      g_array_append_val (order, i);
  /* Short ways first: they have the least choice. */
  g_array_sort_with_data (order, compare_length, map);
  for (guint i = 0; i < order->len; i++)
    route_flow (lattice, map, mz_map_flow (map, g_array_index (order, guint, i)));
  lattice_free (lattice);
}
