/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The five forces of competition (M. E. Porter, "How Competitive Forces Shape Strategy", Harvard Business Review, 1979):
 * rivalry in the centre, the four others around it, with arrows as wide as the force is strong. Several entries of one
 * force count with the strongest. */

#include "config.h"

#include "cards-private.h"
#include "chart-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* What five cards and four arrows need. */
#define CARDS_MIN_WIDTH 290.0
#define CARDS_MIN_HEIGHT 210.0
#define STRENGTH_MAX 5

enum
{
  RIVALRY,
  NEW_ENTRANTS,
  SUBSTITUTES,
  BUYERS,
  SUPPLIERS,
  N_FORCES
};

static const char *const codes[N_FORCES] = {"rivalry", "new_entrants", "substitutes", "buyers",
                                            "suppliers"};

/* MzForce: one force, its entries strongest first, and where it stands. */
typedef struct
{
  const char *label;
  int strength; /* 0: not rated */
  GPtrArray *entries;
  MzBox box;
} MzForce;

static int
compare_strength (gconstpointer a, gconstpointer b)
{
  gint64 left = mz_record_integer (*(MzRecord **)a, "strength", 0);
  gint64 right = mz_record_integer (*(MzRecord **)b, "strength", 0);

  return left < right ? 1 : left > right ? -1 : 0;
}

static void
collect (const MzAnalysis *analysis, MzForce forces[N_FORCES])
{
  guint n = mz_model_count (analysis->model, "context");
  const MzKind *kind = mz_schema_kind (mz_model_schema (analysis->model), "context");
  const MzField *category = mz_kind_field (kind, mz_kind_find (kind, "category"));

  for (guint f = 0; f < N_FORCES; f++)
    {
      int place = mz_field_choice (category, codes[f]);

      forces[f].label = mz_translate (category->choices[place].label);
      forces[f].strength = 0;
      forces[f].entries = g_ptr_array_new ();
    }
  for (guint i = 0; i < n; i++)
    {
      MzRecord *entry = mz_model_nth (analysis->model, "context", i);

      for (guint f = 0; f < N_FORCES; f++)
        if (mz_record_choice_is (entry, "category", codes[f]))
          {
            g_ptr_array_add (forces[f].entries, entry);
            forces[f].strength =
                MAX (forces[f].strength, (int)mz_record_integer (entry, "strength", 0));
          }
    }
  for (guint f = 0; f < N_FORCES; f++)
    g_ptr_array_sort (forces[f].entries, compare_strength);
}

static char *
strength_text (const MzForce *force)
{
  if (force->entries->len == 0)
    return g_strdup (_ ("No entry yet"));
  if (force->strength == 0)
    return g_strdup (_ ("Not rated"));
  return g_strdup_printf (_ ("Strength %d"), force->strength);
}

/* The four forces stand around the centre; cards grow with the picture, arrows keep enough length to be read. */
static void
place (MzForce forces[N_FORCES], const MzBox *area)
{
  double width = CLAMP (area->width * 0.27, 84, 240);
  double height = CLAMP (area->height * 0.235, 56, 150);
  double middle_x = area->x + area->width / 2;
  double middle_y = area->y + area->height / 2;
  double reach_x = MIN ((area->width - width) / 2, width * 1.75);
  double reach_y = MIN ((area->height - height) / 2, height * 2.0);
  double centre_height = height * 1.12;
  MzBox card = {middle_x - width / 2, middle_y - height / 2, width, height};

  for (guint f = 0; f < N_FORCES; f++)
    forces[f].box = card;
  forces[RIVALRY].box.y = middle_y - centre_height / 2;
  forces[RIVALRY].box.height = centre_height;
  forces[NEW_ENTRANTS].box.y -= reach_y;
  forces[SUBSTITUTES].box.y += reach_y;
  forces[SUPPLIERS].box.x -= reach_x;
  forces[BUYERS].box.x += reach_x;
}

