/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * How the board pack is made: for whom, in which language and unit, on which paper, in which colours, on whose slides. */

#pragma once

#include <gtk/gtk.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_PACK_SETTINGS (mz_pack_settings_get_type ())
G_DECLARE_FINAL_TYPE (MzPackSettings, mz_pack_settings, MZ, PACK_SETTINGS, GtkWidget)

/** mz_pack_settings_new: Returns: (transfer floating): the bar; each choice is one edit of the document */
GtkWidget *mz_pack_settings_new (MzWorkspace *workspace);

G_END_DECLS
