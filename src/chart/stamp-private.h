/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Stamps: a picture with very many marks draws each look once and puts copies of it down. */

#pragma once

#include <cairo.h>

#include "mezasu/scene.h"

G_BEGIN_DECLS

typedef struct _MzStamps MzStamps;

/* Draws one mark with its upper left corner at (0, 0). */
typedef void (*MzStampDraw) (gpointer painter, cairo_t *cr, const MzShape *shape);

/* Whether @scene has so many round marks that drawing each of them on its own takes long. */
gboolean mz_stamps_has_many_marks (const MzScene *scene);

/* NULL where stamps would not pay or would show: few marks, a turned or squeezed space, a surface of another kind. */
MzStamps *mz_stamps_new (const MzScene *scene, cairo_t *cr, MzStampDraw draw, gpointer painter);
void mz_stamps_free (MzStamps *self);

/* Whether @shape was put down; else it is to be drawn as any other. */
gboolean mz_stamps_put (MzStamps *self, const MzShape *shape);

G_END_DECLS
