/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Breaking text into lines. Where a line may break is told by Pango's implementation of UAX #14, which knows the Japanese
 * rules for small kana and punctuation; how wide it is, by the measurer. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "font-private.h"
#include "text-measure-private.h"

#define ELLIPSIS "…"

typedef struct
{
  MzTextMeasurer *measurer;
  double size;
  MzWeight weight;
  double width;
  guint max_lines;
  GPtrArray *lines;
  gboolean shortened;
} Breaker;

static double
width_of (Breaker *self, const char *text)
{
  return mz_text_width (self->measurer, text, self->size, self->weight);
}

static double
width_of_run (Breaker *self, const char *start, const char *end)
{
  g_autofree char *run = g_strndup (start, (gsize)(end - start));
  g_strchomp (run);
  return width_of (self, run);
}

/* The longest start of @line that leaves room for the ellipsis. */
static char *
shorten (Breaker *self, const char *line)
{
  glong low = 0, high = g_utf8_strlen (line, -1);
  while (low < high)
    {
      glong middle = (low + high + 1) / 2;
      g_autofree char *start = g_utf8_substring (line, 0, middle);
      g_autofree char *text = g_strconcat (g_strchomp (start), ELLIPSIS, NULL);
      if (width_of (self, text) <= self->width)
        low = middle;
      else
        high = middle - 1;
    }
  {
    g_autofree char *start = g_utf8_substring (line, 0, low);
    return g_strconcat (g_strchomp (start), ELLIPSIS, NULL);
  }
}

/* Takes the line @start … @end; FALSE when the block is full. @more: whether text follows. */
static gboolean
take_line (Breaker *self, const char *start, const char *end, gboolean more)
{
  g_autofree char *line = g_strchomp (g_strndup (start, (gsize)(end - start)));
  gboolean last = self->lines->len + 1 >= self->max_lines;

  if ((last && more) || width_of (self, line) > self->width + 0.01)
    {
      self->shortened = TRUE;
      g_ptr_array_add (self->lines, shorten (self, line));
    }
  else
    g_ptr_array_add (self->lines, g_steal_pointer (&line));
  return !last;
}

/* The end of the longest start of @start … @end that fits, broken between characters; at least one character. */
static const char *
force_break (Breaker *self, const char *start, const char *end)
{
  const char *fits = g_utf8_next_char (start);
  for (const char *p = fits; p < end; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);
      if (width_of_run (self, start, next) > self->width)
        break;
      fits = next;
    }
  return fits;
}

/* Breaks one paragraph; FALSE when the block is full. */
static gboolean
break_paragraph (Breaker *self, const char *text, gboolean more_paragraphs)
{
  glong n = g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n + 1);
  const char *start = text, *fits = NULL, *p = text;
  const char *end = text + strlen (text);

  if (width_of_run (self, text, end) <= self->width)
    return take_line (self, text, end, more_paragraphs);
  pango_get_log_attrs (text, (int)strlen (text), -1, pango_language_from_string ("ja"), attributes,
                       (int)n + 1);
  for (glong i = 1; i <= n; i++)
    {
      p = g_utf8_next_char (p);
      if (i < n && !attributes[i].is_line_break)
        continue;
      if (width_of_run (self, start, p) <= self->width)
        {
          fits = p;
          continue;
        }
      if (fits != NULL)
        {
          if (!take_line (self, start, fits, TRUE))
            return FALSE;
          start = fits;
          fits = NULL;
        }
      /* A word wider than the box. In the last line the ellipsis takes care of it. */
      while (width_of_run (self, start, p) > self->width && self->lines->len + 1 < self->max_lines)
        {
          const char *cut = force_break (self, start, p);
          if (cut >= p)
            break;
          take_line (self, start, cut, TRUE);
          start = cut;
        }
      if (width_of_run (self, start, p) > self->width)
        return take_line (self, start, end, more_paragraphs) && FALSE;
      fits = p;
    }
  return start >= end || take_line (self, start, end, more_paragraphs);
}

/* Letters that could be seen at all: narrow ones, in all lines, and some to spare. */
static gsize
visible_limit (double width, double size, guint max_lines)
{
  double letters = (width / (size * 0.2) + 8) * max_lines + 16;
  return (gsize)CLAMP (letters, 32, 20000);
}

static Breaker
break_text (MzTextMeasurer *measurer, const char *text, double width, guint max_lines, double size,
            MzWeight weight)
{
  Breaker breaker = {measurer, size, weight, MAX (width, size), MAX (max_lines, 1), NULL, FALSE};
  gboolean cut;
  g_autofree char *clean =
      mz_font_clean_text (text, visible_limit (breaker.width, size, breaker.max_lines), &cut);
  g_auto (GStrv) paragraphs = g_strsplit (g_strchomp (clean), "\n", -1);

  breaker.lines = g_ptr_array_new ();
  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (!break_paragraph (&breaker, paragraphs[i], cut || paragraphs[i + 1] != NULL))
      break;
  if (cut && !breaker.shortened && breaker.lines->len > 0)
    {
      /* Only letters without width can be so many that all lines have room and yet there are more. */
      g_autofree char *last = g_ptr_array_steal_index (breaker.lines, breaker.lines->len - 1);

      g_ptr_array_add (breaker.lines, shorten (&breaker, last));
      breaker.shortened = TRUE;
    }
  g_ptr_array_add (breaker.lines, NULL);
  return breaker;
}

double
mz_text_height (MzTextMeasurer *self, const char *text, double width, guint max_lines, double size,
                MzWeight weight)
{
  Breaker breaker = break_text (self, text, width, max_lines, size, weight);
  guint n = breaker.lines->len - 1;
  g_strfreev ((char **)g_ptr_array_free (breaker.lines, FALSE));
  return n * mz_text_line_height (self, size);
}

MzShape *
mz_scene_add_text (MzScene *self, MzTextMeasurer *measurer, MzRole role, const char *text, double x,
                   double y, double width, guint max_lines, double size, MzWeight weight,
                   MzAlign align, MzColour colour)
{
  Breaker breaker = break_text (measurer, text, width, max_lines, size, weight);
  double line_height = mz_text_line_height (measurer, size), widest = 0;
  guint n = breaker.lines->len - 1;
  MzShape *shape;

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, width_of (&breaker, g_ptr_array_index (breaker.lines, i)));
  widest = MIN (widest, breaker.width);
  /* The shape is as wide as its letters, so that what lies beside it is known. */
  x += align == MZ_ALIGN_START    ? 0
       : align == MZ_ALIGN_MIDDLE ? (width - widest) / 2
                                  : width - widest;
  shape = mz_scene_add_rectangle (self, role, x, y, widest, n * line_height, 0, colour);
  shape->type = MZ_SHAPE_TEXT;
  shape->text = g_strdup (text != NULL ? text : "");
  shape->lines = (char **)g_ptr_array_free (breaker.lines, FALSE);
  shape->line_height = line_height;
  shape->ascent = size * 1.05;
  shape->size = size;
  shape->weight = weight;
  shape->align = align;
  shape->shortened = breaker.shortened;
  if (breaker.shortened)
    mz_shape_set_tooltip (shape, shape->text);
  return shape;
}
