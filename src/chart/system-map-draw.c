/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Drawing the system map once everything has its place: zones, ways, boxes with their pins, the list of weaknesses. */

#include "config.h"

#include "system-map-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define PIN 16.0
#define LEGEND_ROW 16.5
#define CORNER 7.0

void
mz_system_map_draw_zones (const MzSystemMap *map)
{
  for (guint i = 0; i < map->zones->len; i++)
    {
      const MzMapZone *zone = mz_map_zone (map, i);
      const char *record = mz_record_id (zone->record);
      const char *text = mz_record_text (zone->record, "text");
      g_autofree char *title = mz_record_title (zone->record);
      g_autofree char *tip =
          text != NULL ? g_strdup_printf ("%s\n%s", title, text) : g_strdup (title);

      if (!zone->used)
        continue;
      MzShape *shape =
          mz_scene_add_rectangle (map->draw.scene, MZ_ROLE_CELL, zone->box.x, zone->box.y,
                                  zone->box.width, zone->box.height, 10, MZ_COLOUR_WASH);
      mz_shape_set_stroke (shape, MZ_COLOUR_HAIRLINE, 1,
                           mz_record_choice_is (zone->record, "type", "internet") ? MZ_DASH_DASHED
                                                                                  : MZ_DASH_SOLID);
      mz_shape_set_record (shape, record);
      mz_shape_set_tooltip (shape, tip);
      if (map->wordless)
        continue;
      mz_draw_line (&map->draw, MZ_ROLE_TITLE, title, zone->title.x, zone->title.y,
                    zone->title.width + 1, MZ_CARD_SMALL, MZ_WEIGHT_BOLD, MZ_ALIGN_START,
                    MZ_COLOUR_SECONDARY, record);
    }
}

/* A line with rounded corners along the way of a flow, ending where its head begins. */
static void
draw_way (const MzSystemMap *map, const MzMapFlow *flow, const char *tooltip)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (MzPathStep));
  const GArray *points = flow->points;
  guint last = points->len - 1;

  for (guint i = 0; i < points->len; i++)
    {
      MzMapPoint here = g_array_index (points, MzMapPoint, i);
      MzPathStep step = {.op = i == 0 ? MZ_PATH_MOVE : MZ_PATH_LINE, .x = here.x, .y = here.y};

      if (i > 0)
        {
          MzMapPoint before = g_array_index (points, MzMapPoint, i - 1);
          double length = fabs (here.x - before.x) + fabs (here.y - before.y);
          double cut = i == last ? 5 : MIN (CORNER, length / 2);

          if (i < last)
            {
              MzMapPoint after = g_array_index (points, MzMapPoint, i + 1);

              cut = MIN (cut, (fabs (after.x - here.x) + fabs (after.y - here.y)) / 2);
            }
          cut = MIN (cut, length);
          if (length > 0)
            {
              step.x = here.x - (here.x - before.x) / length * cut;
              step.y = here.y - (here.y - before.y) / length * cut;
            }
          g_array_append_val (steps, step);
          if (i < last)
            {
              MzMapPoint after = g_array_index (points, MzMapPoint, i + 1);
              double next = fabs (after.x - here.x) + fabs (after.y - here.y);
              MzPathStep corner = {.op = MZ_PATH_CURVE,
                                   .x1 = here.x,
                                   .y1 = here.y,
                                   .x2 = here.x,
                                   .y2 = here.y,
                                   .x = here.x,
                                   .y = here.y};

              if (next > 0)
                {
                  corner.x = here.x + (after.x - here.x) / next * cut;
                  corner.y = here.y + (after.y - here.y) / next * cut;
                }
              g_array_append_val (steps, corner);
            }
        }
      else
        g_array_append_val (steps, step);
    }
  MzShape *line = mz_scene_add_path (map->draw.scene, MZ_ROLE_LINK, (const MzPathStep *)steps->data,
                                     steps->len, MZ_COLOUR_NONE, MZ_COLOUR_SECONDARY, 1.5);
  mz_shape_set_record (line, mz_record_id (flow->record));
  mz_shape_set_tooltip (line, tooltip);
}

