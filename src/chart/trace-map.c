/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The trace of one record: what it comes from in columns to the left, what it leads to in columns to the right, a column
 * for each step away. What finds no room is counted where it would stand; the table holds all of it. */

#include "config.h"

#include "cards-private.h"
#include "chart-private.h"

#include "mezasu/trace.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "trace"
#define LEAST_WIDTH 128.0
#define MOST_WIDTH 232.0
#define GAP 34.0
#define CARD_HEIGHT 56.0
#define ROW_GAP 10.0
#define PAD 9.0
#define HEAD 4.0

/* A record that is drawn, or one that is folded away (its box has no width). */
typedef struct
{
  const MzTraceNode *node;
  int column; /* steps away, negative for causes */
  double order;
  MzBox box;
} MzTracePlace;

typedef struct
{
  MzFrame frame;
  MzDraw draw;
  MzTrace *trace;
  MzTracePlace *places;
  int first, last; /* columns that are drawn */
  guint rows;
  gboolean has_foot; /* whether there is a line for "+n more" below the rows */
  double width, top;
} MzPicture;

static guint
n_nodes (const MzPicture *self)
{
  return self->trace->nodes->len;
}

static gboolean
is_drawn (const MzTracePlace *place)
{
  return place->box.width > 0;
}

/* The record that is meant, or the risk that a person would ask about first. */
static MzRecord *
choose (const MzChartRequest *request)
{
  const MzAnalysis *analysis = request->analysis;
  MzRecord *record = mz_model_find (analysis->model, request->record);
  const MzRisk *best = NULL;

  for (guint i = 0; record == NULL && i < analysis->risks->len; i++)
    {
      const MzRisk *risk = g_ptr_array_index (analysis->risks, i);

      if (best == NULL ||
          (risk->ale.known && (!best->ale.known || risk->ale.real > best->ale.real)))
        best = risk;
    }
  return record != NULL ? record : best != NULL ? best->record : NULL;
}

/* Places. */

static void
find_columns (MzPicture *self)
{
  int room = (int)MAX (1, floor ((self->frame.width + GAP) / (LEAST_WIDTH + GAP)));

  for (guint i = 0; i < n_nodes (self); i++)
    {
      const MzTraceNode *node = mz_trace_node (self->trace, i);

      self->places[i].node = node;
      self->places[i].column =
          node->direction == MZ_TRACE_CAUSE ? -(int)node->depth : (int)node->depth;
      self->first = MIN (self->first, self->places[i].column);
      self->last = MAX (self->last, self->places[i].column);
    }
  /* The farthest go first, on the side that reaches farther. */
  while (self->last - self->first + 1 > room)
    {
      if (-self->first >= self->last)
        self->first++;
      else
        self->last--;
    }
  room = self->last - self->first + 1;
  self->width = MIN (MOST_WIDTH, (self->frame.width - (room - 1) * GAP) / room);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MzTracePlace *x = *(const MzTracePlace *const *)a, *y = *(const MzTracePlace *const *)b;

  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;
  return x->node < y->node ? -1 : 1;
}

static double
column_left (const MzPicture *self, int column)
{
  double whole = (self->last - self->first + 1) * (self->width + GAP) - GAP;

  return self->frame.x + (self->frame.width - whole) / 2 +
         (column - self->first) * (self->width + GAP);
}

/* What stands in a column, each beside the one over which it was found. */
static GPtrArray *
in_column (MzPicture *self, int column)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < n_nodes (self); i++)
    if (self->places[i].column == column)
      {
        self->places[i].order = column == 0 ? 0 : self->places[self->places[i].node->parent].order;
        g_ptr_array_add (found, &self->places[i]);
      }
  g_ptr_array_sort (found, compare_places);
  /* Their own order from here on is that of the column. */
  for (guint i = 0; i < found->len; i++)
    ((MzTracePlace *)found->pdata[i])->order = i;
  return found;
}

