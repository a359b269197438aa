/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Stakeholders by influence (upward) and the level of security that they demand (to the right). Those inside the
 * organisation are squares, those outside circles. Where whole names have room they stand beside their marks, on two lines
 * if need be; else marks carry numbers and a list tells the names. Who is not rated is listed aside. */

#include "config.h"

#include "cards-private.h"
#include "chart-private.h"

#include "mezasu/headline.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define STEPS 5
#define MARK 16.0
#define ROW 19.0
#define LEGEND_MIN 132.0
#define LABELLED_CELL 84.0
#define NAME_PAD 5.0
#define NAME_LINES 2
#define CELL_GAP 3.0
/* What axes, marks and the list need. */
#define MARKS_MIN_WIDTH 300.0
#define MARKS_MIN_HEIGHT 170.0

typedef struct
{
  MzDraw draw;
  const MzAnalysis *analysis;
  GPtrArray *cells[STEPS][STEPS]; /* [influence - 1][level - 1] */
  GPtrArray *rated;               /* in order of their numbers */
  GPtrArray *unrated;
  GHashTable *numbers;
  gboolean labelled;
  MzBox grid;
} MzMap;

static gboolean
is_internal (MzRecord *stakeholder)
{
  return mz_record_choice_is (stakeholder, "side", "internal");
}

/* Numbers run as one reads: from the top, where influence is greatest, and from the strictest demand down. */
static void
collect (MzMap *self)
{
  guint n = mz_model_count (self->analysis->model, "stakeholder");

  for (guint i = 0; i < n; i++)
    {
      MzRecord *stakeholder = mz_model_nth (self->analysis->model, "stakeholder", i);
      gint64 influence = mz_record_integer (stakeholder, "influence", 0);
      gint64 level = mz_record_integer (stakeholder, "level", 0);

      if (influence >= 1 && influence <= STEPS && level >= 1 && level <= STEPS)
        g_ptr_array_add (self->cells[influence - 1][level - 1], stakeholder);
      else
        g_ptr_array_add (self->unrated, stakeholder);
    }
  for (int row = STEPS - 1; row >= 0; row--)
    for (int column = STEPS - 1; column >= 0; column--)
      for (guint i = 0; i < self->cells[row][column]->len; i++)
        {
          g_ptr_array_add (self->rated, g_ptr_array_index (self->cells[row][column], i));
          g_hash_table_insert (self->numbers, g_ptr_array_index (self->cells[row][column], i),
                               GUINT_TO_POINTER (self->rated->len));
        }
}

static char *
tooltip (MzRecord *stakeholder)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = mz_record_title (stakeholder);
  const char *const fields[] = {"perception", "demand"};

  g_string_append_printf (text, "%s (%s)", title, mz_entry_choice (stakeholder, "side"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (mz_record_has (stakeholder, fields[i]))
      g_string_append_printf (text, "\n%s", mz_record_text (stakeholder, fields[i]));
  if (mz_record_has (stakeholder, "influence"))
    {
      g_autofree char *line = g_strdup_printf (
          _ ("Influence %d"), (int)mz_record_integer (stakeholder, "influence", 0));

      g_string_append_printf (text, "\n%s", line);
    }
  if (mz_record_has (stakeholder, "level"))
    {
      g_autofree char *line = g_strdup_printf (_ ("Demands level %d"),
                                               (int)mz_record_integer (stakeholder, "level", 0));

      g_string_append_printf (text, "\n%s", line);
    }
  return g_string_free (text, FALSE);
}

/* The mark of a stakeholder: shape for the side, number inside unless its name stands beside it. */
static void
draw_mark (const MzMap *self, MzRecord *stakeholder, double x, double y)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, stakeholder));
  g_autofree char *tip = tooltip (stakeholder);
  gboolean internal = is_internal (stakeholder);
  gboolean hollow = number == 0;
  double size = self->labelled && !hollow ? 11 : MARK;
  double offset = (MARK - size) / 2;
  MzColour fill = hollow ? MZ_COLOUR_PAPER : internal ? MZ_COLOUR_SCENARIO_2 : MZ_COLOUR_ACCENT;
  MzShape *shape = internal ? mz_scene_add_rectangle (self->draw.scene, MZ_ROLE_MARK, x + offset,
                                                      y + offset, size, size, 2, fill)
                            : mz_scene_add_ellipse (self->draw.scene, MZ_ROLE_MARK, x + offset,
                                                    y + offset, size, size, fill);

  if (hollow)
    mz_shape_set_stroke (shape, internal ? MZ_COLOUR_SCENARIO_2 : MZ_COLOUR_ACCENT, 1.5,
                         MZ_DASH_SOLID);
  mz_shape_set_record (shape, mz_record_id (stakeholder));
  mz_shape_set_tooltip (shape, tip);
  if (!self->labelled && !hollow)
    {
      g_autofree char *text = g_strdup_printf ("%u", number);
      double line = mz_text_line_height (self->draw.measurer, MZ_CARD_SMALL);

      mz_draw_line (&self->draw, MZ_ROLE_LABEL, text, x - 3, y + (MARK - line) / 2, MARK + 6,
                    MZ_CARD_SMALL, MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, MZ_COLOUR_ON_ACCENT,
                    mz_record_id (stakeholder));
    }
}

