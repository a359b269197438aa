/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Drawing the strategy map once everything has its place: bands, links, cards, and what the signs mean. */

#include "config.h"

#include "heat-map-private.h"
#include "strategy-map-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define LIGHT 11.0
#define PAD 9.0
/* Risks that a tooltip lists. */
#define MOST_RISKS 8
/* What the light and the badge take from the upper edge of a card. */
#define SIGNS_HEIGHT 40.0
#define BADGE 16.0
/* Between the start of a way and a chip. */
#define START_GAP 5.0

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
  g_autofree char *risks = mz_strategy_map_say_risks (map, objective);

  add_line (text, objective->kpi);
  add_line (text, risks);
  add_line (text, mz_strategy_map_change (objective->change));
  if (objective->change_record != NULL)
    add_line (text, mz_record_text (objective->change_record, "text"));
  add_line (text, mz_record_text (objective->record, "owner"));
  for (guint i = 0; i < MIN (objective->risks->len, MOST_RISKS); i++)
    {
      g_autofree char *risk = mz_record_label (g_ptr_array_index (objective->risks, i));

      add_line (text, risk);
    }
  return g_string_free (text, FALSE);
}

/* Where the ways that leave a card upward begin: from @left to @right; nothing when @left > @right. */
static void
find_starts (const MzStrategyMap *map, const MzMapObjective *objective, double *left, double *right)
{
  *left = INFINITY;
  *right = -INFINITY;
  for (guint i = 0; i < map->links->len; i++)
    {
      const MzMapLink *link = mz_map_link (map, i);
      const MzPathStep *step;

      if (mz_map_objective (map, link->from) != objective || link->way->len == 0)
        continue;
      step = &g_array_index (link->way, MzPathStep, 0);
      *left = MIN (*left, step->x);
      *right = MAX (*right, step->x);
    }
}

/* What the scenario does, on the upper edge of the card beside the ways that begin there; shorter where they need the
 * room. */
static void
draw_chip (const MzStrategyMap *map, const MzMapObjective *objective)
{
  const MzScenarioResult *scenario = map->request->scenario;
  const MzBox *box = &objective->box;
  gboolean danger = objective->change == MZ_OBJECTIVE_ENDANGERED;
  g_autofree char *whole =
      g_strdup_printf ("%s: %s", scenario->short_name, mz_strategy_map_change (objective->change));
  double left, right, end = box->x + box->width - PAD - LIGHT;

  find_starts (map, objective, &left, &right);
  double before = MIN (left - START_GAP, end) - box->x - PAD;
  double after = left > right ? 0 : end - right - START_GAP;
  double room = MAX (before, after);
  const char *text = mz_chip_width (&map->draw, whole) <= room ? whole : scenario->short_name;
  double width = mz_chip_width (&map->draw, text);

  if (width > room)
    return;
  mz_draw_chip (&map->draw, text, before >= width ? box->x + PAD : right + START_GAP,
                box->y - MZ_CHIP_HEIGHT / 2, danger ? MZ_COLOUR_BAND_4 : MZ_COLOUR_ACCENT,
                MZ_COLOUR_NONE, danger ? MZ_COLOUR_ON_BAND_4 : MZ_COLOUR_ON_ACCENT,
                mz_record_id (objective->record));
}

/* How many risks threaten the objective, on the colour of the worst. */
static void
draw_risks (const MzStrategyMap *map, const MzMapObjective *objective, double right, double top)
{
  const MzScale *scale = &map->request->analysis->scale;
  g_autofree char *count = g_strdup_printf ("%u", objective->risks->len);
  double width =
      MAX (BADGE, mz_frame_text_width (&map->frame, count, MZ_SIZE_SMALLEST, MZ_WEIGHT_BOLD) + 6);
  double line = mz_frame_line_height (&map->frame, MZ_SIZE_SMALLEST);
  gboolean rated = objective->worst >= 0;
  MzColour fill = rated ? mz_heat_band_colour (scale, objective->worst) : MZ_COLOUR_NO_DATA;
  MzShape *shape = mz_scene_add_rectangle (map->draw.scene, MZ_ROLE_DECORATION, right - width, top,
                                           width, line + 2, 3, fill);

  mz_shape_set_record (shape, mz_record_id (objective->record));
  shape = mz_frame_line (&map->frame, MZ_ROLE_LABEL, count, right - width, top + 1, width,
                         MZ_SIZE_SMALLEST, MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE,
                         rated ? mz_heat_ink_colour (scale, objective->worst) : MZ_COLOUR_PAPER);
  if (shape != NULL)
    mz_shape_set_record (shape, mz_record_id (objective->record));
}