static void
draw_head (const MzSystemMap *map, const MzMapFlow *flow)
{
  MzMapPoint tip = g_array_index (flow->points, MzMapPoint, flow->points->len - 1);
  MzMapPoint before = g_array_index (flow->points, MzMapPoint, flow->points->len - 2);
  double length = fabs (tip.x - before.x) + fabs (tip.y - before.y);
  double dx = length > 0 ? (tip.x - before.x) / length : 1;
  double dy = length > 0 ? (tip.y - before.y) / length : 0;
  const MzPathStep steps[] = {
      {.op = MZ_PATH_MOVE, .x = tip.x, .y = tip.y},
      {.op = MZ_PATH_LINE, .x = tip.x - 7 * dx - 4 * dy, .y = tip.y - 7 * dy + 4 * dx},
      {.op = MZ_PATH_LINE, .x = tip.x - 7 * dx + 4 * dy, .y = tip.y - 7 * dy - 4 * dx},
      {.op = MZ_PATH_CLOSE},
  };
  MzShape *head = mz_scene_add_path (map->draw.scene, MZ_ROLE_DECORATION, steps,
                                     G_N_ELEMENTS (steps), MZ_COLOUR_SECONDARY, MZ_COLOUR_NONE, 0);

  mz_shape_set_record (head, mz_record_id (flow->record));
}

static char *
flow_tooltip (const MzSystemMap *map, const MzMapFlow *flow)
{
  g_autofree char *title = mz_record_title (flow->record);
  g_autofree char *from = mz_record_title (mz_map_system (map, flow->source)->record);
  g_autofree char *to = mz_record_title (mz_map_system (map, flow->sink)->record);
  const char *text = mz_record_text (flow->record, "text");

  return g_strdup_printf ("%s\n%s → %s%s%s", title, from, to, text != NULL ? "\n" : "",
                          text != NULL ? text : "");
}

void
mz_system_map_draw_flows (const MzSystemMap *map)
{
  for (guint i = 0; i < map->flows->len; i++)
    {
      const MzMapFlow *flow = mz_map_flow (map, i);
      g_autofree char *tip = flow_tooltip (map, flow);

      if (flow->points->len < 2)
        continue;
      draw_way (map, flow, tip);
      draw_head (map, flow);
    }
}

static char *
weakness_tooltip (MzRecord *weakness)
{
  g_autofree char *title = mz_record_title (weakness);
  const char *text = mz_record_text (weakness, "text");

  return g_strdup_printf ("%s (%s)%s%s", title, mz_entry_choice (weakness, "type"),
                          text != NULL ? "\n" : "", text != NULL ? text : "");
}

/* A pin with its number; @hollow for a weakness that no system has. */
static void
draw_pin (const MzDraw *draw, MzRecord *weakness, guint number, double x, double y, gboolean hollow)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *tip = weakness_tooltip (weakness);
  double line = mz_text_line_height (draw->measurer, MZ_CARD_SMALL);
  double width = MAX (PIN, mz_text_width (draw->measurer, text, MZ_CARD_SMALL, MZ_WEIGHT_BOLD) + 4);
  MzShape *pin = mz_scene_add_rectangle (draw->scene, MZ_ROLE_MARK, x, y, width, PIN, PIN / 2,
                                         hollow ? MZ_COLOUR_PAPER : MZ_COLOUR_BAND_4);

  if (hollow)
    mz_shape_set_stroke (pin, MZ_COLOUR_BAND_4, 1, MZ_DASH_SOLID);
  mz_shape_set_record (pin, mz_record_id (weakness));
  mz_shape_set_tooltip (pin, tip);
  mz_draw_line (draw, MZ_ROLE_LABEL, text, x - 2, y + (PIN - line) / 2, width + 4, MZ_CARD_SMALL,
                MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, hollow ? MZ_COLOUR_INK : MZ_COLOUR_ON_BAND_4,
                mz_record_id (weakness));
}

static double
pin_width (const MzDraw *draw, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  return MAX (PIN, mz_text_width (draw->measurer, text, MZ_CARD_SMALL, MZ_WEIGHT_BOLD) + 4);
}

