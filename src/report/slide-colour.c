/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Colour tokens on slides: those that the theme of the slides has are named by their place in it, so that they follow when
 * somebody changes the theme; those that carry a meaning of their own (bands, states) stay what they are. */

#include "config.h"

#include <math.h>

#include "mezasu/language.h"
#include "mezasu/paint.h"
#include "slide-private.h"

static const struct
{
  const char *slot;   /* in the theme */
  const char *scheme; /* as a shape names it */
  MzColour colour;
} slots[] = {
    {"dk1", "tx1", MZ_COLOUR_INK},
    {"lt1", "bg1", MZ_COLOUR_PAPER},
    {"dk2", "tx2", MZ_COLOUR_SECONDARY},
    {"lt2", "bg2", MZ_COLOUR_WASH},
    {"accent1", "accent1", MZ_COLOUR_ACCENT},
    {"accent2", "accent2", MZ_COLOUR_SCENARIO_2},
    {"accent3", "accent3", MZ_COLOUR_SCENARIO_3},
    {"accent4", "accent4", MZ_COLOUR_SCENARIO_4},
    {"accent5", "accent5", MZ_COLOUR_BAND_3},
    {"accent6", "accent6", MZ_COLOUR_BAND_4},
    {"hlink", "hlink", MZ_COLOUR_ACCENT},
    {"folHlink", "folHlink", MZ_COLOUR_SECONDARY},
};

/* What of the palette a firm's theme can stand for; mod and off are shares of lightness in 1/1000 percent. */
static const struct
{
  MzColour colour;
  const char *scheme;
  int mod, off;
} borrowed[] = {
    {MZ_COLOUR_INK, "tx1", 0, 0},
    {MZ_COLOUR_PAPER, "bg1", 0, 0},
    {MZ_COLOUR_SECONDARY, "tx1", 65000, 35000},
    {MZ_COLOUR_WASH, "bg1", 95000, 0},
    {MZ_COLOUR_ACCENT, "accent1", 0, 0},
    {MZ_COLOUR_SCENARIO_1, "accent1", 0, 0},
    {MZ_COLOUR_ACCENT_SOFT, "accent1", 20000, 80000},
    {MZ_COLOUR_ON_ACCENT, "bg1", 0, 0},
};

MzColour
mz_slide_theme_slot (guint index, const char **name)
{
  if (index >= G_N_ELEMENTS (slots))
    return MZ_COLOUR_NONE;
  *name = slots[index].slot;
  return slots[index].colour;
}

static guint
rgb_of (MzTheme theme, MzColour colour)
{
  MzRgba rgba = mz_palette_colour (theme, colour);
  return (guint)lround (rgba.red * 255) << 16 | (guint)lround (rgba.green * 255) << 8 |
         (guint)lround (rgba.blue * 255);
}

static gboolean
write_own (MzSlide *self, MzColour colour)
{
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (rgb_of (self->theme, slots[i].colour) == rgb_of (self->theme, colour))
      {
        mz_markup_raw (self->x, "<a:schemeClr val=\"%s\"/>", slots[i].scheme);
        return TRUE;
      }
  return FALSE;
}

static gboolean
write_borrowed (MzSlide *self, MzColour colour)
{
  for (guint i = 0; i < G_N_ELEMENTS (borrowed); i++)
    if (borrowed[i].colour == colour)
      {
        mz_markup_raw (self->x, "<a:schemeClr val=\"%s\">", borrowed[i].scheme);
        if (borrowed[i].mod != 0)
          mz_markup_raw (self->x, "<a:lumMod val=\"%d\"/>", borrowed[i].mod);
        if (borrowed[i].off != 0)
          mz_markup_raw (self->x, "<a:lumOff val=\"%d\"/>", borrowed[i].off);
        mz_markup_raw (self->x, "</a:schemeClr>");
        return TRUE;
      }
  return FALSE;
}

void
mz_slide_fill (MzSlide *self, MzColour colour)
{
  if (colour == MZ_COLOUR_NONE)
    {
      mz_markup_raw (self->x, "<a:noFill/>");
      return;
    }
  mz_markup_raw (self->x, "<a:solidFill>");
  if (!(self->own ? write_own : write_borrowed) (self, colour))
    mz_markup_raw (self->x, "<a:srgbClr val=\"%06X\"/>", rgb_of (self->theme, colour));
  mz_markup_raw (self->x, "</a:solidFill>");
}

void
mz_slide_line (MzSlide *self, const char *name, MzColour colour, double width, MzDash dash)
{
  static const char *const dashes[] = {
      [MZ_DASH_SOLID] = "solid",
      [MZ_DASH_DASHED] = "dash",
      [MZ_DASH_DOTTED] = "sysDot",
      [MZ_DASH_DASH_DOT] = "dashDot",
  };

  if (colour == MZ_COLOUR_NONE || width <= 0)
    {
      mz_markup_raw (self->x, "<%s><a:noFill/></%s>", name, name);
      return;
    }
  mz_markup_raw (self->x, "<%s w=\"%d\">", name, mz_slide_emu (self, width));
  mz_slide_fill (self, colour);
  mz_markup_raw (self->x, "<a:prstDash val=\"%s\"/></%s>", dashes[dash], name);
}

const char *
mz_slide_language (void)
{
  return g_str_equal (mz_language (), "ja") ? "ja-JP" : "en-US";
}
