/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Fonts, and what may be drawn with them. */

#include "config.h"

#include "font-private.h"

PangoContext *
mz_font_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* Han characters take their Japanese form. */
  pango_context_set_language (context, pango_language_from_string ("ja"));
  return context;
}

PangoFontDescription *
mz_font_description_new (const char *family, double size, MzWeight weight)
{
  PangoFontDescription *description = pango_font_description_new ();
  pango_font_description_set_family (description, family != NULL ? family : MZ_FONT_FAMILIES);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, weight == MZ_WEIGHT_BOLD ? PANGO_WEIGHT_BOLD
                                                                           : PANGO_WEIGHT_NORMAL);
  return description;
}

static gboolean
is_override (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
         c == 0x200f || c == 0xfeff;
}

static gboolean
is_drawable (gunichar c)
{
  return c >= 0x20 && !(c >= 0x7f && c < 0xa0) && (c & 0xfffe) != 0xfffe &&
         !(c >= 0xfdd0 && c <= 0xfdef) && !is_override (c);
}

char *
mz_font_clean_text (const char *text, gsize limit, gboolean *cut)
{
  g_autofree char *valid =
      text == NULL || g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *p = valid != NULL ? valid : text != NULL ? text : "";
  GString *clean = g_string_new (NULL);

  for (gsize n = 0; *p != '\0' && n < limit; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);
      if (c == '\n' || is_drawable (c))
        g_string_append_unichar (clean, c);
      else if (c == '\t' || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, ' ');
    }
  if (cut != NULL)
    *cut = *p != '\0';
  return g_string_free (clean, FALSE);
}
