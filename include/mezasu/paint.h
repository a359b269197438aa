/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Painting scenes with cairo: on a screen, into PNG, SVG and PDF. */

#pragma once

#include <cairo.h>

#include "mezasu/error.h"
#include "mezasu/scene.h"

G_BEGIN_DECLS

/** MzTheme: a palette */
typedef enum { MZ_THEME_LIGHT, MZ_THEME_DARK, MZ_THEME_PRINT, MZ_THEME_HIGH_CONTRAST } MzTheme;

/** MzRgba: a colour, each part 0 … 1 */
typedef struct {
  double red, green, blue, alpha;
} MzRgba;

/** mz_palette_colour: Returns: the colour of a token in a palette; #MZ_COLOUR_NONE has alpha 0 */
MzRgba mz_palette_colour (MzTheme theme, MzColour colour);

/** mz_theme_from_name: @name: `light`, `dark`, `print` or `high-contrast`; Returns: whether it is one */
gboolean mz_theme_from_name (const char *name, MzTheme *theme);

/**
 * mz_scene_paint:
 * @self: a scene
 * @cr: where to paint; the scene's points are the units of its current space
 * @theme: the palette
 * @selected: (nullable): id of the record that is drawn as selected
 * @focused: (nullable): id of the record that is drawn with the keyboard focus
 */
void mz_scene_paint (const MzScene *self, cairo_t *cr, MzTheme theme, const char *selected, const char *focused);

/** MzImageFormat: what a picture is written as */
typedef enum { MZ_IMAGE_SVG, MZ_IMAGE_PNG, MZ_IMAGE_PDF } MzImageFormat;

/** mz_image_format_from_name: @name: a file name or an ending; Returns: whether its ending is svg, png or pdf */
gboolean mz_image_format_from_name (const char *name, MzImageFormat *format);

/**
 * mz_scene_render:
 * @self: a scene
 * @theme: the palette
 * @format: what to write
 * @scale: pixels a point for PNG
 * @error: return location for a #GError, %MZ_ERROR_INVALID_INPUT when the picture would be larger than a surface can be
 *
 * PDF and SVG carry fonts and selectable text. Files are deterministic: no time of creation.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *mz_scene_render (const MzScene *self, MzTheme theme, MzImageFormat format, double scale, GError **error);

G_END_DECLS