static void
draw_rest (const MzMap *self, guint rest, double x, double y, double width)
{
  g_autofree char *text = g_strdup_printf ("+%u", rest);
  double line = mz_text_line_height (self->draw.measurer, MZ_CARD_SMALL);

  mz_draw_line (&self->draw, MZ_ROLE_LABEL, text, x, y + (MARK - line) / 2, width, MZ_CARD_SMALL,
                MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK, NULL);
}

/* The width of a name beside its mark in a cell. */
static double
name_width (double cell_width)
{
  return cell_width - 2 * NAME_PAD - MARK - 2;
}

/* How high @stakeholder stands in a cell of names: its mark, or its name if that is higher. */
static double
name_height (const MzMap *self, MzRecord *stakeholder, double cell_width)
{
  g_autofree char *title = mz_record_title (stakeholder);
  double lines = mz_text_height (self->draw.measurer, title, name_width (cell_width), NAME_LINES,
                                 MZ_CARD_TEXT, MZ_WEIGHT_REGULAR);

  return MAX (MARK, lines) + ROW - MARK;
}

/* Who stands in one cell, by name. has_room_for_names() saw that all have room. */
static void
fill_names (const MzMap *self, GPtrArray *inside, const MzBox *cell)
{
  double total = 0;

  for (guint i = 0; i < inside->len; i++)
    total += name_height (self, g_ptr_array_index (inside, i), cell->width);
  double x = cell->x + NAME_PAD, y = cell->y + (cell->height - total + ROW - MARK) / 2;
  for (guint i = 0; i < inside->len; i++)
    {
      MzRecord *stakeholder = g_ptr_array_index (inside, i);
      g_autofree char *title = mz_record_title (stakeholder);
      double height = name_height (self, stakeholder, cell->width) - ROW + MARK;
      double width = name_width (cell->width);
      double words = mz_text_height (self->draw.measurer, title, width, NAME_LINES, MZ_CARD_TEXT,
                                     MZ_WEIGHT_REGULAR);
      MzShape *shape;

      draw_mark (self, stakeholder, x, y + (height - MARK) / 2);
      shape = mz_scene_add_text (self->draw.scene, self->draw.measurer, MZ_ROLE_LABEL, title,
                                 x + MARK + 2, y + (height - words) / 2, width, NAME_LINES,
                                 MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
      mz_shape_set_record (shape, mz_record_id (stakeholder));
      y += height + ROW - MARK;
    }
}

/* Who stands in one cell: a small grid of numbered marks; what has no room is counted. */
static void
fill_marks (const MzMap *self, GPtrArray *inside, const MzBox *cell)
{
  const double pad = 3;
  guint columns = MAX (1, (guint)((cell->width - 2 * pad + 4) / (MARK + 4)));
  guint rows = MAX (1, (guint)((cell->height - 2 * pad + 3) / ROW));
  guint room = columns * rows;
  guint shown = inside->len <= room ? inside->len : room - 1;
  guint used_rows = ((inside->len <= room ? inside->len : room) + columns - 1) / columns;
  double top = cell->y + (cell->height - used_rows * ROW + 3) / 2;
  guint in_row = MIN (columns, MIN (inside->len, room));
  double left = cell->x + (cell->width - in_row * (MARK + 4) + 4) / 2;

  for (guint i = 0; i < shown; i++)
    draw_mark (self, g_ptr_array_index (inside, i), left + (i % columns) * (MARK + 4),
               top + (i / columns) * ROW);
  if (shown < inside->len)
    draw_rest (self, inside->len - shown, left + (shown % columns) * (MARK + 4),
               top + (shown / columns) * ROW, MARK + 6);
}

static void
add_place (const MzMap *self, int row, int column, const MzBox *cell)
{
  /* Translators: a place on a map of stakeholders. */
  g_autofree char *label = g_strdup_printf (_ ("influence %d, level %d"), row + 1, column + 1);
  g_autofree char *influence = g_strdup_printf ("%d", row + 1);
  g_autofree char *level = g_strdup_printf ("%d", column + 1);

  mz_scene_add_place (self->draw.scene, "stakeholder", cell->x, cell->y, cell->width, cell->height,
                      label, (const char *[]){"influence", influence, "level", level, NULL});
}

static void
draw_grid (const MzMap *self)
{
  double width = self->grid.width / STEPS;
  double height = self->grid.height / STEPS;
  double line = mz_text_line_height (self->draw.measurer, MZ_CARD_TEXT);
  int minimum = self->analysis->levels.minimum;

  for (int row = 0; row < STEPS; row++)
    {
      g_autofree char *tick = g_strdup_printf ("%d", row + 1);
      double y = self->grid.y + (STEPS - 1 - row) * height;

      for (int column = 0; column < STEPS; column++)
        {
          MzBox cell = {self->grid.x + column * width, y, width - CELL_GAP, height - CELL_GAP};

          mz_scene_add_rectangle (self->draw.scene, MZ_ROLE_DECORATION, cell.x, cell.y, cell.width,
                                  cell.height, 6,
                                  column + 1 == minimum ? MZ_COLOUR_ACCENT_SOFT : MZ_COLOUR_WASH);
          if (self->labelled)
            fill_names (self, self->cells[row][column], &cell);
          else
            fill_marks (self, self->cells[row][column], &cell);
          add_place (self, row, column, &cell);
        }
      mz_draw_line (&self->draw, MZ_ROLE_AXIS, tick, self->grid.x - 18, y + (height - line) / 2, 14,
                    MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY, NULL);
    }
  for (int column = 0; column < STEPS; column++)
    {
      gboolean strong = column + 1 == minimum;
      g_autofree char *number = g_strdup_printf ("%d", column + 1);
      g_autofree char *named = g_strdup_printf (_ ("%d minimum"), column + 1);
      gboolean fits =
          mz_text_width (self->draw.measurer, named, MZ_CARD_TEXT, MZ_WEIGHT_BOLD) < width - 4;
      const char *tick = strong && fits ? named : number;

      mz_draw_line (&self->draw, MZ_ROLE_AXIS, tick, self->grid.x + column * width,
                    self->grid.y + self->grid.height + 2, width - 4, MZ_CARD_TEXT,
                    strong ? MZ_WEIGHT_BOLD : MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE,
                    strong ? MZ_COLOUR_ACCENT : MZ_COLOUR_SECONDARY, NULL);
    }
}

/* What the shapes mean, on one line from @x. */
static void
draw_key (const MzMap *self, double x, double y, double width)
{
  double line = mz_text_line_height (self->draw.measurer, MZ_CARD_SMALL);
  double middle = y + line / 2;
  const char *outside = _ ("Outside");
  const char *inside = _ ("Inside");
  double taken;

  mz_scene_add_ellipse (self->draw.scene, MZ_ROLE_DECORATION, x, middle - 5, 10, 10,
                        MZ_COLOUR_ACCENT);
  taken =
      mz_draw_line (&self->draw, MZ_ROLE_AXIS, outside, x + 14, y, width / 2 - 14, MZ_CARD_SMALL,
                    MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY, NULL);
  x += 14 + taken + 12;
  mz_scene_add_rectangle (self->draw.scene, MZ_ROLE_DECORATION, x, middle - 5, 10, 10, 2,
                          MZ_COLOUR_SCENARIO_2);
  mz_draw_line (&self->draw, MZ_ROLE_AXIS, inside, x + 14, y, width / 2 - 14, MZ_CARD_SMALL,
                MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY, NULL);
}

/* One list of stakeholders with their marks; returns the y below it. */
static double
draw_list (const MzMap *self, GPtrArray *stakeholders, double x, double y, double width,
           double bottom)
{
  double line = mz_text_line_height (self->draw.measurer, MZ_CARD_TEXT);
  /* Long names take a second line where even that leaves room for everybody. */
  guint lines = y + stakeholders->len * (2 * line + ROW - MARK) <= bottom ? NAME_LINES : 1;

  for (guint i = 0; i < stakeholders->len && y + MARK <= bottom; i++)
    {
      MzRecord *stakeholder = g_ptr_array_index (stakeholders, i);
      g_autofree char *title = mz_record_title (stakeholder);
      double words = mz_text_height (self->draw.measurer, title, width - MARK - 6, lines,
                                     MZ_CARD_TEXT, MZ_WEIGHT_REGULAR);
      double height = MAX (MARK, words);
      MzShape *shape;

      if (i + 1 < stakeholders->len && y + ROW + MARK > bottom)
        {
          draw_rest (self, stakeholders->len - i, x, y, width);
          return y + ROW;
        }
      draw_mark (self, stakeholder, x, y + (height - MARK) / 2);
      shape = mz_scene_add_text (self->draw.scene, self->draw.measurer, MZ_ROLE_LABEL, title,
                                 x + MARK + 6, y + (height - words) / 2, width - MARK - 6, lines,
                                 MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
      mz_shape_set_record (shape, mz_record_id (stakeholder));
      y += height + ROW - MARK;
    }
  return y;
}

static void
draw_aside (const MzMap *self, const MzBox *aside)
{
  double y = aside->y;
  double bottom = aside->y + aside->height;
  double line = mz_text_line_height (self->draw.measurer, MZ_CARD_TITLE);

  if (!self->labelled)
    {
      /* A list that is too long leaves room for the heading and two lines of those who are not rated. */
      double keep = self->unrated->len > 0 ? line + 6 + 2 * ROW : 0;

      y = draw_list (self, self->rated, aside->x, y, aside->width, bottom - keep) + 6;
    }
  if (self->unrated->len == 0)
    return;
  mz_draw_line (&self->draw, MZ_ROLE_TITLE, _ ("Not rated"), aside->x, y, aside->width,
                MZ_CARD_TITLE, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_SECONDARY, NULL);
  draw_list (self, self->unrated, aside->x, y + line + 4, aside->width, bottom);
  mz_scene_add_place (self->draw.scene, "stakeholder", aside->x, y, aside->width,
                      MAX (0, bottom - y), _ ("Not rated"),
                      (const char *[]){"influence", "", "level", "", NULL})
      ->by_key = FALSE;
}

static MzTable *
make_table (const MzMap *self, const char *title)
{
  g_autofree char *influence = g_strdup_printf ("#%s", _ ("Influence"));
  g_autofree char *level = g_strdup_printf ("#%s", _ ("Level demanded"));
  const char *headers[] = {_ ("Stakeholder"), _ ("Side"), _ ("Group"), influence, level,
                           _ ("Demand"),      NULL};
  MzTable *table = mz_table_new (title, headers);
  GPtrArray *const lists[] = {self->rated, self->unrated};

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        MzRecord *stakeholder = g_ptr_array_index (lists[l], i);
        g_autofree char *name = mz_record_title (stakeholder);
        g_autofree char *weight = mz_entry_level (stakeholder, "influence");
        g_autofree char *demanded = mz_entry_level (stakeholder, "level");

        mz_table_add_row (table, mz_record_id (stakeholder), name,
                          mz_entry_choice (stakeholder, "side"),
                          mz_entry_choice (stakeholder, "group"), weight, demanded,
                          mz_record_text (stakeholder, "demand"));
      }
  return table;
}

/* Where the cells lie when something of the width @aside stands at their right. */
static MzBox
place_grid (const MzMap *self, const MzBox *area, double aside)
{
  double line = mz_text_line_height (self->draw.measurer, MZ_CARD_TEXT);
  double small = mz_text_line_height (self->draw.measurer, MZ_CARD_SMALL);

  return (MzBox){area->x + 22, area->y + small + 6, area->width - 22 - (aside > 0 ? aside + 16 : 0),
                 area->height - small - 6 - line - 4 - line - 2};
}

static double
aside_width (const MzBox *area)
{
  return MAX (LEGEND_MIN, MIN (area->width * 0.26, 240));
}

/* Whether @title stands beside its mark whole, without a break in a word. */
static gboolean
name_fits (const MzMap *self, const char *title, double width)
{
  g_auto (GStrv) words = g_strsplit (title, " ", -1);
  double all = mz_text_height (self->draw.measurer, title, width, NAME_LINES + 1, MZ_CARD_TEXT,
                               MZ_WEIGHT_REGULAR);

  if (all > NAME_LINES * mz_text_line_height (self->draw.measurer, MZ_CARD_TEXT) + 0.5)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_is_ascii (words[i]) &&
        mz_text_width (self->draw.measurer, words[i], MZ_CARD_TEXT, MZ_WEIGHT_REGULAR) > width)
      return FALSE;
  return TRUE;
}

