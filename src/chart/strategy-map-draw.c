/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Drawing the strategy map once everything has its place: bands, links, cards, and what the signs mean. */

#include "config.h"

#include "strategy-map-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define LIGHT 11.0
#define PAD 9.0

static MzColour
light_colour (MzLight light)
{
  static const MzColour colours[] = {[MZ_LIGHT_GREY] = MZ_COLOUR_NO_DATA,
                                     [MZ_LIGHT_GREEN] = MZ_COLOUR_GOOD,
                                     [MZ_LIGHT_AMBER] = MZ_COLOUR_WATCH,
                                     [MZ_LIGHT_RED] = MZ_COLOUR_BAD};

  return colours[light];
}

/* A light has a form of its own, for those who do not see its colour: ◎ △ × ○. */
static void
draw_light (const MzStrategyMap *map, MzLight light, double x, double y, const char *record)
{
  MzScene *scene = map->draw.scene;
  MzColour colour = light_colour (light);
  MzShape *shape;

  if (light == MZ_LIGHT_AMBER)
    {
      const MzPathStep steps[] = {{.op = MZ_PATH_MOVE, .x = x + LIGHT / 2, .y = y},
                                  {.op = MZ_PATH_LINE, .x = x + LIGHT, .y = y + LIGHT},
                                  {.op = MZ_PATH_LINE, .x = x, .y = y + LIGHT},
                                  {.op = MZ_PATH_CLOSE}};

      shape = mz_scene_add_path (scene, MZ_ROLE_DECORATION, steps, G_N_ELEMENTS (steps), colour,
                                 MZ_COLOUR_NONE, 0);
    }
  else if (light == MZ_LIGHT_RED)
    {
      const MzPathStep steps[] = {{.op = MZ_PATH_MOVE, .x = x + 1, .y = y + 1},
                                  {.op = MZ_PATH_LINE, .x = x + LIGHT - 1, .y = y + LIGHT - 1},
                                  {.op = MZ_PATH_MOVE, .x = x + LIGHT - 1, .y = y + 1},
                                  {.op = MZ_PATH_LINE, .x = x + 1, .y = y + LIGHT - 1}};

      shape = mz_scene_add_path (scene, MZ_ROLE_DECORATION, steps, G_N_ELEMENTS (steps),
                                 MZ_COLOUR_NONE, colour, MZ_LINE_STRONG);
    }
  else
    {
      shape = mz_scene_add_ellipse (scene, MZ_ROLE_DECORATION, x + 0.75, y + 0.75, LIGHT - 1.5,
                                    LIGHT - 1.5, MZ_COLOUR_NONE);
      mz_shape_set_stroke (shape, colour, MZ_LINE_MEDIUM, MZ_DASH_SOLID);
      if (light == MZ_LIGHT_GREEN)
        shape = mz_scene_add_ellipse (scene, MZ_ROLE_DECORATION, x + 3, y + 3, LIGHT - 6, LIGHT - 6,
                                      colour);
    }
  mz_shape_set_record (shape, record);
}

static void
draw_band (const MzStrategyMap *map, const MzMapBand *band)
{
  const MzBox *box = &band->box;
  g_autofree char *score = mz_strategy_map_percent (band->score->rollup.score);
  g_autofree char *coverage = mz_strategy_map_percent (band->score->rollup.coverage);
  g_autofree char *tip =
      g_strdup_printf (_ ("%s\nScore %s, coverage %s"), band->title, score, coverage);
  const char *record = band->record != NULL ? mz_record_id (band->record) : NULL;
  MzShape *shape = mz_scene_add_rectangle (map->draw.scene, MZ_ROLE_CELL, box->x, box->y,
                                           box->width, box->height, 10, MZ_COLOUR_WASH);

  mz_shape_set_record (shape, record);
  mz_shape_set_tooltip (shape, tip);
  if (map->label_width > 0)
    {
      double width = map->label_width - 16;
      double line = mz_frame_line_height (&map->frame, MZ_SIZE_CAPTION);
      guint lines = box->height > 76 ? 2 : 1;
      double top = box->y + MIN (12, box->height * 0.12);
      shape = mz_scene_add_text (map->draw.scene, map->draw.measurer, MZ_ROLE_TITLE, band->title,
                                 box->x + 14, top, width, lines, MZ_SIZE_BODY, MZ_WEIGHT_BOLD,
                                 MZ_ALIGN_START, MZ_COLOUR_INK);
      double below = shape->y + shape->height + 3;
      if (below + line > box->y + box->height)
        return;
      draw_light (map, band->score->light, box->x + 14, below + (line - LIGHT) / 2, record);
      mz_frame_line (&map->frame, MZ_ROLE_LABEL, score, box->x + 14 + LIGHT + 5, below,
                     width - LIGHT - 5, MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START,
                     MZ_COLOUR_SECONDARY);
    }
}

