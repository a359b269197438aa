/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The inside of a scene, for the files that make it up. */

#pragma once

#include "mezasu/scene.h"

struct _MzScene
{
  char *name;
  char *title;
  char *description;
  double width;
  double height;
  GArray *shapes;
  MzTable *table;
  GPtrArray *places;   /* MzPlace; pointers to them stay valid */
  GPtrArray *linkings; /* MzLinking */
  GPtrArray *holds;    /* MzHold */
};

void mz_scene_places_init (MzScene *self);
void mz_scene_places_clear (MzScene *self);
void mz_scene_places_add (MzScene *self, const MzScene *other, double x, double y);
void mz_scene_places_zoom (MzScene *self, double zoom);
