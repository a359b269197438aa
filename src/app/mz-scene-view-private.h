/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The part of the canvas that takes pictures elsewhere. */

#pragma once

#include "mz-scene-view.h"

G_BEGIN_DECLS

/** mz_scene_view_install_export: adds the actions that copy and save to the class of the canvas */
void mz_scene_view_install_export (GtkWidgetClass *widget_class);

G_END_DECLS