static void
draw_rest (MzPicture *self, int column, guint rest, double y)
{
  /* TRANSLATORS: how many records of a column of the trace are not drawn */
  g_autofree char *text = g_strdup_printf (_ ("+%u more"), rest);
  MzShape *shape = mz_frame_line (
      &self->frame, MZ_ROLE_LABEL, text, column_left (self, column) + PAD, y, self->width - 2 * PAD,
      MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);

  if (shape != NULL)
    mz_shape_set_tooltip (shape, _ ("The table shows all of them."));
}

/* How many records lie beyond the outermost column of a side. */
static guint
count_beyond (const MzPicture *self, int side)
{
  guint n = 0;

  for (guint i = 0; i < n_nodes (self); i++)
    n += side < 0 ? self->places[i].column < self->first : self->places[i].column > self->last;
  return n;
}

static void
place_column (MzPicture *self, int column)
{
  g_autoptr (GPtrArray) found = in_column (self, column);
  guint beyond = (column == self->first && column < 0  ? count_beyond (self, -1)
                  : column == self->last && column > 0 ? count_beyond (self, 1)
                                                       : 0);
  gboolean folds = beyond > 0 || found->len > self->rows;
  guint shown = MIN (found->len, folds && !self->has_foot ? self->rows - 1 : self->rows);
  guint rest = found->len - shown + beyond;
  /* All columns share their rows, so that a link can run between two rows across all of them. */
  guint row = (self->rows - shown) / 2;
  double room = self->frame.y + self->frame.height - self->top;
  double foot = self->has_foot ? mz_frame_line_height (&self->frame, MZ_SIZE_CAPTION) : -ROW_GAP;
  double y = self->top + (room - foot - self->rows * (CARD_HEIGHT + ROW_GAP)) / 2 +
             row * (CARD_HEIGHT + ROW_GAP);

  for (guint i = 0; i < shown; i++, y += CARD_HEIGHT + ROW_GAP)
    ((MzTracePlace *)found->pdata[i])->box =
        (MzBox){column_left (self, column), y, self->width, CARD_HEIGHT};
  if (rest > 0)
    draw_rest (self, column, rest, y);
}

static void
place_all (MzPicture *self)
{
  double line = mz_frame_line_height (&self->frame, MZ_SIZE_CAPTION), heads = line + 6;
  double room;

  /* Links within the first column run to the left of it. */
  self->frame.x += GAP / 2;
  self->frame.width -= GAP / 2;

  self->top = self->frame.y + (self->frame.height > CARD_HEIGHT + heads ? heads : 0);
  room = self->frame.y + self->frame.height - self->top;
  self->rows = (guint)MAX (1, floor ((room - line) / (CARD_HEIGHT + ROW_GAP)));
  self->has_foot = self->rows * (CARD_HEIGHT + ROW_GAP) + line <= room;
  find_columns (self);
  /* From the middle outward, because the order of a column follows that of its neighbour. */
  place_column (self, 0);
  for (int step = 1; step <= MAX (-self->first, self->last); step++)
    {
      if (-step >= self->first)
        place_column (self, -step);
      if (step <= self->last)
        place_column (self, step);
    }
}

/* Links. */

static void
draw_head (const MzPicture *self, double x, double y, double direction)
{
  const MzPathStep steps[] = {
      {.op = MZ_PATH_MOVE, .x = x, .y = y},
      {.op = MZ_PATH_LINE, .x = x - direction * 1.5 * HEAD, .y = y - HEAD},
      {.op = MZ_PATH_LINE, .x = x - direction * 1.5 * HEAD, .y = y + HEAD},
      {.op = MZ_PATH_CLOSE},
  };

  mz_scene_add_path (self->frame.scene, MZ_ROLE_DECORATION, steps, G_N_ELEMENTS (steps),
                     MZ_COLOUR_SECONDARY, MZ_COLOUR_NONE, 0);
}

/* From the right edge of the cause to the left edge of its result; within a column around its left side, and back to an
 * earlier one along the row beneath the cause. */
