/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Messages in a language that the program does not speak just now: what somebody pastes may come from a colleague who
 * works in the other one. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mz_message_in:
 * @language: `ja` or `en`
 * @message: (nullable): a message id, which is the English text
 *
 * Reads the installed catalogue of @language, or that of MEZASU_LOCALE_DIR; it is read once.
 *
 * Returns: (transfer none): the message in @language, @message itself where it is not translated, "" for %NULL
 */
const char *mz_message_in (const char *language, const char *message);

G_END_DECLS