/* Whether names beside the marks have room: cells wide enough for whole names, and high enough for all of them. */
static gboolean
has_room_for_names (const MzMap *self, const MzBox *area)
{
  MzBox grid = place_grid (self, area, self->unrated->len > 0 ? aside_width (area) : 0);
  double width = grid.width / STEPS - CELL_GAP;
  double height = grid.height / STEPS - CELL_GAP;

  if (width < LABELLED_CELL)
    return FALSE;
  for (int row = 0; row < STEPS; row++)
    for (int column = 0; column < STEPS; column++)
      {
        GPtrArray *inside = self->cells[row][column];
        double total = 0;

        for (guint i = 0; i < inside->len && total <= height; i++)
          {
            g_autofree char *title = mz_record_title (g_ptr_array_index (inside, i));

            if (!name_fits (self, title, name_width (width)))
              return FALSE;
            total += name_height (self, g_ptr_array_index (inside, i), width);
          }
        if (total > height)
          return FALSE;
      }
  return TRUE;
}

/* A picture too small for marks and axes: how many stand in each cell. */
static void
draw_counts (const MzMap *self, const MzBox *area)
{
  double line = mz_text_line_height (self->draw.measurer, MZ_CARD_SMALL);
  double width = area->width / STEPS, height = area->height / STEPS;

  for (int row = 0; row < STEPS; row++)
    for (int column = 0; column < STEPS; column++)
      {
        GPtrArray *inside = self->cells[row][column];
        g_autoptr (GString) names = g_string_new (NULL);
        g_autofree char *count = g_strdup_printf ("%u", inside->len);
        double x = area->x + column * width, y = area->y + (STEPS - 1 - row) * height;
        MzShape *cell = mz_scene_add_rectangle (
            self->draw.scene, MZ_ROLE_CELL, x, y, width - 2, height - 2, 3,
            column + 1 == self->analysis->levels.minimum ? MZ_COLOUR_ACCENT_SOFT : MZ_COLOUR_WASH);

        if (inside->len == 0)
          continue;
        for (guint i = 0; i < inside->len && i < 20; i++)
          {
            g_autofree char *title = mz_record_title (g_ptr_array_index (inside, i));

            g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", title);
          }
        mz_shape_set_tooltip (cell, names->str);
        mz_draw_line (&self->draw, MZ_ROLE_LABEL, count, x, y + (height - 2 - line) / 2, width - 2,
                      MZ_CARD_SMALL, MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, MZ_COLOUR_ACCENT, NULL);
      }
}

