/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Dots: round marks of a picture with very many of them, in a file of drawing commands. */

#pragma once

#include <cairo.h>

#include "mezasu/paint.h"
#include "mezasu/scene.h"

G_BEGIN_DECLS

typedef struct _MzDots MzDots;

/* NULL where dots would not pay: few marks, or a surface that is no PDF. */
MzDots *mz_dots_new (const MzScene *scene, cairo_t *cr, MzTheme theme);

/* Draws what is left. */
void mz_dots_free (MzDots *self);

/* Whether @shape was taken, to be drawn before anything else is; else it is to be drawn as any other. */
gboolean mz_dots_put (MzDots *self, const MzShape *shape);

G_END_DECLS