/* An arrow from @from to @to along one axis; @width is that of its shaft. */
static void
draw_arrow (MzScene *scene, const MzForce *force, const MzBox *to, int dx, int dy)
{
  const MzBox *from = &force->box;
  double scale = CLAMP (from->height / 76, 1, 1.7);
  double shaft = scale * (force->strength > 0 ? 2 + 2.6 * force->strength : 5);
  double head = shaft * 0.5 + 5 * scale;
  double start_x = from->x + from->width / 2 + dx * (from->width / 2 + 1);
  double start_y = from->y + from->height / 2 + dy * (from->height / 2 + 1);
  double end_x = to->x + to->width / 2 - dx * (to->width / 2 + 5);
  double end_y = to->y + to->height / 2 - dy * (to->height / 2 + 5);
  double length = fabs (end_x - start_x) + fabs (end_y - start_y);
  double neck = MAX (0, length - MIN (head + 4, length * 0.6));
  /* Outline of an arrow to the right, turned into its direction. */
  const double outline[7][2] = {
      {0, -shaft / 2}, {neck, -shaft / 2}, {neck, -head},  {length, 0},
      {neck, head},    {neck, shaft / 2},  {0, shaft / 2},
  };
  MzPathStep steps[8];
  gboolean known = force->strength > 0;

  for (guint i = 0; i < 7; i++)
    {
      double along = outline[i][0], across = outline[i][1];

      steps[i] = (MzPathStep){.op = i == 0 ? MZ_PATH_MOVE : MZ_PATH_LINE,
                              .x = start_x + dx * along - dy * across,
                              .y = start_y + dy * along + dx * across};
    }
  steps[7] = (MzPathStep){.op = MZ_PATH_CLOSE};
  MzShape *arrow = mz_scene_add_path (scene, MZ_ROLE_DECORATION, steps, G_N_ELEMENTS (steps),
                                      known ? MZ_COLOUR_ACCENT : MZ_COLOUR_PAPER,
                                      known ? MZ_COLOUR_NONE : MZ_COLOUR_SECONDARY, known ? 0 : 1);
  if (!known)
    mz_shape_set_stroke (arrow, MZ_COLOUR_SECONDARY, 1, MZ_DASH_DASHED);
}

static void
draw_force (const MzDraw *draw, const MzAnalysis *analysis, const MzForce *force, gboolean centre)
{
  const MzBox *box = &force->box;
  MzRecord *first = force->entries->len > 0 ? g_ptr_array_index (force->entries, 0) : NULL;
  const char *record = first != NULL ? mz_record_id (first) : NULL;
  g_autofree char *tooltip = first != NULL ? mz_entry_tooltip (analysis, first) : NULL;
  g_autofree char *strength = strength_text (force);
  MzColour ink = centre ? MZ_COLOUR_ON_ACCENT : MZ_COLOUR_INK;
  MzColour quiet = centre ? MZ_COLOUR_ON_ACCENT : MZ_COLOUR_SECONDARY;
  MzColour number = centre ? MZ_COLOUR_ON_ACCENT : MZ_COLOUR_ACCENT;
  double size = box->height > 120 ? 15 : box->height > 90 ? 13.5 : MZ_CARD_TITLE;
  double text_size = box->height > 120 ? 12.5 : box->height > 90 ? 11.5 : MZ_CARD_SMALL;
  double line = mz_text_line_height (draw->measurer, text_size);
  double number_line = mz_text_line_height (draw->measurer, size);
  double pad = box->height > 90 ? 12 : 5;
  double width = box->width - 2 * MIN (pad, 10);
  double x = box->x + MIN (pad, 10);
  double room = box->height - 2 * pad - number_line - 2;
  double head_height =
      mz_text_height (draw->measurer, force->label, width, 2, size, MZ_WEIGHT_BOLD);
  guint head_lines = head_height <= room ? 2 : 1;
  MzShape *card = mz_draw_card (draw, box, record, tooltip);

  if (centre && first != NULL)
    {
      card->fill = MZ_COLOUR_ACCENT;
      mz_shape_set_stroke (card, MZ_COLOUR_NONE, 0, MZ_DASH_SOLID);
    }
  else if (first == NULL)
    {
      mz_shape_set_stroke (card, MZ_COLOUR_HAIRLINE, 1, MZ_DASH_DASHED);
      ink = quiet = number = MZ_COLOUR_SECONDARY;
    }
  head_height =
      mz_text_height (draw->measurer, force->label, width, head_lines, size, MZ_WEIGHT_BOLD);
  guint fits = (guint)MAX (0, floor ((room - head_height) / line));
  guint shown = MIN (fits, force->entries->len);
  const char *text = first != NULL ? mz_record_text (first, "text") : NULL;
  /* One entry alone tells its situation too where there is room. */
  guint text_lines = shown == 1 && force->entries->len == 1 && fits >= 3 ? MIN (fits - 1, 3) : 0;
  double text_height = text_lines > 0 && text != NULL
                           ? mz_text_height (draw->measurer, text, width, text_lines, MZ_CARD_TEXT,
                                             MZ_WEIGHT_REGULAR)
                           : 0;
  double y =
      box->y + (box->height - head_height - shown * line - text_height - number_line - 4) / 2;

  MzShape *shape =
      mz_scene_add_text (draw->scene, draw->measurer, MZ_ROLE_LABEL, force->label, x, y, width,
                         head_lines, size, MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, ink);
  mz_shape_set_record (shape, record);
  y += head_height + 2;
  for (guint i = 0; i < shown; i++, y += line)
    {
      MzRecord *entry = g_ptr_array_index (force->entries, i);
      gboolean count = i + 1 == shown && force->entries->len > shown;
      g_autofree char *title =
          count ? g_strdup_printf ("+%u", force->entries->len - i) : mz_record_title (entry);

      if (i > 0 && !count)
        {
          /* Every further entry can be reached on its own. */
          g_autofree char *tip = mz_entry_tooltip (analysis, entry);
          MzShape *mark = mz_scene_add_rectangle (draw->scene, MZ_ROLE_MARK, x, y, width, line, 3,
                                                  MZ_COLOUR_NONE);

          mz_shape_set_record (mark, mz_record_id (entry));
          mz_shape_set_tooltip (mark, tip);
        }
      mz_draw_line (draw, MZ_ROLE_LABEL, title, x, y, width, text_size,
                    text_height > 0 ? MZ_WEIGHT_BOLD : MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE, quiet,
                    count ? NULL : mz_record_id (entry));
    }
  if (text_height > 0)
    {
      shape =
          mz_scene_add_text (draw->scene, draw->measurer, MZ_ROLE_LABEL, text, x, y, width,
                             text_lines, MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE, quiet);
      mz_shape_set_record (shape, record);
      y += text_height;
    }
  mz_draw_line (draw, MZ_ROLE_LABEL, strength, x, y + 2, width, size, MZ_WEIGHT_BOLD,
                MZ_ALIGN_MIDDLE, number, record);
}

