/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The fixed graphs on which layouts are tested and measured: boxes in four ranks, three links for two boxes, each from a
 * rank to the next; where links skip, every tenth goes one rank further. No link comes twice. */

#pragma once

#include <glib.h>

#include "layered-private.h"

#define GRAPH_RANKS 4

typedef struct
{
  guint n_boxes, n_links;
  guint *ranks;
  MzLayeredLink *links;
} Graph;

static inline guint
graph_random (guint64 *state, guint below)
{
  /* Knuth's MMIX generator; its upper bits are the good ones. */
  *state =
      *state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint)((*state >> 33) % below);
}

static inline gboolean
graph_has (const Graph *graph, guint from, guint to)
{
  for (guint i = 0; i < graph->n_links; i++)
    if (graph->links[i].from == from && graph->links[i].to == to)
      return TRUE;
  return FALSE;
}

static inline Graph
graph_new (guint n_boxes, gboolean skipping, guint seed)
{
  Graph graph = {n_boxes, 0, g_new (guint, n_boxes), g_new (MzLayeredLink, n_boxes * 3 / 2)};
  guint64 state = seed * 7919u + n_boxes;

  for (guint i = 0; i < n_boxes; i++)
    graph.ranks[i] = i * GRAPH_RANKS / n_boxes;
  while (graph.n_links < n_boxes * 3 / 2)
    {
      guint span = skipping && graph.n_links % 10 == 9 ? 2 : 1;
      guint from = graph_random (&state, n_boxes), to = graph_random (&state, n_boxes);

      if (graph.ranks[to] != graph.ranks[from] + span || graph_has (&graph, from, to))
        continue;
      graph.links[graph.n_links++] = (MzLayeredLink){from, to};
    }
  return graph;
}

static inline void
graph_clear (Graph *graph)
{
  g_free (graph->ranks);
  g_free (graph->links);
}

/* A page on which the widest rank has a seventh to spare. */
static inline MzLayeredGeometry
graph_geometry (const MzLayered *layered, double box, double *tops, double *bottoms, guint n_ranks)
{
  MzLayeredGeometry geometry = {.gap = 16, .lane = 16, .arc = 24, .tops = tops, .bottoms = bottoms};

  for (guint rank = 0; rank < n_ranks; rank++)
    {
      guint passing, boxes = mz_layered_boxes_in (layered, rank, &passing);

      tops[rank] = (n_ranks - rank) * 140.0;
      bottoms[rank] = tops[rank] + 56;
      geometry.width = MAX (geometry.width, (boxes * (box + 16) + passing * 32) * 1.15);
    }
  return geometry;
}
