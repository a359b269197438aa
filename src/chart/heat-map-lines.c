/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The lines of the heat map: appetite and tolerance as steps between cells, and the arrows from now to afterwards, bent
 * where a straight one would run under another mark. */

#include "config.h"

#include "heat-map-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* More arrows than this are a thicket that says nothing. */
#define ARROWS_MAX 60
#define HEAD_LENGTH 6.5
#define HEAD_WIDTH 2.8

/* MzEdge: one side of a cell, between two corners of the grid; corners count from the lower left. */
typedef struct
{
  int x1, y1, x2, y2;
  gboolean used;
} MzEdge;

static gboolean
is_inside (const MzScale *scale, int likelihood, int impact, int limit)
{
  return scale->values[likelihood - 1][impact - 1] <= limit;
}

static void
add_edge (GArray *edges, int x1, int y1, int x2, int y2)
{
  MzEdge edge = {x1, y1, x2, y2, FALSE};

  g_array_append_val (edges, edge);
}

/* The sides between cells within the limit and cells beyond it. What lies above the grid is beyond, what lies below it is
 * within, so that the line always runs from the left rim to the right one, even where all cells are within. */
static GArray *
collect_edges (const MzScale *scale, int limit)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (MzEdge));
  int columns = scale->n_likelihood, rows = scale->n_impact;

  for (int c = 1; c <= columns; c++)
    for (int r = 0; r <= rows; r++)
      {
        gboolean below = r == 0 || is_inside (scale, c, r, limit);
        gboolean above = r < rows && is_inside (scale, c, r + 1, limit);

        if (below != above)
          add_edge (edges, c - 1, r, c, r);
        if (r > 0 && c < columns && below != is_inside (scale, c + 1, r, limit))
          add_edge (edges, c, r - 1, c, r);
      }
  return edges;
}

/* Edges at a corner that are not yet part of a line. */
static int
find_edge (GArray *edges, int x, int y, guint *n)
{
  int found = -1;

  *n = 0;
  for (guint i = 0; i < edges->len; i++)
    {
      const MzEdge *edge = &g_array_index (edges, MzEdge, i);

      if (edge->used || !((edge->x1 == x && edge->y1 == y) || (edge->x2 == x && edge->y2 == y)))
        continue;
      (*n)++;
      found = (int)i;
    }
  return found;
}

/* A corner to start from: an end of a line if there is one. */
static gboolean
find_start (GArray *edges, int *x, int *y)
{
  gboolean any = FALSE;

  for (guint i = 0; i < edges->len; i++)
    {
      const MzEdge *edge = &g_array_index (edges, MzEdge, i);
      guint n;

      if (edge->used)
        continue;
      if (!any)
        *x = edge->x1, *y = edge->y1;
      any = TRUE;
      find_edge (edges, edge->x1, edge->y1, &n);
      if (n == 1)
        {
          *x = edge->x1, *y = edge->y1;
          return TRUE;
        }
      find_edge (edges, edge->x2, edge->y2, &n);
      if (n == 1)
        {
          *x = edge->x2, *y = edge->y2;
          return TRUE;
        }
    }
  return any;
}

static MzPathStep
corner (const MzHeatMap *self, int x, int y, double shift, gboolean first)
{
  return (MzPathStep){.op = first ? MZ_PATH_MOVE : MZ_PATH_LINE,
                      .x = self->left + x * self->cell_width + shift,
                      .y = self->bottom - y * self->cell_height - shift};
}

/* Takes one line out of @edges, corner by corner. */
static GArray *
take_line (const MzHeatMap *self, GArray *edges, int x, int y, double shift)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (MzPathStep));
  MzPathStep step = corner (self, x, y, shift, TRUE);
  guint n;
  int next;

  g_array_append_val (steps, step);
  while ((next = find_edge (edges, x, y, &n)) >= 0)
    {
      MzEdge *edge = &g_array_index (edges, MzEdge, next);
      gboolean forward = edge->x1 == x && edge->y1 == y;

      edge->used = TRUE;
      x = forward ? edge->x2 : edge->x1;
      y = forward ? edge->y2 : edge->y1;
      step = corner (self, x, y, shift, FALSE);
      g_array_append_val (steps, step);
    }
  return steps;
}

