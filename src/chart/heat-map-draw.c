/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The surfaces of the heat map: cells with their values, marks with their numbers, axes and legend. */

#include "config.h"

#include "heat-map-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define CELL_GAP 2.0
#define CELL_RADIUS 3.0
#define DOT_SIZE 5.0
#define COUNT_HEIGHT 16.0
#define TITLES_IN_TOOLTIP 12
#define LEGEND_ROW 18.0

static const MzRisk *
risk_of (const MzHeatMap *self, guint index)
{
  return g_ptr_array_index (self->analysis->risks, index);
}

/* Where a cell stands and the risks in it, by state. */
static char *
cell_tooltip (const MzHeatMap *self, int likelihood, int impact)
{
  const MzScale *scale = self->scale;
  int value = scale->values[likelihood - 1][impact - 1];
  int band = mz_scale_band (scale, value);
  GArray *marks = self->cells[likelihood - 1][impact - 1].marks;
  GString *text = g_string_new (NULL);

  /* Translators: a cell of the heat map: the names of its likelihood and impact. */
  g_string_append_printf (text, _ ("%s × %s"), scale->likelihood_names[likelihood - 1],
                          scale->impact_names[impact - 1]);
  g_string_append_c (text, '\n');
  if (band >= 0 && scale->bands[band].name != NULL)
    /* Translators: a risk value and the band that it falls into. */
    g_string_append_printf (text, _ ("Risk value %d, %s"), value, scale->bands[band].name);
  else
    g_string_append_printf (text, _ ("Risk value %d"), value);
  for (guint i = 0; i < marks->len && i < TITLES_IN_TOOLTIP; i++)
    {
      const MzHeatMark *mark =
          &g_array_index (self->marks, MzHeatMark, g_array_index (marks, guint, i));
      g_autofree char *label = mz_record_label (risk_of (self, mark->risk)->record);

      g_string_append_printf (text, "\n%s %s", mark->state == MZ_STATE_CURRENT ? "●" : "○", label);
    }
  if (marks->len > TITLES_IN_TOOLTIP)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more",
                                           marks->len - TITLES_IN_TOOLTIP),
                              marks->len - TITLES_IN_TOOLTIP);
    }
  return g_string_free (text, FALSE);
}

/* Setting a risk down in a cell rates it as things are. */
static void
add_place (MzHeatMap *self, int likelihood, int impact)
{
  /* Translators: a place on the heat map. */
  g_autofree char *label =
      g_strdup_printf (_ ("likelihood %d, impact %d (risk value %d)"), likelihood, impact,
                       self->scale->values[likelihood - 1][impact - 1]);
  g_autofree char *x = g_strdup_printf ("%d", likelihood);
  g_autofree char *y = g_strdup_printf ("%d", impact);

  mz_scene_add_place (self->frame.scene, "risk", mz_heat_cell_x (self, likelihood),
                      mz_heat_cell_y (self, impact), self->cell_width, self->cell_height, label,
                      (const char *[]){"likelihood", x, "impact", y, NULL});
}

void
mz_heat_draw_cells (MzHeatMap *self)
{
  const MzScale *scale = self->scale;
  double gap = MIN (CELL_GAP, self->cell_width * 0.06);

  for (int impact = scale->n_impact; impact >= 1; impact--)
    for (int likelihood = 1; likelihood <= scale->n_likelihood; likelihood++)
      {
        int value = scale->values[likelihood - 1][impact - 1];
        g_autofree char *tooltip = cell_tooltip (self, likelihood, impact);
        MzShape *cell = mz_scene_add_rectangle (
            self->frame.scene, MZ_ROLE_CELL, mz_heat_cell_x (self, likelihood) + gap / 2,
            mz_heat_cell_y (self, impact) + gap / 2, self->cell_width - gap,
            self->cell_height - gap, MIN (CELL_RADIUS, self->cell_height / 8),
            mz_heat_band_colour (scale, value));

        mz_shape_set_tooltip (cell, tooltip);
        add_place (self, likelihood, impact);
      }
}

