/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Measurers: how wide a run of text is, by the fonts of the system or by fixed widths. */

#include "config.h"

#include <math.h>

#include "font-private.h"
#include "text-measure-private.h"

/* Widths are asked for again and again while a chart looks for room; beyond this many they are forgotten. */
#define CACHE_MAX 20000

static double
fixed_advance (MzTextMeasurer *self, const char *text, double size, MzWeight weight)
{
  double width = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 1 : 0.55;
    }
  return width * size;
}

/* A layout forgets all that it found out of its fonts when it is given another description, even an equal one. */
static void
set_font (MzTextMeasurer *self, double size, MzWeight weight)
{
  PangoFontDescription *description;

  if (self->size == size && self->weight == weight)
    return;
  description = mz_font_description_new (self->family, size, weight);
  pango_layout_set_font_description (self->layout, description);
  pango_font_description_free (description);
  self->size = size;
  self->weight = weight;
}

static double
pango_advance (MzTextMeasurer *self, const char *text, double size, MzWeight weight)
{
  int width, height;

  set_font (self, size, weight);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, &width, &height);
  return (double) width / PANGO_SCALE;
}

MzTextMeasurer *
mz_text_measurer_new_fixed (void)
{
  MzTextMeasurer *self = g_new0 (MzTextMeasurer, 1);
  self->advance = fixed_advance;
  return self;
}

MzTextMeasurer *
mz_text_measurer_new_pango (const char *family)
{
  MzTextMeasurer *self = g_new0 (MzTextMeasurer, 1);
  PangoContext *context = mz_font_context_new ();

  self->advance = pango_advance;
  self->family = g_strdup (family);
  self->layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
mz_text_measurer_free (MzTextMeasurer *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->layout);
  g_clear_pointer (&self->cache, g_hash_table_unref);
  g_free (self->family);
  g_free (self);
}

double
mz_text_width (MzTextMeasurer *self, const char *text, double size, MzWeight weight)
{
  g_autofree char *key = NULL;
  double *width;

  if (text == NULL || *text == '\0')
    return 0;
  if (self->cache == NULL)
    return self->advance (self, text, size, weight);
  key = g_strdup_printf ("%d %ld %s", weight, lround (size * 1000), text);
  width = g_hash_table_lookup (self->cache, key);
  if (width == NULL)
    {
      if (g_hash_table_size (self->cache) >= CACHE_MAX)
        g_hash_table_remove_all (self->cache);
      width = g_new (double, 1);
      *width = self->advance (self, text, size, weight);
      g_hash_table_insert (self->cache, g_steal_pointer (&key), width);
    }
  return *width;
}

double
mz_text_line_height (MzTextMeasurer *self, double size)
{
  return size * 1.4;
}
