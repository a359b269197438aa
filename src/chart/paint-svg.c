/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The SVG painter (Scalable Vector Graphics 1.1). cairo's own would write letters as outlines; this one writes text as text
 * and tooltips as titles. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "font-private.h"
#include "paint-private.h"

static void
append_number (GString *svg, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", isfinite (number) ? number : 0);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    buffer[--length] = '\0';
  if (buffer[length - 1] == '.')
    buffer[--length] = '\0';
  g_string_append (svg, g_str_equal (buffer, "-0") ? "0" : buffer);
}

static void
append_attribute (GString *svg, const char *name, double number)
{
  g_string_append_printf (svg, " %s=\"", name);
  append_number (svg, number);
  g_string_append_c (svg, '"');
}

/* Text as it may stand in an element: no control characters, which XML 1.0 has no way to write. */
static void
append_text (GString *svg, const char *text)
{
  g_autofree char *clean = mz_font_clean_text (text, G_MAXSIZE, NULL);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);

  g_string_append (svg, escaped);
}

static void
append_colour (GString *svg, const char *name, MzTheme theme, MzColour colour)
{
  MzRgba rgba = mz_palette_colour (theme, colour);

  if (rgba.alpha == 0)
    g_string_append_printf (svg, " %s=\"none\"", name);
  else
    g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name, (guint)lround (rgba.red * 255),
                            (guint)lround (rgba.green * 255), (guint)lround (rgba.blue * 255));
}

static void
append_dash (GString *svg, const MzShape *shape)
{
  double w = MAX (shape->line_width, 0.5);
  const double patterns[][4] = {
      [MZ_DASH_DASHED] = {4 * w, 3 * w, 4 * w, 3 * w},
      [MZ_DASH_DOTTED] = {0.1, 2.2 * w, 0.1, 2.2 * w},
      [MZ_DASH_DASH_DOT] = {5 * w, 2.5 * w, w, 2.5 * w},
  };

  if (shape->dash == MZ_DASH_SOLID)
    return;
  if (shape->dash == MZ_DASH_DOTTED)
    g_string_append (svg, " stroke-linecap=\"round\"");
  g_string_append (svg, " stroke-dasharray=\"");
  for (guint i = 0; i < 4; i++)
    {
      append_number (svg, patterns[shape->dash][i]);
      g_string_append (svg, i < 3 ? " " : "\"");
    }
}

static void
append_look (GString *svg, const MzShape *shape, MzTheme theme)
{
  append_colour (svg, "fill", theme, shape->fill);
  if (shape->line_width <= 0 || shape->stroke == MZ_COLOUR_NONE)
    return;
  append_colour (svg, "stroke", theme, shape->stroke);
  append_attribute (svg, "stroke-width", shape->line_width);
  append_dash (svg, shape);
}

static void
append_path (GString *svg, const MzShape *shape)
{
  g_string_append (svg, "<path d=\"");
  for (guint i = 0; i < shape->steps->len; i++)
    {
      const MzPathStep *step = &g_array_index (shape->steps, MzPathStep, i);
      const double points[] = {step->x1, step->y1, step->x2, step->y2, step->x, step->y};

      g_string_append_c (svg, "MLCZ"[step->op]);
      for (guint j = step->op == MZ_PATH_CURVE ? 0 : 4; step->op != MZ_PATH_CLOSE && j < 6; j++)
        {
          append_number (svg, points[j]);
          g_string_append_c (svg, j < 5 ? ' ' : '\n');
        }
    }
  g_string_append_c (svg, '"');
}

static void
append_form (GString *svg, const MzShape *shape)
{
  switch (shape->type)
    {
    case MZ_SHAPE_ELLIPSE:
      g_string_append (svg, "<ellipse");
      append_attribute (svg, "cx", shape->x + shape->width / 2);
      append_attribute (svg, "cy", shape->y + shape->height / 2);
      append_attribute (svg, "rx", MAX (shape->width / 2, 0));
      append_attribute (svg, "ry", MAX (shape->height / 2, 0));
      break;
    case MZ_SHAPE_PATH:
      append_path (svg, shape);
      break;
    default:
      g_string_append (svg, "<rect");
      append_attribute (svg, "x", shape->x);
      append_attribute (svg, "y", shape->y);
      append_attribute (svg, "width", MAX (shape->width, 0));
      append_attribute (svg, "height", MAX (shape->height, 0));
      if (shape->radius > 0)
        append_attribute (svg, "rx", MIN (shape->radius, MIN (shape->width, shape->height) / 2));
      break;
    }
}

static void
append_lines (GString *svg, const MzShape *shape, MzTheme theme)
{
  static const char *const anchors[] = {"start", "middle", "end"};

  for (guint i = 0; shape->lines != NULL && shape->lines[i] != NULL; i++)
    {
      if (*shape->lines[i] == '\0')
        continue;
      g_string_append (svg, "<text");
      append_attribute (svg, "x", shape->x + shape->width * shape->align / 2);
      append_attribute (svg, "y", shape->y + shape->ascent + i * shape->line_height);
      append_attribute (svg, "font-size", shape->size);
      if (shape->weight == MZ_WEIGHT_BOLD)
        g_string_append (svg, " font-weight=\"bold\"");
      if (shape->align != MZ_ALIGN_START)
        g_string_append_printf (svg, " text-anchor=\"%s\"", anchors[shape->align]);
      append_colour (svg, "fill", theme, shape->fill);
      g_string_append_c (svg, '>');
      append_text (svg, shape->lines[i]);
      g_string_append (svg, "</text>\n");
    }
}

static void
append_shape (GString *svg, const MzShape *shape, MzTheme theme)
{
  if (shape->type == MZ_SHAPE_TEXT)
    {
      append_lines (svg, shape, theme);
      return;
    }
  append_form (svg, shape);
  append_look (svg, shape, theme);
  if (shape->tooltip == NULL)
    {
      g_string_append (svg, "/>\n");
      return;
    }
  g_string_append (svg, "><title>");
  append_text (svg, shape->tooltip);
  g_string_append (svg, "</title>");
  g_string_append (svg, shape->type == MZ_SHAPE_ELLIPSE ? "</ellipse>\n"
                        : shape->type == MZ_SHAPE_PATH  ? "</path>\n"
                                                        : "</rect>\n");
}

GString *
mz_scene_to_svg (const MzScene *self, MzTheme theme)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");

  append_attribute (svg, "width", mz_scene_width (self));
  append_attribute (svg, "height", mz_scene_height (self));
  g_string_append (svg, " viewBox=\"0 0 ");
  append_number (svg, mz_scene_width (self));
  g_string_append_c (svg, ' ');
  append_number (svg, mz_scene_height (self));
  g_string_append (svg, "\" role=\"img\" font-family=\"" MZ_FONT_FAMILIES ",sans-serif\""
                        " stroke-linejoin=\"round\" xml:space=\"preserve\">\n<title>");
  append_text (svg, mz_scene_title (self));
  g_string_append (svg, "</title>\n<desc>");
  append_text (svg, mz_scene_description (self));
  g_string_append (svg, "</desc>\n<rect width=\"100%\" height=\"100%\"");
  append_colour (svg, "fill", theme, MZ_COLOUR_PAPER);
  g_string_append (svg, "/>\n");
  for (guint i = 0; i < mz_scene_n_shapes (self); i++)
    append_shape (svg, mz_scene_shape (self, i), theme);
  g_string_append (svg, "</svg>\n");
  return svg;
}
