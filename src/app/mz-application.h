/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The program: its options, its windows, its commands. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MZ_TYPE_APPLICATION (mz_application_get_type ())
G_DECLARE_FINAL_TYPE (MzApplication, mz_application, MZ, APPLICATION, AdwApplication)

/** mz_application_new: Returns: (transfer full): the program; mz_language_start() must have been called */
MzApplication *mz_application_new (void);

/** mz_application_new_document: opens an empty document in a window */
void mz_application_new_document (MzApplication *self);

G_END_DECLS
