/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Large pictures: on a wall or a big screen a board is looked at from further away, so it grows as a whole instead of
 * spreading small letters over a wide ground. */

#include "config.h"

#include "cards-private.h"

/* The size from which a picture grows as a whole, and how far. */
#define NATURAL_WIDTH 1280.0
#define NATURAL_HEIGHT 720.0
#define ZOOM_MAX 3.0

MzScene *
mz_chart_zoomed (const MzChartRequest *request, MzScene *(*draw) (const MzChartRequest *request))
{
  double zoom = MIN (request->width / NATURAL_WIDTH, request->height / NATURAL_HEIGHT);
  MzChartRequest natural = *request;

  zoom = CLAMP (zoom, 1, ZOOM_MAX);
  natural.width = request->width / zoom;
  natural.height = request->height / zoom;
  MzScene *scene = draw (&natural);
  if (zoom > 1)
    mz_scene_zoom (scene, zoom);
  return scene;
}