/* Names over the cards lie on the ground of their band, so that a line that passes does not strike them out. */
static void
draw_label (const MzStrategyMap *map, const MzMapBand *band)
{
  double width = mz_frame_text_width (&map->frame, band->title, MZ_SIZE_SMALLEST, MZ_WEIGHT_BOLD);

  width = MIN (width, band->box.width - 16);
  mz_scene_add_rectangle (map->draw.scene, MZ_ROLE_DECORATION, band->box.x + 6, band->box.y + 1,
                          width + 4, map->label_height - 3, 0, MZ_COLOUR_WASH);
  mz_frame_line (&map->frame, MZ_ROLE_TITLE, band->title, band->box.x + 8, band->box.y + 1, width,
                 MZ_SIZE_SMALLEST, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
}

static void
draw_link (const MzStrategyMap *map, const MzMapLink *link)
{
  const MzMapObjective *from = mz_map_objective (map, link->from);
  const MzMapObjective *to = mz_map_objective (map, link->to);
  gboolean faint = from->change == MZ_OBJECTIVE_ELSEWHERE || to->change == MZ_OBJECTIVE_ELSEWHERE;
  gboolean acts = from->acts && !faint;
  g_autoptr (GArray) steps = g_array_copy (link->way);
  g_autofree char *cause = mz_record_title (from->record);
  g_autofree char *result = mz_record_title (to->record);
  const char *why = mz_record_text (link->record, "text");
  g_autofree char *tip = g_strdup_printf ("%s → %s%s%s", cause, result, why != NULL ? "\n" : "",
                                          why != NULL ? why : "");

  if (steps->len < 2)
    return;
  const MzPathStep last = g_array_index (steps, MzPathStep, steps->len - 1);
  double side = last.y2 > last.y ? 1 : -1, size = map->wordless ? 3 : 5;
  const MzPathStep head[] = {
      {.op = MZ_PATH_MOVE, .x = last.x - size, .y = last.y + side * (size + 2)},
      {.op = MZ_PATH_LINE, .x = last.x, .y = last.y + side},
      {.op = MZ_PATH_LINE, .x = last.x + size, .y = last.y + side * (size + 2)},
  };
  g_array_append_vals (steps, head, G_N_ELEMENTS (head));
  MzShape *shape =
      mz_scene_add_path (map->draw.scene, MZ_ROLE_LINK, (const MzPathStep *)(gpointer)steps->data,
                         steps->len, MZ_COLOUR_NONE,
                         acts    ? MZ_COLOUR_ACCENT
                         : faint ? MZ_COLOUR_HAIRLINE
                                 : MZ_COLOUR_NO_DATA,
                         acts ? 2 : MZ_LINE_THIN);
  shape->dash = faint ? MZ_DASH_DASHED : MZ_DASH_SOLID;
  mz_shape_set_record (shape, mz_record_id (link->record));
  mz_shape_set_tooltip (shape, tip);
}

static void
add_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "\n%s", line);
}

static char *
make_tooltip (const MzStrategyMap *map, const MzMapObjective *objective)
{
  g_autofree char *title = mz_record_title (objective->record);
  g_autofree char *score = mz_strategy_map_percent (objective->score->rollup.score);
  g_autofree char *state =
      g_strdup_printf (_ ("%s, score %s"), mz_strategy_map_light (objective->score->light), score);
  GString *text = g_string_new (title);

  add_line (text, state);
  add_line (text, objective->kpi);
  add_line (text, mz_strategy_map_change (objective->change));
  if (objective->change_record != NULL)
    add_line (text, mz_record_text (objective->change_record, "text"));
  add_line (text, mz_record_text (objective->record, "owner"));
  return g_string_free (text, FALSE);
}

