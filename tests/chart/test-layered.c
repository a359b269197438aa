/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The layered layout: crossings against counts by hand and by brute force, links that meet no box, repeatability,
 * stability when one box changes, and input that makes no sense. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "layered-graphs.h"

#define BOX 120.0

static const guint sizes[] = {32, 60, 200};

static void
check_small (const guint *ranks, guint n_boxes, const MzLayeredLink *links, guint n_links,
             guint64 least)
{
  g_autoptr (MzLayered) layered = mz_layered_new (ranks, n_boxes, links, n_links);

  mz_layered_arrange (layered);
  g_assert_cmpuint (mz_layered_crossings (layered), ==, least);
}

/* Known crossing numbers: K(2,2) has one, K(3,3) nine when drawn on two lines (the pairs of pairs). */
static void
test_known (void)
{
  const guint two[] = {0, 0, 1, 1}, six[] = {0, 0, 0, 1, 1, 1}, flat[] = {0, 0, 0, 0};
  const MzLayeredLink parallel[] = {{0, 3}, {1, 2}};
  const MzLayeredLink k22[] = {{0, 2}, {0, 3}, {1, 2}, {1, 3}};
  const MzLayeredLink k33[] = {{0, 3}, {0, 4}, {0, 5}, {1, 3}, {1, 4},
                               {1, 5}, {2, 3}, {2, 4}, {2, 5}};
  const MzLayeredLink arcs[] = {{0, 3}, {1, 2}};

  check_small (two, 4, parallel, 2, 0);
  check_small (two, 4, k22, 4, 1);
  check_small (six, 6, k33, 9, 9);
  check_small (flat, 4, arcs, 2, 0);
}

/* A middle rank with links on both sides: a partner that stands between costs its links, so the two stand together. */
static void
test_arc_between (void)
{
  const guint ranks[] = {0, 1, 1, 1, 2};
  const MzLayeredLink links[] = {{0, 1}, {0, 2}, {0, 3}, {1, 4}, {2, 4}, {3, 4}, {1, 3}};
  g_autoptr (MzLayered) layered = mz_layered_new (ranks, 5, links, G_N_ELEMENTS (links));
  const double places[] = {0, 0, 1, 2, 0};

  g_assert_cmpuint (mz_layered_crossings (layered), ==, 1);
  mz_layered_adjust (layered, places);
  g_assert_cmpuint (mz_layered_crossings (layered), ==, 0);
  g_assert_cmpint (
      ABS ((int)mz_layered_place_of (layered, 1) - (int)mz_layered_place_of (layered, 3)), ==, 1);
}

static double
step_x (const GArray *steps, guint index)
{
  return g_array_index (steps, MzPathStep, index).x;
}

static void
settle (MzLayered *layered, const Graph *graph, double *tops, double *bottoms)
{
  g_autofree double *widths = g_new (double, graph->n_boxes);
  MzLayeredGeometry geometry = graph_geometry (layered, BOX, tops, bottoms, GRAPH_RANKS);

  for (guint i = 0; i < graph->n_boxes; i++)
    widths[i] = BOX;
  mz_layered_settle (layered, &geometry, widths);
}

/* Crossings of the drawn ways, every pair of pieces in every gap compared: curves of one gap share y (t), so two of them
 * cross exactly when their ends change sides. Ends at one box stand in their own order. */
static guint64
count_drawn (MzLayered *layered, const Graph *graph)
{
  GArray *gaps[GRAPH_RANKS];
  guint64 total = 0;

  for (guint r = 0; r < GRAPH_RANKS; r++)
    gaps[r] = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  for (guint i = 0; i < graph->n_links; i++)
    {
      g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (MzPathStep));
      guint rank = graph->ranks[graph->links[i].from];

      g_assert_true (mz_layered_route (layered, i, steps));
      for (guint k = 1; k < steps->len; k += 2, rank++)
        {
          double piece[2] = {step_x (steps, k - 1), step_x (steps, k)};
          g_array_append_vals (gaps[rank], piece, 1);
        }
    }
  for (guint r = 0; r < GRAPH_RANKS; r++)
    for (guint i = 0; i < gaps[r]->len; i++)
      for (guint k = 0; k < i; k++)
        {
          const double *a = (const double *)gaps[r]->data + 2 * i;
          const double *b = (const double *)gaps[r]->data + 2 * k;

          total += (a[0] - b[0]) * (a[1] - b[1]) < 0;
        }
  for (guint r = 0; r < GRAPH_RANKS; r++)
    g_array_unref (gaps[r]);
  return total;
}

