/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The preferences of the person, and the documents opened last. The list is private to Mezasu: the one that all programs
 * share would tell them which companies are being modelled. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** MZ_RECENT_MAX: how many documents are remembered */
#define MZ_RECENT_MAX 10

/** mz_settings_check: Returns: whether the settings schema is installed; without it nothing can run */
gboolean mz_settings_check (void);

/** mz_settings: Returns: (transfer none): the preferences */
GSettings *mz_settings (void);

/** mz_recent_list: Returns: (transfer full): paths of the documents opened last, newest first */
char **mz_recent_list (void);

/** mz_recent_add: puts @path first, when the person lets documents be remembered */
void mz_recent_add (const char *path);

/** mz_recent_remove: forgets @path */
void mz_recent_remove (const char *path);

/** mz_recent_clear: forgets all */
void mz_recent_clear (void);

G_END_DECLS