/* One limit; @right_y takes where it ends at the right, beside which its name stands. */
static void
draw_limit (MzHeatMap *self, int limit, MzDash dash, MzColour colour, double width, double shift,
            double *right_y)
{
  g_autoptr (GArray) edges = collect_edges (self->scale, limit);
  int x, y;

  *right_y = self->bottom;
  while (find_start (edges, &x, &y))
    {
      g_autoptr (GArray) steps = take_line (self, edges, x, y, shift);
      MzShape *line =
          mz_scene_add_path (self->frame.scene, MZ_ROLE_DECORATION, (MzPathStep *)steps->data,
                             steps->len, MZ_COLOUR_NONE, colour, width);

      line->dash = dash;
      for (guint i = 0; i < steps->len; i += MAX (1, steps->len - 1))
        {
          const MzPathStep *end = &g_array_index (steps, MzPathStep, i);

          if (end->x >= self->right - 4)
            *right_y = end->y;
        }
    }
}

void
mz_heat_draw_limits (MzHeatMap *self)
{
  const MzScale *scale = self->scale;
  gboolean both = scale->has_appetite && scale->has_tolerance;
  double appetite = -INFINITY, tolerance = INFINITY;
  double line = mz_frame_line_height (&self->frame, MZ_SIZE_SMALLEST);
  double width = self->cell_width >= 30 ? 2.5 : 1.5;
  double x = self->right + 6;

  /* Where both run between the same cells they lie beside each other. */
  if (scale->has_tolerance)
    draw_limit (self, scale->tolerance, MZ_DASH_DASHED, MZ_COLOUR_INK, width * 0.75,
                both ? 1.25 : 0, &tolerance);
  if (scale->has_appetite)
    draw_limit (self, scale->appetite, MZ_DASH_SOLID, MZ_COLOUR_ACCENT, width, both ? -1.25 : 0,
                &appetite);
  if (self->aside < 10)
    return;
  if (both && appetite - tolerance < line)
    {
      double middle = (appetite + tolerance) / 2;

      appetite = middle + line / 2;
      tolerance = middle - line / 2;
    }
  if (scale->has_tolerance)
    mz_frame_line_at (&self->frame, MZ_ROLE_AXIS, _ ("Tolerance"), x, tolerance, self->aside - 6,
                      MZ_SIZE_SMALLEST, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  if (scale->has_appetite)
    mz_frame_line_at (&self->frame, MZ_ROLE_AXIS, _ ("Appetite"), x, appetite, self->aside - 6,
                      MZ_SIZE_SMALLEST, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_ACCENT);
}

/* MzBend: an arrow as a curve with one control point. */
typedef struct
{
  double x1, y1, cx, cy, x2, y2;
} MzBend;

/* From the rim of one mark to the rim of another, bent aside by @bend of its length. */
static MzBend
make_bend (const MzHeatMap *self, const MzHeatMark *from, const MzHeatMark *to, double bend)
{
  double dx = to->x - from->x, dy = to->y - from->y;
  MzBend curve = {.cx = (from->x + to->x) / 2 - dy * bend, .cy = (from->y + to->y) / 2 + dx * bend};
  double rim_x = self->mark_width / 2 + 2, rim_y = self->mark_height / 2 + 2;
  double start = hypot ((curve.cx - from->x) / rim_x, (curve.cy - from->y) / rim_y);
  double end = hypot ((curve.cx - to->x) / rim_x, (curve.cy - to->y) / rim_y);

  curve.x1 = from->x + (curve.cx - from->x) / MAX (start, 1);
  curve.y1 = from->y + (curve.cy - from->y) / MAX (start, 1);
  curve.x2 = to->x + (curve.cx - to->x) / MAX (end, 1);
  curve.y2 = to->y + (curve.cy - to->y) / MAX (end, 1);
  return curve;
}

/* Whether the curve comes within (@rim_x, @rim_y) of a place. */
static gboolean
is_near (const MzBend *curve, double x, double y, double rim_x, double rim_y)
{
  for (guint i = 1; i < 24; i++)
    {
      double t = i / 24.0, s = 1 - t;
      double px = s * s * curve->x1 + 2 * s * t * curve->cx + t * t * curve->x2;
      double py = s * s * curve->y1 + 2 * s * t * curve->cy + t * t * curve->y2;

      if (hypot ((px - x) / rim_x, (py - y) / rim_y) < 1)
        return TRUE;
    }
  return FALSE;
}

/* What the curve would run under: other marks, which are bad, and values of cells, which are not good. */
static guint
count_hits (const MzHeatMap *self, const MzBend *curve, const MzHeatMark *from,
            const MzHeatMark *to)
{
  guint hits = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const MzHeatMark *mark = &g_array_index (self->marks, MzHeatMark, i);

      if (mark->shown && mark != from && mark != to &&
          is_near (curve, mark->x, mark->y, self->mark_width / 2 + 2, self->mark_height / 2 + 2))
        hits += 4;
    }
  for (int likelihood = 1; self->with_values && likelihood <= self->scale->n_likelihood;
       likelihood++)
    for (int impact = 1; impact <= self->scale->n_impact; impact++)
      hits += is_near (curve, mz_heat_cell_x (self, likelihood) + 12,
                       mz_heat_cell_y (self, impact) + 9, 9, 8)
                  ? 1
                  : 0;
  return hits;
}

