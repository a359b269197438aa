/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The look that libadwaita does not have by itself: one style sheet, and the chart palette under names that it can use. */

#pragma once

#include <gtk/gtk.h>

#include "mezasu/paint.h"

G_BEGIN_DECLS

/** mz_style_use: loads the style sheet for the default display; from the second call on nothing happens */
void mz_style_use (void);

/** mz_style_theme: Returns: the palette that fits the style of the desktop */
MzTheme mz_style_theme (void);

/** mz_style_text_scale: Returns: how much larger than usual the person wants letters, 1 for not at all */
double mz_style_text_scale (GtkWidget *widget);

G_END_DECLS
