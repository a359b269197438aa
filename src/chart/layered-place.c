/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Coordinates and ways of the layered layout. Each rank in turn is pulled to the means of its neighbours by least squares
 * under least distances, solved exactly by pooling adjacent violators (Barlow, Bartholomew, Bremner, Brunk, 1972). A way
 * is one S-shaped piece for each gap between ranks, upright at both ends, and an upright piece in the free lane of each
 * rank that it passes: no piece leaves its gap or its lane, so that none meets a box. */

#include "config.h"

#include "layered-state-private.h"

#include <math.h>

#define SWEEPS 24
#define PIN_WEIGHT 1e6
#define PORT_STEP 24.0
#define PORT_MARGIN 16.0

static gboolean
is_box (const MzLayered *self, guint vertex)
{
  return vertex < self->n_boxes;
}

/* Least distance of the middles of two neighbours in a rank; whole for whole widths, so that rounding keeps it. */
static double
least_distance (const MzLayered *self, guint a, guint b)
{
  double gap = is_box (self, a) && is_box (self, b) ? self->geometry.gap : self->geometry.gap / 2;

  return ceil ((self->widths[a] + self->widths[b]) / 2 + gap);
}

/* MzPool: neighbours that stand as close as they may; the first one stands at @sum / @weight. */
typedef struct
{
  double sum, weight;
  guint n;
} MzPool;

/* Places of a rank nearest to @wanted by @weights, within the page. */
static void
pool (MzLayered *self, MzRank *rank, const double *wanted, const double *weights)
{
  g_autofree MzPool *pools = g_new (MzPool, rank->n + 1);
  g_autofree double *offsets = g_new0 (double, rank->n + 1);
  guint n_pools = 0;

  for (guint i = 0; i < rank->n; i++)
    {
      if (i > 0)
        offsets[i] = offsets[i - 1] + least_distance (self, rank->vertices[rank->order[i - 1]],
                                                      rank->vertices[rank->order[i]]);
      pools[n_pools++] = (MzPool){(wanted[i] - offsets[i]) * weights[i], weights[i], 1};
      while (n_pools > 1 && pools[n_pools - 2].sum * pools[n_pools - 1].weight >
                                pools[n_pools - 1].sum * pools[n_pools - 2].weight)
        {
          pools[n_pools - 2].sum += pools[n_pools - 1].sum;
          pools[n_pools - 2].weight += pools[n_pools - 1].weight;
          pools[n_pools - 2].n += pools[n_pools - 1].n;
          n_pools--;
        }
    }
  double low = self->widths[rank->vertices[rank->order[0]]] / 2;
  double high = self->geometry.width - offsets[rank->n - 1] -
                self->widths[rank->vertices[rank->order[rank->n - 1]]] / 2;
  for (guint p = 0, i = 0; p < n_pools; p++)
    {
      double first = MAX (MIN (pools[p].sum / pools[p].weight, high), low);

      for (guint k = 0; k < pools[p].n; k++, i++)
        self->x[rank->vertices[rank->order[i]]] = first + offsets[i];
    }
}

/* A pinned box stands where it is pinned, as far as its neighbours allow. */
static void
heed_pin (const MzLayered *self, const MzRank *rank, guint v, double *wanted, double *weight)
{
  if (!mz_rank_is_pinned (rank, v))
    return;
  *wanted = rank->pins[v] * self->geometry.width;
  *weight = PIN_WEIGHT;
}

static double
edge_weight (const MzLayered *self, guint a, guint b)
{
  if (is_box (self, a))
    return is_box (self, b) ? 1 : 2;
  return is_box (self, b) ? 2 : 8;
}