/* A picture too small for cards and arrows: one line a force. */
static void
draw_list (const MzDraw *draw, const MzAnalysis *analysis, const MzForce forces[N_FORCES],
           const MzBox *area)
{
  double line = mz_text_line_height (draw->measurer, MZ_CARD_SMALL);
  double row = MIN (area->height / N_FORCES, 28);

  for (guint f = 0; f < N_FORCES; f++)
    {
      const MzForce *force = &forces[f];
      MzRecord *first = force->entries->len > 0 ? g_ptr_array_index (force->entries, 0) : NULL;
      g_autofree char *number =
          force->strength > 0 ? g_strdup_printf ("%d", force->strength) : g_strdup ("–");
      double y = area->y + f * row;
      double top = y + (row - line) / 2;

      if (first != NULL)
        {
          g_autofree char *tip = mz_entry_tooltip (analysis, first);
          MzShape *mark = mz_scene_add_rectangle (draw->scene, MZ_ROLE_MARK, area->x, y,
                                                  area->width, row, 3, MZ_COLOUR_NONE);

          mz_shape_set_record (mark, mz_record_id (first));
          mz_shape_set_tooltip (mark, tip);
        }
      double taken =
          mz_draw_line (draw, MZ_ROLE_LABEL, number, area->x, top, area->width, MZ_CARD_SMALL,
                        MZ_WEIGHT_BOLD, MZ_ALIGN_END, MZ_COLOUR_ACCENT, NULL);
      mz_draw_line (draw, MZ_ROLE_LABEL, force->label, area->x, top, area->width - taken - 6,
                    MZ_CARD_SMALL, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK,
                    first != NULL ? mz_record_id (first) : NULL);
    }
}

/* Each card takes entries; along its foot runs a strip of strengths. */
static void
add_places (const MzDraw *draw, guint index, const MzForce *force)
{
  const MzBox *box = &force->box;
  double height = CLAMP (box->height * 0.24, 12, 26);
  double width = box->width / STRENGTH_MAX;

  mz_scene_add_place (draw->scene, "context", box->x, box->y, box->width, box->height, force->label,
                      (const char *[]){"category", codes[index], NULL});
  for (int i = 0; i < STRENGTH_MAX; i++)
    {
      /* Translators: a place on a board: the name of a competitive force, then its strength. */
      g_autofree char *label = g_strdup_printf (_ ("%s, strength %d"), force->label, i + 1);
      g_autofree char *strength = g_strdup_printf ("%d", i + 1);

      mz_place_set_strip (mz_scene_add_place (draw->scene, "context", box->x + i * width,
                                              box->y + box->height - height, width, height, label,
                                              (const char *[]){"category", codes[index], "strength",
                                                               strength, NULL}),
                          codes[index]);
    }
}