/* Pins from the right edge of @row leftward; a range of numbers where single pins have no room. Returns the left edge. */
static double
draw_pins (const MzSystemMap *map, const MzMapSystem *system, const MzBox *row)
{
  guint n = system->weaknesses->len;
  double width = 0;
  double x;

  if (n == 0)
    return row->x + row->width;
  for (guint i = 0; i < n; i++)
    width += pin_width (&map->draw, system->first_number + i) + (i > 0 ? 2 : 0);
  if (width <= row->width)
    {
      x = row->x + row->width - width;
      for (guint i = 0; i < n; i++)
        {
          draw_pin (&map->draw, g_ptr_array_index (system->weaknesses, i), system->first_number + i,
                    x, row->y, FALSE);
          x += pin_width (&map->draw, system->first_number + i) + 2;
        }
      return row->x + row->width - width;
    }
  /* Numbers of one system follow each other, so their range says all. */
  g_autofree char *range =
      n == 1 ? g_strdup_printf ("%u", system->first_number)
             : g_strdup_printf ("%u–%u", system->first_number, system->first_number + n - 1);
  double line = mz_text_line_height (map->draw.measurer, MZ_CARD_SMALL);
  width = MIN (row->width,
               mz_text_width (map->draw.measurer, range, MZ_CARD_SMALL, MZ_WEIGHT_BOLD) + 10);
  x = row->x + row->width - width;
  mz_scene_add_rectangle (map->draw.scene, MZ_ROLE_DECORATION, x, row->y, width, PIN, PIN / 2,
                          MZ_COLOUR_BAND_4);
  mz_draw_line (&map->draw, MZ_ROLE_LABEL, range, x, row->y + (PIN - line) / 2, width,
                MZ_CARD_SMALL, MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, MZ_COLOUR_ON_BAND_4,
                mz_record_id (system->record));
  return x;
}

