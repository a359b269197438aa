/* SPDX-FileCopyrightText: 2026 The Mezasu authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Messages in the language of the calling thread, see mz_language_use(). gettext knows one language a process; a board pack
 * in another one is made on a thread while the window goes on in its own. The macros for messages lead here. */

#pragma once

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/** mz_message: Returns: (transfer none): @message in the language of the calling thread */
const char *mz_message (const char *message) G_GNUC_FORMAT (1);

/** mz_message_context: Returns: (transfer none): @message, which has this meaning in @context, in that language */
const char *mz_message_context (const char *context, const char *message) G_GNUC_FORMAT (2);

/** mz_message_count: Returns: (transfer none): @one or @many in that language, as @n asks for */
const char *mz_message_count (const char *one, const char *many, unsigned long n) G_GNUC_FORMAT (1)
    G_GNUC_FORMAT (2);

G_END_DECLS

#ifdef GETTEXT_PACKAGE
#undef _
#undef C_
#undef ngettext
#define _(String) mz_message (String)
#define C_(Context, String) mz_message_context (Context, String)
#define ngettext(One, Many, N) mz_message_count (One, Many, N)
#define g_dgettext(Domain, String) mz_message (String)
#define g_dngettext(Domain, One, Many, N) mz_message_count (One, Many, N)
#define g_dpgettext2(Domain, Context, String) mz_message_context (Context, String)
#endif
