/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Charts that the spreadsheet draws itself from the cells, so that they move with them. */

#include "config.h"

#include "workbook-sheet-private.h"

#include "mezasu/cell-text.h"

#define LINE_WIDTH 2.25

struct _MzBookChart
{
  lxw_chart *chart;
  MzBookChartType type;
  guint n_series;
};

static const guint8 types[] = {
    [MZ_CHART_COLUMNS] = LXW_CHART_COLUMN,
    [MZ_CHART_LINES] = LXW_CHART_LINE,
    [MZ_CHART_CURVE] = LXW_CHART_SCATTER_STRAIGHT,
};

/* Told apart also where colours are not. */
static const lxw_color_t colours[] = {0x1f4e79, 0xc55a11, 0x548235, 0x7030a0, 0x7f7f7f, 0xbf9000};
static const guint8 dashes[] = {LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH,
                                LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_LINE_DASH_LONG_DASH};

/* A name that begins with "=" would be taken for a reference. */
static char *
chart_text (const char *text)
{
  g_autofree char *clean = mz_cell_text (text);
  return g_strconcat (*clean == '=' ? " " : "", clean, NULL);
}

MzBookChart *
mz_book_chart_new (MzBook *self, MzBookChartType type, const char *title, const char *x_name,
                   const char *y_name)
{
  MzBookChart *chart = g_new0 (MzBookChart, 1);
  g_autofree char *clean_title = chart_text (title);
  g_autofree char *clean_x = chart_text (x_name);
  g_autofree char *clean_y = chart_text (y_name);

  g_autofree char *money = mz_book_number_format (self, MZ_CELL_MONEY);

  chart->type = type;
  chart->chart = workbook_add_chart (self->workbook, types[type]);
  chart_title_set_name (chart->chart, clean_title);
  chart_axis_set_name (chart->chart->x_axis, clean_x);
  chart_axis_set_name (chart->chart->y_axis, clean_y);
  chart_axis_set_num_format (type == MZ_CHART_CURVE ? chart->chart->x_axis : chart->chart->y_axis,
                             money);
  if (type == MZ_CHART_CURVE)
    chart_axis_set_num_format (chart->chart->y_axis, "0%");
  chart_axis_set_label_position (chart->chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  chart_legend_set_position (chart->chart, LXW_CHART_LEGEND_BOTTOM);
  return chart;
}

void
mz_book_chart_series (MzBookChart *self, const MzBookSheet *sheet, const char *name,
                      MzRange categories, MzRange values)
{
  g_autofree char *clean = chart_text (name);
  lxw_color_t colour = colours[self->n_series % G_N_ELEMENTS (colours)];
  lxw_chart_line line = {.color = colour,
                         .width = LINE_WIDTH,
                         .dash_type = dashes[self->n_series % G_N_ELEMENTS (dashes)]};
  lxw_chart_fill fill = {.color = colour};
  lxw_chart_series *series = chart_add_series (self->chart, NULL, NULL);

  chart_series_set_name (series, clean);
  chart_series_set_categories (series, sheet->name, categories.first_row,
                               (lxw_col_t)categories.first_column, categories.last_row,
                               (lxw_col_t)categories.last_column);
  chart_series_set_values (series, sheet->name, values.first_row, (lxw_col_t)values.first_column,
                           values.last_row, (lxw_col_t)values.last_column);
  if (self->type == MZ_CHART_COLUMNS)
    chart_series_set_fill (series, &fill);
  else
    chart_series_set_line (series, &line);
  self->n_series++;
}

void
mz_book_chart_place (MzBookChart *self, MzBookSheet *sheet, guint row, guint column)
{
  lxw_chart_options options = {.x_scale = 1.3, .y_scale = 1.15, .object_position = 2};

  worksheet_insert_chart_opt (sheet->worksheet, row, (lxw_col_t)column, self->chart, &options);
  g_free (self);
}
