/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The scorecard as a table (R. S. Kaplan and D. P. Norton, "The Balanced Scorecard", 1996): by perspective what is wanted,
 * what it hangs on, how it is measured, where it stands, and what is done about it. Columns go where there is no room, cells
 * keep fewer lines, and what is still too much is counted, or goes on on a further page. */

#include "config.h"

#include "cards-private.h"
#include "scorecard-private.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define NAME "scorecard"
#define SIZE MZ_SIZE_CAPTION
#define SIDE 6.0
#define MOST_LINES 3
#define LEGEND 20.0
/* Over and under the text of a row where there are many. */
#define TIGHT_PAD 1.0
#define LOOSE_PAD 9.0

/* In order of importance: a narrow picture keeps the first. @share of what is left over; 0 for numbers. */
static const struct
{
  MzCardColumn column;
  double least, share;
} importance[] = {
    {MZ_CARD_KPI, 92, 1.3},  {MZ_CARD_ACTUAL, 0, 0},       {MZ_CARD_SCORE, 0, 0},
    {MZ_CARD_TARGET, 0, 0},  {MZ_CARD_OBJECTIVE, 92, 1.1}, {MZ_CARD_ACTION, 110, 1.3},
    {MZ_CARD_FACTOR, 92, 1}, {MZ_CARD_BASELINE, 0, 0},     {MZ_CARD_TREND, 64, 0},
    {MZ_CARD_WEIGHT, 0, 0},
};

/* A column of numbers is as wide as its widest, as long as that leaves room for words. */
static double
number_width (const MzCard *card, MzCardColumn column)
{
  const MzFrame *frame = &card->frame;
  double width = mz_frame_text_width (frame, mz_card_heading (column), SIZE, MZ_WEIGHT_BOLD);

  for (guint i = 0; i < card->rows->len; i++)
    width = MAX (width, mz_frame_text_width (frame, mz_card_row (card, i)->cells[column], SIZE,
                                             MZ_WEIGHT_BOLD));
  if (column == MZ_CARD_SCORE)
    width =
        MAX (width, MZ_LIGHT_SIZE + 5 + mz_frame_text_width (frame, "100 %", SIZE, MZ_WEIGHT_BOLD));
  return MIN (width, 110) + 2 * SIDE;
}

static void
choose_columns (MzCard *card)
{
  double left = card->frame.width, shares = 0;

  for (guint i = 0; i < G_N_ELEMENTS (importance); i++)
    {
      MzCardColumn column = importance[i].column;
      double least = importance[i].least > 0 ? importance[i].least : number_width (card, column);

      if (least > left)
        break;
      card->widths[column] = least;
      left -= least;
      shares += importance[i].share;
    }
  for (guint i = 0; i < G_N_ELEMENTS (importance) && shares > 0; i++)
    if (card->widths[importance[i].column] > 0)
      card->widths[importance[i].column] += left * importance[i].share / shares;
}

static double
column_x (const MzCard *card, MzCardColumn column)
{
  double x = card->frame.x;

  for (guint i = 0; i < (guint)column; i++)
    x += card->widths[i];
  return x;
}

static double
text_height (const MzCard *card, const char *text, MzCardColumn column, guint lines)
{
  return mz_text_height (card->request->measurer, text, card->widths[column] - 2 * SIDE, lines,
                         SIZE, MZ_WEIGHT_REGULAR);
}

static double
line_height (const MzCard *card)
{
  return mz_frame_line_height (&card->frame, SIZE);
}

static gboolean
begins_objective (const MzCard *card, guint row, guint first)
{
  return row == first ||
         mz_card_row (card, row)->objective != mz_card_row (card, row - 1)->objective;
}

static gboolean
begins_perspective (const MzCard *card, guint row, guint first)
{
  return row == first ||
         mz_card_row (card, row)->perspective != mz_card_row (card, row - 1)->perspective;
}

static double
perspective_height (const MzCard *card)
{
  return line_height (card) + 2 * card->pad;
}

/* What the objective's own cell needs: its name, and its light where it has several KPIs. */
static double
objective_height (const MzCard *card, const MzCardRow *row, gboolean several)
{
  double height = 0;

  if (card->widths[MZ_CARD_OBJECTIVE] > 0)
    height = text_height (card, row->cells[MZ_CARD_OBJECTIVE], MZ_CARD_OBJECTIVE, card->lines) +
             (several ? line_height (card) : 0);
  return height + 2 * card->pad;
}