/* The value lies above the arrows on a patch of its cell, so that no line runs through it. */
void
mz_heat_draw_values (MzHeatMap *self)
{
  const MzScale *scale = self->scale;

  for (int impact = scale->n_impact; self->with_values && impact >= 1; impact--)
    for (int likelihood = 1; likelihood <= scale->n_likelihood; likelihood++)
      {
        int value = scale->values[likelihood - 1][impact - 1];
        g_autofree char *text = g_strdup_printf ("%d", value);
        double x = mz_heat_cell_x (self, likelihood) + 6;
        double y = mz_heat_cell_y (self, impact) + 2;
        double width = mz_heat_value_width (self, likelihood, impact);

        mz_scene_add_rectangle (self->frame.scene, MZ_ROLE_DECORATION, x - 2, y + 1, width + 3,
                                MZ_SIZE_SMALLEST + 3, 2, mz_heat_band_colour (scale, value));
        mz_frame_line (&self->frame, MZ_ROLE_AXIS, text, x, y, width, MZ_SIZE_SMALLEST,
                       MZ_WEIGHT_REGULAR, MZ_ALIGN_START, mz_heat_ink_colour (scale, value));
      }
}

/* A mark in the colours of its state, around (@x, @y). */
static MzShape *
add_mark (MzHeatMap *self, MzRole role, MzRiskState state, double x, double y, double width,
          double height)
{
  MzScene *scene = self->frame.scene;
  MzColour fill = state == MZ_STATE_CURRENT ? MZ_COLOUR_ACCENT : MZ_COLOUR_PAPER;
  MzShape *shape =
      width > height + 0.5
          ? mz_scene_add_rectangle (scene, role, x - width / 2, y - height / 2, width, height,
                                    height / 2, fill)
          : mz_scene_add_ellipse (scene, role, x - width / 2, y - height / 2, width, height, fill);

  if (state == MZ_STATE_CURRENT)
    mz_shape_set_stroke (shape, MZ_COLOUR_PAPER, height > 10 ? 1.5 : 0.75, MZ_DASH_SOLID);
  else if (state == MZ_STATE_RESIDUAL)
    mz_shape_set_stroke (shape, MZ_COLOUR_ACCENT, height > 10 ? 1.75 : 1, MZ_DASH_SOLID);
  else
    mz_shape_set_stroke (shape, MZ_COLOUR_SECONDARY, 1, MZ_DASH_DASHED);
  return shape;
}

static MzColour
number_colour (MzRiskState state)
{
  return state == MZ_STATE_CURRENT    ? MZ_COLOUR_ON_ACCENT
         : state == MZ_STATE_RESIDUAL ? MZ_COLOUR_ACCENT
                                      : MZ_COLOUR_SECONDARY;
}

static void
draw_mark (MzHeatMap *self, const MzHeatMark *mark)
{
  const MzRisk *risk = risk_of (self, mark->risk);
  const char *id = mz_record_id (risk->record);
  g_autofree char *tooltip = mz_heat_tooltip (self, mark->risk);
  gboolean small = mark->dot || !self->with_numbers;
  /* Only how things are can be told; what follows from it cannot. */
  gboolean fixed = mark->state != MZ_STATE_CURRENT || mz_heat_is_by_sheet (self, mark->risk);
  double width = mark->dot ? DOT_SIZE : self->mark_width;
  double height = mark->dot ? DOT_SIZE : self->mark_height;
  MzShape *shape = add_mark (self, MZ_ROLE_MARK, mark->state, mark->x, mark->y, width, height);

  mz_shape_set_record (shape, id);
  mz_shape_set_tooltip (shape, tooltip);
  shape->fixed = fixed;
  if (small)
    return;
  g_autofree char *number = mz_chart_risk_number (risk, mark->risk);
  shape = mz_frame_line_at (&self->frame, MZ_ROLE_LABEL, number, mark->x - width / 2, mark->y,
                            width, self->number_size, MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE,
                            number_colour (mark->state));
  mz_shape_set_record (shape, id);
  mz_shape_set_tooltip (shape, tooltip);
  shape->fixed = fixed;
}

