/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A ruled table on a page: columns as wide as their content asks for, rows as high as their text, as many rows as there is
 * room for. */

#include "config.h"

#include "report-private.h"

#define PAD 8.0
#define ROW_PAD 5.0
#define CELL_LINES 3
#define SIZE MZ_SIZE_CAPTION

static guint
n_columns (const MzTable *table)
{
  return g_strv_length (table->headers);
}

/* Widths that share @width: each column gets what its longest cell needs, and where that is too much the wide text columns
 * give way. Numbers keep what they need. */
static double *
column_widths (MzTextMeasurer *measurer, const MzTable *table, double width)
{
  guint n = n_columns (table);
  double *widths = g_new0 (double, n);
  double fixed = 0, flexible = 0;

  for (guint column = 0; column < n; column++)
    {
      double widest = mz_text_width (measurer, table->headers[column], SIZE, MZ_WEIGHT_BOLD);
      for (guint row = 0; row < table->rows->len; row++)
        {
          char **cells = g_ptr_array_index (table->rows, row);
          widest = MAX (widest, mz_text_width (measurer, cells[column], SIZE, MZ_WEIGHT_REGULAR));
        }
      widths[column] = MIN (widest, width * 0.6) + 2 * PAD;
      if (table->numeric[column] || widths[column] < 90)
        fixed += widths[column];
      else
        flexible += widths[column];
    }
  if (flexible <= 0)
    flexible = fixed, fixed = 0;
  for (guint column = 0; column < n; column++)
    if (fixed == 0 || !(table->numeric[column] || widths[column] < 90))
      widths[column] *= MAX (width - fixed, 40.0) / flexible;
  return widths;
}

static void
draw_row (MzPages *self, MzScene *page, const MzTable *table, char **cells, const double *widths, MzBox box,
          MzWeight weight, MzColour colour, const char *record)
{
  double x = box.x;
  for (guint column = 0; column < n_columns (table); column++)
    {
      MzShape *shape =
          mz_scene_add_text (page, self->request->measurer, MZ_ROLE_LABEL, cells[column], x + PAD, box.y + ROW_PAD,
                             widths[column] - 2 * PAD, CELL_LINES, SIZE, weight,
                             table->numeric[column] ? MZ_ALIGN_END : MZ_ALIGN_START, colour);
      mz_shape_set_record (shape, record);
      x += widths[column];
    }
}

static double
row_height (MzPages *self, const MzTable *table, char **cells, const double *widths, MzWeight weight)
{
  double height = mz_text_line_height (self->request->measurer, SIZE);
  for (guint column = 0; column < n_columns (table); column++)
    height = MAX (height, mz_text_height (self->request->measurer, cells[column], widths[column] - 2 * PAD,
                                          CELL_LINES, SIZE, weight));
  return height + 2 * ROW_PAD;
}

guint
mz_block_table (MzPages *self, MzScene *page, const MzTable *table, guint first, MzBox box)
{
  g_autofree double *widths = column_widths (self->request->measurer, table, box.width);
  double y = box.y, bottom = box.y + box.height;
  double height = row_height (self, table, table->headers, widths, MZ_WEIGHT_BOLD);
  guint row;

  mz_scene_add_rectangle (page, MZ_ROLE_DECORATION, box.x, y, box.width, height, 4, MZ_COLOUR_WASH);
  draw_row (self, page, table, table->headers, widths, (MzBox) { box.x, y, box.width, height }, MZ_WEIGHT_BOLD,
            MZ_COLOUR_SECONDARY, NULL);
  y += height;
  for (row = first; row < table->rows->len; row++)
    {
      char **cells = g_ptr_array_index (table->rows, row);
      const char *record = g_ptr_array_index (table->records, row);
      height = row_height (self, table, cells, widths, MZ_WEIGHT_REGULAR);
      /* At least one row a page, however high, or a report would never end. */
      if (y + height > bottom && row > first)
        break;
      draw_row (self, page, table, cells, widths, (MzBox) { box.x, y, box.width, height }, MZ_WEIGHT_REGULAR,
                MZ_COLOUR_INK, record != NULL && *record != '\0' ? record : NULL);
      y += height;
      mz_scene_add_line (page, MZ_ROLE_DECORATION, box.x, y, box.x + box.width, y, MZ_COLOUR_HAIRLINE, 1);
    }
  return row;
}
