/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Fonts: measuring and painting use the same ones. */

#pragma once

#include <pango/pangocairo.h>

#include "mezasu/scene.h"

/* Faces in order of preference: drawn for Japanese and Latin together, so that both sit on one line well. */
#define MZ_FONT_FAMILIES "Noto Sans CJK JP,Noto Sans JP,IPAexGothic,VL PGothic,Cantarell,Sans"

/* A context that measures alike at every scale: no hinting of metrics, no rounding of positions. Owned by the caller. */
PangoContext *mz_font_context_new (void);

/* The description of a face; owned by the caller. */
PangoFontDescription *mz_font_description_new (const char *family, double size, MzWeight weight);

/* @text as it may be drawn: valid UTF-8 without control characters, bidirectional overrides and non-characters, at most @limit
 * characters; line feeds stay. @cut, unless NULL, tells whether there was more. Owned by the caller. */
char *mz_font_clean_text (const char *text, gsize limit, gboolean *cut);