static double
bezier (double a, double b, double c, double d, double t)
{
  double s = 1 - t;

  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

static void
check_point (MzLayered *layered, const Graph *graph, const double *tops, const double *bottoms,
             double x, double y)
{
  for (guint i = 0; i < graph->n_boxes; i++)
    g_assert_false (fabs (x - mz_layered_x (layered, i)) < BOX / 2 - 0.5 &&
                    y > tops[graph->ranks[i]] + 0.5 && y < bottoms[graph->ranks[i]] - 0.5);
}

static void
check_ways (MzLayered *layered, const Graph *graph, const double *tops, const double *bottoms)
{
  for (guint i = 0; i < graph->n_links; i++)
    {
      g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (MzPathStep));

      mz_layered_route (layered, i, steps);
      for (guint k = 1; k < steps->len; k++)
        {
          const MzPathStep *from = &g_array_index (steps, MzPathStep, k - 1), *to = from + 1;
          gboolean curve = to->op == MZ_PATH_CURVE;

          for (guint sample = 0; sample <= 8; sample++)
            {
              double t = sample / 8.0;

              check_point (layered, graph, tops, bottoms,
                           curve ? bezier (from->x, to->x1, to->x2, to->x, t)
                                 : from->x + (to->x - from->x) * t,
                           curve ? bezier (from->y, to->y1, to->y2, to->y, t)
                                 : from->y + (to->y - from->y) * t);
            }
        }
    }
}

static void
check_boxes (MzLayered *layered, const Graph *graph)
{
  for (guint i = 0; i < graph->n_boxes; i++)
    for (guint k = 0; k < i; k++)
      if (graph->ranks[i] == graph->ranks[k])
        g_assert_cmpfloat (fabs (mz_layered_x (layered, i) - mz_layered_x (layered, k)), >=,
                           BOX + 16);
}

static void
check_graph (guint size, gboolean skipping, guint seed)
{
  Graph graph = graph_new (size, skipping, seed);
  double tops[GRAPH_RANKS], bottoms[GRAPH_RANKS];
  g_autoptr (MzLayered) layered =
      mz_layered_new (graph.ranks, graph.n_boxes, graph.links, graph.n_links);
  guint64 unordered = mz_layered_crossings (layered);

  mz_layered_arrange (layered);
  g_assert_cmpuint (mz_layered_crossings (layered), <, unordered);
  settle (layered, &graph, tops, bottoms);
  g_assert_cmpuint (count_drawn (layered, &graph), ==, mz_layered_crossings (layered));
  check_boxes (layered, &graph);
  check_ways (layered, &graph, tops, bottoms);
  graph_clear (&graph);
}

static void
test_fixed_graphs (void)
{
  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint skipping = 0; skipping < 2; skipping++)
      for (guint seed = 1; seed <= 10; seed++)
        check_graph (sizes[size], skipping, seed);
}

/* Two layouts of one graph agree; and after one box was dragged no other box leaves its order, unless crossings fall. */
static void
test_stable (void)
{
  Graph graph = graph_new (60, TRUE, 3);
  g_autoptr (MzLayered) first = mz_layered_new (graph.ranks, 60, graph.links, graph.n_links);
  g_autoptr (MzLayered) second = mz_layered_new (graph.ranks, 60, graph.links, graph.n_links);
  g_autofree double *places = g_new (double, 60);
  guint moved = 0;

  mz_layered_arrange (first);
  mz_layered_arrange (second);
  mz_layered_arrange (second);
  for (guint i = 0; i < 60; i++)
    {
      g_assert_cmpuint (mz_layered_place_of (first, i), ==, mz_layered_place_of (second, i));
      places[i] = mz_layered_place_of (first, i);
    }
  mz_layered_adjust (second, places);
  for (guint i = 0; i < 60; i++)
    for (guint k = 0; k < i; k++)
      if (graph.ranks[i] == graph.ranks[k])
        moved += (mz_layered_place_of (first, i) < mz_layered_place_of (first, k)) !=
                 (mz_layered_place_of (second, i) < mz_layered_place_of (second, k));
  /* 60 boxes in four ranks are 420 pairs; passing links find their places anew and may turn a few. */
  g_assert_cmpuint (moved, <=, 21);
  g_assert_cmpuint (mz_layered_crossings (second), <=, mz_layered_crossings (first) * 11 / 10);
  graph_clear (&graph);
}

/* Pinned boxes stand where they are pinned, the others flow around them, and no way meets a box. */
static void
test_pinned (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      Graph graph = graph_new (32, TRUE, seed);
      double tops[GRAPH_RANKS], bottoms[GRAPH_RANKS];
      g_autoptr (MzLayered) layered = mz_layered_new (graph.ranks, 32, graph.links, graph.n_links);
      g_autoptr (MzLayered) free = mz_layered_new (graph.ranks, 32, graph.links, graph.n_links);
      const guint pinned[] = {0, 9, 17, 30};
      const double where[] = {0.5, 0.75, 0.25, 0.5};

      for (guint i = 0; i < G_N_ELEMENTS (pinned); i++)
        mz_layered_pin (layered, pinned[i], where[i]);
      mz_layered_arrange (layered);
      mz_layered_arrange (free);
      MzLayeredGeometry geometry = graph_geometry (layered, BOX, tops, bottoms, GRAPH_RANKS);
      settle (layered, &graph, tops, bottoms);
      for (guint i = 0; i < G_N_ELEMENTS (pinned); i++)
        g_assert_cmpfloat (fabs (mz_layered_x (layered, pinned[i]) - where[i] * geometry.width), <,
                           BOX);
      g_assert_cmpuint (count_drawn (layered, &graph), ==, mz_layered_crossings (layered));
      g_assert_cmpuint (mz_layered_crossings (layered), >=, mz_layered_crossings (free));
      check_boxes (layered, &graph);
      check_ways (layered, &graph, tops, bottoms);
      graph_clear (&graph);
    }
}