/* The grid, its axes, the key above it and the list beside it. */
static void
draw (MzMap *self, const MzBox *area)
{
  double line = mz_text_line_height (self->draw.measurer, MZ_CARD_TEXT);
  double small = mz_text_line_height (self->draw.measurer, MZ_CARD_SMALL);
  gboolean beside = !self->labelled || self->unrated->len > 0;
  double aside = beside ? aside_width (area) : 0;
  const char *upward = _ ("Influence ↑");
  const char *rightward = _ ("Level demanded →");

  self->grid = place_grid (self, area, aside);
  double upward_width =
      mz_draw_line (&self->draw, MZ_ROLE_AXIS, upward, area->x, area->y, area->width * 0.3,
                    MZ_CARD_TEXT, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_SECONDARY, NULL);
  draw_key (self, area->x + upward_width + 20, area->y + (line - small) / 2,
            self->grid.width + 22 - upward_width - 20);
  draw_grid (self);
  mz_draw_line (&self->draw, MZ_ROLE_AXIS, rightward, self->grid.x,
                self->grid.y + self->grid.height + line + 4, self->grid.width, MZ_CARD_TEXT,
                MZ_WEIGHT_BOLD, MZ_ALIGN_END, MZ_COLOUR_SECONDARY, NULL);
  if (beside)
    {
      const MzBox list = {area->x + area->width - aside, self->grid.y, aside,
                          area->y + area->height - self->grid.y};

      draw_aside (self, &list);
    }
}

