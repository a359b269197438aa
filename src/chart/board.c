/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A board: columns of cards. The richest manner of card for which every column has room serves the whole board, and a column
 * with room to spare says more on its cards; when even bare titles are too many, a column ends in a count of the rest. */

#include "config.h"

#include "cards-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define GAP 8.0
#define PAD 7.0
#define INSET 8.0
#define COLUMN_MIN 108.0
#define HEAD 34.0
#define HEAD_LOW 22.0
/* The head of a column and one card, or one count. */
#define CELL_MIN 52.0
/* Lower places are hard to aim at. */
#define PLACE_MIN 14.0

/* MzCardManner: how much a card says. */
typedef struct
{
  guint title_lines;
  guint text_lines;
  enum
  {
    FOOT_NONE,
    FOOT_LOW,  /* chips and strength on one row */
    FOOT_HIGH, /* on two rows where the column is narrow */
  } foot;
  double pad;
} MzCardManner;

static const MzCardManner manners[] = {
    {3, 9, FOOT_HIGH, 9}, {2, 6, FOOT_HIGH, 9}, {2, 5, FOOT_HIGH, 8}, {2, 4, FOOT_HIGH, 9},
    {2, 4, FOOT_HIGH, 7}, {2, 3, FOOT_HIGH, 8}, {2, 2, FOOT_HIGH, 8}, {2, 1, FOOT_HIGH, 8},
    {2, 1, FOOT_LOW, 8},  {2, 0, FOOT_HIGH, 8}, {2, 0, FOOT_LOW, 8},  {1, 0, FOOT_LOW, 6},
    {2, 0, FOOT_NONE, 5}, {1, 0, FOOT_NONE, 3},
};

typedef struct
{
  const MzDraw *draw;
  const MzAnalysis *analysis;
  const MzBoardGroup *groups;
  guint n_groups;
  guint per_row;
  guint n_rows;
  double column_width;
  double height;
  double head;
} MzBoard;

static double
inner_width (const MzBoard *self)
{
  return self->column_width - 2 * PAD - 2 * INSET;
}

/* Where chips and strength do not fit beside each other, the strength goes below. */
static gboolean
is_stacked (const MzBoard *self, const MzCardManner *manner)
{
  return manner->foot == FOOT_HIGH && inner_width (self) < 150;
}

static double
foot_height (const MzBoard *self, const MzCardManner *manner)
{
  return MZ_CHIP_HEIGHT + (is_stacked (self, manner) ? MZ_STRENGTH_HEIGHT + 5 : 0);
}

static double
card_height (const MzBoard *self, const MzCardManner *manner, MzRecord *entry)
{
  g_autofree char *title = mz_record_title (entry);
  const char *text = mz_record_text (entry, "text");
  double width = inner_width (self);
  double height = 2 * manner->pad;

  height += mz_text_height (self->draw->measurer, title, width, manner->title_lines, MZ_CARD_TITLE,
                            MZ_WEIGHT_BOLD);
  if (manner->text_lines > 0 && text != NULL && *text != '\0')
    height += 3 + mz_text_height (self->draw->measurer, text, width, manner->text_lines,
                                  MZ_CARD_TEXT, MZ_WEIGHT_REGULAR);
  if (manner->foot)
    height += 6 + foot_height (self, manner);
  return ceil (height);
}

static double
card_gap (const MzCardManner *manner)
{
  return manner->foot ? GAP : 3;
}

/* Measuring stops where the column is too high for the board anyway. */
static double
column_height (const MzBoard *self, const MzCardManner *manner, const MzBoardGroup *group)
{
  double height = self->head + PAD;

  for (guint i = 0; i < group->entries->len && height <= self->height; i++)
    height += card_height (self, manner, g_ptr_array_index (group->entries, i)) + card_gap (manner);
  return height;
}

static double
row_height (const MzBoard *self, const MzCardManner *manner, guint row)
{
  double height = self->head + 40;

  for (guint i = row * self->per_row; i < MIN ((row + 1) * self->per_row, self->n_groups); i++)
    height = MAX (height, column_height (self, manner, &self->groups[i]));
  return height;
}