/* Cards around the centre, and the arrows between. */
static void
draw_cards (const MzDraw *draw, const MzAnalysis *analysis, MzForce forces[N_FORCES],
            const MzBox *area)
{
  static const int directions[N_FORCES][2] = {
      [NEW_ENTRANTS] = {0, 1}, [SUBSTITUTES] = {0, -1}, [SUPPLIERS] = {1, 0}, [BUYERS] = {-1, 0}};

  place (forces, area);
  for (guint f = NEW_ENTRANTS; f < N_FORCES; f++)
    draw_arrow (draw->scene, &forces[f], &forces[RIVALRY].box, directions[f][0], directions[f][1]);
  for (guint f = 0; f < N_FORCES; f++)
    {
      draw_force (draw, analysis, &forces[f], f == RIVALRY);
      add_places (draw, f, &forces[f]);
    }
  mz_scene_set_linking (draw->scene, "context", "context", "link", "cause", "result");
}

static MzTable *
make_table (const char *title, const MzForce forces[N_FORCES])
{
  g_autofree char *number = g_strdup_printf ("#%s", _ ("Strength"));
  const char *headers[] = {_ ("Force"), _ ("Entry"), _ ("Situation"), number, NULL};
  MzTable *table = mz_table_new (title, headers);

  for (guint f = 0; f < N_FORCES; f++)
    {
      for (guint i = 0; i < forces[f].entries->len; i++)
        {
          MzRecord *entry = g_ptr_array_index (forces[f].entries, i);
          g_autofree char *name = mz_record_title (entry);
          g_autofree char *level = mz_record_has (entry, "strength")
                                       ? mz_entry_level (entry, "strength")
                                       : g_strdup (_ ("Not rated"));

          mz_table_add_row (table, mz_record_id (entry), forces[f].label, name,
                            mz_record_text (entry, "text"), level);
        }
      if (forces[f].entries->len == 0)
        mz_table_add_row (table, NULL, forces[f].label, _ ("No entry yet"), NULL, NULL);
    }
  return table;
}

static char *
describe (const MzForce forces[N_FORCES])
{
  int greatest = 0;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint f = 0; f < N_FORCES; f++)
    greatest = MAX (greatest, forces[f].strength);
  if (greatest == 0)
    return g_strdup (_ ("No competitive force is rated yet."));
  for (guint f = 0; f < N_FORCES; f++)
    if (forces[f].strength == greatest)
      g_ptr_array_add (names, (gpointer)forces[f].label);
  g_ptr_array_add (names, NULL);
  g_autofree char *list =
      g_strjoinv (C_ ("between the names of a list", ", "), (char **)names->pdata);
  if (names->len == 2)
    return g_strdup_printf (_ ("The strongest competitive force is: %s (strength %d of 5)."), list,
                            greatest);
  return g_strdup_printf (_ ("The strongest competitive forces are: %s (strength %d of 5)."), list,
                          greatest);
}

static MzScene *
draw_picture (const MzChartRequest *request)
{
  const char *title = _ ("Five forces of competition");
  MzForce forces[N_FORCES];

  collect (request->analysis, forces);
  g_autofree char *message = describe (forces);
  MzFrame frame = mz_frame_begin (request, "five-forces", title, message);
  const MzDraw draw = {frame.scene, request->measurer};
  const MzBox area = {frame.x, frame.y, frame.width, frame.height};
  if (area.height < CARDS_MIN_HEIGHT || area.width < CARDS_MIN_WIDTH)
    draw_list (&draw, request->analysis, forces, &area);
  else
    draw_cards (&draw, request->analysis, forces, &area);
  mz_scene_set_table (frame.scene, make_table (title, forces));
  for (guint f = 0; f < N_FORCES; f++)
    g_ptr_array_unref (forces[f].entries);
  return frame.scene;
}

MzScene *
mz_chart_five_forces (const MzChartRequest *request)
{
  return mz_chart_zoomed (request, draw_picture);
}