/* Pulls a rank to its neighbours on @sides; what has none hardly resists. */
static void
pull (MzLayered *self, guint r, gboolean down, gboolean up)
{
  MzRank *rank = &self->ranks[r];
  g_autofree double *wanted = g_new (double, rank->n + 1);
  g_autofree double *weights = g_new (double, rank->n + 1);

  for (guint i = 0; i < rank->n; i++)
    {
      guint v = rank->order[i], vertex = rank->vertices[v];
      double weight = 0.01, sum = 0.01 * self->x[vertex];

      for (guint side = 0; side < 2; side++)
        for (guint k = rank->start[side][v];
             (side == MZ_SIDE_UP ? up : down) && k < rank->start[side][v + 1]; k++)
          {
            const MzRank *other = &self->ranks[side == MZ_SIDE_UP ? r + 1 : r - 1];
            guint neighbour = other->vertices[rank->near[side][k]];
            double w = edge_weight (self, vertex, neighbour);

            weight += w;
            sum += w * self->x[neighbour];
          }
      wanted[i] = sum / weight;
      weights[i] = weight;
      heed_pin (self, rank, v, &wanted[i], &weights[i]);
    }
  pool (self, rank, wanted, weights);
}

/* Every rank spread evenly over the page. */
static void
spread (MzLayered *self)
{
  for (guint r = 0; r < self->n_ranks; r++)
    {
      MzRank *rank = &self->ranks[r];
      g_autofree double *wanted = g_new (double, rank->n + 1);
      g_autofree double *weights = g_new (double, rank->n + 1);

      for (guint i = 0; i < rank->n; i++)
        {
          wanted[i] = (i + 0.5) * self->geometry.width / rank->n;
          weights[i] = 1;
          heed_pin (self, rank, rank->order[i], &wanted[i], &weights[i]);
        }
      if (rank->n > 0)
        pool (self, rank, wanted, weights);
    }
}

/* MzPort: the end of a link at a box; @key orders the ends of one side from the left. */
typedef struct
{
  guint vertex, side;
  double key;
  double *offset;
} MzPort;

static int
compare_ports (gconstpointer a, gconstpointer b)
{
  const MzPort *left = a, *right = b;

  if (left->vertex != right->vertex)
    return left->vertex < right->vertex ? -1 : 1;
  if (left->side != right->side)
    return left->side < right->side ? -1 : 1;
  return left->key < right->key ? -1 : left->key > right->key;
}

static guint
place_of_vertex (const MzLayered *self, guint vertex)
{
  return self->ranks[self->rank_of[vertex]].places[self->local_of[vertex]];
}

/* Arcs nest: on either side the nearest partner's is outermost. */
static double
arc_key (const MzLayered *self, guint vertex, guint partner)
{
  double distance = (double)place_of_vertex (self, partner) - place_of_vertex (self, vertex);

  return distance > 0 ? 3.0 * MZ_LAYERED_MAX - distance : -distance - 3.0 * MZ_LAYERED_MAX;
}

static void
add_ports (const MzLayered *self, guint link, GArray *ports)
{
  const MzChain *chain = &self->chains[link];
  const guint *vertices = &g_array_index (self->chain_vertices, guint, chain->first);
  guint low = vertices[0], high = vertices[chain->n - 1];
  MzPort lower = {low, MZ_SIDE_UP, place_of_vertex (self, vertices[1]), &self->ports[0][link]};
  MzPort upper = {high, MZ_SIDE_DOWN, place_of_vertex (self, vertices[chain->n - 2]),
                  &self->ports[1][link]};

  if (chain->arc)
    {
      lower.side = upper.side = self->ranks[self->rank_of[low]].arc_side;
      lower.key = arc_key (self, low, high);
      upper.key = arc_key (self, high, low);
    }
  g_array_append_val (ports, lower);
  g_array_append_val (ports, upper);
}

static void
spread_ports (MzLayered *self)
{
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (MzPort));
  guint n;

  for (guint i = 0; i < self->n_links; i++)
    if (self->chains[i].n > 0)
      add_ports (self, i, ports);
  g_array_sort (ports, compare_ports);
  for (guint first = 0; first < ports->len; first += n)
    {
      const MzPort *start = &g_array_index (ports, MzPort, first);

      n = 1;
      while (first + n < ports->len && start[n].vertex == start->vertex &&
             start[n].side == start->side)
        n++;
      double width =
          MAX (self->widths[start->vertex] - 2 * PORT_MARGIN, self->widths[start->vertex] / 2);
      double step = MIN (PORT_STEP, width / n);
      for (guint i = 0; i < n; i++)
        *start[i].offset = (i - (n - 1) / 2.0) * step;
    }
}

