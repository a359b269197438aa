/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The type of the inspector; it is made with mz_inspector_new() of mz-pages.h. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MZ_TYPE_INSPECTOR (mz_inspector_get_type ())
G_DECLARE_FINAL_TYPE (MzInspector, mz_inspector, MZ, INSPECTOR, GtkWidget)

G_END_DECLS
