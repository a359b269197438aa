/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Painters that write a format themselves. */

#pragma once

#include "mezasu/paint.h"

/* The scene as an SVG document with real text, so that it can be selected, searched and read aloud. Owned by the caller. */
GString *mz_scene_to_svg (const MzScene *self, MzTheme theme);
