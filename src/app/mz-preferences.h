/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The preferences: what the person chose for the program, and the unit of money of the document. */

#pragma once

#include <adwaita.h>

#include "mz-workspace.h"

G_BEGIN_DECLS

#define MZ_TYPE_PREFERENCES (mz_preferences_get_type ())
G_DECLARE_FINAL_TYPE (MzPreferences, mz_preferences, MZ, PREFERENCES, AdwPreferencesWindow)

/** mz_preferences_new: @workspace: (nullable): whose unit is chosen; Returns: (transfer floating): the window */
GtkWidget *mz_preferences_new (GtkWindow *parent, MzWorkspace *workspace);

/** mz_preferences_apply_style: lets the program look as the preferences say, now and after each change */
void mz_preferences_apply_style (void);

G_END_DECLS