static double
row_height (const MzCard *card, const MzCardRow *row)
{
  static const MzCardColumn texts[] = {MZ_CARD_FACTOR, MZ_CARD_KPI, MZ_CARD_ACTION};
  double height = line_height (card);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (card->widths[texts[i]] > 0)
      height = MAX (height, text_height (card, row->cells[texts[i]], texts[i], card->lines));
  return height + 2 * card->pad;
}

/* Gives the rows from @first on their heights as long as they fit into @room; returns the first that does not. */
static guint
measure_rows (MzCard *card, guint first, double room)
{
  double used = 0;
  guint row = first;

  while (row < card->rows->len)
    {
      guint end = row + 1;
      double head = begins_perspective (card, row, first) ? perspective_height (card) : 0;
      double sum = 0;

      while (end < card->rows->len && !begins_objective (card, end, first))
        end++;
      for (guint i = row; i < end; i++)
        {
          MzCardRow *measured = mz_card_row (card, i);

          measured->height = row_height (card, measured);
          if (used + head + sum + measured->height > room)
            return i;
          sum += measured->height;
        }
      double own = objective_height (card, mz_card_row (card, row), end - row > 1);
      if (own > sum && used + head + own > room)
        return row;
      if (own > sum)
        mz_card_row (card, end - 1)->height += own - sum;
      used += head + MAX (own, sum);
      row = end;
    }
  return row;
}

static void
draw_cell (const MzCard *card, const MzCardRow *row, MzCardColumn column, double y)
{
  gboolean number = column != MZ_CARD_FACTOR && column != MZ_CARD_KPI && column != MZ_CARD_ACTION;
  gboolean planned = column == MZ_CARD_TARGET && row->change != NULL;
  double left = column == MZ_CARD_SCORE ? MZ_LIGHT_SIZE + 5 : 0;
  MzColour colour = row->kpi == NULL                                       ? MZ_COLOUR_SECONDARY
                    : planned                                              ? MZ_COLOUR_ACCENT
                    : column == MZ_CARD_FACTOR || column == MZ_CARD_WEIGHT ? MZ_COLOUR_SECONDARY
                                                                           : MZ_COLOUR_INK;

  if (card->widths[column] <= 0 || *row->cells[column] == '\0')
    return;
  MzShape *shape =
      mz_scene_add_text (card->frame.scene, card->request->measurer, MZ_ROLE_LABEL,
                         row->cells[column], column_x (card, column) + SIDE + left, y + card->pad,
                         card->widths[column] - 2 * SIDE - left, number ? 1 : card->lines, SIZE,
                         planned || column == MZ_CARD_ACTUAL ? MZ_WEIGHT_BOLD : MZ_WEIGHT_REGULAR,
                         number ? MZ_ALIGN_END : MZ_ALIGN_START, colour);
  mz_shape_set_record (shape,
                       mz_record_id (row->kpi != NULL ? row->kpi->record : row->objective->record));
}

static void
draw_trend (const MzCard *card, const MzCardRow *row, double y)
{
  const char *record = mz_record_id (row->kpi->record);
  MzSeries series = {.values = card->values,
                     .owner = row->kpi->record,
                     .x = column_x (card, MZ_CARD_TREND) + SIDE,
                     .y = y + 2,
                     .width = card->widths[MZ_CARD_TREND] - 2 * SIDE,
                     .height = MIN (row->height - 4, 28),
                     .last_colour = mz_score_light_colour (row->kpi->light)};

  if (card->widths[MZ_CARD_TREND] <= 0)
    return;
  mz_series_add_level (&series, row->kpi->record, "target", MZ_DASH_DASHED, MZ_COLOUR_NO_DATA);
  mz_series_draw (&card->frame, &series, record);
}