/* Two boxes that could stand either way round stand as they are pinned. */
static void
test_pinned_order (void)
{
  const guint ranks[] = {0, 0, 1, 1};
  const MzLayeredLink links[] = {{0, 2}, {1, 3}};

  for (guint turned = 0; turned < 2; turned++)
    {
      g_autoptr (MzLayered) layered = mz_layered_new (ranks, 4, links, G_N_ELEMENTS (links));

      mz_layered_pin (layered, 0, turned ? 1 : 0);
      mz_layered_arrange (layered);
      g_assert_cmpuint (mz_layered_place_of (layered, 0), ==, turned ? 1 : 0);
      /* The other rank follows: nothing crosses. */
      g_assert_cmpuint (mz_layered_place_of (layered, 2), ==, turned ? 1 : 0);
      g_assert_cmpuint (mz_layered_crossings (layered), ==, 0);
    }
}

static void
test_absurd (void)
{
  const guint ranks[] = {0, 5, 5}, beyond[] = {0, G_MAXUINT};
  const MzLayeredLink links[] = {{0, 0}, {0, 9}, {G_MAXUINT, 1}, {0, 1}, {0, 1}, {1, 0}, {2, 0}};
  const double widths[] = {1e6, 0, 10};
  double tops[6], bottoms[6];
  g_autoptr (MzLayered) none = mz_layered_new (NULL, 0, NULL, 0);
  g_autoptr (MzLayered) some = mz_layered_new (ranks, 3, links, G_N_ELEMENTS (links));
  MzLayeredGeometry geometry = {.width = 1, .gap = 8, .lane = 8, .tops = tops, .bottoms = bottoms};

  mz_layered_arrange (none);
  mz_layered_settle (none, &geometry, NULL);
  g_assert_cmpuint (mz_layered_crossings (none), ==, 0);
  for (guint r = 0; r < 6; r++)
    {
      tops[r] = 600 - 100 * r;
      bottoms[r] = tops[r] + 50;
    }
  mz_layered_arrange (some);
  mz_layered_settle (some, &geometry, widths);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (MzPathStep));

      g_assert_cmpint (mz_layered_route (some, i, steps), ==, i == 3 || i == 6);
    }
  for (guint i = 0; i < 3; i++)
    g_assert_true (isfinite (mz_layered_x (some, i)));
  g_assert_null (mz_layered_new (beyond, 2, NULL, 0));
}

/* A star beyond 16 bits, and a thousand boxes in one rank: both end, with boxes apart. */
static void
test_large (void)
{
  const guint n = 1000;
  g_autofree guint *ranks = g_new0 (guint, n);
  g_autofree double *widths = g_new (double, n);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (MzLayeredLink));
  double top = 0, bottom = 50;
  MzLayeredGeometry geometry = {
      .width = 200000, .gap = 16, .lane = 16, .arc = 20, .tops = &top, .bottoms = &bottom};

  for (guint i = 0; i < n; i++)
    {
      MzLayeredLink link = {i, i * 617 % n};

      widths[i] = 120;
      g_array_append_val (links, link);
    }
  g_autoptr (MzLayered) row =
      mz_layered_new (ranks, n, (MzLayeredLink *)(gpointer)links->data, links->len);
  mz_layered_arrange (row);
  mz_layered_settle (row, &geometry, widths);
  for (guint i = 1; i < n; i++)
    g_assert_cmpfloat (fabs (mz_layered_x (row, i) - mz_layered_x (row, i - 1)), >=, 136);

  for (guint i = 0; i < n; i++)
    {
      ranks[i] = i % 2;
      g_array_index (links, MzLayeredLink, i) =
          i % 4 < 2 ? (MzLayeredLink){0, i | 1} : (MzLayeredLink){2, i | 1};
    }
  g_autoptr (MzLayered) star =
      mz_layered_new (ranks, n, (MzLayeredLink *)(gpointer)links->data, links->len);
  mz_layered_arrange (star);
  g_assert_cmpuint (mz_layered_crossings (star), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/layered/known", test_known);
  g_test_add_func ("/chart/layered/arc-between", test_arc_between);
  g_test_add_func ("/chart/layered/fixed-graphs", test_fixed_graphs);
  g_test_add_func ("/chart/layered/stable", test_stable);
  g_test_add_func ("/chart/layered/pinned", test_pinned);
  g_test_add_func ("/chart/layered/pinned-order", test_pinned_order);
  g_test_add_func ("/chart/layered/absurd", test_absurd);
  g_test_add_func ("/chart/layered/large", test_large);
  return g_test_run ();
}
