/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Painting scenes with cairo, for whoever has a surface of its own: the window. */

#pragma once

#include <cairo.h>

#include "mezasu/render.h"

G_BEGIN_DECLS

/** MzRgba: a colour, each part 0 … 1 */
typedef struct {
  double red, green, blue, alpha;
} MzRgba;

/** mz_palette_colour: Returns: the colour of a token in a palette; #MZ_COLOUR_NONE has alpha 0 */
MzRgba mz_palette_colour (MzTheme theme, MzColour colour);

/**
 * mz_scene_paint:
 * @self: a scene
 * @cr: where to paint; the scene's points are the units of its current space
 * @theme: the palette
 * @selected: (nullable): id of the record that is drawn as selected
 * @focused: (nullable): id of the record that is drawn with the keyboard focus
 */
void mz_scene_paint (const MzScene *self, cairo_t *cr, MzTheme theme, const char *selected, const char *focused);

G_END_DECLS
