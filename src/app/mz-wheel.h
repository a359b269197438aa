/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Wheel scrolling, done once for a whole page. GTK 4.8 runs long lists to their end when wheel clicks arrive between two
 * frames, and a list inside a page swallows the wheel although it cannot move any further. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * mz_wheel_attach:
 * @window: a scrolled window; scrolled windows inside it are served as well
 *
 * From now on wheel clicks are added up and applied once a frame, to the innermost scrolled window under the pointer that
 * can still move that way.
 */
void mz_wheel_attach (GtkScrolledWindow *window);

G_END_DECLS