/* What the scenario does, on the upper edge of the card; shorter where the links need the room. */
static void
draw_chip (const MzStrategyMap *map, const MzMapObjective *objective)
{
  const MzScenarioResult *scenario = map->request->scenario;
  gboolean danger = objective->change == MZ_OBJECTIVE_ENDANGERED;
  g_autofree char *whole =
      g_strdup_printf ("%s: %s", scenario->short_name, mz_strategy_map_change (objective->change));
  double room = objective->box.width - 2 * PAD - LIGHT;
  const char *text = mz_chip_width (&map->draw, whole) <= room ? whole : scenario->short_name;

  if (mz_chip_width (&map->draw, text) > room)
    return;
  mz_draw_chip (&map->draw, text, objective->box.x + PAD, objective->box.y - MZ_CHIP_HEIGHT / 2,
                danger ? MZ_COLOUR_BAND_4 : MZ_COLOUR_ACCENT, MZ_COLOUR_NONE,
                danger ? MZ_COLOUR_ON_BAND_4 : MZ_COLOUR_ON_ACCENT,
                mz_record_id (objective->record));
}

static void
draw_words (const MzStrategyMap *map, const MzMapObjective *objective)
{
  const MzBox *box = &objective->box;
  const char *record = mz_record_id (objective->record);
  g_autofree char *title = mz_record_title (objective->record);
  gboolean lit = box->width >= 70, faint = objective->change == MZ_OBJECTIVE_ELSEWHERE;
  double size = box->height < 50 ? MZ_SIZE_SMALLEST : MZ_CARD_TITLE;
  double line = mz_frame_line_height (&map->frame, size);
  double small = mz_frame_line_height (&map->frame, MZ_SIZE_SMALLEST);
  double top = box->height < 34 ? (box->height - line) / 2 : 8;
  double room = box->height - top - 3;
  double pad = box->width < 100 ? 6 : PAD;
  double width = box->width - 2 * pad - (lit ? LIGHT + 3 : 0);
  /* A whole name is worth more than the KPI, which the tooltip tells as well. */
  double wanted = mz_text_height (map->draw.measurer, title, width, 2, size, MZ_WEIGHT_BOLD);
  gboolean with_kpi = objective->kpi != NULL &&
                      room >= MIN (wanted, room < 2 * line ? line : wanted) + small &&
                      box->width >= 84;
  guint lines = (guint)CLAMP (floor ((room - (with_kpi ? small : 0)) / line), 1, 2);
  double tall = mz_text_height (map->draw.measurer, title, width, lines, size, MZ_WEIGHT_BOLD);
  double y = box->y + top;

  if (box->height >= 34)
    y = MAX (y, box->y + top + (room - tall - (with_kpi ? small : 0)) / 2 - 1);
  MzShape *shape = mz_scene_add_text (map->draw.scene, map->draw.measurer, MZ_ROLE_LABEL, title,
                                      box->x + pad, y, width, lines, size, MZ_WEIGHT_BOLD,
                                      MZ_ALIGN_START, faint ? MZ_COLOUR_SECONDARY : MZ_COLOUR_INK);
  mz_shape_set_record (shape, record);
  double below = shape->y + shape->height;
  if (with_kpi)
    {
      shape = mz_frame_line (&map->frame, MZ_ROLE_LABEL, objective->kpi, box->x + pad, below,
                             box->width - 2 * pad, MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR,
                             MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
      if (shape != NULL)
        mz_shape_set_record (shape, record);
    }
  if (lit)
    draw_light (map, objective->score->light, box->x + box->width - LIGHT - MIN (7, pad),
                box->y + 8, record);
}

static void
draw_card (const MzStrategyMap *map, const MzMapObjective *objective)
{
  static const struct
  {
    MzColour fill, stroke;
    double width;
    MzDash dash;
  } looks[] = {
      [MZ_OBJECTIVE_AS_IT_IS] = {MZ_COLOUR_PAPER, MZ_COLOUR_HAIRLINE, 1, MZ_DASH_SOLID},
      [MZ_OBJECTIVE_ADDED] = {MZ_COLOUR_ACCENT_SOFT, MZ_COLOUR_ACCENT, 2, MZ_DASH_SOLID},
      [MZ_OBJECTIVE_MOVED] = {MZ_COLOUR_PAPER, MZ_COLOUR_ACCENT, 2, MZ_DASH_SOLID},
      [MZ_OBJECTIVE_ENDANGERED] = {MZ_COLOUR_PAPER, MZ_COLOUR_BAD, 2, MZ_DASH_DASHED},
      [MZ_OBJECTIVE_ELSEWHERE] = {MZ_COLOUR_WASH, MZ_COLOUR_HAIRLINE, 1, MZ_DASH_DASHED},
  };
  const MzBox *box = &objective->box;
  g_autofree char *tip = make_tooltip (map, objective);
  MzShape *card =
      mz_scene_add_rectangle (map->draw.scene, MZ_ROLE_MARK, box->x, box->y, box->width,
                              box->height, MIN (8, box->height / 4), looks[objective->change].fill);

  mz_shape_set_stroke (card, looks[objective->change].stroke, looks[objective->change].width,
                       looks[objective->change].dash);
  mz_shape_set_record (card, mz_record_id (objective->record));
  mz_shape_set_tooltip (card, tip);
  if (!map->wordless)
    draw_words (map, objective);
  else if (box->width > LIGHT + 2 && box->height > LIGHT + 2)
    draw_light (map, objective->score->light, box->x + (box->width - LIGHT) / 2,
                box->y + (box->height - LIGHT) / 2, mz_record_id (objective->record));
}

/* The lights in words, as many as have room. */
static void
draw_legend (const MzStrategyMap *map)
{
  static const MzLight lights[] = {MZ_LIGHT_GREEN, MZ_LIGHT_AMBER, MZ_LIGHT_RED, MZ_LIGHT_GREY};
  double x = map->area.x + 2, right = map->area.x + map->area.width;
  double y = map->area.y + map->area.height + 6;
  double line = mz_frame_line_height (&map->frame, MZ_SIZE_SMALLEST);

  for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
    {
      const char *text = mz_strategy_map_light (lights[i]);
      double width = mz_frame_text_width (&map->frame, text, MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR);

      if (x + LIGHT + 5 + width > right)
        return;
      draw_light (map, lights[i], x, y + (line - LIGHT) / 2, NULL);
      mz_frame_line (&map->frame, MZ_ROLE_AXIS, text, x + LIGHT + 5, y, width, MZ_SIZE_SMALLEST,
                     MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
      x += LIGHT + width + 21;
    }
  const char *accent = _ ("Blue lines: the ways along which the plan acts. Dashed: only in "
                          "another plan.");
  if (map->request->scenario != NULL && !map->request->scenario->baseline &&
      x + mz_frame_text_width (&map->frame, accent, MZ_SIZE_SMALLEST, MZ_WEIGHT_REGULAR) <= right)
    mz_frame_line (&map->frame, MZ_ROLE_AXIS, accent, x, y, right - x, MZ_SIZE_SMALLEST,
                   MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
}

void
mz_strategy_map_draw (const MzStrategyMap *map)
{
  for (guint b = 0; b < MZ_SCORECARD_N_PERSPECTIVES; b++)
    draw_band (map, &map->bands[b]);
  /* Accent lines lie over grey ones. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < map->links->len; i++)
      {
        const MzMapLink *link = mz_map_link (map, i);

        if (mz_map_objective (map, link->from)->acts == (pass == 1))
          draw_link (map, link);
      }
  for (guint b = 0; map->label_height > 0 && b < MZ_SCORECARD_N_PERSPECTIVES; b++)
    draw_label (map, &map->bands[b]);
  for (guint i = 0; i < map->objectives->len; i++)
    draw_card (map, mz_map_objective (map, i));
  for (guint i = 0; i < map->objectives->len && !map->wordless; i++)
    {
      const MzMapObjective *objective = mz_map_objective (map, i);

      if (objective->change_record != NULL && objective->box.height >= 34)
        draw_chip (map, objective);
    }
  if (map->area.y + map->area.height + 20 <= map->frame.y + map->frame.height)
    draw_legend (map);
}