/* How many marks of @state lie in the cell, and the first of them. */
static guint
count_state (const MzHeatMap *self, const MzHeatCell *cell, MzRiskState state,
             const MzHeatMark **first)
{
  guint n = 0;

  for (guint i = 0; i < cell->marks->len; i++)
    {
      const MzHeatMark *mark =
          &g_array_index (self->marks, MzHeatMark, g_array_index (cell->marks, guint, i));

      if (mark->state != state)
        continue;
      if (n++ == 0)
        *first = mark;
    }
  return n;
}

/* A count must not be taken for the number of a risk. */
static char *
count_text (guint n)
{
  return g_strdup_printf ("×%u", n);
}

static void
draw_count (MzHeatMap *self, int likelihood, int impact, MzRiskState state, double x, double y,
            double width)
{
  const MzHeatCell *cell = &self->cells[likelihood - 1][impact - 1];
  const MzHeatMark *first = NULL;
  guint n = count_state (self, cell, state, &first);
  g_autofree char *text = count_text (n);
  g_autofree char *tooltip = cell_tooltip (self, likelihood, impact);
  MzShape *shape;

  /* Where every risk has a small mark of its own, the count stands for the cell; else for the first of them. */
  shape = add_mark (self, first->dot ? MZ_ROLE_CELL : MZ_ROLE_MARK, state, x + width / 2, y, width,
                    COUNT_HEIGHT);
  mz_shape_set_tooltip (shape, tooltip);
  shape->fixed = TRUE;
  if (!first->dot)
    mz_shape_set_record (shape, mz_record_id (risk_of (self, first->risk)->record));
  mz_frame_line_at (&self->frame, MZ_ROLE_LABEL, text, x, y, width, MZ_SIZE_SMALLEST,
                    MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE, number_colour (state));
}

static double
count_width (const MzHeatMap *self, guint n)
{
  g_autofree char *text = count_text (n);
  double width = mz_frame_text_width (&self->frame, text, MZ_SIZE_SMALLEST, MZ_WEIGHT_BOLD) + 8;

  return n == 0 ? 0 : MAX (COUNT_HEIGHT, width);
}

/* A cell without room for a count: one mark says that there is something, and its tooltip what. */
static void
draw_crowd (MzHeatMap *self, int likelihood, int impact, const MzHeatMark *first)
{
  double size = MIN (self->cell_width, self->cell_height) * 0.6;
  g_autofree char *tooltip = cell_tooltip (self, likelihood, impact);
  MzShape *shape =
      add_mark (self, MZ_ROLE_MARK, first->state, mz_mapping_place (&self->columns, likelihood),
                mz_mapping_place (&self->rows, impact), size, size);

  mz_shape_set_record (shape, mz_record_id (risk_of (self, first->risk)->record));
  mz_shape_set_tooltip (shape, tooltip);
  shape->fixed = TRUE;
}

/* The counts of a crowded cell, now and afterwards side by side in the upper right, in the middle where there are no small
 * marks below. In a very small cell the count of now must do. */
