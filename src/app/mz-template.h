/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Ending a widget that was made from a template. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * mz_template_dispose:
 * @widget: a widget in its dispose
 * @type: its type
 *
 * gtk_widget_dispose_template() of GTK 4.8 lets go only of the children that are bound to the class; this lets go of all.
 */
void mz_template_dispose (GtkWidget *widget, GType type);

G_END_DECLS
