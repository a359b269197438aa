/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The table of the comparison: a row a figure, a column a scenario, what differs from doing nothing beside each figure, the
 * best of a row framed and bold. */

#include "config.h"

#include "chart-private.h"

#include "mezasu/comparison.h"
#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

#define NAME "compare-table"
#define LEAST_COLUMN 84.0
#define LEAST_LABEL 70.0
/* From here on a figure and what differs stand beside each other. */
#define BESIDE_WIDTH 150.0

typedef struct
{
  MzFrame frame;
  const MzComparison *comparison;
  guint n_columns;
  guint n_rows;
  double label, column;   /* widths */
  double head, row;       /* heights */
  gboolean beside, below; /* where differences and reasons stand, if anywhere */
} MzPicture;

/* Names of scenarios take a second line only where one of them needs it. */
static double
heading_height (const MzPicture *self)
{
  double height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    height = MAX (height, mz_text_height (self->frame.request->measurer,
                                          mz_comparison_scenario (self->comparison, i)->name,
                                          self->column - 34, 2, MZ_SIZE_BODY, MZ_WEIGHT_BOLD));
  return height;
}

static void
lay_out (MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  double line = mz_frame_line_height (frame, MZ_SIZE_BODY);
  double small = mz_frame_line_height (frame, MZ_SIZE_SMALLEST);

  self->label = MAX (LEAST_LABEL, frame->width * 0.27);
  self->n_columns = (guint)CLAMP (floor ((frame->width - self->label) / LEAST_COLUMN), 1,
                                  MIN (self->comparison->n_scenarios, MZ_COMPARE_MOST));
  self->column = (frame->width - self->label) / self->n_columns;
  self->head = heading_height (self) + 8;
  self->row = (frame->height - self->head) / MZ_N_CRITERIA;
  self->beside = self->column >= BESIDE_WIDTH;
  self->below = !self->beside && self->row >= line + small + 5;
  self->row = CLAMP (self->row, line + 4, self->below ? line + small + 12 : line + 20);
  self->n_rows =
      MIN (MZ_N_CRITERIA, (guint)MAX (0, floor ((frame->height - self->head) / self->row)));
}

/* What a pointer shows: the whole figure with its reason, or what it rests on. */
static char *
make_tooltip (const MzPicture *self, guint index, MzCriterion criterion, const char *text,
              const char *difference)
{
  const MzComparisonCell *cell = mz_comparison_cell (self->comparison, index, criterion);
  GString *tip = g_string_new (NULL);

  g_string_append_printf (tip, "%s\n%s", mz_comparison_scenario (self->comparison, index)->name,
                          _ (mz_criterion_info (criterion)->label));
  g_string_append_printf (tip, "\n%s", cell->known ? text : cell->reason);
  if (difference != NULL)
    {
      g_string_append_c (tip, '\n');
      /* Translators: an amount or number with its sign. */
      g_string_append_printf (tip, _ ("Beside doing nothing: %s"), difference);
    }
  if (cell->assumed)
    g_string_append_printf (tip, "\n%s", _ ("Rests on illustrative assumptions."));
  if (cell->sources != NULL && cell->sources[0] != NULL)
    {
      guint n = g_strv_length (cell->sources);

      g_string_append_c (tip, '\n');
      g_string_append_printf (
          tip, ngettext ("Reckoned from %u record", "Reckoned from %u records", n), n);
    }
  return g_string_free (tip, FALSE);
}