static void
draw_counts (MzHeatMap *self, int likelihood, int impact)
{
  const MzHeatCell *cell = &self->cells[likelihood - 1][impact - 1];
  const MzHeatMark *first = NULL;
  double after = count_width (self, count_state (self, cell, MZ_STATE_RESIDUAL, &first));
  double now = count_width (self, count_state (self, cell, MZ_STATE_CURRENT, &first));
  double left = mz_heat_cell_x (self, likelihood), right = left + self->cell_width - 4;
  double y = mz_heat_cell_y (self, impact) + self->cell_height / 2;
  double gap = now > 0 && after > 0 ? 3 : 0;

  if (first == NULL)
    return;
  if (self->cell_height < COUNT_HEIGHT + 3 || self->cell_width < MAX (now, after) + 5)
    {
      draw_crowd (self, likelihood, impact, first);
      return;
    }
  if (first->dot)
    y = mz_heat_cell_y (self, impact) + 4 + COUNT_HEIGHT / 2;
  if (self->with_values)
    {
      double beside = left + mz_heat_value_width (self, likelihood, impact) + 8;

      /* Beside the value, or below it where there is no room beside. */
      if (first->dot || right - beside >= now + gap + after)
        left = beside;
      else
        y = mz_heat_cell_y (self, impact) + self->cell_height - COUNT_HEIGHT / 2 - 2;
    }
  if (now > 0 && right - left < now + gap + after)
    after = gap = 0;
  if (now > 0)
    draw_count (self, likelihood, impact, MZ_STATE_CURRENT, right - after - gap - now, y, now);
  if (after > 0)
    draw_count (self, likelihood, impact, MZ_STATE_RESIDUAL, right - after, y, after);
}

void
mz_heat_draw_marks (MzHeatMap *self)
{
  for (int impact = self->scale->n_impact; impact >= 1; impact--)
    for (int likelihood = 1; likelihood <= self->scale->n_likelihood; likelihood++)
      if (self->cells[likelihood - 1][impact - 1].counted)
        draw_counts (self, likelihood, impact);
  /* The current state last: it lies above the others. */
  for (guint i = self->marks->len; i > 0; i--)
    {
      const MzHeatMark *mark = &g_array_index (self->marks, MzHeatMark, i - 1);

      if (mark->shown || mark->dot)
        draw_mark (self, mark);
    }
}

