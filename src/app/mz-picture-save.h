/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Saving a picture in a chosen size, scale and palette. */

#pragma once

#include "mz-scene-view.h"

G_BEGIN_DECLS

/**
 * MzPictureOrder:
 * @width: in points, at least 160; pages of a report keep the size that they have
 * @height: in points, at least 120
 * @scale: pixels a point, for PNG
 * @theme: the palette
 * @format: what to write
 */
typedef struct
{
  double width;
  double height;
  double scale;
  MzTheme theme;
  MzImageFormat format;
} MzPictureOrder;

/** mz_picture_render: Returns: (transfer full) (nullable): the bytes of the file, laid out for that size */
GBytes *mz_picture_render (MzSceneView *view, const MzPictureOrder *order, GError **error);

/** mz_picture_save_ask: asks for size, scale, palette and format, then for the file, and writes it */
void mz_picture_save_ask (MzSceneView *view);

/** mz_picture_print: prints the picture on a sheet of its own */
void mz_picture_print (MzSceneView *view);

G_END_DECLS