/* The figure at the end of its column; in small letters what differs, or why it is blank, before or below it. */
static void
draw_words (const MzPicture *self, guint index, const MzComparisonCell *cell, const char *text,
            const char *aside, double x, double y)
{
  const MzFrame *frame = &self->frame;
  const MzScenarioResult *scenario = mz_comparison_scenario (self->comparison, index);
  double line = mz_frame_line_height (frame, MZ_SIZE_BODY), room = self->column - 20;
  double middle = y + (self->below ? 3 + line / 2 : self->row / 2);
  MzWeight weight = cell->best ? MZ_WEIGHT_BOLD : MZ_WEIGHT_REGULAR;
  MzShape *shape =
      mz_frame_line_at (frame, MZ_ROLE_LABEL, text, x + 10, middle, room, MZ_SIZE_BODY, weight,
                        MZ_ALIGN_END, cell->known ? MZ_COLOUR_INK : MZ_COLOUR_SECONDARY);

  if (shape != NULL && scenario->record != NULL)
    mz_shape_set_record (shape, scenario->id);
  if (aside == NULL || (!self->beside && !self->below))
    return;
  if (self->beside)
    room -= mz_frame_text_width (frame, text, MZ_SIZE_BODY, weight) + 8;
  shape =
      mz_frame_line_at (frame, MZ_ROLE_LABEL, aside, x + 10, self->beside ? middle : middle + line,
                        room, MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR,
                        self->beside ? MZ_ALIGN_START : MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
  if (shape != NULL && scenario->record != NULL)
    mz_shape_set_record (shape, scenario->id);
}

static void
draw_cell (const MzPicture *self, guint index, MzCriterion criterion, double y)
{
  const MzFrame *frame = &self->frame;
  const MzScenarioResult *scenario = mz_comparison_scenario (self->comparison, index);
  const MzComparisonCell *cell = mz_comparison_cell (self->comparison, index, criterion);
  MzMoneyUnit unit = frame->request->unit;
  g_autofree char *text = mz_comparison_text (self->comparison, index, criterion, unit);
  g_autofree char *difference =
      mz_comparison_difference_text (self->comparison, index, criterion, unit);
  g_autofree char *tip = make_tooltip (self, index, criterion, text, difference);
  double x = frame->x + self->label + index * self->column, width = self->column;
  MzShape *shape = mz_scene_add_rectangle (
      frame->scene, scenario->record != NULL ? MZ_ROLE_MARK : MZ_ROLE_DECORATION, x + 3, y + 1,
      width - 6, self->row - 2, 4, cell->best ? MZ_COLOUR_WASH : MZ_COLOUR_PAPER);

  if (cell->best)
    mz_shape_set_stroke (shape, MZ_COLOUR_GOOD, MZ_LINE_MEDIUM, MZ_DASH_SOLID);
  if (scenario->record != NULL)
    {
      mz_shape_set_record (shape, scenario->id);
      mz_shape_set_tooltip (shape, tip);
    }
  draw_words (self, index, cell, text, difference != NULL ? difference : cell->reason, x, y);
}

static void
draw_head (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;
  g_autofree char *unit = mz_chart_unit_note (frame->request->unit);
  double line = mz_frame_line_height (frame, MZ_SIZE_BODY);

  mz_frame_line (frame, MZ_ROLE_AXIS, unit, frame->x + 2, frame->y, self->label - 6,
                 MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const MzScenarioResult *scenario = mz_comparison_scenario (self->comparison, i);
      MzManner manner = mz_chart_manner (self->comparison->analysis, i);
      double x = frame->x + self->label + i * self->column;

      mz_frame_marker (frame, MZ_ROLE_DECORATION, &manner, x + 14, frame->y + line / 2, 9, FALSE);
      mz_scene_add_text (frame->scene, frame->request->measurer, MZ_ROLE_TITLE, scenario->name,
                         x + 24, frame->y, self->column - 34, 2, MZ_SIZE_BODY, MZ_WEIGHT_BOLD,
                         MZ_ALIGN_END, MZ_COLOUR_INK);
    }
}

static void
draw_rows (const MzPicture *self)
{
  const MzFrame *frame = &self->frame;

  for (guint row = 0; row < self->n_rows; row++)
    {
      double y = frame->y + self->head + row * self->row;

      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, frame->x, y, frame->x + frame->width, y,
                         MZ_COLOUR_HAIRLINE, MZ_LINE_THIN);
      mz_frame_line_at (frame, MZ_ROLE_AXIS, _ (mz_criterion_info (row)->label), frame->x + 2,
                        y + self->row / 2, self->label - 6, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR,
                        MZ_ALIGN_START, MZ_COLOUR_INK);
      for (guint i = 0; i < self->n_columns; i++)
        draw_cell (self, i, row, y);
    }
}

/* Every figure of every scenario with its difference, and why it is blank. */
static MzTable *
make_table (const MzPicture *self, const char *title)
{
  const MzComparison *comparison = self->comparison;
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  MzTable *table;

  g_ptr_array_add (headers, g_strdup (_ ("What is compared")));
  for (guint i = 0; i < comparison->n_scenarios; i++)
    g_ptr_array_add (headers,
                     g_strdup_printf ("#%s", mz_comparison_scenario (comparison, i)->name));
  g_ptr_array_add (headers, NULL);
  table = mz_table_new (title, (const char *const *)headers->pdata);
  for (guint row = 0; row < MZ_N_CRITERIA; row++)
    {
      char **cells = g_new0 (char *, headers->len);

      cells[0] = mz_criterion_info (row)->nature == MZ_NATURE_MONEY
                     ? mz_chart_money_heading (_ (mz_criterion_info (row)->label),
                                               self->frame.request->unit)
                     : g_strdup (_ (mz_criterion_info (row)->label));
      if (cells[0][0] == '#')
        memmove (cells[0], cells[0] + 1, strlen (cells[0]));
      for (guint i = 0; i < comparison->n_scenarios; i++)
        {
          const MzComparisonCell *cell = mz_comparison_cell (comparison, i, row);

          cells[1 + i] = cell->known
                             ? mz_comparison_text (comparison, i, row, self->frame.request->unit)
                             : g_strdup (cell->reason);
        }
      mz_table_take_row (table, NULL, cells);
    }
  return table;
}

MzScene *
mz_chart_compare_table (const MzChartRequest *request)
{
  const char *title = _ ("Scenarios side by side");
  g_autoptr (MzComparison) comparison = mz_comparison_new (request->analysis, request->loss, NULL);
  g_autofree char *message = NULL;
  MzPicture self = {.comparison = comparison};

  if (comparison->n_scenarios < 2)
    return mz_frame_message (request, NAME, title,
                             _ ("No plan yet to compare with. Add a scenario first."));
  message = mz_headline_scenarios (comparison->analysis);
  self.frame = mz_frame_begin (request, NAME, title, message);
  lay_out (&self);
  draw_head (&self);
  draw_rows (&self);
  mz_scene_set_table (self.frame.scene, make_table (&self, title));
  return self.frame.scene;
}