/* "● now  ○ after A", above the grid at its right. */
static void
draw_key (MzHeatMap *self, double y, double left)
{
  g_autofree char *after =
      self->scenario != NULL ? g_strdup_printf (_ ("after %s"), self->scenario->short_name) : NULL;
  const char *texts[] = {_ ("as things are"), after,
                         self->frame.request->inherent ? _ ("without measures") : NULL};
  double x = self->right;

  for (guint i = G_N_ELEMENTS (texts); i > 0; i--)
    {
      double width;

      if (texts[i - 1] == NULL)
        continue;
      width =
          MIN (mz_frame_text_width (&self->frame, texts[i - 1], MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR),
               (self->right - left) * 0.4);
      if (x - width - 16 < left)
        return;
      mz_frame_line_at (&self->frame, MZ_ROLE_AXIS, texts[i - 1], x - width, y, width,
                        MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
      add_mark (self, MZ_ROLE_DECORATION,
                i == 1   ? MZ_STATE_CURRENT
                : i == 2 ? MZ_STATE_RESIDUAL
                         : MZ_STATE_INHERENT,
                x - width - 9, y, 11, 11);
      x -= width + 30;
    }
}

static void
draw_names (MzHeatMap *self, double size)
{
  const MzScale *scale = self->scale;
  double line = mz_frame_line_height (&self->frame, size);

  for (int i = 1; i <= scale->n_impact; i++)
    {
      const char *name = scale->impact_names[i - 1];
      guint lines = (guint)CLAMP (floor ((self->cell_height - 2) / line), 1, 2);
      double width = self->names_width - 8;
      double height = mz_text_height (self->frame.request->measurer, name, width, lines, size,
                                      MZ_WEIGHT_REGULAR);

      if (self->cell_height >= line)
        mz_scene_add_text (self->frame.scene, self->frame.request->measurer, MZ_ROLE_AXIS, name,
                           self->left - self->names_width,
                           mz_mapping_place (&self->rows, i) - height / 2, width, lines, size,
                           MZ_WEIGHT_REGULAR, MZ_ALIGN_END, MZ_COLOUR_SECONDARY);
    }
  for (int i = 1; i <= scale->n_likelihood; i++)
    mz_scene_add_text (self->frame.scene, self->frame.request->measurer, MZ_ROLE_AXIS,
                       scale->likelihood_names[i - 1], mz_heat_cell_x (self, i) + 2,
                       self->bottom + 4, self->cell_width - 4, 2, size, MZ_WEIGHT_REGULAR,
                       MZ_ALIGN_MIDDLE, MZ_COLOUR_SECONDARY);
}

void
mz_heat_draw_axes (MzHeatMap *self)
{
  MzFrame *frame = &self->frame;
  double size = self->full ? MZ_SIZE_CAPTION : MZ_SIZE_SMALLEST;
  double line = mz_frame_line_height (frame, size), bottom = self->foot;
  MzShape *title;

  if (self->names_width <= 0)
    return;
  draw_names (self, size);
  if (!self->full)
    return;
  title =
      mz_frame_line (frame, MZ_ROLE_AXIS, mz_heat_impact_title (self->scale),
                     self->left - self->names_width, self->top - 23, (self->right - self->left) / 2,
                     size, MZ_WEIGHT_BOLD, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
  draw_key (self, self->top - 23 + line / 2, title->x + title->width + 16);
  if (self->n_unrated > 0)
    {
      g_autofree char *note = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u risk is not rated yet and stands only in the table.",
                       "%u risks are not rated yet and stand only in the table.", self->n_unrated),
          self->n_unrated);

      bottom -= line + 2;
      mz_frame_line (frame, MZ_ROLE_AXIS, note, self->left, bottom + 2, self->right - self->left,
                     size, MZ_WEIGHT_REGULAR, MZ_ALIGN_MIDDLE, MZ_COLOUR_SECONDARY);
    }
  mz_frame_line (frame, MZ_ROLE_AXIS, _ ("Likelihood"), self->left, bottom - line,
                 self->right - self->left, size, MZ_WEIGHT_BOLD, MZ_ALIGN_MIDDLE,
                 MZ_COLOUR_SECONDARY);
}

void
mz_heat_draw_legend (MzHeatMap *self, double x, double y, double width, double height)
{
  MzFrame *frame = &self->frame;
  guint n = self->analysis->risks->len;
  guint rows = (guint)MAX (1, floor (height / LEGEND_ROW));
  guint columns = (guint)MAX (1, floor ((width + 16) / 220));
  double column = (width + 16) / columns;
  guint places = rows * columns;

  for (guint i = 0; i < MIN (n, places); i++)
    {
      const MzRisk *risk = risk_of (self, i);
      g_autofree char *number = mz_chart_risk_number (risk, i);
      g_autofree char *title = mz_record_title (risk->record);
      double left = x + (i / rows) * column, top = y + (i % rows) * LEGEND_ROW;
      MzShape *shape;

      /* The last place counts those that found none. */
      if (i + 1 == places && n > places)
        {
          g_autofree char *rest = g_strdup_printf (
              g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - i), n - i);

          mz_frame_line (frame, MZ_ROLE_LABEL, rest, left + 28, top, column - 44, MZ_SIZE_CAPTION,
                         MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_SECONDARY);
          return;
        }
      mz_frame_line (frame, MZ_ROLE_LABEL, number, left, top, 22, MZ_SIZE_CAPTION, MZ_WEIGHT_BOLD,
                     MZ_ALIGN_END, MZ_COLOUR_ACCENT);
      shape = mz_frame_line (frame, MZ_ROLE_LABEL, title, left + 28, top, column - 44,
                             MZ_SIZE_CAPTION, MZ_WEIGHT_REGULAR, MZ_ALIGN_START, MZ_COLOUR_INK);
      if (shape != NULL)
        mz_shape_set_record (shape, mz_record_id (risk->record));
    }
}