static guint
find_way (const MzBox *from, const MzBox *to, int columns, MzPathStep *steps)
{
  double start = from->x + from->width, end = to->x;
  double y = from->y + from->height / 2, target = to->y + to->height / 2;
  guint n = 0;

  if (columns <= 0)
    start = from->x;
  steps[n++] = (MzPathStep){.op = MZ_PATH_MOVE, .x = start, .y = y};
  if (columns == 1 && fabs (y - target) >= 0.5)
    {
      steps[n++] = (MzPathStep){.op = MZ_PATH_LINE, .x = start + GAP / 2, .y = y};
      steps[n++] = (MzPathStep){.op = MZ_PATH_LINE, .x = start + GAP / 2, .y = target};
    }
  else if (columns != 1)
    {
      double out = columns > 0 ? start + GAP / 3 : start - GAP / 3;
      double lane = from->y + from->height + ROW_GAP / 2;
      double in = end - GAP / 3;

      steps[n++] = (MzPathStep){.op = MZ_PATH_LINE, .x = out, .y = y};
      if (columns != 0)
        {
          steps[n++] = (MzPathStep){.op = MZ_PATH_LINE, .x = out, .y = lane};
          steps[n++] = (MzPathStep){.op = MZ_PATH_LINE, .x = in, .y = lane};
        }
      steps[n++] = (MzPathStep){.op = MZ_PATH_LINE, .x = in, .y = target};
    }
  steps[n++] = (MzPathStep){.op = MZ_PATH_LINE, .x = end - HEAD, .y = target};
  return n;
}

static void
draw_arc (const MzPicture *self, const MzTraceArc *arc)
{
  const MzTracePlace *cause = &self->places[arc->cause], *result = &self->places[arc->result];
  g_autofree char *from = mz_record_label (cause->node->record);
  g_autofree char *to = mz_record_label (result->node->record);
  g_autofree char *tip = g_strdup_printf ("%s → %s\n%s", from, to, arc->relation);
  MzPathStep steps[8];
  guint n;
  MzShape *shape;

  if (!is_drawn (cause) || !is_drawn (result))
    return;
  n = find_way (&cause->box, &result->box, result->column - cause->column, steps);
  shape = mz_scene_add_path (self->frame.scene, MZ_ROLE_LINK, steps, n, MZ_COLOUR_NONE,
                             MZ_COLOUR_SECONDARY, MZ_LINE_MEDIUM);
  mz_shape_set_tooltip (shape, tip);
  draw_head (self, result->box.x, steps[n - 1].y, 1);
}

/* Cards. */

static const char *
kind_of (const MzTracePlace *place)
{
  return mz_translate (mz_record_kind (place->node->record)->label);
}

