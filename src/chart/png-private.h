/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * PNG files, written for speed. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* An image surface of the format RGB24 as a file, or NULL with the @reason. */
GBytes *mz_png_write (cairo_surface_t *surface, char **reason);

G_END_DECLS