/* A small line of a card, as wide as the card below the signs at its right; returns where the next one begins. */
static double
draw_small (const MzStrategyMap *map, const MzMapObjective *objective, const char *text, double x,
            double y, double width)
{
  const MzBox *box = &objective->box;

  if (y >= box->y + SIGNS_HEIGHT)
    width = 2 * (box->x + box->width / 2 - x);
  MzShape *shape = mz_frame_line (&map->frame, MZ_ROLE_LABEL, text, x, y, width, MZ_SIZE_SMALLEST,
                                  MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);

  if (shape != NULL)
    mz_shape_set_record (shape, mz_record_id (objective->record));
  return y + mz_frame_line_height (&map->frame, MZ_SIZE_SMALLEST);
}

/* MzCardWords: how the room of a card is shared out. */
typedef struct
{
  double x, width; /* of the words */
  double size, top, room, small;
  guint lines;
  gboolean with_kpi, with_owner;
} MzCardWords;

/* A whole name is worth more than the KPI, and the KPI more than the owner; the tooltip tells all of them. */
static MzCardWords
share_room (const MzStrategyMap *map, const MzMapObjective *objective, const char *title,
            double aside)
{
  const MzBox *box = &objective->box;
  double pad = box->width < 100 ? 6 : PAD;
  MzCardWords words = {.x = box->x + pad,
                       .width = box->width - 2 * pad - aside,
                       .size = box->height < 50 ? MZ_SIZE_SMALLEST : MZ_CARD_TITLE,
                       .small = mz_frame_line_height (&map->frame, MZ_SIZE_SMALLEST)};
  double line = mz_frame_line_height (&map->frame, words.size);
  gboolean wide = box->width >= 84;

  words.top = box->height < 34                   ? (box->height - line) / 2
              : objective->change_record != NULL ? 10
                                                 : 8;
  words.room = box->height - words.top - 3;
  double wanted =
      mz_text_height (map->draw.measurer, title, words.width, 2, words.size, MZ_WEIGHT_BOLD);
  double least = words.room < 2 * line ? MIN (wanted, line) : wanted;
  words.with_kpi = objective->kpi != NULL && wide && words.room >= least + words.small;
  words.with_owner = mz_record_has (objective->record, "owner") && wide &&
                     words.room >= least + (words.with_kpi ? 2 : 1) * words.small;
  double taken = (words.with_kpi + words.with_owner) * words.small;
  words.lines = (guint)CLAMP (floor ((words.room - taken) / line), 1, 2);
  return words;
}

static void
draw_words (const MzStrategyMap *map, const MzMapObjective *objective)
{
  const MzBox *box = &objective->box;
  const char *record = mz_record_id (objective->record);
  g_autofree char *title = mz_record_title (objective->record);
  gboolean lit = box->width >= 70, faint = objective->change == MZ_OBJECTIVE_ELSEWHERE;
  gboolean risky = lit && objective->risks->len > 0 && box->height >= 46;
  double margin = box->x + box->width - (box->width < 100 ? 6 : 7);
  MzCardWords words = share_room (map, objective, title, risky ? BADGE + 3 : lit ? LIGHT + 3 : 0);
  double tall = mz_text_height (map->draw.measurer, title, words.width, words.lines, words.size,
                                MZ_WEIGHT_BOLD) +
                (words.with_kpi + words.with_owner) * words.small;
  double y = box->y + words.top;

  if (box->height >= 34)
    y = MAX (y, y + (words.room - tall) / 2 - 1);
  MzShape *shape =
      mz_scene_add_text (map->draw.scene, map->draw.measurer, MZ_ROLE_LABEL, title, words.x, y,
                         words.width, words.lines, words.size, MZ_WEIGHT_BOLD, MZ_ALIGN_START,
                         faint ? MZ_COLOUR_SECONDARY : MZ_COLOUR_INK);
  mz_shape_set_record (shape, record);
  y = shape->y + shape->height;
  if (words.with_kpi)
    y = draw_small (map, objective, objective->kpi, words.x, y, words.width);
  if (words.with_owner)
    draw_small (map, objective, mz_record_text (objective->record, "owner"), words.x, y,
                words.width);
  if (lit)
    draw_light (map, objective->score->light, margin - LIGHT, box->y + 8, record);
  if (risky)
    draw_risks (map, objective, margin, box->y + 8 + LIGHT + 5);
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