static void
draw_place (const MzPicture *self, const MzTracePlace *place)
{
  const char *id = mz_record_id (place->node->record), *kind = kind_of (place);
  g_autofree char *title = mz_record_label (place->node->record);
  g_autofree char *tip = g_strdup_printf ("%s\n%s", kind, title);
  double inner = place->box.width - 2 * PAD;
  double y = place->box.y + 5;
  gboolean origin = place->column == 0;
  MzShape *shape;

  if (!is_drawn (place))
    return;
  shape = mz_draw_card (&self->draw, &place->box, id, tip);
  if (origin)
    {
      shape->fill = MZ_COLOUR_ACCENT_SOFT;
      mz_shape_set_stroke (shape, MZ_COLOUR_ACCENT, 2, MZ_DASH_SOLID);
    }
  mz_draw_line (&self->draw, MZ_ROLE_LABEL, kind, place->box.x + PAD, y, inner, MZ_SIZE_SMALLEST,
                MZ_WEIGHT_REGULAR, MZ_ALIGN_START, origin ? MZ_COLOUR_ACCENT : MZ_COLOUR_SECONDARY,
                id);
  y += mz_frame_line_height (&self->frame, MZ_SIZE_SMALLEST);
  shape = mz_scene_add_text (
      self->frame.scene, self->draw.measurer, MZ_ROLE_LABEL, title, place->box.x + PAD, y, inner,
      (guint)MAX (1, floor ((place->box.y + place->box.height - 3 - y) /
                            mz_frame_line_height (&self->frame, MZ_SIZE_CAPTION))),
      MZ_SIZE_CAPTION, origin ? MZ_WEIGHT_BOLD : MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
  mz_shape_set_record (shape, id);
}

static void
draw_heads (const MzPicture *self)
{
  if (self->top <= self->frame.y)
    return;
  if (self->first < 0)
    mz_frame_line (&self->frame, MZ_ROLE_TITLE, _ ("Comes from"), column_left (self, self->first),
                   self->frame.y, self->width, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD, MZ_ALIGN_START,
                   MZ_COLOUR_SECONDARY);
  if (self->last > 0)
    mz_frame_line (&self->frame, MZ_ROLE_TITLE, _ ("Leads to"), column_left (self, 1),
                   self->frame.y, self->width, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD, MZ_ALIGN_START,
                   MZ_COLOUR_SECONDARY);
}

/* Words. */

static guint
count_side (const MzTrace *trace, MzTraceDirection direction)
{
  guint n = 0;

  for (guint i = 0; i < trace->nodes->len; i++)
    n += mz_trace_node (trace, i)->direction == direction ? 1 : 0;
  return n;
}

static char *
make_message (const MzTrace *trace, MzRecord *record)
{
  g_autofree char *label = mz_record_label (record);
  guint causes = count_side (trace, MZ_TRACE_CAUSE), results = count_side (trace, MZ_TRACE_RESULT);

  if (causes + results == 0)
    return g_strdup_printf (_ ("“%s” comes from nothing and leads to nothing yet."), label);
  /* TRANSLATORS: a record, how many it comes from, how many it leads to, over all steps */
  return g_strdup_printf (_ ("“%s” comes from %u entries and leads to %u."), label, causes,
                          results);
}

static const char *
side_name (const MzTraceNode *node)
{
  return node->direction == MZ_TRACE_CAUSE    ? _ ("Comes from")
         : node->direction == MZ_TRACE_RESULT ? _ ("Leads to")
                                              : _ ("Looked at");
}

static MzTable *
make_table (const MzTrace *trace, const char *title)
{
  g_autofree char *steps = g_strdup_printf ("#%s", _ ("Steps away"));
  const char *headers[] = {_ ("Side"), steps, _ ("Kind"), _ ("Name"), _ ("Over"), NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint i = 0; i < trace->nodes->len; i++)
    {
      const MzTraceNode *node = mz_trace_node (trace, i);
      g_autofree char *name = mz_record_label (node->record);
      g_autofree char *over = mz_record_label (mz_trace_node (trace, node->parent)->record);
      g_autofree char *depth = g_strdup_printf ("%u", node->depth);

      mz_table_add_row (table, mz_record_id (node->record), side_name (node), depth,
                        mz_translate (mz_record_kind (node->record)->label), name,
                        node->depth > 0 ? over : "");
    }
  return table;
}

MzScene *
mz_chart_trace (const MzChartRequest *request)
{
  MzRecord *record = choose (request);
  const char *title = _ ("Trace");
  g_autoptr (MzTrace) trace =
      record != NULL ? mz_trace_new (request->analysis->model, mz_record_id (record), 0) : NULL;
  g_autofree MzTracePlace *places = NULL;
  g_autofree char *message = NULL;
  MzPicture self = {.trace = trace};

  if (trace == NULL)
    return mz_frame_message (request, NAME, title,
                             _ ("Choose a record to see what it comes from and what it leads to."));
  message = make_message (trace, record);
  places = g_new0 (MzTracePlace, trace->nodes->len);
  self.places = places;
  self.frame = mz_frame_begin (request, NAME, title, message);
  self.draw = (MzDraw){self.frame.scene, request->measurer};
  place_all (&self);
  draw_heads (&self);
  for (guint i = 0; i < trace->arcs->len; i++)
    draw_arc (&self, mz_trace_arc (trace, i));
  for (guint i = 0; i < n_nodes (&self); i++)
    draw_place (&self, &self.places[i]);
  mz_scene_set_table (self.frame.scene, make_table (trace, title));
  return self.frame.scene;
}
