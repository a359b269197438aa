/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The layered layout on one of the fixed graphs. BOXES SKIPPING SEED name the graph, SKIPPING is 0 or 1:
 *
 *   graph BOXES SKIPPING SEED      the graph in the language of Graphviz
 *   lay BOXES SKIPPING SEED        lays it out, prints the place of every box and the points of every link, "-" for the
 *                                  control points of a straight piece
 *   crossings BOXES SKIPPING SEED  crossings of the links
 *   arrange BOXES SKIPPING SEED    milliseconds of a layout from nothing
 *   adjust BOXES SKIPPING SEED     milliseconds after one box was dragged */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "layered-graphs.h"

#define BOX 120.0

static void
print_graph (const Graph *graph)
{
  printf ("digraph {\nedge [arrowhead=none];\n");
  for (guint rank = 0; rank < GRAPH_RANKS; rank++)
    {
      printf ("{rank=same;");
      for (guint i = 0; i < graph->n_boxes; i++)
        if (graph->ranks[i] == rank)
          printf (" n%u;", i);
      printf ("}\n");
    }
  for (guint i = 0; i < graph->n_links; i++)
    printf ("n%u -> n%u;\n", graph->links[i].from, graph->links[i].to);
  printf ("}\n");
}

/* The edges of the ranks are looked at for as long as ways are asked for. */
static double tops[GRAPH_RANKS], bottoms[GRAPH_RANKS];

static void
settle (MzLayered *layered, const Graph *graph)
{
  g_autofree double *widths = g_new (double, graph->n_boxes);
  MzLayeredGeometry geometry = graph_geometry (layered, BOX, tops, bottoms, GRAPH_RANKS);

  for (guint i = 0; i < graph->n_boxes; i++)
    widths[i] = BOX;
  mz_layered_settle (layered, &geometry, widths);
}

/* Control points of a cubic; a line is one whose points lie on its ends. */
static void
print_step (const MzPathStep *step)
{
  if (step->op == MZ_PATH_CURVE)
    printf (" %.17g %.17g %.17g %.17g", step->x1, step->y1, step->x2, step->y2);
  else if (step->op == MZ_PATH_LINE)
    printf (" - - - -");
  printf (" %.17g %.17g", step->x, step->y);
}

static void
print_layout (MzLayered *layered, const Graph *graph)
{
  settle (layered, graph);
  for (guint i = 0; i < graph->n_boxes; i++)
    printf ("node n%u %g\n", i, mz_layered_x (layered, i));
  for (guint i = 0; i < graph->n_links; i++)
    {
      g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (MzPathStep));

      mz_layered_route (layered, i, steps);
      printf ("edge n%u n%u", graph->links[i].from, graph->links[i].to);
      for (guint k = 0; k < steps->len; k++)
        print_step (&g_array_index (steps, MzPathStep, k));
      printf ("\n");
    }
}

static double
measure (MzLayered *layered, const Graph *graph, gboolean drag)
{
  g_autofree double *places = g_new (double, graph->n_boxes);

  if (drag)
    mz_layered_arrange (layered);
  for (guint i = 0; drag && i < graph->n_boxes; i++)
    places[i] = mz_layered_place_of (layered, i);
  gint64 start = g_get_monotonic_time ();
  if (drag)
    {
      places[0] = places[0] > 2 ? 0 : 5;
      mz_layered_adjust (layered, places);
    }
  else
    mz_layered_arrange (layered);
  settle (layered, graph);
  return (g_get_monotonic_time () - start) / 1e3;
}

int
main (int argc, char **argv)
{
  if (argc != 5)
    {
      fprintf (stderr, "usage: bench-layout WHAT BOXES SKIPPING SEED\n");
      return 2;
    }
  Graph graph = graph_new (atoi (argv[2]), atoi (argv[3]) != 0, atoi (argv[4]));
  g_autoptr (MzLayered) layered =
      mz_layered_new (graph.ranks, graph.n_boxes, graph.links, graph.n_links);
  if (g_str_equal (argv[1], "graph"))
    print_graph (&graph);
  else if (g_str_equal (argv[1], "arrange") || g_str_equal (argv[1], "adjust"))
    printf ("%g\n", measure (layered, &graph, g_str_equal (argv[1], "adjust")));
  else
    {
      mz_layered_arrange (layered);
      if (g_str_equal (argv[1], "lay"))
        print_layout (layered, &graph);
      else
        printf ("%" G_GUINT64_FORMAT "\n", mz_layered_crossings (layered));
    }
  graph_clear (&graph);
  return 0;
}
