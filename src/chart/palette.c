/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Palettes: what each colour token looks like. Bands fall steadily in lightness, so that their order survives grey copies and
 * colour-blind eyes; on dark grounds they rise in it instead, for the same reason. */

#include "config.h"

#include <string.h>

#include "mezasu/paint.h"

static const guint32 palettes[][MZ_N_COLOURS] = {
  [MZ_THEME_LIGHT] = {
    [MZ_COLOUR_PAPER] = 0xffffff, [MZ_COLOUR_INK] = 0x1f2933, [MZ_COLOUR_SECONDARY] = 0x5b6775,
    [MZ_COLOUR_HAIRLINE] = 0xd5dae1, [MZ_COLOUR_WASH] = 0xf6f7f9, [MZ_COLOUR_ACCENT] = 0x24508c,
    [MZ_COLOUR_ACCENT_SOFT] = 0xe7eef7, [MZ_COLOUR_ON_ACCENT] = 0xffffff, [MZ_COLOUR_BAND_1] = 0xdcebe6,
    [MZ_COLOUR_BAND_2] = 0xf5e4ae, [MZ_COLOUR_BAND_3] = 0xeda765, [MZ_COLOUR_BAND_4] = 0xb93a2b,
    [MZ_COLOUR_ON_BAND_1] = 0x1f2933, [MZ_COLOUR_ON_BAND_2] = 0x1f2933, [MZ_COLOUR_ON_BAND_3] = 0x1f2933,
    [MZ_COLOUR_ON_BAND_4] = 0xffffff, [MZ_COLOUR_SCENARIO_0] = 0x6b7480, [MZ_COLOUR_SCENARIO_1] = 0x24508c,
    [MZ_COLOUR_SCENARIO_2] = 0xb8661b, [MZ_COLOUR_SCENARIO_3] = 0x2e7d6e, [MZ_COLOUR_SCENARIO_4] = 0x8a4f9e,
    [MZ_COLOUR_GOOD] = 0x2e8b7a, [MZ_COLOUR_WATCH] = 0xe0a526, [MZ_COLOUR_BAD] = 0xb93a2b,
    [MZ_COLOUR_NO_DATA] = 0xa8b0ba,
  },
  [MZ_THEME_DARK] = {
    [MZ_COLOUR_PAPER] = 0x1e1e1e, [MZ_COLOUR_INK] = 0xf1f3f5, [MZ_COLOUR_SECONDARY] = 0xaab4c0,
    [MZ_COLOUR_HAIRLINE] = 0x454b54, [MZ_COLOUR_WASH] = 0x292c30, [MZ_COLOUR_ACCENT] = 0x8db4ea,
    [MZ_COLOUR_ACCENT_SOFT] = 0x26364b, [MZ_COLOUR_ON_ACCENT] = 0x10233d, [MZ_COLOUR_BAND_1] = 0x2c3f3a,
    [MZ_COLOUR_BAND_2] = 0x6a5a22, [MZ_COLOUR_BAND_3] = 0x9a5826, [MZ_COLOUR_BAND_4] = 0xd05b4b,
    [MZ_COLOUR_ON_BAND_1] = 0xf1f3f5, [MZ_COLOUR_ON_BAND_2] = 0xffffff, [MZ_COLOUR_ON_BAND_3] = 0xffffff,
    [MZ_COLOUR_ON_BAND_4] = 0x1b0d0b, [MZ_COLOUR_SCENARIO_0] = 0xa3abb6, [MZ_COLOUR_SCENARIO_1] = 0x8db4ea,
    [MZ_COLOUR_SCENARIO_2] = 0xe79a54, [MZ_COLOUR_SCENARIO_3] = 0x66c2ae, [MZ_COLOUR_SCENARIO_4] = 0xc79bd8,
    [MZ_COLOUR_GOOD] = 0x5cc4af, [MZ_COLOUR_WATCH] = 0xf0c04c, [MZ_COLOUR_BAD] = 0xe8604e,
    [MZ_COLOUR_NO_DATA] = 0x7d8590,
  },
  [MZ_THEME_PRINT] = {
    [MZ_COLOUR_PAPER] = 0xffffff, [MZ_COLOUR_INK] = 0x000000, [MZ_COLOUR_SECONDARY] = 0x444b54,
    [MZ_COLOUR_HAIRLINE] = 0xb8bfc8, [MZ_COLOUR_WASH] = 0xf4f5f7, [MZ_COLOUR_ACCENT] = 0x1d4278,
    [MZ_COLOUR_ACCENT_SOFT] = 0xe9eef5, [MZ_COLOUR_ON_ACCENT] = 0xffffff, [MZ_COLOUR_BAND_1] = 0xf1f6f4,
    [MZ_COLOUR_BAND_2] = 0xf3dfa0, [MZ_COLOUR_BAND_3] = 0xdf9552, [MZ_COLOUR_BAND_4] = 0x98281b,
    [MZ_COLOUR_ON_BAND_1] = 0x000000, [MZ_COLOUR_ON_BAND_2] = 0x000000, [MZ_COLOUR_ON_BAND_3] = 0x000000,
    [MZ_COLOUR_ON_BAND_4] = 0xffffff, [MZ_COLOUR_SCENARIO_0] = 0x6b7480, [MZ_COLOUR_SCENARIO_1] = 0x1d4278,
    [MZ_COLOUR_SCENARIO_2] = 0xa5560f, [MZ_COLOUR_SCENARIO_3] = 0x1f6a5c, [MZ_COLOUR_SCENARIO_4] = 0x70388a,
    [MZ_COLOUR_GOOD] = 0x1f7565, [MZ_COLOUR_WATCH] = 0xc98f12, [MZ_COLOUR_BAD] = 0x98281b,
    [MZ_COLOUR_NO_DATA] = 0x8f98a3,
  },
  [MZ_THEME_HIGH_CONTRAST] = {
    [MZ_COLOUR_PAPER] = 0xffffff, [MZ_COLOUR_INK] = 0x000000, [MZ_COLOUR_SECONDARY] = 0x000000,
    [MZ_COLOUR_HAIRLINE] = 0x000000, [MZ_COLOUR_WASH] = 0xffffff, [MZ_COLOUR_ACCENT] = 0x0b2f66,
    [MZ_COLOUR_ACCENT_SOFT] = 0xffffff, [MZ_COLOUR_ON_ACCENT] = 0xffffff, [MZ_COLOUR_BAND_1] = 0xffffff,
    [MZ_COLOUR_BAND_2] = 0xffe27a, [MZ_COLOUR_BAND_3] = 0xf08a2a, [MZ_COLOUR_BAND_4] = 0x7d0f06,
    [MZ_COLOUR_ON_BAND_1] = 0x000000, [MZ_COLOUR_ON_BAND_2] = 0x000000, [MZ_COLOUR_ON_BAND_3] = 0x000000,
    [MZ_COLOUR_ON_BAND_4] = 0xffffff, [MZ_COLOUR_SCENARIO_0] = 0x4a4a4a, [MZ_COLOUR_SCENARIO_1] = 0x0b2f66,
    [MZ_COLOUR_SCENARIO_2] = 0x8a3f00, [MZ_COLOUR_SCENARIO_3] = 0x00513f, [MZ_COLOUR_SCENARIO_4] = 0x541a70,
    [MZ_COLOUR_GOOD] = 0x00513f, [MZ_COLOUR_WATCH] = 0x9c6a00, [MZ_COLOUR_BAD] = 0x7d0f06,
    [MZ_COLOUR_NO_DATA] = 0x4a4a4a,
  },
};

static const char *const names[] = { "light", "dark", "print", "high-contrast" };

MzRgba
mz_palette_colour (MzTheme theme, MzColour colour)
{
  guint32 rgb = palettes[theme][colour];
  if (colour == MZ_COLOUR_NONE)
    return (MzRgba) { 0, 0, 0, 0 };
  return (MzRgba) { (rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1 };
}

gboolean
mz_theme_from_name (const char *name, MzTheme *theme)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *theme = (MzTheme) i;
        return TRUE;
      }
  return FALSE;
}
