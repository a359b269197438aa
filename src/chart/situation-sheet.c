/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The situation sheet: the current state and the target state side by side, their difference as a band between them, and
 * under it what may happen in money. One row an aspect; with many aspects or little room a row keeps its name and levels. */

#include "config.h"

#include "cards-private.h"
#include "chart-private.h"
#include "situation-private.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define LEVELS 5
#define GAP 10.0
#define PAD 12.0
#define HEAD 32.0
#define COMPACT_ROW 18.0
/* Below these sizes the texts of both states give way. */
#define FULL_WIDTH 620.0
#define FULL_ROW 34.0
/* Rows from here on have one line: name and state share it. */
#define LINE_ROW 20.0

typedef struct
{
  MzDraw draw;
  const MzChartRequest *request;
  const GPtrArray *gaps; /* MzGap */
  MzBox sheet;           /* current, difference, target */
  MzBox damage;
} MzSheet;

static char *
level_text (int level)
{
  return level >= 0 ? g_strdup_printf ("%d", level) : g_strdup ("?");
}

/* "+3" for what is lacking, "−1" for more than is needed, "?" for unknown. */
static char *
difference_text (const MzGap *gap)
{
  if (!gap->known)
    return g_strdup ("?");
  if (gap->difference == 0)
    return g_strdup ("0");
  return g_strdup_printf ("%s%d", gap->difference > 0 ? "+" : "−", ABS (gap->difference));
}

static void
add_line (GString *text, const char *heading, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "\n%s: %s", heading, value);
}

static char *
tooltip (const MzGap *gap)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = mz_record_title (gap->record);
  g_autofree char *current = level_text (gap->current);
  g_autofree char *target = level_text (gap->target);

  g_string_append (text, title);
  add_line (text, _ ("Current state"), mz_record_text (gap->record, "current"));
  add_line (text, _ ("Target state"), mz_record_text (gap->record, "target"));
  add_line (text, _ ("Difference"), mz_record_text (gap->record, "gap"));
  g_autofree char *levels = g_strdup_printf (_ ("Level %s → %s"), current, target);
  g_string_append_printf (text, "\n%s", levels);
  return g_string_free (text, FALSE);
}

static double
line_height (const MzSheet *self, double size)
{
  return mz_text_line_height (self->draw.measurer, size);
}

/* A triangle that points from the current to the target level. */
static void
draw_point (MzScene *scene, double tip, double y, int direction, MzColour colour)
{
  const MzPathStep steps[] = {
      {.op = MZ_PATH_MOVE, .x = tip, .y = y},
      {.op = MZ_PATH_LINE, .x = tip - direction * 7, .y = y - 4.5},
      {.op = MZ_PATH_LINE, .x = tip - direction * 7, .y = y + 4.5},
      {.op = MZ_PATH_CLOSE},
  };

  mz_scene_add_path (scene, MZ_ROLE_DECORATION, steps, G_N_ELEMENTS (steps), colour, MZ_COLOUR_NONE,
                     0);
}

/* Levels 0 to 5 as a track: filled dot for now, ring for the target, an arrow from one to the other. */
static void
draw_levels (const MzSheet *self, const MzGap *gap, double x, double y, double width)
{
  MzScene *scene = self->draw.scene;
  double step = (width - 12) / LEVELS;
  double start = x + 6;
  gboolean surplus = gap->known && gap->difference < 0;
  MzColour colour = surplus ? MZ_COLOUR_WATCH : MZ_COLOUR_ACCENT;

  mz_scene_add_line (scene, MZ_ROLE_DECORATION, start, y, start + LEVELS * step, y,
                     MZ_COLOUR_HAIRLINE, 2);
  for (int i = 0; i <= LEVELS; i++)
    mz_scene_add_ellipse (scene, MZ_ROLE_DECORATION, start + i * step - 2, y - 2, 4, 4,
                          MZ_COLOUR_HAIRLINE);
  if (gap->known && gap->difference != 0)
    {
      int direction = gap->difference > 0 ? 1 : -1;
      double tip = start + gap->target * step - direction * 6;

      mz_scene_add_line (scene, MZ_ROLE_DECORATION, start + gap->current * step, y,
                         tip - direction * 6, y, colour, 3);
      draw_point (scene, tip, y, direction, colour);
    }
  if (gap->target >= 0)
    {
      MzShape *ring =
          mz_scene_add_ellipse (scene, MZ_ROLE_DECORATION, start + gap->target * step - 5.5,
                                y - 5.5, 11, 11, MZ_COLOUR_PAPER);

      mz_shape_set_stroke (ring, colour, 2, MZ_DASH_SOLID);
    }
  if (gap->current >= 0)
    mz_scene_add_ellipse (scene, MZ_ROLE_DECORATION,
                          start + gap->current * step -
                              (gap->difference == 0 && gap->known ? 3 : 5),
                          y - (gap->difference == 0 && gap->known ? 3 : 5),
                          gap->difference == 0 && gap->known ? 6 : 10,
                          gap->difference == 0 && gap->known ? 6 : 10, MZ_COLOUR_INK);
}

