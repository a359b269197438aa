/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The language in which the program speaks. */

#pragma once

#include <glib.h>

#include "mezasu/money.h"

G_BEGIN_DECLS

/**
 * mz_language_start:
 * @language: (nullable): `ja` or `en`, or %NULL for that of the locale
 *
 * Sets the locale and binds the message catalogue; once at the start of a program. A locale that is missing or not UTF-8
 * is replaced by C.UTF-8, in which translations work all the same. The environment variable MEZASU_LOCALE_DIR overrides
 * where catalogues lie, for runs from the build directory.
 */
void mz_language_start (const char *language);

/**
 * mz_language_use:
 * @language: (nullable): `ja` or `en`, or %NULL for that of the program
 *
 * Messages of the calling thread are in @language from now on: for a board pack in another language than the window's.
 *
 * Returns: (transfer none) (nullable): what was used before, to be used again
 */
const char *mz_language_use (const char *language);

/**
 * mz_language:
 *
 * Returns: (transfer none): `ja` or `en`: the language of the messages of the calling thread
 */
const char *mz_language (void);

/** mz_language_minus: Returns: how negative amounts are marked on screens and reports in this language */
MzMinusStyle mz_language_minus (void);

G_END_DECLS