static MzBend
choose_bend (const MzHeatMap *self, const MzHeatMark *from, const MzHeatMark *to)
{
  static const double bends[] = {0, 0.08, -0.08, 0.16, -0.16, 0.26, -0.26, 0.45, -0.45, 0.7, -0.7};
  MzBend best = make_bend (self, from, to, 0);
  guint least = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (bends) && least > 0; i++)
    {
      MzBend curve = make_bend (self, from, to, bends[i]);
      guint hits = count_hits (self, &curve, from, to);

      if (hits < least)
        {
          least = hits;
          best = curve;
        }
    }
  return best;
}

static void
draw_arrow (MzHeatMap *self, const MzHeatMark *from, const MzHeatMark *to, MzDash dash)
{
  MzBend c = choose_bend (self, from, to);
  const MzRisk *risk = g_ptr_array_index (self->analysis->risks, from->risk);
  double length = hypot (c.x2 - c.cx, c.y2 - c.cy);
  double ux, uy;
  MzShape *shape;

  if (length < 1 || hypot (c.x2 - c.x1, c.y2 - c.y1) < 4)
    return;
  ux = (c.x2 - c.cx) / length;
  uy = (c.y2 - c.cy) / length;
  /* The quadratic curve as the cubic that it equals, and the head in the direction of its end. */
  const MzPathStep steps[] = {
      {.op = MZ_PATH_MOVE, .x = c.x1, .y = c.y1},
      {MZ_PATH_CURVE, c.x1 + (c.cx - c.x1) * 2 / 3, c.y1 + (c.cy - c.y1) * 2 / 3,
       c.x2 + (c.cx - c.x2) * 2 / 3, c.y2 + (c.cy - c.y2) * 2 / 3, c.x2, c.y2},
  };
  const MzPathStep head[] = {
      {.op = MZ_PATH_MOVE,
       .x = c.x2 - ux * HEAD_LENGTH - uy * HEAD_WIDTH,
       .y = c.y2 - uy * HEAD_LENGTH + ux * HEAD_WIDTH},
      {.op = MZ_PATH_LINE, .x = c.x2, .y = c.y2},
      {.op = MZ_PATH_LINE,
       .x = c.x2 - ux * HEAD_LENGTH + uy * HEAD_WIDTH,
       .y = c.y2 - uy * HEAD_LENGTH - ux * HEAD_WIDTH},
  };
  g_autofree char *tooltip = mz_heat_tooltip (self, from->risk);

  shape = mz_scene_add_path (self->frame.scene, MZ_ROLE_LINK, steps, G_N_ELEMENTS (steps),
                             MZ_COLOUR_NONE, MZ_COLOUR_INK, MZ_LINE_THIN);
  shape->dash = dash;
  mz_shape_set_record (shape, mz_record_id (risk->record));
  mz_shape_set_tooltip (shape, tooltip);
  mz_scene_add_path (self->frame.scene, MZ_ROLE_DECORATION, head, G_N_ELEMENTS (head),
                     MZ_COLOUR_NONE, MZ_COLOUR_INK, MZ_LINE_THIN);
}

/* The mark that stands for @state of @risk, or where the risk stands now. */
static const MzHeatMark *
find_mark (const MzHeatMap *self, guint risk, MzRiskState state)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const MzHeatMark *mark = &g_array_index (self->marks, MzHeatMark, i);

      if (mark->risk == risk && mark->state == state && mark->shown)
        return mark;
    }
  return NULL;
}

void
mz_heat_draw_arrows (MzHeatMap *self)
{
  guint shown = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const MzHeatMark *mark = &g_array_index (self->marks, MzHeatMark, i);

      shown += mark->shown && mark->state != MZ_STATE_CURRENT ? 1 : 0;
    }
  if (shown > ARROWS_MAX)
    return;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const MzHeatMark *mark = &g_array_index (self->marks, MzHeatMark, i);
      const MzHeatMark *now = mark->shown && mark->state != MZ_STATE_CURRENT
                                  ? find_mark (self, mark->risk, MZ_STATE_CURRENT)
                                  : NULL;

      if (now != NULL && mark->state == MZ_STATE_RESIDUAL)
        draw_arrow (self, now, mark, MZ_DASH_SOLID);
      else if (now != NULL)
        draw_arrow (self, mark, now, MZ_DASH_DOTTED);
    }
}