static void
draw_kpi (const MzCard *card, const MzCardRow *row, double y)
{
  MzScene *scene = card->frame.scene;
  double x = column_x (card, MZ_CARD_FACTOR);
  double right = card->frame.x + card->frame.width;
  MzRecord *record = row->kpi != NULL ? row->kpi->record : row->objective->record;

  if (row->kpi != NULL || card->widths[MZ_CARD_OBJECTIVE] <= 0)
    {
      MzShape *mark = mz_scene_add_rectangle (scene, MZ_ROLE_MARK, x, y, right - x, row->height, 3,
                                              MZ_COLOUR_NONE);

      mz_shape_set_record (mark, mz_record_id (record));
      mz_shape_set_tooltip (mark, row->tooltip);
    }
  for (guint column = MZ_CARD_FACTOR; column < MZ_CARD_N_COLUMNS; column++)
    draw_cell (card, row, column, y);
  if (row->kpi == NULL)
    return;
  draw_trend (card, row, y);
  if (card->widths[MZ_CARD_SCORE] > 0)
    mz_score_draw_light (&card->frame, row->kpi->light, column_x (card, MZ_CARD_SCORE) + SIDE,
                         y + card->pad + (line_height (card) - MZ_LIGHT_SIZE) / 2, MZ_LIGHT_SIZE,
                         mz_record_id (record));
}

