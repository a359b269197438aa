/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Which marks there are and where they stand: several in one cell on a small grid that leaves the cell's value free;
 * from twelve on, or where they find no room, they are counted. */

#include "config.h"

#include "heat-map-private.h"

#include <math.h>

#define COUNT_FROM 12
#define CELL_PAD 3.0
#define MARK_GAP 3.0
/* Steps of the small marks under a count. */
#define DOT_STEP 7.0
/* Height that the count takes above them. */
#define COUNT_ROOM 23.0
/* Width that it takes beside the value. */
#define COUNT_SPACE 46.0
/* Marks do not become smaller than their number. */
#define MARK_MIN 17.0
#define DOT_MIN 3.0
/* With more arrows than this, trying other places costs more than it gives. */
#define UNTANGLE_MAX 40

static const MzRating *
rating_of (const MzHeatMap *self, guint risk, MzRiskState state)
{
  const MzRisk *entry = g_ptr_array_index (self->analysis->risks, risk);

  if (state == MZ_STATE_CURRENT)
    return &entry->current;
  if (state == MZ_STATE_INHERENT)
    return &entry->inherent;
  return mz_heat_residual (self, risk);
}

const MzRating *
mz_heat_residual (const MzHeatMap *self, guint risk)
{
  if (self->scenario == NULL || risk >= self->scenario->residuals->len)
    return NULL;
  return &mz_analysis_residual (self->scenario, risk)->rating;
}

static gboolean
is_on_grid (const MzHeatMap *self, const MzRating *rating)
{
  return rating != NULL && rating->known && rating->likelihood >= 1 &&
         rating->likelihood <= self->scale->n_likelihood && rating->impact >= 1 &&
         rating->impact <= self->scale->n_impact;
}

static gboolean
is_same_cell (const MzRating *a, const MzRating *b)
{
  return a->known && b->known && a->likelihood == b->likelihood && a->impact == b->impact;
}

/* A state that stands where the current one stands says nothing of its own. */
static gboolean
is_wanted (const MzHeatMap *self, guint risk, MzRiskState state)
{
  const MzRating *rating = rating_of (self, risk, state);

  if (!is_on_grid (self, rating))
    return FALSE;
  if (state == MZ_STATE_CURRENT)
    return TRUE;
  if (state == MZ_STATE_INHERENT && !self->frame.request->inherent)
    return FALSE;
  return !is_same_cell (rating, rating_of (self, risk, MZ_STATE_CURRENT));
}

void
mz_heat_collect (MzHeatMap *self)
{
  static const MzRiskState order[] = {MZ_STATE_CURRENT, MZ_STATE_RESIDUAL, MZ_STATE_INHERENT};

  self->marks = g_array_new (FALSE, TRUE, sizeof (MzHeatMark));
  for (int i = 0; i < 10; i++)
    for (int j = 0; j < 10; j++)
      self->cells[i][j].marks = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint s = 0; s < G_N_ELEMENTS (order); s++)
    for (guint i = 0; i < self->analysis->risks->len; i++)
      {
        MzHeatMark mark = {.risk = i, .state = order[s], .rating = rating_of (self, i, order[s])};
        guint place = self->marks->len;

        if (order[s] == MZ_STATE_CURRENT && !is_on_grid (self, mark.rating))
          self->n_unrated++;
        if (!is_wanted (self, i, order[s]))
          continue;
        g_array_append_val (self->marks, mark);
        g_array_append_val (self->cells[mark.rating->likelihood - 1][mark.rating->impact - 1].marks,
                            place);
      }
}

double
mz_heat_value_width (const MzHeatMap *self, int likelihood, int impact)
{
  g_autofree char *text = g_strdup_printf ("%d", self->scale->values[likelihood - 1][impact - 1]);

  return mz_frame_text_width (&self->frame, text, MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR);
}

/* MzSlots: a grid of places inside a cell. */
typedef struct
{
  guint columns, rows;
  double x, y, step_x, step_y; /* middle of the first place, and the way to the next */
} MzSlots;

static MzSlots
make_slots (const MzHeatMap *self, int likelihood, int impact, guint columns, guint rows)
{
  double step_x = MIN ((self->cell_width - 2 * CELL_PAD) / columns, self->mark_width + 10);
  double step_y = MIN ((self->cell_height - 2 * CELL_PAD) / rows, self->mark_height + 10);

  return (MzSlots){columns,
                   rows,
                   mz_mapping_place (&self->columns, likelihood) - step_x * (columns - 1) / 2,
                   mz_mapping_place (&self->rows, impact) - step_y * (rows - 1) / 2,
                   step_x,
                   step_y};
}

/* Whether place @index is free of the cell's value. */
static gboolean
is_free (const MzHeatMap *self, const MzSlots *slots, guint index, double value_right,
         double value_bottom)
{
  double x = slots->x + (index % slots->columns) * slots->step_x;
  double y = slots->y + (index / slots->columns) * slots->step_y;

  return x - self->mark_width / 2 >= value_right || y - self->mark_height / 2 >= value_bottom;
}