/* The levels in figures: "1 → 4" and the difference in bold. */
static void
draw_figures (const MzSheet *self, const MzGap *gap, double x, double y, double width)
{
  g_autofree char *current = level_text (gap->current);
  g_autofree char *target = level_text (gap->target);
  g_autofree char *way = g_strdup_printf ("%s → %s", current, target);
  g_autofree char *difference = difference_text (gap);
  const char *record = mz_record_id (gap->record);
  MzColour colour = !gap->known            ? MZ_COLOUR_SECONDARY
                    : gap->difference == 0 ? MZ_COLOUR_GOOD
                    : gap->difference > 0  ? MZ_COLOUR_ACCENT
                                           : MZ_COLOUR_INK;

  mz_draw_line (&self->draw, MZ_ROLE_LABEL, way, x, y, width - 26, MZ_CARD_TEXT, MZ_WEIGHT_REGULAR,
                MZ_ALIGN_START, MZ_COLOUR_SECONDARY, record);
  mz_draw_line (&self->draw, MZ_ROLE_LABEL, difference, x + width - 24, y, 24, MZ_CARD_TEXT,
                MZ_WEIGHT_BOLD, MZ_ALIGN_END, colour, record);
}

/* The row as something to point at. */
static void
draw_mark (const MzSheet *self, const MzGap *gap, double x, double y, double width, double height)
{
  g_autofree char *tip = tooltip (gap);
  MzShape *mark = mz_scene_add_rectangle (self->draw.scene, MZ_ROLE_MARK, x, y, width, height, 6,
                                          MZ_COLOUR_NONE);

  mz_shape_set_record (mark, mz_record_id (gap->record));
  mz_shape_set_tooltip (mark, tip);
}

static double
draw_text (const MzSheet *self, const char *text, double x, double y, double width, guint lines,
           double size, MzWeight weight, MzColour colour, const char *record)
{
  if (text == NULL || *text == '\0' || lines == 0)
    return 0;
  MzShape *shape = mz_scene_add_text (self->draw.scene, self->draw.measurer, MZ_ROLE_LABEL, text, x,
                                      y, width, lines, size, weight, MZ_ALIGN_START, colour);
  mz_shape_set_record (shape, record);
  return shape->height;
}

/* Three panes of a row: name and current state, levels and difference, target state. */
typedef struct
{
  MzBox panes[3];
} MzPanes;

static MzPanes
split_panes (const MzSheet *self)
{
  MzPanes split;
  double middle = CLAMP (self->sheet.width * 0.26, 150, 320);
  double side = (self->sheet.width - middle - 2 * GAP) / 2;
  double x = self->sheet.x;

  for (guint i = 0; i < 3; i++)
    {
      double width = i == 1 ? middle : side;

      split.panes[i] = (MzBox){x, self->sheet.y, width, self->sheet.height};
      x += width + GAP;
    }
  return split;
}