/* Chips of what the entry bears on; an entry that leads nowhere says so instead. */
static void
draw_foot (const MzBoard *self, const MzCardManner *manner, MzRecord *entry, double x, double y,
           double width)
{
  const char *record = mz_record_id (entry);
  int strength = (int)mz_record_integer (entry, "strength", 0);
  double for_chips = width;
  g_autoptr (GPtrArray) texts = mz_entry_targets (entry);

  if (strength > 0 && is_stacked (self, manner))
    mz_draw_strength (self->draw, strength, x, y + MZ_CHIP_HEIGHT + 5, record);
  else if (strength > 0)
    {
      for_chips -= MZ_STRENGTH_WIDTH + 6;
      mz_draw_strength (self->draw, strength, x + width - MZ_STRENGTH_WIDTH,
                        y + (MZ_CHIP_HEIGHT - MZ_STRENGTH_HEIGHT) / 2, record);
    }
  if (texts->len > 0)
    mz_draw_chips (self->draw, texts, x, y, for_chips, record);
  else if (mz_record_flag (entry, "no_effect"))
    {
      if (mz_chip_width (self->draw, _ ("No effect")) <= for_chips)
        mz_draw_chip (self->draw, _ ("No effect"), x, y, MZ_COLOUR_WASH, MZ_COLOUR_HAIRLINE,
                      MZ_COLOUR_SECONDARY, record);
    }
  else
    {
      const char *word = C_ ("chip", "Leads nowhere");

      /* The frame is dashed as well, so a question mark suffices where the words have no room. */
      mz_draw_chip (self->draw, mz_chip_width (self->draw, word) <= for_chips ? word : "?", x, y,
                    MZ_COLOUR_PAPER, MZ_COLOUR_BAD, MZ_COLOUR_BAD, record);
    }
}