static void
draw_objective (const MzCard *card, const MzCardRow *row, double y, double height, gboolean several)
{
  MzScene *scene = card->frame.scene;
  const MzScorecardObjective *objective = row->objective;
  const char *record = mz_record_id (objective->record);
  const char *owner = mz_record_text (objective->record, "owner");
  double width = card->widths[MZ_CARD_OBJECTIVE], x = card->frame.x;
  g_autofree char *score = mz_score_percent (objective->rollup.score);
  g_autofree char *coverage = mz_score_percent (objective->rollup.coverage);
  g_autofree char *state = g_strdup_printf (_ ("%s: score %s, coverage %s"),
                                            mz_score_kpi_light (objective->light), score, coverage);
  g_autofree char *tip = g_strdup_printf ("%s\n%s%s%s", row->cells[MZ_CARD_OBJECTIVE], state,
                                          owner != NULL ? "\n" : "", owner != NULL ? owner : "");

  if (width <= 0)
    return;
  MzShape *shape =
      mz_scene_add_rectangle (scene, MZ_ROLE_MARK, x, y, width, height, 3, MZ_COLOUR_NONE);
  mz_shape_set_record (shape, record);
  mz_shape_set_tooltip (shape, tip);
  shape =
      mz_scene_add_text (scene, card->request->measurer, MZ_ROLE_LABEL,
                         row->cells[MZ_CARD_OBJECTIVE], x + SIDE, y + card->pad, width - 2 * SIDE,
                         card->lines, SIZE, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  double below = shape->y + shape->height, line = line_height (card);
  mz_shape_set_record (shape, record);
  if (!several || below + line > y + height)
    return;
  mz_score_draw_light (&card->frame, objective->light, x + SIDE, below + (line - MZ_LIGHT_SIZE) / 2,
                       MZ_LIGHT_SIZE, record);
  mz_frame_line (&card->frame, MZ_ROLE_LABEL, score, x + SIDE + MZ_LIGHT_SIZE + 5, below,
                 width - 2 * SIDE - MZ_LIGHT_SIZE - 5, SIZE, MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                 MZ_COLOUR_SECONDARY);
}

static double
draw_perspective (const MzCard *card, int perspective, double y)
{
  const MzFrame *frame = &card->frame;
  const MzScorecardPart *part = &card->scorecard->perspectives[perspective];
  MzRecord *own = card->perspective_records[perspective];
  const char *record = own != NULL ? mz_record_id (own) : NULL;
  g_autofree char *score = mz_score_percent (part->rollup.score);
  g_autofree char *coverage = mz_score_percent (part->rollup.coverage);
  g_autofree char *whole = g_strdup_printf (_ ("%s, coverage %s"), score, coverage);
  double height = perspective_height (card), middle = y + height / 2;
  double room = frame->width - 2 * SIDE - MZ_LIGHT_SIZE - 5;
  const char *text =
      mz_frame_text_width (frame, whole, SIZE, MZ_WEIGHT_BOLD) < room / 2 ? whole : score;
  double width = mz_frame_text_width (frame, text, SIZE, MZ_WEIGHT_BOLD);
  double right = frame->x + frame->width - SIDE;
  MzShape *shape = mz_scene_add_rectangle (frame->scene, MZ_ROLE_CELL, frame->x, y, frame->width,
                                           height, 4, MZ_COLOUR_WASH);

  mz_shape_set_record (shape, record);
  mz_shape_set_tooltip (shape, whole);
  mz_frame_line_at (frame, MZ_ROLE_TITLE, card->perspectives[perspective], frame->x + SIDE, middle,
                    room - width - 8, SIZE, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  mz_frame_line_at (frame, MZ_ROLE_TITLE, text, right - width, middle, width, SIZE, MZ_WEIGHT_BOLD,
                    MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
  mz_score_draw_light (frame, part->light, right - width - MZ_LIGHT_SIZE - 5,
                       middle - MZ_LIGHT_SIZE / 2, MZ_LIGHT_SIZE, NULL);
  return height;
}

static double
draw_headings (const MzCard *card, double y)
{
  for (guint column = 0; column < MZ_CARD_N_COLUMNS; column++)
    {
      gboolean number = column != MZ_CARD_OBJECTIVE && column != MZ_CARD_FACTOR &&
                        column != MZ_CARD_KPI && column != MZ_CARD_ACTION &&
                        column != MZ_CARD_TREND;

      if (card->widths[column] > 0)
        mz_frame_line (&card->frame, MZ_ROLE_AXIS, mz_card_heading (column),
                       column_x (card, column) + SIDE, y + card->pad,
                       card->widths[column] - 2 * SIDE, SIZE, MZ_WEIGHT_BOLD,
                       number ? MZ_ALIGN_END : MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
    }
  return line_height (card) + 2 * card->pad;
}

/* The rows from @first up to @end; returns the lower edge. */
static double
draw_rows (const MzCard *card, guint first, guint end, double y)
{
  const MzFrame *frame = &card->frame;

  for (guint i = first; i < end; i++)
    {
      const MzCardRow *row = mz_card_row (card, i);

      if (begins_perspective (card, i, first))
        y += draw_perspective (card, row->perspective, y);
      if (begins_objective (card, i, first))
        {
          double height = 0;
          guint last = i;

          for (; last < end && (last == i || !begins_objective (card, last, first)); last++)
            height += mz_card_row (card, last)->height;
          draw_objective (card, row, y, height, last - i > 1);
        }
      draw_kpi (card, row, y);
      y += row->height;
      gboolean whole = i + 1 == end || begins_objective (card, i + 1, first);
      double x = whole ? frame->x : column_x (card, MZ_CARD_FACTOR);
      mz_scene_add_line (frame->scene, MZ_ROLE_DECORATION, x, y, frame->x + frame->width, y,
                         MZ_COLOUR_HAIRLINE, MZ_LINE_THIN);
    }
  return y;
}

/* What the forms of the lights mean, and what an arrow between two targets does. */
static void
draw_legend (const MzCard *card, double y)
{
  const MzFrame *frame = &card->frame;
  static const MzLight lights[] = {MZ_LIGHT_GREEN, MZ_LIGHT_AMBER, MZ_LIGHT_RED, MZ_LIGHT_GREY};
  MzLightThresholds thresholds = mz_scorecard_thresholds (card->model);
  double from[] = {[MZ_LIGHT_GREEN] = thresholds.green, [MZ_LIGHT_AMBER] = thresholds.amber};
  const MzScenarioResult *scenario = card->request->scenario;
  double x = frame->x, right = frame->x + frame->width, middle = y + LEGEND / 2;

  for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
    {
      const char *name = mz_score_kpi_light (lights[i]);
      g_autofree char *text =
          i < 2 ? g_strdup_printf (_ ("%s from %.0f %%"), name, round (from[lights[i]] * 100))
                : g_strdup (name);
      double width = mz_frame_text_width (frame, text, MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR);

      if (x + MZ_LIGHT_SIZE + 5 + width > right)
        return;
      mz_score_draw_light (frame, lights[i], x, middle - MZ_LIGHT_SIZE / 2, MZ_LIGHT_SIZE, NULL);
      mz_frame_line_at (frame, MZ_ROLE_AXIS, text, x + MZ_LIGHT_SIZE + 5, middle, width,
                        MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
      x += MZ_LIGHT_SIZE + 5 + width + 16;
    }
  if (scenario != NULL && !scenario->baseline)
    {
      g_autofree char *text = g_strdup_printf (_ ("→ new target in “%s”"), scenario->name);

      if (right - x > 60)
        mz_frame_line_at (frame, MZ_ROLE_AXIS, text, x, middle, right - x, MZ_SIZE_SMALLEST,
                          MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_ACCENT);
    }
}

/* Rows that all fit stand as far apart as there is room for. */
static void
loosen_rows (MzCard *card, guint first, double room)
{
  double fits = card->pad;

  while (fits < LOOSE_PAD)
    {
      card->pad = fits + 1;
      if (measure_rows (card, first, room) < card->rows->len)
        break;
      fits = card->pad;
    }
  card->pad = fits;
  measure_rows (card, first, room);
}

/* As many lines a cell as let everything fit, then closer rows. On pages two lines are worth a further page. */
static guint
fit_rows (MzCard *card, guint first, double room, gboolean paged)
{
  double pad = card->pad;
  const struct
  {
    guint lines;
    double pad;
  } tries[] = {{MOST_LINES, pad}, {2, pad}, {2, TIGHT_PAD}, {1, pad}, {1, TIGHT_PAD}};
  guint n = paged ? 3 : G_N_ELEMENTS (tries), end = first;

  for (guint i = 0; i < n; i++)
    {
      card->lines = tries[i].lines;
      card->pad = tries[i].pad;
      end = measure_rows (card, first, room);
      if (end == card->rows->len)
        {
          loosen_rows (card, first, room);
          return end;
        }
    }
  if (!paged)
    return end;
  card->pad = pad;
  return measure_rows (card, first, room);
}

static guint
draw_table (MzCard *card, guint first, gboolean paged)
{
  MzFrame *frame = &card->frame;
  gboolean legend = frame->height >= 260 && frame->width >= 400;
  double y = frame->y, bottom = frame->y + frame->height - (legend ? LEGEND : 0);
  guint end;

  card->pad = frame->height < 260 ? TIGHT_PAD : 3;
  choose_columns (card);
  y += draw_headings (card, y);
  end = fit_rows (card, first, bottom - y, paged);
  if (end < card->rows->len && !paged)
    end = measure_rows (card, first, bottom - y - line_height (card) - 2);
  /* At least one row a page, or a report would never end. */
  if (end == first && paged)
    {
      card->lines = 1;
      mz_card_row (card, first)->height = row_height (card, mz_card_row (card, first));
      end = first + 1;
    }
  y = draw_rows (card, first, end, y);
  if (end < card->rows->len && !paged)
    {
      g_autofree char *rest = g_strdup_printf ("+%u", card->rows->len - end);

      mz_frame_line (frame, MZ_ROLE_AXIS, rest, frame->x + SIDE, y + 2, frame->width - 2 * SIDE,
                     SIZE, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
    }
  if (legend)
    draw_legend (card, frame->y + frame->height - LEGEND);
  return end;
}

MzScene *
mz_chart_scorecard_part (const MzChartRequest *request, guint first, guint *next)
{
  MzCard card = {{NULL, NULL}};
  const char *title = _ ("Scorecard");
  guint end = 0;

  if (mz_model_count (request->analysis->model, "objective") == 0)
    {
      if (next != NULL)
        *next = 0;
      return mz_frame_message (request, NAME, title,
                               _ ("No objective yet. Add what the company wants to reach, and how "
                                  "it is measured."));
    }
  mz_card_collect (&card, request);
  g_autofree char *message = mz_headline_scorecard (request->analysis);
  card.frame = mz_frame_begin (request, NAME, title, message);
  if (first < card.rows->len)
    end = draw_table (&card, first, next != NULL);
  mz_scene_set_table (card.frame.scene, mz_card_table (&card, title));
  if (next != NULL)
    *next = end < card.rows->len ? end : 0;
  mz_card_clear (&card);
  return card.frame.scene;
}

static MzScene *
draw_picture (const MzChartRequest *request)
{
  return mz_chart_scorecard_part (request, 0, NULL);
}

MzScene *
mz_chart_scorecard (const MzChartRequest *request)
{
  return mz_chart_zoomed (request, draw_picture);
}