/* The band between the panels points from left to right. */
static void
draw_band (const MzSheet *self, const MzBox *pane)
{
  double tip = GAP - 2;
  double right = pane->x + pane->width - 2;
  double middle = pane->y + HEAD / 2;
  const MzPathStep steps[] = {
      {.op = MZ_PATH_MOVE, .x = pane->x, .y = pane->y},
      {.op = MZ_PATH_LINE, .x = right, .y = pane->y},
      {.op = MZ_PATH_LINE, .x = right + tip, .y = middle},
      {.op = MZ_PATH_LINE, .x = right, .y = pane->y + HEAD},
      {.op = MZ_PATH_LINE, .x = pane->x, .y = pane->y + HEAD},
      {.op = MZ_PATH_LINE, .x = pane->x + tip, .y = middle},
      {.op = MZ_PATH_CLOSE},
  };

  mz_scene_add_path (self->draw.scene, MZ_ROLE_DECORATION, steps, G_N_ELEMENTS (steps),
                     MZ_COLOUR_ACCENT, MZ_COLOUR_NONE, 0);
  mz_scene_add_rectangle (self->draw.scene, MZ_ROLE_DECORATION, pane->x, pane->y + HEAD + 4,
                          pane->width, pane->height - HEAD - 4, 8, MZ_COLOUR_ACCENT_SOFT);
}

static void
draw_heads (const MzSheet *self, const MzPanes *split)
{
  const char *const heads[] = {_ ("Current state"), _ ("Difference"), _ ("Target state")};
  double line = line_height (self, MZ_CARD_HEAD + 1);

  for (guint i = 0; i < 3; i++)
    {
      const MzBox *pane = &split->panes[i];

      if (i == 1)
        draw_band (self, pane);
      else
        mz_scene_add_rectangle (self->draw.scene, MZ_ROLE_DECORATION, pane->x, pane->y, pane->width,
                                pane->height, 10, MZ_COLOUR_WASH);
      mz_draw_line (&self->draw, MZ_ROLE_TITLE, heads[i], pane->x + PAD,
                    pane->y + (HEAD - line) / 2, pane->width - 2 * PAD, MZ_CARD_HEAD + 1,
                    MZ_WEIGHT_BOLD, i == 1 ? MZ_ALIGN_MIDDLE : MZ_ALIGN_START,
                    i == 1 ? MZ_COLOUR_ON_ACCENT : MZ_COLOUR_INK, NULL);
    }
}

static guint
lines_in (double room, double line)
{
  return (guint)MAX (0, floor (room / line + 0.02));
}