static void
value_corner (const MzHeatMap *self, int likelihood, int impact, double *right, double *bottom)
{
  *right = *bottom = -INFINITY;
  if (!self->with_values)
    return;
  *right = mz_heat_cell_x (self, likelihood) + 7 + mz_heat_value_width (self, likelihood, impact);
  *bottom =
      mz_heat_cell_y (self, impact) + 3 + mz_frame_line_height (&self->frame, MZ_SIZE_SMALLEST);
}

/* The smallest grid with @n free places whose shape is nearest to the cell's; FALSE when there is none. */
static gboolean
find_slots (const MzHeatMap *self, int likelihood, int impact, guint n, MzSlots *best)
{
  double gap = self->with_numbers ? MARK_GAP : 1;
  guint most_columns =
      (guint)MAX (0, floor ((self->cell_width - 2 * CELL_PAD + gap) / (self->mark_width + gap)));
  guint most_rows =
      (guint)MAX (0, floor ((self->cell_height - 2 * CELL_PAD + gap) / (self->mark_height + gap)));
  double least = INFINITY, right, bottom;

  value_corner (self, likelihood, impact, &right, &bottom);
  for (guint columns = 1; columns <= MIN (most_columns, n + 2); columns++)
    for (guint rows = 1; rows <= MIN (most_rows, n + 2); rows++)
      {
        MzSlots slots = make_slots (self, likelihood, impact, columns, rows);
        double shape = fabs (log (columns * self->mark_width / self->cell_width /
                                  (rows * self->mark_height / self->cell_height)));
        double cost = columns * rows + shape;
        guint free_places = 0;

        for (guint i = 0; i < columns * rows; i++)
          free_places += is_free (self, &slots, i, right, bottom) ? 1 : 0;
        if (free_places >= n && cost < least)
          {
            least = cost;
            *best = slots;
          }
      }
  return isfinite (least);
}

/* Small marks without numbers in the lower part of a counted cell, if all of them find room. */
static void
place_dots (MzHeatMap *self, int likelihood, int impact)
{
  GArray *places = self->cells[likelihood - 1][impact - 1].marks;
  double head = COUNT_ROOM;
  double x = mz_heat_cell_x (self, likelihood) + CELL_PAD + 2;
  double y = mz_heat_cell_y (self, impact) + head;
  guint columns = (guint)MAX (0, floor ((self->cell_width - 2 * CELL_PAD - 4) / DOT_STEP));
  guint rows = (guint)MAX (0, floor ((self->cell_height - head - CELL_PAD) / DOT_STEP));

  if (columns * rows < places->len ||
      self->cell_width < mz_heat_value_width (self, likelihood, impact) + COUNT_SPACE)
    return;
  for (guint i = 0; i < places->len; i++)
    {
      MzHeatMark *mark = &g_array_index (self->marks, MzHeatMark, g_array_index (places, guint, i));

      mark->dot = TRUE;
      mark->x = x + (i % columns + 0.5) * DOT_STEP;
      mark->y = y + (i / columns + 0.5) * DOT_STEP;
    }
}

/* Marks of a cell without the inherent ones, which come last and give way when there is no room. */
static guint
count_core (const MzHeatMap *self, const MzHeatCell *cell)
{
  guint n = 0;

  for (guint i = 0; i < cell->marks->len; i++)
    n += g_array_index (self->marks, MzHeatMark, g_array_index (cell->marks, guint, i)).state !=
                 MZ_STATE_INHERENT
             ? 1
             : 0;
  return n;
}

static gboolean
can_show (const MzHeatMap *self, int likelihood, int impact, guint n, MzSlots *slots)
{
  return n == 0 || ((!self->with_numbers || n < COUNT_FROM) &&
                    find_slots (self, likelihood, impact, n, slots));
}

static void
place_cell (MzHeatMap *self, int likelihood, int impact)
{
  MzHeatCell *cell = &self->cells[likelihood - 1][impact - 1];
  guint n = cell->marks->len, slot = 0;
  MzSlots slots = {0};
  double right, bottom;

  if (!can_show (self, likelihood, impact, n, &slots))
    n = count_core (self, cell);
  if (!can_show (self, likelihood, impact, n, &slots))
    {
      cell->counted = TRUE;
      place_dots (self, likelihood, impact);
      return;
    }
  value_corner (self, likelihood, impact, &right, &bottom);
  for (guint i = 0; i < n; i++, slot++)
    {
      MzHeatMark *mark =
          &g_array_index (self->marks, MzHeatMark, g_array_index (cell->marks, guint, i));

      while (!is_free (self, &slots, slot, right, bottom))
        slot++;
      mark->shown = TRUE;
      mark->x = slots.x + (slot % slots.columns) * slots.step_x;
      mark->y = slots.y + (slot / slots.columns) * slots.step_y;
    }
}