static void
draw_entry (const MzBoard *self, const MzCardManner *manner, MzRecord *entry, const MzBox *box)
{
  g_autofree char *title = mz_record_title (entry);
  g_autofree char *tooltip = mz_entry_tooltip (self->analysis, entry);
  const char *record = mz_record_id (entry);
  const char *text = mz_record_text (entry, "text");
  int strength = (int)mz_record_integer (entry, "strength", 0);
  double width = inner_width (self);
  double y = box->y + manner->pad;
  MzShape *card = mz_draw_card (self->draw, box, record, tooltip);
  MzShape *shape;

  if (mz_entry_is_open (self->analysis, entry))
    mz_shape_set_stroke (card, MZ_COLOUR_BAD, 1, MZ_DASH_DASHED);
  /* A bare card shows its strength where the title leaves room. */
  if (!manner->foot && strength > 0 &&
      mz_text_width (self->draw->measurer, title, MZ_CARD_TITLE, MZ_WEIGHT_BOLD) <
          width - MZ_STRENGTH_WIDTH - 6)
    mz_draw_strength (self->draw, strength, box->x + INSET + width - MZ_STRENGTH_WIDTH,
                      box->y + (box->height - MZ_STRENGTH_HEIGHT) / 2, record);
  shape = mz_scene_add_text (self->draw->scene, self->draw->measurer, MZ_ROLE_LABEL, title,
                             box->x + INSET, y, width, manner->title_lines, MZ_CARD_TITLE,
                             MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_INK);
  mz_shape_set_record (shape, record);
  y += shape->height;
  if (manner->text_lines > 0 && text != NULL && *text != '\0')
    {
      shape = mz_scene_add_text (self->draw->scene, self->draw->measurer, MZ_ROLE_LABEL, text,
                                 box->x + INSET, y + 3, width, manner->text_lines, MZ_CARD_TEXT,
                                 MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
      mz_shape_set_record (shape, record);
    }
  if (manner->foot)
    draw_foot (self, manner, entry, box->x + INSET,
               box->y + box->height - manner->pad - foot_height (self, manner), width);
}

static void
draw_head (const MzBoard *self, const MzBoardGroup *group, const MzBox *box)
{
  double badge = self->head > HEAD_LOW ? 22 : 18;
  double x = box->x + PAD;
  double width;

  if (group->badge != NULL)
    {
      mz_draw_badge (self->draw, group->badge, x, box->y + (self->head - badge) / 2 + 1, badge,
                     group->strong);
      x += badge + 6;
    }
  width = box->x + box->width - PAD - x;
  /* A long heading takes two smaller lines where the head is high enough for them. */
  gboolean fits =
      mz_text_width (self->draw->measurer, group->label, MZ_CARD_HEAD, MZ_WEIGHT_BOLD) <= width;
  double size = fits ? MZ_CARD_HEAD : MZ_CARD_TEXT;
  guint lines = !fits && self->head > HEAD_LOW ? 2 : 1;
  double height =
      mz_text_height (self->draw->measurer, group->label, width, lines, size, MZ_WEIGHT_BOLD);
  mz_scene_add_text (self->draw->scene, self->draw->measurer, MZ_ROLE_TITLE, group->label, x,
                     box->y + (self->head - height) / 2 + 1, width, lines, size, MZ_WEIGHT_BOLD,
                     MZ_ALIGN_START, MZ_COLOUR_INK);
}

/* The last card of a column that has more entries than room. */
static void
draw_count (const MzBoard *self, const MzBoardGroup *group, guint from, double x, double y,
            double height)
{
  MzBox box = {x, y, self->column_width - 2 * PAD, height};
  g_autofree char *count = g_strdup_printf ("+%u", group->entries->len - from);
  g_autoptr (GString) names = g_string_new (NULL);
  double line = mz_text_line_height (self->draw->measurer, MZ_CARD_TITLE);

  for (guint i = from; i < group->entries->len && i < from + 20; i++)
    {
      g_autofree char *title = mz_record_title (g_ptr_array_index (group->entries, i));

      g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", title);
    }
  if (from + 20 < group->entries->len)
    g_string_append (names, "\n…");
  MzShape *card = mz_scene_add_rectangle (self->draw->scene, MZ_ROLE_CELL, box.x, box.y, box.width,
                                          box.height, 8, MZ_COLOUR_ACCENT_SOFT);
  mz_shape_set_tooltip (card, names->str);
  mz_draw_line (self->draw, MZ_ROLE_LABEL, count, box.x, box.y + (box.height - line) / 2, box.width,
                MZ_CARD_TITLE, MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, MZ_COLOUR_ACCENT, NULL);
}

static void
draw_column (const MzBoard *self, const MzCardManner *manner, const MzBoardGroup *group,
             const MzBox *box)
{
  double count_height = mz_text_line_height (self->draw->measurer, MZ_CARD_TITLE) + 2;
  double y = box->y + self->head;
  double bottom = box->y + box->height - (self->head > HEAD_LOW ? PAD : 4);

  mz_scene_add_rectangle (self->draw->scene, MZ_ROLE_DECORATION, box->x, box->y, box->width,
                          box->height, 10, MZ_COLOUR_WASH);
  draw_head (self, group, box);
  if (group->entries->len == 0)
    {
      double line = mz_text_line_height (self->draw->measurer, MZ_CARD_TEXT);
      int lines = (int)((bottom - y) / line);

      if (lines > 0 && group->hint != NULL)
        mz_scene_add_text (self->draw->scene, self->draw->measurer, MZ_ROLE_LABEL, group->hint,
                           box->x + PAD + 2, y + 2, box->width - 2 * PAD - 4, MIN (lines, 8),
                           MZ_CARD_TEXT, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
      return;
    }
  for (guint i = 0; i < group->entries->len; i++)
    {
      MzRecord *entry = g_ptr_array_index (group->entries, i);
      double height = card_height (self, manner, entry);
      gboolean last = i + 1 == group->entries->len;
      double reserve = last ? 0 : card_gap (manner) + count_height;
      MzBox card = {box->x + PAD, y, box->width - 2 * PAD, height};

      if (y + height + reserve > bottom + 0.01)
        {
          draw_count (self, group, i, box->x + PAD, y, MIN (count_height, bottom - y));
          return;
        }
      draw_entry (self, manner, entry, &card);
      y += height + card_gap (manner);
    }
}

const char *
mz_category_label (const MzAnalysis *analysis, const char *code)
{
  const MzKind *kind = mz_schema_kind (mz_model_schema (analysis->model), "context");
  const MzField *field = mz_kind_field (kind, mz_kind_find (kind, "category"));
  int place = mz_field_choice (field, code);

  return place >= 0 ? mz_translate (field->choices[place].label) : "";
}

/* A place for each sub-item of the column, one below the other; the first alone where they would become too low to aim
 * at. */
static void
add_places (const MzBoard *self, const MzBoardGroup *group, const MzBox *box)
{
  g_autoptr (GPtrArray) categories = g_ptr_array_new ();
  const MzCategory *category;

  for (guint i = 0; (category = mz_category_nth (i)) != NULL; i++)
    if (category->column == group->column)
      g_ptr_array_add (categories, (gpointer)category);
  if (categories->len == 0)
    return;
  if (box->height / categories->len < PLACE_MIN)
    g_ptr_array_set_size (categories, 1);
  double height = box->height / categories->len;
  for (guint i = 0; i < categories->len; i++)
    {
      category = g_ptr_array_index (categories, i);
      /* The gaps between columns belong to them, so that nothing is let go into nowhere. */
      mz_scene_add_place (self->draw->scene, "context", box->x - GAP / 2, box->y + i * height,
                          box->width + GAP, height,
                          mz_category_label (self->analysis, category->code),
                          (const char *[]){"category", category->code, NULL});
    }
}

/* The richest manner in which every row of columns has room; the barest when none has. */
static const MzCardManner *
choose_manner (const MzBoard *self, double height)
{
  double room = height - (self->n_rows - 1) * GAP;

  for (guint m = 0; m < G_N_ELEMENTS (manners); m++)
    {
      double needed = 0;

      for (guint row = 0; row < self->n_rows; row++)
        needed += row_height (self, &manners[m], row);
      if (needed <= room)
        return &manners[m];
    }
  return &manners[G_N_ELEMENTS (manners) - 1];
}

/* A column with few entries says more on each card than the fullest column has room for. */
static const MzCardManner *
richest_manner (const MzBoard *self, const MzCardManner *common, const MzBoardGroup *group,
                double height)
{
  const MzCardManner *manner = manners;

  while (manner < common && column_height (self, manner, group) > height)
    manner++;
  return manner;
}

/* Rows get what they need; room that is left is shared evenly, room that lacks is taken in proportion. */
static double
share_row (const MzBoard *self, const MzCardManner *manner, guint row, double height)
{
  double room = height - (self->n_rows - 1) * GAP;
  double total = 0;

  for (guint i = 0; i < self->n_rows; i++)
    total += row_height (self, manner, i);
  double needed = row_height (self, manner, row);
  if (total <= room)
    return needed + (room - total) / self->n_rows;
  /* Each row keeps at least its head and a card. */
  double least = MIN (room / self->n_rows, self->head + 30);
  double spare = room - least * self->n_rows;
  return least + spare * needed / total;
}

/* A picture too small for cards tells how many there are of each. */
static void
draw_counts (const MzBoard *self, const MzBox *box)
{
  double line = mz_text_line_height (self->draw->measurer, MZ_CARD_SMALL);
  guint rows = (guint)CLAMP (floor (box->height / (line + 2)), 1, self->n_groups);
  guint columns = (self->n_groups + rows - 1) / rows;
  double width = (box->width - (columns - 1) * GAP) / columns;

  rows = (self->n_groups + columns - 1) / columns;
  for (guint i = 0; i < self->n_groups; i++)
    {
      const MzBoardGroup *group = &self->groups[i];
      g_autofree char *count = g_strdup_printf ("%u", group->entries->len);
      double x = box->x + (i / rows) * (width + GAP);
      double y = box->y + (i % rows) * (box->height / rows);
      double taken = mz_draw_line (self->draw, MZ_ROLE_LABEL, count, x, y, width, MZ_CARD_SMALL,
                                   MZ_WEIGHT_BOLD, MZ_ALIGN_END, MZ_COLOUR_ACCENT, NULL);

      mz_draw_line (self->draw, MZ_ROLE_TITLE, group->label, x, y, width - taken - 4, MZ_CARD_SMALL,
                    MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK, NULL);
    }
}

void
mz_board_draw (const MzDraw *draw, const MzAnalysis *analysis, const MzBoardGroup *groups,
               guint n_groups, const MzBox *box)
{
  MzBoard self = {draw, analysis, groups, n_groups};
  guint most = MAX (1, (guint)((box->width + GAP) / (COLUMN_MIN + GAP)));
  double y = box->y;

  mz_scene_set_linking (draw->scene, "context", "context", "link", "cause", "result");
  self.n_rows = (n_groups + most - 1) / most;
  self.per_row = (n_groups + self.n_rows - 1) / self.n_rows;
  self.column_width = (box->width - (self.per_row - 1) * GAP) / self.per_row;
  self.height = box->height;
  self.head = box->height / self.n_rows < 130 ? HEAD_LOW : HEAD;
  if (box->height / self.n_rows < CELL_MIN)
    {
      draw_counts (&self, box);
      return;
    }
  const MzCardManner *manner = choose_manner (&self, box->height);
  for (guint row = 0; row < self.n_rows; row++)
    {
      double height = share_row (&self, manner, row, box->height);

      for (guint i = 0; i < self.per_row && row * self.per_row + i < n_groups; i++)
        {
          MzBox column = {box->x + i * (self.column_width + GAP), y, self.column_width, height};

          const MzBoardGroup *group = &groups[row * self.per_row + i];

          draw_column (&self, richest_manner (&self, manner, group, height), group, &column);
          add_places (&self, group, &column);
        }
      y += height + GAP;
    }
}

MzTable *
mz_board_table (const char *title, const MzAnalysis *analysis, const MzBoardGroup *groups,
                guint n_groups)
{
  const char *headers[] = {
      _ ("Group"), _ ("Sub-item"), _ ("Entry"), _ ("Situation"), _ ("Bears on"), NULL, NULL,
  };
  g_autofree char *strength = g_strdup_printf ("#%s", _ ("Strength"));
  MzTable *table;

  headers[5] = strength;
  table = mz_table_new (title, headers);
  for (guint g = 0; g < n_groups; g++)
    for (guint i = 0; i < groups[g].entries->len; i++)
      {
        MzRecord *entry = g_ptr_array_index (groups[g].entries, i);
        g_autofree char *name = mz_record_title (entry);
        g_autofree char *level = mz_entry_level (entry, "strength");
        g_autofree char *targets = mz_entry_is_open (analysis, entry)
                                       ? g_strdup (_ ("leads nowhere yet"))
                                       : mz_entry_targets_text (entry);

        mz_table_add_row (table, mz_record_id (entry), groups[g].label,
                          mz_entry_choice (entry, "category"), name, mz_record_text (entry, "text"),
                          targets, level);
      }
  return table;
}

GPtrArray *
mz_board_entries (const MzAnalysis *analysis, MzBoardColumn column)
{
  GPtrArray *entries = g_ptr_array_new ();
  guint n = mz_model_count (analysis->model, "context");

  for (guint i = 0; i < n; i++)
    {
      MzRecord *entry = mz_model_nth (analysis->model, "context", i);
      const MzCategory *category = mz_category_find (mz_record_text (entry, "category"));

      if (category != NULL && category->column == column)
        g_ptr_array_add (entries, entry);
    }
  return entries;
}