static void
draw_full_row (const MzSheet *self, const MzPanes *split, const MzGap *gap, double y, double height)
{
  const char *record = mz_record_id (gap->record);
  g_autofree char *title = mz_record_title (gap->record);
  const MzBox *left = &split->panes[0], *middle = &split->panes[1], *right = &split->panes[2];
  double title_line = line_height (self, MZ_CARD_TITLE);
  double line = line_height (self, MZ_CARD_TEXT);
  double top = y + CLAMP ((height - title_line - line) / 2, 1, 6);
  guint text_lines = height < FULL_ROW ? 0 : lines_in (height - (top - y) - title_line, line);
  guint target_lines = MAX (1, lines_in (height - (top - y), line));
  guint gap_lines = height < FULL_ROW ? 0 : lines_in (height - (top - y) - 16, line);

  const char *current = mz_record_text (gap->record, "current");
  double inner = left->width - 2 * PAD;
  MzShape *name;

  draw_mark (self, gap, self->sheet.x, y, self->sheet.width, height);
  if (height < FULL_ROW)
    top = y + (height - line) / 2;
  name = mz_scene_add_text (self->draw.scene, self->draw.measurer, MZ_ROLE_LABEL, title,
                            left->x + PAD, height < FULL_ROW ? top - 1 : top, inner, 1,
                            MZ_CARD_TITLE, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  mz_shape_set_record (name, record);
  if (height >= FULL_ROW)
    draw_text (self, current, left->x + PAD, top + title_line, inner, text_lines, MZ_CARD_TEXT,
               MZ_WEIGHT_REGULAR, MZ_COLOUR_SECONDARY, record);
  else if (inner - name->width > 60)
    draw_text (self, current, left->x + PAD + name->width + 8, top, inner - name->width - 8, 1,
               MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_COLOUR_SECONDARY, record);
  double figures = 66;
  draw_levels (self, gap, middle->x + PAD - 4, top + line / 2, middle->width - 2 * PAD - figures);
  draw_figures (self, gap, middle->x + middle->width - PAD - figures + 4, top, figures - 4);
  draw_text (self, mz_record_text (gap->record, "gap"), middle->x + PAD, top + 16,
             middle->width - 2 * PAD, gap_lines, MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_COLOUR_INK,
             record);
  draw_text (self, mz_record_text (gap->record, "target"), right->x + PAD, top,
             right->width - 2 * PAD, target_lines, MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_COLOUR_INK,
             record);
}

static void
draw_full (const MzSheet *self)
{
  MzPanes split = split_panes (self);
  guint n = self->gaps->len;
  double room = self->sheet.height - HEAD - 8;
  double height = MIN (room / n, 140);

  draw_heads (self, &split);
  for (guint i = 0; i < n; i++)
    {
      double y = self->sheet.y + HEAD + 4 + i * height;

      if (i > 0)
        for (guint p = 0; p < 3; p++)
          mz_scene_add_line (self->draw.scene, MZ_ROLE_DECORATION, split.panes[p].x + PAD, y,
                             split.panes[p].x + split.panes[p].width - PAD, y, MZ_COLOUR_HAIRLINE,
                             1);
      draw_full_row (self, &split, g_ptr_array_index (self->gaps, i), y, height);
    }
}

static void
draw_compact_row (const MzSheet *self, const MzGap *gap, double x, double y, double width,
                  double height)
{
  g_autofree char *title = mz_record_title (gap->record);
  double line = line_height (self, MZ_CARD_TEXT);
  double figures = 62;
  double levels = CLAMP (width * 0.3, 84, 180);

  draw_mark (self, gap, x, y, width, height);
  mz_draw_line (&self->draw, MZ_ROLE_LABEL, title, x + 4, y + (height - line) / 2,
                width - figures - levels - 16, MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                MZ_COLOUR_INK, mz_record_id (gap->record));
  draw_levels (self, gap, x + width - figures - levels - 4, y + height / 2, levels);
  draw_figures (self, gap, x + width - figures, y + (height - line) / 2, figures - 4);
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const MzGap *left = *(MzGap *const *)a, *right = *(MzGap *const *)b;

  return right->gap - left->gap;
}

/* Names and levels alone, in as many columns as help; where even they have no room, the widest gaps come first. */
static void
draw_compact (const MzSheet *self)
{
  guint n = self->gaps->len;
  double head = line_height (self, MZ_CARD_TITLE) + 6;
  double room = self->sheet.height - head;
  guint most = (guint)MAX (1, floor ((self->sheet.width + 24) / 284));
  guint rows = (guint)MAX (1, floor (room / COMPACT_ROW));
  guint columns = CLAMP ((n + rows - 1) / rows, 1, most);
  guint capacity = rows * columns;
  guint shown = n <= capacity ? n : capacity - 1;
  guint per_column = MIN (rows, (MIN (n, capacity) + columns - 1) / columns);
  double width = (self->sheet.width - (columns - 1) * 24) / columns;
  double height = CLAMP (room / per_column, COMPACT_ROW, 30);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autofree char *heading = g_strdup_printf ("%s → %s", _ ("Current state"), _ ("Target state"));

  mz_draw_line (&self->draw, MZ_ROLE_TITLE, heading, self->sheet.x + 4, self->sheet.y,
                self->sheet.width - 8, MZ_CARD_TITLE, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK,
                NULL);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (order, g_ptr_array_index (self->gaps, i));
  if (shown < n)
    g_ptr_array_sort (order, compare_gaps);
  for (guint i = 0; i < MIN (n, capacity); i++)
    {
      double x = self->sheet.x + (i / per_column) * (width + 24);
      double y = self->sheet.y + head + (i % per_column) * height;

      if (i % per_column > 0)
        mz_scene_add_line (self->draw.scene, MZ_ROLE_DECORATION, x, y, x + width, y,
                           MZ_COLOUR_HAIRLINE, 1);
      if (i < shown)
        draw_compact_row (self, g_ptr_array_index (order, i), x, y, width, height);
      else
        {
          g_autofree char *rest = g_strdup_printf (_ ("+%u more"), n - shown);

          mz_draw_line (&self->draw, MZ_ROLE_LABEL, rest, x + 4,
                        y + (height - line_height (self, MZ_CARD_TEXT)) / 2, width - 8,
                        MZ_CARD_TEXT, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_ACCENT, NULL);
        }
    }
}

static MzTable *
make_table (const MzAnalysis *analysis, MzMoneyUnit unit, const char *title)
{
  g_autofree char *now = g_strdup_printf ("#%s", _ ("Current level"));
  g_autofree char *then = g_strdup_printf ("#%s", _ ("Target level"));
  g_autofree char *low = mz_chart_money_heading (_ ("Low"), unit);
  g_autofree char *likely = mz_chart_money_heading (_ ("Likely"), unit);
  g_autofree char *high = mz_chart_money_heading (_ ("High"), unit);
  const char *headers[] = {_ ("Aspect or damage"),
                           _ ("Current state"),
                           now,
                           _ ("Target state"),
                           then,
                           _ ("Difference"),
                           low,
                           likely,
                           high,
                           NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint i = 0; i < analysis->gaps->len; i++)
    {
      const MzGap *gap = g_ptr_array_index (analysis->gaps, i);
      g_autofree char *name = mz_record_title (gap->record);
      g_autofree char *current = level_text (gap->current);
      g_autofree char *target = level_text (gap->target);
      g_autofree char *least = mz_chart_figure (&gap->low, unit);
      g_autofree char *middle = mz_chart_figure (&gap->likely, unit);
      g_autofree char *most = mz_chart_figure (&gap->high, unit);

      mz_table_add_row (table, mz_record_id (gap->record), name,
                        mz_record_text (gap->record, "current"), current,
                        mz_record_text (gap->record, "target"), target,
                        mz_record_text (gap->record, "gap"), least, middle, most);
    }
  for (guint i = 0; i < analysis->damage_classes->len; i++)
    {
      const MzDamageClass *class = g_ptr_array_index (analysis->damage_classes, i);
      g_autofree char *least = mz_chart_figure (&class->low, unit);
      g_autofree char *middle = mz_chart_figure (&class->likely, unit);
      g_autofree char *most = mz_chart_figure (&class->high, unit);

      mz_table_add_row (table, NULL, class->label, NULL, NULL, NULL, NULL, NULL, least, middle,
                        most);
    }
  return table;
}

static MzScene *
draw_picture (const MzChartRequest *request)
{
  MzSheet self = {{NULL, request->measurer}, request, request->analysis->gaps};
  const char *title = _ ("Current state and target state");

  if (self.gaps->len == 0)
    return mz_frame_message (
        request, "situation-sheet", title,
        _ ("No gap yet. Add an aspect with its current state, its target state "
           "and the difference between them."));
  g_autofree char *message = mz_headline_gaps (request->analysis);
  MzFrame frame = mz_frame_begin (request, "situation-sheet", title, message);
  double damage = mz_situation_damage_height (request, frame.width);

  self.draw.scene = frame.scene;
  /* The states are the point of the sheet: damage never takes more than two fifths. */
  damage = MIN (damage, frame.height * 0.4);
  self.damage = (MzBox){frame.x, frame.y + frame.height - damage, frame.width, damage};
  self.sheet =
      (MzBox){frame.x, frame.y, frame.width, frame.height - (damage > 0 ? damage + GAP : 0)};
  if (frame.width >= FULL_WIDTH && (self.sheet.height - HEAD - 8) / self.gaps->len >= LINE_ROW)
    draw_full (&self);
  else
    draw_compact (&self);
  mz_situation_damage_draw (&self.draw, request, &self.damage);
  mz_scene_set_table (frame.scene, make_table (request->analysis, request->unit, title));
  return frame.scene;
}

MzScene *
mz_chart_situation_sheet (const MzChartRequest *request)
{
  return mz_chart_zoomed (request, draw_picture);
}