void
mz_layered_settle (MzLayered *self, const MzLayeredGeometry *geometry, const double *widths)
{
  self->geometry = *geometry;
  for (guint v = 0; v < self->n_vertices; v++)
    self->widths[v] = v < self->n_boxes ? widths[v] : geometry->lane;
  spread (self);
  for (guint sweep = 0; sweep < SWEEPS; sweep++)
    for (guint i = 0; i < self->n_ranks; i++)
      {
        guint r = sweep % 2 == 0 ? i : self->n_ranks - 1 - i;

        /* The last sweeps balance between both sides. */
        if (self->ranks[r].n > 0)
          pull (self, r, sweep % 2 == 0 || sweep >= SWEEPS - 8,
                sweep % 2 == 1 || sweep >= SWEEPS - 8);
      }
  for (guint v = 0; v < self->n_vertices; v++)
    self->x[v] = floor (self->x[v]);
  spread_ports (self);
}

double
mz_layered_x (const MzLayered *self, guint box)
{
  return self->x[box];
}

static void
add_step (GArray *steps, int op, double x1, double y1, double x2, double y2, double x, double y)
{
  MzPathStep step = {.op = op, .x1 = x1, .y1 = y1, .x2 = x2, .y2 = y2, .x = x, .y = y};

  g_array_append_val (steps, step);
}

static void
route_arc (const MzLayered *self, guint link, const guint *ends, GArray *steps)
{
  guint r = self->rank_of[ends[0]];
  gboolean up = self->ranks[r].arc_side == MZ_SIDE_UP;
  gboolean turned = self->chains[link].downward;
  double y = up ? self->geometry.tops[r] : self->geometry.bottoms[r];
  double from = self->x[ends[turned ? 1 : 0]] + self->ports[turned ? 1 : 0][link];
  double to = self->x[ends[turned ? 0 : 1]] + self->ports[turned ? 0 : 1][link];
  double height = MIN (self->geometry.arc, 12 + fabs (to - from) * 0.1);
  /* A cubic reaches three quarters of the height of its control points. */
  double control = y + (up ? -1 : 1) * height / 0.75;

  add_step (steps, MZ_PATH_MOVE, 0, 0, 0, 0, from, y);
  add_step (steps, MZ_PATH_CURVE, from, control, to, control, to, y);
}

gboolean
mz_layered_route (const MzLayered *self, guint link, GArray *steps)
{
  const MzChain *chain = &self->chains[link];
  const guint *vertices = &g_array_index (self->chain_vertices, guint, chain->first);

  if (chain->n == 0)
    return FALSE;
  if (chain->arc)
    {
      route_arc (self, link, vertices, steps);
      return TRUE;
    }
  for (guint i = 0; i < chain->n; i++)
    {
      guint k = chain->downward ? chain->n - 1 - i : i;
      guint r = self->rank_of[vertices[k]];
      double port = k == 0 ? self->ports[0][link] : k + 1 == chain->n ? self->ports[1][link] : 0;
      double x = self->x[vertices[k]] + port;
      double into = chain->downward ? self->geometry.tops[r] : self->geometry.bottoms[r];
      double out = chain->downward ? self->geometry.bottoms[r] : self->geometry.tops[r];

      if (i == 0)
        {
          add_step (steps, MZ_PATH_MOVE, 0, 0, 0, 0, x, out);
          continue;
        }
      const MzPathStep last = g_array_index (steps, MzPathStep, steps->len - 1);
      double middle = (last.y + into) / 2;
      add_step (steps, MZ_PATH_CURVE, last.x, middle, x, middle, x, into);
      if (i + 1 < chain->n)
        add_step (steps, MZ_PATH_LINE, 0, 0, 0, 0, x, out);
    }
  return TRUE;
}
