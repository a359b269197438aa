/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How large a text is and where its lines break. Layout gets a measurer from outside: Pango for pictures, fixed widths for
 * golden tests, so that goldens do not depend on installed fonts. */

#pragma once

#include "mezasu/scene.h"

G_BEGIN_DECLS

typedef struct _MzTextMeasurer MzTextMeasurer;

/**
 * mz_text_measurer_new_pango:
 * @family: (nullable): font family, %NULL for the program's own choice of sans-serif faces with Japanese
 *
 * Returns: (transfer full): a measurer by the fonts of the system; needs no display
 */
MzTextMeasurer *mz_text_measurer_new_pango (const char *family);

/**
 * mz_text_measurer_new_fixed:
 *
 * Returns: (transfer full): a measurer in which wide characters are one size wide and all others 0.55
 */
MzTextMeasurer *mz_text_measurer_new_fixed (void);

void mz_text_measurer_free (MzTextMeasurer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzTextMeasurer, mz_text_measurer_free)

/** mz_text_width: Returns: width of @text on one line */
double mz_text_width (MzTextMeasurer *self, const char *text, double size, MzWeight weight);

/** mz_text_line_height: Returns: distance of base lines at @size */
double mz_text_line_height (MzTextMeasurer *self, double size);

/**
 * mz_scene_add_text:
 * @self: a scene
 * @measurer: a measurer
 * @role: its meaning
 * @text: (nullable): the text, as typed: no markup
 * @x: left edge of the box
 * @y: top edge of the box
 * @width: width of the box; lines break inside it (Japanese by Japanese rules)
 * @max_lines: lines that have room; what goes beyond ends in an ellipsis and the whole text becomes the tooltip
 * @size: size of the letters
 * @weight: weight
 * @align: where lines stand in the box
 * @colour: colour of the letters
 *
 * The shape's height is that of its lines, so that the next thing can be put under it.
 *
 * Returns: (transfer none): the shape, valid until the next shape is added
 */
MzShape *mz_scene_add_text (MzScene *self, MzTextMeasurer *measurer, MzRole role, const char *text, double x, double y,
                            double width, guint max_lines, double size, MzWeight weight, MzAlign align,
                            MzColour colour);

/** mz_text_height: Returns: the height that mz_scene_add_text() would give this text */
double mz_text_height (MzTextMeasurer *self, const char *text, double width, guint max_lines, double size,
                       MzWeight weight);

G_END_DECLS
