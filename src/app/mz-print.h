/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Pictures and pages on paper. */

#pragma once

#include <gtk/gtk.h>

#include "mezasu/render.h"

G_BEGIN_DECLS

/**
 * mz_print_new:
 * @name: what is printed, for the queue of the printer
 * @scenes: (transfer full) (element-type MzScene): a page each
 * @theme: the palette
 *
 * Returns: (transfer full): the operation; a page is as large as its sheet holds, upright or broad as the first one is
 */
GtkPrintOperation *mz_print_new (const char *name, GPtrArray *scenes, MzTheme theme);

/** mz_print: asks for the printer and prints; a failure is told in a dialog. Arguments as for mz_print_new() */
void mz_print (GtkWindow *parent, const char *name, GPtrArray *scenes, MzTheme theme);

/** mz_print_copy: Returns: (transfer full): a copy of @scene that outlives it */
MzScene *mz_print_copy (const MzScene *scene);

G_END_DECLS