static char *
system_tooltip (const MzMapSystem *system)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = mz_record_title (system->record);
  const char *const fields[] = {"data", "text"};

  g_string_append_printf (text, "%s (%s)", title, mz_entry_choice (system->record, "type"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (mz_record_has (system->record, fields[i]))
      g_string_append_printf (text, "\n%s", mz_record_text (system->record, fields[i]));
  for (guint i = 0; i < system->weaknesses->len; i++)
    {
      g_autofree char *weakness = mz_record_title (g_ptr_array_index (system->weaknesses, i));

      g_string_append_printf (text, "\n%u  %s", system->first_number + i, weakness);
    }
  return g_string_free (text, FALSE);
}

/* A box: glyph and pins on one row, the name below; the glyph gives way first. */
static void
draw_system (const MzSystemMap *map, const MzMapSystem *system)
{
  const char *record = mz_record_id (system->record);
  g_autofree char *title = mz_record_title (system->record);
  g_autofree char *tip = system_tooltip (system);
  double line = mz_text_line_height (map->draw.measurer, MZ_CARD_SMALL);
  double pad = system->box.width > 90 ? 7 : 4;
  double inner = system->box.width - 2 * pad;
  double size = system->box.height > 58 && inner > 80 ? MZ_CARD_TITLE - 0.5 : MZ_CARD_SMALL;
  /* A name that just fails one line takes smaller letters rather than a second line. */
  if (mz_text_width (map->draw.measurer, title, size, MZ_WEIGHT_BOLD) > inner &&
      mz_text_width (map->draw.measurer, title, MZ_CARD_SMALL, MZ_WEIGHT_BOLD) <= inner)
    size = MZ_CARD_SMALL;
  gboolean has_row = !map->wordless && system->box.height >= PIN + line + 6;
  double taken = has_row ? PIN + 3 : 0;
  double title_line = mz_text_line_height (map->draw.measurer, size);
  guint lines = (guint)CLAMP (floor ((system->box.height - taken - 4) / title_line), 1, 3);
  MzShape *card = mz_draw_card (&map->draw, &system->box, record, tip);

  /* Where pins have no room the frame says that there are some. */
  if (!has_row && system->weaknesses->len > 0)
    mz_shape_set_stroke (card, MZ_COLOUR_BAND_4, 1.5, MZ_DASH_SOLID);
  else
    mz_shape_set_stroke (card, MZ_COLOUR_SECONDARY, 1, MZ_DASH_SOLID);
  if (map->wordless)
    {
      double glyph = MIN (15, MIN (system->box.width, system->box.height) - 2);

      if (glyph >= 6)
        mz_system_glyph (map->draw.scene, mz_record_text (system->record, "type"),
                         system->box.x + (system->box.width - glyph) / 2,
                         system->box.y + (system->box.height - glyph) / 2, glyph, MZ_COLOUR_ACCENT);
      return;
    }
  double height = mz_text_height (map->draw.measurer, title, inner, lines, size, MZ_WEIGHT_BOLD);
  double top = system->box.y + MAX (2, (system->box.height - taken - height) / 2);
  if (has_row)
    {
      MzBox row = {system->box.x + pad, top, inner, PIN};
      MzBox beside = {row.x + PIN + 5, row.y, row.width - PIN - 5, PIN};
      double left = draw_pins (map, system, system->box.width >= 64 ? &beside : &row);

      if (left - row.x >= PIN)
        mz_system_glyph (map->draw.scene, mz_record_text (system->record, "type"), row.x,
                         row.y + (PIN - 15) / 2, 15, MZ_COLOUR_ACCENT);
    }
  MzShape *name = mz_scene_add_text (map->draw.scene, map->draw.measurer, MZ_ROLE_LABEL, title,
                                     system->box.x + pad, top + taken, inner, lines, size,
                                     MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  mz_shape_set_record (name, record);
}

void
mz_system_map_draw_systems (const MzSystemMap *map)
{
  for (guint i = 0; i < map->n_systems; i++)
    draw_system (map, mz_map_system (map, i));
}

/* The list of weaknesses, one a row; what has no room is counted. */
void
mz_system_map_draw_legend (const MzSystemMap *map, const MzBox *box)
{
  guint n = map->weaknesses->len;
  double line = mz_text_line_height (map->draw.measurer, MZ_CARD_TEXT);
  double head = mz_text_line_height (map->draw.measurer, MZ_CARD_HEAD) + 6;
  double row = CLAMP ((box->height - head) / MAX (n, 1), LEGEND_ROW, 22);
  guint room = (guint)MAX (1, floor ((box->height - head) / row));
  guint shown = n <= room ? n : room - 1;
  guint on_map = 0;

  mz_draw_line (&map->draw, MZ_ROLE_TITLE, _ ("Weaknesses"), box->x, box->y, box->width,
                MZ_CARD_HEAD, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK, NULL);
  for (guint i = 0; i < map->systems->len; i++)
    on_map += mz_map_system (map, i)->weaknesses->len;
  for (guint i = 0; i < shown; i++)
    {
      MzRecord *weakness = g_ptr_array_index (map->weaknesses, i);
      g_autofree char *title = mz_record_title (weakness);
      double y = box->y + head + i * row;
      double wide = MAX (22, pin_width (&map->draw, n) + 6);

      draw_pin (&map->draw, weakness, i + 1, box->x, y, i >= on_map);
      mz_draw_line (&map->draw, MZ_ROLE_LABEL, title, box->x + wide, y + (PIN - line) / 2,
                    box->width - wide, MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                    MZ_COLOUR_INK, mz_record_id (weakness));
    }
  if (shown < n)
    {
      g_autofree char *rest = g_strdup_printf ("+%u", n - shown);

      mz_draw_line (&map->draw, MZ_ROLE_LABEL, rest, box->x, box->y + head + shown * row,
                    box->width, MZ_CARD_TEXT, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_ACCENT,
                    NULL);
    }
}

double
mz_system_map_legend_width (const MzSystemMap *map)
{
  guint n = mz_model_count (map->analysis->model, "weakness");
  double width = 100;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = mz_record_title (mz_model_nth (map->analysis->model, "weakness", i));

      width =
          MAX (width, mz_text_width (map->draw.measurer, title, MZ_CARD_TEXT, MZ_WEIGHT_REGULAR));
    }
  return ceil (width) + pin_width (&map->draw, n) + 10;
}
