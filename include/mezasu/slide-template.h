/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A firm's own slides: the masters, layouts, theme and pictures of a presentation, to be used for the slides of a report. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MzSlideTemplate MzSlideTemplate;

/**
 * MZ_SLIDE_TEMPLATE_LIMIT:
 *
 * The largest file that is taken as a template, in bytes: 64 MiB.
 */
#define MZ_SLIDE_TEMPLATE_LIMIT ((gsize)64 * 1024 * 1024)

/**
 * mz_slide_template_new:
 * @bytes: the content of a presentation or of a template (`.pptx`, `.potx`)
 * @error: return location for a #GError
 *
 * Takes what slides stand on and leaves the slides. Nothing is fetched and no entity is resolved; programs inside the file are
 * left behind.
 *
 * Errors: %MZ_ERROR_INVALID_INPUT with one sentence when it is no presentation, has no master with a title, is damaged, holds
 * more than a template can need, or its masters point outside the file.
 *
 * Returns: (transfer full) (nullable): the template
 */
MzSlideTemplate *mz_slide_template_new (GBytes *bytes, GError **error);

MzSlideTemplate *mz_slide_template_ref (MzSlideTemplate *self);
void mz_slide_template_unref (MzSlideTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MzSlideTemplate, mz_slide_template_unref)

G_END_DECLS