static MzScene *
draw_picture (const MzChartRequest *request)
{
  MzMap self = {{NULL, request->measurer}, request->analysis};
  const char *title = _ ("Stakeholders");

  if (mz_model_count (request->analysis->model, "stakeholder") == 0)
    {
      MzScene *empty =
          mz_frame_message (request, "stakeholder-map", title,
                            _ ("No stakeholder yet. Add who demands something of the organisation, "
                               "with influence and the level demanded."));

      mz_scene_add_place (empty, "stakeholder", 0, 0, request->width, request->height, NULL, NULL);
      return empty;
    }
  self.rated = g_ptr_array_new ();
  self.unrated = g_ptr_array_new ();
  self.numbers = g_hash_table_new (NULL, NULL);
  for (int row = 0; row < STEPS; row++)
    for (int column = 0; column < STEPS; column++)
      self.cells[row][column] = g_ptr_array_new ();
  collect (&self);
  g_autofree char *message = mz_headline_external (request->analysis);
  MzFrame frame = mz_frame_begin (request, "stakeholder-map", title, message);
  const MzBox area = {frame.x, frame.y, frame.width, frame.height};
  self.draw.scene = frame.scene;
  self.labelled = has_room_for_names (&self, &area);
  if (area.width < MARKS_MIN_WIDTH || area.height < MARKS_MIN_HEIGHT)
    draw_counts (&self, &area);
  else
    draw (&self, &area);
  mz_scene_set_table (frame.scene, make_table (&self, title));
  for (int row = 0; row < STEPS; row++)
    for (int column = 0; column < STEPS; column++)
      g_ptr_array_unref (self.cells[row][column]);
  g_ptr_array_unref (self.rated);
  g_ptr_array_unref (self.unrated);
  g_hash_table_unref (self.numbers);
  return frame.scene;
}

MzScene *
mz_chart_stakeholder_map (const MzChartRequest *request)
{
  return mz_chart_zoomed (request, draw_picture);
}
