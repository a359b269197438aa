/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Scenes as files: SVG, PNG and PDF, in one of the palettes. */

#pragma once

#include "mezasu/error.h"
#include "mezasu/scene.h"

G_BEGIN_DECLS

/** MzTheme: a palette */
typedef enum { MZ_THEME_LIGHT, MZ_THEME_DARK, MZ_THEME_PRINT, MZ_THEME_HIGH_CONTRAST } MzTheme;

/** mz_theme_from_name: @name: `light`, `dark`, `print` or `high-contrast`; Returns: whether it is one */
gboolean mz_theme_from_name (const char *name, MzTheme *theme);

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
