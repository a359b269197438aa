/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A ruled table on a page: columns as wide as their content asks for, rows as high as their text, as many rows as there is
 * room for. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report-private.h"

#define PAD 8.0
#define ROW_PAD 3.5
#define CELL_LINES 3
#define SIZE MZ_SIZE_CAPTION

static guint
n_columns (const MzTable *table)
{
  return g_strv_length (table->headers);
}

/* The width that @column asks for: that of its longest cell on one line. */
static double
natural_width (MzTextMeasurer *measurer, const MzTable *table, guint column)
{
  double widest = mz_text_width (measurer, table->headers[column], SIZE, MZ_WEIGHT_BOLD);
  for (guint row = 0; row < table->rows->len; row++)
    {
      char **cells = g_ptr_array_index (table->rows, row);
      widest = MAX (widest, mz_text_width (measurer, cells[column], SIZE, MZ_WEIGHT_REGULAR));
    }
  /* Room for the rounding of measures, so that what fits does not break. */
  return ceil (widest) + 2 * PAD + 2;
}

/* Widths that share @width. Where there is enough, every column gets what it asks for and the same part of the rest. Where
 * there is not, columns that ask for less than an equal share keep what they ask for, and the others share what remains by
 * the root of what they ask for: a column of long texts gets more than one of short texts, but not all. */
static double *
column_widths (MzTextMeasurer *measurer, const MzTable *table, double width)
{
  guint n = n_columns (table), open = n;
  double *widths = g_new0 (double, n);
  g_autofree gboolean *settled = g_new0 (gboolean, n);
  double rest = width, total = 0, roots = 0;
  gboolean changed = TRUE;

  for (guint column = 0; column < n; column++)
    total += widths[column] = natural_width (measurer, table, column);
  if (total <= width)
    {
      for (guint column = 0; column < n; column++)
        widths[column] += (width - total) / n;
      return widths;
    }
  while (changed)
    {
      double share = rest / MAX (open, 1);
      changed = FALSE;
      for (guint column = 0; column < n; column++)
        if (!settled[column] && widths[column] <= share)
          {
            settled[column] = changed = TRUE;
            rest -= widths[column];
            open--;
          }
    }
  for (guint column = 0; column < n; column++)
    roots += settled[column] ? 0 : sqrt (widths[column]);
  for (guint column = 0; column < n; column++)
    if (!settled[column])
      widths[column] = rest * sqrt (widths[column]) / roots;
  return widths;
}

static void
draw_row (MzPages *self, MzScene *page, const MzTable *table, char **cells, const double *widths,
          MzBox box, MzWeight weight, MzColour colour, const char *record)
{
  double x = box.x;
  for (guint column = 0; column < n_columns (table); column++)
    {
      MzShape *shape =
          mz_scene_add_text (page, self->request->measurer, MZ_ROLE_LABEL, cells[column], x + PAD,
                             box.y + ROW_PAD, widths[column] - 2 * PAD, CELL_LINES, SIZE, weight,
                             table->numeric[column] ? MZ_ALIGN_END : MZ_ALIGN_START, colour);
      mz_shape_set_record (shape, record);
      x += widths[column];
    }
}

static double
row_height (MzPages *self, const MzTable *table, char **cells, const double *widths,
            MzWeight weight)
{
  double height = mz_text_line_height (self->request->measurer, SIZE);
  for (guint column = 0; column < n_columns (table); column++)
    height = MAX (height, mz_text_height (self->request->measurer, cells[column],
                                          widths[column] - 2 * PAD, CELL_LINES, SIZE, weight));
  return height + 2 * ROW_PAD;
}

guint
mz_block_table (MzPages *self, MzScene *page, const MzTable *table, guint first, MzBox box,
                double *end)
{
  g_autofree double *widths = column_widths (self->request->measurer, table, box.width);
  double y = box.y, bottom = box.y + box.height;
  double height = row_height (self, table, table->headers, widths, MZ_WEIGHT_BOLD);
  guint row;
  GArray *heights = g_array_new (FALSE, FALSE, sizeof (double));
  MzBlock *block;

  mz_pages_begin (self, page, MZ_BLOCK_TABLE, table->title, box);
  g_array_append_val (heights, height);
  mz_scene_add_rectangle (page, MZ_ROLE_DECORATION, box.x, y, box.width, height, 4, MZ_COLOUR_WASH);
  draw_row (self, page, table, table->headers, widths, (MzBox){box.x, y, box.width, height},
            MZ_WEIGHT_BOLD, MZ_COLOUR_SECONDARY, NULL);
  y += height;
  for (row = first; row < table->rows->len; row++)
    {
      char **cells = g_ptr_array_index (table->rows, row);
      const char *record = g_ptr_array_index (table->records, row);
      height = row_height (self, table, cells, widths, MZ_WEIGHT_REGULAR);
      /* At least one row a page, however high, or a report would never end. */
      if (y + height > bottom && row > first)
        break;
      draw_row (self, page, table, cells, widths, (MzBox){box.x, y, box.width, height},
                MZ_WEIGHT_REGULAR, MZ_COLOUR_INK,
                record != NULL && *record != '\0' ? record : NULL);
      y += height;
      g_array_append_val (heights, height);
      mz_scene_add_line (page, MZ_ROLE_DECORATION, box.x, y, box.x + box.width, y,
                         MZ_COLOUR_HAIRLINE, 1);
    }
  block = mz_pages_end (self, page);
  block->box.height = y - box.y;
  block->heights = heights;
  block->widths = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (block->widths, widths, n_columns (table));
  if (end != NULL)
    *end = y;
  return row;
}

MzScene *
mz_block_table_pages (MzPages *self, MzScene *page, const char *name, const char *kicker,
                      const char *headline, const MzTable *table, MzBox box, MzBox *rest)
{
  double end;
  guint row = mz_block_table (self, page, table, 0, box, &end);

  while (row < table->rows->len)
    {
      g_autofree char *continued = g_strdup_printf (_ ("%s (continued)"), kicker);
      page = mz_pages_add (self, name, continued, headline, NULL, &box);
      row = mz_block_table (self, page, table, row, box, &end);
    }
  if (rest != NULL)
    *rest = (MzBox){box.x, end, box.width, box.y + box.height - end};
  return page;
}