/* Whether all cells with few marks can show each of them. */
static gboolean
all_fit (const MzHeatMap *self)
{
  for (int likelihood = 1; likelihood <= self->scale->n_likelihood; likelihood++)
    for (int impact = 1; impact <= self->scale->n_impact; impact++)
      {
        guint n = count_core (self, &self->cells[likelihood - 1][impact - 1]);
        MzSlots slots = {0};

        if (n > 0 && n < COUNT_FROM && !find_slots (self, likelihood, impact, n, &slots))
          return FALSE;
      }
  return TRUE;
}

/* MzMove: an arrow between two marks while places are tried. */
typedef struct
{
  MzHeatMark *from, *to;
} MzMove;

static double
distance_to_line (double px, double py, const MzHeatMark *a, const MzHeatMark *b)
{
  double dx = b->x - a->x, dy = b->y - a->y, length = dx * dx + dy * dy;
  double t = length == 0 ? 0 : CLAMP (((px - a->x) * dx + (py - a->y) * dy) / length, 0, 1);

  return hypot (px - a->x - t * dx, py - a->y - t * dy);
}

/* How far the arrows run, and how often under a mark. */
static double
tangle (const MzHeatMap *self, GArray *moves)
{
  double cost = 0;

  for (guint i = 0; i < moves->len; i++)
    {
      const MzMove *move = &g_array_index (moves, MzMove, i);

      cost += hypot (move->to->x - move->from->x, move->to->y - move->from->y);
      for (guint j = 0; j < self->marks->len; j++)
        {
          const MzHeatMark *mark = &g_array_index (self->marks, MzHeatMark, j);

          if (mark->shown && mark != move->from && mark != move->to &&
              distance_to_line (mark->x, mark->y, move->from, move->to) < self->mark_height / 2 + 2)
            cost += 200;
        }
    }
  return cost;
}

static GArray *
collect_moves (const MzHeatMap *self)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (MzMove));

  for (guint i = 0; i < self->marks->len; i++)
    {
      MzHeatMark *to = &g_array_index (self->marks, MzHeatMark, i);

      if (!to->shown || to->state != MZ_STATE_RESIDUAL)
        continue;
      for (guint j = 0; j < i; j++)
        {
          MzHeatMark *from = &g_array_index (self->marks, MzHeatMark, j);
          MzMove move = {from, to};

          if (from->risk == to->risk && from->state == MZ_STATE_CURRENT && from->shown)
            g_array_append_val (moves, move);
        }
    }
  return moves;
}

static void
swap_places (MzHeatMark *a, MzHeatMark *b)
{
  double x = a->x, y = a->y;

  a->x = b->x, a->y = b->y;
  b->x = x, b->y = y;
}

/* Marks of one cell change places where that takes arrows out from under marks. */
static gboolean
untangle_cell (MzHeatMap *self, const MzHeatCell *cell, GArray *moves, double *cost)
{
  gboolean better = FALSE;

  for (guint i = 0; i + 1 < cell->marks->len; i++)
    for (guint j = i + 1; j < cell->marks->len; j++)
      {
        MzHeatMark *a =
            &g_array_index (self->marks, MzHeatMark, g_array_index (cell->marks, guint, i));
        MzHeatMark *b =
            &g_array_index (self->marks, MzHeatMark, g_array_index (cell->marks, guint, j));
        double tried;

        if (!a->shown || !b->shown)
          continue;
        swap_places (a, b);
        tried = tangle (self, moves);
        if (tried < *cost - 0.5)
          {
            *cost = tried;
            better = TRUE;
          }
        else
          swap_places (a, b);
      }
  return better;
}

static void
untangle (MzHeatMap *self)
{
  g_autoptr (GArray) moves = collect_moves (self);
  double cost = tangle (self, moves);
  gboolean better = moves->len > 0 && moves->len <= UNTANGLE_MAX;

  for (guint pass = 0; better && pass < 3; pass++)
    {
      better = FALSE;
      for (int likelihood = 0; likelihood < self->scale->n_likelihood; likelihood++)
        for (int impact = 0; impact < self->scale->n_impact; impact++)
          if (!self->cells[likelihood][impact].counted &&
              untangle_cell (self, &self->cells[likelihood][impact], moves, &cost))
            better = TRUE;
    }
}

void
mz_heat_place (MzHeatMap *self)
{
  double least = self->with_numbers ? MARK_MIN : DOT_MIN;

  while (self->mark_height > least && !all_fit (self))
    {
      self->mark_height = MAX (least, self->mark_height - 1);
      self->mark_width =
          self->with_numbers ? MAX (self->number_width + 5, self->mark_height) : self->mark_height;
    }
  for (int likelihood = 1; likelihood <= self->scale->n_likelihood; likelihood++)
    for (int impact = 1; impact <= self->scale->n_impact; impact++)
      place_cell (self, likelihood, impact);
  untangle (self);
}
